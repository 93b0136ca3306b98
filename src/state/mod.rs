//! The finder's state. What is asked is changed nowhere else.
//!
//! A visitor's act (`acts`), the page or the address → the query (`query`) → what it needs (`parts`) and the answer to it
//! (`answer`); afterwards the address is written (`address`) and the page told (`tell`).

mod acts;
mod address;
mod answer;
mod data;
mod outside;
mod parts;
mod phase;
mod query;
mod spot;
mod tell;

use std::sync::Arc;

use finder_core::{
    query::{Query, View},
    strings::{Strings, UiLang},
};
use leptos::prelude::*;

pub use answer::Answer;
pub use data::Data;
pub use phase::{PartPhase, Phase};
pub use spot::Spot;

use crate::{
    components::app::SETTLED,
    host::Host,
    options::Options,
    small::{Small, SmallMemo},
};
use answer::{answers, question};
use outside::Outside;

/// Results shown at first, and added by *show more*.
pub const PAGE: usize = 20;

/// Everything the components share. A handful of positions in the reactive arena: copied freely.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What was asked. Written in `query` only.
    query: RwSignal<Query>,
    /// What the page asks for when it opens: attributes, without the address.
    initial: RwSignal<Query>,
    /// The catalogue and its index.
    pub data: RwSignal<Option<Arc<Data>>>,
    /// Changes where everything must be drawn anew: another language, other options, another catalogue.
    pub epoch: Small<u32>,
    /// How far the first results have been drawn: 0, nothing, to [`SETTLED`], all of them.
    pub drawn: Small<u32>,
    /// How far loading has come.
    pub phase: RwSignal<Phase>,
    /// The interface's language.
    pub lang: Small<UiLang>,
    /// What the page asks of the widget.
    pub options: RwSignal<Options>,
    /// The view shown.
    pub view: SmallMemo<View>,
    /// The query without what does not change results (view, open record).
    asked: Memo<Query>,
    /// The answer.
    pub results: Memo<Arc<Answer>>,
    /// Results shown.
    pub shown: Small<usize>,
    /// Is the widget wide enough for two columns?
    pub wide: Small<bool>,
    /// Did the last change come from typing? Then announcements wait for a pause.
    pub typing: Small<bool>,
    /// May new rows of results be made a few at a time? Not where the focus is to go to one of them.
    pub stepwise: Small<bool>,
    /// Where the visitor is, if they said so.
    pub spot: RwSignal<Option<Spot>>,
    /// Is the visitor asked where they are?
    pub asks_place: Small<bool>,
    /// Details of services.
    pub details: Small<PartPhase>,
    /// Stories.
    pub stories: Small<PartPhase>,
    /// Programmes.
    pub programmes: Small<PartPhase>,
    /// What searching for words needs: code, and the index made by it.
    pub words: Small<PartPhase>,
    /// The page around, and the source: neither is reactive.
    outside: StoredValue<Outside, LocalStorage>,
}

impl Finder {
    /// A finder that has loaded nothing yet.
    pub fn new(host: Host, options: Options, lang: UiLang) -> Self {
        let query = RwSignal::new(Query::default());
        let data = RwSignal::new(None::<Arc<Data>>);
        let asked = Memo::new(move |_| query.with(question));
        let shown = Small::new(PAGE);
        let spot = RwSignal::new(None::<Spot>);
        let words = Small::new(PartPhase::Unasked);
        Self {
            query,
            initial: RwSignal::new(Query::default()),
            data,
            epoch: Small::new(0),
            drawn: Small::new(0),
            phase: RwSignal::new(Phase::Loading),
            lang: Small::new(lang),
            options: RwSignal::new(options),
            view: SmallMemo::new(move || query.with(|query| query.view)),
            asked,
            results: answers(asked, data, spot, shown, words),
            shown,
            wide: Small::new(false),
            typing: Small::new(false),
            stepwise: Small::new(false),
            spot,
            asks_place: Small::new(false),
            details: Small::new(PartPhase::Unasked),
            stories: Small::new(PartPhase::Unasked),
            programmes: Small::new(PartPhase::Unasked),
            words,
            outside: StoredValue::new_local(Outside::new(host)),
        }
    }

    /// The interface's texts; reactive.
    pub fn strings(self) -> &'static Strings {
        self.lang.get().strings()
    }

    /// The data as it is now; not reactive.
    pub fn data_now(self) -> Option<Arc<Data>> {
        self.data.try_get_untracked().flatten()
    }

    /// Is all of the first page of results there? What stands beside it waits for that.
    pub fn is_settled(self) -> bool {
        self.drawn.get_untracked() >= SETTLED
    }

    /// Everything is drawn anew.
    pub fn draw_anew(self) {
        if let Some(epoch) = self.epoch.try_get_untracked() {
            self.epoch.set(epoch.wrapping_add(1));
        }
    }
}
