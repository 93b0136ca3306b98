//! Brotli and gzip copies beside every file that shrinks, so that a plain file server can send them.
//!
//! Brotli's best quality is slow, so what was once compressed is kept by content in the target folder.

use std::{
    fs,
    io::Write,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Context, Result};
use brotli::enc::backward_references::BrotliEncoderMode;

use super::{files, hash::sha256_hex};

/// The best quality; the second number is the largest window that every browser accepts.
const BROTLI: (i32, i32) = (11, 22);

/// Ways to look at a file, and the size of a block as a power of two (0: the encoder's choice). The best quality takes the way
/// that comes out smallest: no way is best for all; the best is some 0.2 % below the encoder's choice.
const WAYS: [(BrotliEncoderMode, i32); 3] = [
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 19),
    (BrotliEncoderMode::BROTLI_MODE_FONT, 0),
    (BrotliEncoderMode::BROTLI_MODE_FONT, 16),
];

/// Counts on where the same file comes out otherwise than before: what was kept by then is made anew.
const SETTINGS: u32 = 3;

/// Quality for pages of which there are hundreds, each asked for rarely: a fifth larger, many times quicker.
const BROTLI_PAGES: i32 = 6;

/// Folders of such pages.
const PAGES: [&str; 2] = ["service/", "story/"];

/// The files whose copies are worth having: text and WebAssembly.
pub fn is_compressible(path: &str) -> bool {
    let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
    matches!(
        kind,
        "html" | "js" | "mjs" | "css" | "json" | "svg" | "txt" | "md" | "xml" | "wasm" | "webmanifest" | "csv"
    )
}

/// Writes `.br` and `.gz` beside every file in `folder` that they make smaller; `kept` holds earlier results.
pub fn folder(folder: &Path, kept: &Path) -> Result<()> {
    fs::create_dir_all(kept)?;
    let paths: Vec<_> = files::list(folder)?.into_iter().filter(|path| is_compressible(path)).collect();
    let next = AtomicUsize::new(0);
    let used = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let work = || -> Result<()> {
            while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                let quality = if PAGES.iter().any(|pages| path.starts_with(pages)) { BROTLI_PAGES } else { BROTLI.0 };
                let names = file(&folder.join(path), kept, quality).with_context(|| path.clone())?;
                if let Ok(mut used) = used.lock() {
                    used.extend(names);
                }
            }
            Ok(())
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a compressing thread failed")))
        })
    })?;
    let used = used.into_inner().unwrap_or_default();
    for name in files::list(kept)? {
        if !used.contains(&name) {
            fs::remove_file(kept.join(&name)).with_context(|| name)?;
        }
    }
    Ok(())
}

/// Compresses one file both ways and gives the names of the kept copies.
fn file(path: &Path, kept: &Path, quality: i32) -> Result<[String; 2]> {
    let bytes = fs::read(path)?;
    let hash = sha256_hex(&bytes, 64);
    let copy = |ending: &str, compress: &dyn Fn(&[u8]) -> std::io::Result<Vec<u8>>| -> Result<String> {
        let name = format!("{hash}.{SETTINGS}.{ending}");
        let small = match fs::read(kept.join(&name)) {
            Ok(small) => small,
            Err(_) => {
                let small = compress(&bytes)?;
                // Written under a name of its own first: a build that is stopped here leaves no half file behind, and
                // another thread with the same content does not write into it.
                static HALVES: AtomicUsize = AtomicUsize::new(0);
                let half = kept.join(format!("{name}.{}.half", HALVES.fetch_add(1, Ordering::Relaxed)));
                fs::write(&half, &small)?;
                fs::rename(half, kept.join(&name))?;
                small
            }
        };
        if small.len() < bytes.len() {
            let mut beside = path.as_os_str().to_owned();
            beside.push(format!(".{ending}"));
            fs::write(beside, small)?;
        }
        Ok(name)
    };
    Ok([copy("br", &|bytes| brotli(bytes, quality))?, copy("gz", &gzip)?])
}

fn brotli(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let (size_hint, lgwin) = (bytes.len(), BROTLI.1);
    let mut smallest: Option<Vec<u8>> = None;
    for (mode, lgblock) in WAYS.into_iter().take(if quality == BROTLI.0 { WAYS.len() } else { 1 }) {
        let params =
            brotli::enc::BrotliEncoderParams { quality, lgwin, lgblock, mode, size_hint, ..Default::default() };
        let mut small = Vec::new();
        brotli::BrotliCompress(&mut &*bytes, &mut small, &params)?;
        if smallest.as_ref().is_none_or(|smallest| small.len() < smallest.len()) {
            smallest = Some(small);
        }
    }
    Ok(smallest.unwrap_or_default())
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_hold_the_same_and_are_made_once() {
        let scratch = std::env::temp_dir().join(format!("finder-compress-{}", std::process::id()));
        let (site, kept) = (scratch.join("site"), scratch.join("kept"));
        let text = "pakalpojums ".repeat(500);
        files::write(&site.join("a/page.html"), text.as_bytes()).unwrap();
        files::write(&site.join("tiny.txt"), b"x").unwrap();
        files::write(&site.join("photo.jpg"), text.as_bytes()).unwrap();
        files::write(&kept.join("of-an-older-build.br"), b"x").unwrap();

        folder(&site, &kept).unwrap();
        // No copy that is larger than its file, none of a kind that is compressed already.
        let expected = ["a/page.html", "a/page.html.br", "a/page.html.gz", "photo.jpg", "tiny.txt"];
        assert_eq!(files::list(&site).unwrap(), expected);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*fs::read(site.join("a/page.html.br")).unwrap(), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        plain.clear();
        flate2::read::GzDecoder::new(&*fs::read(site.join("a/page.html.gz")).unwrap()).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());

        // The kept copies are those of this build, and they are what the next build takes.
        let names = files::list(&kept).unwrap();
        assert_eq!(names.len(), 4, "{names:?}");
        for name in &names {
            fs::write(kept.join(name), b"kept").unwrap();
        }
        folder(&site, &kept).unwrap();
        assert_eq!(fs::read(site.join("a/page.html.br")).unwrap(), b"kept");
        fs::remove_dir_all(scratch).unwrap();
    }
}
