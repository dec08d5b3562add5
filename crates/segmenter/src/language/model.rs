//! A linear model over `language::features`, trained by `cargo xtask train-language`.

pub use super::features::features;
use std::ops::Range;
use std::sync::OnceLock;

/// The model as it is embedded: the number of languages, their codes (three bytes each, padded
/// with spaces), the scale of the weights and a bias per lane (32-bit floats), then a byte per
/// bucket and lane; the number of buckets is a power of two.
static EMBEDDED: &[u8] = include_bytes!("../../model/language.bin");

/// Languages are padded to this many, so that a row of weights is a fixed number of bytes.
pub const LANES: usize = 64;

/// The model's languages and weights.
#[derive(Debug)]
pub struct Model {
    /// ISO 639 codes.
    pub codes: Vec<&'static str>,
    scale: f32,
    bias: [f32; LANES],
    weights: &'static [[u8; LANES]],
}

impl Model {
    /// The embedded model.
    pub fn get() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(EMBEDDED))
    }

    fn read(bytes: &'static [u8]) -> Model {
        let count = bytes.first().map_or(0, |&n| usize::from(n)).min(LANES);
        let (head, rest) = bytes.split_at_checked(1 + count * 3).unwrap_or_default();
        let codes = head
            .get(1..)
            .unwrap_or_default()
            .chunks_exact(3)
            .map(|code| str::from_utf8(code).unwrap_or_default().trim())
            .collect();
        let float = |at: usize| {
            rest.get(at * 4..at * 4 + 4)
                .and_then(|b| b.try_into().ok())
                .map_or(0.0, f32::from_le_bytes)
        };
        let mut bias = [0.0; LANES];
        for (lane, bias) in bias.iter_mut().enumerate() {
            *bias = float(1 + lane);
        }
        let weights = rest.get((1 + LANES) * 4..).unwrap_or_default();
        Model {
            codes,
            scale: float(0),
            bias,
            weights: weights.as_chunks().0,
        }
    }

    /// The lanes of the languages that share a script: a range, for the trainer sorts them so.
    pub fn lanes(&self, script: &str) -> Range<usize> {
        let mut shared = self
            .codes
            .iter()
            .map(|code| lang::script_of(code) == script);
        let first = shared.position(|shares| shares);
        let first = first.unwrap_or(self.codes.len());
        let count = usize::from(first < self.codes.len()) + shared.take_while(|s| *s).count();
        first..first + count
    }

    /// The score of every language in `lanes` for a text: logits, so that their softmax gives
    /// how sure the model is.
    pub fn scores(&self, text: &str, lanes: Range<usize>) -> Vec<f32> {
        let shift = 32 - self.weights.len().max(2).ilog2();
        let mut sums = vec![0i32; lanes.len()];
        // Sixteen bits are faster to add to; they hold so many weights of eight.
        let mut short = [0i16; LANES];
        let short = short.get_mut(..lanes.len()).unwrap_or_default();
        let mut count = 0u32;
        let flush = |sums: &mut [i32], short: &mut [i16]| {
            for (sum, part) in sums.iter_mut().zip(short) {
                *sum += i32::from(std::mem::take(part));
            }
        };
        features(text, |hash| {
            let row = self.weights.get((hash >> shift) as usize);
            if let Some(row) = row.and_then(|row| row.get(lanes.clone())) {
                for (sum, weight) in short.iter_mut().zip(row) {
                    *sum += i16::from(weight.cast_signed());
                }
                count += 1;
                if count.is_multiple_of(256) {
                    flush(&mut sums, short);
                }
            }
        });
        flush(&mut sums, short);
        // The longer a text, the surer: evidence grows with the root of its length.
        let unit = self.scale / (count.max(1) as f32).sqrt();
        let bias = self.bias.get(lanes).unwrap_or_default();
        sums.iter()
            .zip(bias)
            .map(|(sum, bias)| bias + *sum as f32 * unit)
            .collect()
    }
}
