//! Shapes → the small file the map is drawn from. Its format: `docs/catalogue-format.md`, "Map file".

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::{files, json_out};

/// Part of the drawing that phones show larger, around Rīga: x, y, width, height (data/sources/geo/README.md).
const INSET: [u32; 4] = [340, 156, 246, 206];

/// Makes the map file from `geo`: outlines of the recommended exactness and the square tiles.
///
/// # Errors
/// Says which file lacks what.
pub fn make(geo: &Path) -> Result<String, String> {
    let paths = files::read_json(&geo.join("lv-42-m.paths.json"))?;
    let tiles = files::read_json(&geo.join("tiles.json"))?;
    let square = tiles.get("square").ok_or("tiles.json: no `square`")?;
    let units = paths.get("units").and_then(Value::as_object).ok_or("lv-42-m.paths.json: no `units`")?;
    let mut municipalities = Map::new();
    for (code, unit) in units {
        let tile =
            square.pointer(&format!("/units/{code}")).ok_or_else(|| format!("tiles.json: no tile for {code}"))?;
        municipalities.insert(code.clone(), json!({ "label": unit.get("p"), "tile": tile, "path": unit.get("d") }));
    }
    let map = json!({
        "format": "service-finder-map/1",
        "size": paths.get("size"),
        "tiles": [square.get("cols"), square.get("rows")],
        "inset": INSET,
        "municipalities": municipalities,
        "regions": paths.get("regions"),
    });
    Ok(json_out::one_line(&map) + "\n")
}
