//! The regions' programmes: aim, dates, figures, events, documents, contacts.

use finder_core::{
    catalogue::{Document, Event, PartKind, Programme, Text, Url},
    strings::{Strings, UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, fact, heading, icon, link, listed, para, said, section, span},
    contact,
    route::part_state,
};
use crate::{
    dates,
    dom::{El, el, text_el},
    icons::{CALENDAR, FILE, Icon, MAIL, WEB},
    state::{Data, Finder, PartPhase},
};

/// Events and documents shown before *show all*.
const SHORT: usize = 5;

/// Every region's programme; chosen regions only, where some are chosen.
pub fn programme_view(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let body = move || {
        let phase = finder.programmes.get();
        if phase != PartPhase::Ready {
            return part_state(finder, phase, PartKind::Programme).into_iter().collect();
        }
        let Some(data) = finder.data.get() else { return Vec::new() };
        let chosen = finder.asked().with(|query| query.regions.clone());
        let programmes = data.catalogue.programmes.iter().filter(|programme| {
            let region = data.catalogue.region(programme.region);
            chosen.is_empty() || region.is_some_and(|region| chosen.contains(&region.id))
        });
        programmes.map(|each| programme(finder, level + 1, &data, each)).collect()
    };
    el("section").class("programmes").child(heading(level, "view-title").text(strings.programme_heading)).slot(body)
}

/// One region's programme.
fn programme(finder: Finder, level: u8, data: &Data, programme: &Programme) -> El {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let dd = |text: &str| text_el("dd", "", text);
    let mut rows = Vec::new();
    if let Some(aim) = &programme.aim {
        rows.push(fact(strings.aim, said(el("dd"), data, aim)));
    }
    let period = [programme.start, programme.end].into_iter().flatten().map(|date| dates::partial(date, lang));
    let period = period.collect::<Vec<_>>().join(" – ");
    if !period.is_empty() {
        rows.push(fact(strings.period, dd(&period)));
    }
    if let Some(lead) = &programme.lead {
        rows.push(fact(strings.lead, said(el("dd"), data, lead)));
    }
    if let Some(number) = &programme.number {
        rows.push(fact(strings.project_number, dd(number)));
    }
    if let Some(address) = &programme.address {
        rows.push(fact(strings.address, dd(address)));
    }
    let mut ways = Vec::new();
    if let Some(phone) = &programme.phone {
        ways.push(contact::call(phone, "call", strings));
    }
    if let Some(email) = &programme.email {
        ways.push(link("call", Some(MAIL), &format!("mailto:{email}"), span(email), strings));
    }
    if let Some(website) = &programme.website {
        ways.push(link("call", Some(WEB), website.as_str(), span(website.host()), strings));
    }
    let region = data.catalogue.region(programme.region);
    if let Some(region) = region {
        let id = region.id.clone();
        ways.push(button("button", None, strings.region_services).on_click(move || finder.only_region(id.clone())));
    }
    let figures = programme.figures.iter().map(|figure| {
        let value = figure.value.map(|value| text_el("strong", "number", &value.to_string()));
        let as_of = figure
            .as_of
            .map(|date| format!(" ({})", fill(strings.as_of, &[("date", &dates::partial(date, lang))])))
            .unwrap_or_default();
        el("div").class("figure").maybe(value).child(said(el("span"), data, &figure.text).text(&as_of))
    });
    let history = programme.history.iter().map(|text| said(el("span"), data, text));
    let events = data.catalogue.events.iter().filter(|event| event.region == programme.region);
    let events = events.map(|each| event(data, each, lang)).collect();
    let documents = data.catalogue.documents.iter().filter(|document| document.region == programme.region);
    let documents = documents.map(|each| document(data, each, lang)).collect();
    el("article")
        .class("programme")
        .maybe(region.map(|region| said(el("p").class("region-name"), data, &region.name)))
        .child(said(heading(level, "programme-title"), data, &programme.name))
        .child(el("dl").class("facts").children(rows))
        .child(el("div").class("programme-ways").children(ways))
        .maybe(section(level + 1, "section", strings.figures, listed("figures", figures.collect())))
        .maybe(section(level + 1, "section", strings.history, listed("bullets", history.collect())))
        .maybe(section(level + 1, "section", strings.events, folded(strings, events)))
        .maybe(section(level + 1, "section", strings.documents, folded(strings, documents)))
}

/// A list whose later entries wait behind a button.
fn folded(strings: &'static Strings, entries: Vec<El>) -> Vec<El> {
    let total = entries.len();
    if total == 0 {
        return Vec::new();
    }
    let open = RwSignal::new(total <= SHORT + 1);
    let entries = entries.into_iter().enumerate().map(|(at, entry)| {
        let row = el("li").child(entry);
        if at < SHORT { row } else { row.flag("hidden", move || !open.get()) }
    });
    let all = fill(strings.show_all, &[("n", &total.to_string())]);
    vec![
        el("ul").class("dated-list").attr("role", "list").children(entries.collect()),
        button("quiet", None, &all).flag("hidden", move || open.get()).on_click(move || open.set(true)),
    ]
}

fn event(data: &Data, event: &Event, lang: UiLang) -> El {
    let end = event.end.filter(|end| Some(*end) != event.date);
    let dates = [event.date, end].into_iter().flatten().map(|date| dates::partial(date, lang));
    let dates = dates.collect::<Vec<_>>().join(" – ");
    let when = [Some(dates.as_str()), event.time.as_deref(), event.place.as_deref()];
    let when: Vec<&str> = when.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    let summary = event.summary.as_ref().map(|summary| said(el("p").class("note"), data, summary));
    dated(data, CALENDAR, &event.title, event.url.as_ref(), &when.join(", "), lang).maybe(summary)
}

fn document(data: &Data, document: &Document, lang: UiLang) -> El {
    let strings = lang.strings();
    let kind = document.kind.as_deref().and_then(|kind| match kind {
        "plan" => Some(strings.doc_plan),
        "report" => Some(strings.doc_report),
        "decision" => Some(strings.doc_decision),
        "guide" => Some(strings.doc_guide),
        "regulation" => Some(strings.doc_regulation),
        "methodology" => Some(strings.doc_methodology),
        "article" => Some(strings.doc_article),
        "website" => Some(strings.doc_website),
        _ => None,
    });
    let date = document.date.map(|date| dates::partial(date, lang));
    let line: Vec<&str> = kind.into_iter().chain(date.as_deref()).collect();
    dated(data, FILE, &document.title, document.url.as_ref(), &line.join(", "), lang)
}

/// An entry with its picture, its title as a link where there is one, and a line below.
fn dated(data: &Data, picture: Icon, title: &Text, url: Option<&Url>, line: &str, lang: UiLang) -> El {
    let title = said(el("span"), data, title);
    let title = match url {
        Some(url) => link("", None, url.as_str(), title, lang.strings()),
        None => title,
    };
    let title = el("p").class("dated-title").child(icon(picture)).child(title);
    el("div").class("dated-entry").child(title).child(para("note", line))
}
