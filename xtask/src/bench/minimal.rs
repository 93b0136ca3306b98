//! The least that Leptos needs, for cold starts beside the finder: a machine's own speed is in both.

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{build, project::Project, step::step};

/// The package.
const PACKAGE: &str = "bench-minimal-widget";

/// The question that it is for.
pub const QUESTION: &str = "cold-start";

/// Makes it, in a folder of its own below that of the benchmarks.
pub fn make(project: &Project) -> Result<()> {
    step("compiling the least widget", || {
        let compiled = build::compile(project, PACKAGE, &[])?;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(&compiled).out_name("minimal").web(true)?.typescript(false);
        bindgen
            .generate(project.target.join("bench").join("minimal"))
            .with_context(|| project.shown(&compiled).to_string())
    })
}
