//! The phrases that a query means.

use super::{Index, asked::Asked, entities::Entity};
use crate::results::Match;

/// A phrase of which the query has every word.
#[derive(Debug)]
pub(crate) struct Meant {
    pub(crate) entity: Entity,
    /// Which of the entity's phrases it is.
    pub(crate) at: u16,
    /// Words of the query, by position, that make it up: bit by bit. A query has no more words than bits (`MOST_WORDS`, each
    /// in two halves at most).
    pub(crate) words: u32,
    /// How surely its least sure word was found.
    pub(crate) weight: u32,
    /// How that word was found.
    pub(crate) how: Match,
    /// Words that have a mistake: bit by bit, as above.
    pub(crate) mistyped: u32,
}

impl Index {
    /// The phrases of which the query has every word.
    #[inline]
    pub(crate) fn meant(&self, asked: &Asked) -> Vec<Meant> {
        // (phrase, slot, weight, word, way): each slot's surest word first.
        let mut filled: Vec<(u32, u8, u32, usize, Match)> = Vec::new();
        for (at, word) in asked.words.iter().enumerate() {
            for found in &word.found {
                let slots = self.entities.in_phrases(found.term).filter(|slot| {
                    let phrase = || self.entities.phrase(slot.phrase);
                    found.how.is_the_word() || phrase().is_some_and(|phrase| word.may_mean(phrase.entity, found.how))
                });
                filled.extend(slots.map(|slot| (slot.phrase, slot.slot, u32::MAX - found.weight, at, found.how)));
            }
        }
        crate::order::sort(&mut filled);
        filled.dedup_by_key(|(phrase, slot, ..)| (*phrase, *slot));
        let complete = filled.chunk_by(|a, b| a.0 == b.0).filter_map(|slots| {
            let phrase = self.entities.phrase(slots.first()?.0)?;
            let (.., weight, _, how) = slots.iter().max_by_key(|(.., weight, _, _)| weight)?;
            let (mut words, mut mistyped) = (0, 0);
            for (.., at, how) in slots {
                let word = 1 << at;
                words |= word;
                mistyped |= if *how == Match::Typo { word } else { 0 };
            }
            (slots.len() == usize::from(phrase.slots)).then(|| Meant {
                entity: phrase.entity,
                at: phrase.at,
                words,
                mistyped,
                weight: u32::MAX - weight,
                how: *how,
            })
        });
        complete.collect()
    }
}
