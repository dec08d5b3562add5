//! The files of a sentence model's folder, and what its settings say.

use super::NoSentenceModel;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// No more tokens of a sentence are read than this, whatever a model could read: time grows with
/// the square, and sentences are shorter.
const MOST_TOKENS: usize = 512;

/// How the vectors of tokens become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pooling {
    /// The mean of all.
    Mean,
    /// That of the first token, which stands for the sentence.
    First,
}

/// What a folder holds.
#[derive(Debug)]
pub(super) struct Folder {
    pub network: PathBuf,
    pub tokenizer: Vec<u8>,
    pub pooling: Pooling,
    /// Whether only the network's own vector of a sentence is right, as there are further layers.
    pub pooled_only: bool,
    /// How many tokens of a sentence are read.
    pub longest: usize,
}

impl Folder {
    pub fn read(folder: &Path) -> Result<Self, NoSentenceModel> {
        let network = ["model.onnx", "onnx/model.onnx"]
            .into_iter()
            .map(|name| folder.join(name))
            .find(|path| path.is_file())
            .ok_or_else(|| {
                NoSentenceModel::new(
                    "no model.onnx and no onnx/model.onnx",
                    "the model must be exported as ONNX, in 32-bit floats: `optimum-cli export \
                     onnx --task feature-extraction --model NAME FOLDER`",
                )
            })?;
        let tokenizer = fs::read(folder.join("tokenizer.json")).map_err(|error| {
            NoSentenceModel::new(
                format!("tokenizer.json: {error}"),
                "save the model's fast tokenizer into the folder: \
                 `AutoTokenizer.from_pretrained(NAME).save_pretrained(FOLDER)`",
            )
        })?;
        let modules = settings(folder, "modules.json")?;
        let modules: Vec<(&str, &str)> = modules
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|module| {
                let kind = module.get("type")?.as_str()?;
                let kind = kind.rsplit('.').next().unwrap_or(kind);
                Some((kind, module.get("path")?.as_str()?))
            })
            .collect();
        let pooling = modules
            .iter()
            .find(|(kind, _)| *kind == "Pooling")
            .map_or("1_Pooling", |(_, path)| path);
        let pooling = settings(folder, &format!("{pooling}/config.json"))?;
        Ok(Self {
            network,
            tokenizer,
            pooling: pooling_of(&pooling)?,
            pooled_only: modules
                .iter()
                .any(|(kind, _)| !["Transformer", "Pooling", "Normalize"].contains(kind)),
            longest: longest(folder)?,
        })
    }
}

/// A file of settings; an empty value where there is none.
fn settings(folder: &Path, name: &str) -> Result<Value, NoSentenceModel> {
    let Ok(bytes) = fs::read(folder.join(name)) else {
        return Ok(Value::Null);
    };
    serde_json::from_slice(&bytes).map_err(|error| {
        NoSentenceModel::new(
            format!("{name} is broken: {error}"),
            "copy the folder anew from where the model was published",
        )
    })
}

fn pooling_of(settings: &Value) -> Result<Pooling, NoSentenceModel> {
    let flags = settings.as_object().into_iter().flatten();
    let mut modes: Vec<&str> = flags
        .filter(|(_, set)| **set == Value::Bool(true))
        .filter_map(|(name, _)| name.strip_prefix("pooling_mode_"))
        .map(|name| name.strip_suffix("_tokens").unwrap_or(name))
        .map(|name| name.strip_suffix("_token").unwrap_or(name))
        .collect();
    modes.extend(settings.get("pooling_mode").and_then(Value::as_str));
    match *modes {
        // Another scale of the mean makes no difference to a vector of length 1.
        [] | ["mean" | "mean_sqrt_len"] => Ok(Pooling::Mean),
        ["cls"] => Ok(Pooling::First),
        _ => Err(NoSentenceModel::new(
            format!("it pools by {}", modes.join(" and ")),
            "only the mean of all tokens and the first token (cls) are known; compute the vectors \
             elsewhere and give them as precomputed ones",
        )),
    }
}

/// The smallest of the limits that the settings name.
fn longest(folder: &Path) -> Result<usize, NoSentenceModel> {
    let mut longest = MOST_TOKENS;
    for (file, name) in [
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
        ("config.json", "max_position_embeddings"),
    ] {
        let limit = settings(folder, file)?.get(name).and_then(Value::as_u64);
        if let Some(limit) = limit.and_then(|limit| usize::try_from(limit).ok()) {
            longest = longest.min(limit);
        }
    }
    Ok(longest)
}

pub(super) fn broken_tokenizer(why: &str) -> NoSentenceModel {
    NoSentenceModel::new(
        format!("tokenizer.json cannot be used: {why}"),
        "copy the folder anew from where the model was published",
    )
}
