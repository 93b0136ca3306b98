//! What happens if the module panics: WebAssembly aborts, and every finder of the page with it.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use crate::browser;

thread_local! {
    static HANDLER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Registers what to call once the module is beyond use. The loader then puts every page's own content back.
pub fn set_handler(handler: js_sys::Function) {
    HANDLER.set(Some(handler));
    std::panic::set_hook(Box::new(|info| {
        // Taken, so that a panic inside the handler cannot call it again. A timer may still call into the module and panic
        // anew: that is the same fault, and was told.
        let handler = HANDLER.with(|h| h.try_borrow_mut().ok().and_then(|mut h| h.take()));
        let Some(handler) = handler else { return };
        browser::console_error(&format!(
            "service-finder (panic): a fault of the finder's own, so the page's list is shown instead: take its newest version, or report this: {info}"
        ));
        let _ = handler.call0(&JsValue::UNDEFINED);
    }));
}
