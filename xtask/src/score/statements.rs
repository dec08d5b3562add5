//! How well statements over many reports agree with gold: on our own events and on the news in
//! eight languages.

use super::{Data, Figure};
use aligner::{Report, SentenceRef, Statement, Text};
use scorer::Measure;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut by_pair: BTreeMap<String, Measure> = BTreeMap::new();
    let mut absences = Absences::default();
    for folder in events(&data.corpora) {
        let event = Event::read(&folder)?;
        let system = aligner::statements(&event.reports, encoder::builtin());
        let links = system_links(&system);
        let all = event.compare(&links, &mut by_pair);
        absences.count(&event, &system);
        figures.push(Figure::new(stem(&folder), "link F1", 100.0 * all.f1()));
        figures.push(Figure::new(
            stem(&folder),
            "link precision",
            100.0 * all.precision(),
        ));
        figures.push(Figure::new(
            stem(&folder),
            "link recall",
            100.0 * all.recall(),
        ));
        if data.errors {
            event.print_errors(&links);
        }
    }
    for (pair, count) in by_pair {
        figures.push(Figure::new(pair, "link F1", 100.0 * count.f1()));
    }
    figures.extend(absences.figures("all events"));
    let mut held_back = Measure::default();
    let mut absences = Absences::default();
    for folder in events(&data.held_back) {
        let event = Event::read(&folder)?;
        let system = aligner::statements(&event.reports, encoder::builtin());
        absences.count(&event, &system);
        held_back += event.compare(&system_links(&system), &mut BTreeMap::new());
    }
    figures.push(Figure::new("held back", "link F1", 100.0 * held_back.f1()));
    figures.extend(absences.figures("held back"));
    for (level, values) in eight_languages(&data.shared.join("eval/align/nway_news")) {
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        figures.push(Figure::new(
            format!("nway_news {level}"),
            "B3 F1",
            100.0 * mean,
        ));
    }
    Some(figures)
}

type Link = (SentenceRef, SentenceRef);

fn system_links(statements: &[Statement]) -> BTreeSet<Link> {
    let mut links = BTreeSet::new();
    for statement in statements {
        for a in statement.tellers() {
            for b in statement.tellers() {
                if a.report < b.report {
                    links.insert((a, b));
                }
            }
        }
    }
    links
}

/// How often reports that are not held to carry a statement of two or more others really do not.
#[derive(Default)]
struct Absences {
    /// Where no sentence comes near: how many, and how many of them tell it by the gold.
    missing: (usize, usize),
    /// The same where a sentence perhaps tells it.
    perhaps: (usize, usize),
}

impl Absences {
    fn count(&mut self, event: &Event, statements: &[Statement]) {
        for statement in statements {
            let carriers: BTreeSet<usize> = statement.tellers().map(|at| at.report).collect();
            if carriers.len() < 2 {
                continue;
            }
            for report in (0..event.reports.len()).filter(|report| !carriers.contains(report)) {
                let near = statement.nearest_in(report);
                let of_kind = match near.filter(|near| near.is_perhaps()) {
                    Some(_) => &mut self.perhaps,
                    None => &mut self.missing,
                };
                of_kind.0 += 1;
                of_kind.1 += usize::from(event.tells(report, statement));
            }
        }
    }

    fn figures(&self, set: &str) -> [Figure; 2] {
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        let ((missing, told), (perhaps, right)) = (self.missing, self.perhaps);
        [
            Figure::new(set, "not there, rightly", share(missing - told, missing)),
            Figure::new(set, "perhaps there, told", share(right, perhaps)),
        ]
    }
}

/// One of our own events with its gold links.
pub struct Event {
    pub reports: Vec<Report>,
    pub links: BTreeSet<Link>,
}

impl Event {
    /// Whether by the gold a sentence of a report says the same as most sentences of a statement.
    fn tells(&self, report: usize, statement: &Statement) -> bool {
        let linked = |a: SentenceRef, b: SentenceRef| self.links.contains(&(a.min(b), a.max(b)));
        let sentences = 0..self.reports[report].document.sentences.len();
        sentences
            .map(|sentence| SentenceRef { report, sentence })
            .any(|at| {
                let same = statement.sentences.iter().filter(|of| linked(at, **of));
                2 * same.count() > statement.sentences.len()
            })
    }

    pub fn read(folder: &Path) -> Option<Self> {
        let mut reports = Vec::new();
        let mut ids = Vec::new();
        for path in entries(folder, Some("md")) {
            let id = stem(&path);
            if id == "README" {
                continue;
            }
            let file = fs::read_to_string(&path).ok()?;
            let (front, text) = file.strip_prefix("---\n")?.split_once("\n---\n")?;
            let mut article = segmenter::Article::new(id.clone(), text);
            for line in front.lines() {
                let (key, value) = line.split_once(':').unwrap_or_default();
                let value = value.trim().trim_matches('"').to_owned();
                match key.trim() {
                    "language" => article.language = Some(value),
                    "published" => article.published = Some(value),
                    _ => {}
                }
            }
            let document = segmenter::segment(article);
            let mentions = extractor::extract(&document);
            reports.push(Report { document, mentions });
            ids.push(id);
        }
        let gold = fs::read_to_string(folder.join("gold/statements.jsonl")).ok()?;
        let mut links = BTreeSet::new();
        for line in gold.lines() {
            let statement: Value = serde_json::from_str(line).ok()?;
            let mut members = BTreeSet::new();
            for snippet in statement["sentences"].as_array()? {
                let report = ids
                    .iter()
                    .position(|id| snippet["article"] == id.as_str())?;
                let document = &reports.get(report)?.document;
                let words = snippet["text"].as_str()?;
                let nth = snippet["nth"].as_u64().unwrap_or(1) as usize;
                let Some((at, _)) = document.article.text.match_indices(words).nth(nth - 1) else {
                    continue;
                };
                let span = segmenter::Span::new(at, at + words.len());
                for (sentence, s) in document.sentences.iter().enumerate() {
                    let shared = s
                        .span
                        .end
                        .min(span.end)
                        .saturating_sub(s.span.start.max(span.start));
                    if 2 * shared > s.span.len().min(span.len()) {
                        members.insert(SentenceRef { report, sentence });
                    }
                }
            }
            for a in &members {
                for b in &members {
                    if a.report < b.report {
                        links.insert((*a, *b));
                    }
                }
            }
        }
        Some(Self { reports, links })
    }

    /// Its reports as the aligner sees them.
    pub fn texts(&self) -> Vec<Text> {
        Text::of_reports(&self.reports, encoder::builtin())
    }

    fn pair(&self, link: &Link) -> String {
        let language = |at: SentenceRef| {
            self.reports
                .get(at.report)
                .map_or("und", |report| report.document.language.code.as_str())
        };
        let mut pair = [language(link.0), language(link.1)];
        pair.sort_unstable();
        pair.join("-")
    }

    fn compare(&self, links: &BTreeSet<Link>, by_pair: &mut BTreeMap<String, Measure>) -> Measure {
        let mut all = Measure::default();
        for link in links.union(&self.links) {
            let (found, gold) = (links.contains(link), self.links.contains(link));
            let count = Measure {
                right: usize::from(found && gold),
                found: usize::from(found),
                recalled: usize::from(found && gold),
                gold: usize::from(gold),
            };
            all += count;
            *by_pair.entry(self.pair(link)).or_default() += count;
        }
        all
    }

    fn print_errors(&self, links: &BTreeSet<Link>) {
        let text = |at: SentenceRef| {
            self.reports.get(at.report).map_or(String::new(), |report| {
                let document = &report.document;
                format!(
                    "{}: {}",
                    document.article.id,
                    document.sentence_text(at.sentence)
                )
            })
        };
        for link in links.symmetric_difference(&self.links) {
            let what = if links.contains(link) {
                "FALSE"
            } else {
                "MISSED"
            };
            println!("{what}\n  {}\n  {}", text(link.0), text(link.1));
        }
    }
}

/// B³ F1 of every document by level. Two lines belong together where they share a segment.
fn eight_languages(folder: &Path) -> BTreeMap<String, Vec<f64>> {
    let mut values: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for path in entries(folder, Some("json")) {
        let Some((level, texts, segments)) = edition_texts(&path) else {
            continue;
        };
        let of = |at: &SentenceRef| {
            segments
                .get(at.report)
                .and_then(|lines| lines.get(at.sentence))
        };
        let same = |a: &SentenceRef, b: &SentenceRef| {
            of(a).zip(of(b)).is_some_and(|(a, b)| !a.is_disjoint(b))
        };
        let every: Vec<SentenceRef> = (0..texts.len())
            .flat_map(|report| {
                let count = texts.get(report).map_or(0, Text::len);
                (0..count).map(move |sentence| SentenceRef { report, sentence })
            })
            .collect();
        let (mut precision, mut recall) = (0.0, 0.0);
        for statement in aligner::statements_of_texts(&texts) {
            for a in &statement.sentences {
                let right = statement.sentences.iter().filter(|b| same(a, b)).count() as f64;
                precision += right / statement.sentences.len() as f64;
                recall += right / every.iter().filter(|b| same(a, b)).count().max(1) as f64;
            }
        }
        let f1 = 2.0 * precision * recall / (precision + recall) / every.len().max(1) as f64;
        values.entry(level).or_default().push(f1);
    }
    values
}

/// The level of a document in eight languages, its texts, and of each line the segments it holds.
type Editions = (String, Vec<Text>, Vec<Vec<BTreeSet<u64>>>);

/// Reads a document in eight languages.
pub fn edition_texts(path: &Path) -> Option<Editions> {
    let value: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let mut texts = Vec::new();
    let mut segments = Vec::new();
    for (language, lines) in value["editions"].as_object()? {
        let file = fs::read_to_string(path.with_extension(language)).ok()?;
        let file: Vec<&str> = file.lines().collect();
        texts.push(Text::of_lines(&file, language, encoder::builtin()));
        let numbers = |line: &Value| -> BTreeSet<u64> {
            let numbers = line.as_array().into_iter().flatten();
            numbers.filter_map(Value::as_u64).collect()
        };
        let lines = lines.as_array().into_iter().flatten();
        segments.push(lines.map(numbers).collect());
    }
    let level = value["level"].as_str()?.to_owned();
    Some((level, texts, segments))
}

/// The folders of events inside a folder, sorted: those with gold.
pub fn events(folder: &Path) -> Vec<PathBuf> {
    let mut folders = entries(folder, None);
    folders.retain(|folder| folder.join("gold").is_dir());
    folders
}

/// The entries of a folder, sorted: folders, or files of one extension.
pub fn entries(folder: &Path, extension: Option<&str>) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| match extension {
            Some(wanted) => path.extension().is_some_and(|e| e == wanted),
            None => path.is_dir(),
        })
        .collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
}
