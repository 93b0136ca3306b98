//! Writes what fuzzing begins with, from the tests and the data: `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.

use std::{fs, path::Path};

use serde_json::{Value, json};

fn main() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let corpus = root.join("fuzz/corpus");
    let write = |target: &str, name: &str, bytes: &[u8]| {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
    };
    // Judged queries: as typed, as links, and with facets.
    for lang in ["lv", "en"] {
        let file: Value = serde_json::from_slice(&fs::read(root.join(format!("tests/ranking/{lang}.json"))).unwrap()).unwrap();
        for (at, entry) in file.as_array().unwrap().iter().enumerate() {
            let query = entry["query"].as_str().unwrap();
            let mut typed = vec![u8::from(lang == "en") | (at as u8 & 30), at as u8, at as u8];
            typed.extend(query.bytes());
            write("search", &format!("{lang}-{at}"), &typed);
            write("text", &format!("{lang}-{at}"), query.as_bytes());
            write("fragment", &format!("{lang}-{at}"), format!("q={query}&type=respite&region=zemgale").as_bytes());
        }
    }
    let links = [
        "q=logop%C4%93ds&region=zemgale&municipality=LV-041,LV-JEL&type=respite,workshop&audience=families",
        "view=map&sort=distance&map=tiles&home=LV-041&open=service:jekabpils-dac-pieaugusajiem",
        "open=office:x&open=story:y&view=programme&colour=red&type=a%2Cb",
    ];
    for (at, link) in links.iter().enumerate() {
        write("fragment", &format!("link-{at}"), link.as_bytes());
    }
    // Catalogues good and bad; each joined to each of a few, and small pieces of the real one.
    let mut catalogues: Vec<(String, Vec<u8>)> = Vec::new();
    for folder in ["valid", "invalid"] {
        for file in fs::read_dir(root.join("tests/catalogue").join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let name = format!("{folder}-{}", path.file_stem().unwrap().to_string_lossy());
                catalogues.push((name, fs::read(path).unwrap()));
            }
        }
    }
    let real: Value = serde_json::from_slice(&fs::read(root.join("data/latvia.json")).unwrap()).unwrap();
    for (key, value) in real.as_object().unwrap() {
        let Value::Array(records) = value else { continue };
        for (at, record) in records.iter().enumerate().take(12) {
            let file = json!({ "languages": ["lv", "en"], (key.as_str()): [record], "types": [real["types"][0]] });
            catalogues.push((format!("{key}-{at}"), file.to_string().into_bytes()));
        }
    }
    let bases: Vec<Vec<u8>> = catalogues.iter().filter(|(_, file)| file.len() < 2000).step_by(9).map(|(_, file)| file.clone()).collect();
    for (name, file) in &catalogues {
        write("load", name, file);
        for (at, base) in bases.iter().enumerate() {
            write("join", &format!("{name}-{at}"), &[base.as_slice(), &[0], file].concat());
        }
    }
    // The real map, and each of its municipalities alone.
    let bytes = fs::read(root.join("data/latvia.map.json")).unwrap();
    let map: Value = serde_json::from_slice(&bytes).unwrap();
    write("map", "whole", &bytes);
    for (id, shape) in map["municipalities"].as_object().unwrap() {
        let one = json!({ "size": map["size"], "municipalities": { (id.as_str()): shape }, "inset": map["inset"] });
        write("map", id, one.to_string().as_bytes());
    }
    // The format's words, for what mutations are made of.
    let schema = fs::read_to_string(root.join("data/catalogue.schema.json")).unwrap();
    let mut words: Vec<&str> = schema.split('"').skip(1).step_by(2).filter(|word| word.len() < 24 && word.is_ascii()).collect();
    words.extend(["lv", "en", "LV-041", "service-finder/1", "https://example.org", "2026-11-22", "+371 63007524"]);
    words.sort_unstable();
    words.dedup();
    let line = |word: &&str| format!("\"\\\"{}\\\"\"\n", word.replace('\\', ""));
    fs::write(corpus.join("format.dict"), words.iter().map(line).collect::<String>()).unwrap();
}
