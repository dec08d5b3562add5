//! An epoch: which pairs of sentences are met, in which order.

use super::corpus::Parallel;
use super::random::Random;
use std::collections::BTreeMap;

/// One source's part of an epoch.
pub struct Set {
    pub groups: Vec<Parallel>,
    pub passes: f64,
    pub crossed: f64,
    pub block: usize,
}

/// Pairs of one source and one pair of languages, trained together: each pair's translation is
/// sought among those of all the others.
pub struct Batch {
    /// The number of the source.
    pub set: usize,
    pub pairs: Vec<Pair>,
}

/// A sentence and its translation.
pub type Pair = (u32, u32);

/// Smaller remainders are left out: they have too few negatives to teach anything.
const SMALLEST: usize = 24;

/// Draws the batches of an epoch.
pub fn epoch(sets: &[Set], size: usize, random: &mut Random) -> Vec<Batch> {
    let mut batches = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        let mut lists: BTreeMap<(u8, u8), Vec<Vec<Pair>>> = BTreeMap::new();
        let pivot = pivot(&set.groups);
        let mut left = set.passes;
        while left > 0.0 {
            for block in set.groups.chunks(set.block) {
                if random.unit() < left {
                    draw(block, pivot, set.crossed, random, &mut lists);
                }
            }
            left -= 1.0;
        }
        for mut blocks in lists.into_values() {
            random.shuffle(&mut blocks);
            let pairs = blocks.concat();
            batches.extend(
                pairs
                    .chunks(size)
                    .filter(|pairs| pairs.len() >= SMALLEST.min(size))
                    .map(|pairs| Batch {
                        set: number,
                        pairs: pairs.to_vec(),
                    }),
            );
        }
    }
    random.shuffle(&mut batches);
    batches
}

/// The language that most groups have.
fn pivot(groups: &[Parallel]) -> u8 {
    let mut counts = [0_usize; 256];
    for (language, _) in groups.iter().flatten() {
        counts[*language as usize] += 1;
    }
    (0..=255)
        .max_by_key(|l| (counts[*l as usize], std::cmp::Reverse(*l)))
        .unwrap_or(0)
}

/// Draws the pairs of neighbouring groups: all with the pivot, some without.
fn draw(
    block: &[Parallel],
    pivot: u8,
    crossed: f64,
    random: &mut Random,
    lists: &mut BTreeMap<(u8, u8), Vec<Vec<Pair>>>,
) {
    let mut languages: Vec<u8> = block.iter().flatten().map(|(l, _)| *l).collect();
    languages.sort_unstable();
    languages.dedup();
    let mut pairs: Vec<(u8, u8)> = Vec::new();
    let others: Vec<u8> = languages.iter().copied().filter(|l| *l != pivot).collect();
    if others.len() < languages.len() {
        pairs.extend(others.iter().map(|l| (pivot, *l)));
    } else {
        // Without the pivot every language meets its neighbour.
        pairs.extend(others.windows(2).map(|two| (two[0], two[1])));
    }
    if others.len() >= 2 {
        let wanted = others.len() as f64 * crossed;
        let wanted = wanted.floor() + f64::from(u8::from(random.unit() < wanted.fract()));
        for _ in 0..wanted as usize {
            let a = others[random.below(others.len())];
            let b = others[random.below(others.len())];
            if a != b {
                pairs.push((a.min(b), a.max(b)));
            }
        }
    }
    for (a, b) in pairs {
        let found: Vec<Pair> = block
            .iter()
            .filter_map(|group| {
                let left = alternative(group, a, random)?;
                let right = alternative(group, b, random)?;
                // The same string teaches nothing.
                (left != right).then_some((left, right))
            })
            .collect();
        if !found.is_empty() {
            lists.entry((a, b)).or_default().push(found);
        }
    }
}

fn alternative(group: &Parallel, language: u8, random: &mut Random) -> Option<u32> {
    let (_, texts) = group.iter().find(|(l, _)| *l == language)?;
    texts.get(random.below(texts.len())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups of three languages; the second has two alternatives.
    fn set(passes: f64, crossed: f64) -> Set {
        let groups = (0..60)
            .map(|i| {
                vec![
                    (0, vec![4 * i]),
                    (1, vec![4 * i + 1, 4 * i + 2]),
                    (2, vec![4 * i + 3]),
                ]
            })
            .collect();
        Set {
            groups,
            passes,
            crossed,
            block: 4,
        }
    }

    #[test]
    fn an_epoch_meets_every_pair_with_the_pivot() {
        let batches = epoch(&[set(2.0, 0.0)], 30, &mut Random::new(1));
        let pairs: usize = batches.iter().map(|b| b.pairs.len()).sum();
        assert_eq!(pairs, 2 * 2 * 60);
        for (a, b) in batches.iter().flat_map(|b| &b.pairs) {
            assert_eq!(a / 4, b / 4, "of one group");
            assert_eq!(a % 4, 0, "the pivot first");
        }
    }

    #[test]
    fn pairs_without_the_pivot_are_drawn_and_a_seed_repeats_itself() {
        let draw = |seed| epoch(&[set(3.0, 1.0)], 30, &mut Random::new(seed));
        let crossed = |batches: &[Batch]| {
            let pairs = batches.iter().flat_map(|b| &b.pairs);
            pairs.filter(|(a, _)| a % 4 != 0).count()
        };
        assert!(crossed(&draw(1)) > 60);
        let all = |seed| {
            draw(seed)
                .into_iter()
                .flat_map(|b| b.pairs)
                .collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1));
        assert_ne!(all(1), all(2));
    }
}
