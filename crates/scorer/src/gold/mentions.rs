//! The mentions that the gold of an event lists, as the extractor would give them.

use super::{GoldError, Place, Snippet, lines};
use aligner::Report;
use extractor::{
    Approximation, Date, Form, Mention, Name, NameKind, Noun, Precision, Quantity, Quotation,
    Speaker, Unit, Value,
};
use jiff::civil::{self, DateTime};
use segmenter::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A mention with its place; the sentence is known once a report is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    place: Place,
    value: Value,
}

#[derive(Deserialize)]
struct QuantityLine {
    #[serde(flatten)]
    snippet: Snippet,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    unit: Option<String>,
    noun: Option<String>,
    approximation: String,
}

#[derive(Deserialize)]
struct DateLine {
    #[serde(flatten)]
    snippet: Snippet,
    from: Option<String>,
    to: Option<String>,
    precision: String,
    #[serde(default)]
    dateline: bool,
}

#[derive(Deserialize)]
struct QuotationLine {
    #[serde(flatten)]
    snippet: Snippet,
    form: String,
    speaker_name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct NameLine {
    pub(super) name: String,
    #[serde(rename = "type")]
    kind: String,
    pub(super) forms: Vec<Snippet>,
}

/// The mentions of a gold folder. `place` finds a snippet.
pub(super) fn read(
    folder: &Path,
    names: &[NameLine],
    place: impl Fn(&Snippet) -> Result<Place, GoldError>,
) -> Result<Vec<Placed>, GoldError> {
    let mut found = Vec::new();
    for line in lines::<QuantityLine>(folder, "quantities")? {
        found.push(Placed {
            place: place(&line.snippet)?,
            value: Value::Quantity(quantity(&line)),
        });
    }
    for line in lines::<DateLine>(folder, "dates")? {
        if !line.dateline {
            let moment = |text: &Option<String>, end| moment(text.as_deref()?, end);
            found.push(Placed {
                place: place(&line.snippet)?,
                value: Value::Date(Date {
                    from: moment(&line.from, false),
                    to: moment(&line.to, true),
                    precision: precision(&line.precision),
                    relative: false,
                    undated: false,
                    zone: None,
                    offset: None,
                    dateline: false,
                }),
            });
        }
    }
    for line in lines::<QuotationLine>(folder, "quotations")? {
        let place = place(&line.snippet)?;
        let speaker = line.speaker_name.map(|name| Speaker {
            span: place.span,
            name: Some(name),
        });
        let quotation = Quotation {
            form: match line.form.as_str() {
                "direct" => Form::Direct,
                "mixed" => Form::Mixed,
                _ => Form::Indirect,
            },
            content: vec![place.span],
            clause: None,
            cue: None,
            speaker,
        };
        found.push(Placed {
            place,
            value: Value::Quotation(quotation),
        });
    }
    for line in names {
        let kind = match line.kind.as_str() {
            "person" => NameKind::Person,
            "organisation" => NameKind::Organisation,
            "place" => NameKind::Place,
            _ => NameKind::Other,
        };
        for form in &line.forms {
            let name = Name {
                kind,
                name: form.text.clone(),
                key: extractor::romanise(&line.name),
            };
            found.push(Placed {
                place: place(form)?,
                value: Value::Name(name),
            });
        }
    }
    Ok(found)
}

/// Puts the mentions of the gold into reports in place of their own.
pub(super) fn put_into(mentions: &[Placed], reports: &mut [Report]) {
    for (index, report) in reports.iter_mut().enumerate() {
        let mut own: Vec<Mention> = mentions
            .iter()
            .filter(|placed| placed.place.article == index)
            .map(|placed| Mention {
                sentence: report
                    .document
                    .sentence_at(placed.place.span.start)
                    .unwrap_or(0),
                span: placed.place.span,
                value: placed.value.clone(),
            })
            .collect();
        own.sort_by_key(|mention| mention.span);
        report.mentions = own;
    }
}

fn quantity(line: &QuantityLine) -> Quantity {
    let number = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    Quantity {
        value: number(&line.value),
        low: number(&line.low),
        high: number(&line.high),
        unit: line.unit.clone().map(|id| Unit {
            dimension: dimensions()
                .get(id.as_str())
                .copied()
                .unwrap_or("currency")
                .to_owned(),
            id,
            span: Span::default(),
        }),
        noun: line.noun.clone().map(|class| Noun {
            span: Span::default(),
            class: Some(class),
            who: None,
        }),
        approximation: match line.approximation.as_str() {
            "about" => Approximation::About,
            "at_least" => Approximation::AtLeast,
            "more_than" => Approximation::MoreThan,
            "at_most" => Approximation::AtMost,
            "less_than" => Approximation::LessThan,
            "up_to" => Approximation::UpTo,
            "between" => Approximation::Between,
            _ => Approximation::Exact,
        },
        ordinal: false,
        scope: extractor::Scope::All,
    }
}

/// What each unit measures, as the English pack has it.
fn dimensions() -> BTreeMap<&'static str, &'static str> {
    let packs = ["en", lang::UNDETERMINED]
        .into_iter()
        .filter_map(lang::pack);
    packs
        .flat_map(|pack| pack.rows("units"))
        .map(|row| (row.key(), row.column(1)))
        .collect()
}

/// A moment of the gold; the end of its day where it has no time and is an end.
fn moment(text: &str, end: bool) -> Option<DateTime> {
    if let Ok(at) = text.parse::<DateTime>()
        && text.contains('T')
    {
        return Some(at);
    }
    let day: civil::Date = text.parse().ok()?;
    Some(if end {
        day.at(23, 59, 59, 0)
    } else {
        day.at(0, 0, 0, 0)
    })
}

fn precision(text: &str) -> Precision {
    match text {
        "vague" => Precision::Vague,
        "decade" => Precision::Decade,
        "year" => Precision::Year,
        "season" => Precision::Season,
        "month" => Precision::Month,
        "week" => Precision::Week,
        "day_part" => Precision::DayPart,
        "time" => Precision::Time,
        "period" => Precision::Period,
        _ => Precision::Day,
    }
}
