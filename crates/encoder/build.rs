//! Says which weights the program carries: the file that `PARALLAX_WEIGHTS` names when the program
//! is built, or else those of this folder.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const OWN: &str = "weights/encoder.weights";

fn main() {
    println!("cargo::rerun-if-env-changed=PARALLAX_WEIGHTS");
    println!("cargo::rerun-if-changed={OWN}");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let file = env::var_os("PARALLAX_WEIGHTS").map_or_else(|| folder.join(OWN), PathBuf::from);
    let code = if file.is_file() {
        println!("cargo::rerun-if-changed={}", file.display());
        format!("Some(include_bytes!({:?}))", file.display().to_string())
    } else {
        "None".to_owned()
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(Path::new(&out).join("embedded.rs"), code).expect("cargo gives a folder to write in");
}
