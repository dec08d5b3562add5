//! The corpora are whole: every snippet of the gold stands in its article, every reference holds.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const GOLD: [&str; 6] = [
    "statements",
    "quantities",
    "dates",
    "quotations",
    "names",
    "findings",
];
const KINDS: [&str; 6] = [
    "quantity",
    "date",
    "quotation",
    "name",
    "polarity",
    "wording",
];
const VERDICTS: [&str; 4] = ["agrees", "compatible", "diverges", "single_source"];
const APPROXIMATIONS: [&str; 8] = [
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "up_to",
    "between",
];

/// One event: its articles' texts by id, its gold by file.
struct Event {
    name: String,
    texts: BTreeMap<String, String>,
    languages: BTreeSet<String>,
    gold: BTreeMap<&'static str, Vec<Value>>,
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn folder(path: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    entries.sort();
    entries
}

/// Front matter and text, cut after the second `---` line.
fn split(markdown: &str) -> (&str, &str) {
    markdown
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .expect("front matter between two --- lines")
}

fn events() -> Vec<Event> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    ["corpora", "xtask/held-back"]
        .iter()
        .flat_map(|events| folder(&root.join(events)))
        .filter(|path| path.join("event.toml").is_file())
        .map(|path| event(&path))
        .collect()
}

fn event(path: &Path) -> Event {
    let mut texts = BTreeMap::new();
    let mut languages = BTreeSet::new();
    for file in folder(path) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        if file.extension().is_some_and(|kind| kind == "md") && stem != "README" {
            let markdown = read(&file);
            let (front, text) = split(&markdown);
            for field in ["outlet: ", "published: ", "language: ", "title: "] {
                assert!(
                    front.lines().any(|line| line.starts_with(field)),
                    "{stem}: no {field}"
                );
            }
            languages.extend(
                front
                    .lines()
                    .filter_map(|line| line.strip_prefix("language: "))
                    .map(str::to_owned),
            );
            texts.insert(stem.into_owned(), text.to_owned());
        }
    }
    let gold = GOLD
        .map(|name| {
            let rows = read(&path.join(format!("gold/{name}.jsonl")))
                .lines()
                .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{name}: {e}")))
                .collect();
            (name, rows)
        })
        .into();
    Event {
        name: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        texts,
        languages,
        gold,
    }
}

fn text_of<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {row}"))
}

fn rows<'a>(row: &'a Value, field: &str) -> &'a [Value] {
    row[field]
        .as_array()
        .unwrap_or_else(|| panic!("no {field} in {row}"))
}

impl Event {
    /// Where a snippet starts and ends; a snippet that recurs needs `nth`.
    fn find(&self, row: &Value) -> (usize, usize) {
        let (article, snippet) = (text_of(row, "article"), text_of(row, "text"));
        let text = self
            .texts
            .get(article)
            .unwrap_or_else(|| panic!("{}: no article {article}", self.name));
        assert!(!snippet.is_empty(), "{}: empty snippet {row}", self.name);
        let nth = row["nth"].as_u64().unwrap_or(1) as usize;
        let (start, _) = text
            .match_indices(snippet)
            .nth(nth - 1)
            .unwrap_or_else(|| panic!("{}/{article}: not found: {row}", self.name));
        (start, start + snippet.len())
    }
}

#[test]
fn there_is_enough_to_compare() {
    let events = events();
    assert!(events.len() >= 6, "{} events", events.len());
    let mut languages = BTreeSet::new();
    for event in &events {
        let count = event.texts.len();
        assert!((4..=12).contains(&count), "{}: {count}", event.name);
        languages.extend(event.languages.iter().cloned());
    }
    assert!(languages.len() >= 12, "{languages:?}");
}

#[test]
fn every_snippet_stands_in_its_article() {
    for event in events() {
        for name in ["quantities", "dates", "quotations"] {
            for row in &event.gold[name] {
                event.find(row);
            }
        }
        for (name, field) in [
            ("statements", "sentences"),
            ("names", "forms"),
            ("findings", "evidence"),
        ] {
            for row in &event.gold[name] {
                assert!(!rows(row, field).is_empty(), "{}: {row}", event.name);
                for snippet in rows(row, field) {
                    event.find(snippet);
                }
            }
        }
    }
}

/// Nothing but datelines and white space stands outside the sentences of the statements, and two
/// sentences are the same or apart.
#[test]
fn statements_hold_every_sentence() {
    for event in events() {
        let mut sentences: BTreeMap<&str, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for row in &event.gold["statements"] {
            let mut own = BTreeSet::new();
            for sentence in rows(row, "sentences") {
                let (article, span) = (text_of(sentence, "article"), event.find(sentence));
                assert!(own.insert((article, span)), "twice: {sentence}");
                sentences.entry(article).or_default().insert(span);
            }
        }
        for (article, text) in &event.texts {
            let mut end = 0;
            for &(start, stop) in &sentences[article.as_str()] {
                let between = text.get(end..start).expect("sentences do not overlap");
                assert!(
                    end == 0 || between.trim().is_empty(),
                    "{}/{article}: in no statement: {between}",
                    event.name
                );
                end = stop;
            }
            let rest = text.get(end..).unwrap_or_default();
            assert!(rest.trim().is_empty(), "{}/{article}: {rest}", event.name);
        }
    }
}

#[test]
fn values_are_of_their_kind() {
    for event in events() {
        for row in &event.gold["quantities"] {
            assert!(APPROXIMATIONS.contains(&text_of(row, "approximation")));
            for field in ["value", "low", "high"] {
                let value = &row[field];
                let plain = |text: &str| text.parse::<f64>().is_ok();
                assert!(
                    value.is_null() || value.as_str().is_some_and(plain),
                    "{row}"
                );
            }
        }
        for row in &event.gold["dates"] {
            let vague = text_of(row, "precision") == "vague";
            assert_eq!(row["from"].is_null(), vague, "{row}");
            assert!(vague || text_of(row, "from") <= text_of(row, "to"), "{row}");
        }
        for row in &event.gold["quotations"] {
            assert!(["direct", "mixed", "indirect"].contains(&text_of(row, "form")));
            let text = &event.texts[text_of(row, "article")];
            for field in ["cue", "speaker"] {
                if let Some(snippet) = row[field].as_str() {
                    assert!(text.contains(snippet), "{}: {row}", event.name);
                }
            }
        }
        for row in &event.gold["names"] {
            assert!(["person", "organisation", "place"].contains(&text_of(row, "type")));
        }
    }
}

#[test]
fn findings_refer_to_what_is_there() {
    for event in events() {
        let statements: BTreeMap<&str, BTreeSet<&str>> = event.gold["statements"]
            .iter()
            .map(|row| {
                let articles = rows(row, "sentences")
                    .iter()
                    .map(|sentence| text_of(sentence, "article"));
                (text_of(row, "id"), articles.collect())
            })
            .collect();
        assert_eq!(statements.len(), event.gold["statements"].len());
        let mut ids = BTreeSet::new();
        for row in &event.gold["findings"] {
            assert!(ids.insert(text_of(row, "id")), "{}: {row}", event.name);
            let (kind, verdict) = (text_of(row, "kind"), text_of(row, "verdict"));
            assert!(
                KINDS.contains(&kind) && VERDICTS.contains(&verdict),
                "{row}"
            );
            let articles: BTreeSet<&str> = rows(row, "evidence")
                .iter()
                .map(|evidence| text_of(evidence, "article"))
                .collect();
            assert_eq!(articles.len() == 1, verdict == "single_source", "{row}");
            if let Some(id) = row["statement"].as_str() {
                assert!(
                    statements[id].is_superset(&articles),
                    "{}: {row}",
                    event.name
                );
            } else {
                assert_eq!(kind, "name", "{row}");
            }
        }
    }
}
