//! Which mode fits two texts.

use crate::Mode;
use crate::free::{Needs, Shared, beads, shared};
use crate::rarity::{Rarity, Weighted};
use crate::text::Text;

/// Tables of more cells are translations of books: nobody writes independent reports that long.
const REPORTS: usize = 4_000_000;

/// In a translation nearly all sure matches keep the order; in news of which a fifth of the
/// sentences is moved about .8 do.
const ORDERED: f32 = 0.9;

/// In a translation most sentences of the shorter text have a sure match; reports of one event
/// that happen to tell in the same order share less.
const SHARED: f32 = 0.4;

/// Only matches this likely tell of the order.
const SURE: f32 = 0.7;

/// Fewer sure matches say nothing about the order.
const FEW: usize = 5;

/// Where so many sentences of the shorter text are surely matched, the encoder knows both languages.
const CLEAR: f32 = 0.5;

/// A news report has seldom more sentences.
const SHORT: usize = 100;

/// A part of a sentence that was split has a partner at least this likely.
const LIKELY: f32 = 0.15;

/// Where more than this share of the sentences has no partner, beads in a row would have to
/// invent some: free mode leaves them alone.
const ALONE: f32 = 0.12;

/// Where the encoder knows both languages and fewer sentences of the shorter text have a partner,
/// the two texts have nothing to do with each other, and beads in a row would be invented.
const STRANGERS: f32 = 0.15;

/// The mode for two texts.
pub(crate) fn mode(left: &Text, right: &Text, rarity: &Rarity) -> Mode {
    // Vectors alone are given for translations.
    if !left.lettered() || left.len() * right.len() > REPORTS {
        return Mode::Monotone;
    }
    let weighted = Weighted::both(left, right, rarity);
    let [first, second] = &weighted;
    let shared = shared(first, second);
    let alone = alone(&shared, left.len(), right.len());
    let beads = beads(&shared, left.len(), right.len(), Needs::of(left, right));
    let order: Vec<usize> = beads
        .iter()
        .filter(|bead| bead.score >= SURE)
        .filter_map(|bead| bead.right.first().copied())
        .collect();
    let in_order = ordered(&order);
    let shorter = left.len().min(right.len()) as f32;
    // The encoder was trained on the languages that have a pack.
    let known = [left, right].map(|text| lang::pack(&text.language).is_some());
    if known == [true; 2] && (beads.len() as f32) < STRANGERS * shorter {
        return Mode::Free;
    }
    let much = beads.len() as f32 >= SHARED * shorter;
    let whole = much && alone <= ALONE;
    let translated = if left.report && right.report {
        // Reports are taken for independent until they show to be versions of one text.
        in_order && whole
    } else {
        // Lines are taken for a translation until they show another order, or, in a short text
        // most of which is surely matched, gaps that are none of the encoder's making.
        let clear = order.len() as f32 >= CLEAR * shorter && left.len().max(right.len()) <= SHORT;
        (in_order || order.len() < FEW) && (alone <= ALONE || !clear)
    };
    if translated {
        Mode::Monotone
    } else {
        Mode::Free
    }
}

/// The share of all sentences that have no likely partner.
fn alone(shared: &Shared, rows: usize, columns: usize) -> f32 {
    let (mut lefts, mut rights) = (vec![true; rows], vec![true; columns]);
    for link in shared
        .links
        .iter()
        .filter(|link| link.probability >= LIKELY)
    {
        for (open, at) in [(&mut lefts, link.left), (&mut rights, link.right)] {
            if let Some(place) = open.get_mut(at) {
                *place = false;
            }
        }
    }
    let open = lefts.iter().chain(&rights).filter(|open| **open).count();
    open as f32 / (rows + columns).max(1) as f32
}

/// Whether places, each the partner of the next, never go back but for a few.
pub(crate) fn ordered(places: &[usize]) -> bool {
    longest_rise(places) as f32 >= ORDERED * places.len() as f32
}

/// The length of the longest part that never goes back.
fn longest_rise(order: &[usize]) -> usize {
    // The lowest end of a rise of each length.
    let mut ends: Vec<usize> = Vec::new();
    for &at in order {
        let place = ends.partition_point(|end| *end <= at);
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_sentence_shortens_the_rise_by_one() {
        assert_eq!(longest_rise(&[0, 1, 2, 3]), 4);
        assert_eq!(longest_rise(&[3, 0, 1, 2]), 3);
        assert_eq!(longest_rise(&[]), 0);
    }
}
