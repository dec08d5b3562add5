//! Worked examples: a text and what a careful reader finds in it, a line each, as they stand in the
//! lists `cases_*` of the packs.

mod quotations;

use crate::Measure;
use extractor::{Approximation, Mention, NameKind, Quantity, Value};
use segmenter::{Article, Document};

/// What is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers with what they count.
    Quantities,
    /// Dates and times.
    Dates,
    /// Who says what.
    Quotations,
    /// All names with what they name; the packs' lists name some only, with their keys.
    Names,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Quantities, Self::Dates, Self::Quotations, Self::Names];

    /// Its name; but for names, the list of a pack is `cases_` and this.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantities => "quantities",
            Self::Dates => "dates",
            Self::Quotations => "quotations",
            Self::Names => "names",
        }
    }
}

/// What came out of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many mentions are read, how many should be, and how many are read as they should.
    pub measure: Measure,
    /// What was read, where that is not all and only what should be.
    pub problem: Option<String>,
}

/// Reads a line, by its columns, as text in a language.
pub fn check(kind: Kind, language: &str, line: &[&str]) -> Outcome {
    let column = |at: usize| line.get(at).copied().unwrap_or_default();
    let (published, text, told) = match kind {
        Kind::Dates => (Some(column(0)), column(1), column(2)),
        _ => (None, column(0), column(1)),
    };
    if kind == Kind::Quotations {
        let expected = quotations::Expected::read(text, told);
        let document = document(language, None, &expected.text);
        return expected.compare(&document);
    }
    let document = document(language, published, text);
    let read: Vec<String> = extractor::extract(&document)
        .iter()
        .filter_map(|mention| shown(&document, mention, kind))
        .collect();
    let expected: Vec<&str> = told.split(" | ").filter(|told| !told.is_empty()).collect();
    let mut pairs = expected.iter().zip(&read);
    let wrong = read.len() != expected.len() || !pairs.all(|(told, read)| is_read(told, read));
    let mut left: Vec<&String> = read.iter().collect();
    for told in &expected {
        if let Some(at) = left.iter().position(|read| is_read(told, read)) {
            left.remove(at);
        }
    }
    Outcome {
        measure: measure(read.len() - left.len(), read.len(), expected.len()),
        problem: wrong.then(|| read.join(" | ")),
    }
}

/// Whether a mention is read as it should: `?` stands for a class that the packs do not have.
fn is_read(told: &str, read: &str) -> bool {
    match told.strip_suffix(" ?") {
        Some(number) => read.split(' ').next() == Some(number),
        None => read == told,
    }
}

fn measure(right: usize, found: usize, gold: usize) -> Measure {
    Measure {
        right,
        found,
        recalled: right,
        gold,
    }
}

fn document(language: &str, published: Option<&str>, text: &str) -> Document {
    let mut article = Article::new("worked", text);
    article.language = Some(language.to_owned());
    article.published = published.map(str::to_owned);
    segmenter::segment(article)
}

/// A mention of a kind in the notation of the lists.
fn shown(document: &Document, mention: &Mention, kind: Kind) -> Option<String> {
    match (&mention.value, kind) {
        (Value::Quantity(quantity), Kind::Quantities) => Some(quantity_shown(quantity)),
        (Value::Name(name), Kind::Names) => {
            let kind = match name.kind {
                NameKind::Person => "person",
                NameKind::Organisation => "organisation",
                NameKind::Place => "place",
                _ => "other",
            };
            Some(format!("{} = {kind}", document.text_of(mention.span)))
        }
        (Value::Date(date), Kind::Dates) => {
            let end = |end: Option<jiff::civil::DateTime>| end.map(|end| end.to_string());
            Some(format!(
                "{} = {}..{} {:?}{}",
                document.text_of(mention.span),
                end(date.from).unwrap_or_default(),
                end(date.to).unwrap_or_default(),
                date.precision,
                if date.dateline { " dateline" } else { "" }
            ))
        }
        _ => None,
    }
}

/// `value`, `low..high` or `>value`, with `~` for about, `^` for up to, `#` for an ordinal, then
/// unit and class: `>=34535 killed`, `~2500000 USD`.
fn quantity_shown(quantity: &Quantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        (None, Some(low), None) => format!("{low}.."),
        (None, None, Some(high)) => format!("..{high}"),
        (None, None, None) => "?".to_owned(),
        (Some(value), _, _) => {
            let sign = match quantity.approximation {
                Approximation::About => "~",
                Approximation::AtLeast => ">=",
                Approximation::MoreThan => ">",
                Approximation::AtMost => "<=",
                Approximation::LessThan => "<",
                Approximation::UpTo => "^",
                _ => "",
            };
            format!("{sign}{value}")
        }
    };
    let mut parts = vec![number];
    if quantity.ordinal {
        parts.push("#".to_owned());
    }
    parts.extend(quantity.unit.as_ref().map(|unit| unit.id.clone()));
    parts.extend(quantity.noun.as_ref().and_then(|noun| noun.class.clone()));
    parts.join(" ")
}
