//! What a person can confirm, reject or correct.

use super::{Cell, Column, Table, column};
use crate::View;
use crate::review::ruling_name;
use aligner::SentenceRef;
use differ::review::{self, Reviewed, Sentences};
use differ::{Kind, Verdict};
use extractor::Value;
use segmenter::Span;
use std::collections::BTreeMap;

const REVIEW: &[Column] = &[
    column("item", "id of the item, the same on every run"),
    column("kind", "link, verdict, speaker"),
    column("article", "id of the article, for a link or a speaker"),
    column("outlet", "its outlet"),
    column(
        "text",
        "the sentence, the finding in plain words, the quotation",
    ),
    column(
        "about",
        "the sentence that the link goes to, the statement, the sentence of the quotation",
    ),
    column("value", "same, the verdict, the speaker"),
    column(
        "decision",
        "for a person to fill in: confirm, reject or correct",
    ),
    column(
        "correction",
        "with correct: the unit of another sentence, another verdict, another speaker",
    ),
    column("note", "for a person's words"),
    column(
        "fits",
        "of a decision: 1 where it was honoured, 0 where its item is gone",
    ),
    column("unit", "id of the sentence of a link"),
    column("other", "id of the sentence that the link goes to"),
    column(
        "neighbours",
        "tells whether the sentences around it changed",
    ),
];

/// One row a link, verdict or speaker; decisions of an earlier run stand beside their items, and
/// after them those whose items are gone.
pub(super) fn review(view: &View) -> Table {
    let mut decided: BTreeMap<&str, &Reviewed> = view
        .comparison
        .review
        .iter()
        .map(|reviewed| (reviewed.decision.item.as_str(), reviewed))
        .collect();
    let mut items = links(view);
    items.extend(verdicts(view));
    items.extend(speakers(view));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for item in items {
        let reviewed = decided.remove(item.id.as_str());
        rows.push(item.cells(reviewed));
    }
    // In the order of the earlier table.
    for reviewed in &view.comparison.review {
        let decision = &reviewed.decision;
        if decided.remove(decision.item.as_str()).is_some()
            && decision.ruling != review::Ruling::Open
        {
            let gone = Item {
                id: decision.item.clone(),
                kind: match decision.kind.as_str() {
                    "link" => "link",
                    "verdict" => "verdict",
                    _ => "speaker",
                },
                text: decision.text.clone(),
                value: decision.value.clone(),
                unit: decision.unit.clone(),
                other: decision.other.clone(),
                neighbours: decision.neighbours.clone(),
                ..Item::default()
            };
            rows.push(gone.cells(Some(reviewed)));
        }
    }
    Table::new(
        "review",
        "one row a link, verdict or speaker for a person to decide about; `--review FILE` honours it",
        REVIEW,
        rows,
    )
}

#[derive(Default)]
struct Item {
    id: String,
    kind: &'static str,
    text: String,
    about: String,
    value: String,
    unit: String,
    other: String,
    neighbours: String,
    names: Option<(String, String)>,
}

impl Item {
    fn cells(self, reviewed: Option<&Reviewed>) -> Vec<Cell> {
        let decision = reviewed.map(|reviewed| &reviewed.decision);
        let (article, outlet) = self.names.unwrap_or_default();
        vec![
            self.id.into(),
            self.kind.into(),
            article.into(),
            outlet.into(),
            self.text.into(),
            self.about.into(),
            // A person sees what was decided about, also where it has changed since.
            decision
                .map_or(self.value.as_str(), |decision| &decision.value)
                .into(),
            decision.map_or("", |d| ruling_name(d.ruling)).into(),
            decision.map_or("", |d| &d.correction).into(),
            decision.map_or("", |d| &d.note).into(),
            reviewed
                .filter(|r| r.decision.ruling != review::Ruling::Open)
                .map(|r| usize::from(r.fits))
                .into(),
            self.unit.into(),
            self.other.into(),
            self.neighbours.into(),
        ]
    }

    fn of(mut self, view: &View, report: usize) -> Self {
        self.names = Some((
            view.article(report).to_owned(),
            view.outlet(report).to_owned(),
        ));
        self
    }
}

fn links(view: &View) -> Vec<Item> {
    let sentences = Sentences::of(&view.comparison.reports);
    let mut items = Vec::new();
    for statement in &view.comparison.statements {
        let Some(head) = view.headline(statement) else {
            continue;
        };
        for &at in statement.sentences.iter().filter(|&&at| at != head) {
            let (unit, other) = (sentences.key(at), sentences.key(head));
            let item = Item {
                id: review::link(unit, other),
                kind: "link",
                text: view.sentence(at).to_owned(),
                about: view.sentence(head).to_owned(),
                value: "same".to_owned(),
                unit: unit.to_owned(),
                other: other.to_owned(),
                neighbours: review::neighbours(view.report(at.report), at.sentence),
                ..Item::default()
            };
            items.push(item.of(view, at.report));
        }
    }
    items
}

fn verdicts(view: &View) -> Vec<Item> {
    view.comparison
        .findings
        .iter()
        // Who carries a statement follows from the links.
        .filter(|finding| finding.kind != Kind::Coverage)
        .filter(|finding| finding.verdict != Verdict::SingleSource)
        .map(|finding| {
            let head = finding
                .statement
                .and_then(|index| view.headline(view.comparison.statements.get(index)?));
            Item {
                id: review::verdict(&view.comparison.reports, finding),
                kind: "verdict",
                text: format!("{}: {}", finding.kind.name(), finding.explanation),
                about: head.map_or("", |at| view.sentence(at)).to_owned(),
                value: finding.verdict.name().to_owned(),
                ..Item::default()
            }
        })
        .collect()
}

fn speakers(view: &View) -> Vec<Item> {
    let mut items = Vec::new();
    for (report, r) in view.comparison.reports.iter().enumerate() {
        for mention in &r.mentions {
            let Value::Quotation(quotation) = &mention.value else {
                continue;
            };
            let content = quotation.content.iter().copied().reduce(Span::join);
            let speaker = quotation.speaker.as_ref();
            let item = Item {
                id: review::speaker(r, mention, quotation),
                kind: "speaker",
                text: view
                    .text(report, content.unwrap_or(mention.span))
                    .to_owned(),
                about: view
                    .sentence(SentenceRef {
                        report,
                        sentence: mention.sentence,
                    })
                    .to_owned(),
                value: speaker.map_or_else(String::new, |speaker| {
                    let printed = view.text(report, speaker.span);
                    speaker.name.clone().unwrap_or_else(|| printed.to_owned())
                }),
                ..Item::default()
            };
            items.push(item.of(view, report));
        }
    }
    items
}
