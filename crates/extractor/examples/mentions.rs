//! Prints quantities, names and quotations of a text: `cargo run --example mentions -- de < text`.

#![allow(clippy::print_stdout, reason = "an example shows its result")]

use extractor::Value;
use std::io::Read as _;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut article = segmenter::Article::new("stdin", text);
    article.language = std::env::args().nth(1);
    let document = segmenter::segment(article);
    for mention in extractor::extract(&document) {
        match &mention.value {
            Value::Quantity(quantity) => println!(
                "quantity   {:?} {} {:?} {:?}",
                document.text_of(mention.span),
                quantity
                    .value
                    .map_or_else(String::new, |value| value.to_string()),
                quantity.unit.as_ref().map(|unit| &unit.id),
                quantity
                    .noun
                    .as_ref()
                    .map(|noun| (document.text_of(noun.span), &noun.class)),
            ),
            Value::Name(name) => println!(
                "name       {:?} {:?} = {} [{}]",
                name.kind,
                document.text_of(mention.span),
                name.name,
                name.key
            ),
            Value::Quotation(quotation) => {
                let content: Vec<&str> = quotation
                    .content
                    .iter()
                    .map(|span| document.text_of(*span))
                    .collect();
                let cue = quotation.cue.map(|span| document.text_of(span));
                let speaker = quotation
                    .speaker
                    .as_ref()
                    .map(|speaker| (document.text_of(speaker.span), speaker.name.as_deref()));
                println!(
                    "quotation  {:?} {content:?} cue {cue:?} speaker {speaker:?}",
                    quotation.form
                );
            }
            _ => {}
        }
    }
    Ok(())
}
