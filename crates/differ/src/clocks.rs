//! Times that are one moment by the clocks of two places.

use crate::mentions::Said;
use crate::{Verdict, date, lexicon};
use aligner::Report;
use extractor::{Date, Precision};
use segmenter::Span;

/// The clocks by which the times of a statement are told.
pub(crate) struct Clocks<'a> {
    said: &'a [Said<Date>],
    /// Of each time the offset of its clock from UTC, in minutes.
    own: Vec<Option<i32>>,
    /// Whether the sentence of each names a clock.
    named: Vec<bool>,
    /// The offsets of the places that may be told of.
    places: Vec<i32>,
}

impl<'a> Clocks<'a> {
    pub(crate) fn of(reports: &[Report], said: &'a [Said<Date>]) -> Self {
        let own: Vec<Option<i32>> = said.iter().map(|said| clock(reports, said)).collect();
        let mut places: Vec<i32> = reports.iter().filter_map(offset).collect();
        let times: Vec<(&Date, Option<i32>)> = (said.iter().map(|said| &said.what))
            .zip(own.iter().copied())
            .collect();
        places.extend(date::local_offsets(&times));
        let named = said.iter().map(|said| names_clock(reports, said)).collect();
        Self {
            said,
            own,
            named,
            places,
        }
    }

    /// Whether two times are one moment, by clocks of which one is named, or by those of their readers
    /// where a third time names a clock and agrees with both: where no report says whose clock it means,
    /// 20:00 and 21:00 are two times.
    pub(crate) fn one_moment(&self, a: usize, b: usize) -> bool {
        let named = |a: usize, b: usize| self.named[a] || self.named[b];
        let same = |a: usize, b: usize| {
            let times = [a, b].map(|at| self.said[at].what.precision) == [Precision::Time; 2];
            let equal = times
                && date::relation(&self.said[a].what, &self.said[b].what) != Verdict::Diverges;
            equal || self.may_be_one(a, b)
        };
        let by_third = |c: usize| self.named[c] && c != a && c != b && same(a, c) && same(b, c);
        if self.part_there(a, b) || self.part_there(b, a) {
            return true;
        }
        if named(a, b) {
            return self.may_be_one(a, b);
        }
        self.own[a] != self.own[b] && self.may_be_one(a, b) && (0..self.said.len()).any(by_third)
    }

    fn may_be_one(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.said[a].what, &self.said[b].what);
        date::by_two_clocks(one, other, [self.own[a], self.own[b]], &self.places)
    }

    /// Whether a time by a clock that is named falls into a part of the day of another report's readers.
    fn part_there(&self, part: usize, time: usize) -> bool {
        let (whole, told) = (&self.said[part].what, &self.said[time].what);
        let kinds =
            [whole, told].map(|date| date.precision) == [Precision::DayPart, Precision::Time];
        let dated = kinds && self.named[time] && !told.undated;
        let ahead = self.own[part].zip(self.own[time]).filter(|_| dated);
        ahead
            .and_then(|(there, here)| date::moved(told, there - here))
            .is_some_and(|moved| date::relation(whole, &moved) != Verdict::Diverges)
    }
}

/// Whether the sentence of a time names the clock that it goes by: "Moscow time", 現地時間.
fn names_clock(reports: &[Report], said: &Said<Date>) -> bool {
    if said.what.precision != Precision::Time {
        return false;
    }
    let Some(report) = reports.get(said.at.report) else {
        return false;
    };
    let document = &report.document;
    let Some(line) = document.sentences.get(said.at.sentence) else {
        return false;
    };
    let clocks = &lexicon::of(document.language_of(said.at.sentence)).clocks;
    let named = || clocks.find(document, said.at.sentence, line.span);
    // "EST" in capitals is a clock, and "est" none.
    let as_listed = |(span, form): &(Span, &str)| document.text_of(*span).starts_with(form);
    said.what.zone.is_some() || named().iter().any(as_listed)
}

/// The offset from UTC, in minutes, of the clock that a time names, or else of its report's readers.
fn clock(reports: &[Report], said: &Said<Date>) -> Option<i32> {
    let report = reports.get(said.at.report)?;
    said.what.offset.map(i32::from).or_else(|| offset(report))
}

/// The offset from UTC at which a report was published, in minutes.
fn offset(report: &Report) -> Option<i32> {
    let published = report.document.article.published.as_deref()?;
    let pieces = jiff::fmt::temporal::Pieces::parse(published).ok()?;
    Some(pieces.to_numeric_offset()?.seconds() / 60)
}
