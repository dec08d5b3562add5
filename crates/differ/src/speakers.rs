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
const SAME: f32 = 0.55;
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
        match (a.speaker, b.speaker) {
            (Some((first, at)), Some((second, by))) => {
                self.bearers
                    .are_two_persons(self.reports, (a.report, first), (b.report, second))
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
            let with: Vec<&Utterance> = with.collect();
            let (printed, _) = own.speaker?;
            // Explanations are English: of the forms of a name one in Latin letters is read best.
            let mut names = with.iter().filter_map(|u| Some(u.speaker?.0));
            let name = Some(printed).filter(|name| explain::is_latin(name));
            let name = name.or_else(|| names.find(|name| explain::is_latin(name)));
            let name = name.unwrap_or(printed);
            let with: BTreeSet<usize> = with.iter().map(|u| u.report).collect();
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

    /// Tells for each utterance of a group who is named for it, and where. A name that only stands
    /// for "he" is a guess, where no other report names the same person for these words.
    pub(crate) fn tell(&self, utterances: &mut [Utterance]) {
        let guesses: Vec<Option<Guess>> = utterances.iter().map(|u| self.speaker(u)).collect();
        for (utterance, own) in utterances.iter_mut().zip(&guesses) {
            let Some(own) = own else { continue };
            let confirmed = || {
                let mut others = guesses.iter().flatten();
                others.any(|other| {
                    let (own, other) = ((own.at.report, own.name), (other.at.report, other.name));
                    own.0 != other.0 && self.bearers.are_one(own, other)
                })
            };
            if own.printed || confirmed() {
                utterance.speaker = Some((own.name, own.at));
            }
        }
    }

    /// Who the extractor says speaks.
    fn speaker<'u>(&self, utterance: &Utterance<'u>) -> Option<Guess<'u>> {
        let guesses = utterance.pieces.iter().filter_map(|piece| {
            let speaker = piece.quotation.speaker.as_ref()?;
            let mut names = self.reports.get(piece.at.report)?.mentions.iter();
            let printed = names.any(|mention| {
                matches!(mention.value, Value::Name(_)) && mention.span.overlaps(speaker.span)
            });
            let said = piece.quotation.cue.is_some() || piece.quotation.form == Form::Indirect;
            Some(Guess {
                name: speaker.name.as_deref()?,
                at: piece.at,
                printed: printed && said,
            })
        });
        guesses.reduce(|first, next| {
            if first.printed || !next.printed {
                first
            } else {
                next
            }
        })
    }
}

/// Who may speak: the name, the sentence of the words, and whether it stands there.
struct Guess<'u> {
    name: &'u str,
    at: SentenceRef,
    printed: bool,
}
