//! Sets of services as bits: one machine word answers for 64 services.

/// A set of positions below a fixed length. Sets that are combined have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Box<[u64]>,
}

impl Bits {
    /// The empty set of positions below `len`.
    #[inline(never)]
    pub(crate) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)].into() }
    }

    /// The set of all positions below `len`.
    #[inline(never)]
    pub(crate) fn all(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { words: words.into() }
    }

    /// The set of the positions of which `has` says yes, of as many values as there are positions.
    #[inline]
    pub(crate) fn where_has<T>(values: &[T], has: impl Fn(&T) -> bool) -> Self {
        let word = |values: &[T]| values.iter().rev().fold(0, |word, value| word << 1 | u64::from(has(value)));
        Self { words: values.chunks(64).map(word).collect() }
    }

    /// Adds a position; one beyond the length is left out.
    #[inline]
    pub(crate) fn insert(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Takes every position out.
    pub(crate) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Is the position in the set?
    #[inline]
    pub(crate) fn contains(&self, at: usize) -> bool {
        self.words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Is nothing in the set?
    #[inline(never)]
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Number of positions in the set.
    #[inline(never)]
    pub(crate) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Number of positions in both sets.
    #[inline(never)]
    pub(crate) fn count_and(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// Keeps what is also in `other`.
    #[inline(never)]
    pub(crate) fn and(&mut self, other: &Self) -> &mut Self {
        self.combine(other, |a, b| a & b)
    }

    /// Keeps what is not in `other`.
    #[inline(never)]
    pub(crate) fn and_not(&mut self, other: &Self) -> &mut Self {
        self.combine(other, |a, b| a & !b)
    }

    /// Adds what is in `other`.
    #[inline(never)]
    pub(crate) fn or(&mut self, other: &Self) -> &mut Self {
        self.combine(other, |a, b| a | b)
    }

    #[inline]
    fn combine(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) -> &mut Self {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a = with(*a, *b);
        }
        self
    }

    /// The positions in the set, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(i, word)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let at = i * 64 + rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    at
                })
            })
        })
    }

    /// Calls `with` for each position in the set, ascending. Quicker than [`iter`](Self::iter) where there are many.
    #[inline]
    pub(crate) fn for_each(&self, mut with: impl FnMut(usize)) {
        for (i, word) in self.words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                with(i * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// The set as machine words.
    #[inline]
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.words.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_end_at_their_length() {
        for len in [0, 1, 63, 64, 65, 200] {
            let all = Bits::all(len);
            assert_eq!(all.count() as usize, len);
            assert_eq!(all.iter().collect::<Vec<_>>(), (0..len).collect::<Vec<_>>());
        }
    }

    #[test]
    fn sets_combine() {
        let of = |list: &[usize]| {
            let mut bits = Bits::none(130);
            list.iter().for_each(|i| bits.insert(*i));
            bits
        };
        let (a, b) = (of(&[1, 64, 129]), of(&[1, 65, 129]));
        assert_eq!(*a.clone().and(&b), of(&[1, 129]));
        assert_eq!(*a.clone().or(&b), of(&[1, 64, 65, 129]));
        assert_eq!(*a.clone().and_not(&b), of(&[64]));
        assert_eq!(a.count_and(&b), 2);
        assert!(!Bits::none(3).contains(700) && Bits::none(3).is_empty());
    }
}
