//! Free mode: two texts that tell of the same thing in their own order and their own words.

use crate::Bead;
use crate::candidates::{Candidate, candidates};
use crate::choose;
use crate::parts::Parts;
use crate::rarity::Weighted;
use crate::text::Text;
use crate::weigh::{Setting, probability};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Two sentences with how likely it is that they say the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Link {
    pub left: usize,
    pub right: usize,
    pub probability: f32,
}

/// Sentences of one text that together say what one sentence of another says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Split {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
    pub probability: f32,
    /// How much nearer the whole came with the piece that brought least.
    pub gain: f32,
}

/// Two sentences are linked where it is more likely than not that they say the same.
const LINKED: f32 = 0.5;

/// What beads need.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needs {
    /// How likely a link must be.
    linked: f32,
    /// What share of the beads must have one sentence on one side and several on the other for
    /// more to be taken in beside them.
    splits: f32,
}

impl Needs {
    /// Two texts of lines in one language are a text and its simplification: the sentences of
    /// either share their words with much that does not say the same (of the links of German ones
    /// below .8 less than half are right), and one is often told in several.
    pub fn of(left: &Text, right: &Text) -> Self {
        if left.language == right.language && !left.report && !right.report {
            Self {
                linked: 0.74,
                splits: 0.1,
            }
        } else {
            Self {
                linked: LINKED,
                splits: 0.25,
            }
        }
    }
}

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
const GAIN: f32 = 0.03;

/// A sentence is split into at most so many.
const PIECES: usize = 5;

fn splits(left: &Weighted, right: &Weighted, candidates: &[Candidate]) -> Vec<Split> {
    let mut splits = Vec::new();
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by_key(|c| (c.right, c.left));
    for group in order.chunk_by(|a, b| a.right == b.right) {
        if let Some(whole) = group.first().map(|c| c.right)
            && let Some((pieces, probability, gain)) = pieces(left, group, |c| c.left, right, whole)
        {
            splits.push(Split {
                left: pieces,
                right: vec![whole],
                probability,
                gain,
            });
        }
    }
    order.sort_by_key(|c| (c.left, c.right));
    for group in order.chunk_by(|a, b| a.left == b.left) {
        if let Some(whole) = group.first().map(|c| c.left)
            && let Some((pieces, probability, gain)) =
                pieces(right, group, |c| c.right, left, whole)
        {
            splits.push(Split {
                left: vec![whole],
                right: pieces,
                probability,
                gain,
            });
        }
    }
    splits
}

/// The neighbouring sentences of `text` that together are nearest to sentence `whole` of `other`,
/// where together they are clearly nearer than any of them alone: the nearest one first, then one
/// by one whichever brings most.
///
/// `group` is what may be pieces, and `side` says which sentence of `text` each is.
fn pieces(
    text: &Weighted,
    group: &[&Candidate],
    side: fn(&Candidate) -> usize,
    other: &Weighted,
    whole: usize,
) -> Option<(Vec<usize>, f32, f32)> {
    let sides = || group.iter().map(|c| (side(c), &c.parts));
    let (nearest, main) = sides().max_by(|a, b| {
        a.1.nearness()
            .total_cmp(&b.1.nearness())
            .then(b.0.cmp(&a.0))
    })?;
    let target = other.sentences.get(whole)?;
    let setting = Setting::of(&text.language, &other.language);
    let mut members = vec![nearest];
    let first = text.sentences.get(nearest)?;
    // Most sentences are not split, and a copy takes long.
    let mut joined = Cow::Borrowed(first);
    let mut now = *main;
    let (mut gained, mut least) = (0.0, f32::INFINITY);
    while members.len() < PIECES {
        let mut best: Option<(f32, usize, Parts)> = None;
        for (at, alone) in sides() {
            let near = members.iter().any(|m| m.abs_diff(at) <= NEIGHBOURHOOD);
            let Some(rest) = text.sentences.get(at).filter(|_| near) else {
                continue;
            };
            // To join sentences takes long: it must pay by their vectors already.
            let meaning = || joined.together(rest, (now.meaning, alone.meaning));
            if members.contains(&at) || meaning() <= now.meaning {
                continue;
            }
            let together = Parts::between(&joined.join(rest), target);
            let gain = together.nearness() - now.nearness();
            if gain > GAIN && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
                best = Some((gain, at, together));
            }
        }
        let Some((gain, at, parts)) = best else {
            break;
        };
        joined = Cow::Owned(joined.join(text.sentences.get(at)?));
        members.push(at);
        now = parts;
        gained += gain;
        least = least.min(gain);
    }
    if members.len() == 1 {
        return None;
    }
    now.look_closely(&joined, target, &text.vocabulary);
    // The best piece brings its margins and its company, the gain comes on top.
    let of = |margin: fn(&Parts) -> f32| {
        let pieces = sides().filter(|(at, _)| members.contains(at));
        pieces
            .map(|(_, parts)| margin(parts))
            .fold(f32::NEG_INFINITY, f32::max)
    };
    now.margin_left = of(|parts| parts.margin_left) + gained;
    now.margin_right = of(|parts| parts.margin_right) + gained;
    now.company = of(|parts| parts.company);
    now.company_lines = of(|parts| parts.company_lines);
    members.sort_unstable();
    Some((members, probability(&now, setting), least))
}

/// The beads of two texts: mutual best links, with splits around them; where the sure ones keep one
/// order, none that is doubtful breaks it.
pub(crate) fn beads(shared: &Shared, rows: usize, columns: usize, needs: Needs) -> Vec<Bead> {
    let beads = best_first(&shared.links, &shared.splits, rows, columns, needs);
    match in_order(&shared.links, &beads) {
        Some(links) => best_first(&links, &shared.splits, rows, columns, needs),
        None => beads,
    }
}

/// Beads and links this likely tell of the order and need not keep it.
const SURE: f32 = 0.8;
const BEYOND_DOUBT: f32 = 0.9;

/// Fewer sure beads do not tell of an order.
const FEW: usize = 4;

/// The links without the doubtful ones that cross a sure bead, where the sure ones have one order.
fn in_order(links: &[Link], beads: &[Bead]) -> Option<Vec<Link>> {
    let sure: Vec<(usize, usize)> = beads
        .iter()
        .filter(|bead| bead.score >= SURE)
        .filter_map(|bead| Some((*bead.left.first()?, *bead.right.first()?)))
        .collect();
    let order: Vec<usize> = sure.iter().map(|place| place.1).collect();
    if sure.len() < FEW || !choose::ordered(&order) {
        return None;
    }
    let crosses = |link: &Link| {
        sure.iter().any(|&(left, right)| {
            left != link.left && right != link.right && (left < link.left) != (right < link.right)
        })
    };
    let kept = links
        .iter()
        .filter(|link| link.probability >= BEYOND_DOUBT || !crosses(link));
    Some(kept.copied().collect())
}

fn best_first(
    links: &[Link],
    splits: &[Split],
    rows: usize,
    columns: usize,
    needs: Needs,
) -> Vec<Bead> {
    let mut order: Vec<&Link> = links
        .iter()
        .filter(|link| link.probability >= needs.linked)
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
        let split = splits.iter().find(|split| {
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
    join_pieces(&mut beads, splits, &mut of_left, &mut of_right);
    for bead in &mut beads {
        bead.left.sort_unstable();
        bead.right.sort_unstable();
    }
    take_in(&mut beads, links, &of_left, &of_right, needs);
    beads.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    beads
}

/// Adds to the beads the pieces of split sentences that are no match alone: a short remark may
/// say too little to be linked, and yet be what makes the whole complete.
fn join_pieces(
    beads: &mut [Bead],
    splits: &[Split],
    of_left: &mut [Option<usize>],
    of_right: &mut [Option<usize>],
) {
    let mut order: Vec<&Split> = splits.iter().filter(|s| s.probability >= LINKED).collect();
    order.sort_by(|a, b| {
        b.probability
            .total_cmp(&a.probability)
            .then_with(|| (&a.left, &a.right).cmp(&(&b.left, &b.right)))
    });
    for split in order {
        // The whole sentence is linked to some of the pieces, and to nothing else.
        let ([whole], pieces, own, others, turned) = (match split.left.as_slice() {
            [_] => (&split.left[..], &split.right, &of_left, &of_right, false),
            _ => (&split.right[..], &split.left, &of_right, &of_left, true),
        }) else {
            continue;
        };
        let Some(at) = own.get(*whole).copied().flatten() else {
            continue;
        };
        let Some(bead) = beads.get_mut(at) else {
            continue;
        };
        let (linked, wholes) = if turned {
            (&mut bead.left, &bead.right)
        } else {
            (&mut bead.right, &bead.left)
        };
        if wholes.len() > 1
            || !linked.iter().all(|piece| pieces.contains(piece))
            || split.probability < bead.score
        {
            continue;
        }
        let free: Vec<usize> = pieces
            .iter()
            .copied()
            .filter(|piece| others.get(*piece).is_some_and(Option::is_none))
            .collect();
        linked.extend(&free);
        let others = if turned {
            &mut *of_left
        } else {
            &mut *of_right
        };
        for piece in free {
            if let Some(place) = others.get_mut(piece) {
                *place = Some(at);
            }
        }
    }
}

/// A sentence beside the pieces of a split is one of them where it is this likely that it says the
/// same as the whole, and where no other whole is more than [`ELSEWHERE`] times as likely.
const BESIDE: f32 = 0.05;
const ELSEWHERE: f32 = 2.0;

/// Adds to beads of one sentence and several what stands open between the several, and beside them
/// what is near to the one: who splits a sentence goes along it. Only where the texts are such
/// that this is usual.
fn take_in(
    beads: &mut [Bead],
    links: &[Link],
    of_left: &[Option<usize>],
    of_right: &[Option<usize>],
    needs: Needs,
) {
    for (turned, of) in [(false, of_right), (true, of_left)] {
        let sides = |bead: &Bead| {
            if turned {
                (bead.right.len(), bead.left.len())
            } else {
                (bead.left.len(), bead.right.len())
            }
        };
        let split = beads.iter().filter(|bead| matches!(sides(bead), (1, 2..)));
        // A few beads without any say that it is not usual.
        if (split.count() as f32) < needs.splits * (beads.len() as f32 + 3.0) {
            continue;
        }
        let mut likely: FxHashMap<(usize, usize), f32> = FxHashMap::default();
        let mut most: FxHashMap<usize, f32> = FxHashMap::default();
        for link in links {
            let (whole, piece) = if turned {
                (link.right, link.left)
            } else {
                (link.left, link.right)
            };
            likely.insert((whole, piece), link.probability);
            let most = most.entry(piece).or_default();
            *most = most.max(link.probability);
        }
        let mut open: Vec<bool> = of.iter().map(Option::is_none).collect();
        for bead in beads.iter_mut() {
            let (wholes, pieces) = if turned {
                (&bead.right, &mut bead.left)
            } else {
                (&bead.left, &mut bead.right)
            };
            let (&[whole], Some(&first), Some(&last)) =
                (wholes.as_slice(), pieces.first(), pieces.last())
            else {
                continue;
            };
            let is_open = |at: &usize| open.get(*at).copied().unwrap_or(false);
            let belongs = |at: &usize| {
                let likely = likely.get(&(whole, *at)).copied().unwrap_or(0.0);
                let most = most.get(at).copied().unwrap_or(0.0);
                is_open(at) && likely >= BESIDE && likely * ELSEWHERE >= most
            };
            let mut more: Vec<usize> = (first..last).filter(is_open).collect();
            more.extend((last + 1..open.len()).take_while(belongs));
            more.extend((0..first).rev().take_while(belongs));
            for at in more {
                pieces.push(at);
                if let Some(place) = open.get_mut(at) {
                    *place = false;
                }
            }
            pieces.sort_unstable();
        }
    }
}
