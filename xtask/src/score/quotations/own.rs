//! Quotations and speakers on our own events, by language.

use super::{Data, Figure, Letters, OVERLAP, share};
use extractor::{Form, Quotation, Value};
use segmenter::{Article, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Gold {
    article: String,
    text: String,
    nth: Option<usize>,
    speaker: Option<String>,
    speaker_name: Option<String>,
}

#[derive(Deserialize)]
struct Bearer {
    name: String,
    forms: Vec<Printed>,
}

#[derive(Deserialize)]
struct Printed {
    text: String,
}

#[derive(Default)]
struct Counts {
    gold: usize,
    given: usize,
    found: usize,
    speaker: usize,
    bearers: usize,
    bearer: usize,
}

/// Content, speaker and the speaker's name, by language.
pub(super) fn figures(data: &Data) -> Option<Vec<Figure>> {
    let mut events: Vec<_> = fs::read_dir(&data.corpora)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold").is_dir())
        .collect();
    events.sort();
    let mut languages: BTreeMap<String, Counts> = BTreeMap::new();
    for event in &events {
        of_event(event, data.errors, &mut languages)?;
    }
    let mut figures = Vec::new();
    for (language, counts) in &languages {
        let set = format!("corpora {language}");
        for (measure, part, whole) in [
            ("precision", counts.found, counts.given),
            ("recall", counts.found, counts.gold),
            ("speaker", counts.speaker, counts.found),
            ("speaker named", counts.bearer, counts.bearers),
        ] {
            figures.push(Figure::new(&set, measure, share(part, whole)));
        }
    }
    Some(figures)
}

fn of_event(event: &Path, errors: bool, languages: &mut BTreeMap<String, Counts>) -> Option<()> {
    let read = |name: &str| fs::read_to_string(event.join("gold").join(name)).ok();
    let gold: Vec<Gold> = read("quotations.jsonl")?
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let bearers: Vec<Bearer> = read("names.jsonl")?
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let inputs = reader::read(&[event.to_owned()], &reader::Options::default()).inputs;
    let mut articles: Vec<Article> = inputs.into_iter().map(|input| input.article).collect();
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    for article in articles {
        let (id, text) = (article.id.clone(), article.text.clone());
        let letters = Letters::new(&text);
        let document = segmenter::segment(article);
        let language = document.language.code.clone();
        let counts = languages.entry(language.clone()).or_default();
        let mentions = extractor::extract(&document);
        let system: Vec<&Quotation> = mentions
            .iter()
            .filter_map(|mention| match &mention.value {
                Value::Quotation(quotation) => Some(quotation),
                _ => None,
            })
            .collect();
        let mut used = vec![false; system.len()];
        // The gold has all direct and mixed ones, of indirect ones only the plainest.
        counts.given += system
            .iter()
            .filter(|quotation| quotation.form != Form::Indirect)
            .count();
        for gold in gold.iter().filter(|gold| gold.article == id) {
            counts.gold += 1;
            let nth = gold.nth.unwrap_or(1).saturating_sub(1);
            let Some((start, found)) = text.match_indices(gold.text.as_str()).nth(nth) else {
                println!("{id}: not in the text: {}", gold.text);
                continue;
            };
            let span = Span::new(start, start + found.len());
            let overlap = |quotation: &Quotation| {
                let shared = letters.shared(&[span], &quotation.content);
                let longer = letters.of(span).max(letters.count(&quotation.content));
                shared as f64 / longer.max(1) as f64
            };
            let best = (0..system.len())
                .filter(|&i| !used[i])
                .max_by(|&a, &b| overlap(system[a]).total_cmp(&overlap(system[b])))
                .filter(|&i| overlap(system[i]) >= OVERLAP);
            let Some(best) = best else {
                if errors {
                    println!("{id} ({language})\tmissed\t{}", gold.text);
                }
                continue;
            };
            used[best] = true;
            counts.found += 1;
            counts.given += usize::from(system[best].form == Form::Indirect);
            let speaker = system[best].speaker.as_ref();
            let right = match (&gold.speaker, speaker) {
                (None, None) => true,
                // The verb alone tells who speaks.
                (None, Some(_)) => gold.speaker_name.is_some(),
                (Some(gold), Some(speaker)) => text
                    .match_indices(gold.as_str())
                    .any(|(at, words)| Span::new(at, at + words.len()).overlaps(speaker.span)),
                _ => false,
            };
            counts.speaker += usize::from(right);
            if errors && !right {
                println!(
                    "{id} ({language})\tspeaker\t{:?} for {:?}\t{}",
                    speaker.map(|s| s.span.of(&text)),
                    gold.speaker,
                    gold.text
                );
            }
            if let Some(name) = &gold.speaker_name {
                counts.bearers += 1;
                let resolved = speaker.and_then(|speaker| speaker.name.as_deref());
                let right = resolved.is_some_and(|resolved| {
                    bearers.iter().any(|bearer| {
                        &bearer.name == name
                            && bearer.forms.iter().any(|form| {
                                form.text.contains(resolved) || resolved.contains(&form.text)
                            })
                    })
                });
                counts.bearer += usize::from(right);
                if errors && !right {
                    println!(
                        "{id} ({language})\tnamed\t{resolved:?} for {name}\t{}",
                        gold.text
                    );
                }
            }
        }
        if errors {
            for (quotation, _) in system.iter().zip(&used).filter(|(_, used)| !**used) {
                let content: Vec<&str> = quotation.content.iter().map(|s| s.of(&text)).collect();
                let speaker = quotation.speaker.as_ref().map(|s| s.span.of(&text));
                let cue = quotation.cue.map(|cue| cue.of(&text));
                println!(
                    "{id} ({language})\textra\t{:?}\t{content:?} by {cue:?} of {speaker:?}",
                    quotation.form
                );
            }
        }
    }
    Some(())
}
