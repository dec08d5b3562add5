//! What holds for any texts: every sentence in one statement, no order of reports that matters,
//! beads inside the texts.

use aligner::{Mode, Report, SentenceRef, Text, align, statements};
use proptest::prelude::*;
use segmenter::Article;

fn report(id: usize, text: &str) -> Report {
    let document = segmenter::segment(Article::new(format!("article-{id}"), text));
    let mentions = extractor::extract(&document);
    Report { document, mentions }
}

/// Sentences that share enough to be linked, in three languages, with noise between.
fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("The earthquake killed 1,139 people in Malatya.".to_owned()),
        Just("Das Erdbeben in Malatya tötete 1.139 Menschen.".to_owned()),
        Just("在马拉蒂亚，地震造成1139人死亡。".to_owned()),
        Just("About 120 buildings collapsed near the dam.".to_owned()),
        Just("Etwa 120 Gebäude stürzten nahe dem Staudamm ein.".to_owned()),
        "\\PC{0,30}",
    ]
}

fn articles() -> impl Strategy<Value = Vec<String>> {
    let article = prop::collection::vec(sentence(), 0..6).prop_map(|lines| lines.join("\n"));
    prop::collection::vec(article, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_sentence_is_in_one_statement(texts in articles()) {
        let reports: Vec<Report> = texts.iter().enumerate().map(|(i, t)| report(i, t)).collect();
        let mut seen: Vec<SentenceRef> = statements(&reports, encoder::builtin())
            .into_iter()
            .inspect(|statement| assert!((0.0..=1.0).contains(&statement.score)))
            .flat_map(|statement| statement.sentences)
            .collect();
        seen.sort_unstable();
        let all: Vec<SentenceRef> = reports
            .iter()
            .enumerate()
            .flat_map(|(report, r)| {
                (0..r.document.sentences.len())
                    .map(move |sentence| SentenceRef { report, sentence })
            })
            .collect();
        prop_assert_eq!(seen, all);
    }

    #[test]
    fn the_order_of_reports_changes_only_indexes(texts in articles()) {
        let reports: Vec<Report> = texts.iter().enumerate().map(|(i, t)| report(i, t)).collect();
        let turned: Vec<Report> = reports.iter().rev().cloned().collect();
        let forth = statements(&reports, encoder::builtin());
        let mut back = statements(&turned, encoder::builtin());
        for statement in &mut back {
            for sentences in [&mut statement.sentences, &mut statement.as_well] {
                for at in sentences.iter_mut() {
                    at.report = reports.len() - 1 - at.report;
                }
                sentences.sort_unstable();
            }
            for near in &mut statement.nearest {
                near.at.report = reports.len() - 1 - near.at.report;
            }
            statement.nearest.sort_unstable_by_key(|near| near.at);
        }
        back.sort_by(|a, b| a.sentences.cmp(&b.sentences));
        prop_assert_eq!(forth, back);
    }

    #[test]
    fn beads_stay_inside_the_texts_and_use_a_sentence_once(
        left in prop::collection::vec(sentence(), 0..12),
        right in prop::collection::vec(sentence(), 0..12),
    ) {
        let texts = [&left, &right].map(|lines| Text::of_lines(lines, "und", encoder::builtin()));
        for mode in [None, Some(Mode::Monotone), Some(Mode::Free)] {
            let beads = align(&texts[0], &texts[1], mode).beads;
            let mut lefts: Vec<usize> = beads.iter().flat_map(|b| b.left.clone()).collect();
            let mut rights: Vec<usize> = beads.iter().flat_map(|b| b.right.clone()).collect();
            let (used_left, used_right) = (lefts.len(), rights.len());
            lefts.sort_unstable();
            lefts.dedup();
            rights.sort_unstable();
            rights.dedup();
            prop_assert_eq!((lefts.len(), rights.len()), (used_left, used_right));
            prop_assert!(lefts.iter().all(|at| *at < left.len()));
            prop_assert!(rights.iter().all(|at| *at < right.len()));
        }
    }
}

#[test]
fn reports_of_nothing_in_common_share_no_statement() {
    let reports = [
        report(
            0,
            "The central bank cut its key rate to 3.5 percent.\nBond yields fell.",
        ),
        report(
            1,
            "A ferry sank off the coast in a storm.\nDivers searched for the crew.",
        ),
    ];
    for statement in statements(&reports, encoder::builtin()) {
        assert_eq!(statement.sentences.len(), 1);
    }
}

#[test]
fn what_all_of_many_reports_say_is_one_statement() {
    let words = "The bridge over the Kara collapsed at dawn.\nTwelve lorries fell into the river.\n\
                 Divers found no bodies.";
    let reports: Vec<_> = (0..40).map(|id| report(id, words)).collect();
    let sizes: Vec<usize> = statements(&reports, encoder::builtin())
        .iter()
        .map(|statement| statement.sentences.len())
        .collect();
    assert_eq!(sizes, [40, 40, 40]);
}
