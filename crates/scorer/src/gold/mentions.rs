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
    cue: Option<String>,
    /// As printed: "Lin", "he".
    speaker: Option<String>,
    /// As in the names.
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
                    unplaced: None,
                    dateline: false,
                }),
            });
        }
    }
    for line in lines::<QuotationLine>(folder, "quotations")? {
        found.extend(quotation(&line, names, &place)?);
    }
    for line in names {
        for form in &line.forms {
            found.push(Placed {
                place: place(form)?,
                value: Value::Name(name_of(line, &form.text)),
            });
        }
    }
    Ok(found)
}

/// A quotation as the extractor would give it: its cue and its speaker where they are printed, the
/// nearest ones, and the speaker by the name that the article gives; and that name, where a part of
/// it is printed there.
fn quotation(
    line: &QuotationLine,
    names: &[NameLine],
    place: impl Fn(&Snippet) -> Result<Place, GoldError>,
) -> Result<Vec<Placed>, GoldError> {
    let whole = place(&line.snippet)?;
    let article = &line.snippet.article;
    let nearest = |text: &Option<String>| nearest(text.as_deref()?, article, whole.span, &place);
    let named = names
        .iter()
        .find(|name| Some(&name.name) == line.speaker_name.as_ref());
    let form = named.and_then(|name| {
        let own = name.forms.iter().filter(|form| form.article == *article);
        own.max_by_key(|form| form.text.len())
    });
    let printed = nearest(&line.speaker);
    let speaker = line.speaker_name.as_ref().map(|name| Speaker {
        span: printed.unwrap_or(whole.span),
        name: Some(form.map_or(name, |form| &form.text).clone()),
    });
    let mut found = Vec::new();
    if let (Some(named), Some(form), Some(span), Some(text)) =
        (named, form, printed, line.speaker.as_deref())
        && form
            .text
            .split([' ', '·', '・'])
            .any(|part| text.contains(part))
    {
        found.push(Placed {
            place: Place {
                article: whole.article,
                span,
            },
            value: Value::Name(name_of(named, &form.text)),
        });
    }
    let quotation = Quotation {
        form: match line.form.as_str() {
            "direct" => Form::Direct,
            "mixed" => Form::Mixed,
            _ => Form::Indirect,
        },
        content: vec![whole.span],
        clause: None,
        cue: nearest(&line.cue),
        speaker,
    };
    found.push(Placed {
        place: whole,
        value: Value::Quotation(quotation),
    });
    Ok(found)
}

/// The occurrence of a text in an article that stands nearest to a span.
fn nearest(
    text: &str,
    article: &str,
    to: Span,
    place: impl Fn(&Snippet) -> Result<Place, GoldError>,
) -> Option<Span> {
    let occurrence = |nth| {
        let snippet = Snippet {
            article: article.to_owned(),
            text: text.to_owned(),
            nth: Some(nth),
        };
        place(&snippet).ok()
    };
    let spans = (1..)
        .map_while(occurrence)
        .map(|found| found.span)
        .take_while(|_| !text.is_empty());
    spans.min_by_key(|span| {
        let behind = span.start.saturating_sub(to.end);
        behind.max(to.start.saturating_sub(span.end))
    })
}

/// A name in the form that an article gives it.
fn name_of(line: &NameLine, form: &str) -> Name {
    Name {
        kind: match line.kind.as_str() {
            "person" => NameKind::Person,
            "organisation" => NameKind::Organisation,
            "place" => NameKind::Place,
            _ => NameKind::Other,
        },
        name: form.to_owned(),
        key: extractor::name_key(&line.name, "en"),
    }
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
