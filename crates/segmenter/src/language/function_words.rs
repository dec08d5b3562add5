//! The function words of all packs, and how many of each language stand in a sentence.

use crate::letters::is_alphabetic;
use crate::rules::lower;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// How many function words of each pack a sentence holds.
pub(super) struct FunctionWords {
    /// By the place of the pack among all.
    counts: [u16; PACKS],
}

/// There are no more packs than this: a bit each.
const PACKS: usize = 64;

/// The packs that a word is a function word of, as bits.
type Shared = FxHashMap<String, u64>;

impl FunctionWords {
    /// The counts of a sentence; nothing as soon as it has `enough` words of its document's own
    /// language, or where no other language has two and more than that one.
    pub(super) fn count(sentence: &str, own: &str, enough: usize) -> Option<FunctionWords> {
        let shared = shared();
        let own = place(own).map_or(0, |at| 1 << at);
        let mut known = 0;
        let mut counts = [0_u16; PACKS];
        // Marks stand at the ends of words: looking there alone is several times as fast.
        let outside = |c: char| !(is_alphabetic(c) || c.is_numeric());
        for word in sentence.split(' ') {
            let word = word.trim_matches(outside);
            let Some(&languages) = shared.get(&*lower(word)) else {
                continue;
            };
            if languages & own != 0 {
                known += 1;
                if known == enough {
                    return None;
                }
            }
            let mut others = languages & !own;
            while others != 0 {
                let count = &mut counts[others.trailing_zeros() as usize % PACKS];
                *count = count.saturating_add(1);
                others &= others - 1;
            }
        }
        let rival = counts.iter().copied().max().map_or(0, usize::from);
        (rival > known.max(1)).then_some(FunctionWords { counts })
    }

    /// How many there are of a language other than the document's.
    pub(super) fn of(&self, code: &str) -> u16 {
        let at = place(code);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }
}

fn place(code: &str) -> Option<usize> {
    lang::codes().position(|known| known == code)
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let mut shared = Shared::default();
        for (at, code) in lang::codes().enumerate().take(PACKS) {
            for row in lang::pack_or_default(code).rows("function_words") {
                *shared.entry(row.key().to_lowercase()).or_default() |= 1 << at;
            }
        }
        shared
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_has_its_bit() {
        assert!(lang::codes().count() <= PACKS);
    }

    #[test]
    fn words_of_another_language_are_counted() {
        let french = "Nous avons trouvé un accord qui est bon pour les deux pays";
        let counts = FunctionWords::count(french, "en", 2).expect("no English");
        assert!(counts.of("fr") > 4, "{}", counts.of("fr"));
        assert!(FunctionWords::count(french, "fr", 2).is_none());
    }
}
