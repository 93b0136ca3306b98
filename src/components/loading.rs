//! What is shown until the catalogue is there, and if it cannot be had.

use leptos::prelude::*;

use super::bits::{button, para};
use crate::{
    dom::{El, el},
    start,
    state::{Finder, Phase},
};

/// Loading, slow or failed. The words of loading stand in the status line, which screen readers follow.
pub fn loading(finder: Finder) -> El {
    let strings = finder.strings();
    if let Phase::Failed(_) = finder.phase.get() {
        let retry = button("button", None, strings.retry).on_click(move || start::load(finder, None, None));
        return el("div").class("failed").child(para("", strings.failed_note)).child(retry);
    }
    el("div").class("bar").attr("aria-hidden", "true")
}
