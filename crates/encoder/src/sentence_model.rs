//! A sentence model of somebody else's that runs a network: an ONNX folder as sentence-transformers
//! publishes it, in place of the built-in encoder.
//!
//! The text becomes tokens (`tokenizer.json`), the network gives a vector for each
//! (`model.onnx`), their mean or the first of them is the sentence's. Everything is read from the
//! folder; nothing is ever downloaded.

mod folder;
mod network;
#[cfg(test)]
mod tests;

use crate::{Encoder, normalise};
use folder::{Folder, Pooling};
use network::{Network, Output, Tokens};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use tokenizers::{
    Encoding, PostProcessor, Tokenizer, TruncationDirection, TruncationParams, TruncationStrategy,
};

/// A sentence is cut off after so many bytes before it is looked at more closely: 512 tokens
/// never reach so far in a text that somebody wrote, and no tokenizer has to be quick on more.
const MAX_BYTES: usize = 1 << 15;

/// Why a folder is no sentence model that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSentenceModel {
    what: String,
    hint: &'static str,
}

impl NoSentenceModel {
    fn new(what: impl Into<String>, hint: &'static str) -> Self {
        Self {
            what: what.into(),
            hint,
        }
    }

    /// What can be done about it.
    pub fn hint(&self) -> &str {
        self.hint
    }
}

impl fmt::Display for NoSentenceModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for NoSentenceModel {}

/// A sentence model. It knows sentences only as a whole, no single words.
///
/// The same text gives the same bytes each time and on any number of threads; another kind of
/// processor may round the last bits of the network's sums differently.
#[derive(Debug)]
pub struct SentenceModel {
    tokenizer: Tokenizer,
    network: Network,
    pooling: Pooling,
}

impl SentenceModel {
    /// Opens the model in a folder: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json` and,
    /// where they are there, the settings that sentence-transformers writes beside them.
    ///
    /// # Errors
    ///
    /// Where a file is missing or broken, the two do not fit, or the model works in a way that is
    /// not known here.
    pub fn open(folder: &Path) -> Result<Self, NoSentenceModel> {
        // A broken network may stop its reader in the middle; that must not stop the caller.
        catch_unwind(AssertUnwindSafe(|| Self::read(folder)))
            .unwrap_or_else(|_| Err(network::broken("it cannot be run")))
    }

    fn read(folder: &Path) -> Result<Self, NoSentenceModel> {
        let folder = Folder::read(folder)?;
        let mut tokenizer = Tokenizer::from_bytes(&folder.tokenizer)
            .map_err(|error| folder::broken_tokenizer(&error.to_string()))?;
        let longest = tokenizer
            .get_truncation()
            .map_or(folder.longest, |cut| cut.max_length.min(folder.longest));
        let padding = tokenizer.get_padding().map(|padding| padding.pad_id);
        let named = || {
            ["[PAD]", "<pad>"]
                .iter()
                .find_map(|p| tokenizer.token_to_id(p))
        };
        let tokens = Tokens {
            longest,
            last: tokenizer.get_vocab(true).into_values().max().unwrap_or(0),
            padding: padding.or_else(named).unwrap_or(0),
        };
        let network = Network::open(&folder.network, folder.pooled_only, tokens)?;
        cut_off(&mut tokenizer, network.longest)?;
        Ok(Self {
            tokenizer,
            network,
            pooling: folder.pooling,
        })
    }

    /// Adds up the vector of a sentence; `None` where there is nothing to say of it.
    fn sum_into(&self, sentence: &str, out: &mut [f32]) -> Option<()> {
        let end = sentence.floor_char_boundary(MAX_BYTES);
        let tokens = self
            .tokenizer
            .encode_fast(sentence.get(..end)?, true)
            .ok()?;
        if tokens.get_special_tokens_mask().iter().all(|s| *s == 1) {
            return None;
        }
        let output = self.vectors(&tokens)?;
        if output.dims != out.len() || out.is_empty() {
            return None;
        }
        let mut rows = output.values.chunks_exact(output.dims);
        if output.pooled || self.pooling == Pooling::First {
            out.copy_from_slice(rows.next()?);
        } else {
            // Brought to length 1 afterwards, the sum is as good as the mean.
            for (row, _) in rows
                .zip(tokens.get_attention_mask())
                .filter(|(_, seen)| **seen == 1)
            {
                out.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
            }
        }
        Some(())
    }

    fn vectors(&self, tokens: &Encoding) -> Option<Output> {
        self.network
            .run(
                tokens.get_ids(),
                tokens.get_attention_mask(),
                tokens.get_type_ids(),
            )
            .ok()
    }
}

/// Sets where the tokenizer cuts off. It pads nothing: that is up to the network.
fn cut_off(tokenizer: &mut Tokenizer, max_length: usize) -> Result<(), NoSentenceModel> {
    let frame = tokenizer
        .get_post_processor()
        .map_or(0, |post| post.added_tokens(false));
    if max_length <= frame {
        return Err(folder::broken_tokenizer(&format!(
            "{max_length} tokens leave no room for words"
        )));
    }
    tokenizer.with_padding(None);
    tokenizer
        .with_truncation(Some(TruncationParams {
            direction: TruncationDirection::Right,
            max_length,
            strategy: TruncationStrategy::LongestFirst,
            stride: 0,
        }))
        .map_err(|error| folder::broken_tokenizer(&error.to_string()))?;
    Ok(())
}

impl Encoder for SentenceModel {
    fn dims(&self) -> usize {
        self.network.dims
    }

    fn encode_into(&self, sentence: &str, _language: &str, out: &mut [f32]) {
        out.fill(0.0);
        // What the libraries do with a text is not in our hands; no text may stop a comparison.
        let summed = catch_unwind(AssertUnwindSafe(|| self.sum_into(sentence, out)));
        normalise(out);
        if !matches!(summed, Ok(Some(()))) || out.iter().any(|x| !x.is_finite()) {
            out.fill(0.0);
        }
    }
}
