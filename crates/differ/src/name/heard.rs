//! Whether a name may be heard in another report, in whatever script: what the extractor did not
//! take for a name, or spelt in a way that it cannot match, is nobody else.

use super::spelling::script;
use aligner::Report;
use extractor::{Name, NameKind, NameMatch, Spoken, Value};
use segmenter::Span;
use std::collections::BTreeSet;

/// Sounds over scripts at least this near may be one name that the extractor holds for two.
pub(super) const HEARD: f32 = 0.55;

/// The same of words that nothing says to be names: Zoran sounds a little like هواداران, supporters.
const HEARD_WORD: f32 = 0.7;

/// Over scripts shorter words sound like too many others, where one of the two writes no vowels.
const TELLING: usize = 3;

/// The same of words that nothing says to be names (на sounds like "Aulia").
const TELLING_WORD: usize = 4;

/// Of two names that have several parts so many sound alike where they name one person: by one alone
/// a report seems to name half of all others somewhere.
const PARTS: usize = 2;

/// Whether a part of a name sounds like a word of a sentence, or like a name in it; or, `elsewhere`,
/// two parts like a name anywhere in the report.
pub(super) fn sounds_in(name: &str, report: &Report, sentence: usize, elsewhere: bool) -> bool {
    let parts: Vec<Name> = name
        .split([' ', '·', '・', '-', '＝'])
        .filter(|part| part.chars().count() > 1)
        .map(person)
        .collect();
    let spoken: Vec<Spoken> = parts.iter().map(Spoken::of).collect();
    // How many of the parts sound like one of the words.
    let alike = |words: &[&str], least: f32| {
        let words: Vec<Name> = words
            .iter()
            .filter(|word| word.chars().count() > 1)
            .map(|word| person(word))
            .collect();
        let heard: Vec<Spoken> = words.iter().map(Spoken::of).collect();
        let sounds = |(part, spoken): &(&Name, &Spoken)| {
            words
                .iter()
                .zip(&heard)
                .any(|(word, heard)| may_be_one((part, spoken), (word, heard), least))
        };
        parts.iter().zip(&spoken).filter(sounds).count()
    };
    let document = &report.document;
    let names = || {
        report
            .mentions
            .iter()
            .filter_map(|mention| match &mention.value {
                Value::Name(other) => Some((mention, other)),
                _ => None,
            })
    };
    // What is a place or a body is nobody: 伯明翰 sounds a little like Paul.
    let is_nobody = |kind: NameKind| matches!(kind, NameKind::Place | NameKind::Organisation);
    let known: BTreeSet<(bool, &str)> = names()
        .filter(|(_, other)| !is_nobody(other.kind))
        .map(|(mention, other)| (mention.sentence == sentence, other.name.as_str()))
        .collect();
    let named = known.into_iter().any(|(here, other)| {
        let words: Vec<&str> = other.split_whitespace().collect();
        let needed = if here {
            1
        } else {
            PARTS.min(parts.len()).min(words.len()).max(1)
        };
        (here || elsewhere) && alike(&words, HEARD) >= needed
    });
    let beside: Vec<Span> = names()
        .filter(|(mention, other)| mention.sentence == sentence && is_nobody(other.kind))
        .map(|(mention, _)| mention.span)
        .collect();
    let own = script(name);
    let mut words = document.tokens(sentence).into_iter().filter(|token| {
        let word = document.text_of(token.span);
        let long = script(word) == own || word.chars().count() >= TELLING_WORD;
        // In a script with capitals a word without one is no name: "dan" is Indonesian for "and".
        let small = word.chars().any(char::is_lowercase) && !word.chars().any(char::is_uppercase);
        long && !small && !beside.iter().any(|span| span.overlaps(token.span))
    });
    named || words.any(|token| alike(&[document.text_of(token.span)], HEARD_WORD) > 0)
}

fn person(text: &str) -> Name {
    Name {
        kind: NameKind::Person,
        name: text.to_owned(),
        key: extractor::romanise(text),
    }
}

fn may_be_one(
    (part, spoken): (&Name, &Spoken),
    (word, heard): (&Name, &Spoken),
    least: f32,
) -> bool {
    let (relation, score) = spoken.stands_to(heard);
    relation != NameMatch::Different
        || score >= least
            && script(&part.name) != script(&word.name)
            && part.name.chars().count().min(word.name.chars().count()) >= TELLING
}
