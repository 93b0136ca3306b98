//! What was chosen, each to be taken away with one tap.

use finder_core::{
    catalogue::{MunicipalityId, RegionId, TermId},
    query::{Query, View},
    strings::fill,
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    icons::{CROSS, icon},
    state::{Data, Finder, finder},
};

/// One applied filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Applied {
    Words,
    Type(TermId),
    Audience(TermId),
    Region(RegionId),
    Municipality(MunicipalityId),
}

impl Applied {
    /// Everything that narrows the results and that the visitor may change.
    fn all(finder: Finder, query: &Query) -> Vec<Self> {
        let locked = |key| finder.options.with_untracked(|options| options.is_locked(key));
        let mut all = Vec::new();
        if !query.text.trim().is_empty() && !locked("q") {
            all.push(Self::Words);
        }
        if !locked("type") {
            all.extend(query.types.iter().cloned().map(Self::Type));
        }
        if !locked("audience") {
            all.extend(query.audiences.iter().cloned().map(Self::Audience));
        }
        if !locked("region") {
            all.extend(query.regions.iter().cloned().map(Self::Region));
        }
        if !locked("municipality") {
            all.extend(query.municipalities.iter().cloned().map(Self::Municipality));
        }
        all
    }

    fn name(&self, finder: Finder, data: &Data) -> String {
        let catalogue = &data.catalogue;
        let name = match self {
            Self::Words => {
                let words = finder.query().with(|query| query.text.trim().to_owned());
                return fill(finder.lang.get_untracked().strings().words_chip, &[("words", &words)]);
            }
            Self::Type(id) => catalogue.type_by_id(id).and_then(|ix| catalogue.type_term(ix)).map(|term| &term.name),
            Self::Audience(id) => {
                catalogue.audience_by_id(id).and_then(|ix| catalogue.audience(ix)).map(|term| &term.name)
            }
            Self::Region(id) => {
                catalogue.region_by_id(id).and_then(|ix| catalogue.region(ix)).map(|region| &region.name)
            }
            Self::Municipality(id) => {
                catalogue.municipality_by_id(id).and_then(|ix| catalogue.municipality(ix)).map(|place| &place.name)
            }
        };
        name.map_or_else(String::new, |name| data.text(name).to_owned())
    }

    fn remove(self, finder: Finder) {
        match self {
            Self::Words => finder.clear_text(),
            Self::Type(id) => finder.toggle_type(id),
            Self::Audience(id) => finder.toggle_audience(id),
            Self::Region(id) => finder.toggle_region(id),
            Self::Municipality(id) => finder.toggle_municipality(id),
        }
    }
}

/// The applied filters.
#[component]
pub fn Chips(
    /// The view shown.
    view: Memo<View>,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let applied = Memo::new(move |_| finder.query().with(|query| Applied::all(finder, query)));
    let list = NodeRef::<html::Div>::new();
    // The chip that had the focus is gone: the next thing to do is beside it.
    let keep_focus = move || {
        set_timeout(
            move || {
                let Some(list) = list.try_get_untracked().flatten() else { return };
                let next = if list.hidden() { None } else { list.query_selector("button").ok().flatten() };
                match next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
                    Some(next) => drop(next.focus()),
                    None => crate::start::focus_after_redraw(finder, "#q"),
                }
            },
            std::time::Duration::ZERO,
        );
    };
    view! {
        <div
            class="chips"
            role="group"
            aria-label={strings.applied}
            hidden=move || applied.with(Vec::is_empty) || view.get() == View::Programme
            node_ref=list
        >
            <For each=move || applied.get() key=Clone::clone let:chip>
                {
                    let named = chip.clone();
                    let name = Memo::new(move |_| {
                        finder.data.with(|data| data.as_ref().map_or_else(String::new, |data| named.name(finder, data)))
                    });
                    view! {
                        <button
                            type="button"
                            class="chip"
                            aria-label=move || fill(strings.remove_filter, &[("filter", &name.get())])
                            on:click=move |_| {
                                chip.clone().remove(finder);
                                keep_focus();
                            }
                        >
                            {move || name.get()}
                            {icon(CROSS)}
                        </button>
                    }
                }
            </For>
            <button type="button" class="chip-clear" on:click=move |_| { finder.clear(); keep_focus(); }>
                {strings.clear_all}
            </button>
        </div>
    }
}
