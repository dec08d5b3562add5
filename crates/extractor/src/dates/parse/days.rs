//! Days of the month, by what stands beside them.

use super::Parser;
use super::numbers::BARE_YEARS;
use crate::dates::atoms::{Gap, Number, What};
use crate::dates::fold::digit;
use crate::dates::lexicon::{Bound, Calendar, Sense, Unit};
use crate::dates::reading::Reading;

impl Parser<'_> {
    /// Two numbers with a mark between: "30/4", "05/2024", "10.30 Uhr".
    pub(super) fn take_pair(
        &self,
        at: usize,
        (a, b, mark): (u32, u32, char),
        reading: &mut Reading,
    ) -> Option<usize> {
        if let Some(next) = self.take_dotted_time(at, (a, b, mark), reading) {
            return Some(next);
        }
        let nought = a == 0 || b == 0;
        if nought || reading.month.is_some() || reading.year.is_some() || reading.day.is_some() {
            return None;
        }
        let (year, month) = if a > 1000 { (a, b) } else { (b, a) };
        if year > 1000 && mark != '.' {
            reading.year = Some(year as i32);
            reading.month = Some(month as u8);
            return Some(at + 1);
        }
        let opened = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(
                    s,
                    Sense::In | Sense::Bound(_) | Sense::To | Sense::And | Sense::Lead(Unit::Day)
                )
            });
        // "10/1-11/7"
        let slashed = |at: usize| {
            matches!(
                self.atoms.get(at).map(|atom| atom.what),
                Some(What::Pair(_, 1..=31, '/') | What::Day { .. })
            )
        };
        let ranged = mark == '/'
            && (self.gap(at + 1) == Gap::Dash && slashed(at + 1)
                || at > 0 && self.gap(at) == Gap::Dash && slashed(at - 1));
        // "22/04": no share is written with a nought.
        let padded = mark == '/'
            && self
                .atoms
                .get(at)
                .and_then(|atom| self.text.get(atom.start..atom.end))
                .is_some_and(|printed| printed.contains("/0") || printed.starts_with('0'));
        let opened = opened || ranged || padded;
        // "5.25" is an amount in most languages; "30.4." is a day in some.
        let fits = match mark {
            '.' => self.lexicon.ordinal_dot && opened && self.rest(at).starts_with('.'),
            _ => opened && !self.word_follows(at),
        };
        let beside_weekday = at > 0
            && matches!(self.gap(at), Gap::Space | Gap::Comma | Gap::Paren)
            && self.is(at - 1, |s| matches!(s, Sense::Weekday(_)));
        if year > 1000 || !(fits || beside_weekday) {
            return None;
        }
        let month_first = self.lexicon.order[0] != Unit::Day;
        let (month, day) = match (a, b) {
            (1..=12, 1..=31) if month_first => (a, b),
            (1..=31, 1..=12) => (b, a),
            (1..=12, 1..=31) => (a, b),
            _ => return None,
        };
        reading.month = Some(month as u8);
        reading.day = Some(day as u8);
        Some(at + 1)
    }

    /// Day, month and year set apart by one mark, in whatever order: "2020/Sep/23",
    /// "Sep-23-2020", "02 04 2009".
    pub(super) fn take_printed_day(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let gap = self.gap(at + 1);
        let marked = matches!(gap, Gap::Dash | Gap::Slash);
        if !reading.has_no_calendar()
            || gap != self.gap(at + 2)
            || !(marked && self.is_tight(at + 1) && self.is_tight(at + 2) || gap == Gap::Space)
            || self.digits(at + 3).is_some() && self.gap(at + 3) == gap
            || at > 0 && self.digits(at - 1).is_some() && self.gap(at) == gap
        {
            return None;
        }
        let pieces = [at, at + 1, at + 2];
        let year = pieces.iter().position(|piece| {
            self.digits(*piece)
                .is_some_and(|n| n.digits == 4 && BARE_YEARS.contains(&n.value))
        })?;
        let short = |piece: usize| self.digits(piece).filter(|n| n.digits <= 2 && !n.ordinal);
        let others: Vec<usize> = (0..3).filter(|i| *i != year).map(|i| at + i).collect();
        let &[a, b] = others.as_slice() else {
            return None;
        };
        let months = pieces.map(|piece| self.month(piece));
        let (month, day) = if marked {
            match (months[a - at], months[b - at]) {
                (Some(month), None) => (u32::from(month), short(b)?.value),
                (None, Some(month)) => (u32::from(month), short(a)?.value),
                _ => return None,
            }
        } else {
            let (first, second) = (short(a)?.value, short(b)?.value);
            match (year, self.lexicon.order[0]) {
                (0, _) | (2, Unit::Month) => (first, second),
                (2, _) => (second, first),
                _ => return None,
            }
        };
        let year = self.digits(at + year)?.value;
        let civil =
            jiff::civil::Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()?;
        reading.year = Some(civil.year().into());
        reading.month = Some(month as u8);
        reading.day = Some(day as u8);
        Some(at + 3)
    }

    /// The number in digits at `at`.
    pub(super) fn digits(&self, at: usize) -> Option<Number> {
        match self.atoms.get(at)?.what {
            What::Number(number) => {
                let atom = &self.atoms[at];
                let printed = self.text.get(atom.start..atom.end)?;
                printed
                    .chars()
                    .all(|c| digit(c).is_some())
                    .then_some(number)
            }
            _ => None,
        }
    }

    /// Whether the number at `at` is printed in digits, with an ending or without.
    fn opens_in_digits(&self, at: usize) -> bool {
        let printed = self
            .atoms
            .get(at)
            .and_then(|atom| self.text.get(atom.start..));
        printed.is_some_and(|printed| printed.starts_with(|c| digit(c).is_some()))
    }

    /// The month at `at`, with or without a capital: between numbers it can be nothing else.
    fn month(&self, at: usize) -> Option<u8> {
        let What::Word(entry) = self.atoms.get(at)?.what else {
            return None;
        };
        let senses = &self.lexicon.entry(entry).senses;
        senses.iter().find_map(|(sense, _)| match sense {
            Sense::Month(month, Calendar::Gregorian) => Some(*month),
            _ => None,
        })
    }

    /// Whether one mark without spaces stands before the atom at `at`.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        let between = at
            .checked_sub(1)
            .and_then(|before| Some((self.atoms.get(before)?, self.atoms.get(at)?)))
            .and_then(|(before, atom)| self.text.get(before.end..atom.start));
        between.is_some_and(|between| between.chars().count() == 1)
    }

    /// A day of the month at `at`, by the month beside it.
    pub(super) fn take_day(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        if reading.day.is_some() || !(1..=31).contains(&number.value) || number.digits > 2 {
            return None;
        }
        let moved = reading.away.map(|(unit, _)| unit).or(reading.unit);
        // "امروز چهارشنبه ۲۲ بهمن"
        let today =
            moved == Some(Unit::Day) && reading.weekday.is_some() && self.month_beside(at + 1);
        if !today && !matches!(moved, None | Some(Unit::Year | Unit::Month)) {
            return None;
        }
        // "the 14th of this month"
        if number.ordinal && reading.has_no_calendar() && self.month_told(at + 1) {
            reading.day = Some(number.value as u8);
            return Some(at + 1);
        }
        // "Conference 2010, 8 June 2010": a year before its day is of something else.
        if reading.year.is_some() && reading.month.is_none() && self.lexicon.order[0] == Unit::Day {
            return None;
        }
        if reading.month.is_some() {
            return self.take_day_after(at, number, reading);
        }
        let day = number.value as u8;
        if self.month_beside(at + 1) {
            reading.day = Some(day);
            return Some(at + 1);
        }
        if self.opens_night_between(at, reading) {
            reading.day = Some(day);
            return Some(at + 1);
        }
        if let Some((month, next)) = self.month_in_digits(at) {
            reading.day = Some(day);
            reading.month = Some(month);
            return Some(next);
        }
        if let Some((month, calendar, year)) = self.month_of_both(at, number) {
            reading.day = Some(day);
            reading.month = Some(month);
            reading.calendar = calendar;
            reading.year = year;
            return Some(at + 1);
        }
        // "3-5 May", "from 3 to 5 May"
        let to = if self.gap(at + 1) == Gap::Dash {
            at + 1
        } else if self.follows(at + 1) && self.is_between(at) {
            self.past_glue(at + 2)
        } else {
            return None;
        };
        let last = self.number(to)?;
        if last.digits <= 2
            && (number.value + 1..=31).contains(&last.value)
            && self.month_beside(to + 1)
        {
            reading.day = Some(day);
            reading.last_day = Some(last.value as u8);
            return Some(to + 1);
        }
        None
    }

    /// The month after the day at `at` as a number: "9 de 8 de 1971", "am siebten Vierten".
    fn month_in_digits(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.number(at)?;
        let next = self.past_glue(at + 1);
        let month = self.number(next)?;
        let number = u8::try_from(month.value)
            .ok()
            .filter(|m| (1..=12).contains(m))?;
        let close = (at + 1..=next).all(|at| self.follows(at));
        let year = self.past_glue(next + 1);
        let year_follows = year > next + 1
            && self
                .digits(year)
                .is_some_and(|n| n.digits == 4 && BARE_YEARS.contains(&n.value));
        let joined = next == at + 2 && self.digits(at).is_some() && self.digits(next).is_some();
        let spoken = next == at + 1
            && self.lexicon.ordinal_dot
            && day.ordinal
            && month.ordinal
            && self.digits(next).is_none()
            && self.digits(at).is_none_or(|n| n.ordinal)
            && at > 0
            && self.follows(at)
            && self.is(at - 1, |s| matches!(s, Sense::In | Sense::Weekday(_)));
        let fits = close && month.digits <= 2 && (joined && year_follows || spoken);
        fits.then_some((number, next + 1))
    }

    /// Whether a month follows at `at`, so that the number before it is its day.
    pub(super) fn dated(&self, at: usize) -> bool {
        self.month_beside(at)
    }

    /// The month, and the year where one follows, that a day shares with a later one which it is joined
    /// to and which does not follow it: "(on 6) and 11 November".
    fn month_of_both(&self, at: usize, day: Number) -> Option<(u8, Calendar, Option<i32>)> {
        let bounded = matches!(self.bound_before(at), Some(Bound::From | Bound::Between));
        let other = self.past_glue(at + 2);
        let close = (at + 1..=other).all(|at| self.follows(at));
        let joined = close && self.is(at + 1, |s| s == Sense::And) && !bounded;
        let last = self.number(other).filter(|_| joined && other < at + 4)?;
        let later = last.digits <= 2 && (day.value + 2..=31).contains(&last.value);
        // Two numbers in words before a month are more often other things.
        let printed = self.opens_in_digits(at) && self.opens_in_digits(other);
        let named = self.past_glue(other + 1);
        let (month, calendar) = self
            .senses(named)
            .find_map(|(sense, _)| match sense {
                Sense::Month(month, calendar) => Some((month, calendar)),
                _ => None,
            })
            .filter(|_| later && printed && self.month_beside(other + 1))?;
        let year = self.past_glue(named + 1);
        let printed_year = self.follows(year)
            && self
                .digits(year)
                .is_some_and(|n| n.digits == 4 && BARE_YEARS.contains(&n.value));
        let year = (self.digits(year).filter(|_| printed_year))
            .and_then(|year| i32::try_from(year.value).ok());
        Some((month, calendar, year))
    }

    /// Whether the word after the number at `at` joins it to the other end of a period; two days
    /// that follow each other are one ("27 and 28 January").
    fn is_between(&self, at: usize) -> bool {
        let value = |at: usize| self.number(at).map(|number| number.value);
        let next_day = value(at).map(|day| day + 1) == value(self.past_glue(at + 2));
        let bounded =
            next_day || matches!(self.bound_before(at), Some(Bound::From | Bound::Between));
        self.is(at + 1, |s| s == Sense::To || (s == Sense::And && bounded))
    }

    /// Whether a month stands at `at`, close to the number before it.
    fn month_beside(&self, at: usize) -> bool {
        let close = matches!(
            self.gap(at),
            Gap::None | Gap::Space | Gap::Dot | Gap::Dash | Gap::Slash
        );
        let month = self.past_glue(at);
        close && self.is(month, |s| matches!(s, Sense::Month(..)))
    }

    /// Whether a month counted from publication follows over a joint: "(the 14th) of this month",
    /// "(الرابع عشر) من الشهر الحالي".
    fn month_told(&self, at: usize) -> bool {
        let next = self.past_glue(at);
        let month = |at: usize| self.unit(at) == Some(Unit::Month);
        let shift = |at: usize| self.follows(at) && self.is(at, |s| matches!(s, Sense::Shift(_)));
        let shifted = month(next) && shift(next + 1)
            || shift(next) && self.follows(next + 1) && month(next + 1);
        let named = self.is(next, |s| matches!(s, Sense::Offset(Unit::Month, ..)));
        next > at && (at..=next).all(|at| self.follows(at)) && (shifted || named)
    }

    /// A day after its month: "April 30", "October the 7th".
    fn take_day_after(&self, at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
        let order = self.lexicon.order;
        let month_first = order[2] != Unit::Month && order[0] != Unit::Day;
        let after_month =
            at > 0 && self.is(self.before_glue(at), |s| matches!(s, Sense::Month(..)));
        // "January, the third week"
        let counts = number.ordinal && self.unit(self.past_glue(at + 1)).is_some();
        // "Mai vingt-neuf"
        let in_words = self.digits(at).is_none() && !self.word_follows(at);
        let close = match self.gap(at) {
            Gap::None | Gap::Space | Gap::Dot => true,
            // "October, 1st", "Oct/2"
            Gap::Comma => number.ordinal,
            Gap::Slash => self.gap(at + 1) != Gap::Slash,
            _ => false,
        };
        let marked = self.gap(at) == Gap::Slash;
        let fits = after_month
            && (month_first || number.ordinal || in_words || marked)
            && !counts
            && close;
        if !fits {
            return None;
        }
        reading.day = Some(number.value as u8);
        // "April 3-5"
        if self.gap(at + 1) == Gap::Dash
            && let Some(last) = self.number(at + 1)
            && last.digits <= 2
            && (number.value + 1..=31).contains(&last.value)
            && !self.month_beside(at + 2)
        {
            reading.last_day = Some(last.value as u8);
            return Some(at + 2);
        }
        Some(at + 1)
    }

    /// Whether the word at `at` is a preposition or one with its article: "on the".
    fn begins_with_preposition(&self, at: usize) -> bool {
        let words = self
            .atoms
            .get(at)
            .and_then(|atom| self.text.get(atom.start..atom.end));
        let first = words.and_then(|words| words.split(' ').next());
        let entry = first.and_then(|word| self.lexicon.longest(word));
        self.is(at, |s| s == Sense::In)
            || entry.is_some_and(|(entry, _)| {
                let senses = &self.lexicon.entry(entry).senses;
                senses.iter().any(|(sense, _)| *sense == Sense::In)
            })
    }

    /// "on the 18th", in digits and with nothing to count after it.
    fn is_led_ordinal(&self, at: usize, number: Number) -> bool {
        let atom = self.atoms[at];
        let suffixed = matches!(atom.what, What::Number(_))
            && number.ordinal
            && atom.end - atom.start > number.digits
            && (1..=31).contains(&number.value);
        let article = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Glue);
        let led = article
            && (self.begins_with_preposition(at - 1)
                || at > 1 && self.follows(at - 1) && self.is(at - 2, |s| s == Sense::In));
        suffixed && led && !self.word_follows(at) && self.unit(at + 1).is_none()
    }

    /// A day after its weekday: "Friday the 13th", "sexta-feira (13)", "martes 30".
    pub(super) fn take_weekday_day(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let free = *reading
            == Reading {
                around: reading.around,
                ..Reading::default()
            };
        if free && self.is_led_ordinal(at, number) {
            reading.day = Some(number.value as u8);
            return Some(at + 1);
        }
        if reading.weekday.is_none()
            || reading.day.is_some()
            || !reading.has_no_calendar()
            || number.digits > 2
            || !(1..=31).contains(&number.value)
        {
            return None;
        }
        let beside = at > 0 && self.is(self.before_glue(at), |s| matches!(s, Sense::Weekday(_)));
        let bracketed = self.gap(at) == Gap::Paren && self.closes(at);
        let plain = beside
            && self.follows(at)
            // "ביום רביעי בארבע לפנות בוקר"
            && !self.half_day(at + 1)
            // "salı günü ilk kez"
            && (number.ordinal && self.opens_in_digits(at)
                || !self.word_follows(at) && self.unit(at + 1).is_none())
            // "عصر پنجشنبه ۸ تا ۱۰ درجه"
            && !(self.is(at + 1, |s| s == Sense::To)
                && self.number(at + 2).is_some()
                && self.lexicon.is_measured(self.rest(at + 2)));
        if !(bracketed || plain) {
            return None;
        }
        reading.day = Some(number.value as u8);
        Some(at + 1)
    }
}
