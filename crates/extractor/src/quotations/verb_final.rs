//! Reported clauses of languages whose verb ends the sentence.

use super::clause_close::{
    clause_end, has_ends, is_shown, names_clause, opens_with_quotative, over_listener, treats,
    without_quotative,
};
use super::clause_first;
use super::clauses::joined_report;
use super::comma_subject::subject_set_off;
use super::governed::has_ending;
use super::implied::{PLACE, implied, passive, unattributed, written_in};
use super::indirect::{Report, comma};
use super::opening;
use super::quotatives;
use super::speakers::{Named, subject_left, subject_right};
use super::topics::{
    first_topic, is_marked_subject, is_object, is_subject, marks_topics, named_topic, opening_noun,
    opening_topic, topic_place, topic_set_off, topics, unlisted_subject, writes_topics,
    written_behind,
};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Role, Takes};
use crate::words::{Shape, Words, is_hangul};
use segmenter::Span;

/// "Xは、…と述べた", "X ने कहा कि …", "X, … söyledi".
pub(super) fn verb_final(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let start = start.max(cue.saturating_sub(SENTENCE));
    if names_clause(words, named, cue, end) || treats(words, start, cue) {
        return None;
    }
    // "분석하고 있다는 입장을 내놨다": a verb that lasts, in what another reports.
    let lasting = words.list.get(words.after(cue)).is_some_and(|next| {
        let next = next.span.of(&words.document.article.text);
        let mut forms = words.lexicon.quotatives("lasting");
        forms.any(|form| next.starts_with(form)) && words.lexicon.ends_in(next, "end")
    });
    if lasting {
        return None;
    }
    if let Some(report) = before_marks(words, named, start, cue) {
        return Some(report);
    }
    // A report before this one ends with its comma.
    let start = start + usize::from(start < cue && words.list[start].is_mark());
    let after = words.after(cue);
    // "gördüklerini anlattı: “…”": behind a colon stands what is said.
    if matches!(words.mark(after), Some(':' | '：')) && has_ends(words) {
        return None;
    }
    let (whole, start) = (start, behind_concession(words, start, cue));
    let passives = words.lexicon.quotatives("passive").next().is_some();
    if passives && words.entry(cue)?.takes.has(Takes::WITHIN) {
        return passive(words, named, start, cue);
    }
    // 「…続けると表明した」: in unspaced text what closes a clause opens none.
    let spaced = words.lexicon.is_spaced();
    let opener =
        (after..after + 2).find(|&i| spaced && words.is(i, Classes::COMPLEMENTISER) && i < end);
    let start = (start..cue)
        .find(|&i| !words.list[i].is_mark())
        .unwrap_or(start);
    if words.entry(cue)?.takes.has(Takes::NOBODY) {
        return Some(unattributed(words, named, start, cue, opener?, end));
    }
    let (start, set_off) = subject_set_off(words, named, start, cue);
    if let Some(report) = by_participle(words, named, start, cue, end) {
        return Some(report);
    }
    let (speaker, behind) = if let Some(found) = set_off {
        found
    } else if let Some(report) = subject_behind(words, named, start, cue)
        .or_else(|| clause_first::report(words, named, whole, cue))
    {
        return Some(report);
    } else {
        // "의료진이 부족하다는 지적이 나온다": the subject of what is said, which comes up of itself.
        let of_clause = |speaker: &Speaker| {
            words.takes(cue, Takes::NOMINAL)
                && is_subject(words, words.at(speaker.span.end.saturating_sub(1)))
        };
        let found = subject_before(words, named, start, cue).filter(|speaker| !of_clause(speaker));
        let Some(speaker) = found else {
            return implied(words, named, start, cue, end);
        };
        let speaker =
            topic_place(words, named, start, words.at(speaker.span.start)).unwrap_or(speaker);
        let speaker = whole_subject(words, speaker, cue);
        let behind = behind_subject(words, &speaker, cue);
        (speaker, behind)
    };
    let takes = words.entry(cue)?.takes;
    // "ने शिकायत करवाई कि … मना किया": a verb inside what another reports.
    let inner = spaced
        && words.lexicon.has_markers()
        && !marks_topics(words)
        && (behind..cue).any(|i| words.is(i, Classes::COMPLEMENTISER));
    if inner {
        return None;
    }
    let content = if let Some(opener) = opener {
        (opener, joined_report(words, opener, end).unwrap_or(end))
    } else {
        bare_clause(words, behind, cue)?
    };
    let weak = takes.has(Takes::REQUEST) && !takes.has(Takes::OBJECT);
    if quotatives::points(words, content.0, cue)
        || weak && !(opener.is_some() || ends_asking(words, content.1))
    {
        return None;
    }
    (content.0 < content.1).then_some(Report::of(content, cue, Some(speaker)))
}

/// Who speaks before the verb at word `cue`, whatever shows it.
fn subject_before(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let speaker = marked_off(words, named, start, cue)
        .or_else(|| written_in(words, named, (start, cue), cue))
        .or_else(|| topic_set_off(words, named, start, cue))
        .or_else(|| opening_topic(words, named, start, cue))
        .or_else(|| first_topic(words, named, start, clause_end(words, start, cue)?))
        .or_else(|| subject_first(words, named, start, cue))
        .or_else(|| named_topic(words, named, start, cue))
        .or_else(|| topic_place(words, named, start, cue))
        .or_else(|| opening_noun(words, named, start, cue));
    // "Ankara'nın geri döneceğini belirtti": the subject of the clause reported, and not who speaks.
    speaker.filter(|speaker| !has_ending(words, speaker.span))
}

/// What stands between the subject that ends before word `behind` and the verb at word `cue`, where nothing
/// opens it, if something shows that it is reported.
fn bare_clause(words: &Words, behind: usize, cue: usize) -> Option<(usize, usize)> {
    let takes = words.entry(cue)?.takes;
    let mut last = over_listener(words, behind, cue).unwrap_or(cue);
    while last > behind && words.is(last - 1, Classes::COMPLEMENTISER) {
        last -= 1;
    }
    let ended = clause_end(words, behind, cue);
    let ended = ended.filter(|&ended| !marks_topics(words) || cue - ended <= ADVERBS);
    // "planını açıkladı": where endings show what is reported, an object is not.
    let shown = ended.is_some() || !has_ends(words) || last < cue || is_shown(words, cue);
    if !shown {
        return None;
    }
    // 決算を発表する: where a particle closes every clause, nothing else is one; "국민투표를 주장하는
    // 지역": so it is where every clause ends in one of the endings that the pack lists.
    let bare = if words.lexicon.is_spaced() && !marks_topics(words) {
        Takes::CLAUSE.and(Takes::REQUEST)
    } else {
        Takes::REQUEST
    };
    // 備える考えを示した: a noun of thought with the clause that says what it is.
    let bare = if takes.has(Takes::NOUN) && is_attribute_of(words, behind, cue) {
        Takes::NOUN
    } else {
        bare
    };
    // "ने समाचार एजेंसी से कहा": a verb that needs its "that" reports nothing without one.
    let quoted = || {
        let clause =
            (behind < last).then(|| words.list[behind].span.join(words.list[last - 1].span));
        // としている: the verb may hold the particle.
        opens_with_quotative(words, cue)
            || clause.is_some_and(|clause| without_quotative(words, clause) != clause)
    };
    if last == cue && ended.is_none() && !quoted() && !takes.has(bare) {
        return None;
    }
    let last = ended.unwrap_or(last);
    let first = past_circumstance(words, behind, last);
    Some((first, last))
}

/// Whether the word before the noun at word `cue` is a verb as it stands before nouns, in text without spaces.
fn is_attribute_of(words: &Words, behind: usize, cue: usize) -> bool {
    let last = cue.checked_sub(1).filter(|&last| last > behind);
    last.is_some_and(|last| {
        let clause = words.list[behind].span.join(words.list[last].span);
        let form = words
            .lexicon
            .ending(clause.of(&words.document.article.text));
        // "물러날 뜻을 밝혔다": in Hangul its last syllable tells.
        let written = writes_topics(words) && is_planned(words.core(last));
        // 申し立てる考えを: a verb that a list knows opens in Han.
        let kana = |letter: char| ('\u{3041}'..='\u{3096}').contains(&letter);
        let inflected = words.core(last).chars().next_back().is_some_and(kana);
        form == Some(Ending::Attributive) && inflected || written
    })
}

/// Whether the clause that ends before word `end` tells what somebody is asked to do.
fn ends_asking(words: &Words, end: usize) -> bool {
    let last = end.saturating_sub(1);
    // "निशाना बनाने की पुष्टि की": over the particle between.
    let particle = words.lexicon.has_markers() && words.is(last, Classes::STOP);
    let verb = last.saturating_sub(usize::from(particle));
    words.lexicon.is_asked(words.core(last)) || words.lexicon.is_asked(words.core(verb))
}

/// 회사 측은 하차를 결정했다며 “…”고 밝혔다: the clause before the words in marks that the same verb reports.
fn before_marks(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Report> {
    if !writes_topics(words) {
        return None;
    }
    let quote = |i: &usize| matches!(words.mark(*i), Some('“' | '”' | '"' | '‘' | '’' | '\''));
    let close = (start..cue).rev().take(CHAIN).find(quote)?;
    let open = (start + 1..close).rev().take(MARKED).find(quote)?;
    let last = clause_end(words, start, open).filter(|&last| last == open)?;
    let speaker = first_topic(words, named, start, last)?;
    let speaker = whole_subject(words, speaker, last);
    let first = past_circumstance(words, behind_subject(words, &speaker, last), last);
    (first < last).then_some(Report::of((first, last), cue, Some(speaker)))
}

/// No clause is read further back than so many words before its verb.
pub(super) const SENTENCE: usize = 300;

/// Between closing marks and the verb stand so few words.
const CHAIN: usize = 4;

/// Words in marks that stand in a sentence are so many at most.
const MARKED: usize = 60;

/// 政府は合意を結んだが、野党は…と批判した: the word behind a clause that the particle of a subject closes behind
/// its verb, where a topic of its own follows.
fn behind_concession(words: &Words, start: usize, cue: usize) -> usize {
    let spaced = words.lexicon.is_spaced();
    let closes = |i: &usize| {
        let verb = words.list[i - 2].shape == Shape::Hiragana || words.is(i - 2, Classes::VERB);
        comma(words, *i) && words.is_quotative(i - 1, "subject") && verb
    };
    // 知事は、…: a topic that a comma sets off speaks over all that follows.
    let set_off = || {
        topics(words, start, cue)
            .next()
            .is_some_and(|(at, _)| comma(words, at + 1))
    };
    let close = (start + 2..cue).rev().filter(|_| !spaced).find(closes);
    let close = close.filter(|_| !set_off());
    close
        .filter(|&close| {
            topics(words, close + 1, cue.min(close + TOPIC))
                .next()
                .is_some()
        })
        .map_or(start, |close| close + 1)
}

/// The topic of a clause stands among so many of its first words.
const TOPIC: usize = 8;

/// "समूहों ने “…” का नारा लगाया": the subject before the marks that a particle closes, in a language that
/// writes it as a word of its own between spaces.
pub(super) fn marked_before(
    words: &Words,
    named: &Named,
    (start, end): (usize, usize),
) -> Option<Speaker> {
    let spaced = words.lexicon.is_spaced();
    if !spaced || !words.lexicon.has_markers() || marks_topics(words) {
        return None;
    }
    let marker = (start + 1..end)
        .rev()
        .find(|&i| words.is(i, Classes::SUBJECT))?;
    subject_left(words, named, marker + 1, start)
}

/// Whether a subject behind the verb at word `cue` is that of another clause: 「…」と話し、親方は, "…”라고
/// 캐묻자 대표는". One that the verb stands before as its attribute follows it at once.
pub(super) fn is_apart(words: &Words, cue: usize, speaker: &Speaker) -> bool {
    let behind = words.after(cue);
    let at = words.at(speaker.span.start);
    if !marks_topics(words) || at < behind {
        return false;
    }
    let text = words.document.article.text.as_str();
    let word = words.list[behind - 1].span.of(text);
    let attribute = !word.ends_with(is_hangul) || is_attribute(word);
    !attribute || (behind..at).any(|i| words.list[i].is_mark())
}

/// Whether a verb of Hangul has the form that stands before a noun: 말한, 주장하는.
fn is_attribute(word: &str) -> bool {
    word.ends_with(|last| is_hangul(last) && closes_in_n(last))
}

/// Whether it has the one of what is still to be done: 물러날.
fn is_planned(word: &str) -> bool {
    word.ends_with(|last| is_hangul(last) && closes_in(last, L))
}

/// Whether a syllable of Hangul ends in the letter that makes a verb the attribute of a noun: 말한, 밝힌.
fn closes_in_n(syllable: char) -> bool {
    closes_in(syllable, N)
}

/// Whether a syllable of Hangul ends in the letter at this place among the final ones.
fn closes_in(syllable: char, place: u32) -> bool {
    /// Every vowel has so many syllables, by the letter they end in.
    const ENDINGS: u32 = 28;
    u32::from(syllable).wrapping_sub(u32::from('가')) % ENDINGS == place
}

/// The places of two final letters: of 한 and of 할.
const N: u32 = 4;
const L: u32 = 8;

/// "Yolların kapandığını belirten vali, …": a verb in the form that stands before its noun, whose noun
/// is who speaks.
fn by_participle(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = words.after(cue);
    let form = words.lexicon.ending(words.core(after - 1));
    if form != Some(Ending::Attributive) || clause_end(words, start, cue) != Some(cue) {
        return None;
    }
    let speaker = subject_right(words, named, after, end.min(after + SUBJECT))?;
    let behind = words.at(speaker.span.start);
    (after..behind)
        .all(|i| !words.list[i].is_mark())
        .then_some(Report::of((start, cue), cue, Some(speaker)))
}

/// "공장이 모두 탔다고 소방 당국은 전했다", "계획은 없다는 게 경영진의 설명이다": the clause comes first, with the
/// subject between it and the verb.
fn subject_behind(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Report> {
    let last = clause_end(words, start, cue)?;
    // 도세바 씨(62)는: what stands in brackets is no other clause.
    let free = |i: usize| {
        matches!(
            words.mark(i),
            None | Some('(' | ')' | '（' | '）' | '-' | '.' | '·')
        )
    };
    let beside = unlisted_subject(words, named, last, cue);
    // 것이라고 하멜이 이번 주 방송과의 회견에서 말했다: a subject that follows at once.
    let at_once = is_marked_subject(words, last)
        || beside
            .as_ref()
            .is_some_and(|speaker| words.at(speaker.span.start) == last);
    let reach = SUBJECT + usize::from(at_once) * SUBJECT;
    if !(last..cue).all(free) || cue - last > reach {
        return None;
    }
    let known = subject_right(words, named, last, cue)
        .filter(|speaker| words.at(speaker.span.start) >= last);
    let speaker = nearer(beside, known)?;
    // "…한다는 연구 결과를 발표했다": a noun without a particle belongs to the one behind it.
    let noun = words.at(speaker.span.end - 1);
    let written = words.list[noun].core.end == words.list[noun].span.end;
    let bare = written && written_behind(words, noun).is_none();
    if marks_topics(words) && bare && noun + 1 < cue && !words.is(noun + 1, Classes::SUBJECT) {
        return None;
    }
    let speaker = whole_subject(words, speaker, cue);
    Some(Report::of((start, last), cue, Some(speaker)))
}

/// Of two subjects between a clause and its verb the one nearer to the verb: 미국 시카고의 하멜은. Where
/// that is part of the other, or the other has its own particle, the other.
fn nearer(unlisted: Option<Speaker>, known: Option<Speaker>) -> Option<Speaker> {
    match (unlisted, known) {
        (Some(unlisted), Some(known)) if known.span.end <= unlisted.span.start => Some(unlisted),
        (unlisted, known) => known.or(unlisted),
    }
}

/// Between a clause and its verb stand at most so many words where no subject is among them.
const ADVERBS: usize = 5;

/// Between a clause and the verb that reports it stand at most so many words.
pub(super) const SUBJECT: usize = 6;

/// The noun before the particle that closes the subject, where that is no topic: "मंत्री के प्रवक्ता ने",
/// whose head comes last.
fn marked_off(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    if marks_topics(words) {
        return None;
    }
    // "A ने B को बताया, और C ने कहा कि": the one nearest to the verb.
    let marker = (start.max(cue.saturating_sub(FAR)) + 1..cue)
        .rev()
        .find(|&i| words.is(i, Classes::SUBJECT));
    if let Some(marker) = marker {
        // "क्रिस्टीन फोर्ड ने": whoever the particle closes, known or not.
        let unknown = words.entry(marker - 1).is_none() && named.at(marker - 1).is_none();
        let own = unknown.then(|| opening::marked(words, named, start, marker + 1));
        return own
            .flatten()
            .or_else(|| subject_left(words, named, marker + 1, start));
    }
    // "वरज़ान का कहना है", "वरज़ान कहता है": who is right before the verb, with a small word between.
    let owned = cue > start && words.lexicon.is_agent(words.folded(cue - 1));
    let end = cue - usize::from(owned);
    let noun = end.checked_sub(1).filter(|&noun| noun >= start)?;
    let plain = words.list[noun].shape == Shape::Uncased && words.entry(noun).is_none();
    // "इस बात की चिंता है कि": what a word points at that no list knows is a thing.
    let pointed = noun > start && words.role(noun - 1) == Role::Pointing;
    let that = words.is(words.after(cue), Classes::COMPLEMENTISER) && !pointed;
    match named.at(noun) {
        Some((mention, name)) if owned || that => Some(Speaker::named(mention, name)),
        None if plain && that => Some(Speaker {
            span: words.list[noun].core,
            name: named.with_part(words.core(noun)),
        }),
        _ if owned => subject_left(words, named, end, start),
        _ => None,
    }
}

/// A subject with the group or office right behind it: "로이터 통신은".
pub(super) fn whole_subject(words: &Words, speaker: Speaker, cue: usize) -> Speaker {
    let next = words.behind(speaker.span.end);
    let Some(last) = next.checked_sub(1) else {
        return speaker;
    };
    let closed = written_behind(words, last).is_some();
    let bare = words.list[last].span.end == speaker.span.end
        && !closed
        // "उन्होंने लोगों से": a pronoun is whole.
        && !words.is(words.at(speaker.span.start), Classes::PRONOUN);
    let group = Classes::SOURCE.and(Classes::ORGANISATION);
    let beside = next < cue && bare && !words.is(next, Classes::SUBJECT);
    if beside && words.is(next, group) {
        return Speaker {
            span: speaker.span.join(words.list[next].core),
            name: speaker.name,
        };
    }
    // "라민 카세미 이란 협상대표는", "영화제 집행위원장은": up to the word that has the particle.
    let closing = (next..cue.min(next + OFFICE))
        .take_while(|&i| {
            !words.list[i].is_mark() && !words.is(i, Classes::VERB) && !is_object(words, i)
        })
        .find(|&i| is_marked_subject(words, i));
    match closing {
        Some(closing) if beside && writes_topics(words) => Speaker {
            span: speaker.span.join(words.list[closing].core),
            name: speaker.name,
        },
        _ => speaker,
    }
}

/// An office behind the name of who holds it has at most so many words.
const OFFICE: usize = 3;

/// The word behind a subject with the office and the particles that close it.
pub(super) fn behind_subject(words: &Words, speaker: &Speaker, cue: usize) -> usize {
    let mut first = words.behind(speaker.span.end);
    // 国連児童基金（UNICEF）は: what brackets say of the subject.
    let opens = !words.lexicon.is_spaced() && matches!(words.mark(first), Some('(' | '（'));
    let close = (first..cue)
        .take(BRACKETS)
        .find(|&i| opens && matches!(words.mark(i), Some(')' | '）')));
    first = close.map_or(first, |close| close + 1);
    let marker = (first..cue.min(first + 3))
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.is(i, Classes::SUBJECT));
    if let Some(marker) = marker {
        first = marker + 1;
    }
    // 하멜(Hammel)은, WHO는
    let apart = first
        .checked_sub(1)
        .filter(|&noun| is_marked_subject(words, noun))
        .and_then(|noun| written_behind(words, noun));
    if let Some(particle) = apart {
        first = particle + 1;
    }
    let closed = marker.is_some()
        || apart.is_some()
        || first > 0 && words.list[first - 1].core.end < words.list[first - 1].span.end;
    let office = if closed {
        Classes::SUBJECT
    } else {
        Classes::SUBJECT.and(Classes::TITLE)
    };
    while first < cue && (words.is(first, office) || words.list[first].is_mark()) {
        first += words.list[first].reach.max(1);
    }
    first.min(cue)
}

/// What stands in brackets behind a subject has at most so many words.
const BRACKETS: usize = 10;

/// The particle that closes a subject stands at most so many words before the verb.
const FAR: usize = 20;

/// The word behind the text in which something is said: 声明で、, 성명에서.
pub(super) fn past_circumstance(words: &Words, first: usize, last: usize) -> usize {
    // "köşesinde", "adının açıklanmaması koşuluyla": a word that says where or how closes it.
    let place = (first..last.min(first + PLACE))
        .take_while(|&i| !words.list[i].is_mark())
        .filter(|&i| words.is(i, Classes::OCCASION))
        .last();
    if let Some(place) = place
        && words.after(place) < last
    {
        let behind = words.after(place);
        return behind + usize::from(comma(words, behind) && behind + 1 < last);
    }
    let first = first + usize::from(words.role(first) == Role::Inner);
    if let Some(behind) = past_addressed(words, first, last) {
        return behind;
    }
    if let Some(behind) = past_date(words, first, last) {
        return behind;
    }
    let is_text = words
        .entry(first)
        .is_some_and(|entry| entry.classes.has(Classes::SOURCE) && entry.tag == "text");
    if !is_text {
        return first;
    }
    let mut behind = first + words.list[first].reach.max(1);
    while behind < last
        && (words.list[behind].is_mark()
            || words.list[behind].shape == Shape::Hiragana && !words.is(behind, Classes::SUBJECT))
    {
        behind += 1;
    }
    if behind < last { behind } else { first }
}

/// "AFP'ye grubun teklifi kabul ettiğini": the word behind the name of the body to which something is said, by
/// the ending behind its apostrophe.
fn past_addressed(words: &Words, first: usize, last: usize) -> Option<usize> {
    let text = words.document.article.text.as_str();
    let close = (first..last.min(first + ADDRESSED))
        .take_while(|&i| words.list[i].is_capital())
        .find(|&i| words.list[i].core.end < words.list[i].span.end)?;
    let word = &words.list[close];
    let ending = Span::new(word.core.end, word.span.end).of(text);
    let body = words.listed(first).is_some_and(|entry| {
        entry.tag.starts_with("organisation:") && words.after(first) == close + 1
    }) || words.is(close, Classes::ORGANISATION)
        || word.shape == Shape::Upper && words.listed(close).is_none();
    // "NATO'ya katılacağını": without a subject of its own behind it, it is part of what is said.
    let owned = (close + 1..last.min(close + 1 + OWNER)).any(|i| words.ends_in(i, "owner"));
    (body && owned && words.lexicon.addresses(ending)).then_some(close + 1)
}

/// The subject of a reported clause is one of its first so many words.
const OWNER: usize = 3;

/// The name of a body has so many words at most.
const ADDRESSED: usize = 4;

/// 18日、, 20日午後、: the word behind the day that the first comma closes, in text without spaces.
fn past_date(words: &Words, first: usize, last: usize) -> Option<usize> {
    let day = matches!(words.list.get(first)?.shape, Shape::Number)
        || words.lexicon.is_time(words.folded(first));
    let spaced = words.lexicon.is_spaced();
    let close = (first + 1..last.min(first + DATE)).find(|&i| comma(words, i))?;
    let plain = (first..close).all(|i| matches!(words.list[i].shape, Shape::Number | Shape::Han));
    // 12月1日、名古屋市での講演で、: where it was may stand behind it.
    (day && plain && !spaced && close + 1 < last).then(|| past_circumstance(words, close + 1, last))
}

/// A day has at most so many words, with its month and the time.
const DATE: usize = 7;

/// The first noun phrase of the clause that can speak.
fn subject_first(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let speaker = subject_right(words, named, start, cue)?;
    // A subject opens its clause.
    let before = words
        .list
        .get(start..cue)?
        .iter()
        .filter(|word| word.span.end <= speaker.span.start)
        .count();
    (before <= 4).then_some(speaker)
}
