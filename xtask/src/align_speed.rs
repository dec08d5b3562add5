//! How time and memory of aligning grow with the length of the texts.
//!
//! The texts are made up, so that they can be of any length: one is the other with words changed,
//! sentences merged and left out. Everything runs on one thread, and seconds are those that it had a processor.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use crate::train::random::Random;
use aligner::{Mode, Text};
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

/// The lengths of translations, in sentences.
const LENGTHS: [usize; 4] = [1_000, 5_000, 20_000, 50_000];

/// Sentences of two texts that are aligned freely.
const FREE: usize = 2_000;

/// Articles that are set side by side, and the sentences of each.
const MANY: (usize, usize) = (200, 40);

/// So many words there are; the nth is met 1/n as often as the first.
const WORDS: f64 = 20_000.0;

/// What to measure.
#[derive(clap::Args, Clone, Copy)]
pub struct Arguments {
    /// Only this task
    #[arg(value_enum)]
    task: Option<Task>,
}

#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq)]
enum Task {
    /// Translations, sentences in order.
    Monotone,
    /// Two reports in their own order.
    Free,
    /// Many reports at once.
    Statements,
}

/// Prints what each task takes.
pub fn run(arguments: Arguments) -> ExitCode {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    match pool {
        Ok(pool) => {
            pool.install(|| measure(arguments.task));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("xtask align-speed: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure(only: Option<Task>) {
    let wanted = |task: Task| only.is_none_or(|only| only == task);
    // What is read once must not be counted to the first text.
    drop(Text::of_lines(&["nothing"], "en", encoder::builtin()));
    println!("task                          seconds  peak MB  per sentence, to the first");
    if wanted(Task::Monotone) {
        monotone();
    }
    if wanted(Task::Free) {
        free();
    }
    if wanted(Task::Statements) {
        statements();
    }
}

fn monotone() {
    let mut first = None;
    for count in LENGTHS {
        let (seconds, memory) = timed(|| {
            let (left, right) = translation(count);
            let begun = Watch::start();
            let texts = [&left, &right].map(|t| Text::of_lines(t, "en", encoder::builtin()));
            aligner::align(&texts[0], &texts[1], Some(Mode::Monotone));
            begun.seconds()
        });
        let each = seconds / count as f64;
        let ratio = each / *first.get_or_insert(each);
        println!("monotone {count:>6} × {count:<6}     {seconds:>9.2} {memory:>8} {ratio:>8.2}");
    }
}

fn free() {
    let (seconds, memory) = timed(|| {
        let (left, right) = translation(FREE);
        let texts = [&left, &right].map(|t| Text::of_lines(t, "en", encoder::builtin()));
        let begun = Watch::start();
        aligner::align(&texts[0], &texts[1], Some(Mode::Free));
        begun.seconds()
    });
    println!("free     {FREE:>6} × {FREE:<6}     {seconds:>9.2} {memory:>8}");
}

fn statements() {
    let (articles, sentences) = MANY;
    let (seconds, memory) = timed(|| {
        let mut random = Random::new(7);
        let base = lines(&mut random, sentences);
        let texts: Vec<Text> = (0..articles)
            .map(|_| {
                let lines = retold(&mut random, &base);
                Text::of_lines(&lines, "en", encoder::builtin())
            })
            .collect();
        let begun = Watch::start();
        aligner::statements_of_texts(&texts);
        begun.seconds()
    });
    println!("statements {articles} × {sentences}           {seconds:>9.2} {memory:>8}");
}

/// How long this thread has been running, other work of the machine left out.
struct Watch {
    begun: Instant,
    ran: Option<u64>,
}

impl Watch {
    fn start() -> Self {
        let (begun, ran) = (Instant::now(), nanoseconds());
        Self { begun, ran }
    }

    fn seconds(&self) -> f64 {
        match self.ran.zip(nanoseconds()) {
            Some((before, now)) => (now - before) as f64 / 1e9,
            // Where the system does not tell, all time counts.
            None => self.begun.elapsed().as_secs_f64(),
        }
    }
}

fn nanoseconds() -> Option<u64> {
    let status = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    status.split_whitespace().next()?.parse().ok()
}

/// The seconds that a task says it took, and the most memory held meanwhile, in MB.
fn timed(task: impl FnOnce() -> f64) -> (f64, usize) {
    // Forgets the peak so far; where that is not possible the peak is that of all tasks.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let seconds = task();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    (seconds, kilobytes.unwrap_or(0) / 1024)
}

fn word(random: &mut Random) -> String {
    // The logarithm of the rank is spread evenly, which gives Zipf's law.
    let rank = WORDS.powf(random.unit()) as u64;
    let mut letters = Random::new(rank);
    let mut word = String::new();
    for _ in 0..2 + letters.below(3) {
        for kind in [&b"bdfgklmnprstvz"[..], b"aeiou"] {
            let at = letters.below(kind.len());
            word.extend(kind.get(at).copied().map(char::from));
        }
    }
    word
}

fn lines(random: &mut Random, count: usize) -> Vec<String> {
    (0..count)
        .map(|_| {
            let words: Vec<String> = (0..8 + random.below(18)).map(|_| word(random)).collect();
            words.join(" ")
        })
        .collect()
}

/// A text and what a translator might make of it.
fn translation(count: usize) -> (Vec<String>, Vec<String>) {
    let mut random = Random::new(count as u64);
    let left = lines(&mut random, count);
    let right = retold(&mut random, &left);
    (left, right)
}

/// The lines with a tenth of the words changed, some merged and some left out.
fn retold(random: &mut Random, lines: &[String]) -> Vec<String> {
    let mut retold: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        if random.below(100) < 4 {
            continue;
        }
        let words: Vec<String> = line
            .split(' ')
            .map(|known| {
                if random.below(100) < 10 {
                    word(random)
                } else {
                    known.to_owned()
                }
            })
            .collect();
        let words = words.join(" ");
        match retold.last_mut() {
            Some(last) if random.below(100) < 6 => *last = format!("{last} {words}"),
            _ => retold.push(words),
        }
    }
    retold
}
