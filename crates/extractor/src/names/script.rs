//! The script in which a name is printed.

use super::sound::is_han;

/// A script, as far as names are heard differently in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters, in which the names of all scripts are respelt.
    Latin,
    /// Russian, Ukrainian, Bulgarian and their kin.
    Cyrillic,
    /// Arabic, Persian, Urdu: short vowels are left out.
    Arabic,
    /// Hebrew: vowels are left out.
    Hebrew,
    /// Chinese characters, read as in Mandarin.
    Han,
    /// Japanese syllables.
    Kana,
    /// Korean syllables.
    Hangul,
    /// Any other.
    Other,
}

impl Script {
    /// The script of the first letter.
    pub fn of(name: &str) -> Self {
        name.chars()
            .find(|c| c.is_alphabetic())
            .map_or(Self::Other, |c| match c {
                'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                    Self::Latin
                }
                '\u{400}'..='\u{52F}' => Self::Cyrillic,
                '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Self::Hebrew,
                '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => Self::Arabic,
                '\u{3040}'..='\u{30FF}' => Self::Kana,
                '\u{AC00}'..='\u{D7AF}' => Self::Hangul,
                c if is_han(c) => Self::Han,
                _ => Self::Other,
            })
    }

    /// Whether it writes names without their short vowels.
    pub(super) fn is_vowelless(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }

    /// Whether it writes syllables.
    pub(super) fn is_syllabic(self) -> bool {
        matches!(self, Self::Han | Self::Kana | Self::Hangul)
    }
}
