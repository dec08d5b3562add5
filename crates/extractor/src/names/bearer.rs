//! Which names, over reports and scripts, name one bearer.

use super::same::{NameMatch, Spoken, compare, excludes, tells_apart};
use super::sound::skeleton;
use crate::Name;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Names whose parts open with the same consonants are compared pair by pair in groups of up to
/// this many, so that the cost stays near-linear in the number of names.
const CROWD: usize = 300;

/// One bearer stands out among those a short form fits when its fuller names are printed so many
/// times more often than the next one's: "Trump" beside a few mentions of his relatives.
const STANDS_OUT: usize = 2;

/// For each name the bearer it stands for, numbered in the order of the first mention.
///
/// Names join from the surest pair on. A pair is not joined where two of the names behind it
/// exclude each other ("Lin Jian" and "Lin Jiang" do not become one through 林剑), and a short
/// form that fits several bearers joins none. The order of the names changes nothing.
///
/// ```
/// use extractor::{Name, NameKind, bearers, romanise};
/// let person = |name: &str| Name {
///     kind: NameKind::Person,
///     name: name.into(),
///     key: romanise(name),
/// };
/// let names = [person("Lin Jian"), person("Mao Ning"), person("林剑")];
/// assert_eq!(bearers(&names.iter().collect::<Vec<_>>()), [0, 1, 0]);
/// ```
pub fn bearers(names: &[&Name]) -> Vec<usize> {
    let mut all: Vec<&Name> = names.to_vec();
    all.sort_by_key(|name| identity(name));
    let (nodes, times): (Vec<&Name>, Vec<usize>) = all
        .chunk_by(|a, b| identity(a) == identity(b))
        .filter_map(|equal| Some((*equal.first()?, equal.len())))
        .unzip();
    let joined = join(&nodes, &times);
    let mut numbers: FxHashMap<usize, usize> = FxHashMap::default();
    names
        .iter()
        .map(|name| {
            let node = nodes.partition_point(|node| identity(node) < identity(name));
            let next = numbers.len();
            *numbers.entry(joined[node]).or_insert(next)
        })
        .collect()
}

fn identity(name: &Name) -> (&str, &str, crate::NameKind) {
    (&name.key, &name.name, name.kind)
}

/// For each name the smallest index of a name with the same bearer; `times` says how often each
/// is printed.
fn join(nodes: &[&Name], times: &[usize]) -> Vec<usize> {
    let spoken: Vec<Spoken> = nodes.iter().map(|name| Spoken::of(name)).collect();
    let mut pairs: Vec<(NameMatch, f32, usize, usize)> = candidates(nodes)
        .into_iter()
        .filter_map(|(a, b)| {
            let (relation, score) = compare(&spoken[a], &spoken[b]);
            (relation != NameMatch::Different).then_some((relation, score, a, b))
        })
        .collect();
    pairs.sort_by(|x, y| {
        x.0.cmp(&y.0)
            .then(y.1.total_cmp(&x.1))
            .then((x.2, x.3).cmp(&(y.2, y.3)))
    });
    let mut groups = Groups {
        spoken,
        times,
        of: (0..nodes.len()).collect(),
        members: (0..nodes.len()).map(|i| vec![i]).collect(),
        judged: FxHashMap::default(),
    };
    // Short forms wait until the full names are known.
    let short = pairs.partition_point(|pair| pair.0 < NameMatch::Short);
    let variants = pairs.partition_point(|pair| pair.0 <= NameMatch::Short);
    let (full, rest) = pairs.split_at(short);
    let (shorts, spellings) = rest.split_at(variants - short);
    for &(_, _, a, b) in full.iter().chain(spellings) {
        unite(&mut groups, a, b);
    }
    // A short form stands for the bearer whose fuller names are printed most, if one stands out.
    let mut fits: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for &(_, _, a, b) in shorts {
        let (short, long) = shorter_first(nodes, a, b);
        *fits
            .entry(short)
            .or_default()
            .entry(groups.of[long])
            .or_default() += times[long];
    }
    for (short, bearers) in fits {
        let (mut best, mut second) = ((0, 0), 0);
        for (bearer, count) in bearers {
            if count > best.1 {
                second = best.1;
                best = (bearer, count);
            } else {
                second = second.max(count);
            }
        }
        if best.1 > STANDS_OUT * second {
            unite(&mut groups, short, best.0);
        }
    }
    groups.of
}

fn shorter_first(nodes: &[&Name], a: usize, b: usize) -> (usize, usize) {
    let words = |i: usize| nodes[i].key.split(' ').count();
    if words(a) <= words(b) { (a, b) } else { (b, a) }
}

/// Two groups of names stay apart when more than this share of the pairs between them, by how
/// often they are printed, exclude each other: single odd forms of a common name do not count.
const AGAINST: usize = 3;

/// Groups are compared by their first names only, up to this many.
const SAMPLE: usize = 40;

/// Makes two groups one, unless their names exclude each other.
fn unite(groups: &mut Groups, a: usize, b: usize) {
    let (low, high) = (
        groups.of[a].min(groups.of[b]),
        groups.of[a].max(groups.of[b]),
    );
    if low == high {
        return;
    }
    let (mut against, mut all) = (0, 0);
    for &x in groups.members[low].iter().take(SAMPLE) {
        for &y in groups.members[high].iter().take(SAMPLE) {
            let spoken = &groups.spoken;
            let judged = groups.judged.entry((x.min(y), x.max(y)));
            let verdict = *judged.or_insert_with(|| {
                if tells_apart(&spoken[x], &spoken[y]) {
                    Verdict::Apart
                } else if excludes(&spoken[x], &spoken[y]) {
                    Verdict::Against
                } else {
                    Verdict::Open
                }
            });
            if verdict == Verdict::Apart {
                return;
            }
            let weight = groups.times[x] * groups.times[y];
            all += weight;
            against += weight * usize::from(verdict == Verdict::Against);
        }
    }
    if against * AGAINST > all {
        return;
    }
    let moved = std::mem::take(&mut groups.members[high]);
    for &node in &moved {
        groups.of[node] = low;
    }
    groups.members[low].extend(moved);
}

/// Names and the groups that they make so far.
struct Groups<'n> {
    spoken: Vec<Spoken<'n>>,
    times: &'n [usize],
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// What was found out about two names: groups meet again and again.
    judged: FxHashMap<(usize, usize), Verdict>,
}

/// What two names say about their bearers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// They may have one.
    Open,
    /// They speak against one.
    Against,
    /// They cannot have one.
    Apart,
}

/// The pairs of names that share a part of like sound.
fn candidates(nodes: &[&Name]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut crowds = vec![(0..nodes.len()).collect::<Vec<usize>>()];
    // Crowds by what they share further on: not at once by much, for cases cut off ends.
    for consonants in 2..=4 {
        crowds = crowds
            .iter()
            .flat_map(|crowd| blocks(nodes, crowd, consonants, &mut pairs))
            .collect();
    }
    // What is left are forms of a few very common names: neighbours in order.
    for rest in crowds {
        pairs.extend(rest.windows(2).map(|pair| (pair[0], pair[1])));
    }
    // Equal keys need no sound in common.
    pairs.extend(
        (1..nodes.len())
            .filter(|&i| nodes[i].key == nodes[i - 1].key)
            .map(|i| (i - 1, i)),
    );
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What is left of the first consonants where a script drops some: no r or l at the end of
/// syllables, w for v (奥维恩, "aoweien", is Orvane; توكلي, "twkly", is Tavakoli).
fn softened(part: &str, consonants: usize) -> String {
    let firm: String = part
        .chars()
        .filter(|c| !matches!(c, 'r' | 'l'))
        .map(|c| if c == 'w' { 'v' } else { c })
        .collect();
    format!("~{}", skeleton(&firm, consonants))
}

/// Adds the pairs of names with the same first consonants in a part; gives back the groups that
/// are too large.
fn blocks(
    nodes: &[&Name],
    members: &[usize],
    consonants: usize,
    pairs: &mut Vec<(usize, usize)>,
) -> Vec<Vec<usize>> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &index in members {
        let key = &nodes[index].key;
        let mut keys: Vec<String> = key
            .split_whitespace()
            .chain([key.replace(' ', "").as_str()])
            .flat_map(|part| [skeleton(part, consonants), softened(part, consonants)])
            .collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            blocks.entry(key).or_default().push(index);
        }
    }
    let mut crowds = Vec::new();
    for block in blocks.into_values() {
        if block.len() > CROWD {
            crowds.push(block);
            continue;
        }
        for (position, &a) in block.iter().enumerate() {
            pairs.extend(block.iter().skip(position + 1).map(|&b| (a, b)));
        }
    }
    crowds
}
