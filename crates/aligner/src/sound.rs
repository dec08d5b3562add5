//! How a word sounds, roughly: the consonants of its romanised letters, so that a name meets
//! itself over scripts and endings whose letters share little ("Shavendra", "ශවේන්ද්‍ර").

use unicode_script::{Script, UnicodeScript as _};

/// The consonants of a word in classes, four bits each, the first in the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sound {
    consonants: u64,
    count: u8,
    /// That of its first letter.
    script: Script,
}

/// Fewer consonants are shared by chance.
const FEW: u8 = 3;

/// More are not kept.
const MOST: u8 = 15;

impl Sound {
    /// Like nothing.
    pub const NONE: Self = Self {
        consonants: 0,
        count: 0,
        script: Script::Common,
    };

    /// How a word sounds.
    pub fn of(word: &str) -> Self {
        let first = word.chars().find(|c| c.is_alphabetic());
        let mut sound = Self {
            script: first.map_or(Script::Common, |c| c.script()),
            ..Self::NONE
        };
        let mut before = 0;
        let mut letters = word
            .chars()
            .flat_map(|c| any_ascii::any_ascii_char(c).bytes())
            .map(|byte| byte.to_ascii_lowercase())
            .peekable();
        while let Some(letter) = letters.next() {
            let class = class(letter, letters.peek().copied());
            // A doubled consonant sounds as one, and "h" only colours the one before.
            if class != 0 && class != before && sound.count < MOST {
                sound.consonants |= u64::from(class) << (60 - 4 * sound.count);
                sound.count += 1;
            }
            before = class;
        }
        sound
    }

    /// The likeness of two words of two scripts; of one script letters tell more.
    pub fn over_scripts(self, other: Self) -> f32 {
        if self.script == other.script {
            0.0
        } else {
            self.likeness(other)
        }
    }

    /// How surely two words are one name, 0 to 1: they must begin alike and have most of their
    /// consonants in common.
    pub fn likeness(self, other: Self) -> f32 {
        let longer = self.count.max(other.count);
        if self.count.min(other.count) < FEW {
            return 0.0;
        }
        let differ = (self.consonants ^ other.consonants).leading_zeros() / 4;
        let alike = differ.min(u32::from(self.count.min(other.count)));
        if alike < u32::from(FEW) {
            return 0.0;
        }
        // Each consonant halves the odds that they meet by chance.
        alike as f32 / f32::from(longer) * (1.0 - 0.5_f32.powi(alike as i32 - 1))
    }
}

/// Consonants that scripts and languages do not keep apart share a class; 0 is no consonant.
fn class(letter: u8, next: Option<u8>) -> u8 {
    match letter {
        b'c' if matches!(next, Some(b'e' | b'i' | b'y' | b'h')) => 4,
        b'p' | b'b' | b'f' => 1,
        b't' | b'd' => 2,
        b'k' | b'g' | b'c' | b'q' | b'x' => 3,
        b's' | b'z' | b'j' => 4,
        b'm' => 5,
        b'n' => 6,
        b'l' => 7,
        b'r' => 8,
        b'v' | b'w' => 9,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> f32 {
        Sound::of(one).likeness(Sound::of(other))
    }

    #[test]
    fn names_meet_over_scripts_and_endings() {
        assert!(likeness("Shavendra", "ශවේන්ද්‍ර") > 0.7);
        assert!(likeness("Silva", "சில்வா") > 0.7);
        assert!(likeness("Reykjavik", "Reykjavíkur") > 0.6);
        assert!(likeness("Moskva", "Москву") > 0.6);
    }

    #[test]
    fn short_or_other_words_do_not() {
        assert!(likeness("men", "man") < 0.01);
        assert!(likeness("Silva", "Soldat") < 0.01);
    }
}
