//! Puts a finished folder in the place of an older one in one step.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// A folder being filled; thrown away unless [`Staging::finish`] is reached.
pub struct Staging {
    folder: PathBuf,
    place: PathBuf,
}

impl Staging {
    /// An empty folder beside `place`, on the same file system.
    pub fn new(place: &Path) -> Result<Self> {
        let folder = place.with_extension("new");
        remove(&folder)?;
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(Self { folder, place: place.to_owned() })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Takes the place; what was there before is removed.
    pub fn finish(self) -> Result<()> {
        if !self.place.exists() || !exchange(&self.folder, &self.place) {
            let old = self.place.with_extension("old");
            remove(&old)?;
            if self.place.exists() {
                fs::rename(&self.place, &old).with_context(|| self.place.display().to_string())?;
            }
            fs::rename(&self.folder, &self.place).with_context(|| self.place.display().to_string())?;
            remove(&old)?;
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Only rubbish is left there by now; if it cannot be removed, the next build tries again and tells.
        drop(remove(&self.folder));
    }
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).context(folder.display().to_string()),
        _ => Ok(()),
    }
}

/// Exchanges two folders so that there is no moment without either, where the system can.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
