//! All pages: the list, one for each service and story, their style sheet, and a sitemap.

use finder_core::catalogue::ServiceIx;

use super::{
    LIST, Page,
    frame::{SHEET, STYLE},
    html::Html,
    list::list,
    service_page::service_page,
    story_page::story_page,
};

/// Every file with its name, in the order of the catalogue.
pub(super) fn files(page: &Page<'_>) -> Vec<(String, String)> {
    let catalogue = page.catalogue;
    let mut files = vec![(LIST.to_owned(), list(page)), (SHEET.to_owned(), STYLE.trim_start().to_owned())];
    for (position, service) in catalogue.services.iter().enumerate() {
        files.push((page.service_file(service), service_page(page, ServiceIx::new(position), service)));
    }
    for story in &catalogue.stories {
        files.push((page.story_file(story), story_page(page, story)));
    }
    if let Some(sitemap) = sitemap(page, &files) {
        files.push(("sitemap.xml".to_owned(), sitemap));
    }
    files
}

/// The sitemap (sitemaps.org, 0.9), whose addresses must be whole.
fn sitemap(page: &Page<'_>, files: &[(String, String)]) -> Option<String> {
    page.base?;
    let mut xml = Html::default();
    xml.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (name, _) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        xml.raw("<url><loc>").text(&page.address(name)?).raw("</loc>");
        if let Some(date) = page.catalogue.updated {
            xml.raw("<lastmod>").text(&date.to_string()).raw("</lastmod>");
        }
        xml.raw("</url>\n");
    }
    xml.raw("</urlset>\n");
    Some(xml.done())
}
