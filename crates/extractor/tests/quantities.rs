//! Invariants of quantities over arbitrary text, and over text made of the packs' own words.

use extractor::{Quantity, Value};
use proptest::prelude::*;
use segmenter::{Article, Span};

/// The first-class languages.
fn languages() -> Vec<&'static str> {
    lang::codes()
        .filter(|code| lang::pack(code).is_some_and(|pack| pack.meta.first_class))
        .collect()
}

/// Words of the lists that mentions are read by, with digits and marks between.
fn pieces(code: &str) -> Vec<String> {
    let mut pieces: Vec<String> = [
        "1", "12", "1.234", "1,234", "1 234", "2.5", "٣٫٥", "२५", "９", "-", "–", "%", "$", "(",
        ")", ".", ",", ":", "/", "½", "\u{202e}", "1999", "007",
    ]
    .map(str::to_owned)
    .into();
    if let Some(pack) = lang::pack(code) {
        for (table, column) in [
            ("numbers", 2),
            ("units", 3),
            ("approximations", 2),
            ("counted", 1),
            // What reads names, dates and speakers must hold wherever such a word stands, at the
            // end of the text above all.
            ("attributions", 0),
            ("clause_words", 0),
            ("date_words", 0),
            ("given_names", 0),
            ("known_names", 0),
            ("name_particles", 0),
            ("named_things", 0),
            ("organisations", 0),
            ("places", 0),
            ("pronouns", 0),
            ("sources", 0),
            ("speech_verbs", 0),
            ("territories", 0),
            ("titles", 0),
        ] {
            for row in pack.rows(table) {
                pieces.extend(row.column(column).split(", ").map(str::to_owned));
            }
        }
    }
    pieces
}

fn quantities(code: &str, text: &str) -> Vec<(Span, Quantity)> {
    let mut article = Article::new("a", text);
    article.language = Some(code.to_owned());
    extractor::extract(&segmenter::segment(article))
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Quantity(quantity) => Some((mention.span, quantity)),
            _ => None,
        })
        .collect()
}

fn holds(code: &str, text: &str) -> Result<(), TestCaseError> {
    let found = quantities(code, text);
    let mut end = 0;
    for (span, quantity) in &found {
        prop_assert!(span.start >= end, "quantities overlap in {text:?}");
        end = span.end;
        let spans = [
            Some(*span),
            quantity.unit.as_ref().map(|unit| unit.span),
            quantity.noun.as_ref().map(|noun| noun.span),
        ];
        for span in spans.into_iter().flatten() {
            prop_assert!(
                text.get(span.start..span.end)
                    .is_some_and(|s| !s.is_empty())
            );
        }
        let ends = [quantity.value, quantity.low, quantity.high];
        prop_assert!(ends.iter().any(Option::is_some), "no value in {text:?}");
        if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
            prop_assert!(low <= high, "{low} > {high} in {text:?}");
        }
    }
    prop_assert_eq!(found, quantities(code, text));
    Ok(())
}

#[test]
fn odd_numbers_hold() {
    for text in [
        "",
        "-",
        "9".repeat(400).as_str(),
        "1.2.3.4.5",
        "一".repeat(90).as_str(),
        "million ".repeat(30).as_str(),
        "٣٬٤٥٦٫٧",
    ] {
        for code in lang::codes() {
            holds(code, text).expect(code);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_holds(text in any::<String>(), pick in 0..100_usize) {
        let languages = languages();
        holds(languages[pick % languages.len()], &text)?;
    }

    #[test]
    fn words_of_the_packs_hold(
        pick in 0..100_usize,
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..40),
    ) {
        let languages = languages();
        let code = languages[pick % languages.len()];
        let pieces = pieces(code);
        let mut text = String::new();
        for (pick, space) in picks {
            text.push_str(pick.get(pieces.as_slice()).as_str());
            if space {
                text.push(' ');
            }
        }
        holds(code, &text)?;
    }

    /// Digits of every script between separators, signs, brackets and marks of direction.
    #[test]
    fn digits_and_separators_hold(pick in 0..100_usize, text in "[0-9٠-٩۰-۹०-९０-９.,٫٬،，' \u{a0}\u{202f}\u{200f}\u{202a}\u{202c}:/%$€°²()~+–-]{0,60}") {
        let languages = languages();
        holds(languages[pick % languages.len()], &text)?;
    }

    /// A whole number printed with the language's own separator of thousands reads back exactly,
    /// and so does one with the language's decimal separator.
    #[test]
    fn printed_numbers_read_back(value in 1000..999_999_999_u64, part in 1..9_u32) {
        for code in languages() {
            let meta = &lang::pack(code).expect("it is listed").meta;
            let digits = value.to_string();
            let mut printed = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    printed.extend(meta.group.first());
                }
                printed.push(digit);
            }
            let printed = format!("{printed}{}{part} %", meta.decimal);
            let found = quantities(code, &printed);
            let expected: rust_decimal::Decimal = format!("{value}.{part}").parse().expect("decimal");
            prop_assert_eq!(found.len(), 1, "{} {}", code, printed);
            prop_assert_eq!(found[0].1.value, Some(expected), "{} {}", code, printed);
        }
    }
}

/// Hostile input costs no more than its length: a second is far beyond what these need.
#[test]
fn long_runs_stay_cheap() {
    let runs = [
        "one ".repeat(8_000),
        "1 and ".repeat(8_000),
        "1-".repeat(15_000),
        "million ".repeat(5_000),
        "一又".repeat(8_000),
        "9".repeat(20_000),
        "1.".repeat(20_000),
        "between ".repeat(5_000),
    ];
    for code in ["en", "zh", "de", "ar"] {
        for run in &runs {
            let start = std::time::Instant::now();
            quantities(code, run);
            assert!(
                start.elapsed().as_secs() < 20,
                "{code}: {:?}… takes too long",
                run.get(..12)
            );
        }
    }
}
