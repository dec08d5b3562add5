//! Words and phrases with a value, found by longest match over folded tokens.

use super::digits::Separators;
use super::tokens::Tokens;
use rustc_hash::FxHashMap;
use segmenter::Span;

/// Words and phrases, each with a value.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// Folded tokens joined by a space.
    whole: FxHashMap<Box<str>, T>,
    /// Beginnings of words, of forms that end in `*`.
    stems: FxHashMap<Box<str>, T>,
    /// From a node and the word that follows it to the next node, of phrases of several tokens;
    /// node 0 is the root.
    steps: FxHashMap<(u32, u32), u32>,
    /// What the phrase that leads to each node means, if one does.
    values: Vec<Option<T>>,
    /// The most tokens of a phrase that closes with this one.
    closing: FxHashMap<Box<str>, usize>,
    /// The bit of these phrases among the [`Ends`] of their lexicon.
    bit: u64,
}

/// What a lexicon's lists of phrases know of every word: a bit for each list. A token is looked up
/// here once, and in the lists themselves only then.
#[derive(Debug)]
pub(super) struct Ends {
    words: FxHashMap<Box<str>, Lists>,
    /// By the place of a word's beginning, the lists that have a stem which begins so.
    stems: [u64; PLACES],
    lists: u32,
    /// How many words of phrases have a number.
    numbered: u32,
}

/// Of one word, the lists with a phrase that opens with it, with one that closes with it, with one
/// of several words that opens with it, and with a stem that may open it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Lists {
    pub opens: u64,
    pub closes: u64,
    pub goes_on: u64,
    pub stems: u64,
    /// Its number among the words of phrases of several; 0 where it is in none.
    number: u32,
}

impl Default for Ends {
    fn default() -> Self {
        Self {
            words: FxHashMap::default(),
            stems: [0; PLACES],
            lists: 0,
            numbered: 0,
        }
    }
}

impl Ends {
    /// What the lists know of a folded token.
    #[inline]
    pub fn of(&self, word: &str) -> Lists {
        if word.is_empty() {
            return Lists::default();
        }
        let mut lists = self.words.get(word).copied().unwrap_or_default();
        lists.stems = self.stems.get(sieved(word)).copied().unwrap_or_default();
        lists
    }

    /// The number of a word of a phrase.
    fn number(&mut self, word: &str) -> u32 {
        let lists = self.words.entry(word.into()).or_default();
        if lists.number == 0 {
            self.numbered += 1;
            lists.number = self.numbered;
        }
        lists.number
    }
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            whole: FxHashMap::default(),
            stems: FxHashMap::default(),
            steps: FxHashMap::default(),
            values: Vec::new(),
            closing: FxHashMap::default(),
            bit: 0,
        }
    }
}

/// The shortest stem: shorter ones would catch half the language.
const SHORTEST_STEM: usize = 2;

impl<T: Copy> Phrases<T> {
    /// Adds a form; the first entry of a form stays.
    pub fn add(&mut self, form: &str, value: T) {
        let mut tokens = Tokens::default();
        let stem = form.strip_suffix('*');
        let form = stem.unwrap_or(form);
        let separators = Separators {
            decimal: '.',
            space: false,
            doubtful: None,
        };
        tokens.fill(
            form,
            Span::new(0, form.len()),
            &separators,
            &Ends::default(),
        );
        let parts: Vec<&str> = (0..tokens.len())
            .filter(|&at| !is_glue(&tokens, at) || tokens.len() == 1)
            .map(|at| tokens.folded(at))
            .collect();
        let Some(last) = parts.last() else { return };
        let key = parts.join(" ").into_boxed_str();
        if stem.is_some() {
            self.stems.entry(key).or_insert(value);
            return;
        }
        let closing = self.closing.entry((*last).into()).or_default();
        *closing = parts.len().max(*closing);
        self.whole.entry(key).or_insert(value);
    }

    /// Enters the phrases among the ends of their lexicon, without which none is found.
    pub fn enlist(&mut self, ends: &mut Ends) {
        self.bit = 1 << ends.lists;
        ends.lists += 1;
        self.values.push(None);
        let mut phrases: Vec<(&str, T)> = self.whole.iter().map(|(k, v)| (&**k, *v)).collect();
        // Numbers and nodes are the same in every run.
        phrases.sort_unstable_by_key(|(phrase, _)| *phrase);
        for (phrase, value) in phrases {
            let mut words = phrase.split(' ');
            let (first, last) = (words.next(), phrase.rsplit(' ').next());
            let (Some(first), Some(last)) = (first, last) else {
                continue;
            };
            ends.words.entry(last.into()).or_default().closes |= self.bit;
            let opening = ends.words.entry(first.into()).or_default();
            opening.opens |= self.bit;
            if first.len() == phrase.len() {
                continue;
            }
            opening.goes_on |= self.bit;
            let mut node = 0;
            for word in phrase.split(' ') {
                let next = self.values.len() as u32;
                node = *self.steps.entry((node, ends.number(word))).or_insert(next);
                if node == next {
                    self.values.push(None);
                }
            }
            if let Some(slot) = self.values.get_mut(node as usize) {
                *slot = Some(value);
            }
        }
        let mut stems: Vec<&str> = self.stems.keys().map(|stem| &**stem).collect();
        stems.sort_unstable();
        for stem in stems {
            if let Some(lists) = ends.stems.get_mut(sieved(stem)) {
                *lists |= self.bit;
            }
        }
    }

    /// Whether there is no phrase.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.stems.is_empty()
    }

    /// The value of one folded word.
    pub fn word(&self, word: &str) -> Option<T> {
        self.whole.get(word).copied()
    }

    /// The longest phrase that starts at token `at`: the token after it and its value.
    #[inline]
    pub fn starting(&self, tokens: &Tokens, at: usize) -> Option<(usize, T)> {
        if self.may_start(tokens, at) {
            self.longest_starting(tokens, at)
        } else {
            None
        }
    }

    /// Whether a phrase may start at token `at`: of most tokens it is known at once that none does.
    #[inline]
    pub fn may_start(&self, tokens: &Tokens, at: usize) -> bool {
        let lists = tokens.lists(at);
        (lists.opens | lists.stems) & self.bit != 0
    }

    fn longest_starting(&self, tokens: &Tokens, at: usize) -> Option<(usize, T)> {
        let mut longest = None;
        self.each(tokens, at, |end, value| longest = Some((end, value)));
        longest.or_else(|| Some((at + 1, self.stem_of(tokens, at)?)))
    }

    /// The longest phrase that starts at token `at` and that `wanted` takes.
    pub fn starting_where(
        &self,
        tokens: &Tokens,
        at: usize,
        wanted: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, T)> {
        let mut longest = None;
        self.each(tokens, at, |end, value| {
            if wanted(end, &value) {
                longest = Some((end, value));
            }
        });
        longest
    }

    /// The longest phrase that ends before token `end`: its first token and its value.
    #[inline]
    pub fn ending(&self, tokens: &Tokens, end: usize) -> Option<(usize, T)> {
        let last = end.checked_sub(1)?;
        let lists = tokens.lists(last);
        if (lists.closes | lists.stems) & self.bit != 0 {
            self.longest_ending(tokens, end, last)
        } else {
            None
        }
    }

    fn longest_ending(&self, tokens: &Tokens, end: usize, last: usize) -> Option<(usize, T)> {
        let most = if tokens.lists(last).closes & self.bit != 0 {
            self.closing.get(tokens.folded(last)).copied().unwrap_or(0)
        } else {
            0
        };
        // Glue between the tokens of a phrase takes room too.
        let reach = (most * 2).min(end);
        let phrase = (end - reach..end).find_map(|at| {
            let mut found = None;
            self.each(tokens, at, |stop, value| {
                if stop == end {
                    found = found.or(Some(value));
                }
            });
            Some((at, found?))
        });
        phrase.or_else(|| Some((last, self.stem_of(tokens, last)?)))
    }

    /// Gives the end and value of all phrases that start at token `at`, the shortest first.
    #[inline]
    fn each(&self, tokens: &Tokens, at: usize, mut give: impl FnMut(usize, T)) {
        let lists = tokens.lists(at);
        if lists.opens & self.bit == 0 {
            return;
        }
        if let Some(value) = self.word(tokens.folded(at)) {
            give(at + 1, value);
        }
        if lists.goes_on & self.bit == 0 {
            return;
        }
        let mut next = at + 1;
        let mut node = self.steps.get(&(0, lists.number)).copied();
        while let Some(from) = node {
            while is_glue(tokens, next) {
                next += 1;
            }
            let number = tokens.lists(next).number;
            if number == 0 || is_apart(tokens, next) {
                return;
            }
            next += 1;
            node = self.steps.get(&(from, number)).copied();
            if let Some(value) = node.and_then(|node| *self.values.get(node as usize)?) {
                give(next, value);
            }
        }
    }

    /// The value of the longest stem of the word that token `at` is.
    fn stem_of(&self, tokens: &Tokens, at: usize) -> Option<T> {
        if tokens.lists(at).stems & self.bit == 0 || !tokens.is_word(at) {
            return None;
        }
        let word = tokens.folded(at);
        (SHORTEST_STEM..=word.len())
            .rev()
            .find_map(|at| self.stems.get(word.get(..at)?).copied())
    }
}

/// How many places beginnings of words have.
pub(super) const PLACES: usize = 256;

/// The place of a word among those of one beginning.
#[inline]
pub(super) fn sieved(word: &str) -> usize {
    let byte = |at: usize| word.as_bytes().get(at).copied().unwrap_or(0);
    usize::from(byte(0).wrapping_mul(37).wrapping_add(byte(1)))
}

/// Whether a token set apart belongs to no phrase with what stands before it: "5 km 2 hours" holds
/// no "km2", and neither "a $5 bill" nor "Malta's $5 bill" has an "A$" or "S$" ("C $6" and "hk $6"
/// are some).
fn is_apart(tokens: &Tokens, at: usize) -> bool {
    let possessor =
        |before: usize| (before.checked_sub(1)).is_some_and(|mark| tokens.is_mark(mark, "'"));
    let small = |before: usize| {
        tokens.get(before).is_some_and(|token| !token.capital)
            && (tokens.folded(before) == "a" || possessor(before))
    };
    !tokens.attached(at)
        && (tokens.literal(at).is_some()
            || tokens.is_mark(at, "$") && at.checked_sub(1).is_some_and(small))
}

/// A hyphen or dot inside a phrase ("vingt-cinq", "sq. km") is no token of it.
fn is_glue(tokens: &Tokens, at: usize) -> bool {
    tokens.attached(at) && (tokens.is_mark(at, "-") || tokens.is_mark(at, "."))
}
