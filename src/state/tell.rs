//! What the page is told.

use finder_core::{catalogue::StoryId, query::Target};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::Finder;
use crate::{
    browser,
    query_object::{target_parts, to_object},
};

impl Finder {
    /// Tells the page.
    pub fn emit(self, name: &str, detail: &[(&str, JsValue)]) {
        let _ = self.with_host(|host| host.emit(name, &browser::object(detail)));
    }

    /// Tells the page that another query was answered.
    pub fn emit_change(self) {
        let Some(total) = self.results.try_with_untracked(|results| results.total) else { return };
        let Some(query) = self.query.try_with_untracked(to_object) else { return };
        #[expect(clippy::cast_precision_loss, reason = "a count of services")]
        let total = total as f64;
        self.emit("change", &[("query", query), ("total", total.into())]);
    }

    /// Tells the page that a story was opened, unless it knows.
    pub fn tell_story(self, id: &StoryId) {
        let target = Target::Story(id.clone());
        if self.outside.try_with_value(|outside| outside.told.as_ref() != Some(&target)) == Some(true) {
            self.tell_opened(&target);
        }
    }

    /// Tells the page that a record was opened.
    pub(super) fn tell_opened(self, target: &Target) {
        let Some(data) = self.data_now() else { return };
        let catalogue = &data.catalogue;
        let title = match target {
            Target::Service(id) | Target::Office(id) => {
                data.by_id(id).and_then(|ix| catalogue.service(ix)).map(|service| &service.name)
            }
            Target::Story(id) => catalogue.story_by_id(id).and_then(|ix| catalogue.story(ix)).map(|story| &story.title),
        };
        // A story has its title once the stories are there: its page tells it then.
        if title.is_some() || !matches!(target, Target::Story(_)) {
            let (kind, id) = target_parts(target);
            let title = title.map_or("", |title| data.text(title));
            self.emit("open", &[("kind", kind.into()), ("id", id.into()), ("title", title.into())]);
            let _ = self.outside.try_update_value(|outside| outside.told = Some(target.clone()));
        }
    }
}
