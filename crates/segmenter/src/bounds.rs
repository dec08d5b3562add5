//! Where sentences end inside a paragraph.
//!
//! The bounds are those of UAX #29 with our own joins and splits, found by one scan over the
//! bytes: only where a mark that may end a sentence stands are its neighbours looked at, and
//! never further than a few dozen characters, so that cost is linear whatever the text.

use crate::lists;
use crate::marks::{self, End};
use crate::rules::{Opener, Rules, Use};

/// How far (in characters) the word before or after a mark is read. Longer words than this are
/// no abbreviations.
const WORD: usize = 32;

/// Abbreviations that are in no list are shorter than this (in characters).
const LONG: usize = 5;

/// Before a function word those are shorter than this.
const SHORT: usize = 3;

/// A date that opens a sentence ("In the year 1995 A.D.") has no more spaces than this.
const OPENING: usize = 2;

/// What closes before an Armenian colon and the number there are no longer than this (in
/// characters).
const CLOSING: usize = 16;

/// A quotation is read no further back than this (in bytes) to see whether it is open.
const QUOTED: usize = 1000;

/// The words before a unit in which its number is looked for.
const COUNTED: usize = 4;

/// Brackets are read no further than this (in characters) to see where they close.
const BRACKET: usize = 60;

/// Calls `found` with the offset of every end of a sentence in `text`, before the white space
/// that follows; the end of the text itself is not told.
pub(crate) fn ends(text: &str, rules: &Rules, mut found: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Where the sentence under way starts.
    let mut start = 0;
    while at < bytes.len() {
        if !marks::LEADS[usize::from(bytes[at])] {
            at += 1;
            continue;
        }
        let Some((end, next)) = mark_at(text, at) else {
            if bytes[at] == b';' && parts(text, at + 1, rules) {
                found(at + 1);
                start = at + 1;
            }
            at += 1;
            while at < bytes.len() && !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        };
        let run = Run::read(text, start, at, next, end, rules);
        if run.after >= bytes.len() {
            break;
        }
        if breaks(text, start, at, &run, rules) {
            found(run.after);
            start = run.after;
        }
        at = run.after.max(next);
    }
}

/// Whether a semicolon parts whole sentences: what follows opens with a function word in
/// capitals.
fn parts(text: &str, after: usize, rules: &Rules) -> bool {
    let Some(right) = text.get(after..).and_then(|rest| rest.strip_prefix(' ')) else {
        return false;
    };
    let (first, word) = first_word(right);
    first.is_some_and(char::is_uppercase) && rules.starts(word)
}

/// The mark that stands at the byte `at`, and where it ends.
fn mark_at(text: &str, at: usize) -> Option<(End, usize)> {
    let c = text.get(at..)?.chars().next()?;
    let end = marks::end(c)?;
    if c == '．' {
        // ３．２９％
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        let after = text.get(at + c.len_utf8()..)?.chars().next();
        if digit(text.get(..at)?.chars().next_back()) && digit(after) {
            return None;
        }
    }
    if matches!(c, ':' | ';') {
        let mut before = text.get(..at)?.chars().rev().take(CLOSING);
        let fits = match c {
            ':' => before.find(|c| c.is_alphabetic()).is_some_and(armenian),
            _ => before.next().is_some_and(greek),
        };
        if !fits {
            return None;
        }
    }
    Some((end, at + c.len_utf8()))
}

/// Armenian writes a colon where others write a full stop.
fn armenian(c: char) -> bool {
    ('\u{531}'..='\u{58A}').contains(&c)
}

/// Greek writes a semicolon where others write a question mark.
fn greek(c: char) -> bool {
    ('\u{370}'..='\u{3FF}').contains(&c) || ('\u{1F00}'..='\u{1FFF}').contains(&c)
}

/// A run of marks that may end a sentence, with the closing marks behind it.
struct Run {
    end: End,
    /// Whether the mark stands twice or more.
    repeated: bool,
    /// Whether a quotation mark or bracket closes behind the marks.
    closed: bool,
    /// The byte behind the marks and what closes there.
    after: usize,
    /// The first byte that is no white space behind them.
    next: usize,
}

impl Run {
    fn read(
        text: &str,
        start: usize,
        at: usize,
        mut after: usize,
        mut end: End,
        rules: &Rules,
    ) -> Run {
        let rest = |from: usize| text.get(from..).unwrap_or_default();
        let single = after;
        let mut dots = usize::from(end == End::Dot);
        // "?!", "...", "!!!", "。。。"
        while let Some((more, next)) = mark_at(text, after) {
            if more == End::Dot {
                // "?." is an error of typing, "etc.." too.
                dots += 1;
            } else if more != end && end != End::Sure {
                end = if end == End::Dot { more } else { end };
            }
            after = next;
        }
        // ". . ." with spaces between.
        while end == End::Dot
            && rest(after).starts_with(" .")
            && !rest(after + 2).starts_with(|c: char| c.is_alphanumeric() || c == '.')
        {
            dots += 1;
            after += 2;
        }
        // "Happy! ... Nobody had", « Quoi ? ! »
        while end == End::Loud && rest(after).starts_with([' ', '\u{a0}']) {
            let space = rest(after).chars().next().map_or(0, char::len_utf8);
            match mark_at(text, after + space) {
                Some((End::Loud, next)) => after = next,
                Some((End::Dot | End::Ellipsis, next)) => {
                    after = next;
                    while let Some((End::Dot | End::Ellipsis, next)) = mark_at(text, after) {
                        after = next;
                    }
                    end = End::Ellipsis;
                }
                _ => break,
            }
        }
        if end == End::Loud && dots > 1 {
            // "Happy!..."
            end = End::Ellipsis;
        }
        if end == End::Dot && dots > 1 && (dots > 2 || after - at == dots) {
            end = End::Ellipsis;
        }
        let repeated = after > single;
        let mut closed = false;
        let mut chars = rest(after).char_indices().peekable();
        let from = after;
        while let Some((offset, c)) = chars.next() {
            let next = chars.peek().map(|&(_, c)| c);
            let takes = if marks::closes(c) {
                true
            } else if marks::may_close(c) {
                // A mark of both uses closes where no word follows it at once.
                rules.closing.contains(&c)
                    && !next.is_some_and(|c| c.is_alphanumeric() && !marks::unspaced(c))
                    || next.is_none_or(|c| {
                        c.is_whitespace()
                            || marks::closes(c)
                            || marks::may_close(c)
                            || matches!(c, ',' | '.' | ';' | '-' | '–' | '—')
                    })
            } else {
                marks::directs(c)
            };
            if !takes {
                // « Vraiment ? » demande-t-il: a space before the mark that closes.
                if c.is_whitespace()
                    && c != '\n'
                    && next.is_some_and(|n| n == '»' && rules.closing.contains(&n))
                {
                    continue;
                }
                break;
            }
            closed |= !marks::directs(c);
            after = from + offset + c.len_utf8();
        }
        if spaced_quote(text, start, at, after) {
            after += 2;
            closed = true;
        }
        after += references(rest(after)) + note(text, at, after);
        let gap = rest(after);
        let next = after + (gap.len() - gap.trim_start().len());
        Run {
            end,
            repeated,
            closed,
            after,
            next,
        }
    }
}

/// Whether a straight quotation mark with spaces on both sides closes what was opened in the
/// same sentence.
fn spaced_quote(text: &str, start: usize, at: usize, after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    let alone = rest
        .strip_prefix(" \"")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let said = text
        .as_bytes()
        .get(start.max(at.saturating_sub(QUOTED))..at);
    let marks = said.map_or(0, |said| said.iter().filter(|b| **b == b'"').count());
    alone && marks % 2 == 1
}

/// The length of references like `[12]` that stand behind the mark they belong to.
fn references(rest: &str) -> usize {
    let mut length = 0;
    while let Some(one) = rest.get(length..).and_then(reference) {
        length += one;
    }
    length
}

fn reference(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('[')?;
    let number =
        inside.find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | ',')))?;
    let closed = inside.get(number..)?.starts_with(']') && (1..=8).contains(&number);
    closed.then_some(rest.len() - inside.len() + number + 1)
}

/// The length of the number of a note that stands behind a full stop: "consultation.11 Take".
fn note(text: &str, at: usize, after: usize) -> usize {
    let left = text.get(..at).unwrap_or_default().chars().next_back();
    let rest = text.get(after..).unwrap_or_default();
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let mut behind = rest.get(digits..).unwrap_or_default().chars();
    let alone = behind.next() == Some(' ') && behind.next().is_some_and(char::is_uppercase);
    let word = left.is_some_and(|c| c.is_lowercase() || c == ')');
    if digits > 0 && alone && word {
        digits
    } else {
        0
    }
}

/// Whether a sentence ends with `run`, whose marks start at `at`.
fn breaks(text: &str, start: usize, at: usize, run: &Run, rules: &Rules) -> bool {
    let gap = run.next > run.after;
    let right = text.get(run.next..).unwrap_or_default();
    let Some(next) = right.chars().next() else {
        return true;
    };
    let before = text.get(..at).unwrap_or_default();
    let last = before.chars().next_back().unwrap_or(' ');
    // ",Not so,' she said": a comma for a low quotation mark.
    let quotes = next == ',' && gap && right.chars().nth(1).is_some_and(char::is_uppercase);
    // What follows belongs to the sentence: "(“Yes!”), he said", "...; then".
    if matches!(
        next,
        ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛' | ')' | ']' | '/' | '%'
    ) && !quotes
    {
        return false;
    }
    // "[...]”.", "Bravo!.", "1.-3. Jahrhundert", "1. -3."
    let range = next == '-' && right.chars().nth(1).is_some_and(char::is_numeric);
    if next == '.' && !gap || range && last.is_numeric() {
        return false;
    }
    let (first, word) = first_word(right);
    // The Armenian dot is a pause, not an end.
    if run.end == End::Dot && armenian(last) {
        return false;
    }
    if next == '(' && belongs(right, run) {
        return false;
    }
    if run.end == End::Sure {
        return gap || (sure(run, first) && !in_title(before, right));
    }
    if !gap {
        return without_space(text, before, last, run, first, word, rules);
    }
    let small = first.is_some_and(|c| c.is_lowercase() || c.is_numeric());
    if small && in_brackets(before, right) {
        return false;
    }
    if first.is_some_and(char::is_lowercase) {
        let dashed = matches!(next, '-' | '–' | '—' | '―');
        let said = rules.says(word) || rules.says(second_word(right, word));
        return !(run.closed || dashed || run.end == End::Ellipsis || said)
            && plain_word(before, run, rules, word);
    }
    match run.end {
        // "I thought... I would go": that capital proves nothing.
        End::Ellipsis if !run.closed => {
            rules.opener(word) != Some(Opener::Capital) || word.chars().nth(1).is_some()
        }
        End::Ellipsis | End::Loud | End::Sure => true,
        End::Dot => dot(before, start, run, first, word, rules),
    }
}

/// Whether a mark stands inside brackets that close soon behind it: "[page. 42]".
fn in_brackets(before: &str, right: &str) -> bool {
    let bracket = |c: &char| matches!(c, '(' | ')' | '[' | ']' | '（' | '）');
    let opened = before.chars().rev().take(BRACKET).find(bracket);
    let closed = right.chars().take(BRACKET).find(bracket);
    matches!(opened, Some('(' | '[' | '（')) && matches!(closed, Some(')' | ']' | '）'))
}

/// Whether what stands in brackets belongs to the sentence before: "400 yd. (365 m).",
/// "“Enough.” (Moss, p. 55)."
fn belongs(right: &str, run: &Run) -> bool {
    let mut chars = right.chars().skip(1).take(BRACKET);
    let digit = right.chars().nth(1).is_some_and(char::is_numeric);
    let closes = chars.by_ref().any(|c| c == ')');
    let ended = chars
        .next()
        .is_some_and(|c| matches!(c, '.' | '?' | '!' | ',' | ';'));
    closes && ended && (digit || run.closed)
}

/// The first letter or digit of what follows, and the word it stands in.
fn first_word(right: &str) -> (Option<char>, &str) {
    let skipped = right
        .char_indices()
        .take(WORD)
        .find(|(_, c)| !(c.is_whitespace() || marks::may_open(*c)))
        .map_or(right.len(), |(at, _)| at);
    let word = right.get(skipped..).unwrap_or_default();
    let end = word
        .char_indices()
        .take(WORD)
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(word.len().min(WORD), |(at, _)| at);
    let word = word.get(..end).unwrap_or_default();
    (
        right.get(skipped..).unwrap_or_default().chars().next(),
        word,
    )
}

/// The word behind the first one of what follows: "he *said*".
fn second_word<'a>(right: &'a str, first: &str) -> &'a str {
    let rest = right.get(first.len()..).unwrap_or_default();
    first_word(rest).1
}

/// After `。`, `।`: a sentence ends, unless what is quoted goes on in the same sentence.
fn sure(run: &Run, first: Option<char>) -> bool {
    // 「はい。」と述べた: hiragana after a closing mark continues.
    !(run.closed && first.is_some_and(|c| ('\u{3041}'..='\u{309F}').contains(&c)))
}

/// The longest title of a work, in characters on either side of a mark inside.
const TITLE: usize = 24;

/// Whether a mark stands inside the title of a work: 《摔跤吧！爸爸》.
fn in_title(before: &str, right: &str) -> bool {
    let mark = |c: &char| matches!(c, '《' | '》' | '〈' | '〉');
    let opened = before.chars().rev().take(TITLE).find(mark);
    let closed = right.chars().take(TITLE).find(mark);
    matches!(opened, Some('《' | '〈')) && matches!(closed, Some('》' | '〉'))
}

/// A mark with no white space behind it: "talks.The", "结束.他", but not "3.5", "U.S.A", "a.com".
fn without_space(
    text: &str,
    before: &str,
    last: char,
    run: &Run,
    first: Option<char>,
    word: &str,
    rules: &Rules,
) -> bool {
    let Some(first) = first else { return false };
    if marks::han_or_kana(first) {
        return marks::han_or_kana(last) || run.end != End::Dot;
    }
    if !first.is_uppercase() {
        return false;
    }
    let left: Vec<char> = before.chars().rev().take(3).collect();
    let lower = left.len() == 3 && left.iter().all(|c| c.is_lowercase());
    let number = last.is_numeric() && rules.starts(word);
    let capital = word.chars().skip(1).all(char::is_lowercase) || is_roman(word);
    let rest = text.get(run.next + word.len()..).unwrap_or_default();
    let alone = rest.starts_with(|c: char| c.is_whitespace() || c == ',')
        || (rest.starts_with('.') && rules.abbreviation(word).is_some());
    (lower || number || run.closed) && capital && alone
}

/// A full stop with white space behind it.
fn dot(
    before: &str,
    start: usize,
    run: &Run,
    first: Option<char>,
    word: &str,
    rules: &Rules,
) -> bool {
    let opens = before.get(start..).unwrap_or_default();
    let token = last_token(opens);
    let year = token.len() == 4 && token.bytes().all(|b| b.is_ascii_digit());
    if (year || lists::is_label(token))
        && opens.trim_start_matches(|c: char| c.is_whitespace() || marks::may_open(c)) == token
    {
        // "1. The first", "2.) The second": what numbers an item is no sentence.
        return false;
    }
    if run.closed {
        return true;
    }
    let capital = first.is_some_and(char::is_uppercase);
    let digit = first.is_some_and(char::is_numeric);
    let starter = rules.starts(word);
    let spaced = glued(opens, token);
    let known = rules.abbreviation(spaced.as_deref().unwrap_or(token));
    // "A. S. Orlov": capitals alone are initials, whatever the letter shortens elsewhere.
    let mut letters = token.chars();
    // Vowel signs stand on their letter: "के. पी.".
    let letter = letters.next();
    let second = letters.find(|&c| !is_mark_of_letter(c));
    let long = starter && word.chars().nth(1).is_some();
    let initial = second.is_none() && letter.is_some_and(char::is_uppercase);
    if initial && (spaced.is_none() || known.is_none()) {
        return long && opens.trim_start() != token;
    }
    if let Some(how) = known.or_else(|| rules.abbreviation(token)) {
        return match how {
            // "der FR. Die": an acronym that reads like a title.
            Use::Title if is_acronym(token) && !is_acronym(word) => true,
            Use::Title | Use::Inner => false,
            Use::Number => !digit && capital,
            Use::Any => starter && !digit,
            // A unit without its number is another abbreviation: "ft. 3 in.", "Ft. Worth".
            Use::Unit if !counted(opens, spaced.as_ref().map_or(token.len(), |s| s.len() + 1)) => {
                (starter || rules.starts(token)) && !digit
            }
            // "In 1995 A.D. Rome" opens a sentence, further on the same word rather ends one.
            Use::Unit | Use::List => {
                let telling = capital && !rules.capital_nouns && !rules.dates(word);
                starter || (telling && !opening(opens, rules))
            }
        };
    }
    match (letter, second) {
        // A letter that numbers an item; an initial where there are no capitals.
        (Some(c), None) if c.is_alphabetic() && !marks::unspaced(c) && !rules.is_plain(token) => {
            return starter && before.len() - start > token.len();
        }
        // "U.S.", "ل.م.": dots inside.
        (Some(c), Some('.')) if c.is_alphabetic() => return starter,
        _ => {}
    }
    // "am 3. Mai", "XII. Pluk"
    let roman = token.len() > 1 && is_roman(token) && !is_regnal(opens, token);
    if roman || !token.is_empty() && token.chars().all(char::is_numeric) {
        let short = roman || token.len() <= 2;
        if rules.ordinal_dot && short && !starter && (capital || !digit) {
            return false;
        }
    }
    true
}

/// Whether a word is in capitals.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a word is a Roman numeral.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// Whether the numeral that `said` ends with follows a name: "Edward III".
fn is_regnal(said: &str, numeral: &str) -> bool {
    let rest = said.get(..said.len() - numeral.len()).unwrap_or_default();
    let name = rest.trim_end().rsplit(char::is_whitespace).next();
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// An abbreviation of letters with spaces between, without them: "до н. э" as "н.э". None where
/// no letter with a dot stands before the last one.
fn glued(said: &str, token: &str) -> Option<String> {
    let short = |word: &str| word.chars().filter(|&c| !is_mark_of_letter(c)).count() <= 2;
    if !short(token) {
        return None;
    }
    let mut parts = vec![token];
    let rest = said.get(..said.len() - token.len())?;
    for part in rest.trim_end().rsplit([' ', '\u{a0}', '\u{202f}']).take(2) {
        match part.strip_suffix('.') {
            Some(part) if !part.is_empty() && short(part) => parts.push(part),
            _ => break,
        }
    }
    parts.reverse();
    (parts.len() > 1).then(|| parts.join("."))
}

/// Whether a number stands shortly before the unit that `said` ends with: "10 km", "VIII w",
/// "in the 5th century BC".
fn counted(said: &str, unit: usize) -> bool {
    let mut from = said.len().saturating_sub(unit);
    while !said.is_char_boundary(from) {
        from -= 1;
    }
    let rest = said.get(..from).unwrap_or_default();
    let words = rest.rsplit([' ', '\u{a0}', '\u{202f}']).take(COUNTED);
    let mut words = words.map(|word| word.trim_end_matches(['.', ',']));
    words.any(|word| word.contains(char::is_numeric) || is_roman(word))
}

/// Whether no more than a date has been said of a sentence: few words, or what a preposition of
/// time opens ("On Monday at 6 a.m. Mr. Moss arrived").
fn opening(said: &str, rules: &Rules) -> bool {
    let said = said.rsplit(':').next().unwrap_or(said).trim_start();
    let spaces = said.bytes().take(BRACKET).filter(|b| *b == b' ').count();
    let timed = || rules.opener(first_word(said).1) == Some(Opener::Time);
    spaces <= OPENING || (said.len() < BRACKET && timed())
}

/// Whether the word before a mark ends a sentence even where `next` starts in lower case:
/// before a full stop a word that is no abbreviation, for it is long or known or a function word
/// follows; before a louder mark any but a name ("Yahoo! said").
fn plain_word(before: &str, run: &Run, rules: &Rules, next: &str) -> bool {
    let token = last_token(before);
    let token = token.trim_end_matches(['"', '\'', '’']);
    let token = token.rsplit(['\'', '’']).next().unwrap_or(token);
    if token.is_empty() {
        // "… with the enemy”. so it goes": no abbreviation ends with what closes.
        return run.end == End::Dot
            && before.ends_with(|c: char| marks::closes(c) || marks::may_close(c));
    }
    let length = token.chars().count();
    let whole = length >= LONG
        || rules.is_plain(token)
        || (length >= SHORT && rules.starts(next) && token.starts_with(char::is_lowercase));
    token.chars().all(char::is_alphabetic)
        && (whole || run.end == End::Loud)
        && (run.end == End::Dot || run.repeated || token.starts_with(char::is_lowercase))
        && rules.abbreviation(token).is_none()
}

/// The word before a mark, with dots inside it; empty where it is longer than any abbreviation.
fn last_token(before: &str) -> &str {
    let mut from = before.len();
    for (at, c) in before.char_indices().rev().take(WORD) {
        let inside = c.is_alphanumeric()
            || matches!(c, '.' | '\'' | '’' | '-' | '״' | '"' | '°' | '№')
            || marks::directs(c);
        if !(inside || is_mark_of_letter(c)) {
            break;
        }
        from = at;
    }
    before
        .get(from..)
        .unwrap_or_default()
        .trim_start_matches(['.', '\'', '"', '’', '-'])
        .trim_end_matches(marks::directs)
}

/// Vowel signs and joiners inside the words of Indic and Arabic script.
fn is_mark_of_letter(c: char) -> bool {
    matches!(c as u32, 0x064B..=0x0652 | 0x0591..=0x05C7 | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0B82 | 0x0BBE..=0x0BCD | 0x0C00..=0x0C04 | 0x0C3E..=0x0C56 | 0x0D00..=0x0D03 | 0x0D3E..=0x0D4D | 0x200C | 0x200D)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with ` | ` at every end of a sentence.
    fn cut(language: &str, text: &str) -> String {
        let mut out = String::new();
        let mut start = 0;
        ends(text, Rules::of(language), |end| {
            out.push_str(text.get(start..end).expect("a boundary").trim());
            out.push_str(" | ");
            start = end;
        });
        out + text.get(start..).expect("a boundary").trim()
    }

    #[track_caller]
    fn check(language: &str, expected: &str) {
        assert_eq!(cut(language, &expected.replace(" | ", " ")), expected);
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        check(
            "en",
            "Mr. Lin met Gen. J. R. Moss at 10 a.m. on Friday. | Talks went on.",
        );
        check("en", "He left the U.S. | The talks failed.");
        check(
            "de",
            "Am 3. Mai kam Dr. Weiß nach St. Pölten. | Es regnete.",
        );
        check("ar", "قال د. سمير إن الاتفاق قريب. | وأضاف أن الوقت ضيق.");
    }

    #[test]
    fn numbers_and_addresses_hold_no_ends() {
        check(
            "en",
            "It rose 3.5 percent to 1.2 million, see example.com. | Then it fell.",
        );
        assert_eq!(
            cut("en", "They ended the talks.The envoy left."),
            "They ended the talks. | The envoy left."
        );
    }

    #[test]
    fn quotations_keep_their_marks_and_their_attribution() {
        check(
            "en",
            "“Will it hold?” she asked. | “We hope so.” | Nobody answered.",
        );
        check(
            "fr",
            "« Vraiment ? » demande-t-il. | « Oui ! » | Personne ne bouge.",
        );
        assert_eq!(
            cut("ja", "「はい。」と述べた。彼は去った。"),
            "「はい。」と述べた。 | 彼は去った。"
        );
    }

    #[test]
    fn marks_of_other_scripts_end_sentences() {
        check("hi", "बैठक हुई। | वे चले गए।");
        check("ur", "بات چیت ہوئی۔ | وہ چلے گئے۔");
        check("ar", "هل انتهت المحادثات؟ | لم تنته بعد.");
        assert_eq!(
            cut("zh", "会谈结束。双方同意继续！"),
            "会谈结束。 | 双方同意继续！"
        );
    }
}
