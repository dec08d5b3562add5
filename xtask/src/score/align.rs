//! How well the aligner does on translations, on comparable news and on our own events.

pub mod paraphrases;

use super::{Data, Figure};
use aligner::{Bead, Mode, Text, formats};
use scorer::alignment::{Nulls, Scores, score};
use std::fs;
use std::path::{Path, PathBuf};

/// The sets of document pairs: folder, the two languages, mode, whether gold has nulls.
struct Set {
    name: &'static str,
    folder: &'static str,
    prefix: &'static str,
    suffixes: (&'static str, &'static str),
    languages: (&'static str, &'static str),
    nulls: Nulls,
    mode: Mode,
    /// Whether only the documents named in `DENSE.txt` count.
    dense: bool,
}

const fn set(
    name: &'static str,
    folder: &'static str,
    prefix: &'static str,
    languages: (&'static str, &'static str),
) -> Set {
    Set {
        name,
        folder,
        prefix,
        suffixes: languages,
        languages,
        nulls: Nulls::Counted,
        mode: Mode::Monotone,
        dense: false,
    }
}

const fn dense(
    name: &'static str,
    folder: &'static str,
    languages: (&'static str, &'static str),
) -> Set {
    Set {
        nulls: Nulls::Ignored,
        dense: true,
        ..set(name, folder, "", languages)
    }
}

const SETS: &[Set] = &[
    set("textberg", "textberg", "dev", ("de", "fr")),
    set("mac", "mac/dev", "", ("zh", "en")),
    set("parice", "parice", "", ("en", "is")),
    set("dtm", "hunalign_hand", "dtm", ("hu", "en")),
    Set {
        suffixes: ("complex", "simple"),
        nulls: Nulls::Ignored,
        mode: Mode::Free,
        ..set("deplain_web", "deplain_web", "", ("de", "de"))
    },
    dense("news si-en", "comparable_si_ta_en/si-en", ("si", "en")),
    dense("news ta-en", "comparable_si_ta_en/ta-en", ("ta", "en")),
    dense("news si-ta", "comparable_si_ta_en/si-ta", ("si", "ta")),
];

/// The pairs and levels of the news with moved sentences.
const MOVED: &[(&str, &str)] = &[
    ("de", "fr"),
    ("en", "de"),
    ("en", "zh"),
    ("en", "ru"),
    ("en", "ar"),
];

pub fn suite(data: &Data) -> Option<Vec<Figure>> {
    let root = data.shared.join("eval/align");
    if !root.is_dir() {
        return None;
    }
    let mut figures = Vec::new();
    for set in SETS {
        let scores = pairs(&root.join(set.folder), set)
            .iter()
            .map(|pair| pair.score(set.nulls, set.mode))
            .fold(Scores::default(), Scores::plus);
        figures.push(Figure::new(
            set.name,
            "strict F1",
            100.0 * scores.strict.f1(),
        ));
        figures.push(Figure::new(set.name, "lax F1", 100.0 * scores.lax.f1()));
        figures.push(Figure::new(set.name, "link F1", 100.0 * scores.links.f1()));
    }
    for tag in ["mt", "dict"] {
        if let Some(pair) = of_vectors(&root.join("textberg"), tag) {
            let scores = pair.score(Nulls::Counted, Mode::Monotone);
            let name = format!("textberg vectors {tag}");
            figures.push(Figure::new(
                name.clone(),
                "strict F1",
                100.0 * scores.strict.f1(),
            ));
            figures.push(Figure::new(name, "lax F1", 100.0 * scores.lax.f1()));
        }
    }
    for level in ["mono", "moved", "heavy"] {
        let mut mean = 0.0;
        for &(left, right) in MOVED {
            let folder = root.join(format!("nway_news/{left}-{right}"));
            let set = Set {
                // In all levels a tenth to a third of either side is missing in the other.
                mode: Mode::Free,
                ..set("nway_news", "", level, (left, right))
            };
            let scores = pairs(&folder, &set)
                .iter()
                .map(|pair| pair.score(Nulls::Counted, set.mode))
                .fold(Scores::default(), Scores::plus);
            let f1 = 100.0 * scores.links.f1();
            mean += f1 / MOVED.len() as f64;
            figures.push(Figure::new(
                format!("nway_news {level} {left}-{right}"),
                "link F1",
                f1,
            ));
        }
        figures.push(Figure::new(
            format!("nway_news {level} mean"),
            "link F1",
            mean,
        ));
    }
    figures.extend(paraphrases::figures(data));
    Some(figures)
}

/// One document in two languages with gold.
struct Pair {
    left: Text,
    right: Text,
    gold: Vec<Bead>,
}

impl Pair {
    fn score(&self, nulls: Nulls, mode: Mode) -> Scores {
        let beads = aligner::align(&self.left, &self.right, Some(mode)).beads;
        let beads = formats::with_nulls(&beads, self.left.len(), self.right.len());
        score(&self.gold, &beads, nulls)
    }
}

fn pairs(folder: &Path, set: &Set) -> Vec<Pair> {
    let dense = fs::read_to_string(folder.join("DENSE.txt")).unwrap_or_default();
    let mut golds: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "gold"))
        .collect();
    golds.sort();
    let stem = |path: &Path| {
        path.file_stem()
            .map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
    };
    golds
        .iter()
        .filter(|path| stem(path).starts_with(set.prefix))
        .filter(|path| {
            !set.dense
                || dense
                    .lines()
                    .any(|line| line.split_whitespace().next() == Some(&stem(path)))
        })
        .filter_map(|path| {
            let text = |suffix: &str, language: &str| {
                let lines = fs::read_to_string(path.with_extension(suffix)).ok()?;
                let lines: Vec<&str> = lines.lines().collect();
                Some(Text::of_lines(&lines, language, encoder::builtin()))
            };
            Some(Pair {
                left: text(set.suffixes.0, set.languages.0)?,
                right: text(set.suffixes.1, set.languages.1)?,
                gold: formats::from_vecalign(&fs::read_to_string(path).ok()?).ok()?,
            })
        })
        .collect()
}

/// The development document with the vectors that peers were run on.
fn of_vectors(folder: &Path, tag: &str) -> Option<Pair> {
    let text = |language: &str| {
        let lines = fs::read_to_string(folder.join(format!("dev.{language}"))).ok()?;
        let base = folder.join(format!("vectors/dev_{tag}.{language}"));
        let rows = fs::read_to_string(base.with_extension(format!("{language}.txt"))).ok()?;
        let bytes = fs::read(base.with_extension(format!("{language}.emb"))).ok()?;
        let lines: Vec<&str> = lines.lines().collect();
        let rows: Vec<&str> = rows.lines().collect();
        let values: Vec<f32> = bytes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|bytes| f32::from_le_bytes(*bytes))
            .collect();
        Text::of_overlaps(&lines, &rows, &values).ok()
    };
    Some(Pair {
        left: text("de")?,
        right: text("fr")?,
        gold: formats::from_vecalign(&fs::read_to_string(folder.join("dev.gold")).ok()?).ok()?,
    })
}
