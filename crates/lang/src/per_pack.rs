//! One value per pack, made when a language is first asked for.

use crate::{EMBEDDED, Pack, index_of, pack_at};
use std::sync::OnceLock;

/// One value per pack, made once, when its language is first asked for: a stage's lexicon
/// compiled from the pack's lists.
///
/// ```
/// static NAMES: lang::PerPack<String> = lang::PerPack::new();
/// let german = NAMES.get("de-AT", |pack| pack.meta.name.clone());
/// assert_eq!(german, "Deutsch");
/// ```
#[derive(Debug)]
pub struct PerPack<T> {
    cells: [OnceLock<T>; EMBEDDED.len()],
}

impl<T> Default for PerPack<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> PerPack<T> {
    /// Nothing made yet.
    pub const fn new() -> Self {
        Self {
            cells: [const { OnceLock::new() }; EMBEDDED.len()],
        }
    }

    /// The value of a language's pack, or of the default pack where it has none.
    pub fn get(&self, code: &str, make: impl FnOnce(&'static Pack) -> T) -> &T {
        let index = index_of(code).or_else(|| index_of(crate::UNDETERMINED));
        let (index, pack) = index
            .and_then(|index| Some((index, pack_at(index)?)))
            .unwrap_or_else(|| unreachable!("the default pack is embedded"));
        self.cells[index].get_or_init(|| make(pack))
    }
}
