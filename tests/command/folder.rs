//! A folder of input, and the command run in it.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A temporary folder that a test fills.
pub struct Folder(TempDir);

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// Three short reports of one event, in two languages, with a planted divergence.
    pub fn talks() -> Self {
        let folder = Self::empty();
        folder.write(
            "gulf-wire.md",
            "---\noutlet: Gulf Wire\npublished: 2024-04-30\nlanguage: en\n---\n\
             Two groups held talks in Beijing, the foreign ministry said on Tuesday.\n\n\
             The attack killed 1,170 people, according to the authorities.\n",
        );
        folder.write(
            "north-post.md",
            "---\noutlet: North Post\npublished: 2024-04-30\nlanguage: en\n---\n\
             The foreign ministry said on Tuesday that two groups held talks in Beijing.\n\n\
             The attack killed 1,139 people, according to the authorities.\n",
        );
        folder.write(
            "jianghai.md",
            "---\noutlet: 江海社\npublished: 2024-04-30\nlanguage: zh\n---\n\
             外交部周二表示，两个组织在北京举行了会谈。\n",
        );
        folder
    }

    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, contents).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .current_dir(self.path())
            .args(arguments)
            .write_stdin(input)
            .output()
            .unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Runs the command where no input is needed.
pub fn run(arguments: &[&str]) -> Ran {
    Folder::empty().run(arguments)
}

impl Ran {
    /// Every line of output as JSON.
    pub fn lines(&self) -> Vec<serde_json::Value> {
        let parsed = |line| serde_json::from_str(line).unwrap();
        self.out.lines().map(parsed).collect()
    }

    /// The whole output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap()
    }
}
