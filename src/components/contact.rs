//! Call, write, look up, go there.

use finder_core::{
    catalogue::{Confidence, LangIx, Phone, Service, ServiceArea},
    strings::{Strings, UiLang, fill},
};

use super::bits::{icon, link, para, said, span};
use crate::{
    browser,
    dom::{El, el, text_el},
    icons::{MAIL, PHONE, PIN, WARN, WEB},
    state::Data,
};

/// One tap calls.
#[inline(never)]
pub fn call(phone: &Phone, class: &str, strings: &Strings) -> El {
    let text = fill(strings.call, &[("phone", phone.shown())]);
    link(class, Some(PHONE), &phone.href(), span(&text), strings)
}

/// Whose phone it is, and whether it may be out of date.
#[inline(never)]
pub fn phone_notes(data: &Data, service: &Service, strings: &Strings) -> Vec<El> {
    let mut notes = Vec::new();
    if service.contact.phone.is_none() {
        return notes;
    }
    if let Some(note) = &service.contact.phone_note {
        // The words around are ours, the name is the catalogue's: each in its language.
        let (before, after) = strings.phone_of.split_once('{').unwrap_or((strings.phone_of, ""));
        let after = after.split_once('}').map_or("", |(_, after)| after);
        notes.push(para("note", before).child(said(el("span"), data, note)).text(after));
    }
    if service.contact.confidence == Confidence::Low {
        let text = match service.details.source_date {
            Some(date) => fill(strings.doubtful_contact_year, &[("year", &date.year.to_string())]),
            None => strings.doubtful_contact.to_owned(),
        };
        notes.push(el("p").class("note doubt").child(icon(WARN)).child(span(&text)));
    }
    notes
}

/// Every way to reach a service, as big links.
pub fn ways(data: &Data, service: &Service, lang: UiLang) -> Vec<El> {
    let (strings, pages) = (lang.strings(), lang.pages());
    let contact = &service.contact;
    let mut ways = phone_notes(data, service, strings);
    if let Some(phone) = &contact.phone {
        ways.push(call(phone, "big primary", strings));
    }
    for phone in &contact.other_phones {
        ways.push(call(phone, "big", strings));
    }
    let with_sub = |text: &str, sub: &str| span(text).text(" ").child(text_el("span", "sub", sub));
    if let Some(email) = &contact.email {
        let subject = fill(lang.pages().mail_subject, &[("name", data.text(&service.name))]);
        ways.push(link("big", Some(MAIL), &letter(email, &subject), with_sub(pages.write, email), strings));
    }
    if let Some(website) = &contact.website {
        ways.push(link("big", Some(WEB), website.as_str(), with_sub(pages.website, website.host()), strings));
    }
    if let Some(href) = directions(data, service) {
        ways.push(link("big", Some(PIN), &href, span(pages.directions), strings));
    }
    if ways.is_empty() {
        ways.push(para("unknown", pages.not_stated));
    }
    ways
}

/// How to reach the office where one applies: its phone and e-mail, else those of where it receives visitors, else its page.
/// That there is nothing is only said where everything is loaded.
pub fn office_ways(data: &Data, office: &Service, lang: UiLang, all_known: bool) -> Vec<El> {
    let (strings, pages, contact) = (lang.strings(), lang.pages(), &office.contact);
    let mut ways = phone_notes(data, office, strings);
    ways.extend(contact.phone.as_ref().map(|phone| call(phone, "call", strings)));
    if let Some(email) = &contact.email {
        let text = span(pages.write).text(" ").child(text_el("span", "sub", email));
        ways.push(link("call", Some(MAIL), &["mailto:", email].concat(), text, strings));
    }
    if contact.phone.is_none() {
        for point in &office.details.reception_points {
            let Some(phone) = &point.phone else { continue };
            ways.push(said(el("p").class("note"), data, &point.name));
            ways.push(call(phone, "call", strings));
        }
    }
    if ways.is_empty() {
        match &contact.website {
            Some(site) => ways.push(link("call", Some(WEB), site.as_str(), span(site.host()), strings)),
            None if !all_known => {}
            None => ways.push(para("unknown", &[pages.contact, ": ", pages.not_stated].concat())),
        }
    }
    ways
}

/// A link that begins a letter.
pub fn letter(to: &str, subject: &str) -> String {
    ["mailto:", to, "?subject=", &String::from(js_sys::encode_uri_component(subject))].concat()
}

/// A search on OpenStreetMap for the address, as exact as it may be known. Only a link: nothing is asked before a tap.
fn directions(data: &Data, service: &Service) -> Option<String> {
    if service.location.withheld {
        return None;
    }
    if let Some(at) = service.location.at {
        let (lat, lon) = (browser::number(at.lat), browser::number(at.lon));
        return Some(format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}"));
    }
    let mut text = service.location.address.as_deref()?.to_owned();
    let municipality = match service.area {
        ServiceArea::Municipality(ix) => data.catalogue.municipality(ix),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    };
    // The map knows places by their own names.
    let place = service.place.as_deref().or(municipality.map(|place| place.name.best(LangIx::new(0)).text));
    if let Some(place) = place {
        text.push_str(", ");
        text.push_str(place);
    }
    Some(format!("https://www.openstreetmap.org/search?query={}", String::from(js_sys::encode_uri_component(&text))))
}
