//! The results: groups of cards, a page at a time, and what to do where there are none.

use finder_core::{
    query::Sort,
    results::{Group, Hit},
    strings::fill,
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    bits::{button, heading, notice, para, words},
    card::Card,
    rescue::Rescue,
    urgent::Urgent,
};
use crate::state::{Finder, PAGE, finder};

/// The results of the present query.
#[component]
pub fn Results() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let list = NodeRef::<html::Section>::new();
    let partial = Memo::new(move |_| finder.results.with(|results| results.partial && results.total > 0));
    let left = Memo::new(move |_| {
        finder.results.with(|results| results.total + results.not_stated).saturating_sub(finder.shown.get())
    });
    let more = move || {
        let before = finder.shown.get_untracked();
        finder.show_more();
        // The button moves away from under the finger: go on where the new results begin.
        set_timeout(
            move || {
                let Some(list) = list.try_get_untracked().flatten() else { return };
                let Ok(titles) = list.query_selector_all(".card-title > :first-child") else { return };
                let title = u32::try_from(before).ok().and_then(|at| titles.item(at));
                if let Some(title) = title.and_then(|title| title.dyn_into::<web_sys::HtmlElement>().ok()) {
                    let _ = title.focus();
                }
            },
            std::time::Duration::ZERO,
        );
    };
    view! {
        <section class="results" part="results" node_ref=list>
            {heading(level, "vh", words(strings.results_heading))}
            <SortChoice />
            {move || partial.get().then(|| notice(words(strings.partial_match)))}
            <Urgent />
            {group(finder, level, Group::Matching)}
            <Rescue />
            {group(finder, level, Group::Nationwide)}
            {group(finder, level, Group::NotStated)}
            {move || {
                (left.get() > 0).then(|| {
                    let n = left.get().min(PAGE).to_string();
                    button("button more", None, fill(strings.show_more, &[("n", &n)]), more)
                })
            }}
        </section>
    }
}

/// One group of results under its heading; the matching ones need none.
fn group(finder: Finder, level: u8, group: Group) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let hits = Memo::new(move |_| {
        let page = finder.page.get();
        page.iter().filter(|hit| hit.group == group).map(|hit| hit.service).collect::<Vec<_>>()
    });
    let head = match group {
        Group::Matching => None,
        Group::Nationwide => Some((strings.group_nationwide, strings.group_nationwide_note)),
        Group::NotStated => Some((strings.group_not_stated, strings.group_not_stated_note)),
    };
    let any = Memo::new(move |_| hits.with(|hits| !hits.is_empty()));
    let head = move || {
        head.filter(|_| any.get()).map(|(title, note)| {
            let title = heading(level, "group-title", words(title));
            view! { <div class="group-head">{title}{para("group-note", words(note))}</div> }.into_any()
        })
    };
    let card_level = level + 1;
    view! {
        {head}
        <ul class="cards" role="list" hidden=move || !any.get()>
            <For each=move || hits.get() key=|service| *service let:service>
                <Card
                    service
                    hit=Memo::new(move |_| hit(finder, service))
                    level=card_level
                />
            </For>
        </ul>
    }
    .into_any()
}

/// The shown hit of a service.
fn hit(finder: Finder, service: finder_core::catalogue::ServiceIx) -> Option<Hit> {
    finder.page.with(|page| page.iter().find(|hit| hit.service == service).cloned())
}

/// The order of results.
#[component]
fn SortChoice() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    if finder.options.with_untracked(|options| options.is_locked("sort")) {
        return ().into_any();
    }
    // Relevance means nothing without words, and one result needs no order.
    let shown = Memo::new(move |_| {
        let has_words = finder.query().with(|query| !query.text.trim().is_empty());
        has_words && finder.results.with(|results| results.hits.len() > 1)
    });
    let by_name = move || finder.query().with(|query| query.sort == Some(Sort::Name));
    let choice = move |name: &'static str, sort: Option<Sort>| {
        view! {
            <button
                type="button"
                class="sort-by"
                aria-pressed=move || if by_name() == (sort == Some(Sort::Name)) { "true" } else { "false" }
                on:click=move |_| finder.set_sort(sort)
            >
                {name}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="sort" role="group" aria-label={strings.sort} hidden=move || !shown.get()>
            <span class="sort-label" aria-hidden="true">{strings.sort}</span>
            {choice(strings.sort_relevance, None)}
            {choice(strings.sort_name, Some(Sort::Name))}
        </div>
    }
    .into_any()
}
