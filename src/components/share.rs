//! Passing a record on.

use finder_core::query::Target;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::bits::button;
use crate::{
    browser::{get, object},
    dom::{El, el},
    icons::SHARE,
    state::Finder,
};

/// Gives the record's link to the device's own share sheet, else to the clipboard, else shows it.
pub fn share(finder: Finder, target: &Target, title: &str) -> Option<El> {
    let pages = finder.lang.get_untracked().pages();
    let address = finder.address_of(target)?;
    let title = title.to_owned();
    let said = RwSignal::new(String::new());
    let button = button("button", Some(SHARE), pages.share).on_click(move || {
        let (address, title) = (address.clone(), title.clone());
        leptos::task::spawn_local(async move {
            let navigator = window().navigator();
            if get(&navigator, "share").is_function() {
                let data = object(&[("title", title.as_str().into()), ("url", address.as_str().into())]);
                // Closing the sheet without choosing is an answer too.
                let _ = JsFuture::from(navigator.share_with_data(data.unchecked_ref())).await;
                return;
            }
            // Absent where the page itself is not secure.
            let clipboard = get(&navigator, "clipboard");
            let copied = match clipboard.dyn_ref::<web_sys::Clipboard>() {
                Some(clipboard) => JsFuture::from(clipboard.write_text(&address)).await.is_ok(),
                None => false,
            };
            let text = if copied { pages.copied.to_owned() } else { format!("{} {address}", pages.copy_by_hand) };
            let _ = said.try_set(text);
        });
    });
    let answer = el("span").class("share-said").attr("aria-live", "polite").text_with(move || said.get());
    Some(el("div").class("share").child(button).child(answer))
}
