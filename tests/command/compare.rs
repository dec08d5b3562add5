//! `parallax compare`.

use crate::{Folder, run};
use std::path::Path;

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/compare.json");
    let schema = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn json_keeps_its_schema_and_its_spans() {
    let folder = Folder::talks();
    let ran = folder.run(&["compare", ".", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let comparison = ran.json();
    let schema = schema();
    let errors: Vec<String> = schema
        .iter_errors(&comparison)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
    let ids: Vec<&str> = comparison["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|input| input["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["gulf-wire", "jianghai", "north-post"]);
    let text = |id: &str| {
        let file = folder.read(&format!("{id}.md"));
        file.rsplit_once("---\n").unwrap().1.to_owned()
    };
    let places = comparison["sentences"].as_array().unwrap().iter().chain(
        comparison["findings"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|finding| finding["evidence"].as_array().unwrap()),
    );
    let mut seen = 0;
    for place in places {
        let text = text(place["article"].as_str().unwrap());
        let at = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
        let points: String = text
            .chars()
            .skip(at("start"))
            .take(at("end") - at("start"))
            .collect();
        assert_eq!(place["text"], points);
        assert_eq!(
            place["text"],
            text.get(at("byte_start")..at("byte_end")).unwrap()
        );
        seen += 1;
    }
    assert!(seen > 5);
}

#[test]
fn every_event_of_the_corpora_keeps_the_schema() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpora");
    let ran = Folder::empty().run(&["compare", corpora.to_str().unwrap(), "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let comparisons = ran.json();
    assert!(comparisons.as_array().unwrap().len() > 5);
    assert!(schema().is_valid(&comparisons));
}

#[test]
fn the_divergence_is_told_in_every_format() {
    let folder = Folder::talks();
    for format in ["terminal", "json", "markdown", "csv"] {
        let ran = folder.run(&["compare", ".", "--format", format]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
        assert!(ran.out.contains("1,170"), "{format}: {}", ran.out);
        assert!(ran.out.contains("diverge"), "{format}: {}", ran.out);
        assert!(!ran.out.contains('\u{1b}'), "colours in a pipe: {format}");
    }
    let colours = folder.run(&["compare", ".", "--color", "always"]);
    assert!(colours.out.contains('\u{1b}'));
}

#[test]
fn files_are_written_beside_each_other() {
    let folder = Folder::talks();
    let ran = folder.run(&[
        "compare",
        "gulf-wire.md",
        "north-post.md",
        "--csv",
        "out/tables",
        "--json",
        "out/c.json",
        "--xlsx",
        "out/c.xlsx",
        "--html",
        "out/c.html",
        "-o",
        "out/c.md",
    ]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(folder.read("out/c.md").starts_with("# Comparison\n"));
    assert!(folder.read("out/c.json").contains("\"findings\""));
    let workbook = std::fs::read(folder.path().join("out/c.xlsx")).unwrap();
    assert!(workbook.starts_with(b"PK"));
    assert!(folder.read("out/c.html").starts_with("<!doctype html>"));
    for table in [
        "statements",
        "coverage",
        "findings",
        "quantities",
        "dates",
        "quotations",
        "names",
        "wording",
        "sentences",
        "alignments",
        "articles",
    ] {
        let text = folder.read(&format!("out/tables/{table}.csv"));
        assert!(text.lines().count() > 0, "{table}");
        assert!(!text.starts_with('\u{feff}'));
    }
    assert!(folder.read("out/tables/run.json").contains("sha256"));
    let ran = folder.run(&[
        "compare",
        "gulf-wire.md",
        "north-post.md",
        "--csv",
        "x",
        "--excel",
    ]);
    assert_eq!(ran.code, 0);
    assert!(
        folder
            .read("x/statements.csv")
            .starts_with("\u{feff}statement,")
    );
}

#[test]
fn check_turns_divergences_into_an_exit() {
    let folder = Folder::talks();
    assert_eq!(folder.run(&["compare", ".", "--check"]).code, 1);
    let folder = Folder::empty();
    let text = "Two groups held talks in Beijing on Tuesday. Nobody was hurt.\n";
    folder.write("a.txt", text);
    folder.write("b.txt", text);
    assert_eq!(
        folder.run(&["compare", "a.txt", "b.txt", "--check"]).code,
        0
    );
}

#[test]
fn the_order_of_the_articles_and_the_threads_change_no_byte() {
    let folder = Folder::talks();
    let names = ["gulf-wire.md", "jianghai.md", "north-post.md"];
    let ran = |order: [usize; 3], jobs: &str| {
        let mut arguments = vec!["compare", "--format", "json", "-j", jobs];
        arguments.extend(order.map(|index| names[index]));
        folder.run(&arguments).out
    };
    let first = ran([0, 1, 2], "1");
    assert!(first.len() > 1000);
    assert_eq!(ran([2, 1, 0], "4"), first);
    assert_eq!(ran([1, 0, 2], "3"), first);
}

#[test]
fn every_event_has_its_own_comparison() {
    let folder = Folder::empty();
    folder.write(
        "news.csv",
        "id,event,outlet,text\n\
         1,quake,A,The quake killed 12 people in Arda.\n2,quake,B,The quake killed 15 people in Arda.\n\
         1,rates,A,The bank raised its rate to 4.5 percent.\n2,rates,B,The bank raised its rate by half a point.\n",
    );
    let ran = folder.run(&["compare", "news.csv", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let comparisons = ran.json();
    assert!(schema().is_valid(&comparisons));
    let events: Vec<&str> = comparisons
        .as_array()
        .unwrap()
        .iter()
        .map(|comparison| comparison["event"].as_str().unwrap())
        .collect();
    assert_eq!(events, ["quake", "rates"]);
    let ran = folder.run(&["compare", "news.csv", "--csv", "t"]);
    assert_eq!(ran.code, 0);
    assert!(folder.read("t/01-quake/articles.csv").contains("quake"));
    assert!(folder.read("t/02-rates/articles.csv").contains("rate"));
}

#[test]
fn an_event_folder_has_its_metadata() {
    let folder = Folder::talks();
    folder.write(
        "event.toml",
        "title = \"Talks in Beijing\"\n[articles.jianghai]\noutlet = \"Jianghai\"\n",
    );
    folder.write("README.md", "About these files.\n");
    folder.write("gold/findings.jsonl", "{}\n");
    let ran = folder.run(&["compare", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out
            .starts_with("Talks in Beijing\n3 reports in 2 languages"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("Jianghai"));
}

#[test]
fn help_shows_worked_examples() {
    let short = run(&["compare", "-h"]);
    let long = run(&["compare", "--help"]);
    assert_eq!((short.code, long.code), (0, 0));
    assert!(!short.out.contains("Examples:"));
    assert!(long.out.contains("Examples:\n  parallax compare "));
    assert_eq!(run(&["compare"]).code, 2);
    assert_eq!(run(&["compar"]).code, 2);
}
