//! From bytes to text: the character set.

use crate::reading::Trouble;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text with a doubt about its character set.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) note: Option<String>,
}

/// Decodes a file: by its byte-order mark, as UTF-8, as UTF-16 without a mark, by the character
/// set that an HTML page or XML names, or by the likeliest of the older character sets.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<Decoded, Trouble> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Ok(with(encoding, bytes.get(mark..).unwrap_or_default(), None));
    }
    if let Some(trouble) = known_binary(&bytes) {
        return Err(trouble);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(Decoded { text, note: None }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = utf16_without_mark(&bytes) {
        let note = format!("read as {} without a byte-order mark", encoding.name());
        return Ok(with(encoding, &bytes, Some(note)));
    }
    if looks_binary(&bytes) {
        return Err(binary());
    }
    if is_nearly_utf8(&bytes) {
        return Ok(with(UTF_8, &bytes, None));
    }
    if let Some(encoding) = declared(&bytes) {
        return Ok(with(encoding, &bytes, None));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let note = format!("not UTF-8: read as {}", encoding.name());
    Ok(with(encoding, &bytes, Some(note)))
}

fn with(encoding: &'static Encoding, bytes: &[u8], note: Option<String>) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let lost = text.matches('\u{FFFD}').count();
    let printed = if encoding == UTF_8 {
        lost.saturating_sub(bytes.windows(3).filter(|w| *w == b"\xEF\xBF\xBD").count())
    } else {
        lost
    };
    let note = match (note, printed) {
        (note, 0) => note,
        (Some(note), lost) => Some(format!("{note}; {lost} characters could not be decoded")),
        (None, lost) => Some(format!(
            "{lost} characters could not be decoded as {}",
            encoding.name()
        )),
    };
    Decoded {
        text: text.into_owned(),
        note,
    }
}

/// Formats that people take for text.
fn known_binary(bytes: &[u8]) -> Option<Trouble> {
    const KNOWN: &[(&[u8], &str, &str)] = &[
        (
            b"%PDF",
            "a PDF file: not supported",
            "save its text as .txt: columns, headers and hyphens of a PDF need a look",
        ),
        (
            b"\xD0\xCF\x11\xE0",
            "an old Word or Excel file, not text",
            "save it as .docx, .txt or .csv",
        ),
        (b"\x1F\x8B", "a gzip file, not text", "unpack it first"),
    ];
    KNOWN
        .iter()
        .find(|(magic, _, _)| bytes.starts_with(magic))
        .map(|(_, what, hint)| Trouble::new(*what).hint(hint))
}

fn binary() -> Trouble {
    Trouble::new("a binary file, not text").hint("save it as .txt, .html, .csv or .json")
}

/// UTF-16 shows in Latin, Cyrillic or Arabic text as one half of the bytes that has hardly any
/// different values: spaces and line ends are a zero beside a printable byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    let count = |wanted: [bool; 2]| {
        sample
            .chunks_exact(2)
            .filter(|pair| match pair {
                [a, b] => {
                    let blank = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r' | b'.' | b',');
                    (wanted[0] && *a == 0 && blank(*b)) || (wanted[1] && *b == 0 && blank(*a))
                }
                _ => false,
            })
            .count()
    };
    let (big, little) = (count([true, false]), count([false, true]));
    // A twentieth: text has a blank or a mark at least every twenty characters.
    let enough = sample.len() / 40;
    let (encoding, found, other) = if little >= big {
        (UTF_16LE, little, big)
    } else {
        (UTF_16BE, big, little)
    };
    (found > enough && other * 8 < found).then_some(encoding)
}

/// Text has no control characters but white space (and escape in ISO-2022-JP).
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
    let control = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B))
        .count();
    sample.contains(&0) || control * 50 > sample.len()
}

/// A few broken bytes among many whole characters of several bytes: half a surrogate pair that
/// another program wrote, a text cut inside a character. No other character set looks like that.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 4 * broken
}

/// The character set that the first kilobyte names: `charset=…` of HTML, `encoding="…"` of XML.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let after = head
        .split_once("charset=")
        .or_else(|| head.split_once("encoding="))?
        .1;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    // A page that is not UTF-8 and says it is, or names UTF-16 in single bytes, is wrong.
    Encoding::for_label(label.as_bytes())
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap().text
    }

    #[test]
    fn byte_order_marks_are_believed_and_dropped() {
        assert_eq!(text(b"\xEF\xBB\xBFA\r\n"), "A\r\n");
        assert_eq!(text(b"\xFF\xFEA\0\x2C\x67"), "A本");
        assert_eq!(text(b"\xFE\xFF\0A\x67\x2C"), "A本");
    }

    #[test]
    fn utf16_without_a_mark_is_seen() {
        let line = "Правительство заявило, что переговоры прошли. They talked in Beijing.\n";
        let little: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = line.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little), line);
        assert_eq!(text(&big), line);
    }

    #[test]
    fn older_character_sets_are_guessed_with_a_note() {
        let line = "Официальный представитель министерства иностранных дел сообщил о переговорах.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(line);
        let decoded = decode(bytes.into_owned()).unwrap();
        assert_eq!(decoded.text, line);
        assert_eq!(decoded.note.unwrap(), "not UTF-8: read as windows-1251");
        let line = "外交部发言人表示，双方举行了会谈，取得了积极进展。";
        let (bytes, _, _) = encoding_rs::GB18030.encode(line);
        assert_eq!(text(&bytes), line);
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_character_set() {
        let mut bytes = "外交部发言人表示，双方举行了会谈".as_bytes().to_vec();
        bytes.extend(b"\xED\xA0\xBD.");
        let decoded = decode(bytes).unwrap();
        assert!(decoded.text.starts_with("外交部"));
        assert!(
            decoded
                .note
                .unwrap()
                .contains("could not be decoded as UTF-8")
        );
    }

    #[test]
    fn a_page_names_its_character_set() {
        let page = "<html><meta charset=\"iso-8859-2\"><p>Wałęsa</p>";
        let (bytes, _, _) = encoding_rs::ISO_8859_2.encode(page);
        assert_eq!(text(&bytes), page);
    }

    #[test]
    fn binary_files_are_refused() {
        assert!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0".to_vec()).is_err());
        assert_eq!(
            decode(b"%PDF-1.7 ...".to_vec()).unwrap_err().what,
            "a PDF file: not supported"
        );
    }
}
