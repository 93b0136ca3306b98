//! What is loaded when it is wanted: parts of the catalogue, and what words need.

use std::sync::Arc;

use finder_core::{catalogue::PartKind, index::Index, query::View};
use futures_util::future::join;
use leptos::prelude::*;

use super::{Data, Finder, PartPhase, answer::has_words};
use crate::{browser, chunks, load::Source, small::Small};

impl Finder {
    /// Takes over what the source has by now, in the interface's language. The index is kept where the services are the
    /// same.
    pub async fn take_over(self, source: &Source, mut new_index: bool) {
        loop {
            let Some(ui) = self.lang.try_get_untracked() else { return };
            let catalogue = source.catalogue();
            let lang = crate::language::of_texts(&catalogue, ui);
            let same = |old: &Arc<Data>| {
                !new_index && old.lang == lang && old.catalogue.services.len() == catalogue.services.len()
            };
            let words = chunks::words_here().filter(|_| self.words.try_get_untracked() != Some(PartPhase::Unasked));
            // An index that is kept says nothing of words that are on their way.
            let (index, made_for_words) = match (self.data_now().filter(same), words) {
                (Some(old), _) => (Arc::clone(&old.index), false),
                (None, Some(words)) => ((words.index)(source, &catalogue, lang).await, true),
                (None, None) => (Arc::new(Index::for_facets(&catalogue, lang)), false),
            };
            // Another part or language may have come while the index was made: what is older must not replace it.
            if Arc::ptr_eq(&catalogue, &source.catalogue()) && self.lang.try_get_untracked() == Some(ui) {
                let phase = if index.has_words() { PartPhase::Ready } else { PartPhase::Failed };
                let _ = self.data.try_set(Some(Arc::new(Data { catalogue, index, lang })));
                if made_for_words {
                    let _ = self.words.try_set(phase);
                }
                return;
            }
            new_index = true;
        }
    }

    /// Loads what the present view and open record need and is not there yet.
    pub fn wanted_by_view(self) {
        let Some((view, open)) = self.query.try_with_untracked(|query| (query.view, query.open.is_some())) else {
            return;
        };
        if open {
            self.want(PartKind::Details);
            self.want(PartKind::Stories);
        }
        match view {
            View::Stories => self.want(PartKind::Stories),
            View::Programme => self.want(PartKind::Programme),
            View::List | View::Map => {}
        }
    }

    /// The signal that follows a kind of part.
    fn part_phase(self, kind: PartKind) -> Option<Small<PartPhase>> {
        match kind {
            PartKind::Details => Some(self.details),
            PartKind::Stories => Some(self.stories),
            PartKind::Programme => Some(self.programmes),
            PartKind::Words | PartKind::Language(_) => None,
        }
    }

    /// Loads a part of the catalogue, unless it is there or on its way.
    pub fn want(self, kind: PartKind) {
        let (Some(source), Some(signal)) = (self.source(), self.part_phase(kind)) else { return };
        if matches!(signal.try_get_untracked(), None | Some(PartPhase::Loading | PartPhase::Ready)) {
            return;
        }
        let _ = signal.try_set(PartPhase::Loading);
        self.spawn(async move {
            let result = source.want(kind).await;
            let Some(data) = self.data_now() else { return };
            match result {
                Ok(()) => {
                    if !Arc::ptr_eq(&data.catalogue, &source.catalogue()) {
                        self.take_over(&source, kind == PartKind::Stories).await;
                    }
                    let _ = signal.try_set(PartPhase::Ready);
                }
                Err(error) => {
                    browser::console_warn(&["service-finder: ", &error.message].concat());
                    let _ = signal.try_set(PartPhase::Failed);
                }
            }
        });
    }

    /// Loads what words need, unless it is there or on its way.
    pub fn want_words(self) {
        if matches!(self.words.try_get_untracked(), Some(PartPhase::Unasked | PartPhase::Failed)) {
            self.spawn(self.load_words());
        }
    }

    /// Loads what words need. Afterwards it is there, or known to have failed.
    pub async fn load_words(self) {
        let Some(source) = self.source() else { return };
        let _ = self.words.try_set(PartPhase::Loading);
        // At the same time. What of the lexicon fails is told when it is read.
        let (words, _) = join(chunks::load_words(), source.load(source.lexicon())).await;
        if words.is_err() {
            let _ = self.words.try_set(PartPhase::Failed);
            return;
        }
        self.take_over(&source, true).await;
        // Only now is it known whether they may stand in the address.
        let is_asked = self.outside.try_with_value(|outside| outside.by_visitor) == Some(true);
        let is_ready = self.words.try_get_untracked() == Some(PartPhase::Ready);
        if let Some(url) = self.url().filter(|_| is_ready && is_asked && has_words(&self.query_now())) {
            url.write_later();
        }
    }
}
