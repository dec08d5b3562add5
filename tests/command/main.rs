//! The command's contract: formats, exits, errors, what a script may rely on.

#![allow(
    clippy::unwrap_used,
    reason = "a suite: a failed unwrap is a failed test"
)]

mod align;
mod bad_input;
mod compare;
mod folder;
mod model;
mod review;
mod streams;

use folder::{Folder, Ran, run};
