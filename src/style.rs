//! One style sheet for all finders of the page, constructed (a strict Content-Security-Policy refuses `<style>`).

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

use crate::browser::{get, shadow_root};

/// The order is the cascade's: tokens, base, components.
const SHEET: &str = concat!(
    include_str!("components/tokens.css"),
    include_str!("components/base.css"),
    include_str!("components/app.css"),
    include_str!("components/search_box.css"),
    include_str!("components/filters.css"),
    include_str!("components/results.css"),
    include_str!("components/card.css"),
    include_str!("components/service_page.css"),
    include_str!("components/hours.css"),
    include_str!("components/map/map.css"),
    include_str!("components/near/near.css"),
    include_str!("components/stories.css"),
    include_str!("components/player.css"),
    include_str!("components/programme.css"),
);

thread_local! {
    static SHARED: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Lets the shadow root that `node` lies in adopt the sheet.
pub fn adopt(node: &Node) {
    let Some(root) = shadow_root(node) else { return };
    let sheet = SHARED.with(|shared| {
        let mut shared = shared.borrow_mut();
        if shared.is_none() {
            let sheet = CssStyleSheet::new().ok();
            if let Some(sheet) = &sheet {
                let _ = sheet.replace_sync(SHEET);
            }
            *shared = sheet;
        }
        shared.clone()
    });
    let (Some(sheet), Ok(adopted)) = (sheet, get(&root, "adoptedStyleSheets").dyn_into::<js_sys::Object>()) else {
        return;
    };
    let adopted = js_sys::Array::from(&adopted);
    if !adopted.includes(&sheet, 0) {
        adopted.push(&sheet);
        let _ = js_sys::Reflect::set(&root, &JsValue::from_str("adoptedStyleSheets"), &adopted);
    }
}
