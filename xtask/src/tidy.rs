//! What must hold in the tree and no compiler sees: crates use only those below them, every
//! module says what it is for, first-class packs are complete, generated pages are fresh.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Arguments {
    /// Write the generated pages instead of checking that they are fresh
    #[arg(long)]
    write: bool,
}

/// The crates from the ground up: each may use those that stand before it.
const ORDER: &[&str] = &[
    "lang",
    "segmenter",
    "extractor",
    "encoder",
    "aligner",
    "differ",
    "reader",
    "reporter",
    "parallax",
    "scorer",
    "cli",
];

pub fn run(arguments: &Arguments) -> ExitCode {
    let root = crate::root();
    let page = root.join("docs/languages.md");
    let fresh = languages();
    let mut faults = layering(root);
    faults.extend(module_docs(root));
    faults.extend(incomplete_packs());
    if arguments.write {
        if let Err(error) = fs::write(&page, &fresh) {
            faults.push(format!("{}: {error}", page.display()));
        }
    } else if fs::read_to_string(&page).unwrap_or_default() != fresh {
        faults.push("docs/languages.md is not fresh: run `cargo xtask tidy --write`".to_owned());
    }
    for fault in &faults {
        eprintln!("xtask tidy: {fault}");
    }
    if faults.is_empty() {
        println!("tidy");
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn layering(root: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    for (level, name) in ORDER.iter().enumerate() {
        let manifest = root.join("crates").join(name).join("Cargo.toml");
        let text = fs::read_to_string(manifest).unwrap_or_default();
        let uses = text
            .split("\n[")
            .find_map(|part| part.strip_prefix("dependencies]"))
            .unwrap_or_default();
        for line in uses.lines() {
            let used = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if ORDER.iter().skip(level).any(|above| *above == used) {
                faults.push(format!("crates/{name} uses {used}, which stands above it"));
            }
        }
    }
    faults
}

fn module_docs(root: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["crates", "xtask/src", "benches", "tests"] {
        sources(&root.join(folder), &mut files);
    }
    files.sort();
    files
        .iter()
        .filter(|file| !fs::read_to_string(file).is_ok_and(|text| text.starts_with("//!")))
        .map(|file| format!("{}: no `//!` says what the module is for", file.display()))
        .collect()
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "target") {
            sources(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
}

fn incomplete_packs() -> Vec<String> {
    lang::codes()
        .filter_map(lang::pack)
        .filter(|pack| pack.meta.first_class)
        .flat_map(|pack| {
            pack.missing()
                .into_iter()
                .map(|list| format!("packs/{}: no {list}.txt", pack.code))
        })
        .collect()
}

/// The page that lists the languages, from their packs.
fn languages() -> String {
    let mut page = String::from(
        "# Languages\n\nWritten by `cargo xtask tidy --write` from the packs in `crates/lang/packs`.\n\n\
         First-class languages have complete lists and worked examples; the others are read by \
         their lists of abbreviations and function words and by the rules that hold for all. A \
         language without a pack is read by the default rules, and the output says so.\n",
    );
    for (title, first_class) in [("First class", true), ("Lighter", false)] {
        let _ = writeln!(
            page,
            "\n## {title}\n\n| code | language | own name | script | words | quotation marks | lists |\n\
             | --- | --- | --- | --- | --- | --- | ---: |"
        );
        for pack in lang::codes().filter_map(lang::pack) {
            let meta = &pack.meta;
            if meta.first_class != first_class {
                continue;
            }
            let quotes: Vec<String> = meta
                .quotes
                .iter()
                .map(|(open, close)| format!("{open}…{close}"))
                .collect();
            let lists = lang::tables::TABLES
                .iter()
                .filter(|table| pack.has(table.name))
                .count();
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} | {} | {lists} |",
                pack.code,
                meta.english,
                meta.name,
                meta.scripts.join(", "),
                format!("{:?}", meta.words).to_lowercase(),
                quotes.join(" "),
            );
        }
    }
    page.push_str(
        "\n## Lists\n\n| list | columns | needed | what for |\n| --- | --- | --- | --- |\n",
    );
    for table in lang::tables::TABLES {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            table.name,
            table.columns.join(", "),
            if table.required { "yes" } else { "" },
            table.about.replace('|', "\\|"),
        );
    }
    page
}
