//! A split catalogue, joined again, is the whole.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use finder_core::{
    catalogue::{Catalogue, LangIx, Lexicon, PartKind},
    load::Loaded,
    prepared::{Prepared, read_lexicon},
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

/// The words that are prepared for a language.
fn lexicon(folder: &Path, prepared: &Prepared) -> Lexicon {
    let file = fs::read(folder.join(&**prepared.lexicon.as_ref().unwrap())).unwrap();
    read_lexicon(&file, &prepared.catalogue).unwrap()
}

/// The first file as plain JSON: that which the file under the catalogue's own name has prepared.
fn plain(folder: &Path, name: &str) -> Loaded {
    let first = fs::read(folder.join(name)).unwrap();
    let prepared = Prepared::read(&first).unwrap();
    let plain = Loaded::first(&fs::read(folder.join(&*prepared.plain)).unwrap()).unwrap();
    let expected = valid(&plain);
    assert!(prepared.catalogue == expected, "what is prepared is what the plain file says");
    assert!(expected.lexicon.is_empty());
    let words = expected.parts.iter().find(|part| part.kind == PartKind::Words).unwrap();
    let mut with_words = plain.clone();
    with_words.join(&fs::read(folder.join(&*words.url)).unwrap()).unwrap();
    let words = valid(&with_words).lexicon;
    assert_eq!(lexicon(folder, &prepared), words.in_language(LangIx::new(0)));
    for (lang, file) in &prepared.languages {
        let translated = Prepared::read(&fs::read(folder.join(&**file)).unwrap()).unwrap();
        let part = expected.parts.iter().find(|part| part.kind == PartKind::Language(*lang)).unwrap();
        let mut joined = plain.clone();
        joined.join(&fs::read(folder.join(&*part.url)).unwrap()).unwrap();
        assert!(translated.catalogue == valid(&joined), "and with the texts of a further language");
        assert_eq!(translated.plain, prepared.plain);
        assert_eq!(lexicon(folder, &translated), *words);
    }
    assert_eq!(prepared.languages.len(), expected.languages.len() - 1);
    // Whoever reads JSON finds the way too, and the tools follow it.
    let as_json = Loaded::first(&first).unwrap();
    assert_eq!(as_json.value()["plain"], *prepared.plain);
    assert!(valid(&as_json).services.is_empty());
    let said = Command::new(env!("CARGO_BIN_EXE_finder")).arg("check").arg(folder.join(name)).output().unwrap();
    let count = format!("{0} of {0} services kept", expected.services.len());
    assert!(String::from_utf8_lossy(&said.stdout).contains(&count), "{said:?}");
    plain
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
    let first = plain(&folder, "latvia.json");
    let announced = valid(&first);
    assert_eq!(announced.parts.len(), 5);
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
    let first = valid(&plain(&folder, "latvia.json"));
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
    let mut loaded = plain(&folder, "full.json");
    let announced = valid(&loaded);
    let kinds: Vec<PartKind> = announced.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    for part in &announced.parts {
        loaded.join(&fs::read(folder.join(&*part.url)).unwrap()).unwrap();
    }
    let mut joined = valid(&loaded);
    joined.map = None;
    assert_eq!(joined, whole(&file));
}

#[test]
fn a_catalogue_without_words_has_no_lexicon() {
    let folder = split(&root().join("tests/catalogue/valid/minimal.json"), "minimal");
    let prepared = Prepared::read(&fs::read(folder.join("minimal.json")).unwrap()).unwrap();
    assert_eq!(prepared.lexicon, None);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("lexicon")), "{names:?}");
}

/// The finder tells an editor of problems: it has to read the file itself for that.
#[test]
fn a_catalogue_with_problems_is_not_prepared() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad.json");
    fs::write(
        &file,
        r#"{ "format": "service-finder/1", "title": "Invented", "languages": ["en"], "services": [{ "id": "a" }] }"#,
    )
    .unwrap();
    let folder = split(&file, "bad");
    let first = fs::read(folder.join("bad.json")).unwrap();
    assert_eq!(Prepared::read(&first), None);
    assert!(!Loaded::first(&first).unwrap().catalogue().1.is_empty());
}
