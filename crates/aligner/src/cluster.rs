//! Statements: sentences of many texts that say the same, by average link over all pairs.

use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What is known of the sentences to be grouped, each known by its number.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    /// The text of each sentence.
    pub text_of: Vec<usize>,
    /// How likely it is that two sentences say the same; pairs that are not named are held for
    /// different.
    pub links: Vec<(usize, usize, f32)>,
    /// Sentences of one text that may stand in one statement: near-duplicates, and parts of what
    /// another text says in one sentence. The smaller number first.
    pub siblings: FxHashSet<(usize, usize)>,
    /// With how many texts each sentence was compared, where not with all.
    pub reach: Option<usize>,
}

impl Graph {
    /// The group of each sentence; every sentence is in one.
    pub(crate) fn group_of(&self, groups: &[Vec<usize>]) -> Vec<usize> {
        let mut group_of = vec![0; self.text_of.len()];
        for (group, members) in groups.iter().enumerate() {
            for &member in members {
                group_of[member] = group;
            }
        }
        group_of
    }

    /// How many pairs of sentences of different texts a group has; its members come sorted.
    pub(crate) fn pairs_inside(&self, members: &[usize]) -> usize {
        let of_texts = members.chunk_by(|a, b| self.text_of.get(*a) == self.text_of.get(*b));
        let twice: usize = of_texts
            .map(|own| own.len() * (members.len() - own.len()))
            .sum();
        twice / 2
    }
}

/// Two groups are one while their sentences say the same on average over all pairs.
pub(crate) const TOGETHER: f32 = 0.35;

/// The same where the two groups hold different sentences of one text: what one text parts is
/// one statement only where the rest is clear.
const PARTED_TOGETHER: f32 = 0.5;

#[derive(Debug, Default)]
struct Group {
    members: Vec<usize>,
    /// Sum of probabilities to each other group.
    sums: FxHashMap<usize, f64>,
}

/// Two groups that may become one: the surest first, of equals those of the smaller numbers.
/// Small, as there are many.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    /// The bits of the mean, which rise with it as long as it is not below 0.
    mean: u32,
    pair: Reverse<(u32, u32)>,
}

impl Merge {
    fn new(mean: f32, (a, b): (usize, usize)) -> Self {
        Self {
            mean: mean.to_bits(),
            pair: Reverse((a as u32, b as u32)),
        }
    }
}

/// Groups the sentences: every one is in exactly one group. Members are sorted, groups are not.
pub(crate) fn cluster(graph: &Graph) -> Vec<Vec<usize>> {
    let count = graph.text_of.len();
    let mut groups: Vec<Option<Group>> = (0..count)
        .map(|member| {
            Some(Group {
                members: vec![member],
                sums: FxHashMap::default(),
            })
        })
        .collect();
    let mut heap = BinaryHeap::new();
    for &(a, b, probability) in &graph.links {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(Some(group)) = groups.get_mut(from) {
                group.sums.insert(to, f64::from(probability));
            }
        }
        if probability >= TOGETHER {
            heap.push(Merge::new(probability, (a.min(b), a.max(b))));
        }
    }
    while let Some(merge) = heap.pop() {
        let Reverse((a, b)) = merge.pair;
        let (a, b) = (a as usize, b as usize);
        let (Some(Some(first)), Some(Some(second))) = (groups.get(a), groups.get(b)) else {
            continue;
        };
        if pairs_between(graph, &first.members, &second.members).is_none() {
            continue;
        }
        let (Some(first), Some(second)) = (
            groups.get_mut(a).and_then(Option::take),
            groups.get_mut(b).and_then(Option::take),
        ) else {
            continue;
        };
        let fresh = groups.len();
        let mut sums = first.sums;
        let mut others: Vec<(usize, f64)> = second.sums.into_iter().collect();
        others.sort_unstable_by_key(|(other, _)| *other);
        for (other, sum) in others {
            *sums.entry(other).or_default() += sum;
        }
        sums.remove(&a);
        sums.remove(&b);
        let mut members = [first.members, second.members].concat();
        members.sort_unstable();
        let mut around: Vec<(usize, f64)> = sums.iter().map(|(k, v)| (*k, *v)).collect();
        around.sort_unstable_by_key(|(other, _)| *other);
        for (other, sum) in around {
            let Some(Some(group)) = groups.get_mut(other) else {
                continue;
            };
            group.sums.remove(&a);
            group.sums.remove(&b);
            group.sums.insert(fresh, sum);
            if let Some(pairs) = pairs_between(graph, &members, &group.members) {
                let all = members.len() + group.members.len();
                let compared = graph.reach.map_or(1.0, |reach| reach as f64 / all as f64);
                let compared = pairs.max(1) as f64 * compared.min(1.0);
                let mean = (sum / compared).min(1.0) as f32;
                let least = if pairs < members.len() * group.members.len() {
                    PARTED_TOGETHER
                } else {
                    TOGETHER
                };
                if mean >= least {
                    heap.push(Merge::new(mean, (other, fresh)));
                }
            }
        }
        groups.push(Some(Group { members, sums }));
    }
    groups
        .into_iter()
        .filter_map(|group| Some(group?.members))
        .collect()
}

/// How many pairs of sentences of different texts two groups have; nothing where the groups hold
/// two different claims of one text and must stay apart.
///
/// Members are sorted, and so are their texts: only runs of one text meet.
fn pairs_between(graph: &Graph, first: &[usize], second: &[usize]) -> Option<usize> {
    let text = |member: &usize| graph.text_of.get(*member).copied().unwrap_or(usize::MAX);
    let same = |a: &usize, b: &usize| text(a) == text(b);
    let mut pairs = first.len() * second.len();
    let mut rest = second;
    for run in first.chunk_by(same) {
        let Some(here) = run.first().map(text) else {
            continue;
        };
        rest = rest
            .get(rest.partition_point(|b| text(b) < here)..)
            .unwrap_or_default();
        let others = rest
            .get(..rest.partition_point(|b| text(b) == here))
            .unwrap_or_default();
        for a in run {
            for b in others {
                if !graph.siblings.contains(&(*a.min(b), *a.max(b))) {
                    return None;
                }
            }
        }
        pairs -= run.len() * others.len();
    }
    Some(pairs)
}
