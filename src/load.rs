//! Bytes from the network: the catalogue, its parts, the map. Shared by every finder of the page that shows the same catalogue.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    sync::Arc,
};

use finder_core::{
    catalogue::{Catalogue, LangIx, Part, PartKind},
    index::Index,
    prepared::Prepared,
};
use gloo_net::http::Request;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::{
    browser::{absolute, now, wait},
    chunks,
    reading::{Read, Reading},
    words::Words,
};

/// A request that has not ended after this long is given up: a phone that lost its signal may wait for ever.
const TIMEOUT_MS: i32 = 30_000;

/// Before a download that failed is tried once more: a connection that dropped is often back in a moment. And a page that is
/// being left ends its downloads; it is gone before anybody is told of it.
const RETRY_MS: i32 = 1_000;

/// Work at a stretch before the page gets its turn: at a quarter of the speed still below a long task's 50 ms.
const SLICE_MS: f64 = 8.0;

/// Between two looks whether it is one's turn to read: reading takes some tasks.
const TURN_MS: i32 = 30;

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
    read: RefCell<Option<Box<dyn Read>>>,
    /// Somebody is reading.
    reading: Cell<bool>,
    catalogue: RefCell<Arc<Catalogue>>,
    joined: RefCell<Vec<PartKind>>,
    problems: Cell<usize>,
    /// Indexes in use, with what they were made from.
    indexes: RefCell<Vec<Made>>,
    /// The map's bytes, once somebody wanted them.
    map: RefCell<Option<Rc<[u8]>>>,
}

/// Addresses that a prepared first file names, relative to it.
struct Elsewhere {
    /// The same as plain JSON.
    plain: Box<str>,
    /// Prepared with a further language.
    languages: Vec<(LangIx, Box<str>)>,
}

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
            Some(Prepared { catalogue, plain, languages }) => {
                Self::new(url, catalogue, Some(Elsewhere { plain, languages }), None, 0)
            }
            None => Self::judged(url, &bytes).await?,
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

    /// Reads and judges plain JSON.
    async fn judged(url: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        let read = read_first(reading().await?, url, bytes).await?;
        wait(0).await;
        let judged = read.judge(url, 0).await;
        let catalogue = judged.catalogue.map_err(|problem| unreadable(url, &problem))?;
        Ok(Self::new(url, catalogue, None, Some(read), judged.problems))
    }

    fn new(
        url: &str,
        catalogue: Catalogue,
        prepared: Option<Elsewhere>,
        read: Option<Box<dyn Read>>,
        problems: usize,
    ) -> Self {
        Self {
            url: url.to_owned(),
            prepared,
            parts: catalogue.parts.clone(),
            read: RefCell::new(read),
            reading: Cell::new(false),
            catalogue: RefCell::new(Arc::new(catalogue)),
            joined: RefCell::new(Vec::new()),
            problems: Cell::new(problems),
            indexes: RefCell::new(Vec::new()),
            map: RefCell::new(None),
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
        let parts = self.fetch_parts(kind).await?;
        let reading = reading().await?;
        let _turn = self.turn().await;
        // Another finder may have been quicker.
        if self.has(kind) {
            return Ok(());
        }
        // Taken out: whoever stops waiting here leaves nothing half joined, and the next reads anew.
        let known = self.read.borrow_mut().take();
        let mut read = match known {
            Some(read) => read,
            None => self.read_anew(reading).await?,
        };
        let joined = join(&mut *read, &parts);
        if joined.is_ok() {
            wait(0).await;
            let judged = read.judge(&self.url, self.problems.get()).await;
            self.problems.set(judged.problems);
            self.joined.borrow_mut().push(kind);
            if let Ok(catalogue) = judged.catalogue {
                *self.catalogue.borrow_mut() = Arc::new(catalogue);
            }
        }
        *self.read.borrow_mut() = Some(read);
        joined
    }

    /// Reads the plain file with all that was joined.
    async fn read_anew(&self, reading: Reading) -> Result<Box<dyn Read>, LoadError> {
        let url = match &self.prepared {
            Some(prepared) => beside(&prepared.plain, &self.url),
            None => self.url.clone(),
        };
        let mut read = read_first(reading, &url, &fetch(&url).await?).await?;
        let joined = self.joined.borrow().clone();
        for kind in joined {
            join(&mut *read, &self.fetch_parts(kind).await?)?;
        }
        Ok(read)
    }

    /// Waits until nobody else reads; nobody else does until the answer is dropped.
    async fn turn(&self) -> Turn<'_> {
        while self.reading.replace(true) {
            wait(TURN_MS).await;
        }
        Turn(&self.reading)
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
        *self.catalogue.borrow_mut() = Arc::new(prepared.catalogue);
        self.joined.borrow_mut().push(kind);
        Ok(true)
    }

    /// The parts of a kind, with their addresses.
    async fn fetch_parts(&self, kind: PartKind) -> Result<Vec<(String, Vec<u8>)>, LoadError> {
        let mut parts = Vec::new();
        for part in self.parts.iter().filter(|part| part.kind == kind) {
            let url = beside(&part.url, &self.url);
            let bytes = fetch(&url).await?;
            parts.push((url, bytes));
        }
        Ok(parts)
    }

    /// The index of `catalogue` in a language: another finder's, or built in slices, so that the page stays responsive.
    pub async fn index(&self, catalogue: &Arc<Catalogue>, lang: LangIx, words: Words) -> Arc<Index> {
        let known = self.indexes.borrow().iter().find_map(|(known, of, index)| {
            let same = *known == lang && of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, catalogue));
            same.then(|| index.upgrade()).flatten()
        });
        if let Some(known) = known {
            return known;
        }
        let mut work = (words.index)(catalogue, lang);
        let mut since = now();
        while !work.step(catalogue) {
            if now() - since > SLICE_MS {
                wait(0).await;
                since = now();
            }
        }
        let index = Arc::new(work.finish(catalogue));
        let mut indexes = self.indexes.borrow_mut();
        indexes.retain(|(_, _, index)| index.strong_count() > 0);
        indexes.push((lang, Arc::downgrade(catalogue), Arc::downgrade(&index)));
        index
    }

    /// The bytes of the catalogue's map file.
    pub async fn map(&self) -> Result<Rc<[u8]>, LoadError> {
        if let Some(map) = self.map.borrow().as_ref() {
            return Ok(Rc::clone(map));
        }
        let Some(address) = self.catalogue().map.clone() else {
            return Err(LoadError { code: "catalogue", message: format!("{}: names no map", self.url) });
        };
        let url = beside(&address, &self.url);
        let bytes: Rc<[u8]> = fetch(&url).await?.into();
        *self.map.borrow_mut() = Some(Rc::clone(&bytes));
        Ok(bytes)
    }
}

/// A turn at reading; see [`Source::turn`].
struct Turn<'a>(&'a Cell<bool>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// What reads plain JSON.
async fn reading() -> Result<Reading, LoadError> {
    chunks::load_reading().await.map_err(|error| LoadError { code: "network", message: error.to_string() })
}

/// Reads a first file; where it was prepared, for another version of the finder, the plain one it names.
async fn read_first(reading: Reading, url: &str, bytes: &[u8]) -> Result<Box<dyn Read>, LoadError> {
    let read = (reading.first)(bytes).map_err(|problem| unreadable(url, &problem))?;
    let Some(plain) = read.plain() else { return Ok(read) };
    let plain = beside(&plain, url);
    (reading.first)(&fetch(&plain).await?).map_err(|problem| unreadable(&plain, &problem))
}

/// Joins parts to what was read.
fn join(read: &mut dyn Read, parts: &[(String, Vec<u8>)]) -> Result<(), LoadError> {
    for (url, bytes) in parts {
        read.join(bytes).map_err(|problem| unreadable(url, &problem))?;
    }
    Ok(())
}

fn unreadable(url: &str, problem: &str) -> LoadError {
    LoadError { code: "catalogue", message: [url, ": ", problem].concat() }
}

/// The address of a file that `url` names.
fn beside(address: &str, url: &str) -> String {
    absolute(address, url).unwrap_or_else(|| address.to_owned())
}

/// What to look at where a file does not come.
const CURE: &str = "; is it there, and allowed by the page's connect-src (from another origin: with CORS)?";

/// Fetches one file, at the second try if need be.
async fn fetch(url: &str) -> Result<Vec<u8>, LoadError> {
    let mut tries = 0;
    loop {
        let fetched = fetch_once(url).await;
        tries += 1;
        if fetched.is_ok() || tries > 1 {
            return fetched;
        }
        wait(RETRY_MS).await;
    }
}

/// Fetches one file. Gives up after [`TIMEOUT_MS`], and aborts where the caller stops waiting.
async fn fetch_once(url: &str) -> Result<Vec<u8>, LoadError> {
    let failed = |why: &str| LoadError { code: "network", message: ["could not load ", url, ": ", why, CURE].concat() };
    let abort = Abort::after(TIMEOUT_MS);
    let request = Request::get(url).abort_signal(abort.signal().as_ref());
    let response = request.send().await.map_err(|error| failed(&error.to_string()))?;
    if !response.ok() {
        return Err(failed(&format!("HTTP {}", response.status())));
    }
    response.binary().await.map_err(|error| failed(&error.to_string()))
}

/// Aborts a request when its time is over or when nobody waits for it any more.
struct Abort {
    controller: Option<web_sys::AbortController>,
    timer: Option<i32>,
    // Kept as long as the timer may call it.
    _on_time: Option<Closure<dyn FnMut()>>,
}

impl Abort {
    fn after(ms: i32) -> Self {
        let controller = web_sys::AbortController::new().ok();
        let mut timer = None;
        let on_time = controller.clone().map(|controller| {
            let on_time = Closure::<dyn FnMut()>::new(move || controller.abort());
            timer = leptos::prelude::window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(on_time.as_ref().unchecked_ref(), ms)
                .ok();
            on_time
        });
        Self { controller, timer, _on_time: on_time }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(web_sys::AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(timer) = self.timer {
            leptos::prelude::window().clear_timeout_with_handle(timer);
        }
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
