//! One service on the static page: what, for whom, where, whom to call, how to get it, where the facts come from.

use finder_core::{
    catalogue::{Confidence, Fact, Residence, Service, ServiceIx, Status},
    strings::fill,
};

use super::{
    Page,
    html::{Html, letter},
};

/// Parts of parts are followed this far: a catalogue may nest them as it likes, the program's stack is finite.
const DEEPEST: usize = 64;

/// The service at `ix` and, within it, its parts.
pub(super) fn article(page: &Page<'_>, html: &mut Html, ix: ServiceIx, level: usize) {
    let Some(service) = page.catalogue.service(ix) else { return };
    html.raw("<article id=\"").text(service.id.as_str()).raw("\">\n");
    let heading = ["h2", "h3", "h4", "h5"].get(level.saturating_sub(2)).copied().unwrap_or("h6");
    html.open(heading);
    if page.site {
        html.raw("<a href=\"").text(&page.service_file(service)).raw("\">").say(page, &service.name).raw("</a>");
    } else {
        html.say(page, &service.name);
    }
    html.close(heading).raw("\n");
    what(page, html, service);
    html.raw("<dl>\n");
    people_and_place(page, html, service);
    contact(page, html, service);
    facts(page, html, service);
    how(page, html, service);
    html.raw("</dl>\n");
    trust(page, html, service);
    if level < DEEPEST {
        for (position, part) in page.catalogue.services.iter().enumerate() {
            if part.part_of == Some(ix) {
                article(page, html, ServiceIx::new(position), level + 1);
            }
        }
    }
    html.raw("</article>\n");
}

pub(super) fn what(page: &Page<'_>, html: &mut Html, service: &Service) {
    let strings = page.ui.strings();
    let pages = page.ui.pages();
    let kinds = service.types.iter().filter_map(|ix| page.catalogue.type_term(*ix));
    html.raw("<p class=\"kind\">").say_all(page, kinds.map(|kind| &kind.name)).raw("</p>\n");
    match service.status {
        Status::Operating => {}
        Status::Planned => {
            html.raw("<p class=\"unsure\">").text(strings.planned).raw("</p>\n");
        }
        Status::NotStated => {
            html.raw("<p class=\"unsure\">").text(strings.not_confirmed).raw(". ");
            html.text(pages.not_confirmed_note).raw("</p>\n");
        }
    }
    // What is over when the page is written is not news.
    let details = &service.details;
    let is_over = details.notice_to.zip(page.catalogue.updated).is_some_and(|(last, today)| last < today);
    let notice = details.notice.as_ref().filter(|_| !is_over);
    for text in [service.summary.as_ref(), details.description.as_ref(), notice].into_iter().flatten() {
        html.raw("<p>").say(page, text).raw("</p>\n");
    }
}

/// A term and what it is, already in the page.
pub(super) fn row(html: &mut Html, label: &str, value: impl FnOnce(&mut Html)) {
    html.element("dt", label).raw("<dd>");
    value(html);
    html.raw("</dd>\n");
}

fn people_and_place(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    audiences(page, html, service);
    let location = &service.location;
    let parts: Vec<&str> = [&location.address, &service.place, &location.postal_code]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    if location.withheld {
        row(html, pages.address, |html| {
            html.text(pages.address_withheld);
        });
    } else if !parts.is_empty() {
        row(html, pages.place, |html| {
            html.text(&parts.join(", "));
            if let Some(former) = &service.former_municipality {
                html.raw(" (").text(&fill(pages.formerly, &[("name", former)])).raw(")");
            }
        });
    }
    if let Some(transport) = &service.details.transport {
        row(html, pages.directions, |html| {
            html.say(page, transport);
        });
    }
}

/// For whom it is.
pub(super) fn audiences(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    row(html, pages.for_whom, |html| {
        let audiences = service.audiences.iter().filter_map(|ix| page.catalogue.audience(*ix));
        html.say_all(page, audiences.map(|audience| &audience.name));
        if service.audiences.is_empty() {
            html.text(pages.not_stated);
        }
    });
}

pub(super) fn contact(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (strings, pages, contact) = (page.ui.strings(), page.ui.pages(), &service.contact);
    row(html, pages.contact, |html| {
        if let Some(note) = &contact.phone_note {
            html.say(page, note).raw(": ");
        }
        match &contact.phone {
            Some(phone) => html.phone(phone),
            None => html.text(pages.not_stated),
        };
        for phone in &contact.other_phones {
            html.raw(", ").phone(phone);
        }
        if contact.confidence == Confidence::Low && contact.phone.is_some() {
            html.raw(" (");
            match service.details.source_date {
                Some(date) => html.text(&fill(strings.doubtful_contact_year, &[("year", &date.year.to_string())])),
                None => html.text(strings.doubtful_contact),
            };
            html.raw(")");
        }
        if let Some(email) = &contact.email {
            let subject = fill(page.ui.pages().mail_subject, &[("name", service.name.best(page.lang).text)]);
            html.raw(", <a href=\"").text(&letter(email, &subject)).raw("\">").text(email).raw("</a>");
        }
        if let Some(website) = &contact.website {
            html.raw(", ").site(website);
        }
    });
    for point in &service.details.reception_points {
        row(html, pages.reception_points, |html| {
            html.say(page, &point.name);
            for part in [&point.address, &point.place].into_iter().flatten() {
                html.raw(", ").text(part);
            }
            if let Some(phone) = &point.phone {
                html.raw(", ").phone(phone);
            }
        });
    }
}

fn facts(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, details) = (page.ui.pages(), &service.details);
    let texts = [
        (pages.organisation, &service.organisation),
        (pages.hours, &details.hours),
        (pages.eligibility, &details.eligibility),
        (pages.cost, &details.cost),
        (pages.capacity, &details.capacity),
    ];
    for (label, text) in texts {
        if let Some(text) = text {
            row(html, label, |html| {
                html.say(page, text);
            });
        }
    }
    if let Some(ages) = page.ui.ages(details.min_age, details.max_age) {
        row(html, pages.ages, |html| {
            html.text(&ages);
        });
    }
    residence(page, html, service);
    accessibility(page, html, service);
}

/// Who may use it by declared residence.
pub(super) fn residence(page: &Page<'_>, html: &mut Html, service: &Service) {
    let pages = page.ui.pages();
    match &service.details.residence {
        Residence::NotStated => {}
        Residence::Anyone => row(html, pages.residence, |html| {
            html.text(pages.residence_anyone);
        }),
        Residence::Only(municipalities) => row(html, pages.residence, |html| {
            let names = municipalities.iter().filter_map(|ix| page.catalogue.municipality(*ix));
            let names: Vec<&str> = names.map(|place| place.name.best(page.lang).text).collect();
            html.text(&fill(pages.residence_only, &[("names", &names.join(", "))]));
        }),
    }
}

fn accessibility(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, access) = (page.ui.pages(), &service.details.accessibility);
    let facts = [
        (pages.step_free, access.step_free),
        (pages.lift, access.lift),
        (pages.toilet, access.toilet),
        (pages.parking, access.parking),
    ];
    let known: Vec<String> = facts
        .into_iter()
        .filter(|(_, fact)| *fact != Fact::NotStated)
        .map(|(label, fact)| format!("{label}: {}", page.answer(fact)))
        .collect();
    if known.is_empty() && access.note.is_none() {
        return;
    }
    row(html, pages.accessibility, |html| {
        html.text(&known.join("; "));
        if let Some(note) = &access.note {
            html.raw(if known.is_empty() { "" } else { ". " }).say(page, note);
        }
    });
}

fn how(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, catalogue) = (page.ui.pages(), page.catalogue);
    if let Some(how) = &service.details.how_to_apply {
        row(html, pages.apply_here, |html| {
            html.say(page, how);
        });
    }
    let kinds = service.types.iter().filter(|kind| catalogue.routes.iter().any(|route| route.kind == **kind));
    let kinds: Vec<_> = kinds.filter_map(|kind| catalogue.type_term(*kind)).collect();
    if !kinds.is_empty() && !catalogue.is_way_in(service) {
        row(html, pages.how_to_get, |html| {
            html.text(page.words.see_route).raw(": ");
            for (position, kind) in kinds.iter().enumerate() {
                html.raw(if position > 0 { ", " } else { "" }).raw("<a href=\"#route-").text(kind.id.as_str());
                html.raw("\">").say(page, &kind.name).raw("</a>");
            }
        });
    }
}

/// Where the facts come from, how old they are, and to call first.
pub(super) fn trust(page: &Page<'_>, html: &mut Html, service: &Service) {
    let (pages, details) = (page.ui.pages(), &service.details);
    html.raw("<p class=\"sources\">");
    match details.source_date {
        Some(date) => html.text(&fill(pages.source_dated, &[("date", &page.date(date))])),
        None => html.text(pages.source_undated),
    };
    if let Some(date) = details.verified_on {
        html.raw(" ").text(&fill(pages.verified, &[("date", &page.date(date.into()))])).raw(".");
    }
    for (position, source) in details.sources.iter().enumerate() {
        if position == 0 {
            html.raw(" ").text(pages.sources).raw(": ");
        } else {
            html.raw(", ");
        }
        html.site(source);
    }
    if details.sources_shortened {
        html.raw(". ").text(pages.sources_shortened);
    }
    if let Some(email) = &page.catalogue.publisher.email {
        let name = service.name.best(page.lang).text;
        let subject = fill(pages.report_subject, &[("name", name), ("id", service.id.as_str())]);
        html.raw(" <a href=\"").text(&letter(email, &subject)).raw("\">").text(pages.report).raw("</a>");
    }
    html.raw("</p>\n");
}
