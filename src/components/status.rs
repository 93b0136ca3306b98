//! The one place that says how many results there are, for eyes and screen readers alike.

use std::time::Duration;

use finder_core::{
    query::View,
    strings::{UiLang, fill},
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    dom::{El, effect, el},
    state::{Finder, PartPhase, Phase},
};

/// Typing is announced once it pauses, so that a screen reader is not interrupted by every letter.
const PAUSE: Duration = Duration::from_millis(350);

/// The status line.
pub fn status(finder: Finder) -> El {
    let announced = RwSignal::new(untrack(|| text(finder)));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_get_value() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    effect(Box::new(move || {
        let text = text(finder);
        stop();
        if finder.typing.get_untracked() {
            let timer = set_timeout_with_handle(
                move || {
                    let _ = announced.try_set(text);
                },
                PAUSE,
            );
            waiting.set_value(timer.ok());
        } else {
            announced.set(text);
        }
    }));
    el("p").class("status").attr("part", "status").attr("role", "status").text_with(move || announced.get())
}

fn text(finder: Finder) -> String {
    let lang = finder.lang.get();
    let strings = lang.strings();
    match finder.phase.get() {
        Phase::Loading => strings.loading.to_owned(),
        Phase::Slow => strings.slow.to_owned(),
        Phase::Failed(_) => strings.failed.to_owned(),
        Phase::Ready if finder.waits_for_words() => strings.searching.to_owned(),
        Phase::Ready => match finder.view.get() {
            View::List | View::Map => services(finder, lang),
            View::Stories => finder.results.with(|results| lang.count(results.stories.len(), &strings.stories)),
            View::Programme => String::new(),
        },
    }
}

/// *15 services and 28 nationwide*: nothing is counted that a visitor would not count.
pub fn services(finder: Finder, lang: UiLang) -> String {
    let strings = lang.strings();
    if finder.words.get() == PartPhase::Failed && finder.has_words_asked() {
        return strings.search_failed.to_owned();
    }
    finder.results.with(|results| {
        let mut text = match (results.matching, results.nationwide) {
            (0, 0) if results.not_stated == 0 => return strings.no_results.to_owned(),
            (0, 0) => String::new(),
            (matching, 0) => lang.count(matching, &strings.services),
            (0, nationwide) => lang.count(nationwide, &strings.only_nationwide),
            (matching, nationwide) => {
                let services = lang.count(matching, &strings.services);
                fill(strings.services_and_nationwide, &[("services", &services), ("n", &nationwide.to_string())])
            }
        };
        if results.not_stated > 0 {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&lang.count(results.not_stated, &strings.not_stated_count));
        }
        text
    })
}
