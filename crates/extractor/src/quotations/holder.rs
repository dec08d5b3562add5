//! Who holds an office or does a job, where a script has no capitals and writes its article onto nouns:
//! "המאמן רוני שלו", "مديرة المهمة لاكشمي ناير".

use super::speakers::Named;
use crate::lexicon::{Classes, fold};
use crate::words::{Shape, Words};
use crate::{NameKind, Speaker};
use segmenter::Span;

/// The rest of what somebody is has at most so many words.
const REST: usize = 3;

/// A name has at most so many words.
const NAME: usize = 3;

/// The phrase of the speaker with the name behind it. In "המאמן רוני שלו" what has no article cannot
/// belong to the noun, which has one: two or three such words up to a mark, a verb or what is governed
/// are a name that no list knows.
pub(super) fn behind(words: &Words, named: &Named, speaker: &Speaker) -> Option<Speaker> {
    let head = words.at(speaker.span.start);
    let entry = words.entry(head)?;
    let person = entry.classes.has(Classes::TITLE)
        || entry.classes.has(Classes::SOURCE) && entry.tag == "person";
    if speaker.name.is_some() || !person || named.at(head).is_some() {
        return None;
    }
    let office = Office { words, named, head };
    if let Some(found) = office.courteous(speaker.span) {
        return Some(found);
    }
    if let Some(found) = office.called(speaker.span) {
        return Some(found);
    }
    let text = words.document.article.text.as_str();
    let first = words.at(speaker.span.end);
    let rest = (first..first + REST)
        .take_while(|&i| office.rest(i))
        .count();
    // "مدرب الأهلي المصري ييس توروب", "محاميه كريستوف إنغران": whose it is completes the noun as well.
    let inside = words.after(head)..first;
    let owned = words
        .lexicon
        .ends_as("owned", words.list[head].span.of(text));
    let whole =
        rest > 0 || office.definite(head) || owned || inside.clone().any(|i| office.completes(i));
    let found = (words.lexicon.definite().is_some() && whole)
        .then(|| office.name(first + rest, false))
        .flatten()
        .or_else(|| office.name(office.apart(first)?, true))?;
    Some(Speaker {
        span: speaker.span.join(found),
        name: Some(found.of(&words.document.article.text).to_owned()),
    })
}

/// The noun for what somebody is, with what stands behind it.
struct Office<'w, 'd> {
    words: &'w Words<'d>,
    named: &'w Named<'d>,
    head: usize,
}

impl Office<'_, '_> {
    /// What is no part of such a phrase.
    const BOUND: Classes = Classes::VERB
        .and(Classes::COMPLEMENTISER)
        .and(Classes::ATTRIBUTION)
        .and(Classes::STOP)
        .and(Classes::PRONOUN);

    /// "שכן בשם אדי רביבו", "زنی به نام منیژه کاظمی": the phrase with the name behind what tells how somebody is
    /// called.
    fn called(&self, phrase: Span) -> Option<Speaker> {
        let first = self.words.at(phrase.end);
        let behind = |form: &str| {
            let stands = |(k, part): (usize, &str)| {
                self.inner(first + k) && self.words.folded(first + k) == part
            };
            let all = form.split(' ').enumerate().all(stands);
            all.then(|| first + form.split(' ').count())
        };
        let at = self.words.lexicon.name_forms("called").find_map(behind)?;
        let (mention, name) = self.named.at(at)?;
        (name.kind == NameKind::Person).then(|| Speaker {
            span: phrase.join(mention.span),
            name: Some(name.name.clone()),
        })
    }

    /// Whether word `i` is one of the sentence and no mark.
    fn inner(&self, i: usize) -> bool {
        let sentence = self.words.list[self.head].sentence;
        let word = self.words.list.get(i);
        word.is_some_and(|word| word.sentence == sentence && !word.is_mark())
    }

    /// Whether an article is written onto word `i`.
    fn definite(&self, i: usize) -> bool {
        let text = self.words.document.article.text.as_str();
        self.inner(i)
            && self
                .words
                .lexicon
                .is_definite(self.words.list[i].span.of(text))
    }

    fn is_place(&self, i: usize) -> bool {
        let name = self.named.at(i);
        name.is_some_and(|(_, name)| name.kind == NameKind::Place)
    }

    /// Whether word `i` shows that the noun before it needs no other: one with an article, or a name.
    fn completes(&self, i: usize) -> bool {
        self.definite(i) || self.inner(i) && self.named.at(i).is_some()
    }

    /// Whether word `i` goes on with the noun: "مديرة المهمة", "נשיא קולומביה".
    fn rest(&self, i: usize) -> bool {
        (self.definite(i) || self.inner(i) && self.is_place(i)) && !self.words.is(i, Self::BOUND)
    }

    /// Whether word `i` may be part of a name.
    fn part(&self, i: usize) -> bool {
        let words = self.words;
        let text = words.document.article.text.as_str();
        let names = Classes::GIVEN.and(Classes::SURNAME).and(Classes::PARTICLE);
        let listed = words
            .entry(i)
            .is_some_and(|entry| !entry.classes.has(names));
        // What is governed has a preposition written onto it.
        let governed = || {
            let word = &words.list[i];
            let prefix = text.get(word.span.start..word.core.start);
            prefix.is_some_and(|prefix| words.lexicon.governs(prefix))
        };
        self.inner(i)
            && words.list[i].shape == Shape::Uncased
            && !listed
            && !governed()
            && !self.is_place(i)
            && !words.is(i, Self::BOUND)
            && !words.lexicon.is_time(words.folded(i))
    }

    /// "السيد آدامز", "מר סוטופו": behind a word that stands before nothing but names, the next word, and one
    /// more that ends the phrase.
    fn courteous(&self, span: Span) -> Option<Speaker> {
        let words = self.words;
        let mut forms = words.lexicon.name_forms("courtesy");
        let own = words.folded(self.head);
        let first = words.after(self.head);
        if !forms.any(|form| fold(form) == own) || !self.part(first) || self.definite(first) {
            return None;
        }
        let ends = |i: usize| {
            !self.inner(i)
                || words.is(i, Self::BOUND)
                || super::clauses::opens(words, i)
                || words.list[i - 1].span.end == span.end
        };
        let second = self.part(first + 1) && !self.definite(first + 1) && ends(first + 2);
        let last = first + usize::from(second);
        let name = words.list[first].core.join(words.list[last].core);
        Some(Speaker {
            span: words.list[self.head].core.join(name),
            name: Some(name.of(&words.document.article.text).to_owned()),
        })
    }

    /// The name that begins at word `first`; where it is set apart, all up to the next mark.
    fn name(&self, first: usize, apart: bool) -> Option<Span> {
        let words = self.words;
        // "أورسولا فون دير لاين": small words of a name are none of its parts.
        let small = (first..=first + 2 * NAME)
            .take_while(|&i| self.part(i))
            .filter(|&i| words.is(i, Classes::PARTICLE))
            .count();
        let count = (first..=first + NAME + small)
            .take_while(|&i| self.part(i))
            .count();
        let last = (first + count).checked_sub(1)?;
        // Words in marks behind it would make a clause of it: "לדברי הסנגור, מרשו נמצא “…”".
        let next = words.mark(last + 1);
        let closed =
            !self.inner(last + 1) && !next.is_some_and(|mark| !matches!(mark, ',' | '،' | '.'));
        if !(2..=NAME + small).contains(&count) || self.definite(first) || apart && !closed {
            return None;
        }
        // "רוני חג'ג'": the mark behind the last letter belongs to it.
        let mark = words.list.get(last + 1).filter(|mark| {
            matches!(mark.shape, Shape::Mark('\'' | '׳'))
                && mark.span.start == words.list[last].span.end
        });
        let end = mark.unwrap_or(&words.list[last]);
        Some(words.list[first].span.join(end.span))
    }

    /// The word behind the comma that sets a name apart from the noun, and behind a title before it:
    /// "معاون شهردار، رضوان امیدی", "ראש הצוות, פרופ' מיה אדלשטיין".
    fn apart(&self, first: usize) -> Option<usize> {
        let comma = (first..first + REST)
            // "وکیل او، مصطفی نیلی": whose it is may stand behind the noun.
            .find(|&i| {
                let owner = i == first && self.words.is(i, Classes::PRONOUN);
                !self.inner(i) || self.words.is(i, Self::BOUND) && !owner
            })
            .filter(|&i| matches!(self.words.mark(i), Some(',' | '،')))?;
        let title = |i: &usize| {
            self.words.is(*i, Classes::TITLE)
                || *i > comma + 1 && matches!(self.words.mark(*i), Some('\'' | '׳' | '.'))
        };
        let titles = (comma + 1..comma + REST).take_while(title).count();
        Some(comma + 1 + titles)
    }
}

/// The name that somebody was told with before of whom only the last part stands here.
pub(super) fn again(words: &Words, speaker: &Speaker, told: &[String]) -> Option<String> {
    let part = speaker.span.of(&words.document.article.text);
    told.iter()
        .find(|name| name.split(' ').next_back() == Some(part))
        .cloned()
}
