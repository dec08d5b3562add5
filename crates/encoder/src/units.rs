//! The units that a sentence is summed from: words where spaces set them apart, numbers,
//! characters with their neighbours elsewhere.

use crate::fold::{Folded, is_han};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// How a unit is described by features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits, with separators inside.
    Number,
    /// A word in Latin letters.
    Latin,
    /// A word in another alphabet or abugida.
    Letters,
    /// A word in Hangul.
    Hangul,
    /// A word in katakana.
    Katakana,
    /// Two neighbouring hiragana, or a single one.
    Hiragana,
    /// A Han character; its features look at the two that follow.
    Han,
    /// A character of a script that sets no spaces between words (Thai, Lao, Khmer, Burmese).
    Unspaced,
}

/// A unit: a run of characters of the folded sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) kind: Kind,
    /// What belongs to the unit itself.
    pub(crate) own: Range<usize>,
    /// What its features may look at: `own` and, for a Han character, its neighbours.
    pub(crate) seen: Range<usize>,
}

/// Longer words are cut here, so that a hostile text costs no more than a plain one.
const LONGEST: usize = 48;

/// Cuts a folded sentence into units, in order.
pub(crate) fn each(text: &[Folded], mut take: impl FnMut(Unit)) {
    let mut at = 0;
    while let Some(first) = text.get(at) {
        let Some(kind) = kind(first.char) else {
            at += 1;
            continue;
        };
        let end = run_end(text, at, kind);
        match kind {
            Kind::Han | Kind::Unspaced => {
                for i in at..end {
                    take(Unit {
                        kind,
                        own: i..i + 1,
                        seen: i..end.min(i + 3),
                    });
                }
            }
            Kind::Hiragana => {
                for i in at..(end - 1).max(at + 1) {
                    let own = i..end.min(i + 2);
                    take(Unit {
                        kind,
                        own: own.clone(),
                        seen: own,
                    });
                }
            }
            _ => take(Unit {
                kind,
                own: at..end,
                seen: at..end,
            }),
        }
        at = end;
    }
}

/// Where the run of `kind` that starts at `at` ends.
fn run_end(text: &[Folded], at: usize, kind: Kind) -> usize {
    let char_at = |i: usize| text.get(i).map(|f| f.char);
    let mut end = at + 1;
    while let Some(c) = char_at(end)
        && end - at < LONGEST
    {
        let goes_on = match kind {
            Kind::Number => {
                c.is_ascii_digit()
                    || matches!(c, '.' | ',' | '\u{66b}' | '\u{66c}')
                        && char_at(end + 1).is_some_and(|next| next.is_ascii_digit())
            }
            _ => self::kind(c) == Some(kind) || is_combining_mark(c),
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

fn kind(c: char) -> Option<Kind> {
    Some(match c {
        '0'..='9' => Kind::Number,
        'a'..='z' => Kind::Latin,
        ..='\u{7f}' | '・' => return None,
        // The letters of most news in Cyrillic, Hebrew and Arabic, ahead of slower questions.
        '\u{430}'..='\u{45f}' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' => Kind::Letters,
        _ if is_han(c) => Kind::Han,
        '\u{3041}'..='\u{309f}' => Kind::Hiragana,
        '\u{30a1}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => Kind::Katakana,
        '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' => Kind::Hangul,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            if c.is_alphanumeric() || is_combining_mark(c) {
                Kind::Unspaced
            } else {
                return None;
            }
        }
        _ if !c.is_alphabetic() => return None,
        ..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Kind::Latin,
        _ => Kind::Letters,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    fn units(text: &str) -> Vec<String> {
        let mut folded = Vec::new();
        fold(text, &mut folded);
        let mut units = Vec::new();
        each(&folded, |unit| {
            units.push(folded[unit.own].iter().map(|f| f.char).collect());
        });
        units
    }

    #[test]
    fn words_and_numbers() {
        assert_eq!(
            units("At least 34,535 people, Mr. O'Neil said."),
            ["at", "least", "34,535", "people", "mr", "o", "neil", "said"]
        );
        assert_eq!(units("قتل ٣٬٤ في"), ["قتل", "3٬4", "في"]);
        assert_eq!(units("प्रधान मंत्री।"), ["प्रधान", "मंत्री"]);
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(units("外交部"), ["外", "交", "部"]);
        assert_eq!(units("カナダへ行った"), ["カナダ", "へ", "行", "った"]);
        assert_eq!(units("서울에서"), ["서울에서"]);
    }

    #[test]
    fn no_unit_is_endless() {
        assert!(units(&"a".repeat(1000)).iter().all(|u| u.len() <= LONGEST));
    }
}
