//! A sentence as folded tokens.

use super::digits::{self, Literal, Separators};
use super::fold;
use super::phrases::{Ends, Lists};
use segmenter::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number printed in digits: which of them.
    Number(u32),
    /// A word, or one character of a script without spaces.
    Word,
    /// Any other character.
    Mark,
}

/// A word, number or mark.
#[derive(Debug, Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "properties that hold or not, each on its own"
)]
pub(super) struct Token {
    /// In the article's text.
    pub span: Span,
    pub kind: Kind,
    /// Whether white space stands before it, or nothing.
    pub spaced: bool,
    /// Whether nothing but a zero-width non-joiner sets it apart: the second part of `ده‌ها`.
    pub joined: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether a damma is printed in it, which tells `خُمس`, a fifth, from `خمس`, five.
    pub damma: bool,
    /// Whether it is known that no number begins here.
    plain: bool,
    folded: Span,
    /// The lists of phrases that know it.
    lists: Lists,
}

/// The vowel sign of Arabic for a short u.
pub(super) const DAMMA: char = '\u{64f}';

/// Sets the parts of a word apart without a space.
const NON_JOINER: char = '\u{200c}';

/// What a character opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// White space, and what is not seen.
    Space,
    /// A token of its own.
    Alone,
    Letter,
    Digit,
    Mark,
}

/// What a character opens: the most common are asked for first.
#[inline]
fn sort_of(c: char) -> Sort {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => Sort::Letter,
            '0'..='9' => Sort::Digit,
            _ if c.is_whitespace() => Sort::Space,
            _ => Sort::Mark,
        };
    }
    if fold::stands_alone(c) {
        Sort::Alone
    } else if segmenter::letters::is_alphabetic(c) {
        Sort::Letter
    } else if is_invisible(c) || c.is_whitespace() {
        Sort::Space
    } else if fold::digit(c).is_some() {
        Sort::Digit
    } else {
        Sort::Mark
    }
}

/// Whether one of the first two letters is a capital: "iPhone" is a name too.
#[inline]
fn is_capital(word: &str) -> bool {
    match word.as_bytes() {
        [a, rest @ ..] if a.is_ascii() && rest.first().is_none_or(u8::is_ascii) => {
            a.is_ascii_uppercase() || rest.first().is_some_and(u8::is_ascii_uppercase)
        }
        _ => word.chars().take(2).any(segmenter::letters::is_uppercase),
    }
}

/// Marks of direction and joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The tokens of a stretch of text.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    folded: String,
    list: Vec<Token>,
    literals: Vec<Literal>,
}

impl Tokens {
    /// Cuts `span` of `text` into tokens, keeping the memory of the tokens before; `ends` are those
    /// of the lexicon in which they will be looked up.
    pub fn fill(&mut self, text: &str, span: Span, separators: &Separators, ends: &Ends) {
        self.folded.clear();
        self.list.clear();
        self.literals.clear();
        let text = text.get(..span.end).unwrap_or_default();
        let mut at = span.start;
        let mut spaced = true;
        let mut blank = true;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let sort = sort_of(c);
            if sort == Sort::Space {
                spaced |= c.is_whitespace() || c == NON_JOINER;
                blank |= c.is_whitespace();
                at += c.len_utf8();
                continue;
            }
            let from = self.folded.len();
            let (end, kind) = match sort {
                Sort::Alone => {
                    fold::push(c, &mut self.folded);
                    (at + c.len_utf8(), Kind::Word)
                }
                Sort::Letter => (self.word(text, at), Kind::Word),
                Sort::Digit => {
                    let (end, literal) = digits::read(text, at, separators);
                    for c in text.get(at..end).unwrap_or_default().chars() {
                        if let Some(digit) = fold::digit(c) {
                            self.folded.push(char::from(b'0' + digit));
                        }
                    }
                    self.literals.push(literal);
                    (end, Kind::Number(self.literals.len() as u32 - 1))
                }
                Sort::Space | Sort::Mark => {
                    fold::push(c, &mut self.folded);
                    (at + c.len_utf8(), Kind::Mark)
                }
            };
            let printed = text.get(at..end).unwrap_or_default();
            self.list.push(Token {
                damma: matches!(c, '\u{620}'..='\u{64a}') && printed.contains(DAMMA),
                span: Span::new(at, end),
                kind,
                spaced,
                joined: spaced && !blank,
                capital: is_capital(printed),
                plain: false,
                folded: Span::new(from, self.folded.len()),
                lists: ends.of(self.folded.get(from..).unwrap_or_default()),
            });
            spaced = false;
            blank = false;
            at = end.max(at + 1);
        }
    }

    fn word(&mut self, text: &str, at: usize) -> usize {
        let word = text.get(at..).unwrap_or_default();
        // Most words are ASCII, or begin so.
        let plain = word
            .bytes()
            .position(|byte| !byte.is_ascii_alphabetic())
            .unwrap_or(word.len());
        let (plain, rest) = word.split_at(plain);
        self.folded.push_str(plain);
        let from = self.folded.len() - plain.len();
        if let Some(folded) = self.folded.get_mut(from..) {
            folded.make_ascii_lowercase();
        }
        let mut next = at + plain.len();
        for c in rest.chars() {
            if !fold::in_word(c) || fold::stands_alone(c) {
                break;
            }
            fold::push(c, &mut self.folded);
            next += c.len_utf8();
        }
        next
    }

    /// One word, folded.
    pub fn fold_word(word: &str) -> String {
        let mut folded = String::new();
        for c in word.chars() {
            fold::push(c, &mut folded);
        }
        folded
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Token `index`.
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// The folded text of token `index`, of a number its digits; empty where there is none.
    pub fn folded(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |token| token.folded.of(&self.folded))
    }

    /// What the lists of phrases know of token `index`.
    #[inline]
    pub fn lists(&self, index: usize) -> Lists {
        self.list
            .get(index)
            .map_or_else(Lists::default, |token| token.lists)
    }

    /// The number in digits that token `index` is.
    pub fn literal(&self, index: usize) -> Option<Literal> {
        match self.list.get(index)?.kind {
            Kind::Number(which) => self.literals.get(which as usize).copied(),
            _ => None,
        }
    }

    /// Whether token `index` is a word.
    pub fn is_word(&self, index: usize) -> bool {
        self.list
            .get(index)
            .is_some_and(|token| token.kind == Kind::Word)
    }

    /// Notes that no number begins at token `index`.
    pub fn pass_over(&mut self, index: usize) {
        if let Some(token) = self.list.get_mut(index) {
            token.plain = true;
        }
    }

    /// Whether it was noted that no number begins at token `index`.
    pub fn is_plain(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|token| token.plain)
    }

    /// Whether token `index` follows the one before it without white space.
    pub fn attached(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|token| !token.spaced)
    }

    /// Whether token `index` is this mark.
    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.list
            .get(index)
            .is_some_and(|token| token.kind == Kind::Mark)
            && self.folded(index) == mark
    }

    /// The span over the tokens `from` up to `to`, without `to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (
            self.list.get(from),
            to.checked_sub(1).and_then(|last| self.list.get(last)),
        ) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}
