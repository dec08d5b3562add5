//! The worked examples of every pack.

use scorer::worked::{Kind, check};

/// So many worked texts with quotations a first-class language has at least.
const LEAST: usize = 40;

fn rows(code: &str, kind: Kind) -> Vec<Vec<&'static str>> {
    let list = format!("cases_{}", kind.name());
    let rows = lang::pack(code).into_iter().flat_map(|p| p.rows(&list));
    rows.map(|row| (0..3).map(|column| row.column(column)).collect())
        .collect()
}

#[test]
fn every_line_is_read_as_it_should() {
    let mut wrong = Vec::new();
    for code in lang::codes() {
        for kind in [Kind::Quantities, Kind::Dates, Kind::Quotations] {
            for line in rows(code, kind) {
                if let Some(read) = check(kind, code, &line).problem {
                    wrong.push(format!("{code}: {}\n  read {read}", line.join("\t")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_first_class_language_has_its_share_of_quotations() {
    for code in lang::codes() {
        let first_class = lang::pack(code).is_some_and(|pack| pack.meta.first_class);
        let count = rows(code, Kind::Quotations).len();
        assert!(!first_class || count >= LEAST, "{code}: only {count}");
    }
}

#[test]
fn a_line_that_is_read_otherwise_is_told() {
    let line = ["Three soldiers died in 2019.", "3 killed | 2019"];
    let outcome = check(Kind::Quantities, "en", &line);
    let measure = outcome.measure;
    assert_eq!((measure.right, measure.found, measure.gold), (1, 1, 2));
    assert_eq!(outcome.problem.as_deref(), Some("3 killed"));
}
