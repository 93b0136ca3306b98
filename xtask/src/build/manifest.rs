//! `manifest.json`: every published file with its sizes, integrity hash and how long it may be kept.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{compress::is_compressible, files, hash::integrity, names::Cache};

/// The file's name in `dist/`.
pub const NAME: &str = "manifest.json";

/// What is in `dist/`.
#[derive(Serialize, Deserialize)]
pub struct Manifest {
    /// Of the widget.
    pub version: String,
    /// In the order of their paths; compressed copies are told with their file.
    pub files: Vec<Entry>,
}

/// One published file.
#[derive(Serialize, Deserialize)]
pub struct Entry {
    /// Relative to `dist/`.
    pub path: String,
    /// Size in bytes as it is.
    pub bytes: u64,
    /// Size in bytes with Brotli, where there is such a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub br: Option<u64>,
    /// Size in bytes with gzip, where there is such a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gz: Option<u64>,
    /// For an `integrity` attribute.
    pub integrity: String,
    /// How long it may be kept.
    pub cache: Cache,
}

impl Manifest {
    /// Reads that of a built `dist/`.
    pub fn read(dist: &Path) -> Result<Self> {
        Ok(serde_json::from_str(&files::read(&dist.join(NAME))?)?)
    }
}

/// Writes the manifest of the files in `dist`.
pub fn write(dist: &Path, version: &str) -> Result<()> {
    let paths = files::list(dist)?;
    let size = |path: String| fs::metadata(dist.join(path)).ok().map(|data| data.len());
    let is_copy =
        |path: &str| path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).is_some_and(is_compressible);
    let mut entries = Vec::new();
    for path in paths.into_iter().filter(|path| !is_copy(path)) {
        let bytes = fs::read(dist.join(&path)).with_context(|| path.clone())?;
        entries.push(Entry {
            bytes: bytes.len() as u64,
            br: size(format!("{path}.br")),
            gz: size(format!("{path}.gz")),
            integrity: integrity(&bytes),
            cache: Cache::of(&path),
            path,
        });
    }
    let manifest = Manifest { version: version.to_owned(), files: entries };
    let mut json = serde_json::to_string_pretty(&manifest)?;
    json.push('\n');
    files::write(&dist.join(NAME), json.as_bytes())
}
