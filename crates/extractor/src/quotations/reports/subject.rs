//! Who reports: the noun phrase before or behind the reporting word.

use super::super::phrase;
use super::super::speakers::{subject_before, subject_left, subject_right};
use super::{Clauses, REACH, REPORTING};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Role};
use crate::words::Shape;

impl Clauses<'_> {
    /// Whether word `i` makes a perfect or stands for a modal: nothing but a verb follows.
    pub(super) fn has(&self, i: usize) -> bool {
        self.role(i) == Role::Auxiliary
    }

    /// The subject of the verb group that begins at `group`.
    pub(super) fn subject(&self, group: usize, cue: usize) -> Option<Speaker> {
        if let Some(noun) = self.told_of(group) {
            return Some(noun);
        }
        let left = || {
            let from = self.outside(group, self.from);
            let (found, free) = subject_before(self.words, self.named, group, from)?;
            // "Nils Berg, 61, a beekeeper with his brother, said": who opens the sentence.
            let at = self.words.at(found.span.start);
            let person = self
                .named
                .at(at)
                .is_some_and(|(_, name)| name.kind == crate::NameKind::Person);
            let closed = group > from && self.comma(group - 1) && !person;
            if (!free || closed)
                && let Some(name) = self.apposed(group)
            {
                return Some(name);
            }
            if let Some(noun) = self.governor(from, at).filter(|_| !free || !person) {
                return Some(noun);
            }
            // "In a letter seen by Reuters, the auditor": behind the comma stands the subject.
            let at = self.words.at(found.span.end);
            let led = self.role(from) == Role::Preposition;
            let fronted = (at..group).any(|i| {
                self.comma(i) && (!free || led && self.words.is(i + 1, Classes::DETERMINER))
            });
            fronted
                .then(|| self.noun_left(group))
                .flatten()
                .or(Some(found))
        };
        let opener = || self.opener(group);
        // "he's suggesting"
        if let Some(found) = group.checked_sub(1).and_then(|i| self.short(i)) {
            return Some(found);
        }
        // "ruled months before prosecutors announced": the subject stands in the same clause.
        let opened = (self.from..group)
            .rev()
            .take_while(|&i| !self.words.list[i].is_mark())
            .find(|&i| self.hangs(i))
            .filter(|&i| i + 1 < group);
        let own = || {
            let from = opened? + 1;
            subject_left(self.words, self.named, group, from).or_else(|| self.noun_left(group))
        };
        if let Some(found) = own() {
            return Some(found);
        }
        // "summoned the envoy and told him": who did the one did the other.
        let joined = |i: usize| i > self.from && self.role(i) == Role::Coordinator;
        if group.checked_sub(1).is_some_and(joined)
            && let Some(found) = phrase::shared(self.words, self.named, cue, self.from)
        {
            return Some(found);
        }
        // "officials, who oppose the plan, say": behind the relative clause.
        let resumed = || {
            let comma = group
                .checked_sub(1)
                .filter(|&i| i > self.start && self.comma(i))?;
            let relative = (self.start..comma)
                .rev()
                .take(2 * REACH)
                .find(|&i| self.comma(i))
                .filter(|&i| self.role(i + 1) == Role::Relative)?;
            let from = self.outside(relative, self.start);
            subject_left(self.words, self.named, relative, from)
                .or_else(|| self.noun_before(relative))
        };
        if (self.speaker.is_some() && self.from > self.start || self.from == self.start)
            && !self.participle(cue)
            && let Some(speaker) = resumed()
        {
            return Some(speaker);
        }
        if self.participle(cue) {
            // "Guterres told the council …, calling for": who did the one did the other.
            let shared = || {
                let shares = phrase::shares(self.words, cue, self.from);
                shares.then(|| phrase::shared(self.words, self.named, cue, self.from))?
            };
            let found = self.speaker.clone().or_else(shared);
            return found.or_else(left).or_else(opener);
        }
        left()
            .or_else(|| self.noun_left(group))
            .or_else(|| self.speaker.clone())
            .or_else(opener)
    }

    /// "Maps printed by the harbour office show", "the nurse running the ward has": the noun on
    /// which the phrase that ends at word `at` hangs.
    fn governor(&self, from: usize, at: usize) -> Option<Speaker> {
        let first = self.phrase_left(at)?.max(from);
        let led = |i: usize| {
            let participle = self.participle(i) && !self.words.is(i, Classes::VERB);
            let past =
                self.ending(i) == Some(Ending::Past) && self.role(i + 1) == Role::Preposition;
            i > first && (participle || past) && self.words.list[i].shape == Shape::Lower
        };
        let verb = (first + 1..at).find(|&i| led(i))?;
        // "letters pinned on the door a tenant": no other phrase opens behind it.
        let opens = |i: usize| {
            self.words.is(i, Classes::DETERMINER)
                && self.role(i - 1) != Role::Preposition
                && !self.words.is(i - 1, Classes::PREPOSITION)
        };
        if (verb + 2..at).any(opens) {
            return None;
        }
        let noun = verb - 1;
        let word = &self.words.list[noun];
        let plain = word.shape == Shape::Lower
            && self.role(noun) == Role::None
            && !self
                .words
                .is(noun, Classes::STOP.and(Classes::DETERMINER).and(REPORTING))
            && self.ending(noun) != Some(Ending::Adverb);
        plain.then_some(Speaker {
            span: word.core,
            name: None,
        })
    }

    /// "The company that rents out the boats said": the noun that opens the clause, of which a relative clause
    /// without commas tells.
    fn told_of(&self, group: usize) -> Option<Speaker> {
        let noun = self.from + 1;
        let opens = group <= noun + 2 * REACH
            && self.words.is(self.from, Classes::DETERMINER)
            && self
                .words
                .is(noun, Classes::SOURCE.and(Classes::ORGANISATION))
            && (self.role(noun + 1) == Role::Relative
                || self.words.is(noun + 1, Classes::COMPLEMENTISER));
        let one = opens
            && (noun + 1..group).all(|i| !self.words.list[i].is_mark() && !self.inside[i])
            && !(noun + 1..group).any(|i| self.words.is(i, Classes::VERB));
        (one && group > noun + 3).then(|| Speaker {
            span: self.words.list[noun].core,
            name: None,
        })
    }

    /// The person whose name opens the sentence before a comma.
    fn apposed(&self, group: usize) -> Option<Speaker> {
        let name = self.opener(group).filter(|_| self.from == self.start)?;
        let kind = self.named.at(self.words.at(name.span.start))?.1.kind;
        let comma = self.words.at(name.span.end);
        (kind == crate::NameKind::Person && self.comma(comma) && comma < group).then_some(name)
    }

    /// The pronoun onto which its verb is written at word `i`, inside the sentence.
    fn short(&self, i: usize) -> Option<Speaker> {
        if i < self.from || self.inside[i] || !self.contracted(i) {
            return None;
        }
        let span = self.words.list[i].span;
        let written = span.of(&self.words.document.article.text);
        let at = written.find(['\'', '’'])?;
        Some(Speaker {
            span: segmenter::Span::new(span.start, span.start + at),
            name: None,
        })
    }

    /// A common noun that no list knows, right before word `end`.
    fn noun_before(&self, end: usize) -> Option<Speaker> {
        let word = self.words.list.get(end.checked_sub(1)?)?;
        (!word.is_mark()).then_some(Speaker {
            span: word.core,
            name: None,
        })
    }

    /// A common noun that no list knows, right before the verb.
    pub(super) fn noun_left(&self, group: usize) -> Option<Speaker> {
        let mut last = group.checked_sub(1).filter(|&i| i >= self.from)?;
        if self.comma(last) && last > self.from {
            last -= 1;
        }
        let word = &self.words.list[last];
        // "advocates", "Americans", "few".
        let many = self.ending(last) == Some(Ending::Third);
        let plain = !word.is_mark()
            && !self.inside[last]
            && !self
                .words
                .is(last, Classes::PREPOSITION.and(Classes::COMPLEMENTISER))
            && (!self.words.is(last, Classes::STOP) || word.is_capital() || self.alone(last))
            && (!self.words.is(last, REPORTING) || many)
            && (self.role(last) == Role::None || self.alone(last));
        plain.then_some(Speaker {
            span: word.core,
            name: None,
        })
    }

    /// The first word not before `floor` between which and word `before` no words in marks stand:
    /// who is named in them does not report.
    fn outside(&self, before: usize, floor: usize) -> usize {
        (floor..before)
            .rev()
            .find(|&i| self.inside[i])
            .map_or(floor, |last| last + 1)
    }

    /// Who or what opens the sentence.
    pub(super) fn opener(&self, before: usize) -> Option<Speaker> {
        let start = self.outside(before, self.start);
        (start < before)
            .then(|| subject_right(self.words, self.named, start, before))
            .flatten()
    }

    /// Where the noun phrase before word `end` begins.
    pub(super) fn phrase_left(&self, end: usize) -> Option<usize> {
        let floor = self.from.max(end.saturating_sub(REACH));
        let mut first = end;
        while first > floor {
            let i = first - 1;
            if self.words.list[i].is_mark() && self.words.mark(i) != Some('.')
                || self.inside[i]
                || self.words.is(i, REPORTING.and(Classes::COMPLEMENTISER))
                || matches!(
                    self.role(i),
                    Role::Subordinator
                        | Role::Concession
                        | Role::Relative
                        | Role::Be
                        | Role::Coordinator
                        | Role::Inner
                        | Role::Auxiliary
                )
            {
                break;
            }
            first = i;
        }
        (first < end).then_some(first)
    }

    pub(super) fn noun_right(&self, after: usize) -> Option<Speaker> {
        let mut at = after;
        while at < self.end && at < after + 2 && self.words.is(at, Classes::DETERMINER) {
            at += 1;
        }
        let word = self.words.list.get(at).filter(|_| at < self.end)?;
        (!word.is_mark()).then_some(Speaker {
            span: word.core,
            name: None,
        })
    }

    pub(super) fn possessive(&self, i: usize) -> bool {
        self.words.list.get(i).is_some_and(|word| {
            let written = word.span.of(&self.words.document.article.text);
            !word.is_mark()
                && !self.contracted(i)
                && (word.core != word.span
                    || self.words.lexicon.suffixes().contains(&"'")
                        && written.rfind(['\'', '’']).is_some_and(|at| {
                            // "O'Neill" owns nothing.
                            written
                                .get(at..)
                                .is_some_and(|end| end.chars().count() <= 2)
                        }))
        })
    }
}
