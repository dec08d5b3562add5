//! Which clauses look ahead: "will meet on Friday".

use crate::dates::atoms::{Atom, What};
use crate::dates::lexicon::{Case, Lexicon, Sense};

/// What ends a clause between two atoms.
const BREAKS: [char; 8] = [',', '،', '，', '、', ';', '；', '؛', ':'];

/// Of each atom, whether it stands after a mark of the future in its clause, or anywhere in a
/// clause with a mark that holds for all of it.
pub(super) fn ahead(text: &str, atoms: &[Atom], lexicon: &Lexicon) -> Vec<bool> {
    let mut ahead = vec![false; atoms.len()];
    if atoms.iter().all(|atom| mark(atom, lexicon).is_none()) {
        return ahead;
    }
    let mut clause = 0;
    let mut opened = 0;
    let mut marked = false;
    for (at, atom) in atoms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        let between = before.and_then(|before| text.get(before.end..atom.start));
        if between.is_some_and(|between| between.contains(BREAKS))
            && !(marked && is_added(text, atoms, at))
        {
            clause = at;
            opened = at;
            marked = false;
        }
        if marked && closes_past(text, atom, lexicon) {
            for earlier in ahead.iter_mut().take(at).skip(opened) {
                *earlier = false;
            }
            marked = false;
        }
        match mark(atom, lexicon) {
            Some(true) => {
                marked = true;
                for earlier in ahead.iter_mut().take(at).skip(clause) {
                    *earlier = true;
                }
                // What is marked once need not be marked again.
                clause = at;
            }
            Some(false) => marked = true,
            None => {}
        }
        if let Some(slot) = ahead.get_mut(at) {
            *slot = marked;
        }
    }
    ahead
}

/// Whether nothing but a date stands between the mark before an atom and the next, so that it
/// belongs to the clause before: "sarà in Islanda, in ottobre."
fn is_added(text: &str, atoms: &[Atom], at: usize) -> bool {
    let plain = |between: Option<&str>| between.is_some_and(|b| !b.contains(char::is_alphanumeric));
    let start = at.checked_sub(1).and_then(|before| atoms.get(before));
    let joined = |pair: &[Atom]| match pair {
        [one, other] => text
            .get(one.end..other.start)
            .is_some_and(|between| between.trim().is_empty()),
        _ => false,
    };
    let rest = atoms.get(at..).unwrap_or_default();
    let more = rest.windows(2).take_while(|pair| joined(pair)).count();
    let (Some(start), Some(first), Some(last)) = (start, rest.first(), rest.get(more)) else {
        return false;
    };
    // Right behind the mark, which words may stand before.
    let between = text.get(start.end..first.start);
    let opens = plain(between.and_then(|between| between.rsplit(BREAKS).next()));
    let after = text.get(last.end..).unwrap_or_default().trim_start();
    opens && !after.starts_with(char::is_alphanumeric)
}

/// Whether a word that looks back ends its clause at an atom: "soll im Juli gekündigt haben".
fn closes_past(text: &str, atom: &Atom, lexicon: &Lexicon) -> bool {
    let What::Word(entry) = atom.what else {
        return false;
    };
    let senses = &lexicon.entry(entry).senses;
    senses.iter().any(|(sense, _)| *sense == Sense::Past) && {
        let rest = text.get(atom.end..).unwrap_or_default().trim_start();
        rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
    }
}

/// Whether an atom marks the future, and that for the whole clause.
fn mark(atom: &Atom, lexicon: &Lexicon) -> Option<bool> {
    match atom.what {
        What::Future(whole) => Some(whole),
        What::Word(entry) => {
            lexicon
                .entry(entry)
                .senses
                .iter()
                .find_map(|(sense, when)| match sense {
                    Sense::Future(whole) if atom.capital || when.case != Case::Capital => {
                        Some(*whole)
                    }
                    _ => None,
                })
        }
        _ => None,
    }
}
