//! The results: groups of cards, a page at a time, and what to do where there are none.

use finder_core::{
    catalogue::ServiceIx,
    query::{Sort, View},
    results::{Group, Hit},
    strings::fill,
};
use leptos::prelude::*;

use super::{
    bits::{button, heading, notice, para, span},
    card::card,
};
use crate::{
    browser, chunks,
    dom::{El, el, text_el},
    icons::{PIN, PLAY},
    options::Section,
    small::SmallMemo,
    start,
    state::{Finder, PAGE},
};

/// The results of the present query.
pub fn results(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let partial = SmallMemo::new(move || finder.results.with(|results| results.partial && results.total > 0));
    // A link may ask for the nearest without saying to what: then the visitor is asked.
    let asked = SmallMemo::new(move || {
        finder.asks_place.get()
            || (finder.asked().with(|query| query.sort == Some(Sort::Distance)) && finder.order() != Sort::Distance)
    });
    let parted = SmallMemo::new(move || finder.results.with(|answer| answer.page().any(|hit| hit.section.is_some())));
    let list = el("section").class("results").attr("part", "results");
    // Told, so that nobody reads a page of results of which half is there.
    let list = list.attr_if("aria-busy", (!finder.is_settled()).then_some("true"));
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
        .child(order(finder, asked))
        .child(el("div").class("above").slot(move || if asked.get() { vec![chunks::near(finder)] } else { Vec::new() }))
        .child(el("div").class("above").slot(move || {
            let partial = partial.get().then(|| notice(span(strings.partial_match)));
            partial.into_iter().collect()
        }))
        .child(
            el("div").class("parted").slot(move || {
                vec![if parted.get() { chunks::sections(finder, level) } else { matching(finder, level) }]
            }),
        )
        .child(el("div").class("above").slot(move || {
            let nothing = finder.results.with(|answer| answer.matching == 0);
            if nothing && !finder.waits_for_words() { vec![chunks::rescue(finder)] } else { Vec::new() }
        }))
        .maybe(stories_too(finder))
        .child(named(finder, level, Group::Nationwide))
        .child(named(finder, level, Group::NotStated))
        .child(named(finder, level, Group::Near))
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
    let many = SmallMemo::new(move || {
        if finder.has_words_asked() && finder.view.get() == View::List {
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
            start::focus_when_there(finder, ".stories .card-link");
        });
    Some(button)
}

/// The matching results: they need no heading.
fn matching(finder: Finder, level: u8) -> El {
    group(finder, level, None, |hit| hit.group == Group::Matching)
}

/// Another group of results under its heading.
fn named(finder: Finder, level: u8, group: Group) -> El {
    let strings = finder.lang.get_untracked().strings();
    let (title, note) = match group {
        Group::NotStated => (strings.group_not_stated, strings.group_not_stated_note),
        Group::Near => (strings.group_near, ""),
        Group::Matching | Group::Nationwide => (strings.group_nationwide, strings.group_nationwide_note),
    };
    let head = group_head(level, title, note);
    self::group(finder, level, Some(head), move |hit| hit.group == group)
}

/// The heading of a group, and what it means.
pub fn group_head(level: u8, title: &str, note: &str) -> El {
    let title = heading(level, "group-title").text(title);
    el("div").class("group-head").child(title).maybe((!note.is_empty()).then(|| para("group-note", note)))
}

/// The results that `belongs` picks, under their heading.
pub fn group(finder: Finder, level: u8, head: Option<El>, belongs: impl Fn(&Hit) -> bool + Copy + 'static) -> El {
    let keys = move || {
        finder.results.with(|answer| answer.page().filter(|hit| belongs(hit)).map(|hit| hit.service.get()).collect())
    };
    let none = move || finder.results.with(|answer| !answer.page().any(belongs));
    let cards = el("ul").class("cards").attr("role", "list");
    let cards = cards.rows(
        keys,
        move || finder.stepwise.get_untracked() || !finder.is_settled(),
        move |service| card(finder, ServiceIx::new(service), level + 1),
    );
    el("div").class("group").flag("hidden", none).maybe(head).child(cards)
}

/// The order of results, and the way to say where one is.
fn order(finder: Finder, asked: SmallMemo<bool>) -> El {
    let strings = finder.lang.get_untracked().strings();
    let locked = finder.options.with_untracked(|options| options.is_locked("sort"));
    let has_places =
        finder.data_now().is_some_and(|data| data.catalogue.municipalities.iter().any(|m| m.centre.is_some()));
    let my_place = (has_places).then(|| {
        button("sort-by", Some(PIN), strings.my_place).state("aria-expanded", move || asked.get()).on_click(move || {
            let is_open = asked.get_untracked();
            finder.asks_place.set(!is_open);
            if is_open && asked.get_untracked() {
                // Still asked, because the order needs a place: it is not asked for any more.
                finder.set_sort(None);
            }
        })
    });
    el("div").class("order").maybe((!locked).then(|| sort_choice(finder, has_places))).maybe(my_place)
}

/// The order of results.
fn sort_choice(finder: Finder, has_places: bool) -> El {
    let strings = finder.lang.get_untracked().strings();
    let choice = move |name: &str, sort: Sort| {
        button("sort-by", None, name).state("aria-pressed", move || finder.order() == sort).on_click(move || {
            // What is the order anyway is not written down.
            let by_default = sort == if untrack(|| finder.has_words_asked()) { Sort::Relevance } else { Sort::Name };
            finder.set_sort(if by_default { None } else { Some(sort) });
            if sort == Sort::Distance && untrack(|| finder.order()) != sort {
                finder.asks_place.set(true);
            }
        })
    };
    let by_distance = has_places.then(|| choice(strings.sort_distance, Sort::Distance));
    el("div")
        .class("sort")
        .attr("role", "group")
        .attr("aria-label", strings.sort)
        // One result needs no order.
        .flag("hidden", move || finder.results.with(|results| results.hits.len() < 2))
        .child(text_el("span", "sort-label", strings.sort).attr("aria-hidden", "true"))
        // Relevance means nothing without words.
        .child(choice(strings.sort_relevance, Sort::Relevance).flag("hidden", move || !finder.has_words_asked()))
        .child(choice(strings.sort_name, Sort::Name))
        .maybe(by_distance)
}
