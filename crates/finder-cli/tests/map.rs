//! `finder map` on an invented country and on the real one's topology.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use finder_core::{load::Loaded, map::MapFile};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs the command; what it wrote and what it said.
fn map(name: &str, args: &[&str]) -> (String, String) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_finder"));
    let (shapes, options) = args.split_first().expect("a file");
    let ran = command.current_dir(root()).arg("map").arg(shapes).arg(&out).args(options).output().expect("runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    (std::fs::read_to_string(&out).expect("written"), String::from_utf8(ran.stdout).expect("text"))
}

const LAKELAND: &str = "tests/browser/hosts/lakeland";

fn lakeland() -> (String, String) {
    let (shapes, catalogue) = (format!("{LAKELAND}/shapes.geojson"), format!("{LAKELAND}/lakeland.json"));
    map("lakeland.map.json", &[&shapes, "--id", "code", "--catalogue", &catalogue])
}

fn neighbours(said: &str) -> BTreeMap<String, Vec<String>> {
    let lines = said.lines().skip(1).filter_map(|line| line.split_once(": "));
    lines.map(|(id, others)| (id.to_owned(), others.split_whitespace().map(str::to_owned).collect())).collect()
}

/// The absolute points of a path of relative lines.
fn points(path: &str) -> Vec<(i64, i64)> {
    let mut text = String::new();
    for c in path.chars() {
        match c {
            '-' => text.push_str(" -"),
            c if c.is_ascii_digit() => text.push(c),
            'M' => text.push_str(" M "),
            _ => text.push(' '),
        }
    }
    let (mut at, mut is_start, mut found) = ((0, 0), false, Vec::new());
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "M" {
            is_start = true;
            continue;
        }
        let point = (word.parse::<i64>().expect("x"), words.next().expect("y").parse::<i64>().expect("y"));
        at = if is_start { point } else { (at.0 + point.0, at.1 + point.1) };
        is_start = false;
        found.push(at);
    }
    found
}

#[test]
fn the_invented_countrys_map_is_what_its_shapes_make() {
    let (made, said) = lakeland();
    let committed = std::fs::read_to_string(root().join(LAKELAND).join("lakeland.map.json")).expect("is there");
    assert_eq!(made, committed, "finder map makes the fixture");
    let bytes = std::fs::read(root().join(LAKELAND).join("lakeland.json")).expect("is there");
    let catalogue = Loaded::first(&bytes).expect("is JSON").catalogue().0.expect("is a catalogue");
    let map = MapFile::read(made.as_bytes(), &catalogue).expect("is a map");
    assert_eq!(map.units.len(), 7);
    assert!(map.has_tiles());
    // What is said of neighbours is what the catalogue has.
    for place in &catalogue.municipalities {
        let mut named: Vec<&str> =
            place.neighbours.iter().map(|ix| catalogue.municipality(*ix).expect("is there").id.as_str()).collect();
        named.sort_unstable();
        assert_eq!(neighbours(&said)[place.id.as_str()], named, "{}", place.id.as_str());
    }
}

#[test]
fn shared_borders_stay_shared_however_simple_they_get() {
    for detail in ["0", "12", "400"] {
        let shapes = format!("{LAKELAND}/shapes.geojson");
        let (made, said) = map(&format!("shared-{detail}.json"), &[&shapes, "--id", "code", "--detail", detail]);
        let made: Value = serde_json::from_str(&made).expect("is JSON");
        let path = |id: &str| points(made["municipalities"][id]["path"].as_str().expect("a path"));
        for (id, others) in neighbours(&said) {
            for other in others {
                let theirs = path(&other);
                let shared = path(&id).into_iter().filter(|point| theirs.contains(point)).count();
                assert!(shared >= 2, "{id} and {other} share {shared} points with --detail {detail}");
            }
        }
    }
    let length = |detail: &str| {
        std::fs::metadata(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("shared-{detail}.json")))
            .expect("is there")
            .len()
    };
    assert!(length("400") < length("12") && length("12") < length("0"));
}

/// The real municipalities, from TopoJSON: neighbours by shared arcs are those the sources list.
#[test]
fn topojson_is_read_too() {
    let (made, said) = map("latvia.json", &["data/sources/geo/lv-42-m.topo.json"]);
    let made: Value = serde_json::from_str(&made).expect("is JSON");
    assert_eq!(made["municipalities"].as_object().expect("an object").len(), 42);
    let text = std::fs::read_to_string(root().join("data/sources/geo/units42.json")).expect("is there");
    let units: Value = serde_json::from_str(&text).expect("is JSON");
    for (id, others) in neighbours(&said) {
        // Two that meet in one point are listed there with 0 km.
        let listed = units[&id]["neighbours"].as_object().expect("an object").iter();
        let mut listed: Vec<&str> =
            listed.filter(|(_, km)| km.as_f64() > Some(0.0)).map(|(id, _)| id.as_str()).collect();
        listed.sort_unstable();
        assert_eq!(others, listed, "{id}");
    }
}

#[test]
fn what_is_no_shape_is_said() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-shape.json");
    for (text, said) in [
        ("{}", "expected GeoJSON"),
        (r#"{"type":"FeatureCollection","features":[]}"#, "no shapes"),
        (
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{}}]}"#,
            "no `id` and no property `id`",
        ),
        (
            r#"{"type":"FeatureCollection","features":[{"id":"A","geometry":{"type":"Point","coordinates":[1,2]}}]}"#,
            "found Point",
        ),
        (
            r#"{"type":"Topology","arcs":[],"objects":{"a":{"geometries":[{"id":"A","type":"Polygon","arcs":[[0]]}]}}}"#,
            "an arc that is not there",
        ),
    ] {
        std::fs::write(&file, text).expect("can be written");
        let ran =
            Command::new(env!("CARGO_BIN_EXE_finder")).arg("map").arg(&file).arg("out.json").output().expect("runs");
        assert_eq!(ran.status.code(), Some(2));
        let error = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(error.contains(said), "{text}: {error}");
    }
}
