//! Phrases that can speak, at one word: a name, an office with who holds it, a pronoun, a word
//! with a capital.

use super::chain::opens_with_noun;
use super::governed::is_led;
use super::honoured::{behind_latin, honoured, run_of_han};
use super::phrase;
use super::speakers::{BOUND, HEAD, NAME, Named};
use super::topics::{is_marked_subject, writes_topics};
use crate::lexicon::{Classes, Ending, Role};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};
use segmenter::Span;

/// The phrase that can speak at word `i`, with the office or group right before it.
pub(super) fn wide_head(words: &Words, named: &Named, floor: usize, i: usize) -> Option<Speaker> {
    head(words, named, i).map(|speaker| widened(words, named, floor, i, speaker))
}

/// "דובר הצבא", "juru bicara TNI", "government spokesman": a group beside an office makes one
/// phrase with it.
pub(super) fn widened(
    words: &Words,
    named: &Named,
    floor: usize,
    i: usize,
    speaker: Speaker,
) -> Speaker {
    let office = Classes::TITLE.and(Classes::SOURCE);
    // "источник РИА Новости": before a name of several words.
    let open = i.min(words.at(speaker.span.start).max(floor));
    let before = (floor..open).rev().take(2).find(|&k| {
        words.is(k, office)
            && !words.is(k, Classes::STOP)
            && words.after(k) >= open
            && words.list[k].core.end == words.list[k].span.end
    });
    // 主席冯德莱恩: a person whom a list knows by the surname is no group.
    let person = |k: usize| {
        let named = named.at(k);
        named.is_some_and(|(_, name)| name.kind == NameKind::Person)
    };
    let group = speaker.name.is_none()
        || open == i
            && !person(i)
            && words.is(
                i,
                Classes::ORGANISATION
                    .and(Classes::SOURCE)
                    .and(Classes::KNOWN),
            );
    // "کارشناسان سازمان ملل": persons before the name of the body to which they belong.
    let first = words.at(speaker.span.start);
    let before = before.or_else(|| {
        let bare = !words.lexicon.has_determiners() && words.list[first].shape == Shape::Uncased;
        let body = words.is(first, Classes::ORGANISATION.and(Classes::KNOWN));
        let k = first
            .checked_sub(1)
            .filter(|&k| k >= floor && bare && body && first < i)?;
        let person = words.is(k, office)
            && words.entry(k).is_some_and(|entry| entry.tag != "text")
            && !words.is(k, Classes::STOP.and(BOUND));
        (person && words.list[k].core.end == words.list[k].span.end).then_some(k)
    });
    // "न्यायाधीश कावेरी बावेजा": a place whose name women have too.
    let body = words.is(first, Classes::ORGANISATION.and(Classes::KNOWN));
    let group = group || body && !words.is(first, Classes::GIVEN) && !person(first);
    // "источник «Интерфакса»": whose the source is stands in marks.
    let marked = first
        .checked_sub(2)
        .filter(|&k| k >= floor && words.is(k, office) && speaker.name.is_some())
        .filter(|_| matches!(words.mark(first - 1), Some('«' | '“' | '„' | '"')))
        .filter(|&k| {
            words.entry(k).is_some_and(|entry| {
                matches!(entry.tag, "person" | "anonymous") || entry.classes.has(Classes::TITLE)
            })
        });
    match before.or(marked) {
        Some(k) if group && words.list[k].span.end <= speaker.span.start => Speaker {
            span: words.list[k].core.join(speaker.span),
            // "state news agency KCNA": the noun says what the body is.
            name: speaker.name.filter(|_| named_body(words, named, k)),
        },
        _ => speaker,
    }
}

/// Whether the noun at word `k` is that of a body, of which the name right behind it is the name: "agency
/// KCNA", in a language of articles.
pub(super) fn named_body(words: &Words, named: &Named, k: usize) -> bool {
    let office = words.is(k, Classes::TITLE)
        || words
            .entry(k)
            .is_some_and(|entry| matches!(entry.tag, "person" | "again" | "text"));
    let body = named
        .at(words.after(k))
        .is_some_and(|(_, name)| name.kind == NameKind::Organisation);
    words.lexicon.has_determiners()
        && words.is(k, Classes::SOURCE.and(Classes::ORGANISATION))
        && !office
        && named.at(k).is_none()
        && body
}

/// "وفقا لبيان النيابة": what can speak at word `i`, with the preposition of the phrase written onto it.
pub(super) fn head_led(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    (i < words.list.len() && is_led(words, i)).then(|| head(words, named, i))?
}

/// The phrase that can speak at word `i`.
pub(super) fn head(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    if let Some((mention, name)) = named.at(i) {
        if name.kind == NameKind::Place {
            return None;
        }
        // "der UN-Sondergesandte": who works for the body.
        let joint = words.at(mention.span.end);
        let office = words.lexicon.pack.meta.noun_capitals
            && name.kind == NameKind::Organisation
            && words.mark(joint) == Some('-')
            && words.list[joint].span.start == mention.span.end
            && words.is(joint + 1, Classes::TITLE);
        if office && named.at(joint + 1).is_none() {
            let last = (words.after(joint + 1) - 1).min(words.list.len() - 1);
            return Some(Speaker {
                span: mention.span.join(words.list[last].core),
                name: None,
            });
        }
        return Some(Speaker::named(mention, name));
    }
    // "dieser Tage", "diese Pläne": it stands for nobody before its noun.
    let before_noun = words.lexicon.pack.meta.noun_capitals
        && words.is(i, Classes::DETERMINER)
        && words
            .list
            .get(i + 1)
            .is_some_and(crate::words::Word::is_capital);
    // "este año", "cette semaine"
    let before_noun = before_noun
        || opens_with_noun(words)
            && (words.list.get(i)).is_some_and(|word| word.reach == 1)
            && opens_day(words, i)
            && (words.list.get(i + 1)).is_some_and(|next| next.shape == Shape::Lower);
    if !words.is(i, HEAD)
        || before_noun
        || is_part(words, i)
        || points_at_noun(words, i)
        || is_adjective(words, i)
        || words.is(i, Classes::PRONOUN) && super::clauses::opens(words, i)
    {
        return None;
    }
    let speaker = Speaker {
        span: without_topic(words, i, core_span(words, i)),
        name: None,
    };
    let wider = honoured(words, named, i)
        .or_else(|| behind_latin(words, named, i))
        .or_else(|| run_of_han(words, named, i));
    Some(wider.unwrap_or(speaker))
}

/// "afirmó este miércoles el portavoz": whether the word that points opens a day.
pub(super) fn opens_day(words: &Words, i: usize) -> bool {
    words.is(i, Classes::DETERMINER)
        && i + 1 < words.list.len()
        && words.lexicon.is_time(words.folded(i + 1))
}

/// 그 지도자, 우리 정부: a pronoun without a particle stands before its noun, where particles are written onto
/// nouns. An adverb may stand behind it: 그 역시.
fn points_at_noun(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let bare = writes_topics(words)
        && words.is(i, Classes::PRONOUN)
        && !is_marked_subject(words, i)
        && words.after(i) == i + 1
        && without_topic(words, i, word.span) == word.span;
    bare && words.role(i + 1) != Role::Inner
        && words
            .list
            .get(i + 1)
            .is_some_and(|next| next.shape == Shape::Uncased && next.sentence == word.sentence)
}

/// "گفت‌وگوی تلویزیونی": whether the noun at word `i`, which is no person's, has behind another noun the ending
/// that makes an adjective of it.
fn is_adjective(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let text = words.document.article.text.as_str();
    let ending = Span::new(word.core.end, word.span.end).of(text);
    let before = i.checked_sub(1).map(|k| &words.list[k]);
    let noun = before.is_some_and(|before| {
        before.sentence == word.sentence
            && before.shape == Shape::Uncased
            && !words.is(i - 1, BOUND.and(Classes::STOP).and(Classes::PREPOSITION))
    });
    noun && !ending.is_empty()
        && words.is(i, Classes::SOURCE.and(Classes::ORGANISATION))
        && !words.is(i, Classes::TITLE)
        && words.entry(i).is_some_and(|entry| entry.tag != "person")
        && words
            .lexicon
            .name_forms("surname")
            .any(|form| form == ending)
}

/// Whether the one letter of word `i` is part of a longer word, in a language that shows by particles
/// where its nouns end: 庁 in 新庁舎.
fn is_part(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let one = word.shape == Shape::Han && word.reach == 1 && words.core(i).chars().count() == 1;
    let next = words.list.get(i + 1);
    one && words.lexicon.has_markers()
        && next.is_some_and(|next| {
            next.shape == Shape::Han
                && next.span.start == word.span.end
                && words.entry(i + 1).is_none()
        })
}

/// The span of a pronoun without the particle that a list has together with it: 그는.
fn without_topic(words: &Words, i: usize, span: Span) -> Span {
    if !words.is(i, Classes::PRONOUN) || !writes_topics(words) {
        return span;
    }
    let text = span.of(&words.document.article.text);
    ["topic", "subject"]
        .into_iter()
        .flat_map(|role| words.lexicon.quotatives(role))
        .filter_map(|form| text.strip_suffix(form))
        .find(|rest| words.lexicon.is_pronoun(rest))
        .map_or(span, |rest| Span::new(span.start, span.start + rest.len()))
}

/// "Opposition parties said", "the two sides agreed": what stands between a noun or number and the
/// verb group at word `end` is the rest of its phrase.
pub(super) fn compound(words: &Words, i: usize, end: usize, speaker: Speaker) -> Speaker {
    let rest = words.after(i)..end;
    let noun = |k: usize| {
        words.list[k].shape == Shape::Lower
            && words.role(k) == Role::None
            && !words.is(k, Classes::STOP.and(Classes::PREPOSITION).and(BOUND))
            && !phrase::adverbial(words, k)
    };
    let short = (1..=COMPOUND).contains(&rest.len());
    let head = speaker.name.is_none() && !words.is(i, Classes::PRONOUN);
    if !(words.lexicon.has_clauses() && short && head && rest.clone().all(noun)) {
        return speaker;
    }
    Speaker {
        span: speaker.span.join(words.list[end - 1].core),
        name: None,
    }
}

/// So many words may follow the noun that is known of a compound.
const COMPOUND: usize = 2;

/// "जज मार्ता ओलिवेरोस ने", 변호인 페타르 노바크는: in a script without capitals the words between an
/// office and the particle of the subject are the name of who holds it.
pub(super) fn with_holder(words: &Words, i: usize, end: usize, speaker: Speaker) -> Speaker {
    let first = words.after(i);
    let office = words.is(i, Classes::TITLE.and(Classes::SOURCE)) && speaker.name.is_none();
    let text = words.entry(i).is_some_and(|entry| entry.tag == "text");
    if !office || text || words.list[i].shape != Shape::Uncased || is_marked_subject(words, i) {
        return speaker;
    }
    let known = Classes::GIVEN.and(Classes::SURNAME);
    let plain = |k: usize| {
        let name = words
            .entry(k)
            .is_none_or(|entry| entry.classes.and(known) == known);
        // "विदेश मंत्री री योंग हो ने": a small word that closes it.
        let last = k > first && words.is(k, Classes::STOP) && words.is(k + 1, Classes::SUBJECT);
        words.list[k].shape == Shape::Uncased && (name || last && !words.is(k, BOUND))
    };
    let limit = end.min(first + NAME);
    let stop = (first..limit)
        .find(|&k| !plain(k) || is_marked_subject(words, k))
        .unwrap_or(limit);
    // The particle is written onto the last word or stands behind it.
    let last = if stop < limit && plain(stop) {
        stop
    } else if stop > first && stop < end && words.is(stop, Classes::SUBJECT) {
        stop - 1
    } else {
        return speaker;
    };
    // Two such words or more are a whole name.
    let name = words.list[first].core.join(words.list[last].core);
    Speaker {
        span: speaker.span.join(name),
        name: (last > first).then(|| name.of(&words.document.article.text).to_owned()),
    }
}

/// "सेना के प्रवक्ता ने": whose the office is stands before it, with a small word between.
pub(super) fn with_owner(words: &Words, floor: usize, i: usize, speaker: Speaker) -> Speaker {
    let closed =
        words.is(words.after(i), Classes::SUBJECT) && words.list[i].shape == Shape::Uncased;
    let owner = i.checked_sub(2).filter(|&owner| {
        owner >= floor
            && words.is(i - 1, Classes::STOP)
            && words.is(owner, HEAD.and(Classes::TERRITORY))
            && !words.is(owner, BOUND.and(Classes::PRONOUN))
            && words.entry(owner).is_none_or(|entry| entry.tag != "text")
    });
    match owner {
        Some(owner) if closed && speaker.name.is_none() => Speaker {
            span: words.list[owner].core.join(speaker.span),
            name: None,
        },
        _ => speaker,
    }
}

/// A word with a capital right beside the cue: somebody whom no list knows.
pub(super) fn capital(words: &Words, i: usize) -> Option<Speaker> {
    let word = words.list.get(i)?;
    // An ending behind an apostrophe shows a name: "Erdoğan'ın".
    let shown = word.core.end < word.span.end;
    // "Autrement dit": no noun in a language that has few verbs in such letters.
    let adverb = words.lexicon.has_determiners()
        && words.lexicon.ending(words.core(i)) == Some(Ending::Adverb);
    // "Demokratların", "Cemaatten": an ending that no subject has.
    let oblique = words.lexicon.pack.meta.verb == lang::VerbPlace::Final
        && words.lexicon.ends_in(words.core(i), "oblique");
    let noun = word.is_capital() && !words.is(i, BOUND.and(Classes::STOP));
    (noun && !adverb && !oblique).then(|| Speaker {
        span: word.core,
        name: shown.then(|| words.core(i).to_owned()),
    })
}

/// The country or capital that speaks for those who govern it: "North Korea said".
pub(super) fn place(named: &Named, i: usize) -> Option<Speaker> {
    let (mention, name) = named.at(i)?;
    (name.kind == NameKind::Place).then(|| Speaker::named(mention, name))
}

pub(super) fn person(named: &Named, i: usize) -> Option<Speaker> {
    let (mention, name) = named.at(i)?;
    matches!(name.kind, NameKind::Person | NameKind::Other).then(|| Speaker::named(mention, name))
}

pub(super) fn core_span(words: &Words, i: usize) -> Span {
    let last = (words.after(i) - 1).min(words.list.len() - 1);
    let span = words.list[i].core.join(words.list[last].core);
    // "והשר": the article is part of the phrase, what else is written onto the noun is not.
    let text = words.document.article.text.as_str();
    let prefix = text.get(words.list[i].span.start..span.start);
    let article = words.lexicon.definite().filter(|article| {
        prefix.is_some_and(|prefix| prefix.ends_with(article) && !words.lexicon.governs(prefix))
    });
    Span::new(span.start - article.map_or(0, str::len), span.end)
}
