//! From the numbers of a sentence to its quantities.

use super::around::{age_of_range, around};
use super::counted;
use super::fates::{share_fates, share_nouns};
use super::lexicon::{Bound, Lexicon, Role, UnitWord};
use super::numbers::{self, Number};
use super::pairs::{
    is_range, list_ages, low_end, repeats, scores, share_age, share_scale, takes_one, takes_parts,
    takes_share,
};
use super::plain;
use super::tokens::Tokens;
use crate::{Approximation, Noun, Quantity, Scope, Unit};
use rust_decimal::Decimal;
use segmenter::Span;
use std::ops::Range;

/// A number with the unit and wording around it.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The first token of number, unit and wording.
    pub from: usize,
    /// The token after their last.
    pub to: usize,
    pub number: Number,
    pub unit: Option<(UnitWord, usize, usize)>,
    pub approximation: Approximation,
    /// The first token of number and unit.
    pub core: usize,
    /// The first token of what opens a range before it: "between", "from".
    pub opens: Option<usize>,
}

/// The quantities of a sentence and where they stand.
pub(super) fn sentence(
    tokens: &Tokens,
    lexicon: &Lexicon,
    dates: &[DateAt],
) -> Vec<(Span, Quantity)> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let digits = tokens.literal(at).is_some();
        if tokens.is_plain(at) || !digits && !lexicon.may_be_number(tokens, at) {
            at += 1;
            continue;
        }
        let (number, next) = numbers::read(tokens, lexicon, at);
        // A unit that looks like a number and stands before one: "百分之", "yüzde".
        if number.is_some()
            && let Some((end, _)) = lexicon.units_before.starting(tokens, at)
            && numbers::read(tokens, lexicon, end)
                .0
                .is_some_and(|number| number.from == end)
        {
            at = end;
            continue;
        }
        at = next;
        let Some(number) = number else { continue };
        let limit = readings.last().map_or(0, |reading| reading.to);
        let mut reading = around(tokens, lexicon, number, limit);
        takes_one(tokens, lexicon, &mut reading, limit);
        // "每五个家庭就有一家": the one of a share.
        let led = readings
            .last()
            .is_some_and(|whole| lexicon.every.ending(tokens, whole.from).is_some());
        let little = says_little(tokens, lexicon, &reading);
        if in_date(tokens, &reading, dates) || little && !led {
            continue;
        }
        at = at.max(reading.to);
        if let Some(whole) = readings.last_mut()
            && (takes_parts(tokens, lexicon, whole, &reading)
                || takes_share(tokens, lexicon, whole, &reading)
                || repeats(tokens, whole, &reading))
        {
            continue;
        }
        if little {
            continue;
        }
        if let Some(first) = readings.last_mut() {
            share_age(tokens, lexicon, first, &mut reading);
            share_scale(tokens, lexicon, first, &reading);
        }
        list_ages(tokens, lexicon, &mut readings, &mut reading);
        readings.push(reading);
    }
    if readings.is_empty() {
        return Vec::new();
    }
    let scores = scores(tokens, lexicon, &readings);
    let mut quantities = Vec::new();
    let mut places = Vec::new();
    let mut index = 0;
    while let Some(reading) = readings.get(index) {
        let other = readings
            .get(index + 1)
            .filter(|other| is_range(tokens, lexicon, reading, other));
        let end = other.unwrap_or(reading);
        index += 1 + usize::from(other.is_some());
        let limit = readings.get(index).map_or(tokens.len(), |next| next.from);
        let before = index
            .checked_sub(2 + usize::from(other.is_some()))
            .and_then(|i| readings.get(i))
            .map_or(0, |reading| reading.to);
        // "死者は2年前の2倍を超す13人に": a measure between leaves the topic what it is.
        let topic = (0..index.saturating_sub(1 + usize::from(other.is_some())))
            .rev()
            .filter_map(|at| readings.get(at))
            .find(|reading| {
                !reading
                    .unit
                    .is_some_and(|(unit, _, _)| lasts(unit.dimension))
            })
            .map_or(0, |reading| reading.to);
        let people = end.unit.and_then(|(_, from, _)| {
            // "تن" is a ton and a person: the one where something happened to them.
            lexicon.counted.starting(tokens, from)?;
            counted::noun(
                tokens,
                lexicon,
                reading.from..from,
                before..limit,
                topic,
                false,
            )
            .filter(|noun| noun.class.as_deref().is_some_and(counted::is_state))
        });
        let mut noun = if end.number.ordinal || end.unit.is_some() && people.is_none() {
            None
        } else if people.is_some() {
            people.clone()
        } else {
            let one = end.number.value == Decimal::ONE;
            // "طفلان": the number stands inside the noun.
            let to = if end.number.within {
                end.number.from
            } else {
                end.to
            };
            let noun = counted::noun(tokens, lexicon, reading.from..to, before..limit, topic, one);
            // "eight million 250ml bottles"
            let sized = readings
                .get(index)
                .filter(|next| noun.is_none() && next.from == end.to && next.unit.is_some());
            noun.or_else(|| {
                let next = sized?;
                let limit = readings
                    .get(index + 1)
                    .map_or(tokens.len(), |next| next.from);
                counted::noun(
                    tokens,
                    lexicon,
                    next.to..next.to,
                    next.to..limit,
                    next.to,
                    one,
                )
            })
        };
        if other.is_none()
            && let Some((_, scored)) = scores.iter().find(|(at, _)| *at == reading.from)
        {
            noun = scored.clone().or(noun.filter(|noun| noun.class.is_some()));
        }
        let part = end.number.value < Decimal::ONE && !end.number.digits;
        if part && end.unit.is_none() {
            noun = of_whom(tokens, lexicon, &end.number)
                .or_else(|| counted::whole_before(tokens, lexicon, reading.from, end.to))
                .or(noun);
        }
        // "一半以上用于": of a part nothing is a piece.
        if part
            && noun
                .as_ref()
                .is_some_and(|noun| noun.class.as_deref() == Some("item"))
        {
            noun = None;
        }
        let keep = match other {
            Some(other) => plain::is_range(tokens, lexicon, reading, other),
            None if scores.iter().any(|(at, _)| *at == reading.from) => true,
            None => plain::is_count(tokens, lexicon, reading, noun.as_ref()),
        };
        if !keep {
            continue;
        }
        let mut quantity = quantity(tokens, reading, other);
        if let Some(age) = other.and_then(|other| age_of_range(tokens, lexicon, reading, other))
            && let Some(unit) = &mut quantity.unit
        {
            age.id.clone_into(&mut unit.id);
            age.dimension.clone_into(&mut unit.dimension);
        }
        if quantity.unit.is_none() {
            let number = reading.from..end.to;
            quantity.scope = scope(tokens, lexicon, number, noun.as_ref(), limit);
        }
        quantity.noun = noun;
        if people.is_some() {
            quantity.unit = None;
        }
        let from = other.and(reading.opens).unwrap_or(reading.from);
        places.push(reading.from..end.to);
        quantities.push((tokens.span(from, end.to), quantity));
    }
    share_nouns(tokens, lexicon, &places, &mut quantities);
    share_fates(tokens, lexicon, &places, &mut quantities);
    complete(tokens, &places, &mut quantities);
    liken(tokens, lexicon, &places, &mut quantities);
    quantities
}

/// Whether a dimension is one of what only sets two counts apart: time, shares, how often.
fn lasts(dimension: &str) -> bool {
    matches!(dimension, "duration" | "ratio" | "share")
}

/// Those of whom a share is told, where they stand inside its wording: "her altı çocuktan biri".
fn of_whom(tokens: &Tokens, lexicon: &Lexicon, number: &Number) -> Option<Noun> {
    (number.from + 1..number.to).find_map(|at| {
        let (end, class) = lexicon.counted.starting(tokens, at)?;
        // "3分の1": a single character may be part of the number.
        let apart = end > at + 1 || tokens.folded(at).chars().nth(1).is_some();
        (end <= number.to && apart).then(|| Noun {
            span: tokens.span(at, end),
            class: Some(class.to_owned()),
            who: None,
        })
    })
}

/// What a number counts of its kind: a word between it and the end of its noun says so, or one
/// right before or after: "two other officers", "two of the boys", "the other two", "two dead more".
/// Somebody may be counted in who is named apart, in the same clause or behind its comma.
fn scope(
    tokens: &Tokens,
    lexicon: &Lexicon,
    number: Range<usize>,
    noun: Option<&Noun>,
    limit: usize,
) -> Scope {
    let at = number.end;
    let head = noun.map_or(0, |noun| noun.span.end);
    let inside = |at: usize| tokens.get(at).is_some_and(|token| token.span.start < head);
    let end = (at..tokens.len())
        .take(LONGEST)
        .take_while(|&at| inside(at))
        .last()
        .map_or(at, |end| end + 1);
    let beside = (at..=end).find_map(|at| {
        let (_, scope) = lexicon.scopes.starting(tokens, at)?;
        (scope != Scope::With).then_some(scope)
    });
    let before = lexicon.scopes.ending(tokens, number.start);
    if let Some(scope) = beside.or(before
        .map(|(_, scope)| scope)
        .filter(|scope| *scope == Scope::Others))
    {
        return scope;
    }
    // "Of those, five are in good condition"
    let comma = number
        .start
        .checked_sub(1)
        .filter(|&mark| tokens.is_mark(mark, ",") || tokens.is_mark(mark, "،"));
    if let Some((_, Scope::Part)) = comma.and_then(|mark| lexicon.scopes.ending(tokens, mark)) {
        return Scope::Part;
    }
    // "including 12 children": several are named.
    let with = (at..limit.min(end + LONGEST)).find_map(|at| {
        let (after, scope) = lexicon.scopes.starting(tokens, at)?;
        (scope == Scope::With).then_some(after)
    });
    match with {
        Some(after) if after + 2 < limit || limit == tokens.len() => Scope::With,
        _ => Scope::All,
    }
}

/// Nouns with what stands before them are rarely longer.
const LONGEST: usize = 8;

/// Gives a number with a hanging hyphen what the next one counts or measures: "four-, five- and
/// six-cylinder engines".
fn complete(tokens: &Tokens, places: &[Range<usize>], quantities: &mut [(Span, Quantity)]) {
    for (index, place) in places.iter().enumerate().rev() {
        let hangs = tokens.is_mark(place.end, "-")
            && tokens.attached(place.end)
            && !(tokens.attached(place.end + 1) && tokens.is_word(place.end + 1));
        let next = quantities.get(index + 1).map(|(_, next)| next.clone());
        if let Some(next) = next.filter(|next| hangs && !next.ordinal)
            && let Some((_, quantity)) = quantities.get_mut(index)
            && quantity.unit.is_none()
            && quantity.noun.is_none()
            && !quantity.ordinal
        {
            quantity.unit = next.unit;
            quantity.noun = next.noun;
        }
    }
}

/// Gives a bare number what the one before it counts or measures, where a wording likens them:
/// "rose 64 points to 4,577", "40 homes, up from 30".
fn liken(
    tokens: &Tokens,
    lexicon: &Lexicon,
    places: &[Range<usize>],
    quantities: &mut [(Span, Quantity)],
) {
    for index in 1..quantities.len() {
        let Some(place) = places.get(index) else {
            return;
        };
        let bare = quantities.get(index).is_some_and(|(_, quantity)| {
            // "67 escaños, frente a los 61 de la derecha": what follows is no noun of its own.
            let after = tokens.get(place.end).map(|token| token.span.start);
            let own = quantity
                .noun
                .as_ref()
                .is_some_and(|noun| noun.class.is_some() || Some(noun.span.start) == after);
            quantity.unit.is_none() && !own && !quantity.ordinal
        });
        // "three houses and a dozen more"
        let more = quantities
            .get(index)
            .is_some_and(|(_, own)| own.noun.is_none())
            && matches!(
                lexicon.scopes.starting(tokens, place.end),
                Some((_, Scope::Others))
            );
        if !bare || !more && lexicon.likened.ending(tokens, place.start).is_none() {
            continue;
        }
        let model = (0..index).rev().find(|&at| {
            let share = |unit: &Unit| unit.dimension == "share";
            quantities
                .get(at)
                .is_some_and(|(_, quantity)| !quantity.unit.as_ref().is_some_and(share))
        });
        let Some((_, model)) = model
            .filter(|&at| {
                places
                    .get(at)
                    .is_some_and(|model| place.start - model.end <= LIKENED)
            })
            .and_then(|at| quantities.get(at).cloned())
        else {
            continue;
        };
        let elapsed = |unit: &Unit| matches!(unit.dimension.as_str(), "age" | "duration");
        let befell = model.class().is_some_and(counted::is_state);
        if model.ordinal
            || model.unit.as_ref().is_some_and(elapsed)
            || more && (befell || model.unit.is_some())
        {
            continue;
        }
        if let Some((_, quantity)) = quantities.get_mut(index) {
            quantity.unit = model.unit;
            quantity.noun = model.noun;
        }
    }
}

/// How many tokens may stand between two numbers that a wording likens.
const LIKENED: usize = 20;

/// A date of the sentence.
pub(super) struct DateAt {
    pub(super) span: Span,
    /// Whether it is told by its distance from another.
    pub(super) relative: bool,
    /// Whether it is a time of day.
    pub(super) is_time: bool,
}

/// Whether a date takes the number: one of `dates` lies over all of it, and no unit says that
/// it is a measure ("5.4 percent" is no fifth of April, "18 years" of "18 years ago" counts).
fn in_date(tokens: &Tokens, reading: &Reading, dates: &[DateAt]) -> bool {
    let span = tokens.span(reading.number.from, reading.number.to);
    let first = dates.partition_point(|date| date.span.end <= span.start);
    let Some(found) = dates.get(first).filter(|date| date.span.overlaps(span)) else {
        return false;
    };
    let date = &found.span;
    // "February's 4-1 win": the day would face a number that is no part of the date.
    let value = |at: usize| tokens.literal(at).and_then(|literal| literal.value);
    let joined = |mark: usize| {
        tokens.is_mark(mark, "-") && tokens.attached(mark) && tokens.attached(mark + 1)
    };
    let (first, last) = (reading.number.from, reading.number.to);
    let faces = date.end == span.end
        && joined(last)
        && value(last + 1).is_some_and(|other| other < reading.number.value)
        || date.start == span.start
            && first.checked_sub(2).is_some_and(|at| {
                joined(at + 1) && value(at).is_some_and(|other| other > reading.number.value)
            });
    if reading.number.digits && faces {
        return false;
    }
    // "16일 이사회": the mark of the day opens no number.
    let onto = first
        .checked_sub(1)
        .is_some_and(|digits| tokens.attached(first) && tokens.literal(digits).is_some());
    if !reading.number.digits && date.start < span.start && onto {
        return true;
    }
    let Some((unit, from, to)) = reading.unit else {
        // A date that begins or ends inside a number is none: "à 11 millions".
        // A number of several words is no date of the same words ("dix-sept" and September).
        // "menait 1 à 0": no day and no hour printed so.
        let nil = reading.number.value.is_zero() && *date == span;
        return reading.number.digits && !nil
            || date.contains(span)
                && (*date != span || found.is_time || plain::is_year(false, reading.number.value));
    };
    // "30 August last year"
    if date.start < span.start && from > last && date.end >= tokens.span(from, to).end {
        return true;
    }
    match unit.dimension {
        // "18年前": no year of the calendar.
        // "10일 동안": the date ends inside the unit.
        "duration" if to > from + 1 && tokens.span(from, to).end > date.end => false,
        "duration" => {
            let value = reading.number.value;
            let years = unit.id == "year"
                && !(value >= Decimal::ONE_THOUSAND && value <= plain::NEXT_CENTURY);
            !(found.relative && (years || spelled(tokens, from, to)))
        }
        // "tahun 833 M": the letter is part of the year.
        _ => date.contains(tokens.span(reading.number.from, to)),
    }
}

/// Whether a unit is a word and no suffix of one character, as dates have ("5日", "2019年").
pub(super) fn spelled(tokens: &Tokens, from: usize, to: usize) -> bool {
    to > from + 1 || tokens.get(from).is_some_and(|token| token.spaced)
}

/// Whether a number counts nothing by itself and nothing beside it helps: "several", "one".
fn says_little(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    let number = &reading.number;
    if number.vague && number.value <= Decimal::ONE {
        return true;
    }
    // "سه بر یک": the other side of a score.
    if let Some((_, Bound::Versus)) = lexicon.ranges.ending(tokens, number.from) {
        return false;
    }
    if beats_nil(tokens, lexicon, number) {
        return false;
    }
    let alone = number.from == 0 && number.to == tokens.len();
    let counted = lexicon.counted.starting(tokens, number.to);
    if number.sole && reading.unit.is_none() && !alone && !leads_range(tokens, lexicon, number.to) {
        return !counted.is_some_and(|(_, class)| counted::is_of_people(class));
    }
    // "La cour d'appel de Trente": a capital inside a sentence opens a name.
    let name = number.from > 0
        && number.to == number.from + 1
        && !number.digits
        && !lexicon.noun_capitals
        && tokens.get(number.from).is_some_and(|token| token.capital)
        && tokens.is_word(number.from - 1);
    let bounded = matches!(
        reading.approximation,
        Approximation::AtLeast | Approximation::MoreThan | Approximation::LessThan
    );
    // "one count of fraud"
    let counts = tokens.is_word(number.to)
        && lexicon.function.starting(tokens, number.to).is_none()
        && of_some(tokens, lexicon, number.to + 1);
    let helped = bounded
        || counts
        || of_some(tokens, lexicon, number.to)
        || leads_range(tokens, lexicon, number.to);
    let weak = number.weak && !helped;
    (weak || name) && reading.unit.is_none() && !alone && counted.is_none()
}

/// Whether the word for zero follows a number in words: "one nil", "یک صفر".
pub(super) fn beats_nil(tokens: &Tokens, lexicon: &Lexicon, number: &Number) -> bool {
    let nil = lexicon.numbers.starting(tokens, number.to);
    !number.digits
        && number.value.fract().is_zero()
        && matches!(nil, Some((_, word)) if word.role == Role::Add && word.value.is_zero() && !word.and)
}

/// Whether the upper end of a range follows: "one to two years".
fn leads_range(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    matches!(lexicon.ranges.starting(tokens, at), Some((end, Bound::Range | Bound::Versus))
        if numbers::read(tokens, lexicon, end).0.is_some_and(|number| number.from == end))
}

/// Whether what follows names those of whom it is one: "one of the best teams", "one count of
/// fraud", and not "one of them".
fn of_some(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let Some((mut at, _)) = lexicon
        .numbers
        .starting(tokens, at)
        .filter(|(_, word)| word.role == Role::Of)
    else {
        return false;
    };
    while let Some((end, ())) = lexicon.function.starting(tokens, at) {
        at = end;
    }
    tokens.is_word(at)
}

fn quantity(tokens: &Tokens, reading: &Reading, other: Option<&Reading>) -> Quantity {
    let unit = other.and_then(|other| other.unit).or(reading.unit);
    let unit = unit.map(|(word, from, to)| Unit {
        id: word.id.to_owned(),
        dimension: word.dimension.to_owned(),
        span: tokens.span(from, to),
    });
    let number = &reading.number;
    let factor = other
        .and_then(|other| other.unit)
        .or(reading.unit)
        .map_or(Decimal::ONE, |(unit, _, _)| unit.factor);
    let scaled = |value: Decimal| value.checked_mul(factor).map_or(value, |v| v.normalize());
    if let Some(other) = other {
        return Quantity {
            low: Some(scaled(low_end(number, &other.number))),
            high: Some(scaled(other.number.value)),
            unit,
            approximation: Approximation::Between,
            ordinal: number.ordinal,
            ..Quantity::default()
        };
    }
    if let Some(low) = number.low {
        return Quantity {
            low: Some(scaled(low)),
            high: Some(scaled(number.value)),
            unit,
            approximation: Approximation::Between,
            ordinal: number.ordinal,
            ..Quantity::default()
        };
    }
    let mut approximation = reading.approximation;
    // "about millions" has no value that it could be near.
    if number.vague && matches!(approximation, Approximation::Exact | Approximation::About) {
        approximation = Approximation::AtLeast;
    }
    let value = scaled(number.value);
    let (low, high) = match approximation {
        Approximation::AtLeast | Approximation::MoreThan => (Some(value), None),
        Approximation::AtMost | Approximation::LessThan | Approximation::UpTo => {
            (None, Some(value))
        }
        _ => (None, None),
    };
    Quantity {
        value: (!number.vague).then_some(value),
        low,
        high,
        unit,
        noun: None,
        approximation,
        ordinal: number.ordinal,
        scope: Scope::All,
    }
}
