//! Findings in plain words.

use crate::Evidence;
use aligner::Report;
use unicode_script::{Script, UnicodeScript as _};

/// "1,170 in Gulf Wire, about 1,139 in the other two": every value with the outlets that give it,
/// in the order of first appearance. `given` holds the value and the report of every evidence.
pub(crate) fn who_says_what(reports: &[Report], given: &[(String, usize)]) -> String {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (value, report) in given {
        match groups.iter_mut().find(|(known, _)| known == value) {
            Some((_, of)) if of.contains(report) => {}
            Some((_, of)) => of.push(*report),
            None => groups.push((value, vec![*report])),
        }
    }
    // Few before many, so that the odd one out is read first.
    groups.sort_by_key(|(_, of)| of.len());
    let last = groups.len().saturating_sub(1);
    let parts: Vec<String> = groups
        .iter()
        .enumerate()
        .map(|(index, (value, of))| {
            // Who gives a sum in two currencies stands in two groups and is no other.
            let again = |report| groups[..index].iter().any(|(_, of)| of.contains(report));
            let others = index == last && index > 0 && !of.iter().any(again);
            let outlets = if others && of.len() > 2 {
                format!("the other {}", in_words(of.len()))
            } else if last == 0 && of.len() > 2 && of.len() == reports.len() {
                format!("all {}", in_words(of.len()))
            } else {
                outlets(reports, of)
            };
            format!("{value} in {outlets}")
        })
        .collect();
    parts.join(", ")
}

/// The same of the values of evidence.
pub(crate) fn in_evidence(reports: &[Report], evidence: &[Evidence]) -> String {
    let given: Vec<(String, usize)> = evidence
        .iter()
        .map(|evidence| (evidence.value.clone(), evidence.at.report))
        .collect();
    who_says_what(reports, &given)
}

/// Whether a name is written in the letters of explanations.
pub(crate) fn is_latin(name: &str) -> bool {
    let first = name.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| c.script() == Script::Latin)
}

/// "A", "A and B", "A, B and C": the outlets of reports.
pub(crate) fn outlets(reports: &[Report], of: &[usize]) -> String {
    let names: Vec<&str> = of
        .iter()
        .filter_map(|&report| reports.get(report))
        .map(|report| report.document.article.outlet.as_str())
        .collect();
    list(&names)
}

/// "a", "a and b", "a, b and c".
pub(crate) fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A small number in words, a large one in digits.
pub(crate) fn in_words(count: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// Words shortened to fit a line: at most `limit` characters, cut at a space where there is one.
pub(crate) fn shortened(text: &str, limit: usize) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= limit {
        return one_line;
    }
    let cut: String = one_line.chars().take(limit.saturating_sub(1)).collect();
    let at_a_word_end = one_line
        .get(cut.len()..)
        .is_some_and(|rest| rest.starts_with(' '));
    let kept = match cut.rsplit_once(' ') {
        Some((before, _)) if !at_a_word_end && before.chars().count() * 2 > limit => before,
        _ => cut.as_str(),
    };
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::{Article, segment};

    fn reports(outlets: &[&str]) -> Vec<Report> {
        outlets
            .iter()
            .map(|outlet| Report {
                document: segment(Article::new(*outlet, "Text.")),
                mentions: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn the_odd_one_out_comes_first() {
        let reports = reports(&["North Post", "Gulf Wire", "Harbour Daily", "Plains News"]);
        let given = [
            ("about 1,139", 0),
            ("1,170", 1),
            ("about 1,139", 2),
            ("about 1,139", 3),
        ]
        .map(|(value, report)| (value.to_owned(), report));
        assert_eq!(
            who_says_what(&reports, &given),
            "1,170 in Gulf Wire, about 1,139 in the other three"
        );
        assert_eq!(
            who_says_what(&reports, &given[..2]),
            "about 1,139 in North Post, 1,170 in Gulf Wire"
        );
        let same = [0, 1, 2, 3].map(|report| ("2024-04-30".to_owned(), report));
        assert_eq!(who_says_what(&reports, &same), "2024-04-30 in all four");
    }

    #[test]
    fn long_words_are_cut_at_a_space() {
        assert_eq!(
            shortened("in-depth and  candid\ndialogue", 40),
            "in-depth and candid dialogue"
        );
        assert_eq!(
            shortened("in-depth and candid dialogue", 20),
            "in-depth and candid…"
        );
        assert_eq!(shortened("深入坦诚的对话和交流", 5), "深入坦诚…");
    }
}
