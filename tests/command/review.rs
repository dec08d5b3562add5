//! `parallax compare --review`, `parallax agreement`, `parallax group`.

use crate::Folder;

/// The review table with a word in the decision of the first row that holds all of `marks`.
fn decided(table: &str, marks: &[&str], cells: &str) -> String {
    let mut done = false;
    let lines: Vec<String> = table
        .lines()
        .map(|line| {
            // What nobody filled in yet: decision, correction, note, fits.
            if !done && marks.iter().all(|mark| line.contains(mark)) && line.contains(",,,,,") {
                done = true;
                return line.replacen(",,,,,", cells, 1);
            }
            line.to_owned()
        })
        .collect();
    assert!(done, "{table}");
    lines.join("\n") + "\n"
}

#[test]
fn decisions_are_honoured_and_never_lost() {
    let folder = Folder::talks();
    assert_eq!(folder.run(&["compare", ".", "--csv", "t"]).code, 0);
    let table = folder.read("t/review.csv");
    let table = decided(
        &table,
        &["verdict", "1,170", "diverges"],
        ",reject,,checked,,",
    );
    folder.write("t/decided.csv", &table);
    let check = |arguments: &[&str]| {
        let mut all = vec!["compare", ".", "--csv", "u", "--check"];
        all.extend(arguments);
        folder.run(&all)
    };
    assert_eq!(check(&[]).code, 1);
    let ran = check(&["--review", "t/decided.csv"]);
    assert!(
        !folder.read("u/findings.csv").contains("1,170 in"),
        "{}",
        ran.err
    );
    // The decision stands in the new table, beside nothing, and holds on the next run too.
    let again = folder.read("u/review.csv");
    assert!(again.contains(",reject,,checked,1,"), "{again}");
    folder.write("t/again.csv", &again);
    check(&["--review", "t/again.csv"]);
    assert!(folder.read("u/review.csv").contains(",reject,,checked,1,"));
    // An article changes: the decision fits no longer, is said and is kept.
    let text = folder.read("gulf-wire.md").replace("1,170", "1,171");
    folder.write("gulf-wire.md", &text);
    let ran = folder.run(&[
        "compare",
        ".",
        "--csv",
        "u",
        "--review",
        "t/again.csv",
        "-o",
        "t/story.txt",
    ]);
    assert_eq!(ran.code, 0);
    assert!(folder.read("t/story.txt").contains("fits no longer"));
    assert!(folder.read("u/review.csv").contains(",reject,,checked,0,"));
    folder.write("t/broken.csv", "a,b\n1,2\n");
    let ran = folder.run(&["compare", ".", "--review", "t/broken.csv"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("t/broken.csv: no review table"),
        "{}",
        ran.err
    );
}

#[test]
fn coders_are_measured() {
    let folder = Folder::empty();
    folder.write("a.csv", "unit,code\n1,yes\n2,no\n3,yes\n4,no\n");
    folder.write("b.csv", "unit;code\n1;yes\n2;no\n3;no\n4;no\n");
    let ran = folder.run(&[
        "agreement",
        "a.csv",
        "b.csv",
        "--format",
        "csv",
        "--recal",
        "recal.csv",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("all,percent agreement,1 2,4,0.750,"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("all,Cohen's kappa,1 2,4,0.500,"),
        "{}",
        ran.out
    );
    // 1 - 7 · 2 / (2 · 3 · 5)
    assert!(ran.out.contains("nominal,all,4,0.533,"), "{}", ran.out);
    assert!(ran.out.contains("interval,all,4,–,–"), "{}", ran.out);
    assert_eq!(folder.read("recal.csv"), "1,1\n0,0\n1,0\n0,0\n");
    assert_eq!(folder.run(&["agreement", "a.csv"]).code, 2);
    assert_eq!(folder.run(&["agreement", "a.csv", "gone.csv"]).code, 2);
}

#[test]
fn review_tables_are_measured_kind_by_kind() {
    let folder = Folder::talks();
    folder.run(&["compare", ".", "--csv", "t"]);
    let table = folder.read("t/review.csv");
    for (name, cells) in [("a.csv", ",confirm,,,,"), ("b.csv", ",reject,,,,")] {
        folder.write(name, decided(&table, &["verdict", "1,170"], cells));
    }
    let ran = folder.run(&[
        "agreement",
        "a.csv",
        "b.csv",
        "t/review.csv",
        "--format",
        "csv",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("verdict,percent agreement,1 2,1,0.000,"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("verdict,percent agreement,1 3,1,1.000,"),
        "{}",
        ran.out
    );
}

#[test]
fn articles_are_grouped_and_compared() {
    let folder = Folder::empty();
    folder.write(
        "news.csv",
        "id,outlet,published,text\n\
         1,A,2024-04-30,The quake killed 12 people in Malatya. Governor Yildirim spoke in Malatya.\n\
         2,B,2024-04-30,\"A quake in Malatya left 15 dead, Governor Yildirim said.\"\n\
         3,A,2024-04-30,The Bank of Arda raised its rate to 4.5 percent. Inflation worries Arda.\n\
         4,B,2024-05-01,Arda's central bank raised its interest rate by half a point. Inflation rose in Arda.\n",
    );
    let ran = folder.run(&["group", "news.csv", "-o", "grouped.csv", "--quiet"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let table = folder.read("grouped.csv");
    assert!(table.starts_with("id,event,outlet,language,published,title,url,text\n1,event-001,A,"));
    let ran = folder.run(&["compare", "grouped.csv", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let sizes: Vec<usize> = ran
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|comparison| comparison["inputs"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [2, 2], "{table}");
}
