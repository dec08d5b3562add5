//! What every command reads, and the flags that say how.

use crate::message::{Exit, Messages};
use crate::progress;
use clap::{Args, ValueEnum, ValueHint};
use reader::{Options, Reading};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Input and the flags that every command has.
#[derive(Debug, Args)]
pub struct Input {
    /// Files or folders of articles; `-` reads standard input
    #[arg(required = true, value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub inputs: Vec<PathBuf>,

    /// Language of articles that do not name theirs, in place of detection
    #[arg(long, value_name = "CODE", help_heading = "Input")]
    pub lang: Option<String>,

    /// Outlet of articles that do not name theirs
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub outlet: Option<String>,

    /// Date of publication of articles that do not name theirs
    #[arg(long, value_name = "DATE", help_heading = "Input")]
    pub published: Option<String>,

    /// Column of a table, as FIELD=NAME (`text=body`); may be given several times
    #[arg(long, value_name = "FIELD=NAME", value_parser = column, help_heading = "Input")]
    pub column: Vec<(String, String)>,

    #[command(flatten)]
    pub common: Common,
}

/// Flags that mean the same everywhere.
#[derive(Debug, Args)]
pub struct Common {
    /// Threads [default: one a processor]
    #[arg(short, long = "jobs", value_name = "N", help_heading = "Common")]
    pub jobs: Option<usize>,

    /// Say nothing but errors
    #[arg(short, long, help_heading = "Common")]
    pub quiet: bool,

    /// Colours
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        help_heading = "Common",
        help = "Colours: auto, always, never"
    )]
    pub color: Color,
}

/// When colours are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

fn column(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, name)) if !field.is_empty() && !name.is_empty() => {
            if reader::columns::field(field).is_some() {
                Ok((field.to_owned(), name.to_owned()))
            } else {
                Err(
                    "FIELD is id, outlet, language, published, title, url, text or event"
                        .to_owned(),
                )
            }
        }
        _ => Err("wanted FIELD=NAME, as in text=body".to_owned()),
    }
}

impl Common {
    /// Sets colours and threads, and gives the command's messages.
    pub fn start(&self, command: &'static str) -> Messages {
        match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        if let Some(jobs) = self.jobs {
            // Fails only where the threads were started before, which they were not.
            let _ = rayon::ThreadPoolBuilder::new()
                .num_threads(jobs)
                .build_global();
        }
        Messages::new(command, self.quiet)
    }
}

impl Input {
    /// Reads all articles and says what could not be read. The exit is that of the reading alone.
    pub fn read(&self, messages: &Messages) -> (Reading, Exit) {
        let mut options = Options::default();
        options.language.clone_from(&self.lang);
        options.outlet.clone_from(&self.outlet);
        options.published.clone_from(&self.published);
        options.columns.clone_from(&self.column);
        let spinner = progress::spinner("reading".to_owned(), messages);
        let reading = reader::read(&self.inputs, &options);
        spinner.finish_and_clear();
        for problem in &reading.problems {
            messages.error(problem, problem.hint.as_deref());
        }
        for note in &reading.notes {
            messages.note(note);
        }
        let exit = if reading.problems.is_empty() {
            Exit::Done
        } else {
            Exit::Failed
        };
        (reading, exit)
    }

    /// What was set, for the record: nothing that changes no result (threads, colours).
    pub fn options(&self) -> BTreeMap<String, String> {
        let columns: Vec<String> = self
            .column
            .iter()
            .map(|(field, name)| format!("{field}={name}"))
            .collect();
        [
            ("lang", self.lang.clone()),
            ("outlet", self.outlet.clone()),
            ("published", self.published.clone()),
            ("column", (!columns.is_empty()).then(|| columns.join(","))),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
    }
}
