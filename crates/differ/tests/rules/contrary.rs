//! Denials, and a negation that one of two reports in two languages has.

use super::{compared, reports_at, statement, verdicts};
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
fn a_word_that_both_sentences_have_says_no_negation() {
    let negated = (
        "en",
        "The only hospital of the island will not close before the winter, the minister said.\n",
    );
    let affirmed = (
        "es",
        "El único hospital de la isla cerrará antes del invierno, dijo el ministro.\n",
    );
    assert_eq!(contrary(0.99, [negated, affirmed]), 1);
}

#[test]
fn an_exceptive_behind_a_negation_says_only() {
    let negated = ("ar", "لم يسبق سوى مرتين أن فاز الفريق بالكأس على أرضه.\n");
    let affirmed = ("en", "The team has won the cup at home twice before.\n");
    assert_eq!(contrary(0.99, [negated, affirmed]), 0);
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
        [
            (
                "en",
                "Sending federal agents to the city is not unprecedented.\n",
            ),
            (
                "es",
                "Enviar agentes federales a la ciudad tiene precedentes.\n",
            ),
        ],
        [
            (
                "pt",
                "A mudança do nome não é mais do que o preço da adesão.\n",
            ),
            (
                "en",
                "The change of the name is simply the price of joining.\n",
            ),
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

#[test]
fn a_denial_stands_against_who_affirms() {
    let denied = [
        ("en", "The company denied that it will cut 600 jobs."),
        ("de", "Das Unternehmen streicht 600 Stellen."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &denied), ["diverges"]);
    let owned_up_to = [
        (
            "en",
            "The shipping line denied a report that the sprinkler system had failed an inspection.",
        ),
        (
            "es",
            "La naviera reconoció que los rociadores no habían superado una inspección.",
        ),
    ];
    assert_eq!(verdicts(Kind::Polarity, &owned_up_to), ["diverges"]);
    let turned_down = [
        ("en", "The company rejected the plan to cut 600 jobs."),
        (
            "de",
            "Das Unternehmen stimmte dem Plan, 600 Stellen zu streichen, nicht zu.",
        ),
    ];
    assert_eq!(verdicts(Kind::Polarity, &turned_down), [""; 0]);
    let of_another_thing = [
        (
            "en",
            "The governor welcomed the closing of the air base near the coast, although the embassy denies that it puts pressure on its neighbours.",
        ),
        ("en", "The air base near the coast closes."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &of_another_thing), [""; 0]);
    let behind_an_apposition = [
        (
            "en",
            "He is the third member of the cabinet to leave in twelve months; the office of Anna Weiss, the prime minister, denied that she had told him to resign.",
        ),
        (
            "de",
            "Die Ministerpräsidentin hatte ihn am Vortag zum Rücktritt aufgefordert.",
        ),
    ];
    assert_eq!(
        verdicts(Kind::Polarity, &behind_an_apposition),
        ["diverges"]
    );
    let kept_out = [
        ("en", "Marsh was denied by the goalkeeper twice."),
        ("de", "Marsh scheiterte zweimal am Torwart."),
    ];
    assert_eq!(verdicts(Kind::Polarity, &kept_out), [""; 0]);
}

#[test]
fn who_does_not_deny_stands_against_those_who_do() {
    let denials = [
        (
            "en",
            "The minister denied that he had known of the leak at the plant.",
        ),
        (
            "de",
            "Der Minister bestritt, von dem Leck im Werk gewusst zu haben.",
        ),
    ];
    for silent in [
        (
            "fr",
            "Le ministre n'a pas démenti qu'il connaissait la fuite à l'usine.",
        ),
        (
            "es",
            "El ministro no negó que conocía la fuga en la planta.",
        ),
        (
            "ru",
            "Министр не стал отрицать, что знал об утечке на заводе.",
        ),
        (
            "it",
            "Il ministro non ha smentito di sapere della perdita nell'impianto.",
        ),
    ] {
        let told = [denials[0], denials[1], silent];
        assert_eq!(verdicts(Kind::Polarity, &told), ["diverges"], "{silent:?}");
        let found = compared(&told).findings;
        let polarity = found.iter().find(|f| f.kind == Kind::Polarity);
        let values = polarity.iter().flat_map(|f| f.evidence.iter());
        let values: Vec<&str> = values.map(|evidence| evidence.value.as_str()).collect();
        assert_eq!(values, ["denied", "denied", "not denied"], "{silent:?}");
    }
    let neither = (
        "fr",
        "Le ministre n'a ni confirmé ni démenti qu'il connaissait la fuite à l'usine.",
    );
    let told = [denials[0], denials[1], neither];
    assert_eq!(verdicts(Kind::Polarity, &told), [""; 0]);
}
