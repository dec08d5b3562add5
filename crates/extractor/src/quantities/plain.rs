//! Which numbers count something: years, labels, telephone numbers and names with digits do not.

use super::counted;
use super::digits::Literal;
use super::lexicon::{Lexicon, Role};
use super::read::{Reading, spelled};
use super::tokens::Tokens;
use crate::{Approximation, Noun};
use rust_decimal::Decimal;

/// Whether a number stands for a count, measure or ordinal.
pub(super) fn is_count(
    tokens: &Tokens,
    lexicon: &Lexicon,
    reading: &Reading,
    noun: Option<&Noun>,
) -> bool {
    let number = &reading.number;
    // "20世紀", "8세기": the name of a century, and no twenty hundreds of years.
    if reading
        .unit
        .is_some_and(|(unit, _, _)| unit.id == "century")
        && number.value >= Decimal::from(5)
    {
        return false;
    }
    // "49 v. Chr.", "1인당": what is no count with these words.
    if reading
        .unit
        .is_some_and(|(unit, _, _)| unit.dimension == "none")
    {
        return false;
    }
    if number.value == Decimal::ONE && is_each(tokens, lexicon, reading.to) {
        return false;
    }
    // "1911年", "1994년에": a year that no date took.
    if number.digits
        && let Some((unit, from, to)) = reading.unit
        && unit.id == "year"
        && is_year(false, number.value)
        && !spelled(tokens, from, to)
    {
        return false;
    }
    let class = noun.filter(|noun| noun.class.is_some());
    let next = tokens.get(reading.to).map(|token| token.span.start);
    let beside = class.is_some_and(|noun| Some(noun.span.start) == next);
    if reading.unit.is_none() && is_article(tokens, lexicon, reading) {
        return false;
    }
    if !number.digits {
        // "an Nummer sieben gesetzt"
        let bare = reading.unit.is_none() && class.is_none() && reading.from == number.from;
        return !(bare
            && number.value >= Decimal::ONE
            && is_labelled(tokens, lexicon, number.from));
    }
    let Some(literal) = tokens
        .literal(number.to - 1)
        .or_else(|| tokens.literal(number.from))
    else {
        return true;
    };
    let named = counted::named_before(tokens, lexicon, number.from, 0).is_some();
    // "מ-18 ל-17 אחוזים": what opens a range is no part of a name.
    if reading.from == number.from
        && reading.opens.is_none()
        && in_name(tokens, lexicon, number.from)
        && !named
        || runs_on(tokens, number.to, reading)
    {
        return false;
    }
    // "0800 555 111", from the other side where the script runs from right to left.
    let padded = |at: usize| {
        tokens
            .literal(at)
            .is_some_and(|literal| literal.padded && !literal.separated)
    };
    let dialled = number.from.checked_sub(1).is_some_and(padded)
        || number.from.checked_sub(2).is_some_and(|code| padded(code) && tokens.literal(code + 1).is_some())
        // "0 800 130 000"
        || literal.separated && number.from.checked_sub(1).is_some_and(|nil| tokens.literal(nil).is_some_and(|l| l.value == Some(Decimal::ZERO)))
        || padded(number.to)
        || tokens.literal(number.to).is_some() && padded(number.to + 1);
    if literal.padded || dialled || is_row(tokens, reading) || is_footnote(tokens, reading) {
        return false;
    }
    // "in the 3100 block of Orleans Avenue"
    if literal.digits > 2 && lexicon.addressed.starting(tokens, number.to).is_some() {
        return false;
    }
    // "the 911 caller": digits that name what they dial. "2つの国" points back with its noun.
    let named = match lexicon.numbers.starting(tokens, number.from) {
        Some((end, word)) if word.role == Role::Never && end >= number.to => Some(end),
        _ => None,
    };
    let whole = |end: usize| !beside || end > number.to;
    if reading.unit.is_none() && named.is_some_and(whole) {
        return false;
    }
    // "1200 davon"
    let part = lexicon.same.starting(tokens, reading.to).is_some()
        && !is_labelled(tokens, lexicon, reading.from);
    let worded = number.ordinal || part || reading.approximation != Approximation::Exact;
    if reading.unit.is_some() || worded || beside {
        return true;
    }
    // "No. 5": the dot belongs to the label.
    let dot = reading.from.checked_sub(1).filter(|&dot| {
        (tokens.is_mark(dot, ".") || tokens.is_mark(dot, "-")) && tokens.attached(dot)
    });
    // "die Gruppe 390 Verpflichtungen": a noun of its own follows.
    let noun_follows = lexicon.noun_capitals
        && literal.digits > 2
        && tokens.get(reading.to).is_some_and(|token| token.capital);
    let start = tokens.span(reading.from, reading.to).start;
    let named_before = class.is_some_and(|noun| noun.span.start < start);
    let labelled = is_labelled(tokens, lexicon, dot.unwrap_or(reading.from))
        || of_label(tokens, lexicon, reading.from);
    let year = is_year(literal.separated, number.value)
        || noun.is_none_or(|noun| noun.span.start <= start) && is_early_year(literal, number.value);
    !year
        && (class.is_some() || !after_name(tokens, lexicon, reading.from, literal))
        && (!labelled || noun_follows || named_before)
}

/// Whether what stands at `at`, or behind the noun there, tells how often the one before it comes:
/// "1年ごと", "1人あたり".
fn is_each(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let noun = lexicon.counted.starting(tokens, at).map(|(end, _)| end);
    [Some(at), noun]
        .into_iter()
        .flatten()
        .any(|at| lexicon.each.starting(tokens, at).is_some())
}

/// Whether what follows makes a number the name of a part of a law: "第9条", "anayasanın 175.
/// maddesi", "122-я статья". Counters of scripts without spaces do so of ordinals only.
fn is_article(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    let number = &reading.number;
    let label = number.to + usize::from(tokens.is_mark(number.to, "."));
    let alone = tokens.folded(label).chars().any(super::fold::stands_alone);
    (number.ordinal || number.digits && !alone)
        && lexicon.labelled_behind.starting(tokens, label).is_some()
}

/// Whether a label stands right before token `at`: "page 5".
fn is_labelled(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    lexicon.labels.ending(tokens, at).is_some()
}

/// Whether the number before that is labelled is one of as many: "photo 5 of 12".
fn of_label(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let of = at.checked_sub(1).filter(|&of| {
        tokens.is_mark(of, "/")
            || matches!(lexicon.numbers.starting(tokens, of),
                Some((end, word)) if word.role == Role::Of && end == at)
    });
    of.and_then(|of| of.checked_sub(1)).is_some_and(|number| {
        tokens.literal(number).is_some() && is_labelled(tokens, lexicon, number)
    })
}

/// Whether a number is part of the name right before it: "S&P 500".
pub(super) fn names(tokens: &Tokens, lexicon: &Lexicon, reading: &Reading) -> bool {
    reading.from == reading.number.from
        && reading.number.digits
        && tokens
            .literal(reading.from)
            .is_some_and(|literal| after_name(tokens, lexicon, reading.from, literal))
}

/// Whether a name stands right before the digits: "Boeing 737", "S&P 500". Where all nouns have
/// capitals, and at the start of a sentence, a capital tells nothing.
fn after_name(tokens: &Tokens, lexicon: &Lexicon, at: usize, literal: Literal) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    // "ビルボード200"
    let katakana = tokens.attached(at)
        && tokens
            .folded(before)
            .chars()
            .all(|c| ('\u{30a1}'..='\u{30fc}').contains(&c))
        && tokens.is_word(before);
    let opens = (0..before).all(|at| !tokens.is_word(at));
    !literal.separated
        && (katakana
            || !lexicon.noun_capitals
                && !opens
                && tokens.get(before).is_some_and(|token| token.capital)
                && (tokens.get(at + 1).is_some_and(|token| token.capital) || !is_titled(tokens)))
}

/// Whether every longer word has a capital, as in headlines of some languages: there it shows no
/// name.
fn is_titled(tokens: &Tokens) -> bool {
    let mut words = (0..tokens.len()).filter(|&at| {
        tokens.is_word(at) && tokens.get(at).is_some_and(|token| token.span.len() > 4)
    });
    words.clone().count() > 3 && words.all(|at| tokens.get(at).is_some_and(|token| token.capital))
}

/// Whether a range is one of counts and not of years.
pub(super) fn is_range(tokens: &Tokens, lexicon: &Lexicon, low: &Reading, high: &Reading) -> bool {
    let year = |reading: &Reading| reading.number.digits && is_year(false, reading.number.value);
    // "lignes 1 à 14", "Boeing 737-800", "021-88643210"
    let padded = tokens
        .literal(low.number.from)
        .is_some_and(|literal| literal.padded && !literal.separated);
    let none = high
        .unit
        .is_some_and(|(unit, _, _)| unit.dimension == "none");
    let bare = low.unit.is_none() && high.unit.is_none();
    let named = is_labelled(tokens, lexicon, low.from) || names(tokens, lexicon, low);
    // "Boeing 737-800 aircraft" are no so many.
    let type_of = is_labelled(tokens, lexicon, low.from)
        && tokens
            .literal(low.number.from)
            .is_some_and(|l| l.digits > 2);
    let uncounted = type_of || lexicon.counted.starting(tokens, high.to).is_none();
    // "20～50代", but "830-846 AD"
    let none = none && high.number.value < Decimal::ONE_HUNDRED;
    if none || bare && (padded || named && uncounted) {
        return false;
    }
    let opened = low.opens.is_some();
    !(!opened && low.from == low.number.from && in_name(tokens, lexicon, low.number.from)
        || high.unit.is_none()
            && (in_row(tokens, low) || in_row(tokens, high) || after_code(tokens, low))
        || year(low) && high.unit.is_none() && year(high))
}

/// Whether a number in brackets stands right before: "(631) 852-6392".
fn after_code(tokens: &Tokens, low: &Reading) -> bool {
    low.from.checked_sub(3).is_some_and(|open| {
        tokens.is_mark(open, "(")
            && tokens.literal(open + 1).is_some_and(|code| code.digits > 1)
            && tokens.is_mark(open + 2, ")")
    })
}

/// Whether a third number is joined to the two of a range: "859-292-3680".
fn in_row(tokens: &Tokens, reading: &Reading) -> bool {
    let joined = |mark: usize| {
        tokens.is_mark(mark, "-") && tokens.attached(mark) && tokens.attached(mark + 1)
    };
    let (from, to) = (reading.number.from, reading.number.to);
    let before = from
        .checked_sub(2)
        .is_some_and(|at| joined(at + 1) && tokens.literal(at).is_some());
    before && joined(to) && tokens.literal(to + 1).is_some()
}

/// Letters right before digits: "G20", "F-16".
fn in_name(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let letters =
        |at: usize| tokens.is_word(at) && !tokens.folded(at).chars().any(super::fold::stands_alone);
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    // "و34": a conjunction or preposition that is written together with what follows.
    let prefix = lexicon
        .prefixes
        .ending(tokens, at)
        .is_some_and(|(start, _)| start == before && !tokens.attached(before));
    tokens.attached(at)
        && !prefix
        && (letters(before)
            || tokens.is_mark(before, "-")
                && tokens.attached(before)
                && before > 0
                && letters(before - 1))
}

/// Letters right after digits that are no unit: "3D".
fn runs_on(tokens: &Tokens, to: usize, reading: &Reading) -> bool {
    reading.to == to
        && tokens.attached(to)
        && tokens.is_word(to)
        && !tokens.folded(to).chars().any(super::fold::stands_alone)
        && tokens.get(to).is_some_and(|token| token.span.len() < 4)
        && tokens.folded(to).is_ascii()
}

/// The mark of a note: "his vehicle.[9] [56] Eleven", not "it fell [12] times".
fn is_footnote(tokens: &Tokens, reading: &Reading) -> bool {
    let number = &reading.number;
    number.from.checked_sub(1).is_some_and(|open| {
        tokens.is_mark(open, "[")
            && tokens.is_mark(number.to, "]")
            && (open == 0 || tokens.attached(open) || tokens.is_mark(open - 1, "]"))
    })
}

/// A telephone number, a time, a date in digits: "555-123-4567", "5:25", "1/2".
fn is_row(tokens: &Tokens, reading: &Reading) -> bool {
    let joins = |at: usize| {
        ["-", ":", "/", "~"]
            .iter()
            .any(|mark| tokens.is_mark(at, mark))
    };
    let number = &reading.number;
    let before = number.from.checked_sub(2).is_some_and(|at| {
        joins(at + 1)
            && tokens.attached(at + 1)
            && tokens.attached(at + 2)
            && tokens.literal(at).is_some()
    });
    let after = joins(reading.to)
        && tokens.attached(reading.to)
        && tokens.attached(reading.to + 1)
        && tokens.literal(reading.to + 1).is_some();
    let times = |low: usize| {
        tokens.is_mark(low + 1, "/") || tokens.is_mark(low + 1, ":") && is_time(tokens, low)
    };
    // "1950-53": the second half of a range of years, whose first half is a date.
    let years = before
        && tokens
            .literal(number.from - 2)
            .is_some_and(|literal| literal.digits >= 4 && !literal.separated)
        || after
            && number.value < Decimal::ONE_HUNDRED
            && tokens.literal(reading.to + 1).is_some_and(|literal| {
                literal
                    .value
                    .is_some_and(|value| is_year(literal.separated, value))
            });
    // "859-292-3680"
    let row = |mark: usize, next: usize| {
        joins(mark)
            && tokens.attached(mark)
            && tokens.attached(next)
            && tokens.literal(next).is_some()
    };
    // "800-220-TIPS"
    let hyphen =
        |at: usize| tokens.is_mark(at, "-") && tokens.attached(at) && tokens.attached(at + 1);
    let lettered = |at: usize| {
        hyphen(at)
            && tokens
                .get(at + 1)
                .is_some_and(|token| token.capital && token.span.len() > 2)
    };
    let spelled = before && hyphen(number.from - 1) && lettered(reading.to)
        || after && hyphen(reading.to) && lettered(reading.to + 2);
    // "(631) 852-6392"
    let bracketed = number.from > 0
        && tokens.is_mark(number.from - 1, "(")
        && tokens.is_mark(reading.to, ")")
        && tokens.literal(reading.to + 1).is_some()
        && row(reading.to + 2, reading.to + 3);
    let twice = after && row(reading.to + 2, reading.to + 3)
        || before
            && number
                .from
                .checked_sub(4)
                .is_some_and(|at| tokens.literal(at).is_some() && row(at + 1, at + 2));
    years
        || twice
        || bracketed
        || spelled
        || before && times(number.from - 2)
        || after && times(reading.to.saturating_sub(1))
        || before && after
}

/// Whether the digits around a colon are a time of day or of a race and no score ("38:17").
fn is_time(tokens: &Tokens, at: usize) -> bool {
    let hours = tokens.literal(at).and_then(|literal| literal.value);
    tokens
        .get(at + 2)
        .is_some_and(|minutes| minutes.span.len() > 1)
        && hours.is_some_and(|hours| hours <= Decimal::from(24))
}

/// A year of the last centuries, the coming one included, as news prints it.
pub(super) fn is_year(separated: bool, value: Decimal) -> bool {
    !separated && value.fract().is_zero() && value >= Decimal::from(1500) && value <= NEXT_CENTURY
}

/// The last year that news speaks of.
pub(super) const NEXT_CENTURY: Decimal = Decimal::from_parts(2100, 0, 0, false, 0);

/// A year of the Middle Ages, which is one only where nothing is counted: "in 1399".
fn is_early_year(literal: Literal, value: Decimal) -> bool {
    literal.digits == 4 && is_year(literal.separated, value + Decimal::from(500))
}
