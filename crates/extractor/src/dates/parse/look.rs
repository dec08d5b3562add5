//! Looking at the atoms around a place.

use super::Parser;
use crate::dates::atoms::{Gap, Number, What};
use crate::dates::lexicon::{Case, Sense, Unit};
use crate::dates::reading::Amount;

impl Parser<'_> {
    /// The senses of the atom at `at` that its spelling allows.
    pub(super) fn senses(&self, at: usize) -> impl Iterator<Item = (Sense, bool)> + '_ {
        let atom = self.atoms.get(at);
        let entry = atom.and_then(|atom| match atom.what {
            What::Word(entry) => Some(self.lexicon.entry(entry)),
            _ => None,
        });
        let capital = atom.is_some_and(|atom| atom.capital);
        let ahead = self.looks_ahead(at);
        // "25 de Abril de 1974"
        let dated = capital && at > 1 && self.is_glue(at - 1) && self.is_number(at - 2);
        let named =
            capital && !dated && !self.is_number(at + 1) && (at == 0 || !self.is_number(at - 1));
        entry
            .into_iter()
            .flat_map(|entry| entry.senses.iter())
            .filter(move |(_, when)| {
                let spelled = match when.case {
                    Case::Any => true,
                    Case::Capital => capital,
                    Case::Lower => !named,
                };
                spelled && (!when.ahead || ahead)
            })
            .map(|(sense, when)| (*sense, when.near))
    }

    /// Whether the word at `at` may be glue, however it is spelled.
    fn is_glue(&self, at: usize) -> bool {
        let Some(What::Word(entry)) = self.atoms.get(at).map(|atom| atom.what) else {
            return false;
        };
        let senses = &self.lexicon.entry(entry).senses;
        senses.iter().any(|(sense, _)| *sense == Sense::Glue)
    }

    pub(super) fn is(&self, at: usize, test: impl Fn(Sense) -> bool) -> bool {
        self.senses(at).any(|(sense, _)| test(sense))
    }

    /// Whether the word at `at` is a part of the day that needs no preposition.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let Some(What::Word(entry)) = self.atoms.get(at).map(|atom| atom.what) else {
            return false;
        };
        let senses = &self.lexicon.entry(entry).senses;
        senses.iter().any(|(_, when)| when.alone)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.capital)
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.atoms.get(at).map_or(Gap::Other, |atom| atom.gap)
    }

    /// Whether the atom at `at` follows the one before without a break.
    pub(super) fn follows(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::None | Gap::Space)
    }

    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.atoms.get(at)?.what {
            What::Number(number) => Some(number),
            What::Word(_) => self
                .senses(at)
                .find_map(|(sense, _)| match sense {
                    Sense::Number(value) | Sense::Ordinal(value) => Some(Number {
                        value,
                        digits: if value > 999 { 4 } else { 2 },
                        ordinal: matches!(sense, Sense::Ordinal(_)),
                        decade: false,
                        short: false,
                    }),
                    _ => None,
                })
                .or(self.atoms.get(at)?.number),
            _ => None,
        }
    }

    /// Whether the atom at `at` is digits.
    fn is_number(&self, at: usize) -> bool {
        matches!(
            self.atoms.get(at).map(|atom| atom.what),
            Some(What::Number(_))
        )
    }

    /// The text after the atom at `at`.
    pub(super) fn rest(&self, at: usize) -> &str {
        let end = self.atoms.get(at).map_or(self.text.len(), |atom| atom.end);
        self.text.get(end..).unwrap_or_default()
    }

    /// Whether the clause around the atom at `at` looks ahead of it.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        self.ahead.get(at).is_some_and(|ahead| *ahead)
    }

    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        if self.is(at, |s| s == Sense::Few) {
            return Some(Amount::Few);
        }
        if self.is(at, |s| s == Sense::Article) {
            return Some(Amount::Number(1));
        }
        self.number(at)
            .filter(|number| !number.ordinal && !number.decade)
            .map(|number| Amount::Number(number.value))
    }

    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        self.senses(at).find_map(|(sense, _)| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    pub(super) fn mark(&self, at: usize, wanted: Unit) -> bool {
        self.follows(at) && self.is(at, |s| s == Sense::Mark(wanted))
    }

    /// The first atom at or after `at` that is not glue, if all between follow closely.
    pub(super) fn past_glue(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            if !self.is(at, |s| s == Sense::Glue) {
                break;
            }
            at += 1;
        }
        at
    }

    /// The atom before `at` that is not glue.
    pub(super) fn before_glue(&self, at: usize) -> usize {
        let mut before = at.saturating_sub(1);
        for _ in 0..2 {
            if before > 0 && self.is(before, |s| s == Sense::Glue) {
                before -= 1;
            }
        }
        before
    }

    /// Whether a closing parenthesis follows: "terça-feira (30)".
    pub(super) fn closes(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            self.text
                .get(atom.end..)
                .is_some_and(|rest| rest.starts_with([')', '）']))
        })
    }
}
