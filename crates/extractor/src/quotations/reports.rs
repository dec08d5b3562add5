//! Reported clauses by the way their sentence is built: which word reports, who is its subject,
//! where what it reports begins, and where the clause ends.
//!
//! For languages whose pack lists the small words that build clauses. A report is told by its
//! reporting word (a verb of speech or stance, a noun as "the claim that", an adjective as
//! "confident that") together with what this word takes; what is reported reaches to the end of
//! its clause, which another subject with its own reporting word, a participle ("adding") or a
//! relative clause ends. Only the outermost report of a clause counts.

use super::speakers::{Named, subject_left, subject_right};
use crate::lexicon::{Classes, Ending, Entry, Role, Side, Takes};
use crate::words::{Shape, Words};
use crate::{Form, Mention, Quotation, Speaker, Value};
use segmenter::Span;
use std::ops::Range;

/// A clause has at least this many words: "he said so" reports nothing.
const CLAUSE_WORDS: usize = 3;

/// An object or infinitive may be one word: "supports Lin".
const OBJECT_WORDS: usize = 1;

/// How far after the reporting word its clause may begin: "told reporters in Beijing that".
const REACH: usize = 12;

/// How many words may stand behind "…, he said" to the end of its clause.
const TAIL: usize = 12;

/// A clause more than this many tenths of which stand in marks is direct speech.
const MARKED: usize = 9;

/// Words that report.
const REPORTING: Classes = Classes::VERB.and(Classes::STANCE);

/// What is reported, before it becomes a mention.
struct Report {
    /// Ranges of words; two where the attribution stands inside.
    content: Vec<Range<usize>>,
    cue: Range<usize>,
    speaker: Option<Speaker>,
    /// Where reading goes on.
    next: usize,
}

/// The reports of the sentence of the words in `range`.
pub(super) fn in_sentence(
    words: &Words,
    named: &Named,
    inside: &[bool],
    range: Range<usize>,
    mentions: &mut Vec<Mention>,
) {
    let end = range
        .clone()
        .rev()
        .find(|&i| !words.list[i].is_mark() || inside[i])
        .map_or(range.start, |last| last + 1);
    let mut clause = Clauses {
        words,
        named,
        inside,
        start: range.start,
        from: range.start,
        end,
        speaker: None,
    };
    let mut cue = range.start;
    while cue < end {
        let report = if inside[cue] {
            None
        } else {
            clause.report(cue)
        };
        match report.and_then(|report| Some((mention(words, inside, &report)?, report))) {
            Some((found, report)) => {
                while mentions.last().is_some_and(|before: &Mention| {
                    before.sentence == found.sentence && found.span.contains(before.span)
                }) {
                    mentions.pop();
                }
                if report.speaker.is_some() {
                    clause.speaker.clone_from(&report.speaker);
                }
                mentions.push(found);
                cue = report.next.max(cue + 1);
                clause.from = cue;
            }
            None => cue += 1,
        }
    }
}

/// The mention that a report makes; none where it is too short or little else than words in marks.
fn mention(words: &Words, inside: &[bool], report: &Report) -> Option<Mention> {
    let all = || report.content.iter().cloned().flatten();
    let total = all().count();
    let marked = all().filter(|&i| inside[i]).count();
    if total == 0 || 10 * marked > MARKED * total {
        return None;
    }
    let spans: Vec<Span> = report
        .content
        .iter()
        .filter(|part| part.start < part.end)
        .map(|part| {
            words.list[part.start]
                .span
                .join(words.list[part.end - 1].span)
        })
        .collect();
    let (first, last) = (spans.first()?, spans.last()?);
    Some(Mention {
        sentence: words.list[report.content.first()?.start].sentence,
        span: first.join(*last),
        value: Value::Quotation(Quotation {
            form: Form::Indirect,
            cue: Some(
                words.list[report.cue.start]
                    .core
                    .join(words.list[report.cue.end - 1].core),
            ),
            clause: None,
            speaker: report.speaker.clone(),
            content: spans,
        }),
    })
}

/// A sentence while it is read.
struct Clauses<'a> {
    words: &'a Words<'a>,
    named: &'a Named<'a>,
    inside: &'a [bool],
    start: usize,
    /// Behind the report before.
    from: usize,
    end: usize,
    /// Who spoke last in this sentence.
    speaker: Option<Speaker>,
}

impl Clauses<'_> {
    fn report(&self, cue: usize) -> Option<Report> {
        let entry = self.words.entry(cue)?;
        if entry.classes.has(Classes::ATTRIBUTION) {
            return if entry.side == Side::None {
                None
            } else {
                self.phrase(cue, entry)
            };
        }
        if entry.classes.has(REPORTING)
            && let Some(found) = self.verb(cue, entry)
        {
            return Some(found);
        }
        if entry.classes.has(Classes::CLAIM.and(Classes::MOOD)) {
            return self.governed(cue, entry);
        }
        None
    }

    fn role(&self, i: usize) -> Role {
        self.words.entry(i).map_or(Role::None, |entry| entry.role)
    }

    fn comma(&self, i: usize) -> bool {
        matches!(self.words.mark(i), Some(',' | '،' | '，')) && !self.inside[i]
    }

    fn ending(&self, i: usize) -> Option<Ending> {
        let core = self.words.core(i);
        self.words.lexicon.ending(core)
    }

    fn participle(&self, i: usize) -> bool {
        self.ending(i) == Some(Ending::Participle)
    }

    fn adverb(&self, i: usize) -> bool {
        self.ending(i) == Some(Ending::Adverb) || self.role(i) == Role::Inner
    }

    fn possessive(&self, i: usize) -> bool {
        self.words.list.get(i).is_some_and(|word| {
            let written = word.span.of(&self.words.document.article.text);
            !word.is_mark()
                && (word.core != word.span
                    || self.words.lexicon.suffixes().contains(&"'")
                        && written.contains(['\'', '’']))
        })
    }

    fn after(&self, i: usize) -> usize {
        i + self.words.list[i].reach.max(1)
    }

    /// Where the verb group of `cue` begins ("has repeatedly said").
    fn group(&self, cue: usize) -> usize {
        let mut first = cue;
        while first > self.from
            && cue - first < 6
            && !self.inside[first - 1]
            && (matches!(
                self.role(first - 1),
                Role::Inner | Role::Be | Role::Infinitive
            ) || self.ending(first - 1) == Some(Ending::Adverb))
        {
            first -= 1;
        }
        first
    }

    /// Whether the reporting word is a verb here, and whether its subject is who suffers it.
    fn is_verb(&self, cue: usize, entry: &Entry) -> Option<bool> {
        let group = self.group(cue);
        let form = self.words.core(cue);
        let participle = self.participle(cue);
        let auxiliary = (group..cue)
            .rev()
            .find(|&i| matches!(self.role(i), Role::Be | Role::Infinitive) || self.has(i));
        let passive = auxiliary.is_some_and(|i| self.role(i) == Role::Be)
            && !participle
            && (form.ends_with('d') || !form.ends_with('s'));
        if group < cue && auxiliary.is_some() {
            return Some(passive);
        }
        if group == self.start {
            return (participle || entry.classes.has(Classes::VERB)).then_some(false);
        }
        let before = group - 1;
        if participle {
            let noun = self.words.is(before, Classes::DETERMINER) || self.possessive(before);
            return (!noun).then_some(false);
        }
        // "the trade plan for": a bare form needs a subject of many.
        let bare = group == cue && self.ending(cue).is_none() && entry.classes.has(Classes::CLAIM);
        if bare
            && !self.words.is(before, Classes::PRONOUN.and(Classes::SOURCE))
            && !matches!(
                self.role(before),
                Role::Relative | Role::Question | Role::Coordinator
            )
            && self.ending(before) != Some(Ending::Third)
        {
            return None;
        }
        let noun = (self.words.is(before, Classes::DETERMINER)
            && !self
                .words
                .is(before, Classes::PRONOUN.and(Classes::COMPLEMENTISER)))
            || self.possessive(before)
            || self.role(before) == Role::Preposition
            || group < cue
                && self.ending(cue - 1) != Some(Ending::Adverb)
                && auxiliary.is_none()
                && self.role(cue - 1) != Role::Inner;
        (!noun).then_some(false)
    }

    /// Whether word `i` makes a perfect or stands for a modal: nothing but a verb follows.
    fn has(&self, i: usize) -> bool {
        self.role(i) == Role::Inner && self.ending(i) != Some(Ending::Adverb)
    }

    /// The subject of the verb group that begins at `group`.
    fn subject(&self, group: usize, cue: usize) -> Option<Speaker> {
        if self.participle(cue) {
            return self.speaker.clone().or_else(|| {
                subject_left(self.words, self.named, group, self.from)
                    .or_else(|| self.opener(group))
            });
        }
        subject_left(self.words, self.named, group, self.from)
            .or_else(|| self.noun_left(group))
            .or_else(|| self.speaker.clone())
            .or_else(|| self.opener(group))
    }

    /// A common noun that no list knows, right before the verb.
    fn noun_left(&self, group: usize) -> Option<Speaker> {
        let mut last = group.checked_sub(1).filter(|&i| i >= self.from)?;
        if self.comma(last) && last > self.from {
            last -= 1;
        }
        let word = &self.words.list[last];
        let plain = !word.is_mark()
            && !self.inside[last]
            && !self.words.is(
                last,
                Classes::STOP
                    .and(Classes::PREPOSITION)
                    .and(REPORTING)
                    .and(Classes::COMPLEMENTISER),
            )
            && self.role(last) == Role::None
            && word.shape != Shape::Number;
        plain.then_some(Speaker {
            span: word.core,
            name: None,
        })
    }

    /// Who or what opens the sentence.
    fn opener(&self, before: usize) -> Option<Speaker> {
        (self.start < before)
            .then(|| subject_right(self.words, self.named, self.start, before))
            .flatten()
    }

    fn verb(&self, cue: usize, entry: &Entry) -> Option<Report> {
        let passive = self.is_verb(cue, entry)?;
        let after = self.after(cue);
        let group = self.group(cue);
        if self.words.mark(after).is_some_and(|mark| {
            !matches!(
                mark,
                ',' | ':' | '-' | '—' | '–' | '(' | '\'' | '"' | '“' | '‘'
            )
        }) && !entry.takes.has(Takes::CLAUSE)
        {
            return None;
        }
        if passive {
            return self.passive(cue, group, after, entry);
        }
        // "…", said Lin Jian; "…", he said on Tuesday: what stands in marks before is reported.
        let that = (after..self.end.min(after + REACH))
            .take_while(|&i| !self.inside[i] && !self.comma(i))
            .any(|i| self.words.is(i, Classes::COMPLEMENTISER));
        if !that && self.follows_marks(group) {
            return None;
        }
        if entry.takes.has(Takes::CLAUSE.and(Takes::PERSON))
            && let Some(found) = self.parenthesis(cue, group, after, entry)
        {
            return Some(found);
        }
        let (first, least) = self.complement(after, entry.takes)?;
        let speaker = self.subject(group, cue)?;
        let last = self.content_end(first, cue, least == OBJECT_WORDS);
        self.make(first..last, least, cue, Some(speaker))
    }

    /// Whether nothing but a subject stands between marked words and the verb group.
    fn follows_marks(&self, group: usize) -> bool {
        (self.start.max(group.saturating_sub(6))..group)
            .rev()
            .find(|&i| {
                self.inside[i]
                    || self.words.list[i].is_mark() && self.words.mark(i) != Some('.')
                    || self.words.is(i, REPORTING)
                    || self.role(i) != Role::None
            })
            .is_some_and(|i| {
                let text = self.words.document.article.text.as_str();
                let behind = self.words.list[i].span.start;
                self.inside[i]
                    && (i + 1 == group
                        || text
                            .get(..behind)
                            .is_some_and(|before| before.ends_with([',', '?', '!', '.', '\'']))
                        || self.comma(i + 1))
            })
    }

    /// A form of a verb that no noun shares, or one with its subject before it.
    fn is_verb_form(&self, i: usize) -> bool {
        self.words
            .entry(i)
            .is_some_and(|entry| self.is_verb(i, entry).is_some())
    }

    fn make(
        &self,
        content: Range<usize>,
        least: usize,
        cue: usize,
        speaker: Option<Speaker>,
    ) -> Option<Report> {
        let count = content
            .clone()
            .filter(|&i| !self.words.list[i].is_mark())
            .count();
        (count >= least).then(|| Report {
            next: content.end.max(self.after(cue)),
            content: vec![content],
            cue: cue..self.after(cue),
            speaker,
        })
    }

    /// "was told that", "is expected to".
    fn passive(&self, cue: usize, group: usize, after: usize, entry: &Entry) -> Option<Report> {
        if self.role(after) == Role::Infinitive
            && entry.takes.has(Takes::CLAUSE.and(Takes::OBJECT))
            && group > self.from
        {
            // Who is expected belongs to what is expected.
            let subject = self.phrase_left(group)?;
            let last = self.content_end(after, cue, true);
            return Some(Report {
                content: vec![subject..group, after..last],
                cue: group..self.after(cue),
                speaker: None,
                next: last,
            });
        }
        if !entry.takes.has(Takes::THAT) {
            return None;
        }
        let first = (after..self.end.min(after + REACH / 2))
            .take_while(|&i| !self.inside[i] && !self.comma(i))
            .find(|&i| {
                self.words.is(i, Classes::COMPLEMENTISER)
                    || i == after
                        && self.role(i) == Role::Question
                        && entry.takes.has(Takes::QUESTION)
            })?;
        let last = self.content_end(first, cue, false);
        self.make(first..last, CLAUSE_WORDS, cue, None)
    }

    /// Where the noun phrase before word `end` begins.
    fn phrase_left(&self, end: usize) -> Option<usize> {
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
                )
            {
                break;
            }
            first = i;
        }
        (first < end).then_some(first)
    }

    /// "…, he said", "…, said Lin Jian", "…, he said, …".
    fn parenthesis(&self, cue: usize, group: usize, after: usize, entry: &Entry) -> Option<Report> {
        let before = (self.from..group)
            .rev()
            .take(REACH)
            .find(|&i| self.comma(i) || self.dash(i))
            .filter(|&i| i > self.from)?;
        if self.inside[before - 1] || self.participle(cue) {
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
        ) {
            return None;
        }
        let inverted = group == before + 1 && group == cue;
        let (speaker, tail) = if inverted {
            let speaker = subject_right(self.words, self.named, after, self.end)?;
            let at = self
                .words
                .list
                .partition_point(|word| word.span.end <= speaker.span.start);
            let stop = (after..self.end)
                .find(|&i| self.comma(i) || self.role(i) == Role::Relative)
                .unwrap_or(self.end);
            if at > after + 3
                || self.words.is(after, Classes::PRONOUN)
                || matches!(self.role(after), Role::Preposition | Role::Time)
                || self.finite(after..stop)
                || !self.finite(self.start..before)
            {
                return None;
            }
            let behind = self
                .words
                .list
                .partition_point(|word| word.span.start < speaker.span.end);
            (speaker, behind)
        } else {
            // An apposition is longer than "the minister".
            if group - before > 8 {
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
                || matches!(
                    self.role(tail),
                    Role::Preposition | Role::Time | Role::Subordinator | Role::Inner
                )
                || self.words.is(tail, Classes::PREPOSITION)
                || self.ending(tail) == Some(Ending::Adverb)
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
        let mut next = stop;
        if let Some(close) = close
            && !inverted
            && stop - tail <= 3
            && close + 1 < self.end
            && !self.starts_report(close + 1)
        {
            let last = self.content_end(close + 1, cue, false);
            if last > close + 1 {
                content.push(close + 1..last);
                next = last;
            }
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

    /// A dash with spaces around it, or a long one.
    fn dash(&self, i: usize) -> bool {
        if self.inside[i] {
            return false;
        }
        match self.words.mark(i) {
            Some('—' | '–' | '―') => true,
            Some('-') => i > 0 && self.words.list[i - 1].span.end < self.words.list[i].span.start,
            _ => false,
        }
    }

    /// The first word of the clause that opens at word `from`, behind marks and joining words.
    fn opening(&self, from: usize) -> usize {
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
    fn complement(&self, after: usize, takes: Takes) -> Option<(usize, usize)> {
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
    fn past_listener(&self, after: usize) -> Option<usize> {
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
    fn governed(&self, cue: usize, entry: &Entry) -> Option<Report> {
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
    fn phrase(&self, cue: usize, entry: &Entry) -> Option<Report> {
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

    fn noun_right(&self, after: usize) -> Option<Speaker> {
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

    /// Whether a new report opens at word `i`: "adding", "according to", "he said".
    fn starts_report(&self, i: usize) -> bool {
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

    /// The word after the clause or object that begins at `first`.
    fn content_end(&self, first: usize, cue: usize, object: bool) -> usize {
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
        let past = !self.participle(cue) && !self.words.core(cue).ends_with('s');
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
                                && self.words.core(verb).ends_with('s') != past
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
    fn lists(&self, next: usize) -> bool {
        (next + 1..self.end.min(next + 5))
            .take_while(|&i| {
                !self.inside[i]
                    && !self.words.is(i, REPORTING.and(Classes::PRONOUN))
                    && (self.role(i) == Role::None || self.role(i) == Role::Coordinator)
            })
            .any(|i| self.comma(i) || self.role(i) == Role::Coordinator)
    }

    /// How the clause opens in which the verb group at `group` stands.
    fn clause_role(&self, group: usize) -> Role {
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
    fn comma_ends(&self, first: usize, next: usize) -> bool {
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
    fn hanging(&self, first: usize) -> bool {
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
    fn finite(&self, range: Range<usize>) -> bool {
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
    fn adjunct(&self, i: usize) -> bool {
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
