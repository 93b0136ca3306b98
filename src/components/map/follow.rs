//! What changes in the drawing: its form and part, numbers and shades, what is chosen, what pointer or focus is on.

use std::rc::Rc;

use finder_core::map::{Classes, Frame, Layout, TILE, shortened};
use leptos::prelude::*;

use super::{
    picture::{Picture, Unit},
    sight::Level,
};
use crate::{
    browser::{self, number},
    dom::{svg, take_off},
};

impl Picture {
    /// Draws for the form, the width and the part that are wanted now.
    pub fn arrange(self: &Rc<Self>) {
        let width = self.sight.width.get();
        let level = self.sight.level.get();
        let layout = self.sight.layout(&self.map);
        self.sight.text.track();
        if width == 0 {
            return;
        }
        let is_new = self.layout.borrow().as_ref() != Some(&layout);
        let neighbours = match level {
            Level::Around(at) => self.units.get(at).map(|unit| unit.neighbours.clone()).unwrap_or_default(),
            _ => Vec::new(),
        };
        let frame = self.sight.frame(level, &layout, &self.map, &neighbours);
        if !is_new {
            self.glide(frame);
            return;
        }
        self.draw(&layout);
        *self.layout.borrow_mut() = Some(layout);
        self.outline_chosen();
        self.outline_near();
        self.show(frame);
        self.label(frame);
        // Only now, whole: what is written before costs no style and no layout.
        if self.svg.node().parent_node().is_none() {
            let _ = self.place.node().append_child(self.svg.node());
            let painted = self.painted;
            browser::later(move || {
                let _ = painted.try_set(true);
            });
        }
    }

    /// Writes every figure's outline and where its texts stand.
    fn draw(&self, layout: &Layout) {
        let is_tiles = untrack(|| self.sight.is_tiles());
        for ((unit, figure), shapes) in self.units.iter().zip(&layout.figures).zip(&self.map.units) {
            let _ = unit.shape.node().set_attribute("d", &figure.path);
            if let Some(ground) = &unit.ground {
                let _ = ground.node().set_attribute("d", if is_tiles { "" } else { &shapes.outline });
            }
        }
        let _ = self
            .svg
            .node()
            .set_attribute("class", if is_tiles { "map-picture map-tiles" } else { "map-picture map-shapes" });
        let titles = self.titles.node();
        titles.set_text_content(None);
        let Some(data) = self.finder.data_now() else { return };
        for title in &layout.titles {
            let name = data.catalogue.regions.get(title.region.get()).map(|region| data.text(&region.name));
            // What does not fit beside its neighbour is cut: the tiles below say the rest.
            let most = usize::try_from(title.width * 100 / (TILE * 15)).unwrap_or(0);
            let text = svg("text").attr("x", &title.at.0.to_string()).attr("y", &title.at.1.to_string());
            let text = text.text(&shortened(name.unwrap_or_default(), most));
            let _ = titles.append_child(text.node());
        }
    }

    /// Shows a part at once.
    pub(super) fn show(&self, frame: Frame) {
        self.frame.set(frame);
        let [x, y, w, h] = [frame.x, frame.y, frame.w, frame.h].map(f64::from);
        self.write_frame(x, y, w, h);
    }

    pub(super) fn write_frame(&self, x: f64, y: f64, w: f64, h: f64) {
        let part = |value: f64| number((value * 10.0).round() / 10.0);
        let svg = self.svg.node();
        let _ = svg.set_attribute("viewBox", &[part(x), part(y), part(w), part(h)].join(" "));
        // Text stays as large as around the map, however large the map is drawn.
        let (width, text) = (self.sight.width.get_untracked().max(1), self.sight.text.get_untracked());
        let _ = svg.set_attribute("font-size", &part(w * f64::from(text) / f64::from(width)));
    }

    /// Follows the answer: numbers, shades, what is chosen. Choices that are not answered yet count.
    pub fn follow(&self) {
        let mut chosen_changed = false;
        self.finder.results.with(|results| {
            let counts = &results.facets.municipalities;
            let count = |unit: &Unit| counts.get(unit.position).copied().unwrap_or(0);
            let classes = Classes::of(self.units.iter().map(count));
            let pending = self.pending.borrow();
            self.finder.query().with(|query| {
                for (at, unit) in self.units.iter().enumerate() {
                    let count = count(unit);
                    let chosen = query.municipalities.contains(&unit.id) != pending.contains(&unit.id);
                    let now = (count, classes.shade(count), chosen);
                    let before = unit.shown.replace(Some(now));
                    if before != Some(now) {
                        chosen_changed |= before.map_or(chosen, |before| before.2 != chosen);
                        self.write(at, unit, now, before);
                    }
                }
            });
        });
        if chosen_changed {
            self.outline_chosen();
        }
        // The choice is seen first, its neighbours with the answer.
        if self.pending.borrow().is_empty() {
            self.outline_near();
        }
    }

    fn write(&self, at: usize, unit: &Unit, now: (u32, usize, bool), before: Option<(u32, usize, bool)>) {
        let (count, shade, is_chosen) = now;
        let says = self.says(at);
        let inset = self.inset.borrow();
        let copy = inset.as_ref().and_then(|inset| inset.of(at));
        let nodes = || [unit.group.node(), unit.label.node()].into_iter().chain(copy.map(|(copy, _)| copy.node()));
        if before.map(|before| before.1) != Some(shade) {
            nodes().for_each(|node| drop(node.set_attribute("data-shade", &shade.to_string())));
        }
        if before.map_or(is_chosen, |before| before.2 != is_chosen) {
            nodes().for_each(|node| drop(node.toggle_attribute_with_force("data-chosen", is_chosen)));
            let selected = if is_chosen { "true" } else { "false" };
            let _ = unit.group.node().set_attribute("aria-selected", selected);
        }
        if before.map(|before| before.0) != Some(count) {
            for number in core::iter::once(&unit.number).chain(copy.map(|(_, number)| number)) {
                number.node().set_text_content(Some(&count.to_string()));
            }
        }
        let _ = unit.group.node().set_attribute("aria-label", &says);
        if self.sight.lit.get_untracked() == Some(at) {
            self.title.node().set_text_content(Some(&says));
        }
    }

    /// Draws around the chosen municipalities.
    pub(super) fn outline_chosen(&self) {
        let layout = self.layout.borrow();
        let Some(layout) = layout.as_ref() else { return };
        let chosen = self.paths(layout, Unit::is_chosen);
        if let Some(inset) = self.inset.borrow().as_ref() {
            let _ = inset.line.node().set_attribute("d", &chosen);
        }
        let _ = self.chosen_line.node().set_attribute("d", &chosen);
        self.near_due.set(true);
    }

    /// Draws around the neighbours of the chosen municipalities.
    fn outline_near(&self) {
        let layout = self.layout.borrow();
        let Some(layout) = layout.as_ref().filter(|_| self.near_due.take()) else { return };
        let is_near = |unit: &Unit| {
            !unit.is_chosen() && unit.neighbours.iter().any(|at| self.units.get(*at).is_some_and(Unit::is_chosen))
        };
        let _ = self.near_line.node().set_attribute("d", &self.paths(layout, is_near));
    }

    /// The outlines of some of the municipalities.
    fn paths(&self, layout: &Layout, some: impl Fn(&Unit) -> bool) -> String {
        let units = self.units.iter().zip(&layout.figures).filter(|(unit, _)| some(unit));
        units.map(|(_, figure)| &*figure.path).collect()
    }

    /// Makes the municipalities outside of the region that is shown or asked for paler.
    pub fn dim(&self) {
        let shown = match self.sight.level.get() {
            Level::Region(region) => Some(region),
            _ => None,
        };
        let Some(data) = self.finder.data_now() else { return };
        let asked = self
            .finder
            .query()
            .with(|query| query.regions.iter().filter_map(|id| data.catalogue.region_by_id(id)).collect::<Vec<_>>());
        for (unit, shape) in self.units.iter().zip(&self.map.units) {
            let is_out = shown.is_some_and(|region| region != shape.region)
                || !(asked.is_empty() || asked.contains(&shape.region));
            if unit.is_out.replace(is_out) != is_out {
                for node in [unit.group.node(), unit.label.node()] {
                    let _ = node.toggle_attribute_with_force("data-out", is_out);
                }
            }
        }
    }

    /// Draws around the municipality that pointer or focus is on.
    pub fn light(&self) {
        let lit = self.sight.lit.get();
        let layout = self.layout.borrow();
        let path = lit.zip(layout.as_ref()).and_then(|(at, layout)| Some(&layout.figures.get(at)?.path));
        let _ = self.lit_line.node().set_attribute("d", path.map_or("", |path| path));
        let unit = lit.and_then(|at| Some((at, self.units.get(at)?)));
        let _ = self.lit_line.node().set_attribute("data-id", unit.map_or("", |(_, unit)| unit.id.as_str()));
        match unit {
            // What has the focus says its name itself: the same again would be read as its description.
            Some((_, unit)) if unit.group.node().matches(":focus") == Ok(true) => take_off(self.title.node()),
            Some((at, unit)) => {
                self.title.node().set_text_content(Some(&self.says(at)));
                let _ = unit.group.node().insert_before(self.title.node(), unit.group.node().first_child().as_ref());
            }
            None => take_off(self.title.node()),
        }
    }
}
