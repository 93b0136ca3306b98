//! One facet: choices with counts.

use finder_core::strings::{Strings, fill};
use wasm_bindgen::JsCast;

use super::bits::{button, icon};
use crate::{
    dom::{El, el, react, text_el},
    icons::{DOWN, Icon},
    small::Small,
};

/// Choices shown before *show more*.
const SHORT: usize = 7;

/// One choice of a facet.
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// Language of the name, where it is not the interface's.
    pub lang: Option<String>,
    /// Its picture.
    pub icon: Option<Icon>,
    /// Results if it were chosen; already reflects the other facets. Reactive.
    pub count: Box<dyn Fn() -> u32>,
    /// Is it chosen? Reactive.
    pub chosen: std::rc::Rc<dyn Fn() -> bool>,
    /// The visitor ticked or unticked it.
    pub on_toggle: Box<dyn Fn()>,
    /// Choices within it, made when they are first shown: a region's municipalities.
    pub within: Option<Within>,
}

/// Choices within a choice.
pub struct Within {
    /// Is one of them chosen now?
    pub any_chosen: bool,
    /// Makes them.
    pub make: Box<dyn Fn() -> Vec<Choice>>,
}

/// A facet's choices in catalogue order. Zero counts stay, disabled, so the list does not jump.
pub fn facet_group(name: &str, choices: Vec<Choice>, strings: &'static Strings) -> El {
    let open = Small::new(false);
    let more = choices.len().saturating_sub(SHORT + 1);
    let mut rows = Vec::new();
    for (at, choice) in choices.into_iter().enumerate() {
        let item = el("li");
        let item = if more > 0 && at >= SHORT {
            let chosen = choice.chosen.clone();
            item.flag("hidden", move || !open.get() && !chosen())
        } else {
            item
        };
        rows.push(item.children(row_with_within(choice, strings)));
    }
    let more_button = (more > 0).then(|| {
        button("quiet more-values", None, "")
            .text_with(move || {
                if open.get() {
                    strings.show_fewer_values.to_owned()
                } else {
                    fill(strings.show_more_values, &[("n", &(more + 1).to_string())])
                }
            })
            .state("aria-expanded", move || open.get())
            .on_click(move || open.set(!open.get_untracked()))
    });
    el("fieldset")
        .class("facet")
        .attr("part", "facet")
        .child(text_el("legend", "", name))
        .child(el("ul").attr("role", "list").children(rows))
        .maybe(more_button)
}

/// One choice as a check box. A count of 0 leads nowhere; one that is chosen can always be taken back.
fn row(choice: Choice) -> El {
    let Choice { name, lang, icon: picture, count, chosen, on_toggle, .. } = choice;
    let input = el("input").attr("type", "checkbox").on("change", move |_| on_toggle());
    let number = el("span").class("count");
    let label = el("label")
        .child(input.clone())
        .maybe(picture.map(icon))
        .child(text_el("span", "choice-name", &name).attr_if("lang", lang.as_deref()))
        .child(number.clone());
    let row = label.clone();
    let mut before = None;
    // One effect a row, not one for each of its four changing things: there are many rows, and letters come quickly.
    react(Box::new(move || {
        let now = (count(), chosen());
        if before == Some(now) {
            return;
        }
        before = Some(now);
        let (count, is_chosen) = now;
        let is_dead = count == 0 && !is_chosen;
        let input: &web_sys::HtmlInputElement = input.node().unchecked_ref();
        input.set_checked(is_chosen);
        input.set_disabled(is_dead);
        number.node().set_text_content(Some(&count.to_string()));
        drop(row.clone().class(if is_dead { "choice dead" } else { "choice" }));
    }));
    label
}

/// A choice; a region has its municipalities under a button.
fn row_with_within(mut choice: Choice, strings: &'static Strings) -> Vec<El> {
    let Some(within) = choice.within.take() else { return vec![row(choice)] };
    // Open where something within is chosen, so that a shared link shows what it asks for.
    let open = Small::new(within.any_chosen);
    let label = fill(strings.show_municipalities, &[("region", &choice.name)]);
    let twist = button("twist", Some(DOWN), "")
        .attr("aria-label", &label)
        .state("aria-expanded", move || open.get())
        .on_click(move || open.set(!open.get_untracked()));
    let rows = el("div").slot(move || {
        if !open.get() {
            return Vec::new();
        }
        let rows = (within.make)().into_iter().map(|choice| el("li").child(row(choice)));
        vec![el("ul").class("within").attr("role", "list").children(rows.collect())]
    });
    vec![el("div").class("branch").child(row(choice)).child(twist), rows]
}
