//! Which language a text is in.
//!
//! The script decides first; among the languages that share it, a linear model over character
//! n-grams, which also tells how sure it is. Where the model is not sure, whatlang is asked too:
//! it knows languages that the model does not.

mod features;
mod function_words;
pub mod model;
mod script;

use crate::document::Language;
use crate::rules::Rules;
use function_words::FunctionWords;
use model::Model;
use script::script;
use unicode_script::Script;

/// How many bytes are read of the start and, in a long text, of the middle: more changes nothing
/// on news.
const SAMPLE: usize = 600;

/// A fifth of that mostly suffices: all is read only where it does not tell with `CERTAIN`.
const GLANCE: usize = 120;

/// A glance is trusted from here on: of short texts of news with so much confidence, 99.9% are
/// right.
const CERTAIN: f32 = 0.98;

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
pub(crate) fn script_of(text: &str) -> &'static str {
    code_of(script(piece(text, 0, SAMPLE)), text)
}

/// The ISO 15924 code of a script; of Han the one that the characters show.
fn code_of(script: Script, text: &str) -> &'static str {
    match script {
        Script::Han if text.chars().any(|c| ('\u{3040}'..='\u{30FF}').contains(&c)) => "Jpan",
        Script::Han => lang::han_script(piece(text, 0, SAMPLE)),
        Script::Hangul => "Kore",
        script => script.short_name(),
    }
}

impl Detection {
    /// What is doubtful, in plain words.
    pub(crate) fn doubt(&self) -> Option<String> {
        let Language {
            code, confidence, ..
        } = &self.language;
        if *code == lang::UNDETERMINED {
            return Some("language: cannot be told".to_owned());
        }
        let other = self.second.filter(|_| *confidence < SURE)?.0;
        Some(format!("language: {code}, not sure, perhaps {other}"))
    }
}

/// The language of a text.
pub(crate) fn detect(text: &str) -> Detection {
    if text.len() > 4 * GLANCE {
        let glance = detect_piece(&sample(text, GLANCE));
        if glance.language.confidence >= CERTAIN {
            return glance;
        }
    }
    if text.len() <= 4 * SAMPLE {
        return detect_piece(piece(text, 0, SAMPLE));
    }
    detect_piece(&sample(text, SAMPLE))
}

/// So many bytes of the start and as many of the middle: mastheads and notices in another
/// language stand at the start.
fn sample(text: &str, length: usize) -> String {
    let middle = piece(text, text.len() / 2, length);
    // Not from inside a word, where there are spaces.
    let whole = middle.find(' ').filter(|&at| at < length / 4);
    let middle = whole.and_then(|at| middle.get(at..)).unwrap_or(middle);
    format!("{} {middle}", piece(text, 0, length))
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
            script: code_of(script, text),
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
    let lanes = model.lanes(script);
    let scores = model.scores(text, lanes.clone());
    let codes = model.codes.get(lanes).unwrap_or_default();
    let mut ranked: Vec<(f32, &'static str)> =
        scores.into_iter().zip(codes.iter().copied()).collect();
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

/// A sentence shorter than this (in bytes) is too short to be told apart from its document.
const SENTENCE: usize = 40;

/// A sentence holds a function word of its language in so many bytes, and mostly far more.
const EVERY: usize = 60;

/// What a sentence in the document's own script needs to count as another language.
const CLEAR: f32 = 0.95;

/// The language of a sentence, where it clearly differs from the document's.
pub(crate) fn of_sentence(sentence: &str, document: &Language, rules: &Rules) -> Option<String> {
    let ascii = sentence.bytes().filter(u8::is_ascii_alphabetic).count();
    let other = sentence.bytes().filter(|b| !b.is_ascii()).count();
    let latin = document.script == Script::Latin.short_name();
    // Letters of other scripts take two bytes or three.
    let foreign = if latin {
        other > 2 * ascii
    } else {
        ascii > other
    };
    if foreign && ascii + other >= SENTENCE / 2 {
        let found = detect_piece(sentence).language;
        let differs = found.script != document.script
            && found.confidence >= SURE
            && found.code != document.code
            && found.code != lang::UNDETERMINED;
        return differs.then_some(found.code);
    }
    if sentence.len() < SENTENCE || !rules.tells_by_words() {
        return None;
    }
    let counts = FunctionWords::count(sentence, &document.code, 1 + sentence.len() / EVERY)?;
    let found = among(sentence, document.script);
    let differs = found.code != document.code && found.confidence >= CLEAR;
    (differs && counts.of(found.code) > 1).then(|| found.code.to_owned())
}

/// At most `length` bytes of a text from the byte `from` on.
fn piece(text: &str, from: usize, length: usize) -> &str {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    text.get(floor(from)..floor(from + length))
        .unwrap_or_default()
}
