//! Free mode: two texts that tell of the same thing in their own order and their own words.

use crate::Bead;
use crate::candidates::{Candidate, candidates};
use crate::parts::Parts;
use crate::rarity::Weighted;
use crate::weigh::{Setting, probability};

/// Two sentences with how likely it is that they say the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Link {
    pub left: usize,
    pub right: usize,
    pub probability: f32,
}

/// Two sentences of one text that together say what one sentence of another says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Split {
    pub left: [usize; 2],
    pub right: [usize; 2],
    pub probability: f32,
}

/// Two sentences are linked where it is more likely than not that they say the same.
pub(crate) const LINKED: f32 = 0.5;

/// Below this a link is not worth remembering.
const FAINT: f32 = 0.05;

/// What two texts share.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shared {
    pub links: Vec<Link>,
    pub splits: Vec<Split>,
}

/// Links and splits of two texts.
pub(crate) fn shared(left: &Weighted, right: &Weighted) -> Shared {
    among(left, right, &candidates(left, right))
}

/// Links and splits among the pairs that were compared.
pub(crate) fn among(left: &Weighted, right: &Weighted, candidates: &[Candidate]) -> Shared {
    let setting = Setting::of(&left.language, &right.language);
    let mut links: Vec<Link> = candidates
        .iter()
        .map(|candidate| Link {
            left: candidate.left,
            right: candidate.right,
            probability: probability(&candidate.parts, setting),
        })
        .collect();
    let splits = splits(left, right, candidates);
    links.retain(|link| link.probability > FAINT);
    Shared { links, splits }
}

/// Two sentences must stand this near to each other to be parts of one: a split is made by a
/// writer or translator who goes along, at most with a short remark in between.
const NEIGHBOURHOOD: usize = 2;

/// How much nearer two sentences must be together than the better of them alone.
const GAIN: f32 = 0.06;

fn splits(left: &Weighted, right: &Weighted, candidates: &[Candidate]) -> Vec<Split> {
    let mut splits = Vec::new();
    let mut turned: Vec<Candidate> = candidates.to_vec();
    turned.sort_by_key(|c| (c.right, c.left));
    for group in turned.chunk_by(|a, b| a.right == b.right) {
        let sides: Vec<(usize, &Parts)> = group.iter().map(|c| (c.left, &c.parts)).collect();
        if let Some(whole) = group.first().map(|c| c.right)
            && let Some((pair, probability)) = best_pair(left, &sides, right, whole)
        {
            splits.push(Split {
                left: pair,
                right: [whole; 2],
                probability,
            });
        }
    }
    for group in candidates.chunk_by(|a, b| a.left == b.left) {
        let sides: Vec<(usize, &Parts)> = group.iter().map(|c| (c.right, &c.parts)).collect();
        if let Some(whole) = group.first().map(|c| c.left)
            && let Some((pair, probability)) = best_pair(right, &sides, left, whole)
        {
            splits.push(Split {
                left: [whole; 2],
                right: pair,
                probability,
            });
        }
    }
    splits
}

/// The two neighbouring sentences of `text` that together are nearest to sentence `whole` of
/// `other`, where together they are nearer than either alone.
fn best_pair(
    text: &Weighted,
    sides: &[(usize, &Parts)],
    other: &Weighted,
    whole: usize,
) -> Option<([usize; 2], f32)> {
    let (nearest, _) = sides.iter().max_by(|a, b| {
        a.1.nearness()
            .total_cmp(&b.1.nearness())
            .then(b.0.cmp(&a.0))
    })?;
    let target = other.sentences.get(whole)?;
    let setting = Setting::of(&text.language, &other.language);
    let mut best: Option<([usize; 2], f32, f32)> = None;
    for &(at, parts) in sides {
        if at == *nearest || at.abs_diff(*nearest) > NEIGHBOURHOOD {
            continue;
        }
        let (_, main) = sides.iter().find(|(place, _)| place == nearest)?;
        let (half, rest) = (text.sentences.get(*nearest)?, text.sentences.get(at)?);
        // To join two sentences takes long: it must pay by their vectors already.
        if half.together(rest, target) <= main.meaning {
            continue;
        }
        let joined = half.join(rest);
        let mut together = Parts::between(&joined, target);
        let gain = together.nearness() - main.nearness();
        if gain <= GAIN || best.is_some_and(|(_, best, _)| gain <= best) {
            continue;
        }
        together.look_closely(&joined, target);
        // The better half brings its margins, the gain comes on top.
        together.margin_left = main.margin_left.max(parts.margin_left) + gain;
        together.margin_right = main.margin_right.max(parts.margin_right) + gain;
        let pair = [at.min(*nearest), at.max(*nearest)];
        best = Some((pair, gain, probability(&together, setting)));
    }
    best.map(|(pair, _, probability)| (pair, probability))
}

/// The beads of two texts: mutual best links, with splits around them.
pub(crate) fn beads(shared: &Shared, rows: usize, columns: usize) -> Vec<Bead> {
    let mut order: Vec<&Link> = shared
        .links
        .iter()
        .filter(|link| link.probability >= LINKED)
        .collect();
    order.sort_by(|a, b| {
        b.probability
            .total_cmp(&a.probability)
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    let mut of_left: Vec<Option<usize>> = vec![None; rows];
    let mut of_right: Vec<Option<usize>> = vec![None; columns];
    let mut beads: Vec<Bead> = Vec::new();
    for link in order {
        let (Some(left), Some(right)) = (
            of_left.get(link.left).copied(),
            of_right.get(link.right).copied(),
        ) else {
            continue;
        };
        let joins = |bead: Option<usize>, split: &Split| {
            bead.and_then(|bead| beads.get(bead)).is_some_and(|bead| {
                bead.left.iter().all(|l| split.left.contains(l))
                    && bead.right.iter().all(|r| split.right.contains(r))
            })
        };
        let split = shared.splits.iter().find(|split| {
            split.probability >= LINKED
                && split.left.contains(&link.left)
                && split.right.contains(&link.right)
                && (joins(left, split) || joins(right, split))
        });
        let at = match (left, right, split) {
            (None, None, _) => {
                beads.push(Bead {
                    left: vec![link.left],
                    right: vec![link.right],
                    score: link.probability,
                });
                beads.len() - 1
            }
            (Some(at), None, Some(_)) => {
                if let Some(bead) = beads.get_mut(at) {
                    bead.right.push(link.right);
                }
                at
            }
            (None, Some(at), Some(_)) => {
                if let Some(bead) = beads.get_mut(at) {
                    bead.left.push(link.left);
                }
                at
            }
            _ => continue,
        };
        if let Some(place) = of_left.get_mut(link.left) {
            *place = Some(at);
        }
        if let Some(place) = of_right.get_mut(link.right) {
            *place = Some(at);
        }
    }
    for bead in &mut beads {
        bead.left.sort_unstable();
        bead.right.sort_unstable();
    }
    beads.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    beads
}
