//! Accuracy tables: every suite gives figures, which are printed, kept in `docs/accuracy.md` and
//! held against what stands there: a drop is refused.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

mod alarms;
pub mod align;
mod contradictions;
mod dates;
pub mod encoder;
pub mod findings;
mod language;
mod names;
pub mod novelty;
mod parallel_news;
mod planted;
mod quantities;
mod quotations;
mod segment;
pub mod statements;
mod worked;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// One figure: the higher, the better.
pub struct Figure {
    /// What was measured on: `ud_sbd/Arabic-PUD`.
    pub set: String,
    /// What was measured: `span F1`.
    pub measure: &'static str,
    /// In percent.
    pub value: f64,
}

impl Figure {
    /// A figure.
    pub fn new(set: impl Into<String>, measure: &'static str, value: f64) -> Self {
        Self {
            set: set.into(),
            measure,
            value,
        }
    }
}

/// Measures one thing. `None` where its data are not on this machine.
type Suite = fn(&Data) -> Option<Vec<Figure>>;

/// All suites by name.
const SUITES: &[(&str, Suite)] = &[
    ("segment", segment::suite),
    ("language", language::suite),
    ("align", align::suite),
    ("statements", statements::suite),
    ("quantities", quantities::suite),
    ("dates", dates::suite),
    ("encoder", encoder::suite),
    ("findings", findings::suite),
    ("alarms", alarms::suite),
    ("planted", planted::suite),
    ("contradictions", contradictions::suite),
    ("novelty", novelty::suite),
    ("quotations", quotations::suite),
    ("names", names::suite),
    ("worked", worked::suite),
];

/// Where the data stand.
pub struct Data {
    /// The project's own events.
    pub corpora: PathBuf,
    /// Events that nothing is tuned for.
    pub held_back: PathBuf,
    /// Worked examples, a folder a language; errors in those held back are told to nobody.
    pub worked: PathBuf,
    /// Data that cannot be given away; may be missing.
    pub shared: PathBuf,
    /// Print every error a suite makes.
    pub errors: bool,
}

#[derive(clap::Args)]
pub struct Arguments {
    /// Which suites to run; all by default
    suites: Vec<String>,
    /// Folder with the shared data
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// Folder with events, to try others than the project's own
    #[arg(long, default_value = "corpora")]
    corpora: PathBuf,
    /// Folder with worked examples, a folder a language, to try others than those held back
    #[arg(long, default_value = "xtask/held-back/worked")]
    worked: PathBuf,
    /// Print every error
    #[arg(long)]
    errors: bool,
    /// Write the figures into docs/accuracy.md even where one is lower than before
    #[arg(long)]
    accept: bool,
}

/// A figure may sink by this much (in points) before it counts as a drop: sets are small and a
/// rule that helps one text may hurt one other.
const TOLERANCE: f64 = 0.3;

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let data = Data {
        corpora: root.join(&arguments.corpora),
        held_back: root.join("xtask/held-back"),
        worked: root.join(&arguments.worked),
        shared: root.join(&arguments.data),
        errors: arguments.errors,
    };
    let page = root.join("docs/accuracy.md");
    let mut kept = Accuracy::read(&page);
    let mut drops = 0;
    for name in &arguments.suites {
        if !SUITES.iter().any(|(suite, _)| suite == name) {
            let known: Vec<_> = SUITES.iter().map(|(suite, _)| *suite).collect();
            eprintln!(
                "xtask score: no suite {name}; there are: {}",
                known.join(", ")
            );
            return ExitCode::from(2);
        }
    }
    for (name, suite) in SUITES {
        if !arguments.suites.is_empty() && !arguments.suites.iter().any(|s| s == name) {
            continue;
        }
        let Some(figures) = suite(&data) else {
            println!("{name}: no data here, left out");
            // Figures that nobody measures any more would stand as if they still held.
            if data.shared.is_dir() && kept.has(name) {
                eprintln!("xtask score: {name}: the page has figures of it");
                drops += 1;
            }
            continue;
        };
        println!("## {name}");
        for figure in &figures {
            let before = kept.value(name, &figure.set, figure.measure);
            let fell = before.is_some_and(|before| figure.value < before - TOLERANCE);
            drops += usize::from(fell);
            println!(
                "{:40} {:24} {:7.2}{}",
                figure.set,
                figure.measure,
                figure.value,
                if fell {
                    format!("  DROP from {:.2}", before.unwrap_or_default())
                } else {
                    String::new()
                }
            );
        }
        kept.replace(name, &figures);
    }
    if drops > 0 && !arguments.accept {
        eprintln!(
            "xtask score: {drops} figures fell; docs/accuracy.md stays as it is (--accept to take them)"
        );
        return ExitCode::FAILURE;
    }
    if let Err(error) = fs::write(&page, kept.render()) {
        eprintln!("xtask score: {}: {error}", page.display());
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}

/// The figures of `docs/accuracy.md`: per suite the rows `set, measure, value`.
#[derive(Default)]
struct Accuracy {
    suites: Vec<(String, Vec<[String; 3]>)>,
}

impl Accuracy {
    fn read(page: &Path) -> Self {
        let mut suites: Vec<(String, Vec<[String; 3]>)> = Vec::new();
        for line in fs::read_to_string(page).unwrap_or_default().lines() {
            if let Some(name) = line.strip_prefix("## ") {
                suites.push((name.to_owned(), Vec::new()));
            } else if let Some((_, rows)) = suites.last_mut()
                && let [_, set, measure, value, _] =
                    *line.split('|').map(str::trim).collect::<Vec<_>>()
                && value.parse::<f64>().is_ok()
            {
                rows.push([set.to_owned(), measure.to_owned(), value.to_owned()]);
            }
        }
        Self { suites }
    }

    fn has(&self, suite: &str) -> bool {
        self.suites.iter().any(|(name, _)| name == suite)
    }

    fn value(&self, suite: &str, set: &str, measure: &str) -> Option<f64> {
        let (_, rows) = self.suites.iter().find(|(name, _)| name == suite)?;
        rows.iter().find(|row| row[0] == set && row[1] == measure)?[2]
            .parse()
            .ok()
    }

    fn replace(&mut self, suite: &str, figures: &[Figure]) {
        let rows = figures
            .iter()
            .map(|f| {
                [
                    f.set.clone(),
                    f.measure.to_owned(),
                    format!("{:.2}", f.value),
                ]
            })
            .collect();
        self.suites.retain(|(name, _)| name != suite);
        self.suites.push((suite.to_owned(), rows));
        let order = |name: &str| SUITES.iter().position(|(suite, _)| *suite == name);
        self.suites.sort_by_key(|(name, _)| order(name));
    }

    fn render(&self) -> String {
        let mut page = String::from(
            "# Accuracy\n\nWritten by `cargo xtask score`; figures in percent, the higher the better. \
             A figure that falls is refused.\n",
        );
        for (suite, rows) in &self.suites {
            let _ = write!(
                page,
                "\n## {suite}\n\n| set | measure | value |\n| --- | --- | ---: |\n"
            );
            for [set, measure, value] in rows {
                let _ = writeln!(page, "| {set} | {measure} | {value} |");
            }
        }
        page
    }
}
