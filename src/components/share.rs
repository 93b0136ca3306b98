//! Passing a record on.

use finder_core::query::Target;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{
    browser::{get, object},
    icons::{SHARE, icon},
    state::finder,
};

/// Gives the record's link to the device's own share sheet, else to the clipboard, else shows it.
#[component]
pub fn Share(
    /// What to pass on.
    target: Target,
    /// What it is called.
    title: String,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let Some(address) = finder.address_of(&target) else { return ().into_any() };
    let said = RwSignal::new(String::new());
    let share = move || {
        let (address, title) = (address.clone(), title.clone());
        leptos::task::spawn_local(async move {
            let navigator = window().navigator();
            if get(&navigator, "share").is_function() {
                let data = object(&[("title", title.as_str().into()), ("url", address.as_str().into())]);
                // Closing the sheet without choosing is an answer too.
                let _ = JsFuture::from(navigator.share_with_data(data.unchecked_ref())).await;
                return;
            }
            let clipboard = get(&navigator, "clipboard");
            let copied = match clipboard.dyn_ref::<web_sys::Clipboard>() {
                Some(clipboard) => JsFuture::from(clipboard.write_text(&address)).await.is_ok(),
                None => false,
            };
            let text = if copied { strings.copied.to_owned() } else { format!("{} {address}", strings.copy_by_hand) };
            let _ = said.try_set(text);
        });
    };
    view! {
        <div class="share">
            <button type="button" class="button" on:click=move |_| share()>
                {icon(SHARE)}
                {strings.share}
            </button>
            <span class="share-said" aria-live="polite">{move || said.get()}</span>
        </div>
    }
    .into_any()
}
