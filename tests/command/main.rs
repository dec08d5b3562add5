//! The command's contract: formats, exits, errors, what a script may rely on.

mod bad_input;
mod compare;
mod folder;
mod streams;

use folder::{Folder, Ran, run};
