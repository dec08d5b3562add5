//! `event.toml`: what holds for the articles of one folder.
//!
//! ```toml
//! id = "beijing-talks"          # the folder's name where it is missing
//! title = "Talks in Beijing"
//! published = "2024-04-30"      # for articles without a date of their own
//! language = "en"               # for articles without a language of their own
//!
//! [articles.gulf-wire]          # by the article's id; beats what the file says
//! outlet = "Gulf Wire"
//! published = "2024-04-30T10:00:00+04:00"
//! language = "ar"
//! title = "…"
//! url = "https://…"
//! ```
//!
//! Other keys are for people (`place`, `description`, sources).

use crate::Reading;
use crate::reading::Trouble;
use segmenter::Article;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What `event.toml` says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Event {
    id: String,
    title: Option<String>,
    published: Option<Stamp>,
    language: Option<String>,
    articles: BTreeMap<String, Entry>,
}

/// What it says about one article.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Entry {
    outlet: Option<String>,
    published: Option<Stamp>,
    language: Option<String>,
    title: Option<String>,
    url: Option<String>,
}

/// A date in quotation marks or as TOML's own.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Stamp {
    Text(String),
    Date(toml::value::Datetime),
}

impl Stamp {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Date(date) => date.to_string(),
        }
    }
}

impl Event {
    /// Reads the metadata of the event in `folder`; where that fails, the event has its name only.
    pub(crate) fn read(path: &Path, folder: &Path, reading: &mut Reading) -> Self {
        let parsed = std::fs::read_to_string(path)
            .map_err(|error| crate::walk::plain(&error))
            .and_then(|text| toml::from_str::<Self>(&text).map_err(|error| at_line(&text, &error)));
        let mut event = parsed.unwrap_or_else(|what| {
            let trouble = Trouble::new(what).hint("the articles are read without it");
            reading.problem(path, trouble);
            Self::default()
        });
        if event.id.is_empty() {
            event.id = folder
                .canonicalize()
                .unwrap_or_else(|_| folder.to_owned())
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
        }
        if let Some(title) = &event.title {
            reading.titles.insert(event.id.clone(), title.clone());
        }
        event
    }

    /// Gives an article what the metadata says about it.
    pub(crate) fn apply(&self, article: &mut Article) {
        article.event.get_or_insert_with(|| self.id.clone());
        if let Some(entry) = self.articles.get(&article.id) {
            if let Some(outlet) = &entry.outlet {
                article.outlet.clone_from(outlet);
            }
            if let Some(stamp) = &entry.published {
                article.published = Some(stamp.text());
            }
            for (to, from) in [
                (&mut article.language, &entry.language),
                (&mut article.title, &entry.title),
                (&mut article.url, &entry.url),
            ] {
                if from.is_some() {
                    to.clone_from(from);
                }
            }
        }
        if article.published.is_none() {
            article.published = self.published.as_ref().map(Stamp::text);
        }
        if article.language.is_none() {
            article.language.clone_from(&self.language);
        }
    }
}

fn at_line(text: &str, error: &toml::de::Error) -> String {
    let line = error
        .span()
        .and_then(|span| text.get(..span.start))
        .map_or(1, |before| before.matches('\n').count() + 1);
    format!(
        "line {line}: {}",
        error.message().lines().next().unwrap_or_default()
    )
}
