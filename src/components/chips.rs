//! What was chosen, each to be taken away with one tap.

use finder_core::{
    catalogue::{MunicipalityId, RegionId, TermId},
    query::{Query, View},
    strings::fill,
};
use leptos::prelude::*;

use super::bits::{button, icon};
use crate::{
    browser,
    dom::{El, el},
    icons::CROSS,
    state::{Data, Finder},
};

/// One applied filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Applied {
    /// The words looked for.
    Words,
    /// A kind of service.
    Type(TermId),
    /// Whom it is for.
    Audience(TermId),
    /// A planning region.
    Region(RegionId),
    /// A municipality.
    Municipality(MunicipalityId),
}

impl Applied {
    /// Every chosen facet value that the visitor may change.
    pub fn all(finder: Finder, query: &Query) -> Vec<Self> {
        let locked = |key| finder.options.with_untracked(|options| options.is_locked(key));
        let mut all = Vec::new();
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
pub fn chips(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    // Without the words, which change with every letter: their chip alone is made anew.
    let chosen = Memo::new(move |_| finder.asked().with(|query| Query { text: String::new(), ..query.clone() }));
    let with_words =
        move || finder.has_words_asked() && !finder.options.with_untracked(|options| options.is_locked("q"));
    let list = el("div").class("chips").attr("role", "group").attr("aria-label", strings.applied);
    let within = list.clone();
    // The chip that had the focus is gone: the next thing to do is beside it.
    let keep_focus = move || {
        let within = within.clone();
        browser::later(move || match within.find("button").filter(|_| !within.html().hidden()) {
            Some(next) => browser::focus(&next),
            None => crate::start::focus_after_redraw(finder, "#q"),
        });
    };
    let clear = keep_focus.clone();
    let chip = move |chip: Applied| {
        let name = finder.data_now().map_or_else(String::new, |data| chip.name(finder, &data));
        let keep_focus = keep_focus.clone();
        button("chip", None, &name)
            .attr("aria-label", &fill(strings.remove_filter, &[("filter", &name)]))
            .child(icon(CROSS))
            .on_click(move || {
                chip.clone().remove(finder);
                keep_focus();
            })
    };
    let word_chip = chip.clone();
    let words = move || if with_words() { vec![word_chip(Applied::Words)] } else { Vec::new() };
    let facets = move || chosen.with(|query| Applied::all(finder, query)).into_iter().map(&chip).collect();
    let none = move || !with_words() && chosen.with(|query| Applied::all(finder, query).is_empty());
    list.flag("hidden", move || none() || finder.view.get() == View::Programme).slot(words).slot(facets).child(
        button("chip-clear", None, strings.clear_all).on_click(move || {
            finder.clear();
            clear();
        }),
    )
}
