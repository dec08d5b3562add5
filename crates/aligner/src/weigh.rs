//! From the parts of a score to a probability: a logistic decision whose weights are learned
//! (`cargo xtask train-aligner`) and stand in `weights.txt`.

use crate::lone::{self, lone_features};
use crate::parts::Parts;
use crate::witness::Witnesses;
use std::sync::OnceLock;

/// Which weights hold: words in common mean more inside one language than over two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Both sentences are in one language.
    OneLanguage,
    /// They are in two.
    TwoLanguages,
}

impl Setting {
    /// The setting of two languages, by their codes.
    pub fn of(left: &str, right: &str) -> Self {
        if left == right {
            Self::OneLanguage
        } else {
            Self::TwoLanguages
        }
    }

    /// The name under which its weights stand in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::OneLanguage => "one-language",
            Self::TwoLanguages => "two-languages",
        }
    }
}

/// What is weighed, by name, in the order of [`features`]; the last is always 1.
pub const FEATURES: &[&str] = &[
    "meaning",
    "focus",
    "told_mean",
    "told_least",
    "letters",
    "cover_least",
    "anchored",
    "numbers",
    "sizes",
    "other_numbers",
    "counted",
    "dates",
    "names",
    "other_names",
    "both_quote",
    "one_quotes",
    "apart",
    "length",
    "margin_least",
    "margin_most",
    "bias",
];

/// The parts of a score as the decision takes them.
pub fn features(parts: &Parts) -> [f32; FEATURES.len()] {
    // One rare number is worth 5; beyond two of them nothing more is proved.
    let rare = |rarity: f32| rarity.min(10.0) / 5.0;
    [
        parts.meaning,
        parts.focus,
        (parts.told_left * parts.told_right).max(0.0).sqrt(),
        parts.told_left.min(parts.told_right),
        parts.letters,
        parts.cover_left.min(parts.cover_right),
        parts.anchored,
        rare(parts.numbers),
        rare(parts.sizes),
        rare(parts.other_numbers),
        rare(parts.counted),
        rare(parts.dates),
        rare(parts.names),
        rare(parts.other_names),
        parts.both_quote,
        parts.one_quotes,
        parts.apart,
        parts.length,
        parts.margin_left.min(parts.margin_right),
        parts.margin_left.max(parts.margin_right),
        1.0,
    ]
}

/// What is weighed after that, when the neighbours are known: the score before, and the company.
pub const AFTER: &[&str] = &["score", "company", "company_lines", "after"];

/// What is weighed in the second step.
pub fn after(score: f32, parts: &Parts) -> [f32; AFTER.len()] {
    [score, parts.company, parts.company_lines, 1.0]
}

/// What is weighed last, over many texts: the score before, and what third texts say.
pub const TOLD_BY_OTHERS: &[&str] = &["before", "agree", "differ", "alone"];

/// What is weighed in the third step.
pub fn told_by_others(score: f32, witnesses: Witnesses) -> [f32; TOLD_BY_OTHERS.len()] {
    [
        score,
        witnesses.agree.ln_1p(),
        witnesses.differ.ln_1p(),
        1.0,
    ]
}

const FILE: &str = include_str!("../weights.txt");

/// The weights of all steps.
struct Weights {
    first: [f32; FEATURES.len()],
    after: [f32; AFTER.len()],
    others: [f32; TOLD_BY_OTHERS.len()],
}

fn weights(setting: Setting) -> &'static Weights {
    static WEIGHTS: OnceLock<[Weights; 2]> = OnceLock::new();
    let all = WEIGHTS.get_or_init(|| {
        [Setting::OneLanguage, Setting::TwoLanguages].map(|setting| Weights {
            first: read(FILE, setting.name(), FEATURES),
            after: read(FILE, setting.name(), AFTER),
            others: read(FILE, setting.name(), TOLD_BY_OTHERS),
        })
    });
    match setting {
        Setting::OneLanguage => &all[0],
        Setting::TwoLanguages => &all[1],
    }
}

/// Reads the lines `setting feature weight`.
pub(crate) fn read<const COUNT: usize>(file: &str, setting: &str, names: &[&str]) -> [f32; COUNT] {
    let mut weights = [0.0; COUNT];
    for line in file.lines() {
        let mut fields = line.split_whitespace();
        if fields.next() != Some(setting) {
            continue;
        }
        let place = fields
            .next()
            .and_then(|name| names.iter().position(|feature| *feature == name));
        let weight = fields.next().and_then(|weight| weight.parse().ok());
        if let (Some(place), Some(weight)) = (place, weight)
            && let Some(slot) = weights.get_mut(place)
        {
            *slot = weight;
        }
    }
    weights
}

pub(crate) fn product<const COUNT: usize>(features: [f32; COUNT], weights: &[f32; COUNT]) -> f32 {
    features
        .iter()
        .zip(weights)
        .map(|(feature, weight)| feature * weight)
        .sum()
}

/// The logarithm of the odds that two sentences say the same, before their neighbours are known.
pub(crate) fn score(parts: &Parts, setting: Setting) -> f32 {
    product(features(parts), &weights(setting).first)
}

/// 0 to 1, from the logarithm of the odds.
pub(crate) fn likely(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// 0 to 1: how likely it is that the two sentences say the same.
pub(crate) fn probability(parts: &Parts, setting: Setting) -> f32 {
    if let Some(features) = lone_features(parts) {
        return likely(lone::score(features));
    }
    let score = score(parts, setting);
    likely(product(after(score, parts), &weights(setting).after))
}

/// The same where third texts have been asked.
pub(crate) fn probability_by_others(before: f32, witnesses: Witnesses, setting: Setting) -> f32 {
    let before = before.clamp(1e-6, 1.0 - 1e-6);
    let score = (before / (1.0 - before)).ln();
    likely(product(
        told_by_others(score, witnesses),
        &weights(setting).others,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_weight_in_the_file() {
        for setting in [Setting::OneLanguage, Setting::TwoLanguages] {
            for feature in FEATURES.iter().chain(AFTER).chain(TOLD_BY_OTHERS) {
                let line = format!("{} {feature} ", setting.name());
                assert!(FILE.lines().any(|l| l.starts_with(&line)), "{line}");
            }
        }
    }
}
