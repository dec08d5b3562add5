//! What a report tells twice, for readers of two countries: a sum in two currencies, a measure in two
//! units, a time by two clocks. Both are one answer, and stand in one finding.

use crate::mentions::Said;
use crate::quantity;
use aligner::Report;
use extractor::{Date, Precision, Quantity};
use jiff::civil::DateTime;
use segmenter::Span;

/// Characters between an amount and the same in another currency: "60,000 dollars in prize money,
/// about 52,000 euros".
const SUMS: usize = 40;

/// The same between two units of a measure: "eight kilometers (five miles)".
const MEASURES: usize = 12;

/// The same between two times, with the name of a clock: "10 a.m. (4 p.m. Korean time)".
const TIMES: usize = 16;

/// Of each amount the one before it in its sentence that it tells again in another currency or unit.
pub(crate) fn amounts(reports: &[Report], said: &[Said<Quantity>]) -> Vec<Option<usize>> {
    again(said, |own, other| {
        let (a, b) = (&said[own].what, &said[other].what);
        let gap = between(reports, &said[other], &said[own]).map(|gap| gap.chars().count());
        let reach = if quantity::in_two_currencies(a, b) {
            SUMS
        } else if quantity::are_of_two_units(a, b) && quantity::may_be_one(a, b) {
            MEASURES
        } else {
            return false;
        };
        gap.is_some_and(|gap| gap <= reach)
    })
}

/// Of each time in brackets the one before it that it tells by another clock.
pub(crate) fn times(reports: &[Report], said: &[Said<Date>]) -> Vec<Option<usize>> {
    again(said, |own, other| {
        let (a, b) = (&said[own].what, &said[other].what);
        let clocks = [a, b].map(|date| date.precision) == [Precision::Time; 2];
        clocks
            && a.from.map(DateTime::time) != b.from.map(DateTime::time)
            && between(reports, &said[other], &said[own])
                .is_some_and(|gap| gap.contains(['(', '（']) && gap.chars().count() <= TIMES)
    })
}

/// Of each mention the last one before it in its sentence that it tells again.
fn again<T>(said: &[Said<T>], tells: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    (0..said.len())
        .map(|own| {
            let before = (0..said.len()).filter(|&other| {
                said[other].at == said[own].at && said[other].mention.span < said[own].mention.span
            });
            before
                .filter(|&other| tells(own, other))
                .max_by_key(|&other| said[other].mention.span)
        })
        .collect()
}

/// The text from the end of one mention to the start of a later one.
fn between<'a, T>(reports: &'a [Report], first: &Said<T>, then: &Said<T>) -> Option<&'a str> {
    let (from, to) = (first.mention.span.end, then.mention.span.start);
    let document = &reports.get(first.at.report)?.document;
    (from <= to).then(|| document.text_of(Span::new(from, to)))
}

/// Joins the slot of what is told again with the slot of what it tells, where that one `takes` it and all
/// that others have there `fits`. `of` is the report of each mention.
pub(crate) fn join(
    slots: &mut Vec<Vec<usize>>,
    of: &[usize],
    restated: &[Option<usize>],
    takes: impl Fn(&[usize]) -> bool,
    fits: impl Fn(usize, usize) -> bool,
) {
    for (own, original) in restated.iter().enumerate() {
        let Some(original) = *original else { continue };
        let slot = |mention: usize| slots.iter().position(|slot| slot.contains(&mention));
        let (Some(second), Some(first)) = (slot(own), slot(original)) else {
            continue;
        };
        let may_join = |x: usize, y: usize| {
            if of[x] == of[y] {
                of[x] == of[own] || restated[x] == Some(y) || restated[y] == Some(x)
            } else {
                fits(x, y)
            }
        };
        let mut pairs =
            (slots[first].iter()).flat_map(|&x| slots[second].iter().map(move |&y| (x, y)));
        let others = slots[second].iter().any(|&other| of[other] != of[own]);
        if first == second
            || !others && !takes(&slots[first])
            || !pairs.all(|(x, y)| may_join(x, y))
        {
            continue;
        }
        let moved = std::mem::take(&mut slots[second]);
        slots[first].extend(moved);
        slots[first].sort_unstable();
    }
    slots.retain(|slot| !slot.is_empty());
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn what_is_told_again_joins_what_it_tells() {
        // Report 0 tells mention 0 again as mention 1; report 1 has the first, report 2 the second.
        let of = [0, 0, 1, 2];
        let restated = [None, Some(0), None, None];
        let slots = || vec![vec![0, 2], vec![1, 3]];
        let mut joined = slots();
        join(&mut joined, &of, &restated, |_| true, |_, _| true);
        assert_eq!(joined, [[0, 1, 2, 3]]);
        let mut apart = slots();
        join(
            &mut apart,
            &of,
            &restated,
            |_| true,
            |x, y| (x.min(y), x.max(y)) != (2, 3),
        );
        assert_eq!(apart, slots());
    }
}
