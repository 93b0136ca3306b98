//! The service finder widget: what `public/service-finder.js` calls.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A mounted finder; freeing it unmounts.
#[wasm_bindgen]
pub struct Handle {
    _view: Box<dyn std::any::Any>,
}

/// Mounts a finder into `root`, an element inside the custom element's shadow root.
#[wasm_bindgen]
pub fn mount(root: HtmlElement) -> Handle {
    let view = mount_to(root, || view! { <p>{"Service finder"}</p> });
    Handle { _view: Box::new(view) }
}
