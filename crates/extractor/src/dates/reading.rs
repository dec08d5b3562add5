//! What the words of one date say, before it is resolved.

use super::lexicon::{Bound, Calendar, Edge, Feast, Part, Unit};

/// The number of the last of several.
pub(super) const LAST: u32 = u32::MAX;

/// What the words of one date say. Every field is filled once at most.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reading {
    pub year: Option<i32>,
    pub calendar: Calendar,
    /// The month with which the year begins, where it is no calendar year.
    pub fiscal: Option<u8>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// The last day, where one month holds both ends: "3-5 May".
    pub last_day: Option<u8>,
    /// The last month of a stretch: 7～9月.
    pub last_month: Option<u8>,
    pub weekday: Option<u8>,
    /// "the same period": that which the text has last told of.
    pub same: bool,
    pub part: Option<Part>,
    /// Whether the part stands by itself: "in the morning".
    pub part_alone: bool,
    /// Hour, minute, second.
    pub time: Option<(u8, u8, u8)>,
    /// Whether the time is one with minutes.
    pub afternoon: Option<bool>,
    pub zone: Option<(usize, usize)>,
    /// Minutes that it is ahead of UTC.
    pub offset: Option<i16>,
    pub season: Option<u8>,
    /// The n-th of a larger period: "second quarter", "week 3", "19th century". With a weekday,
    /// the n-th of these: "the first Monday of May".
    pub nth: Option<(u32, Unit)>,
    /// Several of a larger period: "the first two weeks of 2021".
    pub several: Option<Several>,
    /// The unit around the day that the rest names: "the week of 10 April".
    pub around: Option<Unit>,
    /// How far from the day that the rest names: "two weeks before Easter".
    pub distance: Option<(Unit, i32)>,
    /// How long the stretch is that begins on the day that the rest names: "two weeks starting on
    /// 20 May". A negative one ends with it: "fiscal year to March".
    pub lasting: Option<(Unit, i32)>,
    /// Whether the word for the day also means nowadays: "heute".
    pub nowadays: bool,
    /// A unit away from now: "yesterday", "three years ago".
    pub away: Option<(Unit, i32)>,
    /// "last", "this", "next".
    pub shift: Option<i32>,
    /// The unit that the shift moves.
    pub unit: Option<Unit>,
    /// How many units: "the last three days".
    pub amount: Option<Amount>,
    /// First year of a decade.
    pub decade: Option<i32>,
    pub edge: Option<Edge>,
    pub bound: Option<Bound>,
    pub vague: Option<i32>,
    pub feast: Option<Feast>,
    /// The date already told of.
    pub anaphor: Option<(Unit, i32)>,
    /// How far it lies behind a day told of before it, or before it: "three days later".
    pub later: Option<(Unit, i32)>,
    /// Days away, back or ahead as the sentence looks.
    pub either: Option<i32>,
}

/// The first or last units of a larger period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Several {
    pub last: bool,
    pub count: u32,
    pub unit: Unit,
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Number(u32),
    Few,
}

impl Reading {
    /// Whether it names a date, not only a piece of one.
    pub fn is_date(&self) -> bool {
        self.year.is_some()
            || self.month.is_some()
            || self.day.is_some()
            || self.weekday.is_some()
            || self.away.is_some()
            || self.time.is_some()
            || self.decade.is_some()
            || self.vague.is_some()
            || self.feast.is_some()
            || self.anaphor.is_some()
            || self.later.is_some()
            || self.either.is_some()
            || self.same
            || self.season.is_some()
            || self.nth.is_some_and(|(_, unit)| {
                !matches!(unit, Unit::Day | Unit::Week | Unit::Month) || self.names_period()
            })
            || (self.several.is_some() && self.names_period())
            || (self.unit.is_some() && (self.shift.is_some() || self.edge.is_some()))
            || self.part_alone
            || (self.unit == Some(Unit::Weekend) && self.amount.is_none())
            || (self.part.is_some() && self.shift.is_some())
    }

    /// Whether it names a time and no day.
    pub fn is_only_time(&self) -> bool {
        self.time.is_some()
            && *self
                == Self {
                    time: self.time,
                    afternoon: self.afternoon,
                    part: self.part,
                    zone: self.zone,
                    offset: self.offset,
                    bound: self.bound,
                    ..Self::default()
                }
    }

    /// Whether nothing has been read that names a calendar date.
    pub fn has_no_calendar(&self) -> bool {
        self.year.is_none()
            && self.month.is_none()
            && self.day.is_none()
            && self.away.is_none()
            && self.decade.is_none()
            && self.vague.is_none()
            && self.feast.is_none()
            && self.anaphor.is_none()
            && self.later.is_none()
            && self.either.is_none()
            && !self.same
            && self.season.is_none()
            && self.nth.is_none()
            && self.several.is_none()
            && self.unit.is_none()
    }

    /// Whether nothing has been read that tells the year.
    pub fn has_no_year(&self) -> bool {
        self.year.is_none() && self.away.is_none() && self.anaphor.is_none() && self.shift.is_none()
    }

    /// Whether it names a month or year, of which something may be a part.
    pub fn names_period(&self) -> bool {
        self.year.is_some()
            || self.month.is_some()
            || matches!(self.away, Some((Unit::Month | Unit::Year, _)))
            || matches!(self.unit, Some(Unit::Month | Unit::Year))
    }
}
