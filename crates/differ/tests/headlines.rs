//! What headlines tell, how prominent statements are, and where a report contradicts itself.

use aligner::{Report, SentenceRef, Statement};
use differ::{Comparison, Kind};
use segmenter::{Article, segment};

/// Reports by language, headline and text, of which no two sentences are one statement.
fn compared(reports: &[(&str, &str, &str)]) -> Comparison {
    let reports: Vec<Report> = reports
        .iter()
        .enumerate()
        .map(|(number, (language, title, text))| {
            let mut article = Article::new(format!("r{number}"), *text);
            article.language = Some((*language).to_owned());
            article.published = Some("2024-05-01".to_owned());
            article.title = Some((*title).to_owned()).filter(|title| !title.is_empty());
            let document = segment(article);
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect();
    let all = reports.iter().enumerate().flat_map(|(report, of)| {
        (0..of.document.sentences.len()).map(move |sentence| SentenceRef { report, sentence })
    });
    let statements: Vec<Statement> = all
        .map(|at| Statement {
            sentences: vec![at],
            score: 1.0,
            rival: 0.0,
            as_well: Vec::new(),
            nearest: Vec::new(),
        })
        .collect();
    differ::compare(reports, statements)
}

/// What the findings say of a single report's numbers.
fn against(reports: &[(&str, &str, &str)]) -> Vec<String> {
    let found = compared(reports).findings.into_iter();
    let found = found.filter(|f| f.kind == Kind::Quantity && f.explanation.starts_with("against"));
    found.map(|finding| finding.explanation).collect()
}

const TEXT: &str = "The line through the valley is closed. Eight people died when a train left the \
                    rails near Ardal on Tuesday, police said. Railway workers called a strike for Friday.";

#[test]
fn a_headline_tells_the_sentence_that_says_what_it_says() {
    let told = |language, title, text| {
        let compared = compared(&[(language, title, text)]);
        compared.headlines[0].iter().copied().collect::<Vec<_>>()
    };
    assert_eq!(told("en", "Eight killed as train derails", TEXT), [1]);
    assert_eq!(
        told(
            "en",
            "Eight killed in train crash, railway workers call strike",
            TEXT
        ),
        [1, 2]
    );
    let german = "Die Strecke ist gesperrt. Acht Menschen starben, als am Dienstag bei Ardal ein Zug \
                  entgleiste. Die Bahnangestellten streiken am Freitag.";
    assert_eq!(told("de", "Zug entgleist: acht Tote", german), [1]);
    // Nothing of it is told, and no headline tells nothing.
    assert_eq!(told("en", "Apple shares rise", TEXT), [0; 0]);
    assert_eq!(told("en", "", TEXT), [0; 0]);
    // A headline may stand in the text.
    let above = format!("Eight killed as train derails\n\n{TEXT}");
    assert_eq!(told("en", "", &above), [2]);
}

#[test]
fn prominence_is_headline_lede_place_and_share() {
    let text = "Eight people died in a crash.\n\nAnna saw it. It was dark.";
    let compared = compared(&[("en", "Eight die in crash", text)]);
    let first = compared.prominences().of(0, 0).expect("it is told");
    assert!(first.headline && first.lede);
    assert!(first.place.abs() < 1e-6);
    // 23 of 41 letters.
    assert!((first.share - 23.0 / 41.0).abs() < 1e-6, "{}", first.share);
    let last = compared.prominences().of(2, 0).expect("it is told");
    assert!(!last.headline && !last.lede);
    assert!((last.place - 1.0).abs() < 1e-6);
    assert_eq!(compared.prominences().of(0, 1), None);
    assert_eq!(compared.prominences().of(7, 0), None);
}

#[test]
fn a_headline_that_counts_otherwise_than_its_text() {
    let nine = "Nine killed as train derails near Ardal";
    assert_eq!(
        against(&[("en", nine, TEXT)]),
        ["against its own headline (9): 8 in r0"]
    );
    assert_eq!(
        against(&[("en", "Eight killed as train derails", TEXT)]),
        [""; 0]
    );
    // The text tells of both.
    let both =
        format!("{TEXT} A ninth passenger is missing; nine people were feared dead at first.");
    assert_eq!(against(&[("en", nine, &both)]), [""; 0]);
    let bound = "At least five killed as train derails near Ardal";
    assert_eq!(against(&[("en", bound, TEXT)]), [""; 0]);
    // A sum, and a number of something else.
    let sum = "Seven adults, one child killed as train derails near Ardal";
    assert_eq!(against(&[("en", sum, TEXT)]), [""; 0]);
    let far = "Train derails near Ardal: 300 rescuers at work";
    assert_eq!(against(&[("en", far, TEXT)]), [""; 0]);
}

#[test]
fn one_person_of_two_ages() {
    let text =
        "Anna Keller, 34, was hurt in the crash. Police spoke to Anna Keller, 36, in hospital.";
    assert_eq!(
        against(&[("en", "", text)]),
        ["against itself: 34 years old in r0, 36 years old in r0"]
    );
    let list = "Anna Keller, 34, Paul Roth, 36, and Mark Keller, 12, were hurt in the crash.";
    assert_eq!(against(&[("en", "", list)]), [""; 0]);
    let family = "Anna Keller, 34, was hurt in the crash. Keller's 36-year-old brother was not.";
    assert_eq!(against(&[("en", "", family)]), [""; 0]);
}
