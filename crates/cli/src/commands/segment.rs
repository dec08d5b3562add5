//! `parallax segment`: articles as sentences.

use super::stream;
use crate::input::Input;
use crate::message::Exit;
use clap::{Args, ValueEnum, ValueHint};
use reporter::lines;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax segment article.txt                     one JSON object a sentence
  parallax segment --format text news/ -o news.txt one sentence a line
  cat article.txt | parallax segment --lang ar -   from standard input

Positions are code points into the text as read: in R `substr(text, start + 1, end)`, in Python
`text[start:end]`.")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// One JSON object a sentence
    #[default]
    Jsonl,
    /// A table
    Csv,
    /// One sentence a line
    Text,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("segment");
    let heading = match arguments.format {
        Format::Csv => format!("{}\n", lines::SENTENCE_COLUMNS.join(",")),
        _ => String::new(),
    };
    let render = match arguments.format {
        Format::Jsonl => lines::sentences,
        Format::Csv => lines::sentences_csv,
        Format::Text => lines::sentences_text,
    };
    stream::run(
        &arguments.input,
        &arguments.output,
        &heading,
        &messages,
        |article| {
            let document = segmenter::segment(article);
            let mut out = String::with_capacity(document.article.text.len() * 3);
            render(&document, &mut out);
            (out, document.notes)
        },
    )
}
