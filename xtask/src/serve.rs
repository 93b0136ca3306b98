//! `cargo xtask serve`: builds, then serves `dist/` on this machine only.

mod answer;
mod media;
mod watch;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    thread,
};

use anyhow::{Context, Result, anyhow};
use lexopt::{Arg, Parser, ValueExt};
use tiny_http::{Header, Request, Response, Server};

use self::answer::{Answer, Asked};
use crate::{build, project::Project};

/// So many requests are answered side by side; a browser sends a handful.
const THREADS: usize = 8;

/// `cargo xtask serve`
pub fn command(mut args: Parser) -> Result<ExitCode> {
    let mut port = 8080_u16;
    let mut watch = false;
    let mut dir: Option<PathBuf> = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("port") => port = args.value()?.parse()?,
            Arg::Long("watch") => watch = true,
            Arg::Long("dir") => dir = Some(args.value()?.into()),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if watch && dir.is_some() {
        return Err(anyhow!("--watch rebuilds dist/ and does not go with --dir"));
    }

    // The port is taken before the long build, so that a port in use is told at once.
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = Server::http(address).map_err(|error| anyhow!("cannot serve at {address}: {error}; try --port 0"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());

    let project = Project::find()?;
    let folder = match dir {
        Some(dir) => dir.canonicalize().with_context(|| dir.display().to_string())?,
        None => {
            build::build(&project)?;
            project.dist()
        }
    };
    println!("Serving {} at http://127.0.0.1:{port}/ (Ctrl+C stops)", project.shown(&folder));

    let server = Arc::new(server);
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, folder) = (Arc::clone(&server), folder.clone());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(request, &folder);
                }
            })
        })
        .collect();
    if watch {
        watch::rebuild_on_change(&project)?;
    }
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a serving thread failed"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn respond(request: Request, folder: &Path) {
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str()).unwrap_or_default()
    };
    let method = request.method().to_string();
    let asked = Asked {
        method: &method,
        url: request.url(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    };
    let Answer { status, headers, body } = answer::answer(folder, &asked);
    let headers = headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect();
    let length = body.len();
    let response = Response::new(status.into(), headers, body.as_slice(), Some(length), None);
    // A visitor who closed the connection is not our trouble.
    drop(request.respond(response.with_chunked_threshold(usize::MAX)));
}
