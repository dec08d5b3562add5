//! Sentences that tell the statement of another group as well: a sentence may tell two facts that
//! others tell in two sentences.

use crate::cluster::Graph;
use std::collections::BTreeMap;

/// How likely it is that a clause of one sentence says what a sentence of another text says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ClauseLink {
    /// The sentence that has the clause.
    pub part: usize,
    /// The clause, by its number in its text.
    pub clause: usize,
    /// The sentence of the other text.
    pub whole: usize,
    /// 0 to 1.
    pub likely: f32,
}

/// A sentence tells another statement as well where it is so likely, on average over all members,
/// that it says the same. On the project's events, from .6 to .8 the F1 of links changes by a tenth
/// of a point; below, precision of findings falls.
const AS_WELL: f32 = 0.6;

/// The same where it is another clause of the sentence that tells the statement in which it stands,
/// of the mean of what the whole sentence and this clause have. From .3 to .4 the F1 of links
/// changes by a tenth of a point.
const IN_ANOTHER_CLAUSE: f32 = 0.35;

/// So many sentences must make a statement before a clause is found in it: what one sentence says
/// beside the point would count.
const MEMBERS: usize = 2;

/// Whoever is less near to a statement than this is not asked whether it tells it: of the project's
/// events, two of a hundred such do.
const NEAR: f32 = 0.05;

/// How near sentences and their clauses are to groups: the mean likelihood over all members in other
/// texts.
pub(crate) struct Nearness<'a> {
    graph: &'a Graph,
    groups: &'a [Vec<usize>],
    group_of: Vec<usize>,
    /// By group and sentence.
    whole: BTreeMap<(usize, usize), f32>,
    /// By group and sentence, each clause of it with its nearness.
    clauses: BTreeMap<(usize, usize), BTreeMap<usize, f32>>,
}

impl<'a> Nearness<'a> {
    pub(crate) fn of(graph: &'a Graph, groups: &'a [Vec<usize>], links: &[ClauseLink]) -> Self {
        let group_of = graph.group_of(groups);
        let others = |group: usize, sentence: usize| {
            let text = graph.text_of[sentence];
            let members = groups[group].iter();
            members
                .filter(|member| graph.text_of[**member] != text)
                .count() as f32
        };
        let mut whole: BTreeMap<(usize, usize), f32> = BTreeMap::new();
        for &(a, b, likely) in &graph.links {
            for (sentence, member) in [(a, b), (b, a)] {
                *whole.entry((group_of[member], sentence)).or_default() += likely;
            }
        }
        let mut clauses: BTreeMap<(usize, usize), BTreeMap<usize, f32>> = BTreeMap::new();
        for link in links {
            let at = (group_of[link.whole], link.part);
            *clauses
                .entry(at)
                .or_default()
                .entry(link.clause)
                .or_default() += link.likely;
            whole.entry(at).or_default();
        }
        for (&(group, sentence), sum) in &mut whole {
            *sum /= others(group, sentence);
        }
        for (&(group, sentence), sums) in &mut clauses {
            let others = others(group, sentence);
            for sum in sums.values_mut() {
                *sum /= others;
            }
        }
        Self {
            graph,
            groups,
            group_of,
            whole,
            clauses,
        }
    }

    /// The clause of a sentence that is nearest to a group, of equals the first.
    fn clause(&self, sentence: usize, group: usize) -> Option<(usize, f32)> {
        let clauses = self.clauses.get(&(group, sentence))?.iter();
        clauses
            .map(|(clause, near)| (*clause, *near))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    /// How near a sentence is to a group as a whole, and with the clause that is nearest to it, where
    /// that is another than tells the group in which the sentence stands.
    fn to(&self, sentence: usize, group: usize) -> (f32, Option<f32>) {
        let whole = self.whole.get(&(group, sentence)).copied().unwrap_or(0.0);
        let own = self.clause(sentence, self.group_of[sentence]);
        let another = self
            .clause(sentence, group)
            .filter(|(clause, _)| own.is_none_or(|(of_own, _)| of_own != *clause));
        (whole, another.map(|(_, near)| f32::midpoint(whole, near)))
    }

    fn tells(&self, sentence: usize, group: usize) -> bool {
        let (whole, in_another) = self.to(sentence, group);
        let members = self.groups[group].len();
        whole >= AS_WELL
            || members >= MEMBERS && in_another.is_some_and(|near| near >= IN_ANOTHER_CLAUSE)
    }

    /// The sentences near each group that stand outside it, of texts that have none in it.
    fn outside(&self) -> impl Iterator<Item = (usize, usize)> {
        let text_of = &self.graph.text_of;
        self.whole.keys().copied().filter(|&(group, sentence)| {
            let mut members = self.groups[group].iter();
            members.all(|member| text_of[*member] != text_of[sentence])
        })
    }

    /// For each group the sentences outside it that tell its statement as well, of texts that have no
    /// sentence in it. Links do not compete: a sentence that tells two things is near to both.
    pub(crate) fn as_well(&self) -> Vec<Vec<usize>> {
        let mut as_well = vec![Vec::new(); self.groups.len()];
        for (group, sentence) in self.outside() {
            if self.tells(sentence, group) {
                as_well[group].push(sentence);
            }
        }
        as_well
    }

    /// For each group, of each text that does not tell its statement, the sentence that comes nearest
    /// to telling it and how likely it does: of equals the first.
    pub(crate) fn nearest(&self, as_well: &[Vec<usize>]) -> Vec<Vec<(usize, f32)>> {
        let text_of = &self.graph.text_of;
        let mut nearest: Vec<Vec<(usize, f32)>> = vec![Vec::new(); self.groups.len()];
        for (group, sentence) in self.outside() {
            let mut tellers = as_well[group].iter();
            if tellers.any(|teller| text_of[*teller] == text_of[sentence]) {
                continue;
            }
            let (whole, in_another) = self.to(sentence, group);
            let likely = in_another.map_or(whole, |near| near.max(whole));
            // Sentences come in their order, those of one text together.
            match nearest[group].last_mut() {
                Some(best) if text_of[best.0] == text_of[sentence] => {
                    if likely > best.1 {
                        *best = (sentence, likely);
                    }
                }
                _ => nearest[group].push((sentence, likely)),
            }
        }
        for of_group in &mut nearest {
            of_group.retain(|(_, likely)| *likely >= NEAR);
        }
        nearest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_tells_two_things_tells_the_second_as_well() {
        // Texts: sentence 0; 1 and 2; 3 and 4. The first says what 1 says, and what 2 and 3 say.
        let graph = Graph {
            text_of: vec![0, 1, 1, 2, 2, 3],
            links: vec![
                (0, 1, 0.9),
                (0, 2, 0.97),
                (0, 3, 0.25),
                (2, 3, 0.9),
                (0, 4, 0.4),
                (1, 3, 0.9),
                (0, 5, 0.3),
                (4, 5, 0.9),
            ],
            ..Graph::default()
        };
        let groups = [vec![0, 1], vec![2, 3], vec![4, 5]];
        // Another sentence of text 1 is in the second group already.
        assert_eq!(
            Nearness::of(&graph, &groups, &[]).as_well(),
            [vec![], vec![0], vec![]]
        );
        // Its second clause says what 4 and 5 say; where it is the first, that tells its own statement.
        let link = |clause, whole, likely| ClauseLink {
            part: 0,
            clause,
            whole,
            likely,
        };
        let clauses = [link(0, 1, 0.9), link(1, 4, 0.6), link(1, 5, 0.5)];
        assert_eq!(
            Nearness::of(&graph, &groups, &clauses).as_well(),
            [vec![], vec![0], vec![0]]
        );
        let clauses = [link(0, 1, 0.9), link(0, 4, 0.6), link(0, 5, 0.5)];
        assert_eq!(
            Nearness::of(&graph, &groups, &clauses).as_well(),
            [vec![], vec![0], vec![]]
        );
    }

    #[test]
    fn a_text_that_does_not_tell_a_statement_has_a_nearest_sentence() {
        // Texts: 0; 1 and 2; 3. The second sentence of text 1 comes nearest to the first group.
        let graph = Graph {
            text_of: vec![0, 1, 1, 2],
            links: vec![(0, 3, 0.9), (1, 3, 0.2), (0, 2, 0.5), (2, 3, 0.3)],
            ..Graph::default()
        };
        let groups = [vec![0, 3], vec![1], vec![2]];
        let nearness = Nearness::of(&graph, &groups, &[]);
        let as_well = nearness.as_well();
        assert!(as_well.iter().all(Vec::is_empty));
        let nearest = nearness.nearest(&as_well);
        assert_eq!(nearest[0], [(2, 0.4)]);
        // What is not near at all is not named.
        assert_eq!(nearest[1], [(3, 0.2)]);
    }
}
