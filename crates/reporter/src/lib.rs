//! A comparison as rows, and the rows in every output format.
//!
//! [`rows`] is the one table layer: every format renders the same rows, so that a figure seen on
//! the terminal is found again in the spreadsheet. [`View`] is a comparison with what its output
//! must record: version, options, the hashes of the input.
//!
//! ```
//! let comparison = differ::compare(Vec::new(), Vec::new());
//! let run = reporter::Run::default();
//! let view = reporter::View::new(&comparison, &run);
//! assert!(reporter::json::render(&view).starts_with("{\n  \"version\""));
//! ```

pub mod csv;
pub mod file;
pub mod html;
pub mod json;
pub mod lines;
pub mod markdown;
pub mod review;
pub mod rows;
#[cfg(test)]
mod sample;
pub mod story;
pub mod terminal;
mod view;
pub mod xlsx;

pub use view::{Run, Source, View};
