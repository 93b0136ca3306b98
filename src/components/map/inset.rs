//! A part of the map once more, larger: for eyes and pointers, everything in it is in the whole too.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    keys,
    picture::{Picture, cities_and_land},
    sight::{Level, in_inset},
};
use crate::{
    dom::{El, el, react, svg},
    small::Small,
};

/// Width of the inset in times the size of its text, about as the style sheet has it.
const INSET_EMS: i32 = 17;

/// That drawing.
pub(super) struct Inset {
    /// Position on the map, the municipality, its number.
    units: Vec<(usize, El, El)>,
    /// Around what is chosen.
    pub(super) line: El,
}

impl Inset {
    /// A municipality and its number, where it is in it.
    pub(super) fn of(&self, at: usize) -> Option<(&El, &El)> {
        self.units.iter().find(|(of, ..)| *of == at).map(|(_, unit, number)| (unit, number))
    }
}

/// The place of the inset, where the map has one. Drawn when it is first seen: beside tiles it never is.
pub fn inset(picture: &Rc<Picture>) -> Option<El> {
    picture.map.inset?;
    let (sight, painted) = (picture.sight, picture.painted);
    let seen = move || painted.get() && !sight.is_tiles() && sight.level.get() == Level::Whole;
    let wanted = Small::new(false);
    react(Box::new(move || {
        if !wanted.get_untracked() && seen() {
            wanted.set(true);
        }
    }));
    let picture = Rc::clone(picture);
    let drawing = move || if wanted.get() { draw(&picture) } else { Vec::new() };
    Some(el("div").class("map-inset").flag("hidden", move || !seen()).slot(drawing))
}

fn draw(picture: &Rc<Picture>) -> Vec<El> {
    let map = &picture.map;
    let Some(frame) = map.inset else { return Vec::new() };
    let (cities, land) = cities_and_land(map);
    let units = land.into_iter().chain(cities).filter(|at| in_inset(map, *at)).filter_map(|at| {
        let (unit, shape) = (picture.units.get(at)?, map.units.get(at)?);
        let (count, shade, is_chosen) = unit.shown.get().unwrap_or_default();
        let (x, y) = (shape.label.0.to_string(), shape.label.1.to_string());
        let number = svg("text").class("n").attr("x", &x).attr("y", &y).text(&count.to_string());
        let group = svg("g")
            .class("unit map-label")
            .attr("data-unit", &at.to_string())
            .attr("data-shade", &shade.to_string())
            .attr_if("data-chosen", is_chosen.then_some(""))
            .child(svg("path").attr("d", &shape.outline))
            .child(number.clone());
        Some((at, group, number))
    });
    let units: Vec<(usize, El, El)> = units.collect();
    let line = svg("path").class("map-chosen");
    let view = [frame.x, frame.y, frame.w, frame.h].map(|value| value.to_string()).join(" ");
    let drawing = svg("svg")
        .class("map-inset-picture")
        .attr("viewBox", &view)
        .attr("aria-hidden", "true")
        .attr("font-size", &(frame.w / INSET_EMS).to_string())
        .children(units.iter().map(|(_, group, _)| group.clone()).collect())
        .child(line.clone());
    *picture.inset.borrow_mut() = Some(Inset { units, line });
    picture.outline_chosen();
    vec![keys::clicks(drawing, picture)]
}
