//! Words that stand beside each other in a query and in what it finds.

use super::{
    find::First,
    why::{Highlighter, Token},
};
use crate::{
    catalogue::{Catalogue, Service, ServiceArea, Text},
    index::bits::Bits,
    text::words,
};

/// What each pair of words found side by side adds to a service's score: enough to decide between services that have the
/// same words in other places, too little to outdo a better field.
const SHARE: f32 = 0.2;

/// So many of the best services are read for it, however many match: what is shown first is what it decides.
const MOST_READ: usize = 20;

/// Words of a text up to this many letters part no pair: *palīdzība no vardarbības cietušajiem*.
const SHORT: usize = 3;

/// Raises the scores of the best among these services by what stands side by side in the query and in their texts.
#[inline]
pub(super) fn raise(catalogue: &Catalogue, marks: &Highlighter, services: &Bits, score: &mut [f32]) {
    if marks.words.len() < 2 {
        return;
    }
    let mut best = First::new(Some(MOST_READ));
    services.for_each(|service| {
        let score = score.get(service).copied().unwrap_or_default();
        best.offer(u64::from(!score.max(0.0).to_bits()), service);
    });
    // From the second word on, one bit each.
    let all = (1_u32 << marks.words.len()) - 2;
    let mut pairs = Pairs { marks, token: Token::default(), found: 0, all };
    // A kind's name is read once, not for every service of the kind.
    let mut kinds = Vec::with_capacity(catalogue.types.len());
    for term in &catalogue.types {
        pairs.found = 0;
        pairs.text(&term.name);
        kinds.push(pairs.found);
    }
    for (_, at) in best.in_order() {
        let (Some(service), Some(score)) = (catalogue.services.get(at), score.get_mut(at)) else { continue };
        pairs.found = service.types.iter().filter_map(|ix| kinds.get(ix.get())).fold(0, |found, kind| found | kind);
        pairs.service(catalogue, service);
        #[allow(clippy::cast_precision_loss, reason = "at most 32")]
        let count = pairs.found.count_ones() as f32;
        *score *= 1.0 + SHARE * count;
    }
}

struct Pairs<'a> {
    marks: &'a Highlighter,
    token: Token,
    /// Words of the query, bit by bit, that were found right after the one before them.
    found: u32,
    /// All that can be.
    all: u32,
}

impl Pairs<'_> {
    #[inline]
    fn service(&mut self, catalogue: &Catalogue, service: &Service) {
        self.text(&service.name);
        if let Some(address) = &service.location.address {
            // *Kalpaka 9* is *Kalpaka iela 9*.
            self.words(address, true);
        }
        if let ServiceArea::Municipality(at) = service.area
            && let Some(municipality) = catalogue.municipality(at)
        {
            self.text(&municipality.name);
        }
        if let Some(summary) = &service.summary {
            self.text(summary);
        }
    }

    #[inline]
    fn text(&mut self, text: &Text) {
        for version in text.versions() {
            self.words(version.text, false);
        }
    }

    /// `apart`: a word may stand between.
    #[inline]
    fn words(&mut self, text: &str, apart: bool) {
        if self.found == self.all {
            return;
        }
        let (mut last, mut before) = (0, 0);
        for range in words(text) {
            self.token.read(text.get(range).unwrap_or_default());
            let mut here = 0_u32;
            for (at, sought) in self.marks.words.iter().enumerate() {
                here |= u32::from(sought.judge(&self.token).is_some()) << at;
            }
            if here == 0 && self.token.is_short(SHORT) {
                continue;
            }
            self.found |= here & (last | if apart { before } else { 0 }) << 1;
            (last, before) = (here, last);
        }
    }
}
