//! The normal form in which words are compared: compatibility forms, lower case, simplified Han,
//! no vowel marks of Arabic and Hebrew, ASCII digits. Every character keeps its place in the
//! source.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// A character of the normal form and the bytes of the source it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) char: char,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Folds a sentence into `out`, which is emptied first.
pub(crate) fn fold(text: &str, out: &mut Vec<Folded>) {
    out.clear();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_ascii() && chars.peek().is_none_or(|(_, next)| next.is_ascii()) {
            out.push(Folded {
                char: c.to_ascii_lowercase(),
                start: start as u32,
                end: end as u32,
            });
            continue;
        }
        let alone = !chars
            .peek()
            .is_some_and(|(_, next)| is_combining_mark(*next));
        if alone && is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes {
            take(c, start, end, out);
            continue;
        }
        // A base and its marks compose together.
        while let Some(&(at, next)) = chars.peek()
            && is_combining_mark(next)
        {
            end = at + next.len_utf8();
            chars.next();
        }
        for c in text.get(start..end).unwrap_or_default().nfkc() {
            take(c, start, end, out);
        }
    }
}

/// Adds what a normalised character of the source folds to.
fn take(c: char, start: usize, end: usize, out: &mut Vec<Folded>) {
    let mut push = |char| {
        out.push(Folded {
            char,
            start: start as u32,
            end: end as u32,
        });
    };
    if c == '\u{200c}' {
        // The zero-width non-joiner sets parts of a Persian word apart.
        push(' ');
    } else if !is_dropped(c) {
        for c in c.to_lowercase().filter(|c| !is_dropped(*c)) {
            push(substitute(c));
        }
    }
}

/// Marks that print leaves out or sets at will: Arabic and Hebrew vowel signs, the tatweel,
/// joiners, the dot that lower-casing İ leaves behind.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{200d}'..='\u{200f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{307}' | '\u{ad}' | '\u{feff}')
}

/// Letters that one word is printed with, now this, now that; digits of all scripts.
fn substitute(c: char) -> char {
    match c {
        // Latin and Cyrillic letters stand for themselves.
        ..='\u{2ff}' | '\u{400}'..='\u{52f}' => c,
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{4e00}'..='\u{9fff}' => lang::simplified(c),
        _ if c.is_numeric() => digit(c),
        _ => c,
    }
}

/// The ASCII digit of a decimal digit of any script; everything else as it is.
fn digit(c: char) -> char {
    let mut ascii = any_ascii::any_ascii_char(c).chars();
    match (ascii.next(), ascii.next()) {
        (Some(d), None) if d.is_ascii_digit() => d,
        _ => c,
    }
}

/// Whether a character is Han.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = Vec::new();
        fold(text, &mut out);
        out.iter().map(|f| f.char).collect()
    }

    #[test]
    fn forms_of_one_word_fall_together() {
        assert_eq!(folded("ＡＢＣ Café"), "abc café");
        assert_eq!(folded("Cafe\u{301}"), "café");
        assert_eq!(folded("林劍說"), "林剑说");
        assert_eq!(folded("٣٤٬٥٣٥ ۱۲ १२"), "34٬535 12 12");
        assert_eq!(folded("مُحَمَّد"), "محمد");
        assert_eq!(folded("أحمد على"), "احمد علي");
        assert_eq!(folded("שָׁלוֹם"), "שלום");
        assert_eq!(folded("İstanbul"), "istanbul");
    }

    #[test]
    fn every_character_keeps_its_place() {
        let text = "Ça va e\u{301} ﬁn";
        let mut out = Vec::new();
        fold(text, &mut out);
        for f in &out {
            assert!(text.get(f.start as usize..f.end as usize).is_some());
        }
        assert_eq!(out.last().map(|f| f.end as usize), Some(text.len()));
    }
}
