//! Lines and paragraphs.

use crate::rules::{Rules, Use};
use crate::{Span, marks};

/// A line width (in characters) below which a block of lines is a list, verse or a table rather
/// than wrapped text, and one above which nobody wraps.
const WRAP: std::ops::RangeInclusive<usize> = 40..=120;

/// The paragraphs of a text: consecutive spans that cover it, each with the line breaks behind
/// it. A line is a paragraph; where a text is wrapped at a fixed width, the lines up to the next
/// empty one are.
pub(crate) fn paragraphs(text: &str, rules: &Rules) -> Vec<Span> {
    let lines = contents(text);
    let mut paragraphs: Vec<Span> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && !lines[end].content.is_empty() {
            end += 1;
        }
        let block = lines.get(at..end).unwrap_or_default();
        join_wrapped(text, block, rules, &mut paragraphs);
        at = end;
    }
    paragraphs
}

/// One line: what it says, and the span with its line break.
struct Line {
    content: Span,
    whole: Span,
}

/// Consecutive spans of the lines, each with its line break.
pub(crate) fn lines(text: &str) -> Vec<Span> {
    contents(text).into_iter().map(|line| line.whole).collect()
}

fn contents(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let next = match bytes[at] {
            b'\n' | 0x0B | 0x0C => at + 1,
            b'\r' => at + 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
            // NEL, line separator, paragraph separator.
            0xC2 if bytes.get(at + 1) == Some(&0x85) => at + 2,
            0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => at + 3,
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(Line {
            content: Span::new(start, at).trim(text),
            whole: Span::new(start, next),
        });
        start = next;
        at = next;
    }
    if start < bytes.len() {
        lines.push(Line {
            content: Span::new(start, bytes.len()).trim(text),
            whole: Span::new(start, bytes.len()),
        });
    }
    lines
}

/// Adds the paragraphs of a block of lines without an empty line between them, save that its
/// first lines may be empty: those go to the paragraph before.
fn join_wrapped(text: &str, block: &[Line], rules: &Rules, paragraphs: &mut Vec<Span>) {
    let wrapped = is_wrapped(text, block);
    let ended = ended(text, block);
    let mut fresh = true;
    let mut running = false;
    for (index, line) in block.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|i| block.get(i));
        running = before.is_some_and(|before| {
            (running || before.content.of(text).starts_with(char::is_uppercase))
                && ended.get(index) == Some(&true)
                && goes_on(text, before, line)
        });
        let joined =
            wrapped || running || before.is_some_and(|before| belongs(text, before, line, rules));
        match paragraphs.last_mut() {
            Some(last) if line.content.is_empty() || (joined && !fresh) => {
                last.end = line.whole.end;
            }
            _ => {
                paragraphs.push(line.whole);
                fresh = line.content.is_empty();
            }
        }
    }
}

/// The shortest line (in bytes) that a sentence is broken behind.
const BROKEN: usize = 12;

/// Whether the lines from each one on that start in lower case come to an end with a mark.
fn ended(text: &str, block: &[Line]) -> Vec<bool> {
    let mut ended = vec![false; block.len()];
    let mut below = false;
    for (line, ends) in block.iter().zip(&mut ended).rev() {
        let line = line.content.of(text);
        *ends = below || line.ends_with(['.', '!', '?', '”', '"', '»', ')']);
        below = *ends && line.starts_with(char::is_lowercase);
    }
    ended
}

/// Whether a sentence goes on over a line break: nothing ends before it, and the next line
/// starts in lower case.
fn goes_on(text: &str, before: &Line, line: &Line) -> bool {
    let (before, line) = (before.content.of(text), line.content.of(text));
    before.len() >= BROKEN
        && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | ','))
        && line.starts_with(char::is_lowercase)
        && !is_list(line)
}

/// Whether a line cannot stand for itself: it opens with a mark or is in brackets behind what has no
/// end, or the line before breaks off where none ends ("Mr.", 「父の」).
fn belongs(text: &str, before: &Line, line: &Line, rules: &Rules) -> bool {
    let (before, line) = (before.content.of(text), line.content.of(text));
    if before.is_empty() || line.is_empty() {
        return false;
    }
    let open = before.ends_with(char::is_alphanumeric);
    let mut chars = line.chars();
    let marks = chars.next().is_some_and(|c| marks::end(c).is_some())
        && chars.next().is_none_or(char::is_whitespace);
    let bracket = line.starts_with(['(', '（']) && line.ends_with(['.', '。']);
    let title = before.strip_suffix('.').and_then(|before| {
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        rules.abbreviation(word)
    });
    let particle = before.ends_with(['の', '、', '，']) && before.len() >= BROKEN;
    (open && (marks || bracket)) || matches!(title, Some(Use::Title)) || particle
}

/// Whether a line in lower case is an item: "a. here it is".
fn is_list(line: &str) -> bool {
    line.chars().nth(1).is_some_and(|c| matches!(c, '.' | ')'))
}

/// Whether lines were cut at a fixed width: the first word of nearly every next line would not
/// have fitted, and most lines end inside a sentence.
fn is_wrapped(text: &str, block: &[Line]) -> bool {
    let filled: Vec<&Line> = block
        .iter()
        .filter(|line| !line.content.is_empty())
        .collect();
    if filled.len() < 2 {
        return false;
    }
    let width = |span: Span| span.of(text).chars().take(*WRAP.end() + 1).count();
    let widths: Vec<usize> = filled.iter().map(|line| width(line.content)).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    if !WRAP.contains(&widest) {
        return false;
    }
    let pairs = filled.len() - 1;
    let (mut full, mut open) = (0, 0);
    for (index, line) in filled.iter().take(pairs).enumerate() {
        let next = filled[index + 1].content.of(text);
        let word = next.split(char::is_whitespace).next().unwrap_or_default();
        full += usize::from(widths[index] + 1 + word.chars().count() >= widest);
        let ends = line
            .content
            .of(text)
            .ends_with(['.', '!', '?', '。', '”', '"', '؟', '।', ':']);
        open += usize::from(!ends);
    }
    // Two lines prove little: there, the next one must go on in lower case.
    let goes_on = filled[1].content.of(text).starts_with(char::is_lowercase);
    full * 10 >= pairs * 8 && open * 2 > pairs && (pairs > 1 || goes_on)
}
