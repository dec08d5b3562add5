//! From the numbers of a sentence to its quantities.

use super::counted;
use super::lexicon::{Bound, Lexicon, Role, UnitWord};
use super::numbers::{self, Number};
use super::plain;
use super::tokens::Tokens;
use crate::{Approximation, Noun, Quantity, Unit};
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
    core: usize,
    /// The first token of what opens a range before it: "between", "from".
    opens: Option<usize>,
}

/// The quantities of a sentence and where they stand.
pub(super) fn sentence(
    tokens: &Tokens,
    lexicon: &Lexicon,
    dates: &[(Span, bool)],
) -> Vec<(Span, Quantity)> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
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
        let reading = around(tokens, lexicon, number, limit);
        if in_date(tokens, &reading, dates) || says_little(tokens, lexicon, &reading) {
            continue;
        }
        at = at.max(reading.to);
        if let Some(whole) = readings.last_mut()
            && (takes_parts(tokens, lexicon, whole, &reading) || repeats(tokens, whole, &reading))
        {
            continue;
        }
        if let Some(first) = readings.last_mut() {
            share_scale(tokens, lexicon, first, &reading);
        }
        readings.push(reading);
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
        let people = end.unit.and_then(|(_, from, _)| {
            // "تن" is a ton and a person: the one where something happened to them.
            lexicon.counted.starting(tokens, from)?;
            counted::noun(tokens, lexicon, reading.from..from, before..limit)
                .filter(|noun| noun.class.as_deref().is_some_and(counted::is_state))
        });
        let mut noun = if end.number.ordinal || end.unit.is_some() && people.is_none() {
            None
        } else if people.is_some() {
            people.clone()
        } else {
            counted::noun(tokens, lexicon, reading.from..end.to, before..limit)
        };
        if other.is_none()
            && let Some((_, scored)) = scores.iter().find(|(at, _)| *at == reading.from)
        {
            noun = scored.clone().or(noun);
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
        quantity.noun = noun;
        if people.is_some() {
            quantity.unit = None;
        }
        let from = other.and(reading.opens).unwrap_or(reading.from);
        places.push(reading.from..end.to);
        quantities.push((tokens.span(from, end.to), quantity));
    }
    share_nouns(tokens, lexicon, &places, &mut quantities);
    quantities
}

/// Gives a part of what was counted before or after it the same class: "21 sailors, 18 of them
/// Indians", "six of the nine judges".
fn share_nouns(
    tokens: &Tokens,
    lexicon: &Lexicon,
    places: &[Range<usize>],
    quantities: &mut [(Span, Quantity)],
) {
    for (index, pair) in places.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // The wording stands between the two or right after the second.
        let reach = second.end.saturating_add(1).max(first.end);
        let shared = (first.end.max(second.start.saturating_sub(3))..reach).any(|at| {
            !(second.start..second.end).contains(&at) && lexicon.same.starting(tokens, at).is_some()
        });
        let Some([(_, a), (_, b)]) = quantities.get_mut(index..index + 2).filter(|_| shared) else {
            continue;
        };
        if a.unit.is_some() || b.unit.is_some() {
            continue;
        }
        let narrow = |quantity: &Quantity| {
            let class = quantity
                .noun
                .as_ref()
                .and_then(|noun| noun.class.as_deref());
            class.is_some_and(|class| !counted::is_general(class))
        };
        if narrow(a) && !narrow(b) {
            b.noun.clone_from(&a.noun);
        } else if narrow(b) && !narrow(a) {
            a.noun.clone_from(&b.noun);
        }
    }
}

/// Whether a date takes the number: one of `dates` lies over all of it, and no unit says that
/// it is a measure ("5.4 percent" is no fifth of April, "18 years" of "18 years ago" counts).
fn in_date(tokens: &Tokens, reading: &Reading, dates: &[(Span, bool)]) -> bool {
    let span = tokens.span(reading.number.from, reading.number.to);
    let first = dates.partition_point(|(date, _)| date.end <= span.start);
    let Some((date, relative)) = dates.get(first).filter(|(date, _)| date.overlaps(span)) else {
        return false;
    };
    let Some((unit, from, to)) = reading.unit else {
        // A date that begins or ends inside a number is none: "à 11 millions".
        // A number of several words is no date of the same words ("dix-sept" and September).
        return reading.number.digits
            || date.contains(span)
                && (*date != span || plain::is_year(false, reading.number.value));
    };
    match unit.dimension {
        // "18年前": no year of the calendar.
        "duration" => {
            let years = unit.id == "year" && reading.number.value < Decimal::ONE_THOUSAND;
            !(*relative && (years || spelled(tokens, from, to)))
        }
        _ => false,
    }
}

/// Whether a unit is a word and no suffix of one character, as dates have ("5日", "2019年").
fn spelled(tokens: &Tokens, from: usize, to: usize) -> bool {
    to > from + 1 || tokens.get(from).is_some_and(|token| token.spaced)
}

/// Whether a number counts nothing by itself and nothing beside it helps: "several", "one".
fn says_little(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    let number = &reading.number;
    if number.vague && number.value <= Decimal::ONE {
        return true;
    }
    let alone = number.from == 0 && number.to == tokens.len();
    let counted = lexicon.counted.starting(tokens, number.to);
    if number.sole && reading.unit.is_none() && !alone {
        return !counted.is_some_and(|(_, class)| counted::is_of_people(class));
    }
    // "La cour d'appel de Trente": a capital inside a sentence opens a name.
    let name = number.from > 0
        && number.to == number.from + 1
        && !number.digits
        && !lexicon.noun_capitals
        && tokens.get(number.from).is_some_and(|token| token.capital)
        && tokens.is_word(number.from - 1);
    (number.weak || name) && reading.unit.is_none() && !alone && counted.is_none()
}

/// Reads unit and wording around a number, no further left than token `limit`.
fn around(tokens: &Tokens, lexicon: &Lexicon, number: Number, limit: usize) -> Reading {
    let mut reading = Reading {
        from: number.from,
        to: number.to,
        unit: number.unit.map(|unit| (unit, number.from, number.to)),
        approximation: if number.about {
            Approximation::About
        } else if number.more {
            Approximation::MoreThan
        } else {
            Approximation::Exact
        },
        core: number.from,
        opens: None,
        number,
    };
    if reading.number.ordinal {
        return reading;
    }
    after(tokens, lexicon, &mut reading);
    if let Some((from, unit)) = lexicon.units_before.ending(tokens, reading.number.from)
        && from >= limit
        && (reading.unit.is_none() || unit.dimension == "currency")
    {
        let to = reading.number.from;
        if reading
            .unit
            .is_none_or(|(after, _, _)| after.dimension == "currency")
        {
            reading.unit = Some((unit, from, to));
        }
        reading.from = from;
    } else if let Some((from, before)) = lexicon.units_before.ending(tokens, reading.number.from)
        && from >= limit
        && before.dimension == "age"
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(age) = age_in(unit.id)
    {
        *unit = age;
        reading.from = from;
    } else if reading.unit.is_none() && is_bare_age(tokens, &reading) {
        reading.unit = age_in("year").map(|unit| (unit, reading.number.from, reading.number.to));
    } else if is_of_person(tokens, lexicon, &reading)
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(age) = age_in(unit.id)
    {
        *unit = age;
    }
    reading.core = reading.from;
    // Two wordings may stand in a row ("more than about 30"), and a prefix between.
    for _ in 0..3 {
        let end = before_hyphen(tokens, reading.from).unwrap_or(reading.from);
        let (from, kind) = match lexicon.before.ending(tokens, end) {
            Some((from, Bound::Is(kind))) => (from, kind),
            _ if end == reading.from => break,
            _ => match lexicon.prefixes.ending(tokens, end) {
                Some(found) => found,
                None => break,
            },
        };
        if from < limit {
            break;
        }
        // "un tredicenne": an article and no approximation.
        let article = reading.number.unit.is_some()
            && matches!(lexicon.numbers.starting(tokens, from),
                Some((_, word)) if word.role == Role::Article);
        if article {
            break;
        }
        if kind == Approximation::Between {
            reading.opens = Some(from);
            break;
        }
        if kind != Approximation::Exact {
            reading.approximation = kind;
        }
        reading.from = from;
    }
    reading
}

/// The unit of age for a unit of time.
fn age_in(id: &str) -> Option<UnitWord> {
    let id = match id {
        "year" => "year-person",
        "month" => "month-person",
        "week" => "week-person",
        "day" => "day-person",
        _ => return None,
    };
    Some(UnitWord {
        id,
        dimension: "age",
        factor: Decimal::ONE,
        onto: false,
    })
}

/// Whether a number between commas after a name is an age: "Caio Monteiro, 19, scored".
fn is_bare_age(tokens: &Tokens, reading: &Reading) -> bool {
    let number = &reading.number;
    let named = number.from.checked_sub(2).is_some_and(|name| {
        tokens.is_mark(name + 1, ",")
            && tokens.attached(name + 1)
            && tokens.is_word(name)
            && tokens.get(name).is_some_and(|token| token.capital)
    });
    // Lists of numbers and dates have digits after the comma.
    named
        && number.digits
        && number.to == number.from + 1
        && number.value >= Decimal::TEN
        && number.value < Decimal::ONE_HUNDRED
        && number.value.fract().is_zero()
        && tokens.is_mark(number.to, ",")
        && tokens.attached(number.to)
        && tokens.is_word(number.to + 1)
}

/// Whether years are somebody's age by their place: "un homme de 35 ans", "Elif Demir, 7 anni,".
fn is_of_person(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    if !matches!(reading.unit, Some((unit, _, _)) if unit.id == "year")
        || reading.number.value > Decimal::from(120)
    {
        return false;
    }
    let from = reading.number.from;
    // "de 19 anos"
    let of = from.checked_sub(1).filter(|&at| {
        matches!(lexicon.numbers.starting(tokens, at), Some((end, word)) if word.role == Role::Of && end == from)
    });
    let person = of.and_then(|at| lexicon.counted.ending(tokens, at));
    if person.is_some_and(|(_, class)| counted::is_of_people(class)) {
        return true;
    }
    let comma = of.unwrap_or(from).checked_sub(1);
    let closes = [",", ")", "،", "、"]
        .iter()
        .any(|mark| tokens.is_mark(reading.to, mark));
    comma.is_some_and(|comma| {
        (tokens.is_mark(comma, ",") || tokens.is_mark(comma, "("))
            && comma > 0
            && closes
            && (tokens.get(comma - 1).is_some_and(|token| token.capital)
                || of.is_some() && tokens.is_word(comma - 1))
    })
}

/// Where a word ends that a hyphen joins to token `at`: "כ-30".
fn before_hyphen(tokens: &Tokens, at: usize) -> Option<usize> {
    let hyphen = at.checked_sub(1)?;
    let joins = tokens.is_mark(hyphen, "-") && tokens.attached(hyphen);
    joins.then_some(hyphen)
}

fn after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading) {
    for _ in 0..3 {
        let at = after_link(tokens, lexicon, reading.to);
        if reading.unit.is_none()
            && let Some((end, unit)) = lexicon.units_after.starting(tokens, at)
            && ends_word(tokens, end)
            && (!unit.onto || is_onto(tokens, at))
        {
            reading.unit = Some((unit, at, end));
            reading.to = end;
            half_after(tokens, lexicon, reading);
            scale_after(tokens, lexicon, reading, unit);
        } else if let Some((end, Bound::Negates)) = lexicon.after.starting(tokens, reading.to) {
            reading.number.value = -reading.number.value.abs();
            reading.to = end;
        } else if let Some((end, kind)) = bound_after(tokens, lexicon, reading.to) {
            if reading.approximation == Approximation::Exact {
                reading.approximation = kind;
            }
            reading.to = end;
        } else {
            break;
        }
    }
    // "500人以上": the wording stands after what is counted.
    if reading.unit.is_none()
        && let Some((end, _)) = lexicon.counted.starting(tokens, reading.to)
        && let Some((_, kind)) = bound_after(tokens, lexicon, end)
        && reading.approximation == Approximation::Exact
    {
        reading.approximation = kind;
    }
}

/// A scale that stands after the currency: "75 USD million".
fn scale_after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading, unit: UnitWord) {
    if unit.dimension == "currency"
        && reading.number.digits
        && let Some((end, word)) = lexicon.numbers.starting(tokens, reading.to)
        && matches!(word.role, Role::Scale | Role::Plural)
        && !word.and
        && word.value >= Decimal::ONE_THOUSAND
        && let Some(value) = reading.number.value.checked_mul(word.value)
    {
        reading.number.value = value.normalize();
        reading.number.scale = Some(word.value);
        reading.number.digits = false;
        reading.to = end;
    }
}

/// A half that stands after the unit: "deux minutes et demie", "2年半".
fn half_after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading) {
    let piece = |at: usize| lexicon.numbers.starting(tokens, at);
    let whole = reading.number.value.fract().is_zero() && !reading.number.vague;
    let (start, joined) = match piece(reading.to) {
        Some((end, word)) if word.role == Role::And => (end, true),
        _ => (reading.to, lexicon.rules.half_after),
    };
    if let Some((end, word)) = piece(start)
        && word.role == Role::Half
        && (joined || word.and)
        && whole
        && word.value == Decimal::new(5, 1)
        && let Some(value) = reading.number.value.checked_add(word.value)
    {
        reading.number.value = value;
        reading.number.digits = false;
        reading.to = end;
    }
}

fn bound_after(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<(usize, Approximation)> {
    // "500 +0.3%": a sign of its own belongs to what follows.
    if !tokens.is_word(at) && !tokens.attached(at) {
        return None;
    }
    match lexicon.after.starting(tokens, at)? {
        (end, Bound::Is(kind)) => Some((end, kind)),
        _ => None,
    }
}

/// Whether a unit of one letter is written onto its number, in a capital: "30C".
fn is_onto(tokens: &Tokens, at: usize) -> bool {
    tokens.attached(at) && tokens.get(at).is_some_and(|token| token.capital)
}

/// Whether a number in brackets repeats the one before it: "forty-five (45)".
fn repeats(tokens: &Tokens, whole: &mut Reading, again: &Reading) -> bool {
    let same = whole.number.value == again.number.value
        && whole.number.digits != again.number.digits
        && whole.number.to + 1 == again.from
        && tokens.is_mark(whole.number.to, "(")
        && tokens.is_mark(again.to, ")");
    if same {
        whole.to = again.to + 1;
    }
    same
}

/// Gives a number the scale and unit of the one that it is joined with: "2 and 1.4 billion
/// pounds".
fn share_scale(tokens: &Tokens, lexicon: &Lexicon, first: &mut Reading, second: &Reading) {
    let and = matches!(lexicon.numbers.starting(tokens, first.to),
        Some((end, word)) if word.role == Role::And && end == second.from);
    let range = matches!(lexicon.ranges.starting(tokens, first.to),
        Some((end, _)) if end == second.core);
    let bare = first.number.digits && !first.number.ordinal && first.unit.is_none();
    if !bare || !and && !range {
        return;
    }
    let small = |value: Decimal| value < Decimal::ONE_HUNDRED;
    let scale = second.number.scale.filter(|&scale| {
        and && scale >= Decimal::new(1_000_000, 0)
            && first.opens.is_none()
            && small(first.number.value)
            && second.number.value.checked_div(scale).is_some_and(small)
    });
    if let Some(scale) = scale
        && let Some(value) = first.number.value.checked_mul(scale)
    {
        first.number.value = value.normalize();
        first.number.scale = Some(scale);
        first.number.digits = false;
    }
    // "from 4.8 to 4.7 percent"
    first.unit = second.unit.filter(|(unit, _, _)| unit.dimension != "none");
}

/// The token after a hyphen or "of" between number and unit: "35-year", "millones de euros".
fn after_link(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
    if tokens.is_mark(at, "-") && tokens.attached(at) && tokens.is_word(at + 1) {
        return at + 1;
    }
    match lexicon.numbers.starting(tokens, at) {
        Some((end, word)) if word.role == Role::Of => {
            let end = end + usize::from(tokens.is_mark(end, "'"));
            match lexicon.numbers.starting(tokens, end) {
                // "a quarter of a percentage point"
                Some((end, word)) if word.role == Role::Article => end,
                _ => end,
            }
        }
        _ => at,
    }
}

/// Whether the unit that ends before token `to` runs into no digits.
fn ends_word(tokens: &Tokens, to: usize) -> bool {
    !(tokens.attached(to) && tokens.literal(to).is_some())
}

/// Whether two numbers are the ends of one range: "20 to 30", "20-30", "between 20 and 30".
fn is_range(tokens: &Tokens, lexicon: &Lexicon, low: &Reading, high: &Reading) -> bool {
    if low.number.ordinal != high.number.ordinal || low.number.value >= high.number.value {
        return false;
    }
    if let Some((_, Bound::Changes)) = lexicon.before.ending(tokens, low.from) {
        return false;
    }
    let same_unit = match (low.unit, high.unit) {
        (Some((a, _, _)), Some((b, _, _))) => a.id == b.id,
        // "$20-30", but not "3.2 percent to 1,139 points".
        (Some((_, _, end)), None) => end <= low.number.from,
        _ => true,
    };
    if !same_unit {
        return false;
    }
    let gap = low.to..high.core;
    if gap.len() == 1 && tokens.is_mark(gap.start, "-")
        || gap.len() == 1 && tokens.is_mark(gap.start, "~")
    {
        return true;
    }
    let gap = gap.start..before_hyphen(tokens, gap.end).unwrap_or(gap.end);
    match lexicon.ranges.starting(tokens, gap.start) {
        Some((end, Bound::Range)) => end == gap.end,
        Some((end, Bound::Joins)) => end == gap.end && low.opens.is_some(),
        _ => false,
    }
}

/// The lower end of a range, which shares the scale of the upper one: "2 to 3 million".
fn low_end(low: &Number, high: &Number) -> Decimal {
    let Some(scale) = high.scale.filter(|_| low.scale.is_none()) else {
        return low.value;
    };
    match low.value.checked_mul(scale) {
        Some(value) if value < high.value => value,
        _ => low.value,
    }
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
    }
}

/// Units and the smaller ones that are added to them: "13 dollars 45 cents", "5 feet 2 inches".
const PARTS: &[(&str, &str, u32)] = &[
    ("foot", "inch", 12),
    ("pound", "ounce", 16),
    ("stone", "pound", 14),
    ("GBP", "penny", 100),
    ("RUB", "kopeck", 100),
    ("CNY", "jiao", 10),
    ("JPY", "sen", 100),
    ("currency", "cent", 100),
];

/// Adds an amount in a smaller unit to the one right before it, where it is one.
fn takes_parts(tokens: &Tokens, lexicon: &Lexicon, whole: &mut Reading, part: &Reading) -> bool {
    let (Some((unit, _, _)), Some((small, from, _))) = (whole.unit, part.unit) else {
        return false;
    };
    let Some((_, _, count)) = PARTS.iter().find(|(main, sub, _)| {
        *sub == small.id && (*main == unit.id || *main == unit.dimension && unit.id != small.id)
    }) else {
        return false;
    };
    let joined = part.from == whole.to
        || matches!(lexicon.numbers.starting(tokens, whole.to),
            Some((end, word)) if matches!(word.role, Role::And | Role::Mixes) && end == part.from);
    let count = Decimal::from(*count);
    let fits = joined
        && from >= part.number.to
        && part.approximation == Approximation::Exact
        && part.number.value < count
        && !part.number.value.is_sign_negative()
        && whole.number.value.fract().is_zero();
    let sum = part
        .number
        .value
        .checked_div(count)
        .and_then(|value| whole.number.value.checked_add(value));
    match sum.filter(|_| fits) {
        Some(value) => {
            whole.number.value = value.normalize();
            whole.number.digits = false;
            whole.to = part.to;
            true
        }
        None => false,
    }
}

/// What is scored, where two small numbers face each other: "3-2", "por 3 a 2", "voted five to
/// one". It is named somewhere in the sentence.
fn scores(tokens: &Tokens, lexicon: &Lexicon, readings: &[Reading]) -> Vec<(usize, Option<Noun>)> {
    const MOST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
    let bare = |reading: &Reading| {
        reading.unit.is_none()
            && !reading.number.ordinal
            && reading.approximation == Approximation::Exact
            && reading.number.value.fract().is_zero()
            && reading.number.value <= MOST
            && !reading.number.value.is_sign_negative()
    };
    let mut named: Option<Option<Noun>> = None;
    let mut found = Vec::new();
    for pair in readings.windows(2) {
        let [a, b] = pair else { continue };
        let faces = lexicon
            .ranges
            .starting(tokens, a.to)
            .is_some_and(|(end, bound)| matches!(bound, Bound::Range) && end == b.core)
            || b.core == a.to + 1
                && ["-", ":", "&"]
                    .iter()
                    .any(|mark| tokens.is_mark(a.to, mark));
        if !faces || !bare(a) || !bare(b) || a.number.value < b.number.value {
            continue;
        }
        let noun = named.get_or_insert_with(|| counted::scored(tokens, lexicon));
        // Set with a mark between it needs no word beside it: "beat Mirador 3-2".
        if noun.is_some() || b.core == a.to + 1 && tokens.attached(a.to) && tokens.attached(b.core)
        {
            found.push((a.from, noun.clone()));
            found.push((b.from, noun.clone()));
        }
    }
    found
}
