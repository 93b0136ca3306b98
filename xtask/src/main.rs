//! What a contributor runs: `cargo xtask serve | build | test | size | bench`.

mod bench;
mod build;
mod node;
mod project;
mod run;
mod serve;
mod size;
mod step;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::{Arg, Parser, ValueExt};

const USAGE: &str = "\
Usage: cargo xtask COMMAND [options]

  serve [--port 8080] [--watch] [--dir DIR]
                 build, then serve dist/ on this machine; --watch rebuilds when a source changes;
                 --dir serves another folder as it is, without building; port 0 takes any free one
  build          make dist/
  test [--native | --browser] [--engine chromium|firefox|webkit]
                 every test, or only the named ones; installs what is missing where it may
  size [--check] [--update]
                 build, then each part raw, gzip and brotli against xtask/budget.json;
                 --check fails over budget, --update writes today's sizes there
  bench [FILTER] benchmarks, with ratios against peers
";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let mut args = Parser::from_env();
    let name = match args.next()? {
        Some(Arg::Value(name)) => name.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) => {
            print!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
        None => {
            eprint!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    };
    match name.as_str() {
        "build" => build::command(args),
        "serve" => serve::command(args),
        "test" => test::command(args),
        "size" => size::command(args),
        "bench" => bench::command(args),
        _ => {
            eprint!("unknown command `{name}`\n\n{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
