//! Fractions: in digits ("10 1/2", ".500"), added to a number ("and two fifths"), behind a decimal
//! point that is a word.

use super::lexicon::{Lexicon, NumberWord, Role};
use super::numbers::{Piece, is_sign, longest, piece, skip_hyphen};
use super::tokens::Tokens;
use rust_decimal::Decimal;

/// A fraction in digits, alone or after a whole number: "2/3", "10 1/2". Denominators are
/// those of everyday fractions; others are dates, scores or addresses.
pub(super) fn quotient(tokens: &Tokens, at: usize) -> Option<(Decimal, usize)> {
    let fraction = |at: usize| {
        if !(tokens.is_mark(at + 1, "/") && tokens.attached(at + 1) && tokens.attached(at + 2)) {
            return None;
        }
        let (over, under) = (tokens.literal(at)?.value?, tokens.literal(at + 2)?.value?);
        let everyday = [2, 3, 4, 5, 6, 8, 16].map(Decimal::from).contains(&under);
        (everyday && over < under && !over.is_zero())
            .then(|| over.checked_div(under))
            .flatten()
    };
    if let Some(value) = fraction(at) {
        return Some((value, at + 3));
    }
    let whole = tokens
        .literal(at)?
        .value
        .filter(|value| value.fract().is_zero())?;
    let part = fraction(at + 1).filter(|_| !tokens.attached(at + 1))?;
    Some((whole.checked_add(part)?, at + 4))
}

/// A number without a whole part: ".500".
pub(super) fn pointed(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<Decimal> {
    let dot = at.checked_sub(1)?;
    let literal = tokens
        .literal(at)
        .filter(|literal| !literal.separated && literal.digits < 12)?;
    let point = tokens.is_mark(dot, ".")
        || tokens.is_mark(dot, "٫")
        || lexicon.decimal == ',' && tokens.is_mark(dot, ",");
    let opens = !tokens.attached(dot)
        || dot
            .checked_sub(1)
            .is_some_and(|sign| is_sign(tokens, lexicon, sign));
    if !point || !opens || !tokens.attached(at) {
        return None;
    }
    let mut value = literal.value?;
    for _ in 0..literal.digits {
        value = value.checked_div(Decimal::TEN)?;
    }
    Some(value)
}

/// A fraction that a connector adds to the number before it: "and two fifths".
pub(super) fn part_after(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
) -> Option<(Decimal, usize)> {
    let Some((Piece::Word(and), start)) = piece(tokens, lexicon, at) else {
        return None;
    };
    let (over, end) = match and {
        NumberWord {
            role: Role::And | Role::Mixes,
            ..
        } => {
            // "103と3分の2": how many parts stands first.
            if lexicon.has_ratio
                && let Some((sum, end)) = longest(tokens, lexicon, start, false)
                && sum.is_ratio()
            {
                let value = sum.value().filter(|value| *value < Decimal::ONE)?;
                return Some((value, end));
            }
            match piece(tokens, lexicon, start)? {
                (Piece::Word(word), end) => (word, end),
                (Piece::Literal(_), _) => return None,
            }
        }
        // "وثلاثة أخماس": the connector is written onto the number; but "خمسة وسبعون جزءا من مئة".
        word if word.and && !(lexicon.rules.units_first && tens(word)) => (word, start),
        _ => return None,
    };
    let small = matches!(
        over.role,
        Role::Add | Role::Weak | Role::Sole | Role::Article
    ) && over.value < Decimal::ONE_HUNDRED;
    let end = skip_hyphen(tokens, end);
    // "fifty-four hundredths", "أربعة وخمسون جزءا من مئة"
    let (over, end) = match piece(tokens, lexicon, end) {
        Some((Piece::Word(units), stop))
            if matches!(units.role, Role::Add | Role::Weak)
                && !units.and
                && tens(over)
                && units.value < Decimal::TEN =>
        {
            let value = over.value + units.value;
            (NumberWord { value, ..over }, skip_hyphen(tokens, stop))
        }
        Some((Piece::Word(word), stop))
            if lexicon.rules.units_first && word.and && tens(word) && over.value < Decimal::TEN =>
        {
            let value = over.value + word.value;
            (NumberWord { value, ..over }, stop)
        }
        _ => (over, end),
    };
    let Some((Piece::Word(under), end)) = piece(tokens, lexicon, end).filter(|_| small) else {
        return None;
    };
    let one = over.role == Role::Article && under.role == Role::Ordinal;
    let parts = match under.role {
        _ if under.and => return None,
        Role::Denominator => under.value,
        Role::Ordinal if one && under.value > Decimal::TWO => under.value,
        Role::Half => Decimal::ONE.checked_div(under.value)?,
        _ => return None,
    };
    let value = over.value.checked_div(parts)?;
    (value < Decimal::ONE).then_some((value, end))
}

/// Whether a number word is one of whole tens from twenty on.
fn tens(word: NumberWord) -> bool {
    word.role == Role::Add
        && word.value >= Decimal::from(20)
        && (word.value % Decimal::TEN).is_zero()
}

/// The digits after a decimal point that is a word.
pub(super) fn fraction(
    tokens: &Tokens,
    lexicon: &Lexicon,
    mut at: usize,
) -> Option<(String, usize)> {
    let mut digits = String::new();
    let mut tens = false;
    // "1 point 25"
    if let Some(literal) = tokens.literal(at).filter(|literal| !literal.separated) {
        let value = literal.value?;
        return Some((format!("{value:0>width$}", width = literal.digits), at + 1));
    }
    while let Some((Piece::Word(word), end)) = piece(tokens, lexicon, at)
        && matches!(word.role, Role::Add | Role::Weak | Role::Part | Role::Sole)
        && (word.value < Decimal::TEN || digits.is_empty() && word.value < Decimal::ONE_HUNDRED)
        && digits.len() < 20
    {
        // "nokta yetmiş bir", "virgule cinquante deux": tens and units are one number.
        if tens && word.value < Decimal::TEN && !word.value.is_zero() {
            digits.pop();
            tens = false;
        } else {
            tens = digits.is_empty()
                && word.value >= Decimal::from(20)
                && (word.value % Decimal::TEN).is_zero();
        }
        digits.push_str(&word.value.to_string());
        at = end;
        // "vinte e oito" after the point
        if tens
            && lexicon.rules.join_tens
            && let Some((Piece::Word(and), next)) = piece(tokens, lexicon, at)
            && and.role == Role::And
        {
            at = next;
        }
    }
    (!digits.is_empty()).then_some((digits, at))
}
