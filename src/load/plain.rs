//! What only plain JSON needs: reading it, judging it, telling what is wrong, joining parts. All of it is in a chunk of its
//! own (`chunks`), since a first file of `finder split` is prepared (`finder_core::prepared`).

use std::{cell::Cell, sync::Arc};

use finder_core::{
    catalogue::{Catalogue, PartKind},
    load::Loaded,
    problem::Problem,
};

use super::{Later, LoadError, Source, beside, fetch::fetch};
use crate::browser::{console_warn, wait};

/// Between two looks whether it is one's turn to read: reading takes some tasks.
const TURN_MS: i32 = 30;

/// How many problems of a catalogue the console names; an editor sees all of them with `finder check`.
const PROBLEMS_NAMED: usize = 5;

/// Functions of the chunk. Pointers, so that nothing outside of it reaches them by name.
#[derive(Clone, Copy)]
pub struct Plain {
    /// Opens a catalogue whose first file, at this address, has these bytes.
    pub(super) open: for<'a> fn(&'a str, &'a [u8]) -> Later<'a, Source>,
    /// Loads and joins all parts of a kind.
    pub(super) join: for<'a> fn(&'a Source, PartKind) -> Later<'a, ()>,
}

impl Plain {
    /// The table.
    pub fn new() -> Self {
        Self { open: |url, bytes| Box::pin(open(url, bytes)), join: |source, kind| Box::pin(join(source, kind)) }
    }
}

async fn open(url: &str, bytes: &[u8]) -> Result<Source, LoadError> {
    let loaded = read_first(url, bytes).await?;
    wait(0).await;
    let (catalogue, problems) = judge(&loaded, url).await?;
    // Another finder that was quicker has told them.
    if Source::known(url).is_none() {
        tell(url, &problems);
    }
    Ok(Source::new(url, catalogue, None, None, Some(Box::new(loaded)), problems.len()))
}

async fn join(source: &Source, kind: PartKind) -> Result<(), LoadError> {
    let parts = fetch_parts(source, kind).await?;
    let _turn = turn(source).await;
    // Another finder may have been quicker.
    if source.has(kind) {
        return Ok(());
    }
    // Taken out: whoever stops here, or fails, leaves nothing half joined, and the next reads anew.
    let known = source.read.borrow_mut().take().and_then(|read| read.downcast().ok());
    let mut loaded = match known {
        Some(loaded) => *loaded,
        None => read_anew(source).await?,
    };
    join_parts(&mut loaded, &parts)?;
    wait(0).await;
    let (catalogue, problems) = judge(&loaded, &source.url).await?;
    if problems.len() > source.problems.replace(problems.len()) {
        tell(&source.url, &problems);
    }
    if matches!(kind, PartKind::Language(_)) {
        // What is prepared has no words of it; the words' part has those of every language.
        *source.lexicon.borrow_mut() = None;
    }
    source.joined.borrow_mut().push(kind);
    *source.catalogue.borrow_mut() = Arc::new(catalogue);
    *source.read.borrow_mut() = Some(Box::new(loaded));
    Ok(())
}

/// Reads a first file; where it was prepared, for another version of the finder, the plain one it names.
async fn read_first(url: &str, bytes: &[u8]) -> Result<Loaded, LoadError> {
    let loaded = Loaded::first(bytes).map_err(|problem| unreadable(url, &problem))?;
    let Some(plain) = loaded.plain() else { return Ok(loaded) };
    let plain = beside(plain, url);
    Loaded::first(&fetch(&plain).await?).map_err(|problem| unreadable(&plain, &problem))
}

/// Reads the plain file with all that was joined.
async fn read_anew(source: &Source) -> Result<Loaded, LoadError> {
    let url = match &source.prepared {
        Some(prepared) => beside(&prepared.plain, &source.url),
        None => source.url.clone(),
    };
    let mut loaded = read_first(&url, &fetch(&url).await?).await?;
    let joined = source.joined.borrow().clone();
    for kind in joined {
        join_parts(&mut loaded, &fetch_parts(source, kind).await?)?;
    }
    Ok(loaded)
}

/// The parts of a kind, with their addresses.
async fn fetch_parts(source: &Source, kind: PartKind) -> Result<Vec<(String, Vec<u8>)>, LoadError> {
    let mut parts = Vec::new();
    for part in source.parts.iter().filter(|part| part.kind == kind) {
        let url = beside(&part.url, &source.url);
        let bytes = fetch(&url).await?;
        parts.push((url, bytes));
    }
    Ok(parts)
}

/// Joins parts to what was read.
fn join_parts(loaded: &mut Loaded, parts: &[(String, Vec<u8>)]) -> Result<(), LoadError> {
    for (url, bytes) in parts {
        loaded.join(bytes).map_err(|problem| unreadable(url, &problem))?;
    }
    Ok(())
}

/// Judges all that was read, in slices, so that the page stays responsive.
async fn judge(loaded: &Loaded, url: &str) -> Result<(Catalogue, Vec<Problem>), LoadError> {
    let (catalogue, problems) = loaded.catalogue_in_slices(&|| Box::pin(wait(0))).await;
    match (catalogue, problems.first()) {
        (Some(catalogue), _) => Ok((catalogue, problems)),
        (None, Some(problem)) => Err(unreadable(url, problem)),
        (None, None) => Err(LoadError { code: "catalogue", message: [url, ": this is no catalogue"].concat() }),
    }
}

fn unreadable(url: &str, problem: &Problem) -> LoadError {
    LoadError { code: "catalogue", message: format!("{url}: {problem}") }
}

/// Waits until nobody else reads; nobody else does until the answer is dropped.
async fn turn(source: &Source) -> Turn<'_> {
    while source.reading.replace(true) {
        wait(TURN_MS).await;
    }
    Turn(&source.reading)
}

/// A turn at reading.
struct Turn<'a>(&'a Cell<bool>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// Names a catalogue's problems in the console: one line for its editor, however many there are.
fn tell(url: &str, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let mut message = format!("service-finder: {url} has {} problem(s); see `finder check`", problems.len());
    for problem in problems.iter().take(PROBLEMS_NAMED) {
        message.push_str("\n  ");
        message.push_str(&problem.to_string());
    }
    if problems.len() > PROBLEMS_NAMED {
        message.push_str("\n  …");
    }
    console_warn(&message);
}
