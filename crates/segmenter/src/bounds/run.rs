//! Runs of marks that may end a sentence, with what closes behind them.

use crate::marks::{self, End};
use crate::rules::Rules;

/// The mark that stands at the byte `at`, and where it ends.
pub(super) fn mark_at(text: &str, at: usize) -> Option<(End, usize)> {
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

/// A run of marks that may end a sentence, with the closing marks behind it.
pub(super) struct Run {
    pub(super) end: End,
    /// Whether the mark stands twice or more.
    pub(super) repeated: bool,
    /// Whether a quotation mark or bracket closes behind the marks.
    pub(super) closed: bool,
    /// The byte behind the marks and what closes there.
    pub(super) after: usize,
    /// The first byte that is no white space behind them.
    pub(super) next: usize,
}

impl Run {
    pub(super) fn read(
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
            } else if end == End::Dot || more == End::Sure {
                end = more;
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

/// What closes before an Armenian colon and the number there are no longer than this (in
/// characters).
pub(super) const CLOSING: usize = 16;

/// Armenian writes a colon where others write a full stop.
pub(super) fn armenian(c: char) -> bool {
    ('\u{531}'..='\u{58A}').contains(&c)
}

/// Greek writes a semicolon where others write a question mark.
pub(super) fn greek(c: char) -> bool {
    ('\u{370}'..='\u{3FF}').contains(&c) || ('\u{1F00}'..='\u{1FFF}').contains(&c)
}

/// A quotation is read no further back than this (in bytes) to see whether it is open.
pub(super) const QUOTED: usize = 400;

/// Whether a straight quotation mark with spaces on both sides closes what was opened in the
/// same sentence.
pub(super) fn spaced_quote(text: &str, start: usize, at: usize, after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    let alone = rest
        .strip_prefix(" \"")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let said = text
        .as_bytes()
        .get(start.max(at.saturating_sub(QUOTED))..at);
    let marks = said.unwrap_or_default().iter().filter(|b| **b == b'"');
    alone && marks.fold(false, |odd, _| !odd)
}

/// The length of references like `[12]` that stand behind the mark they belong to.
pub(super) fn references(rest: &str) -> usize {
    let mut length = 0;
    while let Some(one) = rest.get(length..).and_then(reference) {
        length += one;
    }
    length
}

pub(super) fn reference(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('[')?;
    let number =
        inside.find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | ',')))?;
    let closed = inside.get(number..)?.starts_with(']') && (1..=8).contains(&number);
    closed.then_some(rest.len() - inside.len() + number + 1)
}

/// The length of the number of a note that stands behind a full stop: "consultation.11 Take".
pub(super) fn note(text: &str, at: usize, after: usize) -> usize {
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
