//! Where things are: the workspace's folders and versions, as cargo knows them.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The workspace this xtask belongs to.
pub struct Project {
    /// The folder of the root Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder, which may lie elsewhere (`CARGO_TARGET_DIR`).
    pub target: PathBuf,
    /// The version of the widget.
    pub version: String,
    /// The names of the workspace's packages.
    pub packages: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

impl Project {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo cannot be run or the workspace does not load.
    pub fn find() -> Result<Self> {
        // The folder is that of the checkout being worked on, also when an older xtask binary is run.
        let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let output = Command::new(cargo())
            .args(["metadata", "--no-deps", "--format-version=1"])
            .current_dir(&here)
            .stderr(std::process::Stdio::inherit())
            .output()
            .context("cannot run cargo")?;
        if !output.status.success() {
            bail!("cargo metadata failed");
        }
        let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
        let Some(widget) = metadata.packages.iter().find(|package| package.name == crate::build::WIDGET) else {
            bail!("no package {} in the workspace", crate::build::WIDGET)
        };
        Ok(Self {
            version: widget.version.clone(),
            packages: metadata.packages.into_iter().map(|package| package.name).collect(),
            root: metadata.workspace_root,
            target: metadata.target_directory,
        })
    }

    /// What is published.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Programs that the project installs for itself.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A command run at the project's root.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// The cargo that runs this xtask, at the project's root.
    pub fn cargo(&self) -> Command {
        self.command(cargo())
    }

    /// A path as it is shown: relative to the root where it lies inside.
    pub fn shown<'path>(&self, path: &'path Path) -> std::path::Display<'path> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}
