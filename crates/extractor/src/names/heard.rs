//! How well a name in Latin letters and one in another script answer each other, sound by sound,
//! by learned weights.
//!
//! A romanised word is cut into sounds (`sh`, the `eu` that Hangul sets between consonants, the
//! finals of Chinese syllables). For every sound of one side and every sound of the other the file
//! `heard.txt` holds how much likelier the two stand for each other in one name than by chance, in
//! natural logarithms; the same for a sound that has no counterpart. The sum over the best way to
//! pair two names off is the evidence for one name. `cargo xtask train-names` learns the weights.

use super::script::Script;
use std::sync::OnceLock;

const FILE: &str = include_str!("heard.txt");

/// Scripts that have weights, with the name under which they stand in the file.
pub const HEARD: [(Script, &str); 6] = [
    (Script::Cyrillic, "cyrillic"),
    (Script::Arabic, "arabic"),
    (Script::Hebrew, "hebrew"),
    (Script::Han, "han"),
    (Script::Kana, "kana"),
    (Script::Hangul, "hangul"),
];

/// Sounds that Latin spelling writes with several letters, or letters that sound otherwise
/// together.
const LATIN: &[&str] = &[
    "sch", "tch", "sh", "ch", "zh", "ph", "ts", "tz", "kh", "gh", "th", "ck", "ou", "oo", "ee",
    "ae", "eu", "au", "ei", "ie", "qu", "ng", "gn", "gl", "ll", "ss", "tt", "nn", "rr", "mm", "pp",
    "cc", "dd", "ff", "gg", "bb", "zz", "kk", "ce", "ci", "cy", "ge", "gi",
];

/// What the romanisation of an alphabet writes for one letter.
const ALPHABET: &[&str] = &["sh", "kh", "ts", "zh", "ch", "gh"];

const HAN: &[&str] = &[
    "zh", "ch", "sh", "ang", "eng", "ing", "ong", "an", "en", "in", "un", "ai", "ei", "ao", "ou",
    "ia", "ie", "iao", "iu", "ian", "iang", "ua", "uo", "uai", "ui", "uan", "er",
];

const KANA: &[&str] = &["sh", "ch", "ts", "ya", "yu", "yo"];

const HANGUL: &[&str] = &[
    "yae", "yeo", "weo", "wae", "ae", "eo", "eu", "ya", "ye", "yo", "yu", "wa", "we", "wo", "wi",
    "ui", "oe", "ng", "kk", "tt", "pp", "ss", "jj", "ch",
];

/// Single letters and digits come first, then the sounds of several letters.
const SINGLE: usize = 36;
const SINGLES: &[u8; SINGLE] = b"abcdefghijklmnopqrstuvwxyz0123456789";
/// There are fewer sounds in every script.
const SOUNDS: usize = 128;

fn several(script: Script) -> &'static [&'static str] {
    match script {
        Script::Latin => LATIN,
        Script::Han => HAN,
        Script::Kana => KANA,
        Script::Hangul => HANGUL,
        _ => ALPHABET,
    }
}

/// A romanised word as the numbers of its sounds; `script` is that of the name before it was
/// romanised.
pub fn sounds(word: &str, script: Script) -> Vec<u8> {
    let several = several(script);
    let mut found = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let longest = several
            .iter()
            .enumerate()
            .filter(|(_, sound)| rest.starts_with(**sound))
            .max_by_key(|(_, sound)| sound.len());
        let length = if let Some((place, sound)) = longest {
            found.push((SINGLE + place) as u8);
            sound.len()
        } else {
            let place = SINGLES.iter().position(|c| char::from(*c) == first);
            found.extend(place.map(|place| place as u8));
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// How a sound is written in the file of weights.
pub fn spelling(sound: u8, script: Script) -> String {
    let at = usize::from(sound);
    SINGLES.get(at).map_or_else(
        || (*several(script).get(at - SINGLE).unwrap_or(&"?")).to_owned(),
        |c| char::from(*c).to_string(),
    )
}

/// The weights of one script against Latin.
pub(super) struct Ear {
    /// By Latin sound and other sound.
    pairs: Vec<f32>,
    /// A Latin sound without counterpart.
    latin: Vec<f32>,
    /// A sound of the other script without counterpart.
    other: Vec<f32>,
    /// The most that each sound can bring.
    most: [Vec<f32>; 2],
}

/// What stands for and against two words being one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Evidence {
    /// The logarithm of how much likelier the two are one name than two: above 0 speaks for it.
    pub(super) sum: f32,
    /// The most that these sounds could have brought.
    pub(super) most: f32,
}

impl Ear {
    /// The weights for a script, where there are any.
    pub(super) fn of(script: Script) -> Option<&'static Self> {
        static EARS: OnceLock<Vec<Ear>> = OnceLock::new();
        let place = HEARD.iter().position(|(heard, _)| *heard == script)?;
        EARS.get_or_init(|| HEARD.iter().map(|(s, name)| Self::read(*s, name)).collect())
            .get(place)
    }

    /// Reads the lines `script latin other weight`; `-` stands for no sound.
    fn read(script: Script, name: &str) -> Self {
        let mut ear = Self {
            pairs: vec![f32::NEG_INFINITY; SOUNDS * SOUNDS],
            latin: vec![MISSING; SOUNDS],
            other: vec![MISSING; SOUNDS],
            most: [vec![0.0; SOUNDS], vec![0.0; SOUNDS]],
        };
        let number = |word: &str, script| sounds(word, script).first().map(|s| usize::from(*s));
        for line in FILE.lines() {
            let mut fields = line.split(' ');
            if fields.next() != Some(name) {
                continue;
            }
            let (Some(latin), Some(other), Some(weight)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let weight: f32 = weight.parse().unwrap_or(0.0);
            match (number(latin, Script::Latin), number(other, script)) {
                (Some(x), Some(y)) => {
                    ear.pairs[x * SOUNDS + y] = weight;
                    ear.most[0][x] = ear.most[0][x].max(weight);
                    ear.most[1][y] = ear.most[1][y].max(weight);
                }
                (Some(x), None) => ear.latin[x] = weight,
                (None, Some(y)) => ear.other[y] = weight,
                (None, None) => {}
            }
        }
        ear
    }

    /// Compares a Latin word with one of the other script, both as sounds.
    pub(super) fn compare(&self, latin: &[u8], other: &[u8]) -> Evidence {
        let of = |weights: &[f32], sound: u8| weights.get(usize::from(sound)).copied();
        let gap = |weights: &[f32], sound: u8| of(weights, sound).unwrap_or(MISSING);
        let mut before: Vec<f32> = Vec::with_capacity(other.len() + 1);
        before.push(0.0);
        for &y in other {
            before.push(before.last().copied().unwrap_or_default() + gap(&self.other, y));
        }
        let mut row = before.clone();
        for &x in latin {
            let alone = gap(&self.latin, x);
            let paired = self.pairs.get(usize::from(x) * SOUNDS..).unwrap_or(&[]);
            row[0] = before[0] + alone;
            for (j, &y) in other.iter().enumerate() {
                let both = of(paired, y).unwrap_or(f32::NEG_INFINITY);
                row[j + 1] = (before[j] + both)
                    .max(before[j + 1] + alone)
                    .max(row[j] + gap(&self.other, y));
            }
            std::mem::swap(&mut before, &mut row);
        }
        let most = |side: usize, sounds: &[u8]| -> f32 {
            let weights = &self.most[side];
            sounds.iter().filter_map(|s| of(weights, *s)).sum()
        };
        Evidence {
            sum: before.last().copied().unwrap_or_default(),
            most: f32::midpoint(most(0, latin), most(1, other)),
        }
    }
}

/// The weight of a sound without counterpart that training never met.
const MISSING: f32 = -4.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::romanise;

    fn evidence(latin: &str, other: &str) -> f32 {
        let script = Script::of(other);
        let ear = Ear::of(script).expect("weights");
        let other = sounds(&romanise(other).replace(' ', ""), script);
        ear.compare(&sounds(&romanise(latin), Script::Latin), &other)
            .sum
    }

    #[test]
    fn names_are_heard_over_scripts() {
        for (latin, other, stranger) in [
            ("johnson", "джонсон", "медведев"),
            ("guterres", "غوتيريش", "ماكرون"),
            ("weizmann", "ויצמן", "רבין"),
            ("washington", "华盛顿", "罗斯福"),
            ("clinton", "クリントン", "オバマ"),
            ("washington", "워싱턴", "링컨"),
        ] {
            assert!(evidence(latin, other) > 5.0, "{latin} {other}");
            assert!(evidence(latin, stranger) < 0.0, "{latin} {stranger}");
        }
    }

    #[test]
    fn sounds_of_several_letters_are_one() {
        assert_eq!(sounds("shaw", Script::Latin).len(), 3);
        assert_eq!(sounds("wosingteon", Script::Hangul).len(), 7);
        assert_eq!(spelling(sounds("ch", Script::Han)[0], Script::Han), "ch");
    }
}
