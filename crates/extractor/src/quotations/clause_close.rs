//! What closes a reported clause of a language whose verb comes last, before the verb that reports it: an ending
//! ("받은 사실이 없다며"), a particle (…と述べた), or nothing.

use super::indirect::{REACH, comma};
use super::speakers::{Named, subject_right};
use super::topics::marks_topics;
use super::verb_final::SUBJECT;
use crate::lexicon::{Classes, Takes};
use crate::words::{Shape, Words};
use segmenter::Span;

/// The word behind the last one before word `cue` that ends a reported clause by its own ending:
/// "받은 사실이 없다며 혐의를 부인했다".
pub(super) fn clause_end(words: &Words, first: usize, cue: usize) -> Option<usize> {
    // 늘었다고 올리베라 노바크(Olivera Novak)가: brackets stand outside the clause.
    let mut inside = false;
    for i in (first.max(cue.saturating_sub(REACH))..cue).rev() {
        match words.mark(i) {
            Some(')' | '）') => inside = true,
            Some('(' | '（') => inside = false,
            _ if inside => {}
            _ if words.list[i].is_mark() => return None,
            _ if words.ends_in(i, "end") => return Some(i + 1),
            _ => {}
        }
    }
    None
}

/// Whether word `i` ends a reported clause by its own ending, in a language that writes several words
/// into one: "şebekenin yenilendiğini".
pub(super) fn ends_clause(words: &Words, i: usize) -> bool {
    !marks_topics(words) && words.ends_in(i, "end")
}

/// Whether word `i` is a particle that closes what is reported.
pub(super) fn closes_clause(words: &Words, i: usize) -> bool {
    let form = words.core(i);
    words.is(i, Classes::COMPLEMENTISER) || words.lexicon.quotatives("").any(|own| own == form)
}

/// The clause without the particle that closes it: …と, …との.
pub(super) fn without_quotative(words: &Words, clause: Span) -> Span {
    let text = clause.of(&words.document.article.text);
    if words.lexicon.is_spaced() {
        return clause;
    }
    words
        .lexicon
        .quotatives("")
        .filter(|form| text.ends_with(form))
        .map(str::len)
        .max()
        .map_or(clause, |length| {
            Span::new(clause.start, clause.end - length)
        })
}

/// Whether the verb at word `cue` is listed with the particle that closes what it reports: としている.
pub(super) fn opens_with_quotative(words: &Words, cue: usize) -> bool {
    let verb = words.core(cue);
    let spaced = words.lexicon.is_spaced();
    !spaced
        && words
            .lexicon
            .quotatives("")
            .any(|form| verb.starts_with(form))
}

/// Whether the language shows by the endings of verbs that a clause is reported, and by no particle.
pub(super) fn has_ends(words: &Words) -> bool {
    !marks_topics(words) && words.lexicon.quotatives("end").next().is_some()
}

/// Whether what stands before the verb at word `cue` is reported though no ending shows it: what is asked, the
/// noun of a verb of two words, a form of "say" (yollar kapalı dedi).
pub(super) fn is_shown(words: &Words, cue: usize) -> bool {
    let text = words.document.article.text.as_str();
    let last = words.list[cue - 1].span.of(text);
    let own = words.list[cue]
        .span
        .join(words.list[words.after(cue) - 1].span)
        .of(text);
    words.lexicon.is_asked(last)
        || words.list[cue].reach > 1
        || words.lexicon.quotatives("").any(|form| form == own)
        || words.lexicon.ends_in(last, "passive")
}

/// 検出されたと選手側に通知した: the word behind the particle that closes a clause, over whom it is told or how.
/// Between nouns the same particle means "and".
pub(super) fn over_listener(words: &Words, first: usize, cue: usize) -> Option<usize> {
    if words.lexicon.is_spaced() {
        return None;
    }
    let plain = |i: usize| {
        !words.is(i, Classes::VERB.and(Classes::SUBJECT))
            && (!words.list[i].is_mark() || comma(words, i))
    };
    let closer = (first + 1..cue)
        .rev()
        .take(SUBJECT)
        .take_while(|&i| plain(i))
        .find(|&i| closes_clause(words, i))?;
    let predicate =
        words.list[closer - 1].shape == Shape::Hiragana && !words.is(closer - 1, Classes::SUBJECT);
    let inner = words.is(closer - 1, Classes::VERB);
    (closer + 1 < cue && (predicate || inner)).then_some(closer + 1)
}

/// 町によると…を決めたという, 지난달 줄었다고 한다: the end of what a phrase reports, before a verb that says again
/// that somebody says it.
pub(super) fn before_verb(words: &Words, first: usize, end: usize) -> usize {
    if !marks_topics(words) {
        return end;
    }
    let spaced = words.lexicon.is_spaced();
    let mut last = end;
    // …という: a small word that holds the particle.
    let small = |i: usize| {
        let word = words.folded(i);
        let mut forms = words.lexicon.quotatives("");
        !spaced
            && words.is(i, Classes::STOP)
            && forms.any(|form| word != form && word.starts_with(form))
    };
    if last > first + 1
        && let Some(at) = (first + 1..last).rev().take(VERB).find(|&i| small(i))
        && words.after(at) >= last
    {
        last = at;
    }
    // と述べたという: one verb behind the other.
    for _ in 0..2 {
        let Some(cue) = (first + 1..last)
            .rev()
            .take(VERB)
            .find(|&i| words.is(i, Classes::VERB) && words.after(i) >= last)
        else {
            break;
        };
        let closed = if spaced {
            clause_end(words, first, cue) == Some(cue)
        } else {
            closes_clause(words, cue - 1) && cue - 1 > first
        };
        if !closed {
            break;
        }
        last = if spaced { cue } else { cue - 1 };
    }
    last
}

/// A verb that ends its sentence has at most so many words.
const VERB: usize = 4;

/// 議会が承認したという事実: whether the verb at word `cue` only tells what the noun behind it is, who
/// cannot speak.
pub(super) fn names_clause(words: &Words, named: &Named, cue: usize, end: usize) -> bool {
    let after = words.after(cue);
    let spaced = words.lexicon.is_spaced();
    let clause = Takes::CLAUSE
        .and(Takes::PERSON)
        .and(Takes::OBJECT)
        .and(Takes::REQUEST);
    let entry = words.entry(cue);
    let weak = entry.is_some_and(|entry| !entry.takes.has(clause));
    let noun = after < end && opens_noun(words, after);
    let speaks = || subject_right(words, named, after, end.min(after + SUBJECT)).is_some();
    !spaced && weak && noun && cue > 0 && closes_clause(words, cue - 1) && !speaks()
}

/// Whether a noun may begin with word `i` in text without spaces, whose verbs end in kana.
pub(super) fn opens_noun(words: &Words, i: usize) -> bool {
    matches!(
        words.list[i].shape,
        Shape::Han | Shape::Katakana | Shape::Capital | Shape::Upper
    )
}

/// 撲滅を使命としている: whether the verb at word `cue` with its particle tells what its object is taken for.
pub(super) fn treats(words: &Words, start: usize, cue: usize) -> bool {
    let Some(noun) = cue.checked_sub(1).filter(|&noun| noun > start) else {
        return false;
    };
    let plain = matches!(words.list[noun].shape, Shape::Han | Shape::Katakana);
    opens_with_quotative(words, cue)
        && plain
        && (start.max(noun.saturating_sub(SUBJECT))..noun)
            .rev()
            .take_while(|&i| !words.list[i].is_mark() && !words.is(i, Classes::VERB))
            .any(|i| words.is_quotative(i, "object"))
}
