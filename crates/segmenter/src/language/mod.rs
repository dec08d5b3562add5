//! Which language a text is in.
//!
//! The script decides first; among the languages that share it, a linear model over character
//! n-grams, which also tells how sure it is. Where the model is not sure, whatlang is asked too:
//! it knows languages that the model does not.

mod features;
pub mod model;
mod script;

use crate::document::Language;
use model::{LANES, Model};
use script::script;
use unicode_script::Script;

/// How many bytes are read of the start and, in a long text, of the middle: more changes nothing
/// on news.
const SAMPLE: usize = 1200;

/// Below this the model is not sure, as measured on lines of news: of those above it, 99% are
/// right.
pub(crate) const SURE: f32 = 0.7;

/// What was found out.
pub(crate) struct Detection {
    pub(crate) language: Language,
    /// The next likely language and how likely it is.
    pub(crate) second: Option<(&'static str, f32)>,
}

/// The script of a text.
pub(crate) fn script_of(text: &str) -> Script {
    script(piece(text, 0))
}

/// The language of a text.
pub(crate) fn detect(text: &str) -> Detection {
    let start = piece(text, 0);
    if text.len() <= 4 * SAMPLE {
        return detect_piece(start);
    }
    // Mastheads and notices in another language stand at the start: the middle has a say.
    let sample = format!("{start} {}", piece(text, text.len() / 2));
    detect_piece(&sample)
}

/// The language of a piece of text, read whole.
pub(crate) fn detect_piece(text: &str) -> Detection {
    let script = script(text);
    let mut found = among(text, script.short_name());
    if script == Script::Common {
        found = Found {
            code: lang::UNDETERMINED,
            confidence: 0.0,
            second: None,
        };
    } else if found.confidence < SURE
        && let Some(info) = whatlang::detect(text)
        && info.is_reliable()
    {
        let code = lang::two_letter(info.lang().code());
        if !Model::get().codes.contains(&code) {
            found = Found {
                code,
                confidence: 0.5,
                second: Some((found.code, found.confidence)),
            };
        }
    }
    Detection {
        language: Language {
            code: found.code.to_owned(),
            script: script.short_name(),
            confidence: found.confidence,
        },
        second: found.second,
    }
}

struct Found {
    code: &'static str,
    confidence: f32,
    second: Option<(&'static str, f32)>,
}

/// The likeliest of the languages that are written in a script.
fn among(text: &str, script: &'static str) -> Found {
    if let Some(code) = lang::only_language(script) {
        return Found {
            code,
            confidence: 1.0,
            second: None,
        };
    }
    let model = Model::get();
    let scores = model.scores(text);
    let mut ranked: Vec<(f32, &'static str)> = model
        .codes
        .iter()
        .zip(scores.iter().take(LANES))
        .filter(|(code, _)| lang::script_of(code) == script)
        .map(|(code, score)| (*score, *code))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let Some(&(top, code)) = ranked.first() else {
        return Found {
            code: lang::UNDETERMINED,
            confidence: 0.0,
            second: None,
        };
    };
    let sum: f32 = ranked.iter().map(|(score, _)| (score - top).exp()).sum();
    Found {
        code,
        confidence: 1.0 / sum,
        second: ranked
            .get(1)
            .map(|&(score, code)| (code, (score - top).exp() / sum)),
    }
}

/// At most `SAMPLE` bytes of a text from the byte `from` on.
fn piece(text: &str, from: usize) -> &str {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    text.get(floor(from)..floor(from + SAMPLE))
        .unwrap_or_default()
}
