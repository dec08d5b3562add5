//! Headlines that name the speaker in front: "Police: two suspects at large", 警察「2人は逃走中」.

use super::governed::{has_article, is_led};
use super::heads::place;
use super::indirect::Report;
use super::marks::Marked;
use super::speakers::Named;
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};
use segmenter::Span;

/// The longest speaker of a headline, in words.
const LONGEST: usize = 5;

/// What a speaker in front is made of.
const PARTS: Classes = Classes::TITLE
    .and(Classes::SOURCE)
    .and(Classes::ORGANISATION)
    .and(Classes::DETERMINER)
    .and(Classes::PARTICLE)
    .and(Classes::TERRITORY)
    .and(Classes::COMPLEMENT);

/// The speaker that is all of the words `start..end`; one word that no list knows only where
/// `unlisted` says that there is other evidence.
fn all_of(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
    unlisted: bool,
) -> Option<Speaker> {
    if start >= end || end - start > LONGEST {
        return None;
    }
    let mut head: Option<(Span, Option<String>)> = None;
    let mut i = start;
    while i < end {
        let reach = words.list[i].reach.max(1);
        let last = (i + reach).min(end) - 1;
        let span = words.list[i].core.join(words.list[last].core);
        // "החזאים: …": the article is part of the phrase.
        let span = if has_article(words, i) {
            words.list[i].span.join(span)
        } else {
            span
        };
        match named.at(i) {
            // "مدير مستشفى الشفاء": where the noun stands before what belongs to it.
            Some((mention, name))
                if name.kind == NameKind::Organisation
                    && words.lexicon.definite().is_some()
                    && head.is_some() =>
            {
                head = head.map(|(span, name)| (span.join(mention.span), name));
            }
            Some((mention, name)) if name.kind != NameKind::Place => {
                if head.as_ref().is_none_or(|(_, name)| name.is_none()) {
                    head = Some((mention.span, Some(name.name.clone())));
                }
            }
            Some(_) => {}
            None if words.is(i, PARTS) => {
                if words.is(
                    i,
                    Classes::TITLE
                        .and(Classes::SOURCE)
                        .and(Classes::ORGANISATION),
                ) && head.is_none()
                {
                    head = Some((span, None));
                }
            }
            // "وزيرة الثقافة التونسية": the rest of what somebody is.
            None if head.is_some() && is_definite(words, i) => {}
            // "مسؤول أممي": an adjective of origin.
            None if head.is_some()
                && words.lexicon.definite().is_some()
                && words.lexicon.ends_as("relational", words.folded(i))
                && !words.is(i, Classes::VERB.and(Classes::COMPLEMENTISER)) => {}
            // "이 대통령": a surname before an office.
            None if i == start
                && i + 1 < end
                && words.is(i, Classes::SURNAME)
                && words.lexicon.has_surnames()
                && words.core(i).chars().nth(1).is_none()
                && words.is(i + 1, Classes::TITLE) => {}
            None if unlisted
                && end - start == 1
                && words
                    .entry(i)
                    .is_none_or(|entry| !entry.classes.has(Classes::STOP.and(Classes::VERB)))
                && (words.entry(i).is_none()
                    || words.is(i, Classes::GIVEN.and(Classes::SURNAME)))
                && matches!(
                    words.list[i].shape,
                    Shape::Capital | Shape::Upper | Shape::Uncased | Shape::Han
                ) =>
            {
                head = Some((span, None));
            }
            // "Kanada'nın yeni başbakanı Mark Carney: …": before whom the phrase names at its end.
            None if words.list[i].shape == Shape::Lower
                && i > start
                && named
                    .at(end - 1)
                    .is_some_and(|(_, name)| name.kind == NameKind::Person)
                && !words.is(
                    i,
                    Classes::VERB
                        .and(Classes::STOP)
                        .and(Classes::COMPLEMENTISER),
                ) => {}
            None => return None,
        }
        i += reach;
    }
    head.map(|(span, name)| Speaker { span, name })
}

/// Whether an article is written onto word `i`.
fn is_definite(words: &Words, i: usize) -> bool {
    let text = words.document.article.text.as_str();
    let word = &words.list[i];
    !words.is(i, Classes::VERB.and(Classes::STOP))
        && word.core.start == word.span.start
        && words.lexicon.is_definite(word.span.of(text))
}

/// The first word of the sentence of word `i`.
fn opening(words: &Words, i: usize) -> usize {
    let sentence = words.list[i].sentence;
    words.first_of(sentence)
}

fn is_colon(words: &Words, i: usize) -> bool {
    matches!(words.mark(i), Some(':' | '：'))
}

/// Who stands in front of words in marks, with a colon or, where a verb would end the sentence,
/// without one.
pub(super) fn speaker(words: &Words, named: &Named, quote: &Marked) -> Option<Speaker> {
    let end = quote.first.checked_sub(1)?;
    if is_colon(words, end) {
        let start = opening(words, end);
        return all_of(words, named, start, end, true)
            .or_else(|| to_somebody(words, named, start, end))
            .or_else(|| about(words, named, start, end).filter(|_| quote.words >= SPEECH))
            .or_else(|| land(words, named, start, end));
    }
    // Without a colon nothing may go on with the marked words: "会社「北極星」は".
    let text = words.document.article.text.as_str();
    let rest = text.get(quote.outer.end..).unwrap_or_default();
    let closes = rest.chars().next().is_none_or(char::is_whitespace);
    let ended = words
        .list
        .iter()
        .skip(quote.last + 1)
        .take_while(|word| word.sentence == words.list[quote.first].sentence)
        .any(|word| matches!(word.shape, Shape::Mark('.' | '。')));
    (words.lexicon.pack.meta.verb == lang::VerbPlace::Final && closes && !ended).then(|| {
        let start = opening(words, end);
        // 大谷「…」: a surname alone.
        let surname = words.lexicon.has_markers() && words.is(start, Classes::SURNAME)
            // 트럼프 "…": a foreign name by its letters.
            || words.list[start].shape == Shape::Uncased
                && words.lexicon.has_foreign(words.core(start));
        all_of(words, named, start, end + 1, surname).or_else(|| land(words, named, start, end + 1))
    })?
}

/// The country that is all of the words `start..end` and speaks: "Iran: “…”".
fn land(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let (mention, _) = named.at(start)?;
    let last = end.checked_sub(1).filter(|&last| last >= start)?;
    let whole = words.at(mention.span.end - 1) == last;
    (whole && words.is(start, Classes::TERRITORY)).then(|| place(named, start))?
}

/// "Macron to Putin: “…”": of two names with a small word between, the first speaks.
fn to_somebody(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let between = (start + 1..end.checked_sub(1)?).find(|&i| words.is(i, Classes::STOP))?;
    let joins = words.role(between) == Role::Coordinator || words.list[between].is_capital();
    let somebody = |from: usize, to: usize| {
        let listed = from == to - 1 && words.is(from, Classes::STOP.and(Classes::VERB));
        all_of(words, named, from, to, true).filter(|_| words.list[from].is_capital() && !listed)
    };
    let (speaker, _) = somebody(start, between).zip(somebody(between + 1, end))?;
    Some(speaker).filter(|_| !joins)
}

/// So many words in marks are speech where who speaks stands before the colon with more behind it.
const SPEECH: usize = 3;

/// "שר הספורט על הביזיון: “…”": who speaks and, behind a small word or one onto which such a word is
/// written, to whom or of what.
fn about(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let at = (start + 1..end).find(|&i| words.is(i, Classes::STOP) || is_led(words, i))?;
    let verb =
        |i: usize| words.is(i, Classes::VERB) || words.mark(i).is_some_and(|mark| mark != '"');
    if end - at > LONGEST || (start..end).any(verb) || words.is(start, Classes::STOP) {
        return None;
    }
    all_of(words, named, start, at, false)
}

/// "Снег выпадет в июне — синоптики", "सड़क बंद रहेगी: पुलिस": who speaks and nothing else behind the last
/// dash or colon of the line.
fn signed(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
) -> Option<(Speaker, (usize, usize))> {
    let text = words.document.article.text.as_str();
    let apart = |i: usize| {
        let before = text.get(..words.list[i].span.start).unwrap_or_default();
        let dash = matches!(words.mark(i), Some('—' | '–' | '-'));
        is_colon(words, i) || dash && before.ends_with(char::is_whitespace)
    };
    let at = (end.saturating_sub(LONGEST + 1).max(start + SPEECH)..end)
        .rev()
        .find(|&i| words.list[i].is_mark())
        .filter(|&i| apart(i))?;
    let speaker =
        all_of(words, named, at + 1, end, false).or_else(|| land(words, named, at + 1, end))?;
    // "…, the leader — Muammar Gaddafi": behind a dash a name may as well be an apposition.
    (is_colon(words, at) || speaker.name.is_none()).then_some((speaker, (start, at)))
}

/// Whether who stands before the colon of a headline is known to be somebody, or speaks elsewhere in the
/// article: in "Storm: ferries stay in port" and "Iceland: a volcano closes two roads" it is what the
/// article is about.
fn speaks(words: &Words, named: &Named, speaker: &Speaker, front: std::ops::Range<usize>) -> bool {
    let head = words.at(speaker.span.start);
    let kind = named.at(head).map(|(_, name)| name.kind);
    let cased = words.list[head].is_capital();
    let somebody = matches!(kind, Some(NameKind::Person | NameKind::Organisation))
        || front.clone().any(|i| {
            words.is(
                i,
                Classes::TITLE
                    .and(Classes::SOURCE)
                    .and(Classes::ORGANISATION),
            )
        });
    let verb = |i: usize| words.is(i, Classes::VERB) && words.role(i) == Role::None;
    let again = || {
        (front.end..words.list.len().min(front.end + ARTICLE))
            .filter(|&i| words.folded(i) == words.folded(head))
            .any(|i| verb(i - 1) || verb(i + 1))
    };
    !cased || somebody || again()
}

/// So many words of an article tell whether somebody speaks in it.
const ARTICLE: usize = 600;

/// "Police: two suspects at large": a line without a full stop that opens with its speaker.
pub(super) fn report(words: &Words, named: &Named, start: usize, end: usize) -> Option<Report> {
    let colon = (start..end.min(start + LONGEST + 1)).find(|&i| is_colon(words, i));
    let sentence = words.document.sentences.get(words.list[start].sentence)?;
    let text = words.document.article.text.as_str();
    let line = sentence.span.of(text).trim_end();
    let ends = |c: char| matches!(c, '.' | '。' | '।' | '?' | '!' | '？' | '！' | '؟' | '…');
    let alone = |index: usize| {
        words
            .document
            .sentences
            .get(index)
            .is_none_or(|other| other.paragraph != sentence.paragraph)
    };
    let index = words.list[start].sentence;
    // A title may have a full stop, and opens with somebody whom only the article tells.
    let title = sentence.paragraph == 0;
    if line.ends_with(ends) && !title || !alone(index + 1) || index > 0 && !alone(index - 1) {
        return None;
    }
    let unlisted = title && words.lexicon.has_clauses();
    // "Penjara Batu Hitam: enam petugas terluka": a name of several words that nothing shows to be
    // somebody's is what the line is about.
    let topic = named.at(start).is_some_and(|(mention, name)| {
        let whole = colon.is_some_and(|colon| words.at(mention.span.end - 1) + 1 >= colon);
        whole && name.kind == NameKind::Other && name.name.contains(' ')
    });
    let front = colon.filter(|_| !topic).and_then(|colon| {
        let speaker = all_of(words, named, start, colon, unlisted)
            .or_else(|| land(words, named, start, colon))
            .filter(|speaker| speaks(words, named, speaker, start..colon))?;
        Some((speaker, (colon + 1, end)))
    });
    if let Some(report) = by_verb(words, named, start, end) {
        return Some(report);
    }
    let (speaker, content) = front.or_else(|| signed(words, named, start, end))?;
    Some(Report {
        content,
        before: None,
        cue: None,
        speaker: Some(speaker),
    })
}

/// "नीतीश कुमार बोले- बिहार में …": who speaks, the verb, and a dash written onto it, before what is said.
fn by_verb(words: &Words, named: &Named, start: usize, end: usize) -> Option<Report> {
    let last = words.lexicon.pack.meta.verb == lang::VerbPlace::Final && words.lexicon.is_spaced();
    let dash = (start + 2..end.min(start + 2 * LONGEST))
        .find(|&i| words.list[i].is_mark())
        .filter(|&i| last && matches!(words.mark(i), Some('-' | '–' | '—' | ':')))?;
    let cue = (start + 1..dash).find(|&i| words.is(i, Classes::VERB) && words.after(i) == dash)?;
    let joined = words.is(cue - 1, Classes::SUBJECT);
    let speaker = all_of(words, named, start, cue - usize::from(joined), false)?;
    Some(Report {
        content: (dash + 1, end),
        before: None,
        cue: Some(cue),
        speaker: Some(speaker),
    })
}
