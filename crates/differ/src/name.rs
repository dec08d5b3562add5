//! Which names the reports share, which they spell in another way, and where another person
//! stands in the same place.

mod heard;
mod namesakes;
mod spelling;
mod translated;

use crate::place::{Place, language_of, place};
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain, quotation, speakers};
use aligner::{Report, SentenceRef, Statement};
use extractor::{Name, NameKind, NameMatch, Spoken, Value, same_name};
use heard::{HEARD, sounds_in};
use segmenter::Span;
use spelling::{differ_by_a_slip, fold, script, spelt_alike, transcribed_alike};
use std::collections::{BTreeMap, BTreeSet};
use unicode_script::Script;

/// What the reader is told of them.
const SPELT: &str = "spelt in two ways: ";

/// What the reader is told where two persons stand in one place.
const REPLACED: &str = "two persons in one role: ";

/// What the reader is told where reports give one surname two given names.
const GIVEN: &str = "two first names: ";

/// Whether two printed names may belong to one bearer: the same name over scripts, a variant, or
/// one a part of the other ("Lin" and "Lin Jian").
pub(crate) fn may_be_same(a: &str, b: &str) -> bool {
    let name = |text: &str| Name {
        kind: NameKind::Person,
        name: text.to_owned(),
        key: extractor::romanise(text),
    };
    !words_of(a).is_disjoint(&words_of(b))
        || same_name(&name(a), &name(b)).0 != NameMatch::Different
}

/// The words of a name in small letters.
fn words_of(name: &str) -> BTreeSet<String> {
    let lower = name.to_lowercase();
    lower.split_whitespace().map(str::to_owned).collect()
}

/// The first mention of a name in a report.
#[derive(Clone, Copy)]
struct Mentioned<'a> {
    at: SentenceRef,
    span: Span,
    name: &'a Name,
}

/// All mentions that name one bearer, at most a few a report.
#[derive(Default)]
struct Bearer<'a> {
    mentions: Vec<Mentioned<'a>>,
    /// The forms of the name, each once, as a person's.
    forms: Vec<Name>,
}

impl Bearer<'_> {
    fn reports(&self) -> BTreeSet<usize> {
        self.mentions
            .iter()
            .map(|mention| mention.at.report)
            .collect()
    }

    fn is_person(&self) -> bool {
        let of = |kind: NameKind| self.mentions.iter().filter(|m| m.name.kind == kind).count();
        of(NameKind::Person) > 0
            && of(NameKind::Person) + of(NameKind::Other) > self.mentions.len() / 2
    }

    /// Whether it is a person, or a full name of which nothing says what it names.
    fn may_be_person(&self) -> bool {
        let other = |m: &Mentioned| m.name.kind == NameKind::Other;
        self.is_person() || self.mentions.iter().all(other) && self.is_full()
    }

    /// "The Presiding Officer, Elin Jones": whether a word that the lists have as an office closes the name.
    fn is_office(&self, reports: &[Report]) -> bool {
        self.mentions.iter().any(|mention| {
            let last = mention.name.name.split_whitespace().next_back();
            let last = last.unwrap_or_default().to_lowercase();
            let pack = lang::pack_or_default(language_of(reports, mention.at));
            pack.rows("titles").any(|row| row.key() == last)
        })
    }

    /// Whether some form of this name may be one of the other's, in whatever script, a form being
    /// a full name.
    fn may_be(&self, other: &Self) -> bool {
        fn spoken<'n>(bearer: &'n Bearer) -> Vec<Spoken<'n>> {
            bearer.forms.iter().map(Spoken::of).collect()
        }
        let (own, others) = (spoken(self), spoken(other));
        self.forms.iter().zip(&own).any(|(x, x_spoken)| {
            other.forms.iter().zip(&others).any(|(y, y_spoken)| {
                let (relation, score) = x_spoken.stands_to(y_spoken);
                relation != NameMatch::Different
                    || score >= HEARD && script(&x.name) != script(&y.name)
            })
        })
    }

    /// Whether some form of the name is a full one and nothing but a name: words and no marks.
    fn is_full(&self) -> bool {
        self.mentions.iter().any(|mention| {
            let name = mention.name.name.as_str();
            let words = name
                .split([' ', '·', '・', '-', '＝'])
                .filter(|word| !word.is_empty())
                .count();
            let marks = name
                .chars()
                .any(|c| c.is_ascii_punctuation() && !"-'.".contains(c));
            let short = !matches!(script(name), Script::Latin | Script::Cyrillic) && words == 1;
            (words > 1 || short && name.chars().count() > 1) && !marks
        })
    }

    /// Whether a form that a report gives the name may stand in a sentence of another.
    fn sounds_in(&self, report: usize, reports: &[Report], at: SentenceRef) -> bool {
        let Some(other) = reports.get(at.report) else {
            return false;
        };
        let own = self.mentions.iter().filter(|m| m.at.report == report);
        let forms: BTreeSet<&str> = own.map(|m| m.name.name.as_str()).collect();
        forms
            .into_iter()
            .any(|form| sounds_in(form, other, at.sentence, true))
    }

    /// Whether a form of this name is a form of the other but for a slip of the pen.
    fn is_nearly(&self, other: &Self, reports: &[Report]) -> bool {
        self.mentions.iter().any(|x| {
            let mut others = other.mentions.iter();
            others.any(|y| spelt_alike(reports, x, y) && differ_by_a_slip(x, y))
        })
    }

    /// Whether nobody can tell how one of the names sounds, and the other is written by its sound:
    /// Japanese reads Han characters in names in many ways (小山田, Oyamada).
    fn hides_sound(&self, other: &Self, reports: &[Report]) -> bool {
        let japanese = |m: &Mentioned| language_of(reports, m.at) == "ja";
        let han = |m: &Mentioned| script(&m.name.name) == Script::Han;
        let hidden = |of: &Self| of.mentions.iter().all(|m| japanese(m) && han(m));
        let spoken = |of: &Self| !of.mentions.iter().any(han);
        hidden(self) && spoken(other) || hidden(other) && spoken(self)
    }

    /// Whether two reports spell a person's name in two ways, in one script. Places and
    /// organisations have other names in other languages.
    fn spelt_in_two_ways(&self, reports: &[Report]) -> bool {
        let persons: Vec<&Mentioned> = if self.may_be_person() {
            self.mentions.iter().collect()
        } else {
            Vec::new()
        };
        let writes = |report: usize, folded: &str| {
            persons
                .iter()
                .any(|m| m.at.report == report && fold(&m.name.name) == folded)
        };
        let agreed = |folded: &str| {
            let named = persons.iter().filter(|m| fold(&m.name.name) == folded);
            let languages: BTreeSet<&str> = named.map(|m| language_of(reports, m.at)).collect();
            languages.len() > 1
        };
        persons.iter().enumerate().any(|(index, a)| {
            persons.iter().skip(index + 1).any(|b| {
                let (one, other) = (fold(&a.name.name), fold(&b.name.name));
                // A report that writes both forms inflects one of them.
                spelt_alike(reports, a, b)
                    && one != other
                    && !transcribed_alike(reports, a, b, agreed)
                    && one.split(' ').count() == other.split(' ').count()
                    && !writes(a.at.report, &other)
                    && !writes(b.at.report, &one)
                    && differ_by_a_slip(a, b)
            })
        })
    }
}

/// Everybody and everything that the reports of an event name, by bearer.
pub(crate) struct Bearers<'a> {
    all: Vec<Bearer<'a>>,
    /// By report and printed name: its bearer.
    of: BTreeMap<(usize, &'a str), usize>,
}

impl<'a> Bearers<'a> {
    /// The bearers of the names of an event, whose names may be translated where sentences of
    /// `statements` say the same.
    pub(crate) fn of(reports: &'a [Report], statements: &[Statement]) -> Self {
        let mut known = Self::new(bearers(reports));
        let groups = translated::groups(reports, statements, &known);
        if groups.is_empty() {
            return known;
        }
        for group in groups {
            let mut moved = group.into_iter();
            let Some(first) = moved.next() else { continue };
            for other in moved {
                let other = std::mem::take(&mut known.all[other]);
                known.all[first].mentions.extend(other.mentions);
                known.all[first].forms.extend(other.forms);
            }
            known.all[first]
                .mentions
                .sort_by_key(|mention| (mention.at, mention.span));
        }
        known.all.retain(|bearer| !bearer.mentions.is_empty());
        Self::new(known.all)
    }

    fn new(mut all: Vec<Bearer<'a>>) -> Self {
        all.sort_by_key(|bearer| bearer.mentions.first().map(|first| (first.at, first.span)));
        let mut of = BTreeMap::new();
        for (index, bearer) in all.iter().enumerate() {
            for mention in &bearer.mentions {
                of.entry((mention.at.report, mention.name.name.as_str()))
                    .or_insert(index);
            }
        }
        Self { all, of }
    }

    /// Whether two names, each as printed in a report, name two persons. A firm and who speaks
    /// for it are no two persons, nor is who is known by a title alone.
    pub(crate) fn are_two_persons(
        &self,
        reports: &[Report],
        a: (usize, &str),
        b: (usize, &str),
    ) -> bool {
        if may_be_same(a.1, b.1) {
            return false;
        }
        let bearer = |name: (usize, &str)| self.all.get(*self.of.get(&name)?);
        match (bearer(a), bearer(b)) {
            (Some(one), Some(other)) => {
                one.is_person()
                    && other.is_person()
                    && !one.may_be(other)
                    && !one.hides_sound(other, reports)
            }
            _ => false,
        }
    }

    /// Whether a name of one report stands, or may stand, somewhere in a sentence of another: a part
    /// of it sounds like a word there. What the extractor did not take for a name, or spelt in a way
    /// that it cannot match, is no other person.
    pub(crate) fn is_heard(
        &self,
        name: (usize, &str),
        reports: &[Report],
        at: SentenceRef,
    ) -> bool {
        let named = self.of.get(&name).is_some_and(|own| {
            let mut there = self.in_sentence(reports, at).into_iter();
            there.any(|(_, bearer)| bearer == *own)
        });
        // Whom the report names elsewhere by a name that it knows goes by no other there.
        let elsewhere = !self.is_named(name, at.report);
        named
            || reports
                .get(at.report)
                .is_some_and(|report| sounds_in(name.1, report, at.sentence, elsewhere))
    }

    /// Whether a report names whom a name of another report names.
    pub(crate) fn is_named(&self, name: (usize, &str), report: usize) -> bool {
        let known = self.of.get(&name).and_then(|&bearer| self.all.get(bearer));
        known.is_some_and(|bearer| bearer.reports().contains(&report))
    }

    /// Whether two names, each as printed in a report, name one bearer, or may do so.
    pub(crate) fn are_one(&self, a: (usize, &str), b: (usize, &str)) -> bool {
        let bearer = |name| self.of.get(&name);
        bearer(a).is_some_and(|of| bearer(b) == Some(of)) || may_be_same(a.1, b.1)
    }

    /// Whether two bearers are both persons or both none: who leads a firm and the firm do not
    /// change places.
    pub(crate) fn are_of_one_sort(&self, a: usize, b: usize) -> bool {
        self.may_be_person(a) == self.may_be_person(b)
    }

    /// Whether one of two bearers is a country and the other another place: which one is told first is
    /// grammar ("Akçedere in Turkey", "Türkiye'nin Akçedere kasabası").
    pub(crate) fn are_place_and_country(&self, a: usize, b: usize) -> bool {
        self.country(a)
            .zip(self.country(b))
            .is_some_and(|(a, b)| a != b)
    }

    /// Whether a bearer is a place and no country: of two of these one only says where the other is.
    pub(crate) fn is_locality(&self, bearer: usize) -> bool {
        self.country(bearer) == Some(false)
    }

    /// Whether a bearer that is a place is a country; nothing of other bearers.
    fn country(&self, bearer: usize) -> Option<bool> {
        let mentions = &self.all.get(bearer)?.mentions;
        let is_code = |key: &[u8]| key.len() == 2 && key.iter().all(u8::is_ascii_uppercase);
        let mut names = mentions.iter().map(|m| m.name);
        names
            .clone()
            .all(|name| name.kind == NameKind::Place)
            .then(|| names.any(|name| is_code(name.key.as_bytes())))
    }

    /// Whether a bearer is a person, or may be one.
    pub(crate) fn may_be_person(&self, bearer: usize) -> bool {
        self.all.get(bearer).is_some_and(Bearer::may_be_person)
    }

    /// The names of a sentence with their bearers, in the order of the text. Of names that overlap
    /// the first counts.
    pub(crate) fn in_sentence(&self, reports: &[Report], at: SentenceRef) -> Vec<(Span, usize)> {
        let mentions = reports
            .get(at.report)
            .map_or(&[][..], |report| &report.mentions);
        let mut names: Vec<(Span, usize)> = mentions
            .iter()
            .filter(|mention| mention.sentence == at.sentence)
            .filter_map(|mention| match &mention.value {
                Value::Name(name) => {
                    let bearer = self.of.get(&(at.report, name.name.as_str()))?;
                    Some((mention.span, *bearer))
                }
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup_by(|next, known| next.0.overlaps(known.0));
        names
    }
}

/// The findings about names over the whole event: every bearer that two reports name, every
/// person whose name is spelt in two ways, and every person who stands where other reports have
/// another, but for those of whom the findings `before` tell that they are given the same words.
pub(crate) fn findings(
    reports: &[Report],
    statements: &[Statement],
    bearers: &Bearers,
    before: &[Finding],
) -> Vec<Finding> {
    let shared = bearers
        .all
        .iter()
        .filter(|bearer| bearer.reports().len() > 1);
    let mut found: Vec<Finding> = shared
        .map(|bearer| finding(reports, Verdict::Agrees, "", &bearer.mentions))
        .collect();
    let (misspelt, mut replaced) = beside(statements, reports, bearers);
    let speakers = two_speakers(reports, bearers, before);
    replaced.retain(|pair| !speakers.contains(pair));
    // Whose name is misspelt is one person with two bearers.
    let mut persons: Vec<BTreeSet<usize>> = (0..bearers.all.len())
        .map(|b| BTreeSet::from([b]))
        .collect();
    for &(a, b) in &misspelt {
        let joined: BTreeSet<usize> = persons[a].union(&persons[b]).copied().collect();
        for &member in &joined {
            persons[member].clone_from(&joined);
        }
    }
    let mentions = |of: &BTreeSet<usize>| -> Vec<Mentioned> {
        let mut all: Vec<Mentioned> = of
            .iter()
            .flat_map(|&b| bearers.all[b].mentions.iter().copied())
            .collect();
        all.sort_by_key(|mention| (mention.at, mention.span));
        all
    };
    let mut told: BTreeSet<&BTreeSet<usize>> = BTreeSet::new();
    for (index, person) in persons.iter().enumerate() {
        let bearer = &bearers.all[index];
        if namesakes::has_two_names(bearer) {
            found.push(finding(reports, Verdict::Diverges, GIVEN, &bearer.mentions));
            continue;
        }
        let spelt = person.len() > 1 || bearers.all[index].spelt_in_two_ways(reports);
        if spelt && told.insert(person) {
            found.push(finding(
                reports,
                Verdict::Compatible,
                SPELT,
                &mentions(person),
            ));
        }
    }
    let namesakes = namesakes::pairs(statements, reports, bearers);
    let of_one_surname = namesakes.iter().map(|&pair| (GIVEN, pair));
    let others = replaced.iter().filter(|pair| !namesakes.contains(pair));
    let pairs: BTreeSet<(&str, [&BTreeSet<usize>; 2])> = others
        .map(|&pair| (REPLACED, pair))
        .chain(of_one_surname)
        .map(|(remark, (a, b))| {
            let mut pair = [&persons[a], &persons[b]];
            pair.sort_unstable();
            (remark, pair)
        })
        .filter(|(_, [a, b])| a != b)
        .collect();
    for (remark, [a, b]) in pairs {
        let given: Vec<(String, usize)> = [a, b]
            .into_iter()
            .flat_map(|person| {
                let all = mentions(person);
                let form = usual(&all).to_owned();
                let reports: BTreeSet<usize> = all.iter().map(|m| m.at.report).collect();
                reports
                    .into_iter()
                    .map(move |report| (form.clone(), report))
            })
            .collect();
        let all: BTreeSet<usize> = a.union(b).copied().collect();
        let mut replaced = finding(reports, Verdict::Diverges, remark, &mentions(&all));
        replaced.explanation = format!("{remark}{}", explain::who_says_what(reports, &given));
        found.push(replaced);
    }
    found
}

fn bearers(reports: &[Report]) -> Vec<Bearer<'_>> {
    // Equal keys first: most mentions go here, and what is left to compare is short.
    let mut by_key: BTreeMap<(NameKind, &str), Vec<Mentioned>> = BTreeMap::new();
    for (report, content) in reports.iter().enumerate() {
        for mention in &content.mentions {
            let Value::Name(name) = &mention.value else {
                continue;
            };
            let of_key = by_key.entry((name.kind, name.key.as_str())).or_default();
            let known = |m: &Mentioned| m.at.report == report && m.name.name == name.name;
            if !of_key.iter().any(known) {
                let at = SentenceRef {
                    report,
                    sentence: mention.sentence,
                };
                of_key.push(Mentioned {
                    at,
                    span: mention.span,
                    name,
                });
            }
        }
    }
    // One after the other, so that a name counts as often as reports have it.
    let names: Vec<&Name> = by_key.values().flatten().map(|m| m.name).collect();
    let of_name = extractor::bearers(&names);
    let mut by_number: BTreeMap<usize, Bearer> = BTreeMap::new();
    let mut position = 0;
    for mentions in by_key.into_values() {
        by_number
            .entry(of_name[position])
            .or_insert_with(|| Bearer {
                mentions: Vec::new(),
                forms: Vec::new(),
            })
            .mentions
            .extend(mentions.iter().copied());
        position += mentions.len();
    }
    let mut bearers: Vec<Bearer> = by_number.into_values().collect();
    for bearer in &mut bearers {
        bearer
            .mentions
            .sort_by_key(|mention| (mention.at, mention.span));
        let forms: BTreeMap<&str, &Name> = bearer
            .mentions
            .iter()
            .map(|mention| (mention.name.name.as_str(), mention.name))
            .collect();
        bearer.forms = forms
            .into_values()
            .map(|name| Name {
                kind: NameKind::Person,
                ..name.clone()
            })
            .collect();
    }
    bearers
}

/// The form of a name that most reports use, the first of equals.
fn usual<'a>(mentions: &[Mentioned<'a>]) -> &'a str {
    let times = |form: &str| mentions.iter().filter(|m| m.name.name == form).count();
    let forms = mentions.iter().map(|m| m.name.name.as_str()).rev();
    forms.max_by_key(|form| times(form)).unwrap_or_default()
}

/// Two sentences alone that are less likely to say one thing than this do not show over languages
/// that one person stands for another: of pairs that people marked as no contradiction, and that differ in
/// two names, those that were taken for one lay below.
const LIKELY: f32 = 0.85;

/// Whether a statement is two sentences alone that may say two things.
fn is_doubtful(statement: &Statement) -> bool {
    statement.sentences.len() == 2 && statement.score < LIKELY
}

/// Names and numbers that two sentences have in common besides, from which they say one thing.
const AGREE: usize = 2;

/// Whether two sentences have the same names and numbers but for one name in each: what a doubtful
/// statement is sure of all the same.
fn agree_besides(
    reports: &[Report],
    bearers: &Bearers,
    (at, a): (SentenceRef, usize),
    (by, b): (SentenceRef, usize),
) -> bool {
    let told = |at: SentenceRef, but: usize| {
        let names = bearers.in_sentence(reports, at).into_iter();
        let names: BTreeSet<usize> = names
            .map(|(_, bearer)| bearer)
            .filter(|&x| x != but)
            .collect();
        let mentions = reports.get(at.report).into_iter().flat_map(|r| &r.mentions);
        let numbers: BTreeSet<String> = mentions
            .filter(|mention| mention.sentence == at.sentence)
            .filter_map(|mention| match &mention.value {
                Value::Quantity(quantity) => Some(quantity.value?.normalize().to_string()),
                _ => None,
            })
            .collect();
        (names, numbers)
    };
    let (own, other) = (told(at, a), told(by, b));
    own == other && own.0.len() + own.1.len() >= AGREE
}

type Pairs = BTreeSet<(usize, usize)>;

/// Those to whom reports give the same words, in pairs: that finding tells of both.
fn two_speakers(reports: &[Report], bearers: &Bearers, findings: &[Finding]) -> Pairs {
    let speaker = |evidence: &Evidence| {
        let report = evidence.at.report;
        let mut mentions = reports.get(report)?.mentions.iter();
        let name = mentions.find_map(|mention| match &mention.value {
            Value::Quotation(quotation) if mention.span == evidence.span => {
                quotation.speaker.as_ref()?.name.as_deref()
            }
            _ => None,
        })?;
        bearers.of.get(&(report, name)).copied()
    };
    let mut pairs = Pairs::new();
    for finding in findings {
        if finding.kind != Kind::Quotation || !finding.explanation.starts_with(speakers::SAID) {
            continue;
        }
        let speakers: BTreeSet<usize> = finding.evidence.iter().filter_map(speaker).collect();
        for &a in &speakers {
            pairs.extend(speakers.range(a + 1..).map(|&b| (a, b)));
        }
    }
    pairs
}

/// Pairs of persons each of whom stands in a sentence where the other report's sentence of the
/// same statement has the other, everybody else in them being the same, and who are never named by
/// the same report: first those that are one person misspelt, then those that are two. Whoever
/// stands between the same words of one language is two, whoever else is named, where not both
/// reports know both: these tell of either.
fn beside(statements: &[Statement], reports: &[Report], bearers: &Bearers) -> (Pairs, Pairs) {
    let may_be_person: Vec<bool> = bearers
        .all
        .iter()
        .map(|of| of.is_person() || of.may_be_person() && !of.is_office(reports))
        .collect();
    // By sentence: the persons in it.
    let mut persons: BTreeMap<SentenceRef, BTreeSet<usize>> = BTreeMap::new();
    for (report, content) in reports.iter().enumerate() {
        for mention in &content.mentions {
            if let Value::Name(name) = &mention.value
                && let Some(&bearer) = bearers.of.get(&(report, name.name.as_str()))
                && may_be_person[bearer]
            {
                let sentence = mention.sentence;
                persons
                    .entry(SentenceRef { report, sentence })
                    .or_default()
                    .insert(bearer);
            }
        }
    }
    let named_by: Vec<BTreeSet<usize>> = bearers.all.iter().map(Bearer::reports).collect();
    let only = |at: SentenceRef, other: usize| -> Option<usize> {
        let mut left = persons
            .get(&at)?
            .iter()
            .filter(|&&person| !named_by[person].contains(&other));
        let first = left.next()?;
        left.next().is_none().then_some(*first)
    };
    // A full name of no known kind may be a term that is translated ("Milky Way").
    let language = |at| language_of(reports, at);
    // Whom reports of two languages name is no chance of one wording.
    let in_two_languages = |bearer: usize| {
        let named = named_by[bearer].iter().filter_map(|&r| reports.get(r));
        let codes: BTreeSet<&str> = named.map(|r| r.document.language.code.as_str()).collect();
        codes.len() > 1
    };
    // "The president of the Central Bank", "the president of Honduras": what a sentence names besides
    // the person, and the other report nowhere.
    let own = |at: SentenceRef, other: usize, kinds: &[NameKind]| {
        bearers.in_sentence(reports, at).iter().any(|&(_, bearer)| {
            let first = bearers.all[bearer].mentions.first();
            !named_by[bearer].contains(&other)
                && first.is_some_and(|mention| kinds.contains(&mention.name.kind))
        })
    };
    let of_two_things = |at: SentenceRef, by: SentenceRef| {
        let named = [NameKind::Place, NameKind::Organisation];
        let elsewhere = |one: SentenceRef, other: SentenceRef| {
            own(one, other.report, &named[..1]) && own(other, one.report, &named)
        };
        elsewhere(at, by) || elsewhere(by, at)
    };
    let (mut misspelt, mut replaced) = (Pairs::new(), Pairs::new());
    for statement in statements {
        let placed: Vec<Vec<(Place, usize)>> = match statement.sentences.as_slice() {
            [_] => continue,
            several => several
                .iter()
                .map(|&at| places(bearers, reports, at))
                .collect(),
        };
        for (index, &at) in statement.sentences.iter().enumerate() {
            for (later, &by) in statement
                .sentences
                .iter()
                .enumerate()
                .skip(index + 1)
                .filter(|(_, by)| by.report != at.report)
            {
                let names = |at: SentenceRef, person: usize| {
                    persons.get(&at).is_some_and(|of| of.contains(&person))
                };
                for (a, b) in in_one_place(&placed[index], &placed[later]) {
                    let (one, other) = (&bearers.all[a], &bearers.all[b]);
                    // Whoever stands in both sentences only stands in another place.
                    let known = [at.report, by.report]
                        .iter()
                        .all(|report| named_by[a].contains(report) && named_by[b].contains(report));
                    if !names(by, a)
                        && !names(at, b)
                        && !known
                        && may_be_person[a]
                        && may_be_person[b]
                        && one.is_full()
                        && other.is_full()
                        && !one.may_be(other)
                        && comparable(reports, at, by)
                    {
                        replaced.insert((a.min(b), a.max(b)));
                    }
                }
                let (Some(a), Some(b)) = (only(at, by.report), only(by, at.report)) else {
                    continue;
                };
                let (one, other) = (&bearers.all[a], &bearers.all[b]);
                if !named_by[a].is_disjoint(&named_by[b]) {
                    continue;
                }
                let pair = (a.min(b), a.max(b));
                if one.hides_sound(other, reports) {
                    continue;
                }
                if one.is_nearly(other, reports) {
                    misspelt.insert(pair);
                } else if !of_two_things(at, by)
                    && (in_two_languages(a) || in_two_languages(b) || comparable(reports, at, by))
                    && (one.is_person() && other.is_person() || language(at) == language(by))
                    && (language(at) == language(by)
                        || !is_doubtful(statement)
                        || agree_besides(reports, bearers, (at, a), (by, b)))
                    && one.is_full()
                    && other.is_full()
                    && !one.may_be(other)
                    && !one.sounds_in(at.report, reports, by)
                    && !other.sounds_in(by.report, reports, at)
                {
                    replaced.insert(pair);
                }
            }
        }
    }
    (misspelt, replaced)
}

/// Words in common as a share of the longer sentence, below which two sentences of one language
/// tell of different things, whoever is named in both.
const SAME_ROLE: f64 = 0.5;

/// Whether two sentences may give one role to two persons, or two numbers of one thing, by what
/// else they say. Over languages their statement alone tells.
pub(crate) fn comparable(reports: &[Report], at: SentenceRef, by: SentenceRef) -> bool {
    language_of(reports, at) != language_of(reports, by)
        || words_in_common(reports, at, by) >= SAME_ROLE
}

/// Words in common as a share of the longer sentence, from which one is a copy of the other, edited
/// at most: between one outlet's sentence and another's, a "he said" is put in or left out.
const COPIED: f64 = 0.7;

/// Whether two sentences of one language say the same in the same words.
pub(crate) fn are_copies(reports: &[Report], at: SentenceRef, by: SentenceRef) -> bool {
    language_of(reports, at) == language_of(reports, by)
        && words_in_common(reports, at, by) >= COPIED
}

/// The words in common of two sentences, as a share of the longer one's.
fn words_in_common(reports: &[Report], at: SentenceRef, by: SentenceRef) -> f64 {
    let words = |at: SentenceRef| -> BTreeSet<String> {
        let document = reports.get(at.report).map(|report| &report.document);
        let place = document.and_then(|document| document.sentences.get(at.sentence));
        let words = document
            .zip(place)
            .map(|(d, place)| quotation::words(d, place.span));
        words.into_iter().flatten().collect()
    };
    shared_of_longer(&words(at), &words(by))
}

/// What two sets have in common, as a share of the larger.
pub(crate) fn shared_of_longer<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> f64 {
    let longer = one.len().max(other.len()).max(1);
    one.intersection(other).count() as f64 / longer as f64
}

/// The names of a sentence: where each stands, and its bearer.
fn places(bearers: &Bearers, reports: &[Report], at: SentenceRef) -> Vec<(Place, usize)> {
    let names = bearers.in_sentence(reports, at);
    let Some(report) = reports.get(at.report).filter(|_| !names.is_empty()) else {
        return Vec::new();
    };
    let document = &report.document;
    let tokens = document.tokens(at.sentence);
    let placed = |(span, bearer)| Some((place(document, at.sentence, &tokens, span)?, bearer));
    names.into_iter().filter_map(placed).collect()
}

/// The bearers of names that stand in one place in two sentences.
fn in_one_place(one: &[(Place, usize)], other: &[(Place, usize)]) -> Vec<(usize, usize)> {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
    let same = pairs.filter(|(a, b)| a.0 == b.0 && a.1 != b.1);
    same.map(|(a, b)| (a.1, b.1)).collect()
}

fn finding(
    reports: &[Report],
    verdict: Verdict,
    remark: &str,
    mentions: &[Mentioned<'_>],
) -> Finding {
    let given: Vec<(String, usize)> = mentions
        .iter()
        .map(|m| (m.name.name.clone(), m.at.report))
        .collect();
    Finding {
        kind: Kind::Name,
        verdict,
        statement: None,
        explanation: format!("{remark}{}", explain::who_says_what(reports, &given)),
        confidence: confidence::of(Kind::Name, verdict, None),
        evidence: mentions
            .iter()
            .map(|m| Evidence {
                at: m.at,
                span: m.span,
                value: m.name.name.clone(),
            })
            .collect(),
    }
}
