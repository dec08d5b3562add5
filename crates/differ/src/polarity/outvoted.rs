//! One report that affirms what all others negate, or negates what all others affirm, in whatever
//! languages. Of two reports in two languages nothing is said: three in a hundred true translations
//! differ in a negation by their form.

use super::contrary::{self, Negated};
use super::{Claim, clause, nameless};
use crate::lexicon::Turn;
use crate::{Evidence, novelty};
use aligner::Report;
use encoder::{Words, cosine};
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// So many reports agree, in two languages at least, before one that says the contrary stands
/// against them.
const MOST: usize = 3;

/// So many of those that negate do it by a negation or a denial: what is turned down ("ruled out",
/// "halted") may be told without a word against it.
const CLEARLY: usize = 2;

/// Of the others fewer than one in so many may be unclear where one alone negates.
const UNCLEAR: usize = 3;

/// What is ruled out is denied for the time to come.
const RULED_OUT: &str = "ruled out";

/// How much of what is negated the others must tell, in the mean over them: the cosine of its words
/// with their nearest ones, weighed. Where many negate, that they do says that it is the main thing;
/// where one does, its clause must be what the others tell. Set by eye on our own events and on news
/// in five translations.
const TOLD: f32 = 0.24;
const TOLD_BY_ONE: f32 = 0.4;

/// How a report takes what the statement says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Affirms,
    /// It turns something down.
    Rejects,
    /// It negates or denies.
    Negates,
    /// Nobody can tell.
    Unclear,
}

impl Side {
    /// How a claim takes it, beside the only one that negates, if there is one in another language.
    fn of(reports: &[Report], claim: &Claim, negated: Option<&Negated>) -> Self {
        // "Disregards", "hardly prepared": another language negates it.
        let implies = || {
            claim.implies
                && !negated.is_some_and(|negated| {
                    let words = novelty::Words::of_sentence(reports, claim.at);
                    negated.tells_what_implies(reports, claim, &words)
                })
        };
        match claim.against {
            // A language whose words against something nobody listed affirms nothing.
            _ if claim.is_admitted() || !claim.is_read => Self::Unclear,
            Some((_, Turn::Negation | Turn::Denial)) => Self::Negates,
            Some(_) if claim.poles.iter().any(|(_, _, pole)| pole == RULED_OUT) => Self::Negates,
            Some(_) => Self::Rejects,
            None if claim.turns || claim.possible || claim.alleged.is_some() => Self::Unclear,
            None if implies() => Self::Unclear,
            None => Self::Affirms,
        }
    }

    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unclear, _) | (_, Self::Unclear) => Self::Unclear,
            (Self::Negates, _) | (_, Self::Negates) => Self::Negates,
            (Self::Rejects, _) | (_, Self::Rejects) => Self::Rejects,
            _ => Self::Affirms,
        }
    }
}

/// The sentences of a statement in which one report is alone in negating or affirming what it says.
pub(super) fn evidence(reports: &[Report], claims: &[Claim]) -> Option<Vec<Evidence>> {
    let who: BTreeSet<usize> = claims.iter().map(|claim| claim.at.report).collect();
    if who.len() <= MOST {
        return None;
    }
    let mut negating = claims.iter().filter(|claim| claim.negated.is_some());
    let only = negating.next().filter(|_| negating.next().is_none());
    let negated = only
        .filter(|_| claims.iter().any(|claim| claim.implies))
        .and_then(|only| Some((only.language, Negated::of(reports, only, only.negated?))));
    let taken: Vec<Side> = claims
        .iter()
        .map(|claim| {
            let abroad = negated
                .as_ref()
                .filter(|(language, _)| *language != claim.language);
            Side::of(reports, claim, abroad.map(|(_, negated)| negated))
        })
        .collect();
    let mut sides: BTreeMap<usize, Side> = BTreeMap::new();
    for (claim, &own) in claims.iter().zip(&taken) {
        let side = sides.entry(claim.at.report).or_insert(own);
        *side = side.with(own);
    }
    let of = |wanted: &[Side]| -> BTreeSet<usize> {
        let of = sides.iter().filter(|(_, side)| wanted.contains(side));
        of.map(|(report, _)| *report).collect()
    };
    let (against, clearly) = (of(&[Side::Negates, Side::Rejects]), of(&[Side::Negates]));
    let affirm = of(&[Side::Affirms]);
    let all = sides.len();
    let (odd, most, least) = if affirm.len() == 1
        && against.len() >= MOST.max(all.saturating_sub(1))
        && clearly.len() >= CLEARLY
    {
        (affirm, against, TOLD)
    } else if clearly.len() == 1
        && against.len() == 1
        && affirm.len() >= MOST
        && UNCLEAR * (all - 1 - affirm.len()) < all - 1
        && (affirm.len() + 1 == all
            || only.is_some_and(|only| contrary::plain_negation(reports, only).is_some()))
    {
        (clearly, affirm, TOLD_BY_ONE)
    } else {
        return None;
    };
    let languages: BTreeSet<&str> = claims
        .iter()
        .filter(|claim| most.contains(&claim.at.report))
        .map(|claim| claim.language)
        .collect();
    if languages.len() < 2 || told(reports, claims, &odd) < least {
        return None;
    }
    let evidence = claims.iter().zip(&taken).map(|(claim, side)| Evidence {
        at: claim.at,
        span: claim.whole,
        value: match side {
            Side::Negates | Side::Rejects => "negated".to_owned(),
            _ => "affirmed".to_owned(),
        },
    });
    Some(evidence.collect())
}

/// How much of what is negated the others tell, in the mean over all pairs with the odd one.
fn told(reports: &[Report], claims: &[Claim], odd: &BTreeSet<usize>) -> f32 {
    let mut shares = Vec::new();
    for one in claims.iter().filter(|one| odd.contains(&one.at.report)) {
        for other in claims.iter().filter(|c| !odd.contains(&c.at.report)) {
            let (negated, affirmed) = match (one.against.is_some(), other.against.is_some()) {
                (true, false) => (one, other),
                (false, true) => (other, one),
                _ => continue,
            };
            shares.extend(told_of(reports, negated, affirmed));
        }
    }
    shares.iter().sum::<f32>() / shares.len().max(1) as f32
}

/// How much of what one claim negates another tells, 0 to 1.
pub(super) fn told_of(reports: &[Report], negated: &Claim, affirmed: &Claim) -> Option<f32> {
    let encoder = encoder::builtin();
    let inside = encoder.words(&reach(reports, negated)?, negated.language);
    let told = encoder.words(&affirmed.told, affirmed.language);
    Some(covered(&inside, &told))
}

/// What a word that negates reaches, without names: its clause; of a denial all that follows too.
fn reach(reports: &[Report], claim: &Claim) -> Option<String> {
    let report = reports.get(claim.at.report)?;
    let (word, turn) = claim.against?;
    let clause = clause(&report.document, claim.whole, word);
    let end = match turn {
        Turn::Denial | Turn::Rejection => claim.whole.end,
        _ => clause.end,
    };
    let part = Span::new(clause.start, end);
    Some(nameless(report, claim.at.sentence, part))
}

/// How well one text's words have their like in another's, 0 to 1.
fn covered(inside: &Words, told: &Words) -> f32 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (word, vector) in inside.iter() {
        let near = told.iter().map(|(_, other)| cosine(vector, other));
        sum += near.fold(0.0, f32::max) * word.weight;
        weights += word.weight;
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}
