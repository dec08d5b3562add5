//! From letter to letter through all words of a lexicon.

use rustc_hash::FxHashMap;

/// The edges of a tree of words. Node 0 is its root.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Where the edges of each node begin, and the end.
    starts: Vec<u32>,
    /// Sorted by node and letter.
    edges: Vec<(char, u32)>,
    /// Where the letters of most alphabets lead from the root; 0 is nowhere.
    first: Vec<u32>,
    /// Where the others lead.
    rare: FxHashMap<char, u32>,
    /// A bit for the first three letters of every word that begins in ASCII, by their last five
    /// bits, which are the same in capitals.
    openings: Vec<u64>,
}

/// Letters below this stand in a table: Latin to Arabic.
const TABLE: usize = 0x700;

/// So many letters tell most words from all of the tree.
const OPENING: usize = 3;

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
        let mut first = vec![0; TABLE];
        let mut rare = FxHashMap::default();
        for &((from, letter), to) in &sorted {
            match first.get_mut(letter as usize) {
                _ if from > 0 => break,
                Some(slot) => *slot = to,
                None => {
                    rare.insert(letter, to);
                }
            }
        }
        Self {
            starts,
            edges: sorted.into_iter().map(|((_, c), to)| (c, to)).collect(),
            first,
            rare,
            openings: vec![0; 1 << (5 * OPENING - 6)],
        }
    }

    /// Notes how a folded word opens.
    pub fn note(&mut self, word: impl Iterator<Item = char>) {
        // A space may be any white space, and several: what follows is left open.
        let letters: Vec<char> = word.take(OPENING).take_while(|c| *c != ' ').collect();
        if !letters.iter().all(char::is_ascii) {
            return;
        }
        let known = letters.iter().zip([0, 5, 10]);
        let known = known.fold(0, |place, (c, shift)| place | (*c as usize & 31) << shift);
        for open in 0..1 << (5 * (OPENING - letters.len())) {
            let place = known | open << (5 * letters.len());
            if let Some(word) = self.openings.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
    }

    /// Whether a word may stand at the start of `text`: of most texts it is known at once that
    /// none does.
    #[inline]
    pub fn may_open(&self, text: &str) -> bool {
        let &[a, b, c, ..] = text.as_bytes() else {
            return true;
        };
        if !(a | b | c).is_ascii() {
            return true;
        }
        let bits = |byte: u8| usize::from(byte & 31);
        let place = bits(a) | bits(b) << 5 | bits(c) << 10;
        self.openings
            .get(place / 64)
            .is_none_or(|word| word >> (place % 64) & 1 == 1)
    }

    /// The node behind a letter.
    #[inline]
    pub fn step(&self, node: u32, letter: char) -> Option<u32> {
        if node == 0 {
            return match self.first.get(letter as usize) {
                Some(to) => (*to > 0).then_some(*to),
                None => self.rare.get(&letter).copied(),
            };
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
