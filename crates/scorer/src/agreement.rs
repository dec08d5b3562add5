//! How far coders agree: percent agreement, Cohen's kappa, Krippendorff's alpha.
//!
//! ```
//! use scorer::agreement::{Level, Ratings};
//! let coder = |codes: &[&str]| codes.iter().map(|&code| Some(code.to_owned())).collect();
//! let ratings = Ratings::new(&[coder(&["yes", "no", "yes"]), coder(&["yes", "no", "no"])], &[]);
//! assert!(ratings.percent(0, 1).unwrap() > 0.66);
//! assert!(ratings.alpha(Level::Nominal).unwrap() < 0.5);
//! ```

use crate::alignment::{Interval, samples};
use std::collections::BTreeSet;

/// What units were coded with, by coder and unit, as numbers of categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    categories: Vec<String>,
    /// The categories as numbers, where all of them are.
    numbers: Option<Vec<f64>>,
    /// For each unit the category that each coder gave it.
    units: Vec<Vec<Option<usize>>>,
}

/// What the distance of two categories means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Equal or not.
    Nominal,
    /// Ranks.
    Ordinal,
    /// Differences of numbers.
    Interval,
}

impl Ratings {
    /// Codes by coder and unit; `None` where a coder left a unit out. Categories are in the given
    /// order; those that it does not name follow by number, or else by their letters.
    pub fn new(coders: &[Vec<Option<String>>], order: &[String]) -> Self {
        let given: BTreeSet<&String> = coders.iter().flatten().flatten().collect();
        let mut rest: Vec<&String> = given.into_iter().filter(|c| !order.contains(c)).collect();
        let number = |code: &str| -> Option<f64> {
            let number: f64 = code.trim().replace(',', ".").parse().ok()?;
            number.is_finite().then_some(number)
        };
        if let Some(mut numbered) = rest
            .iter()
            .map(|code| Some((number(code)?, *code)))
            .collect::<Option<Vec<_>>>()
        {
            numbered.sort_by(|a, b| a.0.total_cmp(&b.0));
            rest = numbered.into_iter().map(|(_, code)| code).collect();
        }
        let categories: Vec<String> = order.iter().chain(rest).cloned().collect();
        let numbers = categories.iter().map(|code| number(code)).collect();
        let length = coders.iter().map(Vec::len).max().unwrap_or(0);
        let place = |code: &String| categories.iter().position(|known| known == code);
        let units = (0..length)
            .map(|unit| {
                coders
                    .iter()
                    .map(|codes| codes.get(unit)?.as_ref().and_then(place))
                    .collect()
            })
            .collect();
        Self {
            categories,
            numbers,
            units,
        }
    }

    /// The categories, in the order that ranks them.
    pub fn categories(&self) -> &[String] {
        &self.categories
    }

    /// The units with the number of the category that each coder gave.
    pub fn units(&self) -> &[Vec<Option<usize>>] {
        &self.units
    }

    /// How many units both coders coded.
    pub fn shared(&self, a: usize, b: usize) -> usize {
        self.pairs(a, b).count()
    }

    fn pairs(&self, a: usize, b: usize) -> impl Iterator<Item = (usize, usize)> {
        self.units
            .iter()
            .filter_map(move |unit| Some(((*unit.get(a)?)?, (*unit.get(b)?)?)))
    }

    /// The share of units that two coders coded alike, of those that both coded.
    pub fn percent(&self, a: usize, b: usize) -> Option<f64> {
        let (mut same, mut all) = (0_usize, 0_usize);
        for (x, y) in self.pairs(a, b) {
            same += usize::from(x == y);
            all += 1;
        }
        (all > 0).then(|| same as f64 / all as f64)
    }

    /// Cohen's kappa of two coders. Nothing where both always use one and the same category:
    /// agreement beyond chance has no meaning there.
    pub fn kappa(&self, a: usize, b: usize) -> Option<f64> {
        let observed = self.percent(a, b)?;
        let mut counts = vec![(0_usize, 0_usize); self.categories.len()];
        let mut all = 0_usize;
        for (x, y) in self.pairs(a, b) {
            counts[x].0 += 1;
            counts[y].1 += 1;
            all += 1;
        }
        let all = all as f64;
        let expected: f64 = counts
            .iter()
            .map(|&(x, y)| x as f64 / all * (y as f64 / all))
            .sum();
        (expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
    }

    /// Krippendorff's alpha over all coders; units that fewer than two coded do not count. Nothing
    /// where the codes do not vary, or are no numbers and the level is interval.
    pub fn alpha(&self, level: Level) -> Option<f64> {
        self.alpha_of(level, 0..self.units.len())
    }

    fn alpha_of(&self, level: Level, units: impl IntoIterator<Item = usize>) -> Option<f64> {
        let size = self.categories.len();
        // How often two categories meet in a unit, each unit weighing as much as it has codes.
        let mut met = vec![0.0; size * size];
        for unit in units.into_iter().filter_map(|unit| self.units.get(unit)) {
            let codes: Vec<usize> = unit.iter().flatten().copied().collect();
            if codes.len() < 2 {
                continue;
            }
            let weight = 1.0 / (codes.len() - 1) as f64;
            for (at, &x) in codes.iter().enumerate() {
                for (other, &y) in codes.iter().enumerate() {
                    if at != other {
                        met[x * size + y] += weight;
                    }
                }
            }
        }
        let totals: Vec<f64> = (0..size)
            .map(|x| met[x * size..(x + 1) * size].iter().sum())
            .collect();
        let all: f64 = totals.iter().sum();
        let (mut observed, mut expected) = (0.0, 0.0);
        for x in 0..size {
            for y in 0..size {
                let distance = self.distance(level, x, y, &totals)?;
                observed += met[x * size + y] * distance;
                expected += totals[x] * totals[y] * distance;
            }
        }
        (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
    }

    /// The squared distance of two categories.
    fn distance(&self, level: Level, x: usize, y: usize, totals: &[f64]) -> Option<f64> {
        if x == y {
            return Some(0.0);
        }
        let between = match level {
            Level::Nominal => 1.0,
            Level::Ordinal => {
                let (low, high) = (x.min(y), x.max(y));
                totals[low..=high].iter().sum::<f64>() - f64::midpoint(totals[x], totals[y])
            }
            Level::Interval => {
                let numbers = self.numbers.as_ref()?;
                numbers[x] - numbers[y]
            }
        };
        Some(between * between)
    }

    /// A 95% bootstrap interval of alpha over units, the same on every run.
    pub fn alpha_interval(&self, level: Level) -> Option<Interval> {
        self.alpha(level)?;
        Some(Interval::of(
            samples(self.units.len())
                .filter_map(|sample| self.alpha_of(level, sample))
                .collect(),
        ))
    }

    /// A 95% bootstrap interval of a measure of two coders over units, the same on every run.
    pub fn pair_interval(&self, a: usize, b: usize, measure: Pair) -> Option<Interval> {
        measure(self, a, b)?;
        let resampled = |sample: Vec<usize>| {
            let units = sample.iter().map(|&unit| self.units[unit].clone());
            let ratings = Self {
                categories: self.categories.clone(),
                numbers: None,
                units: units.collect(),
            };
            measure(&ratings, a, b)
        };
        let values = samples(self.units.len()).filter_map(resampled).collect();
        Some(Interval::of(values))
    }
}

/// A measure of two coders: [`Ratings::percent`], [`Ratings::kappa`].
pub type Pair = fn(&Ratings, usize, usize) -> Option<f64>;

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(coders: &[&str]) -> Ratings {
        let codes = |line: &&str| {
            line.split(' ')
                .map(|code| (code != ".").then(|| code.to_owned()))
                .collect()
        };
        Ratings::new(&coders.iter().map(codes).collect::<Vec<_>>(), &[])
    }

    fn near(value: Option<f64>, published: f64) {
        let value = value.unwrap();
        assert!((value - published).abs() < 0.0005, "{value} {published}");
    }

    #[test]
    fn alpha_is_krippendorffs() {
        // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section E.
        let ratings = ratings(&[
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ]);
        near(ratings.alpha(Level::Nominal), 0.743);
        near(ratings.alpha(Level::Ordinal), 0.815);
        near(ratings.alpha(Level::Interval), 0.849);
        let interval = ratings.alpha_interval(Level::Nominal).unwrap();
        assert!(interval.low < 0.743 && 0.743 < interval.high);
    }

    #[test]
    fn two_coders_and_two_categories() {
        // The same paper, section A: 10 units, alpha 0.095.
        let ratings = ratings(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
        near(ratings.alpha(Level::Nominal), 0.095);
        near(ratings.percent(0, 1), 0.6);
    }

    #[test]
    fn kappa_is_cohens() {
        // 20 both yes, 15 both no, 5 and 10 apart: kappa 0.4.
        let column = |counts: [(&str, usize); 4]| -> String {
            let codes: Vec<&str> = counts
                .iter()
                .flat_map(|&(code, count)| std::iter::repeat_n(code, count))
                .collect();
            codes.join(" ")
        };
        let first = column([("yes", 20), ("yes", 5), ("no", 10), ("no", 15)]);
        let second = column([("yes", 20), ("no", 5), ("yes", 10), ("no", 15)]);
        let ratings = ratings(&[&first, &second]);
        near(ratings.kappa(0, 1), 0.4);
        near(ratings.percent(0, 1), 0.7);
        let interval = ratings.pair_interval(0, 1, Ratings::kappa).unwrap();
        assert!(interval.low < 0.4 && 0.4 < interval.high);
    }

    #[test]
    fn what_has_no_meaning_has_no_value() {
        assert_eq!(ratings(&["a a", "a a"]).kappa(0, 1), None);
        assert_eq!(ratings(&["a a", "a a"]).alpha(Level::Nominal), None);
        assert_eq!(ratings(&["a b", "b b"]).alpha(Level::Interval), None);
        assert_eq!(ratings(&["a .", ". b"]).percent(0, 1), None);
        assert_eq!(ratings(&[]).alpha(Level::Nominal), None);
    }
}
