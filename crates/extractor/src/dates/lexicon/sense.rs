//! What a date word can mean.

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(in crate::dates) enum Unit {
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
pub(in crate::dates) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    /// The night that ends on the morning of the day that follows: "Nacht zum (Mittwoch)".
    Eve,
    Midnight,
    Daytime,
}

/// Which stretch of a period is meant: "early May", "the end of 2007".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Edge {
    Start,
    Middle,
    End,
    /// The first, second or last ten days: 上旬.
    Third(u8),
    /// What lies behind or ahead of a period: "earlier this year".
    Earlier,
    Later,
    /// From its first day to publication: "since the beginning of".
    Since,
}

/// A way of counting years and naming months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::dates) enum Calendar {
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
    /// Years counted backwards from the birth of Christ.
    BeforeChrist,
}

/// On which side of the amount a word such as "ago" stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Side {
    Before,
    After,
}

/// What a word says about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Sense {
    /// A month of a calendar.
    Month(u8, Calendar),
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A day of a week some weeks away: 上周二.
    WeekdayOf(i32, u8),
    /// A cardinal number in words.
    Number(u32),
    /// "a": one, before "ago" and its like only.
    Article,
    /// An ordinal number in words.
    Ordinal(u32),
    /// "several", "a few".
    Few,
    /// "week", which takes "last", "ago" and amounts.
    Unit(Unit),
    /// Beside a word for a year: the month with which it begins.
    Fiscal(u8),
    /// Beside `Unit`: the form is a plural.
    Plural,
    /// Beside `Unit`: the form says one, where the language has no article: "год назад", `قبل عام`.
    Single,
    /// What makes the number before it a year, month, day, hour: 年, "Uhr", "года".
    Mark(Unit),
    /// What makes the number after it one: "im Jahr", "عام", "at".
    Lead(Unit),
    /// The n-th of a larger period in one word: "Q3".
    Nth(u32, Unit),
    /// The same period, of another year: "the same period last year".
    Same,
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
    /// Behind an amount: so far before a day that is told of: "(two weeks) earlier".
    Earlier,
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
    /// Stands between the two days of a night: "von Montag auf Dienstag".
    Over,
    /// Beside a day: it lies ahead ("für Freitag", "from Friday").
    Ahead(Side),
    /// Somebody puts off what was to be on a day: "postponed (Sunday's match)".
    Moved,
    /// At the end of a clause: it looks back, whatever the verb before says ("soll … haben").
    Past,
    /// No exact time, past (-1), present or future.
    Vague(i32),
    /// A feast on a fixed day, or this many days from Easter Sunday.
    Feast(Feast),
    /// Before or after a year: "AD", "هـ", "令和".
    Era(Calendar),
    /// "a.m." and "p.m.".
    HalfDay(bool),
    /// A time zone, and how many minutes it is ahead of UTC where its name tells that.
    Zone(Option<i16>),
    /// Half past the hour before it: 半.
    Half,
    /// Behind an hour: the minutes that it is past it, or before it: "(الخامسة) والثلث", "إلا ربعا".
    Minutes(i8),
    /// Before an hour: the minutes till it: "без двадцати (шесть)", "ربع به (شش)".
    ToHour(i8),
    /// Behind an hour and minutes: whether they are past it: "(beşi kırk) geçe", "(altıya yirmi) kala".
    PastHour(bool),
    /// Only an hour follows it: "pukul", ساعت.
    Clock,
    /// An hour and minute in words: "half past ten".
    Time(u8, u8),
    /// Inside a date, without meaning: "of", "de", "the".
    Glue,
    /// Between a day and its time: "(on Sunday night at) around (11:30)".
    About,
    /// Makes a frequency of what follows: "every".
    Every,
    /// The date already told of: "that day", 当日.
    Anaphor(Unit, i32, Option<Part>),
    /// What follows in the clause lies ahead ("will"), or all of the clause ("wird").
    Future(bool),
    /// The month follows with which a year ends: "fiscal year to".
    Ending,
    /// After a unit: the day with which it begins follows ("the week starting on Monday").
    Starting,
    /// After a period: its first or last units, as many as follow (前10个月, 最後の週).
    Several(bool),
    /// The day of publication as an end of a period: "between March and now".
    Now,
    /// The day of publication, or nowadays: "heute".
    Today,
    /// Before a day that is a name of something: "Rua (15 de Novembro)".
    Named,
    /// Behind such a day: "(27 Mayıs) Caddesi".
    NamedAfter,
    /// Looks like a date word and is none.
    Not,
}

/// A feast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Feast {
    /// Month and day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i32),
    /// Month, weekday, which of these (the last is -1), days after it.
    Weekday(u8, u8, i8, i8),
}

/// Which side of a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dates) enum Bound {
    Since,
    Until,
    Before,
    After,
    From,
    Between,
}

/// When a word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::dates) struct When {
    pub case: Case,
    /// Only beside a number or another date word.
    pub near: bool,
    /// Only where the clause looks ahead.
    pub ahead: bool,
    /// A part of the day that needs no preposition to stand by itself: "overnight".
    pub alone: bool,
}

/// Which capitals a word must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::dates) enum Case {
    #[default]
    Any,
    /// Only with a capital.
    Capital,
    /// With a capital only beside a number: "Julio" is a first name.
    Lower,
}

/// A matched entry: what the word can mean.
#[derive(Debug, Clone, Default)]
pub(in crate::dates) struct Entry {
    pub senses: Vec<(Sense, When)>,
    /// Whether a date may begin with it.
    pub begins: bool,
}

impl Sense {
    /// Whether a date begins with it: glue and prepositions open none.
    pub fn opens(self) -> bool {
        !matches!(
            self,
            Self::Glue
                | Self::About
                | Self::In
                | Self::To
                | Self::And
                | Self::Over
                | Self::Ahead(_)
                | Self::Past
                | Self::Moved
                | Self::Bound(_)
                | Self::Not
                | Self::Future(_)
                | Self::Starting
                | Self::Earlier
                | Self::Now
                | Self::Zone(_)
                | Self::Clock
                | Self::Minutes(_)
                | Self::PastHour(_)
                | Self::Named
                | Self::NamedAfter
        )
    }
}
