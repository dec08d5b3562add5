//! `parallax compare`: reports of one event, set side by side.

use crate::input::Input;
use crate::message::Exit;
use crate::model::Model;
use crate::progress;
use crate::reports::Reports;
use clap::{Args, ValueHint};
use parallax::{Article, Comparison, Kind, Verdict};
use reader::Reading;
use reporter::{Run, Source, View};
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax compare corpora/beijing-talks            the short story, on the terminal
  parallax compare news/ --csv tables --json c.json tables for R or a spreadsheet, and JSON
  parallax compare export.csv --column text=body    rows of a table; an `event` column sets apart
  parallax compare a.txt b.html -o c.html           the format by the file's name
  parallax compare news/ --csv t --review t/review.csv  with what a person decided in review.csv
  parallax compare --check news/ > /dev/null        exit 1 where reports diverge

Exit: 0 done, 1 --check found divergences, 2 something could not be read (the rest is compared).")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reports: Reports,

    #[command(flatten)]
    model: Model,

    /// Honour the decisions of a review table (review.csv of an earlier --csv DIR)
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    review: Option<PathBuf>,

    /// Show findings that are right with this likelihood, 0 to 1
    #[arg(long, value_name = "P", default_value_t = parallax::MIN_CONFIDENCE, value_parser = likelihood)]
    min_confidence: f32,

    /// Exit with 1 where reports diverge
    #[arg(long)]
    check: bool,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("compare");
    let (reading, mut exit) = arguments.input.read(&messages);
    let mut set = arguments.input.options();
    set.extend(arguments.model.record());
    if let Some(path) = &arguments.review {
        set.insert("review".to_owned(), path.display().to_string());
    }
    if arguments.min_confidence != parallax::MIN_CONFIDENCE {
        let least = arguments.min_confidence.to_string();
        set.insert("min_confidence".to_owned(), least);
    }
    let events = events(reading, &set);
    if events.is_empty() {
        messages.error("no article to compare", None);
        return Exit::Failed;
    }
    let mut options = match arguments.model.options(&messages) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    options = options.with_min_confidence(arguments.min_confidence);
    if let Some(path) = &arguments.review {
        let decisions = std::fs::read_to_string(path)
            .map_err(|error| reader::plain(&error))
            .and_then(|text| reporter::review::decisions(&text));
        match decisions {
            Ok(decisions) => options = options.with_review(decisions),
            Err(what) => {
                messages.error(format_args!("{}: {what}", path.display()), None);
                return Exit::Failed;
            }
        }
    }
    if arguments.review.is_some() && events.len() > 1 {
        messages.error(
            "--review is of one event",
            Some("compare each event by itself, with its own review.csv"),
        );
        return Exit::Failed;
    }
    let bar = match events.as_slice() {
        [(articles, _)] => {
            progress::spinner(format!("comparing {} reports", articles.len()), &messages)
        }
        _ => progress::bar(events.len(), "events", &messages),
    };
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
    exit = exit.max(arguments.reports.write(&views, &messages));
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

fn likelihood(given: &str) -> Result<f32, String> {
    let value = given.parse().ok();
    value
        .filter(|value| (0.0..=1.0).contains(value))
        .ok_or_else(|| "not a number from 0 to 1".to_owned())
}

/// The articles of each event, by the event's name. Articles of no event are one of their own.
fn events(reading: Reading, options: &BTreeMap<String, String>) -> Vec<(Vec<Article>, Run)> {
    let notes: Vec<String> = reading.notes.iter().map(ToString::to_string).collect();
    let mut events: BTreeMap<Option<String>, (Vec<Article>, Run)> = BTreeMap::new();
    for input in reading.inputs {
        let event = input.article.event.clone();
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
