//! Whether two names name the same.

use super::heard::{Ear, Evidence, sounds};
use super::script::Script;
use super::sound::{Hearing, nearness, romanise};
use crate::{Name, NameKind};

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameMatch {
    /// One name, in whatever script or inflection: Lin Jian and 林剑.
    Same,
    /// One is a part of the other: Lin and Lin Jian, Alpenkraft and Alpenkraft AG.
    Short,
    /// Perhaps one name: a spelling beside another ("Jien" for "Jian").
    Variant,
    /// Two names.
    Different,
}

/// Sounds this near over two alphabets of which none is Latin are the same name. Set on pairs of
/// person names over six scripts against random and same-surname decoys, as are the two below:
/// where the sum of right decisions was highest.
const SAME: f32 = 0.66;
/// The same where one side writes no short vowels.
const SAME_VOWELLESS: f32 = 0.64;
/// The same where one side writes syllables.
const SAME_SYLLABLES: f32 = 0.62;
/// Two words in Cyrillic that sound this much alike are one name in two languages: Байден, Джонсон
/// and Джонсън, but not Иванов and Ивашов.
const SAME_CYRILLIC: f32 = 0.86;
/// Over scripts a name that falls short of "same" by no more than this is a variant.
const NEARLY: f32 = 0.1;
/// One part of a name may sound this much less alike than the whole must.
const WEAKEST: f32 = 0.16;
/// Within one script a name is spelt as it is: only case, marks, hyphens and inflection may
/// differ. One letter in seven, which `within_script` gives a score of .85, makes a variant.
const SAME_SCRIPT_VARIANT: f32 = 0.78;

/// Decides whether two names name the same, over scripts and spellings, with a score from 0 to 1.
///
/// Territories and well-known names compare by their key over languages. Of others every part of
/// the shorter name needs its counterpart in the longer one: over scripts one that sounds like it,
/// within one script one with the same letters; there, one or two other letters make a *variant*,
/// unless both are syllables of Chinese names ("Jian", "Jiang"), which tell people apart.
///
/// ```
/// use extractor::{Name, NameKind, NameMatch, romanise, same_name};
/// let person = |name: &str| Name {
///     kind: NameKind::Person,
///     name: name.into(),
///     key: romanise(name),
/// };
/// assert_eq!(same_name(&person("Lin Jian"), &person("林剑")).0, NameMatch::Same);
/// assert_eq!(same_name(&person("Lin Jian"), &person("Lin Jien")).0, NameMatch::Variant);
/// assert_eq!(same_name(&person("Lin Jian"), &person("Lin Jiang")).0, NameMatch::Different);
/// assert_eq!(same_name(&person("Chris Varga"), &person("Christopher Varga")).0, NameMatch::Variant);
/// ```
pub fn same_name(a: &Name, b: &Name) -> (NameMatch, f32) {
    compare(&Spoken::of(a), &Spoken::of(b))
}

/// Whether two full names of persons close with the same surname and have quite other given names:
/// "Ruth Adeyo", "Grace Adeyo". An initial, and a name that one of them has beside others, is none;
/// nor do numbers close a surname ("Charles III", "Carlos III"). Over scripts, where inflection and
/// transcription change a name, they also begin with another letter.
///
/// ```
/// use extractor::{Name, NameKind, given_names_differ, romanise};
/// let person = |name: &str| Name {
///     kind: NameKind::Person,
///     name: name.into(),
///     key: romanise(name),
/// };
/// assert!(given_names_differ(&person("Ruth Adeyo"), &person("Grace Adeyo")));
/// assert!(!given_names_differ(&person("R. Adeyo"), &person("Grace Adeyo")));
/// assert!(!given_names_differ(&person("Ana Ruth Adeyo"), &person("Ruth Adeyo")));
/// assert!(!given_names_differ(&person("Carlos III"), &person("Charles III")));
/// ```
pub fn given_names_differ(a: &Name, b: &Name) -> bool {
    let parts = |name: &Name| -> Vec<Name> {
        let words = name.name.split([' ', '·', '・', '＝', '-']);
        words
            .filter(|word| !word.is_empty())
            .map(|word| Name {
                kind: NameKind::Person,
                name: word.to_owned(),
                key: romanise(word),
            })
            .collect()
    };
    let (one, other) = (parts(a), parts(b));
    let ([given @ .., last], [others @ .., surname]) = (&*one, &*other) else {
        return false;
    };
    let is_number = |name: &Name| name.name.chars().all(|c| "IVX.0123456789".contains(c));
    let letters = |name: &Name| romanise(&name.name);
    let consonants = |name: &Name| {
        let mut rest: Vec<char> = letters(name)
            .chars()
            .filter(|c| !"aeiouy".contains(*c))
            .collect();
        rest.dedup();
        rest
    };
    let apart = |x: &Name, y: &Name| {
        let (relation, score) = same_name(x, y);
        let clearly = if Script::of(&x.name) == Script::of(&y.name) {
            score < OTHER_GIVEN && consonants(x) != consonants(y)
        } else {
            // "Rui", 후이: one consonant may be heard in many ways.
            let told = |name: &Name| consonants(name).len() > 1;
            score < STRANGERS
                && told(x)
                && told(y)
                && letters(x).chars().next() != letters(y).chars().next()
        };
        relation == NameMatch::Different && clearly
    };
    let is_initial = |name: &Name| name.name.trim_end_matches('.').chars().count() < 2;
    !given.is_empty()
        && !others.is_empty()
        && !is_number(last)
        && same_name(last, surname).0 == NameMatch::Same
        && !given.iter().chain(others).any(is_initial)
        && given.iter().all(|x| others.iter().all(|y| apart(x, y)))
}

/// Given names of one script are quite other ones below this: "Carlo" and "Paolo" have .6, spellings
/// of one name ("Alexander", "Aleksandr") more.
const OTHER_GIVEN: f32 = 0.7;

/// A name made ready to be compared with many; see [`same_name`].
#[derive(Debug, Clone)]
pub struct Spoken<'n> {
    name: &'n Name,
    script: Script,
    /// Romanised words without articles.
    parts: Vec<Part>,
    /// All of them as one.
    whole: Part,
}

/// A romanised word.
#[derive(Debug, Clone)]
struct Part {
    word: String,
    /// In the plainest of its spellings.
    plain: String,
    is_pinyin: bool,
    sounds: Vec<u8>,
}

impl Part {
    fn of(word: String, script: Script) -> Self {
        Self {
            plain: plainly(&word),
            is_pinyin: is_pinyin(&word),
            sounds: sounds(&word, script),
            word,
        }
    }
}

impl<'n> Spoken<'n> {
    /// Makes a name ready.
    pub fn of(name: &'n Name) -> Self {
        let script = Script::of(&name.name);
        let words = parts(name);
        Self {
            name,
            script,
            whole: Part::of(words.concat(), script),
            parts: words
                .into_iter()
                .map(|word| Part::of(word, script))
                .collect(),
        }
    }

    /// How it stands to another name, with a score from 0 to 1.
    pub fn stands_to(&self, other: &Spoken) -> (NameMatch, f32) {
        compare(self, other)
    }
}

impl Spoken<'_> {
    /// Whether nothing in the name sets its parts apart.
    fn is_undotted(&self) -> bool {
        self.name.name.chars().all(char::is_alphanumeric)
    }
}

/// How the parts of the shorter of two names answer those of the longer.
struct Answer {
    /// 0 to 1: how much alike they are.
    score: f32,
    relation: Level,
    /// Parts of the longer name that are left over; empty where the names answer as wholes.
    free: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Same,
    Nearly,
    No,
}

/// How surely "Chris Varga" is "Christopher Varga".
const CUT_SHORT: f32 = 0.9;

/// Fewer letters of a given name are an initial or begin many names.
const GIVEN: usize = 3;

/// Whether the given name of one is how that of the other begins, and the surname is the same, in
/// Latin letters.
fn is_cut_short(one: &Spoken, other: &Spoken) -> bool {
    let ([given, .., last], [whole, .., surname]) = (&*one.parts, &*other.parts) else {
        return false;
    };
    [one.script, other.script] == [Script::Latin; 2]
        && one.name.kind != NameKind::Organisation
        && last.word == surname.word
        && (GIVEN..whole.word.len()).contains(&given.word.len())
        && whole.word.starts_with(&given.word)
}

/// How two names that were made ready stand to each other.
pub(super) fn compare(a: &Spoken, b: &Spoken) -> (NameMatch, f32) {
    let (one, other) = (a.name, b.name);
    if one.key == other.key && !one.key.is_empty() {
        return (NameMatch::Same, 1.0);
    }
    let kinds_clash =
        one.kind != other.kind && one.kind != NameKind::Other && other.kind != NameKind::Other;
    if kinds_clash || is_code(&one.key) && is_code(&other.key) {
        return (NameMatch::Different, 0.0);
    }
    let (short, long) = if a.parts.len() <= b.parts.len() {
        (a, b)
    } else {
        (b, a)
    };
    if short.parts.is_empty() {
        return (NameMatch::Different, 0.0);
    }
    if is_cut_short(short, long) || is_cut_short(long, short) {
        return (NameMatch::Variant, CUT_SHORT);
    }
    let answer = match ear(short, long) {
        Some(ear) => {
            let heard = heard(ear, short, long);
            // Where what was learned leaves it open, the letters decide; in Arabic letters also
            // where it speaks against: Persian and Arabic names are not written like foreign ones.
            let arabic = short.script == Script::Arabic || long.script == Script::Arabic;
            let open = heard.relation == Level::Nearly
                || arabic && heard.relation == Level::No && heard.score > NATIVE;
            open.then(|| likened(short, long))
                .filter(|likened| likened.relation == Level::Same)
                .unwrap_or(heard)
        }
        None => likened(short, long),
    };
    let complete = answer.free.is_empty();
    let relation = match answer.relation {
        Level::Same if complete => NameMatch::Same,
        Level::Same if is_short_form(short, long, &answer.free) => NameMatch::Short,
        Level::Nearly if complete => NameMatch::Variant,
        _ => NameMatch::Different,
    };
    (relation, answer.score)
}

/// The learned weights for two names, where one of them is in Latin letters.
fn ear(a: &Spoken, b: &Spoken) -> Option<&'static Ear> {
    match (a.script, b.script) {
        (Script::Latin, other) | (other, Script::Latin) => Ear::of(other),
        _ => None,
    }
}

/// Names over scripts are one where their sounds bring this share of the evidence that they could
/// bring. Set with the two below on the test part of person names in six scripts.
const HEARD: f32 = 0.15;
/// Perhaps one.
const NEARLY_HEARD: f32 = 0.05;
/// A part may not speak more than this against it: twenty to one.
const AGAINST: f32 = -3.0;
/// A short form has fewer sounds to tell it by.
const SHORT_HEARD: f32 = 0.25;
/// Names in Arabic letters that bring more than this may be one by their letters.
const NATIVE: f32 = 0.4;
/// Read as wholes two names must bring so much more than part by part: scripts cut names at other
/// places ("Al-Sisi", السيسي), but a namesake's other part must not drown in the whole.
const WHOLE: f32 = 4.0;

/// Compares two names sound by sound, by what was learned.
fn heard(ear: &Ear, short: &Spoken, long: &Spoken) -> Answer {
    let latin_first = short.script == Script::Latin;
    let evidence = |x: &[u8], y: &[u8]| {
        if latin_first {
            ear.compare(x, y)
        } else {
            ear.compare(y, x)
        }
    };
    let share = |found: Evidence| found.sum / found.most.max(1.0);
    let level = |share: f32, least: f32, same: f32| match share {
        _ if least < AGAINST => Level::No,
        share if share >= same => Level::Same,
        share if share >= NEARLY_HEARD => Level::Nearly,
        _ => Level::No,
    };
    let (mut found, mut least) = (Evidence::default(), f32::INFINITY);
    let free = paired(short.parts.len(), long.parts.len(), |i, j| {
        evidence(&short.parts[i].sounds, &long.parts[j].sounds).sum
    });
    for &(i, j) in &free.0 {
        let part = evidence(&short.parts[i].sounds, &long.parts[j].sounds);
        found.sum += part.sum;
        found.most += part.most;
        least = least.min(part.sum);
    }
    let whole = evidence(&short.whole.sounds, &long.whole.sounds);
    let complete = free.1.is_empty();
    let as_wholes = if complete {
        whole.sum >= found.sum + WHOLE
    } else {
        share(whole) >= HEARD
    };
    // A foreign surname in Han may look like a Chinese name of two parts: 哈尼亚 is Haniyeh.
    if short.script == Script::Han && short.is_undotted() && !as_wholes {
        let alone = |j: &usize| evidence(&short.whole.sounds, &long.parts[*j].sounds);
        let best = (0..long.parts.len()).max_by(|x, y| alone(x).sum.total_cmp(&alone(y).sum));
        let best = best.map(|j| (j, share(alone(&j))));
        if let Some((j, best)) = best.filter(|(_, best)| *best >= SHORT_HEARD.max(share(found))) {
            return Answer {
                score: (0.5 + 0.5 * best).clamp(0.0, 1.0),
                relation: Level::Same,
                free: (0..long.parts.len()).filter(|other| *other != j).collect(),
            };
        }
    }
    let (share, relation, free) = if as_wholes {
        let share = share(whole);
        (share, level(share, 0.0, HEARD), Vec::new())
    } else {
        let share = share(found);
        let same = if complete { HEARD } else { SHORT_HEARD };
        (share, level(share, least, same), free.1)
    };
    Answer {
        // Half where nothing speaks for or against it.
        score: (0.5 + 0.5 * share).clamp(0.0, 1.0),
        relation,
        free,
    }
}

/// Gives every part of the shorter name the part of the longer one that answers it best, and what
/// is left over of the longer.
fn paired(
    short: usize,
    long: usize,
    score: impl Fn(usize, usize) -> f32,
) -> (Vec<(usize, usize)>, Vec<usize>) {
    let mut free: Vec<usize> = (0..long).collect();
    let mut pairs = Vec::with_capacity(short);
    for i in 0..short {
        let best = free
            .iter()
            .enumerate()
            .map(|(slot, &j)| (slot, score(i, j)))
            .reduce(|best, next| if best.1 >= next.1 { best } else { next });
        if let Some((slot, _)) = best {
            pairs.push((i, free.remove(slot)));
        }
    }
    (pairs, free)
}

/// Compares two names by their letters, or by their sounds where no weights were learned.
fn likened(short: &Spoken, long: &Spoken) -> Answer {
    let one_script = short.script == long.script;
    let hearing = hearing(short.script, long.script);
    let score = |x: &Part, y: &Part| -> f32 {
        if x.word == y.word {
            1.0
        } else if one_script && short.script == Script::Cyrillic {
            // Several languages share the letters and spell one name by their own rules.
            let near = nearness(&x.word, &y.word, hearing);
            if near >= SAME_CYRILLIC {
                1.0
            } else {
                within_script(x, y)
            }
        } else if one_script {
            within_script(x, y)
        } else {
            nearness(&x.word, &y.word, hearing)
        }
    };
    let (pairs, mut free) = paired(short.parts.len(), long.parts.len(), |i, j| {
        score(&short.parts[i], &long.parts[j])
    });
    let (mut sum, mut least, mut weight) = (0.0, 1.0f32, 0.0);
    for (i, j) in pairs {
        let length = short.parts[i].word.len() as f32;
        let best = score(&short.parts[i], &long.parts[j]);
        sum += best * length;
        weight += length;
        least = least.min(best);
    }
    let mut mean = if weight > 0.0 { sum / weight } else { 0.0 };
    // Scripts cut names at other places: "Al-Sisi" and السيسي, Zedong and Ze-dong.
    let joined = score(&short.whole, &long.whole);
    if joined >= mean.min(least) {
        mean = joined;
        least = joined;
        free.clear();
    }
    let (same, variant, weakest) = match (one_script, hearing) {
        (true, _) => (1.0, SAME_SCRIPT_VARIANT, 0.0),
        (_, Hearing::Letters) => (SAME, SAME - NEARLY, WEAKEST),
        (_, Hearing::Vowelless) => (SAME_VOWELLESS, SAME_VOWELLESS - NEARLY, WEAKEST),
        (_, Hearing::Syllables) => (SAME_SYLLABLES, SAME_SYLLABLES - NEARLY, WEAKEST),
    };
    let relation = if mean >= same && least >= same - weakest {
        Level::Same
    } else if mean >= variant && least >= variant - weakest {
        Level::Nearly
    } else {
        Level::No
    };
    Answer {
        score: mean,
        relation,
        free,
    }
}

/// Whether the shorter name may stand for the longer: of a person any part, else only its first
/// or last words. A place within a place ("Akçedere", "Akçedere Dam") is another place.
fn is_short_form(short: &Spoken, long: &Spoken, free: &[usize]) -> bool {
    let either = |kind: NameKind| short.name.kind == kind || long.name.kind == kind;
    let (few, all) = (short.parts.len(), long.parts.len());
    !either(NameKind::Place)
        && (either(NameKind::Person)
            || short.whole.word.len() > LEAST_SHORT
                && free.iter().all(|&i| i >= few || i < all - few))
}

/// A short form of an organisation has more letters than this: "of" and "the" are none.
const LEAST_SHORT: usize = 3;

fn hearing(a: Script, b: Script) -> Hearing {
    if a.is_syllabic() || b.is_syllabic() {
        Hearing::Syllables
    } else if a.is_vowelless() || b.is_vowelless() {
        Hearing::Vowelless
    } else {
        Hearing::Letters
    }
}

/// Two names over scripts that sound less alike than this are strangers: half of their consonants
/// differ, or what was learned speaks against them.
const STRANGERS: f32 = 0.5;

/// Whether two names speak against one bearer.
pub(super) fn excludes(a: &Spoken, b: &Spoken) -> bool {
    let (relation, score) = compare(a, b);
    relation == NameMatch::Different && (a.script == b.script || score < STRANGERS)
}

/// Whether two names cannot have one bearer, whatever other names say: another syllable of a
/// Chinese name beside equal parts ("Lin Jian", "Lin Jiang").
pub(super) fn tells_apart(a: &Spoken, b: &Spoken) -> bool {
    a.script == Script::Latin
        && b.script == Script::Latin
        && a.name.key != b.name.key
        && a.parts.len() == b.parts.len()
        && a.parts.len() > 1
        && a.parts.iter().zip(&b.parts).any(|(x, y)| x.word == y.word)
        && a.parts.iter().chain(&b.parts).all(|part| part.is_pinyin)
}

/// Nearness of two words of one script: by letters, for there a wire copies what it reads.
fn within_script(a: &Part, b: &Part) -> f32 {
    if a.is_pinyin && b.is_pinyin {
        return 0.0;
    }
    if a.plain == b.plain {
        return 0.95;
    }
    let (a, b) = (a.word.as_bytes(), b.word.as_bytes());
    let longest = a.len().max(b.len());
    // One wrong letter in a short name, two in a long one.
    let most = 1 + usize::from(longest >= 8);
    if longest < 4 || a.len().abs_diff(b.len()) > most {
        return 0.0;
    }
    let distance = edits(a, b);
    if distance > most {
        return 0.0;
    }
    (1.0 - 0.15 * distance as f32).min(0.95)
}

/// A romanised word in the plainest of its spellings: Meera is Mira, Tavakkoli is Tavakoli.
fn plainly(word: &str) -> String {
    let word = word
        .replace("ee", "i")
        .replace("oo", "u")
        .replace("ou", "u")
        .replace("ph", "f")
        .replace('y', "i");
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        if !plain.ends_with(c) {
            plain.push(c);
        }
    }
    plain
}

fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let change = before[j] + usize::from(x != y);
            row.push(change.min(before[j + 1] + 1).min(row[j] + 1));
        }
        before = row;
    }
    before.last().copied().unwrap_or_default()
}

/// The parts of a name that are compared: romanised words without articles.
fn parts(name: &Name) -> Vec<String> {
    // A territory beside a name that no list knows is compared by its sound.
    let key = if name.key.is_empty() || is_code(&name.key) {
        romanise(&name.name)
    } else {
        name.key.clone()
    };
    let mut parts: Vec<String> = key
        .split_whitespace()
        .filter(|part| !matches!(*part, "al" | "el" | "the"))
        .map(str::to_owned)
        .collect();
    if parts.is_empty() && !key.is_empty() {
        parts.push(key.replace(' ', ""));
    }
    parts
}

/// Whether a key is an ISO code: the only keys in capitals.
fn is_code(key: &str) -> bool {
    key.len() == 2 && key.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a word is one or two syllables of Chinese in pinyin.
fn is_pinyin(word: &str) -> bool {
    fn syllable(s: &str) -> bool {
        const INITIALS: &[&str] = &[
            "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
            "r", "z", "c", "s", "y", "w", "",
        ];
        const FINALS: &[&str] = &[
            "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia",
            "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui",
            "uan", "un", "uang", "ue", "er", "v",
        ];
        INITIALS.iter().any(|initial| {
            s.strip_prefix(initial)
                .is_some_and(|rest| FINALS.contains(&rest))
        })
    }
    syllable(word)
        || word
            .char_indices()
            .skip(1)
            .any(|(at, _)| match (word.get(..at), word.get(at..)) {
                (Some(a), Some(b)) => syllable(a) && syllable(b),
                _ => false,
            })
}
