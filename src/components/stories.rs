//! Video stories: people see a place before they dare to call.

use std::sync::Arc;

use finder_core::{
    catalogue::{PartKind, Story, StoryIx, StoryKind, Video},
    query::Target,
    strings::{Strings, UiLang},
};
use leptos::prelude::*;

use super::{
    bits::{button, fact_or_unknown, heading, link, list, notice, open_link, para, said, words, yes_no},
    service_page::related_links,
};
use crate::{
    icons::{FILE, PLAY, icon},
    state::{Data, Finder, PartPhase, finder},
};

/// The stories that answer the same words and filters as the services.
#[component]
pub fn StoriesView() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let shown = Memo::new(move |_| finder.results.with(|results| results.stories.clone()));
    let cards = move || {
        let data = finder.data.get()?;
        let cards: Vec<AnyView> = shown.get().into_iter().filter_map(|ix| card(finder, level + 1, &data, ix)).collect();
        Some(match finder.stories.get() {
            PartPhase::Failed => view! {
                <div class="part-failed">
                    {notice(words(strings.details_failed))}
                    {button("button", None, strings.retry.to_owned(), move || finder.want(PartKind::Stories))}
                </div>
            }
            .into_any(),
            PartPhase::Ready if cards.is_empty() => para("empty", words(strings.no_stories)),
            PartPhase::Ready => view! { <ul class="stories" role="list">{cards}</ul> }.into_any(),
            PartPhase::Unasked | PartPhase::Loading => {
                view! { <p class="skeleton">{strings.details_loading}</p> }.into_any()
            }
        })
    };
    view! {
        <section class="stories-view">
            {heading(level, "view-title", words(strings.stories_heading))}
            {para("view-intro", words(strings.stories_intro))}
            {cards}
        </section>
    }
}

/// One story among others.
fn card(finder: Finder, level: u8, data: &Arc<Data>, ix: StoryIx) -> Option<AnyView> {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let story = data.catalogue.story(ix)?;
    let title = open_link(finder, "card-link", Target::Story(story.id.clone()), said(data, &story.title));
    let theme =
        (story.kind == StoryKind::Theme).then(|| view! { <p class="theme">{strings.story_theme}</p> }.into_any());
    let summary = story.summary.as_ref().map(|summary| para("card-summary", said(data, summary)));
    Some(
        view! {
            <li class="story" part="story" data-id={story.id.as_str().to_owned()}>
                <div class="poster" aria-hidden={"true"}>{icon(PLAY)}</div>
                <div class="story-text">
                    {theme}
                    {heading(level, "card-title", title)}
                    {region(data, story).map(|region| para("where", region))}
                    {summary}
                    {tags(data, story)}
                    {watch(story, strings, "call")}
                </div>
            </li>
        }
        .into_any(),
    )
}

/// The story's municipality or region.
pub fn region(data: &Arc<Data>, story: &Story) -> Option<AnyView> {
    let catalogue = &data.catalogue;
    let municipality = story.municipality.and_then(|ix| catalogue.municipality(ix)).map(|place| &place.name);
    let region = story.region.and_then(|ix| catalogue.region(ix)).map(|region| &region.name);
    municipality.or(region).map(|name| said(data, name))
}

/// Kinds of service and audiences of a story.
pub fn tags(data: &Arc<Data>, story: &Story) -> Option<AnyView> {
    let kinds = story.types.iter().filter_map(|ix| data.catalogue.type_term(*ix));
    let audiences = story.audiences.iter().filter_map(|ix| data.catalogue.audience(*ix));
    let tags: Vec<AnyView> = kinds.chain(audiences).map(|term| said(data, &term.name)).collect();
    (!tags.is_empty()).then(|| list("tags", tags))
}

/// The link to where the story can be watched or read.
pub fn watch(story: &Story, strings: &'static Strings, class: &'static str) -> Option<AnyView> {
    let (picture, text, href) = match &story.video {
        Some(Video::YouTube { id, playlist }) => {
            let mut href = format!("https://www.youtube.com/watch?v={id}");
            if let Some(playlist) = playlist {
                href.push_str("&list=");
                href.push_str(playlist);
            }
            let text = if story.kind == StoryKind::Theme { strings.watch_playlist } else { strings.watch };
            (PLAY, text, href)
        }
        Some(Video::Link(url)) => {
            let text = if story.kind == StoryKind::Theme { strings.watch_playlist } else { strings.watch };
            (PLAY, text, url.as_str().to_owned())
        }
        None => (FILE, strings.read_page, story.page.as_ref()?.as_str().to_owned()),
    };
    Some(link(class, Some(picture), href, words(text), strings))
}

/// Length and captions; unknown is said.
pub fn facts(story: &Story, lang: UiLang) -> AnyView {
    let strings = lang.strings();
    let length = story.seconds.map(|seconds| {
        let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(0);
        words(lang.count(minutes, &strings.minutes))
    });
    let captions = yes_no(story.captions, strings).map(|answer| {
        let lang = story.captions_lang.as_deref().map(|tag| format!(" ({tag})")).unwrap_or_default();
        words(format!("{answer}{lang}"))
    });
    let rows = vec![
        fact_or_unknown(strings.length, length, strings),
        fact_or_unknown(strings.captions, captions, strings),
        fact_or_unknown(strings.spoken, story.spoken.as_deref().map(words), strings),
    ];
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// The services a story shows, else the kinds of service it is about.
pub fn services(finder: Finder, data: &Arc<Data>, story: &Story) -> Vec<AnyView> {
    let strings = finder.lang.get_untracked().strings();
    let shown = story.services.iter().filter_map(|ix| data.catalogue.service(*ix));
    let links = related_links(finder, data, shown);
    if !links.is_empty() {
        return vec![list("links", links)];
    }
    story
        .types
        .iter()
        .filter_map(|ix| data.catalogue.type_term(*ix))
        .map(|term| {
            let id = term.id.clone();
            let label = finder_core::strings::fill(strings.story_kind_services, &[("kind", data.text(&term.name))]);
            button("button", None, label, move || finder.only_type(id.clone()))
        })
        .collect()
}
