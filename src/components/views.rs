//! The choice between list, map, stories and programmes.

use finder_core::query::View;
use leptos::prelude::*;

use crate::{
    icons::{FLAG, LIST, MAP, PLAY, icon},
    state::finder,
};

/// Buttons for the views that the catalogue has something for; none where there is but one.
#[component]
pub fn Views(
    /// The view shown.
    view: Memo<View>,
) -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let Some(data) = finder.data_now() else { return ().into_any() };
    let (views, locked) =
        finder.options.with_untracked(|options| (options.views(&data.catalogue), options.is_locked("view")));
    if views.len() < 2 || locked {
        return ().into_any();
    }
    let buttons: Vec<AnyView> = views
        .into_iter()
        .map(|each| {
            let (picture, name) = match each {
                View::List => (LIST, strings.view_list),
                View::Map => (MAP, strings.view_map),
                View::Stories => (PLAY, strings.view_stories),
                View::Programme => (FLAG, strings.view_programme),
            };
            view! {
                <button
                    type="button"
                    class="view"
                    aria-current=move || (view.get() == each).then_some("page")
                    on:click=move |_| finder.set_view(each)
                >
                    {icon(picture)}
                    {name}
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <nav class="views" aria-label={strings.views}>{buttons}</nav> }.into_any()
}
