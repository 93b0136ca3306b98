//! What is committed is what the commands make: the catalogue, its schema, the example in the documentation.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn finder(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_finder")).current_dir(root()).args(args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_schema_is_current() {
    let committed = fs::read_to_string(root().join("data/catalogue.schema.json")).unwrap();
    assert!(committed == finder(&["schema"]), "run: cargo finder schema data/catalogue.schema.json");
}

#[test]
fn the_catalogue_is_current_and_import_is_reproducible() {
    let out = scratch("import").join("latvia.json");
    finder(&["import", "data/sources", out.to_str().unwrap()]);
    for name in ["latvia.json", "latvia.map.json"] {
        let committed = fs::read(root().join("data").join(name)).unwrap();
        assert!(committed == fs::read(out.with_file_name(name)).unwrap(), "{name}: run cargo finder import");
    }
}

#[test]
fn the_catalogue_is_clean_and_whole() {
    let said = finder(&["check", "data/latvia.json", "--format", "json", "--today", "2026-11-22"]);
    let report: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(report["counts"]["problems"], 0);
    let expected = [
        ("services", 376),
        ("municipalities", 42),
        ("regions", 5),
        ("programmes", 5),
        ("stories", 24),
        ("events", 61),
        ("documents", 33),
        ("routes", 13),
    ];
    for (list, number) in expected {
        assert_eq!(report["records"][list]["kept"], number, "{list}");
    }
}

#[test]
fn the_example_in_the_documentation_is_the_one_tested() {
    let guide = fs::read_to_string(root().join("docs/catalogue-format.md")).unwrap();
    let example = guide.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let tested = fs::read_to_string(root().join("tests/catalogue/valid/minimal.json")).unwrap();
    assert_eq!(example, tested.replace("../../../data/", ""));
}

/// The guide names every key, and the fixture uses every key.
#[test]
fn every_key_is_documented_and_tested() {
    let schema: Value = serde_json::from_str(&finder(&["schema"])).unwrap();
    let guide = fs::read_to_string(root().join("docs/catalogue-format.md")).unwrap();
    let full = fs::read_to_string(root().join("tests/catalogue/valid/full.json")).unwrap();
    for (record, definition) in schema["$defs"].as_object().unwrap() {
        for key in definition["properties"].as_object().into_iter().flat_map(|keys| keys.keys()) {
            let named = guide.contains(&format!("`{key}`")) || guide.contains(&format!("\"{key}\""));
            assert!(named, "docs/catalogue-format.md does not name `{key}` of {record}");
            // A whole file has no `part`.
            let of_a_split = ["part", "plain", "prepared"].contains(&key.as_str());
            let used = full.contains(&format!("\"{key}\":")) || of_a_split;
            assert!(used, "tests/catalogue/valid/full.json does not use `{key}` of {record}");
        }
    }
}

#[test]
fn nothing_published_holds_a_withheld_address() {
    let folder = scratch("published");
    finder(&["split", "data/latvia.json", folder.to_str().unwrap()]);
    finder(&["prerender", "data/latvia.json", "--list", folder.join("list.html").to_str().unwrap()]);
    fs::write(folder.join("fragment.html"), finder(&["prerender", "data/latvia.json", "--fragment"])).unwrap();
    finder(&["check-withheld", folder.to_str().unwrap()]);

    // The search itself finds them where they are.
    let output = Command::new(env!("CARGO_BIN_EXE_finder"))
        .current_dir(root())
        .args(["check-withheld", "data/sources/facts"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
}

/// Parishes are in a list of ours; addresses come from elsewhere.
#[test]
fn addresses_lie_in_the_municipality_of_their_parish() {
    let catalogue: Value = serde_json::from_slice(&fs::read(root().join("data/latvia.json")).unwrap()).unwrap();
    let mut named: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for municipality in catalogue["municipalities"].as_array().unwrap() {
        for parish in municipality["synonyms"]["lv"].as_array().into_iter().flatten() {
            let parish = parish.as_str().unwrap().trim_end_matches(" pagasts");
            named.entry(parish).or_default().push(municipality["id"].as_str().unwrap());
        }
        let former = municipality["former"].as_array().into_iter().flatten();
        for name in former.chain([&municipality["name"]["lv"]]) {
            let name = name.as_str().unwrap().split(" novads").next().unwrap();
            named.entry(name).or_default().push(municipality["id"].as_str().unwrap());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    for service in catalogue["services"].as_array().unwrap() {
        let texts = ["address", "place"].into_iter().filter_map(|key| service[key].as_str());
        for parish in texts.flat_map(|text| text.split(", ")).filter_map(|part| Some(part.split_once(" pag")?.0)) {
            let municipalities = named.get(parish).unwrap_or_else(|| panic!("{parish}: {}", service["id"]));
            assert!(municipalities.contains(&service["municipality"].as_str().unwrap()), "{parish}: {}", service["id"]);
            seen.insert(parish);
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
}

/// A place whose address is withheld has a name of its own (“Dardedze”); nothing else in the catalogue may put a street
/// beside that name, as the place of a meeting once did.
#[test]
fn no_text_puts_a_street_beside_the_name_of_a_withheld_place() {
    let catalogue: Value = serde_json::from_slice(&fs::read(root().join("data/latvia.json")).unwrap()).unwrap();
    let services = catalogue["services"].as_array().unwrap();
    let withheld = services.iter().filter(|service| service["address_withheld"] == true);
    let names: Vec<&str> = withheld
        .flat_map(|service| service["name"]["lv"].as_str().unwrap().split(['“', '”', '„', '"']).skip(1).step_by(2))
        .collect();
    assert!(names.contains(&"Dardedze") && names.contains(&"Paspārne"), "{names:?}");

    let mut found = Vec::new();
    let lists = ["services", "stories", "programmes", "events", "documents", "routes"];
    for record in lists.iter().flat_map(|list| catalogue[*list].as_array().unwrap()) {
        texts(record, &mut |text| {
            let street = ["iela", "ielā", "prospekt", "Street", "šosej"].iter().any(|word| text.contains(word));
            let numbered = text.contains(|c: char| c.is_ascii_digit());
            if street && numbered && names.iter().any(|name| text.contains(&format!("“{name}”"))) {
                found.push(record["id"].clone());
            }
        });
    }
    assert!(found.is_empty(), "{found:?}");
}

fn texts(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(list) => list.iter().for_each(|entry| texts(entry, each)),
        Value::Object(map) => map.values().for_each(|entry| texts(entry, each)),
        _ => {}
    }
}
