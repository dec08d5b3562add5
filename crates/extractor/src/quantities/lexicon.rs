//! The number words, units, counted nouns and wordings of one language, compiled from its pack.
//!
//! Roles of the rows in `numbers`:
//!
//! | role | meaning |
//! | --- | --- |
//! | `add` | a number that adds: `seven`, `forty`, `doscientos` |
//! | `twenties` | the same, taking up to nineteen more: `soixante`, `quatre-vingt` |
//! | `scale` | multiplies what is smaller before it: `hundred`, `万`, `lakh` |
//! | `inner` | a scale that never stands alone: `億` |
//! | `plural` | a scale after a number, a vague count without one: `Millionen`, `dozens` |
//! | `short` | a scale after digits only: `bn`, `Mio` |
//! | `vague` | some, before a scale: `several` (hundred), `数`百 |
//! | `of` | between vague scales: `tens of thousands` |
//! | `and` | joins parts: `and`, `und`, `و` |
//! | `mixes` | joins a number with a fraction only: `又`, `と` |
//! | `point` | the decimal separator as a word |
//! | `half` | a fraction that stands alone or is added: `half`, `a quarter` (value `1/4`) |
//! | `share` | a number that before a noun with its article is a fraction: `خمس السكان` |
//! | `plus` | a fraction added to the number after it: `साढ़े` |
//! | `denominator` | the parts of a fraction: `thirds` |
//! | `ratio` | between denominator and numerator: `分之` |
//! | `ordinal` | `third` |
//! | `ordinal-suffix`, `ordinal-prefix` | make an ordinal of digits: `th`, `第` |
//! | `article` | one, if a scale or fraction follows: `a` (hundred) |
//! | `weak` | a number only with a unit or counted noun: `one`, `两` |
//! | `part` | the same, and beside one syllable of Hangul none: `이`; of Han never the last digit: `两` |
//! | `sole` | one, where the word is an article too: it counts people only: `bir`, `一` |
//! | `minus` | the sign as a word |
//! | `never` | a phrase that holds number words and counts nothing: `no one`, `一些` |

use super::compound::Pieces;
use super::phrases::{Ends, Phrases};
use super::tokens::{DAMMA, Tokens};
use crate::{Approximation, Scope};
use lang::{Numeration, Pack, PerPack};
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

/// What a number word does in its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Add,
    Twenties,
    Scale,
    Inner,
    Plural,
    Short,
    Vague,
    Of,
    And,
    Mixes,
    Point,
    Half,
    Share,
    Plus,
    Denominator,
    Ratio,
    Ordinal,
    OrdinalSuffix,
    OrdinalPrefix,
    Article,
    Weak,
    Part,
    Sole,
    Minus,
    Never,
}

impl Role {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "add" => Self::Add,
            "twenties" => Self::Twenties,
            "scale" => Self::Scale,
            "inner" => Self::Inner,
            "plural" => Self::Plural,
            "short" => Self::Short,
            "vague" => Self::Vague,
            "of" => Self::Of,
            "and" => Self::And,
            "mixes" => Self::Mixes,
            "point" => Self::Point,
            "half" => Self::Half,
            "share" => Self::Share,
            "plus" => Self::Plus,
            "denominator" => Self::Denominator,
            "ratio" => Self::Ratio,
            "ordinal" => Self::Ordinal,
            "ordinal-suffix" => Self::OrdinalSuffix,
            "ordinal-prefix" => Self::OrdinalPrefix,
            "article" => Self::Article,
            "weak" => Self::Weak,
            "part" => Self::Part,
            "sole" => Self::Sole,
            "minus" => Self::Minus,
            "never" => Self::Never,
            _ => return None,
        })
    }
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberWord {
    pub role: Role,
    pub value: Decimal,
    /// Whether a prefix joins it to what stands before: `وثلاثين`.
    pub and: bool,
    /// Whether that prefix holds an article too: `والثلاثين`.
    pub definite: bool,
    /// Whether a prefix makes it approximate: `כשלושים`.
    pub about: bool,
}

/// A unit: its id and what it measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnitWord {
    pub id: &'static str,
    pub dimension: &'static str,
    /// How many of it the word means: ten percent for `成`.
    pub factor: Decimal,
    pub print: Print,
}

/// How a unit must be printed to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Print {
    #[default]
    Any,
    /// Written onto the number in a capital: `30C`.
    Onto,
    /// The same, or after a space: `104 F (40 C)`, and no `5 C-130s`.
    Degrees,
    /// In capitals: `833 AD`.
    Capitals,
    /// With nothing written onto it: `三十两`, and not `三十两国`.
    Closing,
    /// Written onto digits: `3in`.
    Attached,
    /// Before an amount with a scale or separator: `PS2.7m`, and not `PS5`.
    Amount,
}

impl Print {
    fn of(place: &str) -> Self {
        match place {
            "onto" => Self::Onto,
            "degrees" => Self::Degrees,
            "capitals" => Self::Capitals,
            "closing" => Self::Closing,
            "attached" => Self::Attached,
            "amount" => Self::Amount,
            _ => Self::Any,
        }
    }
}

/// A number that is written inside what it counts: "a decade", the dual of Arabic and Hebrew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whole {
    pub value: Decimal,
    /// Whether a prefix makes it approximate: `כיומיים`.
    pub about: bool,
    /// The unit that the word is; without one it is a noun.
    pub unit: Option<UnitWord>,
}

/// A wording around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// How exact the number is.
    Is(Approximation),
    /// Joins the ends of a range.
    Range,
    /// Joins the ends of a range after "between".
    Joins,
    /// Stands between the two sides of a score: `سه بر یک`.
    Versus,
    /// Makes the number negative: "below zero".
    Negates,
    /// Says that the number is a change, which opens no range: "by 2 to 5 percent".
    Changes,
    /// A verb of change, behind which "from" and "to" open no range: "passera de 55 à 67".
    Passes,
}

/// All of one language.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "properties that hold or not, each on its own"
)]
pub(super) struct Lexicon {
    pub numbers: Phrases<NumberWord>,
    /// Number words that only a printed vowel tells from others: `خُمس`.
    pub voweled: Phrases<NumberWord>,
    /// Number words that are fractions before a noun with its article.
    pub shares: Phrases<NumberWord>,
    /// Articles that are written onto their noun: `ال`.
    pub articles: Vec<&'static str>,
    /// Connectors that are written onto the next word: `و`.
    pub connectors: Vec<&'static str>,
    /// Words that say how many of something without a number: "a decade", `طفلان`.
    pub wholes: Phrases<Whole>,
    pub units_before: Phrases<UnitWord>,
    pub units_after: Phrases<UnitWord>,
    /// Units that a word has only behind a scale: "361 million pounds".
    pub units_scaled: Phrases<UnitWord>,
    /// Units of mass that share their word with a currency: "libras".
    pub units_weighed: Phrases<UnitWord>,
    /// What tells such units: "pesa".
    pub weighs: Phrases<()>,
    /// What lasts so many years and has no age: "12 साल की | सजा".
    pub lasts: Phrases<()>,
    pub counted: Phrases<&'static str>,
    /// Single words, folded, for somebody who may have an age: `pêcheur`.
    pub persons: FxHashSet<String>,
    /// Adjectives of countries, folded, which also name somebody from there: "tedesco".
    pub demonyms: FxHashSet<String>,
    /// What names the count right before the number: "magnitude".
    pub before_number: Phrases<&'static str>,
    /// What names the count at a distance before the number: "the death toll".
    pub topics: Phrases<&'static str>,
    /// Verbs that say of their subject how many it is: "sono", "suman".
    pub amounts: Phrases<()>,
    /// What makes a number a part of the one before it: "of them".
    pub same: Phrases<()>,
    /// What opens or closes the name of a count with a counted noun beside it: "the number of".
    pub topics_of: Phrases<()>,
    /// What is written onto a number that makes it a part of the next, or stands between the two:
    /// "2'si çocuk 5 kişi", "छह बच्चों समेत 16".
    pub parts_first: Phrases<()>,
    /// What tells of how many a share is told: "de cada", "每".
    pub every: Phrases<bool>,
    /// What says that there are more than are counted: "others", "of the".
    pub scopes: Phrases<Scope>,
    /// Words after one of something that tell how often: "1年ごと".
    pub each: Phrases<()>,
    /// What may stand between a number and its unit: "50 previous years".
    pub between: Phrases<()>,
    /// What makes a bare number one of what was counted before it: "up from 30".
    pub likened: Phrases<()>,
    /// Units that are written onto a number word: "siebenjährige".
    pub endings: Vec<(Box<str>, UnitWord)>,
    /// What tells that two numbers facing each other are a score: "beat", "voted".
    pub scores: Phrases<&'static str>,
    /// What stands between a topic and its number: `は`.
    pub markers: Phrases<()>,
    /// What is written onto the end of a number or noun: particles.
    pub particles: Phrases<()>,
    pub before: Phrases<Bound>,
    pub after: Phrases<Bound>,
    /// An ending of the unit and the word behind it that say together how exact a number is:
    /// "650 dolara kadar".
    pub after_case: Vec<(String, String, Approximation)>,
    /// What joins the ends of a range.
    pub ranges: Phrases<Bound>,
    pub labels: Phrases<()>,
    /// What makes digits and ordinals before it a name: "第9条".
    pub labelled_behind: Phrases<()>,
    /// What makes the digits before it an address.
    pub addressed: Phrases<()>,
    /// What is written together with what follows it.
    pub prefixes: Phrases<Approximation>,
    /// Number words that are written together with others.
    pub pieces: Pieces,
    pub rules: Numeration,
    /// Whether the number of parts stands before how many of them: `分之`.
    pub has_ratio: bool,
    /// The decimal separator of the language.
    pub decimal: char,
    /// Whether a plain space groups digits.
    pub space: bool,
    /// How the plurals of nouns end, where that tells nouns from other words.
    pub plurals: &'static [String],
    /// Whether a dot after digits makes an ordinal.
    pub ordinal_dot: bool,
    /// Whether all nouns are written with a capital.
    pub noun_capitals: bool,
    /// Words that are no nouns.
    pub function: Phrases<()>,
    /// How all these phrases open and close.
    pub ends: Ends,
}

/// The lexicon of a language, compiled when first asked for.
pub(super) fn of(code: &str) -> &'static Lexicon {
    static LEXICONS: PerPack<Lexicon> = PerPack::new();
    LEXICONS.get(code, Lexicon::of)
}

impl Lexicon {
    fn of(pack: &'static Pack) -> Self {
        let mut lexicon = Self {
            rules: pack.meta.numbers,
            decimal: pack.meta.decimal,
            space: pack.meta.group.iter().any(|c| c.is_whitespace()),
            ordinal_dot: pack.meta.ordinal_dot,
            noun_capitals: pack.meta.noun_capitals,
            plurals: &pack.meta.plurals,
            ..Self::default()
        };
        // The language's own rows win over those that hold everywhere.
        lexicon.load(pack);
        if pack.code != lang::UNDETERMINED {
            lexicon.load(lang::pack_or_default(lang::UNDETERMINED));
        }
        lexicon.enlist();
        lexicon
    }

    /// Whether a number may begin with the word at token `at`: of most words it is known at once
    /// that none does.
    pub fn may_be_number(&self, tokens: &Tokens, at: usize) -> bool {
        self.numbers.may_start(tokens, at)
            || self.voweled.may_start(tokens, at)
            || self.wholes.may_start(tokens, at)
            || self.pieces.may_open(tokens.folded(at))
            || self.may_carry_unit(tokens.folded(at))
    }

    /// Whether a unit may be written onto the end of a word.
    fn may_carry_unit(&self, word: &str) -> bool {
        let last = word.as_bytes().last();
        last.is_some_and(|last| {
            self.endings.iter().any(|(ending, _)| {
                ending.as_bytes().last() == Some(last) && word.ends_with(&**ending)
            })
        })
    }

    fn enlist(&mut self) {
        let ends = &mut self.ends;
        for phrases in [&mut self.numbers, &mut self.voweled, &mut self.shares] {
            phrases.enlist(ends);
        }
        for phrases in [
            &mut self.units_before,
            &mut self.units_after,
            &mut self.units_scaled,
            &mut self.units_weighed,
        ] {
            phrases.enlist(ends);
        }
        for phrases in [
            &mut self.weighs,
            &mut self.lasts,
            &mut self.same,
            &mut self.parts_first,
            &mut self.topics_of,
            &mut self.amounts,
            &mut self.labelled_behind,
            &mut self.between,
            &mut self.likened,
            &mut self.markers,
            &mut self.particles,
            &mut self.labels,
            &mut self.addressed,
            &mut self.function,
        ] {
            phrases.enlist(ends);
        }
        for phrases in [
            &mut self.counted,
            &mut self.before_number,
            &mut self.topics,
            &mut self.scores,
        ] {
            phrases.enlist(ends);
        }
        for phrases in [&mut self.before, &mut self.after, &mut self.ranges] {
            phrases.enlist(ends);
        }
        self.prefixes.enlist(ends);
        self.every.enlist(ends);
        self.scopes.enlist(ends);
        self.each.enlist(ends);
        self.wholes.enlist(ends);
    }

    /// Adds a word that holds its number, alone and with what is written together with it.
    fn add_whole(&mut self, form: &str, whole: Whole, affixes: &[Affix]) {
        self.wholes.add(form, whole);
        for affix in affixes {
            let about = affix.role == "about";
            self.wholes.add(&affix.on(form), Whole { about, ..whole });
        }
    }

    fn load(&mut self, pack: &'static Pack) {
        let affixes: Vec<Affix> = pack.rows("affixes").flat_map(Affix::of).collect();
        for affix in affixes.iter().filter(|affix| affix.before) {
            let kind = if affix.role == "about" {
                Approximation::About
            } else {
                Approximation::Exact
            };
            self.prefixes.add(affix.form, kind);
            match affix.role {
                "the" => self.articles.push(affix.form),
                "and" => self.connectors.push(affix.form),
                _ => {}
            }
        }
        // What counts nothing wins over what it is made of: "الاثنين" is Monday.
        let never = |row: &lang::Row| Role::named(row.column(0)) == Some(Role::Never);
        let rows = || pack.rows("numbers");
        for row in rows().filter(never).chain(rows().filter(|row| !never(row))) {
            let (Some(role), Some(value)) = (Role::named(row.column(0)), value(row.column(1)))
            else {
                continue;
            };
            self.has_ratio |= role == Role::Ratio;
            let word = NumberWord {
                role,
                value,
                and: false,
                definite: false,
                about: false,
            };
            if role == Role::Share {
                let word = NumberWord {
                    role: Role::Half,
                    ..word
                };
                for form in forms(row.column(2)) {
                    self.shares.add(form, word);
                    for affix in affixes.iter().filter(|affix| affix.role == "and") {
                        self.shares
                            .add(&affix.on(form), NumberWord { and: true, ..word });
                    }
                }
                continue;
            }
            let inflects = !matches!(
                role,
                Role::And | Role::Mixes | Role::Of | Role::Never | Role::Short | Role::Article
            );
            for form in forms(row.column(2)) {
                let words = if form.contains(DAMMA) {
                    &mut self.voweled
                } else {
                    &mut self.numbers
                };
                words.add(form, word);
                if self.rules.compounds {
                    self.pieces.add(form, word);
                }
                if !inflects {
                    continue;
                }
                for affix in affixes.iter().filter(|affix| affix.role != "noun") {
                    let word = NumberWord {
                        and: affix.role == "and",
                        definite: affix.role == "and" && affix.form.chars().nth(1).is_some(),
                        about: affix.role == "about",
                        ..word
                    };
                    words.add(&affix.on(form), word);
                }
            }
        }
        for row in pack.rows("units") {
            let (id, factor) = row.column(0).split_once('*').unwrap_or((row.column(0), ""));
            let unit = UnitWord {
                id,
                dimension: row.column(1),
                factor: value(factor).unwrap_or(Decimal::ONE),
                print: Print::of(row.column(2)),
            };
            let place = row.column(2);
            for form in forms(row.column(3)) {
                if place == "whole" {
                    let whole = Whole {
                        value: unit.factor,
                        about: false,
                        unit: Some(UnitWord {
                            factor: Decimal::ONE,
                            ..unit
                        }),
                    };
                    self.add_whole(form, whole, &affixes);
                    continue;
                }
                if place == "inside" {
                    self.endings.push((Tokens::fold_word(form).into(), unit));
                    continue;
                }
                let narrow = match place {
                    "scaled" => Some(&mut self.units_scaled),
                    "weighed" => Some(&mut self.units_weighed),
                    _ => None,
                };
                if let Some(narrow) = narrow {
                    narrow.add(form, unit);
                    continue;
                }
                if matches!(place, "both" | "before" | "amount") {
                    self.units_before.add(form, unit);
                }
                if matches!(place, "before" | "amount") {
                    continue;
                }
                self.units_after.add(form, unit);
                // "88.40 للدولار": so many to the dollar are no dollars.
                let measures = |affix: &&Affix| affix.role != "to" && !form.ends_with('*');
                for affix in affixes.iter().filter(measures) {
                    self.units_after.add(&affix.on(form), unit);
                }
            }
        }
        for row in pack.rows("counted") {
            let marks = match row.column(2) {
                "same" => Some(&mut self.same),
                "part-first" => Some(&mut self.parts_first),
                "topic-of" => Some(&mut self.topics_of),
                "amounts" => Some(&mut self.amounts),
                "between" => Some(&mut self.between),
                "likened" => Some(&mut self.likened),
                "weighs" => Some(&mut self.weighs),
                "lasts" => Some(&mut self.lasts),
                "each" => Some(&mut self.each),
                _ => None,
            };
            if let Some(marks) = marks {
                for form in forms(row.column(1)) {
                    marks.add(form, ());
                }
                continue;
            }
            if matches!(row.column(2), "every" | "every-person") {
                for form in forms(row.column(1)) {
                    self.every.add(form, row.column(2) == "every-person");
                }
                continue;
            }
            let scope = match row.column(2) {
                "others" => Some(Scope::Others),
                "part" => Some(Scope::Part),
                "with" => Some(Scope::With),
                _ => None,
            };
            if let Some(scope) = scope {
                for form in forms(row.column(1)) {
                    self.scopes.add(form, scope);
                }
                continue;
            }
            if let Ok(value) = row.column(2).parse() {
                let whole = Whole {
                    value,
                    about: false,
                    unit: None,
                };
                for form in forms(row.column(1)) {
                    self.add_whole(form, whole, &affixes);
                }
            }
            let phrases = match row.column(2) {
                "before" => &mut self.before_number,
                "topic" => &mut self.topics,
                "score" => &mut self.scores,
                _ => &mut self.counted,
            };
            for form in forms(row.column(1)) {
                phrases.add(form, row.column(0));
                for affix in &affixes {
                    phrases.add(&affix.on(form), row.column(0));
                }
            }
        }
        for row in pack.rows("sources").chain(pack.rows("titles")) {
            if !row.key().contains(' ') {
                self.persons.insert(Tokens::fold_word(row.key()));
            }
        }
        for row in pack.rows("demonyms") {
            self.demonyms.insert(Tokens::fold_word(row.key()));
        }
        for row in pack.rows("subject_markers") {
            self.markers.add(row.key(), ());
        }
        for row in pack.rows("clitics") {
            if row.column(1) == "suffix" {
                self.particles.add(row.key(), ());
            }
        }
        for row in pack.rows("approximations") {
            let Some(bound) = bound(row.column(0)) else {
                continue;
            };
            if let ("onto", Bound::Is(kind)) = (row.column(1), bound) {
                let cases = forms(row.column(2)).filter_map(|form| form.split_once(' '));
                self.after_case
                    .extend(cases.map(|(end, word)| {
                        (Tokens::fold_word(end), Tokens::fold_word(word), kind)
                    }));
                continue;
            }
            let places: &mut [&mut Phrases<Bound>] = match row.column(1) {
                _ if matches!(bound, Bound::Range | Bound::Joins | Bound::Versus) => {
                    &mut [&mut self.ranges]
                }
                "after" => &mut [&mut self.after],
                "both" => &mut [&mut self.before, &mut self.after],
                _ => &mut [&mut self.before],
            };
            for form in forms(row.column(2)) {
                for phrases in places.iter_mut() {
                    phrases.add(form, bound);
                }
            }
            // "ויותר מ-120": a connector may be written onto the wording.
            if matches!(bound, Bound::Is(_)) && row.column(1) != "after" {
                for affix in affixes.iter().filter(|affix| affix.role == "and") {
                    for form in forms(row.column(2)) {
                        self.before.add(&affix.on(form), bound);
                    }
                }
            }
        }
        for row in pack.rows("function_words") {
            self.function.add(row.key(), ());
        }
        for row in pack.rows("labels") {
            let labels = match row.column(1) {
                "behind" => &mut self.addressed,
                "article" => &mut self.labelled_behind,
                _ => &mut self.labels,
            };
            for form in forms(row.column(0)) {
                labels.add(form, ());
            }
        }
    }
}

/// What is written together with a word.
struct Affix {
    role: &'static str,
    form: &'static str,
    before: bool,
}

impl Affix {
    fn of(row: lang::Row) -> impl Iterator<Item = Self> {
        forms(row.column(2)).map(move |form| Self {
            role: row.column(1),
            form,
            before: row.column(0) == "prefix",
        })
    }

    fn on(&self, form: &str) -> String {
        if self.before {
            format!("{}{form}", self.form)
        } else {
            format!("{form}{}", self.form)
        }
    }
}

fn forms(column: &'static str) -> impl Iterator<Item = &'static str> {
    column
        .split(", ")
        .map(str::trim)
        .filter(|form| !form.is_empty())
}

/// `12`, `0.5` or `1/3`; nothing printed is one.
fn value(column: &str) -> Option<Decimal> {
    if column.is_empty() {
        return Some(Decimal::ONE);
    }
    match column.split_once('/') {
        Some((over, under)) => value(over)?.checked_div(value(under)?),
        None => column.parse().ok(),
    }
}

fn bound(name: &str) -> Option<Bound> {
    Some(Bound::Is(match name {
        "range" => return Some(Bound::Range),
        "joins" => return Some(Bound::Joins),
        "versus" => return Some(Bound::Versus),
        "negative" => return Some(Bound::Negates),
        "change" => return Some(Bound::Changes),
        "passes" => return Some(Bound::Passes),
        "exact" => Approximation::Exact,
        "about" => Approximation::About,
        "at-least" => Approximation::AtLeast,
        "more-than" => Approximation::MoreThan,
        "at-most" => Approximation::AtMost,
        "less-than" => Approximation::LessThan,
        "up-to" => Approximation::UpTo,
        "between" => Approximation::Between,
        _ => return None,
    }))
}
