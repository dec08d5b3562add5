//! Whether sentences that may say the same stand in company: writers who follow one source, and
//! translators, tell several sentences on end alike.

use rustc_hash::FxHashMap;

/// How much a link counts that stands so many sentences further on, on the left and on the right:
/// the next ones of both sides most, those beyond an added sentence less.
const STEPS: [(usize, usize, f32); 4] = [(1, 1, 1.0), (1, 2, 0.9), (2, 1, 0.9), (2, 2, 0.8)];

/// For each pair of sentences, by place and probability, how likely it is that the sentences
/// before and after them say the same as well, 0 to 1.
pub fn company(pairs: &[(usize, usize, f32)]) -> Vec<f32> {
    let known: FxHashMap<(usize, usize), f32> = pairs
        .iter()
        .map(|&(a, b, likely)| ((a, b), likely))
        .collect();
    let at = |place: Option<(usize, usize)>| {
        place
            .and_then(|place| known.get(&place).copied())
            .unwrap_or(0.0)
    };
    let near = |step: fn(usize, usize) -> Option<usize>, left: usize, right: usize| {
        STEPS.iter().fold(0.0_f32, |most, &(rows, columns, worth)| {
            most.max(worth * at(step(left, rows).zip(step(right, columns))))
        })
    };
    pairs
        .iter()
        .map(|&(left, right, _)| {
            let before = near(usize::checked_sub, left, right);
            let after = near(usize::checked_add, left, right);
            // At the head of a text nothing can stand before.
            let before = if left == 0 || right == 0 {
                after.max(0.3)
            } else {
                before
            };
            f32::midpoint(before, after)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_on_both_sides_are_company() {
        let pairs = [(0, 3, 0.9), (1, 4, 0.4), (2, 5, 0.8), (7, 1, 0.4)];
        let company = company(&pairs);
        assert!(company[1] > 0.8);
        assert!(company[3] < 0.01);
    }
}
