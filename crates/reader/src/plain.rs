//! Plain text and Markdown, with front matter where there is any.

use crate::columns::{self, Field};
use crate::file::Contents;
use crate::reading::Trouble;
use segmenter::Article;

/// Reads a text file. Front matter is a block between two lines `---` at the very start, one
/// `key: value` a line; the article's text begins right after its closing line.
pub(crate) fn read(id: &str, text: String) -> Result<Contents, Trouble> {
    let mut article = Article::new(id, "");
    article.outlet.clear();
    let mut notes = Vec::new();
    article.text = match front_matter(&text) {
        None => text,
        Some((lines, body)) => {
            for line in lines.lines() {
                let Some((key, value)) = line.split_once(':') else {
                    if !line.trim().is_empty() {
                        notes.push(format!("front matter: no \"key: value\" in \"{line}\""));
                    }
                    continue;
                };
                let value = unquoted(value.trim());
                if let Some(field) = columns::field(key)
                    && field != Field::Text
                    && !value.is_empty()
                {
                    field.set(&mut article, value.to_owned());
                }
            }
            body.to_owned()
        }
    };
    if article.text.trim().is_empty() {
        return Err(Trouble::new("no text after the front matter").hint("an article needs text"));
    }
    Ok(Contents {
        articles: vec![article],
        notes,
        ..Contents::default()
    })
}

/// The lines between the fences, and what follows.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let inside = text
        .strip_prefix("---\n")
        .or_else(|| text.strip_prefix("---\r\n"))?;
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((inside.get(..at)?, inside.get(at + line.len()..)?));
        }
        // A key, a comment, an empty line, or a line that goes on: anything else is text that
        // happens to begin with a rule.
        if !(line.trim().is_empty() || line.contains(':') || line.starts_with([' ', '#', '-'])) {
            return None;
        }
        at += line.len();
    }
    None
}

fn unquoted(value: &str) -> &str {
    for mark in ['"', '\''] {
        if let Some(inside) = value
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
        {
            return inside;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Article {
        read("a", text.to_owned()).unwrap().articles.remove(0)
    }

    #[test]
    fn front_matter_names_the_article() {
        let article = only(
            "---\r\noutlet: \"Gulf Wire\"\r\npublished: 2024-04-30T10:00:00\r\nlanguage: ar\r\n\
             title: Talks: the second day\r\nurl: https://gulf.example/1\r\n---\r\nText.\r\n",
        );
        assert_eq!(article.outlet, "Gulf Wire");
        assert_eq!(article.published.as_deref(), Some("2024-04-30T10:00:00"));
        assert_eq!(article.title.as_deref(), Some("Talks: the second day"));
        assert_eq!(article.url.as_deref(), Some("https://gulf.example/1"));
        assert_eq!(article.text, "Text.\r\n");
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert_eq!(
            only("---\nPlain text\n---\nmore").text,
            "---\nPlain text\n---\nmore"
        );
        assert_eq!(only("Line\nends\r\n\n").text, "Line\nends\r\n\n");
    }

    #[test]
    fn front_matter_alone_is_refused() {
        assert!(read("a", "---\noutlet: A\n---\n\n".to_owned()).is_err());
    }
}
