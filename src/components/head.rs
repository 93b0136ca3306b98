//! Above all: what this is, how old, in which language. Below all: whose it is.

use finder_core::strings::{UiLang, fill};
use leptos::prelude::*;

use super::bits::{button, foreign_lang, heading, link, notice, para, said, span};
use crate::{
    browser, dates,
    dom::{El, el},
    start,
    state::Finder,
};

/// A catalogue older than this says so: phones and places change within half a year.
const OLD_DAYS: i64 = 180;

/// Title, date and language switch.
pub fn head(finder: Finder) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let Some(data) = finder.data_now() else { return Vec::new() };
    let level = finder.options.with_untracked(|options| options.heading);
    let date = data.catalogue.updated;
    let shown = match date {
        Some(date) => fill(strings.catalogue_date, &[("date", &dates::date(date, lang))]),
        None => strings.catalogue_undated.to_owned(),
    };
    let old = date.filter(|date| browser::today() - date.days_since_epoch() > OLD_DAYS);
    let old = old.map(|date| {
        let text = fill(strings.catalogue_old, &[("date", &dates::date(date, lang))]);
        notice(span(&text))
    });
    let text = el("div")
        .class("head-text")
        .child(said(heading(level, "title"), &data, &data.catalogue.title))
        .child(para("date", &shown));
    let head = el("header").class("head").child(text).child(language_switch(finder, lang));
    std::iter::once(head).chain(old).collect()
}

/// The interface's languages, each in its own words.
fn language_switch(finder: Finder, current: UiLang) -> El {
    let languages = UiLang::ALL.into_iter().map(|lang| {
        button("lang", None, lang.own_name())
            .attr("lang", lang.tag())
            .attr("aria-pressed", if lang == current { "true" } else { "false" })
            .on_click(move || start::speak(finder, lang, Some(".lang[aria-pressed=true]")))
    });
    el("div")
        .class("langs")
        .attr("role", "group")
        .attr("aria-label", current.strings().language)
        .children(languages.collect())
}

/// Publisher, credits, licence.
pub fn foot(finder: Finder) -> El {
    let strings = finder.lang.get_untracked().strings();
    let foot = el("footer").class("foot");
    let Some(data) = finder.data_now() else { return foot };
    let catalogue = &data.catalogue;
    let mut lines = Vec::new();
    if let Some(name) = &catalogue.publisher.name {
        let text = span(&fill(strings.published_by, &[("name", data.text(name))]));
        lines.push(match &catalogue.publisher.website {
            Some(url) => link("quiet", None, url.as_str(), text, strings),
            None => text,
        });
    }
    if let Some(licence) = &catalogue.licence {
        lines.push(span(&fill(strings.licence, &[("licence", licence)])));
    }
    for credit in &catalogue.credits {
        lines.push(span(data.text(credit)).attr_if("lang", foreign_lang(&data, credit)));
    }
    foot.children(lines.into_iter().map(|line| el("p").child(line)).collect())
}
