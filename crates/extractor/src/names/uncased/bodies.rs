//! Bodies in scripts without capitals: ministries and countries, bodies in a place, companies by their
//! mark.

use super::super::{Candidate, listed_kind};
use super::{SYLLABLE, Said, is_definite, is_letter};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, fold};
use crate::words::{Shape, Words};
use segmenter::Span;

/// "وزارة الخارجية التونسية", "משרד החוץ של יוון", "وزارت خارجه ایران", "स्वास्थ्य मंत्रालय": an
/// authority that is named by its field, and the front of an aim: "جبهة تحرير الجنوب".
pub(super) fn ministry(
    words: &Words,
    said: &Said,
    i: usize,
    end: usize,
    candidates: &mut Vec<Candidate>,
) -> Option<Candidate> {
    let plain = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && !words.is(k, Classes::VERB.and(Classes::STOP))
            && !words.lexicon.is_time(words.folded(k))
    };
    if words.list[i].shape != Shape::Uncased {
        return None;
    }
    let kind = |k: usize| {
        words
            .entry(k)
            .filter(|entry| entry.classes.has(Classes::ORGANISATION))
            .map_or("", |entry| entry.naming)
    };
    let territory = |k: usize| {
        k < end
            && words
                .listed(k)
                .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
    };
    let at = words.after(i);
    let text = &words.document.article.text;
    let articled = words.lexicon.definite().is_some();
    // "وزارت خارجه" is one entry.
    let whole = kind(i) == "field" && words.list[i].reach > 1 && words.lexicon.has_fields();
    let stop = match kind(i) {
        "field" if articled => {
            // Where the article is one letter, verbs open with it too: of what stands behind the
            // field only adjectives show themselves.
            let letter = is_letter(words);
            let adjective = |k: usize| words.lexicon.ends_as("adjective", words.core(k));
            // Behind a definite noun only an adjective is its own, the next noun another's: "طالبت
            // المنظمة الحكومة"; so behind an adjective: "وزارة الدفاع الروسية السيطرة".
            let relational = |k: usize| words.lexicon.ends_as("relational", words.folded(k));
            let field = |k: usize| {
                plain(k)
                    && is_definite(words, k)
                    && !words.is(k, Classes::TITLE)
                    && (k == at || !letter || adjective(k))
                    && (letter
                        || relational(k)
                        || k == at && !is_definite(words, i)
                        || k > at && !relational(k - 1))
            };
            let mut stop = at;
            while stop < at + 3 && field(stop) {
                stop += 1;
            }
            // "משרד התרבות והספורט": a second field.
            if letter && stop == at + 1 && is_second_field(words, stop, end) {
                stop += 1;
            }
            // "محكمة جنايات الجيزة": the place shows the end.
            if stop == at && !letter && plain(at) && words.entry(at).is_none() {
                let own = |k: usize| words.list[k].core.start == words.list[k].span.start;
                if own(at) && territory(at + 1) && own(at + 1) {
                    return Some(Candidate::sure(
                        words,
                        i,
                        words.after(at + 1),
                        NameKind::Organisation,
                    ));
                }
            }
            // "الجهاز الوطني للإحصاء", "اللجنة الدولية للصليب الأحمر"
            if stop > at && plain(stop) && words.lexicon.is_for(words.list[stop].span.of(text)) {
                stop += 1;
                stop += usize::from(field(stop));
            }
            // "של עומאן", "בירושלים"
            if (stop > at || words.list[i].reach > 1)
                && words.is(stop, Classes::COMPLEMENT)
                && territory(stop + 1)
            {
                stop = words.after(stop + 1);
            } else if territory(stop) {
                let bare = words.list[stop].core.start == words.list[stop].span.start;
                let seated = words.list[i].reach > 1 && letter && is_seated(words, stop);
                if (stop > at || !is_definite(words, i)) && bare || seated {
                    stop = words.after(stop);
                }
            }
            stop
        }
        "field" if words.lexicon.has_fields() => {
            let mut stop = at;
            while stop < end
                && stop < at + 2
                && words.is(stop, Classes::COMPLEMENT)
                && words.list[stop].core.end == words.list[stop].span.end
            {
                stop = words.after(stop);
            }
            // "مرکز آتشفشان‌شناسی اندونزی": the country shows the end.
            let open = (stop..stop + FIELD)
                .take_while(|&k| plain(k) && words.entry(k).is_none())
                .last()
                .map_or(stop, |k| k + 1);
            let mut seats = words.lexicon.name_forms("seat");
            // "دانشگاه شیراز": a body that is named by where it is.
            let seat = stop == at
                && seats.any(|form| form == words.folded(i))
                && words
                    .list
                    .get(at)
                    .is_some_and(|word| word.core == word.span);
            if (stop > at || whole || seat) && territory(stop) {
                stop = words.after(stop);
            } else if open > stop && territory(open) {
                stop = words.after(open);
            } else if (stop > at || whole) && stop < end && said.is_land(stop) {
                candidates.push(Candidate::sure(words, stop, stop + 1, NameKind::Place));
                stop += 1;
            }
            stop
        }
        "aim" if articled => {
            let mut stop = at;
            while stop < end
                && stop < at + 2
                && plain(stop)
                && (!is_definite(words, stop)
                    || words.lexicon.ends_as("construct", words.core(stop)))
                && words.entry(stop).is_none()
            {
                stop += 1;
            }
            if stop > at && plain(stop) && is_definite(words, stop) {
                stop + 1
            } else {
                at
            }
        }
        "aim" if plain(at) && plain(at + 1) && words.entry(at).is_none() => at + 2,
        _ => at,
    };
    // "वरज़ान के रक्षा मंत्रालय"
    let of =
        words.is(i + 1, Classes::PARTICLE) && words.entry(i + 1).is_some_and(|e| e.joins == "of");
    if of && i + 2 < end && (territory(i) || said.is_land(i)) {
        let whole = kind(i + 2) == "field" && words.list[i + 2].reach > 1;
        let last = words.after(i + 2) - 1;
        let closed = whole
            .then_some(last)
            .or_else(|| (plain(i + 2) && i + 3 < end && kind(i + 3) == "behind").then_some(i + 3));
        if let Some(last) = closed {
            candidates.extend(
                words
                    .entry(i)
                    .is_none()
                    .then(|| Candidate::sure(words, i, i + 1, NameKind::Place)),
            );
            return Some(Candidate::sure(words, i, last + 1, NameKind::Organisation));
        }
    }
    // "स्वास्थ्य मंत्रालय"
    let (first, stop) = if stop > at || whole && words.lexicon.definite().is_none() {
        (i, stop)
    } else if plain(i)
        && words
            .entry(i)
            .is_none_or(|entry| entry.classes == Classes::COMPLEMENT)
        && kind(at) == "behind"
        && at < end
        // "मेरठ पुलिस": of a place.
        || kind(at) == "seat" && at < end && territory(i) && words.list[at - 1].core.end == words.list[at - 1].span.end
    {
        (i, words.after(at))
    } else {
        return None;
    };
    (words.mark(stop.checked_sub(1)?).is_none())
        .then(|| Candidate::sure(words, first, stop, NameKind::Organisation))
}

/// "והספורט": whether word `k` joins a second field to that of a body, where the article is one letter: a noun
/// with an article behind "and" that neither speaks nor is a body or a place.
fn is_second_field(words: &Words, k: usize, end: usize) -> bool {
    let Some(word) = words.list.get(k).filter(|_| k < end) else {
        return false;
    };
    let other = Classes::TITLE
        .and(Classes::SOURCE)
        .and(Classes::ORGANISATION)
        .and(Classes::PLACE)
        .and(Classes::TERRITORY)
        .and(Classes::KNOWN)
        .and(Classes::VERB)
        .and(Classes::PRONOUN)
        .and(Classes::GIVEN);
    let own = (words.lexicon.behind_prefixes(words.folded(k)))
        .find(|(prefix, _)| words.lexicon.joins(prefix))
        .and_then(|(_, rest)| rest.strip_prefix(words.lexicon.definite()?));
    let joined = own.is_some_and(|noun| noun.chars().nth(SYLLABLE).is_some())
        && !words.lexicon.is_time(words.folded(k));
    joined && word.shape == Shape::Uncased && !words.is(k, other)
}

/// "בבאר שבע": whether a preposition of one letter is written onto the place at word `k` in which a body sits.
fn is_seated(words: &Words, k: usize) -> bool {
    let word = &words.list[k];
    let written = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    words.lexicon.seats(written)
}

/// So many words of a body's field may be unknown before the country that it belongs to.
const FIELD: usize = 3;

/// "नावेह स्थित भारतीय दूतावास", "상하이 주재 한국총영사관": a body by where it is; and the place alone.
pub(super) fn located(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let place = words.list[i].shape == Shape::Uncased
        && words.list[i].core == words.list[i].span
        && words
            .entry(i)
            .is_none_or(|entry| words.listed(i).is_some() && listed_kind(entry) == NameKind::Place);
    let at = words.after(i);
    let behind = at < end && words.entry(at).is_some_and(|entry| entry.naming == "at");
    if !place || !behind {
        return None;
    }
    let unknown = words.entry(i).is_none();
    if let Some(close) = body(words, at + 1, end) {
        let kind = NameKind::Organisation;
        return Some(Candidate::sure(words, i, close.end, kind));
    }
    // Of what country or kind: "भारतीय". A place that a list knows is a name by itself.
    let close = (at + 1..end.min(at + 4))
        .take_while(|&k| unknown && !words.list[k].is_mark())
        .find(|&k| words.is(k, Classes::ORGANISATION));
    if let Some(k) = close {
        let kind = NameKind::Organisation;
        return Some(Candidate::sure(words, i, words.after(k), kind));
    }
    (unknown && words.core(i).chars().count() > SYLLABLE)
        .then(|| Candidate::sure(words, i, i + 1, NameKind::Place))
}

/// "대한육상연맹", "이스라엘 보건부", "헌법재판소": a body with what kind it is written onto its name.
pub(super) fn body(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let own = words.list.get(i)?;
    let land = own.shape == Shape::Uncased
        && own.core == own.span
        && words
            .listed(i)
            .is_some_and(|entry| listed_kind(entry) == NameKind::Place);
    let at = if land { words.after(i) } else { i };
    let word = words.list.get(at).filter(|_| at < end)?;
    let named = word.shape == Shape::Uncased
        && match words.entry(at).map(|entry| {
            let body = entry.classes.has(Classes::ORGANISATION);
            if body { entry.naming } else { "" }
        }) {
            Some("whole") => land || words.listed(at).is_none(),
            Some(naming) => naming == "onto" && land,
            None => match words.lexicon.body(words.core(at)) {
                Some("land") => land,
                naming => naming.is_some(),
            },
        };
    named.then(|| Candidate::sure(words, i, at + 1, NameKind::Organisation))
}

/// "スポーツ仲裁裁判所", "瓦尔赞国防部": a body in Han and katakana that what kind it is closes. Where small
/// words are written in the same letters, a country has to open it.
pub(super) fn han_body(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let written = |k: usize| {
        matches!(words.list[k].shape, Shape::Han | Shape::Katakana)
            || words.core(k).starts_with(ORDINAL)
            || k > 0 && words.core(k - 1).ends_with(ORDINAL)
    };
    let never = Classes::VERB
        .and(Classes::ATTRIBUTION)
        .and(Classes::COMPLEMENTISER)
        .and(Classes::PRONOUN)
        .and(Classes::TITLE);
    let place = |k: usize| {
        words
            .listed(k)
            .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
    };
    // "中国科学院青藏高原研究所": a body of a known one.
    let parent = words
        .listed(i)
        .is_some_and(|entry| listed_kind(entry) == NameKind::Organisation)
        && words.list[i].shape == Shape::Han
        && !words.is(words.after(i), Classes::PARTICLE);
    let inside = |k: usize| {
        written(k)
            && !words.is(k, never)
            && (!words.is(k, Classes::STOP)
                // 北京市|第一|中级人民法院
                || words.core(k).starts_with(ORDINAL)
                || k == i && opens_body(words, k)
                // 复旦大学国际|问题|研究院
                || k > i && parent && words.core(k).chars().nth(1).is_some()
                || words.is(k, Classes::PARTICLE) && !place(k + 1)
                || words.list[k].shape == Shape::Katakana)
            && (k == i || words.list[k - 1].span.end == words.list[k].span.start)
    };
    if !inside(i) || words.is(i, Classes::PARTICLE) {
        return None;
    }
    let text = &words.document.article.text;
    let spelt = words.list[i].span;
    let foreign = words
        .entry(i)
        .is_none()
        .then(|| words.lexicon.transcription(spelt.of(text), false))
        .flatten()
        .map(|name| name.shift(spelt.start));
    let opens = i == start
        || !written(i - 1)
        || words.is(
            i - 1,
            Classes::STOP.and(Classes::VERB).and(Classes::ATTRIBUTION),
        );
    let begin = if place(i) || parent {
        spelt.start
    } else if let Some(name) = foreign {
        name.start
    } else if opens && words.lexicon.has_markers() || opens_body(words, i) {
        spelt.start
    } else {
        return None;
    };
    // 俄国防部: a country of one letter.
    let least = if opens_body(words, i) { 1 } else { SYLLABLE };
    let close = (i..end.min(i + BODY))
        .take_while(|&k| inside(k))
        .filter(|&k| {
            let own = words.list[k].span;
            let kind =
                |entry: &Entry| entry.naming == "onto" && entry.classes.has(Classes::ORGANISATION);
            words.entry(k).is_some_and(kind)
                && Span::new(begin, own.end).of(text).chars().count()
                    >= own.of(text).chars().count() + least
        })
        .last()?;
    let span = Span::new(begin, words.list[close].span.end);
    (span.of(text).chars().count() <= BODY).then_some(Candidate::of_span(
        i,
        close + 1,
        span,
        NameKind::Organisation,
    ))
}

/// "愛媛FC": so the club of a place; "京都大の": a university by the place that it is in and the letter to which its kind is cut, where that closes the run
/// of Han or an office follows: no 京都大会.
pub(super) fn school(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let onto = |k: usize| {
        k < end
            && matches!(words.list[k].shape, Shape::Han | Shape::Upper)
            && words.list[k - 1].span.end == words.list[k].span.start
    };
    let place = words.list[i].shape == Shape::Han
        && words.list[i].reach == 1
        && words
            .listed(i)
            .is_some_and(|entry| listed_kind(entry) == NameKind::Place);
    let kind = i + 1;
    let mut forms = words.lexicon.name_forms("school");
    let short = place && onto(kind) && forms.any(|form| form == words.core(kind));
    let closed = !onto(kind + 1) || words.is(kind + 1, Classes::TITLE.and(Classes::SOURCE));
    (short && closed).then(|| Candidate::sure(words, i, kind + 1, NameKind::Organisation))
}

/// "全国消费者协会": whether word `i` opens the names of bodies as a country does.
fn opens_body(words: &Words, i: usize) -> bool {
    let mut openers = words.lexicon.name_forms("opener");
    openers.any(|opener| opener == words.core(i))
}

/// What makes a number the rank of a body.
const ORDINAL: char = '第';

/// The most letters of a body's name in Han and katakana.
const BODY: usize = 18;

/// A company's name in Han, which the words for its legal form close: "…内的宁海化工有限公司".
pub(super) fn company(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let form = i + 1;
    let closed = form < end
        && words.list[i].shape == Shape::Han
        && words.entry(i).is_none()
        && words
            .entry(form)
            .is_some_and(|entry| entry.naming == "behind");
    if !closed {
        return None;
    }
    let word = words.list[i].span;
    let text = word.of(&words.document.article.text);
    let name = text
        .rsplit(|letter| words.lexicon.is_small(letter))
        .next()
        .unwrap_or(text);
    let span = Span::new(word.end - name.len(), words.list[form].span.end);
    COMPANY
        .contains(&name.chars().count())
        .then_some(Candidate::of_span(
            i,
            form + 1,
            span,
            NameKind::Organisation,
        ))
}

/// "アスリート・インテグリティー・ユニット": words in katakana with dots between, the last of which is the noun of a body.
pub(super) fn dotted(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let katakana = |k: usize| words.list[k].shape == Shape::Katakana;
    let own = |k: usize| words.core(k).trim_matches(DOT);
    let onto = |k: usize| {
        words.list[k - 1].span.end == words.list[k].span.start && (katakana(k) || own(k).is_empty())
    };
    if !katakana(i) || i > 0 && katakana(i - 1) && onto(i) {
        return None;
    }
    let stop = i + 1 + (i + 1..end).take_while(|&k| onto(k)).count();
    let span = Span::new(words.list[i].span.start, words.list[stop - 1].span.end);
    let (first, last) = span
        .of(&words.document.article.text)
        .trim_matches(DOT)
        .rsplit_once(DOT)?;
    let noun = words.lexicon.alone(&fold(last));
    let body = noun.is_some_and(|noun| noun.classes.has(Classes::ORGANISATION));
    (body && !first.is_empty()).then(|| Candidate::of_span(i, stop, span, NameKind::Organisation))
}

/// What stands between the parts of a foreign name.
const DOT: char = '・';

/// "セブン＆アイ": a firm with two names that a mark joins.
pub(super) fn paired(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let katakana = |k: usize| words.list[k].shape == Shape::Katakana;
    let joined = i + 2 < end
        && katakana(i)
        && katakana(i + 2)
        && matches!(words.mark(i + 1), Some('＆' | '&'))
        && words.list[i].span.end == words.list[i + 1].span.start
        && words.list[i + 1].span.end == words.list[i + 2].span.start;
    if !joined {
        return None;
    }
    let onto = |k: usize| katakana(k) && words.list[k - 1].span.end == words.list[k].span.start;
    let stop = i + 3 + (i + 3..end).take_while(|&k| onto(k)).count();
    Some(Candidate::sure(words, i, stop, NameKind::Organisation))
}

/// The letters of a company's name before its legal form.
const COMPANY: std::ops::RangeInclusive<usize> = 2..=10;

/// 对法新社表示: the body to which something is said, inside a verb that a list has with it.
pub(super) fn told(words: &Words, i: usize) -> Option<Candidate> {
    let word = words.list[i];
    if word.shape != Shape::Han || !words.is(i, Classes::VERB) {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let start = ends.iter().copied().nth(1)?;
    ends.retain(|&end| end > start);
    // The longest name, behind the one letter that leads to it.
    let (end, tag) = ends.into_iter().rev().find_map(|end| {
        let entry = words.lexicon.listed(text.get(start..end)?)?;
        let body = listed_kind(entry) == NameKind::Organisation && !entry.common;
        body.then_some((end, entry.tag))
    })?;
    let span = Span::new(word.span.start + start, word.span.start + end);
    Some(Candidate {
        tag,
        ..Candidate::of_span(i, i + 1, span, NameKind::Organisation)
    })
}
