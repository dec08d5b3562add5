//! Short forms of a person named before: "المرأة البالغة 54 عاما", "54 वर्षीय महिला", "این مقام", 허 의장.

use super::antecedent::{Spoke, Story};
use super::gender::Genders;
use super::offices::title;
use super::speakers::Named;
use crate::Speaker;
use crate::lexicon::{Classes, Role, fold};
use crate::words::{Shape, Words};

/// An age stands at most so many words from the noun of which it is told.
const AGE: usize = 4;

/// Whom the noun at word `head` means, where an age beside it or a word that points shows that it is
/// somebody of whom the article has told.
pub(super) fn name(
    words: &Words,
    story: &Story,
    head: usize,
    recent: Option<&Spoke>,
) -> Option<String> {
    let person = words.is(head, Classes::TITLE)
        || words
            .entry(head)
            .is_some_and(|entry| entry.tag == "person" && entry.classes.has(Classes::SOURCE));
    let pointed = head > 0 && words.role(head - 1) == Role::Pointing;
    if person && pointed {
        let last = recent.filter(|spoke| !spoke.organisation);
        return match last {
            Some(spoke) => spoke.speaker.name.clone(),
            None => story.only(head)?.name,
        };
    }
    let noun = words.is(head, Classes::TITLE.and(Classes::SOURCE));
    (noun && aged(words, head)).then(|| story.only(head)?.name)?
}

/// Whether an age stands beside the noun at word `head`, whose phrase is not that of somebody new.
fn aged(words: &Words, head: usize) -> bool {
    let sentence = words.list[head].sentence;
    let near = |i: &usize| words.list[*i].sentence == sentence;
    let inner = |i: &usize| {
        !words.is(*i, Classes::VERB) && matches!(words.mark(*i), None | Some('-' | '־'))
    };
    let behind = (head + 1..words.list.len().min(head + 1 + AGE))
        .take_while(near)
        .take_while(inner);
    let before = (head.saturating_sub(AGE)..head)
        .rev()
        .take_while(near)
        .take_while(inner);
    let number = |i: &usize| words.list[*i].shape == Shape::Number;
    let Some(number) = before.clone().find(number).or(behind.clone().find(number)) else {
        return false;
    };
    is_age(words, number) && !is_new(words, head, number)
}

/// Whether the number at word `i` counts the years of somebody: "54 वर्षीय", "בת 54", "54 عاما".
fn is_age(words: &Words, i: usize) -> bool {
    let is = |form: &str, k: usize| {
        let first = form.split(' ').next().unwrap_or_default();
        k < words.list.len() && fold(first) == words.folded(k)
    };
    words.lexicon.pack.rows("units").any(|row| {
        let years = row.key() == "year" || row.column(1) == "age";
        let fits = |form: &str| match row.column(2) {
            "before" => (i.saturating_sub(3)..i).any(|k| is(form, k)),
            _ => is(form, i + 1),
        };
        years && row.column(3).split(", ").any(fits)
    })
}

/// Whether a phrase with an age brings in somebody new: one that opens with "one", or is not definite
/// in a language that writes its article onto nouns.
fn is_new(words: &Words, head: usize, number: usize) -> bool {
    let text = words.document.article.text.as_str();
    let first = head.min(number);
    let one = |i: usize| {
        let word = words.list[i].span.of(text);
        let mut numbers = words.lexicon.pack.rows("numbers");
        numbers.any(|row| {
            row.column(1) == "1" && row.column(2).split(", ").any(|form| word.starts_with(form))
        })
    };
    let indefinite = words.lexicon.definite().is_some_and(|article| {
        let written = |i: usize| words.list[i].span.of(text).starts_with(article);
        !(first..=head.max(number)).any(written)
    });
    indefinite || (first.saturating_sub(2)..first).any(one)
}

/// Whom the noun at word `head` means, where it points back at a person named before.
pub(super) fn back(
    words: &Words,
    story: &Story,
    genders: &Genders,
    head: usize,
    recent: Option<&Spoke>,
) -> Option<String> {
    let recent = recent.filter(|spoke| !spoke.organisation);
    let article = (head.saturating_sub(ARTICLE)..head)
        .rev()
        .take_while(|&i| words.list[i].sentence == words.list[head].sentence)
        .find(|&i| words.is(i, Classes::DETERMINER));
    // "La autora" is no man.
    let noun = words.core((words.after(head) - 1).min(words.list.len() - 1));
    let gender = article.and_then(|i| genders.of_noun(words.core(i), noun));
    stands_for_person(words, head).then(|| story.antecedent(head, gender, recent, true)?.name)?
}

/// "El empresario", "the 54-year-old": a noun that points back at the person named before, unless an
/// indefinite article shows that it opens somebody new.
fn stands_for_person(words: &Words, head: usize) -> bool {
    let own = title(words, head);
    let bare = words.lexicon.definite();
    let bare = bare.and_then(|article| own.strip_prefix(article));
    let listed = |word: &str| words.lexicon.points_back(word);
    if !listed(&own) && !bare.is_some_and(listed) && !of_age(words, head) {
        return false;
    }
    // "חוקרת" brings in somebody new, "החוקרת" points back.
    let written = words.list[head].span.of(&words.document.article.text);
    if words.lexicon.definite().is_some() && !words.lexicon.is_definite(written) {
        return false;
    }
    let articles = words.lexicon.has_indefinite_articles();
    let sentence = words.list[head].sentence;
    let article = (head.saturating_sub(ARTICLE)..head)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence)
        .find(|&i| words.is(i, Classes::DETERMINER));
    match article.and_then(|i| words.entry(i)) {
        Some(entry) => articles && !entry.tag.starts_with("indefinite"),
        None => !articles,
    }
}

/// "La mujer de 54 años", "perempuan 54 tahun itu": a noun with an age behind it.
fn of_age(words: &Words, head: usize) -> bool {
    let text = words.document.article.text.as_str();
    (head + 1..(head + 1 + ARTICLE).min(words.list.len()))
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.list[i].shape == Shape::Number)
        .and_then(|i| words.list.get(i + 1))
        .is_some_and(|unit| words.lexicon.is_unit(unit.core.of(text)))
        && words.is(head, Classes::SOURCE)
}

/// The number that is joined to the noun at word `head` which points back: "the 54-year-old".
pub(super) fn age_before(words: &Words, head: usize) -> Option<usize> {
    let age = head.checked_sub(2)?;
    let joined = words.mark(age + 1) == Some('-')
        && words.list[age].shape == Shape::Number
        && words.list[age].span.end == words.list[age + 1].span.start;
    (joined && words.lexicon.points_back(words.folded(head))).then_some(age)
}

/// So many words and marks stand between such a noun and its article: "der 54-Jährige".
const ARTICLE: usize = 3;

/// Who is meant by a surname of one letter with an office behind it: 허 의장.
pub(super) fn by_surname(
    words: &Words,
    story: &Story,
    head: usize,
    speaker: &Speaker,
) -> Option<Speaker> {
    let surname = speaker.name.as_deref()?;
    let text = words.document.article.text.as_str();
    let inside = || {
        let printed = speaker.span.of(text);
        printed.len() > surname.len() && printed.starts_with(surname)
    };
    let next = words.at(speaker.span.end);
    // 岡野知事: the office may be part of the phrase.
    let next = match next.checked_sub(1) {
        Some(last) if inside() && words.is(last, Classes::TITLE) => last,
        _ => next,
    };
    let title = words.list.get(next)?;
    let office = words.is(next, Classes::TITLE) && title.sentence == words.list[head].sentence;
    // 三浦知事: in Japanese a surname has several letters, and no space parts it from the given name.
    let particles = words.lexicon.has_markers();
    let letters = if words.list[head].shape == Shape::Han && particles {
        SURNAME
    } else {
        1
    };
    (office && surname.chars().count() <= letters).then(|| {
        let name = story.with_surname(head, surname)?;
        Some(Speaker {
            span: speaker.span.join(title.core),
            name: Some(name),
        })
    })?
}

/// The letters of most Japanese surnames.
const SURNAME: usize = 3;

/// The phrase and name of an office behind the part of a name that holds it: 長谷部氏, 허 의장.
pub(super) fn by_part(
    words: &Words,
    named: &Named,
    story: &Story,
    head: usize,
    speaker: &Speaker,
) -> Option<Speaker> {
    let before = head.checked_sub(1)?;
    let same = words.list[before].sentence == words.list[head].sentence;
    if !same || !words.is(head, Classes::TITLE) || words.list[before].is_mark() {
        return None;
    }
    let text = words.document.article.text.as_str();
    let letters = |i: usize| matches!(words.list[i].shape, Shape::Han | Shape::Uncased);
    // A surname that no list knows may be several words of unspaced text.
    (head.saturating_sub(PARTS)..head)
        .filter(|&first| (first..head).all(letters))
        .find_map(|first| {
            let span = words.list[first].core.join(words.list[before].core);
            let part = span.of(text);
            let whole = part.chars().count() > 1 || words.is(first, Classes::SURNAME);
            let one = first == before;
            let name = one
                .then(|| named.with_part(part))
                .flatten()
                .or_else(|| whole.then(|| story.with_surname(head, part))?)?;
            Some(Speaker {
                span: span.join(speaker.span),
                name: Some(name),
            })
        })
}

/// The words of such a surname.
const PARTS: usize = 3;
