//! Clock times.

use super::Parser;
use crate::dates::atoms::{Gap, Number};
use crate::dates::lexicon::{Sense, Unit};
use crate::dates::reading::Reading;

impl Parser<'_> {
    pub(super) fn take_hour(
        &self,
        at: usize,
        number: Number,
        reading: &mut Reading,
    ) -> Option<usize> {
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
}
