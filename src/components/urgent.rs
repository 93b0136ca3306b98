//! Help that cannot wait for results, and a way to leave at once.

use finder_core::{query::Target, strings::fill};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    bits::{button, heading, link, list, open_link, para, said, words},
    contact,
};
use crate::{
    icons::{CROSS, PHONE},
    state::{Finder, finder},
};

/// Where leaving leads: a page that anybody might be reading.
const ELSEWHERE: &str = "https://www.lsm.lv/";

/// Shown only where the words name a need that cannot wait.
#[component]
pub fn Urgent() -> impl IntoView {
    let finder = finder();
    move || finder.urgent.get().map(|help| show(finder, &help))
}

fn show(finder: Finder, help: &finder_core::urgent::Help) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 2;
    let Some(data) = finder.data_now() else { return ().into_any() };
    let emergency = help.emergency.as_ref().map(|phone| {
        let text = fill(strings.urgent_emergency, &[("phone", phone.shown())]);
        link("big primary", Some(PHONE), phone.href(), words(text), strings)
    });
    let lines: Vec<AnyView> = help
        .services
        .iter()
        .filter_map(|ix| data.catalogue.service(*ix))
        .map(|service| {
            let name = open_link(finder, "", Target::Service(service.id.clone()), said(&data, &service.name));
            let call = service.contact.phone.as_ref().map(|phone| contact::call(phone, "call", strings));
            view! { <span class="line-name">{name}</span> {call} }.into_any()
        })
        .collect();
    view! {
        <section class="urgent" aria-label={strings.urgent_title}>
            {heading(level, "small-title", words(strings.urgent_title))}
            {emergency}
            {list("lines", lines)}
            {button("button exit", Some(CROSS), strings.quick_exit.to_owned(), leave)}
            {para("hint", words(strings.quick_exit_note))}
        </section>
    }
    .into_any()
}

/// Leaves the page: the present history entry loses our fragment first, then the page itself is replaced.
fn leave() {
    let location = window().location();
    let here = location.href().unwrap_or_default();
    let bare = here.split('#').next().unwrap_or(&here);
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(bare));
    }
    let _ = location.replace(ELSEWHERE);
}
