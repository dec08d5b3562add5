//! Quotations: who said what, in whose words.
//!
//! [`marks`] pairs quotation marks, [`attribution`] finds the cue and the speaker of each pair,
//! [`indirect`] reads reported clauses, [`speakers`] reads noun phrases, [`resolve`] finds
//! out who they are inside the article. Doubt stays visible: a quotation whose speaker cannot be
//! told has none.

mod attribution;
mod indirect;
mod marks;
mod resolve;
mod speakers;

use crate::words::Words;
use crate::{Form, Mention, Quotation, Value};

/// The quotations of a document, with speakers found among `names` where they can be.
pub(crate) fn find(words: &Words, names: &[Mention]) -> Vec<Mention> {
    let marked = marks::pair(words);
    let speakers = speakers::Named::new(words, names);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut before: Option<attribution::Attribution> = None;
    for (index, quote) in marked.iter().enumerate() {
        let found = attribution::of(words, &speakers, &marked, index);
        let speech = quote.is_sentence || quote.words >= attribution::SPEECH_WORDS;
        let whole = speech || attribution::is_whole(words, quote);
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
        let joined = quote.joins_previous && before.is_some();
        if joined
            && let Some(Mention {
                span,
                value: Value::Quotation(quotation),
                ..
            }) = mentions.last_mut()
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
                cue: attribution.as_ref().and_then(|a| a.cue),
                speaker: attribution.as_ref().and_then(|a| a.speaker.clone()),
            }),
        });
        before = attribution;
    }
    mentions.extend(indirect::find(words, &speakers, &marked));
    mentions.sort_by_key(|mention| mention.span);
    resolve::resolve(words, &speakers, &mut mentions);
    mentions
}
