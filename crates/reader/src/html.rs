//! Web pages: the main text, with what the page says about itself.

use crate::file::Contents;
use crate::reading::Trouble;
use segmenter::Article;

/// Deeper than any real page: the parser's tree walks recurse.
const DEEPEST: usize = 2_000;

/// Reads a page: its main text, one paragraph a line, and title, outlet, date, language and address
/// from its metadata.
pub(crate) fn read(id: &str, page: &str) -> Result<Contents, Trouble> {
    if depth(page) > DEEPEST {
        return Err(Trouble::new(
            "a page of elements nested too deep to be an article",
        ));
    }
    let options = trafilatura::Options::default().with_fallback(true);
    let result = trafilatura::extract(page, &options).map_err(|_| {
        Trouble::new("no main text found in this page").hint("save the article's text as .txt")
    })?;
    if result.content_text.trim().is_empty() {
        return Err(
            Trouble::new("no main text found in this page").hint("save the article's text as .txt")
        );
    }
    let metadata = result.metadata;
    let given = |text: String| (!text.trim().is_empty()).then_some(text);
    Ok(Contents {
        articles: vec![Article {
            id: id.to_owned(),
            outlet: given(metadata.sitename)
                .or_else(|| given(metadata.hostname))
                .unwrap_or_default(),
            language: given(metadata.language),
            published: metadata.date.map(|date| date.to_string()),
            title: given(metadata.title),
            url: given(metadata.url),
            event: None,
            text: result.content_text,
        }],
        ..Contents::default()
    })
}

/// An upper bound of the nesting: elements opened and not closed, void elements left aside.
fn depth(page: &str) -> usize {
    let mut open = 0_usize;
    let mut deepest = 0;
    let bytes = page.as_bytes();
    for (at, _) in page.match_indices('<') {
        match bytes.get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(b'a'..=b'z' | b'A'..=b'Z') if !is_void(&bytes[at + 1..]) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

fn is_void(name: &[u8]) -> bool {
    // `p`, `li` and table cells need no closing tag and close each other.
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "path",
    ];
    let end = name
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    VOID.iter()
        .any(|void| name[..end].eq_ignore_ascii_case(void.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="en"><head>
        <title>Talks end in Beijing - Gulf Wire</title>
        <meta property="og:site_name" content="Gulf Wire">
        <meta property="og:title" content="Talks end in Beijing">
        <meta property="article:published_time" content="2024-04-30T08:00:00Z">
        <link rel="canonical" href="https://gulf.example/talks"></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
        <article><h1>Talks end in Beijing</h1>
        <p>Two groups held talks in the Chinese capital, the foreign ministry said on Tuesday, and
        agreed to go on with the dialogue in the coming months.</p>
        <p>A spokesman said that the two sides had made “encouraging progress” on many issues and
        thanked the host for its firm support over the years.</p></article>
        <footer>Copyright Gulf Wire</footer></body></html>"#;

    #[test]
    fn a_page_gives_its_text_and_its_metadata() {
        let article = read("a", PAGE).unwrap().articles.remove(0);
        assert!(article.text.contains("“encouraging progress”"));
        assert!(!article.text.contains("Copyright"));
        assert_eq!(article.outlet, "Gulf Wire");
        assert_eq!(article.published.as_deref(), Some("2024-04-30"));
        assert_eq!(article.title.as_deref(), Some("Talks end in Beijing"));
    }

    #[test]
    fn hostile_pages_are_refused() {
        assert!(read("a", &"<div>".repeat(100_000)).is_err());
        assert!(read("a", "<html><body></body></html>").is_err());
    }
}
