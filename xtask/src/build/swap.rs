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

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own, removed at the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("finder-swap-{}-{name}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn names(&self) -> Vec<String> {
            super::super::files::list(&self.0).unwrap()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn fill(place: &Path, name: &str) -> Staging {
        let staging = Staging::new(place).unwrap();
        fs::write(staging.path().join(name), name).unwrap();
        staging
    }

    #[test]
    fn a_finished_folder_takes_the_place_of_the_old_one() {
        let scratch = Scratch::new("finish");
        let place = scratch.0.join("dist");
        fill(&place, "one").finish().unwrap();
        assert_eq!(scratch.names(), ["dist/one"]);
        fill(&place, "two").finish().unwrap();
        assert_eq!(scratch.names(), ["dist/two"]);
        // What an interrupted build left behind is no part of the next one.
        fs::create_dir_all(scratch.0.join("dist.new/rubbish")).unwrap();
        fill(&place, "three").finish().unwrap();
        assert_eq!(scratch.names(), ["dist/three"]);
    }

    #[test]
    fn a_failed_build_leaves_the_old_one() {
        let scratch = Scratch::new("fail");
        let place = scratch.0.join("dist");
        fill(&place, "one").finish().unwrap();
        drop(fill(&place, "two"));
        assert_eq!(scratch.names(), ["dist/one"]);
    }
}
