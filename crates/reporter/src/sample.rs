//! A small comparison made by hand, for the tests of every format.

use crate::{Run, Source};
use aligner::{Report, SentenceRef, Statement};
use differ::{Comparison, Evidence, Finding, Kind, Verdict};
use segmenter::{Article, Document, Span};
use std::collections::BTreeSet;

const TEXTS: &[(&str, &str, &str, &str)] = &[
    (
        "al-jisr",
        "وكالة الجسر",
        "ar",
        "قال متحدث إن المحادثات أحرزت تقدما. وشكر الطرفان الصين.",
    ),
    (
        "gulf-wire",
        "Gulf Wire",
        "en",
        "Talks made progress, a spokesman said. The attack killed 1,170 people. \
         The captives were not mentioned.",
    ),
    (
        "north-post",
        "=North Post",
        "en",
        "The spokesman said that the talks made progress. About 1,139 people died in the attack.",
    ),
];

/// Three reports, two shared statements, a divergence, an agreement and what one has alone.
pub(crate) fn comparison() -> Comparison {
    let reports: Vec<Report> = TEXTS
        .iter()
        .map(|(id, outlet, language, text)| {
            let mut article = Article::new(*id, *text);
            article.outlet = (*outlet).to_owned();
            article.language = Some((*language).to_owned());
            article.published = Some("2024-04-30".to_owned());
            let document = segmenter::segment(article);
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect();
    let at = |report: usize, words: &str| {
        let document: &Document = &reports[report].document;
        let start = document.article.text.find(words).unwrap();
        let sentence = document.sentence_at(start).unwrap();
        (
            SentenceRef { report, sentence },
            Span::new(start, start + words.len()),
        )
    };
    let statement = |places: &[(usize, &str)], score| {
        let mut sentences: Vec<SentenceRef> = places.iter().map(|(r, w)| at(*r, w).0).collect();
        sentences.sort_unstable();
        Statement {
            sentences,
            score,
            rival: 0.0,
            as_well: Vec::new(),
            nearest: Vec::new(),
        }
    };
    let evidence = |report, words: &str, value: &str| {
        let (at, span) = at(report, words);
        Evidence {
            at,
            span,
            value: value.to_owned(),
        }
    };
    let statements = vec![
        statement(&[(0, "تقدما"), (1, "progress"), (2, "progress")], 0.875),
        statement(&[(0, "وشكر")], 1.0),
        statement(&[(1, "1,170"), (2, "1,139")], 0.75),
        statement(&[(1, "captives")], 1.0),
    ];
    let findings = vec![
        Finding {
            kind: Kind::Quantity,
            verdict: Verdict::Diverges,
            statement: Some(2),
            explanation: "1,170 in Gulf Wire, about 1,139 in =North Post".to_owned(),
            confidence: 0.9,
            evidence: vec![
                evidence(1, "1,170", "1,170"),
                evidence(2, "About 1,139", "about 1,139"),
            ],
        },
        Finding {
            kind: Kind::Coverage,
            verdict: Verdict::SingleSource,
            statement: Some(3),
            explanation: "only in Gulf Wire".to_owned(),
            confidence: 1.0,
            evidence: vec![evidence(1, "The captives were not mentioned.", "Gulf Wire")],
        },
    ];
    let mut headlines = vec![BTreeSet::new(); reports.len()];
    headlines[1].insert(0);
    Comparison {
        copies: vec![None; reports.len()],
        headlines,
        reports,
        statements,
        findings,
        additions: Vec::new(),
        notes: vec!["al-jisr: short".to_owned()],
        review: Vec::new(),
    }
}

/// What is recorded beside it.
pub(crate) fn run() -> Run {
    Run {
        version: "0.1.0".to_owned(),
        event: Some("talks".to_owned()),
        title: Some("Talks in Beijing".to_owned()),
        sources: TEXTS
            .iter()
            .map(|(id, ..)| {
                let source = Source {
                    path: format!("news/{id}.txt"),
                    sha256: "00".repeat(32),
                };
                ((*id).to_owned(), source)
            })
            .collect(),
        ..Run::default()
    }
}
