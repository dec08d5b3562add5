//! Spaced text cut into words, numbers and marks.

use super::Shape;
use segmenter::{Span, letters};

/// Cuts spaced text into words, numbers and marks, and gives whole runs of Han and kana; of each
/// its span, its shape, and whether something joins its letters.
pub(super) fn scan(text: &str, mut give: impl FnMut(Span, Shape, bool)) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = kind_of(c);
        let mut end = start + c.len_utf8();
        match kind {
            Kind::Mark => {
                // Two apostrophes make one quotation mark.
                let double = c == '\'' && chars.next_if(|&(_, d)| d == '\'').is_some();
                let end = if double { end + 1 } else { end };
                let c = if double { '"' } else { c };
                give(Span::new(start, end), Shape::Mark(c), false);
            }
            Kind::Unspaced => {
                while let Some(&(at, d)) = chars.peek() {
                    if kind_of(d) != Kind::Unspaced && !(d == '・' || d == '·') {
                        break;
                    }
                    end = at + d.len_utf8();
                    chars.next();
                }
                give(Span::new(start, end), Shape::Han, false);
            }
            Kind::Digit => {
                while let Some(&(at, d)) = chars.peek() {
                    let follows = || text.get(at + d.len_utf8()..)?.chars().next();
                    let inside = matches!(d, '.' | ',' | ':' | '/' | '٫' | '٬')
                        && follows().is_some_and(char::is_numeric);
                    if !(d.is_numeric()
                        || d.is_alphabetic() && kind_of(d) == Kind::Letter
                        || inside)
                    {
                        break;
                    }
                    end = at + d.len_utf8();
                    chars.next();
                }
                give(Span::new(start, end), Shape::Number, false);
            }
            Kind::Letter => {
                let mut case = Case::of(c);
                let mut joined = false;
                while let Some(&(at, d)) = chars.peek() {
                    if d.is_ascii_alphabetic() {
                        case.add_ascii(d);
                        end = at + 1;
                        chars.next();
                        continue;
                    }
                    // Asked of marks alone: most of what comes here are letters.
                    let follows = || text.get(at + d.len_utf8()..)?.chars().next();
                    let letter = matches!(kind_of(d), Kind::Letter | Kind::Digit);
                    let joins = matches!(
                        d,
                        '\'' | '’' | '-' | '‐' | '\u{2011}' | '·' | '־' | '״' | '׳' | '"' | '“' | '”' | '‘'
                    ) && follows().is_some_and(|f| kind_of(f) == Kind::Letter)
                        && (!matches!(d, '“' | '”') || is_hebrew(c) && is_gershayim(text, start, at))
                        && (d != '‘' || is_hebrew(c) && (is_geresh(text, at) || at > start + 'ה'.len_utf8()))
                        && (d != '"' || is_hebrew(c) && !(at == start + c.len_utf8() && opens_quote(text, at)))
                        // "아이치·나고야"
                        && !(is_hangul(c) && d == '·')
                        // Hangul knows no apostrophe: a particle follows the closing mark.
                        && !(is_hangul(c) && matches!(d, '\'' | '’'));
                    // "AIU는": an acronym and its particle.
                    let particle = is_hangul(d) && case.is_acronym();
                    // A geresh is part of its letter at the end of a word too: גורביץ'.
                    let geresh = matches!(d, '\'' | '’' | '‘' | '׳')
                        && is_geresh(text, at)
                        // "'הארץ'": a name in marks.
                        && !text.get(..start).is_some_and(|own| own.ends_with(d))
                        && !follows().is_some_and(|f| kind_of(f) == Kind::Letter);
                    if geresh {
                        end = at + d.len_utf8();
                        chars.next();
                        break;
                    }
                    if !letter && !joins || particle {
                        break;
                    }
                    if letter {
                        case.add(d);
                    }
                    joined |= joins;
                    end = at + d.len_utf8();
                    chars.next();
                }
                give(Span::new(start, end), case.shape(), joined);
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Unspaced,
    Mark,
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => Kind::Letter,
            '0'..='9' => Kind::Digit,
            _ => Kind::Mark,
        };
    }
    match c {
        '\u{3005}'
        | '\u{3007}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}'
        | '\u{FF66}'..='\u{FF9F}' => Kind::Unspaced,
        // Combining marks, vowel signs and joiners belong to their word; the letters of most news
        // stand here ahead of slower questions.
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{5BF}'
        | '\u{5C1}'..='\u{5C2}'
        | '\u{64B}'..='\u{65F}'
        | '\u{640}'
        | '\u{670}'
        | '\u{900}'..='\u{963}'
        | '\u{200C}'
        | '\u{200D}'
        | '\u{400}'..='\u{481}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}'
        | '\u{AC00}'..='\u{D7A3}' => Kind::Letter,
        _ if c.is_numeric() => Kind::Digit,
        _ if letters::is_alphabetic(c) => Kind::Letter,
        _ => Kind::Mark,
    }
}

pub(crate) fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// Whether the straight mark at `at`, behind the one Hebrew letter of a preposition or article, opens a
/// quotation and no acronym: three letters follow at least, and a mark that closes it (ל"חזון העיר").
fn opens_quote(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let letters = rest.chars().take(3).filter(|&c| is_hebrew(c)).count();
    let near = rest
        .char_indices()
        .take(QUOTE)
        .take_while(|&(_, c)| c != '\n');
    letters == 3
        && near.filter(|&(_, c)| c == '"').any(|(i, _)| {
            let next = rest.get(i + 1..).and_then(|rest| rest.chars().next());
            let before = rest.get(..i).and_then(|rest| rest.chars().next_back());
            !next.is_some_and(is_hebrew) && before.is_some_and(|b| !b.is_whitespace())
        })
}

/// Such a quotation has at most so many letters.
const QUOTE: usize = 300;

fn is_hebrew(c: char) -> bool {
    ('\u{5D0}'..='\u{5EA}').contains(&c)
}

/// How the letters of a word are written, gathered letter by letter.
struct Case {
    first_upper: bool,
    cased: bool,
    lower: bool,
    letters: usize,
}

impl Case {
    fn of(c: char) -> Self {
        Self {
            first_upper: letters::is_uppercase(c),
            cased: letters::is_uppercase(c) || letters::is_lowercase(c),
            lower: letters::is_lowercase(c),
            letters: 1,
        }
    }

    /// Whether all letters so far, and more than one, are capitals.
    fn is_acronym(&self) -> bool {
        self.first_upper && !self.lower && self.letters > 1
    }

    #[inline]
    fn add_ascii(&mut self, c: char) {
        self.lower |= c.is_ascii_lowercase();
        self.cased = true;
        self.letters += 1;
    }

    fn add(&mut self, c: char) {
        if !letters::is_caseless(c) {
            let lower = letters::is_lowercase(c);
            self.lower |= lower;
            self.cased |= lower || letters::is_uppercase(c);
        }
        self.letters += usize::from(letters::is_alphabetic(c));
    }

    fn shape(&self) -> Shape {
        if !self.cased {
            Shape::Uncased
        } else if !self.first_upper {
            Shape::Lower
        } else if self.is_acronym() {
            Shape::Upper
        } else {
            Shape::Capital
        }
    }
}

/// The Hebrew letters that a geresh at the end of a word makes others.
const GERESH: [char; 4] = ['ג', 'ז', 'צ', 'ץ'];

/// Whether a mark at `at` stands behind a letter that takes a geresh, whatever mark is printed for it:
/// ג'ונס, ג‘ונס.
fn is_geresh(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|own| own.ends_with(GERESH))
}

/// Whether the curled mark at `at` of a Hebrew word that begins at `start` stands for the gershayim of an
/// acronym, before its last letter or a short ending: ארה“ב, מנכ”לית, and no quotation (ש“זה).
fn is_gershayim(text: &str, start: usize, at: usize) -> bool {
    let letters = |part: Option<&str>| {
        let part = part.unwrap_or_default().chars();
        part.take_while(|&c| is_hebrew(c)).take(4).count()
    };
    let before = letters(text.get(start..at));
    let behind = letters(text.get(at + '“'.len_utf8()..));
    behind == 1 || before > 1 && (2..=3).contains(&behind)
}
