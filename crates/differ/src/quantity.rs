//! When two numbers say the same, can both be true, or contradict each other.

mod reading;
mod slips;
#[cfg(test)]
mod tests;
mod words;

use reading::{Bound, Reading, bound, near};
pub(crate) use slips::{is_figure_in_two_currencies, is_slip};
pub(crate) use words::in_words;
pub use words::unit_in_words;

use crate::Verdict;
use extractor::exchange::may_be_one_sum;
use extractor::units::{self, Scale};
use extractor::{Approximation, Mention, Quantity, Scope, Unit, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::cmp::Ordering;

/// How two quantities of one thing stand to each other. Units of one measure are converted, a bare
/// fraction is a share ("a fifth", "20%"); sums in two currencies may be one and never differ, for
/// nobody knows the day's rate. Nothing where they cannot be compared: other measures, sums that are
/// two in any currency, a number that a vague count ("dozens") does not reach. Where only one
/// side prints a unit ("19", "19 years old") they compare if the numbers are equal.
///
/// Degrees of no scale ("80 degrees") may be of either one.
pub fn relation(a: &Quantity, b: &Quantity) -> Option<Verdict> {
    if let Some([a, b]) = of_one_scale(a, b) {
        return Some(relation(&a, &b)?).filter(|verdict| *verdict != Verdict::Diverges);
    }
    if in_months_and_years(a, b) || in_two_currencies(a, b) {
        return Some(Verdict::Compatible);
    }
    let (scale_a, scale_b) = common_scale(a, b)?;
    let converted = scale_a != scale_b;
    let open = is_open(a) || is_open(b);
    let a = Reading::of(a, scale_a)?;
    let b = Reading::of(b, scale_b)?;
    if a.same_as(&b) {
        return Some(Verdict::Agrees);
    }
    let compatible = if converted || open { a.reaches(&b) } else { a.may_hold(&b) }
        || a.rounds(&b)
        || b.rounds(&a)
        // A converted figure was rounded on the way: "6 miles" is "about 10 km".
        || converted && (near(a.middle(), b.middle(), Decimal::new(5, 2)) || a.meets(&b) || b.meets(&a));
    if compatible {
        Some(Verdict::Compatible)
    } else {
        (!open).then_some(Verdict::Diverges)
    }
}

/// Whether two quantities can be compared, and both be true of one thing.
pub(crate) fn may_be_one(a: &Quantity, b: &Quantity) -> bool {
    relation(a, b).is_some_and(|verdict| verdict != Verdict::Diverges)
}

/// How well two quantities fit each other as answers to the same question: at least
/// [`crate::slots::EQUAL`] for equal ones, nothing where they speak of different things.
pub(crate) fn affinity(a: &Quantity, b: &Quantity) -> Option<f32> {
    let verdict = relation(a, b)?;
    let bonus = match kinship(a, b) {
        Kinship::Same => 0.5,
        Kinship::Unknown => 0.0,
        // "312 hurt" and "312 people"; a number as long as this is hardly met twice by chance. Nor
        // are the civilians who were killed others than the killed.
        Kinship::Other
            if verdict == Verdict::Agrees
                && (is_telling(a) || is_fate(a) != is_fate(b) && is_who(a) != is_who(b)) =>
        {
            -0.5
        }
        Kinship::Other => return None,
    };
    match verdict {
        // What differs in the same currency goes first.
        Verdict::Compatible if in_two_currencies(a, b) => Some(EXCHANGED),
        // "Dozens" may be many numbers.
        Verdict::Compatible if is_open(a) != is_open(b) => Some(OPEN + bonus),
        Verdict::Agrees => Some(crate::slots::EQUAL + bonus),
        Verdict::Compatible => Some(1.0 + bonus),
        // "More than 11,000", "more than 13,000": two figures of one thing.
        _ if reach(a, b) => Some(1.0 + bonus),
        // "385 miles", "385 kilometres": a slip in the unit.
        _ if a.value.is_some() && a.value == b.value => Some(0.9 + bonus),
        _ => {
            let ratio = closeness(a, b);
            // Without a common noun two far numbers count two things, and small ones are everywhere.
            let least = match kinship(a, b) {
                Kinship::Same if may_point_back(a) || may_point_back(b) => 0.4,
                Kinship::Same => 0.2,
                _ if !is_telling_number(a) && !is_telling_number(b) => 0.7,
                // Two sums of one currency are rarely met in one statement.
                _ if currency_code(a).is_some() => 0.5,
                _ => 0.6,
            };
            if ratio > least {
                Some(ratio * 0.5 + bonus)
            } else {
                is_slip(a, b).then_some(SLIPPED + bonus)
            }
        }
    }
}

/// Whether some number is what both wordings allow.
fn reach(a: &Quantity, b: &Quantity) -> bool {
    let reach = |(of_a, of_b)| Some(Reading::of(a, of_a)?.reaches(&Reading::of(b, of_b)?));
    common_scale(a, b).and_then(reach).unwrap_or(false)
}

/// How well two sums fit that may be one in two currencies.
const EXCHANGED: f32 = 0.2;

/// How well a count that names no number fits one that it allows.
const OPEN: f32 = 0.15;

/// How well two numbers fit that a slip parts.
const SLIPPED: f32 = 0.2;

/// Whether it names no number, only from where on: "dozens".
fn is_open(q: &Quantity) -> bool {
    q.value.is_none() && q.high.is_none()
}

/// Whether two amounts are told in two units of one measure, none of them money or an age.
pub(crate) fn are_of_two_units(a: &Quantity, b: &Quantity) -> bool {
    let (Some(one), Some(other)) = (&a.unit, &b.unit) else {
        return false;
    };
    one.id != other.id
        && one.dimension == other.dimension
        && !matches!(one.dimension.as_str(), "currency" | "age")
}

/// Whether two numbers count the like, so that both together may be what a third one counts.
pub(crate) fn may_add(a: &Quantity, b: &Quantity) -> bool {
    let sums = a.unit.is_none() || currency_code(a).is_some();
    let known = |q: &Quantity| q.class().is_some_and(|class| !is_general(class));
    let like = matches!(kinship(a, b), Kinship::Same) || !known(a) && !known(b);
    sums && id(a) == id(b) && like
}

/// Whether two amounts say the same of what may be one thing, known by its unit, by what is counted, or
/// by more digits than are met by chance.
pub(crate) fn is_same(a: &Quantity, b: &Quantity) -> bool {
    let kin = match kinship(a, b) {
        Kinship::Same => true,
        Kinship::Unknown => a.unit.is_some() || is_telling(a),
        Kinship::Other => false,
    };
    kin && relation(a, b) == Some(Verdict::Agrees)
}

/// Whether it is ten or twelve of no unit.
pub(crate) fn is_dozen(q: &Quantity) -> bool {
    const DOZEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
    q.unit.is_none()
        && q.value
            .is_some_and(|value| value == Decimal::TEN || value == DOZEN)
}

/// Whether the value of a number word is the value of a quantity.
pub(crate) fn is_dozen_of(word: &str, q: &Quantity) -> bool {
    word.parse().ok() == q.value
}

/// Whether a number counts what is known, and of that kind the sentence of another number, which counts
/// nothing known, has its own `beside` it: "eight buses" are none of "seven" where "seven buses" stand too.
pub(crate) fn is_claimed(known: &Quantity, bare: &Quantity, beside: &Quantity) -> bool {
    let class = known.class().filter(|class| !is_general(class));
    class.is_some()
        && bare.class().is_none()
        && bare.unit.is_none()
        && known.unit.is_none()
        && beside.class() == class
        && !(is_telling(known) && known.value == bare.value)
}

/// Whether it is two of something, exactly: "the two countries" may be those told of before, and
/// not all that others count.
fn may_point_back(quantity: &Quantity) -> bool {
    quantity.unit.is_none()
        && quantity.approximation == Approximation::Exact
        && quantity.value == Some(Decimal::TWO)
        && !is_fate(quantity)
}

/// The number of a mention that counts: no ordinal, and none that points back.
pub(crate) fn cardinal(mention: &Mention) -> Option<&Quantity> {
    match &mention.value {
        Value::Quantity(quantity) if !quantity.ordinal && !points_back(quantity) => Some(quantity),
        _ => None,
    }
}

/// Whether two quantities tell the same number, of what may be the same thing.
pub(crate) fn say_the_same(a: &Quantity, b: &Quantity) -> bool {
    affinity(a, b).is_some_and(|fits| fits >= crate::slots::EQUAL)
}

/// Whether two quantities may answer the same question though their wording does not tell: one
/// measure, not far apart, and not the dead of one report and the hurt of another. Where `many` reports
/// agree on one of them, they may lie further apart.
pub(crate) fn may_answer(a: &Quantity, b: &Quantity, many: bool) -> bool {
    let two_fates = of_two_fates(a, b);
    match relation(a, b) {
        Some(Verdict::Agrees) => !two_fates,
        Some(_) => {
            let far = match (&a.unit, &b.unit) {
                (Some(one), Some(other)) if one.dimension == "share" && one.id == other.id => {
                    FAR_SHARES
                }
                (Some(one), Some(other)) if one.id == other.id => FAR_MEASURED,
                (Some(one), Some(other)) if one.dimension == other.dimension => FAR_UNITS,
                (None, None) if many && is_telling_number(a) && is_telling_number(b) => FAR_AGREED,
                _ => FAR,
            };
            closeness(a, b) >= far && !two_fates
        }
        None => false,
    }
}

/// Whether both are a few, of which one counts nothing known: over languages such numbers say little,
/// for each puts others into words ("ranked one and three", "a game of four balls").
pub(crate) fn are_bare_few(a: &Quantity, b: &Quantity) -> bool {
    let few = |of: &Quantity| of.value.is_some_and(|value| value <= EVERYWHERE);
    let bare = |of: &Quantity| of.unit.is_none() && of.class().is_none();
    few(a) && few(b) && (bare(a) || bare(b))
}

/// Whether two exact counts of a few are one apart, as slips of the pen are: "two caught fire",
/// "three caught fire".
pub(crate) fn are_neighbours(a: &Quantity, b: &Quantity) -> bool {
    let few = |of: &Quantity| {
        let exact = of.approximation == Approximation::Exact && of.unit.is_none();
        of.value.filter(|value| exact && *value <= FEW)
    };
    let apart = few(a).zip(few(b)).map(|(one, other)| (one - other).abs());
    apart == Some(Decimal::ONE) && !matches!(kinship(a, b), Kinship::Other)
}

/// Whether two quantities that can both be true contradict each other between the same words: one
/// sum in two currencies, one kind of bound with two numbers ("more than 40", "more than 50").
pub(crate) fn exclude_in_place(a: &Quantity, b: &Quantity) -> bool {
    let (Some(one), Some(other)) = (a.value, b.value) else {
        return false;
    };
    let money = |of: &Quantity| of.unit.as_ref().is_some_and(|u| u.dimension == "currency");
    let bounded = matches!(bound(a.approximation), Some(Bound::Low | Bound::High));
    if id(a) == id(b) {
        bounded && a.approximation == b.approximation && one != other
    } else {
        one == other && money(a) && money(b)
    }
}

/// Numbers further apart than this, as a share of the larger, count two things unless a common
/// noun says otherwise.
const FAR: f32 = 0.7;

/// The same where several reports agree on one of them: "more than 40,000", "more than 14,000".
const FAR_AGREED: f32 = 0.3;

/// The same of two units of a measure: "20 minutes" and "half an hour", but not "four days a week".
const FAR_UNITS: f32 = 0.6;

/// The same of shares: "10%", "20%".
const FAR_SHARES: f32 = 0.5;

/// Whether two numbers that differ are told of two things, or two persons.
pub(crate) fn are_two_things(a: &Quantity, b: &Quantity) -> bool {
    apart(a, b) || far_in_age(a, b)
}

/// Whether two numbers that differ count two things: all and some of them, two parts, or all with
/// and without one who is named apart.
pub(crate) fn apart(a: &Quantity, b: &Quantity) -> bool {
    let whole = |q: &Quantity| matches!(q.scope, Scope::All | Scope::With);
    let by_one = || match (a.value, b.value) {
        (Some(one), Some(other)) => one
            .checked_sub(other)
            .is_some_and(|gap| gap.abs() == Decimal::ONE),
        _ => false,
    };
    if whole(a) && whole(b) {
        (a.scope == Scope::With || b.scope == Scope::With) && by_one()
    } else {
        a.scope != b.scope || a.scope == Scope::Part
    }
}

/// Whether one counts all and the other all but one who was told of before: "six results", "five others".
/// Of what befell people "others" says no more than that something else befell those before.
pub(crate) fn is_one_more(a: &Quantity, b: &Quantity) -> bool {
    let rest = |rest: &Quantity, all: &Quantity| {
        let values = rest.value.zip(all.value);
        rest.scope == Scope::Others
            && all.scope == Scope::All
            && !is_fate(rest)
            && values.is_some_and(|(rest, all)| rest.checked_add(Decimal::ONE) == Some(all))
    };
    rest(a, b) || rest(b, a)
}

/// So few are told of by who they are: of more, one outlet's soldiers are the other's people.
const FEW: Decimal = Decimal::TEN;

/// Whether it counts charges, which are of one crime or of another.
pub(crate) fn is_charge(quantity: &Quantity) -> bool {
    quantity.class() == Some("charge")
}

/// Whether one counts some of those whom the other counts: "two officers", "three people"; "killed
/// three men", "killed four people".
pub(crate) fn may_be_part(a: &Quantity, b: &Quantity) -> bool {
    // What befell them, and who they are.
    fn of(q: &Quantity) -> Option<(Option<&str>, &str)> {
        let noun = q.noun.as_ref()?;
        match fate(q) {
            Some(fate) => Some((Some(fate), noun.who.as_deref().unwrap_or(ANYBODY))),
            None => Some((None, q.class().filter(|_| is_who(q))?)),
        }
    }
    let part = |some: &Quantity, all: &Quantity| {
        let narrower = of(some)
            .zip(of(all))
            .is_some_and(|(some, all)| some.0 == all.0 && some.1 != ANYBODY && all.1 == ANYBODY);
        let counts = some.value.zip(all.value);
        narrower && counts.is_some_and(|(some, all)| some < all && all < FEW)
    };
    part(a, b) || part(b, a)
}

/// Whether two ages are not one person's, wrongly told: slips are of a year or two.
fn far_in_age(a: &Quantity, b: &Quantity) -> bool {
    let gap = match (a.value, b.value) {
        (Some(one), Some(other)) if id(a) == id(b) => one.checked_sub(other),
        _ => None,
    };
    is_age(a) && is_age(b) && gap.is_some_and(|gap| gap.abs() > SLIP)
}

/// Whether one child's age is told in months and in full years.
fn in_months_and_years(a: &Quantity, b: &Quantity) -> bool {
    let of = |q: &Quantity, unit: &str| q.value.filter(|_| id(q) == unit);
    let full = |months: &Quantity, years: &Quantity| {
        let (months, years) = (of(months, "month-person"), of(years, "year-person"));
        months
            .zip(years)
            .is_some_and(|(months, years)| (months / Decimal::from(12)).trunc() == years)
    };
    full(a, b) || full(b, a)
}

/// The code of the currency of a sum.
pub(crate) fn currency_code(quantity: &Quantity) -> Option<&str> {
    let unit = quantity.unit.as_ref()?;
    words::is_code(&unit.id).then_some(unit.id.as_str())
}

/// Whether two sums may be one, told in two currencies.
pub(crate) fn in_two_currencies(a: &Quantity, b: &Quantity) -> bool {
    let sum = |q: &Quantity| {
        let unit = q.unit.as_ref().filter(|unit| unit.dimension == "currency");
        unit.and(q.value.or(q.low).or(q.high))
    };
    let both = sum(a).zip(sum(b));
    id(a) != id(b) && both.is_some_and(|(one, other)| may_be_one_sum((one, id(a)), (other, id(b))))
}

/// How far a slip or a birthday parts two ages that are told of one person.
const SLIP: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Ages this far apart may be of one person, mistold.
const NEAR: Decimal = Decimal::TEN;

/// Whether years may be an age beside one that another report tells.
pub(crate) fn is_near_age(years: &Quantity, age: &Quantity) -> bool {
    let both = years.value.zip(age.value);
    (id(years), id(age)) == ("year", "year-person")
        && both.is_some_and(|(one, other)| (one - other).abs() <= NEAR)
}

/// Years as an age.
pub(crate) fn as_age(years: &Quantity) -> Quantity {
    let unit = years.unit.as_ref().map(|unit| Unit {
        id: "year-person".to_owned(),
        dimension: "age".to_owned(),
        span: unit.span,
    });
    Quantity {
        unit,
        ..years.clone()
    }
}

/// The unit of a measured quantity that a bare number may stand for: equal, told alike, long enough
/// not to be met by chance, and counting nothing by itself. A million and more that agree with a sum are
/// money: "a deal worth over two billion".
pub(crate) fn unit_for<'a>(bare: &Quantity, measured: &'a Quantity) -> Option<&'a Unit> {
    const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    let unit = measured.unit.as_ref()?;
    let counts = |class: &str| class != unit.dimension;
    let nothing =
        bare.unit.is_none() && !bare.class().is_some_and(counts) && is_telling_number(bare);
    let equal = bare.value == measured.value && bare.approximation == measured.approximation;
    let sum = || {
        let as_sum = Quantity {
            unit: Some(unit.clone()),
            ..bare.clone()
        };
        bare.value.is_some_and(|value| value >= MILLION)
            && currency_code(measured).is_some()
            && relation(&as_sum, measured).is_some_and(|verdict| verdict != Verdict::Diverges)
    };
    (nothing && (equal || sum())).then_some(unit)
}

/// Whether a number may be an age that leaves out its unit.
pub(crate) fn may_be_bare_age(q: &Quantity) -> bool {
    const OLDEST: Decimal = Decimal::from_parts(110, 0, 0, false, 0);
    let young = |value: Decimal| value > Decimal::ZERO && value <= OLDEST;
    q.unit.is_none() && q.noun.is_none() && q.value.is_some_and(young)
}

/// Whether it is somebody's age.
pub(crate) fn is_age(quantity: &Quantity) -> bool {
    let unit = quantity.unit.as_ref();
    unit.is_some_and(|unit| unit.dimension == "age")
}

/// The class of what befell the people who are counted.
fn fate(q: &Quantity) -> Option<&str> {
    q.class().filter(|class| extractor::is_state(class))
}

/// Whether both count people whom one thing may have befallen.
pub(crate) fn may_be_of_one_fate(a: &Quantity, b: &Quantity) -> bool {
    let of_people = |q: &Quantity| q.class().is_some_and(extractor::is_of_people);
    of_people(a) && of_people(b) && !of_two_fates(a, b)
}

/// Whether two things befell those who are counted: the dead, the hurt.
fn of_two_fates(a: &Quantity, b: &Quantity) -> bool {
    fate(a)
        .zip(fate(b))
        .is_some_and(|(a, b)| a != b && !is_pair([a, b], ILL_OR_HURT))
}

/// Whether it counts those whom something befell.
pub(crate) fn is_fate(q: &Quantity) -> bool {
    fate(q).is_some()
}

/// Whether people are counted by who they are.
pub(crate) fn is_who(q: &Quantity) -> bool {
    q.class()
        .is_some_and(|class| extractor::is_of_people(class) && !extractor::is_state(class))
}

/// Which of two counts of what befell people is the later one by what they say, as an order of the
/// first to the second, where they differ: such counts only grow, but for the missing and the
/// trapped, who are found; nothing of other numbers.
pub(crate) fn growth(a: &Quantity, b: &Quantity) -> Option<Ordering> {
    let value = |q: &Quantity| q.value.or(q.low).or(q.high);
    let class = fate(a).filter(|class| Some(*class) == fate(b))?;
    let order = Some(value(a)?.cmp(&value(b)?)).filter(|order| order.is_ne())?;
    Some(if matches!(class, "missing" | "trapped") {
        order.reverse()
    } else {
        order
    })
}

/// Whether two counts may be one that changed from report to report: of people or things, not measured.
pub(crate) fn has_changed(a: &Quantity, b: &Quantity) -> bool {
    let counts = a.unit.is_none() && b.unit.is_none();
    counts && affinity(a, b).is_some() && relation(a, b) == Some(Verdict::Diverges)
}

/// The same of what is measured in one unit: "30 days", "60 days".
const FAR_MEASURED: f32 = 0.2;

/// How what two quantities count stands to each other.
enum Kinship {
    Same,
    Unknown,
    Other,
}

/// The class that every other class of people falls under.
pub(crate) const ANYBODY: &str = "people";

/// The class of counters of things: 件, 개.
const ANYTHING: &str = "item";

fn is_general(class: &str) -> bool {
    matches!(class, ANYBODY | ANYTHING)
}

/// One word in Arabic.
const ILL_OR_HURT: [&str; 2] = ["infected", "injured"];

/// "118 suspected cases", "118 suspected patients".
const CASES: [&str; 2] = ["infected", "patient"];

fn kinship(a: &Quantity, b: &Quantity) -> Kinship {
    match (a.class(), b.class()) {
        (Some(a), Some(b)) if a == b => Kinship::Same,
        (Some(a), Some(b)) if is_pair([a, b], ILL_OR_HURT) || is_pair([a, b], CASES) => {
            Kinship::Unknown
        }
        // "People" or a counter of things says less than the noun that another report prints.
        (Some(a), Some(b)) if is_general(a) == is_general(b) => Kinship::Other,
        _ => Kinship::Unknown,
    }
}

/// Whether a value has three digits or more that are no zeros at its end.
fn is_telling(quantity: &Quantity) -> bool {
    let digits = |value: Decimal| value.normalize().mantissa().unsigned_abs() >= 100;
    quantity.value.is_some_and(digits)
}

/// The smaller value as a share of the larger, 0 to 1.
pub(crate) fn closeness(a: &Quantity, b: &Quantity) -> f32 {
    let Some((scale_a, scale_b)) = common_scale(a, b) else {
        return 0.0;
    };
    let (Some(a), Some(b)) = (Reading::of(a, scale_a), Reading::of(b, scale_b)) else {
        return 0.0;
    };
    let (small, large) = (a.middle().min(b.middle()), a.middle().max(b.middle()));
    match small.checked_div(large) {
        Some(share) if small > Decimal::ZERO => share.to_f32().unwrap_or(0.0),
        _ => 0.0,
    }
}

/// The unit's id; empty where there is none.
fn id(quantity: &Quantity) -> &str {
    quantity.unit.as_ref().map_or("", |unit| unit.id.as_str())
}

/// Two temperatures of which one names its scale, the other taken to be of the scale that brings
/// it nearer.
fn of_one_scale(a: &Quantity, b: &Quantity) -> Option<[Quantity; 2]> {
    let known = |q: &Quantity| matches!(id(q), "celsius" | "fahrenheit");
    let given = |q: &Quantity, scale: &str| {
        let unit = q.unit.clone().map(|unit| Unit {
            id: scale.to_owned(),
            ..unit
        });
        Quantity { unit, ..q.clone() }
    };
    let turned = match (id(a) == UNSCALED, id(b) == UNSCALED) {
        (true, false) if known(b) => ["celsius", "fahrenheit"].map(|s| [given(a, s), b.clone()]),
        (false, true) if known(a) => ["celsius", "fahrenheit"].map(|s| [a.clone(), given(b, s)]),
        _ => return None,
    };
    let nearness = |pair: &[Quantity; 2]| closeness(&pair[0], &pair[1]);
    let [one, other] = turned;
    Some(if nearness(&one) >= nearness(&other) {
        one
    } else {
        other
    })
}

/// The unit of degrees that name no scale.
const UNSCALED: &str = "degree";

/// The scales that bring both to one unit, or nothing where there are none.
fn common_scale(a: &Quantity, b: &Quantity) -> Option<(Scale, Scale)> {
    let scale_of = |quantity: &Quantity| match &quantity.unit {
        Some(unit) => units::scale(&unit.id),
        None => is_fraction(quantity).then(units::fraction),
    };
    if is_multiple(a) && is_multiple(b) {
        return Some((units::plain(), units::plain()));
    }
    match (&a.unit, &b.unit) {
        (None, None) => return Some((units::plain(), units::plain())),
        (Some(a), Some(b)) if a.id == b.id => return Some((units::plain(), units::plain())),
        (None, Some(_)) | (Some(_), None) if is_telling_number(a) && a.value == b.value => {
            return Some((units::plain(), units::plain()));
        }
        _ => {}
    }
    let (a, b) = (scale_of(a)?, scale_of(b)?);
    (a.measure == b.measure).then_some((a, b))
}

/// Whether it may tell how many times as much: "doubled", 3倍; "three times" may count occasions, too.
fn is_multiple(quantity: &Quantity) -> bool {
    id(quantity) == "fold" || quantity.unit.is_none() && quantity.class() == Some("time")
}

fn is_pair(pair: [&str; 2], of: [&str; 2]) -> bool {
    let [one, other] = pair;
    pair == of || [other, one] == of
}

/// Whether a quantity is one or two of nothing known, exactly: "the two sides", "one of them" point
/// back to what was told and count nothing.
pub(crate) fn points_back(quantity: &Quantity) -> bool {
    let small = |value| value == Decimal::ONE || value == Decimal::TWO;
    quantity.unit.is_none()
        && quantity
            .noun
            .as_ref()
            .is_none_or(|noun| noun.class.is_none())
        && quantity.approximation == Approximation::Exact
        && quantity.value.is_some_and(small)
}

/// Whether a bare number is a part of something.
fn is_fraction(quantity: &Quantity) -> bool {
    quantity
        .value
        .is_some_and(|value| value > Decimal::ZERO && value < Decimal::ONE)
}

/// Numbers up to here are met everywhere: that two are equal says nothing of what they count.
const EVERYWHERE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

fn is_telling_number(quantity: &Quantity) -> bool {
    quantity.value.is_some_and(|value| value > EVERYWHERE)
}
