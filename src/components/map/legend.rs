//! What the shades mean, in numbers.

use finder_core::{map::Classes, strings::fill};
use leptos::prelude::*;

use crate::{
    components::bits::{para, span},
    dom::{El, el},
    state::Finder,
};

/// The classes with their shades; and what is not counted.
pub fn legend(finder: Finder) -> El {
    let texts = finder.lang.get_untracked().map();
    let classes =
        Memo::new(move |_| finder.results.with(|results| Classes::of(results.facets.municipalities.iter().copied())));
    let steps = move || {
        let step = |text: String, shade: usize| {
            let swatch = el("span").class("swatch").attr("aria-hidden", "true").attr("data-shade", &shade.to_string());
            el("span").class("step").child(swatch).text(&text)
        };
        let ranges = classes
            .get()
            .ranges()
            .into_iter()
            .map(|(from, to, shade)| step(if from == to { to.to_string() } else { format!("{from}–{to}") }, shade));
        core::iter::once(step("0".to_owned(), 0)).chain(ranges).collect()
    };
    let nationwide = move || match finder.results.with(|results| results.facets.nationwide) {
        0 => String::new(),
        some => fill(texts.map_nationwide, &[("n", &some.to_string())]),
    };
    el("div")
        .class("legend")
        .child(para("legend-steps", "").child(span(texts.map_legend).text(":")).slot(steps))
        .child(para("", "").text_with(nationwide))
}
