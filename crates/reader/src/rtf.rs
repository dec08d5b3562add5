//! RTF: its text, by code page and by Unicode.

use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::BTreeMap;

/// The paragraphs of an RTF file. Cells of a table end with a tab, its rows with a line.
pub(crate) fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let mut reader = Reader::new(bytes);
    reader.read();
    reader.text.split('\n').map(str::to_owned).collect()
}

/// Groups that hold no text of the document.
const OTHER: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "fldinst",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "themedata",
    "datastore",
    "xmlnstbl",
    "generator",
    "bkmkstart",
    "bkmkend",
    "latentstyles",
    "nonshppict",
    "filetbl",
];

/// What a group changes until its end.
#[derive(Clone, Copy)]
struct State {
    /// No text of the document.
    skipped: bool,
    /// Inside the table of fonts.
    fonts: bool,
    font: i32,
    /// So many characters after `\u` stand in for older programs.
    stand_ins: i32,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    text: String,
    /// Bytes of the code page, and units of UTF-16, that wait for their others.
    waiting: Vec<u8>,
    units: Vec<u16>,
    state: State,
    outer: Vec<State>,
    page: &'static Encoding,
    plain_font: i32,
    /// The character set of each font.
    sets: BTreeMap<i32, &'static Encoding>,
    /// Characters still to be left out.
    left_out: i32,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            text: String::new(),
            waiting: Vec::new(),
            units: Vec::new(),
            state: State {
                skipped: false,
                fonts: false,
                font: 0,
                stand_ins: 1,
            },
            outer: Vec::new(),
            page: WINDOWS_1252,
            plain_font: 0,
            sets: BTreeMap::new(),
            left_out: 0,
        }
    }

    fn read(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => {
                    self.flush();
                    self.left_out = 0;
                    self.outer.push(self.state);
                }
                b'}' => {
                    self.flush();
                    self.left_out = 0;
                    if let Some(state) = self.outer.pop() {
                        self.state = state;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.flush();
    }

    fn control(&mut self) {
        let Some(&first) = self.bytes.get(self.at) else {
            return;
        };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return self.symbol(first);
        }
        let from = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[from..self.at]).unwrap_or_default();
        let from = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let number = std::str::from_utf8(&self.bytes[from..self.at])
            .ok()
            .and_then(|digits| digits.parse().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.word(word, number);
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).unwrap_or_default();
                let digits = std::str::from_utf8(digits).unwrap_or_default();
                if let Ok(byte) = u8::from_str_radix(digits, 16) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'~' => self.push("\u{A0}"),
            b'_' => self.push("\u{2011}"),
            b'\r' | b'\n' => self.push("\n"),
            // What an older program may leave out.
            b'*' => self.state.skipped = true,
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "line" | "sect" | "page" | "row" | "nestrow" => self.push("\n"),
            "tab" | "cell" | "nestcell" => self.push("\t"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" => self.push(" "),
            "zwj" => self.push("\u{200D}"),
            "zwnj" => self.push("\u{200C}"),
            "ltrmark" => self.push("\u{200E}"),
            "rtlmark" => self.push("\u{200F}"),
            "u" => self.unit(number.unwrap_or(0)),
            "uc" => self.state.stand_ins = number.unwrap_or(1),
            "bin" => {
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(length).min(self.bytes.len());
            }
            "ansicpg" => {
                if let Some(page) = number.and_then(code_page) {
                    self.page = page;
                }
            }
            "f" => {
                self.flush();
                self.state.font = number.unwrap_or(0);
            }
            "deff" => {
                self.plain_font = number.unwrap_or(0);
                self.state.font = self.plain_font;
            }
            "plain" => {
                self.flush();
                self.state.font = self.plain_font;
            }
            "fcharset" if self.state.fonts => {
                if let Some(set) = number.and_then(character_set) {
                    self.sets.insert(self.state.font, set);
                }
            }
            "fonttbl" => (self.state.fonts, self.state.skipped) = (true, true),
            other if OTHER.contains(&other) => self.state.skipped = true,
            _ => {}
        }
    }

    /// A unit of UTF-16, as a signed number of 16 bits.
    fn unit(&mut self, number: i32) {
        self.decode();
        self.left_out = self.state.stand_ins;
        if !self.state.skipped {
            self.units.push((number & 0xFFFF) as u16);
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.left_out > 0 {
            self.left_out -= 1;
        } else if !self.state.skipped {
            self.decode_units();
            self.waiting.push(byte);
        }
    }

    fn push(&mut self, text: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        self.flush();
        if !self.state.skipped {
            self.text.push_str(text);
        }
    }

    fn flush(&mut self) {
        self.decode_units();
        self.decode();
    }

    fn decode_units(&mut self) {
        let units = std::mem::take(&mut self.units);
        self.text.push_str(&String::from_utf16_lossy(&units));
    }

    fn decode(&mut self) {
        let bytes = std::mem::take(&mut self.waiting);
        let page = self
            .sets
            .get(&self.state.font)
            .copied()
            .unwrap_or(self.page);
        let (text, _) = page.decode_without_bom_handling(&bytes);
        self.text.push_str(&text);
    }
}

/// The encodings of Windows' code pages.
fn code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        page => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The character sets of fonts, as RTF numbers them.
fn character_set(set: i32) -> Option<&'static Encoding> {
    code_page(match set {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(rtf: &str) -> String {
        paragraphs(rtf.as_bytes()).join("\n")
    }

    #[test]
    fn unicode_and_its_stand_ins() {
        assert_eq!(text(r"{\rtf1\ansi\uc1 \u8220?Hi\u8221?\par}"), "“Hi”\n");
        assert_eq!(
            text(r"{\rtf1{\uc2 \u24344\'ce\'c4}\u-10179?\u-8704?}"),
            "弘😀"
        );
        assert_eq!(
            text(r"{\rtf1 \ldblquote a\rdblquote\emdash b\~c}"),
            "“a”—b\u{A0}c"
        );
    }

    #[test]
    fn code_pages_of_the_file_and_of_its_fonts() {
        assert_eq!(text(r"{\rtf1\ansicpg1251 \'cf\'f0\'e8}"), "При");
        assert_eq!(
            text(
                r"{\rtf1\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}\f1 \'ba\'c3\f0 \'e9}"
            ),
            "好é"
        );
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        assert_eq!(
            text(
                r"{\rtf1{\info{\title T}}{\*\generator X;}{\field{\*\fldinst HYPERLINK}{\fldrslt link}}{\pict\bin3 }}}}\{x\}}"
            ),
            "link{x}"
        );
        assert_eq!(
            text("{\\rtf1 HD\\cell Talks end\\cell\\row LP\\cell A.\\par B.\\cell\\row}"),
            "HD\tTalks end\t\nLP\tA.\nB.\t\n"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            paragraphs(&bytes);
            paragraphs(&[b"{\\rtf1 ".as_slice(), &bytes].concat());
        }

        #[test]
        fn any_controls_are_read(words in proptest::collection::vec("\\\\[a-z*'{}]{1,3}-?[0-9]{0,9} ?|[{}]", 0..60)) {
            paragraphs(words.concat().as_bytes());
        }
    }
}
