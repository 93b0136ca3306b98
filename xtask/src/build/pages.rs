//! The demo page and the page for frames, with a static list inside the element for visitors without script.

use std::path::Path;

use anyhow::{Result, bail};

use super::{catalogue::Finder, files};
use crate::project::Project;

/// Where the static list goes.
const MARK: &str = "<!-- prerendered -->";

/// Writes `index.html` and `embed.html`.
pub fn write(project: &Project, finder: &Finder<'_>, dist: &Path) -> Result<()> {
    let fragment = finder.fragment()?;
    for (source, name) in [("index.html", "index.html"), ("public/embed.html", "embed.html")] {
        let page = files::read(&project.root.join(source))?;
        if page.matches(MARK).count() != 1 {
            bail!("{source}: expected `{MARK}` once, inside <service-finder>");
        }
        files::write(&dist.join(name), page.replace(MARK, fragment.trim()).as_bytes())?;
    }
    Ok(())
}
