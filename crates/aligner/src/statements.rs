//! Statements over many reports.

use crate::candidates::candidates;
use crate::cluster::{Graph, cluster};
use crate::duplicates::duplicates;
use crate::free::{among, shared};
use crate::rarity::{Rarity, Weighted};
use crate::settle::settle;
use crate::text::Text;
use crate::weigh::{Setting, probability, probability_by_others};
use crate::wide;
use crate::witness::witnesses;
use crate::{Comparison, SentenceRef, Statement};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Two different sentences of one report stand in one statement only where together they come
/// this much nearer to a sentence of another report.
const PARTED: f32 = 0.06;

/// The statements of several texts, in the order of their first sentence.
///
/// The texts must come in an order that does not depend on how the user named them: ties are
/// broken by it.
pub(crate) fn of_texts(texts: &[Text]) -> Vec<Statement> {
    let rarity = Rarity::of(texts);
    let others = texts.len().min(wide::REACH);
    let weighted = Weighted::all(texts, others, &rarity);
    let mut starts = Vec::with_capacity(texts.len());
    let mut graph = Graph::default();
    for (number, text) in texts.iter().enumerate() {
        starts.push(graph.text_of.len());
        graph
            .text_of
            .extend(std::iter::repeat_n(number, text.len()));
    }
    let at = |text: usize, sentence: usize| starts.get(text).map_or(0, |s| s + sentence);
    let pairs: Vec<(usize, usize)> = (0..texts.len())
        .flat_map(|a| (a + 1..texts.len()).map(move |b| (a, b)))
        .collect();
    let wide = texts.len() > wide::REACH;
    let compared = if wide {
        wide::candidates(&weighted)
    } else {
        vec![Vec::new(); pairs.len()]
    };
    let found: Vec<_> = pairs
        .par_iter()
        .zip(&compared)
        .map(|(&(a, b), compared)| {
            let (Some(left), Some(right)) = (weighted.get(a), weighted.get(b)) else {
                return (Vec::new(), Vec::new());
            };
            let shared = if wide {
                among(left, right, compared)
            } else {
                shared(left, right)
            };
            let links: Vec<_> = shared
                .links
                .iter()
                .map(|l| (at(a, l.left), at(b, l.right), l.probability))
                .collect();
            let mut siblings = Vec::new();
            for split in shared.splits.iter().filter(|split| split.gain >= PARTED) {
                for (text, pieces) in [(a, &split.left), (b, &split.right)] {
                    for (place, x) in pieces.iter().enumerate() {
                        let later = pieces.iter().skip(place + 1);
                        siblings.extend(later.map(|y| (at(text, *x), at(text, *y))));
                    }
                }
            }
            (links, siblings)
        })
        .collect();
    let twice: Vec<Vec<(usize, usize)>> = weighted.par_iter().map(duplicates).collect();
    for (text, pairs) in twice.into_iter().enumerate() {
        let pairs = pairs.into_iter();
        graph
            .siblings
            .extend(pairs.map(|(x, y)| (at(text, x), at(text, y))));
    }
    if wide {
        graph.reach = Some(wide::REACH);
    }
    for (links, siblings) in found {
        graph.links.extend(links);
        graph.siblings.extend(siblings);
    }
    ask_others(&mut graph, &weighted);
    let locate = |member: usize| {
        let report = graph.text_of.get(member).copied().unwrap_or(0);
        let sentence = member - starts.get(report).copied().unwrap_or(0);
        SentenceRef { report, sentence }
    };
    let mut groups = cluster(&graph);
    groups.sort();
    // In translations each sentence has its place already, and moves take some of them away.
    if !wide && texts.iter().all(|text| text.report) {
        settle(&graph, &mut groups);
        groups.sort();
    }
    let sureness = sureness(&graph, &groups);
    let as_well = as_well(&graph, &groups);
    let located = |members: Vec<usize>| members.into_iter().map(locate).collect();
    groups
        .into_iter()
        .zip(sureness)
        .zip(as_well)
        .map(|((members, (score, rival)), as_well)| Statement {
            sentences: located(members),
            score,
            rival,
            as_well: located(as_well),
        })
        .collect()
}

/// A sentence tells the statement of another group as well where it is so likely, on average over
/// all members, that they say the same. In the eight events with the most such sentences one in
/// twelve tells two facts that others tell in two sentences; from .45 to .6 the F1 of links changes
/// by less than half a point.
const AS_WELL: f32 = 0.5;

/// For each group the sentences outside it that tell its statement as well, of texts that have no
/// sentence in it. Links do not compete: a sentence that tells two things is near to both.
fn as_well(graph: &Graph, groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let group_of = graph.group_of(groups);
    let mut sums: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for &(a, b, likely) in &graph.links {
        for (from, to) in [(a, b), (b, a)] {
            if group_of[from] != group_of[to] {
                *sums.entry((group_of[to], from)).or_default() += likely;
            }
        }
    }
    let mut as_well = vec![Vec::new(); groups.len()];
    for ((group, sentence), sum) in sums {
        let members = &groups[group];
        let text = graph.text_of[sentence];
        if sum >= AS_WELL * members.len() as f32
            && members.iter().all(|member| graph.text_of[*member] != text)
        {
            as_well[group].push(sentence);
        }
    }
    as_well
}

/// The mean over the pairs of each group, and the strongest link to a sentence outside it.
fn sureness(graph: &Graph, groups: &[Vec<usize>]) -> Vec<(f32, f32)> {
    let group_of = graph.group_of(groups);
    let mut inside = vec![0.0_f64; groups.len()];
    let mut rivals = vec![0.0_f32; groups.len()];
    for &(a, b, likely) in &graph.links {
        let (Some(&of_a), Some(&of_b)) = (group_of.get(a), group_of.get(b)) else {
            continue;
        };
        if of_a == of_b {
            if let Some(sum) = inside.get_mut(of_a) {
                *sum += f64::from(likely);
            }
            continue;
        }
        for group in [of_a, of_b] {
            if let Some(rival) = rivals.get_mut(group) {
                *rival = rival.max(likely);
            }
        }
    }
    let of_pairs = |members: &Vec<usize>, sum: f64| match graph.pairs_inside(members) {
        0 => 1.0,
        pairs => (sum / pairs as f64) as f32,
    };
    groups
        .iter()
        .zip(inside)
        .zip(rivals)
        .map(|((members, sum), rival)| (of_pairs(members, sum), rival))
        .collect()
}

/// Weighs the links again by what third texts say of them.
fn ask_others(graph: &mut Graph, texts: &[Weighted]) {
    if texts.len() < 3 {
        return;
    }
    let found = witnesses(&graph.text_of, &graph.links);
    let language = |member: usize| {
        let text = graph.text_of.get(member).and_then(|text| texts.get(*text));
        text.map_or("", |text| text.language.as_str())
    };
    let settings: Vec<Setting> = graph
        .links
        .iter()
        .map(|&(a, b, _)| Setting::of(language(a), language(b)))
        .collect();
    for (((.., likely), witnesses), setting) in graph.links.iter_mut().zip(found).zip(settings) {
        *likely = probability_by_others(*likely, witnesses, setting);
    }
}

/// All pairs of sentences of different texts that are looked at closely.
pub(crate) fn comparisons(texts: &[Text]) -> Vec<Comparison> {
    let rarity = Rarity::of(texts);
    let others = texts.len().min(wide::REACH);
    let weighted = Weighted::all(texts, others, &rarity);
    let mut all = Vec::new();
    for (a, left) in weighted.iter().enumerate() {
        for (b, right) in weighted.iter().enumerate().skip(a + 1) {
            let setting = Setting::of(&left.language, &right.language);
            all.extend(candidates(left, right).into_iter().map(|c| Comparison {
                left: SentenceRef {
                    report: a,
                    sentence: c.left,
                },
                right: SentenceRef {
                    report: b,
                    sentence: c.right,
                },
                parts: c.parts,
                setting,
                probability: probability(&c.parts, setting),
            }));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_tells_two_things_tells_the_second_as_well() {
        // Texts: sentence 0; 1 and 2; 3 and 4. The first says what 1 says, and what 2 and 3 say.
        let graph = Graph {
            text_of: vec![0, 1, 1, 2, 2],
            links: vec![
                (0, 1, 0.9),
                (0, 2, 0.97),
                (0, 3, 0.05),
                (2, 3, 0.9),
                (0, 4, 0.4),
                (1, 3, 0.9),
            ],
            ..Graph::default()
        };
        let groups = [vec![0, 1], vec![2, 3], vec![4]];
        // Another sentence of text 1 is in the second group already.
        assert_eq!(as_well(&graph, &groups), [vec![], vec![0], vec![]]);
    }
}
