//! The commands, one a file.

pub mod compare;
pub mod extract;
pub mod languages;
pub mod segment;
mod stream;
