//! What stands between two atoms.

use crate::dates::fold::fold;

/// What stands between two atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Gap {
    None,
    Space,
    Comma,
    Dash,
    Dot,
    Slash,
    Paren,
    /// A closing parenthesis.
    Closed,
    /// Words or other marks: a date ends here.
    Other,
}

pub(super) fn gap(text: &str, start: usize, end: usize) -> Gap {
    let between = after_ending(text.get(start..end).unwrap_or_default());
    if between.is_empty() {
        return Gap::None;
    }
    let mut marks = between
        .chars()
        // 第 makes an ordinal of the number after it.
        .filter(|c| *c != '第' && fold(*c).is_some_and(|c| c != ' '));
    match (marks.next(), marks.next()) {
        (None, _) | (Some('\'' | '’' | '‘'), None) => Gap::Space,
        (Some(',' | '،' | '、' | '，'), None) => Gap::Comma,
        (Some('-' | '–' | '—' | '~' | '～' | '〜' | '∼' | '־' | '−' | '‐' | '‑' | '－'), None) => {
            Gap::Dash
        }
        (Some('.'), None) => Gap::Dot,
        (Some('/' | '／'), None) => Gap::Slash,
        (Some('(' | '（'), None) => Gap::Paren,
        (Some(')' | '）'), None) => Gap::Closed,
        _ => Gap::Other,
    }
}

/// `between` without a case ending after an apostrophe: "2024'ün".
fn after_ending(between: &str) -> &str {
    let Some(rest) = between.strip_prefix(['\'', '’']) else {
        return between;
    };
    let ending = rest.trim_start_matches(char::is_alphabetic);
    if ending.len() < rest.len() && !ending.is_empty() {
        ending
    } else {
        between
    }
}
