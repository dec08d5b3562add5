//! What a number counts: the noun after it, or the state that the sentence tells of.

use super::fold;
use super::lexicon::{Lexicon, Role};
use super::tokens::Tokens;
use crate::Noun;
use std::ops::Range;

/// How many words may stand between a number and what it counts ("30 mostly Palestinian
/// civilians"), and between that and its state ("30 people have since been killed").
const REACH: usize = 5;

/// Classes that say who and not what happened: a state nearby says more.
const PEOPLE: &[&str] = &[
    "people",
    "civilian",
    "man",
    "woman",
    "child",
    "soldier",
    "police",
    "employee",
    "resident",
    "passenger",
    "student",
    "migrant",
    "journalist",
    "prisoner",
    "protester",
    "captive",
    "crew",
    "member",
    "economist",
    "rescuer",
    "spectator",
    "supporter",
    "player",
    "plaintiff",
    "fighter",
];

/// Classes of counters, which say less than the noun beside them.
const GENERAL: &[&str] = &["people", "item"];

/// Classes of counters that a noun before the number may narrow: "余震は60回".
const COUNTERS: &[&str] = &["people", "item", "time"];

/// States of people that a word before the number may tell: "killing 12".
const STATES: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "arrested",
    "displaced",
    "rescued",
];

/// What two numbers that face each other may count.
const SCORED: &[&str] = &["goal", "vote", "point", "game", "seat"];

/// Whether a class is one of people or of what happened to them.
pub(super) fn is_of_people(class: &str) -> bool {
    PEOPLE.contains(&class) || STATES.contains(&class)
}

/// Whether a class is of what happened to people.
pub(super) fn is_state(class: &str) -> bool {
    STATES.contains(&class)
}

/// Whether a class says little: that of a counter.
pub(super) fn is_general(class: &str) -> bool {
    GENERAL.contains(&class)
}

/// What the number in tokens `number` counts, looking no further than `room`, the tokens between
/// the numbers around it.
pub(super) fn noun(
    tokens: &Tokens,
    lexicon: &Lexicon,
    number: Range<usize>,
    room: Range<usize>,
) -> Option<Noun> {
    let (from, to, left, right) = (number.start, number.end, room.start, room.end);
    if let Some(found) = named_before(tokens, lexicon, from, left) {
        return Some(noun_of(tokens, found));
    }
    let mut head = next(tokens, lexicon, to, right);
    // "군인 세 명": the noun stands right before the number.
    let adjacent = beside(tokens, lexicon, from, left, false);
    // A counter or general word right before the noun itself: "235名士兵", "명의 군인".
    if adjacent.is_none()
        && let Some((from, counter, class)) = head
        && GENERAL.contains(&class)
        && let Some((at, end, narrower)) = next(tokens, lexicon, counter, right.min(counter + 3))
        && !STATES.contains(&narrower)
        && narrower != class
        && !(counter..at).any(|at| joins(tokens, lexicon, at))
    {
        head = Some((from, end, narrower));
    }
    if let Some((_, _, class)) = head
        && !PEOPLE.contains(&class)
        && !COUNTERS.contains(&class)
    {
        return head.map(|found| noun_of(tokens, found));
    }
    let start = head.map_or(to, |(_, end, _)| end);
    let state = head
        .and_then(|_| next(tokens, lexicon, start, right))
        .filter(|(_, _, class)| STATES.contains(class))
        .or_else(|| before(tokens, lexicon, from, left))
        .or_else(|| topic(tokens, lexicon, from, left));
    match (head, state) {
        (Some(head), Some(state)) if state.0 >= head.1 => Some(Noun {
            span: tokens.span(head.0, state.1),
            class: Some(state.2.to_owned()),
        }),
        (Some(head), Some(state)) => Some(Noun {
            span: tokens.span(head.0, head.1),
            class: Some(state.2.to_owned()),
        }),
        (Some(head), None) => Some(
            match adjacent.or_else(|| beside(tokens, lexicon, from, left, true)) {
                Some((_, _, class)) if COUNTERS.contains(&head.2) => Noun {
                    span: tokens.span(head.0, head.1),
                    class: Some(class.to_owned()),
                },
                _ => noun_of(tokens, head),
            },
        ),
        (None, Some(state)) => Some(noun_of(tokens, state)),
        (None, None) => adjacent
            .or_else(|| beside(tokens, lexicon, from, left, true))
            .map(|found| noun_of(tokens, found))
            .or_else(|| unknown(tokens, lexicon, to, right)),
    }
}

/// What is scored in a sentence: the first word that tells.
pub(super) fn scored(tokens: &Tokens, lexicon: &Lexicon) -> Option<Noun> {
    (0..tokens.len()).find_map(|at| {
        let told = lexicon.scores.starting(tokens, at).or_else(|| {
            let (end, class) = lexicon.counted.starting(tokens, at)?;
            SCORED.contains(&class).then_some((end, class))
        });
        told.map(|(end, class)| noun_of(tokens, (at, end, class)))
    })
}

/// What names a number right before it: "magnitude 6.3", "M6.3".
fn named_before(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    // "マグニチュード（M）6.4", "규모를 6.3"
    let mut end = from;
    for _ in 0..2 {
        if let Some((at, class)) = lexicon.before_number.ending(tokens, end) {
            return (at >= left).then_some((at, end, class));
        }
        end = match end.checked_sub(1) {
            Some(mark) if lexicon.particles.ending(tokens, end).is_some() => mark,
            Some(mark) if tokens.is_mark(mark, ")") => mark,
            _ => return None,
        };
    }
    None
}

/// What names the count from further away in the same clause: "the death toll rose to 41",
/// "負傷者は312人".
fn topic(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    let mut thirds = 0;
    for at in (left..from).rev() {
        if tokens.is_mark(at, ".") || tokens.is_mark(at, ";") || tokens.is_mark(at, "。") {
            return None;
        }
        if let Some((end, class)) = lexicon.topics.starting(tokens, at)
            && end <= from
        {
            return Some((at, end, class));
        }
        let alone = tokens.folded(at).chars().any(fold::stands_alone);
        thirds += if alone { 1 } else { 3 };
        if thirds > 3 * FAR {
            return None;
        }
    }
    None
}

/// How many words may stand between the name of a count and its number.
const FAR: usize = 12;

/// Whether a connector stands at token `at`: what follows is another thing.
fn joins(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    matches!(lexicon.numbers.starting(tokens, at),
        Some((_, word)) if matches!(word.role, Role::And | Role::Mixes))
}

/// The noun that a number and its counter follow in scripts without spaces and in Hangul:
/// "委員6人", "建物は約120棟".
///
/// With `marked` a particle stands between.
fn beside(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: usize,
    left: usize,
    marked: bool,
) -> Option<Found> {
    let end = if marked {
        lexicon
            .markers
            .ending(tokens, from)
            .or_else(|| lexicon.particles.ending(tokens, from))?
            .0
    } else {
        from
    };
    let last = end.checked_sub(1)?;
    if !tokens.folded(last).chars().any(fold::stands_alone) {
        return None;
    }
    let (at, class) = lexicon.counted.ending(tokens, end)?;
    // A single character is a counter itself.
    (at >= left && at < last && !COUNTERS.contains(&class)).then_some((at, end, class))
}

/// The words after a number that may name what it counts, where the pack does not know them:
/// up to the next function word or mark.
fn unknown(tokens: &Tokens, lexicon: &Lexicon, at: usize, right: usize) -> Option<Noun> {
    let is_noun = |at: &usize| {
        let word = tokens.folded(*at);
        tokens.is_word(*at)
            && !tokens.attached(*at)
            && !word.chars().any(fold::stands_alone)
            && lexicon.function.starting(tokens, *at).is_none()
    };
    let words = (at..right.min(at + LONGEST_NOUN))
        .take_while(is_noun)
        .count();
    (words > 0).then(|| Noun {
        span: tokens.span(at, at + words),
        class: None,
    })
}

/// Nouns with what stands before them are rarely longer: "coal-fired power plants".
const LONGEST_NOUN: usize = 3;

type Found = (usize, usize, &'static str);

fn noun_of(tokens: &Tokens, (from, to, class): Found) -> Noun {
    Noun {
        span: tokens.span(from, to),
        class: Some(class.to_owned()),
    }
}

/// The first counted word after token `at`, in the same clause.
fn next(tokens: &Tokens, lexicon: &Lexicon, at: usize, right: usize) -> Option<Found> {
    let mut thirds = 0;
    for at in at..right {
        if !tokens.is_word(at) && !tokens.is_mark(at, "-") && !tokens.is_mark(at, "'") {
            return None;
        }
        if let Some((end, class)) = lexicon.counted.starting(tokens, at) {
            return Some((at, end, class));
        }
        // A character of a script without spaces is about a third of a word.
        let alone = tokens.folded(at).chars().any(fold::stands_alone);
        thirds += if alone {
            1
        } else {
            3 * usize::from(tokens.is_word(at))
        };
        if thirds >= 3 * REACH {
            return None;
        }
    }
    None
}

/// The state that a word right before the number tells: "killing 12".
fn before(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    (left..from).rev().take(2).find_map(|at| {
        let (end, class) = lexicon.counted.starting(tokens, at)?;
        (end <= from && STATES.contains(&class)).then_some((at, end, class))
    })
}
