//! Parts of a page that are drawn again when more is known, without taking the focus from under a visitor.

use wasm_bindgen::JsCast;

use crate::{browser, dom::El};

/// Fills `holder` with what `make` gives, again whenever the signals it reads change. Where the focus was on something that
/// is drawn again (the same link, or the same words), it is there afterwards.
pub fn steady(holder: El, make: impl Fn() -> Vec<El> + 'static) -> El {
    let within = holder.clone();
    holder.slot(move || {
        let focused = focused(&within);
        let made = make();
        if let Some(before) = focused {
            let within = within.clone();
            browser::later(move || {
                let all = within.node().query_selector_all("a, button, summary, input").ok();
                let all = (0..).map_while(|at| all.as_ref()?.item(at));
                let mut all = all.filter_map(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
                if let Some(again) = all.find(|element| mark(element) == before) {
                    browser::focus_in_place(&again);
                }
            });
        }
        made
    })
}

/// What marks the element that has the focus within `holder`.
fn focused(holder: &El) -> Option<String> {
    let active = browser::shadow_root(holder.node())?.active_element()?;
    holder.node().contains(Some(&active)).then(|| mark(&active))
}

fn mark(element: &web_sys::Element) -> String {
    element.get_attribute("href").or_else(|| element.text_content()).unwrap_or_default()
}
