//! Any text is segmented: no panic, nothing but white space between sentences.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = segmenter::segment(segmenter::Article::new("a", text));
    let mut end = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let between = text.get(end..sentence.span.start).expect("in order, on boundaries");
        assert!(between.trim().is_empty());
        end = sentence.span.end;
        document.tokens(index);
    }
    assert!(text.get(end..).expect("on a boundary").trim().is_empty());
    let normal = segmenter::normal::Normal::new(text, segmenter::normal::Form::Folded);
    normal.source(segmenter::Span::new(0, normal.text.len()));
});
