//! What a document mentions, with its value.

use jiff::civil::{DateTime, Weekday};
use rust_decimal::Decimal;
use segmenter::Span;

/// A stretch of text with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Index of the sentence in which it starts.
    pub sentence: usize,
    /// The whole mention, in bytes of the article's text. Of a quantity: approximation, number
    /// and unit ("more than 2.5 million dollars"), not the counted noun. Of a quotation: the
    /// content with its marks.
    pub span: Span,
    /// What it says.
    pub value: Value,
}

/// What a mention says.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// A number with its unit or what it counts.
    Quantity(Quantity),
    /// A date, time or period on the calendar.
    Date(Date),
    /// Somebody's words.
    Quotation(Quotation),
    /// A person, organisation or place.
    Name(Name),
}

impl Value {
    /// A fixed order of the kinds, for sorting.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Self::Quantity(_) => 0,
            Self::Date(_) => 1,
            Self::Quotation(_) => 2,
            Self::Name(_) => 3,
        }
    }
}

/// A number with its unit or what it counts. Decimals are exact.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quantity {
    /// The value; nothing for a pure range ("between 20 and 30") or a vague count ("dozens").
    pub value: Option<Decimal>,
    /// The least that the wording allows: 34,000 for "more than 34,000", 20 for "20 to 30".
    pub low: Option<Decimal>,
    /// The most that the wording allows.
    pub high: Option<Decimal>,
    /// The unit, where there is one.
    pub unit: Option<Unit>,
    /// What is counted, where the wording tells.
    pub noun: Option<Noun>,
    /// How exact the wording claims to be.
    pub approximation: Approximation,
    /// Whether it is an ordinal ("the third") and no count.
    pub ordinal: bool,
    /// Whether it counts all that are told of.
    pub scope: Scope,
}

impl Quantity {
    /// The class over languages of what it counts, where the pack knows it.
    pub fn class(&self) -> Option<&str> {
        self.noun.as_ref()?.class.as_deref()
    }
}

/// Whether a number counts all of its kind that are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scope {
    /// As far as the wording tells.
    #[default]
    All,
    /// All, with one who is named apart: "seven dead, including the gunman".
    With,
    /// Those beside the ones told of before: "two others", "three more".
    Others,
    /// A part of more: "two of the boys".
    Part,
}

/// A unit of measure or currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// `percent`, `percentage-point`, an ISO 4217 code (`USD`), a CLDR unit (`kilometer`), …:
    /// the same in all languages.
    pub id: String,
    /// What it measures: `currency`, `length`, `share`, …; units compare inside one dimension.
    pub dimension: String,
    /// Where the unit stands.
    pub span: Span,
}

/// The counted noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Where its head stands ("people killed").
    pub span: Span,
    /// The class over languages where the pack knows it: `killed`, `injured`, `captive`, …
    pub class: Option<String>,
    /// Who they are, where the class says what befell them: `child`, `police`, `people`.
    pub who: Option<String>,
}

/// How exact a number claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Approximation {
    /// As printed.
    #[default]
    Exact,
    /// "about", "some", "nearly".
    About,
    /// "at least".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to".
    AtMost,
    /// "less than", "under".
    LessThan,
    /// "up to" as a reach, not a bound on one count.
    UpTo,
    /// "between 20 and 30", "20-30".
    Between,
}

/// A date, time or period, resolved against the date of publication where it is relative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// First moment, where it could be resolved.
    pub from: Option<DateTime>,
    /// Last moment, inclusive at the precision (a day: `T23:59:59`).
    pub to: Option<DateTime>,
    /// How fine it is.
    pub precision: Precision,
    /// Whether it was resolved against the date of publication ("on Tuesday").
    pub relative: bool,
    /// Whether it names no day of its own ("5:38 a.m.", "in the evening"): that of the text around
    /// it is taken.
    pub undated: bool,
    /// UTC offset or zone as printed, where there is one.
    pub zone: Option<String>,
    /// How many minutes that zone is ahead of UTC, where its name tells it: GMT, Moscow time; not
    /// "local time", nor a clock that changes with summer without saying so.
    pub offset: Option<i16>,
    /// What of the calendar it names, where nothing places it: no year, no day of publication.
    pub unplaced: Option<CalendarDay>,
    /// Whether it stands in a dateline ("BEIJING, April 30 (Xinhua) --"): it dates the report and
    /// tells nothing of the event.
    pub dateline: bool,
}

/// What a date names of the calendar: "Tuesday", "5 March", "March", "the 5th".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CalendarDay {
    /// 1 to 12, of the Gregorian calendar.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// The day of the week.
    pub weekday: Option<Weekday>,
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Precision {
    /// "recently", "several days ago": no bounds that could be compared exactly.
    Vague,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// A season, quarter or half.
    Season,
    /// A month.
    Month,
    /// A week or weekend.
    Week,
    /// A day.
    Day,
    /// Morning, night.
    DayPart,
    /// An hour or minute.
    Time,
    /// A period with both ends named ("from 3 to 5 May").
    Period,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Direct, indirect or mixed.
    pub form: Form,
    /// The words, without the marks. A quotation split by its attribution has several.
    pub content: Vec<Span>,
    /// Of words in marks inside a reported clause: the whole clause.
    pub clause: Option<Span>,
    /// "said", "according to".
    pub cue: Option<Span>,
    /// Whose words they are.
    pub speaker: Option<Speaker>,
}

/// How words are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Inside quotation marks, whole.
    Direct,
    /// Without marks: "said that …".
    Indirect,
    /// Reported, with some words in marks.
    Mixed,
}

/// Whose words they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Where the speaker stands beside the quotation ("he", "the spokesman").
    pub span: Span,
    /// Who it is inside the article, where it could be resolved ("Lin Jian").
    pub name: Option<String>,
}

impl Speaker {
    /// Who is named where the quotation is.
    pub(crate) fn named(mention: &Mention, name: &Name) -> Self {
        Self {
            span: mention.span,
            name: Some(name.name.clone()),
        }
    }
}

/// A person, organisation or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// The fullest form of this name in the article, as printed.
    pub name: String,
    /// Equal or near for the same name over scripts and spellings: romanised, folded. An ISO
    /// code for a territory (`CN`).
    pub key: String,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A name that gives no more away.
    Other,
}
