//! A closer look at the neighbourhood of a path: what the words of each sentence find in each
//! sentence near it on the other side.
//!
//! Two vectors tell whether two passages are about the same; which of two neighbours belongs to a
//! passage is told by the words that are still without partner. A word finds its partner by
//! meaning, by sound, or because both were seen together in the first alignment: every text
//! teaches a small dictionary of itself, which stands in for what the encoder does not know.

use crate::Bead;
use crate::band::Band;
use crate::rarity::Rarity;
use crate::sound::Sound;
use crate::text::Text;
use encoder::narrow;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// How far from the path is looked, in sentences.
const NEAR: usize = 5;

/// So many words of a sentence are looked at, those that weigh most.
const WORDS: usize = 28;

/// The words of a text, sentence by sentence.
#[derive(Default)]
struct Words {
    starts: Vec<usize>,
    stems: Vec<u32>,
    sounds: Vec<Sound>,
    weights: Vec<f32>,
    /// Where the vector of each is in the text.
    vectors: Vec<(usize, usize)>,
}

impl Words {
    fn of(text: &Text, rarity: &Rarity) -> Self {
        let mut words = Self::default();
        for (sentence, unit) in text.units.iter().enumerate() {
            words.starts.push(words.stems.len());
            let mut heaviest: Vec<(f32, usize)> = unit
                .words
                .iter()
                .enumerate()
                .map(|(at, word)| (rarity.weight(word.key), at))
                .collect();
            heaviest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            heaviest.truncate(WORDS);
            for (weight, at) in heaviest {
                let Some(word) = unit.words.get(at) else {
                    continue;
                };
                words.stems.push(word.stem);
                words.sounds.push(word.sound);
                words.weights.push(weight);
                words.vectors.push((sentence, at));
            }
        }
        words.starts.push(words.stems.len());
        words
    }

    fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&from), Some(&to)) => from..to,
            _ => 0..0,
        }
    }
}

/// Which words were seen together in the beads of a first alignment, and how surely.
#[derive(Default)]
struct Lexicon {
    together: FxHashMap<(u32, u32), f32>,
}

impl Lexicon {
    fn of(beads: &[Bead], left: &Words, right: &Words) -> Self {
        let mut alone: [FxHashMap<u32, u32>; 2] = Default::default();
        let mut together: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for bead in beads {
            let stems = |words: &Words, sentences: &[usize]| {
                let of = |sentence: &usize| words.stems.get(words.of_sentence(*sentence));
                let mut stems: Vec<u32> =
                    sentences.iter().filter_map(of).flatten().copied().collect();
                stems.sort_unstable();
                stems.dedup();
                stems
            };
            let (own, other) = (stems(left, &bead.left), stems(right, &bead.right));
            for (counts, stems) in alone.iter_mut().zip([&own, &other]) {
                for stem in stems {
                    *counts.entry(*stem).or_default() += 1;
                }
            }
            for one in &own {
                for two in &other {
                    *together.entry((*one, *two)).or_default() += 1;
                }
            }
        }
        let all = beads.len().max(1) as f32;
        let sure = |(pair, count): ((u32, u32), u32)| {
            let count = count as f32;
            let seen = |side: usize, stem: u32| alone[side].get(&stem).copied().unwrap_or(0) as f32;
            let (one, two) = (seen(0, pair.0), seen(1, pair.1));
            let more = count - one * two / all;
            // A pair that was seen once was aligned by something else and proves nothing.
            let sure = 2.0 * more / (one + two) * (1.0 - 1.0 / count);
            (count >= 2.0 && sure >= FAINT).then_some((pair, sure))
        };
        Self {
            together: together.into_iter().filter_map(sure).collect(),
        }
    }
}

/// Weaker pairs are not remembered.
const FAINT: f32 = 0.15;

/// What the words near the path find on the other side.
pub(crate) struct Close {
    pub band: Band,
    words: [Words; 2],
    /// For each cell of the band where the matches of its words begin: those of the left
    /// sentence, then those of the right one.
    starts: Vec<usize>,
    matches: Vec<f32>,
    /// What words find by chance, how far above that usual partners are, and how clearly.
    pub chance: f32,
    pub good: f32,
    pub sure: f32,
}

impl Close {
    /// Looks closely at what is near the beads of a first alignment.
    pub fn new(left: &Text, right: &Text, rarity: &Rarity, beads: &[Bead]) -> Option<Self> {
        let path = path(beads, left.len(), right.len());
        let band = Band::around(&path, left.len(), right.len(), NEAR);
        let words = [Words::of(left, rarity), Words::of(right, rarity)];
        let lexicon = Lexicon::of(beads, &words[0], &words[1]);
        let rows: Vec<Vec<Vec<f32>>> = band
            .rows
            .par_iter()
            .enumerate()
            .with_min_len(16)
            .map(|(row, &(from, to))| {
                (from..to)
                    .map(|column| matches(left, right, &words, &lexicon, row, column))
                    .collect()
            })
            .collect();
        let mut starts = Vec::with_capacity(band.cells() + 1);
        let mut all = Vec::new();
        for cell in rows.iter().flatten() {
            starts.push(all.len());
            all.extend_from_slice(cell);
        }
        starts.push(all.len());
        let mut close = Self {
            band,
            words,
            starts,
            matches: all,
            chance: 0.0,
            good: 1.0,
            sure: 0.0,
        };
        close.calibrate(beads)?;
        Some(close)
    }

    /// Learns what chance gives from pairs beside the path, and what partners have from beads of
    /// one and one.
    fn calibrate(&mut self, beads: &[Bead]) -> Option<()> {
        let (mut partners, mut others) = (Vec::new(), Vec::new());
        for bead in beads {
            if let ([row], [column]) = (bead.left.as_slice(), bead.right.as_slice()) {
                partners.extend(self.covered(*row, 1, *column, 1));
                for away in 2..=NEAR {
                    others.extend(self.covered(*row, 1, *column + away, 1));
                    if let Some(column) = column.checked_sub(away) {
                        others.extend(self.covered(*row, 1, column, 1));
                    }
                }
            }
        }
        if partners.is_empty() || others.is_empty() {
            return None;
        }
        let count = others.len() as f32;
        self.chance = others.iter().sum::<f32>() / count;
        let square: f32 = others.iter().map(|x| (x - self.chance).powi(2)).sum();
        let (usual, worth) = USUAL_SPREAD;
        let spread = ((square + worth * usual * usual) / (count + worth)).sqrt();
        partners.sort_by(f32::total_cmp);
        let middle = partners.get(partners.len() / 2).copied().unwrap_or(0.0);
        let count = partners.len() as f32;
        let (usual, worth) = USUAL_GOOD;
        let above = ((middle - self.chance) * count + usual * worth) / (count + worth);
        self.good = above.max(0.1);
        self.sure = (above / spread / CLEAR).clamp(0.0, 1.0);
        Some(())
    }

    /// How much of the words of both runs of sentences finds its like in the other, 0 to 1;
    /// nothing outside the band.
    pub fn covered(&self, row: usize, rows: usize, column: usize, columns: usize) -> Option<f32> {
        let (mut found, mut whole) = ([0.0_f32; 2], [0.0_f32; 2]);
        let mut best = [0.0_f32; WORDS];
        for (side, first, count) in [(0, row, rows), (1, column, columns)] {
            for sentence in first..first + count {
                let words = self.words[side].of_sentence(sentence);
                let count = words.len();
                best[..count].fill(0.0);
                let (other, others) = if side == 0 {
                    (column, columns)
                } else {
                    (row, rows)
                };
                for partner in other..other + others {
                    let cell = if side == 0 {
                        self.band.at(sentence, partner)?
                    } else {
                        self.band.at(partner, sentence)?
                    };
                    let (from, to) = (*self.starts.get(cell)?, *self.starts.get(cell + 1)?);
                    let range = if side == 0 {
                        from..from + count
                    } else {
                        to - count..to
                    };
                    for (best, found) in best.iter_mut().zip(self.matches.get(range)?) {
                        *best = best.max(*found);
                    }
                }
                for (weight, best) in self.words[side].weights.get(words)?.iter().zip(&best) {
                    whole[side] += weight;
                    found[side] += weight * best;
                }
            }
        }
        let share = |side: usize| {
            if whole[side] > 0.0 {
                found[side] / whole[side]
            } else {
                0.0
            }
        };
        Some((share(0) * share(1)).sqrt())
    }
}

/// By how much what the words of sentences that are no partners find usually differs, worth so
/// many of them: a news item of five sentences has few.
const USUAL_SPREAD: (f32, f32) = (0.045, 10.0);

/// How far above chance the words of partners stand in languages that the encoder does not know,
/// worth so many partners.
const USUAL_GOOD: (f32, f32) = (0.06, 5.0);

/// So many standard deviations above chance the words of partners stand where words tell
/// partners from others.
const CLEAR: f32 = 3.0;

/// What the words of two sentences find in each other: those of the left one, then those of the
/// right one.
fn matches(
    left: &Text,
    right: &Text,
    words: &[Words; 2],
    lexicon: &Lexicon,
    row: usize,
    column: usize,
) -> Vec<f32> {
    let (own, other) = (words[0].of_sentence(row), words[1].of_sentence(column));
    let mut found = vec![0.0_f32; own.len() + other.len()];
    let (lefts, rights) = found.split_at_mut(own.len());
    for (best, one) in lefts.iter_mut().zip(own) {
        let vector = left.word_vector(words[0].vectors[one]);
        for (their, two) in rights.iter_mut().zip(other.clone()) {
            let meant = narrow::cosine(vector, right.word_vector(words[1].vectors[two]));
            let mut same = meant.max(words[0].sounds[one].likeness(words[1].sounds[two]));
            let pair = (words[0].stems[one], words[1].stems[two]);
            if let Some(sure) = lexicon.together.get(&pair) {
                same = same.max(*sure);
            }
            *best = best.max(same);
            *their = their.max(same);
        }
    }
    found
}

/// The cells that beads cross, from corner to corner.
fn path(beads: &[Bead], rows: usize, columns: usize) -> Vec<(usize, usize)> {
    let mut path = Vec::with_capacity(rows + columns);
    let (mut row, mut column) = (0, 0);
    let ends = beads
        .iter()
        .filter_map(|bead| Some((*bead.left.last()?, *bead.right.last()?)));
    for (last_row, last_column) in ends.chain([(rows.saturating_sub(1), columns.saturating_sub(1))])
    {
        while row < last_row || column < last_column {
            path.push((row, column));
            row += usize::from(row < last_row);
            column += usize::from(column < last_column);
        }
        path.push((row, column));
    }
    path
}
