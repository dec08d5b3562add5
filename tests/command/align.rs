//! `parallax align`, `parallax score`, `parallax bench`.

use crate::Folder;

const ENGLISH: &str = "The bridge fell at dawn.\nTwelve lorries fell into the river.\n\
    Divers found no bodies.\nThe mayor resigned on Friday, 3 May 2024.\n";
const GERMAN: &str = "Am Morgen stürzte die Brücke ein.\nZwölf Lastwagen fielen in den Fluss.\n\
    Taucher fanden keine Leichen.\nDer Bürgermeister trat am Freitag, dem 3. Mai 2024, zurück.\n";

fn texts() -> Folder {
    let folder = Folder::empty();
    folder.write("a.en", ENGLISH);
    folder.write("b.de", GERMAN);
    folder.write(
        "other.en",
        "Bond yields rose.\nThe central bank kept rates at 3.5 percent.\n",
    );
    folder.write("empty.en", "");
    folder
}

#[test]
fn a_translation_comes_in_every_format() {
    let folder = texts();
    let of = |format: &str| {
        let ran = folder.run(&[
            "align",
            "--sentences",
            "--quiet",
            "--format",
            format,
            "a.en",
            "b.de",
        ]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
        ran.out
    };
    for (at, line) in of("jsonl").lines().enumerate() {
        let bead: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(bead["left"][0], at);
        assert_eq!(bead["right"][0], at);
        assert!(bead["score"].as_f64().unwrap() > 0.5, "{line}");
        assert!(bead["left_text"].is_string() && bead["right_text"].is_string());
    }
    let csv = of("csv");
    assert!(csv.starts_with("left,right,score,left_text,right_text\n0,0,"));
    assert!(of("vecalign").starts_with("[0]:[0]:"));
    assert!(of("ladder").ends_with("4\t4\t0\n"));
    assert_eq!(of("tmx").matches("<tu>").count(), 4);
}

#[test]
fn what_has_no_partner_stands_alone() {
    let folder = texts();
    let of = |left: &str, right: &str| {
        let ran = folder.run(&[
            "align",
            "--sentences",
            "--quiet",
            "--format",
            "vecalign",
            left,
            right,
        ]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out
    };
    assert_eq!(of("empty.en", "empty.en"), "");
    let alone = "[0]:[]:0.000000\n[1]:[]:0.000000\n[2]:[]:0.000000\n[3]:[]:0.000000\n";
    assert_eq!(of("a.en", "empty.en"), alone);
    let unrelated = of("a.en", "other.en");
    assert_eq!(unrelated.lines().count(), 6, "{unrelated}");
}

#[test]
fn a_score_shows_its_parts() {
    let folder = texts();
    let ran = folder.run(&["align", "--sentences", "--explain", "a.en", "b.de"]);
    assert_eq!(ran.code, 0);
    let bead: serde_json::Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    assert!(bead["links"][0]["parts"]["meaning"].is_number());
    let ran = folder.run(&[
        "align",
        "--sentences",
        "--explain",
        "--format",
        "csv",
        "a.en",
        "b.de",
    ]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("hint: use --format jsonl"));
}

#[test]
fn moved_sentences_are_found_and_fit_no_ladder() {
    let folder = texts();
    let moved: Vec<&str> = GERMAN.lines().rev().collect();
    folder.write("moved.de", moved.join("\n"));
    let ran = folder.run(&[
        "align",
        "--sentences",
        "--mode",
        "free",
        "--format",
        "vecalign",
        "a.en",
        "moved.de",
    ]);
    assert!(ran.out.starts_with("[0]:[3]:"), "{}", ran.out);
    let ran = folder.run(&[
        "align",
        "--sentences",
        "--mode",
        "free",
        "--format",
        "ladder",
        "a.en",
        "moved.de",
    ]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("moved sentences"));
}

#[test]
fn vectors_take_the_place_of_the_encoder() {
    let folder = texts();
    let row = |hot: usize| (0..4).flat_map(move |at| f32::from(u8::from(at == hot)).to_le_bytes());
    let four: Vec<u8> = (0..4).flat_map(row).collect();
    folder.write("a.f32", &four);
    folder.write("b.f32", &four);
    let align = ["align", "--sentences", "--quiet", "--format", "vecalign"];
    let given = ["--vectors", "a.f32", "--vectors", "b.f32", "a.en", "b.de"];
    let ran = folder.run(&[&align[..], &given].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.lines().count(), 4, "{}", ran.out);
    // The overlaps form names its rows; a sentence without one is an error.
    folder.write("c.emb", &four);
    folder.write("c.txt", "The bridge fell at dawn.\nx\ny\nz\n");
    let given = ["--vectors", "c.emb", "--vectors", "b.f32", "a.en", "b.de"];
    let ran = folder.run(&[&align[..], &given].concat());
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("c.emb: no row for sentence 2"),
        "{}",
        ran.err
    );
}

#[test]
fn scores_are_those_of_vecaligns_scorer() {
    let folder = Folder::empty();
    folder.write("gold", "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n");
    folder.write("ours", "[0]:[0]:0.9\n[1]:[1]:0.5\n[2]:[]:0\n[3]:[]:0\n");
    folder.write("theirs", "0\t0\t1\n1\t1\t1\n3\t2\t1\n4\t2\t0\n");
    let ran = folder.run(&[
        "score",
        "gold",
        "ours",
        "--against",
        "theirs",
        "--format",
        "csv",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("strict,0.500,0.500,0.500,"), "{}", ran.out);
    assert!(ran.out.contains("lax,0.750,1.000,"), "{}", ran.out);
    assert!(ran.out.contains("strict,-0.500,"), "{}", ran.out);
    folder.write("broken", "[0]:[0]\nnothing\n");
    let ran = folder.run(&["score", "gold", "broken"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("broken: line 2 is no bead"), "{}", ran.err);
}

#[test]
fn a_corpus_is_benched_by_language_pair() {
    let folder = Folder::empty();
    folder.write("corpus/one.en", ENGLISH);
    folder.write("corpus/one.de", GERMAN);
    folder.write("corpus/one.gold", "[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n");
    let ran = folder.run(&["bench", "corpus", "--format", "csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("\nde-en,1,8,1.000,1.000,1.000,"),
        "{}",
        ran.out
    );
}
