//! Lines of a terminal: their width, their breaks, and texts that could disturb them.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// A text of an article on one line that stays inside itself: isolated as a whole where it has
/// right-to-left letters, so that it does not pull the marks beside it along.
pub(crate) fn plain(text: impl AsRef<str>) -> String {
    isolated(clean(text.as_ref()))
}

/// Our own words with names and quotations in them: they run from left to right, and every
/// right-to-left stretch is isolated by itself.
pub(crate) fn prose(text: &str) -> String {
    stretches(&clean(text))
}

/// White space becomes single spaces; control characters and marks that turn the direction of
/// what follows are dropped.
fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !line.is_empty();
        } else if !c.is_control() && !turns_direction(c) {
            if std::mem::take(&mut gap) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

fn isolated(line: String) -> String {
    if line.chars().any(is_right_to_left) {
        format!("{ISOLATE}{line}{END_ISOLATE}")
    } else {
        line
    }
}

/// Isolates each stretch from a right-to-left letter to the last one before a letter of another
/// direction or a mark by which our own words set things apart.
fn stretches(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    // What stands after the last right-to-left letter, and may still belong to the stretch.
    let mut waiting = String::new();
    let mut inside = false;
    for c in line.chars() {
        if is_right_to_left(c) {
            if !inside {
                out.push(ISOLATE);
            }
            inside = true;
            out.push_str(&waiting);
            waiting.clear();
            out.push(c);
        } else if inside && !c.is_alphabetic() && !matches!(c, ',' | ':' | ';' | '“' | '”') {
            waiting.push(c);
        } else {
            if inside {
                out.push(END_ISOLATE);
            }
            inside = false;
            out.push_str(&waiting);
            waiting.clear();
            out.push(c);
        }
    }
    if inside {
        out.push(END_ISOLATE);
    }
    out.push_str(&waiting);
    out
}

/// Embeddings, overrides and isolates of the bidirectional algorithm.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms, by block.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A text of an article on one line of at most `most` columns.
pub(super) fn shortened(text: &str, most: usize) -> String {
    isolated(cut(clean(text), most))
}

/// Our own words on one line of at most `most` columns.
pub(super) fn shortened_prose(text: &str, most: usize) -> String {
    stretches(&cut(clean(text), most))
}

/// The line, cut at a space where one is near.
fn cut(line: String, most: usize) -> String {
    if width(&line) <= most {
        return line;
    }
    let mut kept = String::new();
    let mut used = 1;
    let mut last_space = None;
    for c in line.chars() {
        used += c.width().unwrap_or(0);
        if used > most {
            break;
        }
        if c == ' ' {
            last_space = Some(kept.len());
        }
        kept.push(c);
    }
    // A space in the last quarter: else the text has none, or cutting there would lose too much.
    if let Some(at) = last_space.filter(|&at| at * 4 > kept.len() * 3) {
        kept.truncate(at);
    }
    kept.push('…');
    kept
}

/// The text filled up to `columns` columns: as it is where it is too long.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let gap = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(gap))
}

/// The text in lines of at most `most` columns, broken at spaces; a word that is wider than a
/// line, as in scripts without spaces, is broken inside.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let most = most.max(20);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide <= most {
            line.push(' ');
            line.push_str(word);
            used += 1 + wide;
            continue;
        }
        // A wide word without spaces around its characters begins where the line stands.
        if used > 0 && (wide <= most || used + 8 > most) {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            let one = c.width().unwrap_or(0);
            if used + one > most {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += one;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    closed(lines)
}

/// Ends an isolate at the end of its line and opens it again on the next: a line of a terminal is
/// a paragraph of its own.
fn closed(lines: Vec<String>) -> Vec<String> {
    let mut open = 0_usize;
    lines
        .into_iter()
        .map(|line| {
            let before = open;
            for c in line.chars() {
                match c {
                    ISOLATE => open += 1,
                    END_ISOLATE => open = open.saturating_sub(1),
                    _ => {}
                }
            }
            let starts: String = std::iter::repeat_n(ISOLATE, before).collect();
            let ends: String = std::iter::repeat_n(END_ISOLATE, open).collect();
            format!("{starts}{line}{ends}")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_inside_its_line() {
        assert_eq!(plain("a\u{1b}[31m\r\nb\u{202e}c\u{2069}"), "a[31m bc");
        assert_eq!(plain("قال الوزير"), "\u{2068}قال الوزير\u{2069}");
    }

    #[test]
    fn names_of_the_other_direction_are_isolated_in_our_words() {
        assert_eq!(
            prose("“فتح” in صحيفة المدار, 34 in Volna"),
            "“\u{2068}فتح\u{2069}” in \u{2068}صحيفة المدار\u{2069}, 34 in Volna"
        );
        assert_eq!(
            prose("in صحيفة المدار, “القتلى” in A"),
            "in \u{2068}صحيفة المدار\u{2069}, “\u{2068}القتلى\u{2069}” in A"
        );
        assert_eq!(prose("1,170 in Gulf Wire"), "1,170 in Gulf Wire");
    }

    #[test]
    fn texts_are_cut_by_columns() {
        assert_eq!(shortened("one two three", 20), "one two three");
        assert_eq!(shortened("one two three four five", 16), "one two three…");
        assert_eq!(shortened("双方举行了会谈", 7), "双方举…");
        assert!(width(&shortened("双方举行了会谈", 8)) <= 8);
    }

    #[test]
    fn lines_keep_their_width_and_lose_nothing() {
        for text in [
            "The two sides held an in-depth dialogue and made progress, the spokesman said.",
            "外交部发言人表示，双方就推动和解进行了深入、坦诚的对话，取得积极进展，感谢中方支持。",
            "in \u{2068}وكالة الجسر للأنباء العالمية من بيروت\u{2069} and Gulf Wire and Atlantic Press",
        ] {
            let lines = wrapped(text, 24);
            assert!(lines.len() > 1);
            assert!(lines.iter().all(|line| width(line) <= 24), "{lines:?}");
            let letters =
                |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
            assert_eq!(letters(&lines.join("")), letters(text));
            for line in lines {
                let count = |mark| line.matches(mark).count();
                assert_eq!(count(ISOLATE), count(END_ISOLATE));
            }
        }
    }
}
