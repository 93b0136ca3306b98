//! The demo page, with a static list inside the element for visitors without script.

use std::path::Path;

use anyhow::{Result, bail};

use super::{catalogue::Finder, files};
use crate::project::Project;

/// Where the static list goes.
const MARK: &str = "<!-- prerendered -->";

/// Writes `index.html`.
pub fn write_index(project: &Project, finder: &Finder<'_>, dist: &Path) -> Result<()> {
    let page = files::read(&project.root.join("index.html"))?;
    if page.matches(MARK).count() != 1 {
        bail!("index.html: expected `{MARK}` once, inside <service-finder>");
    }
    let page = page.replace(MARK, finder.fragment()?.trim());
    files::write(&dist.join("index.html"), page.as_bytes())
}
