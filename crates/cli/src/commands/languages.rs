//! `parallax languages`: the languages and what is supported for each.

use crate::input::Common;
use crate::message::Exit;
use crate::output;
use clap::{Args, ValueEnum, ValueHint};
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Columns for reading
    #[default]
    Text,
    /// One JSON object a language
    Jsonl,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.common.start("languages");
    let mut page = String::new();
    for pack in lang::codes().filter_map(lang::pack) {
        let lists: Vec<&str> = lang::tables::TABLES
            .iter()
            .map(|table| table.name)
            .filter(|name| pack.has(name))
            .collect();
        let class = if pack.meta.first_class {
            "first class"
        } else {
            "partly"
        };
        let _ = match arguments.format {
            Format::Text => writeln!(
                page,
                "{:<4}{:<12}{:<12}{:<12}{}",
                pack.code,
                pack.meta.english,
                pack.meta.scripts.join(" "),
                class,
                pack.meta.name,
            ),
            Format::Jsonl => writeln!(
                page,
                "{}",
                serde_json::json!({
                    "code": pack.code,
                    "english": pack.meta.english,
                    "name": pack.meta.name,
                    "scripts": pack.meta.scripts,
                    "first_class": pack.meta.first_class,
                    "lists": lists,
                })
            ),
        };
    }
    if matches!(arguments.format, Format::Text) {
        page.push_str(
            "\nEvery other language is read by its script: sentences by Unicode's rules, digits of \
             all scripts,\nquotation marks, names; the output says so.\n",
        );
    }
    output::write(&arguments.output, &page, &messages)
}
