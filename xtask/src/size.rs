//! `cargo xtask size`: what a visitor downloads, part by part, against the committed budget.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser};
use serde::{Deserialize, Serialize};

use crate::{
    build::{self, Entry, Manifest},
    project::Project,
};

/// `xtask/budget.json`; sizes in bytes.
#[derive(Serialize, Deserialize)]
struct Budget {
    /// What the same work costs with the closest peer.
    peer: Peer,
    parts: Vec<Part>,
}

#[derive(Serialize, Deserialize)]
struct Peer {
    name: String,
    brotli: u64,
}

/// Files that are downloaded together.
#[derive(Serialize, Deserialize)]
struct Part {
    name: String,
    /// Paths in `dist/`; one `*` may stand for the hash.
    files: Vec<String>,
    /// What a visitor's phone should have to load (docs/decisions.md).
    goal: u64,
    /// More than this fails `--check`. Above the goal only where the goal is not reached yet: then a ratchet, lowered
    /// with every step towards it.
    allowed: u64,
    /// With Brotli, when the budget was last written (`--update`).
    committed: u64,
    /// Whether the peer's size is comparable.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    beside_peer: bool,
}

/// `cargo xtask size`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut check, mut update) = (false, false);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("check") => check = true,
            Arg::Long("update") => update = true,
            _ => return Err(arg.unexpected().into()),
        }
    }
    let project = Project::find()?;
    build::build(&project)?;
    let manifest = Manifest::read(&project.dist())?;
    let file = budget_file(&project);
    let text = fs::read_to_string(&file).with_context(|| project.shown(&file).to_string())?;
    let mut budget: Budget = serde_json::from_str(&text).with_context(|| project.shown(&file).to_string())?;

    let mut over = Vec::new();
    println!("{:<44}{:>10}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli", "allowed");
    for part in &mut budget.parts {
        let entries = part.entries(&manifest)?;
        for entry in &entries {
            row(&format!("  {}", entry.path), entry.bytes, gzip(entry), brotli(entry), "");
        }
        let small = entries.iter().copied().map(brotli).sum();
        let (raw, gz) = (entries.iter().map(|entry| entry.bytes).sum(), entries.iter().copied().map(gzip).sum());
        row(&part.name, raw, gz, small, &part.allowed.to_string());
        let change = i128::from(small) - i128::from(part.committed);
        let mut note = format!(
            "{:.0} % of the goal of {}, {change:+} since it was written",
            ratio(small, part.goal) * 100.0,
            part.goal
        );
        if part.beside_peer {
            note +=
                &format!(", {:.2} × {} ({})", ratio(small, budget.peer.brotli), budget.peer.name, budget.peer.brotli);
        }
        println!("  = {note}\n");
        if small > part.goal {
            println!("  GOAL NOT REACHED: {} bytes to go\n", small - part.goal);
        }
        if small > part.allowed {
            over.push(part.name.clone());
        }
        part.committed = small;
    }
    if update {
        fs::write(&file, serde_json::to_string_pretty(&budget)? + "\n")?;
        println!("{} is up to date", project.shown(&file));
    }
    if over.is_empty() {
        println!("within budget");
        return Ok(ExitCode::SUCCESS);
    }
    println!("OVER BUDGET: {}", over.join(", "));
    Ok(if check { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

impl Part {
    fn entries<'manifest>(&self, manifest: &'manifest Manifest) -> Result<Vec<&'manifest Entry>> {
        let find = |pattern: &String| -> Result<_> {
            let found: Vec<_> = manifest.files.iter().filter(|entry| matches(pattern, &entry.path)).collect();
            if found.is_empty() {
                bail!("{}: expected a file like {pattern} in dist/, found none", self.name);
            }
            Ok(found)
        };
        Ok(self.files.iter().map(find).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }
}

fn budget_file(project: &Project) -> PathBuf {
    project.root.join("xtask").join("budget.json")
}

/// Whether `path` is `pattern`, in which one `*` stands for anything but a folder.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path
            .strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|between| !between.contains('/')),
    }
}

fn brotli(entry: &Entry) -> u64 {
    entry.br.unwrap_or(entry.bytes)
}

fn gzip(entry: &Entry) -> u64 {
    entry.gz.unwrap_or(entry.bytes)
}

fn row(name: &str, raw: u64, gzip: u64, brotli: u64, allowed: &str) {
    println!("{name:<44}{raw:>10}{gzip:>10}{brotli:>10}{allowed:>10}");
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_a_hash() {
        assert!(matches("assets/finder-*.js", "assets/finder-0123.js"));
        assert!(matches("service-finder.js", "service-finder.js"));
        assert!(!matches("assets/finder-*.js", "assets/finder-0123.wasm"));
        assert!(!matches("a*.js", "a/b.js"));
        assert!(!matches("aba*aba", "aba"));
    }
}
