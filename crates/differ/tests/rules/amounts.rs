//! The rules of amounts and times.

use super::*;

fn quantities(reports: &[(&str, &str)]) -> Vec<&'static str> {
    verdicts(Kind::Quantity, reports)
}

fn dates(reports: &[(&str, &str)]) -> Vec<&'static str> {
    verdicts(Kind::Date, reports)
}

/// How many findings of a kind there are, those of one report among them.
fn count(kind: Kind, reports: &[(&str, &str)]) -> usize {
    let found = compared(reports).findings;
    found.iter().filter(|finding| finding.kind == kind).count()
}

#[test]
fn a_sum_told_in_two_currencies_is_one() {
    let home = (
        "de",
        "Der Verein zahlt 60.000 Dollar Strafe, etwa 52.000 Euro.",
    );
    let abroad = ("ko", "구단은 벌금 6만 달러를 낸다.");
    let other = ("fr", "Le club paiera une amende de 51.000 euros.");
    assert_eq!(count(Kind::Quantity, &[home, abroad, other]), 1);
    // Where all print one currency, what one report converts it to is its own.
    assert_eq!(count(Kind::Quantity, &[home, abroad]), 2);
}

#[test]
fn one_figure_in_two_currencies_is_a_slip() {
    let dollars = ("en", "A judge set his bail at $350,000 on Monday.");
    let verdicts = |other: &str| super::verdicts(Kind::Quantity, &[dollars, ("fr", other)]);
    assert_eq!(
        verdicts("Un juge a fixé lundi sa caution à 350 000 euros."),
        ["diverges"]
    );
    assert_eq!(
        verdicts("Un juge a fixé lundi sa caution à 310 000 euros."),
        ["compatible"]
    );
}

#[test]
fn a_million_in_place_of_a_billion_is_a_slip() {
    let million = ("en", "The chain was sold to a rival for £125 million.");
    let billion = (
        "it",
        "La catena è stata venduta a una rivale per 125 miliardi di sterline.",
    );
    let found = super::verdicts(Kind::Quantity, &[million, billion]);
    assert_eq!(found, ["diverges"]);
}

#[test]
fn a_time_told_by_two_clocks_is_one() {
    let local = ("it", "La messa è cominciata alle 10.");
    let both = ("ko", "미사는 오전 10시(한국시간 오후 4시)에 시작됐다.");
    assert_eq!(dates(&[local, both]), ["compatible"]);
    assert_eq!(count(Kind::Date, &[local, both]), 1);
}

#[test]
fn two_clocks_are_named() {
    let published = ["2024-05-01T12:00:00+02:00", "2024-05-01T12:00:00+01:00"];
    let found = |later: &str| {
        let texts = [("fr", "Le couvre-feu commence à 21 heures."), ("en", later)];
        let comparison = compared_at(&published, &texts);
        let date = comparison
            .findings
            .into_iter()
            .find(|f| f.kind == Kind::Date);
        date.map(|finding| finding.verdict)
    };
    assert_eq!(
        found("The curfew begins at 8 p.m."),
        Some(Verdict::Diverges)
    );
    assert_eq!(
        found("The curfew begins at 8 p.m. BST."),
        Some(Verdict::Compatible)
    );
}

#[test]
fn a_time_may_lie_right_beside_a_part_of_the_day() {
    let seven = ("de", "Das Flugzeug startete am 29. April um 19.30 Uhr.");
    let afternoon = ("es", "El avión despegó la tarde del 29 de abril.");
    assert_eq!(dates(&[seven, afternoon]), ["compatible"]);
    let morning = ("de", "Das Flugzeug startete am 29. April um 9.30 Uhr.");
    assert_eq!(dates(&[morning, afternoon]), ["diverges"]);
    let after_midnight = ("de", "Das Flugzeug startete am 30. April um 1.15 Uhr.");
    let night = ("en", "The plane took off on Monday night.");
    assert_eq!(dates(&[after_midnight, night]), ["compatible"]);
}

#[test]
fn a_whole_does_not_answer_its_part() {
    let parts = (
        "en",
        "Five soldiers and two civilians were killed in the clash.",
    );
    let whole = ("de", "Bei dem Gefecht wurden sieben Menschen getötet.");
    assert_eq!(quantities(&[parts, whole]), [""; 0]);
    let others = ("de", "Bei dem Gefecht wurden acht Menschen getötet.");
    assert_eq!(quantities(&[parts, others]).len(), 1);
}

#[test]
fn a_slip_parts_figures_of_one_unit() {
    let low = ("de", "In der Probe waren 0,08 Gramm.");
    let high = ("en", "The sample held 0.8 grams.");
    assert_eq!(quantities(&[low, high]), ["diverges"]);
}

#[test]
fn dozens_are_many_numbers() {
    let dozens = ("en", "Dozens of flights were cancelled.");
    assert_eq!(
        quantities(&[dozens, ("de", "Insgesamt 38 Flüge wurden gestrichen.")]),
        ["compatible"]
    );
    assert_eq!(
        quantities(&[dozens, ("de", "Insgesamt 300 Flüge wurden gestrichen.")]),
        [""; 0]
    );
}

#[test]
fn a_dozen_is_about_twelve() {
    let dozen = ("fr", "Une douzaine de magasins ont été fouillés.");
    assert_eq!(
        quantities(&[dozen, ("de", "Elf Läden wurden durchsucht.")]),
        ["compatible"]
    );
}

#[test]
fn a_number_is_of_the_name_beside_it() {
    let both = ("en", "Turnout was 62% in Berlin and 48% in Hamburg.");
    let one = ("de", "In Berlin lag die Beteiligung bei 52 Prozent.");
    let found = compared(&[both, one]).findings;
    let diverging = found.iter().find(|f| f.verdict == Verdict::Diverges);
    assert_eq!(
        diverging.map(|f| f.explanation.clone()),
        Some("62% in r0, 52% in r1".to_owned())
    );
}

#[test]
fn organisers_and_police_count_apart() {
    let organisers = (
        "fr",
        "Quelque 40.000 personnes ont défilé, selon les organisateurs.",
    );
    let police = ("de", "Nach Angaben der Polizei kamen 30.000 Menschen.");
    assert_eq!(quantities(&[organisers, police]), [""; 0]);
    let more = ("de", "Nach Angaben der Veranstalter kamen 50.000 Menschen.");
    assert_eq!(quantities(&[organisers, more]), ["diverges"]);
}

#[test]
fn a_count_is_of_the_day_of_its_report() {
    let published = ["2024-04-29", "2024-04-30"];
    let texts = [
        (
            "de",
            "Am Montagabend waren erst sechs Kliniken wieder am Netz.",
        ),
        ("en", "By Tuesday nine hospitals were back online."),
    ];
    let found = compared_at(&published, &texts).findings;
    let date = found.iter().find(|f| f.kind == Kind::Date);
    assert_eq!(date.map(|f| f.verdict), Some(Verdict::Compatible));
}
