//! The query in the page's address, as far as it may stand there.

use finder_core::query::{Query, Target};
use leptos::prelude::*;

use super::{Finder, answer::has_words};
use crate::{chunks, query_object::clear_key};

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
        let (mut query, mut initial) = (query.clone(), self.initial.try_get_untracked()?);
        // Locked keys come from the page, not from links; words stay out where the page asks for it.
        for key in &options.locked {
            clear_key(&mut query, key);
            clear_key(&mut initial, key);
        }
        if self.hides_words(&query) {
            // A shelter's page, opened from such words, tells as much as they do.
            if self.is_urgent(&query) == Some(true) {
                query.open = None;
            }
            query.text.clear();
        }
        Some(self.url()?.address(&query, &initial))
    }

    /// Are the words kept out of the address? Where the page asks for it, and where they may put somebody at risk if they
    /// are found later.
    pub fn hides_words(self, query: &Query) -> bool {
        self.options.try_with_untracked(|options| options.private).unwrap_or_default()
            // Not known yet: they are written once it is.
            || self.is_urgent(query).unwrap_or_else(|| has_words(query))
    }

    /// Do the words ask for help that cannot wait? `None` where that cannot be known yet.
    fn is_urgent(self, query: &Query) -> Option<bool> {
        let (data, words) = self.data_now().zip(chunks::words_here())?;
        data.index.has_words().then(|| (words.is_urgent)(&data, query))
    }
}
