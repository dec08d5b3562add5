//! Normal forms of text, with a map back into the source.
//!
//! Print varies where meaning does not: capitals, accents and vowel signs, traditional and
//! simplified Han, forms of Arabic letters, digits of many scripts, ligatures and full-width
//! letters, words divided at the end of a line. A [`Normal`] holds the text without these
//! differences and gives for each of its spans the span of the untouched source.

use crate::Span;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// How much is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Form {
    /// NFKC, decimal digits as ASCII, no invisible characters, no divided words: what is printed
    /// stays, how it is encoded goes.
    Compatible,
    /// Besides, lower case, no accents and vowel signs, simplified Han, one form of each Arabic
    /// letter: for comparing.
    #[default]
    Folded,
}

/// A text in normal form, with the way back to its source.
///
/// ```
/// use segmenter::normal::{Form, Normal};
///
/// let normal = Normal::new("Les Émirats ﬁnancent", Form::Folded);
/// assert_eq!(normal.text, "les emirats financent");
/// let found = normal.text.find("financent").map(|at| segmenter::Span::new(at, at + 9));
/// let source = normal.source(found.expect("it stands there"));
/// assert_eq!(source.of("Les Émirats ﬁnancent"), "ﬁnancent");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Normal {
    /// The normal form.
    pub text: String,
    /// Where runs start; in between both sides advance alike or one piece replaces another.
    runs: Vec<Run>,
    source_length: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    normal: usize,
    source: usize,
    /// Whether byte follows byte, so that offsets inside can be told.
    even: bool,
}

impl Normal {
    /// Brings a text into a normal form.
    pub fn new(text: &str, form: Form) -> Self {
        let mut normal = Normal {
            text: String::with_capacity(text.len()),
            runs: Vec::new(),
            source_length: text.len(),
        };
        let mut folded = String::new();
        let mut rest = text;
        while let Some(piece) = first_piece(rest) {
            folded.clear();
            fold(piece, form, &mut folded);
            normal.push(text.len() - rest.len(), piece, &folded);
            rest = rest.get(piece.len()..).unwrap_or_default();
        }
        normal
    }

    fn push(&mut self, source: usize, piece: &str, folded: &str) {
        let even = piece.len() == folded.len() && one_character(piece) && one_character(folded);
        let goes_on = self.runs.last().is_some_and(|run| run.even && even);
        if !goes_on {
            self.runs.push(Run {
                normal: self.text.len(),
                source,
                even,
            });
        }
        self.text.push_str(folded);
    }

    /// The span of the source that a span of the normal form stands for. A span that starts or
    /// ends inside what one character became covers that character whole.
    pub fn source(&self, span: Span) -> Span {
        let start = self.at(span.start, false);
        Span::new(start, self.at(span.end, true).max(start))
    }

    fn at(&self, offset: usize, is_end: bool) -> usize {
        // Several runs may start at one offset, where characters vanished: a start lies behind
        // them, an end before.
        let index = if is_end {
            self.runs.partition_point(|run| run.normal < offset)
        } else {
            self.runs.partition_point(|run| run.normal <= offset)
        };
        let Some(run) = index.checked_sub(1).and_then(|i| self.runs.get(i)) else {
            return 0;
        };
        let next = self.runs.get(index);
        let end = next.map_or(self.source_length, |run| run.source);
        if run.even {
            (run.source + (offset - run.normal)).min(end)
        } else if is_end {
            end
        } else if offset > run.normal && next.is_none() && offset >= self.text.len() {
            self.source_length
        } else {
            run.source
        }
    }
}

fn one_character(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

/// The longest piece a composition looks at before it is cut: no word has more marks.
const MARKS: usize = 32;

/// The first character with the marks on it, or a division at the end of a line.
fn first_piece(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    if matches!(first, '-' | '\u{2010}' | '\u{AD}')
        && let Some(rest) = text.get(first.len_utf8()..)
        && let Some(after) = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix('\n'))
        && after.starts_with(char::is_lowercase)
    {
        return text.get(..text.len() - after.len());
    }
    let end = chars
        .take(MARKS)
        .find(|(_, c)| !continues(*c))
        .map(|(at, _)| at);
    let end = end.unwrap_or_else(|| {
        text.char_indices()
            .nth(MARKS + 1)
            .map_or(text.len(), |(at, _)| at)
    });
    text.get(..end)
}

/// Whether a character is composed with the one before it.
fn continues(c: char) -> bool {
    !c.is_ascii()
        && (canonical_combining_class(c) != 0
            || matches!(c, '\u{1160}'..='\u{11FF}')
            || c == '\u{FE0F}')
}

fn fold(piece: &str, form: Form, out: &mut String) {
    if let [byte] = piece.as_bytes() {
        out.push(match form {
            Form::Compatible => char::from(*byte),
            Form::Folded => char::from(byte.to_ascii_lowercase()),
        });
        return;
    }
    if piece.starts_with(['-', '\u{2010}', '\u{AD}']) && piece.ends_with('\n') {
        return;
    }
    match form {
        Form::Compatible => out.extend(piece.nfkc().filter(|c| !invisible(*c)).map(digit)),
        Form::Folded => {
            let bare = piece.nfkd().filter(|c| !invisible(*c) && !accent(*c));
            let lower = bare.flat_map(char::to_lowercase).filter(|c| !accent(*c));
            out.extend(lower.nfc().map(digit).map(letter));
        }
    }
}

/// Joiners, marks of direction, soft hyphens and variation selectors.
fn invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{640}')
}

/// Accents and vowel signs that print sets at will. Those of Indic scripts and of kana are
/// letters and stay.
fn accent(c: char) -> bool {
    is_combining_mark(c)
        && matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// One form of each letter that is printed now in this, now in that one.
fn letter(c: char) -> char {
    match c {
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ہ' | 'ۂ' | 'ۀ' | 'ە' => 'ه',
        'ß' => 's',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        'ё' => 'е',
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '\u{4E00}'..='\u{9FFF}' => lang::simplified(c),
        _ => c,
    }
}

/// The ASCII digit of a decimal digit of any script; everything else as it is.
fn digit(c: char) -> char {
    if c.is_ascii() || !c.is_numeric() {
        return c;
    }
    let mut ascii = any_ascii::any_ascii_char(c).chars();
    match (ascii.next(), ascii.next()) {
        // Numerals that are words (三) are numeric too, but no digits.
        (Some(d), None) if d.is_ascii_digit() && !c.is_alphabetic() => d,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        Normal::new(text, Form::Folded).text
    }

    #[test]
    fn what_print_varies_is_folded() {
        assert_eq!(folded("ÉMIRATS"), "emirats");
        assert_eq!(folded("國際"), "国际");
        assert_eq!(folded("إيران الأُولى"), "ايران الاولي");
        assert_eq!(folded("٣٤٬٥٣٥"), "34٬535");
        assert_eq!(folded("ＡＢＣ１２"), "abc12");
        assert_eq!(folded("inter-\nnational"), "international");
        assert_eq!(folded("हिन्दी"), "हिन्दी");
        assert_eq!(folded("がぎ"), "がぎ");
        assert_eq!(folded("한국"), "한국");
        assert_eq!(folded("İstanbul"), "istanbul");
    }

    #[test]
    fn the_compatible_form_keeps_case_and_accents() {
        let normal = Normal::new("Émirats ﬁn ３", Form::Compatible);
        assert_eq!(normal.text, "Émirats fin 3");
    }

    #[test]
    fn a_span_inside_one_character_covers_it() {
        let source = "…ﬁn";
        let normal = Normal::new(source, Form::Folded);
        assert_eq!(normal.text, "...fin");
        assert_eq!(normal.source(Span::new(1, 2)).of(source), "…");
        assert_eq!(normal.source(Span::new(4, 6)).of(source), "ﬁn");
        assert_eq!(normal.source(Span::new(0, 6)).of(source), source);
    }

    proptest! {
        #[test]
        fn every_span_has_a_source(text in "\\PC{0,40}", a in 0usize..120, b in 0usize..120) {
            for form in [Form::Compatible, Form::Folded] {
                let normal = Normal::new(&text, form);
                let (a, b) = (a.min(normal.text.len()), b.min(normal.text.len()));
                let span = normal.source(Span::new(a.min(b), a.max(b)));
                if normal.text.is_char_boundary(a) && normal.text.is_char_boundary(b) {
                    prop_assert!(text.get(span.start..span.end).is_some());
                }
                let all = normal.source(Span::new(0, normal.text.len()));
                prop_assert!(all.end <= text.len());
            }
        }
    }
}
