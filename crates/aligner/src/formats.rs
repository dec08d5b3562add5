//! Alignments as text: the formats of the field.

use crate::Bead;
use std::fmt::Write as _;

/// Completes beads with those of one empty side, so that every sentence is in exactly one, and
/// sorts them by place.
pub fn with_nulls(beads: &[Bead], left: usize, right: usize) -> Vec<Bead> {
    let (mut lefts, mut rights) = (vec![true; left], vec![true; right]);
    for bead in beads {
        for (open, used) in [(&mut lefts, &bead.left), (&mut rights, &bead.right)] {
            for &at in used {
                if let Some(place) = open.get_mut(at) {
                    *place = false;
                }
            }
        }
    }
    let alone = |open: Vec<bool>| open.into_iter().enumerate().filter(|(_, open)| *open);
    let null = |left: Vec<usize>, right: Vec<usize>| Bead {
        left,
        right,
        score: 0.0,
    };
    let mut all = beads.to_vec();
    all.extend(alone(lefts).map(|(at, _)| null(vec![at], Vec::new())));
    // A sentence that only the second text has goes behind the partner of the one before it.
    all.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    for (at, _) in alone(rights) {
        let behind = all
            .iter()
            .position(|bead| at > 0 && bead.right.contains(&(at - 1)))
            .map_or(0, |place| place + 1);
        all.insert(behind, null(Vec::new(), vec![at]));
    }
    all
}

/// One bead a line as vecalign writes it: `[0, 1]:[2]:0.250000`.
pub fn to_vecalign(beads: &[Bead]) -> String {
    let mut out = String::new();
    for bead in beads {
        let _ = writeln!(out, "{:?}:{:?}:{:.6}", bead.left, bead.right, bead.score);
    }
    out
}

/// Reads lines as vecalign writes them, with or without a score. A line that is no bead is an
/// error that names it.
///
/// # Errors
///
/// The number of the first line that is no bead, counted from 1.
pub fn from_vecalign(text: &str) -> Result<Vec<Bead>, usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| read_vecalign(line).ok_or(number + 1))
        .collect()
}

fn read_vecalign(line: &str) -> Option<Bead> {
    let mut fields = line.splitn(3, ':');
    let (left, right) = (sentences(fields.next()?)?, sentences(fields.next()?)?);
    let score = fields.next().map_or(Some(1.0), |s| s.trim().parse().ok())?;
    Some(Bead { left, right, score })
}

fn sentences(list: &str) -> Option<Vec<usize>> {
    let inside = list.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    if inside.is_empty() {
        return Some(Vec::new());
    }
    let mut sentences = inside
        .split(',')
        .map(|at| at.trim().parse().ok())
        .collect::<Option<Vec<usize>>>()?;
    sentences.sort_unstable();
    Some(sentences)
}

/// Whether completed beads can be written as a ladder: each goes on where the one before ended.
pub fn keeps_order(beads: &[Bead]) -> bool {
    let in_row = |side: fn(&Bead) -> &Vec<usize>| {
        let sentences = beads.iter().flat_map(|bead| side(bead).iter());
        sentences.enumerate().all(|(at, sentence)| at == *sentence)
    };
    in_row(|bead| &bead.left) && in_row(|bead| &bead.right)
}

/// Rungs of a ladder as hunalign writes it: `left<TAB>right<TAB>score` where a bead begins, with
/// the ends of both texts as the last rung. Only monotone beads can be written.
pub fn to_ladder(beads: &[Bead], left: usize, right: usize) -> String {
    let mut out = String::new();
    let (mut at_left, mut at_right) = (0, 0);
    for bead in beads {
        let _ = writeln!(out, "{at_left}\t{at_right}\t{:.6}", bead.score);
        at_left = bead.left.last().map_or(at_left, |last| last + 1);
        at_right = bead.right.last().map_or(at_right, |last| last + 1);
    }
    let _ = writeln!(out, "{left}\t{right}\t0");
    out
}

/// Reads a ladder.
///
/// # Errors
///
/// The number of the first line that is no rung or goes back, counted from 1.
pub fn from_ladder(text: &str) -> Result<Vec<Bead>, usize> {
    let mut beads = Vec::new();
    let mut before: Option<(usize, usize, f32)> = None;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut fields = line.split_whitespace();
        let rung = (|| {
            let left: usize = fields.next()?.parse().ok()?;
            let right: usize = fields.next()?.parse().ok()?;
            let score = fields.next().map_or(Some(1.0), |s| s.parse().ok())?;
            Some((left, right, score))
        })();
        let (left, right, score) = rung.ok_or(number + 1)?;
        if let Some((from_left, from_right, score)) = before {
            if left < from_left || right < from_right {
                return Err(number + 1);
            }
            beads.push(Bead {
                left: (from_left..left).collect(),
                right: (from_right..right).collect(),
                score,
            });
        }
        before = Some((left, right, score));
    }
    Ok(beads)
}

/// Pairs of passages as a translation memory, TMX 1.4b.
pub fn to_tmx(pairs: impl Iterator<Item = (String, String)>, left: &str, right: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header \
         creationtool=\"parallax\" creationtoolversion=\"{}\" segtype=\"sentence\" \
         o-tmf=\"parallax\" adminlang=\"en\" srclang=\"{left}\" datatype=\"plaintext\"/>\n<body>\n",
        env!("CARGO_PKG_VERSION")
    );
    for (first, second) in pairs {
        out.push_str("<tu>");
        for (language, words) in [(left, first), (right, second)] {
            let _ = write!(
                out,
                "<tuv xml:lang=\"{language}\"><seg>{}</seg></tuv>",
                escaped(&words)
            );
        }
        out.push_str("</tu>\n");
    }
    out.push_str("</body>\n</tmx>\n");
    out
}

/// Text as XML holds it, without the characters that XML cannot hold.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_read_what_they_write() {
        let beads = from_vecalign("[0, 1]:[0]:0.5\n[2]:[]:0\n[3]:[1,2]\n").expect("three beads");
        assert_eq!(beads.len(), 3);
        assert_eq!(from_vecalign(&to_vecalign(&beads)).expect("same"), beads);
        let ladder = from_ladder(&to_ladder(&beads, 4, 3)).expect("a ladder");
        assert_eq!(ladder, beads);
        assert_eq!(from_vecalign("[0]:[0]\nx"), Err(2));
        assert_eq!(from_ladder("0\t0\n2\t1\n1\t1\n"), Err(3));
    }

    #[test]
    fn moved_sentences_fit_no_ladder() {
        let beads = from_vecalign("[0]:[1]\n[1]:[0]\n").expect("two beads");
        assert!(!keeps_order(&beads));
        let beads = from_vecalign("[0]:[]\n[1]:[0, 1]\n[]:[2]\n").expect("three beads");
        assert!(keeps_order(&beads));
    }

    #[test]
    fn nulls_stand_where_they_belong() {
        let bead = Bead {
            left: vec![1],
            right: vec![0],
            score: 1.0,
        };
        let all = with_nulls(&[bead], 3, 2);
        assert_eq!(
            to_vecalign(&all),
            "[0]:[]:0.000000\n[1]:[0]:1.000000\n[]:[1]:0.000000\n[2]:[]:0.000000\n"
        );
    }
}
