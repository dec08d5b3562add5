//! `parallax group`: which articles tell of the same event.

use crate::input::Input;
use crate::message::Exit;
use crate::output;
use clap::{Args, ValueEnum, ValueHint};
use segmenter::Article;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax group export.csv -o grouped.csv                the rows with an `event` column
  parallax group news/ | parallax compare - --csv tables  each event compared by itself

Articles of one event share rare names, mean much the same and are published within days of each
other. The grouping is a proposal: correct the column before you compare.")]
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
    /// A table
    #[default]
    Csv,
    /// One JSON object an article
    Jsonl,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("group");
    let (reading, exit) = arguments.input.read(&messages);
    let articles: Vec<Article> = reading.inputs.into_iter().map(|i| i.article).collect();
    if articles.is_empty() {
        messages.error("no article to group", None);
        return Exit::Failed;
    }
    let events = parallax::group(&articles, &parallax::Options::default());
    let count = events.iter().max().map_or(0, |last| last + 1);
    let plural = if count == 1 { "" } else { "s" };
    messages.note(format_args!(
        "{} articles, {count} event{plural}",
        articles.len()
    ));
    let mut rows: Vec<(String, &Article)> = events
        .iter()
        .zip(&articles)
        .map(|(event, article)| (format!("event-{:03}", event + 1), article))
        .collect();
    rows.sort_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));
    let mut out = String::new();
    match arguments.format {
        Format::Csv => reporter::lines::articles_csv(&rows, &mut out),
        Format::Jsonl => reporter::lines::articles(&rows, &mut out),
    }
    exit.max(output::write(&arguments.output, &out, &messages))
}
