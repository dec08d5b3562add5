//! What a verb of speech takes.

/// What a verb takes beside words in marks: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Takes(u32);

impl Takes {
    /// A clause with its complementiser.
    pub(crate) const THAT: Self = Self(1);
    /// A bare clause.
    pub(crate) const CLAUSE: Self = Self(1 << 1);
    /// A listener before the clause: "told reporters he would".
    pub(crate) const PERSON: Self = Self(1 << 2);
    /// What is said as its object: "denied reports of".
    pub(crate) const OBJECT: Self = Self(1 << 3);
    /// An infinitive: "promised to".
    pub(crate) const INFINITIVE: Self = Self(1 << 4);
    /// An indirect question: "asked whether".
    pub(crate) const QUESTION: Self = Self(1 << 5);
    /// A noun that reports, which makes one cue with it: "expressed doubt about".
    pub(crate) const NOUN: Self = Self(1 << 6);
    /// Somebody whose words it passes on: "quotes the minister".
    pub(crate) const RELAYED: Self = Self(1 << 7);
    /// The text in which it stands: "heißt es in dem Brief".
    pub(crate) const WITHIN: Self = Self(1 << 8);
    /// A person as its object, whom the words are about: "ha lodato la ministra".
    pub(crate) const WHOM: Self = Self(1 << 9);
    /// Somebody who is asked to do what follows: "призвал стороны прекратить".
    pub(crate) const REQUEST: Self = Self(1 << 10);
    /// The subject of another verb, behind which it stands: "قائلا".
    pub(crate) const SHARED: Self = Self(1 << 11);
    /// Nobody who says so: "گفته شد".
    pub(crate) const NOBODY: Self = Self(1 << 12);

    /// Nothing where its subject does not stand beside it: 预计明天有雨.
    pub(crate) const SUBJECT: Self = Self(1 << 13);
    /// Nobody else than the person whom its form holds: *katanya*.
    pub(crate) const OWN: Self = Self(1 << 14);
    /// Nothing but the clause before its comma: "…, nilai dia".
    pub(crate) const BEHIND: Self = Self(1 << 15);

    /// What is said as a noun phrase before it: "خبر را تکذیب کرد".
    pub(crate) const NOMINAL: Self = Self(1 << 16);

    /// What a pack's column says, words set apart by spaces.
    pub(super) fn of(column: &str) -> Self {
        let mut takes = Self::default();
        for word in column.split_whitespace() {
            takes.0 |= match word {
                "clause" => Self::CLAUSE.0 | Self::THAT.0,
                "that" => Self::THAT.0,
                "person" => Self::PERSON.0 | Self::THAT.0,
                "object" => Self::OBJECT.0,
                "to" => Self::INFINITIVE.0,
                "wh" => Self::QUESTION.0,
                "noun" => Self::NOUN.0,
                "relayed" => Self::RELAYED.0,
                "within" => Self::WITHIN.0,
                "whom" => Self::WHOM.0,
                "request" => Self::REQUEST.0,
                "shared" => Self::SHARED.0,
                "nobody" => Self::NOBODY.0,
                "subject" => Self::SUBJECT.0,
                "own" => Self::OWN.0,
                "behind" => Self::BEHIND.0,
                "nominal" => Self::NOMINAL.0,
                _ => 0,
            };
        }
        takes
    }

    /// Whether any of `other` is among them.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it takes nothing but words in marks.
    pub(crate) fn only_marks(self) -> bool {
        let more = Self::RELAYED.0
            | Self::WITHIN.0
            | Self::WHOM.0
            | Self::SHARED.0
            | Self::NOBODY.0
            | Self::SUBJECT.0
            | Self::OWN.0
            | Self::BEHIND.0;
        self.0 & !more == 0
    }

    /// Both sets together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
