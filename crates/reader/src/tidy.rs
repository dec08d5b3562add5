//! Articles that stand twice in the input.

use crate::{Input, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// Reads an article that stands twice once, and makes ids unique inside each event. What is kept
/// does not depend on the order of the input.
pub(crate) fn tidy(reading: &mut Reading) {
    join_the_only_event(reading);
    drop_repeated(reading);
    note_same_text(reading);
    rename_same_ids(reading);
}

/// Articles of no event belong to the only one there is.
fn join_the_only_event(reading: &mut Reading) {
    let events: BTreeSet<String> = reading
        .inputs
        .iter()
        .filter_map(|input| input.article.event.clone())
        .collect();
    if events.len() != 1 {
        return;
    }
    for input in &mut reading.inputs {
        input.article.event = events.first().cloned();
    }
}

/// The same text of the same outlet under the same event is the same article.
fn drop_repeated(reading: &mut Reading) {
    let mut first: BTreeMap<(Option<&str>, &str, &str), usize> = BTreeMap::new();
    let mut repeated: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, input) in reading.inputs.iter().enumerate() {
        let article = &input.article;
        let key = (
            article.event.as_deref(),
            article.outlet.as_str(),
            article.text.as_str(),
        );
        match first.get(&key) {
            Some(&known) => {
                repeated.insert(index, known);
            }
            None => {
                first.insert(key, index);
            }
        }
    }
    for (&index, &known) in &repeated {
        let what = format!(
            "{}: the same article as {}: read once",
            reading.inputs[index].article.id, reading.inputs[known].article.id
        );
        let path = reading.inputs[index].path.clone();
        reading.note(&path, what);
    }
    let mut index = 0;
    reading.inputs.retain(|_| {
        index += 1;
        !repeated.contains_key(&(index - 1))
    });
}

/// Outlets that print the same wire text are kept: that is a finding, not a slip.
fn note_same_text(reading: &mut Reading) {
    let mut first: BTreeMap<(Option<&str>, &str), &str> = BTreeMap::new();
    let mut notes = Vec::new();
    for input in &reading.inputs {
        let article = &input.article;
        let key = (article.event.as_deref(), article.text.as_str());
        match first.get(&key) {
            Some(id) => notes.push((
                input.path.clone(),
                format!("{}: the same text as {id}", article.id),
            )),
            None => {
                first.insert(key, &article.id);
            }
        }
    }
    for (path, what) in notes {
        reading.note(&path, what);
    }
}

fn rename_same_ids(reading: &mut Reading) {
    let mut by_id: BTreeMap<(Option<String>, String), Vec<usize>> = BTreeMap::new();
    for (index, input) in reading.inputs.iter().enumerate() {
        let article = &input.article;
        by_id
            .entry((article.event.clone(), article.id.clone()))
            .or_default()
            .push(index);
    }
    let mut taken: BTreeSet<(Option<String>, String)> = by_id.keys().cloned().collect();
    for ((event, id), mut indexes) in by_id {
        // The content decides who keeps the id, not the order of the input.
        indexes.sort_by(|&a, &b| content(&reading.inputs[a]).cmp(&content(&reading.inputs[b])));
        let mut number = 1;
        for &index in indexes.iter().skip(1) {
            let unique = loop {
                number += 1;
                let candidate = format!("{id}-{number}");
                if taken.insert((event.clone(), candidate.clone())) {
                    break candidate;
                }
            };
            let path = reading.inputs[index].path.clone();
            reading.note(
                &path,
                format!("the id {id} stands twice: this one is {unique}"),
            );
            let article = &mut reading.inputs[index].article;
            if article.outlet == article.id {
                article.outlet.clone_from(&unique);
            }
            article.id = unique;
        }
    }
}

fn content(input: &Input) -> (&str, Option<&str>, &str) {
    let article = &input.article;
    (&article.outlet, article.published.as_deref(), &article.text)
}
