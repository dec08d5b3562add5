//! Whose the ages of a statement are.

use crate::mentions::{Said, published};
use crate::name::Bearers;
use crate::place::breadth;
use crate::quantity;
use aligner::{Report, SentenceRef};
use extractor::{Mention, Quantity, Value};
use rust_decimal::Decimal;
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// By sentence, the ages in it of nobody named.
pub(crate) fn ages(
    said: &[Said<Quantity>],
    aged: &[Option<usize>],
) -> BTreeMap<SentenceRef, BTreeSet<Decimal>> {
    let mut ages: BTreeMap<SentenceRef, BTreeSet<Decimal>> = BTreeMap::new();
    for (said, bearer) in said.iter().zip(aged) {
        if bearer.is_none() && quantity::is_age(&said.what) {
            ages.entry(said.at).or_default().extend(said.what.value);
        }
    }
    ages
}

/// Whether the ages of two sentences are of two groups of persons: each tells of several, and none
/// of them of one that the other tells of ("a 14-year-old and an 18-year-old", "two 15-year-olds and
/// a 17-year-old").
pub(crate) fn are_others(one: &BTreeSet<Decimal>, other: &BTreeSet<Decimal>) -> bool {
    one.len() > 1 && other.len() > 1 && one.is_disjoint(other)
}

/// Whether one sentence tells the ages of several persons and the other of one more or of others: over
/// languages the nearest age is not that person's ("two women, 24 and 27", "a man of 29").
pub(crate) fn is_one_more(one: &BTreeSet<Decimal>, other: &BTreeSet<Decimal>) -> bool {
    one.len().max(other.len()) > 1 && one.is_disjoint(other)
}

/// Days between two reports after which a birthday is likely enough to explain an age one higher.
const BIRTHDAY: i32 = 90;

/// Whether an age has grown as the time between the reports lets it.
pub(crate) fn may_be_birthday(
    reports: &[Report],
    a: (usize, &Quantity),
    b: (usize, &Quantity),
) -> bool {
    let day = |report: usize| Some(published(reports, report)?.0);
    let (Some(one), Some(other)) = (day(a.0), day(b.0)) else {
        return false;
    };
    let days = one.until(other).map_or(0, |span| span.get_days());
    let years = a.1.value.zip(b.1.value);
    let years = years.and_then(|(one, other)| other.checked_sub(one));
    years.is_some_and(|years| {
        let later = if days < 0 { -years } else { years };
        let most = Decimal::from(days.abs() / 365 + 1);
        days.abs() >= BIRTHDAY && later > Decimal::ZERO && later <= most
    })
}

/// How well two ages of one person fit that differ.
pub(crate) const OF_ONE: f32 = 1.5;

/// How much worse where one has the whole name and the other a part of it.
pub(crate) const SHORT: f32 = 0.1;

/// The person whose age is told, where a name stands beside it ("Ana Gomez, 68", "68-year-old
/// teacher Ana Gomez"), and whether it has more than one word.
pub(crate) fn age_of(
    reports: &[Report],
    bearers: &Bearers,
    at: SentenceRef,
    age: Span,
) -> Option<(usize, bool)> {
    let document = &reports.get(at.report)?.document;
    let persons = bearers.in_sentence(reports, at);
    let persons: Vec<(Span, usize)> = persons
        .into_iter()
        .filter(|(_, bearer)| bearers.may_be_person(*bearer))
        .collect();
    let between = |start: usize, end: usize| document.text_of(Span::new(start, end));
    let before = persons.iter().rev().find(|(name, _)| name.end <= age.start);
    let before = before.filter(|(name, _)| {
        let between = between(name.end, age.start);
        let letters = between.chars().filter(|c| c.is_alphabetic());
        letters.map(breadth).sum::<usize>() <= LINKS && !between.contains(['.', ';', '。'])
    });
    let after = persons.iter().find(|(name, _)| name.start >= age.end);
    let after = after.filter(|(name, _)| {
        let gap = between(age.end, name.start);
        // "his 14-year-old grandson, Nate Hill, was": an apposition closes as it opens; but "Ana Ruiz, 23,
        // Juan Gil, 32," is a list.
        let rest = document.text_of(Span::new(name.end, document.article.text.len()));
        let gap = gap
            .strip_suffix(", ")
            .filter(|gap| gap.contains(char::is_alphabetic) && rest.starts_with(','))
            .unwrap_or(gap);
        gap.split_whitespace().count() <= TITLE && !gap.contains(STOPS)
    });
    // "Ruth Adeyemi, 52-year-old captain Samuel Bako": what no mark parts from the age is nearer; but
    // "Robert Johnson, a 21-year-old UCSB student".
    let spelled = |(name, _): &&(Span, usize)| {
        (document.text_of(*name).chars()).any(|c| c.is_alphabetic() && !c.is_uppercase())
    };
    let (name, bearer) = after.filter(spelled).or(before)?;
    Some((
        *bearer,
        document.text_of(*name).contains(char::is_whitespace),
    ))
}

/// Whether the sentence of an age of nobody named beside it, the only one there, tells of other persons
/// than `bearer`: of some who do not speak in it.
pub(crate) fn tells_of_others(
    reports: &[Report],
    bearers: &Bearers,
    said: &Said<Quantity>,
    bearer: usize,
) -> bool {
    let Some(report) = reports.get(said.at.report) else {
        return false;
    };
    let is_age = |mention: &&Mention| {
        mention.sentence == said.at.sentence
            && matches!(&mention.value, Value::Quantity(of) if quantity::is_age(of))
    };
    if !quantity::is_age(&said.what) || report.mentions.iter().filter(is_age).count() > 1 {
        return false;
    }
    let speaks = |name: Span| {
        report.mentions.iter().any(|mention| match &mention.value {
            Value::Quotation(quotation) => quotation
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.span.overlaps(name)),
            _ => false,
        })
    };
    let persons = bearers.in_sentence(reports, said.at);
    let mut told = persons
        .into_iter()
        .filter(|(name, of)| bearers.may_be_person(*of) && !speaks(*name))
        .peekable();
    told.peek().is_some() && told.all(|(_, of)| of != bearer)
}

/// Whether a report tells somewhere that a person is as old: another age there is of somebody else.
pub(crate) fn tells_age(
    reports: &[Report],
    bearers: &Bearers,
    report: usize,
    person: usize,
    age: &Quantity,
) -> bool {
    let mentions = reports.get(report).map(|report| &report.mentions);
    mentions.into_iter().flatten().any(|mention| {
        let at = SentenceRef {
            report,
            sentence: mention.sentence,
        };
        matches!(&mention.value, Value::Quantity(of) if quantity::is_age(of) && of.value == age.value)
            && age_of(reports, bearers, at, mention.span).is_some_and(|(of, _)| of == person)
    })
}

/// Letters of what links a name with the age after it: "who was", "aged".
const LINKS: usize = 7;

/// Words of what may stand between an age and the name after it: "Navy logistics specialist".
const TITLE: usize = 4;

/// What parts an age from a name that is not its bearer's.
const STOPS: &[char] = &[',', '.', ';', ':', '(', ')', '،', '、', '，', '。'];
