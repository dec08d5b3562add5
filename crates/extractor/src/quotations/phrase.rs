//! Who speaks where no list knows the noun ("the suit says", "sagte der Student"), told by how its
//! phrase is built, and whose subject a verb shares ("rallied supporters, saying").

use super::chain;
use super::speakers::{HEAD, Named};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Role};
use crate::words::{Shape, Words};
use std::ops::Range;

/// A phrase has at most so many words.
const REACH: usize = 10;

/// Whether the language shows where a phrase begins and what governs it.
pub(super) fn reads(words: &Words) -> bool {
    words.lexicon.has_determiners()
        && (words.lexicon.has_clauses() || words.lexicon.pack.meta.noun_capitals)
}

/// The first word of the verb group that ends in the verb at word `cue`: "has repeatedly said".
fn group(words: &Words, cue: usize, start: usize) -> usize {
    let mut first = cue;
    while first > start
        && !words.list[first - 1].is_mark()
        && (matches!(
            words.role(first - 1),
            Role::Inner | Role::Auxiliary | Role::Infinitive
        ) || words.lexicon.has_clauses()
            && words.lexicon.ending(words.core(first - 1)) == Some(Ending::Adverb))
    {
        first -= 1;
    }
    first
}

/// The first of the unstressed pronouns and particles before the verb group at word `verb`, in
/// languages that set them there: "le dijo", "gli ha comunicato".
pub(super) fn past_pronouns(words: &Words, verb: usize, start: usize) -> usize {
    if reads(words) {
        return verb;
    }
    let small = |i: usize| is_small(words, i) && words.role(i) == Role::None;
    (start.max(verb.saturating_sub(2))..verb)
        .rev()
        .take_while(|&i| small(i))
        .last()
        .unwrap_or(verb)
}

/// Whether word `i` is one of the small words that stand before a verb: "le", "ne", "s'", "de".
pub(super) fn is_small(words: &Words, i: usize) -> bool {
    let elided = || {
        let word = words.list[i].span.of(&words.document.article.text);
        word.ends_with(['\'', '’'])
    };
    words.list[i].shape == Shape::Lower
        && words.list[i].span.len() <= PARTICLE
        && (words.is(i, Classes::STOP) || words.role(i) != Role::None || elided())
        && !words.is(i, Classes::COMPLEMENTISER.and(Classes::VERB))
}

/// An unstressed pronoun has at most so many bytes.
const PARTICLE: usize = 4;

/// Whether word `i` may stand between a subject and its verb in a language whose clauses are read:
/// "Abbas also said", "Seoul, meanwhile, said".
pub(super) fn adverbial(words: &Words, i: usize) -> bool {
    let set_off = || {
        i > 0
            && words.is(i, Classes::STOP)
            && [i - 1, i + 1]
                .iter()
                .all(|&k| matches!(words.mark(k), Some(',')))
    };
    words.lexicon.has_clauses()
        && (matches!(words.role(i), Role::Inner | Role::Auxiliary)
            || words.lexicon.ending(words.core(i)) == Some(Ending::Adverb)
            || set_off())
}

/// Whether word `i` ends a phrase on either side.
fn ends(words: &Words, i: usize) -> bool {
    words
        .mark(i)
        .is_some_and(|mark| !matches!(mark, '-' | '\'' | '’' | '.'))
        || words.is(i, Classes::COMPLEMENTISER)
        || words.is(i, Classes::VERB) && !words.is(i, HEAD.and(Classes::DETERMINER))
        || matches!(
            words.role(i),
            Role::Relative
                | Role::Subordinator
                | Role::Concession
                | Role::Question
                | Role::Coordinator
                | Role::Be
                | Role::Inner
                | Role::Auxiliary
                | Role::Infinitive
                | Role::Reported
                | Role::Conditional
        )
}

/// The phrase that stands before the verb at word `cue`, and who speaks in it.
pub(super) fn before_verb(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
) -> Option<(Range<usize>, Speaker)> {
    if !reads(words) {
        return None;
    }
    let mut end = group(words, cue, start);
    // "das Landesamt (LKA) bestätigte"
    if end > start && words.mark(end - 1) == Some(')') {
        let floor = start.max(end.saturating_sub(REACH));
        end = (floor..end)
            .rev()
            .find(|&i| words.mark(i) == Some('('))
            .unwrap_or(end);
    }
    let floor = start.max(end.saturating_sub(REACH));
    let first = (floor..end).rev().take_while(|&i| !ends(words, i)).last()?;
    let speaker = head(words, named, first..end)?;
    Some((first..end, speaker))
}

/// The phrase right behind an inverted verb, from word `start`.
pub(super) fn after_verb(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
) -> Option<(Range<usize>, Speaker)> {
    if !reads(words) {
        return None;
    }
    // "charakterisierte ihn der Funktionär", "erklärte dazu die Ministerin"
    let nouns = words.lexicon.pack.meta.noun_capitals;
    let start = (start..end.min(start + 3))
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| {
            !nouns || words.list[i].shape != Shape::Lower || words.is(i, Classes::DETERMINER)
        })
        .unwrap_or(start);
    let last = (start..end.min(start + REACH))
        .take_while(|&i| {
            !ends(words, i)
                && !words.is(i, Classes::PRONOUN)
                && (i == start || !words.is(i, Classes::DETERMINER))
        })
        .last()?;
    let speaker = head(words, named, start..last + 1)?;
    Some((start..last + 1, speaker))
}

/// Whether the article at word `i` opens no subject, as it shows itself or by its adjective: "seinen",
/// "der englischen".
pub(super) fn oblique(words: &Words, i: usize) -> bool {
    let tag = words.entry(i).map_or("", |entry| entry.tag);
    words.is(i, Classes::DETERMINER) && tag.ends_with("oblique")
        || tag == "weak"
            && words
                .list
                .get(i + 1)
                .is_some_and(|next| next.shape == Shape::Lower)
            && words.lexicon.ending(words.core(i + 1)) == Some(Ending::Weak)
}

/// Whether the article of the noun at word `i`, at most so far before it, shows that it is no subject:
/// "der englischen Zeitung sagte Lin Jian", "nannte den schweren Vorwurf".
pub(super) fn in_oblique(words: &Words, floor: usize, i: usize) -> bool {
    (floor.max(i.saturating_sub(ADJECTIVES))..i)
        .rev()
        .take_while(|&k| words.list[k].shape == Shape::Lower || words.is(k, Classes::DETERMINER))
        .find(|&k| words.is(k, Classes::DETERMINER))
        .is_some_and(|k| oblique(words, k))
}

/// An article and the adjectives before a noun are at most so many words.
const ADJECTIVES: usize = 3;

/// The noun of a phrase that its article opens and that a preposition ends.
fn head(words: &Words, named: &Named, phrase: Range<usize>) -> Option<Speaker> {
    let opens = phrase.start;
    let nominative = words.is(opens, Classes::DETERMINER)
        && !matches!(words.role(opens), Role::Preposition | Role::Time)
        && !words.is(opens, Classes::PRONOUN)
        && !oblique(words, opens);
    if !nominative {
        return None;
    }
    let nouns = words.lexicon.pack.meta.noun_capitals;
    let inner = (opens + 1..phrase.end).take_while(|&i| {
        words.role(i) != Role::Preposition
            && !words.is(i, Classes::PREPOSITION)
            && words.mark(i) != Some('.')
    });
    // German: the first noun; English: the last word.
    let at = if nouns {
        let mut inner = inner;
        inner.find(|&i| {
            words.list[i].is_capital() && !words.is(i, Classes::STOP) || named.at(i).is_some()
        })?
    } else {
        inner.last()?
    };
    let word = &words.list[at];
    let plain = !word.is_mark()
        && word.shape != Shape::Number
        && !words.is(at, Classes::STOP.and(Classes::VERB))
        && (words.is(at, HEAD)
            || named.at(at).is_some()
            || words.lexicon.ending(words.core(at)) != Some(Ending::Abstract))
        && !words.lexicon.is_time(words.folded(at));
    plain.then(|| {
        let name = named.at(at);
        Speaker {
            span: name.map_or(word.core, |(mention, _)| mention.span),
            name: name.map(|(_, name)| name.name.clone()),
        }
    })
}

/// Whether the verb at word `cue` shares its subject with one before it: behind "and" or "but",
/// or as a participle ("…, saying", "by saying", "before insisting").
pub(super) fn shares(words: &Words, cue: usize, start: usize) -> bool {
    let group = past_pronouns(words, group(words, cue, start), start);
    let Some(before) = group.checked_sub(1).filter(|&i| i >= start) else {
        return false;
    };
    if words.role(before) == Role::Coordinator {
        return true;
    }
    gerund(words, cue)
        || participle(words, cue)
            && (matches!(words.mark(before), Some(','))
                || matches!(words.role(before), Role::Preposition | Role::Subordinator))
}

/// Whether the verb at word `cue` stands in the passive, in a language whose clauses are read: "was
/// told", "is expected".
pub(super) fn passive(words: &Words, cue: usize) -> bool {
    let small = |i: usize| {
        matches!(words.role(i), Role::Inner)
            || words.lexicon.ending(words.core(i)) == Some(Ending::Adverb)
    };
    let be = (cue.saturating_sub(PASSIVE)..=cue)
        .rev()
        .find(|&i| i != cue && !small(i) || words.role(i) == Role::Be);
    // "se cree que", "si dice che"
    if chain::opens_with_noun(words) {
        return cue > 0 && words.role(cue - 1) == Role::Passive;
    }
    let verb = be.map_or(cue, |be| if be == cue { words.after(cue) - 1 } else { cue });
    words.lexicon.has_clauses()
        && be.is_some_and(|be| {
            words.role(be) == Role::Be && words.list[be].sentence == words.list[cue].sentence
        })
        && !participle(words, verb)
}

/// So many adverbs may stand between the parts of a passive.
const PASSIVE: usize = 3;

/// Whether the verb at word `cue` is a participle, which has no subject of its own.
pub(super) fn participle(words: &Words, cue: usize) -> bool {
    words.lexicon.has_clauses() && words.lexicon.ending(words.core(cue)) == Some(Ending::Participle)
}

/// Whether the verb at word `cue` is one that shares the subject of another: "afirmando", "ajoutant".
pub(super) fn gerund(words: &Words, cue: usize) -> bool {
    words.lexicon.ending(words.core(cue)) == Some(Ending::Gerund) && words.is(cue, Classes::VERB)
}

/// The subject that the verb at word `cue` shares: the first phrase that can speak and that
/// nothing governs of the clause before it, or of those before that.
pub(super) fn shared(words: &Words, named: &Named, cue: usize, start: usize) -> Option<Speaker> {
    let mut end = past_pronouns(words, group(words, cue, start), start).checked_sub(1)?;
    while end > start {
        if matches!(words.mark(end - 1), Some(',')) {
            end -= 1;
            continue;
        }
        let comma = |i: &usize| matches!(words.mark(*i), Some(','));
        let first = (start..end).rev().find(comma).map_or(start, |i| i + 1);
        let hangs = matches!(
            words.role(first),
            Role::Subordinator | Role::Concession | Role::Relative | Role::Preposition
        ) || words.is(first, Classes::PREPOSITION);
        // "In der Antwort lobte der Minister den Plan und nannte": behind the verb.
        if words.lexicon.pack.meta.noun_capitals
            && words.role(first) == Role::Preposition
            && let Some(verb) = (first..end).find(|&i| words.is(i, Classes::VERB))
            && let Some((_, speaker)) = after_verb(words, named, words.after(verb), end)
        {
            return Some(speaker);
        }
        // "sagte, Europa brauche Geld und fügte hinzu": who is told of shares no verb with who tells.
        let mood = |i: usize| {
            words.role(i) == Role::Reported
                || words.entry(i).is_none()
                    && words.list[i].shape == Shape::Lower
                    && words.lexicon.ending(words.core(i)) == Some(Ending::Reported)
        };
        let told = !mood(cue) && (first..end).any(mood);
        let found = (!hangs && !told).then(|| {
            (first..end)
                .take_while(|&i| !words.is(i, Classes::COMPLEMENTISER) || i == first)
                .filter(|&i| {
                    let word = &words.list[i];
                    let start = named.at(i).map_or(i, |(name, _)| words.at(name.span.start));
                    // "Clinton's campaign"
                    let possessive = word.core.end < word.span.end;
                    let governed = i > first
                        && (words.role(i - 1) == Role::Preposition
                            || words.is(i - 1, Classes::PREPOSITION)
                            || start >= first && chain::hangs(words, first, start));
                    !possessive && !governed
                })
                .find_map(|i| super::heads::head(words, named, i))
                .or_else(|| {
                    // "biss der Hund den Mann und bellte"
                    let free = |i: &usize| *i == first || words.role(i - 1) != Role::Preposition;
                    (first..end)
                        .filter(free)
                        .filter(|_| words.lexicon.pack.meta.noun_capitals)
                        .find_map(|i| head(words, named, i..end))
                })
        });
        if let Some(found) = found.flatten() {
            return Some(found);
        }
        end = first.max(start);
    }
    None
}

/// The name that signs words in marks: "“…” — Lin Jian", also in a paragraph of its own.
pub(super) fn signature(words: &Words, named: &Named, last: usize) -> Option<Speaker> {
    let dash = last + 1;
    let long = matches!(words.mark(dash), Some('—' | '–' | '―'));
    let paragraph = |i: usize| {
        let sentence = words.list.get(i)?.sentence;
        Some(words.document.sentences.get(sentence)?.paragraph)
    };
    let own = paragraph(dash) != paragraph(last);
    if !(long || own && words.mark(dash) == Some('-')) {
        return None;
    }
    let (mention, name) = named.at(dash + 1)?;
    if name.kind == crate::NameKind::Place {
        return None;
    }
    let after = words.behind(mention.span.end);
    let rest = (after..words.list.len())
        .take_while(|&i| paragraph(i) == paragraph(dash))
        .take(REACH + 1);
    let mut count = 0;
    for i in rest {
        if words.is(i, Classes::VERB) {
            return None;
        }
        count += 1;
        // Another quotation may follow in the paragraph.
        if words
            .mark(i)
            .is_some_and(|mark| matches!(mark, '"' | '“' | '„' | '«' | '.'))
        {
            break;
        }
    }
    (count <= REACH).then(|| Speaker::named(mention, name))
}
