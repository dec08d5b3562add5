use super::*;
use crate::sample;

#[test]
fn the_story_is_told_in_order_and_inside_the_width() {
    let comparison = sample::comparison();
    let run = sample::run();
    let view = View::new(&comparison, &run);
    for width in [60, 80, 120] {
        let page = render(&view, Options { width, full: false });
        let page = anstream::adapter::strip_str(&page).to_string();
        let at = |text: &str| {
            page.find(text)
                .unwrap_or_else(|| panic!("{text} in\n{page}"))
        };
        assert!(at("Talks in Beijing") < at("Where they diverge"));
        assert!(at("Where they diverge") < at("1,170 in Gulf Wire"));
        assert!(at("What each leaves out") < at("Statements by outlet"));
        for line in page.lines() {
            assert!(line::width(line) <= width, "{line}");
        }
    }
}

#[test]
fn a_long_list_of_quotations_is_cut() {
    let mut comparison = sample::comparison();
    let finding = &mut comparison.findings[0];
    let evidence = finding.evidence[0].clone();
    finding.evidence = vec![evidence; 9];
    finding.explanation = format!(
        "shortened: {}",
        "\u{201c}many words\u{201d} in A, ".repeat(30)
    );
    let run = sample::run();
    let view = View::new(&comparison, &run);
    let page = |full| {
        let page = render(&view, Options { width: 80, full });
        anstream::adapter::strip_str(&page).to_string()
    };
    assert!(
        page(false).contains("quantity, killed: shortened\n"),
        "{}",
        page(false)
    );
    assert!(page(false).contains("… and 4 more"));
    assert!(!page(true).contains("… and 4 more"));
}
