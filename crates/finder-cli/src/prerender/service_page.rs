//! A service's own static page: the same next-step card as in the finder, without what only a browser knows.

use finder_core::{
    catalogue::{CostKind, Details, Form, Service, ServiceArea, ServiceIx},
    hours::{WEEK, is_round_the_clock, usual},
    strings::fill,
};

use super::{
    Page,
    frame::{self, Head, Sheet},
    html::Html,
    json_ld,
    service::{audiences, contact, residence, row, trust, what},
    words::language_name,
};

/// The page.
pub(super) fn service_page(page: &Page<'_>, ix: ServiceIx, service: &Service) -> String {
    let pages = page.ui.pages();
    let mut whole = Html::default();
    let html = &mut whole;
    let title = format!("{} – {}", service.name.best(page.lang).text, page.catalogue.title.best(page.lang).text);
    let description = service.summary.as_ref().map(|text| text.best(page.lang).text);
    let file = page.service_file(service);
    Head { title: &title, description, file: &file, sheet: Sheet::Above }.begin(page, html);
    frame::ways(page, html, &format!("service:{}", service.id.as_str()));
    html.raw("<main>\n<article id=\"")
        .text(service.id.as_str())
        .raw("\">\n<h1>")
        .say(page, &service.name)
        .raw("</h1>\n");
    what(page, html, service);
    place(page, html, service);
    section(html, pages.contact, |html| {
        html.raw("<dl class=\"ways\">\n");
        contact(page, html, service);
        html.raw("</dl>\n");
    });
    if service.details.description.is_none() {
        let kinds = service.types.iter().filter_map(|ix| page.catalogue.type_term(*ix));
        let summaries: Vec<_> = kinds.filter_map(|kind| kind.summary.as_ref()).collect();
        if !summaries.is_empty() {
            section(html, pages.happens, |html| {
                for summary in summaries {
                    html.raw("<p>").say(page, summary).raw("</p>\n");
                }
            });
        }
    }
    section(html, pages.for_whom, |html| for_whom(page, html, service));
    section(html, pages.costs, |html| costs(page, html, &service.details));
    route(page, html, service);
    ask(page, html, service);
    section(html, pages.hours, |html| hours(page, html, &service.details));
    section(html, pages.facts, |html| facts(page, html, service));
    related(page, html, ix, service);
    section(html, pages.sources, |html| trust(page, html, service));
    html.raw("</article>\n</main>\n");
    html.json_ld(&json_ld::of_service(page, service));
    frame::end(page, html);
    whole.done()
}

fn section(html: &mut Html, heading: &str, body: impl FnOnce(&mut Html)) {
    html.raw("<section>\n").element("h2", heading).raw("\n");
    body(html);
    html.raw("</section>\n");
}

fn place(page: &Page<'_>, html: &mut Html, service: &Service) {
    let strings = page.ui.strings();
    let pages = page.ui.pages();
    let municipality = match service.area {
        ServiceArea::Municipality(ix) => page.catalogue.municipality(ix).map(|place| place.name.best(page.lang).text),
        ServiceArea::Nationwide => Some(strings.nationwide),
        ServiceArea::NotStated => None,
    };
    let location = &service.location;
    let parts = [location.address.as_deref(), service.place.as_deref(), municipality, location.postal_code.as_deref()];
    let mut parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.dedup();
    if !parts.is_empty() {
        html.element("p", &parts.join(", ")).raw("\n");
    }
    if location.withheld {
        html.raw("<p class=\"unsure\">").text(pages.address_withheld).raw("</p>\n");
    }
}

fn for_whom(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    let details = &service.details;
    html.raw("<dl>\n");
    audiences(page, html, service);
    if let Some(text) = &details.eligibility {
        row(html, pages.eligibility, |html| _ = html.say(page, text));
    }
    if let Some(ages) = page.ui.ages(details.min_age, details.max_age) {
        row(html, pages.ages, |html| _ = html.text(&ages));
    }
    residence(page, html, service);
    html.raw("</dl>\n");
}

fn costs(page: &Page<'_>, html: &mut Html, details: &Details) {
    let pages = page.ui.pages();
    match details.cost_kind {
        CostKind::Free => _ = html.element("p", pages.cost_free).raw("\n"),
        CostKind::Paid => _ = html.element("p", pages.cost_paid).raw("\n"),
        CostKind::Depends => _ = html.element("p", pages.cost_depends).raw("\n"),
        CostKind::NotStated if details.cost.is_none() => _ = html.element("p", pages.cost_unknown).raw("\n"),
        CostKind::NotStated => {}
    }
    if let Some(text) = &details.cost {
        html.raw("<p>").say(page, text).raw("</p>\n");
    }
}

fn route(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, catalogue) = (page.ui.pages(), page.catalogue);
    if catalogue.is_way_in(service) {
        return;
    }
    section(html, pages.how_to_get, |html| {
        if let Some(how) = &service.details.how_to_apply {
            html.element("h3", pages.apply_here).raw("\n<p>").say(page, how).raw("</p>\n");
        }
        match catalogue.routes.iter().find(|route| service.types.contains(&route.kind)) {
            Some(route) => {
                html.element("p", pages.route_intro).raw("\n<ol>\n");
                html.entries(page, &route.steps).raw("</ol>\n");
                let own = &service.details.documents;
                let documents = if own.is_empty() { &route.documents } else { own };
                if !documents.is_empty() {
                    html.element("h3", pages.route_documents).raw("\n<ul>\n");
                    html.entries(page, documents).raw("</ul>\n");
                }
                for (label, text) in [(pages.route_pays, &route.who_pays), (pages.route_not_known, &route.not_known)] {
                    if let Some(text) = text {
                        html.element("h3", label).raw("\n<p>").say(page, text).raw("</p>\n");
                    }
                }
            }
            None => _ = html.element("p", pages.route_unknown).raw("\n"),
        }
        office(page, html, service);
    });
}

/// Where to apply: the municipality's social service office.
fn office(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, catalogue) = (page.ui.pages(), page.catalogue);
    let ServiceArea::Municipality(ix) = service.area else {
        if service.area == ServiceArea::NotStated {
            html.element("p", pages.office_any).raw("\n");
        }
        return;
    };
    let offices = catalogue.offices(ix);
    let office = offices.into_iter().find_map(|ix| catalogue.service(ix));
    let (Some(office), Some(place)) = (office, catalogue.municipality(ix)) else { return };
    let title = fill(pages.office, &[("municipality", place.name.best(page.lang).text)]);
    html.element("h3", &title).raw("\n<p class=\"ways\"><a href=\"../").text(&page.service_file(office)).raw("\">");
    html.say(page, &office.name).raw("</a>");
    let contact = &office.contact;
    for phone in contact.phone.iter() {
        html.raw(": ").phone(phone);
    }
    for email in contact.email.iter() {
        html.raw(", <a href=\"mailto:").text(email).raw("\">").text(email).raw("</a>");
    }
    if contact.phone.is_none() {
        for point in &office.details.reception_points {
            if let Some(phone) = &point.phone {
                html.raw(", ").say(page, &point.name).raw(": ").phone(phone);
            }
        }
    }
    for site in contact.website.iter() {
        html.raw(", ").site(site);
    }
    html.raw("</p>\n");
}

fn ask(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    let kinds: Vec<_> = service.types.iter().filter_map(|ix| page.catalogue.type_term(*ix)).collect();
    section(html, pages.ask, |html| {
        html.raw("<ul>\n").entries(page, kinds.iter().flat_map(|kind| &kind.ask));
        html.element("li", pages.ask_places).raw("\n");
        if service.details.cost.is_none() && service.details.cost_kind != CostKind::Free {
            html.element("li", pages.ask_cost).raw("\n");
        }
        html.raw("</ul>\n");
    });
}

fn hours(page: &Page<'_>, html: &mut Html, details: &Details) {
    let pages = page.ui.pages();
    if let Some(text) = &details.hours {
        html.raw("<p>").say(page, text).raw("</p>\n");
    }
    if details.weekly.is_empty() {
        if details.hours.is_none() {
            html.element("p", pages.not_stated).raw("\n");
        }
        return;
    }
    html.raw("<table>\n<caption>").text(pages.hours_week).raw("</caption>\n<tbody>\n");
    for (day, (name, _)) in WEEK.iter().zip(pages.days()) {
        html.raw("<tr><th scope=\"row\">").text(name).raw("</th><td>");
        html.text(&stretches(page, &usual(details, *day))).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
    html.element("p", if is_round_the_clock(details) { pages.hours_note_always } else { pages.hours_note }).raw("\n");
    // A page is read long after it was written: only what the catalogue's date has not passed.
    let since = page.catalogue.updated;
    let soon: Vec<_> = details.exceptions.iter().filter(|day| since.is_none_or(|since| day.date >= since)).collect();
    if !soon.is_empty() {
        html.element("h3", pages.hours_differ).raw("\n<ul>\n");
        for day in soon {
            let open: Vec<(u16, u16)> = day.open.into_iter().collect();
            html.raw("<li>").text(&page.date(day.date.into())).raw(": ").text(&stretches(page, &open)).raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
}

fn stretches(page: &Page<'_>, hours: &[(u16, u16)]) -> String {
    let pages = page.ui.pages();
    if hours.is_empty() {
        return pages.closed.to_lowercase();
    }
    if hours.iter().any(|(from, to)| *from == 0 && matches!(to, 0 | 1440)) {
        return pages.form_night.to_owned();
    }
    let clock = |minute: &u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    hours.iter().map(|(from, to)| format!("{}–{}", clock(from), clock(to))).collect::<Vec<_>>().join(", ")
}

fn facts(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    let (details, access) = (&service.details, &service.details.accessibility);
    html.raw("<dl>\n");
    row(html, pages.accessibility, |html| {
        html.raw("<ul>\n");
        for (label, fact) in [
            (pages.step_free, access.step_free),
            (pages.lift, access.lift),
            (pages.toilet, access.toilet),
            (pages.parking, access.parking),
            (pages.hearing, access.hearing),
            (pages.quiet, access.quiet),
            (pages.easy_language, access.easy_language),
        ] {
            html.raw("<li>").text(label).raw(": ").text(page.answer(fact)).raw("</li>\n");
        }
        html.raw("</ul>\n");
        if let Some(note) = &access.note {
            html.raw("<p>").say(page, note).raw("</p>\n");
        }
    });
    row(html, pages.spoken, |html| {
        let names: Vec<String> = details.spoken.iter().map(|tag| language_name(tag, page.ui)).collect();
        html.text(if names.is_empty() { pages.not_stated } else { "" }).text(&names.join(", "));
    });
    row(html, pages.capacity, |html| match &details.capacity {
        Some(text) => _ = html.say(page, text),
        None => _ = html.text(pages.not_stated),
    });
    if let Some(organisation) = &service.organisation {
        row(html, pages.organisation, |html| _ = html.say(page, organisation));
    }
    if let Some(transport) = &details.transport {
        row(html, pages.transport, |html| _ = html.say(page, transport));
    }
    if !details.form.is_empty() {
        row(html, pages.form, |html| {
            let names = details.form.iter().map(|form| match form {
                Form::Day => pages.form_day,
                Form::RoundTheClock => pages.form_night,
                Form::AtHome => pages.form_home,
                Form::Online => pages.form_online,
            });
            html.text(&names.collect::<Vec<_>>().join(", "));
        });
    }
    html.raw("</dl>\n");
}

/// Parts, stories, and the whole it is a part of.
fn related(page: &Page<'_>, html: &mut Html, ix: ServiceIx, service: &Service) {
    let (pages, catalogue) = (page.ui.pages(), page.catalogue);
    let links = |html: &mut Html, heading: &str, links: Vec<(String, &finder_core::catalogue::Text)>| {
        if links.is_empty() {
            return;
        }
        section(html, heading, |html| {
            html.raw("<ul>\n");
            for (file, name) in links {
                html.raw("<li><a href=\"../").text(&file).raw("\">").say(page, name).raw("</a></li>\n");
            }
            html.raw("</ul>\n");
        });
    };
    let of_service = |service: &'_ Service| page.service_file(service);
    let whole = service.part_of.and_then(|ix| catalogue.service(ix));
    links(html, pages.part_of, whole.into_iter().map(|whole| (of_service(whole), &whole.name)).collect());
    let parts = catalogue.services.iter().filter(|part| part.part_of == Some(ix));
    links(html, pages.parts, parts.map(|part| (of_service(part), &part.name)).collect());
    let stories = service.stories.iter().filter_map(|ix| catalogue.story(*ix));
    links(html, pages.related_stories, stories.map(|story| (page.story_file(story), &story.title)).collect());
    let of_kind = catalogue.stories_of_kinds(service, 5).into_iter();
    links(html, pages.kind_stories, of_kind.map(|story| (page.story_file(story), &story.title)).collect());
}
