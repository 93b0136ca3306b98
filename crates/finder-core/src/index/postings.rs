//! Which word stands in which service, and where. Postings know no scores.

use super::vocabulary::{TermNo, number};

/// Most services an index holds: a service's number and a code share 32 bits.
pub(crate) const MOST_SERVICES: usize = 1 << 24;

/// By word: services that hold it, ascending, each with the code of the weightiest field it stands in.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    starts: Vec<u32>,
    list: Vec<u32>,
}

impl Postings {
    /// `entries`: (word, service, code), services ascending; `place`: by a word's number its place in the vocabulary.
    #[inline]
    pub(crate) fn new(entries: &[(u32, u32)], place: &[TermNo]) -> Self {
        let place_of = |word: u32| place.get(word as usize).map_or(0, |place| *place as usize);
        let mut starts = vec![0_u32; place.len() + 1];
        for (word, _) in entries {
            if let Some(count) = starts.get_mut(place_of(*word) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Filling moves each start to its end, which is the next one's start: shift back afterwards.
        let mut list = vec![0; entries.len()];
        for (word, posting) in entries {
            if let Some(next) = starts.get_mut(place_of(*word)) {
                if let Some(slot) = list.get_mut(*next as usize) {
                    *slot = *posting;
                }
                *next += 1;
            }
        }
        starts.pop();
        starts.insert(0, 0);
        Self { starts, list }
    }

    /// The postings of a word.
    #[inline]
    pub(crate) fn of(&self, term: TermNo) -> &[u32] {
        let at = |i: usize| self.starts.get(i).map_or(0, |start| *start as usize);
        self.list.get(at(term as usize)..at(term as usize + 1)).unwrap_or_default()
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        (self.starts.len() + self.list.len()) * 4
    }
}

/// A posting: service and code.
#[inline]
pub(crate) fn posting(service: usize, code: u8) -> u32 {
    number(service) << 8 | u32::from(code)
}

/// The service of a posting.
#[inline]
pub(crate) const fn service_of(posting: u32) -> usize {
    (posting >> 8) as usize
}

/// The code of a posting.
#[inline]
pub(crate) const fn code_of(posting: u32) -> u8 {
    (posting & 255) as u8
}
