//! Where the visitor is, and where they live: asked, never found out behind their back.

mod locate;
mod sections;

use std::sync::Arc;

use finder_core::{
    catalogue::MunicipalityId,
    places::{Place, by_name, find_places},
    strings::fill,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::locate::{Locating, locate};
pub use self::sections::sections;
use super::bits::{button, icon, list, para, span};
use crate::{
    browser,
    dom::{El, el, text_el},
    icons::PIN,
    state::{Data, Finder, Spot},
};

/// Places offered for what is typed.
const MOST: usize = 6;

/// The question where the visitor is and lives, with what follows from the answer.
pub fn near(finder: Finder) -> El {
    let lang = finder.lang.get_untracked();
    let (strings, texts) = (lang.strings(), lang.places());
    let panel = el("section").class("near").attr("aria-label", strings.my_place);
    let Some(data) = finder.data_now() else { return panel };
    let locked = |key| finder.options.with_untracked(|options| options.is_locked(key));
    // Offered only where nothing else has said so yet.
    let offer = move || {
        let wanted = finder.asked().with(|query| query.sort == Some(finder_core::query::Sort::Distance));
        let is_missing = wanted && finder.order() != finder_core::query::Sort::Distance;
        is_missing.then(|| para("", texts.near_offer)).into_iter().collect()
    };
    panel
        .child(el("div").slot(offer))
        .children(if locked("sort") { Vec::new() } else { where_now(finder, &data) })
        .maybe((!locked("home")).then(|| home(finder, &data)))
}

/// A place typed, or the browser's answer.
fn where_now(finder: Finder, data: &Arc<Data>) -> Vec<El> {
    let texts = finder.lang.get_untracked().places();
    let text = RwSignal::new(String::new());
    let locating = RwSignal::new(Locating::No);
    let found = {
        let data = Arc::clone(data);
        Memo::new(move |_| Found(text.with(|text| find_places(&data.catalogue, text, data.lang, MOST))))
    };
    let input = el("input")
        .attr("type", "text")
        .attr("id", "sf-near")
        .attr("autocomplete", "off")
        .attr("placeholder", texts.near_hint);
    let field = input.clone();
    let choose = move |place: &Place| {
        let centre = (place.name != place.centre).then(|| place.centre.clone());
        text.set(String::new());
        field.node().unchecked_ref::<web_sys::HtmlInputElement>().set_value("");
        locating.set(Locating::No);
        finder.set_spot(Some(Spot { at: place.at, here: place.municipality, name: place.name.clone(), centre }));
        // The button that was pressed is gone.
        browser::focus(field.node());
    };
    let first = choose.clone();
    let input = input
        .on("input", move |event| {
            let typed = event.target().map(|target| target.unchecked_into::<web_sys::HtmlInputElement>().value());
            text.set(typed.unwrap_or_default());
        })
        .on("keydown", move |event| {
            if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Enter" {
                event.prevent_default();
                if let Some(place) = found.with_untracked(|found| found.0.first().cloned()) {
                    first(&place);
                }
            }
        });
    let offered = {
        let data = Arc::clone(data);
        move || {
            let places = found.get().0;
            let typed = text.get();
            if places.is_empty() && !typed.trim().is_empty() {
                return vec![para("", &fill(texts.near_none, &[("text", typed.trim())]))];
            }
            let buttons = places.into_iter().map(|place| {
                let choose = choose.clone();
                place_button(&data, &place).on_click(move || choose(&place))
            });
            let buttons = list("near-places", buttons.collect());
            buttons.map(|list| list.attr("aria-label", texts.near_found)).into_iter().collect()
        }
    };
    let here = button("button", Some(PIN), texts.near_locate).on_click(move || locate(finder, locating));
    let trouble = move || locating.with(|now| now.says(texts)).into_iter().map(|text| para("", &text)).collect();
    let answer = move || finder.spot.with(|spot| spot.as_ref().map(|spot| from(finder, spot))).unwrap_or_default();
    vec![
        el("div")
            .class("near-ask")
            .child(el("div").class("near-box").child(label("sf-near", texts.near_label)).child(input))
            .child(here),
        el("div").class("near-found").attr("aria-live", "polite").slot(offered),
        el("div").class("near-trouble").attr("aria-live", "polite").slot(trouble),
        el("div").class("near-from").attr("aria-live", "polite").slot(answer),
        para("note", texts.near_privacy),
    ]
}

/// Places found. Compared, so that typing on draws only what changed.
#[derive(Clone, PartialEq)]
struct Found(Vec<Place>);

fn label(of: &str, text: &str) -> El {
    text_el("label", "", text).attr("for", of)
}

/// A place, with the municipality where its name does not tell it.
fn place_button(data: &Data, place: &Place) -> El {
    let button = button("quiet", None, "").child(icon(PIN));
    let municipality = data.municipality(place.municipality).unwrap_or_default();
    let also = (municipality != &*place.name).then(|| text_el("span", "near-in", &format!(", {municipality}")));
    button.child(span(&place.name).maybe(also))
}

/// What distances are measured from and to, and the way to forget it.
fn from(finder: Finder, spot: &Spot) -> Vec<El> {
    let texts = finder.lang.get_untracked().places();
    let text = match &spot.centre {
        Some(centre) => fill(texts.near_from_centre, &[("place", &spot.name), ("centre", centre)]),
        None => fill(texts.near_from, &[("place", &spot.name)]),
    };
    let forget = button("quiet", None, texts.near_forget).on_click(move || {
        finder.set_spot(None);
        // The button goes with the place.
        let root = finder.with_host(|host| host.root.clone());
        if let Some(input) = root.and_then(|root| El::of(root.into()).find("#sf-near")) {
            browser::focus(&input);
        }
    });
    vec![para("", &text).text(". ").text(texts.near_measured), forget]
}

/// The municipality the visitor lives in.
fn home(finder: Finder, data: &Arc<Data>) -> El {
    let texts = finder.lang.get_untracked().places();
    el("div")
        .class("near-home")
        .child(label("sf-home", texts.home_label))
        .child(home_choice(finder, data, "sf-home"))
        .child(para("note", texts.home_note))
}

/// The choice of that municipality, by name.
pub fn home_choice(finder: Finder, data: &Arc<Data>, id: &str) -> El {
    let texts = finder.lang.get_untracked().places();
    let places = by_name(&data.catalogue, data.lang).into_iter().filter_map(|ix| data.catalogue.municipality(ix));
    let option = |value: &str, name: &str| {
        let value_now = value.to_owned();
        let chosen =
            move || finder.asked().with(|query| query.home.as_ref().map_or("", MunicipalityId::as_str) == value_now);
        text_el("option", "", name).attr("value", value).flag("selected", chosen)
    };
    let choice = el("select").attr("id", id).child(option("", texts.home_none));
    let choice = choice.children(places.map(|place| option(place.id.as_str(), data.text(&place.name))).collect());
    choice.on("change", move |event| {
        let Some(target) = event.target() else { return };
        let value = target.unchecked_into::<web_sys::HtmlSelectElement>().value();
        finder.set_home((!value.is_empty()).then(|| MunicipalityId::new(&value)));
    })
}
