//! The entries that begin with a word.

/// What begins with a word.
#[derive(Default)]
pub(crate) struct Found {
    /// The word alone.
    pub(super) alone: Option<u32>,
    /// Phrases: their further words, sorted by the next one, and of one next word longest first.
    pub(super) phrases: Vec<(Vec<Box<str>>, u32)>,
}

impl Found {
    /// The longest entry; `next(k)` gives the folded k-th word after the first. Returns the entry's
    /// index and how many words it takes.
    pub(crate) fn longest<'w>(
        &self,
        next: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(u32, usize)> {
        self.phrase(next)
            .or_else(|| self.alone.map(|index| (index, 1)))
    }

    /// The length of the longest second word, the last of its phrase, that `text` opens with.
    pub(crate) fn onto(&self, text: &str) -> usize {
        let seconds = self
            .phrases
            .iter()
            .filter_map(|(rest, _)| match rest.as_slice() {
                [second] => Some(&**second),
                _ => None,
            });
        seconds
            .filter(|second| text.starts_with(second))
            .map(str::len)
            .max()
            .unwrap_or(0)
    }

    fn phrase<'w>(&self, next: impl Fn(usize) -> Option<&'w str>) -> Option<(u32, usize)> {
        if self.phrases.is_empty() {
            return None;
        }
        let second = next(1)?;
        let opens =
            |(rest, _): &&(Vec<Box<str>>, u32)| rest.first().is_some_and(|word| **word == *second);
        let before =
            |(rest, _): &(Vec<Box<str>>, u32)| rest.first().is_some_and(|word| **word < *second);
        let from = self.phrases.partition_point(before);
        let (rest, index) =
            self.phrases
                .get(from..)?
                .iter()
                .take_while(opens)
                .find(|(rest, _)| {
                    let mut later = rest.iter().enumerate().skip(1);
                    later.all(|(k, word)| next(k + 1) == Some(word))
                })?;
        Some((*index, rest.len() + 1))
    }
}
