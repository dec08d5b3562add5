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

/// For each group the sentences outside it that tell its statement as well, of texts that have no
/// sentence in it. Links do not compete: a sentence that tells two things is near to both.
pub(crate) fn as_well(
    graph: &Graph,
    groups: &[Vec<usize>],
    clauses: &[ClauseLink],
) -> Vec<Vec<usize>> {
    let nearness = Nearness::of(graph, groups, clauses);
    let mut as_well = vec![Vec::new(); groups.len()];
    for &(group, sentence) in nearness.whole.keys() {
        let text = graph.text_of[sentence];
        let members = &groups[group];
        if members.iter().all(|member| graph.text_of[*member] != text)
            && nearness.tells(sentence, group, members.len())
        {
            as_well[group].push(sentence);
        }
    }
    as_well
}

/// How near sentences and their clauses are to groups: the mean likelihood over all members in other
/// texts.
struct Nearness {
    group_of: Vec<usize>,
    /// By group and sentence.
    whole: BTreeMap<(usize, usize), f32>,
    /// By group and sentence, each clause of it with its nearness.
    clauses: BTreeMap<(usize, usize), BTreeMap<usize, f32>>,
}

impl Nearness {
    fn of(graph: &Graph, groups: &[Vec<usize>], links: &[ClauseLink]) -> Self {
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
            sums.values_mut().for_each(|sum| *sum /= others);
        }
        Self {
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

    fn tells(&self, sentence: usize, group: usize, members: usize) -> bool {
        let whole = self.whole.get(&(group, sentence)).copied().unwrap_or(0.0);
        let own = self.clause(sentence, self.group_of[sentence]);
        let in_another = self.clause(sentence, group).is_some_and(|(clause, near)| {
            own.is_none_or(|(of_own, _)| of_own != clause)
                && f32::midpoint(whole, near) >= IN_ANOTHER_CLAUSE
        });
        whole >= AS_WELL || members >= MEMBERS && in_another
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
                (0, 3, 0.05),
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
        assert_eq!(as_well(&graph, &groups, &[]), [vec![], vec![0], vec![]]);
        // Its second clause says what 4 and 5 say; where it is the first, that tells its own statement.
        let link = |clause, whole, likely| ClauseLink {
            part: 0,
            clause,
            whole,
            likely,
        };
        let clauses = [link(0, 1, 0.9), link(1, 4, 0.6), link(1, 5, 0.5)];
        assert_eq!(
            as_well(&graph, &groups, &clauses),
            [vec![], vec![0], vec![0]]
        );
        let clauses = [link(0, 1, 0.9), link(0, 4, 0.6), link(0, 5, 0.5)];
        assert_eq!(
            as_well(&graph, &groups, &clauses),
            [vec![], vec![0], vec![]]
        );
    }
}
