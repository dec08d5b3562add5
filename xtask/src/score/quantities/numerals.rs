//! The worked cases of number recognisers, language by language. Families of cases that are
//! conventions of the tool and no news are left out by the rules of `conventions`, and cases that
//! its own reference implementation fails.

use super::{ByLanguage, Counts, conventions, near, quantities, rows, show, values};
use crate::score::Figure;
use extractor::Quantity;
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
    let model = row["model"].as_str()?;
    let skipped = row["NotSupported"]
        .as_str()
        .is_some_and(|tools| tools.contains("dotnet"));
    if skipped || conventions::in_text(text) || conventions::is_date(text, code) {
        return None;
    }
    let comma = lang::pack(code).is_some_and(|pack| pack.meta.decimal == ',');
    let mut gold: Vec<(f64, bool)> = Vec::new();
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
        let value = value.parse().ok()?;
        if conventions::is_angle(result["Resolution"]["unit"].as_str().unwrap_or_default()) {
            return None;
        }
        let subtype = result["Resolution"]["subtype"].as_str().unwrap_or_default();
        if conventions::is_foreign(result["Text"].as_str()?, code)
            || conventions::in_result(result["Text"].as_str()?, subtype, value, text, code)
        {
            return None;
        }
        gold.push((value, has_digits(result["Text"].as_str()?)));
    }
    let wanted = |value: &f64| gold.iter().any(|(gold, _)| near(*gold, *value));
    let read: Vec<(f64, bool)> = quantities(code, text)
        .iter()
        .filter(|(_, quantity)| !quantity.ordinal && measures(model, quantity))
        .filter(|(span, quantity)| {
            model != "NumberModel"
                || quantity.unit.is_none() && !conventions::written_onto_letters(text, *span)
                || values(quantity).iter().all(wanted)
        })
        // The tool takes any span of time for an age; ours is right with either.
        .filter(|(_, quantity)| {
            model != "AgeModel" || is_age(quantity) || values(quantity).iter().any(wanted)
        })
        .flat_map(|(span, quantity)| {
            let values = match quantity.high {
                // Of a range the tool gives the number beside the unit.
                Some(high) if quantity.value.is_none() && model != "NumberModel" => {
                    vec![high.to_string().parse().unwrap_or(f64::NAN)]
                }
                _ => values(quantity),
            };
            let printed = has_digits(span.of(text));
            values.into_iter().map(move |value| (value, printed))
        })
        .collect();
    let counted = |values: Vec<(f64, bool)>| -> Vec<f64> {
        values
            .into_iter()
            .filter(|(value, printed)| {
                *printed || model != "NumberModel" || !conventions::is_one(*value, code)
            })
            .map(|(value, _)| value)
            .collect()
    };
    let (gold, read) = (counted(gold), counted(read));
    if !counts.add(&gold, &read) && errors {
        show(&format!("recognizers {code} {model}"), text, &gold, &read);
    }
    Some(())
}

fn has_digits(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "٠١٢٣٤٥٦٧٨٩०१२३४५६७८९".contains(c)
    })
}

fn is_age(quantity: &Quantity) -> bool {
    quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.dimension == "age")
}

/// Whether a quantity is one that the model looks for.
fn measures(model: &str, quantity: &Quantity) -> bool {
    let dimension = quantity
        .unit
        .as_ref()
        .map(|unit| unit.dimension.as_str())
        .unwrap_or_default();
    match model {
        "PercentModel" => dimension == "share",
        "CurrencyModel" => dimension == "currency",
        "AgeModel" => matches!(dimension, "age" | "duration"),
        "TemperatureModel" => dimension == "temperature",
        "DimensionModel" => {
            !["", "share", "currency", "age", "temperature", "duration"].contains(&dimension)
        }
        _ => true,
    }
}

fn duckling(path: &Path, errors: bool) -> Option<Vec<Figure>> {
    let mut by_language = ByLanguage::new();
    for row in rows(path)? {
        let (dim, kind) = (row["dim"].as_str()?, row["kind"].as_str()?);
        let (code, text) = (row["lang"].as_str()?.to_lowercase(), row["text"].as_str()?);
        if conventions::in_text(text) {
            continue;
        }
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
        if conventions::in_phrase(text, value, &code) {
            continue;
        }
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
        if conventions::in_phrase(text, value, code) {
            continue;
        }
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
