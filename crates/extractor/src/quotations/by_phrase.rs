//! What a phrase reports: "According to X, …", "…, according to X", "Xによると、…", and in whose
//! view something is so.

use super::beside;
use super::chain;
use super::clause_close;
use super::clauses::{OWN, parted};
use super::governed::has_ending;
use super::heads::{head_led, wide_head};
use super::implied;
use super::indirect::{OBJECT, REACH, Report, comma, least_words};
use super::relayed;
use super::speakers::{Named, subject_left, subject_right, unlisted};
use crate::Speaker;
use crate::lexicon::{Classes, Role, Side};
use crate::words::{Shape, Words};
use lang::VerbPlace;

/// "According to X, …", "…, according to X", "Xによると、…".
pub(super) fn by_phrase(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = words.after(cue);
    // "il secondo incontro con Kim": behind an article it is another word.
    if cue > start && words.is(cue - 1, Classes::DETERMINER) {
        return None;
    }
    let left = words.entry(cue)?.side == Side::Left;
    let own = words.entry(cue)?.side == Side::Own;
    let speaker = if left {
        // "AFAD'dan yapılan açıklamaya göre"
        let text = cue.checked_sub(1).filter(|&text| {
            text > start && words.entry(text).is_some_and(|entry| entry.tag == "text")
        });
        owner(words, named, start, cue)
            .or_else(|| implied::issuer(words, named, start, text?))
            .or_else(|| subject_left(words, named, cue, start))
            .or_else(|| run_before(words, cue, start))?
    } else if own {
        beside::own(words, cue)
    } else {
        head_led(words, named, after)
            .or_else(|| relayed::source(words, named, after, end))
            .or_else(|| unlisted(words, named, after, end))
            .or_else(|| proper(words, after, end).filter(|_| cue <= start + 1))
            .or_else(|| beside::noun_of_phrase(words, cue, end))?
    };
    // Behind a report it is another source of the same.
    // "שרת התחבורה התנגדה; לדבריה, …": so does one behind a semicolon.
    let apart = cue > start && matches!(words.mark(cue - 1), Some(';' | '؛'));
    let opens = left || apart || cue <= start + 1 && !comma(words, start);
    // "no estaba de acuerdo con la sentencia": no source without a comma.
    let short = cue < start + least_words(words) + 1;
    if short
        && !opens
        && start > 0
        && chain::opens_with_noun(words)
        && words.list[start - 1].sentence == words.list[cue].sentence
    {
        return None;
    }
    let long = words.list[cue].reach >= LONG && !own;
    if long && !opens && chain::opens_with_noun(words) && !comma(words, cue - 1) {
        return None;
    }
    let close = words.at(speaker.span.end).max(after);
    // "El exportero, según su representante, jugará una temporada más": both sides of it.
    let embraced = !opens
        && comma(words, cue - 1)
        && comma(words, close)
        && close + least_words(words) / 2 < end
        && cue - 1 <= start + REACH
        && (start..cue - 1).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    if embraced {
        return Some(Report {
            content: (close + 1, end),
            before: Some((start, cue - 1)),
            cue: Some(cue),
            speaker: Some(speaker),
        });
    }
    let content = if opens {
        let commas = || {
            (after..end)
                .filter(|&i| comma(words, i) && words.list[i].span.start >= speaker.span.end)
        };
        // "Segundo Maria Lopes, que mora no prédio, o fogo …"
        let told = |i: usize| {
            words.is(i + 1, Classes::COMPLEMENTISER) || words.role(i + 1) == Role::Relative
        };
        // "Selon Lin Jian, chercheur à Pékin, …"
        let apposed = |i: usize| {
            let noun = |k: usize| words.is(k, Classes::TITLE.and(Classes::SOURCE));
            (noun(i + 1) || words.is(i + 1, Classes::DETERMINER) && noun(i + 2))
                && commas().nth(1).is_some_and(|close| {
                    close <= i + REACH / 2 && !(i..close).any(|k| words.is(k, Classes::VERB))
                })
        };
        // "לדברי ראש הצוות, פרופ' מיה אדלשטיין, …": who it is, in few words that hold no verb.
        let held = |i: usize| {
            let head = words.at(speaker.span.start);
            words.list[head].shape == Shape::Uncased
                && words.is(head, Classes::TITLE.and(Classes::SOURCE))
                && commas().nth(1).is_some_and(|close| {
                    let small = Classes::VERB
                        .and(Classes::STOP)
                        .and(Classes::COMPLEMENTISER);
                    (i + 3..=i + OWN).contains(&close)
                        && (i + 1..close).all(|k| !words.is(k, small))
                })
        };
        let boundary = match commas().next() {
            Some(i) if held(i) && i <= words.at(speaker.span.end) + OBJECT => commas().nth(1),
            Some(i) if i == words.at(speaker.span.end) && (told(i) || apposed(i)) => {
                commas().nth(1)
            }
            boundary => boundary,
        };
        let first = match boundary {
            // "la tesi della difesa, secondo cui …"
            _ if left && cue > start && comma(words, cue - 1) => after,
            // "habere göre hırsızlar, bankadan …": what follows the phrase is said.
            Some(i) if left && i > after && words.lexicon.pack.meta.verb == VerbPlace::Final => {
                after
            }
            Some(i) => i + 1,
            None if left => after,
            None => words.at(speaker.span.end),
        };
        // "सूत्रों के हवाले से खबर है कि …"
        let opener = (first..end.min(first + OBJECT))
            .find(|&i| left && words.is(i, Classes::COMPLEMENTISER));
        let first = opener.unwrap_or(first);
        let end = clause_close::before_verb(words, first, end);
        (first, parted(words, first, end).unwrap_or(end))
    } else {
        // Only at the end of the sentence: what follows would be another clause.
        let rest = (after..end)
            .filter(|&i| words.list[i].span.start > speaker.span.end)
            .count();
        if rest > 6 {
            return None;
        }
        (start, if comma(words, cue - 1) { cue - 1 } else { cue })
    };
    (content.0 < content.1).then_some(Report::of(content, cue, Some(speaker)))
}

/// 同市によると, 第7管区海上保安本部によると: all that is written together before the phrase, in text without spaces whose
/// small words are kana.
fn run_before(words: &Words, cue: usize, start: usize) -> Option<Speaker> {
    let kana = words.lexicon.is_han() && words.lexicon.has_markers();
    let part = |&i: &usize| {
        matches!(
            words.list[i].shape,
            Shape::Han | Shape::Katakana | Shape::Number
        ) && words.list[i].span.end == words.list[i + 1].span.start
    };
    let first = (start..cue).rev().take_while(part).last()?;
    let noun = matches!(words.list[cue - 1].shape, Shape::Han | Shape::Katakana);
    let span = words.list[first].core.join(words.list[cue - 1].core);
    let long = span
        .of(&words.document.article.text)
        .chars()
        .nth(1)
        .is_some();
    (kana && noun && long).then_some(Speaker { span, name: None })
}

/// "haber ajansı AFP'nin haberine göre": whose the report is stands right before the phrase, with an ending
/// behind an apostrophe that a subject has none of.
fn owner(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let last = cue.checked_sub(1).filter(|&last| last >= start)?;
    let (mention, _) = named.at(last)?;
    let speaks = has_ending(words, mention.span) && mention.span.end == words.list[last].core.end;
    speaks.then(|| wide_head(words, named, start, words.at(mention.span.start)))?
}

/// "Para o economista Renato Bastos, o corte veio tarde": in whose view something is so, where a
/// person opens the sentence and a comma closes the phrase.
pub(super) fn viewed(words: &Words, named: &Named, start: usize, end: usize) -> Option<Report> {
    if words.lexicon.pack.meta.noun_capitals || !words.lexicon.is_view(words.folded(start)) {
        return None;
    }
    let after = start + 1;
    let speaker = subject_right(words, named, after, end)?;
    let (at, last) = (words.at(speaker.span.start), words.at(speaker.span.end - 1));
    let person = words.entry(at).is_some_and(|entry| entry.tag == "person")
        || words.is(at, Classes::TITLE)
        || (at..=last).any(|i| {
            named
                .at(i)
                .is_some_and(|(_, name)| name.kind == crate::NameKind::Person)
        });
    let close = (at..end.min(at + REACH)).find(|&i| comma(words, i))?;
    // "Para Marta Lopes, professora da USP, o risco é baixo": over what she is.
    let noun = words.is(close + 1, Classes::TITLE.and(Classes::SOURCE));
    let apposed = (close + 1..end.min(close + REACH))
        .take_while(|&i| !words.is(i, Classes::VERB))
        .find(|&i| comma(words, i))
        .filter(|_| noun);
    let close = apposed.unwrap_or(close);
    (person && at <= after + usize::from(words.is(after, Classes::DETERMINER)))
        .then_some(Report::of((close + 1, end), start, Some(speaker)))
}

/// The source of a phrase that opens the sentence, all up to the comma, where that is a name that no
/// list knows: "De acordo com o Corpo de Bombeiros, …".
fn proper(words: &Words, after: usize, end: usize) -> Option<Speaker> {
    let first = after + usize::from(words.is(after, Classes::DETERMINER));
    let close = (first..end.min(first + REACH / 2)).find(|&i| comma(words, i))?;
    let plain = |i: usize| {
        let small = words.list[i].shape == Shape::Lower && words.is(i, Classes::STOP);
        (words.list[i].is_capital() || small) && !words.is(i, Classes::VERB)
    };
    (first < close && words.list[first].is_capital() && (first..close).all(plain)).then(|| {
        Speaker {
            span: words.list[first].core.join(words.list[close - 1].core),
            name: None,
        }
    })
}

/// A phrase of so many words may be part of a clause: "de acuerdo con".
const LONG: usize = 3;
