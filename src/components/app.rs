//! The whole widget: what stands above, the state of loading, and the view that was chosen.

use finder_core::query::{Target, View};
use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    chips::Chips,
    filters::Filters,
    head::{Foot, Head},
    loading::Loading,
    map::MapView,
    programme::ProgrammeView,
    results::Results,
    search_box::SearchBox,
    service_page::ServicePage,
    status::Status,
    stories::StoriesView,
    story_page::StoryPage,
    views::Views,
};
use crate::{
    options::Section,
    state::{Finder, Phase},
};

/// From this width, in times the size of the text, filters stand beside the results. Of the widget, not of the window:
/// it may sit in a narrow column of a wide page, or be read in large letters.
const WIDE_EM: f64 = 51.0;

/// The root of the widget.
#[component]
pub fn App(
    /// The finder to show.
    finder: Finder,
) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    watch_width(finder, root);
    host_events(finder);
    let ready = Memo::new(move |_| finder.phase.with(|phase| *phase == Phase::Ready));
    let view = Memo::new(move |_| finder.query().with(|query| query.view));
    let open = Memo::new(move |_| finder.query().with(|query| query.open.clone()));
    let above = move || {
        finder.epoch.get();
        ready.get().then(|| {
            view! {
                <Head />
                <div class="tools">
                    <SearchBox view />
                    <Views view />
                </div>
                <Filters view />
                <Chips view />
            }
            .into_any()
        })
    };
    let below = move || {
        finder.epoch.get();
        if !ready.get() {
            return view! { <Loading /> }.into_any();
        }
        let main = move || match view.get() {
            View::List => view! { <Results /> }.into_any(),
            View::Map => view! { <MapView /> <Results /> }.into_any(),
            View::Stories => view! { <StoriesView /> }.into_any(),
            View::Programme => view! { <ProgrammeView /> }.into_any(),
        };
        let page = move || {
            open.get().map(|target| match target {
                Target::Service(id) | Target::Office(id) => view! { <ServicePage id /> }.into_any(),
                Target::Story(id) => view! { <StoryPage id /> }.into_any(),
            })
        };
        view! {
            <div class="main">{main}</div>
            {page}
            <Foot />
        }
        .into_any()
    };
    let filtered = move || {
        let options = finder.options.get();
        finder.data.with(|data| data.as_ref().is_some_and(|data| options.shows(Section::Filters, &data.catalogue)))
            && view.get() != View::Programme
    };
    view! {
        <div
            class="sf"
            class:wide=move || finder.wide.get()
            class:has-open=move || open.with(Option::is_some)
            class:has-filters=filtered
            lang=move || finder.lang.get().tag()
            node_ref=root
        >
            {above}
            <Status view />
            {below}
        </div>
    }
}

/// Follows the widget's width.
fn watch_width(finder: Finder, root: NodeRef<html::Div>) {
    let observed = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        let Some(element) = root.get() else { return };
        let text_size = text_size(&element);
        let on_size = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() else { return };
            let wide = is_wide(entry.content_rect().width(), text_size);
            if finder.wide.try_get_untracked().is_some_and(|before| before != wide) {
                // Not at once: laying out anew while being told of a size is an error event on the page's window.
                request_animation_frame(move || {
                    let _ = finder.wide.try_set(wide);
                });
            }
        });
        // The first answer at once, so that nothing jumps.
        finder.wide.set(is_wide(f64::from(element.client_width()), text_size));
        if let Ok(observer) = web_sys::ResizeObserver::new(on_size.as_ref().unchecked_ref()) {
            observer.observe(&element);
            observed.set_value(Some(Watch { observer, _on_size: on_size }));
        }
    });
}

fn is_wide(width: f64, text_size: f64) -> bool {
    width >= WIDE_EM * text_size
}

/// The size of the widget's text in pixels.
fn text_size(element: &web_sys::Element) -> f64 {
    let style = window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(16.0)
}

/// An observer, with what it calls.
struct Watch {
    observer: web_sys::ResizeObserver,
    _on_size: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells the page around about each new answer.
fn host_events(finder: Finder) {
    Effect::new(move |before: Option<bool>| {
        finder.query().track();
        finder.results.track();
        let ready = finder.phase.with(|phase| *phase == Phase::Ready);
        // The first answer is part of *ready*.
        if before == Some(true) && ready {
            finder.emit_change();
        }
        ready
    });
}
