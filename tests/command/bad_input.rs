//! Bad input gives a clear error or note, and the rest is still compared.

use crate::{Folder, Ran};

fn compare(folder: &Folder) -> Ran {
    folder.run(&["compare", ".", "--format", "json"])
}

fn articles(ran: &Ran) -> usize {
    ran.json()["inputs"].as_array().unwrap().len()
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_others() {
    for (name, bytes, error, hint) in [
        ("bad.txt", &b""[..], "empty", "an article needs text"),
        (
            "bad.txt",
            b"\0\x01\x02\x7fELF\0\0\0\0\0",
            "a binary file, not text",
            "save it as",
        ),
        ("bad.txt", b" \n\t\n", "empty", "an article needs text"),
        (
            "bad.html",
            b"%PDF-1.7",
            "a PDF file: not supported",
            "save its text as .txt",
        ),
        (
            "bad.json",
            b"{\"text\": ",
            "not JSON: line 1: EOF while parsing",
            "the file ends too early",
        ),
        (
            "bad.json",
            b"3",
            "neither an article nor a list",
            "\"text\"",
        ),
        (
            "bad.csv",
            b"id,titel\n1,x\n",
            "no column with the text among: id, titel",
            "--column text=",
        ),
        ("bad.jsonl", b"nonsense\n", "line 1: not JSON", ""),
        (
            "bad.html",
            b"<html><body></body></html>",
            "no main text",
            "save the article",
        ),
    ] {
        let folder = Folder::talks();
        folder.write(name, bytes);
        let ran = compare(&folder);
        assert_eq!(ran.code, 2, "{name}: {}", ran.err);
        let wanted = format!("parallax compare: ./{name}: {error}");
        assert!(ran.err.contains(&wanted), "{wanted}\n{}", ran.err);
        assert!(
            hint.is_empty() || ran.err.contains("\nhint: "),
            "{}",
            ran.err
        );
        assert!(ran.err.contains(hint), "{}", ran.err);
        assert_eq!(articles(&ran), 3);
    }
}

#[test]
fn what_is_not_there_is_said() {
    let folder = Folder::talks();
    let ran = folder.run(&["compare", ".", "nowhere.txt", "--format", "json"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "parallax compare: nowhere.txt: no such file or folder\n"
    );
    assert_eq!(articles(&ran), 3);
    let ran = Folder::empty().run(&["compare", "."]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("no article in this folder\nhint: "),
        "{}",
        ran.err
    );
}

#[test]
fn one_article_is_nothing_to_compare() {
    let folder = Folder::talks();
    let ran = folder.run(&["compare", "gulf-wire.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("only one article"), "{}", ran.err);
}

#[test]
fn half_a_surrogate_pair_is_a_note() {
    let folder = Folder::talks();
    folder.write(
        "wire.json",
        r#"{"text": "Talks were held \ud83d in Beijing."}"#,
    );
    let ran = compare(&folder);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("./wire.json: 1 halves of surrogate pairs"),
        "{}",
        ran.err
    );
    assert_eq!(articles(&ran), 4);
    let quiet = folder.run(&["compare", ".", "--quiet", "--format", "json"]);
    assert_eq!(quiet.err, "");
    assert!(
        quiet.out.contains("halves of surrogate pairs"),
        "notes stay in the output"
    );
}

#[test]
fn unknown_languages_and_dates_are_notes() {
    let folder = Folder::talks();
    folder.write(
        "odd.md",
        "---\nlanguage: Klingonish\npublished: last spring\n---\nTalks were held in Beijing.\n",
    );
    let ran = compare(&folder);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err
            .contains("language \"Klingonish\" is no ISO 639 code"),
        "{}",
        ran.err
    );
    assert!(
        ran.err
            .contains("date of publication \"last spring\" is not understood"),
        "{}",
        ran.err
    );
    let inputs = ran.json()["inputs"].clone();
    assert_eq!(inputs[3]["language"], "en");
    assert!(inputs[3]["published"].is_null());
}

#[test]
fn an_article_twice_is_read_once() {
    let folder = Folder::talks();
    let ran = folder.run(&["compare", ".", "gulf-wire.md", "--format", "json"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("the same article as gulf-wire: read once"),
        "{}",
        ran.err
    );
    assert_eq!(articles(&ran), 3);
    folder.write(
        "copy/other.md",
        folder.read("gulf-wire.md").replace("Gulf Wire", "Other"),
    );
    let ran = folder.run(&["compare", ".", "copy/other.md", "--format", "json"]);
    assert!(
        ran.err.contains("other: the same text as gulf-wire"),
        "{}",
        ran.err
    );
    assert_eq!(articles(&ran), 4);
}

#[test]
fn ids_that_stand_twice_are_told_apart() {
    let folder = Folder::talks();
    folder.write(
        "b/gulf-wire.txt",
        "Other words about the talks in Beijing.\n",
    );
    let one = folder.run(&["compare", ".", "b/gulf-wire.txt", "--format", "json"]);
    assert!(
        one.err.contains("the id gulf-wire stands twice"),
        "{}",
        one.err
    );
    let other = folder.run(&["compare", "b/gulf-wire.txt", ".", "--format", "json"]);
    let findings = |ran: &Ran| ran.json()["findings"].clone();
    assert_eq!(findings(&one), findings(&other));
}

#[test]
fn hostile_text_stays_text() {
    let folder = Folder::talks();
    folder.write(
        "evil.txt",
        "=cmd|' /C calc'!A0 was held in Beijing \u{1b}[31m\u{202e} <script>alert(1)</script> | x.\n",
    );
    let csv = folder.run(&["compare", ".", "--format", "csv", "--table", "sentences"]);
    assert!(csv.out.contains("'=cmd|"), "{}", csv.out);
    let page = folder.run(&["compare", ".", "--format", "markdown"]);
    assert!(!page.out.contains("<script>"));
    let terminal = folder.run(&["compare", "."]);
    assert!(!terminal.out.contains(['\u{1b}', '\u{202e}']));
}
