//! `cargo xtask build`: everything in `dist/`.
//!
//! The new `dist/` is made beside the old one and takes its place at the end, so that a server never shows half of it.

mod catalogue;
mod compress;
mod files;
mod hash;
mod manifest;
mod names;
mod order;
mod pages;
mod shorten;
mod split;
mod swap;
mod tidy;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::Parser;

use self::catalogue::Finder;
use crate::{project::Project, step::step};
pub use {
    compress::is_compressible,
    hash::sha256_hex,
    manifest::{Entry, Manifest},
    names::Cache,
    wasm::compile,
};

/// The package of the widget.
pub const WIDGET: &str = "service-finder";

/// `cargo xtask build`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    build(&Project::find()?)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes `dist/` from the sources.
pub fn build(project: &Project) -> Result<()> {
    let start = std::time::Instant::now();
    let widget = wasm::build(project)?;
    let finder = Finder::build(project)?;
    let staging = swap::Staging::new(&project.dist())?;
    let assets = files::write_assets(staging.path(), &widget)?;
    files::copy_public(project, staging.path())?;
    files::write_loader(project, staging.path(), &assets)?;
    finder.write_catalogue(staging.path())?;
    pages::write(project, &finder, &assets, staging.path())?;
    finder.check_withheld(staging.path())?;
    step("compressing", || compress::folder(staging.path(), &project.target.join("compressed")))?;
    manifest::write(staging.path(), &project.version)?;
    staging.finish()?;
    eprintln!("✓ {} ({:.1} s in all)", project.shown(&project.dist()), start.elapsed().as_secs_f64());
    Ok(())
}
