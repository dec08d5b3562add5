//! Names that the title or common noun before them announces, in scripts without capitals.

use super::super::{Candidate, is_uncased, listed_kind, span_of};
use super::end::{leads, name_end};
use super::places::{is_noun_of_place, is_proper, place_end};
use super::{
    LONGEST, Said, beside, ends_sentence, is_comma, is_common, is_construct, is_definite,
    is_given_too, is_letter, is_surname_too, never, text_of, thing_kind,
};
use crate::NameKind;
use crate::lexicon::{Classes, Side};
use crate::words::{Shape, Words};

/// So many words may stand between an office and its holder: "the minister of foreign affairs of
/// Iran, X".
pub(super) const COMPLEMENT: usize = 5;

/// The name that the title or common noun at word `i` announces: "المتحدثة باسم الخارجية الصينية
/// ماو نينغ", "שר החוץ של איראן", "شرکت ملتمی".
pub(super) fn announced(
    words: &Words,
    said: &Said,
    start: usize,
    i: usize,
    end: usize,
    candidates: &mut Vec<Candidate>,
) -> Option<Candidate> {
    if words.list[i].shape != Shape::Uncased {
        return None;
    }
    let entry = words.entry(i)?;
    if given_before(words, i) {
        return None;
    }
    let title = entry.classes.has(Classes::TITLE) && entry.side != Side::Left;
    // "लेखिका", "الطبيبة": a common noun, where a given name follows.
    let source = entry.classes.has(Classes::SOURCE) && entry.tag == "person";
    let person = !title
        && entry.tag == "person"
        && entry.classes.has(Classes::SOURCE)
        && !words.lexicon.has_surnames()
        && words.is(words.after(i), Classes::GIVEN)
        && words.mark(words.after(i) + 1) != Some('.');
    if !title && !person && (!entry.classes.has(Classes::THING) || entry.tag == "person") {
        return None;
    }
    let title = title || person;
    let definite = |k: usize| is_definite(words, k);
    let place = !title && entry.tag == "place";
    let mut at = words.after(i);
    // "مضيق البوسفور", "رودخانه هیرمند": what belongs to the name.
    let whole = place && entry.naming == "before";
    if whole
        && at < end
        && words.list[at].core.start == words.list[at].span.start
        && words
            .listed(at)
            .is_some_and(|entry| listed_kind(entry) == NameKind::Place)
    {
        return Some(Candidate::sure(words, i, words.after(at), NameKind::Place));
    }
    // "הפרמדיק אבי כהן": a given name that means something else too, before a surname.
    let pair = |k: usize| words.is(k, Classes::GIVEN) && words.is(k + 1, Classes::SURNAME);
    let plain = |k: usize| {
        k < end
            && words.list[k].shape == Shape::Uncased
            && (!never(words, k)
                || is_surname_too(words, k)
                // "הסופר עידו לבנון": a country behind a given name.
                || words.is(k, Classes::SURNAME) && k > 0 && words.is(k - 1, Classes::GIVEN)
                || pair(k)
                // "न्यायाधीश कावेरी बावेजा": a place whose name women have too.
                || title && is_given_too(words, k))
            && !is_common(words, k)
            && !(title && words.is(k, Classes::THING))
            && (words.list[k].core.start == words.list[k].span.start || words.is(k, Classes::GIVEN))
    };
    if place && definite(at) {
        // "לאי היווני סימי", "مدينة الموصل"
        if at + 1 < end && !definite(at + 1) && plain(at + 1) {
            at += 1;
        } else if plain(at)
            && !words.lexicon.is_definite(text_of(words, i))
            && words.entry(at).is_none()
            && !is_letter(words)
        {
            let first = if whole { i } else { at };
            return Some(Candidate::sure(words, first, at + 1, NameKind::Place));
        }
    }
    // "प्रमुख वी. नारायणन", "मुख्यमंत्री एम के स्टालिन"
    if title
        && let Some(found) =
            beside::initials(words, at, end).or_else(|| beside::letters(words, at, end))
    {
        return Some(found);
    }
    let limit = end.min(at + COMPLEMENT);
    while at < limit
        && title
        && !is_given_too(words, at)
        && !pair(at)
        && is_uncased(words, at)
        && !words.lexicon.is_verbal_noun(text_of(words, at))
        && (definite(at)
            // "الأمينة العامة للمنظمة سيليست ساولو"
            || !is_letter(words)
                && words.lexicon.is_definite(text_of(words, at))
                && !words.is(at, Classes::GIVEN)
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
        let noun = is_noun_of_place(words, at) && !definite(at);
        // "رئيس شركة أتلانتيكا": the next name is the body's.
        let body = words
            .entry(at)
            .is_some_and(|entry| entry.classes.has(Classes::THING) && entry.tag == "organisation");
        if body && words.lexicon.definite().is_some() && !definite(at) && words.list[at].reach == 1
        {
            let next = at + 1;
            if plain(next) && !definite(next) && !words.is(next, Classes::GIVEN) {
                return None;
            }
        }
        at += words.list[at].reach.max(1);
        // "حاكم إقليم أولاندي موسى فارول"
        if noun
            && plain(at)
            && plain(at + 1)
            && !words.is(at, Classes::GIVEN)
            && (plain(at + 2) || words.is(at + 1, Classes::GIVEN))
        {
            candidates.push(Candidate::sure(words, at, at + 1, NameKind::Place));
            at += 1;
            break;
        }
    }
    // "سخنگوی وزارت دفاع خدار، تیمور آسانوف، …": of a country that no list knows.
    let led = at > words.after(i) || words.list[i].reach > 1;
    let land = title && led && at < end && words.entry(at).is_none();
    if land && words.list[at].shape == Shape::Uncased && is_comma(words, at + 1) {
        at += 1;
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
                    || is_comma(words, at + 3)
                    || i > start
                        && words.is(i - 1, Classes::VERB)
                        && ends_sentence(words, at + 3, end)) =>
        {
            at += 1;
        }
        _ => {}
    }
    if !plain(at) || definite(at) || quoted && title {
        return None;
    }
    // "מנהל תחום האתלטיקה": the next word is no part of a name, where the article is one letter; nor are
    // two unlisted words with prepositions written onto them one: "דובר הסוכנות לטיפול באסונות".
    let named = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
    let governed = |k: usize| {
        let first = text_of(words, k).chars().next();
        first.is_some_and(|first| words.lexicon.governs(first.encode_utf8(&mut [0; 4])))
            && !words.is(k, named)
    };
    let next = at + 1 < end && words.list[at + 1].shape == Shape::Uncased;
    let unlisted = title && is_letter(words) && next && !words.is(at, named);
    // "החשוד צילם בסיסים": a verb and its object, unless the title shows more.
    if unlisted && governed(at + 1) && (governed(at) || source) {
        return None;
    }
    // "رئيس البلدية بإصلاح الطرق": nor is what somebody is to do.
    let done = !is_letter(words)
        && words.lexicon.definite().is_some()
        && !words.is(at, named)
        && leads(words, at)
        && is_definite(words, at + 1)
        && !words.lexicon.ends_as("relational", words.folded(at + 1));
    if title && done {
        return None;
    }
    // "الطالبة فارقت الحياة": nor are a verb of a woman and its object one.
    if title
        && !is_letter(words)
        && words.lexicon.definite().is_some()
        && !words.is(at, named)
        && words.lexicon.ends_as("inflected", words.folded(at))
        && is_definite(words, at + 1)
    {
        return None;
    }
    // "חוקר האקלים אנדרס הולם": behind what completes the office stands a whole name.
    let single = unlisted && definite(at + 1) && at == words.after(i);
    let stop = if single {
        at + 1
    } else if place {
        place_end(words, at, end, &plain)
    } else {
        name_end(words, at, end, &plain, &definite)
    };
    let stop = stop + usize::from(title && closes_name(words, at, stop, end));
    // "אנליסט לידר סבינה לוי": behind an office with no article the first of three words is where it is held.
    let held = title
        && stop == at + LONGEST
        && words.entry(at).is_none()
        && words.is(at + 1, Classes::GIVEN)
        && is_construct(words, i);
    if held {
        candidates.push(Candidate::sure(words, at, at + 1, NameKind::Organisation));
        at += 1;
    }
    let count = stop - at;
    // "سخنگوی وزارت دفاع ورزان، شمار": of what country.
    if title && led && count == 1 && is_comma(words, stop) && said.is_land(at) {
        return None;
    }
    let closed = quoted
        && words
            .mark(stop)
            .is_some_and(|mark| matches!(mark, '»' | '"' | '”' | '“' | '״'));
    // "חברת התעופה רייאנאייר": behind a body's noun with its own noun a word with no article is its name.
    let bodied = !title
        && entry.tag == "organisation"
        && words.list[i].reach > 1
        && words.lexicon.definite().is_some()
        && words.entry(at).is_none();
    let given = words.is(at, Classes::GIVEN);
    let first = if whole && !quoted { i } else { at };
    Some(Candidate {
        first,
        end: stop,
        span: span_of(words, first, stop),
        kind: if title {
            NameKind::Person
        } else {
            thing_kind(entry)
        },
        tag: "",
        sure: if title {
            // "सांसद कनिमोझि ने"
            given || count > 1 || !words.lexicon.has_surnames() && words.is(stop, Classes::SUBJECT)
        } else {
            closed || bodied || place && is_proper(words, i, at, stop, end)
        },
    })
}

/// "ד"ר מיכל הבר ציינה", "היועץ אילן בר, …": whether the word at `stop` behind a given name alone is the surname,
/// where the article is one letter, with which names open too: no list knows it but as a particle, and the verb or
/// a comma follows.
fn closes_name(words: &Words, at: usize, stop: usize, end: usize) -> bool {
    let free =
        words.entry(stop).is_none() || words.is(stop, Classes::PARTICLE) && !never(words, stop);
    stop == at + 1
        && stop + 1 < end
        && is_letter(words)
        && words.is(at, Classes::GIVEN)
        && words.list[stop].shape == Shape::Uncased
        && free
        && !words.lexicon.is_time(words.folded(stop))
        && (words.is(stop + 1, Classes::VERB) || is_comma(words, stop + 1))
}

/// "امیر حاتمی": whether the title at word `i` is the given name of the unlisted word behind it: where it opens
/// what a mark sets off, or another title stands before it.
pub(super) fn given_before(words: &Words, i: usize) -> bool {
    let own = words.is(i, Classes::TITLE) && words.is(i, Classes::GIVEN) && words.after(i) == i + 1;
    let behind = words
        .list
        .get(i + 1)
        .is_some_and(|next| next.shape == Shape::Uncased && next.core.start == next.span.start);
    let before = i.checked_sub(1).is_some_and(|k| {
        is_comma(words, k) || beside::names_person(words, k) && words.after(k) == i
    });
    let aside = is_comma(words, i + 2) || ends_sentence(words, i + 2, words.list.len());
    own && behind && words.entry(i + 1).is_none() && !is_common(words, i + 1) && (before || aside)
}
