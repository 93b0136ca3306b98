//! A story's own static page: what it shows, where to watch, and its text.

use finder_core::catalogue::{Fact, Story, Url, Video};

use super::{
    Page,
    frame::{self, Head, Sheet},
    html::Html,
    json_ld,
    service::row,
    words::language_name,
};

/// The page.
pub(super) fn story_page(page: &Page<'_>, story: &Story) -> String {
    let pages = page.ui.pages();
    let mut html = Html::default();
    let title = format!("{} – {}", story.title.best(page.lang).text, page.catalogue.title.best(page.lang).text);
    let description = story.summary.as_ref().map(|text| text.best(page.lang).text);
    let file = page.story_file(story);
    Head { title: &title, description, file: &file, sheet: Sheet::Above }.begin(page, &mut html);
    frame::ways(page, &mut html, &format!("story:{}", story.id.as_str()));
    html.raw("<main>\n<article id=\"").text(story.id.as_str()).raw("\">\n<h1>").say(page, &story.title).raw("</h1>\n");
    if story.title_is_ours {
        html.element("p", pages.title_ours).raw("\n");
    }
    if let Some(summary) = &story.summary {
        html.raw("<p>").say(page, summary).raw("</p>\n");
    }
    watch(page, &mut html, story);
    facts(page, &mut html, story);
    services(page, &mut html, story);
    text(page, &mut html, story);
    html.raw("</article>\n</main>\n");
    html.json_ld(&json_ld::of_story(page, story));
    frame::end(page, &mut html);
    html.done()
}

/// A file plays in the page, and only when asked; everything else is a link.
fn watch(page: &Page<'_>, html: &mut Html, story: &Story) {
    let texts = page.ui.stories();
    if let Some(Video::File { src, tracks }) = &story.video {
        html.raw("<video controls preload=\"none\" width=\"640\"");
        if let Some(poster) = &story.poster {
            html.raw(" poster=\"../").raw(FOLDER).text(poster).raw("\"");
        }
        html.raw(" src=\"../").raw(FOLDER).text(src).raw("\">\n");
        for track in tracks {
            html.raw("<track kind=\"")
                .text(track.kind.word())
                .raw("\" src=\"../")
                .raw(FOLDER)
                .text(&track.src)
                .raw("\"");
            if let Some(tag) = &track.lang {
                html.raw(" srclang=\"").text(tag).raw("\" label=\"").text(&language_name(tag, page.ui)).raw("\"");
            }
            html.raw(">\n");
        }
        html.raw("</video>\n");
        return;
    }
    let away = story.video.as_ref().and_then(|video| Url::parse(&video.page()?));
    let (label, url) = match away {
        Some(url) => (texts.watch, Some(url)),
        None => (texts.read_page, story.page.clone()),
    };
    if let Some(url) = url {
        html.raw("<p class=\"ways\"><a href=\"").text(url.as_str()).raw("\">").text(label).raw(" (").text(url.host());
        html.raw(")</a></p>\n");
    }
}

/// Where the catalogue and the files beside it lie, from the list.
const FOLDER: &str = "catalogue/";

fn facts(page: &Page<'_>, html: &mut Html, story: &Story) {
    let (strings, texts, pages) = (page.ui.strings(), page.ui.stories(), page.ui.pages());
    html.raw("<dl>\n");
    let kinds: Vec<_> = story.types.iter().filter_map(|ix| page.catalogue.type_term(*ix)).collect();
    let audiences: Vec<_> = story.audiences.iter().filter_map(|ix| page.catalogue.audience(*ix)).collect();
    for (label, terms) in [(strings.facet_type, kinds), (pages.for_whom, audiences)] {
        if !terms.is_empty() {
            row(html, label, |html| _ = html.say_all(page, terms.into_iter().map(|term| &term.name)));
        }
    }
    let municipality = story.municipality.and_then(|ix| page.catalogue.municipality(ix)).map(|place| &place.name);
    let region = story.region.and_then(|ix| page.catalogue.region(ix)).map(|region| &region.name);
    if let Some(place) = municipality.or(region) {
        row(html, pages.place, |html| _ = html.say(page, place));
    }
    row(html, texts.length, |html| match story.seconds {
        Some(seconds) => {
            let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or_default();
            html.text(&page.ui.count(minutes, &texts.minutes));
        }
        None => _ = html.text(pages.not_stated),
    });
    row(html, pages.spoken, |html| match &story.spoken {
        Some(tag) => _ = html.text(&language_name(tag, page.ui)),
        None => _ = html.text(pages.not_stated),
    });
    row(html, texts.captions, |html| {
        html.text(page.answer(story.captions));
        if let Some(tag) = &story.captions_lang {
            html.raw(" (").text(&language_name(tag, page.ui)).raw(")");
        }
    });
    for (label, fact) in [(pages.described, story.described), (pages.sign_language, story.sign_language)] {
        if fact != Fact::NotStated {
            row(html, label, |html| _ = html.text(page.answer(fact)));
        }
    }
    if let Some(date) = story.published {
        row(html, pages.published, |html| _ = html.text(&page.date(date)));
    }
    html.raw("</dl>\n");
}

fn services(page: &Page<'_>, html: &mut Html, story: &Story) {
    let services: Vec<_> = story.services.iter().filter_map(|ix| page.catalogue.service(*ix)).collect();
    if services.is_empty() {
        return;
    }
    html.raw("<section>\n").element("h2", page.ui.stories().story_services).raw("\n<ul>\n");
    for service in services {
        html.raw("<li><a href=\"../").text(&page.service_file(service)).raw("\">").say(page, &service.name);
        html.raw("</a></li>\n");
    }
    html.raw("</ul>\n</section>\n");
}

fn text(page: &Page<'_>, html: &mut Html, story: &Story) {
    let pages = page.ui.pages();
    html.raw("<section>\n").element("h2", pages.transcript).raw("\n");
    for line in &story.lines {
        html.raw("<p>");
        if let Some(at) = line.at {
            html.text(&format!("{}:{:02}", at / 60, at % 60)).raw(" ");
        }
        html.say(page, &line.text).raw("</p>\n");
    }
    if let Some(address) = &story.transcript {
        html.raw("<p class=\"ways\"><a href=\"").text(address.as_str()).raw("\">").text(pages.transcript_page);
        html.raw("</a></p>\n");
    }
    if story.lines.is_empty() && story.transcript.is_none() {
        html.element("p", pages.transcript_none).raw("\n");
    }
    html.raw("</section>\n");
}
