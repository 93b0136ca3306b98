//! Style sheets for all finders of the page, constructed (a strict Content-Security-Policy refuses `<style>`): one for the
//! list and what stands around it, and one for each view that is downloaded when it is first wanted.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

use crate::{
    browser::{get, shadow_root},
    state::Finder,
};

/// The text of a style sheet of `src/`, made small by `build.rs`.
macro_rules! sheet {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}
pub(crate) use sheet;

/// The order is the cascade's: tokens, base, components.
const SHEET: &str = concat!(
    sheet!("components/tokens.css"),
    sheet!("components/base.css"),
    sheet!("components/app.css"),
    sheet!("components/search_box.css"),
    sheet!("components/filters.css"),
    sheet!("components/results.css"),
    sheet!("components/card.css"),
);

thread_local! {
    /// The sheets made so far, each with its text.
    static MADE: RefCell<Vec<(&'static str, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// Makes the sheet that every finder adopts: a browser takes its time to read it.
pub fn make() {
    MADE.with(|made| made_of(&mut made.borrow_mut(), SHEET));
}

/// Lets the shadow root that `node` lies in adopt the sheet.
pub fn adopt(node: &Node) {
    adopt_text(node, SHEET);
}

/// Lets a finder adopt a view's own sheet too.
pub fn adopt_more(finder: Finder, text: &'static str) {
    if let Some(root) = finder.with_host(|host| host.root.clone()) {
        adopt_text(&root, text);
    }
}

fn adopt_text(node: &Node, text: &'static str) {
    let Some(root) = shadow_root(node) else { return };
    let Ok(adopted) = get(&root, "adoptedStyleSheets").dyn_into::<js_sys::Object>() else { return };
    let Some(sheet) = MADE.with(|made| made_of(&mut made.borrow_mut(), text)) else { return };
    let adopted = js_sys::Array::from(&adopted);
    if !adopted.includes(&sheet, 0) {
        adopted.push(&sheet);
        let _ = js_sys::Reflect::set(&root, &JsValue::from_str("adoptedStyleSheets"), &adopted);
    }
}

/// The sheet of this text, made where there is none yet.
fn made_of(made: &mut Vec<(&'static str, CssStyleSheet)>, text: &'static str) -> Option<CssStyleSheet> {
    // The same text is the same constant: a sheet's address tells it.
    if let Some((_, sheet)) = made.iter().find(|(known, _)| std::ptr::eq(*known, text)) {
        return Some(sheet.clone());
    }
    let sheet = CssStyleSheet::new().ok()?;
    let _ = sheet.replace_sync(text);
    made.push((text, sheet.clone()));
    Some(sheet)
}

// What makes them small runs in `build.rs`, which has no tests of its own.
#[cfg(test)]
#[path = "../build/css.rs"]
mod css;
