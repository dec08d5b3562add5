//! Names in scripts without case: by titles, honorifics, given names, surnames, territories.

mod announced;
mod bearers;
mod beside;
mod bodies;
mod han;
mod persons;
mod places;
mod untitled;

use super::{Candidate, in_title, is_uncased, listed};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Words};
use announced::{COMPLEMENT, announced};
use bearers::{before_affiliation, before_age, before_country, before_office, before_title};
use han::{in_han, transcribed, unnamed};
use persons::person;
use places::{before_place, with_noun, with_place};
use rustc_hash::FxHashMap;
use segmenter::Span;
use std::cell::OnceCell;

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

/// Whether word `k` is no part of a name in running text.
fn never(words: &Words, k: usize) -> bool {
    words.is(k, NEVER) && !is_surname_alone(words, k)
}

/// "ترامب": whether word `k` is what a list knows a person by, alone; behind a given name it is part of the name.
fn is_surname_alone(words: &Words, k: usize) -> bool {
    words.list[k].reach == 1
        && words
            .entry(k)
            .is_some_and(|entry| entry.tag.starts_with("person:"))
}

/// The most words that a name has after a title.
const LONGEST: usize = 3;

/// How often an article says each word that no list knows, in a script without case; counted when
/// first asked.
pub(super) struct Said<'w> {
    words: &'w Words<'w>,
    times: OnceCell<FxHashMap<&'w str, usize>>,
}

impl<'w> Said<'w> {
    pub(super) fn of(words: &'w Words) -> Self {
        let times = OnceCell::new();
        Self { words, times }
    }

    /// Whether word `i`, where only a country's name can stand, is one: no list knows it, and the
    /// article has it time and again.
    fn is_land(&self, i: usize) -> bool {
        let words = self.words;
        let times = self.times.get_or_init(|| {
            let mut times = FxHashMap::default();
            for i in 0..words.list.len() {
                if words.list[i].shape == Shape::Uncased && words.entry(i).is_none() {
                    *times.entry(words.folded(i)).or_insert(0) += 1;
                }
            }
            times
        });
        let word = words.folded(i);
        times.get(word).is_some_and(|&times| times >= LAND) && !words.lexicon.is_time(word)
    }
}

/// An article says so often the name of a country that it is about.
const LAND: usize = 3;

/// Adds the names of the sentence of words `start..end`.
pub(super) fn find(
    words: &Words,
    said: &Said,
    start: usize,
    end: usize,
    candidates: &mut Vec<Candidate>,
) {
    let mut i = start;
    while i < end {
        if let Some(candidate) = beside::initialled(words, i, end) {
            i = candidate.end.max(i + 1);
            candidates.push(candidate);
            continue;
        }
        if !is_uncased(words, i) {
            i += 1;
            continue;
        }
        let found = bodies::located(words, i, end)
            .or_else(|| bodies::ministry(words, said, i, end, candidates))
            .or_else(|| bodies::company(words, i, end))
            .or_else(|| bodies::paired(words, i, end))
            .or_else(|| bodies::school(words, i, end))
            .or_else(|| bodies::body(words, i, end))
            .or_else(|| bodies::han_body(words, start, i, end))
            .or_else(|| beside::in_place(words, start, i, end))
            .or_else(|| beside::with_behind(words, i, end))
            .or_else(|| known(words, i, end))
            .or_else(|| beside::lineage(words, i, end))
            .or_else(|| beside::parent(words, start, i, end))
            .or_else(|| beside::initials(words, i, end))
            .or_else(|| regnal(words, start, i, end))
            .or_else(|| beside::regnal(words, i, end))
            .or_else(|| before_affiliation(words, start, i, end))
            .or_else(|| beside::kana_given(words, i, end))
            .or_else(|| before_title(words, i, end))
            .or_else(|| before_country(words, i, end))
            .or_else(|| before_age(words, start, i, end))
            .or_else(|| in_han(words, i, end))
            .or_else(|| unnamed(words, i))
            .or_else(|| announced(words, said, start, i, end, candidates))
            .or_else(|| before_place(words, start, i, end))
            .or_else(|| with_noun(words, i, end))
            .or_else(|| with_place(words, i))
            .or_else(|| beside::onto_place(words, start, i))
            .or_else(|| beside::behind_noun(words, start, i))
            .or_else(|| described(words, start, i, end))
            .or_else(|| before_office(words, start, i, end))
            .or_else(|| untitled::by_form(words, start, i, end, candidates))
            .or_else(|| person(words, start, i, end))
            .or_else(|| transcribed(words, start, i));
        match found {
            // What announces a name may itself hold one: "وزير خارجة إيران".
            Some(candidate) => {
                for k in i..candidate.first {
                    candidates.extend(known(words, k, candidate.first));
                }
                if i < candidate.first {
                    candidates.extend(in_title(words, i));
                }
                i = candidate.end.max(i + 1);
                candidates.push(candidate);
            }
            None => i += 1,
        }
    }
}

fn text_of<'w>(words: &Words<'w>, k: usize) -> &'w str {
    words.list[k].span.of(&words.document.article.text)
}

fn is_comma(words: &Words, k: usize) -> bool {
    matches!(words.mark(k), Some('،' | ','))
}

/// Whether the article is written onto word `k`.
fn is_definite(words: &Words, k: usize) -> bool {
    words.lexicon.definite().is_some_and(|article| {
        words.list.get(k).is_some_and(|word| {
            word.span
                .of(&words.document.article.text)
                .starts_with(article)
        }) && !words.is(k, Classes::GIVEN)
    })
}

/// Whether the article is one letter, with which other words open as well.
fn is_letter(words: &Words) -> bool {
    let article = words.lexicon.definite();
    article.is_some_and(|article| article.chars().nth(1).is_none())
}

/// Whether word `k` ends its clause: a full stop, or nothing behind it.
fn ends_sentence(words: &Words, k: usize, end: usize) -> bool {
    k >= end || matches!(words.mark(k), Some('.' | '!' | '?'))
}

/// Whether the words `from..to` hold letters of foreign names.
fn is_foreign(words: &Words, from: usize, to: usize) -> bool {
    (from..to).any(|k| words.lexicon.has_foreign(words.core(k)))
}

/// "식스토 6세 교황", "교황 레오 14세": a name with a regnal number.
fn regnal(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let stop = i + 2;
    let number = words
        .list
        .get(i + 1)
        .filter(|word| word.shape == Shape::Number)?;
    let text = number.core.of(&words.document.article.text);
    let unit = text.trim_start_matches(char::is_numeric);
    let office = stop < end && words.is(stop, Classes::TITLE)
        || stop < end
            && words.listed(stop).is_some()
            && words.is(words.after(stop), Classes::TITLE)
        || i > start && words.is(i - 1, Classes::TITLE);
    (stop <= end && is_plain(words, i) && words.lexicon.is_regnal(unit) && office)
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// "وروت غلبهار، وهي أم لأربعة": who speaks, with an aside about her.
fn described(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let stop = (i..end.min(i + LONGEST))
        .take_while(|&k| is_plain(words, k) && !is_definite(words, k))
        .last()?
        + 1;
    let aside = words
        .lexicon
        .behind_prefixes(words.folded(stop + 1))
        .any(|(_, rest)| words.lexicon.is_pronoun(rest));
    (i > start && words.is(i - 1, Classes::VERB) && is_comma(words, stop) && aside)
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
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
    // "דניאל בן עטר": a particle that is another word as well, between a given name and a word that is no number.
    let inner = |k: usize| {
        let bound = Classes::VERB
            .and(Classes::COMPLEMENTISER)
            .and(Classes::PRONOUN)
            .and(Classes::TITLE);
        let before = || {
            words.is(k - 1, Classes::GIVEN)
                && !words.is(k + 1, bound)
                && !words.lexicon.is_unit(text_of(words, k + 1))
        };
        // "فون دير لاين"
        k + 1 < end
            && words.is(k, Classes::PARTICLE)
            && (before() || words.is(k - 1, Classes::PARTICLE))
            && words
                .list
                .get(k + 1)
                .is_some_and(|next| next.shape == Shape::Uncased)
    };
    while stop < end.min(at + LONGEST + one) && (plain(stop) || inner(stop)) && !closes(stop - 1) {
        // "שמעון בן שבת": the day is a surname there.
        if inner(stop) && !plain(stop + 1) {
            stop += 2;
            continue;
        }
        let particle = words.is(stop - 1, Classes::PARTICLE);
        let second = stop == at + one;
        let third = words.is(stop - 1, Classes::GIVEN)
            || words.is(stop, Classes::GIVEN.and(Classes::PARTICLE))
            || (at..stop).any(|k| words.is(k, Classes::PARTICLE)) && definite(stop)
            || words.core(stop - 1).chars().count() <= SYLLABLE
                && !words.is(stop - 1, Classes::SURNAME)
            // "شي جين بينغ"
            || words.core(at).chars().count() <= SYLLABLE && !words.is(at, Classes::GIVEN);
        // "دانت ساناي تاكايتشي الإطلاق": at the end of a sentence it may be the object, where it is no name of
        // origin.
        let object = is_definite(words, stop)
            && !is_letter(words)
            && ends_sentence(words, stop + 1, end)
            && !words.lexicon.ends_as("relational", words.folded(stop));
        // "سونيتا فينكاتيش راو المولودة", "रियोस मोंतेरो का": what follows shows that the third word is the last.
        let last = stop == at + one + 1
            && words.entry(stop).is_none()
            && !words.lexicon.has_surnames()
            && !words.lexicon.ends_as("inflected", words.folded(stop))
            && !object
            && !words
                .lexicon
                .name_forms("person")
                .any(|letter| words.folded(stop).starts_with(letter))
            && ends_name(words, stop + 1, end)
            // "به دیدار رضا توکلی رفت.": nor the verb that ends the sentence.
            && (words.lexicon.definite().is_some() || !ends_sentence(words, stop + 1, end))
            // "خلفا لخوسيه": nor an adverb.
            && !(words.lexicon.ends_as("adverb", words.folded(stop)) && leads(words, stop + 1));
        // "אלי ברק התלווה אליו": behind a surname that is a given name as well only another name.
        let pair = is_letter(words)
            && words.is(at, Classes::GIVEN)
            && words.is(stop - 1, Classes::SURNAME)
            && stop == at + one + 1
            && !words.is(
                stop,
                Classes::SURNAME.and(Classes::GIVEN).and(Classes::PARTICLE),
            );
        // "التقى سامر الحلو ليلى حداد": behind a surname with an article somebody else.
        let other = !is_letter(words)
            && stop > at + one
            && is_definite(words, stop - 1)
            && !words.is(stop - 2, Classes::PARTICLE)
            && words.is(stop, Classes::GIVEN);
        if other {
            break;
        }
        let third = third && !pair || last;
        // "איתן דורון בנאומו": behind a whole name a word with a preposition written onto it is no
        // part of it.
        let governed = !second
            && !particle
            && !words.is(stop - 1, Classes::GIVEN)
            && (words.lexicon.has_surnames() || words.lexicon.definite().is_some())
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .next()
                .is_some()
            && !words.is(stop, Classes::GIVEN.and(Classes::SURNAME));
        // "יאיר ורון לביא": what is written onto a word begins something else.
        // "عادل بن ناصر بشهادته": behind a whole name also behind a given name, where much stands behind the
        // preposition.
        let long = stop > at + one + 1
            && is_letter(words)
            && !words.is(stop, Classes::GIVEN.and(Classes::SURNAME))
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .any(|(prefix, rest)| {
                    words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
                });
        // "لي بالمنافسات": with the article, also the second word.
        let held = is_letter(words)
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .any(|(prefix, rest)| {
                    let article = words.lexicon.definite().is_some_and(|article| {
                        prefix.len() > article.len() && prefix.ends_with(article)
                    });
                    article && words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
                });
        // "גלי בהרב-מיארה": two surnames in one word.
        let joined = words.core(stop).contains(['-', '־']);
        let governed = (governed || long || held) && !joined;
        let onto = words.list[stop].core.start > words.list[stop].span.start && !particle;
        if !(second || particle || third) || governed || onto {
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

/// Whether what stands at word `k` ends the name before it: a mark, a definite noun, or what marks a
/// subject or joins a name to its noun.
fn ends_name(words: &Words, k: usize, end: usize) -> bool {
    k >= end
        || words
            .mark(k)
            .is_some_and(|mark| matches!(mark, '.' | ',' | '،' | '؛' | '(' | ')' | ':' | '।'))
        || words.is(k, Classes::SUBJECT)
        || words.entry(k).is_some_and(|entry| entry.joins == "of")
        || is_definite(words, k)
        // "باسيرو ديوماي فاي بمراجعة": what is done.
        || words.lexicon.definite().is_some() && !is_letter(words) && leads(words, k)
        // "غالي بهاراف ميارا على أن": what somebody with this name says.
        || words.is(k, Classes::COMPLEMENTISER)
        || words.is(k, Classes::STOP) && words.is(k + 1, Classes::COMPLEMENTISER)
}

/// Whether a preposition is written onto word `k`, a long one where no list knows the noun.
fn leads(words: &Words, k: usize) -> bool {
    let Some(word) = words.list.get(k) else {
        return false;
    };
    let written = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    let mut rests = words.lexicon.behind_prefixes(words.folded(k));
    words.lexicon.governs(written)
        || words.entry(k).is_none()
            && rests.any(|(prefix, rest)| {
                words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
            })
}

/// Whether a word may be part of a name: no list knows it but that of given names, and nothing is
/// written onto it.
fn is_plain(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let known = words.entry(i);
    word.shape == Shape::Uncased
        && (known.is_none_or(|entry| entry.classes.has(Classes::GIVEN))
            || is_surname_alone(words, i))
        && word.core == word.span
        && !is_common(words, i)
}

/// Whether a well-known place at word `k`, and no country (ישראל), has a name that persons have too: कावेरी.
fn is_given_too(words: &Words, k: usize) -> bool {
    words.is(k, Classes::GIVEN) && words.is(k, Classes::KNOWN) && !words.is(k, Classes::TERRITORY)
}

/// "धर्मेंद्र प्रधान ने": an office or an adjective that is a surname too, between a given name and the particle that closes
/// the subject, in a language whose offices stand before names.
fn is_surname_too(words: &Words, k: usize) -> bool {
    // "गौतम गंभीर": or an adjective.
    let common = words.entry(k).is_some_and(|entry| {
        entry.classes == Classes::STOP
            || entry.classes.has(Classes::TITLE) && entry.side == Side::Right
    });
    common
        && k > 0
        && words.core(k).chars().count() > SYLLABLE
        && !words.lexicon.has_surnames()
        && words.is(k - 1, Classes::GIVEN)
        && words.is(k + 1, Classes::SUBJECT)
}

/// Whether the form of word `k` is one of nouns, adjectives or verbs that no name has.
fn is_common(words: &Words, k: usize) -> bool {
    let text = text_of(words, k);
    let mut openings = words.lexicon.name_forms("opening");
    !words.is(k, Classes::GIVEN)
        && (words.lexicon.ends_as("common", text) || openings.any(|form| text.starts_with(form)))
}

fn thing_kind(entry: &Entry) -> NameKind {
    match entry.tag {
        "organisation" => NameKind::Organisation,
        "place" => NameKind::Place,
        _ => NameKind::Other,
    }
}

/// A territory or a well-known name; of one that is a surname alone the article may tell the whole.
fn known(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let found = listed(words, i, end)?;
    Some(if is_surname_alone(words, i) {
        Candidate { tag: "", ..found }
    } else {
        found
    })
}

/// "회사의 대표", "취소한 가수", "그것은 의회": a word whose ending ties it to what stands behind it or makes it
/// the topic, in a language that sets a name beside its title with nothing between.
fn is_bound(words: &Words, k: usize) -> bool {
    let word = text_of(words, k);
    let topic = words.lexicon.quotatives("topic").any(|marker| {
        word.strip_suffix(marker)
            .is_some_and(|rest| rest.chars().nth(1).is_some())
    });
    words.lexicon.has_surnames()
        && words.list[k].shape == Shape::Uncased
        && (topic && !is_native(words, k) || words.lexicon.ends_as("inflected", word))
}

/// Whether a word is as long as the names of the language are, and opens with a surname.
fn is_native(words: &Words, k: usize) -> bool {
    let surname = words
        .core(k)
        .char_indices()
        .nth(1)
        .and_then(|(at, _)| words.core(k).get(..at))
        .is_some_and(|first| words.lexicon.is_surname(first));
    surname && words.core(k).chars().count() == 3 && words.list[k].shape == Shape::Uncased
}

/// Whether the two words from `i` on are a foreign name: the second is longer than the names of
/// the language, and the first ends in no particle.
fn foreign(words: &Words, i: usize) -> bool {
    let letters = |k: usize| words.core(k).chars().count();
    words.lexicon.has_surnames()
        && is_foreign(words, i, i + 2)
        && !is_native(words, i + 1)
        && letters(i + 1) > 1
        && (2..=5).contains(&letters(i))
        && words.list[i].core == words.list[i].span
        && words.entry(i).is_none()
}

/// So many words may stand between a subject and its verb of speech.
const CIRCUMSTANCE: usize = 7;

/// So many letters has a whole name in Han, most times.
const WHOLE: usize = 3;
