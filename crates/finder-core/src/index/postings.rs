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

/// [`Postings`] in the making, in steps.
#[derive(Debug)]
pub(crate) struct Filling {
    /// (word, posting), services ascending.
    entries: Vec<(u32, u32)>,
    /// By a word's number: its place in the vocabulary.
    place: Vec<TermNo>,
    /// By word, after the first: first how many postings it has, then where the next one of the word before goes.
    starts: Vec<u32>,
    /// Empty until all are counted.
    list: Vec<u32>,
    /// The next entry to look at.
    at: usize,
}

impl Filling {
    /// Of (word, posting), services ascending; `place`: by a word's number its place in the vocabulary.
    #[inline]
    pub(crate) fn new(entries: Vec<(u32, u32)>, place: Vec<TermNo>) -> Self {
        let starts = vec![0; place.len() + 2];
        Self { entries, place, starts, list: Vec::new(), at: 0 }
    }

    /// Takes up to `most` entries one step further; the postings when all are in their places.
    #[inline]
    pub(crate) fn step(&mut self, most: usize) -> Option<Postings> {
        let end = self.at.saturating_add(most).min(self.entries.len());
        let counted = self.list.len() == self.entries.len();
        for (word, posting) in self.entries.get(self.at..end).unwrap_or_default() {
            let place = self.place.get(*word as usize).map_or(0, |place| *place as usize);
            // Filling moves each start to its end, which is the next one's start: so it is kept one further back.
            let Some(next) = self.starts.get_mut(place + if counted { 1 } else { 2 }) else { continue };
            if let Some(slot) = self.list.get_mut(*next as usize).filter(|_| counted) {
                *slot = *posting;
            }
            *next += 1;
        }
        self.at = end;
        if end < self.entries.len() {
            return None;
        }
        if counted {
            self.starts.pop();
            let (starts, list) = (core::mem::take(&mut self.starts), core::mem::take(&mut self.list));
            return Some(Postings { starts, list });
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.list = vec![0; self.entries.len()];
        self.at = 0;
        None
    }
}

impl Postings {
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
