//! The whole widget: what stands above, the state of loading, and the view that was chosen.

use finder_core::query::{Query, Target, View};
use leptos::prelude::*;

use super::{
    chips::chips,
    filters::filters,
    head::{foot, head},
    loading::loading,
    results::results,
    search_box::search_box,
    status::status,
    views::views,
};
use crate::{
    chunks::{self, map_view, programme_view, service_page, stories_view, story_page},
    dom::{El, effect, el, on_size},
    small::SmallMemo,
    state::{Finder, Phase},
};

/// Steps in which the first results are drawn; see [`app`].
pub const DRAWN: u32 = 3;

/// Then all of the first page of results is there: it is made in that many tasks of its own, and one more.
pub const SETTLED: u32 = DRAWN + 7;

/// The root of the widget.
pub fn app(finder: Finder) -> El {
    host_events(finder);
    // A page of results at once would be one long task on a phone: the parts are drawn one after the other.
    let drawn = |from: u32| SmallMemo::new(move || finder.drawn.get() >= from);
    let (ready, framed, whole, settled) = (drawn(1), drawn(2), drawn(DRAWN), drawn(SETTLED));
    // A query that holds nothing but the open record: one type of memo less.
    let open = Memo::new(move |_| finder.query().with(|query| Query { open: query.open.clone(), ..Query::default() }));
    let above = move || {
        finder.epoch.track();
        if !framed.get() {
            return Vec::new();
        }
        let mut above = head(finder);
        above.push(el("div").class("tools").maybe(search_box(finder)).slot(help(finder)).maybe(views(finder)));
        above
    };
    // Many beside the results, which come first; above them only the button that brings them, and what comes later there would
    // move them. Once for all: drawn again, an open sheet would be gone.
    let filtered = SmallMemo::new(move || settled.get() || (framed.get() && !finder.wide.get()));
    let narrowing = move || {
        finder.epoch.track();
        if filtered.get() { filters(finder) } else { Vec::new() }
    };
    let chosen = move || {
        finder.epoch.track();
        if framed.get() { vec![chips(finder)] } else { Vec::new() }
    };
    let listed = SmallMemo::new(move || matches!(finder.view.get(), View::List | View::Map));
    let main = move || {
        finder.epoch.track();
        vec![if !ready.get() {
            loading(finder)
        } else if listed.get() {
            listing(finder)
        } else if finder.view.get() == View::Stories {
            stories_view(finder)
        } else {
            programme_view(finder)
        }]
    };
    let page = move || {
        finder.epoch.track();
        if !whole.get() {
            return Vec::new();
        }
        match open.get().open {
            Some(Target::Service(id) | Target::Office(id)) => vec![service_page(finder, &id)],
            Some(Target::Story(id)) => vec![story_page(finder, &id)],
            None => Vec::new(),
        }
    };
    let below = move || {
        finder.epoch.track();
        if whole.get() { vec![foot(finder)] } else { Vec::new() }
    };
    let filtered = move || {
        let options = finder.options.get();
        finder.data.with(|data| data.as_ref().is_some_and(|data| options.filters(&data.catalogue)))
            && !matches!(finder.view.get(), View::Map | View::Programme)
    };
    let class = move || {
        let mut class = String::from("sf");
        for (name, is_on) in [
            (" wide", finder.wide.get()),
            (" drawing", ready.get() && !whole.get()),
            (" has-open", open.with(|query| query.open.is_some())),
            (" has-filters", filtered()),
        ] {
            if is_on {
                class.push_str(name);
            }
        }
        Some(class)
    };
    el("div")
        .attr_with("class", class)
        // Both languages of the interface are written from left to right, whatever the page around is.
        .attr("dir", "ltr")
        .attr_with("lang", move || Some(finder.lang.get().tag().to_owned()))
        .slot(above)
        .slot(narrowing)
        .slot(chosen)
        .child(status(finder))
        .child(el("div").class("main").slot(main))
        .slot(page)
        .slot(below)
}

/// Help that cannot wait: right under the words, where it is seen on a phone too, whatever view they are asked in.
fn help(finder: Finder) -> impl Fn() -> Vec<El> + 'static {
    // Each letter and each part of the catalogue brings a new answer: drawn anew, a number would be gone under the finger.
    let offered = SmallMemo::new(move || finder.results.with(|answer| answer.offered));
    move || {
        let _ = offered.get();
        chunks::words_here().map(|words| (words.help)(finder)).unwrap_or_default()
    }
}

/// The results, with the map beside or above them where it is wanted: between the two views they stay as they are.
fn listing(finder: Finder) -> El {
    let around = el("div");
    let within = around.clone();
    let map = move || finder.view.get() == View::Map;
    let around = around
        .attr_with("class", move || map().then(|| "map-view".to_owned()))
        .slot(move || if map() { vec![map_view(finder, within.clone())] } else { Vec::new() })
        .child(results(finder));
    el("div").class("listing").child(around)
}

/// Follows the widget's width, once it is on the page: wide enough for two columns or not, as the style sheet says.
pub fn watch_width(finder: Finder, element: &El) {
    let gauge = el("i");
    let _ = element.node().append_child(el("div").class("ruler").child(gauge.clone()).node());
    let gauge = gauge.node().clone();
    let observed = gauge.clone();
    let told = move || {
        let wide = is_wide(&gauge);
        if finder.wide.try_get_untracked().is_some_and(|before| before != wide) {
            // Not at once: laying out anew while being told of a size is an error event on the page's window.
            request_animation_frame(move || {
                let _ = finder.wide.try_set(wide);
            });
        }
    };
    // The first answer comes with the first layout: asking for it now would lay out the whole page in this very task.
    // The widget's own height changes whenever something is drawn, and its width with a scroll bar, also while sizes are
    // being told: again that error event. The gauge has two widths, and changes when the layout has to.
    on_size(&observed, Box::new(told));
}

/// Looks at the width once more, before the first results are drawn: they must not jump.
pub fn look_at_width(finder: Finder) {
    let gauge = finder.with_host(|host| host.root.query_selector(".ruler i").ok().flatten()).flatten();
    if let Some(gauge) = gauge {
        let _ = finder.wide.try_set(is_wide(&gauge));
    }
}

/// Has the gauge the width it has in a wide widget?
fn is_wide(gauge: &web_sys::Element) -> bool {
    gauge.client_width() > 1
}

/// The size of the widget's text in pixels.
pub fn text_size(element: &web_sys::Element) -> f64 {
    let style = window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.map_or(f64::NAN, |size| js_sys::parse_float(&size));
    if size > 0.0 { size } else { 16.0 }
}

/// Tells the page around about each new answer.
fn host_events(finder: Finder) {
    let mut told = None;
    effect(Box::new(move || {
        // Compared: a part of the catalogue that arrives makes a new answer to the same question, and nobody asked.
        let now = (finder.query().get(), finder.results.with(|results| results.total));
        if finder.phase.with(|phase| *phase == Phase::Ready) && !finder.waits_for_words() {
            // The first answer is part of *ready*.
            if told.as_ref().is_some_and(|told| *told != now) {
                finder.emit_change();
            }
            told = Some(now);
        }
    }));
}
