//! Stories and the regions' programmes on the static page.

use finder_core::catalogue::{PartialDate, RegionIx, Url};

use super::{Page, html::Html};

/// Video stories: what they show, and where to watch.
pub(super) fn stories(page: &Page<'_>, html: &mut Html) {
    let catalogue = page.catalogue;
    if catalogue.stories.is_empty() {
        return;
    }
    html.raw("<h2 id=\"stories\">").text(page.ui.stories().stories_heading).raw("</h2>\n<ul>\n");
    for story in &catalogue.stories {
        html.raw("<li>");
        if page.site {
            html.raw("<a href=\"").text(&page.story_file(story)).raw("\">").say(page, &story.title).raw("</a>. ");
        } else {
            html.say(page, &story.title).raw(". ");
        }
        if let Some(summary) = &story.summary {
            html.say(page, summary).raw(" ");
        }
        let away = story.video.as_ref().and_then(|video| Url::parse(&video.page()?));
        if let Some(url) = away.or_else(|| story.page.clone()) {
            html.site(&url);
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}

/// Programmes with their aim, events and documents, region by region.
pub(super) fn programmes(page: &Page<'_>, html: &mut Html) {
    let (catalogue, texts) = (page.catalogue, page.ui.programmes());
    if catalogue.programmes.is_empty() {
        return;
    }
    html.raw("<h2 id=\"programmes\">").text(texts.programme_heading).raw("</h2>\n");
    for (position, region) in catalogue.regions.iter().enumerate() {
        let here = RegionIx::new(position);
        for programme in catalogue.programmes.iter().filter(|programme| programme.region == here) {
            html.raw("<h3>").say(page, &region.name).raw(": ").say(page, &programme.name).raw("</h3>\n<p>");
            dates(page, html, programme.start, programme.end);
            if let Some(website) = &programme.website {
                html.raw(" ").site(website);
            }
            html.raw("</p>\n");
            if let Some(aim) = &programme.aim {
                html.raw("<p>").say(page, aim).raw("</p>\n");
            }
            if !programme.figures.is_empty() {
                html.raw("<ul>\n");
                for figure in &programme.figures {
                    html.raw("<li>").say(page, &figure.text);
                    if let Some(value) = figure.value {
                        html.raw(": ").text(&value.to_string());
                    }
                    html.raw("</li>\n");
                }
                html.raw("</ul>\n");
            }
        }
        events(page, html, here, texts.events);
        documents(page, html, here, texts.documents);
    }
}

fn events(page: &Page<'_>, html: &mut Html, region: RegionIx, heading: &str) {
    let mut events = page.catalogue.events.iter().filter(|event| event.region == region).peekable();
    if events.peek().is_none() {
        return;
    }
    html.element("h4", heading).raw("\n<ul>\n");
    for event in events {
        html.raw("<li>");
        dates(page, html, event.date, event.end);
        html.raw(if event.date.is_some() { " " } else { "" }).say(page, &event.title);
        if let Some(place) = &event.place {
            html.raw(", ").text(place);
        }
        if let Some(url) = &event.url {
            html.raw(", ").site(url);
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}

fn documents(page: &Page<'_>, html: &mut Html, region: RegionIx, heading: &str) {
    let mut documents = page.catalogue.documents.iter().filter(|document| document.region == region).peekable();
    if documents.peek().is_none() {
        return;
    }
    html.element("h4", heading).raw("\n<ul>\n");
    for document in documents {
        html.raw("<li>");
        dates(page, html, document.date, None);
        html.raw(if document.date.is_some() { " " } else { "" }).say(page, &document.title);
        if let Some(url) = &document.url {
            html.raw(", ").site(url);
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}

fn dates(page: &Page<'_>, html: &mut Html, start: Option<PartialDate>, end: Option<PartialDate>) {
    if let Some(start) = start {
        html.text(&page.date(start));
    }
    if let Some(end) = end {
        html.raw("–").text(&page.date(end));
    }
}
