//! Files that are written whole or not at all.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file beside its place and then puts it there in one step, so that nobody ever sees
/// half of it. Missing folders are made. What stands there and is no plain file (`/dev/null`, a
/// pipe) is written to and stays what it is.
///
/// # Errors
///
/// Where the folder or the file cannot be written; then nothing is left behind.
pub fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)?;
    }
    if path
        .metadata()
        .is_ok_and(|there| !there.is_file() && !there.is_dir())
    {
        return std::fs::OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(contents);
    }
    let beside = beside(path);
    let written = std::fs::File::create(&beside)
        .and_then(|mut file| {
            file.write_all(contents)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = std::env::temp_dir().join(format!("parallax-file-{}", std::process::id()));
        let path = folder.join("deep").join("a.csv");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.join("deep")).unwrap().count(), 1);
        assert!(write(&path.join("below a file"), b"three").is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_device_stays_a_device() {
        use std::os::unix::fs::FileTypeExt as _;
        let sink = Path::new("/dev/null");
        write(sink, b"gone").unwrap();
        assert!(sink.metadata().unwrap().file_type().is_char_device());
    }
}
