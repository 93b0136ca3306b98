//! Makes the style sheets small before they go into the widget: `src/components/**/*.css` are for people to read, their copies
//! in `OUT_DIR`, under the same paths, for browsers. `style::sheet!` names them.

#[path = "build/css.rs"]
mod css;

use std::{env, error::Error, fs, path::Path};

/// Where they are, below the package's folder.
const SOURCES: &str = "src";
const FOLDER: &str = "components";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SOURCES}/{FOLDER}");
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    write_small(Path::new(SOURCES), Path::new(FOLDER), Path::new(&out))
}

/// Writes the sheets of `sources`/`folder` and the folders in it to `out`/`folder`.
fn write_small(sources: &Path, folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out.join(folder))?;
    for entry in fs::read_dir(sources.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            write_small(sources, &path, out)?;
        } else if path.extension().is_some_and(|extension| extension == "css") {
            fs::write(out.join(&path), css::small(&fs::read_to_string(entry.path())?))?;
        }
    }
    Ok(())
}
