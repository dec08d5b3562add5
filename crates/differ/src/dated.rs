//! The findings about the dates of a statement.

use crate::clocks::Clocks;
use crate::elsewhere::Elsewhere;
use crate::mentions::{IN_PLACE, Said, collect, of_slots, published};
use crate::name::{are_copies, comparable};
use crate::place::language_of;
use crate::slots::{DOUBTFUL, slots};
use crate::{Finding, Kind, Verdict, date, quantity, restated};
use aligner::{Report, Statement};
use extractor::{Date, Mention, Precision, Quantity, Value};
use segmenter::Span;
use std::cell::OnceCell;

/// How well two times fit that are one moment by two clocks.
const ONE_MOMENT: f32 = 1.3;

pub(crate) fn findings(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    elsewhere: &Elsewhere,
) -> Vec<Finding> {
    let said: Vec<Said<Date>> =
        collect(reports, statement, |report, mention| match &mention.value {
            Value::Date(date)
                if !date.dateline
                    && !date::is_nowhere(date)
                    && !is_stamp(report, mention, date) =>
            {
                Some((date.clone(), date::in_words(date)))
            }
            _ => None,
        });
    let clocks = Clocks::of(reports, &said);
    let of_saying: Vec<bool> = said
        .iter()
        .map(|said| is_of_saying(reports, said))
        .collect();
    // What a sentence tells besides, others tell there: asked once of each date.
    let told_there: Vec<OnceCell<bool>> = vec![OnceCell::new(); said.len()];
    let is_told_there = |own: usize| {
        let own = &said[own];
        let same = |date: &Date| date::relation(&own.what, date) == Verdict::Agrees;
        let here = |other: &Said<Date>| other.at.report != own.at.report && same(&other.what);
        elsewhere.is_told(
            index,
            own.at,
            |mention| matches!(&mention.value, Value::Date(date) if !date.dateline && same(date)),
        ) && !said.iter().any(here)
    };
    let besides = |own: usize| *told_there[own].get_or_init(|| is_told_there(own));
    let affinity = |a: usize, b: usize| {
        let (one, other) = (&said[a], &said[b]);
        // "killed himself on Wednesday", "the sheriff said Thursday"
        let of_two = of_saying[a] != of_saying[b]
            && language_of(reports, one.at) == language_of(reports, other.at);
        if date::relation(&one.what, &other.what) == Verdict::Diverges {
            if of_two || one.is_doubtful(other, statement) {
                return None;
            }
            if clocks.one_moment(a, b) {
                return Some(ONE_MOMENT);
            }
            if !one.in_place_of(other) && (besides(a) || besides(b)) {
                return None;
            }
            // Each sentence has its days; two times of one day are hardly of two things.
            let times = [one, other].map(|said| said.what.precision) == [Precision::Time; 2];
            if !times && !comparable(reports, one.at, other.at) {
                return date::affinity(&one.what, &other.what).map(|_| DOUBTFUL);
            }
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
    let mut slots = slots(&of, affinity);
    let restated = restated::times(reports, &said);
    restated::join(&mut slots, &of, &restated, |_| true, |_, _| true);
    of_slots(
        reports,
        index,
        statement,
        Kind::Date,
        &said,
        &slots,
        |a, b| {
            let (one, other) = (&said[a], &said[b]);
            let there = |at: usize| restated[at].unwrap_or(at);
            let stands = there(a) != a || there(b) != b;
            let told = date::relation(&said[there(a)].what, &said[there(b)].what);
            match date::relation(&one.what, &other.what) {
                Verdict::Diverges
                    if clocks.one_moment(a, b)
                        || stands
                            && (told != Verdict::Diverges
                                || clocks.one_moment(there(a), there(b))) =>
                {
                    let remark = "one moment by the clocks of two places".to_owned();
                    (Verdict::Compatible, Some(remark))
                }
                Verdict::Diverges if bounded(a, b) || bounded(b, a) => (Verdict::Compatible, None),
                Verdict::Diverges if are_as_of(reports, one, other) => {
                    let remark = "each as of its own report's day".to_owned();
                    (Verdict::Compatible, Some(remark))
                }
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

/// Whether two days are those on which their reports came out, or the days before, and what their
/// sentences count had changed from one to the other: "six were back by Monday evening", "nine by
/// Tuesday".
fn are_as_of(reports: &[Report], a: &Said<Date>, b: &Said<Date>) -> bool {
    let own = |said: &Said<Date>| {
        let day = said.what.from?.date();
        let (out, _) = published(reports, said.at.report)?;
        let late = day.until(out).ok()?.get_days();
        (0..=1).contains(&late).then_some((day, out))
    };
    let (Some(one), Some(other)) = (own(a), own(b)) else {
        return false;
    };
    let counts = |said: &Said<Date>| {
        let report = reports.get(said.at.report);
        let mentions = report.into_iter().flat_map(|report| &report.mentions);
        let of = mentions.filter(|mention| mention.sentence == said.at.sentence);
        of.filter_map(quantity::cardinal).collect::<Vec<_>>()
    };
    let others = counts(b);
    let changed = |of: &Quantity| {
        let mut others = others.iter();
        others.any(|other| quantity::has_changed(of, other))
    };
    one.0 != other.0
        && (one.0 < other.0) == (one.1 < other.1)
        && one.1 != other.1
        && counts(a).into_iter().any(changed)
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
