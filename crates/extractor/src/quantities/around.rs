//! The unit and the wording around one number.

use super::counted;
use super::fold;
use super::lexicon::{Bound, Lexicon, Print, Role, UnitWord};
use super::numbers::Number;
use super::pairs;
use super::read::Reading;
use super::tokens::Tokens;
use crate::Approximation;
use rust_decimal::Decimal;

/// Reads unit and wording around a number, no further left than token `limit`.
pub(super) fn around(tokens: &Tokens, lexicon: &Lexicon, number: Number, limit: usize) -> Reading {
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
    if reading.number.within {
        return worded(tokens, lexicon, reading, limit);
    }
    after(tokens, lexicon, &mut reading);
    // "زلزال بقوة 6.3 درجات": degrees of a scale of earthquakes.
    if let Some((unit, _, _)) = reading.unit
        && unit.dimension == "temperature"
        && counted::named_before(tokens, lexicon, reading.number.from, limit).is_some()
    {
        reading.unit = None;
    }
    // "Rs. 500", "M.Ö. 700": the dot belongs to the unit.
    let dot = reading.number.from.checked_sub(1).filter(|&dot| {
        tokens.is_mark(dot, ".") && tokens.attached(dot) && !tokens.attached(dot + 1)
    });
    // "בת ה-79": the article is set onto the digits with a hyphen.
    let aged = before_hyphen(tokens, reading.number.from)
        .and_then(|hyphen| lexicon.units_before.ending(tokens, hyphen))
        .filter(|(_, unit)| unit.dimension == "age");
    // "משפחה בת חמש נפשות": of so many people and no age.
    let heads = matches!(lexicon.counted.starting(tokens, reading.to),
        Some((_, class)) if class == counted::ANYBODY);
    let before = lexicon
        .units_before
        .ending(tokens, reading.number.from)
        .or(aged)
        .filter(|(_, unit)| !(heads && unit.dimension == "age"))
        // "بنسبة الثلث": a fraction in words is a share by itself.
        .filter(|(_, unit)| {
            let number = &reading.number;
            unit.dimension != "share" || number.digits || number.value >= Decimal::ONE
        })
        .or_else(|| lexicon.units_before.ending(tokens, dot?))
        .filter(|(from, unit)| {
            *from >= limit && (unit.print != Print::Amount || is_amount(tokens, &reading.number))
        });
    if let Some((from, unit)) = before
        && unit.dimension != "rate"
        && (reading.unit.is_none() || matches!(unit.dimension, "currency" | "none"))
    {
        if let Some((after, start, _)) = reading.unit
            && after.dimension != unit.dimension
        {
            // "an $800 stone oven": what follows is no unit.
            reading.to = start;
        }
        reading.unit = Some((unit, from, reading.number.from));
        reading.from = from;
    } else if let Some((from, before)) = before
        && before.dimension == "age"
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(age) = age_in(unit.id)
    {
        *unit = age;
        reading.from = from;
    } else if let Some((from, before)) = before
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(speed) = speed_of(unit.id, before.id)
    {
        *unit = speed;
        reading.from = from;
    } else if reading.unit.is_none() && is_bare_age(tokens, lexicon, &reading) {
        reading.unit = age_in("year").map(|unit| (unit, reading.number.from, reading.number.to));
    } else if is_of_person(tokens, lexicon, &reading)
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(age) = age_in(unit.id)
    {
        *unit = age;
    }
    timed(
        tokens,
        lexicon,
        worded(tokens, lexicon, reading, limit),
        limit,
    )
}

/// Reads a length behind the word for its time and a wording as a speed: "時速約60キロ".
fn timed(tokens: &Tokens, lexicon: &Lexicon, mut reading: Reading, limit: usize) -> Reading {
    let before = lexicon.units_before.ending(tokens, reading.from);
    let before = before.filter(|(from, _)| *from >= limit && reading.from < reading.core);
    if let Some((from, before)) = before
        && let Some((unit, _, _)) = &mut reading.unit
        && let Some(speed) = speed_of(unit.id, before.id)
    {
        *unit = speed;
        reading.from = from;
    }
    reading
}

/// Reads the wording before a number and its unit, no further left than token `limit`.
fn worded(tokens: &Tokens, lexicon: &Lexicon, mut reading: Reading, limit: usize) -> Reading {
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
                Some((stop, word)) if word.role == Role::Article && stop == reading.from);
        if article {
            break;
        }
        if kind == Approximation::Between {
            reading.opens = Some(from);
            break;
        }
        if kind == Approximation::UpTo
            && (ends_change(tokens, from, limit) || pairs::follows_change(tokens, lexicon, from))
        {
            reading.approximation = Approximation::Exact;
        } else if kind != Approximation::Exact {
            reading.approximation = kind;
        }
        reading.from = from;
    }
    if opens_stretch(tokens, lexicon, &reading) {
        reading.approximation = Approximation::Exact;
        reading.from = reading.core;
    }
    reading
}

/// Whether "up to" tells where a change ended and no bound, right behind its amount or the value
/// before it: "с 48,6 до 47,1 процента", "на 11%, до 214 рублей", "на 4,1% — до 16,8 рубля". The
/// number before ends at token `limit`.
fn ends_change(tokens: &Tokens, from: usize, limit: usize) -> bool {
    let mark = |mark| from > 0 && tokens.is_mark(from - 1, mark);
    let comma = usize::from([",", "-", "—"].into_iter().any(mark));
    // "cayó un 7,4 % entre enero y septiembre, hasta los 312 millones": when it was stands between.
    let share = comma == 1
        && limit > 0
        && tokens.is_mark(limit - 1, "%")
        && from <= limit + CHANGE
        && !(limit..from - 1).any(|at| tokens.is_mark(at, ","));
    // "на 41,25 пункта, до 2742,6": before the comma may stand what is counted.
    limit > 0 && (limit + 2 * comma).min(from) >= from - comma || share
}

/// So many words may tell when something changed.
const CHANGE: usize = 10;

/// Whether a preposition before a length of time opens the sentence, so that it says during what:
/// "Over two weeks, they visited …".
fn opens_stretch(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    reading.from == 0
        && reading.core == 1
        && reading.approximation == Approximation::MoreThan
        && matches!(reading.unit, Some((unit, _, _)) if unit.dimension == "duration")
        && lexicon.function.starting(tokens, 0).is_some()
        && (tokens.is_mark(reading.to, ",")
            || matches!(
                lexicon.before.starting(tokens, reading.to),
                Some((_, Bound::Is(Approximation::Between)))
            ))
}

/// Whether a number is one of large amounts: with a scale or separators.
fn is_amount(tokens: &Tokens, number: &Number) -> bool {
    let separated = tokens
        .literal(number.from)
        .is_some_and(|literal| literal.separated);
    separated || number.scale.is_some()
}

/// No weather is hotter, in whatever degrees.
const HOTTEST: Decimal = Decimal::from_parts(150, 0, 0, false, 0);

/// Whether a unit is printed as it must be.
fn is_printed(tokens: &Tokens, unit: UnitWord, number: &Number, at: usize, end: usize) -> bool {
    let capital = || tokens.get(at).is_some_and(|token| token.capital);
    match unit.print {
        Print::Any => true,
        // "14.7C/share" are cents.
        Print::Onto | Print::Degrees => {
            (tokens.attached(at) || unit.print == Print::Degrees)
                && capital()
                && number.value <= HOTTEST
                && !tokens.is_mark(end, "/")
                && !(tokens.attached(end) && tokens.is_mark(end, "-"))
        }
        Print::Capitals => capital(),
        Print::Attached => tokens.attached(at) && number.digits,
        Print::Closing => !(tokens.attached(end) && tokens.is_word(end)),
        Print::Amount => false,
    }
}

/// How many tokens away from a unit stands what tells that it is one of mass: a clause.
const WEIGHED: usize = 15;

/// The unit that stands at token `at`, or after words that may stand before it: "50 previous
/// years".
fn unit_at(
    tokens: &Tokens,
    lexicon: &Lexicon,
    number: &Number,
    mut at: usize,
) -> Option<(UnitWord, usize, usize)> {
    if number
        .scale
        .is_some_and(|scale| scale > Decimal::ONE_THOUSAND)
        && let Some((end, unit)) = lexicon.units_scaled.starting(tokens, at)
        && !matches!(lexicon.numbers.starting(tokens, end),
            Some((_, word)) if word.role == Role::Of)
    {
        return Some((unit, at, end));
    }
    if let Some((end, unit)) = lexicon.units_weighed.starting(tokens, at)
        && lexicon
            .units_after
            .starting(tokens, at)
            .is_none_or(|(stop, _)| stop <= end)
        && (at.saturating_sub(WEIGHED)..at + WEIGHED)
            .any(|at| lexicon.weighs.starting(tokens, at).is_some())
    {
        return Some((unit, at, end));
    }
    for _ in 0..3 {
        if let Some((end, unit)) = lexicon.units_after.starting(tokens, at)
            && ends_word(tokens, end)
            && is_printed(tokens, unit, number, at, end)
            // "14世" is no count, "1400世帯" is one; "دو تن از اهالی" are no tons.
            && lexicon.counted.starting(tokens, at).is_none_or(|(stop, _)| stop <= end)
        {
            // "12 साल की सजा": the years are those of what follows.
            if unit.id == "year-person" && lexicon.lasts.starting(tokens, end).is_some() {
                return Some((YEAR, at, at + 1));
            }
            return Some((unit, at, end));
        }
        at = lexicon.between.starting(tokens, at)?.0;
    }
    None
}

const YEAR: UnitWord = UnitWord {
    id: "year",
    dimension: "duration",
    factor: Decimal::ONE,
    print: Print::Any,
};

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
        print: Print::Any,
    })
}

/// The unit of speed for a length behind a word that says in what time it is covered: "時速20キロ",
/// "saatte 300 kilometre".
fn speed_of(length: &str, time: &str) -> Option<UnitWord> {
    let hourly = matches!(time, "kilometer-per-hour" | "per-hour");
    let id = match length {
        "kilometer" if hourly => "kilometer-per-hour",
        "mile" if hourly => "mile-per-hour",
        "nautical-mile" if hourly => "knot",
        "meter" if time == "meter-per-second" => "meter-per-second",
        "kilometer" if time == "meter-per-second" => "kilometer-per-second",
        _ => return None,
    };
    Some(UnitWord {
        id,
        dimension: "speed",
        factor: Decimal::ONE,
        print: Print::Any,
    })
}

/// No one grows older.
const OLDEST: Decimal = Decimal::from_parts(120, 0, 0, false, 0);

/// Whether a number between commas after a name is an age: "Caio Monteiro, 19, scored". Behind
/// two words with capitals a bracket or the end may follow: "Ana Gomez, 68 (shot outside)". Behind a
/// noun for somebody it must be set off: "a waiter, 19, said". Children's ages are written out:
/// "Nadia, four, and Omar, six,".
fn is_bare_age(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    let number = &reading.number;
    let behind = number.from.checked_sub(2).filter(|&name| {
        tokens.is_mark(name + 1, ",") && tokens.attached(name + 1) && tokens.is_word(name)
    });
    let is_name = |name: usize| tokens.get(name).is_some_and(|token| token.capital);
    let named = behind.is_some_and(is_name);
    let somebody = behind.is_some_and(|noun| is_somebody(tokens, lexicon, noun));
    let capital = |at: usize| {
        tokens.is_word(at)
            && tokens
                .get(at)
                .is_some_and(|token| token.capital && token.spaced)
    };
    let full_name = number
        .from
        .checked_sub(3)
        .is_some_and(|first| capital(first) && capital(first + 1));
    // "容疑者（35）": in brackets right behind a name where names have no capital.
    let bracketed = (number.from.checked_sub(2))
        .filter(|&name| tokens.is_mark(name + 1, "(") && tokens.is_mark(number.to, ")"));
    let alone = |name: usize| {
        tokens.attached(name + 1) && tokens.folded(name).chars().all(fold::stands_alone)
    };
    if bracketed.is_some_and(alone) && number.digits && number.value.fract().is_zero() {
        return number.value >= Decimal::ONE && number.value <= OLDEST;
    }
    // "Budi Santoso (45) tewas", but "Kane (34), Müller (61)", which are minutes.
    let goes_on = tokens.is_word(number.to + 1)
        && (tokens.get(number.to + 1)).is_some_and(|token| !token.capital);
    let in_brackets = bracketed.is_some_and(is_name) && goes_on;
    // Lists of numbers and dates have digits after the comma.
    let set_off = tokens.is_mark(number.to, ",")
        && tokens.attached(number.to)
        && (tokens.is_word(number.to + 1)
            // "said Ana Gomez, 34, “and then”"
            || ["\"", "“", "«"].iter().any(|mark| tokens.is_mark(number.to + 1, mark)));
    let closed = set_off
        || full_name
            && [";", ".", "("]
                .iter()
                .any(|mark| tokens.is_mark(number.to, mark));
    let plain = number.to == number.from + 1 && number.value.fract().is_zero();
    let grown = number.value >= Decimal::TEN && number.value < Decimal::ONE_HUNDRED;
    let child = number.value >= Decimal::ONE && number.value < Decimal::from(20);
    plain
        && if number.digits {
            grown && (named && closed || somebody && set_off || in_brackets)
        } else {
            child && named && set_off
        }
}

/// The small word right before the number at token `from`: "*de* 19 anos".
fn of_before(tokens: &Tokens, lexicon: &Lexicon, from: usize) -> Option<usize> {
    from.checked_sub(1).filter(|&at| {
        matches!(lexicon.numbers.starting(tokens, at),
            Some((end, word)) if word.role == Role::Of && end == from)
    })
}

/// Whether the words that end with token `last` name somebody.
fn is_somebody(tokens: &Tokens, lexicon: &Lexicon, last: usize) -> bool {
    lexicon.persons.contains(tokens.folded(last))
        || matches!(lexicon.counted.ending(tokens, last + 1),
            Some((_, class)) if counted::is_of_people(class))
}

/// Whether years are somebody's age by their place: "un homme de 35 ans", "Elif Demir, 7 anni,".
fn is_of_person(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    if !matches!(reading.unit, Some((unit, _, _)) if unit.id == "year")
        || reading.number.value > OLDEST
    {
        return false;
    }
    let from = reading.number.from;
    // "de 19 anos"
    let of = of_before(tokens, lexicon, from);
    // "un rivale bretone di vent'anni più giovane"
    let closed = !tokens.is_word(reading.to);
    if of
        .is_some_and(|of| is_person_of(tokens, lexicon, of, closed.then_some(reading.number.value)))
    {
        return true;
    }
    let comma = of.unwrap_or(from).checked_sub(1);
    let closes = [",", ")", "،", "、"]
        .iter()
        .any(|mark| tokens.is_mark(reading.to, mark));
    comma.is_some_and(|comma| {
        (tokens.is_mark(comma, ",") || tokens.is_mark(comma, "("))
            && comma > 0
            // "el detenido, de 29 años y nacionalidad marroquí"
            && (closes || of.is_some() && is_somebody(tokens, lexicon, comma - 1))
            && (tokens.get(comma - 1).is_some_and(|token| token.capital)
                // "بلال (19 عاما)": where names have no capital, no child's, which a term may be.
                || reading.number.value >= GROWN && has_no_case(tokens, comma - 1)
                // "L'imputato, 58 anni, …"
                || is_somebody(tokens, lexicon, comma - 1)
                || of.is_some() && tokens.is_word(comma - 1))
    })
}

/// Whether the words before "of" at token `of` name somebody who may be so many years old: "un
/// expolicía de 51 años", of grown ones also with what describes them ("turista trentina di 27
/// anni", "vendeur de charbon de 34 ans"), or by where they are from ("un tedesco di 31 anni"),
/// where so many `years` close the phrase.
fn is_person_of(tokens: &Tokens, lexicon: &Lexicon, of: usize, years: Option<Decimal>) -> bool {
    let Some(last) = of.checked_sub(1) else {
        return false;
    };
    let word = tokens.folded(last);
    let former = word.strip_prefix("ex").unwrap_or(word);
    if lexicon.persons.contains(former) || is_somebody(tokens, lexicon, last) {
        return true;
    }
    let plain = |at: usize| tokens.is_word(at) && lexicon.function.starting(tokens, at).is_none();
    let Some(before) = last
        .checked_sub(1)
        .filter(|_| years >= Some(GROWN) && plain(last))
    else {
        return false;
    };
    if lexicon.demonyms.contains(word) && !plain(before) {
        return true;
    }
    // "a prison guard term of 12 years": where nouns describe others, somebody does so too.
    let whose = matches!(lexicon.numbers.starting(tokens, before),
        Some((end, word)) if word.role == Role::Of && end == last);
    let noun = if whose {
        before.checked_sub(1)
    } else {
        Some(before)
    };
    lexicon.plurals.is_empty() && noun.is_some_and(|noun| is_somebody(tokens, lexicon, noun))
}

/// Shorter times than so many years are more often terms of office, contracts and sentences than
/// ages of those who are named before them without a word that says so.
const GROWN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Whether a word is of a script with spaces and without capitals.
fn has_no_case(tokens: &Tokens, at: usize) -> bool {
    let mut letters = tokens.folded(at).chars();
    tokens.is_word(at)
        && letters.all(|c| !c.is_lowercase() && !c.is_uppercase() && !fold::stands_alone(c))
}

/// Whether years behind a list are the ages of those before it: "tres hombres de 22, 27 y 31 años", whose
/// first number is `first`.
pub(super) fn are_of_persons(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: &Reading,
    last: &Reading,
) -> Option<UnitWord> {
    let (unit, _, _) = last.unit.filter(|(unit, _, _)| unit.id == "year")?;
    let from = first.number.from;
    let of = of_before(tokens, lexicon, from)?;
    let somebody = is_person_of(tokens, lexicon, of, Some(last.number.value));
    (somebody && last.number.value <= OLDEST)
        .then(|| age_in(unit.id))
        .flatten()
}

/// The unit of age of two ends of years behind those whose they are: "los jóvenes de 18 a 25 años",
/// "cinco homens entre os 24 e os 51 anos".
pub(super) fn age_of_range(
    tokens: &Tokens,
    lexicon: &Lexicon,
    low: &Reading,
    high: &Reading,
) -> Option<UnitWord> {
    let (unit, _, _) = high.unit?;
    if unit.id != "year" || high.number.value > OLDEST {
        return None;
    }
    let last = low.opens?.checked_sub(1)?;
    let somebody = is_somebody(tokens, lexicon, last);
    let aged = matches!(lexicon.units_before.ending(tokens, last + 1),
        Some((_, unit)) if unit.dimension == "age");
    (somebody || aged).then(|| age_in(unit.id)).flatten()
}

/// Where a word ends that a hyphen joins to token `at`: "כ-30".
pub(super) fn before_hyphen(tokens: &Tokens, at: usize) -> Option<usize> {
    let hyphen = at.checked_sub(1)?;
    let joins = tokens.is_mark(hyphen, "-") && tokens.attached(hyphen);
    joins.then_some(hyphen)
}

fn after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading) {
    if reading.number.unit.is_some() {
        half_after(tokens, lexicon, reading);
    }
    for _ in 0..3 {
        let at = after_link(tokens, lexicon, reading.to);
        if reading.unit.is_none()
            && let Some((unit, at, end)) = unit_at(tokens, lexicon, &reading.number, at)
        {
            reading.unit = Some((unit, at, end));
            reading.to = end;
            half_after(tokens, lexicon, reading);
            hundredths_after(tokens, lexicon, reading, unit);
            tenths_after(tokens, lexicon, reading, unit);
            scale_after(tokens, lexicon, reading, unit);
        } else if let Some((end, Bound::Negates)) = lexicon.after.starting(tokens, reading.to) {
            if reading.number.value.is_sign_positive() {
                reading.number.negate();
            }
            reading.to = end;
        } else if let Some((end, kind)) = bound_after(tokens, lexicon, reading.to) {
            // "18 दिन तक": how long and no bound.
            let lasts = kind == Approximation::UpTo
                && reading
                    .unit
                    .is_some_and(|(unit, _, _)| unit.dimension == "duration");
            if reading.approximation == Approximation::Exact && !lasts {
                reading.approximation = kind;
            }
            reading.to = end;
        } else {
            break;
        }
    }
    half_between(tokens, lexicon, reading);
    // "500人以上": the wording stands after what is counted.
    if reading.unit.is_none()
        && let Some((end, _)) = lexicon.counted.starting(tokens, reading.to)
        && let Some((stop, kind)) = bound_after(tokens, lexicon, end)
        && reading.approximation == Approximation::Exact
    {
        reading.approximation = kind;
        // "3个多小时"
        if tokens.attached(stop)
            && let Some((unit, at, end)) = unit_at(tokens, lexicon, &reading.number, stop)
            && unit.dimension == "duration"
        {
            reading.unit = Some((unit, at, end));
            reading.to = end;
        }
    }
}

/// A half between the counter and its unit: "三个半小时".
fn half_between(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading) {
    if reading.unit.is_none()
        && reading.number.value.fract().is_zero()
        && is_alone(tokens, reading.to)
        && let Some((counter, _)) = lexicon.counted.starting(tokens, reading.to)
        && let Some((half, word)) = lexicon.numbers.starting(tokens, counter)
        && word.role == Role::Half
        && word.value == Decimal::new(5, 1)
        && let Some((unit, at, end)) = unit_at(tokens, lexicon, &reading.number, half)
        && unit.dimension == "duration"
        && let Some(value) = reading.number.value.checked_add(word.value)
    {
        reading.number.value = value;
        reading.number.digits = false;
        reading.unit = Some((unit, at, end));
        reading.to = end;
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

/// The hundredths that are written onto seconds, as in races: "9秒97", "10초09".
fn hundredths_after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading, unit: UnitWord) {
    // "9 sec 79 devant": behind an abbreviation they may be set apart.
    let short = reading.unit.is_some_and(|(_, from, to)| {
        to == from + 1 && tokens.get(from).is_some_and(|token| token.span.len() <= 3)
    });
    let ends = |at: usize| {
        !tokens.is_word(at) && tokens.literal(at).is_none()
            || lexicon.function.starting(tokens, at).is_some()
    };
    if unit.id == "second"
        && (tokens.attached(reading.to) || short && ends(reading.to + 1))
        && let Some(literal) = tokens.literal(reading.to).filter(|l| l.digits == 2)
        && let Some(hundredths) = literal.value.filter(|value| value.fract().is_zero())
        && let Some(part) = hundredths.checked_div(Decimal::ONE_HUNDRED)
        && let Some(value) = reading.number.value.checked_add(part)
    {
        reading.number.value = value.normalize();
        reading.number.digits = false;
        reading.to += 1;
    }
}

/// The single percent behind tens of them: "两成七" is 27.
fn tenths_after(tokens: &Tokens, lexicon: &Lexicon, reading: &mut Reading, unit: UnitWord) {
    if unit.dimension == "share"
        && unit.factor == Decimal::TEN
        && tokens.attached(reading.to)
        && let Some((end, word)) = lexicon.numbers.starting(tokens, reading.to)
        && matches!(word.role, Role::Add | Role::Weak | Role::Part)
        && word.value > Decimal::ZERO
        && word.value < Decimal::TEN
        && lexicon.numbers.starting(tokens, end).is_none()
        && lexicon.counted.starting(tokens, end).is_none()
        && lexicon.units_after.starting(tokens, end).is_none()
        && let Some(part) = word.value.checked_div(Decimal::TEN)
        && let Some(value) = reading.number.value.checked_add(part)
    {
        reading.number.value = value.normalize();
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
    let spelled = start > reading.to;
    let timed = reading
        .unit
        .is_some_and(|(unit, _, _)| unit.dimension == "duration");
    // "dois anos e meio de prisão": no "meio de".
    if let Some((end, word)) = lexicon
        .numbers
        .starting_where(tokens, start, |_, word| word.role == Role::Half)
        && (joined || word.and)
        && whole
        // "deux heures et quart"
        && (word.value == Decimal::new(5, 1) || timed && (spelled || word.and))
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
    if let Some(kind) = case_before(tokens, lexicon, at) {
        return Some((at + 1, kind));
    }
    let found = lexicon.after.starting(tokens, at)?;
    // "מ-340 לפחות מ-200": a longer wording of the next number.
    if matches!(lexicon.before.starting(tokens, at), Some((end, _)) if end > found.0) {
        return None;
    }
    match found {
        // "3세 여아": a syllable set apart opens a word of its own.
        (end, _) if end == at + 1 && !tokens.attached(at) && is_alone(tokens, at) => None,
        (end, Bound::Is(kind)) => Some((end, kind)),
        _ => None,
    }
}

/// What an ending of the unit before token `at` says with the word there: "650 dolara kadar", and
/// not "5 lira kadar".
fn case_before(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<Approximation> {
    let unit = tokens.folded(at.checked_sub(1)?);
    let (_, _, kind) = lexicon.after_case.iter().find(|(end, word, _)| {
        tokens.folded(at) == word
            && unit
                .strip_suffix(end.as_str())
                .is_some_and(|stem| lexicon.units_after.word(stem).is_some())
    })?;
    Some(*kind)
}

/// Whether token `at` is a character of a script without spaces, or of Hangul.
fn is_alone(tokens: &Tokens, at: usize) -> bool {
    tokens.folded(at).chars().any(fold::stands_alone)
}

/// The token after a hyphen or "of" between number and unit: "35-year", "millones de euros".
fn after_link(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
    // "35-year", "trent'anni"
    let elided =
        tokens.is_mark(at, "'") && tokens.attached(at + 1) && at > 0 && tokens.is_word(at - 1);
    if (tokens.is_mark(at, "-") || elided) && tokens.attached(at) && tokens.is_word(at + 1) {
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

/// Whether the unit that ends before token `to` runs into no digits, which only scripts without
/// spaces let follow ("2ドル3セント").
fn ends_word(tokens: &Tokens, to: usize) -> bool {
    let apart = to
        .checked_sub(1)
        .is_some_and(|last| tokens.folded(last).chars().any(fold::stands_alone));
    apart || !(tokens.attached(to) && tokens.literal(to).is_some())
}
