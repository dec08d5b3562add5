//! Where a report contradicts itself: a number of its headline that its text counts otherwise, two
//! ages of one person.

use crate::ages::age_of;
use crate::attackers::{Count, Deaths};
use crate::elsewhere::Elsewhere;
use crate::headlines::Headline;
use crate::name::Bearers;
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain, mentions, quantity, tolls};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Approximation, Mention, Quantity};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Two numbers of one report that lie further apart count two things: a slip or an older toll is
/// nearer.
const FAR: f32 = 0.5;

/// The contradictions inside each report, in the order of the reports.
pub(crate) fn findings(
    reports: &[Report],
    headlines: &[Option<Headline>],
    statements: &[Statement],
    bearers: &Bearers,
) -> Vec<Finding> {
    let of_report = |number: usize| {
        let headline = headlines.get(number).and_then(Option::as_ref);
        let text = reports.get(number);
        let above = headline
            .zip(text)
            .map(|(headline, text)| above(headline, text, number));
        let below = ages(reports, number, bearers);
        let all = above.into_iter().flatten().chain(below);
        all.map(|difference| difference.finding(reports, statements))
            .collect::<Vec<_>>()
    };
    (0..reports.len()).flat_map(of_report).collect()
}

/// Two numbers of one report, each as its evidence.
struct Difference {
    /// Of the headline, or of the earlier sentence.
    one: Evidence,
    /// Of the text, or of the later sentence.
    other: Evidence,
    in_headline: bool,
}

impl Difference {
    fn between(one: Count, other: Count) -> Self {
        let evidence = |count: Count| Evidence {
            at: count.at,
            span: count.mention.span,
            value: quantity::in_words(count.quantity),
        };
        Self {
            one: evidence(one),
            other: evidence(other),
            in_headline: false,
        }
    }

    fn finding(self, reports: &[Report], statements: &[Statement]) -> Finding {
        let Self {
            one,
            other,
            in_headline,
        } = self;
        let statement = (statements.iter()).position(|s| s.sentences.contains(&other.at));
        let of = statement.and_then(|index| statements.get(index));
        let against = if in_headline {
            format!("against its own headline ({})", one.value)
        } else {
            "against itself".to_owned()
        };
        // A headline may be no part of the text, in which every piece of evidence stands.
        let evidence = if in_headline {
            vec![other]
        } else {
            vec![one, other]
        };
        Finding {
            kind: Kind::Quantity,
            verdict: Verdict::Diverges,
            statement,
            explanation: format!("{against}: {}", explain::in_evidence(reports, &evidence)),
            confidence: confidence::of(Kind::Quantity, Verdict::Diverges, of),
            evidence,
        }
    }
}

/// Which of the two is the headline, and which the text, where they are set side by side.
const HEADLINE: usize = 0;
const TEXT: usize = 1;

/// Where a headline counts otherwise than the text, which says its number nowhere.
fn above(headline: &Headline, text: &Report, number: usize) -> Vec<Difference> {
    let own = 0..headline.alone.document.sentences.len();
    let missing = |of: &Quantity| !counts(text).any(|(_, told)| quantity::may_be_one(of, told));
    if headline.told.is_empty() || !counts(&headline.alone).any(|(_, of)| missing(of)) {
        return Vec::new();
    }
    let pair = [headline.alone.clone(), text.clone()];
    let place = |report: usize| move |sentence: usize| SentenceRef { report, sentence };
    let statements = headline.told.iter().map(|&told| Statement {
        sentences: own
            .clone()
            .map(place(HEADLINE))
            .chain([place(TEXT)(told)])
            .collect(),
        score: 1.0,
        rival: 0.0,
        as_well: Vec::new(),
        nearest: Vec::new(),
    });
    let statements: Vec<Statement> = statements.collect();
    let bearers = Bearers::of(&pair, &statements);
    let deaths = Deaths::of(&pair);
    let elsewhere = Elsewhere::of(&pair, &statements);
    let mut found: Vec<Finding> = Vec::new();
    for (index, statement) in statements.iter().enumerate() {
        found.extend(mentions::findings(
            &pair, index, statement, &bearers, &deaths, &elsewhere,
        ));
    }
    found.extend(tolls::findings(&pair, &found, &deaths));
    let mut differences: Vec<Difference> = Vec::new();
    for finding in found {
        let differs = finding.kind == Kind::Quantity && finding.verdict == Verdict::Diverges;
        let of = |side: usize| {
            finding
                .evidence
                .iter()
                .find(|e| e.at.report == side)
                .cloned()
        };
        let Some((one, other)) = of(HEADLINE).zip(of(TEXT)).filter(|_| differs) else {
            continue;
        };
        let known = differences
            .iter()
            .any(|known| known.other.span == other.span);
        if !known && contradicts(&headline.alone, &one, text, &other) {
            let other = Evidence {
                at: place(number)(other.at.sentence),
                ..other
            };
            differences.push(Difference {
                one,
                other,
                in_headline: true,
            });
        }
    }
    differences
}

/// The numbers of a report that count, each with its mention.
fn counts(report: &Report) -> impl Iterator<Item = (&Mention, &Quantity)> {
    let all = report.mentions.iter();
    all.filter_map(|mention| Some((mention, quantity::cardinal(mention)?)))
}

/// Whether a number of a headline and one of the text below cannot both hold: they are near, the text
/// has nowhere what the headline says, and neither is the sum of what stands beside the other ("seven
/// adults, one child"; "eight people").
fn contradicts(headline: &Report, one: &Evidence, text: &Report, other: &Evidence) -> bool {
    let said = |report, evidence: &Evidence| {
        counts(report)
            .find(|(mention, _)| mention.span == evidence.span)
            .map(|(_, of)| of)
    };
    let (Some(a), Some(b)) = (said(headline, one), said(text, other)) else {
        return false;
    };
    let above: Vec<&Quantity> = counts(headline).map(|(_, of)| of).collect();
    let beside = counts(text).filter(|(mention, _)| mention.sentence == other.at.sentence);
    let beside: Vec<&Quantity> = beside.map(|(_, of)| of).collect();
    contradict(a, b)
        && !counts(text).any(|(_, of)| quantity::may_be_one(a, of))
        && !above.iter().any(|of| quantity::may_be_one(b, of))
        && !is_sum(a, &beside)
        && !is_sum(b, &above)
}

/// Whether two numbers of one thing cannot both hold: "at least five" holds where eight died.
fn contradict(a: &Quantity, b: &Quantity) -> bool {
    let plain =
        |q: &Quantity| matches!(q.approximation, Approximation::Exact | Approximation::About);
    plain(a)
        && plain(b)
        && quantity::relation(a, b) == Some(Verdict::Diverges)
        && quantity::closeness(a, b) >= FAR
}

/// Whether a number is the sum of two or more of the first few others.
fn is_sum(whole: &Quantity, parts: &[&Quantity]) -> bool {
    const FEW: usize = 6;
    let Some(whole) = whole.value else {
        return false;
    };
    let values: Vec<Decimal> = parts
        .iter()
        .filter_map(|part| part.value)
        .take(FEW)
        .collect();
    (0..1_u32 << values.len())
        .filter(|chosen| chosen.count_ones() > 1)
        .any(|chosen| {
            let of = values
                .iter()
                .enumerate()
                .filter(|(at, _)| chosen >> at & 1 == 1);
            let sum = of
                .map(|(_, value)| *value)
                .try_fold(Decimal::ZERO, Decimal::checked_add);
            sum == Some(whole)
        })
}

/// Where a text gives one person two ages, each beside the whole name, in two sentences: in one
/// sentence, and beside a surname, stand relatives.
fn ages(reports: &[Report], number: usize, bearers: &Bearers) -> Vec<Difference> {
    let mut known: BTreeMap<usize, Vec<Count>> = BTreeMap::new();
    let mentions = reports
        .get(number)
        .map_or(&[][..], |report| &report.mentions);
    for mention in mentions {
        let age = quantity::cardinal(mention).filter(|age| quantity::is_age(age));
        let at = SentenceRef {
            report: number,
            sentence: mention.sentence,
        };
        let person = age.and_then(|_| age_of(reports, bearers, at, mention.span));
        if let Some((quantity, (person, true))) = age.zip(person) {
            known.entry(person).or_default().push(Count {
                at,
                mention,
                quantity,
            });
        }
    }
    let of_person = |told: &Vec<Count>| {
        let (first, rest) = told.split_first()?;
        let elsewhere = rest.iter().filter(|other| other.at != first.at);
        let mut other = elsewhere.filter(|other| contradict(first.quantity, other.quantity));
        Some(Difference::between(*first, *other.next()?))
    };
    known.values().filter_map(of_person).collect()
}
