//! Whether a person is a man or a woman, so that "she said" is nobody's who is a man.

use super::speakers::Named;
use crate::lexicon::{Classes, fold};
use crate::words::Words;
use crate::{NameKind, Value};
use lang::Pack;
use rustc_hash::FxHashMap;

/// What a pronoun, a title or the form of a verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Feminine,
    Masculine,
    /// A thing or a group.
    Neuter,
    /// Several.
    Plural,
}

impl Gender {
    pub(super) fn of(tag: &str) -> Option<Self> {
        match tag {
            "f" => Some(Self::Feminine),
            "m" => Some(Self::Masculine),
            "n" => Some(Self::Neuter),
            "p" => Some(Self::Plural),
            _ => None,
        }
    }
}

/// Whole forms and endings, the longest endings first. A whole form may tell that it is either, whatever
/// its ending.
#[derive(Default)]
struct Forms {
    whole: FxHashMap<String, Option<Gender>>,
    endings: Vec<(String, Gender)>,
}

impl Forms {
    fn add(&mut self, form: &str, gender: Option<Gender>) {
        match form.strip_prefix('*') {
            Some(ending) => self
                .endings
                .extend(gender.map(|gender| (fold(ending), gender))),
            None => {
                self.whole.insert(fold(form), gender);
            }
        }
    }

    fn get(&self, form: &str) -> Option<Gender> {
        let folded = fold(form);
        if let Some(&gender) = self.whole.get(&folded) {
            return gender;
        }
        self.endings
            .iter()
            .find(|(ending, _)| folded.ends_with(ending.as_str()))
            .map(|&(_, gender)| gender)
    }
}

/// The tag of a form that men and women share.
const EITHER: &str = "mf";

/// The list of a language, with the names of the default pack.
#[derive(Default)]
pub(super) struct Genders {
    names: Forms,
    titles: Forms,
    verbs: Forms,
    articles: Forms,
}

impl Genders {
    pub(super) fn of_language(code: &str) -> &'static Self {
        static ALL: lang::PerPack<Genders> = lang::PerPack::new();
        ALL.get(code, Self::new)
    }

    fn new(pack: &'static Pack) -> Self {
        let mut all = Self::default();
        let shared = lang::pack_or_default("und").rows("genders");
        for row in shared.chain(pack.rows("genders")) {
            let gender = Gender::of(row.column(1));
            if gender.is_none() && row.column(1) != EITHER {
                continue;
            }
            let forms = match row.column(2) {
                "verb" => &mut all.verbs,
                "title" => &mut all.titles,
                "article" => &mut all.articles,
                _ => &mut all.names,
            };
            for form in row.key().split(',').map(str::trim) {
                forms.add(form, gender);
            }
        }
        for forms in [&mut all.names, &mut all.titles, &mut all.verbs] {
            forms
                .endings
                .sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        }
        all
    }

    /// What the form of a verb tells of its subject.
    pub(super) fn of_verb(&self, verb: &str) -> Option<Gender> {
        let last = verb.split_whitespace().next_back()?;
        let first = verb.split_whitespace().next()?;
        self.verbs.get(first).or_else(|| self.verbs.get(last))
    }

    /// What a noun for a person and the article before it tell: "la autora", "el exdirector".
    pub(super) fn of_noun(&self, article: &str, noun: &str) -> Option<Gender> {
        self.titles.get(noun).or_else(|| self.articles.get(article))
    }

    /// What the given name tells of the bearer of a full name.
    pub(super) fn of_name(&self, name: &str) -> Option<Gender> {
        let (given, _) = name.split_once([' ', '·', '・'])?;
        self.names.get(given).or_else(|| {
            // "Hans-Georg"
            let (first, _) = given.split_once('-')?;
            self.names.get(first)
        })
    }
}

/// The gender of the persons of an article, by their full names.
pub(super) struct People {
    by_name: FxHashMap<String, Option<Gender>>,
}

impl People {
    pub(super) fn of(words: &Words, named: &Named, genders: &Genders) -> Self {
        let mut by_name: FxHashMap<String, Option<Gender>> = FxHashMap::default();
        for mention in named.mentions() {
            let Value::Name(name) = &mention.value else {
                continue;
            };
            if !matches!(name.kind, NameKind::Person | NameKind::Other) {
                continue;
            }
            let first = words.at(mention.span.start);
            let after = words.behind(mention.span.end);
            // "محاميه": "his lawyer" looks like a woman where letters are folded.
            let title = |i: usize| {
                let own = words.core(i);
                (!words.lexicon.ends_as("owned", own)).then(|| genders.titles.get(own))?
            };
            let beside = (first.saturating_sub(TITLE)..first)
                .rev()
                .take_while(|&i| {
                    words.list[i].sentence == words.list[first].sentence
                        && words.mark(i).is_none_or(|mark| matches!(mark, '.' | '-'))
                        && !words.is(i, Classes::VERB)
                })
                .find_map(|i| {
                    // "نائبة وزير الخارجية شارين هاسكل": whose office it is stands before the other.
                    let before = i
                        .checked_sub(1)
                        .filter(|_| words.lexicon.definite().is_some());
                    let own = title(i)?;
                    before.and_then(title).or(Some(own))
                })
                .or_else(|| {
                    (after < words.list.len() && !words.list[after].is_mark())
                        .then(|| title(after))
                        .flatten()
                });
            let own = beside.or_else(|| genders.of_name(&name.name));
            let entry = by_name.entry(name.name.clone()).or_insert(own);
            *entry = entry.or(own);
        }
        Self { by_name }
    }

    pub(super) fn gender(&self, name: &str) -> Option<Gender> {
        self.by_name.get(name).copied().flatten()
    }

    /// What the verb of which the bearer of a name is the subject tells, where nothing else does.
    pub(super) fn learn(&mut self, name: &str, gender: Gender) {
        let own = self.by_name.entry(name.to_owned()).or_default();
        *own = own.or(Some(gender));
    }
}

/// A title stands within so many words before its name: "minister of transport X".
const TITLE: usize = 4;
