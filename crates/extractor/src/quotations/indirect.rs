//! Reported speech without marks: "said that …", "…, he said", "according to …".
//!
//! Precision comes first: a clause counts only with a cue, a speaker beside it and a sign of where
//! the clause begins (a complementiser, a comma, the pack's place of the verb).

use super::by_phrase::{by_phrase, viewed};
use super::chain;
use super::clause_close::{self, without_quotative};
use super::clauses::{infinitive, opens, verbal_noun};
use super::governed;
use super::headline;
use super::marks::Marked;
use super::nominal;
use super::reports;
use super::saying;
use super::speakers::Named;
use super::verb_final::verb_final;
use super::verb_first;
use super::verb_inside::verb_inside;
use super::verb_second::{self, back};
use crate::lexicon::{Classes, Side, Takes};
use crate::words::{Shape, Words, is_hangul};
use crate::{Form, Mention, Quotation, Speaker, Value};
use lang::VerbPlace;
use segmenter::Span;

/// A clause has at least this many words: "he said so" reports nothing.
pub(super) const LEAST_WORDS: usize = 4;

/// A word of so many bytes may be all of a clause with what opens it.
const VERB: usize = 5;

/// What an infinitive reports has at least so many words.
const PROMISE: usize = 2;

/// How far after the cue its clause may begin: "told reporters in Beijing on Tuesday that".
pub(super) const REACH: usize = 12;

/// The reported clauses of a document, as indirect quotations: those without marks, and those
/// with marked words inside, which [`super::find`] joins with them. A clause that is little else
/// than marked words is none.
pub(super) fn find(words: &Words, named: &Named, marked: &[Marked]) -> Vec<Mention> {
    let mut inside = vec![false; words.list.len()];
    for quote in marked {
        inside[quote.first..=quote.last].fill(true);
    }
    let mut mentions = Vec::new();
    let mut start = 0;
    while start < words.list.len() {
        let sentence = words.list[start].sentence;
        let end = start
            + words.list[start..]
                .iter()
                .take_while(|word| word.sentence == sentence)
                .count();
        in_sentence(words, named, &inside, start, end, &mut mentions);
        start = end;
    }
    mentions
}

/// How far after a verb that takes an object a clause may begin: "denied on Tuesday that".
pub(super) const OBJECT: usize = 3;

/// A clause more than this many tenths of which stand in marks is direct speech.
const MARKED: usize = 7;

/// A clause of a sentence with what reports it.
pub(super) struct Report {
    pub(super) content: (usize, usize),
    /// What stands before "…, he said, …", which the content goes on with.
    pub(super) before: Option<(usize, usize)>,
    /// None where a colon does what a verb would.
    pub(super) cue: Option<usize>,
    /// Nobody where the verb alone tells the person.
    pub(super) speaker: Option<Speaker>,
}

impl Report {
    /// A clause that the word `cue` reports, all of it in one piece.
    pub(super) fn of(content: (usize, usize), cue: usize, speaker: Option<Speaker>) -> Self {
        Self {
            content,
            before: None,
            cue: Some(cue),
            speaker,
        }
    }
}

/// The clauses that the sentence of words `start..end` reports, the outer ones only.
fn in_sentence(
    words: &Words,
    named: &Named,
    inside: &[bool],
    start: usize,
    end: usize,
    mentions: &mut Vec<Mention>,
) {
    let end = (start..end)
        .rev()
        // "un 30 %"
        .find(|&i| !words.list[i].is_mark() || inside[i] || words.mark(i) == Some('%'))
        .map_or(start, |last| last + 1);
    if let Some((found, _)) =
        headline::report(words, named, start, end).and_then(|report| mention(words, inside, report))
    {
        mentions.push(found);
        return;
    }
    if words.lexicon.has_clauses() {
        reports::in_sentence(words, named, inside, start..end, mentions);
        return;
    }
    if verb_second::reads(words) {
        verb_second::in_sentence(words, named, inside, start..end, mentions);
        return;
    }
    if let Some(report) = back::sentence_before(words, named, inside, &(start..end), mentions)
        && let Some(found) = reports::mention(words, inside, &report)
    {
        mentions.push(found);
        return;
    }
    if let Some((found, _)) =
        viewed(words, named, start, end).and_then(|report| mention(words, inside, report))
    {
        mentions.push(found);
        return;
    }
    let mut from = start;
    let mut cue = start;
    while cue < end {
        let report = words.entry(cue).filter(|_| !inside[cue]).and_then(|entry| {
            if entry.classes.has(Classes::ATTRIBUTION) && entry.side != Side::None {
                by_phrase(words, named, from, cue, end)
            } else if entry.classes.has(Classes::VERB)
                && !entry.takes.only_marks()
                && !governed::is_infinitive(words, cue)
                && !chain::names(words, cue)
            {
                match words.lexicon.pack.meta.verb {
                    VerbPlace::Final => verb_final(words, named, from, cue, end),
                    _ => nominal::report(words, named, from, cue, end)
                        .or_else(|| verb_inside(words, named, from, cue, end)),
                }
            } else {
                None
            }
        });
        let report = report.or_else(|| {
            let saying = !inside[cue] && !words.is(cue, Classes::VERB);
            saying.then(|| saying::report(words, named, from, cue, end))?
        });
        match report.and_then(|report| mention(words, inside, report)) {
            Some((found, last)) => {
                mentions.push(found);
                cue = last.max(cue + 1);
                from = cue;
            }
            // Of "ha detto" both words are verbs.
            None if words.is(cue, Classes::VERB) => cue = words.after(cue),
            None => cue += 1,
        }
    }
}

/// The mention that a report makes, and the word after what it takes.
fn mention(words: &Words, inside: &[bool], report: Report) -> Option<(Mention, usize)> {
    let (mut first, last) = report.content;
    // 会社「…」は…: a content that begins inside marks begins behind them.
    let mut behind = first;
    while behind < last && behind > 0 && inside[behind] && inside[behind - 1] {
        behind += 1;
    }
    if behind > first && behind + 1 < last && words.is(behind, Classes::SUBJECT) {
        first = behind + 1;
    }
    let text = words.document.article.text.as_str();
    let count = (first..last)
        .map(|i| match words.list[i].shape {
            Shape::Mark(_) => 0,
            // Two unspaced letters make about a word, and so do two syllables of Hangul.
            _ if !words.lexicon.is_spaced()
                || words.list[i].span.of(text).starts_with(is_hangul) =>
            {
                words.list[i].span.len().div_ceil(6)
            }
            _ => 1,
        })
        .sum::<usize>();
    // "подать протест", "recorrer à Justiça": what somebody promises to do may be short.
    let to = report.cue.is_some_and(|cue| {
        let takes = words.entry(cue).map(|entry| entry.takes);
        takes.is_some_and(|takes| {
            takes.has(Takes::INFINITIVE)
                && (infinitive(words, first, last).is_some()
                    || verbal_noun(words, first, last) == Some(first))
                // "از پیشرفت مذاکرات خبر داد"
                || takes.has(Takes::NOMINAL) && nominal::leads(words, first)
        })
    });
    let least = if to || clause_close::ends_clause(words, last - 1) {
        PROMISE
    } else if chain::opens_with_noun(words)
        && report.before.is_none()
        // "diz que vai recorrer", "Murieron 14 personas, precisó el jefe"
        && (opens(words, first)
            || report.cue.is_some_and(|cue| {
                // "Secondo l'astronomo, servono altre osservazioni"
                let phrase = words.is(cue, Classes::ATTRIBUTION) && first > 0 && comma(words, first - 1);
                last < cue || cue < first && phrase
            }))
    {
        // "adelantó que recurrirá"
        let verb = first + 2 == last
            && opens(words, first)
            && words.list[first + 1].span.len() >= VERB
            && !words.is(first + 1, Classes::STOP);
        least_words(words) - 1 - usize::from(verb)
    } else {
        least_words(words)
    };
    // "שחייליה": what opens the clause is written onto its first word.
    let opener = &words.list[first];
    // "שהמכשיר": also onto one that no list knows without it.
    // "أنها ستستأنفه": one that holds the subject is a word of the clause.
    let subject = words.lexicon.ends_as("owned", words.core(first));
    let own = words.is(first, Classes::COMPLEMENTISER) && !(subject && verb_first::reads(words))
        || opener.core.start == opener.span.start && words.lexicon.definite().is_none();
    let count = count + usize::from(!own && opens(words, first));
    let in_marks = inside[first..last].iter().filter(|&&inside| inside).count();
    if count < least || 10 * in_marks > MARKED * (last - first) {
        return None;
    }
    let content = without_quotative(
        words,
        words.list[first].span.join(words.list[last - 1].span),
    );
    let before = report
        .before
        .map(|(first, last)| words.list[first].span.join(words.list[last - 1].span));
    let cue = report.cue.map(|cue| (cue, words.after(cue) - 1));
    let found = Mention {
        sentence: words.list[first].sentence,
        span: before.map_or(content, |before| before.join(content)),
        value: Value::Quotation(Quotation {
            form: Form::Indirect,
            content: before.into_iter().chain([content]).collect(),
            clause: None,
            cue: cue.map(|(first, last)| cue_span(words, first, last)),
            speaker: report.speaker,
        }),
    };
    Some((found, last.max(cue.map_or(0, |(_, last)| last + 1))))
}

/// A clause has fewer words where articles and endings are written onto them.
pub(super) fn least_words(words: &Words) -> usize {
    if words.lexicon.has_determiners() {
        LEAST_WORDS
    } else {
        LEAST_WORDS - 1
    }
}

fn cue_span(words: &Words, first: usize, last: usize) -> Span {
    words.list[first].core.join(words.list[last].core)
}

pub(super) fn comma(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(',' | '،' | '，' | '、'))
}
