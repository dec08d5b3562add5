//! A quotation word by word against the fullest one in its language.

use crate::View;
use differ::Evidence;
use segmenter::{Span, TokenKind};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words of a quotation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words<'a> {
    pub(super) text: String,
    pub(super) how: How,
    /// The language of the words.
    pub(super) language: &'a str,
}

/// How words stand to the fullest quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Both have them.
    Same,
    /// Only this one has them.
    Added,
    /// Only the fullest one has them.
    Left,
}

/// More words than that are not shown again where they are left out.
const MOST_LEFT: usize = 8;

/// Quotations that share less than one word in so many are other words, not an edit: a page full
/// of struck-out words tells less than the two side by side.
const LEAST_ALIKE: usize = 2;

/// Each quotation against the fullest one in its language, where another has it.
pub(super) fn words<'a>(view: &View<'a>, evidence: &[Evidence]) -> Vec<Vec<Words<'a>>> {
    let language = |e: &Evidence| view.report(e.at.report).document.language_of(e.at.sentence);
    let fullest: Vec<usize> = evidence
        .iter()
        .map(|one| {
            (0..evidence.len())
                .filter(|&other| language(&evidence[other]) == language(one))
                .max_by_key(|&other| (evidence[other].span.len(), usize::MAX - other))
                .unwrap_or_default()
        })
        .collect();
    evidence
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let language = language(one);
            let piece = |text: &str, how| Words {
                text: text.to_owned(),
                how,
                language,
            };
            let whole = view.text(one.at.report, one.span);
            if fullest[index] == index {
                return vec![piece(whole, How::Same)];
            }
            let full = &evidence[fullest[index]];
            compared(
                view.text(full.at.report, full.span),
                &tokens(view, full),
                whole,
                &tokens(view, one),
            )
            .into_iter()
            .map(|(text, how)| piece(&text, how))
            .collect()
        })
        .collect()
}

/// The words under a piece of evidence, as spans into its text.
fn tokens(view: &View, evidence: &Evidence) -> Vec<Span> {
    let document = &view.report(evidence.at.report).document;
    let first = document.sentence_at(evidence.span.start).unwrap_or(0);
    let last = document.sentence_at(evidence.span.end).unwrap_or(first);
    (first..=last)
        .flat_map(|sentence| document.tokens(sentence))
        // Marks go with the word before them.
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| token.span)
        .filter(|span| evidence.span.contains(*span))
        .map(|span| {
            Span::new(
                span.start - evidence.span.start,
                span.end - evidence.span.start,
            )
        })
        .collect()
}

fn compared(full: &str, full_at: &[Span], text: &str, text_at: &[Span]) -> Vec<(String, How)> {
    let folded = |text: &str, spans: &[Span]| -> Vec<String> {
        spans
            .iter()
            .map(|span| span.of(text).to_lowercase())
            .collect()
    };
    let (old, new) = (folded(full, full_at), folded(text, text_at));
    // From the first word of a run to the last, with what stands between and after them.
    let run = |text: &str, spans: &[Span], from: usize, len: usize| -> String {
        let start = if from == 0 { 0 } else { spans[from].start };
        let end = spans.get(from + len).map_or(text.len(), |next| next.start);
        Span::new(start, end).of(text).to_owned()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let same: usize = ops
        .iter()
        .map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    if same * LEAST_ALIKE < old.len().min(new.len()) {
        return vec![(text.to_owned(), How::Same)];
    }
    let mut pieces = Vec::new();
    let left = |pieces: &mut Vec<(String, How)>, from: usize, len: usize| {
        let text = if len > MOST_LEFT {
            "[…] ".to_owned()
        } else {
            run(full, full_at, from, len)
        };
        pieces.push((text, How::Left));
    };
    for op in ops {
        match op {
            DiffOp::Equal { new_index, len, .. } => {
                pieces.push((run(text, text_at, new_index, len), How::Same));
            }
            DiffOp::Insert {
                new_index, new_len, ..
            } => pieces.push((run(text, text_at, new_index, new_len), How::Added)),
            DiffOp::Delete {
                old_index, old_len, ..
            } => left(&mut pieces, old_index, old_len),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                left(&mut pieces, old_index, old_len);
                pieces.push((run(text, text_at, new_index, new_len), How::Added));
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<Span> {
        let mut at = 0;
        text.split(' ')
            .map(|word| {
                let span = Span::new(at, at + word.len());
                at += word.len() + 1;
                span
            })
            .collect()
    }

    fn pieces(full: &str, text: &str) -> Vec<(String, How)> {
        compared(full, &spans(full), text, &spans(text))
    }

    #[test]
    fn an_edited_word_is_shown_with_the_one_it_replaces() {
        assert_eq!(
            pieces(
                "they made positive progress",
                "they made encouraging progress"
            ),
            [
                ("they made ".to_owned(), How::Same),
                ("positive ".to_owned(), How::Left),
                ("encouraging ".to_owned(), How::Added),
                ("progress".to_owned(), How::Same),
            ]
        );
    }

    #[test]
    fn other_words_are_no_edit() {
        let text = "nobody was there when it rained";
        assert_eq!(
            pieces("the talks went on until dawn", text),
            [(text.to_owned(), How::Same)]
        );
    }

    #[test]
    fn the_pieces_that_are_not_left_out_give_the_text() {
        let text = "We said so, and we will not go back.";
        let joined: String = pieces("We said it twice and will not go", text)
            .into_iter()
            .filter(|(_, how)| *how != How::Left)
            .map(|(text, _)| text)
            .collect();
        assert_eq!(joined, text);
    }
}
