//! Numbers that belong together: ranges, scores, amounts in two units, a scale or unit that two
//! share.

use super::around::{are_of_persons, before_hyphen};
use super::counted;
use super::lexicon::{Bound, Lexicon, Role};
use super::numbers::Number;
use super::plain;
use super::read::{Reading, beats_nil};
use super::tokens::Tokens;
use crate::{Approximation, Noun};
use rust_decimal::Decimal;

/// Whether a number in brackets repeats the one before it: "forty-five (45)".
pub(super) fn repeats(tokens: &Tokens, whole: &mut Reading, again: &Reading) -> bool {
    let same = whole.number.value == again.number.value
        && whole.number.digits != again.number.digits
        && whole.number.to + 1 == again.from
        && tokens.is_mark(whole.number.to, "(")
        && tokens.is_mark(again.to, ")");
    if same {
        whole.to = again.to + 1;
    }
    same || repeats_scaled(tokens, whole, again)
}

/// Whether a number is told twice because each of several has so many: "60-60 हजार रुपये".
fn repeats_scaled(tokens: &Tokens, whole: &mut Reading, again: &Reading) -> bool {
    let one = |reading: &Reading| reading.number.scale.unwrap_or(Decimal::ONE);
    let twin = tokens.is_mark(whole.to, "-")
        && tokens.attached(whole.to)
        && tokens.attached(whole.to + 1)
        && again.number.from == whole.to + 1
        && whole.unit.is_none()
        && whole.number.scale.is_none()
        && again.number.scale.is_some()
        && whole.number.value.checked_mul(one(again)) == Some(again.number.value);
    if twin {
        let from = whole.from;
        *whole = again.clone();
        whole.from = from;
    }
    twin
}

/// Gives the ages of several the unit of the first: "aged 2, 5 and 7", "im Alter von 17 und 18
/// Jahren".
pub(super) fn share_age(tokens: &Tokens, lexicon: &Lexicon, first: &Reading, second: &mut Reading) {
    let Some((age, from, to)) = first.unit.filter(|(unit, _, _)| unit.dimension == "age") else {
        return;
    };
    let digits = second.number.from;
    let joined = |at: usize, next: usize| {
        (tokens.is_mark(at, ",") || tokens.is_mark(at, "،") || tokens.is_mark(at, "、"))
            && next == at + 1
            // "בני 24 ו-31": the connector may be written onto the number.
            || matches!(lexicon.numbers.starting(tokens, at),
                Some((end, word)) if word.role == Role::And
                    && (end == next || before_hyphen(tokens, digits) == Some(end)))
            // "âgées de 34 à 61 ans"
            || matches!(lexicon.ranges.starting(tokens, at), Some((end, _)) if end == next)
    };
    let years = matches!(second.unit, Some((unit, _, _)) if unit.id == "year");
    // "Lopez, 34, 12 others" are no ages: what follows is a mark or another age.
    let bare = second.unit.is_none()
        && second.number.digits
        && (!tokens.is_word(second.to)
            // "aged 14, 15 and 17 were arrested"
            || !tokens.is_mark(first.to, ",")
                && lexicon.function.starting(tokens, second.to).is_some()
            || matches!(lexicon.numbers.starting(tokens, second.to),
                Some((_, word)) if word.role == Role::And));
    let fits = second.number.value <= Decimal::ONE_HUNDRED
        && !second.number.ordinal
        && second.number.value.fract().is_zero();
    // "per il figlio, trentatreenne, quattro anni": what was not yet told of an age.
    let told = from < first.number.from;
    if fits && told && joined(first.to, second.from) && (years || bare) {
        let (from, to) = second.unit.map_or((from, to), |(_, from, to)| (from, to));
        second.unit = Some((age, from, to));
    }
}

/// Gives the numbers of a list the ages that the years behind its last one tell: "tres hombres de 22, 27 y
/// 31 años". The last one is `last`, the others close `before`.
pub(super) fn list_ages(
    tokens: &Tokens,
    lexicon: &Lexicon,
    before: &mut [Reading],
    last: &mut Reading,
) {
    let mut next = last.from;
    let mut first = before.len();
    for (index, reading) in before.iter().enumerate().rev() {
        let at = reading.to;
        let joined = tokens.is_mark(at, ",") && next == at + 1
            || matches!(lexicon.numbers.starting(tokens, at),
                Some((end, word)) if word.role == Role::And && end == next);
        let years = reading.unit.is_none_or(|(unit, _, _)| unit.id == "year");
        let bare = years && reading.number.digits && !reading.number.ordinal;
        if !joined || !bare {
            break;
        }
        first = index;
        next = reading.from;
    }
    let Some(age) = before
        .get(first)
        .and_then(|first| are_of_persons(tokens, lexicon, first, last))
    else {
        return;
    };
    let (_, from, to) = last.unit.unwrap_or((age, last.from, last.to));
    last.unit = Some((age, from, to));
    for reading in &mut before[first..] {
        reading.unit = Some((age, from, to));
    }
}

/// Gives a number the scale and unit of the one that it is joined with: "2 and 1.4 billion
/// pounds".
pub(super) fn share_scale(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: &mut Reading,
    second: &Reading,
) {
    let and = matches!(lexicon.numbers.starting(tokens, first.to),
        Some((end, word)) if word.role == Role::And && end == second.from);
    let core = before_hyphen(tokens, second.core).unwrap_or(second.core);
    let range = match lexicon.ranges.starting(tokens, first.to) {
        // "von bis zu 38 auf zehn Prozent": a bound of its own stands apart.
        Some((_, Bound::Versus)) if first.approximation != Approximation::Exact => false,
        Some((end, _)) => end == second.core || end == core,
        None => false,
    };
    // "280 million of the 1.5 billion shekels"
    let of = matches!(lexicon.same.starting(tokens, first.to),
        Some((end, ())) if end == second.core);
    if of && first.unit.is_none() && !first.number.ordinal {
        first.unit = second
            .unit
            .filter(|(unit, _, _)| unit.dimension == "currency");
        return;
    }
    // "1,710 करोड़ से बढ़कर 3,000 करोड़ रुपये": a scale of its own hinders no shared currency.
    let scaled = first.number.scale.is_some()
        && !first.number.vague
        && range
        && second
            .unit
            .is_some_and(|(unit, _, _)| unit.dimension == "currency");
    let bare = (first.number.digits || scaled) && !first.number.ordinal && first.unit.is_none();
    if !bare || !and && !range || is_named_apart(tokens, lexicon, first, second) {
        return;
    }
    let small = |value: Decimal| value < Decimal::ONE_HUNDRED;
    let scale = second.number.scale.filter(|&scale| {
        (and && first.opens.is_none() || range && passes(tokens, lexicon, first))
            && scale >= Decimal::new(1_000_000, 0)
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

/// Whether two numbers are the ends of one range: "20 to 30", "20-30", "between 20 and 30".
pub(super) fn is_range(tokens: &Tokens, lexicon: &Lexicon, low: &Reading, high: &Reading) -> bool {
    if low.number.ordinal != high.number.ordinal || low.number.value >= high.number.value {
        return false;
    }
    let same_unit = match (low.unit, high.unit) {
        (Some((a, _, _)), Some((b, _, _))) => a.id == b.id,
        // "$20-30", but not "3.2 percent to 1,139 points".
        (Some((_, _, end)), None) => end <= low.number.from,
        _ => true,
    };
    if !same_unit || is_named_apart(tokens, lexicon, low, high) {
        return false;
    }
    let gap = low.to..high.core;
    // "بين أربع سنوات واثنتي عشرة سنة": the connector is written onto the number.
    if gap.is_empty()
        && low.opens.is_some()
        && low.unit.is_some()
        && (lexicon.connectors.iter()).any(|and| tokens.folded(high.core).starts_with(and))
    {
        return true;
    }
    // "lifting the S&P 500 to 5,473": the first is part of a name.
    let dashed = gap.len() == 1 && !tokens.is_word(gap.start);
    if low.unit.is_none() && !dashed && plain::names(tokens, lexicon, low) {
        return false;
    }
    // A long dash sets clauses apart too, with spaces around it.
    let long =
        || tokens.is_mark(gap.start, "—") && tokens.attached(gap.start) && tokens.attached(gap.end);
    if gap.len() == 1
        && (tokens.is_mark(gap.start, "-") || tokens.is_mark(gap.start, "~") || long())
    {
        return true;
    }
    // "fell $12.40 to $2,034.10"
    if let Some((_, Bound::Changes)) = lexicon.before.ending(tokens, low.from) {
        return false;
    }
    // "انخفض سعر النفط 1,5 دولار إلى 83 دولارا"
    let measured = low.unit.is_some() && high.unit.is_some();
    if passes(tokens, lexicon, low)
        || measured && low.opens.is_none() && follows_change(tokens, lexicon, low.from)
    {
        return false;
    }
    // "0-to-60"
    let hyphen = tokens.is_mark(gap.start, "-") && tokens.attached(gap.start);
    let gap = gap.start + usize::from(hyphen)..before_hyphen(tokens, gap.end).unwrap_or(gap.end);
    match lexicon.ranges.starting(tokens, gap.start) {
        Some((end, Bound::Range)) => end == gap.end,
        Some((end, Bound::Joins)) => {
            end == gap.end
                && low
                    .opens
                    .is_some_and(|opens| !are_listed(tokens, lexicon, opens, gap.start))
        }
        _ => false,
    }
}

/// Whether two numbers behind "of" are told one after the other: "deux hommes de 24 et 31 ans".
fn are_listed(tokens: &Tokens, lexicon: &Lexicon, opens: usize, joint: usize) -> bool {
    matches!(lexicon.numbers.starting(tokens, opens), Some((_, word)) if word.role == Role::Of)
        && counted::joins(tokens, lexicon, joint)
}

/// Whether a verb of change stands before what opens two numbers: "passera de 55 à 67 milliards".
fn passes(tokens: &Tokens, lexicon: &Lexicon, first: &Reading) -> bool {
    first
        .opens
        .is_some_and(|opens| follows_change(tokens, lexicon, opens))
}

/// Whether a verb of change stands before token `opens`, with its subject or object between at most:
/// "גדלה אוכלוסיית העיר מ-180 אלף", "увеличить расходы на оборону до 2,5%".
pub(super) fn follows_change(tokens: &Tokens, lexicon: &Lexicon, opens: usize) -> bool {
    (0..=SUBJECT)
        .filter_map(|back| opens.checked_sub(back))
        .take_while(|&at| at == opens || tokens.is_word(at))
        .any(|at| matches!(lexicon.before.ending(tokens, at), Some((_, Bound::Passes))))
}

/// How many words of a subject may stand between a verb of change and its two values.
const SUBJECT: usize = 4;

/// Whether a word before the first number says what it is, and a unit that the second is another
/// thing: "magnitude 6,3 à 10 km de profondeur".
fn is_named_apart(tokens: &Tokens, lexicon: &Lexicon, first: &Reading, second: &Reading) -> bool {
    first.unit.is_none()
        && second.unit.is_some()
        && counted::named_before(tokens, lexicon, first.core, 0).is_some()
}

/// The lower end of a range, which shares the scale of the upper one: "2 to 3 million".
pub(super) fn low_end(low: &Number, high: &Number) -> Decimal {
    let Some(scale) = high.scale.filter(|_| low.scale.is_none()) else {
        return low.value;
    };
    match low.value.checked_mul(scale) {
        Some(value) if value < high.value => value,
        _ => low.value,
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
    ("kilometer", "meter", 1000),
    ("meter", "centimeter", 100),
    ("tonne", "kilogram", 1000),
    ("kilogram", "gram", 1000),
    ("year", "month", 12),
    ("hour", "minute", 60),
    ("minute", "second", 60),
];

/// No share is told of more.
const MOST_OF: Decimal = Decimal::ONE_HUNDRED;

/// Makes a share of how many of how many, where a wording says that it is so of all: "siete de cada
/// diez", "हर चार में से तीन", "每三名学生中就有一人".
pub(super) fn takes_share(
    tokens: &Tokens,
    lexicon: &Lexicon,
    first: &mut Reading,
    second: &Reading,
) -> bool {
    let plain = |reading: &Reading| {
        let value = reading.number.value;
        reading.unit.is_none()
            && !reading.number.ordinal
            && !reading.number.vague
            && value.fract().is_zero()
            && value > Decimal::ZERO
            && value <= MOST_OF
    };
    let gap = first.to..second.from;
    if !plain(first) || !plain(second) || gap.len() > BETWEEN_SHARES {
        return false;
    }
    // "four in 10 adults", but "five in 10 games": said so of people only.
    let people = (second.to..second.to + 3).any(|at| {
        lexicon
            .counted
            .starting(tokens, at)
            .is_some_and(|(_, class)| counted::is_of_people(class))
    });
    let before = |reading: &Reading| {
        let (at, only_people) = lexicon.every.ending(tokens, reading.from)?;
        (people || !only_people).then_some(at)
    };
    let told = match (before(first), before(second)) {
        // The few words between are those of whom it is told.
        (Some(_), None) => gap.clone().all(|at| tokens.is_word(at)),
        (None, Some(at)) => at == first.to,
        _ => is_told_between(tokens, lexicon, first, second),
    };
    let (a, b) = (first.number.value, second.number.value);
    // "3人に1人": of how many may stand first.
    let share = a.min(b).checked_div(a.max(b)).filter(|_| told);
    let Some(share) = share.filter(|share| *share < Decimal::ONE) else {
        return false;
    };
    first.number.value = share;
    first.number.digits = false;
    first.number.weak = false;
    first.number.sole = false;
    first.number.to = second.number.to;
    first.to = second.to;
    true
}

/// Whether the few people of whom a share is told stand between its numbers in words: "deux
/// Canadiens sur trois", "tre italiani su dieci", and not "trois missiles sur cinq".
fn is_told_between(tokens: &Tokens, lexicon: &Lexicon, first: &Reading, second: &Reading) -> bool {
    let Some((at, true)) = lexicon.every.ending(tokens, second.from) else {
        return false;
    };
    let words = first.to..at;
    let people = |at: usize| match lexicon.counted.starting(tokens, at) {
        Some((_, class)) => counted::is_of_people(class) && !counted::is_state(class),
        None => lexicon.function.starting(tokens, at).is_none(),
    };
    !first.number.digits
        && !second.number.digits
        && first.number.value < second.number.value
        && second.number.value <= Decimal::TEN
        && (1..=2).contains(&words.len())
        && words.clone().all(|at| tokens.is_word(at) && people(at))
}

/// Makes a share of the number of how many one is told of whom an article or nothing counts: "un
/// Français sur cinq", "شخص من كل خمسة". Those of whom it is told are counted by no number before
/// token `limit`.
pub(super) fn takes_one(tokens: &Tokens, lexicon: &Lexicon, all: &mut Reading, limit: usize) {
    let value = all.number.value;
    let plain = all.unit.is_none()
        && !all.number.digits
        && !all.number.ordinal
        && !all.number.vague
        && value.fract().is_zero()
        && value > Decimal::ONE
        && value <= Decimal::TEN;
    let Some((at, _)) = lexicon.every.ending(tokens, all.from).filter(|_| plain) else {
        return;
    };
    let people = |from: usize| {
        matches!(lexicon.counted.starting(tokens, from),
            Some((end, class)) if end == at && counted::is_of_people(class) && !counted::is_state(class))
    };
    let article = |from: usize| {
        from.checked_sub(1).filter(|&article| {
            matches!(lexicon.numbers.starting(tokens, article),
                Some((end, word)) if word.role == Role::Article && end == from)
        })
    };
    let no_article = !lexicon.articles.is_empty();
    let one = (1..=2)
        .filter_map(|words| at.checked_sub(words))
        .filter(|&from| {
            (from..at)
                .all(|at| tokens.is_word(at) && lexicon.function.starting(tokens, at).is_none())
        })
        .find_map(|from| article(from).or_else(|| (no_article && people(from)).then_some(from)));
    if let Some(one) = one.filter(|&one| one >= limit)
        && let Some(share) = Decimal::ONE.checked_div(value)
    {
        all.number.value = share;
        all.number.weak = false;
        all.number.sole = false;
        all.number.from = one;
        all.from = one;
        all.core = one;
    }
}

/// How many tokens may stand between the two numbers of a share.
const BETWEEN_SHARES: usize = 8;

/// Adds an amount in a smaller unit to the one right before it, where it is one.
pub(super) fn takes_parts(
    tokens: &Tokens,
    lexicon: &Lexicon,
    whole: &mut Reading,
    part: &Reading,
) -> bool {
    let Some((unit, _, end)) = whole.unit else {
        return false;
    };
    let Some((small, from, _)) = part.unit else {
        let count = if is_inches(tokens, whole, part) {
            12
        } else if end > whole.number.to && is_cents(tokens, lexicon, whole, part) {
            100
        } else {
            return false;
        };
        return add_part(whole, part, count);
    };
    let Some((_, _, count)) = PARTS.iter().find(|(main, sub, _)| {
        *sub == small.id && (*main == unit.id || *main == unit.dimension && unit.id != small.id)
    }) else {
        return false;
    };
    // "214 руб. 60 коп.": the dot of an abbreviation.
    let dot = tokens.is_mark(whole.to, ".") && tokens.attached(whole.to);
    let start = whole.to + usize::from(dot);
    // The connector may be a word, or written onto the next: "מ-2 טונות ו-300", "مترين وثلاثين".
    let joined = part.from == start
        || matches!(lexicon.numbers.starting(tokens, start),
            Some((end, word)) if matches!(word.role, Role::And | Role::Mixes)
                && before_hyphen(tokens, part.from).unwrap_or(part.from) == end);
    joined && from >= part.number.to && add_part(whole, part, *count)
}

/// The inches of "6-foot-6".
fn is_inches(tokens: &Tokens, whole: &Reading, part: &Reading) -> bool {
    whole.unit.is_some_and(|(unit, _, _)| unit.id == "foot")
        && tokens.is_mark(whole.to, "-")
        && tokens.attached(whole.to)
        && tokens.attached(whole.to + 1)
        && part.number.digits
        && part.core == whole.to + 1
}

/// The cents of "15 dollars 50", with nothing after them that they could count.
fn is_cents(tokens: &Tokens, lexicon: &Lexicon, whole: &Reading, part: &Reading) -> bool {
    let joined = part.from == whole.to
        || matches!(lexicon.numbers.starting(tokens, whole.to),
            Some((end, word)) if word.role == Role::And && end == part.from);
    whole
        .unit
        .is_some_and(|(unit, _, _)| unit.dimension == "currency")
        && joined
        && whole.opens.is_none()
        && !part.number.ordinal
        && !part.number.vague
        && !tokens.attached(part.from)
        && part.number.value >= Decimal::TEN
        && part.number.value.fract().is_zero()
        && part.to == part.number.to
        && !tokens.is_word(part.to)
        && !tokens.is_mark(part.to, "-")
}

/// Decimals up to which a part is told in the unit of the whole: "3 years 6 months" are 3.5, and
/// "1 year 2 months" are 14 months.
const DECIMALS: u32 = 3;

/// Adds a part of which so many make one of the whole.
fn add_part(whole: &mut Reading, part: &Reading, count: u32) -> bool {
    let count = Decimal::from(count);
    let fits = part.approximation == Approximation::Exact
        && part.number.value < count
        && !part.number.value.is_sign_negative()
        && whole.number.value.fract().is_zero();
    let value = part.number.value;
    let sum = value
        .checked_div(count)
        .and_then(|value| whole.number.value.checked_add(value));
    let Some(sum) = sum.filter(|_| fits).map(|sum| sum.normalize()) else {
        return false;
    };
    let in_parts = (part.unit)
        .filter(|_| sum.scale() > DECIMALS)
        .zip(whole.number.value.checked_mul(count))
        .and_then(|(unit, whole)| Some((unit, whole.checked_add(value)?)));
    if let Some((unit, value)) = in_parts {
        whole.unit = Some(unit);
        whole.number.value = value.normalize();
    } else {
        whole.number.value = sum;
    }
    whole.number.digits = false;
    whole.to = part.to;
    true
}

/// What is scored, where two small numbers face each other: "3-2", "por 3 a 2", "voted five to
/// one". It is named somewhere in the sentence.
pub(super) fn scores(
    tokens: &Tokens,
    lexicon: &Lexicon,
    readings: &[Reading],
) -> Vec<(usize, Option<Noun>)> {
    const MOST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
    let bare = |reading: &Reading| {
        reading.unit.is_none()
            && !reading.number.ordinal
            && reading.approximation == Approximation::Exact
            && reading.number.value.fract().is_zero()
            && reading.number.value <= MOST_POINTS
            && !reading.number.value.is_sign_negative()
    };
    let mut named: Option<Option<Noun>> = None;
    let mut found = Vec::new();
    for pair in readings.windows(2) {
        let [a, b] = pair else { continue };
        let faces = lexicon
            .ranges
            .starting(tokens, a.to)
            .is_some_and(|(end, bound)| matches!(bound, Bound::Range | Bound::Versus) && end == b.core)
            || b.core == a.to + 1
                && ["-", ":", "&"]
                    .iter()
                    .any(|mark| tokens.is_mark(a.to, mark))
            // "со счётом 2/1"
            || b.core == a.to + 1
                && tokens.is_mark(a.to, "/")
                && lexicon.scores.ending(tokens, a.core).is_some()
            || b.core == a.to && beats_nil(tokens, lexicon, &a.number);
        let sides = named_sides(tokens, a, b);
        // "1:3" may be told from the side of the guests, where the sentence says what is scored.
        let colon = b.core == a.to + 1 && tokens.is_mark(a.to, ":") && tokens.attached(b.core);
        let lost = a.number.value < b.number.value;
        let faces = faces && bare(a) && bare(b) && (colon || !lost);
        if !faces && !sides {
            continue;
        }
        let noun = named.get_or_insert_with(|| counted::scored(tokens, lexicon));
        // High ones need a word that tells of a score.
        if noun.is_none() && !sides && (lost || a.number.value > MOST) {
            continue;
        }
        // "102比95": so many are no goals.
        let noun = &noun.clone().map(|noun| match noun.class.as_deref() {
            Some("goal") if a.number.value > MOST_GOALS => Noun {
                class: Some("point".to_owned()),
                ..noun
            },
            _ => noun,
        });
        // Set with a mark between it needs no word beside it: "beat Mirador 3-2".
        if noun.is_some()
            || sides
            || b.core == a.to + 1 && tokens.attached(a.to) && tokens.attached(b.core)
        {
            found.push((a.from, noun.clone()));
            found.push((b.from, noun.clone()));
        }
    }
    found
}

/// No side scores more goals in a match of any sport.
const MOST_GOALS: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// No side of any sport scores more in a match that is told so.
const MOST_POINTS: Decimal = Decimal::from_parts(250, 0, 0, false, 0);

/// Whether each of two numbers stands after the name of its side: "Ayr 38 - Melrose 17".
fn named_sides(tokens: &Tokens, a: &Reading, b: &Reading) -> bool {
    let capital =
        |at: usize| tokens.is_word(at) && tokens.get(at).is_some_and(|token| token.capital);
    let names = a.to + 1..b.core;
    let plain = |reading: &Reading| {
        reading.unit.is_none()
            && reading.number.digits
            && !reading.number.ordinal
            && reading.number.value < MOST_POINTS
    };
    plain(a)
        && plain(b)
        && tokens.is_mark(a.to, "-")
        && (1..4).contains(&names.len())
        && names.clone().all(capital)
        && a.core.checked_sub(1).is_some_and(capital)
}
