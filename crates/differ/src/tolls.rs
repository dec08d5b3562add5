//! How many people an event befell, as each report's opening counts them: the dead of one lede
//! against the dead of another, though the sentences say it in ways that no statement joins.

use crate::attackers::{Count, Deaths};
use crate::mentions::{has_grown, published};
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain, lexicon, quantity};
use aligner::{Report, SentenceRef};
use extractor::{Date, Name, NameKind, Precision, Quantity, Scope, Value};
use segmenter::{SentenceKind, Span, Token};
use std::collections::BTreeSet;

/// What befell people, as it is counted in openings, and how a reader is told of it.
const FATES: [(&str, &str); 3] = [
    ("killed", "dead"),
    ("injured", "injured"),
    ("missing", "missing"),
];

/// News gives the toll in its first sentences.
const LEDE: usize = 3;

/// Counts further apart than this, as a share of the larger, are not of one event: the dead of a day
/// and of a year.
const FAR: f32 = 0.2;

/// The findings about tolls that no finding of a statement has compared.
pub(crate) fn findings(reports: &[Report], known: &[Finding], deaths: &Deaths) -> Vec<Finding> {
    FATES
        .iter()
        .filter_map(|(fate, word)| {
            let counts: Vec<Vec<Count>> = (0..reports.len())
                .map(|report| counts(reports, report, fate))
                .collect();
            let tolls: Vec<Count> = counts
                .iter()
                .filter_map(|counts| toll(reports, counts))
                .collect();
            finding(reports, (&counts, &tolls), known, deaths, word)
        })
        .collect()
}

/// Leaves out that one report alone has a count which a toll sets against those of the others.
pub(crate) fn without_compared(findings: &mut Vec<Finding>, tolls: &[Finding]) {
    let compared: BTreeSet<(SentenceRef, Span)> = tolls
        .iter()
        .flat_map(|toll| &toll.evidence)
        .map(|evidence| (evidence.at, evidence.span))
        .collect();
    findings.retain(|finding| {
        let told = |evidence: &Evidence| compared.contains(&(evidence.at, evidence.span));
        let alone = finding.kind == Kind::Quantity && finding.verdict == Verdict::SingleSource;
        !alone || finding.evidence.is_empty() || !finding.evidence.iter().all(told)
    });
}

/// All counts of a report of what befell people.
fn counts<'a>(reports: &'a [Report], report: usize, fate: &str) -> Vec<Count<'a>> {
    let of_fate = |quantity: &Quantity| {
        quantity.class() == Some(fate) && !quantity.ordinal && quantity.unit.is_none()
    };
    let mentions = reports
        .get(report)
        .map_or(&[][..], |report| &report.mentions);
    mentions
        .iter()
        .filter_map(|mention| match &mention.value {
            Value::Quantity(quantity) if of_fate(quantity) => Some(Count {
                at: SentenceRef {
                    report,
                    sentence: mention.sentence,
                },
                mention,
                quantity,
            }),
            _ => None,
        })
        .collect()
}

/// The count of a report's opening: the first one that counts all. One that stands further down is the
/// toll where the report has no other, and nothing in its sentence leads to another event.
fn toll<'a>(reports: &[Report], counts: &[Count<'a>]) -> Option<Count<'a>> {
    counts
        .iter()
        .find(|count| {
            matches!(count.quantity.scope, Scope::All | Scope::With)
                && counts_anybody(reports, count)
        })
        .filter(|count| {
            let report = reports.get(count.at.report);
            report.is_none_or(|report| opens(report, count.at.sentence))
                || counts.len() == 1 && !tells_of_another(reports, count)
        })
        .copied()
}

/// Whether a sentence stands above a report's text or in its opening.
fn opens(report: &Report, sentence: usize) -> bool {
    let before = report.document.sentences.iter().take(sentence);
    before.filter(|s| s.kind == SentenceKind::Body).count() < LEDE
}

/// Days before publication from which on a date is of an event before this one.
const LONG_AGO: i32 = 14;

/// Whether the sentence of a count has a date long before publication, or one that nothing bounds, or
/// names a place that neither the headline nor the opening names, or counts others beside: it may tell of
/// another event or of a part of those whom this one befell.
fn tells_of_another(reports: &[Report], count: &Count) -> bool {
    let Some(report) = reports.get(count.at.report) else {
        return true;
    };
    let Some((published, _)) = published(reports, count.at.report) else {
        return true;
    };
    let named = |name: &Name| {
        report.mentions.iter().any(|mention| {
            opens(report, mention.sentence)
                && matches!(&mention.value, Value::Name(other) if other.key == name.key)
        })
    };
    let near = |date: &Date| {
        let day = date.from.or(date.to);
        let apart = day.and_then(|day| day.date().until(published).ok());
        date.precision != Precision::Vague
            && apart.is_some_and(|apart| apart.get_days() <= LONG_AGO)
    };
    let mut here = (report.mentions.iter()).filter(|m| m.sentence == count.at.sentence);
    here.any(|mention| match &mention.value {
        Value::Date(date) => !near(date),
        Value::Name(name) => name.kind == NameKind::Place && !named(name),
        // "five soldiers and two civilians were killed": one count is not read, or is a part.
        Value::Quantity(other) => mention.span != count.mention.span && quantity::is_who(other),
        _ => false,
    })
}

/// Whether the wording counts people, whoever they are: not children, and not brothers, of whom no
/// pack knows that they are people.
fn counts_anybody(reports: &[Report], count: &Count) -> bool {
    let (Some(report), Some(noun)) = (reports.get(count.at.report), &count.quantity.noun) else {
        return false;
    };
    if let Some(who) = &noun.who {
        return who == quantity::ANYBODY;
    }
    let document = &report.document;
    let number = count.mention.span;
    // "the dead rose to 12": the noun stands elsewhere.
    if noun.span.start < number.end {
        return true;
    }
    let language = document.language_of(count.at.sentence);
    let pack = lang::pack_or_default(language);
    if pack.meta.words != lang::Strategy::Spaces {
        return document
            .text_of(Span::new(number.end, noun.span.start))
            .chars()
            .count()
            <= COUNTER;
    }
    let between =
        |token: &Token| token.span.start >= number.end && token.span.end <= noun.span.start;
    document
        .tokens(count.at.sentence)
        .iter()
        .filter(|token| between(token))
        .all(|token| {
            let word = document.text_of(token.span).to_lowercase();
            lexicon::is_light(language, &word)
        })
}

/// Characters of a counter between a number and what befell the people: `名`.
const COUNTER: usize = 1;

fn finding(
    reports: &[Report],
    (counts, tolls): (&[Vec<Count>], &[Count]),
    known: &[Finding],
    deaths: &Deaths,
    word: &str,
) -> Option<Finding> {
    let differs = |a: &Count, b: &Count| {
        // Nothing that one report counts can be what the other counts: neither takes in those
        // whom the other leaves out.
        let (own, others) = (&counts[a.at.report], &counts[b.at.report]);
        let apart = own.iter().all(|x| {
            others
                .iter()
                .all(|y| quantity::relation(x.quantity, y.quantity) == Some(Verdict::Diverges))
        });
        apart
            && quantity::closeness(a.quantity, b.quantity) >= FAR
            && (!quantity::are_two_things(a.quantity, b.quantity) || deaths.name_attacker(*a, *b))
            && !deaths.part(*a, *b)
            && !compared(known, a, b)
    };
    let mut differing = BTreeSet::new();
    let mut grown = true;
    for (at, a) in tolls.iter().enumerate() {
        for (other, b) in tolls.iter().enumerate().skip(at + 1) {
            if differs(a, b) {
                differing.extend([at, other]);
                grown &= has_grown(
                    reports,
                    (a.at.report, a.quantity),
                    (b.at.report, b.quantity),
                );
            }
        }
    }
    if differing.is_empty() {
        return None;
    }
    let evidence: Vec<Evidence> = differing
        .iter()
        .filter_map(|&at| tolls.get(at))
        .map(|toll| Evidence {
            at: toll.at,
            span: toll.mention.span,
            value: format!("{} {word}", quantity::in_words(toll.quantity)),
        })
        .collect();
    let said = explain::in_evidence(reports, &evidence);
    Some(Finding {
        kind: Kind::Quantity,
        verdict: Verdict::Diverges,
        statement: None,
        explanation: if grown {
            format!("updated: {said}")
        } else {
            said
        },
        confidence: confidence::of(Kind::Quantity, Verdict::Diverges, None),
        evidence,
    })
}

/// Whether a finding of a statement has set the counts of two reports against each other already.
fn compared(known: &[Finding], a: &Count, b: &Count) -> bool {
    known.iter().any(|finding| {
        let has = |count: &Count| {
            finding
                .evidence
                .iter()
                .any(|evidence| evidence.at == count.at && evidence.span == count.mention.span)
        };
        finding.kind == Kind::Quantity && has(a) && has(b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn said(texts: &[(&str, &str)]) -> Vec<String> {
        let reports: Vec<Report> = texts
            .iter()
            .enumerate()
            .map(|(number, (published, text))| {
                let mut article = Article::new(format!("outlet {number}"), *text);
                article.language = Some("en".to_owned());
                article.published = Some((*published).to_owned());
                let document = segment(article);
                let mentions = extractor::extract(&document);
                Report { document, mentions }
            })
            .collect();
        let found = findings(&reports, &[], &Deaths::of(&reports));
        found
            .into_iter()
            .map(|finding| finding.explanation)
            .collect()
    }

    const FIRST: &str = "2026-05-04";

    #[test]
    fn two_openings_that_count_other_dead_diverge() {
        let two = "Two people are dead after a fire at a block of flats in Ardal. Police closed the road.";
        let three = "Overnight flames in a tower killed three people, officials said.";
        assert_eq!(
            said(&[(FIRST, two), (FIRST, three)]),
            ["2 dead in outlet 0, 3 dead in outlet 1"]
        );
        assert_eq!(
            said(&[(FIRST, two), ("2026-05-06", three)]),
            ["updated: 2 dead in outlet 0, 3 dead in outlet 1"]
        );
    }

    #[test]
    fn the_only_count_of_a_report_is_its_toll_wherever_it_stands() {
        let three = "Three people are dead after a boat sank off Ardal. Police closed the pier.";
        let body = "A boat sank off Ardal on Sunday. Divers searched all night. The pier was closed. \
                    The owner gave no comment. Rescuers had heard calls for help.";
        let four = format!("{body} Four people were killed, the coastguard said.");
        assert_eq!(
            said(&[(FIRST, three), (FIRST, &four)]),
            ["3 dead in outlet 0, 4 dead in outlet 1"]
        );
        let ago = format!("{body} In 2011 four people were killed when a ferry sank.");
        assert_eq!(said(&[(FIRST, three), (FIRST, &ago)]), [""; 0]);
        let there = format!("{body} Four people were killed in Norway.");
        assert_eq!(said(&[(FIRST, three), (FIRST, &there)]), [""; 0]);
    }

    #[test]
    fn the_attacker_may_be_counted_or_not() {
        let four = "A gunman killed four people at a depot in Ardal. Police shot him: he was shot dead by police.";
        let five = "Five people are dead after an attack in Ardal. Police closed the road.";
        assert_eq!(said(&[(FIRST, four), (FIRST, five)]), [""; 0]);
        let six = "Six people died in an attack in Ardal. Police closed the road.";
        assert_eq!(
            said(&[(FIRST, four), (FIRST, six)]),
            ["4 dead in outlet 0, 6 dead in outlet 1"]
        );
        let all = "Five people are dead, including the gunman, after an attack in Ardal.";
        let more = "Six people are dead, including the shooter, after an attack in Ardal.";
        assert_eq!(
            said(&[(FIRST, all), (FIRST, more)]),
            ["5 dead in outlet 0, 6 dead in outlet 1"]
        );
    }

    #[test]
    fn a_report_that_counts_both_ways_contradicts_nobody() {
        let five = "Five people died in the crash, the driver among them. The other car lost four: \
                    all four killed were students.";
        let four = "A crash killed four students.";
        assert_eq!(said(&[(FIRST, five), (FIRST, four)]), [""; 0]);
        let others = "The crash that took her brother left two others dead.";
        assert_eq!(said(&[(FIRST, others), (FIRST, four)]), [""; 0]);
    }
}
