//! The filters: beside the results where there is room, else in a sheet from below.

use std::sync::Arc;

use finder_core::{
    catalogue::{TermRole, Text},
    query::View,
    strings::fill,
};
use leptos::{html, prelude::*};

use super::{
    bits::{button, foreign_lang, words},
    facet_group::{Choice, FacetGroup},
    status,
};
use crate::{
    icons::{self, CROSS, FILTER, icon},
    options::Section,
    state::{Data, Finder, finder},
};

/// The filters, or the button that brings them.
#[component]
pub fn Filters(
    /// The view shown.
    view: Memo<View>,
) -> impl IntoView {
    let finder = finder();
    let Some(data) = finder.data_now() else { return ().into_any() };
    if !finder.options.with_untracked(|options| options.shows(Section::Filters, &data.catalogue)) {
        return ().into_any();
    }
    let strings = finder.lang.get_untracked().strings();
    let shown = Memo::new(move |_| view.get() != View::Programme);
    let narrow = move || {
        let sheet = NodeRef::<html::Dialog>::new();
        let label = move || match finder.query().with(finder_core::query::Query::filter_count) {
            0 => strings.filters.to_owned(),
            n => fill(strings.filters_chosen, &[("n", &n.to_string())]),
        };
        let close = move || {
            if let Some(sheet) = sheet.get_untracked() {
                sheet.close();
            }
        };
        view! {
            <div class="filters-bar">
                <button
                    type="button"
                    class="button filters-open"
                    aria-haspopup="dialog"
                    on:click=move |_| {
                        if let Some(sheet) = sheet.get_untracked() {
                            let _ = sheet.show_modal();
                        }
                    }
                >
                    {icon(FILTER)}
                    {label}
                </button>
            </div>
            <dialog
                class="sheet"
                part="facets"
                aria-label={strings.filters}
                node_ref=sheet
                on:click=move |event| {
                    // A tap beside the sheet lands on the dialog itself: its content fills it.
                    if event.target() == event.current_target() {
                        close();
                    }
                }
            >
                <div class="sheet-box">
                    <div class="sheet-head">
                        <span class="sheet-title">{strings.filters}</span>
                        <button type="button" class="sheet-close" aria-label={strings.close} on:click=move |_| close()>
                            {icon(CROSS)}
                        </button>
                    </div>
                    <div class="sheet-body">{facets(finder)}</div>
                    <div class="sheet-foot">
                        {button("quiet", None, strings.clear_all.to_owned(), move || finder.clear())}
                        <button type="button" class="button primary" on:click=move |_| close()>
                            {move || shown_services(finder)}
                        </button>
                    </div>
                </div>
            </dialog>
        }
        .into_any()
    };
    let side = move || {
        view! { <aside class="filters" part="facets" aria-label={strings.filters}>{facets(finder)}</aside> }.into_any()
    };
    (move || shown.get().then(|| if finder.wide.get() { side() } else { narrow() })).into_any()
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
fn facets(finder: Finder) -> AnyView {
    let Some(data) = finder.data_now() else { return ().into_any() };
    let strings = finder.lang.get_untracked().strings();
    let locked = |key| finder.options.with_untracked(|options| options.is_locked(key));
    let mut groups: Vec<AnyView> = Vec::new();
    if !locked("type") {
        groups.push(view! { <FacetGroup name={strings.facet_type} choices=types(finder, &data) /> }.into_any());
    }
    if !locked("audience") {
        groups.push(view! { <FacetGroup name={strings.facet_audience} choices=audiences(finder, &data) /> }.into_any());
    }
    if !(locked("region") && locked("municipality")) && !data.catalogue.municipalities.is_empty() {
        groups.push(view! { <FacetGroup name={strings.facet_place} choices=places(finder, &data) /> }.into_any());
    }
    if groups.is_empty() { words("") } else { groups.into_any() }
}

/// A choice, from its name and what it follows.
fn choice(
    data: &Data,
    name: &Text,
    count: impl Fn() -> Option<u32> + Send + Sync + 'static,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    on_toggle: impl Fn() + Send + Sync + 'static,
) -> Choice {
    Choice {
        name: data.text(name).to_owned(),
        lang: foreign_lang(data, name),
        icon: None,
        count: Memo::new(move |_| count().unwrap_or(0)),
        chosen: Memo::new(move |_| chosen()),
        on_toggle: Callback::new(move |()| on_toggle()),
        within: Vec::new(),
    }
}

fn types(finder: Finder, data: &Arc<Data>) -> Vec<Choice> {
    let terms = data.catalogue.types.iter().enumerate();
    terms
        .map(|(at, term)| {
            let (id, toggled) = (term.id.clone(), term.id.clone());
            let mut choice = choice(
                data,
                &term.name,
                move || finder.results.with(|results| results.facets.types.get(at).copied()),
                move || finder.query().with(|query| query.types.contains(&id)),
                move || finder.toggle_type(toggled.clone()),
            );
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
            choice(
                data,
                &term.name,
                move || finder.results.with(|results| results.facets.audiences.get(at).copied()),
                move || finder.query().with(|query| query.audiences.contains(&id)),
                move || finder.toggle_audience(toggled.clone()),
            )
        })
        .collect()
}

fn places(finder: Finder, data: &Arc<Data>) -> Vec<Choice> {
    let options = finder.options.get_untracked();
    let locked_region = options.is_locked("region");
    // A page that locks a region offers that region's municipalities only.
    let allowed = finder.initial().regions;
    let mut places = Vec::new();
    for (at, region) in data.catalogue.regions.iter().enumerate() {
        if locked_region && !allowed.is_empty() && !allowed.contains(&region.id) {
            continue;
        }
        let municipalities: Vec<Choice> =
            if options.is_locked("municipality") { Vec::new() } else { municipalities(finder, data, at) };
        if locked_region {
            places.extend(municipalities);
            continue;
        }
        let (id, toggled) = (region.id.clone(), region.id.clone());
        let mut choice = choice(
            data,
            &region.name,
            move || finder.results.with(|results| results.facets.regions.get(at).copied()),
            move || finder.query().with(|query| query.regions.contains(&id)),
            move || finder.toggle_region(toggled.clone()),
        );
        choice.within = municipalities;
        places.push(choice);
    }
    places
}

/// The municipalities of the region at `region`.
pub fn municipalities(finder: Finder, data: &Arc<Data>, region: usize) -> Vec<Choice> {
    let all = data.catalogue.municipalities.iter().enumerate();
    all.filter(|(_, municipality)| municipality.region.get() == region)
        .map(|(at, municipality)| {
            let (id, toggled) = (municipality.id.clone(), municipality.id.clone());
            choice(
                data,
                &municipality.name,
                move || finder.results.with(|results| results.facets.municipalities.get(at).copied()),
                move || finder.query().with(|query| query.municipalities.contains(&id)),
                move || finder.toggle_municipality(toggled.clone()),
            )
        })
        .collect()
}
