//! What a run of capitals between two listed names is: what stands before the name in it (titles,
//! fields, common nouns), what behind it, and of what kind the rest is.

mod front;
mod kind;

use super::super::{Candidate, listed_kind};
use super::beside;
use super::together::PERSON;
use super::{
    field_end, holder, is_numeral, is_title_before, is_whole, opens_firm, said_at, shortened,
    told_to,
};
use crate::NameKind;
use crate::lexicon::{Classes, Side};
use crate::words::{Shape, Words};

/// A run of capitals, and what is left of it for the name while it is read.
pub(super) struct Run<'r, 'w> {
    pub words: &'r Words<'w>,
    /// The first word of its sentence.
    pub sentence: usize,
    /// Whether all of the sentence is in capitals.
    pub shouting: bool,
    /// The first word of the name.
    pub first: usize,
    /// The word behind the run.
    pub stop: usize,
    /// Whether a title stands before the name.
    titled: bool,
    /// What a common noun before it means: "Schiff Morgenstern".
    apposed: Option<NameKind>,
}

impl<'r, 'w> Run<'r, 'w> {
    /// The run of words `first..stop`.
    pub fn new(
        words: &'r Words<'w>,
        sentence: usize,
        first: usize,
        stop: usize,
        shouting: bool,
    ) -> Self {
        Self {
            words,
            sentence,
            shouting,
            first,
            stop,
            titled: first > sentence && words.entry(first - 1).is_some_and(is_title_before),
            apposed: None,
        }
    }

    /// Adds the names of the run.
    pub fn read(mut self, candidates: &mut Vec<Candidate>) {
        if self.is_of_country() {
            return;
        }
        if !self.leave_place(candidates) && !self.leave_field() {
            return;
        }
        self.first = beside::past_scene(self.words, self.sentence, self.first, self.stop);
        if let Some(place) = beside::place_behind(self.words, self.first, self.stop) {
            self.stop = place.first;
            candidates.push(place);
        }
        self.leave_listener(candidates);
        self.leave_court(candidates);
        self.leave_origin();
        self.leave_front();
        self.leave_member(candidates);
        self.leave_short(candidates);
        // "Kapolres Cimahi AKBP | Tri Suhartanto": behind an office, where it is and a rank.
        if !(self.titled && self.noun_capitals())
            && let Some((title, after)) = holder(self.words, self.first, self.stop)
        {
            let classes = Classes::ORGANISATION.and(Classes::PLACE);
            if title > self.first + 1 && (self.first..title).any(|i| self.words.is(i, classes)) {
                let office = (self.first, title);
                Self::new(self.words, self.sentence, office.0, office.1, self.shouting)
                    .read(candidates);
            }
            self.first = after;
            self.titled = true;
        }
        self.leave_owner(candidates);
        self.leave_nouns();
        self.leave_behind();
        if let Some(last) = self.end(candidates) {
            candidates.extend(self.candidate(last));
        }
    }

    /// "l'Espagnol": whether the run is the noun of somebody from a country.
    fn is_of_country(&self) -> bool {
        let (words, first) = (self.words, self.first);
        self.stop == first + 1
            && first > self.sentence
            && words.is(first - 1, Classes::DETERMINER)
            && !words.is(first, Classes::GIVEN.and(Classes::SURNAME))
            && words.lexicon.country_of(words.folded(first)).is_some()
    }

    fn noun_capitals(&self) -> bool {
        self.words.lexicon.pack.meta.noun_capitals
    }

    /// Whether word `i` is a closing mark, behind which its sentence goes on: "…," Lin said.
    fn closing(&self, i: usize) -> bool {
        let mark = self.words.mark(i);
        mark.is_some_and(|mark| matches!(mark, '"' | '”' | '“' | '’' | '»' | '«'))
            && self
                .before(i)
                .chars()
                .next_back()
                .is_some_and(|before| !before.is_whitespace())
    }

    /// The text before word `i`.
    fn before(&self, i: usize) -> &str {
        let text = self.words.document.article.text.as_str();
        text.get(..self.words.list[i].span.start)
            .unwrap_or_default()
    }

    /// Whether word `i` opens a sentence or a part of one, and so may owe its capital to that.
    fn opening(&self, i: usize) -> bool {
        if i == 0 {
            return i == self.sentence;
        }
        let closed = self.closing(i - 1);
        // "….” Local people"
        if i == self.sentence && (!closed || self.before(i - 1).ends_with('.')) {
            return true;
        }
        !closed
            && self.words.mark(i - 1).is_some_and(|mark| match mark {
                ',' | '(' | '/' | '\'' | '’' | ';' => false,
                // A hyphen joins, a dash opens.
                '-' => self.words.list[i - 1].span.end < self.words.list[i].span.start,
                _ => true,
            })
    }

    /// "el técnico Julio Ortega", "Plácido Domingo": a month or day with a capital that it has no
    /// other cause for.
    fn called(&self, i: usize) -> bool {
        self.words.lexicon.has_small_times()
            && !self.opening(i)
            && self.words.list[i].shape == Shape::Capital
            && self.words.lexicon.is_time(self.words.folded(i))
    }

    /// "Theresa May accused": a month that is a surname too, behind a given name and before no day.
    fn surnamed(&self, i: usize) -> bool {
        let words = self.words;
        let day = (words.list.get(i + 1)).is_some_and(|next| {
            words
                .document
                .text_of(next.span)
                .starts_with(|c: char| c.is_numeric())
        });
        words.is(i, Classes::SURNAME)
            && words.lexicon.is_time(words.folded(i))
            && i > 0
            && words.is(i - 1, Classes::GIVEN)
            && !day
    }

    /// "lamentó en Paterna | Ramón Estellés": where it was said, then who said it. Whether it is so.
    fn leave_place(&mut self, candidates: &mut Vec<Candidate>) -> bool {
        let (words, first) = (self.words, self.first);
        let found = self.stop - first == 3
            && first > self.sentence
            && said_at(words, first)
            && !words.is(first - 1, Classes::DETERMINER)
            && words.entry(first).is_none()
            && words.is(first + 1, Classes::GIVEN);
        if found {
            candidates.push(Candidate::sure(words, first, first + 1, NameKind::Place));
            self.first = first + 1;
            self.titled = true;
        }
        found
    }

    /// "contó a la emisora Radio Ancoa | Teresa Maldonado": to which paper or station it was said, then who
    /// said it.
    fn leave_listener(&mut self, candidates: &mut Vec<Candidate>) {
        let (words, first) = (self.words, self.first);
        let person = Classes::GIVEN.and(Classes::SURNAME);
        let speaker = (first + 1..self.stop.saturating_sub(1)).find(|&i| {
            words.is(i, Classes::GIVEN)
                && words.list[i].shape == Shape::Capital
                && words.list[i + 1].shape == Shape::Capital
        });
        let plain = |i: usize| words.list[i].is_capital() && !words.is(i, person);
        if let Some(speaker) = speaker
            && (first..speaker).all(plain)
            && told_to(words, self.sentence, first, self.names_body(speaker))
        {
            let kind = NameKind::Organisation;
            candidates.push(Candidate::sure(words, first, speaker, kind));
            self.first = speaker;
            self.titled = true;
        }
    }

    /// Whether the words before `last` or the name in front of them are those of a body: "Radio Ancoa",
    /// "Rai | News".
    fn names_body(&self, last: usize) -> bool {
        let before = self.first.checked_sub(1).filter(|&i| i > self.sentence);
        self.any(last, Classes::ORGANISATION)
            || before
                .and_then(|i| self.words.listed(i))
                .is_some_and(|entry| listed_kind(entry) == NameKind::Organisation)
    }

    /// Leaves the field of an office behind; whether anything is left.
    fn leave_field(&mut self) -> bool {
        if let Some((after, holds)) = field_end(self.words, self.sentence, self.first, self.stop) {
            self.first = after;
            self.titled = holds;
        }
        self.first < self.stop
    }

    /// "Corte Suprema | Brett Kavanaugh": a body that its adjective closes, then who belongs to it.
    fn leave_court(&mut self, candidates: &mut Vec<Candidate>) {
        let (words, first) = (self.words, self.first);
        let member = (first + 2..self.stop.saturating_sub(1)).find(|&i| {
            words.is(i, Classes::GIVEN)
                && words.list[i].shape == Shape::Capital
                && words.list[i + 1].shape == Shape::Capital
                && words.lexicon.is_body_adjective(words.folded(i - 1))
                && self.any(i - 1, Classes::ORGANISATION)
        });
        if let Some(member) = member.filter(|_| !self.noun_capitals()) {
            Self::new(words, self.sentence, first, member, self.shouting).read(candidates);
            self.first = member;
            self.titled = false;
        }
    }

    /// "Anna Keller von der | Deutschen Bank": a full name, then the body to which it belongs.
    fn leave_member(&mut self, candidates: &mut Vec<Candidate>) {
        let (words, first) = (self.words, self.first);
        let joins =
            |i: usize| words.list[i].shape == Shape::Lower && words.is(i, Classes::PARTICLE);
        let capital = |i: usize| words.list[i].shape == Shape::Capital;
        let known = first < self.stop && (self.titled || words.is(first, Classes::GIVEN));
        let Some(joint) = (first..self.stop).find(|&i| joins(i)).filter(|_| known) else {
            return;
        };
        let Some(body) = (joint..self.stop).find(|&i| !joins(i)) else {
            return;
        };
        let things = Classes::ORGANISATION
            .and(Classes::PLACE)
            .and(Classes::THING);
        let person = joint > first + 1 && (first..joint).all(capital) && !self.any(joint, things);
        let belongs = capital(body)
            && body + 1 < self.stop
            && ((body..self.stop).any(|i| words.is(i, Classes::ORGANISATION))
                || words.lexicon.closes_body(words.folded(self.stop - 1)));
        if person && belongs {
            let mut member = Self::new(words, self.sentence, first, joint, self.shouting);
            member.titled = self.titled;
            member.read(candidates);
            self.first = body;
            self.titled = false;
        }
    }

    /// "Ketua Umum PSSI | Erick Thohir": the short name of a body behind an office, then who holds it.
    fn leave_short(&mut self, candidates: &mut Vec<Candidate>) {
        let (words, first, stop) = (self.words, self.first, self.stop);
        let person = |i: usize| {
            words.list[i].shape == Shape::Capital
                && !words.is(i, Classes::ORGANISATION.and(Classes::PLACE))
        };
        if !self.titled || first + 1 >= stop || !(first + 1..stop).all(person) {
            return;
        }
        let given = words.is(first + 1, Classes::GIVEN);
        // "UIN Sunan Kalijaga": the short forms of common nouns have a name behind them.
        let whole = words
            .entry(first)
            .map_or(words.core(first).chars().count() > INITIALS, |entry| {
                is_whole(entry) || given && entry.naming != "firm"
            });
        let holds = given || (2..=PERSON).contains(&(stop - first - 1));
        if words.list[first].shape == Shape::Upper && whole && holds && !self.noun_capitals() {
            let short = Candidate::sure(words, first, first + 1, NameKind::Organisation);
            candidates.push(short);
            self.first = first + 1;
        }
    }

    /// "Адвокат Ивана Сафронова | Дмитрий Катчев": whose somebody is stands in another case before who it is.
    fn leave_owner(&mut self, candidates: &mut Vec<Candidate>) {
        let (words, first) = (self.words, self.first);
        let nominative = |i: usize| {
            let mut given = words.lexicon.pack.rows("given_names");
            given.any(|row| row.key() == words.core(i))
        };
        let oblique = words.lexicon.cases().inflects()
            && words.is(first, Classes::GIVEN)
            && !nominative(first);
        let named = |&i: &usize| words.is(i, Classes::GIVEN) && nominative(i);
        if let Some(bearer) = (first + 2..self.stop).find(named).filter(|_| oblique) {
            Self::new(words, self.sentence, first, bearer, self.shouting).read(candidates);
            self.first = bearer;
            self.titled = true;
        }
    }

    /// "Yaralanan Iraklı Hasan": what the opening word is, where one from somewhere follows.
    fn leave_origin(&mut self) {
        let (words, first) = (self.words, self.first);
        if !self.noun_capitals()
            && first + 2 < self.stop
            && self.opening(first)
            && words.entry(first).is_none()
            && words.list[first].reach == 1
            && words.is(first + 1, Classes::STOP)
            && words.list[first + 1].shape == Shape::Capital
        {
            self.first += 2;
        }
    }

    /// Leaves behind nouns that no list knows, and the place of an office.
    fn leave_nouns(&mut self) {
        let (words, stop, noun_capitals) = (self.words, self.stop, self.noun_capitals());
        // "Bupati Flores Timur | Ana Kolo": where the office is, then who holds it.
        if self.titled
            && !noun_capitals
            && let Some(given) = (self.first + 2..stop.saturating_sub(1)).find(|&i| {
                words.is(i, Classes::GIVEN)
                    && words.is(i - 1, Classes::PLACE)
                    && words.list[i - 1].is_capital()
            })
            && !self.any(given, Classes::GIVEN.and(Classes::ORGANISATION))
        {
            self.first = given;
        }
        // "Эксперт Роскачества | Ольга Макаревич": whose the office is stands in another case. Behind a surname
        // stand a given name and that of the father.
        let first = self.first;
        let noun = first > self.sentence && words.is(first - 1, Classes::SOURCE);
        if (self.titled || noun)
            && words.lexicon.has_patronymics()
            && first + 2 < stop
            && words.list[first].shape == Shape::Capital
            && !words.is(first, Classes::GIVEN.and(Classes::PARTICLE))
            && words.is(first + 1, Classes::GIVEN)
            && !words.lexicon.is_patronymic(words.folded(first + 2))
            && !words.list[first]
                .core
                .of(&words.document.article.text)
                .contains('-')
        {
            self.first = first + 1;
        }
        if !noun_capitals {
            return;
        }
        // "Arbeiter Jan Müller": a noun that no list knows before a given name.
        let bodies = Classes::ORGANISATION
            .and(Classes::PLACE)
            .and(Classes::PARTICLE);
        let names = Classes::GIVEN.and(Classes::TERRITORY).and(Classes::KNOWN);
        let first = self.first;
        if !self.titled
            && !self.any(stop, bodies)
            && !words.is(first, names)
            && let Some(given) =
                (first + 1..stop.saturating_sub(1)).find(|&i| words.is(i, Classes::GIVEN))
            // "Leipziger Afrikanist Jens Wohlert", "Tore von Harry Kane"
            && (given == first + 1
                || given == first + 2
                    && (words.core(first).ends_with("er")
                        || words.list[first + 1].shape == Shape::Lower
                            && !words.is(first, Classes::TITLE.and(Classes::SURNAME))))
        {
            self.first = given;
        }
        // "Gutachten der Universität Kiel"
        if let Some(body) = (self.first + 2..stop).find(|&i| words.is(i, Classes::ORGANISATION))
            && words.is(body - 1, Classes::PARTICLE)
            && !self.any(body, Classes::PLACE.and(Classes::GIVEN))
        {
            self.first = body;
        }
    }

    /// "Kenan Bey", "Desmond Cole KC": leaves what stands behind the name of a person, as no part of
    /// it.
    fn leave_behind(&mut self) {
        let words = self.words;
        let last = self.stop.saturating_sub(1);
        let honorific = last > self.first
            && words.entry(last).is_some_and(|entry| {
                entry.classes.has(Classes::TITLE)
                    && entry.side == Side::Left
                    && !entry.classes.has(Classes::GIVEN.and(Classes::SURNAME))
            });
        if honorific && !self.any(last, Classes::ORGANISATION.and(Classes::PLACE)) {
            self.stop = last;
            self.titled = true;
        }
    }

    /// Whether a word of the name before `last` is of a class.
    fn any(&self, last: usize, class: Classes) -> bool {
        (self.first..last).any(|i| self.words.is(i, class))
    }

    /// The word behind the name, if one is left: titles and stops at the end of the run belong to
    /// what follows.
    fn end(&self, candidates: &mut Vec<Candidate>) -> Option<usize> {
        let (words, first) = (self.words, self.first);
        // "Ministerio de Exteriores", "Ministério das Relações Exteriores": the stop is the field of
        // the body.
        let field = |last: usize| {
            (2..=3).any(|back| {
                last > first + back
                    && words.is(last - back, Classes::PARTICLE)
                    && words.is(last - back - 1, Classes::ORGANISATION)
            })
        };
        // "Sixto VI"
        let regnal = |last: usize| {
            last - first > 1
                && is_numeral(words, last - 1)
                && words.list[last - 2].shape == Shape::Capital
                && !words.is(last - 2, Classes::STOP)
        };
        // "PT Bara Jaya Utama"
        let firm =
            |last: usize| last - first > 1 && (first..last - 1).any(|i| opens_firm(words, i));
        let named = |last: usize| {
            last - first > 1 && (self.called(last - 1) || self.surnamed(last - 1))
                || last == first + 1 && self.speaks_as(first)
                || regnal(last)
                || field(last)
                || firm(last)
        };
        let mut last = self.stop;
        while last > first
            && !named(last)
            && (words.is(last - 1, Classes::STOP.and(Classes::PRONOUN))
                || words.is(last - 1, Classes::TITLE)
                    && (last - first == 1 || shortened(words, last))
                || words.list[last - 1].is_mark())
        {
            last -= 1;
        }
        if first >= last || last - first == 1 && is_numeral(words, first) || self.is_firm(last) {
            return None;
        }
        // "Sportgerichtshof | CAS": its short name.
        if self.noun_capitals()
            && last - first > 1
            && words.list[last - 1].shape == Shape::Upper
            && !words.is(last - 1, Classes::ORGANISATION)
            && self.any(last - 1, Classes::ORGANISATION)
        {
            let short = Candidate::sure(words, last - 1, last, NameKind::Organisation);
            candidates.push(short);
            last -= 1;
        }
        if let Some(owner) = self.owner(last) {
            last = owner;
        }
        Some(last)
    }

    /// The word behind a person in the genitive before a noun that no list knows: "Brett Kavanaughs
    /// | Aussage".
    fn owner(&self, last: usize) -> Option<usize> {
        let (words, first) = (self.words, self.first);
        let names = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
        let capital = |i: usize| words.list[i].shape == Shape::Capital;
        let genitive = |i: usize| {
            let core = words.core(i);
            core.ends_with('s') && !core.ends_with("ss") && words.entry(i).is_none()
        };
        if !self.noun_capitals() || !words.is(first, Classes::GIVEN) {
            return None;
        }
        (first + 2..last)
            .find(|&i| genitive(i - 1) && capital(i) && capital(i - 1) && !words.is(i, names))
    }

    /// "Dresdner Firma"
    fn is_firm(&self, last: usize) -> bool {
        let (words, first) = (self.words, self.first);
        self.noun_capitals()
            && !self.titled
            && last - first == 2
            && words.entry(first).is_none()
            && words.core(first).ends_with("er")
            && words.is(first + 1, Classes::THING.and(Classes::SOURCE))
            && !words.is(first + 1, Classes::ORGANISATION.and(Classes::PLACE))
    }
}

/// Capitals in a row are a person's initials where they are so many at most: JD.
const INITIALS: usize = 2;

/// The name of a newspaper with its article has so many words at most.
const PAPER: usize = 2;
