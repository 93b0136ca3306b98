//! The query, and the two ways it is replaced: by the visitor, and by the page.

use finder_core::query::{Query, Target, View};
use leptos::prelude::*;

use super::{
    Finder, PAGE,
    answer::{has_words, question},
};
use crate::{browser, query_object::copy_key};

impl Finder {
    /// The query; reactive.
    pub fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// The query without view and open record; reactive, and quieter than [`query`](Self::query).
    pub fn asked(self) -> Memo<Query> {
        self.asked
    }

    /// The query as it is now.
    pub fn query_now(self) -> Query {
        let mut query = self.query.try_get_untracked().unwrap_or_default();
        if let Some(Some(typed)) = self.outside.try_with_value(|outside| outside.typed.clone()) {
            query.text = typed;
        }
        query
    }

    /// What the page shows at first.
    pub fn initial(self) -> Query {
        self.initial.get_untracked()
    }

    /// What the page shows at first.
    pub fn set_initial(self, query: Query) {
        self.initial.set(query);
    }

    /// The words, as typed so far. They are only noted: the letter is painted before anything follows from it.
    pub fn set_text(self, text: String) {
        let waits = self.outside.try_update_value(|outside| outside.typed.replace(text).is_some());
        if waits == Some(false) {
            browser::after_paint(move || self.take_typed());
        }
    }

    /// Asks for the words that were typed, if that has not happened yet.
    pub fn take_typed(self) {
        let query = self.query_now();
        if self.outside.try_update_value(|outside| outside.typed.take()).flatten().is_some() {
            self.take(query, true);
        }
    }

    /// Takes over what the visitor asks for now: all but what is locked. Shows the first page, writes the address.
    #[inline(never)]
    pub(super) fn take(self, mut query: Query, typing: bool) {
        let (Some(before), Some(initial)) = (self.query.try_get_untracked(), self.initial.try_get_untracked()) else {
            return;
        };
        self.keep_locked(&mut query, &initial);
        if query == before {
            return;
        }
        if question(&query) != question(&before) {
            self.shown.set(PAGE);
        }
        let _ = self.outside.try_update_value(|outside| outside.by_visitor = true);
        let address = if typing {
            None
        } else {
            // What was typed goes into the present history entry first.
            if let Some(url) = self.url() {
                url.flush();
            }
            self.address(&query)
        };
        let _ = self.typing.try_set(typing);
        // What is typed, or chosen on the map, is seen there first; so is the map itself.
        let _ = self.stepwise.try_set(typing || query.view == View::Map);
        let opened = self.replace(query, &before);
        if let Some(url) = self.url() {
            match address {
                Some(address) => url.write(&address, opened.is_some()),
                None => url.write_later(),
            }
        }
        if let Some(target) = opened {
            self.tell_opened(&target);
        }
    }

    /// Takes over a query from the page or the address.
    pub fn set_query(self, mut query: Query) {
        let Some(initial) = self.initial.try_get_untracked() else { return };
        self.keep_locked(&mut query, &initial);
        if let Some(data) = self.data_now() {
            query.view = self.options.with_untracked(|options| options.view_for(query.view, &data.catalogue));
        }
        // What was typed a moment ago came first.
        self.take_typed();
        let _ = self.outside.try_update_value(|outside| outside.by_visitor = false);
        let before = self.query_now();
        if query != before {
            let _ = self.typing.try_set(false);
            let _ = self.stepwise.try_set(false);
            self.shown.set(PAGE);
            if let Some(target) = self.replace(query, &before) {
                self.tell_opened(&target);
            }
        }
    }

    /// Asks `query` in place of `before`, and for what it needs. The record that it opens, if any.
    #[inline(never)]
    fn replace(self, query: Query, before: &Query) -> Option<Target> {
        let opened = if query.open == before.open { None } else { query.open.clone() };
        let asks_words = has_words(&query);
        self.query.set(query);
        self.wanted_by_view();
        if asks_words {
            self.want_words();
        }
        opened
    }

    /// Locked keys stay as the page has them.
    #[inline(never)]
    fn keep_locked(self, query: &mut Query, initial: &Query) {
        self.options.with_untracked(|options| options.locked.iter().for_each(|key| copy_key(query, key, initial)));
    }
}
