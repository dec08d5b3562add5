//! Lays out the pack of a new language: the folder with its settings and every list that a
//! first-class pack needs, empty but for what the list is.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore speaks to its developer"
)]

use std::process::ExitCode;
use std::{fs, io};

#[derive(clap::Args)]
pub struct Arguments {
    /// ISO 639 code: two letters where there are two
    code: String,
    /// The language's own name
    name: String,
    /// Its English name
    english: String,
    /// ISO 15924 code of its script
    #[arg(long, default_value = "Latn")]
    script: String,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let valid = (2..=3).contains(&arguments.code.len())
        && arguments.code.bytes().all(|b| b.is_ascii_lowercase());
    if !valid {
        eprintln!(
            "xtask new-language: {}: not an ISO 639 code",
            arguments.code
        );
        return ExitCode::from(2);
    }
    match lay_out(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask new-language: {error}");
            ExitCode::from(2)
        }
    }
}

fn lay_out(arguments: &Arguments) -> io::Result<()> {
    let root = crate::root();
    let folder = root.join("crates/lang/packs").join(&arguments.code);
    fs::create_dir(&folder)?;
    let settings = format!(
        "name = {:?}\nenglish = {:?}\nscripts = [{:?}]\nwords = \"spaces\"\n\
         quotes = [[\"“\", \"”\"], [\"\\\"\", \"\\\"\"]]\ndecimal = \",\"\ngroup = [\".\", \"\\u00A0\", \"\\u202F\"]\n\
         date_order = \"dmy\"\n",
        arguments.name, arguments.english, arguments.script
    );
    fs::write(folder.join("pack.toml"), settings)?;
    for table in lang::tables::TABLES.iter().filter(|table| table.required) {
        let head = format!("# {}: {}\n", table.columns.join(", "), table.about);
        fs::write(folder.join(format!("{}.txt", table.name)), head)?;
    }
    println!(
        "{}: fill in the lists, then set `first_class = true`",
        folder.display()
    );
    Ok(())
}
