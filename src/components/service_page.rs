//! A service's own page, over the results in their place: not a dialog, so that it can be read, linked and printed like a page.

use std::sync::Arc;

use finder_core::{
    catalogue::{Details, PartKind, PartialDate, Service, ServiceId, Story},
    query::Target,
    strings::{UiLang, fill},
};
use leptos::prelude::*;

use super::{
    ask::questions,
    bits::{button, heading, icon, link, list, listed, notice, open_link, para, said, section, span},
    card::{badge, kinds, place},
    contact,
    hours::{hours, open_now},
    route::{part_state, route},
    service_facts::{costs, facts, for_whom, place_facts},
    share::share,
    steady::steady,
};
use crate::{
    browser, chunks, dates,
    dom::{El, el},
    icons::{BACK, WARN},
    state::{Data, Finder, PartPhase},
};

/// A service's page; a link may name one that is gone.
pub fn service_page(finder: Finder, id: &ServiceId) -> El {
    let pages = finder.lang.get_untracked().pages();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let page = page(finder, id.as_str());
    let found = finder.data_now().and_then(|data| Some((data.by_id(id)?, data)));
    let Some((ix, data)) = found else {
        return page.child(heading(level, "page-title").text(pages.gone));
    };
    let Some(service) = data.catalogue.service(ix) else { return page };
    // Only what a part brings is drawn again when it arrives; heading and focus stay.
    let part = |make: fn(Finder, u8, &Arc<Data>, &Service) -> Vec<El>| {
        let id = id.clone();
        move || {
            // Read first: what is drawn follows it, whatever is drawn.
            finder.details.track();
            let Some(data) = finder.data_now() else { return Vec::new() };
            let found = data.by_id(&id).and_then(|ix| data.catalogue.service(ix));
            found.map(|service| make(finder, level + 1, &data, service)).unwrap_or_default()
        }
    };
    let contact = el("section")
        .class("contact")
        .attr("aria-label", pages.contact)
        .child(heading(level + 1, "section-title").text(pages.contact));
    let contact =
        steady(contact, part(|finder, _, data, service| contact::ways(data, service, finder.lang.get_untracked())))
            .slot(part(|finder, _, _, service| known_now(finder, &service.details)))
            .maybe(share(finder, &Target::Service(id.clone()), data.text(&service.name)));
    let text = el("div").class("page-text").slot(part(about));
    let text =
        steady(text, part(|finder, level, data, service| route(finder, level, data, service).into_iter().collect()));
    let text = steady(steady(text, part(details)), part(further));
    page.child(page_top(finder, level, &data, service)).child(el("div").class("page-grid").child(contact).child(text))
}

/// Beside the phone: is it open, and how old is what is known.
fn known_now(finder: Finder, details: &Details) -> Vec<El> {
    if finder.details.get() != PartPhase::Ready {
        return Vec::new();
    }
    vec![open_now(finder, details), para("hint", &freshness(details, finder.lang.get_untracked()))]
}

/// A record's page with the way back, and the focus taken there and back.
pub fn page(finder: Finder, id: &str) -> El {
    let strings = finder.lang.get_untracked().strings();
    let back = button("quiet back", Some(BACK), strings.back).on_click(move || finder.close());
    // Opened from help that cannot wait, it can be left as quickly.
    let urgent = finder.results.with_untracked(|answer| answer.offered > 0);
    let leave = chunks::words_here().filter(|_| urgent).map(|words| (words.leave)(finder));
    let page = el("article").class("page").attr("part", "detail").attr("data-id", id).child(back).maybe(leave);
    focus_on_open(finder, page.clone(), format!("[data-id=\"{id}\"] .card-link"));
    page
}

/// Focus goes to the page's heading when it opens, and back to where it came from when it closes.
fn focus_on_open(finder: Finder, page: El, from: String) {
    browser::later(move || {
        take_focus(&page);
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
            let root = El::of(root.into());
            if let Some(found) = root.find(&from) {
                browser::focus_in_place(&found);
            } else if let Some(title) = root.find(".results > .vh, .view-title") {
                // Opened from a link: nothing on the page stands for it. Go on where the page goes on.
                title.set_tab_index(-1);
                browser::focus_in_place(&title);
            }
        });
    });
}

/// Focus to the heading of a page that was drawn just now, unless the visitor went somewhere in it already.
pub fn focus_title(page: &El) {
    let page = page.clone();
    browser::later(move || {
        let active = browser::shadow_root(page.node()).and_then(|root| root.active_element());
        if active.is_none() {
            take_focus(&page);
        }
    });
}

fn take_focus(page: &El) {
    if let Some(title) = page.find(".page-title") {
        title.set_tab_index(-1);
        browser::focus_in_place(&title);
    }
}

/// What stands first: kind, name, what it is, whether it is known to work.
fn page_top(finder: Finder, level: u8, data: &Data, service: &Service) -> El {
    let lang = finder.lang.get_untracked();
    let (strings, pages) = (lang.strings(), lang.pages());
    let unconfirmed = badge(service.status, strings).map(|badge| {
        let text = el("div").child(badge).child(para("", pages.not_confirmed_note));
        el("div").class("unconfirmed").child(icon(WARN)).child(text)
    });
    let whole = service.part_of.and_then(|ix| data.catalogue.service(ix)).map(|whole| {
        let link = said(open_link(finder, "", Target::Service(whole.id.clone())), data, &whole.name);
        para("part-of", pages.part_of).text(": ").child(link)
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

/// What happens there, for whom, what it costs.
fn about(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let pages = lang.pages();
    let sections = [
        section(level, "section", pages.happens, happens(data, service, level, lang)),
        section(level, "section", pages.for_whom, for_whom(data, service, lang)),
    ];
    sections.into_iter().flatten().collect()
}

/// In plain words: what the service says of itself, else what its kind is.
fn happens(data: &Data, service: &Service, level: u8, lang: UiLang) -> Vec<El> {
    let (pages, details) = (lang.pages(), &service.details);
    let today = browser::today();
    let is_now = details.notice_from.is_none_or(|day| day.days_since_epoch() <= today)
        && details.notice_to.is_none_or(|day| day.days_since_epoch() >= today);
    let mut body = Vec::new();
    if let Some(text) = details.notice.as_ref().filter(|_| is_now) {
        body.push(notice(said(el("span"), data, text)));
    }
    match &details.description {
        Some(text) => body.push(said(el("p"), data, text)),
        None => {
            let kinds = service.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
            // What the kind means, and says so: not all of it need be true of each.
            body.extend(kinds.filter_map(|kind| {
                let meaning = said(el("span"), data, kind.summary.as_ref()?);
                Some(el("p").child(said(el("strong"), data, &kind.name)).text(": ").child(meaning))
            }));
        }
    }
    if let Some(easy) = &details.easy {
        body.push(heading(level + 1, "small-title").text(pages.easy));
        body.push(said(el("p"), data, easy));
        if let Some(name) = &details.easy_reviewed_by {
            let date = details.easy_reviewed_on.map(|day| [", ", &dates::date(day, lang)].concat()).unwrap_or_default();
            body.push(para("hint", &(fill(pages.easy_reviewed, &[("name", name)]) + &date)));
        }
    }
    body
}

/// Everything below the way to get it: cost, questions, hours, place, facts.
fn details(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let pages = lang.pages();
    let place = section(level, "section", pages.place, place_facts(data, service, lang));
    if let Some(waiting) = part_state(finder, finder.details.get(), PartKind::Details) {
        return place.into_iter().chain([waiting]).collect();
    }
    let ask = questions(finder, data, service).into_iter().collect();
    let sections = [
        section(level, "section", pages.costs, costs(data, &service.details, lang)),
        section(level, "section", pages.ask, ask),
        section(level, "section", pages.hours, hours(finder, data, &service.details)),
        place,
        section(level, "section", pages.facts, facts(data, service, lang)),
    ];
    sections.into_iter().flatten().collect()
}

/// Where one can go on from here: parts, stories, related services; and where the facts come from.
fn further(finder: Finder, level: u8, data: &Arc<Data>, service: &Service) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let pages = lang.pages();
    finder.stories.track();
    let known = finder.details.get() == PartPhase::Ready;
    let Some(ix) = data.by_id(&service.id) else { return Vec::new() };
    let parts = data.catalogue.services.iter().filter(|part| part.part_of == Some(ix));
    let parts = parts.map(|part| said(open_link(finder, "", Target::Service(part.id.clone())), data, &part.name));
    let story_links = |stories: Vec<&Story>| {
        let links = stories
            .into_iter()
            .map(|story| said(open_link(finder, "", Target::Story(story.id.clone())), data, &story.title));
        listed("links", links.collect())
    };
    let shown = service.stories.iter().filter_map(|ix| data.catalogue.story(*ix)).collect();
    let of_kind = data.catalogue.stories_of_kinds(service, RELATED);
    let nearby = data.catalogue.similar_nearby(ix, RELATED);
    let nearby = service_links(finder, data, nearby.into_iter().filter_map(|ix| data.catalogue.service(ix)));
    let sources = if known { sources(finder, data, service) } else { Vec::new() };
    let sections = [
        section(level, "section", pages.parts, listed("links", parts.collect())),
        section(level, "section", pages.related_stories, story_links(shown)),
        section(level, "section", pages.kind_stories, story_links(of_kind)),
        section(level, "section", pages.related, listed("links", nearby)),
        section(level, "section sources", pages.sources, sources),
    ];
    sections.into_iter().flatten().collect()
}

/// Similar services and stories shown.
const RELATED: usize = 5;

/// How old the facts are, in the words that matter for a call.
fn freshness(details: &Details, lang: UiLang) -> String {
    let pages = lang.pages();
    if let Some(date) = details.verified_on {
        return fill(pages.verified, &[("date", &dates::date(date, lang))]);
    }
    match details.source_date {
        // Of a whole year only: that is an old page.
        Some(PartialDate { year, month: None, .. }) => fill(lang.pages().page_of_year, &[("year", &year.to_string())]),
        Some(date) => fill(pages.source_dated, &[("date", &dates::partial(date, lang))]),
        None => pages.source_undated.to_owned(),
    }
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
    let (strings, pages) = (lang.strings(), lang.pages());
    let details = &service.details;
    let mut body = vec![para("dated", &freshness(details, lang))];
    let links = details.sources.iter().map(|url| link("", None, url.as_str(), span(url.host()), strings));
    body.extend(list("source-links", links.collect()));
    if details.sources_shortened {
        body.push(para("hint", pages.sources_shortened));
    }
    if let Some(email) = &data.catalogue.publisher.email {
        let subject = fill(pages.report_subject, &[("name", data.text(&service.name)), ("id", service.id.as_str())]);
        body.push(link("quiet", None, &contact::letter(email, &subject), span(pages.report), strings));
    }
    body
}
