//! One facet: choices with counts.

use leptos::prelude::*;

use crate::{
    icons::{Icon, icon},
    state::finder,
};
use finder_core::strings::fill;

/// Choices shown before *show more*.
const SHORT: usize = 7;

/// One choice of a facet.
#[derive(Clone)]
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// Language of the name, where it is not the interface's.
    pub lang: Option<String>,
    /// Its picture.
    pub icon: Option<Icon>,
    /// Results if it were chosen; already reflects the other facets.
    pub count: Memo<u32>,
    /// Is it chosen?
    pub chosen: Memo<bool>,
    /// The visitor ticked or unticked it.
    pub on_toggle: Callback<()>,
    /// Choices within it: a region's municipalities.
    pub within: Vec<Choice>,
}

impl Choice {
    /// A choice whose count is 0 leads nowhere; one that is chosen can always be taken back.
    fn is_dead(&self) -> bool {
        self.count.get() == 0 && !self.chosen.get()
    }
}

/// A facet's choices in catalogue order. Zero counts stay, disabled, so the list does not jump.
#[component]
pub fn FacetGroup(
    /// What the facet is called.
    name: &'static str,
    /// Its choices.
    choices: Vec<Choice>,
) -> impl IntoView {
    let strings = finder().lang.get_untracked().strings();
    let open = RwSignal::new(false);
    let more = choices.len().saturating_sub(SHORT + 1);
    let rows: Vec<AnyView> = choices
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let late = more > 0 && at >= SHORT;
            let chosen = choice.chosen;
            let row = if choice.within.is_empty() { row(choice) } else { branch(choice) };
            view! { <li hidden={move || late && !open.get() && !chosen.get()}>{row}</li> }.into_any()
        })
        .collect();
    let button = (more > 0).then(|| {
        let label = move || {
            if open.get() {
                strings.show_fewer_values.to_owned()
            } else {
                fill(strings.show_more_values, &[("n", &(more + 1).to_string())])
            }
        };
        view! {
            <button
                type="button"
                class="quiet more-values"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
            </button>
        }
        .into_any()
    });
    view! {
        <fieldset class="facet" part="facet">
            <legend>{name}</legend>
            <ul role="list">{rows}</ul>
            {button}
        </fieldset>
    }
}

/// One choice as a check box.
fn row(choice: Choice) -> AnyView {
    let Choice { name, lang, icon: picture, count, chosen, on_toggle, .. } = choice.clone();
    view! {
        <label class="choice" class:dead=move || choice.is_dead()>
            <input
                type="checkbox"
                prop:checked=move || chosen.get()
                disabled=move || count.get() == 0 && !chosen.get()
                on:change=move |_| on_toggle.run(())
            />
            {picture.map(icon)}
            <span class="choice-name" lang=lang>{name}</span>
            <span class="count">{move || count.get()}</span>
        </label>
    }
    .into_any()
}

/// A region with its municipalities under a button.
fn branch(choice: Choice) -> AnyView {
    let strings = finder().lang.get_untracked().strings();
    let within = choice.within.clone();
    let chosen_within: Vec<Memo<bool>> = within.iter().map(|choice| choice.chosen).collect();
    // Open where something within is chosen, so that a shared link shows what it asks for.
    let open = RwSignal::new(chosen_within.iter().any(|chosen| chosen.get_untracked()));
    let label = fill(strings.show_municipalities, &[("region", &choice.name)]);
    let rows = move || {
        open.get().then(|| {
            let rows: Vec<AnyView> =
                within.iter().cloned().map(|choice| view! { <li>{row(choice)}</li> }.into_any()).collect();
            view! { <ul class="within" role="list">{rows}</ul> }.into_any()
        })
    };
    view! {
        <div class="branch">
            {row(choice)}
            <button
                type="button"
                class="twist"
                aria-label=label
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(crate::icons::DOWN)}
            </button>
        </div>
        {rows}
    }
    .into_any()
}
