//! Reading and writing files, with the file named in every error.

use std::{fs, path::Path};

use serde_json::Value;

/// The bytes of a file.
///
/// # Errors
/// Says which file and why.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A JSON file.
///
/// # Errors
/// Says which file, and where it is no JSON.
pub fn read_json(path: &Path) -> Result<Value, String> {
    serde_json::from_slice(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file, making the folders it lies in.
///
/// # Errors
/// Says which file and why.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
