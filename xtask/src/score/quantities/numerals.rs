//! The worked cases of number recognisers, language by language. Left out are families that are
//! conventions of the tool: ordinals relative to the text ("the next one"), experimental modes,
//! powers ("2^5"), bare years, and cases that its own reference implementation fails.

use super::{ByLanguage, Counts, quantities, rows, show, values};
use crate::score::Figure;
use serde_json::Value;
use std::path::Path;

pub(super) fn figures(root: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut figures = recognizers(&root.join("recognizers_specs"), errors)?;
    figures.extend(duckling(&root.join("duckling/duckling.jsonl"), errors)?);
    figures.extend(text2num(&root.join("text2num/text2num.jsonl"), errors)?);
    Some(figures)
}

const LANGUAGES: &[(&str, &str)] = &[
    ("Arabic", "ar"),
    ("Chinese", "zh"),
    ("English", "en"),
    ("French", "fr"),
    ("German", "de"),
    ("Hindi", "hi"),
    ("Italian", "it"),
    ("Japanese", "ja"),
    ("Korean", "ko"),
    ("Portuguese", "pt"),
    ("Spanish", "es"),
    ("Turkish", "tr"),
];

fn recognizers(folder: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, code) in LANGUAGES {
        let mut counts = Counts::default();
        for row in rows(&folder.join(format!("Number.{name}.jsonl")))? {
            let model = row["model"].as_str()?;
            if matches!(model, "NumberModel" | "PercentModel") {
                case(&mut counts, &row, code, errors);
            }
        }
        figures.push(Figure::new(
            format!("recognizers/Number/{code}"),
            "value F1",
            counts.f1(),
        ));
        let Some(rows) = rows(&folder.join(format!("NumberWithUnit.{name}.jsonl"))) else {
            continue;
        };
        let mut models: std::collections::BTreeMap<&str, Counts> =
            std::collections::BTreeMap::new();
        for row in &rows {
            case(
                models.entry(row["model"].as_str()?).or_default(),
                row,
                code,
                errors,
            );
        }
        for (model, counts) in models {
            let model = model.trim_end_matches("Model").to_lowercase();
            figures.push(Figure::new(
                format!("recognizers/{model}/{code}"),
                "value F1",
                counts.f1(),
            ));
        }
    }
    Some(figures)
}

fn case(counts: &mut Counts, row: &Value, code: &str, errors: bool) -> Option<()> {
    let text = row["input"].as_str()?;
    let skipped = row["NotSupported"]
        .as_str()
        .is_some_and(|tools| tools.contains("dotnet"));
    if skipped || text.contains('^') || text.contains("://") || exponent(text) {
        return None;
    }
    let comma = lang::pack(code).is_some_and(|pack| pack.meta.decimal == ',');
    let mut gold = Vec::new();
    for result in row["results"].as_array()? {
        let value = result["Resolution"]["value"].as_str();
        // A unit without a number.
        let Some(value) = value else { continue };
        let value = value.trim_end_matches('%').trim();
        let value = if comma {
            value.replace(',', ".")
        } else {
            value.replace(',', "")
        };
        gold.push(value.parse().ok()?);
    }
    if gold.iter().any(|value: &f64| {
        value.fract() == 0.0
            && (1500.0..=2100.0).contains(value)
            && text.contains(&value.to_string())
    }) {
        return None;
    }
    let measured =
        row["model"].as_str()? != "NumberModel" && row["model"].as_str()? != "PercentModel";
    let percent = row["model"].as_str()? == "PercentModel";
    let read: Vec<f64> = quantities(code, text)
        .iter()
        .filter(|(_, quantity)| !quantity.ordinal)
        .filter(|(_, quantity)| {
            !measured
                || quantity
                    .unit
                    .as_ref()
                    .is_some_and(|unit| unit.dimension != "share")
        })
        .filter(|(_, quantity)| {
            !percent
                || quantity
                    .unit
                    .as_ref()
                    .is_some_and(|unit| unit.dimension == "share")
        })
        .flat_map(|(_, quantity)| values(quantity))
        .collect();
    if !counts.add(&gold, &read) && errors {
        show(&format!("recognizers {code}"), text, &gold, &read);
    }
    Some(())
}

/// "12e-1": how programs and no news write numbers.
fn exponent(text: &str) -> bool {
    text.as_bytes().windows(3).any(|bytes| {
        bytes[0].is_ascii_digit()
            && bytes[1].eq_ignore_ascii_case(&b'e')
            && (bytes[2].is_ascii_digit() || b"+-".contains(&bytes[2]))
    })
}

fn duckling(path: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut by_language = ByLanguage::new();
    for row in rows(path)? {
        let (dim, kind) = (row["dim"].as_str()?, row["kind"].as_str()?);
        let (code, text) = (row["lang"].as_str()?.to_lowercase(), row["text"].as_str()?);
        if dim != "Numeral" || kind != "pos" || !first_class(&code) {
            continue;
        }
        let expression = row["expr"].as_str()?.replace(['(', ')'], "");
        let Some(Ok(value)) = expression
            .strip_prefix("NumeralValue ")
            .map(|v| v.trim().parse::<f64>())
        else {
            continue;
        };
        let read: Vec<f64> = quantities(&code, text)
            .iter()
            .flat_map(|(_, quantity)| values(quantity))
            .collect();
        if !by_language
            .entry(code.clone())
            .or_default()
            .add(&[value], &read)
            && errors
        {
            show(&format!("duckling {code}"), text, &[value], &read);
        }
    }
    Some(
        by_language
            .iter()
            .map(|(code, counts)| Figure::new(format!("duckling/{code}"), "value F1", counts.f1()))
            .collect(),
    )
}

fn text2num(path: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut by_language = ByLanguage::new();
    for row in rows(path)? {
        let (code, text) = (row["lang"].as_str()?, row["input"].as_str()?);
        if row["kind"].as_str()? != "assert_text2digits" || !first_class(code) {
            continue;
        }
        let expected = row["expected"]
            .as_str()
            .unwrap_or_default()
            .replace(',', ".");
        // Digits read out one by one ("0060 5") and ordinals are no values.
        if expected.starts_with('0') && expected.len() > 1 && !expected.starts_with("0.") {
            continue;
        }
        let Ok(value) = expected.parse::<f64>() else {
            continue;
        };
        let read: Vec<f64> = quantities(code, text)
            .iter()
            .flat_map(|(_, quantity)| values(quantity))
            .collect();
        if !by_language
            .entry(code.to_owned())
            .or_default()
            .add(&[value], &read)
            && errors
        {
            show(&format!("text2num {code}"), text, &[value], &read);
        }
    }
    Some(
        by_language
            .iter()
            .map(|(code, counts)| Figure::new(format!("text2num/{code}"), "value F1", counts.f1()))
            .collect(),
    )
}

fn first_class(code: &str) -> bool {
    lang::pack(code).is_some_and(|pack| pack.meta.first_class)
}
