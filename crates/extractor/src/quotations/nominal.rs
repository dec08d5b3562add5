//! What is said as a noun phrase before its verb, in a language whose object opens with nothing and closes with a
//! particle: "ورزان اسارت سربازان خود را تکذیب کرد", "رئیس بیمارستان از بستری شدن ۲۳ مجروح خبر داد", and what
//! somebody calls for between the parts of the verb: "سناتور خواستار تحریم‌های تازه شد".

use super::indirect::{Report, comma};
use super::speakers::{Named, subject_right};
use crate::Speaker;
use crate::lexicon::{Classes, Role, Takes};
use crate::words::Words;

/// The subject and who it is stand at most so many words before what is said.
const SUBJECT: usize = 14;

/// A verb of two parts closes at most so many words behind its first.
const PARTED: usize = 24;

/// What the verb at word `cue` of the sentence `start..end` reports, where that stands before it as a noun phrase;
/// none where a clause follows the verb.
pub(super) fn report(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let takes = words.entry(cue)?.takes;
    if !takes.has(Takes::NOMINAL) || words.lexicon.quotatives("object").next().is_none() {
        return None;
    }
    let after = words.after(cue);
    let (speaker, behind) = subject(words, named, start, cue)?;
    if takes.has(Takes::REQUEST) {
        let close = (after..end.min(after + PARTED))
            .find(|&i| words.list[i].is_mark() || closes(words, i))
            .filter(|&close| closes(words, close))?;
        let content = (after, close);
        let asked = !words.is(after, Classes::COMPLEMENTISER.and(Classes::VERB));
        return (asked && after < close).then(|| Report::of(content, cue, Some(speaker)));
    }
    if behind >= cue {
        return None;
    }
    let joined = words.role(after) == Role::Coordinator;
    let clause_behind = || !words.list[after].is_mark() || colon(words, after);
    if after < end && !joined && clause_behind() {
        return None;
    }
    let object = (behind..cue)
        .rev()
        .find(|&i| words.is_quotative(i, "object"));
    let content = match object {
        // "این گزارش را رد کرد": what points back is no news.
        Some(object) if words.role(behind) == Role::Pointing && object + 1 == cue => return None,
        Some(object) if object + 1 == cue => (behind, object),
        Some(_) => (behind, cue),
        None => (led(words, behind, cue)?, cue),
    };
    let inner = (content.0..content.1).any(|i| {
        words.list[i].is_mark() && !comma(words, i)
            || words.is(i, Classes::COMPLEMENTISER)
            || words.role(i) == Role::Relative
    });
    (content.0 < content.1 && !inner).then(|| Report::of(content, cue, Some(speaker)))
}

fn colon(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(':' | '«' | '"' | '“'))
}

/// Whether word `i` is the second part of a verb that calls for something: شد, شدند, شده است.
fn closes(words: &Words, i: usize) -> bool {
    let mut forms = words.lexicon.quotatives("closing");
    forms.any(|form| form == words.folded(i))
}

/// The subject that opens the clause, and the word behind it, its apposition and where or when it speaks.
fn subject(words: &Words, named: &Named, start: usize, cue: usize) -> Option<(Speaker, usize)> {
    let first = start + usize::from(words.role(start) == Role::Coordinator);
    let speaker = subject_right(words, named, first, cue)?;
    let at = words.at(speaker.span.start);
    let opens = (first..at).all(|i| words.lexicon.is_time(words.folded(i)));
    if !opens || words.is_preposition(first) {
        return None;
    }
    // "وزیر از افتتاح": the phrase of what is said is no part of the subject.
    let close = words.at(speaker.span.end);
    let mut behind = (at + 1..close).find(|&i| leads(words, i)).unwrap_or(close);
    // "دفتر نخست‌وزیر پاکستان", "دبیر شورای شهر": whose it is.
    let body = Classes::TITLE
        .and(Classes::TERRITORY)
        .and(Classes::KNOWN)
        .and(Classes::ORGANISATION)
        .and(Classes::PLACE);
    while behind < cue && words.is(behind, body) {
        behind = words.after(behind);
    }
    let speaker = Speaker {
        span: words.list[at].core.join(words.list[behind - 1].core),
        ..speaker
    };
    // "…، مالک کشتی، وجود سوخت قاچاق را": behind the last comma, what the subject is and what was said with it.
    if let Some(close) = (behind..cue.min(behind + SUBJECT))
        .rev()
        .find(|&i| comma(words, i))
    {
        behind = close + 1;
    }
    while behind < cue && words.lexicon.is_time(words.folded(behind)) {
        behind += 1;
    }
    // "در بیانیه‌ای": in what it is said, of one noun.
    let text = |i: usize| words.list[i].span.of(&words.document.article.text);
    if behind + 2 < cue && words.is_preposition(behind) && text(behind + 1).ends_with(INDEFINITE) {
        behind += 2;
    }
    Some((speaker, behind))
}

/// Whether word `i` is a preposition that leads to what is said.
pub(super) fn leads(words: &Words, i: usize) -> bool {
    let mut forms = words.lexicon.quotatives("leading");
    forms.any(|form| form == words.folded(i))
}

/// What makes a Persian noun an indefinite one: بیانیه‌ای.
const INDEFINITE: &str = "ای";

/// Where the phrase of the preposition opens that leads to what is said: "از … خبر داد", "بر … تأکید کرد".
fn led(words: &Words, behind: usize, cue: usize) -> Option<usize> {
    // "پس از جلسه": behind a word of place or time it governs something else.
    let free = |i: &usize| {
        *i == behind || !words.is_preposition(i - 1) && !words.lexicon.is_time(words.folded(i - 1))
    };
    (behind..cue)
        .filter(|&i| leads(words, i))
        .find(free)
        .filter(|&i| i + 1 < cue)
}
