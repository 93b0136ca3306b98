//! A service's own page, over the results in their place: not a dialog, so that it can be read, linked and printed like a page.

use std::sync::Arc;

use finder_core::{
    catalogue::{Accessibility, Details, PartKind, Service, ServiceId, Text},
    query::Target,
    strings::{Strings, fill},
};
use leptos::prelude::*;

use super::{
    bits::{
        button, fact, fact_or_unknown, heading, icon, link, list, listed, notice, open_link, para, said, section, span,
        yes_no,
    },
    card::{audiences, badge, kinds, place},
    contact,
    route::{part_state, route},
    share::share,
};
use crate::{
    browser, dates,
    dom::{El, el, text_el},
    icons::{BACK, WARN},
    state::{Data, Finder, PartPhase},
};

/// A service's page; a link may name one that is gone.
pub fn service_page(finder: Finder, id: &ServiceId) -> El {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let page = page(finder, id.as_str());
    let found = finder.data_now().and_then(|data| Some((data.by_id(id)?, data)));
    let Some((ix, data)) = found else {
        return page.child(heading(level, "page-title").text(strings.gone));
    };
    let Some(service) = data.catalogue.service(ix) else { return page };
    // Only what the details bring is drawn again when they arrive; heading and focus stay.
    let part = |make: fn(Finder, u8, &Arc<Data>, &Service) -> Vec<El>| {
        let id = id.clone();
        move || {
            let Some(data) = finder.data.get() else { return Vec::new() };
            let found = data.by_id(&id).and_then(|ix| data.catalogue.service(ix));
            found.map(|service| make(finder, level + 1, &data, service)).unwrap_or_default()
        }
    };
    let contact = el("section")
        .class("contact")
        .attr("aria-label", strings.contact)
        .child(heading(level + 1, "section-title").text(strings.contact))
        .slot(part(|finder, _, data, service| contact::ways(data, service, finder.lang.get_untracked().strings())))
        .maybe(share(finder, &Target::Service(id.clone()), data.text(&service.name)));
    let text = el("div")
        .class("page-text")
        .slot(part(about))
        .slot(part(|finder, level, data, service| route(finder, level, data, service).into_iter().collect()))
        .slot(part(details));
    page.child(page_top(finder, level, &data, service)).child(el("div").class("page-grid").child(contact).child(text))
}

/// A record's page with the way back, and the focus taken there and back.
pub fn page(finder: Finder, id: &str) -> El {
    let strings = finder.lang.get_untracked().strings();
    let back = button("quiet back", Some(BACK), strings.back).on_click(move || finder.close());
    let page = el("article").class("page").attr("part", "detail").attr("data-id", id).child(back);
    focus_on_open(finder, page.clone(), format!("[data-id=\"{id}\"] .card-link"));
    page
}

/// Focus goes to the page's heading when it opens, and back to where it came from when it closes.
fn focus_on_open(finder: Finder, page: El, from: String) {
    browser::later(move || {
        if let Some(title) = page.find(".page-title") {
            title.set_tab_index(-1);
            browser::focus_in_place(&title);
        }
        // The page may be shorter than the list was: show its beginning.
        page.node().scroll_into_view();
    });
    on_cleanup(move || {
        browser::later(move || {
            // A language change or another record draws anew: that is not a closing.
            if finder.query_now().open.is_some() {
                return;
            }
            let Some(root) = finder.with_host(|host| host.root.clone()) else { return };
            if let Some(y) = finder.take_scroll() {
                browser::scroll_to(y);
            }
            if let Some(found) = El::of(root.into()).find(&from) {
                browser::focus_in_place(&found);
            }
        });
    });
}

/// What stands first: kind, name, what it is, whether it is known to work.
fn page_top(finder: Finder, level: u8, data: &Data, service: &Service) -> El {
    let strings = finder.lang.get_untracked().strings();
    let unconfirmed = badge(service.status, strings).map(|badge| {
        let text = el("div").child(badge).child(para("", strings.not_confirmed_note));
        el("div").class("unconfirmed").child(icon(WARN)).child(text)
    });
    let whole = service.part_of.and_then(|ix| data.catalogue.service(ix)).map(|whole| {
        let link = said(open_link(finder, "", Target::Service(whole.id.clone())), data, &whole.name);
        para("part-of", strings.part_of).text(": ").child(link)
    });
    let summary = service.summary.as_ref().map(|summary| said(el("p").class("lead"), data, summary));
    el("header")
        .class("page-top")
        .child(kinds(data, service))
        .child(said(heading(level, "page-title"), data, &service.name))
        .maybe(whole)
        .maybe(unconfirmed)
        .maybe(summary)
}

/// What it is, for whom, where.
fn about(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let strings = finder.lang.get_untracked().strings();
    let details = &service.details;
    let notice = details.notice.as_ref().map(|text| notice(said(el("span"), data, text)));
    let description = details.description.as_ref().map(|text| said(el("p"), data, text));
    let what = notice.into_iter().chain(description).collect();
    let who = audiences(data, service).unwrap_or_else(|| para("unknown", strings.not_stated));
    let sections = [
        section(level, "section", strings.what, what),
        section(level, "section", strings.for_whom, vec![who]),
        section(level, "section", strings.place, place_facts(data, service, strings)),
    ];
    sections.into_iter().flatten().collect()
}

/// Everything below: facts, parts, stories, related services, sources.
fn details(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let strings = finder.lang.get_untracked().strings();
    let phase = finder.details.get();
    let known = phase == PartPhase::Ready;
    let facts = match part_state(finder, phase, PartKind::Details) {
        Some(waiting) => vec![waiting],
        None => facts(data, service, strings),
    };
    let Some(ix) = data.by_id(&service.id) else { return Vec::new() };
    let parts = data.catalogue.services.iter().filter(|part| part.part_of == Some(ix));
    let parts = parts.map(|part| said(open_link(finder, "", Target::Service(part.id.clone())), data, &part.name));
    let stories = service.stories.iter().filter_map(|ix| data.catalogue.story(*ix));
    let stories = stories.map(|story| said(open_link(finder, "", Target::Story(story.id.clone())), data, &story.title));
    let nearby = data.catalogue.similar_nearby(ix, RELATED);
    let nearby = service_links(finder, data, nearby.into_iter().filter_map(|ix| data.catalogue.service(ix)));
    let sources = if known { sources(finder, data, service) } else { Vec::new() };
    let sections = [
        section(level, "section", strings.facts, facts),
        section(level, "section", strings.parts, listed("links", parts.collect())),
        section(level, "section", strings.related_stories, listed("links", stories.collect())),
        section(level, "section", strings.related, listed("links", nearby)),
        section(level, "section sources", strings.sources, sources),
    ];
    sections.into_iter().flatten().collect()
}

/// Similar services shown.
const RELATED: usize = 5;

/// Where it is, and who runs it.
fn place_facts(data: &Data, service: &Service, strings: &'static Strings) -> Vec<El> {
    let mut body: Vec<El> = place(data, service, strings).into_iter().collect();
    if service.location.withheld {
        body.push(notice(span(strings.address_withheld)));
    }
    let mut rows = Vec::new();
    if let Some(address) = &service.location.address {
        let postal = service.location.postal_code.as_deref().map(|code| format!(", {code}")).unwrap_or_default();
        rows.push(fact(strings.address, text_el("dd", "", address).text(&postal)));
    }
    if let Some(former) = &service.former_municipality {
        let text = fill(strings.formerly, &[("name", former)]);
        rows.push(fact(strings.municipality, text_el("dd", "", &text)));
    }
    if let Some(organisation) = &service.organisation {
        rows.push(fact(strings.organisation, said(el("dd"), data, organisation)));
    }
    for point in &service.details.reception_points {
        let mut text = data.text(&point.name).to_owned();
        for more in [point.place.as_deref(), point.address.as_deref()].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(more);
        }
        let call = point.phone.as_ref().map(|phone| contact::call(phone, "inline-call", strings));
        rows.push(fact(strings.reception_points, text_el("dd", "", &text).text(" ").maybe(call)));
    }
    if !rows.is_empty() {
        body.push(el("dl").class("facts").children(rows));
    }
    body
}

/// What people ask first; what is not known is said.
fn facts(data: &Data, service: &Service, strings: &'static Strings) -> Vec<El> {
    let details = &service.details;
    let row = |name: &str, text: &Option<Text>| {
        fact_or_unknown(name, text.as_ref().map(|text| said(el("dd"), data, text)), strings)
    };
    let mut rows = vec![
        row(strings.hours, &details.hours),
        row(strings.cost, &details.cost),
        row(strings.eligibility, &details.eligibility),
        fact_or_unknown(strings.ages, ages(details, strings).map(|text| text_el("dd", "", &text)), strings),
        row(strings.capacity, &details.capacity),
        fact(strings.accessibility, accessibility(data, &details.accessibility, strings)),
    ];
    if !details.spoken.is_empty() {
        rows.push(fact(strings.spoken, text_el("dd", "", &details.spoken.join(", "))));
    }
    let since = details.since.map(|year| para("", &fill(strings.since, &[("year", &year.to_string())])));
    let mut body = vec![el("dl").class("facts").children(rows)];
    body.extend(since);
    body.push(para("hint", strings.ask_by_phone));
    body
}

fn ages(details: &Details, strings: &Strings) -> Option<String> {
    let (min, max) = (details.min_age.map(|age| age.to_string()), details.max_age.map(|age| age.to_string()));
    Some(match (min, max) {
        (None, None) => return None,
        (Some(min), None) => fill(strings.age_from, &[("min", &min)]),
        (None, Some(max)) => fill(strings.age_to, &[("max", &max)]),
        (Some(min), Some(max)) => fill(strings.age_range, &[("min", &min), ("max", &max)]),
    })
}

fn accessibility(data: &Data, known: &Accessibility, strings: &'static Strings) -> El {
    let rows = [
        (strings.step_free, known.step_free),
        (strings.lift, known.lift),
        (strings.toilet, known.toilet),
        (strings.parking, known.parking),
    ];
    let rows = rows.into_iter().map(|(name, fact)| {
        let answer = yes_no(fact, strings);
        let class = if answer.is_some() { "" } else { "unknown" };
        span(name).text(": ").child(text_el("span", class, answer.unwrap_or(strings.not_stated)))
    });
    let note = known.note.as_ref().map(|note| said(el("p"), data, note));
    el("dd").maybe(list("access", rows.collect())).maybe(note)
}

/// Services as links, each with its place.
pub fn service_links<'a>(finder: Finder, data: &Data, services: impl Iterator<Item = &'a Service>) -> Vec<El> {
    let strings = finder.lang.get_untracked().strings();
    services
        .map(|other| {
            let link = said(open_link(finder, "", Target::Service(other.id.clone())), data, &other.name);
            el("div").child(link).maybe(place(data, other, strings))
        })
        .collect()
}

fn sources(finder: Finder, data: &Data, service: &Service) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let details = &service.details;
    let dated = match details.source_date {
        Some(date) => fill(strings.source_dated, &[("date", &dates::partial(date, lang))]),
        None => strings.source_undated.to_owned(),
    };
    let mut body = vec![para("dated", &dated)];
    if let Some(date) = details.verified_on {
        body.push(para("", &fill(strings.verified, &[("date", &dates::date(date, lang))])));
    }
    let links = details.sources.iter().map(|url| link("", None, url.as_str(), span(url.host()), strings));
    body.extend(list("source-links", links.collect()));
    if details.sources_shortened {
        body.push(para("hint", strings.sources_shortened));
    }
    if let Some(email) = &data.catalogue.publisher.email {
        let subject = fill(strings.report_subject, &[("name", data.text(&service.name)), ("id", service.id.as_str())]);
        let href = format!("mailto:{email}?subject={}", String::from(js_sys::encode_uri_component(&subject)));
        body.push(link("quiet", None, &href, span(strings.report), strings));
    }
    body
}
