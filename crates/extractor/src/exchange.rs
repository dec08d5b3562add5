//! What currencies are worth, roughly: enough to see that two sums may be one, told at home and
//! abroad, never to say that they differ.

use rust_decimal::Decimal;

/// Units of a currency that a US dollar bought in 2025, rounded, by ISO code. Left out are those
/// with official rates that nobody pays and those that halved within a year.
const PER_DOLLAR: &[(&str, i64, u32)] = &[
    ("AED", 367, 2),
    ("AUD", 15, 1),
    ("BDT", 122, 0),
    ("BGN", 17, 1),
    ("BRL", 55, 1),
    ("CAD", 14, 1),
    ("CHF", 8, 1),
    ("CLP", 950, 0),
    ("CNY", 72, 1),
    ("COP", 4_100, 0),
    ("CZK", 22, 0),
    ("DKK", 66, 1),
    ("DZD", 130, 0),
    ("EUR", 88, 2),
    ("GBP", 75, 2),
    ("HKD", 78, 1),
    ("HUF", 350, 0),
    ("IDR", 16_400, 0),
    ("ILS", 35, 1),
    ("INR", 86, 0),
    ("IQD", 1_310, 0),
    ("JOD", 71, 2),
    ("JPY", 150, 0),
    ("KES", 129, 0),
    ("KRW", 1_400, 0),
    ("KWD", 31, 2),
    ("KZT", 520, 0),
    ("LKR", 300, 0),
    ("MAD", 92, 1),
    ("MXN", 19, 0),
    ("MYR", 43, 1),
    ("NOK", 102, 1),
    ("NPR", 138, 0),
    ("NZD", 17, 1),
    ("OMR", 38, 2),
    ("PEN", 36, 1),
    ("PHP", 57, 0),
    ("PKR", 282, 0),
    ("PLN", 37, 1),
    ("QAR", 364, 2),
    ("RON", 44, 1),
    ("RSD", 103, 0),
    ("RUB", 85, 0),
    ("SAR", 375, 2),
    ("SEK", 96, 1),
    ("SGD", 13, 1),
    ("THB", 33, 0),
    ("TND", 3, 0),
    ("TRY", 40, 0),
    ("TWD", 31, 0),
    ("UAH", 415, 1),
    ("USD", 1, 0),
    ("VND", 26_000, 0),
    ("ZAR", 18, 0),
];

/// How far rates have moved over the years that reports are from, as a factor either way.
const DRIFT: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// Whether two sums in two currencies may be one, by what the currencies were worth in 2025 and half
/// as much more or less; not where a rate is not known.
///
/// ```
/// use extractor::exchange::may_be_one_sum;
/// let (dollars, euros) = (186_000_000.into(), 160_000_000.into());
/// assert!(may_be_one_sum((dollars, "USD"), (euros, "EUR")));
/// assert!(!may_be_one_sum((dollars, "USD"), (euros, "JPY")));
/// ```
pub fn may_be_one_sum(a: (Decimal, &str), b: (Decimal, &str)) -> bool {
    let dollars = |(value, code): (Decimal, &str)| {
        let at = PER_DOLLAR.binary_search_by_key(&code, |(known, ..)| known);
        let (_, mantissa, places) = PER_DOLLAR.get(at.ok()?)?;
        value.checked_div(Decimal::new(*mantissa, *places))
    };
    let (Some(a), Some(b)) = (dollars(a), dollars(b)) else {
        return false;
    };
    let (less, more) = (a.min(b), a.max(b));
    less > Decimal::ZERO && less.checked_mul(DRIFT).is_some_and(|reach| more <= reach)
}

#[cfg(test)]
mod tests {
    use super::PER_DOLLAR;

    #[test]
    fn rates_are_sorted_by_code() {
        assert!(PER_DOLLAR.is_sorted_by(|a, b| a.0 < b.0));
    }
}
