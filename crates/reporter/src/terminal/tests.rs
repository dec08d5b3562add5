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
