//! Logistic decisions whose weights a chore has learned.

/// The weights of named features from lines of a name and a number; 0 where there is no line.
pub(crate) fn weights<const COUNT: usize>(file: &str, names: &[&str]) -> [f32; COUNT] {
    let mut weights = [0.0; COUNT];
    for (name, weight) in names.iter().zip(&mut weights) {
        let mut lines = file.lines().filter_map(|line| line.split_once(' '));
        let line = lines.find(|(known, _)| known == name);
        *weight = line
            .and_then(|(_, value)| value.parse().ok())
            .unwrap_or(0.0);
    }
    weights
}

/// How likely it is, 0 to 1.
pub(crate) fn likelihood<const COUNT: usize>(
    features: &[f32; COUNT],
    weights: &[f32; COUNT],
) -> f32 {
    let odds: f32 = features.iter().zip(weights).map(|(x, w)| x * w).sum();
    1.0 / (1.0 + (-odds).exp())
}
