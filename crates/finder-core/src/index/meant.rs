//! The phrases that a query means.

use super::{Index, asked::Asked, entities::Entity};
use crate::results::Match;

/// A phrase of which the query has every word.
#[derive(Debug)]
pub(crate) struct Meant {
    pub(crate) entity: Entity,
    /// Which of the entity's phrases it is.
    pub(crate) at: u16,
    /// Words of the query, by position, that make it up: bit by bit.
    pub(crate) words: u32,
    /// Does the query say them in the phrase's order?
    pub(crate) in_order: bool,
    /// How surely its least sure word was found.
    pub(crate) weight: u32,
    /// How that word was found.
    pub(crate) how: Match,
}

impl Index {
    /// The phrases of which the query has every word.
    #[inline]
    pub(crate) fn meant(&self, asked: &Asked) -> Vec<Meant> {
        // (phrase, slot, weight, word, way): each slot's surest word first.
        let mut filled: Vec<(u32, u8, u32, usize, Match)> = Vec::new();
        for (at, word) in asked.words.iter().enumerate() {
            for found in &word.found {
                // Words that mean the same stand for one another in what is said of a single service; of all of a kind, for an
                // audience or of an urgent need too much would be meant.
                let slots = self.entities.in_phrases(found.term).filter(|slot| {
                    found.how != Match::Equivalent
                        || self
                            .entities
                            .phrase(slot.phrase)
                            .is_some_and(|phrase| matches!(phrase.entity, Entity::Service(_)))
                });
                filled.extend(slots.map(|slot| (slot.phrase, slot.slot, u32::MAX - found.weight, at, found.how)));
            }
        }
        crate::order::sort(&mut filled);
        filled.dedup_by_key(|(phrase, slot, ..)| (*phrase, *slot));
        let complete = filled.chunk_by(|a, b| a.0 == b.0).filter_map(|slots| {
            let phrase = self.entities.phrase(slots.first()?.0)?;
            let (.., weight, _, how) = slots.iter().max_by_key(|(.., weight, _, _)| weight)?;
            (slots.len() == usize::from(phrase.slots)).then(|| Meant {
                entity: phrase.entity,
                at: phrase.at,
                words: slots.iter().fold(0, |words, (.., at, _)| words | 1 << at),
                in_order: slots.is_sorted_by_key(|(.., at, _)| at),
                weight: u32::MAX - weight,
                how: *how,
            })
        });
        complete.collect()
    }
}
