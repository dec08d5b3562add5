//! One language's pack: its `pack.toml` and its word lists.

use serde::Deserialize;

/// How running text is cut into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Strategy {
    /// Words are set apart by spaces and punctuation (UAX #29).
    #[default]
    Spaces,
    /// No spaces between words: Han and kana, cut by script runs and a word breaker.
    Han,
    /// No spaces between words: Thai, Lao, Khmer, Burmese, cut by a trained word breaker.
    Complex,
}

/// Where the verb stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum VerbPlace {
    /// Verb first: the speaker follows the cue.
    First,
    /// After the subject: the speaker stands on either side of the cue.
    #[default]
    Second,
    /// Verb last: the speaker stands before the words, the cue after them.
    Final,
}

/// What `pack.toml` says.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one line of a settings file"
)]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// The language's own name: `Deutsch`.
    pub name: String,
    /// Its English name: `German`.
    pub english: String,
    /// ISO 15924 codes of the scripts it is written in, the usual one first: `["Latn"]`.
    pub scripts: Vec<String>,
    /// Whether the language is first class: complete lists, worked examples, own measurements.
    #[serde(default)]
    pub first_class: bool,
    /// How text is cut into words.
    #[serde(default)]
    pub words: Strategy,
    /// Pairs of quotation marks, the usual one first: `[["„", "“"], ["»", "«"]]`.
    #[serde(default)]
    pub quotes: Vec<(String, String)>,
    /// The decimal separator of printed numbers.
    pub decimal: char,
    /// The characters that group digits, the usual one first.
    #[serde(default)]
    pub group: Vec<char>,
    /// Whether a dot after digits makes an ordinal number: `3. Mai`.
    #[serde(default)]
    pub ordinal_dot: bool,
    /// Whether every noun has a capital, so that a capital alone does not show a name.
    #[serde(default)]
    pub noun_capitals: bool,
    /// How the plurals of nouns end, where that tells them from the words beside them: `ns`.
    #[serde(default)]
    pub plurals: Vec<String>,
    /// Where the verb stands in its clause, and with it the speaker beside a verb of speech.
    #[serde(default)]
    pub verb: VerbPlace,
    /// Whether a subject stands as freely behind its verb as before it, told by its case.
    #[serde(default)]
    pub free_order: bool,
    /// Whether nouns are written with capitals inside sentences.
    #[serde(default)]
    pub capital_nouns: bool,
    /// Whether the words of titles are written with capitals: `Gone With the Wind`.
    #[serde(default)]
    pub title_case: bool,
    /// The order of day, month and year in dates of digits: `dmy`, `mdy`, `ymd`.
    pub date_order: String,
    /// First and last of the years that are of the Solar Hijri calendar where nothing names another:
    /// in Persian 1402 is 2023.
    #[serde(default)]
    pub persian_years: Option<[i32; 2]>,
    /// How number words are put together.
    #[serde(default)]
    pub numbers: Numeration,
}

/// How number words are put together. The general rule (what is smaller adds, a scale
/// multiplies what is smaller before it) needs no setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "rules that hold or not, each on its own"
)]
pub struct Numeration {
    /// Units stand before tens: `fünfundzwanzig`, `خمسة وعشرون`.
    pub units_first: bool,
    /// A connector joins tens with units: `treinta y cinco`; elsewhere only hundreds and more.
    pub join_tens: bool,
    /// A connector joins digits to a scale before them: `58 ألفا و300`.
    pub join_digits: bool,
    /// Number words are written together: `zweihundertfünfzig`.
    pub compounds: bool,
    /// `half` follows its number without a connector: `iki buçuk`.
    pub half_after: bool,
    /// Digits in a row make a number read by position: `二〇二六`.
    pub positional: bool,
    /// A last digit after a scale counts the next lower one: `一万三` (13,000).
    pub elliptic: bool,
}

/// One language: its settings and its word lists.
#[derive(Debug)]
pub struct Pack {
    /// ISO 639 code, which is the folder's name.
    pub code: &'static str,
    /// The settings of `pack.toml`.
    pub meta: Meta,
    files: &'static [(&'static str, &'static str)],
}

/// One line of a word list: its columns, set apart by tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    line: &'static str,
}

impl Row {
    /// The first column: the word or phrase.
    pub fn key(&self) -> &'static str {
        self.column(0)
    }

    /// Column `index`, counted from 0; empty where the line has fewer.
    pub fn column(&self, index: usize) -> &'static str {
        self.line.split('\t').nth(index).unwrap_or_default().trim()
    }
}

impl Pack {
    pub(crate) fn parse(
        code: &'static str,
        files: &'static [(&'static str, &'static str)],
    ) -> Self {
        let text = files
            .iter()
            .find(|(name, _)| *name == "pack.toml")
            .map_or("", |(_, text)| text);
        let meta = toml::from_str(text).unwrap_or_else(|error| {
            unreachable!("tests hold that packs/{code}/pack.toml parses: {error}")
        });
        Self { code, meta, files }
    }

    /// The rows of the list `table` (the file `table.txt`), without comments (`# …`) and empty
    /// lines, in the order of the file; none where the pack has no such list.
    pub fn rows(&self, table: &str) -> impl Iterator<Item = Row> + use<> {
        self.text(table)
            .unwrap_or_default()
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|line| Row { line })
    }

    /// Whether the pack has the list `table`.
    pub fn has(&self, table: &str) -> bool {
        self.text(table).is_some()
    }

    /// The lists that a first-class pack must have and this one has not, or has empty.
    pub fn missing(&self) -> Vec<&'static str> {
        crate::tables::TABLES
            .iter()
            .filter(|table| table.required && self.rows(table.name).next().is_none())
            .map(|table| table.name)
            .collect()
    }

    fn text(&self, table: &str) -> Option<&'static str> {
        self.files
            .iter()
            .find(|(name, _)| name.strip_suffix(".txt") == Some(table))
            .map(|(_, text)| *text)
    }
}
