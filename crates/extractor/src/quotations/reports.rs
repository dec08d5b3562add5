//! Reported clauses by the way their sentence is built: which word reports, who is its subject,
//! where what it reports begins, and where the clause ends.
//!
//! For languages whose pack lists the small words that build clauses. A report is told by its
//! reporting word (a verb of speech or stance, a noun as "the claim that", an adjective as
//! "confident that") together with what this word takes; what is reported reaches to the end of
//! its clause, which another subject with its own reporting word, a participle ("adding") or a
//! relative clause ends. Only the outermost report of a clause counts.

mod complement;
mod end;
mod parenthesis;
mod subject;

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

/// A clause more than this many tenths of which stand in marks is direct speech, unless so many
/// words of it stand outside.
const MARKED: usize = 9;
const UNMARKED: usize = 2;

/// Words that report.
const REPORTING: Classes = Classes::VERB.and(Classes::STANCE);

/// What is reported, before it becomes a mention.
pub(super) struct Report {
    /// Ranges of words; two where the attribution stands inside.
    pub(super) content: Vec<Range<usize>>,
    /// Empty where no word reports.
    pub(super) cue: Range<usize>,
    pub(super) speaker: Option<Speaker>,
    /// Where reading goes on.
    pub(super) next: usize,
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
        titled: is_titled(words, range.start..end),
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
pub(super) fn mention(words: &Words, inside: &[bool], report: &Report) -> Option<Mention> {
    let all = || report.content.iter().cloned().flatten();
    let total = all().count();
    let marked = all().filter(|&i| inside[i]).count();
    let unmarked = all().filter(|&i| {
        !inside[i] && !words.list[i].is_mark() && !words.is(i, Classes::COMPLEMENTISER)
    });
    if total == 0 || 10 * marked > MARKED * total && unmarked.count() < UNMARKED {
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
            cue: (report.cue.start < report.cue.end).then(|| {
                words.list[report.cue.start]
                    .core
                    .join(words.list[report.cue.end - 1].core)
            }),
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
    /// Whether the sentence is written like a title, with capitals throughout.
    titled: bool,
    /// Who spoke last in this sentence.
    speaker: Option<Speaker>,
}

/// Whether most words of a sentence that are no small ones have a capital: "Harbour Chief Denies
/// Report of Leak".
fn is_titled(words: &Words, range: Range<usize>) -> bool {
    let plain = |i: &usize| !words.list[*i].is_mark() && !words.is(*i, Classes::STOP);
    let small = range
        .clone()
        .filter(plain)
        .filter(|&i| words.list[i].shape == Shape::Lower)
        .count();
    let capital = range.filter(plain).filter(|&i| words.list[i].is_capital());
    4 * small <= capital.count()
}

impl Clauses<'_> {
    fn report(&self, cue: usize) -> Option<Report> {
        let entry = self.words.entry(cue)?;
        if self.words.hyphenated(cue) {
            return None;
        }
        // "the Voice", "Planned Parenthood": a capital inside a sentence makes a name.
        if self.words.list[cue].is_capital() && cue > self.start && !self.titled {
            return None;
        }
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
        self.words.role(i)
    }

    /// Whether word `i` opens a clause that hangs on another.
    fn hangs(&self, i: usize) -> bool {
        matches!(self.role(i), Role::Subordinator | Role::Concession)
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
                Role::Inner | Role::Auxiliary | Role::Be | Role::Infinitive
            ) || self.ending(first - 1) == Some(Ending::Adverb))
        {
            first -= 1;
        }
        first
    }

    /// Whether the reporting word is a verb here, and whether its subject is who suffers it.
    fn is_verb(&self, cue: usize, entry: &Entry) -> Option<bool> {
        let group = self.group(cue);
        let participle = self.participle(cue);
        let auxiliary = (group..cue)
            .rev()
            .find(|&i| matches!(self.role(i), Role::Be | Role::Infinitive) || self.has(i));
        let passive = auxiliary.is_some_and(|i| self.role(i) == Role::Be)
            && !participle
            && self.ending(cue) != Some(Ending::Third);
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
        // "other advocates also said": what another verb follows is its subject.
        if group == cue && !participle && self.verb_follows(cue) {
            return None;
        }
        // "Guards stop suspect Lin": so does a verb of stance.
        let stance = entry.base && !entry.classes.has(Classes::VERB) && !self.alone(before);
        let bare = group == cue
            && self.ending(cue).is_none()
            && (entry.classes.has(Classes::CLAIM)
                || stance && !self.words.list[before].is_capital());
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
        if group == cue && self.many(cue, entry) && !self.may_do(before) {
            return None;
        }
        let alone = self.alone(before)
            && self.ending(cue) != Some(Ending::Third)
            && self.opens_content(self.after(cue));
        let noun = (self.words.is(before, Classes::DETERMINER)
            && !alone
            && !self
                .words
                .is(before, Classes::PRONOUN.and(Classes::COMPLEMENTISER)))
            || self.possessive(before)
            || self.role(before) == Role::Preposition
            || group < cue
                && self.ending(cue - 1) != Some(Ending::Adverb)
                && auxiliary.is_none()
                && !matches!(self.role(cue - 1), Role::Inner | Role::Auxiliary);
        (!noun).then_some(false)
    }

    /// "a company called Meltemi": a past form behind a noun with an article, before a name; but "the
    /// UN urged Israel".
    fn names(&self, cue: usize, after: usize) -> bool {
        self.ending(cue) == Some(Ending::Past)
            && cue >= self.start + 2
            && !self.words.list[cue - 1].is_capital()
            && self.words.is(cue - 2, Classes::DETERMINER)
            && !self.words.is(
                cue - 1,
                Classes::SOURCE.and(Classes::TITLE).and(Classes::PRONOUN),
            )
            && self
                .words
                .list
                .get(after)
                .is_some_and(crate::words::Word::is_capital)
    }

    /// Whether a determiner can stand for its noun: "few believe", "many say".
    fn alone(&self, i: usize) -> bool {
        self.words
            .entry(i)
            .is_some_and(|entry| entry.classes.has(Classes::DETERMINER) && entry.tag == "alone")
    }

    /// Whether a reporting word can be a noun of many things: "states", "reports".
    fn many(&self, cue: usize, entry: &Entry) -> bool {
        entry.classes.has(Classes::CLAIM) && self.ending(cue) == Some(Ending::Third)
    }

    /// Whether word `i` ends a phrase of one who does something: "she", "Lin Jian", "the law".
    fn may_do(&self, i: usize) -> bool {
        self.words
            .is(i, Classes::PRONOUN.and(Classes::SOURCE).and(Classes::TITLE))
            || self.named.at(i).is_some()
            || self.role(i) == Role::Relative
            || self.role(i) == Role::Coordinator
            || self.comma(i)
            || self.words.list[i].is_capital()
            || i > self.start
                && self.words.is(i - 1, Classes::DETERMINER)
                && !self.alone(i - 1)
                && self.ending(i) != Some(Ending::Third)
    }

    /// Whether a clause or infinitive opens at word `i`.
    fn opens_content(&self, i: usize) -> bool {
        i < self.end
            && (self.words.is(
                i,
                Classes::COMPLEMENTISER
                    .and(Classes::PRONOUN)
                    .and(Classes::DETERMINER),
            ) || matches!(self.role(i), Role::Infinitive | Role::Question)
                || self.words.list[i].is_capital())
    }

    /// Whether a finite verb stands right behind word `i`, but for adverbs.
    fn verb_follows(&self, i: usize) -> bool {
        let next = (self.after(i)..self.end.min(i + 4))
            .find(|&k| self.ending(k) != Some(Ending::Adverb) && self.words.core(k) != "also");
        next.is_some_and(|next| {
            !self.inside[next]
                && self.words.is(next, REPORTING)
                && !self.participle(next)
                && self.ending(next) != Some(Ending::Third)
                && !self.words.is(next, Classes::CLAIM.and(Classes::SOURCE))
        })
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
        }) && !entry.takes.has(Takes::THAT)
        {
            return None;
        }
        if passive {
            return self.passive(cue, group, after, entry);
        }
        if let Some(found) = self.aside(cue, group, after, entry) {
            return Some(found);
        }
        if let Some(found) = self.asked(cue, group, after, entry) {
            return Some(found);
        }
        if group == cue && self.names(cue, after) {
            return None;
        }
        // "…", said Lin Jian; "…", he said on Tuesday: what stands in marks before is reported.
        let that = (after..self.end.min(after + REACH))
            .take_while(|&i| !self.inside[i] && !self.comma(i))
            .any(|i| self.words.is(i, Classes::COMPLEMENTISER));
        if !that && self.follows_marks(group) && !self.own_clause(group, after, entry) {
            return None;
        }
        if entry.takes.has(Takes::THAT)
            && let Some(found) = self.parenthesis(cue, group, after, entry)
        {
            return Some(found);
        }
        if entry.takes.has(Takes::NOUN)
            && let Some((noun, first)) = self.noun_of(after)
        {
            let speaker = self.subject(group, cue)?;
            let that = self.words.is(first, Classes::COMPLEMENTISER);
            let last = self.content_end(first, cue, !that);
            let mut report = self.make(first..last, OBJECT_WORDS, cue, Some(speaker))?;
            report.cue = cue..noun + 1;
            return Some(report);
        }
        if let Some(found) = self.related(cue, group, after, entry) {
            return Some(found);
        }
        let (first, least) = self.complement(after, entry.takes)?;
        let last = self.content_end(first, cue, least == OBJECT_WORDS);
        // "While saying that …, she left": the main clause names who.
        let speaker = self.subject(group, cue).or_else(|| {
            let fronted = self.participle(cue) && self.comma(last);
            fronted.then(|| subject_right(self.words, self.named, last + 1, self.end))?
        })?;
        // "feels left behind": a clause that opens like no subject has a verb.
        if least == CLAUSE_WORDS
            && !entry.classes.has(Classes::VERB)
            && self.role(first) == Role::None
            && !self.opens_content(first)
            && !self.finite(first..last)
        {
            return None;
        }
        // "claimed vast wealth"
        let object = entry.takes.has(Takes::OBJECT) && first == after;
        let least = if object { OBJECT_WORDS } else { least };
        self.make(first..last, least, cue, Some(speaker))
    }

    /// "what he said were mistakes", "a sum that officials say has grown": the relative word
    /// before the subject belongs to what is said.
    fn related(&self, cue: usize, group: usize, after: usize, entry: &Entry) -> Option<Report> {
        let finite = matches!(self.role(after), Role::Be | Role::Auxiliary)
            || self.ending(after) == Some(Ending::Past);
        if !entry.takes.has(Takes::CLAUSE) || after >= self.end || self.inside[after] || !finite {
            return None;
        }
        let opener = (self.start.max(group.saturating_sub(REACH / 2))..group)
            .rev()
            .take_while(|&i| !self.inside[i] && !self.comma(i) && self.role(i) != Role::Be)
            .find(|&i| {
                matches!(self.role(i), Role::Relative | Role::Question)
                    || self.words.is(i, Classes::COMPLEMENTISER)
            })
            .filter(|&i| i + 1 < group)?;
        let speaker = subject_left(self.words, self.named, group, opener + 1)
            .or_else(|| self.noun_left(group))?;
        let last = self.content_end(after, cue, false);
        Some(Report {
            content: vec![opener..opener + 1, after..last],
            cue: cue..after,
            speaker: Some(speaker),
            next: last,
        })
    }

    /// "…," the minister said the road was safe: behind words in marks a verb with its subject
    /// before it and a clause with a verb behind it reports that clause.
    fn own_clause(&self, group: usize, after: usize, entry: &Entry) -> bool {
        let stop = (after..self.end)
            .find(|&i| self.comma(i))
            .unwrap_or(self.end);
        group > 0
            && !self.inside[group - 1]
            && entry.takes.has(Takes::CLAUSE)
            && self
                .words
                .is(after, Classes::PRONOUN.and(Classes::DETERMINER))
            && self.finite(after..stop)
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
        // "endorsed her", "denies this" tell nothing of what was said.
        let pronoun = Classes::PRONOUN.and(Classes::DETERMINER);
        let pronoun = count == 1 && self.words.is(content.start, pronoun);
        (count >= least && !pronoun).then(|| Report {
            next: content.end.max(self.after(cue)),
            content: vec![content],
            cue: cue..self.after(cue),
            speaker,
        })
    }

    /// "was told that", "is expected to".
    fn passive(&self, cue: usize, group: usize, after: usize, entry: &Entry) -> Option<Report> {
        // "were called to the harbour"
        let place = self.words.is(after + 1, Classes::DETERMINER)
            || self
                .words
                .list
                .get(after + 1)
                .is_some_and(crate::words::Word::is_capital);
        if self.role(after) == Role::Infinitive
            && !place
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
        // "was asked about the plan", "was asked to name one"
        if entry.takes.has(Takes::QUESTION)
            && (self.words.list[cue].reach > 1 || self.role(after) == Role::Infinitive)
        {
            let last = self.content_end(after, cue, true);
            return self.make(after..last, OBJECT_WORDS, cue, None);
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

    /// "Asked whether …, she", "when asked about …, she": a question without who asks.
    fn asked(&self, cue: usize, group: usize, after: usize, entry: &Entry) -> Option<Report> {
        let led = |i: usize| i == self.start || self.comma(i - 1);
        let opens = group == cue
            && (cue == self.start
                || cue > self.start && self.role(cue - 1) == Role::Question && led(cue - 1));
        let question = entry.takes.has(Takes::QUESTION)
            && (self.role(after) == Role::Question
                || self.words.list[cue].reach > 1
                || self.role(after) == Role::Infinitive);
        if !opens || !question || self.ending(cue) != Some(Ending::Past) || after >= self.end {
            return None;
        }
        let last = (after..self.end)
            .find(|&i| {
                self.comma(i) && (self.finite(after..i.min(after + REACH)) || !self.lists(i + 1))
            })
            .unwrap_or(self.end);
        self.make(after..last, CLAUSE_WORDS, cue, None)
    }
}
