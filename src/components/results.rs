//! The results: groups of cards, a page at a time, and what to do where there are none.

use finder_core::{
    catalogue::ServiceIx,
    query::{Sort, View},
    results::Group,
    strings::fill,
};
use leptos::prelude::*;

use super::{
    bits::{button, heading, notice, para, span},
    card::card,
    rescue::rescue,
    urgent::urgent,
};
use crate::{
    browser,
    dom::{El, el, text_el},
    icons::PLAY,
    options::Section,
    start,
    state::{Finder, PAGE},
};

/// The results of the present query.
pub fn results(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let partial = Memo::new(move |_| finder.results.with(|results| results.partial && results.total > 0));
    let list = el("section").class("results").attr("part", "results");
    let within = list.clone();
    let left =
        move || finder.results.with(|results| results.total + results.not_stated).saturating_sub(finder.shown.get());
    let more = button("button more", None, "")
        .flag("hidden", move || left() == 0)
        .text_with(move || fill(strings.show_more, &[("n", &left().min(PAGE).to_string())]))
        .on_click(move || {
            let before = finder.shown.get_untracked();
            finder.show_more();
            // The button moves away from under the finger: go on where the new results begin.
            let within = within.clone();
            browser::later(move || {
                let titles = within.node().query_selector_all(".card-link").ok();
                let title = u32::try_from(before).ok().and_then(|at| titles?.item(at));
                if let Some(title) = title {
                    browser::focus(&title);
                }
            });
        });
    list.child(heading(level, "vh").text(strings.results_heading))
        .maybe(sort_choice(finder))
        .child(el("div").class("above").slot(move || {
            let partial = partial.get().then(|| notice(span(strings.partial_match)));
            partial.into_iter().collect()
        }))
        .child(el("div").class("above").slot(move || urgent(finder)))
        .child(group(finder, level, Group::Matching))
        .child(el("div").class("above").slot(move || rescue(finder)))
        .maybe(stories_too(finder))
        .child(group(finder, level, Group::Nationwide))
        .child(group(finder, level, Group::NotStated))
        .child(more)
}

/// That video stories answer the same words, as the way to them.
fn stories_too(finder: Finder) -> Option<El> {
    let lang = finder.lang.get_untracked();
    let stories = Section::View(View::Stories);
    let data = finder.data_now()?;
    let offered =
        finder.options.with_untracked(|options| options.shows(stories, &data.catalogue) && !options.is_locked("view"));
    if !offered {
        return None;
    }
    let many = Memo::new(move |_| {
        let has_words = finder.asked().with(|query| !query.text.trim().is_empty());
        if has_words && finder.view.get() == View::List {
            finder.results.with(|answer| answer.stories.len())
        } else {
            0
        }
    });
    let button = button("quiet stories-too", Some(PLAY), "")
        .flag("hidden", move || many.get() == 0)
        .text_with(move || lang.count(many.get(), &lang.strings().stories_too))
        .on_click(move || {
            finder.set_view(View::Stories);
            start::focus_after_redraw(finder, ".stories .card-link");
        });
    Some(button)
}

/// One group of results under its heading; the matching ones need none.
fn group(finder: Finder, level: u8, group: Group) -> El {
    let strings = finder.lang.get_untracked().strings();
    let keys = move || {
        finder
            .results
            .with(|answer| answer.page().filter(|hit| hit.group == group).map(|hit| hit.service.get()).collect())
    };
    let none = move || finder.results.with(|answer| answer.page().all(|hit| hit.group != group));
    let head = match group {
        Group::Matching => None,
        Group::Nationwide => Some((strings.group_nationwide, strings.group_nationwide_note)),
        Group::NotStated => Some((strings.group_not_stated, strings.group_not_stated_note)),
    };
    let head = head.map(|(title, note)| {
        let title = heading(level, "group-title").text(title);
        el("div").class("group-head").child(title).child(para("group-note", note))
    });
    let cards = el("ul").class("cards").attr("role", "list");
    let cards = cards.rows(
        keys,
        move || finder.typing.get_untracked() || !finder.settled.get_untracked(),
        move |service| card(finder, ServiceIx::new(service), level + 1),
    );
    el("div").class("group").flag("hidden", none).maybe(head).child(cards)
}

/// The order of results.
fn sort_choice(finder: Finder) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    if finder.options.with_untracked(|options| options.is_locked("sort")) {
        return None;
    }
    let by_name = move || finder.query().with(|query| query.sort == Some(Sort::Name));
    let choice = move |name: &str, sort: Option<Sort>| {
        button("sort-by", None, name)
            .state("aria-pressed", move || by_name() == (sort == Some(Sort::Name)))
            .on_click(move || finder.set_sort(sort))
    };
    // Relevance means nothing without words, and one result needs no order.
    let hidden = move || {
        finder.asked().with(|query| query.text.trim().is_empty())
            || finder.results.with(|results| results.hits.len() < 2)
    };
    Some(
        el("div")
            .class("sort")
            .attr("role", "group")
            .attr("aria-label", strings.sort)
            .flag("hidden", hidden)
            .child(text_el("span", "sort-label", strings.sort).attr("aria-hidden", "true"))
            .child(choice(strings.sort_relevance, None))
            .child(choice(strings.sort_name, Some(Sort::Name))),
    )
}
