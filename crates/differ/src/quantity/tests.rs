use super::*;
use segmenter::Span;

fn number(text: &str) -> Quantity {
    let (approximation, digits) = match text.split_once(' ') {
        Some(("about", digits)) => (Approximation::About, digits),
        Some(("least", digits)) => (Approximation::AtLeast, digits),
        Some(("over", digits)) => (Approximation::MoreThan, digits),
        Some(("upto", digits)) => (Approximation::UpTo, digits),
        _ => (Approximation::Exact, text),
    };
    Quantity {
        value: digits.parse().ok(),
        approximation,
        ..Quantity::default()
    }
}

fn measured(text: &str, id: &str, dimension: &str) -> Quantity {
    let unit = Unit {
        id: id.into(),
        dimension: dimension.into(),
        span: Span::default(),
    };
    Quantity {
        unit: Some(unit),
        ..number(text)
    }
}

#[test]
fn counts_are_judged_as_an_editor_would() {
    use Verdict::{Agrees, Compatible, Diverges};
    for (a, b, expected) in [
        ("1139", "1139", Agrees),
        ("1139", "1170", Diverges),
        ("about 1139", "1170", Diverges),
        ("about 30", "31", Compatible),
        ("about 45", "46", Compatible),
        ("about 45", "48", Diverges),
        ("about 12", "14", Compatible),
        ("about 12", "15", Diverges),
        ("30", "31", Diverges),
        ("least 34535", "over 34000", Compatible),
        ("least 60", "over 60", Compatible),
        ("over 34000", "34535", Compatible),
        ("least 12", "31", Diverges),
        ("1200", "1170", Compatible),
        ("1200", "1139", Diverges),
        ("1200", "1300", Diverges),
        ("4.5", "4.52", Compatible),
        ("6.2", "6.3", Diverges),
        ("2500000", "2500000", Agrees),
        ("about 1000", "1200", Diverges),
        ("upto 300", "280", Compatible),
        ("least 384", "over 484", Diverges),
        ("over 2000", "over 2300", Compatible),
        ("over 2000", "over 3100", Diverges),
        ("over 40", "least 50", Diverges),
        ("upto 50", "upto 47", Compatible),
        ("least 3", "least 4", Diverges),
        ("about 30", "about 40", Diverges),
        ("about 12", "about 10", Compatible),
        ("about 30000", "about 35000", Diverges),
        ("about 30000", "32500", Compatible),
        ("about 30", "about 35", Compatible),
        ("about 74", "about 75", Compatible),
        ("0", "0", Agrees),
        ("0", "3", Diverges),
    ] {
        assert_eq!(
            relation(&number(a), &number(b)),
            Some(expected),
            "{a} and {b}"
        );
        assert_eq!(
            relation(&number(b), &number(a)),
            Some(expected),
            "{b} and {a}"
        );
    }
}

#[test]
fn units_convert_and_currencies_do_not() {
    let km = measured("10", "kilometer", "length");
    let miles = measured("6.2", "mile", "length");
    assert_eq!(relation(&km, &miles), Some(Verdict::Compatible));
    assert_eq!(
        relation(&km, &measured("10000", "meter", "length")),
        Some(Verdict::Agrees)
    );
    for (a, b, expected) in [
        (
            measured("25", "basis-point", "share"),
            measured("0.25", "percentage-point", "share"),
            Some(Verdict::Agrees),
        ),
        (
            measured("20", "percent", "share"),
            number("0.2"),
            Some(Verdict::Agrees),
        ),
        (
            measured("80", "percent", "share"),
            measured("8", "tenth", "share"),
            Some(Verdict::Agrees),
        ),
        (
            measured("5", "percent", "share"),
            measured("5", "percentage-point", "share"),
            None,
        ),
        (
            measured("90", "day", "duration"),
            measured("3", "month", "duration"),
            Some(Verdict::Compatible),
        ),
        (
            measured("5800", "kilometer-per-hour", "speed"),
            measured("3600", "mile-per-hour", "speed"),
            Some(Verdict::Compatible),
        ),
        (
            measured("200", "mile", "length"),
            measured("300", "kilometer", "length"),
            Some(Verdict::Compatible),
        ),
        (
            measured("200", "mile", "length"),
            measured("360", "kilometer", "length"),
            Some(Verdict::Diverges),
        ),
        (
            measured("12", "nautical-mile", "length"),
            measured("about 20", "kilometer", "length"),
            Some(Verdict::Compatible),
        ),
        (
            measured("-40", "celsius", "temperature"),
            measured("-40", "fahrenheit", "temperature"),
            Some(Verdict::Compatible),
        ),
        (
            measured("19", "year-person", "age"),
            number("19"),
            Some(Verdict::Agrees),
        ),
        (measured("6", "year", "duration"), number("6"), None),
    ] {
        assert_eq!(
            relation(&a, &b),
            expected,
            "{} and {}",
            in_words(&a),
            in_words(&b)
        );
        assert_eq!(
            relation(&b, &a),
            expected,
            "{} and {}",
            in_words(&b),
            in_words(&a)
        );
    }
    let dollars = measured("10", "USD", "currency");
    assert_eq!(
        relation(&dollars, &measured("9", "EUR", "currency")),
        Some(Verdict::Compatible)
    );
    assert_eq!(relation(&dollars, &measured("20", "EUR", "currency")), None);
    assert_eq!(
        relation(&dollars, &measured("12", "USD", "currency")),
        Some(Verdict::Diverges)
    );
    assert_eq!(relation(&dollars, &km), None);
    // What was converted has another figure, but "$" stands for many dollars.
    let dollars = measured("350000", "USD", "currency");
    let euros = measured("350000", "EUR", "currency");
    assert!(is_figure_in_two_currencies(&dollars, &euros));
    let others = measured("350000", "AUD", "currency");
    assert!(!is_figure_in_two_currencies(&dollars, &others));
}

#[test]
fn degrees_of_no_scale_may_be_of_either() {
    let degrees = measured("80", "degree", "temperature");
    let heat = |value, scale| relation(&degrees, &measured(value, scale, "temperature"));
    assert_eq!(heat("80", "fahrenheit"), Some(Verdict::Agrees));
    assert_eq!(heat("27", "celsius"), Some(Verdict::Compatible));
    assert_eq!(heat("30", "celsius"), None);
}

#[test]
fn extreme_values_do_not_overflow() {
    let largest = Quantity {
        value: Some(Decimal::MAX),
        ..number("least 1")
    };
    assert_eq!(relation(&largest, &number("1")), Some(Verdict::Diverges));
}

#[test]
fn a_scale_in_place_of_the_next_is_a_slip() {
    let million = measured("1500000", "GBP", "currency");
    assert!(is_slip(
        &million,
        &measured("1500000000", "GBP", "currency")
    ));
    assert!(!is_slip(
        &million,
        &measured("1600000000", "GBP", "currency")
    ));
    assert!(is_slip(&number("3260000"), &number("3260000000")));
    // Of one digit alone chance makes as much.
    assert!(!is_slip(&number("2000000"), &number("2000000000")));
    let miles = measured("200", "mile", "length");
    assert!(is_slip(&miles, &measured("320", "meter", "length")));
    assert!(!is_slip(&miles, &measured("400", "meter", "length")));
}
