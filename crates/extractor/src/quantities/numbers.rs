//! The numbers of a sentence, in digits, words or both.

use super::counted;
use super::fold;
use super::fractions::{fraction, part_after, pointed, quotient};
use super::lexicon::{Bound, Lexicon, NumberWord, Print, Role, UnitWord};
use super::sum::Sum;
use super::tokens::Tokens;
use crate::Approximation;
use rust_decimal::Decimal;

/// A number and where it stands.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "properties that hold or not, each on its own"
)]
pub(super) struct Number {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    pub value: Decimal,
    /// The lower end of two numbers in a row: "二三十".
    pub low: Option<Decimal>,
    /// Whether it is an ordinal.
    pub ordinal: bool,
    /// Whether the value is only a lower bound ("hundreds").
    pub vague: bool,
    /// Whether it counts only with a unit or counted noun.
    pub weak: bool,
    /// Whether a prefix says "about".
    pub about: bool,
    /// Whether it is one token in digits.
    pub digits: bool,
    /// Whether a word inside says that it is more: "500余万".
    pub more: bool,
    /// Whether it is "one" where the word is an article too.
    pub sole: bool,
    /// The scale that it ends in: "million" of "2.5 million".
    pub scale: Option<Decimal>,
    /// The unit that is written onto it: "siebenjährige".
    pub unit: Option<UnitWord>,
    /// Whether it is written inside the noun that it counts: `طفلان`.
    pub within: bool,
}

impl Number {
    /// Makes it one below zero.
    pub fn negate(&mut self) {
        let high = self.low.map_or(self.value, |low| low);
        self.low = self.low.map(|_| -self.value);
        self.value = -high;
    }

    /// Nothing but where it stands.
    fn of(from: usize, to: usize) -> Self {
        Self {
            from,
            to,
            value: Decimal::ZERO,
            low: None,
            ordinal: false,
            vague: false,
            weak: false,
            about: false,
            digits: false,
            more: false,
            sole: false,
            scale: None,
            unit: None,
            within: false,
        }
    }
}

/// What stands at one place of a number.
pub(super) enum Piece {
    Literal(Decimal),
    Word(NumberWord),
}

/// Where the number that starts at token `at` ends, if one does. Words that count nothing are
/// skipped: the second value is the token to go on with.
pub(super) fn read(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> (Option<Number>, usize) {
    if inside_word(tokens, at) {
        return (None, at + 1);
    }
    let piece = piece(tokens, lexicon, at);
    if let Some((number, next)) = whole(tokens, lexicon, at)
        // "사흘", three days, begins as "사", four.
        && piece.as_ref().is_none_or(|(piece, end)| {
            *end <= next && !matches!(piece, Piece::Word(word) if word.role == Role::Never)
        })
    {
        return (Some(number), next);
    }
    let Some((piece, first)) = piece else {
        return (with_unit(tokens, lexicon, at), at + 1);
    };
    let mut from = at;
    let mut negative = false;
    let mut about = false;
    match &piece {
        Piece::Literal(_) => {}
        Piece::Word(word) => {
            about = word.about;
            match word.role {
                Role::Never => return (None, first),
                Role::OrdinalPrefix => return ordinal(tokens, lexicon, at, first),
                Role::Minus => {
                    // "al menos 30": part of a wording and no sign.
                    let start = first + usize::from(joins(tokens, first));
                    if lexicon.before.ending(tokens, first).is_some()
                        || prefixed(tokens, lexicon, start)
                    {
                        return (None, first);
                    }
                    if let (Some(mut number), next) = read(tokens, lexicon, start)
                        && number.from == start
                        && !number.value.is_sign_negative()
                    {
                        number.from = at;
                        number.negate();
                        number.weak = false;
                        number.sole = false;
                        return (Some(number), next);
                    }
                    return (None, first);
                }
                Role::Article => {
                    let joins = matches!(
                        self::piece(tokens, lexicon, first),
                        Some((
                            Piece::Word(NumberWord {
                                role: Role::Scale | Role::Plural | Role::Half | Role::Denominator,
                                and: false,
                                ..
                            }),
                            _
                        ))
                    );
                    // "uno e mezzo"
                    let and = matches!(self::piece(tokens, lexicon, first),
                        Some((Piece::Word(NumberWord { role: Role::And, .. }), end))
                            if matches!(self::piece(tokens, lexicon, end),
                                Some((Piece::Word(NumberWord { role: Role::Half, .. }), _))));
                    // "about a third": an ordinal has no such wording.
                    if let Some((Piece::Word(part), end)) = self::piece(tokens, lexicon, first)
                        && part.role == Role::Ordinal
                        && part.value > Decimal::TWO
                        && part.value <= Decimal::TEN
                        && matches!(lexicon.before.ending(tokens, at), Some((_, Bound::Is(_))))
                        && let Some(value) = Decimal::ONE.checked_div(part.value)
                    {
                        let number = Number {
                            value,
                            ..Number::of(at, end)
                        };
                        return (Some(number), end);
                    }
                    // "more than a year", "a year and two months": one, where a wording bounds it
                    // or a part follows.
                    let bounded = !joins
                        && matches!(lexicon.units_after.starting(tokens, first),
                            Some((end, unit)) if unit.dimension == "duration"
                                && (matches!(lexicon.before.ending(tokens, at),
                                    Some((_, Bound::Is(kind))) if bounds(kind))
                                    || and_lasts(tokens, lexicon, end)));
                    if bounded {
                        let number = Number {
                            value: Decimal::ONE,
                            ..Number::of(at, first)
                        };
                        return (Some(number), first);
                    }
                    if !joins && !and {
                        return (None, first);
                    }
                }
                Role::Short
                | Role::Inner
                | Role::Of
                | Role::And
                | Role::Mixes
                | Role::Point
                | Role::Denominator
                | Role::Ratio
                | Role::OrdinalSuffix => {
                    return (None, first);
                }
                _ => {}
            }
        }
    }
    if let Piece::Literal(_) = piece
        && let Some(sign) = at
            .checked_sub(1)
            .filter(|&sign| is_sign(tokens, lexicon, sign))
    {
        from = sign;
        negative = tokens.is_mark(sign, "-");
    }
    let Some((sum, to)) = longest(tokens, lexicon, at, true) else {
        return (None, first);
    };
    let Some(value) = sum.value() else {
        return (None, to);
    };
    if !sum.is_ratio() && runs_into_word(tokens, lexicon, at, to) {
        return (None, first);
    }
    let digits = to == at + 1 && matches!(piece, Piece::Literal(_));
    if !digits && opens_compound(tokens, lexicon, to) {
        return (None, first);
    }
    let mut number = Number {
        from,
        to,
        value: sum
            .row()
            .map_or(if negative { -value } else { value }, |(_, high)| high),
        low: sum.row().map(|(low, _)| low),
        ordinal: sum.ordinal,
        vague: sum.vague,
        weak: sum.weak,
        about,
        digits,
        more: sum.more,
        sole: to == first
            && matches!(
                piece,
                Piece::Word(NumberWord {
                    role: Role::Sole,
                    ..
                })
            ),
        scale: sum.scale(),
        within: false,
        unit: None,
    };
    if digits && let Some((value, end)) = quotient(tokens, at) {
        number.value = if negative { -value } else { value };
        number.to = end;
        number.digits = false;
        return (Some(number), end);
    }
    if digits && let Some(value) = pointed(tokens, lexicon, at) {
        let dot = at - 1;
        let sign = dot
            .checked_sub(1)
            .filter(|&sign| is_sign(tokens, lexicon, sign));
        number.from = sign.unwrap_or(dot);
        number.value = if sign.is_some_and(|sign| tokens.is_mark(sign, "-")) {
            -value
        } else {
            value
        };
        number.digits = false;
        return (Some(number), at + 1);
    }
    if digits && let Some(end) = ordinal_mark(tokens, lexicon, to) {
        number.to = end;
        number.ordinal = true;
    }
    let next = number.to;
    (Some(number), next)
}

/// Whether another length of time is joined on at `at`: "and two months".
fn and_lasts(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let Some((from, _)) = (lexicon.numbers.starting(tokens, at))
        .filter(|(_, word)| matches!(word.role, Role::And | Role::Mixes))
    else {
        return false;
    };
    longest(tokens, lexicon, from, false).is_some_and(|(_, to)| {
        matches!(lexicon.units_after.starting(tokens, to),
            Some((_, unit)) if unit.dimension == "duration")
    })
}

/// Whether a wording draws a line that the number does not cross.
fn bounds(kind: Approximation) -> bool {
    matches!(
        kind,
        Approximation::AtLeast
            | Approximation::MoreThan
            | Approximation::AtMost
            | Approximation::LessThan
            | Approximation::UpTo
    )
}

/// A number written inside what it counts: "a decade", `طفلان`.
fn whole(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<(Number, usize)> {
    let (mut end, whole) = lexicon.wholes.starting(tokens, at)?;
    // "طفلين اثنين"
    if let Some((stop, word)) = lexicon.numbers.starting(tokens, end)
        && word.role == Role::Add
        && word.value == whole.value
        && !word.and
    {
        end = stop;
    }
    let number = Number {
        value: whole.value,
        about: whole.about,
        unit: whole.unit,
        within: whole.unit.is_none(),
        ..Number::of(at, end)
    };
    Some((number, end))
}

/// A number word with a unit written onto it: "siebenjährige", "семилетний".
fn with_unit(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<Number> {
    let word = tokens.folded(at);
    let (unit, stem) = lexicon
        .endings
        .iter()
        .find_map(|(ending, unit)| Some((*unit, word.strip_suffix(&**ending)?)))?;
    // "tredicenne": the last vowel gives way.
    let found = ["", "i", "a", "o", "e"].iter().find_map(|vowel| {
        let word = format!("{stem}{vowel}");
        lexicon
            .numbers
            .word(&word)
            .or_else(|| lexicon.pieces.read(&word, lexicon.rules))
    })?;
    matches!(found.role, Role::Add | Role::Weak).then_some(Number {
        value: found.value,
        about: found.about,
        unit: Some(unit),
        ..Number::of(at, at + 1)
    })
}

/// A hyphen written together with what stands on both sides.
fn joins(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, "-") && tokens.attached(at) && tokens.attached(at + 1)
}

/// Whether a sign or ordinal prefix stands at `at`: two in a row are no number.
fn prefixed(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    matches!(
        piece(tokens, lexicon, at),
        Some((
            Piece::Word(NumberWord {
                role: Role::Minus | Role::OrdinalPrefix,
                ..
            }),
            _
        ))
    )
}

/// Whether token `at` is a syllable of Hangul.
fn is_hangul(tokens: &Tokens, at: usize) -> bool {
    tokens
        .folded(at)
        .chars()
        .next()
        .is_some_and(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c))
}

/// Whether token `at` is a Hangul syllable inside a word: particles look like number words.
fn inside_word(tokens: &Tokens, at: usize) -> bool {
    at > 0 && tokens.attached(at) && is_hangul(tokens, at) && is_hangul(tokens, at - 1)
}

/// Whether number words of Hangul are the first syllables of another word: "구조", "천막". After
/// a number stand its unit, counter, wording or particle.
fn runs_into_word(tokens: &Tokens, lexicon: &Lexicon, at: usize, to: usize) -> bool {
    if !is_hangul(tokens, to - 1) {
        return false;
    }
    let follows = |end: usize| tokens.attached(end) && is_hangul(tokens, end);
    let known = || {
        lexicon
            .units_after
            .starting(tokens, to)
            .map(|(end, _)| end)
            .or_else(|| lexicon.counted.starting(tokens, to).map(|(end, _)| end))
    };
    let words = (at..to).all(|at| tokens.literal(at).is_none());
    // A single syllable before a single syllable is far more often a word: "사회", "이번".
    if words
        && to == at + 1
        && matches!(
            lexicon.numbers.starting(tokens, at),
            Some((
                _,
                NumberWord {
                    role: Role::Part,
                    ..
                }
            ))
        )
    {
        let alone = to >= tokens.len() && at == 0;
        // "이 병원": set apart from what it would count it is another word.
        let apart = !tokens.attached(to) && lexicon.units_after.starting(tokens, to).is_none();
        return !alone && (apart || known().is_none_or(|end| end <= to + 1));
    }
    follows(to)
        && known().is_none()
        && lexicon.after.starting(tokens, to).is_none()
        && lexicon.ranges.starting(tokens, to).is_none()
        && lexicon.particles.starting(tokens, to).is_none()
        && lexicon.numbers.starting(tokens, to).is_none()
}

/// Whether a number word that ends before token `to` is the first part of another word: "ده‌بالا",
/// and not "سه‌ماهه".
fn opens_compound(tokens: &Tokens, lexicon: &Lexicon, to: usize) -> bool {
    tokens.get(to).is_some_and(|token| token.joined)
        && tokens.is_word(to)
        && lexicon.units_after.starting(tokens, to).is_none()
        && lexicon.counted.starting(tokens, to).is_none()
        && lexicon.after.starting(tokens, to).is_none()
        && lexicon.numbers.starting(tokens, to).is_none()
}

/// The longest run of pieces from token `at` that makes one number; with `mixes` a fraction may
/// be added to it.
pub(super) fn longest(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
    mixes: bool,
) -> Option<(Sum, usize)> {
    let mut sum = Sum::new(lexicon.rules);
    let mut next = at;
    let mut good: Option<(Sum, usize)> = None;
    // What to go back to when a scale does not fit what was added since the last one:
    // "two hundred three hundred".
    let mut stable: Option<(Sum, usize)> = None;
    loop {
        // "ו-300": behind a connector digits may follow the hyphen too.
        let here = if next == at {
            next
        } else if sum.joined {
            skip_hyphen_before_digits(tokens, next)
        } else {
            skip_hyphen(tokens, next)
        };
        if let Some(end) = more_inside(tokens, lexicon, here).filter(|_| sum.is_whole()) {
            sum.more = true;
            next = end;
            continue;
        }
        let Some((piece, end)) = piece_inside(tokens, lexicon, here, next > at) else {
            break;
        };
        let mut trial = sum.clone();
        let mut end = end;
        if next > at
            && mixes
            && let Some((value, stop)) = part_after(tokens, lexicon, here)
            && trial.mixed(value)
        {
            good = Some((trial.clone(), stop));
            sum = trial;
            next = stop;
            continue;
        }
        let (taken, scale) = match piece {
            Piece::Literal(value) => {
                let fits = sum.is_empty()
                    || sum.joined && (sum.scale().is_none() || sum.leaves(value))
                    || (tokens.attached(here) && next == here)
                    || sum.is_printed() && sum.leaves(value)
                    || scale_follows(tokens, lexicon, end);
                (fits && trial.literal(value), false)
            }
            Piece::Word(word) => match word.role {
                Role::Point => match fraction(tokens, lexicon, end) {
                    Some((digits, stop)) if sum.is_whole() => {
                        end = stop;
                        (trial.fraction(&digits), false)
                    }
                    _ => (false, false),
                },
                Role::Short => {
                    let fits = next > at
                        && tokens.literal(next - 1).is_some()
                        && fits_short(tokens, lexicon, at, here);
                    end = after_dot(tokens, lexicon, end);
                    (fits && trial.word(word), false)
                }
                // "3분의 일만": after the parts stands how many of them, and then a particle.
                role if sum.is_ratio()
                    && is_hangul(tokens, here)
                    && (word.value >= Decimal::from(10_000)
                        || sum.ends_in_digit() && !matches!(role, Role::Scale)) =>
                {
                    (false, false)
                }
                // "三十两": no one writes 32 so.
                Role::Part
                    if next > at
                        && !is_hangul(tokens, here)
                        && !scale_follows(tokens, lexicon, end) =>
                {
                    (false, false)
                }
                // "drei halbe Tage"
                Role::Half
                    if next > at
                        && lexicon.rules.units_first
                        && lexicon.rules.compounds
                        && !sum.joined
                        && word.value == Decimal::new(5, 1) =>
                {
                    (trial.divide(Decimal::TWO), false)
                }
                // "10 بالمئة" is a share and no ten hundreds.
                Role::Scale if next > at && is_unit(tokens, lexicon, here, end) => (false, false),
                role => (
                    trial.word(word),
                    matches!(role, Role::Scale | Role::Inner | Role::Plural),
                ),
            },
        };
        if !taken {
            if scale && let Some(stable) = stable.take() {
                good = Some(stable);
            }
            break;
        }
        if scale {
            stable = Some((trial.clone(), end));
        }
        if trial.is_whole() && !trial.runs_on() {
            good = Some((trial.clone(), end));
        }
        sum = trial;
        next = end;
    }
    good
}

/// The token after a word for "and some more" that stands before a scale: "500余万", "二十几万".
fn more_inside(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<usize> {
    if !tokens.attached(at) {
        return None;
    }
    let some = match lexicon.numbers.starting(tokens, at) {
        Some((end, word)) => {
            (word.role == Role::Vague && word.value == Decimal::ONE).then_some(end)
        }
        None => match lexicon.after.starting(tokens, at) {
            Some((end, Bound::Is(Approximation::MoreThan))) => Some(end),
            _ => None,
        },
    };
    some.filter(|&end| tokens.attached(end) && scale_follows(tokens, lexicon, end))
}

/// The token after the dot of an abbreviation inside a sentence: "2 тыс. человек".
fn after_dot(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
    let dot = tokens.is_mark(at, ".")
        && tokens.attached(at)
        && (tokens.is_word(at + 1) || tokens.literal(at + 1).is_some())
        && tokens
            .get(at + 1)
            .is_some_and(|token| token.spaced && (lexicon.noun_capitals || !token.capital));
    at + usize::from(dot)
}

/// Whether a short scale may be read at `at`: single letters are units too ("5 m"), so that
/// they must be written onto the digits, and in capitals or behind a currency.
fn fits_short(tokens: &Tokens, lexicon: &Lexicon, number: usize, at: usize) -> bool {
    let word = tokens.folded(at);
    if word.chars().count() > 1 || fold::stands_alone(word.chars().next().unwrap_or_default()) {
        return true;
    }
    let currency = lexicon
        .units_before
        .ending(tokens, number)
        .is_some_and(|(_, unit)| unit.dimension == "currency");
    let capital = tokens.get(at).is_some_and(|token| token.capital);
    // "100m 금메달": beside other scripts metres only.
    let foreign = tokens.is_word(at + 1) && tokens.folded(at + 1).chars().any(fold::stands_alone);
    // "2.7m people"
    let short = word == "m" && !foreign;
    let counts =
        short && (at + 1..at + 3).any(|next| lexicon.counted.starting(tokens, next).is_some());
    // "12.3m tonnes", "£5m"
    let amount = short
        && tokens.get(at + 1).is_some_and(|token| token.spaced)
        && lexicon
            .units_after
            .starting(tokens, at + 1)
            .is_some_and(|(_, unit)| unit.print != Print::Attached)
        || short && counts_decimal(tokens, lexicon, at);
    tokens.attached(at) && (word == "k" || capital || currency || counts || amount)
}

/// Whether a plural follows a decimal and "m", which are millions then: "2.7m combined sales".
/// Whole numbers are metres as well ("the 400m heats").
fn counts_decimal(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let decimal = at
        .checked_sub(1)
        .and_then(|at| tokens.literal(at)?.value)
        .is_some_and(|value| !value.fract().is_zero());
    decimal
        && (at + 1..tokens.len().min(at + 6))
            .take_while(|&at| tokens.is_word(at))
            .any(|at| counted::is_plural(tokens, lexicon, at))
}

/// Whether a scale belongs to a unit: "10 بالمئة" is a share and no ten hundreds, "12千米" are
/// kilometres, and so they are behind a larger scale: "30万千瓦时".
fn is_unit(tokens: &Tokens, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let digits = at
        .checked_sub(1)
        .and_then(|at| tokens.literal(at))
        .is_some();
    let larger = at
        .checked_sub(1)
        .and_then(|at| lexicon.numbers.starting(tokens, at))
        .is_some_and(|(stop, word)| stop == at && word.role == Role::Inner);
    lexicon
        .units_after
        .starting(tokens, at)
        .is_some_and(|(stop, unit)| {
            // "12 cents"
            stop >= end && unit.dimension == "share"
                || digits && (stop > end || unit.dimension == "currency")
                || larger && stop > end
        })
}

/// A piece of a number that has begun, where `inside`: "一百零一万一千" holds no "万一" (if ever).
fn piece_inside(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
    inside: bool,
) -> Option<(Piece, usize)> {
    match piece(tokens, lexicon, at)? {
        (Piece::Word(word), _) if inside && word.role == Role::Never => {
            let (end, word) = lexicon
                .numbers
                .starting_where(tokens, at, |_, word| word.role != Role::Never)?;
            // "cinco mil segundo a PSP": a preposition, and no second.
            (word.role != Role::Ordinal).then_some((Piece::Word(word), end))
        }
        found => Some(found),
    }
}

pub(super) fn piece(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<(Piece, usize)> {
    if let Some(literal) = tokens.literal(at) {
        return Some((Piece::Literal(literal.value?), at + 1));
    }
    if tokens.get(at).is_some_and(|token| token.damma)
        && let Some((end, word)) = lexicon.voweled.starting(tokens, at)
    {
        return Some((Piece::Word(word), end));
    }
    if let Some((end, word)) = lexicon.shares.starting(tokens, at)
        && (lexicon.articles.iter()).any(|article| tokens.folded(end).starts_with(article))
    {
        return Some((Piece::Word(word), end));
    }
    if let Some((end, word)) = lexicon.numbers.starting(tokens, at) {
        // "이십만 이천": Hangul that counts nothing stands in one word, without a space inside.
        let apart = word.role == Role::Never
            && is_hangul(tokens, at)
            && (at + 1..end).any(|at| !tokens.attached(at));
        if !apart {
            return Some((Piece::Word(word), end));
        }
        let (end, word) = lexicon
            .numbers
            .starting_where(tokens, at, |_, word| word.role != Role::Never)?;
        return Some((Piece::Word(word), end));
    }
    let word = lexicon.pieces.read(tokens.folded(at), lexicon.rules)?;
    Some((Piece::Word(word), at + 1))
}

pub(super) fn skip_hyphen(tokens: &Tokens, at: usize) -> usize {
    at + usize::from(joins(tokens, at) && tokens.is_word(at + 1))
}

fn scale_follows(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    matches!(
        piece(tokens, lexicon, at),
        Some((
            Piece::Word(NumberWord {
                role: Role::Scale | Role::Inner | Role::Plural | Role::Short,
                and: false,
                ..
            }),
            _
        ))
    )
}

/// A sign directly before digits, with nothing but space or an opening bracket before it.
pub(super) fn is_sign(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    (tokens.is_mark(at, "-") || tokens.is_mark(at, "+"))
        && tokens.attached(at + 1)
        && (!tokens.attached(at)
            || tokens.is_mark(at.wrapping_sub(1), "(")
            || after_kana(tokens, at)
            || after_symbol(tokens, lexicon, at))
}

/// Whether a symbol of a currency stands right before the sign: "$-50.8bn".
fn after_symbol(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    !tokens.is_word(at.wrapping_sub(1))
        && lexicon
            .units_before
            .ending(tokens, at)
            .is_some_and(|(_, unit)| unit.dimension == "currency")
}

/// Whether a particle in hiragana stands right before token `at`: "答えは-5".
fn after_kana(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| tokens.folded(before));
    before
        .and_then(|word| word.chars().next())
        .is_some_and(|c| ('\u{3041}'..='\u{3096}').contains(&c))
}

/// The end of what makes an ordinal of the digits before token `at`: "th", "-й", a dot in some
/// languages.
fn ordinal_mark(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<usize> {
    // "20 वीं": a suffix of Devanagari is no word of its own.
    let apart = || {
        tokens
            .folded(at)
            .starts_with(|c| ('\u{900}'..='\u{97f}').contains(&c))
    };
    if !tokens.attached(at) && !apart() {
        return None;
    }
    let suffix = skip_hyphen(tokens, at);
    let unit = lexicon.units_after.starting(tokens, at);
    if let Some((end, word)) = lexicon.numbers.starting(tokens, suffix)
        && word.role == Role::OrdinalSuffix
        && unit.is_none_or(|(stop, _)| stop <= end)
    {
        return Some(end);
    }
    let dot = lexicon.ordinal_dot
        && tokens.is_mark(at, ".")
        && tokens.is_word(at + 1)
        && !tokens.attached(at + 1)
        && tokens
            .literal(at - 1)
            .is_some_and(|literal| literal.digits <= 2);
    dot.then_some(at + 1)
}

/// The ordinal after a prefix: "第3", "ke-3".
fn ordinal(tokens: &Tokens, lexicon: &Lexicon, at: usize, first: usize) -> (Option<Number>, usize) {
    let start = skip_hyphen_before_digits(tokens, first);
    if !tokens.attached(first) || prefixed(tokens, lexicon, start) {
        return (None, first);
    }
    match read(tokens, lexicon, start) {
        (Some(number), next) if number.from == start => {
            let number = Number {
                from: at,
                ordinal: true,
                weak: false,
                ..number
            };
            (Some(number), next)
        }
        _ => (None, first),
    }
}

fn skip_hyphen_before_digits(tokens: &Tokens, at: usize) -> usize {
    at + usize::from(joins(tokens, at))
}
