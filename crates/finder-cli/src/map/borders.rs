//! Borders that stay shared: each is cut out once, simplified once, and drawn by both of its sides.
//!
//! Neighbours must have the same points on the border they share, as they have in files made for maps.

use std::collections::{BTreeMap, BTreeSet};

use super::Shape;

/// A point, comparable: millionths of a degree, some ten centimetres.
type Key = (i64, i64);

/// A line from one corner to the next, or a whole ring without corners.
#[derive(Clone, Debug, PartialEq)]
pub struct Border {
    /// The points, corners included. A ring ends with the point it begins with.
    pub points: Vec<(f64, f64)>,
    /// The shapes it belongs to, by position; two where it parts two of them.
    pub sides: Vec<usize>,
}

/// One ring as a row of borders; `true`: backwards.
pub type Walk = Vec<(usize, bool)>;

/// All borders, and every ring of every shape as a walk along them.
#[derive(Clone, Debug, PartialEq)]
pub struct Borders {
    /// The borders.
    pub all: Vec<Border>,
    /// By shape and ring.
    pub walks: Vec<Vec<Walk>>,
}

fn key(point: (f64, f64)) -> Key {
    #[allow(clippy::cast_possible_truncation, reason = "degrees")]
    let whole = |degrees: f64| (degrees * 1e6).round() as i64;
    (whole(point.0), whole(point.1))
}

/// Cuts the shapes' rings where more than two lines meet.
pub fn cut(shapes: &[Shape]) -> Borders {
    let corners = corners(shapes);
    let mut all: Vec<Border> = Vec::new();
    let mut known: BTreeMap<Vec<Key>, usize> = BTreeMap::new();
    let mut walks = Vec::new();
    for (side, shape) in shapes.iter().enumerate() {
        let mut of_shape = Vec::new();
        for ring in &shape.rings {
            let mut walk = Walk::new();
            for (line, is_backwards) in lines(ring, &corners) {
                let keys: Vec<Key> = line.iter().map(|point| key(*point)).collect();
                let border = *known.entry(keys).or_insert_with(|| {
                    all.push(Border { points: line, sides: Vec::new() });
                    all.len() - 1
                });
                if let Some(border) = all.get_mut(border)
                    && !border.sides.contains(&side)
                {
                    border.sides.push(side);
                }
                walk.push((border, is_backwards));
            }
            of_shape.push(walk);
        }
        walks.push(of_shape);
    }
    Borders { all, walks }
}

/// Points where more than two lines meet.
fn corners(shapes: &[Shape]) -> BTreeSet<Key> {
    let mut beside: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for ring in shapes.iter().flat_map(|shape| &shape.rings) {
        for (at, point) in ring.iter().enumerate() {
            let next = ring.get((at + 1) % ring.len()).copied().unwrap_or(*point);
            beside.entry(key(*point)).or_default().insert(key(next));
            beside.entry(key(next)).or_default().insert(key(*point));
        }
    }
    beside.into_iter().filter(|(_, others)| others.len() > 2).map(|(point, _)| point).collect()
}

/// A ring as lines from corner to corner, each in the direction that both of its sides agree on.
fn lines(ring: &[(f64, f64)], corners: &BTreeSet<Key>) -> Vec<(Vec<(f64, f64)>, bool)> {
    let first_corner = ring.iter().position(|point| corners.contains(&key(*point)));
    // A ring without corners begins with its first point in the order of points, whichever shape it is read from.
    let lowest = || ring.iter().enumerate().min_by_key(|(_, point)| key(**point)).map_or(0, |(at, _)| at);
    let start = first_corner.unwrap_or_else(lowest);
    let around = ring.iter().cycle().skip(start).take(ring.len() + 1).copied();
    let mut lines = Vec::new();
    let mut line: Vec<(f64, f64)> = Vec::new();
    for point in around {
        line.push(point);
        if line.len() > 1 && corners.contains(&key(point)) {
            lines.push(core::mem::replace(&mut line, vec![point]));
        }
    }
    if line.len() > 1 {
        lines.push(line);
    }
    lines.into_iter().map(one_way).collect()
}

fn one_way(mut line: Vec<(f64, f64)>) -> (Vec<(f64, f64)>, bool) {
    let keys: Vec<Key> = line.iter().map(|point| key(*point)).collect();
    let is_backwards = keys.iter().rev().lt(keys.iter());
    if is_backwards {
        line.reverse();
    }
    (line, is_backwards)
}

/// By id: the ids of the shapes that share a border with it.
pub fn neighbours(shapes: &[Shape], borders: &Borders) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (at, shape) in shapes.iter().enumerate() {
        let beside = borders.all.iter().filter(|border| border.sides.contains(&at)).flat_map(|border| &border.sides);
        let ids: BTreeSet<&str> =
            beside.filter(|side| **side != at).filter_map(|side| Some(shapes.get(*side)?.id.as_str())).collect();
        found.insert(shape.id.clone(), ids.into_iter().map(str::to_owned).collect());
    }
    found
}
