//! Reported clauses of languages whose verb ends the sentence.

use super::indirect::{REACH, Report, comma};
use super::quotatives;
use super::speakers::{
    Named, marks_topics, named_topic, subject_left, subject_right, topic_place, topic_set_off,
};
use crate::Speaker;
use crate::lexicon::{Classes, Role, Takes};
use crate::words::{Shape, Words};
use segmenter::Span;

/// "Xは、…と述べた", "X ने कहा कि …", "X, … söyledi".
pub(super) fn verb_final(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = words.after(cue);
    let opener = (after..after + 2).find(|&i| words.is(i, Classes::COMPLEMENTISER) && i < end);
    // "Ordu sözcüsü, …": a comma closes the subject where no particle does.
    let start = (start..cue)
        .find(|&i| !words.list[i].is_mark())
        .unwrap_or(start);
    let comma = (start..cue.min(start + REACH))
        .find(|&i| comma(words, i))
        .filter(|_| words.lexicon.pack.rows("subject_markers").next().is_none());
    let set_off =
        comma.and_then(|comma| Some((subject_left(words, named, comma, start)?, comma + 1)));
    let (speaker, behind) = if let Some(found) = set_off {
        found
    } else {
        let speaker = marked_off(words, named, start, cue)
            .or_else(|| topic_set_off(words, named, start, cue))
            .or_else(|| subject_first(words, named, start, cue))
            .or_else(|| named_topic(words, named, start, cue))?;
        let speaker =
            topic_place(words, named, start, words.at(speaker.span.start)).unwrap_or(speaker);
        let speaker = whole_subject(words, speaker, cue);
        let behind = behind_subject(words, &speaker, cue);
        (speaker, behind)
    };
    let content = if let Some(opener) = opener {
        (opener, end)
    } else {
        let mut last = cue;
        while last > behind && words.is(last - 1, Classes::COMPLEMENTISER) {
            last -= 1;
        }
        (past_circumstance(words, behind, last), last)
    };
    let takes = words.entry(cue)?.takes;
    let asked = || words.lexicon.is_asked(words.core(content.1 - 1));
    let weak = takes.has(Takes::REQUEST) && !takes.has(Takes::OBJECT);
    if quotatives::points(words, content.0, cue) || weak && !asked() {
        return None;
    }
    (content.0 < content.1).then_some(Report {
        content,
        before: None,
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// The noun before the particle that closes the subject, where that is no topic: "मंत्री के प्रवक्ता ने",
/// whose head comes last.
fn marked_off(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    if marks_topics(words) {
        return None;
    }
    let marker = (start + 1..cue.min(start + REACH))
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.is(i, Classes::SUBJECT));
    if let Some(marker) = marker {
        return subject_left(words, named, marker, start);
    }
    // "वरज़ान का कहना है", "वरज़ान कहता है": who is right before the verb, with a small word between.
    let owned = cue > start && words.lexicon.is_agent(words.folded(cue - 1));
    let end = cue - usize::from(owned);
    let noun = end.checked_sub(1).filter(|&noun| noun >= start)?;
    let plain = words.list[noun].shape == Shape::Uncased && words.entry(noun).is_none();
    let that = words.is(words.after(cue), Classes::COMPLEMENTISER);
    match named.at(noun) {
        Some((mention, name)) if owned || that => Some(Speaker::named(mention, name)),
        None if plain && that => Some(Speaker {
            span: words.list[noun].core,
            name: named.with_part(words.core(noun)),
        }),
        _ if owned => subject_left(words, named, end, start),
        _ => None,
    }
}

/// A subject with the group or office right behind it: "로이터 통신은".
fn whole_subject(words: &Words, speaker: Speaker, cue: usize) -> Speaker {
    let next = words
        .list
        .partition_point(|word| word.span.start < speaker.span.end);
    let Some(last) = next.checked_sub(1) else {
        return speaker;
    };
    let bare = words.list[last].span.end == speaker.span.end;
    let group = Classes::SOURCE.and(Classes::ORGANISATION);
    if next < cue && bare && words.is(next, group) && !words.is(next, Classes::SUBJECT) {
        return Speaker {
            span: speaker.span.join(words.list[next].core),
            name: speaker.name,
        };
    }
    speaker
}

/// The word behind a subject with the office and the particles that close it.
fn behind_subject(words: &Words, speaker: &Speaker, cue: usize) -> usize {
    let mut first = words
        .list
        .partition_point(|word| word.span.start < speaker.span.end);
    let marker = (first..cue.min(first + 3))
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.is(i, Classes::SUBJECT));
    if let Some(marker) = marker {
        first = marker + 1;
    }
    let closed = marker.is_some()
        || first > 0 && words.list[first - 1].core.end < words.list[first - 1].span.end;
    let office = if closed {
        Classes::SUBJECT
    } else {
        Classes::SUBJECT.and(Classes::TITLE)
    };
    while first < cue && (words.is(first, office) || words.list[first].is_mark()) {
        first += words.list[first].reach.max(1);
    }
    first.min(cue)
}

/// Such a word closes a phrase of at most so many words.
const PLACE: usize = 3;

/// The word behind the text in which something is said: 声明で、, 성명에서.
fn past_circumstance(words: &Words, first: usize, last: usize) -> usize {
    // "köşesinde", "adının açıklanmaması koşuluyla": a word that says where or how closes it.
    let place = (first..last.min(first + PLACE))
        .take_while(|&i| !words.list[i].is_mark())
        .filter(|&i| words.is(i, Classes::OCCASION))
        .last();
    if let Some(place) = place
        && words.after(place) < last
    {
        return words.after(place);
    }
    let first = first + usize::from(words.role(first) == Role::Inner);
    let is_text = words
        .entry(first)
        .is_some_and(|entry| entry.classes.has(Classes::SOURCE) && entry.tag == "text");
    if !is_text {
        return first;
    }
    let mut behind = first + words.list[first].reach.max(1);
    while behind < last
        && (words.list[behind].is_mark()
            || words.list[behind].shape == Shape::Hiragana && !words.is(behind, Classes::SUBJECT))
    {
        behind += 1;
    }
    if behind < last { behind } else { first }
}

/// The first noun phrase of the clause that can speak.
fn subject_first(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let speaker = subject_right(words, named, start, cue)?;
    // A subject opens its clause.
    let before = words
        .list
        .get(start..cue)?
        .iter()
        .filter(|word| word.span.end <= speaker.span.start)
        .count();
    (before <= 4).then_some(speaker)
}

/// The clause without the particle that closes it: …と, …との.
pub(super) fn without_quotative(words: &Words, clause: Span) -> Span {
    let text = clause.of(&words.document.article.text);
    if words.lexicon.pack.meta.words == lang::Strategy::Spaces {
        return clause;
    }
    words
        .lexicon
        .quotatives("")
        .filter(|form| text.ends_with(form))
        .map(str::len)
        .max()
        .map_or(clause, |length| {
            Span::new(clause.start, clause.end - length)
        })
}
