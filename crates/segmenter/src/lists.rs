//! Lists that stand in one paragraph: "1. Talks 2. Prisoners", "• aid • a truce".

use crate::rules::Rules;

/// Labels are no longer than this (in bytes, marks aside): 999, viii.
const LABEL: usize = 4;

/// The offset of every item of the lists in `paragraph`; none where it holds no list.
///
/// A list opens where the paragraph does, or behind the end of a sentence with its first label;
/// what counts on from there in the same style is its next item.
pub(crate) fn items(paragraph: &str, rules: &Rules) -> Vec<usize> {
    let opening = paragraph.trim_start();
    let lead = paragraph.len() - opening.len();
    if let Some(bullet) = opening.chars().next().filter(|&c| is_bullet(c)) {
        return opening
            .match_indices(bullet)
            .filter(|&(at, _)| at == 0 || opening.get(..at).is_some_and(|s| s.ends_with(' ')))
            .map(|(at, _)| lead + at)
            .collect();
    }
    if Label::read(opening).is_none() && !may_list(paragraph) {
        return Vec::new();
    }
    let mut items = Vec::new();
    // The item under way, and whether another has followed it, so that both are items.
    let mut last: Option<(usize, Label)> = None;
    let mut at = lead;
    loop {
        if let Some(label) = paragraph.get(at..).and_then(Label::read) {
            let before = paragraph.get(..at).unwrap_or_default().trim_end();
            let fresh = before.is_empty()
                || ((label.number == 1 || label.bracket)
                    && before.ends_with(['.', '!', '?', ':', ';']));
            match last {
                Some((first, before_it))
                    if label.follows(before_it) && !label.is_ordinal(before, rules) =>
                {
                    if items.last() != Some(&first) {
                        items.push(first);
                    }
                    items.push(at);
                    last = Some((at, label));
                }
                _ if fresh => last = Some((at, label)),
                _ => {}
            }
        }
        let Some(space) = paragraph.get(at..).and_then(|rest| rest.find(' ')) else {
            return items;
        };
        at += space + 1;
    }
}

/// Whether something like a first label stands inside a paragraph: " 1. ", " a) ".
fn may_list(paragraph: &str) -> bool {
    paragraph.contains(" 1. ")
        || paragraph.contains(" a. ")
        || (paragraph.contains(')')
            && paragraph.as_bytes().windows(3).any(|window| match window {
                [b'.', b')', b' '] => true,
                [b' ', label, b')'] => label.is_ascii_alphanumeric(),
                _ => false,
            }))
}

/// Whether a character stands before items of a list and nowhere else.
fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '▪' | '●' | '◦' | '‣' | '■' | '►')
}

/// Whether a word numbers an item: digits, one letter, small Roman numerals.
pub(crate) fn is_label(word: &str) -> bool {
    Label::parse(word).next().is_some()
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Digits,
    Letters,
    Roman,
}

/// A number before an item, with what of it must be the same in all items of the list.
#[derive(Debug, Clone, Copy)]
struct Label {
    number: u32,
    style: Style,
    /// The number of its second reading: `i` is a letter and a numeral.
    roman: Option<u32>,
    dot: bool,
    bracket: bool,
}

impl Label {
    /// The label that a text opens with.
    fn read(text: &str) -> Option<Label> {
        let length = text
            .bytes()
            .take(LABEL)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let mut readings = Self::parse(text.get(..length)?);
        let (style, number) = readings.next()?;
        let roman = readings.next().map(|(_, number)| number);
        let rest = text.get(length..)?;
        let dot = rest.starts_with('.');
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        let bracket = rest.starts_with(')');
        let rest = rest.strip_prefix(')').unwrap_or(rest);
        ((dot || bracket) && rest.starts_with(' ')).then_some(Label {
            number,
            style,
            roman,
            dot,
            bracket,
        })
    }

    /// What a label may count, by style.
    fn parse(label: &str) -> impl Iterator<Item = (Style, u32)> {
        let digits = (label.len() < LABEL && label.bytes().all(|b| b.is_ascii_digit()))
            .then(|| label.parse().ok())
            .flatten();
        let mut letters = label.bytes();
        let letter = letters
            .next()
            .filter(|b| b.is_ascii_lowercase() && letters.next().is_none())
            .map(|b| u32::from(b - b'a') + 1);
        let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
        let roman = (1..).zip(numerals).find(|(_, numeral)| *numeral == label);
        let read = |style, number: Option<u32>| number.map(|number| (style, number));
        [
            read(Style::Digits, digits),
            read(Style::Letters, letter),
            read(Style::Roman, roman.map(|(number, _)| number)),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether a label is an ordinal number in running text: "am 2. Juni".
    fn is_ordinal(self, before: &str, rules: &Rules) -> bool {
        let word = before.rsplit(' ').next().unwrap_or_default();
        rules.ordinal_dot && self.style == Style::Digits && !self.bracket && rules.starts(word)
    }

    /// Whether a label counts on from the one before.
    fn follows(self, before: Label) -> bool {
        let marks = self.dot == before.dot && self.bracket == before.bracket;
        let next = self.style == before.style && self.number == before.number + 1;
        let as_roman = |label: Label| match label.style {
            Style::Roman => Some(label.number),
            _ => label.roman,
        };
        let roman = as_roman(before).is_some_and(|n| as_roman(self) == Some(n + 1));
        marks && (next || roman)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        let mut starts = items(text, Rules::of(language));
        starts.push(text.len());
        let found: Vec<&str> = starts
            .windows(2)
            .map(|pair| text.get(pair[0]..pair[1]).expect("a boundary").trim())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn items_of_a_list_in_one_line_are_found() {
        check("en", "1. Talks 2. Prisoners", &["1. Talks", "2. Prisoners"]);
        check(
            "en",
            "The plan: a) aid b) a truce",
            &["a) aid", "b) a truce"],
        );
        check("en", "i.) aid ii.) a truce", &["i.) aid", "ii.) a truce"]);
        check("en", "• 9. aid • 10. talks", &["• 9. aid", "• 10. talks"]);
        check("en", "3. Talks went on.", &[]);
        check("de", "1. Mai und am 2. Juni", &[]);
    }
}
