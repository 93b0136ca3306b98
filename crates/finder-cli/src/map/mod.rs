//! Shapes → the small file the map is drawn from. Its format: `docs/catalogue-format.md`, "Map file".
//!
//! GeoJSON or TopoJSON → [`read`] → rings of degrees → [`borders`], each cut once however many municipalities it parts →
//! simplified once → [`draw`].

mod borders;
mod draw;
mod import;
mod read;
mod tiles;

use std::{collections::BTreeMap, path::Path, process::ExitCode};

use serde_json::Value;

pub use import::make;

use crate::{Outcome, files, json_out};

const USAGE: &str = "finder map SHAPES OUT [--id KEY] [--catalogue FILE] [--detail PIXELS]";

/// How many pixels of a drawing 1000 wide a bend must take up to be kept.
const DETAIL: f64 = 12.0;

/// One municipality's shape: rings of points in degrees east and north.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// ISO 3166-2 code.
    pub id: String,
    /// Closed rings, the last point not repeated; land and holes alike.
    pub rings: Vec<Vec<(f64, f64)>>,
}

/// `finder map`: writes the map file, says which municipalities share a border (for the catalogue's `neighbours`).
///
/// # Errors
/// Says which file cannot be read, or what in it is no shape.
pub fn run(args: &[String]) -> Outcome {
    let mut files = Vec::new();
    let (mut key, mut catalogue, mut detail) = ("id".to_owned(), None, DETAIL);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().cloned().ok_or_else(|| format!("{arg}: expected a value\n\n{USAGE}"));
        match arg.as_str() {
            "--id" => key = value()?,
            "--catalogue" => catalogue = Some(value()?),
            "--detail" => {
                let text = value()?;
                detail = text.parse().map_err(|_| format!("--detail: expected a number of pixels, found `{text}`"))?;
            }
            _ => files.push(arg.clone()),
        }
    }
    let [shapes, out] = files.as_slice() else { return Err(USAGE.to_owned()) };
    let shapes =
        read::shapes(&files::read_json(Path::new(shapes))?, &key).map_err(|error| format!("{shapes}: {error}"))?;
    let regions = match &catalogue {
        Some(file) => {
            let catalogue = files::read_catalogue(Path::new(file))?;
            regions(&serde_json::from_slice(&catalogue).map_err(|error| format!("{file}: {error}"))?)
        }
        None => BTreeMap::new(),
    };
    let borders = borders::cut(&shapes);
    let map = draw::draw(&shapes, &borders, &regions, detail);
    let text = json_out::one_line(&map) + "\n";
    files::write(Path::new(out), text.as_bytes())?;
    say!("{out}: {} municipalities, {} bytes", shapes.len(), text.len());
    for (id, others) in borders::neighbours(&shapes, &borders) {
        say!("{id}: {}", others.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

/// The region of each municipality that a catalogue has.
fn regions(catalogue: &Value) -> BTreeMap<String, String> {
    let places = catalogue.get("municipalities").and_then(Value::as_array);
    let text = |place: &Value, key: &str| place.get(key).and_then(Value::as_str).map(str::to_owned);
    places.into_iter().flatten().filter_map(|place| Some((text(place, "id")?, text(place, "region")?))).collect()
}
