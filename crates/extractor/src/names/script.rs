//! The script in which a name is printed.

use unicode_script::{Script as Unicode, UnicodeScript as _};

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
        let first = name.chars().find(|c| c.is_alphabetic());
        first.map_or(Self::Other, |c| match c.script() {
            Unicode::Latin => Self::Latin,
            Unicode::Cyrillic => Self::Cyrillic,
            Unicode::Arabic => Self::Arabic,
            Unicode::Hebrew => Self::Hebrew,
            Unicode::Han => Self::Han,
            Unicode::Hiragana | Unicode::Katakana => Self::Kana,
            Unicode::Hangul => Self::Hangul,
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
