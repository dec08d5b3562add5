//! Progress on long work: on a terminal only, never where it would stand between lines of output.

use crate::message::Messages;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A bar over `length` steps of `what`; hidden where nobody watches or the command is quiet.
pub fn bar(length: usize, what: &'static str, messages: &Messages) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length as u64), target(messages));
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg}, {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}

/// A sign of life with the time since, for one piece of work whose end nobody can foretell.
pub fn spinner(what: String, messages: &Messages) -> ProgressBar {
    let spinner = ProgressBar::with_draw_target(None, target(messages));
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}, {elapsed}") {
        spinner.set_style(style);
    }
    spinner.set_message(what);
    if !spinner.is_hidden() {
        spinner.enable_steady_tick(Duration::from_millis(120));
    }
    spinner
}

fn target(messages: &Messages) -> ProgressDrawTarget {
    if messages.is_quiet() {
        ProgressDrawTarget::hidden()
    } else {
        // Draws nothing where standard error is no terminal.
        ProgressDrawTarget::stderr()
    }
}
