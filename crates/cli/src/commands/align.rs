//! `parallax align`: which sentences of two texts say the same, and statements over more.

use crate::input::Input;
use crate::message::{Exit, Messages};
use crate::output;
use aligner::{Bead, Comparison, Mode, SentenceRef, Text, formats};
use clap::{Args, ValueEnum, ValueHint};
use parallax::{Article, Document, Report};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  parallax align report-a.txt report-b.txt                   two reports of one event
  parallax align --mode monotone book.de.txt book.fr.txt     a translation
  parallax align --sentences --format vecalign a.de a.fr     files of one sentence a line
  parallax align --sentences --vectors a.npy --vectors b.npy a.de a.fr
  parallax align --explain report-a.txt report-b.txt         and why
  parallax align news/                                       statements over many reports

Two texts give beads, `{\"left\": [0, 1], \"right\": [2], \"score\": 0.93, …}`; more give statements.
Sentences are counted from 0.")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// How the texts relate [default: found out from the texts]
    #[arg(long, value_name = "MODE", value_enum)]
    mode: Option<ModeName>,

    /// The inputs are files of one sentence a line, taken as they are
    #[arg(long)]
    sentences: bool,

    /// Precomputed sentence vectors (.npy or raw 32-bit floats), one file for each text, in order;
    /// with FILE.txt beside FILE.emb its lines say which sentences each row stands for
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, requires = "sentences")]
    vectors: Vec<PathBuf>,

    /// Show the parts of each link's score (jsonl); of texts up to 2,000 sentences
    #[arg(long)]
    explain: bool,

    /// Where to write; `-` is standard output
    #[arg(short, long, value_name = "PATH", default_value = "-", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ModeName {
    /// Translations and versions: the order is kept
    Monotone,
    /// Independent reports: any order, partly different content
    Free,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// One JSON object a bead or statement, with the text
    #[default]
    Jsonl,
    /// A table
    Csv,
    /// Rungs as hunalign writes them
    Ladder,
    /// `[0, 1]:[2]:score`
    Vecalign,
    /// Translation memory exchange
    Tmx,
}

/// One text with what the output shows of it.
struct Side {
    id: String,
    language: String,
    sentences: Vec<String>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let messages = arguments.input.common.start("align");
    let (sides, texts, read) = if arguments.sentences {
        match lines(arguments, &messages) {
            Some((sides, texts)) => (sides, texts, Exit::Done),
            None => return Exit::Failed,
        }
    } else {
        articles(arguments, &messages)
    };
    if arguments.explain
        && let Some((what, hint)) = unexplained(arguments, &texts)
    {
        messages.error(what, Some(hint));
        return Exit::Failed;
    }
    let reasons = if arguments.explain {
        Reasons::of(&texts)
    } else {
        Reasons::default()
    };
    let out = match (sides.as_slice(), texts.as_slice()) {
        ([left, right], [first, second]) => {
            let mode = arguments.mode.map(|mode| match mode {
                ModeName::Monotone => Mode::Monotone,
                ModeName::Free => Mode::Free,
            });
            let alignment = aligner::align(first, second, mode);
            if arguments.mode.is_none() {
                messages.note(match alignment.mode {
                    Mode::Monotone => "the texts keep one order: aligned as a translation",
                    _ => "the texts tell in their own order: aligned freely",
                });
            }
            let count = (left.sentences.len(), right.sentences.len());
            let all = formats::with_nulls(&alignment.beads, count.0, count.1);
            if arguments.format == Format::Ladder && !formats::keeps_order(&all) {
                let hint = "use --format vecalign, or --mode monotone for translations";
                messages.error("a ladder cannot hold moved sentences", Some(hint));
                return Exit::Failed;
            }
            two(arguments.format, left, right, &all, &reasons)
        }
        ([_, _, _, ..], _) => {
            if !matches!(arguments.format, Format::Jsonl | Format::Csv) {
                let hint = "use --format jsonl or csv";
                messages.error("only two texts fit this format", Some(hint));
                return Exit::Failed;
            }
            many(
                arguments.format,
                &sides,
                &aligner::statements_of_texts(&texts),
                &reasons,
            )
        }
        _ => {
            messages.error("two texts or more are needed", None);
            return Exit::Failed;
        }
    };
    read.max(output::write(&arguments.output, &out, &messages))
}

/// Why two sentences are held to say the same: the parts of their score.
#[derive(Default)]
struct Reasons(BTreeMap<(SentenceRef, SentenceRef), Comparison>);

impl Reasons {
    fn of(texts: &[Text]) -> Self {
        let all = aligner::comparisons(texts).into_iter();
        Self(all.map(|c| ((c.left, c.right), c)).collect())
    }

    /// The links between sentences of a bead or statement that were looked at.
    fn between(&self, sentences: &[SentenceRef]) -> Vec<serde_json::Value> {
        let mut links = Vec::new();
        for (at, left) in sentences.iter().enumerate() {
            for right in sentences.iter().skip(at + 1) {
                let Some(comparison) = self.0.get(&(*left, *right)) else {
                    continue;
                };
                let parts: serde_json::Map<_, _> = comparison
                    .parts
                    .named()
                    .iter()
                    .map(|(name, part)| ((*name).to_owned(), json!(part)))
                    .collect();
                links.push(json!({
                    "left": left.sentence,
                    "left_text": left.report,
                    "right": right.sentence,
                    "right_text": right.report,
                    "probability": comparison.probability,
                    "parts": parts,
                }));
            }
        }
        links
    }
}

/// Texts of more sentences together are not explained: there would be too much to look at.
const EXPLAINED: usize = 4_000;

/// Why no explanation can be given, with a hint.
fn unexplained(arguments: &Arguments, texts: &[Text]) -> Option<(&'static str, &'static str)> {
    if arguments.format != Format::Jsonl {
        return Some(("only JSON lines hold explanations", "use --format jsonl"));
    }
    if !arguments.vectors.is_empty() {
        let what = "vectors alone explain nothing";
        return Some((what, "leave out --vectors or --explain"));
    }
    (texts.iter().map(Text::len).sum::<usize>() > EXPLAINED)
        .then_some(("the texts are too long to explain", "give parts of them"))
}

fn articles(arguments: &Arguments, messages: &Messages) -> (Vec<Side>, Vec<Text>, Exit) {
    let (reading, read) = arguments.input.read(messages);
    let reports: Vec<Report> = reading
        .inputs
        .into_iter()
        .map(|input| {
            let document = segmenter::segment(input.article);
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect();
    let sides = reports
        .iter()
        .map(|report| side(&report.document))
        .collect();
    let texts = Text::of_reports(&reports, encoder::builtin());
    (sides, texts, read)
}

fn side(document: &Document) -> Side {
    Side {
        id: document.article.id.clone(),
        language: document.language.code.clone(),
        sentences: (0..document.sentences.len())
            .map(|at| document.sentence_text(at).to_owned())
            .collect(),
    }
}

/// Files of one sentence a line; nothing where one cannot be used.
fn lines(arguments: &Arguments, messages: &Messages) -> Option<(Vec<Side>, Vec<Text>)> {
    let inputs = &arguments.input.inputs;
    if !arguments.vectors.is_empty() && arguments.vectors.len() != inputs.len() {
        let hint = "give --vectors once for each text, in the same order";
        messages.error("as many vector files as texts are needed", Some(hint));
        return None;
    }
    let mut sides = Vec::new();
    let mut texts = Vec::new();
    for (at, path) in inputs.iter().enumerate() {
        let text = read_text(path, messages)?;
        let sentences: Vec<&str> = text.lines().collect();
        let language = arguments.input.lang.clone().unwrap_or_else(|| {
            segmenter::segment(Article::new("", text.clone()))
                .language
                .code
        });
        texts.push(match arguments.vectors.get(at) {
            Some(file) => with_vectors(&sentences, file, messages)?,
            None => Text::of_lines(&sentences, &language, encoder::builtin()),
        });
        sides.push(Side {
            id: path.display().to_string(),
            language,
            sentences: sentences.into_iter().map(str::to_owned).collect(),
        });
    }
    Some((sides, texts))
}

fn read_text(path: &Path, messages: &Messages) -> Option<String> {
    let read = if path.as_os_str() == output::STANDARD_OUTPUT {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| {
        let what = format_args!("{}: {}", path.display(), reader::plain(&error)).to_string();
        messages.error(what, None);
    })
    .ok()
}

fn with_vectors(sentences: &[&str], file: &Path, messages: &Messages) -> Option<Text> {
    let failed = |what: String, hint: Option<&str>| {
        messages.error(format_args!("{}: {what}", file.display()), hint);
    };
    let bytes = std::fs::read(file)
        .map_err(|error| failed(reader::plain(&error), None))
        .ok()?;
    // vecalign's overlaps form: the sentences, and neighbours joined, in a text file beside.
    let beside = file.with_extension("txt");
    let rows = if beside.is_file() && file.extension().is_some_and(|e| e == "emb") {
        Some(read_text(&beside, messages)?)
    } else {
        None
    };
    let rows: Vec<&str> = rows
        .as_ref()
        .map_or(sentences.to_vec(), |rows| rows.lines().collect());
    let matrix = encoder::Matrix::read(&bytes, rows.len())
        .map_err(|error| failed(error.to_string(), None))
        .ok()?;
    Text::of_overlaps(sentences, &rows, &matrix.into_values())
        .map_err(|missing| {
            let hint = "every sentence needs a row";
            failed(format!("no row for sentence {missing}"), Some(hint));
        })
        .ok()
}

fn words(side: &Side, sentences: &[usize]) -> String {
    let of = |at: &usize| side.sentences.get(*at).map(String::as_str);
    sentences
        .iter()
        .filter_map(of)
        .collect::<Vec<_>>()
        .join(" ")
}

fn two(format: Format, left: &Side, right: &Side, all: &[Bead], reasons: &Reasons) -> String {
    match format {
        Format::Jsonl => all.iter().fold(String::new(), |mut out, bead| {
            let mut line = json!({
                "left": bead.left,
                "right": bead.right,
                "score": bead.score,
                "left_text": words(left, &bead.left),
                "right_text": words(right, &bead.right),
            });
            if !reasons.0.is_empty() {
                let of = |report: usize, at: &[usize]| -> Vec<SentenceRef> {
                    let sentences = at.iter();
                    sentences
                        .map(|&sentence| SentenceRef { report, sentence })
                        .collect()
                };
                let both = [of(0, &bead.left), of(1, &bead.right)].concat();
                line["links"] = reasons.between(&both).into();
            }
            out.push_str(&line.to_string());
            out.push('\n');
            out
        }),
        Format::Csv => table(
            &["left", "right", "score", "left_text", "right_text"],
            all.iter().map(|bead| {
                [
                    numbers(&bead.left),
                    numbers(&bead.right),
                    format!("{:.4}", bead.score),
                    words(left, &bead.left),
                    words(right, &bead.right),
                ]
            }),
        ),
        Format::Ladder => formats::to_ladder(all, left.sentences.len(), right.sentences.len()),
        Format::Vecalign => formats::to_vecalign(all),
        Format::Tmx => {
            let full = |bead: &&Bead| !bead.left.is_empty() && !bead.right.is_empty();
            let pairs = all
                .iter()
                .filter(full)
                .map(|bead| (words(left, &bead.left), words(right, &bead.right)));
            formats::to_tmx(pairs, &left.language, &right.language)
        }
    }
}

fn many(
    format: Format,
    sides: &[Side],
    statements: &[aligner::Statement],
    reasons: &Reasons,
) -> String {
    let place = |at: &aligner::SentenceRef| {
        let side = sides.get(at.report);
        let id = side.map_or("", |side| side.id.as_str()).to_owned();
        (
            id,
            side.map_or(String::new(), |side| words(side, &[at.sentence])),
        )
    };
    if format == Format::Csv {
        return table(
            &["statement", "score", "article", "sentence", "text"],
            statements
                .iter()
                .enumerate()
                .flat_map(|(number, statement)| {
                    statement.tellers().map(move |at| {
                        let (id, text) = place(&at);
                        [
                            number.to_string(),
                            format!("{:.4}", statement.score),
                            id,
                            at.sentence.to_string(),
                            text,
                        ]
                    })
                }),
        );
    }
    let mut out = String::new();
    for (number, statement) in statements.iter().enumerate() {
        let sentences: Vec<_> = statement
            .tellers()
            .map(|at| {
                let (article, text) = place(&at);
                let mut line = json!({
                    "article": article,
                    "sentence": at.sentence,
                    "text": text,
                });
                if statement.as_well.contains(&at) {
                    line["as_well"] = true.into();
                }
                line
            })
            .collect();
        let mut line = json!({
            "statement": number,
            "score": statement.score,
            "sentences": sentences,
        });
        if !reasons.0.is_empty() {
            line["links"] = reasons.between(&statement.sentences).into();
        }
        out.push_str(&line.to_string());
        out.push('\n');
    }
    out
}

fn numbers(sentences: &[usize]) -> String {
    let numbers: Vec<String> = sentences.iter().map(ToString::to_string).collect();
    numbers.join(" ")
}

fn table<const N: usize>(heading: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
