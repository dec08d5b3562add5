//! Which files are read.
//!
//! - A file that is named is read, whatever its name.
//! - Of a folder, the files directly in it are read that have an article's or a table's extension
//!   ([`EXTENSIONS`]), by name. `README.*`, `LICENSE*`, `event.toml` and names that begin with a
//!   dot are never articles; files with other extensions are left out with a note.
//! - Sub-folders are walked by the same rule only where the folder itself holds no article and no
//!   `event.toml`, so that a folder of events is read event by event while gold, pictures or
//!   drafts below an event are not. A sub-folder `gold` is never walked. Sub-folders that are
//!   left out are named in a note, except `gold`.
//! - A folder with an `event.toml` is an event: its articles belong to it and its metadata applies
//!   to them (see `event.toml` in the cookbook).

use crate::Reading;
use crate::event::Event;
use crate::reading::{STANDARD_INPUT, Trouble};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The extensions that are read from a folder.
pub const EXTENSIONS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "csv",
    "tsv", "tab", "docx", "rtf",
];

/// The name of an event's metadata file.
pub const EVENT_FILE: &str = "event.toml";

const GOLD: &str = "gold";

/// A file to read, with the event whose folder it lies in.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) event: Option<Arc<Event>>,
}

/// The files of all `paths`; what cannot be listed goes to the problems of `reading`.
pub(crate) fn files(paths: &[PathBuf], reading: &mut Reading) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() != STANDARD_INPUT && path.is_dir() {
            let before = found.len();
            folder(path, reading, &mut found);
            if found.len() == before {
                let trouble = Trouble::new("no article in this folder")
                    .hint("articles are .txt, .md, .html, .docx, .rtf, .json, .jsonl, .csv and .tsv files");
                reading.problem(path, trouble);
            }
        } else {
            found.push(Found {
                path: path.clone(),
                event: None,
            });
        }
    }
    found
}

fn folder(path: &Path, reading: &mut Reading, found: &mut Vec<Found>) {
    let mut entries = match std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>)
    {
        Ok(entries) => entries,
        Err(error) => return reading.problem(path, Trouble::new(plain(&error))),
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries
        .iter()
        .map(std::fs::DirEntry::path)
        .filter(|entry| !is_hidden(entry))
        .partition(|entry| entry.is_dir());
    let (articles, others): (Vec<PathBuf>, Vec<PathBuf>) = files
        .into_iter()
        .filter(|file| !is_about(file))
        .partition(|file| has_extension(file));
    for other in others {
        let what = match extension(&other).as_str() {
            "pdf" => "not read: PDF is not supported: save its text as .txt",
            "doc" | "odt" | "pages" => "not read: save it as .docx or .txt",
            "xls" | "xlsx" | "ods" => "not read: save the table as .csv",
            "epub" | "mhtml" | "mht" => "not read: save it as .html or .txt",
            _ => "not read: not a format of articles",
        };
        reading.note(&other, what);
    }
    let metadata = path.join(EVENT_FILE);
    let event = metadata
        .is_file()
        .then(|| Arc::new(Event::read(&metadata, path, reading)));
    let walked = articles.is_empty() && event.is_none();
    found.extend(articles.into_iter().map(|path| Found {
        path,
        event: event.clone(),
    }));
    for below in folders {
        if below.file_name() == Some(OsStr::new(GOLD)) {
            continue;
        }
        if walked {
            folder(&below, reading, found);
        } else {
            reading.note(&below, "not read: a folder below articles");
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    name(path).starts_with('.')
}

fn is_about(path: &Path) -> bool {
    let name = name(path).to_ascii_lowercase();
    name == EVENT_FILE
        || name == "readme"
        || name.starts_with("readme.")
        || name.starts_with("license")
}

fn has_extension(path: &Path) -> bool {
    EXTENSIONS.contains(&extension(path).as_str())
}

/// The extension in lower case; empty where there is none.
pub(crate) fn extension(path: &Path) -> String {
    path.extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase()
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// An error of the system without the number that only programmers read.
pub fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => {
            let text = error.to_string();
            match text.split_once(" (os error") {
                Some((before, _)) => before.to_owned(),
                None => text,
            }
        }
    }
}
