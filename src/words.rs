//! What only words need: the index of the catalogue's words, answers, suggestions, and what cannot wait. All of it is in a
//! chunk of its own (`chunks`); here stands the table of what that chunk can do.

use core::ops::Range;
use std::sync::Arc;

use finder_core::{
    catalogue::{Catalogue, LangIx},
    index::Index,
    query::Query,
    results::{Asking, Why},
    strings::UiLang,
    suggest::{Suggested, Suggestion},
};

use futures_util::future::LocalBoxFuture;

use crate::{
    chunks,
    components::{reason, suggestions, urgent as panel},
    dom::El,
    load::{self, Source},
    state::{Answer, Data, Finder},
    style::{adopt_more, sheet},
};

/// Finds the pieces of a text that the query's words match.
pub type Marks = Box<dyn Fn(&str) -> Vec<Range<usize>> + Send + Sync>;

/// Functions of the chunk. Pointers, so that nothing outside of it reaches them by name.
#[derive(Clone, Copy)]
pub struct Words {
    /// The index of a catalogue in a language; one for facets where what it needs cannot be loaded, which is told.
    pub index: for<'a> fn(&'a Source, &'a Arc<Catalogue>, LangIx) -> LocalBoxFuture<'a, Arc<Index>>,
    /// Answers a query that has words.
    pub answer: fn(&Data, &Query, Asking<'_>) -> Answer,
    /// Is help needed that cannot wait?
    pub is_urgent: fn(&Data, &Query) -> bool,
    /// That help.
    pub help: fn(Finder) -> Vec<El>,
    /// The way to leave at once, on the page of a record.
    pub leave: fn(Finder) -> El,
    /// Why a result is shown, where its card does not show it.
    pub reason: fn(&Data, &[Why], UiLang) -> Option<El>,
    /// Suggests.
    pub suggest: fn(&Data, &Query) -> Vec<Suggestion>,
    /// The query with a suggestion taken.
    pub choose: fn(Suggested, &Data, &Query) -> Query,
    /// The suggestions as they are shown.
    pub suggestions: fn(Finder, suggestions::Suggestions, &Data, Vec<Suggestion>) -> Vec<El>,
}

impl Words {
    /// The table.
    pub fn new() -> Self {
        Self {
            index: |source, catalogue, lang| Box::pin(load::index(source, catalogue, lang)),
            answer,
            is_urgent: |data, query| finder_words::is_urgent(&data.index, query),
            help: |finder| {
                adopt_sheets(finder);
                panel::urgent(finder)
            },
            leave: panel::leave,
            reason: reason::reason,
            suggest,
            choose: |what, data, query| what.choose(&data.catalogue, query),
            suggestions: |finder, suggestions, data, list| {
                adopt_sheets(finder);
                suggestions::rows(finder, suggestions, data, list)
            },
        }
    }
}

/// Lets a finder adopt what words bring to its look.
pub fn adopt_sheets(finder: Finder) {
    chunks::adopt_page(finder);
    adopt_more(finder, sheet!("components/words.css"));
}

/// Most suggestions shown: the list must fit between a phone's search box and its keyboard.
const MOST_SUGGESTED: usize = 6;

fn suggest(data: &Data, query: &Query) -> Vec<Suggestion> {
    // Nothing lies over help that cannot wait.
    if finder_words::is_urgent(&data.index, query) {
        return Vec::new();
    }
    let mut found = finder_words::suggest(&data.catalogue, &data.index, query, data.lang);
    found.truncate(MOST_SUGGESTED);
    found
}

fn answer(data: &Data, query: &Query, asking: Asking<'_>) -> Answer {
    let answer = finder_words::answer(&data.catalogue, &data.index, query, asking);
    let offered = answer.help.as_ref().map_or(0, |help| {
        let emergency = help.emergency.as_ref().map_or(0, |phone| phone.shown().len());
        help.services.iter().fold(1 + emergency, |all, at| all.wrapping_mul(8191) ^ at.get()).max(1)
    });
    Answer {
        results: answer.results,
        marks: Some(Box::new(move |text| answer.marks.ranges(text))),
        help: answer.help,
        offered,
        shown: asking.limit.unwrap_or(usize::MAX),
    }
}
