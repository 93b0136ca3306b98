//! `--watch`: rebuilds when a source changes. The page is reloaded by hand.

use std::{
    path::Path,
    sync::mpsc::{self, RecvTimeoutError},
    time::Duration,
};

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher, event::ModifyKind};

use crate::{build, project::Project};

/// What `dist/` is made from.
const FOLDERS: [&str; 5] = ["src", "build", "crates", "public", "data"];
const FILES: [&str; 4] = ["index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// An editor writes a file in several steps: the build waits until it has been quiet for this long.
const QUIET: Duration = Duration::from_millis(150);

/// Rebuilds for ever; returns only if watching fails.
pub fn rebuild_on_change(project: &Project) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let root = project.root.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| is_change(event.kind) && event.paths.iter().any(|path| is_source(&root, path))) {
            // The receiver lives as long as the process.
            let _ = sender.send(());
        }
    })?;
    // Single files are watched through their folder: editors replace them, and a watch would follow the old one.
    watcher.watch(&project.root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS {
        watcher.watch(&project.root.join(folder), RecursiveMode::Recursive).context(folder)?;
    }
    eprintln!("Watching {} and index.html", FOLDERS.join(", "));
    while changes.recv().is_ok() {
        while !matches!(changes.recv_timeout(QUIET), Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)) {}
        match build::build(project) {
            Ok(()) => eprintln!("Rebuilt: reload the page"),
            Err(error) => eprintln!("error: {error:#}\nThe last good build is still served"),
        }
    }
    Ok(())
}

/// Reading a file is an event too; the build itself does that.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        EventKind::Any | EventKind::Access(_) | EventKind::Other => false,
    }
}

fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root) else { return false };
    FILES.iter().any(|file| path == Path::new(file)) || FOLDERS.iter().any(|folder| path.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, DataChange, MetadataKind};

    #[test]
    fn only_changes_of_sources_count() {
        let root = Path::new("/project");
        assert!(is_source(root, Path::new("/project/src/lib.rs")));
        assert!(is_source(root, Path::new("/project/index.html")));
        assert!(!is_source(root, Path::new("/project/dist/index.html")));
        assert!(!is_source(root, Path::new("/project/srcs")));
        assert!(!is_source(root, Path::new("/elsewhere/src/lib.rs")));
        assert!(is_change(EventKind::Create(CreateKind::File)));
        assert!(is_change(EventKind::Modify(ModifyKind::Data(DataChange::Any))));
        assert!(!is_change(EventKind::Access(AccessKind::Any)));
        assert!(!is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime))));
    }
}
