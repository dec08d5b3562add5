//! Logistic regression: fitting it, judging it, and writing its weights down.

#![allow(clippy::print_stderr, reason = "a chore speaks to its developer")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// The logarithm of the odds.
pub fn product<const COUNT: usize>(features: &[f64; COUNT], weights: &[f64; COUNT]) -> f64 {
    features.iter().zip(weights).map(|(x, w)| x * w).sum()
}

/// 0 to 1.
pub fn probability<const COUNT: usize>(features: &[f64; COUNT], weights: &[f64; COUNT]) -> f64 {
    1.0 / (1.0 + (-product(features, weights)).exp())
}

/// The weights that fit samples best: their features (the last is always 1), whether it is so, and
/// how much each counts. `penalty` holds down the squares of the weights, but for the bias.
///
/// Newton's method; the problem is convex and small.
pub fn fit<const COUNT: usize>(
    samples: &[([f64; COUNT], bool, f64)],
    penalty: f64,
) -> [f64; COUNT] {
    let mut weights = [0.0; COUNT];
    for _ in 0..12 {
        let mut gradient = [0.0; COUNT];
        let mut curvature = [[0.0; COUNT]; COUNT];
        for at in 0..COUNT {
            // The bias is not held down.
            let penalty = if at + 1 == COUNT { 1e-6 } else { penalty };
            gradient[at] = -penalty * weights[at];
            curvature[at][at] = penalty;
        }
        for (features, same, weight) in samples {
            let p = probability(features, &weights);
            let error = weight * (f64::from(u8::from(*same)) - p);
            let bend = weight * p * (1.0 - p);
            for (at, x) in features.iter().enumerate() {
                gradient[at] += error * x;
                for (to, y) in features.iter().enumerate() {
                    curvature[at][to] += bend * x * y;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(curvature, gradient)) {
            *weight += step;
        }
    }
    weights
}

/// How often a sample that is one scores above a sample that is none (AUC); ties count half.
pub fn area(mut rows: Vec<(bool, f64)>) -> f64 {
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (mut below, mut won) = (0.0, 0.0);
    for tied in rows.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
        let none = tied.iter().filter(|row| !row.0).count() as f64;
        let some = tied.len() as f64 - none;
        won += some * (below + none / 2.0);
        below += none;
    }
    let some = rows.iter().filter(|row| row.0).count() as f64;
    won / (some * below).max(1.0)
}

/// Writes the file of a chore's weights: what its lines hold, and each name with its weight.
pub fn write<'n>(
    chore: &str,
    out: &Path,
    columns: &str,
    weights: impl IntoIterator<Item = (&'n str, f64)>,
) -> ExitCode {
    let mut file = format!("# Written by `cargo xtask {chore}`: {columns}.\n");
    for (name, weight) in weights {
        let _ = writeln!(file, "{name} {weight:.4}");
    }
    match std::fs::write(out, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {chore}: {}: {error}", out.display());
            ExitCode::from(2)
        }
    }
}

/// Gaussian elimination with pivots.
fn solve<const COUNT: usize>(
    mut matrix: [[f64; COUNT]; COUNT],
    mut values: [f64; COUNT],
) -> [f64; COUNT] {
    for column in 0..COUNT {
        let pivot = (column..COUNT)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        values.swap(column, pivot);
        for row in column + 1..COUNT {
            let factor = matrix[row][column] / matrix[column][column];
            let above = matrix[column];
            for (value, above) in matrix[row].iter_mut().zip(above).skip(column) {
                *value -= factor * above;
            }
            values[row] -= factor * values[column];
        }
    }
    for row in (0..COUNT).rev() {
        let known: f64 = (row + 1..COUNT)
            .map(|at| matrix[row][at] * values[at])
            .sum();
        values[row] = (values[row] - known) / matrix[row][row];
    }
    values
}
