//! Files of press databases: many articles one after the other, with labels in the database's own
//! words.

mod factiva;
mod nexis;

use crate::file::Contents;
use crate::reading::Trouble;
use segmenter::Article;

pub(crate) use factiva::lines_of_html;

/// The articles of a database's file; nothing where it is an ordinary document.
pub(crate) fn read(id: &str, paragraphs: &[impl AsRef<str>]) -> Option<Contents> {
    let lines = paragraphs.iter().flat_map(|p| p.as_ref().split('\n'));
    let lines: Vec<&str> = lines.collect();
    let found = nexis::read(id, &lines).or_else(|| factiva::read(id, &lines))?;
    Some(audited(found))
}

/// Articles by the order of their marks; nothing where a mark has no text.
type Found = Vec<Option<Article>>;

/// Says how many articles the file marks, how many were read and which were not.
fn audited(found: Found) -> Contents {
    let marked = found.len();
    let broken: Vec<String> = found
        .iter()
        .enumerate()
        .filter(|(_, article)| article.is_none())
        .map(|(index, _)| (index + 1).to_string())
        .collect();
    let articles: Vec<Article> = found.into_iter().flatten().collect();
    let plural = if marked == 1 { "" } else { "s" };
    let counts = format!("{marked} article{plural} marked, {} read", articles.len());
    let mut contents = Contents {
        articles,
        ..Contents::default()
    };
    match broken.as_slice() {
        [] => contents.notes.push(counts),
        [one] => contents
            .troubles
            .push(Trouble::new(format!("{counts}, number {one} is broken"))),
        many => contents.troubles.push(Trouble::new(format!(
            "{counts}, numbers {} are broken",
            many.join(", ")
        ))),
    }
    contents
}

/// Paragraphs with an empty line between them, as many as there are.
fn text(paragraphs: &[&str]) -> String {
    let lines: Vec<&str> = paragraphs
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n\n")
}

/// An article of a database; nothing where it has no text.
fn article(id: String, text: String) -> Option<Article> {
    let mut article = Article::new(id, text);
    article.outlet.clear();
    (!article.text.is_empty()).then_some(article)
}

fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
