//! Worked examples that nothing is tuned for: how many mentions of news sentences in 16 languages
//! are read exactly as a careful reader marked them.

use super::{Data, Figure};
use scorer::Measure;
use scorer::worked::{Kind, check};
use std::fs;

/// Runs the suite.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let folder = &data.worked;
    let tells = data.errors && !folder.starts_with(&data.held_back);
    let mut figures = Vec::new();
    for kind in Kind::ALL {
        let mut all = Measure::default();
        for code in lang::codes() {
            let path = folder.join(code).join(format!("{}.txt", kind.name()));
            let Ok(lines) = fs::read_to_string(path) else {
                continue;
            };
            let mut own = Measure::default();
            for line in lines.lines().filter(|line| !line.starts_with('#')) {
                let columns: Vec<&str> = line.split('\t').collect();
                let outcome = check(kind, code, &columns);
                own += outcome.measure;
                all += outcome.measure;
                if let Some(read) = outcome.problem.filter(|_| tells) {
                    println!("{code} {}: {line}\n  read {read}", kind.name());
                }
            }
            if own.gold + own.found == 0 {
                continue;
            }
            let set = format!("{} {code}", kind.name());
            figures.push(Figure::new(set, "F1", own.f1() * 100.0));
        }
        // Nothing to read is nothing to be right about.
        if all.gold + all.found == 0 {
            continue;
        }
        figures.extend([
            Figure::new(kind.name(), "precision", all.precision() * 100.0),
            Figure::new(kind.name(), "recall", all.recall() * 100.0),
        ]);
    }
    (!figures.is_empty()).then_some(figures)
}
