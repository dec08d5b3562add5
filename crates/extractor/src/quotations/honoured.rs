//! Names beside an honorific or an office in text without spaces: 春風家小まめさん, "Kell 先生".

use super::heads::core_span;
use super::speakers::{BOUND, HEAD, Named};
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};
use crate::{Mention, NameKind, Speaker, Value};

/// 春風家小まめさん: the words right before an honorific, whatever they are, name a person.
pub(super) fn honoured(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    let honorific = words.list[i].shape == Shape::Hiragana && words.is(i, Classes::TITLE);
    let name = |&k: &usize| {
        let word = &words.list[k];
        word.span.end == words.list[k + 1].span.start
            && matches!(word.shape, Shape::Han | Shape::Katakana | Shape::Hiragana)
            && !words.is(k, BOUND.and(Classes::STOP).and(Classes::SUBJECT).and(HEAD))
    };
    let first = (i.saturating_sub(HONOURED)..i)
        .rev()
        .take_while(name)
        .last()
        .filter(|_| honorific)?;
    let span = words.list[first].core.join(words.list[i - 1].core);
    let text = span.of(&words.document.article.text);
    // 久我山さん: a surname alone, of somebody who is named before.
    let longer = |other: &Mention| match &other.value {
        Value::Name(name) => name.name.len() > text.len() && name.name.starts_with(text),
        _ => false,
    };
    let alone = text.chars().count() < FULL || named.mentions().iter().take(MANY).any(longer);
    Some(Speaker {
        span: span.join(words.list[i].core),
        name: (!alone).then(|| text.to_owned()),
    })
}

/// "Kell 先生", "Tonwa 警察局": in text without spaces the words in Latin letters right before an office or a
/// body are part of its phrase.
pub(super) fn behind_latin(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    let text = words.document.article.text.as_str();
    let office = Classes::TITLE.and(Classes::ORGANISATION);
    let latin = |&k: &usize| {
        let word = &words.list[k];
        let gap = text.get(word.span.end..words.list[k + 1].span.start);
        matches!(word.shape, Shape::Capital | Shape::Upper)
            && word.sentence == words.list[i].sentence
            && gap.is_some_and(|gap| matches!(gap, "" | " "))
            && !words.is(k, BOUND)
    };
    let han = words.lexicon.is_han();
    if !han || !words.is(i, office) || words.list[i].shape != Shape::Han {
        return None;
    }
    let first = (i.saturating_sub(HONOURED)..i)
        .rev()
        .take_while(latin)
        .last()?;
    let name = words.list[first].core.join(words.list[i - 1].core);
    let known = named
        .at(i - 1)
        .filter(|(_, name)| matches!(name.kind, NameKind::Person | NameKind::Other));
    let title = words.is(i, Classes::TITLE);
    Some(Speaker {
        span: name.join(core_span(words, i)),
        name: known
            .map(|(_, known)| known.name.clone())
            .or_else(|| named.with_part(name.of(text)))
            .filter(|_| title),
    })
}

/// 捜索当局, 大手銀行: the noun at word `i` with the Han right before it, in a language that shows by particles
/// where its nouns end; in others a body whose words open their clause: 联邦航空局.
pub(super) fn run_of_han(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    let not = BOUND
        .and(Classes::STOP)
        .and(Classes::SUBJECT)
        .and(Classes::TERRITORY)
        .and(Classes::TITLE);
    let part = |&k: &usize| {
        let word = &words.list[k];
        word.span.end == words.list[k + 1].span.start
            && matches!(word.shape, Shape::Han | Shape::Katakana)
            && !words.is(k, not)
            && words.role(k) == Role::None
            && !words.lexicon.is_time(words.folded(k))
            && named.at(k).is_none()
    };
    let unspaced = words.lexicon.is_han();
    let markers = words.lexicon.has_markers();
    let group = words.entry(i).is_some_and(|entry| {
        let body = entry.naming == "onto" && entry.classes.has(Classes::ORGANISATION);
        entry.tag != "person"
            && if markers {
                entry.classes.has(Classes::SOURCE)
            } else {
                body
            }
    });
    if !unspaced || words.list[i].shape != Shape::Han || !group {
        return None;
    }
    let first = (i.saturating_sub(HONOURED)..i)
        .rev()
        .take_while(part)
        .last()
        .filter(|&first| markers || words.opens_part(first))?;
    Some(Speaker {
        span: words.list[first].core.join(core_span(words, i)),
        name: None,
    })
}

/// "Tonwa 则表示": a word in Latin letters that no list knows, or a part of a name of the article, in text without spaces, right before the verb
/// and the small words that may stand between.
pub(super) fn in_latin(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let han = words.lexicon.is_han();
    if !han || words.lexicon.has_markers() {
        return None;
    }
    let last = (floor..end)
        .rev()
        .find(|&i| !words.is(i, Classes::STOP) || words.list[i].is_mark())?;
    let opens = words.opens_part(last);
    let unknown = words.entry(last).is_none() && named.at(last).is_none();
    let latin = matches!(words.list[last].shape, Shape::Capital | Shape::Upper);
    // 福特表示: the part of a foreign name that the article has.
    let name = named.with_part(words.core(last));
    let part = words.list[last].shape == Shape::Han && name.is_some();
    (opens && unknown && (latin || part)).then(|| Speaker {
        span: words.list[last].core,
        name,
    })
}

/// The words of such a name.
const HONOURED: usize = 5;

/// A surname and a given name have together at least so many letters.
const FULL: usize = 3;

/// Whose surname it may be is looked for among so many names.
const MANY: usize = 100;
