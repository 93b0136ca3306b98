//! Suggestions while typing. They never get in the way: what is typed is searched at once, chosen or not.

use finder_core::{
    query::Target,
    strings::fill,
    suggest::{Suggested, Suggestion},
};
use leptos::prelude::*;

use super::bits::icon;
use crate::{
    chunks,
    dom::{El, effect, el, text_el},
    icons::{self, Icon},
    state::{Data, Finder, PartPhase},
};

/// What is suggested at the moment, and which of it the keyboard has reached.
#[derive(Clone, Copy)]
pub struct Suggestions {
    /// The suggestions; empty: the list is closed.
    pub list: RwSignal<Vec<Suggestion>>,
    /// Position of the active one.
    pub active: RwSignal<Option<usize>>,
    /// Asked for before what suggests was loaded, and the steps taken meanwhile.
    early: StoredValue<Option<isize>>,
}

impl Suggestions {
    /// None yet.
    pub fn new(finder: Finder) -> Self {
        let early = StoredValue::new(None);
        let suggestions = Self { list: RwSignal::new(Vec::new()), active: RwSignal::new(None), early };
        effect(Box::new(move || {
            if finder.words.get() != PartPhase::Ready {
                return;
            }
            let Some(steps) = early.try_update_value(Option::take).flatten() else { return };
            suggestions.refresh(finder);
            for _ in 0..steps {
                suggestions.step(1);
            }
        }));
        suggestions
    }

    /// Suggests for the present query.
    pub fn refresh(self, finder: Finder) {
        let Some((data, words)) = finder.data_now().filter(|data| data.index.has_words()).zip(chunks::words_here())
        else {
            let _ = self.early.try_set_value(Some(0));
            return;
        };
        let found = (words.suggest)(&data, &finder.query_now());
        let _ = self.active.try_set(None);
        let _ = self.list.try_set(found);
    }

    /// Takes a step down as soon as there is something to step to; `false` where nothing is on its way.
    pub fn step_early(self) -> bool {
        self.early.try_update_value(|early| early.as_mut().map(|steps| *steps += 1)).flatten().is_some()
    }

    /// Closes the list.
    pub fn close(self) {
        let _ = self.early.try_set_value(None);
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
        } else if let Some(words) = chunks::words_here() {
            finder.ask((words.choose)(chosen.what, &data, &finder.query_now()));
        }
    }
}

/// The list under the search box.
pub fn suggestion_list(finder: Finder, suggestions: Suggestions) -> El {
    let strings = finder.lang.get_untracked().strings();
    el("ul")
        .attr("id", "suggestions")
        .class("suggestions")
        .attr("role", "listbox")
        .attr("aria-label", strings.suggestions)
        .flag("hidden", move || suggestions.list.with(Vec::is_empty))
        .slot(move || {
            let list = suggestions.list.get();
            let (Some(data), Some(words)) = (finder.data_now(), chunks::words_here()) else { return Vec::new() };
            (words.suggestions)(finder, suggestions, &data, list)
        })
}

/// The suggestions, a row each.
pub fn rows(finder: Finder, suggestions: Suggestions, data: &Data, list: Vec<Suggestion>) -> Vec<El> {
    list.into_iter().enumerate().map(|(at, each)| row(finder, suggestions, data, at, each)).collect()
}

fn row(finder: Finder, suggestions: Suggestions, data: &Data, at: usize, each: Suggestion) -> El {
    let texts = finder.lang.get_untracked().words();
    let by =
        each.synonym.as_ref().map(|synonym| text_el("span", "by", &fill(texts.suggested_by, &[("synonym", synonym)])));
    let count =
        (!matches!(each.what, Suggested::Service(_))).then(|| text_el("span", "count", &each.total.to_string()));
    el("li")
        .attr("id", &format!("suggestion-{at}"))
        .class("suggestion")
        .attr("role", "option")
        .state("aria-selected", move || suggestions.active.get() == Some(at))
        .child(icon(picture(data, each.what)))
        .child(text_el("span", "choice-name", &each.name).text(" ").maybe(by))
        .maybe(count)
        // The box keeps the focus: the list would close before the click.
        .on("mousedown", |event| event.prevent_default())
        .on_click(move || suggestions.choose(finder, &each))
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
