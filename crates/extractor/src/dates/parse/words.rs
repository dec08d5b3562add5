//! Words of the calendar and the clock.

use super::Parser;
use super::numbers::take_decade;
use crate::dates::atoms::{Number, What};
use crate::dates::lexicon::{Bound, Calendar, Edge, Part, Sense, Unit};
use crate::dates::reading::{LAST, Reading};

impl Parser<'_> {
    /// Whether what stands before a part of the day lets it stand by itself: "in the morning",
    /// "bis zum Abend", "at midnight".
    fn led_part(&self, at: usize, part: Part) -> bool {
        // "through the night" is a duration.
        let until = !matches!(part, Part::Night | Part::Daytime);
        let leads = |s: Sense| match s {
            Sense::In | Sense::Bound(Bound::Since | Bound::From) => true,
            Sense::Bound(Bound::Until) => until,
            Sense::Bound(_) | Sense::Lead(Unit::Hour) => part == Part::Midnight,
            _ => false,
        };
        // "शाम तक", "akşama kadar"
        let closed = until
            && self.follows(at + 1)
            && self.is(at + 1, |s| s == Sense::Bound(Bound::Until))
            && !self.follows(at + 2);
        closed
            || at > 0
                && self.follows(at)
                && (self.is(at - 1, leads) || self.is(self.before_glue(at), leads))
    }

    /// The unit away from now that the word at `at` names too: 年底.
    fn offset_of(&self, at: usize) -> Option<(Unit, i32)> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Offset(unit, by, None) => Some((unit, by)),
            _ => None,
        })
    }

    /// How many years away the word at `at` points too: 昨夏.
    fn year_of(&self, at: usize) -> Option<i32> {
        self.offset_of(at)
            .and_then(|(unit, by)| (unit == Unit::Year).then_some(by))
    }

    /// Counts a decade by its tens from the last turn of a century of the Solar Hijri calendar,
    /// where that is the calendar of the language and no era follows: دهه ۶۰.
    fn count_as_persian(&self, after: usize, number: Number, reading: &mut Reading) {
        let start = i32::try_from(number.value)
            .unwrap_or(i32::MAX)
            .saturating_add(1300);
        let era = self.follows(after) && self.is(after, |s| matches!(s, Sense::Era(_)));
        if number.digits == 2 && !era && self.lexicon.is_persian(start) {
            reading.decade = Some(start);
            reading.calendar = Calendar::Persian;
        }
    }

    /// Takes what a word says into the reading, if it fits, and gives the atom after.
    pub(super) fn take_word(
        &self,
        at: usize,
        sense: Sense,
        reading: &mut Reading,
    ) -> Option<usize> {
        let next = at + 1;
        match sense {
            // "أيار/مايو", "سبتمبر أيلول": two names of one month.
            Sense::Month(month, calendar)
                if reading.month == Some(month)
                    && reading.calendar == calendar
                    && self.is_second_name(at) =>
            {
                Some(next)
            }
            Sense::Month(month, calendar) => {
                // "לאחרונה באפריל": two dates.
                if reading.month.is_some()
                    || reading.vague.is_some()
                    || !(matches!(
                        reading.away.map(|(unit, _)| unit).or(reading.unit),
                        None | Some(Unit::Year)
                    ) || reading.day.is_some() && reading.weekday.is_some())
                    || reading.season.is_some()
                    || (reading.year.is_some() && reading.calendar != calendar)
                {
                    return None;
                }
                // After a year only where years stand first, as in "2024 May 5".
                reading.month = Some(month);
                reading.calendar = calendar;
                Some(next)
            }
            Sense::Weekday(day) => {
                if reading.weekday.is_some() || reading.vague.is_some() || reading.decade.is_some()
                {
                    return None;
                }
                // "the last Monday of May"
                if reading.shift == Some(-1)
                    && reading.has_no_calendar()
                    && self.period_follows(next)
                    && !self.is(next, |s| matches!(s, Sense::Month(..)))
                {
                    reading.shift = None;
                    reading.nth = Some((LAST, Unit::Day));
                }
                reading.weekday = Some(day);
                Some(next)
            }
            Sense::Decade(tens) => {
                if !reading.has_no_calendar() {
                    return None;
                }
                reading.decade = Some(1900 + tens as i32);
                Some(next)
            }
            Sense::Part(part) => {
                if reading.part.is_some() {
                    return None;
                }
                reading.part = Some(part);
                reading.part_alone = *reading
                    == Reading {
                        part: Some(part),
                        edge: reading.edge,
                        ..Reading::default()
                    }
                    && part != Part::Eve
                    && (reading.edge.is_some() || self.is_adverb(at) || self.led_part(at, part));
                Some(next)
            }
            Sense::Season(season) => {
                if reading.season.is_some() || reading.month.is_some() || reading.weekday.is_some()
                {
                    return None;
                }
                reading.season = Some(season);
                // 昨夏: the word says of which year.
                if reading.away.is_none() {
                    reading.away = self.year_of(at).map(|by| (Unit::Year, by));
                }
                Some(next)
            }
            Sense::Edge(edge) => {
                // After a day it begins something else.
                let opens = edge == Edge::Since && *reading != Reading::default();
                // "שלשום באמצע": a day has no middle.
                let of_day = edge == Edge::Middle && matches!(reading.away, Some((Unit::Day, _)));
                if opens
                    || of_day
                    || reading.edge.is_some()
                    || reading.day.is_some()
                    || reading.part.is_some()
                {
                    return None;
                }
                // 年底: of the year of publication, where the text names no other.
                if *reading == Reading::default()
                    && let Some((unit, by)) = self.offset_of(at)
                {
                    reading.away = Some((unit, by));
                }
                reading.edge = Some(edge);
                Some(next)
            }
            Sense::Vague(when) => (*reading == Reading::default()).then(|| {
                reading.vague = Some(when);
                next
            }),
            Sense::Feast(feast) => {
                // 去年圣诞节, "2024 Noel"
                let of_year = Reading {
                    year: None,
                    away: reading.away.filter(|(unit, _)| *unit != Unit::Year),
                    ..reading.clone()
                };
                if !of_year.has_no_calendar() {
                    return None;
                }
                reading.feast = Some(feast);
                Some(next)
            }
            Sense::Era(calendar) => {
                if reading.calendar != Calendar::Gregorian && reading.calendar != calendar {
                    return None;
                }
                // "سال جاری میلادی"
                let this_year = matches!(calendar, Calendar::Offset(0))
                    && (reading.unit == Some(Unit::Year)
                        || matches!(reading.away, Some((Unit::Year, _))));
                let after_year = this_year
                    || reading.year.is_some()
                    || matches!(reading.nth, Some((_, Unit::Century)));
                let before_year = self.follows(next)
                    && (self.digits(next).is_some()
                        || self.number(next).is_some()
                            && (self.mark(next + 1, Unit::Year)
                                || self.mark(next + 1, Unit::Century)
                                || self.unit(next + 1) == Some(Unit::Century)));
                (after_year || before_year).then(|| {
                    reading.calendar = calendar;
                    next
                })
            }
            Sense::HalfDay(afternoon) => {
                let before_hour = self.follows(next) && self.number(next).is_some();
                (reading.afternoon.is_none() && (reading.time.is_some() || before_hour)).then(
                    || {
                        reading.afternoon = Some(afternoon);
                        next
                    },
                )
            }
            Sense::Time(hour, minute) => reading.time.is_none().then(|| {
                reading.time = Some((hour, minute, 0));
                next
            }),
            Sense::ToHour(minutes) => self.take_minutes_to(at, minutes, reading),
            Sense::Zone(offset) => {
                let atom = self.atoms.get(at)?;
                (reading.time.is_some() && reading.zone.is_none()).then(|| {
                    reading.zone = Some((atom.start, atom.end));
                    reading.offset = offset;
                    next
                })
            }
            Sense::Lead(unit) => {
                if !self.follows(next) {
                    return None;
                }
                if unit == Unit::Hour
                    && matches!(
                        self.atoms.get(next)?.what,
                        What::Clock(..) | What::Pair(..) | What::PartHour(..)
                    )
                {
                    return Some(next);
                }
                let number = self.number(next)?;
                let fits = match unit {
                    Unit::Year => {
                        let fits = number.digits == 4 && reading.year.is_none();
                        if fits && *reading == Reading::default() {
                            reading.fiscal = self.fiscal(at);
                        }
                        fits
                    }
                    Unit::Decade => {
                        let after = take_decade(next, number, reading)?;
                        self.count_as_persian(after, number, reading);
                        return Some(after);
                    }
                    Unit::Hour => number.value <= 24 && reading.time.is_none(),
                    Unit::Day => {
                        // "지난 9월": a month, and no day.
                        let month = self.mark(next + 1, Unit::Month);
                        let free = reading.day.is_none() && reading.month.is_none() && !month;
                        let marked = self.mark(next + 1, Unit::Day);
                        // "지난 3주"
                        let counts = self.follows(next + 1) && self.unit(next + 1).is_some();
                        let day = (1..=31).contains(&number.value) && (marked || !counts);
                        if free && day && !self.dated(next + 1) {
                            reading.day = Some(number.value as u8);
                            return Some(next + 1 + usize::from(marked));
                        }
                        free && !counts
                    }
                    _ => false,
                };
                fits.then_some(next)
            }
            Sense::Nth(number, unit) => {
                let of_year = matches!(reading.away, Some((Unit::Year, _)))
                    || reading.unit == Some(Unit::Year)
                    || reading.year.is_some();
                // A week or day by its number is one of a month or year.
                let of_period = matches!(unit, Unit::Week | Unit::Day | Unit::Month);
                if of_period && !self.period_around(next, reading) {
                    return None;
                }
                let of_year = of_year && reading.month.is_none() || of_period;
                let fits = reading.nth.is_none() && (reading.has_no_calendar() || of_year);
                fits.then(|| {
                    reading.nth = Some((number, unit));
                    next
                })
            }
            // 2025年3月期
            Sense::Ending if reading.month.is_some() => {
                let whole = reading.day.is_none() && reading.lasting.is_none();
                if !whole || !self.follows(at) {
                    return None;
                }
                // 1～3月期 is a quarter.
                if reading.last_month.is_none() {
                    reading.lasting = Some((Unit::Year, -1));
                }
                Some(next)
            }
            Sense::Ending => {
                let month = self.is(self.past_glue(next), |s| matches!(s, Sense::Month(..)));
                let opens = *reading == Reading::default() && self.follows(next);
                (opens && month).then(|| {
                    reading.lasting = Some((Unit::Year, -1));
                    next
                })
            }
            Sense::Same => (!reading.same).then(|| {
                reading.same = true;
                next
            }),
            _ => self.take_relative(at, sense, reading),
        }
    }
}
