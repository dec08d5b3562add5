//! Sentences that only tell who said the one before them: "Das teilte die Polizei mit."

use super::super::beside;
use super::super::marks::ends_sentence;
use super::super::reports::Report;
use super::super::speakers::Named;
use super::super::verb_group;
use crate::lexicon::{Classes, Takes};
use crate::words::Words;
use crate::{Mention, Speaker};
use std::ops::Range;

/// The verb of a sentence that points back at what is said before it, and who said it.
pub(in super::super) fn points(
    words: &Words,
    named: &Named,
    range: &Range<usize>,
) -> Option<(usize, Option<Speaker>)> {
    let verb = opened(words, range.start)?;
    if verb >= range.end {
        return None;
    }
    let cue = if words.is(verb, Classes::VERB) {
        verb
    } else if words.lexicon.pack.meta.free_order {
        // "Об этом в пятницу заявил дипломат": over where and when.
        (verb..range.end.min(verb + CIRCUMSTANCE))
            .take_while(|&i| !words.list[i].is_mark())
            .find(|&i| words.is(i, Classes::VERB))?
    } else {
        // "Dies wurde vom Hafenamt mitgeteilt", "Das musste sie einräumen"
        (verb..range.end)
            .filter(|_| verb_group::is_part(words, verb))
            .take_while(|&i| words.mark(i) != Some(','))
            .find(|&i| words.is(i, Classes::VERB))?
    };
    let takes = words.entry(cue)?.takes;
    let plain = range.clone().all(|i| {
        !verb_group::quotes(words, i)
            && !words.is(i, Classes::COMPLEMENTISER)
            && words.mark(i) != Some(':')
    });
    // "Das bestritt die Polizei": what is denied is somebody else's words.
    let denies = || {
        let verb = words.list[cue].core.of(&words.document.article.text);
        let mut rows = words.lexicon.pack.rows("negations");
        rows.any(|row| row.column(1) == "denial" && row.key().split(", ").any(|form| form == verb))
    };
    (plain && takes.has(Takes::THAT) && !denies()).then(|| {
        let speaker = beside::speaker_of(words, named, cue, range.start, range.end);
        (cue, speaker)
    })
}

/// Where and when somebody said so has at most so many words.
const CIRCUMSTANCE: usize = 8;

/// The word behind what points back at the opening of a sentence: "das", "об этом".
fn opened(words: &Words, start: usize) -> Option<usize> {
    words.lexicon.quotatives("back").find_map(|form| {
        let parts = form.split(' ').enumerate();
        let count = form.split(' ').count();
        let (first, last) = (words.list.get(start)?, words.list.get(start + count - 1)?);
        let same = first.sentence == last.sentence;
        (same
            && parts
                .clone()
                .all(|(k, part)| part == words.folded(start + k)))
        .then_some(start + count)
    })
}

/// The sentence before the one of `range`, where that one tells who said it and nothing of it is
/// read yet.
pub(in super::super) fn sentence_before(
    words: &Words,
    named: &Named,
    inside: &[bool],
    range: &Range<usize>,
    mentions: &[Mention],
) -> Option<Report> {
    let here = words.list[range.start].sentence;
    let before = here.checked_sub(1)?;
    let (cue, speaker) = points(words, named, range)?;
    let sentences = &words.document.sentences;
    let (last, next) = (sentences.get(before)?, sentences.get(here)?);
    let text = words.document.article.text.as_str();
    let told = mentions.last().is_some_and(|said| said.sentence == before);
    if told || next.paragraph - last.paragraph > 1 || !ends_sentence(last.span.of(text)) {
        return None;
    }
    let start = words.first_of(before);
    let end = (start..range.start)
        .rev()
        .find(|&i| !words.list[i].is_mark() || inside[i])?
        + 1;
    Some(Report {
        content: std::iter::once(start..end).collect(),
        cue: cue..words.after(cue),
        speaker: Some(speaker?),
        next: range.end,
    })
}
