//! Nouns that hang on each other: whose the phrase is that ends in a name ("un portavoz de la
//! policía", "la directora de Apple"), whom something is told and where ("dijo a sus vecinos"), and who
//! works for a body ("Greenpeace campaigner Dan Cole").

use super::heads::place;
use super::phrase;
use super::speakers::{BOUND, HEAD, Named, subject_right, unlisted};
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};

/// Whether the language has articles and leaves its nouns small, and is read without the parts of its
/// clauses: a phrase opens with its article, and its noun comes before what it governs.
pub(super) fn opens_with_noun(words: &Words) -> bool {
    words.lexicon.has_determiners()
        && !phrase::reads(words)
        && words.lexicon.pack.meta.verb == lang::VerbPlace::Second
        && !words.lexicon.pack.meta.free_order
}

/// Whether the article of a phrase stands at word `i`, behind a noun that ends another.
pub(super) fn opens_phrase(words: &Words, i: usize) -> bool {
    opens_with_noun(words)
        && words.is(i, Classes::DETERMINER)
        && !words.is(i - 1, Classes::STOP.and(Classes::DETERMINER))
        && words.list[i - 1].shape == Shape::Lower
}

/// The comma before the relative word behind which the verb before word `end` follows at once: "Ana Gil,
/// que tuiteó".
pub(super) fn related(words: &Words, start: usize, end: usize) -> Option<usize> {
    let verb = phrase::past_pronouns(words, end, start);
    let that = verb.checked_sub(1).filter(|&i| i > start + 1)?;
    let opens = words.is(that, Classes::COMPLEMENTISER) || words.role(that) == Role::Relative;
    let comma = matches!(words.mark(that - 1), Some(','));
    let noun = !words.is(that - 2, Classes::VERB);
    (opens_with_noun(words) && opens && comma && noun).then_some(that - 1)
}

/// The country or capital that is all of the words `first..end` but for an article.
pub(super) fn placed(words: &Words, named: &Named, first: usize, end: usize) -> Option<Speaker> {
    let first = first + usize::from(words.role(first) == Role::Coordinator);
    let at = first + usize::from(words.is(first, Classes::DETERMINER));
    let land = place(named, at).filter(|_| at < end && words.lexicon.has_determiners())?;
    let verb = phrase::past_pronouns(words, end, at);
    (words.is(at, Classes::TERRITORY) && words.at(land.span.end) >= verb).then_some(land)
}

/// "La commission de l'assemblée a indiqué", "un pastelero de Teruel declaró": the noun that governs
/// `speaker` over a small word that joins nouns, up to the article that opens the phrase.
pub(super) fn chained(
    words: &Words,
    named: &Named,
    floor: usize,
    speaker: &Speaker,
) -> Option<Speaker> {
    if !opens_with_noun(words) {
        return None;
    }
    let article = |i: usize| words.is(i, Classes::DETERMINER);
    let noun = |i: usize| {
        words.list[i].shape != Shape::Number
            && !words.list[i].is_mark()
            && !words.is(i, Classes::STOP.and(Classes::DETERMINER).and(BOUND))
            && words.role(i) == Role::None
            && !words.lexicon.is_time(words.folded(i))
    };
    let joins = |i: usize| {
        i > floor
            && words.is(i, Classes::PARTICLE)
            && words.list[i].shape == Shape::Lower
            && words.role(i) != Role::Coordinator
            && (words.is(i, Classes::STOP) || article(i))
            && noun(i - 1)
    };
    let mut at = words.at(speaker.span.start);
    let mut found = None;
    for _ in 0..CHAIN {
        let Some(before) = at.checked_sub(1).filter(|&i| i > floor) else {
            break;
        };
        let joint = if joins(before) {
            before
        } else if article(before) && before > floor + 1 && joins(before - 1) {
            before - 1
        } else {
            break;
        };
        let Some(first) = (floor..joint).rev().take_while(|&i| noun(i)).last() else {
            break;
        };
        let opens = first == 0 || article(first - 1) || words.opens_part(first);
        let hangs = first > floor && joins(first - 1);
        if joint - first > CHAIN || !(opens || hangs) {
            break;
        }
        let listed = (first..joint).find(|&i| words.is(i, HEAD) || named.at(i).is_some());
        let head = listed.unwrap_or(first);
        found = Some(Speaker {
            span: words.list[head].core.join(words.list[joint - 1].core),
            name: None,
        });
        at = first;
    }
    found.filter(|_| at == 0 || !governs(words, at))
}

/// Whether a small word that joins nouns or leads to one stands before the noun at word `i` and its
/// article: "de la policía", "à la ministre".
pub(super) fn hangs(words: &Words, first: usize, i: usize) -> bool {
    let before = (first..i)
        .rev()
        .find(|&k| !words.is(k, Classes::DETERMINER));
    opens_with_noun(words)
        && before.is_some_and(|k| {
            let joins = words.is(k, Classes::PARTICLE) && words.list[k].shape == Shape::Lower;
            joins && words.role(k) != Role::Coordinator
                || matches!(words.role(k), Role::Preposition | Role::Infinitive)
        })
}

/// Whether a preposition that joins no nouns stands before the phrase of word `at`.
fn governs(words: &Words, at: usize) -> bool {
    let before = at - 1 - usize::from(at > 1 && words.is(at - 1, Classes::DETERMINER));
    words.list[before].sentence == words.list[at].sentence
        && matches!(words.role(before), Role::Preposition | Role::Infinitive)
}

/// "la siguiente pregunta", "à l'annonce de", "una nota": whether a word that is a verb as well is the noun
/// of a phrase here, behind an indefinite article or one that a preposition governs.
pub(super) fn names(words: &Words, i: usize) -> bool {
    let article = |k: usize| words.is(k, Classes::DETERMINER) && !words.is(k, Classes::VERB);
    let Some(before) = i.checked_sub(1).filter(|_| opens_with_noun(words)) else {
        return false;
    };
    let tag = words.entry(before).map_or("", |entry| entry.tag);
    let governed = before > 0
        && words.list[before - 1].sentence == words.list[i].sentence
        && (matches!(words.role(before - 1), Role::Preposition)
            || words.is(before - 1, Classes::PARTICLE) && !article(before - 1));
    article(before) && words.list[i].reach == 1 && (tag == "indefinite" || governed)
}

/// "« … » lors de la réunion des élus, s'est félicité le groupe": who stands at once behind a verb that a
/// comma precedes.
pub(super) fn inverted(
    words: &Words,
    named: &Named,
    (start, end): (usize, usize),
    cue: usize,
) -> Option<Speaker> {
    let verb = phrase::past_pronouns(words, cue, start);
    let comma = verb > start && matches!(words.mark(verb - 1), Some(','));
    let after = words.after(cue);
    if !opens_with_noun(words) || !comma || phrase::gerund(words, cue) {
        return None;
    }
    let noun = after + usize::from(words.is(after, Classes::DETERMINER));
    subject_right(words, named, after, end)
        .filter(|speaker| words.at(speaker.span.start) <= noun)
        .or_else(|| unlisted(words, named, after, end))
}

/// So many nouns hang on each other, and so many words make one of them.
const CHAIN: usize = 3;

/// "Ana Soler, mecánica, que vio la obra, dijo": who opens the sentence before the comma of an
/// apposition, where nothing nearer to the verb before word `end` can be its subject.
pub(super) fn opener(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let first = (start..end).find(|&i| !words.list[i].is_mark())?;
    let opens = words.opens_sentence(first);
    let word = &words.list[first];
    let plain = word.is_capital()
        && !words.is(first, Classes::STOP.and(Classes::DETERMINER).and(BOUND))
        && !words.lexicon.is_time(words.folded(first));
    let named = named
        .at(first)
        .filter(|(_, name)| name.kind != NameKind::Place || words.is(first, Classes::TERRITORY));
    let speaker = match named {
        Some((mention, name)) => Speaker::named(mention, name),
        None => Speaker {
            span: word.core,
            name: None,
        },
    };
    let comma = words.at(speaker.span.end);
    let set_off = comma + 1 < end && matches!(words.mark(comma), Some(','));
    (opens_with_noun(words) && opens && (plain || named.is_some()) && set_off).then_some(speaker)
}

/// "las cartas de una maestra que": whether the words `after..that` are a phrase that opens with its
/// article and names nobody, no time and nobody who is told.
pub(super) fn object(words: &Words, named: &Named, after: usize, that: usize) -> bool {
    let free = |i: usize| {
        let told = matches!(words.role(i), Role::Preposition | Role::Infinitive);
        let text = words.entry(i).is_some_and(|entry| entry.tag == "text");
        words.is(i, HEAD) && !text && !hangs(words, after, i)
            || named.at(i).is_some()
            || words.lexicon.is_time(words.folded(i))
                && !words.is(i, Classes::STOP)
                && (words.list[i + 1].shape != Shape::Lower || words.is(i + 1, Classes::STOP))
            || told && !words.is(i, Classes::PARTICLE)
            || words.list[i].is_mark()
    };
    // "publica hoy las cartas que"
    let after = (after..that)
        .find(|&i| {
            words.is(i, Classes::STOP.and(Classes::DETERMINER))
                || !words.lexicon.is_time(words.folded(i))
        })
        .unwrap_or(after);
    opens_with_noun(words)
        && after + 1 < that
        // "rechazó la idea de que"
        && !words.is(that - 1, Classes::PARTICLE)
        && words.is(after, Classes::DETERMINER)
        && !(after..that).any(free)
}

/// "Une lettre du bailleur affichée au café indiquait": the noun that opens the clause with its article,
/// where nothing but what hangs on it stands before word `end`.
pub(super) fn opening_noun(words: &Words, start: usize, end: usize) -> Option<Speaker> {
    let noun = start + 1;
    let plain = noun < end
        && end <= noun + OPENING
        && words.is(start, Classes::DETERMINER)
        && words.list[noun].shape == Shape::Lower
        && !words.is(noun, Classes::STOP.and(Classes::DETERMINER).and(BOUND))
        && words.role(noun) == Role::None
        && !words.lexicon.is_time(words.folded(noun));
    let whole = || (start..end).all(|i| !words.list[i].is_mark());
    // "L'ancien banquier": with the noun behind its adjective.
    let behind = noun + 1;
    let two =
        behind < end && words.list[behind].shape == Shape::Lower && words.entry(behind).is_none();
    let last = if two { behind } else { noun };
    (plain && whole()).then(|| Speaker {
        span: words.list[noun].core.join(words.list[last].core),
        name: None,
    })
}

/// A subject with what hangs on it has at most so many words.
const OPENING: usize = 20;

/// Whether a preposition that joins no nouns governs the phrase of word `at` and its article: "escreveu no
/// Twitter", "con su esposa".
pub(super) fn placed_in(words: &Words, floor: usize, at: usize) -> bool {
    let before = (floor..at)
        .rev()
        .find(|&k| !words.is(k, Classes::DETERMINER));
    opens_with_noun(words) && before.is_some_and(|k| leads(words, k))
}

/// The article behind the phrase that tells where something is said, which opens at word `start`: "escreveu
/// nas redes sociais | o parceiro".
pub(super) fn past_place(words: &Words, start: usize, end: usize) -> Option<usize> {
    let plain = |i: usize| {
        !words.list[i].is_mark()
            && !words.is(i, BOUND)
            && !matches!(words.role(i), Role::Coordinator | Role::Relative)
    };
    let free = |i: usize| {
        words.is(i, Classes::DETERMINER)
            && !words.is(
                i - 1,
                Classes::STOP
                    .and(Classes::DETERMINER)
                    .and(Classes::PARTICLE),
            )
    };
    (start < end && opens_with_noun(words) && leads(words, start)).then_some(())?;
    (start + 2..end.min(start + PLACE))
        .take_while(|&i| plain(i))
        .find(|&i| free(i))
}

/// The word behind the phrases that tell when and where something is said and that commas set off, from word
/// `start` on: "insistiu no domingo à noite, em Doha, | o enviado".
pub(super) fn past_asides(words: &Words, start: usize, end: usize) -> Option<usize> {
    if !opens_with_noun(words) {
        return None;
    }
    let mut at = start;
    for _ in 0..ASIDES {
        let comma = (at..end.min(at + PLACE + 1)).find(|&i| matches!(words.mark(i), Some(',')))?;
        let day = |i: usize| words.lexicon.is_day(words.folded(i));
        let tells = at == comma
            || matches!(words.role(at), Role::Preposition | Role::Infinitive)
            || day(at)
            || words.is(at, Classes::DETERMINER) && day(at + 1);
        if !tells || (at..comma).any(|i| words.is(i, BOUND)) {
            return None;
        }
        at = comma + 1;
        if at < end && words.is(at, Classes::DETERMINER) && !day(at + 1) {
            return Some(at);
        }
    }
    None
}

/// So many such phrases may stand behind a verb.
const ASIDES: usize = 3;

/// So many words may tell where something is said.
const PLACE: usize = 6;

/// Whether a preposition at word `k` joins no nouns and tells not who acts.
fn leads(words: &Words, k: usize) -> bool {
    matches!(words.role(k), Role::Preposition | Role::Infinitive)
        && !words.is(k, Classes::PARTICLE)
        && !words.lexicon.is_agent(words.folded(k))
}

/// "dijo a sus seguidores", "anunció en la red": whether the noun at word `i` behind the verb before
/// word `start` is whom something is told, or where.
pub(super) fn addressed(words: &Words, start: usize, i: usize) -> bool {
    // "disse à agência Lusa o comandante", "relató a la emisora local Radio Sur": also the name behind such
    // a noun.
    let noun = |k: usize| words.list[k].shape == Shape::Lower && words.is(k, HEAD);
    let adjective = |k: usize| words.list[k].shape == Shape::Lower && words.entry(k).is_none();
    let first = match i.checked_sub(1) {
        Some(k) if k > start && noun(k) => k,
        Some(k) if k > start + 1 && adjective(k) && noun(k - 1) => k - 1,
        _ => i,
    };
    let before = (start..first)
        .rev()
        .find(|&k| !words.is(k, Classes::DETERMINER));
    opens_with_noun(words) && before.is_some_and(|k| leads(words, k))
}

/// "said Greenpeace harbour campaigner Dan Cole", "sagte CDU-Sprecherin Gerda Lang": who works for
/// a body that stands before the office.
pub(super) fn for_body(
    words: &Words,
    named: &Named,
    at: usize,
    end: usize,
    speaker: &Speaker,
) -> Option<Speaker> {
    let (_, body) = named.at(at)?;
    let behind = words.at(speaker.span.end);
    let office = |i: usize| {
        words.list[i].shape == Shape::Lower && words.role(i) == Role::None
            || words.is(i, Classes::TITLE.and(Classes::SOURCE))
            || words.mark(i) == Some('-')
            || words.list[i].is_capital() && words.mark(i - 1) == Some('-')
    };
    let stop = Classes::STOP.and(BOUND).and(Classes::PRONOUN);
    let first = (behind..end.min(behind + OFFICE))
        .take_while(|&i| named.at(i).is_some() || office(i) && !words.is(i, stop))
        .find(|&i| named.at(i).is_some())?;
    let (mention, name) = named.at(first).filter(|_| first > behind)?;
    let person = name.kind == NameKind::Person
        || name.kind == NameKind::Other && name.name.contains(' ') && words.lexicon.has_clauses();
    (body.kind != NameKind::Person && person).then(|| Speaker {
        span: speaker.span.join(mention.span),
        name: Some(name.name.clone()),
    })
}

/// An office behind the name of a body has at most so many words.
const OFFICE: usize = 5;

/// The comma that opens the relative clause or participle which the comma at `close` ends.
pub(super) fn relative(words: &Words, floor: usize, close: usize) -> Option<usize> {
    let open = (floor + 1..close)
        .rev()
        .find(|&i| matches!(words.mark(i), Some(',')))?;
    // "the statement, carried by the agency, called": a word that no list knows, and what it governs.
    let plain = words.list[open + 1].shape == Shape::Lower
        && words.entry(open + 1).is_none()
        && open + 3 < close
        && (words.is_preposition(open + 2)
            || words.is(open + 2, Classes::STOP) && !words.is(open + 2, Classes::DETERMINER));
    if plain && !words.lexicon.pack.meta.noun_capitals {
        return Some(open);
    }
    let opener = words.entry(open + 1)?;
    // In German an article opens it, and the verb stands last, in small letters.
    let article = words.lexicon.pack.meta.noun_capitals
        && opener.classes.has(Classes::DETERMINER)
        && close > open + 3
        && words.list[close - 1].shape == Shape::Lower;
    // "Noruega, que preside el foro, mantiene"
    let that = opens_with_noun(words) && opener.classes.has(Classes::COMPLEMENTISER);
    (opener.role == Role::Relative
        || that
        || article
        || opener.classes.has(Classes::PRONOUN) && opener.tag == "p" && words.lexicon.has_clauses())
    .then_some(open)
}

/// "Un estudio con 12.000 pacientes": whether a small word and a number govern the noun at word `i`, in
/// a language of articles, in which no number has such a word before it that is a subject.
pub(super) fn counted(words: &Words, floor: usize, i: usize) -> bool {
    i > floor + 1
        && words.lexicon.has_determiners()
        && words.list[i - 1].shape == Shape::Number
        && words.is(i - 2, Classes::STOP)
        && !words.is(
            i - 2,
            Classes::DETERMINER
                .and(Classes::TITLE)
                .and(Classes::PRONOUN)
                .and(BOUND),
        )
        && words.role(i - 2) == Role::None
}
