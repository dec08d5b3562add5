//! Denied here and affirmed there, alleged here and stated as a fact there, words that exclude
//! each other.

mod contrary;
mod outvoted;

use crate::lexicon::{self, Contrary, Hedge, Turn};
use crate::name::shared_of_longer;
use crate::place::breadth;
use crate::{Evidence, Finding, Kind, Verdict, confidence, explain};
use aligner::{Report, SentenceRef, Statement};
use encoder::cosine;
use extractor::Value;
use segmenter::{Document, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Words in common, as a share of the shorter sentence, from which two sentences make the same
/// claim.
const SAME_CLAIM: f32 = 0.5;

/// Words in common, as a share of the longer sentence, from which a negation on one side alone
/// turns the same claim: independent reports of one thing negate this and that beside it.
const NEGATED: f64 = 0.6;

/// Letters between a negation and the word that it turns.
const NEAR: usize = 14;

/// What a pole that is negated begins with.
const NOT: &str = "not ";

/// The pole of what only looks like one: "released the names" frees nobody.
const NEUTRAL: &str = "neutral";

/// How a sentence puts its claim.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing that a sentence says or does not say of its claim"
)]
struct Claim<'a> {
    at: SentenceRef,
    whole: Span,
    language: &'a str,
    /// Whether the words that turn and hedge are listed for its language.
    is_read: bool,
    negated: Option<Span>,
    /// The words of the clause that is negated.
    turned: BTreeSet<String>,
    denied: Option<Span>,
    /// The first word that negates or denies, else that turns something down.
    against: Option<(Span, Turn)>,
    /// Some word negates or turns something down, if only by its look.
    turns: bool,
    /// Some word may say without a negation what another language says with one.
    implies: bool,
    /// Whether it is turned down, or owned up to.
    taken: Taken,
    alleged: Option<Span>,
    /// What is denied, and what the sentence says beside it; the same of what is alleged.
    denial: Option<Scope>,
    allegation: Option<Scope>,
    /// It may be so, says the text.
    possible: bool,
    /// Somebody is suspected or accused of it, or it is looked into.
    suspected: bool,
    /// Some word qualifies it, if only who did it ("the suspected smugglers").
    hedged: bool,
    /// Somebody says so: what is attributed is not stated as a fact.
    attributed: bool,
    words: BTreeSet<String>,
    /// What it says, without the names.
    told: String,
    poles: Vec<Pole>,
}

/// Words that exclude others: concept, pole.
pub(crate) type Pole = (Span, &'static str, String);

/// How somebody takes a claim or a request.
#[derive(PartialEq, Eq)]
enum Taken {
    None,
    Rejected,
    Admitted,
    /// Somebody does not deny it.
    Undenied,
}

impl Claim<'_> {
    fn is_rejected(&self) -> bool {
        self.taken == Taken::Rejected
    }

    fn is_admitted(&self) -> bool {
        matches!(self.taken, Taken::Admitted | Taken::Undenied)
    }
}

/// The finding that reports put a statement in ways that exclude each other.
pub(crate) fn finding(
    reports: &[Report],
    index: usize,
    statement: &Statement,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        kind: Kind::Polarity,
        verdict: Verdict::Diverges,
        statement: Some(index),
        explanation: explain::in_evidence(reports, &evidence),
        confidence: confidence::of(Kind::Polarity, Verdict::Diverges, Some(statement)),
        evidence,
    }
}

/// What the reports of a statement affirm, deny or only allege.
pub(crate) fn findings(reports: &[Report], index: usize, statement: &Statement) -> Vec<Finding> {
    let claims: Vec<Claim> = statement
        .sentences
        .iter()
        .filter_map(|&at| claim(reports, at))
        .collect();
    let finding = |evidence: Vec<Evidence>| finding(reports, index, statement, evidence);
    let all: fn(&Claim) -> bool = |_| true;
    // What is negated and turns no claim that is seen affirms nothing either, nor does what is told
    // in a language whose words against something nobody listed.
    let affirms: fn(&Claim) -> bool = |claim| {
        claim.is_read && claim.denied.is_none() && (claim.is_admitted() || claim.negated.is_none())
    };
    let states: fn(&Claim) -> bool = |claim| claim.is_read && claim.alleged.is_none();
    let mut found: Vec<Finding> = Vec::new();
    let kinds = [
        (denied(&claims), "denied", "affirmed", affirms),
        (alleged(&claims), "alleged", "stated as a fact", states),
        (
            stated(&claims),
            "stated as a fact",
            "said to be possible",
            all,
        ),
    ];
    for (marked, label, other, answers) in kinds {
        if marked.is_empty() {
            continue;
        }
        // Who tells a claim and that it was turned down affirms nothing.
        let turned: BTreeSet<usize> = claims
            .iter()
            .filter(|claim| label == "denied" && (claim.is_rejected() || claim.denied.is_some()))
            .map(|claim| claim.at.report)
            .collect();
        let evidence = claims.iter().enumerate().filter_map(|(position, claim)| {
            let is_marked = marked.contains(&position);
            let answers = answers(claim) && !turned.contains(&claim.at.report);
            let value = match &claim.taken {
                _ if is_marked => label,
                Taken::Admitted if label == "denied" => "admitted",
                Taken::Undenied if label == "denied" => "not denied",
                _ => other,
            };
            (is_marked || answers).then(|| Evidence {
                at: claim.at,
                span: claim.whole,
                value: value.to_owned(),
            })
        });
        found.push(finding(evidence.collect()));
    }
    // Who says the contrary of all others says it in whatever words: those are told with it.
    if found.is_empty()
        && let Some(contrary) = outvoted::evidence(reports, &claims)
    {
        return vec![finding(contrary)];
    }
    // Words that exclude each other say themselves what they speak of, beside whatever else.
    let beside = statement.as_well.iter().filter_map(|&at| {
        let document = &reports.get(at.report)?.document;
        let whole = document.sentences.get(at.sentence)?.span;
        let turns = lexicon::turns(document, at.sentence, whole);
        Some((at, poles(document, at.sentence, &negations(&turns))))
    });
    let told = claims.iter().map(|claim| (claim.at, claim.poles.clone()));
    let told: Vec<(SentenceRef, Vec<Pole>)> = told.chain(beside).collect();
    found.extend(opposed(&told).into_iter().map(finding));
    if found.is_empty() {
        found.extend(contrary::evidence(reports, statement, &claims).map(finding));
    }
    found
}

/// The claims that deny what another report's claim affirms.
fn denied(claims: &[Claim]) -> BTreeSet<usize> {
    // What one of those who deny it says beside its denial is denied by none of them.
    let beside: BTreeSet<SentenceRef> = claims
        .iter()
        .filter(|other| {
            claims.iter().any(|one| {
                one.at.report != other.at.report
                    && one.denied.is_some()
                    && !concerns(one.denial.as_ref(), other)
            })
        })
        .map(|other| other.at)
        .collect();
    let against = |one: &Claim, other: &Claim| {
        let affirms = other.is_read
            && other.denied.is_none()
            && (other.is_admitted() || other.negated.is_none() && !other.is_rejected());
        let same_words =
            one.language == other.language && shared_of_longer(&one.words, &other.words) >= NEGATED;
        affirms
            && (one.negated.is_some()
                && same_words
                && overlap(&one.turned, &other.words) >= SAME_CLAIM
                || one.denied.is_some() && !beside.contains(&other.at))
    };
    marked(claims, against)
}

/// The claims that only allege what another report's claim states. Over languages two reports are
/// too few to tell: "reportedly" has many forms.
fn alleged(claims: &[Claim]) -> BTreeSet<usize> {
    let of: BTreeSet<usize> = claims
        .iter()
        .filter(|c| c.alleged.is_some())
        .map(|c| c.at.report)
        .collect();
    marked(claims, |one, other| {
        let same_words =
            one.language == other.language && overlap(&one.words, &other.words) >= SAME_CLAIM;
        one.alleged.is_some()
            && is_open(other)
            && !other.possible
            && (same_words || of.len() > 1)
            && concerns(one.allegation.as_ref(), other)
    })
}

/// The claims that state what most other reports say is only possible, two of them that somebody is
/// suspected or accused of it or claims it: "may" alone is lost and won in translation.
fn stated(claims: &[Claim]) -> BTreeSet<usize> {
    let reports = |wanted: &dyn Fn(&Claim) -> bool| -> BTreeSet<usize> {
        let of = claims.iter().filter(|claim| wanted(claim));
        of.map(|claim| claim.at.report).collect()
    };
    let possible = reports(&|claim| claim.possible || claim.alleged.is_some());
    let suspected = reports(&|claim| claim.suspected || claim.alleged.is_some());
    let open = reports(&|claim| is_open(claim) && !claim.hedged);
    if suspected.len() < 2 || possible.len() <= 2 * open.difference(&possible).count() {
        return BTreeSet::new();
    }
    (0..claims.len())
        .filter(|&at| {
            let claim = &claims[at];
            is_open(claim) && !claim.hedged && !possible.contains(&claim.at.report)
        })
        .collect()
}

/// Whether another sentence speaks of what a word reaches rather than of what stands beside it.
fn concerns(scope: Option<&Scope>, other: &Claim) -> bool {
    scope.is_none_or(|scope| {
        let meant = encoder::builtin().encode(&other.told, other.language);
        cosine(&scope.inside, &meant) >= cosine(&scope.beside, &meant)
    })
}

/// Whether a report states a claim in its own words, as a fact.
fn is_open(claim: &Claim) -> bool {
    claim.is_read && claim.alleged.is_none() && claim.denied.is_none() && !claim.attributed
}

/// The claims that stand against at least one claim of another report.
fn marked(claims: &[Claim], against: impl Fn(&Claim, &Claim) -> bool) -> BTreeSet<usize> {
    (0..claims.len())
        .filter(|&one| {
            let one = &claims[one];
            claims
                .iter()
                .any(|other| one.at.report != other.at.report && against(one, other))
        })
        .collect()
}

/// The words of each concept of which some reports use one pole alone and others another.
fn opposed(told: &[(SentenceRef, Vec<Pole>)]) -> Vec<Vec<Evidence>> {
    let mut concepts: BTreeMap<&str, BTreeMap<usize, BTreeSet<&String>>> = BTreeMap::new();
    for (at, poles) in told {
        for (_, concept, pole) in poles {
            concepts
                .entry(concept)
                .or_default()
                .entry(at.report)
                .or_default()
                .insert(pole);
        }
    }
    concepts.retain(|_, reports| {
        // "Convicted of corruption, acquitted of abuse of office" stands against nobody; and where as
        // many reports tell both of two things, who has one of them only leaves out the other.
        let all = reports.len();
        reports.retain(|_, poles| poles.len() == 1);
        let both = all - reports.len();
        let mut single: BTreeMap<&String, usize> = BTreeMap::new();
        for pole in reports.values().filter_map(BTreeSet::first) {
            *single.entry(pole).or_default() += 1;
        }
        let mut pairs = single
            .iter()
            .flat_map(|a| single.iter().map(move |b| (a, b)));
        pairs.any(|((a, of_a), (b, of_b))| exclude(a, b) && both < *of_a.min(of_b))
    });
    concepts
        .into_iter()
        .map(|(wanted, reports)| {
            let told = told
                .iter()
                .filter(|(at, _)| reports.contains_key(&at.report));
            let words = told.flat_map(|(at, poles)| {
                let of_concept = poles
                    .iter()
                    .filter(move |(_, concept, _)| *concept == wanted);
                of_concept.map(move |(span, _, pole)| Evidence {
                    at: *at,
                    span: *span,
                    value: pole.clone(),
                })
            });
            words.collect()
        })
        .collect()
}

/// Whether two poles of one concept cannot both hold: two that are affirmed, or one and its own
/// negation. "Not accepted" and "rejected" can.
pub(crate) fn exclude(a: &str, b: &str) -> bool {
    match (a.strip_prefix(NOT), b.strip_prefix(NOT)) {
        (None, None) => a != b,
        (Some(a), None) => a == b,
        (None, Some(b)) => a == b,
        (Some(_), Some(_)) => false,
    }
}

/// A part of a sentence and the rest of it, as vectors.
struct Scope {
    inside: Vec<f32>,
    beside: Vec<f32>,
}

/// The marks between clauses.
const CLAUSE: [char; 9] = [',', ';', ':', '،', '؛', '，', '；', '—', '–'];

/// The clause of `whole` in which a word stands.
fn clause(document: &Document, whole: Span, word: Span) -> Span {
    let parts = |c: char| CLAUSE.contains(&c) || matches!(c, '.' | '!' | '?' | '。');
    let before = document.text_of(Span::new(whole.start, word.start));
    let behind = document.text_of(Span::new(word.end, whole.end));
    let mut marks = before.rmatch_indices(parts);
    let start = marks.next().map_or(0, |(at, mark)| at + mark.len());
    let end = behind.find(parts).unwrap_or(behind.len());
    Span::new(whole.start + start, word.end + end)
}

/// Fewer words (of four letters or so) behind a word than this do not say what it is about, which
/// then stands before: "The talks failed, he denied."
const SPOKEN: usize = 20;

/// What a word reaches: from its clause on, or its clause alone (`narrow`). Nothing where that is
/// all of the sentence, or where what is meant may stand elsewhere.
fn scope(report: &Report, sentence: usize, whole: Span, word: Span, narrow: bool) -> Option<Scope> {
    let document = &report.document;
    let language = document.language_of(sentence);
    let text = document.text_of(whole);
    let (before, behind) = (
        document.text_of(Span::new(whole.start, word.start)),
        document.text_of(Span::new(word.end, whole.end)),
    );
    let start = opening(before);
    let reach = if narrow { behind.find(CLAUSE) } else { None };
    let end = text.len() - behind.len() + reach.unwrap_or(behind.len());
    let part = |from: usize, to: usize| {
        let part = Span::new(whole.start + from, whole.start + to);
        nameless(report, sentence, part)
    };
    let inside = part(start, end);
    let beside = format!("{} {}", part(0, start), part(end, text.len()));
    let short = |part: &str| part.chars().count() < SPOKEN;
    if short(beside.trim()) || !narrow && short(behind) {
        return None;
    }
    let encoder = encoder::builtin();
    Some(Scope {
        inside: encoder.encode(&inside, language),
        beside: encoder.encode(&beside, language),
    })
}

/// Where the clause of a word begins in what stands before it. A word right behind a mark has its
/// subject before what the mark closes: "the office of Rossi, the prime minister, denied".
fn opening(before: &str) -> usize {
    let last = |text: &str| text.rfind(CLAUSE);
    let Some(mark) = last(before) else {
        return 0;
    };
    let (head, gap) = before.split_at(mark);
    if gap.contains(char::is_alphabetic) {
        return mark;
    }
    let inserted = last(head).and_then(|opened| head.get(..opened));
    inserted.and_then(last).unwrap_or(0)
}

/// A part of a sentence without its names: who it is about says nothing of what is said of them.
fn nameless(report: &Report, sentence: usize, part: Span) -> String {
    let mut told = String::new();
    let mut at = part.start;
    let names = report.mentions.iter().filter(|mention| {
        mention.sentence == sentence
            && matches!(mention.value, Value::Name(_))
            && part.contains(mention.span)
    });
    for name in names {
        if name.span.start >= at {
            told.push_str(report.document.text_of(Span::new(at, name.span.start)));
            at = name.span.end;
        }
    }
    told.push_str(report.document.text_of(Span::new(at, part.end)));
    told
}

fn claim(reports: &[Report], at: SentenceRef) -> Option<Claim<'_>> {
    let report = reports.get(at.report)?;
    let document = &report.document;
    let whole = document.sentences.get(at.sentence)?.span;
    let language = document.language_of(at.sentence);
    let turns = lexicon::turns(document, at.sentence, whole);
    let first = |wanted: Turn| {
        turns
            .iter()
            .find(|(_, turn)| *turn == wanted)
            .map(|(span, _)| *span)
    };
    let hedges = lexicon::hedges(document, at.sentence, whole);
    let hedged = |wanted: Hedge| hedges.iter().find(|(_, hedge)| *hedge == wanted);
    let negations = negations(&turns);
    let denied = first(Turn::Denial);
    let alleged = hedged(Hedge::Alleged).map(|(span, _)| *span);
    Some(Claim {
        at,
        whole,
        language,
        is_read: lexicon::knows_turns(language),
        negated: negations.first().copied(),
        turned: negations
            .first()
            .map(|&negation| crate::quotation::words(document, clause(document, whole, negation)))
            .unwrap_or_default()
            .into_iter()
            .collect(),
        denied,
        against: against(&turns),
        turns: lexicon::is_turned(document, at.sentence, whole),
        implies: lexicon::contraries(document, at.sentence, whole)
            .iter()
            .any(|(_, kind)| kind.implies()),
        denial: denied.and_then(|word| scope(report, at.sentence, whole, word, false)),
        allegation: alleged.and_then(|word| scope(report, at.sentence, whole, word, true)),
        told: nameless(report, at.sentence, whole),
        taken: if first(Turn::Admission).is_some() {
            Taken::Admitted
        } else if first(Turn::Undenied).is_some() {
            Taken::Undenied
        } else if first(Turn::Rejection).is_some() {
            Taken::Rejected
        } else {
            Taken::None
        },
        alleged,
        possible: hedged(Hedge::Possible).is_some() || hedged(Hedge::Suspected).is_some(),
        suspected: hedged(Hedge::Suspected).is_some(),
        hedged: lexicon::is_hedged(document, at.sentence, whole),
        attributed: report.mentions.iter().any(|mention| {
            mention.sentence == at.sentence && matches!(mention.value, Value::Quotation(_))
        }),
        words: crate::quotation::words(document, whole)
            .into_iter()
            .collect(),
        poles: poles(document, at.sentence, &negations),
    })
}

/// The first word that negates or denies, else that turns something down.
fn against(turns: &[(Span, Turn)]) -> Option<(Span, Turn)> {
    let first = |wanted: &[Turn]| {
        turns
            .iter()
            .copied()
            .find(|(_, turn)| wanted.contains(turn))
    };
    first(&[Turn::Negation, Turn::Denial]).or_else(|| first(&[Turn::Rejection]))
}

pub(crate) fn negations(turns: &[(Span, Turn)]) -> Vec<Span> {
    let negations = turns.iter().filter(|(_, turn)| *turn == Turn::Negation);
    negations.map(|(span, _)| *span).collect()
}

/// The words of a sentence that exclude others, as its negations turn them.
pub(crate) fn poles(document: &Document, sentence: usize, negations: &[Span]) -> Vec<Pole> {
    let language = document.language_of(sentence);
    let whole = document.sentences[sentence].span;
    let found = lexicon::of(language)
        .antonyms
        .find(document, sentence, whole);
    // "Never hid it, not even at the last election": what is no plain negation may repeat one.
    let contraries = lexicon::contraries(document, sentence, whole);
    let repeats = |negation: Span| {
        let plain = |(span, kind): &(Span, Contrary)| !kind.implies() && span.overlaps(negation);
        !contraries.iter().any(plain)
    };
    lexicon::without_parts(&found)
        .into_iter()
        .filter(|(_, (_, pole, _))| *pole != NEUTRAL)
        .filter_map(|(span, (concept, pole, form))| {
            // "No group has claimed", "had no weapon": the form holds its negation.
            if pole.starts_with(NOT) {
                return Some((span, concept, pole.to_owned()));
            }
            let turns = |&negation: &Span| {
                let inside = span.contains(negation);
                reaches(document, negation, span)
                    && !(inside && lexicon::holds_negation(language, form))
            };
            if let Some(&negation) = negations.iter().find(|negation| turns(negation)) {
                let clause = clause(document, whole, negation);
                if repeats(negation) && negations.iter().any(|n| n.end <= clause.start) {
                    return None;
                }
                return Some((span, concept, format!("{NOT}{pole}")));
            }
            // "No passenger of the ferry was hurt": what a negation further off turns is open.
            let clause = clause(document, whole, span);
            let may_turn =
                |negation: &Span| clause.start <= negation.start && negation.end <= span.start;
            let open = negations.iter().any(may_turn);
            (!open).then(|| (span, concept, pole.to_owned()))
        })
        .collect()
}

/// Whether a negation turns the word at `span`: it stands before or in it with no more than two
/// words or so between ("has not yet conceded"), and no mark that ends a clause.
fn reaches(document: &Document, negation: Span, span: Span) -> bool {
    if negation.start > span.end {
        return false;
    }
    let between = document.text_of(Span::new(negation.end.min(span.start), span.start));
    between.chars().map(breadth).sum::<usize>() <= NEAR
        && !between.contains([',', ';', ':', '，', '、', '؛', '،'])
}

/// Words in common as a share of the smaller set.
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        0.0
    } else {
        a.intersection(b).count() as f32 / smaller as f32
    }
}
