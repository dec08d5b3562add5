//! When the quotations of a statement give the same words of the same speaker.

use crate::lexicon::{self, Turn};
use crate::{Evidence, Finding, Kind, Verdict, explain, name};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Form, Quotation, Value};
use segmenter::{Document, Span, TokenKind};
use std::collections::BTreeMap;

/// Words in common, as a share of the shorter quotation, below which two direct quotations of one
/// language are no renderings of the same words.
const SAME_WORDS: f32 = 0.4;

/// A rendering shorter than this share of another, over languages, leaves something out. The
/// lengths of translations of one sentence seldom differ by more than a third.
const WHOLE: f32 = 0.62;

/// What one report quotes inside one statement: all its quotations there, taken together, since
/// outlets cut one utterance into pieces at will.
struct Utterance<'a> {
    report: usize,
    language: &'a str,
    /// The quotations that lend their words: the direct and mixed ones where there are any.
    quotations: Vec<(SentenceRef, Span, &'a Quotation)>,
    form: Form,
    /// Folded words of the content.
    words: Vec<String>,
    /// How much is said, in letters of Latin script: comparable over languages.
    length: f32,
    negated: bool,
    conditional: bool,
}

/// How two renderings stand to each other, with what to tell the reader.
struct Rendering {
    verdict: Verdict,
    remark: Option<String>,
}

/// The finding about what the reports of a statement quote, where at least one does so directly.
pub(crate) fn finding(reports: &[Report], index: usize, statement: &Statement) -> Option<Finding> {
    let utterances = utterances(reports, statement);
    if utterances
        .iter()
        .all(|utterance| utterance.form == Form::Indirect)
    {
        return None;
    }
    let mut verdict = if utterances.len() > 1 {
        Verdict::Agrees
    } else {
        Verdict::SingleSource
    };
    let mut remark = None;
    for (position, a) in utterances.iter().enumerate() {
        for b in utterances.iter().skip(position + 1) {
            let pair = relation(reports, a, b);
            if verdict.gravity() < pair.verdict.gravity() {
                (verdict, remark) = (pair.verdict, pair.remark);
            }
        }
    }
    let evidence: Vec<Evidence> = utterances
        .iter()
        .flat_map(|utterance| &utterance.quotations)
        .filter_map(|&(at, span, quotation)| {
            let document = &reports.get(at.report)?.document;
            Some(Evidence {
                at,
                span,
                value: printed(document, quotation),
            })
        })
        .collect();
    let given: Vec<(String, usize)> = evidence
        .iter()
        .map(|evidence| (evidence.value.clone(), evidence.at.report))
        .collect();
    let mut explanation = explain::who_says_what(reports, &given);
    if let Some(remark) = remark {
        explanation = format!("{remark}: {explanation}");
    }
    Some(Finding {
        kind: Kind::Quotation,
        verdict,
        statement: Some(index),
        explanation,
        confidence: statement.score,
        evidence,
    })
}

fn utterances<'a>(reports: &'a [Report], statement: &Statement) -> Vec<Utterance<'a>> {
    let mut by_report: BTreeMap<usize, Vec<(SentenceRef, Span, &Quotation)>> = BTreeMap::new();
    for &at in &statement.sentences {
        let Some(report) = reports.get(at.report) else {
            continue;
        };
        for mention in report
            .mentions
            .iter()
            .filter(|mention| mention.sentence == at.sentence)
        {
            if let Value::Quotation(quotation) = &mention.value {
                by_report
                    .entry(at.report)
                    .or_default()
                    .push((at, mention.span, quotation));
            }
        }
    }
    by_report
        .into_iter()
        .filter_map(|(report, mut quotations)| {
            let document = &reports.get(report)?.document;
            if quotations
                .iter()
                .any(|(_, _, quotation)| quotation.form != Form::Indirect)
            {
                quotations.retain(|(_, _, quotation)| quotation.form != Form::Indirect);
            }
            let form = quotations
                .iter()
                .map(|(_, _, quotation)| quotation.form)
                .min()?;
            let mut utterance = Utterance {
                report,
                language: document.language_of(quotations[0].0.sentence),
                form,
                words: Vec::new(),
                length: 0.0,
                negated: false,
                conditional: false,
                quotations,
            };
            for (at, _, quotation) in &utterance.quotations {
                let lexicon = lexicon::of(utterance.language);
                for &span in &quotation.content {
                    utterance.words.extend(words(document, span));
                    utterance.length += length(document.text_of(span));
                    for (_, turn) in lexicon.turns.find(document, at.sentence, span) {
                        utterance.negated |= turn == Turn::Negation;
                        utterance.conditional |= turn == Turn::Condition;
                    }
                }
            }
            Some(utterance)
        })
        .collect()
}

fn relation(reports: &[Report], a: &Utterance, b: &Utterance) -> Rendering {
    let rendering = |verdict, remark: Option<String>| Rendering { verdict, remark };
    if let (Some(first), Some(second)) = (speaker(a), speaker(b))
        && !name::may_be_same(first, second)
    {
        let outlet = |of: &Utterance| explain::outlets(reports, &[of.report]);
        let remark = format!(
            "said by {first} in {}, by {second} in {}",
            outlet(a),
            outlet(b)
        );
        return rendering(Verdict::Diverges, Some(remark));
    }
    let (short, long) = if a.length <= b.length { (a, b) } else { (b, a) };
    let indirect = [a, b].iter().any(|of| of.form == Form::Indirect);
    let shortened = short.length < WHOLE * long.length;
    // Words that turn the sense count only where the shorter one claims to be the words themselves.
    if short.form == Form::Direct && shortened && long.conditional && !short.conditional {
        let outlet = explain::outlets(reports, &[short.report]);
        let remark = format!("{outlet} leaves out a part that turns the sense");
        return rendering(Verdict::Diverges, Some(remark));
    }
    if indirect {
        let remark = "direct here, in other words there".to_owned();
        return rendering(Verdict::Compatible, Some(remark));
    }
    if a.language != b.language {
        return if a.form == b.form && !shortened {
            rendering(Verdict::Agrees, None)
        } else {
            rendering(Verdict::Compatible, Some("shortened".to_owned()))
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
    if kept.len() == short.words.len() {
        // Words were left out and none added.
        return if long.negated && !short.negated {
            rendering(
                Verdict::Diverges,
                Some("the shorter quotation drops a negation".to_owned()),
            )
        } else {
            rendering(Verdict::Compatible, Some("shortened".to_owned()))
        };
    }
    if (kept.len() as f32) < SAME_WORDS * short.words.len() as f32 {
        return rendering(
            Verdict::Compatible,
            Some("other words are quoted".to_owned()),
        );
    }
    let changed = |of: &Utterance, other: &Utterance| {
        let kept = common(&of.words, &other.words);
        let left = of
            .words
            .iter()
            .enumerate()
            .filter(|(index, _)| !kept.contains(index));
        let left: Vec<&str> = left.map(|(_, word)| word.as_str()).collect();
        explain::shortened(&left.join(" "), 60)
    };
    let remark = format!(
        "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}",
        changed(a, b),
        changed(b, a)
    );
    rendering(Verdict::Diverges, Some(remark))
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
        .map(|token| document.text_of(token.span).to_lowercase())
        .collect()
}

fn speaker<'a>(utterance: &Utterance<'a>) -> Option<&'a str> {
    utterance
        .quotations
        .iter()
        .find_map(|(_, _, q)| q.speaker.as_ref()?.name.as_deref())
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

/// The indexes in `a` of a longest common subsequence of two word lists.
fn common(a: &[String], b: &[String]) -> Vec<usize> {
    let diff = similar::capture_diff_slices(similar::Algorithm::Myers, a, b);
    diff.iter()
        .filter_map(|op| match *op {
            similar::DiffOp::Equal { old_index, len, .. } => Some(old_index..old_index + len),
            _ => None,
        })
        .flatten()
        .collect()
}
