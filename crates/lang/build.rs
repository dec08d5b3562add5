//! Embeds every folder of `packs/`: adding a language is adding a folder.
use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

#[path = "src/conjugations.rs"]
mod conjugations;

fn main() {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=src/conjugations.rs");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
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
                let embedded = written_out(&file, &out.join(format!("{language}-{name}")));
                writeln!(
                    code,
                    "        ({name:?}, include_str!({:?})),",
                    embedded.display()
                )
                .expect("writing to a string");
            }
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    fs::write(out.join("packs.rs"), code).expect("OUT_DIR is writable");
}

/// The file to embed for a list: itself, or where its verbs are named by stem and class, the one at
/// `expanded` with all their forms.
fn written_out(list: &Path, expanded: &Path) -> PathBuf {
    let classes = list.with_file_name("conjugations.txt");
    let name = list.file_stem().and_then(|name| name.to_str());
    let named = name.is_some_and(|name| conjugations::CONJUGATED.contains(&name));
    if !named || !classes.exists() {
        return list.to_owned();
    }
    let read = |path: &Path| fs::read_to_string(path).expect("packs is readable");
    let forms = conjugations::Classes::read(&read(&classes))
        .and_then(|classes| classes.expand(&read(list)))
        .unwrap_or_else(|error| panic!("{}: {error}", list.display()));
    fs::write(expanded, forms).expect("OUT_DIR is writable");
    expanded.to_owned()
}

fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("packs is readable")
        .map(|e| e.expect("packs is readable").path())
        .collect();
    entries.sort();
    entries
}
