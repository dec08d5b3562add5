//! Names and terms in quotation marks, which are nobody's words: a ship, a party, a plan.

use super::marks::{Marked, STRETCH};
use super::quotatives;
use super::speakers::Named;
use crate::lexicon::{Classes, Entry, Role, Takes, fold};
use crate::words::{Shape, Words};
use lang::Pack;
use rustc_hash::{FxHashMap, FxHashSet};

/// A name or term has at most so many words.
const WORDS: usize = 4;

/// In text without spaces so many letters.
const LETTERS: usize = 16;

/// A name with so many letters may close with one that makes it a body's: 局.
const BODY: usize = 5;

/// Words beside marks that show that a name or term stands in them.
#[derive(Default)]
struct Cues {
    before: FxHashSet<String>,
    after: FxHashSet<String>,
}

impl Cues {
    fn new(pack: &'static Pack) -> Self {
        let side = |side: &str| {
            pack.rows("name_cues")
                .filter(|row| row.column(1) == side)
                .map(|row| fold(row.key()))
                .collect()
        };
        Self {
            before: side("before"),
            after: side("after"),
        }
    }
}

/// Which of the words in marks are names or terms.
pub(super) fn find(words: &Words, named: &Named, marked: &[Marked]) -> Vec<bool> {
    static ALL: lang::PerPack<Cues> = lang::PerPack::new();
    let cues = ALL.get(words.lexicon.pack.code, Cues::new);
    let text = words.document.article.text.as_str();
    let content = |quote: &Marked| quote.parts.first().map_or("", |part| part.of(text));
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    for quote in marked.iter().filter(|quote| quote.words <= WORDS) {
        *times.entry(fold(content(quote))).or_default() += 1;
    }
    marked
        .iter()
        .map(|quote| {
            let short = quote.words <= WORDS && !quote.is_sentence && quote.parts.len() == 1;
            let said = content(quote).ends_with([',', '،', '，', '、', '!', '?', '！', '？', '؟'])
                || ends_its_part(words, quote)
                    && quote.first.checked_sub(1).is_some_and(|i| {
                        matches!(words.mark(i), Some(',' | '،' | '，' | ':' | '：'))
                    });
            // "called it “absurd”", and again; "أعلنت «فتح»" is a name all the same.
            let reported = quote.first.checked_sub(1).is_some_and(|i| {
                (words.is(i, Classes::VERB) || words.role(i) == Role::As)
                    && words.list[i].sentence == words.list[quote.first].sentence
            });
            // 「冷静に対応する」と述べた, «Мы не уйдём», — заявил: and once more in the headline.
            let again = || {
                times.get(&fold(content(quote))).is_some_and(|&n| n > 1)
                    && !(quotatives::follows(words, quote) || followed(words, quote))
            };
            let whole = !quote.is_sentence && quote.parts.len() == 1;
            let body = whole && content(quote).chars().count() <= LETTERS;
            is_called_so(words, quote)
                || body && !said && is_body(words, quote, reported)
                || body && !said && !reported && stands_before_noun(words, quote)
                || short
                    && !said
                    && (is_name(words, named, quote)
                        || is_told(words, quote)
                        || !reported && (is_called(words, cues, quote) || again()))
        })
        .collect()
}

/// A sentence is looked through up to so many words.
const SENTENCE: usize = 80;

/// Such a name has at most so many words.
const CALLED: usize = 6;

/// In a language whose subject follows its verb freely and that quotes parts of sentences in small letters:
/// whether the marks hold what the noun before them is called, "пекарня «Канаевский хлебозавод»", or few words
/// that go on with the clause of a verb of saying, "объявило «оранжевый» уровень".
fn is_called_so(words: &Words, quote: &Marked) -> bool {
    let Some(before) = quote.first.checked_sub(1) else {
        return false;
    };
    let next = words.list.get(quote.last + 1);
    let sentence = words.list[quote.first].sentence;
    let inner = words.list[before].sentence == sentence
        && words.list[before].shape == Shape::Lower
        && !quote.is_sentence
        && quote.parts.len() == 1
        && words.lexicon.pack.meta.free_order;
    let noun = !words.is(
        before,
        Classes::VERB
            .and(Classes::COMPLEMENTISER)
            .and(Classes::STOP),
    );
    let opening = &words.list[quote.first + 1];
    // "закон «О закупках товаров …»": however long, where nothing in the sentence is said.
    let says_nothing = || {
        let start = words.first_of(sentence);
        let end = words.end_of(sentence);
        end - start < SENTENCE && !(start..end).any(|i| words.is(i, Classes::VERB))
    };
    let called = noun
        && (opening.is_capital() || opening.shape == Shape::Number && quote.words == 1)
        && (quote.words <= CALLED || says_nothing());
    let takes = words.entry(before).map(|entry| entry.takes);
    let says =
        words.is(before, Classes::VERB) && takes.is_some_and(|takes| takes.has(Takes::CLAUSE));
    let goes_on = next.is_some_and(|next| {
        next.sentence == sentence && matches!(next.shape, Shape::Lower | Shape::Mark('('))
    });
    inner && (called && !followed(words, quote) || says && quote.words == 1 && goes_on)
}

/// "قال في مقابلة مع “فوكس نيوز” إن", "סיפר ל"מעריב" כי": whether few words in marks, which a preposition governs,
/// stand right before what is said.
fn is_told(words: &Words, quote: &Marked) -> bool {
    let Some(before) = quote.first.checked_sub(1) else {
        return false;
    };
    let word = &words.list[before];
    let written = word.span.of(&words.document.article.text);
    let governed = words.is(before, Classes::STOP)
        || words.role(before) == Role::Preposition
        || words.lexicon.governs(written.trim_end_matches(STRETCH));
    words.lexicon.definite().is_some()
        && governed
        && !word.is_mark()
        && word.sentence == words.list[quote.first].sentence
        && super::clauses::opens(words, quote.last + 1)
}

/// Whether a verb of speech reports words in marks from behind: "…», сказал", "…» — заявил".
fn followed(words: &Words, quote: &Marked) -> bool {
    (quote.last + 1..quote.last + 1 + BEHIND)
        .find(|&i| {
            words
                .mark(i)
                .is_none_or(|mark| !matches!(mark, ',' | '—' | '–' | '-'))
        })
        .is_some_and(|i| i > quote.last + 1 && words.is(i, Classes::VERB))
}

/// Marks and a verb behind them are at most so many words.
const BEHIND: usize = 4;

/// Whether a mark or what closes speech stands behind the marks, in text without spaces: of “罗莎”将于周二登陆
/// the name opens a clause, whatever comma stands before it.
fn ends_its_part(words: &Words, quote: &Marked) -> bool {
    let next = quote.last + 1;
    words.lexicon.is_spaced()
        || words
            .list
            .get(next)
            .is_none_or(|word| word.is_mark() || word.sentence != words.list[quote.first].sentence)
        || quotatives::follows(words, quote)
}

/// Whether the marked words end as the names of bodies do and hold no verb and no small word, in text
/// without spaces or capitals: “国家气象局”. What somebody calls a body so is its own words.
fn is_body(words: &Words, quote: &Marked, reported: bool) -> bool {
    let (first, last) = (quote.first + 1, quote.last);
    let told = quote
        .first
        .checked_sub(1)
        .is_some_and(|i| words.takes(i, Takes::PERSON));
    let closing = |i: &usize| {
        let body = words.is(*i, Classes::ORGANISATION) && words.after(*i) == last;
        let letters = |i: usize| words.core(i).chars().count();
        let long = (first..last).map(letters).sum::<usize>() >= BODY;
        body && *i > first && (long || letters(*i) > 1)
    };
    let not = Classes::VERB.and(Classes::STOP).and(Classes::PRONOUN);
    words.lexicon.is_han()
        && !words.lexicon.has_markers()
        && (!reported || told)
        && (first..last).any(|i| closing(&i))
        && (first..last).all(|i| !words.list[i].is_mark() && !words.is(i, not))
}

/// “第四阶段”援助方案: whether marked words that hold no verb and no small word stand right before a noun, as a
/// name does, in text without spaces or particles.
fn stands_before_noun(words: &Words, quote: &Marked) -> bool {
    let not = Classes::VERB.and(Classes::STOP).and(Classes::PRONOUN);
    let next = words.list.get(quote.last + 1);
    let noun = next.is_some_and(|next| {
        next.shape == Shape::Han
            && next.sentence == words.list[quote.first].sentence
            && !words.is(quote.last + 1, not)
            && words.role(quote.last + 1) == Role::None
    });
    words.lexicon.is_han()
        && !words.lexicon.has_markers()
        && noun
        && (quote.first + 1..quote.last).all(|i| !words.is(i, not))
}

/// Whether the marks embrace one name and nothing else.
fn is_name(words: &Words, named: &Named, quote: &Marked) -> bool {
    let (first, last) = (quote.first + 1, quote.last.saturating_sub(1));
    if first > last || words.list[first].shape == Shape::Lower {
        return false;
    }
    let (Some((opening, _)), Some((closing, _))) = (named.at(first), named.at(last)) else {
        return false;
    };
    // In German every noun has a capital, and one noun may be a name to the eye alone.
    opening.span == closing.span
        && quote.parts.iter().all(|part| opening.span.contains(*part))
        && (!words.lexicon.pack.meta.noun_capitals || quote.words > 1)
}

/// Whether a word beside the marks says that they hold a name: "the ferry “…”", “…”号.
fn is_called(words: &Words, cues: &Cues, quote: &Marked) -> bool {
    let text = words.document.article.text.as_str();
    if words.lexicon.is_spaced() {
        let before = quote.first.checked_sub(1).is_some_and(|i| {
            let one = words.folded(i);
            // "시민이 “…”라고": what a person has is words.
            let thing = |entry: &Entry| entry.classes.has(Classes::THING) && entry.tag != "person";
            let two = i
                .checked_sub(1)
                .map(|k| format!("{} {one}", words.folded(k)));
            // "יו"ר ‚אגודת …‘, אמר": behind an office before which no verb stands.
            let sentence = words.list[i].sentence;
            let office = words.is(i, Classes::TITLE)
                && words.mark(quote.last + 1) == Some(',')
                && words.lexicon.definite().is_some()
                && !(i.saturating_sub(WORDS)..i)
                    .any(|k| words.is(k, Classes::VERB) && words.list[k].sentence == sentence);
            cues.before.contains(one)
                || office
                || words.entry(i).is_some_and(thing)
                || two.is_some_and(|two| cues.before.contains(&two))
        });
        return before
            || words.list.get(quote.last + 1).is_some_and(|next| {
                // “…했다”는 입장: the ending shows that it is said.
                !next.is_mark()
                    && !quotatives::follows(words, quote)
                    && cues.after.contains(&fold(next.span.of(text)))
            });
    }
    let left = text.get(..quote.outer.start).unwrap_or_default();
    let right = text.get(quote.outer.end..).unwrap_or_default();
    cues.before.iter().any(|cue| left.ends_with(cue.as_str()))
        || cues.after.iter().any(|cue| right.starts_with(cue.as_str()))
}
