//! The map of municipalities: what exists where, at a glance. Choosing one filters, like any other filter.
//!
//! `picture` draws, `follow` changes it, `labels` writes on it, `inset` is a part of it once more, `sight` what of it is seen,
//! `glide` the way there, `keys` is the keyboard's way, `twin` the same as a table, `pair` joins it with the results beside it. What can be computed without a screen is in `finder_core::map`.

mod follow;
mod glide;
mod inset;
mod keys;
mod labels;
mod legend;
mod pair;
mod picture;
mod sight;
mod tools;
mod twin;

use std::{rc::Rc, sync::Arc};

use finder_core::map::MapFile;
use leptos::prelude::*;

use self::{picture::Picture, sight::Sight};
use super::bits::{heading, notice, para, span};
use crate::{
    browser,
    dom::{El, el, react},
    load::LoadError,
    state::{Data, Finder},
};

/// The map with its table, to be put into `around`, which holds the results too.
pub fn map_view(finder: Finder, around: El) -> El {
    let lang = finder.lang.get_untracked();
    let texts = lang.map();
    let level = finder.options.with_untracked(|options| options.heading) + 1;
    let locked = finder.options.with_untracked(|options| options.is_locked("municipality"));
    let picture = match shapes(finder) {
        Some(shapes) => drawn(finder, &Arc::new(shapes), locked, &around),
        None => vec![notice(span(texts.map_failed))],
    };
    let map = el("section");
    let twin = twin::twin(finder, locked, &map);
    map.class("map")
        .attr("part", "map")
        .child(heading(level, "view-title").text(texts.map_heading))
        .child(para("view-intro", if locked { texts.map_locked } else { texts.map_help }))
        .child(el("div").class("map-body").children(picture))
        .maybe(twin)
}

/// The shapes, if they could be loaded and read.
fn shapes(finder: Finder) -> Option<MapFile> {
    let source = finder.source()?;
    let bytes = source.loaded(&source.map()?);
    let told = |error: LoadError| browser::console_warn(&format!("service-finder: {}", error.message));
    read(finder, &bytes.map_err(told).ok()?, &*finder.data_now()?)
}

/// The shapes that fit the catalogue; where the page has chosen regions for good, of those regions.
fn read(finder: Finder, bytes: &[u8], data: &Data) -> Option<MapFile> {
    let map = MapFile::read(bytes, &data.catalogue)?;
    let is_locked = finder.options.try_with_untracked(|options| options.is_locked("region"))?;
    let regions = finder.initial().regions;
    if !is_locked || regions.is_empty() {
        return Some(map);
    }
    let catalogue = &data.catalogue;
    Some(map.only(|unit| catalogue.regions.get(unit.region.get()).is_some_and(|region| regions.contains(&region.id))))
}

fn drawn(finder: Finder, map: &Arc<MapFile>, locked: bool, around: &El) -> Vec<El> {
    let Some(data) = finder.data_now() else { return Vec::new() };
    let sight = Sight::new(finder, &data, map);
    let body = el("div").class("map-frame");
    let picture = Picture::new(finder, &data, map, sight, locked, body.clone());
    sight.watch(&body);
    let follow = |step: fn(&Rc<Picture>)| {
        let picture = Rc::clone(&picture);
        react(Box::new(move || step(&picture)));
    };
    follow(|picture| picture.follow());
    follow(|picture| picture.dim());
    follow(Picture::arrange);
    follow(|picture| picture.light());
    keys::listen(&picture);
    pair::join(around, &picture);
    let caption = {
        let picture = Rc::clone(&picture);
        move || sight.lit.get().map(|at| picture.says(at)).unwrap_or_default()
    };
    let caption = para("map-caption", "").attr("aria-hidden", "true").text_with(caption);
    let below = el("div").class("map-below").child(legend::legend(finder)).maybe(inset::inset(&picture));
    vec![tools::tools(finder, &picture), body, caption, below]
}
