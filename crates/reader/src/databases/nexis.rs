//! `LexisNexis` and Nexis Uni: articles between "1 of 500 DOCUMENTS" or before "End of Document".

use super::{Found, article, given, text};
use crate::dates;
use segmenter::Article;

/// What ends an article, in the languages of the interface.
const ENDS: &[&str] = &[
    "end of document",
    "ende des dokuments",
    "fin du document",
    "fin de documento",
    "fin del documento",
    "einde van document",
    "einde van het document",
    "fine del documento",
    "fim do documento",
];

/// What stands alone above the text.
const BODIES: &[&str] = &[
    "body",
    "text",
    "textkörper",
    "hauptteil",
    "corps",
    "corps de l'article",
    "cuerpo",
    "texto",
    "hoofdtekst",
    "corpo",
];

/// What stands alone below the text.
const AFTER: &[&str] = &[
    "classification",
    "klassifizierung",
    "clasificación",
    "classificatie",
    "classificazione",
    "classificação",
    "graphic",
    "notes",
];

/// Labels of what the database knows of the article, by their part in it.
const LABELS: &[(&str, Part)] = &[
    ("length", Part::Head),
    ("länge", Part::Head),
    ("longueur", Part::Head),
    ("longitud", Part::Head),
    ("lengte", Part::Head),
    ("lunghezza", Part::Head),
    ("section", Part::Head),
    ("rubrik", Part::Head),
    ("rubrique", Part::Head),
    ("sección", Part::Head),
    ("sectie", Part::Head),
    ("byline", Part::Head),
    ("autor", Part::Head),
    ("auteur", Part::Head),
    ("dateline", Part::Head),
    ("highlight", Part::Head),
    ("series", Part::Head),
    ("headline", Part::Headline),
    ("language", Part::Language),
    ("sprache", Part::Language),
    ("langue", Part::Language),
    ("idioma", Part::Language),
    ("taal", Part::Language),
    ("load-date", Part::Tail),
    ("ladedatum", Part::Tail),
    ("date de chargement", Part::Tail),
    ("fecha de carga", Part::Tail),
    ("publication-type", Part::Tail),
    ("publikationstyp", Part::Tail),
    ("type de publication", Part::Tail),
    ("journal code", Part::Tail),
    ("subject", Part::Tail),
    ("document-type", Part::Tail),
    ("graphic", Part::Tail),
    ("acc-no", Part::Tail),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Headline,
    Language,
    Tail,
}

/// The articles of a file; nothing where it has none of the database's marks.
pub(super) fn read(id: &str, lines: &[&str]) -> Option<Found> {
    // Anybody may write "End of document" below a text.
    if !lines.iter().any(|line| label(line).is_some()) {
        return None;
    }
    let mut articles: Vec<&[&str]> = Vec::new();
    let mut from = 0;
    if lines.iter().any(|line| is_number(line)) {
        let starts: Vec<usize> = (0..lines.len())
            .filter(|&at| is_number(lines[at]))
            .collect();
        for (nth, &start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(lines.len());
            articles.push(&lines[start + 1..end]);
        }
    } else {
        for (at, line) in lines.iter().enumerate() {
            if is_one_of(line, ENDS) {
                articles.push(&lines[from..at]);
                from = at + 1;
            }
        }
    }
    if articles.is_empty() {
        return None;
    }
    let one = |(index, lines): (usize, &&[&str])| single(format!("{id}-{}", index + 1), lines);
    Some(articles.iter().enumerate().map(one).collect())
}

fn is_one_of(line: &str, words: &[&str]) -> bool {
    let line = line.trim().to_lowercase().replace('\u{2019}', "'");
    words.contains(&line.as_str())
}

/// "312 of 500 DOCUMENTS", "Dokument 3 von 10".
fn is_number(line: &str) -> bool {
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    let number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let document = |word: &String| word.starts_with("docum") || word.starts_with("dokum");
    let of = |word: &String| matches!(word.as_str(), "of" | "von" | "de" | "sur" | "van" | "di");
    match words.as_slice() {
        [a, b, c, d] => {
            number(a) && of(b) && number(c) && document(d)
                || document(a) && number(b) && of(c) && number(d)
        }
        _ => false,
    }
}

fn label(line: &str) -> Option<(Part, &str)> {
    let (name, value) = line.trim().split_once(':')?;
    let name = name.trim().to_lowercase();
    let (_, part) = LABELS.iter().find(|(known, _)| *known == name)?;
    Some((*part, value.trim()))
}

fn is_copyright(line: &str) -> bool {
    let line = line.trim_start().to_lowercase();
    line.starts_with("copyright") || line.starts_with('©')
}

fn single(id: String, lines: &[&str]) -> Option<Article> {
    let part = |line: &str| label(line).map(|(part, _)| part);
    let body = lines.iter().position(|line| is_one_of(line, BODIES));
    // Without its heading the text begins below the last label of the head.
    let head_end = body.unwrap_or_else(|| {
        let tail = lines
            .iter()
            .position(|line| matches!(part(line), Some(Part::Tail | Part::Language)));
        lines[..tail.unwrap_or(lines.len())]
            .iter()
            .rposition(|line| {
                matches!(part(line), Some(Part::Head | Part::Headline)) || is_copyright(line)
            })
            .unwrap_or(0)
    });
    let after: &[&str] = lines.get(head_end + 1..).unwrap_or_default();
    let end = after
        .iter()
        .position(|line| {
            is_one_of(line, AFTER)
                || matches!(part(line), Some(Part::Tail | Part::Language))
                || body.is_none() && is_copyright(line)
        })
        .unwrap_or(after.len());
    let mut article = article(id, text(&after[..end]))?;
    let head = &lines[..head_end];
    // The labels and the line of copyright stand below title, publication and date.
    let named = head
        .iter()
        .position(|line| is_copyright(line) || part(line).is_some())
        .unwrap_or(head.len());
    let names: Vec<&str> = head[..named]
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    if let Some(at) = names.iter().rposition(|line| dates::within(line).is_some()) {
        article.published = dates::within(names[at]);
        let above = |lines: usize| at.checked_sub(lines).and_then(|at| given(names[at]));
        // Newer files have title, publication, date; older ones publication, date, title.
        if let Some(below) = names.get(at + 1).and_then(|line| given(line)) {
            article.title = Some(below);
            article.outlet = above(1).unwrap_or_default();
        } else {
            article.outlet = above(1).unwrap_or_default();
            article.title = above(2);
        }
    } else {
        article.title = names.last().and_then(|line| given(line));
    }
    for line in lines {
        match label(line) {
            Some((Part::Language, value)) => article.language = given(value),
            Some((Part::Headline, value)) => article.title = given(value),
            _ => {}
        }
    }
    // "ENGLISH; FRENCH": the first is the article's.
    if let Some(language) = &mut article.language
        && let Some((first, _)) = language.split_once([';', ','])
    {
        *language = first.trim().to_owned();
    }
    Some(article)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::{docx, rtf};
    use segmenter::Article;

    fn uni(number: usize, body: &[&str]) -> Vec<String> {
        let mut lines = vec![
            format!("Talks end, day {number}"),
            "The Gulf Wire".to_owned(),
            "April 30, 2024 Tuesday".to_owned(),
            String::new(),
            "Copyright 2024 Gulf Wire All Rights Reserved".to_owned(),
            "Section: NEWS; Pg. 3".to_owned(),
            "Length: 12 words".to_owned(),
            "Byline: A. Writer".to_owned(),
            "Body".to_owned(),
            String::new(),
        ];
        lines.extend(body.iter().map(|&line| line.to_owned()));
        lines.extend(
            [
                "Classification",
                "Language: ENGLISH",
                "Publication-Type: Newspaper",
                "Load-Date: May 1, 2024",
                "End of Document",
            ]
            .map(str::to_owned),
        );
        lines
    }

    fn check(article: &Article) {
        assert_eq!(article.outlet, "The Gulf Wire");
        assert_eq!(article.published.as_deref(), Some("2024-04-30"));
        assert_eq!(article.language.as_deref(), Some("ENGLISH"));
        assert_eq!(article.text, "They met.\n\nThey parted: so it ended.");
    }

    #[test]
    fn nexis_uni_in_word_with_a_broken_article() {
        let mut lines: Vec<String> = ["User Name: = A", "Documents (3)", "1. Talks end, day 1"]
            .map(str::to_owned)
            .to_vec();
        for number in 1..=3 {
            let body: &[&str] = if number == 2 {
                &[]
            } else {
                &["They met.", "They parted: so it ended."]
            };
            lines.extend(uni(number, body));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let paragraphs = docx::paragraphs(&docx::written(&lines)).unwrap();
        let contents = read("n", &paragraphs).unwrap();
        assert_eq!(
            contents.troubles[0].what,
            "3 articles marked, 2 read, number 2 is broken"
        );
        let ids: Vec<&str> = contents.articles.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["n-1", "n-3"]);
        for article in &contents.articles {
            check(article);
        }
        assert_eq!(
            contents.articles[1].title.as_deref(),
            Some("Talks end, day 3")
        );
    }

    #[test]
    fn older_files_count_their_documents() {
        let one = |number: usize| {
            format!(
                "{number} of 2 DOCUMENTS\\par The Gulf Wire\\par April 30, 2024 Tuesday\\par \
                 Talks end\\par BYLINE: A. Writer\\par LENGTH: 12 words\\par \\par They met.\\par \
                 They parted: so it ended.\\par LOAD-DATE: May 1, 2024\\par LANGUAGE: ENGLISH\\par \
                 Copyright 2024 Gulf Wire\\par "
            )
        };
        let rtf = format!("{{\\rtf1 {}{}}}", one(1), one(2));
        let contents = read("n", &rtf::paragraphs(rtf.as_bytes())).unwrap();
        assert_eq!(contents.notes, ["2 articles marked, 2 read"]);
        for article in &contents.articles {
            check(article);
            assert_eq!(article.title.as_deref(), Some("Talks end"));
        }
    }

    #[test]
    fn the_german_interface() {
        let lines = [
            "Gespräche beendet",
            "Elbkurier",
            "30. April 2024 Dienstag",
            "Copyright 2024 Elbkurier Alle Rechte vorbehalten",
            "Rubrik: POLITIK",
            "Länge: 4 Wörter",
            "Text",
            "Sie trafen sich.",
            "Klassifizierung",
            "Sprache: GERMAN; DEUTSCH",
            "Ende des Dokuments",
        ]
        .map(str::to_owned);
        let article = read("n", &lines).unwrap().articles.remove(0);
        assert_eq!(article.text, "Sie trafen sich.");
        assert_eq!(article.outlet, "Elbkurier");
        assert_eq!(article.language.as_deref(), Some("GERMAN"));
        assert_eq!(article.published.as_deref(), Some("2024-04-30"));
        assert_eq!(article.title.as_deref(), Some("Gespräche beendet"));
    }

    #[test]
    fn the_french_and_the_spanish_interface() {
        let french = [
            "Les pourparlers s’achèvent",
            "Agence Lumière",
            "mardi 30 avril 2024",
            "Copyright 2024 Agence Lumière Tous droits réservés",
            "Rubrique: MONDE; p. 3",
            "Longueur: 4 mots",
            "Auteur: A. Plume",
            "Corps de l’article",
            "Ils se sont réunis.",
            "Classification",
            "Langue: FRENCH; FRANÇAIS",
            "Date de chargement: 1 mai 2024",
            "Fin du document",
        ];
        let spanish = [
            "Terminan las conversaciones",
            "Diario del Istmo",
            "30 de abril de 2024 martes",
            "Copyright 2024 Diario del Istmo Todos los derechos reservados",
            "Sección: MUNDO",
            "Longitud: 3 palabras",
            "Cuerpo",
            "Se reunieron.",
            "Clasificación",
            "Idioma: SPANISH; ESPAÑOL",
            "Fin del documento",
        ];
        let one = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            read("n", &lines).unwrap().articles.remove(0)
        };
        for (article, text, outlet, language) in [
            (
                one(&french),
                "Ils se sont réunis.",
                "Agence Lumière",
                "FRENCH",
            ),
            (
                one(&spanish),
                "Se reunieron.",
                "Diario del Istmo",
                "SPANISH",
            ),
        ] {
            assert_eq!(article.text, text);
            assert_eq!(article.outlet, outlet);
            assert_eq!(article.language.as_deref(), Some(language));
            assert_eq!(article.published.as_deref(), Some("2024-04-30"));
        }
        assert_eq!(
            one(&french).title.as_deref(),
            Some("Les pourparlers s’achèvent")
        );
    }

    #[test]
    fn an_ordinary_document_is_none() {
        let lines = ["They met.", "Body", "They parted.", "End of document"].map(str::to_owned);
        assert!(read("n", &lines).is_none());
    }
}
