//! Values on one axis: numbers as dots, bounds as bars, dates as a timeline.

use crate::View;
use differ::{Evidence, Finding, Kind};
use extractor::{Approximation, Value};
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive as _, ToPrimitive as _};

/// Where what one outlet says lies on the axis, in percent of its length.
pub(super) struct Bar {
    pub(super) from: String,
    pub(super) width: String,
    pub(super) dot: Option<String>,
    /// The value is said to be about there.
    pub(super) about: bool,
    /// The value, or what is nearest to one: by it, outlets are put in order.
    pub(super) place: f64,
}

/// An axis, and the bar of every piece of evidence that has a place on it.
pub(super) struct Plot {
    pub(super) least: String,
    pub(super) most: String,
    pub(super) bars: Vec<Option<Bar>>,
}

/// Room at both ends, where open bounds run out.
const MARGIN: f64 = 6.0;

/// A value with its bounds.
struct Place<'a> {
    low: f64,
    value: Option<f64>,
    high: f64,
    about: bool,
    unit: &'a str,
}

/// The plot of a finding about numbers or dates with at least two places that differ.
pub(super) fn plot(view: &View, finding: &Finding) -> Option<Plot> {
    let mut places: Vec<Option<Place>> = finding
        .evidence
        .iter()
        .map(|evidence| place(view, finding.kind, evidence))
        .collect();
    let unit = places.iter().flatten().next()?.unit;
    for place in places.iter_mut().flatten().filter(|p| p.unit != unit) {
        place.scale(unit)?;
    }
    let ends = |pick: fn(f64, f64) -> f64| {
        places
            .iter()
            .flatten()
            .flat_map(|place| [Some(place.low), place.value, Some(place.high)])
            .flatten()
            .filter(|end| end.is_finite())
            .reduce(pick)
    };
    let (least, most) = (ends(f64::min)?, ends(f64::max)?);
    if places.iter().flatten().count() < 2 || most <= least {
        return None;
    }
    let x = |value: f64| {
        let share = (value.clamp(least, most) - least) / (most - least);
        MARGIN + share * (100.0 - 2.0 * MARGIN)
    };
    let bars = places
        .iter()
        .map(|place| {
            place.as_ref().map(|place| {
                let end = |end: f64, open: f64| if end.is_finite() { x(end) } else { open };
                let (from, to) = (end(place.low, 0.0), end(place.high, 100.0));
                Bar {
                    from: format!("{from:.1}"),
                    width: format!("{:.1}", (to - from).max(0.5)),
                    dot: place.value.map(|value| format!("{:.1}", x(value))),
                    about: place.about,
                    place: place.value.unwrap_or(if place.low.is_finite() {
                        place.low
                    } else {
                        place.high
                    }),
                }
            })
        })
        .collect();
    Some(Plot {
        least: shown(finding.kind, least, unit),
        most: shown(finding.kind, most, unit),
        bars,
    })
}

impl Place<'_> {
    /// Brings the place to another unit; nothing where the two cannot be compared.
    fn scale(&mut self, unit: &str) -> Option<()> {
        let scaled = |value: f64| {
            if value.is_infinite() {
                return Some(value);
            }
            differ::converted(Decimal::from_f64(value)?, self.unit, unit)?.to_f64()
        };
        let value = self.value.map(scaled);
        (self.low, self.high) = (scaled(self.low)?, scaled(self.high)?);
        self.value = value.flatten();
        Some(())
    }
}

fn shown(kind: Kind, value: f64, unit: &str) -> String {
    if kind == Kind::Date {
        return DateTime::default()
            .date()
            .checked_add(jiff::Span::new().days(value as i64))
            .map_or_else(|_| String::new(), |date| date.to_string());
    }
    // Three places: what was brought to another unit has more than anybody said.
    let text = ((value * 1000.0).round() / 1000.0).to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left.is_multiple_of(3) && digit.is_ascii_digit() && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    if unit.is_empty() {
        return out;
    }
    let one = out == "1";
    out + &differ::quantity::unit_in_words(unit, one)
}

fn place<'a>(view: &View<'a>, kind: Kind, evidence: &Evidence) -> Option<Place<'a>> {
    let report = evidence.at.report;
    let mention = view
        .report(report)
        .mentions
        .iter()
        .find(|mention| match &mention.value {
            Value::Quantity(_) => kind == Kind::Quantity && mention.span.overlaps(evidence.span),
            Value::Date(_) => kind == Kind::Date && mention.span.overlaps(evidence.span),
            _ => false,
        })?;
    let mut unit = "";
    let mut about = false;
    let (low, value, high) = match &mention.value {
        Value::Quantity(quantity) => {
            about = quantity.approximation == Approximation::About;
            unit = quantity.unit.as_ref().map_or("", |unit| &unit.id);
            let value = quantity.value.and_then(|value| value.to_f64());
            let bounded = quantity.low.is_some() || quantity.high.is_some();
            let end = |bound: Option<rust_decimal::Decimal>, open: f64| {
                let bound = bound.and_then(|bound| bound.to_f64());
                bound.or(if bounded { Some(open) } else { value })
            };
            (
                end(quantity.low, f64::NEG_INFINITY)?,
                value,
                end(quantity.high, f64::INFINITY)?,
            )
        }
        Value::Date(date) => {
            let days = |moment: DateTime| {
                let from = DateTime::default().date();
                let days = moment.date().since(from).ok()?.get_days();
                Some(f64::from(days))
            };
            let (low, high) = (days(date.from?)?, days(date.to?)?);
            (low, (low >= high).then_some(low), high)
        }
        _ => return None,
    };
    Some(Place {
        low,
        value,
        high,
        about,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn dots_stand_in_the_order_of_their_values() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        let plot = plot(&view, &comparison.findings[0]).unwrap();
        assert_eq!(
            (plot.least.as_str(), plot.most.as_str()),
            ("1,139", "1,170")
        );
        let dot = |index: usize| -> f64 {
            let bar = plot.bars[index].as_ref().unwrap();
            bar.dot.as_ref().unwrap().parse().unwrap()
        };
        assert!(dot(1) < dot(0));
    }

    #[test]
    fn large_numbers_have_separators() {
        assert_eq!(shown(Kind::Quantity, 1_234_567.5, ""), "1,234,567.5");
        assert_eq!(shown(Kind::Quantity, -123.0, "percent"), "-123%");
    }
}
