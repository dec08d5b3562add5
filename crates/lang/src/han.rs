//! Traditional and simplified Han characters.

use std::sync::OnceLock;

/// The first character of the main block of Han.
const FIRST: u32 = 0x4e00;

/// How many characters the main block of Han has.
const COUNT: usize = 0x5200;

/// What a character of Han is in the reform of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The same in both, or in neither.
    Shared,
    /// Traditional; the simplified form stands beside it.
    Traditional(char),
    /// Only simplified.
    Simplified,
}

fn form(c: char) -> Form {
    static TABLE: OnceLock<Vec<Form>> = OnceLock::new();
    let index = |c: char| (c as u32).checked_sub(FIRST).map(|index| index as usize);
    let table = TABLE.get_or_init(|| {
        let mut table = vec![Form::Shared; COUNT];
        let pairs = include_str!("../data/simplified.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace);
        for pair in pairs {
            let mut pair = pair.chars();
            let (Some(from), Some(to)) = (pair.next(), pair.next()) else {
                continue;
            };
            if let Some(slot) = index(to).and_then(|i| table.get_mut(i))
                && *slot == Form::Shared
            {
                *slot = Form::Simplified;
            }
            if let Some(slot) = index(from).and_then(|i| table.get_mut(i)) {
                *slot = Form::Traditional(to);
            }
        }
        table
    });
    index(c)
        .and_then(|i| table.get(i).copied())
        .unwrap_or(Form::Shared)
}

/// The simplified form of a traditional Han character; every other character as it is.
pub fn simplified(c: char) -> char {
    match form(c) {
        Form::Traditional(to) => to,
        Form::Shared | Form::Simplified => c,
    }
}

/// The ISO 15924 code of the script of Chinese text: `Hant` where most characters that tell are
/// traditional, else `Hans`.
pub fn han_script(text: &str) -> &'static str {
    let (mut traditional, mut simplified) = (0, 0);
    for c in text.chars() {
        match form(c) {
            Form::Traditional(_) => traditional += 1,
            Form::Simplified => simplified += 1,
            Form::Shared => {}
        }
    }
    if traditional > simplified {
        "Hant"
    } else {
        "Hans"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_simplified_and_scripts_told_apart() {
        assert_eq!(simplified('國'), '国');
        assert_eq!(simplified('国'), '国');
        assert_eq!(simplified('a'), 'a');
        assert_eq!(han_script("總統發表談話"), "Hant");
        assert_eq!(han_script("总统发表谈话"), "Hans");
    }
}
