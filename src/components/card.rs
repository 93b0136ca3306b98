//! One result.

use std::sync::Arc;

use finder_core::{
    catalogue::{Catalogue, Service, ServiceArea, ServiceIx, Status},
    query::Target,
    results::{Field, Hit, Why},
    strings::{Strings, fill},
};
use leptos::prelude::*;

use super::{
    bits::{foreign_lang, heading, list, marked, open_link, para, said, words},
    contact,
};
use crate::{
    icons::{self, PIN, icon},
    state::{Data, Finder, finder},
};

/// A service as one result among others.
#[component]
pub fn Card(
    /// The service.
    service: ServiceIx,
    /// Why and with which parts it was found.
    hit: Memo<Option<Hit>>,
    /// Level of its heading.
    level: u8,
) -> impl IntoView {
    let finder = finder();
    // Follows the data: a language or the details may arrive later, but positions stay.
    let Some(data) = finder.data_now() else { return ().into_any() };
    let Some(record) = data.catalogue.service(service) else { return ().into_any() };
    let strings = finder.lang.get_untracked().strings();
    let target = Target::Service(record.id.clone());
    let name = open_link(finder, "card-link", target, marked(finder, &data, &record.name));
    let summary = record.summary.as_ref().map(|summary| para("card-summary", marked(finder, &data, summary)));
    let call = record.contact.phone.as_ref().map(|phone| {
        view! {
            <div class="card-call">
                {contact::phone_notes(&data, record, strings)}
                {contact::call(phone, "call", strings)}
            </div>
        }
        .into_any()
    });
    let parts_data = Arc::clone(&data);
    let parts = move || {
        hit.with(|hit| {
            let hit = hit.as_ref().filter(|hit| !hit.parts.is_empty())?;
            let parts = hit.parts.iter().filter_map(|ix| parts_data.catalogue.service(*ix));
            let links = parts.map(|part| {
                open_link(finder, "", Target::Service(part.id.clone()), marked(finder, &parts_data, &part.name))
            });
            let links = list("card-parts", links.collect());
            Some(view! { <div class="card-also"><span>{strings.parts_here}</span>{links}</div> }.into_any())
        })
    };
    let why = Memo::new(move |_| hit.with(|hit| hit.as_ref().and_then(|hit| reason(&hit.why, strings))));
    view! {
        <li class="card" part="result" data-id={record.id.as_str().to_owned()}>
            {kinds(&data, record)}
            {heading(level, "card-title", name)}
            {badge(record.status, strings)}
            {place(&data, record, strings)}
            {summary}
            {move || why.get().map(|why| para("card-why", words(why)))}
            {parts}
            {call}
        </li>
    }
    .into_any()
}

/// Why a service was found, where the card itself does not show it.
fn reason(why: &[Why], strings: &Strings) -> Option<String> {
    let hidden =
        why.iter().find(|why| !matches!(why.field, Field::Name | Field::Summary | Field::Kind | Field::Place))?;
    let field = match hidden.field {
        Field::Synonym => strings.why_synonym,
        Field::Audience => strings.why_audience,
        Field::Organisation => strings.why_organisation,
        Field::Address => strings.why_address,
        Field::Phone => strings.why_phone,
        Field::Kind => strings.why_kind,
        Field::Place => strings.why_place,
        Field::Name | Field::Summary => strings.why_text,
    };
    Some(fill(strings.why, &[("found", &hidden.found), ("field", field)]))
}

/// The kinds of a service, each with its picture.
pub fn kinds(data: &Arc<Data>, service: &Service) -> AnyView {
    let kinds = service.types.iter().filter_map(|ix| data.catalogue.type_term(*ix)).map(|term| {
        view! {
            <span class="kind">
                {icon(icons::of_kind(term.id.as_str()))}
                {said(data, &term.name)}
            </span>
        }
        .into_any()
    });
    let kinds: Vec<AnyView> = kinds.collect();
    view! { <div class="kinds">{kinds}</div> }.into_any()
}

/// Says that a place is not known to work.
pub fn badge(status: Status, strings: &Strings) -> Option<AnyView> {
    let text = match status {
        Status::Operating => return None,
        Status::Planned => strings.planned,
        Status::NotStated => strings.not_confirmed,
    };
    Some(view! { <p class="badge">{text}</p> }.into_any())
}

/// Where a service is.
pub fn place(data: &Arc<Data>, service: &Service, strings: &Strings) -> Option<AnyView> {
    let text = place_text(&data.catalogue, data, service, strings)?;
    let lang = match service.area {
        ServiceArea::Municipality(ix) => data.catalogue.municipality(ix).and_then(|m| foreign_lang(data, &m.name)),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    };
    Some(view! { <p class="where">{icon(PIN)}<span lang=lang>{text}</span></p> }.into_any())
}

fn place_text(catalogue: &Catalogue, data: &Data, service: &Service, strings: &Strings) -> Option<String> {
    let municipality = match service.area {
        ServiceArea::Nationwide => return Some(strings.nationwide.to_owned()),
        ServiceArea::Municipality(ix) => catalogue.municipality(ix).map(|municipality| data.text(&municipality.name)),
        ServiceArea::NotStated => None,
    };
    let mut text = String::new();
    if let Some(place) = service.place.as_deref().filter(|place| Some(*place) != municipality) {
        text.push_str(place);
    }
    if let Some(municipality) = municipality {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(municipality);
    }
    (!text.is_empty()).then_some(text)
}

/// What a service is for, in few words.
pub fn audiences(finder: Finder, data: &Arc<Data>, service: &Service) -> Option<AnyView> {
    let _ = finder;
    let names: Vec<AnyView> = service
        .audiences
        .iter()
        .filter_map(|ix| data.catalogue.audience(*ix))
        .map(|term| said(data, &term.name))
        .collect();
    (!names.is_empty()).then(|| list("tags", names))
}
