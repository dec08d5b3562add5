//! Translated lines: the values printed in digits on one side must be read on the other.

use super::{near, quantities, values};
use crate::score::{Data, Figure};
use extractor::{Quantity, Unit};
use rust_decimal::Decimal;
use segmenter::Span;
use std::fs;

pub(super) fn figures(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    let pud = fs::read_to_string(data.shared.join("eval/extract/pud/pud_parallel.tsv")).ok()?;
    let mut lines = pud.lines();
    let header: Vec<&str> = lines.next()?.split('\t').collect();
    let table: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let column = |code: &str| header.iter().position(|name| *name == code);
    let english = column("en")?;
    for code in first_class() {
        let Some(at) = column(code).filter(|at| *at != english) else {
            continue;
        };
        let pairs = table
            .iter()
            .filter_map(|row| Some((*row.get(english)?, *row.get(at)?)));
        figures.push(figure(&format!("pud/{code}"), code, pairs, data.errors));
    }
    let folder = data.shared.join("eval/compare/ntrex128");
    let read = |code: &str| fs::read_to_string(folder.join(format!("{code}.txt"))).ok();
    let english = read("en")?;
    for code in first_class().filter(|code| *code != "en") {
        let Some(other) = read(code) else { continue };
        let pairs = english.lines().zip(other.lines());
        figures.push(figure(
            &format!("ntrex128/{code}"),
            code,
            pairs,
            data.errors,
        ));
    }
    Some(figures)
}

fn first_class() -> impl Iterator<Item = &'static str> {
    lang::codes().filter(|code| lang::pack(code).is_some_and(|pack| pack.meta.first_class))
}

/// Of the lines with digits, in which percentage each value in digits is read on both sides.
/// Where the translator converted a unit (85 miles, 137 km) the values rightly differ, and a time as
/// long in another unit is the same (a decade, 10 years), and half is 50 percent.
fn figure<'a>(
    set: &str,
    code: &str,
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
    errors: bool,
) -> Figure {
    let (mut same, mut all) = (0, 0);
    for (english, other) in pairs {
        if !english.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        all += 1;
        let (ours, theirs) = (quantities("en", english), quantities(code, other));
        let (there, here) = (
            missing(&ours, english, &theirs),
            missing(&theirs, other, &ours),
        );
        if there.is_empty() && here.is_empty() {
            same += 1;
        } else if errors {
            println!("{set}\t{english}\n\t{other}\n    only en {there:?} only {code} {here:?}");
        }
    }
    Figure::new(
        set,
        "lines with the same values",
        100.0 * f64::from(same) / f64::from(all.max(1)),
    )
}

/// The values of cardinal numbers in digits that the other side does not have in any form.
fn missing(from: &[(Span, Quantity)], text: &str, to: &[(Span, Quantity)]) -> Vec<f64> {
    from.iter()
        .filter(|(span, quantity)| !quantity.ordinal && span.of(text).chars().any(char::is_numeric))
        .filter(|(_, quantity)| !to.iter().any(|(_, other)| converted(quantity, other)))
        .flat_map(|(_, quantity)| values(quantity))
        .filter(|value| {
            !to.iter()
                .any(|(_, other)| values(other).iter().any(|other| near(*other, *value)))
        })
        .collect()
}

fn converted(a: &Quantity, b: &Quantity) -> bool {
    const MEASURES: &[&str] = &["length", "area", "volume", "mass", "temperature", "speed"];
    let (unit, other) = match (&a.unit, &b.unit) {
        (Some(unit), Some(other)) => (unit, other),
        (Some(unit), None) => return is_share(unit, a, b),
        (None, Some(unit)) => return is_share(unit, b, a),
        (None, None) => return false,
    };
    let as_long = || {
        let there = extractor::units::converted(b.value?, &other.id, &unit.id)?;
        (unit.dimension == "duration").then_some(a.value? == there)
    };
    unit.dimension == other.dimension
        && unit.id != other.id
        && (MEASURES.contains(&unit.dimension.as_str()) || as_long() == Some(true))
}

/// Whether a percentage is a bare fraction ("half", 50 percent).
fn is_share(unit: &Unit, percent: &Quantity, fraction: &Quantity) -> bool {
    let hundredfold = fraction
        .value
        .and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
    let part = fraction.value.is_some_and(|value| value < Decimal::ONE);
    unit.id == "percent" && part && hundredfold.is_some() && hundredfold == percent.value
}
