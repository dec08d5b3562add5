//! Of whom a number is told: by the name beside it, or by who made the estimate.

use crate::lexicon;
use crate::mentions::Said;
use crate::name::Bearers;
use crate::place::language_of;
use crate::quantity;
use aligner::{Report, SentenceRef};
use extractor::Quantity;
use rust_decimal::Decimal;
use segmenter::Span;

/// Bytes between a number and the name that it is told of.
const BESIDE: usize = 48;

/// What parts a number from a name that is of something else.
const STOPS: &[char] = &[
    ',', ';', ':', '.', '(', ')', '،', '؛', '、', '，', '。', '；',
];

/// From this many on people are estimated.
const CROWD: Decimal = Decimal::ONE_HUNDRED;

/// The bearer of the name that a number is told of: right before it, with a word between that is more
/// than "and", or right behind ("the Hang Seng gained 1.8%", "4,000 votes for Dewi").
pub(crate) fn subject(
    reports: &[Report],
    bearers: &Bearers,
    said: &[Said<Quantity>],
    own: usize,
) -> Option<usize> {
    let at = said[own].at;
    let number = said[own].mention.span;
    let document = &reports.get(at.report)?.document;
    let language = document.language_of(at.sentence);
    let clear = |from: usize, to: usize| {
        let gap = Span::new(from, to);
        let mut numbers = said.iter().filter(|other| other.at == at);
        let text = document.text_of(gap);
        let short = to - from <= BESIDE && !text.contains(STOPS);
        (short && !numbers.any(|other| gap.overlaps(other.mention.span))).then_some(text)
    };
    let names = bearers.in_sentence(reports, at);
    let before = names
        .iter()
        .rev()
        .find(|(name, _)| name.end <= number.start);
    let before = before.filter(|(name, _)| {
        clear(name.end, number.start).is_some_and(|gap| {
            let mut words = gap.split_whitespace().peekable();
            words.peek().is_none()
                || !words.all(|word| lexicon::is_light(language, &word.to_lowercase()))
        })
    });
    let after = || {
        let after = names.iter().find(|(name, _)| name.start >= number.end);
        after.filter(|(name, _)| clear(number.end, name.start).is_some())
    };
    before.or_else(after).map(|(_, bearer)| *bearer)
}

/// Who tells how many came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Teller {
    Organisers,
    Police,
}

/// By whom a number of a hundred or more is told: in sentences that name one of them before their first
/// number the last before it, else the first behind it.
pub(crate) fn teller(reports: &[Report], said: &[Said<Quantity>], own: usize) -> Option<Teller> {
    let at = said[own].at;
    let number = said[own].mention.span;
    said[own].what.value.filter(|value| *value >= CROWD)?;
    let document = &reports.get(at.report)?.document;
    let line = document.sentences.get(at.sentence)?.span;
    let tellers = lexicon::of(language_of(reports, at))
        .estimates
        .find(document, at.sentence, line);
    let first = said
        .iter()
        .filter(|other| other.at == at)
        .map(|other| other.mention.span)
        .min()?;
    let leads = tellers.first()?.0.end <= first.start;
    let found = if leads {
        tellers
            .iter()
            .rev()
            .find(|(span, _)| span.end <= number.start)
    } else {
        tellers.iter().find(|(span, _)| span.start >= number.end)
    };
    found.map(|(_, teller)| *teller)
}

/// Whether two numbers are told of two bearers, and the sentence of one has a number of its own for the
/// bearer of the other.
pub(crate) fn are_of_two(
    said: &[Said<Quantity>],
    of: &[Option<usize>],
    a: usize,
    b: usize,
) -> bool {
    let (Some(one), Some(other)) = (of[a], of[b]) else {
        return false;
    };
    let has = |at: SentenceRef, bearer: usize, like: usize| {
        (0..said.len()).any(|own| {
            said[own].at == at
                && of[own] == Some(bearer)
                && quantity::relation(&said[own].what, &said[like].what).is_some()
        })
    };
    one != other && (has(said[b].at, one, a) || has(said[a].at, other, b))
}
