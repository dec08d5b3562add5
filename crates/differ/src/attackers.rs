//! Counts of the dead with and without who killed them: "a gunman killed four people before he was
//! shot dead" is "five dead" elsewhere.

use crate::{lexicon, quantity};
use aligner::Report;
use extractor::{Mention, Quantity, Scope};
use rust_decimal::Decimal;
use segmenter::Span;

/// What a word says of who killed others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attacker {
    /// Who it was: "gunman".
    Doer,
    /// That they died as well: "turned the gun on himself".
    Death,
}

/// A count in a report.
#[derive(Clone, Copy)]
pub(crate) struct Count<'a> {
    pub(crate) report: &'a Report,
    pub(crate) mention: &'a Mention,
    pub(crate) quantity: &'a Quantity,
}

/// Whether two counts of the dead differ by the attacker alone, whom the higher one names as counted
/// in or one of the reports tells to have died too.
pub(crate) fn differ_by_attacker(a: Count, b: Count) -> bool {
    let dead = |count: &Count| count.quantity.class() == Some("killed");
    let (Some(one), Some(other)) = (a.quantity.value, b.quantity.value) else {
        return false;
    };
    let (lower, higher) = if one < other { (a, b) } else { (b, a) };
    dead(&a)
        && dead(&b)
        && one
            .checked_sub(other)
            .is_some_and(|gap| gap.abs() == Decimal::ONE)
        && !counts_attacker(lower)
        && (counts_attacker(higher) || tells_death(a.report) || tells_death(b.report))
}

/// Whether a count names the attacker among those whom it counts: "six dead, including the gunman".
pub(crate) fn counts_attacker(count: Count) -> bool {
    let document = &count.report.document;
    let sentence = count.mention.sentence;
    let Some(line) = document.sentences.get(sentence) else {
        return false;
    };
    let behind = Span::new(
        count.mention.span.end,
        line.span.end.max(count.mention.span.end),
    );
    count.quantity.scope == Scope::With && has(count.report, sentence, behind, Attacker::Doer)
}

/// Whether both name the attacker among those whom they count, so that they count alike.
pub(crate) fn both_count_attacker(a: Count, b: Count) -> bool {
    counts_attacker(a) && counts_attacker(b) && quantity::relation(a.quantity, b.quantity).is_some()
}

fn tells_death(report: &Report) -> bool {
    let mut sentences = report.document.sentences.iter().enumerate();
    sentences.any(|(index, sentence)| has(report, index, sentence.span, Attacker::Death))
}

fn has(report: &Report, sentence: usize, inside: Span, wanted: Attacker) -> bool {
    let document = &report.document;
    lexicon::of(document.language_of(sentence))
        .attackers
        .find(document, sentence, inside)
        .iter()
        .any(|(_, attacker)| *attacker == wanted)
}
