//! The map: shapes beside the catalogue, and all about them that can be computed without a screen.
//!
//! A map file (docs/catalogue-format.md) → [`MapFile`] → a [`Layout`] for the form and width shown: outlines, or tiles.
//! Positions are whole numbers on the file's own grid; y grows downwards.

mod classes;
mod labels;
mod layout;
mod names;
mod outline;
mod steps;

pub use classes::Classes;
pub use labels::{by_rank, fit};
pub use layout::{Arrangement, Figure, Layout, TILE, Title};
pub use names::{short_names, shortened, tile_names};
pub use steps::{Direction, step};

use serde_json::Value;

use crate::catalogue::{Catalogue, MunicipalityIx, Region, RegionIx};

/// A rectangle of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Frame {
    /// The smallest frame that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, below) = ((self.x + self.w).max(other.x + other.w), (self.y + self.h).max(other.y + other.h));
        Self { x, y, w: right - x, h: below - y }
    }

    /// The frame with as much more on each side.
    #[must_use]
    pub const fn grown(self, by: i32) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2 * by, h: self.h + 2 * by }
    }

    /// The smallest frame around this one that is as wide for its height as `form`.
    #[must_use]
    pub fn shaped_as(self, form: Self) -> Self {
        let (width, height) = (form.w.max(1), form.h.max(1));
        let (w, h) = if i64::from(self.w) * i64::from(height) < i64::from(self.h) * i64::from(width) {
            (part(self.h, width, height), self.h)
        } else {
            (self.w, part(self.w, height, width))
        };
        Self { x: self.x - (w - self.w) / 2, y: self.y - (h - self.h) / 2, w, h }
    }

    /// The middle.
    #[must_use]
    pub const fn middle(self) -> (i32, i32) {
        (self.x + self.w / 2, self.y + self.h / 2)
    }

    /// Does any of it lie in the other?
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// Does all of it lie in the other?
    #[must_use]
    pub const fn lies_in(self, other: Self) -> bool {
        self.x >= other.x
            && self.y >= other.y
            && self.x + self.w <= other.x + other.w
            && self.y + self.h <= other.y + other.h
    }
}

/// `of` × `a` ÷ `b`.
fn part(of: i32, a: i32, b: i32) -> i32 {
    i32::try_from(i64::from(of) * i64::from(a) / i64::from(b.max(1))).unwrap_or(i32::MAX)
}

/// Coordinates beyond this are no map's: far enough from where adding them would overflow.
const FARTHEST: i64 = 1_000_000;

/// One municipality's shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Which one it is.
    pub municipality: MunicipalityIx,
    /// The region it lies in.
    pub region: RegionIx,
    /// Drawn as a circle: outlines of cities are too small and too rough to hit.
    pub is_city: bool,
    /// SVG path of the outline, checked to be nothing else.
    pub outline: Box<str>,
    /// Around the outline.
    pub frame: Frame,
    /// Where its name stands.
    pub label: (i32, i32),
    /// Column and row of its tile.
    pub tile: Option<(i32, i32)>,
}

/// A map file, as far as it fits the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapFile {
    /// The drawing: of all its municipalities that the catalogue knows.
    pub frame: Frame,
    /// The part shown larger beside the whole, where all of it is drawn.
    pub inset: Option<Frame>,
    /// SVG path of the regions' borders; empty where there is but one.
    pub regions: String,
    /// The municipalities, in the catalogue's order.
    pub units: Vec<Unit>,
}

impl MapFile {
    /// Reads a map file. Shapes that the catalogue does not know, and shapes that are none, are left out; a catalogue of one
    /// region makes a drawing of that region. `None` where nothing is left to draw.
    #[must_use]
    pub fn read(bytes: &[u8], catalogue: &Catalogue) -> Option<Self> {
        let file: Value = serde_json::from_slice(bytes).ok()?;
        let (w, h) = pair(file.get("size")?)?;
        let whole = Frame { x: 0, y: 0, w, h };
        let shapes = file.get("municipalities")?.as_object()?;
        let unit = |(at, place): (usize, &crate::catalogue::Municipality)| {
            let shape = shapes.get(place.id.as_str())?;
            let outline = shape.get("path")?.as_str()?;
            Some(Unit {
                municipality: MunicipalityIx::new(at),
                region: place.region,
                is_city: place.is_city,
                frame: outline::frame(outline)?,
                outline: outline.into(),
                label: pair(shape.get("label")?)?,
                tile: shape.get("tile").and_then(pair),
            })
        };
        let units: Vec<Unit> = catalogue.municipalities.iter().enumerate().filter_map(unit).collect();
        let complete = units.len() == shapes.len();
        let drawn = units.iter().map(|unit| unit.frame).reduce(Frame::with)?;
        let inset = file.get("inset").and_then(Value::as_array).and_then(|list| match list.as_slice() {
            [x, y, w, h] => Some(Frame { x: number(x)?, y: number(y)?, w: number(w)?, h: number(h)? }),
            _ => None,
        });
        let outlines = file.get("regions").and_then(Value::as_object);
        let region =
            |region: &Region| outlines?.get(region.id.as_str())?.as_str().filter(|path| outline::frame(path).is_some());
        let borders = || catalogue.regions.iter().filter_map(region);
        let regions = if borders().nth(1).is_some() { borders().collect() } else { String::new() };
        Some(Self { frame: if complete { whole } else { drawn }, inset: inset.filter(|_| complete), regions, units })
    }

    /// Can all of it be drawn as tiles?
    #[must_use]
    pub fn has_tiles(&self) -> bool {
        self.units.iter().all(|unit| unit.tile.is_some())
    }

    /// Without the municipalities that `keep` does not want, and as small as what is left.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Unit) -> bool) -> Self {
        let before = self.units.len();
        self.units.retain(keep);
        if self.units.len() < before
            && let Some(drawn) = self.units.iter().map(|unit| unit.frame).reduce(Frame::with)
        {
            self.frame = drawn;
            self.inset = None;
            self.regions.clear();
        }
        self
    }
}

/// A list of two whole numbers.
fn pair(value: &Value) -> Option<(i32, i32)> {
    match value.as_array()?.as_slice() {
        [a, b] => Some((number(a)?, number(b)?)),
        _ => None,
    }
}

fn number(value: &Value) -> Option<i32> {
    let number = value.as_i64().filter(|number| (-FARTHEST..=FARTHEST).contains(number))?;
    i32::try_from(number).ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::load::Loaded;

    pub(crate) fn latvia() -> (Catalogue, MapFile) {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/");
        let read = |name: &str| std::fs::read(format!("{data}{name}")).expect("is there");
        let catalogue = Loaded::first(&read("latvia.json")).expect("is JSON").catalogue().0.expect("is a catalogue");
        let map = MapFile::read(&read("latvia.map.json"), &catalogue).expect("is a map");
        (catalogue, map)
    }

    #[test]
    fn the_real_map_has_all_of_the_country() {
        let (catalogue, map) = latvia();
        assert_eq!(map.units.len(), 42);
        assert_eq!(map.units.len(), catalogue.municipalities.len());
        assert_eq!((map.frame.w, map.frame.h), (1000, 592));
        assert!(map.has_tiles());
        for unit in &map.units {
            let (x, y) = unit.label;
            assert!(Frame { x, y, w: 0, h: 0 }.lies_in(unit.frame), "{unit:?}");
            assert!(unit.frame.lies_in(map.frame.grown(1)), "{unit:?}");
        }
    }

    /// Seen while fuzz targets were written: the distance of the least of all numbers from zero is no number.
    #[test]
    fn numbers_no_map_has_are_left_out() {
        let (catalogue, whole) = latvia();
        for number in ["-9223372036854775808", "9223372036854775807", "1000001", "1e300", "0.5", "null"] {
            assert_eq!(self::number(&serde_json::from_str(number).expect("is JSON")), None, "{number}");
            let id = &catalogue.municipalities[0].id;
            let shape = format!(r#"{{ "label": [1, 1], "tile": [{number}, 1], "path": "M1 1l5 0 0 5z" }}"#);
            let file = format!(r#"{{ "size": [9, 9], "municipalities": {{ "{}": {shape} }} }}"#, id.as_str());
            let map = MapFile::read(file.as_bytes(), &catalogue).expect("has a shape");
            assert_eq!((map.units.len(), map.units[0].tile), (1, None));
        }
        assert_eq!(whole.units.len(), 42);
    }

    #[test]
    fn a_catalogue_of_one_region_is_drawn_as_that_region() {
        let (mut catalogue, whole) = latvia();
        let zemgale = RegionIx::new(catalogue.regions.iter().position(|r| r.id.as_str() == "zemgale").expect("is one"));
        let only = whole.clone().only(|unit| unit.region == zemgale);
        assert_eq!(only.units.len(), 6);
        assert!(only.frame.w < 600 && only.inset.is_none());
        catalogue.municipalities.retain(|place| place.region == zemgale);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.map.json");
        let read = MapFile::read(&std::fs::read(path).expect("is there"), &catalogue).expect("is a map");
        assert_eq!((read.frame, read.units.len()), (only.frame, 6));
    }

    #[test]
    fn shapes_that_are_none_are_left_out() {
        let (catalogue, _) = latvia();
        let map = |shape: &str| {
            let text = format!(r#"{{"size":[10,10],"municipalities":{{"LV-016":{shape}}}}}"#);
            MapFile::read(text.as_bytes(), &catalogue)
        };
        assert!(map(r#"{"label":[1,1],"path":"M0 0l9 0 0 9z"}"#).is_some());
        for shape in [
            r#"{"label":[1,1],"path":"url(#x)"}"#,
            r#"{"label":[1,1],"path":"M0 0l99999999999 0z"}"#,
            r#"{"label":[1],"path":"M0 0l9 0z"}"#,
            r#"{"label":[1,1]}"#,
            "7",
        ] {
            assert_eq!(map(shape), None, "{shape}");
        }
        for text in ["", "[]", r#"{"size":[1,1]}"#, r#"{"size":["a",1],"municipalities":{}}"#] {
            assert_eq!(MapFile::read(text.as_bytes(), &catalogue), None, "{text}");
        }
    }

    #[test]
    fn frames_are_shaped_as_others() {
        let form = Frame { x: 0, y: 0, w: 200, h: 100 };
        let tall = Frame { x: 40, y: 0, w: 20, h: 100 }.shaped_as(form);
        assert_eq!(tall, Frame { x: -50, y: 0, w: 200, h: 100 });
        let flat = Frame { x: 0, y: 40, w: 100, h: 10 }.shaped_as(form);
        assert_eq!(flat, Frame { x: 0, y: 20, w: 100, h: 50 });
    }
}
