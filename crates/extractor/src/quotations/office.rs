//! Offices of the persons of an article, and who holds one that stands alone: "the secretary" of "Transport
//! Secretary X", الوزير.

use super::country;
use super::resolve::{bearer, hangs, named_person};
use super::speakers::Named;
use crate::NameKind;
use crate::lexicon::{Classes, fold};
use crate::words::{Shape, Words};

/// An office that the article gives somebody.
pub(super) struct Office {
    /// Folded.
    pub(super) title: String,
    at: usize,
    pub(super) name: String,
    /// Whether the name is a person's by more than its place.
    sure: bool,
    /// The code of the country that stands beside it.
    country: Option<&'static str>,
    /// Whether it is a noun that points back at a person, and no office.
    noun: bool,
}

/// The offices of the persons of the article: the folded title, where it stands, whose it is.
pub(super) fn offices(words: &Words, named: &Named) -> Vec<Office> {
    let mut offices = Vec::new();
    let mut next = 0;
    for i in 0..words.list.len() {
        // The president in "vice president" is none.
        let noun = !is_office(words, i);
        if i < next || noun && !words.lexicon.points_back(words.folded(i)) {
            continue;
        }
        let after = words.after(i);
        next = after;
        let parts = |k: usize| {
            words.is(k, Classes::VERB)
                || noun && words.is(k, Classes::COMPLEMENTISER)
                || parts_from_holder(words, named, k)
        };
        let holder = (after..(after + 6).min(words.list.len()))
            .take_while(|&k| {
                words.list[k].sentence == words.list[i].sentence
                    && !parts(k)
                    && words
                        .mark(k)
                        .is_none_or(|mark| matches!(mark, ',' | '-' | '،'))
            })
            .filter(|&k| !hangs(words, after, k))
            .find_map(|k| person(named, k))
            .or_else(|| {
                // "X, the spokesman" and "X 대변인".
                let back = (i.saturating_sub(3)..i)
                    .rev()
                    .find(|&k| !words.is(k, Classes::DETERMINER) && !words.list[k].is_mark())?;
                (!noun).then(|| person(named, back))?
            });
        let at = (holder.is_none() && !noun)
            .then(|| named_next(words, named, i))
            .flatten();
        let later = at.and_then(|at| person(named, at));
        if let Some((name, sure)) = holder.or(later) {
            offices.push(Office {
                title: title(words, i),
                at: at.unwrap_or(i),
                name,
                sure,
                country: country::of(words, i, after),
                noun,
            });
        }
    }
    offices
}

/// "قرر المدرب إبعاد اللاعب كريم": whether word `k`, which no list knows, has no article in a language that
/// writes it onto all that describes a noun with one.
fn parts_from_holder(words: &Words, named: &Named, k: usize) -> bool {
    let written = words.list[k].span.of(&words.document.article.text);
    words
        .lexicon
        .definite()
        .is_some_and(|article| article.chars().nth(1).is_some())
        && words.list[k].shape == Shape::Uncased
        && words.entry(k).is_none()
        && named.at(k).is_none()
        && !words.lexicon.is_definite(written)
}

/// Whether word `i` names an office, also where a list has it with its article among those who speak: "الوزيرة".
pub(super) fn is_office(words: &Words, i: usize) -> bool {
    let bare = || {
        let article = words.lexicon.definite()?;
        words.lexicon.alone(words.folded(i).strip_prefix(article)?)
    };
    words.is(i, Classes::TITLE)
        || words.list[i].reach == 1
            && words.is(i, Classes::SOURCE)
            && bare().is_some_and(|entry| entry.classes.has(Classes::TITLE))
}

/// "سخنگوی آتش‌نشانی از مهار حریق خبر داد. جلال ملکی گفت …": where articles do not show who is somebody new, the
/// name that opens the sentence behind one which an office alone opens, and that says what is reported.
fn named_next(words: &Words, named: &Named, i: usize) -> Option<usize> {
    let bare = !words.lexicon.has_determiners() && words.lexicon.definite().is_none();
    if !bare || !words.lexicon.has_prepositions() || !words.opens_sentence(i) {
        return None;
    }
    let end = words.end_of(words.list[i].sentence);
    let first = words.list.get(end)?;
    let known = (i..end).any(|k| named_person(named, k).is_some());
    let speaker = named_person(named, end)?;
    let behind = words.at(speaker.span.end);
    let own =
        |k: &usize| !words.is(*k, Classes::TITLE.and(Classes::SOURCE)) && !words.list[*k].is_mark();
    let verb = (behind..words.end_of(first.sentence))
        .take_while(own)
        .any(|k| words.is(k, Classes::VERB));
    (!known && verb).then_some(end)
}

fn person(named: &Named, i: usize) -> Option<(String, bool)> {
    let (_, name) = named.at(i)?;
    let sure = name.kind == NameKind::Person;
    Some((bearer(named, i)?.name?, sure))
}

pub(super) fn title(words: &Words, i: usize) -> String {
    let last = words.after(i) - 1;
    let span = words.list[i]
        .core
        .join(words.list[last.min(words.list.len() - 1)].core);
    fold(span.of(&words.document.article.text))
}

/// Whether a short form of an office stands for the whole: "secretary" for "Transport Secretary",
/// "ministro" for "ministro de Sanidad", "Minister" for "Gesundheitsminister", 部长 for 卫生部长, الوزير
/// for وزير الصحة, "bakan" for "sağlık bakanı".
pub(super) fn is_part_of_office(words: &Words, own: &str, office: &str) -> bool {
    let meta = &words.lexicon.pack.meta;
    let [own, office] = [own, office].map(|title| {
        let bare = words
            .lexicon
            .definite()
            .and_then(|article| title.strip_prefix(article));
        bare.unwrap_or(title)
    });
    let joined = !words.lexicon.is_spaced() || meta.noun_capitals;
    // "vice president", 副总理: another office.
    let deputy = |rest: &str| {
        let mut words = words.lexicon.pack.rows("deputies").map(|row| row.key());
        words.any(|word| {
            let part = |part: &str| part == fold(word);
            rest.split([' ', '-']).any(part)
                || joined && (rest.starts_with(word) || rest.ends_with(word))
        })
    };
    let ends = |rest: &str| (joined || rest.ends_with([' ', '-'])) && !deputy(rest);
    let opens = |rest: &str| rest.starts_with(' ') && !deputy(rest);
    // "وزیر خارجه" of "وزیر امور خارجه": its words in their order, from the first one on.
    let within = || {
        let mut rest = office.split(' ');
        let several = own.contains(' ') && own.split(' ').next() == office.split(' ').next();
        several && own.split(' ').all(|word| rest.any(|part| part == word)) && !deputy(office)
    };
    // The ending that says whose it is.
    let owned = |last: &str| {
        let ending = last.strip_prefix(own).map(|ending| ending.chars().count());
        meta.verb == lang::VerbPlace::Final && ending.is_some_and(|ending| ending <= OWNED)
    };
    office.strip_suffix(own).is_some_and(ends)
        || office.strip_prefix(own).is_some_and(opens)
        || office.rsplit(' ').next().is_some_and(owned) && !deputy(office)
        || within()
}

/// Letters of such an ending: "başkanı", "sözcüsü".
const OWNED: usize = 2;

/// Whom the noun at word `head` means that points back at `found`, where its country tells: "le dirigeant
/// allemand" is who holds an office of that country, and nobody who holds one of another.
pub(super) fn of_country(
    words: &Words,
    offices: &[Office],
    head: usize,
    found: Option<String>,
) -> Option<String> {
    let points = words.is(head, Classes::TITLE) || words.lexicon.points_back(words.folded(head));
    let country = country::of(words, head, words.after(head));
    let Some(country) = country.filter(|_| points) else {
        return found;
    };
    let told = || {
        let before = offices.iter().filter(|office| office.at < head);
        before.filter_map(|office| Some((office.country?, office.name.as_str())))
    };
    let mut own: Vec<&str> = told()
        .filter_map(|(of, name)| (of == country).then_some(name))
        .collect();
    own.sort_unstable();
    own.dedup();
    match own.as_slice() {
        [] => found.filter(|found| told().all(|(_, name)| name != found)),
        [name] => Some((*name).to_owned()),
        _ => None,
    }
}

/// The only person whom the article has called by the noun at word `i`, one that points back: "el exdirector
/// del banco, X" and then "el exdirector".
pub(super) fn called(words: &Words, offices: &[Office], i: usize) -> Option<String> {
    if !words.lexicon.points_back(words.folded(i)) {
        return None;
    }
    let own = title(words, i);
    let mut names = offices
        .iter()
        .filter(|office| office.noun && office.at < i && office.title == own)
        .map(|office| office.name.as_str());
    let first = names.next()?;
    names.all(|name| name == first).then(|| first.to_owned())
}

/// Who holds the office that word `i` names, if the article has told before; "the captain" of two
/// captains is nobody.
pub(super) fn holder(words: &Words, offices: &[Office], i: usize) -> Option<String> {
    let own = title(words, i);
    let part = |office: &str| is_part_of_office(words, &own, office);
    let whole = |office: &str| office == own;
    let country = country::of(words, i, words.after(i));
    let holders = |fits: &dyn Fn(&str) -> bool, sure: bool| {
        let found = offices.iter().filter(|office| {
            office.at < i
                && !office.noun
                && (office.sure || !sure)
                && fits(&office.title)
                // "the Ukrainian president" is not the French one.
                && (country.is_none() || office.country == country)
        });
        let mut names: Vec<&str> = found.map(|office| office.name.as_str()).collect();
        names.dedup();
        names
    };
    // "the secretary" of "Transport Secretary X", where there is no other.
    let found = [(true, true), (false, true), (true, false), (false, false)]
        .into_iter()
        .map(|(all, sure)| {
            if all {
                holders(&whole, sure)
            } else {
                holders(&part, sure)
            }
        })
        .find(|names| !names.is_empty())?;
    match found.as_slice() {
        [name] => Some((*name).to_owned()),
        _ => None,
    }
}
