//! What a line is in the layout of an article: headline, dateline, byline, caption, list item.

use crate::SentenceKind;
use crate::rules::Rules;

/// Headlines, datelines, bylines and credits are shorter than this (in bytes).
const LINE: usize = 300;

/// Subheadings are shorter than this (in bytes, so half as many letters outside Latin script).
const SUBHEADING: usize = 120;

/// A name that follows "By" has no more words than this, with its title and a second author.
const NAMES: usize = 9;

/// Where a line stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// It is the first with text.
    pub(crate) first: bool,
    /// More text follows.
    pub(crate) more: bool,
    /// It holds one sentence only.
    pub(crate) single: bool,
}

/// What a paragraph of one line is.
pub(crate) fn kind(line: &str, place: Place, rules: &Rules) -> SentenceKind {
    if is_item(line) {
        return SentenceKind::Item;
    }
    if line.len() > LINE {
        return SentenceKind::Body;
    }
    if rules.captions.open(line) || is_credit(line, rules) {
        return SentenceKind::Caption;
    }
    if !place.more && !place.single {
        return SentenceKind::Body;
    }
    if is_byline(line, rules) {
        return SentenceKind::Byline;
    }
    if is_dateline(line, rules) {
        return SentenceKind::Dateline;
    }
    let last = line
        .trim_end_matches(['"', '”', '’', '»', ')', '」', '』'])
        .chars()
        .next_back();
    let open = !last.is_some_and(|c| {
        matches!(
            c,
            '.' | '。' | '．' | '।' | '۔' | '։' | ',' | '，' | '،' | ':' | '：' | ';' | '…'
        )
    });
    let loud = last.is_some_and(|c| matches!(c, '!' | '?' | '！' | '？' | '؟'));
    let short = line.len() <= SUBHEADING;
    if place.more && open && (place.first || (place.single && short && !loud)) {
        return SentenceKind::Headline;
    }
    SentenceKind::Body
}

/// Bullets and numbers before an item of a list.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some(
            '•' | '‣' | '◦' | '▪' | '■' | '□' | '●' | '○' | '◆' | '◇' | '►' | '▶' | '➤' | '✓' | '·',
        ) => true,
        Some('-' | '*' | '–') => chars.next().is_some_and(|c| c == ' ' || c == '\t'),
        Some('(' | '（') => {
            let rest: &str = chars.as_str();
            let number = rest.trim_start_matches(char::is_numeric);
            number.len() < rest.len()
                && number.starts_with([')', '）'])
                && rest.len() - number.len() < 4
        }
        Some(c) if c.is_numeric() => {
            let rest = line.trim_start_matches(char::is_numeric);
            let digits = line.len() - rest.len();
            let mut after = rest.chars();
            digits < 4
                && matches!(after.next(), Some('.' | ')' | '）' | '、' | '．'))
                && after
                    .next()
                    .is_some_and(|c| c.is_whitespace() || rest.starts_with(['、', '．']))
        }
        _ => false,
    }
}

/// "(Photo by …)", "[图 …]": a credit in brackets, alone on its line.
fn is_credit(line: &str, rules: &Rules) -> bool {
    let inside = line.trim_start_matches(['(', '[', '（', '【', '［', '/']);
    inside.len() < line.len()
        && line.ends_with([')', ']', '）', '】', '］', '/'])
        && rules.captions.open(inside)
}

/// Whether a sentence of running text tells who made the article or who owns it: "Ana Varga is a
/// staff writer.", "© 2016 Harbour Mail. All rights reserved."
pub(crate) fn is_credited(sentence: &str, rules: &Rules) -> bool {
    if rules.credits.is_empty() || sentence.len() > LINE {
        return false;
    }
    let sentence = sentence.to_lowercase();
    let mut credits = rules.credits.iter();
    credits.any(|phrase| match phrase.strip_prefix('^') {
        Some(opening) => sentence.starts_with(opening),
        None => sentence.contains(phrase.as_str()),
    })
}

fn is_byline(line: &str, rules: &Rules) -> bool {
    let line = line.trim_start_matches(['(', '（', '【', '[', '|', '■', ' ']);
    if !rules.bylines.open(line) || line.ends_with(['.', '。', '?', '!', '…']) && line.len() > 40
    {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    // Names are in capitals where there are capitals; words like "and" join them.
    let named = words.iter().skip(1).all(|word| {
        let first = word.trim_start_matches(['(', '"', '“']).chars().next();
        first.is_none_or(|c| !c.is_lowercase())
            || rules.starts(word)
            || word.contains('@')
            || word.len() <= 3
    });
    words.len() <= NAMES && named && line.len() < 160
}

/// "BEIJING, April 30 (Xinhua) --", "北京4月30日电", alone on a line.
fn is_dateline(line: &str, rules: &Rules) -> bool {
    if line.len() > 120 {
        return false;
    }
    if rules
        .datelines
        .iter()
        .any(|end| line.ends_with(end.as_str()))
    {
        return true;
    }
    let body = line.trim_end_matches(['-', '–', '—', '―', ' ', ':']);
    let dashed = body.len() < line.len();
    let shouted = body.split([' ', ',', '(', '/']).next().is_some_and(|word| {
        word.chars().filter(|c| c.is_uppercase()).count() > 2
            && !word.chars().any(char::is_lowercase)
    });
    let agency = body.ends_with([')', '）']) && body.len() < 80;
    let dated = body.chars().any(char::is_numeric);
    (dashed && (shouted || agency || dated)) || (shouted && agency && dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INSIDE: Place = Place {
        first: false,
        more: true,
        single: true,
    };

    fn at(code: &str, line: &str, place: Place) -> SentenceKind {
        kind(line, place, Rules::of(code))
    }

    #[test]
    fn lines_of_the_layout_are_told_from_running_text() {
        let first = Place {
            first: true,
            ..INSIDE
        };
        assert_eq!(
            at("en", "Ministers agree on a truce", first),
            SentenceKind::Headline
        );
        assert_eq!(at("en", "What comes next", INSIDE), SentenceKind::Headline);
        assert_eq!(
            at("en", "The ministers met on Monday.", INSIDE),
            SentenceKind::Body
        );
        assert_eq!(
            at("en", "By Ann Moss and Li Wei", INSIDE),
            SentenceKind::Byline
        );
        assert_eq!(
            at("en", "By noon the square was full.", INSIDE),
            SentenceKind::Body
        );
        assert_eq!(
            at("en", "BEIJING, April 30 (Xinhua) --", INSIDE),
            SentenceKind::Dateline
        );
        assert_eq!(
            at("zh", "新华社北京4月30日电", INSIDE),
            SentenceKind::Dateline
        );
        assert_eq!(
            at("ar", "بكين 30 أبريل (شينخوا) --", INSIDE),
            SentenceKind::Dateline
        );
        assert_eq!(
            at("en", "Photo: Ann Moss/Gulf Wire", INSIDE),
            SentenceKind::Caption
        );
        assert_eq!(at("de", "(Foto: Anna Moos)", INSIDE), SentenceKind::Caption);
        assert_eq!(
            at("en", "• a truce of ten days", INSIDE),
            SentenceKind::Item
        );
        assert_eq!(
            at("en", "2) an exchange of prisoners", INSIDE),
            SentenceKind::Item
        );
        assert_eq!(at("en", "2.5 million fled.", INSIDE), SentenceKind::Body);
    }

    #[test]
    fn sentences_that_tell_of_the_author_are_credited() {
        let credited = |sentence: &str| is_credited(sentence, Rules::of("en"));
        assert!(credited("Ana Varga is a Harbour Mail staff writer."));
        assert!(credited("© 2016 Harbour Mail. All rights reserved."));
        assert!(credited("(Published Monday, Oct. 14, 2013)"));
        assert!(!credited("The report was published on Monday."));
        assert!(credited("Reach her at newsdesk@harbourmail.example."));
        assert!(!credited(
            "Police could not reach her at the harbour on Monday."
        ));
        assert!(!credited(
            "Conflicting reports from the harbour said two were missing."
        ));
        assert!(!credited("Police said the ferry had reached the harbour."));
    }
}
