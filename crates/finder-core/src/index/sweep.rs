//! One word of a query after the other: the services that match it, and what the best match of each is worth.

use super::{
    Index,
    asked::{Asked, Word},
    bits::Bits,
    columns::Columns,
    entities::Entity,
    meant::Meant,
    postings::{code_of, service_of},
    weights::{
        AUDIENCE_SYNONYM, FURTHER_SHARE, KEYWORD, KIND_SYNONYM, REGION_SHARE, URGENT, Weights, field_weight,
        is_address, is_name_of, is_place, names,
    },
};
use crate::results::Field;

/// Finds each service's best match of one word after the other, in memory that is used again.
pub(super) struct Sweep<'a> {
    index: &'a Index,
    weights: Weights,
    best: Vec<u16>,
    /// Services that hold the last word in their own texts.
    pub(super) own: Bits,
    /// Services of which a keyword phrase of several words is meant by it.
    pub(super) keyed: Bits,
    /// Services whose name has as many words as the query, and the last one among them.
    pub(super) in_name: Bits,
    words: usize,
    /// The query speaks of a street or a house.
    street: bool,
    pub(super) asked: Bits,
    /// The last word names a place: a region, a municipality, a town, a village.
    pub(super) in_place: bool,
}

impl<'a> Sweep<'a> {
    #[inline]
    pub(super) fn new(index: &'a Index, asked: &Asked) -> Self {
        let len = index.columns.len;
        Self {
            index,
            weights: Weights::new(),
            best: vec![0; len],
            own: Bits::none(len),
            keyed: Bits::none(len),
            in_name: Bits::none(len),
            words: asked.words.len(),
            street: speaks_of_street(&asked.words),
            asked: Bits::none(len),
            in_place: false,
        }
    }

    /// The services that match one word; their best matches wait to be [taken](Self::take).
    #[inline]
    pub(super) fn word(&mut self, word: &Word, meant: &[Meant], at: usize) -> Bits {
        let index = self.index;
        let columns = &index.columns;
        let mut shared = Shared {
            types: vec![0; columns.types.len()],
            audiences: vec![0; columns.made_for.len()],
            municipalities: vec![0; columns.municipalities()],
        };
        self.own.clear();
        self.keyed.clear();
        self.in_name.clear();
        self.in_place = false;
        for found in &word.found {
            // Collected, though nearly always none: what names no town allocates nothing.
            let towns = index.entities.named(found.term).filter_map(|naming| naming.entity.municipality());
            let towns: Vec<usize> = towns.filter(|_| !self.street && !is_of_many_places(word)).collect();
            let is_elsewhere =
                |service| !towns.is_empty() && columns.municipality(service).is_some_and(|at| !towns.contains(&at));
            for posting in index.postings.of(found.term) {
                let (service, code) = (service_of(*posting), code_of(*posting));
                // In *logopēds Kuldīga* a town is meant, not Kuldīgas iela in another one.
                if is_address(code) && is_elsewhere(service) {
                    continue;
                }
                self.note(service, worth(self.weights.of(code), found.weight));
                self.own.insert(service);
                self.in_place |= found.is_sure() && is_place(code);
                if names(code) {
                    self.asked.insert(service);
                    if is_name_of(code, self.words) && found.is_sure() {
                        self.in_name.insert(service);
                    }
                }
            }
            for naming in index.entities.named(found.term) {
                self.in_place |=
                    found.is_sure() && matches!(naming.entity, Entity::Municipality(_) | Entity::Region(_));
                shared.note(columns, naming.entity, worth(self.weights.of(naming.code), found.weight));
            }
        }
        let mut hits = self.own.clone();
        for meant in meant.iter().filter(|meant| meant.words >> at & 1 == 1) {
            let (synonym, services) = match &meant.entity {
                Entity::Service(at) => (KEYWORD, core::slice::from_ref(at)),
                Entity::Urgent(at) => (URGENT, index.entities.helping(*at)),
                Entity::Audience(_) => (AUDIENCE_SYNONYM, [].as_slice()),
                Entity::Municipality(_) => (field_weight(Field::Place), [].as_slice()),
                _ => (KIND_SYNONYM, [].as_slice()),
            };
            self.in_place |= matches!(meant.entity, Entity::Municipality(_)) && meant.how.is_the_word();
            let value = worth(synonym, meant.weight);
            shared.note(columns, meant.entity, value);
            if let Entity::Municipality(at) = meant.entity {
                // *Sarkaņu pagasts* tells as much as a text that holds one of its words.
                let mut chosen = vec![false; columns.municipalities()];
                if let Some(chosen) = chosen.get_mut(at as usize) {
                    *chosen = true;
                }
                self.own.or(&columns.in_municipalities(&chosen));
            }
            for at in services {
                self.note(*at as usize, value);
                self.own.insert(*at as usize);
                if meant.words.count_ones() > 1 && matches!(meant.entity, Entity::Service(_)) {
                    self.keyed.insert(*at as usize);
                }
                hits.insert(*at as usize);
                self.asked.insert(*at as usize);
            }
        }
        self.spread(&shared, &mut hits);
        hits
    }

    /// Gives each service what its kinds, audiences and municipality are worth.
    #[inline]
    fn spread(&mut self, shared: &Shared, hits: &mut Bits) {
        let columns = &self.index.columns;
        for (value, services) in shared.types.iter().zip(&columns.types).filter(|(value, _)| **value > 0) {
            services.for_each(|service| self.note(service, *value));
            self.asked.or(services);
            hits.or(services);
        }
        for (value, services) in shared.audiences.iter().zip(&columns.made_for).filter(|(value, _)| **value > 0) {
            services.for_each(|service| self.note(service, *value));
            hits.or(services);
        }
        if shared.municipalities.iter().any(|value| *value > 0) {
            for service in 0..columns.len {
                let value = columns.municipality(service).and_then(|m| shared.municipalities.get(m)).copied();
                if let Some(value) = value.filter(|value| *value > 0) {
                    self.note(service, value);
                    hits.insert(service);
                }
            }
        }
    }

    #[inline]
    fn note(&mut self, service: usize, value: u16) {
        if let Some(best) = self.best.get_mut(service) {
            *best = and_further(*best, value);
        }
    }

    /// A service's best match of the last word; forgotten thereby.
    #[inline]
    pub(super) fn take(&mut self, service: usize) -> u16 {
        self.best.get_mut(service).map_or(0, core::mem::take)
    }
}

/// What a word is worth to all services of a kind, an audience or a municipality: told to each service only once.
struct Shared {
    types: Vec<u16>,
    audiences: Vec<u16>,
    municipalities: Vec<u16>,
}

impl Shared {
    #[inline]
    fn note(&mut self, columns: &Columns, entity: Entity, value: u16) {
        let best = match entity {
            Entity::Type(at) => self.types.get_mut(at as usize),
            Entity::Audience(at) => self.audiences.get_mut(at as usize),
            Entity::Municipality(at) => self.municipalities.get_mut(at as usize),
            Entity::Region(at) => {
                for (municipality, best) in self.municipalities.iter_mut().enumerate() {
                    if columns.region(municipality) == Some(at as usize) {
                        *best = and_further(*best, value / REGION_SHARE);
                    }
                }
                None
            }
            Entity::Service(_) | Entity::Urgent(_) | Entity::Equivalent(_) => None,
        };
        if let Some(best) = best {
            *best = and_further(*best, value);
        }
    }
}

/// The better of two matches, and a share of the other.
#[inline]
fn and_further(best: u16, value: u16) -> u16 {
    best.max(value).saturating_add(best.min(value) / FURTHER_SHARE)
}

/// A match's worth: field by way of finding, in 256ths; at least one, so that a match is never nothing.
#[inline]
fn worth(field: u32, how: u32) -> u16 {
    u16::try_from((field * how / 256).max(1)).unwrap_or(u16::MAX)
}

/// What streets are, folded and without endings.
const STREETS: [&str; 11] =
    ["iela", "ielu", "street", "sosej", "prospekt", "bulvar", "laukum", "gatv", "alej", "dambi", "krastmal"];

/// Does the query speak of a street, or of a house by its number? Of *14 gadi* it does not.
#[inline]
fn speaks_of_street(asked: &[Word]) -> bool {
    let any_begins = |with: &[&str]| asked.iter().any(|word| with.iter().any(|with| word.folded.starts_with(with)));
    let is_number = |word: &Word| word.folded.starts_with(|c: char| c.is_ascii_digit());
    any_begins(&STREETS) || (asked.iter().skip(1).any(is_number) && !any_begins(&["gad"]))
}

/// Is the word part of many places' names: *novads*, *pagasts*, *pilsēta*?
#[inline]
fn is_of_many_places(word: &Word) -> bool {
    ["novad", "pagast", "pilset"].iter().any(|generic| word.folded.starts_with(generic))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_further_match_adds_a_share_of_the_lesser(a in any::<u16>(), b in any::<u16>()) {
            let (best, least) = (a.max(b), a.min(b));
            let both = and_further(a, b);
            prop_assert_eq!(both, and_further(b, a));
            prop_assert!(both >= best && (least < FURTHER_SHARE || both > best || best == u16::MAX));
            prop_assert!(u32::from(both) <= u32::from(best) + u32::from(least / FURTHER_SHARE));
        }
    }
}
