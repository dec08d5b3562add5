//! The speaker beside a cue: the subject of a verb, or the source that a phrase names.

use super::governed::is_governed;
use super::speakers::{HEAD, Named, framed, subject_before, subject_left, subject_right};
use super::{apposition, opening, phrase, relayed, verb_first, verb_group};
use crate::Speaker;
use crate::lexicon::{Classes, Role, Side, Takes};
use crate::words::{Shape, Words};
use lang::VerbPlace;
use segmenter::Span;

/// The pronoun behind the hyphen of an inverted verb: "a-t-elle assuré".
pub(super) fn inverted(words: &Words, cue: usize) -> Option<Speaker> {
    let text = words.document.article.text.as_str();
    (cue..words.after(cue)).find_map(|i| {
        let word = words.list.get(i)?;
        let (_, tail) = word.span.of(text).rsplit_once('-')?;
        words.lexicon.is_pronoun(tail).then(|| Speaker {
            span: Span::new(word.span.end - tail.len(), word.span.end),
            name: None,
        })
    })
}

/// A common noun right behind an inverted verb that no list knows: "сказал следователь". Only
/// where the words between are known small words.
fn noun_right(words: &Words, after: usize, end: usize) -> Option<Speaker> {
    if !words.lexicon.pack.meta.free_order {
        return None;
    }
    let at = (after..end.min(after + 3))
        .find(|&i| !words.is(i, Classes::STOP.and(Classes::PRONOUN)) || words.list[i].is_mark())?;
    let word = &words.list[at];
    let noun = !word.is_mark()
        && word.shape != Shape::Number
        && words.entry(at).is_none_or(|entry| entry.role == Role::None)
        && word.core.len() > 4;
    noun.then_some(Speaker {
        span: word.core,
        name: None,
    })
}

/// The speaker beside the cue at word `cue`, inside `start..end`.
pub(super) fn speaker_of(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let entry = words.entry(cue)?;
    let after = words.after(cue);
    if let Some(relayed) = relayed::speaker(words, named, cue, start, end) {
        return Some(relayed);
    }
    // "Auf Walisisch steht „…“ für": no text, no speaker.
    if entry.takes.only_marks() && entry.takes.has(Takes::WITHIN) {
        return None;
    }
    if let Some(inverted) = inverted(words, cue) {
        return Some(inverted);
    }
    if phrase::passive(words, cue) {
        // "was described as “…” by the police"
        let by = (after..end.min(after + AGENT))
            .take_while(|_| words.lexicon.has_clauses())
            .find(|&i| words.lexicon.is_agent(words.folded(i)))?;
        return subject_right(words, named, by + 1, end);
    }
    if let Some(group) = verb_group::of(words, cue) {
        if group.passive {
            return verb_group::agent(words, named, cue, &group);
        }
        if group.finite < cue {
            return verb_group::hanging(words, named, cue, group.finite)
                .or_else(|| verb_group::subject(words, named, cue, group.finite));
        }
    }
    if entry.classes.has(Classes::VERB)
        && let Some(speaker) = verb_group::hanging(words, named, cue, cue)
    {
        return Some(speaker);
    }
    if entry.classes.has(Classes::VERB) {
        return beside_verb(words, named, cue, start, end);
    }
    match entry.side {
        Side::Left => subject_left(words, named, cue, start),
        Side::None => None,
        Side::Own => Some(own(words, cue)),
        _ => relayed::source(words, named, after, end).or_else(|| {
            noun_of_phrase(words, cue, end).filter(|_| !words.lexicon.pack.meta.noun_capitals)
        }),
    }
}

/// Who acts in a passive is told so few words behind the verb.
const AGENT: usize = 8;

/// Who speaks by a phrase that holds the word for it: the one that the pack names (*по его словам*), or
/// the first (*seiner Ansicht nach*).
pub(super) fn own(words: &Words, cue: usize) -> Speaker {
    let pronoun = words.entry(cue).map_or("", |entry| entry.closing);
    let at = (cue..words.after(cue)).find(|&i| words.folded(i) == pronoun);
    Speaker {
        span: words.list[at.unwrap_or(cue)].core,
        name: None,
    }
}

/// The noun right behind a phrase that holds its article, which no list knows: "a detta della difesa".
pub(super) fn noun_of_phrase(words: &Words, cue: usize, end: usize) -> Option<Speaker> {
    let after = words.after(cue);
    let not = Classes::STOP
        .and(Classes::VERB)
        .and(Classes::PREPOSITION)
        .and(Classes::COMPLEMENTISER)
        .and(Classes::ATTRIBUTION);
    let plain = after < end
        && words.entry(cue)?.side == Side::Right
        && words.list[cue].reach > 1
        && words.list[after].shape == Shape::Lower
        && !words.is(after, not)
        && !words.lexicon.is_time(words.folded(after));
    plain.then(|| Speaker {
        span: words.list[after].core,
        name: None,
    })
}

/// "сказал он агентству, добавив, что": of a verb that shares its subject, the one of the verb before it.
pub(super) fn shared_before(words: &Words, named: &Named, cue: usize) -> Option<Speaker> {
    let shares = words.entry(cue)?.takes.has(Takes::SHARED);
    if !shares || verb_first::reads(words) {
        return None;
    }
    let sentence = words.list[cue].sentence;
    let start = words.first_of(sentence);
    let start = start.max(cue.saturating_sub(BACK));
    let verb = (start..cue).rev().find(|&i| words.is(i, Classes::VERB))?;
    let clause = words.takes(verb, Takes::CLAUSE);
    clause.then(|| speaker_of(words, named, verb, start, cue))?
}

/// The verb before one that shares its subject stands at most so many words back.
const BACK: usize = 40;

/// The subject of the verb at word `cue`, inside `start..end`.
pub(super) fn beside_verb(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let after = words.after(cue);
    // "…," katanya: nobody beside it.
    if words.takes(cue, Takes::NOBODY.and(Takes::OWN)) {
        return None;
    }
    if verb_first::reads(words) && verb_first::shares(words, cue) {
        return verb_first::shared(words, named, cue);
    }
    if let Some(speaker) = shared_before(words, named, cue) {
        return Some(speaker);
    }
    if verb_first::reads(words)
        && let Some(speaker) = verb_first::speaker(words, named, cue, start, end)
    {
        return Some(speaker);
    }
    if phrase::shares(words, cue, start)
        && let Some(speaker) = phrase::shared(words, named, cue, start)
    {
        return Some(speaker);
    }
    if let Some(speaker) = apposition::of_capitals(words, named, cue, start) {
        return Some(speaker);
    }
    if let Some(speaker) = over_comma(words, named, cue, start) {
        return Some(speaker);
    }
    let mut left = subject_before(words, named, cue, start);
    if left.as_ref().is_none_or(|(_, free)| !free)
        && let Some(speaker) = opening::subject(words, named, start, cue)
    {
        left = Some((speaker, true));
    }
    if framed(words, start, cue).is_none()
        && let Some((range, speaker)) = phrase::before_verb(words, named, cue, start)
        && left.as_ref().is_none_or(|(left, own)| {
            !own || !within(words, left, &range) || owned(words, &speaker, left)
        })
    {
        left = Some((speaker, true));
    }
    let inverted = &phrase::after_verb(words, named, after, end)
        .filter(|_| words.lexicon.pack.meta.noun_capitals || follows_mark(words, cue))
        .filter(|_| !phrase::participle(words, cue));
    // Without spaces between words whoever stands behind the verb is told.
    let told = !words.lexicon.is_spaced() && words.lexicon.pack.meta.verb != VerbPlace::Final;
    let right = || {
        if told {
            return None;
        }
        // "وكتب على تلغرام": where the subject stands right behind its verb, what a preposition governs is none.
        let right = subject_right(words, named, after, end)
            .filter(|right| {
                !verb_first::reads(words) || !is_governed(words, after, words.at(right.span.start))
            })
            .or_else(|| noun_right(words, after, end));
        match (right, inverted) {
            (Some(right), Some((range, _))) if within(words, &right, range) => Some(right),
            (_, Some((_, speaker))) => Some(speaker.clone()),
            (right, None) => right,
        }
    };
    // "Besorgt sagte Lin Jian", "Die Reden nannte er": a word that its capital alone would
    // make a subject, before a verb behind which stands another.
    let guess = words.lexicon.pack.meta.noun_capitals
        && left.as_ref().is_some_and(|(left, _)| {
            let at = words.at(left.span.start);
            let opens = at == start && at + 1 == cue;
            let subject = words.is(after, Classes::PRONOUN)
                || named.at(after).is_some()
                || opens && right().is_some_and(|right| stands_free(words, named, &right));
            left.name.is_none() && !words.is(at, HEAD) && subject
        });
    let guess = guess
        || left
            .as_ref()
            .is_some_and(|(left, _)| named_behind(words, named, cue, start, left))
        || follows_clause(words, named, cue, start)
        || left
            .as_ref()
            .is_some_and(|(left, _)| fronted(words, named, cue, start, left));
    match left {
        Some((left, _)) if words.lexicon.pack.meta.verb == VerbPlace::First || guess => {
            right().or(Some(left))
        }
        // "Zum Gesetz schreibt Lin Jian": what a preposition governs is no subject.
        Some((left, false)) => right().or(Some(left)),
        Some((left, true)) => Some(left),
        // "North Korea accused the United States of “…”": behind its verb a subject stands only
        // where words in marks or a clause come first.
        None if words.lexicon.has_clauses() && cue > start && !words.list[cue - 1].is_mark() => {
            None
        }
        None => right(),
    }
}

/// 市长批评该方案，称…: in text without spaces a verb right behind a comma shares the subject of a verb of
/// speech before it.
fn over_comma(words: &Words, named: &Named, cue: usize, start: usize) -> Option<Speaker> {
    let unspaced = !words.lexicon.is_spaced();
    let close = (start..cue)
        .rev()
        .find(|&i| matches!(words.mark(i), Some('，' | ',')))?;
    let joined = words.role(close + 1) == Role::Coordinator;
    // …，并在讲话中谴责…: a phrase may stand between.
    let led = joined && words.role(close + 2) == Role::Preposition;
    let at_once = close + 1 + usize::from(joined) == cue;
    if !unspaced || words.lexicon.has_markers() || close <= start || !(at_once || led) {
        return None;
    }
    (start..close)
        .rev()
        .filter(|&i| words.is(i, Classes::VERB))
        .find_map(|i| subject_left(words, named, i, start))
}

/// "Ein Ratsmitglied der Partei Neue Mitte sagte": whether an article of its own shows that `left` hangs
/// on the noun of `speaker` before it, where every noun has a capital.
fn owned(words: &Words, speaker: &Speaker, left: &Speaker) -> bool {
    let (from, to) = (words.at(speaker.span.end), words.at(left.span.start));
    words.lexicon.pack.meta.noun_capitals
        && from < to
        && words.is(from, Classes::DETERMINER)
        && (from..to).all(|i| !words.list[i].is_mark())
}

/// Whether something else than the subject stands before the verb at word `cue` in a language
/// whose verb is the second part of its clause: "Zum Plan führt der Bericht aus", "Jede Schuld
/// weist Lin von sich", "Die Arbeit lobte er".
fn fronted(words: &Words, named: &Named, cue: usize, start: usize, left: &Speaker) -> bool {
    if !words.lexicon.pack.meta.noun_capitals {
        return false;
    }
    let after = words.after(cue);
    let comma = |i: &usize| matches!(words.mark(*i), Some(','));
    let opener = (start..cue).rev().find(comma).map_or(start, |i| i + 1);
    let he = words
        .entry(after)
        .is_some_and(|entry| entry.classes.has(Classes::PRONOUN) && entry.tag == "m");
    let person = named
        .at(after)
        .is_some_and(|(_, name)| name.kind == crate::NameKind::Person);
    let at = words.at(left.span.start);
    let nominative = words.is(after, Classes::DETERMINER)
        && words.role(after) == Role::None
        && !phrase::oblique(words, after);
    let title = words.is(after, Classes::TITLE);
    he && !words.list[cue - 1].is_mark()
        || person && left.name.is_none() && !words.is(at, HEAD)
        || words.role(opener) == Role::Preposition && (person || nominative || title)
}

/// "„…“, der Pilotenvereinigung, teilte Lin mit": the person at once behind a verb that a comma
/// precedes rather than a body before it.
fn named_behind(words: &Words, named: &Named, cue: usize, start: usize, left: &Speaker) -> bool {
    let person = |i: usize| {
        named
            .at(i)
            .is_some_and(|(_, name)| name.kind == crate::NameKind::Person)
    };
    let comma = cue > start && matches!(words.mark(cue - 1), Some(','));
    let at = words.at(left.span.start);
    words.lexicon.pack.meta.noun_capitals
        && comma
        && person(words.after(cue))
        && !person(at)
        && !words.is(at, Classes::TITLE.and(Classes::PRONOUN))
        && words.entry(at).is_none_or(|entry| entry.tag != "person")
}

/// "…, entgegnete Lin Jian": in a language whose verb is the second part of its clause, who is
/// named at once behind a verb that a clause with its comma precedes is its subject.
fn follows_clause(words: &Words, named: &Named, cue: usize, start: usize) -> bool {
    let comma = |i: &usize| matches!(words.mark(*i), Some(','));
    let after = words.after(cue);
    let Some(close) = cue.checked_sub(1).filter(|i| *i > start && comma(i)) else {
        return false;
    };
    let opener = (start..close).rev().find(comma).map_or(start, |i| i + 1);
    let aside = opener > start && words.is(opener, Classes::DETERMINER);
    let known = named
        .at(after)
        .is_some_and(|(_, name)| name.kind != crate::NameKind::Place);
    let unknown = words
        .list
        .get(after)
        .is_some_and(crate::words::Word::is_capital)
        && words.entry(after).is_none()
        && !aside
        && words.list[close - 1].shape == Shape::Lower;
    // "Lin Jian, der Minister, sagte": an apposition has no verb, which ends in small letters.
    let clause = words.list[close - 1].shape == Shape::Lower
        || (opener..close).any(|i| verb_group::is_part(words, i));
    // "…, sagte ein Landwirt aus Emden": behind the article of a subject.
    let article = words.is(after, Classes::DETERMINER)
        && words.role(after) == Role::None
        && !words.is(after, Classes::PRONOUN)
        && words
            .entry(after)
            .is_some_and(|entry| entry.tag.starts_with("indefinite"))
        && !phrase::oblique(words, after)
        && !aside;
    words.lexicon.pack.meta.noun_capitals && clause && (known || unknown || article)
}

/// Whether a phrase that can speak is governed by nothing.
fn stands_free(words: &Words, named: &Named, speaker: &Speaker) -> bool {
    let at = words.at(speaker.span.start);
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let oblique = words.role(before) == Role::Preposition;
    let plain = words.is(before, Classes::STOP)
        && !words.is(before, Classes::DETERMINER)
        && words.is(before, Classes::PREPOSITION);
    (words.is(at, HEAD) || named.at(at).is_some()) && !oblique && !plain
}

/// Whether a speaker stands among the words of `range`.
fn within(words: &Words, speaker: &Speaker, range: &std::ops::Range<usize>) -> bool {
    let at = words.at(speaker.span.start);
    range.contains(&at)
}

/// Whether the verb at word `cue` stands right behind words in marks.
fn follows_mark(words: &Words, cue: usize) -> bool {
    cue.checked_sub(1).is_some_and(|i| {
        matches!(
            words.mark(i),
            Some('"' | '”' | '“' | '’' | '\'' | '»' | '«')
        )
    })
}
