//! The catalogue's part of `dist/`: what `finder`, the catalogue editor's command, makes of `data/latvia.json`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{project::Project, run, step::step};

/// The catalogue that is published.
const SOURCE: &str = "data/latvia.json";

/// The command, compiled.
pub struct Finder<'project> {
    project: &'project Project,
    program: PathBuf,
}

impl<'project> Finder<'project> {
    /// Compiles it.
    pub fn build(project: &'project Project) -> Result<Self> {
        step("compiling the catalogue's tools", || {
            run::run(project.cargo().args(["build", "--package", "finder-cli", "--bin", "finder"]))
        })?;
        let program = project.target.join("debug").join(format!("finder{}", std::env::consts::EXE_SUFFIX));
        Ok(Self { project, program })
    }

    /// Splits the catalogue into what is loaded first and the rest, and writes it as static pages.
    pub fn write_catalogue(&self, dist: &Path) -> Result<()> {
        step("splitting and prerendering the catalogue", || {
            // Its list of files and sizes is in the manifest too.
            run::output(self.command("split").arg(SOURCE).arg(dist.join("catalogue")))?;
            run::run(self.command("prerender").args([SOURCE, "--site"]).arg(dist))
        })
    }

    /// The short list that a page holds inside `<service-finder>`.
    pub fn fragment(&self) -> Result<String> {
        let html = run::output(self.command("prerender").args([SOURCE, "--fragment"]))?;
        Ok(String::from_utf8(html)?)
    }

    /// Searches every file for the addresses that must not be published.
    pub fn check_withheld(&self, dist: &Path) -> Result<()> {
        step("looking for withheld addresses", || run::run(self.command("check-withheld").arg(dist)))
    }

    fn command(&self, name: &str) -> Command {
        let mut command = self.project.command(&self.program);
        command.arg(name);
        command
    }
}
