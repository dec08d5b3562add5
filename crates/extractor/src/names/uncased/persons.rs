//! Persons after a title, by a given name, or by the dots in their names, in scripts without capitals.

use super::super::{Candidate, is_uncased, span_of};
use super::announced::given_before;
use super::end::{is_family, is_joined, name_end, opens_given};
use super::han::han_name;
use super::{CIRCUMSTANCE, WHOLE, beside, is_common, is_letter, is_surname_too, never, text_of};
use crate::NameKind;
use crate::lexicon::{Classes, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

/// A person after a title, by a given name, or in katakana.
pub(super) fn person(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    // "רות מזרחי": many a surname means something too.
    let surname = |k: usize| {
        k > i
            && words.is(k, Classes::SURNAME)
            && words.is(k - 1, Classes::GIVEN)
            && !words.is(k, Classes::VERB)
    };
    // "אבי כהן": so does many a given name.
    let own = |k: usize| {
        k == i
            && (words.is(k, Classes::GIVEN) || words.lexicon.is_given_too(words.folded(k)))
            && !words.is(k, Classes::TITLE.and(Classes::TERRITORY))
            && is_family(words, k + 1, end)
            // "على التفشي": a small word opens none before a word that no list has.
            && (words.is(k + 1, Classes::SURNAME) || !never(words, k))
            && is_joined(words, k)
    };
    let plain = |k: usize| {
        k < end
            && is_uncased(words, k)
            && (!never(words, k)
                || surname(k)
                || k > i && is_surname_too(words, k)
                || k == i && given_before(words, k)
                || own(k))
            && !is_common(words, k)
    };
    // "הדוד": what has the article is the noun that a given name means besides.
    let word = words.list[i];
    let article = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    if !plain(i) || is_letter(words) && words.lexicon.is_definite(article) {
        return None;
    }
    // "المتحدث باسم الحماية المدنية": behind who speaks it leads to for whom.
    if words.is(i, Classes::COMPLEMENT)
        && i > start
        && words.is(i - 1, Classes::SOURCE.and(Classes::TITLE))
    {
        return None;
    }
    let titled = (start..i).rev().find_map(|k| {
        if k + 1 + 3 < i {
            return Some(false);
        }
        let entry = words.entry(k)?;
        (words.after(k) == i).then(|| {
            entry.classes.has(Classes::TITLE) && matches!(entry.side, Side::Right | Side::Both)
        })
    }) == Some(true);
    let given = words.is(i, Classes::GIVEN) || opens_given(words, i) || own(i);
    let word = words.list[i];
    // "矿工柴建军": behind a common noun only a whole name of three letters.
    let noun = word.shape == Shape::Han
        && !titled
        && i > start
        && words.after(i - 1) == i
        && beside::names_person(words, i - 1)
        && !words.lexicon.has_markers()
        && words.core(i).chars().count() >= WHOLE;
    let titled = titled || noun;
    let middle_dot = word
        .span
        .of(&words.document.article.text)
        .trim_matches(['·', '・'])
        .contains(['·', '・']);
    // "サンデー・タイムズ": a part that no person's name has.
    if middle_dot
        && text_of(words, i)
            .split(['·', '・'])
            .any(|part| words.lexicon.names_other(part))
    {
        return None;
    }
    let cut = (titled && !middle_dot)
        .then(|| cut_by_list(words, i, end))
        .flatten();
    let (stop, sure) = match word.shape {
        Shape::Han if cut.is_some() => (cut?, true),
        Shape::Han | Shape::Katakana if middle_dot => (i + 1, true),
        Shape::Han if titled => (i + 1, true),
        Shape::Han if words.is(i + 1, Classes::VERB) || opens_speech(words, start, i, end) => {
            (i + 1, opens_speech(words, start, i, end))
        }
        // "林剑：…" in a headline is a name if the article shows it again.
        Shape::Han if i == start && matches!(words.mark(i + 1), Some(':' | '：')) => {
            (i + 1, false)
        }
        Shape::Uncased if given => {
            let stop = name_end(words, i, end, &plain, &|_| false);
            (stop, stop > i + 1)
        }
        _ => return None,
    };
    // 高市早苗: what the lists cut into three is all of it.
    let span = match cut {
        Some(stop) if stop > i + 2 => span_of(words, i, stop),
        _ => han_name(words, i, stop, titled || middle_dot)?,
    };
    let (span, stop) = if middle_dot {
        let span = beside::hyphened(words, span);
        (span, words.at(span.end.saturating_sub(1)) + 1)
    } else {
        (span, stop)
    };
    Some(Candidate {
        first: i,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure,
    })
}

/// The end of a name in Han behind an office which entries of the lists cut: "裴氏|秋香", "柴建|军", "雷|军",
/// "高|市|早苗".
fn cut_by_list(words: &Words, i: usize, end: usize) -> Option<usize> {
    let han = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Han
            && words.list[k].span.start == words.list[k - 1].span.end
    };
    let letters = |k: usize| words.core(k).chars().count();
    if words.list[i].shape != Shape::Han || words.lexicon.has_markers() || !han(i + 1) {
        return None;
    }
    let surname = words.is(i, Classes::SURNAME);
    if surname && words.entry(i + 1).is_none() {
        return Some(i + 2);
    }
    // 李|在|明, 申|河|晶: one more letter that no list knows.
    let only = words
        .entry(i)
        .is_some_and(|entry| entry.classes == Classes::SURNAME);
    let last = han(i + 2)
        && letters(i + 2) == 1
        && (words.entry(i + 2)).is_none_or(|entry| entry.classes == Classes::SURNAME);
    // 植田|和|男: a surname of two letters too.
    if (surname && letters(i) == 1 && words.is(i + 1, Classes::PLACE.and(Classes::ORGANISATION))
        || only && words.is(i + 1, Classes::STOP))
        && letters(i + 1) == 1
        && last
    {
        return Some(i + 3);
    }
    let body = words.entry(i + 1).is_some_and(|entry| {
        let kind = Classes::ORGANISATION.and(Classes::PLACE);
        entry.classes.has(kind) && !entry.classes.has(Classes::STOP)
    });
    let letter = body && letters(i + 1) == 1;
    // 高市早苗: the surname is one of two letters.
    let given = surname && words.is(i + 1, Classes::PLACE) && han(i + 2);
    let given = given && words.entry(i + 2).is_none() && letters(i + 2) == 2;
    match letters(i) {
        1 if surname && letter => Some(i + 2 + usize::from(given)),
        2 if letter => Some(i + 2),
        _ => None,
    }
}

/// Whether a word that opens the sentence, or stands behind what is said, is the subject of a verb of speech, with a circumstance
/// between at the most: "陈伟民在接受采访时表示".
fn opens_speech(words: &Words, start: usize, i: usize, end: usize) -> bool {
    let limit = if words.is(i + 1, Classes::STOP) {
        i + CIRCUMSTANCE
    } else {
        i + 2
    };
    // “…，”毛宁说: behind closing marks too.
    let closed = i > start
        && !words.lexicon.has_markers()
        && matches!(words.mark(i - 1), Some('”' | '」' | '』' | '"'));
    (i == start || closed)
        && !words.lexicon.is_time(words.core(i))
        && (i + 1..limit.min(end))
            .take_while(|&k| !words.list[k].is_mark())
            .any(|k| words.is(k, Classes::VERB))
}
