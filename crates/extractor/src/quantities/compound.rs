//! Number words that are written together: "zweihundertfünfzig", "duecentocinquanta".

use super::lexicon::{NumberWord, Role};
use super::phrases::{PLACES, sieved};
use super::sum::Sum;
use super::tokens::Tokens;
use lang::Numeration;
use rustc_hash::FxHashMap;

/// The number words that a longer one may be made of.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    words: FxHashMap<Box<str>, NumberWord>,
    longest: usize,
    /// By the beginning of a piece, a bit for each length that one has; nothing without pieces.
    lengths: Vec<u128>,
}

/// The longest word that is looked into: longer ones are no numbers of running text.
const LONGEST_WORD: usize = 80;

impl Pieces {
    /// Adds a number word; phrases and words that never stand in a compound are left out.
    pub fn add(&mut self, form: &str, word: NumberWord) {
        let inner = !matches!(
            word.role,
            Role::Never
                | Role::Mixes
                | Role::Minus
                | Role::Short
                | Role::Point
                | Role::OrdinalSuffix
                | Role::Of
        );
        if !inner || form.contains([' ', '-', '\'']) {
            return;
        }
        // "einhunderteinunddreißig": inside a compound one is a number.
        let role = match word.role {
            Role::Article | Role::Sole => Role::Add,
            role => role,
        };
        let word = NumberWord { role, ..word };
        let form = Tokens::fold_word(form);
        self.longest = self.longest.max(form.len());
        self.lengths.resize(PLACES, 0);
        // After a piece of one letter anything may follow.
        let anything = 0..if form.len() == 1 { 128_u8 } else { 0 };
        let longer = anything.map(|next| sieved(&format!("{form}{}", char::from(next))));
        for place in longer.chain([sieved(&form)]) {
            if let Some(lengths) = self.lengths.get_mut(place) {
                *lengths |= 1 << form.len().min(LONGEST_WORD);
            }
        }
        self.words.entry(form.into_boxed_str()).or_insert(word);
    }

    /// Whether a word may open with a piece.
    #[inline]
    pub fn may_open(&self, word: &str) -> bool {
        self.lengths
            .get(sieved(word))
            .is_some_and(|lengths| *lengths != 0)
    }

    /// The number that a word is made of, where all of it is number words.
    pub fn read(&self, word: &str, rules: Numeration) -> Option<NumberWord> {
        if self.words.is_empty() || word.len() > LONGEST_WORD {
            return None;
        }
        let pieces = self.split(word)?;
        let mut sum = Sum::new(rules);
        for piece in &pieces {
            if !sum.word(*piece) {
                return None;
            }
        }
        let role = match (sum.ordinal, sum.vague) {
            (true, _) => Role::Ordinal,
            (_, true) => Role::Plural,
            _ => Role::Add,
        };
        let value = sum.is_whole().then(|| sum.value())??;
        Some(NumberWord {
            role,
            value,
            and: false,
            definite: false,
            about: false,
        })
    }

    /// Cuts a word into pieces, the longest first; nothing where a part is no number word.
    fn split(&self, word: &str) -> Option<Vec<NumberWord>> {
        let lengths = self.lengths.get(sieved(word))?;
        let opens = (1..=self.longest.min(word.len())).any(|end| {
            lengths >> end & 1 == 1
                && word
                    .get(..end)
                    .is_some_and(|part| self.words.contains_key(part))
        });
        if !opens {
            return None;
        }
        // From the end: the longest piece that starts at each offset and lets the rest be cut.
        let mut cuts: Vec<Option<(usize, NumberWord)>> = vec![None; word.len() + 1];
        for at in (0..word.len()).rev() {
            cuts[at] = (at + 1..=word.len().min(at + self.longest))
                .rev()
                .find_map(|end| {
                    let piece = self.words.get(word.get(at..end)?)?;
                    (end == word.len() || cuts[end].is_some()).then_some((end, *piece))
                });
        }
        let mut pieces = Vec::new();
        let mut at = 0;
        while at < word.len() {
            let (end, piece) = cuts[at]?;
            pieces.push(piece);
            at = end;
        }
        (pieces.len() > 1).then_some(pieces)
    }
}
