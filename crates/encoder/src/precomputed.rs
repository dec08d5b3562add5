//! Vectors that another program computed, in place of the built-in encoder.

use crate::{Encoder, normalise};
use std::collections::HashMap;
use std::fmt;

/// One vector a sentence, as read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    dims: usize,
    values: Vec<f32>,
}

/// Why vectors cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VectorsError {
    /// The file has no row for every sentence, or rows for none.
    Shape {
        /// How many sentences there are.
        sentences: usize,
        /// What the file holds, in words.
        found: String,
    },
    /// A `.npy` file that holds something else than a table of floating-point numbers.
    Npy(String),
    /// A value that is no finite number, by the number of its row, counted from 1.
    NotFinite(usize),
    /// Vectors of different lengths together.
    Lengths(usize, usize),
}

impl fmt::Display for VectorsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { sentences, found } => {
                write!(f, "{found} do not fit {sentences} sentences")
            }
            Self::Npy(what) => write!(f, "a .npy file with {what}"),
            Self::NotFinite(row) => write!(f, "row {row} holds a value that is no finite number"),
            Self::Lengths(a, b) => write!(f, "vectors of length {a} and of length {b}"),
        }
    }
}

impl std::error::Error for VectorsError {}

impl Matrix {
    /// Reads the vectors of so many sentences from the bytes of a file: a `.npy` table, or raw
    /// little-endian 32-bit floats, row after row.
    ///
    /// # Errors
    ///
    /// Where the shape does not fit, or a value is no finite number.
    pub fn read(bytes: &[u8], sentences: usize) -> Result<Self, VectorsError> {
        let shape = |found: String| VectorsError::Shape { sentences, found };
        let (dims, values) = if bytes.starts_with(b"\x93NUMPY") {
            let (rows, dims, values) = npy(bytes)?;
            if rows != sentences || dims == 0 {
                return Err(shape(format!("{rows} × {dims} values")));
            }
            (dims, values)
        } else {
            let width = bytes.len() / sentences.max(1);
            if width == 0 || !bytes.len().is_multiple_of(4 * sentences.max(1)) {
                return Err(shape(format!("{} bytes", bytes.len())));
            }
            (width / 4, singles(bytes))
        };
        if let Some(at) = values.iter().position(|x| !x.is_finite()) {
            return Err(VectorsError::NotFinite(at / dims + 1));
        }
        Ok(Self { dims, values })
    }

    /// The length of each vector.
    pub fn dims(&self) -> usize {
        self.dims
    }

    /// All vectors, one after the other, as the file has them.
    pub fn into_values(self) -> Vec<f32> {
        self.values
    }
}

fn singles(bytes: &[u8]) -> Vec<f32> {
    let (values, _) = bytes.as_chunks::<4>();
    values.iter().map(|b| f32::from_le_bytes(*b)).collect()
}

fn doubles(bytes: &[u8]) -> Vec<f32> {
    let (values, _) = bytes.as_chunks::<8>();
    values
        .iter()
        .map(|b| f64::from_le_bytes(*b) as f32)
        .collect()
}

/// Rows, columns and values of a `.npy` file (format 1 to 3: a dictionary in Python's notation,
/// then the values).
fn npy(bytes: &[u8]) -> Result<(usize, usize, Vec<f32>), VectorsError> {
    let broken = |what: &str| VectorsError::Npy(what.to_owned());
    let size = |range: std::ops::Range<usize>| {
        let bytes = bytes.get(range).ok_or(broken("no head"))?;
        Ok(bytes.iter().rev().fold(0, |n, b| n << 8 | usize::from(*b)))
    };
    let (start, length) = match bytes.get(6) {
        Some(1) => (10, size(8..10)?),
        Some(2 | 3) => (12, size(8..12)?),
        _ => return Err(broken("a head of an unknown version")),
    };
    let head = bytes.get(start..start + length).ok_or(broken("no head"))?;
    let head = String::from_utf8_lossy(head).replace(' ', "");
    let after = |name: &str| head.split_once(name).map(|(_, rest)| rest);
    if after("'fortran_order':").is_none_or(|rest| !rest.starts_with("False")) {
        return Err(broken("columns before rows"));
    }
    let shape: Vec<usize> = after("'shape':(")
        .and_then(|rest| rest.split(')').next())
        .unwrap_or_default()
        .split(',')
        .filter(|n| !n.is_empty())
        .map_while(|n| n.parse().ok())
        .collect();
    let [rows, dims] = *shape else {
        return Err(broken("a table that has not two dimensions"));
    };
    let values = bytes.get(start + length..).unwrap_or_default();
    let values = match after("'descr':'").map(|rest| rest.get(..3).unwrap_or_default()) {
        Some("<f4") => singles(values),
        Some("<f8") => doubles(values),
        _ => return Err(broken("values that are neither <f4 nor <f8")),
    };
    if rows.checked_mul(dims) != Some(values.len()) {
        return Err(broken("more or fewer values than its shape says"));
    }
    Ok((rows, dims, values))
}

/// An encoder that knows the vectors of given sentences and no others.
///
/// ```
/// use encoder::{Encoder, Matrix, Precomputed};
/// let bytes: Vec<u8> = [3.0_f32, 4.0, 1.0, 0.0].into_iter().flat_map(f32::to_le_bytes).collect();
/// let sentences = ["One.", "Two."];
/// let mut vectors = Precomputed::default();
/// vectors.add(&sentences, Matrix::read(&bytes, 2)?)?;
/// assert_eq!(vectors.encode("One.", "en"), [0.6, 0.8]);
/// assert_eq!(vectors.encode("Three.", "en"), [0.0, 0.0]);
/// # Ok::<(), encoder::VectorsError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Precomputed {
    dims: usize,
    values: Vec<f32>,
    places: HashMap<String, usize>,
}

impl Precomputed {
    /// Adds sentences and their vectors. A sentence that is known already keeps its vector.
    ///
    /// # Errors
    ///
    /// Where there are more or fewer vectors than sentences, or they are shorter or longer than
    /// those before.
    pub fn add(&mut self, sentences: &[&str], vectors: Matrix) -> Result<(), VectorsError> {
        if self.dims != 0 && self.dims != vectors.dims {
            return Err(VectorsError::Lengths(self.dims, vectors.dims));
        }
        if vectors.values.len() != sentences.len() * vectors.dims {
            return Err(VectorsError::Shape {
                sentences: sentences.len(),
                found: format!("{} values", vectors.values.len()),
            });
        }
        self.dims = vectors.dims;
        let first = self.values.len() / self.dims;
        self.values.extend(vectors.values);
        for row in self.values.chunks_mut(self.dims).skip(first) {
            normalise(row);
        }
        for (place, sentence) in (first..).zip(sentences) {
            self.places.entry((*sentence).to_owned()).or_insert(place);
        }
        Ok(())
    }
}

impl Encoder for Precomputed {
    fn dims(&self) -> usize {
        self.dims
    }

    fn encode_into(&self, sentence: &str, _language: &str, out: &mut [f32]) {
        out.fill(0.0);
        if let Some(place) = self.places.get(sentence)
            && let Some(row) = self.values.get(place * self.dims..(place + 1) * self.dims)
        {
            for (x, y) in out.iter_mut().zip(row) {
                *x = *y;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn npy_file(descr: &str, shape: &str, order: &str, values: &[u8]) -> Vec<u8> {
        let head =
            format!("{{'descr': '{descr}', 'fortran_order': {order}, 'shape': {shape}, }}\n");
        let mut file = b"\x93NUMPY\x01\x00".to_vec();
        file.extend((head.len() as u16).to_le_bytes());
        file.extend(head.as_bytes());
        file.extend(values);
        file
    }

    fn bytes(values: &[f32]) -> Vec<u8> {
        values.iter().flat_map(|x| x.to_le_bytes()).collect()
    }

    #[test]
    fn npy_and_raw_floats_are_the_same() {
        let values = bytes(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let raw = Matrix::read(&values, 2).expect("six values for two");
        let npy = npy_file("<f4", "(2, 3)", "False", &values);
        assert_eq!(Matrix::read(&npy, 2), Ok(raw.clone()));
        let wide: Vec<u8> = (1..7).flat_map(|x| f64::from(x).to_le_bytes()).collect();
        let npy = npy_file("<f8", "(2, 3)", "False", &wide);
        assert_eq!(Matrix::read(&npy, 2), Ok(raw));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let values = bytes(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert!(matches!(
            Matrix::read(&values, 4),
            Err(VectorsError::Shape { sentences: 4, .. })
        ));
        assert!(Matrix::read(&[], 1).is_err());
        for file in [
            npy_file("<f4", "(3, 2)", "False", &values),
            npy_file("<f4", "(2, 3)", "True", &values),
            npy_file("<i4", "(2, 3)", "False", &values),
            npy_file("<f4", "(2, 4)", "False", &values),
            npy_file("<f4", "(6,)", "False", &values),
            npy_file("<f4", "(2, 3)", "False", &[]),
            b"\x93NUMPY".to_vec(),
        ] {
            assert!(Matrix::read(&file, 2).is_err());
        }
        assert_eq!(
            Matrix::read(&bytes(&[1.0, f32::NAN]), 2),
            Err(VectorsError::NotFinite(2))
        );
    }

    #[test]
    fn vectors_of_two_files_must_be_of_one_length() {
        let mut vectors = Precomputed::default();
        let read = |values: &[f32]| Matrix::read(&bytes(values), 1).expect("one row");
        vectors.add(&["a"], read(&[0.0, 2.0])).expect("the first");
        assert!(vectors.add(&["b"], read(&[1.0])).is_err());
        vectors.add(&["b"], read(&[2.0, 0.0])).expect("as long");
        assert_eq!(vectors.encode("a", "und"), [0.0, 1.0]);
        assert_eq!(vectors.encode("b", "und"), [1.0, 0.0]);
    }
}
