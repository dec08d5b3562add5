//! Where a reported clause ends.

use super::{Clauses, REACH, REPORTING};
use crate::lexicon::{Classes, Ending, Role, Takes};
use crate::words::Shape;
use std::ops::Range;

/// "…, the county records show" has at most so many words.
const CLOSING: usize = 5;

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
        let phrase = self.words.is(cue, Classes::ATTRIBUTION);
        let fronted = hanging || !phrase && self.fronted(group, cue);
        let infinitive = object && self.infinitive(first);
        let dashed = (self.start..cue).filter(|&i| self.dash(i)).count() % 2 == 1;
        let mut brackets = 0usize;
        let mut linked = matches!(self.role(first), Role::Relative | Role::Question);
        let past = !self.participle(cue) && self.ending(cue) != Some(Ending::Third);
        for i in first + 1..self.end {
            if self.inside[i] {
                continue;
            }
            // "… “…,” she said": the words in marks end what is reported before them.
            if self.inside[i - 1] && (fronted && self.closed(i) || self.said_behind(i)) {
                return i;
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
                    if object && !infinitive && !self.lists(next) && !self.tells(next)
                        || fronted && self.finite(first..i)
                        || self.comma_ends(next, object)
                    {
                        return i;
                    }
                }
                Some(_) if self.dash(i) => {
                    let joined = self.role(next) == Role::Coordinator
                        && !self.words.is(next + 1, Classes::COMPLEMENTISER);
                    if dashed || object || joined {
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
                                // "promised to wait and say nothing"
                                && !(entry.base && (past || infinitive))
                        });
                        let that = self.words.is(next, Classes::COMPLEMENTISER)
                            || infinitive && self.words.entry(verb).is_some_and(|entry| entry.base);
                        // "says he met her and asked": a verb in another tense goes on with it.
                        let other = !same
                            && !object
                            && self.words.is(verb, REPORTING)
                            && self.is_verb_form(verb);
                        if same
                            || !that && !other && !self.participle(next) && self.starts_report(next)
                        {
                            return i;
                        }
                        if object && self.turns(i) {
                            return i;
                        }
                    }
                    if object {
                        linked |= self.links(i);
                        // "accused the port of having hidden it" goes on.
                        let verb = (self.role(i) == Role::Be || self.has(i))
                            && !self.participle(i)
                            && self.role(i - 1) != Role::Infinitive;
                        if !linked && (verb || self.adjunct(i) && !self.quoted_behind(i)) {
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
            // "When she said that …, he left": at the opening of the sentence.
            if self.role(i) == Role::Question && i == self.start {
                return Role::Subordinator;
            }
        }
        Role::None
    }

    /// Whether the comma before word `next` ends what is reported.
    pub(super) fn comma_ends(&self, next: usize, object: bool) -> bool {
        if next >= self.end || self.inside[next] {
            return false;
        }
        match self.role(next) {
            Role::Coordinator if self.words.is(next + 1, Classes::COMPLEMENTISER) => false,
            Role::Concession => true,
            // Of a clause, what follows tells more of what is said.
            Role::Relative => object,
            Role::Subordinator => false,
            // "she, too, wants": only a verb of speech goes on behind a comma.
            _ => {
                let stance = self.words.is(next, Classes::STANCE)
                    && !self.words.is(next, Classes::VERB)
                    && !self.participle(next);
                !stance && self.starts_report(next) || self.closes(next)
            }
        }
    }

    /// Whether words in marks that a comma closes end before word `i`, and their attribution
    /// begins there.
    fn said_behind(&self, i: usize) -> bool {
        self.closed(i) && self.starts_report(i)
    }

    /// Whether a comma or the like closes the words in marks before word `i`.
    fn closed(&self, i: usize) -> bool {
        let text = self.words.document.article.text.as_str();
        text.get(..self.words.list[i - 1].span.start)
            .is_some_and(|before| before.ends_with([',', '!', '?', '\'']))
    }

    /// Whether a subject and a verb that reports are all that follows the comma before word
    /// `next`: "…, records show".
    fn closes(&self, next: usize) -> bool {
        let last = self.end - 1;
        next < last
            && last - next < CLOSING
            && (next..last).all(|i| {
                !self.inside[i]
                    && !self.words.list[i].is_mark()
                    && self.role(i) == Role::None
                    && !self.is_verb_form(i)
            })
            && self.words.takes(last, Takes::THAT)
            && !self.participle(last)
    }

    /// Whether the report opens its sentence in a clause without a subject of its own, behind
    /// which the comma leads to the main clause: "After saying that …, she left".
    fn fronted(&self, group: usize, cue: usize) -> bool {
        self.participle(cue)
            && (group <= self.from
                || group <= self.from + 2
                    && matches!(
                        self.role(group - 1),
                        Role::Preposition | Role::Subordinator | Role::Concession | Role::Question
                    ))
    }

    /// Whether an infinitive opens at word `first`, behind whom it is asked of.
    fn infinitive(&self, first: usize) -> bool {
        (first..self.end.min(first + 6))
            .take_while(|&i| !self.words.list[i].is_mark() && self.role(i) != Role::Be)
            .any(|i| self.role(i) == Role::Infinitive)
    }

    /// Whether the joining word at `i` leads from an object to another verb of the same subject:
    /// "backed the plan and extended it".
    fn turns(&self, i: usize) -> bool {
        let next = i + 1;
        let opens = |k: usize| {
            self.words.is(k, Classes::DETERMINER.and(Classes::PRONOUN))
                || matches!(self.role(k), Role::Preposition | Role::Infinitive)
                || self.words.is(k, Classes::COMPLEMENTISER)
        };
        let word = &self.words.list[next];
        word.shape == Shape::Lower
            && matches!(self.ending(next), Some(Ending::Past | Ending::Participle))
            && next + 1 < self.end
            && opens(next + 1)
    }

    /// Whether a verb with its subject seems to stand in a range.
    pub(super) fn finite(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| {
            !self.inside[i]
                && (self.role(i) == Role::Be
                    || self.has(i)
                    || self.contracted(i)
                    || self.words.is(i, Classes::VERB) && !self.participle(i)
                    || self.words.list[i].shape == Shape::Lower
                        && self.ending(i) == Some(Ending::Past))
        })
    }

    /// Whether a clause of its own opens at word `i` inside an object, so that the next verb is
    /// its verb: "the plan that", "because", "the talks she had".
    fn links(&self, i: usize) -> bool {
        matches!(
            self.role(i),
            Role::Relative | Role::Question | Role::Subordinator | Role::Concession
        ) || self
            .words
            .is(i, Classes::COMPLEMENTISER.and(Classes::PRONOUN))
    }

    /// Whether what follows the comma before word `next` tells more of an object: "…, including".
    fn tells(&self, next: usize) -> bool {
        self.role(next) == Role::Preposition && !self.adjunct(next)
    }

    /// Whether words in marks follow in the clause of word `i`: "called it on Monday a “…”".
    fn quoted_behind(&self, i: usize) -> bool {
        (i..self.end)
            .take_while(|&k| !self.comma(k))
            .any(|k| self.inside[k])
    }

    /// Whether a time or occasion opens at word `i`, which tells of the reporting: "on Monday",
    /// "in a long statement".
    pub(super) fn adjunct(&self, i: usize) -> bool {
        if self.role(i) == Role::Time && self.words.list[i].is_capital() {
            // "until Friday"
            return self.role(i - 1) != Role::Subordinator;
        }
        self.role(i) == Role::Preposition
            && (self.role(i + 1) == Role::Time
                || self
                    .words
                    .list
                    .get(i + 1)
                    .is_some_and(crate::words::Word::is_capital)
                    && self.words.lexicon.is_time(self.words.folded(i + 1))
                || self.words.is(i + 1, Classes::DETERMINER)
                    && (i + 2..self.end.min(i + 5))
                        .take_while(|&k| {
                            self.role(k) == Role::None && !self.words.list[k].is_mark()
                        })
                        .any(|k| self.words.is(k, Classes::OCCASION)))
    }
}
