//! Folding: spellings of one word that print may vary fall together.

use segmenter::letters;

/// Appends the folded form of a character: lower case, half width, without accents, vowel
/// points, nukta and tatweel, with the variants of Arabic letters united.
pub(super) fn push(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if letters::has_one_form(c) {
        out.push(c);
        return;
    }
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            out.push(narrow.to_ascii_lowercase());
        }
        // Combining accents, Hebrew points, Arabic vowel signs and tatweel, nukta, joiners.
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{93c}'
        | '\u{200d}' => {}
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' | 'ی' | 'ئ' => out.push('ي'),
        'ک' => out.push('ك'),
        'ة' | 'ۀ' => out.push('ه'),
        'ؤ' => out.push('و'),
        'ँ' => out.push('ं'),
        'İ' | 'ı' => out.push('i'),
        '−' | '‐' | '‑' | '‒' | '–' | '―' | '־' => out.push('-'),
        '’' | '‘' | 'ʼ' | '`' | '´' => out.push('\''),
        // Gershayim inside abbreviations: ק״מ, printed with whatever mark is at hand.
        '“' | '”' | '״' => out.push('"'),
        '٪' => out.push('%'),
        '∼' | '〜' => out.push('~'),
        // Letters of their own and no accents: "1-й" is no "и", "öldü" (died) no "oldu" (became).
        'й' | 'Й' => out.push('й'),
        'ö' | 'Ö' => out.push('ö'),
        'ü' | 'Ü' => out.push('ü'),
        // Cyrillic letters that are not made of parts.
        '\u{430}'..='\u{438}' | '\u{43a}'..='\u{44f}' => out.push(c),
        // Latin, Greek, Cyrillic and Latin Extended Additional; Devanagari letters with nukta.
        '\u{c0}'..='\u{52f}' | '\u{958}'..='\u{95f}' | '\u{1e00}'..='\u{1eff}' => {
            unicode_normalization::char::decompose_canonical(c, |part| {
                if !matches!(part, '\u{300}'..='\u{36f}' | '\u{93c}') {
                    out.extend(part.to_lowercase());
                }
            });
        }
        _ => match letters::plain_lower(c) {
            Some(lower) => out.push(lower),
            None => out.extend(c.to_lowercase()),
        },
    }
}

/// Whether a character stands for a token of its own: scripts without spaces between words,
/// and Hangul, whose particles follow without one.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{e4e}' | '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character belongs to a word.
pub(super) fn in_word(c: char) -> bool {
    letters::is_alphabetic(c)
        || matches!(c,
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
            | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{200d}'
            | '\u{9cd}' | '\u{a4d}' | '\u{acd}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{ccd}'
            | '\u{d4d}')
}

/// The zeros of the scripts whose digits print uses, sorted.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/// The value of a decimal digit of any script in `ZEROS`.
pub(super) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let at = ZEROS.partition_point(|&zero| zero <= c as u32);
    let value = c as u32 - ZEROS.get(at.checked_sub(1)?)?;
    u8::try_from(value).ok().filter(|&value| value < 10)
}
