//! Takes the module apart: what the first page needs, and chunks that are downloaded when they are first wanted.
//!
//! The places are marked in the widget (`src/chunks.rs`). The library that splits also writes JavaScript that loads the
//! chunks; ours is written here instead, because file names have hashes, the glue must stay one file, and a server that
//! does not know the type of wasm must not cost a chunk. What several chunks need is split off in many tiny modules: they
//! travel as one file.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use anyhow::{Context, Result, bail};

use super::{hash::sha256_hex, names::HASH_DIGITS, order::by_likeness};

/// The module's name for the JavaScript that loads chunks; only between the two.
pub const LINK: &str = "__chunks";

/// A piece of the module that is downloaded later.
pub struct Chunk {
    /// Its file name in `assets/`.
    pub file: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// What splitting gives.
pub struct Split {
    /// What the marked functions are made of, by the names that their marks give.
    pub chunks: BTreeMap<String, Chunk>,
    /// What more than one of them needs.
    pub shared: Option<Chunk>,
}

/// Splits the linked module at `compiled`; writes what is loaded first to `main`.
pub fn split(compiled: &Path, main: &Path) -> Result<Split> {
    let bytes = fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let folder = main.parent().context("a folder for the chunks")?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = main;
    options.link_name = LINK;
    let done = wasm_split_cli_support::transform(options).map_err(|error| anyhow::anyhow!("{error:#}"))?;
    let mut chunks = BTreeMap::new();
    let mut shared = Vec::new();
    let mut paths = done.split_modules;
    paths.sort();
    for path in paths {
        let name = path.file_stem().and_then(|name| name.to_str()).context("a name for each chunk")?;
        let wasm = without_custom_sections(&fs::read(&path)?).with_context(|| path.display().to_string())?;
        let wasm = by_likeness(&wasm).with_context(|| path.display().to_string())?;
        match name.strip_prefix("split_") {
            Some(name) => {
                chunks.insert(name.to_owned(), Chunk::new(name, wasm));
            }
            None => shared.push(wasm),
        }
    }
    let shared = (!shared.is_empty()).then(|| Chunk::new("shared", together(&shared)));
    Ok(Split { chunks, shared })
}

impl Chunk {
    fn new(name: &str, wasm: Vec<u8>) -> Self {
        Self { file: format!("finder_{name}-{}.wasm", sha256_hex(&wasm, HASH_DIGITS)), wasm }
    }
}

/// Modules as one: an empty module with a custom section for each.
fn together(modules: &[Vec<u8>]) -> Vec<u8> {
    let mut whole = b"\0asm\x01\0\0\0".to_vec();
    for module in modules {
        // The section's name is `m`.
        let content = [b"\x01m", &module[..]].concat();
        whole.push(0);
        write_leb128(&mut whole, content.len());
        whole.extend(content);
    }
    whole
}

fn write_leb128(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.extend(u8::try_from(number & 127 | 128));
        number >>= 7;
    }
    bytes.extend(u8::try_from(number));
}

impl Split {
    /// Gives the glue the means to load chunks.
    pub fn link(&self, glue: &str) -> Result<String> {
        let mut linked = String::with_capacity(glue.len() + 2000);
        let (mut imported, mut given) = (0, 0);
        for line in glue.lines() {
            let line = line.trim();
            if line.starts_with("import * as ") && line.contains(LINK) {
                imported += 1;
            } else if line.starts_with(&format!("\"{LINK}\":")) {
                given += 1;
                if given == 1 {
                    writeln!(linked, "\"{LINK}\": chunks,")?;
                }
            } else {
                writeln!(linked, "{line}")?;
            }
        }
        if imported == 0 || imported != given {
            bail!(
                "expected wasm-bindgen's glue to import {LINK} as often as it hands it on, found {imported} and {given}"
            );
        }
        linked.push_str(LOADER);
        let shared = self.shared.iter().map(|chunk| format!(", \"{}\"", chunk.file)).collect::<String>();
        linked.push_str("const chunks = {\n");
        for (name, chunk) in &self.chunks {
            writeln!(linked, "__wasm_split_load_{name}: chunk(\"{}\"{shared}),", chunk.file)?;
        }
        linked.push_str("};\n");
        Ok(linked)
    }

    /// All files.
    pub fn files(self) -> Vec<Chunk> {
        self.chunks.into_values().chain(self.shared).collect()
    }
}

/// Loads chunks: each file once, all of one split at the same time. What failed is tried again after a second (a page that
/// is being left ends its downloads, and is gone by then), and again when it is wanted again.
/// A chunk puts its functions into the table it shares with the module, so nothing is handed back but whether it is there.
const LOADER: &str = r#"
const files = {};
const fetched = (file) => files[file] ??= fetch(new URL(file, import.meta.url)).then((response) => {
if (!response.ok) throw new Error(`${response.status} ${file}`);
return response.arrayBuffer();
}).then(WebAssembly.compile).then((module) => {
const parts = WebAssembly.Module.customSections(module, "m");
return Promise.all((parts.length ? parts : [module]).map((part) => WebAssembly.instantiate(part, { __wasm_split: wasm })));
}).catch((error) => {
files[file] = undefined;
throw error;
});
const chunk = (...names) => (callback, data) => {
const done = (success) => wasm.__indirect_function_table.get(callback)(data, success);
const load = () => Promise.all(names.map(fetched));
load().catch(() => new Promise((wake) => setTimeout(wake, 1000)).then(load)).then(() => done(1), (error) => {
console.warn("service-finder: a part of the finder could not be loaded:", error);
done(0);
});
};
"#;

/// The module without names and notes of its makers, which are for debuggers.
fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let (header, mut rest) = wasm.split_at_checked(8).context("a module's first eight bytes")?;
    let mut short = header.to_vec();
    while let Some((&kind, after_kind)) = rest.split_first() {
        let (length, digits) = leb128(after_kind).context("a section's length")?;
        let (section, next) = rest.split_at_checked(1 + digits + length).context("a whole section")?;
        if kind != 0 {
            short.extend_from_slice(section);
        }
        rest = next;
    }
    Ok(short)
}

/// An unsigned number in LEB128, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 127) << (7 * at);
        if byte & 128 == 0 {
            return Some((number, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go() {
        let header = b"\0asm\x01\0\0\0";
        let types = [1, 4, 1, 0x60, 0, 0];
        let names = [0, 5, 4, b'n', b'a', b'm', b'e'];
        let module = [&header[..], &names, &types, &names].concat();
        assert_eq!(without_custom_sections(&module).unwrap(), [&header[..], &types].concat());
        assert!(without_custom_sections(&module[..module.len() - 1]).is_err());
    }

    #[test]
    fn modules_travel_together() {
        let module = [b"\0asm\x01\0\0\0", &[1, 4, 1, 0x60, 0, 0][..]].concat();
        let whole = together(&[module.clone(), vec![7; 300]]);
        assert_eq!(whole[8..12], [0, 16, 1, b'm']);
        assert_eq!(whole[12..26], module);
        assert_eq!(whole[26..31], [0, 0b1010_1110, 2, 1, b'm']);
        assert_eq!(leb128(&whole[27..]), Some((302, 2)));
        assert_eq!(without_custom_sections(&whole).unwrap(), b"\0asm\x01\0\0\0");
    }

    #[test]
    fn the_glue_gets_its_loader_once() {
        let chunk = |file: &str| Chunk { file: file.to_owned(), wasm: Vec::new() };
        let split =
            Split { chunks: BTreeMap::from([("a".to_owned(), chunk("a.wasm"))]), shared: Some(chunk("s.wasm")) };
        let glue = "import * as import1 from \"__chunks\"\nimport * as import2 from \"__chunks\"\nreturn {\n\"__chunks\": import1,\n\"__chunks\": import2,\n};";
        let linked = split.link(glue).unwrap();
        assert!(linked.starts_with("return {\n\"__chunks\": chunks,\n};\n"), "{linked}");
        assert!(linked.contains("__wasm_split_load_a: chunk(\"a.wasm\", \"s.wasm\"),"), "{linked}");
        assert!(split.link("nothing").is_err());
    }
}
