//! Sentences cut into their clauses: one sentence may tell several things that others tell in
//! sentences of their own.

use encoder::Encoder;
use segmenter::{Document, Sentence, Span};
use std::ops::Range;

/// What parts clauses.
pub const PARTS: &[char] = &[
    ',', ';', ':', '(', ')', '—', '–', '。', '、', '，', '；', '：', '（', '）', '،', '؛', '।',
];

/// A run of words says something from this weight on: two content words.
pub const SAYS: f32 = 4.5;

/// The clauses of a sentence, in bytes of it and in its order, as marks part them: "Eight dead in
/// crash; minister resigns". What is too short to say something goes with what stands before it, or
/// behind it. A sentence without words has none.
pub fn clauses(sentence: &str, language: &str, encoder: &dyn Encoder) -> Vec<Range<usize>> {
    let mut parts: Vec<(Range<usize>, f32)> = Vec::new();
    let mut join = |part: Range<usize>, weight: f32| match parts.last_mut() {
        Some((before, of_before)) if weight < SAYS || *of_before < SAYS => {
            before.end = part.end;
            *of_before += weight;
        }
        _ => parts.push((part, weight)),
    };
    let mut open: Option<(Range<usize>, f32)> = None;
    for (word, _) in encoder.words(sentence, language).iter() {
        let parted = open.as_ref().is_some_and(|(part, _)| {
            let between = sentence.get(part.end..word.span.start);
            between.is_some_and(|between| between.contains(PARTS))
        });
        match &mut open {
            Some((part, weight)) if !parted => {
                part.end = part.end.max(word.span.end);
                *weight += word.weight;
            }
            _ => {
                let next = Some((word.span.clone(), word.weight));
                if let Some((part, weight)) = std::mem::replace(&mut open, next) {
                    join(part, weight);
                }
            }
        }
    }
    if let Some((part, weight)) = open {
        join(part, weight);
    }
    parts.into_iter().map(|(part, _)| part).collect()
}

/// The clauses of a document, each with the number of its sentence, in bytes of the text. A sentence
/// that tells nothing and one without words is its own only one.
pub(crate) fn of_document(document: &Document, encoder: &dyn Encoder) -> Vec<(usize, Span)> {
    let of_sentence = |(number, sentence): (usize, &Sentence)| {
        let words = document.sentence_text(number);
        let mut parts = clauses(words, document.language_of(number), encoder);
        if parts.len() < 2 || !sentence.kind.tells() {
            parts.clear();
            parts.push(0..words.len());
        }
        let start = sentence.span.start;
        let part =
            move |part: Range<usize>| (number, Span::new(start + part.start, start + part.end));
        parts.into_iter().map(part)
    };
    document
        .sentences
        .iter()
        .enumerate()
        .flat_map(of_sentence)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(sentence: &'a str, language: &str) -> Vec<&'a str> {
        let clauses = clauses(sentence, language, encoder::builtin());
        clauses
            .into_iter()
            .map(|part| sentence.get(part).unwrap_or_default())
            .collect()
    }

    #[test]
    fn marks_part_clauses_and_numbers_stay_whole() {
        assert_eq!(
            cut(
                "Eight dead in crash at 5:40; minister resigns over 1,200 complaints",
                "en"
            ),
            [
                "Eight dead in crash at 5:40",
                "minister resigns over 1,200 complaints"
            ]
        );
        assert_eq!(
            cut("中方第一时间展开救援，共救起16名渔民。", "zh"),
            ["中方第一时间展开救援", "共救起16名渔民"]
        );
    }

    #[test]
    fn what_is_too_short_to_say_something_stays_with_its_neighbour() {
        let sentence = "On Friday, police arrested two brokers";
        assert_eq!(cut(sentence, "en"), [sentence]);
        assert_eq!(cut("…", "en"), Vec::<&str>::new());
    }
}
