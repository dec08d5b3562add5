//! What the lists of a pack say of one word or phrase.

use super::{Role, Takes};

/// What a word can be: a set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Classes(u32);

impl Classes {
    /// A verb of speech.
    pub(crate) const VERB: Self = Self(1);
    /// "according to".
    pub(crate) const ATTRIBUTION: Self = Self(1 << 1);
    /// An office or honorific.
    pub(crate) const TITLE: Self = Self(1 << 2);
    /// Makes a name an organisation.
    pub(crate) const ORGANISATION: Self = Self(1 << 3);
    /// Makes a name a place.
    pub(crate) const PLACE: Self = Self(1 << 4);
    /// A personal pronoun that can speak.
    pub(crate) const PRONOUN: Self = Self(1 << 5);
    /// Joins the parts of a name: "von", "bin".
    pub(crate) const PARTICLE: Self = Self(1 << 6);
    /// A common noun that can speak: "police", "witnesses", "statement".
    pub(crate) const SOURCE: Self = Self(1 << 7);
    /// Opens an indirect clause: "that".
    pub(crate) const COMPLEMENTISER: Self = Self(1 << 8);
    /// Never a name, however it is written.
    pub(crate) const STOP: Self = Self(1 << 9);
    /// A common given name.
    pub(crate) const GIVEN: Self = Self(1 << 10);
    /// A common surname.
    pub(crate) const SURNAME: Self = Self(1 << 11);
    /// A country or territory; the tag is its ISO code.
    pub(crate) const TERRITORY: Self = Self(1 << 12);
    /// A well-known place or organisation; the tag is its key over languages.
    pub(crate) const KNOWN: Self = Self(1 << 13);
    /// Marks the noun phrase before it as the subject: は, ने, 은.
    pub(crate) const SUBJECT: Self = Self(1 << 14);
    /// An article or the like, which opens a noun phrase.
    pub(crate) const DETERMINER: Self = Self(1 << 15);

    /// Modifies the name before its hyphen: "led", "backed".
    pub(crate) const MODIFIER: Self = Self(1 << 16);
    /// A common noun that stands before a name: "tanker", "company".
    pub(crate) const THING: Self = Self(1 << 17);

    /// A preposition: no bare clause begins with one.
    pub(crate) const PREPOSITION: Self = Self(1 << 19);
    /// Stands between an office and its holder: "affairs", "on behalf of".
    pub(crate) const COMPLEMENT: Self = Self(1 << 18);

    /// A verb of belief, wish, plan or judgement: "hopes", "opposes".
    pub(crate) const STANCE: Self = Self(1 << 20);
    /// A noun that reports: "the claim that".
    pub(crate) const CLAIM: Self = Self(1 << 21);
    /// An adjective that reports: "confident that".
    pub(crate) const MOOD: Self = Self(1 << 22);
    /// A small word that builds clauses, whose [`Role`] tells how.
    pub(crate) const CLAUSE_WORD: Self = Self(1 << 23);

    /// Where something is said: "interview", "statement".
    pub(crate) const OCCASION: Self = Self(1 << 24);
    /// An article, preposition, auxiliary and the like: no name in itself.
    pub(crate) const SMALL: Self = Self(1 << 25);

    /// Whether any of `other` is among them.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a pack says about one word or phrase.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// What it can be.
    pub(crate) classes: Classes,
    /// Of a verb: what it takes.
    pub(crate) takes: Takes,
    /// Of a title or attribution: on which side of it the name or speaker stands.
    pub(crate) side: Side,
    /// An ISO code, a key over languages, a gender: what the list's second column says.
    pub(crate) tag: &'static str,
    /// Of a listed name: whether it is one only in capitals ("WHO").
    pub(crate) upper: bool,
    /// Of a listed name: whether it is a common word too, as the Arabic for Mali is "financial".
    pub(crate) common: bool,
    /// Of an attribution that embraces the speaker: the closing words (据…报道).
    pub(crate) closing: &'static str,
    /// Of a reporting noun or adjective: what opens its clause, set apart by spaces.
    pub(crate) governs: &'static str,
    /// Of a word that builds clauses: how.
    pub(crate) role: Role,
    /// Of a word that makes an organisation or a place: how it and the words beside it name one
    /// ("field", "aim", "whole").
    pub(crate) naming: &'static str,
    /// Of a small word inside names: what it joins ("of", "and").
    pub(crate) joins: &'static str,
    /// Of a verb: whether it is the form that its list gives first, as in "to say".
    pub(crate) base: bool,
}

/// Where the name or speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Side {
    /// After the word: "President X", "according to X".
    #[default]
    Right,
    /// Before the word: X先生, "X によると".
    Left,
    /// On either side.
    Both,
    /// In it, as its first word: "seiner Ansicht nach".
    Own,
    /// Nowhere: the phrase names nobody or is the speaker itself ("reportedly").
    None,
}

impl Side {
    /// What the second column of a title or attribution says.
    pub(super) fn of(column: &str) -> Self {
        match column {
            "after" => Self::Left,
            "both" => Self::Both,
            "alone" => Self::None,
            "possessive" => Self::Own,
            _ => Self::Right,
        }
    }
}
