//! Names in scripts with capitals.

mod beside;
mod body;
mod cut;
mod run;
mod small;
mod together;

use cut::{Piece, cut};
use run::Run;
use small::{opened_small, small, small_particles};

use super::{Candidate, in_title, listed_kind, span_of};
use crate::NameKind;
use crate::lexicon::{Classes, Entry, Role, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

/// A sentence in which more than this share of the words has a capital is a headline in title
/// case: there a capital says nothing.
const TITLE_CASE: f32 = 0.6;

/// So many small words has a sentence at the least that a full stop closes and that only has many names.
const SMALL: usize = 1;

/// Adds the names of the sentence of words `start..end`.
pub(super) fn find(words: &Words, start: usize, end: usize, candidates: &mut Vec<Candidate>) {
    let (mut letters, mut capitals) = (0, 0);
    for word in &words.list[start..end] {
        letters += usize::from(matches!(
            word.shape,
            Shape::Lower | Shape::Capital | Shape::Upper
        ));
        capitals += usize::from(word.is_capital());
    }
    // "Cenazeye Sezen Aksu, Tarkan ve Haluk Bilginer katıldı.": no headline has a full stop.
    let closed = (start..end)
        .rev()
        .take(2)
        .any(|i| words.mark(i) == Some('.'));
    // "In May Anna Keller had gone.": where small words tell most of a clause, its few capitals do not.
    let articled = words.lexicon.has_clauses();
    let told = closed && !articled && letters - capitals >= SMALL;
    let shouting = letters > 3 && !told && capitals as f32 > TITLE_CASE * letters as f32;
    let from = candidates.len();
    let mut i = start;
    while i < end {
        if !words.list[i].is_capital() {
            let reach = words.list[i].reach;
            if let Some(entry) = small(words, i, end) {
                candidates.push(Candidate {
                    first: i,
                    end: i + reach,
                    span: span_of(words, i, i + reach),
                    kind: listed_kind(entry),
                    tag: entry.tag,
                    sure: true,
                });
                i += reach;
            } else if let Some((kind, stop)) = opened_small(words, i, end) {
                candidates.push(Candidate::sure(words, i, stop, kind));
                i = stop;
            } else if let Some(stop) = small_particles(words, start, i, end) {
                candidates.push(Candidate::sure(words, i, stop, NameKind::Person));
                i = stop;
            } else {
                i += 1;
            }
            continue;
        }
        // "L'Observatoire syrien des droits de l'homme (OSDH)": the article has its capital from the sentence.
        if is_article(words, i, end) {
            i += 1;
            continue;
        }
        if let Some(places) = joined_places(words, i) {
            candidates.extend(places);
            i += 1;
            continue;
        }
        if let Some((kind, stop)) = in_marks(words, i, end) {
            candidates.push(Candidate::sure(words, i, stop, kind));
            i = stop;
            continue;
        }
        if let Some(stop) = body::end(words, i, end) {
            candidates.push(Candidate::sure(words, i, stop, NameKind::Organisation));
            i = stop;
            continue;
        }
        if let Some((first, stop)) = together::hyphened_body(words, i, run_end(words, i, end)) {
            candidates.push(Candidate::sure(words, first, stop, NameKind::Organisation));
            i = stop;
            continue;
        }
        let run = run_end(words, i, end);
        // "Доцент Казанского федерального университета"
        let inner = (i + 1..run)
            .filter(|_| words.lexicon.cases().inflects())
            .find_map(|k| Some((k, body::end(words, k, end)?)));
        let stop = inner.map_or(run, |(first, _)| first);
        cut(words, i, stop, |piece| match piece {
            // "10.000 Franken"
            Piece::Listed(first, last, _) if is_unit(words, first, last) => {}
            Piece::Listed(first, last, entry) => candidates.push(Candidate {
                first,
                end: last,
                span: span_of(words, first, last),
                // «Сочи»: of a place's name in marks the club or the firm is meant.
                kind: if beside::is_marked(words, first, last) {
                    NameKind::Organisation
                } else {
                    listed_kind(entry)
                },
                tag: if listed_kind(entry) == NameKind::Person {
                    ""
                } else {
                    entry.tag
                },
                sure: true,
            }),
            Piece::Run(first, last) => {
                Run::new(words, start, first, last, shouting).read(candidates);
            }
        });
        i = stop;
        if let Some((first, stop)) = inner {
            candidates.push(Candidate::sure(words, first, stop, NameKind::Organisation));
            i = stop;
        }
    }
    if !shouting {
        for i in start..end {
            for name in in_title(words, i) {
                let known = |other: &Candidate| other.span.overlaps(name.span);
                if !candidates[from..].iter().any(known) {
                    candidates.push(name);
                }
            }
        }
        candidates[from..].sort_by_key(|candidate| candidate.span.start);
        together::tell(words, start, &mut candidates[from..]);
    }
}

/// Whether an article that is written onto the noun of a body opens its sentence at word `i`: "L'Agence
/// régionale de santé".
fn is_article(words: &Words, i: usize, end: usize) -> bool {
    words.opens_part(i)
        && words.list[i].reach == 1
        && i + 1 < end
        && words.list[i].span.end == words.list[i + 1].span.start
        && words.is(i, Classes::DETERMINER)
        && words.listed(i + 1).is_none()
        && words.is(i + 1, Classes::ORGANISATION)
}

/// "Konya-Ankara yolu": places that a hyphen joins, each with a name of its own.
fn joined_places(words: &Words, i: usize) -> Option<Vec<Candidate>> {
    let core = words.list[i].core;
    let printed = core.of(&words.document.article.text);
    if words.entry(i).is_some() || !printed.contains('-') {
        return None;
    }
    let mut at = core.start;
    let mut place = |part: &str| {
        let span = Span::new(at, at + part.len());
        at = span.end + 1;
        let entry = words.lexicon.listed(part)?;
        (listed_kind(entry) == NameKind::Place && !entry.common).then(|| Candidate {
            tag: entry.tag,
            ..Candidate::of_span(i, i + 1, span, NameKind::Place)
        })
    };
    printed.split('-').map(&mut place).collect()
}

/// Whether a listed name behind a number is a unit of the same form.
fn is_unit(words: &Words, first: usize, last: usize) -> bool {
    first > 0
        && last == first + 1
        && words.list[first - 1].shape == Shape::Number
        && words.lexicon.is_unit(words.core(first))
}

/// In marks a name has so many words at most.
const MARKED: usize = 4;

/// The kind and the end of a name in marks that opens at word `i`, behind the noun of what it
/// means: "профсоюз «Единство шахтёров»".
fn in_marks(words: &Words, i: usize, end: usize) -> Option<(NameKind, usize)> {
    let noun = i.checked_sub(2)?;
    let opened = matches!(words.mark(i - 1), Some('«' | '„' | '“' | '"' | '»'));
    let same = words.list[noun].sentence == words.list[i].sentence;
    let kind = match words.entry(noun)?.classes {
        thing if thing.has(Classes::ORGANISATION) => NameKind::Organisation,
        thing if thing.has(Classes::THING) && words.entry(noun)?.tag == "organisation" => {
            NameKind::Organisation
        }
        thing if thing.has(Classes::PLACE) => NameKind::Place,
        thing if thing.has(Classes::THING) => NameKind::Other,
        _ => return None,
    };
    let stop = (i..end).find(|&k| words.list[k].is_mark())?;
    let closed = matches!(words.mark(stop), Some('»' | '“' | '”' | '"' | '«'));
    let verb = (i..stop).any(|k| words.is(k, Classes::VERB.and(Classes::PRONOUN)));
    (opened && same && closed && stop - i <= MARKED && !verb).then_some((kind, stop))
}

/// Whether a small word behind a verb of speech stands before word `i`: "a déclaré à Lyon".
fn said_at(words: &Words, i: usize) -> bool {
    i > 0
        && words.is(i - 1, Classes::STOP)
        && (2..=3).any(|back| i >= back && words.is(i - back, Classes::VERB))
}

/// Whether word `i` names to whom something is said, behind a verb of speech and what leads to a
/// listener: "contó a la emisora local", "commenta ai microfoni di"; what is no `body` stands behind no
/// word that leads to a place as well.
fn told_to(words: &Words, start: usize, i: usize, body: bool) -> bool {
    let verb = (start.max(i.saturating_sub(LISTENER))..i)
        .rev()
        .take_while(|&k| !words.list[k].is_mark())
        .find(|&k| words.is(k, Classes::VERB));
    let Some(verb) = verb else { return false };
    let led = (verb + 1..i)
        .find(|&k| words.after(verb) <= k && !words.lexicon.is_day(words.folded(k)))
        .is_some_and(|k| {
            matches!(words.role(k), Role::Infinitive | Role::Preposition)
                && !words.lexicon.is_agent(words.folded(k))
                && (body || !words.lexicon.is_where(words.folded(k)))
        });
    led && !(verb + 1..i).any(|k| words.is(k, Classes::TITLE))
        && words.lexicon.has_determiners()
        && !words.lexicon.pack.meta.noun_capitals
}

/// A listener is named at most so many words behind the verb.
const LISTENER: usize = 7;

/// Whether an office and a small word stand before word `i`: "exalcalde de Manta".
fn holds_at(words: &Words, i: usize) -> bool {
    i > 1
        && words.is(i - 1, Classes::PARTICLE)
        && words.list[i - 1].shape == Shape::Lower
        && words.is(i - 2, Classes::TITLE)
}

/// Whether the listed name at word `i` stands in another case than the nominative.
fn is_oblique(words: &Words, i: usize) -> bool {
    let printed = words.core(i);
    let nominative = |list| {
        let mut rows = words.lexicon.pack.rows(list);
        rows.any(|row| row.key() == printed)
    };
    words.lexicon.cases().inflects()
        && words.list[i].reach == 1
        && !nominative("territories")
        && !nominative("known_names")
}

/// The word after the run of capitals, with the particles and initials inside it, that starts at
/// word `first`.
fn run_end(words: &Words, first: usize, end: usize) -> usize {
    let mut stop = first + words.list[first].reach.min(end - first);
    let mut organisation = false;
    loop {
        organisation |= words.is(stop - 1, Classes::ORGANISATION);
        // "Republic of Tavira"
        let realm = words
            .entry(stop - 1)
            .is_some_and(|entry| entry.naming == "of");
        // A possessive closes the name: "China's Xi".
        let last = words.list[stop - 1];
        let plural = Span::new(last.core.end, last.span.end)
            .of(&words.document.article.text)
            .chars()
            .count()
            == 1
            && words.is(stop, Classes::ORGANISATION)
            && stop < end;
        // "Teachers' Union"
        if last.core.end < last.span.end && !plural {
            return stop;
        }
        // "Карл III" is of two scripts.
        let capital = |i: usize| {
            i < end
                && words.list[i].is_capital()
                // "Рейс Москва-Сочи"
                && joined_places(words, i).is_none()
                && (is_latin(words, i) == is_latin(words, stop - 1) || is_numeral(words, i))
        };
        // "J. Smith", "VI. Sixtus"
        let initial = last.span.len() <= 2 && last.shape == Shape::Capital
            || is_numeral(words, stop - 1)
                && (stop - 1 == first || words.is(stop - 2, Classes::TITLE));
        if initial && words.mark(stop) == Some('.') && capital(stop + 1) {
            stop += 2;
            continue;
        }
        if capital(stop) {
            stop += words.list[stop].reach.min(end - stop).max(1);
            continue;
        }
        if let Some(close) = nickname(words, first, stop, end) {
            stop = close + 2;
            continue;
        }
        // "Bergmann & Partner"
        if words.mark(stop) == Some('&') && capital(stop + 1) {
            stop += 2;
            continue;
        }
        // "Wasserstraßen- und Schifffahrtsverwaltung"
        let halved = words.mark(stop) == Some('-')
            && words.lexicon.pack.meta.noun_capitals
            && words.list[stop].span.start == last.span.end
            && words.role(stop + 1) == Role::Coordinator
            && capital(stop + 2)
            && words.is(stop + 2, Classes::ORGANISATION)
            && stop == first + 1;
        if halved {
            return stop + 3;
        }
        let mut after = stop;
        while after < end && after < stop + 3 && words.is(after, Classes::PARTICLE) {
            let joins = words.entry(after).map_or("", |entry| entry.joins);
            // "Police on Malta", "Constitutional Court on Friday"
            let place = joins == "on"
                && (words.listed(after + 1).is_some()
                    || words.lexicon.is_time(words.folded(after + 1)));
            // "sagte Meier zu Lang"
            let given = words.is(stop - 1, Classes::GIVEN.and(Classes::TITLE))
                || words.core(stop - 1).contains('-');
            let told = joins == "given" && !given;
            let behind = joins == "behind" && after == stop && !organisation;
            let both = joins == "and" && !organisation && {
                let one = stop - first > 1 || words.is(first, Classes::GIVEN);
                let lone = stop - first == 1 && capital(after + 1) && !capital(after + 2);
                one && capital(after + 1)
                    && (capital(after + 2) || words.is(after + 1, Classes::GIVEN))
                    || lone
            };
            // "Ana Ruiz | y la Plataforma", "Hospital Sur | y la Universidad del Norte"
            let another = matches!(joins, "and" | "of")
                && words.role(after) == Role::Coordinator
                && after + 2 < end
                && words.is(after + 1, Classes::DETERMINER)
                && words.is(after + 2, Classes::ORGANISATION)
                && capital(after + 2);
            // "Corvella Metals Ltd | and Brightwater Holdings"
            let whole = stop - first > 1
                && words.role(after) == Role::Coordinator
                && words.is(stop - 1, Classes::ORGANISATION);
            let outside = whole
                || match joins {
                    "of" => !organisation && !realm && !heads(words, first, after, end),
                    "on" => !organisation,
                    _ => false,
                };
            // "Jens Albrecht von der Nordbank"
            let of_body = joins != "and"
                && stop - first > 1
                && words.is(stop - 2, Classes::GIVEN)
                && (after + 1..end)
                    .find(|&k| !words.is(k, Classes::PARTICLE))
                    .is_some_and(|body| words.is(body, Classes::ORGANISATION.and(Classes::SOURCE)));
            if outside || of_body || place || told || behind || both || another {
                break;
            }
            after += 1;
        }
        if after > stop && capital(after) {
            stop = after + 1;
            continue;
        }
        // "Front de libération du Sud"
        let noun = organisation
            && after > stop
            && first > 0
            && !words.list[first - 1].is_mark()
            && after + 2 < end
            && words.list[after].shape == Shape::Lower
            && !words.is(after, Classes::STOP.and(Classes::VERB).and(Classes::SOURCE))
            && words.is(stop - 1, Classes::ORGANISATION)
            && words.is(after + 1, Classes::PARTICLE)
            && words
                .entry(after + 1)
                .is_some_and(|entry| entry.joins != "of");
        if noun && capital(after + 2) {
            stop = after + 3;
            continue;
        }
        return stop.min(end);
    }
}

/// Whether the noun of a body closes what a small word at `after` joins: "Ulaştırma ve Altyapı
/// Bakanlığı".
fn heads(words: &Words, first: usize, after: usize, end: usize) -> bool {
    after == first + 1
        && after + 2 < end
        && words.role(after) == Role::Coordinator
        && words.listed(first).is_none()
        && words.listed(after + 1).is_none()
        && words.list[after + 1].shape == Shape::Capital
        && words.list[after + 2].is_capital()
        && words.is(after + 2, Classes::ORGANISATION)
}

/// Of how many words a nickname in marks may be.
const NICKNAME: usize = 3;

/// The closing mark of a nickname that opens at word `stop`, inside a person's name: 'Dale "Hawk"
/// Petryshyn'.
fn nickname(words: &Words, first: usize, stop: usize, end: usize) -> Option<usize> {
    let quote = |k: usize| matches!(words.mark(k), Some('"' | '“' | '”' | '„' | '«' | '»'));
    if stop + 3 >= end || !quote(stop) {
        return None;
    }
    let close = (stop + 2..end.min(stop + 2 + NICKNAME)).find(|&k| words.list[k].is_mark())?;
    let plain = |k: usize| {
        words.list[k].shape == Shape::Capital
            && words
                .entry(k)
                .is_none_or(|entry| entry.classes.has(Classes::GIVEN.and(Classes::SURNAME)))
    };
    let given = words.is(stop - 1, Classes::GIVEN)
        || !words.lexicon.pack.meta.noun_capitals && stop - first == 1 && plain(stop - 1);
    let inside = (stop + 1..close).all(|k| words.list[k].is_capital());
    (given && inside && quote(close) && close + 1 < end && plain(close + 1)).then_some(close)
}

/// Whether an organisation's word of this entry is its name.
fn is_whole(entry: &Entry) -> bool {
    entry.classes.has(Classes::ORGANISATION) && entry.naming == "whole"
}

/// "Óscar Lago", "António Costa": whether two words are a given name and a surname, where the noun of a place
/// stands before its name, so that one behind is no such noun.
fn is_full_name(words: &Words, first: usize, end: usize) -> bool {
    end - first == 2
        && words.is(first, Classes::GIVEN)
        && words.list[first + 1].shape == Shape::Capital
        && words.lexicon.has_determiners()
        && !words.lexicon.has_clauses()
        && !words.lexicon.pack.meta.noun_capitals
}

/// Whether word `i` is the form of a firm, behind which its name stands: PT.
fn opens_firm(words: &Words, i: usize) -> bool {
    words.entry(i).is_some_and(|entry| entry.naming == "firm")
}

/// Whether word `i` shortens the name of a body that can speak: BMKG.
fn is_acronym(words: &Words, i: usize) -> bool {
    words.list[i].shape == Shape::Upper && words.core(i).chars().count() <= ACRONYM
}

/// A listed noun in capitals is not longer than this as an acronym.
const ACRONYM: usize = 5;

/// Whether word `i` is a Roman number of two letters and more: Sixtus *VI*.
fn is_numeral(words: &Words, i: usize) -> bool {
    let core = words.core(i);
    let tens = core.trim_start_matches('X');
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    core.len() > 1 && core.len() - tens.len() <= 3 && ones.contains(&tens)
}

/// Whether an ending is set apart by an apostrophe from a word that no list knows, as from names
/// alone: "Akpelit'te". English puts words together so: "Don't".
fn ends_apart(words: &Words, i: usize) -> bool {
    let word = words.list[i];
    let ending = Span::new(word.core.end, word.span.end).of(&words.document.article.text);
    let ending = ending.trim_start_matches(['\'', '’']);
    words.entry(i).is_none()
        && !words.lexicon.is_time(words.folded(i))
        && !matches!(ending, "" | "t" | "m" | "d" | "ll" | "re" | "ve")
}

/// Whether word `i` ends in a full vowel behind a small word or an adjective, as names do and nouns
/// of a language like German seldom: "in Dabora".
fn sounds_foreign(words: &Words, i: usize) -> bool {
    let core = words.core(i);
    let ends = core.ends_with(['a', 'i', 'o', 'u']) && !core.ends_with("ei");
    let behind =
        i > 0 && words.list[i - 1].shape == Shape::Lower && !words.is(i - 1, Classes::DETERMINER);
    words.list[i].shape == Shape::Capital
        && core.chars().count() > SHORT
        && ends
        && behind
        && words.entry(i).is_none()
}

/// The word behind the field of an office that opens a run, and whether its holder can follow at
/// once: "ministro de | Hacienda de | Costa Norte", "ministro dei | Trasporti | Carlo Neri".
fn field_end(words: &Words, start: usize, first: usize, stop: usize) -> Option<(usize, bool)> {
    if !words.is(first, Classes::COMPLEMENT) || is_seated(words, first, stop) {
        return None;
    }
    let office = (start.max(first.saturating_sub(OFFICE))..first)
        .rev()
        .take_while(|&k| !words.list[k].is_mark())
        .any(|k| words.is(k, Classes::TITLE.and(Classes::SOURCE)) && !words.is(k, Classes::VERB));
    if !office {
        return None;
    }
    let mut after = fields_end(words, first, stop)?;
    let mut holds = true;
    while after < stop && words.is(after, Classes::PARTICLE) && !words.list[after].is_capital() {
        holds = false;
        after += 1;
    }
    Some((after, holds))
}

/// "Università di Padova": whether the field of an office at word `first` is the noun of a body in a place.
fn is_seated(words: &Words, first: usize, stop: usize) -> bool {
    let seat = words
        .entry(first)
        .is_some_and(|entry| entry.naming == "seat");
    seat && first + 2 < stop
        && words.list[first + 1].shape == Shape::Lower
        && words.is(first + 1, Classes::PARTICLE)
        && words.list[first + 2].is_capital()
}

/// The word behind the fields of an office or a ministry that open at word `first`: "Minas y
/// Energía".
fn fields_end(words: &Words, first: usize, stop: usize) -> Option<usize> {
    if !words.is(first, Classes::COMPLEMENT) {
        return None;
    }
    let mut after = words.after(first);
    while after + 1 < stop
        && words.is(after, Classes::PARTICLE.and(Classes::STOP))
        && words.is(after + 1, Classes::COMPLEMENT)
    {
        after = words.after(after + 1);
    }
    Some(after)
}

/// Shorter words that say when are names as well: Jan, Mai.
const SHORT: usize = 4;

/// An office stands within so many words before its field.
const OFFICE: usize = 5;

/// Whether a word with a capital only describes the name behind it, as what it is joined with has
/// none: "Twenty-five-year-old Ana Gomez", "US-backed". A doubled noun does not: "Undang-undang".
fn describes(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(before, last)| {
        last.len() > 2 && last.chars().all(char::is_lowercase) && before.to_lowercase() != last
    })
}

/// Whether a full stop that shortens the word before it, and a name, stand at word `i`:
/// "Minnesota Sen. Lin".
fn shortened(words: &Words, i: usize) -> bool {
    words.mark(i) == Some('.')
        && words
            .list
            .get(i + 1)
            .is_some_and(|next| next.is_capital() && next.sentence == words.list[i].sentence)
}

/// An office inside the run that starts at word `first`, and where the name behind it begins:
/// "Transport Secretary | Elena Marquez".
fn holder(words: &Words, first: usize, stop: usize) -> Option<(usize, usize)> {
    (first + 1..stop).rev().find_map(|title| {
        let entry = words.entry(title)?;
        let after = words.after(title);
        // "Genel Başkanı" is one title.
        let inner = title > first + 1
            && words.is(title - 1, Classes::TITLE)
            && words.after(title - 1) == after;
        let office = entry.classes.has(Classes::TITLE)
            && !inner
            && entry.side != Side::Left
            && !entry.classes.has(
                Classes::GIVEN
                    .and(Classes::SURNAME)
                    .and(Classes::ORGANISATION),
            )
            && !words.is(first, Classes::GIVEN);
        // One word more may be the rest of a company's name: "Burger King Holdings".
        let person = after < stop
            && (words.is(after, Classes::GIVEN) && stop - after > 1
                || (2..=4).contains(&(stop - after))
                // "Merkez Bankası Başkanı | Karahan"
                || (first..title).any(|i| words.is(i, Classes::ORGANISATION)))
            && (after..stop).all(|i| {
                words.list[i].is_capital()
                    && !words.is(i, Classes::ORGANISATION.and(Classes::PLACE))
            });
        (office && person).then_some((title, after))
    })
}

fn is_latin(words: &Words, i: usize) -> bool {
    words
        .core(i)
        .chars()
        .next()
        .is_some_and(|c| c < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&c))
}

fn is_title_before(entry: &Entry) -> bool {
    entry.classes.has(Classes::TITLE) && matches!(entry.side, Side::Right | Side::Both)
}

/// Whether all words of a run have capitals: in a language that gives every noun one, two nouns
/// side by side are rarely anything but a name.
fn adjacent(words: &Words, first: usize, end: usize) -> bool {
    words.list[first..end]
        .iter()
        .all(super::super::words::Word::is_capital)
}
