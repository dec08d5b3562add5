//! The table of a `safetensors` file: a length, a head in JSON, the values.

use super::NoModel;
use serde_json::Value;

/// A vector for each token.
#[derive(Debug, Clone)]
pub(super) struct Table {
    dims: usize,
    values: Vec<f32>,
}

impl Table {
    /// Reads the tensor `embeddings`, or the only one there is.
    pub(super) fn read(file: &[u8]) -> Result<Self, NoModel> {
        let broken = || NoModel::new("model.safetensors is broken");
        let length = file.first_chunk::<8>().ok_or_else(broken)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| broken())?;
        let end = length.checked_add(8).ok_or_else(broken)?;
        let head = file.get(8..end).ok_or_else(broken)?;
        let head: Value = serde_json::from_slice(head).map_err(|_| broken())?;
        let tensors = head.as_object().ok_or_else(broken)?;
        let tensor = tensors
            .get("embeddings")
            .or_else(|| {
                let mut all = tensors.iter().filter(|(name, _)| *name != "__metadata__");
                all.next().map(|(_, t)| t).filter(|_| all.next().is_none())
            })
            .ok_or_else(|| NoModel::new("model.safetensors has no tensor \"embeddings\""))?;
        let pair = |name: &str| -> Option<[usize; 2]> {
            let list = tensor.get(name)?.as_array()?;
            let [a, b] = &**list else { return None };
            let number = |x: &Value| usize::try_from(x.as_u64()?).ok();
            Some([number(a)?, number(b)?])
        };
        let ([rows, dims], [from, to]) =
            pair("shape").zip(pair("data_offsets")).ok_or_else(broken)?;
        let data = end
            .checked_add(from)
            .zip(end.checked_add(to))
            .and_then(|(from, to)| file.get(from..to))
            .ok_or_else(broken)?;
        let values: Vec<f32> = match tensor.get("dtype").and_then(Value::as_str) {
            Some("F32") => data
                .as_chunks()
                .0
                .iter()
                .map(|b| f32::from_le_bytes(*b))
                .collect(),
            Some("F64") => data
                .as_chunks()
                .0
                .iter()
                .map(|b| f64::from_le_bytes(*b) as f32)
                .collect(),
            Some("F16") => data.as_chunks().0.iter().map(|b| half(*b)).collect(),
            Some("I8") => data.iter().map(|b| f32::from(b.cast_signed())).collect(),
            _ => {
                return Err(NoModel::new(
                    "model.safetensors holds values of another kind",
                ));
            }
        };
        if dims == 0 || rows.checked_mul(dims) != Some(values.len()) {
            return Err(broken());
        }
        if values.iter().any(|x| !x.is_finite()) {
            return Err(NoModel::new(
                "model.safetensors holds a value that is no number",
            ));
        }
        Ok(Self { dims, values })
    }

    pub(super) fn dims(&self) -> usize {
        self.dims
    }

    pub(super) fn rows(&self) -> usize {
        self.values.len() / self.dims
    }

    pub(super) fn add_row(&self, row: usize, out: &mut [f32]) {
        let row = self.values.get(row * self.dims..(row + 1) * self.dims);
        for (x, y) in out.iter_mut().zip(row.unwrap_or_default()) {
            *x += y;
        }
    }
}

/// A 16-bit float (IEEE 754).
fn half(bytes: [u8; 2]) -> f32 {
    let bits = u16::from_le_bytes(bytes);
    let exponent = i32::from(bits >> 10 & 0x1f);
    let fraction = f32::from(bits & 0x3ff) / 1024.0;
    let size = match exponent {
        0 => fraction * 2.0_f32.powi(-14),
        31 => f32::INFINITY,
        _ => (1.0 + fraction) * 2.0_f32.powi(exponent - 15),
    };
    if bits >> 15 == 0 { size } else { -size }
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn halves() {
        for (bits, value) in [
            (0x3c00_u16, 1.0_f32),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
        ] {
            assert!((half(bits.to_le_bytes()) - value).abs() < 1e-7);
        }
        assert!(half(0x0001_u16.to_le_bytes()) > 0.0);
    }
}
