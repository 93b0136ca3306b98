//! Small pieces that many components share. Few types on purpose: each new one costs bytes.

use finder_core::{
    catalogue::{Fact, Text},
    query::Target,
    strings::Strings,
};
use leptos::{ev::MouseEvent, prelude::*};

use crate::{
    icons::{Icon, icon},
    state::{Data, Finder},
};

/// A heading of a level from 1 to 6; deeper is 6.
pub fn heading(level: u8, class: &'static str, child: AnyView) -> AnyView {
    match level {
        1 => view! { <h1 class=class>{child}</h1> }.into_any(),
        2 => view! { <h2 class=class>{child}</h2> }.into_any(),
        3 => view! { <h3 class=class>{child}</h3> }.into_any(),
        4 => view! { <h4 class=class>{child}</h4> }.into_any(),
        5 => view! { <h5 class=class>{child}</h5> }.into_any(),
        _ => view! { <h6 class=class>{child}</h6> }.into_any(),
    }
}

/// Plain words.
pub fn words(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    text.into_any()
}

/// A text of the catalogue; marked where it is in another language than the interface.
pub fn said(data: &Data, text: &Text) -> AnyView {
    in_its_language(data, text, |text| words(text))
}

/// The tag of a text's language, where that is not the interface's.
pub fn foreign_lang(data: &Data, text: &Text) -> Option<String> {
    let best = text.best(data.lang);
    (best.lang != data.lang).then(|| data.catalogue.languages.get(best.lang.get()).map(ToString::to_string)).flatten()
}

fn in_its_language(data: &Data, text: &Text, show: impl FnOnce(&str) -> AnyView) -> AnyView {
    let shown = show(data.text(text));
    match foreign_lang(data, text) {
        Some(tag) => view! { <span lang=tag>{shown}</span> }.into_any(),
        None => shown,
    }
}

/// A text of the catalogue with the words that were asked for marked.
pub fn marked(finder: Finder, data: &Data, text: &Text) -> AnyView {
    let foreign = foreign_lang(data, text);
    let text: std::sync::Arc<str> = data.text(text).into();
    let read = std::sync::Arc::clone(&text);
    // Compared, so that a keystroke that changes no mark changes nothing on the page.
    let ranges =
        Memo::new(move |_| finder.marks.with(|marks| marks.as_ref().map(|m| m.ranges(&read)).unwrap_or_default()));
    let shown = move || {
        let mut pieces: Vec<AnyView> = Vec::new();
        let mut at = 0;
        for range in ranges.get() {
            let (before, hit) = (text.get(at..range.start).unwrap_or(""), text.get(range.clone()).unwrap_or(""));
            if !before.is_empty() {
                pieces.push(words(before));
            }
            pieces.push(view! { <mark>{hit.to_owned()}</mark> }.into_any());
            at = range.end;
        }
        pieces.push(words(text.get(at..).unwrap_or("")));
        pieces
    };
    view! { <span lang=foreign>{shown}</span> }.into_any()
}

/// A button with a picture and words.
pub fn button(class: &'static str, picture: Option<Icon>, text: String, on_click: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class=class on:click=move |_| on_click()>
            {picture.map(icon)}
            {text}
        </button>
    }
    .into_any()
}

/// A link that leaves the widget: call, write, website. Web links open a new tab and say so.
pub fn link(class: &'static str, picture: Option<Icon>, href: String, text: AnyView, strings: &Strings) -> AnyView {
    let web = href.starts_with("http");
    let note = web.then(|| view! { <span class="vh">{format!(" ({})", strings.opens_new)}</span> }.into_any());
    view! {
        <a
            class=class
            href=href
            target={web.then_some("_blank")}
            rel={web.then_some("noopener noreferrer")}
        >
            {picture.map(icon)}
            <span>{text}{note}</span>
        </a>
    }
    .into_any()
}

/// A link that opens a record here; with a modifier key or another button, wherever the browser would.
pub fn open_link(finder: Finder, class: &'static str, target: Target, child: AnyView) -> AnyView {
    match finder.address_of(&target) {
        Some(href) => view! {
            <a
                class=class
                href=href
                on:click=move |event: MouseEvent| {
                    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0 {
                        return;
                    }
                    event.prevent_default();
                    finder.open(target.clone());
                }
            >
                {child}
            </a>
        }
        .into_any(),
        None => view! {
            <button type="button" class=class on:click=move |_| finder.open(target.clone())>
                {child}
            </button>
        }
        .into_any(),
    }
}

/// One fact: its name and what is known.
pub fn fact(name: &'static str, value: AnyView) -> AnyView {
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// A fact that may be unknown; unknown is said.
pub fn fact_or_unknown(name: &'static str, value: Option<AnyView>, strings: &Strings) -> AnyView {
    let value = value.unwrap_or_else(|| view! { <span class="unknown">{strings.not_stated}</span> }.into_any());
    fact(name, value)
}

/// Yes, no or not stated.
pub fn yes_no(fact: Fact, strings: &Strings) -> Option<&'static str> {
    match fact {
        Fact::Yes => Some(strings.yes),
        Fact::No => Some(strings.no),
        Fact::NotStated => None,
    }
}

/// A paragraph with a class.
pub fn para(class: &'static str, child: AnyView) -> AnyView {
    view! { <p class=class>{child}</p> }.into_any()
}

/// A notice with a warning sign.
pub fn notice(text: AnyView) -> AnyView {
    view! {
        <p class="notice">
            {icon(crate::icons::WARN)}
            <span>{text}</span>
        </p>
    }
    .into_any()
}

/// A section of a page with its heading; nothing where there is nothing to show.
pub fn section(level: u8, class: &'static str, title: &str, body: Vec<AnyView>) -> Option<AnyView> {
    (!body.is_empty()).then(|| {
        view! {
            <section class=class>
                {heading(level, "section-title", words(title))}
                {body}
            </section>
        }
        .into_any()
    })
}

/// A list.
pub fn list(class: &'static str, entries: Vec<AnyView>) -> AnyView {
    let entries: Vec<AnyView> = entries.into_iter().map(|entry| view! { <li>{entry}</li> }.into_any()).collect();
    // Safari drops a list's meaning with its bullets; the role brings it back.
    view! { <ul class=class role="list">{entries}</ul> }.into_any()
}
