//! The mentions of one name in the article made one.

use super::cases::{key_of, listed_key};
use super::{Candidate, span_of};
use crate::lexicon::{Classes, fold, fold_into};
use crate::words::{Shape, Words};
use crate::{Mention, Name, NameKind, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use segmenter::Span;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Links candidates into names; what no evidence holds falls.
pub(super) fn mentions(words: &Words, mut candidates: Vec<Candidate>) -> Vec<Mention> {
    let text = words.document.article.text.as_str();
    // Words that the article also writes small are no names.
    let doubtful = candidates.iter().any(|candidate| !candidate.sure);
    let lower: FxHashSet<&str> = words
        .list
        .iter()
        .filter(|word| doubtful && word.shape == Shape::Lower)
        .map(|word| word.span.of(text))
        .collect();
    // An outlet names itself in its dateline; that is no name in the news.
    let outlet = words.document.article.outlet.as_str();
    let own: FxHashSet<String> = outlet
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    let own_spans: Vec<Span> = if outlet.is_empty() {
        Vec::new()
    } else {
        text.match_indices(outlet)
            .map(|(start, found)| Span::new(start, start + found.len()))
            .collect()
    };
    candidates.retain(|candidate| {
        let next = own_spans.partition_point(|own| own.end < candidate.span.end);
        let whole = own_spans
            .get(next)
            .is_some_and(|own| own.start <= candidate.span.start);
        let parts = candidate.tag.is_empty()
            && (candidate.first..candidate.end)
                .filter(|&i| !words.list[i].is_mark())
                .all(|i| own.contains(words.folded(i)));
        !whole && !parts
    });
    without_places(words, &mut candidates);
    as_surnames(words, &mut candidates);
    by_surname(words, &mut candidates);
    super::again::cut(words, &mut candidates);
    for candidate in &mut candidates {
        if words.lexicon.pack.meta.noun_capitals
            && !candidate.sure
            && let Some(first) = behind_particle(words, candidate)
        {
            candidate.first = first;
            candidate.span = span_of(words, first, candidate.end);
        }
    }
    // The parts of sure names, and the fullest name that each stands for; of listed names, which may
    // stand in other cases, the first form.
    let mut fullest: FxHashMap<String, usize> = FxHashMap::default();
    let folded: Vec<String> = candidates.iter().map(|c| fold(c.span.of(text))).collect();
    let linked: Vec<String> = folded.iter().map(|name| stem_of(words, name)).collect();
    for (index, candidate) in candidates.iter().enumerate() {
        if !candidate.sure {
            continue;
        }
        if !candidate.tag.is_empty() {
            let form = format!("{} {}", candidate.tag, linked[index]);
            fullest.entry(form).or_insert(index);
            continue;
        }
        let parts = linked[index].split_whitespace();
        // "بدر عبد العاطي": who is called "عبد العاطي" further on.
        let whole = linked[index].as_str();
        let ends = whole
            .match_indices(' ')
            .filter_map(|(at, _)| whole.get(at + 1..))
            .filter(|end| candidate.kind == NameKind::Person && end.contains(' '));
        for part in parts.chain([whole]).chain(ends) {
            let best = fullest.entry(part.to_owned()).or_insert(index);
            let longer = folded[index].len() > folded[*best].len();
            let is_whole = part == linked[index];
            // A person's name is meant before that of a body which holds it.
            let person = |index: usize| {
                candidates[index].kind == NameKind::Person && is_plain(words, &candidates[index])
            };
            let better = match (person(index), person(*best)) {
                (true, false) => longer || part != linked[*best],
                (false, true) => false,
                _ => longer,
            };
            if better && !is_whole {
                *best = index;
            }
        }
    }
    // How often the words of doubtful names are said.
    let mut said: FxHashMap<&str, usize> = FxHashMap::default();
    for (candidate, folded) in candidates.iter().zip(&folded) {
        if !candidate.sure && words.list[candidate.first].shape == Shape::Uncased {
            said.extend(folded.split_whitespace().map(|word| (word, 0)));
        }
    }
    let mut stem = String::new();
    for (i, word) in words.list.iter().enumerate() {
        if said.is_empty() || word.shape != Shape::Uncased {
            continue;
        }
        if let Some(times) = said.get_mut(words.folded(i)) {
            *times += 1;
        }
        for rest in stems(words, i) {
            fold_into(rest, &mut stem);
            if let Some(times) = said.get_mut(stem.as_str()) {
                *times += 1;
            }
        }
    }
    for ((candidate, folded), stem) in candidates.iter_mut().zip(&folded).zip(&linked) {
        if candidate.sure {
            continue;
        }
        let known = fullest.contains_key(stem.as_str())
            || stem
                .split_whitespace()
                .last()
                .is_some_and(|part| fullest.contains_key(part));
        let one = candidate.end - candidate.first == 1;
        // What a common noun announces is its name where the article says it again.
        let again = words.list[candidate.first].shape == Shape::Uncased
            && folded
                .split_whitespace()
                .all(|word| said.get(word).is_some_and(|&times| times > 1));
        candidate.sure = (known || again) && !(one && lower.contains(folded.as_str()));
    }
    let persons: FxHashSet<&str> = candidates
        .iter()
        .zip(&linked)
        .filter(|(candidate, _)| {
            candidate.sure
                && candidate.tag.is_empty()
                && candidate.kind == NameKind::Person
                && is_plain(words, candidate)
        })
        .flat_map(|(candidate, name)| {
            // Some names open with the surname: Wang Wenbin.
            let first = candidate.first;
            let surname = words.is(first, Classes::SURNAME) && !words.is(first, Classes::GIVEN);
            let mut parts = name.split_whitespace();
            let opening = parts.clone().next().filter(|_| surname);
            opening.into_iter().chain(parts.next_back())
        })
        .collect();
    let mut keys: FxHashMap<&str, String> = FxHashMap::default();
    let mut mentions: Vec<Mention> = Vec::new();
    for (candidate, stem) in candidates.iter().zip(&linked) {
        if !candidate.sure {
            continue;
        }
        let full = if candidate.tag.is_empty() {
            fullest.get(stem)
        } else {
            fullest.get(&format!("{} {stem}", candidate.tag))
        };
        let full = full.map_or(candidate, |&index| &candidates[index]);
        let name = full.span.of(text);
        // A preposition or a list tells less than the person's whole name: "il messaggio a
        // Kavanaugh", "Según Wang, Hamás y Fatah".
        let weak = matches!(candidate.kind, NameKind::Place | NameKind::Organisation)
            && candidate.tag.is_empty()
            && candidate.end == candidate.first + 1
            && persons.contains(stem.as_str());
        let kind = if candidate.kind == NameKind::Other || weak && full.kind == NameKind::Person {
            full.kind
        } else if weak {
            NameKind::Person
        } else {
            candidate.kind
        };
        // A list may tell the kind alone: the key is then how the name sounds.
        let key = if listed_key(candidate.tag).is_empty() {
            keys.entry(name)
                .or_insert_with(|| key_of(name, words.lexicon.cases()))
                .clone()
        } else {
            listed_key(candidate.tag).to_owned()
        };
        mentions.push(Mention {
            sentence: words.list[candidate.first].sentence,
            span: candidate.span,
            value: Value::Name(Name {
                kind,
                name: name.to_owned(),
                key,
            }),
        });
    }
    repeated(words, &candidates, &mut mentions);
    repeated_han(words, &candidates, &mut mentions);
    persons_by_part(text, &mut mentions);
    mentions.sort_by_key(|mention| (mention.span.start, Reverse(mention.span.end)));
    mentions.dedup_by(|b, a| a.span.overlaps(b.span));
    mentions
}

/// Whether a name has no small words, behind which something else may be named: "Telma TV della
/// Macedonia".
fn is_plain(words: &Words, candidate: &Candidate) -> bool {
    (candidate.first..candidate.end).all(|i| words.list[i].shape != Shape::Lower)
}

/// The first word behind the last small one inside a name: of "Markt von Altdorf", where every noun
/// has a capital, the last part may be one.
fn behind_particle(words: &Words, candidate: &Candidate) -> Option<usize> {
    (candidate.first..candidate.end)
        .rfind(|&i| words.list[i].shape == Shape::Lower)
        .map(|i| i + 1)
        .filter(|&first| first < candidate.end)
}

/// What all forms of a folded name share where names have cases, word by word.
fn stem_of(words: &Words, name: &str) -> String {
    let cases = words.lexicon.cases();
    let stems: Vec<&str> = name
        .split_whitespace()
        .map(|part| cases.stem(part))
        .collect();
    stems.join(" ")
}

/// Makes a territory a person's surname where the article names somebody so by a known given name and
/// the territory never behind a preposition: "Tom Holland opened the film. Holland said …".
fn as_surnames(words: &Words, candidates: &mut [Candidate]) {
    let stem = |i: usize| words.lexicon.cases().stem(words.folded(i));
    let one = |of: &Candidate| of.end == of.first + 1;
    let surnames: FxHashSet<&str> = candidates
        .iter()
        .filter(|of| of.tag.is_empty() && of.kind == NameKind::Person)
        .filter(|of| of.end == of.first + 2 && words.is(of.first, Classes::GIVEN))
        .map(|of| stem(of.end - 1))
        .collect();
    let is_one = |of: &Candidate| {
        one(of)
            && !of.tag.is_empty()
            && !of.tag.starts_with("place:")
            && of.kind == NameKind::Place
            && surnames.contains(stem(of.first))
    };
    let governed = |of: &Candidate| of.first > 0 && words.is_preposition(of.first - 1);
    let places: FxHashSet<&str> = candidates
        .iter()
        .filter(|of| is_one(of) && governed(of))
        .map(|of| stem(of.first))
        .collect();
    for candidate in candidates.iter_mut() {
        if is_one(candidate) && !places.contains(stem(candidate.first)) {
            candidate.tag = "";
            candidate.kind = NameKind::Person;
        }
    }
}

/// "Zeliha Aras …. Aras, … söyledi": what the lists have as a place is the person named before by that
/// surname, where it is the subject of a verb of speech.
fn by_surname(words: &Words, candidates: &mut [Candidate]) {
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    for candidate in candidates.iter_mut() {
        let (first, end) = (candidate.first, candidate.end);
        if candidate.kind == NameKind::Person && candidate.tag.is_empty() && end > first + 1 {
            surnames.insert(words.folded(end - 1));
            continue;
        }
        let bare = words.list[first].core == words.list[first].span;
        let lone = candidate.tag.starts_with("place:") && end == first + 1 && bare;
        let final_verb = words.lexicon.pack.meta.verb == lang::VerbPlace::Final;
        let speaks = words.is(end, Classes::VERB)
            || first > 0 && words.is(first - 1, Classes::VERB)
            || final_verb && words.opens_sentence(first) && words.mark(end) == Some(',');
        if lone && speaks && surnames.contains(words.folded(first)) {
            candidate.tag = "";
            candidate.kind = NameKind::Person;
        }
    }
}

/// Takes the place or the body of an office off the front of its holder's name, where the article
/// names it elsewhere: "Wali Kota Bandung | Tri Lestari", "Bupati Flores Timur | Ana Kolo".
fn without_places(words: &Words, candidates: &mut [Candidate]) {
    let of = |candidate: &Candidate| -> Vec<&str> {
        (candidate.first..candidate.end)
            .map(|i| words.lexicon.cases().stem(words.folded(i)))
            .collect()
    };
    // By their first word: the further words of each other name.
    let mut others: FxHashMap<&str, FxHashSet<Vec<&str>>> = FxHashMap::default();
    for candidate in candidates.iter().filter(|candidate| match candidate.kind {
        NameKind::Person => false,
        // "Yoon, …": a surname that opens a sentence is no place.
        NameKind::Other => candidate.sure,
        _ => true,
    }) {
        if let Some((first, rest)) = of(candidate).split_first() {
            others.entry(first).or_default().insert(rest.to_vec());
        }
    }
    for candidate in candidates.iter_mut() {
        if !candidate.tag.is_empty()
            || candidate.end - candidate.first < 3
            || !words.list[candidate.first].is_capital()
        {
            continue;
        }
        let parts = of(candidate);
        let Some((first, behind)) = parts.split_first() else {
            continue;
        };
        let holder = |front: usize| {
            candidate.kind == NameKind::Person || words.is(candidate.first + front, Classes::GIVEN)
        };
        let front = others.get(first).and_then(|named| {
            let lengths = named.iter().filter_map(|rest| {
                let apart = !rest.iter().any(|part| parts.contains(part));
                let whole = behind.starts_with(rest) && behind.len() >= rest.len() + 2;
                match (whole, apart) {
                    (true, _) => Some(1 + rest.len()),
                    (false, true) => Some(1),
                    _ => None,
                }
            });
            lengths.filter(|&front| holder(front)).max()
        });
        if let Some(front) = front {
            let first = candidate.first + front;
            candidate.first = first;
            candidate.kind = NameKind::Person;
            candidate.span = span_of(words, first, candidate.end);
        }
    }
}

/// Sure names in scripts without case, and single words of persons' names, wherever else they
/// stand.
fn repeated(words: &Words, candidates: &[Candidate], mentions: &mut Vec<Mention>) {
    let text = words.document.article.text.as_str();
    // By the first word: the further words and the candidate, longest first.
    let mut forms: FxHashMap<String, Vec<(Vec<String>, usize)>> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        if !candidate.sure
            || !candidate.tag.is_empty()
            || words.list[candidate.first].shape != Shape::Uncased
        {
            continue;
        }
        let parts: Vec<String> = (candidate.first..candidate.end)
            .map(|i| {
                // What is written onto its end is no part of the name: 논현동의.
                let core = words.list[i].core;
                let end = core.end.min(candidate.span.end);
                if end < core.end && core.start < end {
                    fold(Span::new(core.start, end).of(text))
                } else {
                    words.folded(i).to_owned()
                }
            })
            .collect();
        if candidate.kind == NameKind::Person {
            for part in parts.iter().filter(|part| part.chars().count() > 2) {
                forms
                    .entry(part.clone())
                    .or_default()
                    .push((Vec::new(), index));
            }
        }
        if let Some((first, rest)) = parts.split_first() {
            forms
                .entry(first.clone())
                .or_default()
                .push((rest.to_vec(), index));
        }
    }
    #[allow(
        clippy::iter_over_hash_type,
        reason = "each value is sorted on its own"
    )]
    for found in forms.values_mut() {
        found.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.1.cmp(&b.1)));
        found.dedup_by(|b, a| a.0 == b.0);
    }
    if forms.is_empty() {
        return;
    }
    let mut stem = String::new();
    for (i, word) in words.list.iter().enumerate() {
        if word.shape != Shape::Uncased
            || words.is(
                i,
                Classes::STOP
                    .and(Classes::VERB)
                    .and(Classes::PARTICLE)
                    .and(Classes::TITLE)
                    .and(Classes::THING),
            )
        {
            continue;
        }
        let folded = words.folded(i);
        let found = forms
            .get(folded)
            .map(|found| (word.core, found))
            .or_else(|| {
                stems(words, i).find_map(|rest| {
                    fold_into(rest, &mut stem);
                    let found = forms.get(stem.as_str())?;
                    let start = word.core.end - rest.len();
                    Some((Span::new(start, word.core.end), found))
                })
            })
            .or_else(|| {
                let mut bare = words.lexicon.before_endings(words.core(i));
                bare.find_map(|rest| {
                    fold_into(rest, &mut stem);
                    let found = forms.get(stem.as_str())?;
                    let end = word.core.start + rest.len();
                    Some((Span::new(word.core.start, end), found))
                })
            });
        let Some((own, (rest, index))) = found.and_then(|(own, found)| {
            let hit = found.iter().find(|(rest, _)| {
                rest.iter()
                    .enumerate()
                    .all(|(k, part)| words.folded(i + 1 + k) == part)
            })?;
            Some((own, hit))
        }) else {
            continue;
        };
        let end = if rest.is_empty() {
            own.end
        } else {
            span_of(words, i, i + 1 + rest.len()).end
        };
        let span = Span::new(own.start, end);
        let name = candidates[*index].span.of(text);
        mentions.push(Mention {
            sentence: word.sentence,
            span,
            value: Value::Name(Name {
                kind: candidates[*index].kind,
                name: name.to_owned(),
                key: key_of(name, words.lexicon.cases()),
            }),
        });
    }
}

/// So many letters of Han tell a person's name wherever they stand.
const PERSON: usize = 3;

/// Sure names in Han, and the surnames behind the dot of foreign ones, wherever else they stand; one of
/// two letters only where nothing else can be meant.
fn repeated_han(words: &Words, candidates: &[Candidate], mentions: &mut Vec<Mention>) {
    let text = words.document.article.text.as_str();
    // Of equal forms the first candidate's.
    let mut forms: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        let name = candidate.span.of(text);
        let han = name.chars().all(is_part_of_han);
        if !candidate.sure || !candidate.tag.is_empty() || !han {
            continue;
        }
        let letters = name.chars().count();
        if letters >= PERSON || matches!(candidate.kind, NameKind::Person | NameKind::Place) {
            forms.entry(name).or_insert(index);
        }
        if let Some((_, last)) = name.rsplit_once('·')
            && last.chars().count() > 1
        {
            forms.entry(last).or_insert(index);
        }
    }
    let lengths: BTreeSet<usize> = forms.keys().map(|form| form.len()).collect();
    // The text is read once: a document may hold thousands of names. Longer forms come first.
    let mut found: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
    for (start, _) in text.char_indices().filter(|(_, c)| is_part_of_han(*c)) {
        for &length in &lengths {
            let form = text.get(start..start + length);
            if let Some(&index) = form.and_then(|form| forms.get(form)) {
                found.push((Reverse(length), index, start));
            }
        }
    }
    found.sort_unstable();
    let mut taken = covered(mentions);
    let mut before = (Reverse(0), 0, 0);
    for (length, index, start) in found {
        let span = Span::new(start, start + length.0);
        // A form does not overlap itself.
        if (length, index) == (before.0, before.1) && start < before.2 {
            continue;
        }
        before = (length, index, span.end);
        // 米尔佐|扬: what was cut short is one with the whole name.
        let last = taken.range(..span.end).next_back();
        let cut = |from: usize, end: usize| from == span.start && end < span.end;
        if last.is_some_and(|(&from, &end)| end > span.start && !cut(from, end)) {
            continue;
        }
        let short = span.of(text).chars().count() < PERSON;
        if short && candidates[index].kind == NameKind::Person && !stands_free(words, span) {
            continue;
        }
        let Some(word) = words.list.get(words.at(start)) else {
            continue;
        };
        taken.insert(span.start, span.end);
        let name = candidates[index].span.of(text);
        mentions.push(Mention {
            sentence: word.sentence,
            span,
            value: Value::Name(Name {
                kind: candidates[index].kind,
                name: name.to_owned(),
                key: key_of(name, words.lexicon.cases()),
            }),
        });
    }
}

/// Whether two letters of Han that may be part of a word open a clause or stand before a verb of
/// speech, and are no word that a list knows: 奥塞在信中写道.
fn stands_free(words: &Words, span: Span) -> bool {
    let text = words.document.article.text.as_str();
    let before = text.get(..span.start).and_then(|t| t.chars().next_back());
    let opens = before.is_none_or(|c| !super::sound::is_han(c));
    let first = words.at(span.start);
    let behind = words.at(span.end);
    let known = (first..behind).any(|i| words.entry(i).is_some());
    !known && (opens || words.is(behind, Classes::VERB))
}

/// Whether a letter stands in names in Han.
fn is_part_of_han(c: char) -> bool {
    super::sound::is_han(c) || c == '·'
}

/// The stretches that mentions cover, none overlapping another: where each starts and ends.
fn covered(mentions: &[Mention]) -> BTreeMap<usize, usize> {
    let mut spans: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    spans.retain(|span| span.start < span.end);
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut covered: BTreeMap<usize, usize> = BTreeMap::new();
    for span in spans {
        match covered.last_entry() {
            Some(mut last) if *last.get() > span.start => {
                let end = span.end.max(*last.get());
                last.insert(end);
            }
            _ => {
                covered.insert(span.start, span.end);
            }
        }
    }
    covered
}

/// Word `i` without each of the clitics that may stand before it, as printed.
fn stems<'w>(words: &'w Words, i: usize) -> impl Iterator<Item = &'w str> + 'w {
    let behind = words.lexicon.behind_prefixes(words.core(i));
    behind.filter_map(|(_, rest)| (rest.chars().count() > 2).then_some(rest))
}

/// Makes what is written like the last part of a foreign person's name that person: 米洛耶维奇 behind
/// 德拉甘·米洛耶维奇.
fn persons_by_part(text: &str, mentions: &mut [Mention]) {
    let mut persons: FxHashMap<String, Name> = FxHashMap::default();
    for mention in mentions.iter() {
        let Value::Name(name) = &mention.value else {
            continue;
        };
        if let Some((_, last)) = name.name.rsplit_once(['·', '・'])
            && name.kind == NameKind::Person
        {
            persons.insert(last.to_owned(), name.clone());
        }
    }
    for mention in mentions.iter_mut() {
        let Value::Name(name) = &mut mention.value else {
            continue;
        };
        // 西雷加尔说: also where its place tells that it is a person's.
        if matches!(name.kind, NameKind::Other | NameKind::Person)
            && let Some(person) = persons.get(mention.span.of(text))
        {
            *name = person.clone();
        }
    }
}
