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
fn what_a_report_perhaps_tells_is_not_said_to_be_missing() {
    let mut comparison = sample::comparison();
    let run = sample::run();
    let page = |comparison: &differ::Comparison| {
        let view = View::new(comparison, &run);
        let page = render(
            &view,
            Options {
                width: 100,
                full: false,
            },
        );
        anstream::adapter::strip_str(&page).to_string()
    };
    let before = page(&comparison);
    assert!(before.contains("leaves out 1 that most others have"));
    assert!(!before.contains("perhaps told here"));
    let at = comparison.statements[1].sentences[0];
    comparison.statements[2].nearest = vec![aligner::Near { at, likely: 0.3 }];
    let after = page(&comparison);
    assert!(after.contains("leaves out nothing that most others have, perhaps 1 more"));
    let (_, near) = after.split_once("perhaps told here: ").unwrap();
    assert!(near.lines().next().unwrap().contains("وشكر"));
    // One that is near and no more leaves it missing.
    comparison.statements[2].nearest[0].likely = 0.1;
    assert_eq!(page(&comparison), before);
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
