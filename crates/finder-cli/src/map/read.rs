//! GeoJSON and TopoJSON → shapes.

use serde_json::Value;

use super::Shape;

/// The polygons of a file, each named by its feature's id or by the property `key`. Shapes of the same id are one: islands.
///
/// # Errors
/// Says which feature has no name or no polygon.
pub fn shapes(file: &Value, key: &str) -> Result<Vec<Shape>, String> {
    match file.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            let features = list(file, "features")?;
            collect(features, |feature| Ok((name(feature, key)?, geo_rings(feature.get("geometry"))?)))
        }
        Some("Topology") => {
            let arcs = topo_arcs(file)?;
            let objects = file.get("objects").and_then(Value::as_object).ok_or("expected `objects`")?;
            let first = objects.values().next().ok_or("expected an object with geometries")?;
            let geometries = list(first, "geometries")?;
            collect(geometries, |geometry| Ok((name(geometry, key)?, topo_rings(geometry, &arcs)?)))
        }
        _ => Err("expected GeoJSON (a FeatureCollection) or TopoJSON (a Topology)".to_owned()),
    }
}

type Ring = Vec<(f64, f64)>;

fn collect(
    records: &[Value],
    read: impl Fn(&Value) -> Result<(String, Vec<Ring>), String>,
) -> Result<Vec<Shape>, String> {
    let mut shapes: Vec<Shape> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let (id, rings) = read(record).map_err(|error| format!("shape {at}: {error}"))?;
        match shapes.iter_mut().find(|shape| shape.id == id) {
            Some(known) => known.rings.extend(rings),
            None => shapes.push(Shape { id, rings }),
        }
    }
    if shapes.is_empty() { Err("no shapes".to_owned()) } else { Ok(shapes) }
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a [Value], String> {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| format!("expected a list `{key}`"))
}

fn name(record: &Value, key: &str) -> Result<String, String> {
    let named = record.get("properties").and_then(|properties| properties.get(key)).or_else(|| record.get("id"));
    named.and_then(Value::as_str).map(str::to_owned).ok_or_else(|| format!("no `id` and no property `{key}`"))
}

/// The rings of a polygon or of several.
fn geo_rings(geometry: Option<&Value>) -> Result<Vec<Ring>, String> {
    let geometry = geometry.ok_or("no geometry")?;
    let coordinates = list(geometry, "coordinates")?;
    let ring = |ring: &Value| -> Result<Ring, String> {
        let points = ring.as_array().ok_or("a ring is a list of points")?;
        let points: Option<Ring> = points.iter().map(point).collect();
        Ok(open(points.ok_or("a point is two numbers")?))
    };
    match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => coordinates.iter().map(ring).collect(),
        Some("MultiPolygon") => {
            coordinates.iter().flat_map(|polygon| polygon.as_array().into_iter().flatten()).map(ring).collect()
        }
        other => Err(format!("expected a Polygon or a MultiPolygon, found {}", other.unwrap_or("nothing"))),
    }
}

fn point(value: &Value) -> Option<(f64, f64)> {
    match value.as_array()?.as_slice() {
        [east, north, ..] => Some((east.as_f64()?, north.as_f64()?)),
        _ => None,
    }
}

/// A ring without its first point at the end again.
fn open(mut ring: Ring) -> Ring {
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring.dedup();
    ring
}

/// The arcs of a topology in degrees: its numbers are differences on a grid, where it names one.
fn topo_arcs(file: &Value) -> Result<Vec<Ring>, String> {
    let grid = |key: &str| file.get("transform").and_then(|transform| transform.get(key)).and_then(point);
    let (scale, shift) = (grid("scale"), grid("translate"));
    let decode = |arc: &Value| -> Option<Ring> {
        let mut at = (0.0, 0.0);
        let decoded = arc.as_array()?.iter().map(|value| {
            let (x, y) = point(value)?;
            let Some(scale) = scale else { return Some((x, y)) };
            at = (at.0 + x, at.1 + y);
            let shift = shift.unwrap_or_default();
            Some((at.0 * scale.0 + shift.0, at.1 * scale.1 + shift.1))
        });
        decoded.collect()
    };
    let arcs: Option<Vec<Ring>> = list(file, "arcs")?.iter().map(decode).collect();
    arcs.ok_or_else(|| "an arc is a list of points".to_owned())
}

/// The rings of a geometry, put together from arcs; `~n` is arc n backwards.
fn topo_rings(geometry: &Value, arcs: &[Ring]) -> Result<Vec<Ring>, String> {
    let lists = list(geometry, "arcs")?;
    let rings: Vec<&Value> = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => lists.iter().collect(),
        Some("MultiPolygon") => lists.iter().flat_map(|polygon| polygon.as_array().into_iter().flatten()).collect(),
        other => return Err(format!("expected a Polygon or a MultiPolygon, found {}", other.unwrap_or("nothing"))),
    };
    let ring = |ring: &Value| -> Option<Ring> {
        let mut points: Ring = Vec::new();
        for index in ring.as_array()? {
            let index = index.as_i64()?;
            let arc = arcs.get(usize::try_from(if index < 0 { !index } else { index }).ok()?)?;
            // Where an arc ends the next begins.
            points.pop();
            if index < 0 {
                points.extend(arc.iter().rev());
            } else {
                points.extend(arc);
            }
        }
        Some(open(points))
    };
    let rings: Option<Vec<Ring>> = rings.into_iter().map(ring).collect();
    rings.ok_or_else(|| "an arc that is not there".to_owned())
}
