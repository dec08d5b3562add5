//! From letter to letter through all words of a lexicon.

use rustc_hash::FxHashMap;

/// The edges of a tree of words. Node 0 is its root.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Where the edges of each node begin, and the end.
    starts: Vec<u32>,
    /// Sorted by node and letter.
    edges: Vec<(char, u32)>,
    /// Where ASCII letters lead from the root, from which most words go nowhere; 0 is nowhere.
    first: Vec<u32>,
}

/// A node with more edges is searched by halves.
const FEW: usize = 8;

impl Trie {
    /// The tree of so many nodes, of its edges by node and letter.
    pub fn of(nodes: usize, edges: FxHashMap<(u32, char), u32>) -> Self {
        let mut sorted: Vec<((u32, char), u32)> = edges.into_iter().collect();
        sorted.sort_unstable();
        let starts = (0..=nodes as u32)
            .map(|node| sorted.partition_point(|((from, _), _)| *from < node) as u32)
            .collect();
        let mut first = vec![0; 128];
        for ((from, letter), to) in &sorted {
            if let (0, Some(slot)) = (from, first.get_mut(*letter as usize)) {
                *slot = *to;
            }
        }
        Self {
            starts,
            edges: sorted.into_iter().map(|((_, c), to)| (c, to)).collect(),
            first,
        }
    }

    /// The node behind a letter.
    #[inline]
    pub fn step(&self, node: u32, letter: char) -> Option<u32> {
        if node == 0
            && let Some(to) = self.first.get(letter as usize)
        {
            return (*to > 0).then_some(*to);
        }
        let from = *self.starts.get(node as usize)? as usize;
        let to = *self.starts.get(node as usize + 1)? as usize;
        let edges = self.edges.get(from..to)?;
        if edges.len() > FEW {
            let at = edges.binary_search_by_key(&letter, |(c, _)| *c).ok()?;
            return edges.get(at).map(|(_, to)| *to);
        }
        edges.iter().find(|(c, _)| *c == letter).map(|(_, to)| *to)
    }
}
