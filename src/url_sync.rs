//! Query ⇄ the page's address: our key of the fragment only, and only after the visitor did something.

use std::{cell::Cell, rc::Rc};

use finder_core::{
    catalogue::Catalogue,
    query::Query,
    query_url::{from_fragment, to_fragment},
};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::query_object::warn;

/// Safari refuses more than 100 history writes in 30 seconds: typing writes once it pauses.
const TYPING_PAUSE_MS: i32 = 400;

/// The part of the address that one finder owns.
pub struct UrlSync {
    key: String,
    listener: Closure<dyn FnMut()>,
    /// The address for the query as it is.
    address: Rc<dyn Fn() -> Option<String>>,
    /// Runs while typing has not been written yet.
    timer: Rc<Cell<Option<i32>>>,
    on_pause: Closure<dyn FnMut()>,
}

impl UrlSync {
    /// Starts to listen for back, forward and edited addresses.
    pub fn new(key: &str, on_change: impl FnMut() + 'static, address: impl Fn() -> Option<String> + 'static) -> Self {
        let listener = Closure::<dyn FnMut()>::new(on_change);
        for event in ["popstate", "hashchange"] {
            let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
        let address: Rc<dyn Fn() -> Option<String>> = Rc::new(address);
        let timer: Rc<Cell<Option<i32>>> = Rc::default();
        let on_pause = {
            let (address, timer) = (Rc::clone(&address), Rc::clone(&timer));
            Closure::<dyn FnMut()>::new(move || {
                timer.set(None);
                if let Some(url) = address() {
                    replace(&url);
                }
            })
        };
        Self { key: key.to_owned(), listener, address, timer, on_pause }
    }

    /// What the address asks for. `None`: the fragment is somebody else's or there is none.
    pub fn read(&self, catalogue: &Catalogue) -> Option<Query> {
        let hash = window().location().hash().unwrap_or_default();
        let (query, ignored) = from_fragment(&hash, &self.key, catalogue)?;
        warn(&ignored);
        Some(query)
    }

    /// Is there no fragment at all (rather than one of the host's)?
    pub fn is_bare(&self) -> bool {
        window().location().hash().is_ok_and(|hash| hash.is_empty())
    }

    /// The page's address with `query` in it. `initial`: what the page shows without a fragment.
    pub fn address(&self, query: &Query, initial: &Query) -> String {
        let location = window().location();
        let here = location.href().unwrap_or_default();
        let bare = here.split('#').next().unwrap_or(&here).to_owned();
        let fragment = to_fragment(query, &self.key);
        match (fragment.is_empty(), query == initial) {
            (true, true) => bare,
            // Nothing is asked for, though the page starts with something: the key alone says so.
            (true, false) => format!("{bare}#{}", self.key),
            (false, _) => format!("{bare}#{fragment}"),
        }
    }

    /// Writes the address once typing pauses, over the present history entry.
    pub fn write_later(&self) {
        self.stop_timer();
        let started = window().set_timeout_with_callback_and_timeout_and_arguments_0(
            self.on_pause.as_ref().unchecked_ref(),
            TYPING_PAUSE_MS,
        );
        self.timer.set(started.ok());
    }

    /// Writes the address as a new history entry; the same address once more only where a record `opens` that it does not
    /// tell: the way back closes that.
    pub fn write(&self, url: &str, opens: bool) {
        if !opens && window().location().href().is_ok_and(|here| here == url) {
            return;
        }
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
        }
    }

    /// Writes at once what typing left to be written. To be called before the query changes otherwise.
    pub fn flush(&self) {
        if self.timer.get().is_some() {
            self.stop_timer();
            if let Some(url) = (self.address)() {
                replace(&url);
            }
        }
    }

    fn stop_timer(&self) {
        if let Some(timer) = self.timer.take() {
            window().clear_timeout_with_handle(timer);
        }
    }
}

/// Replaces the present entry's address; the host's own state of that entry stays.
fn replace(url: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(url));
    }
}

impl Drop for UrlSync {
    fn drop(&mut self) {
        self.stop_timer();
        for event in ["popstate", "hashchange"] {
            let _ = window().remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
    }
}
