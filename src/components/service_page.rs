//! A service's own page, over the results in their place: not a dialog, so that it can be read, linked and printed like a page.

use std::sync::Arc;

use finder_core::{
    catalogue::{Accessibility, Catalogue, Details, Service, ServiceArea, ServiceId, ServiceIx},
    query::Target,
    strings::{Strings, fill},
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    bits::{button, fact, fact_or_unknown, heading, link, list, notice, open_link, para, said, section, words, yes_no},
    card::{audiences, badge, kinds, place},
    contact,
    route::{details_state, route},
    share::Share,
};
use crate::{
    browser::{focus_in_place, scroll_to},
    dates,
    icons::{BACK, WARN, icon},
    state::{Data, Finder, PartPhase, finder},
};

/// Similar services shown.
const RELATED: usize = 5;

/// A service's page.
#[component]
pub fn ServicePage(
    /// The service; a link may name one that is gone.
    id: ServiceId,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let Some(data) = finder.data_now() else { return ().into_any() };
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let article = NodeRef::<html::Article>::new();
    focus_on_open(finder, article, format!("[data-id=\"{}\"] .card-link", id.as_str()));
    let Some((_, service)) = data.by_id(&id) else {
        return view! {
            <article class="page" part="detail" node_ref=article>
                {back(finder)}
                {heading(level, "page-title", words(strings.gone))}
            </article>
        }
        .into_any();
    };
    let top = page_top(finder, level, &data, service);
    let rest_id = id.clone();
    // Only what the details bring is drawn again when they arrive; heading and focus stay.
    let rest = move || {
        let data = finder.data.get()?;
        let (ix, service) = data.by_id(&rest_id)?;
        Some(details(finder, level, &data, ix, service))
    };
    let about_id = id.clone();
    let first = move || {
        let data = finder.data.get()?;
        let (_, service) = data.by_id(&about_id)?;
        Some(about(finder, level, &data, service))
    };
    let route_id = id.clone();
    let how = move || {
        let data = finder.data.get()?;
        let (_, service) = data.by_id(&route_id)?;
        Some(route(finder, level + 1, &data, service))
    };
    let contact_id = id.clone();
    let ways = move || {
        let data = finder.data.get()?;
        let (_, service) = data.by_id(&contact_id)?;
        Some(contact::ways(&data, service, strings))
    };
    let name = data.text(&service.name).to_owned();
    view! {
        <article class="page" part="detail" data-id={id.as_str().to_owned()} node_ref=article>
            {back(finder)}
            {top}
            <div class="page-grid">
                <section class="contact" aria-label={strings.contact}>
                    {heading(level + 1, "section-title", words(strings.contact))}
                    {ways}
                    <Share target={Target::Service(id.clone())} title=name />
                </section>
                <div class="page-text">
                    {first}
                    {how}
                    {rest}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// The way back to the results.
pub fn back(finder: Finder) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    button("quiet back", Some(BACK), strings.back.to_owned(), move || finder.close())
}

/// What stands first: kind, name, place, what it is, for whom.
fn page_top(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let unconfirmed = badge(service.status, strings).map(|badge| {
        view! { <div class="unconfirmed">{icon(WARN)}<div>{badge}{para("", words(strings.not_confirmed_note))}</div></div> }
            .into_any()
    });
    let whole = service.part_of.and_then(|ix| data.catalogue.service(ix)).map(|whole| {
        let link = open_link(finder, "", Target::Service(whole.id.clone()), said(data, &whole.name));
        view! { <p class="part-of">{strings.part_of} ": " {link}</p> }.into_any()
    });
    let summary = service.summary.as_ref().map(|summary| para("lead", said(data, summary)));
    view! {
        <header class="page-top">
            {kinds(data, service)}
            {heading(level, "page-title", said(data, &service.name))}
            {whole}
            {unconfirmed}
            {summary}
        </header>
    }
    .into_any()
}

/// What it is, for whom, where.
fn about(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let details = &service.details;
    let notice_line = details.notice.as_ref().map(|text| notice(said(data, text)));
    let description = details.description.as_ref().map(|text| para("", said(data, text)));
    let what: Vec<AnyView> = notice_line.into_iter().chain(description).collect();
    let who: Vec<AnyView> = audiences(finder, data, service)
        .or_else(|| Some(para("unknown", words(strings.not_stated))))
        .into_iter()
        .collect();
    [
        section(level + 1, "section", strings.what, what),
        section(level + 1, "section", strings.for_whom, who),
        section(level + 1, "section", strings.place, place_facts(data, service, strings)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<AnyView>>()
    .into_any()
}

/// Everything below: facts, parts, stories, related services, sources.
fn details(finder: Finder, level: u8, data: &Arc<Data>, ix: ServiceIx, service: &Service) -> AnyView {
    let strings = finder.lang.get_untracked().strings();
    let phase = finder.details.get();
    let facts = match phase {
        PartPhase::Ready => vec![facts(data, service, strings)],
        phase => vec![details_state(finder, phase)],
    };
    let sections: Vec<AnyView> = [
        section(level + 1, "section", strings.facts, facts),
        section(level + 1, "section", strings.parts, parts(finder, data, ix)),
        section(level + 1, "section", strings.related_stories, stories(finder, data, service)),
        section(level + 1, "section", strings.related, related(finder, data, ix, service)),
        (phase == PartPhase::Ready)
            .then(|| section(level + 1, "section sources", strings.sources, sources(data, service, strings, finder)))
            .flatten(),
    ]
    .into_iter()
    .flatten()
    .collect();
    sections.into_any()
}

/// Where it is, and who runs it.
fn place_facts(data: &Arc<Data>, service: &Service, strings: &'static Strings) -> Vec<AnyView> {
    let mut body: Vec<AnyView> = place(data, service, strings).into_iter().collect();
    if service.location.withheld {
        body.push(notice(words(strings.address_withheld)));
    }
    let mut rows: Vec<AnyView> = Vec::new();
    if let Some(address) = &service.location.address {
        let postal = service.location.postal_code.as_deref().map(|code| format!(", {code}")).unwrap_or_default();
        rows.push(fact(strings.address, words(format!("{address}{postal}"))));
    }
    if let Some(former) = &service.former_municipality {
        rows.push(fact(strings.municipality, words(fill(strings.formerly, &[("name", former)]))));
    }
    if let Some(organisation) = &service.organisation {
        rows.push(fact(strings.organisation, said(data, organisation)));
    }
    for point in &service.details.reception_points {
        let mut text = data.text(&point.name).to_owned();
        for more in [point.place.as_deref(), point.address.as_deref()].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(more);
        }
        let call = point.phone.as_ref().map(|phone| contact::call(phone, "inline-call", strings));
        rows.push(fact(strings.reception_points, view! { {text} " " {call} }.into_any()));
    }
    if !rows.is_empty() {
        body.push(view! { <dl class="facts">{rows}</dl> }.into_any());
    }
    body
}

/// What people ask first; what is not known is said.
fn facts(data: &Arc<Data>, service: &Service, strings: &'static Strings) -> AnyView {
    let details = &service.details;
    let text = |text: &Option<finder_core::catalogue::Text>| text.as_ref().map(|text| said(data, text));
    let mut rows = vec![
        fact_or_unknown(strings.hours, text(&details.hours), strings),
        fact_or_unknown(strings.cost, text(&details.cost), strings),
        fact_or_unknown(strings.eligibility, text(&details.eligibility), strings),
        fact_or_unknown(strings.ages, ages(details, strings).map(words), strings),
        fact_or_unknown(strings.capacity, text(&details.capacity), strings),
        fact(strings.accessibility, accessibility(data, &details.accessibility, strings)),
    ];
    if !details.spoken.is_empty() {
        rows.push(fact(strings.spoken, words(details.spoken.join(", "))));
    }
    let since = details.since.map(|year| para("", words(fill(strings.since, &[("year", &year.to_string())]))));
    view! {
        <dl class="facts">{rows}</dl>
        {since}
        {para("hint", words(strings.ask_by_phone))}
    }
    .into_any()
}

fn ages(details: &Details, strings: &Strings) -> Option<String> {
    match (details.min_age, details.max_age) {
        (None, None) => None,
        (Some(min), None) => Some(fill(strings.age_from, &[("min", &min.to_string())])),
        (None, Some(max)) => Some(fill(strings.age_to, &[("max", &max.to_string())])),
        (Some(min), Some(max)) => {
            Some(fill(strings.age_range, &[("min", &min.to_string()), ("max", &max.to_string())]))
        }
    }
}

fn accessibility(data: &Arc<Data>, known: &Accessibility, strings: &'static Strings) -> AnyView {
    let rows = [
        (strings.step_free, known.step_free),
        (strings.lift, known.lift),
        (strings.toilet, known.toilet),
        (strings.parking, known.parking),
    ]
    .into_iter()
    .map(|(name, fact)| {
        let answer = yes_no(fact, strings);
        let class = if answer.is_some() { "" } else { "unknown" };
        view! { <span>{name} ": " <span class=class>{answer.unwrap_or(strings.not_stated)}</span></span> }.into_any()
    });
    let note = known.note.as_ref().map(|note| para("", said(data, note)));
    view! { {list("access", rows.collect())} {note} }.into_any()
}

fn parts(finder: Finder, data: &Arc<Data>, ix: ServiceIx) -> Vec<AnyView> {
    let parts: Vec<AnyView> = data
        .catalogue
        .services
        .iter()
        .filter(|part| part.part_of == Some(ix))
        .map(|part| open_link(finder, "", Target::Service(part.id.clone()), said(data, &part.name)))
        .collect();
    if parts.is_empty() { Vec::new() } else { vec![list("links", parts)] }
}

fn stories(finder: Finder, data: &Arc<Data>, service: &Service) -> Vec<AnyView> {
    let stories: Vec<AnyView> = service
        .stories
        .iter()
        .filter_map(|ix| data.catalogue.story(*ix))
        .map(|story| open_link(finder, "", Target::Story(story.id.clone()), said(data, &story.title)))
        .collect();
    if stories.is_empty() { Vec::new() } else { vec![list("links", stories)] }
}

fn related(finder: Finder, data: &Arc<Data>, ix: ServiceIx, service: &Service) -> Vec<AnyView> {
    let links = related_links(finder, data, nearby(&data.catalogue, ix, service).into_iter());
    if links.is_empty() { Vec::new() } else { vec![list("links", links)] }
}

/// Services as links, each with its place.
pub fn related_links<'a>(
    finder: Finder,
    data: &Arc<Data>,
    services: impl Iterator<Item = &'a Service>,
) -> Vec<AnyView> {
    let strings = finder.lang.get_untracked().strings();
    services
        .map(|other| {
            let place = place(data, other, strings);
            let link = open_link(finder, "", Target::Service(other.id.clone()), said(data, &other.name));
            view! { {link} {place} }.into_any()
        })
        .collect()
}

/// Services of a kind with this one, in its municipality first, then in the neighbouring ones.
fn nearby<'a>(catalogue: &'a Catalogue, ix: ServiceIx, service: &Service) -> Vec<&'a Service> {
    let ServiceArea::Municipality(home) = service.area else { return Vec::new() };
    let neighbours = catalogue.municipality(home).map(|place| place.neighbours.as_slice()).unwrap_or_default();
    let mut found: Vec<(bool, &Service)> = catalogue
        .services
        .iter()
        .filter(|other| other.id != service.id && other.part_of != Some(ix) && !catalogue.is_way_in(other))
        .filter(|other| other.types.iter().any(|kind| service.types.contains(kind)))
        .filter_map(|other| match other.area {
            ServiceArea::Municipality(at) if at == home => Some((false, other)),
            ServiceArea::Municipality(at) if neighbours.contains(&at) => Some((true, other)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(is_further, _)| *is_further);
    found.into_iter().take(RELATED).map(|(_, other)| other).collect()
}

fn sources(data: &Arc<Data>, service: &Service, strings: &'static Strings, finder: Finder) -> Vec<AnyView> {
    let lang = finder.lang.get_untracked();
    let details = &service.details;
    let dated = match details.source_date {
        Some(date) => fill(strings.source_dated, &[("date", &dates::partial(date, lang))]),
        None => strings.source_undated.to_owned(),
    };
    let mut body = vec![para("dated", words(dated))];
    if let Some(date) = details.verified_on {
        body.push(para("", words(fill(strings.verified, &[("date", &dates::date(date, lang))]))));
    }
    let links: Vec<AnyView> =
        details.sources.iter().map(|url| link("", None, url.as_str().to_owned(), words(url.host()), strings)).collect();
    if !links.is_empty() {
        body.push(list("source-links", links));
    }
    if details.sources_shortened {
        body.push(para("hint", words(strings.sources_shortened)));
    }
    if let Some(email) = &data.catalogue.publisher.email {
        let subject = fill(strings.report_subject, &[("name", data.text(&service.name)), ("id", service.id.as_str())]);
        let href = format!("mailto:{email}?subject={}", String::from(js_sys::encode_uri_component(&subject)));
        body.push(link("quiet", None, href, words(strings.report), strings));
    }
    body
}

/// Focus goes to the page's heading when it opens, and back to where it came from when it closes.
pub fn focus_on_open(finder: Finder, article: NodeRef<html::Article>, from: String) {
    Effect::new(move |_| {
        let Some(article) = article.get() else { return };
        let Ok(Some(title)) = article.query_selector(".page-title") else { return };
        if let Ok(title) = title.dyn_into::<web_sys::HtmlElement>() {
            title.set_tab_index(-1);
            focus_in_place(&title);
        }
        // The page may be shorter than the list was: show its beginning.
        article.scroll_into_view();
    });
    on_cleanup(move || {
        // A language change or another record draws anew: that is not a closing.
        set_timeout(
            move || {
                if finder.query_now().open.is_some() {
                    return;
                }
                let Some(root) = finder.with_host(|host| host.root.clone()) else { return };
                if let Some(y) = finder.take_scroll() {
                    scroll_to(y);
                }
                let found = root.query_selector(&from).ok().flatten();
                if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
                    focus_in_place(&found);
                }
            },
            std::time::Duration::ZERO,
        );
    });
}
