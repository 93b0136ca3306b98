//! Labels that do not lie on each other.

use super::Frame;

/// The positions `0..count` in the order of their ranks; equals in their own order.
#[must_use]
pub fn by_rank<K: Ord>(count: usize, rank: impl Fn(usize) -> K) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    crate::order::sort_by_key(&mut positions, |at| rank(*at));
    positions
}

/// Which of the labels there is room for: earlier ones come first, none touches one that has its place, and all of it lies
/// within the drawing.
#[must_use]
pub fn fit(wanted: &[Frame], within: Frame) -> Vec<bool> {
    let mut placed: Vec<Frame> = Vec::new();
    wanted
        .iter()
        .map(|label| {
            let fits = label.lies_in(within) && !placed.iter().any(|other| label.meets(*other));
            if fits {
                placed.push(*label);
            }
            fits
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_labels_come_first() {
        let at = |x, w| Frame { x, y: 0, w, h: 10 };
        let within = Frame { x: 0, y: 0, w: 100, h: 100 };
        assert_eq!(fit(&[at(0, 30), at(20, 30), at(30, 30), at(90, 20)], within), [true, false, true, false]);
    }
}
