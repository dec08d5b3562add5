//! Learns which sounds of names answer each other over scripts: `extractor`'s `heard.txt`.
//!
//! Pairs of a name in Latin letters and the same name in another script are paired off sound by
//! sound; expectation maximisation finds how often each sound stands for which. Pairs that the
//! weights then hold for two names (mixed-up tokens) are left out and the weights learned anew.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use extractor::{HEARD, Script, romanise, sounds, spelling};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[derive(clap::Args)]
pub struct Arguments {
    /// The archive with `names/en-ru.tokens.tsv`…: name, name, count, part
    #[arg(long, default_value = "../shared/data/train/names.tar.gz")]
    data: PathBuf,
    /// Where the weights go
    #[arg(long, default_value = "crates/extractor/src/names/heard.txt")]
    out: PathBuf,
}

/// The language whose names a script's weights are learned from.
const LANGUAGES: [(Script, &str); 6] = [
    (Script::Cyrillic, "ru"),
    (Script::Arabic, "ar"),
    (Script::Hebrew, "he"),
    (Script::Han, "zh"),
    (Script::Kana, "ja"),
    (Script::Hangul, "ko"),
];

/// The part of the pairs that is trained on; the other tests.
const TRAINED: &str = "80";

/// Rounds of expectation maximisation: later ones change no weight by a tenth.
const ROUNDS: usize = 6;

/// There are fewer sounds in every script.
const SOUNDS: usize = 128;

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let mut file = String::from(
        "# Written by `cargo xtask train-names`: script, Latin sound, other sound, weight.\n",
    );
    for (script, name) in HEARD {
        let language = LANGUAGES.iter().find(|(s, _)| *s == script);
        let pairs =
            language.and_then(|(_, language)| read(&root.join(&arguments.data), script, language));
        let Some(mut pairs) = pairs else {
            eprintln!("xtask train-names: {}: no names", arguments.data.display());
            return ExitCode::from(2);
        };
        let all = pairs.len();
        let first = Table::learn(&pairs).odds();
        pairs.retain(|pair| first.evidence(pair) > 0.0);
        println!("{name}: {} of {all} pairs kept", pairs.len());
        Table::learn(&pairs).odds().write(script, name, &mut file);
    }
    if let Err(error) = std::fs::write(root.join(&arguments.out), file) {
        eprintln!("xtask train-names: {}: {error}", arguments.out.display());
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}

/// One name in two scripts.
struct Pair {
    latin: Vec<u8>,
    other: Vec<u8>,
    weight: f64,
}

fn read(archive: &Path, script: Script, language: &str) -> Option<Vec<Pair>> {
    let output = Command::new("tar")
        .arg("-xzOf")
        .arg(archive)
        .arg(format!("names/en-{language}.tokens.tsv"))
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let heard = |word: &str, script| sounds(&romanise(word).replace(' ', ""), script);
    let pairs = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (latin, other) = (columns.next()?, columns.next()?);
            let times: f64 = columns.next()?.parse().ok()?;
            (columns.next()? == TRAINED).then(|| Pair {
                latin: heard(latin, Script::Latin),
                other: heard(other, script),
                // A name that is met a hundred times teaches as much as ten.
                weight: times.sqrt(),
            })
        })
        .filter(|pair| !pair.latin.is_empty() && !pair.other.is_empty())
        .collect();
    Some(pairs)
}

/// How often sounds stand for each other, or for none.
#[derive(Clone)]
struct Table {
    pairs: Vec<f64>,
    latin: Vec<f64>,
    other: Vec<f64>,
}

impl Table {
    fn empty() -> Self {
        Self {
            pairs: vec![0.0; SOUNDS * SOUNDS],
            latin: vec![0.0; SOUNDS],
            other: vec![0.0; SOUNDS],
        }
    }

    /// Equal letters stand for each other more often than others: that is all it starts from.
    fn start(pairs: &[Pair]) -> Self {
        let mut table = Self::empty();
        for pair in pairs {
            for &x in &pair.latin {
                table.latin[usize::from(x)] += 0.05;
                for &y in &pair.other {
                    table.pairs[usize::from(x) * SOUNDS + usize::from(y)] +=
                        if x == y { 0.5 } else { 0.02 };
                }
            }
            for &y in &pair.other {
                table.other[usize::from(y)] += 0.05;
            }
        }
        table.normalise();
        table
    }

    fn all(&mut self) -> impl Iterator<Item = &mut f64> {
        let gaps = self.latin.iter_mut().chain(&mut self.other);
        self.pairs.iter_mut().chain(gaps)
    }

    fn normalise(&mut self) {
        let total: f64 = self.all().map(|count| *count).sum();
        for count in self.all() {
            *count /= total;
        }
    }

    fn learn(pairs: &[Pair]) -> Self {
        let mut table = Self::start(pairs);
        for _ in 0..ROUNDS {
            let mut counts = Self::empty();
            for pair in pairs {
                table.count(pair, &mut counts);
            }
            for gap in counts.latin.iter_mut().chain(&mut counts.other) {
                *gap += 0.5;
            }
            counts.normalise();
            table = counts;
        }
        table
    }

    /// Adds how often each sound of a pair stands for which, over all ways to pair them off.
    fn count(&self, pair: &Pair, counts: &mut Self) {
        let (a, b) = (&pair.latin, &pair.other);
        let width = b.len() + 1;
        let both = |i: usize, j: usize| usize::from(a[i]) * SOUNDS + usize::from(b[j]);
        let mut fore = vec![0.0; (a.len() + 1) * width];
        fore[0] = 1.0;
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let mut sum = fore[i * width + j];
                if i > 0 {
                    sum += fore[(i - 1) * width + j] * self.latin[usize::from(a[i - 1])];
                }
                if j > 0 {
                    sum += fore[i * width + j - 1] * self.other[usize::from(b[j - 1])];
                }
                if i > 0 && j > 0 {
                    sum += fore[(i - 1) * width + j - 1] * self.pairs[both(i - 1, j - 1)];
                }
                fore[i * width + j] = sum;
            }
        }
        let total = fore[a.len() * width + b.len()];
        if total <= 0.0 {
            return;
        }
        let scale = pair.weight / total;
        let mut back = vec![0.0; fore.len()];
        back[a.len() * width + b.len()] = 1.0;
        for i in (0..=a.len()).rev() {
            for j in (0..=b.len()).rev() {
                let here = fore[i * width + j] * scale;
                let mut sum = back[i * width + j];
                if i < a.len() {
                    let x = usize::from(a[i]);
                    let way = self.latin[x] * back[(i + 1) * width + j];
                    counts.latin[x] += here * way;
                    sum += way;
                }
                if j < b.len() {
                    let y = usize::from(b[j]);
                    let way = self.other[y] * back[i * width + j + 1];
                    counts.other[y] += here * way;
                    sum += way;
                }
                if i < a.len() && j < b.len() {
                    let at = both(i, j);
                    let way = self.pairs[at] * back[(i + 1) * width + j + 1];
                    counts.pairs[at] += here * way;
                    sum += way;
                }
                back[i * width + j] = sum;
            }
        }
    }

    /// The logarithms of how much likelier sounds stand together than by chance.
    fn odds(&self) -> Odds {
        let mut latin = self.latin.clone();
        let mut other = self.other.clone();
        for (at, count) in self.pairs.iter().enumerate() {
            latin[at / SOUNDS] += count;
            other[at % SOUNDS] += count;
        }
        let total: f64 = latin.iter().sum();
        let others: f64 = other.iter().sum();
        let chance = |counts: &[f64], total: f64| -> Vec<f64> {
            counts.iter().map(|count| count / total + 1e-12).collect()
        };
        let (latin, other) = (chance(&latin, total), chance(&other, others));
        let odds = |count: f64, chance: f64| (count / chance).max(1e-4).ln();
        let gaps = |counts: &[f64], chances: &[f64]| -> Vec<f64> {
            let both = counts.iter().zip(chances);
            both.map(|(count, chance)| odds(*count, *chance).max(ALONE))
                .collect()
        };
        Odds {
            pairs: (0..SOUNDS * SOUNDS)
                .map(|at| odds(self.pairs[at], latin[at / SOUNDS] * other[at % SOUNDS]))
                .collect(),
            latin: gaps(&self.latin, &latin),
            other: gaps(&self.other, &other),
            met: [latin, other].map(|chances| chances.iter().map(|c| *c > RARE).collect()),
        }
    }
}

/// No sound without counterpart speaks more against two names than this: other languages use some
/// letters for other sounds.
const ALONE: f64 = -4.0;

/// Sounds less frequent than this teach nothing.
const RARE: f64 = 2e-6;

/// Sounds that stand for each other less often than this, against chance, do so by mistake.
const UNHEARD: f64 = -3.0;

struct Odds {
    pairs: Vec<f64>,
    latin: Vec<f64>,
    other: Vec<f64>,
    met: [Vec<bool>; 2],
}

impl Odds {
    fn evidence(&self, pair: &Pair) -> f64 {
        let mut before = vec![0.0];
        for &y in &pair.other {
            before.push(before.last().copied().unwrap_or(0.0) + self.other[usize::from(y)]);
        }
        for &x in &pair.latin {
            let x = usize::from(x);
            let mut row = vec![before[0] + self.latin[x]];
            for (j, &y) in pair.other.iter().enumerate() {
                let y = usize::from(y);
                let both = before[j] + self.pairs[x * SOUNDS + y];
                let gap = (before[j + 1] + self.latin[x]).max(row[j] + self.other[y]);
                row.push(both.max(gap));
            }
            before = row;
        }
        before.last().copied().unwrap_or(0.0)
    }

    /// Writes what can be the best choice of two names that are one.
    fn write(&self, script: Script, name: &str, file: &mut String) {
        let met = |side: usize| (0..SOUNDS).filter(move |at| self.met[side][*at]);
        for x in met(0) {
            let latin = spelling(x as u8, Script::Latin);
            let _ = writeln!(file, "{name} {latin} - {:.1}", self.latin[x]);
        }
        for y in met(1) {
            let other = spelling(y as u8, script);
            let _ = writeln!(file, "{name} - {other} {:.1}", self.other[y]);
        }
        for x in met(0) {
            for y in met(1) {
                let odds = self.pairs[x * SOUNDS + y];
                if odds > (self.latin[x] + self.other[y]).max(UNHEARD) {
                    let latin = spelling(x as u8, Script::Latin);
                    let other = spelling(y as u8, script);
                    let _ = writeln!(file, "{name} {latin} {other} {odds:.1}");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_that_stand_for_each_other_are_found() {
        let pair = |latin: &str, other: &str| Pair {
            latin: sounds(latin, Script::Latin),
            other: sounds(other, Script::Kana),
            weight: 1.0,
        };
        let pairs = [
            pair("lima", "rima"),
            pair("malo", "maro"),
            pair("lola", "rora"),
        ];
        let odds = Table::learn(&pairs).odds();
        assert!(odds.evidence(&pair("lilo", "riro")) > 3.0);
        assert!(odds.evidence(&pair("lilo", "mama")) < 0.0);
    }
}
