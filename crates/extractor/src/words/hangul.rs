//! The syllables of Hangul, and the particles that go by their last letter.

/// A syllable of Hangul is made of its first letter, its vowel and its last letter, in this order.
const FIRST_SYLLABLE: u32 = '가' as u32;
/// So many syllables share their first letter and their vowel.
const LAST: u32 = 28;
/// So many share their first letter.
const FIRST: u32 = 588;
/// The place of the letter that stands for none among the first ones.
const SILENT: u32 = 11;

fn is_syllable(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// Whether a syllable of Hangul has a last letter.
pub(crate) fn is_closed(syllable: char) -> bool {
    is_syllable(syllable) && !(u32::from(syllable) - FIRST_SYLLABLE).is_multiple_of(LAST)
}

/// Whether a syllable of Hangul opens with its vowel.
pub(crate) fn opens_with_vowel(syllable: char) -> bool {
    is_syllable(syllable) && (u32::from(syllable) - FIRST_SYLLABLE) / FIRST == SILENT
}

/// The length of what stands before the particle of a topic, subject or object that a Korean word ends
/// in, where the particle is the one that its last letter takes: 머스크|는, but 밀레이.
pub(crate) fn before_particle(word: &str) -> Option<usize> {
    let (at, particle) = word.char_indices().next_back()?;
    let name = word.get(..at)?;
    let last = name.chars().next_back()?;
    if !is_syllable(last) {
        return None;
    }
    let open = !is_closed(last);
    let taken = match particle {
        '은' | '이' | '을' | '과' => !open,
        '는' | '가' | '를' | '와' => open,
        '의' | '도' => true,
        _ => false,
    };
    taken.then_some(name.len())
}
