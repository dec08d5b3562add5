//! The characters that end, close and open sentences.

/// What a mark at the end of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// A full stop that also ends abbreviations and stands in numbers.
    Dot,
    /// Three dots or more, or `…`.
    Ellipsis,
    /// A mark of question or exclamation that white space follows.
    Loud,
    /// A mark that ends a sentence wherever it stands: `。`, `।`, `۔`.
    Sure,
}

/// Bytes with which a mark of [`end`] begins in UTF-8. Text between them is skipped unread.
pub(crate) static LEADS: [bool; 256] = {
    let mut leads = [false; 256];
    let bytes = [
        b'.', b'!', b'?', b':', b';', 0xCD, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3,
        0xEA, 0xEF,
    ];
    let mut at = 0;
    while at < bytes.len() {
        leads[bytes[at] as usize] = true;
        at += 1;
    }
    leads
};

/// What a character ends, by Unicode's property `Sentence_Terminal` for the scripts that news is
/// written in. `:` and `;` end sentences only next to Armenian and Greek letters, which the
/// caller sees to.
#[allow(clippy::match_same_arms, reason = "one line a script reads best")]
pub(crate) fn end(c: char) -> Option<End> {
    Some(match c {
        '.' | '\u{2024}' => End::Dot,
        '…' => End::Ellipsis,
        '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '⸮' => End::Loud,
        // Arabic script: question mark, full stop; Syriac.
        '؟' | '؞' | '؝' => End::Loud,
        '۔' | '܀' | '܁' | '܂' => End::Sure,
        // Armenian full stop (also typed as a colon), Greek question mark (also a semicolon).
        '։' | ':' | '\u{37E}' | ';' => End::Sure,
        // Devanagari and its neighbours.
        '।' | '॥' => End::Sure,
        // Tibetan, Burmese, Khmer, Ethiopic, Mongolian.
        '།' | '။' | '។' | '៕' | '።' | '፧' | '፨' | '᠃' | '᠉' => End::Sure,
        // CJK, full and half width.
        '。' | '｡' | '！' | '？' | '．' | '﹒' | '﹖' | '﹗' => End::Sure,
        _ => return None,
    })
}

/// Marks that close a quotation or bracket wherever they stand.
pub(crate) fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '”'
            | '’'
            | '»'
            | '›'
            | '」'
            | '』'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '］'
            | '｣'
            | '〗'
            | '〞'
            | '〟'
            | '﹂'
            | '﹄'
            | '｝'
    )
}

/// Marks that may open or close, by where they stand and by the language.
pub(crate) fn may_close(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '«' | '‹' | '＂' | '`' | '״' | '´'
    )
}

/// Marks that may stand before the first word of a sentence.
pub(crate) fn may_open(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '“' | '„' | '‟' | '‘' | '‚' | '«' | '‹' | '»' | '›' | '”' | '’' | '"' | '\'' | '「' | '『'
            | '（' | '《' | '〈' | '【' | '〔' | '［' | '｢' | '〝' | '﹁' | '﹃' | '¿' | '¡' | '–' | '—'
            | '-' | '―' | '‒' | '−' | '•' | '⁃' | '·' | '*' | '״' | '´' | '`' | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// Letters of scripts that are written without spaces between words.
pub(crate) fn unspaced(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x0F00..=0x0FFF | 0x1000..=0x109F | 0x1780..=0x17FF
        | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Letters of the scripts that Chinese and Japanese are written in.
pub(crate) fn han_or_kana(c: char) -> bool {
    unspaced(c) && c as u32 >= 0x3000
}

/// Invisible marks of direction, which stand between a full stop and what it ends.
pub(crate) fn directs(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
