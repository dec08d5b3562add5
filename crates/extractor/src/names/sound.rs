//! How a name sounds, near enough to compare it over scripts and spellings.

/// A name in Latin letters: lower case, no marks, words set apart by one space. Equal or near for
/// the same name over scripts.
///
/// ```
/// assert_eq!(extractor::romanise("Lín Jiàn"), "lin jian");
/// assert_eq!(extractor::romanise("林剑"), "lin jian");
/// ```
pub fn romanise(name: &str) -> String {
    let mut latin = String::with_capacity(name.len() * 2);
    let mut before_han = false;
    for c in name.chars() {
        let han = is_han(c);
        if (han || before_han) && !latin.is_empty() && !latin.ends_with(' ') {
            latin.push(' ');
        }
        before_han = han;
        match special(c) {
            Some(letters) => latin.push_str(letters),
            None if c.is_alphanumeric() => latin.push_str(any_ascii::any_ascii_char(c)),
            None if is_combining(c) => latin.push_str(any_ascii::any_ascii_char(c)),
            None if matches!(c, '\'' | '’' | 'ʼ' | '`' | '\u{200C}' | '"' | '״' | '׳') => {}
            None => latin.push(' '),
        }
    }
    let all_han = name.chars().filter(|c| !c.is_whitespace()).all(is_han);
    let letters = name.chars().filter(|&c| is_han(c)).count();
    if letters > 3 && !all_han || letters > 4 {
        return transcribed(name);
    }
    let mut words: Vec<String> = latin
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .collect()
        })
        .collect();
    // A Chinese given name of two letters is one word: 毛泽东 is Mao Zedong.
    if all_han && words.len() == 3 {
        let last = words.pop().unwrap_or_default();
        if let Some(second) = words.last_mut() {
            second.push_str(&last);
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// A foreign name in Han, whose words are set apart by dots: its syllables are one word.
fn transcribed(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .flat_map(|c| {
                    special(c)
                        .unwrap_or_else(|| any_ascii::any_ascii_char(c))
                        .chars()
                })
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .collect()
        })
        .collect();
    words.join(" ")
}

/// Letters that are romanised otherwise than letter by letter.
fn special(c: char) -> Option<&'static str> {
    Some(match c {
        'ц' | 'Ц' | 'צ' | 'ץ' => "ts",
        'ь' | 'ъ' | 'Ь' | 'Ъ' => "",
        'й' | 'Й' => "y",
        'х' | 'Х' | 'خ' | 'ח' => "kh",
        'э' | 'Э' => "e",
        'щ' | 'Щ' => "shch",
        'ع' | 'ء' | 'أ' | 'إ' | 'ئ' | 'ؤ' | 'آ' | 'ا' | 'ة' | 'ى' | 'א' | 'ע' => "a",
        'غ' => "gh",
        'ש' => "sh",
        'ß' => "ss",
        _ => return None,
    })
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{D7F}')
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The first `length` consonants of a romanised word, those that are heard for each other made
/// one: the first two are what two spellings of one name nearly always share.
pub(crate) fn skeleton(word: &str, length: usize) -> String {
    let mut found = String::new();
    for sound in sounds(word) {
        let class = match sound {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'h' | b'y' | b'w' => continue,
            b'b' | b'p' | b'f' | b'v' => 'p',
            b't' | b'd' => 't',
            b'k' | b'g' | b'x' => 'k',
            b's' | b'z' | b'S' | b'j' => 's',
            b'l' | b'r' => 'l',
            b'm' | b'n' => 'n',
            other => char::from(other),
        };
        if !found.ends_with(class) {
            found.push(class);
        }
        if found.len() == length {
            break;
        }
    }
    found
}

/// What the scripts of two names do to sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hearing {
    /// Two alphabets.
    Letters,
    /// One side leaves short vowels out.
    Vowelless,
    /// One side writes syllables: it sets vowels between consonants, and has fewer sounds.
    Syllables,
}

/// How near two romanised words sound: 0 to 1.
///
/// An edit distance over sounds in which those of one class stand near each other and vowels
/// weigh little, for scripts leave them out, set them in, and wires spell them as they hear them.
pub(crate) fn nearness(a: &str, b: &str, hearing: Hearing) -> f32 {
    let (a, b) = (sounds(a), sounds(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let drop = |s: u8| -> f32 {
        match (s, hearing) {
            (b'a' | b'e' | b'i' | b'o' | b'u', Hearing::Vowelless) => 0.08,
            (b'a' | b'e' | b'i' | b'o' | b'u', Hearing::Syllables) => 0.12,
            (b'h' | b'y' | b'w', Hearing::Syllables) => 0.25,
            (b'a' | b'e' | b'i' | b'o' | b'u', Hearing::Letters) | (b'h' | b'y' | b'w', _) => 0.4,
            // Ends of syllables get lost.
            (b'r' | b'l' | b'n' | b'm', Hearing::Syllables) => 0.5,
            _ => 1.0,
        }
    };
    let ease = if hearing == Hearing::Syllables {
        0.6
    } else {
        1.0
    };
    let mut before: Vec<f32> = Vec::with_capacity(b.len() + 1);
    before.push(0.0);
    for &s in &b {
        before.push(before.last().copied().unwrap_or_default() + drop(s));
    }
    let mut row = before.clone();
    for &x in &a {
        row[0] = before[0] + drop(x);
        for (j, &y) in b.iter().enumerate() {
            let swapped = swap(x, y);
            let swapped = if swapped < 1.0 { ease * swapped } else { 1.0 };
            row[j + 1] = (before[j] + swapped)
                .min(before[j + 1] + drop(x))
                .min(row[j] + drop(y));
        }
        std::mem::swap(&mut before, &mut row);
    }
    let cost = before.last().copied().unwrap_or_default();
    let weight = |s: &[u8]| s.iter().map(|&s| drop(s).max(0.3)).sum::<f32>();
    (1.0 - cost / weight(&a).max(weight(&b))).max(0.0)
}

/// Letters that stand for one sound, longer ones first, and what is written for the sound.
const SPELLINGS: &[(&str, &str)] = &[
    ("sch", "S"),
    ("tch", "S"),
    ("dzh", "j"),
    ("sh", "S"),
    ("ch", "S"),
    ("zh", "S"),
    ("sz", "S"),
    ("ph", "f"),
    ("ts", "z"),
    ("tz", "z"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kw"),
    ("ou", "u"),
    ("eo", "o"),
    ("eu", "u"),
    ("ae", "e"),
    ("ee", "i"),
    ("oo", "u"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
];

/// A romanised word as a row of single sounds.
fn sounds(word: &str) -> Vec<u8> {
    let mut sounds: Vec<u8> = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let spelt = SPELLINGS
            .iter()
            .find(|(letters, _)| rest.starts_with(letters));
        let (letters, heard) = match spelt {
            Some((letters, heard)) => (letters.len(), heard.as_bytes()),
            None => (
                first.len_utf8(),
                rest.as_bytes().get(..1).unwrap_or_default(),
            ),
        };
        for &sound in heard {
            if sounds.last() != Some(&sound) {
                sounds.push(sound);
            }
        }
        rest = rest.get(letters..).unwrap_or_default();
    }
    sounds
}

/// Sounds that are heard for each other, and what that costs.
const CLASSES: &[(&[u8], f32)] = &[
    (b"aeiou", 0.3),
    (b"iyj", 0.3),
    (b"uwvo", 0.4),
    (b"bp", 0.4),
    (b"bv", 0.4),
    (b"fvw", 0.4),
    (b"fph", 0.5),
    (b"td", 0.4),
    (b"kgx", 0.4),
    (b"xh", 0.3),
    (b"gj", 0.4),
    (b"gh", 0.5),
    (b"szS", 0.4),
    (b"Sjz", 0.4),
    (b"tz", 0.5),
    (b"ts", 0.6),
    (b"lr", 0.5),
    (b"mn", 0.5),
    (b"dzj", 0.6),
];

/// What it costs to hear one sound for the other.
fn swap(a: u8, b: u8) -> f32 {
    if a == b {
        return 0.0;
    }
    CLASSES
        .iter()
        .filter(|(class, _)| class.contains(&a) && class.contains(&b))
        .map(|(_, cost)| *cost)
        .fold(1.0, f32::min)
}
