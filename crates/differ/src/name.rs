//! Which names the reports share, which they spell in another way, and where another person
//! stands in the same place.

use crate::{Evidence, Finding, Kind, Verdict, explain};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Name, NameKind, NameMatch, Value, same_name};
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Two persons in the same place whose names are at least this alike (Damerau-Levenshtein, as a
/// share of the longer) are one person misspelt; below, they are two. One letter more in an
/// eight-letter name gives .89, two unlike surnames stay below .6.
const MISSPELT: f64 = 0.8;

/// Whether two printed names may belong to one bearer: the same name over scripts, a variant, or
/// one a part of the other ("Lin" and "Lin Jian").
pub(crate) fn may_be_same(a: &str, b: &str) -> bool {
    let name = |text: &str| Name {
        kind: NameKind::Person,
        name: text.to_owned(),
        key: extractor::romanise(text),
    };
    let words = |text: &str| {
        text.to_lowercase()
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    };
    let (words_a, words_b): (BTreeSet<String>, BTreeSet<String>) = (words(a), words(b));
    !words_a.is_disjoint(&words_b) || same_name(&name(a), &name(b)).0 != NameMatch::Different
}

/// The first mention of a name in a report.
#[derive(Clone, Copy)]
struct Mentioned<'a> {
    at: SentenceRef,
    span: Span,
    name: &'a Name,
}

/// All mentions that name one bearer, at most a few a report.
struct Bearer<'a> {
    mentions: Vec<Mentioned<'a>>,
    /// Whether two mentions are variants and no exact match.
    variants: bool,
}

impl Bearer<'_> {
    fn reports(&self) -> BTreeSet<usize> {
        self.mentions
            .iter()
            .map(|mention| mention.at.report)
            .collect()
    }
}

/// The findings about names over the whole event: every bearer that two reports name, and every
/// person who stands where other reports have another.
pub(crate) fn findings(reports: &[Report], statements: &[Statement]) -> Vec<Finding> {
    let bearers = bearers(reports);
    let mut found: Vec<Finding> = bearers
        .iter()
        .filter(|bearer| bearer.reports().len() > 1)
        .map(|bearer| {
            let verdict = if bearer.variants {
                Verdict::Compatible
            } else {
                Verdict::Agrees
            };
            finding(reports, verdict, "", &bearer.mentions)
        })
        .collect();
    found.extend(replaced(reports, statements, &bearers));
    found
}

fn bearers(reports: &[Report]) -> Vec<Bearer<'_>> {
    // Equal keys first: most mentions go here, and what is left to compare is short.
    let mut by_key: BTreeMap<(NameKind, &str), Vec<Mentioned>> = BTreeMap::new();
    for (report, content) in reports.iter().enumerate() {
        for mention in &content.mentions {
            let Value::Name(name) = &mention.value else {
                continue;
            };
            let of_key = by_key.entry((name.kind, name.key.as_str())).or_default();
            if of_key.last().is_none_or(|last| last.at.report != report) {
                let at = SentenceRef {
                    report,
                    sentence: mention.sentence,
                };
                of_key.push(Mentioned {
                    at,
                    span: mention.span,
                    name,
                });
            }
        }
    }
    let mut bearers: Vec<Bearer> = Vec::new();
    for mentions in by_key.into_values() {
        let name = mentions[0].name;
        let best = bearers
            .iter()
            .enumerate()
            .filter_map(|(index, bearer)| {
                let (relation, score) = bearer
                    .mentions
                    .iter()
                    .map(|known| same_name(known.name, name))
                    .max_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)))?;
                (relation != NameMatch::Different).then_some((index, relation, score))
            })
            .max_by(|a, b| b.1.cmp(&a.1).then(a.2.total_cmp(&b.2)));
        match best {
            Some((index, relation, _)) => {
                bearers[index].mentions.extend(mentions);
                bearers[index].variants |= relation == NameMatch::Variant;
            }
            None => bearers.push(Bearer {
                mentions,
                variants: false,
            }),
        }
    }
    for bearer in &mut bearers {
        bearer
            .mentions
            .sort_by_key(|mention| (mention.at, mention.span));
    }
    bearers.sort_by_key(|bearer| bearer.mentions.first().map(|first| (first.at, first.span)));
    bearers
}

/// Persons who are the only one in a sentence where other reports' sentences of the same
/// statement have only another, and whom those reports never name.
fn replaced(reports: &[Report], statements: &[Statement], bearers: &[Bearer]) -> Vec<Finding> {
    let person_of = |at: SentenceRef| -> Option<usize> {
        let report = reports.get(at.report)?;
        let mut persons = report
            .mentions
            .iter()
            .filter(|m| m.sentence == at.sentence)
            .filter_map(|mention| match &mention.value {
                Value::Name(name) if name.kind == NameKind::Person => {
                    bearers.iter().position(|bearer| {
                        bearer.mentions.iter().any(|known| {
                            known.name.kind == NameKind::Person && known.name.key == name.key
                        })
                    })
                }
                _ => None,
            });
        let first = persons.next()?;
        persons.all(|other| other == first).then_some(first)
    };
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for statement in statements
        .iter()
        .filter(|statement| statement.sentences.len() > 1)
    {
        let persons: Vec<usize> = statement
            .sentences
            .iter()
            .filter_map(|&at| person_of(at))
            .collect();
        for (index, &a) in persons.iter().enumerate() {
            for &b in persons.iter().skip(index + 1) {
                if a != b && bearers[a].reports().is_disjoint(&bearers[b].reports()) {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs
        .into_iter()
        .map(|(a, b)| {
            let mut mentions = [bearers[a].mentions.as_slice(), &bearers[b].mentions].concat();
            mentions.sort_by_key(|mention| (mention.at, mention.span));
            let alike = bearers[a].mentions.iter().any(|x| {
                bearers[b].mentions.iter().any(|y| {
                    let (x, y) = (x.name.name.to_lowercase(), y.name.name.to_lowercase());
                    strsim::normalized_damerau_levenshtein(&x, &y) >= MISSPELT
                })
            });
            if alike {
                finding(
                    reports,
                    Verdict::Compatible,
                    "spelt in two ways: ",
                    &mentions,
                )
            } else {
                finding(
                    reports,
                    Verdict::Diverges,
                    "another person in the same place: ",
                    &mentions,
                )
            }
        })
        .collect()
}

fn finding(
    reports: &[Report],
    verdict: Verdict,
    remark: &str,
    mentions: &[Mentioned<'_>],
) -> Finding {
    let given: Vec<(String, usize)> = mentions
        .iter()
        .map(|m| (m.name.name.clone(), m.at.report))
        .collect();
    Finding {
        kind: Kind::Name,
        verdict,
        statement: None,
        explanation: format!("{remark}{}", explain::who_says_what(reports, &given)),
        confidence: if verdict == Verdict::Agrees { 0.9 } else { 0.7 },
        evidence: mentions
            .iter()
            .map(|m| Evidence {
                at: m.at,
                span: m.span,
                value: m.name.name.clone(),
            })
            .collect(),
    }
}
