//! What benchmarks of the core alone need in a browser: the core as WebAssembly, and catalogues of several sizes.

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{build, project::Project, run, step::step};

/// The package that hands the core out.
const PACKAGE: &str = "bench-core-wasm";

/// Numbers of services: those that peers are asked about, and some between them to see how cost grows.
const SIZES: [usize; 6] = [250, 1_000, 3_000, 10_000, 30_000, 100_000];

/// Makes everything, in the folder of the benchmarks.
pub fn make(project: &Project) -> Result<()> {
    let folder = project.target.join("bench");
    step("compiling the core", || {
        let compiled = build::compile(project, PACKAGE, &[])?;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(&compiled).out_name("core").web(true)?.typescript(false);
        bindgen.generate(&folder).with_context(|| project.shown(&compiled).to_string())
    })?;
    step("making catalogues", || {
        for size in SIZES {
            let out = folder.join(format!("{size}.json"));
            run::run(
                project
                    .cargo()
                    .args(["run", "--quiet", "--package", "finder-cli", "--bin", "finder", "--"])
                    .args(["generate", "data/latvia.json", &size.to_string()])
                    .arg(out),
            )?;
        }
        anyhow::Ok(())
    })
}
