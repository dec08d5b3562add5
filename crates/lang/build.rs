//! Embeds every folder of `packs/`: adding a language is adding a folder.
use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=packs");
    let packs = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("packs");
    let mut code = String::from("static EMBEDDED: &[(&str, &[(&str, &str)])] = &[\n");
    for folder in sorted(&packs) {
        if !folder.is_dir() {
            continue;
        }
        let language = folder
            .file_name()
            .and_then(|n| n.to_str())
            .expect("pack folders are ASCII");
        writeln!(code, "    ({language:?}, &[").expect("writing to a string");
        for file in sorted(&folder) {
            let name = file
                .file_name()
                .and_then(|n| n.to_str())
                .expect("pack files are ASCII");
            let is_data = Path::new(name)
                .extension()
                .is_some_and(|e| e == "txt" || e == "toml");
            if is_data {
                println!("cargo::rerun-if-changed={}", file.display());
                writeln!(
                    code,
                    "        ({name:?}, include_str!({:?})),",
                    file.display()
                )
                .expect("writing to a string");
            }
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("packs.rs");
    fs::write(out, code).expect("OUT_DIR is writable");
}

fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("packs is readable")
        .map(|e| e.expect("packs is readable").path())
        .collect();
    entries.sort();
    entries
}
