//! Vectors in half the space, for sums over many of them: sixteen bits a number.
//!
//! A product of two such vectors is a sum of whole numbers, so it is the same in every order of
//! summing, and processors take several steps of it at once. It errs by less than 0.0002.

/// What 1 is. The product of two vectors of length 1, with all that rounding may add, stays well
/// below 2³¹.
const ONE: f32 = 32_000.0;

/// Appends a vector of length 1 or less; a longer one is shortened to 1.
pub fn narrow(vector: &[f32], out: &mut Vec<i16>) {
    let length = crate::cosine(vector, vector).sqrt();
    let scale = ONE / length.max(1.0);
    out.extend(vector.iter().map(|x| (x * scale).round() as i16));
}

/// So many products are summed at a time: as many as keep all registers of every processor busy.
const LANES: usize = 32;

/// The product of two narrow vectors, in units of [`UNIT`].
// Compiled by itself: inside of other loops compilers find worse instructions, three times slower.
#[inline(never)]
pub fn product(a: &[i16], b: &[i16]) -> i32 {
    let ((wide_a, rest_a), (wide_b, rest_b)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut sum = 0;
    for (a, b) in wide_a.iter().zip(wide_b) {
        let mut products = [0; LANES];
        for lane in 0..LANES {
            products[lane] = i32::from(a[lane]) * i32::from(b[lane]);
        }
        sum += products.iter().sum::<i32>();
    }
    let rest = rest_a.iter().zip(rest_b);
    let rest: i32 = rest.map(|(x, y)| i32::from(*x) * i32::from(*y)).sum();
    sum + rest
}

/// The cosine of two vectors of length 1 that were made narrow.
#[inline]
pub fn cosine(a: &[i16], b: &[i16]) -> f32 {
    product(a, b) as f32 * UNIT
}

/// What 1 of a [`product`] stands for.
pub const UNIT: f32 = 1.0 / (ONE * ONE);

/// The product of a vector of length 1 with itself but for rounding; no other is larger.
pub const WHOLE: i32 = (ONE * ONE) as i32;

/// A number that is the same for equal narrow vectors, and another for all others.
pub fn mark(vector: &[i16]) -> u64 {
    vector.iter().fold(0xcbf2_9ce4_8422_2325, |state: u64, x| {
        (state ^ u64::from(x.cast_unsigned())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What 1 of a narrow vector stands for.
pub const STEP: f32 = 1.0 / ONE;

#[cfg(test)]
mod tests {
    use super::*;

    fn narrowed(vector: &[f32]) -> Vec<i16> {
        let mut out = Vec::new();
        narrow(vector, &mut out);
        out
    }

    #[test]
    fn products_come_near_the_cosine() {
        let encode = |text| crate::builtin().encode(text, "en");
        let (a, b) = (
            encode("Three ministers resigned."),
            encode("Prices rose again."),
        );
        let near = cosine(&narrowed(&a), &narrowed(&b));
        assert!((near - crate::cosine(&a, &b)).abs() < 2e-4);
        assert!((cosine(&narrowed(&a), &narrowed(&a)) - 1.0).abs() < 2e-4);
    }

    #[test]
    fn a_vector_that_is_too_long_does_not_overflow() {
        let long = vec![7.0; 300];
        assert!((cosine(&narrowed(&long), &narrowed(&long)) - 1.0).abs() < 2e-2);
        assert_eq!(narrowed(&[f32::NAN, f32::INFINITY, 0.0]).len(), 3);
        assert!(narrowed(&[0.0; 4]).iter().all(|x| *x == 0));
    }
}
