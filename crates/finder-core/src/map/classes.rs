//! The classes that shades stand for.

/// Shades of the scale, beside none at all.
const SHADES: usize = 4;

/// Classes with about as many municipalities each: with classes of equal width one large city would leave all the others in
/// the lightest shade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The largest number of each class, growing.
    tops: Vec<u32>,
}

impl Classes {
    /// Classes for these numbers. Zeros have a class of their own.
    #[must_use]
    pub fn of(counts: impl IntoIterator<Item = u32>) -> Self {
        let mut some: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
        crate::order::sort(&mut some);
        let mut tops = Vec::new();
        for quarter in 1..=SHADES {
            let at = (some.len() * quarter).div_ceil(SHADES);
            if let Some(top) = at.checked_sub(1).and_then(|at| some.get(at))
                && tops.last() != Some(top)
            {
                tops.push(*top);
            }
        }
        Self { tops }
    }

    /// The shade of a number: 0 for none, else 1 to 4.
    #[must_use]
    pub fn shade(&self, count: u32) -> usize {
        if count == 0 {
            return 0;
        }
        let class = self.tops.iter().position(|top| count <= *top).unwrap_or(self.tops.len().saturating_sub(1));
        self.shade_of(class)
    }

    /// Few classes take the darker shades, so that they can be told from none and from each other.
    fn shade_of(&self, class: usize) -> usize {
        (class + 1) * SHADES / self.tops.len().max(1)
    }

    /// Smallest and largest number of each class with its shade, for the legend.
    #[must_use]
    pub fn ranges(&self) -> Vec<(u32, u32, usize)> {
        let mut from = 1;
        let mut ranges = Vec::new();
        for (class, top) in self.tops.iter().enumerate() {
            ranges.push((from, *top, self.shade_of(class)));
            from = *top + 1;
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn classes_hold_about_as_many_each() {
        let classes = Classes::of([0, 1, 2, 3, 4, 5, 6, 7, 8, 40]);
        assert_eq!(classes.ranges(), [(1, 3, 1), (4, 5, 2), (6, 7, 3), (8, 40, 4)]);
        assert_eq!([0, 1, 4, 7, 40].map(|count| classes.shade(count)), [0, 1, 2, 3, 4]);
        assert_eq!(Classes::of([0, 0]).ranges(), []);
        assert_eq!(Classes::of([0, 3]).ranges(), [(1, 3, 4)]);
        assert_eq!(Classes::of([1, 2]).ranges(), [(1, 1, 2), (2, 2, 4)]);
    }

    proptest! {
        /// The legend tells each shade truly.
        #[test]
        fn every_number_lies_in_the_range_of_its_shade(counts in prop::collection::vec(0_u32..60, 0..60)) {
            let classes = Classes::of(counts.iter().copied());
            for count in counts {
                let shade = classes.shade(count);
                if count == 0 {
                    prop_assert_eq!(shade, 0);
                } else {
                    let range = classes.ranges().into_iter().find(|(from, to, _)| (*from..=*to).contains(&count));
                    prop_assert_eq!(range.map(|(_, _, shade)| shade), Some(shade));
                    prop_assert!((1..=SHADES).contains(&shade));
                }
            }
            let shades: Vec<usize> = classes.ranges().into_iter().map(|(_, _, shade)| shade).collect();
            prop_assert!(shades.windows(2).all(|two| two[0] < two[1]));
        }
    }
}
