//! One file: its bytes, its format, its articles.

use crate::reading::{STANDARD_INPUT, Trouble};
use crate::walk::{Found, extension, plain};
use crate::{Input, Options, Reading};
use crate::{columns, databases, dates, decode, delimited, docx, html, json, rtf};
use segmenter::Article;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Html,
    Json,
    JsonLines,
    Separated(u8),
}

/// Articles of one file, with doubts about them.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    pub(crate) articles: Vec<Article>,
    /// Articles of the file that could not be read.
    pub(crate) troubles: Vec<Trouble>,
    pub(crate) notes: Vec<String>,
}

/// Reads one file.
pub(crate) fn read(found: &Found, options: &Options) -> Reading {
    let mut reading = Reading::default();
    if let Err(trouble) = read_into(&mut reading, found, options) {
        reading.problem(&found.path, trouble);
    }
    reading
}

fn read_into(reading: &mut Reading, found: &Found, options: &Options) -> Result<(), Trouble> {
    let bytes = bytes(&found.path, options)?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let contents = contents(&found.path, bytes, options)?;
    for note in contents.notes {
        reading.note(&found.path, note);
    }
    for trouble in contents.troubles {
        reading.problem(&found.path, trouble);
    }
    for mut article in contents.articles {
        if let Some(event) = &found.event {
            event.apply(&mut article);
        }
        for note in settle(&mut article, options) {
            reading.note(&found.path, format!("{}: {note}", article.id));
        }
        reading.inputs.push(Input {
            article,
            path: found.path.clone(),
            sha256: sha256.clone(),
        });
    }
    Ok(())
}

fn bytes(path: &Path, options: &Options) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let limit = options.largest.saturating_add(1);
    if path.as_os_str() == STANDARD_INPUT {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| {
            let length = file.metadata().map_or(0, |metadata| metadata.len());
            bytes.reserve(usize::try_from(length.min(limit)).unwrap_or(0));
            file.take(limit).read_to_end(&mut bytes)
        })
    }
    .map_err(|error| Trouble::new(plain(&error)))?;
    if bytes.len() as u64 > options.largest {
        let what = format!("larger than {} MB", options.largest >> 20);
        return Err(Trouble::new(what).hint("split the table into smaller files"));
    }
    if bytes.is_empty() {
        return Err(Trouble::new("empty").hint("an article needs text"));
    }
    Ok(bytes)
}

fn contents(path: &Path, bytes: Vec<u8>, options: &Options) -> Result<Contents, Trouble> {
    let by_name = match extension(path).as_str() {
        "txt" | "text" | "md" | "markdown" => Some(Format::Text),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::JsonLines),
        "csv" => Some(Format::Separated(b',')),
        "tsv" | "tab" => Some(Format::Separated(b'\t')),
        _ => None,
    };
    let id = stem(path);
    if bytes.starts_with(ZIP) {
        let paragraphs = docx::paragraphs(&bytes)?;
        return document(&id, &paragraphs);
    }
    if bytes.starts_with(RTF) {
        return document(&id, &rtf::paragraphs(&bytes));
    }
    let decoded = decode::decode(bytes)?;
    let text = decoded.text;
    if text.trim().is_empty() {
        return Err(Trouble::new("empty").hint("an article needs text"));
    }
    let mut contents = match by_name.unwrap_or_else(|| sniff(&text)) {
        Format::Text => {
            let lines: Vec<&str> = text.lines().collect();
            match databases::read(&id, &lines) {
                Some(contents) => Ok(contents),
                None => crate::plain::read(&id, text),
            }
        }
        Format::Html => match databases::lines_of_html(&text) {
            Some(lines) => document(&id, &lines),
            None => html::read(&id, &text),
        },
        Format::Json => json::read(&id, text, options),
        Format::JsonLines => json::read_lines(&id, &text, options),
        Format::Separated(mark) => {
            delimited::read(&id, &text, mark, options, Some(&path.with_extension("")))
        }
    }?;
    if let Some(note) = decoded.note {
        contents.notes.insert(0, note);
    }
    Ok(contents)
}

/// How Word files and RTF files begin, whatever their names: databases call RTF `.doc`.
const ZIP: &[u8] = b"PK\x03\x04";
const RTF: &[u8] = b"{\\rtf";

/// An article, or the many of a database.
fn document(id: &str, paragraphs: &[String]) -> Result<Contents, Trouble> {
    if let Some(contents) = databases::read(id, paragraphs) {
        return Ok(contents);
    }
    let lines: Vec<&str> = paragraphs
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        return Err(Trouble::new("no text inside").hint("an article needs text"));
    }
    crate::plain::read(id, lines.join("\n\n"))
}

/// What an unnamed text looks like: standard input has no extension.
fn sniff(text: &str) -> Format {
    let start = text.trim_start();
    let line = start.lines().next().unwrap_or_default();
    let lower = line
        .get(..line.len().min(64))
        .unwrap_or(line)
        .to_ascii_lowercase();
    if start.starts_with('[') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        Format::Json
    } else if start.starts_with('{') {
        match serde_json::from_str::<serde::de::IgnoredAny>(line) {
            Ok(_) => Format::JsonLines,
            Err(_) => Format::Json,
        }
    } else if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        Format::Html
    } else if columns::is_header(line.split('\t')) {
        Format::Separated(b'\t')
    } else if columns::is_header(line.split(',')) {
        Format::Separated(b',')
    } else {
        Format::Text
    }
}

fn stem(path: &Path) -> String {
    if path.as_os_str() == STANDARD_INPUT {
        return "stdin".to_owned();
    }
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Fills in what the user said about articles that do not say it themselves, and brings its language and date to their normal forms.
fn settle(article: &mut Article, options: &Options) -> Vec<String> {
    let mut notes = Vec::new();
    if article.language.is_none() {
        article.language.clone_from(&options.language);
    }
    if let (true, Some(outlet)) = (article.outlet.is_empty(), &options.outlet) {
        article.outlet.clone_from(outlet);
    }
    if article.published.is_none() {
        article.published.clone_from(&options.published);
    }
    if article.outlet.is_empty() {
        article.outlet.clone_from(&article.id);
    }
    if let Some(named) = article.language.take() {
        match language(&named) {
            Ok(code) => article.language = Some(code),
            Err(note) => notes.push(note),
        }
    }
    if let Some(printed) = article.published.take() {
        match dates::normal(&printed) {
            Ok(date) => article.published = Some(date),
            Err(note) => notes.push(note),
        }
    }
    notes
}

/// The code of a language that is named by its code or by its name.
fn language(named: &str) -> Result<String, String> {
    let named = named.trim();
    if lang::pack(named).is_some() {
        return Ok(named.to_owned());
    }
    let by_name = lang::codes().filter_map(lang::pack).find(|pack| {
        named.eq_ignore_ascii_case(&pack.meta.english)
            || named.to_lowercase() == pack.meta.name.to_lowercase()
    });
    if let Some(pack) = by_name {
        return Ok(pack.code.to_owned());
    }
    let primary = named.split(['-', '_']).next().unwrap_or_default();
    if (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Ok(named.to_ascii_lowercase());
    }
    Err(format!(
        "language \"{named}\" is no ISO 639 code: the language is detected instead"
    ))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: &[&str] = &[
        "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "a",
    ];

    /// Whatever the bytes, every format gives articles with text or says what is wrong.
    fn total(bytes: &[u8]) {
        for name in NAMES {
            let read = contents(Path::new(name), bytes.to_vec(), &Options::default());
            if let Ok(contents) = read {
                for article in &contents.articles {
                    assert!(!article.text.trim().is_empty(), "{name}");
                }
                assert!(
                    contents.articles.len() + contents.troubles.len() > 0,
                    "{name}"
                );
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            total(&bytes);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(---\n|<html>|<p>|</p>|[{}\\[\\]\":,;\t\n]|text|id|\\\\ud83d|\\PC){0,60}") {
            total(text.as_bytes());
        }
    }

    #[test]
    fn languages_are_known_by_code_and_by_name() {
        assert_eq!(language("zh-Hant").unwrap(), "zh-Hant");
        assert_eq!(language("Arabic").unwrap(), "ar");
        assert_eq!(language("Русский").unwrap(), "ru");
        assert_eq!(language("tlh").unwrap(), "tlh");
        assert!(language("Klingonish").is_err());
        assert!(language("12").is_err());
    }
}
