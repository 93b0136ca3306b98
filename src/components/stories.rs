//! Video stories: people see a place before they dare to call.

use finder_core::{
    catalogue::{PartKind, Story, StoryKind, Video},
    query::Target,
    strings::{UiLang, fill},
};
use leptos::prelude::*;

use super::{
    bits::{button, fact_or_unknown, heading, icon, link, list, open_link, para, said, span, yes_no},
    route::part_state,
    service_page::service_links,
};
use crate::{
    dom::{El, el, text_el},
    icons::{FILE, PLAY},
    state::{Data, Finder, PartPhase},
};

/// The stories that answer the same words and filters as the services.
pub fn stories_view(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let cards = move || {
        let phase = finder.stories.get();
        if phase != PartPhase::Ready {
            return part_state(finder, phase, PartKind::Stories).into_iter().collect();
        }
        let Some(data) = finder.data.get() else { return Vec::new() };
        let shown = finder.results.with(|results| results.stories.clone());
        if shown.is_empty() {
            return vec![para("empty", strings.no_stories)];
        }
        let cards = shown.into_iter().filter_map(|ix| data.catalogue.story(ix));
        let cards = cards.map(|story| card(finder, level + 1, &data, story)).collect();
        vec![el("ul").class("stories").attr("role", "list").children(cards)]
    };
    el("section")
        .class("stories-view")
        .child(heading(level, "view-title").text(strings.stories_heading))
        .child(para("view-intro", strings.stories_intro))
        .slot(cards)
}

/// One story among others.
fn card(finder: Finder, level: u8, data: &Data, story: &Story) -> El {
    let strings = finder.lang.get_untracked().strings();
    let title = said(open_link(finder, "card-link", Target::Story(story.id.clone())), data, &story.title);
    let theme = (story.kind == StoryKind::Theme).then(|| para("theme", strings.story_theme));
    let summary = story.summary.as_ref().map(|summary| said(el("p").class("card-summary"), data, summary));
    let text = el("div")
        .class("story-text")
        .maybe(theme)
        .child(heading(level, "card-title").child(title))
        .maybe(region(data, story))
        .maybe(summary)
        .maybe(tags(data, story))
        .maybe(watch(finder, story, "call"));
    el("li")
        .class("story")
        .attr("part", "story")
        .attr("data-id", story.id.as_str())
        .child(el("div").class("poster").attr("aria-hidden", "true").child(icon(PLAY)))
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

/// The link to where the story can be watched or read.
pub fn watch(finder: Finder, story: &Story, class: &str) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    let text = if story.kind == StoryKind::Theme { strings.watch_playlist } else { strings.watch };
    let (picture, text, href) = match &story.video {
        Some(Video::YouTube { id, playlist }) => {
            let list = playlist.as_deref().map(|list| format!("&list={list}")).unwrap_or_default();
            (PLAY, text, format!("https://www.youtube.com/watch?v={id}{list}"))
        }
        Some(Video::Link(url)) => (PLAY, text, url.as_str().to_owned()),
        None => (FILE, strings.read_page, story.page.as_ref()?.as_str().to_owned()),
    };
    let (id, is_video) = (story.id.clone(), story.video.is_some());
    let link = link(class, Some(picture), &href, span(text), strings);
    Some(link.on_click(move || {
        if is_video {
            finder.emit("play", &[("id", id.as_str().into())]);
        }
    }))
}

/// Length and captions; unknown is said.
pub fn facts(story: &Story, lang: UiLang) -> El {
    let strings = lang.strings();
    let dd = |text: &str| text_el("dd", "", text);
    let length = story.seconds.map(|seconds| {
        let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(0);
        dd(&lang.count(minutes, &strings.minutes))
    });
    let captions = yes_no(story.captions, strings).map(|answer| {
        let lang = story.captions_lang.as_deref().map(|tag| format!(" ({tag})")).unwrap_or_default();
        dd(answer).text(&lang)
    });
    el("dl")
        .class("facts")
        .child(fact_or_unknown(strings.length, length, strings))
        .child(fact_or_unknown(strings.captions, captions, strings))
        .child(fact_or_unknown(strings.spoken, story.spoken.as_deref().map(dd), strings))
}

/// The services a story shows, else the kinds of service it is about.
pub fn services(finder: Finder, data: &Data, story: &Story) -> Vec<El> {
    let strings = finder.lang.get_untracked().strings();
    let shown = story.services.iter().filter_map(|ix| data.catalogue.service(*ix));
    if let Some(links) = list("links", service_links(finder, data, shown)) {
        return vec![links];
    }
    let kinds = story.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
    kinds
        .map(|term| {
            let id = term.id.clone();
            let label = fill(strings.story_kind_services, &[("kind", data.text(&term.name))]);
            button("button", None, &label).on_click(move || finder.only_type(id.clone()))
        })
        .collect()
}
