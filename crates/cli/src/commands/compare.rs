//! `parallax compare`: reports of one event, set side by side.

use crate::input::Input;
use crate::message::{Exit, Messages};
use crate::output::{self, STANDARD_OUTPUT};
use crate::progress;
use clap::{Args, ValueEnum, ValueHint};
use parallax::{Article, Comparison, Kind, Verdict};
use reader::Reading;
use reporter::{Run, Source, View};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax compare corpora/beijing-talks            the short story, on the terminal
  parallax compare news/ --csv tables --json c.json tables for R or a spreadsheet, and JSON
  parallax compare export.csv --column text=body    rows of a table; an `event` column sets apart
  parallax compare a.txt b.html -o c.html           the format by the file's name
  parallax compare --check news/ > /dev/null        exit 1 where reports diverge

Exit: 0 done, 1 --check found divergences, 2 something could not be read (the rest is compared).")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

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

    /// Exit with 1 where reports diverge
    #[arg(long)]
    check: bool,
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

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("compare");
    let (reading, mut exit) = arguments.input.read(&messages);
    let events = events(reading, &arguments.input.options());
    if events.is_empty() {
        messages.error("no article to compare", None);
        return Exit::Failed;
    }
    let bar = progress::bar(events.len(), "events", &messages);
    let options = parallax::Options::default();
    let compared: Vec<(Comparison, Run)> = events
        .into_iter()
        .map(|(articles, run)| {
            let comparison = parallax::compare(&articles, &options);
            bar.inc(1);
            (comparison, run)
        })
        .collect();
    bar.finish_and_clear();
    for (comparison, run) in &compared {
        if comparison.reports.len() < 2 {
            let event = run
                .event
                .as_deref()
                .map_or(String::new(), |e| format!("{e}: "));
            messages.error(
                format_args!("{event}only one article, so nothing to compare it with"),
                Some("name at least two articles, or a folder of them"),
            );
            exit = Exit::Failed;
        }
    }
    let views: Vec<View> = compared.iter().map(|(c, run)| View::new(c, run)).collect();
    for written in outputs(arguments, &views, &messages) {
        exit = exit.max(written);
    }
    let diverges = compared
        .iter()
        .flat_map(|(comparison, _)| &comparison.findings)
        // Leaving something out is no contradiction.
        .any(|finding| finding.verdict == Verdict::Diverges && finding.kind != Kind::Coverage);
    if arguments.check && diverges {
        exit = exit.max(Exit::Diverges);
    }
    exit
}

/// The articles of each event, by the event's name. Articles of no event belong to the only one
/// there is; where there are several, they are an event of their own.
fn events(reading: Reading, options: &BTreeMap<String, String>) -> Vec<(Vec<Article>, Run)> {
    let mut named: Vec<String> = reading
        .inputs
        .iter()
        .filter_map(|input| input.article.event.clone())
        .collect();
    named.sort_unstable();
    named.dedup();
    let only = match named.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    };
    let notes: Vec<String> = reading.notes.iter().map(ToString::to_string).collect();
    let mut events: BTreeMap<Option<String>, (Vec<Article>, Run)> = BTreeMap::new();
    for input in reading.inputs {
        let event = input.article.event.clone().or_else(|| only.clone());
        let (articles, run) = events.entry(event.clone()).or_insert_with(|| {
            let run = Run {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                options: options.clone(),
                title: event
                    .as_ref()
                    .and_then(|id| reading.titles.get(id))
                    .cloned(),
                event,
                notes: notes.clone(),
                ..Run::default()
            };
            (Vec::new(), run)
        });
        let source = Source {
            path: input.path.display().to_string(),
            sha256: input.sha256,
        };
        run.sources.insert(input.article.id.clone(), source);
        articles.push(input.article);
    }
    events.into_values().collect()
}

fn outputs(arguments: &Arguments, views: &[View], messages: &Messages) -> Vec<Exit> {
    let mut exits = Vec::new();
    let page = |view: &View| Ok(reporter::html::render(view).into_bytes());
    let csv = {
        let mut csv = reporter::csv::Options::default();
        csv.mark = arguments.excel;
        csv
    };
    if let Some(folder) = &arguments.csv {
        exits.push(tables(folder, views, csv, messages));
    }
    if let Some(path) = &arguments.json {
        exits.push(output::write(
            path,
            &reporter::json::render_all(views),
            messages,
        ));
    }
    if let Some(path) = &arguments.xlsx {
        exits.push(files(path, views, messages, reporter::xlsx::render));
    }
    if let Some(path) = &arguments.html {
        exits.push(files(path, views, messages, page));
    }
    let path = &arguments.output;
    let standard = path.as_os_str() == STANDARD_OUTPUT;
    let asked = arguments.format.is_some() || !standard;
    let elsewhere = [
        &arguments.csv,
        &arguments.json,
        &arguments.xlsx,
        &arguments.html,
    ];
    let elsewhere = elsewhere.iter().any(|path| path.is_some());
    match arguments.format.unwrap_or_else(|| by_name(path)) {
        // Who asks for files wants nothing else, but on a terminal the story is welcome.
        _ if !asked && elsewhere && !anstream::stdout().is_terminal() => {}
        Format::Terminal => {
            let mut options = reporter::terminal::Options::default();
            if let (true, Some((width, _))) = (standard, terminal_size::terminal_size()) {
                options.width = usize::from(width.0);
            }
            // Nobody pages through a file or a pipe.
            options.full = arguments.full || !standard || !anstream::stdout().is_terminal();
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
        Format::Csv if standard => exits.push(table(arguments, views, csv, messages)),
        Format::Csv => exits.push(tables(path, views, csv, messages)),
    }
    exits
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

fn table(
    arguments: &Arguments,
    views: &[View],
    options: reporter::csv::Options,
    messages: &Messages,
) -> Exit {
    let mut text = String::new();
    for view in views {
        let tables = reporter::rows::tables(view);
        let Some(table) = tables.iter().find(|table| table.name == arguments.table) else {
            let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
            messages.error(
                format_args!("no table \"{}\"", arguments.table),
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
    output::write(&arguments.output, &text, messages)
}
