//! What the command says on standard error, and how it ends.

use std::fmt::Display;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All was done.
    Done,
    /// `--check` found divergences.
    Diverges,
    /// Something could not be read or written, or was asked wrongly.
    Failed,
}

/// The messages of one command.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    command: &'static str,
    quiet: bool,
}

impl Messages {
    /// The messages of `command`; `quiet` keeps notes back, never errors.
    pub fn new(command: &'static str, quiet: bool) -> Self {
        Self { command, quiet }
    }

    /// Says what went wrong, and what may help.
    pub fn error(&self, what: impl Display, hint: Option<&str>) {
        anstream::eprintln!("parallax {}: {what}", self.command);
        if let Some(hint) = hint {
            anstream::eprintln!("hint: {hint}");
        }
    }

    /// Says what is doubtful.
    pub fn note(&self, what: impl Display) {
        if !self.quiet {
            anstream::eprintln!("parallax {}: note: {what}", self.command);
        }
    }

    /// Whether notes and progress are kept back.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }
}
