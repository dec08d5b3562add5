//! Phrases of a pack's list, found in the sentences of a document.

use lang::{Pack, Strategy};
use segmenter::{Document, Span, TokenKind};
use std::collections::BTreeMap;

/// What stands for any number in digits.
const NUMBER: &str = "#";

/// How many words a "…" stands for at most: a clause of the middle length.
const GAP: usize = 8;

/// Phrases of one language with what each stands for.
///
/// Where words are set apart by spaces a phrase matches whole tokens without regard to case, and
/// a last star any ending (Korean words have one unsaid), a first star any beginning, both of them any word with it inside, a "…" up to
/// [`GAP`] words between ("gab … nach"), a "#" a number; elsewhere, and in
/// languages that glue words together, it matches anywhere in the text.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// By first word: the words after it and what they mean.
    whole: BTreeMap<String, Vec<(Vec<String>, T)>>,
    /// Beginnings of single words.
    stems: Vec<(String, T)>,
    /// Endings of single words.
    endings: Vec<(String, T)>,
    /// What single words hold.
    held: Vec<(String, T)>,
    /// Matched anywhere.
    parts: Vec<(String, T)>,
}

impl<T: Clone> Phrases<T> {
    /// Takes phrases of a pack.
    pub(crate) fn new(pack: &Pack, phrases: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let anywhere = pack.meta.words != Strategy::Spaces;
        let mut out = Self {
            whole: BTreeMap::new(),
            stems: Vec::new(),
            endings: Vec::new(),
            held: Vec::new(),
            parts: Vec::new(),
        };
        for (phrase, meaning) in phrases {
            let phrase = phrase.trim();
            if phrase.is_empty() {
                continue;
            }
            // Scripts without capitals are searched as they are written: PK戦.
            if anywhere {
                out.parts.push((phrase.to_owned(), meaning));
                continue;
            }
            let mut phrase = small(phrase);
            // Korean sets words apart and still hangs endings on all of them.
            let is_korean = phrase.ends_with(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
            if is_korean && !phrase.starts_with('*') {
                phrase.push('*');
            }
            let held = phrase.strip_prefix('*').and_then(|p| p.strip_suffix('*'));
            if let Some(held) = held {
                out.held.push((held.to_owned(), meaning));
            } else if let Some(stem) = phrase.strip_suffix('*').filter(|stem| !stem.contains(' ')) {
                out.stems.push((stem.to_owned(), meaning));
            } else if let Some(ending) = phrase.strip_prefix('*') {
                out.endings.push((ending.to_owned(), meaning));
            } else {
                let mut words = phrase.split(' ').map(str::to_owned);
                let first = words.next().unwrap_or_default();
                out.whole
                    .entry(first)
                    .or_default()
                    .push((words.collect(), meaning));
            }
        }
        out
    }

    /// The phrases of `sentence` that lie inside `inside`, in the order of the text.
    pub(crate) fn find(
        &self,
        document: &Document,
        sentence: usize,
        inside: Span,
    ) -> Vec<(Span, T)> {
        let mut found = Vec::new();
        if !self.parts.is_empty() {
            let Some(within) = document.sentences.get(sentence) else {
                return found;
            };
            let span = Span::new(
                within.span.start.max(inside.start),
                within.span.end.min(inside.end),
            );
            let text = document.text_of(span);
            for (part, meaning) in &self.parts {
                for (at, hit) in text.match_indices(part.as_str()) {
                    found.push((
                        Span::new(at, at + hit.len()).shift(span.start),
                        meaning.clone(),
                    ));
                }
            }
        }
        if !(self.whole.is_empty()
            && self.stems.is_empty()
            && self.endings.is_empty()
            && self.held.is_empty())
        {
            let tokens: Vec<(Span, String)> = document
                .tokens(sentence)
                .into_iter()
                .filter(|token| token.kind != TokenKind::Mark && inside.contains(token.span))
                .map(|token| (token.span, small(document.text_of(token.span))))
                .collect();
            for (index, (span, word)) in tokens.iter().enumerate() {
                let number = self.whole.get(NUMBER).filter(|_| is_number(word));
                let opened = self.whole.get(word).into_iter().chain(number);
                for (rest, meaning) in opened.flatten() {
                    if let Some(last) = follow(&tokens, index, rest)
                        && let Some((last, _)) = tokens.get(last)
                    {
                        found.push((Span::new(span.start, last.end), meaning.clone()));
                    }
                }
                let stems = self
                    .stems
                    .iter()
                    .filter(|(stem, _)| word.starts_with(stem.as_str()));
                let endings = self
                    .endings
                    .iter()
                    .filter(|(ending, _)| word.ends_with(ending.as_str()));
                let held = self
                    .held
                    .iter()
                    .filter(|(held, _)| word.contains(held.as_str()));
                for (_, meaning) in stems.chain(endings).chain(held) {
                    found.push((*span, meaning.clone()));
                }
            }
        }
        found.sort_by_key(|(span, _)| *span);
        found
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Small letters; those of the Turkish İ without the dot that is set above the i.
fn small(word: &str) -> String {
    word.to_lowercase().replace("i\u{307}", "i")
}

/// The index of the last token of a phrase whose first word is token `first` and whose others are
/// `rest`, where they follow.
fn follow(tokens: &[(Span, String)], first: usize, rest: &[String]) -> Option<usize> {
    let mut at = first;
    let mut reach = 1;
    for word in rest {
        if word == "…" {
            reach = GAP;
            continue;
        }
        let fits = |(_, next): &(Span, String)| match word.strip_suffix('*') {
            Some(stem) => next.starts_with(stem),
            None => next == word || word == NUMBER && is_number(next),
        };
        let ahead = tokens.get(at + 1..)?;
        // What a "…" leads to closes the clause: "stimmte dem Plan, zu streichen, nicht zu".
        at += 1 + ahead
            .get(..reach.min(ahead.len()))?
            .iter()
            .rposition(fits)?;
        reach = 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn found(code: &str, text: &str, phrases: &[&'static str]) -> Vec<String> {
        let mut article = Article::new("a", text);
        article.language = Some(code.to_owned());
        let document = segment(article);
        let pack = lang::pack_or_default(code);
        let phrases = Phrases::new(pack, phrases.iter().map(|&phrase| (phrase, ())));
        let whole = Span::new(0, text.len());
        let hits = phrases.find(&document, 0, whole);
        hits.into_iter()
            .map(|(span, ())| document.text_of(span).to_owned())
            .collect()
    }

    #[test]
    fn phrases_match_as_their_language_is_written() {
        let german = "Die Aktie gab am Montag kräftig nach";
        assert_eq!(
            found("de", german, &["gab … nach"]),
            ["gab am Montag kräftig nach"]
        );
        assert_eq!(found("de", german, &["nach gab", "geben … nach"]), [""; 0]);
        let share = "Die Aktie gab 4,3 Prozent nach";
        assert_eq!(
            found("de", share, &["gab # … nach"]),
            ["gab 4,3 Prozent nach"]
        );
        assert_eq!(found("de", german, &["gab # … nach"]), [""; 0]);
        assert_eq!(
            found("tr", "Borsa yüzde 3 düştü", &["# düştü"]),
            ["3 düştü"]
        );
        assert_eq!(found("ja", "PK戦で敗れた", &["PK戦"]), ["PK戦"]);
        // A star alone is any word.
        let request = "He denied their request";
        assert_eq!(
            found("en", request, &["denied * request*"]),
            ["denied their request"]
        );
        assert_eq!(
            found("ru", "Она снизилась вчера", &["снизил*"]),
            ["снизилась"]
        );
        assert_eq!(
            found("tr", "Maç seri penaltılarla bitti", &["seri penaltı*"]),
            ["seri penaltılarla"]
        );
        assert_eq!(found("tr", "Kimse gelmedi, dedi", &["*medi"]), ["gelmedi"]);
        assert_eq!(
            found("ko", "회사는 감축설을 부인했다", &["부인"]),
            ["부인했다"]
        );
        assert_eq!(found("zh", "公司否认裁员", &["否认"]), ["否认"]);
        assert_eq!(found("en", "He denied it", &["deny"]), [""; 0]);
    }
}
