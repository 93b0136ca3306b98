//! How to get a service: the usual route to its kind, and where to apply.

use std::sync::Arc;

use finder_core::{
    catalogue::{MunicipalityIx, PartKind, Service, ServiceArea},
    query::Target,
    strings::fill,
};

use super::{
    apply_where::apply_where,
    bits::{button, heading, list, notice, open_link, para, said, section, span},
    contact,
};
use crate::{
    dom::{El, el},
    state::{Data, Finder, PartPhase},
};

/// The section *how to get it*. Follows the details, which bring the routes.
pub fn route(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Option<El> {
    let pages = finder.lang.get_untracked().pages();
    if data.catalogue.is_way_in(service) {
        return None;
    }
    let title = |text: &str| heading(level + 1, "small-title").text(text);
    let mut body = Vec::new();
    if let Some(here) = &service.details.how_to_apply {
        body.push(title(pages.apply_here));
        body.push(said(el("p"), data, here));
    }
    let route = data.catalogue.routes.iter().find(|route| service.types.contains(&route.kind));
    match (route, finder.details.get()) {
        (Some(route), _) => {
            body.push(para("", pages.route_intro));
            let steps = route.steps.iter().map(|step| el("li").child(said(el("span"), data, step))).collect();
            body.push(el("ol").class("steps").children(steps));
            let documents = route.documents.iter().map(|text| said(el("span"), data, text)).collect();
            if let Some(documents) = list("bullets", documents) {
                body.push(title(pages.route_documents));
                body.push(documents);
            }
            for (name, text) in [(pages.route_pays, &route.who_pays), (pages.route_not_known, &route.not_known)] {
                if let Some(text) = text {
                    body.push(title(name));
                    body.push(said(el("p"), data, text));
                }
            }
        }
        (None, PartPhase::Ready) => body.push(para("", pages.route_unknown)),
        (None, phase) => body.extend(part_state(finder, phase, PartKind::Details)),
    }
    body.extend(apply_where(finder, data, service));
    section(level, "section route", pages.how_to_get, body)
}

/// What is shown in place of a part of the catalogue that is not there.
pub fn part_state(finder: Finder, phase: PartPhase, part: PartKind) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    match phase {
        PartPhase::Failed => {
            let retry = button("button", None, strings.retry).on_click(move || finder.want(part));
            Some(el("div").class("part-failed").child(notice(span(strings.details_failed))).child(retry))
        }
        PartPhase::Ready => None,
        PartPhase::Unasked | PartPhase::Loading => Some(para("skeleton", strings.details_loading)),
    }
}

/// A municipality's social service office with its contact: the way in.
pub fn office(finder: Finder, data: &Data, municipality: MunicipalityIx) -> Option<El> {
    let office = data.catalogue.offices(municipality).into_iter().find_map(|ix| data.catalogue.service(ix))?;
    office_card(finder, data, office)
}

/// A social service office with its contact.
pub fn office_card(finder: Finder, data: &Data, office: &Service) -> Option<El> {
    let lang = finder.lang.get_untracked();
    let pages = lang.pages();
    let all_known = finder.details.get_untracked() == PartPhase::Ready;
    let ServiceArea::Municipality(municipality) = office.area else { return None };
    let title = fill(pages.office, &[("municipality", data.municipality(municipality)?)]);
    let name = said(open_link(finder, "", Target::Office(office.id.clone())), data, &office.name);
    Some(
        el("div")
            .class("office")
            .child(para("office-title", &title))
            .child(el("p").child(name))
            .children(contact::office_ways(data, office, lang, all_known)),
    )
}
