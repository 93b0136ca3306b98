//! Where to apply: municipal services are granted by declared residence, so it depends on where the visitor lives.

use std::sync::Arc;

use finder_core::{
    catalogue::{Residence, Service, ServiceArea},
    strings::fill,
};
use leptos::prelude::*;

use super::{bits::para, near::home_choice, route::office};
use crate::{
    dom::{El, el, text_el},
    state::{Data, Finder},
};

/// The residence rule, the question where the visitor lives, and the office to turn to. Nothing for nationwide services
/// without a rule: they are for all.
pub fn apply_where(finder: Finder, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let (texts, pages) = (lang.places(), lang.pages());
    let rule = match &service.details.residence {
        Residence::Anyone => Some(texts.residence_anyone.to_owned()),
        Residence::Only(places) => {
            let names: Vec<&str> = places.iter().filter_map(|ix| data.municipality(*ix)).collect();
            Some(fill(texts.residence_only, &[("municipalities", &names.join(", "))]))
        }
        Residence::NotStated if service.area == ServiceArea::Nationwide => return Vec::new(),
        Residence::NotStated => None,
    };
    let lies_in = match service.area {
        ServiceArea::Municipality(ix) => Some(ix),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    };
    let locked = finder.options.with_untracked(|options| options.is_locked("home"));
    let ask = (!locked && !data.catalogue.municipalities.is_empty()).then(|| {
        el("div")
            .class("apply-home")
            .child(text_el("label", "", texts.home_label).attr("for", "sf-apply"))
            .child(home_choice(finder, data, "sf-apply"))
    });
    let is_stated = rule.is_some();
    let data = Arc::clone(data);
    // Only what follows from the answer is drawn anew: the choice keeps the focus.
    let answer = move || {
        let mut body = Vec::new();
        let named = |form: &str, ix| fill(form, &[("municipality", data.municipality(ix).unwrap_or_default())]);
        match (finder.home(), lies_in) {
            (Some(home), Some(there)) if home != there => {
                body.push(para("", &named(texts.apply_resident, home)));
                body.extend(office(finder, &data, home));
                body.push(para("", &named(texts.apply_elsewhere, there)));
                if !is_stated {
                    body.push(para("unknown", texts.residence_not_stated));
                }
            }
            (Some(home), _) => {
                body.push(para("", &named(texts.apply_resident, home)));
                body.extend(office(finder, &data, home));
            }
            (None, Some(there)) => {
                body.extend(office(finder, &data, there));
            }
            (None, None) => body.push(para("", pages.office_any)),
        }
        body
    };
    let rule = rule.map(|rule| para("residence", &rule));
    let answer = el("div").class("apply-answer").attr("aria-live", "polite").slot(answer);
    vec![el("div").class("apply").maybe(rule).maybe(ask).child(answer)]
}
