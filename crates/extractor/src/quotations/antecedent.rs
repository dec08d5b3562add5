//! Whom a pronoun, or a verb without a subject, points back at.

use super::gender::{Gender, Genders, People};
use super::governed::is_led_office;
use super::resolve::{BACK, OPENING, named_person};
use super::speakers::Named;
use crate::lexicon::Classes;
use crate::words::Words;
use crate::{Form, Mention, NameKind, Speaker, Value};

/// Who spoke last.
#[derive(Debug, Clone)]
pub(super) struct Spoke {
    pub(super) speaker: Speaker,
    /// The sentence of what was said.
    pub(super) sentence: usize,
    /// Whether the speaker is no person but an organisation.
    pub(super) organisation: bool,
}

/// A person whom the running text names.
struct Person {
    word: usize,
    sentence: usize,
    speaker: Speaker,
    /// Whether the place is that of a subject: among the first words, governed by nothing.
    subject: bool,
    /// Whether nothing but its parts shows that the name is a person's.
    guess: bool,
    /// Whether the name is known to be a person's.
    sure: bool,
}

/// Who is no subject, or a person by the parts of the name alone, is meant at most so many sentences
/// further on.
const GUESS: usize = 2;

/// A surname alone means one of so many persons named last.
const LAST: usize = 32;

/// The persons of an article outside its direct speech, in the order of the text.
pub(super) struct Story<'w> {
    words: &'w Words<'w>,
    persons: Vec<Person>,
    people: People,
}

impl<'w> Story<'w> {
    pub(super) fn new(
        words: &'w Words<'w>,
        named: &Named,
        genders: &Genders,
        mentions: &[Mention],
    ) -> Self {
        let people = People::of(words, named, genders);
        let mut said = mentions
            .iter()
            .filter(|mention| {
                matches!(&mention.value, Value::Quotation(said) if said.form == Form::Direct)
            })
            .map(|mention| mention.span)
            .peekable();
        let mut persons: Vec<Person> = Vec::new();
        for mention in named.mentions() {
            let word = words.at(mention.span.start);
            while said
                .peek()
                .is_some_and(|span| span.end <= mention.span.start)
            {
                said.next();
            }
            if said.peek().is_some_and(|span| span.overlaps(mention.span)) {
                continue;
            }
            let Value::Name(name) = &mention.value else {
                continue;
            };
            let gender = people.gender(&name.name);
            let known = named_person(named, word).or_else(|| {
                // A name that no title shows to be a person's, with a given name.
                gender.is_some().then(|| Speaker::named(mention, name))
            });
            let guess = known.is_none();
            let several = name.kind == NameKind::Other && name.name.contains([' ', '・', '·']);
            let Some(speaker) = known.or_else(|| several.then(|| Speaker::named(mention, name)))
            else {
                continue;
            };
            let sentence = words.list[word].sentence;
            let start = words.first_of(sentence);
            let governed = word > start
                && words.is(word - 1, Classes::STOP)
                && !words.is(word - 1, Classes::DETERMINER.and(Classes::TITLE))
                || is_led_office(words, word);
            // "Kuasa hukum Hendra, Lukas Budiono, menyesalkan": of two names that commas set off before the verb
            // the second is the subject.
            let comma = |i: usize| matches!(words.mark(i), Some(','));
            let close = words.at(mention.span.end.saturating_sub(1)) + 1;
            let apposed = word > start + 1
                && comma(word - 1)
                && comma(close)
                && words.is(close + 1, Classes::VERB)
                && !words.lexicon.pack.meta.noun_capitals;
            if apposed
                && let Some(before) = persons.last_mut()
                && before.sentence == sentence
                && words.behind(before.speaker.span.end) + 1 == word
                && (start..before.word)
                    .any(|i| words.after(i) == before.word && words.is(i, Classes::SOURCE))
            {
                before.subject = false;
            }
            let led = persons.last().is_some_and(|before| {
                before.sentence == sentence && !before.guess && (before.subject || !apposed)
            });
            persons.push(Person {
                word,
                sentence,
                speaker,
                subject: !guess && !led && !governed && (apposed || word < start + OPENING),
                guess,
                sure: name.kind == NameKind::Person,
            });
        }
        Self {
            words,
            persons,
            people,
        }
    }

    /// Whether what is known of a speaker's gender speaks for or against `gender`.
    fn fits(own: Option<Gender>, gender: Option<Gender>) -> bool {
        match (own, gender) {
            (_, None) | (None, _) => true,
            (Some(own), Some(gender)) => own == gender,
        }
    }

    fn gender(&self, person: &Person) -> Option<Gender> {
        let name = person.speaker.name.as_deref()?;
        self.people.gender(name)
    }

    /// Notes that the bearer of a name is the subject of a verb of this gender.
    pub(super) fn learn(&mut self, name: &str, gender: Gender) {
        self.people.learn(name, gender);
    }

    /// Whether a verb of this gender can be the speaker's.
    pub(super) fn may_be(&self, speaker: &Speaker, gender: Option<Gender>) -> bool {
        let own = speaker
            .name
            .as_deref()
            .and_then(|name| self.people.gender(name));
        Self::fits(own, gender)
    }

    /// Whom word `i` of this gender points back at: nearest first the last speaker and the
    /// subjects of the sentences before, then, where `people` may be meant that are no subjects,
    /// those. Persons of an earlier paragraph count only where their gender is known to be right.
    pub(super) fn antecedent(
        &self,
        i: usize,
        gender: Option<Gender>,
        recent: Option<&Spoke>,
        people: bool,
    ) -> Option<Speaker> {
        if gender == Some(Gender::Plural) {
            return None;
        }
        // 그, *dia*: a pronoun that stands for men and women stands for no country.
        let pronoun = self.words.is(i, Classes::PRONOUN);
        let recent = recent.filter(|spoke| match gender {
            Some(Gender::Neuter) => spoke.organisation,
            Some(_) => !spoke.organisation && self.may_be(&spoke.speaker, gender),
            None => !(pronoun && spoke.organisation),
        });
        if gender == Some(Gender::Neuter) {
            return recent.map(|spoke| spoke.speaker.clone());
        }
        let here = self.words.list.get(i)?.sentence;
        let subject = self.subject(i, here, gender, recent);
        // A verb with more behind it may have a subject that no list knows: then only a person
        // whose gender is known to be the verb's.
        if let Some(subject) = subject
            && (people || gender.is_some() && self.gender(subject) == gender)
        {
            return Some(subject.speaker.clone());
        }
        let end = self.persons.partition_point(|person| person.word < i);
        let named = |guess: bool, back: usize| {
            self.persons[..end]
                .iter()
                .rev()
                .take_while(|person| here - person.sentence.min(here) <= back)
                .filter(|person| {
                    person.guess == guess
                        && self.near(person, here)
                        && Self::fits(self.gender(person), gender)
                })
                .last()
        };
        // "Le Nazioni Unite …. In prima fila c'era Marta Olivan. «…», racconta.": whoever is named
        // between rather than an organisation.
        let between = recent.is_some_and(|spoke| spoke.organisation) && people;
        let between = between.then(|| named(false, 1)).flatten();
        if let Some(person) =
            between.filter(|person| recent.is_some_and(|spoke| spoke.sentence < person.sentence))
        {
            return Some(person.speaker.clone());
        }
        if let Some(recent) = recent {
            return Some(recent.speaker.clone());
        }
        people
            .then(|| {
                // German writes every noun with a capital: two of them are no name yet.
                let nouns = self.words.lexicon.pack.meta.noun_capitals;
                named(false, 1)
                    .or_else(|| named(true, GUESS).filter(|_| !nouns))
                    .or_else(|| named(false, GUESS).filter(|_| gender.is_some()))
            })?
            .map(|person| person.speaker.clone())
    }

    /// The only person whom the sentences before word `i` name.
    pub(super) fn only(&self, i: usize) -> Option<Speaker> {
        let here = self.words.list.get(i)?.sentence;
        let mut persons = self.before(i).take_while(|person| {
            here.saturating_sub(person.sentence) <= BACK && self.near(person, here)
        });
        let first = persons.next()?;
        persons
            .all(|person| person.speaker.name == first.speaker.name)
            .then(|| first.speaker.clone())
    }

    /// The only one of the persons named last before word `i` whose name, written in one, opens with
    /// `surname`.
    pub(super) fn with_surname(&self, i: usize, surname: &str) -> Option<String> {
        let opens = |name: &&str| name.len() > surname.len() && name.starts_with(surname);
        let mut names = self
            .before(i)
            .take(LAST)
            .filter_map(|person| person.speaker.name.as_deref())
            .filter(opens);
        let first = names.next()?;
        names.all(|name| name == first).then(|| first.to_owned())
    }

    /// The persons named before word `i`, the last one first.
    fn before(&self, i: usize) -> impl Iterator<Item = &Person> {
        let end = self.persons.partition_point(|person| person.word < i);
        self.persons[..end].iter().rev()
    }

    fn near(&self, person: &Person, here: usize) -> bool {
        let paragraph = |sentence: usize| {
            let sentences = &self.words.document.sentences;
            sentences.get(sentence).map(|s| s.paragraph)
        };
        paragraph(person.sentence) == paragraph(here)
    }

    /// The nearest subject before word `i` that nobody who spoke stands nearer than.
    fn subject(
        &self,
        i: usize,
        here: usize,
        gender: Option<Gender>,
        recent: Option<&Spoke>,
    ) -> Option<&Person> {
        let end = self.persons.partition_point(|person| person.word < i);
        self.persons[..end]
            .iter()
            .rev()
            .take_while(|person| {
                let back = here.saturating_sub(person.sentence);
                back <= BACK && recent.is_none_or(|spoke| spoke.sentence < person.sentence)
            })
            .find(|person| {
                // Also over the end of a paragraph who opens the sentence right before.
                let known = gender.is_some() && self.gender(person) == gender
                    || person.sure && person.sentence + 1 == here;
                person.subject
                    && Self::fits(self.gender(person), gender)
                    && (known || self.near(person, here))
            })
    }
}
