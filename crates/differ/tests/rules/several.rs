//! What is decided by how many reports say it.

use super::{compared, verdicts};
use differ::{Kind, Verdict};

/// The explanations of the divergences of one kind.
fn told(kind: Kind, reports: &[(&str, &str)]) -> Vec<String> {
    let found = compared(reports).findings.into_iter();
    found
        .filter(|finding| finding.kind == kind && finding.verdict == Verdict::Diverges)
        .map(|finding| finding.explanation)
        .collect()
}

#[test]
fn one_report_alone_negates_what_the_others_affirm() {
    let reports = [
        ("en", "The mill passed a safety check in January."),
        ("de", "Die Mühle bestand im Januar eine Sicherheitsprüfung."),
        (
            "fr",
            "Le moulin a passé un contrôle de sécurité en janvier.",
        ),
        ("ru", "В январе проверку безопасности мельница не прошла."),
    ];
    assert_eq!(
        told(Kind::Polarity, &reports),
        ["negated in r3, affirmed in the other three"]
    );
    // Of two reports in two languages nothing is said.
    assert!(told(Kind::Polarity, &[reports[0], reports[3]]).is_empty());
}

#[test]
fn one_report_alone_affirms_what_the_others_negate() {
    let found = told(
        Kind::Polarity,
        &[
            ("en", "The union has not called a strike."),
            (
                "de",
                "Zu einem Streik hat die Gewerkschaft nicht aufgerufen.",
            ),
            ("fr", "Le syndicat n'a pas appelé à la grève."),
            ("es", "El sindicato ha convocado una huelga."),
        ],
    );
    assert_eq!(found, ["affirmed in r3, negated in the other three"]);
}

#[test]
fn what_only_looks_like_a_negation_affirms_nothing() {
    let found = told(
        Kind::Polarity,
        &[
            ("en", "The flood was not only a misfortune."),
            ("de", "Die Flut war kein Unglück."),
            ("fr", "La crue n'était pas un malheur."),
            ("es", "La riada no fue una desgracia."),
        ],
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn one_report_states_what_the_others_suspect() {
    let found = told(
        Kind::Polarity,
        &[
            ("en", "Police suspect the clerk of forging the receipts."),
            (
                "de",
                "Die Polizei verdächtigt den Buchhalter, die Belege gefälscht zu haben.",
            ),
            (
                "es",
                "La policía sospecha que el contable falsificó los recibos.",
            ),
            ("fr", "Le comptable a falsifié les reçus."),
        ],
    );
    assert_eq!(
        found,
        ["stated as a fact in r3, said to be possible in the other three"]
    );
}

#[test]
fn another_is_convicted_and_another_acquitted() {
    let found = told(
        Kind::Polarity,
        &[
            (
                "en",
                "Karl Brandt was convicted of fraud and Ines Falk was acquitted.",
            ),
            (
                "de",
                "Karl Brandt wurde wegen Betrugs verurteilt, Ines Falk wurde freigesprochen.",
            ),
            (
                "es",
                "Ines Falk fue condenada por fraude y Karl Brandt quedó absuelto.",
            ),
        ],
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_negation_further_off_leaves_open_what_it_turns() {
    let found = told(
        Kind::Polarity,
        &[
            ("en", "The passengers of the ferry were not injured."),
            (
                "pt",
                "Nenhum dos passageiros do ferry da manhã ficou ferido.",
            ),
        ],
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn places_in_other_places_play_no_part() {
    let found = told(
        Kind::Polarity,
        &[
            (
                "de",
                "Ein Erdbeben hat die Stadt Lindau in Deutschland am Morgen schwer erschüttert.",
            ),
            (
                "tr",
                "Almanya'nın güneyindeki Lindau kentini sabah saatlerinde şiddetli bir deprem sarstı.",
            ),
        ],
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn one_surname_with_two_given_names() {
    let found = |odd: &str| {
        let odd = format!("Professor {odd} hat die Zahlen am Montag geprüft.");
        told(
            Kind::Name,
            &[
                (
                    "en",
                    "Professor Grace Holloway checked the figures on Monday.",
                ),
                (
                    "fr",
                    "Le professeur Grace Holloway a vérifié les chiffres lundi.",
                ),
                ("de", odd.as_str()),
            ],
        )
    };
    assert_eq!(
        found("Ruth Holloway"),
        ["two first names: Ruth Holloway in r2, Grace Holloway in r0 and r1"]
    );
    assert!(found("G. Holloway").is_empty());
}

#[test]
fn languages_transcribe_by_their_own_rules() {
    let found = verdicts(
        Kind::Name,
        &[
            (
                "en",
                "Professor Youssef Karam checked the figures on Monday.",
            ),
            (
                "tr",
                "Profesör Yusuf Karam rakamları pazartesi günü inceledi.",
            ),
        ],
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn one_quotation_alone_drops_a_negation() {
    let rest = [
        (
            "en",
            "\"We did not ignore any warning,\" the director said.",
        ),
        (
            "it",
            "«Non abbiamo ignorato nessun avvertimento», ha detto il direttore.",
        ),
        ("pt", "«Não ignorámos nenhum aviso», disse o diretor."),
    ];
    let with = |odd: &'static str| {
        let mut all = rest.to_vec();
        all.push(("es", odd));
        told(Kind::Quotation, &all)
    };
    let turned = with("«Hemos ignorado todos los avisos», dijo el director.");
    assert_eq!(turned.len(), 1, "{turned:?}");
    assert!(
        turned
            .iter()
            .all(|told| told.contains("leaves out a negation"))
    );
    assert!(with("«No hemos ignorado ningún aviso», dijo el director.").is_empty());
}
