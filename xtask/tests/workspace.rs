//! What must hold between the packages of the workspace.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

/// Everything that cargo resolves, with the packages' dependencies.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Names of the packages that `package` is built from, itself among them; not those of its tests and build scripts.
fn built_from(metadata: &Value, package: &str) -> BTreeSet<String> {
    let names: BTreeMap<_, _> =
        list(&metadata["packages"]).map(|found| (text(&found["id"]), text(&found["name"]))).collect();
    let nodes: BTreeMap<_, _> = list(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let mut wanted: Vec<_> = names.iter().filter(|(_, name)| **name == package).map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if seen.insert(id) {
            let normal = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            wanted.extend(list(&nodes[id]["deps"]).filter(normal).map(|dependency| text(&dependency["pkg"])));
        }
    }
    seen.into_iter().map(|id| names[id].to_owned()).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The core runs in the browser, in the command line and in tests alike: it may know nothing of any of them.
#[test]
fn the_core_is_pure() {
    let parts = built_from(&metadata(), "finder-core");
    assert!(parts.contains("serde_json"), "{parts:?}");
    let impure = |name: &&String| {
        ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "reactive", "tachys", "tokio", "getrandom", "libc"]
            .iter()
            .any(|banned| name.starts_with(banned))
    };
    assert_eq!(parts.iter().find(impure), None, "finder-core is built from {parts:?}");
}

/// wasm-bindgen's two halves only understand each other at exactly the same version.
#[test]
fn wasm_bindgen_is_one_version() {
    let metadata = metadata();
    let version = |name: &str| -> Vec<String> {
        let found = list(&metadata["packages"]).filter(|package| package["name"] == name);
        found.map(|package| text(&package["version"]).to_owned()).collect()
    };
    assert_eq!(version("wasm-bindgen").len(), 1);
    assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
}

/// A feature of leptos for servers would strip every event handler from the widget.
#[test]
fn leptos_renders_in_the_browser_only() {
    let metadata = metadata();
    let leptos = list(&metadata["resolve"]["nodes"]).find(|node| text(&node["id"]).contains("#leptos@")).unwrap();
    let features: Vec<_> = list(&leptos["features"]).map(text).collect();
    assert!(features.contains(&"csr"), "{features:?}");
    for banned in ["ssr", "hydrate", "nightly", "islands", "delegation"] {
        assert!(!features.contains(&banned), "leptos has the feature {banned}");
    }
    let parts = built_from(&metadata, "service-finder");
    for banned in ["leptos_router", "leptos_meta"] {
        assert!(!parts.contains(banned), "{banned} acts on the page around the widget");
    }
}
