//! Small doors to the browser, so that the rest need not know how they creak.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

/// Writes one error line to the console.
pub fn console_error(message: &str) {
    web_sys::console::error_1(&message.into());
}

/// Writes one warning line to the console.
pub fn console_warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}

/// Waits at least `ms` milliseconds; 0 lets the browser paint and take input first.
///
/// By a timer, though nested ones wait 4 ms each: rows of results wait by timers too, and what is counted in breaths must not
/// overtake them, as it did with tasks of the browser's scheduler. A message through a channel of its own is collected by
/// engines before it arrives, once in some hundred mounts, and then the finder waits for ever.
pub async fn wait(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = JsFuture::from(promise).await;
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Today, as days since 1970-01-01 in the visitor's time zone.
pub fn today() -> i64 {
    let now = js_sys::Date::new_0();
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 fit")]
    let days = ((now.get_time() - now.get_timezone_offset() * 60_000.0) / 86_400_000.0).floor() as i64;
    days
}

/// Seconds since 1970-01-01T00:00Z.
pub fn unix_seconds() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit")]
    let seconds = (js_sys::Date::now() / 1000.0).floor() as i64;
    seconds
}

/// Minutes since midnight as clocks show them: *09:05*.
pub fn clock(minute: u16) -> String {
    let two = |number: u16| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [two(minute / 60), two(minute % 60)].join(":")
}

/// `address` as an absolute URL, read relative to `base`.
pub fn absolute(address: &str, base: &str) -> Option<String> {
    web_sys::Url::new_with_base(address, base).ok().map(|url| url.href())
}

/// `object[key]`; `undefined` where there is none.
pub fn get(object: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Makes a plain object.
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

/// The shadow root an element lies in.
pub fn shadow_root(element: &web_sys::Node) -> Option<web_sys::ShadowRoot> {
    element.get_root_node().dyn_into().ok()
}

/// Scrolls back to where the visitor was, without animation.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Gives focus without letting the browser scroll.
pub fn focus_in_place(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// A number as JavaScript writes it: the browser has the code for it already.
pub fn number(value: f64) -> String {
    JsValue::from_f64(value)
        .unchecked_into::<js_sys::Number>()
        .to_string_with_radix(10)
        .map(String::from)
        .unwrap_or_default()
}

/// Does something once the page has taken over what was changed just now.
pub fn later(what: impl FnOnce() + 'static) {
    let what: Box<dyn FnOnce()> = Box::new(what);
    leptos::prelude::set_timeout(what, std::time::Duration::ZERO);
}

/// Does something once what was changed just now has been painted.
pub fn after_paint(what: impl FnOnce() + 'static) {
    let what: Box<dyn FnOnce()> = Box::new(what);
    leptos::prelude::request_animation_frame(move || later(what));
}

/// Gives focus to what is an element that can have it.
pub fn focus(node: &web_sys::Node) {
    let _ = node.unchecked_ref::<web_sys::HtmlElement>().focus();
}

/// Hands the visitor a file that was made here.
pub fn save(text: &str, kind: &str, name: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = crate::dom::el("a").attr("href", &address).attr("download", name);
    link.html().click();
    // Not at once: the download begins in a task of its own.
    later(move || drop(web_sys::Url::revoke_object_url(&address)));
}
