//! Clock times.

use super::Parser;
use crate::dates::atoms::{Gap, Number, What};
use crate::dates::lexicon::{Bound, Sense, Unit};
use crate::dates::reading::Reading;

impl Parser<'_> {
    /// "10:30", perhaps with the word for the hour after it.
    pub(super) fn take_clock(
        &self,
        at: usize,
        time: (u8, u8, u8),
        reading: &mut Reading,
    ) -> Option<usize> {
        if reading.time.is_some() {
            return None;
        }
        reading.time = Some(time);
        Some(at + 1 + usize::from(self.mark(at + 1, Unit::Hour)))
    }

    /// "10.30 Uhr", "alle 10.30", "18.30 – 20 Uhr".
    pub(super) fn take_dotted_time(
        &self,
        at: usize,
        (hour, minute, mark): (u32, u32, char),
        reading: &mut Reading,
    ) -> Option<usize> {
        if mark != '.' || hour > 24 || minute >= 60 || reading.time.is_some() {
            return None;
        }
        let marked = self.mark(at + 1, Unit::Hour);
        let half_day = self.half_day(at + 1);
        // "13.30'da"
        let suffixed = self.has_two_decimals(at)
            && matches!(self.lexicon.suffix(self.rest(at)), Some((Unit::Hour, _)));
        // "bu sabah 08.20'de"
        let of_part = reading.part.is_some() && self.has_two_decimals(at);
        let led = (self.led_to_hour(at) || of_part) && !self.word_follows(at)
            || self.led_by_clock(at)
            || suffixed;
        // "00.00 GMT"
        let zoned = self.has_two_decimals(at) && self.zone_follows(at);
        if !(marked || half_day || led || zoned || self.ends_in_hour(at) || self.closes_hours(at)) {
            return None;
        }
        reading.time = Some((hour as u8, minute as u8, 0));
        Some(at + 1 + usize::from(marked))
    }

    /// Whether two digits follow the dot of the digits at `at`, as in times.
    pub(super) fn has_two_decimals(&self, at: usize) -> bool {
        let printed = self
            .atoms
            .get(at)
            .and_then(|atom| self.text.get(atom.start..atom.end));
        printed
            .and_then(|printed| printed.split_once('.'))
            .is_some_and(|(_, minutes)| minutes.len() == 2)
    }

    /// Whether a time zone follows at once: "0409 GMT".
    fn zone_follows(&self, at: usize) -> bool {
        self.follows(at + 1) && self.is(at + 1, |s| matches!(s, Sense::Zone(_)))
    }

    /// Hour and minutes in four digits before a time zone: "0409 GMT".
    pub(super) fn take_wire_time(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let (hour, minute) = (number.value / 100, number.value % 100);
        let printed = number.digits == 4 && !number.ordinal && self.digits(at).is_some();
        if !printed || hour > 24 || minute >= 60 || reading.time.is_some() {
            return None;
        }
        self.zone_follows(at).then(|| {
            reading.time = Some((hour as u8, minute as u8, 0));
            at + 1
        })
    }

    /// An hour without minutes, or with minutes in words or marks: "3 p.m.", 10時12分.
    pub(super) fn take_hour(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let hour = u8::try_from(number.value).ok().filter(|hour| *hour <= 24)?;
        // "الساعة الرابعة", "الرابعة عصرا"
        let (minutes, behind, sided) = self.minutes(at + 1).unwrap_or((0, at + 1, false));
        // "в четыре дня", but "длилась четыре дня"
        let led_in = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::In);
        let days = self.unit(behind) == Some(Unit::Day) && !led_in;
        let half_day = self.half_day(behind) && !days;
        // "التاسعة من مساء الأربعاء"
        let joint = self.past_glue(behind);
        let told = number.ordinal
            && self.digits(at).is_none()
            && joint > behind
            && self.follows(behind)
            && self.half_day(joint);
        // "в пять сорок утра"
        let in_part = minutes != 0 && self.follows(behind) && self.tells_of_day(behind);
        let half_day = half_day || told || in_part || sided;
        let named = self.digits(at).is_none() && (half_day || self.led_by_clock(at));
        if number.digits > 2 || number.ordinal && !named || reading.time.is_some() {
            return None;
        }
        let led = self.led_to_hour(at);
        let clock = led
            || self.is_clock_mark(at + 1)
            || self.opens_hours(at)
            || self.minutes_of_day_follow(at + 2);
        if self.mark(at + 1, Unit::Hour) && clock {
            let mut next = at + 2;
            let mut minute = 0;
            if self.follows(next) && self.is(next, |s| s == Sense::Half) {
                reading.time = Some((hour, 30, 0));
                return Some(next + 1);
            }
            if self.follows(next)
                && let Some(number) = self.number(next)
                && number.value < 60
                && (self.mark(next + 1, Unit::Minute)
                    // "6h30", "6 h 30"
                    || number.digits == 2
                        && (self.gap(next) == Gap::None || self.gap(next) == self.gap(at + 1)))
            {
                minute = number.value as u8;
                next += 1 + usize::from(self.mark(next + 1, Unit::Minute));
            }
            reading.time = Some((hour, minute, 0));
            return Some(next);
        }
        if half_day || self.led_by_clock(at) || self.led_to_bare_hour(at) || self.ends_in_hour(at) {
            reading.time = Some(turned(hour, minutes));
            return Some(behind);
        }
        None
    }

    /// The minutes behind an hour in words, negative where they are before it, the atom after them, and
    /// whether a word tells which of both: "(الخامسة) وأربعين دقيقة", "(پنج) و چهل دقیقه", "(altıya)
    /// yirmi kala".
    fn minutes(&self, at: usize) -> Option<(i8, usize, bool)> {
        if !self.follows(at) {
            return None;
        }
        let told = self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Half => Some(30),
            Sense::Minutes(minutes) => Some(minutes),
            _ => None,
        });
        if let Some(minutes) = told {
            return Some((minutes, at + 1, false));
        }
        let joint = self.is(at, |s| s == Sense::And);
        let from = at + usize::from(joint);
        let named = self.follows(from) && self.is(from, |s| s == Sense::Lead(Unit::Minute));
        let from = from + usize::from(named);
        let number = self.number(from).filter(|_| self.follows(from))?;
        let value = i8::try_from(number.value)
            .ok()
            .filter(|value| *value < 60)?;
        let next = from + 1;
        let behind = |at: usize| {
            self.follows(at)
                .then(|| self.senses(at))
                .into_iter()
                .flatten()
        };
        let side = behind(next).find_map(|(sense, _)| match sense {
            Sense::PastHour(past) => Some(past),
            _ => None,
        });
        if let Some(past) = side {
            return Some((if past { value } else { -value }, next + 1, true));
        }
        let joined = joint || self.begins_joined(from);
        if named && joined {
            return Some((value, next, false));
        }
        // "at 5, and 40 minutes later": not past the hour.
        let counted = self.follows(next) && self.unit(next) == Some(Unit::Minute);
        let apart = behind(next + 1).any(|(s, _)| matches!(s, Sense::Ago(..) | Sense::Earlier));
        if counted {
            return (joined && !apart && !number.ordinal).then_some((value, next + 1, false));
        }
        // "חמש וארבעים בבוקר", "пять сорок утра"
        let of_day = self.follows(next) && self.tells_of_day(next);
        // "между пятью и десятью вечера": two hours.
        let least = if joint { 13 } else { 10 };
        let spelled = self.digits(from).is_none() && !number.ordinal && value >= least;
        let fits = of_day || joined && !joint && !self.word_follows(from);
        (spelled && fits).then_some((value, next, false))
    }

    /// Whether the number at `at` is written in one with the word that joins it to what stands before:
    /// "وأربعين".
    fn begins_joined(&self, at: usize) -> bool {
        let atom = self.atoms.get(at);
        let printed = atom.and_then(|atom| self.text.get(atom.start..atom.end));
        let first = printed.and_then(|printed| printed.chars().next());
        let joint = first.and_then(|c| printed?.get(..c.len_utf8()));
        let entry = joint.and_then(|joint| self.lexicon.longest(joint));
        entry.zip(joint).is_some_and(|((entry, length), joint)| {
            let senses = &self.lexicon.entry(entry).senses;
            length == joint.len() && senses.iter().any(|(s, _)| matches!(s, Sense::And))
        })
    }

    /// Whether minutes and a part of the day stand behind an hour, which is then no duration: "(в пять
    /// часов) сорок минут утра".
    fn minutes_of_day_follow(&self, at: usize) -> bool {
        let minutes = self.follows(at) && self.number(at).is_some_and(|n| n.value < 60);
        let part = self.past_glue(at + 2);
        minutes
            && self.mark(at + 1, Unit::Minute)
            && self.follows(part)
            && (self.tells_of_day(part) || self.is(part, |s| matches!(s, Sense::Zone(_))))
    }

    /// So many minutes before the hour that follows: "без двадцати шесть утра", "ساعت یک ربع به شش".
    pub(super) fn take_minutes_to(
        &self,
        at: usize,
        minutes: i8,
        reading: &mut Reading,
    ) -> Option<usize> {
        let next = at + 1;
        let number = self.number(next).filter(|_| self.follows(next))?;
        let hour = u8::try_from(number.value).ok().filter(|hour| *hour <= 12)?;
        let marked = self.mark(next + 1, Unit::Hour);
        let behind = next + 1 + usize::from(marked);
        let of_day = self.follows(behind) && self.tells_of_day(behind);
        let told = marked || of_day || reading.part.is_some() || self.led_by_clock(at);
        (told && reading.time.is_none()).then(|| {
            reading.time = Some(turned(hour, -minutes));
            behind
        })
    }

    /// An hour with its half or quarter, in words: "las diez y media", साढ़े दस बजे.
    pub(super) fn take_part_hour(
        &self,
        at: usize,
        (hour, minute): (u32, u8),
        reading: &mut Reading,
    ) -> Option<usize> {
        let hour = u8::try_from(hour).ok().filter(|hour| *hour <= 24)?;
        let marked = self.mark(at + 1, Unit::Hour);
        let told = self.follows(at + 1) && self.tells_of_day(at + 1)
            || at > 0 && self.follows(at) && self.tells_of_day(at - 1);
        let clock = marked && self.unit(at + 1) != Some(Unit::Hour);
        if reading.time.is_some() || !(clock || told || self.led_to_hour(at)) {
            return None;
        }
        reading.time = Some((hour, minute, 0));
        Some(at + 1 + usize::from(marked))
    }

    /// Whether an hour with its mark begins at `at`: "18 Uhr", "18.30 Uhr".
    pub(super) fn hour_opens(&self, at: usize) -> bool {
        let pair = matches!(
            self.atoms.get(at).map(|atom| atom.what),
            Some(What::Pair(0..=24, 0..=59, '.'))
        );
        let hour = self
            .number(at)
            .is_some_and(|n| n.digits <= 2 && n.value <= 24);
        (pair || hour) && self.mark(at + 1, Unit::Hour) && self.is_clock_mark(at + 1)
    }

    /// Whether "a.m." or the like follows at `at`.
    pub(super) fn half_day(&self, at: usize) -> bool {
        self.follows(at) && self.is(at, |s| matches!(s, Sense::HalfDay(_)))
    }

    /// Whether the word at `at` tells which part of the day it is.
    fn tells_of_day(&self, at: usize) -> bool {
        self.is(at, |s| matches!(s, Sense::Part(_) | Sense::HalfDay(_)))
    }

    /// Whether a word that only hours follow stands before the number: "pukul", ساعت.
    fn led_by_clock(&self, at: usize) -> bool {
        at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Clock)
    }

    fn led_to_hour(&self, at: usize) -> bool {
        at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Hour))
    }

    /// Whether a word that needs no other says that the number alone at `at` is an hour: "at 5",
    /// but "à 5 heures".
    fn led_to_bare_hour(&self, at: usize) -> bool {
        let led = |(sense, near): (Sense, bool)| sense == Sense::Lead(Unit::Hour) && !near;
        self.led_to_hour(at) && self.senses(at - 1).any(led) && self.stands_alone(at)
    }

    /// Whether the word at `at` makes a time of the number before it and no duration: "Uhr",
    /// "o'clock"; "horas" only beside more of a time.
    fn is_clock_mark(&self, at: usize) -> bool {
        if self.unit(at) != Some(Unit::Hour) {
            return true;
        }
        let next = self.past_glue(at + 1);
        self.follows(at + 1)
            && self.is(next, |s| {
                matches!(s, Sense::Part(_) | Sense::HalfDay(_) | Sense::Zone(_))
            })
    }

    /// Whether a bare number after "at" is followed by nothing that it could count.
    fn stands_alone(&self, at: usize) -> bool {
        // "a las cuatro de la tarde"
        let told = self.follows(at + 1) && self.tells_of_day(self.past_glue(at + 1));
        (matches!(self.atoms[at].what, What::Number(_)) || told)
            && self.gap(at + 1) != Gap::Dash
            && !self.word_follows(at)
            && !(self.follows(at + 1) && self.unit(at + 1).is_some())
    }

    /// Whether an hour to which a word leads stands behind the one at `at`: "de 21 heures à 5
    /// heures".
    fn opens_hours(&self, at: usize) -> bool {
        let end = at + 3;
        let joined = self.follows(at + 2) && self.is(at + 2, |s| s == Sense::To);
        let hour = self
            .number(end)
            .is_some_and(|n| n.digits <= 2 && n.value <= 24);
        let opened =
            at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Bound(Bound::From));
        opened && joined && hour && self.led_to_hour(end) && self.mark(end + 1, Unit::Hour)
    }

    /// Whether the digits at `at` close a stretch that a time opens: "pukul 20.00 hingga 05.00".
    fn closes_hours(&self, at: usize) -> bool {
        let joined = at > 1
            && self.follows(at)
            && self.follows(at - 1)
            && self.is(at - 1, |s| s == Sense::To);
        joined
            && match self.atoms.get(at - 2).map(|atom| atom.what) {
                Some(What::Clock(..)) => true,
                Some(What::Pair(hour, minute, '.')) => {
                    hour <= 24 && minute < 60 && self.led_to_hour(at - 2)
                }
                _ => false,
            }
    }

    /// Whether the number at `at` opens a stretch of hours that the other end names: "14-18 Uhr".
    fn ends_in_hour(&self, at: usize) -> bool {
        let dashed = self.gap(at + 1) == Gap::Dash;
        let joined = self.follows(at + 1) && self.is(at + 1, |s| s == Sense::To);
        let end = match (dashed, joined) {
            (true, _) => at + 1,
            (_, true) => self.past_glue(at + 2),
            _ => return false,
        };
        let hour = match self.atoms.get(end).map(|atom| atom.what) {
            Some(What::Pair(hour, minute, '.')) => hour <= 24 && minute < 60,
            Some(What::Clock(..)) => true,
            _ => self
                .number(end)
                .is_some_and(|n| n.digits <= 2 && n.value <= 24),
        };
        let marked = self.mark(end + 1, Unit::Hour) && self.unit(end + 1) != Some(Unit::Hour);
        hour && (marked || self.half_day(end + 1))
    }
}

/// An hour and the minutes past it, or before it where they are negative.
fn turned(hour: u8, minutes: i8) -> (u8, u8, u8) {
    if let Ok(minutes) = u8::try_from(minutes) {
        return (hour, minutes, 0);
    }
    let hour = match hour {
        0 => 23,
        1 => 12,
        hour => hour - 1,
    };
    (hour, 60_u8.saturating_sub(minutes.unsigned_abs()), 0)
}
