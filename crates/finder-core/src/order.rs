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
    let mut order: Vec<u32> = (0..u32::try_from(list.len()).unwrap_or(u32::MAX)).collect();
    merge_sort(&mut order, &|a, b| match (list.get(a as usize), list.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
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

/// Merges runs of doubled length until one is left.
#[inline]
fn merge_sort(order: &mut Vec<u32>, compare: &dyn Fn(u32, u32) -> Ordering) {
    let mut merged = Vec::with_capacity(order.len());
    let mut run = 1;
    while run < order.len() {
        merged.clear();
        for pair in order.chunks(run * 2) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
            while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
                // Of equals the earlier one stays first.
                let smaller = if compare(*b, *a).is_lt() { &mut right } else { &mut left };
                merged.extend(smaller.next());
            }
            merged.extend(left);
            merged.extend(right);
        }
        core::mem::swap(order, &mut merged);
        run *= 2;
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
