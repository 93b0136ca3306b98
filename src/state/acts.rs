//! What a visitor can do, one change each.

use finder_core::{
    catalogue::{MunicipalityId, RegionId, TermId},
    query::{MapForm, Query, Sort, Target, View, toggle},
};
use leptos::prelude::*;

use super::{Finder, PAGE};

impl Finder {
    /// One change by the visitor that makes a history entry.
    pub(super) fn act(self, change: impl FnOnce(&mut Query)) {
        self.take_typed();
        let mut query = self.query_now();
        change(&mut query);
        self.take(query, false);
    }

    /// Empties the words in one step.
    pub fn clear_text(self) {
        self.act(|query| query.text.clear());
    }

    /// A whole query chosen at once: a way out, a suggestion.
    pub fn ask(self, asked: Query) {
        self.act(|query| *query = asked);
    }

    /// Chooses a kind of service, or takes it back.
    pub fn toggle_type(self, id: TermId) {
        self.act(|query| toggle(&mut query.types, id));
    }

    /// Chooses an audience, or takes it back.
    pub fn toggle_audience(self, id: TermId) {
        self.act(|query| toggle(&mut query.audiences, id));
    }

    /// Chooses a region, or takes it back.
    pub fn toggle_region(self, id: RegionId) {
        self.act(|query| toggle(&mut query.regions, id));
    }

    /// Chooses a municipality, or takes it back.
    pub fn toggle_municipality(self, id: MunicipalityId) {
        self.act(|query| toggle(&mut query.municipalities, id));
    }

    /// Drops words and filters.
    pub fn clear(self) {
        self.act(Query::clear);
    }

    /// Shows a view.
    pub fn set_view(self, view: View) {
        self.act(|query| {
            query.view = view;
            query.open = None;
        });
    }

    /// Orders results.
    pub fn set_sort(self, sort: Option<Sort>) {
        self.act(|query| query.sort = sort);
    }

    /// Shows the map in a form.
    pub fn set_map(self, form: MapForm) {
        self.act(|query| query.map = Some(form));
    }

    /// Asks anew: all services of one region.
    pub fn only_region(self, id: RegionId) {
        self.act(|query| {
            query.clear();
            query.regions.push(id);
            query.view = View::List;
            query.open = None;
        });
    }

    /// Opens a record over the view.
    pub fn open(self, target: Target) {
        let scroll = window().scroll_y().ok();
        self.outside.update_value(|outside| {
            if outside.scroll.is_none() {
                outside.scroll = scroll;
            }
        });
        self.act(|query| query.open = Some(target));
    }

    /// Closes the open record.
    pub fn close(self) {
        self.act(|query| query.open = None);
    }

    /// Where the page was scrolled to when a record was opened from the results; asked once.
    pub fn take_scroll(self) -> Option<f64> {
        let mut scroll = None;
        let _ = self.outside.try_update_value(|outside| scroll = outside.scroll.take());
        scroll
    }

    /// Shows the next page of results.
    pub fn show_more(self) {
        // The rows must be there when focus goes to them: none of the small steps that follow typing.
        let _ = self.typing.try_set(false);
        let _ = self.stepwise.try_set(false);
        self.shown.set(self.shown.get_untracked() + PAGE);
    }
}
