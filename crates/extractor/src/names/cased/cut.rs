//! Where listed names cut a run of capitals: "МИД КНР | Линь Цзянь", "Hamás y Fatah".

use super::super::listed_kind;
use super::{holds_at, is_full_name, is_oblique, opens_firm, said_at};
use crate::NameKind;
use crate::lexicon::{Classes, Entry};
use crate::words::{Shape, Words};

/// A part of a run of capitals.
pub(super) enum Piece<'e> {
    /// A territory or a well-known name.
    Listed(usize, usize, &'e Entry),
    /// What stands between.
    Run(usize, usize),
}

/// Cuts a run of capitals at the listed names in it: "МИД КНР Линь Цзянь", "Hamás y Fatah".
pub(super) fn cut(words: &Words, first: usize, stop: usize, mut give: impl FnMut(Piece)) {
    let mut from = first;
    let mut i = first;
    while i < stop {
        let reach = words.list[i].reach.clamp(1, stop - i);
        let after = i + reach;
        // "Donald Trump": a surname that a list knows alone is part of the name around it; "Путин и Макрон" are two.
        let whole = (i == from || joins(words, i - 1)) && (after == stop || joins(words, after));
        let own = |entry: &&Entry| whole || listed_kind(entry) != NameKind::Person;
        if let Some(entry) = words.listed(i).filter(own) {
            let land = of_land(words, entry, after, stop);
            if let Some(land) = land.filter(|_| from == i) {
                give(Piece::Listed(i, land, entry));
                from = land;
                i = land;
                continue;
            }
            match place_in_run(words, entry, (from, i), (after, stop)) {
                Place::Alone => {
                    if from < i {
                        give(Piece::Run(from, i));
                    }
                    give(Piece::Listed(i, after, entry));
                    from = after;
                }
                Place::Closing => {
                    give(Piece::Run(from, after));
                    from = after;
                }
                Place::Inside => {}
            }
        }
        i = after;
    }
    if from < stop {
        give(Piece::Run(from, stop));
    }
}

/// Whether word `i` is the small word between two names: "Путин и Макрон".
fn joins(words: &Words, i: usize) -> bool {
    words.list[i].shape == Shape::Lower && words.entry(i).is_some_and(|entry| entry.joins == "and")
}

/// "Минфин США", "Минобороны Чехии": the end of the country behind a body at `after` whose authority it is, where
/// the cases show that it belongs to it.
fn of_land(words: &Words, body: &Entry, after: usize, stop: usize) -> Option<usize> {
    let land = words
        .listed(after)
        .filter(|land| listed_kind(land) == NameKind::Place && after < stop)?;
    let owned = is_oblique(words, after) || words.list[after].shape == Shape::Upper;
    (words.lexicon.cases().inflects()
        && listed_kind(body) == NameKind::Organisation
        && land.classes.has(Classes::TERRITORY)
        && owned)
        .then(|| words.after(after).min(stop))
}

/// What a listed name is in its run.
enum Place {
    /// A name of its own.
    Alone,
    /// The last part of an organisation's name, which another name follows.
    Closing,
    /// Part of a longer name: "New York Times".
    Inside,
}

fn place_in_run(
    words: &Words,
    entry: &Entry,
    before: (usize, usize),
    after: (usize, usize),
) -> Place {
    let makes = |(from, to): (usize, usize)| {
        (from..to).any(|i| words.is(i, Classes::ORGANISATION.and(Classes::PLACE)))
    };
    // "Consiglio europeo | António Costa": a surname that is the noun of a place makes none.
    // "U.S. | Drought Monitor"
    let closed = after.1 - after.0 > 1 && words.lexicon.closes_body(words.folded(after.1 - 1));
    let made_behind = !is_full_name(words, after.0, after.1) && (makes(after) || closed);
    if before.0 == before.1 && after.0 == after.1 {
        return Place::Alone;
    }
    // "Leandro Bosch": many a firm has its founder's name.
    if (1..=2).contains(&(before.1 - before.0))
        && (before.0..before.1).all(|i| words.is(i, Classes::GIVEN))
        && listed_kind(entry) == NameKind::Organisation
        && !makes(before)
        && before.1 + 1 == after.0
    {
        return Place::Inside;
    }
    // "a déclaré à Lyon | Claire Fontanel": where it was said, then who said it.
    if before.0 == before.1
        && listed_kind(entry) == NameKind::Place
        && after.1 - after.0 == 2
        && said_at(words, before.0)
        && !made_behind
    {
        return Place::Alone;
    }
    // "Honduras y Guatemala", "Au Pérou"
    let listing = after.0 < after.1 && joins(words, after.0);
    let small = before.1 - before.0 == 1
        && words.opens_part(before.0)
        && words.is(before.0, Classes::STOP)
        && !words.lexicon.pack.meta.noun_capitals;
    if (before.0 == before.1 || small) && (listing || after.0 == after.1) {
        return Place::Alone;
    }
    // "из Чехии | Томаш Глоушек"
    if before.0 == before.1
        && listed_kind(entry) == NameKind::Place
        && after.1 - after.0 == 2
        && before.0 > 0
        && words.lexicon.is_where(words.folded(before.0 - 1))
        && (is_oblique(words, before.1)
            || words.is(after.0, Classes::GIVEN)
            || words.is(after.1 - 1, Classes::SURNAME))
        && !made_behind
    {
        return Place::Alone;
    }
    // "тренер сборной Норвегии | Сигурд Слеттемарк": whose the noun before it is.
    if before.0 == before.1
        && listed_kind(entry) == NameKind::Place
        && after.1 - after.0 == 2
        && before.0 > 0
        && words.list[before.0 - 1].shape == Shape::Lower
        && is_oblique(words, before.1)
        && !makes(after)
    {
        return Place::Alone;
    }
    // "al exalcalde de Manta | Wilmer Zambrano": where the office is, then who holds it.
    if before.0 == before.1
        && listed_kind(entry) == NameKind::Place
        && after.1 - after.0 >= 2
        && holds_at(words, before.0)
        && !made_behind
    {
        return Place::Alone;
    }
    // "Meteoroloji Genel Müdürlüğü | Karadeniz": where the noun of a body stands last, its name ends with that.
    if words.lexicon.pack.meta.verb == lang::VerbPlace::Final
        && before.0 < before.1
        && words.is(before.1 - 1, Classes::ORGANISATION)
        && listed_kind(entry) == NameKind::Place
        && after.0 == after.1
    {
        return Place::Alone;
    }
    if makes(before) {
        // "PT Pertamina | Patra Niaga": behind the form of a firm only a person ends its name.
        let firm = (before.0..before.1).any(|i| opens_firm(words, i))
            && !(after.0..after.1).any(|i| words.is(i, Classes::GIVEN));
        return if after.0 < after.1 && !made_behind && !firm {
            Place::Closing
        } else {
            Place::Inside
        };
    }
    if made_behind {
        return Place::Inside;
    }
    // "Sprinter Korea Selatan", "Presiden Indonesia Joko Widodo": whose the bearer of a role is.
    // "Perdana Menteri Jepang Akira Morishita"
    let one = words.after(before.0) == before.1;
    let office = words.is(before.0, Classes::SOURCE)
        || before.1 - before.0 > 1 && words.is(before.0, Classes::TITLE);
    let role = one
        && before.0 < before.1
        && office
        && !words.is(before.0, Classes::GIVEN)
        && after.1 - after.0 != 1;
    // "Bupati Sidoarjo | Subandi": where the office is, then a person of one name.
    let holder = one
        && before.0 < before.1
        && words.is(before.0, Classes::TITLE)
        && !words.is(before.0, Classes::GIVEN)
        && after.1 - after.0 == 1
        && words.list[after.0].shape == Shape::Capital
        && !words.is(after.0, Classes::TITLE.and(Classes::STOP))
        && !words.lexicon.has_determiners()
        && !words.lexicon.pack.meta.noun_capitals
        && listed_kind(entry) == NameKind::Place;
    let owned = match before.1 - before.0 {
        // "мэр Казани Ильсур Метшин"
        0 => {
            after.1 - after.0 == 2
                && before.0 > 0
                && words.is(before.0 - 1, Classes::TITLE.and(Classes::SOURCE))
        }
        // "Товарооборот России": the first word of a sentence has its capital from there.
        1 => words.entry(before.0).is_none() && words.opens_part(before.0),
        _ => false,
    };
    if role || holder || owned && is_oblique(words, before.1) {
        return Place::Alone;
    }
    let joined = before.0 < before.1 && words.is(before.1 - 1, Classes::PARTICLE);
    let short = words.list[before.1].shape == Shape::Upper;
    if joined
        || short
        || words.lexicon.pack.meta.noun_capitals
        || entry.tag.starts_with("organisation:")
        || words.is(after.0, Classes::TITLE.and(Classes::GIVEN)) && after.0 < after.1
    {
        Place::Alone
    } else {
        Place::Inside
    }
}
