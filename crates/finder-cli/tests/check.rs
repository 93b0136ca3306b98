//! `finder check` on catalogues that are right and wrong in every way we know; see `tests/catalogue/README.md`.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn finder(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_finder")).current_dir(root()).args(args).output().unwrap()
}

fn fixtures(folder: &str) -> Vec<String> {
    let folder = format!("tests/catalogue/{folder}");
    let mut names: Vec<String> = fs::read_dir(root().join(&folder))
        .unwrap()
        .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()))
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

fn check(file: &str) -> Output {
    finder(&["check", file, "--today", "2026-11-22"])
}

#[test]
fn valid_catalogues_are_clean() {
    for file in fixtures("valid") {
        let output = check(&file);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.starts_with(&format!("{file}: 0 problems, 0 warnings")), "{said}");
    }
}

/// `finder check FILE | head -1` had panicked where the file has more problems than a pipe holds.
#[test]
fn a_reader_who_has_heard_enough_is_no_mistake() {
    let mut finder = Command::new(env!("CARGO_BIN_EXE_finder"))
        .current_dir(root())
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(finder.stdout.take());
    let output = finder.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn every_problem_is_told_as_expected() {
    for file in fixtures("invalid") {
        let output = check(&file);
        let code = output.status.code().unwrap();
        let said = format!("{}exit code {code}\n", String::from_utf8(output.stdout).unwrap());
        let expected = root().join(file.replace(".json", ".expected.txt"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(said, expected, "{file}");
    }
}

#[test]
fn withheld_addresses_are_never_quoted() {
    let output = finder(&["check", "tests/catalogue/invalid/withheld.json", "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("address_withheld"));
    assert!(!said.contains("Invented Street"), "{said}");
}

#[test]
fn programs_get_the_same_as_json() {
    let output = finder(&["check", "tests/catalogue/invalid/ages.json", "--format", "json", "--today", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["counts"]["problems"], 5);
    assert_eq!(report["problems"][0]["place"], "services[0].min_age");
    assert_eq!(report["problems"][0]["id"], "below");
    assert_eq!(report["problems"][0]["costs"], "value");
    assert_eq!(report["records"]["services"]["kept"], 6);

    let output = finder(&["check", "tests/catalogue/invalid/cut-off.json", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["problems"][0]["costs"], "file");
}

#[test]
fn a_file_that_is_not_there_cannot_be_read() {
    let output = finder(&["check", "tests/catalogue/nowhere.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nowhere.json"));
}
