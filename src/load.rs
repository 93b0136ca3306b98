//! Bytes from the network: the catalogue, its parts, the map. Shared by every finder of the page that shows the same catalogue.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    sync::Arc,
};

use finder_core::{
    catalogue::{Catalogue, LangIx, PartKind},
    index::Index,
    load::Loaded,
    problem::Problem,
};
use gloo_net::http::Request;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::{
    browser::{absolute, console_warn, now, wait},
    words::Words,
};

/// A request that has not ended after this long is given up: a phone that lost its signal may wait for ever.
const TIMEOUT_MS: i32 = 30_000;

/// Before a download that failed is tried once more: a connection that dropped is often back in a moment. And a page that is
/// being left ends its downloads; it is gone before anybody is told of it.
const RETRY_MS: i32 = 1_000;

/// Work at a stretch before the page gets its turn: at a quarter of the speed still below a long task's 50 ms.
const SLICE_MS: f64 = 8.0;

/// How many problems of a catalogue the console names; an editor sees all of them with `finder check`.
const PROBLEMS_NAMED: usize = 5;

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
    loaded: RefCell<Loaded>,
    catalogue: RefCell<Arc<Catalogue>>,
    joined: RefCell<Vec<PartKind>>,
    problems: Cell<usize>,
    /// Indexes in use, with what they were made from.
    indexes: RefCell<Vec<Made>>,
    /// The map's bytes, once somebody wanted them.
    map: RefCell<Option<Rc<[u8]>>>,
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
        // Another finder may have been quicker.
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        wait(0).await;
        let unreadable = |problem: &Problem| LoadError { code: "catalogue", message: format!("{url}: {problem}") };
        let loaded = Loaded::first(&bytes).map_err(|problem| unreadable(&problem))?;
        drop(bytes);
        wait(0).await;
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        let (catalogue, problems) = loaded.catalogue_in_slices(&|| Box::pin(wait(0))).await;
        if let Some(known) = Self::known(url) {
            return Ok(known);
        }
        tell(url, &problems);
        let Some(catalogue) = catalogue else {
            return Err(problems.first().map_or_else(
                || LoadError { code: "catalogue", message: format!("{url}: this is no catalogue") },
                unreadable,
            ));
        };
        let source = Rc::new(Self {
            url: url.to_owned(),
            loaded: RefCell::new(loaded),
            catalogue: RefCell::new(Arc::new(catalogue)),
            joined: RefCell::new(Vec::new()),
            problems: Cell::new(problems.len()),
            indexes: RefCell::new(Vec::new()),
            map: RefCell::new(None),
        });
        SOURCES.with(|sources| {
            let mut sources = sources.borrow_mut();
            sources.retain(|source| source.strong_count() > 0);
            sources.push(Rc::downgrade(&source));
        });
        Ok(source)
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
        let parts = self.catalogue().parts.clone();
        for part in parts.iter().filter(|part| part.kind == kind) {
            let url = absolute(&part.url, &self.url).unwrap_or_else(|| part.url.to_string());
            let bytes = fetch(&url).await?;
            // Another finder may have been quicker.
            if self.joined.borrow().contains(&kind) {
                return Ok(());
            }
            let joined = self.loaded.borrow_mut().join(&bytes);
            joined.map_err(|problem| LoadError { code: "catalogue", message: format!("{url}: {problem}") })?;
        }
        wait(0).await;
        if self.joined.borrow().contains(&kind) {
            return Ok(());
        }
        let (catalogue, problems) = self.loaded.borrow().catalogue();
        if problems.len() > self.problems.get() {
            tell(&self.url, &problems);
        }
        self.problems.set(problems.len());
        self.joined.borrow_mut().push(kind);
        if let Some(catalogue) = catalogue {
            *self.catalogue.borrow_mut() = Arc::new(catalogue);
        }
        Ok(())
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
        let url = absolute(&address, &self.url).unwrap_or_else(|| address.to_string());
        let bytes: Rc<[u8]> = fetch(&url).await?.into();
        *self.map.borrow_mut() = Some(Rc::clone(&bytes));
        Ok(bytes)
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
