//! From atoms to readings: neighbouring words and numbers fill one date as long as they fit.
//!
//! The order of the words is left open ("last Tuesday", "mardi dernier", "上周二"): each atom
//! says which part of a date it may be, and takes that part if it is still free. Only numbers
//! need their neighbours: a number is a day beside a month, a year after one.

use super::atoms::{Atom, Gap, Number, What, short_year};
use super::lexicon::{Bound, Calendar, Lexicon, Sense, Side, Unit};
use super::reading::{Amount, Reading};

/// A date that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    /// Bytes in the sentence.
    pub start: usize,
    pub end: usize,
    pub reading: Reading,
    /// The other end of a period.
    pub to: Option<Reading>,
}

/// All dates of a sentence, in order.
pub(super) fn dates(text: &str, atoms: &[Atom], lexicon: &Lexicon) -> Vec<Read> {
    let parser = Parser {
        text,
        atoms,
        lexicon,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        if parser.is(at, |s| s == Sense::Every) {
            at = parser.skip_frequency(at);
            continue;
        }
        match parser.read(at) {
            Some((read, next)) => {
                found.push(read);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The years that a bare number of four digits may be in news.
const BARE_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// How many atoms one date may have; no printed date has more.
const LONGEST: usize = 16;

struct Parser<'a> {
    text: &'a str,
    atoms: &'a [Atom],
    lexicon: &'a Lexicon,
}

impl Parser<'_> {
    /// The senses of the atom at `at` that its spelling allows.
    fn senses(&self, at: usize) -> impl Iterator<Item = (Sense, bool)> + '_ {
        let atom = self.atoms.get(at);
        let entry = atom.and_then(|atom| match atom.what {
            What::Word(entry) => Some(self.lexicon.entry(entry)),
            _ => None,
        });
        let capital = atom.is_some_and(|atom| atom.capital);
        entry
            .into_iter()
            .flat_map(|entry| entry.senses.iter())
            .filter(move |(_, when)| capital || !when.capital)
            .map(|(sense, when)| (*sense, when.near))
    }

    fn is(&self, at: usize, test: impl Fn(Sense) -> bool) -> bool {
        self.senses(at).any(|(sense, _)| test(sense))
    }

    fn gap(&self, at: usize) -> Gap {
        self.atoms.get(at).map_or(Gap::Other, |atom| atom.gap)
    }

    /// Whether the atom at `at` follows the one before without a break.
    fn follows(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::None | Gap::Space)
    }

    fn number(&self, at: usize) -> Option<Number> {
        match self.atoms.get(at)?.what {
            What::Number(number) => Some(number),
            What::Word(_) => self.senses(at).find_map(|(sense, _)| match sense {
                Sense::Number(value) | Sense::Ordinal(value) => Some(Number {
                    value,
                    digits: if value > 999 { 4 } else { 2 },
                    ordinal: matches!(sense, Sense::Ordinal(_)),
                    decade: false,
                    short: false,
                }),
                _ => None,
            }),
            _ => None,
        }
    }

    fn amount(&self, at: usize) -> Option<Amount> {
        if self.is(at, |s| s == Sense::Few) {
            return Some(Amount::Few);
        }
        self.number(at)
            .filter(|number| !number.ordinal && !number.decade)
            .map(|number| Amount::Number(number.value))
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    fn mark(&self, at: usize, wanted: Unit) -> bool {
        self.follows(at) && self.is(at, |s| s == Sense::Mark(wanted))
    }

    /// The first atom at or after `at` that is not glue, if all between follow closely.
    fn past_glue(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            if !self.is(at, |s| s == Sense::Glue) {
                break;
            }
            at += 1;
        }
        at
    }

    /// After "every": the frequency ends with the next unit, weekday or month.
    fn skip_frequency(&self, at: usize) -> usize {
        for next in at + 1..(at + 4).min(self.atoms.len()) {
            if !self.follows(next) {
                return at + 1;
            }
            if self.is(next, |s| {
                matches!(
                    s,
                    Sense::Unit(_)
                        | Sense::Weekday(_)
                        | Sense::Month(..)
                        | Sense::Part(_)
                        | Sense::Season(_)
                )
            }) {
                return next + 1;
            }
        }
        at + 1
    }

    /// The date that starts at `at`, with its other end where it is one of a period, and the
    /// atom after it.
    fn read(&self, at: usize) -> Option<(Read, usize)> {
        let (mut reading, mut next) = self.single(at)?;
        let bound = self.bound_before(at);
        reading.bound = reading.bound.or(bound);
        let mut to = None;
        if let Some((other, after)) = self.other_end(next, &reading) {
            let mut other = other;
            join(&mut reading, &mut other);
            to = Some(other);
            next = after;
        }
        let last = self.atoms.get(next - 1)?;
        let opened = next - 1 > at && last.gap == Gap::Paren;
        let closing = self
            .text
            .get(last.end..)
            .and_then(|rest| rest.chars().next())
            .filter(|c| opened && matches!(c, ')' | '）'));
        let read = Read {
            start: self.atoms.get(at)?.start,
            end: last.end + closing.map_or(0, char::len_utf8),
            reading,
            to,
        };
        Some((read, next))
    }

    fn bound_before(&self, at: usize) -> Option<Bound> {
        let mut before = at;
        while before > 0 && self.follows(before) {
            before -= 1;
            let bound = self.senses(before).find_map(|(sense, _)| match sense {
                Sense::Bound(bound) => Some(bound),
                _ => None,
            });
            if bound.is_some() {
                return bound;
            }
            if at - before > 2 || !self.is(before, |s| matches!(s, Sense::Glue | Sense::In)) {
                return None;
            }
        }
        None
    }

    /// The other end of a period whose first end stops before `at`.
    fn other_end(&self, at: usize, first: &Reading) -> Option<(Reading, usize)> {
        let opened = matches!(
            first.bound,
            Some(Bound::From | Bound::Between | Bound::Since)
        );
        let start = match self.gap(at) {
            Gap::Dash => self.past_glue(at),
            Gap::Slash if first.year.is_some() && first.month.is_none() => at,
            Gap::Space | Gap::None => {
                let to = self.is(at, |s| s == Sense::To)
                    || (opened
                        && self.is(at, |s| matches!(s, Sense::And | Sense::Bound(Bound::Until))));
                if !to {
                    return None;
                }
                let mut next = at + 1;
                for _ in 0..3 {
                    if self.is(next, |s| matches!(s, Sense::Glue | Sense::In)) {
                        next += 1;
                    }
                }
                if !self.follows(next) {
                    return None;
                }
                next
            }
            _ => return None,
        };
        // "2019-20", "April 3 to 5"
        if let Some(number) = self.number(start) {
            let bare = |reading: Reading| Some((reading, start + 1));
            if let Some(year) = first.year
                && first.month.is_none()
                && first.decade.is_none()
                && number.digits == 2
                && self.gap(start) != Gap::Space
                && i64::from(number.value) == i64::from(year.rem_euclid(100)) + 1
            {
                return bare(Reading {
                    year: Some(year + 1),
                    ..Reading::default()
                });
            }
            let day_follows = self.single(start).is_some();
            if first.day.is_some()
                && first.month.is_some()
                && !day_follows
                && (1..=31).contains(&number.value)
                && first.day.is_some_and(|day| u32::from(day) < number.value)
            {
                let mut reading = Reading {
                    day: Some(number.value as u8),
                    ..Reading::default()
                };
                let next = start + 1;
                let year = self.past_glue(next);
                if let Some(number) = self.number(year)
                    && number.digits == 4
                    && matches!(self.gap(next), Gap::Comma | Gap::Space)
                    && is_year(number.value)
                {
                    reading.year = Some(number.value as i32);
                    return Some((reading, year + 1));
                }
                return Some((reading, next));
            }
        }
        let (other, next) = self.single(start)?;
        let same_kind = (other.year.is_some() && first.year.is_some())
            || (other.month.is_some() && (first.month.is_some() || first.day.is_some()))
            || (other.day.is_some() && first.day.is_some())
            || (other.weekday.is_some() && first.weekday.is_some())
            || (other.time.is_some() && first.time.is_some())
            || (opened && other.is_date());
        same_kind.then_some((other, next))
    }

    /// One date without the other end of a period.
    fn single(&self, at: usize) -> Option<(Reading, usize)> {
        // Glue and prepositions open no date.
        if !self.opens(at) {
            return None;
        }
        let mut reading = Reading::default();
        let mut found = None;
        let mut next = at;
        let limit = (at + LONGEST).min(self.atoms.len());
        while next < limit {
            if next > at && !self.joins(next, &reading) {
                break;
            }
            if let Some(after) = self.take(next, at, &mut reading) {
                next = after;
                if reading.is_date() {
                    found = Some((reading.clone(), next));
                }
            } else if next > at
                // A year closes a date: after it a preposition opens another.
                && !(reading.year.is_some() && self.is(next, |s| s == Sense::In))
                && self.is(next, |s| matches!(s, Sense::Glue | Sense::In))
            {
                next += 1;
            } else {
                break;
            }
        }
        found
    }

    fn opens(&self, at: usize) -> bool {
        match self.atoms.get(at).map(|atom| atom.what) {
            Some(What::Word(_)) => self.is(at, |s| {
                !matches!(
                    s,
                    Sense::Glue
                        | Sense::In
                        | Sense::To
                        | Sense::And
                        | Sense::Bound(_)
                        | Sense::Not
                        | Sense::Future
                        | Sense::Zone
                )
            }),
            Some(_) => true,
            None => false,
        }
    }

    /// Whether the atom at `next` may still belong to the date before it.
    fn joins(&self, next: usize, reading: &Reading) -> bool {
        match self.gap(next) {
            // A dot stands in "Jan. 5" and "3. Mai".
            Gap::None | Gap::Space | Gap::Dot => true,
            Gap::Comma => self.joins_over_comma(next, reading),
            Gap::Dash => reading.day.is_some() && self.is(next, |s| matches!(s, Sense::Month(..))),
            Gap::Paren => reading.weekday.is_some() && self.closes(next),
            Gap::Slash | Gap::Other => false,
        }
    }

    /// A comma stands inside a date only before what completes it: "Tuesday, 30 April, 2024".
    fn joins_over_comma(&self, next: usize, reading: &Reading) -> bool {
        let is_time = matches!(
            self.atoms.get(next).map(|atom| atom.what),
            Some(What::Clock(..))
        );
        let has_day = reading.day.is_some() || reading.weekday.is_some() || reading.away.is_some();
        if is_time {
            return has_day && reading.time.is_none();
        }
        let only_weekday = reading.weekday.is_some() && reading.has_no_calendar();
        if only_weekday {
            let after = self.past_glue(next + 1);
            return matches!(
                self.atoms.get(next).map(|atom| atom.what),
                Some(What::Day { .. })
            ) || self.is(next, |s| matches!(s, Sense::Month(..)))
                || (self.number(next).is_some()
                    && (self.is(after, |s| matches!(s, Sense::Month(..)))
                        || self.mark(next + 1, Unit::Month)
                        || self.mark(next + 1, Unit::Day)));
        }
        reading.month.is_some()
            && reading.year.is_none()
            && self
                .number(next)
                .is_some_and(|n| n.digits == 4 && is_year(n.value))
    }

    /// Whether a closing parenthesis follows: "terça-feira (30)".
    fn closes(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            self.text
                .get(atom.end..)
                .is_some_and(|rest| rest.starts_with([')', '）']))
        })
    }

    /// Takes the atom at `at` into the reading, if it fits, and gives the atom after.
    fn take(&self, at: usize, first: usize, reading: &mut Reading) -> Option<usize> {
        match self.atoms.get(at)?.what {
            What::Day { year, month, day } => {
                let free =
                    reading.year.is_none() && reading.month.is_none() && reading.day.is_none();
                if !free {
                    return None;
                }
                reading.year = Some(year.into());
                reading.month = Some(month);
                reading.day = Some(day);
                Some(at + 1)
            }
            What::Clock(hour, minute, second) => {
                if reading.time.is_some() {
                    return None;
                }
                reading.time = Some((hour, minute, second));
                Some(if self.mark(at + 1, Unit::Hour) {
                    at + 2
                } else {
                    at + 1
                })
            }
            What::Pair(a, b, mark) => self.take_pair(at, first, (a, b, mark), reading),
            What::Number(number) => self.take_number(at, first, number, reading),
            What::Word(_) => {
                if let Some(number) = self.number(at)
                    && let Some(next) = self.take_number(at, first, number, reading)
                {
                    return Some(next);
                }
                self.senses(at).find_map(|(sense, near)| {
                    if near && !self.has_neighbour(at, first, reading) {
                        return None;
                    }
                    self.take_word(at, sense, reading)
                })
            }
        }
    }

    /// Whether a doubtful word has a date word or number beside it.
    fn has_neighbour(&self, at: usize, first: usize, reading: &Reading) -> bool {
        if at > first && *reading != Reading::default() {
            return true;
        }
        let before = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(s, Sense::In | Sense::Bound(_) | Sense::To | Sense::Glue)
            });
        let after = matches!(
            self.gap(at + 1),
            Gap::None | Gap::Space | Gap::Dot | Gap::Comma
        ) && (self.number(at + 1).is_some()
            || self.is(self.past_glue(at + 1), |s| {
                matches!(s, Sense::Month(..) | Sense::Weekday(_) | Sense::Shift(_))
            })
            || self
                .number(self.past_glue(at + 1))
                .is_some_and(|n| n.digits == 4));
        before || after
    }

    fn take_pair(
        &self,
        at: usize,
        first: usize,
        (a, b, mark): (u32, u32, char),
        reading: &mut Reading,
    ) -> Option<usize> {
        // "10.30 Uhr", "alle 10.30"
        let led = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Hour));
        let marked = self.mark(at + 1, Unit::Hour);
        if mark == '.' && a <= 24 && b < 60 && reading.time.is_none() && (led || marked) {
            reading.time = Some((a as u8, b as u8, 0));
            return Some(at + 1 + usize::from(marked));
        }
        if reading.month.is_some() || reading.year.is_some() || reading.day.is_some() {
            return None;
        }
        let (year, month) = if a > 1000 { (a, b) } else { (b, a) };
        if year > 1000 {
            reading.year = Some(year as i32);
            reading.month = Some(month as u8);
            return Some(at + 1);
        }
        let near = reading.weekday.is_some()
            || (at == first
                && at > 0
                && self.follows(at)
                && self.is(at - 1, |s| {
                    matches!(s, Sense::In | Sense::Bound(_) | Sense::To)
                }))
            || self.closes(at) && reading.weekday.is_some();
        if !near {
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

    fn take_number(
        &self,
        at: usize,
        first: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
        let value = number.value;
        let near = |next: usize| self.follows(next);
        if number.decade {
            return take_decade(at, number, reading);
        }
        // "three days ago", "3年前"
        let is_printed_year = number.digits == 4 && is_year(value) && self.mark(at + 1, Unit::Year);
        if reading.has_no_calendar()
            && !number.ordinal
            && !is_printed_year
            && near(at + 1)
            && let Some(unit) = self.unit(at + 1)
        {
            let after = at + 2;
            let sign = self.senses(after).find_map(|(s, _)| match s {
                Sense::Ago(sign, Side::After) => Some(sign),
                _ => None,
            });
            if near(after)
                && let Some(sign) = sign
            {
                reading.away = Some((unit, sign.saturating_mul(i32::try_from(value).ok()?)));
                return Some(after + 1);
            }
            // "the last three days"
            if reading.shift.is_some() && reading.unit.is_none() {
                reading.unit = Some(unit);
                reading.amount = Some(Amount::Number(value));
                return Some(at + 2);
            }
        }
        if self.mark(at + 1, Unit::Decade) {
            return take_decade(at, number, reading).map(|next| next + 1);
        }
        if reading.year.is_none() && self.mark(at + 1, Unit::Year) {
            let era = reading.calendar != Calendar::Gregorian;
            let month_follows = self.number(at + 2).is_some() && self.mark(at + 3, Unit::Month);
            let year = match number.digits {
                _ if era => Some(value),
                4 if is_year(value) => Some(value),
                2 if month_follows => Some(short_year(value)),
                _ => None,
            };
            if let Some(year) = year {
                reading.year = Some(year as i32);
                return Some(at + 2);
            }
        }
        let moved = reading.away.map(|(unit, _)| unit).or(reading.unit);
        let month_fits = matches!(moved, None | Some(Unit::Year));
        let day_fits = month_fits || moved == Some(Unit::Month);
        if reading.month.is_none()
            && month_fits
            && (1..=12).contains(&value)
            && self.mark(at + 1, Unit::Month)
        {
            reading.month = Some(value as u8);
            return Some(at + 2);
        }
        if reading.day.is_none() && day_fits && (1..=31).contains(&value) {
            if self.mark(at + 1, Unit::Day) {
                reading.day = Some(value as u8);
                return Some(at + 2);
            }
            if let Some(next) = self.take_day(at, number, reading) {
                return Some(next);
            }
        }
        if reading.time.is_none()
            && let Some(next) = self.take_hour(at, number, reading)
        {
            return Some(next);
        }
        // "second quarter", "19th century", "第三季度"
        if number.ordinal && reading.nth.is_none() {
            let next = self.past_glue(at + 1);
            if near(at + 1)
                && let Some(unit @ (Unit::Quarter | Unit::Half | Unit::Century | Unit::Week)) =
                    self.unit(next)
            {
                reading.nth = Some((value, unit));
                return Some(next + 1);
            }
        }
        if reading.year.is_none() && self.is_year_here(at, first, number, reading) {
            reading.year = Some(if number.digits == 2 {
                short_year(value)
            } else {
                value
            } as i32);
            return Some(at + 1);
        }
        None
    }

    /// A day of the month at `at`, by the month beside it.
    fn take_day(&self, at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
        let day = u8::try_from(number.value).ok()?;
        let is_month = |next: usize| self.is(next, |s| matches!(s, Sense::Month(..)));
        let tight = |next: usize| {
            matches!(
                self.gap(next),
                Gap::None | Gap::Space | Gap::Dot | Gap::Dash | Gap::Comma
            )
        };
        if number.digits > 2 {
            return None;
        }
        if reading.month.is_none() {
            let next = self.past_glue(at + 1);
            if tight(at + 1) && self.gap(at + 1) != Gap::Comma && is_month(next) {
                reading.day = Some(day);
                return Some(at + 1);
            }
            // "3-5 May", "from 3 to 5 May"
            let to = if self.gap(at + 1) == Gap::Dash {
                Some(at + 1)
            } else if self.follows(at + 1)
                && self.is(at + 1, |s| {
                    s == Sense::To || (s == Sense::And && self.bound_before(at).is_some())
                })
            {
                Some(self.past_glue(at + 2))
            } else {
                None
            };
            if let Some(to) = to
                && let Some(last) = self.number(to)
                && last.digits <= 2
                && last.value <= 31
                && last.value > number.value
                && tight(to + 1)
                && is_month(self.past_glue(to + 1))
            {
                reading.day = Some(day);
                reading.last_day = Some(last.value as u8);
                return Some(to + 1);
            }
            // "Friday the 13th", "sexta-feira (13)"
            if reading.weekday.is_some()
                && (number.ordinal || (self.gap(at) == Gap::Paren && self.closes(at)))
            {
                reading.day = Some(day);
                return Some(at + 1);
            }
            return None;
        }
        let month_first =
            self.lexicon.order[2] != Unit::Month && self.lexicon.order[0] != Unit::Day;
        let after_month =
            at > 0 && self.is(self.before_glue(at), |s| matches!(s, Sense::Month(..)));
        (after_month && (month_first || number.ordinal) && self.gap(at) != Gap::Comma).then(|| {
            reading.day = Some(day);
            at + 1
        })
    }

    /// The atom before `at` that is not glue.
    fn before_glue(&self, at: usize) -> usize {
        let mut before = at.saturating_sub(1);
        for _ in 0..2 {
            if before > 0 && self.is(before, |s| s == Sense::Glue) {
                before -= 1;
            }
        }
        before
    }

    fn take_hour(&self, at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
        let hour = u8::try_from(number.value).ok().filter(|hour| *hour <= 24)?;
        if number.digits > 2 {
            return None;
        }
        let half_day =
            |next: usize| self.follows(next) && self.is(next, |s| matches!(s, Sense::HalfDay(_)));
        if self.mark(at + 1, Unit::Hour) {
            let mut next = at + 2;
            let mut minute = 0;
            if self.follows(next)
                && let Some(number) = self.number(next)
                && number.digits == 2
                && number.value < 60
                && (self.mark(next + 1, Unit::Minute) || self.gap(next) == Gap::None)
            {
                minute = number.value as u8;
                next += 1 + usize::from(self.mark(next + 1, Unit::Minute));
            }
            reading.time = Some((hour, minute, 0));
            return Some(next);
        }
        let led = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Hour));
        if half_day(at + 1) || led {
            reading.time = Some((hour, 0, 0));
            return Some(at + 1);
        }
        None
    }

    /// Whether the number at `at` is a year.
    fn is_year_here(&self, at: usize, first: usize, number: Number, reading: &Reading) -> bool {
        if number.ordinal || !(number.digits == 4 && is_year(number.value)) {
            return number.digits == 2 && number.short && reading.month.is_some();
        }
        let led = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Lead(Unit::Year));
        if led {
            return true;
        }
        if reading.month.is_some()
            || reading.nth.is_some()
            || reading.season.is_some()
            || reading.feast.is_some()
            || reading.calendar != Calendar::Gregorian
        {
            return true;
        }
        if at > first && reading.edge.is_none() {
            return false;
        }
        // An amount of something.
        if self.follows(at + 1) && self.unit(at + 1).is_some() && !self.mark(at + 1, Unit::Year) {
            return false;
        }
        let opened = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(
                    s,
                    Sense::In | Sense::Bound(_) | Sense::Edge(_) | Sense::To | Sense::Era(_)
                )
            });
        opened || BARE_YEARS.contains(&number.value)
    }

    fn take_word(&self, at: usize, sense: Sense, reading: &mut Reading) -> Option<usize> {
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

/// Years that a number of four digits may be.
fn is_year(value: u32) -> bool {
    (1000..=2999).contains(&value)
}

/// The two ends of a period lend each other what only one of them says.
fn join(first: &mut Reading, last: &mut Reading) {
    first.year = first.year.or(last.year);
    last.year = last.year.or(first
        .year
        .filter(|_| last.month.is_some() || last.day.is_some()));
    if last.month.is_none() && last.day.is_some() {
        last.month = first.month;
    }
    if first.month.is_none() && first.day.is_some() {
        first.month = last.month;
    }
    first.calendar = match first.calendar {
        Calendar::Gregorian => last.calendar,
        other => other,
    };
    last.calendar = first.calendar;
    last.afternoon = last.afternoon.or(first.afternoon);
    first.afternoon = first.afternoon.or(last.afternoon);
}

/// Takes the number at `at` as a decade.
fn take_decade(at: usize, number: Number, reading: &mut Reading) -> Option<usize> {
    if reading.decade.is_some() || reading.year.is_some() || !number.value.is_multiple_of(10) {
        return None;
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
