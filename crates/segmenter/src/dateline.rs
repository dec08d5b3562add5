//! The dateline that opens a report: "BEIJING, April 30 (Gulf Wire) -- ", "北京4月30日电 ".
//!
//! It says where and when a report was sent and belongs to no sentence. The forms are those of the
//! wires: a place in capitals, an agency in brackets or between slashes, or a date, and then a
//! dash, a colon or a full stop with a dash; brackets alone in Korean and Japanese; in Chinese a
//! word for "telegram".

use crate::rules::Rules;

/// No dateline is longer, in characters.
const LONGEST: usize = 80;

/// Words of a place before a dash where nothing else tells a dateline ("القاهرة - ").
const BARE: usize = 2;

/// Words of an outlet's name after such a dash.
const WORDS_OF_OUTLET: usize = 3;

/// Words of a date before a full stop: "8 октября 2026 г".
const DAY: usize = 4;

/// What closes a dateline, the longest first.
const ENDS: &[&str] = &[
    ".- ", ".— ", ". — ", ". – ", "/. ", " -- ", " --- ", " — ", " – ", " - ", ")। ", "): ", ") ",
    "）", ": ", ". ",
];

/// How many bytes of a paragraph are its dateline, white space after it included; 0 where it has
/// none, or nothing stands behind it.
pub(crate) fn length(paragraph: &str, rules: &Rules) -> usize {
    let window = paragraph
        .char_indices()
        .nth(LONGEST)
        .map_or(paragraph, |(end, _)| {
            paragraph.get(..end).unwrap_or_default()
        });
    let end = bracketed(window)
        .or_else(|| telegram(window, rules))
        .or_else(|| dashed(window));
    let Some(end) = end else { return 0 };
    let rest = paragraph.get(end..).unwrap_or_default();
    // Behind it a sentence starts.
    if rest.trim().is_empty() || rest.trim_start().starts_with(char::is_lowercase) {
        return 0;
    }
    end + rest.len() - rest.trim_start().len()
}

/// "(서울=한바다일보) ", "【ソウル＝東湾通信】".
fn bracketed(window: &str) -> Option<usize> {
    let close = match window.chars().next()? {
        '(' => ')',
        '【' => '】',
        '[' => ']',
        '（' => '）',
        _ => return None,
    };
    let end = window.find(close)?;
    let sent = window.get(..end)?.contains(['=', '＝']);
    sent.then_some(end + close.len_utf8())
}

/// "江海社北京4月30日电 ": ends in a word for "telegram" with a space after it.
fn telegram(window: &str, rules: &Rules) -> Option<usize> {
    let end = window.find([' ', '\u{3000}'])?;
    let opening = window.get(..end)?;
    let sent = rules
        .datelines
        .iter()
        .any(|word| opening.ends_with(word.as_str()));
    sent.then_some(end)
}

fn dashed(window: &str) -> Option<usize> {
    let mut found: Option<(usize, &str)> = None;
    for close in ENDS {
        for (at, hit) in window.match_indices(close) {
            let bracket = hit.len() - hit.trim_start_matches([')', '）', '/']).len();
            let opening = window.get(..at + bracket)?;
            // "МОСКВА, 8 октября. /ТАСС/. ": the agency follows.
            let agency = window.get(at + hit.len()..)?.starts_with(['/', '(']);
            if *close == ". " && agency {
                continue;
            }
            if found.is_none_or(|(first, _)| at < first) && is_dateline(opening, hit) {
                found = Some((at, hit));
            }
        }
    }
    let (at, hit) = found?;
    let end = at + hit.len();
    Some(end + outlet(window.get(end..)?))
}

/// How many bytes the outlet's name takes that follows a dash: "القاهرة - «المدار» ",
/// "دبي - الخليج المالية: ".
fn outlet(rest: &str) -> usize {
    let quoted = rest
        .strip_prefix('«')
        .and_then(|name| name.split_once("» "));
    if let Some((name, _)) = quoted {
        return if name.split(' ').count() <= WORDS_OF_OUTLET {
            "«» ".len() + name.len()
        } else {
            0
        };
    }
    match rest.split_once(": ") {
        Some((name, _)) if name.split(' ').count() <= WORDS_OF_OUTLET => name.len() + ": ".len(),
        _ => 0,
    }
}

/// Whether what stands before `close` (its bracket included) says only where, when and by whom.
fn is_dateline(opening: &str, close: &str) -> bool {
    let words: Vec<&str> = opening.split_whitespace().collect();
    let Some(first) = words.first() else {
        return false;
    };
    let open = opening.matches(['(', '（']).count() > opening.matches([')', '）']).count();
    if open || !first.starts_with(char::is_alphanumeric) {
        return false;
    }
    let shouted = is_shouted(first);
    let agency = opening.ends_with([')', '）', '/']);
    let dated = opening.chars().any(char::is_numeric);
    // "Seoul (Elbkurier) – ": nothing but a place and an agency before the dash.
    let place = opening.split(['(', '（', '/']).next().is_some_and(|place| {
        let place = place.trim_matches([' ', ',', '.']);
        let words = place.split_whitespace();
        words.clone().count() <= 6
            && words
                    .filter(|word| !word.starts_with(char::is_numeric))
                    .filter(|word| word.starts_with(char::is_lowercase))
                    .count()
                    // The month of a date has no capital in many languages.
                    <= usize::from(dated)
    });
    let dash = close.contains(['-', '—', '–']);
    match close.trim() {
        ":" => {
            (shouted && words.iter().all(|word| !word.contains(char::is_lowercase)))
                || opening.contains(" - ") && words.len() <= 5
        }
        ")" | "）" => false,
        "." => opening
            .split_once(", ")
            .is_some_and(|(place, day)| is_shouted(place) && is_day(day)),
        "):" => place && (shouted || dated),
        _ if agency => place,
        _ if dash && shouted => place,
        _ if dash && dated && !opening.ends_with(char::is_numeric) => {
            place && words.len() <= 4 && opening.contains([',', '،'])
        }
        "-" => {
            words.len() <= BARE && !first.contains(|c: char| c.is_lowercase() || c.is_uppercase())
        }
        _ => false,
    }
}

/// Whether nothing but a date stands here, its day first or last: "8 октября", "Oct. 8".
fn is_day(text: &str) -> bool {
    let number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let mut words = text.split(' ');
    let (first, last) = (words.next(), words.next_back());
    (2..=DAY).contains(&text.split(' ').count()) && [first, last].into_iter().flatten().any(number)
}

/// Whether a word is a place in capitals, which acronyms are mostly shorter than.
fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 3 && !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str, text: &str) -> String {
        let end = length(text, Rules::of(code));
        text.get(..end).unwrap_or_default().trim().to_owned()
    }

    #[test]
    fn datelines_of_the_wires() {
        for (code, dateline, rest) in [
            (
                "en",
                "BEIJING, April 30 (Gulf Wire) --",
                "The two sides met.",
            ),
            ("en", "BEIJING (Atlantic Press) —", "China confirmed talks."),
            ("en", "HONG KONG —", "The ambition grew."),
            ("en", "MUMBAI:", "The bank cut its rate."),
            (
                "fr",
                "TRENTE (Italie), 12 février (Agence Lumière) –",
                "La cour a jugé.",
            ),
            ("es", "Pekín, 1 may (Istmo).-", "Delegados se reunieron."),
            ("pt", "Assunção, 30 nov (Atlas) –", "O clube venceu."),
            ("de", "Seoul (Elbkurier) –", "Der Hersteller wächst."),
            ("tr", "MALATYA (Doğu Postası) –", "Deprem oldu."),
            ("id", "SEOUL, HARIAN NUSA BARU –", "Perusahaan cip untung."),
            ("ru", "ПЕКИН, 30 апреля. /«Волна»/.", "Стороны встретились."),
            ("ru", "БЕРЛИН, 8 октября.", "Банк оштрафован."),
            ("ar", "بكين 30 أبريل (الجسر) -", "أعلنت الوزارة ذلك."),
            ("ar", "القاهرة - «المدار»", "أكدت الصين ذلك."),
            ("ar", "دبي - الخليج المالية:", "خفض البنك الفائدة."),
            ("hi", "मुंबई, 10 अक्टूबर (जन प्रभात)।", "बैंक ने दर घटाई।"),
            ("zh", "江海社北京4月30日电", "外交部发言人表示。"),
            ("ko", "(서울=한바다일보)", "회사는 밝혔다."),
            ("ja", "【ソウル＝東湾通信】", "同社は発表した。"),
        ] {
            assert_eq!(of(code, &format!("{dateline} {rest}")), dateline);
        }
    }

    #[test]
    fn running_text_has_none() {
        for (code, text) in [
            ("en", "The ministers - all five of them - met on Monday."),
            ("en", "Lin Jian (the spokesman) said so."),
            (
                "en",
                "NATO said on Monday - for the third time - that it would not move.",
            ),
            ("en", "In 2007 - the year of the split - Hamas took Gaza."),
            ("en", "BEIJING, April 30 (Gulf Wire) --"),
            ("de", "Der Kanzler sagte: Wir schaffen das."),
            (
                "ar",
                "قال الوزير للصحفيين - يوم الاثنين - إن المحادثات انتهت.",
            ),
            ("ja", "（写真）会談の様子。"),
            ("zh", "外交部 4月30日 表示。"),
        ] {
            assert_eq!(of(code, text), "");
        }
    }
}
