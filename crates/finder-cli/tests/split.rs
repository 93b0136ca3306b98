//! A split catalogue, joined again, is the whole.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use finder_core::{
    catalogue::{Catalogue, PartKind},
    load::Loaded,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn split(file: &Path, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let output = Command::new(env!("CARGO_BIN_EXE_finder")).arg("split").arg(file).arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

fn valid(loaded: &Loaded) -> Catalogue {
    let (catalogue, problems) = loaded.catalogue();
    assert!(problems.is_empty(), "{problems:#?}");
    catalogue.unwrap()
}

/// The whole catalogue, but for what splitting changes: names of files.
fn whole(file: &Path) -> Catalogue {
    let mut catalogue = valid(&Loaded::first(&fs::read(file).unwrap()).unwrap());
    catalogue.map = None;
    catalogue.parts.clear();
    catalogue
}

/// Every order in which parts may arrive, up to rotation and reversal.
fn orders(n: usize) -> Vec<Vec<usize>> {
    let forward = (0..n).map(|start| (0..n).map(|i| (start + i) % n).collect::<Vec<_>>());
    forward.flat_map(|order| [order.clone(), order.into_iter().rev().collect()]).collect()
}

#[test]
fn the_real_catalogue_joins_to_the_whole_in_any_order() {
    let file = root().join("data/latvia.json");
    let folder = split(&file, "latvia");
    let first = Loaded::first(&fs::read(folder.join("latvia.json")).unwrap()).unwrap();
    let announced = valid(&first);
    assert_eq!(announced.parts.len(), 4);
    let expected = whole(&file);
    assert_eq!(announced.services.len(), expected.services.len());

    for order in orders(announced.parts.len()) {
        let mut loaded = first.clone();
        for at in &order {
            let bytes = fs::read(folder.join(&*announced.parts[*at].url)).unwrap();
            loaded.join(&bytes).unwrap();
            // A part may come twice, after a retry.
            loaded.join(&bytes).unwrap();
            let so_far = valid(&loaded);
            assert_eq!(so_far.services.len(), expected.services.len());
        }
        let mut joined = valid(&loaded);
        assert!(joined.parts.is_empty(), "{:?}", joined.parts);
        joined.map = None;
        assert!(joined == expected, "parts in order {order:?}");
    }
}

#[test]
fn the_map_file_has_a_name_of_its_content() {
    let folder = split(&root().join("data/latvia.json"), "map");
    let first = valid(&Loaded::first(&fs::read(folder.join("latvia.json")).unwrap()).unwrap());
    let map = fs::read(folder.join(&*first.map.unwrap())).unwrap();
    assert_eq!(map, fs::read(root().join("data/latvia.map.json")).unwrap());
}

/// Every key of the format survives a split; the fixture announces parts that are not there, which splitting replaces.
#[test]
fn every_key_survives() {
    let file = root().join("tests/catalogue/valid/full.json");
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("full.json");
    fs::copy(&file, &copy).unwrap();
    fs::write(copy.with_file_name("full.map.json"), "{}").unwrap();
    let folder = split(&copy, "full");
    let mut loaded = Loaded::first(&fs::read(folder.join("full.json")).unwrap()).unwrap();
    let announced = valid(&loaded);
    let kinds: Vec<PartKind> = announced.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    for part in &announced.parts {
        loaded.join(&fs::read(folder.join(&*part.url)).unwrap()).unwrap();
    }
    let mut joined = valid(&loaded);
    joined.map = None;
    assert_eq!(joined, whole(&file));
}
