//! Where results go: standard output, or a file that is written whole or not at all.

use crate::message::{Exit, Messages};
use std::io::{self, Write};
use std::path::Path;

/// The path that stands for standard output.
pub const STANDARD_OUTPUT: &str = "-";

/// Writes a text in one go. Colours are kept on a terminal only, unless they are asked for.
pub fn write(path: &Path, text: &str, messages: &Messages) -> Exit {
    if path.as_os_str() == STANDARD_OUTPUT {
        let mut out = anstream::AutoStream::auto(io::stdout().lock());
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        return ended(written, path, messages);
    }
    let mut plain = anstream::AutoStream::new(
        Vec::new(),
        match anstream::ColorChoice::global() {
            anstream::ColorChoice::Always => anstream::ColorChoice::Always,
            _ => anstream::ColorChoice::Never,
        },
    );
    let written = plain
        .write_all(text.as_bytes())
        .and_then(|()| reporter::file::write(path, &plain.into_inner()));
    ended(written, path, messages)
}

/// Writes bytes to standard output or a file.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.as_os_str() != STANDARD_OUTPUT {
        return reporter::file::write(path, bytes);
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush())
}

/// What a result of writing means for the command: a closed pipe is no error.
pub fn ended(written: io::Result<()>, path: &Path, messages: &Messages) -> Exit {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            messages.error(
                format_args!("{}: {}", path.display(), reader::plain(&error)),
                None,
            );
            Exit::Failed
        }
        _ => Exit::Done,
    }
}

/// A stream of lines: they go out as they come to standard output, and all at once to a file.
pub struct Lines {
    standard: Option<io::StdoutLock<'static>>,
    kept: String,
}

impl Lines {
    /// Opens the stream.
    pub fn open(path: &Path) -> Self {
        Self {
            standard: (path.as_os_str() == STANDARD_OUTPUT).then(|| io::stdout().lock()),
            kept: String::new(),
        }
    }

    /// Adds lines. `Err` means that nobody reads on.
    pub fn push(&mut self, lines: &str) -> io::Result<()> {
        if let Some(out) = &mut self.standard {
            return out.write_all(lines.as_bytes());
        }
        self.kept.push_str(lines);
        Ok(())
    }

    /// Ends the stream.
    pub fn close(self, path: &Path) -> io::Result<()> {
        match self.standard {
            Some(mut out) => out.flush(),
            None => reporter::file::write(path, self.kept.as_bytes()),
        }
    }
}
