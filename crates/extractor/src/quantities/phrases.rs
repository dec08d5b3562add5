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
    /// The most tokens of a phrase that opens with this one.
    longest: FxHashMap<Box<str>, usize>,
    /// The most tokens of a phrase that closes with this one.
    closing: FxHashMap<Box<str>, usize>,
    /// The bit of these phrases among the [`Ends`] of their lexicon.
    bit: u32,
    /// By the first two bytes of a word, whether a stem begins so.
    sieve: [u64; 4],
}

/// Of every word, which of a lexicon's lists of phrases have one that opens or closes with it: a
/// bit for each list. A token is looked up here once, and in the lists themselves only then.
#[derive(Debug, Default)]
pub(super) struct Ends {
    words: FxHashMap<Box<str>, Lists>,
    lists: u32,
}

/// Of one word, the lists with a phrase that opens with it, with one that closes with it, and
/// with one of several words that opens with it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Lists {
    pub opens: u32,
    pub closes: u32,
    pub goes_on: u32,
}

impl Ends {
    /// The lists that know a folded token.
    pub fn of(&self, word: &str) -> Lists {
        if word.is_empty() {
            return Lists::default();
        }
        self.words.get(word).copied().unwrap_or_default()
    }
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            whole: FxHashMap::default(),
            stems: FxHashMap::default(),
            longest: FxHashMap::default(),
            closing: FxHashMap::default(),
            bit: 0,
            sieve: [0; 4],
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
        let Some(first) = parts.first() else { return };
        let key = parts.join(" ").into_boxed_str();
        if stem.is_some() {
            let (word, bit) = sieved(&key);
            self.sieve[word] |= 1 << bit;
            self.stems.entry(key).or_insert(value);
            return;
        }
        let longest = self.longest.entry((*first).into()).or_default();
        *longest = parts.len().max(*longest);
        if let Some(last) = parts.last() {
            let closing = self.closing.entry((*last).into()).or_default();
            *closing = parts.len().max(*closing);
        }
        self.whole.entry(key).or_insert(value);
    }

    /// Enters the phrases among the ends of their lexicon, so that most tokens need no look-up.
    #[allow(
        clippy::iter_over_hash_type,
        reason = "bits are set, in whatever order"
    )]
    pub fn enlist(&mut self, ends: &mut Ends) {
        self.bit = 1 << ends.lists;
        ends.lists += 1;
        for (word, most) in &self.longest {
            let lists = ends.words.entry(word.clone()).or_default();
            lists.opens |= self.bit;
            if *most > 1 {
                lists.goes_on |= self.bit;
            }
        }
        for word in self.closing.keys() {
            ends.words.entry(word.clone()).or_default().closes |= self.bit;
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
        self.is_in(tokens.opens(at)) || !self.stems.is_empty()
    }

    /// Whether these phrases are among those of a token; where they are not enlisted they may be.
    #[inline]
    fn is_in(&self, lists: u32) -> bool {
        lists & self.bit != 0 || self.bit == 0
    }

    fn longest_starting(&self, tokens: &Tokens, at: usize) -> Option<(usize, T)> {
        if self.is_in(tokens.opens(at)) && !self.is_in(tokens.goes_on(at)) {
            let value = self.word(tokens.folded(at));
            return value.map(|value| (at + 1, value));
        }
        self.each(tokens, at).last().or_else(|| {
            tokens
                .is_word(at)
                .then(|| self.stem(tokens.folded(at)))
                .flatten()
                .map(|value| (at + 1, value))
        })
    }

    /// The longest phrase that starts at token `at` and that `wanted` takes.
    pub fn starting_where(
        &self,
        tokens: &Tokens,
        at: usize,
        wanted: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, T)> {
        self.each(tokens, at)
            .filter(|(end, value)| wanted(*end, value))
            .last()
    }

    /// The longest phrase that ends before token `end`: its first token and its value.
    #[inline]
    pub fn ending(&self, tokens: &Tokens, end: usize) -> Option<(usize, T)> {
        let last = end.checked_sub(1)?;
        if self.is_in(tokens.closes(last)) || !self.stems.is_empty() {
            self.longest_ending(tokens, end, last)
        } else {
            None
        }
    }

    fn longest_ending(&self, tokens: &Tokens, end: usize, last: usize) -> Option<(usize, T)> {
        let word = tokens.folded(last);
        let most = if self.is_in(tokens.closes(last)) {
            self.closing.get(word).copied().unwrap_or(0)
        } else {
            0
        };
        // Glue between the tokens of a phrase takes room too.
        let reach = (most * 2).min(end);
        (end - reach..end)
            .find_map(|at| {
                self.each(tokens, at)
                    .find(|(stop, _)| *stop == end)
                    .map(|(_, value)| (at, value))
            })
            .or_else(|| {
                tokens
                    .is_word(last)
                    .then(|| self.stem(word))
                    .flatten()
                    .map(|value| (last, value))
            })
    }

    /// All phrases that start at token `at`, the shortest first.
    fn each<'a>(&'a self, tokens: &'a Tokens, at: usize) -> impl Iterator<Item = (usize, T)> + 'a {
        let first = tokens.folded(at);
        let most = if self.is_in(tokens.opens(at)) {
            self.longest.get(first).copied().unwrap_or(0)
        } else {
            0
        };
        let mut key = String::new();
        let mut next = at;
        let mut taken = 0;
        std::iter::from_fn(move || {
            while taken < most {
                while taken > 0 && is_glue(tokens, next) {
                    next += 1;
                }
                if next >= tokens.len() || taken > 0 && is_apart(tokens, next) {
                    return None;
                }
                let word = tokens.folded(next);
                taken += 1;
                next += 1;
                // Most phrases are single words, whose key needs no memory.
                if taken == 1 {
                    if let Some(value) = self.whole.get(word) {
                        return Some((next, *value));
                    }
                    continue;
                }
                if key.is_empty() {
                    key.push_str(first);
                }
                key.push(' ');
                key.push_str(word);
                if let Some(value) = self.whole.get(key.as_str()) {
                    return Some((next, *value));
                }
            }
            None
        })
    }

    fn stem(&self, word: &str) -> Option<T> {
        let (place, bit) = sieved(word);
        if self.sieve[place] >> bit & 1 == 0 {
            return None;
        }
        (SHORTEST_STEM..=word.len())
            .rev()
            .find_map(|at| self.stems.get(word.get(..at)?).copied())
    }
}

/// The place of a word among those of one beginning.
fn sieved(word: &str) -> (usize, u32) {
    let byte = |at: usize| word.as_bytes().get(at).copied().unwrap_or(0);
    let place = byte(0).wrapping_mul(37).wrapping_add(byte(1));
    (usize::from(place >> 6), u32::from(place & 63))
}

/// Whether a token set apart belongs to no phrase with what stands before it: "5 km 2 hours" holds
/// no "km2", and "a $5 bill" no "A$" (the one letter of a dollar that is a word too; "C $6" is one).
fn is_apart(tokens: &Tokens, at: usize) -> bool {
    let article = |before: usize| {
        tokens.folded(before) == "a" && tokens.get(before).is_some_and(|token| !token.capital)
    };
    !tokens.attached(at)
        && (tokens.literal(at).is_some()
            || tokens.is_mark(at, "$") && at.checked_sub(1).is_some_and(article))
}

/// A hyphen or dot inside a phrase ("vingt-cinq", "sq. km") is no token of it.
fn is_glue(tokens: &Tokens, at: usize) -> bool {
    tokens.attached(at) && (tokens.is_mark(at, "-") || tokens.is_mark(at, "."))
}
