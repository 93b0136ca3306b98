//! Alphabetical order without the browser.

use crate::{
    catalogue::{Catalogue, LangIx},
    text::alphabet_key,
};

/// By service: its place in the alphabetical order of names in `lang`; services of one name in the catalogue's order.
#[inline]
pub(super) fn rank(catalogue: &Catalogue, lang: LangIx) -> Vec<u32> {
    let keys: Vec<Vec<u8>> = catalogue.services.iter().map(|s| alphabet_key(s.name.best(lang).text)).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    crate::order::sort_by(&mut order, |a, b| keys.get(*a).cmp(&keys.get(*b)));
    let mut rank = vec![0; order.len()];
    for (at, service) in order.into_iter().enumerate() {
        if let Some(rank) = rank.get_mut(service) {
            *rank = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }
    rank
}
