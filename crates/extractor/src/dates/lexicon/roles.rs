//! From the rows of a pack to what they say.

use super::sense::{Bound, Calendar, Edge, Feast, Part, Sense, Side, Unit};
use crate::dates::reading::LAST;

pub(super) fn order(name: &str) -> [Unit; 3] {
    let mut order = [Unit::Day, Unit::Month, Unit::Year];
    for (slot, c) in order.iter_mut().zip(name.chars()) {
        *slot = match c {
            'y' => Unit::Year,
            'm' => Unit::Month,
            _ => Unit::Day,
        };
    }
    order
}

pub(super) fn calendar(name: &str) -> Option<Calendar> {
    Some(match name {
        "" | "gregorian" => Calendar::Gregorian,
        "hijri" => Calendar::Hijri,
        "persian" => Calendar::Persian,
        "hebrew" => Calendar::Hebrew,
        "bc" => Calendar::BeforeChrist,
        offset => Calendar::Offset(offset.parse().ok()?),
    })
}

pub(super) fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "dawn" => Part::Dawn,
        "morning" => Part::Morning,
        "noon" => Part::Noon,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        "eve" => Part::Eve,
        "midnight" => Part::Midnight,
        "daytime" => Part::Daytime,
        _ => return None,
    })
}

/// `day-1`, `day+0:evening`.
fn offset(value: &str) -> Option<(Unit, i32, Option<Part>)> {
    let (away, of_day) = value
        .split_once(':')
        .map_or((value, None), |(away, name)| (away, Some(name)));
    let at = away.find(['+', '-'])?;
    let (name, by) = away.split_at_checked(at)?;
    let of_day = match of_day {
        Some(name) => Some(part(name)?),
        None => None,
    };
    Some((unit(name)?, by.parse().ok()?, of_day))
}

/// A row of `date_words`: its role and value.
pub(super) fn sense(role: &str, value: &str) -> Option<Sense> {
    Some(match role {
        "number" => Sense::Number(value.parse().ok()?),
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "article" => Sense::Article,
        "few" => Sense::Few,
        "unit" => Sense::Unit(unit(value)?),
        "mark" => Sense::Mark(unit(value)?),
        "lead" => Sense::Lead(unit(value)?),
        "offset" => {
            let (unit, by, part) = offset(value)?;
            Sense::Offset(unit, by, part)
        }
        "anaphor" => {
            let (unit, by, part) = offset(value)?;
            Sense::Anaphor(unit, by, part)
        }
        "single" => Sense::Single,
        "shift" => Sense::Shift(value.parse().ok()?),
        "ago" => match value {
            "before -" => Sense::Ago(-1, Side::Before),
            "after -" => Sense::Ago(-1, Side::After),
            "told -" => Sense::Earlier,
            "before +" => Sense::Ago(1, Side::Before),
            "after +" => Sense::Ago(1, Side::After),
            _ => return None,
        },
        "part" => Sense::Part(part(value)?),
        "season" => Sense::Season(value.parse().ok()?),
        "edge" => Sense::Edge(match value {
            "start" => Edge::Start,
            "middle" => Edge::Middle,
            "end" => Edge::End,
            "earlier" => Edge::Earlier,
            "later" => Edge::Later,
            "since" => Edge::Since,
            _ => return None,
        }),
        "third" => Sense::Edge(Edge::Third(value.parse().ok()?)),
        "decade" => Sense::Decade(value.parse().ok()?),
        "pair" => {
            let (count, name) = value.split_once(' ')?;
            Sense::Pair(count.parse().ok()?, unit(name)?)
        }
        "weekday" => {
            let (weeks, day) = value.split_once(' ')?;
            Sense::WeekdayOf(weeks.parse().ok()?, day.parse().ok()?)
        }
        "either" => Sense::Either(value.parse().ok()?),
        "bound" => Sense::Bound(match value {
            "since" => Bound::Since,
            "until" => Bound::Until,
            "before" => Bound::Before,
            "after" => Bound::After,
            "from" => Bound::From,
            "between" => Bound::Between,
            _ => return None,
        }),
        "in" => Sense::In,
        "to" => Sense::To,
        "and" => Sense::And,
        "over" => Sense::Over,
        "past" => Sense::Past,
        "moved" => Sense::Moved,
        "ahead" => Sense::Ahead(match value {
            "before" => Side::Before,
            "after" => Side::After,
            _ => return None,
        }),
        "vague" => Sense::Vague(match value {
            "past" => -1,
            "present" => 0,
            "future" => 1,
            _ => return None,
        }),
        "feast" => Sense::Feast(if let Some(days) = value.strip_prefix("easter") {
            Feast::Easter(days.parse().ok()?)
        } else if let Some((month, day)) = value.split_once('-').filter(|_| !value.contains(' ')) {
            Feast::Fixed(month.parse().ok()?, day.parse().ok()?)
        } else {
            let mut parts = value.split(' ');
            let month = parts.next()?.parse().ok()?;
            let weekday = parts.next()?.parse().ok()?;
            let nth = parts.next()?.parse().ok()?;
            let days = parts.next().map_or(Some(0), |days| days.parse().ok())?;
            Feast::Weekday(month, weekday, nth, days)
        }),
        "era" => Sense::Era(calendar(value)?),
        "half-day" => Sense::HalfDay(value == "pm"),
        "zone" if value.is_empty() => Sense::Zone(None),
        "zone" => Sense::Zone(Some(value.parse().ok()?)),
        "glue" => Sense::Glue,
        "about" => Sense::About,
        "every" => Sense::Every,
        "future" => Sense::Future(value == "clause"),
        "half" => Sense::Half,
        "clock" => Sense::Clock,
        "minutes" => Sense::Minutes(value.parse().ok()?),
        "to-hour" => Sense::ToHour(value.parse().ok()?),
        "past-hour" => Sense::PastHour(value != "before"),
        "time" => {
            let (hour, minute) = value.split_once(':')?;
            Sense::Time(hour.parse().ok()?, minute.parse().ok()?)
        }
        "fiscal" => Sense::Fiscal(
            value
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?,
        ),
        "plural" => Sense::Plural,
        "same" => Sense::Same,
        "nth" => {
            let (name, number) = value.split_once(' ')?;
            let number = match number {
                "last" => LAST,
                number => number.parse().ok()?,
            };
            Sense::Nth(number, unit(name)?)
        }
        "starting" => Sense::Starting,
        "ending" => Sense::Ending,
        "today" => Sense::Today,
        "now" => Sense::Now,
        "several" => Sense::Several(value == "last"),
        "named" if value == "after" => Sense::NamedAfter,
        "named" => Sense::Named,
        "not" => Sense::Not,
        _ => return None,
    })
}
