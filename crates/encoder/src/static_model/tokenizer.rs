//! A text to tokens, as `tokenizer.json` says: word pieces (BERT) or the likeliest pieces
//! (`SentencePiece` unigrams).

use super::NoModel;
use crate::fold::is_han;
use serde_json::Value;
use std::collections::HashMap;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[derive(Debug, Clone)]
pub(super) struct Tokenizer {
    lowercase: bool,
    strip_accents: bool,
    pieces: Pieces,
}

#[derive(Debug, Clone)]
enum Pieces {
    /// The longest piece that fits, again and again; the second table holds pieces inside a word.
    Longest {
        first: HashMap<String, usize>,
        inner: HashMap<String, usize>,
    },
    /// The pieces whose scores sum up highest; a word starts with `▁`.
    Likeliest(HashMap<String, (usize, f64)>),
}

/// Longer words are cut here, so that cost stays linear.
const LONGEST: usize = 100;

/// What a character costs that stands in no piece.
const UNKNOWN: f64 = -100.0;

impl Tokenizer {
    pub(super) fn read(file: &[u8]) -> Result<Self, NoModel> {
        let broken = || NoModel::new("tokenizer.json is broken");
        let all: Value = serde_json::from_slice(file).map_err(|_| broken())?;
        let model = all.get("model").ok_or_else(broken)?;
        let unknown = model.get("unk_token").and_then(Value::as_str);
        let pieces = match model.get("type").and_then(Value::as_str) {
            Some("WordPiece") => {
                let mark = model
                    .get("continuing_subword_prefix")
                    .and_then(Value::as_str)
                    .unwrap_or("##");
                let (mut first, mut inner) = (HashMap::new(), HashMap::new());
                let vocabulary = model.get("vocab").and_then(Value::as_object);
                for (piece, id) in vocabulary.ok_or_else(broken)? {
                    let id = id.as_u64().ok_or_else(broken)? as usize;
                    match piece.strip_prefix(mark) {
                        _ if Some(piece.as_str()) == unknown => {}
                        Some(rest) if !rest.is_empty() => {
                            inner.insert(rest.to_owned(), id);
                        }
                        _ => {
                            first.insert(piece.clone(), id);
                        }
                    }
                }
                Pieces::Longest { first, inner }
            }
            Some("Unigram") => {
                let unknown = model.get("unk_id").and_then(Value::as_u64);
                let vocabulary = model.get("vocab").and_then(Value::as_array);
                let mut pieces = HashMap::new();
                for (id, entry) in vocabulary.ok_or_else(broken)?.iter().enumerate() {
                    let piece = entry.get(0).and_then(Value::as_str).ok_or_else(broken)?;
                    let score = entry.get(1).and_then(Value::as_f64).ok_or_else(broken)?;
                    if Some(id as u64) != unknown {
                        pieces.insert(piece.to_owned(), (id, score));
                    }
                }
                Pieces::Likeliest(pieces)
            }
            other => {
                return Err(NoModel::new(format!(
                    "a tokenizer of kind {}; known are WordPiece and Unigram",
                    other.unwrap_or("nothing")
                )));
            }
        };
        let normalizer = all
            .get("normalizer")
            .map(Value::to_string)
            .unwrap_or_default();
        let says = |what: &str| normalizer.contains(what);
        let lowercase = says(r#""lowercase":true"#) || says(r#""type":"Lowercase""#);
        Ok(Self {
            lowercase,
            // BERT strips accents where it lowers case unless told not to.
            strip_accents: says(r#""type":"StripAccents""#)
                || says(r#""strip_accents":true"#)
                || says("BertNormalizer") && lowercase && !says(r#""strip_accents":false"#),
            pieces,
        })
    }

    /// One more than the highest token.
    pub(super) fn size(&self) -> usize {
        let highest = match &self.pieces {
            Pieces::Longest { first, inner } => first.values().chain(inner.values()).max().copied(),
            Pieces::Likeliest(pieces) => pieces.values().map(|(id, _)| *id).max(),
        };
        highest.map_or(0, |id| id + 1)
    }

    /// Calls `take` with every token of `text` and the span of its word.
    pub(super) fn tokens(&self, text: &str, mut take: impl FnMut(Range<usize>, usize)) {
        for span in self.words(text) {
            let word = self.normal(text.get(span.clone()).unwrap_or_default());
            let chars: Vec<char> = word.chars().take(LONGEST).collect();
            match &self.pieces {
                Pieces::Longest { first, inner } => {
                    for token in longest(&chars, first, inner) {
                        take(span.clone(), token);
                    }
                }
                Pieces::Likeliest(pieces) => {
                    for token in likeliest(&chars, pieces) {
                        take(span.clone(), token);
                    }
                }
            }
        }
    }

    /// The words: runs between spaces; word pieces also set punctuation and Han apart.
    fn words(&self, text: &str) -> Vec<Range<usize>> {
        let apart = |c: char| {
            matches!(self.pieces, Pieces::Longest { .. })
                && (is_han(c) || !c.is_alphanumeric() && !is_combining_mark(c))
        };
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut open = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match words.last_mut() {
                _ if c.is_whitespace() || c.is_control() => open = false,
                Some(word) if open && !apart(c) => word.end = end,
                _ => {
                    words.push(at..end);
                    open = !apart(c);
                }
            }
        }
        words
    }

    fn normal(&self, word: &str) -> String {
        let lower = |word: &str| {
            if self.lowercase {
                word.to_lowercase()
            } else {
                word.to_owned()
            }
        };
        match &self.pieces {
            Pieces::Longest { .. } if self.strip_accents => lower(word)
                .nfd()
                .filter(|c| !is_combining_mark(*c))
                .collect(),
            Pieces::Longest { .. } => lower(word),
            Pieces::Likeliest(_) => format!("▁{}", lower(&word.nfkc().collect::<String>())),
        }
    }
}

/// The tokens of a word, none where a part of it is in no piece.
fn longest(
    word: &[char],
    first: &HashMap<String, usize>,
    inner: &HashMap<String, usize>,
) -> Vec<usize> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while start < word.len() {
        let pieces = if start == 0 { first } else { inner };
        let found = (start + 1..=word.len()).rev().find_map(|end| {
            let piece: String = word.get(start..end)?.iter().collect();
            Some((end, *pieces.get(&piece)?))
        });
        let Some((end, token)) = found else {
            return Vec::new();
        };
        tokens.push(token);
        start = end;
    }
    tokens
}

/// The best way through a word.
fn likeliest(word: &[char], pieces: &HashMap<String, (usize, f64)>) -> Vec<usize> {
    // For each place the best score of a way there, and its last step.
    let mut best: Vec<(f64, usize, Option<usize>)> =
        vec![(f64::NEG_INFINITY, 0, None); word.len() + 1];
    if let Some(start) = best.first_mut() {
        start.0 = 0.0;
    }
    for start in 0..word.len() {
        let before = best.get(start).map_or(f64::NEG_INFINITY, |b| b.0);
        let mut piece = String::new();
        for (end, c) in (start + 1..).zip(word.iter().skip(start)) {
            piece.push(*c);
            let step = match pieces.get(&piece) {
                Some((id, score)) => Some((*score, Some(*id))),
                None if end == start + 1 => Some((UNKNOWN, None)),
                None => None,
            };
            if let Some((score, token)) = step
                && let Some(there) = best.get_mut(end)
                && before + score > there.0
            {
                *there = (before + score, start, token);
            }
        }
    }
    let mut tokens = Vec::new();
    let mut at = word.len();
    while at > 0 {
        let Some((_, before, token)) = best.get(at) else {
            break;
        };
        tokens.extend(token);
        at = *before;
    }
    tokens.reverse();
    tokens
}
