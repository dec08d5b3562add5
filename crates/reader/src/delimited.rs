//! CSV and TSV, one article a row.

use crate::Options;
use crate::columns::{self, Field, Mapping};
use crate::file::Contents;
use crate::reading::Trouble;
use crate::{decode, html};
use segmenter::Article;
use std::path::Path;

/// What trafilatura writes without a header.
const TRAFILATURA: [&str; 11] = [
    "url",
    "id",
    "fingerprint",
    "hostname",
    "title",
    "image",
    "date",
    "text",
    "comments",
    "license",
    "pagetype",
];

/// Reads a table. `mark` is the separator that the file's name promises; the heading decides.
/// Where it has addresses only, the pages are looked for in `pages`.
pub(crate) fn read(
    id: &str,
    text: &str,
    mark: u8,
    options: &Options,
    pages: Option<&Path>,
) -> Result<Contents, Trouble> {
    let mark = separator(text, mark);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = reader.records().enumerate().peekable();
    let headings: Vec<String> = match rows.peek() {
        Some((_, Ok(first))) if is_headerless(first) => {
            TRAFILATURA.iter().map(|&name| name.to_owned()).collect()
        }
        Some((_, Ok(first))) => {
            let headings = first.iter().map(|cell| cell.trim().to_owned()).collect();
            rows.next();
            headings
        }
        Some((_, Err(error))) => return Err(Trouble::new(format!("not a table: {error}"))),
        None => return Err(Trouble::new("empty").hint("a table needs a heading and rows")),
    };
    let pages = pages.filter(|pages| pages.is_dir());
    let mapping = match (mapping_with_text(&headings, options), pages) {
        // `--column` may name what there is not.
        (Err(_), Some(_)) => columns::mapping(&headings, &options.columns).map_err(Trouble::new)?,
        (mapping, _) => mapping?,
    };
    let mut articles = Vec::new();
    let mut troubles = Vec::new();
    let mut uneven = Vec::new();
    let mut last = None;
    for (index, row) in rows {
        match row {
            Ok(row) => {
                last = row.position().map(|at| (index + 1, at.byte() as usize));
                if row.len() != headings.len() {
                    uneven.push(index + 1);
                }
                let cells: Vec<&str> = row.iter().collect();
                articles.push(columns::article(
                    &mapping,
                    &cells,
                    format!("{id}-{}", index + 1),
                ));
            }
            Err(error) => troubles.push(Trouble::new(format!("row {}: {error}", index + 1))),
        }
    }
    if articles.is_empty() && troubles.is_empty() {
        return Err(Trouble::new("no rows below the heading"));
    }
    let mut notes = Vec::new();
    if let Some(pages) = pages.filter(|_| !mapping.contains_key(&Field::Text)) {
        for article in &mut articles {
            fill(article, pages);
        }
        notes.push(format!(
            "addresses only: texts taken from {}",
            pages.display()
        ));
    }
    let mut contents = with_text(articles, "rows");
    contents.notes = notes;
    contents.troubles.extend(troubles);
    if let Some((row, at)) = last
        && is_unclosed(text.get(at..).unwrap_or_default())
    {
        let what = format!("row {row}: a quotation mark is never closed, so all below is inside");
        contents
            .troubles
            .push(Trouble::new(what).hint("a quotation mark inside a cell is written twice"));
    }
    if !uneven.is_empty() {
        contents.notes.push(format!(
            "{} rows have more or fewer cells than the heading: {}",
            uneven.len(),
            listed(&uneven)
        ));
    }
    Ok(contents)
}

/// Whether the last row of a table runs over lines because a cell's quotation mark is never closed.
fn is_unclosed(row: &str) -> bool {
    let row = row.trim_end();
    row.contains('\n') && row.matches('"').count() % 2 == 1
}

/// Takes the text of a row from the page that is named for its id or for the end of its address.
fn fill(article: &mut Article, pages: &Path) {
    let last = article.url.as_deref().and_then(|url| {
        let path = url.split(['?', '#']).next()?.trim_end_matches('/');
        path.rsplit('/').next()
    });
    let names = [Some(article.id.as_str()), last];
    let found = names
        .into_iter()
        .flatten()
        // A name in a table is not a way through the file system.
        .filter(|name| !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.'))
        .flat_map(|name| ["", ".html", ".htm"].map(|end| pages.join(format!("{name}{end}"))))
        .find(|path| path.is_file());
    let page = found
        .and_then(|path| std::fs::read(path).ok())
        .and_then(|bytes| decode::decode(bytes).ok())
        .and_then(|decoded| html::read(&article.id, &decoded.text).ok())
        .and_then(|contents| contents.articles.into_iter().next());
    if let Some(page) = page {
        article.text = page.text;
        article.title = article.title.take().or(page.title);
        article.published = article.published.take().or(page.published);
        article.language = article.language.take().or(page.language);
        if article.outlet.is_empty() {
            article.outlet = page.outlet;
        }
    }
}

/// The separator under which the first line names the most fields of an article.
fn separator(text: &str, promised: u8) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let known = |mark: u8| {
        line.split(char::from(mark))
            .filter(|cell| columns::field(cell).is_some())
            .count()
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .filter(|&mark| known(mark) > known(promised))
        .max_by_key(|&mark| known(mark))
        .unwrap_or(promised)
}

fn is_headerless(first: &csv::StringRecord) -> bool {
    first.len() == TRAFILATURA.len()
        && first
            .get(0)
            .is_some_and(|cell| cell.starts_with("http") || cell == "null")
}

/// The mapping of a table that must hold texts.
pub(crate) fn mapping_with_text<S: AsRef<str>>(
    headings: &[S],
    options: &Options,
) -> Result<Mapping, Trouble> {
    let names = || {
        let names: Vec<&str> = headings.iter().map(AsRef::as_ref).take(20).collect();
        names.join(", ")
    };
    let mapping = columns::mapping(headings, &options.columns).map_err(|what| {
        Trouble::new(format!("{what} (columns: {})", names()))
            .hint("--column FIELD=NAME, where FIELD is id, outlet, language, published, title, url, text or event")
    })?;
    if mapping.contains_key(&Field::Text) {
        return Ok(mapping);
    }
    let trouble = Trouble::new(format!("no column with the text among: {}", names()));
    Err(if mapping.contains_key(&Field::Url) {
        trouble.hint("the table has addresses only: fetch the pages into a folder of the table's name, as ID.html; or name the column: --column text=NAME")
    } else {
        trouble.hint("name the column: --column text=NAME")
    })
}

/// Keeps the articles that have text and counts the others.
pub(crate) fn with_text(articles: Vec<Article>, rows: &str) -> Contents {
    let all = articles.len();
    let mut missing = Vec::new();
    let mut kept = Vec::with_capacity(all);
    for article in articles {
        if article.text.trim().is_empty() {
            missing.push(article.id);
        } else {
            kept.push(article);
        }
    }
    let mut contents = Contents {
        articles: kept,
        ..Contents::default()
    };
    if !missing.is_empty() {
        contents.troubles.push(Trouble::new(format!(
            "{} of {all} {rows} have no text: {}",
            missing.len(),
            listed(&missing)
        )));
    }
    contents
}

/// The first few of a long list.
fn listed<T: ToString>(items: &[T]) -> String {
    let shown: Vec<String> = items.iter().take(5).map(ToString::to_string).collect();
    let rest = items.len() - shown.len();
    let shown = shown.join(", ");
    if rest > 0 {
        format!("{shown} and {rest} more")
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Contents {
        read("t", text, b',', &Options::default(), None).unwrap()
    }

    #[test]
    fn rows_are_articles() {
        let contents = table(
            "id,outlet,published,language,text\n1,Gulf Wire,2024-04-30,en,\"One,\r\ntwo.\"\n",
        );
        let article = &contents.articles[0];
        assert_eq!(article.id, "1");
        assert_eq!(article.outlet, "Gulf Wire");
        assert_eq!(article.text, "One,\r\ntwo.");
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_reported() {
        let contents = table("id,text\n1,Words.\n2,\"Words\n3,Words.\n");
        assert_eq!(contents.articles.len(), 2);
        assert_eq!(
            contents.troubles[0].what,
            "row 3: a quotation mark is never closed, so all below is inside"
        );
        assert!(
            table("id,text\n1,\"Two\nlines, 5\"\" long\"\n")
                .troubles
                .is_empty()
        );
    }

    #[test]
    fn the_heading_decides_the_separator() {
        let contents = table("titel;text;datum\nA;Ein Satz, mit Komma.;2024\n");
        assert_eq!(contents.articles[0].text, "Ein Satz, mit Komma.");
    }

    #[test]
    fn a_table_of_trafilatura_has_no_heading() {
        let row = "https://a.example/1\tnull\tf00\ta.example\tTitle\tnull\t2024-04-30\tWords.\tnull\tnull\tnull\n";
        let contents = read("t", row, b'\t', &Options::default(), None).unwrap();
        let article = &contents.articles[0];
        assert_eq!(article.text, "Words.");
        assert_eq!(article.outlet, "a.example");
        assert_eq!(article.id, "t-1");
    }

    #[test]
    fn rows_without_text_are_counted() {
        let contents = table("id,text\na,\nb,Words.\nc, \n");
        assert_eq!(contents.articles.len(), 1);
        assert_eq!(contents.troubles[0].what, "2 of 3 rows have no text: a, c");
    }

    #[test]
    fn addresses_without_texts_get_a_hint() {
        let error = read(
            "t",
            "id,media_name,url\n1,A,http://a\n",
            b',',
            &Options::default(),
            None,
        )
        .unwrap_err();
        assert!(error.hint.unwrap().contains("addresses only"));
    }

    #[test]
    fn addresses_find_their_pages() {
        let pages = std::env::temp_dir().join(format!("parallax-pages-{}", std::process::id()));
        std::fs::create_dir_all(&pages).unwrap();
        let page = |words: &str| {
            format!(
                "<html><body><article><h1>Talks</h1><p>{words} held talks in the capital on Tuesday, \
                 the foreign ministry said, and agreed to go on with the dialogue.</p>\
                 <p>A spokesman thanked the host for its firm support over the years and said that \
                 another round would follow in the summer.</p></article></body></html>"
            )
        };
        std::fs::write(pages.join("7.html"), page("Two groups")).unwrap();
        std::fs::write(pages.join("end.htm"), page("Three parties")).unwrap();
        let table = "id,media_name,publish_date,url\n7,Gulf Wire,2024-04-30,https://g.example/x\n\
                     8,North Post,2024-04-30,https://n.example/a/end/?q=1\n\
                     ../7,Evil,2024-04-30,https://n.example/gone\n";
        let contents = read("t", table, b',', &Options::default(), Some(&pages)).unwrap();
        std::fs::remove_dir_all(&pages).unwrap();
        assert_eq!(contents.articles.len(), 2);
        assert!(contents.articles[0].text.contains("Two groups"));
        assert_eq!(contents.articles[0].outlet, "Gulf Wire");
        assert!(contents.articles[1].text.contains("Three parties"));
        assert_eq!(contents.troubles[0].what, "1 of 3 rows have no text: ../7");
        assert!(contents.notes[0].starts_with("addresses only"));
    }
}
