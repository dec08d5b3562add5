//! Trains the model that tells languages apart.
//!
//! Reads a folder with `<code>.txt` (a text a line) and `<code>.tsv` (a word and its frequency a
//! line), either or both a language, and writes `crates/segmenter/model/language.bin`. Trained
//! on FLORES-200 devtest, Tatoeba, TICO-19, the word frequencies of `wordfreq` (from which
//! sentences are drawn word by word) and the Universal Declaration of Human Rights: multinomial
//! logistic regression over hashed n-grams, a softmax among the languages of one script.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use segmenter::language_model::{LANES, features};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder with `CODE.txt` and `CODE.tsv`
    folder: PathBuf,
    /// Where the model goes
    #[arg(long, default_value = "crates/segmenter/model/language.bin")]
    out: PathBuf,
    /// Texts drawn of every language
    #[arg(long, default_value_t = 30_000)]
    texts: usize,
}

/// Logarithm of the number of buckets that features are hashed into.
const BITS: u32 = 15;

/// The languages by script: each is told only from those of its own group.
const GROUPS: &[&[&str]] = &[
    &[
        "af", "az", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl",
        "hr", "hu", "id", "is", "it", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "sk",
        "sl", "so", "sq", "sv", "sw", "tl", "tr", "uz", "vi",
    ],
    &["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"],
    &["ar", "ckb", "fa", "ps", "ug", "ur"],
    &["hi", "mr", "ne"],
    &["ja", "zh"],
];

/// Languages with little text to learn from and little news to read.
const MINOR: &[&str] = &[
    "ckb", "cy", "eu", "ga", "gl", "is", "kk", "ky", "mn", "mt", "ne", "ps", "so", "sq", "sw",
    "tg", "tl", "ug", "uz",
];

pub fn run(arguments: &Arguments) -> ExitCode {
    match train(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask train-language: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(arguments: &Arguments) -> std::io::Result<()> {
    let codes: Vec<&str> = GROUPS.concat();
    let sources: Vec<Source> = codes
        .iter()
        .map(|code| Source::read(&arguments.folder, code))
        .collect::<Result<_, _>>()?;
    let names = names(&arguments.folder)?;
    let mut random = Random(0x5EED);
    let mut weights = vec![0f32; LANES << BITS];
    let mut squares = vec![0.1f32; LANES << BITS];
    let mut bias = [0f32; LANES];
    let rounds = arguments.texts;
    let mut losses = 0.0;
    for round in 0..rounds {
        let rate = 0.5 * (1.0 - round as f32 / rounds as f32) + 0.02;
        let mut first = 0;
        for group in GROUPS {
            for lane in first..first + group.len() {
                // News in these is rare: they must be the likelier by so much.
                if MINOR.contains(&codes[lane]) && random.below(3) > 0 {
                    continue;
                }
                let text = sources[lane].draw(&mut random, &names);
                losses += step(
                    &text,
                    lane,
                    first..first + group.len(),
                    rate,
                    &mut weights,
                    &mut squares,
                    &mut bias,
                );
            }
            first += group.len();
        }
        if (round + 1) % 1000 == 0 {
            println!(
                "{:6} loss {:.4}",
                round + 1,
                losses / (1000 * codes.len()) as f32
            );
            losses = 0.0;
        }
    }
    fs::write(&arguments.out, pack(&codes, &weights, &bias))
}

/// One step of Adagrad on one text; gives its loss.
fn step(
    text: &str,
    lane: usize,
    group: std::ops::Range<usize>,
    rate: f32,
    weights: &mut [f32],
    squares: &mut [f32],
    bias: &mut [f32; LANES],
) -> f32 {
    let mut counts: BTreeMap<usize, f32> = BTreeMap::new();
    let mut total = 0f32;
    features(text, |hash| {
        *counts.entry((hash >> (32 - BITS)) as usize).or_default() += 1.0;
        total += 1.0;
    });
    if total == 0.0 {
        return 0.0;
    }
    let unit = 1.0 / total.sqrt();
    let mut scores = [0f32; LANES];
    scores[group.clone()].copy_from_slice(&bias[group.clone()]);
    for (&bucket, &count) in &counts {
        let row = &weights[bucket * LANES..(bucket + 1) * LANES];
        for other in group.clone() {
            scores[other] += row[other] * count * unit;
        }
    }
    let top = scores[group.clone()]
        .iter()
        .copied()
        .fold(f32::MIN, f32::max);
    let sum: f32 = scores[group.clone()].iter().map(|s| (s - top).exp()).sum();
    let mut errors = [0f32; LANES];
    for other in group.clone() {
        errors[other] = (scores[other] - top).exp() / sum - f32::from(u8::from(other == lane));
    }
    for other in group.clone() {
        bias[other] -= 0.001 * rate * errors[other];
    }
    for (&bucket, &count) in &counts {
        for other in group.clone() {
            let gradient = errors[other] * count * unit;
            if gradient.abs() < 1e-5 {
                continue;
            }
            let at = bucket * LANES + other;
            squares[at] += gradient * gradient;
            weights[at] -= rate * gradient / squares[at].sqrt();
        }
    }
    -(scores[lane] - top - sum.ln())
}

/// The bytes that `segmenter` embeds.
fn pack(codes: &[&str], weights: &[f32], bias: &[f32; LANES]) -> Vec<u8> {
    // Beyond this a weight is cut off: few are, and the rest gain precision.
    let mut sizes: Vec<f32> = weights
        .iter()
        .map(|w| w.abs())
        .filter(|w| *w > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes
        .get(sizes.len() * 9995 / 10_000)
        .copied()
        .unwrap_or(1.0);
    let scale = largest / 127.0;
    let mut bytes = vec![codes.len() as u8];
    for code in codes {
        bytes.extend(format!("{code:3}").bytes());
    }
    bytes.extend(scale.to_le_bytes());
    for bias in bias {
        bytes.extend(bias.to_le_bytes());
    }
    bytes.extend(
        weights
            .iter()
            .map(|w| ((w / scale).round().clamp(-127.0, 127.0) as i8).cast_unsigned()),
    );
    bytes
}

/// What texts of one language are drawn from.
struct Source {
    lines: Vec<Vec<String>>,
    words: Vec<String>,
    /// Whether the language is written without spaces between words.
    unspaced: bool,
    /// Running sums of the frequencies of `words`.
    sums: Vec<f64>,
}

impl Source {
    fn read(folder: &Path, code: &str) -> std::io::Result<Source> {
        let lines = fs::read_to_string(folder.join(format!("{code}.txt"))).unwrap_or_default();
        let lines = lines
            .lines()
            .map(|line| line.split_whitespace().map(str::to_owned).collect())
            .filter(|words: &Vec<String>| !words.is_empty())
            .collect::<Vec<_>>();
        let (mut words, mut sums, mut sum) = (Vec::new(), Vec::new(), 0.0);
        let list = fs::read_to_string(folder.join(format!("{code}.tsv"))).unwrap_or_default();
        for line in list.lines() {
            if let Some((word, frequency)) = line.split_once('\t') {
                sum += frequency.parse::<f64>().map_err(std::io::Error::other)?;
                words.push(word.to_owned());
                sums.push(sum);
            }
        }
        let unspaced =
            words.is_empty() && lines.iter().map(Vec::len).sum::<usize>() < 4 * lines.len();
        Ok(Source {
            lines,
            words,
            unspaced,
            sums,
        })
    }

    fn draw(&self, random: &mut Random, names: &[String]) -> String {
        let longest = if random.below(3) == 0 { 30 } else { 8 };
        let length = 3 + random.below(longest);
        // Words drawn alone keep the model from learning what the lines of a language are about.
        let real = !self.lines.is_empty() && (self.words.is_empty() || random.below(10) < 3);
        if self.unspaced {
            return self.draw_unspaced(random);
        }
        let mut text: Vec<&str> = if real {
            let line = &self.lines[random.below(self.lines.len())];
            let start = if line.len() > length {
                random.below(line.len() - length + 1)
            } else {
                0
            };
            line.iter()
                .skip(start)
                .take(length)
                .map(String::as_str)
                .collect()
        } else {
            (0..length)
                .map(|_| {
                    let at = random.unit() * self.sums.last().copied().unwrap_or_default();
                    let index = self.sums.partition_point(|&sum| sum < at);
                    self.words.get(index).map_or("", String::as_str)
                })
                .collect()
        };
        // News in any language is full of names from others.
        for _ in 0..=length / 5 {
            if random.below(3) == 0 && !names.is_empty() {
                let at = random.below(text.len() + 1);
                text.insert(at, &names[random.below(names.len())]);
            }
        }
        text.join(" ")
    }
}

impl Source {
    /// A piece of a line; half of the time without kana, which give Japanese away, so that
    /// headlines of Han alone are told too.
    fn draw_unspaced(&self, random: &mut Random) -> String {
        let line = self.lines[random.below(self.lines.len())].concat();
        let bare = random.below(2) == 0;
        let characters: Vec<char> = line
            .chars()
            .filter(|c| !(bare && ('\u{3040}'..='\u{30FF}').contains(c)))
            .collect();
        let length = 4 + random.below(40);
        let start = random.below(characters.len().saturating_sub(length) + 1);
        characters.iter().skip(start).take(length).collect()
    }
}

/// Capitalised words from inside the lines of all languages in Latin script.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for code in ["en", "id", "it", "sw", "nl", "pl", "tr"] {
        let text = fs::read_to_string(folder.join(format!("{code}.txt")))?;
        for line in text.lines() {
            for word in line.split_whitespace().skip(1) {
                let word = word.trim_matches(|c: char| !c.is_alphabetic());
                if word.starts_with(char::is_uppercase) && word.chars().count() > 3 {
                    names.push(word.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// A small generator of random numbers, so that training can be repeated (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}
