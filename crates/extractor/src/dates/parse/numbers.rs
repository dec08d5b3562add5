//! What a number may be in a date: amount, year, part of a year, hour or day.

use super::Parser;
use crate::dates::atoms::{Gap, Number, What, short_year};
use crate::dates::fold::digit;
use crate::dates::lexicon::{Bound, Calendar, Sense, Side, Unit};
use crate::dates::reading::{Amount, Reading, Several};

/// The years that a bare number of four digits may be in news.
pub(super) const BARE_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// The years that a preposition is enough for.
const LED_YEARS: std::ops::RangeInclusive<u32> = 1500..=2099;

/// The years of the Hebrew calendar that news tells of.
const HEBREW_YEARS: std::ops::RangeInclusive<u32> = 5000..=5999;

/// How many digits and hyphens around a year are looked at.
const JOINED: usize = 12;

impl Parser<'_> {
    pub(super) fn take_number(
        &self,
        at: usize,
        first: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        if self.gap(at) == Gap::Paren && at > first && self.is_day_in_brackets(at) {
            reading.day = Some(number.value as u8);
            return Some(at + 2);
        }
        if number.decade {
            return take_decade(at, number, reading);
        }
        if self.mark(at + 1, Unit::Decade) {
            return take_decade(at, number, reading).map(|next| next + 1);
        }
        self.take_wire_time(at, number, reading)
            .or_else(|| self.take_distance(at, number, reading))
            .or_else(|| self.take_marked(at, number, reading))
            .or_else(|| self.take_nth(at, number, reading))
            .or_else(|| self.take_day(at, number, reading))
            .or_else(|| self.take_hour(at, number, reading))
            .or_else(|| self.take_weekday_day(at, number, reading))
            .or_else(|| self.take_year(at, first, number, reading))
    }

    /// "three days ago", "3年前", "the last three days".
    pub(super) fn take_distance(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        if let Some(next) = self.take_distance_after(at, number, reading) {
            return Some(next);
        }
        let printed_year = number.digits == 4 && is_year(number.value);
        let same = reading.same && reading.away.is_none();
        if !(reading.has_no_calendar() || same)
            || number.ordinal
            || (printed_year && self.mark(at + 1, Unit::Year))
            || !self.follows(at + 1)
        {
            return None;
        }
        // "les deux premières semaines de mai", "los cuatro últimos meses de 2021"
        let first = self
            .number(at + 1)
            .is_some_and(|n| n.ordinal && n.value == 1)
            && self.follows(at + 1);
        let last = self.shift(at + 1) == Some(-1);
        if (first || last)
            && number.digits <= 2
            && self.follows(at + 2)
            && let Some(unit) = self.unit(at + 2).filter(|unit| is_counted(*unit))
            && self.period_around(at + 3, reading)
        {
            reading.several = Some(Several {
                last,
                count: number.value,
                unit,
            });
            return Some(at + 3);
        }
        // "پنج ماه نخست سال", "ששת החודשים הראשונים של השנה"
        let behind = self.unit(at + 1).filter(|unit| is_counted(*unit));
        let first = self
            .number(at + 2)
            .is_some_and(|n| n.ordinal && n.value == 1);
        let last = self.shift(at + 2) == Some(-1);
        if let Some(unit) = behind
            && (first || last)
            && number.digits <= 2
            && self.follows(at + 2)
            && self.period_follows(at + 3)
        {
            reading.several = Some(Several {
                last,
                count: number.value,
                unit,
            });
            return Some(at + 3);
        }
        // "سه روز گذشته": the phrase for yesterday is none behind a number.
        if let Some((unit, by)) = self.phrase_of_unit(at + 1)
            && number.value > 1
            && reading.shift.is_none()
        {
            reading.shift = Some(by);
            reading.unit = Some(unit);
            reading.amount = Some(Amount::Number(number.value));
            return Some(at + 2);
        }
        // "les dix derniers mois"; but not "only three next week"
        if let Some(shift) = self.shift(at + 1)
            && reading.shift.is_none()
            && self.follows(at + 2)
            && let Some(unit) = self.unit(at + 2).filter(|unit| *unit >= Unit::Day)
            && (number.value == 1
                || !self.lexicon.has_plural(unit)
                || self.is(at + 2, |s| s == Sense::Plural))
        {
            reading.shift = Some(shift);
            reading.unit = Some(unit);
            reading.amount = Some(Amount::Number(number.value));
            return Some(at + 3);
        }
        // "ביום שני בשבוע שעבר": the word for Monday too.
        let day = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::In);
        if day && self.is(at, |s| matches!(s, Sense::Weekday(_))) {
            return None;
        }
        let unit = self.unit(at + 1)?;
        let after = at + 2;
        let amount = i32::try_from(number.value).ok()?;
        if self.follows(after)
            && let Some(sign) = self.ago(after, Side::After)
        {
            // Articles have a day of publication and no hour to count from.
            if unit < Unit::Day {
                return None;
            }
            reading.away = Some((unit, sign.saturating_mul(amount)));
            return Some(after + 1);
        }
        // "three days later", "two weeks earlier"
        if matches!(unit, Unit::Day | Unit::Week | Unit::Month)
            && *reading == Reading::default()
            && let Some(sign) = self.counts_on(at, after)
            && !(self.follows(after + 1) && self.day_opens(self.past_glue(after + 1)))
        {
            reading.later = Some((unit, sign.saturating_mul(amount)));
            return Some(after + 1);
        }
        // "two weeks starting on 20 May"
        let starts = self.follows(after) && self.is(after, |s| s == Sense::Starting);
        if starts && *reading == Reading::default() && self.day_opens(self.past_glue(after + 1)) {
            reading.lasting = Some((unit, amount));
            return Some(self.past_glue(after + 1));
        }
        // "two weeks before Easter"
        if unit >= Unit::Day
            && let Some(sign) = self.counts_from(after)
            && *reading == Reading::default()
        {
            reading.distance = Some((unit, sign.saturating_mul(amount)));
            return Some(after + 1);
        }
        // But not "four hours last week".
        let shifted = reading.shift.is_some()
            || (self.follows(after)
                // "seis anos está": a verb, and no six years of these.
                && self.is(after, |s| matches!(s, Sense::Shift(by) if by != 0))
                && !(self.follows(after + 1) && self.unit(after + 1).is_some()));
        if shifted && reading.shift != Some(0) && reading.unit.is_none() && unit >= Unit::Day {
            reading.unit = Some(unit);
            reading.amount = Some(Amount::Number(number.value));
            return Some(after);
        }
        None
    }

    /// Which way the word at `at` counts from a day that is told of, where it does: "later", which
    /// counts from publication where the clause looks ahead, and "earlier", which never does. The
    /// distance begins at `first`.
    fn counts_on(&self, first: usize, at: usize) -> Option<i32> {
        let What::Word(entry) = self.atoms.get(at)?.what else {
            return None;
        };
        if !self.follows(at) {
            return None;
        }
        let senses = &self.lexicon.entry(entry).senses;
        senses.iter().find_map(|(sense, when)| match sense {
            Sense::Earlier => Some(-1),
            Sense::Ago(1, Side::After) if when.ahead && !self.looks_ahead(first) => Some(1),
            _ => None,
        })
    }

    /// The unit and side of a phrase of the lexicon that begins with the unit: "روز گذشته".
    fn phrase_of_unit(&self, at: usize) -> Option<(Unit, i32)> {
        let (unit, by) = self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Offset(unit, by, None) => Some((unit, by)),
            _ => None,
        })?;
        let atom = self.atoms.get(at)?;
        let (first, _) = self.text.get(atom.start..atom.end)?.split_once(' ')?;
        let (entry, length) = self.lexicon.longest(first)?;
        let senses = &self.lexicon.entry(entry).senses;
        let named = senses.iter().any(|(sense, _)| *sense == Sense::Unit(unit));
        (by.abs() == 1 && length == first.len() && named).then_some((unit, by))
    }

    /// The distance after the day from which it counts: 昨日の2日前, 今日から2日後.
    fn take_distance_after(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let from_day = matches!(reading.away, Some((Unit::Day, _))) || reading.either.is_some();
        let joined = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(s, Sense::Glue | Sense::To | Sense::Bound(Bound::Since))
            });
        if !from_day || !joined || number.ordinal || reading.distance.is_some() {
            return None;
        }
        let unit = self.unit(at + 1).filter(|unit| *unit >= Unit::Day)?;
        let What::Word(entry) = self.atoms.get(at + 2)?.what else {
            return None;
        };
        let senses = &self.lexicon.entry(entry).senses;
        let sign = senses.iter().find_map(|(sense, _)| match sense {
            Sense::Ago(sign, Side::After) => Some(*sign),
            _ => None,
        })?;
        if !(self.follows(at + 1) && self.follows(at + 2)) {
            return None;
        }
        let amount = i32::try_from(number.value).ok()?;
        reading.distance = Some((unit, sign.saturating_mul(amount)));
        Some(at + 3)
    }

    /// Which way the word at `at` counts from a day that follows it: "before (Easter)". Words
    /// for "from" also open a stretch of that length: they count where the clause looks ahead.
    fn counts_from(&self, at: usize) -> Option<i32> {
        if !self.follows(at) {
            return None;
        }
        let ahead = self.looks_ahead(at);
        let sign = self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Bound(Bound::Before) => Some(-1),
            Sense::Bound(Bound::After) => Some(1),
            Sense::Bound(Bound::From | Bound::Since) if ahead => Some(1),
            _ => None,
        })?;
        let mut next = at + 1;
        while self.follows(next)
            && self.is(next, |s| matches!(s, Sense::Glue | Sense::In))
            && !self.is(next, |s| matches!(s, Sense::Lead(_)))
        {
            next += 1;
        }
        self.day_opens(next).then_some(sign)
    }

    /// Whether a day begins at `at`: a weekday, feast, "yesterday", a day beside its month.
    pub(super) fn day_opens(&self, at: usize) -> bool {
        if !self.follows(at) {
            return false;
        }
        let named = |s: Sense| {
            matches!(
                s,
                Sense::Weekday(_)
                    | Sense::WeekdayOf(..)
                    | Sense::Feast(_)
                    | Sense::Offset(Unit::Day, ..)
                    | Sense::Today
            )
        };
        let shifted = self.is(at, |s| matches!(s, Sense::Shift(_)))
            && self.follows(at + 1)
            && self.is(at + 1, |s| matches!(s, Sense::Weekday(_) | Sense::Feast(_)));
        let digits = |at: usize| self.number(at).is_some_and(|n| n.digits <= 2);
        let dated = digits(at) && (self.dated(at + 1) || self.mark(at + 1, Unit::Day));
        let month = self.is(at, |s| matches!(s, Sense::Month(..)))
            && (digits(at + 1) && self.follows(at + 1) || self.mark(at, Unit::Month));
        matches!(
            self.atoms.get(at).map(|atom| atom.what),
            Some(What::Day { .. })
        ) || dated
            || month
            || shifted
            || self.is(at, named)
    }

    /// A number before what makes it a year, month, day or quarter: 2024年, "5 мая 2024 года".
    fn take_marked(&self, at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
        let value = number.value;
        let next = at + 1;
        // 1日8時間: so much a day.
        let rated = value == 1
            && self.mark(next, Unit::Day)
            && self.gap(at + 2) == Gap::None
            && self.digits(at + 2).is_some()
            && !self.mark(at + 3, Unit::Hour);
        if rated && *reading == Reading::default() {
            return None;
        }
        if reading.year.is_none() && self.mark(next, Unit::Year) {
            let era = reading.calendar != Calendar::Gregorian;
            let month_follows = self.number(at + 2).is_some() && self.mark(at + 3, Unit::Month);
            let year = match number.digits {
                _ if era => Some(value),
                4 if is_year(value) => Some(value),
                2 if month_follows || self.fiscal(next).is_some() || self.shows_short_year(at) => {
                    Some(short_year(value))
                }
                _ => None,
            };
            if let Some(year) = year {
                reading.year = Some(year as i32);
                reading.fiscal = self.fiscal(next);
                return Some(at + 2);
            }
        }
        let moved = reading.away.map(|(unit, _)| unit).or(reading.unit);
        let month_fits = matches!(moved, None | Some(Unit::Year));
        if reading.month.is_none() && month_fits && (1..=12).contains(&value) {
            if self.mark(next, Unit::Month) {
                reading.month = Some(value as u8);
                return Some(at + 2);
            }
            // "7～9月"
            if matches!(self.gap(next), Gap::Dash)
                && let Some(last) = self.number(next)
                && (value + 1..=12).contains(&last.value)
                && self.mark(at + 2, Unit::Month)
            {
                reading.month = Some(value as u8);
                reading.last_month = Some(last.value as u8);
                return Some(at + 3);
            }
        }
        let day_fits = month_fits || moved == Some(Unit::Month);
        if reading.day.is_none() && day_fits && (1..=31).contains(&value) {
            if self.is_unmarked_day(at, number) {
                reading.day = Some(value as u8);
                return Some(next);
            }
            if self.mark(next, Unit::Day) {
                reading.day = Some(value as u8);
                return Some(at + 2);
            }
            // "28～30日", "13、14両日"
            let joined = |last: u32| match self.gap(next) {
                Gap::Dash => last > value,
                Gap::Comma => last == value + 1,
                _ => false,
            };
            if let Some(last) = self.number(next)
                && joined(last.value)
                && last.value <= 31
                && self.mark(at + 2, Unit::Day)
            {
                reading.day = Some(value as u8);
                reading.last_day = Some(last.value as u8);
                return Some(at + 3);
            }
        }
        None
    }

    /// Whether a day of the month goes without its mark: 8月30、31日, 8月30早上. Written onto the
    /// mark of the month and before what can be counted by nothing.
    fn is_unmarked_day(&self, at: usize, number: Number) -> bool {
        let month = at > 0
            && number.digits <= 2
            && self.gap(at) == Gap::None
            && self.mark(at - 1, Unit::Month);
        let listed = matches!(self.gap(at + 1), Gap::Comma)
            && self.number(at + 1).is_some_and(|n| n.digits <= 2)
            && self.mark(at + 2, Unit::Day);
        let told = self.gap(at + 1) == Gap::None
            && self.is(at + 1, |s| {
                matches!(
                    s,
                    Sense::Part(_) | Sense::Offset(Unit::Day, 0, _) | Sense::Anaphor(..)
                )
            });
        month && (listed || told)
    }

    /// 08年, 九八年: no count of years begins with a nought, and few are so many.
    fn shows_short_year(&self, at: usize) -> bool {
        let printed = self
            .atoms
            .get(at)
            .and_then(|atom| self.text.get(atom.start..atom.end))
            .unwrap_or_default();
        let nought = printed.starts_with(['0', '０', '零', '〇']);
        let digits = printed.chars().count() == 2 && self.gap(at + 1) == Gap::None;
        digits && (nought || self.number(at).is_some_and(|n| n.value >= 85))
    }

    /// "second quarter", "19th century", "第三季度", 3분기.
    fn take_nth(&self, at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
        // "third-quarter results"
        let close = self.follows(at + 1)
            || (number.ordinal && matches!(self.gap(at + 1), Gap::Dash | Gap::Dot));
        if reading.nth.is_some() || !close {
            return None;
        }
        // 前三季度: so many of them.
        let several =
            at > 0 && self.follows(at) && self.is(at - 1, |s| matches!(s, Sense::Several(_)));
        for unit in [Unit::Quarter, Unit::Half, Unit::Century] {
            if self.mark(at + 1, unit) && (number.ordinal || !several) {
                reading.nth = Some((number.value, unit));
                return Some(at + 2);
            }
        }
        if !number.ordinal {
            return None;
        }
        let next = self.past_glue(at + 1);
        // "الجمعة الأولى من مايو"
        if at > 0
            && self.is(at - 1, |s| matches!(s, Sense::Weekday(_)))
            && reading.weekday.is_some()
            && reading.has_no_calendar()
            && self.period_follows(at + 1)
            && !self.is(at + 1, |s| matches!(s, Sense::Month(..)))
        {
            reading.nth = Some((number.value, Unit::Day));
            return Some(at + 1);
        }
        // "the first Monday of May", 来月の第一月曜日
        if self.is(next, |s| matches!(s, Sense::Weekday(_)))
            && self.period_around(next + 1, reading)
        {
            reading.nth = Some((number.value, Unit::Day));
            return Some(next);
        }
        // "the first two weeks of 2021"
        if number.value == 1
            && let Some(after) = self.take_several(next, false, reading)
        {
            return Some(after);
        }
        let unit = self.unit(next)?;
        if matches!(unit, Unit::Week | Unit::Day | Unit::Month)
            && self.period_around(next + 1, reading)
        {
            reading.nth = Some((number.value, unit));
            return Some(next + 1);
        }
        if matches!(unit, Unit::Quarter | Unit::Half | Unit::Century) {
            reading.nth = Some((number.value, unit));
            return Some(next + 1);
        }
        None
    }

    /// "(the first) two weeks of 2021", "(the last) four months of the year"; the number stands
    /// at `at`.
    pub(super) fn take_several(
        &self,
        at: usize,
        last: bool,
        reading: &mut Reading,
    ) -> Option<usize> {
        let number = self.number(at).filter(|n| !n.ordinal && n.digits <= 2)?;
        let unit = self.unit(at + 1).filter(|unit| is_counted(*unit))?;
        let close = self.follows(at) && self.follows(at + 1);
        if !close || !self.period_around(at + 2, reading) {
            return None;
        }
        reading.several = Some(Several {
            last,
            count: number.value,
            unit,
        });
        Some(at + 2)
    }

    /// Whether a month or year follows closely at `at` or has been told before.
    pub(super) fn period_around(&self, at: usize, reading: &Reading) -> bool {
        reading.names_period() || self.period_follows(at)
    }

    /// Whether a month or year follows closely: "(the last week) of July".
    pub(super) fn period_follows(&self, at: usize) -> bool {
        let mut next = at;
        while self.follows(next)
            && self.is(next, |s| {
                matches!(s, Sense::Glue | Sense::In | Sense::Bound(Bound::From))
            })
        {
            next += 1;
        }
        let year = self
            .number(next)
            .is_some_and(|n| n.digits == 4 && is_year(n.value));
        let period = |s: Sense| {
            matches!(
                s,
                Sense::Month(..)
                    | Sense::Offset(Unit::Month | Unit::Year, ..)
                    | Sense::Lead(Unit::Year)
            )
        };
        // "of last month", "of the year"
        let unit = |at: usize| matches!(self.unit(at), Some(Unit::Month | Unit::Year));
        let shifted = self.is(next, |s| matches!(s, Sense::Shift(_)))
            && self.follows(next + 1)
            && unit(next + 1);
        // "(paruh kedua) tahun lalu"
        let behind = unit(next)
            && self.follows(next + 1)
            && self.is(next + 1, |s| matches!(s, Sense::Shift(_)));
        let shifted = shifted || behind;
        let named = next > at && unit(next);
        self.follows(next) && (year || shifted || named || self.is(next, period))
    }

    /// "last week 1500 people": whether the number at `at` counts what follows it at once, and is no year of the
    /// stretch before it.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.number(at).is_some()
            && self.rest(at).starts_with(char::is_whitespace)
            && self.word_follows(at)
    }

    fn take_year(
        &self,
        at: usize,
        first: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        if reading.year.is_some() {
            return None;
        }
        if let Some((year, next)) = self.year_in_words(at, number, reading) {
            reading.year = Some(year as i32);
            return Some(next);
        }
        if !self.is_year_here(at, first, number, reading) {
            return None;
        }
        reading.year = Some(if number.digits == 2 {
            short_year(number.value)
        } else {
            number.value
        } as i32);
        // "fiscal year 2025-26" is one.
        let next_year = reading.fiscal.is_some()
            && self.gap(at + 1) == Gap::Dash
            && self.is_tight(at + 1)
            && self.digits(at + 1).is_some_and(|n| {
                let (this, last) = (number.value + 1, n.value);
                n.digits == 4 && last == this || n.digits == 2 && last == this % 100
            });
        Some(at + 1 + usize::from(next_year))
    }

    /// "(in) nineteen ninety-six", "(in) two thousand and twenty": a year in words after a month
    /// or preposition, and the atom after it.
    fn year_in_words(&self, at: usize, number: Number, reading: &Reading) -> Option<(u32, usize)> {
        let in_words = |at: usize| {
            let atom = self.atoms.get(at)?;
            let number = match atom.what {
                What::Number(number) => number,
                _ => atom.number?,
            };
            let printed = self.text.get(atom.start..atom.end)?;
            let words = printed.chars().all(|c| digit(c).is_none());
            (words && !number.ordinal).then_some(number.value)
        };
        let opened = reading.month.is_some()
            || reading.nth.is_some()
            || *reading == Reading::default()
                && at > 0
                && self.follows(at)
                && self.is(at - 1, |s| s == Sense::In);
        if !opened || in_words(at)? != number.value {
            return None;
        }
        let whole = (BARE_YEARS.contains(&number.value)).then_some((number.value, at + 1));
        let halves = || {
            let tens = in_words(at + 1).filter(|tens| (10..100).contains(tens))?;
            let close = self.follows(at + 1) && (10..21).contains(&number.value);
            close.then_some((number.value * 100 + tens, at + 2))
        };
        let (year, next) = whole.or_else(halves)?;
        (!self.word_follows(next - 1) || reading.month.is_some()).then_some((year, next))
    }

    /// Whether the number at `at` is a year.
    fn is_year_here(&self, at: usize, first: usize, number: Number, reading: &Reading) -> bool {
        let before = |test: fn(Sense) -> bool| at > 0 && self.follows(at) && self.is(at - 1, test);
        let led = before(|s| s == Sense::Lead(Unit::Year));
        // "в 2022-м", "до 2012-го"
        let year = number.ordinal
            && number.digits == 4
            && self.digits(at).is_none()
            && BARE_YEARS.contains(&number.value);
        // "в первом полугодии 2023-го"
        let of_year = reading.nth.is_some() || reading.month.is_some() || reading.season.is_some();
        if year
            && (of_year
                || before(|s| {
                    matches!(s, Sense::In | Sense::Bound(_) | Sense::Edge(_) | Sense::To)
                }))
        {
            return matches!(self.atoms[at].what, What::Number(_));
        }
        // "MÖ 300", "79 n. Chr."
        let era = before(|s| matches!(s, Sense::Era(_))) && reading.calendar != Calendar::Gregorian
            || self.follows(at + 1)
                && self
                    .senses(at + 1)
                    .any(|(sense, near)| matches!(sense, Sense::Era(_)) && !near);
        if era && !number.ordinal && (1..=4).contains(&number.digits) && number.value > 0 {
            return self.digits(at).is_some();
        }
        if reading.calendar == Calendar::Hebrew && HEBREW_YEARS.contains(&number.value) {
            return reading.month.is_some();
        }
        if number.ordinal || !(number.digits == 4 && is_year(number.value)) {
            // "juillet 98"
            let plain = number.value > 31 && !self.word_follows(at);
            return !number.ordinal
                && (number.digits == 2 && (number.short || plain) && reading.month.is_some()
                    || number.digits == 3 && led);
        }
        if led
            || reading.month.is_some()
            || reading.nth.is_some()
            || reading.several.is_some()
            || reading.season.is_some()
            || reading.feast.is_some()
            || reading.calendar != Calendar::Gregorian
            // "el mismo mes de 2025"
            || reading.same && reading.has_no_year() && self.follows(at)
        {
            return true;
        }
        if !self.is_whole_year(at) {
            return false;
        }
        let counts =
            self.follows(at + 1) && self.unit(at + 1).is_some() && !self.mark(at + 1, Unit::Year);
        // A number in words is an amount, unless more speaks for a year.
        let in_words = !matches!(self.atoms[at].what, What::Number(_))
            || self.atoms[at].end - self.atoms[at].start > 12;
        if counts || in_words || (at > first && reading.edge.is_none()) || self.is_share(at) {
            return false;
        }
        let opened = before(|s| {
            matches!(
                s,
                Sense::In | Sense::Bound(_) | Sense::Edge(_) | Sense::To | Sense::Era(_)
            )
        }) || self.ends_years(at);
        let in_led = opened && self.is(at - 1, |s| s == Sense::In);
        if !in_led && !self.follows(at + 1) && self.lexicon.is_measured(self.rest(at)) {
            return false;
        }
        if in_led && number.value.is_multiple_of(1000) {
            // "in 2000 places"; but "in 2000," is a year.
            return !self.word_follows(at);
        }
        let persian = i32::try_from(number.value).is_ok_and(|year| self.lexicon.is_persian(year));
        (opened && (persian || LED_YEARS.contains(&number.value)))
            || (BARE_YEARS.contains(&number.value)
                && !(number.value.is_multiple_of(100) && self.word_follows(at)))
    }

    /// Whether the number at `at` is the other end of years: "between 1771 and 1775".
    fn ends_years(&self, at: usize) -> bool {
        let year = |at: usize| {
            self.digits(at)
                .is_some_and(|n| n.digits == 4 && LED_YEARS.contains(&n.value))
        };
        at > 1
            && self.follows(at)
            && self.follows(at - 1)
            && self.is(at - 1, |s| s == Sense::And)
            && year(at - 2)
            && self.bound_before(at - 2) == Some(Bound::Between)
    }

    /// Whether hyphens join the year at `at` to nothing but years: "2014-2018", "2019-20", but not
    /// "138-2010-2015".
    pub(super) fn is_whole_year(&self, at: usize) -> bool {
        let joined = |c: &char| c.is_ascii_digit() || *c == '-';
        let Some(atom) = self.atoms.get(at) else {
            return false;
        };
        let before = self.text.get(..atom.start).unwrap_or_default();
        let before = before.chars().rev().take(JOINED).take_while(joined).count();
        let start = atom.start - before;
        let after = self
            .rest(at)
            .chars()
            .take(JOINED)
            .take_while(joined)
            .count();
        let group = self.text.get(start..atom.end + after).unwrap_or_default();
        let parts: Vec<&str> = group.trim_matches('-').split('-').collect();
        match parts.as_slice() {
            [_] => true,
            [first, last] if first.len() == 4 && last.len() == 2 => {
                let years = first.parse::<u32>().ok().zip(last.parse::<u32>().ok());
                years.is_some_and(|(first, last)| first % 100 < last || (first + 1) % 100 == last)
            }
            parts => {
                let whole = parts.iter().all(|part| part.len() == 4);
                let falls = |pair: &[&str]| matches!(pair, [one, other] if one > other);
                // The text of other scripts runs the other way.
                whole
                    && (parts.len() > 2
                        || self.text.contains(super::periods::is_right_to_left)
                        || !parts.windows(2).any(falls))
            }
        }
    }

    /// Whether a percent sign or currency follows the atom at `at`.
    fn is_share(&self, at: usize) -> bool {
        self.rest(at)
            .trim_start()
            .starts_with(['%', '€', '$', '£', '¥', '₽', '٪', '°'])
    }

    /// Whether a word follows directly, no other date word.
    pub(super) fn word_follows(&self, at: usize) -> bool {
        let rest = self.rest(at).trim_start();
        let starts = rest.chars().next().is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, '%' | '€' | '$' | '£' | '¥' | '₽' | '°')
        });
        let dated = self.follows(at + 1)
            && self.is(at + 1, |s| {
                !matches!(
                    s,
                    Sense::Number(_)
                        | Sense::Ordinal(_)
                        | Sense::Not
                        | Sense::Named
                        | Sense::NamedAfter
                        | Sense::Past
                        | Sense::Every
                )
            });
        starts && !dated
    }

    /// The month with which the year that the word at `at` names begins: 年度.
    pub(super) fn fiscal(&self, at: usize) -> Option<u8> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Fiscal(month) => Some(month),
            _ => None,
        })
    }

    /// Where the word at `at` points: "last", "next".
    fn shift(&self, at: usize) -> Option<i32> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Shift(by) => Some(by),
            _ => None,
        })
    }

    /// How far away an "ago" at `at` points, on this side of the amount.
    pub(super) fn ago(&self, at: usize, wanted: Side) -> Option<i32> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Ago(sign, side) if side == wanted => Some(sign),
            _ => None,
        })
    }
}

/// Whether so many of a unit may be the first or last of a month or year.
fn is_counted(unit: Unit) -> bool {
    let counted = [
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Quarter,
        Unit::Year,
    ];
    counted.contains(&unit)
}

/// Years that a number of four digits may be.
pub(super) fn is_year(value: u32) -> bool {
    (1000..=2999).contains(&value)
}

/// Takes the number at `at` as a decade.
pub(super) fn take_decade(at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
    if reading.decade.is_some() || reading.year.is_some() || !number.value.is_multiple_of(10) {
        return None;
    }
    if let Some((century, Unit::Century)) = reading.nth
        && number.value < 100
    {
        reading.nth = None;
        let start = century.saturating_sub(1).saturating_mul(100) + number.value;
        reading.decade = Some(i32::try_from(start).ok()?);
        return Some(at + 1);
    }
    let start = match number.digits {
        4 if is_year(number.value) => number.value,
        // "the '20s" of news are this century's; "the 30s" are the last's.
        2 if number.value >= 30 => 1900 + number.value,
        2 => 2000 + number.value,
        _ => return None,
    };
    reading.decade = Some(start as i32);
    Some(at + 1)
}
