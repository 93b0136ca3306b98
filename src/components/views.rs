//! The choice between list, map, stories and programmes.

use finder_core::query::View;
use leptos::prelude::*;

use super::bits::button;
use crate::{
    chunks,
    dom::{El, el},
    icons::{FLAG, LIST, MAP, PLAY},
    state::Finder,
};

/// Buttons for the views that the catalogue has something for; none where there is but one.
pub fn views(finder: Finder) -> Option<El> {
    let strings = finder.lang.get_untracked().strings();
    let data = finder.data_now()?;
    let (views, locked) =
        finder.options.with_untracked(|options| (options.views(&data.catalogue), options.is_locked("view")));
    if views.len() < 2 || locked {
        return None;
    }
    let buttons = views.into_iter().map(|view| {
        let (picture, name) = match view {
            View::List => (LIST, strings.view_list),
            View::Map => (MAP, strings.view_map),
            View::Stories => (PLAY, strings.view_stories),
            View::Programme => (FLAG, strings.view_programme),
        };
        let button = button("view", Some(picture), name);
        // A finger or a pointer that is over it, or Tab: the map will be there by the time it is pressed.
        let button = if view == View::Map {
            let expect = move |_| chunks::expect_map(finder);
            button.on("pointerenter", expect).on("focus", expect)
        } else {
            button
        };
        button
            .attr_with("aria-current", move || (finder.view.get() == view).then(|| "page".to_owned()))
            .on_click(move || finder.set_view(view))
    });
    Some(el("nav").class("views").attr("aria-label", strings.views).children(buttons.collect()))
}
