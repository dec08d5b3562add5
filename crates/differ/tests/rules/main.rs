//! The rules of `docs/findings.md`, one by one, on sentences that say one thing.

mod amounts;
mod contrary;
mod several;

use aligner::{Report, SentenceRef, Statement};
use differ::{Comparison, Kind, Verdict};
use segmenter::{Article, segment};

/// Sets reports side by side: language, date of publication and text each. The nth sentences of
/// all make the nth statement.
fn compared(reports: &[(&str, &str)]) -> Comparison {
    let published = vec!["2024-05-01"; reports.len()];
    compared_at(&published, reports)
}

/// The same of reports that came out at different times.
fn compared_at(published: &[&str], reports: &[(&str, &str)]) -> Comparison {
    let reports = reports_at(published, reports);
    let most = reports.iter().map(|r| r.document.sentences.len()).max();
    let statements = (0..most.unwrap_or(0))
        .map(|sentence| {
            let sentences = (0..reports.len())
                .filter(|&report| sentence < reports[report].document.sentences.len())
                .map(|report| SentenceRef { report, sentence });
            statement(sentences.collect(), Vec::new())
        })
        .collect();
    differ::compare(reports, statements)
}

fn statement(sentences: Vec<SentenceRef>, as_well: Vec<SentenceRef>) -> Statement {
    Statement {
        sentences,
        score: 0.9,
        rival: 0.0,
        as_well,
        nearest: Vec::new(),
    }
}

fn reports_at(published: &[&str], reports: &[(&str, &str)]) -> Vec<Report> {
    reports
        .iter()
        .zip(published)
        .enumerate()
        .map(|(number, ((language, text), published))| {
            let mut article = Article::new(format!("r{number}"), *text);
            article.language = Some((*language).to_owned());
            article.published = Some((*published).to_owned());
            let document = segment(article);
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect()
}

/// The verdicts of one kind, names that agree and whatever one report alone has left out.
fn verdicts(kind: Kind, reports: &[(&str, &str)]) -> Vec<&'static str> {
    compared(reports)
        .findings
        .iter()
        .filter(|finding| finding.kind == kind && finding.verdict != Verdict::SingleSource)
        .filter(|finding| kind != Kind::Name || finding.verdict != Verdict::Agrees)
        .map(|finding| finding.verdict.name())
        .collect()
}

#[test]
fn what_is_left_of_two_counts_is_one_thing_counted() {
    let found = verdicts(
        Kind::Quantity,
        &[
            (
                "en",
                "The 21 sailors aboard the ship are well, the owner said.",
            ),
            (
                "en",
                "The 23 hostages aboard the ship are well, the owner said.",
            ),
        ],
    );
    assert_eq!(found, ["diverges"]);
    let fates = verdicts(
        Kind::Quantity,
        &[
            ("en", "The blast killed 21 people."),
            ("en", "The blast injured 23 people."),
        ],
    );
    assert_eq!(fates, [""; 0]);
}

#[test]
fn what_a_sentence_tells_inside_more_is_found_where_others_have_it() {
    let texts = [
        (
            "en",
            "The flood killed 12 people and left 300 families homeless.",
        ),
        (
            "de",
            "Die Flut hat 12 Menschen getötet. Insgesamt wurden 340 Familien obdachlos. \
             Rund 300 Familien wurden obdachlos.",
        ),
    ];
    let reports = reports_at(&["2024-05-01"; 2], &texts);
    let at = |report, sentence| SentenceRef { report, sentence };
    let quantities = |statements: Vec<Statement>| -> Vec<(Option<usize>, &'static str)> {
        let found = differ::compare(reports.clone(), statements).findings;
        let of_kind = found.into_iter().filter(|f| f.kind == Kind::Quantity);
        of_kind.map(|f| (f.statement, f.verdict.name())).collect()
    };
    let whole = || statement(vec![at(0, 0), at(1, 0)], Vec::new());
    let part = |sentence| statement(vec![at(1, sentence)], vec![at(0, 0)]);
    assert_eq!(
        quantities(vec![whole(), part(2)]),
        [(Some(1), "compatible"), (Some(0), "agrees")]
    );
    // What differs beside the only sentence of a statement may be of something else.
    assert_eq!(
        quantities(vec![whole(), part(1)]),
        [
            (Some(0), "single_source"),
            (Some(1), "single_source"),
            (Some(0), "agrees")
        ]
    );
}

#[test]
fn years_are_an_age_beside_one() {
    let found = verdicts(
        Kind::Quantity,
        &[
            ("fr", "La victime est un marchand ambulant de 34 ans."),
            ("en", "The victim is a 43-year-old pedlar."),
        ],
    );
    assert_eq!(found, ["diverges"]);
}

#[test]
fn parts_of_a_toll_do_not_stand_against_the_toll() {
    let by_sex = [
        (
            "en",
            "Two women and one man were shot dead in Westbrook on Friday evening.",
        ),
        (
            "en",
            "Three people were shot dead in Westbrook on Friday night.",
        ),
    ];
    assert!(!verdicts(Kind::Quantity, &by_sex).contains(&"diverges"));
    // How many are the others depends on who is told of before.
    let others = |told| {
        [
            (
                "en",
                "The gunman killed four other people in the village, the sheriff said.",
            ),
            ("en", told),
        ]
    };
    let rest = others(
        "The gunman killed two cousins and three other people in the village, the sheriff said.",
    );
    assert!(!verdicts(Kind::Quantity, &rest).contains(&"diverges"));
    let alike = others("The gunman killed three other people in the village, the sheriff said.");
    assert_eq!(verdicts(Kind::Quantity, &alike), ["diverges"]);
}

#[test]
fn an_age_is_of_somebody_else_where_the_person_is_told_to_be_older() {
    let told = |rest: &'static str| {
        [
            (
                "en",
                "A 30-year-old man stabbed and killed his wife outside a diner in Westbrook, police said.",
            ),
            ("en", rest),
        ]
    };
    let wife = "A man stabbed and killed his wife, Ann Mercer, 31, outside a diner in Westbrook, police said.";
    assert_eq!(verdicts(Kind::Quantity, &told(wife)), ["diverges"]);
    let mut both = told(wife);
    let first = format!("{} Ann Mercer, 31, had sought protection.", both[0].1);
    both[0].1 = &first;
    assert!(!verdicts(Kind::Quantity, &both).contains(&"diverges"));
}

#[test]
fn one_sum_may_be_told_in_two_currencies() {
    let dollars = ("en", "The bridge cost $186 million, the ministry said.");
    let euros = (
        "de",
        "Die Brücke kostete rund 160 Millionen Euro, teilte das Ministerium mit.",
    );
    assert_eq!(verdicts(Kind::Quantity, &[dollars, euros]), ["compatible"]);
    let more = (
        "de",
        "Die Brücke kostete rund 400 Millionen Euro, teilte das Ministerium mit.",
    );
    assert_eq!(verdicts(Kind::Quantity, &[dollars, more]), [""; 0]);
    // Who tells both lends only the one that others have.
    let both = (
        "de",
        "Die Brücke kostete 186 Millionen Dollar (rund 160 Millionen Euro), teilte das Ministerium mit.",
    );
    assert_eq!(verdicts(Kind::Quantity, &[dollars, both]), ["agrees"]);
    // Of two that nobody else has the first.
    let pounds = (
        "en",
        "The bridge cost 140 million pounds, the ministry said.",
    );
    assert_eq!(verdicts(Kind::Quantity, &[pounds, both]), ["compatible"]);
}

#[test]
fn a_bare_number_is_of_the_unit_that_an_equal_one_has() {
    let english = (
        "en",
        "The train was doing 95 mph where the limit is 37 mph, investigators said.",
    );
    let italian = (
        "it",
        "Il treno viaggiava a 153 km/h dove il limite è di 60 km/h, dicono gli inquirenti.",
    );
    let german = (
        "de",
        "Der Zug fuhr mit Tempo 153, wo höchstens Tempo 60 erlaubt ist, sagten die Ermittler.",
    );
    let reports = [english, italian, german];
    assert_eq!(
        verdicts(Kind::Quantity, &reports),
        ["compatible", "compatible"]
    );
}

#[test]
fn a_japanese_name_in_han_is_not_held_against_its_sound() {
    let english = (
        "en",
        "Mayor Hisashi Oyamada visited the farm in Towada on Monday.",
    );
    let japanese = ("ja", "小山田久市長は月曜日、十和田市の農場を訪れた。");
    let of_names = verdicts(Kind::Name, &[english, japanese]);
    assert!(!of_names.contains(&"diverges"), "{of_names:?}");
    let other = (
        "en",
        "Mayor Tobias Wendelin visited the farm in Towada on Monday.",
    );
    assert_eq!(verdicts(Kind::Name, &[english, other]), ["diverges"]);
}

#[test]
fn multiples_are_compared_however_they_are_told() {
    let english = (
        "en",
        "Three times as many people caught the disease as a year before.",
    );
    let japanese = ("ja", "感染者は前の年の3倍に上った。");
    assert_eq!(verdicts(Kind::Quantity, &[english, japanese]), ["agrees"]);
    let other = ("ja", "感染者は前の年の4倍に上った。");
    assert_eq!(verdicts(Kind::Quantity, &[english, other]), ["diverges"]);
}

#[test]
fn a_count_that_grew_is_called_updated() {
    let told = |published: [&str; 2]| {
        let reports = [
            ("en", "The fire killed 27 people, officials said."),
            ("es", "El incendio dejó 29 muertos, según las autoridades."),
        ];
        let found = compared_at(&published, &reports).findings;
        let quantity = found
            .into_iter()
            .find(|f| f.kind == Kind::Quantity)
            .unwrap();
        assert_eq!(quantity.verdict, Verdict::Diverges);
        quantity.explanation
    };
    // 29 an hour later, by the clocks of two places.
    let later = told(["2024-05-01T14:00:00+08:00", "2024-05-01T09:00:00+02:00"]);
    assert_eq!(later, "updated: 27 in r0, 29 in r1");
    let earlier = told(["2024-05-01T14:00:00+08:00", "2024-05-01T07:00:00+02:00"]);
    assert_eq!(earlier, "27 in r0, 29 in r1");
    assert_eq!(told(["2024-05-01", "2024-05-01"]), earlier);
    assert_eq!(told(["2024-05-01", "2024-05-02"]), later);
}

#[test]
fn a_count_that_falls_back_was_not_updated() {
    let told = |last: &str| {
        let reports = [
            ("en", "The landslide killed 12 people, officials said."),
            ("es", "El alud dejó 14 muertos, según las autoridades."),
            ("en", last),
        ];
        let published = ["2024-05-01", "2024-05-02", "2024-05-03"];
        let found = compared_at(&published, &reports).findings;
        let quantity = found.into_iter().find(|f| f.kind == Kind::Quantity);
        let quantity = quantity.unwrap();
        assert_eq!(quantity.verdict, Verdict::Diverges);
        quantity.explanation
    };
    let grown = told("The landslide killed 14 people, officials said.");
    assert_eq!(grown, "updated: 12 in r0, 14 in r1 and r2");
    let back = told("The landslide killed 12 people, officials said.");
    assert_eq!(back, "14 in r1, 12 in r0 and r2");
}

#[test]
fn a_negation_counts_in_one_language() {
    let same = [
        ("en", "The minister did not sign the treaty in Geneva."),
        ("en", "The minister did sign the treaty in Geneva."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &same), ["diverges"]);
}

#[test]
fn names_that_change_places_change_roles() {
    let swapped = [
        ("en", "Iran has offered help to Turkey after the flood."),
        ("en", "Turkey has offered help to Iran after the flood."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &swapped), ["diverges"]);
    let listed = [
        ("en", "Iran and Turkey have agreed on a truce."),
        ("en", "Iran and Turkey have agreed on a truce at last."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &listed), [""; 0]);
}

#[test]
fn another_person_in_the_same_role() {
    let replaced = [
        (
            "en",
            "Spokesman Henry Collins said on Tuesday that talks go on.",
        ),
        (
            "en",
            "Spokesman Walter Briggs said on Tuesday that talks go on.",
        ),
    ];
    assert_eq!(verdicts(Kind::Name, &replaced), ["diverges"]);
    let misspelt = [
        (
            "en",
            "Spokesman Henry Collins said on Tuesday that talks go on.",
        ),
        (
            "en",
            "Spokesman Henry Colins said on Tuesday that talks go on.",
        ),
    ];
    assert_eq!(verdicts(Kind::Name, &misspelt), ["compatible"]);
    let over_scripts = [
        (
            "en",
            "Spokesman Henry Collins said on Tuesday that talks go on.",
        ),
        (
            "ru",
            "Представитель Генри Коллинз заявил во вторник, что переговоры продолжаются.",
        ),
    ];
    assert_eq!(verdicts(Kind::Name, &over_scripts), [""; 0]);
}

#[test]
fn two_persons_in_sentences_of_different_things_share_no_role() {
    let unlike = [
        (
            "en",
            "The director Henry Collins finds that audiences abroad know too little of the films of the north.",
        ),
        ("en", "The film was made by Walter Briggs."),
    ];
    assert_eq!(verdicts(Kind::Name, &unlike), [""; 0]);
    let both_named = [
        ("en", "Henry Collins is married to Walter Briggs."),
        ("en", "Walter Briggs is married to Henry Collins."),
    ];
    assert_eq!(verdicts(Kind::Name, &both_named), [""; 0]);
}

#[test]
fn between_the_same_words_what_differs_excludes() {
    let quantities = |one, other| verdicts(Kind::Quantity, &[("en", one), ("en", other)]);
    let sums = quantities(
        "Bail has been set at $350,000 by the court.",
        "Bail has been set at €350,000 by the court.",
    );
    assert_eq!(sums, ["diverges"]);
    let bounds = quantities(
        "The drought covers more than 40 percent of the province.",
        "The drought covers more than 50 percent of the province.",
    );
    assert_eq!(bounds, ["diverges"]);
    let ordinals = quantities(
        "Hazard scored in the 25th minute of the match.",
        "Hazard scored in the 35th minute of the match.",
    );
    assert_eq!(ordinals, ["diverges"]);
    let elsewhere = quantities(
        "Hazard scored in the 25th minute.",
        "On her 35th birthday she scored.",
    );
    assert_eq!(elsewhere, [""; 0]);
}

#[test]
fn a_person_and_a_place_that_changed_places_are_swapped() {
    let swapped = [
        (
            "en",
            "Walter Briggs praised the meeting that took place in Geneva in June.",
        ),
        (
            "en",
            "Geneva praised the meeting that took place in Walter Briggs in June.",
        ),
    ];
    assert_eq!(verdicts(Kind::Polarity, &swapped), ["diverges"]);
}

#[test]
fn one_finding_for_each_utterance() {
    let two = [
        (
            "en",
            "\"We will rebuild every house in the valley,\" Collins said, and \"the bridge opens in June.\"",
        ),
        (
            "en",
            "\"We will rebuild every house in the valley,\" Collins said, and \"the bridge opens in June.\"",
        ),
    ];
    let found = verdicts(Kind::Quotation, &two);
    assert!(
        !found.is_empty() && found.iter().all(|verdict| *verdict == "agrees"),
        "{found:?}"
    );
    let edited = [
        (
            "en",
            "\"The talks made encouraging progress today,\" Collins said.",
        ),
        (
            "en",
            "\"The talks made positive progress today,\" Collins said.",
        ),
    ];
    assert_eq!(verdicts(Kind::Quotation, &edited), ["diverges"]);
}

#[test]
fn what_two_outlets_quote_of_one_utterance() {
    for (texts, verdict) in [
        // Written out.
        (
            [
                "\"We don't know where the boat is and we're worried,\" Collins said.",
                "\"We do not know where the boat is and we are worried,\" Collins said.",
            ],
            "agrees",
        ),
        // One begins earlier, the other goes on longer.
        (
            [
                "\"Right now, the boat is safe in the old harbour,\" Collins said.",
                "\"The boat is safe in the old harbour with all of its crew,\" Collins said.",
            ],
            "compatible",
        ),
        // The negation goes with what was left out.
        (
            [
                "\"The boat is safe in the old harbour, and we don't expect any storm tonight,\" Collins said.",
                "\"The boat is safe in the old harbour,\" Collins said.",
            ],
            "compatible",
        ),
        // It turns what is left.
        (
            [
                "\"I don't think the boat is safe in the old harbour,\" Collins said.",
                "\"The boat is safe in the old harbour,\" Collins said.",
            ],
            "diverges",
        ),
        // Two speakers of one sentence.
        (
            [
                "\"The boat is safe in the old harbour,\" Joan Collins said.",
                "\"The boat is safe in the old harbour,\" Peter Walsh said.",
            ],
            "diverges",
        ),
        // Two speakers who say two things.
        (
            [
                "\"The boat is safe in the old harbour,\" Joan Collins said.",
                "\"The boat had never been out in such a storm,\" Peter Walsh said.",
            ],
            "compatible",
        ),
    ] {
        let reports = texts.map(|text| ("en", text));
        assert_eq!(verdicts(Kind::Quotation, &reports), [verdict], "{texts:?}");
    }
}

#[test]
fn the_order_of_sentences_changes_no_finding() {
    let one = ("en", "Iran has offered help to Turkey after the flood.");
    let other = ("en", "Turkey has offered help to Iran after the flood.");
    let mut forth = verdicts(Kind::Polarity, &[one, other]);
    let mut back = verdicts(Kind::Polarity, &[other, one]);
    forth.sort_unstable();
    back.sort_unstable();
    assert_eq!(forth, back);
}

#[test]
fn a_reprint_confirms_nothing() {
    let wire = "The ferry left the northern harbour on Monday with forty people aboard in spite of \
        a storm warning that the coast guard had sent out an hour before.";
    let edited = wire.replace("forty", "fifty");
    let own = "Relatives gathered at the pier and asked why nobody had stopped the captain.";
    let found = compared(&[("en", wire), ("en", &edited), ("en", own)]);
    assert_eq!(found.copies, [None, Some(0), None]);
    assert_eq!(found.notes, ["r1: reprints r0"]);
    let found = compared(&[("en", wire), ("en", &edited)]);
    let of = |kind: Kind| found.findings.iter().find(|finding| finding.kind == kind);
    let coverage = of(Kind::Coverage).map(|finding| (finding.verdict, &*finding.explanation));
    let expected = (Verdict::SingleSource, "only in r0, reprinted by r1");
    assert_eq!(coverage, Some(expected));
    // What the reprint changed is still shown.
    assert_eq!(
        of(Kind::Quantity).map(|finding| finding.verdict),
        Some(Verdict::Diverges)
    );
}

/// The divergences of one kind between two English texts of two days.
fn diverging(kind: Kind, published: [&str; 2], texts: [&str; 2]) -> usize {
    let found = compared_at(&published, &texts.map(|text| ("en", text))).findings;
    let diverges = |f: &&differ::Finding| f.kind == kind && f.verdict == Verdict::Diverges;
    found.iter().filter(diverges).count()
}

#[test]
fn numbers_of_two_things_do_not_contradict() {
    let day = ["2024-05-01"; 2];
    let apart = |texts| diverging(Kind::Quantity, day, texts);
    for (texts, count) in [
        (
            [
                "The medics took two officers to the city hospital.",
                "The medics took three people to the city hospital.",
            ],
            0,
        ),
        (
            [
                "The medics took four officers to the city hospital.",
                "The medics took three people to the city hospital.",
            ],
            1,
        ),
        (
            [
                "Bell is charged with two counts of murder in the city.",
                "Bell is charged with one count of robbery in the city.",
            ],
            0,
        ),
        (
            [
                "Bell is charged with two counts of murder in the city.",
                "Bell is charged with three counts of murder in the city.",
            ],
            1,
        ),
        // "The two countries" are those told of before.
        (
            [
                "The ministers of 17 countries spoke of the harbour in the city.",
                "The ministers of the two countries spoke of the harbour in the city.",
            ],
            0,
        ),
        (
            [
                "The ministers of 17 countries spoke of the harbour in the city.",
                "The ministers of 16 countries spoke of the harbour in the city.",
            ],
            1,
        ),
        (
            [
                "A 14-year-old and an 18-year-old were hurt at the party in the park.",
                "A 15-year-old and a 17-year-old were hurt at the party in the park.",
            ],
            0,
        ),
        (
            [
                "The crash killed six people near the city.",
                "The crash killed five people and an unborn child near the city.",
            ],
            0,
        ),
    ] {
        assert_eq!(apart(texts), count, "{texts:?}");
    }
    let aged = [
        "Police say Rob Hale, 35, was driving.",
        "Police say Rob Hale, 36, was driving.",
    ];
    let told = |published| diverging(Kind::Quantity, published, aged);
    assert_eq!(told(["2024-05-01", "2024-05-02"]), 1);
    assert_eq!(told(["2024-01-01", "2024-05-02"]), 0);
    assert_eq!(told(["2024-05-02", "2024-01-01"]), 1);
}

#[test]
fn where_many_agree_on_a_few_one_apart_is_a_slip() {
    let texts = [
        ("en", "Four carriages derailed and two caught fire."),
        ("es", "Cuatro vagones descarrilaron y dos se incendiaron."),
        ("de", "Vier Waggons entgleisten, zwei gerieten in Brand."),
        ("fr", "Quatre voitures ont déraillé et trois ont pris feu."),
    ];
    assert_eq!(verdicts(Kind::Quantity, &texts), ["diverges", "agrees"]);
    // Two reports are too few to tell.
    let two = [texts[0], texts[3]];
    assert_eq!(verdicts(Kind::Quantity, &two), ["agrees"]);
}

#[test]
fn hours_and_reprints_do_not_contradict() {
    for (published, texts, count) in [
        (
            ["2024-05-03", "2024-05-05"],
            [
                "The bridge fell at 9:30 p.m. Thursday near the harbour.",
                "The bridge fell at 9:30 p.m. near the harbour.",
            ],
            0,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell at 9:30 p.m. near the harbour.",
                "The bridge fell at 9:34 p.m. near the harbour.",
            ],
            0,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell at 9:30 p.m. near the harbour.",
                "The bridge fell at 8:10 p.m. near the harbour.",
            ],
            1,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell just before 3 p.m. near the harbour.",
                "The bridge fell about 2:45 p.m. near the harbour.",
            ],
            0,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell after 3 p.m. near the harbour.",
                "The bridge fell about 3:30 p.m. near the harbour.",
            ],
            0,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell before 3 p.m. near the harbour.",
                "The bridge fell about 3:30 p.m. near the harbour.",
            ],
            1,
        ),
        (
            ["2024-05-03"; 2],
            [
                "The bridge fell at 3:05 p.m. near the harbour.",
                "The bridge fell at 2:45 p.m. near the harbour.",
            ],
            1,
        ),
        // When it was written, not when it happened.
        (
            ["2024-05-03"; 2],
            [
                "UPDATE 5:02 p.m.: The mayor says the gunman is in custody near the harbour.",
                "7:10 p.m.: The mayor says the gunman is in custody near the harbour.",
            ],
            0,
        ),
        (
            ["2024-05-03", "2024-05-12"],
            [
                "\u{201c}Yesterday the harbour was full of boats,\u{201d} Shelton said.",
                "\u{201c}Yesterday the harbour was full of boats.\u{201d}",
            ],
            0,
        ),
        (
            ["2024-05-03", "2024-05-05"],
            [
                "She had seen him at the harbour two days ago.",
                "She had seen him at the harbour two days ago.",
            ],
            0,
        ),
    ] {
        assert_eq!(diverging(Kind::Date, published, texts), count, "{texts:?}");
    }
}

/// Who carries the second statement of some reports.
fn second_carried(reports: &[(&str, &str)]) -> Vec<String> {
    let found = compared(reports).findings;
    let of_second = found
        .into_iter()
        .filter(|finding| finding.kind == Kind::Coverage && finding.statement == Some(1));
    of_second.map(|finding| finding.explanation).collect()
}

#[test]
fn what_stands_inside_a_longer_sentence_is_not_left_out() {
    let english = (
        "en",
        "The parliament passed the bill by 178 to 162 votes. Eleven members abstained.",
    );
    let german = (
        "de",
        "Das Parlament hat das Gesetz mit 178 zu 162 Stimmen verabschiedet. Elf Abgeordnete \
         enthielten sich.",
    );
    let carried = |third: &'static str| second_carried(&[english, german, ("de", third)]);
    let inside =
        "Das Parlament hat das Gesetz mit 178 zu 162 Stimmen bei elf Enthaltungen verabschiedet.";
    assert_eq!(carried(inside), ["in all reports"]);
    let other = "Das Parlament hat das Gesetz mit 178 zu 162 Stimmen verabschiedet.";
    assert_eq!(carried(other), ["left out by r2"]);
    let elsewhere = "Das Parlament hat das Gesetz am 11. Mai mit 178 zu 162 Stimmen verabschiedet.";
    assert_eq!(carried(elsewhere), ["left out by r2"]);
}

#[test]
fn what_is_quoted_inside_a_longer_sentence_is_not_left_out() {
    let english = (
        "en",
        "His lawyer said they would appeal within 15 days. \"This is a political verdict,\" he said.",
    );
    let german = (
        "de",
        "Sein Anwalt kündigte Berufung binnen 15 Tagen an. «Das ist ein politisches Urteil», sagte er.",
    );
    let carried = |third: &'static str| second_carried(&[english, german, ("ja", third)]);
    let inside = "弁護人は15日以内に控訴する方針を示し、「政治的な判決だ」と批判した。";
    assert_eq!(carried(inside), ["in all reports"]);
    let other = "弁護人は15日以内に控訴する方針を示し、「準備はできている」と述べた。";
    assert_eq!(carried(other), ["left out by r2"]);
}

#[test]
fn a_claim_of_responsibility_stands_against_none_over_languages() {
    let none = (
        "en",
        "No group has claimed responsibility for the attack in Karsan.",
    );
    let one = ("pt", "A Frente do Norte reivindicou o ataque em Karsan.");
    let none_too = ("it", "Nessun gruppo ha rivendicato l'attentato di Karsan.");
    assert_eq!(verdicts(Kind::Polarity, &[none, one]), ["diverges"]);
    assert_eq!(verdicts(Kind::Polarity, &[none, none_too]), [""; 0]);
}
