//! The static pages of an invented catalogue, as they were agreed on: `tests/prerender`. `UPDATE_EXPECTED=1` writes them anew.

// A test that cannot go on should stop there, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const CATALOGUE: &str = "tests/catalogue/valid/full.json";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn finder(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_finder")).current_dir(root()).args(args).output().unwrap()
}

fn site(lang: &str, more: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{lang}-{}", more.len()));
    let _ = fs::remove_dir_all(&folder);
    let mut args = vec!["prerender", CATALOGUE, "--site", folder.to_str().unwrap(), "--lang", lang];
    args.extend(more);
    let output = finder(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// Compares with what is committed, or writes it.
fn same(name: &str, found: &str) {
    let expected = root().join("tests/prerender").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(&expected, found).unwrap();
    }
    let committed = fs::read_to_string(&expected).unwrap_or_default();
    assert!(committed == found, "tests/prerender/{name} differs; look at it, then UPDATE_EXPECTED=1 cargo test");
}

#[test]
fn pages_are_as_agreed() {
    for lang in ["lv", "en"] {
        let folder = site(lang, &["--base", "https://example.org/finder", "--finder", "/meklet"]);
        for file in ["list.html", "service/oak-house.html", "service/line.html", "story/clip.html", "story/theme.html"]
        {
            same(&format!("{lang}/{file}"), &fs::read_to_string(folder.join(file)).unwrap());
        }
    }
}

#[test]
fn the_fragment_is_as_agreed() {
    for (name, more) in [("fragment.html", None), ("fragment-with-data.html", Some("--json-ld"))] {
        let args: Vec<&str> = ["prerender", CATALOGUE, "--fragment"].into_iter().chain(more).collect();
        same(name, &String::from_utf8(finder(&args).stdout).unwrap());
    }
}

#[test]
fn a_sitemap_names_every_page_by_its_whole_address() {
    let folder = site("lv", &["--base", "https://example.org/finder/"]);
    let sitemap = fs::read_to_string(folder.join("sitemap.xml")).unwrap();
    let mut files = vec!["list.html".to_owned()];
    for kind in ["service", "story"] {
        for entry in fs::read_dir(folder.join(kind)).unwrap() {
            files.push(format!("{kind}/{}", entry.unwrap().file_name().to_string_lossy()));
        }
    }
    assert_eq!(sitemap.matches("<loc>").count(), files.len());
    for file in files {
        assert!(sitemap.contains(&format!("<loc>https://example.org/finder/{file}</loc>")), "{file}");
    }
}

#[test]
fn without_an_address_there_is_no_sitemap_and_that_is_said() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-bare");
    let output = finder(&["prerender", CATALOGUE, "--site", folder.to_str().unwrap()]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("--base URL"));
    assert!(!folder.join("sitemap.xml").exists());
    assert!(!fs::read_to_string(folder.join("list.html")).unwrap().contains("canonical"));
    let output = finder(&["prerender", CATALOGUE, "--site", folder.to_str().unwrap(), "--base", "javascript:x"]);
    assert_eq!(output.status.code(), Some(2));
}
