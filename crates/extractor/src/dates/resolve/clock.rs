//! Hours: of clock times and of stretches of the day.

use crate::dates::lexicon::{Edge, Part};
use crate::dates::reading::Reading;
use jiff::civil;

pub(super) fn at(
    moment: civil::DateTime,
    hour: u8,
    minute: u8,
    second: u8,
) -> Option<civil::DateTime> {
    let time = civil::Time::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    Some(moment.date().to_datetime(time))
}

/// First and last hour of a stretch of the day, as wires use the words: "the evening", "early
/// on Friday".
pub(super) fn hours(reading: &Reading) -> Option<(u8, u8)> {
    Some(match (reading.part, reading.edge) {
        (Some(Part::Dawn), _) => (0, 5),
        (Some(Part::Morning), _) => (6, 11),
        (Some(Part::Noon), _) => (12, 12),
        (Some(Part::Afternoon), _) => (12, 17),
        (Some(Part::Evening), _) => (18, 23),
        (Some(Part::Night | Part::Eve), _) => (20, 23),
        (Some(Part::Midnight), _) => (0, 0),
        (Some(Part::Daytime), _) => (6, 17),
        (None, Some(Edge::Start)) => (0, 8),
        (None, Some(Edge::End)) => (17, 23),
        _ => return None,
    })
}

/// Hour, minute and second on a clock of 24 hours.
pub(super) fn clock(reading: &Reading) -> Option<(u8, u8, u8)> {
    let (hour, minute, second) = reading.time?;
    let afternoon = reading.afternoon.unwrap_or(match reading.part {
        Some(Part::Afternoon | Part::Evening) => true,
        Some(Part::Night) => hour >= 6,
        // दोपहर 3 बजे
        Some(Part::Noon) => hour <= 5,
        _ => false,
    });
    let hour = match hour {
        24 => 0,
        12 if reading.afternoon == Some(false) => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    Some((hour, minute, second))
}
