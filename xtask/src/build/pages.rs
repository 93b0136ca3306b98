//! The demo page, with a static list inside the element for visitors without script.

use std::path::Path;

use anyhow::{Result, bail};

use super::{catalogue, files};
use crate::project::Project;

/// Where the static list goes.
const MARK: &str = "<!-- prerendered -->";

/// Writes `index.html`.
pub fn write_index(project: &Project, dist: &Path) -> Result<()> {
    let source = project.root.join("index.html");
    if !source.is_file() {
        return Ok(());
    }
    let page = files::read(&source)?;
    if page.matches(MARK).count() != 1 {
        bail!("index.html: expected `{MARK}` once, inside <service-finder>");
    }
    let page = page.replace(MARK, catalogue::fragment(project)?.trim());
    files::write(&dist.join("index.html"), page.as_bytes())
}
