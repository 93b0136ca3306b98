//! The map of municipalities: what exists where, at a glance. Choosing one filters, like any other filter.

use std::sync::Arc;

use finder_core::{catalogue::MunicipalityId, strings::fill};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;

use super::bits::{button, heading, icon, notice, para, said, span};
use crate::{
    browser,
    dom::{El, el, svg, text_el},
    icons::DOWN,
    state::{Data, Finder},
};

/// Radius of a state city, in the map's units: its outline would be too small and too rough to hit.
const CITY_RADIUS: &str = "17";

/// Shades of the scale, beside none at all.
const SHADES: u32 = 4;

/// One municipality on the map.
#[derive(Clone, Debug, PartialEq)]
struct Unit {
    position: usize,
    id: MunicipalityId,
    name: String,
    outline: String,
    at: (i64, i64),
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
pub fn map_view(finder: Finder) -> El {
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
    let picture = move || {
        vec![match drawing.get() {
            Drawing::Loading => para("skeleton map-empty", strings.loading),
            Drawing::Failed => notice(span(strings.map_failed)),
            Drawing::Ready(shapes) => draw(finder, &shapes, locked),
        }]
    };
    el("section")
        .class("map")
        .attr("part", "map")
        .child(heading(level, "view-title").text(strings.map_heading))
        .child(para("view-intro", strings.map_help))
        .child(el("div").slot(picture))
        .child(legend(finder))
        .maybe(twin(finder, locked))
}

/// How the shade of a municipality is chosen: by its share of the largest number.
fn shade(count: u32, most: u32) -> u32 {
    if count == 0 { 0 } else { (count * SHADES).div_ceil(most.max(1)).min(SHADES) }
}

fn draw(finder: Finder, shapes: &Shapes, locked: bool) -> El {
    let strings = finder.lang.get_untracked().strings();
    // Cities lie on top of the land around them.
    let (cities, land): (Vec<&Unit>, Vec<&Unit>) = shapes.units.iter().partition(|unit| unit.is_city);
    let units = land.into_iter().chain(cities).map(|each| unit(finder, each, locked)).collect();
    svg("svg")
        .class("map-picture")
        .attr("viewBox", &shapes.view_box)
        .attr("role", "group")
        .attr("aria-label", strings.map_heading)
        .children(units)
}

/// The largest of those numbers; reactive.
fn most(finder: Finder) -> u32 {
    finder.results.with(|results| results.facets.municipalities.iter().copied().max().unwrap_or(0))
}

/// The number of services in a municipality, if it were chosen; reactive.
fn count(finder: Finder, position: usize) -> u32 {
    finder.results.with(|results| results.facets.municipalities.get(position).copied().unwrap_or(0))
}

/// Is this municipality chosen? Reactive.
fn chosen(finder: Finder, id: &MunicipalityId) -> bool {
    finder.query().with(|query| query.municipalities.contains(id))
}

fn unit(finder: Finder, unit: &Unit, locked: bool) -> El {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let position = unit.position;
    let name = unit.name.clone();
    let label = move || {
        let services = lang.count(usize::try_from(count(finder, position)).unwrap_or(0), &strings.services);
        fill(strings.map_unit, &[("name", &name), ("services", &services)])
    };
    let title = label.clone();
    let (id, toggled) = (unit.id.clone(), unit.id.clone());
    let toggle = move || {
        if !locked {
            finder.toggle_municipality(toggled.clone());
        }
    };
    let toggle_by_key = toggle.clone();
    let (x, y) = (unit.at.0.to_string(), unit.at.1.to_string());
    let shape = if unit.is_city {
        svg("circle").attr("cx", &x).attr("cy", &y).attr("r", CITY_RADIUS)
    } else {
        svg("path").attr("d", &unit.outline)
    };
    let number = move || match count(finder, position) {
        0 => String::new(),
        some => some.to_string(),
    };
    svg("g")
        .class("unit")
        .attr("part", "municipality")
        .attr("data-id", unit.id.as_str())
        .attr_with("data-shade", move || Some(shade(count(finder, position), most(finder)).to_string()))
        .attr("role", "button")
        .attr("tabindex", "0")
        .state("aria-pressed", move || chosen(finder, &id))
        .attr_with("aria-label", move || Some(label()))
        .on_click(toggle)
        .on("keydown", move |event| {
            if matches!(event.unchecked_ref::<web_sys::KeyboardEvent>().key().as_str(), "Enter" | " ") {
                event.prevent_default();
                toggle_by_key();
            }
        })
        .child(svg("title").text_with(title))
        .child(shape)
        .child(svg("text").attr("x", &x).attr("y", &y).attr("aria-hidden", "true").text_with(number))
}

/// What the shades mean, in numbers.
fn legend(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let steps = move || {
        let most = most(finder);
        let mut steps = Vec::new();
        let mut last = 0;
        for step in 0..=SHADES {
            let to = most * step / SHADES;
            let from = if step == 0 { 0 } else { last + 1 };
            if to < from {
                continue;
            }
            last = to;
            let text = if from == to { to.to_string() } else { format!("{from}–{to}") };
            let swatch = el("span").class("swatch").attr("aria-hidden", "true");
            let swatch = swatch.attr("data-shade", &shade(to, most).to_string());
            steps.push(el("span").class("step").child(swatch).text(&text));
        }
        steps
    };
    para("legend", "").child(span(strings.map_legend).text(":")).slot(steps)
}

/// The same as a list, for whoever would rather read.
fn twin(finder: Finder, locked: bool) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    let data = finder.data_now()?;
    let rows = data.catalogue.municipalities.iter().enumerate().map(|(position, municipality)| {
        let (id, toggled) = (municipality.id.clone(), municipality.id.clone());
        let row = button("twin", None, "")
            .attr_if("disabled", locked.then_some(""))
            .state("aria-pressed", move || chosen(finder, &id))
            .child(said(el("span"), &data, &municipality.name))
            .child(el("span").class("count").text_with(move || count(finder, position).to_string()))
            .on_click(move || finder.toggle_municipality(toggled.clone()));
        el("li").child(row)
    });
    let rows = el("ul").attr("role", "list").children(rows.collect());
    let summary = text_el("summary", "", strings.map_list).child(icon(DOWN));
    Some(el("details").class("map-list").child(summary).child(rows))
}

/// Reads a map file (docs/catalogue-format.md): its size, and each municipality's path and label point.
/// Shapes the catalogue does not know are left out.
fn read(bytes: &[u8], data: &Data) -> Option<Shapes> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let size = file.get("size")?.as_array()?;
    let number = |values: &[Value], at: usize| values.get(at).and_then(Value::as_i64);
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
