//! The regions' programmes: aim, dates, figures, events, documents, contacts.

use std::sync::Arc;

use finder_core::{
    catalogue::{Document, Event, PartKind, Programme, RegionIx},
    strings::{Strings, UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, fact, heading, link, list, notice, para, said, section, words},
    contact,
};
use crate::{
    dates,
    icons::{CALENDAR, FILE, MAIL, WEB, icon},
    state::{Data, Finder, PartPhase, finder},
};

/// Events and documents shown before *show all*.
const SHORT: usize = 5;

/// Every region's programme; chosen regions only, where some are chosen.
#[component]
pub fn ProgrammeView() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let regions = Memo::new(move |_| finder.query().with(|query| query.regions.clone()));
    let body = move || {
        let data = finder.data.get()?;
        Some(match finder.programmes.get() {
            PartPhase::Failed => view! {
                <div class="part-failed">
                    {notice(words(strings.details_failed))}
                    {button("button", None, strings.retry.to_owned(), move || finder.want(PartKind::Programme))}
                </div>
            }
            .into_any(),
            PartPhase::Ready => {
                let chosen = regions.get();
                let wanted = |region: RegionIx| {
                    chosen.is_empty() || data.catalogue.region(region).is_some_and(|region| chosen.contains(&region.id))
                };
                let programmes = data.catalogue.programmes.iter().filter(|programme| wanted(programme.region));
                let shown: Vec<AnyView> = programmes.map(|p| programme(finder, level + 1, &data, p)).collect();
                shown.into_any()
            }
            PartPhase::Unasked | PartPhase::Loading => {
                view! { <p class="skeleton">{strings.details_loading}</p> }.into_any()
            }
        })
    };
    view! {
        <section class="programmes">
            {heading(level, "view-title", words(strings.programme_heading))}
            {body}
        </section>
    }
}

/// One region's programme.
fn programme(finder: Finder, level: u8, data: &Arc<Data>, programme: &Programme) -> AnyView {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let region = data.catalogue.region(programme.region);
    let services = region.map(|region| {
        let id = region.id.clone();
        button("button", None, strings.region_services.to_owned(), move || finder.only_region(id.clone()))
    });
    let region = region.map(|region| para("region-name", said(data, &region.name)));
    let mut rows = Vec::new();
    if let Some(aim) = &programme.aim {
        rows.push(fact(strings.aim, said(data, aim)));
    }
    let period: Vec<String> =
        [programme.start, programme.end].into_iter().flatten().map(|date| dates::partial(date, lang)).collect();
    if !period.is_empty() {
        rows.push(fact(strings.period, words(period.join(" – "))));
    }
    if let Some(lead) = &programme.lead {
        rows.push(fact(strings.lead, said(data, lead)));
    }
    if let Some(number) = &programme.number {
        rows.push(fact(strings.project_number, words(&**number)));
    }
    if let Some(address) = &programme.address {
        rows.push(fact(strings.address, words(&**address)));
    }
    let mut ways = Vec::new();
    if let Some(phone) = &programme.phone {
        ways.push(contact::call(phone, "call", strings));
    }
    if let Some(email) = &programme.email {
        ways.push(link("call", Some(MAIL), format!("mailto:{email}"), words(&**email), strings));
    }
    if let Some(website) = &programme.website {
        ways.push(link("call", Some(WEB), website.as_str().to_owned(), words(website.host()), strings));
    }
    let figures: Vec<AnyView> = programme
        .figures
        .iter()
        .map(|figure| {
            let value =
                figure.value.map(|value| view! { <strong class="number">{value.to_string()}</strong> }.into_any());
            let as_of = figure
                .as_of
                .map(|date| words(format!(" ({})", fill(strings.as_of, &[("date", &dates::partial(date, lang))]))));
            view! { {value} <span>{said(data, &figure.text)}{as_of}</span> }.into_any()
        })
        .collect();
    let history: Vec<AnyView> = programme.history.iter().map(|text| said(data, text)).collect();
    let events: Vec<AnyView> = data
        .catalogue
        .events
        .iter()
        .filter(|event| event.region == programme.region)
        .map(|e| event(data, e, lang))
        .collect();
    let documents: Vec<AnyView> = data
        .catalogue
        .documents
        .iter()
        .filter(|document| document.region == programme.region)
        .map(|d| document(data, d, lang))
        .collect();
    let boxed = |class, entries: Vec<AnyView>| if entries.is_empty() { Vec::new() } else { vec![list(class, entries)] };
    view! {
        <article class="programme">
            {region}
            {heading(level, "programme-title", said(data, &programme.name))}
            <dl class="facts">{rows}</dl>
            <div class="programme-ways">{ways}{services}</div>
            {section(level + 1, "section", strings.figures, boxed("figures", figures))}
            {section(level + 1, "section", strings.history, boxed("bullets", history))}
            {section(level + 1, "section", strings.events, folded(strings, "dated-list", events))}
            {section(level + 1, "section", strings.documents, folded(strings, "dated-list", documents))}
        </article>
    }
    .into_any()
}

/// A list whose later entries wait behind a button.
fn folded(strings: &'static Strings, class: &'static str, entries: Vec<AnyView>) -> Vec<AnyView> {
    let total = entries.len();
    if total == 0 {
        return Vec::new();
    }
    let open = RwSignal::new(total <= SHORT + 1);
    let entries: Vec<AnyView> = entries
        .into_iter()
        .enumerate()
        .map(|(at, entry)| view! { <li hidden={move || at >= SHORT && !open.get()}>{entry}</li> }.into_any())
        .collect();
    let all = fill(strings.show_all, &[("n", &total.to_string())]);
    vec![
        view! {
            <ul class=class role="list">{entries}</ul>
            <button type="button" class="quiet" hidden=move || open.get() on:click=move |_| open.set(true)>
                {all}
            </button>
        }
        .into_any(),
    ]
}

fn event(data: &Arc<Data>, event: &Event, lang: UiLang) -> AnyView {
    let strings = lang.strings();
    let mut when: Vec<String> = Vec::new();
    if let Some(date) = event.date {
        when.push(dates::partial(date, lang));
    }
    if let Some(end) = event.end.filter(|end| Some(*end) != event.date) {
        when.push(dates::partial(end, lang));
    }
    let mut when = when.join(" – ");
    for more in [event.time.as_deref(), event.place.as_deref()].into_iter().flatten() {
        if !when.is_empty() {
            when.push_str(", ");
        }
        when.push_str(more);
    }
    let title = said(data, &event.title);
    let title = match &event.url {
        Some(url) => link("", None, url.as_str().to_owned(), title, strings),
        None => title,
    };
    let summary = event.summary.as_ref().map(|summary| para("note", said(data, summary)));
    view! { {icon(CALENDAR)} <div>{title}{para("note", words(when))}{summary}</div> }.into_any()
}

fn document(data: &Arc<Data>, document: &Document, lang: UiLang) -> AnyView {
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
    let line: Vec<String> = kind.map(str::to_owned).into_iter().chain(date).collect();
    let title = said(data, &document.title);
    let title = match &document.url {
        Some(url) => link("", None, url.as_str().to_owned(), title, strings),
        None => title,
    };
    view! { {icon(FILE)} <div>{title}{para("note", words(line.join(", ")))}</div> }.into_any()
}
