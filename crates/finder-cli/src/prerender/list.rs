//! `list.html`: the whole catalogue on one page, without script.

use finder_core::{
    catalogue::{RegionIx, Service, ServiceArea, ServiceIx},
    strings::fill,
};

use super::{
    LIST, Page,
    frame::{self, Head, Sheet},
    html::Html,
    json_ld, region,
    service::article,
};

/// The page.
pub(super) fn list(page: &Page<'_>) -> String {
    let (catalogue, strings) = (page.catalogue, page.ui.strings());
    let mut html = Html::default();
    // A list by itself can be saved and sent as one file.
    let sheet = if page.site { Sheet::Beside } else { Sheet::Within };
    let head = Head { title: catalogue.title.best(page.lang).text, description: None, file: LIST, sheet };
    head.begin(page, &mut html);
    html.raw("<header>\n<h1>").say(page, &catalogue.title).raw("</h1>\n");
    if let Some(date) = catalogue.updated {
        html.raw("<p>").text(&fill(strings.catalogue_date, &[("date", &page.date(date.into()))])).raw("</p>\n");
    }
    html.element("p", page.ui.pages().call_first).raw("\n</header>\n");
    contents(page, &mut html);
    html.raw("<main>\n");
    section(page, &mut html, "nationwide", strings.nationwide, |service| service.area == ServiceArea::Nationwide);
    for (position, region) in catalogue.regions.iter().enumerate() {
        html.raw("<h2 id=\"").text(region.id.as_str()).raw("\">").say(page, &region.name).raw("</h2>\n");
        municipalities(page, &mut html, RegionIx::new(position));
    }
    section(page, &mut html, "not-stated", page.words.place_not_stated, |s| s.area == ServiceArea::NotStated);
    routes(page, &mut html);
    region::stories(page, &mut html);
    region::programmes(page, &mut html);
    html.raw("</main>\n");
    html.json_ld(&json_ld::catalogue(page));
    frame::end(page, &mut html);
    html.done()
}

fn contents(page: &Page<'_>, html: &mut Html) {
    let catalogue = page.catalogue;
    html.raw("<nav id=\"contents\" aria-label=\"").text(page.words.contents).raw("\">\n<ul>\n");
    html.raw("<li><a href=\"#nationwide\">").text(page.ui.strings().nationwide).raw("</a></li>\n");
    for municipality in &catalogue.municipalities {
        html.raw("<li><a href=\"#").text(municipality.id.as_str()).raw("\">").say(page, &municipality.name);
        html.raw("</a></li>\n");
    }
    if !catalogue.routes.is_empty() {
        html.raw("<li><a href=\"#routes\">").text(page.words.routes).raw("</a></li>\n");
    }
    if !catalogue.stories.is_empty() {
        html.raw("<li><a href=\"#stories\">").text(page.ui.stories().stories_heading).raw("</a></li>\n");
    }
    if !catalogue.programmes.is_empty() {
        html.raw("<li><a href=\"#programmes\">").text(page.ui.programmes().programme_heading).raw("</a></li>\n");
    }
    html.raw("</ul>\n</nav>\n");
}

/// Services of one heading that are no part of another.
fn wholes<'a>(page: &Page<'a>, which: impl Fn(&Service) -> bool) -> Vec<(ServiceIx, &'a Service)> {
    let services = page.catalogue.services.iter().enumerate();
    let mut found: Vec<(ServiceIx, &Service)> = services
        .filter(|(_, service)| service.part_of.is_none() && which(service))
        .map(|(position, service)| (ServiceIx::new(position), service))
        .collect();
    // The way in first: that is whom to call.
    found.sort_by_key(|(_, service)| !page.catalogue.is_way_in(service));
    found
}

fn section(page: &Page<'_>, html: &mut Html, id: &'static str, heading: &str, which: impl Fn(&Service) -> bool) {
    let services = wholes(page, which);
    if services.is_empty() {
        return;
    }
    html.raw("<h2 id=\"").raw(id).raw("\">").text(heading).raw("</h2>\n");
    for (ix, _) in services {
        article(page, html, ix, 3);
    }
    top(page, html);
}

fn municipalities(page: &Page<'_>, html: &mut Html, region: RegionIx) {
    for (position, municipality) in page.catalogue.municipalities.iter().enumerate() {
        if municipality.region != region {
            continue;
        }
        html.raw("<h3 id=\"").text(municipality.id.as_str()).raw("\">").say(page, &municipality.name).raw("</h3>\n");
        let here = |service: &Service| matches!(service.area, ServiceArea::Municipality(ix) if ix.get() == position);
        for (ix, _) in wholes(page, here) {
            article(page, html, ix, 4);
        }
        top(page, html);
    }
}

fn routes(page: &Page<'_>, html: &mut Html) {
    let pages = page.ui.pages();
    if page.catalogue.routes.is_empty() {
        return;
    }
    html.raw("<h2 id=\"routes\">").text(page.words.routes).raw("</h2>\n");
    for route in &page.catalogue.routes {
        let Some(kind) = page.catalogue.type_term(route.kind) else { continue };
        html.raw("<section>\n<h3 id=\"route-").text(kind.id.as_str()).raw("\">").say(page, &kind.name).raw("</h3>\n");
        html.raw("<ol>\n").entries(page, &route.steps).raw("</ol>\n");
        if !route.documents.is_empty() {
            html.element("p", pages.route_documents).raw("\n<ul>\n");
            html.entries(page, &route.documents).raw("</ul>\n");
        }
        for (label, text) in [(pages.route_pays, &route.who_pays), (pages.route_not_known, &route.not_known)] {
            if let Some(text) = text {
                html.raw("<p>").text(label).raw(": ").say(page, text).raw("</p>\n");
            }
        }
        if !route.sources.is_empty() {
            html.raw("<p class=\"sources\">").text(pages.sources).raw(": ");
            for (position, source) in route.sources.iter().enumerate() {
                html.raw(if position > 0 { ", " } else { "" }).site(source);
            }
            html.raw("</p>\n");
        }
        html.raw("</section>\n");
    }
}

fn top(page: &Page<'_>, html: &mut Html) {
    html.raw("<p class=\"top\"><a href=\"#contents\">").text(page.words.to_top).raw("</a></p>\n");
}
