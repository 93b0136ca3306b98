//! Where every municipality is drawn, in the form shown.

use super::{Frame, MapFile, Unit};
use crate::{catalogue::RegionIx, order::sort_by_key};

/// Side of a tile, in the units of a drawing of tiles.
pub const TILE: i32 = 100;

/// Space between the blocks of two regions.
const GAP: i32 = 15;

/// Height of a region's name over its block.
const TITLE: i32 = 40;

/// Forms of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Outlines, with cities as circles of this radius.
    Shapes {
        /// Radius of a city.
        city: i32,
    },
    /// One tile each, in one grid for the whole country.
    Grid,
    /// One tile each, each region a block of its own, so that tiles stay large on a phone.
    Blocks {
        /// Largest width of the drawing; wider blocks stay as wide as they are.
        width: i32,
    },
}

/// One municipality as drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// SVG path.
    pub path: String,
    /// Where its name and number stand.
    pub at: (i32, i32),
    /// Around it.
    pub frame: Frame,
}

/// A region's name over its block of tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The region.
    pub region: RegionIx,
    /// Left end of the line it stands on.
    pub at: (i32, i32),
    /// Room for it.
    pub width: i32,
}

/// A whole drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Around all of it.
    pub frame: Frame,
    /// The municipalities, as in [`MapFile::units`].
    pub figures: Vec<Figure>,
    /// Names of regions, where they are drawn apart.
    pub titles: Vec<Title>,
}

impl Layout {
    /// Draws a map file. Tiles where each has one, else outlines.
    #[must_use]
    pub fn new(map: &MapFile, arrangement: Arrangement) -> Self {
        match arrangement {
            Arrangement::Grid if map.has_tiles() => Self::grid(map),
            Arrangement::Blocks { width } if map.has_tiles() => Self::blocks(map, width),
            Arrangement::Shapes { city } => Self::shapes(map, city),
            Arrangement::Grid | Arrangement::Blocks { .. } => Self::shapes(map, 1),
        }
    }

    /// The frame around some of the figures.
    #[must_use]
    pub fn around(&self, some: impl Iterator<Item = usize>) -> Option<Frame> {
        some.filter_map(|at| Some(self.figures.get(at)?.frame)).reduce(Frame::with)
    }

    fn shapes(map: &MapFile, city: i32) -> Self {
        let figures = map.units.iter().map(|unit| {
            let (x, y) = unit.label;
            if !unit.is_city {
                return Figure { path: unit.outline.to_string(), at: unit.label, frame: unit.frame };
            }
            let (left, across) = (x - city, 2 * city);
            let path = format!("M{left} {y}a{city} {city} 0 1 0 {across} 0a{city} {city} 0 1 0-{across} 0z");
            Figure { path, at: unit.label, frame: Frame { x: left, y: y - city, w: across, h: across } }
        });
        let figures: Vec<Figure> = figures.collect();
        // A city on the coast may reach over the edge.
        let frame = figures.iter().map(|figure| figure.frame.grown(2)).fold(map.frame, Frame::with);
        Self { frame, figures, titles: Vec::new() }
    }

    fn grid(map: &MapFile) -> Self {
        let tiles: Vec<(i32, i32)> = map.units.iter().filter_map(|unit| unit.tile).collect();
        let first = corner(tiles.iter().copied());
        let place =
            |(at, unit): (&(i32, i32), &Unit)| tile((at.0 - first.0) * TILE, (at.1 - first.1) * TILE, unit.is_city);
        let figures = tiles.iter().zip(&map.units).map(place);
        Self::of(figures.collect(), Vec::new())
    }

    /// Blocks one after the other in lines, as many in a line as there is room for.
    fn blocks(map: &MapFile, width: i32) -> Self {
        let mut regions: Vec<RegionIx> = Vec::new();
        for unit in &map.units {
            if !regions.contains(&unit.region) {
                regions.push(unit.region);
            }
        }
        let block = |region: RegionIx| {
            let tiles = map.units.iter().filter(|unit| unit.region == region).filter_map(|unit| unit.tile);
            let first = corner(tiles.clone());
            let far = tiles.fold(first, |far, tile| (far.0.max(tile.0), far.1.max(tile.1)));
            (region, first, (far.0 - first.0 + 1) * TILE, (far.1 - first.1 + 1) * TILE)
        };
        let mut left: Vec<_> = regions.into_iter().map(block).collect();
        // From west to east, as far as there is room.
        sort_by_key(&mut left, |(_, first, ..)| *first);
        let mut corners = Vec::new();
        let mut titles = Vec::new();
        let mut y = 0;
        while !left.is_empty() {
            let (mut x, mut rest) = (0, Vec::new());
            let mut height = 0;
            for (region, first, w, h) in left {
                if x > 0 && x + w > width {
                    rest.push((region, first, w, h));
                    continue;
                }
                titles.push(Title { region, at: (x, y + TITLE * 3 / 4), width: w });
                corners.push((region, first, (x, y + TITLE)));
                x += w + GAP;
                height = height.max(h);
            }
            y += TITLE + height + GAP;
            left = rest;
        }
        let place = |unit: &Unit| {
            let (_, first, to) = corners.iter().find(|(region, ..)| *region == unit.region)?;
            let at = unit.tile?;
            Some(tile(to.0 + (at.0 - first.0) * TILE, to.1 + (at.1 - first.1) * TILE, unit.is_city))
        };
        Self::of(map.units.iter().filter_map(place).collect(), titles)
    }

    fn of(figures: Vec<Figure>, titles: Vec<Title>) -> Self {
        let around = figures.iter().map(|figure| figure.frame).reduce(Frame::with).unwrap_or_default();
        let frame = Frame { x: 0, y: 0, w: 0, h: 0 }.with(around);
        Self { frame, figures, titles }
    }
}

/// The first column and the first row.
fn corner(tiles: impl Iterator<Item = (i32, i32)>) -> (i32, i32) {
    tiles.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default()
}

/// A tile; those of cities have round corners, as cities are circles on the map.
fn tile(x: i32, y: i32, is_city: bool) -> Figure {
    let frame = Frame { x, y, w: TILE, h: TILE };
    let (start, side) = (x + ROUND, TILE - 2 * ROUND);
    let path = if is_city {
        let turn = |x: i32, y: i32| format!("a{ROUND} {ROUND} 0 0 1 {x} {y}");
        format!(
            "M{start} {y}h{side}{}v{side}{}h-{side}{}v-{side}{}z",
            turn(ROUND, ROUND),
            turn(-ROUND, ROUND),
            turn(-ROUND, -ROUND),
            turn(ROUND, -ROUND),
        )
    } else {
        format!("M{x} {y}h{TILE}v{TILE}h-{TILE}z")
    };
    Figure { path, at: frame.middle(), frame }
}

/// Radius of a city's corners.
const ROUND: i32 = 35;

#[cfg(test)]
mod tests {
    use super::{super::tests::latvia, *};

    fn apart(layout: &Layout) {
        for (at, figure) in layout.figures.iter().enumerate() {
            assert!(figure.frame.lies_in(layout.frame));
            for other in layout.figures.iter().skip(at + 1) {
                assert!(!figure.frame.meets(other.frame), "{figure:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_grid_has_a_place_for_each() {
        let (_, map) = latvia();
        let layout = Layout::new(&map, Arrangement::Grid);
        apart(&layout);
        assert_eq!((layout.frame.w, layout.frame.h, layout.figures.len()), (900, 700, 42));
    }

    /// A tile of 40 px on the narrowest phone: 288 px are left of 320.
    #[test]
    fn blocks_fit_a_phone_with_tiles_of_forty_pixels() {
        let (_, map) = latvia();
        let layout = Layout::new(&map, Arrangement::Blocks { width: 288 * TILE / 40 });
        apart(&layout);
        assert!(layout.frame.w * 40 <= 288 * TILE, "{:?}", layout.frame);
        assert!(layout.frame.h <= 20 * TILE, "{:?}", layout.frame);
        assert_eq!((layout.figures.len(), layout.titles.len()), (42, 5));
    }

    #[test]
    fn cities_are_circles_of_the_radius_asked_for() {
        let (_, map) = latvia();
        let layout = Layout::new(&map, Arrangement::Shapes { city: 20 });
        for (figure, unit) in layout.figures.iter().zip(&map.units).filter(|(_, unit)| unit.is_city) {
            assert_eq!((figure.frame.w, figure.frame.h, figure.at), (40, 40, unit.label));
        }
        assert!(layout.figures.iter().zip(&map.units).any(|(figure, unit)| *figure.path == *unit.outline));
    }
}
