//! The browser's answer to the question where the visitor is. Asked for by a button, never by itself.

use std::time::Duration;

use finder_core::{
    catalogue::Point,
    places::{is_outside, nearest, rounded_km},
    strings::{PlaceStrings, fill},
};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::{
    browser::get,
    state::{Finder, Spot},
};

/// After this long without an answer the visitor is told that there is another way.
const SLOW: Duration = Duration::from_secs(4);

/// After this long it is given up.
const TIMEOUT_MS: u32 = 20_000;

/// A position this old still is where somebody is.
const MAX_AGE_MS: u32 = 300_000;

/// How far asking has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Locating {
    /// Not asked, or answered.
    No,
    /// On its way.
    Asked,
    /// On its way for longer than people wait without a word.
    Slow,
    /// The visitor or the page says no.
    Denied,
    /// The browser cannot tell.
    Unavailable,
    /// Far from everything; the nearest centre and how far away it is, where one is known.
    Outside(Option<(String, u32)>),
}

impl Locating {
    /// What the visitor is told.
    pub fn says(&self, texts: &PlaceStrings) -> Option<String> {
        Some(match self {
            Self::No => return None,
            Self::Asked => texts.near_locating.to_owned(),
            Self::Slow => texts.near_slow.to_owned(),
            Self::Denied => texts.near_denied.to_owned(),
            Self::Unavailable => texts.near_unavailable.to_owned(),
            Self::Outside(None) => texts.near_nowhere.to_owned(),
            Self::Outside(Some((place, km))) => fill(texts.near_outside, &[("place", place), ("km", &km.to_string())]),
        })
    }

    fn is_waiting(&self) -> bool {
        matches!(self, Self::Asked | Self::Slow)
    }
}

/// Asks the browser. A place typed meanwhile stands: then the answer comes too late.
pub fn locate(finder: Finder, locating: RwSignal<Locating>) {
    let waits = move || locating.try_with_untracked(Locating::is_waiting) == Some(true);
    if waits() {
        return;
    }
    let Ok(geolocation) = window().navigator().geolocation() else {
        locating.set(Locating::Unavailable);
        return;
    };
    locating.set(Locating::Asked);
    set_timeout(
        move || {
            if locating.try_with_untracked(|now| *now == Locating::Asked) == Some(true) {
                let _ = locating.try_set(Locating::Slow);
            }
        },
        SLOW,
    );
    let end = move |how: Locating| {
        if waits() {
            let _ = locating.try_set(how);
        }
    };
    // The browser calls one of the two once, maybe after the finder has gone.
    let on_position = Closure::once_into_js(move |position: JsValue| {
        if waits() {
            let coordinates = get(&position, "coords");
            let degrees = |name| get(&coordinates, name).as_f64().unwrap_or(f64::NAN);
            end(take(finder, Point { lat: degrees("latitude"), lon: degrees("longitude") }));
        }
    });
    let on_error = Closure::once_into_js(move |error: JsValue| {
        let is_denied = get(&error, "code").as_f64() == Some(1.0);
        end(if is_denied { Locating::Denied } else { Locating::Unavailable });
    });
    let options = web_sys::PositionOptions::new();
    options.set_timeout(TIMEOUT_MS);
    options.set_maximum_age(MAX_AGE_MS);
    let asked = geolocation.get_current_position_with_error_callback_and_options(
        on_position.unchecked_ref(),
        Some(on_error.unchecked_ref()),
        &options,
    );
    if asked.is_err() {
        end(Locating::Unavailable);
    }
}

/// Takes a position over, if it lies where the catalogue has anything.
fn take(finder: Finder, at: Point) -> Locating {
    let Some(data) = finder.data_now() else { return Locating::Unavailable };
    let near = nearest(&data.catalogue, at);
    let centre = near.and_then(|(ix, km)| Some((ix, km, data.catalogue.municipality(ix)?.centre.as_ref()?)));
    match centre {
        Some((here, km, centre)) if !is_outside(km) => {
            let texts = finder.lang.get_untracked().places();
            let name = fill(texts.near_here, &[("place", &centre.name)]);
            finder.set_spot(Some(Spot { at, here, name: name.into(), centre: None }));
            Locating::No
        }
        Some((_, km, centre)) if km.is_finite() => Locating::Outside(Some((centre.name.to_string(), rounded_km(km)))),
        _ => Locating::Outside(None),
    }
}
