//! Reported speech without marks: "said that …", "…, he said", "according to …".
//!
//! Precision comes first: a clause counts only with a cue, a speaker beside it and a sign of where
//! the clause begins (a complementiser, a comma, the pack's place of the verb).

use super::beside;
use super::beside_cue::{by_own_form, is_object_or_noun, paper, stands_alone};
use super::chain;
use super::clause_close::{self, without_quotative};
use super::clauses::{
    self, OWN, asks, bare_clause, clause_end, infinitive, joined_report, opens, parted, past_day,
    perfect, question, verbal,
};
use super::gender::{Gender, Genders};
use super::headline;
use super::marks::Marked;
use super::opening;
use super::phrase;
use super::relayed;
use super::reports;
use super::speakers::{
    self, HEAD, Named, head_led, is_governed, is_led, place, subject_before, subject_left,
    subject_right, unlisted,
};
use super::verb_final::verb_final;
use super::verb_second::{self, back};
use super::{verb_first, verb_group};
use crate::lexicon::{Classes, Ending, Role, Side, Takes};
use crate::words::{Shape, Words, is_hangul};
use crate::{Form, Mention, Quotation, Speaker, Value};
use lang::VerbPlace;
use segmenter::Span;

/// A clause has at least this many words: "he said so" reports nothing.
pub(super) const LEAST_WORDS: usize = 4;

/// What an infinitive reports has at least so many words.
const PROMISE: usize = 2;

/// How far after the cue its clause may begin: "told reporters in Beijing on Tuesday that".
pub(super) const REACH: usize = 12;

/// The reported clauses of a document, as indirect quotations: those without marks, and those
/// with marked words inside, which [`super::find`] joins with them. A clause that is little else
/// than marked words is none.
pub(super) fn find(words: &Words, named: &Named, marked: &[Marked]) -> Vec<Mention> {
    let mut inside = vec![false; words.list.len()];
    for quote in marked {
        inside[quote.first..=quote.last].fill(true);
    }
    let mut mentions = Vec::new();
    let mut start = 0;
    while start < words.list.len() {
        let sentence = words.list[start].sentence;
        let end = start
            + words.list[start..]
                .iter()
                .take_while(|word| word.sentence == sentence)
                .count();
        in_sentence(words, named, &inside, start, end, &mut mentions);
        start = end;
    }
    mentions
}

/// A phrase of so many words may be part of a clause: "de acuerdo con".
const LONG: usize = 3;

/// How far after a verb that takes an object a clause may begin: "denied on Tuesday that".
pub(super) const OBJECT: usize = 3;

/// A clause more than this many tenths of which stand in marks is direct speech.
const MARKED: usize = 7;

/// A clause of a sentence with what reports it.
pub(super) struct Report {
    pub(super) content: (usize, usize),
    /// What stands before "…, he said, …", which the content goes on with.
    pub(super) before: Option<(usize, usize)>,
    /// None where a colon does what a verb would.
    pub(super) cue: Option<usize>,
    /// Nobody where the verb alone tells the person.
    pub(super) speaker: Option<Speaker>,
}

/// The clauses that the sentence of words `start..end` reports, the outer ones only.
fn in_sentence(
    words: &Words,
    named: &Named,
    inside: &[bool],
    start: usize,
    end: usize,
    mentions: &mut Vec<Mention>,
) {
    let end = (start..end)
        .rev()
        // "un 30 %"
        .find(|&i| !words.list[i].is_mark() || inside[i] || words.mark(i) == Some('%'))
        .map_or(start, |last| last + 1);
    if let Some((found, _)) =
        headline::report(words, named, start, end).and_then(|report| mention(words, inside, report))
    {
        mentions.push(found);
        return;
    }
    if words.lexicon.has_clauses() {
        reports::in_sentence(words, named, inside, start..end, mentions);
        return;
    }
    if verb_second::reads(words) {
        verb_second::in_sentence(words, named, inside, start..end, mentions);
        return;
    }
    if let Some(report) = back::sentence_before(words, named, inside, &(start..end), mentions)
        && let Some(found) = reports::mention(words, inside, &report)
    {
        mentions.push(found);
        return;
    }
    if let Some((found, _)) =
        viewed(words, named, start, end).and_then(|report| mention(words, inside, report))
    {
        mentions.push(found);
        return;
    }
    let mut from = start;
    let mut cue = start;
    while cue < end {
        let report = words.entry(cue).filter(|_| !inside[cue]).and_then(|entry| {
            if entry.classes.has(Classes::ATTRIBUTION) && entry.side != Side::None {
                by_phrase(words, named, from, cue, end)
            } else if entry.classes.has(Classes::VERB)
                && !entry.takes.only_marks()
                && !speakers::is_infinitive(words, cue)
                && !chain::names(words, cue)
            {
                match words.lexicon.pack.meta.verb {
                    VerbPlace::Final => verb_final(words, named, from, cue, end),
                    _ => verb_inside(words, named, from, cue, end),
                }
            } else {
                None
            }
        });
        match report.and_then(|report| mention(words, inside, report)) {
            Some((found, last)) => {
                mentions.push(found);
                cue = last.max(cue + 1);
                from = cue;
            }
            // Of "ha detto" both words are verbs.
            None if words.is(cue, Classes::VERB) => cue = words.after(cue),
            None => cue += 1,
        }
    }
}

/// The mention that a report makes, and the word after what it takes.
fn mention(words: &Words, inside: &[bool], report: Report) -> Option<(Mention, usize)> {
    let (mut first, last) = report.content;
    // 会社「…」は…: a content that begins inside marks begins behind them.
    let mut behind = first;
    while behind < last && behind > 0 && inside[behind] && inside[behind - 1] {
        behind += 1;
    }
    if behind > first && behind + 1 < last && words.is(behind, Classes::SUBJECT) {
        first = behind + 1;
    }
    let text = words.document.article.text.as_str();
    let count = (first..last)
        .map(|i| match words.list[i].shape {
            Shape::Mark(_) => 0,
            // Two unspaced letters make about a word, and so do two syllables of Hangul.
            _ if !words.lexicon.is_spaced()
                || words.list[i].span.of(text).starts_with(is_hangul) =>
            {
                words.list[i].span.len().div_ceil(6)
            }
            _ => 1,
        })
        .sum::<usize>();
    // "подать протест", "recorrer à Justiça": what somebody promises to do may be short.
    let to = report.cue.is_some_and(|cue| {
        let takes = words.entry(cue).map(|entry| entry.takes);
        takes.is_some_and(|takes| takes.has(Takes::INFINITIVE))
            && infinitive(words, first, last).is_some()
    });
    let least = if to || clause_close::ends_clause(words, last - 1) {
        PROMISE
    } else {
        least_words(words)
    };
    // "שחייליה": what opens the clause is written onto its first word.
    let opener = &words.list[first];
    let count = count + usize::from(opener.core.start > opener.span.start && opens(words, first));
    let in_marks = inside[first..last].iter().filter(|&&inside| inside).count();
    if count < least || 10 * in_marks > MARKED * (last - first) {
        return None;
    }
    let content = without_quotative(
        words,
        words.list[first].span.join(words.list[last - 1].span),
    );
    let before = report
        .before
        .map(|(first, last)| words.list[first].span.join(words.list[last - 1].span));
    let cue = report.cue.map(|cue| (cue, words.after(cue) - 1));
    let found = Mention {
        sentence: words.list[first].sentence,
        span: before.map_or(content, |before| before.join(content)),
        value: Value::Quotation(Quotation {
            form: Form::Indirect,
            content: before.into_iter().chain([content]).collect(),
            clause: None,
            cue: cue.map(|(first, last)| cue_span(words, first, last)),
            speaker: report.speaker,
        }),
    };
    Some((found, last.max(cue.map_or(0, |(_, last)| last + 1))))
}

/// A clause has fewer words where articles and endings are written onto them.
fn least_words(words: &Words) -> usize {
    if words.lexicon.has_determiners() {
        LEAST_WORDS
    } else {
        LEAST_WORDS - 1
    }
}

fn cue_span(words: &Words, first: usize, last: usize) -> Span {
    words.list[first].core.join(words.list[last].core)
}

pub(super) fn comma(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(',' | '،' | '，' | '、'))
}

/// "According to X, …", "…, according to X", "Xによると、…".
fn by_phrase(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    // "il secondo incontro con Kim": behind an article it is another word.
    if cue > start && words.is(cue - 1, Classes::DETERMINER) {
        return None;
    }
    let left = words.entry(cue)?.side == Side::Left;
    let own = words.entry(cue)?.side == Side::Own;
    let speaker = if left {
        subject_left(words, named, cue, start)?
    } else if own {
        beside::own(words, cue)
    } else {
        head_led(words, named, after)
            .or_else(|| relayed::source(words, named, after, end))
            .or_else(|| unlisted(words, named, after, end))
            .or_else(|| proper(words, after, end).filter(|_| cue <= start + 1))
            .or_else(|| beside::noun_of_phrase(words, cue, end))?
    };
    // Behind a report it is another source of the same.
    let opens = left || cue <= start + 1 && !comma(words, start);
    // "no estaba de acuerdo con la sentencia": no source without a comma.
    let short = cue < start + least_words(words) + 1;
    if short
        && !opens
        && start > 0
        && chain::opens_with_noun(words)
        && words.list[start - 1].sentence == words.list[cue].sentence
    {
        return None;
    }
    let long = words.list[cue].reach >= LONG && !own;
    if long && !opens && chain::opens_with_noun(words) && !comma(words, cue - 1) {
        return None;
    }
    let close = words.at(speaker.span.end).max(after);
    // "El exportero, según su representante, jugará una temporada más": both sides of it.
    let embraced = !opens
        && comma(words, cue - 1)
        && comma(words, close)
        && close + least_words(words) / 2 < end
        && cue - 1 <= start + REACH
        && (start..cue - 1).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    if embraced {
        return Some(Report {
            content: (close + 1, end),
            before: Some((start, cue - 1)),
            cue: Some(cue),
            speaker: Some(speaker),
        });
    }
    let content = if opens {
        let commas = || {
            (after..end)
                .filter(|&i| comma(words, i) && words.list[i].span.start >= speaker.span.end)
        };
        // "Segundo Maria Lopes, que mora no prédio, o fogo …"
        let told = |i: usize| {
            words.is(i + 1, Classes::COMPLEMENTISER) || words.role(i + 1) == Role::Relative
        };
        // "Selon Lin Jian, chercheur à Pékin, …"
        let apposed = |i: usize| {
            let noun = |k: usize| words.is(k, Classes::TITLE.and(Classes::SOURCE));
            (noun(i + 1) || words.is(i + 1, Classes::DETERMINER) && noun(i + 2))
                && commas().nth(1).is_some_and(|close| {
                    close <= i + REACH / 2 && !(i..close).any(|k| words.is(k, Classes::VERB))
                })
        };
        // "לדברי ראש הצוות, פרופ' מיה אדלשטיין, …": who it is, in few words that hold no verb.
        let held = |i: usize| {
            let head = words.at(speaker.span.start);
            words.list[head].shape == Shape::Uncased
                && words.is(head, Classes::TITLE.and(Classes::SOURCE))
                && commas().nth(1).is_some_and(|close| {
                    let small = Classes::VERB
                        .and(Classes::STOP)
                        .and(Classes::COMPLEMENTISER);
                    (i + 3..=i + OWN).contains(&close)
                        && (i + 1..close).all(|k| !words.is(k, small))
                })
        };
        let boundary = match commas().next() {
            Some(i) if held(i) && i <= words.at(speaker.span.end) + OBJECT => commas().nth(1),
            Some(i) if i == words.at(speaker.span.end) && (told(i) || apposed(i)) => {
                commas().nth(1)
            }
            boundary => boundary,
        };
        let first = match boundary {
            // "la tesi della difesa, secondo cui …"
            _ if left && cue > start && comma(words, cue - 1) => after,
            // "habere göre hırsızlar, bankadan …": what follows the phrase is said.
            Some(i) if left && i > after && words.lexicon.pack.meta.verb == VerbPlace::Final => {
                after
            }
            Some(i) => i + 1,
            None if left => after,
            None => words.at(speaker.span.end),
        };
        // "सूत्रों के हवाले से खबर है कि …"
        let opener = (first..end.min(first + OBJECT))
            .find(|&i| left && words.is(i, Classes::COMPLEMENTISER));
        let first = opener.unwrap_or(first);
        let end = clause_close::before_verb(words, first, end);
        (first, parted(words, first, end).unwrap_or(end))
    } else {
        // Only at the end of the sentence: what follows would be another clause.
        let rest = (after..end)
            .filter(|&i| words.list[i].span.start > speaker.span.end)
            .count();
        if rest > 6 {
            return None;
        }
        (start, if comma(words, cue - 1) { cue - 1 } else { cue })
    };
    (content.0 < content.1).then_some(Report {
        content,
        before: None,
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// "Para o economista Renato Bastos, o corte veio tarde": in whose view something is so, where a
/// person opens the sentence and a comma closes the phrase.
fn viewed(words: &Words, named: &Named, start: usize, end: usize) -> Option<Report> {
    if words.lexicon.pack.meta.noun_capitals || !words.lexicon.is_view(words.folded(start)) {
        return None;
    }
    let after = start + 1;
    let speaker = subject_right(words, named, after, end)?;
    let at = words.at(speaker.span.start);
    let (first, last) = (words.at(speaker.span.start), words.at(speaker.span.end - 1));
    let person = words
        .entry(first)
        .is_some_and(|entry| entry.tag == "person")
        || words.is(first, Classes::TITLE)
        || (first..=last).any(|i| {
            named
                .at(i)
                .is_some_and(|(_, name)| name.kind == crate::NameKind::Person)
        });
    let close = (at..end.min(at + REACH)).find(|&i| comma(words, i))?;
    (person && at <= after + usize::from(words.is(after, Classes::DETERMINER))).then_some(Report {
        content: (close + 1, end),
        before: None,
        cue: Some(start),
        speaker: Some(speaker),
    })
}

/// The source of a phrase that opens the sentence, all up to the comma, where that is a name that no
/// list knows: "De acordo com o Corpo de Bombeiros, …".
fn proper(words: &Words, after: usize, end: usize) -> Option<Speaker> {
    let first = after + usize::from(words.is(after, Classes::DETERMINER));
    let close = (first..end.min(first + REACH / 2)).find(|&i| comma(words, i))?;
    let plain = |i: usize| {
        let small = words.list[i].shape == Shape::Lower && words.is(i, Classes::STOP);
        (words.list[i].is_capital() || small) && !words.is(i, Classes::VERB)
    };
    (first < close && words.list[first].is_capital() && (first..close).all(plain)).then(|| {
        Speaker {
            span: words.list[first].core.join(words.list[close - 1].core),
            name: None,
        }
    })
}

/// Verb and clause in languages whose verb opens the clause or follows the subject.
fn verb_inside(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = words.after(cue);
    let takes = words.entry(cue)?.takes;
    // "nilai ekspor": a noun where no comma stands before it.
    if takes.has(Takes::BEHIND) && cue > start && !words.list[cue - 1].is_mark() {
        return None;
    }
    if is_object_or_noun(words, cue, end) || takes.has(Takes::SUBJECT) && stands_alone(words, cue) {
        return None;
    }
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    let free = words.lexicon.pack.meta.free_order;
    // "…, he said." and "…, said Lin Jian on Tuesday."
    let comma_before = (start..cue)
        .rev()
        .take(REACH)
        .find(|&i| comma(words, i))
        .filter(|&i| i >= start + least_words(words));
    // «…», — сказал он: what stands in marks is reported.
    let closing = (start..cue)
        .rev()
        .find(|&i| !comma(words, i) && !matches!(words.mark(i), Some('—' | '–' | '-')));
    let follows_mark = closing
        .and_then(|i| words.mark(i))
        .is_some_and(|mark| matches!(mark, '"' | '”' | '“' | '»' | '\'' | '’'));
    // "وفي مقابلة مع قناة «العربية»، ذكر الوزير أن …": a name in marks says nothing.
    let told = verb_first
        && (after..end.min(after + REACH))
            .take_while(|&i| !words.list[i].is_mark())
            .any(|i| opens(words, i));
    if follows_mark && !told {
        return None;
    }
    if takes.has(Takes::OWN) {
        return by_own_form(words, start, cue, end);
    }
    if let Some(before) = comma_before
        && takes.has(Takes::CLAUSE.and(Takes::PERSON))
        && !verb_first
        && !opens(words, after)
        && !phrase::gerund(words, cue)
    {
        // "…, כך מסרו גורמים": a word that points back at what is said.
        let pointed = before + 1 < cue && !free && words.lexicon.is_aside(words.folded(before + 1));
        let between = cue - before - 1 - usize::from(pointed);
        let rest = end.saturating_sub(after);
        let clause_after = (after..end.min(after + REACH))
            .any(|i| words.is(i, Classes::COMPLEMENTISER.and(Classes::VERB)));
        let within = takes.has(Takes::WITHIN) && words.lexicon.has_determiners();
        // 发布报告，表示…: without spaces between words no subject stands behind its verb.
        let spaced = words.lexicon.is_spaced();
        let inverted = spaced && between == 0 && rest > 0;
        let speaker = if within {
            // "…, pode ler-se na imprensa"
            relayed::speaker(words, named, cue, start, end)
        } else if inverted && !words.is(after, Classes::PRONOUN) {
            // Behind an inverted verb stands who speaks, with all appositions.
            subject_right(words, named, after, end)
                .filter(|speaker| near(words, after, speaker))
                // "…, рассказала о бойце MMA": of whom it is told.
                .filter(|_| !free || !clauses::leads_elsewhere(words, after))
                // "X, la présidente, a salué « une saison »": nobody who stands in marks.
                .filter(|speaker| {
                    let at = words.at(speaker.span.start);
                    !chain::opens_with_noun(words)
                        || !(after..at).any(|i| verb_group::quotes(words, i))
                })
                // "X, qui dirige le port, a promis aux ouvriers que": to whom it is said.
                .filter(|speaker| {
                    let told = (after..end.min(after + REACH)).any(|i| opens(words, i));
                    // "Le club, doyen du canton, informa la mairie que"
                    let close = words.at(speaker.span.end);
                    let object = opens(words, close) && (start..before).any(|i| comma(words, i));
                    !(object || told && is_governed(words, after, words.at(speaker.span.start)))
                })
                .or_else(|| {
                    // Where a bare clause may follow, a noun that no list knows may open it.
                    (!words.lexicon.has_prepositions())
                        .then(|| unlisted(words, named, after, end))?
                })
        } else if rest <= most_behind(words, after)
            && !(clause_after
                || (after..end).any(|i| comma(words, i))
                || rest > 1 && bare_clause(words, after))
        {
            subject_left(words, named, cue, before + 1)
        } else {
            None
        };
        // A long way to the verb is an apposition, not "…, he said", and so are few words that end
        // in a name: "Le patron du groupe, X, juge la mesure inutile".
        let apposition = (start..before).any(|i| comma(words, i))
            && between == 0
            && !(start..before).any(|i| words.is(i, Classes::VERB))
            && named.at(before - 1).is_some_and(|(mention, _)| {
                comma(words, words.at(mention.span.start).saturating_sub(1))
            });
        if let Some(speaker) = speaker
            && between <= 6
            && !apposition
        {
            if between == 0
                && let Some(first) = goes_on(words, start, &speaker, end)
            {
                return Some(Report {
                    content: (first, end),
                    before: Some((start, before)),
                    cue: Some(cue),
                    speaker: Some(speaker),
                });
            }
            return Some(Report {
                content: (start, before),
                before: None,
                cue: Some(cue),
                speaker: Some(speaker),
            });
        }
    }
    if let Some(report) =
        aside(words, named, start, cue, end).or_else(|| between(words, named, start, cue, end))
    {
        return Some(report);
    }
    // "وقال إن": no subject between the verb and its clause, and none before the verb.
    // "Zdůraznil, že": neither.
    let apart = cue == start && comma(words, after);
    let implied = (opens(words, after)
        || words.is(after + 1, Classes::COMPLEMENTISER)
            && (words.is(after, Classes::STOP) || apart))
        && (cue == start
            || words.list[cue - 1].is_mark()
            || cue == start + 1
                && !subject(words, named, start)
                && opening::subject(words, named, start, cue).is_none());
    // "…，并称…": nothing but what joins stands before the verb.
    let unspaced = !words.lexicon.is_spaced();
    let joiner = |i: usize| words.list[i].is_mark() || words.role(i) == Role::Coordinator;
    // "Soler, mecánico, que vio la obra, dijo que": who opens the sentence.
    let front = (cue > start && comma(words, cue - 1))
        .then(|| chain::opener(words, named, start, cue))
        .flatten();
    let implied = implied && front.is_none();
    let implied =
        implied || unspaced && cue > start && comma(words, start) && (start..cue).all(joiner);
    let joined = (!verb_first && phrase::shares(words, cue, start))
        .then(|| phrase::shared(words, named, cue, start))
        .flatten()
        .or_else(|| beside::shared_before(words, named, cue));
    // "… et a promis de": nothing of its clause stands between "and" and the verb.
    let led =
        !verb_first && start > 0 && phrase::shares(words, cue, start) && joined.is_none() && {
            let before = words.list[start - 1].sentence;
            before == words.list[cue].sentence && clauses::reports(words, cue, end)
        };
    // "se cree que": nobody says so.
    if phrase::passive(words, cue) {
        return None;
    }
    // "به ساکنان گفته شد که": to whom it is said.
    let nobody = takes.has(Takes::NOBODY);
    let speaker = if implied || led || nobody {
        None
    } else if front.is_some() {
        front
    } else if joined.is_some() {
        joined
    } else if verb_first {
        // "الوزيرة أكدت أمام البرلمان أن": what a preposition governs is no subject.
        let free = |speaker: &Speaker| !is_governed(words, after, words.at(speaker.span.start));
        let right = || subject_right(words, named, after, end).filter(free);
        let found = if verb_first::shares(words, cue) {
            verb_first::shared(words, named, cue)
        } else {
            relayed::speaker(words, named, cue, start, end)
                .or_else(|| land_behind(words, named, cue))
                .or_else(|| verb_first::speaker(words, named, cue, start, end))
                .or_else(right)
                .or_else(|| subject_left(words, named, cue, start))
        };
        // "أعلن على تويتر أنه": nobody stands beside the verb.
        let told = || (after..end.min(after + REACH / 2)).any(|i| opens(words, i));
        if found.is_none() && (takes.has(Takes::REQUEST) || !told()) {
            return None;
        }
        found
    } else {
        // "במכתב לראש הממשלה מזהירים ראשי הבנקים כי": what is governed is no subject if one follows.
        let (left, free) = subject_before(words, named, cue, start).unzip();
        let behind = || {
            let that = (after..end.min(after + OWN)).find(|&i| opens(words, i))?;
            free_behind(words, named, after, that)
        };
        Some(
            left.clone()
                .filter(|_| free == Some(true))
                .or_else(behind)
                .or_else(|| opening::subject(words, named, start, cue))
                .or(left)
                .or_else(|| noun_left(words, start, cue, after))
                .or_else(|| {
                    // 告诉记者: in text without spaces whoever stands behind the verb is told.
                    let right = || subject_right(words, named, after, end.min(after + REACH));
                    (!unspaced).then(right)?
                })?,
        )
    };
    // An object may hold a relative clause; a subject right behind the verb opens the clause.
    // "este martes": a word that opens a noun phrase as well is no subject yet.
    // "שהוא": nor is one that opens the clause.
    let pronoun = words.is(after, Classes::PRONOUN)
        && !words.is(after, Classes::DETERMINER)
        && !opens(words, after);
    let reach = if pronoun {
        0
    } else if takes.has(Takes::OBJECT) {
        OBJECT
    } else {
        REACH
    };
    let colon = behind_colon(words, after, end, speaker.as_ref())
        .filter(|_| takes.has(Takes::CLAUSE) && !takes.has(Takes::REQUEST));
    // "על כך שהפסגה": small words may stand before what is written onto the clause.
    let close = (after..end.min(after + OBJECT))
        .find(|&i| !words.is(i, Classes::STOP) || words.is(i, Classes::PRONOUN))
        .unwrap_or(after);
    let close = clauses::past_governed(words, close, end);
    let opener = (after..end.min(after + reach))
        .take_while(|&i| !chain::opens_with_noun(words) || !verb_group::quotes(words, i))
        .take_while(|&i| colon.is_none() && (!words.is(i, Classes::VERB) || opens(words, i)))
        .find(|&i| words.is(i, Classes::COMPLEMENTISER) || i == close && opens(words, i))
        // "توصلت إلى اتفاق، بيد أن المعارضين": together with the word before it, it joins clauses.
        .filter(|&i| !verb_first || words.role(i - 1) != Role::Coordinator)
        // "publicó las cartas de una maestra que": nor behind the object of a subject that stands first.
        .filter(|&i| {
            let own = speaker
                .as_ref()
                .is_some_and(|s| s.span.end <= words.list[cue].span.start);
            !own || !chain::object(words, named, after, i)
        })
        // "می‌گوید راهی که می‌سازند …": further on it opens a relative clause.
        .filter(|&i| i == after || words.role(i) != Role::Relative || !bare_clause(words, after));
    // 询问他何时回来: without spaces between words the question opens with its subject.
    let question = question(words, takes, after, end).map(|at| if unspaced { after } else { at });
    let first = match opener {
        _ if question.is_some() => question?,
        // "amenazaron con derribar el avión que cruce": further on it opens a relative clause.
        Some(first)
            if first > after
                && takes.has(Takes::INFINITIVE)
                && (verbal(words, after) || words.role(after) == Role::Auxiliary) =>
        {
            after
        }
        // "a demandé, par la voix de son avocate, que"
        Some(first) if comma(words, after) && comma(words, first - 1) => first,
        Some(first) if first == after || !takes.has(Takes::REQUEST) => first,
        // "avisó en la radio de que"
        Some(first)
            if words.role(after) == Role::Preposition && words.is(first - 1, Classes::PARTICLE) =>
        {
            first
        }
        _ if takes.has(Takes::REQUEST) => {
            let first = match &speaker {
                Some(speaker) if verb_first && !verb_first::shares(words, cue) => {
                    past_asking(words, named, cue, speaker)?
                }
                // "призвал в интервью газете не ждать": from what is asked on.
                _ if free && words.lexicon.is_where(words.folded(after)) => {
                    clauses::asked_from(words, after, end)?
                }
                _ => past_day(words, after + usize::from(comma(words, after))),
            };
            (takes.has(Takes::OBJECT) || asks(words, first, end)).then_some(first)?
        }
        Some(first) => first,
        None if colon.is_some() => colon?,
        None if takes.has(Takes::INFINITIVE)
            && infinitive(words, past_subject(words, cue, speaker.as_ref()), end).is_some() =>
        {
            infinitive(words, past_subject(words, cue, speaker.as_ref()), end)?
        }
        None if takes.has(Takes::INFINITIVE) && perfect(words, after, end).is_some() => {
            perfect(words, after, end)?
        }
        // "裁决，该队主场封闭三场": in unspaced text a comma does what a complementiser would.
        None if unspaced && takes.has(Takes::THAT) && comma(words, after) => after + 1,
        None if !takes.has(Takes::CLAUSE.and(Takes::PERSON).and(Takes::OBJECT)) || verb_first => {
            return None;
        }
        // "اعلام شد، و …"
        None if nobody && comma(words, after) => return None,
        None if comma(words, after) && chain::opens_with_noun(words) => {
            clauses::past_aside(words, takes, after, end)?
        }
        None if comma(words, after) => after + 1,
        // "told reporters he would": the clause follows whom it is said to.
        None if takes.has(Takes::PERSON) => past_listener(words, named, after, end)?,
        None if takes.has(Takes::OBJECT) => after,
        None => {
            let spaced = words.lexicon.is_spaced();
            let next = words.list.get(after)?;
            // A bare clause begins with its subject; most languages know none.
            // "сказал он агентству": where the subject follows its verb freely, it opens none.
            let clause = !spaced || pronoun && !free || bare_clause(words, after);
            if !clause || next.is_mark() {
                return None;
            }
            after
        }
    };
    let end = parted(words, first, end).unwrap_or(end);
    let end = clauses::other_source(words, first, end).unwrap_or(end);
    let end = if free {
        let joined = joined_report(words, first, end).unwrap_or(end);
        clause_end(words, start, cue, first, end).min(joined)
    } else {
        joined_report(words, first, end).unwrap_or(end)
    };
    let outside = first < end
        && speaker
            .as_ref()
            .is_none_or(|speaker| speaker_is_outside(words, speaker, first, end));
    (first < end && outside).then_some(Report {
        content: (first, end),
        before: None,
        cue: Some(cue),
        speaker,
    })
}

/// So many words may stand behind the verb of "…, he said on Tuesday". Without spaces between words what
/// stands behind a verb is what it reports. More may be led by a preposition, where these are listed:
/// "…, Hartono mengatakan kepada Tempo dalam wawancara pekan ini".
fn most_behind(words: &Words, after: usize) -> usize {
    if !words.lexicon.is_spaced() {
        0
    } else if words.is(after, Classes::PREPOSITION) {
        2 * REACH
    } else {
        6
    }
}

/// "أخطرت الجزائر السفير": a country right behind a verb in the feminine is its subject, whoever
/// follows.
fn land_behind(words: &Words, named: &Named, cue: usize) -> Option<Speaker> {
    let genders = Genders::of_language(words.lexicon.pack.code);
    let feminine = genders.of_verb(words.core(cue)) == Some(Gender::Feminine);
    let after = words.after(cue);
    (feminine && words.is(after, Classes::TERRITORY)).then(|| place(named, after))?
}

/// Who stands right behind a verb and before what opens its clause, governed by nothing.
fn free_behind(words: &Words, named: &Named, after: usize, that: usize) -> Option<Speaker> {
    let speaker = subject_right(words, named, after, that)?;
    let at = words.at(speaker.span.start);
    (near(words, after, &speaker) && !is_governed(words, after, at)).then_some(speaker)
}

/// The word behind the verb at word `cue`, or behind its subject in a language whose verb comes first.
fn past_subject(words: &Words, cue: usize, speaker: Option<&Speaker>) -> usize {
    let after = words.after(cue);
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    speaker
        .filter(|_| verb_first)
        .map_or(after, |speaker| words.at(speaker.span.end).max(after))
}

/// Where what is reported begins behind a colon: "сказала: попробуй сам", "وقال الوزير: لن نقبل".
/// Words in marks behind it are read with their marks.
fn behind_colon(
    words: &Words,
    after: usize,
    end: usize,
    speaker: Option<&Speaker>,
) -> Option<usize> {
    let subject = speaker.map_or(after, |speaker| words.at(speaker.span.end).max(after));
    let colon = |i: usize| i + 1 < end && matches!(words.mark(i), Some(':' | '：'));
    let at = [after, subject].into_iter().find(|&i| colon(i))?;
    (!words.list[at + 1].is_mark()).then_some(at + 1)
}

/// "Они, как отметил дипломат, выразили …": an aside with its subject behind the verb reports what
/// follows it.
fn aside(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    let opens = cue >= start + 2 && comma(words, cue - 2) && words.is(cue - 1, Classes::STOP);
    // "Jak uvedl, …": who says it may be somebody named before.
    let led = words.lexicon.is_aside(words.folded(start))
        && (start + 1..=start + 2).contains(&cue)
        && !(start..cue).any(|i| words.list[i].is_mark());
    // "Как сообщает «Интерфакс» со ссылкой на МЧС, …"
    let reach = if led { REACH } else { OBJECT + 1 };
    let close = (after..end.min(after + reach)).find(|&i| comma(words, i))?;
    if led && words.entry(cue)?.takes.has(Takes::CLAUSE) {
        return (close + 1 < end).then(|| Report {
            content: (close + 1, end),
            before: None,
            cue: Some(cue),
            speaker: subject_right(words, named, after, close),
        });
    }
    let takes = words.entry(cue)?.takes;
    if !opens || !takes.has(Takes::THAT) || takes.has(Takes::PERSON.and(Takes::OBJECT)) {
        return None;
    }
    let speaker = subject_right(words, named, after, close)?;
    // "الأسعار، كما يقول التجار، ستواصل الارتفاع": few words before the aside are part of what is said.
    let first = cue - 2;
    let few = first > start
        && first <= start + least_words(words)
        && (start..first).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    Some(Report {
        content: (close + 1, end),
        before: (few && !words.lexicon.pack.meta.free_order).then_some((start, first)),
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// The word behind "…, ammonisce il direttore, …" from which what is reported goes on, where what stands
/// before hangs on it: "Se non piove, ammonisce il direttore, andrà perduta metà del riso".
fn goes_on(words: &Words, start: usize, speaker: &Speaker, end: usize) -> Option<usize> {
    let meta = &words.lexicon.pack.meta;
    let hangs = matches!(
        words.role(start),
        Role::Question | Role::Subordinator | Role::Concession | Role::Infinitive
    );
    let close = words.at(speaker.span.end);
    let first = close + 1;
    let plain = meta.verb == VerbPlace::Second && !meta.free_order;
    (hangs && plain && close < end && comma(words, close) && first + least_words(words) <= end)
        .then_some(first)
        .filter(|&first| !words.is(first, Classes::VERB.and(Classes::COMPLEMENTISER)))
}

/// "Эта тенденция, говорят эксперты, сохранится", "I consumatori, ha spiegato la presidente, hanno
/// pagato": the few words before the verb are part of what is said.
fn between(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    let before = cue.checked_sub(1).filter(|&i| comma(words, i))?;
    let few = (start + 1..=start + least_words(words)).contains(&before)
        && (start..before).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    let takes = words.entry(cue)?.takes;
    let inside = words.lexicon.pack.meta.verb == VerbPlace::Second;
    if !inside || !few || !takes.has(Takes::CLAUSE) {
        return None;
    }
    let close = (after + 1..end.min(after + REACH)).find(|&i| comma(words, i))?;
    let speaker = subject_right(words, named, after, close)
        .or_else(|| unlisted(words, named, after, close))?;
    // "…, говорит Анна Рыкова, декан факультета, …"
    let apposition = (close + 1..end.min(close + REACH))
        .find(|&i| comma(words, i))
        .filter(|&i| (close + 1..i).all(|k| !words.is(k, Classes::VERB.and(Classes::PRONOUN))))
        .filter(|&i| i + least_words(words) < end && i <= close + OBJECT + 1);
    let first = apposition.unwrap_or(close) + 1;
    let again = words.lexicon.pack.meta.free_order && words.is(first, Classes::VERB);
    (first < end && !again).then_some(Report {
        content: (first, end),
        before: Some((start, before)),
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// A noun that no list knows before a verb with its complementiser: "журналисты утверждают, что".
fn noun_left(words: &Words, start: usize, cue: usize, after: usize) -> Option<Speaker> {
    let that = words.is(after, Classes::COMPLEMENTISER)
        || comma(words, after) && words.is(after + 1, Classes::COMPLEMENTISER);
    if !words.lexicon.pack.meta.free_order || !that {
        return None;
    }
    let at = (start.max(cue.saturating_sub(OBJECT))..cue)
        .rev()
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.lexicon.ending(words.core(i)) != Some(Ending::Adverb))?;
    let word = &words.list[at];
    let noun = !words.is(at, Classes::STOP.and(Classes::VERB)) && word.shape != Shape::Number;
    noun.then_some(Speaker {
        span: word.core,
        name: None,
    })
}

/// The word behind who asks for something in a language whose verb comes first. Who is asked may be
/// the first noun behind the verb that a list knows: in "دعا الولايات المتحدة إلى" the verb is a
/// man's and no country its subject.
fn past_asking(words: &Words, named: &Named, cue: usize, speaker: &Speaker) -> Option<usize> {
    let (at, behind) = (words.at(speaker.span.start), words.at(speaker.span.end));
    let country = named
        .at(at)
        .is_some_and(|(_, name)| name.kind != crate::NameKind::Person)
        && !words.is(at, Classes::TITLE);
    let genders = Genders::of_language(words.lexicon.pack.code);
    let fits = !words.is(behind, Classes::STOP)
        || !country
        || genders.of_verb(words.core(cue)) != Some(Gender::Masculine);
    // "دعا الأمين العام للأمم المتحدة الأطراف": what belongs to the office.
    let complement = named
        .at(behind)
        .filter(|(_, name)| name.kind == crate::NameKind::Organisation && is_led(words, behind));
    let behind = complement.map_or(behind, |(mention, _)| words.at(mention.span.end));
    // "المرأة التي اتهمت المرشح": behind a relative word stands who suffers it.
    let related = cue > 0 && words.is(cue - 1, Classes::STOP);
    (at == words.after(cue) && fits && !related).then_some(behind)
}

/// Whether the word that opens a sentence can be the subject of the verb behind it.
fn subject(words: &Words, named: &Named, start: usize) -> bool {
    words.is(start, HEAD)
        || named.at(start).is_some()
        || words.list[start].is_capital()
            && !words.is(start, Classes::STOP)
            && !words.lexicon.is_time(words.folded(start))
}

/// Whether a speaker stands right behind the verb, but for an article or title.
fn near(words: &Words, after: usize, speaker: &Speaker) -> bool {
    let at = words.at(speaker.span.start);
    (after..at).filter(|&i| !words.list[i].is_mark()).count() <= 4
}

/// The word after whom something is told.
fn past_listener(words: &Words, named: &Named, after: usize, end: usize) -> Option<usize> {
    let mut i = after;
    while i < end && i < after + 4 {
        let reach = words.list[i].reach.max(1);
        let next = if let Some(close) = paper(words, i, end) {
            Some(close + 1)
        } else if let Some((mention, _)) = named.at(i) {
            Some(
                words
                    .list
                    .partition_point(|word| word.span.start < mention.span.end),
            )
        } else {
            let listens = Classes::SOURCE.and(Classes::PRONOUN).and(Classes::TITLE);
            words.is(i, listens).then_some(i + reach)
        };
        if let Some(next) = next {
            // 告诉路透社，谈判已破裂
            let next = next + usize::from(comma(words, next));
            return (next < end && !words.list[next].is_mark()).then_some(next);
        }
        i += reach;
    }
    // The listener is a common noun: "told lawmakers he".
    let next = after + 1;
    (next < end && (words.is(next, Classes::PRONOUN.and(Classes::DETERMINER)))).then_some(next)
}

fn speaker_is_outside(words: &Words, speaker: &Speaker, first: usize, end: usize) -> bool {
    let content = words.list[first].span.join(words.list[end - 1].span);
    !content.overlaps(speaker.span)
}
