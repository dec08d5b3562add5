//! Reported clauses of a language with a mood of reported speech whose verb stands second in main
//! clauses and last in others ("Die Lage sei ernst, sagte er", "Der Minister betonte, man habe …").
//!
//! A report is told by its reporting word and by what opens behind the comma: a complementiser, a
//! verb in the mood, an infinitive. A main clause in the mood goes on with what was reported
//! before; [`super::resolve`] carries its speaker on.

pub(super) mod back;
mod running;
mod source;

use super::beside;
use super::reports::{self, Report};
use super::speakers::{Named, subject_left, subject_right};
use crate::lexicon::{Classes, Ending, Role, Side, Takes};
use crate::words::{Shape, Words};
use crate::{Mention, Speaker};
use std::ops::Range;

/// How far behind the reporting verb its clause may open, in words: over whom it is told, when,
/// and who they are.
const REACH: usize = 24;

/// A name in marks has at most so many words.
const NAME: usize = 5;

/// A verb may have its other part so many words long at the end of its clause: "in Aussicht".
const FRAME: usize = 3;

/// The noun of a text stands at most so many words behind its preposition.
const FAR: usize = 7;

/// What is reported before "…, sagte er" has at least so many words.
const CLAUSE_WORDS: usize = 3;

/// A sentence while it is read.
pub(super) struct Clauses<'a> {
    words: &'a Words<'a>,
    named: &'a Named<'a>,
    inside: &'a [bool],
    start: usize,
    end: usize,
}

/// Whether the language is read this way.
pub(super) fn reads(words: &Words) -> bool {
    words.lexicon.pack.meta.noun_capitals && words.lexicon.has_reported_mood()
}

/// The reports of the sentence of the words in `range`.
pub(super) fn in_sentence(
    words: &Words,
    named: &Named,
    inside: &[bool],
    range: Range<usize>,
    mentions: &mut Vec<Mention>,
) {
    let clauses = Clauses {
        words,
        named,
        inside,
        start: range.start,
        end: range.end,
    };
    if let Some(report) = back::sentence_before(words, named, inside, &range, mentions) {
        mentions.extend(reports::mention(words, inside, &report));
    }
    let follows = mentions
        .last()
        .is_some_and(|before| before.sentence + 1 == words.list[range.start].sentence);
    let mut found: Vec<Report> = Vec::new();
    let mut from = range.start;
    let mut cue = range.start;
    while cue < range.end {
        let report = if inside[cue] {
            None
        } else {
            clauses.report(from, cue)
        };
        match report {
            Some(report) => {
                cue = report.next.max(cue + 1);
                from = cue;
                found.push(report);
            }
            None => cue += 1,
        }
    }
    // "Er habe gesagt, dass …": the whole goes on with what somebody reports, unless a phrase or
    // "…, sagte er" reports the whole.
    let outer = |report: &Report| {
        let opens = |part: &Range<usize>| {
            part.start <= range.start + 1
                || report.cue.start < part.start && !words.is(report.cue.start, Classes::VERB)
        };
        report.content.first().is_some_and(opens)
    };
    if !found.iter().any(outer) && clauses.goes_on(follows) {
        if running::runs_on(words, inside, &range, mentions) {
            return;
        }
        found = clauses.whole().into_iter().collect();
    } else if found.is_empty() {
        found.extend(clauses.unlisted());
    }
    mentions.extend(
        found
            .iter()
            .filter_map(|report| reports::mention(words, inside, report)),
    );
}

impl Clauses<'_> {
    fn role(&self, i: usize) -> Role {
        self.words.role(i)
    }

    fn comma(&self, i: usize) -> bool {
        matches!(self.words.mark(i), Some(',')) && !self.inside[i]
    }

    fn lower(&self, i: usize) -> bool {
        self.words
            .list
            .get(i)
            .is_some_and(|word| word.shape == Shape::Lower)
    }

    fn after(&self, i: usize) -> usize {
        i + self.words.list[i].reach.max(1)
    }

    fn that(&self, i: usize) -> bool {
        i < self.end && self.words.is(i, Classes::COMPLEMENTISER)
    }

    /// Whether a verb stands at word `i` in the mood of reported speech.
    fn mood(&self, i: usize) -> bool {
        i < self.end
            && !self.inside[i]
            && self.lower(i)
            && (self.role(i) == Role::Reported
                || self.words.entry(i).is_none()
                    && self.words.lexicon.ending(self.words.core(i)) == Some(Ending::Reported)
                    && !(i > self.start && self.words.is(i - 1, Classes::DETERMINER)))
            && !(self.start.max(i.saturating_sub(1))..self.end.min(i + 3))
                .any(|k| self.role(k) == Role::First)
    }

    /// Whether a verb with its person stands at word `i`, as far as lists or its place behind a
    /// noun tell.
    fn finite(&self, i: usize) -> bool {
        if i >= self.end || self.inside[i] || !self.lower(i) {
            return false;
        }
        self.listed(i) || self.behind_noun(i)
    }

    /// Whether the lists know a verb with its person at word `i`.
    fn listed(&self, i: usize) -> bool {
        // "die Straßen zu räumen"
        let infinitive = i > self.start
            && self.role(i - 1) == Role::Preposition
            && self.words.lexicon.ending(self.words.core(i)) == Some(Ending::Weak);
        i < self.end
            && !self.inside[i]
            && self.lower(i)
            && !infinitive
            && (self.mood(i)
                || matches!(
                    self.role(i),
                    Role::Be | Role::Conditional | Role::Finite | Role::Hearsay
                )
                || self.words.is(i, Classes::VERB))
    }

    /// Whether word `i` is no small word and stands right behind a noun or name: where no
    /// adjective can stand, a verb does.
    fn behind_noun(&self, i: usize) -> bool {
        self.lower(i)
            && self.role(i) == Role::None
            && !self.words.is(
                i,
                Classes::STOP
                    .and(Classes::DETERMINER)
                    .and(Classes::PREPOSITION)
                    .and(Classes::PRONOUN)
                    .and(Classes::ATTRIBUTION)
                    .and(Classes::COMPLEMENTISER),
            )
            && i > self.start
            && (self.words.list[i - 1].is_capital()
                || self.inside[i - 1]
                || matches!(self.words.mark(i - 1), Some(')')))
    }

    /// The next comma or the like from word `i` on, or the end.
    fn close(&self, i: usize) -> usize {
        (i..self.end)
            .find(|&k| {
                !self.inside[k] && matches!(self.words.mark(k), Some(',' | ';' | ':' | '–' | '—'))
            })
            .unwrap_or(self.end)
    }

    /// Where the clause of word `i` opens, behind its comma.
    fn open(&self, i: usize) -> usize {
        (self.start..i)
            .rev()
            .find(|&k| {
                !self.inside[k] && matches!(self.words.mark(k), Some(',' | ';' | ':' | '–' | '—'))
            })
            .map_or(self.start, |k| k + 1)
    }

    /// Whether the clause that opens at word `i` hangs on another.
    fn hangs(&self, i: usize) -> bool {
        self.that(i)
            || matches!(
                self.role(i),
                Role::Subordinator | Role::Concession | Role::Relative | Role::Question
            )
    }

    /// Whether a relative clause opens at word `i`, right behind a comma: an article with its verb
    /// at the end, also behind a preposition.
    fn relative(&self, i: usize) -> bool {
        let close = self.close(i);
        let pronoun = if self.role(i) == Role::Preposition && self.role(i + 1) == Role::Relative {
            i + 1
        } else {
            i
        };
        i > self.start
            && self.comma(i - 1)
            && (self.role(pronoun) == Role::Relative
                || self.words.is(pronoun, Classes::DETERMINER)
                    && close > i + 1
                    && self.finite(close - 1)
                    && !self.led_infinitive(close - 1)
                    // "die Impfungen würden am Montag beginnen": a main clause.
                    && !(i + 1..close - 1)
                        .any(|k| self.mood(k) || self.role(k) == Role::Conditional))
    }

    /// Whether the small word of the infinitive is written into word `i`: "durchzulassen".
    fn led_infinitive(&self, i: usize) -> bool {
        let word = self.words.core(i);
        self.words.lexicon.ending(word) == Some(Ending::Weak)
            && self.words.lexicon.holds_infix(word)
    }

    /// What the verb at word `cue` takes together with the words right before word `close`, which
    /// end its clause: "stellte den Anlegern in Aussicht, …".
    fn frame(&self, cue: usize, close: usize) -> Takes {
        let lexicon = self.words.lexicon;
        let verb = self.words.folded(cue);
        let Some(beginning) = lexicon.beginning(verb) else {
            return Takes::default();
        };
        (1..=FRAME)
            .filter(|&count| cue + count < close)
            .filter_map(|count| {
                let first = close - count;
                let (index, reach) = beginning.longest(|k| match k {
                    0 => Some(verb),
                    k if k <= count => Some(self.words.folded(first + k - 1)),
                    _ => None,
                })?;
                lexicon.entry(index).filter(|_| reach == count + 1)
            })
            .fold(Takes::default(), |takes, entry| takes.and(entry.takes))
    }

    /// Whether word `i` stands in marks that hold few words with a capital: a name, over which a
    /// clause goes on ("empfahl in der Zeitschrift „Hafenblatt“, …").
    fn named_in_marks(&self, i: usize) -> bool {
        let first = (self.start..i)
            .rev()
            .take(NAME + 1)
            .take_while(|&k| self.inside[k])
            .last()
            .unwrap_or(i);
        let end = (i..self.end.min(i + NAME + 2))
            .find(|&k| !self.inside[k])
            .unwrap_or(self.end);
        end <= first + NAME + 2
            && self
                .words
                .list
                .get(first + 1)
                .is_some_and(crate::words::Word::is_capital)
    }

    fn report(&self, from: usize, cue: usize) -> Option<Report> {
        let entry = self.words.entry(cue);
        if let Some(entry) = entry {
            if entry.classes.has(Classes::ATTRIBUTION) && entry.side != Side::None {
                return self.phrase(from, cue, entry);
            }
            if entry.classes.has(Classes::VERB) && self.lower(cue) {
                return self
                    .aside(cue)
                    .or_else(|| self.ahead(cue))
                    .or_else(|| self.behind(from, cue))
                    .or_else(|| self.called(from, cue));
            }
        }
        self.compound(cue)
    }

    /// "betonte gestern, man habe", "sagte, dass", "empfahl, … einzuleiten".
    fn ahead(&self, cue: usize) -> Option<Report> {
        let takes = self.words.entry(cue)?.takes;
        let after = self.after(cue);
        let mut commas = 0;
        for i in after..self.end.min(after + REACH) {
            if self.inside[i] {
                if i > after && self.named_in_marks(i) {
                    continue;
                }
                return None;
            }
            let colon = matches!(self.words.mark(i), Some(':'));
            let bare = self.that(i) && i == after;
            if !(self.comma(i) || colon || bare) {
                continue;
            }
            let first = if bare { i } else { i + 1 };
            if first >= self.end {
                return None;
            }
            let takes = takes.and(self.frame(cue, i));
            if bare || self.opens(first, takes) || colon && takes.has(Takes::THAT) {
                let speaker = self.speaker(cue, i);
                return self.make(first..self.content_end(first), cue, speaker);
            }
            commas += 1;
            if colon || commas > 3 {
                return None;
            }
        }
        None
    }

    /// Whether what is reported opens at word `first`.
    fn opens(&self, first: usize, takes: Takes) -> bool {
        let close = self.close(first);
        let mood = || (first..close).any(|i| self.mood(i));
        if self.that(first) {
            return takes.has(Takes::THAT) || mood();
        }
        // "stellten eine Lösung dar, die noch fehle": behind a verb that takes no clause.
        let stop = if takes.has(Takes::THAT) {
            close
        } else {
            close.saturating_sub(1)
        };
        if self.inside[first] || self.relative(first) && !(first + 1..stop).any(|i| self.mood(i)) {
            return false;
        }
        if self.role(first) == Role::Question {
            return takes.has(Takes::THAT.and(Takes::QUESTION));
        }
        if matches!(
            self.role(first),
            Role::Subordinator | Role::Concession | Role::Coordinator
        ) {
            return false;
        }
        let conditional =
            || takes.has(Takes::THAT) && (first..close).any(|i| self.role(i) == Role::Conditional);
        let infinitive = || {
            takes.has(Takes::INFINITIVE)
                // "um zu helfen" tells what for.
                && !self.words.lexicon.is_purpose(self.words.folded(first))
                && close > first
                && self.lower(close - 1)
                && (self.words.lexicon.ending(self.words.core(close - 1)) == Some(Ending::Weak)
                    || self.role(close - 1) == Role::Infinitive)
                && !(first..close).any(|i| self.finite(i) && !self.behind_noun(i))
        };
        let bare = || {
            takes.has(Takes::THAT)
                && self
                    .words
                    .is(first, Classes::PRONOUN.and(Classes::DETERMINER))
                && (first + 1..close.min(first + 6)).any(|i| {
                    matches!(self.role(i), Role::Be | Role::Finite | Role::Hearsay) && i + 1 < close
                })
                && !self.relative(first)
        };
        mood() || conditional() || infinitive() || bare()
    }

    /// Where what is reported from word `first` on ends: before another attribution, or a joined
    /// verb that stands in no mood.
    fn content_end(&self, first: usize) -> usize {
        for i in first + 1..self.end {
            if self.inside[i] {
                continue;
            }
            if matches!(self.words.mark(i), Some(';')) {
                return i;
            }
            // "sagte, man sei bereit und fügte hinzu"
            if self.role(i) == Role::Coordinator
                && i + 1 < self.end
                && !self.that(first)
                && self.words.is(i + 1, Classes::VERB)
                && self.lower(i + 1)
                && !self.mood(i + 1)
                && (first..i).any(|k| self.mood(k))
                && !(i + 1..self.close(i + 1)).any(|k| self.mood(k))
            {
                return i;
            }
            if !self.comma(i) || i + 1 >= self.end {
                continue;
            }
            let next = i + 1;
            // "…, sagte er", "…, so der Sprecher"
            let verb = self.words.is(next, Classes::VERB)
                && self.lower(next)
                && !self.mood(next)
                && self.noun(self.after(next));
            let thus = self.words.is(next, Classes::ATTRIBUTION) && self.noun(self.after(next));
            let joined = self.role(next) == Role::Coordinator
                && self.finite(next + 1)
                && !self.mood(next + 1)
                && self.role(next + 1) != Role::Conditional;
            if verb || thus || joined {
                return i;
            }
        }
        self.end
    }

    /// Whether a noun phrase or pronoun opens at word `i`.
    fn noun(&self, i: usize) -> bool {
        i < self.end
            && (self.words.is(
                i,
                Classes::DETERMINER
                    .and(Classes::PRONOUN)
                    .and(Classes::SOURCE)
                    .and(Classes::TITLE),
            ) || self.named.at(i).is_some()
                || self.words.list[i].is_capital())
    }

    /// "…, sagte der Sprecher".
    fn behind(&self, from: usize, cue: usize) -> Option<Report> {
        let takes = self.words.entry(cue)?.takes;
        let after = self.after(cue);
        let comma = cue.checked_sub(1).filter(|&i| i > from && self.comma(i))?;
        // "…, heißt es in dem Brief"
        let within = takes.has(Takes::WITHIN)
            && self.words.list[cue].reach > 1
            && self.role(after) == Role::Preposition;
        let said = takes.has(Takes::THAT) && self.noun(after);
        if self.inside[comma - 1] || !(within || said) {
            return None;
        }
        // "Der Sprecher der Partei, die das fordert, sagte dem Blatt …", "Lin, der Minister, sagte"
        let open = self.open(comma);
        let until = if open > from && self.relative(open) {
            open
        } else {
            comma
        };
        if !(from..until).any(|i| self.finite(i)) {
            return None;
        }
        let speaker = beside::speaker_of(self.words, self.named, cue, cue, self.end)
            .or_else(|| subject_right(self.words, self.named, after, self.end));
        let speaker = speaker.or_else(|| self.noun_behind(after).filter(|_| within));
        let first = self.opening(from);
        let mut report = self.make(first..comma, cue, Some(speaker?))?;
        report.next = self.close(after);
        Some(report)
    }

    /// The first noun behind word `after`: "in einem am Freitag veröffentlichten Plan".
    fn noun_behind(&self, after: usize) -> Option<Speaker> {
        let at = (after + 1..self.end.min(after + FAR)).find(|&i| {
            self.words.list[i].is_capital() && !self.words.lexicon.is_time(self.words.folded(i))
        })?;
        Some(Speaker {
            span: self.words.list[at].core,
            name: None,
        })
    }

    /// "nannte die Kosten die größte Sorge": a noun phrase with its article at once behind the verb
    /// whose subject stands before it.
    fn called(&self, from: usize, cue: usize) -> Option<Report> {
        let after = self.after(cue);
        let close = self.close(after);
        let object = self.words.entry(cue)?.takes.has(Takes::OBJECT)
            && after < close
            && self.words.is(after, Classes::DETERMINER)
            && !(after..close).any(|i| self.inside[i] || self.finite(i));
        if !object || close - after <= CLAUSE_WORDS {
            return None;
        }
        let speaker = subject_left(self.words, self.named, cue, from)?;
        self.make(after..close, cue, Some(speaker))
    }

    /// The first word from `from` on that is no mark.
    fn opening(&self, from: usize) -> usize {
        (from..self.end)
            .find(|&i| self.inside[i] || !self.words.list[i].is_mark())
            .unwrap_or(from)
    }

    /// "…, wie der Sprecher mitteilte, …": what stands around it is reported.
    fn aside(&self, cue: usize) -> Option<Report> {
        let mut open = self.open(cue);
        // "Wie der Direktor des Amtes, Lin Jian, mitteilte"
        if open > self.start
            && self.role(self.start) == Role::Question
            && !(self.start..cue).any(|i| self.listed(i))
        {
            open = self.start;
        }
        let close = self.close(cue);
        let takes = self.words.entry(cue)?.takes;
        if self.role(open) != Role::Question
            || takes.only_marks()
            || close > self.after(cue) + 1
            || open + 1 >= cue
        {
            return None;
        }
        let speaker = self
            .medium(open + 1)
            .or_else(|| subject_right(self.words, self.named, open + 1, cue))
            .or_else(|| self.speaker(cue, close));
        let behind = (close + 1).min(self.end);
        let before = self.start..open.saturating_sub(1).max(self.start);
        self.build([before, behind..self.end], cue, speaker, self.end)
    }

    fn speaker(&self, cue: usize, end: usize) -> Option<Speaker> {
        beside::speaker_of(self.words, self.named, cue, self.start, end)
    }

    fn make(&self, content: Range<usize>, cue: usize, speaker: Option<Speaker>) -> Option<Report> {
        let next = content.end;
        self.build([content, next..next], cue, speaker, next)
    }

    fn build(
        &self,
        content: [Range<usize>; 2],
        cue: usize,
        speaker: Option<Speaker>,
        next: usize,
    ) -> Option<Report> {
        let content: Vec<Range<usize>> = content
            .into_iter()
            .filter(|part| part.start < part.end)
            .collect();
        let count = content
            .iter()
            .cloned()
            .flatten()
            .filter(|&i| !self.words.list[i].is_mark())
            .count();
        let spoken = speaker.filter(|speaker| {
            !content.iter().any(|part| {
                self.words.list[part.start]
                    .span
                    .join(self.words.list[part.end - 1].span)
                    .overlaps(speaker.span)
            })
        });
        (count >= CLAUSE_WORDS).then(|| Report {
            content,
            cue: cue..self.after(cue),
            speaker: spoken,
            next: next.max(self.after(cue)),
        })
    }
}
