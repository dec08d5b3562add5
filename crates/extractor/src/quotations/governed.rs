//! What shows that a noun beside a verb is no subject: a preposition, one written onto it, an
//! ending, brackets.

use super::chain::counted;
use super::phrase;
use super::topics::writes_topics;
use crate::lexicon::{Classes, fold};
use crate::words::Words;
use segmenter::Span;

/// Whether a preposition or its article shows that the noun at word `i`, behind the verb before word
/// `start`, is no subject.
pub(super) fn is_governed(words: &Words, start: usize, i: usize) -> bool {
    // "asegura a este diario el ministro"
    let before = (start..i)
        .rev()
        .find(|&k| k == start || !words.is(k, Classes::DETERMINER));
    before.is_some_and(|k| {
        words.is(k, Classes::STOP)
            && !words.is(k, Classes::DETERMINER.and(Classes::TITLE))
            // "informó hoy la compañía"
            && !words.lexicon.is_day(words.folded(k))
    }) || counted(words, start, i)
        || phrase::in_oblique(words, start, i)
        || is_led(words, i)
}

/// Whether an ending is written behind an apostrophe onto the name of `span`: "Biden'a".
pub(super) fn has_ending(words: &Words, span: Span) -> bool {
    let rest = words.document.article.text.get(span.end..);
    // "Bakanlığının": the name of a body has none.
    let last = &words.list[words.at(span.end.saturating_sub(1))];
    let printed = last.span.of(&words.document.article.text);
    let onto = || last.span.end > span.end && words.lexicon.without_case(&fold(printed)).is_some();
    rest.is_some_and(|rest| match rest.strip_prefix(['\'', '’']) {
        Some(ending) => ending.starts_with(char::is_alphabetic),
        None => rest.starts_with(char::is_alphabetic) && onto(),
    })
}

/// Whether a preposition is written onto word `i`: "לראש הממשלה", "للصحفيين".
pub(super) fn is_led(words: &Words, i: usize) -> bool {
    is_onto(words, i, words.list[i].core)
}

/// "לשר המשפטים יריב לוין": whether a preposition is written onto the office of whom word `i` names.
pub(super) fn is_led_office(words: &Words, i: usize) -> bool {
    let office = Classes::TITLE.and(Classes::SOURCE);
    let bound = Classes::STOP
        .and(Classes::VERB)
        .and(Classes::COMPLEMENTISER);
    words.lexicon.definite().is_some()
        && (i.saturating_sub(OFFICE)..i)
            .rev()
            .take_while(|&k| !words.list[k].is_mark() && !words.is(k, bound))
            .find(|&k| words.is(k, office))
            .is_some_and(|k| is_led(words, k))
}

/// An office stands at most so many words before its holder.
const OFFICE: usize = 4;

/// Whether a preposition is written onto the name of `span` that begins in word `i`: "לג'ונס".
pub(super) fn is_onto(words: &Words, i: usize, span: Span) -> bool {
    let text = words.document.article.text.as_str();
    let prefix = words.list[i].span.start..span.start;
    let prefix = text.get(prefix).filter(|prefix| !prefix.is_empty());
    prefix.is_some_and(|prefix| words.lexicon.governs(prefix))
}

/// "להצביע", "המסר": a verb with what governs nouns or with an article written onto it has no subject, where
/// the verb does not come first ("ليعلن").
pub(super) fn is_infinitive(words: &Words, i: usize) -> bool {
    words.lexicon.pack.meta.verb == lang::VerbPlace::Second
        && (is_led(words, i) || has_article(words, i))
}

/// Whether nothing but an article is written onto word `i`.
pub(super) fn has_article(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let text = words.document.article.text.as_str();
    let prefix = text.get(word.span.start..word.core.start);
    words
        .lexicon
        .definite()
        .is_some_and(|article| prefix == Some(article))
}

/// 이바노프(Ivanov) 대통령은: whether word `i` stands in brackets that open behind word `start`, in a language
/// whose particles stand behind them.
pub(super) fn bracketed(words: &Words, start: usize, i: usize) -> bool {
    writes_topics(words) && in_brackets(words, start, i)
}

/// Whether word `i` stands in brackets that open behind word `start`.
pub(super) fn in_brackets(words: &Words, start: usize, i: usize) -> bool {
    let open = (start..i)
        .rev()
        .find(|&k| matches!(words.mark(k), Some('(' | ')')));
    open.is_some_and(|open| words.mark(open) == Some('('))
}
