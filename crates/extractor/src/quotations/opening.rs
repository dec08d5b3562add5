//! A subject that no list knows, at the opening of its clause, in scripts without capitals: "همل می‌گفت",
//! "لی به خبرنگاران گفت", "לי אמר שגם", and one with who it is behind a comma.

use super::clauses::opens;
use super::governed::is_led;
use super::heads::{capital, place};
use super::speakers::{BOUND, NAME, Named, subject_right};
use super::topics::before_brackets;
use crate::Speaker;
use crate::lexicon::{Classes, Role};
use crate::words::{Shape, Words};
use lang::VerbPlace;

/// Whom it is said to, where and how, has at most so many words.
const CIRCUMSTANCE: usize = 12;

/// The subject before the verb at word `cue`: all of its clause, or all of it before the first preposition.
pub(super) fn subject(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let meta = &words.lexicon.pack.meta;
    let spaced = words.lexicon.is_spaced();
    if meta.verb != VerbPlace::Second || !spaced || cue <= start {
        return None;
    }
    let sentence = words.list[cue].sentence;
    let floor = (start.max(cue.saturating_sub(CIRCUMSTANCE + NAME))..cue)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence && !words.list[i].is_mark())
        .last()?;
    let opened = floor == 0
        || words.list[floor - 1].sentence != sentence
        || matches!(
            words.mark(floor - 1),
            Some(',' | '،' | ';' | '؛' | ':' | '-' | '–' | '—' | '.')
        );
    let first = floor + usize::from(words.role(floor) == Role::Coordinator);
    // "آقای", "מר": who is named behind it.
    let title = words.is(first, Classes::TITLE) && named.at(first).is_none();
    let noun = if title { words.after(first) } else { first };
    let last = (noun..cue.min(noun + NAME))
        .take_while(|&i| is_plain(words, named, i))
        .last()?;
    let behind = last + 1;
    let led = behind < cue && (words.is_preposition(behind) || is_led(words, behind));
    // "این خبر را", את: what has a particle behind it is an object.
    let small = behind < cue && words.is(behind, Classes::STOP) && !led;
    let free =
        behind == cue || led || small && behind + 1 == cue && !words.is_quotative(behind, "object");
    if !opened || !free {
        return None;
    }
    let span = words.list[noun].core.join(words.list[last].core);
    let text = span.of(&words.document.article.text);
    let given = words.is(noun, Classes::GIVEN) && last > noun;
    let name = if given || title && last > noun {
        Some(text.to_owned())
    } else {
        named.with_part(words.core(last))
    };
    let whole = words.list[first].core.join(span);
    let whole = if title { whole } else { span };
    Some(Speaker { span: whole, name })
}

/// A noun has at least so many letters behind what is written onto it.
const STEM: usize = 3;

/// Whether word `i` may be part of such a subject.
fn is_plain(words: &Words, named: &Named, i: usize) -> bool {
    let own = Classes::GIVEN.and(Classes::SURNAME);
    let known = words
        .entry(i)
        .is_some_and(|entry| !entry.classes.has(own) || entry.classes.has(Classes::STOP));
    // "במשך": what opens as a preposition written onto a noun, unless it is a name.
    let text = words.list[i].span.of(&words.document.article.text);
    let led = (words.lexicon.behind_prefixes(words.folded(i)))
        .any(|(prefix, rest)| rest.chars().count() >= STEM && words.lexicon.governs(prefix));
    let led = led && !words.is(i, own) && named.with_part(text).is_none();
    words.list[i].shape == Shape::Uncased
        && !known
        && !led
        && named
            .at(i)
            .is_none_or(|(_, name)| name.kind == crate::NameKind::Person)
        && !is_led(words, i)
        && !opens(words, i)
        && !words.lexicon.is_time(words.folded(i))
}

/// A word with a capital that opens its sentence before a comma or a small word, in a language whose
/// verb comes last and that writes endings onto names behind an apostrophe: "Şi, Biden'a … söyledi",
/// "Abbas ayrıca".
pub(super) fn name(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let opens = words.opens_sentence(floor);
    let next = floor + 1;
    let parted = matches!(words.mark(next), Some(',')) || words.is(next, Classes::STOP);
    let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
    // "Trump melalui Truth Social menulis": before a listed preposition, where no article is.
    let led = words.is(next, Classes::PREPOSITION) && !words.lexicon.has_determiners();
    let parted = parted && verb_final || led;
    (opens && next < end && parted && !words.lexicon.is_time(words.folded(floor)))
        .then(|| place(named, floor).or_else(|| capital(words, floor)))?
}

/// A country that opens its clause, in a script that does not show names by capitals: right before
/// the verb or a small word ("سازمان ملل از طرف‌ها خواست"), or anywhere before it where it comes last.
pub(super) fn land(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let last = end.checked_sub(1)?;
    let plain = |i: &usize| !words.list[*i].is_mark();
    let first = (floor..end).find(plain)?;
    // "אך ישראל אומרת"
    let first = first + usize::from(words.role(first) == Role::Coordinator && first < last);
    let land = place(named, first).filter(|_| !words.list[first].is_capital())?;
    let opens = words.opens_part(first) || words.role(first - 1) == Role::Coordinator;
    let spaced = words.lexicon.is_spaced();
    // 乌克兰周六说: days may stand between.
    let between = words.at(land.span.end)..end;
    let day = |i: usize| words.lexicon.is_time(words.folded(i)) || words.is(i, Classes::STOP);
    let beside = words.list[last].span.start < land.span.end
        || !spaced && between.len() <= DAYS && between.clone().all(day)
        || spaced && words.is(words.at(land.span.end), Classes::STOP);
    let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
    (opens && (beside || verb_final)).then_some(land)
}

/// Words that tell when stand so few between a country and its verb.
const DAYS: usize = 2;

/// The noun phrase that a particle marks as the subject, where no list knows it: 船長は, ने.
pub(super) fn marked(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let marker = (floor + 1..end)
        .rev()
        .find(|&i| words.is(i, Classes::SUBJECT))?;
    let at = before_brackets(words, marker - 1);
    if let Some(land) = place(named, at) {
        return Some(land);
    }
    let noun = &words.list[at];
    let plain = matches!(noun.shape, Shape::Han | Shape::Katakana | Shape::Uncased)
        && !words.is(at, BOUND.and(Classes::STOP).and(Classes::SUBJECT));
    // "माइक कूप ने": the words before it that no list knows either.
    let unknown = |&i: &usize| {
        words.list[i].shape == Shape::Uncased
            && words.entry(i).is_none()
            && !words.lexicon.is_time(words.folded(i))
    };
    let spaced = words.lexicon.is_spaced();
    let first = (floor.max((at + 1).saturating_sub(NAME))..=at)
        .rev()
        .take_while(|i| spaced && unknown(i))
        .last()
        .unwrap_or(at);
    let span = words.list[first].core.join(noun.core);
    let text = span.of(&words.document.article.text);
    let name = if first < at {
        Some(text.to_owned())
    } else {
        // "डोसेबा ने": one word that no list knows is a name, unless its ending is that of many.
        let lone = spaced && unknown(&first) && !words.lexicon.ends_as("common", text);
        named
            .with_part(text)
            .filter(|_| spaced)
            .or_else(|| lone.then(|| text.to_owned()))
    };
    plain.then_some(Speaker { span, name })
}

/// "لاوروف اعلام کرد … و افزود": who opens the sentence of a joined verb.
pub(super) fn of_sentence(words: &Words, named: &Named, cue: usize) -> Option<Speaker> {
    let start = words.first_of(words.list[cue].sentence);
    let first = subject_right(words, named, start, cue)?;
    (words.at(first.span.start) == start).then_some(first)
}
