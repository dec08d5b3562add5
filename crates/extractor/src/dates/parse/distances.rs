//! Words that count from publication or from the text: "yesterday", "last week", "ago".

use super::Parser;
use super::numbers::is_year;
use crate::dates::atoms::{Gap, Number};
use crate::dates::lexicon::{Bound, Edge, Sense, Side, Unit};
use crate::dates::reading::{Amount, LAST, Reading, Several};

/// What an article counts.
const ONE: Number = Number {
    value: 1,
    digits: 2,
    ordinal: false,
    decade: false,
    short: false,
};

impl Parser<'_> {
    pub(super) fn take_relative(
        &self,
        at: usize,
        sense: Sense,
        reading: &mut Reading,
    ) -> Option<usize> {
        let next = at + 1;
        match sense {
            Sense::Offset(unit, by, part) => {
                // "in October last year"
                let of_period = reading.nth.is_some() || reading.several.is_some();
                let free =
                    reading.year.is_none() && reading.away.is_none() && reading.unit.is_none();
                let completes = free
                    && (unit == Unit::Year
                        && (reading.month.is_some()
                            || of_period
                            || reading.same
                            || reading.feast.is_some())
                        || unit == Unit::Month && reading.month.is_none() && of_period);
                let fits =
                    reading.has_no_calendar() && (reading.weekday.is_none() || unit == Unit::Week);
                // "عشرينيات القرن الماضي"
                if unit == Unit::Century && by == -1 && reading.decade.is_some() {
                    return Some(next);
                }
                if !(completes || fits) {
                    return None;
                }
                reading.away = Some((unit, by));
                reading.part = reading.part.or(part);
                reading.fiscal = reading.fiscal.or_else(|| self.fiscal(at));
                // 今年以来
                if self.is(at, |s| s == Sense::Edge(Edge::Since)) {
                    reading.edge = reading.edge.or(Some(Edge::Since));
                }
                Some(next)
            }
            Sense::Today => {
                let next = self.take_relative(at, Sense::Offset(Unit::Day, 0, None), reading)?;
                reading.nowadays = true;
                Some(next)
            }
            Sense::Either(by) => reading.has_no_calendar().then(|| {
                reading.either = Some(by);
                next
            }),
            Sense::Pair(count, unit) => {
                if !reading.has_no_calendar() || !self.follows(next) || unit < Unit::Day {
                    return None;
                }
                let sign = self.ago(next, Side::After)?;
                reading.away = Some((unit, sign.saturating_mul(count as i32)));
                Some(next + 1)
            }
            // "the day after Thanksgiving"
            Sense::Anaphor(Unit::Day, by, None)
                if *reading == Reading::default()
                    && self.ends_with_bound(at)
                    && self.day_opens(next) =>
            {
                reading.distance = Some((Unit::Day, by));
                Some(next)
            }
            // 부활절 다음 날, クリスマスの翌日
            Sense::Anaphor(Unit::Day, by, None)
                if by != 0
                    && reading.feast.is_some()
                    && reading.distance.is_none()
                    && self.follows(at) =>
            {
                reading.distance = Some((Unit::Day, by));
                Some(next)
            }
            // "the same month a year ago"
            Sense::Anaphor(..)
                if self.is(at, |s| s == Sense::Same) && self.year_ago_follows(next) =>
            {
                None
            }
            // "dua hari sebelumnya": not the day before.
            Sense::Anaphor(..)
                if at > 0
                    && self.follows(at)
                    && *reading == Reading::default()
                    && self.number(at - 1).is_some_and(|number| !number.ordinal) =>
            {
                None
            }
            Sense::Anaphor(unit, by, part) => (reading.has_no_calendar()
                || (reading.same && reading.anaphor.is_none() && unit == Unit::Year))
                .then(|| {
                    reading.anaphor = Some((unit, by));
                    reading.part = reading.part.or(part);
                    next
                }),
            Sense::Several(last) => {
                if !reading.names_period() || reading.nth.is_some() || reading.several.is_some() {
                    return None;
                }
                if let Some(after) = self.take_several(next, last, reading) {
                    return Some(after);
                }
                let number = if last { LAST } else { 1 };
                let beside = self.past_glue(next);
                if !self.follows(beside) {
                    return None;
                }
                if self.is(beside, |s| matches!(s, Sense::Weekday(_))) {
                    reading.nth = Some((number, Unit::Day));
                    return Some(beside);
                }
                let unit = self.unit(beside)?;
                matches!(unit, Unit::Day | Unit::Week | Unit::Month).then(|| {
                    reading.nth = Some((number, unit));
                    beside + 1
                })
            }
            Sense::Shift(by) => {
                // "the last four months of the year"
                if by == -1
                    && reading.has_no_calendar()
                    && reading.shift.is_none()
                    && self.follows(next)
                    && let Some(after) = self.take_several(next, true, reading)
                {
                    return Some(after);
                }
                // "שבת האחרונה של מאי"
                if by == -1
                    && reading.weekday.is_some()
                    && reading.has_no_calendar()
                    && reading.shift.is_none()
                    && self.period_follows(next)
                    && !self.is(next, |s| matches!(s, Sense::Month(..)))
                {
                    reading.nth = Some((LAST, Unit::Day));
                    return Some(next);
                }
                // "الربع الأخير من 2024", "الأسبوع الأخير من يوليو"
                if by == -1
                    && reading.shift.is_none()
                    && let Some(unit) = self.unit_before(at, reading)
                {
                    let (number, follows) = match unit {
                        Unit::Quarter => (4, self.year_follows(next)),
                        Unit::Half => (2, self.year_follows(next)),
                        Unit::Day | Unit::Week | Unit::Month => {
                            (LAST, self.period_follows(next) && !self.counts(next))
                        }
                        _ => (LAST, false),
                    };
                    if follows && !self.is(next, |s| matches!(s, Sense::Month(..))) {
                        reading.unit = None;
                        reading.nth = Some((number, unit));
                        return Some(next);
                    }
                }
                let told = reading.anaphor.is_some();
                if reading.shift.is_some()
                    || reading.away.is_some()
                    || reading.year.is_some()
                    || told && !reading.same
                {
                    return None;
                }
                let beside = self.past_glue(next);
                // "الانتخابات السابقة في حزيران": the word belongs to what stands before.
                let led = (next..beside).any(|at| self.is(at, |s| s == Sense::In));
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
                        }) || (self.amount(at).is_some() && self.unit(at + 1).is_some())
                            // गत 31 जनवरी
                            // "지난 9월"
                            || self.digits(at).is_some_and(|n| n.digits <= 2)
                                && (self.dated(at + 1) || self.mark(at + 1, Unit::Month)))
                };
                let fits = shiftable(next)
                    || !led && shiftable(beside)
                    || reading.weekday.is_some()
                    || reading.month.is_some()
                    || reading.unit.is_some()
                    || reading.season.is_some()
                    || reading.same
                    || reading.part.is_some();
                fits.then(|| {
                    reading.shift = Some(by);
                    next
                })
            }
            // "el próximo día 5": the number is the day's.
            Sense::Unit(Unit::Day)
                if self.is(at, |s| s == Sense::Lead(Unit::Day))
                    && self.follows(next)
                    && self.number(next).is_some_and(|n| n.digits <= 2)
                    && self.unit(next + 1).is_none() =>
            {
                None
            }
            // "يوم الجمعة المقبل في الساعة 20:00": what moves is the day.
            Sense::Unit(unit) if unit < Unit::Day && reading.weekday.is_some() => None,
            Sense::Unit(unit) => {
                // "the last week of July"
                if matches!(unit, Unit::Week | Unit::Day | Unit::Month)
                    && reading.shift == Some(-1)
                    && reading.has_no_calendar()
                    && self.period_follows(next)
                {
                    reading.shift = None;
                    reading.nth = Some((LAST, unit));
                    return Some(next);
                }
                // "el último trimestre de 2025"
                if matches!(unit, Unit::Quarter | Unit::Half)
                    && reading.shift == Some(-1)
                    && reading.has_no_calendar()
                    && self.year_follows(next)
                {
                    reading.shift = None;
                    reading.nth = Some((if unit == Unit::Quarter { 4 } else { 2 }, unit));
                    return Some(next);
                }
                // "Yılın ilk çeyreği", साल की पहली तिमाही: the whole stands before its part.
                if unit == Unit::Year && *reading == Reading::default() && self.part_follows(next) {
                    reading.unit = Some(unit);
                    return Some(next);
                }
                // "the week of 10 April", "la semana del 18"
                if matches!(unit, Unit::Week | Unit::Weekend)
                    && *reading == Reading::default()
                    && let Some(day) = self.names_its_day(next)
                {
                    reading.around = Some(unit);
                    return Some(day);
                }
                // "الأشهر التسعة الأولى من العام"
                if *reading == Reading::default()
                    && let Some(after) = self.take_several_after(next, unit, reading)
                {
                    return Some(after);
                }
                // "عشرينيات القرن الماضي", "80-х годов прошлого века"
                if unit == Unit::Century && reading.decade.is_some() {
                    let behind = self.follows(next) && self.is(next, |s| s == Sense::Shift(-1));
                    let before = reading.shift == Some(-1);
                    return (behind || before).then_some(next + usize::from(!before));
                }
                // "الأسبوع الثالث من يونيو", "pekan ketiga Juni"
                if matches!(unit, Unit::Week | Unit::Month)
                    && *reading == Reading::default()
                    && self.follows(next)
                    && let Some(number) = self.number(next)
                    && number.ordinal
                    && self.digits(next).is_none()
                    && self.period_follows(next + 1)
                    && !self.counts(next + 1)
                {
                    reading.nth = Some((number.value, unit));
                    return Some(next + 1);
                }
                // "siglo XIX", "القرن الثاني عشر"
                if unit == Unit::Century
                    && reading.nth.is_none()
                    && let Some((number, after)) = self.number_of_century(next)
                {
                    reading.nth = Some((number, unit));
                    return Some(after);
                }
                // "Quartal III", "week 3 of 2027"
                if matches!(unit, Unit::Quarter | Unit::Half | Unit::Week)
                    && reading.nth.is_none()
                    && self.follows(next)
                    && let Some(number) = self.number(next)
                    && number.digits <= 2
                    && !self.mark(next + 1, Unit::Year)
                    && (unit != Unit::Week
                        || *reading == Reading::default()
                            && self.period_follows(next + 1)
                            && !self.dated(next + 1))
                {
                    reading.nth = Some((number.value, unit));
                    return Some(next + 1);
                }
                if self.stands_for_last_weekend(at, unit, reading) {
                    reading.unit = Some(unit);
                    return Some(next);
                }
                // "October 7 last year"; otherwise the unit stands for itself.
                let completes = reading.year.is_none()
                    && reading.away.is_none()
                    && ((unit == Unit::Year
                        && (reading.month.is_some() || reading.same || reading.feast.is_some()))
                        || (unit == Unit::Month
                            && reading.day.is_some()
                            && reading.month.is_none())
                        || (unit == Unit::Week && reading.weekday.is_some()));
                let part = reading.nth.is_some() || reading.several.is_some();
                let fits = reading.has_no_calendar() || part || completes;
                if reading.unit.is_some() || !fits {
                    return None;
                }
                let after = |test: fn(Sense) -> bool| self.follows(next) && self.is(next, test);
                // "days ago"
                if *reading == Reading::default()
                    && after(|s| matches!(s, Sense::Ago(-1, Side::After)))
                    && !after(|s| matches!(s, Sense::Shift(_)))
                {
                    if unit >= Unit::Day && self.is(at, |s| s == Sense::Single) {
                        reading.away = Some((unit, -1));
                    } else {
                        reading.vague = Some(-1);
                    }
                    return Some(next + 1);
                }
                // "(two) hours last week": the shift is the week's.
                let shifted = reading.shift.is_some()
                    || after(|s| matches!(s, Sense::Shift(_)))
                        && !(self.follows(next + 1) && self.unit(next + 1).is_some());
                let edged = reading.edge.is_some() && unit > Unit::Day;
                // "the first quarter of the year"
                let whole = part && matches!(unit, Unit::Month | Unit::Year);
                // "in recent years": no number of them.
                let several = self.is(at, |s| s == Sense::Plural) && !completes;
                (shifted || edged || whole).then(|| {
                    reading.unit = Some(unit);
                    reading.amount = several.then_some(Amount::Few);
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
            Sense::Article => self.take_distance(at, ONE, reading),
            Sense::Few => {
                let unit = self.unit(next).filter(|_| self.follows(next))?;
                if unit < Unit::Day {
                    return None;
                }
                if let Some(sign) = self.ago(next + 1, Side::After)
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
                if let Some(unit) = self.one_of(at) {
                    reading.away = Some((unit, sign));
                    return Some(at + 1);
                }
                let amount = self.follows(at).then(|| self.amount(at))??;
                at = self.past_glue(at + 1);
                let unit = self.unit(at).filter(|_| self.follows(at))?;
                if unit < Unit::Day {
                    return None;
                }
                match amount {
                    Amount::Few => reading.vague = Some(sign),
                    Amount::Number(number) => {
                        reading.away =
                            Some((unit, sign.saturating_mul(i32::try_from(number).ok()?)));
                    }
                }
                Some(at + 1)
            }
            _ => None,
        }
    }

    /// The unit of which the word at `at` says one: `(قبل) عام`; no year in digits follows it, and
    /// nothing from which it counts ("a month before the election").
    fn one_of(&self, at: usize) -> Option<Unit> {
        let unit = self.unit(at).filter(|unit| *unit >= Unit::Day)?;
        let single = self.follows(at) && self.is(at, |s| s == Sense::Single);
        let after = at + 1;
        let told = self.follows(after)
            && (self.number(after).is_some()
                || self.is(after, |s| {
                    matches!(s, Sense::Bound(_) | Sense::Shift(_) | Sense::Month(..))
                }));
        (single && !told).then_some(unit)
    }

    /// The unit right before the word at `at`, where it is all that was read.
    fn unit_before(&self, at: usize, reading: &Reading) -> Option<Unit> {
        let unit = reading.unit?;
        let alone = *reading
            == Reading {
                unit: Some(unit),
                amount: reading.amount,
                ..Reading::default()
            };
        (alone && at > 0 && self.follows(at) && self.unit(at - 1) == Some(unit)).then_some(unit)
    }

    /// The first or last of so many units, which stand before their number: "(الأشهر) التسعة الأولى
    /// من العام".
    fn take_several_after(&self, at: usize, unit: Unit, reading: &mut Reading) -> Option<usize> {
        let counted = matches!(unit, Unit::Day | Unit::Week | Unit::Month);
        let number = self.number(at).filter(|n| !n.ordinal && n.digits <= 2)?;
        let first = self
            .number(at + 1)
            .is_some_and(|n| n.ordinal && n.value == 1);
        let last = self.is(at + 1, |s| s == Sense::Shift(-1));
        let close = self.follows(at) && self.follows(at + 1);
        if !(counted && close && (first || last) && self.period_follows(at + 2)) {
            return None;
        }
        reading.several = Some(Several {
            last,
            count: number.value,
            unit,
        });
        Some(at + 2)
    }

    /// The number of a century after the word for it, and the atom after: "(siglo) XIX", "(המאה)
    /// ה-16".
    fn number_of_century(&self, at: usize) -> Option<(u32, usize)> {
        let place = self.past_glue(at);
        let close = self.follows(place) || place > at && self.gap(place) == Gap::Dash;
        let number = self.number(place).filter(|n| n.digits <= 2)?;
        let counted = self.follows(place + 1) && self.unit(place + 1).is_some();
        let told = number.ordinal || self.digits(place).is_some() || !self.word_follows(place);
        (close && told && !counted && (1..=30).contains(&number.value))
            .then_some((number.value, place + 1))
    }

    /// Whether a year in digits follows: "(the last quarter) of 2025".
    fn year_follows(&self, at: usize) -> bool {
        let next = self.past_glue(at);
        let led = usize::from(self.is(next, |s| s == Sense::Lead(Unit::Year)));
        let year = self.digits(next + led);
        self.follows(next)
            && self.follows(next + led)
            && year.is_some_and(|n| n.digits == 4 && is_year(n.value))
    }

    /// Whether a part of a year by its number follows: "ilk çeyrek", की पहली तिमाही.
    fn part_follows(&self, at: usize) -> bool {
        let next = self.past_glue(at);
        let part = |s: Sense| matches!(s, Sense::Nth(_, Unit::Quarter | Unit::Half));
        let unit = |at: usize| matches!(self.unit(at), Some(Unit::Quarter | Unit::Half));
        let ordinal = self.number(next).is_some_and(|n| n.ordinal);
        self.follows(next)
            && (self.is(next, part) || ordinal && self.follows(next + 1) && unit(next + 1))
    }

    /// Whether the last word of the atom at `at` is one for "before" or "after".
    fn ends_with_bound(&self, at: usize) -> bool {
        let words = self
            .atoms
            .get(at)
            .and_then(|atom| self.text.get(atom.start..atom.end));
        let last = words.and_then(|words| words.rsplit(' ').next());
        let entry = last.and_then(|word| self.lexicon.longest(word));
        entry.is_some_and(|(entry, _)| {
            let senses = &self.lexicon.entry(entry).senses;
            let bound = |sense| matches!(sense, Sense::Bound(Bound::Before | Bound::After));
            senses.iter().any(|(sense, _)| bound(*sense))
        })
    }

    /// Whether another year is told at `at`: "a year ago", "last year".
    fn year_ago_follows(&self, at: usize) -> bool {
        let next = self.past_glue(at);
        let counted = self.amount(next).is_some() && self.unit(next + 1) == Some(Unit::Year);
        let shifted = self.is(next, |s| matches!(s, Sense::Shift(_)))
            && self.unit(next + 1) == Some(Unit::Year)
            || self.unit(next) == Some(Unit::Year)
                && self.is(next + 1, |s| matches!(s, Sense::Shift(_)));
        let named = |s: Sense| matches!(s, Sense::Offset(Unit::Year, ..));
        self.follows(next) && (counted || shifted || self.is(next, named))
    }

    /// Where the day begins that names the week before it: "(the week) of 10 April".
    fn names_its_day(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while next < at + 3
            && self.follows(next)
            && self.is(next, |s| matches!(s, Sense::Glue | Sense::Starting))
        {
            next += 1;
        }
        let plain = self.is(next, |s| {
            !matches!(s, Sense::Weekday(_) | Sense::Shift(_) | Sense::Offset(..))
        });
        let ordinal = self
            .number(next)
            .is_some_and(|n| n.ordinal && n.digits <= 2 && !self.word_follows(next));
        let named = plain || self.number(next).is_some();
        (next > at && named && (ordinal || self.day_opens(next))).then_some(next)
    }

    /// "at the weekend", without another word for which.
    fn stands_for_last_weekend(&self, at: usize, unit: Unit, reading: &Reading) -> bool {
        let opened = at > 0
            && self.follows(at)
            && self.is(at - 1, |s| {
                matches!(s, Sense::In | Sense::Glue | Sense::Bound(_))
            });
        let shifted = self.follows(at + 1) && self.is(at + 1, |s| matches!(s, Sense::Shift(_)));
        unit == Unit::Weekend && *reading == Reading::default() && opened && !shifted
    }
}
