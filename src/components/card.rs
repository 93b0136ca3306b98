//! One result.

use std::sync::Arc;

use finder_core::{
    catalogue::{Service, ServiceArea, ServiceIx, Status},
    places::rounded_km,
    query::Target,
    strings::{Strings, fill},
};
use leptos::prelude::*;

use super::{
    bits::{foreign_lang, heading, icon, list, marked, open_link, para, said, span},
    contact,
};
use crate::{
    chunks,
    dom::{El, el, text_el},
    icons::{self, PIN},
    state::{Data, Finder},
};

/// A service as one result among others; `level` is that of its heading.
pub fn card(finder: Finder, service: ServiceIx, level: u8) -> El {
    let card = el("li").class("card").attr("part", "result");
    // A language draws everything anew, and details change nothing here: no need to follow the data.
    let Some(data) = finder.data_now() else { return card };
    let Some(record) = data.catalogue.service(service) else { return card };
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let target = Target::Service(record.id.clone());
    let name = marked(open_link(finder, "card-link", target), finder, &data, &record.name);
    let summary = record.summary.as_ref().map(|text| marked(el("p").class("card-summary"), finder, &data, text));
    let call = record.contact.phone.as_ref().map(|phone| {
        let notes = contact::phone_notes(&data, record, strings);
        el("div").class("card-call").children(notes).child(contact::call(phone, "call", strings))
    });
    let more = {
        let data = Arc::clone(&data);
        // What changes with the words: why it was found, and which of its parts were.
        move || {
            let answer = finder.results.get();
            let Some(hit) = answer.page().find(|hit| hit.service == service) else { return Vec::new() };
            let why = chunks::words_here().and_then(|words| (words.reason)(&data, &hit.why, lang));
            let km = hit.km.and_then(|km| distance(&data, service, km, strings)).map(|km| para("card-km", &km));
            let parts = hit.parts.iter().filter_map(|ix| data.catalogue.service(*ix));
            let links =
                parts.map(|part| said(open_link(finder, "", Target::Service(part.id.clone())), &data, &part.name));
            let also = list("card-parts", links.collect());
            let also = also.map(|links| el("div").class("card-also").child(span(strings.parts_here)).child(links));
            km.into_iter().chain(why).chain(also).collect()
        }
    };
    card.attr("data-id", record.id.as_str())
        .child(kinds(&data, record))
        .child(heading(level, "card-title").child(name))
        .maybe(badge(record.status, strings))
        .maybe(place(&data, record, strings))
        .maybe(summary)
        .child(el("div").class("card-more").slot(more))
        .maybe(call)
}

/// From a centre to the same centre, in kilometres: that says nothing of how far a service in that municipality is.
const SAME_KM: f64 = 0.05;

/// How far away a service is, and to what that was measured.
fn distance(data: &Data, service: ServiceIx, km: f64, strings: &Strings) -> Option<String> {
    let record = data.catalogue.service(service)?;
    let near = km < SAME_KM;
    let km = rounded_km(km).to_string();
    if record.location.at.is_some() {
        return Some(fill(strings.about_km, &[("km", &km)]));
    }
    if near {
        return None;
    }
    let ServiceArea::Municipality(place) = record.area else { return None };
    let centre = data.catalogue.municipality(place)?.centre.as_ref()?;
    Some(fill(strings.km_to_centre, &[("km", &km), ("place", &centre.name)]))
}

/// The kinds of a service, each with its picture.
#[inline(never)]
pub fn kinds(data: &Data, service: &Service) -> El {
    let kinds = service.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
    let kinds = kinds.map(|term| {
        el("span").class("kind").child(icon(icons::of_kind(term.id.as_str()))).child(said(el("span"), data, &term.name))
    });
    el("div").class("kinds").children(kinds.collect())
}

/// Says that a place is not known to work.
pub fn badge(status: Status, strings: &Strings) -> Option<El> {
    let text = match status {
        Status::Operating => return None,
        Status::Planned => strings.planned,
        Status::NotStated => strings.not_confirmed,
    };
    Some(text_el("p", "badge", text))
}

/// Where a service is.
#[inline(never)]
pub fn place(data: &Data, service: &Service, strings: &Strings) -> Option<El> {
    let municipality = match service.area {
        ServiceArea::Municipality(ix) => data.catalogue.municipality(ix).map(|place| &place.name),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    };
    let name = municipality.map(|name| data.text(name));
    let name = if service.area == ServiceArea::Nationwide { Some(strings.nationwide) } else { name };
    let town = service.place.as_deref().filter(|town| Some(*town) != name && service.area != ServiceArea::Nationwide);
    let text = match (town, name) {
        (Some(town), Some(name)) => format!("{town}, {name}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => return None,
    };
    let lang = municipality.and_then(|name| foreign_lang(data, name));
    Some(el("p").class("where").child(icon(PIN)).child(span(&text).attr_if("lang", lang)))
}

/// For whom a service is.
pub fn audiences(data: &Data, service: &Service) -> Option<El> {
    let names = service.audiences.iter().filter_map(|ix| data.catalogue.audience(*ix));
    list("tags", names.map(|term| said(el("span"), data, &term.name)).collect())
}
