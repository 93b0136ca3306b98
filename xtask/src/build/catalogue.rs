//! The catalogue's part of `dist/`: what `finder`, the catalogue editor's command, makes of `data/latvia.json`.

use std::{path::Path, process::Command};

use anyhow::Result;

use crate::{project::Project, run, step::step};

/// The catalogue that is published.
const SOURCE: &str = "data/latvia.json";

/// Splits the catalogue into what is loaded first and the rest, and writes it as one static page.
pub fn write(project: &Project, dist: &Path) -> Result<()> {
    if !is_there(project) {
        return Ok(());
    }
    step("splitting and prerendering the catalogue", || {
        run::run(finder(project).args(["split", SOURCE]).arg(dist.join("catalogue")))?;
        run::run(finder(project).args(["prerender", SOURCE, "--list"]).arg(dist.join("list.html")))
    })
}

/// The short list that a page holds inside `<service-finder>`.
pub fn fragment(project: &Project) -> Result<String> {
    if !is_there(project) {
        return Ok(String::new());
    }
    let html = run::output(finder(project).args(["prerender", SOURCE, "--fragment"]))?;
    Ok(String::from_utf8(html)?)
}

/// Searches every file for the addresses that must not be published.
pub fn check_withheld(project: &Project, dist: &Path) -> Result<()> {
    if !is_there(project) {
        return Ok(());
    }
    step("looking for withheld addresses", || run::run(finder(project).arg("withheld").arg(dist)))
}

/// Until the first catalogue is there.
fn is_there(project: &Project) -> bool {
    project.root.join(SOURCE).is_file()
}

fn finder(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["run", "--quiet", "--package", "finder-cli", "--bin", "finder", "--"]);
    cargo
}
