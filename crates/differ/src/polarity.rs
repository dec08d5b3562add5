//! Denied here and affirmed there, alleged here and stated as a fact there, words that exclude
//! each other.

use crate::lexicon::{self, Turn};
use crate::{Evidence, Finding, Kind, Verdict, explain};
use aligner::{Report, SentenceRef, Statement};
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Words in common, as a share of the shorter sentence, from which a negation on one side alone
/// turns the same claim. Below, the two may negate different things.
const SAME_CLAIM: f32 = 0.5;

/// How a sentence puts its claim.
struct Claim<'a> {
    at: SentenceRef,
    whole: Span,
    language: &'a str,
    negated: Option<Span>,
    denied: Option<Span>,
    alleged: Option<Span>,
    words: BTreeSet<String>,
    /// Words that exclude others: concept, pole.
    poles: Vec<(Span, &'static str, &'static str)>,
}

/// What the reports of a statement affirm, deny or only allege.
pub(crate) fn findings(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let claims: Vec<Claim> = statement
        .sentences
        .iter()
        .filter_map(|&at| claim(reports, at))
        .collect();
    let finding = |evidence: Vec<Evidence>| {
        let given: Vec<(String, usize)> = evidence
            .iter()
            .map(|e| (e.value.clone(), e.at.report))
            .collect();
        Finding {
            kind: Kind::Polarity,
            verdict: Verdict::Diverges,
            statement: Some(index),
            explanation: explain::who_says_what(reports, &given),
            confidence: 0.5 * statement.score + 0.2,
            evidence,
        }
    };
    let mut found: Vec<Finding> = [
        (denied(&claims), "denied", "affirmed"),
        (alleged(&claims), "alleged", "stated as a fact"),
    ]
    .into_iter()
    .filter(|(marked, _, _)| !marked.is_empty())
    .map(|(marked, label, other)| {
        let evidence = claims.iter().enumerate().map(|(position, claim)| {
            let is_marked = marked.contains(&position);
            let value = if is_marked { label } else { other };
            Evidence {
                at: claim.at,
                span: claim.whole,
                value: value.to_owned(),
            }
        });
        finding(evidence.collect())
    })
    .collect();
    found.extend(opposed(&claims).into_iter().map(finding));
    found
}

/// The claims that deny what another report's claim affirms.
fn denied(claims: &[Claim]) -> BTreeSet<usize> {
    let against = |one: &Claim, other: &Claim| {
        let affirms = other.denied.is_none() && other.negated.is_none();
        let same_words =
            one.language == other.language && overlap(&one.words, &other.words) >= SAME_CLAIM;
        affirms && (one.denied.is_some() || one.negated.is_some() && same_words)
    };
    marked(claims, against)
}

/// The claims that only allege what another report's claim states.
fn alleged(claims: &[Claim]) -> BTreeSet<usize> {
    let open = |claim: &Claim| claim.alleged.is_none() && claim.denied.is_none();
    marked(claims, |one, other| one.alleged.is_some() && open(other))
}

/// The claims that stand against at least one claim of another report.
fn marked(claims: &[Claim], against: impl Fn(&Claim, &Claim) -> bool) -> BTreeSet<usize> {
    (0..claims.len())
        .filter(|&one| {
            let one = &claims[one];
            claims
                .iter()
                .any(|other| one.at.report != other.at.report && against(one, other))
        })
        .collect()
}

/// The words of each concept of which some reports use one pole alone and others another.
fn opposed(claims: &[Claim]) -> Vec<Vec<Evidence>> {
    let mut concepts: BTreeMap<&str, BTreeMap<usize, BTreeSet<&str>>> = BTreeMap::new();
    for claim in claims {
        for (_, concept, pole) in &claim.poles {
            concepts
                .entry(concept)
                .or_default()
                .entry(claim.at.report)
                .or_default()
                .insert(pole);
        }
    }
    concepts.retain(|_, reports| {
        let single: BTreeSet<&&str> = reports
            .values()
            .filter(|poles| poles.len() == 1)
            .filter_map(BTreeSet::first)
            .collect();
        single.len() > 1
    });
    concepts
        .into_keys()
        .map(|wanted| {
            let words = claims.iter().flat_map(|claim| {
                let of_concept = claim
                    .poles
                    .iter()
                    .filter(move |(_, concept, _)| *concept == wanted);
                of_concept.map(move |(span, _, pole)| Evidence {
                    at: claim.at,
                    span: *span,
                    value: (*pole).to_owned(),
                })
            });
            words.collect()
        })
        .collect()
}

fn claim(reports: &[Report], at: SentenceRef) -> Option<Claim<'_>> {
    let document = &reports.get(at.report)?.document;
    let whole = document.sentences.get(at.sentence)?.span;
    let language = document.language_of(at.sentence);
    let lexicon = lexicon::of(language);
    let turns = lexicon.turns.find(document, at.sentence, whole);
    let first = |wanted: Turn| {
        turns
            .iter()
            .find(|(_, turn)| *turn == wanted)
            .map(|(span, _)| *span)
    };
    Some(Claim {
        at,
        whole,
        language,
        negated: first(Turn::Negation),
        denied: first(Turn::Denial),
        alleged: lexicon
            .alleged
            .find(document, at.sentence, whole)
            .first()
            .map(|(span, ())| *span),
        words: crate::quotation::words(document, whole)
            .into_iter()
            .collect(),
        poles: lexicon
            .antonyms
            .find(document, at.sentence, whole)
            .into_iter()
            .map(|(span, (concept, pole))| (span, concept, pole))
            .collect(),
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
