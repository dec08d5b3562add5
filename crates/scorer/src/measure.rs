//! Precision, recall and F1 from counts.

use std::ops::AddAssign;

/// Counts of what was found and what should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measure {
    /// Found and right.
    pub right: usize,
    /// Found at all.
    pub found: usize,
    /// In the gold and found.
    pub recalled: usize,
    /// In the gold.
    pub gold: usize,
}

impl Measure {
    /// Share of what was found that is right, 0 to 1; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of the gold that was found, 0 to 1; 1 where there is no gold.
    pub fn recall(&self) -> f64 {
        share(self.recalled, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

impl AddAssign for Measure {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.recalled += other.recalled;
        self.gold += other.gold;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_formulas() {
        let measure = Measure {
            right: 3,
            found: 4,
            recalled: 3,
            gold: 6,
        };
        assert!((measure.precision() - 0.75).abs() < 1e-12);
        assert!((measure.recall() - 0.5).abs() < 1e-12);
        assert!((measure.f1() - 0.6).abs() < 1e-12);
        assert!((Measure::default().f1() - 1.0).abs() < 1e-12);
    }
}
