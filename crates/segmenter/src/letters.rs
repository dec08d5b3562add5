//! Questions about characters that are asked of every character of a text: the answers of the
//! standard library, found at once for the letters of most news, which its tables are slow for.

/// Whether a character is alphabetic.
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_alphabetic(),
        // Latin with marks, Cyrillic, Hebrew, Arabic, Devanagari, kana, Han, Hangul.
        '\u{f8}'..='\u{2c1}'
        | '\u{400}'..='\u{481}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{904}'..='\u{93b}'
        | '\u{93d}'..='\u{94c}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        '\u{2010}'..='\u{203b}' | '\u{3000}'..='\u{3004}' | '\u{ff01}'..='\u{ff20}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is known at once to be of a script without case.
#[inline]
pub fn is_caseless(c: char) -> bool {
    matches!(c,
        '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{900}'..='\u{dff}'
        | '\u{3040}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}')
}

/// Whether a letter is of kana, Han or Hangul, which have one form only: no case, no accents, no
/// variants that print may choose from.
#[inline]
pub fn has_one_form(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether a character is in upper case.
#[inline]
pub fn is_uppercase(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_uppercase(),
        '\u{400}'..='\u{42f}' => true,
        '\u{430}'..='\u{45f}' => false,
        _ => !is_caseless(c) && c.is_uppercase(),
    }
}

/// Whether a character is in lower case.
#[inline]
pub fn is_lowercase(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_lowercase(),
        '\u{df}'..='\u{f6}' | '\u{430}'..='\u{45f}' => true,
        '\u{400}'..='\u{42f}' => false,
        _ => !is_caseless(c) && c.is_lowercase(),
    }
}

/// The lower case of a character where it is a single one and known at once.
#[inline]
pub fn plain_lower(c: char) -> Option<char> {
    match c {
        ..='\u{7f}' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42f}' => char::from_u32(c as u32 + 0x20),
        '\u{430}'..='\u{45f}' => Some(c),
        _ => is_caseless(c).then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c}");
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c}");
            assert_eq!(is_lowercase(c), c.is_lowercase(), "{c}");
            assert!(
                !is_caseless(c) || !c.is_uppercase() && !c.is_lowercase(),
                "{c}"
            );
            if let Some(lower) = plain_lower(c) {
                assert!(c.to_lowercase().eq([lower]), "{c}");
            }
        }
    }
}
