//! CSV: one file a table, right in R, pandas, LibreOffice and Excel.

use crate::rows::{Cell, Table};
use crate::{View, file, rows};
use std::io;
use std::path::Path;

/// What can be set on CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// Begin each file with a byte-order mark, by which Excel knows UTF-8.
    pub mark: bool,
    /// Semicolons between cells and commas in numbers, as Excel wants where the comma is the
    /// decimal sign.
    pub european: bool,
}

/// Writes every table as `NAME.csv` into a folder, and what the run records as `run.json`.
///
/// # Errors
///
/// Where a file cannot be written; the files before it stay.
pub fn write(view: &View, folder: &Path, options: Options) -> io::Result<()> {
    for table in rows::tables(view) {
        let path = folder.join(format!("{}.csv", table.name));
        file::write(&path, render(&table, options).as_bytes())?;
    }
    file::write(
        &folder.join("run.json"),
        crate::json::render_run(view).as_bytes(),
    )
}

/// One table, in UTF-8, with `\n` at the end of lines.
pub fn render(table: &Table, options: Options) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(if options.european { b';' } else { b',' })
        .from_writer(if options.mark {
            "\u{FEFF}".as_bytes().to_vec()
        } else {
            Vec::new()
        });
    let heading = table.columns.iter().map(|column| column.name.to_owned());
    let rows = table.rows.iter().map(|row| {
        row.iter().map(|cell| match cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(_) | Cell::Decimal(_) if options.european => cell.text().replace('.', ","),
            cell => cell.text(),
        })
    });
    // Writing into memory does not fail.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Words that a spreadsheet would take for a formula begin with an apostrophe, as OWASP advises;
/// numbers are never guarded.
pub(crate) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Column;

    fn table(cells: Vec<Cell>) -> Table {
        const COLUMNS: &[Column] = &[
            Column {
                name: "a",
                about: "",
            },
            Column {
                name: "b",
                about: "",
            },
        ];
        Table {
            name: "t",
            about: "",
            columns: COLUMNS,
            rows: vec![cells],
        }
    }

    #[test]
    fn formulas_stay_text_and_numbers_stay_numbers() {
        let table = table(vec![
            "=cmd|' /C calc'!A0".into(),
            Cell::Decimal("-2.5".into()),
        ]);
        assert_eq!(
            render(&table, Options::default()),
            "a,b\n'=cmd|' /C calc'!A0,-2.5\n"
        );
    }

    #[test]
    fn excel_gets_a_mark() {
        let table = table(vec!["他说，“好”".into(), "a,\"b\"\nc".into()]);
        let options = Options {
            mark: true,
            ..Options::default()
        };
        let text = render(&table, options);
        assert_eq!(text, "\u{FEFF}a,b\n他说，“好”,\"a,\"\"b\"\"\nc\"\n");
    }

    #[test]
    fn european_excel_gets_semicolons_and_decimal_commas() {
        let table = table(vec!["1.5; said".into(), Cell::Number(0.25)]);
        let options = Options {
            mark: true,
            european: true,
        };
        assert_eq!(
            render(&table, options),
            "\u{FEFF}a;b\n\"1.5; said\";0,250\n"
        );
    }
}
