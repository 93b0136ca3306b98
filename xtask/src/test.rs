//! `cargo xtask test`: every test, and one line that counts them.

mod count;
mod tools;

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use self::count::Count;
use crate::{build, node, project::Project, run, step::step};

/// The browser engines, and what the tests call them.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// `cargo xtask test`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut native, mut browser) = (true, true);
    let mut engines: Vec<String> = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("native") => browser = false,
            Arg::Long("browser") => native = false,
            Arg::Long("engine") => {
                let engine = args.value()?.string()?;
                if !ENGINES.contains(&engine.as_str()) {
                    bail!("--engine: expected one of {}, found `{engine}`", ENGINES.join(", "));
                }
                engines.push(engine);
                native = false;
            }
            _ => return Err(arg.unexpected().into()),
        }
    }
    if !native && !browser {
        bail!("--native leaves out what --browser and --engine ask for");
    }
    if engines.is_empty() {
        engines = ENGINES.map(str::to_owned).to_vec();
    }

    let project = Project::find()?;
    let mut parts = Vec::new();
    if native {
        parts.push(("native", part("native tests", || native_tests(&project))));
    }
    if browser {
        parts.push(("browser", part("browser tests", || browser_tests(&project, &engines))));
    }

    println!();
    if parts.len() > 1 {
        for (name, count) in &parts {
            println!("{name}: {count}");
        }
    }
    let total: Count = parts.iter().map(|(_, count)| *count).sum();
    println!("{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs one part; when it cannot run to its end, that is one failure more, and the other parts still run.
fn part(what: &str, work: impl FnOnce() -> Result<Count>) -> Count {
    let outcome = step(what, || match work() {
        Ok(count) if count.failed == 0 => Ok(count),
        Ok(count) => Err(count),
        Err(error) => {
            println!("error: {what}: {error:#}");
            Err(Count { passed: 0, failed: 1 })
        }
    });
    outcome.unwrap_or_else(|count| count)
}

/// One package after the other: tested together, they would share the union of their dependencies' features, and what
/// this command and the build have compiled already would be compiled once more.
fn native_tests(project: &Project) -> Result<Count> {
    let test = |package: &String| {
        counted(project.cargo().args(["test", "--package", package, "--all-features", "--no-fail-fast"]))
    };
    project.packages.iter().map(test).sum()
}

fn browser_tests(project: &Project, engines: &[String]) -> Result<Count> {
    tools::install_missing(project, engines)?;
    tools::servers(project);
    let folder = project.root.join("tests").join("browser");
    node::install(project, &folder)?;
    build::build(project)?;
    counted(
        node::npm(project)?
            .args(["test", "--silent"])
            .current_dir(&folder)
            .env("ENGINE", engines.join(","))
            .env("FINDER_DIST", project.dist())
            .env("PATH", tools::path(project)?),
    )
}

/// Runs a test program, shows what it writes, and counts what it tells.
fn counted(command: &mut Command) -> Result<Count> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run {}", run::line(command)))?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            count += Count::read(&line);
        }
    }
    let status = child.wait()?;
    // A test program that fails without a failed test (it did not compile, it was killed) has failed all the same.
    if !status.success() && count.failed == 0 {
        println!("failed: {} ({status})", run::line(command));
        count.failed = 1;
    }
    Ok(count)
}
