//! A story's own page: the video, the same as text, and the services it shows.

use finder_core::{
    catalogue::{PartKind, Story, StoryId},
    query::Target,
};
use leptos::prelude::*;

use super::{
    bits::{heading, para, said, section},
    player::player,
    route::part_state,
    service_page::page,
    share::share,
    stories::{facts, region, services, tags, watch},
    transcript::transcript,
};
use crate::{
    dom::{El, el},
    state::{Data, Finder, PartPhase},
};

/// A story with its services; a link may name one that is gone.
pub fn story_page(finder: Finder, id: &StoryId) -> El {
    let pages = finder.lang.get_untracked().pages();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let page = page(finder, id.as_str());
    let id = id.clone();
    let holder = page.clone();
    page.slot(move || {
        // Follows the stories alone: what else arrives must not take a playing video away.
        let phase = finder.stories.get();
        let data = finder.data_now();
        let story = |data: &Data| data.catalogue.story_by_id(&id).and_then(|ix| data.catalogue.story(ix).cloned());
        let drawn = match data.and_then(|data| Some((story(&data)?, data))) {
            Some((story, data)) => {
                finder.tell_story(&story.id);
                content(finder, level, &data, &story)
            }
            None if phase == PartPhase::Ready => vec![heading(level, "page-title").text(pages.gone)],
            None => return part_state(finder, phase, PartKind::Stories).into_iter().collect(),
        };
        // The page opened before its heading was there.
        super::service_page::focus_title(&holder);
        drawn
    })
}

fn content(finder: Finder, level: u8, data: &Data, story: &Story) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let (texts, pages) = (lang.stories(), lang.pages());
    let player = player(finder, data, story);
    let screen = match &player {
        Some(player) => Some(player.element()),
        None => watch(finder, story, "big primary"),
    };
    let share = share(finder, &Target::Story(story.id.clone()), data.text(&story.title));
    let mut body = vec![said(heading(level, "page-title"), data, &story.title)];
    body.extend(story.title_is_ours.then(|| para("hint", pages.title_ours)));
    body.extend(region(data, story));
    body.extend(story.summary.as_ref().map(|summary| said(el("p").class("lead"), data, summary)));
    body.extend(tags(data, story));
    body.push(el("div").class("story-ways").maybe(screen).maybe(share));
    body.extend(section(level + 1, "section", texts.story_services, services(finder, data, story)));
    body.extend(section(level + 1, "section", pages.transcript, transcript(data, story, player.as_ref(), lang)));
    body.push(facts(data, story, lang));
    body
}
