//! The demo page and the page for frames, with a static list inside the element for visitors without script, and the downloads
//! announced that the loader will ask for.

use std::path::Path;

use anyhow::{Result, bail};

use super::{
    catalogue::Finder,
    files::{self, Assets},
};
use crate::project::Project;

/// Where the static list goes.
const MARK: &str = "<!-- prerendered -->";

/// Where the module's downloads are announced.
const ANNOUNCED: &str = "<!-- announced -->";

/// Writes `index.html` and `embed.html`.
pub fn write(project: &Project, finder: &Finder<'_>, assets: &Assets, dist: &Path) -> Result<()> {
    let fragment = finder.fragment()?;
    for (source, name) in [("index.html", "index.html"), ("public/embed.html", "embed.html")] {
        let mut page = files::read(&project.root.join(source))?;
        for (mark, place, filling) in
            [(MARK, "inside <service-finder>", fragment.trim()), (ANNOUNCED, "before the script", &assets.announced())]
        {
            if page.matches(mark).count() != 1 {
                bail!("{source}: expected `{mark}` once, {place}");
            }
            page = page.replace(mark, filling);
        }
        files::write(&dist.join(name), page.as_bytes())?;
    }
    Ok(())
}
