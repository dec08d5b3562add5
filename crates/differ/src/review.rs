//! What a person decided about links, verdicts and speakers, honoured on the next run.
//!
//! An item is known by what it says, not by where it stands: a link by its two sentences, a verdict
//! by the words of its evidence, a speaker by the quotation. A decision whose item is gone is kept
//! and said to fit no longer.

use crate::{Comparison, Finding, Verdict};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Mention, Quotation, Speaker, Value};
use segmenter::Span;
use std::collections::BTreeMap;

/// A line of a review table with what a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// The id of the item.
    pub item: String,
    /// `link`, `verdict` or `speaker`.
    pub kind: String,
    /// What the comparison said when the person saw it.
    pub value: String,
    /// What was decided.
    pub ruling: Ruling,
    /// What is right, where it was corrected.
    pub correction: String,
    /// The sentence of a link, and the one that it is linked with.
    pub unit: String,
    /// The other sentence of a link.
    pub other: String,
    /// The neighbours of the sentence when the person saw it.
    pub neighbours: String,
    /// The words that were decided about, for the reader.
    pub text: String,
    /// Whatever the person noted.
    pub note: String,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ruling {
    /// Nothing yet.
    #[default]
    Open,
    /// It is right.
    Confirmed,
    /// It is wrong.
    Rejected,
    /// Something else is right.
    Corrected,
}

/// A decision with whether its item is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The decision.
    pub decision: Decision,
    /// Whether it was honoured.
    pub fits: bool,
}

impl Decision {
    /// What holds after the decision: the value, the correction, or `rejected`.
    pub fn outcome(&self) -> &str {
        match self.ruling {
            Ruling::Open | Ruling::Confirmed => &self.value,
            Ruling::Rejected => "rejected",
            Ruling::Corrected => &self.correction,
        }
    }
}

/// The sentences of all reports by the keys under which a review knows them.
#[derive(Debug)]
pub struct Sentences {
    keys: Vec<Vec<String>>,
    places: BTreeMap<String, SentenceRef>,
}

impl Sentences {
    /// The sentences of reports.
    pub fn of(reports: &[Report]) -> Self {
        let mut places = BTreeMap::new();
        let keys = reports
            .iter()
            .enumerate()
            .map(|(report, r)| {
                let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
                (0..r.document.sentences.len())
                    .map(|sentence| {
                        let text = r.document.sentence_text(sentence);
                        // The same words twice in one article are two sentences.
                        let times = seen.entry(text).or_default();
                        let id = &r.document.article.id;
                        let key = key("t", &[id, text, &times.to_string()]);
                        *times += 1;
                        places.insert(key.clone(), SentenceRef { report, sentence });
                        key
                    })
                    .collect()
            })
            .collect();
        Self { keys, places }
    }

    /// The key of a sentence.
    pub fn key(&self, at: SentenceRef) -> &str {
        self.keys
            .get(at.report)
            .and_then(|keys| keys.get(at.sentence))
            .map_or("", String::as_str)
    }
}

/// The id of the link of a sentence with the one that stands for its statement.
pub fn link(unit: &str, other: &str) -> String {
    key("l", &[unit, other])
}

/// The id of a finding.
pub fn verdict(reports: &[Report], finding: &Finding) -> String {
    let mut parts = vec![finding.kind.name()];
    for evidence in &finding.evidence {
        if let Some(report) = reports.get(evidence.at.report) {
            parts.push(&report.document.article.id);
            parts.push(report.document.text_of(evidence.span));
        }
    }
    key("v", &parts)
}

/// The id of a quotation.
pub fn speaker(report: &Report, mention: &Mention, quotation: &Quotation) -> String {
    let content = quotation.content.iter().copied().reduce(Span::join);
    let words = report.document.text_of(content.unwrap_or(mention.span));
    key("q", &[&report.document.article.id, words])
}

/// A word for the sentences before and after one, by which a change around it is seen.
pub fn neighbours(report: &Report, sentence: usize) -> String {
    let before = sentence.checked_sub(1);
    let before = before.map_or("", |before| report.document.sentence_text(before));
    key("n", &[before, report.document.sentence_text(sentence + 1)])
}

/// FNV-1a over the parts: short, stable over versions, and no secret depends on it.
fn key(prefix: &str, parts: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        // A byte that is in no text ends each part.
        for byte in part.bytes().chain([0xFF]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{prefix}{hash:016x}")
}

/// Decisions being honoured.
pub(crate) struct Review {
    reviewed: Vec<Reviewed>,
    moved: usize,
}

impl Review {
    pub(crate) fn new(decisions: &[Decision]) -> Self {
        Self {
            reviewed: decisions
                .iter()
                .map(|decision| Reviewed {
                    decision: decision.clone(),
                    fits: false,
                })
                .collect(),
            moved: 0,
        }
    }

    fn of<'a>(&'a mut self, kind: &'a str) -> impl Iterator<Item = &'a mut Reviewed> {
        self.reviewed
            .iter_mut()
            .filter(move |r| r.decision.kind == kind && r.decision.ruling != Ruling::Open)
    }

    /// Gives quotations the speakers that were decided.
    pub(crate) fn speakers(&mut self, reports: &mut [Report]) {
        let mut by_item: BTreeMap<String, &mut Reviewed> = self
            .of("speaker")
            .map(|reviewed| (reviewed.decision.item.clone(), reviewed))
            .collect();
        if by_item.is_empty() {
            return;
        }
        for report in reports {
            let items: Vec<Option<String>> = report
                .mentions
                .iter()
                .map(|mention| match &mention.value {
                    Value::Quotation(quotation) => Some(speaker(report, mention, quotation)),
                    _ => None,
                })
                .collect();
            for (mention, item) in report.mentions.iter_mut().zip(items) {
                let Value::Quotation(quotation) = &mut mention.value else {
                    continue;
                };
                let Some(reviewed) = item.and_then(|item| by_item.get_mut(&item)) else {
                    continue;
                };
                reviewed.fits = true;
                let name = match reviewed.decision.ruling {
                    Ruling::Rejected => None,
                    _ => Some(reviewed.decision.outcome().to_owned()),
                };
                let span = quotation.speaker.as_ref().map_or(mention.span, |s| s.span);
                quotation.speaker = name.filter(|name| !name.is_empty()).map(|name| Speaker {
                    span,
                    name: Some(name),
                });
            }
        }
    }

    /// Parts and joins sentences as was decided.
    pub(crate) fn links(&mut self, reports: &[Report], statements: &mut Vec<Statement>) {
        if self.of("link").next().is_none() {
            return;
        }
        let sentences = Sentences::of(reports);
        let mut moved = 0;
        for reviewed in self.of("link") {
            let decision = &reviewed.decision;
            let find = |key: &str| sentences.places.get(key).copied();
            let (Some(unit), Some(other)) = (find(&decision.unit), find(&decision.other)) else {
                continue;
            };
            let aim = match decision.ruling {
                Ruling::Corrected => match find(decision.correction.trim()) {
                    Some(aim) => Some(aim),
                    None => continue,
                },
                Ruling::Confirmed => Some(other),
                _ => None,
            };
            reviewed.fits = true;
            let now = reports
                .get(unit.report)
                .map(|r| neighbours(r, unit.sentence));
            moved += usize::from(now.as_ref() != Some(&reviewed.decision.neighbours));
            relink(statements, unit, other, aim);
        }
        self.moved += moved;
        statements.retain(|statement| !statement.sentences.is_empty());
    }

    /// Sets verdicts as was decided, and drops findings that were rejected.
    pub(crate) fn verdicts(mut self, comparison: &mut Comparison) {
        let mut by_item: BTreeMap<String, &mut Reviewed> = self
            .of("verdict")
            .map(|reviewed| (reviewed.decision.item.clone(), reviewed))
            .collect();
        let reports = &comparison.reports;
        comparison.findings.retain_mut(|finding| {
            let Some(reviewed) = by_item.get_mut(&verdict(reports, finding)) else {
                return true;
            };
            reviewed.fits = true;
            if reviewed.decision.ruling == Ruling::Rejected {
                return false;
            }
            match Verdict::named(reviewed.decision.outcome()) {
                Some(decided) => {
                    finding.verdict = decided;
                    finding.confidence = 1.0;
                }
                None => reviewed.fits = false,
            }
            true
        });
        let decided = |r: &&Reviewed| r.decision.ruling != Ruling::Open;
        let lost = self.reviewed.iter().filter(decided).filter(|r| !r.fits);
        for reviewed in lost {
            let decision = &reviewed.decision;
            comparison.notes.push(format!(
                "review: the decision about {} {} fits no longer: {}",
                decision.kind,
                decision.item,
                crate::explain::shortened(&decision.text, 60)
            ));
        }
        if self.moved > 0 {
            comparison.notes.push(format!(
                "review: {} links stand between other sentences than when they were decided",
                self.moved
            ));
        }
        comparison.review = self.reviewed;
    }
}

/// Takes a sentence out of the statement that it shares with another, and puts it where `aim` is.
fn relink(
    statements: &mut Vec<Statement>,
    unit: SentenceRef,
    other: SentenceRef,
    aim: Option<SentenceRef>,
) {
    let place = |statements: &[Statement], at: SentenceRef| {
        statements.iter().position(|s| s.sentences.contains(&at))
    };
    let Some(from) = place(statements, unit) else {
        return;
    };
    let to = match aim {
        Some(aim) => match place(statements, aim) {
            Some(to) => to,
            None => return,
        },
        // Nothing to part.
        None if place(statements, other) != Some(from) => return,
        None => statements.len(),
    };
    if from == to {
        return;
    }
    statements[from].sentences.retain(|at| *at != unit);
    match statements.get_mut(to) {
        Some(statement) => {
            statement.sentences.push(unit);
            statement.sentences.sort_unstable();
        }
        None => statements.push(Statement {
            sentences: vec![unit],
            score: 1.0,
            rival: 0.0,
            as_well: Vec::new(),
            nearest: Vec::new(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn reports() -> Vec<Report> {
        [
            ("a", "The flood killed 12 people. Rain fell."),
            ("b", "The flood killed 15 people. Rain fell."),
        ]
        .map(|(id, text)| {
            let document = segment(Article::new(id, text));
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .to_vec()
    }

    fn statements() -> Vec<Statement> {
        (0..2)
            .map(|sentence| Statement {
                sentences: (0..2)
                    .map(|report| SentenceRef { report, sentence })
                    .collect(),
                score: 0.9,
                rival: 0.0,
                as_well: Vec::new(),
                nearest: Vec::new(),
            })
            .collect()
    }

    fn link_decision(ruling: Ruling) -> Decision {
        let sentences = Sentences::of(&reports());
        let at = |report| {
            sentences
                .key(SentenceRef {
                    report,
                    sentence: 0,
                })
                .to_owned()
        };
        Decision {
            kind: "link".to_owned(),
            ruling,
            unit: at(1),
            other: at(0),
            neighbours: neighbours(&reports()[1], 0),
            ..Decision::default()
        }
    }

    #[test]
    fn a_rejected_link_parts_a_statement_and_a_confirmed_one_joins_it() {
        let parted =
            crate::compare_reviewed(reports(), statements(), &[link_decision(Ruling::Rejected)]);
        assert_eq!(parted.statements.len(), 3);
        assert!(parted.review[0].fits);
        assert_eq!(parted.notes, [""; 0]);
        let joined = crate::compare_reviewed(
            reports(),
            parted.statements,
            &[link_decision(Ruling::Confirmed)],
        );
        assert_eq!(joined.statements, statements());
    }

    #[test]
    fn verdicts_are_set_and_dropped_and_lost_ones_are_kept_and_named() {
        let plain = crate::compare(reports(), statements());
        let finding = plain
            .findings
            .iter()
            .find(|f| f.verdict == Verdict::Diverges)
            .unwrap();
        let mut decision = Decision {
            item: verdict(&plain.reports, finding),
            kind: "verdict".to_owned(),
            value: "diverges".to_owned(),
            ruling: Ruling::Corrected,
            correction: "compatible".to_owned(),
            ..Decision::default()
        };
        let with = |decision: &Decision| {
            crate::compare_reviewed(reports(), statements(), std::slice::from_ref(decision))
        };
        let set = with(&decision);
        assert_eq!(set.findings.len(), plain.findings.len());
        assert!(set.findings.iter().all(|f| f.verdict != Verdict::Diverges));
        decision.ruling = Ruling::Rejected;
        assert_eq!(with(&decision).findings.len(), plain.findings.len() - 1);
        decision.item = "v0".to_owned();
        let lost = with(&decision);
        assert_eq!(lost.findings, plain.findings);
        assert!(!lost.review[0].fits);
        assert!(lost.notes[0].contains("fits no longer"));
    }
}
