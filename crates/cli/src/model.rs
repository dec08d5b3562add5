//! `--model`: somebody's own model in place of the built-in encoder.

use crate::message::{Exit, Messages};
use clap::{Args, ValueHint};
use encoder::static_model::StaticModel;
use encoder::weights::Weights;
use parallax::Encoder;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The flag.
#[derive(Debug, Args)]
pub struct Model {
    /// A model in place of the built-in one: a model2vec folder, or a weights file trained anew
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    model: Option<PathBuf>,
}

impl Model {
    /// The options of a comparison with this model. Where it cannot be opened, that is said and
    /// nothing is compared: another model would give other findings.
    pub fn options(&self, messages: &Messages) -> Result<parallax::Options, Exit> {
        let options = parallax::Options::default();
        let Some(path) = &self.model else {
            return Ok(options);
        };
        match open(path) {
            Ok(encoder) => Ok(options.with_encoder(encoder)),
            Err(what) => {
                messages.error(
                    format_args!("{}: {what}", path.display()),
                    Some(
                        "a model is a folder with tokenizer.json and model.safetensors, or a file \
                         written by `cargo xtask train`",
                    ),
                );
                Err(Exit::Failed)
            }
        }
    }

    /// What was set, for the record.
    pub fn record(&self) -> Option<(String, String)> {
        let path = self.model.as_ref()?;
        Some(("model".to_owned(), path.display().to_string()))
    }
}

fn open(path: &Path) -> Result<Arc<dyn Encoder>, String> {
    let read = |path: &Path| fs::read(path).map_err(|error| error.to_string());
    if path.is_dir() {
        let inside = |name: &str| {
            read(&path.join(name)).map_err(|error| format!("no model2vec folder: {name}: {error}"))
        };
        let model = StaticModel::open(&inside("tokenizer.json")?, &inside("model.safetensors")?);
        Ok(Arc::new(model.map_err(|error| error.to_string())?))
    } else {
        let weights = Weights::open(read(path)?).map_err(|error| error.to_string())?;
        if !weights.is_whole() {
            return Err("the weights are not those that were written".to_owned());
        }
        Ok(Arc::new(encoder::trained(weights)))
    }
}
