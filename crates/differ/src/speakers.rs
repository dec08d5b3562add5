//! Into whose mouths reports put the words that they quote.

use crate::explain;
use crate::name::Bearers;
use crate::quotation::{Piece, Utterance, likeness};
use aligner::{Report, SentenceRef};
use extractor::{Form, Value};
use std::collections::BTreeSet;

/// How the explanation begins where two reports give words to two persons.
pub(crate) const SAID: &str = "said";

/// Quotations this much alike are taken for the same words, whoever says them, where nothing that the
/// other speaker says in either report is as near ([`NEARER`]). Both set on our own events.
const SAME: f32 = 0.6;
const NEARER: f32 = 0.8;

/// Who speaks in the reports of an event.
pub(crate) struct Speakers<'a> {
    pub(crate) reports: &'a [Report],
    pub(crate) bearers: &'a Bearers<'a>,
    /// All that the reports quote.
    pub(crate) pieces: &'a [Piece<'a>],
}

impl Speakers<'_> {
    /// Whether two reports put words into the mouths of two persons.
    pub(crate) fn are_two(&self, a: &Utterance, b: &Utterance) -> bool {
        match (self.speaker(a), self.speaker(b)) {
            (Some((first, at)), Some((second, by))) => {
                self.bearers
                    .are_two_persons((a.report, first), (b.report, second))
                    && !self.may_say((a, first), (b, by))
                    && !self.may_say((b, second), (a, at))
            }
            _ => false,
        }
    }

    /// Whether who is named for one utterance may be who says the other, at `at`: named there as
    /// well, or named elsewhere in that report, where the two are not clearly the same words.
    fn may_say(
        &self,
        (own, name): (&Utterance, &str),
        (other, at): (&Utterance, SentenceRef),
    ) -> bool {
        let name = (own.report, name);
        if self.bearers.is_heard(name, self.reports, at) {
            return true;
        }
        if !self.bearers.is_named(name, at.report) {
            return false;
        }
        let nearness = |piece: &Piece| {
            let own = own.pieces.iter().map(|own| likeness(own, piece));
            own.fold(0.0, f32::max)
        };
        let alike = other.pieces.iter().map(|piece| nearness(piece));
        let alike = alike.fold(0.0, f32::max);
        let says = |piece: &&Piece| {
            let speaker = piece.quotation.speaker.as_ref();
            let speaker = speaker.and_then(|speaker| speaker.name.as_deref());
            piece.at.report == at.report
                && speaker.is_some_and(|speaker| self.bearers.are_one(name, (at.report, speaker)))
        };
        let said = self.pieces.iter().filter(says).map(nearness);
        alike < SAME || said.fold(0.0, f32::max) >= NEARER * alike
    }

    /// "said by Wang Wenbin in one, by Lin Jian in four others": the two speakers of a pair, each
    /// with the reports that give the words to nobody else.
    pub(crate) fn who_said_it(
        &self,
        utterances: &[Utterance],
        pair: [&Utterance; 2],
    ) -> Option<String> {
        let side = |own: &Utterance, other: &Utterance| -> Option<(usize, String)> {
            let with = utterances
                .iter()
                .filter(|u| self.are_two(u, other) && !self.are_two(u, own));
            let with: BTreeSet<usize> = with.map(|u| u.report).collect();
            let (name, _) = self.speaker(own)?;
            let outlets = if with.len() > 2 {
                format!("{} others", explain::in_words(with.len()))
            } else {
                explain::outlets(self.reports, &with.iter().copied().collect::<Vec<_>>())
            };
            Some((with.len(), format!("by {name} in {outlets}")))
        };
        let mut sides = [side(pair[0], pair[1])?, side(pair[1], pair[0])?];
        // The odd one out first.
        sides.sort_by_key(|(count, _)| *count);
        let [(_, few), (_, many)] = sides;
        Some(format!("{SAID} {few}, {many}"))
    }

    /// Who is named beside the words, with where. A name that only stands for "he" is a guess.
    fn speaker<'u>(&self, utterance: &Utterance<'u>) -> Option<(&'u str, SentenceRef)> {
        utterance.pieces.iter().find_map(|piece| {
            let speaker = piece.quotation.speaker.as_ref()?;
            let mut names = self.reports.get(piece.at.report)?.mentions.iter();
            let printed = names.any(|mention| {
                matches!(mention.value, Value::Name(_)) && mention.span.overlaps(speaker.span)
            });
            let said = piece.quotation.cue.is_some() || piece.quotation.form == Form::Indirect;
            let name = speaker.name.as_deref().filter(|_| printed && said)?;
            Some((name, piece.at))
        })
    }
}
