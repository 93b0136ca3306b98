//! The filters: beside the results where there is room, else in a sheet from below.

use std::{rc::Rc, sync::Arc};

use finder_core::{
    catalogue::{TermRole, Text},
    facets::FacetCounts,
    query::View,
    strings::fill,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    bits::{button, foreign_lang, icon},
    chips::Applied,
    facet_group::{Choice, Within, facet_group},
    status,
};
use crate::{
    dom::{El, el, text_el},
    icons::{self, CROSS, FILTER},
    small::Small,
    state::{Data, Finder},
};

/// The filters, or the button that brings them; follows width and view.
pub fn filters(finder: Finder) -> Vec<El> {
    let Some(data) = finder.data_now() else { return Vec::new() };
    if !finder.options.with(|options| options.filters(&data.catalogue)) || finder.view.get() == View::Programme {
        return Vec::new();
    }
    let strings = finder.lang.get_untracked().strings();
    // On the map the room beside belongs to the results.
    if finder.wide.get() && finder.view.get() != View::Map {
        let side = el("aside").class("filters").attr("part", "facets").attr("aria-label", strings.filters);
        return vec![side.children(facets(finder, &data))];
    }
    let sheet = el("dialog").class("sheet").attr("part", "facets").attr("aria-label", strings.filters);
    let dialog: web_sys::HtmlDialogElement = sheet.node().clone().unchecked_into();
    let close = {
        let dialog = dialog.clone();
        move || dialog.close()
    };
    let (by_cross, by_button, by_backdrop) = (close.clone(), close.clone(), close);
    // Most visitors never open the sheet: what is in it is made when they do.
    let wanted = Small::new(false);
    let body = el("div").class("sheet-body").slot(move || {
        if wanted.get() { finder.data_now().map(|data| facets(finder, &data)).unwrap_or_default() } else { Vec::new() }
    });
    let open = button("button filters-open", Some(FILTER), "")
        .attr("aria-haspopup", "dialog")
        .text_with(move || match finder.query().with(|query| Applied::all(finder, query).len()) {
            0 => strings.filters.to_owned(),
            n => fill(strings.filters_chosen, &[("n", &n.to_string())]),
        })
        .on_click(move || {
            wanted.set(true);
            let _ = dialog.show_modal();
        });
    let head = el("div")
        .class("sheet-head")
        .child(text_el("span", "sheet-title", strings.filters))
        .child(button("sheet-close", None, "").attr("aria-label", strings.close).child(icon(CROSS)).on_click(by_cross));
    let foot = el("div")
        .class("sheet-foot")
        .child(button("quiet", None, strings.clear_all).on_click(move || finder.clear()))
        .child(button("button primary", None, "").text_with(move || shown_services(finder)).on_click(by_button));
    let content = el("div").class("sheet-box").child(head).child(body).child(foot);
    let sheet = sheet.child(content).on("click", move |event| {
        // A tap beside the sheet lands on the dialog itself: its content fills it.
        if event.target() == event.current_target() {
            by_backdrop();
        }
    });
    vec![el("div").class("filters-bar").child(open).child(sheet)]
}

/// *Show 15 services*.
fn shown_services(finder: Finder) -> String {
    let lang = finder.lang.get();
    let total = finder.results.with(|results| results.total);
    if total == 0 {
        return status::services(finder, lang);
    }
    let strings = lang.strings();
    fill(strings.show_services, &[("services", &lang.count(total, &strings.services))])
}

/// Every facet the visitor may change.
fn facets(finder: Finder, data: &Arc<Data>) -> Vec<El> {
    let strings = finder.lang.get_untracked().strings();
    let locked = |key| finder.options.with_untracked(|options| options.is_locked(key));
    let mut groups = Vec::new();
    if !locked("type") {
        groups.push(facet_group(strings.facet_type, types(finder, data), strings));
    }
    if !locked("audience") {
        groups.push(facet_group(strings.facet_audience, audiences(finder, data), strings));
    }
    let place_locked = locked("region") && locked("municipality");
    if !place_locked && !data.catalogue.municipalities.is_empty() {
        groups.push(facet_group(strings.facet_place, places(finder, data), strings));
    }
    groups
}

/// A choice, from its name and what it follows. `counts` picks the facet's counts, `position` the choice's.
#[inline(never)]
fn choice(
    finder: Finder,
    data: &Data,
    name: &Text,
    (counts, position): (fn(&FacetCounts) -> &[u32], usize),
    chosen: Rc<dyn Fn() -> bool>,
    on_toggle: Box<dyn Fn()>,
) -> Choice {
    Choice {
        name: data.text(name).to_owned(),
        lang: foreign_lang(data, name).map(str::to_owned),
        icon: None,
        count: Box::new(move || {
            finder.results.with(|results| counts(&results.facets).get(position).copied().unwrap_or(0))
        }),
        chosen,
        on_toggle,
        within: None,
    }
}

fn types(finder: Finder, data: &Arc<Data>) -> Vec<Choice> {
    let terms = data.catalogue.types.iter().enumerate();
    terms
        .map(|(at, term)| {
            let (id, toggled) = (term.id.clone(), term.id.clone());
            let chosen = Rc::new(move || finder.query().with(|query| query.types.contains(&id)));
            let toggle = Box::new(move || finder.toggle_type(toggled.clone()));
            let mut choice = choice(finder, data, &term.name, (|counts| &counts.types, at), chosen, toggle);
            choice.icon = Some(icons::of_kind(term.id.as_str()));
            choice
        })
        .collect()
}

fn audiences(finder: Finder, data: &Arc<Data>) -> Vec<Choice> {
    // Services for everyone answer every audience: choosing "everyone" would narrow to what is always there.
    let terms = data.catalogue.audiences.iter().enumerate().filter(|(_, term)| term.role != TermRole::Everyone);
    terms
        .map(|(at, term)| {
            let (id, toggled) = (term.id.clone(), term.id.clone());
            let chosen = Rc::new(move || finder.query().with(|query| query.audiences.contains(&id)));
            let toggle = Box::new(move || finder.toggle_audience(toggled.clone()));
            choice(finder, data, &term.name, (|counts| &counts.audiences, at), chosen, toggle)
        })
        .collect()
}

fn places(finder: Finder, data: &Arc<Data>) -> Vec<Choice> {
    let (locked_region, locked_municipality) =
        finder.options.with_untracked(|options| (options.is_locked("region"), options.is_locked("municipality")));
    // A page that locks a region offers that region's municipalities only.
    let allowed = finder.initial().regions;
    let mut places = Vec::new();
    for (at, region) in data.catalogue.regions.iter().enumerate() {
        if locked_region {
            if allowed.is_empty() || allowed.contains(&region.id) {
                places.extend(municipalities(finder, data, at));
            }
            continue;
        }
        let (id, toggled) = (region.id.clone(), region.id.clone());
        let chosen = Rc::new(move || finder.query().with(|query| query.regions.contains(&id)));
        let toggle = Box::new(move || finder.toggle_region(toggled.clone()));
        let mut choice = choice(finder, data, &region.name, (|counts| &counts.regions, at), chosen, toggle);
        if !locked_municipality {
            let chosen = finder.query_now().municipalities;
            let any_chosen = data
                .catalogue
                .municipalities
                .iter()
                .any(|place| place.region.get() == at && chosen.contains(&place.id));
            let data = Arc::clone(data);
            choice.within = Some(Within { any_chosen, make: Box::new(move || municipalities(finder, &data, at)) });
        }
        places.push(choice);
    }
    places
}

/// The municipalities of the region at `region`.
fn municipalities(finder: Finder, data: &Arc<Data>, region: usize) -> Vec<Choice> {
    let all = data.catalogue.municipalities.iter().enumerate();
    all.filter(|(_, municipality)| municipality.region.get() == region)
        .map(|(at, municipality)| {
            let (id, toggled) = (municipality.id.clone(), municipality.id.clone());
            let chosen = Rc::new(move || finder.query().with(|query| query.municipalities.contains(&id)));
            let toggle = Box::new(move || finder.toggle_municipality(toggled.clone()));
            choice(finder, data, &municipality.name, (|counts| &counts.municipalities, at), chosen, toggle)
        })
        .collect()
}
