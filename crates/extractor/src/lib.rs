//! From a [`Document`] to its mentions: quantities, dates, quotations with speakers, names.
//!
//! [`extract`] is total and its result is sorted by span. Each kind has a module of its own;
//! what is specific to a language stands in the packs of `lang`.
//!
//! ```
//! let article = segmenter::Article::new("a", "Police said 12 people died.");
//! let mentions = extractor::extract(&segmenter::segment(article));
//! assert!(mentions.is_sorted_by_key(|mention| mention.span));
//! ```

mod dates;
pub mod exchange;
mod lexicon;
mod mention;
mod names;
mod quantities;
mod quotations;
pub mod units;
mod words;

pub use mention::{
    Approximation, CalendarDay, Date, Form, Mention, Name, NameKind, Noun, Precision, Quantity,
    Quotation, Scope, Speaker, Unit, Value,
};
pub use names::{
    HEARD, NameMatch, Script, Spoken, bearers, given_names_differ, may_be_name, name_key, romanise,
    same_name, sounds, spelling,
};
pub use quantities::{is_of_people, is_state};

use segmenter::Document;

/// All mentions of a document, sorted by span.
pub fn extract(document: &Document) -> Vec<Mention> {
    let mut dates = dates::Reader::new(document);
    let mut numbers = quantities::Reader::new(document);
    let mut quantities = Vec::new();
    for sentence in 0..document.sentences.len() {
        let spelled = numbers.spelled(sentence);
        let found = dates.dates(sentence, &spelled);
        quantities.extend(numbers.quantities(found));
    }
    let words = words::Words::read(document);
    let names = names::find(&words);
    let quotations = quotations::find(&words, &names);
    let mut dates = dates.close();
    dates.retain(|date| !is_money(date, &quantities));
    merged([dates, quantities, names, quotations])
}

/// Whether what looks like a year long past is the number of a sum: "по 1500 евро", but not "2031 dollar
/// bonds".
fn is_money(date: &Mention, quantities: &[Mention]) -> bool {
    const MODERN: i16 = 1900;
    let is_year = matches!(&date.value, Value::Date(date) if date.precision == Precision::Year
        && date.from.is_some_and(|from| from.year() < MODERN));
    let next = quantities.partition_point(|sum| sum.span.start <= date.span.start);
    let sum = next.checked_sub(1).and_then(|at| quantities.get(at));
    is_year
        && sum.is_some_and(|sum| {
            let unit = match &sum.value {
                Value::Quantity(quantity) => quantity.unit.as_ref(),
                _ => None,
            };
            sum.span.overlaps(date.span) && unit.is_some_and(|unit| unit.dimension == "currency")
        })
}

/// All mentions of some lists, sorted by span. Mentions are large: each is moved once.
fn merged<const N: usize>(mut lists: [Vec<Mention>; N]) -> Vec<Mention> {
    let key = |mention: &Mention| (mention.span, mention.value.rank());
    for list in &mut lists {
        if !list.is_sorted_by_key(key) {
            list.sort_by_cached_key(key);
        }
    }
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    let mut lists = lists.map(|list| list.into_iter().peekable());
    while let Some((_, list)) = lists
        .iter_mut()
        .filter_map(|list| Some((key(list.peek()?), list)))
        .min_by_key(|(key, _)| *key)
    {
        all.extend(list.next());
    }
    all
}
