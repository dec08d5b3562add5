//! When two names are one, a variant, or two; and which names the reports share.

use crate::{Evidence, Finding, Kind, Verdict, explain};
use aligner::{Report, SentenceRef};
use extractor::{Mention, Name, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Whether two printed names may belong to one bearer: equal keys, or one the tail of the other
/// ("Lin" and "Lin Jian").
pub(crate) fn may_be_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a == b
        || a.split_whitespace()
            .any(|word| b.split_whitespace().any(|other| other == word))
}

/// One finding for every name that at least two reports have: the first mention in each.
pub(crate) fn findings(reports: &[Report]) -> Vec<Finding> {
    let mut bearers: BTreeMap<&str, Vec<(SentenceRef, &Mention, &Name)>> = BTreeMap::new();
    for (report, content) in reports.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for mention in &content.mentions {
            if let Value::Name(name) = &mention.value
                && seen.insert(name.key.as_str())
            {
                let at = SentenceRef {
                    report,
                    sentence: mention.sentence,
                };
                bearers
                    .entry(name.key.as_str())
                    .or_default()
                    .push((at, mention, name));
            }
        }
    }
    bearers
        .into_values()
        .filter(|mentions| mentions.len() > 1)
        .map(|mentions| {
            let given: Vec<(String, usize)> = mentions
                .iter()
                .map(|(at, _, name)| (name.name.clone(), at.report))
                .collect();
            Finding {
                kind: Kind::Name,
                verdict: Verdict::Agrees,
                statement: None,
                explanation: explain::who_says_what(reports, &given),
                confidence: 1.0,
                evidence: mentions
                    .into_iter()
                    .map(|(at, mention, name)| Evidence {
                        at,
                        span: mention.span,
                        value: name.name.clone(),
                    })
                    .collect(),
            }
        })
        .collect()
}
