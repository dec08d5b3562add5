//! One change of one kind in the lines of a document, from a seed.

#![allow(
    clippy::string_slice,
    reason = "every position was found in the text that it cuts"
)]

use crate::train::random::Random;
use differ::Kind;
use extractor::{Form, NameKind, Value};
use std::collections::BTreeMap;

/// The kinds of change.
pub const KINDS: [&str; 10] = [
    "number",
    "percentage",
    "date",
    "weekday",
    "unit",
    "name",
    "speaker",
    "negation",
    "role swap",
    "quoted word",
];

/// What was changed.
pub struct Change {
    pub lines: Vec<String>,
    pub line: usize,
    pub before: String,
    pub after: String,
    /// The kinds of finding that put it in the right words.
    pub expected: &'static [Kind],
}

/// Ways to take a negation out of a sentence: what stands there and what takes its place. Written
/// for this purpose; by language.
const AFFIRMED: &[(&str, &[(&str, &str)])] = &[
    (
        "ar",
        &[
            (" لا ", " "),
            (" لم ", " قد "),
            (" ليس ", " "),
            (" لن ", " سوف "),
        ],
    ),
    ("de", &[(" nicht ", " ")]),
    (
        "en",
        &[
            (" not ", " "),
            ("doesn't ", "does "),
            ("didn't ", "did "),
            ("isn't ", "is "),
            ("wasn't ", "was "),
            ("can't ", "can "),
            ("won't ", "will "),
            ("haven't ", "have "),
            ("hasn't ", "has "),
        ],
    ),
    ("es", &[(" no ", " ")]),
    (
        "fa",
        &[
            ("نمی‌", "می‌"),
            ("نمی ", "می "),
            (" نیست", " است"),
            (" نبود", " بود"),
            (" نکرد", " کرد"),
            (" نشد", " شد"),
        ],
    ),
    (
        "fr",
        &[
            (" n'est pas ", " est "),
            (" ne sont pas ", " sont "),
            (" n'a pas ", " a "),
            (" n'ont pas ", " ont "),
            (" ne peut pas ", " peut "),
            (" n'était pas ", " était "),
            (" ne sera pas ", " sera "),
            (" n'avait pas ", " avait "),
        ],
    ),
    ("he", &[(" לא ", " "), (" אינו ", " "), (" אינה ", " ")]),
    ("hi", &[(" नहीं ", " ")]),
    (
        "id",
        &[(" tidak ", " "), (" belum ", " sudah "), (" bukan ", " ")],
    ),
    ("it", &[(" non ", " ")]),
    (
        "ja",
        &[
            ("ていません", "ています"),
            ("ていない", "ている"),
            ("ではない", "である"),
            ("ありません", "あります"),
            ("しなかった", "した"),
            ("できない", "できる"),
        ],
    ),
    (
        "ko",
        &[
            ("지 않았다", "었다"),
            ("지 않는다", "ㄴ다"),
            ("지 않을", "ㄹ"),
            ("지 못했", "었"),
            ("지 않습니다", "ㅂ니다"),
            ("지 않았습니다", "었습니다"),
            ("이 아니라고", "이라고"),
            ("이 아닙니다", "입니다"),
            ("수 없", "수 있"),
        ],
    ),
    ("pt", &[(" não ", " ")]),
    ("ru", &[(" не ", " ")]),
    (
        "tr",
        &[
            ("madı", "dı"),
            ("medi", "di"),
            ("mıyor", "ıyor"),
            ("miyor", "iyor"),
            (" değil", " "),
            ("mayacak", "acak"),
            ("meyecek", "ecek"),
        ],
    ),
    (
        "zh",
        &[
            ("不会", "会"),
            ("没有", "有"),
            ("不是", "是"),
            ("不能", "能"),
            ("并未", "已"),
            ("尚未", "已经"),
            ("并没有", "已"),
        ],
    ),
];

/// Units that are swapped: in digits' company only.
const UNITS: &[(&str, &[(&str, &str)])] = &[
    ("", &[("$", "€"), ("£", "$"), ("€", "£"), ("km", "m")]),
    (
        "ar",
        &[("دولار", "يورو"), ("كيلومتر", "متر"), ("جنيه", "دولار")],
    ),
    (
        "de",
        &[
            ("Dollar", "Euro"),
            ("Kilometer", "Meter"),
            ("Pfund", "Dollar"),
            ("Meilen", "Kilometer"),
        ],
    ),
    (
        "en",
        &[
            ("miles", "kilometres"),
            ("million", "billion"),
            ("kilometers", "miles"),
            ("meters", "feet"),
        ],
    ),
    (
        "es",
        &[
            ("dólares", "euros"),
            ("kilómetros", "metros"),
            ("libras", "dólares"),
            ("millones", "mil millones"),
        ],
    ),
    (
        "fa",
        &[
            ("دلار", "یورو"),
            ("کیلومتر", "متر"),
            ("پوند", "دلار"),
            ("میلیون", "میلیارد"),
        ],
    ),
    (
        "fr",
        &[
            ("dollars", "euros"),
            ("kilomètres", "mètres"),
            ("livres", "dollars"),
            ("millions", "milliards"),
        ],
    ),
    (
        "he",
        &[("דולר", "אירו"), ("קילומטר", "מטר"), ("מיליון", "מיליארד")],
    ),
    (
        "hi",
        &[
            ("डॉलर", "यूरो"),
            ("किलोमीटर", "मीटर"),
            ("पाउंड", "डॉलर"),
            ("मिलियन", "बिलियन"),
        ],
    ),
    (
        "id",
        &[
            ("dolar", "euro"),
            ("kilometer", "meter"),
            ("juta", "miliar"),
        ],
    ),
    (
        "it",
        &[
            ("dollari", "euro"),
            ("chilometri", "metri"),
            ("sterline", "dollari"),
            ("milioni", "miliardi"),
        ],
    ),
    (
        "ja",
        &[("ドル", "ユーロ"), ("キロ", "メートル"), ("ポンド", "ドル")],
    ),
    (
        "ko",
        &[("달러", "유로"), ("킬로미터", "미터"), ("파운드", "달러")],
    ),
    (
        "pt",
        &[
            ("dólares", "euros"),
            ("quilómetros", "metros"),
            ("libras", "dólares"),
            ("milhões", "mil milhões"),
        ],
    ),
    (
        "ru",
        &[
            ("долларов", "евро"),
            ("километров", "метров"),
            ("фунтов", "долларов"),
            ("миллионов", "миллиардов"),
        ],
    ),
    (
        "tr",
        &[
            ("dolar", "avro"),
            ("kilometre", "metre"),
            ("sterlin", "dolar"),
            ("milyon", "milyar"),
        ],
    ),
    (
        "zh",
        &[
            ("美元", "欧元"),
            ("公里", "米"),
            ("英镑", "美元"),
            ("英里", "公里"),
        ],
    ),
];

/// Invented persons by the script of the name that they take the place of.
const STRANGERS: &[(char, char, &str)] = &[
    ('A', 'ɏ', "Tobias Wendelin"),
    ('Ѐ', 'ӿ', "Тобиас Венделин"),
    ('\u{590}', '\u{5ff}', "טוביאס ונדלין"),
    ('\u{600}', '\u{6ff}', "توبياس فندلين"),
    ('\u{900}', '\u{97f}', "टोबियास वेंडलिन"),
    ('\u{3040}', '\u{30ff}', "トビアス・ヴェンデリン"),
    ('\u{3400}', '\u{9fff}', "托比亚斯·温德林"),
    ('\u{ac00}', '\u{d7a3}', "토비아스 벤델린"),
];

/// Whether changes can be made in a language.
pub fn knows(code: &str) -> bool {
    AFFIRMED.iter().any(|(known, _)| *known == code)
}

/// A change of a kind, where the document has a place for it. `english` are the same lines in
/// English: what is changed must stand there too, so that the two editions agree before.
pub fn make(
    kind: &str,
    code: &str,
    lines: &[String],
    english: &[String],
    seed: u64,
) -> Option<Change> {
    let mut random = Random::new(seed * 31 + kind.len() as u64 * 1009 + code.len() as u64);
    let mut order: Vec<usize> = (0..lines.len().min(english.len())).collect();
    random.shuffle(&mut order);
    let view = View {
        code,
        lines,
        english,
    };
    order.into_iter().find_map(|line| match kind {
        "number" => view.digits(line, &mut random, Digits::Number),
        "percentage" => view.digits(line, &mut random, Digits::Percentage),
        "date" => view.digits(line, &mut random, Digits::Year),
        "weekday" => view.weekday(line),
        "unit" => view.unit(line),
        "name" => view.name(line, false),
        "speaker" => view.name(line, true),
        "negation" => view.negation(line),
        "role swap" => view.roles(line),
        _ => view.quoted(line, &mut random),
    })
}

#[derive(Clone, Copy)]
enum Digits {
    Number,
    Percentage,
    Year,
}

struct View<'a> {
    code: &'a str,
    lines: &'a [String],
    english: &'a [String],
}

impl View<'_> {
    fn with(
        &self,
        line: usize,
        text: String,
        (before, after): (&str, &str),
        expected: &'static [Kind],
    ) -> Change {
        let mut lines = self.lines.to_vec();
        lines[line] = text;
        Change {
            lines,
            line,
            before: before.to_owned(),
            after: after.to_owned(),
            expected,
        }
    }

    /// Another number: one other first digit.
    fn digits(&self, line: usize, random: &mut Random, kind: Digits) -> Option<Change> {
        let (text, english) = (&self.lines[line], &self.english[line]);
        let mut fitting = Vec::new();
        for (start, run) in runs(text) {
            let year = run.len() == 4 && (run.starts_with('1') || run.starts_with("20"));
            let (head, tail) = (&text[..start], &text[start + run.len()..]);
            // A part of a longer number, a score, a clock, a flight number is left alone.
            let glued = head.ends_with(|c: char| c.is_alphanumeric() || ".,:/-–'".contains(c))
                || tail.starts_with(|c: char| c.is_ascii_alphabetic() || ":/-–'".contains(c))
                || tail.starts_with(['.', ','])
                    && tail[1..].starts_with(|c: char| c.is_ascii_digit())
                || head.trim_end().ends_with(|c: char| c.is_ascii_digit())
                || tail.trim_start().starts_with(|c: char| c.is_ascii_digit());
            let share =
                tail.trim_start().starts_with(['%', '٪', '％']) || head.ends_with(['%', '٪']);
            let once = runs(english)
                .iter()
                .filter(|(_, other)| *other == run)
                .count()
                == 1
                && runs(text).iter().filter(|(_, other)| *other == run).count() == 1;
            let fits = match kind {
                Digits::Number => !year && !share && run.len() > 1,
                Digits::Percentage => share,
                Digits::Year => year,
            };
            if fits && once && !glued {
                fitting.push((start, run.to_owned()));
            }
        }
        let (start, run) = fitting.get(random.below(fitting.len().max(1)))?;
        let after = if matches!(kind, Digits::Year) {
            // "the 1980s" are followed by another decade, not by "the 1982s".
            let on = if run.ends_with('0') { 10 } else { 2 };
            (run.parse::<u32>().ok()? + on).to_string()
        } else {
            let first = run.chars().next()?.to_digit(10)?;
            format!("{}{}", first % 9 + 1, &run[1..])
        };
        let changed = format!("{}{after}{}", &text[..*start], &text[start + run.len()..]);
        let expected: &[Kind] = if matches!(kind, Digits::Year) {
            &[Kind::Date]
        } else {
            &[Kind::Quantity, Kind::Date]
        };
        Some(self.with(line, changed, (run, &after), expected))
    }

    /// Another day of the week, two days on.
    fn weekday(&self, line: usize) -> Option<Change> {
        let pack = lang::pack(self.code)?;
        let rows: Vec<(&str, u32)> = pack
            .rows("weekdays")
            .filter_map(|row| Some((row.key(), row.column(1).parse().ok()?)))
            .filter(|(word, _)| word.chars().count() > 1 && !word.contains('*'))
            .collect();
        let text = &self.lines[line];
        let english = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        let named = english
            .iter()
            .enumerate()
            .filter(|(_, day)| self.english[line].contains(**day));
        let [(number, _)] = named.collect::<Vec<_>>()[..] else {
            return None;
        };
        let own = |day: u32| {
            rows.iter()
                .filter(move |(_, known)| *known == day)
                .map(|(word, _)| *word)
        };
        let day = u32::try_from(number).ok()? + 1;
        let (at, word) = own(day)
            .filter_map(|word| Some((find_word(text, word)?, word)))
            .max_by_key(|(_, word)| word.len())?;
        let nth = own(day).position(|known| known == word)?;
        let next = (day + 1) % 7 + 1;
        let after = own(next).nth(nth).or_else(|| own(next).next())?;
        let printed = &text[at..at + word.len()];
        let capital = printed.chars().next().is_some_and(char::is_uppercase);
        let after = if capital {
            capitalised(after)
        } else {
            after.to_owned()
        };
        let changed = format!("{}{after}{}", &text[..at], &text[at + word.len()..]);
        Some(self.with(line, changed, (printed, &after), &[Kind::Date]))
    }

    fn unit(&self, line: usize) -> Option<Change> {
        let text = &self.lines[line];
        let tables = UNITS
            .iter()
            .filter(|(code, _)| code.is_empty() || *code == self.code);
        let pairs: Vec<_> = tables.flat_map(|(_, pairs)| *pairs).collect();
        pairs.into_iter().find_map(|&(unit, other)| {
            let at = text.find(unit)?;
            let (head, tail) = (&text[..at], &text[at + unit.len()..]);
            let counted = head.trim_end().ends_with(|c: char| c.is_ascii_digit())
                || tail.trim_start().starts_with(|c: char| c.is_ascii_digit());
            let whole = !tail.starts_with(char::is_alphabetic) || !unit.is_ascii();
            let once = text.matches(unit).count() == 1;
            let english = runs(&self.english[line]).len() == runs(text).len();
            (counted && whole && once && english).then(|| {
                self.with(
                    line,
                    format!("{head}{other}{tail}"),
                    (unit, other),
                    &[Kind::Quantity],
                )
            })
        })
    }

    /// A stranger in a person's place: everywhere in the document, or beside one quotation.
    fn name(&self, line: usize, speaker: bool) -> Option<Change> {
        let text = &self.lines[line];
        let (document, mentions) = extracted(self.code, text);
        let quoted = mentions
            .iter()
            .any(|m| matches!(&m.value, Value::Quotation(q) if q.form == Form::Direct));
        if speaker && !quoted {
            return None;
        }
        let english = names(&extracted("en", &self.english[line]).1);
        let (span, name) = mentions.iter().find_map(|mention| match &mention.value {
            Value::Name(name) if name.kind == NameKind::Person => {
                let same = |other: &extractor::Name| {
                    extractor::same_name(name, other).0 == extractor::NameMatch::Same
                };
                let full = name.name.split([' ', '·', '・']).count() > 1;
                (full && english.iter().any(same)).then_some((mention.span, name))
            }
            _ => None,
        })?;
        let printed = document.text_of(span).to_owned();
        let first = name.name.chars().next()?;
        let (_, _, stranger) = STRANGERS
            .iter()
            .find(|(low, high, _)| (*low..=*high).contains(&first))?;
        let expected: &[Kind] = &[Kind::Name, Kind::Quotation];
        if speaker {
            if text.matches(printed.as_str()).count() != 1 {
                return None;
            }
            let changed = text.replace(&printed, stranger);
            return Some(self.with(line, changed, (&printed, stranger), expected));
        }
        let separators = [' ', '·', '・'];
        let parts: Vec<&str> = printed
            .split(separators)
            .filter(|part| part.chars().count() > 1)
            .collect();
        let others: Vec<&str> = stranger.split(separators).collect();
        let (last, last_other) = (parts.last()?, others.last()?);
        let replaced = |text: &String| text.replace(&printed, stranger).replace(last, last_other);
        let mut change = self.with(line, replaced(text), (&printed, stranger), expected);
        change.lines = self.lines.iter().map(replaced).collect();
        Some(change)
    }

    fn negation(&self, line: usize) -> Option<Change> {
        let (text, english) = (&self.lines[line], &self.english[line]);
        let (_, pairs) = AFFIRMED.iter().find(|(code, _)| *code == self.code)?;
        let (_, of_english) = AFFIRMED.iter().find(|(code, _)| *code == "en")?;
        let count = |text: &str, pairs: &[(&str, &str)]| -> usize {
            pairs
                .iter()
                .map(|(from, _)| text.matches(from).count())
                .sum()
        };
        if count(text, pairs) != 1 || count(english, of_english) != 1 {
            return None;
        }
        let (from, to) = pairs.iter().find(|(from, _)| text.contains(from))?;
        let changed = text.replacen(from, to, 1);
        Some(self.with(
            line,
            changed,
            (from.trim(), to.trim()),
            &[Kind::Polarity, Kind::Quotation],
        ))
    }

    /// Two names of one sentence change places.
    fn roles(&self, line: usize) -> Option<Change> {
        let text = &self.lines[line];
        let (document, mentions) = extracted(self.code, text);
        let english = names(&extracted("en", &self.english[line]).1);
        let mut known: BTreeMap<usize, segmenter::Span> = BTreeMap::new();
        for mention in &mentions {
            if let Value::Name(name) = &mention.value
                && let Some(of) = english.iter().position(|other| {
                    extractor::same_name(name, other).0 == extractor::NameMatch::Same
                })
            {
                known.entry(of).or_insert(mention.span);
            }
        }
        let mut spans: Vec<_> = known.into_values().collect();
        spans.sort_unstable();
        let &[first, second] = spans.get(..2)? else {
            return None;
        };
        let one_sentence = document.sentence_at(first.start) == document.sentence_at(second.start);
        let (a, b) = (document.text_of(first), document.text_of(second));
        if !one_sentence || first.overlaps(second) || a.contains(b) || b.contains(a) {
            return None;
        }
        // "Smith and Jones" are the same in either order.
        let between = &text[first.end..second.start];
        if between.split_whitespace().count() < 2 {
            return None;
        }
        let changed = format!(
            "{}{b}{between}{a}{}",
            &text[..first.start],
            &text[second.end..]
        );
        Some(self.with(
            line,
            changed,
            (a, b),
            &[Kind::Polarity, Kind::Name, Kind::Quotation],
        ))
    }

    /// Another word inside a quotation: the longest gives way to one from elsewhere.
    fn quoted(&self, line: usize, random: &mut Random) -> Option<Change> {
        let text = &self.lines[line];
        let (document, mentions) = extracted(self.code, text);
        let content = mentions.iter().find_map(|mention| match &mention.value {
            Value::Quotation(q) if q.form != Form::Indirect && q.content.len() == 1 => {
                q.content.first().copied()
            }
            _ => None,
        })?;
        let word_of = |document: &segmenter::Document, inside: segmenter::Span| {
            let tokens = (0..document.sentences.len()).flat_map(|s| document.tokens(s));
            tokens
                .filter(|token| {
                    token.kind == segmenter::TokenKind::Word && inside.contains(token.span)
                })
                .max_by_key(|token| token.span.len())
                .map(|token| token.span)
        };
        let word = word_of(&document, content)?;
        let elsewhere = &self.lines[random.below(self.lines.len())];
        let (other, _) = extracted(self.code, elsewhere);
        let other_word = word_of(&other, segmenter::Span::new(0, elsewhere.len()))?;
        let (before, after) = (document.text_of(word), other.text_of(other_word));
        if before.to_lowercase() == after.to_lowercase() || content.len() < before.len() * 3 {
            return None;
        }
        let changed = format!("{}{after}{}", &text[..word.start], &text[word.end..]);
        Some(self.with(
            line,
            changed,
            (before, after),
            &[Kind::Quotation, Kind::Polarity],
        ))
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Where a word stands, without regard to case, as a word of its own where spaces set words apart.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let folded = text.to_lowercase();
    if folded.len() != text.len() {
        return None;
    }
    folded
        .match_indices(&word.to_lowercase())
        .map(|(at, _)| at)
        .find(|&at| {
            let spaced = |c: char| c.is_alphabetic() && !('\u{2e80}'..='\u{d7a3}').contains(&c);
            !text[..at].ends_with(spaced) && !text[at + word.len()..].starts_with(spaced)
        })
}

/// The runs of ASCII digits of a text.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    runs
}

fn extracted(code: &str, text: &str) -> (segmenter::Document, Vec<extractor::Mention>) {
    let document = segmenter::segment(super::article(code, &[text.to_owned()]));
    let mentions = extractor::extract(&document);
    (document, mentions)
}

fn names(mentions: &[extractor::Mention]) -> Vec<extractor::Name> {
    let names = mentions.iter().filter_map(|mention| match &mention.value {
        Value::Name(name) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}
