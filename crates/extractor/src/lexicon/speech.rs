//! What the lists tell of who says what.

use super::fold;
use super::{Classes, Ending, Lexicon};

impl Lexicon {
    /// The forms beside marks of speech that have a role; the empty role is that of the forms
    /// right behind what is said.
    pub(crate) fn quotatives(&self, role: &'static str) -> impl Iterator<Item = &str> {
        self.quotatives
            .iter()
            .filter(move |(_, own)| *own == role)
            .map(|(form, _)| form.as_str())
    }

    /// Whether one of the forms that have a role is written onto the end of a word.
    pub(crate) fn ends_in(&self, word: &str, role: &'static str) -> bool {
        self.quotatives(role).any(|form| word.ends_with(form))
    }

    /// Whether a complementiser is written onto the front of a word.
    pub(crate) fn opens_clause(&self, word: &str) -> bool {
        self.written_complementisers.iter().any(|complementiser| {
            word.strip_prefix(complementiser)
                .is_some_and(|rest| rest.chars().count() > 1)
        })
    }

    /// Whether a folded word opens an aside with who says what stands around it: "as she noted".
    pub(crate) fn is_aside(&self, word: &str) -> bool {
        self.asides.contains(word)
    }

    /// Whether a folded preposition governs in whose view something is so: "für".
    pub(crate) fn is_view(&self, word: &str) -> bool {
        self.views.contains(word)
    }

    /// Whether a folded preposition leads to what for something is done: "um … zu".
    pub(crate) fn is_purpose(&self, word: &str) -> bool {
        self.purposes.contains(word)
    }

    /// Whether a folded preposition governs who acts in a passive: "von".
    pub(crate) fn is_agent(&self, word: &str) -> bool {
        self.agents.contains(word)
    }

    /// Whether a folded noun stands for a person named before: "the politician".
    pub(crate) fn points_back(&self, word: &str) -> bool {
        self.again.contains(word)
    }

    /// The code of the country of which a folded word is the adjective: "ukrainische".
    pub(crate) fn country_of(&self, word: &str) -> Option<&'static str> {
        self.demonyms.get(word).copied()
    }

    /// Whether the pack tells indefinite articles from others.
    pub(crate) fn has_indefinite_articles(&self) -> bool {
        let mut articles = self.pack.rows("determiners");
        articles.any(|row| row.column(1).starts_with("indefinite"))
    }

    /// Whether the pack tells what the endings of verbs say about them, so that clauses can be read
    /// by how they are built.
    pub(crate) fn has_clauses(&self) -> bool {
        let participle = |&(_, ending): &(&str, Ending)| ending == Ending::Participle;
        self.endings.iter().any(participle)
    }

    /// Whether a folded word is an office or an honorific.
    pub(crate) fn is_title(&self, word: &str) -> bool {
        self.alone(word)
            .is_some_and(|entry| entry.classes.has(Classes::TITLE))
    }

    /// Whether a word as printed is a form of a verb of speech.
    pub(crate) fn is_verb(&self, printed: &str) -> bool {
        self.alone(&fold(printed))
            .is_some_and(|entry| entry.classes.has(Classes::VERB))
    }

    /// Whether the pack lists verbs in a mood of reported speech.
    pub(crate) fn has_reported_mood(&self) -> bool {
        let mood = |&(_, ending): &(&str, Ending)| ending == Ending::Reported;
        self.endings.iter().any(mood)
    }

    /// Whether a small word leads to what somebody is asked to do: "to", "de".
    pub(crate) fn has_infinitives(&self) -> bool {
        let mut rows = self.pack.rows("clause_words");
        rows.any(|row| row.column(1) == "infinitive")
    }

    /// Whether a word tells what somebody is asked to do: an infinitive in most languages.
    pub(crate) fn is_asked(&self, word: &str) -> bool {
        self.ending(word) == Some(Ending::Request)
            || self.asking.iter().any(|opening| word.starts_with(opening))
    }

    /// Whether a word is a listed noun of doing, with an article or an ending at most, in a language whose verb
    /// comes first: "وجود", "القبض", "زيادتها".
    pub(crate) fn is_verbal_noun(&self, word: &str) -> bool {
        let is_owner =
            |rest: &str| rest.is_empty() || self.name_forms("owned").any(|owner| owner == rest);
        let is_noun = |bare: &str| {
            let ends = bare.char_indices().map(|(at, _)| at).skip(1);
            ends.chain([bare.len()]).any(|at| {
                let (stem, rest) = bare.split_at(at);
                self.doing.contains(&(stem, false)) && is_owner(rest)
                    || self.doing.contains(&(stem, true))
                        && (rest == TIED || rest.strip_prefix(OPEN).is_some_and(is_owner))
            })
        };
        let article = self.definite().unwrap_or_default();
        self.pack.meta.verb == lang::VerbPlace::First
            && (is_noun(word) || word.strip_prefix(article).is_some_and(is_noun))
    }

    /// Whether a small word that leads to an infinitive is written into a word: "durchzulassen".
    pub(crate) fn holds_infix(&self, word: &str) -> bool {
        (self.infixes.iter()).any(|infix| word.find(infix).is_some_and(|at| at > 0))
    }

    /// What the ending of a word tells.
    pub(crate) fn ending(&self, word: &str) -> Option<Ending> {
        self.endings
            .iter()
            .find(|(ending, _)| word.len() > ending.len() + 1 && word.ends_with(ending))
            .map(|&(_, tells)| tells)
    }

    /// Whether the pack lists prepositions.
    pub(crate) fn has_prepositions(&self) -> bool {
        self.prepositions
    }

    /// Whether the language opens noun phrases with articles that are words.
    pub(crate) fn has_determiners(&self) -> bool {
        self.determiners
    }

    /// Whether a word is a personal pronoun.
    pub(crate) fn is_pronoun(&self, word: &str) -> bool {
        self.pronoun_tag(word).is_some()
    }

    /// What a personal pronoun tells of whom it stands for.
    pub(crate) fn pronoun_tag(&self, word: &str) -> Option<&'static str> {
        let entry = self.alone(word)?;
        entry.classes.has(Classes::PRONOUN).then_some(entry.tag)
    }
}

/// The letter that ends Arabic nouns in the feminine, and what stands in its place before what is written behind it.
pub(super) const TIED: &str = "ة";
const OPEN: &str = "ت";
