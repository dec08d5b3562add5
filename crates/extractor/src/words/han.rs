//! Runs of Han and kana, where no spaces set words apart, cut at the entries of the lists and at changes of
//! script.

use super::{Shape, Word, fold_of};
use crate::lexicon::{Classes, Lexicon, Role, Side};
use segmenter::Span;

/// The length of what an entry that the Latin letters before it open takes of an unspaced run: 東海 of
/// JR東海.
pub(super) fn behind_latin(text: &str, run: Span, lexicon: &Lexicon, list: &[Word]) -> usize {
    list.last()
        .filter(|before| before.span.end == run.start && !before.is_mark())
        .and_then(|before| lexicon.beginning(&fold_of(before.span.of(text))))
        .map_or(0, |beginning| beginning.onto(run.of(text)))
}

/// Cuts a run of unspaced script at the entries found in it.
pub(super) fn cut_run(
    text: &str,
    run: Span,
    shape: Shape,
    sentence: usize,
    lexicon: &Lexicon,
    list: &mut Vec<Word>,
) {
    let mut at = run.start;
    // No entry cuts a foreign name: 里 in 卡里姆·优素菲 and in 迪斯特里亚.
    let foreign = lexicon.foreign(run.of(text));
    let inside = |hit: &(usize, usize, u32)| {
        let name = foreign.partition_point(|(name, _)| name.end <= hit.0);
        foreign.get(name).is_some_and(|(name, dotted)| {
            let letters = Span::new(hit.0, hit.1).of(run.of(text)).chars().count();
            // 万科 in 伊万科维奇
            let known = || {
                lexicon.entry(hit.2).is_some_and(|entry| {
                    entry.classes.has(Classes::KNOWN) && !entry.classes.has(Classes::TERRITORY)
                })
            };
            let small =
                name.start < hit.0 && hit.1 < name.end && (letters == 1 || letters == 2 && known());
            name.start <= hit.0 && hit.1 <= name.end && (*dotted || small)
        })
    };
    let hits = lexicon.hits(run.of(text)).filter(|hit| !inside(hit));
    let mut hits = with_offices(hits, run.of(text), lexicon)
        .into_iter()
        .peekable();
    while let Some((start, end, entry)) = hits.next() {
        let hit = Span::new(start, end).shift(run.start);
        if in_holder(text, hit, entry, lexicon, list, run) {
            continue;
        }
        let next = hits.peek().map_or(run.end, |hit| run.start + hit.0);
        // No word ends beside the dot inside a foreign name: 里昂·莫拉.
        let dot = |c: char| matches!(c, '·' | '・');
        let beside = Span::new(at, hit.start).of(text).ends_with(dot)
            || Span::new(hit.end, next).of(text).starts_with(dot);
        // But for countries (ドイツ・ケルン, ロシア・ウクライナ), and what is written in Han as no foreign
        // name is: 愛知・名古屋.
        let apart = |classes: Classes| {
            let country = classes.has(Classes::TERRITORY);
            let behind = Span::new(at, hit.start).of(text);
            let han = script_of(hit.of(text)) == Shape::Han;
            Span::new(hit.end, next).of(text).starts_with('・') && (country || han)
                || behind.ends_with('・') && han
                || behind == "・" && country
        };
        let place = lexicon.entry(entry).is_some_and(|entry| {
            entry.classes.has(Classes::KNOWN.and(Classes::TERRITORY)) && !apart(entry.classes)
        });
        if beside && place
            || ends_given_name(
                lexicon,
                Span::new(at, hit.start).of(text),
                hit.of(text),
                entry,
            )
            || leaves_scrap(
                Span::new(at, hit.start).of(text),
                hit.of(text),
                Span::new(hit.end, next).of(text),
                place
                    || lexicon
                        .entry(entry)
                        .is_none_or(|entry| entry.classes.has(NAMED)),
            )
        {
            continue;
        }
        split_scripts(text, Span::new(at, hit.start), sentence, list);
        let mut word = Word::new(hit, shape, sentence);
        word.shape = script_of(hit.of(text));
        word.entry = Some(entry);
        list.push(word);
        at = hit.end;
    }
    split_scripts(text, Span::new(at, run.end), sentence, list);
}

/// The hits of a run, where an office that opens with the last letters of a body is one: 部长 in
/// 中国外交部长王毅; and one whose first letter closes a given name gives that back: 知事 behind 鈴木直道.
fn with_offices(
    hits: impl Iterator<Item = (usize, usize, u32)>,
    run: &str,
    lexicon: &Lexicon,
) -> Vec<(usize, usize, u32)> {
    let mut all: Vec<(usize, usize, u32)> = Vec::new();
    for hit in hits {
        if all.last().is_some_and(|before| hit.0 < before.1) {
            continue;
        }
        let Some(office) = lexicon.office_across(run, hit) else {
            all.push(lexicon.office_within(run, hit).unwrap_or(hit));
            continue;
        };
        let front = run.get(hit.0..office.0).unwrap_or_default();
        let front = lexicon.hits(front);
        all.extend(front.map(|(start, end, entry)| (hit.0 + start, hit.0 + end, entry)));
        all.push(office);
    }
    all
}

/// Whether an entry of one letter stands in the foreign name behind an office: 里 in 参议员里德 and 发言人哈加里.
fn in_holder(
    text: &str,
    hit: Span,
    entry: u32,
    lexicon: &Lexicon,
    list: &[Word],
    run: Span,
) -> bool {
    let one = hit.of(text).chars().nth(1).is_none();
    let office = list.last().filter(|word| {
        let entry = word.entry.and_then(|entry| lexicon.entry(entry));
        word.span.start >= run.start
            && entry
                .is_some_and(|entry| entry.classes.has(Classes::TITLE) && entry.side != Side::Left)
    });
    let Some(office) = office.filter(|_| one && !lexicon.has_markers()) else {
        return false;
    };
    let behind = Span::new(office.span.end, run.end).of(text);
    let letters = behind
        .char_indices()
        .take_while(|(_, c)| lexicon.is_transcribing(*c));
    let Some((last, (at, c))) = letters.enumerate().last() else {
        return false;
    };
    let close = office.span.end + at + c.len_utf8();
    // 马查多: a small word may close the name, but not one that stands before a verb.
    let role = lexicon.entry(entry).map_or(Role::None, |entry| entry.role);
    let closes = last + 1 >= FOREIGN && matches!(role, Role::None | Role::Frame);
    hit.end < close || hit.end == close && closes
}

/// So many letters in a row that transcribe foreign names are one.
const FOREIGN: usize = 3;

/// Whether an entry of one letter, which is a common noun for a person, ends a given name behind letters of
/// Han that no list knows: 夫 in 佐藤和夫.
fn ends_given_name(lexicon: &Lexicon, before: &str, letter: &str, entry: u32) -> bool {
    let one = letter.chars().nth(1).is_none();
    let noun = || {
        let entry = lexicon.entry(entry);
        entry.is_some_and(|entry| entry.classes == Classes::SOURCE)
    };
    let han = || {
        before
            .chars()
            .next_back()
            .is_some_and(|c| script(c) == Shape::Han)
    };
    one && lexicon.has_markers() && han() && noun() && lexicon.ends_as("given", letter)
}

/// Whether an entry would cut a word of katakana so that a letter or two are left of it: マリ in
/// マリク, バス in アッバス.
fn leaves_scrap(before: &str, entry: &str, after: &str, named: bool) -> bool {
    let kana = |c: &char| script(*c) == Shape::Katakana && *c != '・';
    let scrap = |letters: usize| (1..=SCRAP).contains(&letters);
    // ファン in ディルク・ファンデンベルフ: no word opens a part of a foreign name.
    let opens = entry.chars().all(|c| kana(&c))
        && after.starts_with(|c| kana(&c))
        && before.ends_with('・');
    // トップ in トップメラー: nor does a common noun open one.
    let fronts = !named
        && !before.ends_with(|c| kana(&c))
        && entry.chars().all(|c| kana(&c))
        && after.starts_with(|c| kana(&c));
    opens
        || fronts
        || entry.starts_with(|c| kana(&c)) && scrap(before.chars().rev().take_while(kana).count())
        || entry.ends_with(|c| kana(&c)) && scrap(after.chars().take_while(kana).count())
}

/// What may stand before another word of katakana.
const NAMED: Classes = Classes::KNOWN.and(Classes::TERRITORY);

/// Few words of katakana have so few letters.
const SCRAP: usize = 2;

fn split_scripts(text: &str, run: Span, sentence: usize, list: &mut Vec<Word>) {
    let mut start = run.start;
    let mut before = None;
    for (at, c) in run.of(text).char_indices() {
        let at = run.start + at;
        let shape = script(c);
        if let Some(shape_before) = before
            && shape_before != shape
        {
            list.push(Word::new(Span::new(start, at), shape_before, sentence));
            start = at;
        }
        before = Some(shape);
    }
    if let Some(shape) = before {
        list.push(Word::new(Span::new(start, run.end), shape, sentence));
    }
}

pub(super) fn script_of(word: &str) -> Shape {
    word.chars().next().map_or(Shape::Han, script)
}

fn script(c: char) -> Shape {
    match c {
        '\u{3041}'..='\u{309F}' => Shape::Hiragana,
        '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => {
            Shape::Katakana
        }
        _ => Shape::Han,
    }
}
