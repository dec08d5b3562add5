//! The words that stand in output for the values of the pipeline.

use extractor::{Approximation, Form, NameKind, Precision};
use segmenter::SentenceKind;

/// `exact`, `about`, `at_least`, …
pub fn approximation(approximation: Approximation) -> &'static str {
    match approximation {
        Approximation::Exact => "exact",
        Approximation::About => "about",
        Approximation::AtLeast => "at_least",
        Approximation::MoreThan => "more_than",
        Approximation::AtMost => "at_most",
        Approximation::LessThan => "less_than",
        Approximation::UpTo => "up_to",
        Approximation::Between => "between",
        _ => "other",
    }
}

/// `vague`, `year`, `day`, …
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Vague => "vague",
        Precision::Decade => "decade",
        Precision::Year => "year",
        Precision::Season => "season",
        Precision::Month => "month",
        Precision::Week => "week",
        Precision::Day => "day",
        Precision::DayPart => "day_part",
        Precision::Time => "time",
        Precision::Period => "period",
        _ => "other",
    }
}

/// `direct`, `indirect`, `mixed`.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
        _ => "other",
    }
}

/// `person`, `organisation`, `place`, `other`.
pub fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Organisation => "organisation",
        NameKind::Place => "place",
        _ => "other",
    }
}

/// `body`, `headline`, `dateline`, …
pub fn sentence_kind(kind: SentenceKind) -> &'static str {
    match kind {
        SentenceKind::Body => "body",
        SentenceKind::Headline => "headline",
        SentenceKind::Dateline => "dateline",
        SentenceKind::Byline => "byline",
        SentenceKind::Caption => "caption",
        SentenceKind::Item => "item",
        _ => "other",
    }
}
