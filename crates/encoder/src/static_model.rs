//! A static model of somebody else's in place of the built-in encoder: a `model2vec` directory.
//!
//! Such a model is a table with a vector for each token; a sentence is the mean of its tokens.
//! The caller reads the three files of the directory, this module reads their bytes.

mod tensors;
mod tokenizer;

use crate::{Encoder, Word, Words, normalise};
use std::fmt;
use tensors::Table;
use tokenizer::Tokenizer;

/// Why a directory is no static model that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoModel(String);

impl NoModel {
    fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for NoModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoModel {}

/// A static model.
#[derive(Debug, Clone)]
pub struct StaticModel {
    tokenizer: Tokenizer,
    table: Table,
}

impl StaticModel {
    /// Opens a model from the bytes of `tokenizer.json` and `model.safetensors`.
    ///
    /// # Errors
    ///
    /// Where a file is broken, the two do not fit, or the tokenizer is of a kind that is not known
    /// here (known are `WordPiece` and `Unigram`).
    pub fn open(tokenizer: &[u8], tensors: &[u8]) -> Result<Self, NoModel> {
        let tokenizer = Tokenizer::read(tokenizer)?;
        let table = Table::read(tensors)?;
        if tokenizer.size() > table.rows() {
            return Err(NoModel::new(format!(
                "{} tokens do not fit {} vectors",
                tokenizer.size(),
                table.rows()
            )));
        }
        Ok(Self { tokenizer, table })
    }
}

impl Encoder for StaticModel {
    fn dims(&self) -> usize {
        self.table.dims()
    }

    fn encode_into(&self, sentence: &str, _language: &str, out: &mut [f32]) {
        out.fill(0.0);
        self.tokenizer
            .tokens(sentence, |_, token| self.table.add_row(token, out));
        normalise(out);
    }

    fn words(&self, sentence: &str, _language: &str) -> Words {
        let mut words = Words::default();
        self.tokenizer.tokens(sentence, |span, token| {
            // The pieces of a word are one word.
            if words.words.last().is_none_or(|w: &Word| w.span != span) {
                words.words.push(Word { span, weight: 0.0 });
                let length = words.vectors.len() + self.dims();
                words.vectors.resize(length, 0.0);
            }
            let start = words.vectors.len() - self.dims();
            if let Some(vector) = words.vectors.get_mut(start..) {
                self.table.add_row(token, vector);
            }
        });
        for (word, vector) in words
            .words
            .iter_mut()
            .zip(words.vectors.chunks_exact_mut(self.table.dims().max(1)))
        {
            word.weight = normalise(vector);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cosine;

    const WORDPIECE: &str = r###"{"normalizer": {"type": "BertNormalizer", "lowercase": true},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
        "vocab": {"[UNK]": 0, "talk": 1, "##s": 2, "peace": 3, "war": 4, ".": 5, "caf": 6, "##e": 7}}}"###;

    const UNIGRAM: &str = r#"{"normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁"},
        "model": {"type": "Unigram", "unk_id": 0,
        "vocab": [["<unk>", 0.0], ["▁talk", -2.0], ["s", -3.0], ["▁", -4.0], ["talks", -9.0], ["▁war", -2.5]]}}"#;

    /// A table whose row `i` has a one in column `i`.
    fn table(rows: usize) -> Vec<u8> {
        let head = format!(
            r#"{{"embeddings":{{"dtype":"F32","shape":[{rows},{rows}],"data_offsets":[0,{}]}}}}"#,
            4 * rows * rows
        );
        let mut file = (head.len() as u64).to_le_bytes().to_vec();
        file.extend(head.as_bytes());
        for i in 0..rows * rows {
            let value: f32 = if i % (rows + 1) == 0 { 1.0 } else { 0.0 };
            file.extend(value.to_le_bytes());
        }
        file
    }

    fn hot(model: &StaticModel, sentence: &str) -> Vec<usize> {
        let vector = model.encode(sentence, "und");
        (0..vector.len()).filter(|i| vector[*i] > 0.0).collect()
    }

    #[test]
    fn pieces_of_words_are_summed() {
        let model = StaticModel::open(WORDPIECE.as_bytes(), &table(8)).expect("a model");
        assert_eq!(hot(&model, "Talks."), [1, 2, 5]);
        assert_eq!(hot(&model, "Café peace"), [3, 6, 7]);
        assert_eq!(hot(&model, "unheard"), [0_usize; 0]);
        let words = model.words("Peace talks", "en");
        assert_eq!(words.words()[1].span, 6..11);
        assert!(cosine(words.vector(1), &model.encode("talks", "en")) > 0.99);
    }

    #[test]
    fn the_likeliest_pieces_are_taken() {
        let model = StaticModel::open(UNIGRAM.as_bytes(), &table(6)).expect("a model");
        assert_eq!(hot(&model, "talks"), [1, 2]);
        assert_eq!(hot(&model, "War"), [5]);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(StaticModel::open(WORDPIECE.as_bytes(), &table(4)).is_err());
        assert!(StaticModel::open(b"{}", &table(8)).is_err());
        assert!(StaticModel::open(WORDPIECE.as_bytes(), b"").is_err());
        let cut = table(8);
        let cut = cut.get(..cut.len() - 1).unwrap_or_default();
        assert!(StaticModel::open(WORDPIECE.as_bytes(), cut).is_err());
        let bpe = WORDPIECE.replace("WordPiece", "BPE");
        assert!(StaticModel::open(bpe.as_bytes(), &table(8)).is_err());
    }
}
