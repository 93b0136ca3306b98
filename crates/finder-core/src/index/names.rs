//! Alphabetical order without the browser.

use crate::{
    catalogue::{Catalogue, LangIx, Service},
    order::Sorting,
    text::alphabet_key,
};

/// The alphabetical order of services' names in one language, in the making.
#[derive(Debug, Default)]
pub(super) struct Ranking {
    keys: Vec<Vec<u8>>,
    sorting: Option<Sorting>,
}

impl Ranking {
    /// Takes the next service.
    #[inline]
    pub(super) fn push(&mut self, service: &Service, lang: LangIx) {
        self.keys.push(alphabet_key(service.name.best(lang).text));
    }

    /// Puts up to `most` names one step further; the ranks when all are in order: by service its place, services of one
    /// name in the catalogue's order.
    #[inline]
    pub(super) fn step(&mut self, most: usize) -> Option<Vec<u32>> {
        let sorting = self.sorting.get_or_insert_with(|| Sorting::new(self.keys.len()));
        let key = |at: u32| self.keys.get(at as usize);
        sorting.step(most, &|a, b| key(a).cmp(&key(b))).then(|| sorting.ranks())
    }
}

/// By service: its place in the alphabetical order of names in `lang`.
#[inline]
pub(super) fn rank(catalogue: &Catalogue, lang: LangIx) -> Vec<u32> {
    let mut ranking = Ranking::default();
    catalogue.services.iter().for_each(|service| ranking.push(service, lang));
    ranking.step(usize::MAX).unwrap_or_default()
}
