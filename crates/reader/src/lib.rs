//! Files of the field's formats, as articles.
//!
//! [`read`] takes files, folders and standard input and gives every article that can be had,
//! beside what could not be read ([`Problem`]) and what is doubtful ([`Note`]): one bad file never
//! keeps the others from being read. The text of an article stays as it is in the file, line ends
//! and all; only the character set is decoded.
//!
//! What is read from a folder is said in [`walk`]; the columns of a table in [`columns`].
//!
//! ```
//! let folder = std::env::temp_dir().join("parallax-reader-example");
//! std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("gulf-wire.txt"), "Talks were held in Beijing.\n")?;
//! let reading = reader::read(&[folder], &reader::Options::default());
//! assert_eq!(reading.inputs[0].article.id, "gulf-wire");
//! assert_eq!(reading.inputs[0].article.text, "Talks were held in Beijing.\n");
//! assert!(reading.problems.is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```

pub mod columns;
mod databases;
mod dates;
mod decode;
mod delimited;
mod docx;
mod entities;
mod event;
mod file;
mod html;
mod json;
mod plain;
mod reading;
mod rtf;
mod tidy;
pub mod walk;

pub use reading::{Input, Note, Options, Problem, Reading, STANDARD_INPUT};
pub use walk::plain;

use rayon::prelude::*;
use std::path::PathBuf;

/// Reads files, folders and standard input (`-`), in the order in which they are named and, in a
/// folder, by name.
pub fn read(paths: &[PathBuf], options: &Options) -> Reading {
    let mut reading = Reading::default();
    let found = walk::files(paths, &mut reading);
    // Pages take long to parse; what they give is put together in the order of the input.
    let parts: Vec<Reading> = found
        .par_iter()
        .map(|found| file::read(found, options))
        .collect();
    for part in parts {
        reading.inputs.extend(part.inputs);
        reading.problems.extend(part.problems);
        reading.notes.extend(part.notes);
    }
    tidy::tidy(&mut reading);
    reading
}
