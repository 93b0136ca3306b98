//! What of the map is seen: which form, which part, how wide.

use std::sync::Arc;

use finder_core::{
    catalogue::RegionIx,
    map::{Arrangement, Frame, Layout, MapFile, TILE},
    query::MapForm,
};
use leptos::prelude::*;

use crate::{
    components::app::text_size,
    dom::{El, el, on_size},
    state::{Data, Finder},
};

/// Below this width, in times the size of the text, tiles are easier to hit and to read than outlines.
const NARROW_EM: i32 = 34;

/// Tiles are at least this wide.
const LEAST_TILE_PX: i32 = 40;

/// With tiles at least this wide the whole country stays one grid.
const GOOD_TILE_PX: i32 = 48;

/// Radius of a city: of the map's units, and of pixels, so that a finger finds it.
const CITY: i32 = 15;
const CITY_PX: i32 = 12;

/// The part of the map that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// All of it.
    Whole,
    /// The part that a map file asks to be shown larger.
    Inset,
    /// One region.
    Region(RegionIx),
    /// A municipality and its neighbours.
    Around(usize),
}

/// What the parts of the map share. Signals: copied freely.
#[derive(Clone, Copy)]
pub struct Sight {
    /// The part that is seen.
    pub level: RwSignal<Level>,
    /// Width of the drawing in pixels; 0 until it is known.
    pub width: RwSignal<i32>,
    /// Size of the text in pixels.
    pub text: RwSignal<i32>,
    /// The municipality that pointer or focus is on, here or in the results.
    pub lit: RwSignal<Option<usize>>,
    form: Memo<bool>,
}

impl Sight {
    /// Begins with the region that is asked for, if it is one.
    pub fn new(finder: Finder, data: &Data, map: &MapFile) -> Self {
        let level = match finder.query_now().regions.as_slice() {
            [only] => data.catalogue.region_by_id(only).filter(|ix| map.units.iter().any(|unit| unit.region != *ix)),
            _ => None,
        };
        let (width, text) = (RwSignal::new(0), RwSignal::new(16));
        let has_tiles = map.has_tiles();
        let form = Memo::new(move |_| {
            has_tiles
                && match finder.query().with(|query| query.map) {
                    Some(form) => form == MapForm::Tiles,
                    None => width.get() < NARROW_EM * text.get(),
                }
        });
        Self {
            level: RwSignal::new(level.map_or(Level::Whole, Level::Region)),
            width,
            text,
            lit: RwSignal::new(None),
            form,
        }
    }

    /// Is the map drawn as tiles? Reactive.
    pub fn is_tiles(self) -> bool {
        self.form.get()
    }

    /// The drawing for the present form and width; reactive.
    pub fn layout(self, map: &MapFile) -> Layout {
        let width = self.width.get().max(1);
        if !self.is_tiles() {
            return Layout::new(map, Arrangement::Shapes { city: CITY.max(CITY_PX * map.frame.w / width) });
        }
        let grid = Layout::new(map, Arrangement::Grid);
        if width * TILE / grid.frame.w.max(1) >= GOOD_TILE_PX {
            return grid;
        }
        Layout::new(map, Arrangement::Blocks { width: width * TILE / LEAST_TILE_PX })
    }

    /// The part of a drawing that a level shows, as wide for its height as the whole.
    pub fn frame(self, level: Level, layout: &Layout, map: &MapFile, neighbours: &[usize]) -> Frame {
        let is_tiles = self.form.get_untracked();
        let units = |keep: &dyn Fn(usize) -> bool| layout.around((0..map.units.len()).filter(|at| keep(*at)));
        let of_region = |at: usize, region| map.units.get(at).is_some_and(|unit| unit.region == region);
        let part = match level {
            Level::Whole => return layout.frame,
            Level::Inset if !is_tiles => map.inset,
            Level::Inset => units(&|at| in_inset(map, at)),
            Level::Region(region) => units(&|at| of_region(at, region)),
            Level::Around(unit) if is_tiles => units(&|at| at == unit).map(|frame| frame.grown(TILE)),
            Level::Around(unit) => units(&|at| at == unit || neighbours.contains(&at)),
        };
        part.map_or(layout.frame, |part| part.grown(layout.frame.w / 50).shaped_as(layout.frame))
    }

    /// Follows the width of what the drawing fills.
    pub fn watch(self, body: &El) {
        let ruler = el("div").class("map-ruler");
        let _ = body.node().append_child(ruler.node());
        let node = ruler.node().clone();
        let told = move || {
            #[expect(clippy::cast_possible_truncation, reason = "pixels")]
            let text = text_size(&node) as i32;
            let now = node.client_width();
            let before = self.width.try_get_untracked();
            let set = move || {
                let _ = self.text.try_set(text.max(8));
                let _ = self.width.try_set(now);
            };
            match before {
                // At once, so that the first thing painted is the map.
                Some(0) => set(),
                // Later: laying out anew while being told of a size is an error event on the page's window.
                Some(before) if before != now => request_animation_frame(set),
                _ => {}
            }
        };
        on_size(ruler.node(), Box::new(told));
    }
}

/// Does a municipality's name stand in the inset?
pub fn in_inset(map: &MapFile, at: usize) -> bool {
    let (Some(inset), Some(unit)) = (map.inset, map.units.get(at)) else { return false };
    let (x, y) = unit.label;
    Frame { x, y, w: 0, h: 0 }.lies_in(inset)
}

/// The city that the inset is drawn around: the one nearest to its middle.
pub fn inset_city(map: &Arc<MapFile>) -> Option<usize> {
    let (x, y) = map.inset?.middle();
    let cities = map.units.iter().enumerate().filter(|(at, unit)| unit.is_city && in_inset(map, *at));
    cities.min_by_key(|(_, unit)| (unit.label.0 - x).abs() + (unit.label.1 - y).abs()).map(|(at, _)| at)
}
