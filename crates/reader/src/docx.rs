//! Word files: their paragraphs, in reading order.
//!
//! Deleted text, comments, headers, footers, foot notes and fields' codes are no text of an
//! article; text boxes are paragraphs of their own.

use crate::reading::Trouble;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read as _};

/// Of one part of the file, unpacked: far above any document, far below what memory holds.
const LARGEST_PART: u64 = 256 << 20;

/// Other formats that come as an archive, by a part of theirs.
const OTHERS: &[(&str, &str, &str)] = &[
    (
        "xl/workbook.xml",
        "an Excel file, not text",
        "save the table as .csv",
    ),
    (
        "ppt/presentation.xml",
        "a presentation, not text",
        "save its text as .txt",
    ),
    (
        "META-INF/container.xml",
        "an EPUB book, not text",
        "save the article as .txt or .html",
    ),
    (
        "content.xml",
        "an OpenDocument file",
        "save it as .docx, .txt or .csv",
    ),
];

/// The paragraphs of a Word file, one a line; empty ones stay, for they set parts apart.
pub(crate) fn paragraphs(bytes: &[u8]) -> Result<Vec<String>, Trouble> {
    let broken = |what: &str| {
        Trouble::new(format!("not a Word file: {what}")).hint("save it again as .docx or .txt")
    };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("the archive is damaged"))?;
    if let Some((_, what, hint)) = OTHERS
        .iter()
        .find(|(part, _, _)| archive.index_for_name(part).is_some())
    {
        return Err(Trouble::new(*what).hint(hint));
    }
    let part = archive
        .by_name("word/document.xml")
        .map_err(|_| broken("no document inside"))?;
    let mut xml = Vec::new();
    part.take(LARGEST_PART + 1)
        .read_to_end(&mut xml)
        .map_err(|_| broken("the archive is damaged"))?;
    if xml.len() as u64 > LARGEST_PART {
        return Err(broken("too large when unpacked"));
    }
    let mut reader = Reader::from_reader(xml.as_slice());
    reader.config_mut().check_end_names = false;
    let mut page = Page::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => page.start(&start),
            Ok(Event::Empty(start)) => page.empty(&start),
            Ok(Event::End(end)) => page.end(end.local_name().as_ref()),
            Ok(Event::Text(text)) if page.reads() => page.push(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) if page.reads() => {
                page.push(&crate::entities::character(&reference));
            }
            Ok(Event::CData(data)) if page.reads() => page.push(&data),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // What came before the damage is still there.
            Err(_) if page.done.is_empty() => return Err(broken("its text is damaged")),
            Err(_) => break,
        }
    }
    while let Some(paragraph) = page.open.pop() {
        page.done.push(paragraph);
    }
    Ok(page.done)
}

#[derive(Default)]
struct Page {
    done: Vec<String>,
    /// A text box stands inside the paragraph that holds it.
    open: Vec<String>,
    /// Inside `w:t`.
    text: bool,
    /// How deep inside `w:r`: tabs stand elsewhere, too, as stops on the ruler.
    runs: usize,
    /// How deep inside something that is no text of the document, or stands there twice.
    skipped: usize,
}

impl Page {
    fn reads(&self) -> bool {
        self.text && self.skipped == 0
    }

    fn start(&mut self, start: &BytesStart) {
        match start.local_name().as_ref() {
            // The same picture or text box for older programs.
            "Fallback" => self.skipped += 1,
            "p" if self.skipped == 0 => self.open.push(String::new()),
            "r" => self.runs += 1,
            "t" => self.text = true,
            _ => {}
        }
    }

    fn empty(&mut self, start: &BytesStart) {
        if self.skipped > 0 {
            return;
        }
        match start.local_name().as_ref() {
            "p" => self.done.push(String::new()),
            "br" | "cr" => self.push("\n"),
            "tab" if self.runs > 0 => self.push("\t"),
            "noBreakHyphen" => self.push("\u{2011}"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Fallback" => self.skipped = self.skipped.saturating_sub(1),
            "p" if self.skipped == 0 => self.done.extend(self.open.pop()),
            "r" => self.runs = self.runs.saturating_sub(1),
            "t" => self.text = false,
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.push_str(text);
        }
    }
}

/// A Word file with these paragraphs, for tests.
#[cfg(test)]
pub(crate) fn written(paragraphs: &[&str]) -> Vec<u8> {
    let mut body = String::new();
    for paragraph in paragraphs {
        let text = paragraph
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('\n', "</w:t><w:br/><w:t>");
        body.extend([
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>\
             <w:r><w:t xml:space=\"preserve\">",
            &text,
            "</w:t></w:r></w:p>",
        ]);
    }
    packed(&body)
}

#[cfg(test)]
fn packed(body: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.start_file("word/document.xml", options).unwrap();
    write!(
        writer,
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"m\"><w:body>{body}</w:body></w:document>"
    )
    .unwrap();
    writer.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_breaks_and_marks() {
        let bytes = written(&["A & B <said>", "", "one\ntwo"]);
        assert_eq!(
            paragraphs(&bytes).unwrap(),
            ["A & B <said>", "", "one\ntwo"]
        );
    }

    #[test]
    fn deleted_text_and_doubles_are_left_out() {
        let bytes = packed(
            "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>\
             <w:r><w:tab/><w:instrText>HYPERLINK</w:instrText><w:t>too&#8217;s</w:t></w:r>\
             <mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>\
             </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p>\
             </mc:Fallback></mc:AlternateContent></w:p>",
        );
        assert_eq!(paragraphs(&bytes).unwrap(), ["box", "kept\ttoo\u{2019}s"]);
    }

    #[test]
    fn what_is_no_word_file_is_said() {
        assert!(
            paragraphs(b"PK\x03\x04junk")
                .unwrap_err()
                .what
                .starts_with("not a Word file")
        );
        let mut bytes = written(&["text"]);
        bytes.truncate(bytes.len() / 2);
        assert!(paragraphs(&bytes).is_err());
    }
}
