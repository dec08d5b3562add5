//! Where sentences end inside a paragraph.
//!
//! The bounds are those of UAX #29 with our own joins and splits, found by one scan over the
//! bytes: only where a mark that may end a sentence stands are its neighbours looked at, and
//! never further than a few dozen characters, so that cost is linear whatever the text.

mod dot;
mod run;
mod words;

use crate::marks::{self, End};
use crate::rules::{Opener, Rules, Use};
use dot::{counted, dot, is_roman};
use run::{Run, armenian, mark_at};
use words::{caseless, first_word, last_token, second_word};

/// Abbreviations that are in no list are shorter than this (in characters).
const LONG: usize = 5;

/// Before a function word those are shorter than this.
const SHORT: usize = 3;

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
        ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛' | ')' | ']' | '/' | '%' | '№'
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
    // The Armenian dot is a pause, not an end; so are dots that a word follows at once.
    if (run.end == End::Dot || run.end == End::Ellipsis && !gap) && armenian(last) {
        return false;
    }
    if next == '(' && belongs(right, run) {
        return false;
    }
    if run.closed && attributed(right, run, rules) || embedded(text.get(start..at), right) {
        return false;
    }
    if run.end == End::Sure {
        let title = text
            .get(at..run.after)
            .is_some_and(|run| run.contains(['》', '〉']));
        return gap || (sure(run, first) && !title && !in_title(before, right));
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

/// After `。`, `।`: a sentence ends, unless what is quoted goes on in the same sentence.
fn sure(run: &Run, first: Option<char>) -> bool {
    // 「はい。」と述べた: hiragana after a closing mark continues.
    !(run.closed && first.is_some_and(|c| ('\u{3041}'..='\u{309F}').contains(&c)))
}

/// How far before and behind an end a quotation may open and close that is a part of its sentence,
/// in characters; a longer one is cut at its ends all the same.
const EMBEDDED: usize = 120;

/// Whether an end stands inside a quotation that opens inside a sentence and on whose closing mark a
/// particle hangs, so that neither half could stand alone: 町長は「声が聞こえる。急ぐ」と話した,
/// 장관은 "늦었다. 서두르겠다"고 말했다.
fn embedded(before: Option<&str>, right: &str) -> bool {
    let quotes = |c: char| matches!(c, '「' | '」' | '『' | '』' | '“' | '”' | '"');
    let before = before.unwrap_or_default();
    let opened = before.char_indices().rev().take(EMBEDDED);
    let Some((at, open)) = opened.into_iter().find(|&(_, c)| quotes(c)) else {
        return false;
    };
    let opens = match open {
        '"' => before.matches('"').count() % 2 == 1,
        open => matches!(open, '「' | '『' | '“'),
    };
    if !opens || before.get(..at).is_none_or(|main| main.trim().is_empty()) {
        return false;
    }
    let mut rest = right.chars().take(EMBEDDED).skip_while(|&c| !quotes(c));
    let closes = rest
        .next()
        .is_some_and(|c| matches!(c, '」' | '』' | '”' | '"'));
    let hangs = |c: char| matches!(c, '\u{3041}'..='\u{309F}' | '\u{ac00}'..='\u{d7a3}');
    closes && rest.next().is_some_and(hangs)
}

/// The longest attribution behind a quotation, in characters.
const ATTRIBUTION: usize = 24;

/// Whether what follows a closed quotation only says who spoke, in a script without capitals,
/// which elsewhere show it: “结束了吗？”记者问。
///
/// After a full stop inside the marks, a clause that goes on behind its comma tells the next thing
/// that was said: “取得积极进展。”他表示，双方同意继续对话。
fn attributed(right: &str, run: &Run, rules: &Rules) -> bool {
    if !right.starts_with(|c: char| caseless(c) || marks::han_or_kana(c)) {
        return false;
    }
    let stop = |c: char| marks::end(c).is_some() || matches!(c, ',' | '،' | '，' | '、' | '؛');
    let end = right
        .char_indices()
        .take(ATTRIBUTION)
        .find(|&(_, c)| stop(c));
    // A colon leads to the next quotation.
    let Some((end, stop)) = end.filter(|&(_, c)| c != ':') else {
        return false;
    };
    let behind = right.get(end + stop.len_utf8()..).unwrap_or_default();
    if run.end == End::Sure && stop == '，' && !behind.starts_with(marks::may_open) {
        return false;
    }
    let clause = right.get(..end).unwrap_or_default().trim_end();
    if clause.starts_with(marks::han_or_kana) {
        let mut tails = clause.char_indices().rev().take(3);
        return tails.any(|(at, _)| clause.get(at..).is_some_and(|word| rules.says(word)));
    }
    let mut words = clause.split(' ');
    words.next().is_some_and(|word| rules.says(word))
        || words.next_back().is_some_and(|word| rules.says(word))
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
    let left: Vec<char> = before.chars().rev().take(3).collect();
    if marks::han_or_kana(first) {
        // "形势严峻……时间不多了": a pause.
        let pause = run.end == End::Ellipsis && !run.closed;
        return (marks::han_or_kana(last) || run.end != End::Dot) && !pause;
    }
    if caseless(first) {
        let words = left.len() == 3 && left.iter().all(|&c| caseless(c));
        return words
            && !run.closed
            && run.end == End::Dot
            && word.chars().nth(1).is_some_and(caseless);
    }
    if !first.is_uppercase() {
        return false;
    }
    let lower = left.len() == 3 && left.iter().all(|c| c.is_lowercase());
    let number = last.is_numeric() && rules.starts(word);
    let capital = word.chars().skip(1).all(char::is_lowercase) || is_roman(word);
    let rest = text.get(run.next + word.len()..).unwrap_or_default();
    let alone = rest.starts_with(|c: char| c.is_whitespace() || c == ',')
        || (rest.starts_with('.') && rules.abbreviation(word).is_some());
    (lower || number || run.closed) && capital && alone
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
        && rules.abbreviation(token).is_none_or(|how| {
            // "came in. the": a word that only a number makes a unit.
            how == Use::Unit && rules.is_plain(token) && !counted(before, token)
        })
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
        check(
            "zh",
            "“谈判有进展。”他说。 | “谈判有进展。” | 他表示，双方同意继续对话。",
        );
        check("zh", "“谈判有进展。”他说，“双方同意继续。”");
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
