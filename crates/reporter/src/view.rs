//! A comparison with what its output must record.

use aligner::{Near, Report, SentenceRef, Statement};
use differ::{Comparison, Evidence, Finding, Kind, Prominence, Prominences, Verdict};
use extractor::Value;
use segmenter::{CodePoints, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The language that explanations are written in.
const EXPLANATIONS: &str = "en";

/// Where an article was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The file, as it was named.
    pub path: String,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
}

/// What an output records beside the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The program's version.
    pub version: String,
    /// What was set, by the flag's name.
    pub options: BTreeMap<String, String>,
    /// The event, where the input names it.
    pub event: Option<String>,
    /// The event's title, where the input gives one.
    pub title: Option<String>,
    /// Where each article was read, by its id.
    pub sources: BTreeMap<String, Source>,
    /// Doubts about the input.
    pub notes: Vec<String>,
}

/// Who is named as the speaker of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Speaker<'a> {
    /// Who that is; empty where nobody is named.
    pub name: &'a str,
    /// The words beside the quotation, where they are others than the name: "he", "the minister".
    pub printed: &'a str,
}

/// A comparison, indexed for output.
#[derive(Debug)]
pub struct View<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What is recorded beside it.
    pub run: &'a Run,
    points: Vec<CodePoints>,
    /// The statement of each sentence that says something, by report and sentence.
    statement_of: Vec<Vec<Option<usize>>>,
    /// The findings of each statement.
    findings_of: Vec<Vec<usize>>,
    prominences: Prominences<'a>,
}

impl<'a> View<'a> {
    /// Indexes a comparison.
    pub fn new(comparison: &'a Comparison, run: &'a Run) -> Self {
        let points = comparison
            .reports
            .iter()
            .map(|report| CodePoints::new(&report.document.article.text))
            .collect();
        let mut statement_of: Vec<Vec<Option<usize>>> = comparison
            .reports
            .iter()
            .map(|report| vec![None; report.document.sentences.len()])
            .collect();
        for (index, statement) in comparison.statements.iter().enumerate() {
            if !says_something(&comparison.reports, statement) {
                continue;
            }
            for at in &statement.sentences {
                if let Some(place) = statement_of
                    .get_mut(at.report)
                    .and_then(|sentences| sentences.get_mut(at.sentence))
                {
                    *place = Some(index);
                }
            }
        }
        let mut findings_of = vec![Vec::new(); comparison.statements.len()];
        for (index, finding) in comparison.findings.iter().enumerate() {
            if let Some(findings) = finding.statement.and_then(|s| findings_of.get_mut(s)) {
                findings.push(index);
            }
        }
        Self {
            comparison,
            run,
            points,
            statement_of,
            findings_of,
            prominences: comparison.prominences(),
        }
    }

    /// The sentence by which a report that is not held to carry a statement perhaps does.
    pub fn perhaps(&self, statement: usize, report: usize) -> Option<&'a Near> {
        let statement = self.comparison.statements.get(statement)?;
        let near = statement.nearest_in(report);
        near.filter(|near| near.is_perhaps())
    }

    /// The statements that say something, with their index.
    pub fn told(&self) -> impl Iterator<Item = (usize, &'a Statement)> {
        let comparison = self.comparison;
        let all = comparison.statements.iter().enumerate();
        all.filter(|(_, statement)| says_something(&comparison.reports, statement))
    }

    /// What the event is called.
    pub fn title(&self) -> Option<&'a str> {
        self.run.title.as_deref().or(self.run.event.as_deref())
    }

    /// The reports whose headline tells a statement.
    pub fn headlined(&self, statement: usize) -> BTreeSet<usize> {
        let all = 0..self.comparison.headlines.len();
        all.filter(|&report| self.is_headlined(statement, report))
            .collect()
    }

    /// Whether the headline of a report tells a statement.
    pub fn is_headlined(&self, statement: usize, report: usize) -> bool {
        let told = self.comparison.headlines.get(report);
        told.is_some_and(|told| told.contains(&statement))
    }

    /// How prominent a report makes a statement; nothing where it does not carry it.
    pub fn prominence(&self, statement: usize, report: usize) -> Option<Prominence> {
        self.prominences.of(statement, report)
    }

    /// The report with index `report`.
    ///
    /// # Panics
    ///
    /// Where the comparison has no such report.
    pub fn report(&self, report: usize) -> &'a Report {
        &self.comparison.reports[report]
    }

    /// The id of a report's article.
    pub fn article(&self, report: usize) -> &'a str {
        &self.report(report).document.article.id
    }

    /// The outlet of a report's article.
    pub fn outlet(&self, report: usize) -> &'a str {
        &self.report(report).document.article.outlet
    }

    /// The id of the article that a report reprints.
    pub fn copy_of(&self, report: usize) -> Option<&'a str> {
        let original = self.comparison.copies.get(report).copied().flatten()?;
        Some(self.article(original))
    }

    /// The words under a span of a report.
    pub fn text(&self, report: usize, span: Span) -> &'a str {
        span.of(&self.report(report).document.article.text)
    }

    /// The text of a sentence.
    pub fn sentence(&self, at: SentenceRef) -> &'a str {
        self.report(at.report).document.sentence_text(at.sentence)
    }

    /// The same as a line of its own: a heading without its marks.
    pub fn line(&self, at: SentenceRef) -> &'a str {
        self.report(at.report).document.line(at.sentence)
    }

    /// The line that stands for a statement; empty where there is none.
    pub fn stands_for(&self, statement: &Statement) -> &'a str {
        self.headline(statement).map_or("", |at| self.line(at))
    }

    /// A byte span of a report in code points.
    pub fn points(&self, report: usize, span: Span) -> (usize, usize) {
        let text = &self.report(report).document.article.text;
        self.points.get(report).map_or((0, 0), |points| {
            (
                points.at_byte(text, span.start),
                points.at_byte(text, span.end),
            )
        })
    }

    /// The statement of a sentence.
    pub fn statement_of(&self, at: SentenceRef) -> Option<usize> {
        *self.statement_of.get(at.report)?.get(at.sentence)?
    }

    /// The words of a sentence that no other report has beside the same statement.
    pub fn additions(&self, at: SentenceRef) -> impl Iterator<Item = Span> {
        let all = &self.comparison.additions;
        let first = all.partition_point(|addition| addition.at < at);
        all.iter()
            .skip(first)
            .take_while(move |addition| addition.at == at)
            .map(|addition| addition.span)
    }

    /// The findings of a statement, most telling first.
    pub fn findings_of(&self, statement: usize) -> impl Iterator<Item = (usize, &'a Finding)> {
        self.findings_of
            .get(statement)
            .into_iter()
            .flatten()
            .map(|&index| (index, &self.comparison.findings[index]))
    }

    /// The reports that carry a statement, in a sentence of its own or inside another, sorted.
    pub fn carriers(statement: &Statement) -> BTreeSet<usize> {
        statement.tellers().map(|at| at.report).collect()
    }

    /// How the outlets stand to each other in a statement: the gravest verdict of its findings.
    pub fn verdict(&self, statement: usize) -> Verdict {
        if self
            .comparison
            .statements
            .get(statement)
            .is_some_and(|statement| Self::carriers(statement).len() < 2)
        {
            return Verdict::SingleSource;
        }
        let gravity = |verdict: &Verdict| match verdict {
            Verdict::Diverges => 2,
            Verdict::Compatible => 1,
            _ => 0,
        };
        self.findings_of(statement)
            // Who carries a statement says nothing about what the carriers say.
            .filter(|(_, finding)| finding.kind != Kind::Coverage)
            .map(|(_, finding)| finding.verdict)
            .filter(|verdict| gravity(verdict) > 0)
            .max_by_key(gravity)
            .unwrap_or(Verdict::Agrees)
    }

    /// The gravest verdict of a statement's findings that a report gives evidence for.
    pub fn verdict_of(&self, statement: usize, report: usize) -> Verdict {
        let alone = self
            .comparison
            .statements
            .get(statement)
            .is_some_and(|statement| Self::carriers(statement).len() < 2);
        let mut gravest = if alone {
            Verdict::SingleSource
        } else {
            Verdict::Agrees
        };
        for (_, finding) in self.findings_of(statement) {
            let concerned = finding.kind != Kind::Coverage
                && finding
                    .evidence
                    .iter()
                    .any(|evidence| evidence.at.report == report);
            match finding.verdict {
                Verdict::Diverges if concerned => return Verdict::Diverges,
                Verdict::Compatible if concerned => gravest = Verdict::Compatible,
                _ => {}
            }
        }
        gravest
    }

    /// What a finding about numbers counts, the same over languages ("killed"), where most of its
    /// evidence says so.
    pub fn subject(&self, finding: &Finding) -> Option<&'a str> {
        if finding.kind != Kind::Quantity {
            return None;
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for evidence in &finding.evidence {
            let class = self
                .report(evidence.at.report)
                .mentions
                .iter()
                .filter(|mention| mention.span.overlaps(evidence.span))
                .find_map(|mention| match &mention.value {
                    Value::Quantity(quantity) => quantity.class(),
                    _ => None,
                });
            if let Some(class) = class {
                *counts.entry(class).or_default() += 1;
            }
        }
        counts
            .into_iter()
            .find(|(_, count)| count * 2 > finding.evidence.len())
            .map(|(class, _)| class)
    }

    /// Who is named as the speaker of a quotation that is evidence of a finding.
    pub fn speaker(&self, kind: Kind, evidence: &Evidence) -> Speaker<'a> {
        if kind != Kind::Quotation {
            return Speaker::default();
        }
        let report = evidence.at.report;
        self.report(report)
            .mentions
            .iter()
            .filter(|mention| mention.span.overlaps(evidence.span))
            .find_map(|mention| match &mention.value {
                Value::Quotation(quotation) => quotation.speaker.as_ref(),
                _ => None,
            })
            .map_or(Speaker::default(), |speaker| {
                let printed = self.text(report, speaker.span);
                match speaker.name.as_deref() {
                    Some(name) if !printed.contains(name) => Speaker { name, printed },
                    _ => Speaker {
                        name: printed,
                        printed: "",
                    },
                }
            })
    }

    /// In how many of a statement's divergences more reports stand against a sentence than with it.
    fn lonely(&self, statement: &Statement, at: SentenceRef) -> usize {
        let mut statements = self.comparison.statements.iter();
        let Some(index) = statements.position(|known| std::ptr::eq(known, statement)) else {
            return 0;
        };
        let telling = |finding: &Finding| {
            finding.verdict == Verdict::Diverges && finding.kind != Kind::Coverage
        };
        let alone = |finding: &Finding| {
            let with = |value: &str| {
                let of = finding.evidence.iter().filter(|e| e.value == value);
                of.map(|e| e.at.report).collect::<BTreeSet<_>>().len()
            };
            let own = finding.evidence.iter().find(|e| e.at == at);
            let most = finding.evidence.iter().map(|e| with(&e.value)).max();
            own.is_some_and(|own| Some(with(&own.value)) < most)
        };
        let findings = self.findings_of(index).map(|(_, finding)| finding);
        findings.filter(|f| telling(f) && alone(f)).count()
    }

    /// The sentence that stands for a statement: one that is not alone in what the reports diverge
    /// on, in the language that most reports are written in, as high in its article as possible.
    /// Of languages with as many reports, the one that the explanations are written in comes
    /// first, so that a page has fewer languages.
    pub fn headline(&self, statement: &Statement) -> Option<SentenceRef> {
        let language = |report: usize| self.report(report).document.language.code.as_str();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for report in 0..self.comparison.reports.len() {
            *counts.entry(language(report)).or_default() += 1;
        }
        statement
            .sentences
            .iter()
            .copied()
            .filter(|at| at.report < self.comparison.reports.len())
            .min_by_key(|at| {
                let count = counts.get(language(at.report)).copied().unwrap_or(0);
                (
                    self.lonely(statement, *at),
                    usize::MAX - count,
                    language(at.report) != EXPLANATIONS,
                    language(at.report),
                    at.sentence,
                    at.report,
                )
            })
    }
}

/// The id of a statement in every output.
pub(crate) fn statement_id(statement: usize) -> String {
    format!("s{}", statement + 1)
}

/// The id of a finding in every output.
pub(crate) fn finding_id(finding: usize) -> String {
    format!("f{}", finding + 1)
}

/// Whether a statement is more than a dateline or a byline.
fn says_something(reports: &[Report], statement: &Statement) -> bool {
    statement.sentences.iter().any(|at| {
        let report = reports.get(at.report);
        let sentence = report.and_then(|report| report.document.sentences.get(at.sentence));
        sentence.is_none_or(|sentence| sentence.kind.tells())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use segmenter::SentenceKind;

    #[test]
    fn numbers_say_what_they_count() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        assert_eq!(view.subject(&comparison.findings[0]), Some("killed"));
        assert_eq!(view.subject(&comparison.findings[1]), None);
    }

    #[test]
    fn a_statement_is_shown_in_the_language_of_most_reports() {
        let mut comparison = sample::comparison();
        let run = sample::run();
        let shown = |comparison: &Comparison| {
            let view = View::new(comparison, &run);
            let at = view.headline(&comparison.statements[0]);
            at.map_or("", |at| view.article(at.report)).to_owned()
        };
        assert_eq!(shown(&comparison), "gulf-wire");
        comparison.reports[1].document.language.code = "de".to_owned();
        // Three languages with one report each: that of the explanations.
        assert_eq!(shown(&comparison), "north-post");
    }

    #[test]
    fn a_dateline_is_no_statement() {
        let mut comparison = sample::comparison();
        let run = sample::run();
        let told = |comparison: &Comparison| View::new(comparison, &run).told().count();
        let before = told(&comparison);
        let of = comparison.statements[0].sentences.clone();
        for at in &of {
            let sentences = &mut comparison.reports[at.report].document.sentences;
            sentences[at.sentence].kind = SentenceKind::Dateline;
        }
        assert_eq!(told(&comparison), before - 1);
        assert_eq!(View::new(&comparison, &run).statement_of(of[0]), None);
    }
}
