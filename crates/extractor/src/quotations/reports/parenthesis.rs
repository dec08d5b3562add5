//! Reports that stand in or around a parenthesis: "…, he said, …", "As the paper noted, …".

use super::super::speakers::{subject_left, subject_right};
use super::{CLAUSE_WORDS, Clauses, REACH, REPORTING, Report, TAIL};
use crate::lexicon::{Classes, Ending, Entry, Role, Takes};

impl Clauses<'_> {
    /// "…, he said", "…, said Lin Jian", "…, he said, …".
    pub(super) fn parenthesis(
        &self,
        cue: usize,
        group: usize,
        after: usize,
        entry: &Entry,
    ) -> Option<Report> {
        let before = (self.from..group)
            .rev()
            .take(REACH)
            .find(|&i| self.comma(i) || self.dash(i))
            .filter(|&i| i > self.start)?;
        let to = entry.takes.has(Takes::INFINITIVE);
        let that = (after..self.end.min(after + REACH / 2))
            .take_while(|&i| !self.inside[i] && !self.comma(i))
            .any(|i| {
                self.words.is(i, Classes::COMPLEMENTISER) || to && self.role(i) == Role::Infinitive
            });
        if self.inside[before - 1]
            || self.participle(cue)
            || that
            || matches!(self.words.mark(after), Some(':' | '：'))
        {
            return None;
        }
        let opening = self.role(before + 1);
        if matches!(
            opening,
            Role::Coordinator
                | Role::Relative
                | Role::Subordinator
                | Role::Concession
                | Role::Question
        )
            // "…, not the 3.1 million announced"
            || opening == Role::Inner && before + 1 < cue
        {
            return None;
        }
        // "…, a week after he said": the clause is part of one that is told.
        if (before + 2..group).any(|i| self.hangs(i)) {
            return None;
        }
        // "Asked if he would resign, the mayor said no."
        let asked = self
            .words
            .is(self.start, Classes::VERB.and(Classes::STANCE))
            && self.ending(self.start) == Some(Ending::Past)
            && self.group(self.start) == self.start;
        if asked {
            return None;
        }
        let inverted = group == before + 1 && group == cue;
        if !entry.takes.has(Takes::CLAUSE.and(Takes::PERSON))
            && (inverted || (after..self.end).any(|i| !self.words.list[i].is_mark()))
        {
            return None;
        }
        let (speaker, tail) = if inverted {
            let speaker = subject_right(self.words, self.named, after, self.end)?;
            let at = self.words.at(speaker.span.start);
            let stop = (after..self.end)
                .find(|&i| self.comma(i) || self.role(i) == Role::Relative)
                .unwrap_or(self.end);
            if at > after + 3
                || self.words.is(after, Classes::PRONOUN)
                || matches!(self.role(after), Role::Preposition | Role::Time)
                || self.finite(after..stop)
                || !self.finite(self.start..before)
                    && (before - self.start < 2 * CLAUSE_WORDS
                        || (self.start..before).any(|i| self.comma(i)))
            {
                return None;
            }
            let behind = self.words.behind(speaker.span.end);
            (speaker, behind)
        } else {
            // An apposition is longer than "the minister".
            let plain = |i: &usize| !self.words.list[*i].is_mark();
            if (before + 1..group).filter(plain).count() > 8 {
                return None;
            }
            let speaker = subject_left(self.words, self.named, group, before + 1)
                .or_else(|| self.noun_left(group))?;
            (speaker, after)
        };
        // "Lin Jian, the minister, said that": the comma closes an apposition.
        if !inverted && self.comma(group - 1) {
            return None;
        }
        let close = (tail..self.end).find(|&i| self.comma(i) || self.dash(i));
        let stop = close.unwrap_or(self.end);
        if !inverted {
            if stop - tail > TAIL {
                return None;
            }
            let clause = (tail..stop).any(|i| {
                self.words.is(i, Classes::COMPLEMENTISER.and(REPORTING))
                    || matches!(self.role(i), Role::Be)
                    || self.has(i)
            });
            if clause {
                return None;
            }
            // Behind the verb only a listener or an adverbial may follow.
            let free = tail >= stop
                || self.role(tail) != Role::Infinitive
                    && (matches!(
                        self.role(tail),
                        Role::Preposition
                            | Role::Time
                            | Role::Subordinator
                            | Role::Inner
                            | Role::Auxiliary
                    ) || self.words.is(tail, Classes::PREPOSITION)
                        || self.ending(tail) == Some(Ending::Adverb))
                || entry.takes.has(Takes::PERSON);
            if !free {
                return None;
            }
        }
        // The clause before may hold reports of its own: they are within what is said here.
        let first = if stop == self.end {
            self.start
        } else {
            self.from
        };
        let mut content = Vec::with_capacity(2);
        content.push(self.opening(first)..before);
        // "The outreach, they said, raised doubts": a phrase without a verb is its subject.
        let bare = before - first <= REACH
            && !self.finite(first..before)
            && !self.inside[first..before].contains(&true);
        let mut next = stop;
        if let Some(close) = close
            && !inverted
            && stop - tail <= 3
            && close + 1 < self.end
            && (bare || !self.starts_report(close + 1))
        {
            let last = self.content_end(close + 1, cue, false);
            if last > close + 1 {
                content.push(close + 1..last);
                next = last;
            }
        }
        // "When asked why, she said": a clause that hangs on the verb is not said.
        if let [only] = content.as_slice()
            && matches!(
                self.role(only.start),
                Role::Question | Role::Subordinator | Role::Concession
            )
            && !only.clone().any(|i| self.comma(i))
        {
            return None;
        }
        let count: usize = content
            .iter()
            .cloned()
            .flatten()
            .filter(|&i| !self.words.list[i].is_mark())
            .count();
        (count >= CLAUSE_WORDS).then_some(Report {
            content,
            cue: cue..self.after(cue),
            speaker: Some(speaker),
            next: next.max(self.after(cue)),
        })
    }

    /// "As the paper noted, …": what follows the aside is reported.
    pub(super) fn aside(
        &self,
        cue: usize,
        group: usize,
        after: usize,
        entry: &Entry,
    ) -> Option<Report> {
        let opener = (self.from..group)
            .find(|&i| self.role(i) != Role::Coordinator && !self.words.list[i].is_mark())?;
        let opens = self.words.lexicon.is_aside(self.words.folded(opener))
            && opener + 1 < group
            && opener <= self.from + 2;
        // Behind the verb only an adverb, a time or a place may follow.
        let close = (after..self.end.min(after + REACH / 2)).find(|&i| self.comma(i))?;
        let free = close == after
            || matches!(
                self.role(after),
                Role::Preposition | Role::Time | Role::Inner
            )
            || self.adverb(after);
        if !opens || !free || !entry.takes.has(Takes::THAT) || close + 1 >= self.end {
            return None;
        }
        let speaker = subject_left(self.words, self.named, group, opener + 1)
            .or_else(|| self.noun_left(group))?;
        let last = self.content_end(close + 1, cue, false);
        self.make(close + 1..last, CLAUSE_WORDS, cue, Some(speaker))
    }

    /// A dash with spaces around it, or a long one.
    pub(super) fn dash(&self, i: usize) -> bool {
        if self.inside[i] {
            return false;
        }
        match self.words.mark(i) {
            Some('—' | '–' | '―') => true,
            Some('-') => i > 0 && self.words.list[i - 1].span.end < self.words.list[i].span.start,
            _ => false,
        }
    }
}
