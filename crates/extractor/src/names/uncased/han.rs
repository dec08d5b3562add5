//! Names written in Han characters, and those that Chinese and Japanese write by their sound.

use super::super::{Candidate, span_of};
use super::{SYLLABLE, WHOLE, beside};
use crate::NameKind;
use crate::lexicon::{Classes, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

/// "韓瑞俊（ハン・ソジュン、韓国）", "木村拓也・東都大名誉教授": a person's name in Han by its reading in brackets, or
/// a surname of the list with an office behind a dot.
pub(super) fn in_han(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let han = |k: usize| k < end && words.list[k].shape == Shape::Han;
    let beside = |k: usize| words.list[k - 1].span.end == words.list[k].span.start;
    let free = |k: usize| han(k) && words.entry(k).is_none_or(|e| e.classes == Classes::SURNAME);
    // "関脇・安青錦は": who it is behind a dot, where the topic's particle closes the name.
    if i > 1
        && free(i)
        && words.core(i - 1) == "・"
        && beside::names_person(words, i - 2)
        && words.is(i + 1, Classes::SUBJECT)
        && PERSON.contains(&words.core(i).chars().count())
    {
        return Some(Candidate::sure(words, i, i + 1, NameKind::Person));
    }
    let stop = if free(i) && free(i + 1) && beside(i + 1) {
        i + 2
    } else if free(i) {
        i + 1
    } else {
        return None;
    };
    let text = &words.document.article.text;
    let read = matches!(words.mark(stop), Some('（' | '('))
        && words.list.get(stop + 1).is_some_and(|word| {
            word.shape == Shape::Katakana && word.span.of(text).trim_matches('・').contains('・')
        });
    let apposed = stop == i + 2
        && words.is(i, Classes::SURNAME)
        && words
            .list
            .get(stop)
            .is_some_and(|word| word.span.of(text).starts_with('・'))
        && han(stop + 1);
    let span = span_of(words, i, stop);
    let letters = span.of(text).chars().count();
    ((read || apposed) && PERSON.contains(&letters))
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// The letters of a person's name in Han.
const PERSON: std::ops::RangeInclusive<usize> = 2..=5;

/// 李某某: a surname with the letter that stands for a given name which is not told.
pub(super) fn unnamed(words: &Words, i: usize) -> Option<Candidate> {
    let hidden = (i + 1..words.list.len())
        .take(SYLLABLE)
        .take_while(|&k| words.core(k) == UNTOLD)
        .count();
    (hidden > 0 && words.is(i, Classes::SURNAME))
        .then(|| Candidate::sure(words, i, i + 1 + hidden, NameKind::Person))
}

/// The letter that stands for a name which is not told.
const UNTOLD: &str = "某";

/// A foreign name in Han, known by its letters ("哈尼亚"), or in katakana, where no list has the
/// word.
pub(super) fn transcribed(words: &Words, start: usize, i: usize) -> Option<Candidate> {
    let word = &words.list[i];
    if words.entry(i).is_some() {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let titled = i
        .checked_sub(1)
        .and_then(|before| words.entry(before))
        .is_some_and(|entry| entry.classes.has(Classes::TITLE) && entry.side != Side::Left);
    // 泽连斯基：…, 泽连斯基表示: a word of such letters alone that opens its clause and speaks.
    let next = words.list.get(i + 1);
    let speaks = (i == start || words.list[i - 1].is_mark())
        && (words.is(i + 1, Classes::VERB) || matches!(words.mark(i + 1), Some(':' | '：')))
        && next.is_some_and(|next| next.sentence == word.sentence);
    let person = titled
        || speaks
            && word.shape == Shape::Han
            && text.chars().all(|c| words.lexicon.is_transcribing(c));
    let span = match word.shape {
        Shape::Han => words
            .lexicon
            .transcription(text, person)
            .map(|part| part.shift(word.span.start))?,
        Shape::Katakana if text.chars().count() >= KATAKANA && !is_verbal(words, i) => {
            let lead = text.len() - text.trim_start_matches(['·', '・']).len();
            let inner = text.trim_matches(['·', '・']);
            Span::new(word.span.start + lead, word.span.start + lead + inner.len())
        }
        _ => return None,
    };
    // 半導体大手ネクスペリア: the noun of a body right before it.
    let body = i > 0 && words.list[i - 1].span.end == word.span.start && {
        let noun = words.entry(i - 1);
        noun.is_some_and(|noun| noun.classes.has(Classes::THING) && noun.tag == "organisation")
    };
    let kind = if person {
        NameKind::Person
    } else if body && words.after(i - 1) == i {
        NameKind::Organisation
    } else {
        NameKind::Other
    };
    Some(Candidate::of_span(i, i + 1, span, kind))
}

/// "リセットする", "デジタル化": whether what is written onto word `i` makes a verb or an adjective of it.
fn is_verbal(words: &Words, i: usize) -> bool {
    let text = words.document.article.text.as_str();
    let behind = text.get(words.list[i].span.end..).unwrap_or_default();
    let mut forms = words.lexicon.name_forms("verbal");
    forms.any(|form| behind.starts_with(form))
}

/// Katakana words of fewer letters are rarely names.
const KATAKANA: usize = 4;

/// The span of a name; of one in Han only with a surname in front and of the right length.
pub(super) fn han_name(
    words: &Words,
    first: usize,
    stop: usize,
    follows_title: bool,
) -> Option<Span> {
    let span = span_of(words, first, stop);
    if words.list.get(first)?.shape != Shape::Han {
        return Some(span);
    }
    let text = span.of(&words.document.article.text);
    if text.contains(['·', '・']) {
        return Some(
            words
                .lexicon
                .around_dot(text)
                .map_or(span, |part| part.shift(span.start)),
        );
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let tail = |count: usize| -> Option<Span> {
        let from = letters.len().checked_sub(count)?;
        Some(Span::new(span.start + letters.get(from)?.0, span.end))
    };
    let head = |count: usize| -> Span {
        letters
            .get(count)
            .map_or(span, |(at, _)| Span::new(span.start, span.start + at))
    };
    let surname = |part: Span| {
        let part = part.of(&words.document.article.text);
        part.char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .chain([part.len()])
            .take(2)
            .filter_map(|at| part.get(..at))
            .any(|head| words.lexicon.is_surname(head))
    };
    // 裴氏秋香, 黃簡秀枝: a surname of two letters before two more.
    let double = letters.len() == 4
        && (letters.get(2)).is_some_and(|(at, _)| {
            text.get(..*at)
                .is_some_and(|own| words.lexicon.is_surname(own))
        });
    if double {
        return Some(span);
    }
    let foreign = (words.lexicon.transcription(text, true))
        .is_some_and(|part| part.start == 0 && part.of(text).chars().count() > WHOLE);
    // 冯德莱恩: a foreign name may open with the letter of a surname.
    if follows_title && foreign && letters.len() == WHOLE + 1 {
        return Some(span);
    }
    if follows_title && letters.len() > 4 {
        // "陈立民则在会上承诺": a small word shows where the name ends.
        return [3, 2]
            .into_iter()
            .find(|&count| {
                let small = letters.get(count).is_some_and(|(_, letter)| {
                    // 马查多抵达: but not one of a foreign name.
                    let inside = words.lexicon.is_transcribing(*letter)
                        && !words.lexicon.is_inner(*letter)
                        && letters[..count]
                            .iter()
                            .all(|(_, own)| words.lexicon.is_transcribing(*own));
                    words.lexicon.is_small(*letter) && !inside
                });
                small && surname(head(count))
            })
            .map(head)
            // "矿工柴建军退休后": most names have three letters.
            .or_else(|| {
                let native = !words.lexicon.has_markers() && !foreign;
                native.then(|| head(WHOLE)).filter(|part| surname(*part))
            });
    }
    if follows_title {
        let short = SYLLABLE..=WHOLE;
        let closed = words
            .list
            .get(stop)
            .is_none_or(|next| next.shape != Shape::Han || words.entry(stop).is_some());
        // 素拉汕: one letter may be rare.
        let transcribes = || {
            let rare = text
                .chars()
                .filter(|&c| !words.lexicon.is_transcribing(c))
                .count();
            rare == 0 || rare == 1 && letters.len() == WHOLE && closed
        };
        return [3, 2, 4]
            .into_iter()
            .filter(|&count| count <= letters.len())
            .map(head)
            .find(|part| surname(*part) && (letters.len() <= 4))
            // 默茨, 里德
            .or_else(|| (short.contains(&letters.len()) && transcribes()).then_some(span));
    }
    [3, 2, 4]
        .into_iter()
        .filter(|&count| count == letters.len())
        .filter_map(tail)
        .find(|part| surname(*part))
}
