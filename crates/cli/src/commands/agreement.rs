//! `parallax agreement`: how far coders agree with each other and with the tool.

use super::score::{self, Format};
use crate::input::Common;
use crate::message::Exit;
use crate::output;
use clap::{Args, ValueHint};
use reporter::review;
use scorer::agreement::{Level, Pair, Ratings};
use scorer::alignment::Interval;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax agreement ann.csv ben.csv                      two coders of the same review table
  parallax agreement ann.csv ben.csv tool.csv             and the tool's own table
  parallax agreement --column code ann.csv ben.csv        any tables whose first column is the unit
  parallax agreement ann.csv ben.csv --recal codes.csv    and a table for ReCal

A review table (compare --csv DIR writes review.csv) counts as what is left after the coder's
decision: the value, the correction, or \"rejected\". Each kind of item (link, verdict, speaker) is
measured by itself. Krippendorff's alpha is nominal, ordinal (categories in the order of --order,
else by number or letters) and, for numbers, interval. Intervals hold 95% of 2,000 bootstrap
samples over units.")]
pub struct Arguments {
    /// Tables of two or more coders, or of a coder and the tool
    #[arg(required = true, num_args = 2.., value_name = "CODER", value_hint = ValueHint::FilePath)]
    coders: Vec<PathBuf>,

    /// The column with the codes [default: a review table's decision, else the last column]
    #[arg(long, value_name = "NAME")]
    column: Option<String>,

    /// The column with the units [default: item, else the first column]
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,

    /// Categories in the order that ranks them, as agrees,compatible,diverges
    #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
    order: Vec<String>,

    /// Write the codes as `ReCal` reads them, too: a row a unit, a column a coder, numbers, no heading
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    recal: Option<PathBuf>,

    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    common: Common,
}

/// The codes of one coder: by kind of unit and unit.
type Codes = BTreeMap<String, BTreeMap<String, String>>;

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.common.start("agreement");
    let mut coders = Vec::new();
    for path in &arguments.coders {
        match codes(path, arguments) {
            Ok(codes) => coders.push(codes),
            Err(what) => {
                messages.error(format_args!("{}: {what}", path.display()), None);
                return Exit::Failed;
            }
        }
    }
    let mut kinds: Vec<&String> = coders.iter().flat_map(Codes::keys).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut out = String::new();
    score::heading(
        &mut out,
        arguments.format,
        &["kind", "measure", "coders", "units", "value", "95%"],
    );
    let mut recal = String::new();
    for kind in kinds {
        let of: Vec<&BTreeMap<String, String>> =
            coders.iter().filter_map(|codes| codes.get(kind)).collect();
        let mut units: Vec<&String> = of.iter().flat_map(|codes| codes.keys()).collect();
        units.sort_unstable();
        units.dedup();
        let given: Vec<Vec<Option<String>>> = coders
            .iter()
            .map(|codes| {
                let codes = codes.get(kind);
                let code = |unit: &&String| codes.and_then(|codes| codes.get(*unit)).cloned();
                units.iter().map(code).collect()
            })
            .collect();
        let ratings = Ratings::new(&given, &arguments.order);
        report(&mut out, arguments, kind, &ratings);
        for unit in ratings.units() {
            // ReCal takes no unit that a coder left out.
            if unit.iter().all(Option::is_some) {
                let codes: Vec<String> = unit.iter().flatten().map(usize::to_string).collect();
                recal.push_str(&codes.join(","));
                recal.push('\n');
            }
        }
    }
    let mut exit = output::write(&arguments.output, &out, &messages);
    if let Some(path) = &arguments.recal {
        exit = exit.max(output::write(path, &recal, &messages));
    }
    exit
}

fn report(out: &mut String, arguments: &Arguments, kind: &str, ratings: &Ratings) {
    let shown = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let between = |interval: Option<Interval>| {
        interval.map_or("–".to_owned(), |i| format!("{:.3}–{:.3}", i.low, i.high))
    };
    let mut row = |measure: &str, coders: String, units: usize, value, interval| {
        let cells = [
            kind.to_owned(),
            measure.to_owned(),
            coders,
            units.to_string(),
            shown(value),
            between(interval),
        ];
        score::row(out, arguments.format, &cells);
    };
    let pairs: [(&str, Pair); 2] = [
        ("percent agreement", Ratings::percent),
        ("Cohen's kappa", Ratings::kappa),
    ];
    for a in 0..arguments.coders.len() {
        for b in a + 1..arguments.coders.len() {
            for (name, measure) in pairs {
                row(
                    name,
                    format!("{} {}", a + 1, b + 1),
                    ratings.shared(a, b),
                    measure(ratings, a, b),
                    ratings.pair_interval(a, b, measure),
                );
            }
        }
    }
    let coded = |unit: &&Vec<Option<usize>>| unit.iter().flatten().count() > 1;
    let units = ratings.units().iter().filter(coded).count();
    for (name, level) in [
        ("Krippendorff's alpha, nominal", Level::Nominal),
        ("Krippendorff's alpha, ordinal", Level::Ordinal),
        ("Krippendorff's alpha, interval", Level::Interval),
    ] {
        row(
            name,
            "all".to_owned(),
            units,
            ratings.alpha(level),
            ratings.alpha_interval(level),
        );
    }
}

/// Reads the codes of one coder.
fn codes(path: &Path, arguments: &Arguments) -> Result<Codes, String> {
    let text = std::fs::read_to_string(path).map_err(|error| reader::plain(&error))?;
    let table = review::table(&text)?;
    let place = |name: &str| table.headings.iter().position(|heading| heading == name);
    let named = |name: &Option<String>, usual: &str, or: usize| match name {
        Some(name) => place(name).ok_or_else(|| format!("no column \"{name}\"")),
        None => Ok(place(usual).unwrap_or(or)),
    };
    let mut codes = Codes::new();
    if arguments.column.is_none() && place("decision").is_some() {
        for decision in review::decisions(&text)? {
            let code = decision.outcome().to_owned();
            codes
                .entry(decision.kind)
                .or_default()
                .insert(decision.item, code);
        }
        return Ok(codes);
    }
    let unit = named(&arguments.unit, "item", 0)?;
    let column = named(
        &arguments.column,
        "code",
        table.headings.len().saturating_sub(1),
    )?;
    let kind = place("kind").filter(|&kind| kind != unit && kind != column);
    for row in &table.rows {
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        if cell(unit).is_empty() || cell(column).is_empty() {
            continue;
        }
        let kind = kind.map_or("all", cell).to_owned();
        let of = codes.entry(kind).or_default();
        if of
            .insert(cell(unit).to_owned(), cell(column).to_owned())
            .is_some()
        {
            return Err(format!("unit \"{}\" stands twice", cell(unit)));
        }
    }
    if codes.is_empty() {
        return Err("no codes".to_owned());
    }
    Ok(codes)
}
