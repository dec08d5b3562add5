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

/// What the reader is told of them.
const SPELT: &str = "spelt in two ways: ";

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
}

impl Bearer<'_> {
    fn reports(&self) -> BTreeSet<usize> {
        self.mentions
            .iter()
            .map(|mention| mention.at.report)
            .collect()
    }

    /// Whether two reports spell a person's name in two ways, in one script. Places and
    /// organisations have other names in other languages.
    fn spelt_in_two_ways(&self) -> bool {
        let persons: Vec<&Mentioned> = self
            .mentions
            .iter()
            .filter(|mention| mention.name.kind == NameKind::Person)
            .collect();
        let writes = |report: usize, folded: &str| {
            persons
                .iter()
                .any(|m| m.at.report == report && fold(&m.name.name) == folded)
        };
        persons.iter().enumerate().any(|(index, a)| {
            persons.iter().skip(index + 1).any(|b| {
                let (one, other) = (fold(&a.name.name), fold(&b.name.name));
                // A report that writes both forms inflects one of them.
                script(&a.name.name) == script(&b.name.name)
                    && one != other
                    && one.split(' ').count() == other.split(' ').count()
                    && !writes(a.at.report, &other)
                    && !writes(b.at.report, &one)
                    && strsim::normalized_damerau_levenshtein(&one, &other) >= MISSPELT
            })
        })
    }
}

/// A name without regard to case, marks and hyphens.
fn fold(name: &str) -> String {
    let folded = extractor::romanise(name);
    if script(name) == Script::Latin && !folded.is_empty() {
        folded
    } else {
        name.to_lowercase()
    }
}

/// The scripts that names are compared in by their letters.
#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Han,
    Other(u32),
}

/// The script of a name's first letter.
fn script(name: &str) -> Script {
    let first = name.chars().find(|c| c.is_alphabetic());
    match first.map_or(0, u32::from) {
        0..=0x24f | 0x1e00..=0x1eff => Script::Latin,
        0x400..=0x52f => Script::Cyrillic,
        0x3400..=0x9fff => Script::Han,
        other => Script::Other(other >> 8),
    }
}

/// The findings about names over the whole event: every bearer that two reports name, every
/// person whose name is spelt in two ways, and every person who stands where other reports have
/// another.
pub(crate) fn findings(reports: &[Report], statements: &[Statement]) -> Vec<Finding> {
    let bearers = bearers(reports);
    let shared = bearers.iter().filter(|bearer| bearer.reports().len() > 1);
    let mut found: Vec<Finding> = shared
        .clone()
        .map(|bearer| finding(reports, Verdict::Agrees, "", &bearer.mentions))
        .collect();
    found.extend(
        shared
            .filter(|bearer| bearer.spelt_in_two_ways())
            .map(|bearer| finding(reports, Verdict::Compatible, SPELT, &bearer.mentions)),
    );
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
            let known = |m: &Mentioned| m.at.report == report && m.name.name == name.name;
            if !of_key.iter().any(known) {
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
    // One after the other, so that a name counts as often as reports have it.
    let names: Vec<&Name> = by_key.values().flatten().map(|m| m.name).collect();
    let of_name = extractor::bearers(&names);
    let mut by_number: BTreeMap<usize, Bearer> = BTreeMap::new();
    let mut position = 0;
    for mentions in by_key.into_values() {
        by_number
            .entry(of_name[position])
            .or_insert_with(|| Bearer {
                mentions: Vec::new(),
            })
            .mentions
            .extend(mentions.iter().copied());
        position += mentions.len();
    }
    let mut bearers: Vec<Bearer> = by_number.into_values().collect();
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
            let (verdict, remark) = if alike {
                (Verdict::Compatible, SPELT)
            } else {
                (Verdict::Diverges, "another person in the same place: ")
            };
            finding(reports, verdict, remark, &mentions)
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
