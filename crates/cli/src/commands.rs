//! The commands, one a file.

pub mod align;
pub mod bench;
pub mod compare;
pub mod extract;
pub mod languages;
pub mod score;
pub mod segment;
mod stream;
