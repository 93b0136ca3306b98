//! `cargo xtask bench`: the core's benchmarks, then those beside peers from npm. They print figures and judge nothing.

use std::{fs, path::Path, process::ExitCode};

use anyhow::Result;
use lexopt::Parser;
use serde_json::Value;

use crate::{node, project::Project, run, step::step};

/// The package whose benches are run.
const CORE: &str = "finder-core";

/// `cargo xtask bench [FILTER]`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    let filter: Vec<_> = args.raw_args()?.collect();
    let project = Project::find()?;
    if project.root.join("crates").join(CORE).join("benches").is_dir() {
        step("benchmarks of the core", || {
            run::run(project.cargo().args(["bench", "--package", CORE, "--"]).args(&filter))
        })?;
    } else {
        println!("missing: crates/{CORE}/benches (benchmarks of the core)");
    }
    let peers = project.root.join("tests").join("bench");
    if has_script(&peers.join("package.json")) {
        node::install(&project, &peers)?;
        step("benchmarks beside peers", || {
            run::run(node::npm(&project)?.args(["run", "bench", "--"]).args(&filter).current_dir(&peers))
        })?;
    } else {
        println!("missing: tests/bench/package.json with a script `bench` (benchmarks beside peers)");
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether the package has a script `bench`.
fn has_script(package: &Path) -> bool {
    let text = fs::read_to_string(package).unwrap_or_default();
    serde_json::from_str::<Value>(&text).is_ok_and(|package| package.pointer("/scripts/bench").is_some())
}
