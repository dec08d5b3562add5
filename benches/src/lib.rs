//! Texts to measure on: the articles of `corpora/`, and longer ones made from them.

use parallax::Article;
use std::fs;
use std::path::{Path, PathBuf};

/// All articles of the corpora by event, sorted.
///
/// # Panics
///
/// Where the corpora are not there: a bench without texts measures nothing.
pub fn events() -> Vec<Vec<Article>> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpora");
    let mut folders: Vec<PathBuf> = fs::read_dir(&corpora)
        .expect("the corpora are part of the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| {
            let inputs = reader::read(&[folder], &reader::Options::default()).inputs;
            inputs.into_iter().map(|input| input.article).collect()
        })
        .collect()
}

/// One text per language: every article of that language, one after the other, repeated up to
/// at least `bytes`.
pub fn by_language(bytes: usize) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for article in events().into_iter().flatten() {
        let language = article.language.unwrap_or_default();
        match texts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, text)) => text.push_str(&article.text),
            None => texts.push((language, article.text)),
        }
    }
    texts.sort();
    for (_, text) in &mut texts {
        let once = text.clone();
        while text.len() < bytes {
            text.push_str(&once);
        }
    }
    texts
}

/// An event of `count` articles of about `sentences` sentences each: articles of one event,
/// lengthened by articles of the same language from the other events.
pub fn event_of(count: usize, sentences: usize) -> Vec<Article> {
    let all: Vec<Article> = events().into_iter().flatten().collect();
    (0..count)
        .map(|index| {
            let first = &all[index % all.len()];
            let mut text = String::new();
            let mut left = sentences;
            for other in all
                .iter()
                .cycle()
                .skip(index % all.len())
                .take(all.len() * 20)
            {
                if other.language != first.language {
                    continue;
                }
                let document = segmenter::segment(other.clone());
                for sentence in document.sentences.iter().take(left) {
                    text.push_str(document.text_of(sentence.span));
                    text.push_str("\n\n");
                }
                left = left.saturating_sub(document.sentences.len());
                if left == 0 {
                    break;
                }
            }
            Article {
                id: format!("{index:03}"),
                text,
                ..first.clone()
            }
        })
        .collect()
}

/// A report of an event, and one of two sentences that are repeated.
pub fn refrain(times: usize) -> Vec<Article> {
    let said = "The committee published its report on Monday. \"We will not accept these \
                terms,\" said Maria Lopez, who leads the committee. ";
    let mut articles = event_of(1, 40);
    articles.push(Article {
        language: Some("en".to_owned()),
        ..Article::new("refrain", said.repeat(times))
    });
    articles
}
