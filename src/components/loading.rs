//! What is shown until the catalogue is there, and if it cannot be had.

use leptos::prelude::*;

use super::bits::{button, para, words};
use crate::{
    start,
    state::{Phase, finder},
};

/// Loading, slow or failed. The words of loading stand in the status line, which screen readers follow.
#[component]
pub fn Loading() -> impl IntoView {
    let finder = finder();
    move || {
        let strings = finder.strings();
        match finder.phase.get() {
            Phase::Failed(_) => view! {
                <div class="failed">
                    {para("", words(strings.failed_note))}
                    {button("button", None, strings.retry.to_owned(), move || start::load(finder, None))}
                </div>
            }
            .into_any(),
            Phase::Loading | Phase::Slow | Phase::Ready => {
                view! { <div class="bar" aria-hidden={"true"}></div> }.into_any()
            }
        }
    }
}
