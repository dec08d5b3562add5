//! Noun phrases that can speak, and who they are inside the article.

use super::apposition::{apposed, embraced};
use super::chain::{
    addressed, chained, counted, for_body, hangs, opener, opening_noun, opens_phrase,
    opens_with_noun, placed, placed_in, related, relative,
};
use super::governed::{bracketed, has_ending, is_governed, is_led, is_led_office, is_onto};
use super::heads::{capital, compound, head, person, place, widened, with_holder, with_owner};
use super::honoured::in_latin;
use super::topics::{is_marked_subject, is_object, nouns, topic, unlisted_topic};
use super::{apposition, opening, phrase};
use crate::lexicon::{Classes, Role, Side};
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

/// The preposition that opens a phrase which a word of its own closes right before word `end`.
pub(super) fn framed(words: &Words, floor: usize, end: usize) -> Option<usize> {
    let close = end.checked_sub(1)?;
    if words.role(close) != Role::Frame {
        return None;
    }
    (floor + 1..close)
        .rev()
        // 在社交平台“真实社交”上
        .take_while(|&i| !words.list[i].is_mark() || quotes(words, i))
        .find(|&i| words.role(i) == Role::Preposition)
}

/// Whether word `i` is a quotation mark.
fn quotes(words: &Words, i: usize) -> bool {
    matches!(
        words.mark(i),
        Some('“' | '”' | '「' | '」' | '《' | '》' | '"')
    )
}

/// 李家超見記者時說, 卢伟冰谈到涨价时表示: who opens the clause of when that closes right before the verb, where no
/// preposition opens it.
fn before_clause(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let close = end.checked_sub(1)?;
    let frame = words.role(close) == Role::Frame;
    frame.then(|| opening_nouns(words, named, floor, close))?
}

/// 中国足协公布处罚决定，称: the nouns that open the clause which ends before word `close`, in text without spaces or
/// particles.
pub(super) fn opening_nouns(
    words: &Words,
    named: &Named,
    floor: usize,
    close: usize,
) -> Option<Speaker> {
    if !words.lexicon.is_han() || words.lexicon.has_markers() {
        return None;
    }
    let first = (floor..close)
        .rev()
        .take_while(|&i| !words.list[i].is_mark() || quotes(words, i))
        .last()?;
    let free = |&i: &usize| !words.is(i, BOUND.and(Classes::STOP)) || words.is(i, HEAD);
    let mut at = (first..close)
        .take_while(free)
        .find(|&i| head(words, named, i).is_some())?;
    let mut speaker = head(words, named, at)?;
    // 商务部新闻发言人何咏前: the last of the nouns that stand together.
    loop {
        at = words.at(speaker.span.end);
        let next = head(words, named, at).filter(|next| {
            at < close && next.span.start == speaker.span.end && !words.is(at, BOUND)
        });
        let Some(next) = next else {
            return Some(speaker);
        };
        let span = speaker.span.join(next.span);
        speaker = Speaker { span, ..next };
    }
}

/// 王毅在会见…时表示: the words that open the clause before such a phrase, where no list knows them.
fn before_frame(words: &Words, floor: usize, open: usize) -> Option<Speaker> {
    let other = BOUND.and(Classes::STOP);
    let plain = |&i: &usize| {
        words.list[i].shape == Shape::Han
            && !words.is(i, other)
            && words.role(i) == Role::None
            && !words.lexicon.is_time(words.folded(i))
    };
    // 泽连斯基当天晚些时候在…发文称: when it was stands between.
    let day = |&i: &usize| words.lexicon.is_time(words.folded(i));
    let end = (floor..open).rev().find(|i| !day(i))? + 1;
    let first = (floor..end).rev().take_while(plain).last()?;
    let span = words.list[first].core.join(words.list[end - 1].core);
    let letters = span.of(&words.document.article.text).chars().count();
    (words.opens_part(first) && (2..=FRAMED).contains(&letters))
        .then_some(Speaker { span, name: None })
}

/// Such a subject has at most so many letters.
const FRAMED: usize = 8;

/// As [`subject_left`], and whether it is more than what a preposition governs.
pub(super) fn subject_before(
    words: &Words,
    named: &Named,
    end: usize,
    start: usize,
) -> Option<(Speaker, bool)> {
    // 柬埔寨国防部发表声明反驳称: of verbs in a row the first stands behind the subject.
    let unspaced = words.lexicon.is_han() && !words.lexicon.has_markers();
    let end = (start..end)
        .rev()
        .take_while(|&i| unspaced && words.is(i, Classes::VERB) && !words.is(i, HEAD))
        .last()
        .filter(|&first| first > start)
        .unwrap_or(end);
    let wide = start.max(end.saturating_sub(ASIDE));
    // "la líder del grupo, Ana Gil, que tuiteó: …"
    if let Some(comma) = related(words, wide, end) {
        // No further back than an aside reaches, however often such a clause hangs on another.
        return subject_before(words, named, comma, wide);
    }
    // 奥塞在致总统的信中写道: who stands in a frame right before the verb is no subject.
    if let Some(open) = framed(words, wide, end) {
        let before = subject_before(words, named, open, start);
        return before.or_else(|| Some((before_frame(words, wide, open)?, true)));
    }
    if let Some(speaker) = before_clause(words, named, wide, end) {
        return Some((speaker, true));
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
        .or_else(|| apposition::unclosed(words, named, start, end))
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
            || named.at(i).is_some() && is_led_office(words, i)
            || (floor.max(i.saturating_sub(4))..i)
                .rev()
                // "Forscher des Wegener-Instituts": a hyphen joins.
                .take_while(|&k| !words.list[k].is_mark() || words.mark(k) == Some('-'))
                .find(|&k| {
                    let entry = words.entry(k);
                    // "The director of Norway's museum": whose it is governs nothing.
                    entry.is_some_and(|entry| entry.role != Role::None)
                        || listed && words.is(k, Classes::PREPOSITION)
                        || words.is(k, HEAD.and(BOUND).and(Classes::ATTRIBUTION))
                        || named.at(k).is_some() && !owns(words, k)
                })
                // "après l'entretien la ministre": a noun of its own stands between.
                .filter(|&k| !(k + 2..i).any(|d| opens_phrase(words, d)))
                .and_then(|k| words.entry(k))
                // "sources close to the player": before a noun it leads to no verb.
                .is_some_and(|entry| {
                    entry.role == Role::Preposition
                        // "در جمع دانشجویان", "در حاشیه جلسه هیئت دولت": over the nouns that hang on each other.
                        // "melalui akun Instagram menyampaikan"
                        || listed && entry.classes.has(Classes::PREPOSITION)
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
            || owns(words, i)
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
            .map(|speaker| compound(words, i, end, widened(words, named, floor, i, speaker)))
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
    // "مردی که دیروز بازداشت شد به پلیس گفت": who opens the sentence, before what is governed.
    if fallback.as_ref().is_some_and(|(_, free)| !free)
        && let Some(speaker) = before_relative(words, named, start, end)
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
    let verb = end;
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
            .or_else(|| before_relative(words, named, start, end))
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
                // "Le locataire de la place Beauvau a répondu"
                let head = head.map(|head| head.or_else(|| unlisted_left(words, start, verb)));
                Some(match head.flatten() {
                    Some(head) => (head, true),
                    None => (speaker, !governed),
                })
            })
            .or_else(|| Some((unlisted_left(words, start, verb)?, true)))
    })
}

/// "A juíza-presidente considerou": a noun that no list knows, with the article that opens its clause, before
/// the verb at word `end`.
fn unlisted_left(words: &Words, start: usize, end: usize) -> Option<Speaker> {
    let opens = opens_with_noun(words) && words.opens_part(start) && words.is(end, Classes::VERB);
    opens.then(|| opening_noun(words, start, end)).flatten()
}

/// The words of such a name.
pub(super) const NAME: usize = 3;

/// "An official, speaking on condition of anonymity, said": who stands before an aside that
/// commas set off.
fn before_aside(words: &Words, named: &Named, floor: usize, end: usize) -> Option<Speaker> {
    let comma = |i: &usize| matches!(words.mark(*i), Some(',' | '،'));
    let last = end.checked_sub(1).filter(|i| *i > floor && comma(i))?;
    let first = (floor + 1..last).rev().find(comma)?;
    head(words, named, first - 1)
}

/// "یک مقام ارشد که نخواست نامش فاش شود به رویترز گفت": who opens the sentence before a relative clause that no
/// comma sets off, where the prepositions are listed and no article is.
fn before_relative(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    let listed = words.lexicon.has_prepositions() && !words.lexicon.has_determiners();
    if !listed || !words.opens_sentence(start) {
        return None;
    }
    let relative = (start + 1..end.min(start + REACH))
        .take_while(|&i| {
            !(words.list[i].is_mark() || words.is(i, BOUND) && words.role(i) != Role::Relative)
        })
        .find(|&i| words.role(i) == Role::Relative && words.is(i, Classes::COMPLEMENTISER))?;
    let governed = (start..relative).any(|i| words.is(i, Classes::PREPOSITION));
    // Behind the clause stands at least its verb.
    let clause = relative + 2 < end;
    (!governed && clause)
        .then(|| (start..relative).find_map(|i| head(words, named, i)))
        .flatten()
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
    // "قالت للمحقق: …": nor is whom it is said to.
    let led =
        words.lexicon.definite().is_some() && first < words.list.len() && is_led(words, first);
    if !plain(first) || led || !article && (words.lexicon.has_determiners() || verb_final) {
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

/// Whether the name at word `i` owns what stands behind it and is no subject: "A potter from Leeds, the
/// mayor's home, has", "said Apple's chief executive".
fn owns(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    words.lexicon.has_clauses() && word.is_capital() && word.core.end < word.span.end
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
            // "contou à TV Gazeta a aposentada": what governs a name stands before all of it.
            let opens = named.at(i).map_or(i, |(name, _)| words.at(name.span.start));
            !is_object(words, i)
                // "заявила журналистам глава"
                && !words.ends_in(i, "told")
                && !owns(words, i)
                && !bracketed(words, start, i)
                && !addressed(words, start, opens.max(start))
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
        .find_map(|i| person(named, i).map(|found| (i, found)))
        // "um porta-voz das Forças de Apoio Rápido": for whom somebody speaks.
        .filter(|(i, _)| {
            let other = named
                .at(*i)
                .is_some_and(|(_, name)| name.kind == NameKind::Other);
            !(other && hangs(words, at, *i))
        })
        .map(|(_, found)| found);
    Some(match named_after {
        Some(person) if !words.is(at, Classes::PRONOUN) => Speaker {
            span: speaker.span.join(person.span),
            name: person.name,
        },
        _ => speaker,
    })
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

/// A subject stands at most so many words behind whom it is said to.
const FAR: usize = 6;
