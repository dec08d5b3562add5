//! Of which country an office or a noun is: "the Ukrainian president", "presidente de Francia".

use super::chain;
use crate::lexicon::{Classes, Role, fold};
use crate::words::{Shape, Words};

/// A country is told so many words before an office or behind it: "ministro surcoreano de Defensa",
/// "ministro das Relações Exteriores do Irã".
const REACH: usize = 6;

/// The code of the country that words beside the office of the words `first..end` tell.
pub(super) fn of(words: &Words, first: usize, end: usize) -> Option<&'static str> {
    if !words.lexicon.has_determiners() {
        return None;
    }
    joined(words, first)
        .or_else(|| before(words, first))
        .or_else(|| behind(words, end))
}

/// "the French president", "Ukraine's president".
fn before(words: &Words, first: usize) -> Option<&'static str> {
    let sentence = words.list.get(first)?.sentence;
    (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&i| {
            words.list[i].sentence == sentence
                && !words.is(i, Classes::DETERMINER.and(Classes::VERB))
                && matches!(words.mark(i), None | Some('-' | '.'))
        })
        .find_map(|i| {
            // "Frankreichs Präsident": whose office it is stands before it, where nouns come last.
            let owner = words.is(i, Classes::TERRITORY) && !chain::opens_with_noun(words);
            adjective(words, i).or_else(|| owner.then(|| words.entry(i).map(|entry| entry.tag))?)
        })
}

/// "el presidente ucraniano", "the president of Ukraine".
fn behind(words: &Words, end: usize) -> Option<&'static str> {
    let sentence = words.list.get(end.checked_sub(1)?)?.sentence;
    let mut joined = false;
    for i in end..words.list.len().min(end + REACH) {
        let inner = words.list[i].sentence == sentence
            && !words.is(i, Classes::VERB.and(Classes::COMPLEMENTISER))
            && words.role(i) != Role::Coordinator
            && matches!(words.mark(i), None | Some('-'));
        if !inner {
            return None;
        }
        if let Some(country) = adjective(words, i).filter(|_| chain::opens_with_noun(words)) {
            return Some(country);
        }
        if words.is(i, Classes::TERRITORY) {
            return joined.then(|| words.entry(i).map(|entry| entry.tag))?;
        }
        if words.is(i, Classes::PARTICLE.and(Classes::STOP)) && words.list[i].shape == Shape::Lower
        {
            joined = words.is(i, Classes::PARTICLE);
        }
    }
    None
}

/// The country of the adjective that ends in word `i`: "Ukrainian", "South Korean", "U.S.", "sul-coreano".
fn adjective(words: &Words, i: usize) -> Option<&'static str> {
    let text = words.document.article.text.as_str();
    let sentence = words.list[i].sentence;
    (i.saturating_sub(PARTS)..=i)
        .filter(|&first| words.list[first].sentence == sentence)
        .find_map(|first| {
            let span = words.list[first].core.join(words.list[i].core);
            words.lexicon.country_of(&fold(span.of(text)))
        })
}

/// Such an adjective has so many words and marks before its last one.
const PARTS: usize = 3;

/// The country that opens the word of an office: "US-Präsident".
fn joined(words: &Words, i: usize) -> Option<&'static str> {
    let (country, _) = words.core(i).split_once('-')?;
    words.lexicon.country_of(&fold(country))
}
