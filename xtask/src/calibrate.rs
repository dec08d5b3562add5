//! Learns how likely findings are right: logistic regression over their kind and how sure their
//! statement is, on the project's own events. Run it again when the aligner's weights change.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use crate::logistic::{fit, probability, write};
use crate::score::findings::events;
use differ::confidence::{FEATURES, features};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Where the weights go
    #[arg(long, default_value = "crates/differ/confidence.txt")]
    out: PathBuf,
}

/// There are few findings of some kinds, and seventeen events in all.
const PENALTY: f64 = 0.3;

type Sample = ([f64; FEATURES.len()], bool, f64);

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let options = parallax::Options::default().with_min_confidence(0.0);
    let mut samples: Vec<Vec<Sample>> = Vec::new();
    for event in events(&root.join("corpora")) {
        let comparison = parallax::compare(&event.articles, &options);
        let right = scorer::findings::score(&comparison, &event.gold).right;
        let findings = comparison.findings.iter().zip(right);
        let sample = |(finding, right): (&parallax::Finding, bool)| {
            let statement = finding
                .statement
                .and_then(|at| comparison.statements.get(at));
            let features = features(finding.kind, finding.verdict, statement);
            (features.map(f64::from), right, 1.0)
        };
        samples.push(findings.map(sample).collect());
    }
    report(&samples);
    let weights = fit(&samples.concat(), PENALTY);
    let out = root.join(&arguments.out);
    let weights = FEATURES.iter().copied().zip(weights);
    write("calibrate", &out, "feature, weight", weights)
}

/// Prints how many findings are right by their confidence, with weights that never saw the event.
fn report(samples: &[Vec<Sample>]) {
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for (left_out, own) in samples.iter().enumerate() {
        let rest = samples.iter().enumerate().filter(|(at, _)| *at != left_out);
        let rest: Vec<Sample> = rest.flat_map(|(_, event)| event.iter().copied()).collect();
        let weights = fit(&rest, PENALTY);
        let of = |(features, right, _): &Sample| (probability(features, &weights), *right);
        judged.extend(own.iter().map(of));
    }
    println!("confidence  findings  mean  right");
    for tenth in 0..10 {
        let (low, high) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
        let within = |(p, _): &&(f64, bool)| (low..high).contains(p) || (tenth == 9 && *p >= 1.0);
        let bin: Vec<&(f64, bool)> = judged.iter().filter(within).collect();
        if bin.is_empty() {
            continue;
        }
        let count = bin.len() as f64;
        let mean = bin.iter().map(|(p, _)| p).sum::<f64>() / count;
        let right = bin.iter().filter(|(_, right)| *right).count() as f64 / count;
        println!("{low:.1}-{high:.1}     {count:8}  {mean:.2}  {right:.2}");
    }
    let all = judged.iter().filter(|(_, right)| *right).count();
    println!("from  findings  precision  of the right ones");
    for least in [0.0, 0.4, 0.5, 0.6, 0.7, 0.8] {
        let kept = judged.iter().filter(|(p, _)| *p >= least);
        let right = kept.clone().filter(|(_, right)| *right).count() as f64;
        let (kept, all) = (kept.count().max(1) as f64, all.max(1) as f64);
        println!(
            "{least:.1} {kept:9}  {:.3}      {:.3}",
            right / kept,
            right / all
        );
    }
}
