//! `LibreOffice` opens the workbook and the tables, saves them again, and every cell is the same.
//!
//! ```sh
//! cargo test -p parallax-tests --test office -- --ignored
//! ```
//!
//! Needs `soffice` (Debian: `apt-get install libreoffice-calc`), so it runs only when asked for.

#![allow(
    clippy::unwrap_used,
    reason = "a suite: a failed unwrap is a failed test"
)]

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use reporter::{Run, View, csv, rows, xlsx};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// How `LibreOffice` names UTF-8 with commas (or semicolons), quotation marks, from the first line,
/// text as text: what its dialog proposes, in English and (1031) in German.
const COMMAS: &str = "44,34,76,1,,0,false,false";
const SEMICOLONS: &str = "59,34,76,1,,1031,false,false";

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("parallax-office-{}", std::process::id()));
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Opens files and saves them again in `to`. One office at a time: they share a profile.
fn saved_again(files: &[PathBuf], to: &Path, how: &[&str]) {
    static OFFICE: Mutex<()> = Mutex::new(());
    let _alone = OFFICE.lock().unwrap_or_else(PoisonError::into_inner);
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder("profile").display()
    );
    let done = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--norestore"])
        .args(how)
        .arg("--outdir")
        .arg(to)
        .args(files)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
}

/// Runs `check` on two events: right-to-left, without spaces, hostile, long.
fn each(check: impl Fn(&str, &View)) {
    for event in ["beijing-talks", "akcedere-earthquake"] {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpora");
        let reading = reader::read(&[corpus.join(event)], &reader::Options::default());
        let mut articles: Vec<_> = reading.inputs.into_iter().map(|i| i.article).collect();
        "=cmd|' /C calc'!A0 \u{202e}<b>".clone_into(&mut articles[0].outlet);
        articles[1]
            .text
            .push_str(&"\n\nNobody knows. ".repeat(3_000));
        let comparison = parallax::compare(&articles, &parallax::Options::default());
        let run = Run::default();
        check(event, &View::new(&comparison, &run));
    }
}

/// The cells of every sheet; numbers as far as a file keeps them.
fn cells(path: &Path) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let names = workbook.sheet_names();
    names
        .into_iter()
        .map(|name| {
            assert!(
                workbook.worksheet_formula(&name).unwrap().is_empty(),
                "{name}"
            );
            let range = workbook.worksheet_range(&name).unwrap();
            let text = |cell: &Data| match cell {
                Data::Float(number) => format!("{number:.9}"),
                Data::Int(number) => format!("{number}.000000000"),
                // A line break inside a cell has two spellings.
                cell => cell.to_string().replace("\r\n", "\n"),
            };
            let rows = range
                .rows()
                .map(|row| row.iter().map(text).collect())
                .collect();
            (name, rows)
        })
        .collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_workbook_keeps_its_cells() {
    each(|event, view| {
        let (before, after) = (folder("xlsx"), folder("xlsx-again"));
        let path = before.join(format!("{event}.xlsx"));
        xlsx::write(view, &path).unwrap();
        saved_again(
            std::slice::from_ref(&path),
            &after,
            &["--convert-to", "xlsx"],
        );
        let (before, after) = (cells(&path), cells(&after.join(format!("{event}.xlsx"))));
        assert!(before.len() > 12);
        for ((sheet, rows), (same, again)) in before.iter().zip(&after) {
            assert_eq!(sheet, same);
            assert_eq!(rows.len(), again.len(), "{sheet}");
            for (row, (cells, again)) in rows.iter().zip(again).enumerate() {
                assert_eq!(cells, again, "{event} {sheet} {row}");
            }
        }
    });
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_tables_keep_their_cells() {
    each(|event, view| {
        for european in [false, true] {
            let name = format!("{event}-{european}");
            let (before, after) = (folder(&name), folder(&format!("{name}-again")));
            let mut options = csv::Options::default();
            (options.mark, options.european) = (european, european);
            csv::write(view, &before, options).unwrap();
            let files: Vec<PathBuf> = rows::tables(view)
                .iter()
                .map(|table| before.join(format!("{}.csv", table.name)))
                .collect();
            let tokens = if european { SEMICOLONS } else { COMMAS };
            saved_again(
                &files,
                &after,
                &[
                    &format!("--infilter=CSV:{tokens}"),
                    "--convert-to",
                    &format!("csv:Text - txt - csv (StarCalc):{tokens}"),
                ],
            );
            for file in &files {
                let read = |path: &Path| {
                    let text = std::fs::read_to_string(path).unwrap();
                    reporter::review::table(&text).unwrap()
                };
                let (whole, again) = (read(file), read(&after.join(file.file_name().unwrap())));
                assert_eq!(whole.headings, again.headings);
                assert_eq!(whole.rows.len(), again.rows.len(), "{}", file.display());
                for (cells, again) in whole.rows.iter().zip(&again.rows) {
                    for (cell, again) in cells.iter().zip(again) {
                        // The words of an article may be a number: "1,170" is 1170 in a
                        // spreadsheet. It writes numbers as it likes.
                        let number = |text: &str, group: char, point: char| {
                            let digits = text.replace(group, "").replace(point, ".");
                            digits.parse::<f64>().ok()
                        };
                        let ours = if european {
                            number(cell, '.', ',')
                        } else {
                            number(cell, ',', '.')
                        };
                        let same = cell.replace("\r\n", "\n") == again.replace("\r\n", "\n")
                            || ours.is_some()
                                && [number(again, ',', '.'), number(again, '.', ',')]
                                    .contains(&ours);
                        assert!(same, "{}: {cell:?} is now {again:?}", file.display());
                    }
                }
            }
        }
    });
}
