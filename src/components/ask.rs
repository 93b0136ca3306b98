//! What to ask when calling: what this kind of service is asked about, and what the catalogue does not know.

use finder_core::catalogue::{CostKind, Service};

use super::bits::{list, said, span};
use crate::{
    dom::{El, el},
    state::{Data, Finder},
};

/// Questions to have at hand on the phone; what the page answers already is not asked.
pub fn questions(finder: Finder, data: &Data, service: &Service) -> Option<El> {
    let pages = finder.lang.get_untracked().pages();
    let details = &service.details;
    let kinds = service.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
    let of_kinds = kinds.flat_map(|kind| &kind.ask).map(|text| said(el("span"), data, text));
    let has_papers = !details.documents.is_empty()
        || data.catalogue.routes.iter().any(|route| service.types.contains(&route.kind) && !route.documents.is_empty());
    let general = [
        (pages.ask_places, details.availability.as_of.is_none()),
        (pages.ask_cost, details.cost.is_none() && details.cost_kind != CostKind::Free),
        (pages.ask_papers, !has_papers),
        (pages.ask_visit, !data.catalogue.is_way_in(service)),
    ];
    let general = general.into_iter().filter(|(_, is_open)| *is_open).map(|(text, _)| span(text));
    list("bullets", of_kinds.chain(general).collect())
}
