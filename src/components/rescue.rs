//! Nothing here: what to do now. Every way out leads to results, and somebody to call is never more than a tap away.

use finder_core::{
    catalogue::ServiceIx,
    rescue::{Change, WayOut, rescue},
    strings::{Strings, UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, heading, list, para, words},
    route::office_card,
};
use crate::state::{Finder, finder};

/// Offices shown: one a chosen municipality is enough to go on.
const OFFICES: usize = 2;

/// Ways out, where nothing matches here.
#[component]
pub fn Rescue() -> impl IntoView {
    let finder = finder();
    let stuck = Memo::new(move |_| finder.results.with(|results| results.matching == 0));
    move || {
        stuck.get().then(|| {
            finder.asked().track();
            ways_out(finder)
        })
    }
}

fn ways_out(finder: Finder) -> AnyView {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let Some(data) = finder.data.get() else { return ().into_any() };
    if data.catalogue.services.is_empty() {
        return para("empty", words(strings.empty_catalogue));
    }
    let level = finder.options.with_untracked(|options| options.heading) + 2;
    let found = finder.asked().with(|query| rescue(&data.catalogue, &data.index, query));
    let way = |name: String, way: WayOut| {
        let text =
            fill(strings.rescue_way, &[("change", &name), ("services", &lang.count(way.total, &strings.services))]);
        let asked = way.query;
        button("button", None, text, move || {
            let now = finder.query_now();
            let query = finder_core::query::Query { view: now.view, open: None, map: now.map, ..asked.clone() };
            finder.ask(query);
        })
    };
    let mut ways: Vec<AnyView> =
        found.spelling.into_iter().chain(found.drops).map(|out| way(name(&out, lang), out)).collect();
    if ways.is_empty() {
        ways.push(button("button", None, strings.clear_all.to_owned(), move || finder.clear()));
    }
    let neighbours: Vec<AnyView> = found
        .neighbours
        .into_iter()
        .filter_map(|(ix, out)| {
            let place = data.catalogue.municipality(ix)?;
            Some(way(data.text(&place.name).to_owned(), out))
        })
        .collect();
    let neighbours = (!neighbours.is_empty()).then(|| {
        view! { {heading(level, "small-title", words(strings.rescue_neighbours))} {list("ways", neighbours)} }
            .into_any()
    });
    let offices: Vec<AnyView> = found
        .offices
        .into_iter()
        .take(OFFICES)
        .filter_map(|office: ServiceIx| office_card(finder, &data, data.catalogue.service(office)?))
        .collect();
    view! {
        <div class="empty">
            {heading(level, "small-title", words(strings.rescue_title))}
            {list("ways", ways)}
            {neighbours}
            {offices}
        </div>
    }
    .into_any()
}

/// What a way out changes, in words.
fn name(out: &WayOut, lang: UiLang) -> String {
    let strings: &Strings = lang.strings();
    match &out.change {
        Change::DropWord(word) => fill(strings.rescue_drop_word, &[("word", word)]),
        Change::DropWords => strings.rescue_drop_words.to_owned(),
        Change::DropTypes => strings.rescue_drop_types.to_owned(),
        Change::DropAudiences => strings.rescue_drop_audiences.to_owned(),
        Change::WidenToRegion => strings.rescue_region.to_owned(),
        Change::DropPlaces | Change::Elsewhere => strings.rescue_drop_places.to_owned(),
        Change::Spelling => fill(strings.rescue_spelling, &[("words", out.query.text.trim())]),
    }
}
