//! What stands before the name at the front of a run of capitals: titles, common nouns, small words.

use super::super::super::span_of;
use super::super::{SHORT, describes, is_numeral};
use super::{PAPER, Run};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Word};

/// What a word at the front of a run is.
enum Front {
    /// A word of the name, which begins here.
    Name,
    /// Something else, up to this word.
    Before(usize),
    /// Something else, up to this word, where the name begins whatever it is.
    Opens(usize),
}

impl Run<'_, '_> {
    /// Leaves behind what stands before the name: titles, common nouns, small words.
    pub(super) fn leave_front(&mut self) {
        while self.first < self.stop {
            match self.front() {
                Front::Name => break,
                Front::Before(after) => self.first = after,
                Front::Opens(after) => {
                    self.first = after;
                    break;
                }
            }
        }
        let words = self.words;
        while self.first < self.stop
            && (words.list[self.first].is_mark()
                || self.first + 1 < self.stop && describes(words.core(self.first)))
        {
            self.first += 1;
        }
    }

    /// What the next word at the front is.
    fn front(&mut self) -> Front {
        let (words, stop, noun_capitals) = (self.words, self.stop, self.noun_capitals());
        // "Bremer Schraubenhersteller Hansafix"
        if noun_capitals
            && self.first + 2 < stop
            && words.entry(self.first).is_none()
            && words.core(self.first).ends_with("er")
            && words.is(self.first + 1, Classes::THING.and(Classes::SOURCE))
        {
            self.first += 1;
        }
        let first = self.first;
        // "Le Monde rapporte", "May told": a paper with its article, a surname that is a month.
        if self.is_paper(first) || self.speaks_as(first) {
            return Front::Name;
        }
        // "Vormittag Fotos"
        if noun_capitals
            && words.lexicon.is_time(words.folded(first))
            && words.core(first).chars().count() > SHORT
            && !words.is(first, Classes::GIVEN)
        {
            return Front::Before(first + 1);
        }
        // "Ketua Komisi I DPR"
        let body = first + 1 < stop && words.list[first + 1].shape == Shape::Upper;
        if self.titled && body && words.core(first).chars().all(|c| c == 'I') {
            return Front::Before(first + 1);
        }
        let Some(entry) = words.entry(first) else {
            // "Köylülerden Rosa Mamani": one of many, by the ending of a word that opens the sentence.
            return if self.opening(first) && first + 2 < stop && self.is_of_many(first) {
                Front::Before(first + 1)
            } else {
                Front::Name
            };
        };
        if first + 1 < stop && self.called(first) || self.is_capital_for_no_cause(entry) {
            return Front::Name;
        }
        // "VI. Sixtus"
        if is_numeral(words, first) && words.mark(first + 1) == Some('.') && first + 2 < stop {
            return Front::Name;
        }
        // "Avukatı Ali Kaya": a noun whose capital the sentence gives.
        let noun = !noun_capitals
            && self.opening(first)
            && entry.classes.has(Classes::SOURCE)
            && !entry.classes.has(
                Classes::ORGANISATION
                    .and(Classes::GIVEN)
                    .and(Classes::KNOWN)
                    .and(Classes::TERRITORY)
                    .and(Classes::PLACE),
            );
        let behind = words.after(first);
        if noun && words.is(behind, Classes::GIVEN) && behind + 1 < stop {
            self.titled = true;
            return Front::Before(behind);
        }
        // "Moradores do | Complexo": of whom or of what the first word tells.
        if noun
            && behind < stop
            && !self.shouting
            && !entry.classes.has(Classes::TITLE)
            && words.list[behind].shape == Shape::Lower
            && words.is(behind, Classes::PARTICLE)
            && let Some(name) =
                (behind + 1..stop.min(behind + 3)).find(|&k| words.list[k].is_capital())
        {
            return Front::Opens(name);
        }
        // "Власти Тарсани"
        if noun
            && behind < stop
            && !self.shouting
            && !entry.classes.has(Classes::TITLE)
            && (words.entry(behind).is_none()
                // "Учёные Института"
                || words.lexicon.cases().inflects() && words.is(behind, Classes::ORGANISATION))
        {
            return Front::Opens(behind);
        }
        self.listed_front(entry)
    }

    /// Whether word `i` and the one behind it are the name of a paper with its article: "Le Monde".
    fn is_paper(&self, i: usize) -> bool {
        let words = self.words;
        let named = |last: usize| {
            let name = span_of(words, i, last).of(&words.document.article.text);
            words.lexicon.is_paper(name)
        };
        i + PAPER <= self.stop && words.is(i, Classes::STOP) && named(i + PAPER)
    }

    /// "May told": a month that is a surname too, of somebody who says something.
    pub(super) fn speaks_as(&self, i: usize) -> bool {
        let words = self.words;
        words.is(i, Classes::SURNAME)
            && words.lexicon.is_time(words.folded(i))
            && words.list[i].shape == Shape::Capital
            && i + 1 == self.stop
            && words.is(i + 1, Classes::VERB)
            && words.list[i + 1].shape == Shape::Lower
    }

    /// Whether word `i` ends as nouns that are no subject, in a language whose verb comes last.
    fn is_of_many(&self, i: usize) -> bool {
        let words = self.words;
        words.lexicon.pack.meta.verb == lang::VerbPlace::Final
            && words.list[i].shape == Shape::Capital
            && words.list[i].core == words.list[i].span
            && words.ends_in(i, "oblique")
            && !words.is(i, Classes::GIVEN.and(Classes::SURNAME))
    }

    /// Whether the first word is a small word or a noun that has a capital without a cause, as
    /// names do: "el velocista Han Seo-jun".
    fn is_capital_for_no_cause(&self, entry: &Entry) -> bool {
        let (words, first) = (self.words, self.first);
        !self.noun_capitals()
            && !self.opening(first)
            && entry.classes.has(Classes::SMALL)
            && !entry.classes.has(Classes::PRONOUN)
            && !self.shouting
            && entry.tag != "article"
            && words.list[first].shape == Shape::Capital
            && words.list.get(first + 1).is_some_and(Word::is_capital)
            && first + 1 < self.stop
    }

    /// "British Museum", "Australian Bureau of Statistics": whether an adjective of a country opens the name of a body.
    fn is_of_nation(&self) -> bool {
        let (words, first) = (self.words, self.first);
        let capital = |i: usize| words.list[i].shape == Shape::Capital;
        let Some(last) = (first + 1..self.stop).rfind(|&i| capital(i)) else {
            return false;
        };
        let body = (first + 1..=last).any(|i| words.is(i, Classes::ORGANISATION))
            || words.lexicon.closes_body(words.folded(last));
        let joined = (first + 1..last).all(|i| capital(i) || words.is(i, Classes::PARTICLE));
        body && joined
            && capital(first)
            && !self.noun_capitals()
            && words.lexicon.country_of(words.folded(first)).is_some()
    }

    /// What the first word is by its entry.
    fn listed_front(&mut self, entry: &Entry) -> Front {
        let (words, first, noun_capitals) = (self.words, self.first, self.noun_capitals());
        let reach = words.list[first].reach;
        if self.is_of_nation() {
            return Front::Name;
        }
        let before = Front::Before(first + reach);
        let followed = first + reach < self.stop;
        // "Kota Bandung"
        if !noun_capitals
            && entry.classes.has(Classes::THING)
            && entry.classes.has(Classes::PLACE)
            && followed
        {
            if self.stop - first - reach <= 2 && self.apposed.is_none() {
                self.apposed = Some(NameKind::Place);
            }
            return before;
        }
        let thing = noun_capitals
            && followed
            && (entry.classes.has(Classes::THING)
                || entry.classes.has(Classes::SOURCE) && !entry.classes.has(Classes::ORGANISATION));
        if thing && !entry.classes.has(Classes::TITLE) {
            self.apposed = Some(match entry.tag {
                "organisation" if entry.classes.has(Classes::THING) => NameKind::Organisation,
                "place" if entry.classes.has(Classes::THING) => NameKind::Place,
                _ => NameKind::Other,
            });
            return before;
        }
        if entry.classes.has(Classes::TITLE) && entry.side != Side::Left && followed {
            self.titled = true;
            // "Mantan Menteri Perdagangan": an office of more words begins inside.
            let inner = (first + 1..first + reach).filter(|&i| words.is(i, Classes::TITLE));
            let after = inner.map(|i| words.after(i)).max().unwrap_or_default();
            let after = after.max(first + reach).min(self.stop - 1);
            // "Kepala Badan Gizi Nasional | Dadan Hindayana": the name of the body goes on behind its noun.
            let body = words.is(after - 1, Classes::ORGANISATION) && !noun_capitals;
            let given = |&i: &usize| words.is(i, Classes::GIVEN) && i + 1 < self.stop;
            let holder = (after + 1..self.stop).find(given).filter(|_| body);
            // "Ketua KPU | Kota Makassar": of the body of a place.
            // "Kepala | Dinas Kesehatan Kota Bogor"
            let noun = (first + 1..after).find(|&i| {
                words.is(i, Classes::ORGANISATION) && words.list[i].is_capital() && !noun_capitals
            });
            let seated = words.is(after, Classes::PLACE)
                && words.list[after].shape == Shape::Capital
                && after + 1 < self.stop;
            if let Some(noun) = noun.filter(|_| seated && holder.is_none()) {
                self.titled = false;
                return Front::Opens(noun);
            }
            return Front::Before(holder.unwrap_or(after));
        }
        let small = Classes::STOP
            .and(Classes::PRONOUN)
            .and(Classes::CLAUSE_WORD);
        let spoken = Classes::VERB
            .and(Classes::ATTRIBUTION)
            .and(Classes::COMPLEMENTISER);
        let phrase = Classes::GIVEN.and(Classes::TERRITORY).and(Classes::KNOWN);
        if !(entry.classes.has(small) || entry.classes.has(spoken) && self.opening(first))
            || entry.classes.has(phrase) && reach > 1
        {
            return Front::Name;
        }
        if words.is(first, Classes::DETERMINER) && noun_capitals {
            // "Sprecher der Feuerwehr": whose the office is, not who holds it; "Ort der Freude".
            self.titled = false;
            self.apposed = None;
        }
        before
    }
}
