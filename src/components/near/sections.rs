//! The results, parted by where the visitor lives or is.

use finder_core::{
    results::{Group, Section},
    strings::fill,
};
use leptos::prelude::*;

use crate::{
    components::{
        bits::{heading, para},
        results::group,
    },
    dom::{El, el},
    state::Finder,
};

/// The parts, in order.
const ALL: [Section; 7] = [
    Section::Yours,
    Section::Neighbouring,
    Section::Further,
    Section::Elsewhere,
    Section::Anywhere,
    Section::Ask,
    Section::Others,
];

/// The matching results, each part under its heading; those without any result are not shown.
pub fn sections(finder: Finder, level: u8) -> El {
    el("div").class("sections").children(ALL.into_iter().map(|section| part(finder, level, section)).collect())
}

fn part(finder: Finder, level: u8, section: Section) -> El {
    let texts = finder.lang.get_untracked().places();
    let note = move || {
        let asks = section == Section::Ask && finder.home().is_some();
        asks.then(|| para("group-note", texts.home_ask_note)).into_iter().collect()
    };
    let title = heading(level, "group-title").text_with(move || title(finder, section));
    let head = el("div").class("group-head").child(title).slot(note);
    group(finder, level, Some(head), move |hit| hit.group == Group::Matching && hit.section == Some(section))
}

/// What a part is called; reactive.
fn title(finder: Finder, section: Section) -> String {
    let lang = finder.lang.get_untracked();
    let (strings, texts) = (lang.strings(), lang.places());
    let home = finder.home();
    let here = home.or_else(|| finder.spot.with(|spot| spot.as_ref().map(|spot| spot.here)));
    let name = || Some(finder.data_now()?.municipality(here?)?.to_owned());
    let named = |form: &str| fill(form, &[("municipality", &name().unwrap_or_default())]);
    match (section, home) {
        (Section::Yours, Some(_)) => named(texts.home_yours),
        (Section::Yours, None) => named(texts.near_yours),
        (Section::Neighbouring, _) => texts.near_neighbouring.to_owned(),
        (Section::Further, _) => texts.near_further.to_owned(),
        (Section::Elsewhere, _) => texts.home_elsewhere.to_owned(),
        (Section::Anywhere, _) => strings.group_nationwide.to_owned(),
        (Section::Ask, Some(_)) => texts.home_ask.to_owned(),
        (Section::Ask, None) => texts.near_no_place.to_owned(),
        (Section::Others, _) => texts.home_others.to_owned(),
    }
}
