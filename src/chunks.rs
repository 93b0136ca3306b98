//! Parts of the widget that are downloaded when they are first wanted, so that the first page is light on a phone.
//!
//! `cargo xtask build` splits the module at the functions marked here (`xtask/src/build/split.rs`). What only one of them
//! reaches goes into its chunk; chunks share memory, statics and the heap with the rest. So code that is called from both
//! sides of a mark belongs to the first download: keep the marks where the page has a seam.
// The marks make calls across files, which the linker cannot check: the macro writes both ends of them, in unsafe code.
#![allow(unsafe_code, improper_ctypes_definitions, reason = "made by the macro for both ends of a call")]

use std::{cell::Cell, pin::Pin, rc::Rc};

use finder_core::catalogue::{ServiceId, StoryId};
use futures_util::FutureExt;
use leptos::{
    prelude::{Owner, WithUntracked},
    reactive::computed::ScopedFuture,
};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::{
    browser,
    components::{self, bits},
    dom::{El, el},
    load::Plain,
    state::Finder,
    style::{adopt_more, sheet},
    words::{self, Words},
};

/// A part of the page, or why it could not be loaded: the console has more.
type Part = Result<El, SplitLoaderError>;

/// The map of municipalities. `around` holds it, and the results too.
pub fn map_view(finder: Finder, around: El) -> El {
    part(finder, move || whole_map(finder, Some(around.clone())))
}

/// Somebody is about to open the map: loads it. Not where data is to be saved: a pointer over a button is no wish yet.
pub fn expect_map(finder: Finder) {
    if finder.options.try_with_untracked(|options| options.reduced) == Some(false) {
        finder.spawn(async move {
            // Not there now: whoever opens it will be told.
            let _ = whole_map(finder, None).await;
        });
    }
}

/// What draws the map and what it draws, at the same time: it is drawn once, when both are here.
async fn whole_map(finder: Finder, around: Option<El>) -> Part {
    // Whoever asks second waits for the same download.
    finder.spawn(async move { drop(map(finder, None).await) });
    if let Some(source) = finder.source() {
        source.load(source.map()).await;
    }
    map(finder, around).await
}

/// The stories.
pub fn stories_view(finder: Finder) -> El {
    part(finder, move || stories(finder))
}

/// One story.
pub fn story_page(finder: Finder, id: &StoryId) -> El {
    let id = id.clone();
    part(finder, move || story(finder, id.clone()))
}

/// The regions' programmes.
pub fn programme_view(finder: Finder) -> El {
    part(finder, move || programme(finder))
}

/// One service.
pub fn service_page(finder: Finder, id: &ServiceId) -> El {
    let id = id.clone();
    part(finder, move || service(finder, id.clone()))
}

/// A service's page is about to open: loads what shows it.
pub async fn expect_service() {
    // Not there now: whoever opens it will be told.
    let _ = load_service().await;
}

/// The question where the visitor is and lives.
pub fn near(finder: Finder) -> El {
    part(finder, move || place(finder))
}

/// The results, parted by where the visitor lives or is.
pub fn sections(finder: Finder, level: u8) -> El {
    part(finder, move || parted(finder, level))
}

/// Ways out of an answer without results.
pub fn rescue(finder: Finder) -> El {
    part(finder, move || ways_out(finder))
}

/// Loads what most visitors want next, so that it opens at once.
pub async fn prefetch(finder: Finder) {
    expect_service().await;
    // Not there now: whoever opens it will be told.
    let _ = map(finder, None).await;
}

/// What words need, if it is here.
pub fn words_here() -> Option<Words> {
    WORDS.get()
}

/// Loads what words need.
pub async fn load_words() -> Result<Words, SplitLoaderError> {
    let words = words().await?;
    WORDS.set(Some(words));
    Ok(words)
}

/// Loads what plain JSON needs.
pub async fn load_plain() -> Result<Plain, SplitLoaderError> {
    plain().await
}

thread_local! {
    static WORDS: Cell<Option<Words>> = const { Cell::new(None) };
}

/// The map; without `around`, which would hold it, only what it is drawn with.
#[wasm_split(map, fallible)]
fn map(finder: Finder, around: Option<El>) -> Part {
    adopt_more(finder, SHADES);
    adopt_more(finder, sheet!("components/map/map.css"));
    Ok(around.map_or_else(|| el("div"), |around| components::map::map_view(finder, around)))
}

#[wasm_split(stories, fallible)]
fn stories(finder: Finder) -> Part {
    adopt_stories(finder);
    Ok(components::stories::stories_view(finder))
}

#[wasm_split(stories, fallible)]
fn story(finder: Finder, id: StoryId) -> Part {
    adopt_stories(finder);
    Ok(components::story_page::story_page(finder, &id))
}

fn adopt_stories(finder: Finder) {
    adopt_more(finder, SHADES);
    adopt_page(finder);
    adopt_more(finder, sheet!("components/stories.css"));
    adopt_more(finder, sheet!("components/player.css"));
}

#[wasm_split(programme, fallible)]
fn programme(finder: Finder) -> Part {
    adopt_page(finder);
    adopt_more(finder, sheet!("components/programme.css"));
    Ok(components::programme::programme_view(finder))
}

#[wasm_split(service, fallible, preload(load_service))]
fn service(finder: Finder, id: ServiceId) -> Part {
    adopt_page(finder);
    adopt_more(finder, sheet!("components/hours.css"));
    adopt_more(finder, sheet!("components/apply_where.css"));
    Ok(components::service_page::service_page(finder, &id))
}

#[wasm_split(near, fallible)]
fn place(finder: Finder) -> Part {
    adopt_more(finder, sheet!("components/near/near.css"));
    Ok(components::near::near(finder))
}

#[wasm_split(near, fallible)]
fn parted(finder: Finder, level: u8) -> Part {
    adopt_more(finder, sheet!("components/near/near.css"));
    Ok(components::near::sections(finder, level))
}

#[wasm_split(words, fallible)]
fn ways_out(finder: Finder) -> Part {
    words::adopt_sheets(finder);
    Ok(components::rescue::rescue(finder))
}

#[wasm_split(words, fallible)]
fn words() -> Result<Words, SplitLoaderError> {
    Ok(Words::new())
}

#[wasm_split(plain, fallible)]
fn plain() -> Result<Plain, SplitLoaderError> {
    Ok(Plain::new())
}

/// Lets a finder adopt what pages of records have in common.
pub fn adopt_page(finder: Finder) {
    adopt_more(finder, sheet!("components/page.css"));
}

/// The map's colours. A static, since sheets are told apart by the address of their text.
static SHADES: &str = sheet!("components/shades.css");

/// Makes a part, once its chunk is here. Boxed, so that what follows is compiled once and not for each part: 11 KB, 1 compressed.
type Make = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Part>>>>;

/// The part itself where its chunk is here, else a place for it; where it could not be loaded, that and a way to try again.
fn part<F: Future<Output = Part> + 'static>(finder: Finder, make: impl Fn() -> F + 'static) -> El {
    let make: Make = Rc::new(move || Box::pin(make()));
    place_for(finder, &make)
}

fn place_for(finder: Finder, make: &Make) -> El {
    if let Some(Ok(made)) = ScopedFuture::new_untracked(make()).now_or_never() {
        return made;
    }
    let holder = el("div").class("chunk");
    let strings = finder.lang.try_get_untracked().unwrap_or_default().strings();
    let waiting = bits::para("skeleton", strings.details_loading);
    let (within, owner) = (holder.clone().child(waiting.clone()), Owner::current());
    // The scope is the place's, not that of whoever happens to run the task.
    let making = ScopedFuture::new_untracked(make());
    let make = Rc::clone(make);
    finder.spawn(async move {
        let made = making.await;
        // The visitor has gone on.
        if !within.node().is_connected() {
            return;
        }
        let shown = made.unwrap_or_else(|_| {
            let again = move || failed(finder, Rc::clone(&make));
            owner.map_or_else(&again, |owner| owner.with(&again))
        });
        let _ = waiting.node().replace_with_with_node_1(shown.node());
    });
    holder
}

/// Says that a part could not be loaded, with a way to try again and, from a record, back.
fn failed(finder: Finder, make: Make) -> El {
    let strings = finder.lang.try_get_untracked().unwrap_or_default().strings();
    let holder = el("div").class("failed");
    let within = holder.clone();
    let owner = Owner::current();
    let again = bits::button("button", None, strings.retry).on_click(move || {
        let again = || place_for(finder, &make);
        let made = owner.as_ref().map_or_else(again, |owner| owner.with(again));
        within.node().set_text_content(None);
        let made = within.clone().child(made);
        // The button is gone, and the focus with it.
        made.html().set_tab_index(-1);
        browser::focus(made.node());
    });
    let back = finder.query_now().open.is_some();
    let back = back.then(|| bits::button("button", None, strings.back).on_click(move || finder.close()));
    holder.child(bits::para("", strings.details_failed)).child(again).maybe(back)
}
