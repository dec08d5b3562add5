//! Reprints: reports that repeat another one nearly word by word. Whoever prints what an agency
//! sent confirms nothing.

use crate::Report;
use crate::surface::{hash, unspaced};
use rustc_hash::FxHashMap;
use unicode_script::UnicodeScript as _;

/// So many words in a row are one run: independent reports share names and set phrases, seldom
/// five words on end.
const RUN: usize = 5;

/// In scripts without spaces every character is a word, so a run must be longer.
const RUN_UNSPACED: usize = 9;

/// So much of a reprint stands in the original. An edit of one word breaks five runs, so that of
/// sentences of twenty words with an edit each three quarters remain; independent reports that
/// quote the same statement share up to a third.
const REPRINTED: f32 = 0.5;

/// A report of fewer runs is too short to tell a reprint from a quotation.
const FEW: usize = 20;

/// A run that more reports have is a disclaimer or a line of the site: it tells nothing, and
/// would make the search quadratic.
const COMMON: usize = 64;

/// Of each report the one that it reprints, if any: the earliest published, else the longest,
/// else the first by id of those that say the same. A reprint is never an original.
pub fn copies(reports: &[Report]) -> Vec<Option<usize>> {
    let runs: Vec<Vec<u64>> = reports
        .iter()
        .map(|report| runs(&report.document.article.text))
        .collect();
    let mut carriers: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (report, runs) in runs.iter().enumerate() {
        for &run in runs {
            carriers.entry(run).or_default().push(report);
        }
    }
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|&at| {
        reports.get(at).map(|report| {
            let article = &report.document.article;
            let published = article.published.clone();
            // Where no date is known it cannot be the earliest.
            let undated = published.is_none();
            let length = std::cmp::Reverse(article.text.len());
            (undated, published, length, &article.id)
        })
    });
    let mut place = vec![0; reports.len()];
    for (rank, &at) in order.iter().enumerate() {
        place[at] = rank;
    }
    let mut original: Vec<Option<usize>> = vec![None; reports.len()];
    for &at in &order {
        let Some(own) = runs.get(at).filter(|own| own.len() >= FEW) else {
            continue;
        };
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for run in own {
            let Some(others) = carriers.get(run).filter(|others| others.len() <= COMMON) else {
                continue;
            };
            for &other in others {
                if place[other] < place[at] {
                    *shared.entry(other).or_default() += 1;
                }
            }
        }
        let most = shared
            .into_iter()
            .max_by_key(|&(other, count)| (count, std::cmp::Reverse(place[other])));
        if let Some((other, count)) = most
            && count as f32 >= REPRINTED * own.len() as f32
        {
            original[at] = original[other].or(Some(other));
        }
    }
    original
}

/// The runs of words of a text, each once, sorted.
fn runs(text: &str) -> Vec<u64> {
    let mut words: Vec<u32> = Vec::new();
    let mut open = false;
    let mut dense = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() {
            // Marks inside a word separate nothing.
            open &= unicode_normalization::char::is_combining_mark(c);
            continue;
        }
        let alone = unspaced(c.script());
        dense += usize::from(alone);
        match words.last_mut() {
            Some(word) if open && !alone => *word = hash((c as u32).to_le_bytes(), *word),
            _ => words.push(hash((c as u32).to_le_bytes(), 11)),
        }
        open = !alone;
    }
    let length = if 2 * dense > words.len() {
        RUN_UNSPACED
    } else {
        RUN
    };
    let mut runs: Vec<u64> = words
        .windows(length)
        .map(|run| {
            run.iter().fold(0xcbf2_9ce4_8422_2325, |state: u64, word| {
                (state ^ u64::from(*word)).wrapping_mul(0x0100_0000_01b3)
            })
        })
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "Three people died when a ferry sank near the northern harbour on Monday. \
        Rescue teams pulled twenty passengers out of the water within the first hour. The coast \
        guard said that the vessel had left port in spite of a storm warning. Divers will resume \
        their search for the missing captain at dawn on Tuesday.";

    fn report(id: &str, published: Option<&str>, text: &str) -> Report {
        let mut article = segmenter::Article::new(id, text);
        article.published = published.map(str::to_owned);
        Report {
            document: segmenter::segment(article),
            mentions: Vec::new(),
        }
    }

    #[test]
    fn a_reprint_with_small_edits_is_known() {
        let edited = WIRE
            .replace("Three", "Four")
            .replace("twenty passengers", "dozens of passengers");
        let other = "A ferry went down off the northern harbour. Four passengers drowned, the \
            ministry of transport told our reporter, and the captain is still missing after what \
            survivors call hours of waiting in the cold. Relatives gathered at the pier and asked \
            why the ship was allowed to leave.";
        let reports = [
            report("a-paper", Some("2024-03-05"), &edited),
            report("b-wire", Some("2024-03-04"), WIRE),
            report("c-own", Some("2024-03-05"), other),
        ];
        assert_eq!(copies(&reports), [Some(1), None, None]);
    }

    #[test]
    fn copies_of_copies_lead_to_the_first() {
        let shorter = WIRE.split_inclusive(". ").take(3).collect::<String>();
        let reports = [
            report("a", None, &shorter),
            report("b", None, WIRE),
            report("c", None, &shorter),
        ];
        assert_eq!(copies(&reports), [Some(1), None, Some(1)]);
    }

    #[test]
    fn scripts_without_spaces_are_read_by_character() {
        let wire =
            "中国和美国的代表周一在首都举行会谈，双方就贸易问题交换了意见，并同意下个月再次会面。";
        let reports = [
            report("a", None, wire),
            report("b", None, &wire.replace("下个月", "明年")),
            report(
                "c",
                None,
                "两国外长周二通了电话，讨论地区局势和能源合作，没有公布更多细节，也没有说明何时会面。",
            ),
        ];
        assert_eq!(copies(&reports), [None, Some(0), None]);
    }
}
