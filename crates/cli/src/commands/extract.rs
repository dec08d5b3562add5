//! `parallax extract`: what articles mention.

use super::stream;
use crate::input::Input;
use crate::message::Exit;
use clap::{Args, ValueHint};
use reporter::lines;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax extract article.txt                      one JSON object a mention
  parallax extract --published 2024-04-30 a.txt     \"on Tuesday\" becomes a date
  parallax extract news/ | jq 'select(.kind == \"quotation\") | [.speaker_name, .text]'

Every object has article, sentence, kind, start, end and text, and by its kind:
  quantity   value low high unit noun approximation
  date       from to precision
  quotation  form content_start content_end cue speaker speaker_start speaker_end speaker_name
  name       type name")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output: jsonl
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", value_parser = ["jsonl"])]
    format: String,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("extract");
    stream::run(
        &arguments.input,
        &arguments.output,
        "",
        &messages,
        |article| {
            let document = segmenter::segment(article);
            let mentions = extractor::extract(&document);
            let mut out = String::new();
            lines::mentions(&document, &mentions, &mut out);
            (out, document.notes)
        },
    )
}
