//! The script of a text.

use unicode_script::{Script, UnicodeScript as _};

/// How much a letter counts. Names in Latin letters stand in news of every language, and one
/// character of Han is worth several letters.
fn weight(script: Script) -> usize {
    match script {
        Script::Latin => 1,
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul => 5,
        _ => 3,
    }
}

/// The script that most letters of a text are in; Han and kana are one.
pub(crate) fn script(text: &str) -> Script {
    let mut latin = 0;
    let mut others: Vec<(Script, usize)> = Vec::new();
    for c in text.chars() {
        if c.is_ascii() {
            latin += usize::from(c.is_ascii_alphabetic());
            continue;
        }
        if !crate::letters::is_alphabetic(c) {
            continue;
        }
        let script = match c.script() {
            Script::Latin => {
                latin += 1;
                continue;
            }
            Script::Common | Script::Inherited => continue,
            Script::Hiragana | Script::Katakana => Script::Han,
            script => script,
        };
        match others.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += weight(script),
            None => others.push((script, weight(script))),
        }
    }
    // The first of equals wins.
    let mut top = (Script::Latin, latin);
    for (script, count) in others {
        if count > top.1 {
            top = (script, count);
        }
    }
    if top.1 == 0 { Script::Common } else { top.0 }
}
