//! The lists of the packs that the differ reads, compiled once a language.

use crate::attackers::Attacker;
use crate::phrases::Phrases;
use crate::subjects::Teller;
use segmenter::{Article, Document, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What a word does to the sense of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Negation,
    Denial,
    /// Turns something down, a claim or a request: as good as a denial where another denies,
    /// no denial by itself.
    Rejection,
    /// A verb that owns up to what follows, whatever that negates: as good as an affirmation.
    Admission,
    /// A denial that somebody does not make: stands against one who makes it.
    Undenied,
    Condition,
    /// Only looks like one of the others ("未来", "無論").
    Neutral,
}

/// What a word does to how firmly a claim is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hedge {
    Alleged,
    /// Somebody is suspected or accused of it, or it is looked into.
    Suspected,
    Possible,
    /// Only looks like one of the others ("claimed responsibility").
    Neutral,
}

/// What a word says of a negation in another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contrary {
    /// Negates its clause by itself: "not".
    Plain,
    /// Stands beside such a one and adds nothing: "ne … pas".
    With,
    /// May say without a negation what another language says with one: "only", "unless", "un-".
    Implied,
    /// The same, and makes an "only" of a negation before it: "no … but".
    Exceptive,
}

impl Contrary {
    /// Whether it may say without a negation what another language says with one.
    pub(crate) fn implies(self) -> bool {
        matches!(self, Self::Implied | Self::Exceptive)
    }
}

/// The differ's words of one language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Words that turn the sense.
    pub(crate) turns: Phrases<Turn>,
    /// Words that mark a claim as somebody's, or as no more than possible.
    hedges: Phrases<Hedge>,
    /// What is held against a negation over languages.
    contraries: Phrases<Contrary>,
    /// Words for one thing that carry a view: concept and variant.
    pub(crate) terms: Phrases<(&'static str, &'static str)>,
    /// Words that exclude each other: concept, pole, and the form as it is listed.
    pub(crate) antonyms: Phrases<(&'static str, &'static str, &'static str)>,
    /// Who killed others, and that they died too.
    pub(crate) attackers: Phrases<Attacker>,
    /// Who tells how many came.
    pub(crate) estimates: Phrases<Teller>,
    /// Names of clocks, each as it is listed: "Moscow time", 現地時間.
    pub(crate) clocks: Phrases<&'static str>,
    /// Small words that name nothing.
    function: BTreeSet<&'static str>,
    /// Words in one, each with the words that it stands for.
    pub(crate) contractions: BTreeMap<&'static str, Vec<&'static str>>,
}

/// Whether a word, in small letters, is a small one that names nothing: "of", "the".
pub(crate) fn is_light(language: &str, word: &str) -> bool {
    of(language).function.contains(word)
}

/// Words that turn the sense, without those that are part of a longer one: who "was denied by" the
/// goalkeeper denies nothing.
pub(crate) fn turns(document: &Document, sentence: usize, inside: Span) -> Vec<(Span, Turn)> {
    let lexicon = of(document.language_of(sentence));
    let all = lexicon.turns.find(document, sentence, inside);
    // "ではないが": what limits and negates in one word does both.
    let both = |turn, whole| turn == Turn::Negation && whole == Turn::Condition;
    let mut found = all.clone();
    found.retain(|&(span, turn)| {
        let mut others = all.iter();
        !others.any(|&(other, whole)| is_part(span, other) && !both(turn, whole))
    });
    found.retain(|(span, _)| !is_name(document, *span));
    found
}

/// Words that say how firmly a claim is made, without those that are part of a longer one.
pub(crate) fn hedges(document: &Document, sentence: usize, inside: Span) -> Vec<(Span, Hedge)> {
    let lexicon = of(document.language_of(sentence));
    without_parts(&lexicon.hedges.find(document, sentence, inside))
}

/// Whether some word qualifies what a sentence says, also one that only qualifies who did it:
/// "three suspected smugglers".
pub(crate) fn is_hedged(document: &Document, sentence: usize, inside: Span) -> bool {
    let lexicon = of(document.language_of(sentence));
    let found = lexicon.hedges.find(document, sentence, inside);
    found.iter().any(|(_, hedge)| *hedge != Hedge::Neutral)
}

/// What is held against a negation over languages.
pub(crate) fn contraries(
    document: &Document,
    sentence: usize,
    inside: Span,
) -> Vec<(Span, Contrary)> {
    let lexicon = of(document.language_of(sentence));
    let mut found = lexicon.contraries.find(document, sentence, inside);
    found.retain(|(span, _)| !is_name(document, *span));
    found
}

/// Whether the words that negate are listed for a language.
pub(crate) fn knows_turns(language: &str) -> bool {
    lang::pack(language).is_some_and(|pack| pack.rows("negations").next().is_some())
}

/// Whether some word negates or turns something down, also one that only looks so ("not only").
pub(crate) fn is_turned(document: &Document, sentence: usize, inside: Span) -> bool {
    let lexicon = of(document.language_of(sentence));
    let found = lexicon.turns.find(document, sentence, inside);
    let turns = [Turn::Negation, Turn::Denial, Turn::Rejection];
    found.iter().any(|(_, turn)| turns.contains(turn))
}

fn is_part(a: Span, b: Span) -> bool {
    a != b && b.start <= a.start && a.end <= b.end
}

/// What is found, without what is part of a longer phrase.
pub(crate) fn without_parts<T: Copy>(found: &[(Span, T)]) -> Vec<(Span, T)> {
    let whole = |span: Span| !found.iter().any(|(other, _)| is_part(span, *other));
    let all = found.iter().copied();
    all.filter(|(span, _)| whole(*span)).collect()
}

/// Whether a form that is listed holds a negation itself: "had no weapon".
pub(crate) fn holds_negation(language: &str, form: &str) -> bool {
    let mut article = Article::new("form", form.replace('*', ""));
    article.language = Some(language.to_owned());
    let document = segmenter::segment(article);
    (0..document.sentences.len()).any(|sentence| {
        let whole = document.sentences[sentence].span;
        let mut turns = turns(&document, sentence, whole).into_iter();
        turns.any(|(_, turn)| turn == Turn::Negation)
    })
}

/// Whether a word with a capital stands right behind another word: "Officer Christopher No".
fn is_name(document: &Document, span: Span) -> bool {
    let text = &document.article.text;
    let before = text
        .get(..span.start)
        .and_then(|before| before.strip_suffix(' '));
    before.is_some_and(|before| before.ends_with(char::is_alphabetic))
        && document.text_of(span).starts_with(char::is_uppercase)
        && document.text_of(span).chars().any(char::is_lowercase)
}

/// The words of a language; those of the default pack where it has none of its own.
pub(crate) fn of(language: &str) -> Arc<Lexicon> {
    static KNOWN: Mutex<BTreeMap<&'static str, Arc<Lexicon>>> = Mutex::new(BTreeMap::new());
    let pack = lang::pack_or_default(language);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(
        known
            .entry(pack.code)
            .or_insert_with(|| Arc::new(Lexicon::read(pack))),
    )
}

impl Lexicon {
    fn read(pack: &lang::Pack) -> Self {
        let turns = pack.rows("negations").map(|row| {
            let turn = match row.column(1) {
                "denial" => Turn::Denial,
                "rejection" => Turn::Rejection,
                "admission" => Turn::Admission,
                "undenied" => Turn::Undenied,
                "neutral" => Turn::Neutral,
                "condition" => Turn::Condition,
                _ => Turn::Negation,
            };
            (row.key(), turn)
        });
        let hedges = pack.rows("hedges").filter_map(|row| match row.column(1) {
            "alleged" => Some((row.key(), Hedge::Alleged)),
            "suspected" => Some((row.key(), Hedge::Suspected)),
            "possible" => Some((row.key(), Hedge::Possible)),
            "neutral" => Some((row.key(), Hedge::Neutral)),
            _ => None,
        });
        let contraries = pack.rows("contraries").map(|row| {
            let contrary = match row.column(1) {
                "plain" => Contrary::Plain,
                "with" => Contrary::With,
                "exceptive" => Contrary::Exceptive,
                _ => Contrary::Implied,
            };
            (row.key(), contrary)
        });
        let attackers = pack.rows("attackers").map(|row| {
            let attacker = match row.column(1) {
                "death" => Attacker::Death,
                _ => Attacker::Doer,
            };
            (row.key(), attacker)
        });
        let estimates = pack.rows("estimates").map(|row| {
            let teller = match row.column(1) {
                "police" => Teller::Police,
                _ => Teller::Organisers,
            };
            (row.key(), teller)
        });
        let clocks = pack
            .rows("date_words")
            .filter(|row| row.column(1) == "zone")
            .map(|row| (row.key(), row.key()));
        let forms = |list: &'static str| {
            pack.rows(list).flat_map(|row| {
                row.column(2)
                    .split(',')
                    .map(move |form| (form, (row.column(0), row.column(1))))
            })
        };
        Self {
            turns: Phrases::new(pack, turns),
            hedges: Phrases::new(pack, hedges),
            contraries: Phrases::new(pack, contraries),
            terms: Phrases::new(pack, forms("terms")),
            antonyms: Phrases::new(
                pack,
                forms("antonyms").map(|(form, (concept, pole))| (form, (concept, pole, form))),
            ),
            attackers: Phrases::new(pack, attackers),
            estimates: Phrases::new(pack, estimates),
            clocks: Phrases::new(pack, clocks),
            function: pack.rows("function_words").map(|row| row.key()).collect(),
            contractions: pack
                .rows("contractions")
                .map(|row| (row.key(), row.column(1).split(' ').collect()))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the words of a pole say is what they say, whatever negation they hold.
    #[test]
    fn forms_hold_their_own_negations() {
        for (language, form, held) in [
            ("en", "had no weapon", true),
            ("en", "carried a gun", false),
            ("fr", "n'était pas armé", true),
            ("tr", "haber alınamıyor", true),
            // What the star stands for may negate: tutuklanmadı.
            ("tr", "tutuklan*", false),
            ("ko", "진화되지 않*", true),
            ("ja", "効果がない", true),
        ] {
            assert_eq!(holds_negation(language, form), held, "{form}");
        }
    }
}
