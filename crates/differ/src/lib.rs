//! What agrees and what diverges inside each statement.

mod additions;
mod ages;
mod attackers;
mod clocks;
pub mod confidence;
mod coverage;
pub mod date;
mod dated;
mod elsewhere;
mod explain;
mod fates;
mod headlines;
mod inside;
mod learned;
mod lexicon;
mod mentions;
mod name;
pub mod novelty;
mod parts;
mod phrases;
mod place;
mod polarity;
mod prominence;
pub mod quantity;
mod quotation;
mod restated;
pub mod review;
mod roles;
mod slots;
mod speakers;
mod stand_in;
mod subjects;
mod tolls;
mod wording;

pub use additions::Addition;
pub use extractor::units::converted;
pub use prominence::{Prominence, Prominences};

use aligner::{Report, SentenceRef, Statement};
use segmenter::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What several reports of one event say, set side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The reports, sorted by the id of their article.
    pub reports: Vec<Report>,
    /// Of each report the one that it reprints, if any; see [`aligner::copies`].
    pub copies: Vec<Option<usize>>,
    /// What they say.
    pub statements: Vec<Statement>,
    /// What was found, most telling first.
    pub findings: Vec<Finding>,
    /// Of each report the statements that its headline tells.
    pub headlines: Vec<BTreeSet<usize>>,
    /// Words that only one report has beside what others tell as well, in the order of the
    /// reports.
    pub additions: Vec<Addition>,
    /// Doubts, in plain words.
    pub notes: Vec<String>,
    /// What a person decided on an earlier run, and whether it still fits.
    pub review: Vec<review::Reviewed>,
}

/// One thing that a researcher should see.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// How the reports stand to each other.
    pub verdict: Verdict,
    /// Index of its statement; nothing where it is about the whole event (a name, say).
    pub statement: Option<usize>,
    /// One line in plain words.
    pub explanation: String,
    /// 0 to 1: how likely it is right; see [`confidence`]. 1 where a person decided it.
    pub confidence: f32,
    /// Where it can be read.
    pub evidence: Vec<Evidence>,
}

/// A stretch of one report that backs a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The sentence.
    pub at: SentenceRef,
    /// The words, in bytes of the article's text.
    pub span: Span,
    /// What they say, normalised: `1139`, `2024-04-30`, `Lin Jian`.
    pub value: String,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Numbers.
    Quantity,
    /// Dates and times.
    Date,
    /// Words and who said them.
    Quotation,
    /// People, organisations, places.
    Name,
    /// Denied or affirmed; said, alleged.
    Polarity,
    /// Different words at the same place.
    Wording,
    /// Who carries a statement.
    Coverage,
}

/// How reports stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They say the same.
    Agrees,
    /// They differ, and both can be true ("about 30" and 31).
    Compatible,
    /// They cannot both be true, or say it in another way.
    Diverges,
    /// Only one has it.
    SingleSource,
}

/// Sets reports side by side.
///
/// `reports` are sorted by the id of their article and `statements` refer to them; see
/// [`aligner::statements`].
pub fn compare(reports: Vec<Report>, statements: Vec<Statement>) -> Comparison {
    compare_reviewed(reports, statements, &[])
}

/// Sets reports side by side as a person decided: speakers and links first, then verdicts.
pub fn compare_reviewed(
    mut reports: Vec<Report>,
    mut statements: Vec<Statement>,
    decisions: &[review::Decision],
) -> Comparison {
    let mut review = review::Review::new(decisions);
    review.speakers(&mut reports);
    review.links(&reports, &mut statements);
    stand_in::add(&mut reports, &statements);
    let mut comparison = found(reports, statements);
    review.verdicts(&mut comparison);
    comparison
}

/// Whether several reports have a statement.
fn is_shared(statement: &Statement) -> bool {
    let mut reports = statement.tellers().map(|at| at.report);
    let first = reports.next();
    reports.any(|report| Some(report) != first)
}

fn found(reports: Vec<Report>, mut statements: Vec<Statement>) -> Comparison {
    let numbers = coverage::numbers(&reports);
    let pieces = quotation::pieces(&reports);
    for statement in statements
        .iter_mut()
        .filter(|statement| is_shared(statement))
    {
        let counted = coverage::as_well(&reports, &numbers, statement);
        let quoted = quotation::quoted_as_well(&reports, &pieces, statement);
        statement.as_well.extend(counted.into_iter().chain(quoted));
        statement.as_well.sort_unstable();
        statement.as_well.dedup();
        let told: Vec<SentenceRef> = statement.tellers().collect();
        let tells = |report: usize| told.iter().any(|at| at.report == report);
        statement.nearest.retain(|near| !tells(near.at.report));
    }
    let copies = aligner::copies(&reports);
    let mut findings: Vec<Finding> = Vec::new();
    let bearers = name::Bearers::of(&reports, &statements);
    let deaths = attackers::Deaths::of(&reports);
    let elsewhere = elsewhere::Elsewhere::of(&reports, &statements);
    for (index, statement) in statements.iter().enumerate() {
        findings.extend(coverage::finding(&reports, &copies, index, statement));
        if is_shared(statement) {
            findings.extend(mentions::findings(
                &reports, index, statement, &bearers, &deaths, &elsewhere,
            ));
            findings.extend(quotation::findings(
                &reports, index, statement, &bearers, &pieces,
            ));
            findings.extend(polarity::findings(&reports, index, statement));
            findings.extend(roles::findings(&reports, index, statement, &bearers));
            findings.extend(fates::findings(&reports, index, statement, &bearers));
            findings.extend(wording::findings(&reports, index, statement));
        }
    }
    without_twice(&mut findings);
    let tolls = tolls::findings(&reports, &findings, &deaths);
    tolls::without_compared(&mut findings, &tolls);
    findings.extend(tolls);
    let headlines = headlines::headlines(&reports);
    findings.extend(inside::findings(
        &reports,
        &headlines,
        &statements,
        &bearers,
    ));
    let names = name::findings(&reports, &statements, &bearers, &findings);
    findings.extend(names);
    findings.sort_by_key(|finding| (finding.verdict.telling(), finding.kind, finding.statement));
    let id = |report: &Report| report.document.article.id.clone();
    let reprints = reports.iter().zip(&copies).filter_map(|(report, copy)| {
        let original = reports.get((*copy)?)?;
        Some(format!("{}: reprints {}", id(report), id(original)))
    });
    let notes = reports
        .iter()
        .flat_map(|report| {
            let id = &report.document.article.id;
            report
                .document
                .notes
                .iter()
                .map(move |note| format!("{id}: {note}"))
        })
        .chain(reprints)
        .collect();
    let additions = additions::of(&reports, &statements);
    let headlines = headlines::told(&headlines, &statements);
    Comparison {
        reports,
        copies,
        statements,
        findings,
        headlines,
        additions,
        notes,
        review: Vec::new(),
    }
}

/// Of so many places all but one say that two findings are of one thing.
const MANY: usize = 3;

/// A sentence that tells two things stands in two statements. What it counts, dates, quotes or
/// affirms belongs where others have it too: there it is found, and what one report alone seems to have
/// elsewhere, or what another finding holds whole, is dropped.
fn without_twice(findings: &mut Vec<Finding>) {
    let places = |finding: &Finding| -> BTreeSet<(usize, Span)> {
        let of = finding.evidence.iter();
        of.map(|e| (e.at.report, e.span)).collect()
    };
    let stands_twice = |f: &Finding| {
        let kinds = [Kind::Quantity, Kind::Date, Kind::Quotation, Kind::Polarity];
        kinds.contains(&f.kind)
    };
    let all: Vec<_> = findings.iter().map(places).collect();
    let mut by_place: BTreeMap<(Kind, usize, Span), Vec<usize>> = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate().filter(|(_, f)| stands_twice(f)) {
        for &(report, span) in &all[number] {
            let key = (finding.kind, report, span);
            by_place.entry(key).or_default().push(number);
        }
    }
    let alone = |number: usize| findings[number].verdict == Verdict::SingleSource;
    let is_elsewhere = |number: usize| {
        let beside = all[number]
            .iter()
            .filter_map(|&(report, span)| by_place.get(&(findings[number].kind, report, span)))
            .flatten();
        beside.filter(|&&other| other != number).any(|&other| {
            if alone(number) != alone(other) {
                return alone(number);
            }
            let (own, others) = (&all[number], &all[other]);
            if own.is_subset(others) {
                return own != others || other < number;
            }
            // All but one: the one thing that several sentences tell with two others.
            let gravity = |number: usize| findings[number].verdict.gravity();
            own.len() >= MANY
                && own.difference(others).count() == 1
                && others.len() >= own.len()
                && gravity(number) <= gravity(other)
                && (own.len() < others.len() || gravity(number) < gravity(other))
        })
    };
    let kept: Vec<bool> = (0..findings.len())
        .map(|number| !stands_twice(&findings[number]) || !is_elsewhere(number))
        .collect();
    let mut kept = kept.into_iter();
    findings.retain(|_| kept.next().unwrap_or(true));
}

impl Comparison {
    /// Leaves out the findings that are less likely right than `least`, and notes how many.
    pub fn keep_likely(&mut self, least: f32) {
        let before = self.findings.len();
        self.findings.retain(|finding| finding.confidence >= least);
        let out = before - self.findings.len();
        if out > 0 {
            let findings = if out == 1 {
                "finding is"
            } else {
                "findings are"
            };
            self.notes.push(format!(
                "{out} {findings} left out as doubtful (confidence below {least})"
            ));
        }
    }
}

impl Kind {
    /// The kind's name in every output: `quantity`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Quotation => "quotation",
            Self::Name => "name",
            Self::Polarity => "polarity",
            Self::Wording => "wording",
            Self::Coverage => "coverage",
        }
    }
}

impl Verdict {
    /// The verdict's name in every output: `single_source`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Compatible => "compatible",
            Self::Diverges => "diverges",
            Self::SingleSource => "single_source",
        }
    }

    /// The verdict of a name.
    pub fn named(name: &str) -> Option<Self> {
        [
            Self::Agrees,
            Self::Compatible,
            Self::Diverges,
            Self::SingleSource,
        ]
        .into_iter()
        .find(|verdict| verdict.name() == name.trim())
    }

    /// How grave it is among the verdicts of one finding's pairs.
    fn gravity(self) -> u8 {
        match self {
            Self::Agrees | Self::SingleSource => 0,
            Self::Compatible => 1,
            Self::Diverges => 2,
        }
    }

    /// What a reader wants to see first.
    fn telling(self) -> u8 {
        match self {
            Self::Diverges => 0,
            Self::Compatible => 1,
            Self::SingleSource => 2,
            Self::Agrees => 3,
        }
    }
}
