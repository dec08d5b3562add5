//! What the text has told of, and the day of a bare time or part of the day: "in the evening",
//! "at 7.40 p.m.".

use super::Context;
use super::clock::{clock, hours};
use crate::dates::calendar::add_days;
use crate::dates::lexicon::{Edge, Part};
use crate::dates::reading::Reading;
use jiff::civil;

/// A day that the text has told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) struct Told {
    pub day: civil::Date,
    /// How late it was.
    pub hours: Hours,
    /// Whether by a time.
    pub timed: bool,
    /// The paragraph in which it was told.
    pub paragraph: usize,
    /// The sentence in which it was told.
    pub sentence: usize,
}

/// How much of a day was told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Hours {
    /// All of it.
    Day,
    /// A time or part of it before noon.
    Early,
    /// A time or part of it from noon on.
    Afternoon,
    /// Its evening or night: what is told of the small hours is of the next day.
    Late,
    /// Its night up to the next morning.
    Night,
}

/// From this hour on a day is late.
pub(in crate::dates) const LATE: i8 = 18;

/// Up to this hour a time told after an evening is one of the next day.
const SMALL: u8 = 6;

const NOON: u8 = 12;

/// How many days before publication news may lie.
const NEWS: i32 = 7;

impl Context {
    /// Notes a day that was told of.
    pub(in crate::dates) fn tell(&mut self, told: Told) {
        self.told = Some(told.day);
        self.last = Some(told);
        let Some(published) = self.published else {
            return;
        };
        if let Some(event) = &mut self.event {
            if event.day == told.day && event.hours == Hours::Day {
                event.hours = told.hours;
            }
        } else {
            let news = add_days(published, -NEWS).is_some_and(|first| told.day >= first);
            self.event = Some(told).filter(|told| news && told.day <= published);
        }
    }

    /// The day on which a time or part of the day lies that follows what was told.
    fn after(self, told: Told, hour: u8) -> Option<civil::Date> {
        let next = match told.hours {
            Hours::Day | Hours::Early | Hours::Afternoon => false,
            Hours::Late if told.sentence == self.sentence => hour < NOON,
            Hours::Late => hour < SMALL,
            Hours::Night => hour < LATE as u8,
        };
        if next {
            add_days(told.day, 1)
        } else {
            Some(told.day)
        }
    }

    /// Whether a day and hour have come when the report is published.
    fn has_come(&self, day: civil::Date, hour: u8) -> bool {
        let Some(published) = self.published else {
            return true;
        };
        day < published || day == published && self.hour.is_none_or(|now| hour <= now)
    }
}

/// Whether a night without a day is the one before the day that it is resolved to: reports call
/// so the night before their publication.
pub(super) fn is_last_night(reading: &Reading, context: Context) -> bool {
    let last = reading.shift == Some(-1);
    let day =
        reading.has_no_calendar() && reading.weekday.is_none() && (last || reading.shift.is_none());
    let near = |told: Told| {
        let before = context.published.and_then(|day| add_days(day, -1));
        before.is_none_or(|before| told.day >= before)
    };
    day && reading.part == Some(Part::Night)
        && reading.time.is_none()
        && !context.future
        && (last || context.hour.is_some() && context.last.is_none_or(near))
}

/// The day that begins with a midnight without a day: the last that has come, or the next where
/// the sentence looks ahead.
pub(super) fn midnight(context: Context) -> Option<civil::Date> {
    let published = context.published?;
    if context.future {
        return add_days(
            context.told.map_or(published, |told| told.max(published)),
            1,
        );
    }
    let here = |told: &Told| told.paragraph == context.paragraph;
    let told = context.last.filter(here).or(context.event).or(context.last);
    let Some(told) = told else {
        return Some(published);
    };
    // What came early began after its midnight.
    let by = i32::from(told.hours != Hours::Early);
    add_days(told.day, by).map(|day| day.min(published))
}

/// The day of a time or part of the day that names none.
pub(super) fn day_of(reading: &Reading, context: Context) -> Option<civil::Date> {
    let published = context.published;
    if is_last_night(reading, context) {
        return published;
    }
    let here = |told: &Told| told.sentence == context.sentence;
    if context.future {
        let goes_on = context.last.filter(here);
        let time = clock(reading).map(|time| time.0);
        if let Some((told, hour)) = goes_on.zip(time) {
            return context.after(told, hour);
        }
        return context
            .told
            .filter(|told| published.is_none_or(|day| *told > day))
            .or(published);
    }
    let midnight = reading.part == Some(Part::Midnight) && reading.time.is_none();
    let timed = clock(reading).map(|time| time.0);
    let hour = timed.or_else(|| hours(reading).map(|hours| hours.0));
    let Some(hour) = hour.filter(|_| !midnight) else {
        return context.told.or(published);
    };
    let last = context.last.filter(|last| Some(last.day) == context.told);
    let here = last.filter(|last| last.paragraph == context.paragraph);
    if timed.is_none() {
        let dawn = reading.part == Some(Part::Dawn) || reading.edge == Some(Edge::Start);
        let follows = last.filter(|last| {
            last.sentence == context.sentence
                || matches!(last.hours, Hours::Late | Hours::Night) && dawn
        });
        let day = follows
            .and_then(|last| context.after(last, hour))
            .filter(|day| context.has_come(*day, hour));
        if day.is_some() {
            return day;
        }
        let come = published.filter(|day| context.hour.is_some() && context.has_come(*day, hour));
        return come
            .or_else(|| last.and_then(|last| context.after(last, hour)))
            .or(context.told)
            .or(published);
    }
    // A time is one of the event, unless the text goes on from another day.
    let goes_on = here.or(last.filter(|last| last.timed));
    let of = |told: Option<Told>| {
        let told = told?;
        let day = context.after(told, hour)?;
        let come = context.has_come(day, hour) || told.sentence == context.sentence;
        come.then_some(day)
    };
    of(goes_on)
        .or_else(|| of(context.event))
        .or_else(|| of(last))
        .or(context.told)
        .or(published)
}
