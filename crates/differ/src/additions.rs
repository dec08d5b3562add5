//! The words by which a report goes beyond what the others tell of the same statement.
//!
//! Only a report with company in its language is asked: over languages half of the words that
//! seem new are told in other words.

use crate::is_shared;
use crate::novelty::{self, Words};
use crate::place::language_of;
use aligner::{Report, SAYS, SentenceRef, Statement};
use rayon::prelude::*;
use segmenter::{SentenceKind, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of one report that no other report has beside what both tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addition {
    /// The sentence.
    pub at: SentenceRef,
    /// The words, in bytes of the article's text.
    pub span: Span,
}

/// So likely new are the words that are shown, more than at [`novelty::NEW`], which errs to both sides
/// alike: of what the others may say as well nothing is claimed.
const SHOWN: f32 = 0.45;

/// A word that weighs less is no content word: "of", "the".
const LIGHT: f32 = 2.0;

/// A report may tell a detail so many sentences beside the statement.
const BESIDE: usize = 1;

/// More words of the others are not looked through: that none of so many is like a word is rare.
const MOST: usize = 250;

/// The additions of all reports, in the order of reports and of their texts.
pub(crate) fn of(reports: &[Report], statements: &[Statement]) -> Vec<Addition> {
    let mut found: Vec<Addition> = statements
        .par_iter()
        .filter(|statement| is_shared(statement))
        .flat_map_iter(|statement| of_statement(reports, statement))
        .collect();
    found.sort_unstable_by_key(|addition| (addition.at, addition.span));
    found
}

fn of_statement(reports: &[Report], statement: &Statement) -> Vec<Addition> {
    let told = &statement.sentences;
    let asked: Vec<SentenceRef> = told
        .iter()
        .copied()
        .filter(|&at| {
            let same = |other: &SentenceRef| {
                other.report != at.report
                    && language_of(reports, *other) == language_of(reports, at)
            };
            // A reprint adds nothing.
            let again =
                |other: &SentenceRef| same(other) && text(reports, *other) == text(reports, at);
            !is_headline(reports, at) && told.iter().any(same) && !told.iter().any(again)
        })
        .collect();
    // Words are encoded only where somebody is asked.
    if asked.is_empty() {
        return Vec::new();
    }
    let words = |at: SentenceRef| Words::of_sentence(reports, at);
    // What tells the statement first, then what stands beside it.
    let told: BTreeMap<SentenceRef, Words> = told.iter().map(|&at| (at, words(at))).collect();
    let beside: Vec<(SentenceRef, Words)> = told
        .keys()
        .flat_map(|at| beside(*at))
        .filter(|at| !told.contains_key(at))
        .take(MOST)
        .map(|at| (at, words(at)))
        .collect();
    let mut found = Vec::new();
    for (at, own) in asked.iter().filter_map(|at| Some((*at, told.get(at)?))) {
        let mut others: Vec<&Words> = Vec::new();
        let mut count = 0;
        let all = told
            .iter()
            .chain(beside.iter().map(|(at, words)| (at, words)));
        for (_, words) in all.filter(|(other, _)| other.report != at.report) {
            if count + words.len() <= MOST {
                count += words.len();
                others.push(words);
            }
        }
        let novel = novelty::novelty(own, &others);
        let spans = runs(own, &novel);
        found.extend(spans.into_iter().map(|span| Addition { at, span }));
    }
    found
}

fn beside(at: SentenceRef) -> impl Iterator<Item = SentenceRef> {
    let first = at.sentence.saturating_sub(BESIDE);
    (first..=at.sentence + BESIDE).map(move |sentence| SentenceRef { sentence, ..at })
}

fn text(reports: &[Report], at: SentenceRef) -> &str {
    let report = reports.get(at.report);
    report.map_or("", |report| report.document.sentence_text(at.sentence))
}

fn is_headline(reports: &[Report], at: SentenceRef) -> bool {
    let document = reports.get(at.report).map(|report| &report.document);
    let sentence = document.and_then(|document| document.sentences.get(at.sentence));
    sentence.is_none_or(|sentence| sentence.kind == SentenceKind::Headline)
}

/// The stretches of new words, none over the end of a clause.
fn runs(words: &Words, novel: &[f32]) -> Vec<Span> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for clause in words.clauses() {
        let first = runs.len();
        for at in clause.clone().filter(|&at| novel[at] >= SHOWN) {
            match runs.get_mut(first..).and_then(<[_]>::last_mut) {
                // A light word between belongs to both: "the owner of the boat".
                Some(run) if (run.end..at).all(|between| words.weight(between) < LIGHT) => {
                    run.end = at + 1;
                }
                _ => runs.push(at..at + 1),
            }
        }
    }
    runs.into_iter()
        .filter(|run| run.clone().map(|at| words.weight(at)).sum::<f32>() >= SAYS)
        .map(|run| words.spans[run.start].join(words.spans[run.end - 1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn report(id: &str, language: &str, text: &str) -> Report {
        let mut article = Article::new(id, text);
        article.language = Some(language.to_owned());
        Report {
            document: segment(article),
            mentions: Vec::new(),
        }
    }

    fn additions(texts: &[(&str, &str)]) -> Vec<String> {
        let reports: Vec<Report> = texts
            .iter()
            .enumerate()
            .map(|(number, (language, text))| report(&number.to_string(), language, text))
            .collect();
        let sentences = (0..reports.len())
            .map(|report| SentenceRef {
                report,
                sentence: 0,
            })
            .collect();
        let statement = Statement {
            sentences,
            score: 1.0,
            rival: 0.0,
            as_well: Vec::new(),
            nearest: Vec::new(),
        };
        of(&reports, &[statement])
            .into_iter()
            .map(|addition| {
                let document = &reports[addition.at.report].document;
                document.text_of(addition.span).to_owned()
            })
            .collect()
    }

    #[test]
    fn a_detail_of_one_report_is_an_addition() {
        let short = ("en", "The ferry sank on Sunday off the northern coast.");
        let long = (
            "en",
            "The ferry sank off the northern coast on Sunday, with its restaurant and cabins closed for \
             repairs.",
        );
        assert_eq!(
            additions(&[short, long]),
            ["restaurant and cabins closed for repairs"]
        );
        assert_eq!(additions(&[long, long]), [""; 0]);
    }

    #[test]
    fn a_report_alone_in_its_language_is_not_asked() {
        let english = ("en", "The ferry sank on Sunday off the northern coast.");
        let spanish = (
            "es",
            "El ferri se hundió el domingo frente a la costa norte, con el restaurante cerrado.",
        );
        assert_eq!(additions(&[english, spanish]), [""; 0]);
    }
}
