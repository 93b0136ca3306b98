//! The regions' programmes: aim, dates, figures, events, documents, contacts.

use finder_core::{
    calendar::{When, ics, when},
    catalogue::{Document, Event, Figure, PartKind, Programme, Text, Url},
    hours::Moment,
    strings::{ProgrammeStrings, UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, dd, fact, heading, icon, link, listed, para, said, section, span},
    contact,
    route::part_state,
    steady::steady,
};
use crate::{
    browser, dates,
    dom::{El, el, svg, text_el},
    icons::{CALENDAR, FILE, Icon, MAIL, WEB},
    small::Small,
    start,
    state::{Data, Finder, PartPhase},
};

/// Events and documents shown before *show all*.
const SHORT: usize = 5;

/// Every region's programme; chosen regions only, where some are chosen.
pub fn programme_view(finder: Finder) -> El {
    let texts = finder.lang.get_untracked().programmes();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let chosen = Memo::new(move |_| finder.asked().with(|query| query.regions.clone()));
    let body = move || {
        // Follows the programmes alone: what else arrives changes nothing here.
        let phase = finder.programmes.get();
        if phase != PartPhase::Ready {
            return part_state(finder, phase, PartKind::Programme).into_iter().collect();
        }
        let chosen = chosen.get();
        let Some(data) = finder.data_now() else { return Vec::new() };
        let programmes = data.catalogue.programmes.iter().filter(|programme| {
            let region = data.catalogue.region(programme.region);
            chosen.is_empty() || region.is_some_and(|region| chosen.contains(&region.id))
        });
        programmes.map(|each| programme(finder, level + 1, &data, each)).collect()
    };
    let view = el("section").class("programmes").child(heading(level, "view-title").text(texts.programme_heading));
    steady(view, body)
}

/// One region's programme.
fn programme(finder: Finder, level: u8, data: &Data, programme: &Programme) -> El {
    let lang = finder.lang.get_untracked();
    let (strings, texts, pages) = (lang.strings(), lang.programmes(), lang.pages());
    let mut rows = Vec::new();
    if let Some(aim) = &programme.aim {
        rows.push(fact(texts.aim, said(el("dd"), data, aim)));
    }
    let period = [programme.start, programme.end].into_iter().flatten().map(|date| dates::partial(date, lang));
    let period = period.collect::<Vec<_>>().join(" – ");
    if !period.is_empty() {
        rows.push(fact(texts.period, dd(&period)));
    }
    if let Some(lead) = &programme.lead {
        rows.push(fact(texts.lead, said(el("dd"), data, lead)));
    }
    if let Some(number) = &programme.number {
        rows.push(fact(texts.project_number, dd(number)));
    }
    if let Some(address) = &programme.address {
        rows.push(fact(pages.address, dd(address)));
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
        ways.push(button("button", None, texts.region_services).on_click(move || {
            finder.only_region(id.clone());
            // The button is gone with its view.
            start::focus_after_redraw(finder, ".results .card-link");
        }));
    }
    let figures = programme.figures.iter().map(|figure| {
        let value = figure.value.map(|value| text_el("strong", "number", &value.to_string()));
        el("div").class("figure").maybe(value).child(said(el("span"), data, &figure.text).text(&as_of(figure, lang)))
    });
    let charts = programme.charts();
    let figures =
        listed("figures", figures.collect()).into_iter().chain(charts.iter().map(|each| chart(data, each, lang)));
    let history = programme.history.iter().map(|text| said(el("span"), data, text));
    let today = Moment::in_latvia(browser::unix_seconds()).map(|now| now.date);
    let events = |wanted: When| {
        let here = data.catalogue.events.iter().filter(|event| event.region == programme.region);
        let here = here.filter(|each| today.map_or(When::NotStated, |today| when(each, today)) == wanted);
        folded(texts, here.map(|each| event(data, each, lang, wanted)).collect())
    };
    let sources = programme.sources.iter().map(|url| link("", None, url.as_str(), span(url.host()), strings));
    let documents = data.catalogue.documents.iter().filter(|document| document.region == programme.region);
    let documents = documents.map(|each| document(data, each, lang)).collect();
    el("article")
        .class("programme")
        .maybe(region.map(|region| said(el("p").class("region-name"), data, &region.name)))
        .child(said(heading(level, "programme-title"), data, &programme.name))
        .child(el("dl").class("facts").children(rows))
        .child(el("div").class("programme-ways").children(ways))
        .maybe(section(level + 1, "section", texts.figures, figures.collect()))
        .maybe(section(level + 1, "section", texts.history, listed("bullets", history.collect())))
        .maybe(section(level + 1, "section", pages.events_upcoming, events(When::Upcoming)))
        .maybe(section(level + 1, "section", pages.events_past, events(When::Past)))
        .maybe(section(level + 1, "section", pages.events_undated, events(When::NotStated)))
        .maybe(section(level + 1, "section", texts.documents, folded(texts, documents)))
        .maybe(section(level + 1, "section sources", pages.sources, listed("source-links", sources.collect())))
}

fn as_of(figure: &Figure, lang: UiLang) -> String {
    let date = |date| fill(lang.programmes().as_of, &[("date", &dates::partial(date, lang))]);
    figure.as_of.map(|day| [" (", &date(day), ")"].concat()).unwrap_or_default()
}

/// Numbers of one kind and one date side by side: a table whose rows have bars, from nought.
fn chart(data: &Data, figures: &[&Figure], lang: UiLang) -> El {
    let pages = lang.pages();
    let most = figures.iter().filter_map(|figure| figure.value).max().unwrap_or_default().max(1);
    let rows = figures.iter().map(|figure| {
        let value = figure.value.unwrap_or_default();
        let share = (value.saturating_mul(100) / most).to_string();
        let bar = svg("rect").attr("width", &share).attr("height", "10");
        let bar =
            svg("svg").class("chart-bar").attr("viewBox", "0 0 100 10").attr("preserveAspectRatio", "none").child(bar);
        let bar = el("td").attr("aria-hidden", "true").child(bar);
        let name = said(el("th").attr("scope", "row"), data, &figure.text);
        el("tr").child(name).child(text_el("td", "amount", &value.to_string())).child(bar)
    });
    let kind = figures.first().and_then(|figure| figure.kind.as_ref());
    let date = figures.first().map(|figure| as_of(figure, lang)).unwrap_or_default();
    let caption = el("caption");
    let caption = match kind {
        Some(kind) => said(caption, data, kind).text(&date),
        None => caption,
    };
    let head = |text: &str| el("th").attr("scope", "col").text(text);
    let head =
        el("tr").child(head(pages.chart_what)).child(head(pages.chart_n)).child(el("td").attr("aria-hidden", "true"));
    el("table").class("chart").child(caption).child(el("thead").child(head)).child(el("tbody").children(rows.collect()))
}

/// A list whose later entries wait behind a button.
fn folded(texts: &'static ProgrammeStrings, entries: Vec<El>) -> Vec<El> {
    let total = entries.len();
    if total == 0 {
        return Vec::new();
    }
    let open = Small::new(total <= SHORT + 1);
    let entries = entries.into_iter().enumerate().map(|(at, entry)| {
        let row = el("li").child(entry);
        if at < SHORT { row } else { row.flag("hidden", move || !open.get()) }
    });
    let all = fill(texts.show_all, &[("n", &total.to_string())]);
    let list = el("ul").class("dated-list").attr("role", "list").children(entries.collect());
    let within = list.clone();
    let show_all = button("quiet", None, &all).flag("hidden", move || open.get()).on_click(move || {
        open.set(true);
        // The button is gone: go on where the rest begins.
        let within = within.clone();
        browser::later(move || {
            let rows = within.node().children();
            if let Some(row) = u32::try_from(SHORT).ok().and_then(|at| rows.item(at)) {
                let _ = row.set_attribute("tabindex", "-1");
                browser::focus(&row);
            }
        });
    });
    vec![list, show_all]
}

fn event(data: &Data, event: &Event, lang: UiLang, when: When) -> El {
    let end = event.end.filter(|end| Some(*end) != event.date);
    let dates = [event.date, end].into_iter().flatten().map(|date| dates::partial(date, lang));
    let dates = dates.collect::<Vec<_>>().join(" – ");
    let line = [Some(dates.as_str()), event.time.as_deref(), event.place.as_deref()];
    let line: Vec<&str> = line.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    let summary = event.summary.as_ref().map(|summary| said(el("p").class("note"), data, summary));
    dated(data, CALENDAR, &event.title, event.url.as_ref(), &line.join(", "), lang)
        .maybe(summary)
        .maybe((when == When::Upcoming).then(|| for_calendar(data, event, lang)).flatten())
}

/// The event as a file for the visitor's calendar, made here on a press.
fn for_calendar(data: &Data, event: &Event, lang: UiLang) -> Option<El> {
    let pages = lang.pages();
    let title = data.text(&event.title).to_owned();
    let file = ics(event, &title, event.summary.as_ref().map(|text| data.text(text)), browser::unix_seconds())?;
    let name = fill(pages.ics_of, &[("title", &title)]);
    let save = button("button", Some(CALENDAR), pages.ics).attr("aria-label", &name);
    Some(save.on_click(move || browser::save(&file, "text/calendar;charset=utf-8", "event.ics")))
}

fn document(data: &Data, document: &Document, lang: UiLang) -> El {
    let texts = lang.programmes();
    let kind = document.kind.as_deref().and_then(|kind| match kind {
        "plan" => Some(texts.doc_plan),
        "report" => Some(texts.doc_report),
        "decision" => Some(texts.doc_decision),
        "guide" => Some(texts.doc_guide),
        "regulation" => Some(texts.doc_regulation),
        "methodology" => Some(texts.doc_methodology),
        "article" => Some(texts.doc_article),
        "website" => Some(texts.doc_website),
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
