//! Verbs whose subject is not who speaks: "the paper quotes the minister", "the minister is quoted
//! by the paper", "the letter says" where the language says "it is called in the letter".

use super::heads;
use super::speakers::{self, HEAD, Named, subject_before};
use super::verb_group;
use crate::Speaker;
use crate::lexicon::{Classes, Role, Takes};
use crate::words::Words;
use lang::VerbPlace;
use segmenter::Span;

/// A noun stands at most so many words behind the preposition or article before it.
const NOUN: usize = 5;

/// A clause begins at most so many words before the words that bound it by their marks.
const CLAUSE: usize = 30;

/// Who speaks where the verb at word `cue` of `start..end` passes on somebody's words; none where
/// it is no such verb or nobody is found.
pub(super) fn speaker(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let takes = words.entry(cue)?.takes;
    let after = words.after(cue);
    if takes.has(Takes::WITHIN) {
        // "Auf der Seite heißt es zur Begründung"
        let led = (start..cue).find(|&i| preposition(words, i)) == Some(start);
        let left = || within(words, named, start..cue);
        let right = || within(words, named, after..end);
        return if led { left() } else { right().or_else(left) };
    }
    if !takes.has(Takes::RELAYED) {
        return None;
    }
    // "نقلت الوكالة عن مصدر": from whom, behind the verb and its subject.
    if words.lexicon.pack.meta.verb == VerbPlace::First {
        let from = (after..end).find(|&i| words.lexicon.is_agent(words.folded(i)))? + 1;
        return speakers::subject_right(words, named, from, end)
            .or_else(|| speakers::unlisted(words, named, from, end));
    }
    // Names in marks ("by the “Morning Post”") do not bound the clause.
    let sentence = words.list[cue].sentence;
    let be = |i: &usize| *i != cue && words.role(*i) == Role::Be;
    let whole = (start.saturating_sub(CLAUSE)..start)
        .find(|&i| words.list[i].sentence == sentence)
        .unwrap_or(start);
    let (start, passive) = match (start..end).find(be) {
        Some(found) => (start, Some(found)),
        None => (whole, (whole..start).find(be)),
    };
    if let Some(be) = passive {
        return if be > cue {
            (start..cue).find_map(|i| free(words, named, i))
        } else {
            free(words, named, be + 1)
                .or_else(|| free(words, named, be + 2).filter(|_| opens(words, be + 1)))
                .or_else(|| subject_before(words, named, be, start).map(|(speaker, _)| speaker))
        };
    }
    let mut behind = (after..end)
        .take_while(|&i| words.mark(i) != Some(','))
        .filter_map(|i| free(words, named, i));
    let first = behind.next()?;
    let second = behind.find(|other| other.span.start >= first.span.end);
    // "X quotes Y": the subject stands before the verb; "…, quotes X Y": behind it, as the first.
    let led = subject_before(words, named, cue, start).is_some_and(|(_, own)| own);
    if led {
        Some(first)
    } else {
        second.or(Some(first))
    }
}

fn opens(words: &Words, i: usize) -> bool {
    words.is(i, Classes::DETERMINER)
}

/// Whether word `i` is a preposition, and no article that only is no nominative.
fn preposition(words: &Words, i: usize) -> bool {
    words.role(i) == Role::Preposition && !opens(words, i)
}

/// The phrase that can speak at word `i`, if no preposition governs it.
fn free(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    let noun = || {
        let article = i > 0 && (opens(words, i - 1) || words.role(i - 1) == Role::Be);
        let word = &words.list[i];
        (words.lexicon.pack.meta.noun_capitals
            && article
            && word.is_capital()
            && !words.is(i, Classes::STOP))
        .then_some(Speaker {
            span: word.core,
            name: None,
        })
    };
    let speaker = heads::head(words, named, i).or_else(noun)?;
    let at = words.at(speaker.span.start);
    let mut before = at.checked_sub(1)?;
    while before > 0
        && at - before < NOUN
        && (opens(words, before) || words.list[before].shape == crate::words::Shape::Lower)
        && words.role(before) != Role::Be
        && !preposition(words, before)
        && !words.is(before, Classes::VERB)
    {
        before -= 1;
    }
    (!preposition(words, before)).then_some(speaker)
}

/// The noun that a preposition governs among the words of `range`: "in the letter".
fn within(words: &Words, named: &Named, range: std::ops::Range<usize>) -> Option<Speaker> {
    let at = range.clone().find(|&i| preposition(words, i))?;
    let noun = || {
        let near = range.end.min(at + NOUN);
        let beside = heads::head(words, named, at + 1);
        beside
            .or_else(|| speakers::subject_right(words, named, at + 1, near))
            .or_else(|| speakers::unlisted(words, named, at + 1, near))
    };
    governed(words, named, at + 1, range.end).or_else(noun)
}

/// The source that a phrase names from word `after` on: "nach Auffassung eines Gerichtes", of
/// which a pronoun or a name further on is no part.
pub(super) fn source(words: &Words, named: &Named, after: usize, end: usize) -> Option<Speaker> {
    let first = words.list.get(after)?.span.start;
    let right = speakers::subject_right(words, named, after, end).map(|right| {
        // "nach Angaben der Polizei": what the phrase itself holds names nobody.
        if right.span.start < first {
            Speaker {
                span: Span::new(first, right.span.end),
                name: None,
            }
        } else {
            right
        }
    });
    let Some(noun) = governed(words, named, after, end) else {
        return right;
    };
    let part = right.filter(|right| {
        let at = words.at(right.span.start);
        // "nach Aussagen des Amtes haben sich Menschen versammelt": not behind the verb.
        at < after + NOUN
            && !words.is(at, Classes::PRONOUN)
            && !(after..at).any(|i| verb_group::is_part(words, i))
    });
    Some(part.unwrap_or(noun))
}

/// The noun of the phrase from word `start`, whatever its case: "eines Gerichtes", "der Meldung".
pub(super) fn governed(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    if !words.lexicon.pack.meta.noun_capitals {
        return None;
    }
    let at = (start..end.min(start + NOUN))
        .take_while(|&i| {
            let mark = words.mark(i).is_some_and(|mark| mark != '-');
            let ends = mark || words.is(i, Classes::VERB) && !verb_group::is_noun(words, i);
            !ends && (i == start || !preposition(words, i))
        })
        .find(|&i| words.list[i].is_capital() || words.is(i, HEAD))?;
    let name = named.at(at);
    Some(Speaker {
        span: name.map_or(words.list[at].core, |(mention, _)| mention.span),
        name: name.map(|(_, name)| name.name.clone()),
    })
}
