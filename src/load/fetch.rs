//! One download, with a second try and a time limit.

use gloo_net::http::Request;
use wasm_bindgen::{JsCast, closure::Closure};

use super::LoadError;
use crate::browser::wait;

/// A request that has not ended after this long is given up: a phone that lost its signal may wait for ever.
const TIMEOUT_MS: i32 = 30_000;

/// Before a download that failed is tried once more: a connection that dropped is often back in a moment. And a page that is
/// being left ends its downloads; it is gone before anybody is told of it.
const RETRY_MS: i32 = 1_000;

/// What to look at where a file does not come.
const CURE: &str = "; is it there, and allowed by the page's connect-src (from another origin: with CORS)?";

/// Fetches one file, at the second try if need be.
pub(super) async fn fetch(url: &str) -> Result<Vec<u8>, LoadError> {
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
