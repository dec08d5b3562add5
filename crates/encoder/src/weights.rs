//! The file of trained rows: read where it lies, without parsing or copying.
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | `parallax` |
//! | 4 × 6 | version, dims, bits of a value, rows, bits of a bucket, length of the note |
//! | … | the note: UTF-8 lines `name: value` (languages, sources, licences, settings, version of the features, hash of what follows), then zeros up to a multiple of 64 |
//! | 12 × buckets / 64 | the index: 64 bits that say which buckets have a row, and the number of rows before them |
//! | 4 × rows | the scale of each row |
//! | dims × bits / 8 × rows | the values, lowest bits first |
//!
//! All numbers are little-endian. A value `v` of `b` bits stands for `v − (2^b − 1) / 2` steps of
//! its row's scale.

use crate::features::mix;
use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};

const MAGIC: &[u8; 8] = b"parallax";
const VERSION: u32 = 1;
const FIXED: usize = 32;
const ALIGN: usize = 64;
/// Bytes of the index for each 64 buckets.
const BLOCK: usize = 12;

/// A feature's bucket is the top bits of its hash; this many. 4 million buckets for about 0.3
/// million rows: an unknown feature meets a foreign row less than one time in ten.
pub const BUCKET_BITS: u32 = 22;

/// The bucket of a feature.
pub fn bucket(hash: u64) -> u32 {
    (hash >> (64 - BUCKET_BITS)) as u32
}

/// How many files were opened, and one.
static OPENED: AtomicUsize = AtomicUsize::new(1);

/// Trained rows.
#[derive(Clone)]
pub struct Weights {
    identity: usize,
    bytes: Cow<'static, [u8]>,
    dims: usize,
    bits: usize,
    rows: usize,
    note: std::ops::Range<usize>,
    index: usize,
    scales: usize,
    values: usize,
}

/// Why bytes are no weights file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWeights(&'static str);

impl fmt::Display for NoWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NoWeights {}

impl Weights {
    /// Looks at the head of the file; the rows are read when they are asked for.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else, are of another version, or end too early.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, NoWeights> {
        let bytes = bytes.into();
        if bytes.get(..8) != Some(MAGIC) {
            return Err(NoWeights("not a weights file"));
        }
        let number = |at| u32_at(&bytes, at).ok_or(NoWeights("the file ends in its head"));
        if number(8)? != VERSION || number(24)? != BUCKET_BITS {
            return Err(NoWeights("weights of another version of Parallax"));
        }
        let (dims, bits, rows) = (
            number(12)? as usize,
            number(16)? as usize,
            number(20)? as usize,
        );
        if !matches!(bits, 2 | 4 | 8) || dims == 0 || dims % 64 != 0 || dims > 4096 {
            return Err(NoWeights("weights of an unknown shape"));
        }
        let note = FIXED..FIXED + number(28)? as usize;
        let index = note.end.next_multiple_of(ALIGN);
        let scales = index + BLOCK * (1 << BUCKET_BITS) / 64;
        let values = scales + 4 * rows;
        if bytes.len() != values + rows * dims * bits / 8 {
            return Err(NoWeights("the weights file is cut short or too long"));
        }
        Ok(Self {
            identity: OPENED.fetch_add(1, Ordering::Relaxed),
            bytes,
            dims,
            bits,
            rows,
            note,
            index,
            scales,
            values,
        })
    }

    /// A number that no other opened file has.
    pub(crate) fn identity(&self) -> usize {
        self.identity
    }

    /// The length of a row.
    pub fn dims(&self) -> usize {
        self.dims
    }

    /// How many features have a row.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What the file says of itself: lines `name: value`.
    pub fn note(&self) -> &str {
        let note = self.bytes.get(self.note.clone()).unwrap_or_default();
        std::str::from_utf8(note).unwrap_or_default()
    }

    /// Whether the rows are those that were written. Reads the whole file, so opening does not ask.
    pub fn is_whole(&self) -> bool {
        let body = self.bytes.get(self.index..).unwrap_or_default();
        let said = self.note().lines().find_map(|l| l.strip_prefix("hash: "));
        said == Some(format!("{:016x}", hash(body)).as_str())
    }

    /// The row of a bucket, if it has one.
    fn row(&self, bucket: u32) -> Option<usize> {
        let at = self.index + bucket as usize / 64 * BLOCK;
        let block = self.bytes.get(at..at + BLOCK)?;
        let bits = u64::from_le_bytes(block.get(..8)?.try_into().ok()?);
        let bit = 1_u64 << (bucket % 64);
        let before = u32_at(block, 8)?;
        (bits & bit != 0).then(|| before as usize + (bits & (bit - 1)).count_ones() as usize)
    }

    /// The row of a feature, if it has one. Its values are fetched into the cache but not waited
    /// for: ask for several rows before adding the first.
    pub(crate) fn find(&self, hash: u64) -> Option<Row<'_>> {
        let row = self.row(bucket(hash))?;
        let width = self.dims * self.bits / 8;
        let at = self.values + row * width;
        let values = self.bytes.get(at..at + width)?;
        black_box((values.first(), values.last()));
        Some(Row {
            values,
            scale: f32::from_bits(u32_at(&self.bytes, self.scales + 4 * row)?),
            bits: self.bits,
        })
    }
}

/// A row as the file has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    values: &'a [u8],
    scale: f32,
    bits: usize,
}

impl Row<'_> {
    /// Adds its values to `out`.
    pub(crate) fn add_to(&self, out: &mut [f32]) {
        match self.bits {
            2 => add_steps(&QUARTERS, self.values, self.scale, out),
            4 => add_steps(&HALVES, self.values, self.scale, out),
            _ => add_steps(&WHOLE, self.values, self.scale, out),
        }
    }
}

/// The steps that each byte stands for, by the number of values in it.
static QUARTERS: [[f32; 4]; 256] = steps();
static HALVES: [[f32; 2]; 256] = steps();
static WHOLE: [[f32; 1]; 256] = steps();

const fn steps<const VALUES: usize>() -> [[f32; VALUES]; 256] {
    let bits = 8 / VALUES;
    let middle = ((1 << bits) - 1) as f32 / 2.0;
    let mut table = [[0.0; VALUES]; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut i = 0;
        while i < VALUES {
            table[byte][i] = (byte >> (i * bits) & ((1 << bits) - 1)) as f32 - middle;
            i += 1;
        }
        byte += 1;
    }
    table
}

fn add_steps<const VALUES: usize>(
    steps: &[[f32; VALUES]; 256],
    values: &[u8],
    scale: f32,
    out: &mut [f32],
) {
    for (byte, out) in values.iter().zip(out.as_chunks_mut::<VALUES>().0) {
        for (x, step) in out.iter_mut().zip(&steps[usize::from(*byte)]) {
            *x += step * scale;
        }
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// Writes a weights file: `rows` by ascending bucket, each with its bucket and its `dims` values.
pub fn write<'a>(
    note: &str,
    dims: usize,
    bits: usize,
    rows: impl ExactSizeIterator<Item = (u32, &'a [f32])>,
) -> Vec<u8> {
    let count = rows.len() as u32;
    let mut present = vec![0_u64; (1 << BUCKET_BITS) / 64];
    let mut scales = Vec::new();
    let mut values = Vec::new();
    for (bucket, row) in rows {
        if let Some(block) = present.get_mut(bucket as usize / 64) {
            *block |= 1 << (bucket % 64);
        }
        let scale = best_scale(row, bits);
        scales.extend(scale.to_le_bytes());
        for values_of_byte in row.chunks(8 / bits) {
            let byte = values_of_byte.iter().enumerate().fold(0, |byte, (i, x)| {
                byte | quantise(*x, scale, bits) << (i * bits)
            });
            values.push(byte);
        }
    }
    let mut body = Vec::new();
    let mut before = 0_u32;
    for block in present {
        body.extend(block.to_le_bytes());
        body.extend(before.to_le_bytes());
        before += block.count_ones();
    }
    body.extend(scales);
    body.extend(values);
    let note = format!(
        "{note}features: {}\nhash: {:016x}\n",
        crate::features::VERSION,
        hash(&body)
    );
    let mut bytes = MAGIC.to_vec();
    let note_length = note.len() as u32;
    let head = [
        VERSION,
        dims as u32,
        bits as u32,
        count,
        BUCKET_BITS,
        note_length,
    ];
    bytes.extend(head.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend_from_slice(note.as_bytes());
    bytes.resize(bytes.len().next_multiple_of(ALIGN), 0);
    bytes.extend(body);
    bytes
}

/// The hash of everything after the note: FNV-1a over words of eight bytes, spread.
fn hash(body: &[u8]) -> u64 {
    let (words, rest) = body.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let all = words.chain(rest.iter().map(|byte| u64::from(*byte)));
    mix(all.fold(0xcbf2_9ce4_8422_2325, |hash, word| {
        (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(31)
    }))
}

/// What is left of a row in a file of this many bits: what training must learn to live with.
pub fn rounded(row: &[f32], bits: usize, out: &mut [f32]) {
    let scale = best_scale(row, bits);
    let middle = ((1_u32 << bits) - 1) as f32 / 2.0;
    for (x, out) in row.iter().zip(out) {
        *out = (f32::from(quantise(*x, scale, bits)) - middle) * scale;
    }
}

fn quantise(x: f32, scale: f32, bits: usize) -> u8 {
    let top = ((1_u32 << bits) - 1) as f32;
    let steps = if scale > 0.0 { x / scale } else { 0.0 };
    (steps + top / 2.0).round().clamp(0.0, top) as u8
}

/// The step that loses least of values that are spread like a bell (Max 1960, table II), as the
/// values of trained rows are.
fn best_scale(row: &[f32], bits: usize) -> f32 {
    let square = row.iter().map(|x| x * x).sum::<f32>() / row.len().max(1) as f32;
    let step = match bits {
        2 => 0.9957,
        4 => 0.3352,
        _ => 0.0308,
    };
    square.sqrt() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(bits: usize) -> (Vec<(u32, Vec<f32>)>, Vec<u8>) {
        let rows: Vec<(u32, Vec<f32>)> = [0_u32, 63, 64, 1000, (1 << BUCKET_BITS) - 1]
            .into_iter()
            .map(|b| (b, (0..64).map(|i| ((b + i) as f32).sin()).collect()))
            .collect();
        let bytes = write(
            "languages: en zh\n",
            64,
            bits,
            rows.iter().map(|(b, row)| (*b, row.as_slice())),
        );
        (rows, bytes)
    }

    #[test]
    fn rows_come_back_nearly_as_they_were() {
        for (bits, off) in [(8, 0.02), (4, 0.2), (2, 0.6)] {
            let (rows, bytes) = sample(bits);
            let weights = Weights::open(bytes).expect("as written");
            assert!(weights.note().starts_with("languages: en zh\nfeatures: "));
            assert!(weights.is_whole());
            for (bucket, row) in rows {
                let mut out = vec![0.0; 64];
                let hash = u64::from(bucket) << (64 - BUCKET_BITS);
                weights.find(hash).expect("a row").add_to(&mut out);
                for (x, y) in row.iter().zip(out) {
                    assert!((x - y).abs() < off, "{bits} bits: {x} {y}");
                }
            }
            assert!(weights.find(1 << (64 - BUCKET_BITS)).is_none());
        }
    }

    #[test]
    fn broken_files_are_refused() {
        let (_, bytes) = sample(4);
        let mut other = bytes.clone();
        *other.last_mut().expect("a byte") ^= 1;
        assert!(!Weights::open(other).expect("a whole head").is_whole());
        assert!(Weights::open(&b"PNG"[..]).is_err());
        for cut in [8, 20, 40, bytes.len() - 1] {
            assert!(Weights::open(bytes.get(..cut).unwrap_or_default().to_vec()).is_err());
        }
    }
}
