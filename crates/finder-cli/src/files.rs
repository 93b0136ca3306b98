//! Reading and writing files, with the file named in every error.

use std::{fs, path::Path};

use finder_core::load::Loaded;
use serde_json::Value;

/// The bytes of a file.
///
/// # Errors
/// Says which file and why.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The bytes of a catalogue as plain JSON: of the file itself, or of the one beside it that a prepared first file names.
///
/// # Errors
/// Says which file and why.
pub fn read_catalogue(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = read(path)?;
    let plain = Loaded::first(&bytes).ok().and_then(|first| first.plain().map(str::to_owned));
    plain.map_or(Ok(bytes), |plain| read(&path.with_file_name(plain)))
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
