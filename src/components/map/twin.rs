//! The same as a table, for whoever would rather read.

use std::sync::Arc;

use finder_core::{map::by_rank, places::by_name};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    components::bits::{button, icon, said, span},
    dom::{El, el, text_el},
    icons::DOWN,
    small::Small,
    state::{Data, Finder},
};

/// The table under its disclosure, made when it is first opened.
///
/// `map` is told whether it is open: too long then to stay in view beside the results.
pub fn twin(finder: Finder, locked: bool, map: &El) -> Option<El> {
    let texts = finder.lang.get_untracked().map();
    let data = finder.data_now()?;
    let (open, map) = (Small::new(false), map.clone());
    let summary = text_el("summary", "", texts.map_list).child(icon(DOWN));
    let table = move || if open.get() { vec![table(finder, &data, locked)] } else { Vec::new() };
    Some(el("details").class("map-list").child(summary).child(el("div").slot(table)).on("toggle", move |event| {
        open.set(true);
        let is_open =
            event.target().is_some_and(|twin| twin.unchecked_into::<web_sys::Element>().has_attribute("open"));
        let _ = map.node().toggle_attribute_with_force("data-long", is_open);
    }))
}

fn table(finder: Finder, data: &Arc<Data>, locked: bool) -> El {
    let texts = finder.lang.get_untracked().map();
    // By the number of services, and from the end?
    let order = RwSignal::new((false, false));
    let counts = Memo::new(move |_| finder.results.with(|results| results.facets.municipalities.clone()));
    let column = move |name: &str, by_count: bool| {
        let sorted = move || match order.get() {
            (now, from_end) if now == by_count => Some(if from_end { "descending" } else { "ascending" }.to_owned()),
            _ => None,
        };
        // The larger numbers are the ones looked for.
        let sort = button("column", None, "").child(span(name)).child(icon(DOWN)).on_click(move || {
            order.update(|(now, from_end)| {
                *from_end = if *now == by_count { !*from_end } else { by_count };
                *now = by_count;
            });
        });
        el("th").attr("scope", "col").attr_with("aria-sort", sorted).child(sort)
    };
    let rows = {
        let data = Arc::clone(data);
        let alphabet = by_name(&data.catalogue, data.lang);
        move || {
            let (by_count, from_end) = order.get();
            let mut places: Vec<usize> = alphabet.iter().map(|ix| ix.get()).collect();
            if by_count {
                let count = counts.get();
                let count = |at: usize| i64::from(count.get(at).copied().unwrap_or(0));
                let names = core::mem::take(&mut places);
                // Those with as many services stay in the order of the alphabet.
                let order = by_rank(names.len(), |at| {
                    let count = names.get(at).map_or(0, |at| count(*at));
                    if from_end { -count } else { count }
                });
                places = order.into_iter().filter_map(|at| names.get(at).copied()).collect();
            } else if from_end {
                places.reverse();
            }
            places.into_iter().filter_map(|at| row(finder, &data, counts, at, locked)).collect()
        }
    };
    let columns = el("tr").child(column(texts.map_table_name, false)).child(column(texts.map_table_count, true));
    el("table")
        .class("twin-table")
        .attr("aria-label", texts.map_heading)
        .child(el("thead").child(columns))
        .child(el("tbody").slot(rows))
}

fn row(finder: Finder, data: &Data, counts: Memo<Vec<u32>>, at: usize, locked: bool) -> Option<El> {
    let place = data.catalogue.municipalities.get(at)?;
    let (id, toggled) = (place.id.clone(), place.id.clone());
    let name = button("twin", None, "")
        .attr_if("disabled", locked.then_some(""))
        .state("aria-pressed", move || finder.query().with(|query| query.municipalities.contains(&id)))
        .child(said(el("span"), data, &place.name))
        .on_click(move || finder.toggle_municipality(toggled.clone()));
    let count = move || counts.with(|counts| counts.get(at).copied().unwrap_or(0)).to_string();
    Some(el("tr").child(el("th").attr("scope", "row").child(name)).child(el("td").text_with(count)))
}
