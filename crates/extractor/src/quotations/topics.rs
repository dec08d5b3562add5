//! Subjects and topics that particles mark: 장관은, 大臣は.

use super::heads::{place, wide_head};
use super::resolve::in_line;
use super::speakers::{BOUND, NAME, Named};
use super::verb_final::SENTENCE;
use crate::Speaker;
use crate::lexicon::{Classes, Ending};
use crate::words::{Shape, Words, is_closed, opens_with_vowel};
use rustc_hash::FxHashSet;
use segmenter::Span;

/// Whether the particle written onto a noun makes it the subject or topic: 시장은.
pub(super) fn is_marked_subject(words: &Words, i: usize) -> bool {
    carries(words, i, "topic") || carries(words, i, "subject")
}

/// Whether the particle written onto a noun makes it the subject and no topic: 시장이.
pub(super) fn is_subject(words: &Words, i: usize) -> bool {
    carries(words, i, "subject")
}

/// Whether a particle of the role is written onto word `i`.
fn carries(words: &Words, i: usize, role: &'static str) -> bool {
    let word = &words.list[i];
    let text = words.document.article.text.as_str();
    let particle = if word.core.end < word.span.end {
        Some(Span::new(word.core.end, word.span.end))
    } else {
        written_behind(words, i).map(|at| words.list[at].span)
    };
    particle.is_some_and(|particle| {
        let particle = particle.of(text);
        words.lexicon.quotatives(role).any(|form| form == particle)
    })
}

/// The word of the particle of word `i` where brackets or another script stand between the two:
/// 하멜(Hammel)은, 박 씨(62)가, WHO는.
pub(super) fn written_behind(words: &Words, i: usize) -> Option<usize> {
    let touches = |at: usize| {
        let next = words.list.get(at + 1)?;
        (next.span.start == words.list[at].span.end).then_some(at + 1)
    };
    let mut next = touches(i).filter(|_| writes_topics(words))?;
    // 하멜(Hammel)(62)은
    for _ in 0..2 {
        if matches!(words.mark(next), Some('(' | '（')) {
            let close = (next + 1..words.list.len().min(next + BRACKETS))
                .find(|&k| matches!(words.mark(k), Some(')' | '）')))?;
            next = touches(close)?;
        }
    }
    (words.list[next].shape == Shape::Uncased).then_some(next)
}

/// What stands in brackets behind a name has at most so many words.
const BRACKETS: usize = 12;

/// The noun that ends at word `last`, before what brackets or double strokes say of it:
/// 男性（５８）＝岡山市＝は.
pub(super) fn before_brackets(words: &Words, last: usize) -> usize {
    let mut last = last;
    // 岸本花子、79歳は: an age that a comma sets off.
    let comma = |i: usize| matches!(words.mark(i), Some('、'));
    if last > 2 && words.list[last - 1].shape == Shape::Number && comma(last - 2) {
        last -= 3;
    }
    for _ in 0..2 {
        let opening = match words.mark(last) {
            Some(')' | '）') => ['(', '（'],
            Some('＝' | '=') => ['＝', '='],
            _ => break,
        };
        let open = (last.saturating_sub(BRACKETS)..last)
            .rev()
            .find(|&k| words.mark(k).is_some_and(|mark| opening.contains(&mark)));
        match open.and_then(|open| open.checked_sub(1)) {
            Some(noun) => last = noun,
            None => break,
        }
    }
    last
}

/// Whether a particle makes the noun at word `i` an object, or no subject either way: 選手を, 家族に.
pub(super) fn is_object(words: &Words, i: usize) -> bool {
    let next = words.after(i);
    let written = words.list[i].shape == Shape::Uncased && marks_topics(words);
    let beside = next < words.list.len() && !written && {
        words.is_quotative(next, "object") || words.is_quotative(next, "oblique")
    };
    beside || carries(words, i, "object") || carries(words, i, "oblique")
}

/// Whether the language marks topics by particles.
pub(super) fn marks_topics(words: &Words) -> bool {
    words.lexicon.quotatives("topic").next().is_some()
}

/// Whether it writes these particles onto its nouns: 장관은.
pub(super) fn writes_topics(words: &Words) -> bool {
    words.lexicon.is_spaced() && marks_topics(words)
}

/// The words between `floor` and `end` that mark a topic, each with its noun: the word itself or the
/// one before it. Most languages mark none.
pub(super) fn topics(
    words: &Words,
    floor: usize,
    end: usize,
) -> impl DoubleEndedIterator<Item = (usize, usize)> {
    let end = if marks_topics(words) { end } else { floor };
    let floor = floor.max(end.saturating_sub(SENTENCE));
    (floor..end).filter_map(move |i| {
        let beside = i > floor && words.is(i, Classes::SUBJECT) && words.is_quotative(i, "topic");
        let noun = if beside {
            i.checked_sub(1).map(|last| before_brackets(words, last))
        } else {
            carries(words, i, "topic").then_some(i)
        };
        let noun = noun.filter(|&noun| !words.lexicon.is_time(words.folded(noun)))?;
        Some((i, noun))
    })
}

/// The topic of a sentence, which speaks before all subjects: 首相は…が…と述べた, 북한은. The last
/// one that can speak, or else the first place: what is said may have a topic of its own.
pub(super) fn topic(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let text_of = |i: usize| words.entry(i).is_some_and(|entry| entry.tag == "text");
    topics(words, floor, end)
        .rev()
        .filter(|(_, noun)| !text_of(*noun))
        .find_map(|(_, noun)| {
            let spaced = words.lexicon.is_spaced();
            let named_before = || {
                behind_brackets(words, named, floor, noun)
                    .or_else(|| behind_name(words, named, floor, noun))
            };
            let held = spaced.then(named_before).flatten();
            held.or_else(|| wide_head(words, named, floor, noun))
        })
        .or_else(|| topic_place(words, named, floor, end))
}

/// The first topic between the words `floor` and `end` that can speak and that a comma sets off:
/// 取材に応じた政府高官は、.
pub(super) fn topic_set_off(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    let comma = |i: usize| matches!(words.mark(i), Some('、' | ',' | '，'));
    topics(words, floor, end)
        .filter(|(marker, _)| comma(marker + 1))
        .find_map(|(_, noun)| wide_head(words, named, floor, noun))
}

/// The first place that is a topic between the words `floor` and `end`: 国連は.
pub(super) fn topic_place(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    topics(words, floor, end).find_map(|(_, noun)| place(named, noun))
}

/// The noun of the topic that opens the words `floor` to `end`, where no list knows it and a comma or
/// another subject behind it shows that it is none of the clause that follows: 小法廷は、…, 県は総工費が….
pub(super) fn opening_topic(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    let (marker, noun) = topics(words, floor, end.min(floor + OPENING)).next()?;
    let another = (marker + 1..end).any(|i| {
        words.is(i, Classes::SUBJECT) && i > marker + 1
            || matches!(words.mark(i), Some('、' | ',' | '，')) && i == marker + 1
    });
    let spaced = words.lexicon.is_spaced();
    // 承認を巡り、患者団体は…: behind a phrase that a comma closes.
    let floor = (floor..marker)
        .rev()
        .find(|&i| words.list[i].is_mark())
        .map_or(floor, |mark| mark + 1);
    let honorific = words.is(noun, Classes::TITLE) && words.list[noun].shape == Shape::Hiragana;
    let plain = (floor..marker).all(|i| !words.is(i, Classes::VERB))
        && (honorific || matches!(words.list[noun].shape, Shape::Han | Shape::Katakana))
        && !words.is(noun, BOUND.and(Classes::STOP));
    if spaced || !plain {
        return None;
    }
    wide_head(words, named, floor, noun)
        .or_else(|| place(named, noun))
        .or_else(|| {
            let span = words.list[noun].core;
            another.then(|| Speaker {
                span,
                name: named.with_part(span.of(&words.document.article.text)),
            })
        })
}

/// Such a topic stands among the first words of its clause.
const OPENING: usize = 14;

/// The noun among the first words from `floor` on that no list knows, with the particle of a topic
/// written onto it: 한서준은.
pub(super) fn opening_noun(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    if !writes_topics(words) {
        return None;
    }
    (floor..end.min(floor + NAME + 1))
        .take_while(|&i| !words.list[i].is_mark())
        .filter(|&i| words.list[i].shape == Shape::Uncased && words.entry(i).is_none())
        .filter(|&i| !words.lexicon.is_time(words.folded(i)))
        .find_map(|i| stem(words, i, "topic"))
        .map(|span| Speaker {
            span,
            name: named.with_part(span.of(&words.document.article.text)),
        })
}

/// The noun at word `i` onto which a particle of the role is written that no list has together with it.
fn with_particle(words: &Words, i: usize, role: &'static str) -> Option<Span> {
    let word = &words.list[i];
    let bare = words.entry(i).is_none() && word.shape == Shape::Uncased;
    if !bare || words.lexicon.is_time(words.folded(i)) {
        return None;
    }
    if carries(words, i, role) {
        return Some(word.core);
    }
    stem(words, i, role)
}

/// What stands before a particle of the role at the end of word `i`. One that opens with a vowel stands
/// behind a closed syllable only, which parts nouns from most verbs.
fn stem(words: &Words, i: usize, role: &'static str) -> Option<Span> {
    let own = words.list[i].span;
    let text = own.of(&words.document.article.text);
    words.lexicon.quotatives(role).find_map(|form| {
        let stem = text.strip_suffix(form)?;
        let fits = is_closed(stem.chars().next_back()?) == opens_with_vowel(form.chars().next()?);
        (fits && stem.len() >= NOUN).then(|| Span::new(own.start, own.start + stem.len()))
    })
}

/// Who stands between what is said and its verb, where no list knows who it is: "…"라고 하멜이, 다고
/// 올리베라 게오르기예브스카(79)가. The last word with the particle of a subject.
pub(super) fn unlisted_subject(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    if !writes_topics(words) {
        return None;
    }
    let (at, noun) = (floor..end)
        .rev()
        .take(SENTENCE)
        .take_while(|&i| !words.ends_in(i, "object"))
        .find_map(|i| {
            let noun =
                with_particle(words, i, "subject").or_else(|| with_particle(words, i, "topic"));
            Some((i, noun?))
        })?;
    Some(whole_name(words, named, floor, at, noun))
}

/// The name that ends in the noun of word `at`: with as many words before it as the brackets behind it
/// have names in another script, 조세 타네프스키(Gjose Tanevski), or as the article's name of it has.
fn whole_name(words: &Words, named: &Named, floor: usize, at: usize, noun: Span) -> Speaker {
    let text = words.document.article.text.as_str();
    let plain = |i: usize| {
        words.list[i].shape == Shape::Uncased && words.entry(i).is_none() && named.at(i).is_none()
    };
    let part = |i: usize| {
        let not = Classes::VERB.and(Classes::STOP).and(Classes::SOURCE);
        words.list[i].shape == Shape::Uncased && !words.is(i, not.and(Classes::TITLE))
    };
    let foreign = (at + 1..words.list.len())
        .take(1 + NAME)
        .skip_while(|&i| matches!(words.mark(i), Some('(' | '（')))
        .take_while(|&i| words.list[i].is_capital())
        .count();
    let opens = matches!(words.mark(at + 1), Some('(' | '（'));
    let many = if opens { foreign.saturating_sub(1) } else { 0 };
    let first = at.saturating_sub(many).max(floor);
    if first < at && (first..at).all(part) {
        let span = words.list[first].span.join(noun);
        return Speaker {
            span,
            name: Some(span.of(text).to_owned()),
        };
    }
    // 후안 푸이그는: one more word that has neither a particle nor the ending of a verb.
    let led = at.checked_sub(1).filter(|&before| {
        let own = words.list[before].span.of(text);
        let inflected = |role| {
            let mut forms = words.lexicon.quotatives(role);
            forms.any(|form| own.ends_with(form))
        };
        before >= floor
            && plain(before)
            && own.len() >= NOUN
            && !words.lexicon.is_time(words.folded(before))
            && !(words.lexicon.suffixes().iter()).any(|form| own.ends_with(form))
            && !(inflected("") || inflected("end"))
            && words.lexicon.ending(own) != Some(Ending::Attributive)
    });
    Speaker {
        span: led.map_or(noun, |before| words.list[before].span.join(noun)),
        name: named.with_part(noun.of(text)),
    }
}

/// The first topic between the words `floor` and `end`, in a language that writes its particles onto
/// nouns: who it is that a list or nobody knows. A verb before its noun ends in the same letters
/// (반대하는), but for the endings that the pack lists.
pub(super) fn first_topic(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    let text = words.document.article.text.as_str();
    if !writes_topics(words) {
        return None;
    }
    let verb = |i: usize| {
        let own = words.list[i].span.of(text);
        words.lexicon.ending(own) == Some(Ending::Attributive)
    };
    (floor..end).find_map(|i| {
        if carries(words, i, "topic") && !words.lexicon.is_time(words.folded(i)) {
            let known = behind_brackets(words, named, floor, i)
                .or_else(|| behind_name(words, named, floor, i))
                .or_else(|| wide_head(words, named, floor, i));
            if known.is_some() {
                return known;
            }
        }
        let noun =
            with_particle(words, i, "topic").filter(|_| !verb(i) && !words.ends_in(i, "end"))?;
        Some(whole_name(words, named, floor, i, noun))
    })
}

/// 조르게 이바노프(Gjorge Ivanov) 대통령은: the office at word `i` with the name before the brackets.
fn behind_brackets(words: &Words, named: &Named, floor: usize, i: usize) -> Option<Speaker> {
    let close = i.checked_sub(1).filter(|&close| close > floor)?;
    let noun = before_brackets(words, close);
    let office = words.is(i, Classes::TITLE) && noun < close && noun >= floor;
    let name = || whole_name(words, named, floor, noun, words.list[noun].span);
    office.then(name).map(|found| Speaker {
        span: found.span.join(words.list[i].core),
        name: found.name,
    })
}

/// 라민 카세미 이란 협상대표는: the office at word `i` with the name before it, whose words have no particle.
fn behind_name(words: &Words, named: &Named, floor: usize, i: usize) -> Option<Speaker> {
    let office = words.is(i, Classes::TITLE.and(Classes::SOURCE));
    office
        .then(|| in_line(words, named, i, words.list[i].core))?
        .filter(|found| words.at(found.span.start) >= floor)
}

/// The last topic between the words `floor` and `end` that no list knows: 몬타구트는, 韓は.
pub(super) fn unlisted_topic(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    let plain = |i: usize| {
        let letters = matches!(
            words.list[i].shape,
            Shape::Han | Shape::Katakana | Shape::Uncased
        );
        let text = words.entry(i).is_some_and(|entry| entry.tag == "text");
        letters && !text && !words.is(i, BOUND.and(Classes::STOP)) && named.at(i).is_none()
    };
    let of = |span: Span| Speaker {
        span,
        name: named.with_part(span.of(&words.document.article.text)),
    };
    topics(words, floor, end)
        .rev()
        .map(|(_, noun)| noun)
        .find(|&noun| plain(noun))
        .map(|noun| of(words.list[noun].core))
        .or_else(|| {
            let end = if marks_topics(words) { end } else { floor };
            (floor..end)
                .rev()
                .filter(|&i| words.entry(i).is_none() && plain(i))
                .find_map(|i| noun_elsewhere(words, named, i))
                .map(of)
        })
}

/// The noun of word `i` onto which the particle of a topic is written, where no list knows it and the
/// article has it with another particle as well: 한서준은 beside 한서준에게. A verb before its noun ends in
/// the same letters.
fn noun_elsewhere(words: &Words, named: &Named, i: usize) -> Option<Span> {
    let text = words.document.article.text.as_str();
    let own = words.list[i].span;
    let noun = words
        .lexicon
        .quotatives("topic")
        .find_map(|form| own.of(text).strip_suffix(form))
        .filter(|noun| noun.len() >= NOUN)?;
    named
        .nouns
        .contains(noun)
        .then(|| Span::new(own.start, own.start + noun.len()))
}

/// What stands before a particle written onto a word that marks no topic, where some mark one.
pub(super) fn nouns<'d>(words: &Words<'d>) -> FxHashSet<&'d str> {
    let text = words.document.article.text.as_str();
    if !marks_topics(words) {
        return FxHashSet::default();
    }
    let topics: Vec<&str> = words.lexicon.quotatives("topic").collect();
    let others = words.lexicon.suffixes().iter();
    let others: Vec<&str> = others
        .copied()
        .filter(|form| !topics.contains(form))
        .collect();
    let mut nouns = FxHashSet::default();
    for word in &words.list {
        let whole = word.span.of(text);
        let found = others.iter().filter_map(|form| whole.strip_suffix(form));
        nouns.extend(found.filter(|noun| noun.len() >= NOUN));
    }
    nouns
}

/// Such a noun has at least so many bytes: two syllables of Hangul.
const NOUN: usize = 6;

/// The topic that opens the words `floor` to `end` and is part of a name of the article: 도란은.
pub(super) fn named_topic(
    words: &Words,
    named: &Named,
    floor: usize,
    end: usize,
) -> Option<Speaker> {
    unlisted_topic(words, named, floor, end.min(floor + NAME))
        .filter(|speaker| speaker.name.is_some())
}
