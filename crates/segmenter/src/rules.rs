//! What a language's pack says about sentence ends, compiled for look-up.

use crate::letters::is_uppercase;
use lang::{Pack, PerPack, Strategy};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The longest ending of a verb that is looked for (in characters).
const ENDING: usize = 4;

/// How an abbreviation is used, as the second column of `abbreviations` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// A name follows: `Dr`.
    Title,
    /// A number follows: `No`.
    Number,
    /// A number stands before, and often nothing behind: `km`, `A.D`.
    Unit,
    /// Closes a list, and often a sentence: `etc`.
    List,
    /// Never the last word of a sentence: `e.g`.
    Inner,
    /// May be the last word of a sentence: `Inc`.
    Any,
}

/// How a function word is used, as the second column of `function_words` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opener {
    /// In capitals only where a sentence starts.
    Plain,
    /// In capitals inside names too, before another capital: `El` País.
    Article,
    /// In capitals inside sentences too: `May`.
    Capital,
    /// A preposition that a date opens with: `On` Monday.
    Time,
    /// A particle that may be the last word of a sentence: `an`.
    Final,
}

/// One language's rules.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a setting of the pack"
)]
#[derive(Debug)]
pub(crate) struct Rules {
    /// Lower-cased, without the last dot.
    abbreviations: FxHashMap<String, Use>,
    /// Abbreviations in capitals, which no acronym is mistaken for.
    capitals: FxHashSet<String>,
    /// Words that open a new sentence when they are capitalised after a full stop.
    starters: FxHashMap<String, Opener>,
    /// Forms of verbs of speech, of one word.
    speech: FxHashSet<String>,
    /// Nouns that a title or name follows.
    announcers: Vec<String>,
    /// Words behind the article that a title or name opens with.
    named: FxHashSet<String>,
    /// How lines end that only say where a report is from.
    pub(crate) datelines: Vec<String>,
    /// Openings of lines that name the author, in lower case.
    pub(crate) bylines: Openings,
    /// In small letters.
    pub(crate) credits: Vec<String>,
    /// Openings of lines that belong to a picture, in lower case.
    pub(crate) captions: Openings,
    /// Endings of words that end a sentence without a mark.
    endings: FxHashSet<String>,
    /// Whether words are set apart by spaces.
    spaced: bool,
    /// Names of days and months, in lower case.
    dates: FxHashSet<String>,
    /// Whether nouns are written with capitals.
    pub(crate) capital_nouns: bool,
    /// Whether the words of titles are written with capitals.
    pub(crate) title_case: bool,
    /// Whether `3.` is an ordinal number.
    pub(crate) ordinal_dot: bool,
    /// Quotation marks that close in this language although elsewhere they open.
    pub(crate) closing: Vec<char>,
}

/// Phrases that lines open with, in lower case, by their first letter.
#[derive(Debug)]
pub(crate) struct Openings(BTreeMap<char, Vec<String>>);

impl Openings {
    fn new(phrases: &[String]) -> Self {
        let mut openings: BTreeMap<char, Vec<String>> = BTreeMap::new();
        for phrase in phrases.iter().map(|phrase| phrase.to_lowercase()) {
            if let Some(first) = phrase.chars().next() {
                openings.entry(first).or_default().push(phrase);
            }
        }
        Self(openings)
    }

    /// Whether a line opens with one of the phrases, case aside.
    pub(crate) fn open(&self, line: &str) -> bool {
        let mut lower = line.chars().flat_map(char::to_lowercase);
        let phrases = lower.next().and_then(|first| self.0.get(&first));
        phrases.into_iter().flatten().any(|phrase| {
            let mut lower = lower.clone();
            phrase.chars().skip(1).all(|c| lower.next() == Some(c))
        })
    }
}

/// A word in lower case, copied only where that changes it.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|b| b.is_ascii_uppercase())
        || !word.is_ascii() && word.chars().any(is_uppercase)
    {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

static RULES: PerPack<Rules> = PerPack::new();

impl Rules {
    /// The rules of a language, or of the default pack.
    pub(crate) fn of(code: &str) -> &'static Rules {
        RULES.get(code, Rules::compile)
    }

    fn compile(pack: &'static Pack) -> Rules {
        let mut abbreviations = FxHashMap::default();
        let mut capitals = FxHashSet::default();
        // Titles of English stand in news of every language.
        let shared = lang::pack_or_default(lang::UNDETERMINED).rows("abbreviations");
        for row in shared.chain(pack.rows("abbreviations")) {
            let how = match row.column(1) {
                "title" => Use::Title,
                "number" => Use::Number,
                "inner" => Use::Inner,
                "unit" => Use::Unit,
                "list" => Use::List,
                _ => Use::Any,
            };
            if row.key().chars().all(char::is_uppercase) {
                capitals.insert(row.key().to_owned());
            }
            abbreviations.insert(row.key().trim_end_matches('.').to_lowercase(), how);
        }
        let list = |name: &str| -> Vec<String> {
            pack.rows(name).map(|row| row.key().to_owned()).collect()
        };
        let sides = |side: &str| -> Vec<String> {
            pack.rows("title_words")
                .filter(|row| row.column(1) == side)
                .map(|row| row.key().to_lowercase())
                .collect()
        };
        Rules {
            abbreviations,
            capitals,
            endings: list("endings").into_iter().collect(),
            datelines: list("datelines"),
            bylines: Openings::new(&list("bylines")),
            credits: list("credits")
                .iter()
                .map(|phrase| phrase.to_lowercase())
                .collect(),
            captions: Openings::new(&list("captions")),
            starters: pack
                .rows("function_words")
                .map(|row| {
                    let how = match row.column(1) {
                        "capital" => Opener::Capital,
                        "article" => Opener::Article,
                        "final" => Opener::Final,
                        "time" => Opener::Time,
                        _ => Opener::Plain,
                    };
                    (row.key().to_lowercase(), how)
                })
                .collect(),
            speech: pack
                .rows("speech_verbs")
                .flat_map(|row| row.key().split(", "))
                .filter(|form| !form.contains(' '))
                .map(str::to_lowercase)
                .collect(),
            announcers: sides("before"),
            named: sides("after").into_iter().collect(),
            dates: list("months")
                .into_iter()
                .chain(list("weekdays"))
                .map(|word| word.to_lowercase())
                .collect(),
            spaced: pack.meta.words == Strategy::Spaces,
            capital_nouns: pack.meta.capital_nouns,
            title_case: pack.meta.title_case,
            ordinal_dot: pack.meta.ordinal_dot,
            closing: pack
                .meta
                .quotes
                .iter()
                .filter_map(|(_, close)| close.chars().next())
                .collect(),
        }
    }

    /// How the word before a full stop is used, where it is an abbreviation.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Use> {
        if self.abbreviations.is_empty() {
            return None;
        }
        let word = lower(word);
        let find = |word: &str| self.abbreviations.get(word).copied();
        // all'art., dell'avv.: what is elided before the word does not count.
        find(&word).or_else(|| find(word.rsplit(['\'', '’']).next()?))
    }

    /// Whether a word in capitals is an abbreviation that is written so.
    pub(crate) fn is_capital(&self, word: &str) -> bool {
        self.capitals.contains(word)
    }

    /// Whether articles, pronouns and the like are known, so that they can tell where sentences
    /// start without a mark.
    pub(crate) fn knows_starters(&self) -> bool {
        !self.starters.is_empty()
    }

    /// Whether a word names a day, a month or a zone of time, which follow the hour: "10 a.m.
    /// Friday", "5 p.m. EST".
    pub(crate) fn dates(&self, word: &str) -> bool {
        let zone = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        zone || self.dates.contains(&*lower(word))
    }

    /// Whether words set apart by spaces tell the language.
    pub(crate) fn tells_by_words(&self) -> bool {
        self.spaced && self.knows_starters()
    }

    /// Whether a capitalised `word` after an abbreviation shows that a sentence starts there.
    pub(crate) fn starts(&self, word: &str) -> bool {
        self.starters.contains_key(&*lower(word))
    }

    /// How a capitalised `word` is used, where it may open a sentence.
    pub(crate) fn opener(&self, word: &str) -> Option<Opener> {
        self.starters.get(&*lower(word)).copied()
    }

    /// Whether a word is a form of a verb of speech, which goes on with the sentence of what was
    /// said: "… is over. said the minister".
    pub(crate) fn says(&self, word: &str) -> bool {
        self.speech.contains(&*lower(word))
    }

    /// Whether a word in lower case is known to be none that is ever cut short.
    pub(crate) fn is_plain(&self, word: &str) -> bool {
        word.chars().nth(1).is_some() && self.starters.contains_key(word)
    }

    /// Whether endings of words tell where sentences end.
    pub(crate) fn has_endings(&self) -> bool {
        !self.endings.is_empty()
    }

    /// Whether a text ends with an ending of a verb that closes a sentence.
    pub(crate) fn ends_clause(&self, text: &str) -> bool {
        let mut starts = text.char_indices().rev().map(|(at, _)| at).take(ENDING);
        starts.any(|at| text.get(at..).is_some_and(|end| self.endings.contains(end)))
    }

    /// Whether the names that open with an article are known.
    pub(crate) fn knows_names(&self) -> bool {
        !self.named.is_empty()
    }

    /// Whether a title or name stands behind `noun`: "das Magazin Der Spiegel".
    pub(crate) fn announces(&self, noun: &str) -> bool {
        let noun = lower(noun);
        self.announcers.iter().any(|end| noun.ends_with(end))
    }

    /// Whether `word` follows the article in a name: "Die Zeit".
    pub(crate) fn is_named(&self, word: &str) -> bool {
        self.named.contains(&*lower(word))
    }
}
