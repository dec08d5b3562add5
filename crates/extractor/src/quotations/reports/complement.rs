//! What a reporting word takes: where the reported words start.

use super::super::speakers::{subject_left, subject_right};
use super::{CLAUSE_WORDS, Clauses, OBJECT_WORDS, REACH, REPORTING, Report};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Entry, Role, Side, Takes, fold};
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
            && (self.role(next) == Role::Time && !self.stands(next) && !self.points(next)
                || self.ending(next) == Some(Ending::Adverb))
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
            // "says the plan that": a bare clause begins with its subject, and "that" inside it
            // opens none.
            let bare = takes.has(Takes::CLAUSE) && !takes.has(Takes::PERSON) && self.bare(next);
            let reach = if bare { 1 } else { reach };
            let opener = (next..self.end.min(next + reach))
                .take_while(|&i| {
                    !self.inside[i]
                        && (!self.words.is(i, REPORTING)
                            || self.words.is(i - 1, Classes::DETERMINER)
                            || self.words.is(i, Classes::COMPLEMENTISER))
                        && (i == next || self.role(i) != Role::Be && !self.has(i))
                })
                .find(|&i| {
                    self.words.is(i, Classes::COMPLEMENTISER)
                        || (i <= next + 1 || takes.has(Takes::PERSON) && i <= next + 4)
                            && matches!(self.role(i), Role::Question | Role::Relative)
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
                .find(|&i| self.role(i) == Role::Infinitive)
                .or_else(|| {
                    // "vowed not to"
                    let not =
                        self.role(next) == Role::Inner && self.role(next + 1) == Role::Infinitive;
                    (not && next + 1 < self.end).then_some(next)
                })
                .or_else(|| {
                    // "threatened on Monday to close"
                    let day = self.role(next) == Role::Preposition
                        && next + 2 < self.end
                        && self.role(next + 1) == Role::Time
                        && self.role(next + 2) == Role::Infinitive;
                    day.then_some(next + 2)
                });
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
            if takes.has(Takes::THAT)
                && self.role(next) == Role::Subordinator
                && let Some(first) = self.past_adverbial(next)
            {
                return Some((first, CLAUSE_WORDS));
            }
            let opens = self.bare(next)
                || self.inside[next]
                || !self.words.is(next, Classes::PREPOSITION)
                    && matches!(
                        self.role(next),
                        Role::None | Role::Question | Role::Subordinator
                    );
            // "…, said Lin Jian, the minister": no clause without a verb.
            let stop = (next..self.end)
                .find(|&i| self.comma(i) || self.role(i) == Role::Relative)
                .unwrap_or(self.end);
            let close = after.saturating_sub(2);
            // "Lin Jian, the minister, said": commas that set an apposition off.
            let aside = (self.start..close).any(|i| self.comma(i));
            let named = self.comma(close) && !aside && !self.finite(next..stop);
            if opens && !named && (self.inside[next] || !self.words.list[next].is_mark()) {
                return Some((next, CLAUSE_WORDS));
            }
            if takes.has(Takes::THAT)
                && let Some(first) = self.past_adverbial(next)
            {
                return Some((first, CLAUSE_WORDS));
            }
        } else if takes.has(Takes::PERSON) && takes.has(Takes::THAT) {
            // "urged a larger role for the port": an object without a verb.
            let object = takes.has(Takes::OBJECT) && next == after;
            let found = self
                .past_listener(next)
                .filter(|&first| !object || self.finite(first..self.stop(first)));
            if found.is_some() || !object {
                return found.map(|first| (first, CLAUSE_WORDS));
            }
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

    /// Whether a word that can say when stands for its noun: "say this is", but not "this week".
    fn stands(&self, i: usize) -> bool {
        self.words.is(i, Classes::DETERMINER)
            && (matches!(self.role(i + 1), Role::Be | Role::Auxiliary) || self.has(i + 1))
    }

    /// Whether a word that can say when stands before a noun that is no time: "said this delay was".
    fn points(&self, i: usize) -> bool {
        self.words.is(i, Classes::DETERMINER)
            && self.words.list.get(i + 1).is_some_and(|next| {
                next.shape == Shape::Lower
                    && self.role(i + 1) == Role::None
                    && !self.words.lexicon.is_time(self.words.folded(i + 1))
            })
    }

    /// The subject of a bare clause behind a phrase of place, time or occasion: "said in a
    /// statement the water was safe".
    fn past_adverbial(&self, next: usize) -> Option<usize> {
        // "said after the vote she would"
        let after = self.role(next) == Role::Subordinator
            && self.words.is(next + 1, Classes::DETERMINER)
            && !self.words.is(next + 1, Classes::PRONOUN);
        if self.role(next) != Role::Preposition && !after {
            return None;
        }
        let first = (next + 2..self.end.min(next + 9))
            .take_while(|&i| !self.inside[i] && !self.words.list[i].is_mark())
            .find(|&i| {
                self.words.is(i, Classes::PRONOUN.and(Classes::DETERMINER))
                    && !self.words.is(i, Classes::COMPLEMENTISER)
                    && !matches!(
                        self.role(i - 1),
                        Role::Preposition
                            | Role::Coordinator
                            | Role::Inner
                            | Role::Auxiliary
                            | Role::Be
                    )
                    && (self.role(i - 1) == Role::Time
                        || !self
                            .words
                            .is(i - 1, Classes::PREPOSITION.and(Classes::DETERMINER)))
            })?;
        let stop = (first..self.end)
            .find(|&i| self.comma(i))
            .unwrap_or(self.end);
        self.finite(first..stop).then_some(first)
    }

    /// Whether word `next` opens a noun phrase that can be the subject of a bare clause.
    fn bare(&self, next: usize) -> bool {
        self.words.is(
            next,
            Classes::PRONOUN
                .and(Classes::DETERMINER)
                .and(Classes::SOURCE),
        ) && !self.words.is(next, Classes::COMPLEMENTISER)
            || self.words.list[next].is_capital() && self.role(next) != Role::Time
            || self.words.list[next].shape == Shape::Number
            || self.contracted(next)
            // "said much of it was lost", but not "said nothing"
            || self.words.is(next, Classes::PREPOSITION)
                && self.role(next) == Role::None
                && matches!(self.role(next + 1), Role::Be | Role::Auxiliary | Role::Preposition)
                && self.finite(next..self.stop(next))
    }

    /// Whether a pronoun with its verb written onto it stands at word `i`: "he'd", "they’re".
    pub(super) fn contracted(&self, i: usize) -> bool {
        let text = self.words.document.article.text.as_str();
        self.words.list.get(i).is_some_and(|word| {
            let written = word.span.of(text);
            let head = written.find(['\'', '’']).and_then(|at| written.get(..at));
            head.is_some_and(|head| self.words.lexicon.is_pronoun(&fold(head)))
        })
    }

    /// The next comma, or the end.
    fn stop(&self, from: usize) -> usize {
        (from..self.end)
            .find(|&i| self.comma(i))
            .unwrap_or(self.end)
    }

    /// The word after whom something is told, where a clause follows.
    pub(super) fn past_listener(&self, after: usize) -> Option<usize> {
        let mut i = after;
        let mut listened = false;
        while i < self.end && i < after + 5 {
            if self.inside[i] || self.comma(i) {
                return None;
            }
            let opens =
                self.words.is(i, Classes::PRONOUN.and(Classes::DETERMINER)) || self.contracted(i);
            // "told the BBC in Leeds on Monday he": what a preposition governs opens no clause.
            let led = i > after
                && (self.role(i - 1) == Role::Preposition
                    || self.words.is(i - 1, Classes::PREPOSITION));
            if listened && opens && !led {
                return Some(i);
            }
            if let Some((mention, _)) = self.named.at(i) {
                if listened && !led {
                    return Some(i);
                }
                i = self.words.behind(mention.span.end);
                listened = true;
                continue;
            }
            // "told her she": a pronoun that a clause follows is the listener.
            let her = i == after
                && self.words.is(i, Classes::DETERMINER)
                && self.words.is(i + 1, Classes::PRONOUN);
            listened |= her || !self.words.is(i, Classes::DETERMINER);
            i = self.after(i);
        }
        None
    }

    /// The word behind an aside of few words that commas set off: "aware, however, that".
    fn past_aside(&self, next: usize) -> usize {
        if next >= self.end || !self.comma(next) {
            return next;
        }
        (next + 1..self.end.min(next + 6))
            .find(|&i| self.comma(i))
            .map_or(next, |close| close + 1)
    }

    /// The reporting noun that makes one cue with the verb before word `after`, and where what it
    /// governs begins: "expressed deep concern about".
    pub(super) fn noun_of(&self, after: usize) -> Option<(usize, usize)> {
        let noun = (after..self.end.min(after + 4))
            .take_while(|&i| {
                !self.inside[i]
                    && !self.words.list[i].is_mark()
                    && (self.role(i) == Role::None || self.adverb(i))
            })
            .find(|&i| self.words.is(i, Classes::CLAIM))?;
        let next = noun + 1;
        let entry = self.words.entry(noun)?;
        self.governs(entry, next)
            .then(|| (noun, self.behind_opener(next)))
            .filter(|&(_, first)| first < self.end)
    }

    /// Whether a reporting noun or adjective governs what opens at word `next`.
    fn governs(&self, entry: &Entry, next: usize) -> bool {
        let governs = |word: &str| entry.governs.split_whitespace().any(|own| own == word);
        next < self.end
            && !self.inside[next]
            && (self.words.is(next, Classes::COMPLEMENTISER) && governs("that")
                || self.role(next) == Role::Question && governs("wh")
                || governs(self.words.core(next)))
    }

    /// Where what is reported begins: "that", "to" and question words belong to it, a preposition
    /// does not.
    fn behind_opener(&self, next: usize) -> usize {
        let belongs = self.words.is(next, Classes::COMPLEMENTISER)
            || matches!(self.role(next), Role::Infinitive | Role::Question);
        if belongs { next } else { next + 1 }
    }

    /// "the claim that", "Mr Lin's call for", "is confident that".
    pub(super) fn governed(&self, cue: usize, entry: &Entry) -> Option<Report> {
        let next = self.past_aside(self.after(cue));
        if next >= self.end || self.inside[next] || cue == self.from {
            return None;
        }
        if !self.governs(entry, next) {
            return None;
        }
        let that = self.words.is(next, Classes::COMPLEMENTISER);
        let first = self.behind_opener(next);
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
                .map(|(mention, name)| Speaker::named(mention, name))
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
                .map(|speaker| self.with_noun(speaker))
                .or_else(|| self.noun_right(after))
        }?;
        let behind = self.words.behind(speaker.span.end);
        let close = (behind..self.end).find(|&i| self.comma(i));
        let opens = cue <= self.from + 2
            || matches!(self.words.mark(cue - 1), Some(':' | '('))
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
        // At the end of the sentence all of it is reported, with the reports inside.
        let stop = close.unwrap_or(self.end);
        let from = if stop == self.end {
            self.start
        } else {
            self.from
        };
        let content = self.opening(from)..before;
        // "The plan, according to X, would …": the verb stands behind.
        if let Some(close) = close
            && before < cue
            && !self.finite(content.clone())
            && self.finite(close + 1..self.end)
        {
            let last = self.content_end(close + 1, cue, false);
            return Some(Report {
                content: vec![content, close + 1..last],
                cue: cue..after,
                speaker: Some(speaker),
                next: last,
            });
        }
        let mut report = self.make(content, CLAUSE_WORDS, cue, Some(speaker))?;
        report.next = stop;
        Some(report)
    }

    /// "According to Norwegian rules, …": an adjective that a list takes for a name, with its noun.
    fn with_noun(&self, speaker: Speaker) -> Speaker {
        let first = self.words.at(speaker.span.start);
        let behind = self.words.at(speaker.span.end);
        let noun = |i: &usize| {
            self.words.list[*i].shape == Shape::Lower
                && self.role(*i) == Role::None
                && !self
                    .words
                    .is(*i, REPORTING.and(Classes::STOP).and(Classes::PREPOSITION))
        };
        let last = (behind..self.end.min(behind + 3)).take_while(noun).last();
        let lone = behind == first + 1 && speaker.name.is_none();
        match last {
            Some(last) if lone && self.comma(last + 1) => Speaker {
                span: speaker.span.join(self.words.list[last].core),
                name: None,
            },
            _ => speaker,
        }
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
        if self.words.is(i, Classes::ATTRIBUTION) {
            return true;
        }
        if self.participle(i) {
            return self.words.entry(i).is_some_and(|entry| {
                entry.classes.has(Classes::VERB) || !entry.takes.only_marks()
            });
        }
        if !joined && reports(i) && self.is_verb_form(i) && !self.words.is(i, Classes::STANCE) {
            return true;
        }
        if !joined && matches!(self.role(i), Role::Preposition | Role::Question) {
            return false;
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
