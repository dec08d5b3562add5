//! The worked news sentences: who says what, in whose words.
//!
//! The text carries its own expectations: `[…]` the words said, `<…>` the cue, `{…}` the speaker,
//! where inner braces hold the least that must be found and outer ones the most that may be. A
//! small raised number behind the bracket says which quotation it belongs to (¹ where none
//! stands). The second column gives form and name of each quotation.

use super::{Outcome, measure};
use extractor::{Form, Quotation, Value};
use segmenter::{Document, Span};
use std::fmt::Write as _;

/// A text and what a careful reader marks in it.
pub(super) struct Expected {
    pub text: String,
    quotations: Vec<Marked>,
}

#[derive(Default)]
struct Marked {
    content: Vec<Span>,
    cue: Option<Span>,
    /// The most and the least of the speaker.
    speaker: Option<(Span, Span)>,
    form: String,
    name: Option<String>,
}

impl Expected {
    pub fn read(marked: &str, forms: &str) -> Self {
        let mut quotations: Vec<Marked> = forms
            .split(" | ")
            .filter(|form| *form != "none")
            .map(|form| {
                let (form, name) = form.split_once(" = ").unwrap_or((form, ""));
                Marked {
                    form: form.to_owned(),
                    name: Some(name.to_owned()).filter(|name| !name.is_empty()),
                    ..Marked::default()
                }
            })
            .collect();
        let mut text = String::new();
        let mut open: Vec<(char, usize, Vec<usize>)> = Vec::new();
        let marked = marked.replace("\\n", "\n\n");
        let mut chars = marked.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '[' | '<' | '{' => {
                    let mut of = Vec::new();
                    while let Some(index) = chars.peek().and_then(|&c| "¹²³".find(c)) {
                        of.push(index / '¹'.len_utf8());
                        chars.next();
                    }
                    if of.is_empty() {
                        let outer = open.last().filter(|outer| c == '{' && outer.0 == '{');
                        of = outer.map_or(vec![0], |outer| outer.2.clone());
                    }
                    open.push((c, text.len(), of));
                }
                ']' | '>' | '}' => {
                    let (kind, start, of) = open.pop().expect("a bracket opens");
                    let span = Span::new(start, text.len());
                    for index in of {
                        let quotation = quotations.get_mut(index).expect("a form for each");
                        match kind {
                            '[' => quotation.content.push(span),
                            '<' => quotation.cue = Some(span),
                            _ => {
                                let least = quotation.speaker.map_or(span, |(_, least)| least);
                                quotation.speaker = Some((span, least));
                            }
                        }
                    }
                }
                _ => text.push(c),
            }
        }
        assert!(open.is_empty(), "a bracket stays open in {text}");
        Self { text, quotations }
    }

    /// What is read of it.
    pub fn compare(&self, document: &Document) -> Outcome {
        let found: Vec<Quotation> = extractor::extract(document)
            .into_iter()
            .filter_map(|mention| match mention.value {
                Value::Quotation(quotation) => Some(quotation),
                _ => None,
            })
            .collect();
        let agrees = |(marked, found): (&Marked, &Quotation)| marked.agrees(found, &self.text);
        let wrong =
            found.len() != self.quotations.len() || !self.quotations.iter().zip(&found).all(agrees);
        let mut left: Vec<&Quotation> = found.iter().collect();
        for marked in &self.quotations {
            if let Some(at) = left.iter().position(|found| agrees((marked, *found))) {
                left.remove(at);
            }
        }
        let mut problem = String::new();
        for quotation in &found {
            let _ = write!(problem, "\n    found {}", shown(quotation, &self.text));
        }
        if found.is_empty() {
            problem.push_str("\n    found nothing");
        }
        Outcome {
            measure: measure(found.len() - left.len(), found.len(), self.quotations.len()),
            problem: wrong.then_some(problem),
        }
    }
}

impl Marked {
    fn agrees(&self, found: &Quotation, text: &str) -> bool {
        let content = self.content.len() == found.content.len()
            && self
                .content
                .iter()
                .zip(&found.content)
                .all(|(a, b)| bare(*a, text) == bare(*b, text));
        let cue = self
            .cue
            .is_none_or(|cue| found.cue.is_some_and(|found| found.overlaps(cue)));
        let speaker = match (&self.speaker, &found.speaker) {
            (None, None) => true,
            (Some((most, least)), Some(found)) => {
                let span = found.span;
                most.start <= span.start
                    && span.end <= most.end
                    && span.start <= least.start
                    && least.end <= span.end
            }
            _ => false,
        };
        let name = found.speaker.as_ref().and_then(|speaker| {
            // An office or house that is its own name tells nobody else.
            let most = self.speaker?.0.of(text);
            let name = speaker.name.clone()?;
            (self.name.is_some() || !most.contains(&name)).then_some(name)
        });
        self.form == form(found.form) && content && cue && speaker && self.name == name
    }
}

/// A span without the marks at its ends, over which readers differ.
fn bare(span: Span, text: &str) -> Span {
    let mark = |c: char| c.is_whitespace() || ",.!?،؟。，！？।…、;؛".contains(c);
    let inner = span.of(text);
    let start = span.start + inner.len() - inner.trim_start_matches(mark).len();
    let end = span.start + inner.trim_end_matches(mark).len();
    Span::new(start.min(end), end)
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        _ => "mixed",
    }
}

fn shown(quotation: &Quotation, text: &str) -> String {
    let mut shown = String::from(form(quotation.form));
    for span in &quotation.content {
        let _ = write!(shown, " [{}]", span.of(text));
    }
    if let Some(cue) = quotation.cue {
        let _ = write!(shown, " <{}>", cue.of(text));
    }
    if let Some(speaker) = &quotation.speaker {
        let name = speaker.name.as_deref().unwrap_or("-");
        let _ = write!(shown, " {{{}}} = {name}", speaker.span.of(text));
    }
    shown
}
