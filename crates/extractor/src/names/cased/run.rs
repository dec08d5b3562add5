//! What a run of capitals between two listed names is: what stands before the name in it (titles,
//! fields, common nouns), what behind it, and of what kind the rest is.

use super::super::{Candidate, listed_kind, span_of};
use super::beside;
use super::together::PERSON;
use super::{
    SHORT, adjacent, describes, ends_apart, field_end, holder, is_acronym, is_full_name,
    is_numeral, is_title_before, is_whole, opens_firm, said_at, shortened, sounds_foreign, told_to,
};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Side};
use crate::words::{Shape, Word, Words};

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

/// What a word at the front of a run is.
enum Front {
    /// A word of the name, which begins here.
    Name,
    /// Something else, up to this word.
    Before(usize),
    /// Something else, up to this word, where the name begins whatever it is.
    Opens(usize),
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
            && (body..self.stop).any(|i| words.is(i, Classes::ORGANISATION));
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

    /// Leaves behind what stands before the name: titles, common nouns, small words.
    fn leave_front(&mut self) {
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

    /// What the first word is by its entry.
    fn listed_front(&mut self, entry: &Entry) -> Front {
        let (words, first, noun_capitals) = (self.words, self.first, self.noun_capitals());
        let reach = words.list[first].reach;
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
            // "Leipziger Afrikanist Jens Wohlert"
            && (given == first + 1 || given == first + 2 && words.core(first).ends_with("er"))
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
        if words.list[first].reach >= length
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
    fn candidate(&self, last: usize) -> Option<Candidate> {
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

    /// What the name up to `last` is of, and whether that is evidence enough for it.
    fn kind(&self, last: usize) -> (NameKind, bool) {
        let (words, first) = (self.words, self.first);
        let length = last - first;
        let speaks = (last..last + 2).any(|i| words.is(i, Classes::VERB))
            || first > self.sentence && words.is(first - 1, Classes::VERB);
        let acronym = length == 1 && words.list[first].shape == Shape::Upper && !self.shouting;
        // "Sprecher der Stadt" is no place, nor are "Park Geun-hye" and "Óscar Lago".
        let place = !beside::is_hyphenated(words, first, last)
            && !is_full_name(words, first, last)
            && (first..last).any(|i| {
                words.is(i, Classes::PLACE)
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
        if paper || closes && words.lexicon.closes_body(closing) {
            (NameKind::Organisation, true)
        } else if closes && words.lexicon.closes_place(closing) {
            (NameKind::Place, true)
        } else if self.any(last, Classes::ORGANISATION) {
            (NameKind::Organisation, length > 1 || whole)
        } else if self.titled {
            (NameKind::Person, true)
        } else if let Some(kind) = self.apposed {
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
        } else if words.is(first, Classes::GIVEN) && length > 1 {
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

/// Capitals in a row are a person's initials where they are so many at most: JD.
const INITIALS: usize = 2;

/// The name of a newspaper with its article has so many words at most.
const PAPER: usize = 2;

/// A word in capitals of at most so many bytes is the short name of a body.
const SPOKEN: usize = 8;
