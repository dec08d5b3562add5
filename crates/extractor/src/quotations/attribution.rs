//! The cue and the speaker of words in marks.

use super::beside::speaker_of;
use super::chain;
use super::comma_subject::first_set_off;
use super::context::{
    FAR, OUTLET, REACH, behind_name, ends_here, left_context, over_name, right_context,
};
use super::cue::{is_cue, last_verb, modifies, outer_cue, verb_before, verb_ends, whole_cue};
use super::governed::in_brackets;
use super::marks::{Marked, ends_sentence};
use super::speakers::{HEAD, Named, subject_left, subject_right, unlisted};
use super::topics::{opening_noun, topic, unlisted_subject, writes_topics};
use super::verb_second::back;
use super::{headline, implied, phrase, quotatives, saying, verb_final, verb_first, verb_group};
use crate::lexicon::{Classes, Role, Takes};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};
use lang::VerbPlace;
use segmenter::Span;

/// Words in marks that are at least this many are taken for speech without an attribution; fewer
/// are scare quotes, titles and the like.
pub(super) const SPEECH_WORDS: usize = 8;

/// Who said it, by which words.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub(super) cue: Option<Span>,
    pub(super) speaker: Option<Speaker>,
    /// Whether the speaker only stands in front, as in headlines.
    pub(super) announced: bool,
    /// Whether a phrase like "according to" names the speaker.
    pub(super) by_phrase: bool,
    /// Whether the cue stands behind the marks.
    pub(super) behind: bool,
    /// How many words stand between the marks and the cue.
    pub(super) distance: usize,
}

/// The attribution of the quotation `index`, from the words around its marks.
pub(super) fn of(
    words: &Words,
    named: &Named,
    marked: &[Marked],
    index: usize,
) -> Option<Attribution> {
    let quote = &marked[index];
    if quote.is_sentence
        && let Some(speaker) = phrase::signature(words, named, quote.last)
    {
        return Some(Attribution {
            announced: true,
            behind: true,
            ..uncued(speaker)
        });
    }
    let left = left_context(words, marked, index);
    let right = right_context(words, marked, quotatives::chain(words, marked, index));
    let colon = quote.first > left.0
        && matches!(words.mark(quote.first - 1), Some(':' | '：' | ',' | '，'));
    let verb_final = words.lexicon.pack.meta.verb == VerbPlace::Final;
    let colon = colon
        || verb_final
            && quote.first > left.0 + 1
            && words.is(quote.first - 1, Classes::COMPLEMENTISER)
            && verb_ends(words, left.0, quote.first - 1);
    // "उन्होंने कहा, “…”", "कहा कि “…”": the verb right before the marks reports them.
    // "… vurgulayarak, “…” dedi": one behind them does before.
    let introduced =
        colon && verb_ends(words, left.0, quote.first - 1) && !quotatives::follows(words, quote);
    let order: [bool; 2] = if signed_off(words, quote, right) {
        [false, true]
    } else if colon && (introduced || !verb_final)
        || !verb_final && embedded(words, quote, left.0)
        || verb_first::reports_before(words, left, right)
    {
        [true, false]
    } else {
        [false, true]
    };
    for before in order {
        let found = if before {
            from_left(words, named, behind_name(words, marked, index, left)).filter(|found| {
                // Without a colon only "X'e göre" reports what follows.
                !verb_final || colon || found.by_phrase
            })
        } else {
            from_right(words, named, left, right)
                .map(|found| match found.speaker {
                    None => Attribution {
                        speaker: in_marks(words, named, marked, index, &found),
                        ..found
                    },
                    Some(_) => found,
                })
                // Few words in marks belong to a verb that follows them at once, or to none behind them.
                .filter(|found| {
                    let speech = quote.is_sentence || quote.words >= SPEECH_WORDS;
                    speech || !verb_first::reads(words) || found.distance <= AT_ONCE
                })
        };
        if found.is_some() {
            return found;
        }
    }
    if let Some(found) = quotatives::thus(words, named, quote) {
        return Some(found);
    }
    if let Some(found) = quotatives::behind(words, named, quote) {
        return Some(found);
    }
    if let Some(found) = told_behind(words, named, quote) {
        return Some(found);
    }
    if let Some(found) = signed(words, named, quote) {
        return Some(found);
    }
    if let Some(found) = from_stance(words, named, left) {
        return Some(found);
    }
    if let Some(speaker) = topic_before(words, named, quote, left) {
        return Some(uncued(speaker));
    }
    if let Some(found) = saying::beside_marks(words, named, quote, left)
        .or_else(|| saying::closing(words, named, quote))
    {
        return Some(found);
    }
    // "kritisiert in der Zeitung „Neues Echo“, das Lager erinnere „fatal an …“": over a name.
    if let Some(start) = over_name(words, marked, index, false)
        && let Some(found) = from_left(words, named, (start, left.1))
    {
        return Some(found);
    }
    if quote.words > 1
        && let Some(speaker) = headline::speaker(words, named, quote)
    {
        return Some(Attribution {
            announced: true,
            ..uncued(speaker)
        });
    }
    if let Some(speaker) = verb_group::viewer(words, named, quote.first, left.0) {
        return Some(Attribution {
            by_phrase: true,
            ..uncued(speaker)
        });
    }
    // "X: …", "he turned it down: …": a colon announces the words of the subject before it.
    let announced = quote.first > left.0
        && matches!(words.mark(quote.first - 1), Some(':' | '：'))
        && (quote.is_sentence
            || quote.words >= SPEECH_WORDS
            || quote.words > ANNOUNCED && words.lexicon.pack.meta.noun_capitals
            || quote.words >= ANNOUNCED
                && !words.lexicon.pack.meta.noun_capitals
                && words.list[quote.first + 1].is_capital());
    // "Die Pflichten seien klar: „…“": what was reported before goes on.
    let reported = || {
        (left.0..quote.first)
            .take_while(|&i| !matches!(words.mark(i), Some(',')))
            .any(|i| words.role(i) == Role::Reported)
    };
    let subject = (announced && !reported())
        .then(|| {
            opening_subject(words, named, left.0, quote.first - 1)
                .or_else(|| subject_left(words, named, quote.first - 1, left.0))
        })
        .flatten();
    if let Some(speaker) = subject {
        return Some(uncued(speaker));
    }
    None
}

/// 首相周辺は「…」と打ち消す, 団体は「…」として抗議文を出した: the topic right before the marks, whatever verb follows the
/// particle that closes what is said.
fn topic_before(
    words: &Words,
    named: &Named,
    quote: &Marked,
    (start, end): (usize, usize),
) -> Option<Speaker> {
    let speech = quote.is_sentence || quote.words > ANNOUNCED;
    let topic_ends = end > start && words.is_quotative(end - 1, "topic");
    let said = !words.lexicon.is_spaced() && quotatives::follows(words, quote);
    (speech && topic_ends && said).then(|| topic(words, named, start, end))?
}

/// "„Das Geld ist weg.“ Das musste der Minister einräumen.": the next sentence tells who said it.
fn told_behind(words: &Words, named: &Named, quote: &Marked) -> Option<Attribution> {
    let own = words.list[quote.first].sentence;
    let opens = quote.first == 0 || words.list[quote.first - 1].sentence != own;
    let behind = quote.last + 1;
    let start = if words.mark(behind) == Some('.') {
        behind + 1
    } else {
        behind
    };
    let next = words.list.get(start).filter(|_| opens)?.sentence;
    let ended = next != own || quote.is_sentence;
    let end = words.end_of(next);
    if !ended || words.document.sentences[next].paragraph != quote.paragraph {
        return None;
    }
    let (cue, speaker) = back::points(words, named, &(start..end))?;
    Some(Attribution {
        behind: true,
        ..attribution(words, cue, Some(speaker?))
    })
}

/// "«…». Così il presidente, Dino Rosi": a word and who said it, in the sentence behind the marks, with
/// no verb between.
fn signed(words: &Words, named: &Named, quote: &Marked) -> Option<Attribution> {
    let start = (quote.last + 1..quote.last + 3).find(|&i| words.mark(i).is_none())?;
    let word = words.list.get(start)?;
    // "«…», così il presidente": also behind a comma.
    let comma = matches!(words.mark(start - 1), Some(','));
    if !(word.is_capital() || comma) || !words.is_quotative(start, "signed") {
        return None;
    }
    let noun = start + 1 + usize::from(words.is(start + 1, Classes::DETERMINER));
    let end = words.end_of(word.sentence);
    let speaker = subject_right(words, named, start + 1, end)
        .filter(|speaker| words.at(speaker.span.start) <= noun)?;
    Some(Attribution {
        cue: Some(word.core),
        speaker: Some(speaker),
        announced: true,
        by_phrase: true,
        behind: true,
        distance: 0,
    })
}

/// Whether the words in marks stand inside a clause whose own verb reports them: "called the plan
/// “a disgrace”, and threatened".
fn embedded(words: &Words, quote: &Marked, start: usize) -> bool {
    (start..quote.first)
        .rev()
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, Classes::COMPLEMENTISER))
        .any(|i| words.is(i, Classes::VERB))
}

/// "Nothing the minister said “will help,” she said": a comma closes the marks, and a subject with
/// its verb follows at once.
fn signed_off(words: &Words, quote: &Marked, (start, end): (usize, usize)) -> bool {
    let text = words.document.article.text.as_str();
    let closed = quote
        .parts
        .last()
        .is_some_and(|part| part.of(text).ends_with(','));
    // "…: „…“, sagte er": a comma behind the marks, and the verb at once.
    if words.lexicon.pack.meta.noun_capitals {
        return matches!(words.mark(start), Some(',')) && words.is(start + 1, Classes::VERB);
    }
    let cue = (start..end.min(start + SIGNED)).find(|&i| words.is(i, Classes::VERB));
    words.lexicon.has_clauses()
        && closed
        && cue.is_some_and(|cue| {
            !phrase::participle(words, cue)
                && (start..cue).all(|i| {
                    !words.list[i].is_mark()
                        && words.entry(i).is_none_or(|entry| entry.role == Role::None)
                })
        })
}

/// So many words may stand between marks and the verb of a language whose verb comes first.
const AT_ONCE: usize = 3;

/// So many words behind a colon are speech where they open with a capital, and one more where every
/// noun has one.
const ANNOUNCED: usize = 3;

/// The verb of "…," the minister said stands no further from the marks.
const SIGNED: usize = 6;

/// "schrieb „Die Zeit“": a name in marks of its own right behind the verb.
fn in_marks(
    words: &Words,
    named: &Named,
    marked: &[Marked],
    index: usize,
    found: &Attribution,
) -> Option<Speaker> {
    let next = marked.get(index + 1)?;
    let after = words.behind(found.cue.map_or(0, |cue| cue.end));
    let first = if words.is(after, Classes::DETERMINER) {
        after + 1
    } else {
        after
    };
    // "пояснил «Волне» инженер Игорь Орлов": to whom it is told, where the subject follows freely.
    let (start, end) = right_context(words, marked, index + 1);
    let person = |speaker: &Speaker| {
        let last = words.at(speaker.span.end.saturating_sub(1));
        // "сказал «Ведомостям» представитель сети"
        let noun = words.at(speaker.span.start);
        let office = words.is(noun, Classes::TITLE)
            || words.entry(noun).is_some_and(|entry| entry.tag == "person");
        office
            || named
                .at(last)
                .is_some_and(|(_, name)| name.kind == NameKind::Person)
    };
    if words.lexicon.pack.meta.free_order
        && next.first == first
        && let Some(told) = subject_right(words, named, start, end).filter(person)
    {
        return Some(told);
    }
    let content = *next.parts.first()?;
    let capital = words.list.get(next.first + 1)?.is_capital();
    (!found.by_phrase
        && next.first == first
        && next.words <= OUTLET
        && !next.is_sentence
        && capital)
        .then(|| Speaker {
            span: content,
            name: Some(content.of(&words.document.article.text).to_owned()),
        })
}

/// Whether few words in marks are an utterance of their own: set off by a comma or colon, and
/// written like the opening of a sentence where the script can show that.
pub(super) fn is_whole(words: &Words, quote: &Marked) -> bool {
    let text = words.document.article.text.as_str();
    let set_off =
        |mark: Option<char>| matches!(mark, Some(',' | '،' | '，' | ':' | '：' | '!' | '?' | '؛'));
    let small = words
        .list
        .get(quote.first + 1)
        .is_some_and(|word| word.shape == Shape::Lower);
    let inner = quote.parts.first().map_or("", |part| part.of(text));
    let before = quote.first.checked_sub(1).and_then(|i| words.mark(i));
    !small
        // A single word behind a colon is one with its full stop.
        && (quote.words > 1
            || inner.ends_with(['!', '?'])
            || ends_sentence(inner) && matches!(before, Some(':' | '：')))
        && (inner.ends_with([',', '،', '，', '!', '?'])
            || set_off(before)
            || set_off(words.mark(quote.last + 1)))
}

/// Whether few words in marks open their sentence with a capital and the verb that reports them follows
/// at once with its subject behind it: "«Serve una svolta» dice il presidente", "«Nunca», respondeu Lin".
pub(super) fn is_inverted(words: &Words, quote: &Marked, found: Option<&Attribution>) -> bool {
    let sentence = words.list[quote.first].sentence;
    let opens = quote.first == 0
        || words.list[quote.first - 1].sentence != sentence
        || ends_here(words, quote.first - 1);
    let capital = words
        .list
        .get(quote.first + 1)
        .is_some_and(crate::words::Word::is_capital);
    let comma = matches!(words.mark(quote.last + 1), Some(','))
        || matches!(words.mark(quote.last - 1), Some(','));
    let many = quote.words > 2 && !words.lexicon.pack.meta.noun_capitals;
    let inverted = found.is_some_and(|found| {
        let behind =
            |speaker: &Speaker| found.cue.is_some_and(|cue| speaker.span.start >= cue.end) || comma;
        found.behind && found.distance <= 2 && found.speaker.as_ref().is_some_and(behind)
    });
    opens && capital && inverted && (many || comma)
}

/// Whether the marked words go on with those before them: "…," he said, "…".
pub(super) fn goes_on(words: &Words, marked: &[Marked], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|i| marked.get(i)) else {
        return false;
    };
    let quote = &marked[index];
    let text = words.document.article.text.as_str();
    let between = before.last + 1..quote.first;
    let closed = before
        .parts
        .last()
        .is_some_and(|part| part.of(text).ends_with([',', '،', '，']))
        || matches!(words.mark(before.last + 1), Some(',' | '،' | '，'))
        || quotatives::follows(words, before);
    // ", — сказал X, — «…"
    let dash = quote
        .first
        .checked_sub(1)
        .filter(|&i| matches!(words.mark(i), Some('—' | '–')));
    let reopened = dash
        .unwrap_or(quote.first)
        .checked_sub(1)
        .is_some_and(|i| matches!(words.mark(i), Some(',' | '،' | '，')));
    let small = words
        .list
        .get(quote.first + 1)
        .is_some_and(|word| word.shape != Shape::Capital);
    // "„Das Problem bleibt“ laut Lin „auch morgen bestehen“"
    let phrase = words.lexicon.pack.meta.noun_capitals
        && between.len() <= PHRASE
        && words.is(between.start, Classes::ATTRIBUTION);
    quote.paragraph == before.paragraph
        && (1..=REACH / 2).contains(&between.len())
        && (closed && reopened || phrase)
        && small
        && between
            .clone()
            .any(|i| words.is(i, Classes::VERB.and(Classes::ATTRIBUTION)))
        && !between.clone().any(|i| ends_here(words, i))
}

/// A phrase that names a source between the parts of a quotation has at most so many words.
const PHRASE: usize = 6;

fn from_left(words: &Words, named: &Named, (start, end): (usize, usize)) -> Option<Attribution> {
    let cue = (start..end).rev().find(|&i| is_cue(words, i))?;
    let cue = outer_cue(words, start, cue, end)
        .or_else(|| verb_before(words, start, cue))
        .unwrap_or(cue);
    let cue = whole_cue(words, start, cue);
    let mut speaker = speaker_of(words, named, cue, start, end)
        .or_else(|| shared_subject(words, named, cue, start))
        .or_else(|| over_marks(words, named, cue, start));
    // "Poi ha lodato la ministra: «…»": the object is whom the words are about.
    if words.takes(cue, Takes::WHOM) {
        speaker = speaker.filter(|speaker| speaker.span.end <= words.list[cue].span.start);
    }
    if speaker.is_none() && verb_first::reads(words) && !verb_first::shares(words, cue) {
        speaker = unlisted(words, named, words.after(cue), end);
    }
    // "Auf dem Schild steht „…“": such a verb reports what a text says, and nothing else.
    let within = |takes: Takes| takes.only_marks() && takes.has(Takes::WITHIN);
    if speaker.is_none() && words.entry(cue).is_some_and(|entry| within(entry.takes)) {
        return None;
    }
    let distance = end.saturating_sub(words.after(cue));
    Some(Attribution {
        distance,
        ..attribution(words, cue, speaker)
    })
}

/// "supports “appropriate raises”", "chants of “…”": a word of stance, or a noun that reports,
/// right before the marks.
fn from_stance(words: &Words, named: &Named, (start, end): (usize, usize)) -> Option<Attribution> {
    if !words.lexicon.has_clauses() {
        return None;
    }
    let governs = |i: usize| words.role(i) == Role::Preposition;
    let cue = (start..end)
        .rev()
        .take(2)
        .find(|&i| words.is(i, Classes::STANCE.and(Classes::CLAIM)))
        .filter(|&i| i + 1 == end || governs(i + 1))?;
    let speaker = subject_left(words, named, cue, start);
    Some(attribution(words, cue, speaker))
}

fn from_right(
    words: &Words,
    named: &Named,
    left: (usize, usize),
    (start, end): (usize, usize),
) -> Option<Attribution> {
    // A full stop inside the marks ends the sentence: what follows is another, unless the
    // attribution goes on in small letters.
    let text = words.document.article.text.as_str();
    let inside = words.list.get(start.checked_sub(2)?)?;
    let first = words.list.get(start)?;
    if inside.span.of(text) == "." && first.is_capital() && first.sentence != inside.sentence {
        return None;
    }
    let is_final = words.lexicon.pack.meta.verb == VerbPlace::Final;
    if let Some(found) = reported_verb(words, named, left, (start, end)) {
        return Some(found);
    }
    // 大谷「…」　WBC出場を表明: in a headline a space closes what is said.
    let closed = words.list[start - 1].span.end;
    if closed < first.span.start && words.lexicon.is_han() && words.lexicon.has_markers() {
        return None;
    }
    // 「…」と、匿名を望む関係者は語った: a verb before its noun reports nothing if another follows.
    let cue = (start..end)
        .find(|&i| is_cue(words, i) && !modifies(words, start, i, end))
        .or_else(|| (start..end).find(|&i| is_cue(words, i)))?;
    let mut speaker = embedding(words, named, left, cue)
        .or_else(|| beside_verb_unlisted(words, named, start, cue))
        .or_else(|| first_set_off(words, named, left).filter(|_| is_final))
        .or_else(|| implied::written_in(words, named, left, cue))
        .or_else(|| verb_final::marked_before(words, named, left))
        .or_else(|| before_noun(words, named, left, start))
        .or_else(|| chain::inverted(words, named, (start, end), cue))
        .or_else(|| speaker_of(words, named, cue, start, end));
    if let Some(right) = &speaker
        && verb_final::is_apart(words, cue, right)
        && let Some(own) = subject_left(words, named, left.1, left.0)
    {
        speaker = Some(own);
    }
    let behind = words.after(cue);
    if cue <= start + 1
        && words
            .entry(cue)
            .is_some_and(|entry| entry.classes.has(Classes::VERB))
    {
        let at = |speaker: &Speaker| words.at(speaker.span.start);
        // "indique un conseiller de l'Élysée": what a preposition governs speaks for nobody.
        let governed = speaker.as_ref().is_some_and(|speaker| {
            speaker.span.start >= words.list[cue].span.end
                && (behind + 1..at(speaker)).any(|i| words.is(i, Classes::STOP))
        });
        if speaker.is_none() || governed && words.is(behind, Classes::DETERMINER) {
            speaker = unlisted(words, named, behind, end).or(speaker).or_else(|| {
                let behind = chain::past_place(words, behind, end)?;
                unlisted(words, named, behind, end)
            });
        }
    }
    // "revelou, sob condição de anonimato, um assessor": over what commas set off.
    if speaker.is_none()
        && words.lexicon.pack.meta.verb == VerbPlace::Second
        && matches!(words.mark(behind), Some(','))
        && let Some(close) =
            (behind + 1..end.min(behind + ASIDE)).find(|&i| matches!(words.mark(i), Some(',')))
    {
        speaker = subject_right(words, named, close + 1, end.min(close + ASIDE))
            .or_else(|| unlisted(words, named, close + 1, end));
    }
    // "insistiu no domingo, em Doha, o enviado"
    if speaker.is_none()
        && words.is(cue, Classes::VERB)
        && let Some(behind) = chain::past_asides(words, behind, end)
    {
        speaker = subject_right(words, named, behind, end)
            .filter(|found| words.at(found.span.start) <= behind + ARTICLE)
            .or_else(|| unlisted(words, named, behind, end));
    }
    if is_final && speaker.is_none() {
        speaker = subject_left(words, named, left.1, left.0)
            .or_else(|| opening_noun(words, named, left.0, left.1));
    }
    Some(Attribution {
        behind: true,
        distance: cue - start,
        ..attribution(words, last_verb(words, cue, end), speaker)
    })
}

/// "…"고 말했다고 통신이 전했다: a verb that another one reports, whose subject stands before the marks.
fn reported_verb(
    words: &Words,
    named: &Named,
    left: (usize, usize),
    (start, end): (usize, usize),
) -> Option<Attribution> {
    if !writes_topics(words) {
        return None;
    }
    let text = words.document.article.text.as_str();
    let verb = |i: usize| {
        let own = words.list[i].span.of(text);
        let stems = words.lexicon.quotatives("");
        stems
            .filter_map(|form| own.strip_suffix(form))
            .find(|stem| words.lexicon.is_verb(stem))
            .map(|stem| {
                Span::new(
                    words.list[i].span.start,
                    words.list[i].span.start + stem.len(),
                )
            })
    };
    let (at, cue) = (start..end.min(start + AT_ONCE))
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, Classes::VERB))
        .find_map(|i| Some((i, verb(i)?)))?;
    let speaker = subject_left(words, named, left.1, left.0)
        .or_else(|| opening_noun(words, named, left.0, left.1))?;
    Some(Attribution {
        cue: Some(cue),
        behind: true,
        distance: at - start,
        ..uncued(speaker)
    })
}

/// 課長は「…」の発表は初めてだと説明した: where the marked words belong to a noun of the clause, its topic is not who
/// speaks.
fn before_noun(
    words: &Words,
    named: &Named,
    left: (usize, usize),
    start: usize,
) -> Option<Speaker> {
    let noun = !words.lexicon.is_spaced() && words.is_quotative(start, "noun");
    noun.then(|| topic(words, named, left.0, left.1))?
}

/// "…"라고 하멜(Hammel)이 말했다: the word right before the verb, with the particle of a subject, where no
/// list knows who it is.
fn beside_verb_unlisted(words: &Words, named: &Named, start: usize, cue: usize) -> Option<Speaker> {
    let speaker = unlisted_subject(words, named, start, cue)?;
    let behind = words.at(speaker.span.end - 1) + 1;
    // Brackets, and with them a particle of its own, may stand between.
    let known = (behind..cue)
        .any(|i| words.is(i, HEAD) || named.at(i).is_some() && !in_brackets(words, behind, i));
    (!known).then_some(speaker)
}

/// A subject stands at most so many words behind what opens its phrase.
const ARTICLE: usize = 2;

/// An aside between a verb and its subject has at most so many words.
const ASIDE: usize = 9;

/// Who speaks where the verb ends a clause that opened before the marks: "der Verband, der das als
/// „…“ sieht", "weil das Amt den Plan „…“ nennt".
fn embedding(
    words: &Words,
    named: &Named,
    (start, end): (usize, usize),
    cue: usize,
) -> Option<Speaker> {
    let mut last = words.after(cue);
    while words
        .list
        .get(last)
        .is_some_and(|word| word.shape == Shape::Lower && word.sentence == words.list[cue].sentence)
        && last < cue + 3
    {
        last += 1;
    }
    // "…“, wie die Zeitung schreibt": a comma leads to another clause.
    let apart = (end..cue)
        .rev()
        .take_while(|&i| !verb_group::quotes(words, i))
        .any(|i| matches!(words.mark(i), Some(',')));
    if !words.lexicon.pack.meta.noun_capitals
        || apart
        || words.list.get(last).is_some_and(|word| !word.is_mark())
    {
        return None;
    }
    let open = (start..end)
        .rev()
        .find(|&i| matches!(words.mark(i), Some(',')))?;
    let opener = words.entry(open + 1)?;
    if opener.role == Role::Subordinator || opener.classes.has(Classes::COMPLEMENTISER) {
        return subject_right(words, named, open + 2, end);
    }
    let relative = opener.classes.has(Classes::DETERMINER)
        && words.list.get(open + 2).is_some_and(|next| {
            next.shape == Shape::Lower || words.is(open + 2, Classes::DETERMINER)
        });
    relative
        .then(|| subject_left(words, named, open, start))
        .flatten()
}

/// Who said it where no word reports.
fn uncued(speaker: Speaker) -> Attribution {
    Attribution {
        cue: None,
        speaker: Some(speaker),
        announced: false,
        by_phrase: false,
        behind: false,
        distance: 0,
    }
}

pub(super) fn attribution(words: &Words, cue: usize, speaker: Option<Speaker>) -> Attribution {
    let last = words.after(cue) - 1;
    Attribution {
        cue: Some(words.list[cue].core.join(words.list[last].core)),
        speaker,
        announced: false,
        by_phrase: !words.is(cue, Classes::VERB),
        behind: false,
        distance: 0,
    }
}

/// The subject that a verb shares with one before it ("Lin said, adding", "went on to say"), or
/// that opens the clause.
fn shared_subject(words: &Words, named: &Named, cue: usize, start: usize) -> Option<Speaker> {
    if !words.lexicon.has_clauses() || !words.is(cue, Classes::VERB) || phrase::passive(words, cue)
    {
        return None;
    }
    (start..cue)
        .rev()
        .filter(|&i| words.is(i, Classes::VERB))
        .find_map(|i| {
            subject_left(words, named, i, start)
                .or_else(|| subject_right(words, named, words.after(i), cue))
        })
        .or_else(|| opening_subject(words, named, start, cue))
}

/// The subject that a verb behind "und" shares with one before words in marks: "lenkte die Fähre
/// „Nixe“ in den Hafen und meldete sich".
fn over_marks(words: &Words, named: &Named, cue: usize, start: usize) -> Option<Speaker> {
    let sentence = words.list[cue].sentence;
    let marks = start > 0 && words.list[start - 1].sentence == sentence;
    if !words.lexicon.pack.meta.noun_capitals || !marks || !phrase::shares(words, cue, start) {
        return None;
    }
    let opening = words.first_of(sentence);
    let end = (opening..start)
        .take(FAR)
        .find(|&i| verb_group::quotes(words, i))?;
    subject_right(words, named, opening, end)
}

/// The first noun phrase of the sentence of word `start` that can speak, before word `end`.
fn opening_subject(words: &Words, named: &Named, start: usize, end: usize) -> Option<Speaker> {
    if !words.lexicon.has_clauses() && !phrase::reads(words) {
        return None;
    }
    // "Pressed on the delay, Fischer shrugged: …"
    let noun = named.at(start).is_some() || words.is(start, HEAD.and(Classes::DETERMINER));
    let led = !noun && words.is(start + 1, Classes::STOP.and(Classes::PREPOSITION))
        || words.is(start, Classes::STANCE);
    let comma = (start..end).find(|&i| matches!(words.mark(i), Some(',')));
    let start = comma.filter(|_| led).map_or(start, |comma| comma + 1);
    subject_right(words, named, start, end)
}
