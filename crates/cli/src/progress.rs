//! Progress on long work: on a terminal only, never where it would stand between lines of output.

use crate::message::Messages;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over `length` steps of `what`; hidden where nobody watches or the command is quiet.
pub fn bar(length: usize, what: &'static str, messages: &Messages) -> ProgressBar {
    let target = if messages.is_quiet() {
        ProgressDrawTarget::hidden()
    } else {
        // Draws nothing where standard error is no terminal.
        ProgressDrawTarget::stderr()
    };
    let bar = ProgressBar::with_draw_target(Some(length as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg}, {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}
