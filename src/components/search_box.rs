//! The search box.

use finder_core::query::View;
use leptos::{
    ev::{Event, SubmitEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;

use crate::{
    icons::{CROSS, SEARCH, icon},
    options::Section,
    state::finder,
};

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
    let take = move || {
        if let Some(input) = input.try_get_untracked().flatten() {
            finder.set_text(input.value());
        }
    };
    view! {
        <form
            class="search"
            role="search"
            hidden=move || view.get() == View::Programme
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                // On a phone the keyboard hides what was found.
                if let Some(input) = input.get_untracked().filter(|_| !finder.wide.get_untracked()) {
                    let _ = input.blur();
                }
            }
        >
            <label class="search-label" for="q">{strings.search_label}</label>
            <div class="search-field">
                {icon(SEARCH)}
                <input
                    id="q"
                    type="search"
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
            </div>
        </form>
    }
    .into_any()
}
