//! Names of languages as people read them, by the browser: *latviešu*, *Latvian*.

use finder_core::strings::UiLang;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{get, object};

/// The name of the language that a BCP 47 tag stands for; the tag itself where the browser knows no name.
pub fn language_name(tag: &str, lang: UiLang) -> String {
    name(tag, lang).unwrap_or_else(|| tag.to_owned())
}

fn name(tag: &str, lang: UiLang) -> Option<String> {
    let names: Function = get(&get(&js_sys::global(), "Intl"), "DisplayNames").dyn_into().ok()?;
    let arguments = Array::of2(&Array::of1(&lang.tag().into()), &object(&[("type", "language".into())]));
    let names = Reflect::construct(&names, &arguments).ok()?;
    let of: Function = get(&names, "of").dyn_into().ok()?;
    // A tag that is no tag is an exception there.
    of.call1(&names, &JsValue::from_str(tag)).ok()?.as_string()
}
