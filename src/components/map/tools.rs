//! The buttons of the map: which part of it, how large, in which form. Nothing else zooms: wheel and fingers scroll the page.

use std::rc::Rc;

use finder_core::{catalogue::RegionIx, query::MapForm, strings::fill};
use leptos::prelude::*;

use super::{
    picture::Picture,
    sight::{Level, inset_city},
};
use crate::{
    components::bits::button,
    dom::{El, el},
    icons::{MINUS, PLUS},
    state::Finder,
};

/// All the buttons.
pub fn tools(finder: Finder, picture: &Rc<Picture>) -> El {
    let locked = finder.options.with_untracked(|options| options.is_locked("map"));
    el("div")
        .class("map-tools")
        .child(parts(finder, picture))
        .child(zoom(finder, picture))
        .maybe((picture.map.has_tiles() && !locked).then(|| forms(finder, picture)))
}

/// The parts of the map, the whole first: it is the way back too, and never goes away under the finger.
fn parts(finder: Finder, picture: &Rc<Picture>) -> El {
    let texts = finder.lang.get_untracked().map();
    let level = picture.sight.level;
    let choice = move |name: &str, to: Level| {
        button("part", None, name).state("aria-pressed", move || level.get() == to).on_click(move || level.set(to))
    };
    let mut regions: Vec<RegionIx> = Vec::new();
    for unit in &picture.map.units {
        if !regions.contains(&unit.region) {
            regions.push(unit.region);
        }
    }
    let data = finder.data_now();
    let name =
        |ix: &RegionIx| data.as_ref().and_then(|data| Some(data.text(&data.catalogue.regions.get(ix.get())?.name)));
    let by_region = if regions.len() < 2 { Vec::new() } else { regions };
    let by_region = by_region.iter().filter_map(|ix| Some(choice(name(ix)?, Level::Region(*ix))));
    let inset = inset_city(&picture.map).map(|at| {
        let name = fill(texts.map_around, &[("name", picture.short(at))]);
        // Tiles are all of one size, and those around a city may lie far from each other.
        let sight = picture.sight;
        choice(&name, Level::Inset).flag("hidden", move || sight.is_tiles())
    });
    el("div")
        .class("parts")
        .attr("role", "group")
        .attr("aria-label", texts.map_zoom)
        .child(choice(texts.map_whole, Level::Whole))
        .children(by_region.chain(inset).collect())
}

/// Larger and smaller, around the municipality that was looked at last.
fn zoom(finder: Finder, picture: &Rc<Picture>) -> El {
    let texts = finder.lang.get_untracked().map();
    let level = picture.sight.level;
    let closer = {
        let picture = Rc::clone(picture);
        move || {
            let at = picture.active();
            let region = picture.map.units.get(at).map(|unit| unit.region);
            level.update(|level| {
                *level = match (*level, region) {
                    (Level::Whole, Some(region)) if picture.map.units.iter().any(|unit| unit.region != region) => {
                        Level::Region(region)
                    }
                    _ => Level::Around(at),
                };
            });
        }
    };
    let farther = {
        let map = Rc::clone(picture);
        move || {
            level.update(|level| {
                let region = map.map.units.get(map.active()).map(|unit| unit.region);
                *level = match (*level, region) {
                    (Level::Around(_), Some(region)) => Level::Region(region),
                    _ => Level::Whole,
                };
            });
        }
    };
    let zoom = |name: &str, picture| button("part zoom", Some(picture), "").attr("aria-label", name);
    el("div")
        .class("parts")
        .child(
            zoom(texts.map_closer, PLUS)
                .state("aria-disabled", move || matches!(level.get(), Level::Around(_)))
                .on_click(closer),
        )
        .child(
            zoom(texts.map_farther, MINUS)
                .state("aria-disabled", move || level.get() == Level::Whole)
                .on_click(farther),
        )
}

/// Outlines or tiles.
fn forms(finder: Finder, picture: &Rc<Picture>) -> El {
    let texts = finder.lang.get_untracked().map();
    let sight = picture.sight;
    let choice = move |name: &str, form: MapForm| {
        button("part", None, name)
            .state("aria-pressed", move || sight.is_tiles() == (form == MapForm::Tiles))
            .on_click(move || finder.set_map(form))
    };
    el("div")
        .class("parts")
        .attr("role", "group")
        .attr("aria-label", texts.map_forms)
        .child(choice(texts.map_shapes, MapForm::Shapes))
        .child(choice(texts.map_tiles, MapForm::Tiles))
}
