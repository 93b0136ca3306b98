//! The files that go into `dist/` as they are, and the loader with its placeholders filled in.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::{
    hash::sha256_hex,
    names::{HASH_DIGITS, LOADER, versioned_loader},
    shorten::shorten,
    wasm::Widget,
};
use crate::project::Project;

/// The paths of the widget's files, relative to the loader.
pub struct Assets {
    glue: String,
    wasm: String,
}

impl Assets {
    /// What a page's head may say of them, so that they are on their way before the loader asks: Chromium runs no script
    /// before the first paint.
    pub fn announced(&self) -> String {
        let Self { glue, wasm } = self;
        format!(
            r#"<link rel="modulepreload" href="{glue}" {ONLY_CHROMIUM}>
  <link rel="preload" as="fetch" crossorigin href="{wasm}" {ONLY_CHROMIUM}>"#
        )
    }
}

/// WebKit downloads twice what is announced for `fetch`, and keeps modules so announced beyond what their headers say. This
/// media feature it does not know (nor does Firefox, which needs no help: it runs the loader as soon as it is there).
const ONLY_CHROMIUM: &str = r#"media="(prefers-reduced-transparency: no-preference)""#;

/// Writes the widget under names that change with its content.
pub fn write_assets(dist: &Path, widget: &Widget) -> Result<Assets> {
    let assets = Assets {
        glue: format!("assets/finder-{}.js", sha256_hex(widget.glue.as_bytes(), HASH_DIGITS)),
        wasm: format!("assets/finder_bg-{}.wasm", sha256_hex(&widget.wasm, HASH_DIGITS)),
    };
    write(&dist.join(&assets.glue), widget.glue.as_bytes())?;
    write(&dist.join(&assets.wasm), &widget.wasm)?;
    for chunk in &widget.chunks {
        write(&dist.join("assets").join(&chunk.file), &chunk.wasm)?;
    }
    Ok(assets)
}

/// Writes the loader under its stable name and under that of this version.
pub fn write_loader(project: &Project, dist: &Path, assets: &Assets) -> Result<()> {
    let source = project.root.join("public").join(LOADER);
    let loader = read(&source)?;
    let loader = fill(&loader, &project.version, assets).with_context(|| project.shown(&source).to_string())?;
    let loader = shorten(&loader);
    write(&dist.join(LOADER), loader.as_bytes())?;
    write(&dist.join(versioned_loader(&project.version)), loader.as_bytes())
}

/// Puts the names that only the build knows into the loader.
fn fill(loader: &str, version: &str, assets: &Assets) -> Result<String> {
    let mut filled = loader.to_owned();
    for (placeholder, value) in
        [("__FINDER_GLUE__", assets.glue.as_str()), ("__FINDER_WASM__", &assets.wasm), ("__VERSION__", version)]
    {
        let placeholder = format!("\"{placeholder}\"");
        if !filled.contains(&placeholder) {
            bail!("expected the placeholder {placeholder}, found none");
        }
        filled = filled.replace(&placeholder, &format!("\"{value}\""));
    }
    Ok(filled)
}

/// Copies `public/`, except for the loader; scripts shortened.
pub fn copy_public(project: &Project, dist: &Path) -> Result<()> {
    let public = project.root.join("public");
    for path in list(&public)?.iter().filter(|path| *path != LOADER) {
        let source = public.join(path);
        let bytes = if path.ends_with(".js") {
            shorten(&read(&source)?).into_bytes()
        } else {
            fs::read(&source).with_context(|| format!("public/{path}"))?
        };
        write(&dist.join(path), &bytes)?;
    }
    Ok(())
}

/// Every file below `folder`, as `/`-separated relative paths in order.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    fn visit(folder: &Path, prefix: &str, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                visit(&entry.path(), &format!("{path}/"), found)?;
            } else {
                found.push(path);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    visit(folder, "", &mut found).with_context(|| folder.display().to_string())?;
    found.sort();
    Ok(found)
}

/// Reads a text file.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// Writes a file and the folders it needs.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::write(path, bytes).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        Assets { glue: "assets/finder-1.js".to_owned(), wasm: "assets/finder_bg-2.wasm".to_owned() }
    }

    #[test]
    fn placeholders_are_filled() {
        let loader = r#"a("__FINDER_GLUE__"); b("__FINDER_WASM__"); c("__VERSION__");"#;
        let filled = fill(loader, "1.2.3", &assets()).unwrap();
        assert_eq!(filled, r#"a("assets/finder-1.js"); b("assets/finder_bg-2.wasm"); c("1.2.3");"#);
    }

    #[test]
    fn a_missing_placeholder_is_told() {
        let error = fill(r#"a("__FINDER_GLUE__"); c("__VERSION__");"#, "1.2.3", &assets()).unwrap_err();
        assert!(error.to_string().contains("__FINDER_WASM__"));
    }
}
