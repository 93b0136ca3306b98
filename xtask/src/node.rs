//! Node and its packages.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{build::sha256_hex, project::Project, run, step::step};

/// The oldest that the tests run on.
const NODE: u32 = 20;

/// npm at the project's root.
///
/// # Errors
/// When there is no Node, or an old one: what to do is told.
pub fn npm(project: &Project) -> Result<Command> {
    let how = format!("install Node.js {NODE} or newer with npm (https://nodejs.org/), then run this again");
    if run::which("node").is_none() || run::which("npm").is_none() {
        bail!("node or npm not found: {how}");
    }
    let version = String::from_utf8(run::output(project.command("node").arg("--version"))?)?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("found Node.js {}: {how}", version.trim());
    }
    Ok(project.command("npm"))
}

/// Installs what `package-lock.json` in `folder` names, unless that was done already.
pub fn install(project: &Project, folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = sha256_hex(&fs::read(&lock).with_context(|| project.shown(&lock).to_string())?, 64);
    let stamp = folder.join("node_modules").join(".installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step(&format!("installing the packages of {} (npm ci)", project.shown(folder)), || {
        run::run(npm(project)?.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
    })?;
    fs::write(&stamp, wanted).with_context(|| project.shown(&stamp).to_string())
}
