//! The commands, one a file.

pub mod agreement;
pub mod align;
pub mod bench;
pub mod compare;
pub mod extract;
pub mod group;
pub mod languages;
pub mod score;
pub mod segment;
mod stream;
