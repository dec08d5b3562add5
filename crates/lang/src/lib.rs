//! Language packs: all that is specific to one language, as plain data.
//!
//! A pack is a folder `packs/<iso>/` with `pack.toml` and plain word lists (see [`tables`] for
//! every list, its columns and who reads it). Packs are embedded in the program and parsed when a
//! language is first asked for, so start-up costs nothing. Verbs that a list names by stem and class
//! are written out by the build script.
//!
//! No language code stands in the code of another crate: strategies are named in `pack.toml`,
//! words in the lists.
//!
//! ```
//! let german = lang::pack("de").expect("a first-class language");
//! assert_eq!(german.meta.decimal, ',');
//! // An unknown language degrades to the defaults of `und`.
//! assert_eq!(lang::pack_or_default("tlh").code, "und");
//! ```

mod codes;
#[cfg(test)]
mod conjugations;
mod han;
mod pack;
mod per_pack;
pub mod tables;

pub use codes::{only_language, script_of, two_letter};
pub use han::{han_script, simplified};
pub use pack::{Meta, Numeration, Pack, Row, Strategy, VerbPlace};
pub use per_pack::PerPack;

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

static PACKS: [OnceLock<Pack>; EMBEDDED.len()] = [const { OnceLock::new() }; EMBEDDED.len()];

/// The code of the pack that every other language falls back to.
pub const UNDETERMINED: &str = "und";

/// The pack of a language, by its ISO 639 code (`"zh"`; a region or script subtag is ignored:
/// `"zh-Hant"`, `"pt_BR"`), or nothing where there is no such pack.
pub fn pack(code: &str) -> Option<&'static Pack> {
    pack_at(index_of(code)?)
}

fn index_of(code: &str) -> Option<usize> {
    let primary = code.split(['-', '_']).next().unwrap_or_default();
    let lower = || primary.bytes().map(|byte| byte.to_ascii_lowercase());
    EMBEDDED
        .binary_search_by(|(c, _)| c.bytes().cmp(lower()))
        .ok()
}

fn pack_at(index: usize) -> Option<&'static Pack> {
    let (code, files) = EMBEDDED.get(index)?;
    Some(PACKS.get(index)?.get_or_init(|| Pack::parse(code, files)))
}

/// The pack of a language, or the default pack `und` where there is none.
///
/// # Panics
///
/// Never: `und` is embedded, and a test holds it there.
pub fn pack_or_default(code: &str) -> &'static Pack {
    pack(code).unwrap_or_else(|| pack(UNDETERMINED).expect("the default pack is embedded"))
}

/// The codes of all packs, sorted, without the default pack.
pub fn codes() -> impl Iterator<Item = &'static str> {
    EMBEDDED
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| *code != UNDETERMINED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_parses_and_names_only_known_lists() {
        for (code, files) in EMBEDDED {
            let pack = pack(code).expect("embedded under its own code");
            assert!(!pack.meta.scripts.is_empty(), "{code}: no script");
            for (name, _) in *files {
                let known = *name == "pack.toml"
                    || tables::TABLES
                        .iter()
                        .any(|table| name.strip_suffix(".txt") == Some(table.name));
                assert!(
                    known,
                    "packs/{code}/{name} is declared nowhere in tables.rs"
                );
            }
        }
    }

    #[test]
    fn no_verb_is_left_as_stem_and_class() {
        for code in codes() {
            let pack = pack(code).expect("embedded under its own code");
            for list in conjugations::CONJUGATED {
                for row in pack.rows(list) {
                    let key = row.key();
                    assert!(!key.contains(['+', '*']), "packs/{code}/{list}.txt: {key}");
                }
            }
        }
    }

    #[test]
    fn a_region_or_script_subtag_is_ignored() {
        assert_eq!(pack("zh-Hant").map(|p| p.code), Some("zh"));
        assert_eq!(pack("PT_br").map(|p| p.code), Some("pt"));
    }

    #[test]
    fn no_first_class_pack_is_incomplete() {
        for code in codes() {
            let pack = pack(code).expect("embedded under its own code");
            if pack.meta.first_class {
                assert_eq!(pack.missing(), Vec::<&str>::new(), "packs/{code}");
            }
        }
    }
}
