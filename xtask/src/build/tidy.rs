//! Takes out of the bound module, and of its glue, what the widget never uses and what only makes it longer.

use std::{collections::BTreeMap, fmt::Write};

use anyhow::{Result, bail};
use walrus::Module;

use super::split::LINK;

/// Classes that a dependency of leptos (streams for server functions) exports to JavaScript. Nobody here makes one, but an
/// export and all it reaches is kept: 10 KB.
const UNUSED: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Takes the unused classes out; gives the glue without them.
pub fn drop_unused(module: &mut Module, glue: &str) -> Result<String> {
    let prefixes = UNUSED.map(str::to_ascii_lowercase);
    let unused = |name: &str| {
        let name = name.strip_prefix("__wbg_").unwrap_or(name);
        prefixes.iter().any(|prefix| name.starts_with(&format!("{prefix}_")))
    };
    let exports: Vec<_> = module.exports.iter().filter(|export| unused(&export.name)).map(walrus::Export::id).collect();
    if exports.is_empty() {
        bail!("expected exports like {prefixes:?}, found none: is this still needed?");
    }
    for export in exports {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);

    let mut short = String::with_capacity(glue.len());
    let mut skipping = false;
    for line in glue.lines() {
        let of_unused = |prefix: &str, suffix: &str| {
            UNUSED.iter().any(|class| line.starts_with(&format!("{prefix}{class}{suffix}")))
        };
        if of_unused("export class ", " ") || of_unused("const ", "Finalization ") {
            skipping = true;
        }
        if !skipping {
            writeln!(short, "{line}")?;
        }
        // What follows a class, and the end of a constant.
        if of_unused("if (Symbol.dispose) ", ".") || line.ends_with("1));") {
            skipping = false;
        }
    }
    if let Some(class) = UNUSED.iter().find(|class| short.contains(*class)) {
        bail!("the glue still speaks of {class}: wasm-bindgen writes classes in another way than before");
    }
    Ok(short)
}

/// Gives the functions that the module imports short names, here and in the glue: theirs end with a hash each, which no
/// compression makes shorter. Functions that are not imported any more leave the glue.
pub fn shorten_imports(module: &mut Module, glue: &str) -> Result<String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for import in module.imports.iter_mut().filter(|import| import.module != LINK) {
        let short = format!("_{}", names.len());
        names.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    let mut short = String::with_capacity(glue.len());
    let mut found = 0;
    let mut skipping = false;
    for line in glue.lines() {
        // Functions stand in an object, one after the other: a name, a colon, the function.
        if let Some((name, function)) =
            line.trim_start().split_once(": function(").filter(|(name, _)| name.starts_with("__wb"))
        {
            skipping = false;
            if let Some(name) = names.get(name) {
                found += 1;
                writeln!(short, "{name}: function({function}")?;
            } else {
                skipping = true;
            }
            continue;
        }
        // After the object; the last function prepares the table of references and is always needed.
        if skipping && line == "        return {" {
            bail!("expected the glue's last function to be imported");
        }
        if !skipping {
            writeln!(short, "{line}")?;
        }
    }
    if found != names.len() {
        bail!("expected the glue to have all {} functions the module imports, found {found}", names.len());
    }
    Ok(short)
}
