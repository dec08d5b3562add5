//! Denied here and affirmed there; alleged here and stated as a fact there.

use crate::lexicon::{self, Turn};
use crate::{Evidence, Finding, Kind, Verdict, explain};
use aligner::{Report, SentenceRef, Statement};
use segmenter::{Document, Span};
use std::collections::BTreeSet;

/// Words in common, as a share of the shorter sentence, from which a negation on one side alone
/// turns the same claim. Below, the two may negate different things.
const SAME_CLAIM: f32 = 0.5;

/// How a sentence puts its claim.
struct Claim {
    at: SentenceRef,
    negated: Option<Span>,
    denied: Option<Span>,
    alleged: Option<Span>,
    words: BTreeSet<String>,
}

/// How many words of a span turn the sense: negations and conditions.
pub(crate) fn turns(document: &Document, sentence: usize, span: Span) -> usize {
    let lexicon = lexicon::of(document.language_of(sentence));
    lexicon
        .turns
        .find(document, sentence, span)
        .iter()
        .filter(|(_, turn)| *turn != Turn::Denial)
        .count()
}

/// What the reports of a statement affirm, deny or only allege.
pub(crate) fn findings(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let claims: Vec<Claim> = statement
        .sentences
        .iter()
        .filter_map(|&at| claim(reports, at))
        .collect();
    let denial = split(&claims, |one, other| {
        let language = |claim: &Claim| {
            reports
                .get(claim.at.report)
                .map(|r| r.document.language_of(claim.at.sentence))
        };
        let negates = one.negated.is_some() && other.negated.is_none();
        one.denied.is_some() && other.denied.is_none() && other.negated.is_none()
            || negates
                && other.denied.is_none()
                && language(one) == language(other)
                && overlap(&one.words, &other.words) >= SAME_CLAIM
    });
    let allegation = split(&claims, |one, other| {
        one.alleged.is_some() && other.alleged.is_none()
    });
    let mut found = Vec::new();
    for (marked, label, other_label, mark) in [
        (
            denial,
            "denied",
            "affirmed",
            (|c: &Claim| c.denied.or(c.negated)) as fn(&Claim) -> _,
        ),
        (allegation, "alleged", "stated as a fact", |c: &Claim| {
            c.alleged
        }),
    ] {
        if marked.is_empty() {
            continue;
        }
        let evidence: Vec<Evidence> = claims
            .iter()
            .enumerate()
            .filter_map(|(position, claim)| {
                let is_marked = marked.contains(&position);
                let whole = || {
                    Some(
                        reports
                            .get(claim.at.report)?
                            .document
                            .sentences
                            .get(claim.at.sentence)?
                            .span,
                    )
                };
                let span = if is_marked { mark(claim)? } else { whole()? };
                let value = if is_marked { label } else { other_label };
                Some(Evidence {
                    at: claim.at,
                    span,
                    value: value.to_owned(),
                })
            })
            .collect();
        let given: Vec<(String, usize)> = evidence
            .iter()
            .map(|e| (e.value.clone(), e.at.report))
            .collect();
        found.push(Finding {
            kind: Kind::Polarity,
            verdict: Verdict::Diverges,
            statement: Some(index),
            explanation: explain::who_says_what(reports, &given),
            confidence: 0.5 * statement.score + 0.2,
            evidence,
        });
    }
    found
}

/// The claims that stand against at least one claim of another report, where `against` says so.
fn split(claims: &[Claim], against: impl Fn(&Claim, &Claim) -> bool) -> BTreeSet<usize> {
    (0..claims.len())
        .filter(|&one| {
            claims.iter().any(|other| {
                claims[one].at.report != other.at.report && against(&claims[one], other)
            })
        })
        .collect()
}

fn claim(reports: &[Report], at: SentenceRef) -> Option<Claim> {
    let document = &reports.get(at.report)?.document;
    let span = document.sentences.get(at.sentence)?.span;
    let lexicon = lexicon::of(document.language_of(at.sentence));
    let turns = lexicon.turns.find(document, at.sentence, span);
    let first = |wanted: Turn| {
        turns
            .iter()
            .find(|(_, turn)| *turn == wanted)
            .map(|(span, _)| *span)
    };
    let alleged = lexicon
        .alleged
        .find(document, at.sentence, span)
        .first()
        .map(|(span, ())| *span);
    let words = crate::quotation::words(document, span)
        .into_iter()
        .collect();
    Some(Claim {
        at,
        negated: first(Turn::Negation),
        denied: first(Turn::Denial),
        alleged,
        words,
    })
}

/// Words in common as a share of the smaller set.
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        0.0
    } else {
        a.intersection(b).count() as f32 / smaller as f32
    }
}
