//! Quotations: who said what, in whose words.
//!
//! [`marks`] pairs quotation marks, [`attribution`] finds the cue and the speaker of each pair,
//! with the particles of [`quotatives`] and the colons of [`headline`],
//! [`indirect`] reads reported clauses, [`speakers`] reads noun phrases, [`resolve`] finds
//! out who they are inside the article. Doubt stays visible: a quotation whose speaker cannot be
//! told has none.

mod attribution;
mod headline;
mod indirect;
mod marks;
mod quotatives;
mod resolve;
mod speakers;
mod verb_final;

use crate::words::Words;
use crate::{Form, Mention, Quotation, Value};
use segmenter::Span;

/// The quotations of a document, with speakers found among `names` where they can be.
pub(crate) fn find(words: &Words, names: &[Mention]) -> Vec<Mention> {
    let marked = marks::pair(words);
    let speakers = speakers::Named::new(words, names);
    let clauses = indirect::find(words, &speakers, &marked);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut before: Option<attribution::Attribution> = None;
    for (index, quote) in marked.iter().enumerate() {
        let clause = clause_of(&clauses, quote.outer);
        let found = attribution::of(words, &speakers, &marked, index).or_else(|| {
            let (cue, speaker) = clause.map(|(_, said)| (said.cue, said.speaker.clone()))?;
            Some(attribution::Attribution {
                cue,
                speaker,
                announced: false,
                by_phrase: false,
            })
        });
        let speech = quote.is_sentence || quote.words >= attribution::SPEECH_WORDS;
        // A run of quotations goes on with its speaker while nobody else is named.
        let runs_on = found.is_none()
            && speech
            && index > 0
            && quote.paragraph == marked[index - 1].paragraph;
        let attribution = match found {
            Some(found) => Some(found),
            None if runs_on => before
                .clone()
                .map(|a| attribution::Attribution { cue: None, ..a }),
            None => None,
        };
        if attribution.is_none() && !speech {
            continue;
        }
        let whole = if quotatives::follows(words, quote) {
            let speaker = attribution.as_ref().and_then(|a| a.speaker.as_ref());
            !quotatives::in_clause(words, quote, speaker)
        } else {
            speech && clause.is_none()
                || attribution::is_whole(words, quote)
                || attribution.as_ref().is_some_and(|a| a.announced)
        };
        if attribution::goes_on(words, &marked, index)
            && let Some(Mention {
                span,
                value: Value::Quotation(quotation),
                ..
            }) = mentions.last_mut()
            && quotation.form == Form::Direct
        {
            *span = span.join(quote.outer);
            quotation.content.extend(quote.parts.iter().copied());
            continue;
        }
        mentions.push(Mention {
            sentence: words.list[quote.first].sentence,
            span: quote.outer,
            value: Value::Quotation(Quotation {
                form: if whole { Form::Direct } else { Form::Mixed },
                content: quote.parts.clone(),
                clause: clause.filter(|_| !whole).map(|(span, _)| span),
                cue: attribution.as_ref().and_then(|a| a.cue),
                speaker: attribution.as_ref().and_then(|a| a.speaker.clone()),
            }),
        });
        before = attribution;
    }
    // Clauses with marked words inside are told by those words.
    let told = |clause: &Mention| {
        let next = mentions.partition_point(|m| m.span.start < clause.span.start);
        mentions
            .iter()
            .skip(next.saturating_sub(1))
            .take_while(|m| m.span.start < clause.span.end)
            .any(|m| m.span.overlaps(clause.span))
    };
    let untold: Vec<Mention> = clauses
        .iter()
        .filter(|clause| !told(clause))
        .cloned()
        .collect();
    mentions.extend(untold);
    mentions.sort_by_key(|mention| mention.span);
    resolve::resolve(words, &speakers, &mut mentions);
    mentions
}

/// The reported clause in which marked words stand.
fn clause_of(clauses: &[Mention], marked: Span) -> Option<(Span, &Quotation)> {
    let next = clauses.partition_point(|clause| clause.span.end < marked.start);
    let clause = clauses.get(next)?;
    match &clause.value {
        Value::Quotation(said)
            if clause.span.start <= marked.start && marked.end <= clause.span.end + MARK =>
        {
            Some((clause.span.join(marked), said))
        }
        _ => None,
    }
}

/// A closing mark at the end of a clause is no part of it; no mark is longer than this.
const MARK: usize = 3;
