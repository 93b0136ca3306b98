//! `finder schema`: the JSON Schema of the catalogue format, for editors that check while one types.

use std::{path::Path, process::ExitCode};

use crate::{Outcome, files, json_out};

/// Writes the schema, or prints it.
///
/// # Errors
/// Says why it cannot be written.
pub fn run(args: &[String]) -> Outcome {
    match args {
        [] => say_all!("{}", text()),
        [out] => files::write(Path::new(out), text().as_bytes())?,
        _ => return Err("finder schema: expected nothing, or one file".to_owned()),
    }
    Ok(ExitCode::SUCCESS)
}

/// The schema as it is committed.
#[must_use]
pub fn text() -> String {
    json_out::pretty(&finder_core::json_schema())
}
