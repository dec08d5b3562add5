//! Values on one axis: numbers as dots, bounds as bars, dates as a timeline.

use crate::View;
use differ::{Evidence, Finding, Kind};
use extractor::Value;
use jiff::civil::DateTime;
use rust_decimal::prelude::ToPrimitive as _;

/// A small plot, in the units of its own drawing.
pub(super) struct Plot {
    pub(super) height: usize,
    pub(super) least: String,
    pub(super) most: String,
    pub(super) lines: Vec<Mark>,
}

/// What one outlet says, on a line of its own.
pub(super) struct Mark {
    pub(super) y: usize,
    pub(super) from: String,
    pub(super) width: String,
    pub(super) dot: Option<String>,
    pub(super) label: String,
}

/// Where the axis begins and ends.
const LEFT: f64 = 10.0;
const RIGHT: f64 = 230.0;
const LINE: usize = 16;

/// A value with its bounds, as places on the axis.
struct Place {
    low: f64,
    value: Option<f64>,
    high: f64,
    outlet: String,
}

/// The plot of a finding about numbers or dates with at least two places that differ.
pub(super) fn plot(view: &View, finding: &Finding) -> Option<Plot> {
    let mut places: Vec<Place> = Vec::new();
    for evidence in &finding.evidence {
        if let Some(place) = place(view, finding.kind, evidence)
            && !places.iter().any(|known| known.outlet == place.outlet)
        {
            places.push(place);
        }
    }
    let ends = |pick: fn(f64, f64) -> f64| {
        places
            .iter()
            .flat_map(|place| [Some(place.low), place.value, Some(place.high)])
            .flatten()
            .filter(|end| end.is_finite())
            .reduce(pick)
    };
    let (least, most) = (ends(f64::min)?, ends(f64::max)?);
    if places.len() < 2 || most <= least {
        return None;
    }
    let x = |value: f64| {
        let share = (value.clamp(least, most) - least) / (most - least);
        LEFT + share * (RIGHT - LEFT)
    };
    let lines = places
        .iter()
        .enumerate()
        .map(|(index, place)| {
            // An open bound runs to the edge of the drawing.
            let from = if place.low.is_finite() {
                x(place.low)
            } else {
                0.0
            };
            let to = if place.high.is_finite() {
                x(place.high)
            } else {
                RIGHT + 10.0
            };
            Mark {
                y: index * LINE + 12,
                from: format!("{from:.1}"),
                width: format!("{:.1}", (to - from).max(1.0)),
                dot: place.value.map(|value| format!("{:.1}", x(value))),
                label: place.outlet.clone(),
            }
        })
        .collect();
    Some(Plot {
        height: places.len() * LINE + 22,
        least: shown(finding.kind, least),
        most: shown(finding.kind, most),
        lines,
    })
}

fn shown(kind: Kind, value: f64) -> String {
    if kind == Kind::Date {
        DateTime::default()
            .date()
            .checked_add(jiff::Span::new().days(value as i64))
            .map_or_else(|_| String::new(), |date| date.to_string())
    } else {
        value.to_string()
    }
}

fn place(view: &View, kind: Kind, evidence: &Evidence) -> Option<Place> {
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
    let (low, value, high) = match &mention.value {
        Value::Quantity(quantity) => {
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
        outlet: view.outlet(report).to_owned(),
    })
}
