//! Characters by their names in XML and HTML.

/// The character that `amp`, `#8217` or `#x2019` stands for; nothing for names that are not known.
pub(crate) fn character(name: &str) -> String {
    let number = name
        .strip_prefix('#')
        .and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
    if let Some(found) = number.and_then(char::from_u32) {
        return found.to_string();
    }
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{A0}",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "hellip" => "…",
        "euro" => "€",
        "pound" => "£",
        "laquo" => "«",
        "raquo" => "»",
        _ => "",
    }
    .to_owned()
}

/// A text with its references replaced; what is no reference stays.
pub(crate) fn replaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = part.split_once(';').and_then(|(name, rest)| {
            let found = character(name);
            (!found.is_empty()).then_some((found, rest))
        });
        if let Some((found, rest)) = known {
            out.push_str(&found);
            out.push_str(rest);
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        assert_eq!(
            replaced("A &amp; B &#x2019;s &#252;ber &unknown; & C"),
            "A & B \u{2019}s über &unknown; & C"
        );
        assert_eq!(character("#xD800"), "");
    }
}
