//! Quotations against gold: English political news, German news, Russian and Czech sentences.
//!
//! A quotation of the system and one of the gold are the same when the letters of their contents
//! overlap by at least four fifths of the longer one.

mod own;

use super::{Data, Figure};
use extractor::{Form, Quotation, Value};
use segmenter::{Article, CodePoints, Span};
use serde::Deserialize;
use std::fs;

/// Contents that share this much of the longer one are the same quotation.
const OVERLAP: f64 = 0.8;

#[derive(Deserialize)]
struct Document {
    id: String,
    lang: String,
    text: String,
    #[serde(default)]
    outlet: String,
    #[serde(default = "yes")]
    primary: bool,
    quotes: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    #[serde(rename = "type")]
    form: String,
    #[serde(default)]
    content: Vec<(usize, usize)>,
    #[serde(default)]
    source: Vec<(usize, usize)>,
}

fn yes() -> bool {
    true
}

/// Runs the suite.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = own::figures(data)?;
    let folder = data.shared.join("eval/extract/quotes");
    for set in ["polnear_en", "wikinews_de", "adaq_ru", "adaq_cs"] {
        let Ok(lines) = fs::read_to_string(folder.join(format!("{set}.jsonl"))) else {
            continue;
        };
        let mut tally = Tally::default();
        for line in lines.lines() {
            let Ok(text) = serde_json::from_str::<Document>(line) else {
                continue;
            };
            if text.primary {
                tally.add(&text, data.errors);
            }
        }
        figures.extend([
            Figure::new(
                set,
                "direct recall",
                share(tally.direct_found, tally.direct),
            ),
            Figure::new(
                set,
                "direct precision",
                share(tally.given_right, tally.given),
            ),
            Figure::new(
                set,
                "direct speaker",
                share(tally.speaker_right, tally.direct),
            ),
            Figure::new(set, "all precision", share(tally.matched, tally.all_given)),
            Figure::new(set, "all recall", share(tally.matched, tally.all_gold)),
            Figure::new(
                set,
                "all F1",
                share(2 * tally.matched, tally.all_gold + tally.all_given),
            ),
            Figure::new(
                set,
                "all speaker",
                share(tally.all_speaker_right, tally.matched),
            ),
        ]);
    }
    Some(figures)
}

#[derive(Default)]
struct Tally {
    /// Gold direct quotations, and those that the system's marked words cover.
    direct: usize,
    direct_found: usize,
    speaker_right: usize,
    /// Direct quotations of the system, and those that lie in a gold content.
    given: usize,
    given_right: usize,
    /// All forms, one to one.
    all_gold: usize,
    all_given: usize,
    matched: usize,
    all_speaker_right: usize,
}

impl Tally {
    fn add(&mut self, text: &Document, errors: bool) {
        let mut article = Article::new(text.id.clone(), text.text.clone());
        article.language = Some(text.lang.clone());
        // The identifiers hold words of the title, which are no outlet's name.
        article.outlet.clone_from(&text.outlet);
        let document = segmenter::segment(article);
        let points = CodePoints::new(&text.text);
        let letters = Letters::new(&text.text);
        let bytes = |spans: &[(usize, usize)]| -> Vec<Span> {
            spans
                .iter()
                .map(|&(start, end)| {
                    Span::new(
                        points.to_byte(&text.text, start),
                        points.to_byte(&text.text, end),
                    )
                })
                .collect()
        };
        let mentions = extractor::extract(&document);
        let system: Vec<&Quotation> = mentions
            .iter()
            .filter_map(|mention| match &mention.value {
                Value::Quotation(quotation) => Some(quotation),
                _ => None,
            })
            .collect();
        let gold: Vec<(&Gold, Vec<Span>, Vec<Span>)> = text
            .quotes
            .iter()
            .map(|gold| (gold, bytes(&gold.content), bytes(&gold.source)))
            .filter(|(_, content, _)| letters.count(content) > 0)
            .collect();
        let show = |what: &str, content: &[Span]| {
            if errors {
                let content: Vec<&str> = content.iter().map(|s| s.of(&text.text)).collect();
                println!("{}\t{what}\t{}", text.id, content.join(" … "));
            }
        };

        for (of, content, source) in &gold {
            if !of.form.eq_ignore_ascii_case("direct") {
                continue;
            }
            self.direct += 1;
            let own = letters.count(content) as f64;
            let best = system
                .iter()
                .filter(|q| q.form != Form::Indirect)
                .map(|q| (letters.shared(content, &q.content), q))
                .max_by_key(|(shared, _)| *shared);
            match best {
                Some((shared, quotation)) if shared as f64 >= OVERLAP * own => {
                    self.direct_found += 1;
                    let right = match &quotation.speaker {
                        Some(speaker) => source.iter().any(|s| s.overlaps(speaker.span)),
                        None => source.is_empty(),
                    };
                    self.speaker_right += usize::from(right);
                    if !right {
                        let said = quotation.speaker.as_ref().map(|s| s.span);
                        let said = said.map_or("nobody", |s| s.of(&text.text));
                        let source: Vec<&str> = source.iter().map(|s| s.of(&text.text)).collect();
                        show(&format!("speaker {said} for {source:?}"), content);
                    }
                }
                _ => show("not covered", content),
            }
        }
        for quotation in system.iter().filter(|q| q.form == Form::Direct) {
            self.given += 1;
            let own = letters.count(&quotation.content);
            let right = gold
                .iter()
                .any(|(_, content, _)| 2 * letters.shared(content, &quotation.content) >= own);
            self.given_right += usize::from(right);
            if !right {
                show("not direct", &quotation.content);
            }
        }

        // The gold takes a run of quotations for one, and of words in marks the whole clause.
        let system: Vec<Quotation> = runs(&document, &mentions);
        self.all_gold += gold.len();
        self.all_given += system.len();
        let mut free: Vec<bool> = vec![true; system.len()];
        for (of, content, source) in &gold {
            let own = letters.count(content);
            let best = system
                .iter()
                .enumerate()
                .filter(|(index, _)| free[*index])
                .map(|(index, quotation)| {
                    let shared = letters.shared(content, &quotation.content);
                    let longer = own.max(letters.count(&quotation.content));
                    (index, shared as f64 / longer.max(1) as f64)
                })
                .max_by(|a, b| a.1.total_cmp(&b.1));
            match best {
                Some((index, overlap)) if overlap >= OVERLAP => {
                    free[index] = false;
                    self.matched += 1;
                    let right = match &system[index].speaker {
                        Some(speaker) => source.iter().any(|s| s.overlaps(speaker.span)),
                        None => source.is_empty(),
                    };
                    self.all_speaker_right += usize::from(right);
                    if !right && system[index].form == Form::Indirect {
                        let said = system[index].speaker.as_ref().map(|s| s.span);
                        let said = said.map_or("nobody", |s| s.of(&text.text));
                        let source: Vec<&str> = source.iter().map(|s| s.of(&text.text)).collect();
                        show(&format!("indirect speaker {said} for {source:?}"), content);
                    }
                }
                _ => show(&format!("missed {}", of.form), content),
            }
        }
        for (quotation, free) in system.iter().zip(free) {
            if free {
                let cue = quotation.cue.map_or("", |cue| cue.of(&text.text));
                show(
                    &format!("extra {:?} by \"{cue}\"", quotation.form),
                    &quotation.content,
                );
            }
        }
    }
}

/// The quotations as the gold counts them: a run in one paragraph under one attribution is one,
/// also where something else is reported between, and words in marks stand for their clause.
fn runs(document: &segmenter::Document, mentions: &[extractor::Mention]) -> Vec<Quotation> {
    let paragraph = |sentence: usize| document.sentences.get(sentence).map(|s| s.paragraph);
    let mut runs: Vec<(Option<usize>, Quotation)> = Vec::new();
    for mention in mentions {
        let Value::Quotation(quotation) = &mention.value else {
            continue;
        };
        let mut quotation = quotation.clone();
        let here = paragraph(mention.sentence);
        if let Some(clause) = quotation.clause {
            if runs.iter().any(|(_, run)| run.clause == Some(clause)) {
                continue;
            }
            quotation.content = vec![clause];
        }
        let goes_on = quotation.cue.is_none() && quotation.form == Form::Direct;
        let before = runs
            .iter_mut()
            .rev()
            .take_while(|(of, _)| *of == here)
            .find(|(_, run)| run.form != Form::Indirect)
            .filter(|(_, run)| goes_on && run.speaker == quotation.speaker);
        match before {
            Some((_, run)) => run.content.extend(quotation.content),
            None => runs.push((here, quotation)),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// Counts letters and digits in spans.
struct Letters {
    /// How many stand before each byte.
    before: Vec<u32>,
}

impl Letters {
    fn new(text: &str) -> Self {
        let mut before = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, c) in text.char_indices() {
            before[at..at + c.len_utf8()].fill(count);
            count += u32::from(c.is_alphanumeric());
        }
        before[text.len()] = count;
        Self { before }
    }

    fn of(&self, span: Span) -> usize {
        let at = |byte: usize| self.before.get(byte).copied().unwrap_or_default();
        at(span.end).saturating_sub(at(span.start)) as usize
    }

    fn count(&self, spans: &[Span]) -> usize {
        spans.iter().map(|span| self.of(*span)).sum()
    }

    fn shared(&self, a: &[Span], b: &[Span]) -> usize {
        a.iter()
            .flat_map(|x| b.iter().map(move |y| (x, y)))
            .filter(|(x, y)| x.overlaps(**y))
            .map(|(x, y)| self.of(Span::new(x.start.max(y.start), x.end.min(y.end))))
            .sum()
    }
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
