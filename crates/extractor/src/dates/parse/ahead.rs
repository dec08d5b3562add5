//! Which clauses look ahead: "will meet on Friday".

use crate::dates::atoms::{Atom, What};
use crate::dates::lexicon::{Bound, Case, Lexicon, Sense, Side};

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
        // "گفت که": what is marked after it says nothing of the clause before.
        if between.is_some_and(|between| between.split(' ').any(|word| lexicon.opens_clause(word)))
        {
            clause = at;
        }
        // "گفت‌وگو کرد و": the verb has closed its clause in the past.
        if before.is_some_and(|_| follows_past(text, atoms, at, lexicon)) {
            clause = at;
            opened = at;
            marked = false;
        }
        if marked && closes_past(text, atoms, at, lexicon) {
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
            Some(false) => {
                marked = true;
                mark_before(text, atoms, (opened, at), lexicon, &mut ahead);
            }
            None => {}
        }
        if let Some(slot) = ahead.get_mut(at) {
            *slot = marked;
        }
    }
    ahead
}

/// How many words the subject may have between a day and its verb.
const SUBJECT: usize = 2;

/// How many atoms before a mark of the future are looked at.
const NEAR: usize = 12;

/// How many atoms a distance ("in two weeks") may have.
const DISTANCE: usize = 4;

/// How many a stretch with the word before it ("entre segunda e quarta-feira") may have, with an
/// article of the subject.
const STRETCH: usize = 6;

/// Marks what stands before a mark of the future and belongs to it: distances ("Через две недели
/// компания откроет"), and the day with which a clause begins right before its verb ("da martedì
/// tornerà").
fn mark_before(
    text: &str,
    atoms: &[Atom],
    (opened, at): (usize, usize),
    lexicon: &Lexicon,
    ahead: &mut [bool],
) {
    let senses = |place: usize| match atoms.get(place).map(|atom| atom.what) {
        Some(What::Word(entry)) => lexicon.entry(entry).senses.as_slice(),
        _ => &[],
    };
    let holds = |place: usize, test: fn(Sense) -> bool| senses(place).iter().any(|(s, _)| test(*s));
    // Far back stand distances of something else.
    for first in opened.max(at.saturating_sub(NEAR))..at {
        if holds(first, |s| matches!(s, Sense::Ago(1, Side::Before))) {
            let last = (first + DISTANCE).min(at);
            ahead
                .iter_mut()
                .take(last)
                .skip(first)
                .for_each(|a| *a = true);
        }
    }
    let joined = |place: usize| joined(text, atoms, place);
    let verb = matches!(atoms.get(at).map(|atom| atom.what), Some(What::Future(_)));
    let mut first = at;
    // "Во вторник утром Минтруд опубликует"
    let near = at.checked_sub(1).and_then(|last| {
        let between = text.get(atoms.get(last)?.end..atoms.get(at)?.start)?;
        let words = between.split(' ').filter(|word| !word.is_empty());
        (last > opened || opened == 0).then_some(())?;
        let few = between.starts_with(' ') && words.clone().count() <= SUBJECT;
        (few && !words.clone().any(|word| lexicon.opens_clause(word))).then_some(last)
    });
    let verb = verb || near.is_some();
    if let Some(last) = near {
        first = last;
    }
    while first > opened && at - first < STRETCH && joined(first) {
        first -= 1;
        // "Entre segunda e quarta-feira": the joint is one of the two ends.
        let ends = || first > 1 && holds(first - 2, |s| s == Sense::Bound(Bound::Between));
        if holds(first, |s| s == Sense::And) && !ends() {
            first += 1;
            break;
        }
    }
    let before = first.checked_sub(1).and_then(|place| atoms.get(place));
    let lead = text.get(before.map_or(0, |atom| atom.end)..atoms[first].start);
    // A clause begins with the text or behind a mark.
    let starts = lead.is_some_and(|lead| {
        let plain = !lead.contains(char::is_alphanumeric);
        let last = lead.rsplit(char::is_alphanumeric).next().unwrap_or(lead);
        plain && before.is_none() || last.contains(BREAKS)
    });
    let joint =
        before.is_some() && first > 0 && joined(first) && holds(first - 1, |s| s == Sense::And);
    if verb && first < at && (starts || joint) {
        ahead
            .iter_mut()
            .take(at)
            .skip(first)
            .for_each(|a| *a = true);
    }
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
fn closes_past(text: &str, atoms: &[Atom], at: usize, lexicon: &Lexicon) -> bool {
    is_past(text, atoms, at, lexicon) && {
        let end = atoms.get(at).map_or(text.len(), |atom| atom.end);
        let rest = text.get(end..).unwrap_or_default().trim_start();
        rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
    }
}

/// Whether the atom at `at` joins another clause to a verb in the past right before it.
fn follows_past(text: &str, atoms: &[Atom], at: usize, lexicon: &Lexicon) -> bool {
    let joins = matches!(atoms.get(at).map(|atom| atom.what), Some(What::Word(entry))
        if lexicon.entry(entry).senses.iter().any(|(sense, _)| *sense == Sense::And));
    joins && joined(text, atoms, at) && is_past(text, atoms, at - 1, lexicon)
}

/// Whether nothing but space stands between an atom and the one before it.
fn joined(text: &str, atoms: &[Atom], at: usize) -> bool {
    let pair = at
        .checked_sub(1)
        .and_then(|before| Some((atoms.get(before)?, atoms.get(at)?)));
    pair.and_then(|(one, other)| text.get(one.end..other.start))
        .is_some_and(|between| between.trim().is_empty())
}

/// Whether the word at `at` looks back; behind a mark of the future it is a part of that: "خواهد شد".
fn is_past(text: &str, atoms: &[Atom], at: usize, lexicon: &Lexicon) -> bool {
    let Some(What::Word(entry)) = atoms.get(at).map(|atom| atom.what) else {
        return false;
    };
    let senses = &lexicon.entry(entry).senses;
    let marked = || {
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        joined(text, atoms, at) && before.is_some_and(|before| mark(before, lexicon).is_some())
    };
    senses.iter().any(|(sense, _)| *sense == Sense::Past) && !marked()
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
