//! Who speaks in a language whose verb opens its clause: "وقال مدير السوق لوكالة رويترز إن".
//!
//! The subject stands right behind the verb, known or not, and its phrase ends where what is said, whom
//! it is said to, or where and when begins.

use super::clauses::opens;
use super::gender::{Gender, Genders};
use super::governed::is_led;
use super::heads::place;
use super::resolve::named_person;
use super::speakers::{BOUND, HEAD, Named, subject_left, subject_right};
use crate::lexicon::{Classes, Role, Takes};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};
use lang::VerbPlace;

/// A subject has at most so many words.
const PHRASE: usize = 8;

/// One that no list knows has at most so many.
const UNLISTED: usize = 4;

/// A name that no list knows has at least and at most so many.
const NAME: std::ops::RangeInclusive<usize> = 2..=3;

/// Whether the language is one of those.
pub(super) fn reads(words: &Words) -> bool {
    words.lexicon.pack.meta.verb == VerbPlace::First
}

/// The subject right behind the verb at word `cue`; none where a preposition, a mark or the
/// clause follows at once.
pub(super) fn subject(words: &Words, named: &Named, cue: usize, end: usize) -> Option<Speaker> {
    let after = words.after(cue);
    let takes = words.entry(cue)?.takes;
    let clause = takes.has(Takes::CLAUSE);
    // "وقال أيضا المدير"
    let first = after + usize::from(words.role(after) == Role::Inner);
    let first = past_told(words, named, first, end);
    let limit = end.min(first + PHRASE);
    let stop = (first..limit)
        .find(|&i| bounds(words, first, i) && !is_inner(words, named, i))
        .unwrap_or(limit);
    if first == stop {
        return None;
    }
    if let Some(holder) = holder(words, named, first, stop, end) {
        return Some(holder);
    }
    let found = subject_right(words, named, first, stop)
        .filter(|speaker| words.at(speaker.span.start) < stop);
    match found {
        Some(speaker) => Some(whole(words, named, first..stop, speaker)),
        // "يعزو الحالة إلى": behind a verb that takes no clause a definite noun may be its object.
        None if is_definite(words, first) && !clause => None,
        // "تعهد بملاحقة منفذيه": nor is what somebody is to do.
        None if takes.has(Takes::INFINITIVE) && words.lexicon.is_asked(words.core(first)) => None,
        None => unlisted(words, first, stop, clause),
    }
}

/// "رئيس الاتحاد المحلي لكرة القدم سامر الحموي أن": the holder of an office, right before what is said, behind
/// what a preposition says of the office from word `stop` on.
fn holder(words: &Words, named: &Named, first: usize, stop: usize, end: usize) -> Option<Speaker> {
    if !is_somebody(words, first)
        || stop >= end
        || words.list[stop].is_mark()
        || (first..stop).any(|i| named_person(named, i).is_some())
    {
        return None;
    }
    let said = (stop + 1..end.min(stop + PHRASE)).find(|&i| {
        opens(words, i)
            || words.list[i].is_mark()
            || words.role(i) == Role::Preposition && opens(words, i + 1)
    })?;
    let person = named_person(named, said - 1)?;
    (words.at(person.span.start) > stop).then(|| Speaker {
        span: words.list[first].core.join(person.span),
        name: person.name,
    })
}

/// Whether word `i` is an office or a noun for somebody.
fn is_somebody(words: &Words, i: usize) -> bool {
    words.is(i, Classes::TITLE) || words.entry(i).is_some_and(|entry| entry.tag == "person")
}

/// "قال للصحفيين اللاعب حكيم زياش": the word behind those to whom it is said, where a person follows at once.
fn past_told(words: &Words, named: &Named, first: usize, end: usize) -> usize {
    let next = first + 1;
    if next >= end {
        return first;
    }
    // "للصحفيين": also where a list has it with what is written onto it.
    let mut rests = words.lexicon.behind_prefixes(words.folded(first));
    let small = words.is(first, Classes::STOP)
        && rests
            .any(|(prefix, rest)| words.lexicon.governs(prefix) && rest.chars().nth(3).is_some());
    let told = small || is_led(words, first) || governs_unlisted(words, first);
    let person = is_somebody(words, next) || named_person(named, next).is_some();
    let apart = named.at(first).is_none() && !is_led(words, next);
    if told && person && apart { next } else { first }
}

/// Whether word `i` goes on with the name of the word before it, "أطباء بلا حدود", or begins one that only looks
/// as if a preposition were written onto it, "براين".
fn is_inner(words: &Words, named: &Named, i: usize) -> bool {
    let span = |i: usize| named.at(i).map(|(mention, _)| mention.span);
    let begins = named.at(i).is_some_and(|(mention, name)| {
        name.kind != NameKind::Place && mention.span.start == words.list[i].span.start
    });
    begins || i > 0 && span(i).is_some() && span(i) == span(i - 1)
}

/// Whether word `i` stands behind the subject that opens at word `first`.
fn bounds(words: &Words, first: usize, i: usize) -> bool {
    let word = &words.list[i];
    // "كبير مساعدي", "أحد أعضاء": a small word that opens the phrase belongs to it.
    let small = words.is(i, Classes::STOP) && !words.is(i, HEAD);
    word.is_mark() && words.mark(i) != Some('-')
        || words.is(i, BOUND) && !words.is(i, HEAD)
        || opens(words, i)
        || matches!(
            words.role(i),
            Role::Preposition | Role::Relative | Role::Coordinator
        )
        || small && i > first
        // "متحدث باسم الإطفاء": no noun of doing that is a body's.
        || i > first
            && !words.is(i, Classes::SOURCE.and(Classes::ORGANISATION))
            && words
                .lexicon
                .is_verbal_noun(word.span.of(&words.document.article.text))
        || is_led(words, i)
        || governs_unlisted(words, i)
        || i > first && word.core.start > word.span.start && !is_definite(words, i)
        || words.lexicon.is_time(words.folded(i))
}

/// "للقضاة": whether a preposition and an article are written onto word `i`, which no list knows without them.
fn governs_unlisted(words: &Words, i: usize) -> bool {
    let several = |letters: &str| letters.chars().nth(1).is_some();
    words.entry(i).is_none()
        && words
            .lexicon
            .behind_prefixes(words.folded(i))
            .any(|(prefix, rest)| several(prefix) && several(rest) && words.lexicon.governs(prefix))
}

/// Whether an article is written onto word `i`.
fn is_definite(words: &Words, i: usize) -> bool {
    let text = words.document.article.text.as_str();
    words.lexicon.is_definite(words.list[i].span.of(text))
}

/// All of the phrase that holds a speaker: "صحيفة ساوث تشاينا", "أحد أعضاء الحزب". Whom only a part of it
/// names is not who speaks.
fn whole(
    words: &Words,
    named: &Named,
    phrase: std::ops::Range<usize>,
    speaker: Speaker,
) -> Speaker {
    let (first, last) = (words.at(speaker.span.start), words.at(speaker.span.end - 1));
    let person = named
        .at(last)
        .is_some_and(|(_, name)| matches!(name.kind, NameKind::Person | NameKind::Other));
    // "منظمة أطباء بلا حدود": the noun for what a name means, and the name.
    if let Some((mention, name)) = named.at(last + 1)
        && last + 1 < phrase.end
        && speaker.name.is_none()
        && name.kind == NameKind::Organisation
        && words.is(last, Classes::THING.and(Classes::ORGANISATION))
    {
        return Speaker {
            span: speaker.span.join(mention.span),
            name: Some(name.name.clone()),
        };
    }
    let rest = rest(words, last, phrase.end, person);
    let end = rest.map_or(speaker.span.end, |rest| words.list[rest].core.end);
    let led = first > phrase.start;
    // "أخبرت فورد اللجنة": behind a word that no list knows a definite noun is the object.
    let unknown = (phrase.start..first).all(|i| words.entry(i).is_none() && !is_definite(words, i));
    if led && unknown && is_definite(words, first) && words.is(first, HEAD) {
        return unlisted(words, phrase.start, first, true).unwrap_or(speaker);
    }
    let start = if led {
        words.list[phrase.start].core.start
    } else {
        speaker.span.start
    };
    let name = speaker
        .name
        .filter(|_| !led || person && !words.is(phrase.start, Classes::STOP));
    Speaker {
        span: segmenter::Span::new(start, end.max(speaker.span.end)),
        name,
    }
}

/// The last word behind the noun at word `last` that belongs to its phrase: the noun that it governs, where it
/// has no article of its own ("إدارة شرطة باتون روج", "أعضاء الجمعية"), and adjectives. A definite noun behind
/// a definite one is an object ("أطلع المبعوث الصحفيين"), and of a person the name stands behind it.
fn rest(words: &Words, last: usize, end: usize, person: bool) -> Option<usize> {
    if person {
        return None;
    }
    let adjective =
        |i: usize| is_definite(words, i) && words.lexicon.ends_as("relational", words.folded(i));
    let thing = Classes::THING.and(Classes::ORGANISATION);
    let human = is_somebody(words, last);
    let governs = !is_definite(words, last);
    let mut at = last;
    if governs && !human && words.is(last, thing) {
        let unlisted = |&i: &usize| is_plain(words, i) && (i == last + 1 || !is_definite(words, i));
        at = (last + 1..end.min(last + 1 + UNLISTED))
            .take_while(unlisted)
            .last()
            .unwrap_or(last);
    } else if governs && last + 1 < end && is_plain(words, last + 1) && is_definite(words, last + 1)
    {
        at = last + 1;
    }
    let at = (at + 1..end)
        .take_while(|&i| adjective(i))
        .last()
        .unwrap_or(at);
    (at > last).then_some(at)
}

/// Whether word `i` may go on with a noun phrase: no adverb in the accusative.
fn is_plain(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let text = words.document.article.text.as_str();
    matches!(word.shape, Shape::Uncased | Shape::Capital | Shape::Upper)
        && !words.lexicon.ends_as("common", word.span.of(text))
}

/// The words behind the verb, whoever they name: "قال نارسيس تيرميز إن". Two or three with no article are
/// a name.
fn unlisted(words: &Words, first: usize, stop: usize, clause: bool) -> Option<Speaker> {
    let stop = stop.min(first + UNLISTED);
    let known = |i: usize| {
        words
            .entry(i)
            .is_some_and(|entry| !entry.classes.has(Classes::GIVEN))
    };
    // "أحد المشاركين"
    let quantified =
        words.is(first, Classes::STOP) && first + 1 < stop && is_definite(words, first + 1);
    let last = (first..stop)
        .take_while(|&i| {
            // "وصف نوجرو الضرر بأنه": behind a verb that takes no clause a definite noun is its object.
            let object = !clause && i > first && !quantified && is_definite(words, i);
            is_plain(words, i)
                && !object
                && (!words.is(i, Classes::STOP) || i == first && quantified)
        })
        .last()?;
    let span = words.list[first].core.join(words.list[last].core);
    let bare = |i: usize| {
        !is_definite(words, i) && !known(i) && !words.lexicon.ends_as("inflected", words.folded(i))
    };
    let name = NAME.contains(&(last + 1 - first)) && (first..=last).all(bare);
    Some(Speaker {
        span,
        name: name.then(|| span.of(&words.document.article.text).to_owned()),
    })
}

/// Whether the verb at word `cue` is one whose subject is that of another verb: "قائلا", "مؤكدة".
pub(super) fn shares(words: &Words, cue: usize) -> bool {
    words.takes(cue, Takes::SHARED)
}

/// The subject that such a verb shares: the one behind a verb of speech before it in its sentence, or the
/// first phrase of the sentence that can speak and that nothing governs.
pub(super) fn shared(words: &Words, named: &Named, cue: usize) -> Option<Speaker> {
    let sentence = words.list[cue].sentence;
    let start = words.first_of(sentence);
    let start = start.max(cue.saturating_sub(BACK));
    (start..cue)
        .rev()
        .filter(|&i| words.is(i, Classes::VERB) && !shares(words, i))
        .find_map(|verb| subject(words, named, verb, cue))
        // "رفضت إيران الاتهامات مؤكدة أن": a country behind the verb that opens the sentence.
        .or_else(|| {
            let land = place(named, start + 1)?;
            (start + 1 < cue && words.at(land.span.start) == start + 1).then_some(land)
        })
        .or_else(|| {
            let found = subject_right(words, named, start, cue)?;
            let at = words.at(found.span.start);
            let free = !is_led(words, at)
                && at
                    .checked_sub(1)
                    .is_none_or(|before| words.role(before) != Role::Preposition);
            free.then_some(found)
        })
}

/// A verb whose subject is shared stands at most so many words back.
const BACK: usize = 40;

/// The subject of the verb at word `cue`: right behind it, or the noun before a relative word, "المقترح
/// الذي ينص".
pub(super) fn speaker(
    words: &Words,
    named: &Named,
    cue: usize,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let genders = Genders::of_language(words.lexicon.pack.code);
    // "الذين كتبوا المقال": a verb that tells of many stands behind its subject.
    let many = genders.of_verb(words.core(cue)) == Some(Gender::Plural);
    if many {
        let left = subject_left(words, named, cue, start);
        return left.filter(|left| !is_led(words, words.at(left.span.start)));
    }
    // "حثت الشرطة الأهالي على": behind who asks stands who is asked.
    if words.takes(cue, Takes::REQUEST) {
        return None;
    }
    subject(words, named, cue, end).or_else(|| {
        let relative = cue.checked_sub(1).filter(|&i| i > start)?;
        (words.role(relative) == Role::Relative)
            .then(|| subject_left(words, named, relative, start))?
    })
}

/// Whether the verb before words in marks reports them: one stands there, and none follows them at once.
pub(super) fn reports_before(words: &Words, left: (usize, usize), right: (usize, usize)) -> bool {
    let verb = |i: &usize| words.is(*i, Classes::VERB);
    let next = (right.0..right.1.min(right.0 + BESIDE)).find(verb);
    let joined = |i: usize| {
        let word = &words.list[i];
        let own = |i: usize| words.list[i].core.start > words.list[i].span.start;
        // "وقد اقترحت": the small word before the verb joins as well.
        word.core.start > word.span.start || i > right.0 && own(i - 1)
    };
    reads(words) && (left.0..left.1).any(|i| verb(&i)) && next.is_none_or(joined)
}

/// A verb that reports the words before it stands at most so many words behind their marks.
const BESIDE: usize = 3;

/// The word behind the noun that a subject which ends before word `behind` governs: "عائلات | الأسرى", "أهالي | قرية كفر
/// الدوار". Who is asked stands behind it.
pub(super) fn past_owner(words: &Words, named: &Named, behind: usize) -> usize {
    let definite = |i: usize| i < words.list.len() && is_definite(words, i);
    let Some(last) = behind.checked_sub(1).filter(|_| behind < words.list.len()) else {
        return behind;
    };
    if !reads(words) || definite(last) || named.at(last).is_some() {
        return behind;
    }
    let place = words.is(behind, Classes::THING.and(Classes::PLACE)) && !definite(behind);
    if let Some((mention, _)) = named.at(behind + 1).filter(|_| place) {
        return words.at(mention.span.end);
    }
    let object = definite(behind + 1) || named.at(behind + 1).is_some();
    let owner = named.at(behind).is_none() && definite(behind) && !is_led(words, behind);
    behind + usize::from(owner && object)
}

/// The word behind who asks for something in a language whose verb comes first. Who is asked may be
/// the first noun behind the verb that a list knows: in "دعا الولايات المتحدة إلى" the verb is a
/// man's and no country its subject.
pub(super) fn past_asking(
    words: &Words,
    named: &Named,
    cue: usize,
    speaker: &Speaker,
) -> Option<usize> {
    let (at, behind) = (words.at(speaker.span.start), words.at(speaker.span.end));
    let country = named
        .at(at)
        .is_some_and(|(_, name)| name.kind != NameKind::Person)
        && !words.is(at, Classes::TITLE);
    let genders = Genders::of_language(words.lexicon.pack.code);
    let fits = !words.is(behind, Classes::STOP)
        || !country
        || genders.of_verb(words.core(cue)) != Some(Gender::Masculine);
    // "دعا الأمين العام للأمم المتحدة الأطراف": what belongs to the office.
    let complement = named
        .at(behind)
        .filter(|(_, name)| name.kind == NameKind::Organisation && is_led(words, behind));
    let behind = complement.map_or(behind, |(mention, _)| words.at(mention.span.end));
    let behind = past_owner(words, named, behind);
    // "المرأة التي اتهمت المرشح": behind a relative word stands who suffers it.
    let related = cue > 0 && words.is(cue - 1, Classes::STOP);
    (at == words.after(cue) && fits && !related).then_some(behind)
}

/// "أخطرت الجزائر السفير": a country right behind a verb in the feminine is its subject, whoever
/// follows.
pub(super) fn land_behind(words: &Words, named: &Named, cue: usize) -> Option<Speaker> {
    let genders = Genders::of_language(words.lexicon.pack.code);
    let feminine = genders.of_verb(words.core(cue)) == Some(Gender::Feminine);
    let after = words.after(cue);
    (feminine && words.is(after, Classes::TERRITORY)).then(|| place(named, after))?
}
