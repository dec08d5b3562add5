//! What small words and the endings of words do in a clause.

/// How a small word builds clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Role {
    /// It is no such word.
    #[default]
    None,
    /// Makes a passive with a participle: "was".
    Be,
    /// Stands between subject and verb and is a verb: "has", "would".
    Auxiliary,
    /// Stands between subject and verb: "not", "also".
    Inner,
    /// Opens an indirect question: "whether", "how".
    Question,
    /// Opens a relative clause: "which".
    Relative,
    /// Opens a clause that hangs on another: "because".
    Subordinator,
    /// Opens a clause set against another: "while", "although".
    Concession,
    /// Joins clauses: "and".
    Coordinator,
    /// Opens an infinitive: "to".
    Infinitive,
    /// Governs a noun phrase: "of".
    Preposition,
    /// Tells when: "Monday", "yesterday".
    Time,
    /// A verb in the mood of reported speech: "sei".
    Reported,
    /// A verb in the conditional, which can stand for that mood: "hätten".
    Conditional,
    /// Another verb with its person: "ist".
    Finite,
    /// A verb that with an infinitive of the past passes on what is said: "soll gesagt haben".
    Hearsay,
    /// Makes a passive with a participle and has no person: "worden".
    Passive,
    /// Leads to what something is called: "bezeichnete ihn als".
    As,
    /// Closes what a preposition opens: 在信中.
    Frame,
    /// Points at somebody of whom the article has told: "این", "इस".
    Pointing,
    /// Who speaks, so that the verb beside it stands in no mood of reported speech: "ich".
    First,
}

impl Role {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "be" => Self::Be,
            "reported" => Self::Reported,
            "conditional" => Self::Conditional,
            "finite" => Self::Finite,
            "hearsay" => Self::Hearsay,
            "as" => Self::As,
            "first" => Self::First,
            "passive" => Self::Passive,
            "auxiliary" => Self::Auxiliary,
            "inner" => Self::Inner,
            "question" => Self::Question,
            "relative" => Self::Relative,
            "subordinator" => Self::Subordinator,
            "concession" => Self::Concession,
            "coordinator" => Self::Coordinator,
            "infinitive" => Self::Infinitive,
            "preposition" | "agent" | "view" | "aside" | "purpose" => Self::Preposition,
            "time" => Self::Time,
            "frame" => Self::Frame,
            "pointing" => Self::Pointing,
            _ => Self::None,
        }
    }
}

/// What the ending of a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// A verb that shares the subject of another: "saying".
    Participle,
    /// The same, in a language whose clauses are told by their complementisers: "afirmando".
    Gerund,
    /// It stands between subject and verb: "repeatedly".
    Adverb,
    /// A verb in the past: "visited".
    Past,
    /// A verb of one subject, a noun of many things: "visits", "voters".
    Third,
    /// A noun of something that cannot speak: "Zuversicht", "Dunkelheit".
    Abstract,
    /// An adjective that shows a case: behind "der" no subject, as in "der englischen Zeitung".
    Weak,
    /// A verb in the mood of reported speech: "kritisiere".
    Reported,
    /// A noun that names its source and tells that it says something: "Polizeiangaben".
    Claim,
    /// What somebody is asked to do: "retirarse", "прекратить", "durdurmasını".
    Request,
    /// A verb that stands before the noun of who does it: "belirten".
    Attributive,
}

impl Ending {
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "participle" => Self::Participle,
            "gerund" => Self::Gerund,
            "adverb" => Self::Adverb,
            "past" => Self::Past,
            "third" => Self::Third,
            "abstract" => Self::Abstract,
            "weak" => Self::Weak,
            "reported" => Self::Reported,
            "claim" => Self::Claim,
            "request" => Self::Request,
            "attributive" => Self::Attributive,
            _ => return None,
        })
    }
}
