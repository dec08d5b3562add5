//! One person with two given names: "Ruth Adeyo" here, "Grace Adeyo" there.

use super::{Bearer, Bearers, Pairs};
use aligner::{Report, Statement};
use extractor::{Name, given_names_differ};
use std::collections::BTreeSet;

/// Pairs of persons with one surname and quite other given names whom sentences name that say the
/// same, of whom no report has both: relatives are told apart by whoever names both. Two reports
/// give one of the names: what is translated with the rest ("Hurricane Rosa") looks like a given
/// name in each language.
pub(super) fn pairs(statements: &[Statement], reports: &[Report], bearers: &Bearers) -> Pairs {
    let full: Vec<BTreeSet<usize>> = bearers.all.iter().map(named_in_full).collect();
    let mut judged = Pairs::new();
    let mut found = Pairs::new();
    for statement in statements.iter().filter(|s| s.sentences.len() > 1) {
        // Short forms go with whoever bears the name in most reports.
        let named: Vec<(usize, BTreeSet<usize>)> = statement
            .tellers()
            .map(|at| {
                let names = bearers.in_sentence(reports, at).into_iter();
                (at.report, names.map(|(_, bearer)| bearer).collect())
            })
            .collect();
        let persons: BTreeSet<usize> = named
            .iter()
            .flat_map(|(_, persons)| persons.iter().copied())
            .filter(|&bearer| bearers.all[bearer].is_person())
            .collect();
        for &a in &persons {
            for &b in persons.range(a + 1..) {
                let names = |own: usize| {
                    named.iter().any(|(report, persons)| {
                        full[own].contains(report) && (persons.contains(&a) || persons.contains(&b))
                    })
                };
                if judged.contains(&(a, b)) || !names(a) || !names(b) {
                    continue;
                }
                judged.insert((a, b));
                let agreed = full[a].len().max(full[b].len()) > 1;
                if agreed
                    && full[a].is_disjoint(&full[b])
                    && differ(&bearers.all[a], &bearers.all[b])
                {
                    found.insert((a, b));
                }
            }
        }
    }
    found
}

/// Whether one bearer has two given names: forms that differ in so few letters ("Carlo", "Paolo") that
/// they were taken for one name, each in reports that have not the other, one of them in two.
pub(super) fn has_two_names(bearer: &Bearer) -> bool {
    let named = |form: &Name| -> BTreeSet<usize> {
        let of = bearer.mentions.iter().filter(|m| m.name.name == form.name);
        of.map(|mention| mention.at.report).collect()
    };
    let forms = full_forms(bearer);
    bearer.is_person()
        && forms.iter().enumerate().any(|(index, x)| {
            forms.iter().skip(index + 1).any(|y| {
                let (own, others) = (named(x), named(y));
                own.len().max(others.len()) > 1
                    && own.is_disjoint(&others)
                    && given_names_differ(x, y)
            })
        })
}

/// The reports that name somebody by more than one word.
fn named_in_full(bearer: &Bearer) -> BTreeSet<usize> {
    let full = bearer.mentions.iter().filter(|m| is_full(m.name));
    full.map(|mention| mention.at.report).collect()
}

fn is_full(name: &Name) -> bool {
    name.name.contains([' ', '·', '・'])
}

/// Whether the full forms of two persons' names all differ in the given name alone.
fn differ(one: &Bearer, other: &Bearer) -> bool {
    let (own, others) = (full_forms(one), full_forms(other));
    !own.is_empty()
        && !others.is_empty()
        && own
            .iter()
            .all(|x| others.iter().all(|y| given_names_differ(x, y)))
}

fn full_forms<'b>(bearer: &'b Bearer) -> Vec<&'b Name> {
    bearer.forms.iter().filter(|form| is_full(form)).collect()
}
