//! From atoms to readings: neighbouring words and numbers fill one date as long as they fit.
//!
//! The order of the words is left open ("last Tuesday", "mardi dernier", "上周二"): each atom
//! says which part of a date it may be, and takes that part if it is still free. Only numbers
//! need their neighbours: a number is a day beside a month, a year after one.

mod ahead;
mod clock;
mod days;
mod distances;
mod look;
mod numbers;
mod periods;
mod words;

use super::atoms::{Atom, Gap, What};
use super::lexicon::{Calendar, Lexicon, Sense, Unit};
use super::reading::Reading;
use numbers::is_year;

/// A date that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    /// Bytes in the sentence.
    pub start: usize,
    pub end: usize,
    pub reading: Reading,
    /// Whether its clause looks ahead.
    pub ahead: bool,
    /// The other end of a period.
    pub to: Option<Reading>,
}

/// All dates of a sentence, in order.
pub(super) fn dates(text: &str, atoms: &[Atom], lexicon: &Lexicon) -> Vec<Read> {
    let begins = |atom: &Atom| match atom.what {
        What::Word(entry) => lexicon.entry(entry).begins,
        What::Future(_) => false,
        _ => true,
    };
    // Most sentences have nothing but prepositions and the like.
    if !atoms.iter().any(begins) {
        return Vec::new();
    }
    let parser = Parser {
        text,
        atoms,
        lexicon,
        ahead: ahead::ahead(text, atoms, lexicon),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        if !begins(atom) {
            at += 1;
            continue;
        }
        if parser.is(at, |s| s == Sense::Every) {
            at = parser.skip_frequency(at);
            continue;
        }
        if let Some(next) = parser.past_name(at) {
            at = next.max(at + 1);
            continue;
        }
        match parser.read(at) {
            // "27 Mayıs Caddesi"
            Some((read, next)) if read.reading.day.is_some() && parser.names(next) => {
                at = next.max(at + 1);
            }
            // "three days later" counts from a day that the sentence has told of.
            Some((read, next))
                if read.reading.later.is_some() && !found.last().is_some_and(tells_day) =>
            {
                at = next.max(at + 1);
            }
            Some((read, next)) => {
                found.push(read);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a date names a day from which others may count.
fn tells_day(read: &Read) -> bool {
    let reading = &read.reading;
    let day = reading.day.is_some()
        || reading.weekday.is_some()
        || matches!(reading.away, Some((Unit::Day, _)));
    day && read.to.is_none()
}

/// How many atoms one date may have; no printed date has more.
const LONGEST: usize = 16;

struct Parser<'a> {
    text: &'a str,
    atoms: &'a [Atom],
    lexicon: &'a Lexicon,
    /// Of each atom, whether its clause looks ahead.
    ahead: Vec<bool>,
}

impl Parser<'_> {
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
                        // "cada mañana": the word for tomorrow too.
                        | Sense::Offset(Unit::Day, ..)
                )
            }) {
                return self.past_time(next + 1);
            }
        }
        at + 1
    }

    /// "every day at 9:30": the time belongs to the frequency.
    fn past_time(&self, at: usize) -> usize {
        let mut next = at;
        while self.follows(next)
            && self.is(next, |s| {
                matches!(s, Sense::In | Sense::Lead(_) | Sense::Glue)
            })
        {
            next += 1;
        }
        let mut reading = Reading::default();
        match self.take(next, next, &mut reading) {
            Some(after) if reading.time.is_some() => after,
            _ => at,
        }
    }

    /// One date without the other end of a period.
    fn single(&self, at: usize) -> Option<(Reading, usize)> {
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
            let before = reading.clone();
            if let Some(after) = self.take(next, at, &mut reading) {
                // "7 أبريل/نيسان": a second name of the month tells nothing new.
                // No more does the century of a decade: "ثمانينيات القرن الماضي".
                let again = next > at
                    && (reading.decade.is_some()
                        || self.is_second_name(next)
                            && self.is(next, |s| matches!(s, Sense::Month(..))));
                next = after;
                // What only leads to more closes no date: "Tuesday at".
                if (reading != before || again) && reading.is_date() {
                    found = Some((reading.clone(), next));
                }
            } else if next > at && self.leads_on(next, &reading) {
                next += 1;
            } else {
                break;
            }
        }
        if let Some((reading, _)) = &mut found
            && reading.calendar == Calendar::Gregorian
            && reading
                .year
                .or(reading.decade)
                .is_some_and(|year| self.lexicon.is_persian(year))
        {
            reading.calendar = Calendar::Persian;
        }
        found
    }

    /// Whether what stands at `at` only leads to more of a date.
    fn leads_on(&self, at: usize, reading: &Reading) -> bool {
        // A year closes a date: after it a preposition opens another.
        let closed = reading.year.is_some() && self.is(at, |s| s == Sense::In)
            || self.leads_to_its_day(at, reading);
        let leads = self.is(at, |s| matches!(s, Sense::Glue | Sense::In));
        !closed && leads || self.opens_night(at, reading) || self.leads_to_time(at, reading)
    }

    /// Whether a wording at `at` tells how exact the time behind it is: "Sunday night at around 11:30",
    /// "रविवार रात करीब 11 बजे".
    fn leads_to_time(&self, at: usize, reading: &Reading) -> bool {
        let mut next = at + 1;
        let mut close = self.follows(next);
        // "בערך ב-05:40"
        if close && self.is(next, |s| matches!(s, Sense::In | Sense::Glue)) {
            next += 1;
            close = self.follows(next) || self.gap(next) == Gap::Dash;
        }
        let time = || match self.atoms.get(next).map(|atom| atom.what) {
            Some(What::Clock(..) | What::PartHour(..)) => true,
            Some(What::Pair(_, _, '.')) => self.has_two_decimals(next) && !self.word_follows(next),
            _ => {
                self.is(next, |s| {
                    matches!(s, Sense::Clock | Sense::Lead(Unit::Hour))
                }) || self.hour_opens(next)
            }
        };
        reading.time.is_none() && self.is(at, |s| s == Sense::About) && close && time()
    }

    /// Whether behind the joint at `at` another way follows to tell of a day that has been read: the
    /// number of the day of a feast (文化の日の3日), the same day in a calendar of the moon
    /// ("غدا الخميس الموافق 1 رمضان").
    fn leads_to_its_day(&self, at: usize, reading: &Reading) -> bool {
        let day = self.follows(at + 1) && self.digits(at + 1).is_some_and(|n| n.digits <= 2);
        let lunar = |s: Sense| matches!(s, Sense::Month(_, Calendar::Hijri | Calendar::Hebrew));
        day && (reading.feast.is_some() && self.mark(at + 2, Unit::Day)
            || matches!(reading.away, Some((Unit::Day, _)))
                && self.follows(at + 2)
                && self.is(at + 2, lunar))
    }

    /// Whether the number at `at` is the day in brackets inside a word for it: 今（13）日.
    fn is_day_in_brackets(&self, at: usize) -> bool {
        let day = at > 0 && self.is(at - 1, |s| matches!(s, Sense::Offset(Unit::Day, ..)));
        let marked =
            self.gap(at + 1) == Gap::Closed && self.is(at + 1, |s| s == Sense::Mark(Unit::Day));
        let number = self
            .number(at)
            .is_some_and(|n| n.digits <= 2 && (1..=31).contains(&n.value));
        day && marked && number && self.closes(at)
    }

    /// Whether what stands at `at` is set so close behind the name of a month that it may be another
    /// name of it.
    fn is_second_name(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Slash | Gap::Space)
    }

    fn opens(&self, at: usize) -> bool {
        match self.atoms.get(at).map(|atom| atom.what) {
            Some(What::Word(_)) => self.is(at, Sense::opens),
            Some(What::Future(_)) | None => false,
            Some(_) => true,
        }
    }

    /// Whether the atom at `next` may still belong to the date before it.
    fn joins(&self, next: usize, reading: &Reading) -> bool {
        match self.gap(next) {
            // A dot stands in "Jan. 5" and "3. Mai".
            Gap::None | Gap::Space | Gap::Dot => true,
            Gap::Comma => self.joins_over_comma(next, reading),
            // "Rabu (21/1) dini hari", "Rabu (21/1) pukul 18.00"
            Gap::Closed => {
                let of_day = |s: Sense| match s {
                    Sense::Part(_) => reading.part.is_none(),
                    Sense::Clock | Sense::Lead(Unit::Hour) => reading.time.is_none(),
                    _ => false,
                };
                (reading.day.is_some() || reading.weekday.is_some())
                    && (self.is(next, of_day) || self.leads_to_time(next, reading))
            }
            Gap::Dash => {
                self.joins_over_mark(next, reading)
                    // "ביום שני ב-23:40"
                    || (reading.time.is_none()
                        && (reading.weekday.is_some()
                            || reading.day.is_some()
                            || matches!(reading.away, Some((Unit::Day, _))))
                        && self.is(next - 1, |s| matches!(s, Sense::In | Sense::Lead(_)))
                        && matches!(
                            self.atoms.get(next).map(|atom| atom.what),
                            Some(What::Clock(..))
                        ))
                    // "III-2025"
                    || (reading.nth.is_some()
                        && reading.year.is_none()
                        && self.number(next).is_some_and(|n| n.digits == 4))
                    // "2017-Q1"
                    || (reading.nth.is_none()
                        && reading.year.is_some()
                        && reading.month.is_none()
                        && self.is_tight(next)
                        && self.is(next, |s| matches!(s, Sense::Nth(..))))
            }
            Gap::Paren => {
                self.closes(next) && (reading.weekday.is_some() || self.is_day_in_brackets(next))
            }
            Gap::Slash => {
                self.joins_over_mark(next, reading)
                    || self.is(
                        next,
                        |s| matches!(s, Sense::Month(month, _) if reading.month == Some(month)),
                    )
            }
            Gap::Other => false,
        }
    }

    /// "22-Jan-2016", "01/Aug/2019", "4-Jul-95", "Dec-2018"
    fn joins_over_mark(&self, next: usize, reading: &Reading) -> bool {
        let year = || {
            self.number(next)
                .is_some_and(|n| n.digits == 4 || n.digits == 2 && n.value > 31)
                && matches!(self.gap(next - 1), Gap::Dash | Gap::Slash)
        };
        if reading.month.is_some() && reading.day.is_none() && reading.year.is_none() {
            return self.is_tight(next)
                && self.is(next - 1, |s| matches!(s, Sense::Month(..)))
                && self.number(next).is_some_and(|n| {
                    let slashed = self.gap(next) == Gap::Slash && n.digits <= 2;
                    n.digits == 4 && is_year(n.value) || slashed
                });
        }
        reading.day.is_some()
            && match reading.month {
                None => self.is(next, |s| matches!(s, Sense::Month(..))),
                Some(_) => reading.year.is_none() && year(),
            }
    }

    /// A comma stands inside a date only before what completes it: "Tuesday, 30 April, 2024".
    fn joins_over_comma(&self, next: usize, reading: &Reading) -> bool {
        let is_time = matches!(
            self.atoms.get(next).map(|atom| atom.what),
            Some(What::Clock(..))
        ) || self.hour_opens(next);
        let has_day = reading.day.is_some() || reading.weekday.is_some() || reading.away.is_some();
        if is_time {
            return has_day && reading.time.is_none();
        }
        // "at 16:15, June 1"
        if reading.time.is_some() && reading.has_no_calendar() && reading.weekday.is_none() {
            return self.is(next, |s| matches!(s, Sense::Month(..) | Sense::Weekday(_)))
                || (self.number(next).is_some()
                    && self.is(self.past_glue(next + 1), |s| matches!(s, Sense::Month(..))));
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
        let suffixed = self
            .number(next)
            .is_some_and(|n| n.ordinal && n.digits <= 2);
        reading.month.is_some()
            && reading.year.is_none()
            && (reading.day.is_none() && suffixed && !self.lexicon.ordinal_dot
                || self
                    .number(next)
                    .is_some_and(|n| n.digits == 4 && is_year(n.value)))
    }

    /// Takes the atom at `at` into the reading, if it fits, and gives the atom after.
    fn take(&self, at: usize, first: usize, reading: &mut Reading) -> Option<usize> {
        if let Some(next) = self.take_printed_day(at, reading) {
            return Some(next);
        }
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
                self.take_clock(at, (hour, minute, second), reading)
            }
            What::Pair(a, b, mark) => self.take_pair(at, (a, b, mark), reading),
            What::PartHour(hour, minutes) => self.take_part_hour(at, (hour, minutes), reading),
            What::Future(_) => None,
            What::Number(number) => self.take_number(at, first, number, reading),
            What::Word(_) if self.is(at, |s| s == Sense::Not) => None,
            What::Word(_) => {
                // "ביום שני אחר הצהריים": no hour.
                let named = self.is(at, |s| matches!(s, Sense::Weekday(_)))
                    && at > 0
                    && self.follows(at)
                    && self.is(at - 1, |s| s == Sense::In)
                    && self.half_day(at + 1);
                if let Some(number) = self.number(at).filter(|_| !named)
                    && let Some(next) = self.take_number(at, first, number, reading)
                {
                    return Some(next);
                }
                self.senses(at).find_map(|(sense, near)| {
                    let beside = || match sense {
                        // "the second half": of a match too.
                        Sense::Nth(..) => self.period_around(at + 1, reading),
                        _ => self.has_neighbour(at, first, reading),
                    };
                    if near && !beside() {
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
        // "pendant sept mois": a number, and no short form of a month.
        let counts = self.atoms.get(at).is_some_and(|atom| atom.number.is_some())
            && self.is(at, |s| matches!(s, Sense::Month(..)))
            && (self.word_follows(at) || self.follows(at + 1) && self.unit(at + 1).is_some());
        if counts {
            return false;
        }
        let weekday = |at: usize| {
            self.senses(at).find_map(|(sense, _)| match sense {
                Sense::Weekday(day) => Some(day),
                _ => None,
            })
        };
        let last = at.checked_sub(1).and_then(weekday);
        // "a segunda vez": what may be an article leads to no ordinal that names a day too.
        let ordinal = weekday(at).is_some() && self.is(at, |s| matches!(s, Sense::Ordinal(_)));
        let article = |opener: usize| {
            ordinal
                && self.is(opener, |s| s == Sense::Glue)
                && opener.checked_sub(1).and_then(weekday).is_none()
        };
        let opens = |opener: usize| {
            (opener + 1..=at).all(|next| self.follows(next))
                && !article(opener)
                && self.is(opener, |s| {
                    matches!(s, Sense::In | Sense::Bound(_) | Sense::To)
                })
        };
        // The two days of a night: "שבת לראשון".
        let next_day = last
            .zip(weekday(at))
            .is_some_and(|(last, day)| last % 7 + 1 == day && self.follows(at));
        if next_day {
            return true;
        }
        let before = at > 0 && (opens(at - 1) || opens(self.before_glue(at)));
        let next = self.past_glue(at + 1);
        let close = matches!(
            self.gap(at + 1),
            Gap::None | Gap::Space | Gap::Dot | Gap::Comma
        );
        let year = self.number(at + 1).is_some_and(|n| n.digits == 4);
        // No day and no year: "אייר 38 - 17 מלרוז" are points of Ayr.
        let number = self
            .number(at + 1)
            .is_some_and(|n| n.value <= 31 || n.digits == 4);
        let ranged = self.gap(at + 1) == Gap::Dash
            && (self.is(at + 1, |s| matches!(s, Sense::Month(..)))
                || year && self.is_tight(at + 1));
        let joined = self.follows(at + 1)
            && self.is(at + 1, |s| s == Sense::To)
            && self.follows(at + 2)
            && self.is(at + 2, |s| matches!(s, Sense::Month(..)));
        // "pazar akşamı", "Minggu malam"
        let of_day = self.is(at, |s| matches!(s, Sense::Weekday(_)))
            && self.follows(at + 1)
            && self.is(at + 1, |s| matches!(s, Sense::Part(_)));
        // "mart sonunda"
        let edged = self.is(at, |s| matches!(s, Sense::Month(..)))
            && self.follows(at + 1)
            && self.is(at + 1, |s| matches!(s, Sense::Edge(_)));
        // "ekimde"
        let located =
            self.is(at, |s| matches!(s, Sense::Month(..))) && self.lexicon.is_where(self.rest(at));
        let after = ranged
            || located
            || joined
            || edged
            || of_day
            || close
                && (number
                    || self.number(next).is_some_and(|n| n.digits == 4)
                    || self.number(next).is_some() && self.mark(next + 1, Unit::Day)
                    || self.is(at + 1, |s| s == Sense::Unit(Unit::Month))
                    || self.is(next, |s| {
                        matches!(s, Sense::Month(..) | Sense::Weekday(_) | Sense::Shift(_))
                    }));
        before || after
    }
}
