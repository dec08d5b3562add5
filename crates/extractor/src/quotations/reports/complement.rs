//! What a reporting word takes: where the reported words start.

use super::super::speakers::{subject_left, subject_right};
use super::{CLAUSE_WORDS, Clauses, OBJECT_WORDS, REACH, REPORTING, Report};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Entry, Role, Side, Takes};
use crate::words::Shape;

impl Clauses<'_> {
    /// The first word of the clause that opens at word `from`, behind marks and joining words.
    pub(super) fn opening(&self, from: usize) -> usize {
        let mut first = from;
        while first < self.end
            && first < from + 3
            && !self.inside[first]
            && (self.words.list[first].is_mark() || self.role(first) == Role::Coordinator)
        {
            first += 1;
        }
        first
    }

    /// Where what the verb takes begins, and how many words it must have.
    pub(super) fn complement(&self, after: usize, takes: Takes) -> Option<(usize, usize)> {
        if after >= self.end {
            return None;
        }
        let mut next = after;
        while next < self.end
            && next < after + 4
            && !self.inside[next]
            && (self.role(next) == Role::Time || self.ending(next) == Some(Ending::Adverb))
        {
            next += 1;
        }
        let next = next.min(self.end - 1);
        let reach = if takes.has(Takes::OBJECT) && !takes.has(Takes::CLAUSE) {
            2
        } else if self.words.is(next, Classes::PRONOUN) && !takes.has(Takes::PERSON) {
            0
        } else {
            REACH
        };
        // "said, however, that"
        if self.comma(next)
            && takes.has(Takes::THAT)
            && let Some(close) = (next + 1..self.end.min(next + 8)).find(|&i| self.comma(i))
            && self.words.is(close + 1, Classes::COMPLEMENTISER)
        {
            return Some((close + 1, CLAUSE_WORDS));
        }
        if takes.has(Takes::THAT) {
            let opener = (next..self.end.min(next + reach))
                .take_while(|&i| {
                    !self.inside[i]
                        && (!self.words.is(i, REPORTING)
                            || self.words.is(i, Classes::COMPLEMENTISER))
                        && (i == next || self.role(i) != Role::Be)
                })
                .find(|&i| {
                    self.words.is(i, Classes::COMPLEMENTISER)
                        || i <= next + 1
                            && self.role(i) == Role::Question
                            && takes.has(Takes::QUESTION)
                });
            if let Some(first) = opener {
                return Some((first, CLAUSE_WORDS));
            }
        }
        if takes.has(Takes::QUESTION) && matches!(self.role(next), Role::Question | Role::Relative)
        {
            return Some((next, CLAUSE_WORDS));
        }
        if takes.has(Takes::INFINITIVE) {
            let found = (next..self
                .end
                .min(next + if takes.has(Takes::PERSON) { 6 } else { 1 }))
                .take_while(|&i| !self.inside[i] && !self.comma(i))
                .find(|&i| self.role(i) == Role::Infinitive);
            if let Some(first) = found {
                let first = if takes.has(Takes::PERSON) {
                    next
                } else {
                    first
                };
                return Some((first, OBJECT_WORDS));
            }
        }
        if matches!(self.words.mark(next), Some(':' | '：')) && !self.inside[next] {
            let open = self.inside.get(next + 1).is_some_and(|inside| !inside);
            return (open && next + 1 < self.end).then_some((next + 1, CLAUSE_WORDS));
        }
        if takes.has(Takes::CLAUSE) {
            if takes.has(Takes::PERSON) {
                return None;
            }
            if self.comma(next) {
                return None;
            }
            let opens = self.words.is(
                next,
                Classes::PRONOUN
                    .and(Classes::DETERMINER)
                    .and(Classes::SOURCE),
            ) || self.words.list[next].is_capital() && self.role(next) != Role::Time
                || self.inside[next]
                || self.words.list[next].shape == Shape::Number
                || !self.words.is(next, Classes::PREPOSITION)
                    && matches!(
                        self.role(next),
                        Role::None | Role::Question | Role::Subordinator
                    );
            // "…, said Lin Jian, the minister": no clause without a verb.
            let named = self.comma(after.saturating_sub(2)) && !self.finite(next..self.end);
            if opens && !named && (self.inside[next] || !self.words.list[next].is_mark()) {
                return Some((next, CLAUSE_WORDS));
            }
        } else if takes.has(Takes::PERSON) && takes.has(Takes::THAT) {
            return self.past_listener(next).map(|first| (first, CLAUSE_WORDS));
        }
        if takes.has(Takes::OBJECT) && next == after {
            let opens = self.inside[next]
                || !self.words.list[next].is_mark()
                    && matches!(
                        self.role(next),
                        Role::None | Role::Relative | Role::Question
                    )
                    && (!self.words.is(next, Classes::PREPOSITION)
                        || self.words.is(next, Classes::DETERMINER));
            if opens {
                return Some((next, OBJECT_WORDS));
            }
        }
        None
    }

    /// The word after whom something is told, where a clause follows.
    pub(super) fn past_listener(&self, after: usize) -> Option<usize> {
        let mut i = after;
        let mut listened = false;
        while i < self.end && i < after + 5 {
            if self.inside[i] || self.comma(i) {
                return None;
            }
            let opens = self.words.is(i, Classes::PRONOUN.and(Classes::DETERMINER));
            if listened && opens {
                return Some(i);
            }
            if let Some((mention, _)) = self.named.at(i) {
                if listened {
                    return Some(i);
                }
                i = self
                    .words
                    .list
                    .partition_point(|word| word.span.start < mention.span.end);
                listened = true;
                continue;
            }
            listened |= !self.words.is(i, Classes::DETERMINER);
            i = self.after(i);
        }
        None
    }

    /// "the claim that", "Mr Lin's call for", "is confident that".
    pub(super) fn governed(&self, cue: usize, entry: &Entry) -> Option<Report> {
        let next = self.after(cue);
        if next >= self.end || self.inside[next] || cue == self.from {
            return None;
        }
        let opener = self.words.core(next);
        let that = self.words.is(next, Classes::COMPLEMENTISER);
        let governs = |word: &str| {
            entry
                .governs
                .split_whitespace()
                .any(|governed| governed == word)
        };
        let fits = that && governs("that")
            || self.role(next) == Role::Question && governs("wh")
            || governs(opener);
        if !fits {
            return None;
        }
        let infinitive = self.role(next) == Role::Infinitive;
        let first = if that || infinitive || self.role(next) == Role::Question {
            next
        } else {
            next + 1
        };
        let speaker = if entry.classes.has(Classes::MOOD) && !entry.classes.has(Classes::CLAIM) {
            let be = self.group(cue);
            (self.role(be) == Role::Be || be > self.from)
                .then(|| self.subject(be, cue))
                .flatten()?
        } else {
            // Whose claim it is: "Mr Lin's", "his".
            let owner = (self.from..cue)
                .rev()
                .take(4)
                .find(|&i| self.possessive(i))?;
            self.named
                .at(owner)
                .map(|(mention, name)| Speaker {
                    span: mention.span,
                    name: Some(name.name.clone()),
                })
                .or_else(|| {
                    Some(Speaker {
                        span: self.words.list[owner].core,
                        name: None,
                    })
                })?
        };
        let object = !that && self.role(next) != Role::Question;
        let last = self.content_end(first, cue, object);
        let least = if object { OBJECT_WORDS } else { CLAUSE_WORDS };
        self.make(first..last, least, cue, Some(speaker))
    }

    /// "According to X, …", "…, according to X".
    pub(super) fn phrase(&self, cue: usize, entry: &Entry) -> Option<Report> {
        let after = self.after(cue);
        let speaker = if entry.side == Side::Left {
            subject_left(self.words, self.named, cue, self.from)
        } else {
            subject_right(self.words, self.named, after, self.end)
                .or_else(|| self.noun_right(after))
        }?;
        let behind = self
            .words
            .list
            .partition_point(|word| word.span.start < speaker.span.end);
        let close = (behind..self.end).find(|&i| self.comma(i));
        let opens = cue <= self.from + 2
            || matches!(self.role(cue - 1), Role::Coordinator)
            || self.role(self.from) == Role::Coordinator && cue <= self.from + 3;
        if opens {
            let first = close? + 1;
            let last = self.content_end(first, cue, false);
            return self.make(first..last, CLAUSE_WORDS, cue, Some(speaker));
        }
        if self.inside[cue - 1] {
            return None;
        }
        let before = if self.comma(cue - 1) || self.dash(cue - 1) {
            cue - 1
        } else {
            cue
        };
        let content = self.opening(self.from)..before;
        let stop = close.unwrap_or(self.end);
        let mut report = self.make(content, CLAUSE_WORDS, cue, Some(speaker))?;
        report.next = stop;
        Some(report)
    }

    /// Whether a new report opens at word `i`: "adding", "according to", "he said".
    pub(super) fn starts_report(&self, i: usize) -> bool {
        let mut i = i;
        let mut joined = false;
        while i < self.end
            && (matches!(
                self.role(i),
                Role::Coordinator | Role::Subordinator | Role::Concession
            ) || self.ending(i) == Some(Ending::Adverb))
        {
            joined |= self.role(i) != Role::None;
            i += 1;
        }
        if i >= self.end || self.inside[i] {
            return false;
        }
        let reports = |i: usize| self.words.is(i, REPORTING.and(Classes::ATTRIBUTION));
        if self.participle(i) {
            return self.words.entry(i).is_some_and(|entry| {
                entry.classes.has(Classes::VERB) || !entry.takes.only_marks()
            });
        }
        if self.words.is(i, Classes::ATTRIBUTION) {
            return true;
        }
        if !joined && reports(i) {
            return true;
        }
        if joined && self.words.is(i, Classes::VERB) && self.is_verb_form(i) {
            return true;
        }
        // A subject with its own verb of speech.
        (i + 1..self.end.min(i + REACH))
            .take_while(|&k| {
                !self.inside[k]
                    && !self.comma(k)
                    && !self.words.is(k, Classes::COMPLEMENTISER)
                    && !matches!(self.role(k), Role::Be | Role::Infinitive)
            })
            .any(|k| {
                self.words
                    .is(k, if joined { REPORTING } else { Classes::VERB })
                    && self.words.entry(k).is_some_and(|entry| {
                        (joined || entry.takes.has(Takes::CLAUSE.and(Takes::PERSON)))
                            && self.is_verb(k, entry) == Some(false)
                    })
                    && !self.participle(k)
            })
    }
}
