//! A whole and its parts: "seven dead, two of them civilians" and "five soldiers and two civilians".

use crate::mentions::Said;
use crate::quantity;
use aligner::Report;
use extractor::{Approximation, Quantity, Scope};
use rust_decimal::Decimal;
use segmenter::Span;

/// Whether one of two numbers that differ is the other one and a third together, which stands in the
/// other's sentence and counts the like: the whole does not answer its part.
pub(crate) fn are_whole_and_part(
    reports: &[Report],
    said: &[Said<Quantity>],
    a: usize,
    b: usize,
) -> bool {
    let whole = |whole: usize, part: usize| {
        if !matches!(
            said[whole].what.approximation,
            Approximation::Exact | Approximation::About
        ) {
            return false;
        }
        let mut rest =
            (0..said.len()).filter(|&rest| rest != part && said[rest].at == said[part].at);
        rest.any(|rest| {
            let of_like = quantity::may_add(&said[part].what, &said[rest].what)
                && quantity::may_add(&said[whole].what, &said[rest].what);
            of_like
                && !is_some_of(reports, &said[part], &said[rest])
                && sum(&said[part].what, &said[rest].what)
                    .is_some_and(|sum| quantity::may_be_one(&said[whole].what, &sum))
        })
    };
    whole(a, b) || whole(b, a)
}

/// Whether of two counts of what befell people the one behind counts some of those before: a mark parts
/// them, as in "53 were hurt, 7 of them badly".
fn is_some_of(reports: &[Report], a: &Said<Quantity>, b: &Said<Quantity>) -> bool {
    const MARKS: &[char] = &[',', '،', '、', '，', ';', '(', '（'];
    let (first, second) = if a.mention.span < b.mention.span {
        (a, b)
    } else {
        (b, a)
    };
    let document = reports.get(a.at.report).map(|report| &report.document);
    let gap = document.map(|document| {
        let start = first.mention.span.end;
        document.text_of(Span::new(start, second.mention.span.start.max(start)))
    });
    quantity::is_fate(&first.what) && gap.is_some_and(|gap| gap.contains(MARKS))
}

/// One number and what is told beside it together; nothing of a number that counts some of the other's.
fn sum(part: &Quantity, rest: &Quantity) -> Option<Quantity> {
    let value = part
        .value?
        .checked_add(rest.value.filter(|rest| *rest > Decimal::ONE)?)?;
    let counted = |of: &Quantity| !matches!(of.scope, Scope::Part);
    let exact = |of: &Quantity| of.approximation == Approximation::Exact;
    (counted(part) && counted(rest) && exact(part) && exact(rest)).then(|| Quantity {
        value: Some(value),
        low: None,
        high: None,
        ..part.clone()
    })
}
