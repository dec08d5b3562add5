//! What the words of a date say.

use super::Parser;
use super::numbers::take_decade;
use crate::dates::atoms::What;
use crate::dates::lexicon::{Calendar, Sense, Side, Unit};
use crate::dates::reading::{Amount, Reading};

impl Parser<'_> {
    pub(super) fn take_word(
        &self,
        at: usize,
        sense: Sense,
        reading: &mut Reading,
    ) -> Option<usize> {
        let next = at + 1;
        match sense {
            Sense::Month(month, calendar) => {
                if reading.month.is_some()
                    || !matches!(
                        reading.away.map(|(unit, _)| unit).or(reading.unit),
                        None | Some(Unit::Year)
                    )
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
                reading.weekday = Some(day);
                Some(next)
            }
            Sense::Offset(unit, by, part) => {
                if !reading.has_no_calendar() || reading.weekday.is_some() && unit != Unit::Week {
                    return None;
                }
                reading.away = Some((unit, by));
                reading.part = reading.part.or(part);
                Some(next)
            }
            Sense::Either(by) => reading.has_no_calendar().then(|| {
                reading.either = Some(by);
                next
            }),
            Sense::Decade(tens) => {
                if !reading.has_no_calendar() {
                    return None;
                }
                reading.decade = Some(1900 + tens as i32);
                Some(next)
            }
            Sense::Pair(count, unit) => {
                let after = |at: usize| {
                    self.senses(at).find_map(|(s, _)| match s {
                        Sense::Ago(sign, Side::After) if self.follows(at) => Some(sign),
                        _ => None,
                    })
                };
                if !reading.has_no_calendar() {
                    return None;
                }
                let sign = after(next)?;
                reading.away = Some((unit, sign.saturating_mul(count as i32)));
                Some(next + 1)
            }
            Sense::Anaphor(unit, by, part) => reading.has_no_calendar().then(|| {
                reading.anaphor = Some((unit, by));
                reading.part = reading.part.or(part);
                next
            }),
            Sense::Shift(by) => {
                if reading.shift.is_some() || reading.away.is_some() || reading.year.is_some() {
                    return None;
                }
                let beside = self.past_glue(next);
                let shiftable = |at: usize| {
                    self.follows(at)
                        && (self.is(at, |s| {
                            matches!(
                                s,
                                Sense::Unit(_)
                                    | Sense::Weekday(_)
                                    | Sense::Month(..)
                                    | Sense::Season(_)
                                    | Sense::Part(_)
                                    | Sense::Feast(_)
                            )
                        }) || (self.amount(at).is_some() && self.unit(at + 1).is_some()))
                };
                let fits = shiftable(next)
                    || shiftable(beside)
                    || reading.weekday.is_some()
                    || reading.month.is_some()
                    || reading.unit.is_some()
                    || reading.season.is_some()
                    || reading.part.is_some();
                fits.then(|| {
                    reading.shift = Some(by);
                    next
                })
            }
            Sense::Unit(unit) => {
                // "October 7 last year"; otherwise the unit stands for itself.
                let completes = reading.year.is_none()
                    && reading.away.is_none()
                    && ((unit == Unit::Year && reading.month.is_some())
                        || (unit == Unit::Month
                            && reading.day.is_some()
                            && reading.month.is_none())
                        || (unit == Unit::Week && reading.weekday.is_some()));
                let fits = reading.has_no_calendar() || reading.nth.is_some() || completes;
                if reading.unit.is_some() || !fits {
                    return None;
                }
                let after = |test: fn(Sense) -> bool| self.follows(next) && self.is(next, test);
                // "days ago"
                if *reading == Reading::default()
                    && after(|s| matches!(s, Sense::Ago(-1, Side::After)))
                    && !after(|s| matches!(s, Sense::Shift(_)))
                {
                    reading.vague = Some(-1);
                    return Some(next + 1);
                }
                let shifted = reading.shift.is_some() || after(|s| matches!(s, Sense::Shift(_)));
                (shifted || reading.edge.is_some()).then(|| {
                    reading.unit = Some(unit);
                    next
                })
            }
            Sense::WeekdayOf(weeks, day) => {
                if !reading.has_no_calendar() || reading.weekday.is_some() {
                    return None;
                }
                reading.away = Some((Unit::Week, weeks));
                reading.weekday = Some(day);
                Some(next)
            }
            Sense::Few => {
                let unit = self.unit(next).filter(|_| self.follows(next))?;
                let sign = self.senses(next + 1).find_map(|(s, _)| match s {
                    Sense::Ago(sign, Side::After) => Some(sign),
                    _ => None,
                });
                if let Some(sign) = sign
                    && reading.has_no_calendar()
                {
                    reading.vague = Some(sign);
                    return Some(next + 2);
                }
                (reading.shift.is_some() && reading.unit.is_none()).then(|| {
                    reading.unit = Some(unit);
                    reading.amount = Some(Amount::Few);
                    next + 1
                })
            }
            Sense::Ago(sign, Side::Before) => {
                if !reading.has_no_calendar() {
                    return None;
                }
                let mut at = next;
                let pair = self.senses(at).find_map(|(s, _)| match s {
                    Sense::Pair(count, unit) => Some((count, unit)),
                    _ => None,
                });
                if let Some((count, unit)) = pair {
                    reading.away = Some((unit, sign.saturating_mul(count as i32)));
                    return Some(at + 1);
                }
                let amount = self.follows(at).then(|| self.amount(at))??;
                at = self.past_glue(at + 1);
                let unit = self.unit(at).filter(|_| self.follows(at))?;
                match amount {
                    Amount::Few => reading.vague = Some(sign),
                    Amount::Number(number) => {
                        reading.away =
                            Some((unit, sign.saturating_mul(i32::try_from(number).ok()?)));
                    }
                }
                Some(at + 1)
            }
            Sense::Part(part) => {
                if reading.part.is_some() {
                    return None;
                }
                reading.part = Some(part);
                Some(next)
            }
            Sense::Season(season) => {
                if reading.season.is_some() || reading.month.is_some() || reading.weekday.is_some()
                {
                    return None;
                }
                reading.season = Some(season);
                Some(next)
            }
            Sense::Edge(edge) => {
                if reading.edge.is_some() {
                    return None;
                }
                reading.edge = Some(edge);
                Some(next)
            }
            Sense::Vague(when) => (*reading == Reading::default()).then(|| {
                reading.vague = Some(when);
                next
            }),
            Sense::Feast(feast) => {
                if !reading.has_no_calendar() {
                    return None;
                }
                reading.feast = Some(feast);
                Some(next)
            }
            Sense::Era(calendar) => {
                if reading.calendar != Calendar::Gregorian && reading.calendar != calendar {
                    return None;
                }
                let after_year = reading.year.is_some();
                let before_year = self.follows(next) && self.number(next).is_some();
                (after_year || before_year).then(|| {
                    reading.calendar = calendar;
                    next
                })
            }
            Sense::BeforeChrist => {
                let year = reading.year.filter(|_| reading.month.is_none())?;
                reading.year = Some(1 - year);
                Some(next)
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
            Sense::Zone => {
                let atom = self.atoms.get(at)?;
                (reading.time.is_some() && reading.zone.is_none()).then(|| {
                    reading.zone = Some((atom.start, atom.end));
                    next
                })
            }
            Sense::Lead(unit) => {
                let number = self.follows(next).then(|| self.number(next))??;
                let fits = match unit {
                    Unit::Year => number.digits == 4 && reading.year.is_none(),
                    Unit::Decade => return take_decade(next, number, reading),
                    Unit::Hour => number.value <= 24 && reading.time.is_none(),
                    _ => false,
                } || matches!(self.atoms.get(next)?.what, What::Clock(..))
                    && unit == Unit::Hour;
                fits.then_some(next)
            }
            Sense::Mark(_)
            | Sense::Number(_)
            | Sense::Ordinal(_)
            | Sense::Ago(_, Side::After)
            | Sense::Bound(_)
            | Sense::In
            | Sense::To
            | Sense::And
            | Sense::Glue
            | Sense::Every
            | Sense::Future
            | Sense::Not => None,
        }
    }
}
