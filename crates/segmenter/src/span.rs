//! Positions in a text: byte spans, and code points where users see them.

/// A half-open range of bytes into an article's text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text that the span covers; empty where the span does not fit the text.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The number of bytes.
    #[inline]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies inside.
    #[inline]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[inline]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span over both.
    #[inline]
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same span seen from a text that begins `by` bytes earlier.
    #[inline]
    #[must_use]
    pub fn shift(self, by: usize) -> Span {
        Span {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The span without white space at both ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Span {
            start,
            end: start + inside.trim().len(),
        }
    }
}

/// Translates byte offsets of one text to code-point offsets and back in logarithmic time.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// Byte offset of every 64th code point.
    marks: Vec<usize>,
}

const STRIDE: usize = 64;

impl CodePoints {
    /// Indexes a text.
    pub fn new(text: &str) -> Self {
        Self {
            marks: text
                .char_indices()
                .step_by(STRIDE)
                .map(|(at, _)| at)
                .collect(),
        }
    }

    /// How many code points of `text` stand before the byte offset `byte`.
    pub fn at_byte(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let block = self
            .marks
            .partition_point(|&mark| mark <= byte)
            .saturating_sub(1);
        let from = self.marks.get(block).copied().unwrap_or(0);
        block * STRIDE + text.get(from..byte).map_or(0, |part| part.chars().count())
    }

    /// The byte offset of code point `index`; the text's length where it has fewer.
    pub fn to_byte(&self, text: &str, index: usize) -> usize {
        let Some(&from) = self.marks.get(index / STRIDE) else {
            return text.len();
        };
        text.get(from..)
            .and_then(|rest| rest.char_indices().nth(index % STRIDE))
            .map_or(text.len(), |(at, _)| from + at)
    }
}
