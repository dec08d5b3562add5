//! When the quotations of a statement give the same words of the same speaker.

use crate::lexicon::{self, Turn};
use crate::name::Bearers;
use crate::speakers::Speakers;
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain};
use aligner::{Report, SentenceRef, Statement};
use encoder::Words;
use extractor::{Form, Quotation, Value};
use segmenter::{Document, Span, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Words in common, as a share of the shorter quotation, below which two direct quotations of one
/// language are no renderings of the same words.
const SAME_WORDS: f32 = 0.6;

/// Words between a negation that was left out and what is quoted, up to which it turned that: "I
/// don't think it is safe". Set by eye.
const TURNS: usize = 2;

/// A rendering shorter than this share of another, over languages, leaves something out. The
/// lengths of translations of one sentence seldom differ by more than a third.
const WHOLE: f32 = 0.62;

/// Quotations this much alike render one utterance: the better of two settings on our own events,
/// not a measured split. Of two that are all their reports quote there, little is asked.
const ALIKE: f32 = 0.38;
const ALIKE_ALONE: f32 = 0.15;
/// The same of a direct one that nothing else answers, beside what two others quote.
const ALIKE_LEFT: f32 = 0.25;

/// What one report quotes of one utterance: all pieces taken together, since outlets cut one
/// utterance into pieces at will.
pub(crate) struct Utterance<'a> {
    pub(crate) report: usize,
    language: &'a str,
    /// The quotations that lend their words: the direct and mixed ones where there are any.
    pub(crate) pieces: Vec<&'a Piece<'a>>,
    /// Who is named for it, and in which sentence.
    pub(crate) speaker: Option<(&'a str, SentenceRef)>,
    form: Form,
    /// Folded words of the content.
    words: Vec<String>,
    /// Where in them each piece in marks of its own begins.
    cuts: Vec<usize>,
    /// How much is said, in letters of Latin script: comparable over languages.
    length: f32,
    /// Which of the words negations are, or the last words of.
    negations: Vec<usize>,
    /// Which of the words open what limits the rest.
    conditions: Vec<usize>,
}

impl Utterance<'_> {
    /// Whether the words are worth a finding where one report alone has them: somebody's, and more
    /// than a term in marks.
    fn tells(&self) -> bool {
        let said = self
            .pieces
            .iter()
            .any(|p| p.quotation.cue.is_some() || p.quotation.speaker.is_some());
        self.form == Form::Direct && said && self.length >= TERM
    }
}

/// Letters up to which words in marks may be a term.
const TERM: f32 = 20.0;

/// How two renderings stand to each other, with what to tell the reader.
struct Rendering {
    verdict: Verdict,
    remark: Option<String>,
}

/// A quotation of a report.
pub(crate) struct Piece<'a> {
    pub(crate) at: SentenceRef,
    span: Span,
    pub(crate) quotation: &'a Quotation,
    /// What it means: as a whole, and word by word.
    meaning: Vec<f32>,
    known: Words,
}

impl Piece<'_> {
    /// Whether the words are somebody's, or more than a term in marks.
    fn tells(&self, reports: &[Report]) -> bool {
        let document = reports.get(self.at.report).map(|report| &report.document);
        let said = document.map_or(0.0, |document| {
            let parts = self.quotation.content.iter();
            parts.map(|&span| length(document.text_of(span))).sum()
        });
        self.quotation.cue.is_some() || self.quotation.speaker.is_some() || said >= TERM
    }
}

/// The findings about what the reports of a statement quote: one for every utterance that at least
/// one of them quotes directly.
pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
    pieces: &[Piece],
) -> Vec<Finding> {
    let speakers = Speakers {
        reports,
        bearers,
        pieces,
    };
    let pieces = of_statement(pieces, statement);
    let direct = |group: &Vec<usize>| {
        let mut forms = group.iter().filter_map(|&piece| pieces.get(piece));
        forms.any(|piece| piece.quotation.form != Form::Indirect && piece.tells(reports))
    };
    grouped(&pieces)
        .into_iter()
        .filter(direct)
        .filter_map(|group| {
            let of = group.iter().filter_map(|&piece| pieces.get(piece).copied());
            let mut utterances = utterances(reports, of);
            speakers.tell(&mut utterances);
            finding(&speakers, index, statement, &utterances)
        })
        .collect()
}

/// A statement is what somebody said where marks hold so much of its sentence.
const SPEECH: f32 = 0.5;

/// Words in marks that are this much alike are the same words, wherever they stand.
const SAME_SPEECH: f32 = 0.55;

/// Sentences that quote what a statement is, beside more that they tell, of reports without a
/// sentence in it: "he would appeal, calling it “a political verdict”".
pub(crate) fn quoted_as_well(
    reports: &[Report],
    pieces: &[Piece],
    statement: &Statement,
) -> Vec<SentenceRef> {
    let is_direct = |piece: &&Piece| piece.quotation.form != Form::Indirect;
    let is_speech = |piece: &&Piece| {
        let document = reports.get(piece.at.report).map(|report| &report.document);
        document.is_some_and(|document| {
            let said: f32 = (piece.quotation.content.iter())
                .map(|&span| length(document.text_of(span)))
                .sum();
            said >= SPEECH * length(document.sentence_text(piece.at.sentence))
        })
    };
    let said: Vec<&Piece> = of_statement(pieces, statement)
        .into_iter()
        .filter(is_direct)
        .filter(is_speech)
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let carries = |report: usize| statement.sentences.iter().any(|at| at.report == report);
    let mut told: Vec<SentenceRef> = pieces
        .iter()
        .filter(is_direct)
        .filter(|piece| !carries(piece.at.report))
        .filter(|piece| {
            let alike: f32 = said.iter().map(|known| likeness(piece, known)).sum();
            alike >= SAME_SPEECH * said.len() as f32
        })
        .map(|piece| piece.at)
        .collect();
    told.dedup();
    told
}

fn finding(
    speakers: &Speakers,
    index: usize,
    statement: &Statement,
    utterances: &[Utterance],
) -> Option<Finding> {
    let reports = speakers.reports;
    if utterances.len() < 2 && !utterances.iter().any(Utterance::tells) {
        return None;
    }
    let Rendering { verdict, remark } = rendering(speakers, utterances);
    let evidence: Vec<Evidence> = utterances
        .iter()
        .flat_map(|utterance| &utterance.pieces)
        .filter_map(|piece| {
            let document = &reports.get(piece.at.report)?.document;
            Some(Evidence {
                at: piece.at,
                span: piece.span,
                value: printed(document, piece.quotation),
            })
        })
        .collect();
    let mut explanation = explain::in_evidence(reports, &evidence);
    if let Some(remark) = remark {
        explanation = format!("{remark}: {explanation}");
    }
    Some(Finding {
        kind: Kind::Quotation,
        verdict,
        statement: Some(index),
        explanation,
        confidence: confidence::of(Kind::Quotation, verdict, Some(statement)),
        evidence,
    })
}

/// How all renderings of one utterance stand to each other.
fn rendering(speakers: &Speakers, utterances: &[Utterance]) -> Rendering {
    let reports = speakers.reports;
    let mut verdict = if utterances.len() > 1 {
        Verdict::Agrees
    } else {
        Verdict::SingleSource
    };
    let mut remark = None;
    let pairs = || {
        let later = |(position, a)| utterances.iter().skip(position + 1).map(move |b| (a, b));
        utterances.iter().enumerate().flat_map(later)
    };
    for (a, b) in pairs() {
        let pair = relation(reports, a, b);
        if verdict.gravity() < pair.verdict.gravity() {
            (verdict, remark) = (pair.verdict, pair.remark);
        }
    }
    if verdict != Verdict::Diverges
        && let Some(odd) = without_negation(utterances)
    {
        let outlet = explain::outlets(reports, &[odd.report]);
        (verdict, remark) = (
            Verdict::Diverges,
            Some(format!("{outlet} leaves out a negation")),
        );
    }
    // Into whose mouth the words are put weighs more than how they are rendered.
    if let Some((a, b)) = pairs().find(|(a, b)| speakers.are_two(a, b) && may_be_one(a, b)) {
        verdict = Verdict::Diverges;
        let who = speakers.who_said_it(utterances, [a, b]);
        remark = Some(
            [who, remark]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("; "),
        );
    }
    Rendering { verdict, remark }
}

/// The quotations of all reports, in the order of reports and of their texts. Names and terms in marks
/// (a ship, a film, "two-state solution") are nobody's words.
pub(crate) fn pieces(reports: &[Report]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for (number, report) in reports.iter().enumerate() {
        let document = &report.document;
        for mention in &report.mentions {
            let Value::Quotation(quotation) = &mention.value else {
                continue;
            };
            if is_a_name(report, quotation) {
                continue;
            }
            let language = document.language_of(mention.sentence);
            let text: Vec<&str> = quotation
                .content
                .iter()
                .map(|&span| document.text_of(span))
                .collect();
            let text = text.join(" ");
            pieces.push(Piece {
                at: SentenceRef {
                    report: number,
                    sentence: mention.sentence,
                },
                span: mention.span,
                quotation,
                meaning: encoder::builtin().encode(&text, language),
                known: encoder::builtin().words(&text, language),
            });
        }
    }
    pieces.sort_by_key(|piece| piece.at);
    pieces
}

/// The quotations of a statement.
fn of_statement<'p, 'a>(pieces: &'p [Piece<'a>], statement: &Statement) -> Vec<&'p Piece<'a>> {
    let of_sentence = |at: &SentenceRef| {
        let from = pieces.partition_point(|piece| piece.at < *at);
        let rest = pieces.get(from..).unwrap_or_default();
        rest.iter().take_while({
            let at = *at;
            move |piece| piece.at == at
        })
    };
    statement.sentences.iter().flat_map(of_sentence).collect()
}

/// Whether marks hold a name and nothing else.
fn is_a_name(report: &Report, quotation: &Quotation) -> bool {
    let names = || {
        report
            .mentions
            .iter()
            .filter(|m| matches!(m.value, Value::Name(_)))
    };
    quotation.form != Form::Indirect
        && quotation.cue.is_none()
        && quotation.content.iter().all(|content| {
            let named = names().filter(|name| name.span.overlaps(*content));
            let letters: usize = named
                .map(|name| name.span.end.min(content.end) - name.span.start.max(content.start))
                .sum();
            letters * 10 >= content.len() * 8
        })
}

/// Puts together the quotations that render one utterance: surest pairs first, then whatever is a
/// report's only quotation beside the only utterance of a statement.
fn grouped(pieces: &[&Piece]) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (a, one) in pieces.iter().enumerate() {
        for (b, other) in pieces.iter().enumerate().skip(a + 1) {
            if one.at.report != other.at.report {
                pairs.push((likeness(one, other), a, b));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut of: Vec<usize> = (0..pieces.len()).collect();
    let join = |of: &mut Vec<usize>, a: usize, b: usize| {
        let (first, second) = (of[a].min(of[b]), of[a].max(of[b]));
        for group in of.iter_mut().filter(|group| **group == second) {
            *group = first;
        }
    };
    let alone = |piece: usize| {
        let report = pieces[piece].at.report;
        pieces
            .iter()
            .filter(|other| other.at.report == report)
            .count()
            == 1
    };
    for &(likeness, a, b) in &pairs {
        let needed = if alone(a) && alone(b) {
            ALIKE_ALONE
        } else {
            ALIKE
        };
        if likeness >= needed {
            join(&mut of, a, b);
        }
    }
    // What a report quotes directly and nobody answers so far is what several others quote, where
    // that is nearest and the report has no part in it.
    let direct = |piece: usize| pieces[piece].quotation.form != Form::Indirect;
    for &(_, a, b) in pairs.iter().filter(|pair| pair.0 >= ALIKE_LEFT) {
        for (one, other) in [(a, b), (b, a)] {
            let of_group = |group: usize| {
                let own = of.iter().enumerate().filter(move |(_, of)| **of == group);
                own.map(|(piece, _)| piece).collect::<Vec<_>>()
            };
            let (left, known) = (of_group(of[one]), of_group(of[other]));
            let reports: BTreeSet<usize> = known.iter().map(|&p| pieces[p].at.report).collect();
            if left == [one]
                && direct(one)
                && direct(other)
                && reports.len() > 1
                && !reports.contains(&pieces[one].at.report)
            {
                join(&mut of, one, other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (piece, group) in of.into_iter().enumerate() {
        groups.entry(group).or_default().push(piece);
    }
    groups.into_values().collect()
}

/// How much two quotations say the same, 0 to 1: as wholes, or how well the longer one covers the
/// words of the shorter.
pub(crate) fn likeness(a: &Piece, b: &Piece) -> f32 {
    let whole = encoder::cosine(&a.meaning, &b.meaning);
    let (short, long) = if a.known.words().len() <= b.known.words().len() {
        (&a.known, &b.known)
    } else {
        (&b.known, &a.known)
    };
    let (mut sum, mut weights) = (0.0, 0.0);
    for (word, vector) in short.iter() {
        let best = long
            .iter()
            .map(|(_, other)| encoder::cosine(vector, other))
            .fold(0.0, f32::max);
        sum += best * word.weight;
        weights += word.weight;
    }
    let covered = if weights > 0.0 { sum / weights } else { 0.0 };
    whole.max(covered)
}

/// The utterance of each report among quotations of one group. Where a report gives some words
/// directly and some not, the direct ones count.
fn utterances<'a>(
    reports: &'a [Report],
    pieces: impl Iterator<Item = &'a Piece<'a>>,
) -> Vec<Utterance<'a>> {
    let mut by_report: BTreeMap<usize, Vec<&Piece>> = BTreeMap::new();
    for piece in pieces {
        by_report.entry(piece.at.report).or_default().push(piece);
    }
    by_report
        .into_iter()
        .filter_map(|(report, mut pieces)| {
            let document = &reports.get(report)?.document;
            let own = |piece: &&Piece| piece.quotation.form != Form::Indirect;
            if pieces.iter().any(own) {
                pieces.retain(own);
            }
            let form = pieces.iter().map(|piece| piece.quotation.form).min()?;
            let mut utterance = Utterance {
                report,
                language: document.language_of(pieces[0].at.sentence),
                form,
                speaker: None,
                words: Vec::new(),
                cuts: Vec::new(),
                length: 0.0,
                negations: Vec::new(),
                conditions: Vec::new(),
                pieces,
            };
            for piece in &utterance.pieces {
                let at = piece.at;
                let contractions = &lexicon::of(document.language_of(at.sentence)).contractions;
                let words = |span| {
                    words(document, span).into_iter().flat_map(|word| {
                        match contractions.get(word.as_str()) {
                            Some(whole) => whole.iter().map(|word| (*word).to_owned()).collect(),
                            None => vec![word],
                        }
                    })
                };
                for &span in &piece.quotation.content {
                    for (turning, turn) in lexicon::turns(document, at.sentence, span) {
                        let of = match turn {
                            Turn::Negation => &mut utterance.negations,
                            Turn::Condition => &mut utterance.conditions,
                            _ => continue,
                        };
                        let up_to = words(Span::new(span.start, turning.end)).count();
                        of.push((utterance.words.len() + up_to).saturating_sub(1));
                    }
                    utterance.cuts.push(utterance.words.len());
                    utterance.words.extend(words(span));
                    utterance.length += length(document.text_of(span));
                }
            }
            Some(utterance)
        })
        .collect()
}

/// Whether two renderings may be of the same words: what is quoted directly in one language shares
/// most of them.
fn may_be_one(a: &Utterance, b: &Utterance) -> bool {
    let direct = a.form != Form::Indirect && b.form != Form::Indirect;
    let kept = || common(&a.words, &b.words).len();
    a.language != b.language || !direct || is_most(kept(), a, b)
}

/// Whether so many words in common are most of the shorter rendering.
fn is_most(kept: usize, a: &Utterance, b: &Utterance) -> bool {
    kept as f32 >= SAME_WORDS * a.words.len().min(b.words.len()) as f32
}

/// Words in marks that are this long make a clause.
const CLAUSE: f32 = 24.0;

/// What the reader is told where a rendering loses what limits the rest.
fn leaves_out(reports: &[Report], of: &Utterance) -> String {
    let outlet = explain::outlets(reports, &[of.report]);
    format!("{outlet} leaves out a part that turns the sense")
}

/// Reports that quote a negation, at least, before one that quotes none turns it.
const NEGATED: usize = 3;

/// The only rendering without the negation that all others have, in two languages at least; it is
/// direct and about as long as they are: what is cut short loses more than a negation. The other way
/// round "ignored" is told as "paid no heed".
fn without_negation<'u, 'a>(utterances: &'u [Utterance<'a>]) -> Option<&'u Utterance<'a>> {
    let (with, without): (Vec<_>, Vec<_>) = utterances
        .iter()
        .partition(|utterance| !utterance.negations.is_empty());
    let [odd] = without[..] else { return None };
    let is_whole = |other: &&&Utterance| {
        let (short, long) = (odd.length.min(other.length), odd.length.max(other.length));
        other.form != Form::Indirect && short >= WHOLE * long
    };
    let languages: BTreeSet<&str> = with.iter().map(|utterance| utterance.language).collect();
    let outvoted = with.iter().filter(is_whole).count() >= NEGATED && languages.len() > 1;
    (outvoted && odd.form == Form::Direct && lexicon::knows_turns(odd.language)).then_some(odd)
}

fn relation(reports: &[Report], a: &Utterance, b: &Utterance) -> Rendering {
    let rendering = |verdict, remark: Option<String>| Rendering { verdict, remark };
    let (short, long) = if a.length <= b.length { (a, b) } else { (b, a) };
    let indirect = [a, b].iter().any(|of| of.form == Form::Indirect);
    let shortened = short.length < WHOLE * long.length;
    // Words that turn the sense count only where the shorter one claims to be the words themselves.
    let claims = match short.form {
        Form::Direct => true,
        Form::Mixed => short.length >= CLAUSE,
        _ => false,
    };
    let loses_a_part = |of| rendering(Verdict::Diverges, Some(leaves_out(reports, of)));
    let conditional = |of: &Utterance| !of.conditions.is_empty();
    if claims && shortened && conditional(long) && !conditional(short) {
        return loses_a_part(short);
    }
    if indirect {
        let remark = "direct here, in other words there".to_owned();
        return rendering(Verdict::Compatible, Some(remark));
    }
    if a.language != b.language {
        return if shortened {
            rendering(Verdict::Compatible, Some("shortened".to_owned()))
        } else {
            rendering(Verdict::Agrees, None)
        };
    }
    if a.words == b.words {
        return rendering(Verdict::Agrees, None);
    }
    let (short, long) = if a.words.len() <= b.words.len() {
        (a, b)
    } else {
        (b, a)
    };
    let kept = common(&short.words, &long.words);
    if !is_most(kept.len(), short, long) {
        return rendering(
            Verdict::Compatible,
            Some("other words are quoted".to_owned()),
        );
    }
    let changed = changed(short, long, &kept);
    if changed.is_empty() {
        let lost = |condition: &usize| !kept.iter().any(|(_, in_long)| in_long == condition);
        if short.form == Form::Direct && !conditional(short) && long.conditions.iter().any(lost) {
            return loses_a_part(short);
        }
        return if drops_negation(short, long, &kept) {
            rendering(
                Verdict::Diverges,
                Some("the shorter quotation drops a negation".to_owned()),
            )
        } else {
            rendering(Verdict::Compatible, Some("shortened".to_owned()))
        };
    }
    // In the order of the reports.
    let (first, second): (Vec<String>, Vec<String>) = changed
        .into_iter()
        .map(|(of_short, of_long)| {
            if a.report == short.report {
                (of_short, of_long)
            } else {
                (of_long, of_short)
            }
        })
        .unzip();
    let words = |changed: &[String]| explain::shortened(&changed.join(" … "), 60);
    let remark = format!(
        "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}",
        words(&first),
        words(&second)
    );
    rendering(Verdict::Diverges, Some(remark))
}

/// Where each of two renderings has words that the other has not, in one place: those of the first
/// and of the second. What only one of them has is left out by the other, and so is what stands
/// between two pieces of the first: “candid” and “good progress” of “a candid talk that made fair
/// progress”.
fn changed(a: &Utterance, b: &Utterance, kept: &[(usize, usize)]) -> Vec<(String, String)> {
    let ends = kept.iter().copied().chain([(a.words.len(), b.words.len())]);
    let starts = [(0, 0)]
        .into_iter()
        .chain(kept.iter().map(|(in_a, in_b)| (in_a + 1, in_b + 1)));
    let words = |of: &Utterance, from: usize, to: usize| {
        of.words.get(from..to).unwrap_or_default().join(" ")
    };
    starts
        .zip(ends)
        .filter(|(start, end)| start.0 < end.0 && start.1 < end.1)
        .map(|(start, end)| {
            let as_many = if a.cuts.contains(&start.0) {
                end.0 - start.0
            } else {
                end.1
            };
            let from = start.1.max(end.1.saturating_sub(as_many));
            (words(a, start.0, end.0), words(b, from, end.1))
        })
        .collect()
}

/// Whether the shorter rendering leaves out a negation that turns what it keeps.
fn drops_negation(short: &Utterance, long: &Utterance, kept: &[(usize, usize)]) -> bool {
    let (Some((_, first)), Some((_, last))) = (kept.first(), kept.last()) else {
        return false;
    };
    let turns = |negation: &usize| negation + TURNS >= *first && *negation <= last + TURNS;
    short.negations.is_empty() && long.negations.iter().any(turns)
}

/// The length of a text in letters of Latin script that would say as much. A Han character says as
/// much as three letters, one of kana or Hangul as two, one of Arabic or Hebrew, which leave vowels
/// out, as one and a quarter: the usual ratios of parallel news.
fn length(text: &str) -> f32 {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c {
            '\u{3400}'..='\u{9fff}' => 3.0,
            '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}' => 2.0,
            '\u{590}'..='\u{6ff}' => 1.25,
            _ => 1.0,
        })
        .sum()
}

/// The folded words under a span.
pub(crate) fn words(document: &Document, span: Span) -> Vec<String> {
    let Some(first) = document.sentence_at(span.start) else {
        return Vec::new();
    };
    let last = document
        .sentence_at(span.end.saturating_sub(1))
        .unwrap_or(first);
    (first..=last)
        .flat_map(|sentence| document.tokens(sentence))
        .filter(|token| token.kind != TokenKind::Mark && span.contains(token.span))
        .map(|token| {
            // "can’t" and "can't" are one word, and so are "U.S." and "US".
            let word = document.text_of(token.span).to_lowercase();
            let word = word.replace(['\u{2019}', '\u{2bc}'], "'");
            if word.contains(char::is_numeric) {
                word
            } else {
                word.replace('.', "")
            }
        })
        .collect()
}

fn printed(document: &Document, quotation: &Quotation) -> String {
    let pieces: Vec<&str> = quotation
        .content
        .iter()
        .map(|&span| document.text_of(span))
        .collect();
    format!(
        "\u{201c}{}\u{201d}",
        explain::shortened(&pieces.join(" … "), 80)
    )
}

/// The places of a longest common subsequence in two word lists.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let diff = similar::capture_diff_slices(similar::Algorithm::Myers, a, b);
    diff.iter()
        .filter_map(|op| match *op {
            similar::DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some((old_index..old_index + len).zip(new_index..new_index + len)),
            _ => None,
        })
        .flatten()
        .collect()
}
