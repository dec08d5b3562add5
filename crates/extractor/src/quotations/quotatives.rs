//! What languages set right beside the words said: particles and forms of "say" behind the closing
//! mark (と, 고, *dedi*), and the particles before the opening mark that make the marked words
//! part of a clause.

use super::attribution::{Attribution, attribution};
use super::clause_close::closes_clause;
use super::indirect::comma;
use super::marks::Marked;
use super::speakers::{Named, subject_right};
use super::topics::{before_brackets, is_marked_subject, marks_topics, topic};
use super::verb_group;
use crate::Speaker;
use crate::lexicon::{Classes, Takes, fold};
use crate::words::Words;

/// A particle stands so many words behind its noun where brackets stand between.
const BRACKETS: usize = 10;

/// Between two quotations that one verb reports stand at most this many words.
const CHAIN: usize = 3;

/// Whether the form right behind the marks shows that the words in them are said.
pub(super) fn follows(words: &Words, quote: &Marked) -> bool {
    let text = words.document.article.text.as_str();
    let Some(next) = words.list.get(quote.last + 1) else {
        return false;
    };
    let rest = text.get(quote.outer.end..).unwrap_or_default();
    let spaced = words.lexicon.is_spaced();
    let word = if spaced {
        fold(next.span.of(text))
    } else {
        String::new()
    };
    let said = words.lexicon.quotatives("").any(|form| {
        if spaced {
            word == form
        } else {
            rest.starts_with(form)
        }
    });
    said || spaced && ending_split(words, quote, &word)
}

/// 記事「…」で述べた: whether a particle right behind the marks makes the words in them a noun of their sentence.
/// The object of a verb may be what somebody asks for: 「慎重な対応」を求めた.
pub(super) fn is_noun(words: &Words, quote: &Marked, found: Option<&Attribution>) -> bool {
    let text = words.document.article.text.as_str();
    let rest = text.get(quote.outer.end..).unwrap_or_default();
    let spaced = words.lexicon.is_spaced();
    let has = |role| {
        let mut forms = words.lexicon.quotatives(role);
        forms.any(|form| rest.starts_with(form))
    };
    let asked = found.is_some_and(|found| found.behind && found.distance <= ASKED);
    // 北朝鮮は「…」をしたと非難した: part of a clause that the verb reports.
    let reported = found.and_then(|found| found.cue).is_some_and(|cue| {
        let at = words.at(cue.start);
        (quote.last + 1..at).any(|i| closes_clause(words, i))
    });
    !spaced
        && marks_topics(words)
        && !follows(words, quote)
        && (has("noun") || has("subject") || (has("oblique") || has("object")) && !asked)
        && !reported
        && !found.is_some_and(|found| found.announced || !found.behind)
}

/// The verb that has words in marks as what it asks or thanks for stands so close behind them.
const ASKED: usize = 2;

/// “…했다”는: whether the mark stands inside the ending that closes a reported clause.
fn ending_split(words: &Words, quote: &Marked, particle: &str) -> bool {
    let text = words.document.article.text.as_str();
    let inner = quote.parts.last().map_or("", |part| part.of(text));
    let inner = inner.trim_end_matches(['.', '!', '?', ',']);
    let last = inner.chars().next_back();
    last.is_some_and(|last| {
        let mut forms = words.lexicon.quotatives("end");
        forms.any(|form| form.strip_prefix(last) == Some(particle))
    })
}

/// Whether a particle before the marks makes the words in them part of a clause: the object of
/// what they are called, or the subject of which they are said.
pub(super) fn in_clause(words: &Words, quote: &Marked, speaker: Option<&Speaker>) -> bool {
    let text = words.document.article.text.as_str();
    let Some(before) = quote.first.checked_sub(1) else {
        return false;
    };
    let word = words.list[before].span;
    let ends = |role| words.lexicon.ends_in(&fold(word.of(text)), role);
    let speaks = speaker.is_some_and(|speaker| {
        // The particle is a word of its own in unspaced text.
        let spaced = words.lexicon.is_spaced();
        let noun = before.saturating_sub(usize::from(!spaced));
        speaker.span.overlaps(words.list[noun].span)
    });
    ends("object") || ends("subject") && !speaks
}

/// The last of the quotations that the verb behind it reports together with quotation `index`:
/// "…"며 "…"고 말했다.
pub(super) fn chain(words: &Words, marked: &[Marked], index: usize) -> usize {
    let mut last = index;
    while let Some(next) = marked.get(last + 1) {
        let quote = &marked[last];
        let between = quote.last + 1..next.first;
        if next.paragraph != quote.paragraph
            || between.len() > CHAIN
            || between.clone().any(|i| words.is(i, Classes::VERB))
            || !follows(words, quote)
        {
            break;
        }
        last += 1;
    }
    last
}

/// The attribution by a sentence of its own, before or after: 「…」。女性はこう話した。
pub(super) fn thus(words: &Words, named: &Named, quote: &Marked) -> Option<Attribution> {
    words.lexicon.quotatives("thus").next()?;
    let own = words.list[quote.first].sentence;
    let after = words.list.get(quote.last + 1..)?;
    let next = after
        .iter()
        .position(|word| !word.is_mark())
        .map(|at| quote.last + 1 + at)
        .filter(|&i| words.list[i - 1].is_mark());
    let before = quote.first.checked_sub(2);
    [next, before].into_iter().flatten().find_map(|at| {
        let sentence = words.list[at].sentence;
        let start = words.first_of(sentence);
        let end = words.end_of(sentence);
        let start = if sentence == words.list[quote.last].sentence && at > quote.last {
            quote.last + 1
        } else {
            start
        };
        let end = if sentence == own && at < quote.first {
            quote.first
        } else {
            end
        };
        if words.document.sentences[sentence].paragraph != quote.paragraph {
            return None;
        }
        let cue = (start..end)
            .rev()
            .find(|&i| !words.list[i].is_mark())
            .and_then(|last| {
                (last.saturating_sub(2)..=last).find(|&i| i >= start && words.is(i, Classes::VERB))
            })?;
        // 漁師の岡田さんは言う。「…」: the verb right behind its subject.
        let bare = at < quote.first
            && sentence != own
            && cue > start + 1
            && words.is(cue - 1, Classes::SUBJECT)
            && words.after(cue) >= end.saturating_sub(1);
        // 会長の説明はこうだ。「…」
        let told = words.list[cue]
            .span
            .join(words.list[words.after(cue) - 1].span);
        let told = told.of(&words.document.article.text);
        let own = at < quote.first
            && words
                .lexicon
                .quotatives("thus")
                .any(|form| told.contains(form));
        (points(words, start, cue) || bare || own).then(|| Attribution {
            announced: true,
            ..attribution(words, cue, subject_right(words, named, start, cue))
        })
    })
}

/// 「…」。父親は言葉を詰まらせた。: words in marks that are all of their sentence, and behind them one
/// with its topic and a verb of speech at its end which reports nothing else.
pub(super) fn behind(words: &Words, named: &Named, quote: &Marked) -> Option<Attribution> {
    let sentence_of = |i: usize| words.list.get(i).map(|word| word.sentence);
    let own = sentence_of(quote.first);
    let opens = quote.first == 0
        || sentence_of(quote.first - 1) != own
        || words.list[quote.first - 1].is_mark();
    let start = (quote.last + 1..words.list.len())
        .take(CHAIN)
        .find(|&i| !words.list[i].is_mark())?;
    let ended = start > quote.last + 1 || sentence_of(start) != sentence_of(quote.last);
    let sentence = words.list[start].sentence;
    let near = words.document.sentences[sentence].paragraph == quote.paragraph;
    if !marks_topics(words) || !opens || !(ended || quote.is_sentence) || !near {
        return None;
    }
    let end = words.end_of(sentence);
    let last = (start..end).rev().find(|&i| !words.list[i].is_mark())?;
    let cue = (last.saturating_sub(CHAIN)..=last)
        .find(|&i| i > start && words.is(i, Classes::VERB) && words.after(i) > last)?;
    // 吉岡さん（82）は振り返る: right behind its subject a verb reports nothing else.
    let bare = words.is(cue - 1, Classes::SUBJECT);
    let reports = words.entry(cue)?.takes.has(Takes::CLAUSE) && !bare
        || words.is(cue - 1, Classes::COMPLEMENTISER)
        || (start..cue).any(|i| verb_group::quotes(words, i) || words.ends_in(i, "end"));
    let speaker = topic(words, named, start, cue)
        .or_else(|| subject_right(words, named, start, cue))
        .filter(|_| !reports)?;
    let noun = words.at(speaker.span.end - 1);
    // 戸田さん（78）は
    let marker = (noun + 1..words.list.len().min(noun + BRACKETS))
        .take_while(|&i| words.list[i].sentence == sentence)
        .find(|&i| words.is(i, Classes::SUBJECT))
        .is_some_and(|i| i < noun + CHAIN || before_brackets(words, i - 1) == noun);
    let topic = marker || is_marked_subject(words, noun);
    // 掲示板の前で、受験生の杉山さんは: behind where it was said.
    let at = words.at(speaker.span.start);
    let opens = (start..at).rev().find(|&i| comma(words, i));
    (topic && at <= opens.unwrap_or(start) + SUBJECT).then(|| Attribution {
        behind: true,
        announced: true,
        ..attribution(words, cue, Some(speaker))
    })
}

/// The subject of such a sentence is among so many of its first words: 秋田市の自営業の男性は.
const SUBJECT: usize = 7;

/// Whether the words before a verb end in one that points at what is said elsewhere.
pub(super) fn points(words: &Words, start: usize, cue: usize) -> bool {
    let text = words.document.article.text.as_str();
    let Some(last) = cue.checked_sub(1).filter(|&i| i >= start) else {
        return false;
    };
    let part = words.list[start].span.join(words.list[last].span).of(text);
    words.lexicon.ends_in(part.trim_end(), "thus")
}
