//! Stories that answer a query.

use super::find::Chosen;
use crate::{
    catalogue::{Catalogue, Story, StoryIx, TermRole},
    index::{Index, Meant, asked::Asked, entities::Entity},
};

/// Stories that answer the facets, in the catalogue's order. A story without a municipality answers its region; one
/// without a place or audience at all answers every choice: stories are few, and each is worth seeing.
#[inline]
pub(super) fn chosen(catalogue: &Catalogue, chosen: &Chosen, places: Option<&[bool]>) -> Vec<StoryIx> {
    let all = catalogue.stories.iter().enumerate();
    all.filter(|(_, story)| answers(catalogue, story, chosen, places)).map(|(i, _)| StoryIx::new(i)).collect()
}

/// By story: does it answer the words?
#[inline]
pub(super) fn said(catalogue: &Catalogue, index: &Index, asked: &Asked, meant: &[Meant]) -> Vec<bool> {
    let required = (0..).zip(&asked.words).filter(|(_, word)| word.required).fold(0_u32, |all, (at, _)| all | 1 << at);
    words_found(catalogue, index, asked, meant).into_iter().map(|words| words & required == required).collect()
}

/// By story: the words of the query found in it, bit by bit.
#[inline]
fn words_found(catalogue: &Catalogue, index: &Index, asked: &Asked, meant: &[Meant]) -> Vec<u32> {
    let mut words = vec![0_u32; catalogue.stories.len()];
    for (at, word) in asked.words.iter().enumerate() {
        for story in word.found.iter().flat_map(|found| index.entities.in_stories(found.term)) {
            if let Some(words) = words.get_mut(story as usize) {
                *words |= 1 << at;
            }
        }
    }
    for meant in meant {
        for (story, words) in catalogue.stories.iter().zip(&mut words) {
            let shown = match meant.entity {
                Entity::Type(at) => story.types.iter().any(|ix| ix.get() == at as usize),
                Entity::Audience(at) => story.audiences.iter().any(|ix| ix.get() == at as usize),
                _ => false,
            };
            if shown {
                *words |= meant.words;
            }
        }
    }
    words
}

#[inline]
fn answers(catalogue: &Catalogue, story: &Story, chosen: &Chosen, places: Option<&[bool]>) -> bool {
    let everyone = |at: usize| catalogue.audiences.get(at).is_some_and(|term| term.role == TermRole::Everyone);
    let kind = chosen.types.is_empty() || story.types.iter().any(|t| chosen.types.contains(&t.get()));
    let audience = chosen.audiences.is_empty()
        || story.audiences.is_empty()
        || story.audiences.iter().any(|a| chosen.audiences.contains(&a.get()) || everyone(a.get()));
    let place = places.is_none_or(|places| match (story.municipality, story.region) {
        (Some(m), _) => places.get(m.get()).copied().unwrap_or(false),
        (None, Some(region)) => {
            catalogue.municipalities.iter().zip(places).any(|(m, chosen)| *chosen && m.region == region)
        }
        (None, None) => true,
    });
    kind && audience && place
}
