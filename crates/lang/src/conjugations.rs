//! Lists that name a verb by its stem and its class instead of by its forms: `비난+하다`,
//! `expliqu+er`.
//!
//! The build script writes the forms out, so that reading a pack costs no more than it did when they
//! were listed; what no class knows or what stands twice breaks the build.

use std::collections::{BTreeMap, BTreeSet};

/// The lists whose first column may name stem and class.
pub(crate) const CONJUGATED: &[&str] = &["speech_verbs"];

/// Between a stem and its class.
const MARK: char = '+';

/// In a form of a class: where the stem stands, if not in front.
const STEM: char = '*';

/// The classes of a language, with the forms that stand in the place of each.
#[derive(Debug)]
pub(crate) struct Classes<'t> {
    forms: BTreeMap<&'t str, Vec<String>>,
}

impl<'t> Classes<'t> {
    /// The classes of a list: name, then forms. A class may be made of those before it.
    pub(crate) fn read(list: &'t str) -> Result<Self, String> {
        let mut classes = Self {
            forms: BTreeMap::new(),
        };
        for line in list.lines().filter(|line| is_row(line)) {
            let (name, column) = line
                .split_once('\t')
                .ok_or_else(|| format!("a class without forms: {line}"))?;
            let forms = classes.written_out(column)?;
            if classes.forms.insert(name, forms).is_some() {
                return Err(format!("a class that stands twice: {name}"));
            }
        }
        Ok(classes)
    }

    /// A list with every form of its first column written out. A form may stand twice only where the
    /// other columns differ, which says more of it.
    pub(crate) fn expand(&self, list: &str) -> Result<String, String> {
        let mut seen = BTreeSet::new();
        let mut twice = Vec::new();
        let mut expanded = String::with_capacity(list.len());
        for line in list.lines().filter(|line| is_row(line)) {
            let (column, rest) = line.split_at(line.find('\t').unwrap_or(line.len()));
            let forms = self.written_out(column)?;
            expanded.push_str(&forms.join(", "));
            expanded.push_str(rest);
            expanded.push('\n');
            let rows = forms.into_iter().map(|form| (form, rest));
            twice.extend(rows.filter_map(|row| seen.replace(row)));
        }
        match twice.first() {
            None => Ok(expanded),
            Some((form, _)) => Err(format!("{} forms stand twice: {form}", twice.len())),
        }
    }

    fn written_out(&self, column: &str) -> Result<Vec<String>, String> {
        let mut forms = Vec::new();
        for form in column.split(',').map(str::trim) {
            let Some((stem, class)) = form.split_once(MARK) else {
                forms.push(form.to_owned());
                continue;
            };
            let endings = self
                .forms
                .get(class)
                .ok_or_else(|| format!("a class that no row names: {form}"))?;
            forms.extend(endings.iter().map(|ending| join(stem, ending)));
        }
        Ok(forms)
    }
}

fn join(stem: &str, ending: &str) -> String {
    if ending.contains(STEM) {
        ending.replace(STEM, stem)
    } else {
        format!("{stem}{ending}")
    }
}

fn is_row(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Classes of two languages: one built of another, one with words before the stem.
    const LIST: &str = "# comment\n\
        past\tda, dado\n\
        hada\the+past, handa\n\
        er\ta *é, *e";

    fn expanded(list: &str) -> Result<String, String> {
        Classes::read(LIST)?.expand(list)
    }

    #[test]
    fn a_stem_stands_for_the_forms_of_its_class() {
        let list = "# comment\nbi+hada, mal\tclause\n\nexpliqu+er\tclause to";
        let forms = "biheda, bihedado, bihanda, mal\tclause\n\
            a expliqué, explique\tclause to\n";
        assert_eq!(expanded(list).as_deref(), Ok(forms));
    }

    #[test]
    fn a_class_that_no_row_names_is_an_error() {
        let error = expanded("bi+hida\tclause").expect_err("no such class");
        assert!(error.contains("bi+hida"), "{error}");
        assert!(Classes::read("hada\the+past").is_err(), "named too late");
    }

    #[test]
    fn what_stands_twice_is_an_error() {
        let error = expanded("bi+hada\tclause\nbihanda\tclause").expect_err("listed and made");
        assert!(error.ends_with("bihanda"), "{error}");
        assert!(
            expanded("bi+hada\tclause\nbihanda\twh").is_ok(),
            "takes more"
        );
        assert!(Classes::read("er\ta\ner\tb").is_err(), "a class");
        assert!(Classes::read("er").is_err(), "a class without forms");
    }
}
