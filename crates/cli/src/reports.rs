//! Where a comparison goes, in which formats.

use crate::message::{Exit, Messages};
use crate::output::{self, STANDARD_OUTPUT};
use clap::{Args, ValueEnum, ValueHint};
use reporter::View;
use std::io;
use std::path::{Path, PathBuf};

/// The outputs of a comparison: one that is asked for, and files beside it.
#[derive(Debug, Args)]
pub struct Reports {
    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::AnyPath)]
    output: PathBuf,

    /// Format of the output [default: by the name of the file, else terminal]
    #[arg(long, value_name = "FORMAT", value_enum)]
    format: Option<Format>,

    /// Write the tables into a folder, too
    #[arg(long, value_name = "DIR", help_heading = "More outputs", value_hint = ValueHint::DirPath)]
    csv: Option<PathBuf>,

    /// Write a workbook with one sheet a table, too
    #[arg(long, value_name = "FILE", help_heading = "More outputs", value_hint = ValueHint::FilePath)]
    xlsx: Option<PathBuf>,

    /// Write a page to read side by side, too
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "More outputs",
        value_hint = ValueHint::FilePath
    )]
    html: Option<PathBuf>,

    /// Write JSON, too
    #[arg(long, value_name = "FILE", help_heading = "More outputs", value_hint = ValueHint::FilePath)]
    json: Option<PathBuf>,

    /// Begin CSV files with the mark by which Excel knows UTF-8
    #[arg(long, help_heading = "More outputs")]
    excel: bool,

    /// The same for an Excel with decimal commas: semicolons between cells
    #[arg(long, conflicts_with = "excel", help_heading = "More outputs")]
    excel_eu: bool,

    /// Print everything on the terminal, not only the first of each
    #[arg(long)]
    full: bool,

    /// The table of --format csv on standard output
    #[arg(
        long,
        value_name = "NAME",
        default_value = "findings",
        help_heading = "More outputs"
    )]
    table: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The short story
    Terminal,
    /// By the schema docs/schema/compare.json
    Json,
    /// A folder of tables; on standard output one of them
    Csv,
    /// A workbook with one sheet a table
    Xlsx,
    /// One page to read side by side
    Html,
    /// One document
    Markdown,
}

impl Reports {
    /// Writes everything that is asked for.
    pub fn write(&self, views: &[View], messages: &Messages) -> Exit {
        let mut exits = Vec::new();
        let page = |view: &View| Ok(reporter::html::render(view).into_bytes());
        let csv = {
            let mut csv = reporter::csv::Options::default();
            csv.mark = self.excel || self.excel_eu;
            csv.european = self.excel_eu;
            csv
        };
        if let Some(folder) = &self.csv {
            exits.push(tables(folder, views, csv, messages));
        }
        if let Some(path) = &self.json {
            exits.push(output::write(
                path,
                &reporter::json::render_all(views),
                messages,
            ));
        }
        if let Some(path) = &self.xlsx {
            exits.push(files(path, views, messages, reporter::xlsx::render));
        }
        if let Some(path) = &self.html {
            exits.push(files(path, views, messages, page));
        }
        let path = &self.output;
        let standard = path.as_os_str() == STANDARD_OUTPUT;
        let asked = self.format.is_some() || !standard;
        let elsewhere = [&self.csv, &self.json, &self.xlsx, &self.html];
        let elsewhere = elsewhere.iter().any(|path| path.is_some());
        match self.format.unwrap_or_else(|| by_name(path)) {
            // Who asks for files wants nothing else, but on a terminal the story is welcome.
            _ if !asked && elsewhere && !anstream::stdout().is_terminal() => {}
            Format::Terminal => {
                let mut options = reporter::terminal::Options::default();
                if let (true, Some((width, _))) = (standard, terminal_size::terminal_size()) {
                    options.width = usize::from(width.0);
                }
                // Nobody pages through a file or a pipe.
                options.full = self.full || !standard || !anstream::stdout().is_terminal();
                let pages: Vec<String> = views
                    .iter()
                    .map(|view| reporter::terminal::render(view, options))
                    .collect();
                exits.push(output::write(path, &pages.join("\n"), messages));
            }
            Format::Json => {
                exits.push(output::write(
                    path,
                    &reporter::json::render_all(views),
                    messages,
                ));
            }
            Format::Markdown => {
                let pages: Vec<String> = views.iter().map(reporter::markdown::render).collect();
                exits.push(output::write(path, &pages.join("\n"), messages));
            }
            Format::Xlsx => exits.push(files(path, views, messages, reporter::xlsx::render)),
            Format::Html => exits.push(files(path, views, messages, page)),
            Format::Csv if standard => exits.push(table(path, &self.table, views, csv, messages)),
            Format::Csv => exits.push(tables(path, views, csv, messages)),
        }
        exits.into_iter().max().unwrap_or(Exit::Done)
    }
}

fn by_name(path: &Path) -> Format {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    match extension.to_ascii_lowercase().as_str() {
        "json" => Format::Json,
        "xlsx" => Format::Xlsx,
        "html" | "htm" => Format::Html,
        "md" | "markdown" => Format::Markdown,
        _ => Format::Terminal,
    }
}

/// The tables of each event in a folder; of several events, in a folder of its name below.
fn tables(
    folder: &Path,
    views: &[View],
    options: reporter::csv::Options,
    messages: &Messages,
) -> Exit {
    let mut exit = Exit::Done;
    for (index, view) in views.iter().enumerate() {
        let below = match views {
            [_] => folder.to_owned(),
            _ => folder.join(event_name(index, view)),
        };
        let written = reporter::csv::write(view, &below, options);
        exit = exit.max(output::ended(written, &below, messages));
    }
    exit
}

/// A file of each event; of several events, with the event's name before the extension.
fn files(
    path: &Path,
    views: &[View],
    messages: &Messages,
    render: impl Fn(&View) -> io::Result<Vec<u8>>,
) -> Exit {
    let mut exit = Exit::Done;
    let standard = path.as_os_str() == STANDARD_OUTPUT;
    for (index, view) in views.iter().enumerate() {
        let path = match views {
            [_] => path.to_owned(),
            _ if standard => path.to_owned(),
            _ => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let extension = path.extension().unwrap_or_default().to_string_lossy();
                path.with_file_name(format!("{stem}-{}.{extension}", event_name(index, view)))
            }
        };
        let written = render(view).and_then(|bytes| output::write_bytes(&path, &bytes));
        exit = exit.max(output::ended(written, &path, messages));
    }
    exit
}

/// A name for an event's files: its number, and its id as far as every file system takes it.
fn event_name(index: usize, view: &View) -> String {
    let name = view.run.event.as_deref().unwrap_or("no-event");
    let safe: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || "-_".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    format!("{:02}-{safe}", index + 1)
}

/// One table of every event, under one heading.
fn table(
    path: &Path,
    name: &str,
    views: &[View],
    options: reporter::csv::Options,
    messages: &Messages,
) -> Exit {
    let mut text = String::new();
    for view in views {
        let tables = reporter::rows::tables(view);
        let Some(table) = tables.iter().find(|table| table.name == name) else {
            let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
            messages.error(
                format_args!("no table \"{name}\""),
                Some(&format!("the tables are {}", names.join(", "))),
            );
            return Exit::Failed;
        };
        let rendered = reporter::csv::render(table, options);
        let rows = if text.is_empty() {
            rendered.as_str()
        } else {
            rendered.split_once('\n').map_or("", |(_, rows)| rows)
        };
        text.push_str(rows);
    }
    output::write(path, &text, messages)
}
