//! Any text is segmented and extracted: no panic, spans on boundaries and in order.
#![no_main]

use extractor::Value;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let codes: Vec<_> = lang::codes().collect();
    let mut article = segmenter::Article::new("a", text);
    article.language = codes.get(usize::from(choice) % codes.len().max(1)).map(|&code| code.to_owned());
    article.published = "2024-04-30".parse().ok();
    let document = segmenter::segment(article);
    let mentions = extractor::extract(&document);
    assert!(mentions.is_sorted_by_key(|mention| mention.span));
    for mention in &mentions {
        let inside = |span: segmenter::Span| {
            assert!(text.get(span.start..span.end).is_some(), "on boundaries");
        };
        inside(mention.span);
        assert!(mention.sentence < document.sentences.len());
        if let Value::Quantity(quantity) = &mention.value {
            quantity.unit.iter().for_each(|unit| inside(unit.span));
            quantity.noun.iter().for_each(|noun| inside(noun.span));
            assert!(quantity.value.is_some() || quantity.low.is_some() || quantity.high.is_some());
        }
    }
});
