//! A negation that one of two reports in two languages has.

use super::{reports_at, statement};
use aligner::SentenceRef;
use differ::{Kind, Verdict};

/// How many findings of polarity diverge in two sentences that say one thing with a likelihood.
fn contrary(score: f32, texts: [(&str, &str); 2]) -> usize {
    let reports = reports_at(&["2024-05-01"; 2], &texts);
    let sentences = [0, 1].map(|report| SentenceRef {
        report,
        sentence: 0,
    });
    let mut statement = statement(sentences.to_vec(), Vec::new());
    statement.score = score;
    let found = differ::compare(reports, vec![statement]).findings;
    found
        .iter()
        .filter(|f| f.kind == Kind::Polarity && f.verdict == Verdict::Diverges)
        .count()
}

#[test]
fn a_plain_negation_turns_the_same_claim_in_another_language() {
    let negated = (
        "en",
        "The minister did not sign the agreement with the miners on Tuesday.\n",
    );
    let affirmed = (
        "es",
        "El ministro firmó el acuerdo con los mineros el martes.\n",
    );
    assert_eq!(contrary(0.99, [negated, affirmed]), 1);
    // Two sentences that may say two things prove nothing.
    assert_eq!(contrary(0.8, [negated, affirmed]), 0);
    let affirmed = (
        "fr",
        "Le ministre a signé l'accord avec les mineurs mardi.\n",
    );
    assert_eq!(contrary(0.99, [negated, affirmed]), 1);
    let also = (
        "fr",
        "Le ministre n'a pas signé l'accord avec les mineurs mardi.\n",
    );
    assert_eq!(contrary(0.99, [negated, also]), 0);
    let english = (
        "en",
        "The minister signed the agreement with the miners on Tuesday.\n",
    );
    assert_eq!(contrary(0.99, [english, also]), 1);
}

#[test]
fn what_another_language_says_without_a_negation_stands_against_none() {
    for texts in [
        [
            ("en", "The minister did not sign all of the agreement.\n"),
            (
                "de",
                "Der Minister hat das Abkommen nur zum Teil unterschrieben.\n",
            ),
        ],
        [
            ("ru", "Это было не легко для министра.\n"),
            ("en", "It was hardly easy for the minister.\n"),
        ],
        [
            ("en", "Why did the minister not sign the agreement?\n"),
            ("es", "El ministro firmó el acuerdo.\n"),
        ],
        // Nobody listed what negates in Danish.
        [
            ("en", "The minister did not sign the agreement.\n"),
            ("da", "Ministeren undlod at underskrive aftalen.\n"),
        ],
    ] {
        assert_eq!(contrary(0.99, texts), 0, "{texts:?}");
    }
}
