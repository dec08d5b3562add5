//! Periods with both ends: "between 2007 and 2009", "3-5 May".

use super::numbers::{BARE_YEARS, is_year};
use super::{LONGEST, Parser, Read};
use crate::dates::atoms::Gap;
use crate::dates::lexicon::{Bound, Calendar, Edge, Part, Sense, Side, Unit};
use crate::dates::reading::Reading;

impl Parser<'_> {
    /// The date that starts at `at`, with its other end where it is one of a period, and the
    /// atom after it.
    pub(super) fn read(&self, at: usize) -> Option<(Read, usize)> {
        if let Some(found) = self.short_years(at) {
            return Some(found);
        }
        let bound = self.bound_before(at);
        let from_now = self.is(at, |s| s == Sense::Now);
        let (mut reading, mut next) = if from_now {
            (bound == Some(Bound::Between)).then(|| (now(), at + 1))?
        } else {
            self.single(at)?
        };
        reading.bound = reading.bound.or(bound);
        let mut to = None;
        if let Some((other, after)) = self.other_end(next, &reading) {
            let mut other = other;
            join(&mut reading, &mut other);
            to = Some(other);
            next = after;
        }
        if let Some(last) = to.as_ref().and_then(|to| quarter(&reading, to))
            && self.follows(next)
            && (self.unit(next) == Some(Unit::Quarter) || self.mark(next, Unit::Quarter))
        {
            reading.last_month = Some(last);
            to = None;
            next += 1;
        }
        if from_now && to.is_none() {
            return None;
        }
        let last = self.atoms.get(next - 1)?;
        let opened = next - 1 > at && last.gap == Gap::Paren;
        let closing = self
            .text
            .get(last.end..)
            .and_then(|rest| rest.chars().next())
            .filter(|c| opened && matches!(c, ')' | '）'));
        let read = Read {
            start: self
                .with_its_noun(at, &reading)
                .or_else(|| self.start_of(at))?,
            end: last.end + closing.map_or(0, char::len_utf8),
            ahead: self.looks_ahead(at) && !self.looks_since(at)
                || reading.bound == Some(Bound::Until)
                || (to.is_none() || reading.part.is_some()) && self.lies_ahead(at, next, &reading),
            reading,
            to,
        };
        Some((read, next))
    }

    /// Whether a word for "since" that is none for "from" leads to the date at `at`: it has begun.
    fn looks_since(&self, at: usize) -> bool {
        let before = self.before_glue(at);
        let is = |bound: Bound| self.is(before, |s| s == Sense::Bound(bound));
        let ahead = |s: Sense| matches!(s, Sense::Ahead(_) | Sense::Glue | Sense::In);
        let close = (before + 1..=at).all(|at| self.follows(at));
        before < at && close && is(Bound::Since) && !is(Bound::From) && !self.is(before, ahead)
    }

    /// Where the noun of a weekday begins that belongs to it in the lexicon and stands before it with
    /// a preposition written onto it, where a part of the day follows: "ב(יום שני בערב)".
    fn with_its_noun(&self, at: usize, reading: &Reading) -> Option<usize> {
        let part = reading.part.is_some() && reading.time.is_none();
        let plain = reading.weekday.is_some() && reading.has_no_calendar() && part;
        let before = self.atoms.get(at.checked_sub(1)?)?;
        let end = self.atoms.get(at)?.end;
        if !plain || !self.follows(at) || !self.is(at - 1, |s| s == Sense::In) {
            return None;
        }
        let lead = self.text.get(before.start..before.end)?;
        let start = before.start + lead.rfind(' ').map_or(0, |space| space + 1);
        let words = self.text.get(start..end)?;
        let taken = self.lexicon.clitics_before(words).find(|taken| {
            let whole = words
                .get(*taken..)
                .and_then(|rest| self.lexicon.longest(rest));
            whole.is_some_and(|(entry, length)| {
                let senses = &self.lexicon.entry(entry).senses;
                let weekday = |(sense, _): &(Sense, _)| matches!(sense, Sense::Weekday(_));
                taken + length == words.len() && senses.iter().any(weekday)
            })
        })?;
        Some(start + taken)
    }

    /// Where the date that begins with the atom at `at` is told from: prepositions and articles
    /// stand outside, also those that belong to a phrase of the lexicon ("at 9:40", "il giorno
    /// dopo").
    fn start_of(&self, at: usize) -> Option<usize> {
        if self.is(at, |s| s == Sense::Lead(Unit::Hour)) {
            return Some(self.atoms.get(at + 1)?.start);
        }
        let atom = self.atoms.get(at)?;
        // "गत 31 जनवरी"
        let next = self.atoms.get(at + 1);
        let pointed = self.is(at, |s| matches!(s, Sense::Shift(_)));
        if pointed && self.digits(at + 1).is_some() && self.dated(at + 2) {
            return next.map(|atom| atom.start);
        }
        let anaphor = self.is(at, |s| matches!(s, Sense::Anaphor(..)));
        let edge = |s: Sense| matches!(s, Sense::Edge(edge) if edge != Edge::Since);
        let phrase = anaphor || self.is(at, edge);
        let words = self.text.get(atom.start..atom.end).unwrap_or_default();
        let Some((first, _)) = words.split_once(' ').filter(|_| phrase) else {
            return Some(atom.start);
        };
        let outside = self.lexicon.longest(first).is_some_and(|(entry, length)| {
            let senses = &self.lexicon.entry(entry).senses;
            // "a finales de" is one phrase.
            let small = |(s, _): &(Sense, _)| *s == Sense::Glue || anaphor && *s == Sense::In;
            length == first.len() && senses.iter().any(small)
        });
        Some(atom.start + if outside { first.len() + 1 } else { 0 })
    }

    /// The atom behind a day that is the name of something: "Rua 15 de Novembro".
    pub(super) fn past_name(&self, at: usize) -> Option<usize> {
        let named = at > 0 && self.follows(at) && self.is(at - 1, |s| s == Sense::Named);
        let (reading, next) = named.then(|| self.single(at))??;
        // "Flug 2005"
        let number = next == at + 1 && self.digits(at).is_some();
        (reading.day.is_some() || number).then_some(next)
    }

    /// Whether a word follows at `at` that makes a name of the day before it: "Caddesi".
    pub(super) fn names(&self, at: usize) -> bool {
        self.gap(at) == Gap::Space && self.is(at, |s| s == Sense::NamedAfter)
    }

    /// Whether a word beside a day without its month says that it lies ahead: "für Freitag",
    /// "from Friday".
    fn lies_ahead(&self, at: usize, next: usize, reading: &Reading) -> bool {
        // "before midnight" is no deadline.
        let part = reading.part_alone && reading.bound != Some(Bound::Before);
        let named = reading.weekday.is_some() || reading.day.is_some() || part;
        let open = reading.month.is_none() && reading.year.is_none() && reading.shift.is_none();
        let before = || {
            let mut before = at;
            while before > 0 && self.follows(before) && at - before < 3 {
                before -= 1;
                if self.is(before, |s| s == Sense::Ahead(Side::Before)) {
                    return true;
                }
                if !self.is(before, |s| {
                    matches!(s, Sense::Glue | Sense::In | Sense::Lead(_))
                }) {
                    return false;
                }
            }
            false
        };
        let after = || self.follows(next) && self.is(next, |s| s == Sense::Ahead(Side::After));
        // "for Tuesday's attack"
        let owned = || {
            let rest = self.rest(next - 1);
            rest.starts_with(['\'', '’'])
        };
        // "postponed Sunday's match", "adiou a partida de domingo"
        let moved = || {
            let of = at > 0
                && self.follows(at)
                && self.is(at - 1, |s| s == Sense::Glue)
                && self.is(at - 1, |s| s == Sense::Bound(Bound::From));
            let near = at.saturating_sub(LONGEST)..(at + LONGEST).min(self.atoms.len());
            (of || owned())
                && near
                    .into_iter()
                    .any(|at| self.is(at, |s| s == Sense::Moved))
        };
        named && open && (before() && !owned() || after() || moved())
    }

    /// Years of which the last is cut short: "1939-45", and "53-1950" where the script runs from
    /// right to left.
    fn short_years(&self, at: usize) -> Option<(Read, usize)> {
        if self.gap(at + 1) != Gap::Dash || !self.is_tight(at + 1) {
            return None;
        }
        let (one, other) = (self.digits(at)?, self.digits(at + 1)?);
        let (first, last) = match (one.digits, other.digits) {
            (4, 2) => (one, other),
            (2, 4) if self.text.contains(is_right_to_left) => (other, one),
            _ => return None,
        };
        let plain = !one.ordinal && !other.ordinal && !one.decade && !other.decade;
        let years = BARE_YEARS.contains(&first.value) && last.value > first.value % 100;
        // "03-2025-17" and "555-2030-45" are numbers of another kind.
        let alone = self.gap(at) != Gap::Dash && self.gap(at + 2) != Gap::Dash;
        let whole = one.digits == 2 || self.is_whole_year(at);
        if !plain || !years || !alone || !whole {
            return None;
        }
        let of = |year: u32| Reading {
            year: i32::try_from(year).ok(),
            ..Reading::default()
        };
        let read = Read {
            start: self.atoms.get(at)?.start,
            end: self.atoms.get(at + 1)?.end,
            ahead: self.looks_ahead(at),
            reading: of(first.value),
            to: Some(of(first.value / 100 * 100 + last.value)),
        };
        Some((read, at + 2))
    }

    /// Whether a word that stands after both ends of a period follows at `at`: 之间, "arasında".
    fn closes_period(&self, at: usize) -> bool {
        let next = self.past_glue(at);
        self.follows(at)
            && self.follows(next)
            && self.is(next, |s| s == Sense::Bound(Bound::Between))
    }

    pub(super) fn bound_before(&self, at: usize) -> Option<Bound> {
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
            if at - before > 2
                || !self.is(before, |s| {
                    matches!(s, Sense::Glue | Sense::In | Sense::Lead(_))
                })
            {
                return None;
            }
        }
        None
    }

    /// The atom behind what joins the two days of a night: "auf den", "to", a dash or nothing.
    fn past_joint(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while next < at + 3
            && self.follows(next)
            && self.is(next, |s| {
                matches!(
                    s,
                    Sense::To | Sense::And | Sense::Over | Sense::Glue | Sense::In
                )
            })
        {
            next += 1;
        }
        (self.follows(next) || self.gap(next) == Gap::Dash).then_some(next)
    }

    /// Whether the number at `at` is the first of the two days of a night: "Nacht vom 18. auf den
    /// 19. Mai".
    pub(super) fn opens_night_between(&self, at: usize, reading: &Reading) -> bool {
        let night = matches!(reading.part, Some(Part::Night | Part::Evening));
        let last = || {
            let joint = self.past_joint(at + 1)?;
            let (first, last) = (self.number(at)?, self.number(joint)?);
            let follow = last.value == first.value + 1 || last.value == 1 && first.value >= 28;
            (joint > at + 1 && follow && last.digits <= 2 && self.dated(joint + 1)).then_some(())
        };
        night && last().is_some()
    }

    /// Whether a word at `at` opens the two days of a night: "ночь с (понедельника на вторник)".
    pub(super) fn opens_night(&self, at: usize, reading: &Reading) -> bool {
        let night = matches!(reading.part, Some(Part::Night | Part::Midnight));
        let bare = reading.weekday.is_none() && reading.has_no_calendar();
        let opens = |s: Sense| matches!(s, Sense::Bound(Bound::From | Bound::Between));
        night && bare && reading.time.is_none() && self.is(at, opens) && {
            let next = self.past_glue(at + 1);
            self.follows(next)
                && (self.is(next, |s| matches!(s, Sense::Weekday(_)))
                    || self.number(next).is_some_and(|n| n.digits <= 2))
        }
    }

    /// The second day of a night whose first day stops before `at`: "nuit de lundi à mardi",
    /// "ليل الأربعاء الخميس", "salıyı çarşambaya bağlayan gece".
    fn other_day_of_night(&self, at: usize, first: &Reading) -> Option<(Reading, usize)> {
        let next = self.past_joint(at)?;
        let (last, after) = self.single(next)?;
        // "from Monday evening to Tuesday" is more than a night.
        let closed = !matches!(first.bound, Some(Bound::From | Bound::Between));
        let is_night = |reading: &Reading| {
            let night = match reading.part {
                Some(Part::Evening) => closed,
                Some(Part::Night | Part::Midnight | Part::Dawn) => true,
                _ => false,
            };
            night && reading.time.is_none()
        };
        let plain = |reading: &Reading| reading.part.is_none() && reading.time.is_none();
        let night = is_night(first) && plain(&last) || plain(first) && is_night(&last);
        let free = |reading: &Reading| reading.has_no_calendar() && reading.shift.is_none();
        let follow = match (first.weekday, last.weekday) {
            (Some(one), Some(other)) => free(first) && free(&last) && one % 7 + 1 == other,
            (None, None) => match (first.day, last.day) {
                (Some(one), Some(other)) => one + 1 == other || other == 1 && one >= 28,
                _ => false,
            },
            _ => false,
        };
        (night && follow).then_some((last, after))
    }

    /// The other end of a period that endings and a word behind it mark: "26 Temmuz'dan 11 Ağustos'a
    /// kadar".
    fn end_of_stretch(&self, at: usize, first: &Reading) -> Option<(Reading, usize)> {
        let (before, atom) = (self.atoms.get(at.checked_sub(1)?)?, self.atoms.get(at)?);
        if !self.lexicon.is_from(self.text.get(before.end..atom.start)?) {
            return None;
        }
        let (other, next) = self.single(at)?;
        let kinds = |reading: &Reading| {
            let day = reading.day.is_some() || reading.weekday.is_some();
            (day, reading.month.is_some(), reading.time.is_some())
        };
        let closed = self.is(next, |s| s == Sense::Bound(Bound::Until))
            && matches!(self.gap(next), Gap::Space | Gap::Other);
        (closed && kinds(first) == kinds(&other)).then_some((other, next))
    }

    /// The other end of a period whose first end stops before `at`.
    pub(super) fn other_end(&self, at: usize, first: &Reading) -> Option<(Reading, usize)> {
        let opened = matches!(
            first.bound,
            Some(Bound::From | Bound::Between | Bound::Since)
        );
        let between = matches!(first.bound, Some(Bound::From | Bound::Between));
        // "from March to date", in one word
        // 2019年至今
        let joined = first.year.is_some() && self.is(at, |s| s == Sense::To);
        if (opened || joined) && self.follows(at) && self.is(at, |s| s == Sense::Now) {
            return Some((now(), at + 1));
        }
        if let Some(found) = self.other_day_of_night(at, first) {
            return Some(found);
        }
        if let Some(found) = self.end_of_stretch(at, first) {
            return Some(found);
        }
        let start = match self.gap(at) {
            Gap::Dash => self.past_glue(at),
            Gap::Slash if first.year.is_some() && first.month.is_none() => at,
            // "nov. a mar."
            Gap::Space | Gap::None | Gap::Dot
                if self.gap(at) != Gap::Dot || first.month.is_some() && !self.is_capital(at) =>
            {
                let to = self.is(at, |s| s == Sense::To)
                    || (opened && self.is(at, |s| s == Sense::Bound(Bound::Until)))
                    || self.is(at, |s| s == Sense::And);
                if !to {
                    return None;
                }
                let mut next = at + 1;
                for _ in 0..3 {
                    let glued = self.is(next, |s| matches!(s, Sense::Glue | Sense::In));
                    if glued && self.follows(next) {
                        next += 1;
                    }
                }
                // "ל-2009"
                if !(self.follows(next) || self.gap(next) == Gap::Dash) {
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
            // 2014年から22年まで
            if let Some(year) = first.year
                && first.month.is_none()
                && number.digits == 2
                && self.follows(start + 1)
                && self.mark(start + 1, Unit::Year)
                && i64::from(number.value) > i64::from(year.rem_euclid(100))
            {
                let reading = Reading {
                    year: Some(year - year.rem_euclid(100) + number.value as i32),
                    ..Reading::default()
                };
                return Some((reading, start + 2));
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
        let (other, next) = if self.is(start, |s| s == Sense::Now) && self.follows(start) {
            (now(), start + 1)
        } else {
            self.single(start)?
        };
        let same_kind = (other.year.is_some() && first.year.is_some())
            || (other.month.is_some() && (first.month.is_some() || first.day.is_some()))
            || (other.day.is_some() && first.day.is_some())
            || (other.weekday.is_some() && first.weekday.is_some())
            || (other.time.is_some() && first.time.is_some())
            || (first.day.is_some() && matches!(other.away, Some((Unit::Day, _))))
            || (opened && other.is_date());
        // "from 8 p.m. to 5 a.m.": two times, for the second is on the next day.
        let day = first.weekday.is_some() || !first.has_no_calendar();
        if other.is_only_time() && !day && goes_over_midnight(first, &other) {
            return None;
        }
        // "late February and early March", 三月和九月之间
        let joined = self.is(at, |s| s == Sense::And) && !self.is(at, |s| s == Sense::To);
        let edged = first.edge.is_some()
            && other.edge.is_some()
            && first.month.is_some()
            && first.day.is_none();
        if joined
            && !between
            && !edged
            && !self.closes_period(next)
            && !follow_each_other(first, &other)
        {
            return None;
        }
        same_kind.then_some((other, next))
    }
}

/// Whether two days follow each other: "31 August and 1 September", 다음 달 10일과 11일.
fn follow_each_other(first: &Reading, last: &Reading) -> bool {
    let whole = |reading: &Reading| {
        reading.part.is_none() && reading.time.is_none() && reading.weekday.is_none()
    };
    let (Some(one), Some(other)) = (first.day, last.day) else {
        return false;
    };
    let days = match (first.month, last.month) {
        (Some(month), Some(next)) => {
            next == month % 12 + 1 && other == 1 && one >= 28 && first.calendar == last.calendar
        }
        (_, None) => other == one + 1 && last.year.is_none() && last.away.is_none(),
        _ => false,
    };
    days && whole(first) && whole(last)
}

/// Whether the second of two times is the smaller one.
fn goes_over_midnight(first: &Reading, last: &Reading) -> bool {
    let hour = |reading: &Reading| {
        let (hour, ..) = reading.time?;
        let later = reading.afternoon == Some(true) && hour < 12;
        Some(hour + if later { 12 } else { 0 })
    };
    let told = first.afternoon.is_some() || last.afternoon.is_none();
    told && hour(first)
        .zip(hour(last))
        .is_some_and(|(first, last)| last < first)
}

/// The day of publication.
fn now() -> Reading {
    Reading {
        away: Some((Unit::Day, 0)),
        ..Reading::default()
    }
}

/// "3 to 4 p.m. tomorrow", "tomorrow from 3 to 4 p.m.": the day stands with one end only.
fn lend_day(first: &mut Reading, last: &mut Reading) {
    if first.time.is_none() || last.time.is_none() {
        return;
    }
    let with_day_of = |time: &Reading, day: &Reading| Reading {
        time: time.time,
        afternoon: time.afternoon.or(day.afternoon),
        part: time.part.or(day.part),
        bound: time.bound,
        zone: time.zone.or(day.zone),
        offset: time.offset.or(day.offset),
        ..day.clone()
    };
    if first.is_only_time() {
        *first = with_day_of(first, last);
    } else if last.is_only_time() {
        *last = with_day_of(last, first);
    }
}

/// The two ends of a period lend each other what only one of them says.
fn join(first: &mut Reading, last: &mut Reading) {
    lend_day(first, last);
    let lends = first.month.is_some() || first.day.is_some();
    if first.year.is_none() && lends && first.shift.is_none() && first.away.is_none() {
        // "Nov-Feb 2017" begins in the year before.
        let before = last.month.is_some() && first.month > last.month;
        first.year = last.year.map(|year| year - i32::from(before));
    }
    last.year = last.year.or(first
        .year
        .filter(|_| last.month.is_some() || last.day.is_some())
        .map(|year| year + i32::from(last.month.is_some() && first.month > last.month)));
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
    if last.calendar == Calendar::Gregorian {
        last.calendar = first.calendar;
    }
    last.afternoon = last.afternoon.or(first.afternoon);
    first.afternoon = first.afternoon.or(last.afternoon);
}

/// The last month of a quarter that is named by its months: "July-September (quarter)".
fn quarter(first: &Reading, last: &Reading) -> Option<u8> {
    let month = |reading: &Reading| reading.month.filter(|_| reading.day.is_none());
    let (one, other) = (month(first)?, month(last)?);
    (one % 3 == 1 && other == one + 2 && first.year == last.year).then_some(other)
}

/// Whether a letter is one of a script that runs from right to left.
pub(super) fn is_right_to_left(c: char) -> bool {
    ('\u{590}'..='\u{8ff}').contains(&c)
}
