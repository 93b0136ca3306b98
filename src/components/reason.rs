//! Why a result is shown, where its card does not show it.

use finder_core::{
    catalogue::Text,
    results::{Field, Meaning, Why},
    strings::UiLang,
};

use super::bits::{para, said, span};
use crate::{
    dom::{El, el},
    state::Data,
};

/// The first of the reasons that the card does not show: what matched, and what that stands for or where it was found.
pub fn reason(data: &Data, why: &[Why], lang: UiLang) -> Option<El> {
    let texts = lang.words();
    why.iter().find_map(|why| {
        let service = data.catalogue.service(why.service)?;
        // Not `contains`: what searches texts quickly takes 4 KB.
        let found = why.found.as_bytes();
        let has = |text: &&str| text.as_bytes().windows(found.len().max(1)).any(|bytes| bytes == found);
        let (found, where_) = match why.field {
            Field::Synonym => (span(&why.found), None),
            Field::Place if why.of.is_some() => (span(&why.found), None),
            Field::Audience => (said(el("span"), data, meaning(data, why.of?)?), Some(texts.why_audience)),
            Field::Organisation => {
                (said(el("span"), data, service.organisation.as_ref()?), Some(texts.why_organisation))
            }
            Field::Address => {
                let lines = service.location.address.iter().chain(&service.location.postal_code);
                (span(lines.map(|line| &**line).find(has)?), Some(texts.why_address))
            }
            Field::Phone => (span(&why.found), Some(texts.why_phone)),
            _ => return None,
        };
        let line = para("card-why", texts.why).text(" ").child(found);
        Some(match where_ {
            Some(where_) => line.text(&[" (", where_, ")"].concat()),
            None => match why.of.and_then(|of| meaning(data, of)) {
                Some(of) => {
                    line.child(el("span").attr("aria-hidden", "true").text(" → ")).child(said(el("span"), data, of))
                }
                None => line,
            },
        })
    })
}

fn meaning(data: &Data, of: Meaning) -> Option<&Text> {
    let catalogue = &data.catalogue;
    match of {
        Meaning::Type(ix) => catalogue.type_term(ix).map(|term| &term.name),
        Meaning::Audience(ix) => catalogue.audience(ix).map(|term| &term.name),
        Meaning::Municipality(ix) => catalogue.municipality(ix).map(|place| &place.name),
    }
}
