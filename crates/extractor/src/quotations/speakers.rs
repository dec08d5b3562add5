//! Noun phrases that can speak, and who they are inside the article.

use super::apposition::{apposed, embraced};
use super::chain::{
    addressed, chained, counted, for_body, hangs, opener, opening_noun, opens_phrase,
    opens_with_noun, placed, placed_in, related, relative,
};
use super::honoured::{behind_latin, honoured, in_latin, run_of_han};
use super::topics::{is_marked_subject, is_object, marks_topics, nouns, topic, unlisted_topic};
use super::{apposition, opening, phrase};
use crate::lexicon::{Classes, Ending, Role, Side};
use crate::words::{Shape, Words};
use crate::{Mention, Name, NameKind, Speaker, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use segmenter::Span;

/// What can be a speaker beside a cue.
pub(super) const HEAD: Classes = Classes::PRONOUN
    .and(Classes::TITLE)
    .and(Classes::SOURCE)
    .and(Classes::ORGANISATION);

/// What ends a noun phrase.
pub(super) const BOUND: Classes = Classes::VERB
    .and(Classes::COMPLEMENTISER)
    .and(Classes::ATTRIBUTION);

/// How far a speaker's noun phrase reaches, in words.
const REACH: usize = 14;

/// How far it reaches with an aside that commas set off.
const ASIDE: usize = 30;

/// Which words stand in which name.
pub(super) struct Named<'m> {
    names: &'m [Mention],
    /// For each word the index of the name it stands in.
    of_word: Vec<Option<u32>>,
    /// By part of a name that may be a person's: the first such name.
    by_part: FxHashMap<&'m str, &'m str>,
    /// What stands before a particle that marks no topic.
    pub(super) nouns: FxHashSet<&'m str>,
}

impl<'m> Named<'m> {
    pub(super) fn new(words: &Words<'m>, names: &'m [Mention]) -> Self {
        let mut of_word = vec![None; words.list.len()];
        for (index, name) in names.iter().enumerate() {
            let mut i = words.at(name.span.start);
            while let Some(word) = words.list.get(i)
                && word.span.start < name.span.end
            {
                of_word[i] = Some(index as u32);
                i += 1;
            }
        }
        let mut by_part = FxHashMap::default();
        for mention in names {
            if let Value::Name(name) = &mention.value
                && matches!(name.kind, NameKind::Person | NameKind::Other)
            {
                for part in name.name.split([' ', '・', '·']) {
                    by_part.entry(part).or_insert(name.name.as_str());
                }
            }
        }
        Self {
            names,
            of_word,
            by_part,
            nouns: nouns(words),
        }
    }

    /// All names, in the order of the text.
    pub(super) fn mentions(&self) -> &'m [Mention] {
        self.names
    }

    /// The name of the article of which a word is one of the parts.
    pub(super) fn with_part(&self, part: &str) -> Option<String> {
        self.by_part.get(part).map(|name| (*name).to_owned())
    }

    /// The name in which word `i` stands.
    pub(super) fn at(&self, i: usize) -> Option<(&'m Mention, &'m Name)> {
        let mention = self.names.get((*self.of_word.get(i)?)? as usize)?;
        match &mention.value {
            Value::Name(name) => Some((mention, name)),
            _ => None,
        }
    }
}

/// The speaker that ends before word `end`, not before word `start`.
pub(super) fn subject_left(
    words: &Words,
    named: &Named,
    end: usize,
    start: usize,
) -> Option<Speaker> {
    subject_before(words, named, end, start).map(|(speaker, _)| speaker)
}

/// As [`subject_left`], and whether it is more than what a preposition governs.
pub(super) fn subject_before(
    words: &Words,
    named: &Named,
    end: usize,
    start: usize,
) -> Option<(Speaker, bool)> {
    let wide = start.max(end.saturating_sub(ASIDE));
    // "la líder del grupo, Ana Gil, que tuiteó: …"
    if let Some(comma) = related(words, wide, end) {
        // No further back than an aside reaches, however often such a clause hangs on another.
        return subject_before(words, named, comma, wide);
    }
    // "Lin Jian, who leads the talks, said": the relative clause is an aside.
    let aside = end
        .checked_sub(1)
        .filter(|&i| i > wide && matches!(words.mark(i), Some(',')))
        .and_then(|close| relative(words, wide, close));
    let floor = start.max(aside.unwrap_or(end).saturating_sub(REACH));
    if let Some(speaker) = in_latin(words, named, floor, end) {
        return Some((speaker, true));
    }
    if let Some(speaker) = embraced(words, named, wide, end) {
        return Some((speaker, true));
    }
    if let Some(speaker) = apposed(words, named, floor, end)
        .or_else(|| apposition::before_office(words, named, start, end))
    {
        return Some((speaker, true));
    }
    if let Some(speaker) = topic(words, named, floor, end) {
        return Some((speaker, true));
    }
    // What a preposition governs ("for Hillary Clinton, saying") is the subject only where
    // nothing else is.
    let postpositions = words.lexicon.has_markers() && words.lexicon.is_spaced();
    let marked = postpositions && (floor..end).any(|k| words.is(k, Classes::SUBJECT));
    // "یک زن محلی به خبرنگاران گفت": where the prepositions are listed and no article is.
    let listed = words.lexicon.has_prepositions() && !words.lexicon.has_determiners();
    // "A potter from Leeds, the mayor's home, has": what owns something is no subject.
    let owns = |i: usize| {
        let word = &words.list[i];
        words.lexicon.has_clauses() && word.is_capital() && word.core.end < word.span.end
    };
    let governed = |span: Span| {
        let i = words.at(span.start);
        // "पत्रकारों से बातचीत में उन्होंने कहा": what governs stands behind the noun.
        if postpositions {
            let next = words.at(span.end);
            return marked
                || next < end
                    && words.is(next, Classes::STOP)
                    && !words.is(next, Classes::PRONOUN.and(BOUND));
        }
        let plain = i > floor
            && words.is(i - 1, Classes::STOP)
            && (!listed || words.is(i - 1, Classes::PREPOSITION))
            && !words.is(
                i - 1,
                Classes::DETERMINER
                    .and(Classes::TITLE)
                    .and(Classes::PRONOUN),
            )
            // 不愿透露姓名的官员
            && words.role(i - 1) != Role::Relative
            // "…، لكن محللين": it opens a clause and joins no nouns.
            && !(words.role(i - 1) == Role::Coordinator
                && (i - 1 == floor || words.list[i - 2].is_mark()))
            || counted(words, floor, i);
        // "der englischen Zeitung sagte Lin Jian": no subject by its ending.
        let oblique = phrase::in_oblique(words, floor, i);
        // "zum geplanten schärferen Gesetz": over the words between.
        plain
            || oblique
            || hangs(words, floor, i)
            || is_led(words, i)
            || is_onto(words, i, span)
            || (floor.max(i.saturating_sub(4))..i)
                .rev()
                .take_while(|&k| !words.list[k].is_mark())
                .find(|&k| {
                    let entry = words.entry(k);
                    // "The director of Norway's museum": whose it is governs nothing.
                    entry.is_some_and(|entry| entry.role != Role::None)
                        || words.is(k, HEAD.and(BOUND).and(Classes::ATTRIBUTION))
                        || named.at(k).is_some() && !owns(k)
                })
                // "après l'entretien la ministre": a noun of its own stands between.
                .filter(|&k| !(k + 2..i).any(|d| opens_phrase(words, d)))
                .and_then(|k| words.entry(k))
                // "sources close to the player": before a noun it leads to no verb.
                .is_some_and(|entry| {
                    entry.role == Role::Preposition
                        // "این روزنامه به نقل از دو مقام گزارش داد"
                        || entry.classes.has(Classes::ATTRIBUTION) && entry.side == Side::Right
                        || entry.role == Role::Infinitive && !entry.classes.has(Classes::DETERMINER)
                })
    };
    // Where the particles are written onto the noun, a noun with another one is no subject.
    let marks_subjects = (floor..end)
        .any(|i| is_marked_subject(words, i) && (words.is(i, HEAD) || named.at(i).is_some()));
    // 韓は声明で「…」: a topic that no list knows speaks before any noun that is none.
    let topic = unlisted_topic(words, named, floor, end);
    let mut fallback: Option<(Speaker, bool)> = None;
    let han = words.lexicon.is_han();
    let text = words.document.article.text.as_str();
    let mut brackets = 0usize;
    for i in (floor..aside.unwrap_or(end)).rev() {
        // "Theo Lang, Präsident des Verbands (DFB), nannte": who stands in brackets is no subject.
        match words.mark(i) {
            Some(')' | '）') => brackets += 1,
            Some('(' | '（') => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if brackets > 0 {
            continue;
        }
        // Between unspaced words a space closes the dateline, but not beside Latin letters: "在 CNN 采访中".
        let latin = |i: usize| {
            let shape = words.list.get(i).map(|word| word.shape);
            shape.is_some_and(|shape| !matches!(shape, Shape::Han | Shape::Mark(_)))
        };
        let gap = han
            && !(latin(i) || latin(i + 1))
            && words
                .list
                .get(i + 1)
                .and_then(|next| text.get(words.list[i].span.end..next.span.start))
                .is_some_and(|gap| !gap.is_empty());
        if gap && i + 1 < end {
            break;
        }
        if words.is(i, BOUND) && !words.is(i, HEAD) {
            break;
        }
        // "Biden'a", "Kahire'de": where endings are written onto names behind an apostrophe, one with
        // an ending is no subject.
        let inflected = (named.at(i)).is_some_and(|(name, _)| has_ending(words, name.span));
        if inflected && words.lexicon.pack.meta.verb == lang::VerbPlace::Final
            || is_object(words, i)
            || owns(i)
        {
            continue;
        }
        // "Du côté de la recherche, la Norvège a annoncé": the country behind the comma.
        if matches!(words.mark(i), Some(','))
            && i + 1 < end
            && aside.is_none()
            && let Some(land) = placed(words, named, i + 1, end)
        {
            return Some((land, true));
        }
        if let Some(speaker) = head(words, named, i)
            .map(|speaker| compound(words, i, end, widened(words, floor, i, speaker)))
            .map(|speaker| with_holder(words, i, end, speaker))
            .map(|speaker| with_owner(words, floor, i, speaker))
        {
            let text = words.entry(i).is_some_and(|entry| entry.tag == "text");
            // "मंत्री के प्रवक्ता ने"
            let closed = words.is(words.after(i), Classes::SUBJECT)
                || postpositions && words.is(words.at(speaker.span.end), Classes::SUBJECT);
            if is_marked_subject(words, i) || closed && !text {
                return Some((speaker, true));
            }
            let free = !governed(speaker.span) && !marks_subjects && topic.is_none();
            if free && !text {
                return Some((speaker, true));
            }
            // "A study of 12,000 patients suggests": the text rather than what a preposition governs.
            if fallback.as_ref().is_none_or(|(_, free)| !free) && (free || fallback.is_none()) {
                fallback = Some((speaker, free));
            }
        }
    }
    if let Some(topic) = topic {
        return Some((topic, true));
    }
    // "ترکیه از ناتو خواست": a country that opens the clause, before what is governed.
    if fallback.is_some()
        && let Some(speaker) = opening::land(words, named, floor, end)
    {
        return Some((speaker, true));
    }
    // "در گفت‌وگو با رویترز گفت": a name that a listed preposition governs is no subject; "یکی از منابع" is.
    // "विलुबी ने इंस्टाग्राम पर घोषणा की": nor is one behind which another particle stands.
    let fallback =
        fallback.filter(|(speaker, free)| *free || !marked && (!listed || speaker.name.is_none()));
    // "Noruega, que preside el foro, mantiene"
    if let Some(open) = aside
        && fallback.is_none()
        && let Some(land) = placed(words, named, floor, open)
    {
        return Some((land, true));
    }
    let fallback = fallback.and_then(|(speaker, _)| {
        let closed = matches!(words.mark(end.saturating_sub(1)), Some(','));
        let apposed = || opener(words, named, start, end);
        // "la tesi della difesa, secondo cui": before a phrase whoever is nearest.
        let chained = || {
            let phrase = words.is(end, Classes::ATTRIBUTION);
            (!phrase).then(|| chained(words, named, floor, &speaker))?
        };
        let found = if closed {
            apposed().or_else(chained)
        } else {
            chained().or_else(apposed)
        };
        let placed = || placed_in(words, floor, words.at(speaker.span.start));
        match found {
            Some(head) => Some((head, true)),
            None if placed() => opening_noun(words, start, end).map(|noun| (noun, true)),
            None => Some((speaker, false)),
        }
    });
    fallback.or_else(|| {
        let mut end = match phrase::past_pronouns(words, end, floor) {
            verb if verb > floor => verb,
            _ => end,
        };
        let mut plain = (floor..end).rev().filter(|&i| !words.list[i].is_mark());
        let mut last = plain.next()?;
        while phrase::adverbial(words, last) {
            last = plain.next()?;
            end = last + 1;
        }
        let spaced = last + 1 == end || words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
        opening::marked(words, named, floor, end)
            .or_else(|| before_aside(words, named, floor, end))
            .or_else(|| opening::land(words, named, floor, end))
            .or_else(|| aside.and_then(|_| opener(words, named, start, end)))
            .or_else(|| opening::name(words, named, floor, end))
            .map(|speaker| (speaker, true))
            .or_else(|| {
                // In German any noun has a capital: only one beside the verb is a guess worth making.
                let beside = !words.lexicon.pack.meta.noun_capitals || words.is(end, Classes::VERB);
                let speaker = capital(words, last).filter(|_| spaced && beside)?;
                let speaker = place(named, last).unwrap_or(speaker);
                let governed = governed(speaker.span);
                let head = governed.then(|| chained(words, named, floor, &speaker));
                Some(match head.flatten() {
                    Some(head) => (head, true),
                    None => (speaker, !governed),
                })
            })
    })
}

/// The phrase that can speak at word `i`, with the office or group right before it.
pub(super) fn wide_head(words: &Words, named: &Named, floor: usize, i: usize) -> Option<Speaker> {
    head(words, named, i).map(|speaker| widened(words, floor, i, speaker))
}

/// "דובר הצבא", "juru bicara TNI", "government spokesman": a group beside an office makes one
/// phrase with it.
fn widened(words: &Words, floor: usize, i: usize, speaker: Speaker) -> Speaker {
    let office = Classes::TITLE.and(Classes::SOURCE);
    let before = (floor..i).rev().take(2).find(|&k| {
        words.is(k, office)
            && !words.is(k, Classes::STOP)
            && words.after(k) >= i
            && words.list[k].core.end == words.list[k].span.end
    });
    let group = speaker.name.is_none()
        || words.is(
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
    let group = group || words.is(first, Classes::ORGANISATION.and(Classes::KNOWN));
    match before {
        Some(k) if group && words.list[k].span.end <= speaker.span.start => Speaker {
            span: words.list[k].core.join(speaker.span),
            name: None,
        },
        _ => speaker,
    }
}

/// "Opposition parties said", "the two sides agreed": what stands between a noun or number and the
/// verb group at word `end` is the rest of its phrase.
fn compound(words: &Words, i: usize, end: usize, speaker: Speaker) -> Speaker {
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

/// "जज मार्ता ओलिवेरोस ने", 변호인 페타르 노바크는: in a script without capitals the words between an
/// office and the particle of the subject are the name of who holds it.
fn with_holder(words: &Words, i: usize, end: usize, speaker: Speaker) -> Speaker {
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

/// The words of such a name.
pub(super) const NAME: usize = 3;

/// "सेना के प्रवक्ता ने": whose the office is stands before it, with a small word between.
fn with_owner(words: &Words, floor: usize, i: usize, speaker: Speaker) -> Speaker {
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

/// So many words may follow the noun that is known of a compound.
const COMPOUND: usize = 2;

/// "An official, speaking on condition of anonymity, said": who stands before an aside that
/// commas set off.
fn before_aside(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let comma = |i: &usize| matches!(words.mark(*i), Some(',' | '،'));
    let last = end.checked_sub(1).filter(|i| *i > floor && comma(i))?;
    let first = (floor + 1..last).rev().find(comma)?;
    head(words, named, first - 1)
}

/// The noun phrase right behind an inverted verb that no list knows: behind its article, or at
/// once in languages that have none.
pub(super) fn unlisted(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let article = words.is(start, Classes::DETERMINER);
    let first = if article { start + 1 } else { start };
    let shape = if article {
        Shape::Lower
    } else {
        Shape::Uncased
    };
    let not = BOUND
        .and(Classes::STOP)
        .and(Classes::PREPOSITION)
        .and(Classes::TERRITORY);
    let plain = |i: usize| {
        i < end
            && words.list[i].shape == shape
            && !words.is(i, not)
            && named.at(i).is_none()
            && !words.lexicon.is_time(words.folded(i))
    };
    let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
    if !plain(first) || !article && (words.lexicon.has_determiners() || verb_final) {
        return None;
    }
    let last = if !article && plain(first + 1) {
        first + 1
    } else {
        first
    };
    Some(Speaker {
        span: words.list[first].core.join(words.list[last].core),
        name: None,
    })
}

/// The speaker that starts at or after word `start`, before word `end`.
pub(super) fn subject_right(
    words: &Words,
    named: &Named,
    start: usize,
    end: usize,
) -> Option<Speaker> {
    let ceiling = end.min(start + REACH);
    let first = (start..ceiling)
        .take_while(|&i| {
            !words.is(i, BOUND) && !matches!(words.mark(i), Some(',' | '،' | ':' | '：' | '，'))
        })
        .filter(|&i| {
            !is_object(words, i) && !bracketed(words, start, i) && !addressed(words, start, i)
        })
        .filter_map(|i| head(words, named, i).map(|speaker| (i, speaker)));
    let found = first_free(words, first, start);
    // "hat Meier zum Trainer gesagt": a word that its capital alone would make a subject, before one
    // that is none.
    let lone = words.lexicon.pack.meta.noun_capitals
        && found
            .as_ref()
            .is_none_or(|(at, _)| is_governed(words, start, *at));
    let lone = lone.then(|| capital(words, start)).flatten();
    let found = lone.map(|speaker| (start, speaker)).or(found);
    let first = found.or_else(|| {
        let at = if words.is(start, Classes::DETERMINER) {
            start + 1
        } else {
            start
        };
        // "واتهمت كوريا الشمالية واشنطن"
        let verb_first = words.lexicon.pack.meta.verb == lang::VerbPlace::First;
        let land = || place(named, at).filter(|_| verb_first);
        // "Ertesi sabah kuzeni …": in a language whose verb comes last any word may open its sentence.
        let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
        let sentence = |i: usize| words.list.get(i).map(|word| word.sentence);
        let opens = at.checked_sub(1).and_then(sentence) != sentence(at);
        let told = || named.with_part(words.core(at)).is_some();
        let guess = !(verb_final && opens) || words.mark(at + 1).is_some() || told();
        (at < ceiling).then(|| {
            capital(words, at)
                .filter(|_| guess)
                .or_else(land)
                .map(|speaker| (at, speaker))
        })?
    })?;
    // "said spokesman Lin Jian": the name says more than the office before it.
    let (at, speaker) = first;
    if speaker.name.is_some() {
        return Some(for_body(words, named, at, ceiling, &speaker).unwrap_or(speaker));
    }
    let speaker = on_behalf(words, speaker, ceiling);
    let named_after = (at + 1..ceiling.min(at + 8))
        .take_while(|&i| {
            let inner = words.is(i, Classes::DETERMINER.and(Classes::PARTICLE));
            (inner || !words.is(i, Classes::STOP))
                && words.list[i].shape != Shape::Number
                && !words.is(i, BOUND.and(Classes::PRONOUN))
                && words.mark(i).is_none_or(|mark| {
                    // "said Dr. Sana Malik"
                    mark == '-' || mark == '.' && i == at + 1 && words.is(at, Classes::TITLE)
                })
        })
        .find_map(|i| person(named, i));
    Some(match named_after {
        Some(person) if !words.is(at, Classes::PRONOUN) => Speaker {
            span: speaker.span.join(person.span),
            name: person.name,
        },
        _ => speaker,
    })
}

/// 이바노프(Ivanov) 대통령은: whether word `i` stands in brackets that open behind word `start`, in a language
/// whose particles stand behind them.
fn bracketed(words: &Words, start: usize, i: usize) -> bool {
    words.lexicon.is_spaced() && marks_topics(words) && in_brackets(words, start, i)
}

/// Whether word `i` stands in brackets that open behind word `start`.
pub(super) fn in_brackets(words: &Words, start: usize, i: usize) -> bool {
    let open = (start..i)
        .rev()
        .find(|&k| matches!(words.mark(k), Some('(' | ')')));
    open.is_some_and(|open| words.mark(open) == Some('('))
}

/// "المتحدث باسم البيت الأبيض": an office that ends in what leads to whom it speaks for, with the noun
/// behind it.
fn on_behalf(words: &Words, speaker: Speaker, end: usize) -> Speaker {
    let behind = words.at(speaker.span.end);
    if behind == 0 || !words.is(behind - 1, Classes::COMPLEMENT) {
        return speaker;
    }
    let plain = |k: &usize| {
        let word = &words.list[*k];
        word.shape == Shape::Uncased
            && word.core.start == word.span.start
            && !words.is(*k, BOUND.and(Classes::STOP))
            && !words.lexicon.is_time(words.folded(*k))
    };
    let last = (behind..end.min(behind + HOLDER)).take_while(plain).last();
    let span = last.map_or(speaker.span, |last| {
        speaker.span.join(words.list[last].core)
    });
    Speaker { span, ..speaker }
}

/// The words of whom an office speaks for: "وزارة الخارجية الصينية".
const HOLDER: usize = 4;

/// The first of several phrases behind a verb that no preposition governs ("dice all'Ansa X"), or
/// else the first.
fn first_free(
    words: &Words,
    phrases: impl Iterator<Item = (usize, Speaker)>,
    start: usize,
) -> Option<(usize, Speaker)> {
    let mut first = None;
    for (i, speaker) in phrases {
        if !is_governed(words, start, i) {
            // Behind "for the ministry" only a subject of its own is more.
            return match first {
                Some(first) if i > start + FAR => Some(first),
                _ => Some((i, speaker)),
            };
        }
        first.get_or_insert((i, speaker));
    }
    first
}

/// Whether a preposition or its article shows that the noun at word `i`, behind the verb before word
/// `start`, is no subject.
pub(super) fn is_governed(words: &Words, start: usize, i: usize) -> bool {
    // "asegura a este diario el ministro"
    let before = (start..i)
        .rev()
        .find(|&k| k == start || !words.is(k, Classes::DETERMINER));
    before.is_some_and(|k| {
        words.is(k, Classes::STOP) && !words.is(k, Classes::DETERMINER.and(Classes::TITLE))
    }) || phrase::in_oblique(words, start, i)
        || is_led(words, i)
}

/// Whether an ending is written behind an apostrophe onto the name of `span`: "Biden'a".
pub(super) fn has_ending(words: &Words, span: Span) -> bool {
    let rest = words.document.article.text.get(span.end..);
    rest.and_then(|rest| rest.strip_prefix(['\'', '’']))
        .is_some_and(|ending| ending.starts_with(char::is_alphabetic))
}

/// Whether a preposition is written onto word `i`: "לראש הממשלה", "للصحفيين".
pub(super) fn is_led(words: &Words, i: usize) -> bool {
    is_onto(words, i, words.list[i].core)
}

/// Whether a preposition is written onto the name of `span` that begins in word `i`: "לג'ונס".
fn is_onto(words: &Words, i: usize, span: Span) -> bool {
    let text = words.document.article.text.as_str();
    let prefix = words.list[i].span.start..span.start;
    let prefix = text.get(prefix).filter(|prefix| !prefix.is_empty());
    prefix.is_some_and(|prefix| words.lexicon.governs(prefix))
}

/// "להצביע", "המסר": a verb with what governs nouns or with an article written onto it has no subject, where
/// the verb does not come first ("ليعلن").
pub(super) fn is_infinitive(words: &Words, i: usize) -> bool {
    let noun = || {
        let word = &words.list[i];
        let prefix = (words.document.article.text).get(word.span.start..word.core.start);
        words.lexicon.definite().is_some() && words.lexicon.definite() == prefix
    };
    words.lexicon.pack.meta.verb == lang::VerbPlace::Second && (is_led(words, i) || noun())
}

/// A subject stands at most so many words behind whom it is said to.
const FAR: usize = 6;

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
            && words.is(i, Classes::DETERMINER)
            && words.list[i].reach == 1
            && words.list.get(i + 1).is_some_and(|next| {
                next.shape == Shape::Lower && words.lexicon.is_time(words.folded(i + 1))
            });
    if !words.is(i, HEAD) || before_noun || is_part(words, i) || points_at_noun(words, i) {
        return None;
    }
    let speaker = Speaker {
        span: without_topic(words, i, core_span(words, i)),
        name: None,
    };
    let wider = honoured(words, named, i)
        .or_else(|| behind_latin(words, named, i))
        .or_else(|| run_of_han(words, named, i).filter(|_| words.is(i, Classes::SOURCE)));
    Some(wider.unwrap_or(speaker))
}

/// 그 지도자, 우리 정부: a pronoun without a particle stands before its noun, where particles are written onto
/// nouns. An adverb may stand behind it: 그 역시.
fn points_at_noun(words: &Words, i: usize) -> bool {
    let spaced = words.lexicon.is_spaced();
    let word = &words.list[i];
    let bare = spaced
        && marks_topics(words)
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
    if !words.is(i, Classes::PRONOUN) || !words.lexicon.is_spaced() || !marks_topics(words) {
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
