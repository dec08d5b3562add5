//! Of what kind the name is that is left of a run of capitals, and by what evidence.

use super::super::super::{Candidate, listed_kind, span_of};
use super::super::{
    adjacent, beside, ends_apart, is_acronym, is_full_name, is_whole, sounds_foreign,
};
use super::{PAPER, Run};
use crate::NameKind;
use crate::lexicon::{Classes, Entry};
use crate::words::Shape;

impl Run<'_, '_> {
    /// Whether the words up to `last` name nobody by themselves.
    fn is_no_name(&self, last: usize) -> bool {
        let (words, first) = (self.words, self.first);
        let length = last - first;
        // "U.S." alone shortens a name.
        let lone = |i: usize| words.list[i].is_mark() || words.list[i].span.len() == 1;
        if length > 1 && (first..last).all(lone) {
            return true;
        }
        // "Wali kota" is one title of two words.
        let common = Classes::SOURCE
            .and(Classes::TITLE)
            .and(Classes::THING)
            .and(Classes::ORGANISATION)
            .and(Classes::PLACE);
        let is_common = |entry: &Entry| {
            entry.classes.has(common)
                && !entry.classes.has(Classes::GIVEN.and(Classes::SURNAME))
                && !is_whole(entry)
        };
        // "l'Agence régionale de santé": what has a capital for no other cause is one body's name.
        let body = words.list[first].reach == length
            && length >= BODY
            && words.is(first, Classes::ORGANISATION)
            && words.list[first].shape == Shape::Capital
            && !(self.opening(first) || self.shouting || self.noun_capitals());
        if !body
            && words.list[first].reach >= length
            && !self.titled
            && words.entry(first).is_some_and(is_common)
            && (length > 1 || !is_acronym(words, first))
        {
            return true;
        }
        // "M6.4" is a magnitude, "A1" a road, "Rp250" a sum.
        // "Şirketin CEO'su": an office with an ending behind what opens the sentence.
        let office = last - 1;
        let ended = words.list[office].core.end < words.list[office].span.end;
        if length == 2 && ended && words.is(office, Classes::TITLE) && self.opening(first) {
            return true;
        }
        let core = words.core(first);
        // "X'i": a letter with its ending.
        let core = core
            .split_once(['\'', '’'])
            .map_or(core, |(letter, _)| letter);
        let letters = core.trim_end_matches(|c: char| c.is_ascii_digit());
        let sum = letters.len() == 2
            && letters.len() < core.len()
            && letters.ends_with(char::is_lowercase);
        length == 1 && (letters.chars().count() == 1 || sum)
    }

    /// The name up to `last`, if it is one.
    pub(super) fn candidate(&self, last: usize) -> Option<Candidate> {
        let (words, first) = (self.words, self.first);
        if self.is_no_name(last) {
            return None;
        }
        // "San Bernabé stadium"
        let behind = |entry: &Entry| entry.classes.has(Classes::PLACE) && entry.naming == "behind";
        let adjective = last - first == 1 && words.lexicon.is_body_adjective(words.folded(first));
        if (!self.titled || adjective && words.lexicon.cases().inflects())
            && last == self.stop
            && words.entry(last).is_some_and(behind)
            && words.list[last].shape == Shape::Lower
            && !(first..last).any(|i| words.is(i, Classes::ORGANISATION))
        {
            return Some(Candidate::sure(words, first, last + 1, NameKind::Place));
        }
        let length = last - first;
        let (kind, evidence) = self.kind(last);
        let sure = if self.shouting || self.noun_capitals() {
            evidence
                || !self.shouting
                    && length > 1
                    && !self.opening(first)
                    && adjacent(words, first, last)
                || length == 1 && sounds_foreign(words, first) && !self.opening(first)
        } else {
            evidence
                || !self.opening(first)
                || length > 1 && !words.is(first, Classes::SOURCE)
                || length == 1 && ends_apart(words, first)
                || beside::is_marked(words, first, last)
                    && first > self.sentence + 1
                    && words.is(first - 2, Classes::SOURCE.and(Classes::TITLE))
        };
        let mut span = span_of(words, first, last);
        if self.is_shortened(last) {
            span.end = words.list[last].span.end;
        }
        Some(Candidate {
            first,
            end: last,
            span,
            kind,
            tag: "",
            sure,
        })
    }

    /// Whether the name up to `last` is shortened by the full stop behind it: "Lumenvolt Inc.",
    /// "Marvin K."
    fn is_shortened(&self, last: usize) -> bool {
        let words = self.words;
        let short = words.core(last - 1).chars().count() == 1
            || words.is(last - 1, Classes::ORGANISATION)
                && words.core(last - 1).chars().count() <= FORM;
        last - self.first > 1
            && short
            && words.list[last - 1].is_capital()
            && words.mark(last) == Some('.')
            && words.list[last].span.start == words.list[last - 1].span.end
            && words
                .list
                .get(last + 1)
                .is_some_and(|next| next.sentence == words.list[last].sentence)
    }

    /// "Politiker Jens Spahn": whether a given name and more stand behind a common noun that does not tell what is
    /// called so.
    fn is_called(&self, last: usize) -> bool {
        let given = self.words.is(self.first, Classes::GIVEN) && last > self.first + 1;
        given && self.apposed == Some(NameKind::Other)
    }

    /// "Marine Le Pen": whether only the given name in front means a body too.
    fn called_as_body(&self, last: usize) -> bool {
        let (words, first) = (self.words, self.first);
        words.is(first, Classes::GIVEN)
            && last > first + 1
            && words.list[first + 1].is_capital()
            && !(first + 1..last).any(|i| words.is(i, Classes::ORGANISATION))
            && !words.lexicon.pack.meta.noun_capitals
    }

    /// What the name up to `last` is of, and whether that is evidence enough for it.
    fn kind(&self, last: usize) -> (NameKind, bool) {
        let (words, first) = (self.words, self.first);
        let length = last - first;
        let speaks = (last..last + 2).any(|i| words.is(i, Classes::VERB))
            || first > self.sentence && words.is(first - 1, Classes::VERB);
        // "BMKG: Gelombang Tinggi …": in title case what is in capitals is one all the same.
        let small = || {
            let own = words.list[self.sentence..].iter();
            let sentence = words.list[first].sentence;
            own.take_while(|word| word.sentence == sentence)
                .any(|word| word.shape == Shape::Capital && word.span.len() > 1)
        };
        let upper = length == 1 && words.list[first].shape == Shape::Upper;
        let acronym = upper && (!self.shouting || small());
        // "Sánchez: «…»": a usual surname in front of what is said.
        let surname = length == 1
            && words.is(first, Classes::SURNAME)
            && (words.mark(last) == Some(':') || words.is(last, Classes::VERB));
        // "Sprecher der Stadt" is no place, nor are "Park Geun-hye" and "Óscar Lago".
        let place = !beside::is_hyphenated(words, first, last)
            && !is_full_name(words, first, last)
            && (first..last).any(|i| {
                words.is(i, Classes::PLACE)
                    // "Klaus Ohlendorf"
                    && !(words.is(first, Classes::GIVEN)
                        && words.lexicon.alone(words.folded(i)).is_none())
                    && !(self.noun_capitals() && i > first && words.is(i - 1, Classes::PARTICLE))
            });
        let whole = words.entry(first).is_some_and(is_whole) && words.list[first].reach == length;
        // "Juru Bicara Kementerian Luar Negeri RI": whose the office is.
        if let Some(entry) = words.listed(first).filter(|_| words.after(first) == last) {
            return (listed_kind(entry), true);
        }
        let name = span_of(words, first, last).of(&words.document.article.text);
        // "Sunday Telegraph", "Evelyn Street", but "Mr John Street"
        let closing = words.folded(last - 1);
        let closes = length > 1
            && words.list[last - 1].shape == Shape::Capital
            && !(self.noun_capitals()
                && (first..last).any(|i| words.list[i].shape == Shape::Lower))
            && !(self.titled && words.is(first, Classes::GIVEN));
        let paper = length <= PAPER && words.lexicon.is_paper(name);
        // "Bergmann & Partner"
        let paired = (first..last).any(|i| words.mark(i) == Some('&'));
        if length == 1 && beside::is_settlement(words, self.sentence, first) {
            (NameKind::Place, true)
        } else if paired || paper || closes && words.lexicon.closes_body(closing) {
            (NameKind::Organisation, true)
        } else if closes && words.lexicon.closes_place(closing) {
            (NameKind::Place, true)
        } else if self.any(last, Classes::ORGANISATION) && !self.called_as_body(last) {
            (NameKind::Organisation, length > 1 || whole)
        } else if self.titled {
            (NameKind::Person, true)
        } else if let Some(kind) = self.apposed.filter(|_| !self.is_called(last)) {
            (kind, true)
        } else if acronym && words.lexicon.names_other(words.folded(first)) {
            // "TV", "DNA"
            (NameKind::Other, false)
        } else if acronym {
            (
                NameKind::Organisation,
                words.list[first].span.len() <= SPOKEN,
            )
        } else if place
            || length > 1
                && words.lexicon.opens_place(words.folded(first))
                && !words.is(last - 1, Classes::SURNAME)
        {
            (NameKind::Place, length > 1)
        } else if words.is(first, Classes::GIVEN) && length > 1 || self.speaks_as(first) || surname
        {
            (NameKind::Person, true)
        } else if let Some(kind) = beside::kind(words, (self.sentence, first, last)) {
            (kind, false)
        } else if length > 1
            && speaks
            && !(first..last).any(|i| words.lexicon.names_other(words.folded(i)))
        {
            (NameKind::Person, !self.noun_capitals())
        } else if words.is(first, Classes::GIVEN) {
            (NameKind::Person, false)
        } else {
            (NameKind::Other, false)
        }
    }
}

/// The form of a firm that a full stop shortens has so many letters at most: Inc., Ltda.
const FORM: usize = 4;

/// The noun of a body that names one by itself has so many words at least.
const BODY: usize = 3;

/// A word in capitals of at most so many bytes is the short name of a body.
const SPOKEN: usize = 8;
