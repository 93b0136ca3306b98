//! What only plain JSON needs: reading it, judging it, telling what is wrong. All of it is in a chunk of its own (`chunks`),
//! since a first file of `finder split` is prepared (`finder_core::prepared`); here stands the table of what that chunk can do.

use std::pin::Pin;

use finder_core::{catalogue::Catalogue, load::Loaded, problem::Problem};

use crate::browser::{console_warn, wait};

/// How many problems of a catalogue the console names; an editor sees all of them with `finder check`.
const PROBLEMS_NAMED: usize = 5;

/// Functions of the chunk. Pointers, so that nothing outside of it reaches them by name.
#[derive(Clone, Copy)]
pub struct Reading {
    /// Reads a first or only file; else says why not.
    pub first: fn(&[u8]) -> First,
}

/// What was read of a first file; else why nothing.
pub type First = Result<Box<dyn Read>, String>;

/// A catalogue that is being read.
pub trait Read {
    /// Address of the file that says the same as plain JSON, where the records stand there alone.
    fn plain(&self) -> Option<String>;
    /// Joins a part; else says why not.
    fn join(&mut self, bytes: &[u8]) -> Result<(), String>;
    /// Judges all that was read, in slices, so that the page stays responsive. Names problems in the console where there are
    /// more than `told`.
    fn judge<'a>(&'a self, url: &'a str, told: usize) -> Pin<Box<dyn Future<Output = Judged> + 'a>>;
}

/// What judging gave.
pub struct Judged {
    /// The catalogue; else why there is none.
    pub catalogue: Result<Catalogue, String>,
    /// Number of problems.
    pub problems: usize,
}

impl Reading {
    /// The table.
    pub fn new() -> Self {
        Self {
            first: |bytes| match Loaded::first(bytes) {
                Ok(loaded) => Ok(Box::new(loaded)),
                Err(problem) => Err(problem.to_string()),
            },
        }
    }
}

impl Read for Loaded {
    fn plain(&self) -> Option<String> {
        Some(self.value().get("plain")?.as_str()?.to_owned())
    }

    fn join(&mut self, bytes: &[u8]) -> Result<(), String> {
        Self::join(self, bytes).map_err(|problem| problem.to_string())
    }

    fn judge<'a>(&'a self, url: &'a str, told: usize) -> Pin<Box<dyn Future<Output = Judged> + 'a>> {
        Box::pin(async move {
            let (catalogue, problems) = self.catalogue_in_slices(&|| Box::pin(wait(0))).await;
            if problems.len() > told {
                tell(url, &problems);
            }
            let why = || problems.first().map_or_else(|| "this is no catalogue".to_owned(), Problem::to_string);
            Judged { catalogue: catalogue.ok_or_else(why), problems: problems.len() }
        })
    }
}

/// Names a catalogue's problems in the console: one line for its editor, however many there are.
fn tell(url: &str, problems: &[Problem]) {
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
