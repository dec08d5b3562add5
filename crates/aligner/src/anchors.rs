//! Anchors: what two sentences can share whatever their languages are: numbers, dates, names.

use crate::Report;
use crate::surface::{Surface, hash, number_hash};
use extractor::{Date, Name, Precision, Quantity, Value};

/// Something that two sentences share or do not share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Anchor {
    /// Equal where the anchors say the same.
    pub key: u32,
    /// What it is.
    pub kind: Kind,
}

/// What an anchor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Number,
    Date,
    Name,
}

/// The anchors of each sentence of a report.
pub(crate) fn of_report(report: &Report) -> Vec<Vec<Anchor>> {
    let mut anchors = vec![Vec::new(); report.document.sentences.len()];
    for mention in &report.mentions {
        let Some(here) = anchors.get_mut(mention.sentence) else {
            continue;
        };
        match &mention.value {
            Value::Quantity(quantity) => here.extend(of_quantity(quantity)),
            Value::Date(date) => here.extend(of_date(date)),
            Value::Name(name) => here.push(of_name(name)),
            _ => {}
        }
    }
    anchors
}

/// The numbers in digits, for texts without mentions.
pub(crate) fn of_numbers(surface: &Surface) -> Vec<Anchor> {
    let number = |&key: &u32| Anchor {
        key,
        kind: Kind::Number,
    };
    surface.numbers.iter().map(number).collect()
}

/// Brings anchors into the order that comparing needs.
pub(crate) fn tidy(anchors: &mut Vec<Anchor>) {
    anchors.sort_unstable();
    anchors.dedup();
}

fn of_quantity(quantity: &Quantity) -> impl Iterator<Item = Anchor> {
    // Every number that the wording names; the unit stays out, as it is often left unsaid.
    [quantity.value, quantity.low, quantity.high]
        .into_iter()
        .flatten()
        .map(|value| Anchor {
            key: number_hash(&value.normalize().to_string()),
            kind: Kind::Number,
        })
}

fn of_date(date: &Date) -> Option<Anchor> {
    if date.precision == Precision::Vague {
        return None;
    }
    let key = format!("{:?} {:?}", date.from?.date(), date.to?.date());
    Some(Anchor {
        key: hash(key.bytes(), 5),
        kind: Kind::Date,
    })
}

fn of_name(name: &Name) -> Anchor {
    Anchor {
        key: hash(name.key.bytes(), 6),
        kind: Kind::Name,
    }
}
