//! What the lists tell of names.

use super::{Classes, Entry, Lexicon, fold};
use segmenter::Span;

/// So many letters in a row that transcribe foreign names are one; two are often a word.
const TRANSCRIBED: usize = 3;

/// So many letters that transcribe foreign names tell that a word of mixed letters is one.
const FOREIGN: usize = 2;

/// A body's name has so many letters before what kind it is.
const NAMING: usize = 2;

impl Lexicon {
    /// The entry of a folded word that the lists have by itself.
    pub(crate) fn alone(&self, word: &str) -> Option<&Entry> {
        self.entry(self.words.get(word)?.alone?)
    }

    /// Whether the pack tells how the names of fathers end.
    pub(crate) fn has_patronymics(&self) -> bool {
        !self.patronymics.is_empty()
    }

    /// Whether a folded word is made of the name of somebody's father.
    pub(crate) fn is_patronymic(&self, word: &str) -> bool {
        self.patronymics.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether an ending with its apostrophe is that of whom something is said to: 'ye.
    pub(crate) fn addresses(&self, ending: &str) -> bool {
        let plain = ending.trim_start_matches(['\'', '’']);
        let mut endings = self
            .addressing
            .iter()
            .map(|form| form.trim_start_matches('\''));
        ending.len() > plain.len() && endings.any(|form| form == plain)
    }

    /// Whether a folded word ends as a noun does of where something is or whereto, in a language that sets such
    /// endings off names with an apostrophe: "kazada".
    pub(crate) fn closes_scene(&self, word: &str) -> bool {
        let where_to = self
            .addressing
            .iter()
            .map(|form| form.trim_start_matches('\''));
        let mut endings = self.where_endings.iter().copied().chain(where_to);
        endings.any(|ending| ending.chars().nth(1).is_some() && word.ends_with(ending))
    }

    /// The folded noun of a body that ends in a case: bakanlığı*ndan*.
    pub(crate) fn without_case<'w>(&self, word: &'w str) -> Option<&'w str> {
        let endings = self.body_cases.iter();
        endings
            .filter_map(|ending| word.strip_suffix(ending))
            .find(|noun| {
                self.alone(noun)
                    .is_some_and(|entry| entry.classes.has(Classes::ORGANISATION))
            })
    }

    /// Whether a word is a surname by the pack's list.
    pub(crate) fn is_surname(&self, word: &str) -> bool {
        self.alone(word)
            .is_some_and(|entry| entry.classes.has(Classes::SURNAME))
    }

    /// Whether the pack lists surnames, which open its names.
    pub(crate) fn has_surnames(&self) -> bool {
        self.surnames
    }

    /// Whether a word as printed is a given name that a small word folds to as well.
    pub(crate) fn prints_given(&self, word: &str) -> bool {
        self.printed_given.contains(word)
    }

    /// Whether a folded word is a given name that means something else more often.
    pub(crate) fn is_given_too(&self, word: &str) -> bool {
        self.given_too.contains(word)
    }

    /// Whether a folded word is listed as a given name and nothing else.
    pub(crate) fn is_only_given(&self, word: &str) -> bool {
        self.alone(word)
            .is_some_and(|entry| entry.classes == Classes::GIVEN)
    }

    /// The office that opens inside a listed body, in a language without spaces or particles, and ends
    /// behind it: 部长 in 外交部|长.
    pub(crate) fn office_across(
        &self,
        text: &str,
        (start, end, entry): (usize, usize, u32),
    ) -> Option<(usize, usize, u32)> {
        let body = self.entry(entry)?.classes;
        if self.has_markers()
            || !body.has(
                Classes::KNOWN
                    .and(Classes::ORGANISATION)
                    .and(Classes::SOURCE),
            )
            || body.has(Classes::TITLE)
        {
            return None;
        }
        let rest = text.get(end..)?;
        let letter = rest.chars().next()?.len_utf8();
        // 国防部|长官, 外交部|长期: a longer word that the body stands before.
        let two = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
        let behind = self.alone(rest.get(..two)?);
        if behind.is_some_and(|entry| entry.classes.has(Classes::TITLE.and(Classes::STOP))) {
            return None;
        }
        let close = end + letter;
        let inner = text.get(start..end)?.char_indices().skip(1);
        inner.map(|(at, _)| start + at).find_map(|at| {
            let index = self.words.get(text.get(at..close)?)?.alone?;
            let office = self.entry(index)?.classes.has(Classes::TITLE);
            office.then_some((at, close, index))
        })
    }

    /// The office inside a listed one whose first letter closes the given name before it, in a language that
    /// marks its subjects: 知事 in 鈴木直|道知事.
    pub(crate) fn office_within(
        &self,
        text: &str,
        (start, end, entry): (usize, usize, u32),
    ) -> Option<(usize, usize, u32)> {
        let title = |index: u32| {
            self.entry(index)
                .is_some_and(|entry| entry.classes.has(Classes::TITLE))
        };
        if !self.has_markers() || !title(entry) {
            return None;
        }
        let before = text.get(..start)?;
        let letter = text.get(start..end)?.chars().next()?;
        let (at, first) = before.char_indices().next_back()?;
        let front = before.get(..at)?;
        let mut tails = front.char_indices().rev().skip(1).take(NAMING);
        let surname = tails.any(|(at, _)| front.get(at..).is_some_and(|own| self.is_surname(own)));
        let from = start + letter.len_utf8();
        let office = self.words.get(text.get(from..end)?)?.alone?;
        (surname && self.is_given_letter(first) && self.is_given_letter(letter) && title(office))
            .then_some((from, end, office))
    }

    /// Whether the given names of the language hold a letter.
    pub(crate) fn is_given_letter(&self, letter: char) -> bool {
        let mut forms = self.name_forms("given").chain(self.name_forms("within"));
        forms.any(|form| form.chars().eq(std::iter::once(letter)))
    }

    /// The length of a word without its endings, and the office that is written onto the body or place
    /// in front of it: 우주항공청장, 서울시장.
    pub(crate) fn office_onto(&self, word: &str) -> Option<(usize, u32)> {
        self.before_endings(word).find_map(|rest| {
            let mut forms = self.name_forms.iter();
            forms.find_map(|&(form, role)| {
                let stem = rest.strip_suffix(form)?;
                let place = || self.listed(stem).is_some_and(|entry| !entry.tag.is_empty());
                let written = match role {
                    "office" => stem.chars().count() >= NAMING,
                    "office-of-place" => place(),
                    _ => false,
                };
                let index = self.words.get(form).filter(|_| written)?.alone?;
                Some((rest.len(), index))
            })
        })
    }

    /// Whether a word makes of an office that of a deputy or of one who has left it: 전, 副.
    pub(crate) fn is_deputy(&self, word: &str) -> bool {
        self.pack.rows("deputies").any(|row| row.key() == word)
    }

    /// Whether the pack lists what stands between an office and its holder.
    pub(crate) fn has_fields(&self) -> bool {
        self.pack.rows("title_complements").next().is_some()
    }

    /// The length of the foreign name in a word that has the noun of a place written onto it, and
    /// endings behind that at most.
    pub(crate) fn before_place(&self, word: &str) -> Option<usize> {
        self.before_endings(word).find_map(|rest| {
            let (at, _) = rest.char_indices().next_back()?;
            let (name, noun) = rest.split_at_checked(at)?;
            let place = self.place_noun(noun).is_some();
            let foreign = name
                .chars()
                .filter(|c| self.transcribing.contains(c))
                .count();
            (place && name.chars().count() >= TRANSCRIBED && foreign >= FOREIGN)
                .then_some(name.len())
        })
    }

    /// A word without each of its endings, and as it is, where nouns are written onto names.
    pub(crate) fn before_endings<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let onto = self.surnames && !self.transcribing.is_empty();
        let endings = self.suffixes.iter().copied().chain([""]);
        endings
            .filter(move |_| onto)
            .filter_map(move |ending| word.strip_suffix(ending))
    }

    /// The length of a name of the language's own form in a word with endings at most: a surname of one
    /// letter before two letters of given names.
    pub(crate) fn native(&self, word: &str) -> Option<usize> {
        let given = |letter: char| {
            self.name_forms("given")
                .any(|form| form.chars().eq(std::iter::once(letter)))
        };
        self.before_endings(word).find_map(|rest| {
            let (at, _) = rest.char_indices().nth(1)?;
            let (surname, own) = rest.split_at_checked(at)?;
            let whole = self.is_surname(surname)
                && own.chars().count() == 2
                && own.chars().all(given)
                && !self.knows(rest);
            whole.then_some(rest.len())
        })
    }

    /// Whether a letter stands in foreign names, anywhere or beside the dot between their parts.
    pub(crate) fn is_transcribing(&self, letter: char) -> bool {
        self.transcribing.contains(&letter) || self.beside_dot.contains(&letter)
    }

    /// The entry of a noun that makes a name a place.
    fn place_noun(&self, noun: &str) -> Option<&Entry> {
        self.alone(noun)
            .filter(|entry| entry.classes.has(Classes::PLACE))
    }

    /// Whether a word ends in what tells where something is.
    pub(crate) fn ends_locative(&self, word: &str) -> bool {
        self.locatives.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether an ending of more than one letter tells where something is.
    pub(crate) fn is_locative(&self, ending: &str) -> bool {
        ending.chars().count() > 1 && self.locatives.contains(&ending)
    }

    /// What is written onto names and onto what stands beside them, of one role.
    pub(crate) fn name_forms(&self, role: &'static str) -> impl Iterator<Item = &'static str> {
        let forms = self.name_forms.iter();
        forms
            .filter(move |(_, own)| *own == role)
            .map(|(form, _)| *form)
    }

    /// Whether a word ends in a form of a role.
    pub(crate) fn ends_as(&self, role: &'static str, word: &str) -> bool {
        self.name_forms(role).any(|form| word.ends_with(form))
    }

    /// The length of the name in a word that ends in the noun of a place that is written onto
    /// names, with endings behind that at most, and how many letters that noun has.
    pub(crate) fn onto_place(&self, word: &str) -> Option<(usize, usize)> {
        self.before_endings(word).find_map(|rest| {
            rest.char_indices().skip(1).find_map(|(at, _)| {
                let noun = rest.get(at..)?;
                (self.place_noun(noun)?.naming == "onto")
                    .then(|| (rest.len(), noun.chars().count()))
            })
        })
    }

    /// Whether a word holds letters of foreign names.
    pub(crate) fn has_foreign(&self, word: &str) -> bool {
        word.chars().any(|c| self.transcribing.contains(&c))
    }

    /// The length of the foreign name that the ending of where something is follows.
    pub(crate) fn before_locative(&self, word: &str) -> Option<usize> {
        let mut endings = self.locatives.iter();
        let name = endings.find_map(|ending| word.strip_suffix(ending))?;
        let foreign = name.chars().filter(|c| self.transcribing.contains(c));
        (name.chars().count() >= TRANSCRIBED && foreign.count() >= FOREIGN && !self.knows(name))
            .then_some(name.len())
    }

    /// How the kind of a body that closes a word makes the whole its name: 대한육상연맹.
    pub(crate) fn body(&self, word: &str) -> Option<&'static str> {
        if self.bodies.is_empty() {
            return None;
        }
        word.char_indices()
            .skip(NAMING)
            .filter_map(|(at, _)| word.get(at..))
            .find_map(|tail| self.bodies.get(tail).copied())
    }

    /// Whether what follows a number makes it that of a king or pope of one name.
    pub(crate) fn is_regnal(&self, word: &str) -> bool {
        self.alone(word)
            .is_some_and(|entry| entry.classes.has(Classes::PARTICLE) && entry.joins == "regnal")
    }

    /// Whether a folded preposition, of one word or two, stands before the name of a place.
    pub(crate) fn is_where(&self, word: &str) -> bool {
        self.wheres.contains(word)
    }

    /// Whether a folded preposition stands before places more than before other names.
    pub(crate) fn leads_from(&self, word: &str) -> bool {
        self.origins.contains(word)
    }

    /// Whether a folded word stands in the names of what is no person, body or place: "Grand Prix".
    pub(crate) fn names_other(&self, word: &str) -> bool {
        self.others.contains(word)
    }

    /// Whether a folded word closes the names of bodies: "Sunday *Telegraph*".
    pub(crate) fn closes_body(&self, word: &str) -> bool {
        self.body_closings.contains(word)
    }

    /// Whether a folded word closes the names of places: "Evelyn *Street*".
    pub(crate) fn closes_place(&self, word: &str) -> bool {
        self.place_closings.contains(word)
    }

    /// Whether a folded word opens the names of places: "Puerto Cortés".
    pub(crate) fn opens_place(&self, word: &str) -> bool {
        self.place_openings.contains(word)
    }

    /// Whether a name's ending, set apart from it, tells where something is: 'da.
    pub(crate) fn ends_where(&self, ending: &str) -> bool {
        self.where_endings.contains(&ending)
    }

    /// Whether a name that opens with an article is a body's, as of a newspaper.
    pub(crate) fn is_paper(&self, name: &str) -> bool {
        self.papers.contains(&fold(name))
    }

    /// Whether a folded word is a small adjective as they stand in the names of bodies.
    pub(crate) fn is_body_adjective(&self, word: &str) -> bool {
        let ends = |ending: &String| {
            word.strip_suffix(ending.as_str())
                .is_some_and(|rest| rest.chars().count() >= NAMING)
        };
        self.body_adjectives.contains(word) || self.body_endings.iter().any(ends)
    }

    /// Whether a folded word is an adjective in the genitive of several: космических.
    pub(crate) fn is_of_many(&self, word: &str) -> bool {
        let mut endings = self.genitives.iter();
        endings.any(|ending| word.ends_with(ending.as_str()))
    }

    /// The letters around a middle dot that transcribe a foreign name.
    pub(crate) fn around_dot(&self, text: &str) -> Option<Span> {
        let dot = text.find(['·', '・'])?;
        let inside = |c: &char| {
            self.transcribing.contains(c) || self.beside_dot.contains(c) || matches!(c, '·' | '・')
        };
        let before: usize = text
            .get(..dot)?
            .chars()
            .rev()
            .take_while(inside)
            .map(char::len_utf8)
            .sum();
        let after: usize = text
            .get(dot..)?
            .chars()
            .take_while(inside)
            .map(char::len_utf8)
            .sum();
        (before > 0 && !self.transcribing.is_empty()).then(|| Span::new(dot - before, dot + after))
    }

    /// The foreign names that the letters of unspaced text show, in order, and whether a dot stands
    /// inside each.
    pub(crate) fn foreign(&self, text: &str) -> Vec<(Span, bool)> {
        let mut names: Vec<(Span, bool)> = Vec::new();
        if self.transcribing.is_empty() {
            return names;
        }
        let mut from = 0;
        while let Some(name) = text.get(from..).and_then(|rest| self.around_dot(rest)) {
            let name = name.shift(from);
            from = name.end;
            names.push((name, true));
        }
        let dotted = names.len();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            if self.transcribing.contains(&c) {
                start.get_or_insert(at);
            } else if let Some(start) = start.take() {
                let run = Span::new(start, at);
                let long = run.of(text).chars().count() > TRANSCRIBED;
                let next = names[..dotted].partition_point(|(name, _)| name.end <= run.start);
                let parted = next == dotted || names[next].0.start >= run.end;
                if long && parted {
                    names.push((run, false));
                }
            }
        }
        names.sort_unstable_by_key(|(name, _)| name.start);
        names
    }

    /// The longest run of letters in `text` that transcribe foreign names, where it is long enough
    /// to be one; behind an office (`titled`) rarer letters count too.
    pub(crate) fn transcription(&self, text: &str, titled: bool) -> Option<Span> {
        let mut best: Option<(usize, Span)> = None;
        let mut run: Option<(usize, usize)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            if self.transcribing.contains(&c) || titled && self.beside_dot.contains(&c) {
                let (start, count) = run.unwrap_or((at, 0));
                run = Some((start, count + 1));
            } else if let Some((start, count)) = run.take()
                && count >= TRANSCRIBED
                && best.is_none_or(|(most, _)| count > most)
            {
                best = Some((count, Span::new(start, at)));
            }
        }
        best.map(|(_, span)| span)
    }

    /// Whether a folded word counts years.
    pub(crate) fn is_year(&self, word: &str) -> bool {
        self.years.contains(word)
    }

    /// Whether a word behind a hyphen modifies the name before it ("Hamas-run") or is an office
    /// or group of it ("US-Präsident").
    pub(crate) fn is_modifier(&self, word: &str) -> bool {
        let classes = Classes::MODIFIER;
        let nouns = Classes::TITLE
            .and(Classes::SOURCE)
            .and(Classes::ORGANISATION)
            .and(Classes::THING);
        self.alone(word).is_some_and(|entry| {
            entry.classes.has(classes) || self.pack.meta.noun_capitals && entry.classes.has(nouns)
        })
    }
}
