//! What is known of a service: where it is, for whom, what it costs, and what people ask first. What is not known is said.

use finder_core::{
    catalogue::{Accessibility, CostKind, Details, Form, Residence, Service, Text},
    strings::{UiLang, fill},
};

use super::{
    bits::{dd, fact, fact_or_unknown, list, notice, para, said, span, yes_no},
    card::{audiences, place},
    contact,
    language_names::language_name,
};
use crate::{
    dates,
    dom::{El, el, text_el},
    state::Data,
};

/// Rows of facts; nothing where there are none.
fn rows(rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| el("dl").class("facts").children(rows))
}

/// Whom it is for: audiences, who can get it, ages, residence.
pub fn for_whom(data: &Data, service: &Service, lang: UiLang) -> Vec<El> {
    let pages = lang.pages();
    let details = &service.details;
    let mut known = Vec::new();
    if let Some(text) = &details.eligibility {
        known.push(fact(pages.eligibility, said(el("dd"), data, text)));
    }
    if let Some(ages) = lang.ages(details.min_age, details.max_age) {
        known.push(fact(pages.ages, dd(&ages)));
    }
    match &details.residence {
        Residence::NotStated => {}
        Residence::Anyone => known.push(fact(pages.residence, dd(pages.residence_anyone))),
        Residence::Only(places) => {
            let names: Vec<&str> = places.iter().filter_map(|ix| data.municipality(*ix)).collect();
            known.push(fact(pages.residence, dd(&fill(pages.residence_only, &[("names", &names.join(", "))]))));
        }
    }
    let who = audiences(data, service);
    let none = (who.is_none() && known.is_empty()).then(|| para("unknown", pages.not_stated));
    who.into_iter().chain(rows(known)).chain(none).collect()
}

/// What it costs.
pub fn costs(data: &Data, details: &Details, lang: UiLang) -> Vec<El> {
    let pages = lang.pages();
    let kind = match details.cost_kind {
        CostKind::Free => Some(pages.cost_free),
        CostKind::Paid => Some(pages.cost_paid),
        CostKind::Depends => Some(pages.cost_depends),
        CostKind::NotStated => None,
    };
    let text = details.cost.as_ref().map(|text| said(el("p"), data, text));
    let none = (kind.is_none() && text.is_none()).then(|| para("unknown", pages.cost_unknown));
    kind.map(|kind| para("cost-kind", kind)).into_iter().chain(text).chain(none).collect()
}

/// Where it is, and who runs it.
pub fn place_facts(data: &Data, service: &Service, lang: UiLang) -> Vec<El> {
    let (strings, pages) = (lang.strings(), lang.pages());
    let mut body: Vec<El> = place(data, service, strings).into_iter().collect();
    if service.location.withheld {
        body.push(notice(span(pages.address_withheld)));
    }
    let mut known = Vec::new();
    if let Some(address) = &service.location.address {
        let postal = service.location.postal_code.as_deref().map(|code| [", ", code].concat()).unwrap_or_default();
        known.push(fact(pages.address, dd(address).text(&postal)));
    }
    if let Some(former) = &service.former_municipality {
        known.push(fact(pages.municipality, dd(&fill(pages.formerly, &[("name", former)]))));
    }
    if let Some(transport) = &service.details.transport {
        known.push(fact(pages.transport, said(el("dd"), data, transport)));
    }
    if let Some(organisation) = &service.organisation {
        known.push(fact(pages.organisation, said(el("dd"), data, organisation)));
    }
    for point in &service.details.reception_points {
        let mut text = data.text(&point.name).to_owned();
        for more in [point.place.as_deref(), point.address.as_deref()].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(more);
        }
        let call = point.phone.as_ref().map(|phone| contact::call(phone, "inline-call", strings));
        known.push(fact(pages.reception_points, dd(&text).text(" ").maybe(call)));
    }
    body.extend(rows(known));
    body
}

/// What people ask first; what is not known is said.
pub fn facts(data: &Data, service: &Service, lang: UiLang) -> Vec<El> {
    let pages = lang.pages();
    let details = &service.details;
    let row = |name: &str, text: &Option<Text>| {
        fact_or_unknown(name, text.as_ref().map(|text| said(el("dd"), data, text)), pages)
    };
    let spoken: Vec<String> = details.spoken.iter().map(|tag| language_name(tag, lang)).collect();
    let spoken = (!spoken.is_empty()).then(|| dd(&spoken.join(", ")));
    let mut known = vec![
        fact(pages.accessibility, accessibility(data, &details.accessibility, lang)),
        fact_or_unknown(pages.spoken, spoken, pages),
        row(pages.capacity, &details.capacity),
        fact_or_unknown(pages.waiting_list, waiting(details, lang).map(|text| dd(&text)), pages),
    ];
    let forms: Vec<&str> = details.form.iter().map(|form| form_name(*form, lang)).collect();
    if !forms.is_empty() {
        known.push(fact(pages.form, dd(&forms.join(", "))));
    }
    if let Some(number) = &details.registration {
        let until =
            details.registered_until.map(|day| fill(pages.registered_until, &[("date", &dates::date(day, lang))]));
        let text = [Some(&**number), until.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        known.push(fact(pages.registration, dd(&text)));
    }
    let since = details.since.map(|year| para("", &fill(pages.since, &[("year", &year.to_string())])));
    rows(known).into_iter().chain(since).chain([para("hint", pages.ask_by_phone)]).collect()
}

fn form_name(form: Form, lang: UiLang) -> &'static str {
    let pages = lang.pages();
    match form {
        Form::Day => pages.form_day,
        Form::RoundTheClock => pages.form_night,
        Form::AtHome => pages.form_home,
        Form::Online => pages.form_online,
    }
}

/// *2 free places, 5 people waiting (1 November 2026)*.
fn waiting(details: &Details, lang: UiLang) -> Option<String> {
    let (pages, known) = (lang.pages(), &details.availability);
    let count = |n: Option<u32>, forms| Some(lang.count(usize::try_from(n?).ok()?, forms));
    let said = [count(known.free, &pages.free_places), count(known.waiting, &pages.people_wait)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() {
        return None;
    }
    let as_of = known.as_of.map(|day| [" (", &dates::date(day, lang), ")"].concat()).unwrap_or_default();
    Some(said.join(", ") + &as_of)
}

/// Each thing with yes, no or not stated.
fn accessibility(data: &Data, known: &Accessibility, lang: UiLang) -> El {
    let pages = lang.pages();
    let rows = [
        (pages.step_free, known.step_free),
        (pages.lift, known.lift),
        (pages.toilet, known.toilet),
        (pages.parking, known.parking),
        (pages.hearing, known.hearing),
        (pages.quiet, known.quiet),
        (pages.easy_language, known.easy_language),
    ];
    let rows = rows.into_iter().map(|(name, fact)| {
        let answer = yes_no(fact, pages);
        let class = if answer.is_some() { "known" } else { "unknown" };
        span(name).text(": ").child(text_el("span", class, answer.unwrap_or(pages.not_stated)))
    });
    let note = known.note.as_ref().map(|note| said(el("p"), data, note));
    el("dd").maybe(list("access", rows.collect())).maybe(note)
}
