//! The map of municipalities: what exists where, at a glance. Choosing one filters, like any other filter.

use std::sync::Arc;

use finder_core::{catalogue::MunicipalityId, strings::fill};
use leptos::{ev::KeyboardEvent, prelude::*};
use serde_json::Value;

use super::bits::{heading, notice, para, words};
use crate::{
    browser,
    icons::{DOWN, icon},
    state::{Data, Finder, finder},
};

/// Radius of a state city, in the map's units: its outline would be too small and too rough to hit.
const CITY_RADIUS: f64 = 17.0;

/// Shades of the scale, beside none at all.
const SHADES: u32 = 4;

/// One municipality on the map.
#[derive(Clone, Debug, PartialEq)]
struct Unit {
    position: usize,
    id: MunicipalityId,
    name: String,
    outline: String,
    at: (f64, f64),
    is_city: bool,
}

/// The shapes, as far as they fit the catalogue.
#[derive(Clone, Debug, PartialEq)]
struct Shapes {
    view_box: String,
    units: Vec<Unit>,
}

/// Where loading the shapes has come.
#[derive(Clone, Debug, PartialEq)]
enum Drawing {
    Loading,
    Failed,
    Ready(Arc<Shapes>),
}

/// The map and its list.
#[component]
pub fn MapView() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let drawing = RwSignal::new(Drawing::Loading);
    if let (Some(source), Some(data)) = (finder.source(), finder.data_now()) {
        leptos::task::spawn_local(async move {
            let drawn = match source.map().await {
                Ok(bytes) => read(&bytes, &data).map_or(Drawing::Failed, |shapes| Drawing::Ready(Arc::new(shapes))),
                Err(error) => {
                    browser::console_warn(&format!("service-finder: {}", error.message));
                    Drawing::Failed
                }
            };
            let _ = drawing.try_set(drawn);
        });
    }
    let locked = finder.options.with_untracked(|options| options.is_locked("municipality"));
    let most = Memo::new(move |_| {
        finder.results.with(|results| results.facets.municipalities.iter().copied().max().unwrap_or(0))
    });
    let picture = move || match drawing.get() {
        Drawing::Loading => view! { <p class="skeleton map-empty">{strings.loading}</p> }.into_any(),
        Drawing::Failed => notice(words(strings.map_failed)),
        Drawing::Ready(shapes) => draw(finder, &shapes, most, locked),
    };
    view! {
        <section class="map" part="map">
            {heading(level, "view-title", words(strings.map_heading))}
            {para("view-intro", words(strings.map_help))}
            {picture}
            {legend(finder, most)}
            {twin(finder, locked)}
        </section>
    }
}

/// How the shade of a municipality is chosen: by its share of the largest number.
fn shade(count: u32, most: u32) -> u32 {
    if count == 0 { 0 } else { (count * SHADES).div_ceil(most.max(1)).min(SHADES) }
}

fn draw(finder: Finder, shapes: &Shapes, most: Memo<u32>, locked: bool) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    // Cities lie on top of the land around them.
    let (cities, land): (Vec<&Unit>, Vec<&Unit>) = shapes.units.iter().partition(|unit| unit.is_city);
    let units: Vec<AnyView> = land.into_iter().chain(cities).map(|each| unit(finder, each, most, locked)).collect();
    view! {
        <svg
            class="map-picture"
            viewBox={shapes.view_box.clone()}
            role="group"
            aria-label={strings.map_heading}
        >
            {units}
        </svg>
    }
    .into_any()
}

fn unit(finder: Finder, unit: &Unit, most: Memo<u32>, locked: bool) -> AnyView {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let position = unit.position;
    let count = Memo::new(move |_| {
        finder.results.with(|results| results.facets.municipalities.get(position).copied().unwrap_or(0))
    });
    let id = unit.id.clone();
    let chosen = Memo::new(move |_| finder.query().with(|query| query.municipalities.contains(&id)));
    let name = unit.name.clone();
    let label = move || {
        let services = lang.count(usize::try_from(count.get()).unwrap_or(0), &strings.services);
        fill(strings.map_unit, &[("name", &name), ("services", &services)])
    };
    let title = label.clone();
    let toggled = unit.id.clone();
    let toggle = move || {
        if !locked {
            finder.toggle_municipality(toggled.clone());
        }
    };
    let toggle_by_key = toggle.clone();
    let (x, y) = unit.at;
    let shape = if unit.is_city {
        view! { <circle cx=x.to_string() cy=y.to_string() r=CITY_RADIUS.to_string() /> }.into_any()
    } else {
        view! { <path d=unit.outline.clone() /> }.into_any()
    };
    view! {
        <g
            class="unit"
            part="municipality"
            data-id={unit.id.as_str().to_owned()}
            data-shade=move || shade(count.get(), most.get()).to_string()
            role="button"
            tabindex="0"
            aria-pressed=move || if chosen.get() { "true" } else { "false" }
            aria-label=label
            on:click=move |_| toggle()
            on:keydown=move |event: KeyboardEvent| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    toggle_by_key();
                }
            }
        >
            <title>{title}</title>
            {shape}
            <text x=x.to_string() y=y.to_string() aria-hidden="true">{move || Some(count.get()).filter(|count| *count > 0)}</text>
        </g>
    }
    .into_any()
}

/// What the shades mean, in numbers.
fn legend(finder: Finder, most: Memo<u32>) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let steps = move || {
        let most = most.get();
        let mut last = 0;
        (0..=SHADES)
            .filter_map(|step| {
                let to = most * step / SHADES;
                let from = if step == 0 { 0 } else { last + 1 };
                if to < from {
                    return None;
                }
                last = to;
                let text = if from == to { to.to_string() } else { format!("{from}–{to}") };
                Some(
                    view! {
                        <span class="step">
                            <span class="swatch" data-shade={shade(to, most).to_string()} aria-hidden={"true"}></span>
                            {text}
                        </span>
                    }
                    .into_any(),
                )
            })
            .collect::<Vec<AnyView>>()
    };
    view! { <p class="legend"><span>{strings.map_legend} ":"</span> {steps}</p> }.into_any()
}

/// The same as a list, for whoever would rather read.
fn twin(finder: Finder, locked: bool) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let Some(data) = finder.data_now() else { return ().into_any() };
    let rows: Vec<AnyView> = data
        .catalogue
        .municipalities
        .iter()
        .enumerate()
        .map(|(position, municipality)| {
            let id = municipality.id.clone();
            let toggled = municipality.id.clone();
            let chosen = move || finder.query().with(|query| query.municipalities.contains(&id));
            let count = move || {
                finder.results.with(|results| results.facets.municipalities.get(position).copied().unwrap_or(0))
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="twin"
                        disabled=locked
                        aria-pressed=move || if chosen() { "true" } else { "false" }
                        on:click=move |_| finder.toggle_municipality(toggled.clone())
                    >
                        <span>{super::bits::said(&data, &municipality.name)}</span>
                        <span class="count">{count}</span>
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="map-list">
            <summary>{strings.map_list}{icon(DOWN)}</summary>
            <ul role="list">{rows}</ul>
        </details>
    }
    .into_any()
}

/// Reads a map file (docs/catalogue-format.md): its size, and each municipality's path and label point.
/// Shapes the catalogue does not know are left out.
fn read(bytes: &[u8], data: &Data) -> Option<Shapes> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let size = file.get("size")?.as_array()?;
    let number = |values: &[Value], at: usize| values.get(at).and_then(Value::as_f64);
    let view_box = format!("0 0 {} {}", number(size, 0)?, number(size, 1)?);
    let shapes = file.get("municipalities")?.as_object()?;
    let units = data
        .catalogue
        .municipalities
        .iter()
        .enumerate()
        .filter_map(|(position, municipality)| {
            let shape = shapes.get(municipality.id.as_str())?;
            let point = shape.get("label")?.as_array()?;
            let outline = shape.get("path")?.as_str()?;
            // Drawing letters and numbers only: it goes into an attribute that draws, and nothing else.
            let clean = outline.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b'.' | b','));
            Some(Unit {
                position,
                id: municipality.id.clone(),
                name: data.text(&municipality.name).to_owned(),
                outline: if clean { outline.to_owned() } else { return None },
                at: (number(point, 0)?, number(point, 1)?),
                is_city: municipality.is_city,
            })
        })
        .collect();
    Some(Shapes { view_box, units })
}
