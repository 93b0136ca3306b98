//! From one municipality to the next by arrow key.

use super::Layout;

/// The way an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];
}

/// The next figure from `from` in a direction: the neighbour that lies that way best, else the nearest figure that lies that
/// way at all. `None` at the edge.
///
/// `shares_border` answers for two positions of the layout.
#[must_use]
pub fn step(
    layout: &Layout,
    shares_border: impl Fn(usize, usize) -> bool,
    from: usize,
    direction: Direction,
) -> Option<usize> {
    let (x, y) = layout.figures.get(from)?.at;
    // How far along and how far beside the way lies each of the others.
    let ways = layout.figures.iter().enumerate().filter(|(to, _)| *to != from).filter_map(|(to, figure)| {
        let (right, down) = (i64::from(figure.at.0 - x), i64::from(figure.at.1 - y));
        let (along, aside) = match direction {
            Direction::Left => (-right, down.abs()),
            Direction::Right => (right, down.abs()),
            Direction::Up => (-down, right.abs()),
            Direction::Down => (down, right.abs()),
        };
        (along > 0).then_some((to, along, aside))
    });
    let cost = |(_, along, aside): &(usize, i64, i64)| along + 2 * aside;
    let ways: Vec<(usize, i64, i64)> = ways.collect();
    // A neighbour may lie up to some 60 degrees aside, a stranger up to 45.
    let neighbours = ways.iter().filter(|(to, along, aside)| aside * 4 <= along * 7 && shares_border(from, *to));
    let others = ways.iter().filter(|(_, along, aside)| aside <= along);
    neighbours.min_by_key(|way| cost(way)).or_else(|| others.min_by_key(|way| cost(way))).map(|(to, ..)| *to)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Arrangement, MapFile, TILE, tests::latvia},
        *,
    };
    use crate::catalogue::Catalogue;

    fn borders(catalogue: &Catalogue, map: &MapFile) -> impl Fn(usize, usize) -> bool {
        let lists: Vec<Vec<usize>> = map
            .units
            .iter()
            .map(|unit| {
                let place = catalogue.municipality(unit.municipality).expect("is there");
                map.units
                    .iter()
                    .enumerate()
                    .filter(|(_, other)| place.neighbours.contains(&other.municipality))
                    .map(|(at, _)| at)
                    .collect()
            })
            .collect();
        move |from, to| lists[from].contains(&to)
    }

    #[test]
    fn arrows_go_to_the_neighbour_on_that_side() {
        let (catalogue, map) = latvia();
        let layout = Layout::new(&map, Arrangement::Shapes { city: 17 });
        let borders = borders(&catalogue, &map);
        let at = |name: &str| {
            let named = |unit: &super::super::Unit| {
                let place = catalogue.municipality(unit.municipality).expect("is there");
                place.name.best(crate::catalogue::LangIx::new(0)).text == name
            };
            map.units.iter().position(named).expect(name)
        };
        for (from, direction, to) in [
            ("Dobeles novads", Direction::Right, "Jelgavas novads"),
            ("Dobeles novads", Direction::Left, "Saldus novads"),
            ("Dobeles novads", Direction::Up, "Tukuma novads"),
            ("Jelgavas novads", Direction::Right, "Bauskas novads"),
            ("Bauskas novads", Direction::Up, "Ķekavas novads"),
            ("Ludzas novads", Direction::Left, "Rēzeknes novads"),
            ("Dienvidkurzemes novads", Direction::Left, "Liepājas valstspilsēta"),
        ] {
            assert_eq!(step(&layout, &borders, at(from), direction), Some(at(to)), "{from} {direction:?}");
        }
        assert_eq!(step(&layout, &borders, at("Ludzas novads"), Direction::Right), None);
    }

    /// Nobody is left out: arrow keys alone lead from anywhere to everywhere, in every form of the map.
    #[test]
    fn every_municipality_can_be_reached_by_arrows() {
        let (catalogue, map) = latvia();
        let borders = borders(&catalogue, &map);
        for arrangement in
            [Arrangement::Shapes { city: 17 }, Arrangement::Grid, Arrangement::Blocks { width: 288 * TILE / 40 }]
        {
            let is_drawn_true = matches!(arrangement, Arrangement::Shapes { .. });
            let layout = Layout::new(&map, arrangement);
            for start in 0..map.units.len() {
                let mut reached = vec![start];
                let mut at = 0;
                while let Some(from) = reached.get(at).copied() {
                    for direction in Direction::ALL {
                        let to = step(&layout, |a, b| is_drawn_true && borders(a, b), from, direction);
                        reached.extend(to.filter(|to| !reached.contains(to)));
                    }
                    at += 1;
                }
                let missing: Vec<&str> = (0..map.units.len())
                    .filter(|unit| !reached.contains(unit))
                    .map(|unit| catalogue.municipalities[unit].id.as_str())
                    .collect();
                assert!(missing.is_empty(), "{arrangement:?} from {start}: {missing:?}");
            }
        }
    }
}
