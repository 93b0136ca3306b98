//! A first proposal for the tile map; better ones are made by hand, in the map file.

/// Columns, rows, and for each point its column and row: about as many columns for the rows as the drawing is wide for its
/// height, one point a tile, each near where it is.
pub fn assign(points: &[(i64, i64)], size: (i64, i64)) -> (usize, usize, Vec<(usize, usize)>) {
    let (width, height) = (size.0.max(1), size.1.max(1));
    let count = points.len().max(1);
    // A third more tiles than points, so that a coast can be told.
    let columns = (1..=count).find(|columns| {
        let rows = (columns * usize::try_from(height).unwrap_or(1)).div_ceil(usize::try_from(width).unwrap_or(1));
        columns * rows.max(1) * 3 >= count * 4
    });
    let columns = columns.unwrap_or(count);
    let rows = (columns * usize::try_from(height).unwrap_or(1)).div_ceil(usize::try_from(width).unwrap_or(1)).max(1);
    let rows = rows.max(count.div_ceil(columns));
    // Ten thousandths of a tile: whole numbers, so that every machine answers alike.
    let place = |(x, y): (i64, i64)| {
        let along = |at: i64, size: i64, tiles: usize| at * 10_000 * i64::try_from(tiles).unwrap_or(1) / size;
        (along(x, width, columns), along(y, height, rows))
    };
    let mut wishes: Vec<(i64, usize, (usize, usize))> = Vec::new();
    for (point, at) in points.iter().enumerate() {
        let wish = place(*at);
        for row in 0..rows {
            for column in 0..columns {
                let middle = |tile: usize| i64::try_from(tile).unwrap_or(0) * 10_000 + 5_000;
                let (dx, dy) = (middle(column) - wish.0, middle(row) - wish.1);
                wishes.push((dx * dx + dy * dy, point, (column, row)));
            }
        }
    }
    wishes.sort_unstable();
    let mut given: Vec<Option<(usize, usize)>> = vec![None; points.len()];
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, point, tile) in wishes {
        if let Some(place @ None) = given.get_mut(point)
            && !taken.contains(&tile)
        {
            *place = Some(tile);
            taken.push(tile);
        }
    }
    (columns, rows, given.into_iter().map(Option::unwrap_or_default).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_point_has_a_tile_of_its_own_near_where_it_is() {
        let points = [(100, 100), (900, 100), (100, 500), (900, 500), (500, 300), (480, 310)];
        let (columns, rows, tiles) = assign(&points, (1000, 600));
        assert!(columns * rows >= points.len());
        for (at, tile) in tiles.iter().enumerate() {
            assert!(tile.0 < columns && tile.1 < rows);
            assert!(!tiles.iter().skip(at + 1).any(|other| other == tile), "{tiles:?}");
        }
        let [first, second, third, ..] = tiles.as_slice() else { panic!("six tiles") };
        assert!(first.0 < second.0 && first.1 < third.1, "{tiles:?}");
        assert_eq!(assign(&[(5, 5)], (10, 10)).2, [(0, 0)]);
    }
}
