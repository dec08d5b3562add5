//! A negation that one of two reports in two languages has and the other has not.
//!
//! Three in a hundred true translations differ in a negation by their form ("not easy",
//! "difficult"). So this speaks only where a plain negation of the verb stands against a sentence
//! that says all the rest, and in which nothing may say the same without a negation
//! (`contraries.txt` of the packs): "only" does not where the other sentence has it too.

use super::{Claim, outvoted};
use crate::Evidence;
use crate::lexicon::{self, Contrary};
use crate::novelty::{self, Words};
use aligner::{Report, Statement};
use segmenter::Span;

/// Two sentences that are less likely to say one thing may say two, of which one is negated.
const LIKELY: f32 = 0.95;

/// How much of what is negated the other sentence must tell, see [`outvoted::told`].
const TOLD: f32 = 0.35;

/// Words on each side of the negation that must stand in the other sentence as well …
const NEAR: usize = 4;

/// … so that they seem new there with this likelihood at most in the mean, and on neither side of the
/// negation more than that.
const NEW: f32 = 0.5;

/// From this cosine on a word that may say a negation is told elsewhere, by a word further than
/// [`BESIDE`] from the negation. With the limits above set on news in translation: of 36,000 true pairs
/// of sentences 24 were called contrary, half of them for a translator's slip, and of 370 from which a
/// translation's negation was cut nine in twenty.
const ELSEWHERE: f32 = 0.6;

/// Words between a negation and one that may be told without it: "not unprecedented".
const BESIDE: usize = 1;

/// The two sentences of a statement of which one negates what the other affirms.
pub(super) fn evidence(
    reports: &[Report],
    statement: &Statement,
    claims: &[Claim],
) -> Option<Vec<Evidence>> {
    let [a, b] = claims else {
        return None;
    };
    let alone = statement.sentences.len() == 2 && statement.score >= LIKELY;
    if !alone || a.at.report == b.at.report || a.language == b.language {
        return None;
    }
    if ![(a, b), (b, a)]
        .iter()
        .any(|(negated, affirmed)| stand_against(reports, negated, affirmed))
    {
        return None;
    }
    let evidence = claims.iter().map(|claim| Evidence {
        at: claim.at,
        span: claim.whole,
        value: if claim.negated.is_some() {
            "negated".to_owned()
        } else {
            "affirmed".to_owned()
        },
    });
    Some(evidence.collect())
}

fn stand_against(reports: &[Report], negated: &Claim, affirmed: &Claim) -> bool {
    let affirms = affirmed.against.is_none()
        && !affirmed.turns
        && affirmed.alleged.is_none()
        && affirmed.is_read;
    affirms
        && plain_negation(reports, negated).is_some_and(|word| {
            !is_question(reports, negated)
                && !is_question(reports, affirmed)
                && outvoted::told_of(reports, negated, affirmed).is_some_and(|told| told >= TOLD)
                && {
                    let own = Negated::of(reports, negated, word);
                    let other = Words::of_sentence(reports, affirmed.at);
                    own.is_told_around(&other) && own.tells_what_implies(reports, affirmed, &other)
                }
        })
}

/// The word that negates a sentence, where it is a plain one and the only one.
pub(super) fn plain_negation(reports: &[Report], claim: &Claim) -> Option<Span> {
    if claim.denied.is_some() {
        return None;
    }
    let document = &reports.get(claim.at.report)?.document;
    let turns = lexicon::turns(document, claim.at.sentence, claim.whole);
    let known = lexicon::contraries(document, claim.at.sentence, claim.whole);
    let is = |word: Span, wanted: Contrary| {
        known
            .iter()
            .any(|(span, kind)| *kind == wanted && span.overlaps(word))
    };
    let negations = super::negations(&turns);
    let mut words = negations
        .into_iter()
        .filter(|&word| !is(word, Contrary::With));
    // "Not the first", "not unprecedented", "none but two": another language says it in a word of its own.
    // What is the negation itself (않다) tells nothing of the kind.
    let own = |span: Span| {
        known
            .iter()
            .any(|(word, kind)| !kind.implies() && word.contains(span))
    };
    let tokens = document.tokens(claim.at.sentence);
    let implied = |word: Span| {
        let at = tokens.partition_point(|token| token.span.end <= word.start);
        let end = tokens.len().min(at + BESIDE + 2);
        let around = &tokens[at.saturating_sub(BESIDE + 1).min(end)..end];
        known.iter().any(|&(span, kind)| {
            let beside = around.iter().any(|token| token.span.overlaps(span));
            let exceptive = kind == Contrary::Exceptive && word.end <= span.start;
            kind.implies() && (beside || exceptive) && !own(span)
        })
    };
    let first = words
        .next()
        .filter(|&word| is(word, Contrary::Plain) && !implied(word))?;
    words.next().is_none().then_some(first)
}

/// Questions affirm nothing: "Isn't it time to go?"
fn is_question(reports: &[Report], claim: &Claim) -> bool {
    let report = reports.get(claim.at.report);
    report.is_none_or(|report| {
        let text = report.document.text_of(claim.whole);
        text.contains(['?', '？', '؟'])
    })
}

/// A sentence and the word that negates it.
pub(super) struct Negated {
    words: Words,
    /// Which of the words that is.
    at: usize,
}

impl Negated {
    pub(super) fn of(reports: &[Report], claim: &Claim, word: Span) -> Self {
        let words = Words::of_sentence(reports, claim.at);
        let at = words.at(word.start);
        Self { words, at }
    }

    /// Whether the words around the negation stand in another sentence as well.
    fn is_told_around(&self, other: &Words) -> bool {
        let likely = novelty::novelty(&self.words, &[other]);
        let is_told = |from: usize, to: usize| {
            let to = to.min(likely.len());
            let words = &likely[from.min(to)..to];
            words.iter().sum::<f32>() < NEW * words.len().max(1) as f32
        };
        let (start, end) = (self.at.saturating_sub(NEAR), self.at + NEAR + 1);
        is_told(start, end) && is_told(start, self.at) && is_told(self.at + 1, end)
    }

    /// Whether whatever may say a negation in another sentence is told in this one elsewhere than beside
    /// the word that negates it.
    pub(super) fn tells_what_implies(
        &self,
        reports: &[Report],
        affirmed: &Claim,
        other: &Words,
    ) -> bool {
        let document = &reports[affirmed.at.report].document;
        let known = lexicon::contraries(document, affirmed.at.sentence, affirmed.whole);
        let mut implied = known
            .iter()
            .filter(|(_, kind)| kind.implies())
            .map(|(span, _)| self.words.nearest(other, other.at(span.start), self.at));
        implied.all(|nearest| {
            nearest.is_some_and(|(word, like)| like >= ELSEWHERE && word.abs_diff(self.at) > BESIDE)
        })
    }
}
