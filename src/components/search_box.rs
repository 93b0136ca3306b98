//! The search box.

use std::time::Duration;

use finder_core::query::View;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    bits::{button, icon},
    suggestions::{Suggestions, suggestion_list},
};
use crate::{
    browser,
    dom::{El, el, react, text_el},
    icons::{CROSS, SEARCH},
    options::Section,
    state::Finder,
};

/// Suggestions wait for this much of a pause, so that they cost no keystroke anything.
const SUGGEST_AFTER: Duration = Duration::from_millis(120);

/// Words to look for. What was typed stays as it was typed: rewriting it would move the caret.
pub fn search_box(finder: Finder) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    let data = finder.data_now()?;
    let shown = finder
        .options
        .with_untracked(|options| !options.is_locked("q") && options.shows(Section::Search, &data.catalogue));
    if !shown {
        return None;
    }
    let suggestions = Suggestions::new(finder);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    // Answers whether suggestions were about to come.
    let stop = move || {
        let timer = waiting.try_get_value().flatten();
        if let Some(timer) = timer {
            timer.clear();
            let _ = waiting.try_set_value(None);
        }
        timer.is_some()
    };
    on_cleanup(move || {
        stop();
    });
    let close = move || {
        stop();
        suggestions.close();
    };
    let box_ = el("input")
        .attr("id", "q")
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("aria-autocomplete", "list")
        .attr("aria-haspopup", "listbox")
        .attr("aria-controls", "suggestions")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", strings.search_hint)
        .state("aria-expanded", move || !suggestions.list.with(Vec::is_empty))
        .attr_with("aria-activedescendant", move || suggestions.active.get().map(|at| format!("suggestion-{at}")));
    let input: HtmlInputElement = box_.node().clone().unchecked_into();
    let typed = input.clone();
    let take = move || {
        finder.set_text(typed.value());
        // Results come first; suggestions follow when there is a breath.
        stop();
        let show = move || {
            let _ = waiting.try_set_value(None);
            suggestions.refresh(finder);
        };
        let timer = set_timeout_with_handle(show, SUGGEST_AFTER);
        let _ = waiting.try_set_value(timer.ok());
    };
    let take_composed = take.clone();
    let box_ = box_
        .on("input", move |event| {
            // Half a composed letter is no word yet.
            if !event.unchecked_ref::<web_sys::InputEvent>().is_composing() {
                take();
            }
        })
        .on("compositionend", move |_| take_composed())
        .on("keydown", move |event| {
            let key = event.unchecked_ref::<web_sys::KeyboardEvent>().key();
            // Whoever is quicker than the pause after typing walks through the suggestions for all letters: new ones
            // that came later would take the place reached away.
            let is_open = || suggestions.list.with_untracked(|list| !list.is_empty());
            let typed = key.starts_with("Arrow") && stop();
            // Whoever has asked for them once and waits takes a further step.
            let reopens = !typed && key == "ArrowDown" && !is_open();
            let early = reopens && suggestions.step_early();
            if typed || (reopens && !early) {
                suggestions.refresh(finder);
            }
            let open = is_open();
            match key.as_str() {
                "ArrowDown" if open => suggestions.step(1),
                "ArrowUp" if open => suggestions.step(-1),
                "ArrowDown" if early || suggestions.step_early() => {}
                "Escape" if open => close(),
                _ => return,
            }
            event.prevent_default();
        });
    let shown = input.clone();
    react(Box::new(move || {
        finder.query().with(|query| {
            if shown.value() != query.text {
                shown.set_value(&query.text);
            }
        });
    }));
    let focused = input.clone();
    let clear = button("search-clear", Some(CROSS), "")
        .attr("aria-label", strings.search_clear)
        .flag("hidden", move || finder.asked().with(|query| query.text.is_empty()))
        .on_click(move || {
            finder.clear_text();
            browser::focus(&focused);
        });
    let field = el("div")
        .class("search-field")
        .child(icon(SEARCH))
        .child(box_)
        .child(clear)
        .child(suggestion_list(finder, suggestions))
        // Whoever comes here is about to type.
        .on("focusin", move |_| finder.want_words())
        .on("focusout", move |_| close());
    let form = el("form")
        .class("search")
        .attr("role", "search")
        .flag("hidden", move || finder.view.get() == View::Programme)
        .child(text_el("label", "search-label", strings.search_label).attr("for", "q"))
        .child(field)
        .on("submit", move |event| {
            event.prevent_default();
            if suggestions.choose_active(finder) {
                return;
            }
            close();
            // On a phone the keyboard hides what was found.
            if !finder.wide.get_untracked() {
                let _ = input.blur();
            }
        });
    Some(form)
}
