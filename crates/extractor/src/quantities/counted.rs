//! What a number counts: the noun after it, or the state that the sentence tells of.

use super::fold;
use super::lexicon::{Lexicon, Role};
use super::tokens::Tokens;
use crate::Noun;
use rust_decimal::Decimal;
use std::ops::Range;

/// How many words may stand between a number and what it counts ("30 mostly Palestinian
/// civilians"), and between that and its state ("30 people have since been killed").
const REACH: usize = 5;

/// How many tokens may stand between what names a count and its number right behind it.
const BESIDE: usize = 2;

/// Classes that say who and not what happened: a state nearby says more.
const PEOPLE: &[&str] = &[
    "people",
    "civilian",
    "man",
    "woman",
    "child",
    "soldier",
    "police",
    "employee",
    "resident",
    "passenger",
    "patient",
    "student",
    "migrant",
    "journalist",
    "prisoner",
    "protester",
    "captive",
    "crew",
    "member",
    "economist",
    "rescuer",
    "spectator",
    "supporter",
    "player",
    "plaintiff",
    "fighter",
    "lawmaker",
    "teacher",
    "doctor",
];

/// Classes of people by what they do, whatever befell them.
const BY_DEED: &[&str] = &["voter", "user"];

/// The class of people of any kind.
pub(super) const ANYBODY: &str = "people";

/// Classes of counters, which say less than the noun beside them.
const GENERAL: &[&str] = &[ANYBODY, "item"];

/// Classes of counters that a noun before the number may narrow: "余震は60回".
const COUNTERS: &[&str] = &["people", "item", "time"];

/// Classes of counters that tell the kind of thing only: a noun beside them says more, as in
/// "架无人机", "드론 273대".
const KINDS: &[&str] = &[
    "vehicle", "aircraft", "missile", "building", "animal", "company", "ship", "weapon",
];

/// Whether what was found is such a counter: a single character of a script without spaces.
fn is_kind(tokens: &Tokens, (from, end, class): Found) -> bool {
    end == from + 1 && KINDS.contains(&class) && tokens.folded(from).chars().any(fold::stands_alone)
}

/// States of people that a word before the number may tell: "killing 12".
const STATES: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "arrested",
    "displaced",
    "rescued",
    "trapped",
];

/// What two numbers that face each other may count.
const SCORED: &[&str] = &["goal", "vote", "point", "game", "seat"];

/// Whether an ending is set onto the number before token `at` with an apostrophe.
fn has_ending(tokens: &Tokens, at: usize) -> bool {
    tokens.is_mark(at, "'")
        && tokens.attached(at)
        && tokens.attached(at + 1)
        && tokens.is_word(at + 1)
}

/// Whether a particle closes the word that the digits before token `at` are: "3,926에 장을 마쳤다".
fn has_particle(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let digits = at
        .checked_sub(1)
        .is_some_and(|last| tokens.literal(last).is_some());
    digits
        && tokens.attached(at)
        && lexicon.counted.starting(tokens, at).is_none()
        && matches!(lexicon.particles.starting(tokens, at),
            Some((end, ())) if !tokens.attached(end))
}

/// Whether a class is one of people or of what happened to them.
pub fn is_of_people(class: &str) -> bool {
    PEOPLE.contains(&class) || STATES.contains(&class)
}

/// Whether a class of what is counted is of what befell people: killed, injured, rescued …
pub fn is_state(class: &str) -> bool {
    STATES.contains(&class)
}

/// Whether a class says little: that of a counter.
pub(super) fn is_general(class: &str) -> bool {
    GENERAL.contains(&class)
}

/// What the number in tokens `number` counts, looking no further than `room`, the tokens between
/// the numbers around it; what names the count stands no further than `clause`. Of `one` the noun is no plural.
pub(super) fn noun(
    tokens: &Tokens,
    lexicon: &Lexicon,
    number: Range<usize>,
    room: Range<usize>,
    clause: usize,
    one: bool,
) -> Option<Noun> {
    let (from, to, left, right) = (number.start, number.end, room.start, room.end);
    // A number with an ending of its own stands for itself: "1399'da öldü", "800'ü aştı".
    // "78'i can verdi": a part, of which what befell it is told right behind.
    let part = lexicon.parts_first.starting(tokens, to);
    if let Some((end, ())) = part.filter(|_| lexicon.counted.starting(tokens, to).is_none())
        && let Some(found) = first(tokens, lexicon, end, right, false, is_state)
        && found.0 <= end + 1
    {
        return Some(noun_of(tokens, found));
    }
    let alone = has_ending(tokens, to) || has_particle(tokens, lexicon, to);
    let right = if alone { to } else { right };
    if let Some(found) = named_before(tokens, lexicon, from, left) {
        return Some(noun_of(tokens, found));
    }
    // "two of them (were taken to hospital)": what follows is nothing that is counted.
    let of_them = lexicon.same.starting(tokens, to);
    let mut head = match of_them {
        Some(_) => None,
        None => next(tokens, lexicon, to, right, false),
    };
    // "군인 세 명": the noun stands right before the number.
    let adjacent = beside(tokens, lexicon, from, left, false);
    // A counter or general word right before the noun itself: "235名士兵", "명의 군인".
    if adjacent.is_none()
        && let Some((from, counter, class)) = head
        && (GENERAL.contains(&class) || is_kind(tokens, (from, counter, class)))
        && let Some((at, end, narrower)) =
            next(tokens, lexicon, counter, right.min(counter + 3), true)
        && !STATES.contains(&narrower)
        && !COUNTERS.contains(&narrower)
        && narrower != class
        // "חילצו 11 מטיילים במסוק", "three people in the village": people are no things.
        && (class != ANYBODY || PEOPLE.contains(&narrower) || BY_DEED.contains(&narrower))
        && !(counter..at).any(|at| joins(tokens, lexicon, at))
    {
        head = Some((from, end, narrower));
    }
    if let Some((from, end, class)) = head
        && !STATES.contains(&class)
        && let Some((start, stop)) = described(tokens, lexicon, end, right)
    {
        let Some((at, class)) = lexicon.counted.ending(tokens, stop) else {
            return Some(Noun {
                span: tokens.span(from, stop),
                class: None,
                who: None,
            });
        };
        head = Some((at.min(start), stop, class));
    }
    if let Some((_, _, class)) = head
        && !PEOPLE.contains(&class)
        && !COUNTERS.contains(&class)
        && !(adjacent.is_some() && head.is_some_and(|head| is_kind(tokens, head)))
    {
        return head.map(|found| noun_of(tokens, found));
    }
    let start = head.map_or(to, |(_, end, _)| end);
    let after = match of_them {
        Some((start, ())) => first(tokens, lexicon, start, right, false, is_state),
        None => head.and_then(|_| first(tokens, lexicon, start, right, false, is_state)),
    };
    // "killed five officers and wounded seven": what another verb tells is of the next number.
    // "사망자는 5만 명을 넘었고 부상자는 12만": the second names the next number.
    let after = after.filter(|&(at, end, _)| {
        let mut next = end..right;
        right == tokens.len()
            || lexicon.topics.starting(tokens, at).is_none()
            || next.len() > BESIDE
            || next.any(|at| joins(tokens, lexicon, at))
    });
    let joined = after.is_some_and(|(at, ..)| {
        (start..at).any(|at| joins(tokens, lexicon, at)) || is_joined(tokens, lexicon, at)
    });
    // "打死平民三四十人": the noun may stand between.
    let told =
        before(tokens, lexicon, from, left).or_else(|| before(tokens, lexicon, adjacent?.0, left));
    // "killed five people and later was hospitalized": a verb right before the number speaks of it,
    // where no verb of the clause before ends there.
    let object = lexicon.markers.is_empty()
        && told.is_some_and(|(_, end, _)| end == start_of(tokens, lexicon, from))
        && after.is_some_and(|(at, ..)| at > start);
    // "Los fallecidos son ya 27 y los desaparecidos, 12"
    let owner = |found: &Found| is_state(found.2);
    let state = if joined || object {
        told.or_else(|| subject(tokens, lexicon, from, left).filter(owner))
            .or(after)
    } else {
        after.or(told)
    };
    let state = state.filter(|_| !head.is_some_and(|head| is_kind(tokens, head)));
    // "reloaded twice and wounded three": how often is nobody.
    let often = matches!(head, Some((_, _, class)) if class == "time");
    let state = state
        .filter(|_| !often)
        .or_else(|| topic(tokens, lexicon, from, clause).filter(|_| !often));
    match (head, state) {
        (Some(head), Some(state)) => Some(Noun {
            span: tokens.span(head.0, state.1.max(head.1)),
            class: Some(state.2.to_owned()),
            who: PEOPLE.contains(&head.2).then(|| head.2.to_owned()),
        }),
        (Some(head), None) => Some(
            match adjacent.or_else(|| beside(tokens, lexicon, from, left, true)) {
                Some((_, _, class)) if COUNTERS.contains(&head.2) || is_kind(tokens, head) => {
                    Noun {
                        span: tokens.span(head.0, head.1),
                        class: Some(class.to_owned()),
                        who: None,
                    }
                }
                _ => noun_of(tokens, head),
            },
        ),
        (None, Some(state)) => Some(noun_of(tokens, state)),
        (None, None) => adjacent
            .or_else(|| beside(tokens, lexicon, from, left, true))
            .map(|found| noun_of(tokens, found))
            .or_else(|| unknown(tokens, lexicon, to, right, one))
            .or_else(|| Some(noun_of(tokens, subject(tokens, lexicon, from, left)?))),
    }
}

/// Those of whom a part in tokens `from` up to `to` is told, where they stand right before it:
/// "seçmenlerin yarısı", "मतदाताओं में से आधे", "유권자의 절반". What is named right behind the part is
/// its noun.
pub(super) fn whole_before(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: usize,
    to: usize,
) -> Option<Noun> {
    if lexicon.counted.starting(tokens, to).is_some() {
        return None;
    }
    let between = [&lexicon.particles, &lexicon.same]
        .into_iter()
        .filter_map(|words| words.ending(tokens, from))
        .map(|(at, ())| at);
    std::iter::once(from).chain(between).find_map(|end| {
        let (at, class) = lexicon.counted.ending(tokens, end)?;
        let long = tokens.get(at)?.span.len() + usize::from(end > at + 1) > 3;
        (long && !is_state(class) && !is_general(class)).then(|| noun_of(tokens, (at, end, class)))
    })
}

/// The plural right after a known word that only describes it: "12 police cars", "job cuts".
fn described(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
    right: usize,
) -> Option<(usize, usize)> {
    let last = at.checked_sub(1)?;
    let plural = at < right
        && !is_plural(tokens, lexicon, last)
        && is_plural(tokens, lexicon, at)
        && !tokens.attached(at)
        && lexicon.function.starting(tokens, at).is_none();
    let state = lexicon
        .counted
        .starting(tokens, at)
        .is_some_and(|(_, class)| STATES.contains(&class));
    (plural && !state).then_some((at, at + 1))
}

/// Whether a word looks like a plural, in languages where that tells it from others.
pub(super) fn is_plural(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let word = tokens.folded(at);
    tokens.is_word(at)
        && word.len() > 3
        && lexicon
            .plurals
            .iter()
            .any(|ending| word.ends_with(ending.as_str()))
}

/// What is scored in a sentence: the first word that tells, or else the first thing scored.
pub(super) fn scored(tokens: &Tokens, lexicon: &Lexicon) -> Option<Noun> {
    let told = (0..tokens.len()).find_map(|at| {
        let (end, class) = lexicon.scores.starting(tokens, at)?;
        Some((at, end, class))
    });
    let counted = || {
        (0..tokens.len()).find_map(|at| {
            let (end, class) = lexicon.counted.starting(tokens, at)?;
            // 分 is a point, but 分钟 and 42分 are minutes.
            let time = lexicon.units_after.starting(tokens, at).is_some();
            (SCORED.contains(&class) && !time).then_some((at, end, class))
        })
    };
    told.or_else(counted).map(|found| noun_of(tokens, found))
}

/// What names a number right before it: "magnitude 6.3", "M6.3".
pub(super) fn named_before(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: usize,
    left: usize,
) -> Option<Found> {
    // "マグニチュード（M）6.4", "규모를 6.3"
    let mut end = from;
    for _ in 0..2 {
        if let Some((at, class)) = lexicon.before_number.ending(tokens, end) {
            // "M6.4" is a magnitude, "M50" a road.
            let letter = tokens.get(at).is_some_and(|token| token.span.len() == 1);
            let small = !letter
                || tokens
                    .literal(from)
                    .is_some_and(|literal| literal.value < Some(Decimal::TEN));
            return (at >= left && small).then_some((at, end, class));
        }
        end = match end.checked_sub(1) {
            Some(mark) if lexicon.particles.ending(tokens, end).is_some() => mark,
            Some(mark) if tokens.is_mark(mark, ")") => mark,
            // "a magnitude-7.8 quake"
            Some(mark) if tokens.is_mark(mark, "-") && tokens.attached(mark) => mark,
            _ => return None,
        };
    }
    None
}

/// What names the count from further away in the same clause: "the death toll rose to 41",
/// "負傷者は312人".
fn topic(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    let mut thirds = 0;
    for at in (left..from).rev() {
        if tokens.is_mark(at, ".") || tokens.is_mark(at, ";") || tokens.is_mark(at, "。") {
            return None;
        }
        if let Some((end, class)) = lexicon.topics.starting(tokens, at)
            && end <= from
        {
            return Some((at, end, class));
        }
        if let Some(found) = number_of(tokens, lexicon, at, from) {
            return Some(found);
        }
        let alone = tokens.folded(at).chars().any(fold::stands_alone);
        thirds += if alone { 1 } else { 3 };
        if thirds > 3 * FAR {
            return None;
        }
    }
    None
}

/// The first counted noun of a clause whose verb says only how many they are: "I migranti a bordo
/// erano una sessantina", "los detenidos ya suman 12".
fn subject(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    let (verb, ()) = lexicon
        .amounts
        .ending(tokens, start_of(tokens, lexicon, from))?;
    let opens = (left..verb)
        .rev()
        .take(SUBJECT)
        .take_while(|&at| tokens.is_word(at) || tokens.is_mark(at, "'"))
        .last()?;
    (opens..verb).find_map(|at| {
        let (end, class) = lexicon.counted.starting(tokens, at)?;
        (end <= verb && !is_general(class)).then_some((at, end, class))
    })
}

/// Subjects of verbs that say how many they are hold rarely more words.
const SUBJECT: usize = 8;

/// What is counted by a name that holds a counted noun: "the number of employees", "गैंडों की संख्या".
fn number_of(tokens: &Tokens, lexicon: &Lexicon, at: usize, from: usize) -> Option<Found> {
    let (end, ()) = lexicon.topics_of.starting(tokens, at)?;
    if let Some((stop, class)) = lexicon.counted.starting(tokens, end)
        && stop <= from
    {
        return Some((at, stop, class));
    }
    let (start, class) = lexicon.counted.ending(tokens, at)?;
    (end <= from).then_some((start, end, class))
}

/// How many words may stand between the name of a count and its number.
const FAR: usize = 12;

/// Whether a connector stands at token `at`: what follows is another thing.
pub(super) fn joins(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    matches!(lexicon.numbers.starting(tokens, at),
        Some((_, word)) if matches!(word.role, Role::And | Role::Mixes))
}

/// Whether a connector is written onto the word at token `at`, which the pack counts without it as
/// well: "وأصيب".
fn is_joined(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    let word = tokens.folded(at);
    (lexicon.connectors.iter())
        .filter_map(|connector| word.strip_prefix(connector))
        .any(|rest| lexicon.counted.word(rest).is_some())
}

/// The noun that a number and its counter follow in scripts without spaces and in Hangul:
/// "委員6人", "建物は約120棟".
///
/// With `marked` a particle stands between.
fn beside(
    tokens: &Tokens,
    lexicon: &Lexicon,
    from: usize,
    left: usize,
    marked: bool,
) -> Option<Found> {
    let end = if marked {
        lexicon
            .markers
            .ending(tokens, from)
            .or_else(|| lexicon.particles.ending(tokens, from))?
            .0
    } else {
        from
    };
    let last = end.checked_sub(1)?;
    if !tokens.folded(last).chars().any(fold::stands_alone) {
        return None;
    }
    let (at, class) = lexicon.counted.ending(tokens, end)?;
    // A single character is a counter itself.
    (at >= left && at < last && !COUNTERS.contains(&class)).then_some((at, end, class))
}

/// The words after a number that may name what it counts, where the pack does not know them:
/// up to the next function word or mark, or to the plural where plurals can be told.
fn unknown(tokens: &Tokens, lexicon: &Lexicon, at: usize, right: usize, one: bool) -> Option<Noun> {
    // "six-cylinder engines"
    if tokens.is_mark(at, "-") {
        let joined = at + 1 < right
            && tokens.attached(at)
            && tokens.attached(at + 1)
            && tokens.is_word(at + 1);
        return joined.then(|| Noun {
            span: tokens.span(at + 1, at + 2),
            class: None,
            who: None,
        });
    }
    let mut from = at;
    // "one of the best teams"
    let of = matches!(lexicon.numbers.starting(tokens, at),
        Some((_, word)) if word.role == Role::Of);
    if of {
        from += 1;
        while let Some((end, ())) = lexicon.function.starting(tokens, from) {
            from = end;
        }
    }
    while let Some((end, ())) = lexicon.between.starting(tokens, from) {
        from = end;
    }
    let first = tokens.is_word(from) && (!tokens.attached(from) || from > at);
    let words = (from..if first { right } else { from })
        .take_while(|&at| names(tokens, lexicon, at))
        .take(LONGEST_NOUN)
        .count();
    if lexicon.plurals.is_empty() || one && !of {
        let words = words.min(LONGEST_PLAIN);
        return (words > 0).then(|| Noun {
            span: tokens.span(from, from + words),
            class: None,
            who: None,
        });
    }
    let plural = |at: &usize| is_plural(tokens, lexicon, *at);
    let Some(head) = (from..from + words).find(plural) else {
        // "a 12 page document"; a single word is more often a verb: "1,000 came".
        return (words > 1).then(|| Noun {
            span: tokens.span(from, from + words.min(LONGEST_PLAIN)),
            class: None,
            who: None,
        });
    };
    let end = head + (head..from + words).take_while(plural).count();
    Some(Noun {
        span: tokens.span(from, end),
        class: lexicon
            .counted
            .ending(tokens, end)
            .map(|(_, class)| class.to_owned()),
        who: None,
    })
}

/// Whether token `at` can be part of a noun and what describes it: a word that is no function
/// word, a hyphen inside one, the mark of a possessor ("Johnson's deputies").
fn names(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> bool {
    if tokens.is_mark(at, "-") || tokens.is_mark(at, "'") {
        return tokens.attached(at) && tokens.attached(at + 1);
    }
    let possessor = at
        .checked_sub(1)
        .is_some_and(|mark| tokens.is_mark(mark, "'"));
    tokens.is_word(at)
        && !tokens.folded(at).chars().any(fold::stands_alone)
        && (possessor
            || if joins(tokens, lexicon, at) {
                // "digital and physical sales"
                lexicon.function.starting(tokens, at + 1).is_none() && tokens.is_word(at + 1)
            } else {
                lexicon.function.starting(tokens, at).is_none()
            })
}

/// Plurals with what stands before them are rarely further away: "decently sized coal-fired
/// power plants".
const LONGEST_NOUN: usize = 8;

/// Nouns that no ending shows, with what stands before them, are taken for no longer.
const LONGEST_PLAIN: usize = 3;

pub(super) type Found = (usize, usize, &'static str);

fn noun_of(tokens: &Tokens, (from, to, class): Found) -> Noun {
    Noun {
        span: tokens.span(from, to),
        class: Some(class.to_owned()),
        who: None,
    }
}

/// The first counted word after token `at`, in the same clause. Behind the words of another
/// phrase ("80 million followers and a fan base") stand only states.
/// `near` the words of another phrase are no bar: "residents registered as voters".
fn next(tokens: &Tokens, lexicon: &Lexicon, at: usize, right: usize, near: bool) -> Option<Found> {
    first(tokens, lexicon, at, right, near, |_| true)
}

/// The same of a class that is `wanted`; others may stand between: "3名选务人员因劳累去世".
fn first(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
    right: usize,
    near: bool,
    wanted: fn(&str) -> bool,
) -> Option<Found> {
    let mut thirds = 0;
    let (mut content, mut crossed) = (false, false);
    for at in at..right {
        let inside = tokens.is_mark(at, "'")
            || tokens.is_mark(at, "-") && tokens.attached(at) && tokens.attached(at + 1);
        if !tokens.is_word(at) && !inside {
            return None;
        }
        if let Some((end, class)) = lexicon.counted.starting(tokens, at)
            && (!crossed || is_state(class))
            && wanted(class)
        {
            return Some((at, end, class));
        }
        if let Some(class) = compound(tokens, lexicon, at)
            && !crossed
            && wanted(class)
        {
            return Some((at, at + 1, class));
        }
        // A character of a script without spaces is about a third of a word.
        let alone = tokens.folded(at).chars().any(fold::stands_alone);
        if tokens.is_word(at) && !alone {
            let function = |at: usize| lexicon.function.starting(tokens, at).is_some();
            // "Israeli and foreign captives", but not "followers and a fan base".
            let leads_on = joins(tokens, lexicon, at)
                && !function(at + 1)
                && !at
                    .checked_sub(1)
                    .is_some_and(|at| is_plural(tokens, lexicon, at));
            crossed |= !near && content && function(at) && !leads_on;
            content |= !function(at);
        }
        thirds += if alone {
            1
        } else {
            3 * usize::from(tokens.is_word(at))
        };
        if thirds >= 3 * REACH {
            return None;
        }
    }
    None
}

/// What befell somebody, told from token `at` on in the same clause.
pub(super) fn fate(tokens: &Tokens, lexicon: &Lexicon, at: usize, right: usize) -> Option<String> {
    let (_, _, class) = first(tokens, lexicon, at, right, false, is_state)?;
    Some(class.to_owned())
}

/// The shortest noun that a longer word may end in, in bytes, and the shortest word before it.
const TAIL: usize = 6;
const HEAD: usize = 3;

/// The class of the noun that a compound ends in, where nouns have capitals and are written
/// together: "Löschflugzeuge". What befell somebody and what is scored makes other compounds
/// ("Unfälle", "Schwerpunkte").
fn compound(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<&'static str> {
    if !lexicon.noun_capitals || !lexicon.rules.compounds {
        return None;
    }
    let word = tokens.folded(at);
    if !tokens.get(at).is_some_and(|token| token.capital) || word.len() > LONGEST_COMPOUND {
        return None;
    }
    (HEAD..(word.len() + 1).saturating_sub(TAIL))
        .filter_map(|start| lexicon.counted.word(word.get(start..)?))
        .find(|class| {
            !STATES.contains(class)
                && !SCORED.contains(class)
                && !["infected", "time", "share", "term", "call", "dose"].contains(class)
        })
}

/// Longer words, in bytes, are no nouns that news counts.
const LONGEST_COMPOUND: usize = 60;

/// The first token of a number with the wording before it: "at least three".
fn start_of(tokens: &Tokens, lexicon: &Lexicon, from: usize) -> usize {
    lexicon
        .before
        .ending(tokens, from)
        .map_or(from, |(at, _)| at)
}

/// The state that a word right before the number tells: "killing 12", "wounded at least three".
fn before(tokens: &Tokens, lexicon: &Lexicon, from: usize, left: usize) -> Option<Found> {
    let from = start_of(tokens, lexicon, from);
    (left..from).rev().take(2).find_map(|at| {
        let (end, class) = lexicon.counted.starting(tokens, at)?;
        (end <= from && STATES.contains(&class)).then_some((at, end, class))
    })
}
