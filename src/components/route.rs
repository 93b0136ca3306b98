//! How to get a service: the usual route to its kind, and where to apply.

use std::sync::Arc;

use finder_core::{
    catalogue::{MunicipalityIx, Service, ServiceArea},
    query::Target,
    strings::fill,
};
use leptos::prelude::*;

use super::{
    bits::{button, heading, list, notice, open_link, para, said, section, words},
    contact,
};
use crate::state::{Data, Finder, PartPhase};
use finder_core::catalogue::PartKind;

/// The section *how to get it*. Follows the details, which bring the routes.
pub fn route(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    if data.catalogue.is_way_in(service) {
        return ().into_any();
    }
    let mut body: Vec<AnyView> = Vec::new();
    if let Some(here) = &service.details.how_to_apply {
        body.push(heading(level + 1, "small-title", words(strings.apply_here)));
        body.push(para("", said(data, here)));
    }
    let routes = data.catalogue.routes.iter().find(|route| service.types.contains(&route.kind));
    match (routes, finder.details.get()) {
        (Some(route), _) => {
            body.push(para("", words(strings.route_intro)));
            let steps: Vec<AnyView> =
                route.steps.iter().map(|step| view! { <li>{said(data, step)}</li> }.into_any()).collect();
            body.push(view! { <ol class="steps">{steps}</ol> }.into_any());
            let mut more = Vec::new();
            if !route.documents.is_empty() {
                more.push(heading(level + 1, "small-title", words(strings.route_documents)));
                more.push(list("bullets", route.documents.iter().map(|text| said(data, text)).collect()));
            }
            for (title, text) in [(strings.route_pays, &route.who_pays), (strings.route_not_known, &route.not_known)] {
                if let Some(text) = text {
                    more.push(heading(level + 1, "small-title", words(title)));
                    more.push(para("", said(data, text)));
                }
            }
            body.extend(more);
        }
        (None, PartPhase::Ready) => body.push(para("", words(strings.route_unknown))),
        (None, phase) => body.push(details_state(finder, phase)),
    }
    match service.area {
        ServiceArea::Municipality(municipality) => body.extend(office(finder, data, municipality)),
        ServiceArea::Nationwide => {}
        ServiceArea::NotStated => body.push(para("", words(strings.office_any))),
    }
    section(level, "section route", strings.how_to_get, body).into_any()
}

/// What is shown in place of details that are not there.
pub fn details_state(finder: Finder, phase: PartPhase) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    match phase {
        PartPhase::Failed => view! {
            <div class="part-failed">
                {notice(words(strings.details_failed))}
                {button("button", None, strings.retry.to_owned(), move || finder.want(PartKind::Details))}
            </div>
        }
        .into_any(),
        PartPhase::Ready => ().into_any(),
        PartPhase::Unasked | PartPhase::Loading => {
            view! { <p class="skeleton">{strings.details_loading}</p> }.into_any()
        }
    }
}

/// A municipality's social service office with its contact: the way in.
pub fn office(finder: Finder, data: &Arc<Data>, municipality: MunicipalityIx) -> Option<AnyView> {
    let office = data.catalogue.offices(municipality).into_iter().find_map(|ix| data.catalogue.service(ix))?;
    office_card(finder, data, office)
}

/// A social service office with its contact.
pub fn office_card(finder: Finder, data: &Arc<Data>, office: &Service) -> Option<AnyView> {
    let strings = finder.lang.get_untracked().strings();
    let ServiceArea::Municipality(municipality) = office.area else { return None };
    let place = data.catalogue.municipality(municipality)?;
    let title = fill(strings.office, &[("municipality", data.text(&place.name))]);
    let call = office.contact.phone.as_ref().map(|phone| contact::call(phone, "call", strings));
    Some(
        view! {
            <div class="office">
                {para("office-title", words(title))}
                {para("", open_link(finder, "", Target::Office(office.id.clone()), said(data, &office.name)))}
                {contact::phone_notes(data, office, strings)}
                {call}
            </div>
        }
        .into_any(),
    )
}
