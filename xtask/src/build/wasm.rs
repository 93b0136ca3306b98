//! The widget as WebAssembly and the JavaScript that connects it: cargo, then the split into chunks, then wasm-bindgen as a
//! library.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{
    WIDGET,
    order::by_likeness,
    shorten::shorten,
    split::{Chunk, split},
    tidy,
};
use crate::{project::Project, run, step::step};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// The widget, ready to be written.
pub struct Widget {
    /// The module, as far as the first page needs it.
    pub wasm: Vec<u8>,
    /// What is downloaded later.
    pub chunks: Vec<Chunk>,
    /// The JavaScript between the module and the browser.
    pub glue: String,
}

/// Compiles the widget with the profile that ships.
pub fn build(project: &Project) -> Result<Widget> {
    // Where functions and data refer to each other: without it the module cannot be split.
    let compiled = step("compiling the widget", || compile(project, WIDGET, &["'-Clink-args=--emit-relocs'"]))?;
    step("binding it to JavaScript", || bind(project, &compiled))
}

/// Compiles a package with the profile that ships; answers where the module is.
pub fn compile(project: &Project, package: &str, flags: &[&str]) -> Result<PathBuf> {
    add_target(project)?;
    let mut all = short_paths(project)?;
    all.extend(flags.iter().map(|flag| (*flag).to_owned()));
    let flags = format!("target.{TARGET}.rustflags=[{}]", all.join(","));
    run::run(project.cargo().args(["build", "--package", package, "--lib"]).args([
        "--target",
        TARGET,
        "--profile",
        PROFILE,
        "--config",
        &flags,
    ]))?;
    let module = format!("{}.wasm", package.replace('-', "_"));
    Ok(project.target.join(TARGET).join(PROFILE).join(module))
}

/// Compiler flags that take this machine's folders out of the places that panics name: they are nobody's business, and
/// bytes.
fn short_paths(project: &Project) -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry").join("src")).ok());
    let registries = registries.into_iter().flatten().flatten().map(|registry| (registry.path(), String::new()));
    Ok(registries
        .chain([standard_library(project)?])
        .map(|(folder, name)| format!("'--remap-path-prefix={}/={name}'", folder.display()))
        .collect())
}

/// Where rustup's component rust-src puts the standard library, and what the compiler calls that place where the component
/// is not installed: so the module is the same on both machines.
fn standard_library(project: &Project) -> Result<(PathBuf, String)> {
    let sysroot = run::output(project.command("rustc").args(["--print", "sysroot"]))?;
    let folder = Path::new(String::from_utf8(sysroot)?.trim()).join("lib/rustlib/src/rust/library");
    let version = String::from_utf8(run::output(project.command("rustc").arg("-vV"))?)?;
    let commit =
        version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("the compiler's commit")?;
    Ok((folder, format!("/rustc/{commit}/library/")))
}

/// Installs the target's standard library where rustup says that it is missing.
fn add_target(project: &Project) -> Result<()> {
    let libdir = run::output(project.command("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    let libdir = String::from_utf8(libdir)?;
    if std::path::Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = project.command("rustup");
    rustup.args(["target", "add", TARGET]);
    eprintln!("the standard library for {TARGET} is missing; installing it: {}", run::line(&rustup));
    run::run(&mut rustup)
}

fn bind(project: &Project, compiled: &Path) -> Result<Widget> {
    let main = project.target.join("chunks").join("main.wasm");
    let split = split(compiled, &main).with_context(|| format!("splitting {}", project.shown(compiled)))?;
    let mut output = Bindgen::new()
        .input_path(&main)
        .out_name("finder")
        .web(true)?
        .typescript(false)
        // The loader names the module: its file name has a hash that the glue does not know.
        .omit_default_module_path(true)
        // The table and the memory, which chunks share.
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen on {}", project.shown(compiled)))?;
    let glue = output.js().to_owned();
    let module = output.wasm_mut();
    let glue = tidy::drop_unused(module, &glue)?;
    let glue = tidy::shorten_imports(module, &glue)?;
    let glue = shorten(&split.link(&glue)?);
    let wasm = by_likeness(&module.emit_wasm()).context("ordering the module's functions")?;
    Ok(Widget { wasm, glue, chunks: split.files() })
}
