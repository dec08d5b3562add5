//! One finding: in a line of the story, and with all its evidence.

use super::diff::{self, Words};
use super::plot::{self, Bar};
use crate::view::{Speaker, finding_id, statement_id};
use crate::{View, terminal};
use differ::{Evidence, Finding, Kind};

/// A finding with its evidence.
pub(super) struct Entry<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    /// What the numbers count, where that is known.
    pub(super) subject: &'a str,
    pub(super) verdict: &'static str,
    pub(super) mark: &'static str,
    pub(super) statement: String,
    pub(super) language: &'a str,
    /// The statement by which it is recognised.
    pub(super) headline: &'a str,
    /// What the comparison says beyond the values.
    pub(super) remark: String,
    pub(super) outlets: String,
    pub(super) languages: String,
    /// The ends of the axis.
    pub(super) axis: Option<(String, String)>,
    pub(super) says: Vec<Says<'a>>,
}

/// What outlets say.
pub(super) struct Says<'a> {
    pub(super) who: Vec<Who<'a>>,
    /// Too many outlets to name: their letters are enough.
    pub(super) letters: bool,
    pub(super) words: Vec<Words<'a>>,
    /// Empty where the words are the value.
    pub(super) value: String,
    pub(super) speaker: Speaker<'a>,
    pub(super) bar: Option<Bar>,
}

/// An outlet, with the sentence.
pub(super) struct Who<'a> {
    pub(super) letter: String,
    pub(super) outlet: &'a str,
    pub(super) sentence: String,
}

/// A finding in one line of the story.
pub(super) struct Told<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    /// What the numbers count, where that is known.
    pub(super) subject: &'a str,
    pub(super) verdict: &'static str,
    pub(super) mark: &'static str,
    pub(super) remark: String,
    pub(super) groups: Vec<Group>,
    /// How many values are left to the finding itself.
    pub(super) more: usize,
}

/// A value with the outlets that give it.
pub(super) struct Group {
    pub(super) value: String,
    /// Few outlets by their names, many by their letters.
    pub(super) who: Vec<String>,
}

/// A line of the story shows that many values; the finding shows all.
const MOST_GROUPS: usize = 3;

/// Up to that many outlets are named, more stand by their letters.
const MOST_NAMES: usize = 3;

/// A value in the story is at most that long, in characters.
const LONGEST_VALUE: usize = 60;

/// A finding in one line.
pub(super) fn told<'a>(view: &View<'a>, index: usize) -> Told<'a> {
    let finding = &view.comparison.findings[index];
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for evidence in &finding.evidence {
        let report = evidence.at.report;
        match groups
            .iter_mut()
            .find(|(value, _)| *value == evidence.value)
        {
            Some((_, reports)) if reports.contains(&report) => {}
            Some((_, reports)) => reports.push(report),
            None => groups.push((&evidence.value, vec![report])),
        }
    }
    // Few before many, so that the odd one out is read first.
    groups.sort_by_key(|(_, reports)| reports.len());
    let more = groups.len().saturating_sub(MOST_GROUPS);
    groups.truncate(MOST_GROUPS);
    Told {
        id: finding_id(index),
        kind: finding.kind.name(),
        subject: view.subject(finding).unwrap_or_default(),
        verdict: finding.verdict.name(),
        mark: terminal::mark(finding.verdict),
        remark: remark(finding),
        groups: groups
            .into_iter()
            .map(|(value, reports)| Group {
                value: cut(value),
                who: reports
                    .iter()
                    .map(|&report| {
                        if reports.len() <= MOST_NAMES {
                            view.outlet(report).to_owned()
                        } else {
                            terminal::letter(report)
                        }
                    })
                    .collect(),
            })
            .collect(),
        more,
    }
}

fn cut(value: &str) -> String {
    if value.chars().count() <= LONGEST_VALUE {
        return value.to_owned();
    }
    let short: String = value.chars().take(LONGEST_VALUE).collect();
    let end = if value.ends_with('\u{201d}') {
        "…\u{201d}"
    } else {
        "…"
    };
    format!("{}{end}", short.trim_end_matches([' ', '…', '\u{201d}']))
}

/// What a finding says before it lists the values: "shortened", "said by one in A, by …".
fn remark(finding: &Finding) -> String {
    let mark = if finding.kind == Kind::Quotation {
        ": \u{201c}"
    } else {
        ": "
    };
    match finding.explanation.split_once(mark) {
        // What stands before a mark inside the values is no remark.
        Some((before, _))
            if finding.kind == Kind::Quotation
                || finding
                    .evidence
                    .iter()
                    .all(|evidence| !before.starts_with(evidence.value.as_str())) =>
        {
            terminal::prose(before)
        }
        _ => String::new(),
    }
}

/// A finding with its evidence.
pub(super) fn entry<'a>(view: &View<'a>, index: usize) -> Entry<'a> {
    let finding = &view.comparison.findings[index];
    let headline = finding
        .statement
        .and_then(|statement| view.headline(view.comparison.statements.get(statement)?));
    let plot = plot::plot(view, finding);
    let axis = plot
        .as_ref()
        .map(|plot| (plot.least.clone(), plot.most.clone()));
    let mut bars = plot.map_or_else(Vec::new, |plot| plot.bars).into_iter();
    let mut words = if finding.kind == Kind::Quotation {
        diff::words(view, &finding.evidence)
    } else {
        finding.evidence.iter().map(|e| whole(view, e)).collect()
    }
    .into_iter();
    let mut says: Vec<Says> = Vec::new();
    for evidence in &finding.evidence {
        let report = evidence.at.report;
        let (words, bar) = (words.next().unwrap_or_default(), bars.next().flatten());
        let letter = terminal::letter(report);
        let who = Who {
            sentence: format!("{letter}-{}", evidence.at.sentence),
            outlet: view.outlet(report),
            letter,
        };
        let value = match finding.kind {
            Kind::Quotation | Kind::Wording | Kind::Name | Kind::Coverage => String::new(),
            _ => evidence.value.clone(),
        };
        let speaker = view.speaker(finding.kind, evidence);
        // What many say in the same words is one line.
        let same = says
            .iter_mut()
            .find(|known| known.words == words && known.value == value && known.speaker == speaker);
        if let Some(known) = same {
            if known.who.iter().all(|known| known.letter != who.letter) {
                known.who.push(who);
            }
            continue;
        }
        says.push(Says {
            who: vec![who],
            letters: false,
            words,
            value,
            speaker,
            bar,
        });
    }
    // Along the axis, so that the dots of a plot climb.
    says.sort_by(|a, b| {
        let place = |says: &Says| says.bar.as_ref().map_or(f64::INFINITY, |bar| bar.place);
        place(a).total_cmp(&place(b))
    });
    for says in &mut says {
        says.letters = says.who.len() > MOST_NAMES;
    }
    let of = |part: fn(&View<'a>, &Evidence) -> String| {
        let mut parts: Vec<String> = finding.evidence.iter().map(|e| part(view, e)).collect();
        parts.sort_unstable();
        parts.dedup();
        parts.join(" ")
    };
    Entry {
        id: finding_id(index),
        kind: finding.kind.name(),
        subject: view.subject(finding).unwrap_or_default(),
        verdict: finding.verdict.name(),
        mark: terminal::mark(finding.verdict),
        statement: finding.statement.map(statement_id).unwrap_or_default(),
        language: headline.map_or("", |at| {
            view.report(at.report).document.language_of(at.sentence)
        }),
        headline: headline.map_or("", |at| view.line(at)),
        remark: remark(finding),
        outlets: of(|_, evidence| terminal::letter(evidence.at.report)),
        languages: of(|view, evidence| {
            let document = &view.report(evidence.at.report).document;
            document.language.code.clone()
        }),
        axis,
        says,
    }
}

fn whole<'a>(view: &View<'a>, evidence: &Evidence) -> Vec<Words<'a>> {
    let document = &view.report(evidence.at.report).document;
    vec![Words {
        text: view.text(evidence.at.report, evidence.span).to_owned(),
        how: diff::How::Same,
        language: document.language_of(evidence.at.sentence),
    }]
}

impl Words<'_> {
    /// The class of the words on the page; empty for plain ones.
    pub(super) fn tag(&self) -> &'static str {
        match self.how {
            diff::How::Same => "",
            diff::How::Added => "ins",
            diff::How::Left => "del",
        }
    }
}
