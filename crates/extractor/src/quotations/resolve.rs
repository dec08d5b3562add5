//! Who a speaker is inside the article: "he", "the spokesman", "the captain, X".

use super::antecedent::{Spoke, Story};
use super::apposition;
use super::beside;
use super::chain;
use super::described;
use super::gender::{Gender, Genders};
use super::governed::is_led;
use super::heads;
use super::holder;
use super::office::{
    Office, called, holder as held_by, is_office, is_part_of_office, of_country, offices, title,
};
use super::phrase;
use super::speakers::Named;
use super::topics::{marks_topics, writes_topics, written_behind};
use crate::lexicon::{Classes, Ending, Role, Side, Takes, fold};
use crate::words::{Shape, Words};
use crate::{Form, Mention, NameKind, Speaker, Value};
use segmenter::Span;

/// A pronoun points back at most this many sentences to the last speaker.
pub(super) const BACK: usize = 4;

/// So many of them are remembered.
const TOLD: usize = 32;

/// An apposition names its person within so many words: "the president of the court, X".
const APPOSITION: usize = 8;

/// Gives the speakers of quotations, in the order of the text, the names that the article tells.
pub(super) fn resolve(words: &Words, named: &Named, mentions: &mut [Mention]) {
    let offices = offices(words, named);
    let genders = Genders::of_language(words.lexicon.pack.code);
    let mut story = Story::new(words, named, genders, mentions);
    let mut last: Option<Spoke> = None;
    // Who spoke last, also where the article does not tell the name.
    let mut latest: Option<Spoke> = None;
    let mut prior: Option<(Speaker, usize)> = None;
    // Names that no list knows, of those whose office or job told that they are some.
    let mut told: Vec<String> = Vec::new();
    for mention in mentions {
        let sentence = mention.sentence;
        let Value::Quotation(quotation) = &mut mention.value else {
            continue;
        };
        let first = words.at(mention.span.start);
        let recent = last
            .clone()
            .filter(|spoke| spoke.sentence <= sentence && sentence - spoke.sentence <= BACK);
        let nearest = latest
            .clone()
            .filter(|spoke| spoke.sentence <= sentence && sentence - spoke.sentence <= BACK);
        let beside_cue = quotation.speaker.is_some();
        if quotation.speaker.is_none() {
            let verb = quotation.cue.and_then(|cue| {
                let at = words.at(cue.start);
                words
                    .is(at, Classes::VERB)
                    .then(|| genders.of_verb(cue.of(&words.document.article.text)))?
            });
            quotation.speaker = match quotation.form {
                // "Yolun kapandığı belirtildi": nobody is told.
                _ if quotation.cue.is_some_and(|cue| {
                    impersonal(words, cue) || phrase::passive(words, words.at(cue.start))
                }) =>
                {
                    None
                }
                // Nobody stands beside the cue: who opens the sentence, or spoke last.
                _ if quotation.cue.is_some() => {
                    let bare = quotation.cue.is_some_and(|cue| bare(words, cue));
                    // Behind such a verb stands its object.
                    let verb_at = quotation
                        .cue
                        .map(|cue| words.at(cue.start))
                        .filter(|&at| at < first && object(words, at));
                    let (until, people) = (verb_at.unwrap_or(first), bare || verb_at.is_some());
                    opener(words, named, until, quotation.cue)
                        .filter(|speaker| story.may_be(speaker, verb))
                        .or_else(|| {
                            let cue = quotation.cue?;
                            // "Añadió que": a verb that needs no subject.
                            let back = if brings_in(words) {
                                nearest.as_ref()
                            } else {
                                recent.as_ref()
                            };
                            (!hides_subject(words, cue))
                                .then(|| story.antecedent(until, verb, back, people))?
                        })
                        .or_else(|| {
                            // "…", הדגיש: whoever spoke in the sentence before, also without a name.
                            let cue = quotation.cue?;
                            let verb = words.at(cue.start);
                            let opens = verb < 2
                                || words.list[verb - 2].sentence != words.list[verb].sentence
                                || quotation.form == Form::Direct && mention.span.start < cue.start;
                            let (speaker, at) = prior.clone().filter(|_| bare && opens)?;
                            let same = speaker.name.is_none() && at + 1 >= sentence;
                            (same && near(words, at, sentence)).then_some(speaker)
                        })
                }
                Form::Direct if !mood_before(words, first) => before(words, named, first)
                    .or_else(|| leader(words, named, first))
                    .or_else(|| {
                        let nouns = words.lexicon.pack.meta.noun_capitals;
                        let back = if nouns { &recent } else { &nearest };
                        back.clone().map(|spoke| spoke.speaker)
                    }),
                // "A “flexible solution” be possible": the mood tells that somebody's words go on.
                Form::Mixed | Form::Indirect | Form::Direct
                    if quotation.form != Form::Mixed || mood(words, sentence) =>
                {
                    let said = prior.clone().filter(|(_, at)| near(words, *at, sentence));
                    let told = reporter(words, named, sentence);
                    let at = |found: &Option<(Speaker, usize)>| found.as_ref().map(|(_, at)| *at);
                    let later = if at(&told) > at(&said) { told } else { said };
                    later.map(|(speaker, _)| speaker)
                }
                _ => None,
            };
        }
        let Some(speaker) = quotation.speaker.as_mut() else {
            continue;
        };
        let head = words.at(speaker.span.start);
        if let Some(found) = apposition::body(words, named, speaker) {
            *speaker = found;
        }
        if let Some(found) = set_off(words, named, speaker) {
            *speaker = found;
        }
        if speaker.name.is_none()
            && let Some(found) = beside(words, named, head, speaker.span)
                .or_else(|| in_front(words, named, head, speaker.span))
                .or_else(|| in_line(words, named, head, speaker.span))
                .or_else(|| before_dot(words, named, head, speaker.span))
        {
            *speaker = found;
        }
        if let Some(found) = holder::behind(words, named, speaker) {
            told.extend(found.name.clone().filter(|_| told.len() < TOLD));
            *speaker = found;
        } else if let Some(name) = &speaker.name
            && named.at(head).is_none()
            && name.contains(' ')
        {
            told.extend(Some(name.clone()).filter(|_| told.len() < TOLD));
        } else if speaker.name.is_none()
            && let Some(name) = holder::again(words, speaker, &told)
        {
            speaker.name = Some(name);
        }
        if let Some(found) = described::of_kin(words, named, speaker) {
            *speaker = found;
        }
        if let Some(found) = described::by_surname(words, &story, head, speaker) {
            *speaker = found;
        }
        if speaker.name.is_none() {
            let printed = speaker.span.of(&words.document.article.text);
            speaker.name = if words.is(head, Classes::PRONOUN)
                || words
                    .entry(head)
                    .is_some_and(|entry| entry.side == Side::Own)
                || quotation.cue.is_some_and(|cue| by_own(words, cue))
                || words.lexicon.is_pronoun(&fold(printed))
            {
                let gender = pronoun_gender(words, head, printed);
                let cue = quotation.cue.filter(|_| gender == Some(Gender::Feminine));
                let many = cue.is_some_and(|cue| {
                    let verb = cue.of(&words.document.article.text);
                    genders.of_verb(verb) == Some(Gender::Plural)
                });
                (!many)
                    .then(|| story.antecedent(head, gender, nearest.as_ref(), true))
                    .flatten()
                    .and_then(|speaker| speaker.name)
            } else {
                if let Some(found) = described::by_part(words, named, &story, head, speaker) {
                    *speaker = found;
                }
                let new = head > 0
                    && words
                        .entry(head - 1)
                        .is_some_and(|entry| entry.tag.starts_with("indefinite"));
                let office = is_office(words, head) && speaker.name.is_none() && !new;
                speaker
                    .name
                    .take()
                    .or_else(|| office.then(|| held_by(words, &offices, head))?)
                    .or_else(|| (!new).then(|| called(words, &offices, head))?)
                    .or_else(|| described::by_honorific(words, &story, head, speaker.span))
                    .or_else(|| described::name(words, &story, head, recent.as_ref()))
                    .or_else(|| {
                        let back = described::back(words, &story, genders, head, recent.as_ref());
                        of_country(words, &offices, head, back)
                    })
            };
        }
        if let Some(age) = described::age_before(words, head) {
            speaker.span = words.list[age].core.join(speaker.span);
        }
        prior = Some((speaker.clone(), sentence));
        let organisation = named
            .at(head)
            .is_some_and(|(_, name)| matches!(name.kind, NameKind::Organisation | NameKind::Place));
        // "وقالت كاترين هوفمان … لكنه قال": the verb shows that she is a woman.
        if beside_cue
            && !organisation
            && !words.is(head, Classes::PRONOUN)
            && let (Some(name), Some(cue)) = (&speaker.name, quotation.cue)
            && words.is(words.at(cue.start), Classes::VERB)
            && let Some(gender @ (Gender::Feminine | Gender::Masculine)) =
                genders.of_verb(cue.of(&words.document.article.text))
        {
            story.learn(name, gender);
        }
        let spoke = Spoke {
            speaker: speaker.clone(),
            sentence,
            organisation,
        };
        if speaker.name.is_some() {
            last = Some(spoke.clone());
            latest = Some(spoke);
        } else if unnamed_person(words, speaker.span, &offices, last.as_ref()) {
            // "The captain said … He added": he is the captain, whoever that is.
            latest = Some(spoke);
        }
    }
}

/// Whether the language shows who is somebody new: by articles that are words, or that are written onto nouns.
fn brings_in(words: &Words) -> bool {
    chain::opens_with_noun(words) || words.lexicon.definite().is_some()
}

/// Whether the words of `span` are an office or the noun of one person who is not who spoke last.
fn unnamed_person(words: &Words, span: Span, offices: &[Office], last: Option<&Spoke>) -> bool {
    // 경찰 관계자: where nothing opens the phrase that shows whether it is known, its last word tells who it is.
    let last_tells = !words.lexicon.is_spaced() || writes_topics(words);
    let i = words.at(if last_tells {
        span.end.saturating_sub(1)
    } else {
        span.start
    });
    let tagged = |tag: &str| {
        let entry = words.entry(i);
        entry.is_some_and(|entry| entry.classes.has(Classes::SOURCE) && entry.tag == tag)
    };
    // "le ministre" may be who was named before, if that is a minister; "un ministre", "עובדת" is nobody yet.
    let written = words.list[i].span.of(&words.document.article.text);
    let indefinite = words.lexicon.definite().is_some() && !words.lexicon.is_definite(written)
        || i > 0
            && words
                .entry(i - 1)
                .is_some_and(|entry| entry.tag.starts_with("indefinite"));
    // Where the prepositions are listed, and no articles show who is new.
    let listed = words.lexicon.has_prepositions() && words.list[i].shape == Shape::Uncased;
    // "یک دیپلمات اروپایی": one of many.
    let one = listed && i > 0 && words.is(i, Classes::SOURCE) && described::is_one(words, i - 1);
    let own = title(words, i);
    let holds = |spoke: &Spoke| {
        let name = spoke.speaker.name.as_deref();
        let fits =
            |office: &Office| office.title == own || is_part_of_office(words, &own, &office.title);
        offices
            .iter()
            .any(|office| Some(office.name.as_str()) == name && fits(office))
    };
    let several = words.lexicon.ending(words.core(i)) == Some(Ending::Third);
    let title = words.is(i, Classes::TITLE);
    // A capital that no list knows: somebody whose name is one word.
    let nouns = words.lexicon.pack.meta.noun_capitals;
    if words.list[i].is_capital() && words.entry(i).is_none() && !nouns {
        return true;
    }
    // "عبدالعاطی گفت … او": a name that no list knows, before a verb in a language that lists its prepositions.
    if (listed || words.lexicon.definite().is_some())
        && words.list[i].shape == Shape::Uncased
        && words.entry(i).is_none()
    {
        return true;
    }
    (words.lexicon.has_determiners() || words.lexicon.definite().is_some() || listed || last_tells)
        && !words.is(i, Classes::PRONOUN)
        && !several
        && (title || one || tagged("person") || tagged("again") || last_tells && tagged(""))
        && (indefinite || !title || !last.is_some_and(holds))
}

/// Whether the cue is a verb in the passive that ends its sentence.
fn impersonal(words: &Words, cue: Span) -> bool {
    let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
    words.entry(words.at(cue.start)).is_some_and(|entry| {
        entry.takes.has(Takes::NOBODY) || verb_final && entry.takes.has(Takes::WITHIN)
    })
}

/// Whether the cue is a phrase that holds the word for who speaks: "по его словам".
fn by_own(words: &Words, cue: Span) -> bool {
    let entry = words.entry(words.at(cue.start));
    entry.is_some_and(|entry| entry.side == Side::Own && entry.classes.has(Classes::ATTRIBUTION))
}

/// What a pronoun tells of whom it stands for, also one that a verb is joined to ("a-t-elle").
fn pronoun_gender(words: &Words, head: usize, printed: &str) -> Option<Gender> {
    let tag = words
        .entry(head)
        .filter(|entry| entry.classes.has(Classes::PRONOUN))
        .map(|entry| entry.tag)
        .or_else(|| words.lexicon.pronoun_tag(&fold(printed)))?;
    Gender::of(tag)
}

/// Whether a verb of the sentence stands in the mood of reported speech.
fn mood(words: &Words, sentence: usize) -> bool {
    let start = words.first_of(sentence);
    words.list[start..]
        .iter()
        .enumerate()
        .take_while(|(_, word)| word.sentence == sentence)
        .any(|(k, _)| {
            words
                .entry(start + k)
                .is_some_and(|entry| matches!(entry.role, Role::Reported | Role::Conditional))
        })
}

/// Whether a verb of the sentence stands in that mood before word `first`.
fn mood_before(words: &Words, first: usize) -> bool {
    let sentence = words.list.get(first).map_or(0, |word| word.sentence);
    let start = words.first_of(sentence);
    (start..first.min(start + CLAUSE))
        .take_while(|&i| !matches!(words.mark(i), Some(',')))
        .any(|i| words.role(i) == Role::Reported)
}

/// A clause has at most so many words.
const CLAUSE: usize = 40;

/// The organisation or office that the sentence before words in marks opens with, in the same
/// paragraph: "Die Gewerkschaft hält am Streik fest. „…“".
fn leader(words: &Words, named: &Named, first: usize) -> Option<Speaker> {
    let here = words.list.get(first)?.sentence;
    let before = here.checked_sub(1)?;
    let paragraph = |sentence: usize| words.document.sentences.get(sentence).map(|s| s.paragraph);
    if !words.lexicon.pack.meta.noun_capitals || paragraph(before) != paragraph(here) {
        return None;
    }
    let start = words.first_of(before);
    let article = usize::from(words.is(start, Classes::DETERMINER));
    let oblique = words.role(start) == Role::Preposition;
    (start..start + article + 2)
        .take_while(|_| !oblique)
        .find_map(|i| super::heads::head(words, named, i))
        .or_else(|| {
            // "Mira Kell, Mitglied des Rates, …": two capitals that open the sentence are a name.
            let plain = |i: usize| {
                words.list.get(i).is_some_and(|word| {
                    word.is_capital() && word.sentence == before && !words.is(i, Classes::STOP)
                })
            };
            let name = plain(start) && plain(start + 1) && words.mark(start + 2) == Some(',');
            let span = words.list[start].core.join(words.list.get(start + 1)?.core);
            name.then(|| Speaker {
                span,
                name: Some(span.of(&words.document.article.text).to_owned()),
            })
        })
}

/// Who reports in the sentences before, and in which: "Lin nannte Gründe. Er habe …".
fn reporter(words: &Words, named: &Named, sentence: usize) -> Option<(Speaker, usize)> {
    (sentence.saturating_sub(BACK)..sentence)
        .rev()
        .take_while(|&before| near(words, before, sentence))
        .find_map(|before| {
            let start = words.first_of(before);
            let end = words.end_of(before);
            (start..end)
                .filter(|&i| words.is(i, Classes::VERB.and(Classes::ATTRIBUTION)))
                .find_map(|cue| beside::speaker_of(words, named, cue, start, end))
                .filter(|speaker| {
                    let head = words.at(speaker.span.start);
                    !words.is(head, Classes::PRONOUN)
                })
                .map(|speaker| (speaker, before))
        })
}

/// Whether two sentences stand in one paragraph, few sentences apart.
fn near(words: &Words, before: usize, here: usize) -> bool {
    let paragraph = |sentence: usize| words.document.sentences.get(sentence).map(|s| s.paragraph);
    let (Some(first), Some(last)) = (paragraph(before), paragraph(here)) else {
        return false;
    };
    before <= here && here - before <= BACK && last - first <= PARAGRAPHS
}

/// What is said goes on over so many ends of paragraphs.
const PARAGRAPHS: usize = 1;

/// Whether the verb at word `i` takes a person as its object.
fn object(words: &Words, i: usize) -> bool {
    words.takes(i, Takes::WHOM)
}

/// Whether a verb stands without a subject of its own: before a mark, the end, its clause or a
/// small word that opens no subject ("decía con calma").
fn bare(words: &Words, cue: Span) -> bool {
    let after = words.behind(cue.end);
    words.list.get(after).is_none_or(|word| {
        let subject = Classes::DETERMINER
            .and(Classes::PRONOUN)
            .and(Classes::TITLE)
            .and(Classes::SOURCE);
        word.is_mark()
            || words.is(after, Classes::COMPLEMENTISER)
            // "قالت للمحقق: …"
            || words.lexicon.definite().is_some() && is_led(words, after)
            // "ha detto ricevendolo"
            || words.lexicon.ending(words.core(after)) == Some(Ending::Gerund)
            || !phrase::reads(words) && words.is(after, Classes::STOP) && !words.is(after, subject)
    })
}

/// Whether the words before a verb that ends its clause may hold a subject that no list knows.
fn hides_subject(words: &Words, cue: Span) -> bool {
    if words.lexicon.pack.meta.verb != lang::VerbPlace::Final {
        return false;
    }
    let at = words.at(cue.start);
    let Some(sentence) = words.list.get(at).map(|word| word.sentence) else {
        return false;
    };
    let start = words.first_of(sentence);
    let comma = (start..at).find(|&i| matches!(words.mark(i), Some(',' | '،')));
    // "X, the commissioner, said": a comma sets a phrase off that is no quotation.
    comma.is_some_and(|comma| {
        (start..comma).all(|i| !words.list[i].is_mark())
            && (comma + 1..at).any(|i| matches!(words.mark(i), Some(',' | '،')))
    })
}

/// The person, or the pronoun, that opens the sentence before word `i`. A cue that is a noun as well ("כתב") is
/// none.
fn opener(words: &Words, named: &Named, i: usize, cue: Option<Span>) -> Option<Speaker> {
    let sentence = words.list.get(i)?.sentence;
    let start = words.first_of(sentence);
    let outside = |k: &usize| cue.is_none_or(|cue| !words.list[*k].core.overlaps(cue));
    (start..i.min(start + OPENING))
        .filter(outside)
        .find_map(|k| {
            let time = words.is(k, Classes::DETERMINER)
                && words.list.get(k + 1).is_some()
                && words.lexicon.is_time(words.folded(k + 1));
            if words.is(k, Classes::PRONOUN) && k < start + 2 && !time {
                return Some(Speaker {
                    span: words.list[k].core,
                    name: None,
                });
            }
            let office = Classes::SOURCE
                .and(Classes::TITLE)
                .and(Classes::ORGANISATION);
            // "قالت للمحقق: …": nor is whom it is said to.
            let led = words.lexicon.definite().is_some() && is_led(words, k);
            if words.is(k, office) && k < start + 2 && named.at(k).is_none() && !led {
                return Some(Speaker {
                    span: words.list[k].core,
                    name: None,
                });
            }
            named_person(named, k)
        })
}

/// The subject of a sentence stands among its first words.
pub(super) const OPENING: usize = 12;

pub(super) fn named_person(named: &Named, i: usize) -> Option<Speaker> {
    let (mention, name) = named.at(i)?;
    (name.kind == NameKind::Person).then(|| Speaker::named(mention, name))
}

/// The name that belongs to the noun phrase of word `head`: behind a comma or in front.
fn beside(words: &Words, named: &Named, head: usize, span: Span) -> Option<Speaker> {
    let text = words.entry(head).is_some_and(|entry| entry.tag == "text");
    let articles = words.lexicon.has_determiners() || words.lexicon.definite().is_some();
    if words.is(head, Classes::PRONOUN) || text && articles {
        return None;
    }
    // "Polis, Sims'in …": a name with an ending is no apposition of a subject.
    let verb_final = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
    let inflected = |found: &Speaker| {
        let rest = words.document.article.text.get(found.span.end..);
        let ending = rest.and_then(|rest| rest.strip_prefix(['\'', '’']));
        ending.is_some_and(|ending| ending.starts_with(char::is_alphabetic))
    };
    let person = |i: usize| {
        let found = bearer(named, i)?;
        Some(Speaker {
            span: span.join(found.span),
            ..found
        })
    };
    // "하산 이을드름 주지사", "林剑发言人"
    if words.is(head, Classes::TITLE)
        && let Some(found) = head.checked_sub(1).and_then(person)
        && !words.list[head - 1].is_mark()
        && words
            .entry(head)
            .is_some_and(|entry| entry.side != crate::lexicon::Side::Right)
    {
        return Some(found);
    }
    if let Some(found) = aged(words, named, head, span) {
        return Some(found);
    }
    // "the news agency KCNA"
    if heads::named_body(words, named, head)
        && let Some((mention, name)) = named.at(words.after(head))
    {
        let found = Speaker::named(mention, name);
        return Some(Speaker {
            span: span.join(found.span),
            ..found
        });
    }
    let mut i = words.behind(span.end);
    // 의장은 …, "अदालत ने पूर्व विधायक …": the particle of a subject closes its phrase.
    let particle = words.is(i, Classes::SUBJECT);
    let last = words.at(span.end.saturating_sub(1));
    let closed = i > 0 && words.list[i - 1].span.end > span.end
        || particle
        || written_behind(words, last).is_some();
    if marks_topics(words) && closed || words.lexicon.is_spaced() && particle {
        return None;
    }
    let limit = (i + APPOSITION).min(words.list.len());
    // "وکیل او، مصطفی نیلی": whose it is stands behind the noun.
    if words.is(i, Classes::PRONOUN)
        && !words.lexicon.has_determiners()
        && matches!(words.mark(i + 1), Some('،'))
    {
        i += 1;
    }
    let mut set_off = false;
    let behind = i;
    // "The office of Petrakis" speaks for Petrakis.
    let group = words.is(head, Classes::ORGANISATION)
        || words.entry(head).is_some_and(|entry| entry.tag == "group");
    while i < limit {
        let word = &words.list[i];
        if word.sentence != words.list[head].sentence {
            return None;
        }
        // 王毅在会见马克龙时: in text without spaces a preposition opens what hangs on the verb.
        let unspaced = !words.lexicon.is_spaced();
        if unspaced && words.role(i) == Role::Preposition {
            return None;
        }
        // "a source close to Petrakis", "la presentadora de Hoy": the name hangs on the noun.
        if !set_off && !group && hangs(words, behind, i) {
            i = named
                .at(i)
                .map_or(i + 1, |(name, _)| words.at(name.span.end).max(i + 1));
            continue;
        }
        if let Some(found) = person(i).filter(|found| !(set_off && verb_final && inflected(found)))
        {
            // Behind a title of its own a comma closes it, where capitals do not show a name.
            let close = words.mark(words.at(found.span.end));
            let open = words.list[i].shape == Shape::Uncased
                && set_off
                && words.is(i - 1, Classes::TITLE)
                && !matches!(close, Some(',' | '،'));
            return (!open).then_some(found);
        }
        match words.mark(i) {
            Some(',' | '،') if !set_off => set_off = true,
            Some('-' | '\'' | '’' | '"' | '“' | '”' | '«' | '»') if !set_off => {}
            // "la portavoz de la organización (OMS), Ingrid Solheim"
            Some('(') if !set_off => {
                i = (i + 1..limit.min(i + BRACKETS)).find(|&k| words.mark(k) == Some(')'))?;
            }
            // "the chief, Dr. Yohanes Kopong", "המנהל, פרופ' דוד גרינברג, הסביר"
            Some('.' | '\'' | '׳') if set_off && words.is(i - 1, Classes::TITLE) => {}
            Some(_) => return None,
            None if words.is(
                i,
                Classes::VERB
                    .and(Classes::COMPLEMENTISER)
                    .and(Classes::PRONOUN),
            ) || verb_final && words.is(i, Classes::ATTRIBUTION) =>
            {
                return None;
            }
            // "соседка погибшего, 61-летняя Тамара Ильина"
            None if set_off
                && word.shape == Shape::Number
                && words.mark(i + 1) == Some('-')
                && i + 3 < limit
                && words.list[i + 2].shape == Shape::Lower =>
            {
                i += 2;
            }
            // Behind the comma the name comes at once, or behind a title.
            None if set_off && !(is_title_before_name(words, i) || opens_title(words, i)) => {
                return None;
            }
            None => {}
        }
        i += 1;
    }
    None
}

/// Whether a title stands at word `i` that a name may follow behind a comma: "the chief, Dr. X", in small
/// letters only in a language of articles ("o comandante, coronel X").
fn is_title_before_name(words: &Words, i: usize) -> bool {
    let word = &words.list[i];
    let small = word.shape == Shape::Lower && words.lexicon.has_determiners();
    let uncased = word.shape == Shape::Uncased;
    words.is(i, Classes::TITLE) && (word.is_capital() || small || uncased)
}

/// Whether an article stands at word `i` before the title of somebody: "le chef de la police, le colonel X".
fn opens_title(words: &Words, i: usize) -> bool {
    words.is(i, Classes::DETERMINER) && words.is(i + 1, Classes::TITLE)
}

/// The short name of a body in brackets has with them so many words at most.
const BRACKETS: usize = 5;

/// Whether a small word that is no article governs what stands at word `i`, not before word `floor`, in a
/// language of articles.
pub(super) fn hangs(words: &Words, floor: usize, i: usize) -> bool {
    let inner = Classes::DETERMINER.and(Classes::TITLE);
    // "Scientists at the British Antarctic Survey": over the words of its name that no name has.
    let capital = |k: usize| words.list[k].is_capital() && words.is(k, Classes::STOP);
    let before = (floor..i)
        .rev()
        .find(|&k| !words.is(k, inner) && !capital(k));
    // "אחותו של דניאל"
    before.is_some_and(|k| is_of(words, k))
        || words.lexicon.has_determiners()
            && before.is_some_and(|k| {
                let joins = words.is(k, Classes::PREPOSITION.and(Classes::PARTICLE))
                    && words.list[k].shape == Shape::Lower
                    && words.role(k) != Role::Coordinator;
                joins || matches!(words.role(k), Role::Preposition | Role::Infinitive)
            })
}

/// Whether word `i` is the small word between a noun and whose it is: של.
fn is_of(words: &Words, i: usize) -> bool {
    let mut forms = words.lexicon.name_forms("of");
    forms.any(|form| form == words.folded(i))
}

/// "셀람(26) 씨": who stands before the age in brackets and the honorific at word `head`.
fn aged(words: &Words, named: &Named, head: usize, span: Span) -> Option<Speaker> {
    let behind = words.is(head, Classes::TITLE)
        && words
            .entry(head)
            .is_some_and(|entry| entry.side != Side::Right);
    let age = head.checked_sub(2).filter(|&age| {
        words.mark(age + 1) == Some(')') && words.list[age].shape == Shape::Number
    })?;
    let last = age
        .checked_sub(2)
        .filter(|_| words.mark(age - 1) == Some('('))?;
    // 이모(39) 씨: what is a noun as well.
    let plain = words.list[last].shape == Shape::Uncased
        && words
            .entry(last)
            .is_none_or(|entry| entry.classes == Classes::SOURCE);
    let found = bearer(named, last).or_else(|| {
        let own = words.list[last].core;
        plain.then(|| Speaker {
            span: own,
            name: Some(own.of(&words.document.article.text).to_owned()),
        })
    })?;
    behind.then(|| Speaker {
        span: found.span.join(span),
        ..found
    })
}

/// The name behind the comma where the one before it belongs to the office: "the director of Nof
/// Carmel, Prof. X", "le patron de Pelit, X".
fn set_off(words: &Words, named: &Named, speaker: &Speaker) -> Option<Speaker> {
    let head = words.at(speaker.span.start);
    let office = words.is(head, Classes::TITLE.and(Classes::SOURCE)) && named.at(head).is_none();
    let comma = words.at(speaker.span.end);
    let last = comma.checked_sub(1)?;
    let of_office = described::is_kin(words, head)
        || named.at(last).is_some_and(|(name, kind)| {
            // "יועצת של ממדאני, מורין לוי": a small word shows whose office it is.
            let at = words.at(name.span.start);
            last > head && (kind.kind != NameKind::Person || at > head + 1 && is_of(words, at - 1))
        });
    if !office || !of_office || !matches!(words.mark(comma), Some(',' | '،')) {
        return None;
    }
    let sentence = words.list[head].sentence;
    (comma + 1..words.list.len().min(comma + 2 + TITLES))
        .take_while(|&i| {
            words.list[i].sentence == sentence
                && (i == comma + 1
                    || words.is(i - 1, Classes::TITLE)
                    || matches!(words.mark(i - 1), Some('.' | '\'' | '"')))
        })
        .find_map(|i| bearer(named, i))
        .map(|found| Speaker {
            span: speaker.span.join(found.span),
            ..found
        })
}

/// A name of several parts or a person's, which an office or noun beside it shows to be one's.
pub(super) fn bearer(named: &Named, i: usize) -> Option<Speaker> {
    let (mention, name) = named.at(i)?;
    let several = name.name.contains([' ', '・', '·']) && name.kind == NameKind::Other;
    (name.kind == NameKind::Person || several).then(|| Speaker::named(mention, name))
}

/// "Ingrid Solheim, the U.N. envoy, said": the name before the comma that opens the phrase of word
/// `head`.
fn in_front(words: &Words, named: &Named, head: usize, span: Span) -> Option<Speaker> {
    if !words.is(head, Classes::TITLE.and(Classes::SOURCE)) {
        return None;
    }
    let sentence = words.list[head].sentence;
    let comma = (head.saturating_sub(APPOSITION)..head)
        .rev()
        .take_while(|&i| {
            words.list[i].sentence == sentence
                && !words.is(
                    i,
                    Classes::VERB
                        .and(Classes::COMPLEMENTISER)
                        .and(Classes::PRONOUN),
                )
                && words.role(i) != Role::Relative
        })
        .find(|&i| matches!(words.mark(i), Some(',' | '،' | '，')))?;
    let open = |i: usize| {
        !words.list[i].is_mark() || matches!(words.mark(i), Some('.' | '-' | '\'' | '’'))
    };
    let before = comma.checked_sub(1)?;
    let aged = words.list[before].shape == Shape::Number
        && before > 1
        && matches!(words.mark(before - 1), Some(','));
    let before = if aged { before - 2 } else { before };
    let found = bearer(named, before).filter(|_| (comma + 1..head).all(open))?;
    // "In Rome, X, the envoy": only what opens the clause.
    let at = words.at(found.span.start);
    let governed = at > 0
        && words.list[at - 1].sentence == sentence
        && !words.list[at - 1].is_mark()
        && words.is(at - 1, Classes::STOP)
        && !words.is(at - 1, Classes::DETERMINER.and(Classes::TITLE));
    (!governed).then(|| Speaker {
        span: found.span.join(span),
        ..found
    })
}

/// "도널드 트럼프 미국 대통령": where particles mark the topic, the name in front of the office, with nothing but
/// countries, bodies and nouns of both between.
pub(super) fn in_line(words: &Words, named: &Named, head: usize, span: Span) -> Option<Speaker> {
    if !writes_topics(words) {
        return None;
    }
    let sentence = words.list[head].sentence;
    let land = |i: usize| {
        let kind = named.at(i).map(|(_, name)| name.kind);
        let nouns = Classes::ORGANISATION
            .and(Classes::TITLE)
            .and(Classes::SOURCE);
        // "한동훈 전 국민의힘 대표", "구윤철 부총리 겸 장관"
        let joins = words.role(i) == Role::Coordinator || words.lexicon.is_deputy(words.core(i));
        matches!(kind, Some(NameKind::Place | NameKind::Organisation))
            || words.is(i, nouns)
            || joins
    };
    let bare = |i: usize| words.list[i].core == words.list[i].span && !words.list[i].is_mark();
    let mut before = (head.saturating_sub(APPOSITION)..head)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence && bare(i));
    let at = before.find(|&i| !land(i))?;
    let found = bearer(named, at)?;
    Some(Speaker {
        span: found.span.join(span),
        ..found
    })
}

/// 北川進・京都大特別教授: in text without spaces whose office stands behind a dot.
fn before_dot(words: &Words, named: &Named, head: usize, span: Span) -> Option<Speaker> {
    let text = words.document.article.text.as_str();
    let office = words.lexicon.is_han() && words.is(head, Classes::TITLE);
    let joined = |i: &usize| words.list[*i].span.end == words.list[*i + 1].span.start;
    let dot = (head.saturating_sub(APPOSITION)..head)
        .rev()
        .take_while(|i| office && joined(i))
        .find(|&i| words.list[i].span.of(text).starts_with('・'))?;
    let found = bearer(named, dot.checked_sub(1).filter(|i| joined(i))?)?;
    Some(Speaker {
        span: found.span.join(span),
        ..found
    })
}

/// So many words and marks of titles may stand before such a name: "Prof. Dr."
const TITLES: usize = 4;

/// The person whom the sentence of word `i`, or the one before it in the paragraph, names first.
fn before(words: &Words, named: &Named, i: usize) -> Option<Speaker> {
    let here = words.list.get(i)?.sentence;
    let paragraph = words.document.sentences.get(here)?.paragraph;
    let mut found: Option<(usize, Speaker)> = None;
    for k in (0..i).rev() {
        let sentence = words.list[k].sentence;
        let near = words
            .document
            .sentences
            .get(sentence)
            .is_some_and(|s| s.paragraph == paragraph);
        if !near || sentence + 2 < here || found.as_ref().is_some_and(|(at, _)| *at != sentence) {
            break;
        }
        if let Some(speaker) = named_person(named, k) {
            found = Some((sentence, speaker));
        }
    }
    found.map(|(_, speaker)| speaker)
}
