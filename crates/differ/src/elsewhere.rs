//! What a sentence tells besides a statement: where others have it too, it answers nothing here.

use aligner::{Report, SentenceRef, Statement};
use extractor::Mention;
use std::collections::{BTreeMap, BTreeSet};

/// The statements of every sentence.
pub(crate) struct Elsewhere<'a> {
    reports: &'a [Report],
    statements: &'a [Statement],
    of: BTreeMap<SentenceRef, Vec<usize>>,
}

impl<'a> Elsewhere<'a> {
    pub(crate) fn of(reports: &'a [Report], statements: &'a [Statement]) -> Self {
        let mut of: BTreeMap<SentenceRef, Vec<usize>> = BTreeMap::new();
        for (index, statement) in statements.iter().enumerate() {
            for at in statement.tellers() {
                of.entry(at).or_default().push(index);
            }
        }
        Self {
            reports,
            statements,
            of,
        }
    }

    /// Whether another statement that the sentence tells has, in a report that is not its own and in a
    /// sentence that is not of the statement `here`, a mention that says the `same`.
    pub(crate) fn is_told(
        &self,
        here: usize,
        at: SentenceRef,
        same: impl Fn(&Mention) -> bool,
    ) -> bool {
        let own = self.tellers(here);
        let others = self.of.get(&at).into_iter().flatten();
        others.filter(|&&other| other != here).any(|&other| {
            let there = self.tellers(other).into_iter();
            there
                .filter(|other| other.report != at.report && !own.contains(other))
                .any(|other| self.mentions(other).any(&same))
        })
    }

    fn tellers(&self, statement: usize) -> BTreeSet<SentenceRef> {
        let statement = self.statements.get(statement);
        statement.into_iter().flat_map(Statement::tellers).collect()
    }

    fn mentions(&self, at: SentenceRef) -> impl Iterator<Item = &'a Mention> {
        let mentions = self.reports.get(at.report).map(|report| &report.mentions);
        (mentions.into_iter().flatten()).filter(move |mention| mention.sentence == at.sentence)
    }
}
