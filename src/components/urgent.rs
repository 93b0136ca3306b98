//! Help that cannot wait for results, and a way to leave at once.

use finder_core::{
    query::{Query, Target},
    strings::fill,
};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    bits::{button, heading, link, list, open_link, para, said, span},
    contact,
};
use crate::{
    dom::{El, el},
    icons::{CROSS, PHONE},
    state::Finder,
};

/// Where leaving leads: a page that anybody might be reading.
const ELSEWHERE: &str = "https://www.lsm.lv/";

/// Shown only where the words name a need that cannot wait. Follows the words.
pub fn urgent(finder: Finder) -> Vec<El> {
    let Some(help) = finder.results.with_untracked(|answer| answer.help.clone()) else { return Vec::new() };
    let lang = finder.lang.get_untracked();
    let (strings, texts) = (lang.strings(), lang.words());
    let level = finder.options.with_untracked(|options| options.heading) + 2;
    let Some(data) = finder.data_now() else { return Vec::new() };
    let emergency = help.emergency.as_ref().map(|phone| {
        let text = fill(texts.urgent_emergency, &[("phone", phone.shown())]);
        link("big primary", Some(PHONE), &phone.href(), span(&text), strings)
    });
    let lines = help.services.iter().filter_map(|ix| data.catalogue.service(*ix)).map(|service| {
        let name = said(open_link(finder, "", Target::Service(service.id.clone())), &data, &service.name);
        let call = service.contact.phone.as_ref().map(|phone| contact::call(phone, "call", strings));
        el("div").class("line").child(name).maybe(call)
    });
    vec![
        el("section")
            .class("urgent")
            .attr("aria-label", texts.urgent_title)
            // Read out when it comes: nobody who only hears would look for it.
            .child(el("div").attr("role", "alert").child(heading(level, "small-title").text(texts.urgent_title)))
            .maybe(emergency)
            .maybe(list("lines", lines.collect()))
            .child(leave(finder))
            .child(para("hint", texts.quick_exit_note)),
    ]
}

/// The button that leaves at once.
pub fn leave(finder: Finder) -> El {
    let texts = finder.lang.get_untracked().words();
    button("button exit", Some(CROSS), texts.quick_exit).on_click(move || go_elsewhere(finder))
}

/// Leaves the page: the present history entry loses our fragment first, then the page itself is replaced.
fn go_elsewhere(finder: Finder) {
    // The way back may bring this page as it was left: then it asks for nothing.
    finder.ask(Query::default());
    let location = window().location();
    let here = location.href().unwrap_or_default();
    let bare = here.split('#').next().unwrap_or(&here);
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(bare));
    }
    let _ = location.replace(ELSEWHERE);
}
