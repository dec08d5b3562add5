//! The date words, numbers and clock times of a sentence, and what stands between them.

mod digits;
mod gap;
mod han;

pub(super) use digits::short_year;
pub(super) use gap::Gap;

use super::fold::{digit, is_unspaced, is_word};
use super::lexicon::{Lexicon, Sense, Unit, When};
use crate::quantities::Spelled;
use digits::{compound, digits_token, letter_clock, value, whole_day};
use gap::gap;

/// One piece that a date may be made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Atom {
    /// Bytes in the sentence.
    pub start: usize,
    pub end: usize,
    /// What stands between it and the atom before.
    pub gap: Gap,
    pub what: What,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// The number that the word says too: "second".
    pub number: Option<Number>,
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// An entry of the lexicon.
    Word(u32),
    /// Plain digits.
    Number(Number),
    /// Day, month and year in digits.
    Day { year: i16, month: u8, day: u8 },
    /// Two numbers of a date without its year, or with it ("30/4", "05/2024").
    Pair(u32, u32, char),
    /// "10:30", "10:30:15".
    Clock(u8, u8, u8),
    /// An hour and its half or quarter, in words: "diez y media".
    PartHour(u32, u8),
    /// A verb in the future, and whether it holds for the whole clause.
    Future(bool),
}

/// A number in plain digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    /// How many digits are printed.
    pub digits: usize,
    /// Whether a suffix or dot makes it an ordinal.
    pub ordinal: bool,
    /// Whether a suffix makes it a decade: "1990s".
    pub decade: bool,
    /// Whether an apostrophe stands for the century: "'90".
    pub short: bool,
}

/// Finds the atoms of a sentence that starts at byte `start` of its article, where its numbers in
/// words are known.
pub(super) fn atoms(text: &str, start: usize, lexicon: &Lexicon, spelled: &[Spelled]) -> Vec<Atom> {
    let mut scanner = Scanner {
        text,
        start,
        lexicon,
        spelled,
        atoms: Vec::new(),
    };
    scanner.scan();
    scanner.atoms
}

struct Scanner<'a> {
    text: &'a str,
    /// Where it stands in the article.
    start: usize,
    lexicon: &'a Lexicon,
    /// Numbers in words that have not been passed.
    spelled: &'a [Spelled],
    atoms: Vec<Atom>,
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn scan(&mut self) {
        let mut at = 0;
        while let Some(c) = self.rest(at).chars().next() {
            if c == ' ' {
                at += 1;
                continue;
            }
            at = if is_unspaced(c) {
                self.han_number(at)
                    .or_else(|| self.word(at))
                    .unwrap_or(at + c.len_utf8())
            } else if digit(c).is_some() {
                self.number(at)
            } else if is_word(c) {
                self.word_or_number(at)
                    .unwrap_or_else(|| self.other_word(at))
            } else {
                at + c.len_utf8()
            };
        }
    }

    /// Where the word at `at` ends.
    fn after_word(&self, at: usize) -> usize {
        let rest = self.rest(at);
        let hangul = rest.starts_with(crate::words::is_hangul);
        // Most words are ASCII, or begin so.
        let plain = rest
            .bytes()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        rest.get(plain..)
            .unwrap_or_default()
            .char_indices()
            .find(|(_, c)| !is_word(*c) || is_unspaced(*c) || hangul && c.is_ascii_digit())
            .map_or(self.text.len(), |(length, _)| at + plain + length)
    }

    /// A word that is no date word; where it ends.
    fn other_word(&mut self, at: usize) -> usize {
        let end = self.after_word(at);
        let lexicon = self.lexicon;
        let word = self.text.get(at..end).unwrap_or_default();
        if let Some(whole) = lexicon.future(word) {
            self.push(at, end, What::Future(whole));
        }
        end
    }

    /// A date word or number in words at `at`, the longer of both; where it ends.
    fn word_or_number(&mut self, at: usize) -> Option<usize> {
        // After digits stands what they count: 30일.
        let counted = self.atoms.last().is_some_and(|last| last.end == at);
        let Some((number, minutes, length)) = self.spelled(at).filter(|_| !counted) else {
            return self.word(at);
        };
        let word = self.lexicon.longest(self.rest(at));
        let longer = word.is_none_or(|(_, word)| word < length);
        if minutes > 0 {
            if !longer || number.value == 0 {
                return self.word(at);
            }
            self.push(at, at + length, What::PartHour(number.value, minutes));
            return Some(at + length);
        }
        if longer {
            let taken = self.joined_ordinal(at, &number, length);
            // "בין שבת לראשון": the word for a weekday too.
            let day = self.weekday(at + taken, at + length);
            if let Some(entry) = day.filter(|_| taken > 0) {
                self.push(at + taken, at + length, What::Word(entry));
                if let Some(last) = self.atoms.last_mut() {
                    last.number = Some(number);
                }
                return Some(at + length);
            }
            self.push(at + taken, at + length, What::Number(number));
            return Some(at + length);
        }
        let end = self.word(at)?;
        if let Some(last) = self.atoms.last_mut() {
            last.number = Some(number).filter(|_| last.end == at + length);
        }
        Some(end)
    }

    /// Takes the clitic before an ordinal as a word of its own where it joins the ends of a period:
    /// "بين 29 فبراير والأول من مارس"; its length.
    fn joined_ordinal(&mut self, at: usize, number: &Number, length: usize) -> usize {
        let rest = self.rest(at);
        let whole = |taken: usize| {
            let word = rest
                .get(taken..length)
                .and_then(|r| self.lexicon.longest(r));
            word.is_some_and(|(_, word)| taken + word == length)
        };
        let taken = self
            .lexicon
            .clitics_before(rest)
            .find(|taken| whole(*taken));
        taken
            .filter(|taken| number.ordinal || self.weekday(at + taken, at + length).is_some())
            .filter(|taken| self.joining(at, *taken))
            .unwrap_or(0)
    }

    /// The entry of the word from `at` to `end`, if it names a weekday.
    fn weekday(&self, at: usize, end: usize) -> Option<u32> {
        let (entry, length) = self.lexicon.longest(self.rest(at))?;
        let senses = &self.lexicon.entry(entry).senses;
        let named = |(sense, _): &(Sense, When)| matches!(sense, Sense::Weekday(_));
        (at + length == end && senses.iter().any(named)).then_some(entry)
    }

    /// The number in words at `at`, the minutes of its half or quarter as an hour, and its length. One
    /// with a capital inside a sentence is part of a name: "Trente".
    fn spelled(&mut self, at: usize) -> Option<(Number, u8, usize)> {
        while let Some((first, rest)) = self.spelled.split_first()
            && first.span.start < self.start + at
        {
            self.spelled = rest;
        }
        let first = self
            .spelled
            .first()
            .filter(|s| s.span.start == self.start + at)?;
        let capital = self.rest(at).chars().next().is_some_and(char::is_uppercase);
        if capital && at > 0 && !first.ordinal {
            return None;
        }
        let number = Number {
            value: first.value,
            digits: if first.value > 999 { 4 } else { 2 },
            ordinal: first.ordinal,
            decade: false,
            short: false,
        };
        Some((number, first.minutes, first.span.len()))
    }

    fn push(&mut self, start: usize, end: usize, what: What) {
        let gap = self
            .atoms
            .last()
            .map_or(Gap::Other, |last| gap(self.text, last.end, start));
        let capital = self
            .rest(start)
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        self.atoms.push(Atom {
            start,
            end,
            gap,
            what,
            capital,
            number: None,
        });
    }

    /// A word of the lexicon at `at`, with clitics before it; where it ends.
    fn word(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let found = self.lexicon.longest(rest).map(|found| (0, found));
        let clitic = || {
            self.lexicon.clitics_before(rest).find_map(|taken| {
                let found = self.lexicon.longest(rest.get(taken..)?)?;
                Some((taken, found))
            })
        };
        // "ביום האישה": the feast behind the clitic, and not only "ביום".
        let has = |entry: u32, wanted: fn(Sense) -> bool| {
            let senses = &self.lexicon.entry(entry).senses;
            senses.iter().any(|(sense, _)| wanted(*sense))
        };
        let leads = found.is_some_and(|(_, (entry, _))| has(entry, |s| s == Sense::In));
        let feast = leads
            .then(clitic)
            .flatten()
            .filter(|(taken, (entry, length))| {
                let longer = found.is_some_and(|(_, (_, whole))| taken + length > whole);
                longer && has(*entry, |s| matches!(s, Sense::Feast(_)))
            });
        let (taken, (entry, length)) = feast.or(found).or_else(clitic)?;
        let length = if taken == 0 {
            self.before_longer(at, entry, length)
        } else {
            length
        };
        let (entry, _) = self.lexicon.longest(rest.get(taken..taken + length)?)?;
        let (start, end) = (at + taken, at + taken + length);
        if taken > 0 && self.joining(at, taken) {
            self.push(start, end, What::Word(entry));
            return Some(end);
        }
        self.push(start, end, What::Word(entry));
        // A clitic belongs to the word, not to what stands between.
        if let [.., last, atom] = self.atoms.as_mut_slice() {
            atom.gap = gap(self.text, last.end, at);
        }
        Some(end)
    }

    /// The length of a preposition of several words, without its last where that opens a longer
    /// date word: "no (Dia do Trabalho)".
    fn before_longer(&self, at: usize, entry: u32, length: usize) -> usize {
        let leads = |entry: u32| {
            let senses = &self.lexicon.entry(entry).senses;
            senses.iter().any(|(sense, _)| *sense == Sense::In)
        };
        let rest = self.rest(at);
        let whole = rest.get(..length).unwrap_or_default();
        let Some(space) = whole.rfind(' ').filter(|_| leads(entry)) else {
            return length;
        };
        let head = self.lexicon.longest(whole.get(..space).unwrap_or_default());
        let alone = head.is_some_and(|(head, end)| end == space && leads(head));
        let tail = self
            .lexicon
            .longest(rest.get(space + 1..).unwrap_or_default());
        let longer = tail.is_some_and(|(_, end)| space + 1 + end > length);
        if alone && longer { space } else { length }
    }

    /// Takes a clitic as a word of its own where it joins the ends of a period: "و".
    fn joining(&mut self, at: usize, length: usize) -> bool {
        let lexicon = self.lexicon;
        let clitic = self.text.get(at..at + length).unwrap_or_default();
        let first = clitic.chars().next().map_or(0, char::len_utf8);
        // "و", alone or before an article.
        let whole = |length: usize| {
            let form = clitic.get(..length)?;
            let (entry, found) = lexicon.longest(form)?;
            (found == length).then_some((entry, length))
        };
        let Some((entry, length)) = whole(length).or_else(|| whole(first)) else {
            return false;
        };
        let senses = &lexicon.entry(entry).senses;
        let joins = senses
            .iter()
            .any(|(s, _)| matches!(s, Sense::And | Sense::To));
        if joins {
            self.push(at, at + length, What::Word(entry));
        }
        joins
    }

    /// A number in Han numerals, where a date word follows.
    fn han_number(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        if !rest.starts_with(han::is_numeral) {
            return None;
        }
        let (value, digits, length) = han::read(rest)?;
        // A longer word begins with a numeral: 四半期.
        if self
            .lexicon
            .longest(rest)
            .is_some_and(|(_, word)| word > length)
        {
            return None;
        }
        if !self.means(at + length, |s| {
            matches!(s, Sense::Mark(_) | Sense::Unit(_))
        }) {
            return None;
        }
        let number = Number {
            value,
            digits,
            ordinal: self.text.get(..at).is_some_and(|text| text.ends_with('第')),
            decade: false,
            short: false,
        };
        self.push(at, at + length, What::Number(number));
        Some(at + length)
    }

    /// Whether a date word of such a sense stands at `at`.
    fn means(&self, at: usize, wanted: impl Fn(Sense) -> bool) -> bool {
        self.lexicon
            .longest(self.rest(at))
            .is_some_and(|(entry, _)| {
                let senses = &self.lexicon.entry(entry).senses;
                senses.iter().any(|(sense, _)| wanted(*sense))
            })
    }

    /// Digits at `at`: a number, date or clock time; where they end.
    fn number(&mut self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        let last = before.chars().next_back().unwrap_or(' ');
        // "№ 2025"
        let sign = before.trim_end_matches([' ', '\u{a0}']).chars().next_back();
        let before = sign.filter(|c| matches!(c, '№' | '#')).unwrap_or(last);
        let token = digits_token(self.rest(at));
        let end = at + token;
        let unusable = is_currency(before)
            || before == '#'
            || before == '№'
            || before == '@'
            || (is_word(before) && !is_unspaced(before) && digit(before).is_none() && {
                // Letters directly before: "B52"; but a clitic ("ב-7", "في7") or unspaced word may.
                let last = self.atoms.last();
                last.is_none_or(|last| last.end != at)
            });
        // "다운시킨10월" is written without its space.
        let dated = |s| matches!(s, Sense::Mark(Unit::Month | Unit::Year));
        let hangul = || crate::words::is_hangul(before) && self.means(end, dated);
        if unusable && !hangul() {
            return self.after_word(end).max(end);
        }
        let text = self.text;
        let printed = text.get(at..end).unwrap_or_default();
        let after = self.rest(end);
        if let Some((length, what)) =
            compound(text.get(at..).unwrap_or_default(), self.lexicon.order)
        {
            self.push(at, at + length, what);
            return at + length;
        }
        // "14h32"
        if let Some((minute, length)) = letter_clock(after)
            && let Some(hour) = value(printed).filter(|hour| *hour <= 24)
        {
            self.push(at, end + length, What::Clock(hour as u8, minute, 0));
            return end + length;
        }
        // A number with separators is an amount.
        if printed.chars().any(|c| digit(c).is_none()) {
            return end;
        }
        let Some(value) = value(printed) else {
            return end;
        };
        if let Some(day) = whole_day(printed)
            && !after.starts_with(|c: char| is_word(c) && !is_unspaced(c))
        {
            self.push(at, end, day);
            return end;
        }
        let mut number = Number {
            value,
            digits: printed.chars().count(),
            ordinal: before == '第',
            decade: false,
            short: before == '\'' || before == '’' || before == '‘',
        };
        let mut length = 0;
        if let Some((suffix, taken)) = self.lexicon.suffix(after)
            && suffix != Unit::Hour
        {
            number.ordinal = suffix == Unit::Day;
            number.decade = suffix == Unit::Decade;
            length = taken;
        } else if after.starts_with('.')
            && self.lexicon.ordinal_dot
            && !after.get(1..).unwrap_or_default().trim().is_empty()
        {
            number.ordinal = number.digits <= 2;
            length = usize::from(number.ordinal && after.starts_with(". "));
        } else if after
            .chars()
            .next()
            .is_some_and(|c| is_word(c) && !is_unspaced(c))
            && self.lexicon.longest(after).is_none()
        {
            return self.after_word(end);
        }
        self.push(at, end + length, What::Number(number));
        end + length
    }
}

fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '€' | '£' | '¥' | '₹' | '₽' | '₺' | '₪' | '₩' | '￥'
    )
}
