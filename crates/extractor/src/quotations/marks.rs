//! Quotation marks, paired.

use crate::lexicon::Classes;
use crate::words::{Shape, Words, is_hangul};
use segmenter::Span;

/// Words between quotation marks.
#[derive(Debug, Clone)]
pub(super) struct Marked {
    /// Index of the opening mark among the words.
    pub(super) first: usize,
    /// Index of the closing mark, or of the last word where none closes it.
    pub(super) last: usize,
    /// With the marks.
    pub(super) outer: Span,
    /// Without the marks; several where the quotation goes over paragraphs.
    pub(super) parts: Vec<Span>,
    /// How many words stand inside.
    pub(super) words: usize,
    /// Whether a sentence ends inside.
    pub(super) is_sentence: bool,
    /// Whether a mark closes it.
    closed: bool,
    /// Index of the paragraph in which it ends.
    pub(super) paragraph: usize,
}

impl Marked {
    /// Takes in what goes on in the next paragraph.
    fn append(&mut self, rest: Self) {
        self.last = rest.last;
        self.outer = self.outer.join(rest.outer);
        self.parts.extend(rest.parts);
        self.words += rest.words;
        self.is_sentence = rest.is_sentence;
        self.closed = rest.closed;
        self.paragraph = rest.paragraph;
    }
}

/// The marks that close what `open` opens, the usual one first.
fn closers(open: char) -> &'static [char] {
    match open {
        '“' | '‟' => &['”', '"', '“'],
        '„' | '‚' => &['“', '”', '"', '‘', '’'],
        '”' => &['”', '"'],
        '«' => &['»', '"'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹'],
        '「' => &['」'],
        '『' => &['』'],
        '〝' => &['〟', '〞'],
        '＂' => &['＂'],
        '‘' => &['’', '\''],
        '\'' => &['\'', '’'],
        '"' => &['"', '”'],
        _ => &[],
    }
}

/// All marks that may open or close.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '‟'
            | '„'
            | '‚'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '〟'
            | '＂'
            | '"'
            | '\''
    )
}

/// Pairs the marks of a document, outermost pairs only.
pub(super) fn pair(words: &Words) -> Vec<Marked> {
    let text = words.document.article.text.as_str();
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Option<Open> = None;
    let mut paragraph = 0;
    let mut nested = 0usize;
    // A low mark inside a quotation opens one in it, which its own mark closes.
    let mut inner: Option<char> = None;
    let mut fresh = true;
    for (i, word) in words.list.iter().enumerate() {
        let here = words.document.sentences[word.sentence].paragraph;
        if here != paragraph {
            if let Some(before) = open.take() {
                unclosed(words, before, i, paragraph, &mut found);
            }
            paragraph = here;
            nested = 0;
            inner = None;
            fresh = true;
        }
        if std::mem::take(&mut fresh)
            && let Some(last) = dialogue(words, i)
        {
            found.push(Marked {
                is_sentence: true,
                ..close(words, i, last, true, paragraph)
            });
            continue;
        }
        let Some(c) = words.mark(i) else { continue };
        if !is_quote(c) {
            continue;
        }
        let before = text
            .get(..word.span.start)
            .and_then(|t| t.chars().next_back());
        let after = text.get(word.span.end..).and_then(|t| t.chars().next());
        match &open {
            None if found
                .last_mut()
                .is_some_and(|last| goes_on_unmarked(words, last, i, paragraph)) => {}
            None => {
                if opens(c, before.filter(|_| !written_onto(words, i)), after)
                    && !opens_contraction(words, i)
                {
                    open = Some(Open { at: i, mark: c });
                    nested = 0;
                    inner = None;
                }
            }
            Some(_) if inner.is_some_and(|low| closers(low).contains(&c)) => inner = None,
            // "Речь не о "стрельбе по площадям", а": behind a space and before a letter a straight
            // mark opens another quotation inside.
            Some(current)
                if c == '"'
                    && current.mark == '"'
                    && nested == 0
                    && before.is_some_and(|b| b.is_whitespace() || b == '(')
                    && after.is_some_and(char::is_alphanumeric) =>
            {
                nested += 1;
            }
            Some(current) if matches!(c, '‚' | '‹') && c != current.mark => inner = Some(c),
            Some(current)
                if closers(current.mark).contains(&c) && closes(c, current.mark, before, after) =>
            {
                if nested > 0 {
                    nested -= 1;
                } else {
                    found.push(close(words, current.at, i, true, paragraph));
                    open = None;
                }
            }
            Some(current) if c == current.mark && c != '"' && c != '\'' => nested += 1,
            Some(_) => {}
        }
    }
    if let Some(before) = open {
        unclosed(words, before, words.list.len(), paragraph, &mut found);
    }
    joined(words, found)
}

/// "—No nos moverán —dijo X.": speech between dashes, where a verb of speech follows the second.
/// Gives the index of the second dash behind the first one at word `open`.
fn dialogue(words: &Words, open: usize) -> Option<usize> {
    let dash = |i: usize| matches!(words.mark(i), Some('—' | '–'));
    if !dash(open) {
        return None;
    }
    let sentence = words.list[open].sentence;
    let last = (open + 1..words.list.len())
        .take_while(|&i| words.list[i].sentence == sentence)
        .find(|&i| dash(i))?;
    let inside = open + 1..last;
    let marked = inside.clone().any(|i| words.mark(i).is_some_and(is_quote));
    let reported = (last + 1..last + 3).any(|i| words.is(i, Classes::VERB));
    (!marked && inside.len() > 2 && reported).then_some(last)
}

/// Whether a quotation that its paragraph did not close goes on in the next one, where a mark at word `i`
/// closes what no mark there opened; it is made longer then.
fn goes_on_unmarked(words: &Words, before: &mut Marked, i: usize, paragraph: usize) -> bool {
    let closing = words.mark(before.first).zip(words.mark(i));
    let closing = closing.is_some_and(|(open, mark)| closers(open).contains(&mark));
    if before.closed || !closing || before.paragraph + 1 != paragraph {
        return false;
    }
    let first = before.last + 1;
    let text = words.document.article.text.as_str();
    let part = Span::new(words.list[first].span.start, words.list[i].span.start);
    if !part.of(text).ends_with([',', '.', '!', '?', '…']) {
        return false;
    }
    let rest = close(words, first, i, true, paragraph);
    before.append(Marked {
        // No mark opens it: its first word is part of it.
        words: rest.words + 1,
        is_sentence: ends_sentence(part.of(text)),
        parts: vec![part],
        ..rest
    });
    true
}

/// Joins what goes on in the next paragraph with a mark of its own.
fn joined(words: &Words, found: Vec<Marked>) -> Vec<Marked> {
    let mut joined: Vec<Marked> = Vec::with_capacity(found.len());
    for quote in found {
        match joined.last_mut() {
            Some(before)
                if !before.closed
                    && quote.first == before.last + 1
                    && quote.paragraph == before.paragraph + 1
                    && reopens(words, before.first, quote.first) =>
            {
                before.append(quote);
            }
            _ => joined.push(quote),
        }
    }
    joined
}

/// Whether the mark at `next` takes up what the mark at `open` opened: with the same mark, or, as
/// in Spanish, with the one that would close it.
fn reopens(words: &Words, open: usize, next: usize) -> bool {
    match (words.mark(open), words.mark(next)) {
        (Some(open), Some(next)) => next == open || closers(open).first() == Some(&next),
        _ => false,
    }
}

#[derive(Clone, Copy)]
struct Open {
    at: usize,
    mark: char,
}

/// Whether the mark at word `i` stands right behind a word of one Hebrew letter, or behind what governs a noun
/// that it is written onto: ל"חזון העיר", بـ"الكارثة".
fn written_onto(words: &Words, i: usize) -> bool {
    let text = words.document.article.text.as_str();
    let before = i.checked_sub(1).map(|before| words.list[before].span);
    before.is_some_and(|before| {
        let letter = before.of(text);
        let hebrew = letter.chars().count() == 1
            && letter.starts_with(|c| ('\u{5D0}'..='\u{5EA}').contains(&c));
        let onto = || words.lexicon.governs(letter.trim_end_matches(STRETCH));
        before.end == words.list[i].span.start && (hebrew || onto())
    })
}

/// The stroke that draws out an Arabic letter.
pub(super) const STRETCH: char = '\u{640}';

/// Whether the mark at word `i` is the apostrophe of a short form in small letters: "how ‘bout this".
fn opens_contraction(words: &Words, i: usize) -> bool {
    let next = words.list.get(i + 1);
    matches!(words.mark(i), Some('‘' | '\''))
        && next.is_some_and(|next| {
            next.shape == Shape::Lower
                && next.span.start == words.list[i].span.end
                && words
                    .lexicon
                    .pack
                    .rows("contractions")
                    .any(|row| row.key().strip_prefix('\'') == Some(words.folded(i + 1)))
        })
}

/// Whether `c` can open here.
fn opens(c: char, before: Option<char>, after: Option<char>) -> bool {
    let free_before =
        before.is_none_or(|b| !b.is_alphanumeric() && !matches!(b, '.' | ',' | '!' | '?' | '%'));
    let held_after = after.is_some_and(|a| !a.is_whitespace() || a == '\u{A0}' || a == '\u{202F}');
    match c {
        // The value of an attribute, where markup was left in the text.
        '"' | '\'' if before == Some('=') => false,
        '“' => !ends_here(before, after),
        '‟' | '„' | '«' | '「' | '『' | '〝' | '‹' => true,
        // A digit before is feet and inches; a letter before is an apostrophe.
        // What opens a paragraph closes nothing, whatever space follows.
        '"' if before.is_none_or(|b| b == '\n') => true,
        '"' | '＂' | '»' | '”' | '›' | '‘' | '‚' => free_before && held_after,
        '\'' => free_before && after.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

/// Whether a mark between these characters stands as no mark opens: “so“ and.
fn ends_here(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|b| b.is_alphanumeric() || matches!(b, ',' | '.' | '!' | '?'))
        && after.is_none_or(|a| a.is_whitespace() || matches!(a, ',' | '.' | '-' | ';' | ')'))
}

/// Whether `c` can close here what `open` opened.
fn closes(c: char, open: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '\'' | '’' => {
            before.is_some_and(|b| !b.is_whitespace())
                && after.is_none_or(|a| !a.is_alphanumeric() || is_hangul(a))
        }
        // “ closes „, and the “ that it opens only where it stands as no mark opens: “so“ and.
        '“' if open == '“' => ends_here(before, after),
        '“' => open == '„',
        _ => true,
    }
}

fn close(words: &Words, first: usize, last: usize, closed: bool, paragraph: usize) -> Marked {
    let text = words.document.article.text.as_str();
    let (open, end) = (words.list[first].span, words.list[last].span);
    let inner_end = if closed { end.start } else { end.end };
    let inner = undoubled(text, open, Span::new(open.end, inner_end).trim(text));
    let inside = inner.of(text);
    let count = words.list[first + 1..last]
        .iter()
        .filter(|word| !word.is_mark())
        .map(|word| match word.shape {
            // Unspaced letters: two make about a word.
            Shape::Han | Shape::Hiragana | Shape::Katakana => word.span.len().div_ceil(6),
            _ => 1,
        })
        .sum();
    Marked {
        first,
        last,
        outer: Span::new(open.start, end.end),
        parts: vec![inner],
        words: count,
        is_sentence: ends_sentence(inside) && (count > 1 || count > 0 && alone(words, first, end)),
        closed,
        paragraph,
    }
}

/// What stands inside marks that are written twice: ‘‘so’’.
fn undoubled(text: &str, open: Span, inner: Span) -> Span {
    let mark = open.of(text).chars().next().filter(|&mark| mark == '‘');
    let rest = mark.and_then(|mark| inner.of(text).strip_prefix(mark));
    let rest = rest.and_then(|rest| rest.strip_suffix('’'));
    rest.map_or(inner, |rest| {
        let start = open.end.max(inner.start) + open.len();
        Span::new(start, start + rest.len()).trim(text)
    })
}

/// Whether what the mark at word `first` opens begins its sentence and ends it.
fn alone(words: &Words, first: usize, end: Span) -> bool {
    let sentence = words.list[first].sentence;
    let begins = first == 0 || words.list[first - 1].sentence != sentence;
    let rest = words.document.sentences.get(sentence);
    begins && first > 0 && rest.is_some_and(|rest| rest.span.end <= end.end)
}

pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

/// A mark that its paragraph does not close: a quotation that goes on in the next paragraph, or
/// to the end of this one.
fn unclosed(words: &Words, open: Open, end: usize, paragraph: usize, found: &mut Vec<Marked>) {
    let goes_on = reopens(words, open.at, end);
    let at_start = open.at == 0
        || words.document.sentences[words.list[open.at - 1].sentence].paragraph != paragraph;
    let after_colon = open.at > 0 && matches!(words.mark(open.at - 1), Some(':' | '：'));
    if end > open.at + 1 && (goes_on || at_start || after_colon) {
        found.push(close(words, open.at, end - 1, false, paragraph));
    }
}
