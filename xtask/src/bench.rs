//! `cargo xtask bench`: the core's benchmarks, then those in a browser and beside peers from npm. They print figures and
//! judge nothing.

mod core_wasm;
mod minimal;

use std::{fs, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::{build, node, project::Project, run, step::step};

/// The package whose benches are run natively.
const CORE: &str = "finder-core";

/// The question that is asked natively.
const NATIVE: &str = "native";

/// Folder of the questions that are asked of the core alone in a browser.
const CORE_QUESTIONS: &str = "core/";

/// Questions about how well is found; they need no browser.
const QUALITY: &str = "quality";

/// What is in the folder and is no question.
const NO_QUESTIONS: [&str; 5] = ["browser", "peers", "serve", "core/page", "core/run"];

/// `cargo xtask bench [FILTER]`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    let mut filter = String::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) => filter = value.string()?,
            _ => return Err(arg.unexpected().into()),
        }
    }
    let project = Project::find()?;
    let folder = project.root.join("tests").join("bench");
    let mut questions = vec![NATIVE.to_owned()];
    questions.extend(scripts(&folder)?);
    let asked: Vec<_> = questions.iter().filter(|question| question.contains(&filter)).map(String::as_str).collect();
    if asked.is_empty() {
        bail!("no question has `{filter}` in its name; there are {}", questions.join(", "));
    }
    // What the questions need is made once, before any of them is timed.
    if asked.iter().any(|question| *question != NATIVE) {
        node::install(&project, &folder)?;
    }
    let core = asked.iter().any(|question| question.starts_with(CORE_QUESTIONS));
    if core {
        core_wasm::make(&project)?;
    }
    if asked.contains(&minimal::QUESTION) {
        minimal::make(&project)?;
    }
    if asked.iter().any(|question| is_about_the_page(question)) {
        build::build(&project)?;
    }
    for question in asked {
        if question == NATIVE {
            step("native: the core's own benchmark", || run::run(project.cargo().args(["bench", "--package", CORE])))?;
        } else {
            step(question, || {
                let mut node = project.command("node");
                node.arg(folder.join(format!("{question}.mjs")));
                run::run(node.env("FINDER_DIST", project.dist()).env("FINDER_BENCH", project.target.join("bench")))
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Is it about the whole widget on a page?
fn is_about_the_page(question: &str) -> bool {
    question != NATIVE && question != QUALITY && !question.starts_with(CORE_QUESTIONS)
}

/// The questions by name: scripts in the folder, and in the one of the core's.
fn scripts(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for prefix in ["", CORE_QUESTIONS] {
        for entry in fs::read_dir(folder.join(prefix)).with_context(|| folder.display().to_string())? {
            let name = entry?.file_name();
            let script = name.to_string_lossy().strip_suffix(".mjs").map(|name| format!("{prefix}{name}"));
            found.extend(script.filter(|script| !NO_QUESTIONS.contains(&script.as_str())));
        }
    }
    found.sort();
    Ok(found)
}
