//! Who holds an office or does a job, where a script has no capitals and writes its article onto nouns:
//! "המאמן רוני שלו", "مديرة المهمة لاكشمي ناير".

use super::speakers::Named;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};

/// The rest of what somebody is has at most so many words.
const OFFICE: usize = 3;

/// A name has at most so many words.
const NAME: usize = 3;

/// The phrase of the speaker with the name behind it. In "המאמן רוני שלו" what has no article cannot
/// belong to the noun, which has one: two or three such words up to a mark, a verb or what is governed
/// are a name that no list knows.
pub(super) fn behind(words: &Words, named: &Named, speaker: &Speaker) -> Option<Speaker> {
    let text = words.document.article.text.as_str();
    let head = words.at(speaker.span.start);
    let entry = words.entry(head)?;
    let person = entry.classes.has(Classes::TITLE)
        || entry.classes.has(Classes::SOURCE) && entry.tag == "person";
    if speaker.name.is_some() || !person || named.at(head).is_some() {
        return None;
    }
    let sentence = words.list[head].sentence;
    let here = |i: usize| words.list.get(i).is_some_and(|w| w.sentence == sentence);
    let definite = |i: usize| {
        let word = words.list[i].span.of(text);
        here(i) && !words.list[i].is_mark() && words.lexicon.is_definite(word)
    };
    let land = |i: usize| {
        named
            .at(i)
            .is_some_and(|(_, name)| name.kind == NameKind::Place)
    };
    let bound = Classes::VERB
        .and(Classes::COMPLEMENTISER)
        .and(Classes::ATTRIBUTION)
        .and(Classes::STOP)
        .and(Classes::PRONOUN);
    let mut first = words.at(speaker.span.end);
    let office = (first..first + OFFICE)
        .take_while(|&i| here(i) && (definite(i) || land(i)) && !words.is(i, bound))
        .count();
    first += office;
    // "معاون شهردار، رضوان امیدی": a comma may stand between.
    let comma = (first..first + OFFICE)
        .take_while(|&i| here(i) && words.list[i].shape == Shape::Uncased || set_off(words, i))
        .find(|&i| set_off(words, i) || words.is(i, bound))
        .filter(|&i| set_off(words, i));
    if let Some(comma) = comma {
        first = comma + 1;
    } else if words.lexicon.definite().is_none() || office == 0 && !definite(head) {
        return None;
    }
    // What is governed has a preposition written onto it.
    let governed = |i: usize| {
        let word = &words.list[i];
        let prefix = text.get(word.span.start..word.core.start);
        prefix.is_some_and(|prefix| !prefix.is_empty())
    };
    let part = |i: usize| {
        let listed = words.entry(i).is_some_and(|entry| {
            !entry
                .classes
                .has(Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE))
        });
        here(i)
            && words.list[i].shape == Shape::Uncased
            && !listed
            && !governed(i)
            && !land(i)
            && !words.is(i, bound)
            && !words.lexicon.is_time(words.folded(i))
    };
    let count = (first..first + NAME + 1).take_while(|&i| part(i)).count();
    let closed = words
        .list
        .get(first + count)
        .is_none_or(|next| next.is_mark() || next.sentence != sentence);
    if !(2..=NAME).contains(&count) || definite(first) || comma.is_some() && !closed {
        return None;
    }
    let span = words.list[first]
        .core
        .join(words.list[first + count - 1].core);
    Some(Speaker {
        span: speaker.span.join(span),
        name: Some(span.of(text).to_owned()),
    })
}

fn set_off(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(',' | '،'))
}

/// The name that somebody was told with before of whom only the last part stands here.
pub(super) fn again(words: &Words, speaker: &Speaker, told: &[String]) -> Option<String> {
    let part = speaker.span.of(&words.document.article.text);
    told.iter()
        .find(|name| name.split(' ').next_back() == Some(part))
        .cloned()
}
