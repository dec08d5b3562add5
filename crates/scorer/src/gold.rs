//! The gold of an event of `corpora/`: snippets of its articles, resolved to spans.

mod mentions;

use aligner::{Report, SentenceRef, Statement};
use mentions::NameLine;
use segmenter::{Article, Span};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

/// What is wrong with gold: the file, the line (from 1) and what.
#[derive(Debug)]
pub struct GoldError(String);

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for GoldError {}

/// A stretch of one article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the article in the slice the gold was read with.
    pub article: usize,
    /// Bytes of its text.
    pub span: Span,
}

/// A finding that should be made.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldFinding {
    /// Its id in the file; made up for findings that follow from statements and names.
    pub id: String,
    /// `quantity`, `date`, …
    pub kind: String,
    /// `agrees`, `compatible`, …
    pub verdict: String,
    /// One line in plain words.
    pub about: String,
    /// Whether it was put there on purpose.
    pub planted: bool,
    /// Where it can be read.
    pub evidence: Vec<Place>,
}

/// The gold of one event.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gold {
    /// By statement id: the sentences that make it.
    pub statements: BTreeMap<String, Vec<Place>>,
    /// All findings: those listed, coverage from the statements, agreement of names.
    pub findings: Vec<GoldFinding>,
    mentions: Vec<mentions::Placed>,
}

#[derive(Deserialize)]
struct Snippet {
    article: String,
    text: String,
    nth: Option<usize>,
}

#[derive(Deserialize)]
struct StatementLine {
    id: String,
    about: String,
    sentences: Vec<Snippet>,
}

#[derive(Deserialize)]
struct FindingLine {
    id: String,
    kind: String,
    verdict: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    planted: bool,
    evidence: Vec<Snippet>,
}

impl Gold {
    /// The statements as the aligner would give them, so that what stands behind it can be
    /// measured apart from it. `reports` are in the order of the articles the gold was read with.
    pub fn statements_of(&self, reports: &[Report]) -> Vec<Statement> {
        let sentences_of = |place: &Place| {
            let document = reports.get(place.article).map(|report| &report.document);
            let range = document.map_or(0..0, |document| {
                let first = document.sentence_at(place.span.start).unwrap_or(0);
                let last = document.sentence_at(place.span.end.saturating_sub(1));
                first..last.map_or(first, |last| last + 1)
            });
            let article = place.article;
            range.map(move |sentence| SentenceRef {
                report: article,
                sentence,
            })
        };
        // A sentence that tells two things belongs to the first of them and tells the others as
        // well, but for those that its report tells in another sentence too.
        let mut taken: BTreeSet<SentenceRef> = BTreeSet::new();
        let mut statements = Vec::new();
        for places in self.statements.values() {
            let all: BTreeSet<SentenceRef> = places.iter().flat_map(sentences_of).collect();
            let (again, mut sentences): (Vec<SentenceRef>, Vec<SentenceRef>) =
                all.iter().partition(|at| taken.contains(at));
            let mut as_well = Vec::new();
            for at in again {
                if sentences.iter().any(|own| own.report == at.report) {
                    sentences.push(at);
                } else {
                    as_well.push(at);
                }
            }
            if sentences.is_empty() {
                sentences.append(&mut as_well);
            }
            sentences.sort_unstable();
            taken.extend(&sentences);
            statements.push(Statement {
                sentences,
                score: 1.0,
                rival: 0.0,
                as_well,
                nearest: Vec::new(),
            });
        }
        statements
    }

    /// Puts the mentions of the gold into reports in place of their own, so that the differ can be
    /// measured apart from the extractor. The reports are in the order of the articles.
    pub fn mentions_into(&self, reports: &mut [Report]) {
        mentions::put_into(&self.mentions, reports);
    }

    /// Reads `folder` (an event's `gold`) against the articles of the event.
    ///
    /// # Errors
    ///
    /// A file that is missing or no JSON lines, an article that is not there, a snippet that its
    /// article does not hold.
    pub fn read(folder: &Path, articles: &[Article]) -> Result<Self, GoldError> {
        let mut gold = Self::default();
        let ids: BTreeMap<&str, usize> = articles
            .iter()
            .enumerate()
            .map(|(index, a)| (a.id.as_str(), index))
            .collect();
        let place = |snippet: &Snippet| {
            let wrong =
                |what: &str| GoldError(format!("{}: {what}: {}", folder.display(), snippet.text));
            let article = *ids
                .get(snippet.article.as_str())
                .ok_or_else(|| wrong("no such article"))?;
            let (start, found) = articles[article]
                .text
                .match_indices(snippet.text.as_str())
                .nth(snippet.nth.unwrap_or(1).saturating_sub(1))
                .ok_or_else(|| wrong("not in the article"))?;
            Ok::<Place, GoldError>(Place {
                article,
                span: Span::new(start, start + found.len()),
            })
        };
        let places =
            |snippets: &[Snippet]| snippets.iter().map(place).collect::<Result<Vec<_>, _>>();

        for line in lines::<StatementLine>(folder, "statements")? {
            let sentences = places(&line.sentences)?;
            let mut carriers: Vec<usize> = sentences.iter().map(|place| place.article).collect();
            carriers.sort_unstable();
            carriers.dedup();
            let verdict = match carriers.len() {
                1 => "single_source",
                all if all == articles.len() => "agrees",
                _ => "diverges",
            };
            gold.findings.push(GoldFinding {
                id: format!("coverage of {}", line.id),
                kind: "coverage".to_owned(),
                verdict: verdict.to_owned(),
                about: line.about,
                planted: false,
                evidence: sentences.clone(),
            });
            gold.statements.insert(line.id, sentences);
        }
        let names = lines::<NameLine>(folder, "names")?;
        gold.mentions = mentions::read(folder, &names, place)?;
        for line in names {
            let forms = places(&line.forms)?;
            if forms.iter().any(|place| place.article != forms[0].article) {
                gold.findings.push(GoldFinding {
                    id: format!("name {}", line.name),
                    kind: "name".to_owned(),
                    verdict: "agrees".to_owned(),
                    about: line.name,
                    planted: false,
                    evidence: forms,
                });
            }
        }
        for line in lines::<FindingLine>(folder, "findings")? {
            gold.findings.push(GoldFinding {
                id: line.id,
                kind: line.kind,
                verdict: line.verdict,
                about: line.about,
                planted: line.planted,
                evidence: places(&line.evidence)?,
            });
        }
        Ok(gold)
    }
}

fn lines<T: for<'de> Deserialize<'de>>(folder: &Path, name: &str) -> Result<Vec<T>, GoldError> {
    let path = folder.join(format!("{name}.jsonl"));
    let wrong = |what: String| GoldError(format!("{}: {what}", path.display()));
    fs::read_to_string(&path)
        .map_err(|error| wrong(error.to_string()))?
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line)
                .map_err(|error| wrong(format!("line {}: {error}", index + 1)))
        })
        .collect()
}
