//! Above all: what this is, how old, in which language. Below all: whose it is.

use finder_core::strings::{UiLang, fill};
use leptos::prelude::*;

use super::bits::{foreign_lang, heading, link, notice, para, said, words};
use crate::{browser, dates, start, state::finder};

/// A catalogue older than this says so: phones and places change within half a year.
const OLD_DAYS: i64 = 180;

/// Title, date and language switch.
#[component]
pub fn Head() -> impl IntoView {
    let finder = finder();
    let lang = finder.lang.get_untracked();
    let strings = lang.strings();
    let Some(data) = finder.data_now() else { return ().into_any() };
    let catalogue = &data.catalogue;
    let level = finder.options.with_untracked(|options| options.heading);
    let date = catalogue.updated;
    let shown = match date {
        Some(date) => fill(strings.catalogue_date, &[("date", &dates::date(date, lang))]),
        None => strings.catalogue_undated.to_owned(),
    };
    let old = date.filter(|date| browser::today() - date.days_since_epoch() > OLD_DAYS);
    let old = old.map(|date| notice(words(fill(strings.catalogue_old, &[("date", &dates::date(date, lang))]))));
    view! {
        <header class="head">
            <div class="head-text">
                {heading(level, "title", said(&data, &catalogue.title))}
                {para("date", words(shown))}
            </div>
            <LanguageSwitch />
        </header>
        {old}
    }
    .into_any()
}

/// The interface's languages, each in its own words.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let finder = finder();
    let current = finder.lang.get_untracked();
    let languages: Vec<AnyView> = UiLang::ALL
        .into_iter()
        .map(|lang| {
            view! {
                <button
                    type="button"
                    class="lang"
                    lang={lang.tag()}
                    aria-pressed={if lang == current { "true" } else { "false" }}
                    on:click=move |_| {
                        start::speak(finder, lang, Some(".lang[aria-pressed=true]"));
                    }
                >
                    {lang.own_name()}
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <div class="langs" role="group" aria-label={current.strings().language}>{languages}</div> }
}

/// Publisher, credits, licence.
#[component]
pub fn Foot() -> impl IntoView {
    let finder = finder();
    let strings = finder.lang.get_untracked().strings();
    let Some(data) = finder.data_now() else { return ().into_any() };
    let catalogue = &data.catalogue;
    let publisher = catalogue.publisher.name.as_ref().map(|name| {
        let text = words(fill(strings.published_by, &[("name", data.text(name))]));
        match &catalogue.publisher.website {
            Some(url) => link("quiet", None, url.as_str().to_owned(), text, strings),
            None => text,
        }
    });
    let licence = catalogue.licence.as_ref().map(|licence| words(fill(strings.licence, &[("licence", licence)])));
    let credits = catalogue.credits.iter().map(|credit| {
        let tag = foreign_lang(&data, credit);
        view! { <span lang=tag>{data.text(credit).to_owned()}</span> }.into_any()
    });
    let lines: Vec<AnyView> =
        publisher.into_iter().chain(licence).chain(credits).map(|line| view! { <p>{line}</p> }.into_any()).collect();
    view! { <footer class="foot">{lines}</footer> }.into_any()
}
