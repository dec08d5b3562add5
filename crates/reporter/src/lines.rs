//! Sentences and mentions as JSON Lines and CSV, written fast enough to stream a corpus.

use crate::rows::{approximation, form, name_kind, precision, sentence_kind};
use extractor::{Date, Mention, Quantity, Quotation, Value};
use jiff::civil::{DateTime, Time};
use rust_decimal::Decimal;
use segmenter::{Article, Document, Span};

/// The columns of [`sentences_csv`].
pub const SENTENCE_COLUMNS: &[&str] = &[
    "article", "sentence", "start", "end", "kind", "language", "text",
];

/// Appends one JSON object a sentence: `article, sentence, start, end, byte_start, byte_end, kind,
/// language, text`, and `event` where the article has one.
pub fn sentences(document: &Document, out: &mut String) {
    let mut cursor = Cursor::new(&document.article.text);
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut object = Object::new(out);
        head(&mut object, document, index);
        cursor.place(&mut object, sentence.span);
        object.string("kind", sentence_kind(sentence.kind));
        let language = sentence.language.as_deref();
        object.string("language", language.unwrap_or(&document.language.code));
        object.string("text", document.text_of(sentence.span));
        object.end();
    }
}

/// Appends one CSV line a sentence: [`SENTENCE_COLUMNS`].
pub fn sentences_csv(document: &Document, out: &mut String) {
    let mut cursor = Cursor::new(&document.article.text);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (index, sentence) in document.sentences.iter().enumerate() {
        let (start, end) = (cursor.at(sentence.span.start), cursor.at(sentence.span.end));
        let language = sentence.language.as_deref();
        // Writing into memory does not fail.
        let _ = writer.write_record([
            &crate::csv::guarded(&document.article.id),
            &index.to_string(),
            &start.to_string(),
            &end.to_string(),
            sentence_kind(sentence.kind),
            language.unwrap_or(&document.language.code),
            &crate::csv::guarded(document.text_of(sentence.span)),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    out.push_str(&String::from_utf8_lossy(&bytes));
}

/// What breaks a line.
const BREAKS: [char; 5] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}'];

/// Appends one sentence a line; line breaks inside a sentence become spaces.
pub fn sentences_text(document: &Document, out: &mut String) {
    for sentence in &document.sentences {
        let text = document.text_of(sentence.span);
        for (index, part) in text.split(BREAKS).enumerate() {
            if index > 0 {
                out.push(' ');
            }
            out.push_str(part);
        }
        out.push('\n');
    }
}

/// Appends one JSON object an article, with its event.
pub fn articles(rows: &[(String, &Article)], out: &mut String) {
    for (event, article) in rows {
        let mut object = Object::new(out);
        object.string("id", &article.id);
        object.string("event", event);
        object.string("outlet", &article.outlet);
        object.optional("language", article.language.as_deref());
        object.optional("published", article.published.as_deref());
        object.optional("title", article.title.as_deref());
        object.optional("url", article.url.as_deref());
        object.string("text", &article.text);
        object.end();
    }
}

/// Appends a table of articles with their events, and its heading. Cells stay as they are: the
/// table is read again.
pub fn articles_csv(rows: &[(String, &Article)], out: &mut String) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record([
        "id",
        "event",
        "outlet",
        "language",
        "published",
        "title",
        "url",
        "text",
    ]);
    for (event, article) in rows {
        let _ = writer.write_record([
            &article.id,
            event,
            &article.outlet,
            article.language.as_deref().unwrap_or_default(),
            article.published.as_deref().unwrap_or_default(),
            article.title.as_deref().unwrap_or_default(),
            article.url.as_deref().unwrap_or_default(),
            &article.text,
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    out.push_str(&String::from_utf8_lossy(&bytes));
}

/// Appends one JSON object a mention: `article, sentence, kind, start, end, byte_start, byte_end,
/// text` and the fields of its kind.
pub fn mentions(document: &Document, mentions: &[Mention], out: &mut String) {
    let mut cursor = Cursor::new(&document.article.text);
    for mention in mentions {
        let mut object = Object::new(out);
        head(&mut object, document, mention.sentence);
        object.string(
            "kind",
            match &mention.value {
                Value::Quantity(_) => "quantity",
                Value::Date(_) => "date",
                Value::Quotation(_) => "quotation",
                Value::Name(_) => "name",
                _ => "other",
            },
        );
        cursor.place(&mut object, mention.span);
        object.string("text", document.text_of(mention.span));
        match &mention.value {
            Value::Quantity(quantity) => self::quantity(&mut object, document, quantity),
            Value::Date(date) => self::date(&mut object, date),
            Value::Quotation(quotation) => {
                self::quotation(&mut object, document, &mut cursor, mention, quotation);
            }
            Value::Name(name) => {
                object.string("type", name_kind(name.kind));
                object.string("name", &name.name);
                object.string("key", &name.key);
            }
            _ => {}
        }
        object.end();
    }
}

fn head(object: &mut Object, document: &Document, sentence: usize) {
    object.string("article", &document.article.id);
    if let Some(event) = &document.article.event {
        object.string("event", event);
    }
    object.number("sentence", sentence);
}

fn quantity(object: &mut Object, document: &Document, quantity: &Quantity) {
    let mut decimal = |key, value: Option<Decimal>| {
        object.optional(key, value.map(|v| v.normalize().to_string()).as_deref());
    };
    decimal("value", quantity.value);
    decimal("low", quantity.low);
    decimal("high", quantity.high);
    object.optional("unit", quantity.unit.as_ref().map(|unit| unit.id.as_str()));
    let noun = quantity.noun.as_ref();
    let printed = noun.map(|noun| document.text_of(noun.span));
    let class = noun.and_then(|noun| noun.class.as_deref());
    object.optional("noun", class.or(printed));
    object.optional("noun_text", printed);
    object.string("approximation", approximation(quantity.approximation));
    object.raw("ordinal", if quantity.ordinal { "true" } else { "false" });
}

fn date(object: &mut Object, date: &Date) {
    let (from, to) = bounds(date);
    object.optional("from", from.as_deref());
    object.optional("to", to.as_deref());
    object.string("precision", precision(date.precision));
    object.raw("relative", if date.relative { "true" } else { "false" });
    object.optional("zone", date.zone.as_deref());
}

/// Both ends of a date: as days where it is made of whole days, as date-times elsewhere.
pub(crate) fn bounds(date: &Date) -> (Option<String>, Option<String>) {
    let whole = |moment: DateTime, end: bool| {
        let time = moment.time();
        if end {
            (time.hour(), time.minute(), time.second()) == (23, 59, 59)
        } else {
            time == Time::midnight()
        }
    };
    let days =
        date.from.is_none_or(|from| whole(from, false)) && date.to.is_none_or(|to| whole(to, true));
    let shown = |moment: DateTime| {
        if days {
            moment.date().to_string()
        } else {
            moment.to_string()
        }
    };
    (date.from.map(shown), date.to.map(shown))
}

fn quotation(
    object: &mut Object,
    document: &Document,
    cursor: &mut Cursor,
    mention: &Mention,
    quotation: &Quotation,
) {
    object.string("form", form(quotation.form));
    let content = quotation.content.iter().copied().reduce(Span::join);
    let content = content.unwrap_or(mention.span);
    object.number("content_start", cursor.at(content.start));
    object.number("content_end", cursor.at(content.end));
    object.optional("cue", quotation.cue.map(|cue| document.text_of(cue)));
    let speaker = quotation.speaker.as_ref();
    object.optional("speaker", speaker.map(|s| document.text_of(s.span)));
    if let Some(speaker) = speaker {
        object.number("speaker_start", cursor.at(speaker.span.start));
        object.number("speaker_end", cursor.at(speaker.span.end));
    } else {
        object.raw("speaker_start", "null");
        object.raw("speaker_end", "null");
    }
    object.optional("speaker_name", speaker.and_then(|s| s.name.as_deref()));
}

/// Byte offsets to code points, counted on from the last one asked: positions come nearly sorted.
struct Cursor<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            point: 0,
        }
    }

    fn at(&mut self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let count = |from, to| Span::new(from, to).of(self.text).chars().count();
        if byte >= self.byte {
            self.point += count(self.byte, byte);
        } else {
            self.point -= count(byte, self.byte);
        }
        self.byte = byte;
        self.point
    }

    fn place(&mut self, object: &mut Object, span: Span) {
        object.number("start", self.at(span.start));
        object.number("end", self.at(span.end));
        object.number("byte_start", span.start);
        object.number("byte_end", span.end);
    }
}

/// One JSON object, written key by key: a tenth of the time that a general serialiser takes.
struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    fn new(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    fn key(&mut self, key: &str) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push_str(value);
    }

    fn number(&mut self, key: &str, value: usize) {
        self.key(key);
        let mut digits = [0_u8; 20];
        let mut rest = value;
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let digits = digits
            .get(at..)
            .and_then(|digits| str::from_utf8(digits).ok());
        self.out.push_str(digits.unwrap_or_default());
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.string(key, value),
            None => self.raw(key, "null"),
        }
    }

    fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        quoted(value, self.out);
    }

    fn end(self) {
        self.out.push_str("}\n");
    }
}

fn quoted(value: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let special = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    out.push('"');
    // Without a branch for each byte: most values hold nothing special.
    if !value.bytes().fold(false, |any, byte| any | special(byte)) {
        out.push_str(value);
        out.push('"');
        return;
    }
    let mut from = 0;
    for (at, byte) in value.bytes().enumerate() {
        if !special(byte) {
            continue;
        }
        out.push_str(Span::new(from, at).of(value));
        from = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => {
                out.push_str("\\u00");
                out.push(char::from(HEX[usize::from(control >> 4)]));
                out.push(char::from(HEX[usize::from(control & 15)]));
            }
        }
    }
    out.push_str(Span::new(from, value.len()).of(value));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use segmenter::Article;

    #[test]
    fn every_line_is_json_and_slices_the_text_by_code_points() {
        let text = "“好的”，他说。\n\"Fine\\\", he said.\tЗавтра\u{1}.\r\n😀 Next.";
        let article = Article::new("a\"b", text);
        let points: Vec<char> = text.chars().collect();
        let document = segmenter::segment(article);
        let mut out = String::new();
        sentences(&document, &mut out);
        assert!(out.lines().count() > 2);
        for line in out.lines() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let at = |key: &str| value[key].as_u64().unwrap() as usize;
            let slice: String = points[at("start")..at("end")].iter().collect();
            assert_eq!(value["text"], slice);
            assert_eq!(
                value["text"],
                Span::new(at("byte_start"), at("byte_end")).of(text)
            );
            assert_eq!(value["article"], "a\"b");
        }
    }

    #[test]
    fn one_sentence_a_line() {
        let document = segmenter::segment(Article::new("a", "One\u{2028}line. Two."));
        let mut out = String::new();
        sentences_text(&document, &mut out);
        assert!(!out.contains('\u{2028}'));
    }
}
