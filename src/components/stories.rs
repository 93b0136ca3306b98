//! Video stories: people see a place before they dare to call.

use finder_core::{
    catalogue::{Fact, PartKind, Service, ServiceArea, Story, StoryKind, Video},
    query::{Target, View},
    strings::{UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, dd, fact, fact_or_unknown, heading, icon, link, list, open_link, para, said, span, yes_no},
    language_names::language_name,
    player::{beside_catalogue, plays_here, to_watch},
    route::part_state,
    service_page::service_links,
    steady::steady,
};
use crate::{
    dates,
    dom::{El, el},
    icons::{FILE, PLAY},
    start,
    state::{Data, Finder, PartPhase},
};

/// The stories that answer the same words and filters as the services.
pub fn stories_view(finder: Finder) -> El {
    let texts = finder.lang.get_untracked().stories();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    // Compared, so that a part of the catalogue that arrives later changes nothing on the page.
    let shown = Memo::new(move |_| finder.results.with(|results| results.stories.clone()));
    let cards = move || {
        let phase = finder.stories.get();
        if phase != PartPhase::Ready {
            return part_state(finder, phase, PartKind::Stories).into_iter().collect();
        }
        let shown = shown.get();
        let Some(data) = finder.data_now() else { return Vec::new() };
        if shown.is_empty() {
            return vec![para("empty", texts.no_stories)];
        }
        let cards = shown.into_iter().filter_map(|ix| data.catalogue.story(ix));
        let cards = cards.map(|story| card(finder, level + 1, &data, story)).collect();
        vec![el("ul").class("stories").attr("role", "list").children(cards)]
    };
    let view = el("section")
        .class("stories-view")
        .child(heading(level, "view-title").text(texts.stories_heading))
        .child(para("view-intro", texts.stories_intro));
    steady(view, cards)
}

/// One story among others.
fn card(finder: Finder, level: u8, data: &Data, story: &Story) -> El {
    let texts = finder.lang.get_untracked().stories();
    let title = said(open_link(finder, "card-link", Target::Story(story.id.clone())), data, &story.title);
    let theme = (story.kind == StoryKind::Theme).then(|| para("theme", texts.story_theme));
    let summary = story.summary.as_ref().map(|summary| said(el("p").class("card-summary"), data, summary));
    let text = el("div")
        .class("story-text")
        .maybe(theme)
        .child(heading(level, "card-title").child(title))
        .maybe(region(data, story))
        .maybe(summary)
        .maybe(tags(data, story))
        .maybe(watch_or_open(finder, story));
    let poster = story.poster.as_deref().and_then(|poster| beside_catalogue(finder, poster));
    let poster = match &poster {
        Some(address) => el("img").attr("src", address).attr("alt", "").attr("loading", "lazy"),
        None => icon(PLAY),
    };
    el("li")
        .class("story")
        .attr("part", "story")
        .attr("data-id", story.id.as_str())
        .child(el("div").class("poster").attr("aria-hidden", "true").child(poster))
        .child(text)
}

/// The story's municipality or region.
pub fn region(data: &Data, story: &Story) -> Option<El> {
    let catalogue = &data.catalogue;
    let municipality = story.municipality.and_then(|ix| catalogue.municipality(ix)).map(|place| &place.name);
    let region = story.region.and_then(|ix| catalogue.region(ix)).map(|region| &region.name);
    municipality.or(region).map(|name| said(el("p").class("where"), data, name))
}

/// Kinds of service and audiences of a story.
pub fn tags(data: &Data, story: &Story) -> Option<El> {
    let kinds = story.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
    let audiences = story.audiences.iter().filter_map(|ix| data.catalogue.audience(*ix));
    list("tags", kinds.chain(audiences).map(|term| said(el("span"), data, &term.name)).collect())
}

/// On a card: opens the story's page where the video can be shown here, else leads to where it can be watched.
fn watch_or_open(finder: Finder, story: &Story) -> Option<El> {
    if !story.video.as_ref().is_some_and(|video| plays_here(finder, video)) {
        return watch(finder, story, "call");
    }
    let target = Target::Story(story.id.clone());
    let text = span(to_watch(story, finder.lang.get_untracked().stories()));
    Some(open_link(finder, "call", target).child(icon(PLAY)).child(text))
}

/// The link to where the story can be watched or read.
pub fn watch(finder: Finder, story: &Story, class: &str) -> Option<El> {
    let lang = finder.lang.get_untracked();
    let (strings, texts) = (lang.strings(), lang.stories());
    let text = to_watch(story, texts);
    let (picture, text, href) = match &story.video {
        Some(Video::File { src, .. }) => (PLAY, text, beside_catalogue(finder, src)?),
        Some(video) => (PLAY, text, video.page()?),
        None => (FILE, texts.read_page, story.page.as_ref()?.as_str().to_owned()),
    };
    let (id, is_video) = (story.id.clone(), story.video.is_some());
    let link = link(class, Some(picture), &href, span(text), strings);
    Some(link.on_click(move || {
        if is_video {
            finder.emit("play", &[("id", id.as_str().into())]);
        }
    }))
}

/// Length, language, captions and the other ways to follow it; unknown is said.
pub fn facts(data: &Data, story: &Story, lang: UiLang) -> El {
    let (texts, pages) = (lang.stories(), lang.pages());
    let length = story.seconds.map(|seconds| {
        let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(0);
        dd(&lang.count(minutes, &texts.minutes))
    });
    let captions = yes_no(story.captions, pages).map(|answer| {
        let lang = story.captions_lang.as_deref().map(|tag| [" (", &language_name(tag, lang), ")"].concat());
        dd(answer).text(&lang.unwrap_or_default())
    });
    let spoken = story.spoken.as_deref().map(|tag| dd(&language_name(tag, lang)));
    let stated = |name: &str, known: Fact| yes_no(known, pages).map(|answer| fact(name, dd(answer)));
    let published = story.published.map(|date| fact(pages.published, dd(&dates::partial(date, lang))));
    let consent = story.consent.as_ref().map(|text| fact(pages.consent, said(el("dd"), data, text)));
    el("dl")
        .class("facts")
        .child(fact_or_unknown(texts.length, length, pages))
        .child(fact_or_unknown(pages.spoken, spoken, pages))
        .child(fact_or_unknown(texts.captions, captions, pages))
        .maybe(stated(pages.described, story.described))
        .maybe(stated(pages.sign_language, story.sign_language))
        .maybe(published)
        .maybe(consent)
}

/// The services a story shows; and all of the kinds it is about, in its region where there are some.
pub fn services(finder: Finder, data: &Data, story: &Story) -> Vec<El> {
    let texts = finder.lang.get_untracked().stories();
    let shown = story.services.iter().filter_map(|ix| data.catalogue.service(*ix));
    let links = list("links", service_links(finder, data, shown));
    let catalogue = &data.catalogue;
    let region = story.region.and_then(|ix| Some((ix, catalogue.region(ix)?)));
    let kinds = story.types.iter().filter_map(|ix| Some((*ix, catalogue.type_term(*ix)?)));
    let buttons = kinds.map(|(kind, term)| {
        // Only where the region has such a service: no button leads to nothing.
        let region = region.filter(|(ix, _)| {
            let here = |service: &Service| match service.area {
                ServiceArea::Municipality(place) => {
                    catalogue.municipality(place).is_some_and(|place| place.region == *ix)
                }
                ServiceArea::Nationwide | ServiceArea::NotStated => false,
            };
            catalogue.services.iter().any(|service| service.types.contains(&kind) && here(service))
        });
        let mut label = fill(texts.story_kind_services, &[("kind", data.text(&term.name))]);
        if let Some((_, region)) = region {
            label.push_str(", ");
            label.push_str(data.text(&region.name));
        }
        let (kind, region) = (term.id.clone(), region.map(|(_, region)| region.id.clone()));
        button("button", None, &label).on_click(move || {
            let mut query = finder.query_now();
            query.clear();
            query.types.push(kind.clone());
            query.regions.extend(region.clone());
            (query.view, query.open) = (View::List, None);
            finder.ask(query);
            // The button is gone with the page it stood on.
            start::focus_after_redraw(finder, ".results .card-link");
        })
    });
    let buttons: Vec<El> = buttons.collect();
    let buttons = (!buttons.is_empty()).then(|| el("div").class("story-kinds").children(buttons));
    links.into_iter().chain(buttons).collect()
}
