//! What a number shares with the one that it is a part of, or stands in one row with: what both
//! count, and what befell both.

use super::counted;
use super::lexicon::{Lexicon, Role};
use super::tokens::Tokens;
use crate::{Noun, Quantity, Scope, Unit};
use rust_decimal::Decimal;
use segmenter::Span;
use std::ops::Range;

/// Gives a part of what was counted before or after it the same class: "21 sailors, 18 of them
/// Indians", "six of the nine judges".
pub(super) fn share_nouns(
    tokens: &Tokens,
    lexicon: &Lexicon,
    places: &[Range<usize>],
    quantities: &mut [(Span, Quantity)],
) {
    for (index, pair) in places.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // The wording stands between the two or right after the second.
        let reach = second.end.saturating_add(1).max(first.end);
        let mut told = (first.end.max(second.start.saturating_sub(3))..reach)
            .filter(|at| !(second.start..second.end).contains(at));
        let shared = told
            .clone()
            .any(|at| lexicon.same.starting(tokens, at).is_some())
            || leads_part(tokens, lexicon, first, second)
            || of_number(tokens, lexicon, first.end, second.start);
        // "9 dari 15 anggota"
        let between = matches!(lexicon.same.starting(tokens, first.end),
            Some((end, ())) if end == second.start);
        let told_of_part = shared && !of_number(tokens, lexicon, first.end, second.start);
        // "23 people, including three minors": the first are not all minors.
        let with =
            told.any(|at| matches!(lexicon.scopes.starting(tokens, at), Some((_, Scope::With))));
        let Some([(_, a), (_, b)]) = quantities
            .get_mut(index..index + 2)
            .filter(|_| shared || with)
        else {
            continue;
        };
        if b.unit.is_none()
            && a.unit.is_some()
            && shared
            && !of_number(tokens, lexicon, first.end, second.start)
        {
            share_measure(tokens, lexicon, second, a, b);
        }
        if a.unit.is_some() || b.unit.is_some() {
            continue;
        }
        // "11 were hurt, including two children"
        let limit = (places.get(index + 2)).map_or(tokens.len(), |next| next.start);
        let gap = first.end..second.start;
        if with && !shared {
            befall_both(tokens, lexicon, gap, second.end..limit, a, b);
            befall(a, b);
            continue;
        }
        let narrow = |quantity: &Quantity| {
            let class = quantity.class();
            class.is_some_and(|class| !counted::is_general(class))
        };
        // What befell a part befell not the rest, nor are they all what it is: "nine were on board,
        // three of them died", "seven people, two of them children".
        let of_part = with
            || b.class().is_some_and(counted::is_state)
            || told_of_part && !between && b.class().is_some_and(counted::is_of_people);
        // What befell the whole befell the part: "34 were killed, among them 12 children", also
        // where the part stands first: "2'si çocuk 5 kişi öldü".
        let leads = leads_part(tokens, lexicon, first, second);
        if leads {
            befall(b, a);
        } else if told_of_part {
            befall_both(tokens, lexicon, gap, second.end..limit, a, b);
            befall(a, b);
        }
        if narrow(a) && !narrow(b) {
            b.noun.clone_from(&a.noun);
        } else if narrow(b) && !narrow(a) && !of_part {
            a.noun.clone_from(&b.noun);
        }
    }
}

/// Whether a wording makes a number a part of the next one: "2'si çocuk 5 kişi", "altısı çocuk 16
/// kişi", "子ども6人を含む16人".
fn leads_part(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: &Range<usize>,
    second: &Range<usize>,
) -> bool {
    let near = second.start.saturating_sub(first.end) <= LEADING;
    let whole = matches!(lexicon.parts_first.starting(tokens, first.start),
        Some((end, ())) if end == first.end);
    near && (whole
        || lexicon.parts_first.starting(tokens, first.end).is_some()
        || (lexicon.parts_first.ending(tokens, second.start))
            .is_some_and(|(at, ())| at >= first.end))
}

/// Gives a bare part of a time or an amount its unit: "dix-huit mois de prison, dont douze avec
/// sursis".
fn share_measure(
    tokens: &Tokens,
    lexicon: &Lexicon,
    second: &Range<usize>,
    whole: &Quantity,
    part: &mut Quantity,
) {
    let named = |noun: &Noun| noun.class.is_some();
    let measure = |unit: &Unit| matches!(unit.dimension.as_str(), "duration" | "currency");
    let smaller = part.value.is_some() && part.value < whole.value;
    if smaller
        && !part.ordinal
        && part.value >= Some(Decimal::ONE)
        && !part.noun.as_ref().is_some_and(named)
        && whole.unit.as_ref().is_some_and(measure)
        && (lexicon.same.ending(tokens, second.start))
            .and_then(|(at, ())| at.checked_sub(1))
            .is_some_and(|at| tokens.is_mark(at, ",") || tokens.is_mark(at, "،"))
    {
        part.unit.clone_from(&whole.unit);
        part.noun = None;
    }
}

/// How many tokens may stand between a part and the whole behind it.
const LEADING: usize = 7;

/// Whether "of" joins two numbers: "73 of 88 drones".
fn of_number(tokens: &Tokens, lexicon: &Lexicon, from: usize, to: usize) -> bool {
    matches!(lexicon.numbers.starting(tokens, from),
        Some((end, word)) if word.role == Role::Of && end == to)
}

/// Gives people who are a part of others what befell these.
fn befall(whole: &Quantity, part: &mut Quantity) {
    let bound = |quantity: &Quantity| quantity.value.or(quantity.low).or(quantity.high);
    let smaller = bound(part) < bound(whole);
    let Some(fate) = whole.noun.as_ref().filter(|_| smaller) else {
        return;
    };
    let befell = fate.class.as_deref().is_some_and(counted::is_state);
    match &mut part.noun {
        _ if !befell => {}
        Some(own) => {
            let class = own.class.as_deref().unwrap_or_default();
            if counted::is_of_people(class) && !counted::is_state(class) {
                own.who = own.class.take();
                own.class.clone_from(&fate.class);
            }
        }
        none => none.clone_from(&whole.noun),
    }
}

/// Gives people and the part of them that is named apart what is told of both in the tokens `behind`
/// the number of the part: "onze personnes, dont quatre enfants, ont été blessées". Without a comma
/// in the `gap` between the two it may stand with the part: "از جمله چهار کودک زخمی شدند".
fn befall_both(
    tokens: &Tokens,
    lexicon: &Lexicon,
    mut gap: Range<usize>,
    behind: Range<usize>,
    whole: &mut Quantity,
    part: &mut Quantity,
) {
    let people = |class: &str| counted::is_of_people(class) && !counted::is_state(class);
    let bare = |quantity: &Quantity| quantity.class().is_none_or(people);
    let Some(noun) = part.noun.as_mut().filter(|_| bare(whole)) else {
        return;
    };
    let comma = |at: usize| tokens.is_mark(at, ",") || tokens.is_mark(at, "،");
    let end = noun.span.end;
    let told = noun.who.is_some() && noun.class.as_deref().is_some_and(counted::is_state);
    let mut rest = behind
        .clone()
        .skip_while(|&at| tokens.get(at).is_some_and(|token| token.span.start < end));
    let Some(next) = rest.next() else { return };
    let fate = if told {
        // "including four children killed in the blast" goes on.
        let closes = (next..tokens.len())
            .take(CLOSING)
            .any(|at| !tokens.is_word(at));
        (noun.class.clone())
            .filter(|_| !gap.any(comma) && (closes || next + CLOSING > tokens.len()))
    } else if noun.class.as_deref().is_some_and(people) && comma(next) {
        counted::fate(tokens, lexicon, next + 1, behind.end)
    } else {
        None
    };
    let Some(fate) = fate else { return };
    if !told {
        noun.who = noun.class.replace(fate.clone());
    }
    let all = noun.span;
    match &mut whole.noun {
        Some(own) => own.who = own.class.replace(fate).filter(|class| people(class)),
        none => {
            *none = Some(Noun {
                span: all,
                class: Some(fate),
                who: None,
            });
        }
    }
}

/// So many words at most close a clause behind what its verb tells.
const CLOSING: usize = 3;

/// Gives people who stand in one row with others what befell these: "two guests and one guard were
/// killed".
pub(super) fn share_fates(
    tokens: &Tokens,
    lexicon: &Lexicon,
    places: &[Range<usize>],
    quantities: &mut [(Span, Quantity)],
) {
    for (index, pair) in places.windows(2).enumerate().rev() {
        let [first, second] = pair else { continue };
        let Some([(_, a), (_, b)]) = quantities.get_mut(index..index + 2) else {
            continue;
        };
        let (Some(own), Some(others)) = (&mut a.noun, &b.noun) else {
            continue;
        };
        let class = |noun: &Noun| noun.class.clone().unwrap_or_default();
        let people = |class: &str| counted::is_of_people(class) && !counted::is_state(class);
        // The state stands behind the people of the second: it is told of both.
        let behind = lexicon
            .counted
            .starting(tokens, second.end)
            .is_some_and(|(end, class)| {
                people(class) && tokens.span(second.end, end).end < others.span.end
            });
        let joined = second.start.checked_sub(1).is_some_and(|at| {
            counted::joins(tokens, lexicon, at)
                && at > first.end
                && tokens
                    .get(at - 1)
                    .is_some_and(|token| token.span.end == own.span.end)
        });
        // "One adult and two children are dead": "people" would stand for all of them.
        let kind = people(&class(own)) && class(own) != counted::ANYBODY;
        if joined && behind && kind && counted::is_state(&class(others)) {
            own.who = own.class.take();
            own.class.clone_from(&others.class);
        }
    }
}
