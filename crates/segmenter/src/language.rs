//! Which language a text is in.

use crate::document::Language;
use unicode_script::{Script, UnicodeScript as _};

/// How many bytes of a text are read to tell its language: more changes nothing.
const SAMPLE: usize = 4096;

/// The language of a text.
pub(crate) fn detect(text: &str) -> Language {
    let sample = crate::language::prefix(text, SAMPLE);
    let script = script(sample);
    let Some(info) = whatlang::detect(sample) else {
        return Language {
            code: lang::UNDETERMINED.to_owned(),
            script: script.short_name(),
            confidence: 0.0,
        };
    };
    Language {
        code: lang::two_letter(info.lang().code()).to_owned(),
        script: script.short_name(),
        confidence: info.confidence() as f32,
    }
}

/// The longest start of a text of at most `bytes` bytes.
fn prefix(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The script of most letters.
pub(crate) fn script(text: &str) -> Script {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        let script = c.script();
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(Script::Common, |(script, _)| script)
}
