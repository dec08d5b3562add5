//! Verbs of two parts in a language whose verb stands second: "hatte … gesagt", "wird … genannt",
//! and verbs that end a clause which hangs on another: "indem er … sagte".
//!
//! The subject stands beside the part that has a person, and who acts in a passive behind its
//! preposition; the nouns beside the participle are something else.

use super::beside;
use super::relayed;
use super::speakers::{Named, subject_left, subject_right};
use crate::Speaker;
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};

/// The parts of a verb stand at most so many words apart.
const REACH: usize = 40;

/// The part of a verb that has a person.
pub(super) struct Group {
    /// Its word.
    pub(super) finite: usize,
    /// Whether the subject suffers what the verb says.
    pub(super) passive: bool,
}

/// Whether a verb that helps another stands at word `i`.
fn helps(words: &Words, i: usize) -> bool {
    words
        .list
        .get(i)
        .is_some_and(|word| word.shape == Shape::Lower)
        && matches!(
            words.role(i),
            Role::Be | Role::Finite | Role::Hearsay | Role::Reported | Role::Conditional
        )
}

/// Whether word `i` is a quotation mark of an outer pair.
pub(super) fn quotes(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some('"' | '„' | '“' | '”' | '»' | '«'))
}

/// Whether word `i` is a part of a verb that says nothing by itself: "hatte", "soll".
pub(super) fn is_part(words: &Words, i: usize) -> bool {
    helps(words, i) || matches!(words.role(i), Role::Infinitive | Role::Passive)
}

/// Whether a word that is listed as a verb is a noun here: "in einem Schreiben".
pub(super) fn is_noun(words: &Words, i: usize) -> bool {
    words.lexicon.pack.meta.noun_capitals
        && words.list[i].is_capital()
        && i > 0
        && words.list[i - 1].sentence == words.list[i].sentence
        && !words.list[i - 1].is_mark()
}

/// Whether a form of a verb is an adjective before its noun: "mit dem neu formulierten Recht".
pub(super) fn attributive(words: &Words, i: usize) -> bool {
    let noun = words.after(i);
    let small = |k: usize| words.list[k].shape == Shape::Lower;
    if !words.lexicon.pack.meta.noun_capitals
        || !words
            .list
            .get(noun)
            .is_some_and(crate::words::Word::is_capital)
        || words.list[i].reach > 1
    {
        return false;
    }
    let sentence = words.list[i].sentence;
    let opens = |k: usize| words.is(k, Classes::DETERMINER) && !words.is(k, Classes::PRONOUN);
    (i.saturating_sub(ADJECTIVE)..i)
        .rev()
        .take_while(|&k| words.list[k].sentence == sentence && (small(k) || opens(k)))
        .take_while(|&k| !helps(words, k) && !words.is(k, Classes::VERB))
        .any(|k| opens(k) && (k + 1 < i || words.role(k) == Role::Preposition))
}

/// An adjective stands at most so many words behind the article.
const ADJECTIVE: usize = 4;

/// Whether the clause ends before word `i`.
fn closes(words: &Words, i: usize, sentence: usize) -> bool {
    words.list.get(i).is_none_or(|word| {
        word.sentence != sentence
            || word.is_mark() && !matches!(words.mark(i), Some('-' | '\'' | '’'))
            || words.role(i) == Role::Coordinator
            || words.is(i, Classes::COMPLEMENTISER)
    })
}

/// The words of the clause before word `i`, nearest first, without what stands in marks or
/// brackets, back to what opens the clause.
fn clause<'a>(words: &'a Words<'a>, i: usize) -> impl Iterator<Item = usize> + 'a {
    let sentence = words.list[i].sentence;
    let mut marked = false;
    let mut brackets = 0usize;
    (i.saturating_sub(REACH)..i)
        .rev()
        .take_while(move |&k| words.list[k].sentence == sentence)
        .filter(move |&k| {
            if quotes(words, k) {
                marked = !marked;
                return false;
            }
            match words.mark(k) {
                Some(')') => brackets += 1,
                Some('(') => {
                    brackets = brackets.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            !marked && brackets == 0
        })
        .take_while(|&k| !matches!(words.mark(k), Some(',' | ';' | ':' | '–' | '—')))
}

/// The group of the verb at word `cue`, where another of its clause has the person.
pub(super) fn of(words: &Words, cue: usize) -> Option<Group> {
    if !words.lexicon.pack.meta.noun_capitals || !words.is(cue, Classes::VERB) {
        return None;
    }
    let sentence = words.list[cue].sentence;
    let mut behind = words.after(cue);
    // "genannt worden war"
    while behind < cue + 4 && matches!(words.role(behind), Role::Infinitive | Role::Passive) {
        behind += 1;
    }
    // "soll … gesagt haben": the first of three parts has the person.
    let modal = || clause(words, cue).find(|&k| words.role(k) == Role::Hearsay);
    if helps(words, behind)
        && closes(words, behind + 1, sentence)
        && let Some(finite) = modal()
    {
        return Some(Group {
            finite,
            passive: false,
        });
    }
    if helps(words, behind) && words.list[behind].sentence == sentence {
        return closes(words, behind + 1, sentence).then(|| Group {
            finite: behind,
            passive: (cue..=behind).any(|i| matches!(words.role(i), Role::Be | Role::Passive)),
        });
    }
    if !closes(words, behind, sentence) {
        return None;
    }
    let before = cue.checked_sub(1)?;
    if words.role(before) == Role::Coordinator {
        return None;
    }
    let finite = clause(words, cue)
        .take_while(|&k| {
            !words.is(k, Classes::COMPLEMENTISER) && words.role(k) != Role::Subordinator
        })
        .find(|&k| helps(words, k))?;
    let passive =
        words.role(finite) == Role::Be || (cue..behind).any(|i| words.role(i) == Role::Passive);
    Some(Group { finite, passive })
}

/// Who acts in the passive of the verb at word `cue`: behind "von", or the medium in which it is
/// said.
pub(super) fn agent(words: &Words, named: &Named, cue: usize, group: &Group) -> Option<Speaker> {
    let end = cue.max(group.finite);
    let sentence = words.list[cue].sentence;
    let range: Vec<usize> = clause(words, end).collect();
    let first = *range.last()?;
    let at = |i: usize| {
        let speaker = relayed::governed(words, named, i + 1, end)?;
        (words.list[i].sentence == sentence).then_some(speaker)
    };
    // "Die Vorschläge von Lin werden": of the noun before it.
    let of_noun = |i: usize| {
        i < group.finite && i > 0 && words.list[i - 1].is_capital() && group.finite < cue
    };
    let by = (first..end)
        .filter(|&i| !of_noun(i))
        .filter(|i| range.contains(i) && words.lexicon.is_agent(words.folded(*i)))
        .find_map(at);
    by.or_else(|| {
        (first..end)
            .filter(|i| range.contains(i) && words.role(*i) == Role::Preposition)
            .filter(|&i| !words.is(i, Classes::DETERMINER))
            .find_map(|i| {
                let speaker = at(i)?;
                let head = words.at(speaker.span.start);
                words.is(head, Classes::SOURCE).then_some(speaker)
            })
    })
}

/// Who is the subject of the clause that hangs on another and that the verb at word `cue` ends,
/// the word of its person being `finite`.
pub(super) fn hanging(words: &Words, named: &Named, cue: usize, finite: usize) -> Option<Speaker> {
    let sentence = words.list[cue].sentence;
    let behind = cue.max(finite) + words.list[cue.max(finite)].reach;
    if !words.lexicon.pack.meta.noun_capitals || !closes(words, behind, sentence) {
        return None;
    }
    let opener = clause(words, cue.min(finite)).last()?;
    if opener + 1 >= cue {
        return None;
    }
    if words.is(opener, Classes::COMPLEMENTISER)
        || matches!(words.role(opener), Role::Subordinator | Role::Question)
    {
        return subject_right(words, named, opener + 1, cue);
    }
    // "ein Kommentar, der die Entscheidung als „…“ bezeichnet": unless the clause has a subject of
    // its own, "den der Minister nannte".
    let relative = opener > 0
        && matches!(words.mark(opener - 1), Some(','))
        && words.is(opener, Classes::DETERMINER)
        && words.role(opener) != Role::Preposition;
    let own = words.is(opener + 1, Classes::PRONOUN) || named.at(opener + 1).is_some();
    if !relative || own {
        return None;
    }
    let comma = opener - 1;
    let start = (comma.saturating_sub(REACH)..comma)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence)
        .last()
        .unwrap_or(comma);
    let noun = comma.checked_sub(1)?;
    let article = noun.checked_sub(1).is_some_and(|i| {
        words.is(i, Classes::DETERMINER)
            && words.role(i) != Role::Preposition
            && i.checked_sub(1).is_none_or(|k| !words.list[k].is_capital())
    });
    if article && words.list[noun].is_capital() {
        let name = named.at(noun);
        return Some(Speaker {
            span: name.map_or(words.list[noun].core, |(mention, _)| mention.span),
            name: name.map(|(_, name)| name.name.clone()),
        });
    }
    subject_left(words, named, comma, start)
}

/// The subject beside the word `finite` of a person, whose other part is the verb at word `cue`.
pub(super) fn subject(words: &Words, named: &Named, cue: usize, finite: usize) -> Option<Speaker> {
    let sentence = words.list[finite].sentence;
    let start = (finite.saturating_sub(REACH)..finite)
        .rev()
        .take_while(|&i| {
            words.list[i].sentence == sentence
                && !quotes(words, i)
                && !matches!(words.mark(i), Some(';' | ':'))
        })
        .last()
        .unwrap_or(finite);
    let end = (finite + 1..cue).find(|&i| quotes(words, i)).unwrap_or(cue);
    beside::beside_verb(words, named, finite, start, end)
}

/// In whose view it is so what stands in the marks at word `first`: "Für den Minister ist das ein
/// „…“", "was für sie eine „…“ ist".
pub(super) fn viewer(words: &Words, named: &Named, first: usize, start: usize) -> Option<Speaker> {
    if !words.lexicon.pack.meta.noun_capitals || first == start {
        return None;
    }
    let opener = clause(words, first)
        .filter(|&i| i >= start)
        .last()
        .filter(|&i| i + 2 < first)?;
    let view = [opener, opener + 1]
        .into_iter()
        .find(|&i| words.lexicon.is_view(words.folded(i)))?;
    let question = view > opener;
    let is = (view + 1..first).any(|i| is_part(words, i));
    let article = usize::from(words.is(view + 1, Classes::DETERMINER));
    let speaker = subject_right(words, named, view + 1, first)?;
    let at = words.at(speaker.span.start);
    ((is || question) && at <= view + 1 + article + ADJECTIVE).then_some(speaker)
}
