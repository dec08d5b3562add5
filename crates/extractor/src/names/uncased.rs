//! Names in scripts without case: by titles, honorifics, given names, surnames, territories.

use super::{Candidate, is_uncased, listed_kind, span_of};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

/// What no word of a name in running text is.
const NEVER: Classes = Classes::VERB
    .and(Classes::STOP)
    .and(Classes::ATTRIBUTION)
    .and(Classes::COMPLEMENTISER)
    .and(Classes::PRONOUN)
    .and(Classes::SOURCE)
    .and(Classes::TITLE)
    .and(Classes::ORGANISATION)
    .and(Classes::PLACE)
    .and(Classes::TERRITORY)
    .and(Classes::KNOWN)
    .and(Classes::SUBJECT);

/// The most words that a name has after a title.
const LONGEST: usize = 3;

/// Adds the names of the sentence of words `start..end`.
pub(super) fn find(words: &Words, start: usize, end: usize, candidates: &mut Vec<Candidate>) {
    let mut i = start;
    while i < end {
        if !is_uncased(words, i) {
            i += 1;
            continue;
        }
        let found = listed(words, i, end)
            .or_else(|| before_title(words, i, end))
            .or_else(|| before_age(words, i, end))
            .or_else(|| announced(words, i, end))
            .or_else(|| before_office(words, start, i, end))
            .or_else(|| person(words, start, i, end))
            .or_else(|| transcribed(words, i));
        match found {
            // What announces a name may itself hold one: "وزير خارجة إيران".
            Some(candidate) => {
                for k in i..candidate.first {
                    candidates.extend(listed(words, k, candidate.first));
                }
                i = candidate.end.max(i + 1);
                candidates.push(candidate);
            }
            None => i += 1,
        }
    }
}

/// So many words may stand between an office and its holder: "the minister of foreign affairs of
/// Iran, X".
const COMPLEMENT: usize = 5;

/// The name that the title or common noun at word `i` announces: "المتحدثة باسم الخارجية الصينية
/// ماو نينغ", "שר החוץ של איראן", "شرکت ملتمی".
fn announced(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    if words.list[i].shape != Shape::Uncased {
        return None;
    }
    let entry = words.entry(i)?;
    let title = entry.classes.has(Classes::TITLE) && entry.side != Side::Left;
    if !title && !entry.classes.has(Classes::THING) {
        return None;
    }
    let article = words.lexicon.definite();
    let definite = |k: usize| {
        article.is_some_and(|article| {
            words.list[k]
                .span
                .of(&words.document.article.text)
                .starts_with(article)
                && !words.is(k, Classes::GIVEN)
        })
    };
    let mut at = words.after(i);
    let limit = end.min(at + COMPLEMENT);
    while at < limit
        && title
        && is_uncased(words, at)
        && (definite(at)
            || words.is(
                at,
                Classes::ORGANISATION
                    .and(Classes::SOURCE)
                    .and(Classes::PLACE)
                    .and(Classes::TERRITORY)
                    .and(Classes::KNOWN)
                    .and(Classes::TITLE)
                    .and(Classes::COMPLEMENT),
            ))
    {
        at += words.list[at].reach.max(1);
    }
    let mut quoted = false;
    match words.mark(at) {
        Some('«' | '"' | '“' | '„' | '”' | '״') => {
            quoted = true;
            at += 1;
        }
        // "the former manager, X, was …"
        Some('،' | ',')
            if title
                && (words.is(at + 1, Classes::GIVEN)
                    || matches!(words.mark(at + 3), Some('،' | ','))) =>
        {
            at += 1;
        }
        _ => {}
    }
    let plain = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && !words.is(k, NEVER)
            && (words.list[k].core.start == words.list[k].span.start || words.is(k, Classes::GIVEN))
    };
    if !plain(at) || definite(at) || quoted && title {
        return None;
    }
    let stop = name_end(words, at, end, &plain, &definite);
    let count = stop - at;
    let closed = quoted
        && words
            .mark(stop)
            .is_some_and(|mark| matches!(mark, '»' | '"' | '”' | '“' | '״'));
    let given = words.is(at, Classes::GIVEN);
    Some(Candidate {
        first: at,
        end: stop,
        span: span_of(words, at, stop),
        kind: if title {
            NameKind::Person
        } else {
            thing_kind(entry)
        },
        tag: "",
        sure: if title { given || count > 1 } else { closed },
    })
}

/// A word of so few letters is a Chinese surname, the first half of a given name, or an initial.
const SYLLABLE: usize = 2;

/// The end of a name that starts at word `at`: its next word, and further ones only with a
/// particle or a given name before them, or an article of their own.
fn name_end(
    words: &Words,
    at: usize,
    end: usize,
    plain: &impl Fn(usize) -> bool,
    definite: &impl Fn(usize) -> bool,
) -> usize {
    let closes = |k: usize| words.list[k].core.end < words.list[k].span.end;
    // "عبد الفتاح" is one given name of two words.
    let one = if words.is(at, Classes::GIVEN) {
        words.list[at].reach.max(1)
    } else {
        1
    };
    let mut stop = at + one;
    while stop < end.min(at + LONGEST + one) && plain(stop) && !closes(stop - 1) {
        let particle = words.is(stop - 1, Classes::PARTICLE);
        let second = stop == at + one;
        let third = words.is(stop - 1, Classes::GIVEN)
            || words.is(stop, Classes::GIVEN.and(Classes::PARTICLE))
            || (at..stop).any(|k| words.is(k, Classes::PARTICLE)) && definite(stop)
            || words.core(stop - 1).chars().count() <= SYLLABLE
            // "شي جين بينغ"
            || words.core(at).chars().count() <= SYLLABLE && !words.is(at, Classes::GIVEN);
        if !(second || particle || third) {
            break;
        }
        stop += 1;
    }
    // A particle at the end belongs to what follows.
    while stop > at + 1 && words.is(stop - 1, Classes::PARTICLE) {
        stop -= 1;
    }
    stop
}

/// "نيكوس ليموس، مدير الشركة", "काइओ मोंटेइरो ने": two words at the opening of a clause, which an
/// office behind a comma or a mark of the subject makes a person.
fn before_office(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let stop = i + 2;
    let plain = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && words
                .entry(k)
                .is_none_or(|entry| entry.classes.has(Classes::GIVEN))
            && words.list[k].core == words.list[k].span
    };
    let opens = i == start
        || words.list[i - 1].is_mark()
        || words.is(i - 1, Classes::STOP.and(Classes::VERB));
    let office = matches!(words.mark(stop), Some('،' | ','))
        && words.is(stop + 1, Classes::TITLE)
        && stop + 1 < end;
    let subject = words.is(stop, Classes::SUBJECT) && stop < end;
    (opens && plain(i) && plain(i + 1) && (office || subject)).then(|| Candidate {
        first: i,
        end: stop,
        span: span_of(words, i, stop),
        kind: NameKind::Person,
        tag: "",
        sure: true,
    })
}

fn thing_kind(entry: &Entry) -> NameKind {
    match entry.tag {
        "organisation" => NameKind::Organisation,
        "place" => NameKind::Place,
        _ => NameKind::Other,
    }
}

/// "엘리프 데미르(9)", "エリフ・デミル(9)": a name that an age follows.
fn before_age(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let plain = |k: usize| k < end && is_uncased(words, k) && !words.is(k, NEVER);
    let mut stop = i;
    while stop < i + 2 && plain(stop) {
        stop += 1;
    }
    let age = words.list.get(stop + 1)?;
    if stop == i
        || stop >= end
        || !matches!(words.mark(stop), Some('(' | '（'))
        || age.shape != Shape::Number
        || age.span.len() > 2
    {
        return None;
    }
    let span = han_name(words, i, stop, false)?;
    Some(Candidate {
        first: i,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure: true,
    })
}

/// A foreign name in Han, known by its letters ("哈尼亚"), or in katakana, where no list has the
/// word.
fn transcribed(words: &Words, i: usize) -> Option<Candidate> {
    let word = &words.list[i];
    if words.entry(i).is_some() {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let titled = i
        .checked_sub(1)
        .and_then(|before| words.entry(before))
        .is_some_and(|entry| entry.classes.has(Classes::TITLE) && entry.side != Side::Left);
    let span = match word.shape {
        Shape::Han => words
            .lexicon
            .transcription(text, titled)
            .map(|part| part.shift(word.span.start))?,
        Shape::Katakana if text.chars().count() >= KATAKANA => word.span,
        _ => return None,
    };
    Some(Candidate {
        first: i,
        end: i + 1,
        span,
        kind: if titled {
            NameKind::Person
        } else {
            NameKind::Other
        },
        tag: "",
        sure: true,
    })
}

/// Katakana words of fewer letters are rarely names.
const KATAKANA: usize = 4;

/// A territory or a well-known name.
fn listed(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let entry = words.listed(i)?;
    let stop = words.after(i).min(end);
    Some(Candidate {
        first: i,
        end: stop,
        span: span_of(words, i, stop),
        kind: listed_kind(entry),
        tag: entry.tag,
        sure: true,
    })
}

/// "X先生", "X 대통령": a name that its title follows.
fn before_title(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let plain = |i: usize| is_uncased(words, i) && !words.is(i, NEVER);
    let mut stop = i;
    while stop < end && stop < i + 2 && plain(stop) && words.list[stop].shape != Shape::Hiragana {
        stop += 1;
    }
    let title = words.entry(stop)?;
    if stop == i
        || stop >= end
        || !title.classes.has(Classes::TITLE)
        || !matches!(title.side, Side::Left | Side::Both)
    {
        return None;
    }
    let mut first = i;
    // Of spaced words only the last can be a surname with its title; one more only where it is a
    // known surname or given name.
    if words.list[i].shape == Shape::Uncased
        && stop - i == 2
        && !words.is(i, Classes::GIVEN.and(Classes::SURNAME))
        && !foreign(words, i)
    {
        first = i + 1;
    }
    let span = han_name(words, first, stop, false)?;
    Some(Candidate {
        first,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure: true,
    })
}

/// Whether the two words from `i` on are a foreign name: the second is longer than the names of
/// the language, and the first ends in no particle.
fn foreign(words: &Words, i: usize) -> bool {
    let letters = |k: usize| words.core(k).chars().count();
    let native = words
        .core(i + 1)
        .char_indices()
        .nth(1)
        .and_then(|(at, _)| words.core(i + 1).get(..at))
        .is_some_and(|first| words.lexicon.is_surname(first));
    words.lexicon.has_surnames()
        && (letters(i + 1) != 3 || !native)
        && letters(i + 1) > 1
        && (2..=5).contains(&letters(i))
        && words.list[i].core == words.list[i].span
        && words.entry(i).is_none()
}

/// A person after a title, by a given name, or in katakana.
fn person(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let plain = |i: usize| i < end && is_uncased(words, i) && !words.is(i, NEVER);
    if !plain(i) {
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
    let given = words.is(i, Classes::GIVEN);
    let word = words.list[i];
    let middle_dot = word
        .span
        .of(&words.document.article.text)
        .contains(['·', '・']);
    let (stop, sure) = match word.shape {
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
    let span = han_name(words, i, stop, titled || middle_dot)?;
    Some(Candidate {
        first: i,
        end: stop,
        span,
        kind: NameKind::Person,
        tag: "",
        sure,
    })
}

/// Whether a word that opens the sentence is the subject of a verb of speech, with a circumstance
/// between at the most: "陈伟民在接受采访时表示".
fn opens_speech(words: &Words, start: usize, i: usize, end: usize) -> bool {
    let limit = if words.is(i + 1, Classes::STOP) {
        i + CIRCUMSTANCE
    } else {
        i + 2
    };
    i == start
        && !words.lexicon.is_time(words.core(i))
        && (i + 1..limit.min(end))
            .take_while(|&k| !words.list[k].is_mark())
            .any(|k| words.is(k, Classes::VERB))
}

/// So many words may stand between a subject and its verb of speech.
const CIRCUMSTANCE: usize = 7;

/// The span of a name; of one in Han only with a surname in front and of the right length.
fn han_name(words: &Words, first: usize, stop: usize, follows_title: bool) -> Option<Span> {
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
    if follows_title {
        return [3, 2, 4]
            .into_iter()
            .filter(|&count| count <= letters.len())
            .map(head)
            .find(|part| surname(*part) && (letters.len() <= 4));
    }
    [3, 2, 4]
        .into_iter()
        .filter(|&count| count == letters.len())
        .filter_map(tail)
        .find(|part| surname(*part))
}
