//! Reported speech without marks: "said that …", "…, he said", "according to …".
//!
//! Precision comes first: a clause counts only with a cue, a speaker beside it and a sign of where
//! the clause begins (a complementiser, a comma, the pack's place of the verb).

use super::marks::Marked;
use super::speakers::{Named, subject_left, subject_right};
use crate::lexicon::{Classes, Side, Takes};
use crate::words::Words;
use crate::{Form, Mention, Quotation, Speaker, Value};
use lang::VerbPlace;
use segmenter::Span;

/// A clause has at least this many words: "he said so" reports nothing.
const LEAST_WORDS: usize = 4;

/// How far after the cue its clause may begin: "told reporters in Beijing on Tuesday that".
const REACH: usize = 12;

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
        mentions.extend(in_sentence(words, named, &inside, start, end));
        start = end;
    }
    mentions
}

/// A clause more than this many tenths of which stand in marks is direct speech.
const MARKED: usize = 7;

/// A clause of a sentence with what reports it.
struct Report {
    content: (usize, usize),
    cue: usize,
    /// Nobody where the verb alone tells the person.
    speaker: Option<Speaker>,
}

/// The first clause that the sentence of words `start..end` reports.
fn in_sentence(
    words: &Words,
    named: &Named,
    inside: &[bool],
    start: usize,
    end: usize,
) -> Option<Mention> {
    let end = (start..end)
        .rev()
        .find(|&i| !words.list[i].is_mark())
        .map_or(start, |last| last + 1);
    let report = (start..end).find_map(|cue| {
        if inside[cue] {
            return None;
        }
        let entry = words.entry(cue)?;
        if entry.classes.has(Classes::ATTRIBUTION) && entry.side != Side::None {
            by_phrase(words, named, start, cue, end)
        } else if entry.classes.has(Classes::VERB) && entry.takes != Takes::Quote {
            match words.lexicon.pack.meta.verb {
                VerbPlace::Final => verb_final(words, named, start, cue, end),
                _ => verb_inside(words, named, start, cue, end),
            }
        } else {
            None
        }
    })?;
    let (first, last) = report.content;
    let count = (first..last)
        .map(|i| match words.list[i].shape {
            crate::words::Shape::Mark(_) => 0,
            // Two unspaced letters make about a word.
            _ if words.lexicon.pack.meta.words != lang::Strategy::Spaces => {
                words.list[i].span.len().div_ceil(6)
            }
            _ => 1,
        })
        .sum::<usize>();
    let in_marks = inside[first..last].iter().filter(|&&inside| inside).count();
    if count < LEAST_WORDS || 10 * in_marks > MARKED * (last - first) {
        return None;
    }
    let content = words.list[first].span.join(words.list[last - 1].span);
    let cue_end = report.cue + words.list[report.cue].reach - 1;
    Some(Mention {
        sentence: words.list[first].sentence,
        span: content,
        value: Value::Quotation(Quotation {
            form: Form::Indirect,
            content: vec![content],
            clause: None,
            cue: Some(cue_span(words, report.cue, cue_end)),
            speaker: report.speaker,
        }),
    })
}

fn cue_span(words: &Words, first: usize, last: usize) -> Span {
    words.list[first].core.join(words.list[last].core)
}

fn comma(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(',' | '،' | '，' | '、'))
}

/// "According to X, …", "…, according to X", "Xによると、…".
fn by_phrase(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = cue + words.list[cue].reach;
    let left = words.entry(cue)?.side == Side::Left;
    let speaker = if left {
        subject_left(words, named, cue, start)?
    } else {
        subject_right(words, named, after, end)?
    };
    let opens = left || cue <= start + 1;
    let content = if opens {
        let boundary =
            (after..end).find(|&i| comma(words, i) && words.list[i].span.start >= speaker.span.end);
        let first = match boundary {
            Some(i) => i + 1,
            None if left => after,
            None => words
                .list
                .partition_point(|word| word.span.end <= speaker.span.end),
        };
        (first, end)
    } else {
        // Only at the end of the sentence: what follows would be another clause.
        let rest = (after..end)
            .filter(|&i| words.list[i].span.start > speaker.span.end)
            .count();
        if rest > 6 {
            return None;
        }
        (start, if comma(words, cue - 1) { cue - 1 } else { cue })
    };
    (content.0 < content.1).then_some(Report {
        content,
        cue,
        speaker: Some(speaker),
    })
}

/// Verb and clause in languages whose verb opens the clause or follows the subject.
fn verb_inside(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = cue + words.list[cue].reach;
    let takes = words.entry(cue)?.takes;
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    // "…, he said." and "…, said Lin Jian on Tuesday."
    let comma_before = (start..cue)
        .rev()
        .take(REACH)
        .find(|&i| comma(words, i))
        .filter(|&i| i >= start + LEAST_WORDS);
    if let Some(before) = comma_before
        && takes == Takes::Clause
        && !verb_first
        && !(after..end)
            .any(|i| comma(words, i) || words.is(i, Classes::COMPLEMENTISER.and(Classes::VERB)))
    {
        let between = cue - before - 1;
        let rest = end.saturating_sub(after);
        let speaker = if between == 0 && rest > 0 {
            subject_right(words, named, after, end)
        } else if rest <= 6 {
            subject_left(words, named, cue, before + 1)
        } else {
            None
        };
        // A long way to the verb is an apposition, not "…, he said".
        if let Some(speaker) = speaker
            && between <= 6
        {
            return Some(Report {
                content: (start, before),
                cue,
                speaker: Some(speaker),
            });
        }
    }
    // "وقال إن": no subject between the verb and its clause, and none before the verb.
    let implied = (words.is(after, Classes::COMPLEMENTISER)
        || words.is(after + 1, Classes::COMPLEMENTISER) && words.is(after, Classes::STOP))
        && (cue <= start + 1 || words.list[cue - 1].is_mark());
    let speaker = if implied {
        None
    } else if verb_first {
        Some(subject_right(words, named, after, end)?)
    } else {
        Some(
            subject_left(words, named, cue, start)
                .or_else(|| subject_right(words, named, after, end.min(after + REACH)))?,
        )
    };
    let opener = (after..end.min(after + REACH))
        .take_while(|&i| !words.is(i, Classes::VERB) || words.is(i, Classes::COMPLEMENTISER))
        .find(|&i| words.is(i, Classes::COMPLEMENTISER));
    let first = match opener {
        Some(first) => first,
        None if takes != Takes::Clause || verb_first => return None,
        None if comma(words, after) => after + 1,
        None => {
            let spaced = words.lexicon.pack.meta.words == lang::Strategy::Spaces;
            let next = words.list.get(after)?;
            // A bare clause begins with its subject.
            let clause = !spaced
                || words.is(after, Classes::PRONOUN)
                || next.is_capital()
                || words.is(after, Classes::DETERMINER)
                || words.is(after, Classes::SOURCE);
            if !clause || words.list[after].is_mark() {
                return None;
            }
            after
        }
    };
    let outside = speaker
        .as_ref()
        .is_none_or(|speaker| speaker_is_outside(words, speaker, first, end));
    (first < end && outside).then_some(Report {
        content: (first, end),
        cue,
        speaker,
    })
}

/// "Xは、…と述べた", "X ने कहा कि …", "X, … söyledi".
fn verb_final(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = cue + words.list[cue].reach;
    let speaker = subject_first(words, named, start, cue)?;
    let opener = words.is(after, Classes::COMPLEMENTISER);
    let content = if opener {
        (after, end)
    } else {
        let mut first = words
            .list
            .partition_point(|word| word.span.start < speaker.span.end);
        while first < cue && (words.is(first, Classes::SUBJECT) || words.list[first].is_mark()) {
            first += 1;
        }
        (first, cue)
    };
    (content.0 < content.1).then_some(Report {
        content,
        cue,
        speaker: Some(speaker),
    })
}

/// The first noun phrase of the clause that can speak.
fn subject_first(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let speaker = subject_right(words, named, start, cue)?;
    // A subject opens its clause.
    let before = words
        .list
        .get(start..cue)?
        .iter()
        .filter(|word| word.span.end <= speaker.span.start)
        .count();
    (before <= 4).then_some(speaker)
}

fn speaker_is_outside(words: &Words, speaker: &Speaker, first: usize, end: usize) -> bool {
    let content = words.list[first].span.join(words.list[end - 1].span);
    !content.overlaps(speaker.span)
}
