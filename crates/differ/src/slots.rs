//! Which mentions of a statement answer each other: one slot holds what several reports say at
//! the same place.

/// Affinity from which two mentions of one report may share a slot: they say the same twice.
pub(crate) const EQUAL: f32 = 2.0;

/// Groups the mentions `0..reports.len()`, of which mention `i` stands in report `reports[i]`,
/// so that each slot holds mentions that answer each other. `affinity` gives how well two
/// mentions fit, nothing where they cannot be about the same thing; it is asked for both orders
/// alike and must be symmetric.
///
/// Pairs are joined best first. A slot takes two mentions of one report only where they are equal
/// ([`EQUAL`]), and never two mentions that exclude each other. Ties go to the earlier mention, so
/// that the result depends on the order of mentions alone.
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
    let mut slot_of: Vec<usize> = (0..count).collect();
    let mut slots: Vec<Vec<usize>> = (0..count).map(|mention| vec![mention]).collect();
    for (_, a, b) in pairs {
        let (Some(&first), Some(&second)) = (slot_of.get(a), slot_of.get(b)) else {
            continue;
        };
        if first == second {
            continue;
        }
        let joins = slots[first]
            .iter()
            .all(|&x| slots[second].iter().all(|&y| may_share(x, y)));
        if joins {
            let moved = std::mem::take(&mut slots[second]);
            for &mention in &moved {
                slot_of[mention] = first;
            }
            slots[first].extend(moved);
            slots[first].sort_unstable();
        }
    }
    slots.retain(|slot| !slot.is_empty());
    slots
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
    fn the_same_twice_in_one_report_is_one_slot() {
        assert_eq!(slots(&[0, 0, 1], |_, _| Some(EQUAL)), vec![vec![0, 1, 2]]);
    }
}
