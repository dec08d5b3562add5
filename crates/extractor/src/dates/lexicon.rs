//! The date words of one language, compiled from its pack into a trie over folded characters.

use super::fold::{fold, is_unspaced, is_word};
use lang::Pack;
use rustc_hash::FxHashMap;

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    #[default]
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A stretch of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
    Daytime,
}

/// Which stretch of a period is meant: "early May", "the end of 2007".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
    /// The first, second or last ten days: 上旬.
    Third(u8),
}

/// A way of counting years and naming months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Calendar {
    #[default]
    Gregorian,
    /// Lunar Hijri: the month begins when the moon is seen, so there is no exact conversion.
    Hijri,
    /// Solar Hijri, of Iran and Afghanistan.
    Persian,
    /// Hebrew: recognised, not converted.
    Hebrew,
    /// Years counted from a start: the Gregorian year is the year plus this.
    Offset(i16),
}

/// On which side of the amount a word such as "ago" stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// What a word says about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A month of a calendar.
    Month(u8, Calendar),
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A day of a week some weeks away: 上周二.
    WeekdayOf(i32, u8),
    /// A cardinal number in words.
    Number(u32),
    /// An ordinal number in words.
    Ordinal(u32),
    /// "several", "a few".
    Few,
    /// "week", which takes "last", "ago" and amounts.
    Unit(Unit),
    /// What makes the number before it a year, month, day, hour: 年, "Uhr", "года".
    Mark(Unit),
    /// What makes the number after it one: "im Jahr", "عام", "at".
    Lead(Unit),
    /// A decade by its tens: "the eighties".
    Decade(u32),
    /// An amount of units in one word: "يومين".
    Pair(u32, Unit),
    /// Yesterday or tomorrow (days away), as the sentence looks back or ahead: "कल".
    Either(i32),
    /// A unit away from now: "yesterday", "last year" as one word.
    Offset(Unit, i32, Option<Part>),
    /// "last", "this", "next" beside a unit, weekday, month, season.
    Shift(i32),
    /// "ago", "in": an amount of units away from now, back (-1) or ahead.
    Ago(i32, Side),
    /// A stretch of the day.
    Part(Part),
    /// A season: spring is 1.
    Season(u8),
    /// "early", "the end of".
    Edge(Edge),
    /// Opens or closes a period or bounds one: "since", "between".
    Bound(Bound),
    /// A preposition that stands before dates: "in", "on".
    In,
    /// Stands between two ends: "to", "and", "bis".
    To,
    /// Stands between two ends that "between" opened.
    And,
    /// No exact time, past (-1), present or future.
    Vague(i32),
    /// A feast on a fixed day, or this many days from Easter Sunday.
    Feast(Feast),
    /// Before or after a year: "AD", "هـ", "令和".
    Era(Calendar),
    /// "BC".
    BeforeChrist,
    /// "a.m." and "p.m.".
    HalfDay(bool),
    /// A time zone.
    Zone,
    /// Inside a date, without meaning: "of", "de", "the".
    Glue,
    /// Makes a frequency of what follows: "every".
    Every,
    /// The date already told of: "that day", 当日.
    Anaphor(Unit, i32, Option<Part>),
    /// What follows in the sentence lies ahead: "will".
    Future,
    /// Looks like a date word and is none.
    Not,
}

/// A feast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    Fixed(u8, u8),
    Easter(i32),
}

/// Which side of a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Since,
    Until,
    Before,
    After,
    From,
    Between,
}

/// When a word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct When {
    /// Only with a capital.
    pub capital: bool,
    /// Only beside a number or another date word.
    pub near: bool,
}

/// A matched entry: what the word can mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub senses: Vec<(Sense, When)>,
}

/// The date words of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    edges: FxHashMap<(u32, char), u32>,
    /// Entry of each node, where one ends there.
    ends: Vec<Option<u32>>,
    entries: Vec<Entry>,
    /// What may stand before a word without a space, longest first.
    before: Vec<String>,
    /// What may follow a word without a space.
    after: Vec<String>,
    /// What follows digits without a space: of ordinals (day) and decades.
    suffixes: Vec<(String, Unit)>,
    /// Day, month and year as digits print them.
    pub order: [Unit; 3],
    /// Whether a dot after digits makes an ordinal.
    pub ordinal_dot: bool,
}

impl Lexicon {
    /// Compiles a pack's lists.
    pub fn new(pack: &'static Pack) -> Self {
        let mut lexicon = Self {
            ends: vec![None],
            order: order(&pack.meta.date_order),
            ordinal_dot: pack.meta.ordinal_dot,
            ..Self::default()
        };
        for row in pack.rows("months") {
            let calendar = calendar(row.column(2));
            if let (Ok(month), Some(calendar)) = (row.column(1).parse(), calendar) {
                lexicon.add(row.key(), Sense::Month(month, calendar), row.column(3));
            }
        }
        for row in pack.rows("weekdays") {
            if let Ok(day) = row.column(1).parse() {
                lexicon.add(row.key(), Sense::Weekday(day), row.column(2));
            }
        }
        for row in pack.rows("date_words") {
            if row.column(1) == "suffix" {
                let form = row.key().chars().filter_map(fold).collect();
                lexicon
                    .suffixes
                    .extend(unit(row.column(2)).map(|unit| (form, unit)));
            } else if let Some(sense) = sense(row.column(1), row.column(2)) {
                lexicon.add(row.key(), sense, row.column(3));
            }
        }
        for row in pack.rows("date_clitics") {
            let form: String = row.key().chars().filter_map(fold).collect();
            match row.column(1) {
                "before" => lexicon.before.push(form),
                _ => lexicon.after.push(form),
            }
        }
        lexicon.before.sort_by_key(|form| usize::MAX - form.len());
        lexicon
    }

    fn add(&mut self, word: &str, sense: Sense, when: &str) {
        let mut node = 0;
        for c in word.chars().filter_map(fold) {
            let next = self.ends.len() as u32;
            node = *self.edges.entry((node, c)).or_insert(next);
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
            capital: when.contains("capital"),
            near: when.contains("near"),
        };
        self.entries[index as usize].senses.push((sense, when));
    }

    /// The entry of an atom.
    pub fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The longest word at the start of `text` that ends where a word may end, and its length.
    pub fn longest(&self, text: &str) -> Option<(u32, usize)> {
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
            let Some(&next) = self.edges.get(&(node, folded)) else {
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
                if self.may_end(text.get(end..).unwrap_or_default(), c) {
                    best = Some((entry, end));
                }
            }
        }
        best
    }

    /// Whether a word whose last letter is `last` may end before `rest`.
    fn may_end(&self, rest: &str, last: char) -> bool {
        let Some(next) = rest.chars().next() else {
            return true;
        };
        !is_word(next)
            || !is_word(last)
            || is_unspaced(last)
            || is_unspaced(next)
            || self.clitic_ends(rest)
            || self.part_ends(rest)
    }

    /// Whether `rest` is a clitic up to the end of the word.
    fn clitic_ends(&self, rest: &str) -> bool {
        self.after.iter().any(|clitic| {
            strip(rest, clitic)
                .is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphabetic))
        })
    }

    /// Whether `rest` is a stretch of the day up to the end of the word: "Dienstagabend".
    fn part_ends(&self, rest: &str) -> bool {
        let mut node = 0;
        for (at, c) in rest.char_indices() {
            let Some(folded) = fold(c) else { continue };
            let Some(&next) = self.edges.get(&(node, folded)) else {
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
        self.before
            .iter()
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

fn order(name: &str) -> [Unit; 3] {
    let mut order = [Unit::Day, Unit::Month, Unit::Year];
    for (slot, c) in order.iter_mut().zip(name.chars()) {
        *slot = match c {
            'y' => Unit::Year,
            'm' => Unit::Month,
            _ => Unit::Day,
        };
    }
    order
}

fn calendar(name: &str) -> Option<Calendar> {
    Some(match name {
        "" | "gregorian" => Calendar::Gregorian,
        "hijri" => Calendar::Hijri,
        "persian" => Calendar::Persian,
        "hebrew" => Calendar::Hebrew,
        offset => Calendar::Offset(offset.parse().ok()?),
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "dawn" => Part::Dawn,
        "morning" => Part::Morning,
        "noon" => Part::Noon,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        "midnight" => Part::Midnight,
        "daytime" => Part::Daytime,
        _ => return None,
    })
}

/// `day-1`, `day+0:evening`.
fn offset(value: &str) -> Option<(Unit, i32, Option<Part>)> {
    let (away, of_day) = value
        .split_once(':')
        .map_or((value, None), |(away, name)| (away, Some(name)));
    let at = away.find(['+', '-'])?;
    let (name, by) = away.split_at_checked(at)?;
    let of_day = match of_day {
        Some(name) => Some(part(name)?),
        None => None,
    };
    Some((unit(name)?, by.parse().ok()?, of_day))
}

/// A row of `date_words`: its role and value.
fn sense(role: &str, value: &str) -> Option<Sense> {
    Some(match role {
        "number" => Sense::Number(value.parse().ok()?),
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "few" => Sense::Few,
        "unit" => Sense::Unit(unit(value)?),
        "mark" => Sense::Mark(unit(value)?),
        "lead" => Sense::Lead(unit(value)?),
        "offset" => {
            let (unit, by, part) = offset(value)?;
            Sense::Offset(unit, by, part)
        }
        "anaphor" => {
            let (unit, by, part) = offset(value)?;
            Sense::Anaphor(unit, by, part)
        }
        "shift" => Sense::Shift(value.parse().ok()?),
        "ago" => match value {
            "before -" => Sense::Ago(-1, Side::Before),
            "after -" => Sense::Ago(-1, Side::After),
            "before +" => Sense::Ago(1, Side::Before),
            "after +" => Sense::Ago(1, Side::After),
            _ => return None,
        },
        "part" => Sense::Part(part(value)?),
        "season" => Sense::Season(value.parse().ok()?),
        "edge" => Sense::Edge(match value {
            "start" => Edge::Start,
            "middle" => Edge::Middle,
            "end" => Edge::End,
            _ => return None,
        }),
        "third" => Sense::Edge(Edge::Third(value.parse().ok()?)),
        "decade" => Sense::Decade(value.parse().ok()?),
        "pair" => {
            let (count, name) = value.split_once(' ')?;
            Sense::Pair(count.parse().ok()?, unit(name)?)
        }
        "weekday" => {
            let (weeks, day) = value.split_once(' ')?;
            Sense::WeekdayOf(weeks.parse().ok()?, day.parse().ok()?)
        }
        "either" => Sense::Either(value.parse().ok()?),
        "bound" => Sense::Bound(match value {
            "since" => Bound::Since,
            "until" => Bound::Until,
            "before" => Bound::Before,
            "after" => Bound::After,
            "from" => Bound::From,
            "between" => Bound::Between,
            _ => return None,
        }),
        "in" => Sense::In,
        "to" => Sense::To,
        "and" => Sense::And,
        "vague" => Sense::Vague(match value {
            "past" => -1,
            "present" => 0,
            "future" => 1,
            _ => return None,
        }),
        "feast" => Sense::Feast(if let Some(days) = value.strip_prefix("easter") {
            Feast::Easter(days.parse().ok()?)
        } else {
            let (month, day) = value.split_once('-')?;
            Feast::Fixed(month.parse().ok()?, day.parse().ok()?)
        }),
        "era" if value == "bc" => Sense::BeforeChrist,
        "era" => Sense::Era(calendar(value)?),
        "half-day" => Sense::HalfDay(value == "pm"),
        "zone" => Sense::Zone,
        "glue" => Sense::Glue,
        "every" => Sense::Every,
        "future" => Sense::Future,
        "not" => Sense::Not,
        _ => return None,
    })
}
