//! What third texts say of a link: two sentences that are both near to one of another text say the
//! same more likely; two that are near to different ones do not.

/// For each link (two sentences by their numbers, and how likely it is that they say the same):
/// in how many texts a sentence is near to both, and in how many each is near to another one.
/// `text_of` gives the text of each sentence, in rising order.
pub fn witnesses(text_of: &[usize], links: &[(usize, usize, f32)]) -> Vec<Witnesses> {
    let mut near: Vec<Vec<(usize, f32)>> = vec![Vec::new(); text_of.len()];
    for &(a, b, likely) in links {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(near) = near.get_mut(from) {
                near.push((to, likely));
            }
        }
    }
    for near in &mut near {
        near.sort_unstable_by_key(|(to, _)| *to);
    }
    links
        .iter()
        .map(|&(a, b, _)| match (near.get(a), near.get(b)) {
            (Some(of_a), Some(of_b)) => Witnesses::of(of_a, of_b, text_of),
            _ => Witnesses::default(),
        })
        .collect()
}

/// What third texts say of one link, each text counted by how likely it is to say so.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Witnesses {
    /// Texts with a sentence that is near to both.
    pub agree: f32,
    /// Texts with one sentence that is near to the one, and another that is near to the other.
    pub differ: f32,
}

impl Witnesses {
    fn of(a: &[(usize, f32)], b: &[(usize, f32)], text_of: &[usize]) -> Self {
        let text = |near: &(usize, f32)| text_of.get(near.0).copied().unwrap_or(usize::MAX);
        let mut all = Self::default();
        let mut rest = b;
        for of_a in a.chunk_by(|x, y| text(x) == text(y)) {
            let Some(here) = of_a.first().map(text) else {
                continue;
            };
            rest = rest
                .get(rest.partition_point(|near| text(near) < here)..)
                .unwrap_or_default();
            let of_b = rest
                .get(..rest.partition_point(|near| text(near) == here))
                .unwrap_or_default();
            if of_b.is_empty() {
                continue;
            }
            let best = |of: &[(usize, f32)]| of.iter().fold(0.0_f32, |most, near| most.max(near.1));
            let shared = of_a
                .iter()
                .flat_map(|x| of_b.iter().map(move |y| (x, y)))
                .filter(|(x, y)| x.0 == y.0)
                .fold(0.0_f32, |most, (x, y)| most.max(x.1.min(y.1)));
            all.agree += shared;
            all.differ += best(of_a).min(best(of_b)) - shared;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_text_vouches_or_objects() {
        // Texts: sentences 0 and 1; 2; 3 and 4.
        let text_of = [0, 0, 1, 2, 2];
        let links = [
            (0, 2, 0.4),
            (1, 2, 0.3),
            (0, 3, 0.9),
            (2, 3, 0.8),
            (1, 4, 0.7),
        ];
        let found = witnesses(&text_of, &links);
        assert_eq!(
            found[0],
            Witnesses {
                agree: 0.8,
                differ: 0.0
            }
        );
        assert_eq!(
            found[1],
            Witnesses {
                agree: 0.0,
                differ: 0.7
            }
        );
        assert_eq!(found[4], Witnesses::default());
    }
}
