//! Places in scripts without capitals, by the noun beside them or written onto them.

use super::super::Candidate;
use super::{SYLLABLE, is_bound, is_definite, is_foreign, is_plain};
use crate::NameKind;
use crate::lexicon::Classes;
use crate::words::{Shape, Words};

/// Whether word `k` is a noun that stands beside the name of a place: city, province.
pub(super) fn is_noun_of_place(words: &Words, k: usize) -> bool {
    words
        .entry(k)
        .is_some_and(|entry| entry.classes.has(Classes::THING) && entry.tag == "place")
}

/// The end of a place's name that starts at word `at`: one word, or two where the first only opens
/// names (كفر, דיר).
pub(super) fn place_end(
    words: &Words,
    at: usize,
    end: usize,
    plain: &impl Fn(usize) -> bool,
) -> usize {
    // "كفر أبو شادي"
    if at + 2 < end && words.is(at + 1, Classes::PARTICLE) && plain(at + 1) && plain(at + 2) {
        return at + 3;
    }
    let opens = words.is(at, Classes::PARTICLE)
        || words.core(at).chars().count() <= SYLLABLE + 1 && words.entry(at).is_none();
    let joined = words.list[at].core.end == words.list[at].span.end;
    if opens && joined && at + 1 < end && plain(at + 1) {
        at + 2
    } else {
        at + 1
    }
}

/// Whether the words `at..stop` behind the noun of a place at word `i` are its name and do not
/// describe it. A name is definite, so that its adjective has the article where it has none itself
/// (مدينة غدامس الليبية); an adjective agrees with its noun (مدينة كبيرة), a verb behind an
/// indefinite noun opens with the letter of its person (قرية تقع). Where no article is written,
/// adjectives are listed.
pub(super) fn is_proper(words: &Words, i: usize, at: usize, stop: usize, end: usize) -> bool {
    if words.lexicon.is_time(words.folded(at)) {
        return false;
    }
    if words.is(at, Classes::PARTICLE) && stop > at + 1 {
        return true;
    }
    if words.lexicon.definite().is_none() {
        // Where the head stands last, "शहर" describes what follows.
        return words.entry(at).is_none() && !words.lexicon.has_markers();
    }
    if is_definite(words, i) {
        return false;
    }
    if stop < end && is_definite(words, stop) && words.entry(stop).is_none() {
        return true;
    }
    let lexicon = words.lexicon;
    let inflected = |word: &str| {
        lexicon.ends_as("inflected", word)
            || lexicon
                .name_forms("person")
                .any(|prefix| word.starts_with(prefix))
    };
    lexicon.ends_as("feminine", words.folded(i))
        && words.entry(at).is_none()
        && !inflected(words.folded(at))
}

/// "마우메레 공항", "노프 카르멜 병원": foreign words that the noun of a place or body follows.
pub(super) fn with_noun(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let part = |k: usize| {
        k < end && is_plain(words, k) && is_foreign(words, k, k + 1) && !is_bound(words, k)
    };
    if !part(i) || !words.lexicon.has_surnames() {
        return None;
    }
    let two = part(i + 1);
    let stop = if two { i + 2 } else { i + 1 };
    let noun = words.entry(stop).filter(|entry| {
        stop < end
            && words.core(stop).chars().count() >= SYLLABLE
            && entry.classes.has(Classes::ORGANISATION.and(Classes::PLACE))
            && !entry.classes.has(Classes::TITLE.and(Classes::STOP))
            && entry.naming != "at"
    })?;
    Some(if noun.classes.has(Classes::ORGANISATION) {
        Candidate::sure(words, i, words.after(stop), NameKind::Organisation)
    } else {
        Candidate::sure(words, stop - 1, stop, NameKind::Place)
    })
}

/// "कोरवाली शहर में": a word that the noun of a place follows.
pub(super) fn before_place(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    let at = i + 1;
    let plain = words.list[i].shape == Shape::Uncased
        && words.entry(i).is_none()
        && words.list[i].core == words.list[i].span
        && words.core(i).chars().count() > SYLLABLE
        && !words.lexicon.is_time(words.folded(i));
    let opens = i == start
        || words.list[i - 1].is_mark()
        || words.is(i - 1, Classes::STOP)
        || words
            .entry(i - 1)
            .is_some_and(|_| words.listed(i - 1).is_some());
    let noun = at < end && words.is(at, Classes::PLACE) && is_noun_of_place(words, at);
    (plain && opens && noun && words.lexicon.has_markers())
        .then(|| Candidate::sure(words, i, i + 1, NameKind::Place))
}

/// "산토리니섬", "카스틸라주에서", "레겐스부르크에서": a foreign name with the noun of a place written onto it,
/// and endings behind that, or with the ending of where something is.
pub(super) fn with_place(words: &Words, i: usize) -> Option<Candidate> {
    let word = &words.list[i];
    if word.shape != Shape::Uncased || words.entry(i).is_some() {
        return None;
    }
    let text = word.span.of(&words.document.article.text);
    let located = || words.lexicon.before_locative(text);
    let name = words.lexicon.before_place(text).or_else(located)?;
    Some(Candidate::place_in_word(words, i, name))
}
