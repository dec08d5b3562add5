//! Statements over many reports.

use crate::as_well::{ClauseLink, Nearness};
use crate::candidates::candidates;
use crate::cluster::{Graph, cluster};
use crate::duplicates::duplicates;
use crate::free::{Link, among, shared};
use crate::rarity::{Rarity, Weighted};
use crate::settle::settle;
use crate::text::{Cut, Text};
use crate::weigh::{Setting, probability, probability_by_others};
use crate::wide;
use crate::witness::witnesses;
use crate::{Comparison, Near, SentenceRef, Statement};
use rayon::prelude::*;

/// Two different sentences of one report stand in one statement only where together they come
/// this much nearer to a sentence of another report.
const PARTED: f32 = 0.06;

/// The statements of several texts, in the order of their first sentence.
///
/// The texts must come in an order that does not depend on how the user named them: ties are
/// broken by it.
pub(crate) fn of_texts(texts: &[Text]) -> Vec<Statement> {
    let rarity = Rarity::of(texts);
    let cuts: Vec<&Cut> = texts
        .iter()
        .filter_map(|text| text.cut.as_deref())
        .collect();
    let clauses = cuts.iter().map(|cut| &cut.text);
    let all: Vec<&Text> = texts.iter().chain(clauses).collect();
    let others = texts.len().min(wide::REACH);
    let weighted = Weighted::all(&all, others, &rarity);
    let (weighted, clauses) = weighted.split_at(texts.len());
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
        wide::candidates(weighted)
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
    ask_others(&mut graph, weighted);
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
    let links = if clauses.len() == texts.len() {
        clause_links(weighted, clauses, &cuts, &starts)
    } else {
        Vec::new()
    };
    let nearness = Nearness::of(&graph, &groups, &links);
    let as_well = nearness.as_well();
    let nearest = nearness.nearest(&as_well);
    let sureness = sureness(&graph, &groups, &as_well, &links);
    let near = |(member, likely)| Near {
        at: locate(member),
        likely,
    };
    let located = |members: Vec<usize>| members.into_iter().map(locate).collect();
    groups
        .into_iter()
        .zip(sureness)
        .zip(as_well.into_iter().zip(nearest))
        .map(
            |((members, (score, rival)), (as_well, nearest))| Statement {
                sentences: located(members),
                score,
                rival,
                as_well: located(as_well),
                nearest: nearest.into_iter().map(near).collect(),
            },
        )
        .collect()
}

/// How likely it is that clauses say what sentences of other texts say. Everything comes by text.
fn clause_links(
    sentences: &[Weighted],
    clauses: &[Weighted],
    cuts: &[&Cut],
    starts: &[usize],
) -> Vec<ClauseLink> {
    let texts = 0..sentences.len();
    let pairs: Vec<(usize, usize)> = texts
        .clone()
        .flat_map(|a| texts.clone().map(move |b| (a, b)))
        .filter(|(a, b)| a != b)
        .collect();
    let found = pairs.into_par_iter().map(|(a, b)| {
        let links = shared(&clauses[a], &sentences[b]).links.into_iter();
        let link = |link: Link| ClauseLink {
            part: starts[a] + cuts[a].sentences[link.left],
            clause: link.left,
            whole: starts[b] + link.right,
            likely: link.probability,
        };
        links.map(link).collect::<Vec<_>>()
    });
    found.collect::<Vec<_>>().concat()
}

/// The mean over the pairs of each group, and the strongest link to a sentence outside it that does
/// not tell its statement as well, or to a clause.
fn sureness(
    graph: &Graph,
    groups: &[Vec<usize>],
    as_well: &[Vec<usize>],
    clauses: &[ClauseLink],
) -> Vec<(f32, f32)> {
    let group_of = graph.group_of(groups);
    let mut inside = vec![0.0_f64; groups.len()];
    let mut rivals = vec![0.0_f32; groups.len()];
    let mut outside = |group: usize, sentence: usize, likely: f32| {
        if !as_well[group].contains(&sentence) {
            rivals[group] = rivals[group].max(likely);
        }
    };
    for &(a, b, likely) in &graph.links {
        if group_of[a] == group_of[b] {
            inside[group_of[a]] += f64::from(likely);
        } else {
            outside(group_of[a], b, likely);
            outside(group_of[b], a, likely);
        }
    }
    for link in clauses {
        if group_of[link.part] != group_of[link.whole] {
            outside(group_of[link.whole], link.part, link.likely);
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
    let references: Vec<&Text> = texts.iter().collect();
    let weighted = Weighted::all(&references, others, &rarity);
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
