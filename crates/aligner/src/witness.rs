//! What third texts say of a link: two sentences that are both near to one of another text say the
//! same more likely; two that are near to different ones do not.

/// For each link (two sentences by their numbers, and how likely it is that they say the same):
/// in how many texts a sentence is near to both, and in how many each is near to another one.
/// `text_of` gives the text of each sentence, in rising order.
pub fn witnesses(text_of: &[usize], links: &[(usize, usize, f32)]) -> Vec<Witnesses> {
    let near = Near::of(text_of, links);
    links
        .iter()
        .map(|&(a, b, _)| Witnesses::of(near.to(a), near.to(b)))
        .collect()
}

/// A sentence that is near to another one.
#[derive(Debug, Clone, Copy)]
struct Neighbour {
    text: u32,
    sentence: u32,
    likely: f32,
}

/// What is near to each sentence, sorted by text and sentence, one after the other.
struct Near {
    starts: Vec<usize>,
    neighbours: Vec<Neighbour>,
}

impl Near {
    fn of(text_of: &[usize], links: &[(usize, usize, f32)]) -> Self {
        let inside = |at: usize| at < text_of.len();
        let mut ends: Vec<(u32, Neighbour)> = Vec::with_capacity(2 * links.len());
        for &(a, b, likely) in links.iter().filter(|(a, b, _)| inside(*a) && inside(*b)) {
            for (from, to) in [(a, b), (b, a)] {
                let neighbour = Neighbour {
                    text: text_of[to] as u32,
                    sentence: to as u32,
                    likely,
                };
                ends.push((from as u32, neighbour));
            }
        }
        // Texts are in rising order, so the order of sentences is that of texts.
        ends.sort_by_key(|(from, to)| (*from, to.sentence));
        let starts = (0..=text_of.len())
            .map(|at| ends.partition_point(|(from, _)| (*from as usize) < at))
            .collect();
        let neighbours = ends.into_iter().map(|(_, to)| to).collect();
        Self { starts, neighbours }
    }

    fn to(&self, at: usize) -> &[Neighbour] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => self.neighbours.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
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
    fn of(mut a: &[Neighbour], mut b: &[Neighbour]) -> Self {
        let mut all = Self::default();
        while let (Some(one), Some(other)) = (a.first(), b.first()) {
            let (here, there) = (one.text, other.text);
            if here < there {
                a = a.get(1..).unwrap_or_default();
                continue;
            }
            if there < here {
                b = b.get(1..).unwrap_or_default();
                continue;
            }
            let (of_a, of_b);
            (of_a, a) = in_text(a, here);
            (of_b, b) = in_text(b, here);
            let best = |of: &[Neighbour]| of.iter().fold(0.0_f32, |most, n| most.max(n.likely));
            let shared = of_a
                .iter()
                .flat_map(|x| of_b.iter().map(move |y| (x, y)))
                .filter(|(x, y)| x.sentence == y.sentence)
                .fold(0.0_f32, |most, (x, y)| most.max(x.likely.min(y.likely)));
            all.agree += shared;
            all.differ += best(of_a).min(best(of_b)) - shared;
        }
        all
    }
}

/// The first neighbours, as far as they stand in this text, and the others.
fn in_text(neighbours: &[Neighbour], text: u32) -> (&[Neighbour], &[Neighbour]) {
    let count = neighbours.iter().take_while(|near| near.text == text);
    neighbours.split_at(count.count())
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
