//! What benchmarks ask, natively and in a browser alike.

use finder_core::{
    catalogue::{Catalogue, MunicipalityId, RegionId, TermId, Text},
    query::Query,
};

/// Typed letter by letter: every beginning of these is a keystroke.
const TYPED: [&str; 12] = [
    "dienas aprūpes centrs bērniem",
    "grupu maja jelgava",
    "logopeds",
    "ergotarapeits riga",
    "man vajag atpūsties",
    "sociālā rehabilitācija",
    "aprupe majas senioriem",
    "bērnam autisms",
    "specializētās darbnīcas Zemgalē",
    "63007524",
    "krīzes centrs",
    "respite care for children",
];

/// Hits of each group that a page shows.
pub const PAGE: usize = 20;

/// Every keystroke.
pub fn keystrokes() -> Vec<Query> {
    let beginnings = TYPED.iter().flat_map(|text| {
        text.char_indices().filter_map(move |(at, c)| text.get(..at + c.len_utf8())).map(str::to_owned)
    });
    beginnings.map(|text| Query { text, ..Query::default() }).collect()
}

/// The same with three facets chosen.
pub fn filtered(query: &Query) -> Query {
    Query {
        regions: vec![RegionId::new("zemgale")],
        types: vec![TermId::new("respite"), TermId::new("day-care-adults")],
        audiences: vec![TermId::new("families")],
        ..query.clone()
    }
}

/// A query without results.
pub fn dead_end() -> Query {
    Query {
        text: "atelpas brīdis keramika".to_owned(),
        types: vec![TermId::new("workshop")],
        municipalities: vec![MunicipalityId::new("LV-026")],
        ..Query::default()
    }
}

/// Bytes of the services' texts that are searched.
pub fn text_bytes(catalogue: &Catalogue) -> usize {
    let text = |text: &Text| text.versions().map(|version| version.text.len()).sum::<usize>();
    let services = catalogue.services.iter();
    services
        .map(|service| {
            let optional = [&service.summary, &service.organisation].into_iter().flatten();
            let phone = service.contact.phone.iter().map(|phone| phone.shown().len());
            let written = [&service.place, &service.location.address].into_iter().flatten().map(|place| place.len());
            text(&service.name) + optional.map(text).sum::<usize>() + phone.chain(written).sum::<usize>()
        })
        .sum()
}
