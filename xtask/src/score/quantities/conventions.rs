//! Families of recogniser cases that are conventions of their tool and not how news prints
//! numbers. Each is a rule, so that it holds for cases nobody has looked at.
//!
//! | family | example | why it is left out |
//! | --- | --- | --- |
//! | programs and addresses | `2^5`, `12e-1`, `://`, `192.168.1.2`, `1-222-2222/2222`, 電話番号 | no quantities |
//! | rare denominators | three twenty-firsts, venti venticinquesimi, a hundred thousand trillionths | news has halves to tenths, hundredths, thousandths |
//! | negative parts | 负３分之负一百五十七 | school books |
//! | division | 1 over 3, one out of five | two counts or odds, and no one value |
//! | a decimal said as "with" | siete con cincuenta | speech; in print two counts |
//! | angles | turn 90 degrees, 3 turns | the tool has one word for both; news has temperatures |
//! | spaced signs, leading zeros | `- 1200`, `0033`, `01,10` | a dash; codes and telephone numbers |
//! | engineers' letters | `0.0012G`, `1,674.5 G` | no news |
//! | discounts, permille as percent | 七折, 千分之一 as 0.1 | percent of what is left; another unit |
//! | spaces inside Chinese numbers | `一百 二 十` | a tokeniser's print |
//! | a price without its cents | 15 dollars 50 | speech |
//! | kana spelling | にじゅうさん | no news prints numbers so |
//! | fractions in digits beyond 2 to 8 and 16, and of one and more | `3/15`, `20/100`, `3/2` | dates and scores far more often |
//! | "one" in words | un format, 一个 | a pronoun and an article in many languages; of Han and Hangul all digits from zero to nine, which are parts of words far more often |
//! | vague words, pairs and nothing as numbers | a few (3), 一双 (2), yok (0) | the tool gives them values; news doesn't mean one |
//! | digits read out | cero uno | speech |
//! | letters for scales set apart | `2.33 k`, `-2.5 M` | no news |
//! | dates of the calendar | ５月１７日, il 4 maggio | the tool has no dates |
//! | bare years | 1999 | the tool has no dates |
//! | numbers inside names | SCP-173 | a name |
//! | digits set apart by spaces | `46 . 8 million` | a tokeniser's print |
//! | units in brackets | 20 (kg), 20 \<kg\> | forms and tables |
//! | numbers written onto letters | `29km` is no number to the tool, being a measure | ours has the unit |

use super::near;
use segmenter::Span;

/// Whether the text of a case falls into one of the families.
pub(super) fn in_text(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(|c| c.is_numeric());
    let windows = |wanted: &dyn Fn(usize) -> bool| (0..chars.len()).any(wanted);
    let exponent = |at: usize| {
        digit(at)
            && matches!(chars.get(at + 1), Some('e' | 'E'))
            && (digit(at + 2) || matches!(chars.get(at + 2), Some('+' | '-')))
    };
    let spaced = |at: usize| {
        digit(at) && chars.get(at + 1) == Some(&' ') && matches!(chars.get(at + 2), Some('.' | '/'))
    };
    let named = |at: usize| {
        digit(at) && at > 1 && chars[at - 1] == '-' && chars[at - 2].is_ascii_uppercase()
    };
    let leading = |at: usize| {
        chars.get(at) == Some(&'0')
            && digit(at + 1)
            && (at == 0 || !(digit(at - 1) || matches!(chars[at - 1], '.' | ',' | '٫' | '،')))
    };
    let dash = |at: usize| {
        chars.get(at) == Some(&'-')
            && chars.get(at + 1) == Some(&' ')
            && chars[at + 1..]
                .iter()
                .find(|c| **c != ' ')
                .is_some_and(|c| c.is_numeric())
    };
    let giga = |at: usize| {
        let letter = at + 1 + usize::from(chars.get(at + 1) == Some(&' '));
        digit(at)
            && matches!(chars.get(letter), Some('G' | 'Г'))
            && !chars.get(letter + 1).is_some_and(|c| c.is_alphabetic())
    };
    let han = |at: usize| {
        chars.get(at).is_some_and(|c| {
            "一二三四五六七八九十百千万億亿萬零壹貳叁肆伍陸柒捌玖拾佰仟分之餘余幾几".contains(*c)
        })
    };
    let hyphen = |at: usize| {
        let letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphabetic);
        letter(at) && chars[at + 1..].starts_with(&[' ', '-', ' ']) && letter(at + 4)
    };
    let calendar = |at: usize| {
        (digit(at) || han(at)) && chars.get(at + 1) == Some(&'月') && (digit(at + 2) || han(at + 2))
    };
    let apart = |at: usize| han(at) && chars.get(at + 1) == Some(&' ') && han(at + 2);
    let kilo = |at: usize| {
        digit(at)
            && chars.get(at + 1) == Some(&' ')
            && matches!(chars[at + 2..].iter().find(|c| **c != ' '), Some('k' | 'M'))
            && !chars[at + 2..]
                .iter()
                .skip_while(|c| **c == ' ')
                .nth(1)
                .is_some_and(|c| c.is_alphabetic())
    };
    let rare = |at: usize| {
        let under: String = chars
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .take_while(|c| c.is_numeric())
            .collect();
        let over = chars[..at]
            .iter()
            .rev()
            .map_while(|c| match c {
                '０'..='９' => Some(*c as u32 - '０' as u32),
                _ => c.to_digit(10),
            })
            .enumerate()
            .map(|(place, digit)| u64::from(digit) * 10_u64.pow(place.min(15) as u32))
            .sum::<u64>();
        at > 0
            && chars[at] == '/'
            && digit(at - 1)
            && !under.is_empty()
            && (!["2", "3", "4", "5", "6", "8", "16"].contains(&under.as_str())
                || under.parse().is_ok_and(|under: u64| over >= under))
    };
    text.contains('^')
        || windows(&leading)
        || windows(&dash)
        || windows(&giga)
        || windows(&hyphen)
        || windows(&calendar)
        || windows(&apart)
        || windows(&kilo)
        || windows(&rare)
        || text.contains('折')
        || ["分之负", "分之 负", "分之負", "之 负", "분의 마이너스"]
            .iter()
            .any(|of| text.contains(of))
        || ["電話番号", "رقم الهاتف"]
            .iter()
            .any(|phone| text.contains(phone))
        || text.contains("://")
        || ["(k", "<k", "{k", "[k"]
            .iter()
            .any(|open| text.contains(open))
        || windows(&exponent)
        || windows(&spaced)
        || windows(&named)
        || rows_of_digits(&chars)
}

/// Digits joined by four and more marks of one kind, as in addresses and telephone numbers.
fn rows_of_digits(chars: &[char]) -> bool {
    let mut joins = 0;
    let mut groups = [0_usize; 2];
    let mut last = ' ';
    for c in chars {
        if c.is_numeric() {
            if matches!(last, '.' | '-' | '/') {
                groups[usize::from(last != '.')] += 1;
                joins = joins.max(groups[0].max(groups[1]));
            }
        } else if !matches!(c, '.' | '-' | '/') {
            groups = [0; 2];
        }
        last = *c;
    }
    joins >= 3
}

/// Whether one result of a case, its words and value, falls into one of the families.
pub(super) fn in_result(words: &str, subtype: &str, value: f64, text: &str, code: &str) -> bool {
    let year = value.fract() == 0.0
        && (1500.0..=2100.0).contains(&value)
        && text.contains(&value.to_string());
    let everyday = [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 100.0, 1000.0]
        .iter()
        .any(|under| {
            let over = value * under;
            over.abs() > 0.5 && (over - over.round()).abs() < 1e-6 * over.abs()
        });
    let lower = words.to_lowercase();
    let spelled = !words.contains(char::is_numeric);
    let parts = [" का ", " की ", " के "].iter().any(|of| lower.contains(of));
    let rare = spelled
        && subtype != "decimal"
        && value.fract() != 0.0
        && (!everyday || matches!(subtype, "fraction" | "") && above_twenty(&lower, code));
    let divided = parts && subtype != "decimal"
        || (value.fract() != 0.0 || subtype == "fraction")
            && subtype != "decimal"
            && DIVISIONS.iter().any(|by| lower.contains(by));
    let with = [" con ", " com ", " mit "]
        .iter()
        .any(|with| lower.contains(with));
    let permille = ["千分之", "万分之", "萬分之"]
        .iter()
        .any(|of| words.contains(of))
        && value < 100.0
        && subtype.is_empty();
    let price = subtype.is_empty()
        && value.fract() != 0.0
        && !words.contains(['.', ',', '٫'])
        && words.ends_with(char::is_numeric)
        && words.contains(char::is_alphabetic);
    let percent = words.contains('%') || lower.contains("por cien");
    let kana = words
        .chars()
        .all(|c| ('\u{3041}'..='\u{3096}').contains(&c));
    rare || permille
        || price
        || kana
        || year
        || with && (!subtype.is_empty() || percent && value.fract() != 0.0)
        || subtype == "power"
        || divided
        || subtype == "fraction" && !everyday
}

/// Whether the parts of a fraction are more than twenty: "three twenty-firsts", "tre ventunesimi".
fn above_twenty(words: &str, code: &str) -> bool {
    let tens = lang::pack(code).into_iter().flat_map(|pack| {
        pack.rows("numbers")
            .filter(|row| {
                row.column(0) == "add"
                    && matches!(
                        row.column(1),
                        "20" | "30" | "40" | "50" | "60" | "70" | "80" | "90"
                    )
            })
            .flat_map(|row| row.column(2).split(", "))
    });
    let mut last = words.rsplit([' ', '-']).take(2);
    let (Some(parts), before) = (last.next(), last.next().unwrap_or_default()) else {
        return false;
    };
    tens.into_iter().any(|ten| {
        let stem = ten.trim_end_matches(['a', 'e', 'i', 'o']);
        before == ten || ten.is_ascii() && parts.starts_with(stem)
    })
}

/// Whether a value is "one" in words, or a digit of Han or Hangul.
pub(super) fn is_one(value: f64, code: &str) -> bool {
    let characters = lang::pack(code).is_some_and(|pack| pack.meta.numbers.positional);
    near(value, 1.0) || characters && value.fract() == 0.0 && (0.0..10.0).contains(&value)
}

/// Whether a day and its month stand in a text.
pub(super) fn is_date(text: &str, code: &str) -> bool {
    let Some(pack) = lang::pack(code) else {
        return false;
    };
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).any(|pair| {
        let [day, month] = pair else { return false };
        let day = day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        day && pack
            .rows("months")
            .any(|row| row.key().eq_ignore_ascii_case(month))
    })
}

/// Whether a phrase that is all number falls into one of the families.
pub(super) fn in_phrase(text: &str, value: f64, code: &str) -> bool {
    const VAGUE: &[&str] = &[
        "few",
        "a few",
        "pair",
        "couple",
        "a pair",
        "a couple",
        "זוג",
        "yok",
        "hiç",
        "нисколько",
        "nulla",
    ];
    let lower = text.to_lowercase();
    let spelled = !text.contains(char::is_numeric);
    let zero = || {
        let words: Vec<&str> = lower.split(' ').collect();
        let zeros = lang::pack(code).is_some_and(|pack| {
            pack.rows("numbers")
                .filter(|row| row.column(1) == "0")
                .flat_map(|row| row.column(2).split(", "))
                .any(|zero| words.first() == Some(&zero))
        });
        zeros && words.len() > 1 && value.fract() == 0.0
    };
    spelled && near(value, 1.0)
        || VAGUE.contains(&lower.as_str())
        || text.contains(['對', '雙', '对', '双'])
        || spelled && zero()
        || value.fract() != 0.0 && lower.contains(" con ")
}

/// Whether a unit is one of angles.
pub(super) fn is_angle(unit: &str) -> bool {
    ["Degree", "Radian", "Turn"].contains(&unit)
}

/// How the languages say one number divided by another.
const DIVISIONS: &[&str] = &[
    " over ",
    " out of ",
    " in ",
    " على ",
    " من ",
    " sur ",
    " sobre ",
    " su ",
    " durch ",
    " von ",
    " aus ",
    " über ",
    " में से ",
    " बटा ",
    " बटे ",
    " का ",
    " के ",
    " की ",
    " पर ",
    " bölü ",
    " em ",
    " de cada ",
    " en ",
    " de ",
    " di ",
    "avos",
];

/// Whether digits are written onto letters of a script with spaces.
pub(super) fn written_onto_letters(text: &str, span: Span) -> bool {
    let digits_end = span
        .of(text)
        .char_indices()
        .filter(|(_, c)| c.is_numeric())
        .map(|(at, c)| span.start + at + c.len_utf8())
        .next_back();
    let next = digits_end.and_then(|end| text.get(end..)?.chars().next());
    next.is_some_and(|c| c.is_alphabetic() && (c as u32) < 0x2e80)
}

/// Whether number words are written in another script than the language's.
pub(super) fn is_foreign(words: &str, code: &str) -> bool {
    let latin = lang::pack(code).is_some_and(|pack| {
        pack.meta
            .scripts
            .first()
            .is_some_and(|script| script == "Latn")
    });
    !latin && !words.contains(char::is_numeric) && words.chars().any(|c| c.is_ascii_alphabetic())
}
