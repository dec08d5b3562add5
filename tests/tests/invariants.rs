//! The invariants of `docs/architecture.md` over the whole pipeline, on arbitrary text.

use parallax::{Article, Comparison, Options};
use proptest::prelude::*;

/// Text as hostile as it comes, and text that looks like news.
fn text() -> impl Strategy<Value = String> {
    let hostile = proptest::collection::vec(any::<char>(), 0..200)
        .prop_map(|characters| characters.into_iter().collect::<String>());
    let pieces = prop::sample::select(vec![
        "Police said 12 people died on Tuesday. ",
        "“We will not stop,” said Ana Ruiz, the minister. ",
        "О погибших сообщили 3 мая. ",
        "他说，约有250万人。",
        "وقال لين جيان إن 34,535 شخصا قتلوا. ",
        "„Nein“, sagte er am 3. Mai 2024. ",
        "१२ लाख लोग ",
        "\u{202e}",
        "\r\n\n",
        "「",
        "9999999999999999999999999999999999999 ",
        "1e400 -0.000000000000000000000000000001% ",
        "\u{0}\u{feff}",
        "«",
        "\"",
    ]);
    let newsy = proptest::collection::vec(pieces, 0..20).prop_map(|pieces| pieces.concat());
    prop_oneof![hostile, newsy]
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    proptest::collection::vec(
        (text(), prop::option::of(text()), prop::option::of(text())),
        0..4,
    )
    .prop_map(|texts| {
        let article = |(index, (text, published, language)): (usize, (String, _, _))| Article {
            published,
            language,
            ..Article::new(format!("a{index}"), text)
        };
        texts.into_iter().enumerate().map(article).collect()
    })
}

fn holds(comparison: &Comparison) -> Result<(), TestCaseError> {
    for report in &comparison.reports {
        let text = &report.document.article.text;
        let mut covered = 0;
        for sentence in &report.document.sentences {
            prop_assert!(text.get(sentence.span.start..sentence.span.end).is_some());
            prop_assert!(sentence.span.start >= covered, "sentences overlap");
            let between = text.get(covered..sentence.span.start).unwrap_or("?");
            prop_assert!(
                between.trim().is_empty(),
                "text is lost between sentences: {between:?}"
            );
            covered = sentence.span.end;
        }
        prop_assert!(
            text.get(covered..).unwrap_or("?").trim().is_empty(),
            "text is lost at the end"
        );
        for mention in &report.mentions {
            prop_assert!(text.get(mention.span.start..mention.span.end).is_some());
            prop_assert!(mention.sentence < report.document.sentences.len());
        }
    }
    for (index, report) in comparison.reports.iter().enumerate() {
        for sentence in 0..report.document.sentences.len() {
            let at = parallax::SentenceRef {
                report: index,
                sentence,
            };
            let of = comparison
                .statements
                .iter()
                .filter(|s| s.sentences.contains(&at))
                .count();
            prop_assert_eq!(of, 1, "every sentence is in one statement");
        }
    }
    for finding in &comparison.findings {
        prop_assert!(!finding.evidence.is_empty(), "a finding without evidence");
        prop_assert!(
            (0.0..=1.0).contains(&finding.confidence),
            "{}",
            finding.confidence
        );
        for evidence in &finding.evidence {
            let text = &comparison.reports[evidence.at.report].document.article.text;
            let words = text.get(evidence.span.start..evidence.span.end);
            prop_assert!(words.is_some_and(|words| !words.is_empty()));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Invariants 2, 3 and 4: any text gives a result, nothing is lost, evidence is a span.
    #[test]
    fn any_articles_give_a_sound_comparison(articles in articles()) {
        holds(&parallax::compare(&articles, &Options::default()))?;
    }

    /// Invariants 5 and 9: the order of the articles changes nothing.
    #[test]
    fn the_order_of_articles_changes_nothing(articles in articles()) {
        let mut turned = articles.clone();
        turned.reverse();
        let options = Options::default();
        prop_assert_eq!(parallax::compare(&articles, &options), parallax::compare(&turned, &options));
    }
}
