//! The columns of tables, by the names that the field's tools and databases give them.
//!
//! Names are compared without case, spaces, `_` and `-`. Where a table has several columns for one
//! field, the name that stands first here wins; a row whose best column is empty falls back to the
//! next.

use segmenter::Article;
use std::collections::BTreeMap;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The article's id.
    Id,
    /// Who published it.
    Outlet,
    /// Its language.
    Language,
    /// Its date of publication.
    Published,
    /// Its headline.
    Title,
    /// Where it was published.
    Url,
    /// Its text.
    Text,
    /// The event that it tells of.
    Event,
}

/// Our name, then the names of TIF (R), MediaCloud, trafilatura, Fundus, newspaper3k and 4k,
/// news-please, `NewsAPI`, GDELT, Factiva and Nexis exports.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Id,
        &[
            "id",
            "docid",
            "articleid",
            "storiesid",
            "storyid",
            "uid",
            "guid",
            "accessionnumber",
        ],
    ),
    (
        Field::Outlet,
        &[
            "outlet",
            "medianame",
            "publisher",
            "source",
            "sourcename",
            "publication",
            "sitename",
            "newspaper",
            "mediaoutlet",
            "sourcedomain",
            "hostname",
            "domain",
            "site",
            "mediaurl",
        ],
    ),
    (
        Field::Language,
        &[
            "language",
            "lang",
            "metalang",
            "languagecode",
            "sourcelanguage",
        ],
    ),
    (
        Field::Published,
        &[
            "published",
            "publishdate",
            "publishingdate",
            "publicationdate",
            "datepublish",
            "datepublished",
            "publishedat",
            "pubdate",
            "date",
            "datetime",
            "indexeddate",
        ],
    ),
    (Field::Title, &["title", "headline", "articletitle"]),
    (
        Field::Url,
        &["url", "link", "sourceurl", "permalink", "articleurl"],
    ),
    (
        Field::Text,
        &[
            "text",
            "maintext",
            "plaintext",
            "body",
            "fulltext",
            "articletext",
            "articlebody",
            "bodytext",
            "cleanedtext",
            "content",
            "story",
            "rawtext",
        ],
    ),
    (
        Field::Event,
        &["event", "eventid", "cluster", "clusterid", "storycluster"],
    ),
];

impl Field {
    /// Puts a value into its place in the article.
    pub(crate) fn set(self, article: &mut Article, value: String) {
        match self {
            Self::Id => article.id = value,
            Self::Outlet => article.outlet = value,
            Self::Language => article.language = Some(value),
            Self::Published => article.published = Some(value),
            Self::Title => article.title = Some(value),
            Self::Url => article.url = Some(value),
            Self::Text => article.text = value,
            Self::Event => article.event = Some(value),
        }
    }
}

fn folded(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn ranked(name: &str) -> Option<(Field, usize)> {
    let name = folded(name);
    NAMES.iter().find_map(|(field, names)| {
        let rank = names.iter().position(|known| *known == name)?;
        Some((*field, rank))
    })
}

/// The field that a column's name stands for.
pub fn field(name: &str) -> Option<Field> {
    ranked(name).map(|(field, _)| field)
}

/// Whether a line of cells heads a table of articles: it names the text and one thing more.
pub(crate) fn is_header<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let fields: Vec<Field> = cells
        .filter_map(|cell| field(cell.trim().trim_matches('"')))
        .collect();
    fields.len() > 1 && (fields.contains(&Field::Text) || fields.contains(&Field::Url))
}

/// For each field the columns that may hold it, best first.
pub(crate) type Mapping = BTreeMap<Field, Vec<usize>>;

/// Maps the columns of one table. `asked` are the user's own names: (`text`, `body`).
pub(crate) fn mapping<S: AsRef<str>>(
    headings: &[S],
    asked: &[(String, String)],
) -> Result<Mapping, String> {
    let mut ranks: BTreeMap<Field, Vec<(usize, usize)>> = BTreeMap::new();
    for (column, heading) in headings.iter().enumerate() {
        if let Some((field, rank)) = ranked(heading.as_ref()) {
            ranks.entry(field).or_default().push((rank, column));
        }
    }
    let mut mapping: Mapping = ranks
        .into_iter()
        .map(|(field, mut columns)| {
            columns.sort_unstable();
            (
                field,
                columns.into_iter().map(|(_, column)| column).collect(),
            )
        })
        .collect();
    for (ours, theirs) in asked {
        let Some(field) = field(ours) else {
            return Err(format!("\"{ours}\" is no field of an article"));
        };
        let found = headings
            .iter()
            .position(|heading| heading.as_ref() == theirs)
            .or_else(|| {
                headings
                    .iter()
                    .position(|heading| folded(heading.as_ref()) == folded(theirs))
            });
        match found {
            Some(column) => {
                // A column that the user gives to one field serves no other.
                for columns in mapping.values_mut() {
                    columns.retain(|other| *other != column);
                }
                mapping.insert(field, vec![column]);
            }
            None => return Err(format!("no column \"{theirs}\"")),
        }
    }
    Ok(mapping)
}

/// One row as an article. The outlet stays empty where the table does not say.
pub(crate) fn article<S: AsRef<str>>(mapping: &Mapping, cells: &[S], id: String) -> Article {
    let mut article = Article::new(id, "");
    article.outlet.clear();
    for (field, columns) in mapping {
        let value = columns
            .iter()
            .filter_map(|column| cells.get(*column))
            .map(AsRef::as_ref)
            // trafilatura writes `null` where it has nothing.
            .find(|cell| !cell.trim().is_empty() && *cell != "null");
        if let Some(value) = value {
            // Only the text keeps its white space.
            let kept = if *field == Field::Text {
                value
            } else {
                value.trim()
            };
            field.set(&mut article, kept.to_owned());
        }
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_the_fields_tools_are_known() {
        for (header, text) in [
            ("id,media_name,publish_date,title,url,language,text", "text"),
            ("doc_id,text,date", "text"),
            (
                "title,maintext,date_publish,source_domain,language",
                "maintext",
            ),
            (
                "title,plaintext,publisher,publishing_date,lang",
                "plaintext",
            ),
            ("Headline,Publication,Date,Body", "Body"),
        ] {
            let headings: Vec<&str> = header.split(',').collect();
            let mapping = mapping(&headings, &[]).unwrap();
            let column = mapping[&Field::Text][0];
            assert_eq!(headings[column], text);
            assert!(mapping.contains_key(&Field::Published));
        }
    }

    #[test]
    fn the_user_names_columns() {
        let headings = ["title", "roh", "text"];
        let asked = [("text".to_owned(), "roh".to_owned())];
        assert_eq!(mapping(&headings, &asked).unwrap()[&Field::Text], [1]);
        let asked = [("text".to_owned(), "nirgends".to_owned())];
        assert_eq!(
            mapping(&headings, &asked).unwrap_err(),
            "no column \"nirgends\""
        );
    }

    #[test]
    fn an_empty_cell_falls_back() {
        let mapping = mapping(&["title", "text", "raw_text"], &[]).unwrap();
        let article = article(&mapping, &["A", "", "Words."], "1".to_owned());
        assert_eq!(article.text, "Words.");
    }
}
