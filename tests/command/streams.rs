//! `parallax segment`, `parallax extract`, `parallax languages`.

use crate::{Folder, run};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

#[test]
fn sentences_are_lines_of_json() {
    let folder = Folder::empty();
    let text = "外交部表示，会谈结束。双方感谢。";
    folder.write("a.txt", text);
    let ran = folder.run(&["segment", "a.txt", "--lang", "zh"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out, @r#"
    {"article":"a","sentence":0,"start":0,"end":11,"byte_start":0,"byte_end":33,"kind":"body","language":"zh","text":"外交部表示，会谈结束。"}
    {"article":"a","sentence":1,"start":11,"end":16,"byte_start":33,"byte_end":48,"kind":"body","language":"zh","text":"双方感谢。"}
    "#);
}

#[test]
fn sentences_come_as_a_table_and_as_text() {
    let folder = Folder::empty();
    folder.write("a.txt", "Talks ended. He said: \"Good.\"\n");
    let csv = folder.run(&["segment", "a.txt", "--format", "csv", "--lang", "en"]);
    assert!(
        csv.out
            .starts_with("article,sentence,start,end,kind,language,text\na,0,0,12,")
    );
    let text = folder.run(&["segment", "a.txt", "--format", "text", "-o", "out.txt"]);
    assert_eq!((text.code, text.out.as_str()), (0, ""));
    assert_eq!(folder.read("out.txt"), "Talks ended.\nHe said: \"Good.\"\n");
}

#[test]
fn standard_input_is_text_html_or_a_table() {
    let folder = Folder::empty();
    let text = folder.run_with(&["segment", "-"], "Talks ended.\n");
    assert_eq!(text.lines()[0]["article"], "stdin");
    let table = folder.run_with(
        &["segment", "-"],
        "id\ttext\na\tTalks ended.\nb\tTalks began.\n",
    );
    assert_eq!(table.lines()[1]["article"], "b");
    let lines = folder.run_with(
        &["segment", "-"],
        "{\"id\": \"x\", \"text\": \"A.\"}\n{\"id\": \"y\", \"text\": \"B.\"}\n",
    );
    assert_eq!(lines.lines()[1]["article"], "y");
}

#[test]
fn order_is_that_of_the_input_at_every_thread_count() {
    let folder = Folder::empty();
    let rows: Vec<String> = (0..300)
        .map(|row| {
            format!(
                "{{\"id\": \"a{row}\", \"text\": \"{}\"}}",
                "One. Two. ".repeat(row % 7 + 1)
            )
        })
        .collect();
    folder.write("t.jsonl", rows.join("\n"));
    let one = folder.run(&["segment", "t.jsonl", "-j", "1"]);
    let four = folder.run(&["segment", "t.jsonl", "-j", "4"]);
    assert_eq!(one.out, four.out);
    let ids: Vec<String> = one
        .lines()
        .iter()
        .filter(|line| line["sentence"] == 0)
        .map(|line| line["article"].as_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> = (0..300).map(|row| format!("a{row}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn mentions_have_the_fields_of_their_kind() {
    let folder = Folder::empty();
    folder.write(
        "a.txt",
        "At least 12 people died on Tuesday. \"We are sad,\" Anna Berg said.\n",
    );
    let ran = folder.run(&[
        "extract",
        "a.txt",
        "--published",
        "2024-05-02",
        "--lang",
        "en",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let fields = |kind: &str| -> &[&str] {
        match kind {
            "quantity" => &["value", "low", "high", "unit", "noun", "approximation"],
            "date" => &["from", "to", "precision"],
            "quotation" => &[
                "form",
                "content_start",
                "content_end",
                "cue",
                "speaker",
                "speaker_start",
                "speaker_end",
                "speaker_name",
            ],
            "name" => &["type", "name"],
            other => panic!("kind {other}"),
        }
    };
    let mentions = ran.lines();
    for mention in &mentions {
        for field in ["article", "sentence", "kind", "start", "end", "text"] {
            assert!(!mention[field].is_null(), "{field} in {mention}");
        }
        for field in fields(mention["kind"].as_str().unwrap()) {
            assert!(mention.get(field).is_some(), "{field} in {mention}");
        }
    }
    let quotation = mentions
        .iter()
        .find(|mention| mention["kind"] == "quotation")
        .unwrap();
    assert_eq!(quotation["speaker_name"], "Anna Berg");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::empty();
    folder.write("a.txt", "Talks ended on Friday. ".repeat(200_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .current_dir(folder.path())
        .args(["segment", "a.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut first).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}

#[test]
fn a_run_that_is_stopped_leaves_no_half_file() {
    let folder = Folder::empty();
    folder.write("a.txt", "Talks ended on Friday. ".repeat(200_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .current_dir(folder.path())
        .args(["segment", "a.txt", "-o", "out.jsonl", "--quiet"])
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(100));
    child.kill().unwrap();
    child.wait().unwrap();
    if folder.path().join("out.jsonl").exists() {
        // It was done before it was stopped.
        assert_eq!(folder.read("out.jsonl").lines().count(), 200_000);
    }
}

#[test]
fn languages_are_listed() {
    let ran = run(&["languages"]);
    assert_eq!(ran.code, 0);
    for language in ["Arabic", "Chinese", "Persian", "Indonesian", "日本語"] {
        assert!(ran.out.contains(language), "{language}");
    }
    let lines = run(&["languages", "--format", "jsonl"]).lines();
    assert!(lines.len() >= 16);
    assert!(lines.iter().all(|line| line["code"].is_string()));
}
