//! What befell whom: words that exclude each other and go with another name than in other reports,
//! where a sentence has both ("Rossi was convicted and Bianchi acquitted").

use crate::name::Bearers;
use crate::polarity::{exclude, finding, negations, poles};
use crate::{Evidence, Finding, lexicon};
use aligner::{Report, SentenceRef, Statement};
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// So many reports agree before another that gives somebody the other fate stands against them.
const MOST: usize = 2;

/// A word that excludes others, with the name beside it.
struct Fate {
    at: SentenceRef,
    span: Span,
    concept: &'static str,
    pole: String,
    bearer: usize,
    name: String,
}

/// The concepts of which one report gives a name the other pole than the rest do, both it and one of
/// the rest telling both poles.
pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
) -> Vec<Finding> {
    let fates: Vec<Fate> = statement
        .sentences
        .iter()
        .flat_map(|&at| told(reports, at, bearers))
        .collect();
    let concepts: BTreeSet<&str> = fates.iter().map(|fate| fate.concept).collect();
    let told = concepts.into_iter().filter_map(|concept| {
        let of: Vec<&Fate> = fates.iter().filter(|f| f.concept == concept).collect();
        let names: BTreeSet<usize> = of.iter().map(|fate| fate.bearer).collect();
        let swapped: BTreeSet<usize> = names
            .into_iter()
            .filter(|&name| is_another(&of, name))
            .collect();
        let evidence: Vec<Evidence> = of
            .iter()
            .filter(|fate| swapped.contains(&fate.bearer))
            .map(|fate| Evidence {
                at: fate.at,
                span: fate.span,
                value: format!("{} {}", fate.name, fate.pole),
            })
            .collect();
        (!evidence.is_empty()).then(|| finding(reports, index, statement, evidence))
    });
    told.collect()
}

/// Whether one report gives a name another pole than several others do.
fn is_another(of: &[&Fate], name: usize) -> bool {
    let mut poles: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut own: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for fate in of {
        poles.entry(fate.at.report).or_default().insert(&fate.pole);
        if fate.bearer == name {
            own.entry(fate.at.report).or_default().insert(&fate.pole);
        }
    }
    let both = |report: &usize| poles.get(report).is_some_and(|poles| poles.len() > 1);
    let single: BTreeMap<usize, &str> = own
        .into_iter()
        .filter(|(_, poles)| poles.len() == 1)
        .filter_map(|(report, poles)| Some((report, *poles.first()?)))
        .collect();
    single.iter().any(|(odd, pole)| {
        let against = single.iter().filter(|(_, other)| exclude(pole, other));
        let against: Vec<usize> = against.map(|(report, _)| *report).collect();
        let with = single.values().filter(|other| *other == pole).count();
        with == 1 && against.len() >= MOST && both(odd) && against.iter().any(both)
    })
}

/// The words of a sentence that exclude others, each with the name that stands nearest to it.
fn told(reports: &[Report], at: SentenceRef, bearers: &Bearers) -> Vec<Fate> {
    let Some(document) = reports.get(at.report).map(|report| &report.document) else {
        return Vec::new();
    };
    let Some(whole) = document.sentences.get(at.sentence).map(|s| s.span) else {
        return Vec::new();
    };
    let names = bearers.in_sentence(reports, at);
    let turns = lexicon::turns(document, at.sentence, whole);
    let nearest = |span: Span| {
        let gap = |name: Span| {
            let behind = name.start.saturating_sub(span.end);
            behind.max(span.start.saturating_sub(name.end))
        };
        names.iter().copied().min_by_key(|(name, _)| gap(*name))
    };
    poles(document, at.sentence, &negations(&turns))
        .into_iter()
        .filter_map(|(span, concept, pole)| {
            let (name, bearer) = nearest(span)?;
            let name = document.text_of(name).to_owned();
            Some(Fate {
                at,
                span,
                concept,
                pole,
                bearer,
                name,
            })
        })
        .collect()
}
