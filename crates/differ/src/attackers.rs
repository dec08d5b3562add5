//! Counts of the dead with and without who killed them: "a gunman killed four people before he was
//! shot dead" is "five dead" elsewhere.

use crate::lexicon;
use aligner::{Report, SentenceRef};
use extractor::{Mention, Quantity, Scope};
use rust_decimal::Decimal;
use segmenter::Span;
use std::cell::OnceCell;

/// What a word says of who killed others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attacker {
    /// Who it was: "gunman".
    Doer,
    /// That they died as well: "turned the gun on himself".
    Death,
}

/// The reports of an event, and which of them tell that the attacker died: each is read once, if at all.
pub(crate) struct Deaths<'a> {
    reports: &'a [Report],
    told: Vec<OnceCell<bool>>,
}

impl<'a> Deaths<'a> {
    pub(crate) fn of(reports: &'a [Report]) -> Self {
        Self {
            reports,
            told: vec![OnceCell::new(); reports.len()],
        }
    }

    fn told(&self, index: usize) -> bool {
        let report = || {
            let report = self.reports.get(index)?;
            let mut sentences = report.document.sentences.iter().enumerate();
            Some(sentences.any(|(at, sentence)| has(report, at, sentence.span, Attacker::Death)))
        };
        let read = |cell: &OnceCell<bool>| *cell.get_or_init(|| report().unwrap_or(false));
        self.told.get(index).is_some_and(read)
    }

    /// Whether two counts of the dead differ by the attacker alone, whom the higher one names as counted
    /// in or one of the reports tells to have died too.
    pub(crate) fn part(&self, a: Count, b: Count) -> bool {
        let dead = |count: &Count| count.quantity.class() == Some("killed");
        let (Some(one), Some(other)) = (a.quantity.value, b.quantity.value) else {
            return false;
        };
        let (lower, higher) = if one < other { (a, b) } else { (b, a) };
        let gap = one.checked_sub(other);
        dead(&a)
            && dead(&b)
            && gap.is_some_and(|gap| gap.abs() == Decimal::ONE)
            && !self.names_attacker(lower)
            && (self.names_attacker(higher) || self.told(a.at.report) || self.told(b.at.report))
    }

    /// Whether both counts name the attacker among those whom they count, so that they count alike.
    pub(crate) fn name_attacker(&self, a: Count, b: Count) -> bool {
        self.names_attacker(a) && self.names_attacker(b)
    }

    /// "six dead, including the gunman"
    fn names_attacker(&self, count: Count) -> bool {
        let Some(report) = self.reports.get(count.at.report) else {
            return false;
        };
        let sentence = count.at.sentence;
        let line = report.document.sentences.get(sentence);
        let behind = line.map(|line| {
            let start = count.mention.span.end;
            Span::new(start, line.span.end.max(start))
        });
        count.quantity.scope == Scope::With
            && behind.is_some_and(|behind| has(report, sentence, behind, Attacker::Doer))
    }
}

/// A count in a report.
#[derive(Clone, Copy)]
pub(crate) struct Count<'a> {
    pub(crate) at: SentenceRef,
    pub(crate) mention: &'a Mention,
    pub(crate) quantity: &'a Quantity,
}

fn has(report: &Report, sentence: usize, inside: Span, wanted: Attacker) -> bool {
    let document = &report.document;
    lexicon::of(document.language_of(sentence))
        .attackers
        .find(document, sentence, inside)
        .iter()
        .any(|(_, attacker)| *attacker == wanted)
}
