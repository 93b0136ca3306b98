//! Nothing here: what to do now. Every way out leads to results, and somebody to call is never more than a tap away.

use finder_core::{
    query::Query,
    rescue::{Change, WayOut},
    strings::{UiLang, WordStrings, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, heading, list, para},
    route::office_card,
};
use crate::{
    dom::{El, el},
    start,
    state::Finder,
};

/// Offices shown: one a chosen municipality is enough to go on.
const OFFICES: usize = 2;

/// Ways out of an answer without results.
pub fn rescue(finder: Finder) -> El {
    let lang = finder.lang.get_untracked();
    let (strings, texts) = (lang.strings(), lang.words());
    let Some(data) = finder.data_now() else { return el("div") };
    if data.catalogue.services.is_empty() {
        return para("empty", texts.empty_catalogue);
    }
    let level = finder.options.with_untracked(|options| options.heading) + 2;
    let found = finder.asked().with_untracked(|query| finder_words::rescue(&data.catalogue, &data.index, query));
    let asks_office = |way: &WayOut| way.change == Change::Offices;
    let is_lost = found.spelling.is_none() && found.drops.iter().all(asks_office);
    let mut ways: Vec<El> =
        found.spelling.into_iter().chain(found.drops).map(|out| way(finder, lang, &name(&out, texts), out)).collect();
    if is_lost {
        ways.insert(
            0,
            button("button", None, strings.clear_all).on_click(move || {
                finder.clear();
                on_to_results(finder);
            }),
        );
    }
    let neighbours = found.neighbours.into_iter();
    let neighbours = neighbours.filter_map(|(ix, out)| Some(way(finder, lang, data.municipality(ix)?, out)));
    let neighbours = list("ways", neighbours.collect())
        .map(|ways| el("div").child(heading(level, "small-title").text(texts.rescue_neighbours)).child(ways));
    let offices = found.offices.into_iter().take(OFFICES).filter_map(|ix| data.catalogue.service(ix));
    let offices = offices.filter_map(|office| office_card(finder, &data, office)).collect();
    let ways = list("ways", ways);
    el("div")
        .class("empty")
        .child(heading(level, "small-title").text(texts.rescue_title))
        .maybe(ways)
        .maybe(neighbours)
        .children(offices)
}

/// The button is gone with what was empty: on to what it brought.
fn on_to_results(finder: Finder) {
    start::focus_after_redraw(finder, ".results .card-link");
}

fn way(finder: Finder, lang: UiLang, name: &str, way: WayOut) -> El {
    let (strings, texts) = (lang.strings(), lang.words());
    let services = lang.count(way.matching, &strings.services);
    let text = fill(texts.rescue_way, &[("change", name), ("services", &services)]);
    button("button", None, &text).on_click(move || {
        let now = finder.query_now();
        finder.ask(Query { view: now.view, open: None, map: now.map, ..way.query.clone() });
        on_to_results(finder);
    })
}

/// What a way out changes, in words.
fn name(out: &WayOut, texts: &WordStrings) -> String {
    match &out.change {
        Change::DropWord(word) => fill(texts.rescue_drop_word, &[("word", word)]),
        Change::DropWords => texts.rescue_drop_words.to_owned(),
        Change::DropTypes => texts.rescue_drop_types.to_owned(),
        Change::DropAudiences => texts.rescue_drop_audiences.to_owned(),
        Change::WidenToRegion => texts.rescue_region.to_owned(),
        Change::DropPlaces | Change::Elsewhere => texts.rescue_drop_places.to_owned(),
        Change::Offices => texts.rescue_offices.to_owned(),
        Change::Spelling => fill(texts.rescue_spelling, &[("words", out.query.text.trim())]),
    }
}
