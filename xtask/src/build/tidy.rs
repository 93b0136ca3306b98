//! Takes out of the bound module, and of its glue, what the widget never uses and what only makes it longer.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

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
/// compression makes shorter. Functions that are not imported any more leave the glue; those alike stand side by side, in
/// which Brotli finds more repeats.
pub fn shorten_imports(module: &mut Module, glue: &str) -> Result<String> {
    let (before, functions, after) = functions(glue)?;
    let imported: BTreeSet<&str> =
        module.imports.iter().filter(|import| import.module != LINK).map(|import| &*import.name).collect();
    let mut kept: Vec<(&str, String)> = functions.into_iter().filter(|(name, _)| imported.contains(name)).collect();
    if kept.len() != imported.len() {
        bail!("expected the glue to have all {} functions the module imports, found {}", imported.len(), kept.len());
    }
    kept.sort_by(|(_, one), (_, other)| one.cmp(other));
    let mut short = before.join("\n") + "\n";
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (name, function) in kept {
        let number = format!("_{}", names.len());
        writeln!(short, "{number}: {function}")?;
        names.insert(name.to_owned(), number);
    }
    for import in module.imports.iter_mut().filter(|import| import.module != LINK) {
        if let Some(name) = names.get(&import.name) {
            import.name.clone_from(name);
        }
    }
    short.push_str(&after.join("\n"));
    Ok(short)
}

/// A piece of the glue: lines before, functions by name, lines after.
type Pieces<'a> = (Vec<&'a str>, Vec<(&'a str, String)>, Vec<&'a str>);

/// The functions of the object that the module imports; they stand one after the other, each a name, a colon, the function.
fn functions(glue: &str) -> Result<Pieces<'_>> {
    let (mut before, mut functions, mut after) = (Vec::new(), Vec::new(), Vec::new());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let named = line.trim_start().split_once(": ");
        let named = named.filter(|(name, function)| name.starts_with("__wb") && function.starts_with("function("));
        let Some((name, first)) = named else {
            if functions.is_empty() { &mut before } else { &mut after }.push(line);
            continue;
        };
        if !after.is_empty() {
            bail!("expected the glue's functions one after the other, found `{name}` behind others");
        }
        let mut text = vec![first.to_owned()];
        for line in lines.by_ref() {
            // A name for what is given back at once says nothing.
            let back = text.last().and_then(|last| last.trim_start().strip_prefix("const ret = "));
            match back.filter(|_| line.trim() == "return ret;") {
                Some(back) => {
                    let back = format!("return {back}");
                    text.pop();
                    text.push(back);
                }
                None => text.push(line.to_owned()),
            }
            let line = line.trim();
            if line.starts_with('}') && line.ends_with(',') {
                break;
            }
        }
        functions.push((name, text.join("\n")));
    }
    Ok((before, functions, after))
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn the_glues_functions_are_told_apart() {
        let glue = "const import0 = {\n    __wbg_a_1: function(arg0) {\n        const ret = arg0.b;\n        return ret;\n    },\n__wbg_c_2: function() { return handleError(function (arg0) {\nif (arg0) {\n    d();\n}\n}, arguments); },\n};\nreturn import0;\n";
        let (before, functions, after) = functions(glue).unwrap();
        assert_eq!(before, ["const import0 = {"]);
        assert_eq!(functions.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["__wbg_a_1", "__wbg_c_2"]);
        assert_eq!(functions.first().unwrap().1, "function(arg0) {\nreturn arg0.b;\n    },");
        assert!(functions.last().unwrap().1.ends_with("}\n}, arguments); },"));
        assert_eq!(after, ["};", "return import0;"]);
    }
}
