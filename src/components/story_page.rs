//! A story's own page.

use finder_core::{
    catalogue::{PartKind, StoryId},
    query::Target,
};
use leptos::prelude::*;

use super::{
    bits::{heading, said, section},
    route::part_state,
    service_page::page,
    share::share,
    stories::{facts, region, services, tags, watch},
};
use crate::{
    dom::{El, el},
    state::{Finder, PartPhase},
};

/// A story with its services; a link may name one that is gone.
pub fn story_page(finder: Finder, id: &StoryId) -> El {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let page = page(finder, id.as_str());
    let id = id.clone();
    page.slot(move || {
        let Some(data) = finder.data.get() else { return Vec::new() };
        let found = data.catalogue.story_by_id(&id).and_then(|ix| data.catalogue.story(ix));
        let Some(story) = found else {
            // The stories may still be on their way.
            return match finder.stories.get() {
                PartPhase::Ready => vec![heading(level, "page-title").text(strings.gone)],
                phase => part_state(finder, phase, PartKind::Stories).into_iter().collect(),
            };
        };
        let ways = el("div").class("story-ways").maybe(watch(finder, story, "big primary")).maybe(share(
            finder,
            &Target::Story(story.id.clone()),
            data.text(&story.title),
        ));
        let mut body = vec![said(heading(level, "page-title"), &data, &story.title)];
        body.extend(region(&data, story));
        body.extend(story.summary.as_ref().map(|summary| said(el("p").class("lead"), &data, summary)));
        body.extend(tags(&data, story));
        body.push(ways);
        body.push(facts(story, lang));
        body.extend(section(level + 1, "section", strings.story_services, services(finder, &data, story)));
        body
    })
}
