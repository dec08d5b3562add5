//! The training sets: their files, read into groups of texts that say the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Texts that say the same, by language; where a language has several, they are alternatives.
pub type Group = BTreeMap<String, Vec<String>>;

/// A training set.
pub struct Source {
    /// The folder's name, and the origin and licence that the weights must name.
    pub name: &'static str,
    /// Licence of the texts.
    pub licence: &'static str,
    /// How often an epoch goes through it. Small sets of news and prose count more than large
    /// sets of everyday phrases and single words.
    pub passes: f64,
    /// How many pairs that leave out the pivot language are drawn for each pair with it.
    pub crossed: f64,
    /// How many neighbouring groups stay together in a batch: sentences of one document are the
    /// hardest negatives of each other.
    pub block: usize,
    read: fn(&Path) -> Vec<Group>,
}

/// What stands in the project itself: written for it.
const OWN: &str = "MIT OR Apache-2.0";
const BY_SA_3: &str = "CC BY-SA 3.0";
const BY_SA_4: &str = "CC BY-SA 4.0";

/// All sources, in the order in which they are read.
pub const SOURCES: &[Source] = &[
    source("news", OWN, 7.0, 1.5, 14, news),
    source("packs", OWN, 20.0, 1.0, 1, packs),
    source("flores200", BY_SA_4, 3.0, 1.5, 8, flores),
    source("pud", BY_SA_3, 3.0, 1.5, 4, pud),
    source("tico19", "CC0 1.0", 2.0, 1.5, 8, tico),
    source("xquad", BY_SA_4, 1.0, 1.0, 8, xquad),
    source("ko_en_news", BY_SA_3, 4.0, 0.0, 8, korean_news),
    source("tatoeba", "CC BY 2.0 FR", 0.7, 0.3, 1, tatoeba),
    source("cldr", "Unicode License v3", 2.0, 0.5, 1, cldr),
    source(
        "omw",
        "the open licence of each wordnet",
        1.0,
        0.7,
        1,
        wordnets,
    ),
    source("wiktionary", BY_SA_3, 1.2, 0.3, 1, wiktionary),
    source("wechsel_dict", BY_SA_3, 0.6, 0.0, 1, word_lists),
    source("wikidict_hi_en", "CC0 1.0", 0.5, 0.0, 1, titles),
    source("names", "CC0 1.0", 0.3, 0.3, 1, names),
];

const fn source(
    name: &'static str,
    licence: &'static str,
    passes: f64,
    crossed: f64,
    block: usize,
    read: fn(&Path) -> Vec<Group>,
) -> Source {
    Source {
        name,
        licence,
        passes,
        crossed,
        block,
        read,
    }
}

impl Source {
    /// Whether it is running text, from which the rarity of words is counted.
    pub fn prose(&self) -> bool {
        self.block > 1 || self.name == "tatoeba"
    }

    /// The groups of this source under `data`, nothing where the folder is missing.
    pub fn groups(&self, data: &Path) -> Vec<Group> {
        let folder = if self.licence == OWN {
            crate::root().join("crates/encoder/training")
        } else {
            data.join(self.name)
        };
        if folder.is_dir() {
            (self.read)(&folder)
        } else {
            Vec::new()
        }
    }
}

/// The user's own parallel text: files `a-b.tsv` with a sentence and its translation a line.
pub fn own(folder: &Path) -> Vec<Group> {
    tatoeba(folder)
}

/// The files of a folder with this extension, sorted: their stems and texts.
fn files(folder: &Path, extension: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .filter_map(|path| {
            let stem = path.file_stem()?.to_str()?.to_owned();
            Some((stem, fs::read_to_string(&path).ok()?))
        })
        .collect();
    files.sort();
    files
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .map(|line| line.split('\t').map(str::trim).collect())
}

/// Adds a text to a group unless it is empty or there already.
fn add(group: &mut Group, language: &str, text: &str) {
    // `zh-TW` trains what `zh` reads.
    let language = language.split('-').next().unwrap_or(language);
    if text.is_empty() || !lang::pack(language).is_some_and(|pack| pack.meta.first_class) {
        return;
    }
    let texts = group.entry(language.to_owned()).or_default();
    if !texts.iter().any(|t| t == text) {
        texts.push(text.to_owned());
    }
}

fn pair(a: (&str, &str), b: (&str, &str)) -> Group {
    let mut group = Group::new();
    add(&mut group, a.0, a.1);
    add(&mut group, b.0, b.1);
    group
}

/// Groups by key, in the order of the keys.
fn grouped(rows: impl Iterator<Item = (String, String, String)>) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (key, language, text) in rows {
        add(groups.entry(key).or_default(), &language, &text);
    }
    groups.into_values().collect()
}

/// Events, a file each: the languages in the head line, then a fact a line, told freely in each.
fn news(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    files.iter().flat_map(|(_, text)| table(text, 0)).collect()
}

/// The rows of a table whose head line names the languages of its columns, from column `first` on.
fn table(text: &str, first: usize) -> Vec<Group> {
    let mut rows = rows(text);
    let languages = rows.next().unwrap_or_default();
    rows.map(|row| {
        let mut group = Group::new();
        for (language, sentence) in languages.iter().zip(&row).skip(first) {
            add(&mut group, language, sentence);
        }
        group
    })
    .collect()
}

/// Lists of the packs whose rows say under one name in all languages what their forms mean: the
/// columns of the meaning, and that of the forms.
const MEANINGS: [(&str, &[usize], usize); 5] = [
    ("counted", &[0], 1),
    ("terms", &[0, 1], 2),
    ("antonyms", &[0, 1], 2),
    ("negations", &[1], 0),
    ("hedges", &[1], 0),
];

/// Meanings of grammar alone ("not", "if", "may"), and of what only looks like a pole.
const EMPTY: [&str; 5] = ["negation", "condition", "neutral", "possible", "planned"];

/// Words of the packs that mean the same: what is counted, loaded words, poles that exclude each
/// other, denials, hearsay.
fn packs(_: &Path) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for pack in lang::codes().filter_map(lang::pack) {
        for (list, meaning, forms) in MEANINGS {
            for row in pack.rows(list) {
                let meaning: Vec<&str> = meaning.iter().map(|&at| row.column(at)).collect();
                if meaning.iter().any(|part| EMPTY.contains(part)) {
                    continue;
                }
                let key = format!("{list} {}", meaning.join(" "));
                let group = groups.entry(key).or_default();
                let forms = row.column(forms).split(',').map(str::trim);
                for form in forms.filter(|form| !form.contains(['…', '*', '#'])) {
                    add(group, pack.code, form);
                }
            }
        }
    }
    groups.into_values().collect()
}

fn flores(folder: &Path) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (language, text) in files(folder, "txt") {
        for (i, line) in text.lines().enumerate() {
            if groups.len() <= i {
                groups.push(Group::new());
            }
            add(&mut groups[i], &language, line.trim());
        }
    }
    groups
}

fn pud(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    grouped(files.iter().flat_map(|(language, text)| {
        rows(text).filter_map(|row| match *row {
            [id, sentence] => Some((id.to_owned(), language.clone(), sentence.to_owned())),
            _ => None,
        })
    }))
}

fn tico(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    files
        .first()
        .map_or_else(Vec::new, |(_, text)| table(text, 1))
}

#[derive(serde::Deserialize)]
struct Paragraph {
    text: BTreeMap<String, String>,
    qas: BTreeMap<String, Vec<Answered>>,
}

#[derive(serde::Deserialize)]
struct Answered {
    id: String,
    q: String,
    a: String,
}

fn xquad(folder: &Path) -> Vec<Group> {
    let mut groups = Vec::new();
    for (_, text) in files(folder, "jsonl") {
        for paragraph in text
            .lines()
            .filter_map(|line| serde_json::from_str::<Paragraph>(line).ok())
        {
            let mut whole = Group::new();
            for (language, text) in &paragraph.text {
                add(&mut whole, language, text);
            }
            groups.push(whole);
            let answered = paragraph.qas.iter().flat_map(|(language, all)| {
                all.iter().flat_map(move |one| {
                    [("q", &one.q), ("a", &one.a)].map(|(what, text)| {
                        (what.to_owned() + &one.id, language.clone(), text.clone())
                    })
                })
            });
            groups.extend(grouped(answered));
        }
    }
    groups
}

/// The same English with two spellings of Korean: a group by English sentence.
fn korean_news(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in files.iter().flat_map(|(_, text)| rows(text)) {
        let [korean, english] = *row else { continue };
        let place = *places.entry(english).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group::new());
        }
        add(&mut groups[place], "ko", korean);
        add(&mut groups[place], "en", english);
    }
    groups
}

/// Pairs of everyday sentences. Those that share a sentence of the file's first language are one
/// group, so that pairs of languages that nobody translated directly are met too.
fn tatoeba(folder: &Path) -> Vec<Group> {
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    for (name, text) in files(folder, "tsv") {
        let Some((a, b)) = name.split_once('-') else {
            continue;
        };
        for row in rows(&text) {
            if let [left, right, ..] = *row {
                let group = groups.entry((a.to_owned(), left.to_owned())).or_default();
                add(group, a, left);
                add(group, b, right);
            }
        }
    }
    groups.into_values().collect()
}

fn cldr(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    grouped(files.iter().flat_map(|(name, text)| {
        rows(text).skip(1).filter_map(move |row| {
            let language = (*row.first()?).to_owned();
            let text = (*row.last()?).replace("{0}", "");
            // Narrow forms and symbols are single letters.
            let key = row.get(1..row.len() - 1)?.join("/");
            let useful = ![
                "narrow",
                "symbol",
                "gender",
                "dateFormat",
                "Pattern-compound",
            ]
            .iter()
            .any(|form| key.contains(form));
            useful.then(|| (format!("{name}/{key}"), language, text.trim().to_owned()))
        })
    }))
}

fn wordnets(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    grouped(files.iter().flat_map(|(language, text)| {
        rows(text).filter_map(|row| {
            let lemma = row.get(1)?.replace('_', " ");
            Some(((*row.first()?).to_owned(), language.clone(), lemma))
        })
    }))
}

/// Longer entries explain a word instead of translating it.
const LONGEST_ENTRY: usize = 60;

fn is_entry(text: &str) -> bool {
    text.len() <= LONGEST_ENTRY && !text.contains(['[', ']', '(', ':', ';'])
}

/// Tables of translations by word, part of speech and sense; the tables out of English share
/// their senses, the others are pairs.
fn wiktionary(folder: &Path) -> Vec<Group> {
    let mut senses: BTreeMap<String, Group> = BTreeMap::new();
    for (name, text) in files(folder, "tsv") {
        for row in rows(&text).skip(1) {
            let ([word, class, sense, translation], Some((from, to))) =
                (&*row, name.split_once('-'))
            else {
                continue;
            };
            if is_entry(word) && is_entry(translation) {
                let group = senses
                    .entry(format!("{word}\t{class}\t{sense}\t{from}"))
                    .or_default();
                add(group, from, word);
                add(group, to, translation);
            }
        }
    }
    senses.into_values().collect()
}

fn word_lists(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    files
        .iter()
        .filter_map(|(name, text)| Some((name.split_once('-')?, text)))
        .flat_map(|((a, b), text)| {
            rows(text).filter_map(move |row| match *row {
                [left, right] if is_entry(left) && is_entry(right) => {
                    Some(pair((a, left), (b, right)))
                }
                _ => None,
            })
        })
        .collect()
}

fn titles(folder: &Path) -> Vec<Group> {
    word_lists(folder)
}

/// Names and parts of names, grouped by the form in the file's first language.
fn names(folder: &Path) -> Vec<Group> {
    let files = files(folder, "tsv");
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (name, text) in &files {
        let Some((a, b)) = name
            .split_once('.')
            .and_then(|(pair, _)| pair.split_once('-'))
        else {
            continue;
        };
        for row in rows(text) {
            let [left, right, ..] = *row else { continue };
            // The head of the table.
            if row.get(2) == Some(&"count") {
                continue;
            }
            let group = groups.entry(left.to_owned()).or_default();
            add(group, a, left);
            add(group, b, right);
        }
    }
    groups.into_values().collect()
}
