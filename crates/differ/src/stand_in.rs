//! Names that nothing but their place shows.
//!
//! A script without capitals hides names that no title and no list announces. Where two reports
//! print one sentence word for word but for a person's name, what the other has between the same
//! words is a name too: "قال بول ميلز إن", "قال غورفيك فندلين إن".

use crate::name::shared_of_longer;
use aligner::{Report, SentenceRef, Statement};
use extractor::{Mention, Name, NameKind, Value};
use segmenter::{Document, Span, Token, TokenKind};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// How many words a full name has: one word could be anything.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;

/// How much of a sentence must stand in the other too, beside the names.
const SHARED: f64 = 0.7;

/// Adds to each report the names that stand in the place of a person whom another one names.
pub(crate) fn add(reports: &mut [Report], statements: &[Statement]) {
    let mut found: BTreeSet<(usize, usize, Span)> = BTreeSet::new();
    for statement in statements
        .iter()
        .filter(|statement| statement.sentences.len() > 1)
    {
        let sentences: Vec<Words> = statement
            .sentences
            .iter()
            .filter_map(|&at| Words::of(reports, at))
            .collect();
        for one in sentences.iter().filter(|one| !one.persons.is_empty()) {
            for other in &sentences {
                if one.at.report != other.at.report && one.language == other.language {
                    let spans = one.stand_ins(other).into_iter();
                    found.extend(spans.map(|span| (other.at.report, other.at.sentence, span)));
                }
            }
        }
    }
    for (report, sentence, span) in found {
        let Some(report) = reports.get_mut(report) else {
            continue;
        };
        if report
            .mentions
            .iter()
            .any(|mention| is_name(mention) && mention.span.overlaps(span))
        {
            continue;
        }
        let name = report.document.text_of(span).to_owned();
        let key = extractor::name_key(&name, report.document.language_of(sentence));
        let value = Value::Name(Name {
            kind: NameKind::Person,
            name,
            key,
        });
        let after = report
            .mentions
            .partition_point(|mention| mention.span < span);
        let mention = Mention {
            sentence,
            span,
            value,
        };
        report.mentions.insert(after, mention);
    }
}

fn is_name(mention: &Mention) -> bool {
    matches!(mention.value, Value::Name(_))
}

/// Whether every word may be part of a name.
fn may_be(name: &str, language: &str) -> bool {
    let mut words = name.split([' ', '·', '・', '-']);
    words.all(|word| extractor::may_be_name(word, language))
}

/// A sentence as its tokens, with the persons whom it names.
struct Words<'d> {
    at: SentenceRef,
    document: &'d Document,
    language: &'d str,
    /// Cut when first asked for.
    tokens: OnceCell<Vec<Token>>,
    persons: Vec<Span>,
}

/// What stands around a name.
struct Around<'d> {
    before: Option<&'d str>,
    after: Option<&'d str>,
    /// What is written onto the front of it: "ל".
    clitic: &'d str,
}

impl<'d> Words<'d> {
    fn of(reports: &'d [Report], at: SentenceRef) -> Option<Self> {
        let Report { document, mentions } = reports.get(at.report)?;
        let is_person = |mention: &&Mention| {
            mention.sentence == at.sentence
                && matches!(&mention.value, Value::Name(name) if name.kind == NameKind::Person)
        };
        Some(Self {
            at,
            document,
            language: document.language_of(at.sentence),
            tokens: OnceCell::new(),
            persons: mentions.iter().filter(is_person).map(|m| m.span).collect(),
        })
    }

    /// The spans of the other sentence that stand where this one names a person.
    fn stand_ins(&self, other: &Self) -> Vec<Span> {
        if !self.is_nearly(other) {
            return Vec::new();
        }
        let places = self.persons.iter().filter_map(|&span| self.around(span));
        places.filter_map(|place| other.between(&place)).collect()
    }

    fn tokens(&self) -> &[Token] {
        self.tokens
            .get_or_init(|| self.document.tokens(self.at.sentence))
    }

    fn word(&self, at: usize) -> Option<&'d str> {
        self.tokens()
            .get(at)
            .map(|token| self.document.text_of(token.span))
    }

    fn words(&self) -> impl Iterator<Item = &'d str> {
        (0..self.tokens().len()).filter_map(|at| self.word(at))
    }

    /// Whether most of both sentences is the same words.
    fn is_nearly(&self, other: &Self) -> bool {
        let words = |of: &Self| of.words().collect::<BTreeSet<&str>>();
        shared_of_longer(&words(self), &words(other)) >= SHARED
    }

    /// The words around a span; nothing where neither is one.
    fn around(&self, span: Span) -> Option<Around<'d>> {
        let first = self
            .tokens()
            .partition_point(|token| token.span.end <= span.start);
        let last = self
            .tokens()
            .partition_point(|token| token.span.start < span.end);
        let before = first.checked_sub(1).and_then(|at| self.word(at));
        let after = self.word(last);
        let said =
            |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_alphabetic));
        let start = self.tokens().get(first)?.span.start;
        let clitic = self
            .document
            .text_of(Span::new(start, span.start.max(start)));
        (said(before) || said(after)).then_some(Around {
            before,
            after,
            clitic,
        })
    }

    /// What may be a name between the same words.
    fn between(&self, place: &Around) -> Option<Span> {
        let count = self.tokens().len();
        let is_word = |at: usize| {
            self.tokens()
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Word)
        };
        for first in 0..count {
            if first.checked_sub(1).and_then(|at| self.word(at)) != place.before || !is_word(first)
            {
                continue;
            }
            let words = (first..count).take_while(|&at| is_word(at)).count();
            let end = WORDS
                .filter(|&length| length <= words)
                .map(|length| first + length)
                .find(|&end| self.word(end) == place.after);
            let Some(end) = end else { continue };
            let whole = self
                .tokens()
                .get(first)?
                .span
                .join(self.tokens().get(end - 1)?.span);
            let written = self.document.text_of(whole);
            let name = written.strip_prefix(place.clitic)?;
            let span = Span::new(whole.end - name.len(), whole.end);
            return may_be(name, self.language).then_some(span);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::Article;

    fn report(id: &str, text: &str) -> Report {
        let mut article = Article::new(id, text);
        article.language = Some("ar".to_owned());
        let document = segmenter::segment(article);
        let mentions = extractor::extract(&document);
        Report { document, mentions }
    }

    fn added(one: &str, other: &str) -> Vec<String> {
        let mut reports = vec![report("a", one), report("b", other)];
        let sentences = [0, 1].map(|report| SentenceRef {
            report,
            sentence: 0,
        });
        let statements = vec![Statement {
            sentences: sentences.to_vec(),
            score: 1.0,
            rival: 0.0,
            as_well: Vec::new(),
            nearest: Vec::new(),
        }];
        let before: Vec<Mention> = reports[1].mentions.clone();
        add(&mut reports, &statements);
        let new = reports[1].mentions.iter().filter(|m| !before.contains(m));
        new.map(|mention| reports[1].document.text_of(mention.span).to_owned())
            .collect()
    }

    #[test]
    fn what_stands_in_the_place_of_a_person_is_a_name() {
        let one = "ثم استقبل محمد حسن في العاصمة يوم الاثنين وأجرى معه محادثات طويلة هناك.";
        let stranger = one.replace("محمد حسن", "غورفيك فندلين");
        assert!(!report("b", &stranger).mentions.iter().any(is_name));
        assert_eq!(added(one, &stranger), ["غورفيك فندلين"]);
        let common = one.replace("محمد حسن", "الوفد المرافق");
        assert_eq!(added(one, &common), [""; 0]);
    }
}
