//! The worked examples of names in the packs, and names over scripts.

use extractor::{Name, NameKind, NameMatch, Value, romanise, same_name};
use segmenter::{Article, Document};

fn read(code: &str, text: &str) -> Document {
    let mut article = Article::new("case", text);
    article.language = Some(code.to_owned());
    segmenter::segment(article)
}

#[test]
fn the_names_of_every_pack_are_found() {
    for code in lang::codes() {
        for row in lang::pack_or_default(code).rows("cases_names") {
            let document = read(code, row.key());
            let mentions = extractor::extract(&document);
            for expected in row.column(1).split(" | ") {
                assert!(
                    mentions.iter().any(|mention| match &mention.value {
                        Value::Name(name) =>
                            format!("{}={}", document.text_of(mention.span), name.key) == expected,
                        _ => false,
                    }),
                    "{code}: no {expected} in {}",
                    row.key()
                );
            }
        }
    }
}

fn person(name: &str) -> Name {
    Name {
        kind: NameKind::Person,
        name: name.to_owned(),
        key: romanise(name),
    }
}

#[test]
fn one_person_over_six_scripts() {
    for other in ["林剑", "林劍", "Линь Цзянь", "リン・ジエン", "لين جيان"]
    {
        let (relation, score) = same_name(&person("Lin Jian"), &person(other));
        assert_eq!(relation, NameMatch::Same, "{other}: {score}");
    }
    for decoy in ["王毅", "毛宁", "Ван И", "وانغ يي"] {
        let (relation, score) = same_name(&person("Lin Jian"), &person(decoy));
        assert_eq!(relation, NameMatch::Different, "{decoy}: {score}");
    }
}
