//! Factiva: articles as fields with tags of two or three letters, `HD` to `AN`.

use super::{Found, article, given, text};
use crate::{dates, entities};
use segmenter::Article;
use std::collections::BTreeMap;

/// The tags of fields.
const TAGS: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP",
    "TD", "CX", "CT", "RF", "ART", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DLN", "CLM",
];

/// The fields of one article.
type Fields<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// The articles of a file; nothing where it has no such fields.
pub(super) fn read(id: &str, lines: &[&str]) -> Option<Found> {
    let mut articles: Vec<Fields> = Vec::new();
    let mut field = None;
    for line in lines {
        match tagged(line) {
            Some((tag, rest)) => {
                let begins = tag == "SE"
                    || tag == "HD" && articles.last().is_none_or(|of| of.contains_key("HD"));
                if begins {
                    articles.push(Fields::new());
                }
                if let Some(fields) = articles.last_mut() {
                    fields.entry(tag).or_default().push(rest);
                    field = Some(tag);
                }
            }
            None => {
                if let (Some(fields), Some(tag)) = (articles.last_mut(), field) {
                    fields.entry(tag).or_default().push(line);
                }
            }
        }
    }
    // Letters at the start of a line are no sign; a headline, a text and a source are.
    let whole = |fields: &Fields| {
        fields.contains_key("HD")
            && (fields.contains_key("LP") || fields.contains_key("TD"))
            && (fields.contains_key("PD") || fields.contains_key("SN") || fields.contains_key("AN"))
    };
    if !articles.iter().any(whole) {
        return None;
    }
    let one = |(index, fields): (usize, &Fields)| single(format!("{id}-{}", index + 1), fields);
    Some(articles.iter().enumerate().map(one).collect())
}

/// A line that begins with a tag and a gap, or holds nothing else.
fn tagged(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim();
    if !line.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let word = line.split(char::is_whitespace).next()?;
    let tag = TAGS.iter().find(|tag| **tag == word)?;
    let rest = line.strip_prefix(word)?;
    let gap: Vec<char> = rest.chars().take_while(|c| c.is_whitespace()).collect();
    // "IN the end" in capitals is no field: after a tag stand two spaces, a tab or nothing.
    let is_field = rest.is_empty() || gap.len() > 1 || gap.contains(&'\t');
    is_field.then_some((*tag, rest.trim()))
}

fn single(id: String, fields: &Fields) -> Option<Article> {
    let joined = |tag: &str| {
        let lines = fields.get(tag)?;
        let words: Vec<&str> = lines
            .iter()
            .flat_map(|line| line.split_whitespace())
            .collect();
        given(&words.join(" "))
    };
    let paragraphs: Vec<&str> = ["LP", "TD"]
        .iter()
        .filter_map(|tag| fields.get(tag))
        .flatten()
        .copied()
        .collect();
    // "Document GUARD00020240430ek4u0001": the last word is the accession number.
    let number = joined("AN").and_then(|line| Some(line.split(' ').next_back()?.to_owned()));
    let mut article = article(number.unwrap_or(id), text(&paragraphs))?;
    article.title = joined("HD");
    article.outlet = joined("SN").unwrap_or_default();
    article.published = joined("PD").map(|line| dates::within(&line).unwrap_or(line));
    article.language = joined("LA");
    Some(article)
}

/// The lines of Factiva's HTML: a field a row, a paragraph a line. Nothing where the page is another.
pub(crate) fn lines_of_html(page: &str) -> Option<Vec<String>> {
    let bold = |tag: &str| page.contains(&format!("<b>{tag}</b>"));
    if !(bold("HD") && (bold("LP") || bold("TD"))) {
        return None;
    }
    let mut out = String::with_capacity(page.len());
    let mut skipped = false;
    for part in page.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .collect::<String>()
            .to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" | "head" => skipped = true,
            "/script" | "/style" | "/head" => skipped = false,
            "tr" | "/tr" | "p" | "/p" | "br" | "div" | "/div" | "li" => out.push('\n'),
            "/td" | "/th" => out.push('\t'),
            _ => {}
        }
        if !skipped {
            out.extend(
                text.chars()
                    .map(|c| if c == '\n' || c == '\r' { ' ' } else { c }),
            );
        }
    }
    // The paragraph inside a cell follows its tag on the next line: that is how fields go on.
    Some(
        entities::replaced(&out)
            .lines()
            .map(str::to_owned)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::lines_of_html;
    use crate::rtf;
    use segmenter::Article;

    fn check(article: &Article) {
        assert_eq!(article.id, "GULF0001");
        assert_eq!(
            article.title.as_deref(),
            Some("Talks & hopes end in Beijing")
        );
        assert_eq!(article.outlet, "Gulf Wire");
        assert_eq!(article.published.as_deref(), Some("2024-04-30"));
        assert_eq!(article.language.as_deref(), Some("English"));
        assert_eq!(
            article.text,
            "They met.\n\nThey parted.\n\nIN the end all was well."
        );
    }

    #[test]
    fn html_by_field_tags() {
        let row = |tag: &str, value: &str| {
            format!("<tr><td class=\"index\"><b>{tag}</b>&nbsp;</td><td>{value}</td></tr>\n")
        };
        let page = format!(
            "<html><head><title>Factiva</title><style>HD</style></head><body><div class=\"article\"><table>{}</table></div>\
             <table>{}</table></body></html>",
            [
                row(
                    "HD",
                    "<span class='enHeadline'>Talks &amp; hopes end\n in Beijing</span>"
                ),
                row("WC", "7 words"),
                row("PD", "30 April 2024"),
                row("SN", "Gulf Wire"),
                row("LA", "English"),
                row("LP", "<p>They met.</p>"),
                row("TD", "<p>They parted.</p><p>IN the end all was well.</p>"),
                row("AN", "Document GULF0001"),
            ]
            .concat(),
            [
                row("HD", "Nothing below"),
                row("PD", "1 May 2024"),
                row("AN", "Document GULF0002")
            ]
            .concat(),
        );
        let contents = read("f", &lines_of_html(&page).unwrap()).unwrap();
        check(&contents.articles[0]);
        assert_eq!(
            contents.troubles[0].what,
            "2 articles marked, 1 read, number 2 is broken"
        );
        assert!(lines_of_html("<p><b>HD</b> ready</p>").is_none());
    }

    #[test]
    fn rtf_by_field_tags() {
        let row = |tag: &str, value: &str| format!("\\b {tag}\\b0\\cell {value}\\cell\\row ");
        let file = format!(
            "{{\\rtf1\\ansi {}}}",
            [
                row("SE", "News"),
                row("HD", "Talks & hopes end in Beijing"),
                row("PD", "30 April 2024"),
                row("SN", "Gulf Wire"),
                row("LA", "English"),
                row("LP", "They met.\\par "),
                row("TD", "They parted.\\par IN the end all was well."),
                row("AN", "Document GULF0001"),
            ]
            .concat()
        );
        let contents = read("f", &rtf::paragraphs(file.as_bytes())).unwrap();
        assert_eq!(contents.notes, ["1 article marked, 1 read"]);
        check(&contents.articles[0]);
    }
}
