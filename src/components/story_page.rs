//! A story's own page.

use finder_core::{catalogue::StoryId, query::Target};
use leptos::{html, prelude::*};

use super::{
    bits::{heading, para, said, section, words},
    route::details_state,
    service_page::{back, focus_on_open},
    share::Share,
    stories::{facts, region, services, tags, watch},
};
use crate::state::{PartPhase, finder};

/// A story with its services.
#[component]
pub fn StoryPage(
    /// The story; a link may name one that is gone.
    id: StoryId,
) -> impl IntoView {
    let finder = finder();
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let article = NodeRef::<html::Article>::new();
    focus_on_open(finder, article, format!("[data-id=\"{}\"] .card-link", id.as_str()));
    let shown = id.clone();
    let body = move || {
        let data = finder.data.get()?;
        let found = data.catalogue.story_by_id(&shown).and_then(|ix| data.catalogue.story(ix));
        let Some(story) = found else {
            // The stories may still be on their way.
            return Some(match finder.stories.get() {
                PartPhase::Ready => heading(level, "page-title", words(strings.gone)),
                phase => details_state(finder, phase),
            });
        };
        let title = data.text(&story.title).to_owned();
        Some(
            view! {
                {heading(level, "page-title", said(&data, &story.title))}
                {region(&data, story).map(|region| para("where", region))}
                {story.summary.as_ref().map(|summary| para("lead", said(&data, summary)))}
                {tags(&data, story)}
                <div class="story-ways">
                    {watch(story, strings, "big primary")}
                    <Share target={Target::Story(story.id.clone())} title />
                </div>
                {facts(story, lang)}
                {section(level + 1, "section", strings.story_services, services(finder, &data, story))}
            }
            .into_any(),
        )
    };
    view! {
        <article class="page" part="detail" data-id={id.as_str().to_owned()} node_ref=article>
            {back(finder)}
            {body}
        </article>
    }
}
