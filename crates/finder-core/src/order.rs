//! Sorting with one copy of the algorithm.
//!
//! The standard library's sorts are fast, and compiled anew for every type: some 5 KB of wasm each. This one sorts
//! positions through a function pointer, so that only the comparison and the moving are made per type. It is meant for
//! everything but the order of results, where speed counts most.

use core::cmp::Ordering;

/// Sorts by the elements' own order. Stable.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts by a key. Stable. The key is made for every comparison.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison. Stable.
pub(crate) fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut sorting = Sorting::new(list.len());
    sorting.step(usize::MAX, &|a, b| match (list.get(a as usize), list.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut order = sorting.order;
    // `order[i]` names the element that belongs at `i`. Each circle of displaced elements is walked once: every swap puts
    // one where it belongs and moves the circle's first one along.
    for first in 0..order.len() {
        let mut at = first;
        while let Some(from) = order.get_mut(at) {
            let from = core::mem::replace(from, u32::try_from(at).unwrap_or(u32::MAX)) as usize;
            if from == first {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// A stable merge sort of positions that can pause: a page is not to wait for ten thousand names in order.
#[derive(Debug, Default)]
pub(crate) struct Sorting {
    /// Positions, ordered within runs of `run`.
    order: Vec<u32>,
    /// The beginning of the same, ordered within runs twice as long.
    merged: Vec<u32>,
    run: usize,
    /// Where the next ones to compare stand, in the pair of runs that is being merged.
    left: usize,
    right: usize,
}

impl Sorting {
    /// Positions up to `len`.
    pub(crate) fn new(len: usize) -> Self {
        Self { order: (0..u32::try_from(len).unwrap_or(u32::MAX)).collect(), run: 1, ..Self::default() }
    }

    /// Puts up to `most` positions one run further; `true` when all are in order. `compare` must be the same every time.
    pub(crate) fn step(&mut self, most: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> bool {
        let len = self.order.len();
        for _ in 0..most {
            if self.merged.len() == len {
                core::mem::swap(&mut self.order, &mut self.merged);
                self.merged.clear();
                self.run *= 2;
            }
            if self.run >= len {
                return true;
            }
            // Runs are powers of two.
            let into_pair = self.merged.len() & (self.run * 2 - 1);
            let start = self.merged.len() - into_pair;
            let (middle, end) = ((start + self.run).min(len), (start + self.run * 2).min(len));
            if into_pair == 0 {
                (self.left, self.right) = (start, middle);
            }
            let a = self.order.get(self.left).filter(|_| self.left < middle).copied();
            let b = self.order.get(self.right).filter(|_| self.right < end).copied();
            let next = match (a, b) {
                // Of equals the earlier one stays first.
                (Some(a), Some(b)) if compare(b, a).is_lt() => b,
                (Some(a), _) => a,
                (None, Some(b)) => b,
                (None, None) => return true,
            };
            if Some(next) == a {
                self.left += 1
            } else {
                self.right += 1
            };
            self.merged.push(next);
        }
        false
    }

    /// The positions in order.
    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }

    /// By position: its place in the order.
    pub(crate) fn ranks(&self) -> Vec<u32> {
        let mut ranks = vec![0; self.order.len()];
        for (rank, at) in (0..).zip(&self.order) {
            if let Some(place) = ranks.get_mut(*at as usize) {
                *place = rank;
            }
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(list in prop::collection::vec((0..9_u8, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
