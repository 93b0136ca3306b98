//! Many short texts in one piece of memory.

/// Texts one after the other, by position.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text at a position; empty beyond the end.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Where the first text stands that `is_before` says no to. The texts must be ordered by it.
    #[inline]
    pub(crate) fn first_not(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len() + self.ends.len() * 4
    }
}

/// Texts, each once: a text's number is its place in the order of first appearance.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    texts: Texts,
    /// Open addressing; 0 is free, else number + 1.
    table: Vec<u32>,
}

impl Interner {
    /// The text's number, and whether it is new.
    #[inline]
    pub(crate) fn intern(&mut self, text: &str) -> (u32, bool) {
        // At most half full, so that a free place is always near.
        if self.texts.len() * 2 >= self.table.len() {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut slot = hash(text) & mask;
        loop {
            match self.table.get(slot).copied() {
                Some(0) | None => break,
                Some(found) if self.texts.get(found as usize - 1) == text => return (found - 1, false),
                Some(_) => slot = (slot + 1) & mask,
            }
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text);
        if let Some(place) = self.table.get_mut(slot) {
            *place = number + 1;
        }
        (number, true)
    }

    #[inline]
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    #[inline]
    pub(crate) fn into_texts(self) -> Texts {
        self.texts
    }

    #[inline]
    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(64);
        let mask = size - 1;
        let mut table = vec![0; size];
        for number in 0..self.texts.len() {
            let mut slot = hash(self.texts.get(number)) & mask;
            while table.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(place) = table.get_mut(slot) {
                *place = u32::try_from(number + 1).unwrap_or(u32::MAX);
            }
        }
        self.table = table;
    }
}

/// A quick hash for short texts from a catalogue: multiply and rotate, as in the compiler's own tables. Nobody gains by
/// choosing words that collide: the catalogue is the page's own.
#[allow(clippy::cast_possible_truncation, reason = "the low bits of the mixed hash are as good as any")]
#[inline]
fn hash(text: &str) -> usize {
    const MIX: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash: u64 = 0;
    let (whole, rest) = text.as_bytes().as_chunks::<8>();
    for chunk in whole {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*chunk)).wrapping_mul(MIX);
    }
    let rest = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    hash = (hash.rotate_left(5) ^ rest).wrapping_mul(MIX);
    (hash ^ hash >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_once() {
        let mut interner = Interner::default();
        let words: Vec<String> = (0..5000).map(|i| format!("word{}", i % 1000)).collect();
        for (i, word) in words.iter().enumerate() {
            let (number, new) = interner.intern(word);
            assert_eq!((number as usize, new), (i % 1000, i < 1000));
            assert_eq!(interner.texts().get(number as usize), word);
        }
        assert_eq!(interner.texts().len(), 1000);
        assert_eq!(interner.texts().get(4000), "");
    }
}
