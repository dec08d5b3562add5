//! How likely a finding is right: a logistic decision over what kind of finding it is and how sure
//! its statement is. The weights are learned on the project's events (`cargo xtask calibrate`) and
//! stand in `confidence.txt`.

use crate::{Kind, Verdict, learned};
use aligner::Statement;
use std::sync::OnceLock;

/// What is weighed, by name, in the order of [`features`].
pub const FEATURES: &[&str] = &[
    "told_by_one",
    "coverage",
    "fact_of_one",
    "fact",
    "name",
    "polarity",
    "quotation",
    "wording",
    "score",
    "near_of_one",
    "near",
    "rival",
    "base",
];

/// Odds beyond these prove nothing more.
const SURE: f32 = 0.98;

/// A finding as the decision takes it: its class, how likely it is that its statement holds
/// together, that some sentence outside belongs to it and, of coverage, that no report which is not
/// held to tell it does.
pub fn features(
    kind: Kind,
    verdict: Verdict,
    statement: Option<&Statement>,
) -> [f32; FEATURES.len()] {
    let alone = verdict == Verdict::SingleSource;
    let class = match (kind, alone) {
        (Kind::Coverage, true) => 0,
        (Kind::Coverage, false) => 1,
        (Kind::Quantity | Kind::Date, true) => 2,
        (Kind::Quantity | Kind::Date, false) => 3,
        (Kind::Name, _) => 4,
        (Kind::Polarity, _) => 5,
        (Kind::Quotation, _) => 6,
        (Kind::Wording, _) => 7,
    };
    let odds = |likely: f32| {
        let likely = likely.clamp(1.0 - SURE, SURE);
        (likely / (1.0 - likely)).ln()
    };
    let mut features = [0.0; FEATURES.len()];
    features[class] = 1.0;
    features[12] = 1.0;
    if let Some(statement) = statement {
        let missing = statement.nearest.iter();
        let none_tells: f32 = missing.map(|near| (1.0 - near.likely.min(SURE)).ln()).sum();
        match class {
            0 => features[9] = none_tells,
            1 => features[10] = none_tells,
            _ => {}
        }
        if class != 0 {
            features[8] = odds(statement.score);
            features[11] = odds(statement.rival);
        }
    }
    features
}

const FILE: &str = include_str!("../confidence.txt");

/// 0 to 1: how likely a finding of this kind and verdict is right.
pub(crate) fn of(kind: Kind, verdict: Verdict, statement: Option<&Statement>) -> f32 {
    static WEIGHTS: OnceLock<[f32; FEATURES.len()]> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| learned::weights(FILE, FEATURES));
    learned::likelihood(&features(kind, verdict, statement), weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aligner::{Near, SentenceRef};

    #[test]
    fn every_feature_has_a_weight_in_the_file() {
        let weights: [f32; FEATURES.len()] = learned::weights(FILE, FEATURES);
        for (name, weight) in FEATURES.iter().zip(weights) {
            assert!(weight != 0.0, "{name}");
        }
    }

    #[test]
    fn a_near_sentence_makes_it_doubtful_that_only_one_report_tells_it() {
        let at = SentenceRef {
            report: 1,
            sentence: 0,
        };
        let alone = |likely| {
            let statement = Statement {
                sentences: Vec::new(),
                score: 1.0,
                rival: 0.0,
                as_well: Vec::new(),
                nearest: vec![Near { at, likely }],
            };
            of(Kind::Coverage, Verdict::SingleSource, Some(&statement))
        };
        assert!(alone(0.05) > 0.8);
        assert!(alone(0.5) < 0.7);
    }
}
