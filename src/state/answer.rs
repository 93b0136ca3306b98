//! From the question to its answer.

use std::sync::Arc;

use finder_core::{
    query::{Query, View},
    results::{Asking, Hit, ResultSet, narrow},
    urgent::Help,
};
use leptos::prelude::*;

use super::{Data, Finder, PartPhase, Spot};
use crate::{chunks, small::Small, words::Marks};

/// The query without what does not change results.
pub(super) fn question(query: &Query) -> Query {
    Query { view: View::List, open: None, map: None, ..query.clone() }
}

/// Does the query ask for words?
pub(super) fn has_words(query: &Query) -> bool {
    !query.text.trim().is_empty()
}

/// The answer to a question, with all that follows from the same words.
#[derive(Default)]
pub struct Answer {
    /// The services and stories found.
    pub results: ResultSet,
    /// Finds the words asked for in a text; `None` without words.
    pub marks: Option<Marks>,
    /// Help that cannot wait, where the words ask for it.
    pub help: Option<Help>,
    /// Stands for the help: another number where it is other help, 0 where there is none.
    pub offered: usize,
    /// Hits shown of each group.
    pub shown: usize,
}

impl Answer {
    fn new(data: &Data, query: &Query, spot: Option<&Spot>, shown: usize) -> Self {
        // A page at a time: a keystroke costs the same however many services answer.
        let (from, here) = (spot.map(|spot| spot.at), spot.map(|spot| spot.here));
        let asking = Asking { limit: Some(shown), from, here, ..Asking::default() };
        if has_words(query)
            && data.index.has_words()
            && let Some(words) = chunks::words_here()
        {
            return (words.answer)(data, query, asking);
        }
        Self {
            results: narrow(&data.catalogue, &data.index, query, asking),
            marks: None,
            help: None,
            offered: 0,
            shown,
        }
    }

    /// The hits shown, in order.
    pub fn page(&self) -> impl Iterator<Item = &Hit> {
        self.results.hits.iter().take(self.shown)
    }
}

impl std::ops::Deref for Answer {
    type Target = ResultSet;

    fn deref(&self) -> &ResultSet {
        &self.results
    }
}

/// The answer as it follows the question, the catalogue, the visitor's place and the number of results shown.
pub(super) fn answers(
    asked: Memo<Query>,
    data: RwSignal<Option<Arc<Data>>>,
    spot: RwSignal<Option<Spot>>,
    shown: Small<usize>,
    words: Small<PartPhase>,
) -> Memo<Arc<Answer>> {
    // Compared by identity: answers are large, and a new one is made only where the question changed.
    Memo::new_with_compare(
        move |before: Option<&Arc<Answer>>| {
            let answer = data.with(|data| {
                let data = data.as_ref()?;
                asked.with(|query| {
                    // Until words can be looked up, what is on the page stays; where they cannot, it says so.
                    let waits = has_words(query) && !data.index.has_words() && words.get() != PartPhase::Failed;
                    let answer = || spot.with(|spot| Answer::new(data, query, spot.as_ref(), shown.get()));
                    (!waits).then(|| Arc::new(answer()))
                })
            });
            answer.or_else(|| before.cloned()).unwrap_or_default()
        },
        |a: Option<&Arc<Answer>>, b| !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
    )
}

impl Finder {
    /// Are there words to look for? Reactive.
    pub fn has_words_asked(self) -> bool {
        self.asked.with(has_words)
    }

    /// Are there words to look for that cannot be looked up yet? Reactive.
    pub fn waits_for_words(self) -> bool {
        self.has_words_asked()
            && self.words.get() != PartPhase::Failed
            && self.data.with(|data| data.as_ref().is_some_and(|data| !data.index.has_words()))
    }
}
