//! Names that are words of a language and translated with the rest: "Constitutional Court", "Cour
//! constitutionnelle", "المحكمة الدستورية".

use super::{Bearer, Bearers, words_of};
use crate::place::language_of;
use aligner::{Report, SentenceRef, Statement};
use encoder::cosine;
use std::collections::{BTreeMap, BTreeSet};

/// Names of one bearer in two languages mean the same at least so much. Set on our own events, where
/// the highest pair of two bearers has .49 ("Commission européenne", "Unión Europea").
const ALIKE: f32 = 0.5;

/// A name in a sentence.
struct Named<'a> {
    bearer: usize,
    name: &'a str,
    language: &'a str,
}

/// Groups of bearers that are one: their names stand in sentences of two languages which say the same,
/// and mean the same. Nobody is joined who is a person, nor two that one report names.
pub(super) fn groups(
    reports: &[Report],
    statements: &[Statement],
    bearers: &Bearers,
) -> Vec<BTreeSet<usize>> {
    let mut pairs: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    // By language and name: the same names stand in many statements.
    let mut meanings: BTreeMap<(&str, &str), Vec<f32>> = BTreeMap::new();
    for statement in statements.iter().filter(|s| s.sentences.len() > 1) {
        let told: Vec<Named> = statement
            .tellers()
            .flat_map(|at| named(reports, bearers, at))
            .collect();
        for (position, a) in told.iter().enumerate() {
            for b in told.iter().skip(position + 1) {
                if a.language == b.language || a.bearer == b.bearer || is_part(a.name, b.name) {
                    continue;
                }
                let [key, other] = [a, b].map(|named| (named.language, named.name));
                for (language, name) in [key, other] {
                    meanings
                        .entry((language, name))
                        .or_insert_with(|| encoder::builtin().encode(name, language));
                }
                let alike = cosine(&meanings[&key], &meanings[&other]);
                if alike >= ALIKE {
                    let pair = (a.bearer.min(b.bearer), a.bearer.max(b.bearer));
                    let known = pairs.entry(pair).or_insert(alike);
                    *known = known.max(alike);
                }
            }
        }
    }
    let mut pairs: Vec<((usize, usize), f32)> = pairs.into_iter().collect();
    pairs.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    let mut reports_of: Vec<BTreeSet<usize>> = bearers.all.iter().map(Bearer::reports).collect();
    let mut group_of: Vec<usize> = (0..bearers.all.len()).collect();
    for ((a, b), _) in pairs {
        let (a, b) = (group_of[a], group_of[b]);
        if a == b || !reports_of[a].is_disjoint(&reports_of[b]) {
            continue;
        }
        let moved = std::mem::take(&mut reports_of[b]);
        reports_of[a].extend(moved);
        for group in group_of.iter_mut().filter(|group| **group == b) {
            *group = a;
        }
    }
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (bearer, group) in group_of.into_iter().enumerate() {
        groups.entry(group).or_default().insert(bearer);
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// The names of a sentence that are no person's.
fn named<'a>(reports: &'a [Report], bearers: &Bearers, at: SentenceRef) -> Vec<Named<'a>> {
    let Some(report) = reports.get(at.report) else {
        return Vec::new();
    };
    let names = bearers.in_sentence(reports, at).into_iter();
    names
        .filter(|(_, bearer)| !bearers.all[*bearer].is_person())
        .map(|(span, bearer)| Named {
            bearer,
            name: report.document.text_of(span),
            language: language_of(reports, at),
        })
        .collect()
}

/// Whether one name has all words of the other and more: "Tarsani", "Tarsani Limanı".
fn is_part(a: &str, b: &str) -> bool {
    let (a, b) = (words_of(a), words_of(b));
    a != b && (a.is_subset(&b) || b.is_subset(&a))
}
