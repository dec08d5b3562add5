//! What a number counts: the noun after it, or the state that the sentence tells of.

use super::fold;
use super::lexicon::Lexicon;
use super::tokens::Tokens;
use crate::Noun;

/// How many words may stand between a number and what it counts ("30 mostly Palestinian
/// civilians"), and between that and its state ("30 people have since been killed").
const REACH: usize = 5;

/// Classes that say who and not what happened: a state nearby says more.
const PEOPLE: &[&str] = &[
    "person",
    "civilian",
    "man",
    "woman",
    "child",
    "soldier",
    "police-officer",
    "worker",
    "resident",
    "passenger",
    "student",
    "migrant",
    "journalist",
    "prisoner",
    "protester",
    "captive",
    "fighter",
];

/// Classes of counters, which say less than the noun after them.
const GENERAL: &[&str] = &["person", "item"];

/// States of people that a word before the number may tell: "killing 12".
const STATES: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "arrested",
    "displaced",
    "rescued",
];

/// What the number in tokens `from..to` counts, looking no further than the numbers around it,
/// which end at `left` and start at `right`.
pub(super) fn noun(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: usize,
    to: usize,
    left: usize,
    right: usize,
) -> Option<Noun> {
    let mut head = next(tokens, lexicon, to, right);
    // A counter or general word right before the noun itself: "235名士兵", "명의 군인".
    if let Some((from, end, class)) = head
        && GENERAL.contains(&class)
        && let Some((_, end, narrower)) = next(tokens, lexicon, end, right.min(end + 3))
        && !STATES.contains(&narrower)
        && narrower != class
    {
        head = Some((from, end, narrower));
    }
    if let Some((_, _, class)) = head
        && !PEOPLE.contains(&class)
    {
        return head.map(|found| noun_of(tokens, found));
    }
    let start = head.map_or(to, |(_, end, _)| end);
    let state = head
        .and_then(|_| next(tokens, lexicon, start, right))
        .filter(|(_, _, class)| STATES.contains(class))
        .or_else(|| before(tokens, lexicon, from, left));
    match (head, state) {
        (Some(head), Some(state)) if state.0 >= head.1 => Some(Noun {
            span: tokens.span(head.0, state.1),
            class: Some(state.2.to_owned()),
        }),
        (Some(head), Some(state)) => Some(Noun {
            span: tokens.span(head.0, head.1),
            class: Some(state.2.to_owned()),
        }),
        (Some(head), None) => Some(noun_of(tokens, head)),
        (None, Some(state)) => Some(noun_of(tokens, state)),
        (None, None) => unknown(tokens, lexicon, to, right),
    }
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
