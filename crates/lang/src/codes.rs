//! Language codes of ISO 639-3 and their two-letter forms of ISO 639-1.

/// `three-letter two-letter`, sorted.
const CODES: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bos", "bs"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("eus", "eu"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("gle", "ga"),
    ("glg", "gl"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("isl", "is"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("kaz", "kk"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("msa", "ms"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zho", "zh"),
    ("zsm", "ms"),
    ("zul", "zu"),
];

/// The two-letter code of a language named by its three-letter code (`"deu"` → `"de"`), which
/// is given back where there is no shorter one.
pub fn two_letter(code: &str) -> &str {
    CODES
        .binary_search_by(|(three, _)| (*three).cmp(code))
        .ok()
        .and_then(|index| CODES.get(index))
        .map_or(code, |(_, two)| two)
}

/// Scripts that one language of the news is written in: `script language`, sorted.
const SCRIPTS: &[(&str, &str)] = &[
    ("Armn", "hy"),
    ("Beng", "bn"),
    ("Bopo", "zh"),
    ("Ethi", "am"),
    ("Geor", "ka"),
    ("Grek", "el"),
    ("Gujr", "gu"),
    ("Guru", "pa"),
    ("Hang", "ko"),
    ("Hebr", "he"),
    ("Khmr", "km"),
    ("Knda", "kn"),
    ("Laoo", "lo"),
    ("Mlym", "ml"),
    ("Mong", "mn"),
    ("Mymr", "my"),
    ("Orya", "or"),
    ("Sinh", "si"),
    ("Taml", "ta"),
    ("Telu", "te"),
    ("Thaa", "dv"),
    ("Thai", "th"),
    ("Tibt", "bo"),
];

/// The language that alone is written in a script (an ISO 15924 code), where there is one.
pub fn only_language(script: &str) -> Option<&'static str> {
    let index = SCRIPTS.binary_search_by(|(s, _)| (*s).cmp(script)).ok()?;
    SCRIPTS.get(index).map(|(_, language)| *language)
}

/// Languages that are not written in Latin script but share theirs with others, with that script.
const SHARED: &[(&str, &str)] = &[
    ("ar", "Arab"),
    ("be", "Cyrl"),
    ("bg", "Cyrl"),
    ("ckb", "Arab"),
    ("fa", "Arab"),
    ("hi", "Deva"),
    ("ja", "Hani"),
    ("kk", "Cyrl"),
    ("ky", "Cyrl"),
    ("mk", "Cyrl"),
    ("mn", "Cyrl"),
    ("mr", "Deva"),
    ("ne", "Deva"),
    ("ps", "Arab"),
    ("ru", "Cyrl"),
    ("sr", "Cyrl"),
    ("tg", "Cyrl"),
    ("ug", "Arab"),
    ("uk", "Cyrl"),
    ("ur", "Arab"),
    ("zh", "Hani"),
];

/// The script (an ISO 15924 code) that a language is usually written in, among those that
/// several languages share.
pub fn script_of(language: &str) -> &'static str {
    SHARED
        .iter()
        .find(|(l, _)| *l == language)
        .map_or("Latn", |(_, script)| script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_so_that_it_can_be_searched() {
        assert!(CODES.is_sorted());
        assert!(SCRIPTS.is_sorted());
        assert_eq!(two_letter("zsm"), "ms");
        assert_eq!(two_letter("tlh"), "tlh");
    }
}
