//! `finder check`: every problem of a catalogue.

use std::{path::Path, process::ExitCode};

use finder_core::load::Loaded;

use crate::{Outcome, files};

/// Checks a file.
///
/// # Errors
/// Says why the file cannot be read.
pub fn run(args: &[String]) -> Outcome {
    let file = args.first().ok_or("finder check: which file?")?;
    let loaded = Loaded::first(&files::read(Path::new(file))?).map_err(|problem| format!("{file}: {problem}"))?;
    let (catalogue, problems) = loaded.catalogue();
    for problem in &problems {
        println!("{problem}");
    }
    println!("{} services, {} problems", catalogue.map_or(0, |c| c.services.len()), problems.len());
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}
