//! Which word beside marks reports what stands in them: a verb of speech or a phrase, and which
//! of several.

use super::chain;
use super::clause_close::opens_noun;
use super::speakers::HEAD;
use super::topics::marks_topics;
use super::{governed, phrase, verb_group};
use crate::lexicon::{Classes, Role, Side};
use crate::words::{Shape, Words};
use lang::VerbPlace;
use std::iter;

/// Whether word `i` can be a cue: a verb or a phrase, but no "so" inside a clause or before another
/// verb, as in "so gewonnene Daten" and "so urteilte".
pub(super) fn is_cue(words: &Words, i: usize) -> bool {
    let Some(entry) = words.entry(i) else {
        return false;
    };
    if entry.classes.has(Classes::VERB) {
        // "the ruling"
        let noun = phrase::participle(words, i)
            && i.checked_sub(1)
                .is_some_and(|before| words.is(before, Classes::DETERMINER));
        // "in an emailed statement"
        let adjective = words.lexicon.has_clauses()
            && i > 0
            && words.is(i - 1, Classes::DETERMINER)
            && !words.is(i - 1, Classes::PRONOUN.and(Classes::COMPLEMENTISER))
            && words.entry(i - 1).is_some_and(|entry| entry.tag != "alone")
            && words
                .list
                .get(i + 1)
                .is_some_and(|next| next.shape == Shape::Lower && words.role(i + 1) == Role::None);
        return !noun
            && !adjective
            && !closes_name(words, i)
            && !chain::names(words, i)
            && !words.hyphenated(i)
            // "מנסה להרגיע: …"
            && (!governed::is_infinitive(words, i) || words.mark(words.after(i)) == Some(':'))
            && !verb_group::is_noun(words, i)
            && !verb_group::attributive(words, i);
    }
    if !entry.classes.has(Classes::ATTRIBUTION) {
        return false;
    }
    // "gegen die ihrer Meinung nach verbreiteten Pläne"
    if entry.side == Side::Own {
        return !verb_group::is_noun(words, i) && (i == 0 || !words.is(i - 1, Classes::DETERMINER));
    }
    let small = words.lexicon.pack.meta.noun_capitals
        && entry.classes.has(Classes::STOP)
        && entry.role == Role::None
        && entry.side == Side::Right
        && words.list[i].reach == 1;
    !small
        || i.checked_sub(1)
            .is_none_or(|before| words.list[before].is_mark())
            && words.list.get(i + 1).is_some_and(|next| {
                next.is_capital() || words.is(i + 1, Classes::DETERMINER.and(HEAD))
            })
}

/// "told the Sunday Express: “…”": whether a verb with a capital is the last word of a name, by the
/// article before it.
fn closes_name(words: &Words, i: usize) -> bool {
    let capital = |k: usize| words.list[k].shape == Shape::Capital && !words.opens_part(k);
    let article = |k: usize| words.is(k, Classes::DETERMINER);
    let run = (0..=i).rev().take_while(|&k| capital(k) && !article(k));
    let first = run.last().filter(|&first| first < i);
    !words.lexicon.pack.meta.noun_capitals
        && first.is_some_and(|first| first > 0 && !words.opens_part(first) && article(first - 1))
}

/// The verb before the one at word `cue` where that one ends a clause that commas embed: "nannte
/// das Spiel, in dem es Verletzte gab, „…“".
pub(super) fn outer_cue(words: &Words, start: usize, cue: usize, end: usize) -> Option<usize> {
    if !words.lexicon.pack.meta.noun_capitals {
        return None;
    }
    let comma = |i: &usize| matches!(words.mark(*i), Some(','));
    let mut after = words.after(cue);
    while after < end && verb_group::is_part(words, after) {
        after += 1;
    }
    if after + 1 >= end || !comma(&after) {
        return None;
    }
    let open = (start..cue).rev().find(comma)?;
    // "will wissen, dass er gefragt habe, was …": what is reported hangs on the inner verb, but
    // for that of a relative clause.
    let hangs = words.is(open + 1, Classes::COMPLEMENTISER)
        || words
            .entry(open + 1)
            .is_some_and(|entry| matches!(entry.role, Role::Subordinator | Role::Question));
    if hangs {
        return None;
    }
    (start..open).rev().find(|&i| is_cue(words, i))
}

/// "berichtet unter Berufung auf die Polizei": the verb before a phrase of its clause.
pub(super) fn verb_before(words: &Words, start: usize, cue: usize) -> Option<usize> {
    if !words.lexicon.pack.meta.noun_capitals || words.is(cue, Classes::VERB) {
        return None;
    }
    let short = words.list[cue].reach < LONG;
    (start..cue)
        .rev()
        .filter(|_| !short)
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.is(i, Classes::VERB) && is_cue(words, i))
}

/// A phrase of so many words tells where somebody who reports has it from.
const LONG: usize = 3;

/// The cue of several words that word `i` belongs to: of "ha detto" both are verbs.
pub(super) fn whole_cue(words: &Words, start: usize, i: usize) -> usize {
    (start.max(i.saturating_sub(3))..i)
        .find(|&k| words.is(k, Classes::VERB) && words.after(k) > i)
        .unwrap_or(i)
}

/// Whether a verb of speech ends before word `end`.
pub(super) fn verb_ends(words: &Words, start: usize, end: usize) -> bool {
    (start..end)
        .rev()
        .take(3)
        .any(|i| words.is(i, Classes::VERB) && words.after(i) == end)
}

/// "한숨을 쉬며 말했다": of verbs in a row the last reports where particles mark the topic and the verb
/// ends its clause.
pub(super) fn last_verb(words: &Words, cue: usize, end: usize) -> usize {
    let next = |&i: &usize| {
        let after = words.after(i);
        (marks_topics(words) && after < end && is_cue(words, after)).then_some(after)
    };
    iter::successors(Some(cue), next).last().unwrap_or(cue)
}

/// Whether the verb at word `cue` stands right before a noun and a comma before it, in unspaced text whose
/// verbs end their clauses.
pub(super) fn modifies(words: &Words, start: usize, cue: usize, end: usize) -> bool {
    let after = words.after(cue);
    let comma = (start..cue).any(|i| matches!(words.mark(i), Some('、')));
    let spaced = words.lexicon.is_spaced();
    !spaced
        && comma
        && words.lexicon.pack.meta.verb == VerbPlace::Final
        && words.is(cue, Classes::VERB)
        && after < end
        && opens_noun(words, after)
}
