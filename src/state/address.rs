//! The query in the page's address, as far as it may stand there.

use finder_core::query::{Query, Target};
use leptos::prelude::*;

use super::{Finder, answer::has_words};
use crate::{
    chunks,
    query_object::{clear_key, copy_key},
};

impl Finder {
    /// The address of a record, for a link; `None` where this finder leaves the address alone.
    pub fn address_of(self, target: &Target) -> Option<String> {
        let query = Query { open: Some(target.clone()), ..Query::default() };
        self.address(&query)
    }

    /// The page's address with the query as it is now.
    pub fn address_now(self) -> Option<String> {
        self.address(&self.query.try_get_untracked()?)
    }

    /// The page's address with another query.
    pub(super) fn address(self, query: &Query) -> Option<String> {
        let options = self.options.try_get_untracked()?;
        let initial = self.initial.try_get_untracked()?;
        let mut query = query.clone();
        for key in &options.locked {
            copy_key(&mut query, key, &initial);
        }
        // Locked keys come from the page, not from links; words stay out where the page asks for it.
        let mut bare = query.clone();
        options.locked.iter().for_each(|key| clear_key(&mut bare, key));
        if self.hides_words(&bare) {
            bare.text.clear();
        }
        let mut bare_initial = initial;
        options.locked.iter().for_each(|key| clear_key(&mut bare_initial, key));
        Some(self.url()?.address(&bare, &bare_initial))
    }

    /// Are the words kept out of the address? Where the page asks for it, and where they may put somebody at risk if they
    /// are found later.
    pub fn hides_words(self, query: &Query) -> bool {
        self.options.try_with_untracked(|options| options.private).unwrap_or_default()
            || self.data_now().is_some_and(|data| match chunks::words_here() {
                Some(words) if data.index.has_words() => (words.is_urgent)(&data, query),
                // Not known yet: they are written once it is.
                _ => has_words(query),
            })
    }
}
