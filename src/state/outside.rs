//! What a finder holds that is not reactive: the page around, the source of the catalogue, tasks.

use std::rc::Rc;

use finder_core::query::Target;
use futures_util::future::{AbortHandle, Abortable};
use leptos::prelude::*;

use super::Finder;
use crate::{host::Host, load::Source, url_sync::UrlSync};

/// What is not reactive.
pub(super) struct Outside {
    host: Host,
    source: Option<Rc<Source>>,
    /// Where the page was scrolled to when a record was opened from the results.
    pub(super) scroll: Option<f64>,
    tasks: Vec<AbortHandle>,
    /// The record whose opening the page was told last.
    pub(super) told: Option<Target>,
    /// Words as typed that the query does not have yet.
    pub(super) typed: Option<String>,
    /// Did the visitor ask last, not the page or the address? Only then is the address written.
    pub(super) by_visitor: bool,
}

impl Outside {
    /// The page around, and nothing loaded yet.
    pub(super) const fn new(host: Host) -> Self {
        Self { host, source: None, scroll: None, tasks: Vec::new(), told: None, typed: None, by_visitor: false }
    }
}

impl Drop for Outside {
    /// What still waits for a timer or for the network holds the catalogue: a finder that leaves takes it along.
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

impl Finder {
    /// Does something with the page around.
    pub fn with_host<T>(self, with: impl FnOnce(&mut Host) -> T) -> Option<T> {
        self.outside.try_update_value(|outside| with(&mut outside.host))
    }

    /// The part of the page's address that is ours, if any.
    pub(super) fn url(self) -> Option<Rc<UrlSync>> {
        self.outside.try_with_value(|outside| outside.host.url.clone()).flatten()
    }

    /// Remembers where the catalogue comes from.
    pub fn set_source(self, source: Rc<Source>) {
        // Positions in a catalogue mean nothing in another.
        let _ = self.spot.try_set(None);
        let _ = self.outside.try_update_value(|outside| outside.source = Some(source));
    }

    /// Where the catalogue comes from.
    pub fn source(self) -> Option<Rc<Source>> {
        self.outside.try_with_value(|outside| outside.source.clone()).flatten()
    }

    /// Does something that takes its time; given up when the finder leaves the page.
    pub fn spawn(self, work: impl Future<Output = ()> + 'static) {
        let (handle, registration) = AbortHandle::new_pair();
        if self.outside.try_update_value(|outside| outside.tasks.push(handle)).is_some() {
            let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
            let work = Abortable::new(work, registration);
            leptos::task::spawn_local(async move {
                let _ = work.await;
            });
        }
    }
}
