//! Small pieces that many components share.

use std::cell::RefCell;

use finder_core::{
    catalogue::{Fact, Text},
    query::Target,
    strings::{PageStrings, Strings},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    dom::{El, el, svg, text_el},
    icons::Icon,
    state::{Data, Finder},
};

/// Draws a picture, 1.25 em wide. Always beside words, so hidden from screen readers.
#[inline(never)]
pub fn icon(icon: Icon) -> El {
    thread_local! {
        /// Each picture drawn so far: copying one costs a tenth of drawing it.
        static DRAWN: RefCell<Vec<(Icon, El)>> = const { RefCell::new(Vec::new()) };
    }
    DRAWN.with(|drawn| {
        let mut drawn = drawn.borrow_mut();
        if let Some((_, known)) = drawn.iter().find(|(known, _)| *known == icon) {
            return known.copy();
        }
        let new = draw(icon);
        drawn.push((icon, new.copy()));
        new
    })
}

fn draw(icon: Icon) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").attr("d", icon.0))
}

/// An empty heading of a level from 1 to 6; deeper is 6.
#[inline(never)]
pub fn heading(level: u8, class: &str) -> El {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).class(class)
}

/// Fills `holder` with a text of the catalogue; marks it where it is in another language than the interface.
#[inline(never)]
pub fn said(holder: El, data: &Data, text: &Text) -> El {
    holder.attr_if("lang", foreign_lang(data, text)).text(data.text(text))
}

/// The tag of a text's language, where that is not the interface's.
pub fn foreign_lang<'a>(data: &'a Data, text: &Text) -> Option<&'a str> {
    let best = text.best(data.lang);
    if best.lang == data.lang { None } else { data.catalogue.languages.get(best.lang.get()).map(|tag| &**tag) }
}

/// Fills `holder` with a text of the catalogue, with the words that were asked for marked.
#[inline(never)]
pub fn marked(holder: El, finder: Finder, data: &Data, text: &Text) -> El {
    let holder = holder.attr_if("lang", foreign_lang(data, text));
    let text = data.text(text).to_owned();
    let node = holder.node().clone();
    let mut before = None;
    // Compared, so that a keystroke that changes no mark changes nothing on the page.
    crate::dom::react(Box::new(move || {
        let ranges = finder.results.with(|answer| answer.marks.as_ref().map(|marks| marks(&text)).unwrap_or_default());
        if before.as_ref() == Some(&ranges) {
            return;
        }
        node.set_text_content(None);
        let mut at = 0;
        let mut holder = El::of(node.clone());
        for range in &ranges {
            let (plain, hit) = (text.get(at..range.start).unwrap_or(""), text.get(range.clone()).unwrap_or(""));
            holder = holder.text(plain).child(text_el("mark", "", hit));
            at = range.end;
        }
        drop(holder.text(text.get(at..).unwrap_or("")));
        before = Some(ranges);
    }));
    holder
}

/// A button with a picture and words.
#[inline(never)]
pub fn button(class: &str, picture: Option<Icon>, text: &str) -> El {
    el("button").attr("type", "button").class(class).maybe(picture.map(icon)).text(text)
}

/// A link that leaves the widget: call, write, website. Web links open a new tab and say so.
#[inline(never)]
pub fn link(class: &str, picture: Option<Icon>, href: &str, text: El, strings: &Strings) -> El {
    let link = el("a").class(class).attr("href", href).maybe(picture.map(icon));
    if href.starts_with("http") {
        let note = text_el("span", "vh", &format!(" ({})", strings.opens_new));
        link.attr("target", "_blank").attr("rel", "noopener noreferrer").child(text.child(note))
    } else {
        link.child(text)
    }
}

/// Words, ready to be put into something.
pub fn span(text: &str) -> El {
    text_el("span", "", text)
}

/// A link that opens a record here; with a modifier key or another button, wherever the browser would.
#[inline(never)]
pub fn open_link(finder: Finder, class: &str, target: Target) -> El {
    let address = finder.address_of(&target);
    let holder = match &address {
        Some(href) => el("a").attr("href", href),
        None => el("button").attr("type", "button"),
    };
    let is_link = address.is_some();
    holder.class(class).on("click", move |event| {
        let mouse: &web_sys::MouseEvent = event.unchecked_ref();
        let aside = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() || mouse.button() != 0;
        if is_link && aside {
            return;
        }
        event.prevent_default();
        finder.open(target.clone());
    })
}

/// One fact: its name and what is known, to be filled.
#[inline(never)]
pub fn fact(name: &str, value: El) -> El {
    el("div").class("fact").child(text_el("dt", "", name)).child(value)
}

/// What is known, in words.
pub fn dd(text: &str) -> El {
    text_el("dd", "", text)
}

/// A fact that may be unknown; unknown is said.
#[inline(never)]
pub fn fact_or_unknown(name: &str, value: Option<El>, pages: &PageStrings) -> El {
    let value = value.unwrap_or_else(|| el("dd").child(text_el("span", "unknown", pages.not_stated)));
    fact(name, value)
}

/// Yes, no or not stated.
pub fn yes_no(fact: Fact, pages: &PageStrings) -> Option<&'static str> {
    match fact {
        Fact::Yes => Some(pages.yes),
        Fact::No => Some(pages.no),
        Fact::NotStated => None,
    }
}

/// A paragraph.
pub fn para(class: &str, text: &str) -> El {
    text_el("p", class, text)
}

/// A notice with a warning sign.
#[inline(never)]
pub fn notice(text: El) -> El {
    el("p").class("notice").child(icon(crate::icons::WARN)).child(text)
}

/// A section of a page with its heading; nothing where there is nothing to show.
#[inline(never)]
pub fn section(level: u8, class: &str, title: &str, body: Vec<El>) -> Option<El> {
    (!body.is_empty())
        .then(|| el("section").class(class).child(heading(level, "section-title").text(title)).children(body))
}

/// A list; nothing where there is nothing to list. Safari drops a list's meaning with its bullets: the role brings it back.
#[inline(never)]
pub fn list(class: &str, entries: Vec<El>) -> Option<El> {
    (!entries.is_empty()).then(|| {
        let rows = entries.into_iter().map(|entry| el("li").child(entry)).collect();
        el("ul").class(class).attr("role", "list").children(rows)
    })
}

/// `list` as the body of a section.
pub fn listed(class: &str, entries: Vec<El>) -> Vec<El> {
    list(class, entries).into_iter().collect()
}
