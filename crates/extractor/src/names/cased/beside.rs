//! What the words beside a name tell of its kind, where neither its own words nor a title do.

use super::super::Candidate;
use crate::NameKind;
use crate::lexicon::{Classes, fold};
use crate::words::{Shape, Words};
use segmenter::Span;

/// A person is this old at most.
const OLDEST: u32 = 110;

/// Children's ages are often numbers of other things: "in Paris, 3".
const YOUNGEST: u32 = 10;

/// The kind of the name `first..last` of the sentence that starts at word `start`, if what stands
/// beside it tells.
pub(super) fn kind(words: &Words, (start, first, last): (usize, usize, usize)) -> Option<NameKind> {
    let before = first.checked_sub(1).filter(|&i| i >= start);
    if has_quote(words, first, last) {
        Some(NameKind::Person)
    } else if is_where(words, start, first, last) || ends_where(words, last - 1) {
        Some(NameKind::Place)
    } else if before.is_some_and(|i| is_bearer(words, i))
        || is_initial(words, first, last)
        || is_hyphenated(words, first, last)
        || has_particle(words, first, last)
        || has_surname(words, first, last)
        || is_aged(words, last)
        || (last - first > 1 || is_after_verb(words, start, first)) && is_described(words, last)
        || last - first == 1 && signs(words, start, first)
    {
        Some(NameKind::Person)
    } else if before.is_some_and(|i| is_named_place(words, start, i))
        || lies_in(words, last)
        || is_place_of(words, last)
        || last - first == 1 && is_from(words, start, first)
    {
        Some(NameKind::Place)
    } else if is_marked(words, first, last) {
        Some(NameKind::Organisation)
    } else {
        None
    }
}

/// "in Ibadan", "près de Rouen", but not "at Chambers' flat", "said in Smith".
fn is_where(words: &Words, start: usize, first: usize, last: usize) -> bool {
    let possessive = words.list[last - 1];
    let closed = possessive.core.end < possessive.span.end;
    // "Macron à Poutine : «…»": whom he tells it.
    let told = matches!(words.mark(last), Some(':'));
    if first <= start || closed || told {
        return false;
    }
    let one = words.lexicon.is_where(words.folded(first - 1));
    let two = first >= start + 2
        && words.lexicon.is_where(&format!(
            "{} {}",
            words.folded(first - 2),
            words.folded(first - 1)
        ));
    let listener = first >= start + 2 && words.is(first - 2, Classes::VERB);
    (one && !listener || two) && words.list[first - 1].shape != Shape::Upper
}

/// "firefighters from Porterville", "mineros de Villablino": a name that no list knows behind a
/// small word that leads to places more than to anything else, but not behind an office.
fn is_from(words: &Words, start: usize, first: usize) -> bool {
    let Some(small) = first.checked_sub(1).filter(|&i| i > start) else {
        return false;
    };
    let closed = words.list[first].core.end < words.list[first].span.end;
    let other = Classes::TITLE
        .and(Classes::VERB)
        .and(Classes::ATTRIBUTION)
        .and(Classes::CLAIM);
    // Of other nouns persons and things are the owners as often: "il gol di Gerrard".
    let dweller = words.is(small - 1, Classes::SOURCE.and(Classes::PLACE));
    let body = words
        .entry(small - 1)
        .is_some_and(|entry| entry.classes.has(Classes::THING) && entry.tag == "organisation");
    dweller
        && words.list[first].shape == Shape::Capital
        && words.entry(first).is_none()
        && words.lexicon.leads_from(words.folded(small))
        && words.list[small - 1].shape == Shape::Lower
        && !words.is(small - 1, other)
        && !body
        && !closed
}

/// "Bornova'da": an ending of where something is, set apart by an apostrophe.
fn ends_where(words: &Words, last: usize) -> bool {
    let word = words.list[last];
    let ending = Span::new(word.core.end, word.span.end).of(&words.document.article.text);
    if word.shape == Shape::Upper {
        return false;
    }
    let ending = ending.trim_start_matches(['\'', '’']);
    words.lexicon.ends_where(ending)
}

/// Whether the word at `i` tells what the person behind it is: "striker Emeka", "жителя Ивана".
fn is_bearer(words: &Words, i: usize) -> bool {
    let kinds = Classes::ORGANISATION
        .and(Classes::PLACE)
        .and(Classes::THING);
    words.list[i].shape == Shape::Lower
        && words.entry(i).is_some_and(|entry| {
            entry.classes.has(Classes::SOURCE) && entry.tag == "person" && !entry.classes.has(kinds)
        })
}

/// "A. P. Krishnan"
fn is_initial(words: &Words, first: usize, last: usize) -> bool {
    last - first > 2
        && words.core(first).chars().count() == 1
        && words.list[first].is_capital()
        && words.mark(first + 1) == Some('.')
        && words.core(last - 1).chars().count() > 2
}

/// "Lee Dong-hyun": the syllables of a given name.
pub(super) fn is_hyphenated(words: &Words, first: usize, last: usize) -> bool {
    let name = words.core(last - 1);
    last - first == 2
        && name.split_once('-').is_some_and(|(one, two)| {
            let syllable = |part: &str| (2..=6).contains(&part.chars().count());
            syllable(one)
                && syllable(two)
                && one.starts_with(char::is_uppercase)
                && two.chars().all(char::is_lowercase)
        })
}

/// 'Dale "Hawk" Petryshyn': a nickname in marks.
fn has_quote(words: &Words, first: usize, last: usize) -> bool {
    (first + 1..last).any(|i| matches!(words.mark(i), Some('"' | '“' | '”' | '„' | '«' | '»')))
}

/// "Ibrahim bin Saeed": a small word that stands in the names of persons only.
fn has_particle(words: &Words, first: usize, last: usize) -> bool {
    (first + 1..last.max(1) - 1).any(|i| {
        let person = |entry: &crate::lexicon::Entry| {
            entry.classes.has(Classes::PARTICLE) && entry.joins == "person"
        };
        words.list[i].shape == Shape::Lower && words.entry(i).is_some_and(person)
    })
}

/// "Wilmer Zambrano", "Chen Weiming": a usual surname behind what no list knows, or before it.
fn has_surname(words: &Words, first: usize, last: usize) -> bool {
    let plain =
        |i: usize| words.list[i].shape == Shape::Capital && words.core(i).chars().count() > 1;
    let known = |i: usize| words.is(i, Classes::SURNAME);
    let unknown = |i: usize| words.entry(i).is_none();
    match last - first {
        2 => {
            plain(first)
                && plain(last - 1)
                && (known(last - 1) && unknown(first) || known(first) && unknown(last - 1))
        }
        3 => {
            (first..last).all(plain)
                && known(last - 1)
                && unknown(first)
                && (unknown(first + 1) || known(first + 1))
        }
        _ => false,
    }
}

/// "Margaret Oyelaran, 61, …", "Emre Öztürk (24)", "Concetta Lo Presti, 83 anni"
fn is_aged(words: &Words, last: usize) -> bool {
    if !matches!(words.mark(last), Some(',' | '(')) {
        return false;
    }
    // "de 44 años"
    let small = words.is(last + 1, Classes::PARTICLE) && words.list.len() > last + 3;
    let number = last + 1 + usize::from(small);
    let Some(word) = words.list.get(number) else {
        return false;
    };
    let age = words.core(number).parse().unwrap_or(0);
    let old = (YOUNGEST..=OLDEST).contains(&age);
    let closed = !small && matches!(words.mark(number + 1), Some(',' | ')' | '.' | ';'));
    word.shape == Shape::Number
        && old
        && (closed || words.lexicon.is_year(words.folded(number + 1)))
}

/// "Domitila Choque, vecina de …": what the person named before a comma is.
fn is_described(words: &Words, last: usize) -> bool {
    let small = Classes::DETERMINER.and(Classes::STOP);
    words.mark(last) == Some(',') && {
        let noun = last + 1 + usize::from(words.is(last + 1, small));
        let same = words
            .list
            .get(noun)
            .is_some_and(|word| word.sentence == words.list[last].sentence);
        let title = words.entry(noun).is_some_and(|entry| {
            entry.classes.has(Classes::TITLE)
                || entry.classes.has(Classes::SOURCE) && entry.tag == "person"
        });
        // "in Paris, Minister Ana Ruiz said": who is named behind it speaks.
        let stop = words.after(noun);
        let other = words
            .list
            .get(stop)
            .is_some_and(crate::words::Word::is_capital)
            && !words.lexicon.pack.meta.noun_capitals;
        same && title && !other
    }
}

/// "kata Sumiati": whether a verb of speech stands right before word `first`.
fn is_after_verb(words: &Words, start: usize, first: usize) -> bool {
    first > start && words.is(first - 1, Classes::VERB)
}

/// "…," kata Sumiati: a word that no list knows behind the verb of words in marks.
fn signs(words: &Words, start: usize, first: usize) -> bool {
    let closed = first > start + 1
        && matches!(
            words.mark(first - 2),
            Some('"' | '”' | '»' | '“' | ',' | '—' | '–')
        )
        && (start..first - 1).any(|i| matches!(words.mark(i), Some('"' | '”' | '»' | '“')));
    is_after_verb(words, start, first)
        && closed
        && words.list[first].shape == Shape::Capital
        && words.entry(first).is_none()
}

/// "village of Unguwar Dosa", "isola di Sumatra", "Provinz Kundus"
fn is_named_place(words: &Words, start: usize, i: usize) -> bool {
    let small = |k: usize| {
        words.is(k, Classes::PARTICLE.and(Classes::DETERMINER))
            && words.list[k].shape == Shape::Lower
    };
    let mut at = i;
    let mut steps = 0;
    while steps < 2 && at > start && small(at) {
        at -= 1;
        steps += 1;
    }
    let capitals = words.lexicon.pack.meta.noun_capitals;
    (capitals || words.list[at].shape == Shape::Lower)
        && (steps == 0 || !capitals)
        && words.entry(at).is_some_and(|entry| {
            entry.classes.has(Classes::PLACE)
                || entry.classes.has(Classes::THING) && entry.tag == "place"
        })
}

/// "Osmancık ilçesi": the common noun of a place, written small behind its name.
fn is_place_of(words: &Words, last: usize) -> bool {
    words
        .list
        .get(last)
        .is_some_and(|word| word.shape == Shape::Lower)
        && words.entry(last).is_some_and(|entry| {
            entry.classes.has(Classes::PLACE)
                && entry.naming.is_empty()
                && !entry
                    .classes
                    .has(Classes::STOP.and(Classes::TITLE).and(Classes::SOURCE))
        })
}

/// "Omdurman, Sudan"
fn lies_in(words: &Words, last: usize) -> bool {
    words.mark(last) == Some(',')
        && words.listed(last + 1).is_some_and(|entry| {
            super::listed_kind(entry) == NameKind::Place && {
                let stop = words.after(last + 1);
                words.list.get(stop).is_none_or(|word| {
                    word.is_mark() && words.mark(stop) == Some(',') || words.mark(stop) == Some('.')
                })
            }
        })
}

/// «Коммерсантъ»: what stands in marks alone, in a language that puts the names of bodies there.
pub(super) fn is_marked(words: &Words, first: usize, last: usize) -> bool {
    words.lexicon.cases().inflects()
        && first
            .checked_sub(1)
            .is_some_and(|i| words.mark(i) == Some('«'))
        && words.mark(last) == Some('»')
}

/// "Kazada | Hasan Yurt", "Cenazeye | Sezen Aksu": the word behind the noun of where something is, which opens the
/// sentence before a whole name, in a language that sets endings off names.
pub(super) fn past_scene(words: &Words, sentence: usize, first: usize, stop: usize) -> usize {
    let scene = first == sentence
        && first + 2 < stop
        && words.entry(first).is_none()
        && words.list[first].core == words.list[first].span
        && words.lexicon.closes_scene(words.folded(first))
        && words.is(first + 1, Classes::GIVEN)
        && !words.list[first + 1].is_mark();
    first + usize::from(scene)
}

/// "Recep Tayyip Erdoğan | Soçi'de": the place behind a whole name, which its ending shows.
pub(super) fn place_behind(words: &Words, first: usize, stop: usize) -> Option<Candidate> {
    let last = stop.checked_sub(1).filter(|&last| last > first + 1)?;
    let capital = |i: usize| words.list[i].shape == Shape::Capital;
    let person = words.is(first, Classes::GIVEN) && (first..stop).all(capital);
    let own = Classes::GIVEN.and(Classes::SURNAME);
    (person && ends_where(words, last) && !words.is(last, own))
        .then(|| Candidate::sure(words, last, stop, NameKind::Place))
}

/// "aus Ahrbrück", "Lübeck-Travemünde": whether word `i`, in a language that gives every noun a capital, ends as the
/// names of settlements do where something can be without an article, or is a part of a place that a hyphen joins
/// to it.
pub(super) fn is_settlement(words: &Words, start: usize, i: usize) -> bool {
    let word = words.list[i];
    if !words.lexicon.pack.meta.noun_capitals
        || word.shape != Shape::Capital
        || words.is(i, Classes::GIVEN.and(Classes::SURNAME))
    {
        return false;
    }
    let printed = words.core(i);
    if let Some((place, part)) = printed.split_once('-') {
        let known = words.lexicon.listed(place);
        let capital = part.starts_with(char::is_uppercase) && !part.contains('-');
        return words.entry(i).is_none()
            && capital
            && !words.lexicon.knows(&fold(part))
            && known.is_some_and(|entry| {
                !entry.common && super::listed_kind(entry) == NameKind::Place
            });
    }
    let led = i > start
        && words.list[i - 1].shape != Shape::Upper
        && words.lexicon.is_where(words.folded(i - 1));
    led && words.entry(i).is_none()
        && !words.lexicon.is_time(words.folded(i))
        && printed.chars().count() >= SETTLEMENT
        && words.lexicon.ends_as("settlement", words.folded(i))
}

/// The name of a settlement has so many letters at least.
const SETTLEMENT: usize = 7;
