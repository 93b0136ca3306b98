//! The short list inside `<service-finder>`: shown until the finder is ready, and where it cannot start.

use finder_core::{
    catalogue::{MunicipalityIx, RegionIx},
    index::Index,
    query::Query,
    results::{Asking, find},
    strings::fill,
};

use super::{LIST, Page, html::Html, json_ld};

/// Regions, their municipalities with the number of services, and the office to call first; structured data only where the
/// host asks for it.
pub(super) fn fragment(page: &Page<'_>, with_data: bool) -> String {
    let (catalogue, strings) = (page.catalogue, page.ui.strings());
    // Counted by the finder itself, so that the list and the finder never differ.
    let index = Index::build(catalogue, page.lang);
    let counts = find(catalogue, &index, &Query::default(), Asking::default()).facets;
    let services = |n: Option<&u32>| page.ui.count(n.map_or(0, |n| *n as usize), &strings.services);

    let mut html = Html::default();
    html.raw("<div lang=\"").text(page.ui.tag()).raw("\">\n<p>");
    html.raw("<a href=\"").text(LIST).raw("\">").text(page.words.whole_list).raw("</a>");
    if let Some(date) = catalogue.updated {
        html.raw(" · ").text(&fill(strings.catalogue_date, &[("date", &page.date(date.into()))]));
    }
    html.raw("</p>\n");
    if counts.nationwide > 0 {
        html.raw("<p><a href=\"").text(LIST).raw("#nationwide\">").text(strings.nationwide).raw("</a>: ");
        html.text(&services(Some(&counts.nationwide))).raw("</p>\n");
    }
    for (position, region) in catalogue.regions.iter().enumerate() {
        html.raw("<h3>").say(page, &region.name).raw("</h3>\n<ul>\n");
        for (at, municipality) in catalogue.municipalities.iter().enumerate() {
            if municipality.region != RegionIx::new(position) {
                continue;
            }
            html.raw("<li><a href=\"").text(LIST).raw("#").text(municipality.id.as_str()).raw("\">");
            html.say(page, &municipality.name).raw("</a>: ").text(&services(counts.municipalities.get(at)));
            let offices = catalogue.offices(MunicipalityIx::new(at));
            let mut offices = offices.into_iter().filter_map(|ix| catalogue.service(ix));
            if let Some(phone) = offices.find_map(|office| office.contact.phone.as_ref()) {
                html.raw(". ").text(page.words.office).raw(" ").phone(phone);
            }
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
    if with_data {
        html.json_ld(&json_ld::catalogue(page));
    }
    html.raw("</div>\n");
    html.done()
}
