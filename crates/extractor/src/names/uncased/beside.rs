//! Names in scripts without capitals that what stands right beside them shows: what kind of place is
//! written onto them, initials, the word for whose child somebody is, an honorific.

use super::super::{Candidate, listed_kind, span_of};
use super::{SYLLABLE, is_definite, is_plain};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};
use segmenter::Span;

/// What stands between the parts of a foreign name.
const DOTS: [char; 2] = ['·', '・'];

/// Whether words `k - 1` and `k` are written together.
fn together(words: &Words, k: usize) -> bool {
    k > 0 && k < words.list.len() && words.list[k - 1].span.end == words.list[k].span.start
}

/// Whether word `k` is a noun that is written onto the name of a place: 県, 镇; or one that has to stand
/// last in its run of Han: 川.
fn is_onto(words: &Words, k: usize) -> bool {
    let han = |k: usize| {
        words
            .list
            .get(k)
            .is_some_and(|word| word.shape == Shape::Han)
            && together(words, k)
    };
    words.entry(k).is_some_and(|entry| {
        (entry.naming == "onto" || entry.naming == "last" && !han(k + 1))
            && entry.classes.has(Classes::PLACE)
            && !entry.classes.has(Classes::ORGANISATION)
    })
}

fn is_place(words: &Words, k: usize) -> bool {
    words
        .listed(k)
        .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
}

/// "静岡県焼津市", "苗栗縣南庄鄉": a place in Han by what kind it is, where a list has its name, or it
/// stands behind the place that it lies in; in Japanese, where small words are kana, at the opening
/// of its run of Han.
pub(super) fn in_place(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let katakana = words.list[i].shape == Shape::Katakana && words.entry(i).is_none();
    if words.list[i].shape != Shape::Han && !katakana {
        return None;
    }
    let noun = words.after(i);
    if katakana {
        return in_katakana(words, start, i, noun.min(end));
    }
    if noun >= end || !is_onto(words, noun) || !together(words, noun) {
        return None;
    }
    // "天野岳さん"
    if words.is(noun + 1, Classes::TITLE) && is_honorific(words, words.folded(noun + 1)) {
        return None;
    }
    let mut candidate = Candidate::sure(words, i, words.after(noun), NameKind::Place);
    if is_place(words, i) {
        candidate.tag = words.listed(i)?.tag;
        return Some(candidate);
    }
    // 大分市: what kind of place it is shows what a word means that has another sense.
    let common = words
        .entry(i)
        .filter(|entry| entry.classes.has(Classes::KNOWN));
    if let Some(entry) = common.filter(|entry| entry.tag.starts_with("place:")) {
        candidate.tag = entry.tag;
        return Some(candidate);
    }
    let letters = words.core(i).chars().count();
    let free = words.entry(i).is_none() && !words.lexicon.is_time(words.folded(i));
    let behind = i > start
        && together(words, i)
        && (is_onto(words, i - 1) || words.list[i - 1].reach == 1 && is_place(words, i - 1));
    let opens = i == start || words.list[i - 1].shape != Shape::Han || !together(words, i);
    let han = |k: usize| k < end && together(words, k) && words.list[k].shape == Shape::Han;
    // 市 opens the next word as well: 大規模市場.
    let closes = !han(noun + 1)
        || words.entry(noun + 1).is_some()
        || words.core(noun + 1).chars().count() > 1;
    // "在平遥县"
    let led = i > start && words.lexicon.is_where(words.folded(i - 1));
    let alone =
        (words.lexicon.has_markers() && opens || led) && (SYLLABLE..=PLACE).contains(&letters);
    (free && closes && (behind && letters <= PLACE || alone)).then_some(candidate)
}

/// "マハラシュトラ州", "南部コックスバザール", "オランダ・ハーグ": a foreign place by what kind of place is written onto
/// it, or by the part of a country or the country itself before it.
fn in_katakana(words: &Words, start: usize, i: usize, noun: usize) -> Option<Candidate> {
    let text = &words.document.article.text;
    let own = words.list[i].span;
    let name = own.of(text).trim_matches(DOTS);
    if name.is_empty() || name.contains(DOTS) {
        return None;
    }
    let from = own.start + own.of(text).find(name)?;
    let named = Span::new(from, from + name.len());
    let onto = is_onto(words, noun) && together(words, noun) && named.end == own.end;
    let titled = words.is(i + 1, Classes::TITLE);
    let part = i > start
        && together(words, i)
        && !titled
        && (words
            .entry(i - 1)
            .is_some_and(|entry| entry.naming == "part")
            || from > own.start && is_place(words, i - 1)
            || is_onto(words, i - 1) && words.list[i - 1].shape == Shape::Han);
    let end = if onto { noun + 1 } else { i + 1 };
    let close = words.list[end - 1].span.end.max(named.end);
    (onto || part).then(|| Candidate {
        span: Span::new(from, if onto { close } else { named.end }),
        ..Candidate::sure(words, i, end, NameKind::Place)
    })
}

/// The most letters of a place's name in Han before what kind it is.
const PLACE: usize = 4;

/// "लितानी नदी", "राजीव चौक": a place with the noun behind it that belongs to its name.
pub(super) fn with_behind(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let noun = words.after(i);
    let own = is_place(words, i)
        || words.list[i].shape == Shape::Uncased
            && words.entry(i).is_none()
            && words.core(i).chars().count() > SYLLABLE
            && !words.lexicon.is_time(words.folded(i));
    let behind = noun < end
        && words.entry(noun).is_some_and(|entry| {
            entry.naming == "behind"
                && entry.classes.has(Classes::PLACE)
                && !entry.classes.has(Classes::ORGANISATION)
        });
    let opens = is_place(words, i)
        || i == 0
        || words.list[i - 1].is_mark()
        || words.is(i - 1, Classes::STOP)
        || words.listed(i - 1).is_some();
    (own && behind && opens).then(|| Candidate::sure(words, i, words.after(noun), NameKind::Place))
}

/// "경북 영덕군", "소양강댐": a place by what kind of place is written onto its name; a short one only
/// behind the place that it lies in.
pub(super) fn onto_place(words: &Words, start: usize, i: usize) -> Option<Candidate> {
    let word = &words.list[i];
    if word.shape != Shape::Uncased || words.entry(i).is_some() {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let (name, noun) = words.lexicon.onto_place(text)?;
    let inside = i > start && (is_place(words, i - 1) || is_onto_word(words, i - 1));
    let stem = text.get(..name)?.chars().count().checked_sub(noun)?;
    let named = if inside {
        (SYLLABLE..=PLACE).contains(&stem)
    } else {
        noun > 1 && stem >= SYLLABLE
    };
    named.then(|| Candidate::place_in_word(words, i, name))
}

/// Whether a place that word `k` names is shown by what is written onto it: 수원시 팔달구.
fn is_onto_word(words: &Words, k: usize) -> bool {
    let word = &words.list[k];
    word.shape == Shape::Uncased
        && words
            .lexicon
            .onto_place(word.span.of(&words.document.article.text))
            .is_some_and(|(name, _)| name == word.span.len())
}

/// "ブライアン・K・オニール", "约翰·F·马洛里": a foreign name with initials in Latin letters.
pub(super) fn initialled(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let text = &words.document.article.text;
    let own = |k: usize| words.list[k].span.of(text);
    let latin = |k: usize| {
        matches!(words.list[k].shape, Shape::Upper | Shape::Capital)
            && own(k).chars().count() <= SYLLABLE
    };
    let foreign = |k: usize| match words.list[k].shape {
        Shape::Katakana => true,
        Shape::Mark(mark) => DOTS.contains(&mark),
        Shape::Han => words.lexicon.has_foreign(own(k)),
        _ => false,
    };
    if words.list[i].is_mark() || !latin(i) && !foreign(i) {
        return None;
    }
    let mut stop = i + 1;
    while stop < end
        && stop < i + PARTS
        && together(words, stop)
        && (latin(stop) || foreign(stop))
        && (own(stop - 1).ends_with(DOTS) || own(stop).starts_with(DOTS))
    {
        stop += 1;
    }
    let named = |k: usize| foreign(k) && !own(k).trim_matches(DOTS).is_empty();
    if !(i..stop).any(latin) || !(i..stop).any(named) {
        return None;
    }
    let whole = Span::new(words.list[i].span.start, words.list[stop - 1].span.end);
    let mut close = whole.end;
    // "·马洛里裁定": the letters show where the name ends.
    if words.list[stop - 1].shape == Shape::Han {
        let last = own(stop - 1);
        let name = last.trim_start_matches(DOTS);
        let part = words.lexicon.transcription(name, true)?;
        close = whole.end - name.len() + part.end;
    }
    let shown = Span::new(whole.start, close);
    let inner = shown.of(text).trim_matches(DOTS);
    let lead = shown.of(text).len() - shown.of(text).trim_start_matches(DOTS).len();
    let start = shown.start + lead;
    let span = Span::new(start, start + inner.len());
    Some(Candidate::of_span(i, stop, span, NameKind::Person))
}

/// The most words, dots among them, of a name with initials.
const PARTS: usize = 9;

/// "بدر بن سالم الهاشمي": a person by the word for whose child one is.
pub(super) fn lineage(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let kin = |k: usize| words.entry(k).is_some_and(|entry| entry.joins == "kin");
    let plain = |k: usize| {
        k < end
            && is_plain(words, k)
            && !words.lexicon.is_time(words.folded(k))
            && words.core(k).chars().count() > 1
    };
    if !plain(i) || i + 2 >= end || !kin(i + 1) || !plain(i + 2) {
        return None;
    }
    let mut stop = i + 3;
    // "تميم بن حمد آل ثاني": also a number.
    let house = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && words.is(k, Classes::STOP)
            && words.core(k).chars().count() > SYLLABLE
    };
    while stop + 1 < end
        && stop < i + PARTS
        && words.is(stop, Classes::PARTICLE)
        && (plain(stop + 1) || house(stop + 1))
    {
        stop += 2;
    }
    // The name of the family has the article.
    if plain(stop) && is_definite(words, stop) {
        stop += 1;
    }
    Some(Candidate::sure(words, i, stop, NameKind::Person))
}

/// "أم يوسف", "أبو محمد": a person by whose mother or father one is.
pub(super) fn parent(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let parent = words
        .lexicon
        .name_forms("parent")
        .any(|form| form == words.folded(i));
    let child = i + 1 < end
        && words.is(i + 1, Classes::GIVEN)
        && words.list[i + 1].core == words.list[i + 1].span;
    // "أحمد أم يوسف": between two names it joins them.
    let joins = i > start && words.is(i - 1, Classes::GIVEN);
    (parent && child && !joins)
        .then(|| Candidate::sure(words, i, words.after(i + 1), NameKind::Person))
}

/// "小鳥遊奈々さん", "邱女士": whom an honorific names that follows; a surname alone, or where small
/// words are kana the whole run of Han.
pub(super) fn honoured(words: &Words, i: usize, stop: usize, title: &str) -> Option<Span> {
    let honorific = is_honorific(words, title);
    let han = |k: usize| words.list[k].shape == Shape::Han;
    if !(i..stop).all(han) {
        return None;
    }
    // "砂川恒一市長": before an office, by the end of a given name.
    if !honorific {
        let text = span_of(words, i, stop).of(&words.document.article.text);
        let opens = i == 0 || !han(i - 1) || !together(words, i);
        if opens && let Some(name) = before_long_office(words, i, stop) {
            return Some(name);
        }
        let whole = opens
            && words.lexicon.has_markers()
            && (WHOLE..=RUN).contains(&text.chars().count())
            && words.lexicon.ends_as("given", text);
        return whole.then(|| span_of(words, i, stop));
    }
    // 久我山健一: what kind of place is one letter may be part of a name.
    let mut from = i;
    while from > 0 && i - from < SYLLABLE && together(words, from) && han(from - 1) {
        let part = words.entry(from - 1).is_none_or(|entry| {
            let kind = Classes::PLACE.and(Classes::ORGANISATION);
            let other = entry
                .classes
                .has(Classes::TITLE.and(Classes::SOURCE).and(Classes::STOP));
            entry.classes.has(kind) && !other && words.core(from - 1).chars().nth(1).is_none()
        });
        if !part {
            break;
        }
        from -= 1;
    }
    let span = span_of(words, from, stop);
    let text = span.of(&words.document.article.text);
    let letters = text.chars().count();
    let surname = letters == 1 && words.lexicon.is_surname(text);
    let run = words.lexicon.has_markers() && letters <= RUN;
    (surname || run).then_some(span)
}

/// "原田智史地震津波監視課長": a listed surname and a given name of two letters by its last one, before an office of
/// which no list has the front.
fn before_long_office(words: &Words, i: usize, stop: usize) -> Option<Span> {
    let surname = words
        .entry(i)
        .is_some_and(|entry| entry.classes == Classes::SURNAME);
    let rest = words
        .list
        .get(i + 1)
        .filter(|_| surname && stop == i + 2)?
        .span;
    let text = rest.of(&words.document.article.text);
    let (at, _) = text.char_indices().nth(SYLLABLE)?;
    let given = text.get(..at).filter(|_| text.chars().count() > RUN)?;
    (words.lexicon.has_markers() && words.lexicon.ends_as("given", given))
        .then(|| Span::new(words.list[i].span.start, rest.start + at))
}

/// "吉村|洋|文|代表": a listed surname and a given name of which lists cut the letters, before an office.
pub(super) fn cut_given(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let surname = words
        .entry(i)
        .is_some_and(|entry| entry.classes == Classes::SURNAME);
    if !surname || !words.lexicon.has_markers() || words.core(i).chars().nth(1).is_none() {
        return None;
    }
    let letter = |&k: &usize| {
        let kind = Classes::PLACE
            .and(Classes::ORGANISATION)
            .and(Classes::SURNAME);
        words.list[k].shape == Shape::Han
            && together(words, k)
            && words.core(k).chars().nth(1).is_none()
            && words.entry(k).is_none_or(|entry| {
                entry.classes.has(kind) && !entry.classes.has(Classes::TITLE.and(Classes::STOP))
            })
    };
    let stop = i
        + 1
        + (i + 1..end.min(i + 1 + SYLLABLE))
            .take_while(letter)
            .count();
    let given = span_of(words, i + 1, stop).of(&words.document.article.text);
    (stop > i + 2
        && stop < end
        && words.is(stop, Classes::TITLE)
        && words.lexicon.ends_as("given", given))
    .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

fn is_honorific(words: &Words, title: &str) -> bool {
    let mut honorifics = words.lexicon.name_forms("honorific");
    honorifics.any(|form| form == title)
}

/// "藤堂ゆかりさん", "幸田サチさん": a family name in Han with a given name in kana, which an honorific follows.
pub(super) fn kana_given(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let text = &words.document.article.text;
    let free = words
        .entry(i)
        .is_none_or(|entry| entry.classes == Classes::SURNAME);
    let opens = i == 0 || words.list[i - 1].shape != Shape::Han || !together(words, i);
    if words.list[i].shape != Shape::Han || !free || !opens {
        return None;
    }
    let shape = words.list.get(i + 1)?.shape;
    if !matches!(shape, Shape::Hiragana | Shape::Katakana) {
        return None;
    }
    // "片山さつき財務相": before an office only behind a surname, where no particle opens what is taken for a name.
    let roles = ["", "topic", "subject", "object", "oblique", "noun"];
    let particle = roles.iter().any(|role| words.is_quotative(i + 1, role))
        || words.is(i + 1, Classes::SUBJECT.and(Classes::COMPLEMENTISER));
    let surname = words.is(i, Classes::SURNAME) && words.core(i).chars().nth(1).is_some();
    let office = |k: usize| surname && !particle && words.is(k, Classes::TITLE);
    let honorific = |k: usize| is_honorific(words, words.folded(k)) || office(k);
    let stop = (i + 1..end.min(i + PARTS))
        .take_while(|&k| together(words, k) && words.list[k].shape == shape || honorific(k))
        .find(|&k| honorific(k))?;
    // "高橋による首相": a word of several letters is none of a name.
    let listed = |k: usize| words.entry(k).is_some() && words.core(k).chars().nth(1).is_some();
    if (i + 1..stop).any(listed) {
        return None;
    }
    let given = Span::new(words.list[i].span.end, words.list[stop].span.start);
    let letters = given.of(text).chars().count();
    let surname = words.core(i).chars().count() <= SURNAME;
    (stop > i + 1 && together(words, stop) && surname && KANA.contains(&letters)).then(|| {
        Candidate {
            span: Span::new(words.list[i].span.start, given.end),
            ..Candidate::sure(words, i, stop, NameKind::Person)
        }
    })
}

/// The most letters of a Japanese surname.
const SURNAME: usize = 3;

/// The letters of a given name in kana.
const KANA: std::ops::RangeInclusive<usize> = 2..=4;

/// "배우 설이든이", "출신 왕지안을": a name of the language's own form behind the bare noun for a person.
pub(super) fn behind_noun(words: &Words, start: usize, i: usize) -> Option<Candidate> {
    if i == start || words.list[i].shape != Shape::Uncased || words.entry(i).is_some() {
        return None;
    }
    let before = words.list[i - 1];
    let length = words
        .lexicon
        .native(words.list[i].span.of(&words.document.article.text))?;
    let person = (start..i).rev().take(PARTS).find(|&k| words.after(k) == i);
    let noun = person.is_some_and(|k| names_person(words, k)) && before.core == before.span;
    noun.then(|| {
        let span = Span::new(words.list[i].span.start, words.list[i].span.start + length);
        Candidate {
            span,
            ..Candidate::sure(words, i, i + 1, NameKind::Person)
        }
    })
}

/// Whether the entry at word `k` is a noun for one person: an office, a job, a relative.
pub(super) fn names_person(words: &Words, k: usize) -> bool {
    words.entry(k).is_some_and(|entry| {
        entry.classes.has(Classes::TITLE)
            || entry.classes.has(Classes::SOURCE.and(Classes::THING)) && entry.tag == "person"
    })
}

/// The fewest letters of a whole name before an office.
const WHOLE: usize = 3;

/// What joins two words of one foreign name.
const HYPHENS: [char; 5] = ['-', '‐', '－', '＝', '='];

/// A foreign name with what hyphens join to it: 让-马克·特朗布莱, オーセン＝バッケ.
pub(super) fn hyphened(words: &Words, span: Span) -> Span {
    let text = words.document.article.text.as_str();
    let foreign = |c: &char| {
        words.lexicon.is_transcribing(*c)
            || DOTS.contains(c)
            || matches!(c, '\u{30A1}'..='\u{30FA}' | 'ー')
    };
    let mut span = span;
    let behind = text
        .get(span.end..)
        .and_then(|rest| rest.strip_prefix(HYPHENS));
    if let Some(rest) = behind {
        let part: usize = rest.chars().take_while(foreign).map(char::len_utf8).sum();
        if part > 0 {
            span.end = text.len() - rest.len() + part;
        }
    }
    let before = text
        .get(..span.start)
        .and_then(|rest| rest.strip_suffix(HYPHENS));
    if let Some(rest) = before {
        let mut letters = rest.chars().rev().take(RUN);
        let last = letters.next().filter(|c| c.is_alphabetic());
        let part = last.map_or(0, char::len_utf8)
            + letters
                .take_while(foreign)
                .map(char::len_utf8)
                .sum::<usize>();
        if last.is_some_and(|c| !c.is_ascii()) {
            span.start = rest.len() - part;
        }
    }
    span
}

/// The most letters of a Japanese name.
const RUN: usize = 5;

/// "レオ14世": a king or pope by the number.
pub(super) fn regnal(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let kana = words.list[i].shape == Shape::Katakana && words.entry(i).is_none();
    let number = words
        .list
        .get(i + 1)
        .filter(|word| word.shape == Shape::Number);
    let counted = kana && number.is_some() && i + 2 < end && together(words, i + 1);
    let mut units = words.lexicon.name_forms("regnal");
    (counted && together(words, i + 2) && units.any(|unit| unit == words.core(i + 2)))
        .then(|| Candidate::sure(words, i, i + 3, NameKind::Person))
}

/// "एस. के. चतुर्वेदी": a person by the initials before the name.
pub(super) fn initials(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let initial = |k: usize| {
        k + 1 < end
            && words.list[k].shape == Shape::Uncased
            && words.core(k).chars().count() <= INITIAL
            && words.mark(k + 1) == Some('.')
            && together(words, k + 1)
            && !words.is(k, Classes::TITLE)
    };
    let mut name = i;
    while initial(name) && name < i + PARTS {
        name += 2;
    }
    (name > i && name < end && !together(words, name) && is_plain(words, name)).then(|| {
        let mut stop = name + 1;
        if stop < end && words.is(name, Classes::GIVEN) && is_plain(words, stop) {
            stop += 1;
        }
        Candidate::sure(words, i, stop, NameKind::Person)
    })
}

/// "एम के स्टालिन": a person by the names of the letters of two initials and more, of which one may be a small
/// word too.
pub(super) fn letters(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let letter = |k: usize| {
        let mut letters = words.lexicon.name_forms("letter");
        k < end && letters.any(|letter| letter == words.folded(k))
    };
    let name = (i..end.min(i + PARTS)).find(|&k| !letter(k))?;
    (name >= i + 2 && is_plain(words, name))
        .then(|| Candidate::sure(words, i, name + 1, NameKind::Person))
}

/// The most letters and signs of an initial.
const INITIAL: usize = 3;
