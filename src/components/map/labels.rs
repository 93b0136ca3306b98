//! The texts on the map: as many as there is room for.

use finder_core::map::{Frame, TILE, by_rank, fit, tile_names};
use leptos::prelude::*;

use super::picture::{Picture, Unit};

/// Sizes of the labels' texts in hundredths of the text's size; those of the style sheet.
const NUMBER: i32 = 85;
const NAME: i32 = 72;

/// Width of a letter in hundredths of its size: wider than most, so that labels that fit here fit in any font.
const LETTER: i32 = 60;

/// The same on tiles, where a name is cut to fit and may come close to the edge.
const TILE_LETTER: i32 = 62;

/// Room beside a text in hundredths of its size: two names must not read as one.
const ROOM: i32 = 50;

/// Heights of the texts in hundredths of their sizes: figures have nothing below the line, names do; both have an edge around
/// them.
const NUMBER_HEIGHT: i32 = 95;
const NAME_HEIGHT: i32 = 138;

impl Picture {
    /// Writes the labels there is room for in a part of the drawing.
    pub(super) fn label(&self, frame: Frame) {
        let layout = self.layout.borrow();
        let Some(layout) = layout.as_ref() else { return };
        let (width, text) = (self.sight.width.get_untracked().max(1), self.sight.text.get_untracked());
        let is_tiles = untrack(|| self.sight.is_tiles());
        // The size of the text, and a box of letters of a size, in the drawing's units.
        let em = (text * frame.w / width).max(1);
        let place = |at: (i32, i32), letters: usize, size: i32, down: i32| {
            let w = i32::try_from(letters).unwrap_or(99);
            let w = (w * LETTER + ROOM) * size * em / 10_000;
            let h = size * em * if size == NUMBER || is_tiles { NUMBER_HEIGHT } else { NAME_HEIGHT } / 10_000;
            (Frame { x: at.0 - w / 2, y: at.1 + down * em / 100 - h / 2, w, h }, at.1 + down * em / 100)
        };
        let tile_letters = usize::try_from(TILE * 96 * 100 / (TILE_LETTER * NAME * em).max(1)).unwrap_or(0);
        // The chosen ones first, then cities, then the larger ones.
        let first = by_rank(self.units.len(), |at| {
            let is_chosen = self.units.get(at).is_some_and(Unit::is_chosen);
            let unit = self.map.units.get(at);
            let size = unit.map_or(0, |unit| i64::from(unit.frame.w) * i64::from(unit.frame.h));
            (!is_chosen, !unit.is_some_and(|unit| unit.is_city), -size)
        });
        let names: Vec<String> = if is_tiles {
            let cities = self.map.units.iter().map(|unit| unit.is_city);
            let names: Vec<_> =
                self.units.iter().zip(cities).map(|(unit, city)| (&*unit.name, &*unit.short, city)).collect();
            tile_names(&names, tile_letters)
        } else {
            self.units.iter().map(|unit| unit.short.to_string()).collect()
        };
        let mut wanted = Vec::new();
        for number_not_name in [true, false] {
            for at in &first {
                let (Some(figure), Some(unit)) = (layout.figures.get(*at), self.units.get(*at)) else { continue };
                let name = names.get(*at).map_or("", |name| name);
                let digits = unit.shown.get().map_or(2, |(count, ..)| if count < 100 { 2 } else { 4 });
                let (box_, y) = match (number_not_name, is_tiles) {
                    (true, false) => place(figure.at, digits, NUMBER, 0),
                    (false, false) => place(figure.at, name.chars().fold(0, |n, _| n + 1), NAME, 94),
                    (true, true) => place(figure.at, 1, NUMBER, -40),
                    (false, true) => place(figure.at, 1, NAME, 45),
                };
                wanted.push((*at, number_not_name, box_, y, name));
            }
        }
        // A city's circle hides what is written below it for others.
        let circles = self.map.units.iter().zip(&layout.figures).enumerate();
        let circles = circles.filter(|(_, (unit, _))| unit.is_city && !is_tiles);
        // A circle does not reach into the corners of what is around it.
        let circles: Vec<_> = circles.map(|(at, (_, figure))| (at, figure.frame.grown(-figure.frame.w / 8))).collect();
        let is_hidden = |at: usize, text: Frame| circles.iter().any(|(city, circle)| *city != at && circle.meets(text));
        // One that is wider than the map fits nowhere.
        let boxes = wanted.iter().map(|(at, _, text, ..)| {
            let w = if is_hidden(*at, *text) { frame.w.saturating_add(1) } else { text.w };
            Frame { w, ..*text }
        });
        let boxes: Vec<Frame> = boxes.collect();
        let fitting = fit(&boxes, frame);
        for ((at, number_not_name, _, y, name), fits) in wanted.iter().zip(fitting) {
            let (Some(figure), Some(unit)) = (layout.figures.get(*at), self.units.get(*at)) else { continue };
            let text = if *number_not_name { &unit.number } else { &unit.written };
            let node = text.node();
            if !*number_not_name {
                node.set_text_content(Some(name));
            }
            let _ = node.set_attribute("x", &figure.at.0.to_string());
            let _ = node.set_attribute("y", &y.to_string());
            let _ = node.set_attribute("display", if fits { "inline" } else { "none" });
        }
    }
}
