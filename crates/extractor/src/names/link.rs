//! The mentions of one name in the article made one.

use super::sound::romanise;
use super::{Candidate, span_of};
use crate::lexicon::{Classes, fold};
use crate::words::{Shape, Words};
use crate::{Mention, Name, NameKind, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// Links candidates into names; what no evidence holds falls.
pub(super) fn mentions(words: &Words, mut candidates: Vec<Candidate>) -> Vec<Mention> {
    let text = words.document.article.text.as_str();
    // Words that the article also writes small are no names.
    let lower: FxHashSet<&str> = words
        .list
        .iter()
        .filter(|word| word.shape == Shape::Lower)
        .map(|word| word.span.of(text))
        .collect();
    // The parts of sure names, and the fullest name that each stands for.
    let mut fullest: FxHashMap<String, usize> = FxHashMap::default();
    let folded: Vec<String> = candidates.iter().map(|c| fold(c.span.of(text))).collect();
    for (index, candidate) in candidates.iter().enumerate() {
        if !candidate.sure || !candidate.tag.is_empty() {
            continue;
        }
        let parts = folded[index].split_whitespace();
        for part in parts.chain([folded[index].as_str()]) {
            let best = fullest.entry(part.to_owned()).or_insert(index);
            let longer = folded[index].len() > folded[*best].len();
            let is_whole = part == folded[index];
            if longer && !is_whole {
                *best = index;
            }
        }
    }
    for (candidate, folded) in candidates.iter_mut().zip(&folded) {
        if candidate.sure {
            continue;
        }
        let known = fullest.contains_key(folded)
            || folded
                .split_whitespace()
                .last()
                .is_some_and(|part| fullest.contains_key(part));
        let one = candidate.end - candidate.first == 1;
        candidate.sure = known && !(one && lower.contains(folded.as_str()));
    }
    let mut mentions: Vec<Mention> = Vec::new();
    for (candidate, own) in candidates.iter().zip(&folded) {
        if !candidate.sure {
            continue;
        }
        let full = if candidate.tag.is_empty() {
            fullest
                .get(own)
                .map_or(candidate, |&index| &candidates[index])
        } else {
            candidate
        };
        let name = full.span.of(text);
        let kind = if candidate.kind == NameKind::Other {
            full.kind
        } else {
            candidate.kind
        };
        let key = if candidate.tag.is_empty() {
            romanise(name)
        } else {
            candidate
                .tag
                .rsplit(':')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        mentions.push(Mention {
            sentence: words.list[candidate.first].sentence,
            span: candidate.span,
            value: Value::Name(Name {
                kind,
                name: name.to_owned(),
                key,
            }),
        });
    }
    repeated(words, &candidates, &mut mentions);
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    mentions.dedup_by(|b, a| a.span.overlaps(b.span));
    mentions
}

/// Single words of sure names in scripts without case, wherever else they stand.
fn repeated(words: &Words, candidates: &[Candidate], mentions: &mut Vec<Mention>) {
    let text = words.document.article.text.as_str();
    let mut parts: FxHashMap<String, usize> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        if candidate.sure
            && candidate.kind == NameKind::Person
            && words.list[candidate.first].shape == Shape::Uncased
        {
            for i in candidate.first..candidate.end {
                let part = fold(words.core(i));
                if part.chars().count() > 2 {
                    parts.entry(part).or_insert(index);
                }
            }
        }
    }
    if parts.is_empty() {
        return;
    }
    for (i, word) in words.list.iter().enumerate() {
        if word.shape != Shape::Uncased || words.is(i, Classes::STOP.and(Classes::VERB)) {
            continue;
        }
        let Some(&index) = parts.get(&fold(words.core(i))) else {
            continue;
        };
        let span = span_of(words, i, i + 1);
        let name = candidates[index].span.of(text);
        mentions.push(Mention {
            sentence: word.sentence,
            span,
            value: Value::Name(Name {
                kind: NameKind::Person,
                name: name.to_owned(),
                key: romanise(name),
            }),
        });
    }
}
