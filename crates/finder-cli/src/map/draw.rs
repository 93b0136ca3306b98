//! Borders → the map file.

use std::collections::{BTreeMap, BTreeSet};

use geo::{Area, InteriorPoint, LineString, Polygon, SimplifyVw};
use serde_json::{Map, Value, json};

use super::{
    Shape,
    borders::{Borders, Walk},
    tiles,
};

/// Width of the drawing.
const WIDTH: f64 = 1000.0;

/// Degrees → the drawing. As far north as south of its middle a degree east is as wide as it is drawn: true enough for a country.
struct Projection {
    west: f64,
    north: f64,
    east_scale: f64,
    north_scale: f64,
}

impl Projection {
    fn new(shapes: &[Shape]) -> (Self, i64) {
        let points = || shapes.iter().flat_map(|shape| &shape.rings).flatten();
        let least = |value: fn(&(f64, f64)) -> f64| points().map(value).fold(f64::INFINITY, f64::min);
        let most = |value: fn(&(f64, f64)) -> f64| points().map(value).fold(f64::NEG_INFINITY, f64::max);
        let (west, east) = (least(|point| point.0), most(|point| point.0));
        let (south, north) = (least(|point| point.1), most(|point| point.1));
        let narrower = ((south + north) / 2.0).to_radians().cos();
        let east_scale = WIDTH / (east - west).max(1e-6);
        let north_scale = east_scale / narrower.max(0.01);
        (Self { west, north, east_scale, north_scale }, whole((north - south) * north_scale))
    }

    fn point(&self, (east, north): (f64, f64)) -> (f64, f64) {
        ((east - self.west) * self.east_scale, (self.north - north) * self.north_scale)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a drawing is some thousand wide")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

type Grid = (i64, i64);

/// The map file: outlines, label points, tiles, and the regions' outlines where `regions` names them.
pub fn draw(shapes: &[Shape], borders: &Borders, regions: &BTreeMap<String, String>, detail: f64) -> Value {
    let (projection, height) = Projection::new(shapes);
    // Each border once: both sides draw the same points.
    let lines: Vec<Vec<Grid>> =
        borders.all.iter().map(|border| simplified(&border.points, &projection, detail)).collect();
    let mut drawn = Vec::new();
    for (shape, walks) in shapes.iter().zip(&borders.walks) {
        let mut rings: Vec<Vec<Grid>> =
            walks.iter().map(|walk| ring(walk, &lines)).filter(|ring| ring.len() > 2).collect();
        // The largest first: it has the label.
        rings.sort_by(|a, b| area(b).total_cmp(&area(a)));
        drawn.push((shape, label(&rings), rings));
    }
    let size = (whole(WIDTH), height);
    let (columns, rows, tiles) = tiles::assign(&drawn.iter().map(|(_, label, _)| *label).collect::<Vec<_>>(), size);
    let mut municipalities = Map::new();
    for ((shape, label, rings), tile) in drawn.iter().zip(tiles) {
        let path: String = rings.iter().map(|ring| path(ring, true)).collect();
        municipalities
            .insert(shape.id.clone(), json!({ "label": [label.0, label.1], "tile": [tile.0, tile.1], "path": path }));
    }
    let mut map = json!({
        "format": "service-finder-map/1",
        "size": [size.0, size.1],
        "tiles": [columns, rows],
        "municipalities": municipalities,
    });
    let outlines = region_outlines(shapes, borders, regions, &lines);
    if let (Value::Object(map), false) = (&mut map, outlines.is_empty()) {
        map.insert("regions".to_owned(), outlines.into());
    }
    map
}

/// A border's points on the drawing's grid, without the bends that are too small to see. Its ends stay.
fn simplified(points: &[(f64, f64)], projection: &Projection, detail: f64) -> Vec<Grid> {
    let line: LineString<f64> = points.iter().map(|point| projection.point(*point)).collect();
    let mut grid: Vec<Grid> = line.simplify_vw(detail).coords().map(|point| (whole(point.x), whole(point.y))).collect();
    grid.dedup();
    grid
}

/// A ring along its borders.
fn ring(walk: &Walk, lines: &[Vec<Grid>]) -> Vec<Grid> {
    let mut ring: Vec<Grid> = Vec::new();
    for (border, is_backwards) in walk {
        let Some(line) = lines.get(*border) else { continue };
        if *is_backwards {
            ring.extend(line.iter().rev());
        } else {
            ring.extend(line);
        }
    }
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn polygon(ring: &[Grid]) -> Polygon<f64> {
    #[allow(clippy::cast_precision_loss, reason = "a drawing is some thousand wide")]
    let points = ring.iter().map(|(x, y)| (*x as f64, *y as f64));
    Polygon::new(points.collect(), Vec::new())
}

fn area(ring: &[Grid]) -> f64 {
    polygon(ring).unsigned_area()
}

/// A point well within the largest ring.
fn label(rings: &[Vec<Grid>]) -> Grid {
    let within = rings.first().and_then(|ring| polygon(ring).interior_point());
    within
        .map(|point| (whole(point.x()), whole(point.y())))
        .or_else(|| rings.first()?.first().copied())
        .unwrap_or_default()
}

/// An SVG path in whole numbers, each point from the one before.
fn path(points: &[Grid], closed: bool) -> String {
    let mut path = String::new();
    let mut before = (0, 0);
    for (at, point) in points.iter().enumerate() {
        if at == 0 {
            path.push_str(&format!("M{} {}", point.0, point.1));
        } else {
            let (x, y) = (point.0 - before.0, point.1 - before.1);
            let x = if at > 1 && x >= 0 { format!(" {x}") } else { x.to_string() };
            let y = if y >= 0 { format!(" {y}") } else { y.to_string() };
            path.push_str(&format!("{}{x}{y}", if at == 1 { "l" } else { "" }));
        }
        before = *point;
    }
    if closed {
        path.push('z');
    }
    path
}

/// By region: the borders that have the region on one side only.
fn region_outlines(
    shapes: &[Shape],
    borders: &Borders,
    regions: &BTreeMap<String, String>,
    lines: &[Vec<Grid>],
) -> Map<String, Value> {
    let region = |side: &usize| shapes.get(*side).and_then(|shape| regions.get(&shape.id));
    let names: BTreeSet<&String> = shapes.iter().filter_map(|shape| regions.get(&shape.id)).collect();
    let outline = |name: &String| -> String {
        let edges = borders.all.iter().zip(lines).filter(|(border, _)| {
            let inside = border.sides.iter().filter(|side| region(side) == Some(name)).count();
            inside == 1
        });
        edges.map(|(_, line)| path(line, false)).collect()
    };
    names.into_iter().map(|name| (name.clone(), outline(name).into())).collect()
}
