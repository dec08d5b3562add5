//! Anchors: what two sentences can share whatever their languages are: numbers, dates, names.

use crate::Report;
use crate::surface::{Surface, hash, number_hash};
use extractor::units;
use extractor::{Date, Mention, Name, NameMatch, Precision, Quantity, Spoken, Value};
use rayon::prelude::*;
use rust_decimal::prelude::ToPrimitive as _;
use rustc_hash::FxHashMap;
use segmenter::Span;

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
    /// The number that is printed.
    Number,
    /// Its size, so that what is rounded or converted still meets: two keys each.
    Size,
    /// What is counted or measured, whatever the number.
    Counted,
    Date,
    Name,
    /// Who is quoted: the same person says many things.
    Speaker,
}

/// How many kinds there are.
pub(crate) const KINDS: usize = 6;

/// The anchors of a report, each with where it stands, in the order of its mentions.
pub(crate) fn of_report(
    report: &Report,
    names: &Names,
    speaking: &Speaking,
) -> Vec<(Span, Anchor)> {
    let of_mention = |mention: &Mention| match &mention.value {
        Value::Quantity(quantity) => of_quantity(quantity),
        Value::Date(date) => of_date(date).into_iter().collect(),
        Value::Name(name) => {
            let mut anchor = names.anchor(name);
            if speaking.covers(mention.span) {
                anchor.kind = Kind::Speaker;
            }
            vec![anchor]
        }
        _ => Vec::new(),
    };
    let located = |mention| {
        of_mention(mention)
            .into_iter()
            .map(|anchor| (mention.span, anchor))
    };
    report.mentions.iter().flat_map(located).collect()
}

/// The words of a report that only say who speaks: "the spokesman told reporters".
pub(crate) struct Speaking {
    /// Where each begins, and how far it or one before it reaches; sorted.
    spans: Vec<(usize, usize)>,
}

/// Who speaks in a report.
pub(crate) fn speaking(report: &Report) -> Speaking {
    let quotations = report.mentions.iter().filter_map(|m| match &m.value {
        Value::Quotation(quotation) => Some(quotation),
        _ => None,
    });
    let mut spans: Vec<(usize, usize)> = quotations
        .flat_map(|quotation| {
            let speaker = quotation.speaker.as_ref().map(|speaker| speaker.span);
            [quotation.cue, speaker]
        })
        .flatten()
        .map(|span| (span.start, span.end))
        .collect();
    spans.sort_unstable();
    let mut reached = 0;
    for (_, end) in &mut spans {
        reached = reached.max(*end);
        *end = reached;
    }
    Speaking { spans }
}

impl Speaking {
    /// Whether one of them covers the span.
    pub fn covers(&self, span: Span) -> bool {
        let begun = self
            .spans
            .partition_point(|(start, _)| *start <= span.start);
        let last = begun.checked_sub(1).and_then(|last| self.spans.get(last));
        last.is_some_and(|(_, reached)| span.end <= *reached)
    }
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

fn of_quantity(quantity: &Quantity) -> Vec<Anchor> {
    let number = |key: u32| Anchor {
        key,
        kind: Kind::Number,
    };
    let size = |key: u32| Anchor {
        key,
        kind: Kind::Size,
    };
    let mut anchors = Vec::new();
    // Every number that the wording names; the unit stays out, as it is often left unsaid.
    for value in [quantity.value, quantity.low, quantity.high]
        .into_iter()
        .flatten()
    {
        anchors.push(number(number_hash(&value.normalize().to_string())));
        let about = value.to_f64().unwrap_or(0.0).abs();
        if about >= ROUNDED {
            let step = about.ln() / NEAR;
            for bucket in [step.floor(), (step + 0.5).floor() + 0.5] {
                anchors.push(size(hash(bucket.to_string().bytes(), 8)));
            }
        }
    }
    // "55 km" and "30 nautical miles" tell of the same distance.
    if let Some(unit) = &quantity.unit
        && let Some(scale) = units::scale(&unit.id)
        && let Some(value) = quantity.value.or(quantity.low).or(quantity.high)
        && let Some(base) = scale.value(value).and_then(|base| base.to_f64())
        && base > 0.0
    {
        let step = base.ln() / NEAR;
        for bucket in [step.floor(), (step + 0.5).floor() + 0.5] {
            let key = format!("{} {bucket}", scale.measure);
            anchors.push(size(hash(key.bytes(), 10)));
        }
    }
    // "312 injured" and "about 340 hurt" tell of the same count.
    let class = quantity.noun.as_ref().and_then(|noun| noun.class.as_ref());
    let unit = quantity.unit.as_ref().map(|unit| &unit.dimension);
    let counted = class.into_iter().chain(unit);
    anchors.extend(counted.map(|what| Anchor {
        key: hash(what.bytes(), 9),
        kind: Kind::Counted,
    }));
    anchors
}

/// Smaller numbers are seldom rounded, and near each other by chance.
const ROUNDED: f64 = 20.0;

/// Numbers whose logarithms lie within half of this share a bucket: "118" and "about 120".
const NEAR: f64 = 0.2;

fn of_date(date: &Date) -> Option<Anchor> {
    if date.precision == Precision::Vague {
        return None;
    }
    let key = match (date.from, date.to) {
        (Some(from), Some(to)) => format!("{:?} {:?}", from.date(), to.date()),
        _ => format!("{:?}", date.unplaced?),
    };
    Some(Anchor {
        key: hash(key.bytes(), 5),
        kind: Kind::Date,
    })
}

/// The names of all reports, each with one key over scripts and spellings.
#[derive(Debug, Default)]
pub(crate) struct Names {
    keys: FxHashMap<String, u32>,
}

/// Names are compared one by one up to so many; beyond, only equal keys are one name.
const COMPARED: usize = 400;

impl Names {
    pub fn of(reports: &[Report]) -> Self {
        let mut names: Vec<&Name> = reports
            .iter()
            .flat_map(|report| &report.mentions)
            .filter_map(|mention| match &mention.value {
                Value::Name(name) => Some(name),
                _ => None,
            })
            .collect();
        names.sort_by(|a, b| (&a.key, &a.name).cmp(&(&b.key, &b.name)));
        names.dedup_by(|a, b| a.key == b.key);
        let mut group: Vec<usize> = (0..names.len()).collect();
        if names.len() <= COMPARED {
            let spoken: Vec<Spoken> = names.iter().map(|name| Spoken::of(name)).collect();
            let earlier = |at: usize| {
                let name = spoken.get(at)?;
                spoken.iter().take(at).position(|other| is_one(name, other))
            };
            let same: Vec<Option<usize>> = (0..names.len()).into_par_iter().map(earlier).collect();
            for (at, same) in same.into_iter().enumerate() {
                if let Some(same) = same {
                    group[at] = group[same];
                }
            }
        }
        let key = |(name, group): (&&Name, usize)| {
            let first = names.get(group).map_or("", |first| first.key.as_str());
            (name.key.clone(), hash(first.bytes(), 6))
        };
        Self {
            keys: names.iter().zip(group.iter().copied()).map(key).collect(),
        }
    }

    fn anchor(&self, name: &Name) -> Anchor {
        let own = || hash(name.key.bytes(), 6);
        Anchor {
            key: self.keys.get(&name.key).copied().unwrap_or_else(own),
            kind: Kind::Name,
        }
    }
}

fn is_one(name: &Spoken, other: &Spoken) -> bool {
    matches!(
        name.stands_to(other).0,
        NameMatch::Same | NameMatch::Variant
    )
}
