//! Browsers and their drivers: installs what is missing where it may, saying so first; elsewhere tells the exact lines.

use std::{
    env,
    ffi::OsString,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{project::Project, run, step::step};

/// A program that a browser test starts, and the Debian package that has it.
struct Tool {
    engine: &'static str,
    /// Any of these will do.
    programs: &'static [&'static str],
    package: &'static str,
}

const TOOLS: [Tool; 5] = [
    Tool { engine: "chromium", programs: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" },
    Tool { engine: "chromium", programs: &["chromedriver"], package: "chromium-driver" },
    Tool { engine: "firefox", programs: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Tool { engine: "webkit", programs: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    // WebKitGTK's test browser has no headless mode.
    Tool { engine: "webkit", programs: &["Xvfb"], package: "xvfb" },
];

/// Debian has no package of it.
const GECKODRIVER: &str = "geckodriver";

/// Installs what the tests in these engines need.
pub fn install_missing(project: &Project, engines: &[String]) -> Result<()> {
    let wanted = |engine: &str| engines.iter().any(|wanted| wanted == engine);
    let missing: Vec<_> = TOOLS
        .iter()
        .filter(|tool| wanted(tool.engine) && !tool.programs.iter().any(|program| run::which(program).is_some()))
        .map(|tool| tool.package)
        .collect();
    if !missing.is_empty() {
        debian_packages(project, &missing)?;
    }
    if wanted("firefox") && !geckodriver_is_there(project) {
        geckodriver(project)?;
    }
    Ok(())
}

/// Web servers for the tests of docs/hosting. Where they cannot be had those tests are left out, which they say.
pub fn servers(project: &Project) {
    let folder = project.tools().join("servers");
    if run::which("apt-get").is_none() {
        return;
    }
    // Unpacked only: installed, nginx would start to serve on this machine.
    if run::which("nginx").is_none() && !folder.join("usr/sbin/nginx").is_file() {
        let unpacked = std::fs::create_dir_all(&folder).is_ok()
            && step("unpacking nginx for the tests", || {
                let mut download = project.command("apt-get");
                download.args(["--quiet", "download", "nginx", "libnginx-mod-http-brotli-static"]).current_dir(&folder);
                run::run(&mut download)?;
                let unpack = "for package in *.deb; do dpkg-deb --extract \"$package\" .; done";
                run::run(project.command("sh").args(["-ec", unpack]).current_dir(&folder))
            })
            .is_ok();
        if !unpacked {
            eprintln!("nginx is left out of the tests");
        }
    }
    // Without the package `apache2` it is a program only, and starts nothing.
    if run::which("/usr/sbin/apache2").is_none() && debian_packages(project, &["apache2-bin"]).is_err() {
        eprintln!("Apache is left out of the tests");
    }
}

/// `PATH`, with the programs that the project installed for itself first.
pub fn path(project: &Project) -> Result<OsString> {
    let own = std::iter::once(project.tools().join("bin"));
    let paths: Vec<PathBuf> = own.chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())).collect();
    env::join_paths(paths).context("PATH")
}

fn debian_packages(project: &Project, packages: &[&str]) -> Result<()> {
    let install = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    let Some(prefix) = administrator(project).filter(|_| run::which("apt-get").is_some()) else {
        bail!(
            "missing: {}. On Debian run\n\n    sudo apt-get update\n    sudo {install}\n\n\
             and elsewhere install the same programs, then run this again",
            packages.join(", ")
        );
    };
    eprintln!("missing: {}; installing: {install}", packages.join(", "));
    let apt = |words: &str| {
        let line = format!("{prefix}env DEBIAN_FRONTEND=noninteractive {words}");
        let mut words = line.split(' ');
        let mut command = project.command(words.next().unwrap_or_default());
        command.args(words).stdin(Stdio::null());
        command
    };
    step("installing browsers (apt-get)", || {
        run::run(&mut apt("apt-get --quiet update"))?;
        run::run(&mut apt(&install.replace("apt-get", "apt-get --quiet")))
    })
}

/// What stands before a command to run it as root: nothing, `sudo`, or no way without asking for a password.
fn administrator(project: &Project) -> Option<&'static str> {
    let succeeds = |command: &mut Command| {
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    let id = run::output(project.command("id").arg("--user")).ok()?;
    if id.trim_ascii() == b"0" {
        Some("")
    } else if succeeds(project.command("sudo").args(["--non-interactive", "true"])) {
        Some("sudo --non-interactive ")
    } else {
        None
    }
}

fn geckodriver_is_there(project: &Project) -> bool {
    run::which(GECKODRIVER).is_some() || project.tools().join("bin").join(GECKODRIVER).is_file()
}

fn geckodriver(project: &Project) -> Result<()> {
    let install = |locked: &[&str]| {
        let mut cargo = project.cargo();
        cargo.args(["install", GECKODRIVER, "--root"]).arg(project.tools()).args(locked);
        eprintln!("missing: {GECKODRIVER}; installing: {}", run::line(&cargo));
        run::run(&mut cargo)
    };
    step("installing geckodriver (a few minutes)", || {
        // Locked is what its authors tested; without is for a toolchain or a registry that no longer takes those versions.
        install(&["--locked"]).or_else(|_| install(&[]))
    })
}
