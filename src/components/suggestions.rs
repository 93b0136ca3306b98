//! Suggestions while typing. They never get in the way: what is typed is searched at once, chosen or not.

use finder_core::{
    query::Target,
    strings::fill,
    suggest::{Suggested, Suggestion},
};
use leptos::{ev::MouseEvent, prelude::*};

use super::bits::words;
use crate::{
    icons::{self, Icon, icon},
    state::{Data, Finder, finder},
};

/// Most suggestions shown: the list must fit between a phone's search box and its keyboard.
const MOST: usize = 6;

/// What is suggested at the moment, and which of it the keyboard has reached.
#[derive(Clone, Copy)]
pub struct Suggestions {
    /// The suggestions; empty: the list is closed.
    pub list: RwSignal<Vec<Suggestion>>,
    /// Position of the active one.
    pub active: RwSignal<Option<usize>>,
}

impl Suggestions {
    /// None yet.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), active: RwSignal::new(None) }
    }

    /// Suggests for the present query.
    pub fn refresh(self, finder: Finder) {
        let Some(data) = finder.data_now() else { return };
        let mut found = finder_core::suggest::suggest(&data.catalogue, &data.index, &finder.query_now(), data.lang);
        found.truncate(MOST);
        let _ = self.active.try_set(None);
        let _ = self.list.try_set(found);
    }

    /// Closes the list.
    pub fn close(self) {
        if self.list.try_with_untracked(|list| !list.is_empty()) == Some(true) {
            let _ = self.active.try_set(None);
            let _ = self.list.try_set(Vec::new());
        }
    }

    /// Moves to the next (`1`) or previous (`-1`) suggestion; beyond either end is the box itself.
    pub fn step(self, by: isize) {
        let count = self.list.with_untracked(Vec::len);
        // Position 0 stands for the box.
        let places = count + 1;
        let at = self.active.get_untracked().map_or(0, |at| at + 1);
        let next = (at.wrapping_add_signed(by).wrapping_add(places)) % places;
        self.active.set(next.checked_sub(1));
    }

    /// Chooses the active suggestion; `false` if there is none.
    pub fn choose_active(self, finder: Finder) -> bool {
        let active = self.active.get_untracked();
        let chosen = active.and_then(|at| self.list.with_untracked(|list| list.get(at).cloned()));
        chosen.is_some_and(|chosen| {
            self.choose(finder, &chosen);
            true
        })
    }

    fn choose(self, finder: Finder, chosen: &Suggestion) {
        self.close();
        let Some(data) = finder.data_now() else { return };
        if let Suggested::Service(ix) = chosen.what {
            if let Some(service) = data.catalogue.service(ix) {
                finder.open(Target::Service(service.id.clone()));
            }
        } else {
            finder.ask(chosen.what.choose(&data.catalogue, &finder.query_now()));
        }
    }
}

/// The list under the search box.
#[component]
pub fn SuggestionList(
    /// What is suggested.
    suggestions: Suggestions,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let rows = move || {
        let data = finder.data_now()?;
        let rows = suggestions.list.get().into_iter().enumerate();
        Some(rows.map(|(at, each)| row(finder, suggestions, &data, at, each)).collect::<Vec<AnyView>>())
    };
    view! {
        <ul
            id="suggestions"
            class="suggestions"
            role="listbox"
            aria-label={strings.suggestions}
            hidden=move || suggestions.list.with(Vec::is_empty)
        >
            {rows}
        </ul>
    }
}

fn row(finder: Finder, suggestions: Suggestions, data: &Data, at: usize, each: Suggestion) -> AnyView {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let by = each.synonym.as_ref().map(|synonym| {
        let text = fill(strings.suggested_by, &[("synonym", synonym)]);
        view! { <span class="by">{text}</span> }.into_any()
    });
    let count = (!matches!(each.what, Suggested::Service(_)))
        .then(|| view! { <span class="count">{each.total}</span> }.into_any());
    let name = each.name.to_string();
    let picture = picture(data, each.what);
    view! {
        <li
            id={format!("suggestion-{at}")}
            class="suggestion"
            role="option"
            aria-selected=move || if suggestions.active.get() == Some(at) { "true" } else { "false" }
            // The box keeps the focus: the list would close before the click.
            on:mousedown=move |event: MouseEvent| event.prevent_default()
            on:click=move |_| suggestions.choose(finder, &each)
        >
            {icon(picture)}
            <span class="choice-name">{words(name)} " " {by}</span>
            {count}
        </li>
    }
    .into_any()
}

fn picture(data: &Data, what: Suggested) -> Icon {
    match what {
        Suggested::Type(ix) => {
            data.catalogue.type_term(ix).map_or(icons::SEARCH, |term| icons::of_kind(term.id.as_str()))
        }
        Suggested::Audience(_) => icons::PERSON,
        Suggested::Municipality(_) | Suggested::Region(_) => icons::PIN,
        Suggested::Service(_) => icons::FILE,
    }
}
