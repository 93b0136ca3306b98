//! The search box.

use std::time::Duration;

use finder_core::query::View;
use leptos::{
    ev::{Event, KeyboardEvent, SubmitEvent},
    html,
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::suggestions::{SuggestionList, Suggestions};
use crate::{
    icons::{CROSS, SEARCH, icon},
    options::Section,
    state::finder,
};

/// Suggestions wait for this much of a pause, so that they cost no keystroke anything.
const SUGGEST_AFTER: Duration = Duration::from_millis(120);

/// Words to look for. What was typed stays as it was typed: rewriting it would move the caret.
#[component]
pub fn SearchBox(
    /// The view shown.
    view: Memo<View>,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let shown = finder.data_now().is_some_and(|data| {
        finder
            .options
            .with_untracked(|options| !options.is_locked("q") && options.shows(Section::Search, &data.catalogue))
    });
    if !shown {
        return ().into_any();
    }
    let input = NodeRef::<html::Input>::new();
    let text = Memo::new(move |_| finder.query().with(|query| query.text.clone()));
    let suggestions = Suggestions::new();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_get_value() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let take = move || {
        let Some(input) = input.try_get_untracked().flatten() else { return };
        finder.set_text(input.value());
        // Results come first; suggestions follow when there is a breath.
        stop();
        let timer = set_timeout_with_handle(move || suggestions.refresh(finder), SUGGEST_AFTER);
        waiting.set_value(timer.ok());
    };
    let close = move || {
        stop();
        suggestions.close();
    };
    view! {
        <form
            class="search"
            role="search"
            hidden=move || view.get() == View::Programme
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                if suggestions.choose_active(finder) {
                    return;
                }
                close();
                // On a phone the keyboard hides what was found.
                if let Some(input) = input.get_untracked().filter(|_| !finder.wide.get_untracked()) {
                    let _ = input.blur();
                }
            }
        >
            <label class="search-label" for="q">{strings.search_label}</label>
            <div class="search-field" on:focusout=move |_| close()>
                {icon(SEARCH)}
                <input
                    id="q"
                    type="search"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-haspopup="listbox"
                    aria-controls="suggestions"
                    aria-expanded=move || if suggestions.list.with(Vec::is_empty) { "false" } else { "true" }
                    aria-activedescendant=move || suggestions.active.get().map(|at| format!("suggestion-{at}"))
                    enterkeyhint="search"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder={strings.search_hint}
                    node_ref=input
                    prop:value=move || text.get()
                    on:input=move |event: Event| {
                        // Half a composed letter is no word yet.
                        let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
                        if !composing {
                            take();
                        }
                    }
                    on:compositionend=move |_| take()
                    on:keydown=move |event: KeyboardEvent| {
                        let open = suggestions.list.with_untracked(|list| !list.is_empty());
                        match event.key().as_str() {
                            "ArrowDown" if open => suggestions.step(1),
                            "ArrowUp" if open => suggestions.step(-1),
                            "Escape" if open => close(),
                            _ => return,
                        }
                        event.prevent_default();
                    }
                />
                <button
                    type="button"
                    class="search-clear"
                    aria-label={strings.search_clear}
                    hidden=move || text.with(String::is_empty)
                    on:click=move |_| {
                        finder.clear_text();
                        if let Some(input) = input.get_untracked() {
                            let _ = input.focus();
                        }
                    }
                >
                    {icon(CROSS)}
                </button>
                <SuggestionList suggestions />
            </div>
        </form>
    }
    .into_any()
}
