//! Names against gold: our own events, person names over scripts, Slavic news with inflection.

use super::{Data, Figure};
use extractor::{Name, NameKind, NameMatch, Value, bearers, name_key, romanise, same_name};
use segmenter::{Article, Span};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the suite.
pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = corpora(data)?;
    figures.extend(pairs(data).unwrap_or_default());
    figures.extend(slavic(data).unwrap_or_default());
    Some(figures)
}

#[derive(Deserialize)]
struct Gold {
    name: String,
    forms: Vec<Form>,
}

#[derive(Deserialize)]
struct Form {
    article: String,
    text: String,
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    given: usize,
    right: usize,
}

/// Names found in our own events by language, and how well they are linked over the reports.
fn corpora(data: &Data) -> Option<Vec<Figure>> {
    let mut events: Vec<_> = fs::read_dir(&data.corpora)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("gold").is_dir())
        .collect();
    events.sort();
    let mut languages: BTreeMap<String, Counts> = BTreeMap::new();
    let mut links = Cubed::default();
    for event in &events {
        of_event(event, data.errors, &mut languages, &mut links)?;
    }
    let mut figures = Vec::new();
    for (language, counts) in &languages {
        let set = format!("corpora {language}");
        figures.push(Figure::new(
            &set,
            "precision",
            share(counts.right, counts.given),
        ));
        figures.push(Figure::new(set, "recall", share(counts.found, counts.gold)));
    }
    figures.extend(links.figures("corpora linked"));
    Some(figures)
}

fn of_event(
    event: &Path,
    errors: bool,
    languages: &mut BTreeMap<String, Counts>,
    links: &mut Cubed,
) -> Option<()> {
    let gold: Vec<Gold> = fs::read_to_string(event.join("gold/names.jsonl"))
        .ok()?
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let inputs = reader::read(&[event.to_owned()], &reader::Options::default()).inputs;
    let mut articles: Vec<Article> = inputs.into_iter().map(|input| input.article).collect();
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    // Every mention that stands on a gold form, with the gold it belongs to.
    let mut linked: Vec<(Name, usize)> = Vec::new();
    for article in articles {
        let id = article.id.clone();
        let text = article.text.clone();
        let document = segmenter::segment(article);
        let language = document.language.code.clone();
        let counts = languages.entry(language.clone()).or_default();
        let mentions = extractor::extract(&document);
        let names: Vec<(Span, &Name)> = mentions
            .iter()
            .filter_map(|mention| match &mention.value {
                Value::Name(name) => Some((mention.span, name)),
                _ => None,
            })
            .collect();
        let mut of_gold: Vec<(Span, usize)> = Vec::new();
        for (index, gold) in gold.iter().enumerate() {
            for form in gold.forms.iter().filter(|form| form.article == id) {
                let spans: Vec<Span> = text
                    .match_indices(form.text.as_str())
                    .map(|(start, found)| Span::new(start, start + found.len()))
                    .collect();
                counts.gold += 1;
                let found = names
                    .iter()
                    .find(|(span, _)| spans.iter().any(|gold| matches(*span, *gold)));
                if let Some((_, name)) = found {
                    counts.found += 1;
                    linked.push(((*name).clone(), index));
                } else if errors {
                    println!("{id} ({language})\tmissed\t{}", form.text);
                }
                of_gold.extend(spans.into_iter().map(|span| (span, index)));
            }
        }
        let mut seen = BTreeSet::new();
        for (span, name) in &names {
            let printed = span.of(&text);
            if !seen.insert(printed) {
                continue;
            }
            counts.given += 1;
            let right = of_gold
                .iter()
                .any(|(gold, _)| matches(*span, *gold) || is_part(gold.of(&text), printed))
                || is_full(&of_gold, &text, name, printed);
            if right {
                counts.right += 1;
            } else if errors {
                println!(
                    "{id} ({language})\textra\t{printed}\t{:?} {} [{}]",
                    name.kind, name.name, name.key
                );
            }
        }
    }
    let refs: Vec<&Name> = linked.iter().map(|(name, _)| name).collect();
    let clusters = bearers(&refs);
    let pairs: Vec<(usize, usize)> = clusters
        .iter()
        .zip(&linked)
        .map(|(cluster, (_, gold))| (*cluster, *gold))
        .collect();
    links.add(&pairs);
    if errors {
        let mut merged: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut split: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
        for (&(cluster, of), (name, _)) in pairs.iter().zip(&linked) {
            merged.entry(cluster).or_default().insert(of);
            split
                .entry(of)
                .or_default()
                .entry(cluster)
                .or_default()
                .extend([" ", name.name.as_str()]);
        }
        for golds in merged.values().filter(|golds| golds.len() > 1) {
            let names: Vec<&str> = golds.iter().map(|&g| gold[g].name.as_str()).collect();
            println!("{}\tmerged\t{names:?}", event.display());
        }
        for (of, parts) in split.iter().filter(|(_, parts)| parts.len() > 1) {
            let parts: Vec<&String> = parts.values().collect();
            println!("{}\tsplit\t{}: {parts:?}", event.display(), gold[*of].name);
        }
    }
    Some(())
}

/// A short form is right where the article has the full one.
fn is_part(full: &str, printed: &str) -> bool {
    full.split_whitespace()
        .any(|part| part == printed || part.to_lowercase() == printed.to_lowercase())
        || full.starts_with(printed)
        || full.ends_with(printed)
}

/// Another form of a name (inflected, with another surname after it) is right where it was linked
/// to a form of the gold.
fn is_full(of_gold: &[(Span, usize)], text: &str, name: &Name, printed: &str) -> bool {
    name.name != printed && of_gold.iter().any(|(gold, _)| gold.of(text) == name.name)
}

/// Two spans are the same name when they share two thirds of the longer one.
fn matches(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    3 * shared >= 2 * a.len().max(b.len()) && shared > 0
}

/// So many pairs a script.
const LIMIT: usize = 2000;

/// A file of the archive of names.
fn table(archive: &Path, name: &str) -> Option<String> {
    let output = Command::new("tar")
        .arg("-xzOf")
        .arg(archive)
        .arg(format!("names/{name}.tsv"))
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn person(given: &str, surname: &str, join: &str) -> Name {
    let name = format!("{given}{join}{surname}");
    Name {
        kind: NameKind::Person,
        key: romanise(&name),
        name,
    }
}

/// The words of single names that are for tests, with their counterparts.
fn test_words(tokens: &str) -> Vec<(&str, &str)> {
    let rows = tokens.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let pair = (columns.next()?, columns.next()?);
        let part = columns.nth(1)?;
        (part == "20" && pair.0.len() > 2).then_some(pair)
    });
    rows.collect()
}

/// How many names are decided right.
#[derive(Default)]
struct Decided {
    same: usize,
    random: usize,
    surname: usize,
    total: usize,
}

impl Decided {
    /// Holds an English name against itself in another script, a random name, and another given
    /// name with the same surname.
    fn add(&mut self, english: &Name, [right, decoy, cousin]: [&Name; 3], errors: bool) {
        let is_same = |name: &Name| same_name(english, name).0 == NameMatch::Same;
        self.total += 1;
        self.same += usize::from(is_same(right));
        self.random += usize::from(!is_same(decoy));
        self.surname += usize::from(!is_same(cousin));
        if errors && !is_same(right) {
            println!("not same\t{} {}", english.name, right.name);
        }
        if errors && is_same(cousin) && cousin.name != right.name {
            println!("same\t{} {}", english.name, cousin.name);
        }
    }

    fn figures(&self, set: &str) -> [Figure; 4] {
        let of = |count| share(count, self.total);
        let decided = share(2 * self.same + self.random + self.surname, 4 * self.total);
        [
            Figure::new(set, "same", of(self.same)),
            Figure::new(set, "random decoy differs", of(self.random)),
            Figure::new(set, "same surname differs", of(self.surname)),
            Figure::new(set, "decided right", decided),
        ]
    }
}

/// Same or different over scripts: every test pair against a random decoy and one with the same
/// surname.
///
/// The set has full names in two scripts only; in the others test words are joined to a given name
/// and a surname. In Korean, one word in seven stands beside another's counterpart, as words were
/// paired by their place and Korean puts some surnames first: full names show what single words
/// hide.
fn pairs(data: &Data) -> Option<Vec<Figure>> {
    let archive = data.shared.join("train/names.tar.gz");
    let mut figures = Vec::new();
    for code in ["ar", "ru", "he", "zh", "ja", "ko"] {
        let tokens = table(&archive, &format!("en-{code}.tokens"))?;
        let words = test_words(&tokens);
        let step = (words.len() / (2 * LIMIT)).max(1);
        let rows: Vec<(&str, &str)> = words.iter().copied().step_by(step).collect();
        let half = rows.len() / 2;
        let join = if code == "ja" || code == "zh" {
            "・"
        } else {
            " "
        };
        let mut decided = Decided::default();
        for i in 0..half {
            let (given, last) = (rows[i], rows[half + i]);
            let other = rows[(i + 7) % half];
            let stranger = rows[half + (i + 13) % half];
            let names = [
                person(given.1, last.1, join),
                person(other.1, stranger.1, join),
                person(other.1, last.1, join),
            ];
            decided.add(&person(given.0, last.0, " "), names.each_ref(), data.errors);
        }
        figures.extend(decided.figures(&format!("pairs {code}")));
        if let Some(names) = table(&archive, &format!("en-{code}.fullnames")) {
            let words: BTreeSet<&str> = words.iter().map(|word| word.0).collect();
            let decided = full_names(&names, &words, data.errors);
            figures.extend(decided.figures(&format!("full names {code}")));
        }
    }
    Some(figures)
}

/// Full names of two words of which at least one is for tests.
fn full_names(names: &str, test: &BTreeSet<&str>, errors: bool) -> Decided {
    type Words<'a> = (&'a str, &'a str);
    let rows: Vec<(Words, Words)> = names
        .lines()
        .filter_map(|line| {
            let (english, other) = line.split_once('\t')?;
            let two = |name: &'_ str| name.split(' ').count() == 2;
            (two(english) && two(other)).then_some(())?;
            Some((english.split_once(' ')?, other.split_once(' ')?))
        })
        .filter(|((given, surname), _)| {
            [given, surname]
                .map(|word| word.to_lowercase())
                .iter()
                .any(|w| test.contains(w.as_str()))
        })
        .collect();
    let rows: Vec<_> = rows.iter().step_by((rows.len() / LIMIT).max(1)).collect();
    let mut decided = Decided::default();
    for (i, ((given, surname), right)) in rows.iter().enumerate() {
        let (_, stranger) = rows[(i + 7) % rows.len()];
        // Which of the two words is the surname depends on the bearer's language.
        let alone = |word: &str| same_name(&person(surname, "", ""), &person(word, "", "")).1;
        let cousin = if alone(right.1) >= alone(right.0) {
            person(stranger.0, right.1, " ")
        } else {
            person(right.0, stranger.1, " ")
        };
        let names = [
            person(right.0, right.1, " "),
            person(stranger.0, stranger.1, " "),
            cousin,
        ];
        decided.add(&person(given, surname, " "), names.each_ref(), errors);
    }
    decided
}

#[derive(Deserialize)]
struct Slavic {
    topic: String,
    lang: String,
    text: String,
    entities: Vec<(usize, usize, String, String, String)>,
}

/// The names of a topic with their bearers and how often they are printed, by language, printed
/// form and id.
type Forms = BTreeMap<(String, String, String), (Name, usize, usize)>;

/// Clusters of the names of one topic over Russian, Ukrainian and Polish.
fn slavic(data: &Data) -> Option<Vec<Figure>> {
    let lines = fs::read_to_string(data.shared.join("eval/compare/slavicner/docs.jsonl")).ok()?;
    let mut topics: BTreeMap<String, Forms> = BTreeMap::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.lines() {
        let Ok(document) = serde_json::from_str::<Slavic>(line) else {
            continue;
        };
        let points = segmenter::CodePoints::new(&document.text);
        let topic = topics.entry(document.topic.clone()).or_default();
        for (start, end, _, kind, id) in &document.entities {
            let kind = match kind.as_str() {
                "PER" => NameKind::Person,
                "ORG" => NameKind::Organisation,
                "LOC" => NameKind::Place,
                _ => continue,
            };
            let span = Span::new(
                points.to_byte(&document.text, *start),
                points.to_byte(&document.text, *end),
            );
            let printed = span.of(&document.text).to_owned();
            let next = ids.len();
            let gold = *ids.entry(id.clone()).or_insert(next);
            topic
                .entry((document.lang.clone(), printed.clone(), id.clone()))
                .and_modify(|(_, _, times)| *times += 1)
                .or_insert_with(|| {
                    let key = name_key(&printed, &document.lang);
                    (
                        Name {
                            kind,
                            name: printed,
                            key,
                        },
                        gold,
                        1,
                    )
                });
        }
    }
    let mut cubed = Cubed::default();
    for (topic, names) in &topics {
        let list: Vec<&(Name, usize, usize)> = names.values().collect();
        // Every mention counts.
        let refs: Vec<&Name> = list
            .iter()
            .flat_map(|(name, _, times)| std::iter::repeat_n(name, *times))
            .collect();
        let golds = list
            .iter()
            .flat_map(|(_, gold, times)| std::iter::repeat_n(*gold, *times));
        let mentions: Vec<(usize, usize)> = bearers(&refs).into_iter().zip(golds).collect();
        cubed.add(&mentions);
        if data.errors {
            show(topic, &mentions, &refs);
        }
    }
    Some(cubed.figures("slavicner"))
}

/// Prints what is merged and what is split, with the number of mentions that it costs.
fn show(topic: &str, mentions: &[(usize, usize)], names: &[&Name]) {
    let mut merged: BTreeMap<usize, BTreeMap<usize, (usize, &str)>> = BTreeMap::new();
    let mut split: BTreeMap<usize, BTreeMap<usize, (usize, &str)>> = BTreeMap::new();
    for (&(cluster, of), name) in mentions.iter().zip(names) {
        for slot in [
            merged.entry(cluster).or_default().entry(of),
            split.entry(of).or_default().entry(cluster),
        ] {
            slot.or_insert((0, &name.name)).0 += 1;
        }
    }
    for (what, parts) in [("merged", merged), ("split", split)] {
        for parts in parts.values().filter(|parts| parts.len() > 1) {
            let mut parts: Vec<&(usize, &str)> = parts.values().collect();
            parts.sort_by(|a, b| b.cmp(a));
            let lost: usize = parts.iter().skip(1).map(|part| part.0).sum();
            println!("{topic}\t{what}\t{lost}\t{parts:?}");
        }
    }
}

/// B³: for every mention the share of its cluster that is of its gold, and the share of its gold
/// that is in its cluster.
#[derive(Default)]
struct Cubed {
    precision: f64,
    recall: f64,
    mentions: usize,
}

impl Cubed {
    fn add(&mut self, pairs: &[(usize, usize)]) {
        let mut clusters: BTreeMap<usize, f64> = BTreeMap::new();
        let mut golds: BTreeMap<usize, f64> = BTreeMap::new();
        let mut both: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for &(cluster, gold) in pairs {
            *clusters.entry(cluster).or_default() += 1.0;
            *golds.entry(gold).or_default() += 1.0;
            *both.entry((cluster, gold)).or_default() += 1.0;
        }
        for pair in pairs {
            self.precision += both[pair] / clusters[&pair.0];
            self.recall += both[pair] / golds[&pair.1];
        }
        self.mentions += pairs.len();
    }

    fn figures(&self, set: &str) -> Vec<Figure> {
        let count = self.mentions.max(1) as f64;
        let (precision, recall) = (self.precision / count, self.recall / count);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        vec![
            Figure::new(set, "B3 precision", 100.0 * precision),
            Figure::new(set, "B3 recall", 100.0 * recall),
            Figure::new(set, "B3 F1", 100.0 * f1),
        ]
    }
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
