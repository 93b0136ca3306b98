//! Bytes from the network: the catalogue, its parts, the map. Shared by every finder of the page that shows the same catalogue.
//!
//! A first file that was prepared is read here; what only plain JSON needs is in a chunk of its own (`plain`).

mod fetch;
mod indexing;
mod plain;

use std::{
    any::Any,
    cell::{Cell, RefCell},
    pin::Pin,
    rc::{Rc, Weak},
    sync::Arc,
};

use finder_core::{
    catalogue::{Catalogue, LangIx, Part, PartKind},
    index::Index,
    prepared::Prepared,
};
use wasm_bindgen_futures::JsFuture;

use self::fetch::fetch;
pub use self::{indexing::index, plain::Plain};
use crate::{
    browser::{absolute, wait},
    chunks,
};

/// Why nothing could be loaded. `code` is part of the public interface (the error event).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// `network`: not there or not reachable; `catalogue`: there, but not to be read.
    pub code: &'static str,
    /// For the console and the host page.
    pub message: String,
}

/// One catalogue, as far as it has been loaded.
pub struct Source {
    url: String,
    /// Where the rest stands, if the first file was prepared.
    prepared: Option<Elsewhere>,
    /// The parts the first file announced.
    parts: Vec<Part>,
    /// Plain JSON as far as it was read and joined: none as long as all that was wanted was prepared.
    read: RefCell<Option<Box<dyn Any>>>,
    /// Somebody is reading.
    reading: Cell<bool>,
    catalogue: RefCell<Arc<Catalogue>>,
    /// The file with the prepared lexicon, if there is one.
    lexicon: RefCell<Option<Box<str>>>,
    joined: RefCell<Vec<PartKind>>,
    problems: Cell<usize>,
    /// Indexes in use, with what they were made from.
    indexes: RefCell<Vec<Made>>,
    /// Files that somebody wanted.
    files: RefCell<Vec<(Box<str>, File)>>,
}

/// Addresses that a prepared first file names, relative to it.
struct Elsewhere {
    /// The same as plain JSON.
    plain: Box<str>,
    /// Prepared with a further language.
    languages: Vec<(LangIx, Box<str>)>,
}

/// A file's bytes, or why they are not here.
type File = Result<Rc<[u8]>, LoadError>;

/// An index, with the language and the catalogue it was made from.
type Made = (LangIx, std::sync::Weak<Catalogue>, std::sync::Weak<Index>);

thread_local! {
    /// Catalogues in use. Weak: the last finder that shows one takes it with it.
    static SOURCES: RefCell<Vec<Weak<Source>>> = const { RefCell::new(Vec::new()) };
}

impl Source {
    /// Loads the first file, or takes the one another finder has. `first` is the download the loader has begun.
    pub async fn open(url: &str, first: Option<js_sys::Promise>) -> Result<Rc<Self>, LoadError> {
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        let begun = match first {
            Some(promise) => JsFuture::from(promise).await.ok().map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()),
            None => None,
        };
        let bytes = match begun {
            Some(bytes) => bytes,
            None => fetch(url).await?,
        };
        // Another finder may have been quicker, here and below.
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        wait(0).await;
        let source = match Prepared::read(&bytes) {
            Some(Prepared { catalogue, plain, languages, lexicon }) => {
                Self::new(url, catalogue, Some(Elsewhere { plain, languages }), lexicon, None, 0)
            }
            None => (plain().await?.open)(url, &bytes).await?,
        };
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        let source = Rc::new(source);
        SOURCES.with(|sources| {
            let mut sources = sources.borrow_mut();
            sources.retain(|source| source.strong_count() > 0);
            sources.push(Rc::downgrade(&source));
        });
        Ok(source)
    }

    fn new(
        url: &str,
        catalogue: Catalogue,
        prepared: Option<Elsewhere>,
        lexicon: Option<Box<str>>,
        read: Option<Box<dyn Any>>,
        problems: usize,
    ) -> Self {
        Self {
            url: url.to_owned(),
            prepared,
            parts: catalogue.parts.clone(),
            read: RefCell::new(read),
            reading: Cell::new(false),
            lexicon: RefCell::new(lexicon),
            catalogue: RefCell::new(Arc::new(catalogue)),
            joined: RefCell::new(Vec::new()),
            problems: Cell::new(problems),
            indexes: RefCell::new(Vec::new()),
            files: RefCell::new(Vec::new()),
        }
    }

    fn known(url: &str) -> Option<Rc<Self>> {
        SOURCES.with(|sources| sources.borrow().iter().filter_map(Weak::upgrade).find(|source| source.url == url))
    }

    /// What is loaded so far.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue.borrow())
    }

    /// Number of problems found so far.
    pub fn problems(&self) -> usize {
        self.problems.get()
    }

    /// Is everything of this kind there: joined already, or in the first file from the start?
    pub fn has(&self, kind: PartKind) -> bool {
        self.joined.borrow().contains(&kind) || !self.catalogue.borrow().parts.iter().any(|part| part.kind == kind)
    }

    /// Loads and joins all parts of a kind. Nothing to do is success too.
    pub async fn want(&self, kind: PartKind) -> Result<(), LoadError> {
        if self.has(kind) {
            return Ok(());
        }
        if self.want_prepared(kind).await? {
            return Ok(());
        }
        (plain().await?.join)(self, kind).await
    }

    /// Takes a language that was prepared with the first file, unless parts were joined already: theirs would be lost.
    async fn want_prepared(&self, kind: PartKind) -> Result<bool, LoadError> {
        let PartKind::Language(lang) = kind else { return Ok(false) };
        let languages = self.prepared.as_ref().map_or(&[][..], |prepared| &prepared.languages);
        let Some((_, address)) = languages.iter().find(|(of, _)| *of == lang) else { return Ok(false) };
        if !self.joined.borrow().is_empty() {
            return Ok(false);
        }
        let bytes = fetch(&beside(address, &self.url)).await?;
        let Some(prepared) = Prepared::read(&bytes) else { return Ok(false) };
        if self.reading.get() || !self.joined.borrow().is_empty() {
            return Ok(self.has(kind));
        }
        *self.lexicon.borrow_mut() = prepared.lexicon;
        *self.catalogue.borrow_mut() = Arc::new(prepared.catalogue);
        self.joined.borrow_mut().push(kind);
        Ok(true)
    }

    /// The address of the catalogue's map file.
    pub fn map(&self) -> Option<Box<str>> {
        self.catalogue.borrow().map.clone()
    }

    /// The address of the file with the prepared words that only a search reads, if there is one.
    pub fn lexicon(&self) -> Option<Box<str>> {
        self.lexicon.borrow().clone()
    }

    /// Downloads a file that the catalogue names, unless it is here.
    pub async fn load(&self, file: Option<Box<str>>) {
        let Some(file) = file.filter(|file| self.loaded(file).is_err()) else { return };
        let bytes = fetch(&beside(&file, &self.url)).await.map(Rc::from);
        let mut files = self.files.borrow_mut();
        files.retain(|(known, _)| *known != file);
        files.push((file, bytes));
    }

    /// The bytes of such a file, or why they are not here.
    pub fn loaded(&self, file: &str) -> File {
        let files = self.files.borrow();
        let known = files.iter().find(|(known, _)| **known == *file);
        known.map_or(Err(LoadError { code: "network", message: String::new() }), |(_, bytes)| bytes.clone())
    }
}

/// What comes later; else why it does not. For functions of a chunk.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, LoadError>> + 'a>>;

/// What reads plain JSON.
async fn plain() -> Result<Plain, LoadError> {
    chunks::load_plain().await.map_err(|error| LoadError { code: "network", message: error.to_string() })
}

/// The address of a file that `url` names.
fn beside(address: &str, url: &str) -> String {
    absolute(address, url).unwrap_or_else(|| address.to_owned())
}
