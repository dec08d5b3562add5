//! Phrases that name a source: "nach Angaben der Polizei", "Berichten zufolge", "so der Sprecher".

use super::super::relayed;
use super::super::reports::Report;
use super::super::speakers::subject_left;
use super::super::verb_group;
use super::Clauses;
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Entry, Role, Side};
use std::ops::Range;

/// A source with its appositions has at most so many words.
const SOURCE: usize = 24;

/// The noun that a phrase behind its source belongs to stands at most so many words before it.
const BEFORE: usize = 8;

/// A phrase of so many words tells where somebody who reports has it from.
const PHRASE: usize = 3;

impl Clauses<'_> {
    /// The report that the phrase at word `cue` makes.
    pub(super) fn phrase(&self, from: usize, cue: usize, entry: &Entry) -> Option<Report> {
        let after = self.after(cue);
        // "Wie Reuters unter Berufung auf Insider berichtet, …": the verb that ends the clause reports.
        let verb = self.close(after).saturating_sub(1);
        if self.words.list[cue].reach >= PHRASE
            && verb > after
            && self.words.is(verb, Classes::VERB)
            && self.role(self.open(cue)) == Role::Question
        {
            return None;
        }
        if entry.side == Side::Left {
            let floor = from.max(cue.saturating_sub(BEFORE));
            let first = (floor..cue)
                .rev()
                .take_while(|&i| {
                    !self.words.list[i].is_mark() && !self.finite(i) && !self.inside[i]
                })
                .last()
                .unwrap_or(cue);
            let speaker = subject_left(self.words, self.named, cue, first)
                .or_else(|| self.first_noun(first..cue));
            return self.around(first, cue, after, speaker);
        }
        // "Nach Angaben aus Emden": the phrase itself is all that is said of its source.
        let own = entry.side == Side::Own;
        if own && self.words.list[cue].is_capital() && cue > self.start {
            return None;
        }
        let speaker = if own {
            Speaker {
                span: self.words.list[cue].core,
                name: None,
            }
        } else {
            self.medium(after)
                .or_else(|| relayed::source(self.words, self.named, after, self.end))
                .or_else(|| self.first_noun(cue + 1..after))?
        };
        // "Ihrer Ansicht nach ist": the verb follows at once.
        let after = after - usize::from(own);
        let thus = entry.classes.has(Classes::STOP)
            && entry.role == Role::None
            && self.words.list[cue].reach == 1;
        if thus {
            return self.thus(from, cue, after, speaker);
        }
        // At the opening of the clause the source reaches to the verb.
        let open = self.open(cue);
        if cue <= open + 1 && (open == self.start || self.finite_ahead(after).is_some()) {
            let verb = self.finite_ahead(after)?;
            if open == self.start || !self.hangs(open) {
                return self.make(verb..self.content_end(verb), cue, Some(speaker));
            }
        }
        let behind = self.source_end(after);
        self.around(cue, cue, behind, Some(speaker))
    }

    /// A name in marks, or the address of a site, right behind the phrase: "laut „Hafenblatt“",
    /// "laut hafenblatt.de".
    pub(super) fn medium(&self, after: usize) -> Option<Speaker> {
        let text = self.words.document.article.text.as_str();
        let word = self.words.list.get(after).filter(|_| after < self.end)?;
        let (first, last) = if self.inside[after] {
            let last = (after + 1..self.end.min(after + BEFORE))
                .find(|&i| verb_group::quotes(self.words, i))?;
            (after + 1, last.checked_sub(1)?)
        } else {
            let last = (after + 1..self.end.min(after + BEFORE))
                .take_while(|&i| self.words.list[i - 1].span.end == self.words.list[i].span.start)
                .last()?;
            let dot = (after..last).any(|i| self.words.mark(i) == Some('.'));
            (dot && !word.is_mark()).then_some((after, last))?
        };
        let span = self
            .words
            .list
            .get(first)?
            .span
            .join(self.words.list[last].span);
        (first <= last).then(|| Speaker {
            span,
            name: Some(span.of(text).to_owned()),
        })
    }

    /// The first noun among the words of a range.
    fn first_noun(&self, range: Range<usize>) -> Option<Speaker> {
        let mut range = range;
        let at = range.find(|&i| self.words.list[i].is_capital())?;
        // "Lokalen Berichten zufolge": an adjective that opens the sentence.
        let adjective = at == self.start
            && self.words.lexicon.ending(self.words.core(at)) == Some(Ending::Weak)
            && self.words.list[at + 1].is_capital()
            && range.contains(&(at + 1));
        let at = at + usize::from(adjective);
        Some(Speaker {
            span: self.words.list[at].core,
            name: None,
        })
    }

    /// "nach Polizeiangaben": the source and what it tells are one word.
    pub(super) fn compound(&self, cue: usize) -> Option<Report> {
        let noun = cue + 1;
        let word = self.words.list.get(noun).filter(|_| noun < self.end)?;
        let tells = self.role(cue) == Role::Preposition
            && !self.words.is(cue, Classes::DETERMINER)
            && word.is_capital()
            && self.words.lexicon.ending(self.words.core(noun)) == Some(Ending::Claim);
        if !tells {
            return None;
        }
        let speaker = Speaker {
            span: word.core,
            name: None,
        };
        if cue == self.start {
            let verb = self.finite_ahead(noun + 1)?;
            return self.make(verb..self.content_end(verb), cue, Some(speaker));
        }
        self.around(cue, cue, noun + 1, Some(speaker))
    }

    /// "…, so der Sprecher", "Das sei, so der Sprecher, …".
    fn thus(&self, from: usize, cue: usize, after: usize, speaker: Speaker) -> Option<Report> {
        let before = cue.checked_sub(1).filter(|&i| i > from)?;
        let set_off = self.comma(before)
            || matches!(self.words.mark(before), Some('–' | '—' | '-' | '('))
                && !self.inside[before];
        if !set_off || self.inside[before - 1] || !self.noun(after) {
            return None;
        }
        let mut behind = self.end..self.end;
        let mut next = self.end;
        let close = (after..self.end)
            .find(|&i| self.comma(i) && self.words.list[i].span.start >= speaker.span.end);
        if let Some(close) = close {
            let rest = close + 1..self.end;
            let goes_on = rest.start < rest.end
                && (self.that(rest.start) || rest.clone().any(|i| self.mood(i)));
            if goes_on {
                behind = rest;
            } else {
                next = close;
            }
        }
        self.build(
            [self.opening(from)..before, behind],
            cue,
            Some(speaker),
            next,
        )
    }

    /// What is reported around a phrase in the middle of its clause.
    fn around(
        &self,
        first: usize,
        cue: usize,
        behind: usize,
        speaker: Option<Speaker>,
    ) -> Option<Report> {
        let open = self.open(first);
        // Of a clause that hangs on another only this clause is reported.
        let from = if open > self.start && (self.relative(open) || self.that(open)) {
            open
        } else {
            self.opening(self.start)
        };
        let last = self.content_end(behind.max(first + 1) - 1);
        let before = if first > from && self.comma(first - 1) {
            first - 1
        } else {
            first
        };
        let behind = if behind < last && self.comma(behind) {
            behind + 1
        } else {
            behind
        };
        self.build([from..before, behind..last], cue, speaker, last)
    }

    /// The verb behind a source that opens the clause, over its appositions.
    fn finite_ahead(&self, after: usize) -> Option<usize> {
        let mut i = after;
        while i < self.end.min(after + SOURCE) {
            if self.inside[i] {
                i += 1;
                continue;
            }
            if self.comma(i) {
                let next = i + 1;
                if self.relative(next) {
                    i = self.close(next);
                    continue;
                }
                if self.verb_at(next) {
                    return Some(next);
                }
                i = next;
                continue;
            }
            if i > after && self.verb_at(i) {
                return Some(i);
            }
            i += 1;
        }
        None
    }

    /// Whether a verb stands at word `i` in the second place.
    fn verb_at(&self, i: usize) -> bool {
        self.finite(i)
            || i > self.start
                && i < self.end
                && self.comma(i - 1)
                && self.lower(i)
                && self.role(i) == Role::None
                && !self.words.is(
                    i,
                    Classes::STOP
                        .and(Classes::DETERMINER)
                        .and(Classes::PRONOUN)
                        .and(Classes::COMPLEMENTISER),
                )
    }

    /// Where a source in the middle of the clause ends: behind its noun or name, and the noun in
    /// the genitive that follows.
    fn source_end(&self, after: usize) -> usize {
        let mut i = after;
        let mut nouns = false;
        while i < self.end.min(after + SOURCE) && !self.inside[i] {
            let word = &self.words.list[i];
            if word.is_capital() || self.named.at(i).is_some() {
                nouns = true;
            } else if word.is_mark() {
                break;
            } else if nouns {
                let person = self
                    .named
                    .at(i - 1)
                    .is_some_and(|(_, name)| name.kind == crate::NameKind::Person);
                let genitive = !person
                    && self.words.is(i, Classes::DETERMINER)
                    && self.role(i) == Role::Preposition
                    || !person
                        && self.words.is(i, Classes::DETERMINER)
                        && self.words.entry(i).is_some_and(|entry| entry.tag == "weak");
                if !genitive {
                    break;
                }
                nouns = false;
            } else if self.finite(i) && i > after {
                break;
            }
            i += 1;
        }
        i
    }
}
