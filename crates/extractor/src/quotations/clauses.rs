//! How far reported clauses reach: which words open them, join them and end them.

use super::beside_cue::stands_alone;
use super::governed::is_led;
use super::indirect::{LEAST_WORDS, OBJECT, REACH, comma};
use super::speakers::HEAD;
use super::{chain, phrase};
use crate::lexicon::{Classes, Role, Side, Takes, fold};
use crate::words::{Shape, Words};
use lang::VerbPlace;

/// Where a reported clause ends before the end of its sentence: a clause that hangs on the next
/// one ends with its comma, and so does one behind which another source follows.
pub(super) fn clause_end(
    words: &Words,
    start: usize,
    cue: usize,
    first: usize,
    end: usize,
) -> usize {
    let hangs = matches!(words.role(start), Role::Concession | Role::Subordinator)
        && !(start..cue).any(|i| comma(words, i));
    // "сказав, что …, заполнил": so does one behind a verb that shares its subject and opens the sentence.
    let shares =
        !(start..cue).any(|i| words.is(i, Classes::VERB)) && words.takes(cue, Takes::SHARED);
    let hangs = hangs || shares;
    (first + 1..end)
        .filter(|&i| comma(words, i))
        .find(|&i| {
            let source = (i + 1..end.min(i + 1 + OBJECT)).any(|k| {
                words.is(k, Classes::ATTRIBUTION)
                    && words
                        .entry(k)
                        .is_some_and(|entry| entry.side == Side::Right)
            });
            let set = words.role(i + 1) == Role::Concession;
            hangs && !words.is(i + 1, Classes::STOP) || source || set
        })
        .unwrap_or(end)
}

/// The semicolon behind word `first` that sets a further report apart: "dice que X; Y responde que Z".
pub(super) fn parted(words: &Words, first: usize, end: usize) -> Option<usize> {
    let at = (first..end).find(|&i| matches!(words.mark(i), Some(';' | '؛' | '；')))?;
    let own = !opens(words, at + 1) && (at + 1..end).any(|i| words.is(i, Classes::VERB));
    own.then_some(at)
}

/// The comma behind word `first` that sets off another source, of the whole sentence: "dijo que había
/// fuego, según informa la radio", "…, tal y como recoge el informe".
pub(super) fn other_source(words: &Words, first: usize, end: usize) -> Option<usize> {
    let phrase = |i: usize| {
        words.is(i, Classes::ATTRIBUTION)
            && words
                .entry(i)
                .is_some_and(|entry| entry.side == Side::Right)
    };
    let aside = |i: usize| {
        let at = (i..i + 3).find(|&k| words.lexicon.is_aside(words.folded(k)));
        at.is_some_and(|at| (at + 1..end.min(at + OWN)).any(|k| words.is(k, Classes::VERB)))
    };
    let floor = (first + LEAST_WORDS).max(end.saturating_sub(REACH));
    chain::opens_with_noun(words)
        .then(|| {
            (floor..end.saturating_sub(2))
                .filter(|&i| comma(words, i))
                .find(|&i| phrase(i + 1) || aside(i + 1))
        })
        .flatten()
}

/// Where the indirect question of a verb opens that takes one: "preguntó al acusado si", "спросил, где".
pub(super) fn question(words: &Words, takes: Takes, after: usize, end: usize) -> Option<usize> {
    let asks = |i: &usize| words.role(*i) == Role::Question;
    let plain = |i: &usize| {
        !words.is(*i, Classes::VERB.and(Classes::COMPLEMENTISER))
            && (!words.list[*i].is_mark() || comma(words, *i))
    };
    (takes.has(Takes::QUESTION))
        .then(|| (after..end.min(after + REACH)).take_while(plain).find(asks))?
}

/// Where a further report begins that "and" joins to the one from word `first` on: "dijo que …, y
/// añadió que …", "قال إن … وأضاف أن …", "…，但军方回应说…".
pub(super) fn joined_report(words: &Words, first: usize, end: usize) -> Option<usize> {
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    let unspaced = !words.lexicon.is_spaced();
    let comma_before = |i: usize, back: usize| {
        (i.saturating_sub(back)..i)
            .rev()
            .take_while(|&k| k > first && !words.is(k, Classes::VERB))
            .find(|&k| comma(words, k))
    };
    (first + LEAST_WORDS..end).find_map(|i| {
        let written = words.list[i].core.start > words.list[i].span.start;
        let led = words.role(i - 1) == Role::Coordinator;
        let alone = words.takes(i, Takes::SUBJECT) && stands_alone(words, i);
        let report = words.is(i, Classes::VERB) && joins(words, i, end) && !alone;
        if report && written {
            return Some(comma_before(i, 1).unwrap_or(i));
        }
        if report && led {
            // "في حين", "军方发言人则": more than one word may stand behind the comma.
            let back = if unspaced {
                OWN
            } else {
                1 + usize::from(verb_first)
            };
            let comma = comma_before(i - 1, back);
            return comma.or((!unspaced).then_some(i - 1));
        }
        // "قال إن …، مؤكدا أن …", "否认…，称…"
        if report && (verb_first || unspaced) && comma(words, i - 1) {
            return Some(i - 1);
        }
        // "…, а главврач попросил прислать": with a subject of its own.
        // "che i conti tornano, l'opposizione ribatte che no": with a subject of its own.
        if report
            && opens(words, past_comma(words, words.after(i)))
            && let Some(at) = own_subject(words, first, i)
        {
            return Some(at);
        }
        let own = (first + 1..i)
            .rev()
            .take(OWN)
            .take_while(|&k| {
                let inner = !words.list[k].is_mark() && !words.is(k, Classes::VERB);
                // "…，但我相信": whoever speaks goes on.
                inner && !(unspaced && words.is(k, Classes::PRONOUN))
            })
            .find(|&k| words.role(k) == Role::Coordinator && comma(words, k - 1))?;
        report.then_some(own - 1)
    })
}

/// A subject between "and" and its verb has at most so many words.
pub(super) const OWN: usize = 5;

/// The comma before word `verb` behind which nothing stands but a noun that can speak with its article
/// and what is joined to it.
pub(super) fn own_subject(words: &Words, first: usize, verb: usize) -> Option<usize> {
    let at = (first + 1..verb).rev().take(OWN).find(|&k| {
        words.list[k].is_mark() || words.is(k, Classes::VERB.and(Classes::COMPLEMENTISER))
    })?;
    let noun = at + 1 + usize::from(words.is(at + 1, Classes::DETERMINER));
    let speaks = noun < verb && words.is(noun, Classes::TITLE.and(Classes::SOURCE));
    (comma(words, at) && speaks).then_some(at)
}

/// The word behind a comma at word `i`, or that word.
pub(super) fn past_comma(words: &Words, i: usize) -> usize {
    i + usize::from(comma(words, i))
}

/// Whether what the verb at word `i` reports follows it, where a further report may begin: also
/// behind the subject of a verb that comes first, and without a sign where no language sets one.
pub(super) fn joins(words: &Words, i: usize, end: usize) -> bool {
    let after = words.after(i);
    let meta = &words.lexicon.pack.meta;
    let takes = words
        .entry(i)
        .map_or_else(Takes::default, |entry| entry.takes);
    // "بينما أكدت باكستان أنها"
    let behind_subject = meta.verb == VerbPlace::First
        && (after..end.min(after + OWN))
            .take_while(|&k| {
                let colon = matches!(words.mark(k), Some(':'));
                (colon || !words.list[k].is_mark()) && !words.is(k, Classes::VERB)
            })
            .any(|k| opens(words, k) || words.list[k].is_mark());
    // "اعلام کرد … است و افزود …": of a verb of speech behind a joined one.
    let follows = led_bare(words, i) && takes.has(Takes::CLAUSE) && after < end;
    let bare = !words.lexicon.is_spaced()
        && meta.verb != VerbPlace::Final
        && (takes.has(Takes::CLAUSE) || takes.has(Takes::THAT) && comma(words, after))
        && after < end;
    // "…، داعيا الحكومة إلى التراجع"
    let asked =
        meta.verb == VerbPlace::First && takes.has(Takes::SHARED) && takes.has(Takes::REQUEST);
    behind_subject || bare || follows || asked || reports(words, i, end)
}

/// Whether the verb at word `i` stands right behind "and" in a language whose reported clauses need no sign and whose
/// objects have a particle.
pub(super) fn led_bare(words: &Words, i: usize) -> bool {
    words.lexicon.has_prepositions()
        && words.lexicon.quotatives("object").next().is_some()
        && i > 0
        && words.role(i - 1) == Role::Coordinator
}

/// Whether what the verb at word `i` reports follows it at once: "que …", ", что …", "de rouvrir".
pub(super) fn reports(words: &Words, i: usize, end: usize) -> bool {
    let after = words.after(i);
    let takes = words
        .entry(i)
        .map_or_else(Takes::default, |entry| entry.takes);
    opens(words, after)
        || comma(words, after) && words.is(after + 1, Classes::COMPLEMENTISER)
        || matches!(words.mark(after), Some(':')) && !takes.has(Takes::REQUEST)
        // "और कहा, “…”"
        || comma(words, after) && matches!(words.mark(after + 1), Some('"' | '“' | '«' | '„' | '‘'))
        || takes.has(Takes::INFINITIVE.and(Takes::REQUEST))
            && infinitive(words, after, end).is_some()
        // "y conminó al banco a devolver"
        || takes.has(Takes::REQUEST)
            && words.lexicon.has_infinitives()
            && asks(words, after, end)
}

/// Whether a complementiser stands at word `i`, or is written onto it.
pub(super) fn opens(words: &Words, i: usize) -> bool {
    words.is(i, Classes::COMPLEMENTISER)
        || words.list.get(i).is_some_and(|word| {
            // "שהממשלה": a known word behind it.
            let written = word.core.start > word.span.start;
            let text = words.document.article.text.as_str();
            (written || words.entry(i).is_none()) && words.lexicon.opens_clause(word.span.of(text))
        })
}

/// Whether word `i` opens a clause behind a verb of speech in a language that needs no
/// complementiser.
pub(super) fn bare_clause(words: &Words, i: usize) -> bool {
    words.lexicon.has_prepositions()
        && !words.is(i, Classes::PREPOSITION)
        && words.list.get(i).is_some_and(|word| !word.is_mark())
}

/// The word behind the weekday that stands at word `i`, with its article: "exigió el lunes a las partes".
pub(super) fn past_day(words: &Words, i: usize) -> usize {
    let weekday = |i: usize| {
        let mut days = words.lexicon.pack.rows("weekdays");
        i < words.list.len() && days.any(|row| fold(row.key()) == words.folded(i))
    };
    // "na terça-feira"
    let lower = words
        .list
        .get(i)
        .is_some_and(|word| word.shape == Shape::Lower);
    let small = words.is(i, Classes::DETERMINER) || lower && words.is(i, Classes::STOP);
    let first = i + usize::from(small && !weekday(i));
    // "לשני הצדדים": a preposition is written onto a number that is a day as well.
    let bare = words
        .list
        .get(first)
        .is_some_and(|word| word.core == word.span);
    if bare && weekday(first) { first + 1 } else { i }
}

/// Where the infinitive begins that a verb takes: "a promis de saisir", "prétend s'être trompé",
/// "dice de no saber".
pub(super) fn infinitive(words: &Words, after: usize, end: usize) -> Option<usize> {
    // "ter assinado": short, but what is reported.
    let first = (after..end.min(after + OBJECT))
        .find(|&i| !phrase::is_small(words, i) || words.role(i) == Role::Auxiliary)?;
    // "encore" is none, "avoir" is.
    // "لحماية", "לחדש": what shows it may be written onto a listed word.
    let text = words.document.article.text.as_str();
    let names = Classes::GIVEN
        .and(Classes::TERRITORY)
        .and(Classes::KNOWN)
        .and(Classes::PLACE);
    let own = words.list[first].span.of(text);
    let onto = words.lexicon.definite().is_some()
        && !words.is(first, HEAD.and(names))
        && words.lexicon.is_asked(own);
    let asked =
        (onto || words.lexicon.is_asked(words.core(first))) && !words.is(first, Classes::STOP);

    (asked || words.role(first) == Role::Auxiliary).then_some(after)
}

/// Where the noun of doing opens that a verb which comes first has for what it reports, with the preposition before
/// it: "نفى وجود خلافات", "شدد على ضرورة", "كشفت دراسة حديثة عن ارتفاع". What completes the subject may stand before it.
pub(super) fn verbal_noun(words: &Words, after: usize, end: usize) -> Option<usize> {
    let text = |i: usize| words.list[i].span.of(&words.document.article.text);
    let led =
        |i: usize| words.role(i) == Role::Preposition || words.lexicon.is_agent(words.folded(i));
    let bound = Classes::VERB.and(Classes::COMPLEMENTISER);
    let body = Classes::TITLE
        .and(Classes::SOURCE)
        .and(Classes::ORGANISATION);
    let after = past_complement(words, after, end);
    let at = (after..end.min(after + OWN))
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, bound))
        .find(|&i| words.lexicon.is_verbal_noun(text(i)))?;
    let first = if at > after && led(at - 1) {
        at - 1
    } else {
        at
    };
    // "لجنة تنظيم الانتخابات": what a body is for.
    let governed = at > after
        && first == at
        && words.is(at - 1, body)
        && !words.lexicon.is_definite(text(at - 1));
    let own = (after..first).all(|i| !led(i));
    (!governed && own && words.lexicon.pack.meta.verb == VerbPlace::First).then_some(first)
}

/// The word behind what completes a subject that ends before word `after`: where it is, "وزارة الصحة في غزة", or who it
/// is between commas.
fn past_complement(words: &Words, after: usize, end: usize) -> usize {
    if comma(words, after) {
        let close = (after + 1..end.min(after + REACH)).find(|&i| comma(words, i));
        return close.map_or(after, |close| close + 1);
    }
    let place = Classes::TERRITORY.and(Classes::KNOWN);
    let seated = words.role(after) == Role::Preposition && words.is(after + 1, place);
    if seated && after + 1 < end {
        words.after(after + 1)
    } else {
        after
    }
}

/// Whether nothing but an infinitive can stand at word `i`.
pub(super) fn verbal(words: &Words, i: usize) -> bool {
    words.lexicon.has_infinitives()
        && words.lexicon.is_asked(words.core(i))
        && !words.is(i, HEAD.and(Classes::STOP))
        && !words.lexicon.is_time(words.folded(i))
}

/// Where the infinitive of the past opens behind whom it is said to: "negó ante el comité haber
/// recurrido", "a assuré à la cour n'avoir rien su".
pub(super) fn perfect(words: &Words, after: usize, end: usize) -> Option<usize> {
    let stop = Classes::VERB.and(Classes::COMPLEMENTISER);
    let at = (after..end.min(after + REACH))
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, stop))
        .find(|&i| words.role(i) == Role::Auxiliary)?;
    let led = at > after && words.role(at - 1) == Role::Infinitive;
    words
        .lexicon
        .has_infinitives()
        .then_some(at - usize::from(led))
}

/// Whether the words from `first` on tell what somebody is asked to do: a clause, or a verb without
/// a person, in many languages behind a small word ("a retirarse", "de rentrer").
pub(super) fn asks(words: &Words, first: usize, end: usize) -> bool {
    // "לחדש": what shows it may be written onto a listed word.
    let text = words.document.article.text.as_str();
    let asked = |i: usize| {
        words.lexicon.is_asked(words.core(i)) || words.lexicon.is_asked(words.list[i].span.of(text))
    };
    let led = words.lexicon.has_infinitives();
    // "ordenó abandonar la sala", "распорядился закрыть школы"
    let direct = led || words.lexicon.pack.meta.free_order || words.lexicon.definite().is_some();
    if direct && first < end && asked(first) && !words.is(first, Classes::STOP) {
        return true;
    }
    (first..end.min(first + REACH)).any(|i| {
        let verb = if led {
            // "de ne pas", "a non", "à se"; but "de l'ancien maire".
            let small = Classes::STOP.and(Classes::DETERMINER).and(Classes::PRONOUN);
            words.role(i) == Role::Infinitive
                && (i + 1..end.min(i + 4))
                    .find(|&k| asked(k) || !words.is(k, small))
                    .is_some_and(asked)
        } else {
            i > first && asked(i)
        };
        verb || words.is(i, Classes::COMPLEMENTISER)
    })
}

/// The infinitive behind word `after` that tells what somebody is asked to do, with the word that denies it.
pub(super) fn asked_from(words: &Words, after: usize, end: usize) -> Option<usize> {
    let asked = |&i: &usize| words.lexicon.is_asked(words.core(i)) && !words.is(i, Classes::STOP);
    let at = (after..end.min(after + REACH))
        .take_while(|&i| !comma(words, i))
        .find(asked)
        .filter(|&at| !words.is(at - 1, Classes::PRONOUN))?;
    let denied = at > after && words.is(at - 1, Classes::STOP) && words.role(at - 1) == Role::None;
    Some(at - usize::from(denied))
}

/// The word behind those with a preposition written onto them, each with one that belongs to it, where
/// what opens a clause is written onto its first word: "אמר בתדריך לעיתונות שכריש".
pub(super) fn past_governed(words: &Words, first: usize, end: usize) -> usize {
    let text = words.document.article.text.as_str();
    let asked = |i: usize| words.lexicon.is_asked(words.list[i].span.of(text));
    // "בסן-דייגו": also onto a word that no list knows, as what opens the clause stands behind it.
    let onto = |i: usize| {
        let mut rests = words.lexicon.behind_prefixes(words.folded(i));
        words.entry(i).is_none()
            && rests.any(|(prefix, rest)| {
                let letters = rest.chars().count();
                words.lexicon.governs(prefix)
                    && (letters > OBJECT || letters == OBJECT && !asked(i))
            })
    };
    let governed = |i: usize| i < end && (is_led(words, i) || onto(i)) && !opens(words, i);
    let mut i = first;
    while governed(i) && i < first + REACH / 2 {
        i += 1;
        let noun = i < end && !words.list[i].is_mark() && !words.is(i, Classes::VERB);
        if noun && !opens(words, i) && (governed(i + 1) || opens(words, i + 1)) {
            i += 1;
        }
    }
    if opens(words, i) {
        return i;
    }
    // "אישר בשיחה עם וואלה שהחוקרים": with whom, where nothing but that opens a clause further on.
    let with = i > first && i < end && words.is(i, Classes::STOP) && !asked(first);
    let close = (i + 1..end.min(i + 1 + OBJECT))
        .take_while(|&k| !words.list[k].is_mark() && !words.is(k, Classes::VERB))
        .find(|&k| k > i + 1 && opens(words, k));
    let later = |close: usize| {
        (close + 1..end.min(close + REACH)).any(|k| words.is(k, Classes::COMPLEMENTISER))
    };
    close
        .filter(|&close| with && !words.is(i, Classes::PRONOUN) && !later(close))
        .unwrap_or(first)
}

/// Whether a preposition at word `i` tells of what somebody speaks, and not where he works: "о бойце", but
/// "в полиции".
pub(super) fn leads_elsewhere(words: &Words, i: usize) -> bool {
    words.role(i) == Role::Preposition && !words.lexicon.is_where(words.folded(i))
}

/// Where the infinitive of the past opens behind what commas set off: "a reconnu, jeudi, avoir menti".
pub(super) fn past_aside(words: &Words, takes: Takes, after: usize, end: usize) -> Option<usize> {
    let close = (after + 1..end.min(after + REACH)).find(|&i| comma(words, i))?;
    let infinitive = takes.has(Takes::INFINITIVE) && perfect(words, close + 1, end).is_some();
    (opens(words, close + 1) || infinitive).then_some(close + 1)
}

/// 告诉海西财经，…: in unspaced text the word behind the comma that closes whom something is said to.
pub(super) fn past_told(words: &Words, after: usize, end: usize) -> Option<usize> {
    (after + 1..end.min(after + LISTENER))
        .take_while(|&i| !words.is(i, Classes::VERB))
        .find(|&i| comma(words, i))
        .map(|i| i + 1)
}

/// Whom something is said to has at most so many words before such a comma.
const LISTENER: usize = 6;
