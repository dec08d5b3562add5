//! A review table, filled in by a person, as decisions.
//!
//! It is read as any spreadsheet program saves it: with commas, semicolons or tabs, with a
//! byte-order mark, with or without the apostrophes that keep words from being formulas.

use differ::review::{Decision, Ruling};

/// A table of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The names of the columns.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Reads a table.
///
/// # Errors
///
/// Where the text is no table.
pub fn table(text: &str) -> Result<Sheet, String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|&mark| (first.matches(mark).count(), mark == ','))
        .unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .flexible(true)
        .from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| error.to_string())?;
    let headings = headings.iter().map(|h| h.trim().to_owned()).collect();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        rows.push(row.iter().map(|cell| unguarded(cell).to_owned()).collect());
    }
    Ok(Sheet { headings, rows })
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if crate::csv::guarded(rest) == cell => rest,
        _ => cell,
    }
}

/// The decisions of a review table. In a table in which nobody has decided anything yet, every item
/// stands as the tool gave it; else the items without a decision are left out.
///
/// # Errors
///
/// Where the text is no review table, or a decision is not understood.
pub fn decisions(text: &str) -> Result<Vec<Decision>, String> {
    let sheet = table(text)?;
    let place = |name: &str| sheet.headings.iter().position(|heading| heading == name);
    let wanted =
        |name: &str| place(name).ok_or_else(|| format!("no review table: no column \"{name}\""));
    let (item, kind, ruling) = (wanted("item")?, wanted("kind")?, wanted("decision")?);
    let mut decisions = Vec::new();
    for (number, row) in sheet.rows.iter().enumerate() {
        let at = |column: usize| row.get(column).map_or("", String::as_str);
        let cell = |name: &str| place(name).map_or("", at).to_owned();
        if at(item).is_empty() {
            continue;
        }
        let line = number + 2;
        let decision = Decision {
            item: at(item).to_owned(),
            kind: at(kind).to_owned(),
            value: cell("value"),
            ruling: named(at(ruling)).ok_or_else(|| {
                format!(
                    "row {line}: decision \"{}\" is none of confirm, reject, correct",
                    at(ruling)
                )
            })?,
            correction: cell("correction"),
            unit: cell("unit"),
            other: cell("other"),
            neighbours: cell("neighbours"),
            text: cell("text"),
            note: cell("note"),
        };
        if decision.ruling == Ruling::Corrected && decision.correction.trim().is_empty() {
            return Err(format!(
                "row {line}: correct, but nothing in \"correction\""
            ));
        }
        decisions.push(decision);
    }
    if decisions
        .iter()
        .any(|decision| decision.ruling != Ruling::Open)
    {
        decisions.retain(|decision| decision.ruling != Ruling::Open || !decision.note.is_empty());
    }
    Ok(decisions)
}

/// The decision that a person's word means.
fn named(word: &str) -> Option<Ruling> {
    Some(match word.trim().to_lowercase().as_str() {
        "" => Ruling::Open,
        "confirm" | "confirmed" | "ok" | "yes" | "y" | "1" => Ruling::Confirmed,
        "reject" | "rejected" | "no" | "n" | "0" => Ruling::Rejected,
        "correct" | "corrected" => Ruling::Corrected,
        _ => return None,
    })
}

pub(crate) fn ruling_name(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Open => "",
        Ruling::Confirmed => "confirm",
        Ruling::Rejected => "reject",
        Ruling::Corrected => "correct",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{View, rows, sample};

    #[test]
    fn a_table_comes_back_as_it_was_filled_in() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        let review = rows::tables(&view)
            .into_iter()
            .find(|table| table.name == "review")
            .unwrap();
        for european in [false, true] {
            let mut options = crate::csv::Options::default();
            (options.mark, options.european) = (true, european);
            let text = crate::csv::render(&review, options);
            let all = decisions(&text).unwrap();
            assert_eq!(all.len(), review.rows.len());
            assert!(all.iter().all(|decision| decision.ruling == Ruling::Open));
            let (mark, filled) = if european {
                (";diverges;;", ";diverges;Correct;compatible")
            } else {
                (",diverges,,", ",diverges,Correct,compatible")
            };
            let decided = decisions(&text.replace(mark, filled)).unwrap();
            assert_eq!(decided.len(), 1);
            assert_eq!(decided[0].outcome(), "compatible");
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(
            decisions("a,b\n1,2\n")
                .unwrap_err()
                .contains("no review table")
        );
        let table = "item,kind,decision\nv1,verdict,maybe\n";
        assert!(
            decisions(table)
                .unwrap_err()
                .starts_with("row 2: decision \"maybe\"")
        );
        let table = "item,kind,decision\nv1,verdict,correct\n";
        assert!(decisions(table).unwrap_err().contains("nothing in"));
    }
}
