//! Characters as the date lexicon compares them: without case, marks and spelling variants.

use unicode_normalization::char::decompose_canonical;

/// What a character becomes: nothing for marks and invisible characters.
#[inline]
pub(super) fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(if c.is_ascii_whitespace() {
            ' '
        } else {
            c.to_ascii_lowercase()
        });
    }
    if segmenter::letters::has_one_form(c) {
        return Some(c);
    }
    fold_rare(c)
}

fn fold_rare(c: char) -> Option<char> {
    match c {
        // Harakat, tatweel, niqqud, joiners, direction marks, combining accents.
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{93c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => Some(' '),
        '’' | '‘' | 'ʼ' | '＇' | '׳' => Some('\''),
        '״' | '“' | '”' => Some('"'),
        '‐' | '‑' => Some('-'),
        'ı' | 'İ' => Some('i'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        'ة' => Some('ه'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).and_then(fold),
        // Letters that are not made of parts.
        '\u{430}'..='\u{438}'
        | '\u{43a}'..='\u{44f}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{627}'..='\u{64a}' => Some(c),
        // Letters whose base is found by decomposition; Hangul stays whole.
        '\u{80}'..='\u{6ff}' | '\u{958}'..='\u{95f}' | '\u{1e00}'..='\u{1fff}' => {
            let mut base = None;
            decompose_canonical(c, |part| base = base.or(Some(part)));
            base.and_then(|base| base.to_lowercase().next())
        }
        _ => Some(c),
    }
}

/// The value of a digit of any script.
#[inline]
pub(super) fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    // The scripts whose digits wires print.
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        '\u{9e6}'..='\u{9ef}' => 0x9e6,
        '\u{a66}'..='\u{a6f}' => 0xa66,
        '\u{ae6}'..='\u{aef}' => 0xae6,
        '\u{b66}'..='\u{b6f}' => 0xb66,
        '\u{be6}'..='\u{bef}' => 0xbe6,
        '\u{e50}'..='\u{e59}' => 0xe50,
        '\u{1040}'..='\u{1049}' => 0x1040,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return None,
    };
    Some(c as u32 - zero)
}

/// Whether a character is part of a word.
#[inline]
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    segmenter::letters::is_alphabetic(c)
        || c.is_numeric()
        || fold(c).is_none()
        // Vowel signs of Indic scripts.
        || ('\u{900}'..='\u{dff}').contains(&c) && c != '\u{964}' && c != '\u{965}'
}

/// Whether words of this script stand without spaces between them.
#[inline]
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3040..=0x30ff | 0x3400..=0x9fff
        | 0xf900..=0xfaff | 0x0e00..=0x0eff | 0x1_0000..=0x3_ffff)
}
