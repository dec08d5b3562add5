//! News in translation: documents of which every edition says the same.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One document in several languages, line by line.
pub struct Parallel {
    /// The set it comes from: `ntrex128`.
    pub set: String,
    /// Its name in the set.
    pub id: String,
    /// By language: its lines, as many in each.
    pub editions: BTreeMap<String, Vec<String>>,
}

impl Parallel {
    /// One edition as an article: a line a paragraph. All editions bear one day, so that "on
    /// Friday" means the same in all.
    pub fn article(&self, language: &str) -> Option<segmenter::Article> {
        let lines = self.editions.get(language)?;
        Some(article(language, lines))
    }
}

/// Lines as an article of a language.
pub fn article(language: &str, lines: &[String]) -> segmenter::Article {
    let mut article = segmenter::Article::new(language, lines.join("\n\n") + "\n");
    article.language = Some(language.to_owned());
    article.published = Some("2018-11-16".to_owned());
    article
}

/// The language of the packs that a set's name of an edition stands for: `pt-BR` is Portuguese too,
/// and a second reference is left out.
fn first_class(edition: &str) -> Option<&str> {
    lang::codes().find(|&code| code == edition && code != lang::UNDETERMINED)
}

/// The documents of both sets that have an English edition and another one of our languages.
pub fn documents(shared: &Path) -> Vec<Parallel> {
    let folder = shared.join("eval/compare");
    let mut documents = ntrex(&folder.join("ntrex128"));
    let mut files: Vec<_> = fs::read_dir(folder.join("wmt_docs"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    files.sort();
    for file in files {
        documents.extend(wmt(&file));
    }
    documents.retain(|d| d.editions.contains_key("en") && d.editions.len() > 1);
    documents
}

fn ntrex(folder: &Path) -> Vec<Parallel> {
    let ids = fs::read_to_string(folder.join("docids.txt")).unwrap_or_default();
    let mut documents: Vec<Parallel> = Vec::new();
    let mut of_line = Vec::new();
    for id in ids.lines() {
        if documents.last().is_none_or(|last| last.id != id) {
            documents.push(Parallel {
                set: "ntrex128".to_owned(),
                id: id.to_owned(),
                editions: BTreeMap::new(),
            });
        }
        of_line.push(documents.len() - 1);
    }
    for code in lang::codes() {
        let Ok(text) = fs::read_to_string(folder.join(format!("{code}.txt"))) else {
            continue;
        };
        for (line, &document) in text.lines().zip(&of_line) {
            let editions = &mut documents[document].editions;
            let lines = editions.entry(code.to_owned()).or_default();
            lines.push(line.trim().to_owned());
        }
    }
    documents
}

fn wmt(file: &Path) -> Vec<Parallel> {
    let set = file
        .file_stem()
        .map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
    let mut documents: Vec<Parallel> = Vec::new();
    for line in fs::read_to_string(file).unwrap_or_default().lines() {
        let Ok(Value::Object(row)) = serde_json::from_str(line) else {
            continue;
        };
        let id = row.get("doc").and_then(Value::as_str).unwrap_or_default();
        if documents.last().is_none_or(|last| last.id != id) {
            documents.push(Parallel {
                set: set.clone(),
                id: id.to_owned(),
                editions: BTreeMap::new(),
            });
        }
        let Some(document) = documents.last_mut() else {
            continue;
        };
        let references = row.get("refs").and_then(Value::as_object);
        let references = references.into_iter().flatten();
        let references = references.map(|(name, text)| (name.trim_end_matches(".A"), text));
        let own = row.iter().map(|(name, text)| (name.as_str(), text));
        for (edition, text) in own.chain(references) {
            if let (Some(code), Some(text)) = (first_class(edition), text.as_str()) {
                let lines = document.editions.entry(code.to_owned()).or_default();
                lines.push(text.trim().to_owned());
            }
        }
    }
    for document in &mut documents {
        let most = document.editions.values().map(Vec::len).max().unwrap_or(0);
        // Some segments have no translation into some languages.
        document.editions.retain(|_, lines| lines.len() == most);
    }
    documents
}
