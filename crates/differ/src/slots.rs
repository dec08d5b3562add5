//! Which mentions of a statement answer each other: one slot holds what several reports say at
//! the same place.

use std::collections::BTreeSet;

/// Affinity from which two mentions of one report may share a slot: they say the same twice.
pub(crate) const EQUAL: f32 = 2.0;

/// Groups the mentions `0..reports.len()`, of which mention `i` stands in report `reports[i]`,
/// so that each slot holds mentions that answer each other. `affinity` gives how well two
/// mentions fit, nothing where they cannot be about the same thing; it is asked for both orders
/// alike and must be symmetric.
///
/// Pairs are joined best first; of those that differ, first the ones with a slot that [`MANY`] reports
/// share already: what a report says in the place of what the others agree on answers them, not
/// another report that differs in another place, and answers them all where it answers most of them.
/// What is [`DOUBTFUL`] answers nothing else. A slot takes two mentions of one report only where they
/// are equal ([`EQUAL`]), and else no two mentions that exclude each other. Ties go to the earlier
/// mention, so that the result depends on the order of mentions alone.
pub(crate) fn slots(
    reports: &[usize],
    affinity: impl Fn(usize, usize) -> Option<f32>,
) -> Vec<Vec<usize>> {
    let count = reports.len();
    let fits: Vec<Vec<Option<f32>>> = (0..count)
        .map(|a| {
            (0..count)
                .map(|b| if a == b { None } else { affinity(a, b) })
                .collect()
        })
        .collect();
    let fit = |a: usize, b: usize| fits.get(a).and_then(|row| row.get(b)).copied().flatten();
    let may_share = |a: usize, b: usize| match fit(a, b) {
        Some(value) => reports.get(a) != reports.get(b) || value >= EQUAL,
        None => false,
    };
    let mut pairs: Vec<(f32, usize, usize)> = (0..count)
        .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
        .filter(|&(a, b)| may_share(a, b))
        .filter_map(|(a, b)| fit(a, b).map(|value| (value, a, b)))
        .collect();
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let split = pairs.partition_point(|(value, ..)| *value >= DIFFER);
    let mut differing = pairs.split_off(split);
    let mut slots = Slots {
        of: (0..count).collect(),
        all: (0..count).map(|mention| vec![mention]).collect(),
    };
    for (_, a, b) in pairs {
        slots.join(a, b, may_share);
    }
    let shared: Vec<bool> = (0..count)
        .map(|mention| is_of_many(slots.with(mention), reports))
        .collect();
    differing.sort_by_key(|(_, a, b)| !(shared[*a] || shared[*b]));
    for (_, a, b) in differing {
        slots.join(a, b, |a, b| {
            let sure = fit(a, b).is_none_or(|fits| fits > DOUBTFUL);
            may_share(a, b) && (sure || shared[a] || shared[b])
        });
        let (one, many) = if shared[a] { (b, a) } else { (a, b) };
        if shared[many] && slots.with(one).len() == 1 {
            let with = slots.with(many);
            let apart = with
                .iter()
                .all(|&other| reports.get(other) != reports.get(one));
            let fits = with.iter().filter(|&&other| may_share(one, other)).count();
            if apart && 2 * fits > with.len() {
                slots.join(one, many, |_, _| true);
            }
        }
    }
    slots.all.retain(|slot| !slot.is_empty());
    slots.all
}

/// What fits no better than this answers only what [`MANY`] reports agree on.
pub(crate) const DOUBTFUL: f32 = 0.0;

/// What fits less well than this says something else.
const DIFFER: f32 = 1.0;

/// Where so many reports give one value, what another one has in its stead is read less strictly.
const MANY: usize = 3;

/// Whether so many reports share a slot.
pub(crate) fn is_of_many(slot: &[usize], reports: &[usize]) -> bool {
    let of: BTreeSet<usize> = slot.iter().map(|&mention| reports[mention]).collect();
    of.len() >= MANY
}

/// The slots while they are made.
struct Slots {
    /// The slot of each mention.
    of: Vec<usize>,
    all: Vec<Vec<usize>>,
}

impl Slots {
    fn with(&self, mention: usize) -> &[usize] {
        &self.all[self.of[mention]]
    }

    /// Joins the slots of two mentions where all that they hold may share one.
    fn join(&mut self, a: usize, b: usize, may_share: impl Fn(usize, usize) -> bool) {
        let (first, second) = (self.of[a], self.of[b]);
        let joins = || {
            let mut pairs = (self.all[first].iter())
                .flat_map(|&x| self.all[second].iter().map(move |&y| (x, y)));
            pairs.all(|(x, y)| may_share(x, y))
        };
        if first == second || !joins() {
            return;
        }
        let moved = std::mem::take(&mut self.all[second]);
        for &mention in &moved {
            self.of[mention] = first;
        }
        self.all[first].extend(moved);
        self.all[first].sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_pairs_first_and_one_a_report() {
        // Mentions 0 and 1 of report 0, mention 2 of report 1 and 3 of report 2.
        let fits = |a: usize, b: usize| match (a.min(b), a.max(b)) {
            (0, 2) => Some(1.0),
            (1, 2) => Some(1.5),
            (0, 3) => Some(0.5),
            (0, 1) => Some(0.9),
            _ => None,
        };
        assert_eq!(slots(&[0, 0, 1, 2], fits), vec![vec![0, 3], vec![1, 2]]);
    }

    #[test]
    fn who_differs_answers_those_who_agree() {
        // Eight and three percent in three reports; one has six and three, one eight and five.
        let said = [8, 3, 8, 3, 8, 3, 6, 3, 8, 5];
        let reports = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4];
        let fits = |a: usize, b: usize| {
            let (x, y): (i32, i32) = (said[a], said[b]);
            let far = (x - y).abs();
            Some(if far == 0 {
                EQUAL
            } else {
                1.0 / (1 + far) as f32
            })
        };
        assert_eq!(
            slots(&reports, fits),
            vec![vec![0, 2, 4, 6, 8], vec![1, 3, 5, 7, 9]]
        );
    }

    #[test]
    fn the_same_twice_in_one_report_is_one_slot() {
        assert_eq!(slots(&[0, 0, 1], |_, _| Some(EQUAL)), vec![vec![0, 1, 2]]);
    }
}
