//! Where a reported clause ends.

use super::{Clauses, REACH, REPORTING};
use crate::lexicon::{Classes, Ending, Role};
use crate::words::Shape;
use std::ops::Range;

impl Clauses<'_> {
    /// The word after the clause or object that begins at `first`.
    pub(super) fn content_end(&self, first: usize, cue: usize, object: bool) -> usize {
        let group = self.group(cue);
        let opening = self.clause_role(group);
        // "While he says …, she": the comma ends the first clause; "who said …, left" too.
        let hanging = matches!(
            opening,
            Role::Subordinator | Role::Concession | Role::Relative
        );
        let dashed = (self.start..cue).filter(|&i| self.dash(i)).count() % 2 == 1;
        let mut brackets = 0usize;
        let mut linked = matches!(self.role(first), Role::Relative | Role::Question);
        let past = !self.participle(cue) && self.ending(cue) != Some(Ending::Third);
        for i in first + 1..self.end {
            if self.inside[i] {
                continue;
            }
            let next = i + 1;
            match self.words.mark(i) {
                Some('(' | '[') => brackets += 1,
                Some(')' | ']') => {
                    if brackets == 0 {
                        return i;
                    }
                    brackets -= 1;
                }
                Some(';') => {
                    if !self.words.is(next, Classes::COMPLEMENTISER) {
                        return i;
                    }
                }
                Some(',' | '،') => {
                    if object && !self.lists(next)
                        || hanging && self.finite(first..i)
                        || self.comma_ends(first, next)
                    {
                        return i;
                    }
                }
                Some(_) if self.dash(i) => {
                    if dashed || object || self.role(next) == Role::Coordinator {
                        return i;
                    }
                }
                Some(_) => {}
                None => {
                    if self.role(i) == Role::Coordinator && i + 1 < self.end {
                        let verb = if self.adverb(next) { next + 1 } else { next };
                        let same = self.words.entry(verb).is_some_and(|entry| {
                            entry.classes.has(Classes::VERB)
                                && !self.inside[verb]
                                && verb < self.end
                                && self.participle(verb) == self.participle(cue)
                                && (self.ending(verb) == Some(Ending::Third)) != past
                        });
                        if same || !self.participle(next) && self.starts_report(next) {
                            return i;
                        }
                    }
                    if object {
                        linked |= matches!(self.role(i), Role::Relative | Role::Question)
                            || self.words.is(i, Classes::COMPLEMENTISER);
                        let verb = (self.role(i) == Role::Be || self.has(i))
                            && self.role(i - 1) != Role::Infinitive;
                        let hangs = matches!(self.role(i), Role::Subordinator | Role::Concession)
                            && i > first;
                        if verb && !linked || hangs || self.adjunct(i) {
                            return i;
                        }
                    }
                }
            }
        }
        self.end
    }

    /// Whether the comma before word `next` parts a list: "trade, jobs and Israel".
    pub(super) fn lists(&self, next: usize) -> bool {
        (next + 1..self.end.min(next + 5))
            .take_while(|&i| {
                !self.inside[i]
                    && !self.words.is(i, REPORTING.and(Classes::PRONOUN))
                    && (self.role(i) == Role::None || self.role(i) == Role::Coordinator)
            })
            .any(|i| self.comma(i) || self.role(i) == Role::Coordinator)
    }

    /// How the clause opens in which the verb group at `group` stands.
    pub(super) fn clause_role(&self, group: usize) -> Role {
        let floor = self.from.max(group.saturating_sub(REACH));
        for i in (floor..group).rev() {
            if self.inside[i] || self.words.list[i].is_mark() {
                return Role::None;
            }
            if matches!(
                self.role(i),
                Role::Subordinator | Role::Concession | Role::Relative
            ) {
                return self.role(i);
            }
        }
        Role::None
    }

    /// Whether the comma before word `next` ends a reported clause.
    pub(super) fn comma_ends(&self, first: usize, next: usize) -> bool {
        if next >= self.end || self.inside[next] {
            return false;
        }
        match self.role(next) {
            Role::Relative | Role::Concession => true,
            Role::Subordinator => false,
            // A new clause with its own subject, where the clause before it is complete.
            _ if self.words.is(next, Classes::PRONOUN) => {
                self.finite(first..next - 1) && !self.hanging(first)
            }
            _ => self.starts_report(next),
        }
    }

    /// Whether the clause opens with one that hangs on it: "that while …, he".
    pub(super) fn hanging(&self, first: usize) -> bool {
        let at = if self.words.is(first, Classes::COMPLEMENTISER) {
            first + 1
        } else {
            first
        };
        matches!(
            self.role(at),
            Role::Subordinator | Role::Concession | Role::Preposition
        ) || self.participle(at)
    }

    /// Whether a verb with its subject seems to stand in a range.
    pub(super) fn finite(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| {
            !self.inside[i]
                && (self.role(i) == Role::Be
                    || self.has(i)
                    || self.words.is(i, Classes::VERB) && !self.participle(i)
                    || self.words.list[i].shape == Shape::Lower
                        && self.ending(i) == Some(Ending::Past))
        })
    }

    /// Whether a time or occasion opens at word `i`, which tells of the reporting: "on Monday",
    /// "in a long statement".
    pub(super) fn adjunct(&self, i: usize) -> bool {
        if self.role(i) == Role::Time && self.words.list[i].is_capital() {
            return true;
        }
        self.role(i) == Role::Preposition
            && (self.role(i + 1) == Role::Time
                || self.words.is(i + 1, Classes::DETERMINER)
                    && (i + 2..self.end.min(i + 5))
                        .take_while(|&k| {
                            self.role(k) == Role::None && !self.words.list[k].is_mark()
                        })
                        .any(|k| self.words.is(k, Classes::OCCASION)))
    }
}
