//! The findings about what a statement mentions: how mentions are collected and set against each
//! other, and the quantities.

use crate::ages::{
    OF_ONE, SHORT, age_of, ages, are_others, is_one_more, may_be_birthday, tells_age,
    tells_of_others,
};
use crate::attackers::Deaths;
use crate::elsewhere::Elsewhere;
use crate::name::{Bearers, comparable};
use crate::parts::are_whole_and_part;
use crate::place::{Place, language_of, place};
use crate::slots::{EQUAL, is_of_many, slots};
use crate::subjects::{are_of_two, subject, teller};
use crate::{
    Evidence, Finding, Kind, Verdict, attackers, confidence, dated, explain, quantity, restated,
};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Approximation, Mention, Quantity, Scope, Unit, Value};
use rust_decimal::Decimal;
use segmenter::SentenceKind;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// A mention of a statement with what it says and how the explanation prints it.
pub(crate) struct Said<T> {
    pub(crate) at: SentenceRef,
    pub(crate) mention: Mention,
    pub(crate) what: T,
    pub(crate) words: String,
    pub(crate) place: Option<Place>,
    /// Whether its sentence tells the statement inside more.
    pub(crate) inside: bool,
}

impl<T> Said<T> {
    /// Whether one of the two is told inside more that a sentence says, beside the only sentence
    /// of its statement: what differs there may be of something else.
    pub(crate) fn is_doubtful(&self, other: &Self, statement: &Statement) -> bool {
        (self.inside || other.inside) && statement.sentences.len() < 2
    }

    /// Whether both stand between the same words of one language.
    pub(crate) fn in_place_of(&self, other: &Self) -> bool {
        self.place.is_some() && self.place == other.place
    }
}

/// How well two mentions fit that differ, where both stand between the same words: after all that
/// fit by what they say, but for the loosest.
pub(crate) const IN_PLACE: f32 = 0.3;

/// The findings about the mentions of a statement that several reports carry.
pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
    deaths: &Deaths,
    elsewhere: &Elsewhere,
) -> Vec<Finding> {
    let mut found = quantities(reports, index, statement, bearers, deaths, elsewhere);
    found.extend(ordinals(reports, index, statement));
    found.extend(dated::findings(reports, index, statement, elsewhere));
    found
}

/// Bytes between the one unit of a currency and its price in another: "$1 = ", 1美元兑.
const PRICED: usize = 8;

/// Whether a quantity is the one unit of a currency of which the sum right behind it is the price: who
/// prints "16.8 to the dollar" says the same.
fn is_rate_of(report: &Report, mention: &Mention, quantity: &Quantity) -> bool {
    let one = quantity.value == Some(Decimal::ONE);
    let Some(own) = quantity::currency_code(quantity).filter(|_| one) else {
        return false;
    };
    let end = mention.span.end;
    let mut beside = (report.mentions.iter())
        .filter(|other| (end..=end + PRICED).contains(&other.span.start))
        .filter_map(quantity::cardinal);
    beside.any(|other| quantity::currency_code(other).is_some_and(|code| code != own))
}

fn quantities(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    bearers: &Bearers,
    deaths: &Deaths,
    elsewhere: &Elsewhere,
) -> Vec<Finding> {
    let mut said: Vec<Said<Quantity>> = collect(reports, statement, |report, mention| {
        let quantity = quantity::cardinal(mention).or_else(|| counted(report, mention))?;
        let told = !is_rate_of(report, mention, quantity);
        told.then(|| (quantity.clone(), quantity::in_words(quantity)))
    });
    as_ages(reports, &mut said);
    as_elided(reports, &mut said);
    as_measured(&mut said);
    as_dozens(reports, &mut said);
    let said = said;
    let subjects: Vec<Option<usize>> = (0..said.len())
        .map(|own| subject(reports, bearers, &said, own))
        .collect();
    let tellers: Vec<_> = (0..said.len())
        .map(|own| teller(reports, &said, own))
        .collect();
    // What a sentence tells besides, others tell there.
    let besides = |own: usize| {
        let own = &said[own];
        let here = |other: &Said<Quantity>| {
            other.at.report != own.at.report && quantity::is_same(&own.what, &other.what)
        };
        let there = |mention: &Mention| {
            quantity::cardinal(mention).is_some_and(|there| quantity::is_same(&own.what, there))
        };
        elsewhere.is_told(index, own.at, there) && !said.iter().any(here)
    };
    let named: Vec<Option<(usize, bool)>> = said
        .iter()
        .map(|said| {
            age_of(reports, bearers, said.at, said.mention.span)
                .filter(|_| quantity::is_age(&said.what))
        })
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
    // Who tells a sum in two currencies slips in neither.
    let restates = |own: usize| {
        said.iter().any(|other| {
            other.at == said[own].at && quantity::in_two_currencies(&other.what, &said[own].what)
        })
    };
    let excluded = |a: usize, b: usize| {
        let (one, other) = (&said[a], &said[b]);
        one.in_place_of(other) && quantity::exclude_in_place(&one.what, &other.what)
            || quantity::is_figure_in_two_currencies(&one.what, &other.what)
                && !restates(a)
                && !restates(b)
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
    let count = |at: usize| attackers::Count {
        at: said[at].at,
        mention: &said[at].mention,
        quantity: &said[at].what,
    };
    let by_attacker = |a: usize, b: usize| deaths.part(count(a), count(b));
    let alike = |a: usize, b: usize| deaths.name_attacker(count(a), count(b));
    let of_two_persons = |a: usize, b: usize| {
        let tells = |of: usize, other: usize| {
            let report = said[other].at.report;
            aged[of]
                .is_some_and(|person| tells_age(reports, bearers, report, person, &said[of].what))
        };
        quantity::is_age(&said[a].what)
            && quantity::is_age(&said[b].what)
            && (tells(a, b) || tells(b, a))
    };
    // "Three victims and four others were killed": how many are the others depends on the first.
    let is_rest = |at: usize| {
        let own = &said[at].what;
        let beside = |other: &Said<Quantity>| {
            other.at == said[at].at
                && other.what.scope != Scope::Others
                && quantity::may_be_of_one_fate(&other.what, own)
        };
        own.scope == Scope::Others && said.iter().any(beside)
    };
    let others = |a: usize, b: usize| {
        of_two_persons(a, b)
            || quantity::is_one_more(&said[a].what, &said[b].what)
            || nameless(a)
                .zip(nameless(b))
                .is_some_and(|(a, b)| is_one_more(a, b))
                && !quantity::is_slip(&said[a].what, &said[b].what)
            || are_whole_and_part(reports, &said, a, b)
            || are_of_two(&said, &subjects, a, b)
            || tellers[a].zip(tellers[b]).is_some_and(|(a, b)| a != b)
            || !said[a].in_place_of(&said[b]) && (besides(a) || besides(b))
            || of_one_language(a, b)
                && (is_rest(a)
                    || is_rest(b)
                    || quantity::apart(&said[a].what, &said[b].what) && !alike(a, b)
                    || nameless(a)
                        .zip(nameless(b))
                        .is_some_and(|(a, b)| are_others(a, b))
                    || quantity::is_charge(&said[a].what)
                        && crime(reports, &said[a]) != crime(reports, &said[b]))
    };
    let two_things =
        |a: usize, b: usize| diverge(a, b) && (distinct(a, b) && apart(a, b) || others(a, b));
    let is_age = |at: usize| quantity::is_age(&said[at].what);
    let doubtful = |a: usize, b: usize| {
        let inside = said[a].inside || said[b].inside;
        said[a].is_doubtful(&said[b], statement)
            || inside && (is_age(a) && is_age(b) || of_one_language(a, b))
    };
    // "280 million yuan (about 39 million dollars)": who tells a sum in two currencies lends only the
    // one that others have, or the first.
    let shared: Vec<bool> = said
        .iter()
        .map(|own| {
            said.iter().any(|other| {
                other.at.report != own.at.report
                    && quantity::relation(&own.what, &other.what).is_some()
                    && !quantity::in_two_currencies(&own.what, &other.what)
            })
        })
        .collect();
    let converted: Vec<bool> = (0..said.len())
        .map(|own| {
            let ours = &said[own];
            let original = |other: usize| {
                let theirs = &said[other];
                theirs.at == ours.at
                    && quantity::in_two_currencies(&ours.what, &theirs.what)
                    && (shared[other] || theirs.mention.span < ours.mention.span)
            };
            !shared[own] && (0..said.len()).any(original)
        })
        .collect();
    let exchanged = |a: usize, b: usize| {
        (converted[a] || converted[b])
            && quantity::in_two_currencies(&said[a].what, &said[b].what)
            && !said[a].in_place_of(&said[b])
    };
    // Of the kind that one number counts the other's sentence has its own.
    let claimed = |a: usize, b: usize| {
        let by = |known: usize, bare: usize| {
            let mut beside = said.iter().filter(|other| other.at == said[bare].at);
            beside
                .any(|other| quantity::is_claimed(&said[known].what, &said[bare].what, &other.what))
        };
        by(a, b) || by(b, a)
    };
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
            None if two_things(a, b)
                || exchanged(a, b)
                || claimed(a, b)
                || diverge(a, b) && doubtful(a, b) =>
            {
                None
            }
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
            && !claimed(a, b)
            && (quantity::may_answer(one, other, many)
                || many && quantity::are_neighbours(one, other))
            && !(diverge(a, b)
                && (doubtful(a, b)
                    || apart(a, b)
                    || of_one_language(a, b) && distinct(a, b)
                    || !many && !of_one_language(a, b) && quantity::are_bare_few(one, other)
                    || others(a, b)))
    };
    let mut slots = by_elimination(slots(&of, affinity), &of, may_answer);
    // Where all print one currency, what one report converts it to is that report's alone.
    let fits = |a: usize, b: usize| quantity::relation(&said[a].what, &said[b].what);
    let is_mixed = |slot: &[usize]| {
        let mut pairs = slot.iter().flat_map(|&x| slot.iter().map(move |&y| (x, y)));
        pairs.any(|(x, y)| fits(x, y) != Some(Verdict::Agrees))
    };
    restated::join(
        &mut slots,
        &of,
        &restated::amounts(reports, &said),
        is_mixed,
        |a, b| fits(a, b).is_some_and(|verdict| verdict != Verdict::Diverges),
    );
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
    let of_report = |at: usize| (said[at].at.report, &said[at].what);
    let mut steady = vec![false; said.len()];
    for slot in &slots {
        let all: Vec<_> = slot.iter().map(|&at| of_report(at)).collect();
        let only_grew = only_grew(reports, &all);
        for &at in slot {
            steady[at] = only_grew;
        }
    }
    let grown = |a: usize, b: usize| steady[a] && has_grown(reports, of_report(a), of_report(b));
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

/// Reads years as an age where a report in another language has an age near by: many languages
/// say no more than "a pedlar of 34 years".
fn as_ages(reports: &[Report], said: &mut [Said<Quantity>]) {
    let told: Vec<bool> = said
        .iter()
        .map(|own| {
            let language = language_of(reports, own.at);
            let mut others = said.iter();
            others.any(|other| {
                quantity::is_near_age(&own.what, &other.what)
                    && language_of(reports, other.at) != language
            })
        })
        .collect();
    for (own, _) in said.iter_mut().zip(told).filter(|(_, told)| *told) {
        own.what = quantity::as_age(&own.what);
    }
}

/// Reads a bare number as an age where the same word stands before it and an age before it in its sentence:
/// "una mujer de 71 años y un niño de seis".
fn as_elided(reports: &[Report], said: &mut [Said<Quantity>]) {
    let word_before = |of: &Said<Quantity>| {
        let report = reports.get(of.at.report)?;
        let before = report.document.article.text.get(..of.mention.span.start)?;
        let before = before.strip_suffix(' ')?;
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (!word.is_empty()).then(|| word.to_lowercase())
    };
    let elided: Vec<Option<Unit>> = said
        .iter()
        .map(|own| {
            let word = word_before(own).filter(|_| quantity::may_be_bare_age(&own.what))?;
            let ages = said.iter().filter(|other| {
                other.at == own.at
                    && other.mention.span < own.mention.span
                    && quantity::is_age(&other.what)
            });
            let mut like = ages.filter(|other| word_before(other).as_ref() == Some(&word));
            like.next_back()?.what.unit.clone()
        })
        .collect();
    for (own, unit) in said
        .iter_mut()
        .zip(elided)
        .filter(|(_, unit)| unit.is_some())
    {
        own.words = quantity::in_words(&Quantity {
            unit: unit.clone(),
            ..own.what.clone()
        });
        own.what.unit = unit;
    }
}

/// Lends a bare number the unit of an equal one that another report measures: "a limit of 60" beside
/// "60 kilometres an hour" is held against "37 mph".
fn as_measured(said: &mut [Said<Quantity>]) {
    let lent: Vec<Option<Unit>> = said
        .iter()
        .map(|own| {
            let others = said.iter().filter(|other| other.at.report != own.at.report);
            let mut units = others.filter_map(|other| quantity::unit_for(&own.what, &other.what));
            let first = units.next()?;
            units.all(|unit| unit.id == first.id).then(|| first.clone())
        })
        .collect();
    for (own, unit) in said.iter_mut().zip(lent).filter(|(_, unit)| unit.is_some()) {
        own.what.unit = unit;
    }
}

/// Reads one dozen, or ten, that is told by a noun ("a dozen", "une dizaine") as about so many.
fn as_dozens(reports: &[Report], said: &mut [Said<Quantity>]) {
    for own in said {
        let about = own.what.approximation == Approximation::Exact && quantity::is_dozen(&own.what);
        let Some(report) = reports.get(own.at.report).filter(|_| about) else {
            continue;
        };
        let document = &report.document;
        let printed = document.text_of(own.mention.span).to_lowercase();
        let pack = lang::pack_or_default(document.language_of(own.at.sentence));
        let noun = |form: &str| printed.split(' ').any(|word| word == form);
        let mut nouns = pack.rows("numbers").filter(|row| row.key() == "scale");
        let spelled = nouns.any(|row| {
            let small = quantity::is_dozen_of(row.column(1), &own.what);
            small
                && row
                    .column(2)
                    .split(", ")
                    .any(|form| noun(&form.to_lowercase()))
        });
        if spelled {
            own.what.approximation = Approximation::About;
        }
    }
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
        .find(|t| t.span.end <= mention.span.start);
    let before = before.map(|before| document.text_of(before.span).to_lowercase());
    let mut articles = pack.rows("determiners").peekable();
    if articles.peek().is_some() {
        let known = articles.any(|row| before.as_deref() == Some(row.key()));
        (!known).then_some(quantity)
    } else {
        quantity.noun.is_none().then_some(quantity)
    }
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

/// When a report came out, with the moment where its time is known.
pub(crate) fn published(
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

/// Whether counts contradict each other only where they grew: no report falls back behind one that came
/// out before it, or with it.
fn only_grew(reports: &[Report], counts: &[(usize, &Quantity)]) -> bool {
    let mut pairs = (counts.iter().enumerate())
        .flat_map(|(at, &a)| counts.iter().skip(at + 1).map(move |&b| (a, b)));
    pairs.all(|(a, b)| {
        a.0 == b.0
            || quantity::relation(a.1, b.1) != Some(Verdict::Diverges)
            || has_grown(reports, a, b)
    })
}

/// The mentions of a statement's running text that `pick` takes, in the order of the statement.
pub(crate) fn collect<T>(
    reports: &[Report],
    statement: &Statement,
    pick: impl Fn(&Report, &Mention) -> Option<(T, String)>,
) -> Vec<Said<T>> {
    let mut said = Vec::new();
    let tellers: BTreeSet<SentenceRef> = statement.tellers().collect();
    for at in tellers {
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
                    inside: !statement.sentences.contains(&at),
                });
            }
        }
    }
    said
}

/// Joins slots that no report shares where they alone may answer each other:
/// what is left over on both sides of a statement, when all else is matched, is most often one
/// thing counted, though each outlet calls it by another word ("21 sailors", "23 hostages").
/// `may_answer` is told whether [many](is_of_many) reports agree on one side.
fn by_elimination(
    mut slots: Vec<Vec<usize>>,
    of: &[usize],
    may_answer: impl Fn(usize, usize, bool) -> bool,
) -> Vec<Vec<usize>> {
    let disjoint = |a: &[usize], b: &[usize]| {
        let mut reports = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
        reports.all(|(x, y)| of[x] != of[y])
    };
    let answers: Vec<Vec<usize>> = slots
        .iter()
        .map(|a| {
            let fits = |b: &Vec<usize>| {
                let many = is_of_many(a, of) || is_of_many(b, of);
                disjoint(a, b) && a.iter().all(|&x| b.iter().all(|&y| may_answer(x, y, many)))
            };
            (0..slots.len())
                .filter(|&other| fits(&slots[other]))
                .collect()
        })
        .collect();
    for (one, of_one) in answers.iter().enumerate() {
        // All of a set answer each other and nothing else: "118", "about 120", "131 on Wednesday".
        let mut set = of_one.clone();
        set.push(one);
        set.sort_unstable();
        let is_closed = set.iter().all(|&own| {
            let others = set.iter().filter(|&&other| other != own);
            answers[own].iter().eq(others)
        });
        if set.len() < 2 || set[0] != one || !is_closed {
            continue;
        }
        for &other in &set[1..] {
            let moved = std::mem::take(&mut slots[other]);
            slots[one].extend(moved);
        }
        slots[one].sort_unstable();
    }
    slots.retain(|slot| !slot.is_empty());
    slots
}

/// One finding for every slot of the mentions. The verdict is the gravest over all pairs of
/// reports, with the first remark that goes with it.
pub(crate) fn of_slots<T>(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    kind: Kind,
    said: &[Said<T>],
    slots: &[Vec<usize>],
    relation: impl Fn(usize, usize) -> (Verdict, Option<String>),
) -> Vec<Finding> {
    let carriers: BTreeSet<usize> = statement.tellers().map(|at| at.report).collect();
    let of: Vec<usize> = said.iter().map(|said| said.at.report).collect();
    let mut found = Vec::new();
    // What only sentences say that tell more than this belongs to the rest of what they tell.
    let own = |slot: &&Vec<usize>| slot.iter().any(|&mention| !said[mention].inside);
    for slot in slots.iter().filter(own) {
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

#[cfg(test)]
mod tests {
    use super::by_elimination;

    #[test]
    fn what_answers_each_other_and_nothing_else_is_one() {
        let slots = || (0..4).map(|mention| vec![mention]).collect();
        let of = [0, 1, 2, 0];
        let all = by_elimination(slots(), &of, |a, b, _| a != b && a < 3 && b < 3);
        assert_eq!(all, [vec![0, 1, 2], vec![3]]);
        let chain = by_elimination(slots(), &of, |a, b, _| a.abs_diff(b) == 1);
        assert_eq!(chain, [[0], [1], [2], [3]]);
        let pair = by_elimination(slots(), &of, |a, b, _| a.abs_diff(b) == 1 && a + b == 5);
        assert_eq!(pair, [vec![0], vec![1], vec![2, 3]]);
    }
}
