//! Reports of a verb that comes last and has no subject: a passive, or a sentence that whoever spoke before goes
//! on with.

use super::clause_close::{clause_end, closes_clause, has_ends};
use super::clauses::joined_report;
use super::comma_subject::SET_OFF;
use super::heads::{head, wide_head};
use super::indirect::{Report, comma};
use super::speakers::{HEAD, Named, subject_right};
use super::topics::{is_object, marks_topics, topics};
use super::verb_final::{SUBJECT, past_circumstance};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Takes};
use crate::words::Words;
use segmenter::Span;

/// 이어 …다고 부연했다, 期末配当は見送るとも言い添えた: a sentence with no topic of its own is said by whoever
/// spoke before.
pub(super) fn implied(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let opens = words.opens_sentence(start);
    if has_ends(words) {
        return unsaid(words, named, start, cue).filter(|_| opens);
    }
    if !marks_topics(words) || !opens || topics(words, start, cue).next().is_some() {
        return None;
    }
    let first = past_circumstance(words, start, cue);
    let closed = (first + 1 < cue && closes_clause(words, cue - 1)).then(|| cue - 1);
    let last = clause_end(words, start, cue)
        .filter(|&last| last == cue)
        .or(closed)?;
    let only_marks = words.entry(cue)?.takes.only_marks();
    // 違法な捜査だったと訴える弁護団は: a verb before its noun, who speaks.
    let after = words.after(cue);
    let speaker = if after < end && !words.list[after].is_mark() {
        Some(subject_right(
            words,
            named,
            after,
            end.min(after + SUBJECT),
        )?)
    } else {
        None
    };
    (!only_marks && first < last).then_some(Report::of((first, last), cue, speaker))
}

/// "Bunun yerine baskının sürdüğünü belirtti": a sentence in which nothing can be the subject is said by
/// whoever spoke before.
fn unsaid(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Report> {
    let last = clause_end(words, start, cue).filter(|&last| last == cue)?;
    if last - start > SET_OFF {
        return None;
    }
    let text = words.document.article.text.as_str();
    let subject = |i: usize| {
        let inflected = |span: Span| {
            let rest = text.get(span.end..).unwrap_or_default();
            rest.starts_with(['\'', '’'])
        };
        match named.at(i) {
            Some((name, _)) => !inflected(name.span),
            None => words.is(i, HEAD) || i > start && words.list[i].is_capital(),
        }
    };
    // An ending behind an apostrophe shows that whoever is named is none.
    let shown = (start..last).any(|i| {
        let word = &words.list[i];
        word.core.end < word.span.end && word.is_capital()
    });
    let clear = shown && !(start..last).any(subject) && !words.list[cue].is_capital();
    clear.then_some(Report::of((start, last), cue, None))
}

/// "रिपोर्ट में कहा गया कि": what a verb in the passive reports with its complementiser at word `opener`, which
/// the text says in which it stands, or nobody.
pub(super) fn unattributed(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    opener: usize,
    end: usize,
) -> Report {
    let text = (start.max(cue.saturating_sub(PLACE))..cue)
        .rev()
        .find(|&i| words.entry(i).is_some_and(|entry| entry.tag == "text"));
    Report::of(
        (opener, joined_report(words, opener, end).unwrap_or(end)),
        cue,
        text.and_then(|i| head(words, named, i)),
    )
}

/// "Raporda yolun kapandığı belirtildi": a verb in the passive reports a clause that ends as its subject
/// does, and who says it is the text in which it stands, or nobody.
pub(super) fn passive(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Report> {
    let free = |i: &usize| !words.list[*i].is_mark();
    let last = (start..cue)
        .rev()
        .take(SUBJECT)
        .take_while(free)
        .find(|&i| words.ends_in(i, "passive"))?;
    let first = (start..last).find(free)?;
    let said = |i: usize| {
        let text = words.entry(i).is_some_and(|entry| entry.tag == "text");
        (text || words.is(i, Classes::OCCASION)) && !words.is(i, Classes::VERB)
    };
    let reach = last.min(first + 2 * PLACE);
    let place = (first..reach)
        .take_while(free)
        .filter(|&i| said(i))
        .filter(|&i| i < first + PLACE || comma(words, words.after(i)))
        .last();
    let issuer = place.and_then(|place| issuer(words, named, first, place));
    let speaker = issuer.or_else(|| {
        place
            .into_iter()
            .chain(last + 1..cue)
            .find(|&i| said(i))
            .map(|i| {
                head(words, named, i).unwrap_or(Speaker {
                    span: words.list[i].core,
                    name: None,
                })
            })
    });
    let behind = place.map_or(first, |place| words.after(place));
    let behind = behind + usize::from(comma(words, behind));
    (behind < last).then_some(Report::of((behind, last + 1), cue, speaker))
}

/// "Bakanlıktan yapılan açıklamada", "Sağlık Bakanlığından yapılan yazılı açıklamada": whose the text at word
/// `text` is, before the verb in the form that stands before its noun.
pub(super) fn issuer(words: &Words, named: &Named, first: usize, text: usize) -> Option<Speaker> {
    let verb = (first + 1..text)
        .find(|&i| words.lexicon.ending(words.core(i)) == Some(Ending::Attributive))?;
    let place = |i| (named.at(i)).is_some_and(|(_, name)| name.kind == crate::NameKind::Place);
    wide_head(words, named, first, verb - 1).filter(|_| !place(verb - 1))
}

/// 判決文には「…」と記されている: the text in which something stands, whose noun has a particle that makes
/// it no subject.
pub(super) fn written_in(
    words: &Words,
    named: &Named,
    (start, end): (usize, usize),
    cue: usize,
) -> Option<Speaker> {
    let within = words.entry(cue)?.takes.has(Takes::WITHIN);
    if !within || words.lexicon.pack.meta.verb != lang::VerbPlace::Final {
        return None;
    }
    (start..end)
        .rev()
        .filter(|&i| is_object(words, i))
        .find_map(|i| wide_head(words, named, start, i))
}

/// Such a word closes a phrase of at most so many words.
pub(super) const PLACE: usize = 5;
