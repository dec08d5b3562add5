//! The short story of a comparison: what a researcher reads first.

use crate::View;
use differ::{Kind, Verdict};
use std::collections::BTreeSet;

/// What all agree on, what diverges, who leaves out what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// Statements that more than half of the articles carry and on which they agree, by index.
    pub shared: Vec<usize>,
    /// Findings that diverge, by index, most telling first.
    pub diverging: Vec<usize>,
    /// Findings that differ and can both be true.
    pub compatible: Vec<usize>,
    /// For each article, the statements that most of the others carry and it does not.
    pub omitted: Vec<Vec<usize>>,
    /// Those of them that it perhaps tells all the same, which are not among the omitted.
    pub perhaps: Vec<Vec<usize>>,
    /// For each article, the statements that it has alone, none of the others telling them perhaps.
    pub alone: Vec<Vec<usize>>,
}

/// Tells the story of a comparison.
pub fn story(view: &View) -> Story {
    let reports = view.comparison.reports.len();
    let mut story = Story {
        omitted: vec![Vec::new(); reports],
        perhaps: vec![Vec::new(); reports],
        alone: vec![Vec::new(); reports],
        ..Story::default()
    };
    for (index, statement) in view.told() {
        let carriers: BTreeSet<usize> = View::carriers(statement);
        let mut carried = carriers.iter();
        match (carried.next(), carried.next()) {
            (Some(&only), None) if reports > 1 => {
                let perhaps = (0..reports).any(|report| view.perhaps(index, report).is_some());
                if !perhaps {
                    story.alone[only].push(index);
                }
            }
            _ => {
                // Most of the others: with two reports, the other one.
                for report in (0..reports).filter(|report| !carriers.contains(report)) {
                    if carriers.len() * 2 > reports - 1 {
                        let of_kind = match view.perhaps(index, report) {
                            Some(_) => &mut story.perhaps,
                            None => &mut story.omitted,
                        };
                        of_kind[report].push(index);
                    }
                }
                if carriers.len() * 2 > reports && view.verdict(index) == Verdict::Agrees {
                    story.shared.push(index);
                }
            }
        }
    }
    story.shared.sort_by_key(|&index| {
        let statement = &view.comparison.statements[index];
        (usize::MAX - View::carriers(statement).len(), index)
    });
    for (index, finding) in view.comparison.findings.iter().enumerate() {
        if finding.kind == Kind::Coverage {
            continue;
        }
        match finding.verdict {
            Verdict::Diverges => story.diverging.push(index),
            Verdict::Compatible => story.compatible.push(index),
            _ => {}
        }
    }
    story
}
