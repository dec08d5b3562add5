//! Golden rules of three sentence splitters: a text and its sentences each.
//!
//! Only rules that hold for news count. Which those are is told by what a rule asks for, in
//! families that [`Family`] names, and never by whether it passes.

use super::{files, rows, sentences};
use crate::score::{Data, Figure};
use std::collections::{BTreeMap, BTreeSet};

/// What makes a rule a convention of its tool rather than one about where sentences of published
/// text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// The expected text is not the given one: cleaning, not cutting.
    Rewritten,
    /// Several sentences inside quotation marks or brackets stay one; here each is one, so that what was
    /// said can be compared sentence by sentence.
    QuotationWhole,
    /// A sentence ends at a comma, colon or semicolon.
    Clause,
    /// The number of a list's item is a sentence of its own.
    Label,
    /// The text is cut into tokens, with a space before its marks, as no outlet prints it.
    Tokens,
    /// The letters of a word stand on lines of their own, as an extractor of PDF leaves them.
    Letters,
    /// Two rules cut the same text in two ways: one of them must fail.
    Contradicted,
}

struct Rule {
    suite: String,
    language: Option<String>,
    text: String,
    sentences: Vec<String>,
}

impl Rule {
    fn family(&self, cuts: &BTreeMap<String, BTreeSet<Vec<String>>>) -> Option<Family> {
        let bares: Vec<String> = self.sentences.iter().map(|s| bare(s)).collect();
        let whole = bare(&self.text);
        if whole != bares.concat() {
            return Some(Family::Rewritten);
        }
        if cuts.get(&whole).is_some_and(|cuts| cuts.len() > 1) {
            return Some(Family::Contradicted);
        }
        let lines = self.text.lines().map(str::trim);
        let letters = lines.filter(|line| line.chars().count() == 1).count();
        if letters >= 3 {
            return Some(Family::Letters);
        }
        if self.language.as_deref() != Some("fr")
            && [" . ", " , ", " ? ", " ! ", " ' ", " '' ", " \" "]
                .iter()
                .any(|mark| self.text.contains(mark))
        {
            return Some(Family::Tokens);
        }
        if bares.iter().any(|s| is_label(s)) {
            return Some(Family::Label);
        }
        let inner = bares.len().saturating_sub(1);
        if bares.iter().take(inner).any(|s| ends_clause(s)) {
            return Some(Family::Clause);
        }
        self.sentences
            .iter()
            .any(|s| quotes_several(s))
            .then_some(Family::QuotationWhole)
    }
}

/// Whether a sentence is nothing but the number of an item.
fn is_label(sentence: &str) -> bool {
    let number = sentence.trim_matches(['(', ')', '.']);
    let letters = |c: char| matches!(c, 'i' | 'v' | 'x') || c.is_ascii_digit();
    number.len() < sentence.len() && (1..=4).contains(&number.len()) && number.chars().all(letters)
}

/// Whether a sentence ends at a mark inside sentences; Armenian has a colon for its full stop,
/// Greek a semicolon for its question mark.
fn ends_clause(sentence: &str) -> bool {
    let mut back = sentence.chars().rev();
    let mark = back.next();
    let script = back.find(|c| c.is_alphabetic());
    let own =
        script.is_some_and(|c| matches!(c as u32, 0x370..=0x3FF | 0x1F00..=0x1FFF | 0x530..=0x58F));
    mark.is_some_and(|c| matches!(c, ',' | '،' | ':' | ';' | '、' | '，')) && !own
}

/// Whether a sentence holds the end of another inside quotation marks or brackets.
fn quotes_several(sentence: &str) -> bool {
    const QUOTES: [char; 18] = [
        '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '「', '」', '『', '』', '`', '(', ')', '（',
        '）',
    ];
    let chars: Vec<char> = sentence.chars().collect();
    chars.iter().enumerate().any(|(at, &c)| {
        let (before, after) = (chars.get(..at), chars.get(at + 1..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let loud = matches!(c, '!' | '?' | '。' | '．' | '！' | '？' | ':' | '։');
        let word = before.iter().rev().take_while(|c| c.is_lowercase()).count() >= 2;
        let next = after
            .iter()
            .find(|c| !c.is_whitespace() && !QUOTES.contains(c) && !matches!(c, '-' | '–' | '—'));
        let armenian = before
            .last()
            .is_some_and(|&c| matches!(c as u32, 0x530..=0x58F));
        let fresh = next.is_some_and(|c| !c.is_lowercase() && c.is_alphabetic());
        let opened = before.iter().any(|c| QUOTES.contains(c));
        let closed = after.iter().any(|c| QUOTES.contains(c));
        let directly = after.first().is_some_and(|c| QUOTES.contains(c));
        (loud && c != ':' || c == '.' && word || c == ':' && armenian)
            && fresh
            && opened
            && closed
            && !directly
    })
}

pub(super) fn figures(data: &Data) -> Option<Vec<Figure>> {
    let rules = read(data)?;
    let mut cuts: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for rule in &rules {
        let cut = rule.sentences.iter().map(|s| bare(s)).collect();
        cuts.entry(bare(&rule.text)).or_default().insert(cut);
    }
    // Passed and all, of the rules that count and of all that leave the text as it is.
    let mut suites: BTreeMap<(&str, bool), (u32, u32)> = BTreeMap::new();
    let mut families: BTreeMap<(&str, Option<Family>), u32> = BTreeMap::new();
    for rule in &rules {
        let family = rule.family(&cuts);
        *families.entry((&rule.suite, family)).or_default() += 1;
        if family == Some(Family::Rewritten) {
            continue;
        }
        let right: Vec<String> = rule.sentences.iter().map(|s| bare(s)).collect();
        let found: Vec<String> = sentences(&rule.text, rule.language.as_deref())
            .iter()
            .map(|span| bare(span.of(&rule.text)))
            .collect();
        let counts = [Some(false), family.is_none().then_some(true)];
        for counted in counts.into_iter().flatten() {
            let (passed, all) = suites.entry((&rule.suite, counted)).or_default();
            *all += 1;
            *passed += u32::from(found == right);
        }
        if found != right && family.is_none() && data.errors {
            show(rule, &right, &found);
        }
    }
    if data.errors {
        for ((suite, family), count) in &families {
            println!("{suite} {family:?}: {count} rules");
        }
    }
    let figure = |((suite, counted), (passed, all)): ((&str, bool), (u32, u32))| {
        let share = 100.0 * f64::from(passed) / f64::from(all.max(1));
        let which = if counted {
            "passed"
        } else {
            "passed, conventions too"
        };
        Figure::new(format!("sbd_golden/{suite}"), which, share)
    };
    Some(suites.into_iter().map(figure).collect())
}

fn read(data: &Data) -> Option<Vec<Rule>> {
    let mut rules = Vec::new();
    for path in files(&data.shared.join("eval/extract/sbd_golden"))? {
        let suite = path.file_stem()?.to_str()?.to_owned();
        for row in rows(&path)? {
            let sentences = row["sents"].as_array()?.iter();
            rules.push(Rule {
                suite: suite.clone(),
                language: row["lang"].as_str().map(str::to_owned),
                text: row["text"].as_str().unwrap_or_default().to_owned(),
                sentences: sentences
                    .filter_map(|s| s.as_str().map(str::to_owned))
                    .filter(|s| !s.trim().is_empty())
                    .collect(),
            });
        }
    }
    Some(rules)
}

/// Prints the sentences in which we and the rule differ.
fn show(rule: &Rule, right: &[String], found: &[String]) {
    let language = rule.language.as_deref().unwrap_or_default();
    println!("{} {language}", rule.suite);
    for (sign, ours, theirs) in [('-', right, found), ('+', found, right)] {
        for sentence in ours.iter().filter(|s| !theirs.contains(s)) {
            println!("  {sign} {sentence}");
        }
    }
}

/// A sentence without white space, so that rules that tidy it up still count.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
