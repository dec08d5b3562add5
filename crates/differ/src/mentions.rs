//! The findings about what a statement mentions: quantities and dates.

use crate::name::{Bearers, are_copies, comparable};
use crate::place::{Place, breadth, language_of, place};
use crate::slots::{EQUAL, slots};
use crate::{Evidence, Finding, Kind, Verdict, attackers, confidence, date, explain, quantity};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Date, Mention, Precision, Quantity, Value};
use rust_decimal::Decimal;
use segmenter::{SentenceKind, Span};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// A mention of a statement with what it says and how the explanation prints it.
struct Said<T> {
    at: SentenceRef,
    mention: Mention,
    what: T,
    words: String,
    place: Option<Place>,
}

impl<T> Said<T> {
    /// Whether both stand between the same words of one language.
    fn in_place_of(&self, other: &Self) -> bool {
        self.place.is_some() && self.place == other.place
    }
}

/// How well two mentions fit that differ, where both stand between the same words: after all that
/// fit by what they say, but for the loosest.
const IN_PLACE: f32 = 0.3;

/// The findings about the mentions of a statement that several reports carry.
pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
) -> Vec<Finding> {
    let mut found = quantities(reports, index, statement, bearers);
    found.extend(ordinals(reports, index, statement));
    found.extend(dates(reports, index, statement));
    found
}

fn quantities(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
) -> Vec<Finding> {
    let said: Vec<Said<Quantity>> = collect(reports, statement, |report, mention| {
        let quantity = quantity::cardinal(mention).or_else(|| counted(report, mention))?;
        Some((quantity.clone(), quantity::in_words(quantity)))
    });
    let named: Vec<Option<(usize, bool)>> = said
        .iter()
        .map(|said| age_of(reports, bearers, said).filter(|_| quantity::is_age(&said.what)))
        .collect();
    let aged: Vec<Option<usize>> = named
        .iter()
        .map(|of| of.map(|(bearer, _)| bearer))
        .collect();
    // The ages of two persons do not answer each other; of one person they do, however far apart.
    let of_one_language =
        |a: usize, b: usize| language_of(reports, said[a].at) == language_of(reports, said[b].at);
    let one_person = |a: usize, b: usize| match (aged[a], aged[b]) {
        (Some(one), Some(other)) => Some(one == other),
        (Some(one), None) | (None, Some(one)) if of_one_language(a, b) => {
            let nameless = if aged[a].is_none() { a } else { b };
            tells_of_others(reports, bearers, &said[nameless], one).then_some(false)
        }
        _ => None,
    };
    let excluded = |a: usize, b: usize| {
        said[a].in_place_of(&said[b]) && quantity::exclude_in_place(&said[a].what, &said[b].what)
    };
    let diverge = |a: usize, b: usize| {
        quantity::relation(&said[a].what, &said[b].what) == Some(Verdict::Diverges)
    };
    // Sentences of one language with few words in common may count two things.
    let apart = |a: usize, b: usize| !comparable(reports, said[a].at, said[b].at);
    let distinct = |a: usize, b: usize| quantity::are_two_things(&said[a].what, &said[b].what);
    let ages = ages(&said, &aged);
    let nameless = |at: usize| {
        let nameless = aged[at].is_none() && quantity::is_age(&said[at].what);
        ages.get(&said[at].at).filter(|_| nameless)
    };
    let count = |at: usize| {
        let report = reports.get(said[at].at.report)?;
        Some(attackers::Count {
            report,
            mention: &said[at].mention,
            quantity: &said[at].what,
        })
    };
    let by_attacker = |a: usize, b: usize| {
        let counts = count(a).zip(count(b));
        counts.is_some_and(|(a, b)| attackers::differ_by_attacker(a, b))
    };
    let alike = |a: usize, b: usize| {
        let counts = count(a).zip(count(b));
        counts.is_some_and(|(a, b)| attackers::both_count_attacker(a, b))
    };
    let others = |a: usize, b: usize| {
        of_one_language(a, b)
            && (quantity::apart(&said[a].what, &said[b].what) && !alike(a, b)
                || nameless(a)
                    .zip(nameless(b))
                    .is_some_and(|(a, b)| are_others(a, b))
                || quantity::is_charge(&said[a].what)
                    && crime(reports, &said[a]) != crime(reports, &said[b]))
    };
    let two_things =
        |a: usize, b: usize| diverge(a, b) && (distinct(a, b) && apart(a, b) || others(a, b));
    let affinity = |a: usize, b: usize| {
        let related = || quantity::relation(&said[a].what, &said[b].what).is_some();
        let fits = quantity::affinity(&said[a].what, &said[b].what);
        match one_person(a, b) {
            Some(true) => fits.or_else(|| {
                // "Zawahri, 23, shot his brother Christopher Zawahri, 25": the whole name fits better.
                let alike = named[a].zip(named[b]).is_some_and(|(a, b)| a.1 == b.1);
                related().then_some(if alike { OF_ONE } else { OF_ONE - SHORT })
            }),
            Some(false) => fits.filter(|fits| *fits >= EQUAL),
            None if two_things(a, b) => None,
            None => fits.or_else(|| {
                let placed = related() && said[a].in_place_of(&said[b]);
                (placed || excluded(a, b)).then_some(IN_PLACE)
            }),
        }
    };
    let of: Vec<usize> = said.iter().map(|said| said.at.report).collect();
    let may_answer = |a: usize, b: usize, many: bool| {
        let (one, other) = (&said[a].what, &said[b].what);
        one_person(a, b) != Some(false)
            && (quantity::may_answer(one, other) || many && quantity::are_neighbours(one, other))
            && !(diverge(a, b)
                && (apart(a, b) || of_one_language(a, b) && distinct(a, b) || others(a, b)))
    };
    let slots = by_elimination(slots(&of, affinity), &of, may_answer);
    let born = |a: usize, b: usize| {
        quantity::is_age(&said[a].what)
            && may_be_birthday(
                reports,
                (said[a].at.report, &said[a].what),
                (said[b].at.report, &said[b].what),
            )
    };
    let part = |a: usize, b: usize| {
        of_one_language(a, b) && quantity::may_be_part(&said[a].what, &said[b].what)
    };
    let grown = |a: usize, b: usize| {
        let of = |at: usize| (said[at].at.report, &said[at].what);
        has_grown(reports, of(a), of(b))
    };
    of_slots(
        reports,
        index,
        statement,
        Kind::Quantity,
        &said,
        &slots,
        |a, b| match quantity::relation(&said[a].what, &said[b].what) {
            None | Some(Verdict::Compatible) if excluded(a, b) => (Verdict::Diverges, None),
            Some(Verdict::Diverges) if born(a, b) => {
                let remark = "a birthday may lie between the reports".to_owned();
                (Verdict::Compatible, Some(remark))
            }
            Some(Verdict::Diverges) if part(a, b) => (Verdict::Compatible, None),
            Some(Verdict::Diverges) if by_attacker(a, b) => {
                let remark = "with and without the attacker, who died too".to_owned();
                (Verdict::Compatible, Some(remark))
            }
            // "At least 18" may well be the 23 of the next day, which are news all the same.
            Some(verdict @ (Verdict::Diverges | Verdict::Compatible)) if grown(a, b) => {
                (verdict, Some("updated".to_owned()))
            }
            verdict => (verdict.unwrap_or(Verdict::Compatible), None),
        },
    )
}

/// A two that no article marks as known: "two caught fire", but not "the two sides".
fn counted<'a>(report: &Report, mention: &'a Mention) -> Option<&'a Quantity> {
    let Value::Quantity(quantity) = &mention.value else {
        return None;
    };
    if quantity.ordinal || quantity.value != Some(Decimal::TWO) {
        return None;
    }
    let document = &report.document;
    let pack = lang::pack_or_default(document.language_of(mention.sentence));
    let tokens = document.tokens(mention.sentence);
    let before = tokens
        .iter()
        .rev()
        .find(|t| t.span.end <= mention.span.start)?;
    let before = document.text_of(before.span).to_lowercase();
    let mut articles = pack.rows("determiners").peekable();
    if articles.peek().is_some() {
        (!articles.any(|row| row.key() == before)).then_some(quantity)
    } else {
        quantity.noun.is_none().then_some(quantity)
    }
}

/// By sentence, the ages in it of nobody named.
fn ages(
    said: &[Said<Quantity>],
    aged: &[Option<usize>],
) -> BTreeMap<SentenceRef, BTreeSet<Decimal>> {
    let mut ages: BTreeMap<SentenceRef, BTreeSet<Decimal>> = BTreeMap::new();
    for (said, bearer) in said.iter().zip(aged) {
        if bearer.is_none() && quantity::is_age(&said.what) {
            ages.entry(said.at).or_default().extend(said.what.value);
        }
    }
    ages
}

/// Whether the ages of two sentences are of two groups of persons: each tells of several, and none
/// of them of one that the other tells of ("a 14-year-old and an 18-year-old", "two 15-year-olds and
/// a 17-year-old").
fn are_others(one: &BTreeSet<Decimal>, other: &BTreeSet<Decimal>) -> bool {
    one.len() > 1 && other.len() > 1 && one.is_disjoint(other)
}

/// Of what charges are counted: the words behind "counts".
fn crime<'a>(reports: &'a [Report], said: &Said<Quantity>) -> Vec<&'a str> {
    let text = reports
        .get(said.at.report)
        .map(|report| &report.document.article.text);
    let after = text.and_then(|text| text.get(said.mention.span.end..));
    let words = after
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .skip(1)
        .take(CRIME)
        .collect()
}

/// Words that tell one crime from another: "of attempted murder".
const CRIME: usize = 3;

/// Days between two reports after which a birthday is likely enough to explain an age one higher.
const BIRTHDAY: i32 = 90;

/// Whether an age has grown as the time between the reports lets it.
fn may_be_birthday(reports: &[Report], a: (usize, &Quantity), b: (usize, &Quantity)) -> bool {
    let day = |report: usize| Some(published(reports, report)?.0);
    let (Some(one), Some(other)) = (day(a.0), day(b.0)) else {
        return false;
    };
    let days = one.until(other).map_or(0, |span| span.get_days());
    let years = a.1.value.zip(b.1.value);
    let years = years.and_then(|(one, other)| other.checked_sub(one));
    years.is_some_and(|years| {
        let later = if days < 0 { -years } else { years };
        let most = Decimal::from(days.abs() / 365 + 1);
        days.abs() >= BIRTHDAY && later > Decimal::ZERO && later <= most
    })
}

/// When a report came out, with the moment where its time is known.
fn published(
    reports: &[Report],
    report: usize,
) -> Option<(jiff::civil::Date, Option<jiff::Timestamp>)> {
    let published = &reports.get(report)?.document.article.published;
    let pieces = jiff::fmt::temporal::Pieces::parse(published.as_deref()?).ok()?;
    let moment = pieces.time().map(|time| {
        let offset = pieces.to_numeric_offset().unwrap_or(jiff::tz::Offset::UTC);
        offset.to_timestamp(pieces.date().to_datetime(time)).ok()
    });
    Some((pieces.date(), moment.flatten()))
}

/// How well two ages of one person fit that differ.
const OF_ONE: f32 = 1.5;

/// How much worse where one has the whole name and the other a part of it.
const SHORT: f32 = 0.1;

/// The person whose age is told, where a name stands beside it ("Ana Gomez, 68", "68-year-old
/// teacher Ana Gomez"), and whether it has more than one word.
fn age_of(reports: &[Report], bearers: &Bearers, said: &Said<Quantity>) -> Option<(usize, bool)> {
    let document = &reports.get(said.at.report)?.document;
    let age = said.mention.span;
    let persons = bearers.in_sentence(reports, said.at);
    let persons: Vec<(Span, usize)> = persons
        .into_iter()
        .filter(|(_, bearer)| bearers.may_be_person(*bearer))
        .collect();
    let between = |start: usize, end: usize| document.text_of(Span::new(start, end));
    let before = persons.iter().rev().find(|(name, _)| name.end <= age.start);
    let before = before.filter(|(name, _)| {
        let between = between(name.end, age.start);
        let letters = between.chars().filter(|c| c.is_alphabetic());
        letters.map(breadth).sum::<usize>() <= LINKS && !between.contains(['.', ';', '。'])
    });
    let after = persons.iter().find(|(name, _)| name.start >= age.end);
    let after = after.filter(|(name, _)| {
        let gap = between(age.end, name.start);
        // "his 14-year-old grandson, Nate Hill, was": an apposition closes as it opens.
        let rest = document.text_of(Span::new(name.end, document.article.text.len()));
        let gap = gap
            .strip_suffix(", ")
            .filter(|_| rest.starts_with(','))
            .unwrap_or(gap);
        gap.split_whitespace().count() <= TITLE && !gap.contains(STOPS)
    });
    // "Ruth Adeyemi, 52-year-old captain Samuel Bako": what no mark parts from the age is nearer; but
    // "Robert Johnson, a 21-year-old UCSB student".
    let spelled = |(name, _): &&(Span, usize)| {
        (document.text_of(*name).chars()).any(|c| c.is_alphabetic() && !c.is_uppercase())
    };
    let (name, bearer) = after.filter(spelled).or(before)?;
    Some((
        *bearer,
        document.text_of(*name).contains(char::is_whitespace),
    ))
}

/// Whether the sentence of an age of nobody named beside it, the only one there, tells of other persons
/// than `bearer`: of some who do not speak in it.
fn tells_of_others(
    reports: &[Report],
    bearers: &Bearers,
    said: &Said<Quantity>,
    bearer: usize,
) -> bool {
    let Some(report) = reports.get(said.at.report) else {
        return false;
    };
    let is_age = |mention: &&Mention| {
        mention.sentence == said.at.sentence
            && matches!(&mention.value, Value::Quantity(of) if quantity::is_age(of))
    };
    if !quantity::is_age(&said.what) || report.mentions.iter().filter(is_age).count() > 1 {
        return false;
    }
    let speaks = |name: Span| {
        report.mentions.iter().any(|mention| match &mention.value {
            Value::Quotation(quotation) => quotation
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.span.overlaps(name)),
            _ => false,
        })
    };
    let persons = bearers.in_sentence(reports, said.at);
    let mut told = persons
        .into_iter()
        .filter(|(name, of)| bearers.may_be_person(*of) && !speaks(*name))
        .peekable();
    told.peek().is_some() && told.all(|(_, of)| of != bearer)
}

/// Letters of what links a name with the age after it: "who was", "aged".
const LINKS: usize = 7;

/// Words of what may stand between an age and the name after it: "Navy logistics specialist".
const TITLE: usize = 4;

/// What parts an age from a name that is not its bearer's.
const STOPS: &[char] = &[',', '.', ';', ':', '(', ')', '،', '、', '，', '。'];

/// Ordinals that stand in one place and differ: "the 25th minute", "the 35th minute"; or that are
/// the only high ones of two sentences over languages. Others are not compared, for nothing tells
/// what each numbers.
fn ordinals(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let said: Vec<Said<Quantity>> =
        collect(reports, statement, |_, mention| match &mention.value {
            Value::Quantity(quantity) if quantity.ordinal && quantity.value.is_some() => {
                Some((quantity.clone(), quantity::in_words(quantity)))
            }
            _ => None,
        });
    let affinity = |a: usize, b: usize| said[a].in_place_of(&said[b]).then_some(IN_PLACE);
    let of: Vec<usize> = said.iter().map(|said| said.at.report).collect();
    let relation = |a: usize, b: usize| {
        let same = said[a].what.value == said[b].what.value;
        let verdict = if same {
            Verdict::Agrees
        } else {
            Verdict::Diverges
        };
        (verdict, None)
    };
    // Over languages only what is printed as high as no "first" or "second", and alone on both sides.
    let high = |at: usize| {
        said[at]
            .what
            .value
            .is_some_and(|value| value > Decimal::TEN)
    };
    let slots = by_elimination(slots(&of, affinity), &of, |a, b, _| {
        high(a) && high(b) && language_of(reports, said[a].at) != language_of(reports, said[b].at)
    });
    let mut found = of_slots(
        reports,
        index,
        statement,
        Kind::Quantity,
        &said,
        &slots,
        relation,
    );
    found.retain(|finding| finding.verdict == Verdict::Diverges);
    found
}

/// Whether two counts of what befell people may be one that grew: the report with the higher one
/// (of the missing, the lower one) came out later.
pub(crate) fn has_grown(reports: &[Report], a: (usize, &Quantity), b: (usize, &Quantity)) -> bool {
    let later = match (published(reports, a.0), published(reports, b.0)) {
        (Some((_, Some(one))), Some((_, Some(other)))) => one.cmp(&other),
        (Some((one, _)), Some((other, _))) => one.cmp(&other),
        _ => return false,
    };
    quantity::growth(a.1, b.1).is_some_and(|grown| grown == later)
}

fn dates(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let said: Vec<Said<Date>> =
        collect(reports, statement, |report, mention| match &mention.value {
            Value::Date(date) if !date.dateline && !is_stamp(report, mention, date) => {
                Some((date.clone(), date::in_words(date)))
            }
            _ => None,
        });
    let places: Vec<i32> = reports.iter().filter_map(offset).collect();
    let of_saying: Vec<bool> = said
        .iter()
        .map(|said| is_of_saying(reports, said))
        .collect();
    let affinity = |a: usize, b: usize| {
        let (one, other) = (&said[a], &said[b]);
        // "killed himself on Wednesday", "the sheriff said Thursday"
        if of_saying[a] != of_saying[b]
            && language_of(reports, one.at) == language_of(reports, other.at)
            && date::relation(&one.what, &other.what) == Verdict::Diverges
        {
            return None;
        }
        // Each sentence has its days; two times of one day are hardly of two things.
        let clocks = [one, other].map(|said| said.what.precision) == [Precision::Time; 2];
        if !clocks
            && date::relation(&one.what, &other.what) == Verdict::Diverges
            && !comparable(reports, one.at, other.at)
        {
            return None;
        }
        date::affinity(&said[a].what, &said[b].what).or_else(|| {
            let alike = said[a].what.precision == said[b].what.precision;
            (alike && said[a].in_place_of(&said[b])).then_some(IN_PLACE)
        })
    };
    let bounds: Vec<Option<date::Bound>> = said.iter().map(|said| bound(reports, said)).collect();
    let bounded = |a: usize, b: usize| {
        bounds[a].is_some_and(|bound| date::is_within(&said[a].what, bound, &said[b].what))
    };
    let of: Vec<usize> = said.iter().map(|said| said.at.report).collect();
    let slots = slots(&of, affinity);
    of_slots(
        reports,
        index,
        statement,
        Kind::Date,
        &said,
        &slots,
        |a, b| {
            let (one, other) = (&said[a], &said[b]);
            let own = [one, other].map(|said| offset(reports.get(said.at.report)?));
            match date::relation(&one.what, &other.what) {
                Verdict::Diverges if date::by_two_clocks(&one.what, &other.what, own, &places) => {
                    let remark = "one moment by the clocks of two places".to_owned();
                    (Verdict::Compatible, Some(remark))
                }
                Verdict::Diverges if bounded(a, b) || bounded(b, a) => (Verdict::Compatible, None),
                // A text that is printed again days later still says "two days ago".
                Verdict::Diverges
                    if one.what.relative
                        && other.what.relative
                        && printed(reports, one) == printed(reports, other)
                        && are_copies(reports, one.at, other.at) =>
                {
                    let remark = "the same words, printed on two days".to_owned();
                    (Verdict::Compatible, Some(remark))
                }
                verdict => (verdict, None),
            }
        },
    )
}

/// The side of a time that the word beside it names: "after 3 a.m.", 3時過ぎ.
fn bound(reports: &[Report], said: &Said<Date>) -> Option<date::Bound> {
    if said.what.precision != Precision::Time {
        return None;
    }
    let document = &reports.get(said.at.report)?.document;
    let span = said.mention.span;
    let text = &document.article.text;
    let (before, behind) = (text.get(..span.start)?, text.get(span.end..)?);
    let pack = lang::pack_or_default(document.language_of(said.at.sentence));
    let spaced = pack.meta.words == lang::Strategy::Spaces;
    let ends = |form: &str| {
        let rest = before.trim_end().strip_suffix(form);
        rest.is_some_and(|rest| !spaced || !rest.ends_with(char::is_alphanumeric))
    };
    let opens = |form: &str| {
        let rest = behind.trim_start().strip_prefix(form);
        rest.is_some_and(|rest| !spaced || !rest.starts_with(char::is_alphanumeric))
    };
    let last = pack.meta.verb == lang::VerbPlace::Final || !spaced;
    pack.rows("date_words")
        .filter(|row| row.column(1) == "bound")
        .find_map(|row| {
            let bound = match row.column(2) {
                "after" => date::Bound::After,
                "before" => date::Bound::Before,
                _ => return None,
            };
            // Small words stand behind their noun in languages whose verb ends the sentence.
            let stands = if last {
                opens(row.key())
            } else {
                ends(row.key())
            };
            stands.then_some(bound)
        })
}

/// Whether a time says when a line was written and not when something happened: in a live blog or a
/// ticker it opens the line and is set off by a colon or a bar ("UPDATE, 5:02 p.m.: …").
fn is_stamp(report: &Report, mention: &Mention, date: &Date) -> bool {
    let document = &report.document;
    let Some(line) = document.sentences.get(mention.sentence) else {
        return false;
    };
    let span = mention.span;
    let before = document.text_of(Span::new(line.span.start, span.start));
    let behind = document.text_of(Span::new(span.end, line.span.end.max(span.end)));
    let opens = before.split_whitespace().count() <= 1;
    // "10:43 p.m. ET:"
    let zone = |c: char| c.is_ascii_uppercase() || c.is_whitespace();
    date.precision == Precision::Time
        && (opens
            && behind
                .trim_start_matches(zone)
                .starts_with([':', '：', '|'])
            || before.trim_end().ends_with('|'))
}

/// Whether a date stands right behind who says something, or what tells that it is said: it tells
/// when that was said.
fn is_of_saying(reports: &[Report], said: &Said<Date>) -> bool {
    let Some(report) = reports.get(said.at.report) else {
        return false;
    };
    let start = said.mention.span.start;
    let document = &report.document;
    report.mentions.iter().any(|mention| {
        let Value::Quotation(quotation) = &mention.value else {
            return false;
        };
        let speaker = quotation.speaker.as_ref().map(|speaker| speaker.span);
        let content = |at: Span| quotation.content.iter().any(|part| part.overlaps(at));
        mention.sentence == said.mention.sentence
            && !content(said.mention.span)
            && [quotation.cue, speaker].into_iter().flatten().any(|span| {
                span.end <= start && {
                    let between = document.text_of(Span::new(span.end, start));
                    // "said on Thursday"
                    between.split_whitespace().count() <= 1
                        && between
                            .chars()
                            .all(|c| c.is_alphabetic() || c.is_whitespace())
                }
            })
    })
}

/// A mention as it is printed, in small letters.
fn printed<T>(reports: &[Report], said: &Said<T>) -> Option<String> {
    let document = &reports.get(said.at.report)?.document;
    Some(document.text_of(said.mention.span).to_lowercase())
}

/// The offset from UTC at which a report was published, in minutes.
fn offset(report: &Report) -> Option<i32> {
    let published = report.document.article.published.as_deref()?;
    let pieces = jiff::fmt::temporal::Pieces::parse(published).ok()?;
    Some(pieces.to_numeric_offset()?.seconds() / 60)
}

/// The mentions of a statement's running text that `pick` takes, in the order of the statement.
fn collect<T>(
    reports: &[Report],
    statement: &Statement,
    pick: impl Fn(&Report, &Mention) -> Option<(T, String)>,
) -> Vec<Said<T>> {
    let mut said = Vec::new();
    for &at in &statement.sentences {
        let Some(report) = reports.get(at.report) else {
            continue;
        };
        let kind = report
            .document
            .sentences
            .get(at.sentence)
            .map(|sentence| sentence.kind);
        if !matches!(kind, Some(SentenceKind::Body | SentenceKind::Item)) {
            continue;
        }
        let document = &report.document;
        let tokens = LazyCell::new(|| document.tokens(at.sentence));
        for mention in report
            .mentions
            .iter()
            .filter(|mention| mention.sentence == at.sentence)
        {
            if let Some((what, words)) = pick(report, mention) {
                said.push(Said {
                    at,
                    mention: mention.clone(),
                    what,
                    words,
                    place: place(document, at.sentence, &tokens, mention.span),
                });
            }
        }
    }
    said
}

/// Where so many reports give one number, what another one has in its stead is read less strictly.
const MANY: usize = 3;

/// Joins two slots that no report shares where each is the only one that the other may answer:
/// what is left over on both sides of a statement, when all else is matched, is most often one
/// thing counted, though each outlet calls it by another word ("21 sailors", "23 hostages").
/// `may_answer` is told whether [`MANY`] reports agree on one side.
fn by_elimination(
    mut slots: Vec<Vec<usize>>,
    of: &[usize],
    may_answer: impl Fn(usize, usize, bool) -> bool,
) -> Vec<Vec<usize>> {
    let many = |slot: &[usize]| {
        let reports: BTreeSet<usize> = slot.iter().map(|&at| of[at]).collect();
        reports.len() >= MANY
    };
    let disjoint = |a: &[usize], b: &[usize]| {
        let mut reports = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
        reports.all(|(x, y)| of[x] != of[y])
    };
    let answers: Vec<Vec<usize>> = slots
        .iter()
        .map(|a| {
            let fits = |b: &Vec<usize>| {
                let many = many(a) || many(b);
                disjoint(a, b) && a.iter().all(|&x| b.iter().all(|&y| may_answer(x, y, many)))
            };
            (0..slots.len())
                .filter(|&other| fits(&slots[other]))
                .collect()
        })
        .collect();
    for (one, of_one) in answers.iter().enumerate() {
        if let [other] = of_one[..]
            && one < other
            && answers[other] == [one]
        {
            let moved = std::mem::take(&mut slots[other]);
            slots[one].extend(moved);
            slots[one].sort_unstable();
        }
    }
    slots.retain(|slot| !slot.is_empty());
    slots
}

/// One finding for every slot of the mentions. The verdict is the gravest over all pairs of
/// reports, with the first remark that goes with it.
fn of_slots<T>(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    kind: Kind,
    said: &[Said<T>],
    slots: &[Vec<usize>],
    relation: impl Fn(usize, usize) -> (Verdict, Option<String>),
) -> Vec<Finding> {
    let carriers: BTreeSet<usize> = statement.sentences.iter().map(|at| at.report).collect();
    let of: Vec<usize> = said.iter().map(|said| said.at.report).collect();
    let mut found = Vec::new();
    for slot in slots {
        let in_reports: BTreeSet<usize> = slot.iter().map(|&mention| of[mention]).collect();
        let given: Vec<(String, usize)> = slot
            .iter()
            .map(|&mention| (said[mention].words.clone(), of[mention]))
            .collect();
        let mut explanation = explain::who_says_what(reports, &given);
        let mut verdict = Verdict::Agrees;
        if in_reports.len() == 1 {
            verdict = Verdict::SingleSource;
            let others: Vec<usize> = carriers.difference(&in_reports).copied().collect();
            explanation = format!(
                "{explanation}, not in {}",
                explain::outlets(reports, &others)
            );
        } else {
            let mut remark = None;
            for (position, &a) in slot.iter().enumerate() {
                for &b in slot.iter().skip(position + 1).filter(|&&b| of[a] != of[b]) {
                    let (pair, said) = relation(a, b);
                    if verdict.gravity() < pair.gravity() {
                        (verdict, remark) = (pair, said);
                    }
                }
            }
            if let Some(remark) = remark {
                explanation = format!("{remark}: {explanation}");
            }
        }
        found.push(Finding {
            kind,
            verdict,
            statement: Some(index),
            explanation,
            confidence: confidence::of(kind, verdict, Some(statement)),
            evidence: slot
                .iter()
                .map(|&mention| Evidence {
                    at: said[mention].at,
                    span: said[mention].mention.span,
                    value: said[mention].words.clone(),
                })
                .collect(),
        });
    }
    found
}
