//! XLSX: one sheet a table, with frozen headings, filters, links and colours by verdict.
//!
//! Words are written as strings and never as formulas. The same comparison gives the same bytes:
//! the file carries no time of its making.

use crate::rows::{self, Cell, Table};
use crate::view::statement_id;
use crate::{View, file};
use differ::Verdict;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What a cell of Excel holds, in UTF-16 units; room is left for the words that say it was cut.
const LONGEST: usize = 32_767 - 40;

/// Columns are as wide as their texts, up to this many characters.
const WIDEST: usize = 60;

/// Links are made up to this many rows: a sheet may hold 65,530.
const MOST_LINKS: usize = 60_000;

/// Writes the workbook, whole or not at all.
///
/// # Errors
///
/// Where the file cannot be written, or the comparison has more rows than a sheet can hold.
pub fn write(view: &View, path: &Path) -> io::Result<()> {
    file::write(path, &render(view)?)
}

/// The workbook as bytes.
///
/// # Errors
///
/// Where the comparison has more rows than a sheet can hold.
pub fn render(view: &View) -> io::Result<Vec<u8>> {
    workbook(view).map_err(io::Error::other)
}

fn workbook(view: &View) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(view.title().unwrap_or("Comparison"))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let looks = Looks::new();
    let tables = rows::tables(view);
    let targets = targets(&tables);
    let right_to_left =
        view.comparison.reports.iter().all(is_right_to_left) && !view.comparison.reports.is_empty();
    read_me(workbook.add_worksheet(), view, &tables, &looks)?;
    matrix(workbook.add_worksheet(), view, &targets, &looks)?;
    for table in &tables {
        let sheet = workbook.add_worksheet();
        sheet.set_right_to_left(right_to_left);
        write_table(sheet, table, &targets, &looks)?;
    }
    workbook.save_to_buffer()
}

fn is_right_to_left(report: &aligner::Report) -> bool {
    matches!(
        report.document.language.script,
        "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo"
    )
}

/// The formats of cells.
struct Looks {
    heading: Format,
    text: Format,
    link: Format,
    verdicts: BTreeMap<&'static str, Format>,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        // Dark on light of one hue: legible in print and for colour-blind readers, who have the
        // words beside them.
        let coloured = |ground: u32, ink: u32| {
            text.clone()
                .set_background_color(Color::RGB(ground))
                .set_font_color(Color::RGB(ink))
        };
        Self {
            heading: Format::new()
                .set_bold()
                .set_background_color(Color::RGB(0x00E6_E6E6))
                .set_align(FormatAlign::Top),
            link: text.clone().set_font_color(Color::RGB(0x001F_4E9E)),
            verdicts: [
                (Verdict::Agrees, coloured(0x00E2_F0D9, 0x0020_5020)),
                (Verdict::Compatible, coloured(0x00FF_F2CC, 0x0060_4A00)),
                (Verdict::Diverges, coloured(0x00F8_CBAD, 0x0080_1A00)),
                (Verdict::SingleSource, coloured(0x00DD_EBF7, 0x001F_3864)),
            ]
            .into_iter()
            .map(|(verdict, format)| (verdict.name(), format))
            .collect(),
            text,
        }
    }
}

/// The row of every statement and finding, for links.
type Targets = BTreeMap<String, String>;

fn targets(tables: &[Table]) -> Targets {
    let mut targets = Targets::new();
    for (table, column) in [("statements", "statement"), ("findings", "finding")] {
        let Some(table) = tables.iter().find(|t| t.name == table) else {
            continue;
        };
        let Some(column) = table.columns.iter().position(|c| c.name == column) else {
            continue;
        };
        for (row, cells) in table.rows.iter().enumerate() {
            targets
                .entry(cells[column].text())
                .or_insert_with(|| format!("internal:'{}'!A{}", table.name, row + 2));
        }
    }
    targets
}

fn read_me(
    sheet: &mut Worksheet,
    view: &View,
    tables: &[Table],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("README")?;
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 90)?;
    let run = view.run;
    let mut lines: Vec<(String, String)> = vec![
        ("Parallax".to_owned(), run.version.clone()),
        (
            "event".to_owned(),
            view.title().unwrap_or_default().to_owned(),
        ),
    ];
    for (name, value) in &run.options {
        lines.push((format!("--{name}"), value.clone()));
    }
    for table in tables {
        lines.push((format!("sheet {}", table.name), table.about.to_owned()));
    }
    for (id, source) in &run.sources {
        let value = format!("{}, sha256 {}", source.path, source.sha256);
        lines.push((format!("input {id}"), value));
    }
    for note in run.notes.iter().chain(&view.comparison.notes) {
        lines.push(("note".to_owned(), note.clone()));
    }
    for (row, (name, value)) in lines.iter().enumerate() {
        let row = row_number(row)?;
        sheet.write_string_with_format(row, 0, cut(name), &looks.heading)?;
        sheet.write_string_with_format(row, 1, cut(value), &looks.text)?;
    }
    Ok(())
}

/// Statements × outlets.
fn matrix(
    sheet: &mut Worksheet,
    view: &View,
    targets: &Targets,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("matrix")?;
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_column_width(1, WIDEST as f64)?;
    let reports = view.comparison.reports.len();
    sheet.write_string_with_format(0, 0, "statement", &looks.heading)?;
    sheet.write_string_with_format(0, 1, "text", &looks.heading)?;
    for report in 0..reports {
        let column = column_number(report + 2)?;
        sheet.write_string_with_format(0, column, cut(view.outlet(report)), &looks.heading)?;
        sheet.set_column_width(column, 14)?;
    }
    for (nth, (index, statement)) in view.told().enumerate() {
        let row = row_number(nth + 1)?;
        let id = statement_id(index);
        linked(sheet, row, 0, &id, targets, looks)?;
        let text = view.stands_for(statement);
        sheet.write_string_with_format(row, 1, cut(text), &looks.text)?;
        let carriers = View::carriers(statement);
        for report in (0..reports).filter(|report| carriers.contains(report)) {
            let verdict = view.verdict_of(index, report).name();
            let format = looks.verdicts.get(verdict).unwrap_or(&looks.text);
            sheet.write_string_with_format(row, column_number(report + 2)?, verdict, format)?;
        }
    }
    Ok(())
}

fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    targets: &Targets,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 1)?;
    let last_row = row_number(table.rows.len())?;
    let last_column = column_number(table.columns.len().saturating_sub(1))?;
    for (index, column) in table.columns.iter().enumerate() {
        let number = column_number(index)?;
        sheet.write_string_with_format(0, number, column.name, &looks.heading)?;
        let widest = table
            .rows
            .iter()
            .map(|row| row[index].text().chars().count())
            .chain([column.name.len() + 4])
            .max();
        sheet.set_column_width(number, widest.unwrap_or(8).clamp(6, WIDEST) as f64)?;
    }
    for (index, row) in table.rows.iter().enumerate() {
        let number = row_number(index + 1)?;
        for (at, cell) in row.iter().enumerate() {
            let column = column_number(at)?;
            // A row does not link to itself.
            let links = at > 0 && matches!(table.columns[at].name, "statement" | "finding")
                || at == 0 && !matches!(table.name, "statements" | "findings");
            write_cell(
                sheet,
                number,
                column,
                cell,
                links && index < MOST_LINKS,
                targets,
                looks,
            )?;
        }
    }
    sheet.autofilter(0, 0, last_row, last_column)?;
    let decision = table.columns.iter().position(|c| c.name == "decision");
    if let (Some(at), true) = (decision, last_row > 0) {
        let column = column_number(at)?;
        let words = ["confirm", "reject", "correct"];
        let choice = DataValidation::new().allow_list_strings(&words)?;
        sheet.add_data_validation(1, column, last_row, column, &choice)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    links: bool,
    targets: &Targets,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) if links => linked(sheet, row, column, text, targets, looks)?,
        Cell::Text(text) => {
            let format = looks.verdicts.get(text.as_str()).unwrap_or(&looks.text);
            sheet.write_string_with_format(row, column, cut(text), format)?;
        }
        Cell::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &looks.text)?;
        }
        Cell::Number(number) => {
            let number = (number * 1000.0).round() / 1000.0;
            sheet.write_number_with_format(row, column, number, &looks.text)?;
        }
        Cell::Decimal(text) => match number(text) {
            Some(number) => {
                sheet.write_number_with_format(row, column, number, &looks.text)?;
            }
            None => {
                sheet.write_string_with_format(row, column, cut(text), &looks.text)?;
            }
        },
    }
    Ok(())
}

/// An exact decimal as Excel's number, where that holds all of its digits.
fn number(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (digits <= 15).then(|| text.parse().ok()).flatten()
}

fn linked(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    targets: &Targets,
    looks: &Looks,
) -> Result<(), XlsxError> {
    if let Some(target) = targets.get(text) {
        let url = Url::new(target.as_str()).set_text(text);
        sheet.write_url_with_format(row, column, url, &looks.link)?;
    } else {
        sheet.write_string_with_format(row, column, cut(text), &looks.text)?;
    }
    Ok(())
}

/// The text, cut with a word about it where a cell cannot hold it.
fn cut(text: &str) -> String {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > LONGEST {
            let kept = text.get(..at).unwrap_or_default();
            return format!("{kept} … [cut, {} characters]", text.chars().count());
        }
    }
    text.to_owned()
}

fn row_number(row: usize) -> Result<u32, XlsxError> {
    u32::try_from(row).map_err(|_| XlsxError::RowColumnLimitError)
}

fn column_number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    fn read_back(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        open_workbook_from_rs(Cursor::new(bytes)).unwrap()
    }

    #[test]
    fn sheets_hold_the_rows_of_the_tables() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        let mut workbook = read_back(render(&view).unwrap());
        for table in rows::tables(&view) {
            let sheet = workbook.worksheet_range(table.name).unwrap();
            let rows: Vec<Vec<String>> = sheet
                .rows()
                .map(|row| row.iter().map(ToString::to_string).collect())
                .collect();
            assert_eq!(rows.len(), table.rows.len() + 1, "{}", table.name);
            let heading: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(rows[0], heading);
            for (read, row) in rows.iter().skip(1).zip(&table.rows) {
                for (at, cell) in row.iter().enumerate() {
                    match cell {
                        Cell::Number(number) => {
                            let read: f64 = read[at].parse().unwrap();
                            assert!((read - number).abs() < 0.001);
                        }
                        cell => assert_eq!(read[at], cell.text()),
                    }
                }
            }
        }
        assert!(workbook.worksheet_range("README").is_ok());
    }

    #[test]
    fn words_that_look_like_formulas_are_words() {
        let comparison = sample::comparison();
        let run = sample::run();
        let mut workbook = read_back(render(&View::new(&comparison, &run)).unwrap());
        let articles = workbook.worksheet_range("articles").unwrap();
        assert_eq!(
            articles.get((3, 2)),
            Some(&Data::String("=North Post".to_owned()))
        );
        assert!(workbook.worksheet_formula("articles").unwrap().is_empty());
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        let comparison = sample::comparison();
        let run = sample::run();
        let view = View::new(&comparison, &run);
        assert_eq!(render(&view).unwrap(), render(&view).unwrap());
    }

    #[test]
    fn long_texts_are_cut_visibly() {
        let text = "😀".repeat(20_000);
        let cut = cut(&text);
        assert!(cut.encode_utf16().count() <= 32_767);
        assert!(cut.ends_with("… [cut, 20000 characters]"));
    }
}
