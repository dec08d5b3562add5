//! Sentences that find a better statement once all statements stand. Average link joins the surest
//! pairs first, and what was joined early stays, also where most of a later group is nearer.
//!
//! Each sentence goes where its links, less what two sentences of one statement have at least, sum
//! up to the most: the local moves of correlation clustering (Elsner and Schudy 2009, "Bounding and
//! Comparing Methods for Correlation Clustering Beyond ILP").

use crate::cluster::{Graph, TOGETHER};

/// Most moves are made in the first round; later ones may go back and forth.
const ROUNDS: usize = 10;

/// A move must be worth this much: equals stay.
const WORTH: f32 = 0.01;

/// Moves sentences between the groups, where all were compared with all. Groups and their members
/// come sorted; members stay so, and no group is left empty.
pub(crate) fn settle(graph: &Graph, groups: &mut Vec<Vec<usize>>) {
    let near = near(graph);
    let mut group_of = graph.group_of(groups);
    for _ in 0..ROUNDS {
        let mut moved = false;
        for (sentence, near) in near.iter().enumerate() {
            let here = group_of[sentence];
            let mut sums: Vec<(usize, f32)> = vec![(here, 0.0)];
            sums.extend(
                near.iter()
                    .map(|(other, likely)| (group_of[*other], *likely)),
            );
            sums.sort_by_key(|(group, _)| *group);
            sums.dedup_by(|next, sum| {
                let same = next.0 == sum.0;
                if same {
                    sum.1 += next.1;
                }
                same
            });
            let mut best = (groups.len(), 0.0);
            let mut now = 0.0;
            for (group, sum) in sums {
                let (own, others) = of_text(graph, &groups[group], sentence);
                let worth = sum - TOGETHER * others as f32;
                let sibling = |own: &usize| {
                    graph
                        .siblings
                        .contains(&(sentence.min(*own), sentence.max(*own)))
                };
                if group == here {
                    now = worth;
                } else if worth > best.1 && own.iter().all(sibling) {
                    best = (group, worth);
                }
            }
            if best.1 < now + WORTH {
                continue;
            }
            groups[here].retain(|member| *member != sentence);
            if best.0 == groups.len() {
                groups.push(Vec::new());
            }
            let there = &mut groups[best.0];
            there.insert(there.partition_point(|member| *member < sentence), sentence);
            group_of[sentence] = best.0;
            moved = true;
        }
        if !moved {
            break;
        }
    }
    groups.retain(|members| !members.is_empty());
}

/// What each sentence is linked to.
fn near(graph: &Graph) -> Vec<Vec<(usize, f32)>> {
    let mut near = vec![Vec::new(); graph.text_of.len()];
    for &(a, b, likely) in &graph.links {
        near[a].push((b, likely));
        near[b].push((a, likely));
    }
    near
}

/// The members of a group that stand in the text of a sentence, and how many others it has.
fn of_text<'a>(graph: &Graph, members: &'a [usize], sentence: usize) -> (&'a [usize], usize) {
    let text = graph.text_of[sentence];
    let from = members.partition_point(|member| graph.text_of[*member] < text);
    let to = members.partition_point(|member| graph.text_of[*member] <= text);
    (&members[from..to], members.len() - (to - from))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four texts: sentences 0, 1; 2; 3; 4, 5.
    fn graph(links: &[(usize, usize, f32)]) -> Graph {
        Graph {
            text_of: vec![0, 0, 1, 2, 3, 3],
            links: links.to_vec(),
            ..Graph::default()
        }
    }

    #[test]
    fn a_sentence_goes_where_most_is_near_to_it() {
        let graph = graph(&[(1, 2, 0.6), (1, 3, 0.5), (1, 4, 0.5), (3, 4, 0.9)]);
        let mut groups = vec![vec![0], vec![1, 2], vec![3, 4], vec![5]];
        settle(&graph, &mut groups);
        assert_eq!(groups, [vec![0], vec![2], vec![1, 3, 4], vec![5]]);
    }

    #[test]
    fn two_sentences_of_one_text_do_not_meet_unless_they_are_siblings() {
        let mut graph = graph(&[(0, 2, 0.9), (1, 2, 0.9), (1, 3, 0.4)]);
        let groups = vec![vec![0, 2], vec![1, 3], vec![4], vec![5]];
        let mut settled = groups.clone();
        settle(&graph, &mut settled);
        assert_eq!(settled, groups);
        graph.siblings.insert((0, 1));
        settle(&graph, &mut settled);
        assert_eq!(settled, [vec![0, 1, 2], vec![3], vec![4], vec![5]]);
    }

    #[test]
    fn what_is_near_to_nothing_stands_alone() {
        let graph = graph(&[(2, 3, 0.9), (2, 4, 0.36), (3, 4, 0.0)]);
        let mut groups = vec![vec![0], vec![1], vec![2, 3, 4], vec![5]];
        settle(&graph, &mut groups);
        assert_eq!(groups, [vec![0], vec![1], vec![2, 3], vec![5], vec![4]]);
    }
}
