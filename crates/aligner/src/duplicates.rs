//! Near-duplicates: sentences of one text that say the same in nearly the same words.

use crate::rarity::{Bag, Weighted};
use rustc_hash::FxHashMap;

/// Two sentences are near-duplicates where each holds this much of the other's words by weight.
const DUPLICATE: f32 = 0.8;

/// A sentence is set beside at most so many that it repeats; a refrain needs no more.
const KNOWN: usize = 6;

/// So many sentences that share a rare word are looked at for each, which keeps texts of one
/// pattern from being compared all with all.
const LOOKED_AT: usize = 100;

/// The near-duplicates of a text, the earlier sentence first.
///
/// Sentences are looked up by their rarest words. Two that share most of their weight have one of
/// those in common that come first and weigh together more than what may be missing.
pub(crate) fn duplicates(text: &Weighted) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut earlier: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    let mut near: Vec<usize> = Vec::new();
    for (at, sentence) in text.sentences.iter().enumerate() {
        if !sentence.speaks {
            continue;
        }
        near.clear();
        let rare = rarest(&sentence.words);
        for key in &rare {
            let known = earlier.entry(*key).or_default();
            near.extend(known.iter().take(LOOKED_AT));
            known.push(at);
        }
        near.sort_unstable();
        near.dedup();
        let repeated = near.iter().take(LOOKED_AT).filter(|other: &&usize| {
            let other = text.sentences.get(**other);
            other.is_some_and(|other| is_repeated(&sentence.words, &other.words))
        });
        pairs.extend(repeated.take(KNOWN).map(|other| (*other, at)));
    }
    pairs.sort_unstable();
    pairs
}

fn is_repeated(one: &Bag, other: &Bag) -> bool {
    let (shared, _) = one.shared(other);
    let most = one.mass.max(other.mass);
    most > 0.0 && shared / most >= DUPLICATE
}

/// The rarest words, which weigh together more than may be missing in a near-duplicate.
fn rarest(words: &Bag) -> Vec<u32> {
    let mut order = words.features.clone();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // A little more, as sums of parts are rounded.
    let missing = (1.0 - DUPLICATE + 0.01) * words.mass;
    let mut weight = 0.0;
    let enough = order.iter().take_while(|(_, own)| {
        let open = weight <= missing;
        weight += own;
        open
    });
    enough.map(|(key, _)| *key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use crate::rarity::Rarity;

    fn found(lines: &[String]) -> Vec<(usize, usize)> {
        let text = Text::of_lines(lines, "en", encoder::builtin());
        let [weighted, _] = Weighted::both(&text, &Text::default(), &Rarity::of([&text]));
        duplicates(&weighted)
    }

    #[test]
    fn repeated_sentences_are_found_and_others_are_not() {
        let lines = [
            "The ferry left the northern harbour with ninety passengers on board.",
            "Divers will resume their search at dawn.",
            "The ferry left the northern harbour with ninety passengers on board!",
            "The minister promised an inquiry into the company that owns the ferry.",
        ];
        assert_eq!(found(&lines.map(str::to_owned)), [(0, 2)]);
    }

    #[test]
    fn a_refrain_is_not_compared_all_with_all() {
        let lines = vec!["Bread, and peace, and land for everybody.".to_owned(); 300];
        let pairs = found(&lines);
        assert!(pairs.len() <= 300 * KNOWN);
        assert!(pairs.contains(&(0, 299)));
    }
}
