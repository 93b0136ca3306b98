//! Loading is total, and what is wrong in one place costs only that place.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{collections::BTreeMap, sync::LazyLock};

use finder_core::{
    catalogue::{Catalogue, Residence, Service, ServiceArea, TypeIx},
    load::Loaded,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The real catalogue.
static REAL: LazyLock<Map<String, Value>> = LazyLock::new(|| Loaded::first(&real_bytes()).unwrap().value().clone());

fn real_bytes() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.json")).unwrap()
}

fn load(map: &Map<String, Value>) -> (Catalogue, Vec<String>) {
    let bytes = serde_json::to_vec(map).unwrap();
    let (catalogue, problems) = Loaded::first(&bytes).unwrap().catalogue();
    (catalogue.unwrap(), problems.iter().map(ToString::to_string).collect())
}

/// Joins a part; joined again, it changes nothing more.
fn join(loaded: &mut Loaded, part: &[u8]) {
    let before = loaded.value().clone();
    match loaded.join(part) {
        Ok(()) => {
            let once = loaded.value().clone();
            loaded.join(part).unwrap();
            assert_eq!(*loaded.value(), once);
        }
        Err(_) => assert_eq!(*loaded.value(), before),
    }
}

/// Whatever the bytes, loading, joining and validating answer.
fn survives(bytes: &[u8]) {
    if let Ok(mut loaded) = Loaded::first(bytes) {
        join(&mut loaded, bytes);
        let _ = loaded.catalogue();
    }
    let mut loaded = Loaded::first(br#"{"services": [{"id": "a"}], "parts": 1, "title": {"lv": "x"}}"#).unwrap();
    join(&mut loaded, bytes);
    let _ = loaded.catalogue();
}

fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("lv".to_owned()),
        Just("id".to_owned()),
        Just("2026-11-22".to_owned()),
        Just("https://example.org".to_owned()),
        "[a-z-]{0,8}",
        ".{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(word.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A file of the format's own keys with anything in them.
fn any_catalogue() -> impl Strategy<Value = Map<String, Value>> {
    let keys: Vec<String> = REAL.keys().cloned().collect();
    let record_keys: Vec<String> = REAL["services"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|service| service.as_object().unwrap().keys().cloned())
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let record = prop::collection::btree_map(prop::sample::select(record_keys), any_json(), 0..8)
        .prop_map(|map| Value::Object(map.into_iter().collect()));
    let list = prop::collection::vec(record, 0..6).prop_map(Value::from);
    prop::collection::btree_map(prop::sample::select(keys), prop_oneof![any_json(), list], 1..12)
        .prop_map(|map| map.into_iter().collect())
}

/// Every place in the real catalogue, as JSON pointers of one list, drawn by numbers at each level.
fn pick<'a>(value: &'a mut Value, choices: &[usize]) -> &'a mut Value {
    let Some((choice, rest)) = choices.split_first() else { return value };
    let leaf = match value {
        Value::Object(map) => map.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => true,
    };
    match value {
        _ if leaf => value,
        Value::Object(map) => {
            let key = map.keys().nth(choice % map.len()).unwrap().clone();
            pick(map.get_mut(&key).unwrap(), rest)
        }
        Value::Array(list) => {
            let at = choice % list.len();
            pick(&mut list[at], rest)
        }
        _ => value,
    }
}

/// A service with every position replaced by the id it stands for: comparable between catalogues.
fn shape(catalogue: &Catalogue, service: &Service) -> String {
    let types: Vec<_> = service.types.iter().map(|ix| &catalogue.type_term(*ix).unwrap().id).collect();
    let audiences: Vec<_> = service.audiences.iter().map(|ix| &catalogue.audience(*ix).unwrap().id).collect();
    let municipality = |ix| catalogue.municipality(ix).unwrap().id.clone();
    let area = match service.area {
        ServiceArea::Municipality(ix) => municipality(ix).to_string(),
        other => format!("{other:?}"),
    };
    let residence = match &service.details.residence {
        Residence::Only(list) => format!("{:?}", list.iter().map(|ix| municipality(*ix)).collect::<Vec<_>>()),
        other => format!("{other:?}"),
    };
    let part_of = service.part_of.map(|ix| &catalogue.service(ix).unwrap().id);
    let mut bare = service.clone();
    (bare.types, bare.audiences, bare.stories) = (vec![TypeIx::new(0)], Vec::new(), Vec::new());
    (bare.area, bare.part_of, bare.details.residence) = (ServiceArea::NotStated, None, Residence::NotStated);
    format!("{types:?} {audiences:?} {area} {residence} {part_of:?} {bare:?}")
}

fn shapes(catalogue: &Catalogue) -> BTreeMap<String, String> {
    catalogue.services.iter().map(|s| (s.id.to_string(), shape(catalogue, s))).collect()
}

/// Shapes of the real catalogue's services.
static SHAPES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| shapes(&load(&REAL).0));

/// Does this record of the file say any of these ids?
fn names(record: &Value, ids: &[String]) -> bool {
    match record {
        Value::String(text) => ids.contains(text),
        Value::Array(list) => list.iter().any(|entry| names(entry, ids)),
        Value::Object(map) => map.values().any(|entry| names(entry, ids)),
        _ => false,
    }
}

/// Ids of the records that hang on `id`, directly or not.
fn dependents(id: String) -> Vec<String> {
    let mut ids = vec![id];
    loop {
        let before = ids.len();
        for list in ["regions", "municipalities", "services"] {
            for record in REAL[list].as_array().unwrap() {
                let own = record["id"].as_str().unwrap().to_owned();
                // A municipality's neighbours lose a neighbour, which no service feels.
                let mut record = record.clone();
                if let Some(map) = record.as_object_mut() {
                    map.remove("neighbours");
                }
                if !ids.contains(&own) && names(&record, &ids) {
                    ids.push(own);
                }
            }
        }
        if ids.len() == before {
            return ids;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    #[test]
    fn any_json_is_survived(value in any_json()) {
        survives(&serde_json::to_vec(&value).unwrap());
    }

    #[test]
    fn any_catalogue_is_survived(map in any_catalogue()) {
        survives(&serde_json::to_vec(&map).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn real_bytes_cut_or_changed_are_survived(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = real_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    /// Whatever stands in one record, all services that do not hang on it are as they were.
    #[test]
    fn a_change_costs_only_the_records_it_touches(
        list in prop::sample::select(vec!["types", "audiences", "regions", "municipalities", "services", "stories", "routes"]),
        record in any::<prop::sample::Index>(),
        choices in prop::collection::vec(any::<usize>(), 0..5),
        replacement in prop::option::of(any_json()),
    ) {
        let mut changed = REAL.clone();
        let records = changed.get_mut(list).unwrap().as_array_mut().unwrap();
        let record = record.index(records.len());
        let touched = records[record]["id"].as_str().unwrap().to_owned();
        let place = pick(&mut records[record], &choices);
        *place = replacement.unwrap_or(Value::Null);
        // Another record's id would cost that one: the first of two with one id stays.
        let id = records[record]["id"].as_str().map(str::to_owned);
        let doubled = id.is_some_and(|id| records.iter().filter(|other| other["id"] == *id).count() > 1);
        prop_assume!(!doubled);

        let (catalogue, _) = load(&changed);
        let found = shapes(&catalogue);
        let hanging = dependents(touched);
        for (id, before) in SHAPES.iter().filter(|(id, _)| !hanging.contains(id)) {
            prop_assert_eq!(found.get(id), Some(before), "{}", id);
        }
    }

    /// Whatever stands in the catalogue's own values, all services stay.
    #[test]
    fn a_change_to_the_head_costs_no_service(
        key in prop::sample::select(vec!["title", "updated", "licence", "credits", "map", "publisher", "parts", "part", "further"]),
        replacement in any_json(),
    ) {
        let mut changed = REAL.clone();
        changed.insert(key.to_owned(), replacement);
        let (catalogue, _) = load(&changed);
        prop_assert!(shapes(&catalogue) == *SHAPES);
    }
}

#[test]
fn the_real_catalogue_has_no_problems() {
    let (catalogue, problems) = load(&REAL);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(catalogue.services.len(), 376);
    // In the facts, withheld places have contacts only.
    for service in catalogue.services.iter().filter(|service| service.location.withheld) {
        assert_eq!((&service.location.address, &service.place), (&None, &None), "{}", service.id);
    }
    assert_eq!(catalogue.services.iter().filter(|service| service.location.withheld).count(), 36);
}

/// Found by fuzzing: records without an id were added each time, and of records with the same id the first gained more
/// each time, and so did a text that a part gives as an object within an object.
#[test]
fn a_part_joined_twice_changes_nothing_more() {
    for part in [
        r#"{"services": [null, "a", [], {"name": "x"}]}"#,
        r#"{"services": [{"id": "b", "name": "x"}, {"id": "b", "summary": "y"}]}"#,
        r#"{"stories": [{"id": "b", "title": "x"}, {"id": "b", "summary": "y"}, null]}"#,
        r#"{"title": {"lv": {"lv": {"en": "x"}}}}"#,
        r#"{"parts": [{"kind": "details", "url": "x"}], "part": {"kind": "stories"}}"#,
    ] {
        let first =
            br#"{"languages": ["lv"], "title": "x", "services": [{"id": "a"}], "parts": [{"kind": "stories"}]}"#;
        let mut loaded = Loaded::first(first).unwrap();
        join(&mut loaded, part.as_bytes());
        // What is wrong in a part is told all the same.
        if part.contains("null") {
            assert!(loaded.catalogue().1.len() > 1, "{part}");
        }
    }
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let problem = Loaded::first(deep.as_bytes()).unwrap_err();
    assert!(problem.to_string().contains("recursion limit"), "{problem}");
    let keys = format!("{{\"title\":{}1{}}}", "{\"lv\":".repeat(100), "}".repeat(100));
    survives(keys.as_bytes());
}

/// A chain of parts and thousands of wrong references: linear work, and no stack to run out of.
#[test]
fn long_chains_and_many_mistakes_are_followed() {
    let n = 20_000;
    let services: Vec<Value> = (0..n)
        .map(|i| {
            json!({ "id": format!("s{i}"), "name": "x", "types": ["a", "b"], "part_of": format!("s{}", (i + 1) % n),
                    "address_withheld": i == 7, "address": "x" })
        })
        .collect();
    let file =
        json!({ "title": "x", "languages": ["lv"], "types": [{ "id": "a", "name": "A" }], "services": services });
    let (catalogue, problems) = load(file.as_object().unwrap());
    assert_eq!(catalogue.services.len(), n);
    // One circle, cut once: then everything is a part of the last, and all but the whole's wholes are withheld with it.
    assert_eq!(catalogue.services.iter().filter(|service| service.part_of.is_none()).count(), 1);
    assert_eq!(problems.iter().filter(|problem| problem.contains("types[1]")).count(), n);
    assert!(catalogue.services.iter().filter(|service| service.location.withheld).count() >= 8);
}
