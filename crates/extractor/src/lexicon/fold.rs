//! Two spellings of one word on two wires made one.

/// Lower case, without Arabic vowel signs and tatweel, letter variants made one: two spellings of
/// one word on two wires.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], into a buffer that is used again.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        match c {
            _ if segmenter::letters::has_one_form(c) => folded.push(c),
            '\u{64B}'..='\u{65F}'
            | '\u{640}'
            | '\u{670}'
            | '\u{200C}'..='\u{200F}'
            | '\u{307}'
            | '\u{591}'..='\u{5C7}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' | 'ي' => folded.push('ی'),
            'ك' => folded.push('ک'),
            'ة' => folded.push('ه'),
            'ё' | 'Ё' => folded.push('е'),
            // Geresh and gershayim, printed with whatever mark is at hand: ג׳ורג׳, ארה״ב.
            '’' | '‘' | 'ʼ' | '׳' => folded.push('\''),
            '“' | '”' | '״' => folded.push('"'),
            'İ' => folded.push('i'),
            _ => match segmenter::letters::plain_lower(c) {
                Some(lower) => folded.push(lower),
                None => folded.extend(c.to_lowercase()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_one() {
        assert_eq!(fold("إِنَّ"), fold("ان"));
        assert_eq!(fold("Ёлкин"), "елкин");
        assert_eq!(fold("İstanbul"), "istanbul");
    }
}
