//! Who does it to whom: two names that change places between two reports of one statement.

use crate::name::{Bearers, comparable};
use crate::place::{Place, place};
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain, lexicon, polarity};
use aligner::{Report, SentenceRef, Statement};
use encoder::{Words, cosine};
use extractor::Value;
use segmenter::{Document, Span, Token, TokenKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words on each side of a name that tell what part it plays: a verb is seldom further off.
const NEAR: usize = 4;

/// Words between two names below which one may only say more of the other.
const APART: usize = 2;

/// By how much the surroundings of two names must fit better when the names are exchanged, of at
/// most 4: each name has two sides, each side a cosine of at most 1. Set by
/// eye on translated news, where nobody changes places and most false ones lie below.
const CLEARLY: f32 = 1.0;

/// Words in common, as a share of the longer sentence, from which two sentences of one language
/// are one but for the places of the names.
const SAME_BUT_NAMES: f32 = 0.85;

/// A name in a sentence, with what stands before it and after it.
struct Part {
    span: Span,
    bearer: usize,
    /// How many words that are no names and no numbers stand before it.
    place: usize,
    before: Vec<f32>,
    after: Vec<f32>,
    /// The very words beside it.
    beside: Option<Place>,
    /// Where it stands among the tokens.
    tokens: Range<usize>,
    /// Whether it names who says something.
    speaks: bool,
}

struct Scene<'a> {
    at: SentenceRef,
    language: &'a str,
    parts: Vec<Part>,
    tokens: Vec<Token>,
    /// Its names.
    names: Vec<Span>,
    /// Its negations.
    negations: Vec<Span>,
    /// The words without the names.
    rest: BTreeMap<String, usize>,
}

/// The pairs of names that change places between reports of a statement.
pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
) -> Vec<Finding> {
    let scenes: Vec<Scene> = statement
        .sentences
        .iter()
        .filter_map(|&at| scene(reports, at, bearers))
        .collect();
    let mut swapped: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (position, one) in scenes.iter().enumerate() {
        let others = scenes.iter().skip(position + 1);
        for other in others.filter(|other| other.at.report != one.at.report) {
            swapped.extend(most_swapped(reports, one, other, bearers));
        }
    }
    swapped
        .into_iter()
        .map(|pair| finding(reports, index, statement, &scenes, pair))
        .collect()
}

/// Words between who holds an office and whose office it is: "the chief executive of".
const OFFICE: usize = 5;

impl Scene<'_> {
    /// Whether what stands between two names of the sentence makes their order a matter of grammar:
    /// they are told in one row, one holds an office in the other, or one is told not to be it.
    fn ties(&self, reports: &[Report], a: &Part, b: &Part) -> bool {
        let Some(document) = reports.get(self.at.report).map(|report| &report.document) else {
            return false;
        };
        let (first, second) = if a.span < b.span { (a, b) } else { (b, a) };
        let between = Span::new(first.span.end, second.span.start.max(first.span.end));
        if self.negations.iter().any(|&word| between.contains(word)) {
            return true;
        }
        let word = |token: &Token| document.text_of(token.span).to_lowercase();
        let is_title = |token: &Token| {
            let (word, pack) = (word(token), lang::pack_or_default(self.language));
            pack.rows("titles").any(|row| row.key() == word)
        };
        let tokens = self.tokens.get(first.tokens.end..second.tokens.start);
        let words: Vec<&Token> = tokens
            .unwrap_or_default()
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .filter(|token| !self.names.iter().any(|name| name.overlaps(token.span)))
            .collect();
        let in_row = (words.iter()).all(|token| lexicon::is_light(self.language, &word(token)));
        // "A told Prime Minister B": a title right before a name only says who that is.
        let holds = words.len() <= OFFICE
            && words
                .split_last()
                .is_some_and(|(_, rest)| rest.iter().any(|token| is_title(token)));
        in_row || holds
    }
}

/// The pair of names that two sentences give in reverse and whose surroundings say most clearly
/// that they changed places.
fn most_swapped(
    reports: &[Report],
    one: &Scene,
    other: &Scene,
    bearers: &Bearers,
) -> Option<(usize, usize)> {
    let counterpart = |part: &Part| other.parts.iter().find(|known| known.bearer == part.bearer);
    let shared: Vec<(&Part, &Part)> = one
        .parts
        .iter()
        .filter_map(|part| Some((part, counterpart(part)?)))
        .collect();
    let same_rest = one.language == other.language && alike(&one.rest, &other.rest);
    let of_one_thing = comparable(reports, one.at, other.at);
    let mut best: Option<((usize, usize), f32)> = None;
    for (position, &(a, a_other)) in shared.iter().enumerate() {
        for &(b, b_other) in shared.iter().skip(position + 1) {
            let reversed =
                (a.span.start < b.span.start) != (a_other.span.start < b_other.span.start);
            // "The Paris mayor Anne Dupont", "Anne Dupont, mayor of Paris": the same in any order.
            let apart = [(a, b), (a_other, b_other)]
                .iter()
                .all(|(x, y)| x.place.abs_diff(y.place) >= APART);
            // Each between the words where the other sentence has the other: whatever they name.
            let exchanged = same_rest
                && a.beside.is_some()
                && a.beside == b_other.beside
                && b.beside == a_other.beside;
            let tied = || one.ties(reports, a, b) || other.ties(reports, a_other, b_other);
            let likely = apart
                && of_one_thing
                && !(bearers.is_locality(a.bearer) && bearers.is_locality(b.bearer))
                && bearers.are_of_one_sort(a.bearer, b.bearer)
                && !bearers.are_place_and_country(a.bearer, b.bearer);
            // "The agency said that …", "…, the agency said": who speaks stands where the writer likes.
            let said = [(a, a_other), (b, b_other)]
                .iter()
                .any(|(x, y)| x.speaks && y.speaks);
            if !reversed || said || !(exchanged || likely && !tied()) {
                continue;
            }
            let fit =
                |x: &Part, y: &Part| cosine(&x.before, &y.before) + cosine(&x.after, &y.after);
            let margin = fit(a, b_other) + fit(b, a_other) - fit(a, a_other) - fit(b, b_other);
            let margin = if same_rest { margin.max(2.0) } else { margin };
            if margin >= CLEARLY && best.is_none_or(|(_, known)| margin > known) {
                let pair = (a.bearer.min(b.bearer), a.bearer.max(b.bearer));
                best = Some((pair, margin));
            }
        }
    }
    best.map(|(pair, _)| pair)
}

/// Whether two sentences of one language have the same words but for the names.
fn alike(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> bool {
    let shared: usize = a
        .iter()
        .map(|(word, &times)| times.min(b.get(word).copied().unwrap_or(0)))
        .sum();
    let longer = a.values().sum::<usize>().max(b.values().sum());
    longer > 0 && shared as f32 >= SAME_BUT_NAMES * longer as f32
}

fn finding(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    scenes: &[Scene],
    pair: (usize, usize),
) -> Finding {
    let mut evidence = Vec::new();
    for scene in scenes {
        let of = |bearer: usize| scene.parts.iter().find(|part| part.bearer == bearer);
        let (Some(a), Some(b)) = (of(pair.0), of(pair.1)) else {
            continue;
        };
        let Some(report) = reports.get(scene.at.report) else {
            continue;
        };
        let (first, second) = if a.span < b.span { (a, b) } else { (b, a) };
        let text = |part: &Part| report.document.text_of(part.span);
        let value = format!("\u{201c}{} … {}\u{201d}", text(first), text(second));
        for part in [first, second] {
            evidence.push(Evidence {
                at: scene.at,
                span: part.span,
                value: value.clone(),
            });
        }
    }
    Finding {
        kind: Kind::Polarity,
        verdict: Verdict::Diverges,
        statement: Some(index),
        explanation: format!(
            "roles swapped: {}",
            explain::in_evidence(reports, &evidence)
        ),
        confidence: confidence::of(Kind::Polarity, Verdict::Diverges, Some(statement)),
        evidence,
    }
}

/// The names of a sentence that stand in it once, with their surroundings.
fn scene<'a>(reports: &'a [Report], at: SentenceRef, bearers: &Bearers) -> Option<Scene<'a>> {
    let document = &reports.get(at.report)?.document;
    let names = bearers.in_sentence(reports, at);
    let once: Vec<(Span, usize)> = names
        .iter()
        .copied()
        .filter(|(_, bearer)| names.iter().filter(|(_, other)| other == bearer).count() == 1)
        // "Hendrickson's mother, Tracy Hendrickson": which of the family the short name means is a guess.
        .filter(|(span, _)| {
            let name = document.text_of(*span);
            let mut others = names.iter().filter(|(other, _)| other != span);
            !others.any(|(other, _)| {
                let mut words = document.text_of(*other).split(' ');
                words.clone().count() > 1 && words.any(|word| word == name)
            })
        })
        .collect();
    let distinct: BTreeSet<usize> = once.iter().map(|(_, bearer)| *bearer).collect();
    if distinct.len() < 2 {
        return None;
    }
    let sentence = document.sentences.get(at.sentence)?.span;
    let language = document.language_of(at.sentence);
    let words = encoder::builtin().words(document.text_of(sentence), language);
    let free: Vec<usize> = (0..words.words().len())
        .filter(|&word| {
            let span = &words.words()[word].span;
            let span = Span::new(span.start, span.end).shift(sentence.start);
            !names.iter().any(|(name, _)| name.overlaps(span))
        })
        .collect();
    // "Ana Gomez, 14, and Ben Ortiz, 16, were shot": between two of one row stand no two words.
    let is_lettered = |word: usize| {
        let span = &words.words()[word].span;
        let span = Span::new(span.start, span.end).shift(sentence.start);
        document.text_of(span).contains(char::is_alphabetic)
    };
    let tokens = document.tokens(at.sentence);
    let turns = lexicon::turns(document, at.sentence, sentence);
    let parts = once.into_iter().map(|(span, bearer)| {
        let starts = |word: usize| words.words()[word].span.start + sentence.start;
        let split = free.partition_point(|&word| starts(word) < span.start);
        let before: Vec<usize> = free[..split].iter().rev().take(NEAR).copied().collect();
        let after: Vec<usize> = free[split..].iter().take(NEAR).copied().collect();
        Part {
            span,
            bearer,
            place: free[..split]
                .iter()
                .filter(|&&word| is_lettered(word))
                .count(),
            before: blend(&words, &before),
            after: blend(&words, &after),
            beside: place(document, at.sentence, &tokens, span),
            tokens: tokens.partition_point(|token| token.span.end <= span.start)
                ..tokens.partition_point(|token| token.span.start < span.end),
            speaks: speaks(&reports[at.report], at.sentence, span),
        }
    });
    Some(Scene {
        at,
        language,
        parts: parts.collect(),
        rest: rest(document, &tokens, &names),
        names: names.into_iter().map(|(span, _)| span).collect(),
        negations: polarity::negations(&turns),
        tokens,
    })
}

/// Whether a name of a sentence is that of who says something in it.
fn speaks(report: &Report, sentence: usize, name: Span) -> bool {
    report.mentions.iter().any(|mention| {
        mention.sentence == sentence
            && matches!(&mention.value, Value::Quotation(quotation)
                if quotation.speaker.as_ref().is_some_and(|speaker| speaker.span.overlaps(name)))
    })
}

/// The meaning of words beside a name, the nearest counting most.
fn blend(words: &Words, nearest_first: &[usize]) -> Vec<f32> {
    let dims = encoder::builtin().dims();
    let mut sum = vec![0.0; dims];
    for (rank, &word) in nearest_first.iter().enumerate() {
        let weight = words.words()[word].weight / (1.0 + rank as f32 / 2.0);
        for (sum, x) in sum.iter_mut().zip(words.vector(word)) {
            *sum += weight * x;
        }
    }
    let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        for x in &mut sum {
            *x /= length;
        }
    }
    sum
}

fn rest(document: &Document, tokens: &[Token], names: &[(Span, usize)]) -> BTreeMap<String, usize> {
    let mut rest = BTreeMap::new();
    for token in tokens {
        let named = names.iter().any(|(name, _)| name.overlaps(token.span));
        if token.kind != TokenKind::Mark && !named {
            *rest
                .entry(document.text_of(token.span).to_lowercase())
                .or_default() += 1;
        }
    }
    rest
}
