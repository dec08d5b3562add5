//! When two quotations give the same words of the same speaker.

use crate::Verdict;
use aligner::Report;
use extractor::{Form, Quotation};
use segmenter::{Document, Span};

/// Words in common (as a share of the shorter quotation) from which two quotations of one
/// language are renderings of the same words.
const SAME_WORDS: f32 = 0.5;

/// One quotation, ready to be compared.
pub(crate) struct Utterance<'a> {
    pub(crate) quotation: &'a Quotation,
    language: &'a str,
    /// Folded words of the content.
    words: Vec<String>,
    /// Which of the words turn the sense: negations and conditions.
    turns: usize,
}

impl<'a> Utterance<'a> {
    pub(crate) fn new(document: &'a Document, sentence: usize, quotation: &'a Quotation) -> Self {
        let language = document.language_of(sentence);
        let words: Vec<String> = quotation
            .content
            .iter()
            .flat_map(|&span| words(document, span))
            .collect();
        let turns = quotation
            .content
            .iter()
            .map(|&span| crate::polarity::turns(document, sentence, span))
            .sum();
        Self {
            quotation,
            language,
            words,
            turns,
        }
    }

    fn direct(&self) -> bool {
        self.quotation.form != Form::Indirect
    }
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
        .filter(|token| token.kind != segmenter::TokenKind::Mark && span.contains(token.span))
        .map(|token| document.text_of(token.span).to_lowercase())
        .collect()
}

/// What two renderings of one utterance show.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rendering {
    pub(crate) verdict: Verdict,
    /// What to tell the reader beside the verdict.
    pub(crate) remark: Option<String>,
}

/// How well two quotations answer each other, nothing where they are different words.
pub(crate) fn affinity(a: &Utterance, b: &Utterance) -> Option<f32> {
    if a.language != b.language {
        // Over languages the statement is what says that they belong together.
        return Some(if a.quotation.form == b.quotation.form {
            1.0
        } else {
            0.5
        });
    }
    let shared = common(&a.words, &b.words).len();
    let shorter = a.words.len().min(b.words.len());
    if shorter == 0 {
        return None;
    }
    let share = shared as f32 / shorter as f32;
    if a.words == b.words {
        Some(crate::slots::EQUAL)
    } else if share >= SAME_WORDS {
        Some(1.0 + 0.5 * share)
    } else {
        // A paraphrase beside direct words.
        (a.direct() != b.direct() || !a.direct()).then_some(0.25)
    }
}

/// How two renderings of one utterance stand to each other.
pub(crate) fn relation(
    reports: &[Report],
    (a_report, a): (usize, &Utterance),
    (b_report, b): (usize, &Utterance),
) -> Rendering {
    let rendering = |verdict, remark: Option<String>| Rendering { verdict, remark };
    if let (Some(first), Some(second)) = (name(a), name(b))
        && !crate::name::may_be_same(first, second)
    {
        let outlet = |report: usize| {
            reports
                .get(report)
                .map_or("", |r| r.document.article.outlet.as_str())
                .to_owned()
        };
        return rendering(
            Verdict::Diverges,
            Some(format!(
                "said by {first} in {}, by {second} in {}",
                outlet(a_report),
                outlet(b_report)
            )),
        );
    }
    if a.language != b.language {
        return rendering(Verdict::Agrees, None);
    }
    if !a.direct() || !b.direct() {
        let same = a.words == b.words;
        return rendering(
            if same {
                Verdict::Agrees
            } else {
                Verdict::Compatible
            },
            None,
        );
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
        if short.turns < long.turns {
            let remark = "the shorter quotation drops a negation or condition".to_owned();
            return rendering(Verdict::Diverges, Some(remark));
        }
        return rendering(Verdict::Compatible, Some("shortened".to_owned()));
    }
    let changed = |of: &Utterance, other: &Utterance| {
        let kept = common(&of.words, &other.words);
        let mut kept = kept.iter().peekable();
        let mut left = Vec::new();
        for (index, word) in of.words.iter().enumerate() {
            if kept.peek() == Some(&&index) {
                kept.next();
            } else {
                left.push(word.as_str());
            }
        }
        left.join(" ")
    };
    let remark = format!(
        "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}",
        crate::explain::shortened(&changed(a, b), 60),
        crate::explain::shortened(&changed(b, a), 60)
    );
    rendering(Verdict::Diverges, Some(remark))
}

fn name<'a>(utterance: &'a Utterance) -> Option<&'a str> {
    utterance.quotation.speaker.as_ref()?.name.as_deref()
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
