//! The parts of a score: what speaks for and against two sentences saying the same.

use crate::anchors::{KINDS, Kind};
use crate::lone::Order;
use crate::rarity::Weighed;
use crate::vocabulary::Vocabulary;

/// Why two sentences are held to say the same, or not. Every part can be shown to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// Cosine of the two vectors.
    pub meaning: f32,
    /// Cosine of the two vectors with words weighed by how rare they are in what is compared.
    pub focus: f32,
    /// How much of the first sentence's words finds one of like meaning in the second, 0 to 1,
    /// weighted by rarity.
    pub told_left: f32,
    /// How much of the second sentence's words finds one of like meaning in the first.
    pub told_right: f32,
    /// Cosine of the romanised character n-grams, weighted by their rarity in what is compared.
    pub letters: f32,
    /// How much of the first sentence's words the second has, 0 to 1, weighted by rarity.
    pub cover_left: f32,
    /// How much of the second sentence's words the first has.
    pub cover_right: f32,
    /// The share of both sides' anchors (numbers, sizes, what is counted, dates, names) that the
    /// other side has as well, 0 to 1, weighted by rarity.
    pub anchored: f32,
    /// Rarity of the numbers that both have.
    pub numbers: f32,
    /// Rarity of the numbers of nearly one size that both have, units converted.
    pub sizes: f32,
    /// Rarity of the numbers that only one of them has, of the side that has less.
    pub other_numbers: f32,
    /// Rarity of what both count or measure.
    pub counted: f32,
    /// Rarity of the dates that both have.
    pub dates: f32,
    /// Rarity of the names that both have, those of speakers left out.
    pub names: f32,
    /// Rarity of the names that only one of them has, of the side that has less.
    pub other_names: f32,
    /// 1 where both quote somebody.
    pub both_quote: f32,
    /// 1 where one quotes and the other does not.
    pub one_quotes: f32,
    /// How far apart they stand in their reports, 0 to 1; 0 where the order of a text is not that
    /// of weight.
    pub apart: f32,
    /// Absolute logarithm of the ratio of the lengths.
    pub length: f32,
    /// How far the similarity stands above what the first sentence has with the best others of
    /// the second text.
    pub margin_left: f32,
    /// How far it stands above what the second sentence has with the best others of the first.
    pub margin_right: f32,
    /// How likely it is that the sentences around them say the same as well, 0 to 1, in reports.
    pub company: f32,
    /// The same in lines of a corpus.
    pub company_lines: f32,
    /// How far they keep one order of words, where they are all that their texts say, in one
    /// language and no reports.
    pub order: Option<Order>,
}

impl Parts {
    /// Compares two sentences, or groups of sentences read as one; words and margins are left open.
    pub(crate) fn between(left: &Weighed, right: &Weighed) -> Self {
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
        let (words, _) = left.words.shared(&right.words);
        let (_, grams) = left.grams.shared(&right.grams);
        let shared: [f32; KINDS] =
            std::array::from_fn(|kind| left.anchors[kind].shared(&right.anchors[kind]).0);
        let anchors: f32 = shared.iter().sum();
        let mass = |side: &Weighed| side.anchors.iter().map(|bag| bag.mass).sum::<f32>();
        let least = |kind: Kind| {
            let mass = |side: &Weighed| side.anchors[kind as usize].mass;
            mass(left).min(mass(right))
        };
        // Each size has two keys, one of which a near size shares.
        let numbers = shared[Kind::Number as usize];
        let sizes = shared[Kind::Size as usize] / 2.0;
        let names = shared[Kind::Name as usize];
        Self {
            meaning: encoder::cosine(&left.vector, &right.vector),
            focus: encoder::cosine(&left.focus, &right.focus),
            told_left: 0.0,
            told_right: 0.0,
            letters: share(grams, left.grams.norm * right.grams.norm),
            cover_left: share(words, left.words.mass),
            cover_right: share(words, right.words.mass),
            anchored: share(2.0 * anchors, mass(left) + mass(right)),
            numbers,
            sizes,
            other_numbers: (least(Kind::Number) - numbers.max(sizes)).max(0.0),
            counted: shared[Kind::Counted as usize],
            dates: shared[Kind::Date as usize],
            names,
            other_names: (least(Kind::Name) - names).max(0.0),
            both_quote: f32::from(u8::from(left.quoted && right.quoted)),
            one_quotes: f32::from(u8::from(left.quoted != right.quoted)),
            apart: match (left.place, right.place) {
                (Some(left), Some(right)) => (left - right).abs(),
                _ => 0.0,
            },
            // Ten letters on both sides: short sentences vary more.
            length: ((left.length + 10.0) / (right.length + 10.0)).ln().abs(),
            margin_left: 0.0,
            margin_right: 0.0,
            company: 0.0,
            company_lines: 0.0,
            order: None,
        }
    }

    /// Compares them word by word, which takes longer than all the rest.
    pub(crate) fn look_closely(
        &mut self,
        left: &Weighed,
        right: &Weighed,
        vocabulary: &Vocabulary,
    ) {
        (self.told_left, self.told_right) = vocabulary.cover(&left.said, &right.said);
    }

    /// How near the two are, before margins.
    pub fn nearness(&self) -> f32 {
        self.meaning
            + 0.5 * self.focus
            + 0.5 * self.letters
            + 0.3 * (self.cover_left * self.cover_right).sqrt()
            + 0.3 * self.anchored
    }

    /// The parts by name, in the order of the fields.
    pub fn named(&self) -> [(&'static str, f32); 23] {
        [
            ("meaning", self.meaning),
            ("focus", self.focus),
            ("told_left", self.told_left),
            ("told_right", self.told_right),
            ("letters", self.letters),
            ("cover_left", self.cover_left),
            ("cover_right", self.cover_right),
            ("anchored", self.anchored),
            ("numbers", self.numbers),
            ("sizes", self.sizes),
            ("other_numbers", self.other_numbers),
            ("counted", self.counted),
            ("dates", self.dates),
            ("names", self.names),
            ("other_names", self.other_names),
            ("both_quote", self.both_quote),
            ("one_quotes", self.one_quotes),
            ("apart", self.apart),
            ("length", self.length),
            ("margin_left", self.margin_left),
            ("margin_right", self.margin_right),
            ("company", self.company),
            ("company_lines", self.company_lines),
        ]
    }
}
