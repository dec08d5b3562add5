//! JSON and JSON Lines: one article, a list of articles, or one article a line.

use crate::columns::{self, Field};
use crate::file::Contents;
use crate::reading::Trouble;
use crate::{Options, delimited};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Reads a JSON file: an object is one article, or holds the list of articles under some key
/// (`articles`, `results`, `stories`).
pub(crate) fn read(id: &str, text: String, options: &Options) -> Result<Contents, Trouble> {
    let (text, repaired) = without_lone_surrogates(text);
    let value: Value = serde_json::from_str(&text).map_err(|error| not_json(&error))?;
    let mut contents = match value {
        Value::Object(object) => match list_inside(&object) {
            Some(list) => rows(id, list, options)?,
            None => rows(id, &[Value::Object(object)], options)?,
        },
        Value::Array(list) => rows(id, &list, options)?,
        _ => {
            return Err(Trouble::new("neither an article nor a list of articles")
                .hint("a JSON file holds objects with at least a \"text\""));
        }
    };
    note_repairs(&mut contents, repaired);
    Ok(contents)
}

/// Reads one JSON object a line. A line that is no JSON is reported, the others are read.
pub(crate) fn read_lines(id: &str, text: &str, options: &Options) -> Result<Contents, Trouble> {
    let mut values = Vec::new();
    let mut troubles = Vec::new();
    let mut repaired = 0;
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let (whole, lone) = without_lone_surrogates(line.to_owned());
        repaired += lone;
        match serde_json::from_str(&whole) {
            Ok(value) => values.push(value),
            Err(error) => troubles.push(Trouble::new(format!(
                "line {}: not JSON: {}",
                index + 1,
                reason(&error)
            ))),
        }
    }
    if values.is_empty() {
        return Err(troubles
            .into_iter()
            .next()
            .unwrap_or_else(|| Trouble::new("empty")));
    }
    let mut contents = rows(id, &values, options)?;
    contents.troubles.extend(troubles);
    note_repairs(&mut contents, repaired);
    Ok(contents)
}

fn note_repairs(contents: &mut Contents, repaired: usize) {
    if repaired > 0 {
        contents.notes.push(format!(
            "{repaired} halves of surrogate pairs are no characters: read as U+FFFD"
        ));
    }
}

fn not_json(error: &serde_json::Error) -> Trouble {
    let trouble = Trouble::new(format!(
        "not JSON: line {}: {}",
        error.line(),
        reason(error)
    ));
    match error.classify() {
        serde_json::error::Category::Eof => trouble.hint("the file ends too early: save it again"),
        _ if error.to_string().starts_with("trailing") => {
            trouble.hint("one object a line is JSON Lines: name the file .jsonl")
        }
        _ => trouble.hint("save it again as JSON, in UTF-8"),
    }
}

/// The message without its "at line 1 column 2".
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(" at line ") {
        Some((before, _)) => before.to_owned(),
        None => text,
    }
}

fn list_inside(object: &Map<String, Value>) -> Option<&Vec<Value>> {
    if object
        .keys()
        .any(|key| columns::field(key) == Some(Field::Text))
    {
        return None;
    }
    object.values().find_map(|value| match value {
        Value::Array(list) if list.iter().any(Value::is_object) => Some(list),
        _ => None,
    })
}

fn rows(id: &str, values: &[Value], options: &Options) -> Result<Contents, Trouble> {
    let mut headings: Vec<&str> = Vec::new();
    for value in values {
        for key in value.as_object().into_iter().flat_map(Map::keys) {
            if !headings.contains(&key.as_str()) && headings.len() < MOST_KEYS {
                headings.push(key);
            }
        }
    }
    let mapping = delimited::mapping_with_text(&headings, options)?;
    let mut articles = Vec::with_capacity(values.len());
    let mut troubles = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let Some(object) = value.as_object() else {
            troubles.push(Trouble::new(format!("entry {}: not an object", index + 1)));
            continue;
        };
        let cells: Vec<String> = headings
            .iter()
            .map(|key| object.get(*key).map_or_else(String::new, plain))
            .collect();
        let own = if values.len() == 1 {
            id.to_owned()
        } else {
            format!("{id}-{}", index + 1)
        };
        articles.push(columns::article(&mapping, &cells, own));
    }
    let mut contents = delimited::with_text(articles, "entries");
    contents.troubles.extend(troubles);
    Ok(contents)
}

/// More keys than any export has: a hostile file may not make every row long.
const MOST_KEYS: usize = 1000;

/// A value as text: paragraphs set apart by an empty line, an outlet by its name.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Object(object) => {
            if let Some(Value::String(name)) = object.get("name") {
                return name.clone();
            }
            // What stands first in an article stands first here, whatever the order of the keys.
            let (first, rest): (Vec<_>, Vec<_>) = object
                .iter()
                .partition(|(key, _)| matches!(key.as_str(), "headline" | "summary"));
            join(first.into_iter().chain(rest).map(|(_, value)| value))
        }
        Value::Array(list) => join(list.iter()),
    }
}

fn join<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    values
        .map(plain)
        .filter(|text| !text.is_empty())
        .fold(String::new(), |mut all, paragraph| {
            let gap = if all.is_empty() { "" } else { "\n\n" };
            let _ = write!(all, "{gap}{paragraph}");
            all
        })
}

/// Puts U+FFFD in the place of every escaped half of a surrogate pair: no text can hold one, and
/// one broken emoji should not cost a table of articles. Gives the number of repairs.
fn without_lone_surrogates(text: String) -> (String, usize) {
    if !text.contains("\\u") && !text.contains("\\U") {
        return (text, 0);
    }
    let bytes = text.as_bytes();
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            at += 1;
            continue;
        }
        match escaped(bytes, at) {
            Some(0xD800..=0xDBFF) if matches!(escaped(bytes, at + 6), Some(0xDC00..=0xDFFF)) => {
                at += 12;
            }
            Some(0xD800..=0xDFFF) => {
                lone.push(at);
                at += 6;
            }
            _ => at += 2,
        }
    }
    if lone.is_empty() {
        return (text, 0);
    }
    let mut repaired = String::with_capacity(text.len());
    let mut from = 0;
    for &at in &lone {
        repaired.push_str(text.get(from..at).unwrap_or_default());
        repaired.push_str("\\ufffd");
        from = at + 6;
    }
    repaired.push_str(text.get(from..).unwrap_or_default());
    (repaired, lone.len())
}

/// The code unit of an escape `\uXXXX` at `at`.
fn escaped(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok()?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(contents: &Contents) -> Vec<&str> {
        contents.articles.iter().map(|a| a.text.as_str()).collect()
    }

    fn json(text: &str) -> Contents {
        read("t", text.to_owned(), &Options::default()).unwrap()
    }

    #[test]
    fn lists_objects_and_lists_in_objects() {
        assert_eq!(texts(&json(r#"{"text": "A."}"#)), ["A."]);
        assert_eq!(
            texts(&json(r#"[{"text": "A."}, {"text": "B."}]"#)),
            ["A.", "B."]
        );
        let news_api = json(
            r#"{"status": "ok", "articles": [
                {"source": {"id": null, "name": "Gulf Wire"}, "publishedAt": "2024-04-30T08:00:00Z",
                 "content": "A."}]}"#,
        );
        assert_eq!(texts(&news_api), ["A."]);
        assert_eq!(news_api.articles[0].outlet, "Gulf Wire");
    }

    #[test]
    fn paragraphs_of_a_body_are_joined() {
        let fundus = json(
            r#"{"title": "T", "body": {"summary": ["S."], "sections": [
                {"headline": [], "paragraphs": ["A.", "B."]}]}}"#,
        );
        assert_eq!(texts(&fundus), ["S.\n\nA.\n\nB."]);
    }

    #[test]
    fn half_a_surrogate_pair_costs_one_character() {
        let contents = json(r#"{"text": "a\ud83d b\\ud83d \ud83d\ude00 \udc00"}"#);
        assert_eq!(texts(&contents), ["a\u{FFFD} b\\ud83d \u{1F600} \u{FFFD}"]);
        assert_eq!(
            contents.notes,
            ["2 halves of surrogate pairs are no characters: read as U+FFFD"]
        );
    }

    #[test]
    fn a_broken_line_is_reported_and_the_rest_read() {
        let text = "{\"text\": \"A.\"}\n{broken\n\n{\"text\": \"B.\"}\n";
        let contents = read_lines("t", text, &Options::default()).unwrap();
        assert_eq!(texts(&contents), ["A.", "B."]);
        assert!(contents.troubles[0].what.starts_with("line 2: not JSON"));
    }

    #[test]
    fn a_table_without_text_says_what_it_has() {
        let error = read("t", r#"[{"titel": "x"}]"#.to_owned(), &Options::default()).unwrap_err();
        assert_eq!(error.what, "no column with the text among: titel");
    }
}
