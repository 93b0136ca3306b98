//! Call, write, look up, go there.

use std::sync::Arc;

use finder_core::{
    catalogue::{Confidence, Phone, Service, ServiceArea},
    strings::{Strings, fill},
};
use leptos::prelude::*;

use super::bits::{foreign_lang, link, para, words};
use crate::{
    icons::{MAIL, PHONE, PIN, WARN, WEB, icon},
    state::Data,
};

/// One tap calls.
pub fn call(phone: &Phone, class: &'static str, strings: &Strings) -> AnyView {
    let text = fill(strings.call, &[("phone", phone.shown())]);
    link(class, Some(PHONE), phone.href(), words(text), strings)
}

/// Whose phone it is, and whether it may be out of date.
pub fn phone_notes(data: &Arc<Data>, service: &Service, strings: &Strings) -> Vec<AnyView> {
    let mut notes = Vec::new();
    if let Some(note) = &service.contact.phone_note {
        let text = fill(strings.phone_of, &[("whose", data.text(note))]);
        let tag = foreign_lang(data, note);
        notes.push(view! { <p class="note"><span lang=tag>{text}</span></p> }.into_any());
    }
    if service.contact.confidence == Confidence::Low {
        let text = match service.details.source_date {
            Some(date) => fill(strings.doubtful_contact_year, &[("year", &date.year.to_string())]),
            None => strings.doubtful_contact.to_owned(),
        };
        notes.push(view! { <p class="note doubt">{icon(WARN)}<span>{text}</span></p> }.into_any());
    }
    notes
}

/// Every way to reach a service, as big links.
pub fn ways(data: &Arc<Data>, service: &Service, strings: &Strings) -> Vec<AnyView> {
    let contact = &service.contact;
    let mut ways = phone_notes(data, service, strings);
    if let Some(phone) = &contact.phone {
        ways.push(call(phone, "big primary", strings));
    }
    for phone in &contact.other_phones {
        ways.push(call(phone, "big", strings));
    }
    if let Some(email) = &contact.email {
        let text = view! { {strings.write} " " <span class="sub">{email.to_string()}</span> }.into_any();
        ways.push(link("big", Some(MAIL), format!("mailto:{email}"), text, strings));
    }
    if let Some(website) = &contact.website {
        let text = view! { {strings.website} " " <span class="sub">{website.host().to_owned()}</span> }.into_any();
        ways.push(link("big", Some(WEB), website.as_str().to_owned(), text, strings));
    }
    if let Some(href) = directions(data, service) {
        ways.push(link("big", Some(PIN), href, words(strings.directions), strings));
    }
    if ways.is_empty() {
        ways.push(para("unknown", words(strings.not_stated)));
    }
    ways
}

/// A search on OpenStreetMap for the address, as exact as it may be known. Only a link: nothing is asked before a tap.
fn directions(data: &Arc<Data>, service: &Service) -> Option<String> {
    if service.location.withheld {
        return None;
    }
    if let Some(at) = service.location.at {
        return Some(format!("https://www.openstreetmap.org/directions?to={}%2C{}", at.lat, at.lon));
    }
    let address = service.location.address.as_deref()?;
    let mut text = address.to_owned();
    if let Some(place) = &service.place {
        text.push_str(", ");
        text.push_str(place);
    } else if let ServiceArea::Municipality(ix) = service.area {
        if let Some(municipality) = data.catalogue.municipality(ix) {
            text.push_str(", ");
            // The map knows places by their own names.
            text.push_str(municipality.name.best(finder_core::catalogue::LangIx::new(0)).text);
        }
    }
    Some(format!("https://www.openstreetmap.org/search?query={}", String::from(js_sys::encode_uri_component(&text))))
}
