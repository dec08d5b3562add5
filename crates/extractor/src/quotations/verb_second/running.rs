//! Sentences in the mood of reported speech whose own words name no report: they go on with what
//! was reported before.

use super::super::reports::Report;
use super::super::speakers::subject_right;
use super::Clauses;
use crate::lexicon::{Classes, Role};
use crate::words::Words;
use crate::{Mention, Value};
use std::ops::Range;

/// Joins a sentence that goes on with what is reported to the one before it, where that one does
/// so too, as the sentences between two quotation marks are one quotation.
pub(super) fn runs_on(
    words: &Words,
    inside: &[bool],
    range: &Range<usize>,
    mentions: &mut [Mention],
) -> bool {
    let Some(before) = mentions.last_mut() else {
        return false;
    };
    let Value::Quotation(said) = &mut before.value else {
        return false;
    };
    let paragraph = |sentence: usize| words.document.sentences.get(sentence).map(|s| s.paragraph);
    let here = words.list[range.start].sentence;
    let last = words.list[range.start - 1].span;
    let joins = said.cue.is_none()
        && said.speaker.is_none()
        && paragraph(before.sentence) == paragraph(here)
        && before.span.end + 2 >= last.start
        && !range.clone().any(|i| inside[i])
        && !inside[range.start - 1]
        && !words
            .list
            .iter()
            .zip(inside)
            .skip(words.at(before.span.start))
            .take_while(|(word, _)| word.span.start < before.span.end)
            .any(|(_, inside)| *inside);
    if joins {
        let span = words.list[range.start]
            .span
            .join(words.list[range.end - 1].span);
        said.content.push(span);
        before.span = before.span.join(span);
    }
    joins
}

impl Clauses<'_> {
    /// The whole sentence, which nobody beside it reports.
    pub(super) fn whole(&self) -> Option<Report> {
        let mut report = self.make(self.start..self.end, self.start, None)?;
        report.cue = self.start..self.start;
        Some(report)
    }

    /// Whether the main clause stands in the mood: what was reported before goes on. Behind a
    /// report the conditional forms, which stand for those of the mood that sound like others,
    /// tell it too.
    pub(super) fn goes_on(&self, follows: bool) -> bool {
        let mut first = self.opening(self.start);
        let mut segments = 0;
        while first < self.end && segments < 4 {
            let close = self.close(first);
            let finite = (first..close)
                .find(|&i| self.listed(i))
                .or_else(|| (first..close).find(|&i| self.behind_noun(i)));
            match finite {
                Some(_) if self.hangs(first) || self.relative(first) => {}
                Some(verb) => {
                    // "soll gesagt haben"
                    let hearsay = || {
                        self.role(verb) == Role::Hearsay
                            && verb + 1 < close
                            && matches!(self.role(close - 1), Role::Infinitive | Role::Finite)
                    };
                    return self.mood(verb)
                        || follows && self.role(verb) == Role::Conditional
                        || hearsay();
                }
                None => {}
            }
            first = close + 1;
            segments += 1;
        }
        false
    }

    /// "legte Beschwerde ein, weil …", "mit der Begründung, die Frist sei abgelaufen": a clause in
    /// the mood behind a main clause that stands in none, with no listed verb.
    pub(super) fn unlisted(&self) -> Option<Report> {
        let comma = (self.start + 2..self.end).find(|&i| {
            let close = self.close(i + 1);
            (self.comma(i) || matches!(self.words.mark(i), Some(':')))
                && !self.inside[i]
                && (i + 1..close).any(|k| self.mood(k))
        })?;
        let first = comma + 1;
        let speaker = subject_right(self.words, self.named, self.start, comma);
        let cue = (self.start..comma)
            .rev()
            .find(|&i| self.words.is(i, Classes::VERB))
            .unwrap_or(comma);
        let mut report = self.make(first..self.content_end(first), cue, speaker)?;
        if cue == comma {
            report.cue = cue..cue;
        }
        Some(report)
    }
}
