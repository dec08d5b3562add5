//! The worked examples of every pack.

use super::*;
use crate::{Approximation, Quantity};
use segmenter::Article;

/// `value`, `low..high` or `>value`, with `~` for about, `#` for an ordinal, then unit and
/// class: `>=34535 killed`, `~2500000 USD`.
fn show(quantity: &Quantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        (None, Some(low), None) => format!("{low}.."),
        (None, None, Some(high)) => format!("..{high}"),
        (None, None, None) => "?".to_owned(),
        (Some(value), _, _) => {
            let sign = match quantity.approximation {
                Approximation::About => "~",
                Approximation::AtLeast => ">=",
                Approximation::MoreThan => ">",
                Approximation::AtMost => "<=",
                Approximation::LessThan => "<",
                Approximation::UpTo => "^",
                _ => "",
            };
            format!("{sign}{value}")
        }
    };
    let mut parts = vec![number];
    if quantity.ordinal {
        parts.push("#".to_owned());
    }
    parts.extend(quantity.unit.as_ref().map(|unit| unit.id.clone()));
    parts.extend(quantity.noun.as_ref().and_then(|noun| noun.class.clone()));
    parts.join(" ")
}

fn quantities(language: &str, text: &str) -> String {
    let mut article = Article::new("case", text);
    article.language = Some(language.to_owned());
    let document = segmenter::segment(article);
    let mut reader = Reader::new(&document);
    let found: Vec<String> = (0..document.sentences.len())
        .flat_map(|sentence| {
            reader.spelled(sentence);
            reader.quantities(&[])
        })
        .filter_map(|mention| match mention.value {
            Value::Quantity(quantity) => Some(show(&quantity)),
            _ => None,
        })
        .collect();
    found.join(" | ")
}

#[test]
fn the_worked_examples_of_every_pack() {
    let mut wrong = Vec::new();
    for code in lang::codes() {
        let Some(pack) = lang::pack(code) else {
            continue;
        };
        for row in pack.rows("cases_quantities") {
            let found = quantities(code, row.column(0));
            if found != row.column(1) {
                wrong.push(format!(
                    "{code}: {}\n  read {found}\n  not  {}",
                    row.column(0),
                    row.column(1)
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn any_text_gives_a_result() {
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
            quantities(code, text);
        }
    }
}
