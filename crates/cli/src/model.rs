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
    /// A model in place of the built-in one: a model2vec or (where built in) ONNX folder, or a
    /// weights file trained anew
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
            Err((what, hint)) => {
                messages.error(format_args!("{}: {what}", path.display()), Some(&hint));
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

/// What is wrong with a model, and what can be done about it.
type Fault = (String, String);

const HINT: &str = "a model is a folder with tokenizer.json and model.safetensors, or a file \
                    written by `cargo xtask train`";

fn open(path: &Path) -> Result<Arc<dyn Encoder>, Fault> {
    let file = |name: &str| path.join(name).is_file();
    let network = file("model.onnx") || file("onnx/model.onnx");
    // A model2vec folder may hold a network beside its table, which is the quicker way to the same
    // vectors. Sentence-transformers gives the name of the table to the network's weights, and
    // says how to pool.
    if network && (file("1_Pooling/config.json") || !file("model.safetensors")) {
        return open_network(path);
    }
    match open_table(path) {
        Err(_) if network => open_network(path),
        table => table.map_err(|what| (what, HINT.to_owned())),
    }
}

#[cfg(feature = "onnx")]
fn open_network(folder: &Path) -> Result<Arc<dyn Encoder>, Fault> {
    let model = encoder::sentence_model::SentenceModel::open(folder);
    let model = model.map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    Ok(Arc::new(model))
}

#[cfg(not(feature = "onnx"))]
fn open_network(_folder: &Path) -> Result<Arc<dyn Encoder>, Fault> {
    Err((
        "an ONNX model, and this program was built without support for them".to_owned(),
        "build it with support: `cargo install --path crates/cli --features onnx`; a model2vec \
         folder needs none"
            .to_owned(),
    ))
}

fn open_table(path: &Path) -> Result<Arc<dyn Encoder>, String> {
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
