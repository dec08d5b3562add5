//! What is said where no verb of speech stands: by the form that says so by itself ("예산이 없다며 사업을 중단했다",
//! "…"라며 징역을 구형했다), or by who stands behind the particle (「…」と主将の山本悠斗選手。).

use super::attribution::Attribution;
use super::heads::wide_head;
use super::indirect::Report;
use super::marks::Marked;
use super::quotatives;
use super::speakers::Named;
use super::topics::{first_topic, marks_topics, topic, writes_topics};
use super::verb_final::{SENTENCE, behind_subject, past_circumstance, whole_subject};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};

/// "구청은 예산이 없다며 사업을 중단했다": the clause that word `cue` closes, where no verb of speech takes it.
pub(super) fn report(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    if !writes_topics(words) || !words.ends_in(cue, "while") {
        return None;
    }
    let behind = cue + 1..end.min(cue + SENTENCE);
    let taken = behind
        .clone()
        .any(|i| words.is(i, Classes::VERB.and(Classes::COMPLEMENTISER)));
    let verb = behind.rev().find(|&i| !words.list[i].is_mark())?;
    let speaker = first_topic(words, named, start, cue).filter(|_| !taken)?;
    let speaker = whole_subject(words, speaker, cue);
    let first = past_circumstance(words, behind_subject(words, &speaker, cue), cue);
    (first < cue).then(|| Report::of((first, cue + 1), verb, Some(speaker)))
}

/// "검찰은 “…”이라며 징역 15년을 구형했다": the topic before marks that a form of "say" follows, whatever verb ends the
/// sentence.
pub(super) fn beside_marks(
    words: &Words,
    named: &Named,
    quote: &Marked,
    (start, end): (usize, usize),
) -> Option<Attribution> {
    // 이름을 “…”라고 부른다: few words beside the plain form may be what something is called.
    let form = is_while(words, quote.last + 1) || quote.words > CALLED;
    let said = writes_topics(words) && quotatives::follows(words, quote) && form;
    let speaker = topic(words, named, start, end).filter(|_| said)?;
    let sentence = words.list[quote.last].sentence;
    let last = words.end_of(sentence).checked_sub(1)?;
    let verb = (quote.last + 2..=last)
        .rev()
        .find(|&i| !words.list[i].is_mark())?;
    Some(Attribution {
        cue: Some(words.list[verb].core),
        speaker: Some(speaker),
        announced: false,
        by_phrase: false,
        behind: true,
        distance: verb - quote.last,
    })
}

/// Whether word `i` is a form that tells what somebody says meanwhile: 며, 이라며.
fn is_while(words: &Words, i: usize) -> bool {
    let text = words.document.article.text.as_str();
    let word = words.list.get(i).map(|word| word.span.of(text));
    let mut forms = words.lexicon.quotatives("beside");
    forms.any(|form| word == Some(form))
}

/// What something is called has so many words at most.
const CALLED: usize = 4;

/// Who closes a sentence without a verb takes so many words at most.
const CLOSING: usize = 12;

/// 「…」と主将の山本悠斗選手。: who ends the sentence behind the particle, where it has no verb.
pub(super) fn closing(words: &Words, named: &Named, quote: &Marked) -> Option<Attribution> {
    let spaced = words.lexicon.is_spaced();
    if spaced || !marks_topics(words) || !quotatives::follows(words, quote) {
        return None;
    }
    let sentence = words.list[quote.last].sentence;
    let end = words.end_of(sentence);
    let floor = quote.last + 2;
    let last = (floor..end).rev().find(|&i| !words.list[i].is_mark())?;
    // 原告の女性（45）: before the age.
    let age = (floor + 1..last)
        .rev()
        .find(|&i| matches!(words.mark(i), Some('（' | '(')));
    let aged =
        words.list[last].shape == Shape::Number && matches!(words.mark(last + 1), Some('）' | ')'));
    let last = age.filter(|_| aged).map_or(last, |open| open - 1);
    if last > floor + CLOSING {
        return None;
    }
    let verb = (floor..=last).any(|i| words.is(i, Classes::VERB.and(Classes::SUBJECT)));
    let somebody = words
        .entry(last)
        .is_some_and(|entry| entry.classes.has(Classes::SOURCE) && entry.tag.is_empty());
    let person = named
        .at(last)
        .is_some_and(|(_, name)| name.kind == NameKind::Person)
        || words.is(last, Classes::TITLE)
        || somebody;
    let speaker = wide_head(words, named, floor, last).filter(|_| person && !verb)?;
    Some(Attribution {
        cue: None,
        speaker: Some(speaker),
        announced: true,
        by_phrase: false,
        behind: true,
        distance: 0,
    })
}
