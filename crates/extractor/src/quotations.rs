//! Quotations: who said what, in whose words.
//!
//! [`marks`] pairs quotation marks, [`attribution`] finds the cue and the speaker of each pair,
//! among the words of its [`context`], with the particles of [`quotatives`] and the colons of
//! [`headline`]; [`cue`] tells which word reports, [`beside`] whose verb it is and [`verb_group`]
//! which of its parts has the person. [`indirect`] reads reported clauses, by the place of the verb
//! ([`verb_inside`], [`verb_final`]) or a phrase ([`by_phrase`]), [`clauses`] and [`clause_close`]
//! tell how far they reach. [`speakers`] looks for noun phrases, [`heads`] reads them, [`topics`]
//! those that particles mark, [`governed`] shows which are no subject, [`resolve`] finds out who
//! they are inside the article, with the offices that [`office`] finds. Doubt stays visible: a
//! quotation whose speaker cannot be told has none.

mod antecedent;
mod apposition;
mod attribution;
mod beside;
mod beside_cue;
mod by_phrase;
mod chain;
mod clause_close;
mod clause_first;
mod clauses;
mod comma_subject;
mod context;
mod country;
mod cue;
mod described;
mod gender;
mod governed;
mod headline;
mod heads;
mod holder;
mod honoured;
mod implied;
mod incise;
mod indirect;
mod marks;
mod nominal;
mod office;
mod opening;
mod phrase;
mod quotatives;
mod relayed;
mod reports;
mod resolve;
mod saying;
mod speakers;
mod terms;
mod topics;
mod verb_final;
mod verb_first;
mod verb_group;
mod verb_inside;
mod verb_second;

use crate::lexicon::Classes;
use crate::words::Words;
use crate::{Form, Mention, Quotation, Value};
use segmenter::Span;

/// The quotations of a document, with speakers found among `names` where they can be.
pub(crate) fn find(words: &Words, names: &[Mention]) -> Vec<Mention> {
    let mut marked = marks::pair(words);
    let speakers = speakers::Named::new(words, names);
    let told: Vec<Option<attribution::Attribution>> = marked
        .iter_mut()
        .map(|quote| incise::take_out(words, &speakers, quote))
        .collect();
    let clauses = indirect::find(words, &speakers, &marked);
    let terms = terms::find(words, &speakers, &marked);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut before: Option<attribution::Attribution> = None;
    for (index, quote) in marked.iter().enumerate() {
        let clause = clause_of(&clauses, quote.outer);
        let found = told[index].clone();
        let found = found.or_else(|| attribution::of(words, &speakers, &marked, index));
        let found = found.or_else(|| {
            let (cue, speaker) = clause.map(|(_, said)| (said.cue, said.speaker.clone()))?;
            Some(attribution::Attribution {
                cue,
                speaker,
                announced: false,
                by_phrase: false,
                behind: false,
                distance: 0,
            })
        });
        let found = match (found, clause) {
            (Some(found), Some(clause)) => Some(by_clause(words, quote, found, clause)),
            (found, _) => found,
        };
        // "schrieb „Die Zeit“", "пояснил «Волне» инженер": who speaks or is told is nobody's words.
        let speaks = mentions.last().is_some_and(|before| match &before.value {
            Value::Quotation(Quotation {
                speaker: Some(speaker),
                cue,
                ..
            }) => {
                let told = words.lexicon.pack.meta.free_order
                    && quote.words <= NEAR
                    && !quote.is_sentence
                    && cue.is_some_and(|cue| cue.end <= quote.outer.start)
                    && quote.outer.end <= speaker.span.start;
                told || quote.parts.contains(&speaker.span)
            }
            _ => false,
        });
        if terms[index]
            || speaks
            || is_told(words, quote)
            || is_source(words, quote)
            || is_title(words, quote, clause.is_some())
        {
            continue;
        }
        // "…", she says. "The till is empty". What fills a sentence behind words of somebody goes on
        // with them.
        let goes_on = index > 0
            && quote.words > 1
            && quote.paragraph == marked[index - 1].paragraph
            && before
                .as_ref()
                .is_some_and(|before| before.speaker.is_some())
            && fills_sentence(words, quote);
        let speech = quote.is_sentence
            || quote.words >= attribution::SPEECH_WORDS
            || is_alone(words, quote)
            || goes_on;
        let fragment = (quote.words < attribution::SPEECH_WORDS || !quote.is_sentence)
            && is_fragment(words, quote);
        // "If it passes, "…," she said": the clause opens before the marks.
        let opened = match &found {
            Some(found) if clause.is_none() && found.behind => led_in(words, &marked, index),
            _ => None,
        };
        // A run of quotations goes on with its speaker while nobody else is named.
        let runs_on = found.is_none()
            && speech
            && index > 0
            && quote.paragraph == marked[index - 1].paragraph;
        let found = found.or_else(|| shared(words, &speakers, &marked, index, before.as_ref()));
        let attribution = match found {
            Some(found) => Some(found),
            None if runs_on => before
                .clone()
                .map(|a| attribution::Attribution { cue: None, ..a }),
            None => None,
        };
        if attribution.is_none() && !speech && !is_phrase(words, quote)
            || clause.is_none() && quotatives::is_noun(words, quote, attribution.as_ref())
        {
            continue;
        }
        let whole = if quotatives::follows(words, quote) {
            let speaker = attribution.as_ref().and_then(|a| a.speaker.as_ref());
            !quotatives::in_clause(words, quote, speaker)
        } else {
            speech && !fragment && clause.is_none() && opened.is_none()
                || attribution::is_whole(words, quote)
                || attribution::is_inverted(words, quote, attribution.as_ref())
                || attribution.as_ref().is_some_and(|a| a.announced)
                || attribution
                    .as_ref()
                    .is_some_and(|a| quoted_at_once(words, quote, a))
        };
        // A title or a name in marks, with a cue somewhere in its sentence, is nobody's words.
        if words.lexicon.has_clauses()
            && !whole
            && !speech
            && clause.is_none()
            && opened.is_none()
            && attribution
                .as_ref()
                .is_none_or(|found| found.distance > NEAR)
        {
            continue;
        }
        if attribution::goes_on(words, &marked, index)
            && let Some(Mention {
                span,
                value: Value::Quotation(quotation),
                ..
            }) = mentions.last_mut()
            && quotation.form == Form::Direct
        {
            *span = span.join(quote.outer);
            quotation.content.extend(quote.parts.iter().copied());
            continue;
        }
        mentions.push(Mention {
            sentence: words.list[quote.first].sentence,
            span: quote.outer,
            value: Value::Quotation(Quotation {
                form: if whole { Form::Direct } else { Form::Mixed },
                content: quote.parts.clone(),
                clause: clause.filter(|_| !whole).map(|(span, _)| span).or(opened),
                cue: attribution.as_ref().and_then(|a| a.cue),
                speaker: attribution.as_ref().and_then(|a| a.speaker.clone()),
            }),
        });
        before = attribution;
    }
    // Clauses with marked words inside are told by those words.
    let told = |clause: &Mention| {
        let next = mentions.partition_point(|m| m.span.start < clause.span.start);
        mentions
            .iter()
            .skip(next.saturating_sub(1))
            .take_while(|m| m.span.start < clause.span.end)
            .any(|m| m.span.overlaps(clause.span))
    };
    let untold: Vec<Mention> = clauses
        .iter()
        .filter(|clause| !told(clause))
        .cloned()
        .collect();
    mentions.extend(untold);
    mentions.sort_by_key(|mention| mention.span);
    resolve::resolve(words, &speakers, &mut mentions);
    mentions
}

/// What reports a clause reports the words in marks inside it as well: "Wie Lin erklärte, sieht das
/// Amt darin „…“", "reiterated that it was “…”, without elaborating".
fn by_clause(
    words: &Words,
    quote: &marks::Marked,
    found: attribution::Attribution,
    (span, said): (Span, &Quotation),
) -> attribution::Attribution {
    let Some(cue) = said.cue else {
        return found;
    };
    // A verb alone tells the person where it needs no subject: "señaló que".
    if said.speaker.is_none() && !chain::opens_with_noun(words) {
        return found;
    }
    let inside = found.cue.is_some_and(|found| span.overlaps(found));
    let nouns =
        words.lexicon.pack.meta.noun_capitals && !found.behind && inside && !span.overlaps(cue);
    let closed = found.speaker.is_some() && closed(words, quote);
    let clauses = words.lexicon.has_clauses()
        && cue.end <= span.start
        && (found.behind && !closed || found.cue == said.cue || inside && stray(words, &found));
    // "dijo que el puerto no es un «casino» y pidió calma": marked words inside the clause.
    let opens = chain::opens_with_noun(words) && cue.end <= span.start;
    // The clause is read with all of its sentence.
    let same = found.cue == said.cue && said.speaker.is_some();
    let inner = !found.behind && (same || inside && found.speaker.is_none());
    // "قال هاميل إنه لاحظ وجود «انشقاق»": a verb of the clause with nobody beside it.
    let first = verb_first::reads(words) && inside && found.speaker.is_none();
    let behind = found.behind
        && !found.by_phrase
        && !words
            .list
            .get(quote.last + 1)
            .is_some_and(crate::words::Word::is_mark);
    if quote.is_sentence || !(nouns || clauses || first || opens && (inner || behind)) {
        return found;
    }
    attribution::Attribution {
        cue: said.cue,
        speaker: said.speaker.clone(),
        behind: false,
        ..found
    }
}

/// Whether nobody who can speak stands beside the verb before marked words: in "said the rate change was
/// “…”" the second word of speech is none.
fn stray(words: &Words, found: &attribution::Attribution) -> bool {
    let unlisted = |speaker: &crate::Speaker| {
        speaker.name.is_none() && !words.is(words.at(speaker.span.start), speakers::HEAD)
    };
    !found.behind && found.speaker.as_ref().is_none_or(unlisted)
}

/// Whether a comma stands before the closing mark: “…,” she wrote.
fn closed(words: &Words, quote: &marks::Marked) -> bool {
    words.mark(quote.last - 1) == Some(',')
}

/// Several words in marks of one sentence share what reports one of them: "nannte ihn einen „…“,
/// dank dem „…“", "die „…“ hätten „…“, so Lin".
fn shared(
    words: &Words,
    named: &speakers::Named,
    marked: &[marks::Marked],
    index: usize,
    before: Option<&attribution::Attribution>,
) -> Option<attribution::Attribution> {
    let quote = &marked[index];
    let phrase =
        quote.is_sentence || quote.words >= attribution::SPEECH_WORDS || is_phrase(words, quote);
    if !words.lexicon.pack.meta.noun_capitals || !phrase {
        return None;
    }
    let sentence = |quote: &marks::Marked| words.list[quote.first].sentence;
    let here = sentence(&marked[index]);
    let same = index > 0 && sentence(&marked[index - 1]) == here;
    let of_before = || {
        let cue = before?.cue?;
        // What reported words of another sentence does not report these.
        let same = same && words.list[words.at(cue.start)].sentence == here;
        (same && cue.end <= marked[index - 1].outer.start)
            .then(|| before.cloned())
            .flatten()
    };
    let of_behind = || {
        (index + 1..marked.len().min(index + SHARED))
            .take_while(|&next| sentence(&marked[next]) == here)
            .find_map(|next| attribution::of(words, named, marked, next))
            .filter(|found| found.behind)
    };
    of_before().or_else(of_behind)
}

/// So many words in marks may share what reports them.
const SHARED: usize = 4;

/// The reported clause in which marked words stand.
fn clause_of(clauses: &[Mention], marked: Span) -> Option<(Span, &Quotation)> {
    let next = clauses.partition_point(|clause| clause.span.end < marked.start);
    let clause = clauses.get(next)?;
    match &clause.value {
        Value::Quotation(said)
            if clause.span.start <= marked.start && marked.end <= clause.span.end + MARK =>
        {
            Some((clause.span.join(marked), said))
        }
        _ => None,
    }
}

/// Whether words in marks stand right behind the verb that opens the clause and its subject, with
/// nothing that would make them part of another clause: وقال الوزير "…".
fn quoted_at_once(words: &Words, quote: &marks::Marked, found: &attribution::Attribution) -> bool {
    let Some(cue) = found.cue.filter(|cue| cue.end <= quote.outer.start) else {
        return false;
    };
    let speaker = found
        .speaker
        .as_ref()
        .map_or(cue.end, |speaker| speaker.span.end);
    let end = cue.end.max(speaker.min(quote.outer.start));
    let after = words.behind(end);
    words.lexicon.pack.meta.verb == lang::VerbPlace::First
        && !found.by_phrase
        && quote.words >= CLAUSE
        && (after..quote.first).all(|i| {
            !words.is(i, Classes::COMPLEMENTISER) && !words.lexicon.opens_clause(words.core(i))
        })
        && (after == quote.first || words.is(after, Classes::STOP))
        && !words.is(quote.first.saturating_sub(1), Classes::STOP)
}

/// So many words in marks may be a clause of their own.
const CLAUSE: usize = 3;

/// A closing mark at the end of a clause is no part of it; no mark is longer than this.
const MARK: usize = 3;

/// Whether words in marks are all of their sentence, with its full stop behind the marks, in a
/// language that sets it there: „Das ist das Ende“.
fn is_alone(words: &Words, quote: &marks::Marked) -> bool {
    words.lexicon.pack.meta.noun_capitals
        && quote.words >= CLAUSE
        && has_clause(words, quote)
        && fills_sentence(words, quote)
}

/// Whether nothing but words in marks and the full stop behind them makes a sentence.
fn fills_sentence(words: &Words, quote: &marks::Marked) -> bool {
    let sentence = words.list[quote.first].sentence;
    let other = |i: Option<usize>| {
        i.and_then(|i| words.list.get(i))
            .is_none_or(|word| word.sentence != sentence)
    };
    other(quote.first.checked_sub(1))
        && words.mark(quote.last + 1) == Some('.')
        && other(Some(quote.last + 2))
}

/// Whether words in marks hold, beside small words of the language, others in small letters, which
/// few names do: verbs, and adjectives behind their noun.
fn has_clause(words: &Words, quote: &marks::Marked) -> bool {
    let mut small = (quote.first + 2..quote.last)
        .filter(|&i| words.list[i].shape == crate::words::Shape::Lower);
    let stop = |i: usize| words.is(i, Classes::STOP) && !verb_group::is_part(words, i);
    small.clone().any(stop) && small.any(|i| !stop(i))
        || (quote.first + 1..quote.last).any(|i| verb_group::is_part(words, i))
}

/// Whether words in marks are a phrase and no name, in a language that writes every noun with a
/// capital: they open in small letters, as no title does.
fn is_phrase(words: &Words, quote: &marks::Marked) -> bool {
    let sentence = words.list[quote.first].sentence;
    let titled = || {
        let sentence = words.document.sentences.get(sentence);
        let text = words.document.article.text.as_str();
        sentence.is_none_or(|sentence| !marks::ends_sentence(sentence.span.of(text)))
    };
    words.lexicon.pack.meta.noun_capitals
        && (words.list[quote.first + 1].shape == crate::words::Shape::Lower
            || quote.words >= CLAUSE && has_clause(words, quote))
        && (sentence != 0 || quote.words > 1 && !titled())
}

/// Whether marked words go on with the clause before them, in a language whose marks embrace the
/// full stop that ends it: "called the plan a “barefaced lie.”"
fn is_fragment(words: &Words, quote: &marks::Marked) -> bool {
    let before = quote.first.checked_sub(1).map(|i| &words.list[i]);
    words.lexicon.has_clauses()
        && words.list[quote.first + 1].shape == crate::words::Shape::Lower
        && before.is_some_and(|before| {
            !before.is_mark() && before.sentence == words.list[quote.first].sentence
        })
}

/// Whether the words in marks are the source that a phrase or an aside names: "laut „Hafenblatt“",
/// "wie „Hafenblatt“ berichtet".
fn is_source(words: &Words, quote: &marks::Marked) -> bool {
    let short = quote.words <= NEAR && !quote.is_sentence;
    let name = (quote.first + 1..quote.last)
        .all(|i| words.list[i].is_mark() || words.list[i].is_capital());
    let phrase = (quote.first.saturating_sub(NEAR)..quote.first).any(|i| {
        words.is(i, Classes::ATTRIBUTION)
            && words
                .entry(i)
                .is_some_and(|entry| entry.side == crate::lexicon::Side::Right)
            && words.after(i) == quote.first
            // "so „dumm“"
            && (!words.is(i, Classes::STOP) || name)
    });
    let aside = quote.first.checked_sub(1).is_some_and(|i| {
        words.role(i) == crate::lexicon::Role::Question && words.is(quote.last + 1, Classes::VERB)
    });
    words.lexicon.pack.meta.noun_capitals && short && (phrase || aside)
}

/// Whether the words in marks are a paper or station that is told: "рассказали «Вестнику» в мэрии".
fn is_told(words: &Words, quote: &marks::Marked) -> bool {
    let verb = quote.first.checked_sub(1).and_then(|i| words.entry(i));
    let clause = verb.is_some_and(|verb| {
        verb.classes.has(Classes::VERB) && verb.takes.has(crate::lexicon::Takes::CLAUSE)
    });
    if words.lexicon.pack.meta.noun_capitals {
        return is_paper(words, quote);
    }
    let goes_on = words.list.get(quote.last + 1).is_some_and(|next| {
        next.sentence == words.list[quote.first].sentence && words.mark(quote.last + 1) != Some('.')
    });
    // 告诉“晚报”，…
    let person = words.lexicon.is_han()
        && verb.is_some_and(|verb| verb.takes.has(crate::lexicon::Takes::PERSON));
    let led = beside_cue::listener(words, quote.last + 1) == Some(quote.first);
    let named =
        words.lexicon.pack.meta.free_order && clause && words.list[quote.first + 1].is_capital();
    (named || person || led) && goes_on && quote.words <= NEAR && !quote.is_sentence
}

/// Whether few capitals in marks are a paper: "„…“, sagte sie dem „Hafenblatt“", "Der „Hafenblick“ hatte
/// berichtet".
fn is_paper(words: &Words, quote: &marks::Marked) -> bool {
    let capitals = (quote.first + 1..quote.last).all(|i| words.list[i].is_capital());
    let Some(article) = quote.first.checked_sub(1).filter(|&i| {
        words.is(i, Classes::DETERMINER) && capitals && quote.words <= NEAR && !quote.is_sentence
    }) else {
        return false;
    };
    let sentence = words.list[article].sentence;
    let tag = words.entry(article).map_or("", |entry| entry.tag);
    let next = quote.last + 1;
    let opens = article == 0 || words.list[article - 1].sentence != sentence;
    let subject = opens && tag != "indefinite" && verb_group::is_part(words, next);
    // The verb says something already, before it or behind a colon.
    let before = (article.saturating_sub(PAPER)..article)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence && words.mark(i) != Some(','));
    let takes = crate::lexicon::Takes::OBJECT;
    let says = |i: usize| {
        words.entry(i).is_some_and(|entry| {
            entry.classes.has(Classes::VERB)
                && entry.takes.has(crate::lexicon::Takes::THAT)
                && !entry.takes.has(takes)
        })
    };
    let verb = before.clone().find(|&i| says(i));
    let said = verb.is_some_and(|verb| {
        let marks = verb
            .checked_sub(2)
            .is_some_and(|i| (i..verb).any(|k| verb_group::quotes(words, k)));
        // "sagte der „Bild“, die Tournee werde verschoben"
        marks || matches!(words.mark(next), Some(':' | ','))
    });
    // "In einem Interview der „Zeit“ nannte er"
    let of_noun = words.is(next, Classes::VERB)
        && article > 0
        && words.list[article - 1].sentence == sentence
        && words.list[article - 1].is_capital();
    subject || (said || of_noun) && (tag == "weak" || tag == "oblique")
}

/// A paper that is told stands so few words behind the verb.
const PAPER: usize = 12;

/// A title in marks has at most this many words.
const TITLE_WORDS: usize = 8;

/// Whether the words in marks are the title of a book, a show or the like: capitals throughout,
/// behind a word that does not report and without a comma or colon before them.
fn is_title(words: &Words, quote: &marks::Marked, reported: bool) -> bool {
    let before = quote.first.checked_sub(1);
    let nouns = words.lexicon.pack.meta.noun_capitals;
    let set_off = before.is_none_or(|i| {
        matches!(words.mark(i), Some(':' | '，' | '：'))
            || nouns && matches!(words.mark(i), Some(','))
            || words.list[i].sentence != words.list[quote.first].sentence
            || words.is(i, Classes::VERB)
            || of_claim(words, i)
            || matches!(words.mark(i), Some(','))
                && cue::verb_ends(words, words.first_of(words.list[i].sentence), i)
    });
    let comma = usize::from(nouns && words.mark(quote.last + 1) == Some(','));
    let spoken = (quote.last + 1 + comma..quote.last + 4)
        .take_while(|&i| i < words.list.len() && words.mark(i).is_none_or(|mark| mark == '\''))
        .any(|i| words.is(i, Classes::VERB));
    let inner = quote.first + 1..quote.last;
    let capitals = inner.clone().all(|i| {
        let word = &words.list[i];
        word.is_mark()
            || word.is_capital()
            || word.shape == crate::words::Shape::Number
            || words.is(i, Classes::STOP) && i > inner.start
    });
    // "I'm with her": a small word that opens the marks has its capital from there, and "I" everywhere.
    let small = |i: usize| {
        words.is(i, Classes::PRONOUN) || i == quote.first + 1 && words.is(i, Classes::STOP)
    };
    let many = inner
        .filter(|&i| words.list[i].is_capital() && (nouns || !small(i)))
        .count();
    // In German one noun alone may be somebody's word: „Wortbruch“.
    let least = if words.lexicon.pack.meta.noun_capitals {
        2
    } else {
        1
    };
    // „zu „Ruhe und Besonnenheit“ auf“: a thing with a name has its noun or the definite article.
    // Over adjectives: "eine wachsende „Kluft“".
    let opener = before.and_then(|last| {
        (last.saturating_sub(NEAR)..=last).rev().find(|&i| {
            words.list[i].shape != crate::words::Shape::Lower || words.is(i, Classes::STOP)
        })
    });
    // "riefen Sprüche wie „Nieder mit X“"
    let such = |i: usize| {
        words.role(i) == crate::lexicon::Role::Question
            && (i.saturating_sub(NEAR)..i).any(|k| {
                words.is(k, Classes::VERB) && words.list[k].sentence == words.list[i].sentence
            })
    };
    let governed = nouns
        && opener.is_some_and(|i| {
            such(i)
                || words.entry(i).is_some_and(|entry| {
                    matches!(
                        entry.role,
                        crate::lexicon::Role::Preposition | crate::lexicon::Role::As
                    ) || entry.tag.starts_with("indefinite")
                })
        });
    // "dass es für die „Totengräber der Freiheit“ keine Nachsicht geben dürfe"
    let part = nouns
        && reported
        && before.is_some_and(|i| words.is(i, Classes::DETERMINER))
        && (quote.first + 2..quote.last).any(|i| words.is(i, Classes::STOP));
    let governed = governed || part;
    // "die Zeitung „Neuland“ berichtet": a noun has its name behind it.
    let named = nouns
        && quote.words == 1
        && before.is_some_and(|i| words.list[i].is_capital() && !words.is(i, Classes::STOP));
    let least = if named { 1 } else { least };
    let called = words.lexicon.has_clauses()
        && before.is_some_and(|i| {
            let cue = |row: &lang::Row| row.key() == words.folded(i) && row.column(1) == "before";
            words.lexicon.pack.rows("name_cues").any(|row| cue(&row))
        });
    // "whose book “…” was published": of any length.
    let most = if called { quote.words } else { TITLE_WORDS };
    // "on ABC's “This Week,” he said": what a preposition or an owner leads to is no speech.
    let led = words.lexicon.has_clauses()
        && before.is_some_and(|i| {
            let written = words.list[i].span.of(&words.document.article.text);
            let owner = written.strip_suffix('s').unwrap_or(written);
            words.role(i) == crate::lexicon::Role::Preposition || owner.ends_with(['’', '\''])
        });
    !governed
        && (least..=most).contains(&quote.words)
        && many > 0
        && capitals
        && !set_off
        && (!spoken || named || led)
}

/// Whether word `i` is a noun that leads to words in marks alone, or leads to them from one that reports:
/// "the words “No more”", "chants of “Stop! Stop!”".
fn of_claim(words: &Words, i: usize) -> bool {
    let leads = |noun: Option<usize>, to: &str| {
        let noun = noun.and_then(|noun| words.entry(noun));
        noun.is_some_and(|noun| {
            let mut opened = noun.governs.split_whitespace();
            noun.classes.has(Classes::CLAIM) && opened.any(|word| word == to)
        })
    };
    leads(Some(i), "marks") || leads(i.checked_sub(1), words.folded(i))
}

/// A few words in marks belong to a cue that is no further from them than this many words.
const NEAR: usize = 4;

/// The clause that opens its sentence without marks and goes on in the quotation `index`.
fn led_in(words: &Words, marked: &[marks::Marked], index: usize) -> Option<Span> {
    if !words.lexicon.has_clauses() {
        return None;
    }
    let quote = &marked[index];
    let sentence = words.list[quote.first].sentence;
    let floor = index
        .checked_sub(1)
        .and_then(|before| marked.get(before))
        .map_or(0, |before| before.last + 1);
    let first = (floor..quote.first)
        .rev()
        .take_while(|&i| words.list[i].sentence == sentence)
        .last()?;
    // "Nothing the minister said “will help,” she said": small letters go on with the clause.
    let small = words.list[quote.first + 1].shape == crate::words::Shape::Lower;
    let plain = (first..quote.first).all(|i| {
        (small && first + 1 < quote.first || !words.is(i, Classes::VERB.and(Classes::ATTRIBUTION)))
            && !matches!(words.mark(i), Some(':' | ';'))
    });
    let opens = first == 0 || words.list[first - 1].sentence != sentence;
    (plain && opens && !words.list[first].is_mark())
        .then(|| words.list[first].span.join(quote.outer))
}
