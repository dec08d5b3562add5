use std::io::BufRead;
fn main() {
    for l in std::io::stdin().lock().lines() {
        let l = l.unwrap();
        let mut p = l.splitn(3, '|');
        let lang = p.next().unwrap().trim();
        let d = p.next().unwrap().trim();
        let t = p.next().unwrap().trim();
        let mut a = segmenter::Article::new("a", t);
        a.language = Some(lang.into());
        a.published = Some(d.into());
        let doc = segmenter::segment(a);
        println!("{lang} {t}");
        for m in extractor::extract(&doc) {
            if let extractor::Value::Date(v) = &m.value {
                println!(
                    "      «{}» {}..{} {:?} {} {}",
                    doc.text_of(m.span),
                    v.from.map_or("-".into(), |x| x.to_string()),
                    v.to.map_or("-".into(), |x| x.to_string()),
                    v.precision,
                    if v.relative { "rel" } else { "" },
                    v.zone.clone().unwrap_or_default()
                );
            }
        }
    }
}
