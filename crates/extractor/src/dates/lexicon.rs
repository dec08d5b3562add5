//! The date words of one language, compiled from its pack into a trie over folded characters.

mod roles;
mod sense;
mod trie;

pub(super) use sense::{Bound, Calendar, Case, Edge, Entry, Feast, Part, Sense, Side, Unit, When};

use super::fold::{fold, is_unspaced, is_word};
use lang::Pack;
use roles::{calendar, order, sense, unit};
use rustc_hash::{FxHashMap, FxHashSet};
use trie::Trie;

/// The date words of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    trie: Trie,
    /// Entry of each node, where one ends there.
    ends: Vec<Option<u32>>,
    entries: Vec<Entry>,
    /// What may stand before a word without a space, longest first.
    before: Vec<String>,
    /// What may follow a word without a space, by its first letter.
    after: FxHashMap<char, Vec<String>>,
    /// What follows digits without a space: of ordinals (day) and decades.
    suffixes: Vec<(String, Unit)>,
    /// What follows a word and says where or when: "ekimde".
    wheres: Vec<String>,
    /// What follows a word from which a stretch begins: "perşembeden".
    froms: Vec<String>,
    /// How the line of a dateline ends.
    datelines: Vec<&'static str>,
    /// How verbs end or begin that speak of the future, as printed.
    future_endings: Vec<(&'static str, bool)>,
    future_beginnings: Vec<&'static str>,
    /// Of each byte, whether such an ending ends with it or such a beginning begins with it: most
    /// words have neither.
    future_bytes: Vec<(bool, bool)>,
    /// Units with forms of their own for several.
    plurals: Vec<Unit>,
    /// Day, month and year as digits print them.
    pub order: [Unit; 3],
    /// Whether a dot after digits makes an ordinal.
    pub ordinal_dot: bool,
    /// The years that are of the Solar Hijri calendar where nothing names another.
    persian_years: Option<[i32; 2]>,
    /// What makes an amount of the number before it: "metres".
    units: FxHashSet<String>,
    /// What opens an indirect clause.
    complementisers: Vec<&'static str>,
}

/// Units of fewer letters are common words too: Italian "ha".
const UNIT_LETTERS: usize = 3;

/// How many letters of a word are looked at.
const LONGEST_UNIT: usize = 24;

/// How long a unit written onto a number may be, in letters: 港元.
const ONTO_LETTERS: usize = 4;

/// The one-word units that a pack writes after a number, but those of time.
fn units(pack: &'static Pack) -> FxHashSet<String> {
    let after = pack.rows("units").filter(|row| {
        !matches!(row.column(1), "duration" | "age" | "none") && row.column(2) != "before"
    });
    let forms = after.flat_map(|row| {
        // "the 2031 dollar bond"
        let money = row.column(1) == "currency";
        row.column(3)
            .split(',')
            .map(move |form| (form.trim(), money))
    });
    // 延べ2025人
    let counted = pack
        .rows("counted")
        .flat_map(|row| row.column(1).split(','));
    let counted = counted.map(|form| (form.trim(), true));
    forms
        .chain(counted)
        .filter(|(form, money)| {
            let long = form.chars().count() >= UNIT_LETTERS && !money;
            let onto = form
                .chars()
                .all(|c| is_unspaced(c) || crate::words::is_hangul(c));
            !form.is_empty() && !form.contains(' ') && (long || onto)
        })
        .map(|(form, _)| form.chars().filter_map(fold).collect())
        .collect()
}

impl Lexicon {
    /// Compiles a pack's lists.
    pub fn new(pack: &'static Pack) -> Self {
        let mut edges = FxHashMap::default();
        let mut forms = Vec::new();
        let mut future_bytes = vec![(false, false); 256];
        let mut lexicon = Self {
            ends: vec![None],
            order: order(&pack.meta.date_order),
            ordinal_dot: pack.meta.ordinal_dot,
            persian_years: pack.meta.persian_years,
            units: units(pack),
            complementisers: pack.rows("complementisers").map(|row| row.key()).collect(),
            datelines: pack.rows("datelines").map(|row| row.key()).collect(),
            ..Self::default()
        };
        for row in pack.rows("months") {
            let calendar = calendar(row.column(2));
            if let (Ok(month), Some(calendar)) = (row.column(1).parse(), calendar) {
                lexicon.add(
                    (&mut edges, &mut forms),
                    row.key(),
                    Sense::Month(month, calendar),
                    row.column(3),
                );
            }
        }
        for row in pack.rows("weekdays") {
            if let Ok(day) = row.column(1).parse() {
                lexicon.add(
                    (&mut edges, &mut forms),
                    row.key(),
                    Sense::Weekday(day),
                    row.column(2),
                );
            }
        }
        for row in pack.rows("date_words") {
            if row.column(1) == "suffix" {
                let form = row.key().chars().filter_map(fold).collect();
                lexicon
                    .suffixes
                    .extend(unit(row.column(2)).map(|unit| (form, unit)));
            } else if row.column(1) == "future-ending" {
                let whole = row.column(2) == "clause";
                if let Some(last) = row.key().bytes().next_back() {
                    future_bytes[usize::from(last)].0 = true;
                }
                lexicon.future_endings.push((row.key(), whole));
            } else if row.column(1) == "future-beginning" {
                if let Some(first) = row.key().bytes().next() {
                    future_bytes[usize::from(first)].1 = true;
                }
                lexicon.future_beginnings.push(row.key());
            } else if let Some(sense) = sense(row.column(1), row.column(2)) {
                lexicon.add((&mut edges, &mut forms), row.key(), sense, row.column(3));
            }
        }
        for row in pack.rows("date_clitics") {
            let form: String = row.key().chars().filter_map(fold).collect();
            if row.column(2) == "where" {
                lexicon.wheres.push(form.clone());
            }
            if row.column(2) == "from" {
                lexicon.froms.push(form.clone());
            }
            match row.column(1) {
                "before" => lexicon.before.push(form),
                _ => {
                    if let Some(first) = form.chars().next() {
                        lexicon.after.entry(first).or_default().push(form);
                    }
                }
            }
        }
        let plurals = lexicon.entries.iter().filter(|entry| {
            let plural = |(sense, _): &(Sense, When)| *sense == Sense::Plural;
            entry.senses.iter().any(plural)
        });
        let units = plurals.flat_map(|entry| entry.senses.iter());
        lexicon.plurals = units
            .filter_map(|(sense, _)| match sense {
                Sense::Unit(unit) => Some(*unit),
                _ => None,
            })
            .collect();
        lexicon.before.sort_by_key(|form| usize::MAX - form.len());
        lexicon
            .suffixes
            .sort_by_key(|(form, _)| usize::MAX - form.len());
        for entry in &mut lexicon.entries {
            let begins = |sense: Sense| sense.opens() || sense == Sense::Now;
            entry.begins = entry.senses.iter().any(|(sense, _)| begins(*sense));
        }
        lexicon.future_bytes = future_bytes;
        lexicon.trie = Trie::of(lexicon.ends.len(), edges);
        for form in &forms {
            lexicon.trie.note(form.chars());
        }
        lexicon
    }

    fn add(
        &mut self,
        (edges, forms): (&mut FxHashMap<(u32, char), u32>, &mut Vec<String>),
        word: &str,
        sense: Sense,
        when: &str,
    ) {
        forms.push(word.chars().filter_map(fold).collect());
        let mut node = 0;
        for c in word.chars().filter_map(fold) {
            let next = self.ends.len() as u32;
            node = *edges.entry((node, c)).or_insert(next);
            if node == next {
                self.ends.push(None);
            }
        }
        if node == 0 {
            return;
        }
        let entries = &mut self.entries;
        let slot = &mut self.ends[node as usize];
        let index = *slot.get_or_insert_with(|| {
            entries.push(Entry::default());
            entries.len() as u32 - 1
        });
        let when = When {
            case: if when.contains("capital") {
                Case::Capital
            } else if when.contains("lower") {
                Case::Lower
            } else {
                Case::Any
            },
            near: when.contains("near"),
            ahead: when.contains("ahead"),
            alone: when.contains("alone"),
        };
        self.entries[index as usize].senses.push((sense, when));
    }

    /// Whether a year is one of the Solar Hijri calendar where nothing names another.
    pub fn is_persian(&self, year: i32) -> bool {
        (self.persian_years).is_some_and(|[first, last]| (first..=last).contains(&year))
    }

    /// Whether a unit has forms of its own for several: "weeks".
    pub fn has_plural(&self, unit: Unit) -> bool {
        self.plurals.contains(&unit)
    }

    /// The entry of an atom.
    pub fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The longest word at the start of `text` that ends where a word may end, and its length.
    pub fn longest(&self, text: &str) -> Option<(u32, usize)> {
        if !self.trie.may_open(text) {
            return None;
        }
        let mut node = 0;
        let mut best = None;
        let mut space = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let Some(folded) = fold(c) else { continue };
            // A run of spaces is one.
            if folded == ' ' && std::mem::replace(&mut space, folded == ' ') {
                continue;
            }
            space = folded == ' ';
            let Some(next) = self.trie.step(node, folded) else {
                break;
            };
            node = next;
            if let Some(entry) = self.ends[node as usize] {
                let mut end = at + c.len_utf8();
                // Marks above the last letter belong to the word.
                while let Some(&(at, mark)) = chars.peek() {
                    if fold(mark).is_some() {
                        break;
                    }
                    end = at + mark.len_utf8();
                    chars.next();
                }
                if self.may_end(text, end, c) {
                    best = Some((entry, end));
                }
            }
        }
        best
    }

    /// Whether a word whose last letter is `last` may end at `end`. Abbreviations take no
    /// clitics.
    fn may_end(&self, text: &str, end: usize, last: char) -> bool {
        let rest = text.get(end..).unwrap_or_default();
        let Some(next) = rest.chars().next() else {
            return true;
        };
        !is_word(next)
            || is_unspaced(last)
            || is_unspaced(next)
            || !is_word(last)
            // "و2009"
            || (!last.is_ascii() && next.is_numeric())
            || (end > 2 && self.clitic_ends(rest))
            || self.part_ends(rest)
    }

    /// Whether `rest` is a clitic up to the end of the word.
    fn clitic_ends(&self, rest: &str) -> bool {
        let first = rest.chars().find_map(fold);
        let clitics = first.and_then(|first| self.after.get(&first));
        clitics.into_iter().flatten().any(|clitic| {
            strip(rest, clitic).is_some_and(|rest| {
                !rest
                    .chars()
                    .next()
                    .is_some_and(segmenter::letters::is_alphabetic)
            })
        })
    }

    /// Whether `rest` is a stretch of the day up to the end of the word: "Dienstagabend".
    fn part_ends(&self, rest: &str) -> bool {
        let mut node = 0;
        for (at, c) in rest.char_indices() {
            let Some(folded) = fold(c) else { continue };
            let Some(next) = self.trie.step(node, folded) else {
                return false;
            };
            node = next;
            let Some(entry) = self.ends[node as usize] else {
                continue;
            };
            let ends = rest
                .get(at + c.len_utf8()..)
                .and_then(|rest| rest.chars().next())
                .is_none_or(|next| !is_word(next));
            let senses = &self.entry(entry).senses;
            if ends && senses.iter().any(|(s, _)| matches!(s, Sense::Part(_))) {
                return true;
            }
        }
        false
    }

    /// Whether an ending that says where or when follows a word and closes it: "ekim(de)".
    pub fn is_where(&self, after: &str) -> bool {
        self.wheres
            .iter()
            .any(|form| strip(after, form).is_some_and(|rest| !rest.starts_with(is_word)))
    }

    /// Whether what stands between two words is nothing but an ending from which a stretch begins.
    pub fn is_from(&self, between: &str) -> bool {
        let ending = between.trim_start_matches(['\'', '’']);
        self.froms
            .iter()
            .any(|form| strip(ending, form).is_some_and(|rest| rest.trim().is_empty()))
    }

    /// Whether the text after a number begins with a unit.
    pub fn is_measured(&self, after: &str) -> bool {
        let rest = after.trim_start();
        let known = |length: usize| {
            let form = rest.get(..length).unwrap_or_default();
            let form: String = form.chars().filter_map(fold).collect();
            self.units.contains(&form)
        };
        let onto = |c: char| is_unspaced(c) || crate::words::is_hangul(c);
        if rest.starts_with(onto) {
            let ends = rest.char_indices().take(ONTO_LETTERS);
            return ends.map(|(at, c)| at + c.len_utf8()).any(known);
        }
        let word = rest.char_indices().take(LONGEST_UNIT);
        let end = word.take_while(|(_, c)| is_word(*c)).last();
        end.is_some_and(|(at, c)| known(at + c.len_utf8()))
    }

    /// Whether a word opens an indirect clause.
    pub fn opens_clause(&self, word: &str) -> bool {
        self.complementisers.contains(&word)
    }

    /// Whether the text after a day ends a dateline.
    pub fn closes_dateline(&self, after: &str) -> bool {
        // "9日（日本時間10日）", 今（13）日
        let inner = after.trim_start().strip_prefix(['(', '（']);
        let clock = inner.is_some_and(|inner| {
            let zone = |(entry, _): (u32, usize)| {
                let senses = &self.entry(entry).senses;
                senses.iter().any(|(s, _)| matches!(s, Sense::Zone(_)))
            };
            inner.starts_with(|c| super::fold::digit(c).is_some())
                || self.longest(inner).is_some_and(zone)
        });
        !clock && super::dateline::closes(after, &self.datelines)
    }

    /// Whether a word is a verb that speaks of the future, by its form; and if so, whether it
    /// holds for the whole clause.
    pub fn future(&self, word: &str) -> Option<bool> {
        let bytes = word.as_bytes();
        let (first, last) = (*bytes.first()?, *bytes.last()?);
        let known = |byte: u8| self.future_bytes.get(usize::from(byte)).copied();
        if !known(last)?.0 && !known(first)?.1 {
            return None;
        }
        let ends = |(end, _): &&(&str, bool)| word.ends_with(end);
        let starts = |start: &&str| {
            word.strip_prefix(start)
                .is_some_and(|rest| rest.chars().count() > 2)
        };
        match self.future_endings.iter().find(ends) {
            Some((_, whole)) => Some(*whole),
            None => self
                .future_beginnings
                .iter()
                .find(|s| starts(s))
                .map(|_| false),
        }
    }

    /// A suffix of digits at the start of `text` that ends the word, and its length.
    pub fn suffix(&self, text: &str) -> Option<(Unit, usize)> {
        self.suffixes.iter().find_map(|(form, unit)| {
            let rest = strip(text, form)?;
            let ends = rest
                .chars()
                .next()
                .is_none_or(|c| !is_word(c) || is_unspaced(c));
            ends.then_some((*unit, text.len() - rest.len()))
        })
    }

    /// How many bytes of clitics may be taken off the start of `text`, longest first.
    pub fn clitics_before<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let first = (!self.before.is_empty()).then(|| text.chars().find_map(fold));
        self.before
            .iter()
            .filter(move |form| Some(form.chars().next()) == first)
            .filter_map(|form| strip(text, form).map(|rest| text.len() - rest.len()))
    }
}

/// `text` without the folded `form` at its start.
fn strip<'a>(text: &'a str, form: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in form.chars() {
        loop {
            match fold(rest.next()?) {
                None => {}
                Some(c) if c == wanted => break,
                Some(_) => return None,
            }
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row that nothing reads would be lost in silence.
    #[test]
    fn every_row_of_date_words_is_understood() {
        let mut lost = Vec::new();
        for code in lang::codes() {
            for row in lang::pack_or_default(code).rows("date_words") {
                let (role, value) = (row.column(1), row.column(2));
                let understood = match role {
                    "suffix" => unit(value).is_some(),
                    "future-ending" | "future-beginning" => true,
                    role => sense(role, value).is_some(),
                };
                if !understood {
                    lost.push(format!("{code}: {} is {role} {value}", row.key()));
                }
            }
        }
        assert_eq!(lost, [""; 0]);
    }
}
